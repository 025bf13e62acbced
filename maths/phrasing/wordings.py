"""The same statement in the words the grammars know: what asks the same of every family is said in one way.

Each wording keeps the whole meaning by itself: a tail that only asks, a gloss in brackets, a sentence about "it".
Looked at only where nothing understands the statement as it stands; what a wording leaves is read as any text is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.phrasing.wordings_english import EARLY_ENGLISH, ENGLISH
from maths.phrasing.wordings_korean import EARLY_KOREAN, KOREAN
from maths.phrasing.wordings_korean_school import SCHOOL

if TYPE_CHECKING:
    from maths.phrasing.wording import Wording

MAX_ROUNDS = 3

_HANGUL = re.compile(r"[가-힣]")
_ATOM = r"(-?\d+(?:\.\d+)?|\d*[a-z]|\([^()가-힣]{1,30}\))"
_RATIOS = re.compile(rf"(?<![\w:.)]){_ATOM}\s*:\s*{_ATOM}\s*=\s*{_ATOM}\s*:\s*{_ATOM}(?![\d:(.]\S)")
_REPEATING = re.compile(
    r"(?:순환\s*소수|(?:the )?(?:repeating|recurring) decimal)\s+(\d+)\.(\d*?)(\d+?)\3+\s*(?:…|\.{3}|⋯)"
)


def early(problem: str) -> str:
    """The statement with what is always better said otherwise."""
    problem = _REPEATING.sub(r"\1.\2\\overline{\3}", problem)
    return _reworded(problem, EARLY_KOREAN if _HANGUL.search(problem) else EARLY_ENGLISH)


def in_known_words(problem: str) -> str:
    """The statement in other words, or as it is."""
    known = (*SCHOOL, *KOREAN) if _HANGUL.search(problem) else ENGLISH
    problem = _RATIOS.sub(r"(\1)/(\2) = (\3)/(\4)", problem)
    for _ in range(MAX_ROUNDS):
        before, problem = problem, _reworded(problem, known)
        if problem == before:
            break
    return problem


def _reworded(problem: str, known: tuple[Wording, ...]) -> str:
    for sign, said in known:
        problem = sign.sub(said, problem)
    return problem
