"""The hints of a problem that somebody asked, and not we: what may give its answer away is left out.

A problem of practice is known to its maker, and so is what its hints may say. Here any problem may come, so a line is
also left out when exact mathematics takes something in it for the answer.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from maths.generating.hints import GENERAL, HINTS, ladder, said
from maths.verdict import Outcome, SectionKind

if TYPE_CHECKING:
    from maths.message import Formula, Message
    from maths.verdict import Passage, Worked
    from tutor.ports import Checker

ROUNDS = 4  # times that lines which tell too much are taken out; then only general hints are left
SIDES = 16  # of a line's formulas that are compared with the answer; a line with more is left out

_YES_OR_NO = {"True", "False"}
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:/\d+)?")
_VALUE = re.compile(r"-?\d+(?:\.\d+)?(?:/\d+)?")
_FACTORS = re.compile(r"\)(?:\*\(|\*\*)")
_BETWEEN = re.compile(r"<=|>=|!=|[=<>≤≥≡,]| or ")
_CONSTANT = re.compile(r" \+ C$")


async def rungs(checker: Checker, problem: str, worked: Worked) -> tuple[Message, ...]:
    """Three hints that hold no answer; general ones where the worked solution offers no others."""
    answer = worked.decision.answer
    if answer is None:
        return GENERAL
    passages = worked.passages
    if answer.typed in _YES_OR_NO:  # a step decides it
        passages = tuple(each for each in passages if each.kind is SectionKind.APPROACH)
    for _ in range(ROUNDS):
        found = ladder(passages, answer)
        telling = {hint for hint in found if await _tells(checker, hint, answer, problem)}
        if not telling:
            return found
        passages = tuple(_without(each, telling) for each in passages)
    kept = [hint for hint in found if hint not in telling and hint not in GENERAL]
    return (*GENERAL[: HINTS - len(kept)], *kept)


async def _tells(checker: Checker, hint: Message, answer: Formula, problem: str) -> bool:
    """Whether a hint has a number of the answer that the problem has not, or an expression that equals the answer."""
    formulas = list(said(hint))
    new = {number for each in formulas for number in _NUMBER.findall(each)} - set(_NUMBER.findall(problem))
    if new & _numbers(answer.typed):
        return True
    if not _has_letters(answer.typed):
        return False  # what equals a number is most often not yet worked out
    sides = dict.fromkeys(side for each in formulas for side in _BETWEEN.split(each) if _has_letters(side))
    if len(sides) > SIDES:
        return True
    for side in reversed(sides):  # what a line comes to stands last
        if await _equals(checker, answer, side.strip()):
            return True
    return False


def _numbers(typed: str) -> set[str]:
    """The numbers that an answer is made of: its values, or what its factors contain."""
    if _FACTORS.search(typed):
        return set(_NUMBER.findall(typed))
    return {side.strip().lstrip("-") for side in _BETWEEN.split(typed) if _VALUE.fullmatch(side.strip())}


async def _equals(checker: Checker, answer: Formula, side: str) -> bool:
    grading = await checker.grade(_CONSTANT.sub("", answer.typed), _CONSTANT.sub("", side))
    return grading.outcome is Outcome.EQUAL


def _has_letters(typed: str) -> bool:
    return any(letter.isalpha() for letter in typed)


def _without(passage: Passage, lines: set[Message]) -> Passage:
    return replace(passage, lines=tuple(line for line in passage.lines if line not in lines))
