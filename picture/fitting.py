"""Words and numbers made to fit: how wide a text is about, names shortened, amounts in round figures."""

from __future__ import annotations

from math import isfinite
from unicodedata import east_asian_width

from picture.ticks import written
from picture.typst_text import escaped

_WIDE, _NARROW, _THIN = 1.0, 0.61, 0.33  # of the size of letters
_THIN_LETTERS = frozenset("iljtf.,:;'|!() ")
_GROUPED = 1e9  # from here on powers of ten


def width(text: str, size: float) -> float:
    """About how wide the text is, in the unit of its size."""
    return size * sum(_letter(character) for character in text)


def _letter(character: str) -> float:
    if character == "…" or east_asian_width(character) in "WF":
        return _WIDE
    return _THIN if character in _THIN_LETTERS else _NARROW


def shortened(text: str, room: float, size: float) -> str:
    """The text, its end left out where it is too wide; one line."""
    text = " ".join(text.split())
    if width(text, size) <= room:
        return text
    kept = ""
    for character in text:
        if width(f"{kept}{character}…", size) > room:
            break
        kept += character
    return f"{kept.rstrip()}…"


def wrapped(text: str, room: float, size: float, most: int = 2) -> list[str]:
    """Broken between words into lines of a width; the last one shortened."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size) > room and len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = longer
    return [shortened(line, room, size) for line in lines]


def unbroken(text: str) -> str:
    """Markup of words that are not broken at a line's end, as Typst does between any two syllables of Hangul."""
    return f"[{' '.join(f'#box({escaped(word)})' for word in text.split())}]"


def amount(value: float) -> str:
    """`1,234`, `87.5`, `3×10¹²`; a dash where there is no number."""
    if not isfinite(value):
        return "–"
    if abs(value) >= _GROUPED or 0 < abs(value) < 0.001:  # noqa: PLR2004 - too many digits to be read
        return written(value, 9)
    digits = 0 if value == int(value) or abs(value) >= 1_000 else 1 if abs(value) >= 10 else 2  # noqa: PLR2004
    text = f"{value:,.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−")


def with_unit(value: float, unit: str) -> str:
    """`87%`, `12 problems`: a sign stands close, a word apart; Korean counters stand close."""
    unit = " ".join(unit.split())
    close = not unit or not (unit[0].isascii() and unit[0].isalpha())
    return f"{amount(value)}{'' if close else ' '}{unit}"
