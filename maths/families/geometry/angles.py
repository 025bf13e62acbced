"""The angle that is missing to a known sum: in a triangle or a quadrilateral, to a right or a straight angle.

Routes: the sum of the others taken away; and the turn at each corner, all turns together once around, by python-flint.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from flint import fmpq

from maths.families import plans
from maths.families.numbers.operands import rational_value
from maths.families.numbers.rounding_steps import plain
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import minus, number, plus
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula, listed
from maths.message import Formula, Message
from maths.tree import Degrees

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

_HALF_TURN, _TURN = 180, 360
_SUMS = {"triangle": 180, "quadrilateral": 360, "complement": 90, "supplement": 180}
_CORNERS = {"triangle": 3, "quadrilateral": 4}
_WHY = {
    "triangle": Message("The three angles of a triangle make 180° together."),
    "quadrilateral": Message("A diagonal cuts a quadrilateral into two triangles, so its angles make 360° together."),
    "complement": Message("Complementary angles make a right angle, 90°, together."),
    "supplement": Message("Supplementary angles make a straight angle, 180°, together."),
}


@dataclass(frozen=True, slots=True)
class MissingAngle:
    """`kind`: "triangle", "quadrilateral", "complement" or "supplement"; `given` in degrees."""

    kind: str
    given: tuple[Node, ...]

    def settle(self, find: Callable[[int, list[Fraction]], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        given = [rational_value(node) for node in self.given]
        if len(given) != _CORNERS.get(self.kind, 2) - 1 or not all(0 < angle < _HALF_TURN for angle in given):
            raise UndecidedError(Message("No such figure has these measures."))
        total = _SUMS[self.kind]
        found = (find or (lambda whole, parts: whole - sum(parts, Fraction(0))))(total, given)
        if not 0 < found < _HALF_TURN:
            raise UndecidedError(Message("No such figure has these measures."))
        self._confirm([quotient(angle) for angle in (*given, found)])
        value = plain(found, decimals=True)
        answer = Formula(formula(value).typed, formula(Degrees(value)).latex)
        lesson = Lesson(
            Message("Given: {known}.", known=listed(formula(Degrees(node)) for node in self.given)),
            Message("Wanted: an angle."),
            (Work(_WHY[self.kind], None, minus(number(total), plus(*self.given)), value),),
            Message("Added to the given angles it makes the whole sum again."),
            Message("The angle is {value}.", value=formula(Degrees(value))),
            plan=plans.ANGLE.plan,
            theorem=plans.ANGLE.theorem,
        )
        method = Message("by subtraction in fractions, and again by the turns at the corners in python-flint")
        return Settled(answer, method, lambda level: teach(lesson, level), also=(f"{answer.typed}°",))

    def _confirm(self, angles: list[fmpq]) -> None:
        """Around a polygon the turns make 360°; two angles side by side make their sum."""
        turned = (
            sum((_HALF_TURN - angle for angle in angles), fmpq(0)) - _TURN
            if self.kind in _CORNERS
            else sum(angles, fmpq(0)) - _SUMS[self.kind]
        )
        if turned != 0:
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
