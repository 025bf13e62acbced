"""Cryptarithms: the words say one solution alone, the chain follows column by column, answers are read tolerantly."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from maths.generating.draw import Draw
from maths.logic.deduce import check
from maths.puzzle import puzzle
from maths.puzzles import confirmed
from maths.puzzles.board import Addition
from maths.puzzles.cryptarithm import BANDS, MAKER, SUPPOSITIONS, Cryptarithm
from maths.puzzles.cryptarithm_lexicon import WORDS
from maths.puzzles.cryptarithm_reason import Reasoner
from maths.puzzles.cryptarithm_search import readings
from maths.puzzles.cryptarithm_sum import Shown, Sum, carried, facts
from maths.puzzles.puzzle import Kind, Puzzle
from maths.verdict import Level
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = [(level, seed) for level in Level for seed in (1, 2, 3)]
LEFT_OVER = re.compile(r"[a-z]{2,}")


def made(level: Level, seed: int) -> Puzzle:
    found = puzzle(Kind.CRYPTARITHM, level, seed)
    assert found is not None
    return found


def known(one: Puzzle) -> Cryptarithm:
    assert isinstance(one.data, Cryptarithm)
    return one.data


def of(kind: Sum) -> Puzzle:
    """A puzzle of this sum, as far as an answer to it needs one."""
    return replace(made(Level.BEGINNER, 1), data=Cryptarithm(kind, (), ()))


SEND = Sum(("SEND", "MORE"), "MONEY")
MINUS = Sum(("MORE", "SEND"), "MONEY", shown=Shown.DIFFERENCE)
TIMES = Sum(("WET",), "WOOL", 6, Shown.PRODUCT)
TWO = Sum(("TWO", "TWO"), "FOUR")
SOLVED = "S=9 E=5 N=6 D=7 M=1 O=0 R=8 Y=2"


def read_back(one: Puzzle) -> tuple[dict[str, int], set[str]]:
    """What each letter counts in the equation of the statement, left less right, and the letters that are not 0."""
    left, _, right = str(one.statement[1]).partition(" = ")
    counts: dict[str, int] = {}
    times = 1
    if "×" in left:
        left, _, factor = left.partition(" × ")
        times = int(factor)
    signed = [(word, times) for word in left.partition(" − ")[0].split(" + ")]
    signed += [(word, -1) for word in (left.partition(" − ")[2], right) if word]
    for word, sign in signed:
        for place, letter in enumerate(reversed(word)):
            counts[letter] = counts.get(letter, 0) + sign * 10**place
    return counts, {word[0] for word, _ in signed}


def by_hand(counts: dict[str, int], leading: set[str], at_most: int = 2) -> list[dict[str, int]]:
    """All solutions of the equation as a whole: letters that count most first, while the rest can still make up."""
    order = sorted(counts, key=lambda letter: -abs(counts[letter]))
    found: list[dict[str, int]] = []

    def extend(at: int, total: int, digits: dict[str, int]) -> None:
        if len(found) >= at_most:
            return
        if at == len(order):
            if not total:
                found.append(dict(digits))
            return
        rest = [counts[letter] for letter in order[at:]]
        if not sum(9 * count for count in rest if count < 0) <= -total <= sum(9 * count for count in rest if count > 0):
            return
        for digit in range(1 if order[at] in leading else 0, 10):
            if digit not in digits.values():
                extend(at + 1, total + digit * counts[order[at]], {**digits, order[at]: digit})

    extend(0, 0, {})
    return found


@pytest.mark.parametrize(("level", "seed"), SEEDS)
def test_the_words_say_one_solution_alone(level: Level, seed: int) -> None:
    one = made(level, seed)
    (only,) = by_hand(*read_back(one))
    assert one.answer == " ".join(f"{letter}={only[letter]}" for letter in known(one).sum.letters)


@pytest.mark.parametrize(("level", "seed"), SEEDS)
def test_the_level_is_what_the_deduction_needs(level: Level, seed: int) -> None:
    one = made(level, seed)
    assert one.rating in BANDS[level]
    assert len(one.links) <= 25
    easier = {Level.INTERMEDIATE: Level.BEGINNER, Level.ADVANCED: Level.INTERMEDIATE}
    if level in easier:
        assert Reasoner(known(one).sum).solve(SUPPOSITIONS[easier[level]]) is None
    supposed = sum(1 for link in one.links if link.inside)
    assert {Level.BEGINNER: supposed == 0, Level.INTERMEDIATE: 1 <= supposed <= 3, Level.ADVANCED: supposed > 3}[level]


@pytest.mark.parametrize(
    ("puzzle", "count"), [(SEND, 1), (MINUS, 1), (TIMES, 1), (TWO, 7), (Sum(("AXE",), "EXTRA", 9, Shown.PRODUCT), 0)]
)
def test_solutions_are_counted(puzzle: Sum, count: int) -> None:
    assert len(readings(puzzle, 100)) == count


@pytest.mark.parametrize("seed", [1, 2])
def test_the_common_check_confirms_the_steps_too(seed: int) -> None:
    data = known(made(Level.BEGINNER, seed))
    reasoner = Reasoner(data.sum)
    assert check(reasoner.unknowns, facts(data.sum), reasoner.steps(data.moves)) == []


@pytest.mark.parametrize("level", [Level.BEGINNER, Level.INTERMEDIATE])
def test_a_step_that_does_not_follow_is_a_fault(level: Level) -> None:
    data = known(made(level, 5))
    reasoner = Reasoner(data.sum)
    solution = dict(data.digits)
    solution |= {f"c{place}": carry for place, carry in carried(data.sum, solution).items()}
    steps = reasoner.steps(data.moves)
    assert confirmed.faults(reasoner.unknowns, facts(data.sum), steps, solution) == []
    for number, step in list(enumerate(steps))[::4]:
        unknown = step.removed[0][0]
        wrong = replace(step, removed=((unknown, solution[unknown.name]),))
        chain = [*steps[:number], wrong, *steps[number + 1 :]]
        assert confirmed.faults(reasoner.unknowns, facts(data.sum), chain, solution), step
    assert confirmed.faults(reasoner.unknowns, facts(data.sum), steps[:-1], solution)


def test_a_seed_makes_the_same_puzzle_and_another_seed_another() -> None:
    assert made(Level.BEGINNER, 5) == made(Level.BEGINNER, 5)
    told = [str(made(Level.BEGINNER, seed).statement[1]) for seed in range(15)]
    assert len(set(told)) == 15
    assert {sign for line in told for sign in "+−×" if sign in line} == set("+−×")


def test_the_board_shows_the_words_and_then_the_digits() -> None:
    for seed in range(6):
        one = made(Level.BEGINNER, seed)
        assert isinstance(one.board, Addition)
        assert isinstance(one.solved_board, Addition)
        line = f" {one.board.sign} ".join(one.board.rows) + f" = {one.board.total}"
        assert line == str(one.statement[1])
        first, *others = map(int, one.solved_board.rows)
        whole = {"+": first + sum(others), "−": first - sum(others), "×": first * (others or [1])[0]}
        assert whole[one.solved_board.sign] == int(one.solved_board.total)


ANSWERS = [
    (SEND, SOLVED, True, "right"),
    (SEND, "s=9,e=5,n=6,d=7,m=1,o=0,r=8,y=2", True, "right"),
    (SEND, "S9E5N6D7M1O0R8Y2", True, "right"),
    (SEND, "S: 9\nE: 5\nN: 6\nD: 7\nM: 1\nO: 0\nR: 8\nY: 2", True, "right"),
    (SEND, "S는 9, E는 5, N은 6, D는 7, M은 1, O는 0, R은 8, Y는 2", True, "right"),
    (SEND, "SEND=9567 MORE=1085 MONEY=10652", True, "right"),
    (SEND, "9567 + 1085 = 10652", True, "right"),
    (SEND, "9567, 1085, 10652", True, "right"),
    (SEND, "10652", True, "right"),
    (SEND, "\uff33=\uff19 E=5 N=6 D=7 M=1 O=0 R=8 Y=2", True, "right"),
    (MINUS, "10652 - 1085 = 9567", True, "right"),
    (MINUS, "10652 9567", None, "Type every letter"),
    (TIMES, "167 × 6 = 1002", True, "right"),
    (TIMES, "W=1 E=6 T=7 O=0 L=2", True, "right"),
    (TIMES, "167 x 6 = 1002", True, "right"),
    (TIMES, "167 1002", True, "right"),
    (TWO, "734 734 1468", True, "right"),
    (TWO, "836+836=1672", True, "right"),
    (TWO, "1530", True, "right"),
    (SEND, "S=9 E=5 N=6 D=7 M=1 O=0 R=8 Y=3", False, "9567 + 1085 is 10652, not 10653"),
    (SEND, "S=8 E=5 N=6 D=7 M=1 O=0 R=8 Y=2", False, "S and R stand for the same digit"),
    (SEND, "S=9 E=5 N=6 D=7 M=0 O=1 R=8 Y=2", False, "M is not 0"),
    (SEND, "S=9 S=8", False, "S stands for two different digits"),
    (TWO, "734 735 1469", False, "O stands for two different digits"),
    (TIMES, "168 × 6 = 1002", False, "168 × 6 is 1008, not 1002"),
    (SEND, "S=9 E=5", None, "no digit yet: N, D, M, O, R, Y"),
    (SEND, "10653", None, "no digit yet"),
    (SEND, "S=9 Q=5", None, "no Q"),
    (SEND, "", None, "no answer"),
    (SEND, "모르겠어요", None, "no answer"),
    (SEND, "no idea", None, "Type every letter"),
    (SEND, "SEND=95671", None, "Type every letter"),
    (SEND, "S=9 (I think) E=5", None, "Type every letter"),
    (SEND, "1 2 3", None, "Type every letter"),
    (SEND, "9" * 10_000, None, "Type every letter"),
]


@pytest.mark.parametrize(("kind", "typed", "right", "said"), ANSWERS)
def test_answers_are_read_as_people_type_them(kind: Sum, typed: str, right: bool | None, said: str) -> None:  # noqa: FBT001
    """None: it cannot be read, and costs nothing."""
    judged = MAKER.judge(of(kind), {"digits": typed})
    assert (judged.right, judged.readable) == (bool(right), right is not None)
    assert said in str(judged.reason)


@pytest.mark.parametrize("level", Level)
def test_korean_leaves_no_english(level: Level) -> None:
    for seed in range(3):
        one = made(level, seed)
        inner = [said for link in one.links for said in link.inside]
        for message in (*one.statement, *(link.says for link in one.links), *inner, *(f.label for f in one.fields)):
            assert LEFT_OVER.findall(say(message, Language.KOREAN)) == []


def test_words_are_words() -> None:
    words = [word for length, some in WORDS.items() for word in some if len(word) == length and word.isalpha()]
    assert len(words) == len(set(words)) == sum(map(len, WORDS.values()))


def drawn() -> Iterator[Puzzle]:
    for level in Level:
        for seed in range(100):
            yield made(level, seed)


@pytest.mark.slow
def test_three_hundred() -> None:
    told: set[str] = set()
    for one in drawn():
        assert len(by_hand(*read_back(one))) == 1
        assert MAKER.alone(one)
        assert MAKER.faults(one) == []
        assert one.rating in BANDS[one.level]
        assert MAKER.judge(one, dict(one.given)).right
        told.add(str(one.statement[1]))
    assert len(told) == 300


def test_a_draw_that_is_no_puzzle_of_the_level_is_none() -> None:
    found = [MAKER.make(Draw(f"test {seed}"), Level.BEGINNER, seed) for seed in range(12)]
    assert None in found
    assert any(found)
