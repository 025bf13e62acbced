"""Sentences about percentages, ratios, proportions, interest and steady speed."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.measuring.units import SPELLINGS, UNITS
from maths.families.proportion.amounts import Amount
from maths.families.proportion.interest import Interest, Travel
from maths.families.proportion.percent import Change, Changed, PartOf, RateOf, WholeOf
from maths.families.proportion.ratio import ChainRatio, Share, SimplifyRatio, Variation
from maths.families.terms import equals, number
from maths.phrasing.chart import MONEY, either, many, maybe, pattern, sequence, word
from maths.phrasing.grammar_numbers import ASKED_KO
from maths.phrasing.productions import always, formula, meaning, name, rule
from maths.read import read
from maths.tree import Mixed, Name, Negative, Number, Percent, Quotient, Ratio, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_SIGN = re.compile(rf"\s*{MONEY}\s*")
_UNIT = re.compile(r"\s*(?:\\text\{\s*)?(dollars?|cents?|euros?|만 원|만원|원)(?![A-Za-z])\}?")
_NOUN = re.compile(r"(?:(?:[Aa]n?|[Tt]he|[Tt]his|[Hh]er|[Hh]is)\s+)?([a-z]{3,})(?:\s+([a-z]{3,}))?(?![a-zA-Z])")
_NO_NOUN = frozenset(
    "not except each every per percent more less least most than twice half double triple different other same new "
    "original number amount discount increase decrease tax tip and then was were has had with without only all two "
    "three four five six seven eight nine ten dozen pair pairs pack set price cost value sale costs sells".split()
)


def _is_number(node: Node) -> bool:
    match node:
        case Number() | Mixed():
            return True
        case Quotient(numerator=top, denominator=below):
            return isinstance(top, Number) and isinstance(below, Number)
    return False


_number = formula(_is_number)
_percent = formula(lambda node: isinstance(node, Percent) and _is_number(node.operand))
_rate: Parser[Node] = either(_percent, rule(lambda node: [Percent(node)], _number, "P_SIGN"))
_rate_in_words: Parser[Node] = rule(lambda node: [Percent(node)], _number, "P_SIGN")


def _amount(chart: Chart, at: int) -> Iterator[tuple[int, Amount]]:
    """`80`, `$80`, `80 dollars`, `80원`."""
    at = chart.skip(at)
    if sign := _SIGN.match(chart.text, at):
        yield from ((end, Amount(node, "$")) for end, node in _number(chart, sign.end()))
        return
    for end, node in _number(chart, at):
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
    rule(lambda node: [("rise", node)], "P_RAISED_BY", _rate), rule(lambda node: [("fall", node)], "P_LOWERED_BY", _rate)
)
_changes = many(_ways, word("P_AND_THEN"))
_STOP = "?END|COMMA"
_place = either(
    rule(lambda: [Fraction(1, 100)], "?END|COMMA", "NEAREST_CENT"),
    rule(lambda: [Fraction(1)], "?END|COMMA", "NEAREST_DOLLAR"),
    always(None),
)
_noun = either(meaning("P_INCREASE_NOUN", "rise"), meaning("P_DISCOUNT_NOUN", "fall"))


def _changed(start: Amount, changes: tuple[tuple[str, Node], ...], place: Fraction | None = None) -> Built:
    yield Changed(start, changes, place=place)


def _backwards(share: Node, way: str, end: Amount) -> Built:
    yield Changed(end, ((way, share),), backwards=True)


_priced: Parser[Amount] = either(
    rule(lambda _, amount: [amount], _thing, "P_COSTS", _amount),
    rule(lambda _, amount: [amount], "P_PRICE_OF", maybe(_thing), "P_COSTS", _amount),
)

_PERCENT: tuple[Parser[Found], ...] = (
    rule(_part_of, "?P_WHAT", _rate, "P_OF", _amount),
    rule(_part_in_words, "P_WHAT", _rate_in_words, "P_OF", _amount),
    rule(lambda whole, part: [RateOf(part, whole)], "P_WHAT_PERCENT", _amount, "P_IS", _amount),
    rule(lambda part, whole: [RateOf(part, whole)], "?P_EXPRESS", _amount, "P_IS_WHAT_PERCENT", _amount),
    rule(lambda part, share: [WholeOf(part, share)], _amount, "P_IS", _rate, "P_OF", "P_WHAT_NUMBER"),
    rule(lambda share, part: [WholeOf(part, share)], _rate, "P_OF", "P_WHAT_NUMBER", "P_IS", _amount),
    rule(lambda share, part: [WholeOf(part, share)], "?GIVEN", _rate, "P_OF", "P_A_NUMBER", "P_IS", _amount, _STOP, "?THEN", "P_WHAT", "P_THE_NUMBER"),
    rule(lambda share, part, then: [WholeOf(part, share, then)], "?GIVEN", _rate, "P_OF", "P_A_NUMBER", "P_IS", _amount, _STOP, "?THEN", "P_WHAT", _rate, "P_OF", "P_SAME_NUMBER"),
    rule(lambda old, new: [Change(old, new, "rise")], "P_WHAT", "P_PERCENT_INCREASE", "P_FROM", _amount, "P_FROM_TO", _amount),
    rule(lambda old, new: [Change(old, new, "fall")], "P_WHAT", "P_PERCENT_DECREASE", "P_FROM", _amount, "P_FROM_TO", _amount),
    rule(lambda _, old, new: [Change(old, new, "rise")], "?GIVEN", "P_PRICE_OF", maybe(_thing), "P_ROSE", _amount, "P_FROM_TO", _amount, _STOP, "P_BY_WHAT_PERCENT"),
    rule(lambda _, old, new: [Change(old, new, "fall")], "?GIVEN", "P_PRICE_OF", maybe(_thing), "P_FELL", _amount, "P_FROM_TO", _amount, _STOP, "P_BY_WHAT_PERCENT_DOWN"),
    rule(_changed, "P_WHAT", _amount, _changes),
    rule(lambda start, share: _changed(start, (("rise", share),)), "P_INCREASE", _amount, "P_BY", _rate),
    rule(lambda start, share: _changed(start, (("fall", share),)), "P_DECREASE", _amount, "P_BY", _rate),
    rule(_changed, "?GIVEN", _priced, _STOP, "?AND", "?P_IT", _changes, _STOP, "P_NEW_VALUE", _place),
    rule(_changed, "?GIVEN", either(rule(lambda found: [found], "P_PRICE_OF", _amount)), _changes, _STOP, "P_NEW_VALUE", _place),
    rule(lambda _, changes: [Changed(None, changes)] if len(changes) > 1 else [], "?GIVEN", either(word("P_A_NUMBER"), sequence(word("P_PRICE_OF"), maybe(_thing))), _changes, _STOP, "P_OVERALL"),
    rule(lambda share, way, end: _backwards(share, way, end), "P_AFTER_RISE", _rate, _noun, "?COMMA", "P_THE_PRICE_IS", _amount, _STOP, "P_ORIGINAL"),
    rule(lambda way, end: _backwards(way[1], way[0], end), "P_WHEN_NUMBER", _ways, "?COMMA", "P_RESULT_IS", _amount, _STOP, "P_ORIGINAL_NUMBER"),
)  # fmt: skip


def _shared(whole: Amount, ratio: Ratio) -> Built:
    yield Share(whole, ratio.parts)


def _chained(first: Relation, second: Relation, wanted: Ratio) -> Built:
    rows = [_ratio_row(part) for part in (first, second)]
    if all(isinstance(part, Name) for part in wanted.parts) and rows[0] and rows[1]:
        yield ChainRatio(rows[0], rows[1], tuple(part.full for part in wanted.parts if isinstance(part, Name)))


def _ratio_row(relation: Relation) -> tuple[str, str, Node, Node] | None:
    match relation.operands:
        case (Ratio(parts=(Name() as left, Name() as right)), Ratio(parts=(p, q))) if _is_number(p) and _is_number(q):
            return left.full, right.full, p, q
    return None


_ITEM = r"(?:[0-9]+(?:\.[0-9]+)?(?:\s*/\s*[0-9]+)?|\\d?frac\s*\{[0-9]+\}\s*\{[0-9]+\}|[a-z](?![a-z]))"
_RATIO = re.compile(rf"{_ITEM}(?:\s*\\?!?\s*:\s*\\?!?\s*{_ITEM}){{1,7}}(?![0-9A-Za-z.]*[0-9A-Za-z])")


def _written_ratio(chart: Chart, at: int) -> Iterator[tuple[int, Ratio]]:
    """`2:3`, `a:b:c`: a colon that stands between numbers or letters."""
    at = chart.skip(at)
    if match := _RATIO.match(chart.text, at):
        parts = tuple(read(part.replace("\\!", "")) for part in match.group().split(":"))
        chart.skip(match.end())
        yield match.end(), Ratio(parts)


_ratio: Parser[Ratio] = rule(lambda found: [found] if all(_is_number(part) for part in found.parts) else [], _written_ratio)
_letters: Parser[Ratio] = rule(
    lambda found: [found] if all(isinstance(part, Name) for part in found.parts) else [], _written_ratio
)
_ratios: Parser[Relation] = rule(
    lambda left, _, right: [equals(left, right)] if len(left.parts) == len(right.parts) == 2 else [],  # noqa: PLR2004
    _letters,
    pattern("="),
    _ratio,
)
_valued = formula(
    lambda node: (
        isinstance(node, Relation)
        and node.operators == ("=",)
        and isinstance(node.operands[0], Name)
        and (_is_number(node.operands[1]) or (isinstance(node.operands[1], Negative) and _is_number(node.operands[1].operand)))
    )
)
_powers = either(meaning("V_POWER_2", 2), meaning("V_POWER_3", 3), meaning("V_POWER_1", 1), always(1))
_pair_kind = either(meaning("V_ARE_INVERSE", "inverse"), meaning("V_ARE_DIRECT", "direct"))
_single_kind = either(meaning("V_VARIES_INVERSELY", "inverse"), meaning("V_VARIES", "direct"))


def _variation(y: Name, kind: str, exponent: int, x: Name, values: tuple[Relation, Relation], asked: Name, given: Relation) -> Built:  # fmt: skip
    named = {v.operands[0].full: v.operands[1] for v in values}  # type: ignore[union-attr]
    letter = given.operands[0].full  # type: ignore[union-attr]
    if named.keys() == {y.full, x.full} and {letter, asked.full} == named.keys():
        yield Variation(kind, (y.full, x.full), exponent, (named[y.full], named[x.full]), (letter, given.operands[1]))


def _alone(y: Name, kind: str, exponent: int, x: Name, first: Relation, second: Relation, asked: Name, given: Relation) -> Built:  # fmt: skip
    yield from _variation(y, kind, exponent, x, (first, second), asked, given)


_RATIOS: tuple[Parser[Found], ...] = (
    rule(_shared, "R_DIVIDE", _amount, "R_IN_RATIO", _ratio),
    rule(lambda whole, ratio: [Share(whole, ratio.parts, "largest")], "?GIVEN", _amount, "R_IS_DIVIDED", "R_IN_RATIO", _ratio, _STOP, "R_PART"),
    rule(lambda whole, ratio: [Share(whole, ratio.parts, "smallest")], "?GIVEN", _amount, "R_IS_DIVIDED", "R_IN_RATIO", _ratio, _STOP, "R_SMALL_PART"),
    rule(lambda ratio: [SimplifyRatio(ratio.parts)], "R_SIMPLIFY_RATIO", _ratio),
    rule(lambda ratio: [SimplifyRatio(ratio.parts)], "R_SIMPLIFY", "?R_THE_RATIO", _ratio, "R_SIMPLEST"),
    rule(_chained, "?GIVEN", _ratios, "AND", _ratios, _STOP, "?THEN", "V_FIND", "?R_THE_RATIO", _letters),
    rule(_alone, "?GIVEN", name, _single_kind, _powers, name, _STOP, "?V_IF", "?COMMA", _valued, "V_WHEN", _valued, _STOP, "?THEN", "V_FIND", name, "V_WHEN", _valued),
    rule(lambda y, x, kind, first, second, asked, given: _alone(y, kind, 1, x, first, second, asked, given),
         "?GIVEN", name, "AND", name, _pair_kind, _STOP, "?V_IF", _valued, "V_WHEN", _valued, _STOP, "?THEN", "V_FIND", name, "V_WHEN", _valued),
    rule(lambda y, x, kind, first, second, asked, given: _alone(y, kind, 1, x, first, second, asked, given),
         "?GIVEN", name, "AND", name, _pair_kind, "AND", _valued, "V_WHEN", _valued, _STOP, "?THEN", "V_FIND", name, "V_WHEN", _valued),
)  # fmt: skip

_compounding = either(
    meaning("I_ANNUALLY", 1), meaning("I_SEMI", 2), meaning("I_QUARTERLY", 4), meaning("I_MONTHLY", 12)
)
_years = rule(lambda years: [years], _number, "I_YEARS")
_how_often = either(rule(lambda often: [often], "?COMMA", "I_COMPOUNDED", _compounding, "?COMMA"))
_wanted = either(meaning("I_HOW_MUCH", "amount"), meaning("I_HOW_MUCH_INTEREST", "interest"))


def _interest(principal: Amount, share: Node, years: Node, often: int, wanted: str, place: Fraction | None) -> Built:
    yield Interest(principal, share, years, often, wanted, place)


_yearly = rule(lambda share: [share], "I_AT", _rate, "?I_PER_YEAR", "?I_INTEREST", "?I_PER_YEAR")

_INTEREST: tuple[Parser[Found], ...] = (
    rule(lambda p, r, t, place: _interest(p, r, t, 0, "interest", place),
         "I_FIND", "I_SIMPLE", "I_ON", _amount, _yearly, "I_FOR_YEARS", _years, _place),
    rule(lambda p, t, r, place: _interest(p, r, t, 0, "interest", place),
         "I_FIND", "I_SIMPLE", "I_ON", _amount, "I_FOR_YEARS", _years, _yearly, _place),
    rule(lambda p, r, t, often, place: _interest(p, r, t, often, "interest", place),
         "I_FIND", "I_COMPOUND", "I_ON", _amount, _yearly, "I_FOR_YEARS", _years, _how_often, _place),
    rule(lambda p, r, often, t, place: _interest(p, r, t, often, "interest", place),
         "I_FIND", "I_COMPOUND", "I_ON", _amount, _yearly, _how_often, "I_FOR_YEARS", _years, _place),
    rule(lambda p, r, often, t, wanted, place: _interest(p, r, t, often, wanted, place),
         "?GIVEN", _amount, "I_INVESTED", _yearly, _how_often, "I_FOR_YEARS", _years, _STOP, "?COMMA", _wanted, _place),
    rule(lambda p, r, t, often, wanted, place: _interest(p, r, t, often, wanted, place),
         "?GIVEN", _amount, "I_INVESTED", _yearly, "I_FOR_YEARS", _years, _how_often, _STOP, "?COMMA", _wanted, _place),
    rule(lambda p, r, t, wanted, place: _interest(p, r, t, 0, wanted, place),
         "?GIVEN", _amount, "I_INVESTED", "I_AT", _rate, "?I_PER_YEAR", "I_SIMPLE_INTEREST", "I_FOR_YEARS", _years, _STOP, "?COMMA", _wanted, _place),
)  # fmt: skip

_OF_KIND = {
    kind: re.compile(
        r"\s*(?:\\text\{\s*)?(" + "|".join(re.escape(w) for w in sorted((w for w, n in SPELLINGS.items() if UNITS[n].kind == kind and w != "m"), key=len, reverse=True)) + r"|m)\}?(?![A-Za-z])"
    )
    for kind in ("length", "clock")
}  # fmt: skip


def _unit_of(kind: str) -> Parser[str]:
    def parse(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
        match = _OF_KIND[kind].match(chart.text, at)
        if match and match[1] in SPELLINGS:
            chart.skip(match.end())
            yield match.end(), SPELLINGS[match[1]]

    return parse


_length, _clock = _unit_of("length"), _unit_of("clock")
_span = rule(lambda size, of: [(size, of)], _number, _length)
_duration = rule(lambda size, of: [(size, of)], _number, _clock)
_per = either(
    rule(lambda of, each: [(of, each)], _length, "T_PER", _clock),
    meaning("T_MPH", ("mile", "h")),
    meaning("T_KMH", ("km", "h")),
    meaning("T_MS", ("m", "s")),
)
_pace = rule(lambda size, of: [(size, *of)], _number, _per)
_pace_ko = either(
    rule(lambda size, of: [(size, of, "h")], "T_PER_HOUR_KO", _number, _length),
    rule(lambda size, of: [(size, of, "min")], "T_PER_MINUTE_KO", _number, _length),
    rule(lambda size, of: [(size, of, "s")], "T_PER_SECOND_KO", _number, _length),
)


def _speed_of(distance: tuple[Node, str], time: tuple[Node, str], asked: tuple[str, str] | None) -> Built:
    wanted = asked or (distance[1], time[1])
    yield Travel(distance, time, None, ("speed", *wanted))


def _named_speed(distance: tuple[Node, str], time: tuple[Node, str], asked: tuple[str, str]) -> Built:
    yield from _speed_of(distance, time, asked)


_TRAVEL: tuple[Parser[Found], ...] = (
    rule(_named_speed, "?GIVEN", "T_MOVER", "T_TRAVELS", _span, "T_IN", _duration, _STOP, "T_SPEED_ASKED", "?COMMA", "IN", _per),
    rule(lambda pace, time, of: [Travel(None, time, pace, ("distance", of))],
         "?GIVEN", "T_MOVER", "T_TRAVELS", "T_AT", _pace, "T_FOR", _duration, _STOP, "T_DISTANCE_ASKED", "?COMMA", "IN", _length),
    rule(lambda pace, time: [Travel(None, time, pace, ("distance", pace[1]))],
         "?GIVEN", "T_MOVER", "T_TRAVELS", "T_AT", _pace, "T_FOR", _duration, _STOP, "T_DISTANCE_ASKED"),
    rule(lambda pace, of, time: [Travel(None, time, pace, ("distance", of))],
         "?GIVEN", "T_MOVER", "T_TRAVELS", "T_AT", _pace, _STOP, "T_HOW_MANY", _length, "T_DOES_IT", _duration),
    rule(lambda pace, of, distance: [Travel(distance, None, pace, ("time", of))],
         "?GIVEN", "T_MOVER", "T_TRAVELS", "T_AT", _pace, _STOP, "T_HOW_MANY", _clock, "T_DOES_IT", _span),
    rule(lambda of, distance, pace: [Travel(distance, None, pace, ("time", of))],
         "T_HOW_MANY", _clock, "T_DOES_IT", _span, "T_AT", _pace),
    rule(lambda distance, time, of: [Travel(distance, time, None, ("speed", of, "h"))],
         _span, "T_IN_TIME_KO", _duration, "T_GONE_IN_KO", "T_SPEED_KO", "TOPIC", "T_PER_HOUR_KO", "MANY_KO", _length, "?IS_IT_KO"),
    rule(lambda pace, time, of: [Travel(None, time, pace, ("distance", of))],
         _pace_ko, "T_WITH_KO", _duration, "T_DURING_KO", "T_DISTANCE_KO", "TOPIC", "MANY_KO", _length, "?IS_IT_KO"),
    rule(lambda pace, distance, of: [Travel(distance, None, pace, ("time", of))],
         _pace_ko, "T_WITH_KO", _span, "T_IN_TIME_KO", "T_GOING_TIME_KO", "?T_TIME_KO", "?TOPIC", "MANY_KO", _clock, "?IS_IT_KO"),
)  # fmt: skip

_direction_ko = either(meaning("P_RAISED_KO", "rise"), meaning("P_LOWERED_KO", "fall"))

_KOREAN: tuple[Parser[Found], ...] = (
    rule(lambda whole, share: _part_of(share, whole), _amount, "P_OF_KO", _rate, *ASKED_KO),
    rule(lambda part, whole: [RateOf(part, whole)], _amount, "P_IS_OF_KO", _amount, "P_OF_KO", "P_HOW_MANY_PERCENT_KO"),
    rule(lambda share, part: [WholeOf(part, share)], "P_SOME_NUMBER_KO", "P_OF_KO", _rate, "P_IS_OF_KO", _amount, "P_WHEN_KO", "?COMMA|END", "P_SOME_NUMBER_KO", *ASKED_KO),
    rule(lambda old, new: [Change(old, new, "rise")], _amount, "P_FROM_KO", _amount, "P_TO_RISE_KO", "?COMMA|END", "P_RISE_RATE_KO", *ASKED_KO),
    rule(lambda old, new: [Change(old, new, "fall")], _amount, "P_FROM_KO", _amount, "P_TO_FALL_KO", "?COMMA|END", "P_FALL_RATE_KO", *ASKED_KO),
    rule(lambda start, share, way: _changed(start, ((way, share),)), _amount, "OBJECT", _rate, _direction_ko, *ASKED_KO),
    rule(lambda start, share: _changed(start, (("fall", share),)), "P_PRICE_KO", _amount, "P_BEING_KO", "OBJECT", _rate, "P_SOLD_KO", "?COMMA", "P_SALE_PRICE_KO", *ASKED_KO),
    rule(_shared, _amount, "OBJECT", _ratio, "R_TO_KO", "R_DIVIDE_KO"),
    rule(lambda ratio: [SimplifyRatio(ratio.parts)], _ratio, "?OBJECT", "R_SIMPLEST_KO"),
    rule(_chained, _ratios, "R_WHEN_KO", _ratios, "R_WHEN_KO", "?COMMA", _letters, *ASKED_KO),
    rule(lambda y, x, kind, b, a, given, asked: _alone(y, kind, 1, x, a, b, asked, given),
         name, "P_SUBJECT_KO", name, either(meaning("V_DIRECT_KO", "direct"), meaning("V_INVERSE_KO", "inverse")), "?COMMA|END",
         _valued, "V_WHEN_KO", _valued, "V_IS_KO", "?COMMA|END", _valued, "V_WHEN_KO", name, "V_VALUE_KO", *ASKED_KO),
    rule(lambda p, r, kind, t, wanted: _interest(p, r, t, kind, wanted, None),
         "?I_MONEY_KO", _amount, "I_RATE_KO", _rate, either(meaning("I_SIMPLE_KO", 0), meaning("I_COMPOUND_KO", 1)), _number, "I_YEARS_KO", "?COMMA",
         either(meaning("I_TOTAL_KO", "amount"), meaning("I_INTEREST_KO", "interest")), *ASKED_KO),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_PERCENT, *_RATIOS, *_INTEREST, *_TRAVEL, *_KOREAN)
"""One rule a way to ask."""
