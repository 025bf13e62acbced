"""The nouns of lessons: what is explained, its parts with who answers for each, and questions to answer by choosing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from maths.verdict import Standing

if TYPE_CHECKING:
    from datetime import datetime

    from maths.message import Formula, Message
    from tutor.learning import DraftProblem, Mark
    from tutor.types import Asker, Language, Level, Solution, Voucher, Writer

MATHEMATICS = "mathematics"
_OURS = {
    MATHEMATICS,
    *("", "math", "maths", "algebra", "geometry", "calculus", "analysis", "statistics", "number theory", "logic"),
    *("수학", "대수", "대수학", "기하", "기하학", "미적분", "해석학", "통계", "정수론", "논리"),
}


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants explained: `key` is the topic of practice it is, "" where it is none of them."""

    topic: str
    subject: str
    level: Level
    language: Language
    key: str = ""

    @property
    def mathematical(self) -> bool:
        """Whether mathematics may have a word in it; where no subject is named, it may."""
        return self.subject.strip().casefold() in _OURS


class PartKind(StrEnum):
    """The parts of a lesson, in reading order."""

    DEFINITION = "definition"
    INTUITION = "intuition"
    OTHER_INTUITION = "other_intuition"  # a model's, beside ours
    EXAMPLE = "example"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class Part:
    """Text in the lesson's language: Markdown whose mathematics is `$LaTeX$`."""

    kind: PartKind
    text: str
    voucher: Voucher


@dataclass(frozen=True, slots=True)
class Check:
    """A quick question: `options[right]` is the answer of the problem, in value unlike every other."""

    draft: DraftProblem
    options: tuple[Formula, ...]
    right: int


@dataclass(frozen=True, slots=True)
class DraftLesson:
    """A lesson before it is stored. `example` is one that exact mathematics decided; a model's own is a part."""

    request: Request
    title: str
    parts: tuple[Part, ...]
    example: Solution | None = None
    checks: tuple[Check, ...] = ()
    model: Writer | None = None
    notes: tuple[Message, ...] = ()

    @property
    def standing(self) -> Standing:
        """VERIFIED where everything that is a claim of mathematics is decided by it, or written by people."""
        return Standing.VERIFIED if self.request.key else Standing.UNCHECKED

    def part(self, kind: PartKind) -> Part | None:
        return next((part for part in self.parts if part.kind is kind), None)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A stored lesson."""

    id: int
    asker: Asker
    given_at: datetime
    draft: DraftLesson


@dataclass(frozen=True, slots=True)
class Chosen:
    """A reader's answers to a lesson's questions, None where there is none yet; the first answer stands."""

    lesson: Lesson
    choices: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of an answer: `counted` says whether it is part of the reader's practice."""

    chosen: Chosen
    mark: Mark
    counted: bool


@dataclass(frozen=True, slots=True)
class LessonPage:
    """Own lessons, newest first. `page` counts from 0; `pages` is at least 1."""

    lessons: tuple[Lesson, ...]
    page: int
    pages: int
