"""The nouns of the tutor: frozen values without Discord, database or model in them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from maths.verdict import Level, SectionKind

if TYPE_CHECKING:
    from datetime import datetime

    from maths.message import Formula, Message
    from maths.verdict import Verdict

__all__ = [
    "Asked",
    "Asker",
    "ChannelRule",
    "Draft",
    "GuildSettings",
    "Handling",
    "HistoryPage",
    "Language",
    "Level",
    "Look",
    "Preferences",
    "Progress",
    "Question",
    "Record",
    "Report",
    "ReportPage",
    "Ruling",
    "Section",
    "SectionKind",
    "SettingsChange",
    "SettingsLog",
    "Solution",
    "Stage",
    "Theme",
    "Voucher",
    "Writer",
]


class Language(StrEnum):
    """A language Lemma speaks."""

    ENGLISH = "en"
    KOREAN = "ko"


class Theme(StrEnum):
    """An opaque card in the colours of Discord's dark or light theme: a bot cannot know its reader's."""

    DARK = "dark"
    LIGHT = "light"


class Look(StrEnum):
    """How somebody wants solutions shown: as pictures in a theme, or as text alone."""

    DARK = "dark"
    LIGHT = "light"
    TEXT = "text"

    @property
    def theme(self) -> Theme:
        """The theme of what can only be a picture; dark where text was chosen."""
        return Theme.LIGHT if self is Look.LIGHT else Theme.DARK


class Voucher(StrEnum):
    """Who answers for a section."""

    MATHEMATICS = "mathematics"
    PEOPLE = "people"  # who wrote Lemma's lessons
    MODEL_AUDITED = "model_audited"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and in which guild; None in direct messages and where only the user installed the app."""

    user_id: int
    guild_id: int | None = None


class Asked(StrEnum):
    """What a text is to be taken for."""

    PROBLEM = "problem"  # of mathematics
    PUZZLE = "puzzle"  # of logic, to be formalised
    ARGUMENT = "argument"  # to be judged


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    level: Level
    language: Language
    asked: Asked = Asked.PROBLEM


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a solution in the question's language: Markdown whose mathematics is `$LaTeX$`.

    `maths.plain.plain` turns such text into readable Unicode.
    """

    kind: SectionKind
    text: str
    voucher: Voucher


@dataclass(frozen=True, slots=True)
class Draft:
    """What was read from a model's text, unchecked. `answer` is as the model wrote it.

    `complete` is False when the model was stopped at its token limit.
    """

    sections: tuple[Section, ...]
    answer: str | None
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Writer:
    """The model that wrote the prose, and with which adapter. A demonstration model shows the plumbing only."""

    name: str
    demonstration: bool = False
    adapter: str = ""

    @property
    def label(self) -> str:
        """What people read, and what tells one writer's answers from another's."""
        return f"{self.name}+{self.adapter}" if self.adapter else self.name


@dataclass(frozen=True, slots=True)
class Solution:
    """An answer (None: nobody found one) with its standing, its sections and what the asker should know.

    `seconds` is wall time from the question to this value; `tries` counts model attempts.
    `model` is None when mathematics alone wrote everything.
    """

    question: Question
    sections: tuple[Section, ...]
    answer: Formula | None
    verdict: Verdict
    tries: int = 0
    model: Writer | None = None
    seconds: float = 0.0
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A stored solution; `corrections` are moderators' words on what is wrong in it."""

    id: int
    asker: Asker
    asked_at: datetime
    solution: Solution
    corrections: tuple[str, ...] = ()


class Stage(StrEnum):
    """Where a question is on its way."""

    READING = "reading"
    DECIDING = "deciding"
    WAITING = "waiting"
    WRITING = "writing"
    CHECKING = "checking"


@dataclass(frozen=True, slots=True)
class Progress:
    """Told while an asker waits; `ahead` is how many questions stand before this one while WAITING."""

    stage: Stage
    ahead: int = 0


@dataclass(frozen=True, slots=True)
class Preferences:
    """A person's own choices; None where they made none.

    `ranked`: shown on leaderboards; `reminded`: told by direct message when reviews are due. Both only if chosen.
    """

    language: Language | None = None
    level: Level | None = None
    look: Look | None = None
    time_zone: str | None = None
    ranked: bool = False
    reminded: bool = False


@dataclass(frozen=True, slots=True)
class ChannelRule:
    """What a channel has of its own: a level, and whether there is an exam in it, always or until a moment."""

    channel_id: int
    level: Level | None = None
    exam: bool = False
    exam_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """A guild's choices; None where moderators made none. `adapter` is one of those the operator named.

    `channels` are the channels with rules of their own. In an exam, of a channel or of the whole guild, always
    (`exam`) or until `exam_until`, only hints are given. With `hint_first`, a solution is shown after an attempt or
    a wait. Where `allowed_channels` or `allowed_roles` name any, Lemma works only there and only for those. `quota`
    is the questions a person may ask in a day, `topics` what practice is offered in; empty: all.
    """

    level: Level | None = None
    adapter: str | None = None
    look: Look | None = None
    language: Language | None = None
    time_zone: str | None = None
    hint_first: bool = False
    exam: bool = False
    exam_until: datetime | None = None
    quota: int | None = None
    topics: tuple[str, ...] = ()
    allowed_channels: tuple[int, ...] = ()
    allowed_roles: tuple[int, ...] = ()
    channels: tuple[ChannelRule, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsChange:
    """Who changed a guild's settings, and how they stood before and after; None: somebody who was forgotten.

    Only the fields in `names` are known: the others are the same on both sides.
    """

    id: int
    guild_id: int
    user_id: int | None
    changed_at: datetime
    before: GuildSettings
    after: GuildSettings

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that changed."""
        each = (field.name for field in fields(GuildSettings))
        return tuple(name for name in each if getattr(self.before, name) != getattr(self.after, name))


@dataclass(frozen=True, slots=True)
class SettingsLog:
    """Changes of a guild's settings, newest first. `page` counts from 0; `pages` is at least 1."""

    changes: tuple[SettingsChange, ...]
    page: int
    pages: int


class Ruling(StrEnum):
    """What moderators found of a report."""

    CORRECTED = "corrected"
    NOTHING_WRONG = "nothing_wrong"


@dataclass(frozen=True, slots=True)
class Handling:
    """What became of a report: the correction, or words why nothing is wrong, "" for none.

    `moderator_id` is None where the moderator was forgotten; `told`: the reporter has read it, or it was sent to them.
    """

    ruling: Ruling
    text: str
    moderator_id: int | None
    handled_at: datetime
    told: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A reader's word that a solution is wrong, and what moderators made of it; None: it waits for them."""

    id: int
    record_id: int
    reporter: Asker
    reported_at: datetime
    text: str
    handling: Handling | None = None


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The report on a page of a guild's, open or handled, None where there are none; newest first.

    `page` counts from 0; `pages` is at least 1.
    """

    report: Report | None
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Own records, newest first. `page` counts from 0; `pages` is at least 1."""

    records: tuple[Record, ...]
    page: int
    pages: int
