"""Sentences around a question about whole numbers: names for described numbers, facts that are only repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.families.numbers.integers.described import Described
from maths.families.numbers.integers.named import Named
from maths.families.numbers.integers.values import Given, Nth, numbers
from maths.families.settled import UndecidedError
from maths.phrasing.chart import either, many, maybe, word
from maths.phrasing.grammar_bases import REQUESTS as BASES
from maths.phrasing.grammar_digits import BASE
from maths.phrasing.grammar_integers import REQUESTS as ENGLISH
from maths.phrasing.grammar_integers import VALUE
from maths.phrasing.integer_conditions import VERB_CHAIN, natural
from maths.phrasing.integer_sets import PLAIN, smallest_of
from maths.phrasing.integer_sets import phrase as set_phrase
from maths.phrasing.productions import expression, formula, meaning, name, rule
from maths.tree import Name, Relation, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.numbers.integers.conditions import Condition
    from maths.families.numbers.integers.values import Numbers, Value
    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_TEN = 10
_NAMED = tuple[str, "Value"]

# names


def _called(full: Name, value: Value) -> Iterator[tuple[_NAMED, ...]]:
    if not isinstance(value, Given):
        yield ((full.full, value),)


def _called_after(value: Value, full: Name) -> Iterator[tuple[_NAMED, ...]]:
    yield from _called(full, value)


def _two_called(first: Name, second: Name, largest: bool, other: bool, found: Numbers) -> Iterator[tuple[_NAMED, ...]]:  # noqa: FBT001
    if largest is not other and first != second:
        sided = smallest_of(found)
        yield ((first.full, Nth(sided, 1, largest)), (second.full, Nth(sided, 1, other)))


def _joined(*found: tuple[_NAMED, ...]) -> Iterator[tuple[_NAMED, ...]]:
    every = tuple(pair for part in found for pair in part)
    if len({full for full, _ in every}) == len(every):
        yield every


_EXTREME = either(meaning("Z_GREATEST", value=True), meaning("Z_LEAST", value=False))
_one = rule(_called, name, "Z_BE", VALUE)
_LETTING: Parser[tuple[_NAMED, ...]] = either(
    rule(lambda found: [found], "Z_LET", _one),
    rule(_joined, "Z_LET", _one, "Z_AND_BE", _one),
    rule(_joined, "Z_LET", _one, "END", "Z_LET", _one),
    rule(_called_after, VALUE, "Z_CALLED", name),
    rule(
        _two_called,
        "Z_LET",
        name,
        "Z_PLAIN_AND",
        name,
        "Z_DENOTE",
        "?Z_THE",
        _EXTREME,
        "Z_PLAIN_AND",
        "?Z_THE",
        _EXTREME,
        set_phrase,
        "?Z_RESPECTIVELY",
    ),
)


def _asked(named: tuple[_NAMED, ...], body: Node, modulus: int = 0) -> Built:
    known = {full for full, _ in named}
    if names(body, frozenset(known)) == known and not isinstance(body, Relation):
        yield Named(named, body, modulus)


_END = "?END|COMMA|THEN"

# facts that are only repeated: true, or the statement is not understood


def _equality(node: Node) -> Iterator[bool]:
    if isinstance(node, Relation) and node.operators == ("=",) and not names(node):
        yield from _fact(Given(node.operands[0]), Given(node.operands[1]))


def _fact(left: Value, right: Value) -> Iterator[bool]:
    try:
        same = left.first() == right.first() == left.second() == right.second()
    except (UndecidedError, RefusedError):
        return
    if same:
        yield True


def _meant(sign: Node, meaning_of_it: Node) -> Iterator[bool]:
    if not names(sign) and not names(meaning_of_it):
        yield from _fact(Given(sign), Given(meaning_of_it))


_FACT: Parser[bool] = either(
    rule(_equality, "?Z_NOTICE", formula(lambda node: isinstance(node, Relation))),
    rule(lambda value, other: _fact(value, Given(other)), "?Z_NOTICE", VALUE, "Z_CALLED", expression),
    rule(_meant, "?Z_SYMBOL", "?Z_SYMBOL", expression, "Z_MEANS", expression, "?END", "?BZ_ANSWER_END"),
    rule(lambda: [True], "G_REMARK"),
)
_QUESTION: Parser[Found] = either(*ENGLISH, *BASES)

# "A positive integer is 3 more than a multiple of 4. What is the least integer it could be?"


def _member(conditions: tuple[Condition, ...], condition: Condition) -> Numbers:
    return numbers((*conditions, condition))


def _some_number(chart: Chart, at: int) -> Iterator[tuple[int, tuple[Numbers, str]]]:
    for start, _ in word("Z_SOME")(chart, at):
        for end, (conditions, letter) in PLAIN(chart, start):
            for last, condition in VERB_CHAIN(chart, end):
                yield last, (_member(conditions, condition), letter)


def _its(found: tuple[Numbers, str], largest: bool) -> Built:  # noqa: FBT001 - what the phrase means
    yield Described(Nth(found[0] if largest else smallest_of(found[0]), 1, largest))


REQUESTS: tuple[Parser[Found], ...] = (
    rule(_asked, _LETTING, _END, "FIND|EVALUATE", expression),
    rule(_asked, _LETTING, _END, "FIND", "Z_REMAINDER_WHEN", expression, "Z_DIVIDED_BY", natural),
    rule(lambda _, found: [found], many(_FACT, maybe(word("END"))), "?END", _QUESTION),
    rule(lambda found, _: [found], _QUESTION, "?END", _FACT),
    rule(
        lambda found, base: [found] if base == _TEN else [],
        *(_QUESTION, "?END", "BZ_ANSWER", "?Z_A", BASE, "?BZ_ANSWER_END"),
    ),
    rule(_its, _some_number, "END", "FIND", "?Z_THE", _EXTREME, "Z_COULD_BE"),
)
"""Tried where nothing else understands the whole sentence."""
