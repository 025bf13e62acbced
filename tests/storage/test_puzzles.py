"""Puzzles in a real database: they come back whole, one answer is counted once, and what is left counts for nothing."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from riddles import Riddler

from maths.message import Message
from maths.puzzles.board import Addition, Banks, Grid, Scales, Table, Tiles, Vessels
from maths.puzzles.kept import without_data
from maths.puzzles.puzzle import Kind
from storage.database import open_database
from storage.practice import StoredPractice
from storage.puzzle_encoding import encode_puzzle, puzzle_1
from storage.puzzles import StoredPuzzles
from tutor.learning import Attempt, DraftProblem, Mark, Moment, TaskKind, TaskState
from tutor.puzzles import answer_of, claim_of, draft_of_puzzle
from tutor.types import Asker, Level

if TYPE_CHECKING:
    from pathlib import Path

    from maths.puzzles.board import Board
    from storage.database import Database
    from tutor.learning import Task

MIN = Asker(11, 7)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = Moment(NOW, date(2026, 3, 1), date(2026, 3, 1))
BOARDS: tuple[Board | None, ...] = (
    None,
    Grid((("1", ""), ("", "#")), ((0, 0), (1, 1)), ((0, 1, "12×"),), ((1,), (2, 3)), ((), (1,))),
    Table((Message("House"), "1"), ((Message("Ada"), ""),)),
    Scales(((("1", "2"), ("3",), -1), ((), (), 0))),
    Vessels((("A", 3, 1),), 2),
    Banks(((Message("goat"), "2 min"),), (), boat_left=False),
    Tiles(("3", "?")),
    Addition(("SEND", "MORE"), "MONEY"),
)


async def draft(seed: int, kind: Kind = Kind.KNIGHTS) -> DraftProblem:
    puzzle = await Riddler().puzzle(kind, Level.BEGINNER, seed)
    assert puzzle is not None
    return draft_of_puzzle(puzzle)


async def given(database: Database, seed: int = 1) -> Task:
    task = await StoredPractice(database).give(MIN, await draft(seed), TaskKind.PUZZLE, NOW)
    assert task is not None
    return task


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: type(board).__name__)
async def test_every_puzzle_comes_back_exactly(board: Board | None) -> None:
    puzzle = await Riddler().puzzle(Kind.SUDOKU, Level.ADVANCED, 5)
    assert puzzle is not None
    made = without_data(replace(puzzle, board=board, solved_board=board))
    assert puzzle_1(json.loads(json.dumps(encode_puzzle(made)))) == made


async def test_a_puzzle_is_stored_whole_and_given_once(database: Database) -> None:
    task = await given(database)
    found = await StoredPractice(database).task(task.id)
    assert found.problem.draft == await draft(1)
    assert await StoredPractice(database).give(MIN, await draft(1), TaskKind.PUZZLE, NOW) is None


async def test_the_same_words_over_another_board_are_another_puzzle(database: Database) -> None:
    first = await draft(1, Kind.SUDOKU)
    assert first.puzzle is not None
    other = draft_of_puzzle(replace(first.puzzle, board=Tiles(("1",))))
    practice = StoredPractice(database)
    assert await practice.give(MIN, first, TaskKind.PUZZLE, NOW) is not None
    assert await practice.give(MIN, other, TaskKind.PUZZLE, NOW) is not None


async def test_what_is_left_counts_for_nothing_and_takes_no_answer(database: Database) -> None:
    practice, puzzles, task = StoredPractice(database), StoredPuzzles(database), await given(database)
    left = await puzzles.leave(task.id, NOW)
    assert left.state is TaskState.LEFT
    marking = await practice.mark(task.id, Attempt(1, claim_of({"a": "knight"}), Mark.RIGHT), TODAY)
    assert marking.mark is Mark.CLOSED
    assert (await practice.learner(MIN.user_id, TODAY.day, NOW)).days == ()


async def test_what_is_solved_stays_solved_when_left(database: Database) -> None:
    practice, puzzles, task = StoredPractice(database), StoredPuzzles(database), await given(database)
    await practice.mark(task.id, Attempt(1, claim_of({"a": "knight"}), Mark.RIGHT), TODAY)
    assert (await puzzles.leave(task.id, NOW)).state is TaskState.SOLVED


async def test_two_processes_count_one_answer_once(place: Path) -> None:
    async with open_database(place) as here, open_database(place) as there:
        task = await given(here)
        attempt = Attempt(5, claim_of({"a": "knave"}), Mark.RIGHT)
        markings = await asyncio.gather(*(StoredPractice(each).mark(task.id, attempt, TODAY) for each in (here, there)))
        assert [marking.task.state for marking in markings] == [TaskState.SOLVED] * 2
        assert (await StoredPractice(here).learner(MIN.user_id, TODAY.day, NOW)).days[0].solved == 1


async def test_the_last_answer_is_remembered_counted_or_not(database: Database) -> None:
    practice, puzzles, task = StoredPractice(database), StoredPuzzles(database), await given(database)
    assert await puzzles.typed(task.id) is None
    for receipt, mark in ((1, Mark.WRONG), (2, Mark.UNREADABLE)):
        await practice.mark(task.id, Attempt(receipt, claim_of({"a": f"{receipt}\n칸"}), mark), TODAY)
    typed = await puzzles.typed(task.id)
    assert typed is not None
    assert answer_of(typed) == {"a": "2\n칸"}


async def test_ones_own_puzzles_come_by_pages_newest_first(database: Database) -> None:
    practice, puzzles = StoredPractice(database), StoredPuzzles(database)
    for seed in range(5):
        await given(database, seed)
    await practice.give(MIN, await draft(77), TaskKind.DAILY, NOW)
    await practice.give(Asker(22, 7), await draft(78), TaskKind.PUZZLE, NOW)
    first, past = await puzzles.page(MIN.user_id, 0, 4), await puzzles.page(MIN.user_id, 9, 4)
    assert [task.problem.draft.seed for task in first.tasks] == [77, 4, 3, 2]
    assert (past.page, past.pages, [task.problem.draft.seed for task in past.tasks]) == (1, 2, [1, 0])
    assert (await puzzles.page(99, 0, 4)).tasks == ()
