"""A described number written in another base, and the base in which an equation between numerals is true.

Routes: repeated division on plain integers against python-flint's own writing; every base tried against the
polynomial in the base that the equation is.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from flint import fmpz, fmpz_poly

from maths.families.numbers.bases import hear
from maths.families.numbers.bases_steps import DIGITS
from maths.families.numbers.bases_steps import written as by_division
from maths.families.numbers.divisibility_steps import division
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, number, plus, power, times
from maths.families.write import formula, passages
from maths.message import Formula, Message
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.numbers.integers.values import Value
    from maths.tree import Node
    from maths.verdict import Passage

_LEAST, _MOST = 2, 36
_MOST_DIGITS = 60
MAX_BASE_TRIED = 5_000
_METHOD = Message("repeated division on whole numbers, and again by python-flint")


@dataclass(frozen=True, slots=True)
class InBase:
    """The answer carries its base, as the numbers of the statement do."""

    value: Value
    base: int

    def settle(self, find: Callable[[int, int], str] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value, again = self.value.first(), self.value.second()
        if not _LEAST <= self.base <= _MOST:
            raise UndecidedError(Message("Bases from {least} to {most} are decided here.", least=_LEAST, most=_MOST))
        if value.denominator != 1:
            raise UndecidedError(Message("That question is about whole numbers, and one of these is none."))
        digits = (find or by_division)(int(value), self.base)
        if value != again or digits != fmpz(int(again)).str(base=self.base) or len(digits) > _MOST_DIGITS:
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        return Settled(
            numeral(digits, self.base),
            _METHOD,
            lambda level: _teach(self.value, int(value), self.base, digits, level),
            hear=lambda said: hear(said, digits, self.base),
        )


def numeral(digits: str, base: int) -> Formula:
    spelled = digits if digits.lstrip("-").isdigit() else rf"\text{{{digits}}}"
    return Formula(f"{digits}_{base}", f"{spelled}_{{{base}}}")


def _teach(value: Value, found: int, base: int, digits: str, level: Level) -> tuple[Passage, ...]:
    from maths.families.numbers.integers.explain import value_lines

    lines = value_lines(value, level)
    rest = abs(found)
    while rest and level is not Level.ADVANCED:
        lines.append(Message("Divide: {division}.", division=division(rest, rest // base, base)))
        rest //= base
    return passages(
        understanding=[Message("The number is wanted in base {base}.", base=base)],
        approach=[
            Message(
                "Divide by {base} again and again: the remainders are the digits, from the last to the first.",
                base=base,
            )
        ]
        if level is not Level.ADVANCED
        else [Message("Horner's scheme into base ten, repeated division out of it.")],
        steps=[
            *lines,
            Message(
                "Base ten: {number}; base {base}: {digits}.", number=found, base=base, digits=numeral(digits, base)
            ),
        ],
        check=[Message("A second calculation by another program gives the same result.")],
        conclusion=[Message("The answer is {result}.", result=numeral(digits, base))],
    )


@dataclass(frozen=True, slots=True)
class UnknownBase:
    """`terms` are products of numerals with a sign; their sum is zero in the base that is wanted."""

    terms: tuple[tuple[int, tuple[str, ...]], ...]

    def settle(self, find: Callable[[UnknownBase], list[int]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        found = (find or _tried)(self)
        if found != self._roots():
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        if len(found) != 1:
            raise UndecidedError(Message("Not exactly one base fits."))
        (base,) = found
        return Settled(
            formula(number(base)),
            Message("every base tried, and again as a polynomial equation by python-flint"),
            lambda level: self._teach(base, level),
        )

    def least(self) -> int:
        """A base is larger than every digit in it."""
        return max(_LEAST, *(1 + DIGITS.index(digit) for _, numerals in self.terms for n in numerals for digit in n))

    def _roots(self) -> list[int]:
        total = fmpz_poly([0])
        for sign, numerals in self.terms:
            product = fmpz_poly([sign])
            for digits in numerals:
                product *= fmpz_poly([DIGITS.index(digit) for digit in reversed(digits)])
            total += product
        if total.degree() < 0:
            raise UndecidedError(Message("Every base fits."))
        roots = [-int(factor[0]) for factor, _ in total.factor()[1] if factor.degree() == 1 and abs(factor[1]) == 1]
        return sorted({root for root in roots if self.least() <= root <= MAX_BASE_TRIED})

    def _teach(self, base: int, level: Level) -> tuple[Passage, ...]:
        numerals = dict.fromkeys(digits for _, factors in self.terms for digits in factors)
        worth = [
            Message("{digits} is worth {value} there.", digits=digits, value=formula(_worth(digits, base)))
            for digits in numerals
            if len(digits) > 1
        ]
        return passages(
            understanding=[Message("We look for the base in which the equation is true.")],
            approach=[
                Message("A digit is smaller than the base, so the base is at least {least}.", least=self.least())
            ],
            steps=[
                *([] if level is Level.ADVANCED else [Message("Try one base after the other.")]),
                Message("In base {base} both sides are equal:", base=base),
                *worth,
            ],
            check=[Message("No other base makes both sides equal.")],
            conclusion=[Message("The base is {base}.", base=base)],
        )


def _tried(equation: UnknownBase) -> list[int]:
    return [
        base
        for base in range(equation.least(), MAX_BASE_TRIED + 1)
        if sum(sign * _product(numerals, base) for sign, numerals in equation.terms) == 0
    ]


def _product(numerals: tuple[str, ...], base: int) -> int:
    product = 1
    for digits in numerals:
        value = 0
        for digit in digits:
            value = value * base + DIGITS.index(digit)
        product *= value
    return product


def _worth(digits: str, base: int) -> Node:
    places = [
        times(number(DIGITS.index(d)), power(number(base), len(digits) - 1 - n)) for n, d in enumerate(digits[:-1])
    ]
    value = Fraction(_product((digits,), base))
    return equals(plus(*places, number(DIGITS.index(digits[-1]))), number(value))
