"""Reminders of reviews by direct message: once in a learner's evening, only to those who asked for them."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import structlog

from tutor.days import DEFAULT_ZONE, zone
from tutor.errors import NotAllowedError, TutorError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tutor.learning import Reminder
    from tutor.stores import Reminders

log = structlog.get_logger(__name__)

EVENING = range(17, 22)  # hours of the learner's day in which a reminder may come
EVERY = 300.0  # seconds between two looks


def _now() -> datetime:
    return datetime.now(UTC)


class Reminding:
    """Tells learners of reviews that are due."""

    def __init__(self, reminders: Reminders, *, clock: Callable[[], datetime] = _now) -> None:
        self._reminders = reminders
        self._clock = clock

    async def run(self, tell: Callable[[Reminder], Awaitable[None]]) -> None:
        """Remind, now and from now on, until cancelled. No failure ends it."""
        while True:
            try:
                await self.tick(tell)
            except TutorError as error:
                log.warning("reminders_delayed", reason=str(error))
            await asyncio.sleep(EVERY)

    async def tick(self, tell: Callable[[Reminder], Awaitable[None]]) -> None:
        """Remind everybody whose evening it is and who has not been reminded today.

        The day is stored before the message is sent: better none than two. `tell` raises NotAllowedError where the
        learner takes no direct messages; then they are not reminded any more.
        """
        now = self._clock()
        for reminder in await self._reminders.waiting(now):
            local = now.astimezone(zone(reminder.time_zone or DEFAULT_ZONE))
            if local.hour not in EVENING or not await self._reminders.remind(reminder.user_id, local.date()):
                continue
            try:
                await tell(reminder)
            except NotAllowedError as error:
                log.info("reminder_refused", reason=str(error))
                await self._reminders.stop(reminder.user_id)
            except TutorError as error:
                log.warning("reminder_lost", reason=str(error))
