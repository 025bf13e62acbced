"""Sentences about sums and products, in both languages; those about progressions and recurrences beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.series.progression import Quantity
from maths.families.series.progressions import AskProgression, Fact
from maths.families.series.summed import Summed
from maths.families.terms import number as number_node
from maths.phrasing.chart import either
from maths.phrasing.dots import dotted
from maths.phrasing.grammar_progressions import REQUESTS as PROGRESSIONS
from maths.phrasing.grammar_recurrences import REQUESTS as RECURRENCES
from maths.phrasing.productions import formula, meaning, number, rule
from maths.phrasing.requests import is_expression
from maths.phrasing.spelled import count
from maths.tree import Name, Number, Series

if TYPE_CHECKING:
    from maths.families.series.dotted import Dotted
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO|CALCULATE_KO")


# Sums and products


def _summed(series: Series) -> Built:
    if is_expression(series.body):
        yield Summed(series.body, series.variable.full, series.lower, series.upper, series.kind)


def _dots(found: Dotted) -> Built:
    yield found


_SERIES: Parser[Series] = formula(lambda node: isinstance(node, Series))  # type: ignore[assignment]

SUMS: tuple[Parser[Found], ...] = (
    rule(_summed, _SERIES),
    rule(_summed, "FIND|EVALUATE", "?SUM_SIGN|SUM_OF_SERIES|PRODUCT_OF_SERIES", "?COLON", _SERIES),
    rule(_summed, "SIMPLIFY", "?SUM_SIGN", "?COLON", _SERIES),
    rule(_dots, dotted),
    rule(_dots, "FIND|EVALUATE", "?SUM_SIGN|SUM_OF_SERIES|PRODUCT_OF_SERIES", "?COLON", dotted),
    rule(_dots, "FIND", "SUM_OF_ALL|SUM_OF_SERIES", "?OF", "ARITHMETIC|GEOMETRIC|ENDLESS_GEOMETRIC", "?COLON", dotted),
    rule(_dots, "FIND|EVALUATE", "ARITHMETIC|GEOMETRIC|ENDLESS_GEOMETRIC", "?COLON", dotted),
    rule(_dots, "FIND", "SUM_OF_SERIES", "?COLON", dotted),
    rule(_summed, "?SERIES_KO", _SERIES, "?SERIES_SUM_KO", *_ASKED_KO),
    rule(
        _dots,
        "?SERIES_KO|ARITHMETIC_KO|GEOMETRIC_KO|ENDLESS_GEOMETRIC_KO",
        "?OF_KO",
        dotted,
        "?SERIES_SUM_KO",
        *_ASKED_KO,
    ),
    rule(_summed, "SERIES_KO", "FIND_KO|CALCULATE_KO", "?COMMA", _SERIES),
    rule(_dots, "SERIES_KO", "FIND_KO|CALCULATE_KO", "?COMMA", dotted),
)


# Numbers in a row: "the sum of the first 20 positive odd integers", "the sum of the integers from 1 to 100"


def _first_numbers(size: int, row: tuple[int, int]) -> Built:
    yield _row_sum(row, size)


def _first_multiples(size: int, each: Node) -> Built:
    if isinstance(each, Number) and each.value.denominator == 1 and each.value > 0:
        yield _row_sum((int(each.value), int(each.value)), size)


def _row_sum(row: tuple[int, int], size: int) -> AskProgression:
    first, step = row
    facts = (Fact(Quantity("term", 1), number_node(first)), Fact(Quantity("step"), number_node(step)))
    return AskProgression("arithmetic", facts, (Quantity("sum", size),))


def _from_to(step: int, low: Node, high: Node) -> Built:
    """Whole numbers from one to another, both counted; odd or even ones where both ends are."""
    ends = [_whole(low), _whole(high)]
    if None in ends or ends[0] >= ends[1]:  # type: ignore[operator]
        return
    if step > 1 and any(end % 2 != step - 2 for end in ends):  # type: ignore[operator]
        return
    body = Name("k")
    if step == 1:
        yield Summed(body, "k", low, high)
        return
    facts = (
        Fact(Quantity("term", 1), low),
        Fact(Quantity("step"), number_node(2)),
        Fact(Quantity("last"), high),
    )
    yield AskProgression("arithmetic", facts, (Quantity("total"),))


def _whole(node: Node) -> int | None:
    if isinstance(node, Number) and node.value.denominator == 1:
        return int(node.value)
    return None


_ROW = either(
    meaning("ODD_NUMBERS", (1, 2)),
    meaning("EVEN_NUMBERS", (2, 2)),
    meaning("WHOLE_NUMBERS", (1, 1)),
)
_ROW_KO = either(
    meaning("ODD_NUMBERS_KO", (1, 2)), meaning("EVEN_NUMBERS_KO", (2, 2)), meaning("WHOLE_NUMBERS_KO", (1, 1))
)
# the step: 1 all numbers, 2 even ones, 3 odd ones
_RANGE = either(meaning("ALL_FROM", 1), meaning("EVEN_FROM", 2), meaning("ODD_FROM", 3))
_RANGE_KO = either(meaning("WHOLE_NUMBERS_KO", 1), meaning("EVEN_NUMBERS_KO", 2), meaning("ODD_NUMBERS_KO", 3))
_COUNT = either(count, rule(lambda node: [_whole(node)] if _whole(node) else [], number))


def _named_range(low: Node, high: Node, step: int) -> Built:
    yield from _from_to(step, low, high)


ROWS: tuple[Parser[Found], ...] = (
    rule(_first_numbers, "FIND", "SUM_OF_FIRST", _COUNT, _ROW),
    rule(_first_multiples, "FIND", "SUM_OF_FIRST", _COUNT, "MULTIPLES", number),
    rule(_from_to, "FIND", "SUM_OF_NUMBERS", _RANGE, "FROM", number, "TO", number, "?INCLUSIVE"),
    rule(
        lambda row, size: _first_numbers(size, row),
        "FIRST_COUNT_KO",
        _ROW_KO,
        _COUNT,
        "COUNT_OF_KO",
        "SUM_ASKED_KO",
        *_ASKED_KO,
    ),
    rule(_first_numbers, "FIRST_COUNT_KO", _COUNT, "COUNT_OF_KO", _ROW_KO, "SUM_ASKED_KO", *_ASKED_KO),
    rule(
        _named_range,
        number,
        "FROM_NUMBER_KO",
        number,
        "TO_NUMBER_KO",
        _RANGE_KO,
        "SUM_ASKED_KO",
        *_ASKED_KO,
    ),
)


REQUESTS: tuple[Parser[Found], ...] = (*SUMS, *ROWS, *PROGRESSIONS, *RECURRENCES)
