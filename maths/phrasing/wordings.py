"""The same statement in the words the grammars know: what asks the same of every family is said in one way.

Each wording keeps the whole meaning by itself: a tail that only asks, a gloss in brackets, a sentence about "it".
Looked at only where nothing understands the statement as it stands; what a wording leaves is read as any text is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.phrasing.wordings_course import COURSE, COURSE_ENGLISH, distributed
from maths.phrasing.wordings_english import EARLY_ENGLISH, ENGLISH
from maths.phrasing.wordings_english_everyday import EVERYDAY_ENGLISH
from maths.phrasing.wordings_korean import EARLY_KOREAN, KOREAN
from maths.phrasing.wordings_korean_everyday import EVERYDAY
from maths.phrasing.wordings_korean_numbers import NUMBERS_KOREAN
from maths.phrasing.wordings_korean_school import SCHOOL

if TYPE_CHECKING:
    from maths.phrasing.wording import Wording

MAX_ROUNDS = 3

_HANGUL = re.compile(r"[가-힣]")
_ATOM = r"(-?\d+(?:\.\d+)?|\d*[a-z]|\([^()가-힣]{1,30}\))"
_RATIOS = re.compile(rf"(?<![\w:.)]){_ATOM}\s*:\s*{_ATOM}\s*=\s*{_ATOM}\s*:\s*{_ATOM}(?![\d:(.]\S)")
_OPERATORS = ("+", "-", "−", "*", "/", "^", "·", "×", "÷", "\\cdot", "\\times", "\\div")
_REPEATING = re.compile(
    r"(?:순환\s*소수|(?:the )?(?:repeating|recurring) decimal)\s+(\d+)\.(\d*?)(\d+?)\3+\s*(?:…|\.{3}|⋯)"
)


_BRACKETED = re.compile(r"((?:순환\s*소수|(?:repeating|recurring) decimal)\s+\$?\d+\.\d*)\((\d+)\)")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:\\%)?|\\frac\{\d+\}\{\d+\}")
_FRACTION = re.compile(r"\\frac\{(\d+)\}\{(\d+)\}")
_JOINS_BEFORE = re.compile(r"[^\s(가-힣]$")
_JOINS_AFTER = re.compile(r"[^\s).,?%A-Za-z가-힣]|[.,]\S")


def _unfenced(problem: str) -> str:
    r"""`$20\%$ of $50$` as `20% of 50`: a number alone needs no dollar signs, which may be taken for money."""
    pieces = problem.split("$")
    if len(pieces) % 2 == 0 or "\\$" in problem or "" in pieces[1:-1]:
        return problem
    text = pieces[0]
    for inside, after in zip(pieces[1::2], pieces[2::2], strict=True):
        bare = _PLAIN_NUMBER.fullmatch(inside) and not _JOINS_BEFORE.search(text) and not _JOINS_AFTER.match(after)
        text += (_FRACTION.sub(r"\1/\2", inside).replace("\\%", "%") if bare else f"${inside}$") + after
    return text


def _as_quotients(found: re.Match[str]) -> str:
    """`2:3 = x:6` as quotients; in `x + 6:4x = 7:16` the sum is a part of the ratio."""
    before, after = found.string[: found.start()].rstrip(), found.string[found.end() :].lstrip()
    if before.endswith(_OPERATORS) or after.startswith(_OPERATORS):
        return found.group()
    return f"({found[1]})/({found[2]}) = ({found[3]})/({found[4]})"


def early(problem: str) -> str:
    """The statement with what is always better said otherwise."""
    problem = _unfenced(distributed(problem))
    problem = _BRACKETED.sub(r"\1\\overline{\2}", _REPEATING.sub(r"\1.\2\\overline{\3}", problem))
    return _reworded(problem, EARLY_KOREAN if _HANGUL.search(problem) else EARLY_ENGLISH)


def in_known_words(problem: str) -> str:
    """The statement in other words, or as it is."""
    korean = (*COURSE, *EVERYDAY, *SCHOOL, *NUMBERS_KOREAN, *KOREAN)
    known = korean if _HANGUL.search(problem) else (*COURSE_ENGLISH, *EVERYDAY_ENGLISH, *ENGLISH)
    problem = _RATIOS.sub(_as_quotients, problem)
    for _ in range(MAX_ROUNDS):
        before, problem = problem, _reworded(problem, known)
        if problem == before:
            break
    return problem


def _reworded(problem: str, known: tuple[Wording, ...]) -> str:
    for sign, said in known:
        problem = sign.sub(said, problem)
    return problem
