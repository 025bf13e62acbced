"""`Puzzler`: puzzles one plays. A puzzle is a task of practice with fields and a chain of deductions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random, SystemRandom
from typing import TYPE_CHECKING

from maths.message import Formula, Message
from tutor.errors import NotAllowedError, NotFoundError, QuestionRefusedError, TooBusyError
from tutor.learning import PUZZLE, Attempt, DraftProblem, Mark, Marking, TaskKind, TaskState
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from maths.puzzles.puzzle import Judged, Kind, Puzzle
    from tutor.learning import Task, TaskPage
    from tutor.ports import PuzzleMaker
    from tutor.practice import Trainer
    from tutor.stores import Practice, Puzzles
    from tutor.types import Asker, Language, Level

ANY = "puzzles"  # every kind, where topics are named
TRIES = 12  # seeds drawn until one gives a puzzle the learner has not had
MISSES = 3  # seeds that gave nothing: mathematics is too busy, or the kind has no such level
SEEDS = 10**9
TYPED_CHARACTERS = 1_000  # of one field
PAGE_SIZE = 10

_NOT_THERE = Message("There is no such puzzle. Pick one from the list that /puzzle play shows.")
_ALL_HAD = Message("You have had every puzzle I found of this kind. Try another kind or level.")
_OPEN = Message("The solution is shown when you have solved this, or given it up.")
_UNJOINED = str.maketrans("", "", "\\{}$%&#_^~")


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a learner asked to play; None for any kind, for the level that fits."""

    kind: Kind | None = None
    level: Level | None = None


class Puzzler:
    """Gives puzzles and marks answers. Every method raises only `TutorError`."""

    def __init__(  # noqa: PLR0913 - one for each port, and what tests set
        self,
        trainer: Trainer,
        practice: Practice,
        puzzles: Puzzles,
        maker: PuzzleMaker,
        kinds: Sequence[Kind],
        *,
        clock: Callable[[], datetime] = _now,
        chance: Random | None = None,
    ) -> None:
        self._trainer = trainer
        self._practice = practice
        self._puzzles = puzzles
        self._maker = maker
        self.kinds = tuple(kinds)
        self._clock = clock
        self._chance = chance or SystemRandom()

    async def play(self, asker: Asker, wish: Wish, otherwise: Level) -> Task:
        """A puzzle the learner has not had; `otherwise` is the level for one of whom too little is known.

        Raises NotFoundError, TooBusyError, QuestionRefusedError where no new puzzle is found.
        """
        if wish.kind is not None and wish.kind not in self.kinds:
            raise NotFoundError(_NOT_THERE)
        missed = 0
        for _ in range(TRIES):
            kind = wish.kind or self._chance.choice(self.kinds)
            level = wish.level or await self._trainer.fitting(asker, kind, otherwise)
            made = await self._maker.puzzle(kind, level, self._chance.randrange(SEEDS))
            if made is None:
                missed += 1
                if missed == MISSES:
                    raise TooBusyError(_BUSY)
            elif given := await self._practice.give(asker, draft_of_puzzle(made), TaskKind.PUZZLE, self._clock()):
                return given
        raise QuestionRefusedError(
            Message("You have had every puzzle I found of this kind. Try another kind or level.")
        )

    async def another(self, asker: Asker, task_id: int, wish: Wish) -> Task:
        """The next puzzle; the one before, if it is still open, is left and counts for nothing.

        A daily puzzle stays as it is.
        """
        task = await self.task(asker, task_id)
        given = await self.play(asker, wish, task.problem.draft.level)
        if task.state is TaskState.OPEN and task.kind is TaskKind.PUZZLE:
            await self._puzzles.leave(task_id, self._clock())
        return given

    async def task(self, asker: Asker, task_id: int) -> Task:
        """A learner's own puzzle. Raises NotFoundError, NotAllowedError."""
        task = await self._practice.task(task_id)
        if task.asker.user_id != asker.user_id:
            raise NotAllowedError(Message("This puzzle was given to somebody else. Get your own with /puzzle play."))
        puzzle_of(task)
        return task

    async def typed(self, asker: Asker, task_id: int) -> tuple[Task, dict[str, str]]:
        """A learner's own puzzle and what they answered last, the fields' values by their keys."""
        task = await self.task(asker, task_id)
        claim = await self._puzzles.typed(task_id)
        return task, {} if claim is None else answer_of(claim)

    async def answer(self, asker: Asker, task_id: int, given: Mapping[str, str], receipt: int) -> Marking:
        """Mark an answer. The same `receipt` is counted once, and so is the same wrong answer."""
        task = await self.task(asker, task_id)
        if task.state is not TaskState.OPEN:
            return Marking(task, Mark.CLOSED)
        puzzle = puzzle_of(task)
        typed = {field.key: given.get(field.key, "").strip()[:TYPED_CHARACTERS] for field in puzzle.fields}
        judged = await self._maker.judge_puzzle(puzzle, typed)
        attempt = Attempt(receipt, claim_of(typed), _mark(judged))
        marking = await self._practice.mark(task_id, attempt, await self._trainer.moment(asker))
        return Marking(marking.task, marking.mark, attempt.claim, judged.reason)

    async def hint(self, asker: Asker, task_id: int) -> Task:
        """One link of the chain more, and never the last: that is the solution."""
        task = await self.task(asker, task_id)
        return await self._practice.hint(task_id, hints_of(puzzle_of(task)))

    async def show(self, asker: Asker, task_id: int) -> Task:
        """End the attempt: from now on the solution may be seen."""
        await self.task(asker, task_id)
        return await self._practice.show(task_id, await self._trainer.moment(asker))

    async def ended(self, asker: Asker, task_id: int) -> Task:
        """A puzzle whose solution may be seen. Raises QuestionRefusedError."""
        task = await self.task(asker, task_id)
        if task.state not in (TaskState.SOLVED, TaskState.SHOWN):
            raise QuestionRefusedError(_OPEN)
        return task

    async def page(self, asker: Asker, page: int) -> TaskPage:
        """The learner's puzzles, newest first."""
        return await self._puzzles.page(asker.user_id, page, PAGE_SIZE)


def puzzle_of(task: Task) -> Puzzle:
    """Raises NotFoundError for a task that is no puzzle."""
    if task.problem.draft.puzzle is None:
        raise NotFoundError(_NOT_THERE)
    return task.problem.draft.puzzle


def hints_of(puzzle: Puzzle) -> int:
    """How many links of its chain are hints."""
    return len(puzzle.links) - 1


def draft_of_puzzle(puzzle: Puzzle) -> DraftProblem:
    """A puzzle as it is stored."""
    lines = {f"line{place}": paragraph for place, paragraph in enumerate(puzzle.statement)}
    template = "\n".join(f"{{{name}}}" for name in lines)  # nothing to translate in it
    return DraftProblem(
        puzzle.kind,
        puzzle.level,
        puzzle.seed,
        PUZZLE,
        Message(template, None, **lines),
        Formula(puzzle.answer, rf"\text{{{puzzle.answer.translate(_UNJOINED)}}}"),
        {},
        (),
        puzzle=puzzle,
    )


def in_words(puzzle: Puzzle, given: Mapping[str, str], language: Language) -> list[str]:
    """The fields of an answer: a choice by its name and what is chosen, a text as it was typed."""
    told: list[str] = []
    for field in puzzle.fields:
        labels = {choice.value: say(choice.label, language) for choice in field.choices}
        label, value = say(field.label, language), given.get(field.key, "")
        between = " " if label.endswith("?") else ": "
        told.append(f"{label}{between}{labels.get(value, value)}" if field.choices else value)
    return told


def solved_in_words(puzzle: Puzzle, language: Language) -> str:
    """The solution by the names of its choices where it has any, else as it is typed."""
    if not any(field.choices for field in puzzle.fields):
        return puzzle.answer
    given = {key: " | ".join(value.splitlines()) for key, value in puzzle.given}  # a plan has a line a step
    return ", ".join(in_words(puzzle, given, language))


def claim_of(typed: Mapping[str, str]) -> str:
    """An answer as it is kept: one text for one answer."""
    return json.dumps(dict(typed), ensure_ascii=False, sort_keys=True)


def answer_of(claim: str) -> dict[str, str]:
    """The fields' values of an answer that was kept."""
    return {str(key): str(value) for key, value in json.loads(claim).items()}


def _mark(judged: Judged) -> Mark:
    if not judged.readable:
        return Mark.UNREADABLE
    return Mark.RIGHT if judged.right else Mark.WRONG


_BUSY = Message("Mathematics is too busy to make a puzzle just now. Please try again in a minute.")
