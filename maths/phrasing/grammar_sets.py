"""Sentences about sets: their elements, what they have together, how many they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.sets.given import Given
from maths.families.sets.operations import Inclusion, Membership, SetValue
from maths.families.sets.terms import UNIVERSE, Called, Complement, Joined, Listed, called
from maths.phrasing.chart import either, many, pattern, word
from maths.phrasing.productions import always, meaning, rule
from maths.phrasing.set_terms import element, literal, size, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.sets.terms import Element, Term
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

_PAIR = 2
_NOTHING = Given()
_name = rule(lambda match: [match.group()], pattern(r"[A-Z](?![A-Za-z_(])"))
_element = rule(
    lambda match: [found] if (found := element(match.group())) is not None else [],
    pattern(r"[-−]?\d+(?:\.\d+)?(?:/\d+)?(?![\d.]*\d)|[a-zA-Z](?![A-Za-z(])"),
)
_assigned: Parser[tuple[str, Listed]] = rule(lambda name, found: [(name, found)], _name, "SE_IS", literal)

# what is given


def _given(sets: tuple[tuple[str, Listed], ...]) -> Iterator[Given]:
    yield Given(tuple((name, found.elements) for name, found in sets))


def _within(universe: Listed, sets: tuple[tuple[str, Listed], ...] = ()) -> Iterator[Given]:
    yield Given(((UNIVERSE, universe.elements), *((name, found.elements) for name, found in sets)))


_universe = either(
    rule(lambda found: [found], "SE_U_IS", literal),
    rule(lambda found: [found], "SE_U_IS_KO", literal),
    rule(lambda found: [found], literal),
)
_several_ko = many(_assigned, word("SE_SEPARATOR_KO"))
_sets_ko: Parser[Given] = either(
    rule(_given, "?SE_SETS_KO", _several_ko),
    rule(_within, "SE_UNIVERSE_KO", _universe, "SE_IN_UNIVERSE_KO", _several_ko),
)
GIVEN_KO: Parser[Given] = rule(lambda found: [found], _sets_ko, "SE_WHERE_KO", "?SE_SETS_KO")
_several = many(
    either(
        _assigned,
        rule(lambda found: [(UNIVERSE, found)], "SE_U_IS", literal, "SE_BE_UNIVERSE"),
        rule(lambda found: [(UNIVERSE, found)], "SE_THE_UNIVERSE", literal),
    ),
    word("SE_AND"),
)
GIVEN: Parser[Given] = either(
    rule(_given, "?SE_LET", "?SE_SETS", _several, "SE_STOP"),
    rule(_within, "?SE_LET", "SE_THE_UNIVERSE", literal, "SE_STOP", "?SE_LET", "?SE_SETS", _several, "SE_STOP"),
)

# what is asked of sets

_FOLDS_KO = either(
    meaning("SE_UNION_KO", "union"),
    meaning("SE_INTERSECTION_KO", "intersection"),
    meaning("SE_SYMMETRIC_KO", "symmetric"),
)
_FOLDS = either(
    meaning("SE_UNION_OF", "union"),
    meaning("SE_INTERSECTION_OF", "intersection"),
    meaning("SE_SYMMETRIC_OF", "symmetric"),
)


def _folded(operation: str, operands: tuple[Term, ...]) -> Iterator[Term]:
    if len(operands) < _PAIR or (operation == "symmetric" and len(operands) > _PAIR):
        return
    found = operands[0]
    for other in operands[1:]:
        found = Joined(operation, found, other)
    yield found


_operands_ko = rule(lambda found: [found], "?SE_SETS_KO", many(term, either(word("SE_SEPARATOR_KO"), pattern(","))))
_operands = rule(lambda found: [found], "?SE_SETS", many(term, either(word("SE_AND"), pattern("and"))))
_worded_ko: Parser[Term] = either(
    rule(lambda operands, operation: _folded(operation, operands), _operands_ko, "SE_OF_KO", _FOLDS_KO),
    rule(lambda found: [Complement(found)], "?SE_SET_KO", term, "SE_OF_KO", "SE_COMPLEMENT_KO"),
)
_worded: Parser[Term] = either(
    rule(_folded, _FOLDS, _operands), rule(lambda found: [Complement(found)], "SE_COMPLEMENT_OF", term)
)
_asked_ko: Parser[Term] = either(_worded_ko, rule(lambda found: [found], "?SE_NAMED_KO", term))
_asked: Parser[Term] = either(_worded, term)


def _of_given(given: Given, operation: str) -> Iterator[Term]:
    """`두 집합의 교집합`: of all that were given."""
    names = [Called(name) for name, _ in given.sets if name != UNIVERSE]
    yield from _folded(operation, tuple(names) if len(names) == _PAIR else ())


def _value(given: Given, found: Term) -> Built:
    if not isinstance(found, Listed) and called(found) <= given.known.keys():
        yield SetValue(given, found)


def _count(given: Given, found: Term) -> Built:
    if called(found) <= given.known.keys():
        yield SetValue(given, found, count=True)


def _value_of_given(given: Given, operation: str) -> Built:
    for found in _of_given(given, operation):
        yield SetValue(given, found)


def _complement_of_given(given: Given) -> Built:
    names = [name for name, _ in given.sets if name != UNIVERSE]
    if len(names) == 1 and len(given.sets) == _PAIR:
        yield SetValue(given, Complement(Called(names[0])))


def _count_of_one(named: tuple[str, Listed]) -> Built:
    yield SetValue(Given(((named[0], named[1].elements),)), Called(named[0]), count=True)


def _list_of_one(named: tuple[str, Listed]) -> Built:
    """A set told by a condition, to be listed."""
    yield SetValue(Given(((named[0], named[1].elements),)), Called(named[0]))


def _member(given: Given, one: Element, found: Term) -> Built:
    yield Membership(given, one, found)


def _included(given: Given, left: Term, sign: re.Match[str] | str, right: Term) -> Built:
    strict = isinstance(sign, re.Match) and sign.group() in {"⊂", "\\subset"}
    yield Inclusion(given, left, right, proper=strict)


_GIVEN_KO = either(GIVEN_KO, always(_NOTHING))
_GIVEN = either(GIVEN, always(_NOTHING))
_SUBSET_SIGN = pattern(r"⊆|⊂|\\subseteq(?![a-z])|\\subset(?![a-z])")

_KOREAN: tuple[Parser[Found], ...] = (
    rule(_value, GIVEN_KO, _asked_ko, "?SE_VALUE_KO", "?SE_ASK_KO"),
    rule(lambda found: _value(_NOTHING, found), _worded_ko, "?SE_ASK_KO"),
    rule(lambda found: _value(_NOTHING, found), term, "?SE_VALUE_KO", "?SE_ASK_KO"),
    rule(_value_of_given, GIVEN_KO, "SE_THE_TWO_KO", "SE_OF_KO", _FOLDS_KO, "?SE_ASK_KO"),
    rule(_value_of_given, _sets_ko, "SE_OF_KO", _FOLDS_KO, "?SE_ASK_KO"),
    rule(_complement_of_given, _sets_ko, "SE_OF_KO", "SE_COMPLEMENT_KO", "?SE_ASK_KO"),
    rule(_count, _GIVEN_KO, _asked_ko, "SE_COUNT_KO"),
    rule(_count_of_one, "SE_SET_KO", _assigned, "SE_COUNT_KO"),
    rule(_count, GIVEN_KO, size, "?SE_COUNTED_KO"),
    rule(_list_of_one, "SE_SET_KO", _assigned, "SE_ASK_KO"),
    rule(_member, _GIVEN_KO, _element, "SE_PARTICLE_KO", "?SE_SET_KO", term, "SE_ELEMENT_OF_KO", "SE_IS_KO"),
    rule(_member, _GIVEN_KO, _element, "SE_ELEMENT_SIGN", term, "SE_IS_KO"),
    rule(_included, _GIVEN_KO, "?SE_SET_KO", term, _SUBSET_SIGN, term, "SE_IS_KO"),
    rule(_included, _GIVEN_KO, "?SE_SET_KO", term, meaning("SE_PARTICLE_KO", "⊆"), "?SE_SET_KO", term,
         "SE_SUBSET_OF_KO", "SE_IS_KO"),
)  # fmt: skip
_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_value, _GIVEN, "FIND|EVALUATE", "?SE_SETS", _asked),
    rule(_count, _GIVEN, "FIND|EVALUATE", "SE_NUMBER_OF_ELEMENTS", _asked),
    rule(_count, _GIVEN, "SE_HOW_MANY_ELEMENTS", "?SE_SETS", _asked, "?SE_HAVE"),
    rule(_count, GIVEN, "FIND|EVALUATE", size),
    rule(_member, _GIVEN, "IS", _element, "SE_ELEMENT_OF", term),
    rule(_included, _GIVEN, "IS", "?SE_SETS", term, meaning("SE_SUBSET_OF", "⊆"), term),
)

REQUESTS: tuple[Parser[Found], ...] = (*_KOREAN, *_ENGLISH)
"""One rule a way to ask."""
