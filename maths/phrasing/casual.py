"""What people type around a problem late at night, taken off before it is read: quotes, bold, faces, slips.

Only what can mean nothing vanishes, and only at the edges of the text; what might be meant stays and is then not
understood. Slips are mended in words that ask for something ("slove", "simplfy"), never in words that carry a
condition: the list is closed, and a word that is itself a word of the lexicon is no slip.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.phrasing.lexicon import PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DECORATED = 2_000  # characters that are looked at

_ASKING = (
    "solve", "simplify", "factor", "factorise", "factorize", "expand", "differentiate", "integrate", "evaluate",
    "calculate", "compute", "determine", "derivative", "integral", "antiderivative", "determinant", "equation",
    "please", "thanks",
)  # fmt: skip
"""The words in which a slip is mended: what is asked for, and courtesy."""
_LONGEST = max(map(len, _ASKING)) + 1
_NO_SLIPS = (
    "solved solver solves salve valve factors factory factored actor expend expands expanded computed computer computes"
    " commute commuted integrals integrated integrates equations derivatives determined determines determinants"
    " calculated calculates calculator evaluated evaluates pleased pleases pleas thank tanks thinks olive sole dissolve"
    " differentiated differentiates factorised factorises factorized factorizes simplifies simplified resolve"
)
_REAL_WORDS = frozenset(_NO_SLIPS.split())
_WORD = re.compile(rf"(?<![\w\\$])[A-Za-z]{{5,{_LONGEST}}}(?![\w(^_])")
_WORDS_OF_PHRASES = re.compile(r"[a-z]{3,}")

_FACE = (
    "[\U0001f600-\U0001f644\U0001f646-\U0001f64f\U0001f910-\U0001f92f\U0001f970-\U0001f97a\U0001f480\U0001f44d\U0001f44f"
    "\U0001f389\U0001f525\u2728\u2764\u2665\u263a\u2639][\ufe0f\u200d\U0001f3fb-\U0001f3ff\u2640\u2642]*"
)  # no 🙅, no hands that point down: they deny
_SIGH = r"[ㅠㅜ]+|[ㅋㅎ]+|ㄱㄱ+|ㄱㅅ|ㅎㅇ|ㅂㅌ|\^\^|\^_\^|T_T|:['’]?[()]|:-[()]|;-?\)|xD|:D|<3|~+"
_LEADING = re.compile(rf"(?:{_FACE}|(?:{_SIGH})(?=\s)|\s)+")
_TRAILING = re.compile(rf"(?:{_FACE}|(?<=[\s가-힣.?!])(?:{_SIGH})|\s)+$")
_SPOKEN = re.compile(r"[A-Za-z]{2}|[가-힣]")
_QUOTED = re.compile(r"^> ?(?=\S)", re.MULTILINE)
_BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<inner>[^*_\n]+)(?P=mark)(?P<stop>[.?!]?)")
_BLOCK = re.compile(r"```(?:\w*\n)?\s*(?P<inner>[^`]+?)\s*```")
_ROOT = re.compile(r"루트\s*(?P<radicand>\d+(?:\.\d+)?|[a-z])(?=\s*(?:(?!더하기|빼기|곱하기|나누기)[가-힣]|[=?!.]|$))")
_PERCENT = re.compile(r"(?<=\d)\s*(?:퍼센트|(?:percent|per cent)(?=\s+of\b))")


def plainly(text: str) -> str:
    """The text without what only decorates it, with slips mended in words that ask."""
    if len(text) > MAX_DECORATED:
        return text
    text = _without_marks(text.strip())
    text = _without_faces(text)
    text = _PERCENT.sub("%", _ROOT.sub(r"√\g<radicand>", text))
    return _WORD.sub(lambda found: _mended(found.group()), text)


def _without_marks(text: str) -> str:
    """Without Markdown around the whole: a quotation, bold, a block of code."""
    lines = [line for line in text.splitlines() if line.strip()]
    quoted = bool(lines) and all(re.match(r"> ?[^\s=>]", line) for line in lines)
    if quoted and re.search(r"[A-Za-z가-힣=]", text):
        text = _QUOTED.sub("", text)
    for whole in (_BLOCK, _BOLD):
        found = whole.fullmatch(text)
        if found is not None:
            text = found["inner"] + (found.groupdict().get("stop") or "")
    return text


def _without_faces(text: str) -> str:
    """Without faces and sighs at either end; one that also stands elsewhere may be an unknown, and all stay."""
    start, end = _LEADING.match(text), _TRAILING.search(text)
    first, last = start.end() if start else 0, end.start() if end else len(text)
    taken = set("".join(found.group() for found in (start, end) if found).split())
    middle = text[first:last]
    touches = first > 0 and not text[first - 1].isspace() and not _SPOKEN.match(middle)  # `😀=3`
    return text if first > last or touches or any(sign in middle for sign in taken) else middle


def _mended(word: str) -> str:
    return _SLIPS.get(word.lower(), word)


def _slips() -> dict[str, str]:
    """Each word one slip away from exactly one asking word, and no word itself."""
    known = {word for source in PHRASES.sources for word in _WORDS_OF_PHRASES.findall(source.lower())} | _REAL_WORDS
    found: dict[str, set[str]] = {}
    for meant in _ASKING:
        for typed in _one_slip_away(meant):
            found.setdefault(typed, set()).add(meant)
    return {
        typed: next(iter(meant))
        for typed, meant in found.items()
        if len(meant) == 1 and typed not in known and typed not in _ASKING
    }


def _one_slip_away(word: str) -> Iterator[str]:
    """Two neighbours exchanged, a letter left out, doubled, or another vowel or neighbour inside the word."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    yield word + word[-1]
    for place in range(len(word)):
        if place + 1 < len(word):
            yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        if place > 0:
            yield word[:place] + word[place + 1 :]
            yield word[:place] + word[place - 1] + word[place:]
        if 0 < place < len(word) - 1:
            yield from (word[:place] + letter + word[place + 1 :] for letter in letters)


_SLIPS = _slips()
