"""Worked solutions: complete at every level, in both languages, every formula readable and true."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from maths.decide import decide
from maths.grading.zero import same_value
from maths.message import Formula, Message
from maths.read import read
from maths.steps import work
from maths.tree import Matrix, PlusMinus, Relation, names, walk
from maths.verdict import Level, SectionKind, Worked
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

PROBLEMS = [
    "3x^2+4x+5=1",
    "Solve 2x^2-5x-3=0",
    "Solve x^2 - 2x - 1 = 0",
    "Solve x^2 = 9",
    "Solve x^2 + 4 = 0",
    "Solve x^2 - 6x + 9 = 0",
    "Solve x^2 = 3x",
    "Solve b^2 + b - 1 = 0",
    "Solve 5x - 3 = 2x + 9",
    "Solve 2(x-1)=3(x+2)",
    "Solve 7 = 3 - x/2",
    "Solve x/(x-1) = 2",
    "Solve (x^2-1)/(x-1)=2",
    "Solve x + 1 = x + 2",
    "Solve x^3-6x^2+11x-6=0",
    "Solve x^4 - x^2 = 0",
    "Solve x^3 = 8",
    "Solve 2x/3 - 1/6 = x^2",
    "Find all real solutions of x^3 = 8",
    "Solve x^2 + 1 = 0 over the reals",
    "Solve 2x+y=5, x-y=1",
    "Solve a + b + c = 6, a - b = 0, c - a = 1 for c",
    "What is (2+3*4)^2/7 - 1/2?",
    "Calculate 0.25 * (3 - 1.5)",
    "Simplify (-6*(-3 + sqrt(108)) - 2)**2.",
    "Evaluate x^2+3x when x=-2",
    "20% of 50",
    "5! / 3!",
    "Differentiate x^2*sin(x)",
    "d/dx[x^3+2x^2+x+1]",
    "differentiate (x^2+1)/(x-1)",
    "differentiate e^(x^2) + ln(x)",
    "differentiate x^x",
    "Find the second derivative of x^4 - 3x",
    "∫(x^2 + 3x + 2)dx",
    "∫ x e^x dx",
    "∫ 2x cos(x^2) dx",
    "∫ 1/(x^2-4) dx",
    "∫_0^1 x^2 dx",
    "lim x->0 sin(x)/x",
    "lim_{x->2} (x^2-4)/(x-2)",
    "lim_{x->oo} (3x^2+1)/(x^2-x)",
    "lim_{x->3} (x+1)",
    "lim_{x->oo} x^2/e^x",
    "Expand (2*x - 3)(x + 4).",
    "Expand (x+y+1)^3",
    "Factor 4*b**2 + 1972*b + 193320.",
    "Factor x^2 - 9",
    "Factor x^3 - x",
    "Factor x^2 - y^2",
    "Simplify (x^2-1)/(x-1)",
    "Simplify 2x + 3x - (x - 1)",
    "simplify sin(x)^2+cos(x)^2",
    "Find the eigenvalues of [[1, 2], [3, 4]]",
    "Find the eigenvalues of [[2,1,0],[1,2,1],[0,1,2]]",
    "Find the determinant of [[1,2],[3,4]]",
    "Find the determinant of [[1,2,3],[4,5,6],[7,8,10]]",
    "Find the inverse of [[1,2],[3,5]]",
    "Find the inverse of [[2,0,1],[1,1,0],[0,3,1]]",
]


def formulas(message: Message) -> Iterator[Formula]:
    for _, argument in message.arguments:
        if isinstance(argument, Formula):
            yield argument
        elif isinstance(argument, Message):
            yield from formulas(argument)


def lines(worked: Worked) -> list[Message]:
    return [line for passage in worked.passages for line in passage.lines]


@pytest.mark.parametrize("problem", PROBLEMS)
@pytest.mark.parametrize("level", list(Level))
def test_every_family_is_taught_whole_at_every_level(problem: str, level: Level) -> None:
    """All five sections, in order; every sentence renders in both languages without a gap or raw LaTeX."""
    worked = work(problem, level)
    assert worked.decision.answer is not None, str(worked.decision.reason)
    assert [passage.kind for passage in worked.passages] == list(SectionKind)
    for line in lines(worked):
        english, korean = say(line, Language.ENGLISH), say(line, Language.KOREAN)
        assert english != korean
        for text in (english, korean):
            assert not any(sign in text for sign in ("{", "\\", "$", "None", "  ")) or "[[" in text or "{ }" in text, (
                text
            )


@pytest.mark.parametrize("problem", PROBLEMS)
def test_every_formula_of_a_step_is_read_back_and_true(problem: str) -> None:
    """`maths.read` reads each one; where it equates numbers, the numbers are equal."""
    for level in Level:
        for line in lines(work(problem, level)):
            for formula in formulas(line):
                _is_true(formula)


def _is_true(formula: Formula) -> None:
    node = read(formula.typed)
    doubtful = any(isinstance(part, (PlusMinus, Matrix)) for part in walk(node))
    if not isinstance(node, Relation) or names(node) or doubtful:
        return
    for (left, right), operator in zip(pairwise(node.operands), node.operators, strict=True):
        assert same_value(left, right) is (operator == "="), formula.typed


def test_levels_differ_as_a_teacher_would() -> None:
    """Beginners see every operation; advanced readers the least."""
    counts = {level: len(lines(work("3x^2+4x+5=1", level))) for level in Level}
    assert counts[Level.BEGINNER] > counts[Level.INTERMEDIATE] > counts[Level.ADVANCED]


def test_an_undecided_problem_is_not_taught() -> None:
    """No passages without a decision; the reason is that of `decide`."""
    problem = "Find the prettiest root of x^2-4=0"
    worked = work(problem, Level.BEGINNER)
    assert worked.passages == ()
    assert worked.decision == decide(problem)


def test_no_real_solution_is_said_plainly() -> None:
    """The school answer and the complex roots, both."""
    spoken = [say(line, Language.ENGLISH) for line in lines(work("3x^2+4x+5=1", Level.INTERMEDIATE))]
    assert "The equation has no real solution." in spoken
    assert any("complex solutions are" in line for line in spoken)


def test_an_extraneous_value_is_shown_and_left_out() -> None:
    """Multiplying by a denominator brings in a value that the steps must throw out again."""
    worked = work("Solve (x^2-1)/(x-1)=2", Level.INTERMEDIATE)
    assert worked.decision.answer is not None
    assert worked.decision.answer.typed == "{}"
    assert any("makes a denominator zero, so it is not a solution" in str(line) for line in lines(worked))


def test_common_problems_are_quick() -> None:
    """Decided and worked within the time a reply has, once SymPy is warm."""
    problems = PROBLEMS[:30]
    for problem in problems:
        work(problem, Level.INTERMEDIATE)
    started = time.process_time()
    for problem in problems:
        work(problem, Level.INTERMEDIATE)
    assert (time.process_time() - started) / len(problems) < 0.06  # seconds each; measured 0.01 on an idle core
