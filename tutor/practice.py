"""`Trainer`: practice, reviews and how a learner is doing. Every method raises only `TutorError`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random, SystemRandom
from typing import TYPE_CHECKING

from maths.message import Formula, Message
from maths.verdict import Outcome
from tutor import skill, worksheets
from tutor.days import DEFAULT_ZONE, local_day
from tutor.errors import NotAllowedError, NotFoundError, QuestionRefusedError, TooBusyError
from tutor.learning import Attempt, DraftProblem, Mark, Marking, Moment, Shelf, TaskKind, TaskState, UsedFor
from tutor.types import GuildSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from maths.generating.exercise import Exercise
    from tutor.learning import Leader, Learner, Run, Story, Task
    from tutor.ports import Checker, ProblemMaker
    from tutor.shelves import Shelves
    from tutor.skill import Streak
    from tutor.stores import Guilds, People, Practice, ProblemSets
    from tutor.types import Asker, Language, Level
    from tutor.worksheets import Wanted

OWN = "own"  # the topic of a guild's own problems
TRIES = 12  # seeds drawn until one gives a problem the learner has not had
MISSES = 3  # seeds that gave nothing: as good as every seed gives a problem, so mathematics is too busy
SEEDS = 10**9
STORY_ODDS = 3  # where a story is ready, one problem in so many is a story
MAX_RUN = 50  # problems of one session
USUAL_RUN = 10
CLAIM_CHARACTERS = 500
LEADERS = 10
DAYS_SHOWN = 365
_NO_TOPIC = Message("There is no such topic here. Pick one from the list that /practice shows.")

MARKS = {Outcome.EQUAL: Mark.RIGHT, Outcome.DIFFERENT: Mark.WRONG, Outcome.UNREADABLE: Mark.UNREADABLE}


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Progress:
    """How a learner is doing, with their streak as it stands today."""

    learner: Learner
    streak: Streak
    today: date


class Trainer:
    """Gives tasks, marks answers, brings mistakes back."""

    def __init__(  # noqa: PLR0913 - one for each port, and what tests set
        self,
        practice: Practice,
        maker: ProblemMaker,
        checker: Checker,
        people: People,
        *,
        guilds: Guilds,
        topics: Sequence[str],
        sets: ProblemSets | None = None,
        shelves: Shelves | None = None,
        clock: Callable[[], datetime] = _now,
        chance: Random | None = None,
    ) -> None:
        self._practice = practice
        self._maker = maker
        self._checker = checker
        self._people = people
        self._guilds = guilds
        self._topics = tuple(topics)
        self._sets = sets
        self.shelves = shelves
        self._clock = clock
        self._chance = chance or SystemRandom()

    async def topics(self, asker: Asker) -> tuple[str, ...]:
        """The topics offered where the learner is, `OWN` first where the guild has problems of its own."""
        offered = (await self._settings(asker)).topics
        own = (OWN,) if await self._own_problem(asker) else ()
        return (*own, *(topic for topic in self._topics if not offered or topic in offered))

    async def _own_problem(self, asker: Asker) -> DraftProblem | None:
        """A problem of the guild's own that the learner has not had."""
        if self._sets is None or asker.guild_id is None:
            return None
        return await self._sets.unseen(asker.guild_id, UsedFor.PRACTICE, asker.user_id)

    async def start(self, asker: Asker, topic: str, level: Level | None, count: int) -> Run:
        """A session; `topic` "" for any, `level` None for the one that fits. Raises NotFoundError."""
        if topic and topic not in await self.topics(asker):
            raise NotFoundError(_NO_TOPIC)
        return await self._practice.start(asker, topic, level, max(1, min(count, MAX_RUN)), self._clock())

    async def sheet(self, asker: Asker, wanted: Wanted) -> tuple[tuple[Exercise, ...], date]:
        """Problems to print, and the learner's day; nothing is stored. Raises NotFoundError, QuestionRefusedError."""
        offered = [topic for topic in await self.topics(asker) if topic != OWN]
        if not offered or (wanted.topic and wanted.topic not in offered):
            raise NotFoundError(_NO_TOPIC)
        drawn = await worksheets.exercises(self._maker, [wanted.topic] if wanted.topic else offered, wanted)
        return drawn, (await self.moment(asker)).day

    async def run(self, asker: Asker, run_id: int) -> Run:
        """A learner's own session. Raises NotFoundError, NotAllowedError."""
        run = await self._practice.run(run_id)
        _own(run.asker, asker)
        return run

    async def last(self, asker: Asker) -> Run | None:
        """The learner's newest session, unless it is over."""
        run = await self._practice.last(asker.user_id)
        return None if run is None or run.over else run

    async def next(
        self, asker: Asker, run_id: int, otherwise: Level, language: Language | None = None
    ) -> tuple[Run, Task | None]:
        """The session's open task, else its next one; None when it is over.

        `otherwise` is the level for a learner of whom too little is known; with a `language`, some problems are stories
        in it. Raises QuestionRefusedError where no new problem is found.
        """
        run = await self.run(asker, run_id)
        for task in run.tasks:
            if task.state is TaskState.OPEN:
                return run, task
        if run.over:
            return run, None
        topic = run.topic or self._chance.choice(await self.topics(asker))
        level = run.level or await self.fitting(asker, topic, otherwise)
        if language is None or await self._told(asker, Shelf(topic, level, language), run_id) is None:
            await self._new(asker, topic, level, run_id=run_id)
        return await self.next(asker, run_id, otherwise)

    async def another(self, asker: Asker, task_id: int) -> Task:
        """A task like one the learner had: the same kind of problem, other numbers. Raises QuestionRefusedError."""
        draft = (await self.task(asker, task_id)).problem.draft
        if draft.guild_id is not None:
            return await self._new_own(asker, None)
        if draft.story and (told := await self._told(asker, _shelf(draft, draft.story), odds=1)):
            return told
        if not draft.topic:
            return await self.similar(asker, str(draft.statement), draft.level)
        return await self._new(asker, draft.topic, draft.level, draft.structure)

    async def similar(self, asker: Asker, problem: str, level: Level) -> Task:
        """A task like a problem that mathematics decides, with other numbers. Raises QuestionRefusedError."""
        for _ in range(TRIES):
            found = await self._maker.similar(problem, level, self._chance.randrange(SEEDS))
            if found is None:
                break
            if task := await self._practice.give(asker, draft_of(found), TaskKind.PRACTICE, self._clock()):
                return task
        raise QuestionRefusedError(
            Message("I found no similar problem that is certain to be right. /practice has problems of many topics.")
        )

    async def review(self, asker: Asker) -> Task | None:
        """The review that has been due longest, as a task with new numbers; None where nothing is due."""
        card = await self._practice.due(asker.user_id, self._clock())
        if card is None:
            return None
        draft = await self._practice.problem(card.problem_id)
        renewed = await self._renewed(draft, asker.user_id)
        return await self._practice.give(asker, renewed, TaskKind.REVIEW, self._clock())

    async def _renewed(self, draft: DraftProblem, user_id: int) -> DraftProblem:
        """The problem with other numbers, of the same kind; as it was where there is no other."""
        if not draft.topic:
            return draft
        if draft.story is not None:
            other = await self.shelves.story(_shelf(draft, draft.story), user_id) if self.shelves else None
            return other or draft
        seed = self._chance.randrange(SEEDS)
        found = await self._maker.exercise(draft.topic, draft.level, seed, draft.structure)
        return draft_of(found) if found is not None and found.structure == draft.structure else draft

    async def task(self, asker: Asker, task_id: int) -> Task:
        """A learner's own task. Raises NotFoundError, NotAllowedError."""
        task = await self._practice.task(task_id)
        _own(task.asker, asker)
        return task

    async def answer(self, asker: Asker, task_id: int, claim: str, receipt: int) -> Marking:
        """Mark an answer. The same `receipt` is counted once, and so is the same wrong answer."""
        task = await self.task(asker, task_id)
        if task.state is not TaskState.OPEN:
            return Marking(task, Mark.CLOSED)
        claim = " ".join(claim.split())[:CLAIM_CHARACTERS]
        draft = task.problem.draft
        policy = {"asked": _formulas(draft.statement), **draft.policy}
        grading = await self._checker.grade(draft.answer.typed, claim, policy)
        attempt = Attempt(receipt, claim, MARKS[grading.outcome])
        marking = await self._practice.mark(task_id, attempt, await self.moment(asker))
        return Marking(marking.task, marking.mark, claim, grading.reason)

    async def quick(self, asker: Asker, draft: DraftProblem, claim: str, mark: Mark, receipt: int) -> bool:
        """Count one answer to a problem asked elsewhere, which ends it; False where the learner had it before."""
        task = await self._practice.give(asker, draft, TaskKind.PRACTICE, self._clock())
        if task is None:
            return False
        moment = await self.moment(asker)
        await self._practice.mark(task.id, Attempt(receipt, claim, mark), moment)
        if mark is not Mark.RIGHT:
            await self._practice.show(task.id, moment)
        return True

    async def hint(self, asker: Asker, task_id: int) -> Task:
        """One rung up the ladder."""
        task = await self.task(asker, task_id)
        return await self._practice.hint(task_id, len(task.problem.draft.hints))

    async def show(self, asker: Asker, task_id: int) -> Task:
        """End the attempt: from now on the solution may be seen."""
        await self.task(asker, task_id)
        return await self._practice.show(task_id, await self.moment(asker))

    async def progress(self, asker: Asker) -> Progress:
        """How the learner is doing, a year back."""
        moment = await self.moment(asker)
        since = moment.day - timedelta(days=DAYS_SHOWN)
        learner = await self._practice.learner(asker.user_id, since, moment.now)
        return Progress(learner, skill.streak((day.day for day in learner.days if day.solved), moment.day), moment.day)

    async def leaders(self, guild_id: int, days: int | None) -> tuple[Leader, ...]:
        """The leaderboard of the guild's last `days` days, today among them, or of all time."""
        if days is None:
            return await self._practice.leaders(guild_id, None, LEADERS)
        today = local_day(self._clock(), (await self._guilds.settings(guild_id)).time_zone or DEFAULT_ZONE)
        return await self._practice.leaders(guild_id, today - timedelta(days=days - 1), LEADERS)

    async def _new(
        self, asker: Asker, topic: str, level: Level, structure: str = "", *, run_id: int | None = None
    ) -> Task:
        if topic == OWN:
            return await self._new_own(asker, run_id)
        missed = 0
        for _ in range(TRIES):
            found = await self._maker.exercise(topic, level, self._chance.randrange(SEEDS), structure)
            if found is None:
                missed += 1
                if missed == MISSES:
                    raise TooBusyError(_BUSY)
                continue
            given = await self._practice.give(asker, draft_of(found), TaskKind.PRACTICE, self._clock(), run_id=run_id)
            if given:
                return given
        raise QuestionRefusedError(
            Message("You have had every problem I found of this kind. Try another topic or level.")
        )

    async def _told(
        self, asker: Asker, shelf: Shelf, run_id: int | None = None, *, odds: int = STORY_ODDS
    ) -> Task | None:
        """A story, once in so many times, where one is ready that the learner has not had."""
        draft = await self.shelves.story(shelf, asker.user_id) if self.shelves else None
        if draft is None or self._chance.randrange(odds):
            return None
        return await self._practice.give(asker, draft, TaskKind.PRACTICE, self._clock(), run_id=run_id)

    async def _new_own(self, asker: Asker, run_id: int | None) -> Task:
        draft = await self._own_problem(asker)
        if draft is not None:
            given = await self._practice.give(asker, draft, TaskKind.PRACTICE, self._clock(), run_id=run_id)
            if given:
                return given
        raise QuestionRefusedError(Message("You have had every problem of this server's own. Try another topic."))

    async def fitting(self, asker: Asker, topic: str, otherwise: Level) -> Level:
        """The level of a topic that suits the learner; `otherwise` while too little is known of them."""
        return skill.fitting(await self._practice.rating(asker.user_id, topic), otherwise)

    async def moment(self, asker: Asker) -> Moment:
        """Now; the learner's day is that of their own time zone, else of the guild's."""
        now = self._clock()
        guild_zone = (await self._settings(asker)).time_zone or DEFAULT_ZONE
        own_zone = (await self._people.preferences(asker.user_id)).time_zone or guild_zone
        return Moment(now, local_day(now, own_zone), local_day(now, guild_zone))

    async def _settings(self, asker: Asker) -> GuildSettings:
        return await self._guilds.settings(asker.guild_id) if asker.guild_id else GuildSettings()


_BUSY = Message("Mathematics is too busy to make a problem just now. Please try again in a minute.")


def draft_of(exercise: Exercise) -> DraftProblem:
    """An exercise as it is stored: its worked solution is written anew when somebody asks for it."""
    return DraftProblem(
        exercise.topic,
        exercise.level,
        exercise.seed,
        exercise.structure,
        exercise.statement,
        exercise.answer,
        exercise.policy,
        exercise.hints,
    )


def _shelf(draft: DraftProblem, story: Story) -> Shelf:
    return Shelf(draft.topic, draft.level, story.language)


def _formulas(statement: Message) -> list[str]:
    """The formulas of a problem, which are no answer as they stand."""
    arguments = [argument for _, argument in statement.arguments]
    inner = [formula for one in arguments if isinstance(one, Message) for formula in _formulas(one)]
    return [*(one.typed for one in arguments if isinstance(one, Formula)), *inner]


def _own(owner: Asker, asker: Asker) -> None:
    if owner.user_id != asker.user_id:
        raise NotAllowedError(Message("This problem was given to somebody else. Get your own with /practice."))
