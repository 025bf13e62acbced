"""Sentences about percentages, ratios, proportions, interest and steady speed."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.proportion.amounts import Amount
from maths.families.proportion.percent import Change, Changed, PartOf, RateOf, WholeOf
from maths.families.terms import number
from maths.phrasing.chart import MONEY, either, many, maybe, sequence, word
from maths.phrasing.grammar_numbers import ASKED_KO
from maths.phrasing.productions import always, formula, meaning, rule
from maths.tree import Mixed, Number, Percent, Quotient

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_SIGN = re.compile(rf"\s*{MONEY}\s*")
_UNIT = re.compile(r"\s*(?:\\text\{\s*)?(dollars?|cents?|euros?|won|만 원|만원|원)(?![A-Za-z])\}?")
_NOUN = re.compile(r"(?:(?:[Aa]n?|[Tt]he|[Tt]his|[Hh]er|[Hh]is)\s+)?([a-z]{3,})(?:\s+([a-z]{3,}))?(?![a-zA-Z])")
_NO_NOUN = frozenset(
    [
        "not",
        "except",
        "each",
        "every",
        "per",
        "percent",
        "more",
        "less",
        "least",
        "most",
        "than",
        "twice",
        "half",
        "double",
        "triple",
        "different",
        "other",
        "same",
        "new",
        "original",
        "number",
        "amount",
        "discount",
        "increase",
        "decrease",
        "tax",
        "tip",
        "and",
        "then",
        "was",
        "were",
        "has",
        "had",
        "with",
        "without",
        "only",
        "all",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "dozen",
        "pair",
        "pairs",
        "pack",
        "set",
        "price",
        "cost",
        "value",
        "sale",
        "costs",
        "sells",
    ]
)


def is_number(node: Node) -> bool:
    match node:
        case Number() | Mixed():
            return True
        case Quotient(numerator=top, denominator=below):
            return isinstance(top, Number) and isinstance(below, Number)
    return False


a_number = formula(is_number)
_percent = formula(lambda node: isinstance(node, Percent) and is_number(node.operand))
a_rate: Parser[Node] = either(_percent, rule(lambda node: [Percent(node)], a_number, "P_SIGN"))
_rate_in_words: Parser[Node] = rule(lambda node: [Percent(node)], a_number, "P_SIGN")


def an_amount(chart: Chart, at: int) -> Iterator[tuple[int, Amount]]:
    """`80`, `$80`, `80 dollars`, `80원`."""
    at = chart.skip(at)
    if sign := _SIGN.match(chart.text, at):
        yield from ((end, Amount(node, "$")) for end, node in a_number(chart, sign.end()))
        return
    for end, node in a_number(chart, at):
        if unit := _UNIT.match(chart.text, end):
            chart.skip(unit.end())
            yield unit.end(), _in_unit(node, _NAMES.get(unit[1], unit[1]))
        else:
            yield end, Amount(node)


def _in_unit(node: Node, unit: str) -> Amount:
    if unit == "만 원" and isinstance(node, Number):
        return Amount(number(node.value * 10_000), "원")
    return Amount(node, unit)


_NAMES = {"dollar": "dollars", "cent": "cents", "euro": "euros", "만원": "만 원"}


def _thing(chart: Chart, at: int) -> Iterator[tuple[int, None]]:
    """A noun for what is priced: any, as it changes nothing."""
    at = chart.skip(at)
    match = _NOUN.match(chart.text, at)
    if match and not {match[1], match[2]} & _NO_NOUN:
        chart.skip(match.end())
        yield match.end(), None
    if match and match[2] and match[1] not in _NO_NOUN:
        chart.skip(match.end(1))
        yield match.end(1), None


def _part_of(share: Node, whole: Amount) -> Built:
    if whole.unit:
        yield PartOf(share, whole)


def _part_in_words(share: Node, whole: Amount) -> Built:
    if not whole.unit:
        yield PartOf(share, whole)


_ways = either(
    rule(lambda node: [("rise", node)], "P_RAISED_BY", a_rate),
    rule(lambda node: [("fall", node)], "P_LOWERED_BY", a_rate),
)
_changes = many(_ways, word("P_AND_THEN"))
STOP = "?END|COMMA"
to_place = either(
    rule(lambda: [Fraction(1, 100)], "?END|COMMA", "NEAREST_CENT"),
    rule(lambda: [Fraction(1)], "?END|COMMA", "NEAREST_DOLLAR"),
    always(None),
)
_in_all = either(
    meaning("P_OVERALL", ""), meaning("P_OVERALL_CHANGE", "change"), meaning("P_OVERALL_RISE", "rise"),
    meaning("P_OVERALL_FALL", "fall"),
)  # fmt: skip
_noun = either(meaning("P_INCREASE_NOUN", "rise"), meaning("P_DISCOUNT_NOUN", "fall"))


def _changed(start: Amount, changes: tuple[tuple[str, Node], ...], place: Fraction | None = None) -> Built:
    yield Changed(start, changes, place=place)


def _backwards(share: Node, way: str, end: Amount) -> Built:
    yield Changed(end, ((way, share),), backwards=True)


_priced: Parser[Amount] = either(
    rule(lambda _, amount: [amount], _thing, "P_COSTS", an_amount),
    rule(lambda _, amount: [amount], "P_PRICE_OF", maybe(_thing), "P_COSTS", an_amount),
)

_PERCENT: tuple[Parser[Found], ...] = (
    rule(_part_of, "?P_WHAT", a_rate, "P_OF", an_amount),
    rule(_part_in_words, "P_WHAT", _rate_in_words, "P_OF", an_amount),
    rule(lambda whole, part: [RateOf(part, whole)], "P_WHAT_PERCENT", an_amount, "P_IS", an_amount),
    rule(lambda part, whole: [RateOf(part, whole)], "?P_EXPRESS", an_amount, "P_IS_WHAT_PERCENT", an_amount),
    rule(lambda part, share: [WholeOf(part, share)], an_amount, "P_IS", a_rate, "P_OF", "P_WHAT_NUMBER"),
    rule(lambda share, part: [WholeOf(part, share)], a_rate, "P_OF", "P_WHAT_NUMBER", "P_IS", an_amount),
    rule(lambda share, part: [WholeOf(part, share)], "?GIVEN", a_rate, "P_OF", "P_A_NUMBER", "P_IS", an_amount, STOP,
         "?THEN", "P_WHAT", "P_THE_NUMBER"),
    rule(lambda share, part, then: [WholeOf(part, share, then)], "?GIVEN", a_rate, "P_OF", "P_A_NUMBER", "P_IS",
         an_amount, STOP, "?THEN", "P_WHAT", a_rate, "P_OF", "P_SAME_NUMBER"),
    rule(lambda old, new: [Change(old, new, "rise")], "P_WHAT", "P_PERCENT_INCREASE", "P_FROM", an_amount,
         "P_FROM_TO", an_amount),
    rule(lambda old, new: [Change(old, new, "fall")], "P_WHAT", "P_PERCENT_DECREASE", "P_FROM", an_amount,
         "P_FROM_TO", an_amount),
    rule(lambda _, old, new: [Change(old, new, "rise")], "?GIVEN", "P_PRICE_OF", maybe(_thing), "P_ROSE", an_amount,
         "P_FROM_TO", an_amount, STOP, "P_BY_WHAT_PERCENT"),
    rule(lambda _, old, new: [Change(old, new, "fall")], "?GIVEN", "P_PRICE_OF", maybe(_thing), "P_FELL", an_amount,
         "P_FROM_TO", an_amount, STOP, "P_BY_WHAT_PERCENT_DOWN"),
    rule(_changed, "P_WHAT", an_amount, _changes),
    rule(lambda start, share: _changed(start, (("rise", share),)), "P_INCREASE", an_amount, "P_BY", a_rate),
    rule(lambda start, share: _changed(start, (("fall", share),)), "P_DECREASE", an_amount, "P_BY", a_rate),
    rule(_changed, "?GIVEN", _priced, STOP, "?AND", "?P_IT", _changes, STOP, "P_NEW_VALUE", to_place),
    rule(_changed, "?GIVEN", either(rule(lambda found: [found], "P_PRICE_OF", an_amount)), _changes, STOP,
         "P_NEW_VALUE", to_place),
    rule(lambda _, changes, way: [Changed(None, changes, direction=way)] if len(changes) > 1 else [], "?GIVEN",
         either(word("P_A_NUMBER"), sequence(word("P_PRICE_OF"), maybe(_thing))), _changes, STOP, _in_all),
    rule(_backwards, "P_AFTER_RISE", a_rate, _noun, "?COMMA",
         "P_THE_PRICE_IS", an_amount, STOP, "P_ORIGINAL"),
    rule(lambda way, end: _backwards(way[1], way[0], end), "P_WHEN_NUMBER", _ways, "?COMMA", "P_RESULT_IS", an_amount,
         STOP, "P_ORIGINAL_NUMBER"),
)  # fmt: skip


_direction_ko = either(meaning("P_RAISED_KO", "rise"), meaning("P_LOWERED_KO", "fall"))

_KOREAN: tuple[Parser[Found], ...] = (
    rule(lambda whole, share: _part_of(share, whole), an_amount, "P_OF_KO", a_rate, *ASKED_KO),
    rule(lambda part, whole: [RateOf(part, whole)], an_amount, "P_IS_OF_KO", an_amount, "P_OF_KO",
         "P_HOW_MANY_PERCENT_KO"),
    rule(lambda share, part: [WholeOf(part, share)], "P_SOME_NUMBER_KO", "P_OF_KO", a_rate, "P_IS_OF_KO", an_amount,
         "P_WHEN_KO", "?COMMA|END", "P_SOME_NUMBER_KO", *ASKED_KO),
    rule(lambda old, new: [Change(old, new, "rise")], an_amount, "P_FROM_KO", an_amount, "P_TO_RISE_KO", "?COMMA|END",
         "P_RISE_RATE_KO", *ASKED_KO),
    rule(lambda old, new: [Change(old, new, "fall")], an_amount, "P_FROM_KO", an_amount, "P_TO_FALL_KO", "?COMMA|END",
         "P_FALL_RATE_KO", *ASKED_KO),
    rule(lambda start, share, way: _changed(start, ((way, share),)), an_amount, "OBJECT", a_rate, _direction_ko,
         *ASKED_KO),
    rule(lambda start, share: _changed(start, (("fall", share),)), "P_PRICE_KO", an_amount, "P_BEING_KO", "OBJECT",
         a_rate, "P_SOLD_KO", "?COMMA", "P_SALE_PRICE_KO", *ASKED_KO),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_PERCENT, *_KOREAN)
"""One rule a way to ask."""
