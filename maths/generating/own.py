"""A problem that people wrote, with the answer they gave: whether it can be asked as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maths.bounds import RefusedError
from maths.decide import settle
from maths.generating.hints import GENERAL, ladder
from maths.generating.writing import shown
from maths.grade import grade
from maths.message import Formula, Message
from maths.verdict import Decision, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.verdict import Level


@dataclass(frozen=True, slots=True)
class Own:
    """A problem that may be asked: its answer as a formula, and hints where it had none of its own."""

    answer: Formula
    hints: tuple[Message, ...]


def own(problem: str, answer: str, level: Level, policy: Mapping[str, Any]) -> Own | Message:
    """The problem as it will be asked; a sentence where its answer cannot be graded or mathematics finds another."""
    if grade(answer, answer, policy).outcome is not Outcome.EQUAL:
        return Message("The answer {answer} cannot be read, so nobody could be marked by it.", answer=answer)
    settled = settle(problem)
    if isinstance(settled, Decision):
        return Own(_formula(answer), GENERAL)
    if grade(settled.answer.typed, answer, {**policy, "form": ""}).outcome is not Outcome.EQUAL:
        return Message("Mathematics finds {found} for this problem, not {answer}.", found=settled.answer, answer=answer)
    return Own(_formula(answer), ladder(settled.teach(level), settled.answer))


def _formula(answer: str) -> Formula:
    """A formula where it is one; else the words themselves."""
    try:
        return shown(answer)
    except RefusedError:
        return Formula(answer, rf"\text{{{answer.translate(_BARE)}}}")


_BARE = str.maketrans(dict.fromkeys("\\{}$%&#^_~", " "))
