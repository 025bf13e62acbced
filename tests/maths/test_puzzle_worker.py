"""Puzzles from the worker: made, judged, and judged still when their seed gives another one."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from maths.message import Message
from maths.pool import Failed
from maths.puzzles.kept import compared, imprint
from maths.puzzles.puzzle import Kind
from maths.verdict import Level
from maths.worker import Mathematics, open_mathematics

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def mathematics() -> AsyncIterator[Mathematics]:
    async with open_mathematics(workers=1) as opened:
        yield opened


async def test_a_puzzle_is_made_and_judged_in_the_worker(mathematics: Mathematics) -> None:
    puzzle = await mathematics.puzzle(Kind.KNIGHTS, Level.BEGINNER, 3)
    assert puzzle is not None
    assert puzzle.data is None
    right = dict(puzzle.given)
    assert (await mathematics.judge_puzzle(puzzle, right)).right
    key, value = puzzle.given[0]
    other = next(choice.value for choice in puzzle.fields[0].choices if choice.value != value)
    wrong = await mathematics.judge_puzzle(puzzle, {**right, key: other})
    assert (wrong.right, wrong.readable) == (False, True)


async def test_one_whose_seed_gives_another_today_is_held_against_its_known_solution(mathematics: Mathematics) -> None:
    made = await mathematics.puzzle(Kind.KNIGHTS, Level.BEGINNER, 3)
    assert made is not None
    old = replace(made, statement=(Message("An older puzzle."),), given=((made.fields[0].key, "an old answer"),))
    assert imprint(old) != imprint(made)
    assert (await mathematics.judge_puzzle(old, {made.fields[0].key: " An  OLD answer"})).right
    assert not (await mathematics.judge_puzzle(old, dict(made.given))).right


async def test_an_empty_answer_is_no_answer(mathematics: Mathematics) -> None:
    puzzle = await mathematics.puzzle(Kind.KNIGHTS, Level.BEGINNER, 3)
    assert puzzle is not None
    assert not compared(puzzle, {}).readable


async def test_a_task_may_have_a_deadline_of_its_own() -> None:
    async with open_mathematics(workers=1, deadline=0.5) as mathematics:
        began = time.monotonic()
        assert await mathematics.run("time:sleep", 1.0, deadline=4.0) is None
        assert isinstance(await mathematics.run("time:sleep", 3.0), Failed)
        assert time.monotonic() - began < 3.0
