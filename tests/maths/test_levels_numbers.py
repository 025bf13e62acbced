"""Three levels of numbers, measuring, geometry, chance and logic: a text each, and beginners are told most."""

from __future__ import annotations

import re

import pytest

from maths.steps import work
from maths.verdict import Level, SectionKind
from tutor.types import Language
from tutor.words import say

TAUGHT = {
    "numbers": [
        "Is 91 prime?",
        "Is 97 prime?",
        "Is 1 prime?",
        "Find the prime factorization of 360",
        "Find the prime factors of 7",
        "How many divisors does 48 have?",
        "Solve 3x ≡ 4 (mod 7)",
        "Find the smallest positive integer x such that x ≡ 2 (mod 3) and x ≡ 3 (mod 5)",
        "Find the inverse of 3 modulo 11",
        "Find the smallest positive integer x such that x ≡ 2 (mod 3), x ≡ 3 (mod 5) and x ≡ 2 (mod 7)",
        "Solve 2x + 1 ≡ 5 (mod 9)",
        "Compute C(10,3)",
        "3^100 mod 7",
        "2^10 mod 12",
        "Is 5 a factor of 0?",
        "Is 54 divisible by 6?",
        "Find the gcd of 84 and 36",
        "Find the lcm of 12 and 18",
        "What is the remainder when 137 is divided by 12?",
        "Round 2.5 to the nearest integer",
        "2.5를 일의 자리까지 버림하면?",
        "In base 10, what is -23 + 14476?",
        "Convert 1011 from base 2 to base 10",
        "Which is greater, 3/7 or 4/9?",
        "Sort 2, -5, 7, 0.5 in ascending order",
        "What is the closest to 0.4 in 1/3, 1/2, 2/5?",
        "What is 17 + 25?",
        "Write 0.125 as a fraction",
    ],
    "described integers": [
        "What is the sum of the first 10 positive perfect squares?",
        "How many positive integers less than 7 divide 7?",
        "How many positive integers less than 100 are multiples of 7?",
        "How many positive integers less than 20 are multiples of 3 and not multiples of 2?",
        "How many primes are there between 1 and 50?",
        "What is the remainder when 7^100 is divided by 5?",
        "Let c be the units digit of 127. Calculate c^2.",
        "Which primes divide 84?",
        "7은 홀수인가?",
        "Is 36 a perfect square?",
        "What is the sum of the digits of 2024?",
    ],
    "measuring": [
        "Convert 45 degrees to radians",
        "Is 2024 a leap year?",
        "What day of the week was July 4, 2021?",
        "How many minutes are there between 1:45 PM and 4:10 PM?",
        "What time is it 50 minutes after 9:20 AM?",
        "Convert 3 km to m",
    ],
    "geometry": [
        "Find the distance between (1, 2) and (4, 6)",
        "Find the midpoint of (1, 2) and (3, 8)",
        "Find the slope of the line through (1, 2) and (3, 8)",
        "Find the equation of the line through (1, 2) and (3, 8)",
        "Find the area of a circle with radius 5",
    ],
    "proportion": [
        "What is 20% of 50?",
        "Simplify the ratio 12:18",
    ],
    "counting": [
        "In how many ways can the letters of the word BANANA be arranged so that the three A's are together?",
        "How many subsets does the set {2, 4, 6, 8, 10} have?",
        "How many ways can a committee of 4 be chosen from 5 boys and 6 girls with at least 2 girls?",
        "How many ways are there to put 6 balls in 2 boxes if the balls are not distinguishable but the boxes are?",
        "The probability that the train will be late is 2/7. What is the probability that the train will not be late?",
        "What is the expected value of the roll of a fair 8-sided die?",
        "A two-digit number is chosen at random. What is the probability that it is divisible by 9?",
        "동전을 세 번 던질 때 앞면이 정확히 두 번 나올 확률은?",
        "주사위 한 개를 던져 짝수가 나올 확률을 구하시오.",
    ],
    "statistics": [
        "Find the mean of 2, 4, 4, 5, 10",
        "Find the median of 3, 1, 4, 1, 5",
        "Find the mode of 3, 1, 4, 1, 5",
        "Find the range of 12, 5, 9, 20, 3",
    ],
    "logic": [
        "Is p ∨ q a tautology?",
        "Is p ∧ ¬p satisfiable?",
        "Is p -> q equivalent to not p or q?",
        "What is the truth value of p → q when p is true and q is false?",
    ],
}
PROBLEMS = [pytest.param(problem, id=problem) for problems in TAUGHT.values() for problem in problems]
_HAND_WORK = {SectionKind.APPROACH, SectionKind.STEPS}


def _texts(problem: str, level: Level, language: Language) -> tuple[list[str], list[str]]:
    """Approach and steps, and the steps alone."""
    passages = work(problem, level).passages
    whole = [say(line, language) for p in passages if p.kind in _HAND_WORK for line in p.lines]
    return whole, [say(line, language) for p in passages if p.kind is SectionKind.STEPS for line in p.lines]


@pytest.mark.parametrize("problem", PROBLEMS)
def test_three_texts_and_beginners_are_told_most(problem: str) -> None:
    for language in Language:
        beginner, middle, advanced = (_texts(problem, level, language) for level in Level)
        assert len({tuple(whole) for whole, _ in (beginner, middle, advanced)}) == len(Level)
        assert len(beginner[1]) >= len(advanced[1]) >= 1
        for line in (*beginner[1], *middle[1], *advanced[1]):
            assert line.endswith((".", "!", "?", ":"))
            assert re.search(r"[^\W\d_]{2}", line)


def test_a_beginner_is_told_why_larger_primes_need_no_trial() -> None:
    steps = " ".join(_texts("Is 97 prime?", Level.BEGINNER, Language.ENGLISH)[1])
    assert "10² > 97" in steps
    assert "2, 3, 5, 7" in steps


def test_a_beginner_multiplies_both_sides_by_the_inverse() -> None:
    steps = " ".join(_texts("Solve 3x ≡ 4 (mod 7)", Level.BEGINNER, Language.ENGLISH)[1])
    assert "Multiply both sides by 5: x ≡ 5·4 (mod 7)." in steps
    assert "20 = 2·7 + 6" in steps
