"""Rounding, and single digits of a number.

Routes: the whole part of a fraction in plain integers, and the distances to both neighbours by python-flint; for
roots and other real numbers, powers of whole numbers or SymPy's own floor, and balls.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import sympy
from flint import arb, fmpq

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.numbers import rounding_steps as steps
from maths.families.numbers.operands import calculable, exact, rational_value
from maths.families.routes import ball
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Message
from maths.tree import Negative, Number

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

_PRECISION = 400  # bits
_HALF = Fraction(1, 2)
MAX_PLACES = 60


@dataclass(frozen=True, slots=True)
class Grid:
    """Where to round: to multiples of `unit`, or to so many significant `figures`. `way`: "nearest", "up" or "down"."""

    unit: Fraction = Fraction(1)
    figures: int = 0
    way: str = "nearest"


@dataclass(frozen=True, slots=True)
class Round:
    body: Node
    grid: Grid

    def settle(self, find: Callable[[Fraction, Fraction], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value = exact(self.body)
        if value is None:
            return self._settle_real()
        unit = self._unit(value)
        scaled = value / unit
        multiple = (find or (lambda v, u: _by_floor(v / u, self.grid.way)))(value, unit)
        if self.grid.way == "nearest" and scaled < 0 and (scaled % 1) == _HALF:
            raise UndecidedError(Message("A negative number half way between: there are two customs for rounding it."))
        if self.grid.way != "nearest" and value < 0:
            raise UndecidedError(Message("Rounding a negative number up or down can mean two things."))
        if not _confirmed(scaled, multiple, self.grid.way):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        answer = on_grid(multiple, unit)
        if self.grid.figures and abs(multiple) == 10**self.grid.figures:  # a figure more: 99.96 to 100, not 100.0
            answer = on_grid(multiple // 10, unit * 10)
        method = Message("rounded in whole numbers, and the distances to both neighbours compared by python-flint")
        rounded = steps.Rounded(self.body, value, unit, multiple, self.grid.way, self.grid.figures)
        return Settled(formula(answer), method, lambda level: steps.teach_round(rounded, answer, level))

    def _unit(self, value: Fraction) -> Fraction:
        if not self.grid.figures:
            return self.grid.unit
        if value == 0:
            raise UndecidedError(Message("Zero has no significant figures."))
        return Fraction(10) ** (leading(abs(value)) - self.grid.figures + 1)

    def _settle_real(self) -> Settled:
        """A root or another real number that is not rational."""
        body, unit = calculable(self.body), self.grid.unit
        if self.grid.figures or self.grid.way != "nearest":
            raise UndecidedError(Message("Only rational numbers are decided here yet."))
        with ball.precisely(_PRECISION):
            enclosed = ball.number(body, {})
            if not enclosed.imag.contains(0):
                raise UndecidedError(Message("It is not a real number."))
            shifted = enclosed.real / arb(fmpq(unit.numerator, unit.denominator)) + arb(fmpq(1, 2))
            floor = shifted.floor().unique_fmpz()
        if floor is None:
            raise UndecidedError(Message("It lies too close to the middle between two neighbours to be sure."))
        multiple = int(floor)
        if not _between(body, unit, multiple):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        answer = on_grid(multiple, unit)
        low, high = (2 * multiple - 1) * unit / 2, (2 * multiple + 1) * unit / 2
        method = Message("enclosed by balls of 400 bits, and compared with both half-way points by SymPy")
        return Settled(formula(answer), method, lambda level: steps.teach_real(body, low, high, answer, level))


def _by_floor(scaled: Fraction, way: str) -> int:
    if way == "up":
        return -((-scaled.numerator) // scaled.denominator)
    if way == "down":
        return scaled.numerator // scaled.denominator
    shifted = scaled + _HALF
    return shifted.numerator // shifted.denominator


def _confirmed(scaled: Fraction, multiple: int, way: str) -> bool:
    """Whether no neighbour lies nearer (or, for up and down, fits as well)."""
    value = fmpq(scaled.numerator, scaled.denominator)
    if way == "up":
        return bool(multiple - 1 < value <= multiple)
    if way == "down":
        return bool(multiple <= value < multiple + 1)
    distance = abs(value - multiple)
    return bool(distance <= abs(value - multiple - 1) and distance < abs(value - multiple + 1)) or bool(
        distance == fmpq(1, 2) and multiple > value
    )


def _between(body: Node, unit: Fraction, multiple: int) -> bool:
    """Whether SymPy finds the number between the half-way points around a multiple."""
    try:
        value = to_sympy(body)
    except RefusedError as error:
        raise UndecidedError(Message("The two ways of calculating it do not agree.")) from error
    low = sympy.Rational(2 * multiple - 1, 2) * sympy.Rational(unit.numerator, unit.denominator)
    high = sympy.Rational(2 * multiple + 1, 2) * sympy.Rational(unit.numerator, unit.denominator)
    return bool((value - low).evalf(40) > 0 and (high - value).evalf(40) > 0)


def leading(value: Fraction) -> int:
    """The place of the first digit that is not zero: 2 for 345, -2 for 0.03."""
    place = len(str(int(value))) - 1 if value >= 1 else -1
    while value < Fraction(10) ** place:
        place -= 1
    return place


def on_grid(multiple: int, unit: Fraction) -> Node:
    """The rounded number as it is written: with the digits it was rounded to."""
    value = multiple * unit
    places = 0
    while unit * 10**places % 1 and places < MAX_PLACES:
        places += 1
    shown = Number(abs(value), places or None) if (value * 10**places).denominator == 1 else number(abs(value))
    return Negative(shown) if value < 0 else shown


@dataclass(frozen=True, slots=True)
class Digit:
    """The digit of a number at a place: 0 for the units, 1 for the tens, -1 for the tenths."""

    body: Node
    place: int

    def settle(self, find: Callable[[Fraction, int], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value = abs(rational_value(self.body))
        if self.place > 0 and value < 10**self.place:
            raise UndecidedError(Message("The number has no digit at that place."))
        written = steps.decimal(value)
        if written is None:
            raise UndecidedError(Message("Its decimals never end, so it is not written with digits here."))
        whole, _, decimals = written.partition(".")
        digits = (whole[::-1] if self.place >= 0 else decimals) + "0" * (abs(self.place) + 1)
        first = (find or _digit)(value, self.place)
        if first != int(digits[self.place if self.place >= 0 else -self.place - 1]):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("by division with remainder, and read off the written number")
        return Settled(
            formula(number(first)), method, lambda level: steps.teach_digit(written, value, self.place, first, level)
        )


def _digit(value: Fraction, place: int) -> int:
    scaled = value / Fraction(10) ** place
    return int(scaled.numerator // scaled.denominator % 10)
