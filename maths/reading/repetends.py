r"""Repeating decimals as the exact fractions they are.

`0.\overline{3}`, `0.1\bar{6}`, `0.\dot{1}2\dot{3}`, `0.1̇23̇`, `0.(3)`. With digits between the point and the
bracket, `0.1(6)` is a product as well, and stays one. `0.333...` and `0.121212...` show what repeats: three times at
least, as the digits of e show 1828 twice.
"""

from __future__ import annotations

import re
from fractions import Fraction

from maths.bounds import MAX_DIGITS
from maths.reading.tokens import Kind, Token

_BARS = frozenset({"overline", "bar"})
_DOT_ABOVE = "\N{COMBINING DOT ABOVE}"
_SIGNS = _BARS | {"dot", _DOT_ABOVE, "."}
_DECIMAL = re.compile(r"(\d+)(?:\.(\d+))?")
DOTS = frozenset({"...", "…", "ldots", "dots", "cdots"})
_SIGNS_OF_ONE = _SIGNS | DOTS
_SHOWN = re.compile(r"(?P<head>\d*?)(?:(?P<one>\d)(?P=one){2,}|(?P<several>\d{2,6}?)(?P=several){2,})")


def with_repetends(tokens: list[Token]) -> list[Token]:
    """The tokens with each repeating decimal as one number."""
    if not any(token.text in _SIGNS_OF_ONE for token in tokens):
        return tokens
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        found = _repeating(tokens, place) if not kept or kept[-1].kind is not Kind.NUMBER else None
        if found is None:
            kept.append(tokens[place])
            place += 1
        else:
            start, (value, place) = tokens[place].start, found
            kept.append(Token(Kind.NUMBER, f"{value.numerator}/{value.denominator}", start, tokens[place - 1].end))
    return kept


def fraction_of(whole: str, head: str, repetend: str) -> Fraction:
    """What `whole.head` with `repetend` over and over is worth."""
    nines = (10 ** len(repetend) - 1) * 10 ** len(head)
    return Fraction(int(whole + head + repetend) - int(whole + head), nines)


def shown_to_repeat(digits: str) -> tuple[str, str] | None:
    """What stands before the repetend and the repetend, where the digits behind the point show one: `1666`."""
    shown = _SHOWN.fullmatch(digits)
    return None if shown is None else (shown["head"], shown["one"] or shown["several"])


def _repeating(tokens: list[Token], place: int) -> tuple[Fraction, int] | None:
    """The value of the repeating decimal that begins here, and the place behind it."""
    decimal = _DECIMAL.fullmatch(tokens[place].text) if tokens[place].kind is Kind.NUMBER else None
    if decimal is None:
        return None
    whole, head = decimal[1], decimal[2] or ""
    after = place + 1
    if tokens[after].text in DOTS and tokens[after].start == tokens[place].end:
        shown = shown_to_repeat(head)
        return None if shown is None else (fraction_of(whole, *shown), after + 1)
    if not head:
        if not _is_point(tokens, after):
            return None
        after += 1
        if (inner := _enclosed(tokens, after, "(", ")")) is not None:
            return fraction_of(whole, "", inner[0]), inner[1]
    if tokens[after].kind is Kind.COMMAND and tokens[after].text in _BARS:
        inner = _enclosed(tokens, after + 1, "{", "}")
        return None if inner is None else (fraction_of(whole, head, inner[0]), inner[1])
    return _dotted(tokens, after, whole, head)


def _is_point(tokens: list[Token], place: int) -> bool:
    point = tokens[place]
    return point.text == "." and point.start == tokens[place - 1].end and point.end == tokens[place + 1].start


def _enclosed(tokens: list[Token], place: int, opening: str, closing: str) -> tuple[str, int] | None:
    """The digits between brackets, and the place behind them."""
    if len(tokens) < place + 3 or (tokens[place].text, tokens[place + 2].text) != (opening, closing):
        return None
    digits = tokens[place + 1].text
    return (digits, place + 3) if digits.isdigit() and len(digits) <= MAX_DIGITS else None


def _dotted(tokens: list[Token], place: int, whole: str, head: str) -> tuple[Fraction, int] | None:
    """Dots above the first and the last digit of the repetend, or above its only digit."""
    digits, dots = head, []
    while True:
        token = tokens[place]
        if token.text == _DOT_ABOVE and digits:
            dots.append(len(digits) - 1)
            place += 1
        elif token.kind is Kind.COMMAND and token.text == "dot":
            inner = _enclosed(tokens, place + 1, "{", "}")
            if inner is None or len(inner[0]) != 1:
                return None
            dots.append(len(digits))
            digits, place = digits + inner[0], inner[1]
        elif len(dots) == 1 and token.kind is Kind.NUMBER and token.text.isdigit():
            digits, place = digits + token.text, place + 1
        else:
            break
    if not 1 <= len(dots) <= 2 or dots[-1] != len(digits) - 1 or len(digits) > MAX_DIGITS:  # noqa: PLR2004 - two ends
        return None
    return fraction_of(whole, digits[: dots[0]], digits[dots[0] :]), place
