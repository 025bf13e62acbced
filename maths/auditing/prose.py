"""Equalities in prose: `8hrs x $20/hr = $160`, `2 adults * $26 + 2 children * $12 = $76`, `3개 + 4개 = 7개`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from maths.auditing.claim import Claim, Side
from maths.auditing.prose_edges import MAX_UNIT, closed_after, closed_before, hyphened, is_scale
from maths.auditing.prose_tokens import Kind, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

_MIXED = 4  # tokens of `2 1/2`, and its place after the token before it
_NUMBER = re.compile(r"[\d.%]+")
MAX_TOKENS = 120  # of one side


class _Found(NamedTuple):
    side: Side
    first: int  # index of its first token
    last: int  # index after its last token, units included
    end: int  # index after its last operand


def claims(text: str) -> Iterator[Claim]:
    """The links of every chain of equalities in prose, whose mathematics and notes are blanked out."""
    stream = tokens(text)
    matching = _brackets(stream)
    for place, token in enumerate(stream):
        if token.kind is not Kind.EQUAL:
            continue
        left, right = _backward(stream, matching, place), _forward(stream, matching, place)
        if left is None or right is None:
            continue
        bare = left.side.words and _NUMBER.fullmatch(left.side.formula)
        yield Claim(
            replace(left.side, whole=False) if bare else left.side,
            right.side,
            token.text == "~",
            token.start,
            stream[left.first].start,
            stream[right.end - 1].end,
        )


def _brackets(stream: list[Token]) -> dict[int, int]:
    """Opening to closing and closing to opening, line by line."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for place, token in enumerate(stream):
        if token.kind is Kind.OPEN:
            opened.append(place)
        elif token.kind is Kind.CLOSE and opened:
            opening = opened.pop()
            pairs[opening], pairs[place] = place, opening
        elif token.text == "\n":
            opened.clear()
    return pairs


def _backward(stream: list[Token], matching: dict[int, int], sign: int) -> _Found | None:
    """The longest run before a sign that reads as operands and operators; an operand may carry its unit."""
    place = sign
    first: int | None = None
    limit = max(0, sign - MAX_TOKENS)
    while True:
        operand = _operand_before(stream, matching, place, limit)
        if operand is None:
            break
        first = operand
        before = stream[first - 1] if first > limit else None
        if before is None:
            break
        if before.kind is Kind.OPERATOR:
            place = first - 1
        elif stream[first].kind is Kind.OPEN and (
            before.kind is Kind.CLOSE or (before.kind is Kind.NUMBER and before.end == stream[first].start)
        ):
            place = first
        else:
            break
    if first is None:
        return None
    return _made(stream, first, sign, sign)


def _operand_before(stream: list[Token], matching: dict[int, int], end: int, limit: int) -> int | None:
    """Where the operand that ends before `end` starts, its sign of money included."""
    place = _unit_before(stream, matching, end, limit)
    while place > limit and stream[place - 1].kind is Kind.AFTER:
        place -= 1
    if place <= limit:
        return None
    token = stream[place - 1]
    if token.kind is Kind.CLOSE:
        opening = matching.get(place - 1)
        if opening is None or opening < limit:
            return None
        start = opening
    elif token.kind is Kind.NUMBER:
        start = place - 1
        if start - 3 >= limit and _mixed(stream, start):
            start -= 3
    elif token.kind is Kind.MONEY and place - 2 >= limit and stream[place - 2].kind is Kind.NUMBER:
        start = place - 2
    else:
        return None
    if start > limit and stream[start - 1].kind is Kind.MONEY:
        start -= 1
    return _signed(stream, start, limit)


def _mixed(stream: list[Token], place: int) -> bool:
    """Whether the number here is the denominator of `2 1/2`."""
    slash, top, whole = stream[place - 1], stream[place - 2], stream[place - 3]
    return (
        slash.text == "/"
        and top.kind is Kind.NUMBER
        and whole.kind is Kind.NUMBER
        and top.end == slash.start
        and slash.end == stream[place].start
        and whole.text.isdigit()
        and top.text.isdigit()
        and stream[place].text.isdigit()
        and int(top.text[:9]) < int(stream[place].text[:9])
        and whole.end < top.start
        and (place < _MIXED or stream[place - _MIXED].text != "/")  # `6/10 6/10` are two fractions
    )


def _signed(stream: list[Token], start: int, limit: int) -> int:
    """One sign before a number belongs to it where nothing stands before the sign."""
    if start > limit and stream[start - 1].kind is Kind.OPERATOR and stream[start - 1].text in "+-":
        before = stream[start - 2] if start - 2 >= 0 else None
        touching = stream[start - 1].end == stream[start].start
        if (
            before is None
            or before.kind in {Kind.EQUAL, Kind.OPEN, Kind.OPERATOR}
            or before.text == "\n"
            or (touching and before.kind in {Kind.STOP, Kind.WORD} and before.end < stream[start - 1].start)
        ):
            return start - 1
    return start


def _unit_before(stream: list[Token], matching: dict[int, int], end: int, limit: int) -> int:
    """Where the unit that ends before `end` starts: words, `/hour`, `(in cm)`."""
    place, count = end, 0
    while place > limit and count <= MAX_UNIT:
        token = stream[place - 1]
        if (
            token.kind is Kind.WORD
            or (
                token.kind is Kind.OPERATOR
                and token.text == "/"
                and place < end
                and stream[place].kind is Kind.WORD
                and place - 2 >= limit
                and stream[place - 2].kind in {Kind.WORD, Kind.NUMBER}
            )
            or (token.kind is Kind.OPERATOR and token.text == "-" and hyphened(stream, place - 1))
        ):
            place -= 1
        elif token.kind is Kind.CLOSE and _worded(stream, matching.get(place - 1), place - 1):
            place = matching[place - 1]
        else:
            break
        count += 1
    return place


def _worded(stream: list[Token], opening: int | None, closing: int) -> bool:
    return (
        opening is not None
        and not (
            opening and stream[opening - 1].kind is Kind.NUMBER and stream[opening - 1].end == stream[opening].start
        )
        and 1 < closing - opening <= MAX_UNIT + 1
        and all(token.kind is Kind.WORD for token in stream[opening + 1 : closing])
    )


def _forward(stream: list[Token], matching: dict[int, int], sign: int) -> _Found | None:
    """What stands after a sign, as far as it reads as operands and operators."""
    limit = min(len(stream), sign + 1 + MAX_TOKENS)
    place, end = sign + 1, None
    while True:
        after = _operand_after(stream, matching, place, limit)
        if after is None:
            break
        end = after
        unit = _unit_after(stream, matching, end, limit)
        following = stream[unit] if unit < limit else None
        if following is None:
            break
        if following.kind is Kind.OPERATOR and _operand_after(stream, matching, unit + 1, limit) is not None:
            place = unit + 1
            continue
        if following.kind is Kind.OPEN and unit == end and following.start == stream[end - 1].end:
            place = unit
            continue
        if following.kind is Kind.EQUAL:
            end = unit
        break
    if end is None:
        return None
    return _made(stream, sign + 1, end, _unit_after(stream, matching, end, limit))


def _operand_after(stream: list[Token], matching: dict[int, int], start: int, limit: int) -> int | None:
    """Where the operand that starts here ends, its % included."""
    place = start
    while place < limit and (
        stream[place].kind is Kind.MONEY or (stream[place].kind is Kind.OPERATOR and stream[place].text in "+-")
    ):
        place += 1
    if place >= limit or place - start > 2:  # noqa: PLR2004 - a sign of money and a sign
        return None
    token = stream[place]
    if token.kind is Kind.OPEN:
        closing = matching.get(place)
        if closing is None or closing >= limit:
            return None
        place = closing + 1
    elif token.kind is Kind.NUMBER:
        place += 4 if place + 3 < limit and _mixed(stream, place + 3) else 1
    else:
        return None
    while place < limit and stream[place].kind is Kind.AFTER:
        place += 1
    return place


def _unit_after(stream: list[Token], matching: dict[int, int], start: int, limit: int) -> int:
    place = start
    while place < limit and place - start <= MAX_UNIT:
        token = stream[place]
        if token.kind is Kind.WORD or (token.kind is Kind.MONEY and place == start):
            place += 1
        elif (token.text == "/" and place + 1 < limit and stream[place + 1].kind is Kind.WORD) or (
            token.text == "-" and place > start and hyphened(stream, place)
        ):
            place += 2
        elif token.kind is Kind.OPEN and _worded(stream, place, matching.get(place, place)):
            place = matching[place] + 1
        else:
            break
    return place


def _made(stream: list[Token], first: int, end: int, unit_end: int) -> _Found:
    """The formula of a run of tokens without its units, and whether all of it was taken."""
    parts: list[str] = []
    words = {token.text.lower() for token in stream[end:unit_end]}
    money = False
    for place in range(first, end):
        token = stream[place]
        if token.kind is Kind.WORD:
            words.add(token.text.lower())
        elif token.kind is Kind.MONEY:
            money = True
        elif token.kind is Kind.OPERATOR and _of_unit(stream, place, end):
            continue
        else:
            if token.kind is Kind.OPEN and _touches_number(stream, place, first):
                parts.append("*")  # `3(4)`; what becomes of `.1(Number)` without its word is not readable, rightly
            if parts and token.kind is Kind.NUMBER and parts[-1][-1:].isdigit():
                parts.append(" ")
            parts.append(f"({token.text})" if token.kind is Kind.NUMBER and "/" in token.text else token.text)
    whole = closed_before(stream, first) and closed_after(stream, end, unit_end) and not any(map(is_scale, words))
    return _Found(
        Side("".join(parts).replace("()", ""), frozenset(words), money, whole), first, max(end, unit_end), end
    )


def _touches_number(stream: list[Token], place: int, first: int) -> bool:
    return place > first and stream[place - 1].kind is Kind.NUMBER and stream[place - 1].end == stream[place].start


def _of_unit(stream: list[Token], place: int, end: int) -> bool:
    """`/` before a word, `-` inside one."""
    token = stream[place]
    after = stream[place + 1] if place + 1 < end else None
    if after is None or after.kind is not Kind.WORD:
        return False
    return token.text == "/" or (token.text == "-" and hyphened(stream, place))
