"""A tutor whose storage is a real database and whose problems are made here and now, for tests over time."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

import riddles

from maths.audit import audit
from maths.check import check
from maths.choices import quick
from maths.decide import decide
from maths.generate import generate
from maths.generating.own import own
from maths.generating.topics.all import TOPICS
from maths.generating.vary import vary
from maths.grade import grade
from maths.program import execute
from maths.puzzle import given_out, judge_kept
from maths.puzzles.kept import compared, imprint
from maths.steps import work
from storage.cache import StoredCache
from storage.guilds import StoredGuilds
from storage.history import StoredHistory
from storage.ladders import StoredLadders
from storage.lessons import StoredLessons
from storage.people import StoredPeople
from storage.practice import StoredPractice
from storage.puzzles import StoredPuzzles
from storage.reports import StoredReports
from storage.sets import StoredProblemSets
from storage.talks import StoredTalks
from tutor.dialogue import Dialogues
from tutor.engine import Tutor
from tutor.explaining import Explainer, Explaining
from tutor.laddering import Laddering
from tutor.practice import Trainer
from tutor.puzzles import Puzzler
from tutor.reporting import Reporting
from tutor.sets import Sets
from tutor.solver import Solver

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from maths.choices import Quick
    from maths.generating.exercise import Exercise
    from maths.generating.own import Own
    from maths.message import Message
    from maths.puzzles.puzzle import Judged, Kind, Puzzle
    from maths.verdict import Audit, Decision, Executed, Grading, Level, Verdict, Worked
    from storage.database import Database
    from tutor.coding import Coding
    from tutor.ports import LanguageModel, Pictures, PuzzleMaker


class Clock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


class Here:
    """Mathematics in this process: `ProblemMaker` and `Checker`."""

    async def exercise(self, topic: str, level: Level, seed: int, structure: str = "", /) -> Exercise | None:
        return generate(topic, level, seed, structure)

    async def quick(self, topic: str, level: Level, seed: int, /) -> Quick | None:
        return quick(topic, level, seed)

    async def puzzle(self, kind: Kind, level: Level, seed: int, /) -> Puzzle | None:
        return given_out(kind, level, seed)

    async def judge_puzzle(self, puzzle: Puzzle, given: Mapping[str, str], /) -> Judged:
        judged = judge_kept(puzzle.kind, puzzle.level, puzzle.seed, given, imprint(puzzle))
        return judged or compared(puzzle, given)

    async def similar(self, problem: str, level: Level, seed: int, /) -> Exercise | None:
        return vary(problem, level, seed)

    async def own(self, problem: str, answer: str, level: Level, policy: Mapping[str, Any], /) -> Own | Message:
        return own(problem, answer, level, policy)

    async def grade(self, expected: str, given: str, /, policy: Mapping[str, Any] | None = None) -> Grading:
        return grade(expected, given, policy)

    async def work(self, problem: str, level: Level, /) -> Worked:
        return work(problem, level)

    async def decide(self, problem: str, /) -> Decision:
        return decide(problem)

    async def check(self, problem: str, answer: str, /) -> Verdict:
        return check(problem, answer)

    async def audit(self, text: str, /, problem: str | None = None) -> Audit:
        return audit(text, problem)

    async def execute(self, quantities: Sequence[tuple[str, str]], equations: Sequence[str], asked: str, /) -> Executed:
        return execute(quantities, equations, asked)


def tutor_over(  # noqa: PLR0913 - what tests set
    database: Database,
    clock: Callable[[], datetime],
    *,
    pictures: Pictures | None = None,
    seed: int = 1,
    mathematics: Here | None = None,
    puzzles: PuzzleMaker | None = None,
    kinds: Sequence[Kind] = riddles.KINDS,
    model: LanguageModel | None = None,
    coding: Coding | None = None,
) -> Tutor:
    """The same problems in the same order for the same seed."""
    here, guilds, people = mathematics or Here(), StoredGuilds(database), StoredPeople(database)
    sets = StoredProblemSets(database, clock)
    practice = StoredPractice(database)
    trainer = Trainer(
        practice,
        here,
        here,
        people,
        guilds=guilds,
        topics=tuple(TOPICS),
        sets=sets,
        clock=clock,
        chance=Random(seed),  # noqa: S311 - which problem, not a secret
    )
    puzzler = Puzzler(
        trainer,
        practice,
        StoredPuzzles(database),
        puzzles or here,
        kinds,
        clock=clock,
        chance=Random(seed),  # noqa: S311 - as above
    )
    history = StoredHistory(database, clock)
    return Tutor(
        Solver(here, model),
        history,
        guilds,
        people,
        trainer=trainer,
        puzzles=puzzler,
        sets=Sets(sets, here),
        reporting=Reporting(StoredReports(database), history, clock),
        cache=StoredCache(database, clock=clock),
        laddering=Laddering(StoredLadders(database), here, guilds, clock=clock),
        pictures=pictures,
        explaining=Explaining(
            Explainer(here, here, here, model, chance=Random(seed)),  # noqa: S311 - as above
            StoredLessons(database, clock),
            trainer,
        ),
        dialogues=Dialogues(StoredTalks(database, clock), history, here, model),
        coding=coding,
    )
