"""Sentences about lists of data: their mean, median, mode, range, variance; and a number missing from a mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.equations.equation import Equation
from maths.families.numbers.operands import is_operand
from maths.families.statistics.summary import Summary
from maths.families.statistics.summary_routes import Kind
from maths.families.terms import equals, number, over, plus
from maths.message import Message
from maths.phrasing.chart import either, many
from maths.phrasing.productions import formula, meaning, name, rule
from maths.phrasing.productions import number as plain_number
from maths.phrasing.requests import Objection
from maths.phrasing.slots import between
from maths.tree import Collection, names
from maths.tree import Kind as Bracket

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Name, Node


def _members(node: Node) -> Iterator[tuple[Node, ...]]:
    """What stands in `{3, 5, 7}` or `3, 5, 7`."""
    if isinstance(node, Collection) and node.kind in {Bracket.SET, Bracket.LIST, Bracket.SEQUENCE}:
        yield node.items


def _several(items: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    if len(items) > 1:
        yield items


_item = formula(lambda node: is_operand(node) and not names(node))
_bracketed = rule(_members, formula(lambda node: isinstance(node, Collection) and not names(node)))
_data = either(_bracketed, rule(_several, many(plain_number, between)))
_linear = rule(_several, many(formula(is_operand), between))


def _kind(suffix: str) -> Parser[Kind]:
    return either(*(meaning(f"S_{kind.name}{suffix}", kind) for kind in Kind))


_kind_en = rule(lambda kind: [kind], "?S_THE", _kind(""))
_kinds = many(_kind_en, between)
_kind_ko = _kind("_KO")
_kinds_ko = many(_kind_ko, either(between, meaning("AND", "AND")))


def _summary(kinds: tuple[Kind, ...], data: tuple[Node, ...]) -> Built:
    if len(set(kinds)) == len(kinds):
        yield Summary(kinds, data)


def _summary_after(data: tuple[Node, ...], kinds: tuple[Kind, ...]) -> Built:
    yield from _summary(kinds, data)


def _joined(sign: str, one: Kind, other: Kind, data: tuple[Node, ...]) -> Built:
    if one is not other:
        yield Summary((one, other), data, sign)


def _unsaid(data: tuple[Node, ...]) -> Built:
    del data
    yield Objection(
        Message("It is not said whether the numbers are the whole population or a sample: the variance depends on it.")
    )


def _missing(data: tuple[Node, ...], mean: Node, unknown: Name) -> Built:
    """The mean as an equation for the one letter in the list."""
    letters = frozenset[str]().union(*(names(item) for item in data))
    if letters == {unknown.full} and not names(mean):
        yield Equation(equals(over(plus(*data), number(len(data))), mean), unknown.full)


_joining = either(meaning("S_SUM_OF", "+"), meaning("S_DIFFERENCE", "-"))
_joining_ko = either(meaning("S_SUM_KO", "+"), meaning("S_DIFFERENCE_KO", "-"))
_stated = ("S_THE_DATA", "S_DATA_ARE", _data, "S_STOP")
_mean_is = ("S_MEAN", "S_OF", _linear, "S_IS", _item)

_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_summary, "?S_FIND", _kinds, "S_OF", _data),
    rule(_summary_after, *_stated, "S_FIND", _kinds, "?S_OF_THEM"),
    rule(_joined, "?S_FIND", _joining, _kind_en, "AND", _kind_en, "S_OF", _data),
    rule(lambda data, sign, one, other: _joined(sign, one, other, data), *_stated, "S_FIND", _joining, _kind_en,
         "AND", _kind_en, "?S_OF_THEM"),
    rule(_unsaid, "?S_FIND", "?S_THE", "S_UNSAID", "S_OF", _data),
    rule(_missing, "?S_IF", "?S_THE", *_mean_is, "S_STOP", "S_VALUE_OF", name),
    rule(lambda unknown, data, mean: _missing(data, mean, unknown), "S_VALUE_OF", name, "S_IF", "S_THE", *_mean_is),
)  # fmt: skip

_KOREAN: tuple[Parser[Found], ...] = (
    rule(_summary_after, "?S_GIVEN_KO", _data, "S_OF_KO", _kinds_ko, "?ALL_KO", "?S_ASK_KO"),
    rule(_summary, "S_DATA_OF_KO", _kinds_ko, "S_ASK_KO", "?S_STOP|COLON|END", _data),
    rule(lambda data, one, other, sign: _joined(sign, one, other, data),
         "?S_GIVEN_KO", _data, "S_OF_KO", _kind_ko, "S_WITH_KO", _kind_ko, _joining_ko, "?S_ASK_KO"),
    rule(_unsaid, "?S_GIVEN_KO", _data, "S_OF_KO", "S_UNSAID_KO", "?S_ASK_KO"),
    rule(_missing, "?S_GIVEN_KO", _linear, "S_OF_KO", "S_MEAN_KO", "S_SUBJECT_KO", _item, "S_IS_WHEN_KO", name,
         "?S_VALUE_KO",
         "?S_ASK_KO"),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN)
"""One rule a way to ask."""
