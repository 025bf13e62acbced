"""Sentences about arithmetic and geometric progressions known by some of their terms, in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from maths.engines.flint_form import to_fmpq
from maths.families.series.progression import Quantity
from maths.families.series.progressions import AskProgression, Fact
from maths.families.terms import number as number_node
from maths.phrasing.chart import either, many, maybe, pattern, sequence, word
from maths.phrasing.dots import Listed, listed
from maths.phrasing.productions import formula, meaning, new_name, number, rule
from maths.phrasing.requests import is_expression
from maths.phrasing.spelled import RANKS, count, one_of
from maths.tree import Number, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_SHOWING = 2  # pairs of neighbours that show a rule
_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO|CALCULATE_KO")
_COUNT = either(count, rule(lambda node: [_whole(node)] if _whole(node) else [], number))


def _whole(node: Node) -> int | None:
    if isinstance(node, Number) and node.value.denominator == 1:
        return int(node.value)
    return None


# Progressions: a row of items, each a fact, the kind, what is asked


@dataclass(frozen=True, slots=True)
class _Said:
    kind: str = ""
    facts: tuple[Fact, ...] = ()
    asked: tuple[Quantity, ...] = ()
    positive: bool = False
    endless: bool = False


RANK = either(
    one_of(RANKS),
    rule(
        lambda found: [int(found.group(1))],
        pattern(r"(\d{1,4})\s*-?(?:\^?\{?\\?(?:text|textrm|mathrm|rm)?\{?)?(?:st|nd|rd|th)\}*(?![A-Za-z])"),
    ),
    rule(lambda _: ["n"], pattern(r"n\s*-?\s*th(?![A-Za-z])")),
    rule(
        lambda found: [_big_rank(found.group())] if _big_rank(found.group()) else [],
        pattern(r"[a-z]+(?:[- ][a-z]+)?(?= terms?\b)"),
    ),
)
_ROUND = {
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}


def _big_rank(text: str) -> int | None:
    """`fiftieth`, `twenty-first`."""
    first, _, second = text.lower().replace("-", " ").partition(" ")
    if not second:
        return _ROUND.get(first)
    rank = RANKS.get(second)
    return _TENS[first] + rank if first in _TENS and rank is not None and rank < 10 else None  # noqa: PLR2004 - digits


def _is_value(node: Node) -> bool:
    return is_expression(node) and not names(node)


_VALUE = formula(_is_value)
_TERM_NAME = re.compile(r"([abtuxS])_(\d+|n)")


def _indexed(chart: Chart, at: int) -> Iterator[tuple[int, Quantity]]:
    """`a_5`, `S_10`: a term or a sum of first terms."""
    for end, found in new_name(chart, at):
        if match := _TERM_NAME.fullmatch(found.full):
            place = int(match.group(2)) if match.group(2) != "n" else "n"
            yield end, Quantity("sum" if match.group(1) == "S" else "term", place)


_QUANTITY: Parser[Quantity] = either(
    rule(lambda _, place: [Quantity("term", place)], pattern(r"(?i:(?:the|its|a)\s+)?"), RANK, "TERM"),
    rule(lambda: [Quantity("term", 1)], "FIRST_TERM"),
    rule(lambda: [Quantity("last")], "LAST_TERM"),
    rule(lambda: [Quantity("step")], "COMMON_DIFFERENCE"),
    rule(lambda: [Quantity("step", 0)], "COMMON_RATIO"),
    rule(
        lambda size: [Quantity("sum", size)],
        "SUM_OF_FIRST",
        either(_COUNT, rule(lambda _: ["n"], pattern(r"n(?![A-Za-z])"))),
        "TERMS",
    ),
    rule(lambda: [Quantity("total")], "SUM_OF_ALL"),
    rule(lambda: [Quantity("total", 0)], "SUM_TO_INFINITY"),
    rule(lambda: [Quantity("term", "n")], "GENERAL_TERM_P"),
    _indexed,
)
_KIND: Parser[_Said] = either(
    meaning("ARITHMETIC", _Said("arithmetic")),
    meaning("GEOMETRIC", _Said("geometric")),
    meaning("ENDLESS_GEOMETRIC", _Said("geometric", endless=True)),
    meaning("GEOMETRIC_POSITIVE", _Said("geometric", positive=True)),
)


def _listed(kind: _Said, found: Listed) -> Iterator[_Said]:
    facts = [Fact(Quantity("term", place), node) for place, node in enumerate(found.first, 1)]
    if found.last is not None:
        facts.append(Fact(Quantity("last"), found.last))
    yield _Said(kind.kind, tuple(facts), endless=found.last is None)


def _fact(quantity: Quantity, kind: _Said | None, value: Node) -> Iterator[_Said]:
    kind = kind or _Said()
    yield replace(kind, facts=(Fact(quantity, value),))


def _two_facts(first: int, second: int, kind: _Said | None, one: Node, other: Node) -> Iterator[_Said]:
    kind = kind or _Said()
    yield replace(kind, facts=(Fact(Quantity("term", first), one), Fact(Quantity("term", second), other)))


def _terms_of(size: int, kind: _Said | None) -> Iterator[_Said]:
    kind = kind or _Said()
    yield replace(kind, facts=(Fact(Quantity("count"), number_node(size)),))


def _asking(quantity: Quantity, kind: _Said | None) -> Iterator[_Said]:
    yield replace(kind or _Said(), asked=(quantity,))


def _asking_both(first: Quantity, second: Quantity, kind: _Said | None) -> Iterator[_Said]:
    yield replace(kind or _Said(), asked=(first, second))


def _asked_list(found: tuple[_Said, Listed]) -> Iterator[_Said]:
    yield from _asked_of(Quantity("count"), found)


def _asked_sum(found: tuple[_Said, Listed]) -> Iterator[_Said]:
    yield from _asked_of(Quantity("total"), found)


def _shown_kind(found: Listed) -> Iterator[_Said]:
    """What three terms or more show: the same difference, or the same ratio."""
    values = [to_fmpq(term) for term in found.first]
    pairs = list(pairwise(values))
    if len(pairs) < _SHOWING or found.last is None:
        return
    if len({str(after - before) for before, after in pairs}) == 1:
        yield from _asked_list((_Said("arithmetic"), found))
    elif 0 not in values and len({str(after / before) for before, after in pairs}) == 1:
        yield from _asked_list((_Said("geometric"), found))


def _asked_of(quantity: Quantity, found: tuple[_Said, Listed]) -> Iterator[_Said]:
    for said in _listed(*found):
        yield replace(said, asked=(quantity,))


_OF_KIND = maybe(
    either(
        rule(lambda kind: [kind], "OF_SEQUENCE", _KIND),
        rule(lambda: [_Said()], "THIS_SEQUENCE"),
    )
)
_COUNTED_TERMS = rule(_terms_of, _COUNT, "TERMS", _OF_KIND)
_THE = pattern(r"(?i:(?:the|its)\s+)?")
_ITEM: Parser[_Said] = either(
    rule(_listed, _KIND, "?COLON", listed),
    _KIND,
    rule(_fact, _QUANTITY, _OF_KIND, "?AMOUNTS", _VALUE),
    rule(
        lambda _, first, second, kind, one, other: _two_facts(first, second, kind, one, other),
        _THE,
        RANK,
        "AND",
        rule(lambda _, rank: [rank], _THE, RANK),
        "TERMS",
        _OF_KIND,
        "AMOUNTS",
        _VALUE,
        "AND",
        _VALUE,
        "?RESPECTIVELY",
    ),
    rule(lambda _, place, value: _fact(Quantity("term", place), None, value), _THE, RANK, "AMOUNTS", _VALUE),
    _COUNTED_TERMS,
    rule(lambda: [_Said(positive=True)], "POSITIVE_TERMS"),
    rule(_asking, "FIND", _QUANTITY, _OF_KIND),
    rule(_asking_both, "FIND", _QUANTITY, "AND", _QUANTITY, _OF_KIND),
    rule(lambda kind: _asking(Quantity("total"), kind), "FIND", "SUM_OF_IT", _KIND),
    rule(
        lambda kind: _asking(Quantity("count"), kind),
        "?FIND",
        "NUMBER_OF_TERMS",
        "?ARE_IN_IT|OF_SEQUENCE",
        _KIND,
        "?HAVE_TERMS",
    ),
    rule(
        _asked_list,
        "?FIND",
        "NUMBER_OF_TERMS",
        "?ARE_IN_IT|OF_SEQUENCE",
        sequence(_KIND, listed),
        "?HAVE_TERMS",
    ),
    rule(lambda: _asking(Quantity("count"), None), "?FIND", "NUMBER_OF_TERMS", "?ARE_IN_IT|THIS_SEQUENCE"),
    rule(_asked_sum, "FIND", "SUM_OF_IT", sequence(_KIND, listed)),
    rule(_asked_of, "FIND", _QUANTITY, "OF_SEQUENCE", sequence(_KIND, listed)),
    rule(_shown_kind, "?FIND", "NUMBER_OF_TERMS", "?ARE_IN_IT|OF_SEQUENCE", "SOME_SEQUENCE", listed, "?HAVE_TERMS"),
)


_LEAD = maybe(word("IN_A"))
_BETWEEN = maybe(
    either(
        rule(lambda _: [None], many(either(word("ITEM_END"), word("HAS")))),
        word("ITEM_END"),
        word("HAS"),
    )
)


def _progression(items: tuple[_Said, ...]) -> Built:
    kinds = {item.kind for item in items if item.kind}
    asked = [item.asked for item in items if item.asked]
    if len(kinds) != 1 or len(asked) != 1:
        return
    (kind,) = kinds
    facts = tuple(fact for item in items for fact in item.facts)
    quantities = [*asked[0], *(fact.quantity for fact in facts)]
    if any(q.kind == "step" and (q.place == 0) != (kind == "geometric") for q in quantities):
        return
    if not facts:
        return
    endless = any(item.endless for item in items) or any(q == Quantity("total", 0) for q in quantities)
    positive = any(item.positive for item in items)
    facts = tuple(Fact(_plain(fact.quantity), fact.value) for fact in facts)
    yield AskProgression(
        kind, facts, tuple(_plain(quantity) for quantity in asked[0]), positive=positive, endless=endless
    )


def _plain(quantity: Quantity) -> Quantity:
    return Quantity(quantity.kind) if quantity.kind in {"step", "total"} else quantity


PROGRESSIONS: tuple[Parser[Found], ...] = (rule(lambda _, items: _progression(items), _LEAD, many(_ITEM, _BETWEEN)),)

# Korean progressions

_KIND_KO: Parser[_Said] = rule(
    lambda said, _: [said],
    either(
        meaning("ARITHMETIC_KO", _Said("arithmetic")),
        meaning("GEOMETRIC_KO", _Said("geometric")),
        meaning("ENDLESS_GEOMETRIC_KO", _Said("geometric", endless=True)),
    ),
    maybe(word("SEQUENCE_NAME_KO")),
)
_RANK_KO = rule(lambda found: [int(found.group(1))], pattern(r"제?\s*(\d{1,4})\s*(?:번째)?\s*항"))
_QUANTITY_KO: Parser[Quantity] = either(
    rule(lambda: [Quantity("term", 1)], "FIRST_TERM_KO"),
    rule(lambda place: [Quantity("term", place)], _RANK_KO),
    rule(lambda: [Quantity("last")], "LAST_TERM_KO"),
    rule(lambda: [Quantity("step")], "STEP_KO"),
    rule(lambda: [Quantity("step", 0)], "RATIO_KO"),
    rule(lambda size: [Quantity("sum", size)], "FIRST_UP_TO_KO", _RANK_KO, "SUM_UP_TO_KO"),
    rule(lambda size: [Quantity("sum", size)], "FIRST_COUNT_KO", _COUNT, "SUM_OF_COUNT_KO"),
    rule(lambda: [Quantity("total")], "TOTAL_KO"),
    rule(lambda: [Quantity("term", "n")], "GENERAL_TERM_P_KO"),
    rule(lambda: [Quantity("count")], "NUMBER_OF_TERMS_KO"),
    _indexed,
)
_ITEM_KO: Parser[_Said] = either(
    rule(_listed, _KIND_KO, "?COMMA", listed),
    rule(lambda kind: [kind], _KIND_KO, "?IN_KO"),
    rule(lambda quantity, value: _fact(quantity, None, value), _QUANTITY_KO, "?AMOUNTS_KO", _VALUE),
    rule(lambda: [_Said(positive=True)], "POSITIVE_TERMS_KO"),
)
_ASK_KO: Parser[_Said] = rule(
    lambda quantity: [_Said(asked=(quantity,))], "?IN_KO", _QUANTITY_KO, "?OF_KO", "?VALUE_KO", *_ASKED_KO
)

PROGRESSIONS_KO: tuple[Parser[Found], ...] = (
    rule(
        lambda items, asked: _progression((*items, asked)),
        many(_ITEM_KO, maybe(many(word("ITEM_END_KO")))),
        rule(lambda found: [found], "?ITEM_END_KO", _ASK_KO),
    ),
)


REQUESTS: tuple[Parser[Found], ...] = (*PROGRESSIONS, *PROGRESSIONS_KO)
