"""A claimed answer held against what exact mathematics decides from the statement itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.decide import settle
from maths.families.equations.claims import says_none
from maths.grade import grade
from maths.message import Message
from maths.read import read
from maths.tree import Text, walk
from maths.verdict import Decision, Outcome, Standing, Verdict

if TYPE_CHECKING:
    from maths.families.settled import Settled
    from maths.verdict import Grading


def check(problem: str, answer: str) -> Verdict:
    """VERIFIED or REFUTED by the decided answer, else UNCHECKED with the reason."""
    found = settle(problem)
    if isinstance(found, Decision):
        return found.verdict
    try:
        return _judged(found, answer)
    except RefusedError as error:
        return Verdict(Standing.UNCHECKED, None, error.message)


def _judged(settled: Settled, answer: str) -> Verdict:
    if settled.hear is not None and (heard := settled.hear(answer)) is not None:
        return heard
    if says_none(answer):
        reason = Message("Whether that is right depends on which numbers count.")
        return (
            Verdict(Standing.VERIFIED, settled.method)
            if settled.is_empty
            else Verdict(Standing.UNCHECKED, None, reason)
        )
    given = read(answer)
    if any(isinstance(part, Text) for part in walk(given)):
        return Verdict(Standing.UNCHECKED, None, Message("The answer is in words; I can only check mathematics."))
    if settled.judge is not None:
        return settled.judge(given)
    gradings = [grade(expected, answer) for expected in (settled.answer.typed, *settled.also)]
    if any(grading.outcome is Outcome.EQUAL for grading in gradings):
        complaint = settled.form(given) if settled.form else None
        method = settled.method if complaint is None else None
        return Verdict(Standing.VERIFIED if complaint is None else Standing.UNCHECKED, method, complaint)
    return _different(settled, gradings)


def _different(settled: Settled, gradings: list[Grading]) -> Verdict:
    reason = gradings[0].reason
    if any(grading.outcome is Outcome.UNREADABLE for grading in gradings):
        return Verdict(Standing.UNCHECKED, None, reason)
    if reason is None:
        return Verdict(Standing.REFUTED, None, Message("Decided was {answer}.", answer=settled.answer))
    decided = Message("{difference} Decided was {answer}.", difference=reason, answer=settled.answer)
    return Verdict(Standing.REFUTED, None, decided)
