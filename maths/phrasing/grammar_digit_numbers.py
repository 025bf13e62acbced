"""Sentences about numbers that are made of given digits: on cards, each once, or again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.counting.digit_numbers import ExtremeMade, NumbersMade
from maths.families.counting.digit_numbers_routes import Leaves, Limit, Made
from maths.families.counting.share import Share
from maths.phrasing.chart import either, pattern
from maths.phrasing.productions import always, meaning, rule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from maths.families.counting.digit_numbers_routes import Condition
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

Digits = tuple[int, ...]
Source = tuple[Digits, int, bool]
"""The digits, how many are used (0 where it is not said), and whether one may be used again."""

_COUNT_WORDS = {
    "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6,
}  # fmt: skip
_count = rule(
    lambda match: [_COUNT_WORDS[match[1].lower()] if match[1] else int(match[0])],
    pattern(rf"({'|'.join(_COUNT_WORDS)}|One|Two|Three|Four|Five|Six)(?![a-z])|\d{{1,2}}(?![\d.,]*\d)"),
)
_value = rule(lambda match: [int(match[0])], pattern(r"\d{1,7}(?![\d.,]*\d)"))


def _read_digits(match: re.Match[str]) -> Iterator[Digits]:
    yield tuple(int(digit) for digit in match[0] if digit.isdigit())


_listed: Parser[Digits] = rule(_read_digits, pattern(r"\d(?:\s*(?:,\s*and|,|and)\s*\d(?!\d))+(?!\s*,\s*\d|\d)"))


def _span(first: int, last: int) -> Iterator[Digits]:
    if 0 <= first < last <= 9:  # noqa: PLR2004 - digits
        yield tuple(range(first, last + 1))


# Korean: "1, 2, 3, 4가 적힌 4장의 카드"

_spanned: Parser[Digits] = rule(_span, _value, "DN_FROM_KO", _value, "DN_TO_KO")
_on_cards = either(rule(lambda found: [found], _listed, "DN_SUBJECT_KO"), _spanned)


def _as_many(digits: Digits, count: int) -> Iterator[Digits]:
    if len(digits) == count:
        yield digits


def _as_many_before(count: int, digits: Digits) -> Iterator[Digits]:
    yield from _as_many(digits, count)


_cards: Parser[Digits] = either(
    rule(_as_many, _on_cards, "DN_WRITTEN_KO", _count, "DN_CARDS_OF_KO"),
    rule(_as_many, _on_cards, "DN_WRITTEN_KO", "DN_CARD_KO", _count, "DN_SHEETS_KO"),
    rule(lambda found: [found], _on_cards, "DN_WRITTEN_KO", "DN_CARD_KO"),
    rule(_as_many_before, _count, "DN_CARDS_OF_KO", _listed),
    rule(lambda found: [found], "DN_NUMBER_CARDS_KO", _listed),
)
_digits_ko: Parser[Digits] = either(
    rule(_as_many_before, _count, "DN_DIGITS_OF_KO", _listed),
    rule(lambda found: [found], "?DN_DIGITS_KO", _listed),
)


def _taken(digits: Digits, number: int) -> Iterator[Source]:
    if 0 < number <= len(digits):
        yield digits, number, False


_SOURCE_KO: Parser[Source] = either(
    rule(_taken, _cards, "DN_AMONG_KO", "?DN_DIFFERENT_KO", _count, "DN_TAKEN_KO"),
    rule(_taken, _digits_ko, "DN_AMONG_KO", "DN_DIFFERENT_KO", _count, "DN_TAKEN_KO"),
    rule(lambda found: [(found, len(found), False)], either(_cards, _digits_ko), "DN_ALL_ONCE_KO"),
    rule(lambda found: [(found, 0, False)], either(_cards, _digits_ko), "DN_ONCE_KO"),
    rule(lambda found: [(found, len(found), False)], _cards, "DN_WITH_CARDS_KO"),
    rule(lambda found: [(found, 0, True)], _digits_ko, "DN_AGAIN_KO"),
)


def _made(source: Source, length: int, conditions: tuple[Condition, ...] = ()) -> Iterator[Made]:
    digits, number, repeated = source
    if number in {0, length}:
        yield Made(digits, length, repeated, conditions)


_CONDITION_KO: Parser[Condition] = either(
    meaning("DN_EVEN_KO", Leaves(2)),
    meaning("DN_ODD_KO", Leaves(2, 1)),
    rule(lambda number: [Leaves(number)], _value, "DN_MULTIPLE_KO|DN_DIVIDES_KO"),
    rule(lambda number, sign: [Limit(sign, number)], _value, either(
        meaning("DN_OVER_KO", ">"), meaning("DN_UNDER_KO", "<"), meaning("DN_AT_LEAST_KO", ">="),
        meaning("DN_AT_MOST_KO", "<="))),
)  # fmt: skip
_MADE_KO: Parser[Made] = either(
    rule(_made, _SOURCE_KO, "DN_CAN_MAKE_KO", _count, "DN_PLACES_KO", "DN_NUMBER_KO"),
    rule(lambda source, length, condition: _made(source, length, (condition,)), _SOURCE_KO, "DN_CAN_MAKE_KO", _count,
         "DN_PLACES_KO", "DN_NUMBER_KO", "DN_AMONG_THEM_KO", _CONDITION_KO),
    rule(lambda source, length, condition: _made(source, length, (condition,)), _SOURCE_KO, "DN_CAN_MAKE_KO", _count,
         "DN_PLACES_KO", _CONDITION_KO),
    rule(_made, _SOURCE_KO, _count, "DN_PLACES_KO", "DN_MAKING_KO"),
    rule(lambda source, length, condition: _made(source, length, (condition,)), _SOURCE_KO, _count, "DN_PLACES_KO",
         "DN_MAKING_KO", _CONDITION_KO),
)  # fmt: skip


def _how_many(made: Made) -> Built:
    yield NumbersMade(made)


def _extreme(source: Source, largest: bool, length: int) -> Built:  # noqa: FBT001 - what the phrase means
    for made in _made(source, length):
        yield ExtremeMade(made, largest)


def _chance(source: Source, length: int, condition: Condition) -> Built:
    """Every card is as likely as every other, so the numbers are where no two cards are alike."""
    for whole in _made(source, length):
        if len(set(whole.digits)) == len(whole.digits) and 0 not in whole.digits:
            fitting = Made(whole.digits, length, whole.repeated, (condition,))
            yield Share(NumbersMade(fitting), NumbersMade(whole))


_EXTREME_KO = either(meaning("DN_LARGEST_KO", value=True), meaning("DN_SMALLEST_KO", value=False))
_KOREAN: tuple[Parser[Found], ...] = (
    rule(_how_many, _MADE_KO, "DN_HOW_MANY_KO"),
    rule(_extreme, _SOURCE_KO, "DN_CAN_MAKE_KO", _EXTREME_KO, _count, "DN_PLACES_KO", "DN_NUMBER_KO", "?DN_ASK_KO"),
    rule(lambda source, length, largest: _extreme(source, largest, length), _SOURCE_KO, "DN_CAN_MAKE_KO", _count,
         "DN_PLACES_KO", "DN_NUMBER_KO", "DN_AMONG_THEM_KO", _EXTREME_KO, "DN_NUMBER_KO", "?DN_ASK_KO"),
    rule(_chance, _SOURCE_KO, _count, "DN_PLACES_KO", "DN_MAKING_KO", "?DN_THAT_NUMBER_KO", _CONDITION_KO,
         "DN_CHANCE_KO"),
)  # fmt: skip

# English: "three-digit numbers … from the digits 1, 2, 3 without repetition"

_OFTEN = either(meaning("DN_ONCE", value=False), meaning("DN_AGAIN", value=True))
_PARITY = either(meaning("DN_EVEN", (Leaves(2),)), meaning("DN_ODD", (Leaves(2, 1),)), always(()))
_CONDITION = either(
    rule(lambda number: [(Leaves(number),)], "DN_MULTIPLE", _value),
    rule(lambda number: [(Limit(">", number),)], "DN_OVER", _value),
    rule(lambda number: [(Limit("<", number),)], "DN_UNDER", _value),
    always(()),
)


Kind = tuple[int, tuple["Condition", ...]]
"""How many digits the numbers have, and what is said of them."""


def _kind(before: tuple[Condition, ...], length: int, between: tuple[Condition, ...]) -> Iterator[Kind]:
    yield length, (*before, *between)


def _counted(
    kind: Kind,
    after: tuple[Condition, ...],
    digits: Digits,
    repeated: bool,  # noqa: FBT001 - what the phrase means
) -> Built:
    if len(conditions := (*kind[1], *after)) <= 1:
        yield NumbersMade(Made(digits, kind[0], repeated, conditions))


def _each_once(length: int, digits: Digits) -> Built:
    if length == len(digits):
        yield NumbersMade(Made(digits, length))


def _extreme_of(largest: bool, length: int, digits: Digits) -> Built:  # noqa: FBT001 - what the phrase means
    yield ExtremeMade(Made(digits, length), largest)


_EXTREME = either(meaning("DN_LARGEST", value=True), meaning("DN_SMALLEST", value=False))
_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_counted, "DN_HOW_MANY", rule(_kind, _PARITY, _count, "DN_DIGIT", _PARITY, "DN_NUMBERS"), _CONDITION,
         "DN_CAN_BE_MADE", _listed, _OFTEN),
    rule(_each_once, "DN_HOW_MANY", _count, "DN_DIGIT", "DN_NUMBERS", "DN_CAN_BE_MADE", "DN_EACH_DIGIT", _listed,
         "DN_ONCE"),
    rule(_extreme_of, "FIND|EVALUATE", _EXTREME, _count, "DN_DIGIT", "DN_NUMBERS", "?DN_THAT", "DN_CAN_BE_MADE",
         _listed, "DN_ONCE"),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_KOREAN, *_ENGLISH)
"""One rule a way to ask."""
