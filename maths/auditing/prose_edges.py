"""The edges of a side in prose: whether something next to it may belong to it."""

from __future__ import annotations

from maths.auditing.prose_tokens import Kind, Token
from maths.auditing.units import is_unit
from maths.auditing.words import wordset

MAX_UNIT = 5  # words between a number and the next sign
_REACHING = wordset(  # words between a number and what follows that make one thing of both
    "of than plus minus times by divided multiplied less more percent from and subtract subtracting subtracted adding"
    " add to into 만 천 억 배 의 백 더하기 빼기 곱하기 나누기 에서 와 과"
)
_FRACTIONS = wordset(
    "half halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths eighth eighths tenth tenths"
    " twice double triple thrice times percent root roots square cube logarithm factorial 절반 두배"
)
_ARTICLES = wordset("the a an another extra additional other his her its their these those")
_REACHED = wordset("amount amounts amounted come comes came up down reduced increased equal equals sum sums")
_TOTALS = wordset("total sum average amount cost number price value difference rest")
_BINDING = frozenset(["\x00", "\\", "_", "√", "|", "π", "{", "∑", "∏", "∫", ".", "..", "..."]) - {"."}
_SCALES = wordset("dozen dozens hundred thousand million billion trillion k squared cubed 다스")
_KOREAN_SCALES = ("만", "천", "억", "조", "백만")
_REMAINDER = wordset("remainder rem r mod modulo 나머지")


def hyphened(stream: list[Token], place: int) -> bool:
    """`two-hour`: a sign between letters that touch it."""
    if not 0 < place < len(stream) - 1:
        return False
    before, sign, after = stream[place - 1 : place + 2]
    return after.kind is Kind.WORD and before.end == sign.start and sign.end == after.start


def is_scale(word: str) -> bool:
    return word in _SCALES or word.startswith(_KOREAN_SCALES)


def closed_before(stream: list[Token], first: int) -> bool:
    """Whether nothing before the side can belong to it: `half of`, `5 more than`, `20 + the`."""
    near: list[str] = []
    for place in range(first - 1, max(-1, first - 3 - MAX_UNIT), -1):
        token = stream[place]
        if token.kind is Kind.WORD:
            near.append(token.text.lower())
        elif not hyphened(stream, place):
            return _ends_before(stream, place, first, near)
        if _FRACTIONS.intersection(near[:2]):
            return False
    return True


def _ends_before(stream: list[Token], place: int, first: int, near: list[str]) -> bool:
    """Whether the first thing before the side that is no word, with the words between, leaves it alone."""
    match stream[place].kind:
        case Kind.EQUAL | Kind.RELATION:
            return True
        case Kind.OPEN:
            return place == 0 or stream[place - 1].kind is not Kind.OPERATOR
        case Kind.STOP:
            return not _glued(stream, place, first)
        case Kind.OPERATOR:
            return bool(near) and _dash(stream, place)
        case _:
            return bool(near) and not _reaches(near) and not all(map(is_unit, near))


def _reaches(between: list[str]) -> bool:
    """Whether the words between a number and a side, nearest first, make one thing of both."""
    near = [word for word in between if word not in _ARTICLES]
    if not near:
        return False
    return (
        near[0] in _REACHING
        and not (near[0] == "of" and near[1:2] and near[1] in _TOTALS)
        and not (near[0] == "to" and near[1:2] and near[1] in _REACHED)
    )


def _glued(stream: list[Token], place: int, first: int) -> bool:
    """Whether punctuation makes one thing of what stands on both sides: `16,0000`, `3:15`, a gap left by LaTeX."""
    stop = stream[place]
    if stop.text in _BINDING:
        return True
    before = stream[place - 1] if place else None
    touches = before is not None and before.kind is Kind.NUMBER and before.end == stop.start
    return touches and place + 1 == first and stop.end == stream[first].start and stop.text in ",:.'"


def _dash(stream: list[Token], place: int) -> bool:
    """A dash between words, with spaces around it."""
    token = stream[place]
    before, after = stream[place - 1] if place else None, stream[place + 1]
    return (
        token.text == "-"
        and after.kind is Kind.WORD
        and token.end < after.start
        and before is not None
        and before.kind in {Kind.WORD, Kind.STOP}
    )


def closed_after(stream: list[Token], end: int, unit_end: int) -> bool:
    """Whether nothing after the side can belong to it."""
    if any(token.text.lower() in _REMAINDER for token in stream[end : unit_end + 1]):
        return False
    if unit_end >= len(stream):
        return True
    following, unit = stream[unit_end], stream[end:unit_end]
    match following.kind:
        case Kind.NUMBER | Kind.VARIABLE | Kind.OPERATOR | Kind.AFTER:
            return _apart(unit, operator=following.kind is Kind.OPERATOR)
        case Kind.OPEN:
            return bool(unit) or stream[end - 1].end < following.start
        case Kind.STOP:
            return not (following.text in _BINDING or following.text.startswith("..") or _glues(stream, end, unit_end))
        case _:
            return True


def _apart(unit: list[Token], *, operator: bool) -> bool:
    """Whether the words after a number keep what follows them apart from it."""
    if not unit or unit[-1].kind is not Kind.WORD or (operator and len(unit) == 1):
        return False
    return unit[-1].text.lower() not in _REACHING | _FRACTIONS and not all(is_unit(t.text.lower()) for t in unit)


def _glues(stream: list[Token], end: int, unit_end: int) -> bool:
    """`16,0000` and `3:15`."""
    stop = stream[unit_end]
    after = stream[unit_end + 1] if unit_end + 1 < len(stream) else None
    if unit_end > end or after is None or after.kind is not Kind.NUMBER:
        return False
    return stop.text == ":" or (stop.text == "," and stream[end - 1].end == stop.start and stop.end == after.start)
