"""Sentences that compare numbers: two, the k-th of several, the closest, all in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.numbers.comparison import Closest, Compare, Extreme, Sort
from maths.families.numbers.operands import is_operand
from maths.phrasing.chart import either, many, pattern, separator
from maths.phrasing.grammar_numbers import ASKED_KO, operand, without_article
from maths.phrasing.productions import always, meaning, rule, written, written_before
from maths.phrasing.spelled import RANKS, RANKS_KO, one_of
from maths.tree import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.written import Written
    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_GROUPED = re.compile(r"\d,\d{3}(?!\d)")
_LABELS = ("abcdefgh", "ABCDEFGH", "12345678", "①②③④⑤⑥⑦⑧", "ㄱㄴㄷㄹㅁㅂㅅㅇ")
_ROUND = ("({})", "{})", "{}.", "{}:", "{}")
_PAIR = 2

_option = without_article(written(is_operand))
_options = many(_option, separator)


def _listed(chart: Chart, at: int) -> Iterator[tuple[int, tuple[Written, ...]]]:
    """Numbers with commas or words between; where a comma may group digits, none."""
    for end, found in _options(chart, at):
        if len(found) > 1 and not _GROUPED.search(chart.text[at:end]):
            yield end, found


def _choices(chart: Chart, at: int) -> Iterator[tuple[int, tuple[tuple[str, ...], tuple[Written, ...]]]]:
    """`(a) 1/4  (b) 8/5`: the labels and the numbers."""
    at = chart.skip(at)
    for letters in _LABELS:
        for shape in _ROUND[:4] if letters[0].isalnum() and letters[0] != "ㄱ" else _ROUND[4:] + _ROUND[2:3]:
            if letters[0] == "1" and shape != "({})":
                continue
            marks = [r"[,;]?\s*" + re.escape(shape.format(letter)) + r"(?=\s|-|\d)" for letter in letters]
            yield from _choice(chart, at, letters, marks, 0)


def _choice(
    chart: Chart, at: int, letters: str, marks: list[str], index: int
) -> Iterator[tuple[int, tuple[tuple[str, ...], tuple[Written, ...]]]]:
    for start, _ in pattern(marks[index])(chart, at):
        if index + 1 < len(marks):
            for end, option in written_before(marks[index + 1])(chart, start):
                for last, (labels, options) in _choice(chart, end, letters, marks, index + 1):
                    yield last, ((letters[index], *labels), (option, *options))
        if index:
            following = re.compile(marks[index + 1]) if index + 1 < len(marks) else None
            for end, option in _option(chart, start):
                if following and following.search(chart.text, start, end):
                    continue
                yield end, ((letters[index],), (option,))


_Choices = tuple[tuple[str, ...], "tuple[Written, ...]"]


def _compare(left: Node, operator: str, right: Node) -> Built:
    yield Compare((left, right), (operator,))


def _alike(left: Node, right: Node, operator: str) -> Built:
    yield Compare((left, right), (operator,))


def _relation(found: Written) -> Built:
    if isinstance(found.value, Relation) and all(is_operand(side) for side in found.value.operands):
        yield Compare(found.value.operands, found.value.operators)


def _which(largest: bool, left: Written, right: Written) -> Built:  # noqa: FBT001 - what the phrase means
    yield Extreme((left, right), 1, largest)


def _which_after(left: Written, right: Written, largest: bool) -> Built:  # noqa: FBT001 - what the phrase means
    yield Extreme((left, right), 1, largest)


def _kth(rank: int, largest: bool, options: tuple[Written, ...]) -> Built:  # noqa: FBT001 - what the phrase means
    yield Extreme(options, rank, largest)


def _kth_after(options: tuple[Written, ...], rank: int, largest: bool) -> Built:  # noqa: FBT001 - what the phrase means
    yield Extreme(options, rank, largest)


def _kth_choice(rank: int, largest: bool, choices: _Choices) -> Built:  # noqa: FBT001 - what the phrase means
    yield Extreme(choices[1], rank, largest, choices[0])


def _closest(target: Node, options: tuple[Written, ...]) -> Built:
    yield Closest(target, options)


def _closest_after(options: tuple[Written, ...], target: Node) -> Built:
    yield Closest(target, options)


def _closest_choice(target: Node, choices: _Choices) -> Built:
    yield Closest(target, choices[1], choices[0])


def _sort(options: tuple[Written, ...], descending: bool) -> Built:  # noqa: FBT001 - what the phrase means
    yield Sort(options, descending)


def _sort_before(descending: bool, options: tuple[Written, ...]) -> Built:  # noqa: FBT001 - what the phrase means
    yield Sort(options, descending)


_OPERATOR = either(
    *(
        meaning(symbol, sign)
        for symbol, sign in (
            ("GREATER_THAN", ">"), ("LESS_THAN", "<"), ("AT_LEAST", ">="), ("AT_MOST", "<="),
            ("EQUAL_TO", "="), ("UNEQUAL_TO", "!="),
        )
    )
)  # fmt: skip
_ALIKE = either(meaning("ALIKE", "="), meaning("UNLIKE", "!="))
_BIGGER = either(meaning("BIGGER", value=True), meaning("SMALLER", value=False))
_LARGEST = either(meaning("LARGEST", value=True), meaning("SMALLEST", value=False))
_RANK = either(one_of(RANKS), always(1))
_ORDER = either(meaning("ASCENDING", value=False), meaning("DESCENDING", value=True))
_whole_relation = written(lambda node: isinstance(node, Relation))

_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_relation, "IS|DOES|TRUE_OR_FALSE", _whole_relation),
    rule(_compare, "IS", operand, _OPERATOR, operand),
    rule(_alike, "ARE", operand, "AND", operand, _ALIKE),
    rule(_which, "WHICH", _BIGGER, "?COLON|COMMA|OF", _option, "OR", _option),
    rule(_which_after, "WHICH_OF", _option, "OR", _option, "IS", _BIGGER),
    rule(_kth, "?FIND|WHICH", "?THE", _RANK, _LARGEST, "AMONG", "?COLON", _listed),
    rule(_kth_after, "WHICH_OF", _listed, "IS", "?THE", _RANK, _LARGEST),
    rule(_kth_choice, "FIND|WHICH", "?THE", _RANK, _LARGEST, "?END|COLON", _choices),
    rule(_closest, "?FIND|WHICH", "CLOSEST", operand, "AMONG", "?COLON", _listed),
    rule(_closest_after, "WHICH_OF", _listed, "IS", "CLOSEST", operand),
    rule(_closest_choice, "FIND|WHICH", "CLOSEST", operand, "?END|COLON", _choices),
    rule(_sort, "PUT", "?THESE_NUMBERS", "?COLON", _listed, "?COMMA", _ORDER),
    rule(_sort_before, "PUT", "THESE_NUMBERS", _ORDER, "?COLON|COMMA", _listed),
    rule(lambda options: _sort(options, False), "SORT", "?THESE_NUMBERS", "?COLON", _listed),  # noqa: FBT003 - as above
)

_OPERATOR_KO = either(
    *(
        rule(lambda sign=sign: [sign], *symbols)
        for sign, symbols in (
            (">", ("THAN_KO", "IS_BIG_KO")), ("<", ("THAN_KO", "IS_SMALL_KO")),
            (">=", ("THAN_KO", "IS_BIG_OR_EQUAL_KO")), ("<=", ("THAN_KO", "IS_SMALL_OR_EQUAL_KO")),
            (">=", ("AT_LEAST_KO",)), ("<=", ("AT_MOST_KO",)), (">", ("MORE_THAN_KO",)), ("<", ("LESS_THAN_KO",)),
            ("=", ("WITH_KO", "IS_EQUAL_KO")), ("!=", ("WITH_KO", "IS_UNEQUAL_KO")),
        )
    )
)  # fmt: skip
_ALIKE_KO = either(meaning("IS_EQUAL_KO", "="), meaning("IS_UNEQUAL_KO", "!="))
_BIG_KO = either(meaning("BIG_KO", value=True), meaning("SMALL_KO", value=False))
_WHICH_KO = either(meaning("WHICH_BIGGER_KO", value=True), meaning("WHICH_SMALLER_KO", value=False))
_RANK_KO = either(rule(lambda rank: [rank], one_of(RANKS_KO), "ABOUT_KO"), meaning("MOST_KO", 1))
_ORDER_KO = either(meaning("INTO_ASCENDING_KO", value=False), meaning("INTO_DESCENDING_KO", value=True))

_KOREAN: tuple[Parser[Found], ...] = (
    rule(_alike, operand, "TOPIC", operand, _OPERATOR_KO),
    rule(_alike, operand, "WITH_KO", operand, "TOPIC", _ALIKE_KO),
    rule(_which_after, _option, "AND", _option, "AMONG_KO", "?COMMA", "MORE_KO", _BIG_KO, "THING_KO", *ASKED_KO),
    rule(_which_after, _option, "AND", _option, "AMONG_KO", "?COMMA", _WHICH_KO),
    rule(_kth_after, _listed, "?AMONG_KO", "?COMMA", _RANK_KO, _BIG_KO, "THING_KO", *ASKED_KO),
    rule(_closest_after, _listed, "AMONG_KO", "?COMMA", operand, "CLOSEST_KO", "THING_KO", *ASKED_KO),
    rule(
        _kth_choice,
        "?FOLLOWING_KO",
        "?AMONG_KO",
        "?COMMA",
        _RANK_KO,
        _BIG_KO,
        "THING_KO",
        *ASKED_KO,
        "?END|COLON",
        _choices,
    ),
    rule(
        _closest_choice,
        "?FOLLOWING_KO",
        "?AMONG_KO",
        "?COMMA",
        operand,
        "CLOSEST_KO",
        "THING_KO",
        *ASKED_KO,
        "?END|COLON",
        _choices,
    ),
    rule(_sort, "?FOLLOWING_KO", _listed, "?OBJECT", _ORDER_KO, "?COMMA", "SORT_KO"),
    rule(_sort_before, "FOLLOWING_KO", "?OBJECT", _ORDER_KO, "SORT_KO", "?COLON|COMMA|END", _listed),
)

REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN)
"""One rule a way to ask."""
