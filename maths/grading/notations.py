"""Ways of writing a number that the formula reader does not know: bases, dots that go on, choices, times of day."""

from __future__ import annotations

import re
from fractions import Fraction

from maths.bounds import MAX_BASE, MAX_DIGITS
from maths.reading.repetends import fraction_of
from maths.tree import Based, Node, Number, Text

_DAMAGED = re.compile(r"\\*([\b\f])(?=[a-z])")


def undamaged(text: str) -> str:
    r"""`\frac` and `\boxed` whose backslash was taken for an escape on the way: nobody types a form feed."""
    return _DAMAGED.sub(lambda m: {"\b": r"\b", "\f": r"\f"}[m[1]], text)


_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALED = re.compile(rf"(?<![\w.,/])(\d{{1,12}})(?:\.(\d{{1,9}}))? ({'|'.join(_SCALES)})(?![A-Za-z])")
_SPOKEN = (
    (re.compile(r"루트\s?"), "√"),
    (re.compile(r"(?<![가-힣])파이(?![가-힣])"), "π"),
    (
        re.compile(r"(?<![A-Za-z])([A-Za-z]|[\d)])\s?(?:의\s?)?제곱(?![가-힣])|(?<![A-Za-z])([A-Za-z]) squared\b"),
        r"\1\2^2",
    ),
    (
        re.compile(r"(?<![A-Za-z])([A-Za-z]|[\d)])\s?(?:의\s?)?세제곱(?![가-힣])|(?<![A-Za-z])([A-Za-z]) cubed\b"),
        r"\1\2^3",
    ),
)


def spoken(text: str) -> str:
    """`5루트2`, `2파이`, `x의 제곱`, `x squared`, `3 million` in signs."""
    for pattern, signs in _SPOKEN:
        text = pattern.sub(signs, text)
    return _SCALED.sub(_scaled, text)


def _scaled(found: re.Match[str]) -> str:
    decimals = found[2] or ""
    value, rest = divmod(int(found[1] + decimals) * _SCALES[found[3]], 10 ** len(decimals))
    return found[0] if rest else str(value)


_FORMULAS = re.compile(r"\$[^$]+\$(?:\s*(?:,\s*and|,\s*or|,|and|or)\s*\$[^$]+\$)+")
_ANGLES = re.compile(r"(?:\\left\s*)?\\langle|⟨"), re.compile(r"(?:\\right\s*)?\\rangle|⟩")
_BARRED = re.compile(r"\\(?:overline|bar)\s*\{([-+\d\s.]*i[-+\d\s.]*)\}")
_TYPED_ANGLES = re.compile(r"<([^<>=]*,[^<>=]*)>")


def joined(text: str) -> str:
    """`$x<1$ or $x>2$` as one formula, `⟨1, 2⟩` and `<1, 2>` as a vector, a bar above `2+3i` as its conjugate."""
    text = _BARRED.sub(r"conj(\1)", text)
    if _FORMULAS.fullmatch(text):
        text = text.replace("$", " ")
    typed = _TYPED_ANGLES.fullmatch(text)
    return f"({typed[1]})" if typed is not None else _ANGLES[1].sub(")", _ANGLES[0].sub("(", text))


_INDEXED_CHOICE = re.compile(
    r"(?<![\w}])(?:\{\})?_\{?(\d{1,3})\}?\s*(?:\\(?:mathrm|text|rm)\s*\{)?([CPH])\}?\s*_\{?(\d{1,3})\}?(?!\w)"
)
_TYPED_CHOICE = re.compile(r"(\d{1,3})([CP])(\d{1,3})")


def with_choices(text: str) -> str:
    """`{}_5C_2`, `_5P_2`, `_3H_2` anywhere and `5C2` alone: combinations as Korean textbooks write them."""
    return _INDEXED_CHOICE.sub(_choice, _TYPED_CHOICE.sub(_choice, text) if _TYPED_CHOICE.fullmatch(text) else text)


def _choice(found: re.Match[str]) -> str:
    many, kind, few = int(found[1]), found[2], int(found[3])
    match kind:
        case "P":
            return f"permutations({many}, {few})"
        case "H":
            return f"binomial({many + few - 1}, {few})"
        case _:
            return f"binomial({many}, {few})"


_LETTERED = re.compile(r"(?=\w*[A-Z]\w*_)(?=\w*\d\w*_|[A-F]{2,}_16)([0-9A-Z]{1,40})_(\d\d)")


def in_letters(text: str) -> Based | None:
    """`3A_{16}`, whose letters are digits."""
    found = _LETTERED.fullmatch(re.sub(r"_\{(\d\d)\}$", r"_\1", text))
    if found is None or not 11 <= int(found[2]) <= MAX_BASE:  # noqa: PLR2004 - the first base with letters
        return None
    try:
        return Based(found[1], int(found[2]), int(found[1], int(found[2])))
    except ValueError:
        return None


_GOING_ON = re.compile(r"([-−]?)(\d+)\.(\d*?)(?:([1-9])\4{2,}|(\d{2,}?)\5+)\s*(?:…|\.{3}|\\l?dots)")


def going_on(text: str) -> Node | None:
    """`0.333...`: a digit that stands there three times, or a block that stands there twice, goes on for ever."""
    found = _GOING_ON.fullmatch(text) if len(text) < MAX_DIGITS else None
    if found is None:
        return None
    value = fraction_of(found[2], found[3], found[4] or found[5])
    return Number(-value if found[1] else value)


_POINTED = re.compile(r"([0-9A-Z]+)\.([0-9A-Z]+)_\{?(\d{1,2})\}?")


def with_point(text: str) -> Number | None:
    """`0.0011_2`: digits behind the point in a base."""
    found = _POINTED.fullmatch(text.replace("_{", "_").rstrip("}")) if len(text) < MAX_DIGITS else None
    if found is None or not 2 <= int(found[3]) <= MAX_BASE:  # noqa: PLR2004 - the smallest base
        return None
    try:
        return Number(Fraction(int(found[1] + found[2], int(found[3])), int(found[3]) ** len(found[2])))
    except ValueError:
        return None


_WORDED = re.compile(r"\\text\s*\{([^{}]*)\}")
_TIME = re.compile(
    r"(?P<half>오전|오후)?\s*(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::\d{2})?|시(?:\s*(?P<minutes>\d{1,2})분)?)"
    r"\s*(?:(?P<am>[AaPp])\.?\s?[Mm]\.?|(?P<clock>o'clock))?"
)
_HOUR = re.compile(r"(?P<hour>\d{1,2})\s*(?:(?P<am>[AaPp])\.?[Mm]\.?|o'clock)")


def time_of_day(text: str) -> Text | None:
    """A time of day with its half: `3:30 PM`, `오후 3시 30분`; a bare `7:32` may be a ratio and is read as typed."""
    text = " ".join(_WORDED.sub(r" \1", text.replace("{:}", ":")).split())
    found = _TIME.fullmatch(text) or _HOUR.fullmatch(text)
    if found is None:
        return None
    named = found.groupdict()
    half = {"오전": "a", "오후": "p"}.get(named.get("half") or "") or (named.get("am") or "").lower()
    if not half and ":" in text:
        return None
    hour, minute = int(named["hour"]), int(named.get("minute") or named.get("minutes") or 0)
    if hour > 24 or minute > 59 or (half and hour > 12):  # noqa: PLR2004 - a clock
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Text(f"{hour}:{minute:02d} {'of the day' if half else 'on the clock'}")
