"""Sentences about subsets of a set, and about numbers of elements that follow from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.counting.selection import Selection
from maths.families.counting.selection_routes import Stage, Way
from maths.families.sets.counted import CountedSets
from maths.families.sets.subsets import SubsetCount, SubsetList
from maths.families.sets.terms import Joined
from maths.phrasing.chart import either, many, maybe, pattern
from maths.phrasing.grammar_sets import GIVEN, GIVEN_KO
from maths.phrasing.productions import rule
from maths.phrasing.set_terms import element, literal, size, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.sets.given import Given
    from maths.families.sets.terms import Element, Listed, Term
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

_PAIR = 2
Base = tuple[int, frozenset["Element"] | None, tuple["Element", ...]]
"""The size of a set, and its elements where they are known."""

_whole = rule(lambda match: [int(match.group())], pattern(r"\d{1,4}(?![\d.,]*\d)"))
_element = rule(
    lambda match: [found] if (found := element(match.group())) is not None else [],
    pattern(r"[-−]?\d+(?:\.\d+)?(?:/\d+)?(?![\d.]*\d)|[a-zA-Z](?![A-Za-z(])"),
)
_elements = many(_element, either(pattern(","), pattern("와|과|,? ?and(?![a-z])")))
_NUMBERS_KO = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5}
_count_ko = either(_whole, rule(lambda match: [_NUMBERS_KO[match.group()]], pattern("한|두|세|네|다섯")))


def _listed(found: Listed) -> Iterator[Base]:
    if len(set(found.elements)) == len(found.elements):
        yield len(found.elements), frozenset(found.elements), found.elements


def _sized(number: int) -> Iterator[Base]:
    yield number, None, ()


def _looked_up(given: Given, name: str) -> Iterator[Base]:
    elements = dict(given.sets).get(name)
    if elements is not None and len(set(elements)) == len(elements):
        yield len(elements), frozenset(elements), elements


_name = rule(lambda match: [match.group()], pattern(r"[A-Z](?![A-Za-z_(])"))
_maybe_named = rule(lambda _, found: [found], maybe(pattern(r"[A-Z]\s*=")), literal)
_set_ko: Parser[Base] = either(
    rule(_listed, "?SE_SET_KO", _maybe_named),
    rule(_sized, "SE_ELEMENT_COUNT_KO", _count_ko, "SE_COUNT_OF_KO"),
    rule(_looked_up, GIVEN_KO, "?SE_SET_KO", _name),
)
_set: Parser[Base] = either(
    rule(_listed, "?SE_SETS", _maybe_named),
    rule(_sized, "SE_A_SET_WITH", _whole, "SE_ELEMENTS"),
    rule(_looked_up, GIVEN, "?SE_SETS", _name),
)

# how many subsets

Wanted = tuple[tuple["Element", ...], tuple["Element", ...], int | None]
"""Elements that must be in the subset, elements that must not, and its size."""


def _every(base: Base) -> Built:
    if base[0] > 0:
        yield Selection((Stage(2, base[0], Way.REPEATED),))


def _but_one(base: Base, *, proper: bool = False, nonempty: bool = False) -> Built:
    yield SubsetCount(base[0], proper=proper, nonempty=nonempty)


def _some(base: Base, wanted: Wanted) -> Built:
    within, without, chosen = wanted
    apart = len({*within, *without}) == len(within) + len(without)
    if apart and (not (within or without) or (base[1] is not None and {*within, *without} <= base[1])):
        yield SubsetCount(base[0], len(within), len(without), chosen)


def _all(base: Base, *, proper: bool = False) -> Built:
    if base[2]:
        yield SubsetList(base[2], proper)


_wanted_ko: Parser[Wanted] = either(
    rule(lambda number: [((), (), number)], "SE_HAVE_COUNT_KO", _count_ko, "SE_COUNT_IS_KO"),
    rule(lambda within: [(within, (), None)], _elements, "SE_HOLDS_KO"),
    rule(lambda without: [((), without, None)], _elements, "SE_HOLDS_NOT_KO"),
    rule(lambda within, without: [(within, without, None)], _elements, "SE_HOLDS_AND_KO", _elements,
         "SE_HOLDS_NOT_KO"),
    rule(lambda without, within: [(within, without, None)], _elements, "SE_HOLDS_NOT_AND_KO", _elements,
         "SE_HOLDS_KO"),
)  # fmt: skip
_wanted: Parser[Wanted] = either(
    rule(lambda number: [((), (), number)], "SE_WITH_ELEMENTS", _whole, "SE_ELEMENTS"),
    rule(lambda within: [(within, (), None)], "SE_CONTAIN", _elements),
    rule(lambda without: [((), (without,), None)], "SE_NOT_CONTAIN", _element),
    rule(lambda within, without: [(within, (without,), None)], "SE_CONTAIN", _elements, "SE_BUT_NOT", _element),
)
_SUBSETS: tuple[Parser[Found], ...] = (
    rule(_every, _set_ko, "SE_OF_KO", "SE_SUBSETS_KO", "SE_HOW_MANY_KO"),
    rule(lambda base: _but_one(base, proper=True), _set_ko, "SE_OF_KO", "SE_PROPER_SUBSETS_KO", "SE_HOW_MANY_KO"),
    rule(lambda base: _but_one(base, nonempty=True), _set_ko, "SE_OF_KO", "?SE_SUBSETS_AMONG_KO", "SE_NONEMPTY_KO",
         "SE_SUBSETS_KO|SE_THING_KO", "SE_HOW_MANY_KO"),
    rule(_some, _set_ko, "SE_OF_KO", "SE_SUBSETS_AMONG_KO", _wanted_ko, "?SE_SUBSETS_KO", "SE_HOW_MANY_KO"),
    rule(_all, _set_ko, "SE_OF_KO", "SE_SUBSETS_KO", "SE_LIST_KO"),
    rule(lambda base: _all(base, proper=True), _set_ko, "SE_OF_KO", "SE_PROPER_SUBSETS_KO", "SE_LIST_KO"),
    rule(_every, "SE_HOW_MANY", "SE_SUBSETS_OF", _set, "?SE_HAVE"),
    rule(_every, "SE_NUMBER_OF", "SE_SUBSETS_OF", _set),
    rule(lambda base: _but_one(base, proper=True), "SE_HOW_MANY|SE_NUMBER_OF", "SE_PROPER", "SE_SUBSETS_OF", _set,
         "?SE_HAVE"),
    rule(lambda base: _but_one(base, nonempty=True), "SE_HOW_MANY|SE_NUMBER_OF", "SE_NONEMPTY", "SE_SUBSETS_OF", _set,
         "?SE_HAVE"),
    rule(lambda base: _but_one(base, proper=True, nonempty=True), "SE_HOW_MANY|SE_NUMBER_OF", "SE_NONEMPTY",
         "SE_PROPER", "SE_SUBSETS_OF", _set, "?SE_HAVE"),
    rule(_some, "SE_HOW_MANY|SE_NUMBER_OF", "SE_SUBSETS_OF", _set, _wanted),
    rule(_all, "SE_LIST_SUBSETS", _set),
)  # fmt: skip

# numbers of elements that follow from others

_fact: Parser[tuple[Term, int]] = either(
    rule(lambda found, number: [(found, number)], size, "SE_EQUALS", _whole),
    rule(lambda found: [(found, 0)], term, "SE_IS_EMPTY"),
    rule(lambda a, b: [(Joined("difference", a, b), 0)], term, "SE_SUBSET_SIGN", term),
)


def _counted(facts: tuple[tuple[Term, int], ...], asked: Term) -> Built:
    if len(facts) >= _PAIR and asked not in [found for found, _ in facts]:
        yield CountedSets(facts, asked)


_facts_ko = many(_fact, either(pattern(","), pattern("이고,?|이며,?|와|과")))
_facts = many(_fact, either(pattern(r",? ?and(?![a-z])"), pattern(",")))
_COUNTED: tuple[Parser[Found], ...] = (
    rule(_counted, "?SE_TWO_NAMED_KO", _facts_ko, "SE_WHERE_KO", size, "?SE_COUNTED_KO"),
    rule(_counted, "?SE_TWO_NAMED", "?SE_LET", _facts, "SE_STOP", "FIND|EVALUATE", "?SE_VALUE_OF", size),
    rule(lambda asked, facts: _counted(facts, asked), "FIND|EVALUATE", "?SE_VALUE_OF", size, "SE_LET", _facts),
)

REQUESTS: tuple[Parser[Found], ...] = (*_SUBSETS, *_COUNTED)
"""One rule a way to ask."""
