"""Worked solutions with complex unknowns: real and imaginary parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families.complex_numbers.split import imaginary_name, real_name
from maths.families.equations import questions
from maths.families.equations.unknowns import Ask
from maths.families.terms import equals, name, plus, substitute, times
from maths.families.write import assignments, formula, listed, passages, tree
from maths.message import Message
from maths.tree import Name, Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.equations.unknowns import Conditions
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class SolvedComplex:
    equations: tuple[Relation, ...]
    letters: tuple[str, ...]
    real: Conditions
    values: tuple[Symbolic, ...]
    wanted: Node | None
    result: Node | None


def _parts_lines(solved: SolvedComplex, level: Level) -> list[Message]:
    letters = [
        equals(name(one), plus(name(real_name(one)), times(Name("i"), name(imaginary_name(one)))))
        for one in solved.letters
    ]
    lines = [Message("Write {parts} with real numbers.", parts=listed(formula(one) for one in letters))]
    if level is not Level.ADVANCED:
        lines.append(
            Message("Two complex numbers are equal when their real parts and their imaginary parts are equal.")
        )
    for equation in solved.real.equations:
        left, right = equation.operands
        lines.append(Message("This gives {equation}.", equation=formula(equals(left, right))))
    return lines


def _understanding(solved: SolvedComplex) -> Message:
    given = listed(formula(one) for one in solved.equations)
    if solved.wanted is None:
        return Message("Find every complex number that satisfies {given}.", given=given)
    return Message("Complex numbers satisfy {given}; we look for {wanted}.", given=given, wanted=formula(solved.wanted))


def teach_solutions(solved: SolvedComplex, level: Level, result: Node | None = None) -> tuple[Passage, ...]:
    (letter,) = solved.letters
    nodes = [tree(sympy.expand(value)) for value in solved.values]
    lines = _parts_lines(solved, level)
    for value in solved.values:
        real, imaginary = value.as_real_imag()
        pair = listed(
            [
                formula(equals(name(real_name(letter)), tree(real))),
                formula(equals(name(imaginary_name(letter)), tree(imaginary))),
            ]
        )
        lines.append(Message("A solution is {point}.", point=pair))
    check = []
    if level is not Level.ADVANCED:
        for node in nodes[:2]:
            put = [Relation(tuple(substitute(side, letter, node) for side in one.operands), one.operators)
                   for one in solved.equations]  # fmt: skip
            check.append(Message("Put back: {equation}, as required.", equation=listed(formula(one) for one in put)))
    if result is not None:
        conclusion = questions.said(Ask.COUNT, nodes, result)
    elif not nodes:
        conclusion = Message("No complex number solves the equation.")
    elif len(nodes) == 1:
        conclusion = Message("The solution is {solution}.", solution=assignments(letter, nodes))
    else:
        conclusion = Message("The solutions are {solutions}.", solutions=assignments(letter, nodes))
    return passages(
        understanding=[_understanding(solved)],
        approach=[_approach(level)],
        steps=lines,
        check=check,
        conclusion=[conclusion],
    )


def _approach(level: Level) -> Message:
    if level is Level.BEGINNER:
        return Message("Split every complex number into its real part and its imaginary part, and compare the parts.")
    return Message("Compare real and imaginary parts.")


def teach_value(solved: SolvedComplex, level: Level) -> tuple[Passage, ...]:
    assert solved.wanted is not None and solved.result is not None  # noqa: PT018, S101 - a value is asked
    fact = formula(equals(solved.wanted, solved.result))
    return passages(
        understanding=[_understanding(solved)],
        approach=[_approach(level)],
        steps=[
            *_parts_lines(solved, level),
            Message("Wherever the equations hold, the replacements lead to {fact}.", fact=fact),
        ],
        conclusion=[Message("The value is {result}.", result=fact)],
    )
