"""The worked solution of a system of linear equations: elimination, then putting in from the bottom up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.equations.system_elimination import eliminate, put_back, row_formula
from maths.families.routes.linear import linear
from maths.families.terms import equals, fraction, name, number, replace
from maths.families.write import formula, letter, listed, passages
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

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
    found = eliminate(rows, unknowns, level)
    left = [row for row in found.rows if not row.coefficients and row.constant != 0]
    return passages(
        understanding=[_understanding(solved, level)],
        approach=[Message("Eliminate one unknown after the other and see what is left.")],
        steps=[*found.lines, *(Message("{row} is never true.", row=row_formula(row, unknowns)) for row in left[:1])],
        check=[
            Message("The rank of the coefficients is smaller than that of the extended matrix.")
            if level is Level.ADVANCED
            else Message("Each step can be undone, so the equations at the start cannot be true together either.")
        ],
        conclusion=[Message("No values satisfy all the equations.")],
    )


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


def _steps(solved: SolvedSystem, level: Level) -> list[Message]:
    found = eliminate(solved.rows, solved.unknowns, level)
    return [*found.lines, *put_back(found, solved.values, solved.unknowns, level)]


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
