"""The gradient: all partial derivatives, each by its own two routes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.calculus.derivative import Differentiate
from maths.families.settled import Settled
from maths.families.terms import equals, name
from maths.families.write import formula, letter, listed, passages
from maths.message import Message
from maths.read import read
from maths.tree import Collection, Derivative, Kind
from maths.verdict import SectionKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Level, Passage


@dataclass(frozen=True, slots=True)
class Gradient:
    body: Node
    letters: tuple[str, ...]

    def settle(self, find: Callable[[Symbolic, Symbolic, int], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        partials = [Differentiate(self.body, full).settle(find) for full in self.letters]
        answer = formula(Collection(Kind.TUPLE, tuple(read(partial.answer.typed) for partial in partials)))
        return Settled(answer, partials[0].method, lambda level: self._teach(partials, level))

    def _teach(self, partials: list[Settled], level: Level) -> tuple[Passage, ...]:
        lines = []
        for full, partial in zip(self.letters, partials, strict=True):
            if level is level.BEGINNER:
                inner = partial.teach(level)
                lines += [line for passage in inner if passage.kind is SectionKind.STEPS for line in passage.lines[:-1]]
            shown = equals(Derivative(self.body, name(full)), read(partial.answer.typed))
            lines.append(Message("Partial derivative: {result}.", result=formula(shown)))
        whole = formula(Collection(Kind.TUPLE, tuple(read(partial.answer.typed) for partial in partials)))
        return passages(
            understanding=[
                Message(
                    "The gradient of {function} holds the derivatives with respect to {letters}, in this order.",
                    function=formula(self.body),
                    letters=listed(letter(full) for full in self.letters),
                )
            ],
            approach=[Message("For each letter, differentiate and treat the others as constants.")],
            steps=lines,
            check=[Message("The Taylor series of the function gives the same values at several points.")],
            conclusion=[Message("The answer is {answer}.", answer=whole)],
        )
