"""Three levels of algebra and analysis: each a text of its own, beginners told at least as much as advanced readers."""

from __future__ import annotations

import pytest

from maths.steps import work
from maths.verdict import Level, SectionKind
from tutor.types import Language
from tutor.words import say

TAUGHT = [
    "Differentiate x^3*cos(x)",
    "Differentiate (x^2+3)/(x-2)",
    "Differentiate ln(x^2+5)",
    "Differentiate 4x^5 - 3x + 2",
    "Find the integral of x*e^x",
    "Find the integral of x*cos(x^2)",
    "Evaluate the integral of x^2 from 1 to 4",
    "Let f(x) = 3x^2 + 5x. Find f'(2).",
    "Solve y' = 6x",
    "Solve y' + y = x",
    "Find 1/(2+i)",
    "Compute (2+3i)(1-2i)",
    "Solve x^2 - 8x + 9 = 0",
    "Solve x^3 - 6x^2 + 11x - 6 = 0",
    "Solve x^2 - 5x + 6 < 0",
    "Solve 2x + 3y = 7, x - y = 1",
    "Find the partial fractions of 1/(x^2-9)",
    "Expand (x+2)(x-5)",
    "Divide x^3 - 2x + 1 by x - 1",
    "Find the inverse function of f(x) = 2x + 3",
    "Find the determinant of [[1,2],[3,5]]",
    "Find the eigenvalues of [[2,1],[1,2]]",
    "Find the rank of [[1,2],[2,4]]",
    "Find the dot product of (1,2,3) and (4,5,6)",
    "Find 1 + 2 + 3 + ... + 50",
    "Let a_1 = 1 and a_{n+1} = 2a_n + 1. Find a_5.",
]
THREE_TEXTS = [  # intermediate differs from beginner and advanced in what is said on the way
    *TAUGHT[:12],
    "Find the magnitude of (2, -3, 6)",
    "Find the projection of (3, 4) onto (1, 2)",
    "Find the angle between (1, 0, 1) and (0, 1, 1)",
    "Find the determinant of [[2, 1, 3], [0, -1, 4], [1, 2, 5]]",
    "Find the inverse of [[1, 2, 3], [0, 1, 4], [5, 6, 0]]",
    "Find the eigenvectors of [[4, 1], [2, 3]]",
    "Find A^n where A = [[4, 1], [2, 3]].",
    "Compute |3-4i|",
    "Compute (1+i)^8",
    "Find the argument of -1+i.",
    "Find the local extrema of x^3 - 3x^2 + 1.",
    "Find the area between y = x^3 and y = x.",
    "Evaluate the integral of 1/x^2 from 1 to infinity.",
    "Find the partial fractions of 1/(x^2(x+1)).",
    "Solve y'' - 5y' + 6y = 0",
    "Solve y' = y^2, y(0) = 1.",
    r"Does the series \sum_{n=1}^{\infty} \frac{(-1)^n}{n} converge?",
    r"Compute \sum_{k=1}^{10} k^3",
    r"Compute \sum_{k=3}^{10} k^2",
    "Solve 2x^2 + x >= 6",
    "Solve (x+1)/(x-2) >= 0",
    "Solve |2x - 1| > x + 3",
    "Solve |x - 1| + |x + 2| = 5",
    "Solve sin x = cos x for 0 <= x < 2pi",
    "Solve 2cos^2(x) + 3 sin(x) - 3 = 0 for 0 <= x < 2pi",
    "Solve 4^x - 3*2^x + 2 = 0",
    "Solve sqrt(x+6) = x",
    "Find the limit of (x^2 - 4)/(x - 2) as x approaches 2",
    r"Find \lim_{x \to \infty} (3x^2 + 2x)/(5x^2 - 1)",
    "Let f(x) = 2x+1 and g(x) = x^2. Calculate f(g(3)).",
    "Find the inverse function of f(x) = (2x+1)/(x-3)",
    "Find the center and radius of the circle x^2 + y^2 - 6x + 4y - 12 = 0",
    "Find the vertex of the parabola y = -2x^2 + 8x - 3",
]


def _texts(problem: str, level: Level, language: Language) -> tuple[list[str], list[str]]:
    """All lines, and those of the steps."""
    passages = work(problem, level).passages
    every = [say(line, language) for passage in passages for line in passage.lines]
    steps = [say(line, language) for p in passages if p.kind is SectionKind.STEPS for line in p.lines]
    return every, steps


def _told(problem: str, level: Level, language: Language) -> list[str]:
    """Approach and steps: the work itself, not how the task and the answer are introduced."""
    kinds = {SectionKind.APPROACH, SectionKind.STEPS}
    return [say(line, language) for p in work(problem, level).passages if p.kind in kinds for line in p.lines]


@pytest.mark.parametrize("problem", TAUGHT)
@pytest.mark.parametrize("language", list(Language))
def test_levels_differ_and_beginners_are_told_most(problem: str, language: Language) -> None:
    beginner, middle, advanced = (_texts(problem, level, language) for level in Level)
    assert beginner[0] != advanced[0]
    assert middle[0] != advanced[0] or beginner[0] != middle[0]
    assert len(beginner[1]) >= len(middle[1]) >= len(advanced[1]) >= 1


@pytest.mark.parametrize("problem", TAUGHT)
def test_each_step_has_a_sentence(problem: str) -> None:
    for level in Level:
        for line in _texts(problem, level, Language.ENGLISH)[1]:
            assert any(len(word.strip(",.:;")) > 1 and word.strip(",.:;").isalpha() for word in line.split()), line


@pytest.mark.parametrize("problem", THREE_TEXTS)
def test_three_texts(problem: str) -> None:
    for language in Language:
        assert len({tuple(_told(problem, level, language)) for level in Level}) == len(Level)


def test_a_derivative_at_a_point_shows_the_derivative_first() -> None:
    for language in Language:
        steps = " ".join(_texts("Let f(x) = 3x^2 + 5x. Find f'(2).", Level.BEGINNER, language)[1])
        assert "f′(x) = 6x + 5" in steps


def test_parts_and_substitution_say_what_is_taken() -> None:
    parts = " ".join(_texts("Find the integral of x*e^x", Level.INTERMEDIATE, Language.ENGLISH)[1])
    assert "u = x, v′ = e^x; then u′ = 1, v = e^x" in parts
    substitution = " ".join(_texts("Find the integral of x*cos(x^2)", Level.BEGINNER, Language.ENGLISH)[1])
    assert "u = x²; then du = 2x dx" in substitution
