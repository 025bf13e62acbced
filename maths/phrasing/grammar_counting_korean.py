"""Questions in how many ways something can be arranged or chosen, in Korean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.counting.arrangement_routes import Wanted
from maths.families.counting.selection import Selection
from maths.families.counting.selection_routes import Stage, Way
from maths.phrasing.chart import either, many, maybe, pattern, word
from maths.phrasing.events import Amount
from maths.phrasing.grammar_counting import VOWELS, chosen, committee, letter_arrangement, seating
from maths.phrasing.grammar_experiments import number_set
from maths.phrasing.productions import always, meaning, rule
from maths.phrasing.slots import count_ko, noun_ko

if TYPE_CHECKING:
    import re

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

_PAIR = 2
_PIPS = 6

_ask = ("Y_WAYS", "?X_ASK")
_spelled = pattern(r"[\"']?([A-Z]{2,30})(?![A-Za-z])[\"']?")
_people = either(
    rule(lambda number: [number], count_ko, "Y_PEOPLE", "?X_SUBJECT|X_OBJECT"),
    rule(lambda number: [number], "Y_PERSONS", count_ko, "Y_PEOPLE", "?X_SUBJECT|X_OBJECT"),
)
_things = either(
    rule(lambda number: [number], "Y_DIFFERENT", "Y_THINGS", count_ko, "X_COUNTER", "?X_OBJECT"),
    rule(lambda number: [number], "Y_DIFFERENT", count_ko, "X_COUNTER", "X_OF", "Y_THINGS", "?X_OBJECT"),
)
_two_people = rule(lambda _, __: [_PAIR], pattern(r"[A-Z](?![A-Za-z])"), "X_AND", pattern(r"[A-Z](?![A-Za-z])"))
_near = either(meaning("Y_NEIGHBOURS", Wanted.TOGETHER), meaning("Y_NOT_NEIGHBOURS", Wanted.APART))
_special = either(rule(lambda two, wanted: [(two, wanted)], _two_people, _near), always(None))
_turned = maybe(word("Y_ROTATIONS"))


def _letters(match: re.Match[str]) -> Built:
    yield from letter_arrangement(match[1], None)


def _row(number: int, special: tuple[int, Wanted] | None) -> Built:
    yield from seating(number, circle=False, special=special, turned=None)


def _circle(number: int, special: tuple[int, Wanted] | None, turned: str | None) -> Built:
    yield from seating(number, circle=True, special=special, turned=turned)


def _picked(size: int, number: int) -> Built:
    yield from chosen(number, size, Way.TOGETHER)


def _offices(size: int, offices: tuple[str, ...]) -> Built:
    yield from chosen(len(offices), size, Way.IN_ORDER)


_group = rule(lambda name, number: [(number, name)], noun_ko, count_ko, "Y_PEOPLE")
_groups = many(_group, word("X_AND"))
_office_list = rule(lambda found: [found], many(word("Y_OFFICE"), word("X_AND")), "Y_EACH_ONE")


def _from_groups(groups: tuple[tuple[int, str], ...], taken: tuple[tuple[int, str], ...]) -> Built:
    """So many of each group: every group named again."""
    if {name for _, name in groups} == {name for _, name in taken} and len(taken) == len(groups):
        bounds = tuple((Amount("=", number), name) for number, name in taken)
        yield from committee(sum(number for number, _ in taken), groups, bounds)


def _at_least(groups: tuple[tuple[int, str], ...], number: int, name: str, least: int) -> Built:
    yield from committee(number, groups, ((Amount(">=", least), name),))


def _subsets(size: int) -> Built:
    if size > 0:
        yield Selection((Stage(2, size, Way.REPEATED),))


def _outcomes(faces: int, number: int) -> Built:
    """Of different dice or coins, or of one thrown again and again."""
    if number > 0:
        yield Selection((Stage(faces, number, Way.REPEATED),))


def _one_of_each(there: tuple[tuple[int, str], ...], taken: tuple[str, ...]) -> Built:
    """One of each sort: every sort named again."""
    sizes = {name: size for size, name in there}
    if len(sizes) == len(there) > 1 and sorted(sizes) == sorted(taken):
        yield Selection(tuple(Stage(size, 1) for size in sizes.values()))


def _handshakes(people: int) -> Built:
    if people > 1:
        yield Selection((Stage(people, _PAIR),))


_sort = rule(lambda name, number: [(number, name)], "?Y_DIFFERENT", noun_ko, count_ko, "X_COUNTER")
_sorts = many(_sort, word("X_AND"))
_names = many(noun_ko, word("X_AND"))
_together = either(
    meaning("Y_LETTERS_TOGETHER", Wanted.TOGETHER),
    meaning("Y_LETTERS_APART", Wanted.APART),
)
_which = either(rule(lambda match: [frozenset(match[0])], pattern(r"[A-Z](?![A-Za-z])")), meaning("Y_VOWELS", VOWELS))


def _letters_so(match: re.Match[str], which: frozenset[str], wanted: Wanted) -> Built:
    yield from letter_arrangement(match[1], ((which, None), wanted))


_object = either(meaning("X_DIE", _PIPS), meaning("X_COIN", _PAIR))
_apart = either(
    rule(lambda faces, number: [(faces, number)], "Y_DIFFERENT", _object, count_ko, "X_COUNTER", "X_OBJECT"),
    rule(lambda number, faces: [(faces, number)], "Y_DIFFERENT", count_ko, "X_COUNTER", "X_OF", _object, "X_OBJECT"),
    rule(lambda faces, number: [(faces, number)], "?Y_ONE", _object, "X_OBJECT", count_ko, "Y_TIMES"),
)

REQUESTS: tuple[Parser[Found], ...] = (
    rule(_letters, _spelled, "Y_LETTERS_OF", "?Y_IN_A_ROW", "Y_ARRANGE", *_ask),
    rule(_letters_so, _spelled, "Y_LETTERS_OF", _which, _together, "?Y_IN_A_ROW", "Y_ARRANGE", *_ask),
    rule(_one_of_each, _sorts, "Y_AMONG", _names, "Y_ONE_EACH", "Y_PICK", *_ask),
    rule(_handshakes, count_ko, "Y_PEOPLE", "Y_SHAKE_ONCE", "?X_ASK"),
    rule(_row, either(_people, _things), _special, "Y_IN_A_ROW", "Y_ARRANGE", *_ask),
    rule(_row, _people, "Y_IN_A_ROW", "Y_ARRANGE_WHEN", _special,
         "Y_ARRANGE", *_ask),
    rule(lambda number, special, _, turned: _circle(number, special, turned),
         _people, _special, "Y_AROUND", word("Y_WAYS"), "?X_ASK", _turned),
    rule(_picked, _people, "Y_AMONG", count_ko, "Y_PEOPLE", "X_OBJECT", "Y_PICK", *_ask),
    rule(_picked, _people, "Y_AMONG", "Y_REPRESENTATIVE", count_ko, "Y_PEOPLE",
         "X_OBJECT", "Y_PICK", *_ask),
    rule(_picked, _things, "Y_AMONG", count_ko, "X_COUNTER", "X_OBJECT", "Y_PICK", *_ask),
    rule(_offices, _people, "Y_AMONG", _office_list, "Y_PICK", *_ask),
    rule(_from_groups, _groups, "Y_AMONG", _groups, "X_OBJECT", "Y_PICK", *_ask),
    rule(_at_least, _groups, "Y_AMONG", count_ko, "Y_PEOPLE", "X_OBJECT", "Y_PICKED_WHEN", noun_ko, "Y_INCLUDE",
         count_ko,
         "Y_PEOPLE", "Y_INCLUDED", *_ask),
    rule(lambda found: _subsets(len(found)), "Y_SET", number_set, "Y_SUBSETS", "?X_ASK"),
    rule(_subsets, "Y_ELEMENTS", count_ko, "Y_COUNT_IS", "Y_SUBSETS", "?X_ASK"),
    rule(lambda found: _outcomes(*found), _apart, "X_THROW", "X_WHEN", "Y_OUTCOMES", "?X_ASK"),
)  # fmt: skip
"""One rule a way to ask."""
