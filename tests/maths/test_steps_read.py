"""What the worked steps of a family show on the way to a value: the lines a reader would otherwise have to guess."""

from __future__ import annotations

import pytest

from maths.steps import work
from maths.verdict import Level, SectionKind
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
]


def shown(problem: str, level: Level, language: Language = Language.ENGLISH) -> str:
    """The lines of the steps and of the check."""
    passages = work(problem, level).passages
    kinds = {SectionKind.STEPS, SectionKind.CHECK}
    return "\n".join(say(line, language) for p in passages if p.kind in kinds for line in p.lines)


@pytest.mark.parametrize(("problem", "level", "line"), SHOWN)
@pytest.mark.parametrize("language", list(Language))
def test_the_line_is_shown(problem: str, level: Level, line: str, language: Language) -> None:
    assert line in shown(problem, level, language)
