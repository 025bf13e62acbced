"""Roman numerals taken apart and put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.terms import equals, number, plus
from maths.families.write import formula, passages
from maths.message import Formula, Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.verdict import Passage

SIGNS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_PAIRS = {"CM": 900, "CD": 400, "XC": 90, "XL": 40, "IX": 9, "IV": 4}
_BY_SIZE = sorted((SIGNS | _PAIRS).items(), key=lambda part: -part[1])


def parts_of(value: int) -> list[tuple[str, int]]:
    """`1994` is M, CM, XC, IV: what each is worth beside it."""
    found = []
    for sign, worth in _BY_SIZE:
        while value >= worth:
            found.append((sign, worth))
            value -= worth
    return found


def _numeral(text: str) -> Formula:
    return Formula(text, rf"\mathrm{{{text}}}")


_TABLE = Formula(
    "I = 1, V = 5, X = 10, L = 50, C = 100, D = 500, M = 1000",
    ",\\ ".join(rf"\mathrm{{{sign}}} = {worth}" for sign, worth in SIGNS.items()),
)


def _approach(level: Level) -> Message:
    return {
        Level.BEGINNER: Message(
            "The signs are {table}. They stand from large to small and are added. Only where a small sign stands "
            "before a larger one, it is taken away: IV is 5 − 1 = 4.",
            table=_TABLE,
        ),
        Level.INTERMEDIATE: Message(
            "Add the signs from left to right; a smaller sign before a larger one is taken away from it."
        ),
        Level.ADVANCED: Message("Subtractive notation, one group of signs for each decimal place."),
    }[level]


def _total(parts: list[tuple[str, int]], value: int) -> Formula:
    total = plus(*(number(worth) for _, worth in parts))
    return formula(equals(total, number(value)) if len(parts) > 1 else total)


def teach_from(numeral: str, value: int, level: Level) -> tuple[Passage, ...]:
    parts = parts_of(value)
    lines = []
    if level is not Level.ADVANCED:
        lines = [_part(sign, worth, level) for sign, worth in dict.fromkeys(parts)]
    lines.append(Message("Together: {total}.", total=_total(parts, value)))
    return passages(
        understanding=[Message("Which number does {numeral} stand for?", numeral=_numeral(numeral))],
        approach=[_approach(level)],
        steps=lines,
        check=[Message("Written again place by place, {value} is {numeral}.", value=value, numeral=_numeral(numeral))],
        conclusion=[Message("{numeral} is {value}.", numeral=_numeral(numeral), value=formula(number(value)))],
    )


def _part(sign: str, worth: int, level: Level) -> Message:
    if len(sign) > 1 and level is Level.BEGINNER:
        return Message(
            "{sign}: the small sign stands before the larger one, so {large} − {small} = {worth}.",
            sign=_numeral(sign),
            large=SIGNS[sign[1]],
            small=SIGNS[sign[0]],
            worth=worth,
        )
    return Message("{sign} is worth {worth}.", sign=_numeral(sign), worth=worth)


def teach_to(value: int, numeral: str, level: Level) -> tuple[Passage, ...]:
    parts = parts_of(value)
    lines = [Message("Split it up: {total}.", total=_split(parts, value))]
    if level is not Level.ADVANCED:
        lines += [_part(sign, worth, level) for sign, worth in dict.fromkeys(parts)]
    lines.append(Message("The signs in a row: {numeral}.", numeral=_numeral(numeral)))
    return passages(
        understanding=[Message("We write {value} with Roman signs.", value=value)],
        approach=[
            Message(
                "The signs are {table}. Take the largest sign, or pair of signs, that still fits, write it down, "
                "take its value away, and go on with the rest.",
                table=_TABLE,
            )
            if level is Level.BEGINNER
            else _approach(level)
        ],
        steps=lines,
        check=[Message("Read sign by sign, it is {value} again.", value=value)],
        conclusion=[Message("{value} is {numeral}.", value=value, numeral=_numeral(numeral))],
    )


def _split(parts: list[tuple[str, int]], value: int) -> Formula:
    total = plus(*(number(worth) for _, worth in parts))
    return formula(equals(number(value), total) if len(parts) > 1 else total)
