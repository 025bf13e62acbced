"""Polynomial congruences worked out: a table of remainders, or prime by prime."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from maths.families.terms import minus, name, number, substitute
from maths.families.write import formula, letter, listed, passages
from maths.message import Message
from maths.tree import Congruence, Negative, Number
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_ROWS = 16  # of a table of remainders that a person would write


@dataclass(frozen=True, slots=True)
class Solved:
    """`coefficients` of left - right, the constant first; `found` are all residues, rising.

    `parts` are the residues modulo each power of a prime in the modulus.
    """

    unknown: str
    given: Congruence
    coefficients: tuple[int, ...]
    found: tuple[int, ...]
    parts: tuple[tuple[int, tuple[int, ...]], ...]

    @property
    def modulus(self) -> int:
        return prod(size for size, _ in self.parts)


def by_trial(coefficients: list[int], modulus: int) -> list[int]:
    return [x for x in range(modulus) if _value(coefficients, x) % modulus == 0]


def _value(coefficients: list[int] | tuple[int, ...], place: int) -> int:
    value = 0
    for coefficient in reversed(coefficients):
        value = value * place + coefficient
    return value


def teach(solved: Solved, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[
            Message("We look for whole numbers {unknown} that leave the right remainders: {given}.",
                    unknown=letter(solved.unknown), given=formula(solved.given))
            if level is Level.BEGINNER
            else Message("Solve {given}.", given=formula(solved.given))
        ],
        approach=[_approach(solved, level)],
        steps=list(_lines(solved, level)),
        check=[Message("Prime by prime, with the Chinese remainder theorem, the same residues come out.")],
        conclusion=[_conclusion(solved)],
    )  # fmt: skip


def _approach(solved: Solved, level: Level) -> Message:
    if level is Level.ADVANCED:
        return Message("By the Chinese remainder theorem each power of a prime in the modulus is looked at alone.")
    return Message("Only the remainder of {unknown} matters, so it is enough to try 0 to {last}.",
                   unknown=letter(solved.unknown), last=solved.modulus - 1)  # fmt: skip


def _lines(solved: Solved, level: Level) -> list[Message]:
    if level is Level.ADVANCED:
        lines = [_modulo(size, roots) for size, roots in solved.parts]
    else:
        every = solved.modulus <= _MOST_ROWS and (level is Level.BEGINNER or not solved.found)
        lines = [_tried(solved, place) for place in (range(solved.modulus) if every else solved.found)[:_MOST_ROWS]]
    if not solved.found:
        return [*lines, Message("None of the residues fits.")]
    return [*lines, Message("These residues fit: {residues}.", residues=_numbers(solved.found))]


def _modulo(size: int, roots: tuple[int, ...]) -> Message:
    if not roots:
        return Message("Modulo {size} no residue fits.", size=size)
    if len(roots) == size:
        return Message("Modulo {size} every residue fits.", size=size)
    return Message("Modulo {size} the residues {residues} fit.", size=size, residues=_numbers(roots))


def _numbers(values: tuple[int, ...]) -> Formula:
    return listed(formula(number(value)) for value in values)


def _tried(solved: Solved, place: int) -> Message:
    left, target = _one_side(solved)
    rest = (_value(solved.coefficients, place) + target) % solved.modulus
    put = Congruence(substitute(left, solved.unknown, number(place)), number(rest), number(solved.modulus))
    if place in solved.found:
        return Message("{unknown} = {place}: {put}, which fits.", unknown=letter(solved.unknown), place=place,
                       put=formula(put))  # fmt: skip
    return Message("{unknown} = {place}: {put}, which does not fit.", unknown=letter(solved.unknown), place=place,
                   put=formula(put))  # fmt: skip


def _one_side(solved: Solved) -> tuple[Node, int]:
    """What holds the unknown, and the whole number it must be congruent to."""
    match solved.given.right:
        case Number(value=value) if value.denominator == 1:
            return solved.given.left, int(value)
        case Negative(Number(value=value)) if value.denominator == 1:
            return solved.given.left, -int(value)
    return minus(solved.given.left, solved.given.right), 0


def _conclusion(solved: Solved) -> Message:
    if not solved.found:
        return Message("No whole number satisfies it.")
    rows = listed(formula(Congruence(name(solved.unknown), number(x), number(solved.modulus))) for x in solved.found)
    return Message("The solutions are {solutions}.", solutions=rows)
