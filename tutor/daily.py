"""`Daily`: one problem a guild and local day, posted once, whatever happens.

A day is claimed as a row before anything is sent, and the row says when the message stands. Whoever finds a claim
without a message looks for it in the channel, and sends it only when it is not there, with the same nonce. A claim is
left to its process for `LEASE`; a day that has passed is never posted.
"""

from __future__ import annotations

import asyncio
import secrets
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from math import inf
from random import Random
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import structlog

from maths.message import Message
from tutor import access
from tutor.days import MINUTES, local_day, moment, week_of, zone
from tutor.errors import BoardBusyError, BoardError, BoardGoneError, NotFoundError, TutorError
from tutor.learning import DailyPost, DailySetup, Problem, Recap, TaskKind, Turnout, UsedFor
from tutor.practice import draft_of
from tutor.puzzles import ANY as EVERY_PUZZLE
from tutor.puzzles import draft_of_puzzle
from tutor.types import Asker, Level

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import date

    from maths.puzzles.puzzle import Kind
    from tutor.learning import DraftProblem, PostState, Task
    from tutor.ports import Board, ProblemMaker, PuzzleMaker
    from tutor.stores import Dailies, Guilds, Practice, ProblemSets

    States: TypeAlias = defaultdict[int, dict[date, PostState]]

log = structlog.get_logger(__name__)
T = TypeVar("T")

LEASE = timedelta(minutes=2)  # a claim is its process's own so long; a post takes a minute at most
POSTING = 60.0  # seconds one post may take
TICK = 20.0  # seconds between two looks at the clock, at most
LATE = 0.05  # seconds after a guild's time: a sleep may end a little early
AHEAD = timedelta(minutes=10)  # problems are made so long before they are due
TOGETHER = 25  # guilds served at once
LOOKED_BACK = timedelta(days=3)  # older solutions are not posted any more
POOL = 40  # problems of a day, topic and level that are tried for one a guild has not had
RESULTS = 5  # posts whose turnout decides the next level
EASY, HARD = 0.8, 0.4  # of those who tried have solved it: a harder, an easier one comes next
DEFAULT = Level.INTERMEDIATE


def _now() -> datetime:
    return datetime.now(UTC)


def _due(setup: DailySetup, now: datetime) -> datetime:
    """When the problem of a guild's present day is due."""
    return moment(local_day(now, setup.time_zone), setup.minute, setup.time_zone)


def _in_vain(made: asyncio.Task[DraftProblem | None]) -> bool:
    """Whether no problem came of it: mathematics may have been too busy, so that the next tick tries again."""
    return made.done() and (made.cancelled() or made.exception() is not None or made.result() is None)


@dataclass(frozen=True, slots=True)
class Offer:
    """A daily problem as somebody may answer it, or why not any more."""

    post: DailyPost
    open: bool
    solvers: int


class Daily:
    """The daily problem of every guild. Every method raises only `TutorError`."""

    def __init__(  # noqa: PLR0913 - one for each port, and what tests set
        self,
        dailies: Dailies,
        practice: Practice,
        maker: ProblemMaker,
        guilds: Guilds,
        topics: Sequence[str],
        *,
        sets: ProblemSets | None = None,
        puzzles: PuzzleMaker | None = None,
        kinds: Sequence[Kind] = (),
        clock: Callable[[], datetime] = _now,
        name: str | None = None,
    ) -> None:
        self._dailies = dailies
        self._practice = practice
        self._maker = maker
        self._guilds = guilds
        self._topics = tuple(topics)
        self._sets = sets
        self._puzzles = puzzles
        self._kinds = {str(kind): kind for kind in kinds if puzzles is not None}
        self._clock = clock
        self._name = name or secrets.token_hex(8)
        self._pool: dict[tuple[date, str, Level, int], asyncio.Task[DraftProblem | None]] = {}
        self._prepared: set[tuple[int, date]] = set()
        self._recapped: set[tuple[int, date]] = set()

    async def setup(self, guild_id: int) -> DailySetup | None:
        return await self._dailies.setup(guild_id)

    @property
    def puzzles(self) -> tuple[str, ...]:
        """What of puzzles may stand among the topics: all of them, and each kind."""
        return (EVERY_PUZZLE, *self._kinds) if self._kinds else ()

    async def set_up(self, setup: DailySetup) -> None:
        """The face has checked that the caller may manage the guild. Raises NotFoundError, UnknownZoneError."""
        zone(setup.time_zone)
        if not 0 <= setup.minute < MINUTES or not set(setup.topics) <= {*self._topics, *self.puzzles}:
            raise NotFoundError(Message("This time or topic does not exist."))
        await self._dailies.set_up(setup)

    async def switch_off(self, setup: DailySetup) -> None:
        """The face has checked that the caller may manage the guild."""
        await self._dailies.set_up(replace(setup, enabled=False))

    async def sample(self, setup: DailySetup) -> DraftProblem:
        """A problem as it may come tomorrow, for a preview. Raises NotFoundError."""
        return await self.problem(setup, local_day(self._clock(), setup.time_zone) + timedelta(days=1))

    async def next_time(self, setup: DailySetup) -> datetime:
        """When the next problem is due: now, where today's time has passed and nothing was posted yet."""
        now = self._clock()
        today = local_day(now, setup.time_zone)
        due = moment(today, setup.minute, setup.time_zone)
        if due > now:
            return due
        if await self._dailies.post(setup.guild_id, today) is None:
            return now
        return moment(today + timedelta(days=1), setup.minute, setup.time_zone)

    async def run(self, board: Board) -> None:
        """Post what is due, now and from now on, until cancelled. No failure ends it."""
        try:
            while True:
                pause = await self._ticked(board)
                await asyncio.sleep(pause)
        finally:
            for made in self._pool.values():
                made.cancel()

    async def _ticked(self, board: Board) -> float:
        try:
            return await self.tick(board)
        except TutorError as error:
            log.warning("daily_delayed", reason=str(error))
            return TICK

    async def tick(self, board: Board) -> float:
        """Everything that is due at this moment, in every guild; what fails in one guild is logged.

        Today's problems go first; what else is due waits while a guild's time comes. Returns after how many seconds it
        is worth looking again.
        """
        now = self._clock()
        setups = await self._dailies.active()
        states: States = defaultdict(dict)
        for state in await self._dailies.since((now - LOOKED_BACK).date()):
            states[state.guild_id][state.day] = state
        self._drop_old(now)
        await self._each(setups, partial(self._today, states=states, board=board, now=now))
        later = partial(self._later, states=states, board=board, now=now)
        for work in (later, partial(self._prepare, now=now)):
            await self._each(setups, work, self._pause(setups, now))
        return self._pause(setups, now)

    async def _each(
        self, setups: Sequence[DailySetup], work: Callable[[DailySetup], Awaitable[None]], seconds: float = inf
    ) -> None:
        """Guild after guild, so many at once; after so many seconds no new one is begun."""
        waiting, clock = iter(setups), asyncio.get_running_loop()
        until = clock.time() + seconds

        async def serve() -> None:
            for setup in waiting:
                if clock.time() > until:
                    return
                try:
                    await work(setup)
                except TutorError as error:
                    log.warning("daily_failed", guild=setup.guild_id, reason=str(error))
                await asyncio.sleep(0)  # most guilds have nothing due: thousands in a row would hold everybody up

        await asyncio.gather(*(serve() for _ in range(TOGETHER)))

    def _pause(self, setups: Sequence[DailySetup], began: datetime) -> float:
        """Until the next guild's time, and no longer than a tick."""
        coming = min((due for setup in setups if (due := _due(setup, began)) > began), default=None)
        return TICK if coming is None else min(TICK, max(0.0, (coming - self._clock()).total_seconds() + LATE))

    async def _prepare(self, setup: DailySetup, now: datetime) -> None:
        """Make the problem of a guild whose time comes soon, so that a thousand guilds do not wait for it together."""
        due, today = _due(setup, now), local_day(now, setup.time_zone)
        if now < due <= now + AHEAD and (setup.guild_id, today) not in self._prepared:
            self._prepared.add((setup.guild_id, today))
            await self.problem(setup, today)

    async def _later(self, setup: DailySetup, states: States, board: Board, now: datetime) -> None:
        """The solutions of days before, and the week's recap, once today's problem is due."""
        today = local_day(now, setup.time_zone)
        due = now >= _due(setup, now)
        solved_before = today if due else today - timedelta(days=1)
        for day, state in states[setup.guild_id].items():
            if (day < today and state.pending) or (day < solved_before and state.unsolved):
                await self._end(setup, day, board, now)
        if due and today == week_of(today):
            await self._recap(setup, today - timedelta(days=7), board, now)

    async def _end(self, setup: DailySetup, day: date, board: Board, now: datetime) -> None:
        """A day that has passed: its solution; a problem that never came is not posted any more."""
        post = await self._dailies.post(setup.guild_id, day)
        if post is not None and post.pending:
            await self._dailies.failed(post, now)
        elif post is not None:
            await self._reveal(setup, post, board, now)

    async def _today(self, setup: DailySetup, states: States, board: Board, now: datetime) -> None:
        today = local_day(now, setup.time_zone)
        if now < _due(setup, now):
            return
        if (state := states[setup.guild_id].get(today)) is None:
            post = await self._dailies.claim(await self._planned(setup, today))
        elif state.pending:
            post = await self._taken_over(setup, today, board)
        else:
            return
        if post is not None:
            await self._post(setup, post, board)

    async def _taken_over(self, setup: DailySetup, today: date, board: Board) -> DailyPost | None:
        """A claim without its message: ours from now on, None where it is somebody's or the message was found."""
        now, post = self._clock(), await self._dailies.post(setup.guild_id, today)
        if post is None or not post.pending or (post.claimer != self._name and now - post.claimed_at < LEASE):
            return None
        post = await self._dailies.take_over(post, self._name, now)
        return None if post is None or await self._found(setup, post, board) else post

    async def _found(self, setup: DailySetup, post: DailyPost, board: Board) -> bool:
        """Whether a post that may have been sent stands in the channel; if so, that is stored."""
        try:
            message_id = await self._in_time(board.find(post))
        except BoardGoneError as error:
            if post.channel_id != setup.channel_id:  # moderators have chosen another since
                return False
            await self._switch_off(setup, post, error, board)
            return True
        if message_id is not None:
            await self._dailies.posted(post, message_id, self._clock())
        return message_id is not None

    async def _post(self, setup: DailySetup, post: DailyPost, board: Board) -> None:
        post = replace(post, channel_id=setup.channel_id)
        try:
            message_id = await self._in_time(board.post(setup, post))
        except BoardGoneError as error:
            await self._switch_off(setup, post, error, board)
            return
        await self._dailies.posted(post, message_id, self._clock())

    async def _in_time(self, asked: Awaitable[T]) -> T:
        """Bounded, so that no sending outlives the lease of its claim."""
        try:
            async with asyncio.timeout(POSTING):
                return await asked
        except TimeoutError as error:
            raise BoardBusyError(Message("Discord did not answer in time.")) from error

    async def _switch_off(self, setup: DailySetup, post: DailyPost, error: BoardError, board: Board) -> None:
        """The channel is gone: the moderators are told once, and nothing more is posted until they set it up again."""
        log.warning("daily_switched_off", guild=setup.guild_id, reason=str(error))
        await self._dailies.failed(post, self._clock())
        await self._dailies.set_up(replace(setup, enabled=False, trouble=error.message))
        await board.warn(setup, error.message)

    async def _reveal(self, setup: DailySetup, post: DailyPost, board: Board, now: datetime) -> None:
        settings = await self._guilds.settings(setup.guild_id)
        if access.in_exam(settings, post.channel_id, now) or not await self._dailies.reveal(post, now):
            return  # in an exam the solution waits for its end
        known = {each.day: turnout for each, turnout in await self._dailies.turnouts(setup.guild_id, 7)}
        level = post.problem.draft.level
        await self._in_time(board.reveal(setup, post, known.get(post.day, Turnout(level, 0, 0))))

    async def _recap(self, setup: DailySetup, week: date, board: Board, now: datetime) -> None:
        """Last week's, on a Monday after the problem; only of a week with a problem in it."""
        if (setup.guild_id, week) in self._recapped:
            return
        self._recapped.add((setup.guild_id, week))
        recent = await self._dailies.turnouts(setup.guild_id, 14)
        within = tuple((post, turnout) for post, turnout in reversed(recent) if week_of(post.day) == week)
        if not within or not await self._dailies.claim_recap(setup.guild_id, week, now):
            return
        leaders = await self._practice.leaders(setup.guild_id, week, 3)
        await self._in_time(board.recap(setup, Recap(setup.guild_id, week, within, leaders)))

    async def _planned(self, setup: DailySetup, today: date) -> DailyPost:
        """Today's problem for a guild, not yet claimed."""
        draft = await self.problem(setup, today)
        nonce = f"{setup.guild_id}{today.toordinal() % 10_000:04}"[-25:]
        return DailyPost(setup.guild_id, today, Problem(0, draft), setup.channel_id, nonce, self._name, self._clock())

    async def problem(self, setup: DailySetup, day: date) -> DraftProblem:
        """The problem of a day: of the guild's own sets, else the first of the day's pool, that the guild has not had.

        Raises NotFoundError.
        """
        if self._sets and (own := await self._sets.unseen(setup.guild_id, UsedFor.DAILY, None)):
            return own
        offered = setup.topics or (await self._guilds.settings(setup.guild_id)).topics or self._topics
        level = setup.level or await self._level(setup.guild_id)
        named = {each for topic in offered for each in (self._kinds if topic == EVERY_PUZZLE else (topic,))}
        topics = sorted(named)
        Random(f"{setup.guild_id} {day}").shuffle(topics)  # noqa: S311 - which topic, not a secret
        for place in range(POOL):
            draft = await self._pooled(day, topics[place % len(topics)], level, place // len(topics))
            if draft is not None and not await self._dailies.has_seen(setup.guild_id, draft):
                return draft
        raise NotFoundError(Message("No problem was found that this server has not had. Choose more topics."))

    async def _pooled(self, day: date, topic: str, level: Level, place: int) -> DraftProblem | None:
        """The day's problems of a topic and level are the same in every guild, so that each is made once."""
        at = (day, topic, level, place)
        if at not in self._pool:
            self._pool[at] = asyncio.create_task(self._made(topic, level, day.toordinal() * POOL + place))
        return await asyncio.shield(self._pool[at])

    async def _made(self, topic: str, level: Level, seed: int) -> DraftProblem | None:
        if self._puzzles is not None and topic in self._kinds:
            puzzle = await self._puzzles.puzzle(self._kinds[topic], level, seed)
            return None if puzzle is None else draft_of_puzzle(puzzle)
        found = await self._maker.exercise(topic, level, seed)
        return None if found is None else draft_of(found)

    def _drop_old(self, now: datetime) -> None:
        oldest = (now - LOOKED_BACK).date()
        self._pool = {at: made for at, made in self._pool.items() if at[0] >= oldest and not _in_vain(made)}
        self._prepared = {at for at in self._prepared if at[1] >= oldest}
        self._recapped = {at for at in self._recapped if at[1] >= oldest - timedelta(days=14)}

    async def _level(self, guild_id: int) -> Level:
        """One up or down from the last problem's where most, or few, of those who tried have solved the last ones."""
        recent = [turnout for _, turnout in await self._dailies.turnouts(guild_id, RESULTS)]
        if not recent:
            return (await self._guilds.settings(guild_id)).level or DEFAULT
        order, last = tuple(Level), recent[0].level
        same = [turnout for turnout in recent if turnout.level is last]
        ended, solved = sum(each.ended for each in same), sum(each.solved for each in same)
        if len(same) < RESULTS or not ended:
            return last
        move = (solved / ended >= EASY) - (solved / ended <= HARD)
        return order[max(0, min(order.index(last) + move, len(order) - 1))]

    async def take(self, asker: Asker, guild_id: int, day: date) -> Task:
        """The daily problem as the asker's own task, as they left it. Raises NotFoundError."""
        offer = await self.offer(guild_id, day)
        if not offer.open:
            raise NotFoundError(Message("This problem's solution has been posted. Today's problem is open."))
        given = await self._practice.give(
            Asker(asker.user_id, guild_id), offer.post.problem.draft, TaskKind.DAILY, self._clock()
        )
        if given is None:
            raise NotFoundError(Message("This daily problem is not there any more."))
        return given

    async def offer_of(self, task: Task) -> Offer | None:
        """The post a daily task came from."""
        if task.asker.guild_id is None:
            return None
        post = await self._dailies.post_with(task.asker.guild_id, task.problem.id)
        return None if post is None else await self.offer(post.guild_id, post.day)

    async def offer(self, guild_id: int, day: date) -> Offer:
        """A day's problem and how many have solved it. Raises NotFoundError."""
        post = await self._dailies.post(guild_id, day)
        if post is None:
            raise NotFoundError(Message("This daily problem is not there any more."))
        solvers = await self._practice.solvers(post.problem.id, guild_id)
        return Offer(post, post.solution_at is None, solvers)
