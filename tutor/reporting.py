"""`Reporting`: what moderators make of what readers reported. Every method raises only `TutorError`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from maths.message import Message
from maths.verdict import SectionKind, Standing, Verdict
from tutor.errors import NotFoundError, QuestionRefusedError
from tutor.types import Handling, Question, Ruling, Section, Solution, Voucher
from tutor.words import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.puzzles.puzzle import Puzzle
    from tutor.learning import DraftProblem
    from tutor.stores import History, Reports
    from tutor.types import Asker, Language, Record, Report, ReportPage

MOST_WORDS = 600  # characters of a correction: it stands above the solution it corrects


def _now() -> datetime:
    return datetime.now(UTC)


class Reporting:
    """A guild's moderators read and handle the reports made in it, and no others."""

    def __init__(self, reports: Reports, history: History, clock: Callable[[], datetime] = _now) -> None:
        self._reports = reports
        self._history = history
        self._clock = clock

    async def page(self, guild_id: int, page: int, *, handled: bool) -> ReportPage:
        return await self._reports.page(guild_id, page, handled=handled)

    async def report(self, guild_id: int, report_id: int) -> Report:
        """Raises NotFoundError."""
        found = await self._reports.get(report_id)
        if found.reporter.guild_id != guild_id:
            raise NotFoundError(Message("This report is not stored any more."))
        return found

    async def record(self, report: Report) -> Record:
        """What was reported, wherever it was asked: its reader showed it to the moderators. Raises NotFoundError."""
        return await self._history.get(report.record_id)

    async def handle(self, moderator: Asker, report_id: int, ruling: Ruling, text: str) -> Report:
        """Once: of two moderators at it, the first one's words stand. Raises NotFoundError, QuestionRefusedError."""
        await self.report(moderator.guild_id or 0, report_id)
        text = text.strip()[:MOST_WORDS]
        if ruling is Ruling.CORRECTED and not text:
            raise QuestionRefusedError(Message("A correction needs words."))
        handling = Handling(ruling, text, moderator.user_id, self._clock())
        handled = await self._reports.handle(report_id, handling)
        if handled is None:
            raise QuestionRefusedError(Message("Somebody has handled this report: /reports shows what was said."))
        return handled

    async def reopen(self, guild_id: int, report_id: int) -> Report:
        """Raises NotFoundError."""
        await self.report(guild_id, report_id)
        return await self._reports.reopen(report_id)

    async def told(self, report: Report) -> None:
        await self._reports.told(report.id)

    async def news(self, asker: Asker) -> tuple[Report, ...]:
        """What became of the asker's own reports, unless they know."""
        return await self._reports.news(asker.user_id)


def as_solution(draft: DraftProblem, language: Language) -> Solution:
    """A practice problem with its stored answer, for moderators to look at; a puzzle with its chain."""
    if draft.puzzle is not None:
        return _as_solution(draft, draft.puzzle, language)
    verdict = Verdict(
        Standing.UNCHECKED, None, Message("it is stored with the problem, and mathematics did not find it again")
    )
    question = Question(render(draft.statement, language), draft.level, language)
    return Solution(question, (), draft.answer, verdict)


def _as_solution(draft: DraftProblem, puzzle: Puzzle, language: Language) -> Solution:
    links = enumerate(puzzle.links, start=1)
    lines = [
        "\n".join(
            (f"{place}. {render(link.says, language)}", *(f"   - {render(each, language)}" for each in link.inside))
        )
        for place, link in links
    ]
    verdict = Verdict(Standing.VERIFIED, Message("two engines that share no code found this solution and no other"))
    question = Question(render(draft.statement, language), draft.level, language)
    steps = Section(SectionKind.STEPS, "\n".join(lines), Voucher.MATHEMATICS)
    return Solution(question, (steps,), draft.answer, verdict)
