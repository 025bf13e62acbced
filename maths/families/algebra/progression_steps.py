"""A sequence continued: its differences down to a constant row and up again, its rule, or its ratio."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.terms import equals, minus, name, number, over, plus, polynomial, power, substitute, times
from maths.families.write import formula, letter, listed, passages
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from flint import fmpq_poly

    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_ORDER_NAMES = 6  # rows of differences that are written out


@dataclass(frozen=True, slots=True)
class Progression:
    """`rows` is the difference table and `rule` the polynomial; or `ratio` the constant ratio."""

    terms: tuple[Fraction, ...]
    place: int | str | None
    rows: tuple[tuple[Fraction, ...], ...]
    rule: fmpq_poly | None
    ratio: Fraction | None


def teach(progression: Progression, answer: Node, level: Level) -> tuple[Passage, ...]:
    steps = _by_ratio(progression, answer, level) if progression.rule is None else _by_differences(progression, level)
    return passages(
        understanding=[_understanding(progression)],
        approach=[_approach(progression, level)],
        steps=steps,
        check=[_check(progression)],
        conclusion=[_conclusion(progression, answer)],
    )


def _shown(terms: Sequence[Fraction]) -> Formula:
    return listed(formula(number(term)) for term in terms)


def _understanding(progression: Progression) -> Message:
    terms = _shown(progression.terms)
    if progression.place is None:
        return Message(
            "We look for the term after {terms}. A few terms never prove a rule: we take the simplest one "
            "that they show.",
            terms=terms,
        )
    if isinstance(progression.place, str):
        return Message(
            "We look for a formula in {letter} for the term at place {letter} of {terms}, the first term being at "
            "place 1. A few terms never prove a rule: we take the simplest one that they show.",
            letter=letter(progression.place),
            terms=terms,
        )
    return Message(
        "We look for term number {place} of {terms}. A few terms never prove a rule: we take the simplest one "
        "that they show.",
        place=progression.place,
        terms=terms,
    )


def _approach(progression: Progression, level: Level) -> Message:
    if progression.rule is None:
        if level is Level.ADVANCED:
            return Message("A constant ratio: a geometric progression.")
        if level is Level.BEGINNER:
            return Message("By what number must a term be multiplied to get the next one? Always by the same one.")
        return Message("Each term is the one before times the same number, so we keep multiplying by it.")
    if level is Level.ADVANCED:
        return Message("Newton's forward differences: a constant row of order d means a polynomial of degree d.")
    if level is Level.BEGINNER:
        return Message(
            "By how much does it go up or down from each number to the next? Write these differences in a new row. If "
            "they are not all the same, do it again with that row."
        )
    return Message("Subtract neighbours again and again, until all differences in a row are the same.")


def _by_differences(progression: Progression, level: Level) -> list[Message]:
    lines = _rows(progression)
    if progression.place is None:
        return [*lines, *_upwards(progression, level)]
    assert progression.rule is not None  # noqa: S101 - the caller chose
    unknown = progression.place if isinstance(progression.place, str) else "n"
    lines += _newton(progression, unknown, level)
    if isinstance(progression.place, int):
        rule = polynomial(progression.rule, unknown)
        put_in = substitute(rule, unknown, number(progression.place))
        value = number(progression.rule(progression.place))
        shown = formula(value if put_in == value else equals(put_in, value))
        lines.append(Message("Put in the place {place}: {result}.", place=progression.place, result=shown))
    return lines


def _rows(progression: Progression) -> list[Message]:
    if len(progression.rows) == 1:
        return [Message("All terms are the same: {terms}.", terms=_shown(progression.terms))]
    lines = []
    for order, row in enumerate(progression.rows[1:], 1):
        shown = _shown(row)
        if order == 1:
            above = progression.rows[0]
            example = formula(equals(minus(number(above[1]), number(above[0])), number(row[0])))
            lines.append(
                Message("Differences of neighbours: {row}. The first of them is {example}.", row=shown, example=example)
            )
        else:
            lines.append(Message("Differences of these again: {row}.", row=shown))
    lines.append(Message("This row is constant: {value} every time.", value=formula(number(progression.rows[-1][0]))))
    return lines


def _upwards(progression: Progression, level: Level) -> list[Message]:
    """The next entry of every row, from the constant row up."""
    lines = []
    carried = progression.rows[-1][-1]
    for row in reversed(progression.rows[:-1]):
        total = row[-1] + carried
        shown = formula(equals(plus(number(row[-1]), number(carried)), number(total)))
        carried = total
        if level is not Level.ADVANCED or row is progression.rows[0]:
            lines.append(Message("One row up, the last entry plus the new difference: {result}.", result=shown))
    return lines or [Message("So the next term is the same again: {value}.", value=formula(number(carried)))]


def _newton(progression: Progression, unknown: str, level: Level) -> list[Message]:
    """The first entries of the rows, times binomial coefficients, and multiplied out."""
    firsts = [row[0] for row in progression.rows]
    place: Node = name(unknown)
    parts: list[Node] = []
    factors: list[Node] = []
    bottom = 1
    for k, first in enumerate(firsts):
        if k:
            factors.append(minus(place, number(k)))
            bottom *= k
        if first != 0 or not any(firsts):
            top = times(number(first), *factors) if factors else number(first)
            parts.append(over(top, number(bottom)) if bottom > 1 else top)
    assert progression.rule is not None  # noqa: S101 - the caller chose
    rule = polynomial(progression.rule, unknown)
    built = plus(*parts)
    lines = []
    if level is not Level.ADVANCED:
        lines.append(
            Message(
                "The first entries of the rows are {firsts}; Newton's formula builds the term at place {letter} from "
                "them: each is multiplied by one more factor of place minus 1, minus 2, … and divided by 1, 2, 6, ….",
                firsts=_shown(firsts),
                letter=letter(unknown),
            )
        )
    shown = formula(rule) if formula(built) == formula(rule) else formula(equals(built, rule))
    return [*lines, Message("Put together and multiplied out: {result}.", result=shown)]


def _by_ratio(progression: Progression, answer: Node, level: Level) -> list[Message]:
    assert progression.ratio is not None  # noqa: S101 - the caller chose
    first, second = progression.terms[:2]
    ratio = number(progression.ratio)
    lines = [
        Message(
            "Divide neighbours: {example}, and so for every pair.",
            example=formula(equals(over(number(second), number(first)), ratio)),
        )
    ]
    if progression.place is None:
        last = number(progression.terms[-1])
        lines.append(
            Message(
                "Multiply the last term by the ratio: {result}.", result=formula(equals(times(last, ratio), answer))
            )
        )
    elif isinstance(progression.place, str):
        lines.append(
            Message(
                "From place 1 to place {letter} the ratio is multiplied on one time less than the place: {result}.",
                letter=letter(progression.place),
                result=formula(answer),
            )
        )
    else:
        whole = equals(times(number(first), power(ratio, number(progression.place - 1))), answer)
        lines.append(
            Message(
                "From place 1 to place {place} the ratio is multiplied on one time less than the place: {result}.",
                place=progression.place,
                result=formula(whole),
            )
        )
    return lines if level is not Level.ADVANCED else lines[-1:]


def _check(progression: Progression) -> Message:
    if progression.rule is None:
        return Message("Multiplying on from the first term gives every term that was given.")
    rule = polynomial(progression.rule, "n")
    return Message("The rule {rule} gives back every term for n = 1, 2, 3, ….", rule=formula(rule))


def _conclusion(progression: Progression, answer: Node) -> Message:
    if progression.place is None:
        return Message("The next term is {answer}.", answer=formula(answer))
    if isinstance(progression.place, str):
        return Message(
            "The term at place {letter} is {answer}.", letter=letter(progression.place), answer=formula(answer)
        )
    return Message("Term number {place} is {answer}.", place=progression.place, answer=formula(answer))
