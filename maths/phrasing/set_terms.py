"""Sets as they are typed: lists in braces, conditions in braces, names joined by signs."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from math import isqrt
from typing import TYPE_CHECKING

from flint import fmpz

from maths.families.sets.terms import Called, Complement, Joined, Listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.sets.terms import Element, Term
    from maths.phrasing.chart import Chart

MAX_LISTED = 100
MAX_DEPTH = 6

_OPEN = r"(?:\\left\s*)?\\?\{"
_CLOSE = r"\s*(?:\\right\s*)?\\?\}"
_LITERAL = re.compile(
    rf"{_OPEN}(?P<inside>[^{{}}]*?){_CLOSE}|(?P<empty>∅|\\emptyset|\\varnothing|공집합|the empty set)"
)
_NUMBER = re.compile(r"[-−]?\d+(?:\.\d+)?(?:/\d+)?")
_LETTER = re.compile(r"[a-zA-Z]")
_DOTS = re.compile(r"\.{3}|…|⋯|\\(?:ldots|cdots|dots)")
_NAME = re.compile(r"[A-Z](?![A-Za-z_(])")
_SIGNS = {
    "union": r"∪|\\cup(?![a-z])",
    "intersection": r"∩|\\cap(?![a-z])",
    "difference": r"[-−–]|∖|\\setminus(?![a-z])|\\backslash(?![a-z])|\\(?![A-Za-z{}])",
    "symmetric": r"△|⊕|∆|Δ|\\triangle(?![a-z])|\\bigtriangleup(?![a-z])|\\oplus(?![a-z])",
}
_OPERATOR = re.compile("|".join(f"(?P<{name}>{signs})" for name, signs in _SIGNS.items()))
_RAISED = re.compile(r"\s*(?:\^\s*\{?\s*(?:[cC]|\\complement)\s*\}?(?![A-Za-z])|ᶜ|'|′|\^\s*\{?\s*\\prime\s*\}?)")
_BLANK = re.compile(r"[ \n]*")


def element(text: str) -> Element | None:
    text = text.strip().replace("−", "-")
    if _NUMBER.fullmatch(text) and not text.endswith("/0"):
        return Fraction(text)
    return text if _LETTER.fullmatch(text) else None


def _elements(inside: str) -> tuple[Element, ...] | None:
    """`1, 2, 3`, `a, b`, `1, 2, 3, …, 10`."""
    if not inside.strip():
        return ()
    if _BAR.search(inside):
        return _described(inside)
    parts = [part.strip() for part in re.split(r"\s*,\s*", inside.strip())]
    dots = [place for place, part in enumerate(parts) if _DOTS.fullmatch(part)]
    if len(dots) == 1 and dots[0] == len(parts) - 2:
        return _continued(parts[:-2], parts[-1])
    found = [element(part) for part in parts]
    return None if dots or None in found else tuple(e for e in found if e is not None)


def _continued(start: list[str], last: str) -> tuple[Element, ...] | None:
    """Whole numbers with one step between; two show it only where the step is one."""
    first, end = [element(part) for part in start], element(last)
    numbers = [int(e) for e in (*first, end) if isinstance(e, Fraction) and e.denominator == 1]
    if len(numbers) != len(first) + 1 or len(first) < 2:  # noqa: PLR2004 - a step needs two
        return None
    step = numbers[1] - numbers[0]
    even = all(b - a == step for a, b in pairwise(numbers[:-1]))
    if step < 1 or not even or (len(first) == 2 and step != 1):  # noqa: PLR2004
        return None
    if (numbers[-1] - numbers[0]) % step or not numbers[-2] < numbers[-1] <= numbers[0] + step * MAX_LISTED:
        return None
    return tuple(Fraction(n) for n in range(numbers[0], numbers[-1] + 1, step))


# sets by a condition: "x | x는 10 이하의 소수"

_BAR = re.compile(r"[|:∣]|\\mid")
_X = re.compile(r"\s*(?P<x>[a-z])\s*(?:[|:∣]|\\mid)\s*(?P=x)\s*(?P<rest>.*)", re.DOTALL)
_KINDS_KO = r"(?P<kind>자연수|소수|홀수|(?P<multiple>\d+)의 (?:양의 )?배수|짝수인 자연수|홀수인 자연수)"
_DIVISORS = (
    re.compile(r"(?:는|은) (?P<n>\d+)의 (?:양의 )?약수(?:이다)?"),
    re.compile(r"is (?:a |an )?(?:positive )?(?:divisor|factor) of (?P<n>\d+)"),
)
_BOUNDED = (
    re.compile(rf"(?:는|은) (?P<high>\d+) ?(?P<how>이하|미만|보다 작은)(?:인|의)? {_KINDS_KO}(?:이다)?"),
    re.compile(
        rf"(?:는|은) (?P<low>\d+) ?(?P<from>이상|초과|보다 크고)(?:이고|인|의)?,? (?P<high>\d+) ?"
        rf"(?P<how>이하|미만|보다 작은)(?:인|의)? (?:{_KINDS_KO}|(?P<even>짝수))(?:이다)?"
    ),
    re.compile(
        r"is (?:a |an )?(?P<kind>natural number|positive integer|prime(?: number)?|positive odd (?:number|integer)|"
        r"positive even (?:number|integer)|positive multiple of (?P<multiple>\d+)) "
        r"(?P<how>less than or equal to|not greater than|less than|smaller than|up to) (?P<high>\d+)"
    ),
)


def _described(inside: str) -> tuple[Element, ...] | None:
    match = _X.fullmatch(inside.strip())
    if match is None:
        return None
    rest = re.sub(r"\s+", " ", match["rest"]).strip()
    for pattern in _DIVISORS:
        if (found := pattern.fullmatch(rest)) and 0 < int(found["n"]) <= MAX_LISTED**2:
            n = int(found["n"])
            divisors = [d for d in range(1, n + 1) if n % d == 0]
            return tuple(map(Fraction, divisors)) if len(divisors) == fmpz(n).divisor_sigma(0) else None
    for pattern in _BOUNDED:
        if found := pattern.fullmatch(rest):
            return _between(found.groupdict())
    return None


def _between(said: dict[str, str | None]) -> tuple[Element, ...] | None:
    high = int(said["high"] or 0)
    last = high if said["how"] in {"이하", "less than or equal to", "not greater than", "up to"} else high - 1
    first = int(said.get("low") or 1) + (said.get("from") in {"초과", "보다 크고"})
    if first < 1 or last - first >= MAX_LISTED:
        return None
    kept, again = _kept(said)
    numbers = range(first, last + 1)
    found = [n for n in numbers if kept(n)]
    return tuple(map(Fraction, found)) if found == [n for n in numbers if again(n)] else None


_Test = Callable[[int], bool]


def _kept(said: dict[str, str | None]) -> tuple[_Test, _Test]:
    """By division, and by python-flint."""
    kind = said.get("kind") or "짝수"
    if said.get("multiple"):
        step = int(said["multiple"] or 0)
        return lambda n: step > 0 and n % step == 0, lambda n: fmpz(n).gcd(fmpz(step)) == step > 0
    if "소수" in kind or "prime" in kind:
        return lambda n: n > 1 and all(n % d for d in range(2, isqrt(n) + 1)), lambda n: bool(fmpz(n).is_prime())
    if "짝수" in kind or "even" in kind:
        return lambda n: n % 2 == 0, lambda n: fmpz(n).gcd(fmpz(2)) == 2  # noqa: PLR2004 - even
    if "홀수" in kind or "odd" in kind:
        return lambda n: n % 2 == 1, lambda n: fmpz(n).gcd(fmpz(2)) == 1
    return lambda _: True, lambda _: True


# terms


def _after_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def literal(chart: Chart, at: int) -> Iterator[tuple[int, Listed]]:
    """A set in braces."""
    at = chart.skip(at)
    if match := _LITERAL.match(chart.text, at):
        found = () if match["empty"] else _elements(match["inside"])
        if found is not None:
            chart.skip(match.end())
            yield match.end(), Listed(found)


def _atom(chart: Chart, at: int, depth: int) -> tuple[int, Term] | None:
    at = _after_blank(chart.text, at)
    found: tuple[int, Term] | None = next(literal(chart, at), None)
    if found is None and (match := _NAME.match(chart.text, at)):
        found = match.end(), Called(match.group())
    if found is None and (match := re.compile(r"\\overline\s*(?:\{\s*([A-Z])\s*\}| ([A-Z]))").match(chart.text, at)):
        found = match.end(), Complement(Called(match[1] or match[2]))
    if found is None and depth < MAX_DEPTH and (match := re.compile(r"(?:\\left\s*)?\(").match(chart.text, at)):
        inner = _joined(chart, match.end(), depth + 1)
        closing = re.compile(r"\s*(?:\\right\s*)?\)").match(chart.text, inner[0]) if inner else None
        found = (closing.end(), inner[1]) if inner and closing else None
    if found is not None and (raised := _RAISED.match(chart.text, found[0])):
        found = raised.end(), Complement(found[1])
    return found


def _joined(chart: Chart, at: int, depth: int = 0) -> tuple[int, Term] | None:
    """Operands with one sign between: of several signs without brackets the order would be doubtful."""
    found = _atom(chart, at, depth)
    used: str | None = None
    while found is not None:
        end, left = found
        match = _OPERATOR.match(chart.text, _after_blank(chart.text, end))
        right = _atom(chart, match.end(), depth) if match else None
        if match is None or right is None:
            return found
        sign = str(match.lastgroup)
        if used is not None and (used != sign or sign == "difference"):
            return None
        used, found = sign, (right[0], Joined(sign, left, right[1]))
    return None


def term(chart: Chart, at: int) -> Iterator[tuple[int, Term]]:
    """The longest set that stands there."""
    at = chart.skip(at)
    found = _joined(chart, at)
    if found is not None:
        chart.skip(found[0])
        yield found


_SIZE_OPEN = re.compile(r"n\s*(?:\\left\s*)?\(")
_SIZE_CLOSE = re.compile(r"\s*(?:\\right\s*)?\)")
_BARS = re.compile(r"(?:\\left\s*)?\||\\lvert")
_BARS_CLOSE = re.compile(r"\s*(?:(?:\\right\s*)?\||\\rvert)")


def size(chart: Chart, at: int) -> Iterator[tuple[int, Term]]:
    """`n(A ∪ B)`, `|A|`: the set whose elements are counted."""
    at = chart.skip(at)
    for opening, closing in ((_SIZE_OPEN, _SIZE_CLOSE), (_BARS, _BARS_CLOSE)):
        if match := opening.match(chart.text, at):
            inner = _joined(chart, match.end())
            end = closing.match(chart.text, inner[0]) if inner else None
            if inner and end:
                chart.skip(end.end())
                yield end.end(), inner[1]
