"""A puzzle that was given to somebody and may be answered years later, by another version of the program."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.puzzle import Judged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.puzzles.puzzle import Puzzle

_BETWEEN = re.compile(r"[\s,;|/]+")


def without_data(puzzle: Puzzle) -> Puzzle:
    """The puzzle as everybody knows it, without what only its own room can read."""
    return replace(puzzle, data=None)


def imprint(puzzle: Puzzle) -> str:
    """What makes two puzzles the same: their words, their board and their answer. 64 digits."""
    words = "\n".join(str(paragraph) for paragraph in puzzle.statement)
    told = f"{puzzle.kind}\n{words}\n{puzzle.board!r}\n{puzzle.answer}"
    return hashlib.sha256(told.encode()).hexdigest()


def compared(puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
    """An answer held against the one solution that is known, where the puzzle cannot be made again."""
    if not any(given.get(field.key, "").strip() for field in puzzle.fields):
        return Judged(right=False, reason=Message("There is no answer in it."), readable=False)
    if all(_folded(given.get(key, "")) == _folded(value) for key, value in puzzle.given):
        return Judged(right=True, reason=Message("It satisfies everything the puzzle says."))
    return Judged(right=False, reason=Message("This is not the solution."))


def _folded(typed: str) -> str:
    return _BETWEEN.sub("", typed).casefold()
