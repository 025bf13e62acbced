"""The nouns of hints before a solution: a ladder, how far somebody has climbed, and why it is not open yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from maths.message import Message
    from tutor.learning import Mark
    from tutor.types import Record


@dataclass(frozen=True, slots=True)
class DraftLadder:
    """A ladder before it is stored.

    `key` is the same for the same problem, `hints` climb and hold no answer, `channel_ids` say where it was asked: the
    channel, a thread's parent, their category.
    """

    key: str
    hints: tuple[Message, ...]
    channel_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """Hints in the place of a solution, which is stored and shown once `opened_at` says when.

    `climbed` hints were shown, `tries` wrong answers given.
    """

    record: Record
    draft: DraftLadder
    begun_at: datetime
    climbed: int = 1
    tries: int = 0
    opened_at: datetime | None = None

    @property
    def shown(self) -> tuple[Message, ...]:
        return self.draft.hints[: self.climbed]


@dataclass(frozen=True, slots=True)
class Exam:
    """Only hints are given here, until a moment or until a moderator ends it."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class Early:
    """The solution is not shown yet: after an answer, or from a moment on."""

    until: datetime
    gradable: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of an answer: the ladder after it, and what is wrong with the answer in words."""

    ladder: Ladder
    mark: Mark
    claim: str
    feedback: Message | None = None
