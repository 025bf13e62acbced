"""`Laddering`: hints before a solution, where a guild wants that, and hints alone in an exam.

Every method raises only `TutorError`. Nothing of a solution is given before its ladder is open: not by a button, not
by other words, and no model is asked.
"""

from __future__ import annotations

import hashlib
import time
import unicodedata
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from maths.message import Message
from tutor import access
from tutor.errors import NotAllowedError, NotFoundError, QuestionRefusedError
from tutor.ladder import DraftLadder, Early, Exam, Ladder, Tried
from tutor.learning import Mark
from tutor.practice import CLAIM_CHARACTERS, MARKS
from tutor.rungs import rungs
from tutor.solver import decided, refuse
from tutor.types import Asked, GuildSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from tutor.ports import Checker
    from tutor.stores import Guilds, Ladders
    from tutor.types import Asker, Question, Solution

WAIT = timedelta(minutes=5)  # then the solution may be seen without an answer of one's own
SAME = timedelta(hours=24)  # so long the same problem is the same ladder
REMEMBERED = timedelta(days=30)  # so long a problem whose solution was opened is not the first time any more
_HINTS = {
    Asked.PUZZLE: (
        Message("Write down who or what is asked for, and all that each of them may be."),
        Message("Look for the clue that leaves the fewest possibilities, and cross out what it rules out."),
        Message("Suppose one of the possibilities that are left, and see whether some clue contradicts it."),
    ),
    Asked.ARGUMENT: (
        Message("Say in your own words what the premises are, and what the conclusion is."),
        Message("Put letters for the phrases, and write premises and conclusion as formulas."),
        Message("Look for a world where all premises are true and the conclusion is false. Is there any?"),
    ),
}


def _now() -> datetime:
    return datetime.now(UTC)


class Laddering:
    """Who gets hints instead of a solution, and when the solution opens."""

    def __init__(
        self, ladders: Ladders, checker: Checker, guilds: Guilds, *, clock: Callable[[], datetime] = _now
    ) -> None:
        self._ladders = ladders
        self._checker = checker
        self._guilds = guilds
        self._clock = clock

    async def exam(self, asker: Asker, channel_ids: Sequence[int]) -> Exam | None:
        """The exam that is held in a channel or in what it stands under; never in direct messages."""
        return _exam(await self._settings(asker), channel_ids, self._clock())

    async def wanted(self, asker: Asker, channel_ids: Sequence[int]) -> bool:
        """Whether hints come first here."""
        settings = await self._settings(asker)
        return settings.hint_first or _exam(settings, channel_ids, self._clock()) is not None

    async def begin(self, asker: Asker, question: Question, channel_ids: Sequence[int]) -> Ladder | None:
        """The ladder of a problem, where it stands if there is one; None where the solution may be given at once.

        Raises QuestionRefusedError.
        """
        if not await self.wanted(asker, channel_ids):
            return None
        refuse(question.text)
        in_exam, now = await self.exam(asker, channel_ids), self._clock()
        had = await self._ladders.find(asker, key_of(question.text), now - REMEMBERED)
        if had is not None and had.opened_at is not None and in_exam is None:
            return None
        if had is not None and _goes_on(had, now) and (not in_exam or await self.exam(asker, had.draft.channel_ids)):
            return had  # in an exam, only if the exam keeps it closed
        solution, hints = await self._worked(question)
        draft = DraftLadder(key_of(question.text), hints, tuple(channel_ids))
        return await self._ladders.begin(asker, solution, draft, now)

    async def _worked(self, question: Question) -> tuple[Solution, tuple[Message, ...]]:
        """What mathematics says of it, which may be nothing, and three hints."""
        started = time.monotonic()
        worked = await self._checker.work(question.text, question.level)
        solution = decided(question, worked, time.monotonic() - started)
        return solution, _HINTS.get(question.asked) or await rungs(self._checker, question.text, worked)

    async def get(self, asker: Asker, record_id: int) -> Ladder:
        """A learner's own ladder. Raises NotFoundError, NotAllowedError."""
        ladder = await self._ladders.get(record_id)
        if ladder.record.asker.user_id != asker.user_id:
            raise NotAllowedError(Message("These hints were given to somebody else. Ask for your own with /solve."))
        return ladder

    async def own(self, asker: Asker, record_id: int) -> Ladder | None:
        """A learner's own ladder of a solution, while it is closed."""
        try:
            ladder = await self.get(asker, record_id)
        except NotFoundError:
            return None
        return ladder if ladder.opened_at is None else None

    async def closed(self, record_ids: Collection[int]) -> frozenset[int]:
        """Which of these solutions may not be shown yet."""
        return await self._ladders.closed(record_ids)

    async def climb(self, asker: Asker, record_id: int) -> Ladder:
        """One hint more."""
        await self.get(asker, record_id)
        return await self._ladders.climb(record_id)

    async def held(self, ladder: Ladder, channel_ids: Sequence[int]) -> Exam | None:
        """The exam that keeps a ladder closed: where the problem was asked, or where somebody looks at it now."""
        asker = ladder.record.asker
        return await self.exam(asker, ladder.draft.channel_ids) or await self.exam(asker, channel_ids)

    async def answer(self, asker: Asker, record_id: int, claim: str, channel_ids: Sequence[int]) -> Tried | Exam:
        """Grade an answer; the right one opens the solution. What cannot be read costs no try.

        In an exam nothing is graded. Raises QuestionRefusedError where there is nothing to grade by.
        """
        ladder = await self.get(asker, record_id)
        if exam := await self.held(ladder, channel_ids):
            return exam
        claim = " ".join(claim.split())[:CLAIM_CHARACTERS]
        if ladder.opened_at is not None:
            return Tried(ladder, Mark.CLOSED, claim)
        answer = ladder.record.solution.answer
        if answer is None:
            raise QuestionRefusedError(Message("Mathematics alone does not decide this problem, so I cannot grade it."))
        asked = {"asked": [ladder.record.solution.question.text]}  # to give the problem back is no attempt
        grading = await self._checker.grade(answer.typed, claim, asked)
        mark = MARKS[grading.outcome]
        if mark is Mark.RIGHT:
            ladder = await self._ladders.open(record_id, self._clock())
        elif mark is Mark.WRONG:
            ladder = await self._ladders.tried(record_id)
        return Tried(ladder, mark, claim, grading.reason)

    async def open(self, asker: Asker, record_id: int, channel_ids: Sequence[int]) -> Ladder | Exam | Early:
        """Open the solution, once something was tried or the wait is over."""
        ladder = await self.get(asker, record_id)
        if exam := await self.held(ladder, channel_ids):
            return exam
        if early := await self.early(ladder):
            return early
        return await self._ladders.open(record_id, self._clock())

    async def early(self, ladder: Ladder) -> Early | None:
        """Why a solution is not to be opened yet, where no exam keeps it closed."""
        until = ladder.begun_at + WAIT
        hint_first = (await self._settings(ladder.record.asker)).hint_first
        if ladder.opened_at is not None or ladder.tries or self._clock() >= until or not hint_first:
            return None
        return Early(until, ladder.record.solution.answer is not None)

    async def _settings(self, asker: Asker) -> GuildSettings:
        return GuildSettings() if asker.guild_id is None else await self._guilds.settings(asker.guild_id)


def _exam(settings: GuildSettings, channel_ids: Sequence[int], now: datetime) -> Exam | None:
    held = [each for each in (*channel_ids, None) if access.in_exam(settings, each, now)]
    if not held:
        return None
    ends = [access.exam_end(settings, each, now) for each in held]
    known = [end for end in ends if end is not None]
    return Exam(max(known) if len(known) == len(ends) else None)


def key_of(text: str) -> str:
    """The same for two texts that differ in their spaces or in how their letters are composed. 64 digits."""
    same = unicodedata.normalize("NFC", " ".join(text.split()))
    return hashlib.sha256(same.encode("utf-8", "surrogatepass")).hexdigest()


def _goes_on(ladder: Ladder, now: datetime) -> bool:
    return ladder.opened_at is None and now - ladder.begun_at < SAME
