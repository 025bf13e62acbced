"""Sentences about sequences defined by their first terms and a rule, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maths.families.series.recurrence import Recurrence
from maths.families.series.recurrence_rule import Rule, rule_of
from maths.phrasing.chart import either, many, maybe, pattern, separator, word
from maths.phrasing.grammar_progressions import RANK
from maths.phrasing.productions import formula, new_name, relation, rule
from maths.phrasing.requests import is_equation
from maths.tree import Name, Number, Relation, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO|CALCULATE_KO")
_THE = pattern(r"(?i:(?:the|its)\s+)?")


_RELATIONS = many(relation, either(separator, word("ITEM_END"), word("ITEM_END_KO")))


def _is_range(node: Node) -> bool:
    """`n >= 1`, `n = 1, 2, 3, ...` is not read."""
    match node:
        case Relation(operands=(Name(subscript=""), Number(value=value)), operators=(operator,)):
            return operator in {">=", ">"} and value.denominator == 1
    return False


_RANGE_FORMULA: Parser[Relation] = formula(_is_range)  # type: ignore[assignment]
_BRACKET = pattern(r"[()]?")


def _start(found: Relation) -> Iterator[int]:
    value = int(found.operands[1].value)  # type: ignore[union-attr]
    yield value + (found.operators == (">",))


_STATED_RANGE: Parser[int | None] = maybe(
    either(
        rule(lambda _, found, __: _start(found), "?COMMA", "?FOR_PLACES", _BRACKET, _RANGE_FORMULA, _BRACKET),
        rule(lambda: [1], "?COMMA", "PLACES"),
        rule(lambda: [1], "?COMMA", "FOR_PLACES_KO"),
    )
)


def _left_sides(relations: tuple[Node, ...]) -> list[Name]:
    sides = [found.operands[0] for found in relations if isinstance(found, Relation)]
    return [side for side in sides if isinstance(side, Name)]


def _recurrence(relations: tuple[Node, ...], start: int | None, asked: Name | None) -> Built:
    rules: list[Rule] = []
    given: list[tuple[int, Node]] = []
    for found in relations:
        if not is_equation(found):
            return
        left, right = found.operands  # type: ignore[union-attr]
        if not isinstance(left, Name):
            return
        if left.subscript.isdigit() and not names(right):
            given.append((int(left.subscript), right))
        elif (stated := rule_of(left, right)) is not None:
            rules.append(stated)
        else:
            return
    if len(rules) != 1 or not given or (asked is not None and asked.name != rules[0].base):
        return
    if any(left.name != rules[0].base for left in _left_sides(relations)):
        return
    if asked is None or asked.subscript in {rules[0].letter, "n"}:
        yield Recurrence(rules[0], tuple(given), None, start)
    elif asked.subscript.isdigit():
        yield Recurrence(rules[0], tuple(given), int(asked.subscript), start)


def _placed(place: int | str, relations: tuple[Node, ...], start: int | None) -> Built:
    """The term at a place, counted from the first: where the sequence begins with index 1."""
    bases = {left.name for left in _left_sides(relations)}
    for base in bases if len(bases) == 1 and isinstance(place, int) else ():
        for task in _recurrence(relations, start, Name(base, str(place))):
            if isinstance(task, Recurrence) and min(index for index, _ in task.given) == 1:
                yield task


_WHICH: Parser[Any] = either(
    rule(lambda asked: [asked], "FIND|EVALUATE", "?VALUE_OF", new_name),
    rule(lambda asked: [asked], "FIND", "FORMULA_FOR", new_name),
)
_WHICH_KO: Parser[Any] = either(
    rule(lambda asked: [asked], new_name, "?OF_KO", "?VALUE_KO", *_ASKED_KO),
    rule(lambda asked: [asked], "GENERAL_TERM_OF_KO", new_name, *_ASKED_KO),
    rule(lambda: [None], "GENERAL_TERM_OF_KO", *_ASKED_KO),
)
_NO_NAME = maybe(word("BRACED"))

RECURRENCES: tuple[Parser[Found], ...] = (
    rule(
        lambda _, relations, start, asked: _recurrence(relations, start, asked),
        "?GIVEN|SEQUENCE_DEFINED|IN_A",
        _NO_NAME,
        "?DEFINED_BY",
        _RELATIONS,
        _STATED_RANGE,
        "?ITEM_END",
        _WHICH,
    ),
    rule(
        lambda _, place, __, relations, start: _placed(place, relations, start),
        "FIND",
        _THE,
        RANK,
        "TERM",
        "OF_SEQUENCE",
        "SEQUENCE_DEFINED",
        _NO_NAME,
        "?DEFINED_BY",
        _RELATIONS,
        _STATED_RANGE,
    ),
    rule(
        lambda asked, _, relations, start: _recurrence(relations, start, asked),
        _WHICH,
        "?ITEM_END",
        "?SEQUENCE_DEFINED",
        _NO_NAME,
        "?DEFINED_BY",
        _RELATIONS,
        _STATED_RANGE,
    ),
    rule(
        lambda _, relations, start, asked: _recurrence(relations, start, asked),
        "?SEQUENCE_DEFINED_KO",
        maybe(word("SEQUENCE_NAME_KO")),
        "?IN_KO|DEFINED_KO",
        _RELATIONS,
        _STATED_RANGE,
        "?ITEM_END_KO|DEFINED_KO",
        "?ITEM_END_KO|DEFINED_KO",
        "?COMMA",
        _WHICH_KO,
    ),
    rule(
        lambda relations, start, _, asked: _recurrence(relations, start, asked),
        _RELATIONS,
        _STATED_RANGE,
        "?ITEM_END_KO|DEFINED_KO",
        "SEQUENCE_DEFINED_KO",
        maybe(word("SEQUENCE_NAME_KO")),
        "?IN_KO",
        _WHICH_KO,
    ),
)

REQUESTS: tuple[Parser[Found], ...] = RECURRENCES
