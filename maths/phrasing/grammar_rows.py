"""English questions about rows of named people, letters and groups, and about triangles of points."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from maths.families.counting.arrangement import Arrangement
from maths.families.counting.arrangement_routes import Wanted
from maths.families.counting.selection_routes import Way
from maths.phrasing.chart import either, pattern
from maths.phrasing.grammar_counting import chosen, seating
from maths.phrasing.productions import rule
from maths.phrasing.slots import whole

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

MAX_NAMES = 12
_CORNERS = 3
_LETTERS = rule(
    lambda match: [tuple(re.findall(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])", match[0].replace("and", ",")))],
    pattern(r"[A-Za-z](?:, ?[A-Za-z])*(?:,? and [A-Za-z])?(?![A-Za-z])"),
)
_PEOPLE = "boys|girls|men|women|adults|children|students|teachers"
_GROUPS = pattern(rf"(?P<m>\d{{1,2}}) (?P<a>{_PEOPLE}) and (?P<n>\d{{1,2}}) (?P<b>{_PEOPLE})(?![a-z])")
_WHO = pattern(rf"(?:{_PEOPLE})(?![a-z])")


def _people_row(names: tuple[str, ...]) -> Built:
    if 1 < len(names) <= MAX_NAMES and len(set(names)) == len(names) and all(name.isupper() for name in names):
        yield Arrangement((1,) * len(names))


def _letter_row(names: tuple[str, ...]) -> Built:
    if 1 < len(names) <= MAX_NAMES:
        yield Arrangement(tuple(Counter(names).values()))


def _groups(groups: re.Match[str], who: re.Match[str], wanted: Wanted) -> Built:
    sizes = {groups["a"]: int(groups["m"]), groups["b"]: int(groups["n"])}
    if len(sizes) == 2 and who[0] in sizes:  # noqa: PLR2004 - two groups
        special = sizes.pop(who[0])
        (others,) = sizes.values()
        yield from seating(others + special, circle=False, special=(special, wanted), turned=None)


def _triangles(points: int) -> Built:
    yield from chosen(_CORNERS, points, Way.TOGETHER)


_near: Parser[tuple[re.Match[str], Wanted]] = either(
    rule(lambda who: [(who, Wanted.TOGETHER)], "RE_THE", _WHO, "RE_TOGETHER"),
    rule(lambda who: [(who, Wanted.APART)], "RE_NO_TWO", _WHO, "RE_APART"),
)
REQUESTS: tuple[Parser[Found], ...] = (
    rule(_people_row, "RE_HOW_MANY_WAYS_CAN", _LETTERS, "RE_IN_A_ROW"),
    rule(_letter_row, "RE_HOW_MANY_WAYS_CAN", "RE_LETTERS", _LETTERS, "RE_BE_ARRANGED"),
    rule(lambda groups, near: _groups(groups, *near), "RE_HOW_MANY_WAYS_CAN", _GROUPS, "RE_IN_A_ROW", "RE_IF", _near),
    rule(_triangles, "RE_HOW_MANY_TRIANGLES", "RE_CAN_BE_MADE", whole, "RE_POINTS_ON_CIRCLE"),
)
"""One rule a way to ask."""
