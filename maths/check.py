"""A claimed answer held against what exact mathematics decides from the statement itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.decide import settle
from maths.families.claims import says_none
from maths.grade import grade
from maths.message import Message
from maths.read import read
from maths.tree import Text, walk
from maths.verdict import Decision, Outcome, Standing, Verdict

if TYPE_CHECKING:
    from maths.families.settled import Settled


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
    if says_none(answer):
        if settled.is_empty:
            return Verdict(Standing.VERIFIED, settled.method)
        return Verdict(Standing.UNCHECKED, None, Message("Whether that is right depends on which numbers count."))
    if settled.judge is not None:
        return settled.judge(read(answer))
    if any(isinstance(part, Text) for part in walk(read(answer))):
        return Verdict(Standing.UNCHECKED, None, Message("The answer is in words; I can only check mathematics."))
    gradings = [grade(expected, answer) for expected in (settled.answer.typed, *settled.also)]
    if any(grading.outcome is Outcome.EQUAL for grading in gradings):
        complaint = settled.form(read(answer)) if settled.form else None
        if complaint is not None:
            return Verdict(Standing.UNCHECKED, None, complaint)
        return Verdict(Standing.VERIFIED, settled.method)
    if any(grading.outcome is Outcome.UNREADABLE for grading in gradings):
        return Verdict(Standing.UNCHECKED, None, gradings[0].reason)
    difference = gradings[0].reason
    if difference is None:
        return Verdict(Standing.REFUTED, None, Message("Decided was {answer}.", answer=settled.answer))
    return Verdict(
        Standing.REFUTED,
        None,
        Message("{difference} Decided was {answer}.", difference=difference, answer=settled.answer),
    )
