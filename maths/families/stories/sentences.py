"""What stories share: an equation in one letter made of a sentence, and the letter's value by it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.numbers.rounding_steps import plain
from maths.families.routes.rational import rational
from maths.families.settled import UndecidedError
from maths.families.terms import equals, fraction, minus, name, plus, times
from maths.families.workings import Work
from maths.message import Message
from maths.tree import Negative

if TYPE_CHECKING:
    from maths.tree import Node, Relation

LARGEST = Fraction(10**9)


def positive(value: Fraction) -> Fraction:
    """The value, where it is a size a story may have. Raises UndecidedError."""
    if not 0 < value <= LARGEST:
        raise UndecidedError(Message("The amounts are positive numbers."))
    return value


def shown(value: Fraction) -> Node:
    """As a decimal where it ends, else as a fraction."""
    return plain(value, decimals=True)


def equation_works(reason: Message, sentence: Relation, factor: Fraction, letter: str, value: Fraction) -> list[Work]:
    """A sentence as an equation, its sides multiplied out, the letter brought to one side and divided from its number.

    `factor` is the number before the letter once it stands on one side alone.
    """
    found = equals(name(letter), shown(value))
    open_sides = equals(*(_multiplied_out(side, letter) for side in sentence.operands))
    ordered = equals(times(shown(factor), name(letter)), shown(factor * value))
    last = ordered if factor != 1 else found
    works = [Work(reason, None, sentence, open_sides)] if open_sides != sentence else []
    if open_sides != last:
        works.append(Work(_COLLECT if works else reason, None, open_sides, last))
    return works if factor == 1 else [*works, Work(_DIVIDE, None, ordered, found)]


def _multiplied_out(side: Node, letter: str) -> Node:
    constant, factor, *_ = [fraction(c) for c in rational(side, letter).numerator.coeffs()] + [Fraction(0), Fraction(0)]
    if factor == 0:
        return shown(constant)
    with_letter = name(letter) if factor == 1 else times(shown(abs(factor)), name(letter))
    if factor < 0:
        with_letter = name(letter) if factor == -1 else with_letter
        return minus(shown(constant), with_letter) if constant else Negative(with_letter)
    if constant == 0:
        return with_letter
    return plus(with_letter, shown(constant)) if constant > 0 else minus(with_letter, shown(-constant))


_COLLECT = Message("Bring the letter to one side and the numbers to the other.")
_DIVIDE = Message("Divide both sides by the number before the letter.")
