"""A request cut into the pieces that are formulas, with the places they stand at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_THOUSANDS = re.compile(r"\d,\d{3}(?!\d)")
_ASKING = re.compile(
    r"(?i)^\s*(?:please\s+)?(?:plot|draw|graph|sketch|show)\b(?:\s+me)?(?:\s+the)?(?:\s+(?:graphs?|curves?|functions?))?(?:\s+of)?(?![\w(=^])"
    r"|^\s*(?:the\s+)?graphs?\s+of\b"
)
_ASKED = re.compile(
    r"\s*(?:(?:의\s*(?:그래프|곡선)?\s*(?:를|을)?|(?:그래프|곡선)\s*(?:를|을)?|를|을)\s*(?:좀\s*)?"
    r"(?:그려\s*(?:줘|주세요|라|봐)?요?|그리시오|그리기)?|(?:좀\s*)?(?:그려\s*(?:줘|주세요|라|봐)요?|그리시오|그리기))\s*[.?!]?\s*$"
)
_JOINED = re.compile(r"\s*(?:와|과|그리고|하고)\s+")
_CONDITIONS = tuple(
    re.compile(pattern)
    for pattern in (
        r"^(?P<body>.+?)\s*\(\s*(?:단|where|for)\b\s*,?\s*(?P<limits>[^()]+)\)\s*$",
        r"^(?P<body>.+?)\s*\(\s*(?P<limits>[^()]*(?:[<>≤≥]|\\le|\\ge)[^()]*)\)\s*$",
        r"^(?P<body>.+?)\s*\{\s*(?P<limits>[^{}]*(?:[<>≤≥]|\\le|\\ge)[^{}]*)\}\s*$",
        r"^(?P<body>.+?)\s+(?:for|when|where|if|with|on|over)\s+(?P<limits>.+)$",
        r"^(?P<limits>.*(?:[<>≤≥]|\\le|\\ge|\[).*?)\s*(?:일\s*때|에서의?)\s*,?\s*(?P<body>.+)$",
        r"^(?P<body>.+=.+?)\s+(?P<limits>[A-Za-z]\s+from\s+.+)$",
        (
            r"^(?!\s*r\s*=|.*(?:theta|θ)|.*(?:[^A-Za-z\s]|\b[A-Za-z])\s+[A-Za-z]\s+from\b)"
            r"(?P<body>.+?)\s+(?P<limits>from\s+.+?\s+to\s+.+)$"
        ),
    )
)
_RANGE = tuple(
    re.compile(pattern)
    for pattern in (
        r"^(?:from\s+)?(?P<letter>[A-Za-z]|theta|θ)\s+from\s+(?P<low>.+?)\s+to\s+(?P<high>.+)$",
        r"^from\s+(?P<letter>[A-Za-z]|theta|θ)\s*=\s*(?P<low>.+?)\s+to\s+(?P<high>.+)$",
        r"^from\s+(?P<low>.+?)\s+to\s+(?P<high>.+)(?P<letter>)$",
        r"^(?P<letter>[A-Za-z]|theta|θ)\s*[:=]\s*(?P<low>.+?)\s*(?:\.\.+|…|~)\s*(?P<high>.+)$",
        r"^(?P<letter>[A-Za-z]|theta|θ)\s*(?:는|은|가|이)?\s*(?P<low>\S+?)\s*(?:부터|에서)\s*(?P<high>\S+?)\s*까지(?:의?\s*(?:범위|구간)?)?$",
    )
)


class Piece(NamedTuple):
    """Some text of the request; `place` is where it begins there."""

    text: str
    place: int

    def part(self, start: int, end: int) -> Piece:
        text = self.text[start:end]
        return Piece(text.strip(), self.place + start + len(text) - len(text.lstrip()))


class Range(NamedTuple):
    """`x from -5 to 5`"""

    letter: str
    low: Piece
    high: Piece


def clauses(text: str) -> Iterator[list[Piece]]:
    """The lines of a request, each as the pieces between its commas."""
    start = 0
    for match in re.finditer(r"[;\n；]|$", text):
        line = Piece(text, 0).part(start, match.start())
        start = match.end()
        pieces = [_asked(part) for piece in _between_commas(line) for part in _joined_by_words(piece)]
        found = [piece for piece in pieces if piece.text and piece.text != "단"]
        if found:
            yield found


def conditioned(piece: Piece) -> tuple[Piece, Piece | None]:
    """`y = x^2 for x > 0` as the curve and its condition."""
    for pattern in _CONDITIONS:
        match = pattern.match(piece.text)
        if match:
            return piece.part(*match.span("body")), piece.part(*match.span("limits"))
    return piece, None


def ranged(piece: Piece) -> Range | None:
    for pattern in _RANGE:
        match = pattern.match(piece.text)
        if match:
            letter = match["letter"].replace("θ", "theta") or "x"
            return Range(letter, piece.part(*match.span("low")), piece.part(*match.span("high")))
    return None


def _asked(piece: Piece) -> Piece:
    """Without the words that ask for a graph."""
    before = _ASKING.match(piece.text)
    start = before.end() if before else 0
    after = _ASKED.search(piece.text)
    end = after.start() if after else len(piece.text)
    shorter = piece.part(start, max(end, start))
    if shorter.text.startswith("단 ") or shorter.text.startswith("단,"):
        return shorter.part(2, len(shorter.text))
    return shorter


def _joined_by_words(piece: Piece) -> Iterator[Piece]:
    start = 0
    for match in _JOINED.finditer(piece.text):
        yield piece.part(start, match.start())
        start = match.end()
    yield piece.part(start, len(piece.text))


def _between_commas(piece: Piece) -> Iterator[Piece]:
    depth, start = 0, 0
    for place, character in enumerate(piece.text):
        depth = max(0, depth + _BRACKETS.get(character, 0))
        if character not in ",，" or depth:
            continue
        if place and (piece.text[place - 1] == "\\" or _THOUSANDS.match(piece.text, place - 1)):
            continue
        yield piece.part(start, place)
        start = place + 1
    yield piece.part(start, len(piece.text))
