"""The nouns mathematics answers with. Imports no SymPy: every process may load them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maths.message import Formula, Message


class Level(StrEnum):
    """For whom an explanation is written."""

    BEGINNER = "beginner"  # as to a primary-school pupil: every step, plain words, no jargon
    INTERMEDIATE = "intermediate"  # middle and high school: the standard method step by step
    ADVANCED = "advanced"  # university: the theorem named, the obvious left out


class Standing(StrEnum):
    """How far an answer may be trusted."""

    VERIFIED = "verified"
    CROSS_CHECKED = "cross_checked"
    UNCHECKED = "unchecked"
    REFUTED = "refuted"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A standing, how it was reached, and why it is not higher (or why it is refuted)."""

    standing: Standing
    method: Message | None = None
    reason: Message | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What exact mathematics decided from a statement, or why it did not.

    `answer` is None unless the statement was read whole and two independent routes agree;
    then `method` names both routes. Otherwise `reason` says what was not read or not decided.
    """

    answer: Formula | None
    method: Message | None = None
    reason: Message | None = None

    @property
    def verdict(self) -> Verdict:
        if self.answer is None:
            return Verdict(Standing.UNCHECKED, None, self.reason)
        return Verdict(Standing.VERIFIED, self.method, None)


class SectionKind(StrEnum):
    """The parts of a solution, in reading order."""

    UNDERSTANDING = "understanding"
    APPROACH = "approach"
    STEPS = "steps"
    CHECK = "check"
    CONCLUSION = "conclusion"


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of a worked solution: each line is a sentence, its mathematics as `Formula` arguments."""

    kind: SectionKind
    lines: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Worked:
    """A decision with the worked solution mathematics wrote for it; no passages when undecided."""

    decision: Decision
    passages: tuple[Passage, ...] = ()


class Outcome(StrEnum):
    """What a grader found."""

    EQUAL = "equal"
    DIFFERENT = "different"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Grading:
    """A given answer held against the expected one; `reason` is the feedback a learner gets."""

    outcome: Outcome
    reason: Message | None = None


class LineStanding(StrEnum):
    """What the auditor says of one line."""

    VERIFIED = "verified"
    REFUTED = "refuted"
    NOT_JUDGED = "not_judged"


@dataclass(frozen=True, slots=True)
class AuditedLine:
    """One line of a working, its text as it stands in the input."""

    text: str
    standing: LineStanding
    reason: Message | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """REFUTED when a line is, else UNCHECKED: a clean audit never lifts a standing."""

    standing: Standing
    lines: tuple[AuditedLine, ...]


@dataclass(frozen=True, slots=True)
class Executed:
    """What a program of quantities and equations gives, as typed text; or None and why.

    `idle` are the quantities the value does not depend on.
    """

    value: str | None
    idle: tuple[str, ...] = ()
    reason: Message | None = None
