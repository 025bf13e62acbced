"""The worked solution of a system of linear equations: elimination, then putting in from the bottom up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.routes.linear import linear
from maths.families.terms import equals, fraction, name, number, plus, replace, term
from maths.families.write import formula, letter, listed, passages
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flint import fmpq

    from maths.families.routes.linear import Linear
    from maths.message import Formula
    from maths.tree import Node, Relation
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class SolvedSystem:
    equations: tuple[Relation, ...]
    rows: tuple[Linear, ...]
    unknowns: tuple[str, ...]
    asked: tuple[str, ...]
    values: Mapping[str, Fraction]


def teach(solved: SolvedSystem, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[_understanding(solved, level)],
        approach=[_approach(level)],
        steps=_steps(solved, level),
        check=_check(solved),
        conclusion=[_conclusion(solved)],
    )


def teach_inconsistent(
    equations: tuple[Relation, ...], rows: tuple[Linear, ...], unknowns: tuple[str, ...], level: Level
) -> tuple[Passage, ...]:
    """Elimination to a row that no values satisfy."""
    solved = SolvedSystem(equations, rows, unknowns, unknowns, {})
    lines, pivots = _eliminate(solved, level)
    left = [row for row in pivots if not row.coefficients and row.constant != 0]
    return passages(
        understanding=[_understanding(solved, level)],
        approach=[Message("Eliminate one unknown after the other and see what is left.")],
        steps=[*lines, *(Message("{row} is never true.", row=_row(row, unknowns)) for row in left[:1])],
        check=[
            Message("The rank of the coefficients is smaller than that of the extended matrix.")
            if level is Level.ADVANCED
            else Message("Each step can be undone, so the equations at the start cannot be true together either.")
        ],
        conclusion=[Message("No values satisfy all the equations.")],
    )


def _eliminate(solved: SolvedSystem, level: Level) -> tuple[list[Message], list[Linear]]:
    """The lines, and all the rows after elimination."""
    lines: list[Message] = []
    rows = list(solved.rows)
    if level is not Level.ADVANCED:
        lines += _numbered(solved)
    left = list(range(len(rows)))
    for unknown in solved.unknowns:
        having = [i for i in left if unknown in rows[i].coefficients]
        if not having:
            continue
        pivot = min(having, key=lambda i, unknown=unknown: _awkwardness(rows[i], unknown))  # type: ignore[misc]
        left.remove(pivot)
        for other in (i for i in having if i != pivot):
            factor = rows[other].coefficients[unknown] / rows[pivot].coefficients[unknown]
            rows[other] = rows[other] + rows[pivot].scaled(-factor)
            lines.append(_eliminated(pivot + 1, other + 1, factor, unknown, _row(rows[other], solved.unknowns)))
    return lines, rows


def _numbered(solved: SolvedSystem) -> list[Message]:
    return [
        Message("Equation {index}, in order: {equation}.", index=index, equation=_row(row, solved.unknowns))
        for index, row in enumerate(solved.rows, 1)
    ]


def _equations(solved: SolvedSystem) -> Formula:
    return listed(formula(equation) for equation in solved.equations)


def _understanding(solved: SolvedSystem, level: Level) -> Message:
    unknowns = listed(letter(u) for u in solved.unknowns)
    if level is Level.BEGINNER:
        return Message(
            "We look for numbers {unknowns} that make all of these true at the same time: {equations}.",
            unknowns=unknowns,
            equations=_equations(solved),
        )
    return Message("Solve the system {equations} for {unknowns}.", equations=_equations(solved), unknowns=unknowns)


def _approach(level: Level) -> Message:
    match level:
        case Level.BEGINNER:
            return Message(
                "We combine the equations so that one unknown disappears, find the other, and put it back in."
            )
        case Level.INTERMEDIATE:
            return Message(
                "Eliminate one unknown after the other by adding multiples of the equations, then substitute back."
            )
        case _:
            return Message("Gaussian elimination; the matrix has full column rank, so the solution is unique.")


def _row(row: Linear, unknowns: tuple[str, ...]) -> Formula:
    terms = [term(row.coefficients[u], u, 1) for u in unknowns if u in row.coefficients]
    return formula(equals(plus(*terms) if terms else number(0), number(-row.constant)))


def _steps(solved: SolvedSystem, level: Level) -> list[Message]:
    lines: list[Message] = []
    rows = list(solved.rows)
    if level is not Level.ADVANCED:
        lines += _numbered(solved)
    left = list(range(len(rows)))
    pivots: list[tuple[str, Linear]] = []
    for unknown in solved.unknowns:
        pivot = min((i for i in left if unknown in rows[i].coefficients), key=lambda i: _awkwardness(rows[i], unknown))
        left.remove(pivot)
        pivots.append((unknown, rows[pivot]))
        for other in left:
            if unknown in rows[other].coefficients:
                factor = rows[other].coefficients[unknown] / rows[pivot].coefficients[unknown]
                rows[other] = rows[other] + rows[pivot].scaled(-factor)
                lines.append(_eliminated(pivot + 1, other + 1, factor, unknown, _row(rows[other], solved.unknowns)))
    return lines + _back(pivots, solved)


def _awkwardness(row: Linear, unknown: str) -> tuple[int, int]:
    coefficient = fraction(row.coefficients[unknown])
    return (len(row.coefficients), abs(coefficient.numerator) + coefficient.denominator)


def _eliminated(first: int, second: int, factor: fmpq, unknown: str, result: Formula) -> Message:
    if factor == 1:
        return Message(
            "Subtract equation {first} from equation {second}; {unknown} drops out: {result}.",
            first=first,
            second=second,
            unknown=letter(unknown),
            result=result,
        )
    if factor == -1:
        return Message(
            "Add equation {first} to equation {second}; {unknown} drops out: {result}.",
            first=first,
            second=second,
            unknown=letter(unknown),
            result=result,
        )
    if factor < 0:
        return Message(
            "Add {factor} times equation {first} to equation {second}; {unknown} drops out: {result}.",
            factor=formula(number(-factor)),
            first=first,
            second=second,
            unknown=letter(unknown),
            result=result,
        )
    return Message(
        "Subtract {factor} times equation {first} from equation {second}; {unknown} drops out: {result}.",
        factor=formula(number(factor)),
        first=first,
        second=second,
        unknown=letter(unknown),
        result=result,
    )


def _back(pivots: list[tuple[str, Linear]], solved: SolvedSystem) -> list[Message]:
    """From the last unknown to the first, the known values put in."""
    lines: list[Message] = []
    known: dict[str, Node] = {}
    for unknown, row in reversed(pivots):
        result = formula(equals(name(unknown), number(solved.values[unknown])))
        if len(row.coefficients) == 1:
            lines.append(
                Message("From {equation} follows {result}.", equation=_row(row, solved.unknowns), result=result)
            )
        else:
            terms = [_filled(row.coefficients[u], u, known) for u in solved.unknowns if u in row.coefficients]
            filled = formula(equals(plus(*terms), number(-row.constant)))
            lines.append(Message("Put the known values in: {filled}, so {result}.", filled=filled, result=result))
        known[unknown] = number(solved.values[unknown])
    return lines


def _filled(coefficient: fmpq, unknown: str, known: Mapping[str, Node]) -> Node:
    return replace(term(coefficient, unknown, 1), known)


def _check(solved: SolvedSystem) -> list[Message]:
    values = {u: number(v) for u, v in solved.values.items()}
    lines = []
    for equation in solved.equations:
        left, right = (replace(side, values) for side in equation.operands)
        both = _value(equation.operands[1], solved.values)
        if formula(right) == formula(both):
            lines.append(Message("{equation} holds.", equation=formula(equals(left, both))))
        else:
            lines.append(
                Message(
                    "{left} and {right}: both sides are equal.",
                    left=formula(equals(left, both)),
                    right=formula(equals(right, both)),
                )
            )
    return lines


def _value(side: Node, values: Mapping[str, Fraction]) -> Node:
    form = linear(side)
    total = fraction(form.constant) + sum(fraction(c) * values[u] for u, c in form.coefficients.items())
    return number(total)


def _conclusion(solved: SolvedSystem) -> Message:
    found = listed(formula(equals(name(u), number(solved.values[u]))) for u in solved.unknowns)
    if len(solved.asked) < len(solved.unknowns):
        asked = listed(formula(equals(name(u), number(solved.values[u]))) for u in solved.asked)
        return Message("The only solution is {solution}; asked for is {asked}.", solution=found, asked=asked)
    return Message("The only solution is {solution}.", solution=found)
