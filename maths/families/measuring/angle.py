"""Angles from degrees to radians and back.

Routes: those of arithmetic on exact values (SymPy, and python-flint's balls or exact numbers).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.numbers.arithmetic import Evaluate
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, number, over, times
from maths.families.write import formula, passages
from maths.message import Message
from maths.read import read
from maths.tree import names
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_PI: Node = read("pi")
_HALF_TURN = 180  # degrees


@dataclass(frozen=True, slots=True)
class ConvertAngle:
    """`to_radians`: the size is in degrees and wanted in radians, else the other way round."""

    size: Node
    to_radians: bool

    def settle(self, find: Callable[[Node], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if names(self.size):
            raise UndecidedError(Message("The values of the letters in the expression are not given."))
        settled = Evaluate(self._product()).settle(find)
        return Settled(settled.answer, settled.method, lambda level: self._teach(settled, level))

    def _factor(self) -> Node:
        half = number(_HALF_TURN)
        return over(_PI, half) if self.to_radians else over(half, _PI)

    def _product(self) -> Node:
        return times(self.size, self._factor())

    def _teach(self, settled: Settled, level: Level) -> tuple[Passage, ...]:
        answer = read(settled.answer.typed)
        factor = formula(self._factor())
        whole = (
            Message("A half turn is 180 degrees or {pi} radians: two names for the same angle.", pi=formula(_PI))
            if level is Level.BEGINNER
            else Message("180 degrees are {pi} radians.", pi=formula(_PI))
        )
        one = (
            Message("So one degree is {factor} radians.", factor=factor)
            if self.to_radians
            else Message("So one radian is {factor} degrees.", factor=factor)
        )
        back = times(answer, over(number(_HALF_TURN), _PI) if self.to_radians else over(_PI, number(_HALF_TURN)))
        return passages(
            understanding=[
                Message("The angle is given in degrees and wanted in radians.")
                if self.to_radians
                else Message("The angle is given in radians and wanted in degrees.")
            ],
            approach=[whole],
            steps=[
                *([one] if level is not Level.ADVANCED else []),
                Message("Multiply: {result}.", result=formula(equals(self._product(), answer))),
            ],
            check=[Message("Back again: {result}.", result=formula(equals(back, self.size)))],
            conclusion=[Message("The answer is {answer}.", answer=settled.answer)],
        )
