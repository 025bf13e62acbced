"""Four numbers and a target: what counts, what is the same, and that both calculations agree."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import permutations, product

import pytest
from puzzled import english_left_over, looked_at, made

from maths.generating.draw import Draw
from maths.puzzle import puzzle
from maths.puzzles.four import backwards, postfix
from maths.puzzles.four.chain import chain
from maths.puzzles.puzzle import Kind, Puzzle
from maths.puzzles.twentyfour import MAKER, Four, _puzzle
from maths.verdict import Level


def four(*numbers: int, target: int = 24) -> Puzzle:
    """The puzzle of these numbers, whether it is a good one or not."""
    tree = next(backwards.ways(tuple(sorted(numbers)), Fraction(target)))
    assert isinstance(tree, backwards.Join)
    return _puzzle(Four(numbers, target, tree, chain(tree)), Level.ADVANCED, 0)


JUDGED = [
    ("8/(3-8/3)", True, True),
    ("8 ÷ (3 − 8 ÷ 3)", True, True),
    ("8 ÷ [3 - 8 ÷ 3] = 24", True, True),
    ("24 = 8/(3 - 8/3)", True, True),
    ("8 나누기 (3 빼기 8 나누기 3)", True, True),
    ("8 divided by (3 minus 8/3)", True, True),
    ("8*3", False, True),
    ("8+8+3+3", False, True),
    ("8/(3-8/3)+0", False, True),
    ("8*3*8/8", False, True),
    ("8/(3-3)*8", False, True),
    ("8!/(3-8/3)", False, False),
    ("8^3-3*8", False, False),
    ("sqrt(8*8)*3", False, False),
    ("-(3-8)*(8-3)", False, False),
    ("8.0/(3-8/3)", False, False),
    ("8/(3-8/3) = 23", False, False),
    ("x", False, False),
    ("", False, False),
    ("(" * 500, False, False),
    ("__import__('os')", False, False),
]


@pytest.mark.parametrize(("typed", "right", "readable"), JUDGED)
def test_an_expression_counts_when_it_uses_the_four_numbers(typed: str, right: bool, readable: bool) -> None:  # noqa: FBT001
    judged = MAKER.judge(four(3, 3, 8, 8), {"expression": typed})
    assert (judged.right, judged.readable) == (right, readable), str(judged.reason)


def test_every_way_to_write_the_solution_counts() -> None:
    one = four(2, 3, 4, 5)  # 2*(3+4+5)
    for a, b, c in permutations((3, 4, 5)):
        assert MAKER.judge(one, {"expression": f"({a}+{b}+{c})x2"}).right
        assert MAKER.judge(one, {"expression": f"2({a}+({b}+{c}))"}).right


@pytest.mark.parametrize(
    ("numbers", "target", "count"),
    [
        ((3, 3, 8, 8), 24, 1),
        ((1, 5, 5, 5), 24, 1),
        ((1, 2, 3, 4), 24, 3),  # 1·2·3·4, (1+2+3)·4 and (1+3)·(2+4)
        ((1, 1, 1, 1), 24, 0),
        ((1, 4, 7, 9), 24, 1),  # (9-1)·(7-4) and (1-9)·(4-7)
        ((6, 7, 11, 13), 24, 1),  # 11 + 13, times or divided by 7 - 6, wherever it stands
        ((2, 3, 4, 5), 24, 2),  # 2·(3+4+5) and 4·(5+3-2)
    ],
)
def test_what_is_the_same_idea_is_counted_once(numbers: tuple[int, ...], target: int, count: int) -> None:
    assert len(backwards.ideas(tuple(backwards.ways(numbers, Fraction(target))))) == count
    assert len(postfix.ideas(numbers, target)) == count


def test_both_calculations_count_the_same_ideas() -> None:
    draw = Draw("ideas")
    for _ in range(60):
        numbers = tuple(sorted(draw.whole(1, 13) for _ in range(4)))
        target = draw.one_of((24, 24, draw.whole(10, 99)))
        found = backwards.ideas(tuple(backwards.ways(numbers, Fraction(target))))
        assert len(found) == len(postfix.ideas(numbers, target)), (numbers, target)


def test_a_false_claim_is_found() -> None:
    one = four(3, 3, 8, 8)
    assert isinstance(one.data, Four)
    assert MAKER.faults(one) == []
    claims = tuple(replace(claim, possible=not claim.possible) for claim in one.data.chain.claims)
    turned = replace(one, data=replace(one.data, chain=replace(one.data.chain, claims=claims)))
    assert len(MAKER.faults(turned)) == len(claims)


def test_the_claims_hold_by_brute_force() -> None:
    for seed in range(3):
        four_ = made(Kind.TWENTYFOUR, Level.ADVANCED, seed).data
        assert isinstance(four_, Four)
        for claim in four_.chain.claims:
            assert (claim.target in brute(claim.one, claim.other)) == claim.possible


def brute(one: tuple[int, ...], other: tuple[int, ...]) -> set[Fraction]:
    return {c for a in made_of(one) for b in made_of(other) for c in joined(a, b)}


def made_of(numbers: tuple[int, ...]) -> set[Fraction]:
    if len(numbers) == 1:
        return {Fraction(numbers[0])}
    found = set()
    for order in set(permutations(numbers)):
        for cut in range(1, len(order)):
            found |= brute(order[:cut], order[cut:])
    return found


def joined(a: Fraction, b: Fraction) -> set[Fraction]:
    return {a + b, a - b, b - a, a * b} | ({a / b} if b else set()) | ({b / a} if a else set())


# The statement read back


def from_words(one: Puzzle) -> tuple[list[int], int]:
    found = re.fullmatch(
        r"Make (\d+) from the numbers ([\d, ]+)\. Use each of them exactly once.*", str(one.statement[0])
    )
    assert found is not None
    return [int(number) for number in found[2].split(", ")], int(found[1])


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("seed", range(3))
def test_a_puzzle_is_whole_and_its_own_answer_right(level: Level, seed: int) -> None:
    one = made(Kind.TWENTYFOUR, level, seed)
    assert MAKER.alone(one)
    assert MAKER.faults(one) == []
    assert english_left_over(one) == []
    assert puzzle(Kind.TWENTYFOUR, level, seed) == one
    numbers, target = from_words(one)
    assert Fraction(target) in made_of(tuple(numbers))
    used = sorted(int(number) for number in re.findall(r"\d+", one.answer))
    assert used == sorted(numbers)


def test_only_advanced_puzzles_need_fractions() -> None:
    for level, seed in product(Level, range(4)):
        numbers, target = from_words(made(Kind.TWENTYFOUR, level, seed))
        assert (target in whole_made_of(tuple(numbers))) == (level is not Level.ADVANCED)


def whole_made_of(numbers: tuple[int, ...]) -> set[int]:
    """What is made without a fraction on the way."""
    if len(numbers) == 1:
        return {numbers[0]}
    found: set[int] = set()
    for order in set(permutations(numbers)):
        for cut in range(1, len(order)):
            for a in whole_made_of(order[:cut]):
                for b in whole_made_of(order[cut:]):
                    found |= {a + b, a - b, a * b} | ({a // b} if b and a % b == 0 else set())
    return found


@pytest.mark.slow
def test_every_puzzle_of_many_is_what_it_promises() -> None:
    seconds = sorted(looked_at(Kind.TWENTYFOUR, 100))
    assert seconds[len(seconds) // 2] < 0.3
    assert seconds[int(len(seconds) * 0.99)] < 1.5
    for level, seed in product(Level, range(40)):
        assert english_left_over(made(Kind.TWENTYFOUR, level, seed)) == []
