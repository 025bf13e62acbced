"""What every worked solution owes its reader: all sections, both languages, and no formula that is false."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maths.bounds import UnreadableError
from maths.grading.zero import same_value
from maths.message import Formula, Message
from maths.read import read
from maths.steps import work
from maths.tree import Ratio, Relation, names, walk
from maths.verdict import Level, SectionKind
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator


def taught_whole(problem: str) -> None:
    """At every level: five sections, sentences that render in both languages without a gap, true equations."""
    for level in Level:
        worked = work(problem, level)
        assert [passage.kind for passage in worked.passages] == list(SectionKind), str(worked.decision.reason)
        for line in (line for passage in worked.passages for line in passage.lines):
            english, korean = say(line, Language.ENGLISH), say(line, Language.KOREAN)
            assert english != korean
            for text in (english, korean):
                assert not any(sign in text for sign in ("{", "\\", "None", "  ")), text
            for formula in _formulas(line):
                _is_true(formula)


def _formulas(message: Message) -> Iterator[Formula]:
    for _, argument in message.arguments:
        if isinstance(argument, Formula):
            yield argument
        elif isinstance(argument, Message):
            yield from _formulas(argument)


def _is_true(formula: Formula) -> None:
    """Where it equates numbers, the numbers are equal; amounts with a unit are no formulas."""
    try:
        node = read(formula.typed)
    except UnreadableError:
        return
    if not isinstance(node, Relation) or names(node) or any(isinstance(part, Ratio) for part in walk(node)):
        return
    for (left, right), operator in zip(pairwise(node.operands), node.operators, strict=True):
        assert same_value(left, right) is (operator == "="), formula.typed
