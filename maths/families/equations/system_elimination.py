"""Unknowns eliminated with whole numbers, as it is taught, or with the least writing; then values put back in."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd, lcm
from typing import TYPE_CHECKING

from flint import fmpq

from maths.families.terms import equals, fraction, name, number, plus, replace, term
from maths.families.write import formula, letter, listed
from maths.message import Message
from maths.tree import Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from maths.families.routes.linear import Linear
    from maths.message import Formula
    from maths.tree import Node


@dataclass(frozen=True, slots=True)
class Eliminated:
    """What was said, the rows that are left, and the rows to solve for one unknown each, in order."""

    lines: tuple[Message, ...]
    rows: tuple[Linear, ...]
    pivots: tuple[tuple[str, int], ...]


def row_formula(row: Linear, unknowns: tuple[str, ...]) -> Formula:
    terms = [term(row.coefficients[u], u, 1) for u in unknowns if u in row.coefficients]
    return formula(equals(plus(*terms) if terms else number(0), number(-row.constant)))


def eliminate(start: Sequence[Linear], unknowns: tuple[str, ...], level: Level) -> Eliminated:
    """Each unknown left in one row only, in the order that needs the smallest multiples."""
    if level is Level.ADVANCED:
        return _by_quotients(start, unknowns)
    lines: list[Message] = []
    rows: list[Linear] = []
    for index, row in enumerate(start, 1):
        lines.append(
            Message("Equation {index}, in order: {equation}.", index=index, equation=row_formula(row, unknowns))
        )
        factor = lcm(*(int(c.q) for c in row.coefficients.values()), int(row.constant.q))
        rows.append(row.scaled(fmpq(factor)))
        if factor > 1:
            lines.append(_multiplied(index, factor, row_formula(rows[-1], unknowns)))
    left, pivots = list(range(len(rows))), []
    open_unknowns = [u for u in unknowns if any(u in row.coefficients for row in rows)]
    while open_unknowns and left:
        unknown, pivot = min(
            ((u, i) for u in open_unknowns for i in left if u in rows[i].coefficients),
            key=lambda choice: _cost(rows, left, *choice),
            default=("", -1),
        )
        if pivot < 0:
            break
        left.remove(pivot)
        open_unknowns.remove(unknown)
        pivots.append((unknown, pivot))
        for other in (i for i in left if unknown in rows[i].coefficients):
            lines += _combined(rows, (pivot, other), unknown, unknowns, level)
    return Eliminated(tuple(lines), tuple(rows), tuple(pivots))


def _by_quotients(start: Sequence[Linear], unknowns: tuple[str, ...]) -> Eliminated:
    lines: list[Message] = []
    rows, left, pivots = list(start), list(range(len(start))), []
    for unknown in unknowns:
        having = [i for i in left if unknown in rows[i].coefficients]
        if not having:
            continue
        pivot = min(having, key=lambda i, unknown=unknown: _awkwardness(rows[i], unknown))  # type: ignore[misc]
        left.remove(pivot)
        pivots.append((unknown, pivot))
        for other in (i for i in having if i != pivot):
            factor = rows[other].coefficients[unknown] / rows[pivot].coefficients[unknown]
            rows[other] += rows[pivot].scaled(-factor)
            lines.append(_added(pivot + 1, other + 1, -factor, unknown, row_formula(rows[other], unknowns)))
    return Eliminated(tuple(lines), tuple(rows), tuple(pivots))


def _awkwardness(row: Linear, unknown: str) -> tuple[int, int]:
    coefficient = fraction(row.coefficients[unknown])
    return (len(row.coefficients), abs(coefficient.numerator) + coefficient.denominator)


def _cost(rows: list[Linear], left: list[int], unknown: str, pivot: int) -> tuple[int, int, int]:
    """How large the multiples are, how often one must be subtracted, and how long the equation is."""
    here = int(rows[pivot].coefficients[unknown].p)
    size = subtracted = 0
    for other in left:
        there = rows[other].coefficients.get(unknown)
        if other != pivot and there is not None:
            shared = gcd(here, int(there.p))
            size += abs(here // shared) + abs(int(there.p) // shared)
            subtracted += (here > 0) is (int(there.p) > 0)
    return size, subtracted, len(rows[pivot].coefficients)


def _multiplied(index: int, factor: int, result: Formula) -> Message:
    return Message("Multiply equation {index} by {factor}: {result}.", index=index, factor=factor, result=result)


def _combined(
    rows: list[Linear], pair: tuple[int, int], unknown: str, unknowns: tuple[str, ...], level: Level
) -> list[Message]:
    """One unknown out of the second row, by whole multiples of both; the row is changed."""
    first, second = pair
    a, b = (int(rows[i].coefficients[unknown].p) for i in pair)
    shared = gcd(a, b)
    times_first, times_second = abs(b) // shared, abs(a) // shared
    subtracted = (a > 0) is (b > 0)
    both = rows[first].scaled(fmpq(times_first)), rows[second].scaled(fmpq(times_second))
    rows[second] = both[1] + both[0].scaled(fmpq(-1 if subtracted else 1))
    result = row_formula(rows[second], unknowns)
    shown = [row_formula(row, unknowns) for row in both]
    if level is not Level.BEGINNER and times_second == 1:
        return [_added(first + 1, second + 1, fmpq(-times_first if subtracted else times_first), unknown, result)]
    lines = [
        _multiplied(index + 1, factor, row)
        for index, factor, row in ((first, times_first, shown[0]), (second, times_second, shown[1]))
        if factor > 1
    ]
    spoken = letter(unknown)
    if subtracted:
        said = Message(
            "Subtract {first} from {second}, left from left and right from right; {unknown} drops out, and equation "
            "{index} becomes {result}.",
            first=shown[0], second=shown[1], unknown=spoken, index=second + 1, result=result,
        )  # fmt: skip
    else:
        said = Message(
            "Add {first} and {second}, left to left and right to right; {unknown} drops out, and equation {index} "
            "becomes {result}.",
            first=shown[0], second=shown[1], unknown=spoken, index=second + 1, result=result,
        )  # fmt: skip
    return [*lines, said]


def _added(first: int, second: int, factor: fmpq, unknown: str, result: Formula) -> Message:
    """`factor` times the first equation was added to the second."""
    spoken = letter(unknown)
    if factor == -1:
        return Message(
            "Subtract equation {first} from equation {second}; {unknown} drops out: {result}.",
            first=first, second=second, unknown=spoken, result=result,
        )  # fmt: skip
    if factor == 1:
        return Message(
            "Add equation {first} to equation {second}; {unknown} drops out: {result}.",
            first=first, second=second, unknown=spoken, result=result,
        )  # fmt: skip
    if factor > 0:
        return Message(
            "Add {factor} times equation {first} to equation {second}; {unknown} drops out: {result}.",
            factor=formula(number(factor)), first=first, second=second, unknown=spoken, result=result,
        )  # fmt: skip
    return Message(
        "Subtract {factor} times equation {first} from equation {second}; {unknown} drops out: {result}.",
        factor=formula(number(-factor)), first=first, second=second, unknown=spoken, result=result,
    )  # fmt: skip


def put_back(
    found: Eliminated, values: Mapping[str, Fraction], unknowns: tuple[str, ...], level: Level
) -> list[Message]:
    """From the last unknown to the first, the known values put in."""
    lines: list[Message] = []
    known: dict[str, Node] = {}
    for unknown, index in reversed(found.pivots):
        row = found.rows[index]
        result = formula(equals(name(unknown), number(values[unknown])))
        if len(row.coefficients) == 1:
            lines += _alone(row_formula(row, unknowns), row.coefficients[unknown], result, level)
        else:
            terms = [replace(term(row.coefficients[u], u, 1), known) for u in unknowns if u in row.coefficients]
            filled = formula(equals(plus(*terms), number(-row.constant)))
            if level is Level.BEGINNER:
                used = listed(
                    formula(equals(name(u), known[u])) for u in unknowns if u in row.coefficients and u in known
                )
                lines.append(
                    Message("Put {known} into equation {index}: {filled}.", known=used, index=index + 1, filled=filled)
                )
                lines += _tidied(row, unknown, values, result)
            else:
                lines.append(Message("Put the known values in: {filled}, so {result}.", filled=filled, result=result))
        known[unknown] = number(values[unknown])
    return lines


def _alone(equation: Formula, coefficient: fmpq, result: Formula, level: Level) -> list[Message]:
    if coefficient == 1:
        return []
    if level is Level.BEGINNER:
        return [_divided(equation, coefficient, result)]
    return [Message("From {equation} follows {result}.", equation=equation, result=result)]


def _divided(equation: Formula, coefficient: fmpq, result: Formula) -> Message:
    return Message(
        "Divide both sides of {equation} by {divisor}: {result}.",
        equation=equation, divisor=formula(number(coefficient)), result=result,
    )  # fmt: skip


def _tidied(row: Linear, unknown: str, values: Mapping[str, Fraction], result: Formula) -> list[Message]:
    """One equation in one unknown, with the known part worked out and taken away."""
    coefficient = row.coefficients[unknown]
    known = sum((fraction(c) * values[u] for u, c in row.coefficients.items() if u != unknown), start=fraction(0))
    kept, right = term(coefficient, unknown, 1), fraction(-row.constant)
    lines = [
        Message("Work the numbers out: {result}.", result=formula(equals(plus(kept, number(known)), number(right))))
    ]
    alone = formula(Relation((kept, number(right - known)), ("=",)))
    if known > 0:
        lines.append(Message("Subtract {what} from both sides: {result}.", what=formula(number(known)), result=alone))
    elif known < 0:
        lines.append(Message("Add {what} to both sides: {result}.", what=formula(number(-known)), result=alone))
    else:
        lines = [Message("Work the numbers out: {result}.", result=alone)]
    if coefficient != 1:
        lines.append(_divided(alone, coefficient, result))
    return lines
