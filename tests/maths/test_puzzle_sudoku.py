"""Sudoku: one filling by two engines, a level by its techniques, steps that follow, answers read as they are typed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from maths.generating.draw import Draw
from maths.puzzle import puzzle
from maths.puzzles.puzzle import Kind, Puzzle
from maths.puzzles.sudoku import BANDS, MAKER, Sudoku
from maths.puzzles.sudoku_check import faults
from maths.puzzles.sudoku_grid import SHAPES
from maths.puzzles.sudoku_search import fillings
from maths.puzzles.sudoku_step import Technique
from maths.puzzles.sudoku_techniques import rating, solve
from maths.verdict import Level
from tutor.types import Language
from tutor.words import say

SEEDS = [(level, seed) for level in Level for seed in (1, 2, 3)]
LEFT_OVER = re.compile(r"[a-z]{2,}", re.IGNORECASE)


def made(level: Level, seed: int) -> Puzzle:
    found = puzzle(Kind.SUDOKU, level, seed)
    assert found is not None
    return found


def known(one: Puzzle) -> Sudoku:
    assert isinstance(one.data, Sudoku)
    return one.data


def read_back(one: Puzzle) -> tuple[int, int, int, list[int]]:
    """Height, width, size and givens as the English statement says them."""
    rules, rows = str(one.statement[0]), str(one.statement[1])
    sizes = re.search(r"block of (\d) rows and (\d) columns holds each of the digits 1 to (\d)", rules)
    assert sizes
    height, width, size = map(int, sizes.groups())
    signs = rows.partition("\n")[2].split()
    return height, width, size, [0 if sign == "." else int(sign) for sign in signs]


def by_hand(height: int, width: int, size: int, grid: list[int], at_most: int = 2) -> list[list[int]]:
    """All fillings by plain backtracking, the cell with the fewest digits first."""
    best: tuple[int, list[int]] | None = None
    for cell, digit in enumerate(grid):
        if digit:
            continue
        row, column = divmod(cell, size)
        seen = {grid[row * size + c] for c in range(size)} | {grid[r * size + column] for r in range(size)}
        top, left = row - row % height, column - column % width
        seen |= {grid[r * size + c] for r in range(top, top + height) for c in range(left, left + width)}
        options = [d for d in range(1, size + 1) if d not in seen]
        if best is None or len(options) < len(best[1]):
            best = cell, options
    if best is None:
        return [grid]
    found: list[list[int]] = []
    for digit in best[1]:
        filled = [*grid[: best[0]], digit, *grid[best[0] + 1 :]]
        found += by_hand(height, width, size, filled, at_most - len(found))
        if len(found) >= at_most:
            break
    return found


@pytest.mark.parametrize(("level", "seed"), SEEDS)
def test_the_words_say_a_puzzle_with_this_solution_alone(level: Level, seed: int) -> None:
    one = made(level, seed)
    (only,) = by_hand(*read_back(one))
    assert "".join(map(str, only)) == one.answer.replace(" ", "")


@pytest.mark.parametrize(("level", "seed"), SEEDS)
def test_the_level_is_what_the_deduction_needs(level: Level, seed: int) -> None:
    one = made(level, seed)
    data = known(one)
    assert one.rating in BANDS[level]
    assert one.rating == rating(data.steps)
    easier = {Level.INTERMEDIATE: Technique.NAKED, Level.ADVANCED: Technique.NAKED_TRIPLE}
    if level in easier:
        assert solve(data.shape, data.givens, easier[level]) is None
    assert len(one.links) <= 25


def test_a_seed_makes_the_same_puzzle_and_another_seed_another() -> None:
    assert made(Level.BEGINNER, 5) == made(Level.BEGINNER, 5)
    assert len({made(Level.BEGINNER, seed).answer for seed in range(30)}) == 30
    assert {len(known(made(Level.BEGINNER, seed)).givens) for seed in range(30)} == {16, 36, 81}


GIVENS = "..9.....1 .8..4..7. 6..5..... .....3..2 .4..8..5. 7..6..... .....2..9 .1..3..4. 8..9.....".replace(" ", "")


def test_many_fillings_are_counted_up_to_two() -> None:
    shape = SHAPES[4]
    assert len(fillings(shape, [0] * 16)) == 2
    assert len(fillings(shape, [0] * 16, 400)) == 288
    assert fillings(shape, [1, 1, *[0] * 14]) == []
    assert len(fillings(SHAPES[9], [0 if sign == "." else int(sign) for sign in GIVENS])) == 2


@pytest.mark.parametrize("seed", range(4))
def test_a_step_that_does_not_follow_is_a_fault(seed: int) -> None:
    data = known(made(Level.ADVANCED, seed))
    for number, step in enumerate(data.steps):
        before, after = data.steps[:number], data.steps[number + 1 :]
        if step.removed:
            cell, digit = step.removed[0]
            wrong = replace(step, removed=((cell, data.solution[cell]),))
            assert faults(data.shape, data.givens, (*before, wrong, *after), data.solution)
            assert faults(data.shape, data.givens, (*before, *after), data.solution), (digit, "was idle")
        elif step.placed:
            cell = step.placed[0]
            wrong = replace(step, placed=(cell, data.solution[cell] % 9 + 1))
            assert faults(data.shape, data.givens, (*before, wrong, *after), data.solution)
    assert faults(data.shape, data.givens, data.steps[:-1], data.solution)


def wide(sign: str) -> str:
    """As a Korean keyboard may type it."""
    return chr(ord(sign) + 0xFEE0)


ANSWERS = [
    ("\n".join, True, True, "each digit once"),
    (" ".join, True, True, "each digit once"),
    (lambda rows: "\n".join(" ".join(row) for row in rows), True, True, "each digit once"),
    (lambda rows: " | ".join(",".join(row) for row in rows), True, True, "each digit once"),
    (
        lambda rows: "\n".join("".join(map(wide, row)) for row in rows),
        True,
        True,
        "each digit",
    ),
    (lambda rows: "".join(rows)[:-1], False, False, "there are 80 digits"),
    (lambda rows: "".join(rows)[:-1] + ".", False, False, "1 cell is still empty"),
    (lambda _: "", False, False, "no answer"),
    (lambda _: "9" * 10_000, False, False, "digits in the answer"),
    (lambda rows: "the answer is " + "".join(rows), False, False, "alone"),
]


@pytest.mark.parametrize(("typed", "right", "readable", "said"), ANSWERS)
def test_answers_are_read_as_people_type_them(typed, right: bool, readable: bool, said: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001, FBT001
    one = made(Level.ADVANCED, 1)
    judged = MAKER.judge(one, {"grid": typed(one.answer.split())})
    assert (judged.right, judged.readable) == (right, readable)
    assert said in str(judged.reason)


def test_a_wrong_digit_is_named_by_what_it_breaks() -> None:
    one = made(Level.ADVANCED, 1)
    data = known(one)
    given = next(cell for cell, digit in enumerate(data.givens) if digit)
    empty = next(cell for cell, digit in enumerate(data.givens) if not digit)
    for cell, said in ((given, "is given: it is"), (empty, "stands more than once")):
        grid = list(data.solution)
        grid[cell] = grid[cell] % 9 + 1
        judged = MAKER.judge(one, {"grid": "".join(map(str, grid))})
        assert not judged.right
        assert judged.readable
        assert said in str(judged.reason)


def test_any_filling_of_the_givens_counts() -> None:
    """Not the stored solution is compared: the rules are."""
    shape = SHAPES[4]
    loose = replace(made(Level.BEGINNER, 1), data=Sudoku(shape, (1, *[0] * 15), (0,) * 16, ()))
    for filling in fillings(shape, (1, *[0] * 15), 50):
        assert MAKER.judge(loose, {"grid": "".join(map(str, filling))}).right


@pytest.mark.parametrize("level", Level)
def test_korean_leaves_no_english(level: Level) -> None:
    one = made(level, 2)
    inner = [said for link in one.links for said in link.inside]
    for message in (*one.statement, *(link.says for link in one.links), *inner, *(f.label for f in one.fields)):
        assert LEFT_OVER.findall(say(message, Language.KOREAN).replace("XY-", "")) == []


@pytest.mark.slow
def test_three_hundred() -> None:
    told: set[str] = set()
    for level in Level:
        for seed in range(100):
            one = made(level, seed)
            data = known(one)
            assert len(by_hand(*read_back(one))) == 1
            assert MAKER.alone(one)
            assert MAKER.faults(one) == []
            assert one.rating in BANDS[level]
            assert MAKER.judge(one, dict(one.given)).right
            told.add(f"{data.givens}")
    assert len(told) == 300


def test_a_draw_that_is_no_puzzle_of_the_level_is_none() -> None:
    """Most draws of a hard level are easier, and are left."""
    found = [MAKER.make(Draw(f"test {seed}"), Level.ADVANCED, seed) for seed in range(12)]
    assert None in found
    assert any(found)
