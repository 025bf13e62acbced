"""What people chose for themselves, and their right to see and delete everything kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select

from storage.encoding import encode_change
from storage.guilds import settings_change
from storage.history import corrected, record, report
from storage.ladders import export_of
from storage.lessons import answers_of, lessons_of
from storage.practice import practised_by
from storage.practised import practised
from storage.programs import programs_of
from storage.reports import REPORTS
from storage.sketches import sketch
from storage.tables import askers, handlers, preferences, reports, settings_log, sketches, solutions
from storage.talks import forget_summaries, talks_of, turns_of
from storage.upsert import upsert
from tutor.puzzles import answer_of
from tutor.types import Asker, Language, Level, Look, Preferences
from tutor.words import say

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from maths.message import Message
    from storage.database import Database
    from tutor.learning import Task
    from tutor.pictures import Sketch
    from tutor.types import Record, Report, SettingsChange


class StoredPeople:
    """`tutor.stores.People` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def preferences(self, user_id: int, /) -> Preferences:
        return await self._database.read(lambda connection: _preferences(connection, user_id))

    async def prefer(self, user_id: int, chosen: Preferences, /) -> None:
        row = {
            "user_id": user_id,
            "language": chosen.language,
            "level": chosen.level,
            "look": chosen.look,
            "time_zone": chosen.time_zone,
            "ranked": chosen.ranked,
            "reminded": chosen.reminded,
        }

        def store(connection: Connection) -> None:
            connection.execute(upsert(askers, {"user_id": user_id}))
            connection.execute(upsert(preferences, row))

        await self._database.write(store)

    async def export(self, user_id: int, /) -> dict[str, Any]:
        """Everything kept of a person; sentences in the language they asked in, Discord's ids as Discord writes them.

        What others reported of this person's solutions is theirs, and stays out.
        """
        asked = select(solutions).where(solutions.c.user_id == user_id).order_by(solutions.c.id)
        reported = REPORTS.where(reports.c.reporter_id == user_id).order_by(reports.c.id)
        handled = REPORTS.where(handlers.c.user_id == user_id).order_by(reports.c.id)
        drawn = select(sketches).where(sketches.c.user_id == user_id).order_by(sketches.c.id)
        moderated = select(settings_log).where(settings_log.c.user_id == user_id).order_by(settings_log.c.id)

        def find(
            connection: Connection,
        ) -> tuple[
            Preferences,
            tuple[Record, ...],
            list[Report],
            list[Report],
            list[Sketch],
            list[SettingsChange],
            list[tuple[Task, list[str]]],
        ]:
            return (
                _preferences(connection, user_id),
                corrected(connection, [record(row) for row in connection.execute(asked).mappings()]),
                [report(row) for row in connection.execute(reported).mappings()],
                [report(row) for row in connection.execute(handled).mappings()],
                [sketch(row) for row in connection.execute(drawn).mappings()],
                [settings_change(row) for row in connection.execute(moderated).mappings()],
                practised_by(connection, user_id),
            )

        own, records, made, settled, drawings, changed, done = await self._database.read(find)
        of_ladders = await self._database.read(lambda connection: export_of(connection, user_id))
        return {
            "user_id": str(user_id),
            "preferences": {
                "language": _value(own.language),
                "level": _value(own.level),
                "look": _value(own.look),
                "time_zone": own.time_zone,
                "ranked": own.ranked,
                "reminded": own.reminded,
            },
            "solutions": [_exported_record(kept) | of_ladders.get(kept.id, {}) for kept in records],
            "reports": [_exported_report(kept) for kept in made],
            "handled_reports": [_exported_handling(kept) for kept in settled],
            "sketches": [_exported_sketch(kept) for kept in drawings],
            "settings_changes": [_exported_change(kept) for kept in changed],
            "tasks": [_exported_task(kept, answered) for kept, answered in done],
            "practice": await self._database.read(lambda connection: practised(connection, user_id)),
            "code": await self._database.read(lambda connection: programs_of(connection, user_id)),
            "lessons": await self._database.read(lambda connection: lessons_of(connection, user_id)),
            "lesson_answers": await self._database.read(lambda connection: answers_of(connection, user_id)),
            "conversations": await self._database.read(lambda connection: talks_of(connection, user_id)),
            "questions_asked": await self._database.read(lambda connection: turns_of(connection, user_id)),
        }

    async def forget(self, user_id: int, /) -> int:
        """Delete the person, their solutions with every report on them, their reports and preferences, all or nothing.

        What they changed as a moderator stays changed, and nobody sees any more who it was.
        No byte of it stays in SQLite's files. Backups are the operator's to delete.
        """
        known = select(askers.c.user_id).where(askers.c.user_id == user_id)
        counted = select(func.count()).select_from(solutions).where(solutions.c.user_id == user_id)

        def remove(connection: Connection) -> int:
            count = connection.execute(counted).scalar_one()
            forget_summaries(connection, user_id)
            connection.execute(delete(askers).where(askers.c.user_id == user_id))  # the rest cascades
            return count

        if not await self._database.read(lambda connection: connection.execute(known).all()):
            return 0  # erasing writes the whole file anew: not for a stranger
        return await self._database.erase(remove)


def _preferences(connection: Connection, user_id: int) -> Preferences:
    asked = select(preferences).where(preferences.c.user_id == user_id)
    row = connection.execute(asked).one_or_none()
    if row is None:
        return Preferences()
    return Preferences(
        language=None if row.language is None else Language(row.language),
        level=None if row.level is None else Level(row.level),
        look=None if row.look is None else Look(row.look),
        time_zone=row.time_zone,
        ranked=bool(row.ranked),
        reminded=bool(row.reminded),
    )


def _exported_record(kept: Record) -> dict[str, Any]:
    solution = kept.solution
    language = solution.question.language
    return {
        "id": kept.id,
        "asked_at": kept.asked_at.isoformat(),
        "guild_id": _guild(kept.asker),
        "problem": solution.question.text,
        "level": solution.question.level.value,
        "language": language.value,
        "answer": None if solution.answer is None else solution.answer.typed,
        "latex": None if solution.answer is None else solution.answer.latex,
        "standing": solution.verdict.standing.value,
        "method": _said(solution.verdict.method, language),
        "reason": _said(solution.verdict.reason, language),
        "sections": [{"kind": s.kind.value, "text": s.text, "voucher": s.voucher.value} for s in solution.sections],
        "model": None if solution.model is None else solution.model.name,
        "tries": solution.tries,
        "seconds": solution.seconds,
        "notes": [say(note, language) for note in solution.notes],
        "corrections": list(kept.corrections),
    }


def _exported_report(kept: Report) -> dict[str, Any]:
    return {
        "id": kept.id,
        "solution_id": kept.record_id,
        "reported_at": kept.reported_at.isoformat(),
        "guild_id": _guild(kept.reporter),
        "text": kept.text,
        "ruling": None if kept.handling is None else kept.handling.ruling.value,
        "answer": None if kept.handling is None else kept.handling.text,
    }


def _exported_handling(kept: Report) -> dict[str, Any]:
    """What a moderator made of somebody's report; the report itself is its writer's."""
    if kept.handling is None:
        raise AssertionError("only handled reports have a handler")
    return {
        "id": kept.id,
        "guild_id": _guild(kept.reporter),
        "handled_at": kept.handling.handled_at.isoformat(),
        "ruling": kept.handling.ruling.value,
        "text": kept.handling.text,
    }


def _exported_task(kept: Task, answered: list[str]) -> dict[str, Any]:
    return {
        "id": kept.id,
        "guild_id": _guild(kept.asker),
        "given_at": kept.given_at.isoformat(),
        "kind": kept.kind.value,
        "topic": kept.problem.draft.topic,
        "problem": str(kept.problem.draft.statement),
        "state": kept.state.value,
        "tries": kept.tries,
        "hints": kept.hints,
        "answers": [answer_of(claim) for claim in answered] if kept.problem.draft.puzzle else answered,
    }


def _exported_change(kept: SettingsChange) -> dict[str, Any]:
    change = encode_change(kept.before, kept.after)
    return {
        "id": kept.id,
        "changed_at": kept.changed_at.isoformat(),
        "guild_id": str(kept.guild_id),
        "before": change["before"],
        "after": change["after"],
    }


def _exported_sketch(kept: Sketch) -> dict[str, Any]:
    return {
        "id": kept.id,
        "guild_id": _guild(kept.asker),
        "kind": kept.kind.value,
        "text": kept.text,
        "extent": kept.extent,
    }


def _said(message: Message | None, language: Language) -> str | None:
    return None if message is None else say(message, language)


def _value(choice: Language | Level | Look | None) -> str | None:
    return None if choice is None else choice.value


def _guild(asker: Asker) -> str | None:
    return None if asker.guild_id is None else str(asker.guild_id)
