"""Nonograms: one solution by two engines and by the words themselves, chains that hold, answers judged."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import groupby, product

import pytest

from maths.generating.draw import Draw
from maths.puzzle import puzzle
from maths.puzzles.nonogram import MAKER, Nonogram
from maths.puzzles.nonogram_check import faults, solutions
from maths.puzzles.nonogram_grid import Numbers, placings
from maths.puzzles.nonogram_pictures import DRAWINGS, LETTERS, mirrored
from maths.puzzles.nonogram_search import pictures
from maths.puzzles.nonogram_solving import Solving
from maths.puzzles.puzzle import Kind, Puzzle
from maths.verdict import Level
from tutor.types import Language
from tutor.words import render

BANDS = {Level.BEGINNER: range(100, 200), Level.INTERMEDIATE: range(200, 300), Level.ADVANCED: range(300, 400)}


@cache
def made(level: Level, seed: int) -> Puzzle:
    found = puzzle(Kind.NONOGRAM, level, seed)
    assert found is not None
    return found


def data(one: Puzzle) -> Nonogram:
    assert isinstance(one.data, Nonogram)
    return one.data


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_puzzle_has_one_solution_and_a_chain_that_holds(level: Level, seed: int) -> None:
    one = made(level, seed)
    assert MAKER.alone(one)
    assert MAKER.faults(one) == []
    assert one.rating in BANDS[level]
    assert len(one.links) <= 25
    assert MAKER.judge(one, dict(one.given)).right
    assert puzzle(Kind.NONOGRAM, level, seed) == one


def test_the_level_is_how_it_is_solved() -> None:
    rounds = [Solving(data(made(level, 1)).numbers).rounds() for level in Level]
    assert rounds[0] is not None
    assert rounds[1] is not None
    assert rounds[0] <= 2 < rounds[1]
    assert rounds[2] is None
    assert any(step.inside for step in data(made(Level.ADVANCED, 1)).steps)


def test_all_placings_of_a_line() -> None:
    assert {f"{p:05b}"[::-1] for p in placings((2, 1), 5)} == {"11010", "11001", "01101"}
    assert placings((), 3) == (0,)
    assert placings((4,), 3) == ()


def test_two_solutions_are_seen_by_both_engines() -> None:
    loose = Numbers(((1,), (1,)), ((1,), (1,)))
    assert sorted(pictures(loose.rows, loose.columns)) == sorted(solutions(loose)) == [("#.", ".#"), (".#", "#.")]
    assert pictures(((2,), ()), ((1,), ())) == solutions(Numbers(((2,), ()), ((1,), ()))) == []


@pytest.mark.parametrize("place", [0, 3, 6])
def test_a_step_that_does_not_follow_is_a_fault(place: int) -> None:
    one = data(made(Level.INTERMEDIATE, 1))
    step = one.steps[place]
    wrong = replace(step, filled=step.empty, empty=step.filled)
    steps = (*one.steps[:place], wrong, *one.steps[place + 1 :])
    assert f"step {place + 1}" in faults(one.numbers, steps, one.solution)
    assert faults(one.numbers, one.steps[:-1], one.solution) == ["the chain does not end at the answer"]


def test_a_supposition_without_its_end_is_a_fault() -> None:
    one = data(made(Level.ADVANCED, 1))
    steps = tuple(replace(s, inside=s.inside[:-1]) if len(s.inside) > 1 else s for s in one.steps)
    assert faults(one.numbers, steps, one.solution)


def test_drawings_are_whole() -> None:
    for drawing in DRAWINGS + LETTERS:
        assert len({len(row) for row in drawing}) == 1
        assert set("".join(drawing)) == {"#", "."}
    figure = mirrored(Draw(1), 8, 9)
    assert all(row == row[::-1] for row in figure)


def test_answers_are_read_tolerantly_and_judged_by_the_rules() -> None:
    one = made(Level.BEGINNER, 1)
    rows = one.answer.split()
    cells = len("".join(rows))

    def judged(text: str) -> tuple[bool, bool, str]:
        found = MAKER.judge(one, {"grid": text})
        return found.right, found.readable, render(found.reason, Language.ENGLISH)

    written = [str.maketrans("#.", pair) for pair in ("#.", "10", "■□", "x.", "X-", "⬛⬜", "１０", "OX", "o.")]
    for table, between in product(written, ["\n", " ", " / ", ", "]):
        assert judged(between.join(rows).translate(table))[:2] == (True, True)
    assert judged("")[1] is judged("no idea")[1] is judged("2" * cells)[1] is judged("##.")[1] is False
    assert not judged(one.answer.replace("#", "1").replace(".", "o"))[1]
    assert judged(f"```\n{one.answer}\n```")[0]
    right, readable, reason = judged("." * cells)
    assert (right, readable) == (False, True)
    assert re.fullmatch(r"Row 1 \([\d ]+\): your runs there are 0\.", reason)
    assert not judged("#" * cells)[0]


def statement(one: Puzzle, language: Language = Language.ENGLISH) -> str:
    return "\n".join(render(part, language) for part in one.statement)


@pytest.mark.parametrize(("level", "seed"), [(level, seed) for level in Level for seed in (1, 2)])
def test_the_words_alone_have_one_solution(level: Level, seed: int) -> None:
    """The English statement read anew and solved by all rows there are, column by column, by nothing of its own."""
    text = statement(made(level, seed))
    found = [re.findall(rf"The {name} from .* to .*: (.*)\.", text)[0] for name in ("rows", "columns")]
    rows, columns = ([[int(number) for number in line.split()] for line in part.split("; ")] for part in found)
    every = ["".join(signs) for signs in product("#.", repeat=len(columns))]
    fitting = [[signs for signs in every if read(signs) == row] for row in rows]
    grids: list[tuple[str, ...]] = [()]
    for options in fitting:
        grids = [(*grid, row) for grid in grids for row in options if begun((*grid, row), columns)]
    solved = [grid for grid in grids if [read("".join(column)) for column in zip(*grid, strict=True)] == columns]
    assert [" ".join(grid) for grid in solved] == [made(level, seed).answer]


def read(signs: str) -> list[int]:
    return [len(list(run)) for sign, run in groupby(signs) if sign == "#"]


def begun(grid: tuple[str, ...], columns: list[list[int]]) -> bool:
    """Whether each column may still become what it has to be."""
    for signs, wanted in zip(zip(*grid, strict=True), columns, strict=True):
        runs = read("".join(signs))
        whole = runs if signs[-1] == "." else runs[:-1]
        last = runs[len(whole) :]
        if whole != wanted[: len(whole)] or (last and (len(runs) > len(wanted) or last[0] > wanted[len(whole)])):
            return False
    return True


def test_korean_has_no_english_left() -> None:
    for level in Level:
        one = made(level, 2)
        said = [statement(one, Language.KOREAN), *(render(link.says, Language.KOREAN) for link in one.links)]
        said += [render(inner, Language.KOREAN) for link in one.links for inner in link.inside]
        assert not re.findall(r"[A-Za-z]{2,}", " ".join(said))


@pytest.mark.slow
def test_three_hundred_puzzles() -> None:
    seen = set()
    for level in Level:
        for seed in range(100):
            one = made(level, seed)
            assert one.rating in BANDS[level]
            assert len(one.links) <= 25
            seen.add(one.statement)
    assert len(seen) == 300
