"""Puzzles by kind, level and seed, each with one solution found by two engines and a chain of deductions that holds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from maths.bounds import TooLargeError
from maths.generating.draw import Draw
from maths.message import Message
from maths.puzzles.all import maker
from maths.puzzles.kept import imprint, without_data
from maths.puzzles.puzzle import Judged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.puzzles.puzzle import Kind, Puzzle
    from maths.verdict import Level

MAX_TRIES = 60  # draws of one seed, until one is a puzzle of the level


def puzzle(kind: Kind, level: Level, seed: int) -> Puzzle | None:
    """The puzzle of a seed, always the same; None where none of its draws gave one that is confirmed."""
    room = maker(kind)
    for attempt in range(MAX_TRIES):
        try:
            made = room.make(Draw(f"puzzle {kind} {level} {seed} {attempt}"), level, seed)
            if made is not None and room.alone(made) and not room.faults(made):
                return made
        except TooLargeError:
            continue
    return None


_puzzle = lru_cache(maxsize=32)(puzzle)  # who was given one answers it soon, and more than once


def given_out(kind: Kind, level: Level, seed: int) -> Puzzle | None:
    """The same puzzle as it leaves this process."""
    made = _puzzle(kind, level, seed)
    return None if made is None else without_data(made)


def judge_kept(kind: Kind, level: Level, seed: int, given: Mapping[str, str], known: str) -> Judged | None:
    """An answer to a puzzle given out earlier, whose `imprint` was `known`; None where its seed gives another today."""
    made = _puzzle(kind, level, seed)
    return None if made is None or imprint(made) != known else maker(kind).judge(made, given)


def judge(kind: Kind, level: Level, seed: int, given: Mapping[str, str]) -> Judged:
    """An answer to the puzzle of a seed, held against its constraints."""
    made = puzzle(kind, level, seed)
    if made is None:
        return Judged(right=False, reason=Message("This puzzle cannot be made again."), readable=False)
    return maker(kind).judge(made, given)
