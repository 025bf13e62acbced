"""Writes docs/gallery.md: thirty problems with the solutions mathematics writes for them, without any model.

.venv/bin/python tests/gallery.py            (make gallery)
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from cogs.wording import LEVELS
from maths.plain import plain
from maths.steps import work
from maths.verdict import Level
from tutor.sheets import NAMES
from tutor.types import Language
from tutor.words import render, say

PLACE = Path(__file__).parents[1] / "docs" / "gallery.md"
B, M, A = Level.BEGINNER, Level.INTERMEDIATE, Level.ADVANCED
EN, KO = Language.ENGLISH, Language.KOREAN


class Shown(NamedTuple):
    """A problem, for whom it is explained, and in which language."""

    subject: str
    problem: str
    level: Level
    language: Language


GALLERY = (
    Shown("Arithmetic", "2/3 + 5/8 * (4 - 1)", B, EN),
    Shown("Arithmetic", "순환소수 0.3636…을 분수로 나타내시오.", B, KO),
    Shown("Whole numbers", "Find the greatest common divisor of 252 and 198.", M, EN),
    Shown("Whole numbers", "360을 소인수분해하시오.", B, KO),
    Shown("Whole numbers", "How many integers from 1 to 100 are divisible by 3 or 5?", M, EN),
    Shown("Whole numbers", "Find the last digit of 7^2025.", A, EN),
    Shown("Equations", "3x^2 + 4x + 5 = 1", M, EN),
    Shown("Equations", "이차방정식 x^2 - 5x + 6 = 0을 푸시오.", B, KO),
    Shown("Equations", "Solve sqrt(2x + 3) = x.", M, EN),
    Shown("Equations", "Solve sin x = 1/2 for 0 <= x < 2pi.", A, EN),
    Shown("Equations", "연립방정식 2x + y = 7, x - y = -1을 푸시오.", M, KO),
    Shown("Inequalities", "Solve x^2 - 4x + 3 < 0.", M, EN),
    Shown("Polynomials", "Factor x^3 - 6x^2 + 11x - 6.", M, EN),
    Shown("Polynomials", "x^3 - 2x + 5를 x - 1로 나눈 나머지를 구하시오.", M, KO),
    Shown("Functions", "Let f(x) = 2x + 5. Find the inverse of f.", M, EN),
    Shown("Sequences and series", "수열 3, 7, 11, 15의 n번째 항을 구하시오.", B, KO),
    Shown("Sequences and series", "Evaluate \\sum_{k=1}^{10} k^2.", M, EN),
    Shown("Calculus", "Differentiate x^2 * sin(x).", B, EN),
    Shown("Calculus", "∫x*e^x dx를 구하시오.", M, KO),
    Shown("Calculus", "Find the tangent line to y = x^2 at x = 1.", M, EN),
    Shown("Calculus", "lim_{x→0} (1 - cos x)/x^2의 값을 구하시오.", A, KO),
    Shown("Calculus", "Solve y' + 2y = 4 with y(0) = 1.", A, EN),
    Shown("Matrices and vectors", "Find the eigenvalues of [[2, 1], [1, 2]].", A, EN),
    Shown("Matrices and vectors", "행렬 [[1, 2], [3, 4]]의 역행렬을 구하시오.", M, KO),
    Shown("Complex numbers", "Write 1 + i in polar form.", M, EN),
    Shown("Counting and chance", "Two fair dice are rolled. What is the probability that the sum is 7?", B, EN),
    Shown("Counting and chance", "10명 중에서 3명을 뽑는 경우의 수는?", M, KO),
    Shown("Statistics", "Find the median of 3, 1, 4, 1, 5, 9.", B, EN),
    Shown("Geometry", "두 점 (1, 2), (4, 6) 사이의 거리를 구하시오.", B, KO),
    Shown("Percent and measure", "By what percent does 80 have to increase to become 100?", B, EN),
)


def written() -> str:
    """The whole page. Raises SystemExit when a problem is not decided."""
    parts = [
        "# Gallery\n",
        "Thirty problems of all families, at three levels and in two languages, as `lemma ask` answers them: every",
        "word below was written by mathematics, no model was asked. `make gallery` writes this page anew.\n",
        "Sixteen pictures, as they are sent (pages, plots and charts): [pictures](pictures/README.md).\n",
    ]
    for subject, shown in groupby(GALLERY, lambda shown: shown.subject):
        parts.append(f"## {subject}\n")
        parts += [_solution(problem) for problem in shown]
    return "\n".join(parts)


def _solution(shown: Shown) -> str:
    worked = work(shown.problem, shown.level)
    answer, method = worked.decision.answer, worked.decision.method
    if answer is None or method is None:
        sys.exit(f"{shown.problem} is not decided: {worked.decision.reason}")
    language = shown.language
    lines = [f"### {plain(shown.problem)}\n", f"*{say(LEVELS[shown.level], language)}*\n"]
    for passage in worked.passages:
        lines.append(f"**{say(NAMES[passage.kind], language)}**\n")
        lines += [f"- {plain(render(line, language))}" for line in passage.lines]
        lines.append("")
    lines.append(f"✅ **{plain(f'${answer.latex}$')}** ({say(method, language)})\n")
    return "\n".join(lines)


if __name__ == "__main__":
    PLACE.write_text(written(), encoding="utf-8")
