r"""A text taken apart: what is mathematics between delimiters, what is prose, what is neither.

Every piece keeps its place in the text; characters that are not looked at become blanks, so that
offsets stay. `$` is money where a number follows each one, and a delimiter of mathematics otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNREAD = re.compile(r"\[asy\].*?(?:\[/asy\]|\Z)|```.*?(?:```|\Z)|<think>.*?(?:</think>|\Z)", re.DOTALL)
_DISPLAYED = re.compile(
    r"\\\[|\\\(|(?<!\\)\$\$|\\begin\{(?P<name>(?:align|alignat|aligned|gather|gathered|equation|eqnarray|split|multline|flalign)\*?)\}"
)
_CLOSING = {"\\[": "\\]", "\\(": "\\)", "$$": "$$"}
_DOLLAR = re.compile(r"(?<!\\)\$")
_MONEY_FOLLOWS = re.compile(r"\$\s?(?:<<|[-(]?\s?\.?\d)")
_POINT_OUTSIDE = re.compile(r"(?:^|\s)\.\$\d$")  # `.$500$` is half, not five hundred
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_LATEX_LINE = re.compile(r"^[^\n]*\\(?:frac|dfrac|tfrac|times|cdot|div|sqrt|binom|left|approx)[^\n]*$", re.MULTILINE)
_LONG_WORD = re.compile(r"(?<![\\A-Za-z{])[A-Za-z]{3,}|[\uac00-\ud7a3]")
MAX_LINE = 1_000  # characters of a line of LaTeX without delimiters
GAP = "\x00"  # stands in prose where mathematics was taken out


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; `start` is its offset."""

    text: str
    start: int


def take_apart(text: str) -> tuple[list[Piece], str]:
    """The mathematics between delimiters, and the text with everything but prose blanked out."""
    rest = _UNREAD.sub(lambda match: _blank(match.group()), text)
    pieces: list[Piece] = []
    rest = _without_displays(rest, pieces)
    rest = _without_inline(rest, pieces)
    rest = _without_bare_latex(rest, pieces)
    pieces.sort(key=lambda piece: piece.start)
    return pieces, rest


def _blank(text: str, mark: str = " ") -> str:
    return "".join("\n" if c == "\n" else mark if place == 0 else " " for place, c in enumerate(text))


def _without_displays(text: str, pieces: list[Piece]) -> str:
    kept: list[str] = []
    place, hopeless = 0, set[str]()
    while True:
        match = _DISPLAYED.search(text, place)
        if match is None:
            break
        name = match["name"]
        closing = f"\\end{{{name}}}" if name else _CLOSING[match.group()]
        end = -1 if closing in hopeless else text.find(closing, match.end())
        if end < 0:
            hopeless.add(closing)
            kept.append(text[place : match.end()])
            place = match.end()
            continue
        pieces.append(Piece(text[match.end() : end], match.end()))
        kept.extend((text[place : match.start()], _blank(text[match.start() : end + len(closing)], GAP)))
        place = end + len(closing)
    kept.append(text[place:])
    return "".join(kept)


def _without_inline(text: str, pieces: list[Piece]) -> str:
    kept: list[str] = []
    place = 0
    for paragraph in [*(match.span() for match in _PARAGRAPH.finditer(text)), (len(text), len(text))]:
        kept.append(_paragraph(text[place : paragraph[0]], place, pieces))
        kept.append(text[paragraph[0] : paragraph[1]])
        place = paragraph[1]
    return "".join(kept)


def _paragraph(text: str, start: int, pieces: list[Piece]) -> str:
    signs = [match.start() for match in _DOLLAR.finditer(text)]
    if not signs or len(signs) % 2 or _is_money(text, signs):
        return text
    kept: list[str] = []
    place = 0
    for opening, closing in zip(signs[::2], signs[1::2], strict=True):
        if not _POINT_OUTSIDE.search(text[max(0, opening - 2) : opening + 2]):
            pieces.append(Piece(text[opening + 1 : closing], start + opening + 1))
        kept.extend((text[place:opening], _blank(text[opening : closing + 1], GAP)))
        place = closing + 1
    kept.append(text[place:])
    return "".join(kept)


def _is_money(text: str, signs: list[int]) -> bool:
    if all(_MONEY_FOLLOWS.match(text, sign) for sign in signs):
        return True
    return all(text[:sign][-1:].isdigit() and not text[sign + 1 : sign + 2].isdigit() for sign in signs)


def _without_bare_latex(text: str, pieces: list[Piece]) -> str:
    """A line of LaTeX that lost its delimiters."""
    if "\\" not in text:
        return text

    def taken(match: re.Match[str]) -> str:
        line = match.group()
        if GAP in line or len(line) > MAX_LINE or _LONG_WORD.search(re.sub(r"\\(?:text|mathrm)\{[^{}]*\}", "", line)):
            return line
        pieces.append(Piece(line, match.start()))
        return _blank(line)

    return _LATEX_LINE.sub(taken, text)
