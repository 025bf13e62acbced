"""What people do with practice, for tests of what is kept of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from samples import EQUATION

from maths.message import Formula, Message
from storage.lessons import StoredLessons
from storage.talks import StoredTalks
from tutor.learning import Attempt, Mark, Moment, TaskKind
from tutor.lesson import DraftLesson, Request
from tutor.talk import Opening, Reply
from tutor.types import Language, Level, Voucher

if TYPE_CHECKING:
    from storage.database import Database
    from storage.practice import StoredPractice
    from tutor.types import Asker

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = Moment(NOW, date(2026, 3, 1), date(2026, 3, 1))


async def practised(
    practice: StoredPractice, asker: Asker, number: int, *, run_id: int | None = None, right: bool = True
) -> None:
    """A problem solved, or given up after a wrong answer."""
    statement = Message("Solve {equation}.", equation=Formula(f"3*x = {number}", f"3x = {number}"))
    draft = replace(EQUATION, statement=statement)
    task = await practice.give(asker, draft, TaskKind.PRACTICE, NOW, run_id=run_id)
    assert task is not None
    attempt = Attempt(number * 1000 + asker.user_id, "1", Mark.RIGHT if right else Mark.WRONG)
    await practice.mark(task.id, attempt, TODAY)
    if not right:
        await practice.show(task.id, TODAY)


async def taught(database: Database, asker: Asker) -> None:
    """A lesson, an answer to one of its questions, and a conversation about it."""
    request = Request("fractions", "", Level.BEGINNER, Language.ENGLISH, "fractions")
    lesson = await StoredLessons(database).add(asker, DraftLesson(request, "Fractions", ()))
    await StoredLessons(database).choose(lesson.id, asker.user_id, 0, 1)
    opening = Opening("Fractions", Level.BEGINNER, Language.ENGLISH, lesson_id=lesson.id)
    talk = await StoredTalks(database).begin(asker, opening)
    await StoredTalks(database).add(talk.id, asker, "why?", Reply("because", Voucher.MODEL))
