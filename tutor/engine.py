"""`Tutor`: what every face calls. It knows people and keeps records; the solver knows neither."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maths.message import Message
from tutor.errors import NotFoundError
from tutor.types import (
    Asker,
    GuildSettings,
    HistoryPage,
    Language,
    Level,
    Preferences,
    Progress,
    Question,
    Record,
    Report,
    Writer,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tutor.ports import Guilds, History, People
    from tutor.solver import Solver

DEFAULT_LEVEL = Level.INTERMEDIATE
PAGE_SIZE = 5
REPORTS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Manner:
    """How to speak to an asker: their own choice, else the guild's or the locale's, else the default."""

    language: Language
    level: Level


def language_of(locale: str) -> Language:
    """The language for a Discord locale (`ko`, `en-US`, ...): English where Lemma does not speak it."""
    return Language.KOREAN if locale.split("-", maxsplit=1)[0] == "ko" else Language.ENGLISH


class Tutor:
    """The use cases. Every method raises only `TutorError`."""

    def __init__(self, solver: Solver, history: History, guilds: Guilds, people: People) -> None:
        self._solver = solver
        self._history = history
        self._guilds = guilds
        self._people = people

    @property
    def writer(self) -> Writer | None:
        """The model that writes prose, or None where mathematics answers alone."""
        return self._solver.writer

    async def check_model(self) -> None:
        """Return when the model answers or there is none. Raises ModelUnavailableError with what to do."""
        await self._solver.check_model()

    async def manner(self, asker: Asker, locale: str) -> Manner:
        """Resolve the language and level for an asker whose Discord client speaks `locale`."""
        own = await self._people.preferences(asker.user_id)
        guild = await self.guild_settings(asker.guild_id) if asker.guild_id else GuildSettings()
        return Manner(own.language or language_of(locale), own.level or guild.level or DEFAULT_LEVEL)

    async def solve(self, asker: Asker, question: Question) -> AsyncGenerator[Progress | Record]:
        """Yield progress, then the record each time it changed, stored before it is yielded.

        The first record of a decided question comes at once; a second, with the model's prose, may
        follow. Closing the generator cancels what is under way and frees the model.
        """
        record: Record | None = None
        async with aclosing(self._solver.solve(question, asker)) as updates:
            async for update in updates:
                if isinstance(update, Progress):
                    yield update
                    continue
                if record is None:
                    record = await self._history.add(asker, update)
                else:
                    record = await self._history.replace(record.id, update)
                yield record

    async def recall(self, asker: Asker, record_id: int) -> Record:
        """A stored record: one's own, or one of the guild the asker stands in. Raises NotFoundError."""
        record = await self._history.get(record_id)
        if record.asker.user_id != asker.user_id and (
            asker.guild_id is None or record.asker.guild_id != asker.guild_id
        ):
            raise NotFoundError(Message("This solution is not stored any more."))
        return record

    async def history(self, asker: Asker, page: int = 0) -> HistoryPage:
        """The asker's own records, newest first, `PAGE_SIZE` a page."""
        return await self._history.page(asker.user_id, page, PAGE_SIZE)

    async def report(self, asker: Asker, record_id: int, text: str) -> Report:
        """Keep a reader's word that a solution is wrong, for the moderators."""
        await self.recall(asker, record_id)
        return await self._history.report(record_id, asker, text)

    async def reports(self, guild_id: int) -> tuple[Report, ...]:
        """The newest reports made in a guild, at most `REPORTS_SHOWN`."""
        return await self._history.reports(guild_id, REPORTS_SHOWN)

    async def preferences(self, asker: Asker) -> Preferences:
        return await self._people.preferences(asker.user_id)

    async def prefer(self, asker: Asker, preferences: Preferences) -> None:
        await self._people.prefer(asker.user_id, preferences)

    async def guild_settings(self, guild_id: int) -> GuildSettings:
        return await self._guilds.settings(guild_id)

    async def set_guild(self, guild_id: int, settings: GuildSettings) -> None:
        """The face has checked that the caller may manage the guild."""
        await self._guilds.set(guild_id, settings)

    async def export(self, asker: Asker) -> dict[str, Any]:
        """Everything kept of the asker, as plain JSON values."""
        return await self._people.export(asker.user_id)

    async def forget(self, asker: Asker) -> int:
        """Delete everything kept of the asker; return how many solutions went."""
        return await self._people.forget(asker.user_id)
