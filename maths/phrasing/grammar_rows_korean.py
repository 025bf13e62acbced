"""Korean questions about rows of named people, letters and groups, tables, throws and triangles of points."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from maths.families.counting.arrangement import Arrangement
from maths.families.counting.arrangement_routes import Wanted
from maths.families.counting.selection import Selection
from maths.families.counting.selection_routes import Stage, Way
from maths.phrasing.chart import either, pattern
from maths.phrasing.grammar_counting import chosen, seating
from maths.phrasing.productions import meaning, rule
from maths.phrasing.slots import count_ko

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

MAX_NAMES = 12
_CORNERS = 3
_NUMBERS = {
    "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10,
}  # fmt: skip
_SAID = re.compile(rf"({'|'.join(_NUMBERS)}|\d{{1,2}}) ?(?:명|개)")
_names = pattern(
    r"(?P<names>[A-Za-z](?:, ?[A-Za-z])+)(?![A-Za-z]),? ?"
    rf"(?:(?P<said>(?:{'|'.join(_NUMBERS)}|\d{{1,2}}) ?(?:명|개))(?:의 (?:학생|사람|문자))?)?(?:을|를|이|가)?(?: 모두)?"
)
_lettered = pattern(
    rf"(?:(?P<said>(?:{'|'.join(_NUMBERS)}|\d{{1,2}}) ?개)의 )?(?:서로 다른 )?(?:문자|알파벳|글자) "
    r"(?P<names>[A-Za-z](?:, ?[A-Za-z])+)(?![A-Za-z])(?:을|를)(?: 모두)?"
)


def _as_many(match: re.Match[str]) -> Iterator[tuple[str, ...]]:
    """The letters, where there are as many as were said."""
    names = tuple(re.split(r", ?", match["names"]))
    said = _SAID.match(match["said"] or "")
    number = (_NUMBERS.get(said[1]) or int(said[1])) if said else len(names)
    if number == len(names) <= MAX_NAMES:
        yield names


def _row(names: tuple[str, ...]) -> Built:
    yield Arrangement(tuple(Counter(names).values()))


def _different_row(names: tuple[str, ...]) -> Built:
    """People are called differently."""
    if len(set(names)) == len(names):
        yield from _row(names)


_GROUPS = pattern(
    r"(?P<a>남학생|여학생|남자|여자|어른|어린이)(?: 학생)? ?(?P<m>\d{1,2})명(?:과|와|,|이랑) ?"
    r"(?P<b>남학생|여학생|남자|여자|어른|어린이)(?: 학생)? ?(?P<n>\d{1,2})명"
)
_WHO = pattern("남학생|여학생|남자|여자|어른|어린이")


def _groups_apart(groups: re.Match[str], who: re.Match[str], wanted: tuple[Wanted, int | None]) -> Built:
    sizes = {groups["a"]: int(groups["m"]), groups["b"]: int(groups["n"])}
    if len(sizes) == 2 and who[0] in sizes and wanted[1] in {None, sizes[who[0]]}:  # noqa: PLR2004 - two groups
        special = sizes.pop(who[0])
        (others,) = sizes.values()
        yield from seating(others + special, circle=False, special=(special, wanted[0]), turned=None)


_wanted: Parser[tuple[Wanted, int | None]] = either(
    meaning("RW_TOGETHER", (Wanted.TOGETHER, None)),
    meaning("RW_APART", (Wanted.APART, None)),
    rule(lambda number: [(Wanted.TOGETHER, number)], count_ko, "RW_SO_MANY_TOGETHER"),
)


def _picked_row(size: int, number: int) -> Built:
    yield from chosen(number, size, Way.IN_ORDER)


def _triangles(points: int) -> Built:
    yield from chosen(_CORNERS, points, Way.TOGETHER)


def _table(people: int) -> Built:
    yield from seating(people, circle=True, special=None, turned="said")


def _coin_and_die() -> Built:
    yield Selection((Stage(2, 1, Way.REPEATED), Stage(6, 1, Way.REPEATED)))


REQUESTS: tuple[Parser[Found], ...] = (
    rule(_different_row, rule(_as_many, _names), "Y_IN_A_ROW", "Y_ARRANGE", "RW_WAYS_ASKED"),
    rule(_row, rule(_as_many, _lettered), "Y_IN_A_ROW", "Y_ARRANGE", "RW_WAYS_ASKED"),
    rule(lambda names: _row(names) if len(set(names)) < len(names) else iter(()), rule(_as_many, _names), "Y_IN_A_ROW",
         "Y_ARRANGE", "RW_WAYS_ASKED"),
    rule(_picked_row, count_ko, "Y_PEOPLE", "Y_AMONG", count_ko, "RW_PICKED", "Y_IN_A_ROW", "Y_ARRANGE",
         "RW_WAYS_ASKED"),
    rule(_groups_apart, _GROUPS, "RW_ROW_WHEN", _WHO, _wanted, "RW_WAYS_ASKED"),
    rule(_triangles, count_ko, "RW_POINTS", "RW_NO_THREE", "RW_CORNERS", "RW_TRIANGLES", "?X_ASK"),
    rule(_triangles, "RW_ON_CIRCLE", count_ko, "RW_POINTS", "RW_WHEN_THERE", "RW_CORNERS", "RW_TRIANGLES", "?X_ASK"),
    rule(_table, count_ko, "RW_PEOPLE_AT", "Y_AROUND", "RW_WAYS_ASKED", "RW_TURNED"),
    rule(_coin_and_die, "RW_COIN_AND_DIE", "RW_THROWN", "Y_OUTCOMES", "?X_ASK"),
)  # fmt: skip
"""One rule a way to ask."""
