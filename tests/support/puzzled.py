"""What every kind of puzzle must be: looked at over many seeds, with what a reader sees."""

from __future__ import annotations

import re
from functools import cache
from time import process_time
from typing import TYPE_CHECKING

from maths.puzzle import puzzle
from maths.puzzles.all import maker
from maths.verdict import Level
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.message import Message
    from maths.puzzles.puzzle import Kind, Puzzle

_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


@cache
def made(kind: Kind, level: Level, seed: int) -> Puzzle:
    found = puzzle(kind, level, seed)
    assert found is not None, (kind, level, seed)
    return found


def messages(one: Puzzle) -> Iterator[Message]:
    """Everything of a puzzle that is read."""
    yield from one.statement
    for field in one.fields:
        yield field.label
        yield from (choice.label for choice in field.choices)
    for link in one.links:
        yield link.says
        yield from link.inside


def english_left_over(one: Puzzle) -> list[str]:
    """Sentences whose Korean holds words in Latin letters; single letters are names of things."""
    said = (say(message, Language.KOREAN) for message in messages(one))
    return [line for line in said if _LATIN_WORD.search(line)]


def looked_at(kind: Kind, seeds: int) -> list[float]:
    """The seconds each puzzle took; fails where one is not what it promises."""
    made.cache_clear()  # what is remembered takes no time
    room, seconds = maker(kind), list[float]()
    bands: dict[Level, tuple[int, int]] = {}
    statements: set[tuple[Message, ...]] = set()
    for level in Level:
        ratings: list[int] = []
        for seed in range(seeds):
            before = process_time()
            one = made(kind, level, seed)
            seconds.append(process_time() - before)
            assert room.alone(one), (level, seed)
            assert room.faults(one) == [], (level, seed)
            assert room.judge(one, dict(one.given)).right, (level, seed)
            assert one.statement not in statements, (level, seed)
            assert 1 <= sum(1 for _ in one.links) <= 25, (level, seed)
            assert 1 <= len(one.fields) <= 5, (level, seed)
            assert all(not field.choices or 2 <= len(field.choices) <= 25 for field in one.fields), (level, seed)
            statements.add(one.statement)
            ratings.append(one.rating)
        bands[level] = (min(ratings), max(ratings))
    assert bands[Level.BEGINNER][1] < bands[Level.INTERMEDIATE][0], bands
    assert bands[Level.INTERMEDIATE][1] < bands[Level.ADVANCED][0], bands
    return seconds
