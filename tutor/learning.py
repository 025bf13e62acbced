"""The nouns of practice: problems, tasks, what learners answered, and how they are doing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tutor.types import Level

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from maths.message import Formula, Message
    from maths.puzzles.puzzle import Puzzle
    from maths.verdict import Standing
    from tutor.types import Asker, Language

__all__ = [
    "PUZZLE",
    "STORY",
    "Activity",
    "Attempt",
    "Card",
    "DailyPost",
    "DailySetup",
    "DraftProblem",
    "Leader",
    "Learner",
    "Level",
    "Mark",
    "Marking",
    "Moment",
    "Problem",
    "ProblemSet",
    "Rating",
    "Recap",
    "Reminder",
    "Run",
    "Score",
    "Shelf",
    "Story",
    "Task",
    "TaskKind",
    "TaskPage",
    "TaskState",
    "TopicTally",
    "Turnout",
    "UsedFor",
]


STORY = "story"  # the structure of every problem told as a story
PUZZLE = "puzzle"  # the structure of every puzzle


@dataclass(frozen=True, slots=True)
class Story:
    """What a problem told as a story was made of: the problem behind it, its language, and the model that wrote it.

    `standing` is VERIFIED where mathematics decided the story itself, CROSS_CHECKED where two readings of it, executed
    exactly, give the answer that mathematics decided for the problem behind it.
    """

    core: Message
    language: Language
    writer: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where ready stories are kept."""

    topic: str
    level: Level
    language: Language


@dataclass(frozen=True, slots=True)
class DraftProblem:
    """A problem before it is stored.

    Its answer is certain: found by two routes from the words, or given by a guild's moderators. `policy` is what an
    answer is graded by (`maths.grade`), `hints` climb and hold no answer. `structure` names the kind of problem inside
    a topic: problems of one structure differ in their numbers. A guild's own problem has no topic; its worked
    solution, if moderators wrote one, is `solution`. A problem told as a `story` has the solution of that behind it. A
    `puzzle` has its kind for a topic, fields in the place of one answer, and its chain in the place of hints.
    """

    topic: str
    level: Level
    seed: int
    structure: str
    statement: Message
    answer: Formula
    policy: Mapping[str, Any]
    hints: tuple[Message, ...]
    guild_id: int | None = None
    solution: str = ""
    story: Story | None = None
    puzzle: Puzzle | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A stored problem. The same statement is stored once, however many learners have it."""

    id: int
    draft: DraftProblem

    @property
    def key(self) -> str:
        """What practising it trains: problems of one key are reviewed by one card."""
        draft = self.draft
        return f"{draft.topic}/{draft.level}/{draft.structure}" if draft.topic else f"problem/{self.id}"


class TaskKind(StrEnum):
    """Why a learner has a problem."""

    PRACTICE = "practice"
    REVIEW = "review"
    DAILY = "daily"
    PUZZLE = "puzzle"


class TaskState(StrEnum):
    OPEN = "open"
    SOLVED = "solved"
    SHOWN = "shown"  # the learner asked for the solution, which ends the attempt
    LEFT = "left"  # for another one: it counts for nothing


class Score(StrEnum):
    """How a task ended: at the first try without a hint, with help or several tries, or by its solution shown."""

    ALONE = "alone"
    HELPED = "helped"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Task:
    """A problem given to a learner. `hints` were shown so far, `tries` wrong answers given; `run_id` is its session."""

    id: int
    asker: Asker
    problem: Problem
    kind: TaskKind
    given_at: datetime
    state: TaskState = TaskState.OPEN
    tries: int = 0
    hints: int = 0
    run_id: int | None = None

    @property
    def score(self) -> Score | None:
        """How it ended; None while it is open, and where it was left."""
        match self.state:
            case TaskState.OPEN | TaskState.LEFT:
                return None
            case TaskState.SHOWN:
                return Score.NOT
            case TaskState.SOLVED:
                return Score.HELPED if self.tries or self.hints else Score.ALONE


class Mark(StrEnum):
    """What became of an answer."""

    RIGHT = "right"
    WRONG = "wrong"
    UNREADABLE = "unreadable"  # costs no try
    REPEATED = "repeated"  # the same wrong answer again: costs no try
    CLOSED = "closed"  # the task had ended before


@dataclass(frozen=True, slots=True)
class Attempt:
    """An answer as a learner gave it. `receipt` is a number that no other answer has, so that none is counted twice."""

    receipt: int
    claim: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Marking:
    """The task after an answer, the answer as given, and what is wrong with it in words."""

    task: Task
    mark: Mark
    claim: str = ""
    feedback: Message | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, and which day that is for the learner and for the guild they are in."""

    now: datetime
    day: date
    guild_day: date


@dataclass(frozen=True, slots=True)
class Run:
    """A session: `count` problems of a topic ("" for any) at a level (None: the one that fits)."""

    id: int
    asker: Asker
    topic: str
    level: Level | None
    count: int
    tasks: tuple[Task, ...] = ()

    @property
    def over(self) -> bool:
        return len(self.tasks) >= self.count and all(task.state is not TaskState.OPEN for task in self.tasks)


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A page of a learner's tasks, newest first. Pages count from 0."""

    tasks: tuple[Task, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Rating:
    """A learner's skill in a topic by Weng and Lin's Bayesian ranking, the learner against the problem."""

    mu: float
    sigma: float
    tasks: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """When a kind of problem comes back. `memory` is the scheduler's own, plain JSON values."""

    key: str
    problem_id: int
    due: datetime
    memory: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Activity:
    """A learner's day: tasks that ended on it, and those solved."""

    day: date
    ended: int
    solved: int


@dataclass(frozen=True, slots=True)
class TopicTally:
    topic: str
    ended: int
    solved: int
    rating: Rating


@dataclass(frozen=True, slots=True)
class Learner:
    """How a learner is doing: days rising, topics with their ratings, and how many reviews are due."""

    days: tuple[Activity, ...] = ()
    topics: tuple[TopicTally, ...] = ()
    due: int = 0
    next_due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Leader:
    """A line of a leaderboard; equal points share a place."""

    place: int
    user_id: int
    points: int
    solved: int = field(default=0)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A learner who asked to be reminded, and how many reviews are due."""

    user_id: int
    due: int
    language: Language | None = None
    time_zone: str | None = None


@dataclass(frozen=True, slots=True)
class DailySetup:
    """What moderators chose for their daily problem.

    `minute` is counted from midnight in `time_zone`; `level` None follows the guild's results; `topics` empty: all.
    `role_id` is the role that is pinged. `trouble` says why Lemma switched it off.
    """

    guild_id: int
    channel_id: int
    minute: int
    time_zone: str
    language: Language
    level: Level | None = None
    topics: tuple[str, ...] = ()
    role_id: int | None = None
    enabled: bool = True
    trouble: Message | None = None


@dataclass(frozen=True, slots=True)
class DailyPost:
    """The problem of a guild's local day. It is claimed, as a row, before it is posted.

    `nonce` tells Discord that two sendings are the same message; `claimer` is the process at work on it, and
    `claimed_at` when it took it. `solution_at` is when the solution was posted.
    """

    guild_id: int
    day: date
    problem: Problem
    channel_id: int
    nonce: str
    claimer: str
    claimed_at: datetime
    message_id: int | None = None
    posted_at: datetime | None = None
    failed_at: datetime | None = None
    solution_at: datetime | None = None

    @property
    def pending(self) -> bool:
        return self.posted_at is None and self.failed_at is None


@dataclass(frozen=True, slots=True)
class PostState:
    """What is still to come of a post: its message (`pending`), or, where that stands, its solution (`unsolved`)."""

    guild_id: int
    day: date
    pending: bool
    unsolved: bool


@dataclass(frozen=True, slots=True)
class Turnout:
    """What became of a daily problem in its guild: learners whose attempt ended, and those who solved it."""

    level: Level
    ended: int
    solved: int


@dataclass(frozen=True, slots=True)
class Recap:
    """A guild's week of daily problems; `leaders` are of those who chose to be ranked."""

    guild_id: int
    week: date
    posts: tuple[tuple[DailyPost, Turnout], ...]
    leaders: tuple[Leader, ...]


class UsedFor(StrEnum):
    """What a set's problems are given as."""

    NOTHING = ""
    PRACTICE = "practice"
    DAILY = "daily"


@dataclass(frozen=True, slots=True)
class ProblemSet:
    """A guild's own problems under a name; `size` is how many there are."""

    id: int
    guild_id: int
    name: str
    used_for: UsedFor
    size: int
