"""Kenken: one solution by two engines and by the words themselves, chains that hold, answers judged."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import permutations, product
from math import prod

import pytest

from maths.puzzle import puzzle
from maths.puzzles.kenken import MAKER, Kenken
from maths.puzzles.kenken_cages import Cage, Cages
from maths.puzzles.kenken_check import faults, solutions
from maths.puzzles.kenken_search import squares
from maths.puzzles.kenken_steps import By
from maths.puzzles.puzzle import Kind, Puzzle
from maths.verdict import Level
from tutor.types import Language
from tutor.words import render

BANDS = {Level.BEGINNER: range(100, 200), Level.INTERMEDIATE: range(200, 300), Level.ADVANCED: range(300, 400)}


@cache
def made(level: Level, seed: int) -> Puzzle:
    found = puzzle(Kind.KENKEN, level, seed)
    assert found is not None
    return found


def data(one: Puzzle) -> Kenken:
    assert isinstance(one.data, Kenken)
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
    assert puzzle(Kind.KENKEN, level, seed) == one


def test_the_level_is_the_hardest_way_of_thinking() -> None:
    assert {step.tier for step in data(made(Level.BEGINNER, 1)).steps} == {1}
    assert max(step.tier for step in data(made(Level.INTERMEDIATE, 1)).steps) == 2
    assert By.SUPPOSING in {step.by for step in data(made(Level.ADVANCED, 1)).steps}


def test_two_solutions_are_seen_by_both_engines() -> None:
    loose = Cages(2, (Cage((0, 1), "+", 3), Cage((2, 3), "+", 3)))
    assert len(squares(loose)) == len(solutions(loose)) == 2


@pytest.mark.parametrize("place", [0, 2, 5])
def test_a_step_that_does_not_follow_is_a_fault(place: int) -> None:
    """Another digit is taken away than the step takes, or one that it has no reason for."""
    one = data(made(Level.ADVANCED, 1))
    step = one.steps[place]
    cell, mask = step.changed[0]
    right = 1 << one.solution[cell]
    wrong = replace(step, changed=((cell, mask & ~right or 2 if right != 2 else 4),))
    steps = (*one.steps[:place], wrong, *one.steps[place + 1 :])
    assert any(fault.startswith(f"step {place + 1}:") for fault in faults(one.grid, steps, one.solution))
    assert faults(one.grid, one.steps[:-1], one.solution) == ["the chain does not end at the answer"]


def test_answers_are_read_tolerantly_and_judged_by_the_rules() -> None:
    one = made(Level.BEGINNER, 1)
    size = data(one).grid.size
    rows = one.answer.split()

    def judged(text: str) -> tuple[bool, bool, str]:
        found = MAKER.judge(one, {"grid": text})
        return found.right, found.readable, render(found.reason, Language.ENGLISH)

    for text in (one.answer, "\n".join(rows), " / ".join(" ".join(row) for row in rows), ",".join("".join(rows)),
                 "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else "\n" for sign in one.answer)):  # fmt: skip
        assert judged(text)[:2] == (True, True), text
    assert judged("")[1] is judged("no idea")[1] is judged("9" * size**2)[1] is judged("1 2 3")[1] is False
    assert judged("1" * size**2) == (False, True, "In row 1 the digit 1 stands more than once.")
    shifted = [str(1 + (i + j) % size) for i in range(size) for j in range(size)]
    right, readable, reason = judged("".join(shifted))
    assert (right, readable) == (False, True)
    assert reason.startswith("The digits do not fit the cage ")


def statement(one: Puzzle, language: Language = Language.ENGLISH) -> str:
    return "\n".join(render(part, language) for part in one.statement)


@pytest.mark.parametrize(("level", "seed"), [(Level.BEGINNER, 1), (Level.BEGINNER, 2), (Level.INTERMEDIATE, 2)])
def test_the_words_alone_have_one_solution(level: Level, seed: int) -> None:
    """The English statement read anew and solved row by row, by nothing of the puzzle's own."""
    one = made(level, seed)
    text = statement(one)
    size = int(re.findall(r"(\d) × \d cells", text)[0])
    cages = []
    for part in re.findall(r"The cages: (.*)\.\n", text)[0].split("; "):
        note, _, cells = part.partition(" ")
        target, sign = re.findall(r"(\d+)(.?)", note)[0]
        cages.append((int(target), sign, [(int(r) - 1, int(c) - 1) for r, c in re.findall(r"R(\d)C(\d)", cells)]))
    assert sorted(cell for _, _, cells in cages for cell in cells) == list(product(range(size), repeat=2))

    def fits(rows: list[tuple[int, ...]]) -> bool:
        return all(
            holds(target, sign, [rows[r][c] for r, c in cells])
            for target, sign, cells in cages
            if all(r < len(rows) for r, _ in cells)
        ) and all(len(set(column)) == len(rows) for column in zip(*rows, strict=True))

    grids: list[list[tuple[int, ...]]] = [[]]
    for _ in range(size):
        grids = [[*rows, row] for rows in grids for row in permutations(range(1, size + 1)) if fits([*rows, row])]
    assert [" ".join("".join(map(str, row)) for row in rows) for rows in grids] == [one.answer]


def holds(target: int, sign: str, digits: list[int]) -> bool:
    match sign:
        case "+":
            return sum(digits) == target
        case "×":
            return prod(digits) == target
        case "−":
            return abs(digits[0] - digits[1]) == target
        case "÷":
            return max(digits) == target * min(digits)
        case _:
            return digits == [target]


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
