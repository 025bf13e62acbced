"""What the worked steps of a family show on the way to a value: the lines a reader would otherwise have to guess."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from maths.steps import work
from maths.verdict import Level, SectionKind, Worked
from tutor.types import Language
from tutor.words import say

B, M, A = Level.BEGINNER, Level.INTERMEDIATE, Level.ADVANCED
SHOWN = [
    ("Find the magnitude of (2, -3, 6)", B, "(-3)² = 9"),
    ("Find the magnitude of (2, -3, 6)", M, "‖u‖ = √(2²+(-3)²+6²) = √49 = 7"),
    ("Find the projection of (3, 4) onto (1, 2)", B, "v·v = 1 + 4 = 5"),
    ("Find the projection of (3, 4) onto (1, 2)", A, "(11/5)(1, 2) = (11/5, 22/5)"),
    ("Find the angle between (1, 0, 1) and (0, 1, 1)", A, "cos θ = 1/(√2·√2) = 1/2"),
    ("Find the angle between the vectors (4,4,7) and (1,4,1), in degrees.", M, " 45°"),
    ("Find the cross product of (1, 2, 3) and (4, 5, 6)", M, "3·4 - 1·6 = 6"),
    ("Compute 2(1,2,3) - 3(0,1,-1)", M, "3(0, 1, -1) = (0, 3, -3)"),
    ("Find the area of the triangle spanned by the vectors (1,2) and (4,5)", M, "1·5 - 2·4 = -3"),
    ("Find the determinant of [[2, 1, 3], [0, -1, 4], [1, 2, 5]]", B, "(-1)·5 - 4·2 = -13"),
    ("Find the determinant of [[2, 1, 3], [0, -1, 4], [1, 2, 5]]", B, "= -26 + 4 + 3 = -19"),
    ("Find the determinant of [[1,2,0,1],[2,4,1,0],[0,1,1,1],[1,0,2,3]]", A, "-1·1·1·12 = -12"),
    ("Find the determinant of [[a, b, 1], [c, d, 0], [1, 2, 3]].", M, "c·2 - d·1 = 2c - d"),
    ("Find the inverse of [[1, 2, 3], [0, 1, 4], [5, 6, 0]]", B, "[[1, 2, 3, 1, 0, 0], [0, 1, 4, 0, 1, 0]"),
    ("Find the inverse of [[2, 1], [4, 3]]", B, "6 - 4 = 2"),
    ("Find the eigenvalues of [[2, 0, 0], [1, 2, 1], [-1, 0, 1]]", M, "(2 - λ)(λ² - 3λ + 2) = -λ³ + 5λ² - 8λ + 4"),
    ("Find the eigenvectors of [[4, 1], [2, 3]]", B, "λ² - 7λ + 10 = 0"),
    ("Find the eigenvectors of [[4, 1], [2, 3]]", B, "[[1, 1/2], [0, 0]]"),
    ("Find the eigenvectors of [[4, 1], [2, 3]]", M, "x₁ = -(1/2)x₂"),
    ("Find A^n where A = [[4, 1], [2, 3]].", M, "P⁻¹ = [[-2/3, 2/3], [2/3, 1/3]]"),
    ("Find A^n where A = [[2, 1], [0, 2]].", B, "[[0, 1], [0, 0]]² = [[0, 0], [0, 0]]"),
    (
        "Find A^5 where A = [[1, 1], [1, 0]].",
        M,
        "[[1, 1], [1, 0]]³ = [[2, 1], [1, 1]][[1, 1], [1, 0]] = [[3, 2], [2, 1]]",
    ),
    ("Find a basis for the null space of [[1,2,3],[2,4,6]].", B, "x₁ + 2x₂ + 3x₃ = 0"),
    ("Find |3-4i|.", M, "√(3²+(-4)²) = √25 = 5"),
    ("Compute (1+i)^8.", B, "(1 + i)² = 1 + 2i + i² = 2i"),
    ("Compute (1+i)^8.", A, "√2·(cos(π/4) + i sin(π/4))"),
    ("Find i^35.", B, "35 = 8·4 + 3"),
    ("Compute (1+i)(2-i)(3+i).", B, "(3 + i)(3 + i) = 9 + 3i + 3i + i² = 8 + 6i"),
    ("Compute (1+2i)^2/(3-4i).", M, "= -25/25 = -1"),
    ("Compute (2+3i) + (4-5i).", B, "3 - 5 = -2"),
    ("Find the real part of (2+i)^3.", M, "(3 + 4i)(2 + i) = 6 + 3i + 8i + 4i² = 2 + 11i"),
    ("Find the argument of -1+i.", B, "π/2"),
    ("Compute C(10,3).", M, "C(10, 3) = 10·9·8/(3·2·1)"),
    ("Compute P(7,2).", M, "P(7, 2) = 7·6"),
    ("Find the partial fractions of (3x+5)/(x^2-x-2).", M, "2 = -3A"),
    ("Find the partial fractions of 1/(x^2(x+1)).", M, "A + C = 0, A + B = 0, B = 1"),
    ("Evaluate the integral of 1/x^2 from 1 to infinity.", B, "∫₁^t(1/x²) dx = -1/t - (-1/1)"),
    ("Evaluate the integral of 1/x^2 from 1 to infinity.", A, "0 - (-1) = 1"),
    ("Evaluate the integral of x*e^(-x) from 0 to infinity.", M, "u = -x"),
    ("Solve y' + y/x = x.", B, "∫ x² dx = C + x³/3"),
    ("Solve y'' - 5y' + 6y = 0, y(0) = 1, y'(0) = 0.", M, "(r - 2)(r - 3) = 0"),
    ("Solve y'' - 5y' + 6y = 0, y(0) = 1, y'(0) = 0.", M, "2C₁ + 3C₂ = 0"),
    ("Solve y' = y^2, y(0) = 1.", M, "-1/y = x + C"),
    ("Find the maximum and minimum of x^3 - 3x on [-2, 2].", M, "3x² - 3 = 0"),
    ("Find the maximum and minimum of x^3 - 3x on [-2, 2].", B, "(-1)³ - 3·(-1) = 2"),
    ("Find the local extrema of x^3 - 3x^2 + 1.", B, "3·1² - 6·1 = -3"),
    ("Find the inflection points of x^3 - 3x^2 + 1.", M, "1³ - 3·1² + 1 = -1"),
    ("Find the local maximum of x + 1/x.", M, "(x² - 1)/x² = 0"),
    ("Find the local minimum of x*e^x.", M, "(x + 1)e^x = 0"),
    ("Find the area between y = x^2 and y = x + 2.", M, "(x + 1)(x - 2) = 0"),
    ("Find the area between y = x^3 and y = x.", B, "-1/8"),
    ("Find the area between y = x^3 and y = x.", M, "1/4 + 1/4 = 1/2"),
    ("Find dy/dx if x^3 + x*y + y^3 = 1.", B, "d/dx(xy) = y + x(dy/dx)"),
    ("Find the tangent line to x^2 + y^2 = 25 at (3, 4).", M, "-3/4"),
    (r"Does the series \sum_{n=1}^{\infty} \frac{n}{2^n} converge?", A, "= 1/2"),
    (r"Does the series \sum_{n=1}^{\infty} \frac{1}{\sqrt{n}} converge?", M, "p = 1/2"),
    (r"Does the series \sum_{n=2}^{\infty} \frac{1}{n \ln n} converge?", B, "u = ln x"),
    (r"Compute \sum_{k=1}^{10} k^3", M, "10²(10 + 1)²/4 = 3025"),
    ("Find the sum of 1/(n(n+1)) from n=1 to infinity.", M, "1 - 1/(N + 1)"),
    ("What day of the week was July 4, 2021?", M, "31 + 28 + 31 + 30 + 31 + 30 + 4 = 185"),
    ("What day of the week was March 10, 1995?", B, "365 - 69 = 296"),
    ("Find the inverse of 17 modulo 43.", B, "1 = 9 - 1·8 = 2·43 + (-5)·17"),
    ("Find the smallest positive integer x such that x ≡ 2 (mod 3) and x ≡ 3 (mod 5).", M, "2 + 3t ≡ 3 (mod 5)"),
    ("Solve 2x + 1 ≡ 5 (mod 9).", B, "2x ≡ 4 (mod 9)"),
    ("Find the distance from (1,1,1) to the plane x + 2y + 2z = 4.", M, "√(1²+2²+2²) = 3"),
    ("Find the equation of the plane through (1,0,0), (0,1,0), (0,0,1).", M, "u × v = (1, 1, 1)"),
]
SAID_TWICE = [  # an equation both sides of which look the same tells a reader nothing
    "Find the equation of the line through (1, 2) perpendicular to y = 2x + 1.",
    "Reflect (3, 4) over the x-axis.",
    "Find a unit vector in the direction of (3,4).",
    "Find the inverse of [[2, 1], [5, 3]]",
    "Compute (1+sqrt(3)i)^6.",
    "Find the determinant of [[0, 1, 2], [1, 0, 3], [4, 5, 6]]",
]


@cache
def _worked(problem: str, level: Level) -> Worked:
    return work(problem, level)


def shown(problem: str, level: Level, language: Language = Language.ENGLISH) -> str:
    """The lines of the steps and of the check."""
    passages = _worked(problem, level).passages
    kinds = {SectionKind.STEPS, SectionKind.CHECK}
    return "\n".join(say(line, language) for p in passages if p.kind in kinds for line in p.lines)


@pytest.mark.parametrize(("problem", "level", "line"), SHOWN)
@pytest.mark.parametrize("language", list(Language))
def test_the_line_is_shown(problem: str, level: Level, line: str, language: Language) -> None:
    assert line in shown(problem, level, language)


@pytest.mark.parametrize("problem", SAID_TWICE)
@pytest.mark.parametrize("level", list(Level))
def test_no_line_says_a_thing_is_itself(problem: str, level: Level) -> None:
    for line in shown(problem, level).splitlines():
        sides = [side.strip(" .:,") for side in line.split(": ")[-1].split(" = ")]
        assert all(left != right for left, right in pairwise(sides)), line
