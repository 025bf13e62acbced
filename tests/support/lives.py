"""What people do with practice, for tests of what is kept of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from samples import EQUATION

from maths.message import Formula, Message
from tutor.learning import Attempt, Mark, Moment, TaskKind

if TYPE_CHECKING:
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
