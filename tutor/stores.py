"""What the tutor keeps, and asks a database for. Each port is small; an adapter for it is one file.

Adapters raise only `tutor.errors`; everything else that escapes them is a defect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date, datetime

    from maths.verdict import Level
    from tutor.code import CodePage, CodeRecord, CodeReply
    from tutor.ladder import DraftLadder, Ladder
    from tutor.learning import (
        Attempt,
        Card,
        DailyPost,
        DailySetup,
        DraftProblem,
        Leader,
        Learner,
        Marking,
        Moment,
        PostState,
        ProblemSet,
        Rating,
        Reminder,
        Run,
        Shelf,
        Task,
        TaskKind,
        TaskPage,
        Turnout,
        UsedFor,
    )
    from tutor.lesson import DraftLesson, Lesson, LessonPage
    from tutor.pictures import Sketch, SketchKind
    from tutor.talk import Opening, Reply, Summary, Talk, TalkPage, Turn
    from tutor.types import (
        Asker,
        GuildSettings,
        Handling,
        HistoryPage,
        Preferences,
        Record,
        Report,
        ReportPage,
        SettingsLog,
        Solution,
    )


class Lessons(Protocol):
    """Lessons given, and how readers answered their questions. A returned call is on the disk."""

    async def add(self, asker: Asker, draft: DraftLesson, /) -> Lesson: ...

    async def replace(self, lesson_id: int, draft: DraftLesson, /) -> Lesson:
        """Raises NotFoundError."""
        ...

    async def get(self, lesson_id: int, /) -> Lesson:
        """Raises NotFoundError."""
        ...

    async def page(self, user_id: int, page: int, size: int, /) -> LessonPage:
        """A person's own, newest first; a page past the end is the last page."""
        ...

    async def choices(self, lesson_id: int, user_id: int, /) -> Mapping[int, int]:
        """What somebody chose, by the question's place."""
        ...

    async def choose(self, lesson_id: int, user_id: int, place: int, choice: int, /) -> bool:
        """Keep somebody's first answer to a question; False where there was one. Raises NotFoundError."""
        ...


class Talks(Protocol):
    """Conversations. A returned call is on the disk."""

    async def begin(self, asker: Asker, opening: Opening, /) -> Talk: ...

    async def get(self, talk_id: int, /) -> Talk:
        """Raises NotFoundError."""
        ...

    async def about(self, lesson_id: int, /) -> Talk | None:
        """The conversation about a lesson that everybody shares."""
        ...

    async def add(self, talk_id: int, asker: Asker, question: str, reply: Reply, /) -> Turn:
        """Raises NotFoundError."""
        ...

    async def summarise(self, talk_id: int, summary: Summary, /) -> None: ...

    async def move(self, talk_id: int, thread_id: int | None, /) -> None:
        """Say where it goes on."""
        ...

    async def page(self, user_id: int, page: int, size: int, /) -> TalkPage:
        """A person's own, newest first; a page past the end is the last page."""
        ...


class History(Protocol):
    """Stored solutions and what readers reported of them. A returned call is on the disk."""

    async def add(self, asker: Asker, solution: Solution, /) -> Record: ...
    async def replace(self, record_id: int, solution: Solution, /) -> Record:
        """Replace the solution of a record (its prose arrived). Raises NotFoundError."""
        ...

    async def get(self, record_id: int, /) -> Record:
        """Raises NotFoundError."""
        ...

    async def page(self, user_id: int, page: int, size: int, /) -> HistoryPage:
        """A page past the end is the last page."""
        ...

    async def asked_since(self, asker: Asker, since: datetime, /) -> int:
        """How many of a person's records of one guild (None: outside guilds) are not older."""
        ...

    async def report(self, record_id: int, reporter: Asker, text: str, /) -> Report:
        """Raises NotFoundError."""
        ...


class Reports(Protocol):
    """What moderators make of what readers reported. A returned call is on the disk."""

    async def page(self, guild_id: int, page: int, /, *, handled: bool) -> ReportPage:
        """A page past the end is the last page."""
        ...

    async def get(self, report_id: int, /) -> Report:
        """Raises NotFoundError."""
        ...

    async def handle(self, report_id: int, handling: Handling, /) -> Report | None:
        """None where somebody has handled it. Raises NotFoundError."""
        ...

    async def reopen(self, report_id: int, /) -> Report:
        """What was made of it is forgotten. Raises NotFoundError."""
        ...

    async def told(self, report_id: int, /) -> None:
        """The reporter knows."""
        ...

    async def news(self, user_id: int, /) -> tuple[Report, ...]:
        """A person's handled reports of which they were not told, oldest first."""
        ...


class Ladders(Protocol):
    """Hints in the place of stored solutions. A returned call is on the disk; an open ladder changes no more."""

    async def begin(self, asker: Asker, solution: Solution, draft: DraftLadder, at: datetime, /) -> Ladder:
        """Store a solution and its ladder, closed, in one: a solution never stands without it."""
        ...

    async def find(self, asker: Asker, key: str, since: datetime, /) -> Ladder | None:
        """The asker's newest ladder of a problem, in the guild they stand in, asked since a moment."""
        ...

    async def get(self, record_id: int, /) -> Ladder:
        """Raises NotFoundError."""
        ...

    async def climb(self, record_id: int, /) -> Ladder:
        """One hint more while it has more. Raises NotFoundError."""
        ...

    async def tried(self, record_id: int, /) -> Ladder:
        """One wrong answer more. Raises NotFoundError."""
        ...

    async def open(self, record_id: int, at: datetime, /) -> Ladder:
        """From now on the solution may be shown. Raises NotFoundError."""
        ...

    async def closed(self, record_ids: Collection[int], /) -> frozenset[int]:
        """Which of these solutions may not be shown yet."""
        ...


class Practice(Protocol):
    """Problems learners have, what they answered, and what that says of them. A returned call is on the disk."""

    async def give(
        self, asker: Asker, draft: DraftProblem, kind: TaskKind, at: datetime, /, run_id: int | None = None
    ) -> Task | None:
        """A new task; None where it is for practice and this learner has had the problem before.

        A daily problem that the learner has, and a review still open, are given as they stand.
        """
        ...

    async def task(self, task_id: int, /) -> Task:
        """Raises NotFoundError."""
        ...

    async def hint(self, task_id: int, at_most: int, /) -> Task:
        """One hint more while the task is open and has more. Raises NotFoundError."""
        ...

    async def mark(self, task_id: int, attempt: Attempt, moment: Moment, /) -> Marking:
        """Store an answer once, however often it arrives; what it ends is counted with it. Raises NotFoundError."""
        ...

    async def show(self, task_id: int, moment: Moment, /) -> Task:
        """End the task by its solution, unless it has ended. Raises NotFoundError."""
        ...

    async def start(self, asker: Asker, topic: str, level: Level | None, count: int, at: datetime, /) -> Run: ...

    async def run(self, run_id: int, /) -> Run:
        """With its tasks in order. Raises NotFoundError."""
        ...

    async def last(self, user_id: int, /) -> Run | None:
        """The newest session, over or not."""
        ...

    async def rating(self, user_id: int, topic: str, /) -> Rating | None: ...

    async def due(self, user_id: int, now: datetime, /) -> Card | None:
        """The card that has been due longest."""
        ...

    async def problem(self, problem_id: int, /) -> DraftProblem:
        """Raises NotFoundError."""
        ...

    async def learner(self, user_id: int, since: date, now: datetime, /) -> Learner:
        """Days from `since` on, every topic, and what is due."""
        ...

    async def leaders(self, guild_id: int, since: date | None, limit: int, /) -> tuple[Leader, ...]:
        """The members with most points since a day, or ever, of those who chose to be ranked."""
        ...

    async def solvers(self, problem_id: int, guild_id: int, /) -> int:
        """How many learners of a guild have solved a problem."""
        ...


class Puzzles(Protocol):
    """What practice does not know of puzzles, which are tasks like others. A returned call is on the disk."""

    async def leave(self, task_id: int, at: datetime, /) -> Task:
        """An open task is open no more and counts for nothing. Raises NotFoundError."""
        ...

    async def typed(self, task_id: int, /) -> str | None:
        """What was answered last, counted or not."""
        ...

    async def page(self, user_id: int, page: int, size: int, /) -> TaskPage:
        """A learner's puzzles, daily ones too, newest first. A page past the end is the last page."""
        ...


class ProblemSets(Protocol):
    """Guilds' own problems. A returned call is on the disk."""

    async def of(self, guild_id: int, /) -> tuple[ProblemSet, ...]: ...
    async def make(self, guild_id: int, name: str, /) -> ProblemSet: ...
    async def use(self, set_id: int, used_for: UsedFor, /) -> None: ...
    async def delete(self, set_id: int, /) -> None: ...
    async def problems(self, set_id: int, /) -> tuple[DraftProblem, ...]: ...

    async def add(self, set_id: int, drafts: Sequence[DraftProblem], /) -> int:
        """All of them or none; how many the set did not hold before."""
        ...

    async def unseen(self, guild_id: int, used_for: UsedFor, user_id: int | None, /) -> DraftProblem | None:
        """The first problem of the guild's sets of a use that a learner, or as its daily one the guild, has not had."""
        ...


class Stories(Protocol):
    """Problems told as stories, ready to be given. A returned call is on the disk."""

    async def keep(self, draft: DraftProblem, /) -> None: ...

    async def counts(self) -> Mapping[Shelf, int]:
        """How many stand on each shelf that has any."""
        ...

    async def unseen(self, shelf: Shelf, user_id: int, /) -> DraftProblem | None:
        """One of the shelf that a learner has not had."""
        ...


class Reminders(Protocol):
    """Who asked to be reminded of reviews."""

    async def waiting(self, now: datetime, /) -> tuple[Reminder, ...]:
        """Everybody who asked for it and has a review due."""
        ...

    async def remind(self, user_id: int, day: date, /) -> bool:
        """Claim a learner's reminder of a day; False where they had it."""
        ...

    async def stop(self, user_id: int, /) -> None: ...


class Dailies(Protocol):
    """Daily problems: what was set up, and what was claimed and posted. A returned call is on the disk."""

    async def setup(self, guild_id: int, /) -> DailySetup | None: ...
    async def set_up(self, setup: DailySetup, /) -> None: ...

    async def active(self) -> tuple[DailySetup, ...]:
        """Every guild whose daily problem is switched on."""
        ...

    async def since(self, day: date, /) -> tuple[PostState, ...]:
        """How every post of this local day and later ones stands, in every guild."""
        ...

    async def post(self, guild_id: int, day: date, /) -> DailyPost | None: ...

    async def post_with(self, guild_id: int, problem_id: int, /) -> DailyPost | None:
        """The newest post of a problem in a guild."""
        ...

    async def has_seen(self, guild_id: int, draft: DraftProblem, /) -> bool:
        """Whether a guild has had this problem as its daily one."""
        ...

    async def claim(self, post: DailyPost, /) -> DailyPost | None:
        """Take a guild's day for a process; None where somebody has it. Stores `post.problem` where its id is 0."""
        ...

    async def take_over(self, post: DailyPost, claimer: str, at: datetime, /) -> DailyPost | None:
        """Take a pending post from whoever claimed it, unless somebody else has just done so."""
        ...

    async def posted(self, post: DailyPost, message_id: int, at: datetime, /) -> None: ...
    async def failed(self, post: DailyPost, at: datetime, /) -> None: ...

    async def reveal(self, post: DailyPost, at: datetime, /) -> bool:
        """Claim the posting of the solution; False where somebody has it."""
        ...

    async def turnouts(self, guild_id: int, count: int, /) -> tuple[tuple[DailyPost, Turnout], ...]:
        """The last so many posts with what became of them, newest first."""
        ...

    async def claim_recap(self, guild_id: int, week: date, at: datetime, /) -> bool:
        """Claim the recap of a week; False where somebody has it."""
        ...


class Guilds(Protocol):
    """What moderators set."""

    async def settings(self, guild_id: int, /) -> GuildSettings: ...

    async def change(
        self, guild_id: int, user_id: int, at: datetime, change: Callable[[GuildSettings], GuildSettings], /
    ) -> GuildSettings:
        """Store what `change` makes of the settings as they stand, and who changed what, in one; return it.

        Nothing is logged where nothing changes. The language is also that of the guild's daily problem from now on.
        """
        ...

    async def log(self, guild_id: int, page: int, size: int, /) -> SettingsLog:
        """A page past the end is the last page."""
        ...


class Departures(Protocol):
    """Guilds that removed Lemma."""

    async def leave(self, guild_id: int, at: datetime, /) -> None:
        """The first time counts."""
        ...

    async def come(self, guild_id: int, /) -> None: ...

    async def meet(self, present: Collection[int], at: datetime, /) -> None:
        """These guilds are there now; every other one that set something has left, now if nobody noticed before."""
        ...

    async def gone(self, since: datetime, /) -> tuple[int, ...]:
        """Who left at that moment or before, and has not come back."""
        ...

    async def delete(self, guild_id: int, since: datetime, /) -> bool:
        """Everything that was set in a guild, unless it has come back; people's own history stays theirs."""
        ...


class People(Protocol):
    """What people chose for themselves, and their right to see and delete everything kept of them."""

    async def preferences(self, user_id: int, /) -> Preferences: ...
    async def prefer(self, user_id: int, preferences: Preferences, /) -> None: ...

    async def export(self, user_id: int, /) -> dict[str, Any]:
        """Everything kept of a person, as plain JSON values."""
        ...

    async def forget(self, user_id: int, /) -> int:
        """Delete everything kept of a person; return how many solutions went."""
        ...


class Sketches(Protocol):
    """What learners had drawn, so that its buttons work after a restart; only the newest of each person are kept."""

    async def add(self, asker: Asker, kind: SketchKind, text: str, extent: str = "", /) -> Sketch: ...

    async def get(self, sketch_id: int, /) -> Sketch:
        """Raises NotFoundError."""
        ...

    async def replace(self, sketch_id: int, text: str, extent: str = "", /) -> Sketch:
        """Raises NotFoundError."""
        ...

    async def remove(self, sketch_id: int, /) -> None: ...


class Cache(Protocol):
    """Which stored record answers a question; a record that is deleted answers nothing any more."""

    async def find(self, key: str, /) -> Record | None:
        """The record kept for the key, unless it is too old."""
        ...

    async def keep(self, key: str, record_id: int, /) -> None:
        """Replaces what was kept for the key."""
        ...

    async def drop(self, key: str, /) -> None: ...

    async def clear(self) -> int:
        """Drop everything; return how many answers were kept."""
        ...


class Programs(Protocol):
    """Code that people asked for. A returned call is on the disk."""

    async def add(self, asker: Asker, reply: CodeReply, at: datetime, /, *, opened: bool = True) -> CodeRecord: ...

    async def replace(self, record_id: int, reply: CodeReply, /) -> CodeRecord:
        """Raises NotFoundError."""
        ...

    async def open(self, record_id: int, /) -> CodeRecord:
        """Raises NotFoundError."""
        ...

    async def get(self, record_id: int, /) -> CodeRecord:
        """Raises NotFoundError."""
        ...

    async def page(self, user_id: int, page: int, size: int, /) -> CodePage:
        """A page past the end is the last page."""
        ...

    async def remove(self, record_id: int, /) -> None: ...
