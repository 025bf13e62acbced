"""Products, quotients and powers of one base written as one power.

Routes: the laws of exponents on the tree; and python-flint calculating the value and dividing the base out of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import fmpz

from maths.families.numbers.operands import rational_value, whole
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, number, plus
from maths.families.write import formula, passages
from maths.message import Message
from maths.tree import Negative, Number, Power, Product, Quotient
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node
    from maths.verdict import Passage

MAX_EXPONENT = 3_000
_NO_POWER = Message("It is not a power of that number.")


@dataclass(frozen=True, slots=True)
class AsPower:
    """`of` as a power of a whole number above 1."""

    of: Node
    base: Node

    def settle(self, find: Callable[[Node, int], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        base = whole(self.base, least=2)
        exponent = (find or _exponent)(self.of, base)
        if abs(exponent) > MAX_EXPONENT or exponent == 0:
            raise UndecidedError(_NO_POWER)
        value = rational_value(self.of)
        above, below = fmpz(value.numerator), fmpz(value.denominator)
        rest, times_out = (below if exponent < 0 else above), 0
        while rest % base == 0 and times_out <= MAX_EXPONENT:
            rest, times_out = rest // base, times_out + 1
        if rest != 1 or (above if exponent < 0 else below) != 1 or times_out != abs(exponent):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        answer = Power(number(base), number(exponent))
        method = Message("by the laws of exponents, and the base divided out of the value by python-flint")
        return Settled(formula(answer), method, lambda level: _teach(self.of, base, answer, level), form=_is_power)


def _is_power(node: Node) -> Message | None:
    return None if isinstance(node, Power) else Message("It is to be written as one power.")


def _exponent(node: Node, base: int) -> int:
    match node:
        case Power(base=inner, exponent=exponent):
            raised = rational_value(exponent)
            if raised.denominator != 1:
                raise UndecidedError(_NO_POWER)
            return _exponent(inner, base) * int(raised)
        case Product(factors=factors):
            return sum(_exponent(factor, base) for factor in factors)
        case Quotient(numerator=above, denominator=below):
            return _exponent(above, base) - _exponent(below, base)
        case Number(value=value) if value.denominator == 1 and value > 0:
            return _of_number(int(value), base)
    raise UndecidedError(_NO_POWER)


def _of_number(value: int, base: int) -> int:
    exponent = 0
    while value > 1:
        if value % base or exponent > MAX_EXPONENT:
            raise UndecidedError(_NO_POWER)
        value, exponent = value // base, exponent + 1
    return exponent


def _parts(node: Node, base: int) -> list[tuple[Node, int]]:
    """The factors with their exponents, those below negative."""
    match node:
        case Product(factors=factors):
            return [part for factor in factors for part in _parts(factor, base)]
        case Quotient(numerator=above, denominator=below):
            return [*_parts(above, base), *((part, -exponent) for part, exponent in _parts(below, base))]
    return [(node, _exponent(node, base))]


def _teach(node: Node, base: int, answer: Power, level: Level) -> tuple[Passage, ...]:
    parts = _parts(node, base)
    lines = []
    for part, exponent in parts:
        own = Power(number(base), number(abs(exponent)))
        if part not in {own, Power(number(base), number(exponent))} and level is not Level.ADVANCED:
            lines.append(Message("As a power: {equation}.", equation=formula(equals(part, own))))
    exponents = [number(exponent) if exponent >= 0 else Negative(number(-exponent)) for _, exponent in parts]
    if len(parts) > 1:
        reason = Message("Factors below count negative.") if any(exponent < 0 for _, exponent in parts) else None
        lines += [reason] if reason is not None and level is Level.BEGINNER else []
        lines.append(Message("Add the exponents: {sum}.", sum=formula(equals(plus(*exponents), answer.exponent))))
    lines.append(Message("So {result}.", result=formula(equals(node, answer))))
    return passages(
        understanding=[
            Message("Write {expression} as one power of {base}.", expression=formula(node), base=base)
        ],
        approach=[
            {
                Level.BEGINNER: Message("The exponent counts how often the number is a factor. Count all of them."),
                Level.INTERMEDIATE: Message("The laws of exponents: multiply powers by adding the exponents, divide by "
                                            "subtracting them, and multiply the exponents of a power of a power."),
                Level.ADVANCED: Message("The exponent is a homomorphism: products become sums."),
            }[level]
        ],
        steps=lines,
        check=[Message("Calculated, both sides are the same number.")],
        conclusion=[Message("The result is {value}.", value=formula(answer))],
    )  # fmt: skip
