"""The nouns of conversations: what one is about, its turns, and what is remembered of the older ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from maths.message import Formula, Message
    from tutor.types import Asker, Language, Level, Voucher, Writer


@dataclass(frozen=True, slots=True)
class Opening:
    """What a conversation is about: its title, and what a model is told of it, "" where a question opened it.

    `shared`: everybody who reads it may ask on; else only who began it.
    """

    title: str
    level: Level
    language: Language
    about: str = ""
    lesson_id: int | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What was said to a question. Text: Markdown whose mathematics is `$LaTeX$`, "" where there is none to show.

    Where mathematics decided the question, `answer` is its answer and `record_id` the stored solution; else the text
    is a model's, and `voucher` says whether its arithmetic was looked at.
    """

    text: str
    voucher: Voucher
    answer: Formula | None = None
    record_id: int | None = None
    model: Writer | None = None
    tries: int = 0
    seconds: float = 0.0
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what was said to it. `asker` need not be who began the conversation."""

    id: int
    asker: Asker
    asked_at: datetime
    question: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class Summary:
    """What a model made of the turns up to one of them, that one included."""

    text: str
    upto: int


@dataclass(frozen=True, slots=True)
class Talk:
    """A stored conversation with its turns in order; `thread_id` is where it goes on, None: where it began."""

    id: int
    asker: Asker
    begun_at: datetime
    opening: Opening
    turns: tuple[Turn, ...] = ()
    summary: Summary | None = None
    thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class TalkPage:
    """Own conversations, newest first. `page` counts from 0; `pages` is at least 1."""

    talks: tuple[Talk, ...]
    page: int
    pages: int
