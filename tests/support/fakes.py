"""In-memory parts for the tutor's ports; `tests/storage/test_contract.py` holds them to the real ones' contract.

memory = Memory()
tutor = Tutor(solver, memory.history, memory.guilds, memory.people)
memory.failure = StorageUnavailableError(Message("..."))   # from now on every call raises it
"""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from maths.message import Message
from maths.verdict import (
    Audit,
    AuditedLine,
    Decision,
    Executed,
    Grading,
    LineStanding,
    Outcome,
    Standing,
    Verdict,
    Worked,
)
from tutor.errors import NotFoundError
from tutor.pictures import Sketch
from tutor.types import GuildSettings, HistoryPage, Preferences, Record, Report, SettingsChange, SettingsLog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from maths.verdict import Level
    from tutor.errors import TutorError
    from tutor.pictures import SketchKind
    from tutor.types import Asker, Solution


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Memory:
    """What the three fakes share. Set `failure` to make every call raise it, `clock` to choose the time."""

    clock: Callable[[], datetime] = _now
    failure: TutorError | None = None
    records: dict[int, Record] = field(default_factory=dict)
    kept_reports: dict[int, Report] = field(default_factory=dict)
    guild_settings: dict[int, GuildSettings] = field(default_factory=dict)
    settings_log: list[SettingsChange] = field(default_factory=list)
    kept_preferences: dict[int, Preferences] = field(default_factory=dict)
    kept_answers: dict[str, tuple[int, datetime]] = field(default_factory=dict)
    kept_sketches: dict[int, Sketch] = field(default_factory=dict)
    ids: int = 0

    @property
    def history(self) -> FakeHistory:
        return FakeHistory(self)

    @property
    def guilds(self) -> FakeGuilds:
        return FakeGuilds(self)

    @property
    def people(self) -> FakePeople:
        return FakePeople(self)

    @property
    def cache(self) -> FakeCache:
        return FakeCache(self)

    @property
    def sketches(self) -> FakeSketches:
        return FakeSketches(self)

    def next_id(self) -> int:
        self.ids += 1
        return self.ids

    async def reach(self) -> None:
        """Let other tasks run, as a real database does, then fail where the test asked for it."""
        await asyncio.sleep(0)
        if self.failure is not None:
            raise self.failure


class FakeCache:
    """`tutor.stores.Cache` in memory."""

    def __init__(self, memory: Memory, lifetime: timedelta = timedelta(days=7)) -> None:
        self._memory = memory
        self._lifetime = lifetime

    async def find(self, key: str, /) -> Record | None:
        await self._memory.reach()
        record_id, kept_at = self._memory.kept_answers.get(key, (0, self._memory.clock()))
        fresh = kept_at > self._memory.clock() - self._lifetime
        return self._memory.records.get(record_id) if fresh else None

    async def keep(self, key: str, record_id: int, /) -> None:
        await self._memory.reach()
        if record_id in self._memory.records:
            self._memory.kept_answers[key] = (record_id, self._memory.clock())

    async def drop(self, key: str, /) -> None:
        await self._memory.reach()
        self._memory.kept_answers.pop(key, None)

    async def clear(self) -> int:
        await self._memory.reach()
        count = len(self._memory.kept_answers)
        self._memory.kept_answers.clear()
        return count


class FakeSketches:
    """`tutor.stores.Sketches` in memory."""

    def __init__(self, memory: Memory, kept: int = 100) -> None:
        self._memory = memory
        self._kept = kept

    async def add(self, asker: Asker, kind: SketchKind, text: str, extent: str = "", /) -> Sketch:
        await self._memory.reach()
        sketches = self._memory.kept_sketches
        added = Sketch(self._memory.next_id(), asker, kind, text, extent)
        sketches[added.id] = added
        for old in [one.id for one in sketches.values() if one.asker.user_id == asker.user_id][: -self._kept]:
            del sketches[old]
        return added

    async def get(self, sketch_id: int, /) -> Sketch:
        await self._memory.reach()
        try:
            return self._memory.kept_sketches[sketch_id]
        except KeyError:
            raise NotFoundError(Message("This drawing is not kept any more. Please draw it again.")) from None

    async def replace(self, sketch_id: int, text: str, extent: str = "", /) -> Sketch:
        replaced = replace(await self.get(sketch_id), text=text, extent=extent)
        self._memory.kept_sketches[sketch_id] = replaced
        return replaced

    async def remove(self, sketch_id: int, /) -> None:
        await self._memory.reach()
        self._memory.kept_sketches.pop(sketch_id, None)


class FakeHistory:
    """`tutor.stores.History` in memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    async def add(self, asker: Asker, solution: Solution, /) -> Record:
        await self._memory.reach()
        record = Record(self._memory.next_id(), asker, self._memory.clock(), solution)
        self._memory.records[record.id] = record
        return record

    async def replace(self, record_id: int, solution: Solution, /) -> Record:
        record = replace(await self.get(record_id), solution=solution)
        self._memory.records[record_id] = record
        return record

    async def get(self, record_id: int, /) -> Record:
        await self._memory.reach()
        try:
            return self._memory.records[record_id]
        except KeyError:
            raise NotFoundError(Message("This solution is not stored any more.")) from None

    async def page(self, user_id: int, page: int, size: int, /) -> HistoryPage:
        await self._memory.reach()
        own = [record for record in self._memory.records.values() if record.asker.user_id == user_id]
        own.sort(key=lambda record: (record.asked_at, record.id), reverse=True)
        pages = max(1, -(-len(own) // size))
        page = min(max(page, 0), pages - 1)
        return HistoryPage(tuple(own[page * size : (page + 1) * size]), page, pages)

    async def asked_since(self, asker: Asker, since: datetime, /) -> int:
        await self._memory.reach()
        return sum(record.asker == asker and record.asked_at >= since for record in self._memory.records.values())

    async def report(self, record_id: int, reporter: Asker, text: str, /) -> Report:
        await self.get(record_id)
        report = Report(self._memory.next_id(), record_id, reporter, self._memory.clock(), text)
        self._memory.kept_reports[report.id] = report
        return report


class FakeGuilds:
    """`tutor.stores.Guilds` in memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    async def settings(self, guild_id: int, /) -> GuildSettings:
        await self._memory.reach()
        return self._memory.guild_settings.get(guild_id, GuildSettings())

    async def change(
        self, guild_id: int, user_id: int, at: datetime, change: Callable[[GuildSettings], GuildSettings], /
    ) -> GuildSettings:
        before = await self.settings(guild_id)
        after = change(before)
        if after != before:
            self._memory.guild_settings[guild_id] = after
            changed = SettingsChange(self._memory.next_id(), guild_id, user_id, at, before, after)
            self._memory.settings_log.append(changed)
        return after

    async def log(self, guild_id: int, page: int, size: int, /) -> SettingsLog:
        await self._memory.reach()
        newest = [change for change in reversed(self._memory.settings_log) if change.guild_id == guild_id]
        pages = max(1, -(-len(newest) // size))
        page = min(max(page, 0), pages - 1)
        return SettingsLog(tuple(newest[page * size : (page + 1) * size]), page, pages)


class FakePeople:
    """`tutor.stores.People` in memory; the export has the shape of the real one."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    async def preferences(self, user_id: int, /) -> Preferences:
        await self._memory.reach()
        return self._memory.kept_preferences.get(user_id, Preferences())

    async def prefer(self, user_id: int, preferences: Preferences, /) -> None:
        await self._memory.reach()
        self._memory.kept_preferences[user_id] = preferences

    async def export(self, user_id: int, /) -> dict[str, Any]:
        own = await self.preferences(user_id)
        return {
            "user_id": str(user_id),
            "preferences": asdict(own),
            "solutions": [_record(r) for r in self._memory.records.values() if r.asker.user_id == user_id],
            "reports": [_report(r) for r in self._memory.kept_reports.values() if r.reporter.user_id == user_id],
            "handled_reports": [],
            "sketches": [_sketch(s) for s in self._memory.kept_sketches.values() if s.asker.user_id == user_id],
            "settings_changes": [],
            "tasks": [],
            "practice": {"sessions": [], "days": [], "topics": [], "reviews": [], "points": []},
            "code": [],
            "lessons": [],
            "lesson_answers": [],
            "conversations": [],
            "questions_asked": [],
        }

    async def forget(self, user_id: int, /) -> int:
        await self._memory.reach()
        memory = self._memory
        gone = {record.id for record in memory.records.values() if record.asker.user_id == user_id}
        memory.records = {key: record for key, record in memory.records.items() if key not in gone}
        memory.kept_reports = {
            key: report
            for key, report in memory.kept_reports.items()
            if report.record_id not in gone and report.reporter.user_id != user_id
        }
        memory.kept_preferences.pop(user_id, None)
        memory.settings_log = [
            replace(change, user_id=None) if change.user_id == user_id else change for change in memory.settings_log
        ]
        memory.kept_sketches = {
            key: sketch for key, sketch in memory.kept_sketches.items() if sketch.asker.user_id != user_id
        }
        return len(gone)


def _text(message: Message | None) -> str | None:
    return None if message is None else str(message)


def _guild(asker: Asker) -> str | None:
    return None if asker.guild_id is None else str(asker.guild_id)


def _record(record: Record) -> dict[str, Any]:
    solution = record.solution
    return {
        "id": record.id,
        "asked_at": record.asked_at.isoformat(),
        "guild_id": _guild(record.asker),
        "problem": solution.question.text,
        "level": solution.question.level,
        "language": solution.question.language,
        "answer": solution.answer.typed if solution.answer else None,
        "latex": solution.answer.latex if solution.answer else None,
        "standing": solution.verdict.standing,
        "method": _text(solution.verdict.method),
        "reason": _text(solution.verdict.reason),
        "sections": [{"kind": s.kind, "text": s.text, "voucher": s.voucher} for s in solution.sections],
        "model": solution.model.name if solution.model else None,
        "tries": solution.tries,
        "seconds": solution.seconds,
        "notes": [str(note) for note in solution.notes],
        "corrections": list(record.corrections),
    }


def _sketch(sketch: Sketch) -> dict[str, Any]:
    return {
        "id": sketch.id,
        "guild_id": _guild(sketch.asker),
        "kind": sketch.kind,
        "text": sketch.text,
        "extent": sketch.extent,
    }


def _report(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "solution_id": report.record_id,
        "reported_at": report.reported_at.isoformat(),
        "guild_id": _guild(report.reporter),
        "text": report.text,
        "ruling": None,
        "answer": None,
    }


class FakeChecker:
    """`tutor.ports.Checker` that knows the problems it was given; any other stays undecided.

    FakeChecker({"1+1": Worked(Decision(Formula("2", "2"), Message("counted")))}, delay=0.2)
    """

    def __init__(self, known: Mapping[str, Worked] | None = None, *, delay: float = 0.0) -> None:
        self._known = dict(known or {})
        self._delay = delay

    async def work(self, problem: str, level: Level, /) -> Worked:  # noqa: ARG002 - the port asks for it
        return await self._work(problem)

    async def decide(self, problem: str, /) -> Decision:
        return (await self._work(problem)).decision

    async def check(self, problem: str, answer: str, /) -> Verdict:
        decision = (await self._work(problem)).decision
        if decision.answer is None:
            return decision.verdict
        if decision.answer.typed == answer:
            return Verdict(Standing.VERIFIED, decision.method)
        return Verdict(Standing.REFUTED, decision.method, Message("The answer is {answer}.", answer=decision.answer))

    async def grade(
        self,
        expected: str,
        given: str,
        /,
        policy: Mapping[str, Any] | None = None,  # noqa: ARG002 - the port asks for it
    ) -> Grading:
        await asyncio.sleep(self._delay)
        return Grading(Outcome.EQUAL if expected == given else Outcome.DIFFERENT)

    async def audit(self, text: str, /, problem: str | None = None) -> Audit:  # noqa: ARG002 - the port asks for it
        await asyncio.sleep(self._delay)
        lines = tuple(AuditedLine(line, LineStanding.NOT_JUDGED) for line in text.splitlines())
        return Audit(Standing.UNCHECKED, lines)

    async def execute(
        self,
        quantities: Sequence[tuple[str, str]],  # noqa: ARG002 - the port asks for it
        equations: Sequence[str],  # noqa: ARG002
        asked: str,  # noqa: ARG002
        /,
    ) -> Executed:
        await asyncio.sleep(self._delay)
        return Executed(None, (), Message("The program was not executed."))

    async def _work(self, problem: str) -> Worked:
        await asyncio.sleep(self._delay)
        return self._known.get(problem, Worked(Decision(None, None, Message("The statement was not read."))))
