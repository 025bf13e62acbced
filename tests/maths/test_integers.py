"""Whole numbers that conditions describe, calculations in words, other forms: decided rightly or not at all."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from maths.decide import decide
from maths.families.numbers.expansion import Expansion
from maths.families.numbers.forms import DigitAfterPoint, InForm, PlacesAfterPoint
from maths.families.numbers.integers import conditions as c
from maths.families.numbers.integers import digit_conditions as d
from maths.families.numbers.integers.described import Described, Listing, Whether
from maths.families.numbers.integers.in_base import InBase, UnknownBase
from maths.families.numbers.integers.measures import DIGIT_SUM, DIVISOR_SUM, DIVISORS, digit, last_digits
from maths.families.numbers.integers.satisfied import Satisfies
from maths.families.numbers.integers.values import Given, HowMany, Measured, Numbers, Total
from maths.families.settled import UndecidedError
from maths.read import read
from maths.steps import work
from maths.verdict import Level
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

ANSWERS = {
    "How many positive integers less than 100 are not divisible by 3?": "66",
    "How many positive integers less than or equal to 99 are divisible by 3?": "33",
    "How many positive integers less than 99 are divisible by 3?": "32",
    "How many integers strictly between 10 and 20 are even?": "4",
    "How many integers from 10 to 20 are even?": "6",
    "How many integers between -5 and 5, inclusive, are multiples of 2?": "5",
    "What is the smallest positive integer divisible by 6?": "6",
    "What is the smallest 2-digit positive integer?": "10",
    "What is the smallest two-digit number?": "10",
    "What is the largest 2-digit integer?": "99",
    "What is the smallest two-digit integer that is prime?": "11",
    "What is the smallest positive integer that leaves a remainder of 1 when divided by 2, 3 and 4?": "1",
    "What is the smallest integer greater than 1 that leaves a remainder of 1 when divided by 2, 3 and 4?": "13",
    "What is the largest negative integer divisible by 6?": "-6",
    "What is the smallest prime number?": "2",
    "What is the smallest composite number?": "4",
    "How many primes are less than 2?": "0",
    "How many even primes are there between 1 and 100?": "1",
    "Is 1 a perfect square?": "True",
    "Is 0 a perfect square?": "True",
    "Is 0 an even number?": "True",
    "Is 2 an odd number?": "False",
    "What is the sum of the proper divisors of 28?": "28",
    "What is the sum of the divisors of 28?": "56",
    "How many odd divisors does 28 have?": "2",
    "How many even divisors does 28 have?": "4",
    "How many divisors of 28 are not even?": "2",
    "What is the sum of the distinct prime factors of 12?": "5",
    "What is the sum of the prime factors of 30?": "10",
    "How many multiples of 7 are there between -20 and 20?": "5",
    "What is the units digit of 0?": "0",
    "How many trailing zeros does 25! have?": "6",
    "How many two-digit numbers are divisible by 7 or 11?": "21",
    "How many two-digit numbers are divisible by 7 and 11?": "1",
    "How many two-digit numbers are divisible by 7 but not by 11?": "12",
    "How many two-digit numbers are not prime?": "69",
    "How many positive integers less than 20 are composite?": "10",
    "How many three-digit numbers contain the digit 7?": "252",
    "How many positive integers n satisfy n^2 < 10?": "3",
    "How many integers n satisfy n^2 < 10?": "7",
    "How many integers n satisfy n^2 = 9?": "2",
    "What is the product of all integers between -3 and 3, inclusive?": "0",
    "What is the sum of all integers between -3 and 3, inclusive?": "0",
    "What is the sum of the first 5 primes?": "28",
    "Write 1/3 as a decimal.": "0.\\overline{3}",
    "What is the 5th digit after the decimal point of 1/8?": "0",
    "100보다 작은 자연수 중 3의 배수가 아닌 수의 개수를 구하시오.": "66",
    "10 이상 20 미만의 짝수의 개수를 구하시오.": "5",
    "10 초과 20 이하의 짝수의 개수를 구하시오.": "5",
    "가장 작은 소수를 구하시오.": "2",
    "12의 약수의 개수를 구하시오.": "6",
    "100 이하의 자연수 중 2와 3의 공배수의 개수를 구하시오.": "16",
    "How many positive integers less than 50 are multiples of both 3 and 4?": "4",
    "How many positive integers less than 50 are multiples of either 3 or 4?": "24",
    "How many positive integers at most 50 are multiples of 5?": "10",
    "How many positive perfect squares are less than 50?": "7",
    "How many perfect cubes are between 1 and 1000, inclusive?": "10",
    "What is the greatest common divisor of 12 and 18?": "6",
    "What is the sum of the digits of the number 999?": "27",
    "What is the product of the digits of 234?": "24",
    "What is the number of digits in 2^10?": "4",
    "What is the smallest three-digit number that is divisible by 7 and whose digits sum to 8?": "161",
    "What is the smallest positive integer whose digits sum to 20?": "299",
    "What is the largest three-digit number with distinct digits?": "987",
    "What is the smallest positive integer with exactly 5 divisors?": "16",
    "What is the smallest positive integer with exactly five positive divisors?": "16",
    "What is the largest integer less than 50 that is relatively prime to 42?": "47",
    "How many positive integers less than 1000 are both perfect squares and perfect cubes?": "3",
    "What two-digit number is both a perfect square and a perfect cube?": "64",
    "What integer between 20 and 30 is a perfect square?": "25",
    "Find all two-digit multiples of 17.": "17, 34, 51, 68, 85",
    "List the positive integers less than 10 that are relatively prime to 10.": "1, 3, 7, 9",
    "What is the exponent of 2 in the prime factorization of 20!?": "18",
    "What is the least positive integer n such that n! is divisible by 100?": "10",
    "What is the smallest positive integer n such that 45n is a perfect cube?": "75",
    "How many positive integers n are there such that 24/n is an integer?": "8",
    "What is the sum of all positive integers n such that n^2 divides 72?": "12",
    "What is the largest prime factor of 2^10 - 1?": "31",
    "What is the units digit of 3^(2^100)?": "1",
    "What is the remainder when 3^1000000 is divided by 7?": "4",
    "What are the last two digits of 7^2023?": "43",
    "What is the last digit of 2^10 + 3^10?": "3",
    "What is the hundreds digit of 7! ?": "0",
    "Is 2^10 + 1 divisible by 5?": "True",
    "Is 91 prime?": "False",
    "How many three-digit palindromes are there?": "90",
    "How many palindromes are between 100 and 200?": "10",
    "How many four-digit numbers end in 5?": "900",
    "What is the smallest positive integer that is a multiple of 6 and a multiple of 8?": "24",
    "How many positive divisors of 72 are perfect squares?": "4",
    "How many positive divisors of 72 are multiples of 6?": "6",
    "What is the sum of the common factors of 12 and 18?": "12",
    "How many integers satisfy |x - 3| < 4?": "7",
    "How many integers x satisfy the inequality |x - 3| <= 4?": "9",
    "What is the smallest integer greater than sqrt(50)?": "8",
    "How many integers are between sqrt(10) and sqrt(50)?": "4",
    "What is the product of the two smallest primes?": "6",
    "What is the second smallest prime?": "3",
    "What is the third largest two-digit prime?": "83",
    "What is the 5th positive multiple of 7?": "35",
    "What is the product of 6 and 7?": "42",
    "What is half of 30?": "15",
    "What is 3 less than 10?": "7",
    "What is the reciprocal of 3/4?": "4/3",
    "What is the opposite of -5?": "5",
    "What is the square of 12?": "144",
    "What is the difference between 20 and 7?": "13",
    "Write 3/8 as a decimal.": "0.375",
    "Write 5/12 as a decimal.": "0.41\\overline{6}",
    "Write 35% as a fraction.": "7/20",
    "What is three fourths of 60?": "45",
    "What is one third of the product of 4 and 9?": "12",
    "What is the absolute value of -7?": "7",
    "What is the 291st digit after the decimal point in the decimal expansion of 1/37?": "7",
    "How many digits are to the right of the decimal point in the decimal 54317/80000?": "7",
    "Find the square root of the sum of 9 and 16.": "5",
    "What is 40 decreased by 12?": "28",
    "Subtract 12 from the product of 5 and 6.": "18",
    "100보다 작은 자연수 중 3의 배수의 개수를 구하시오.": "33",
    "100 이하의 자연수 중에서 3 또는 5로 나누어떨어지는 수는 모두 몇 개입니까?": "47",
    "1부터 100까지의 자연수 중에서 3의 배수이지만 5의 배수가 아닌 수의 개수를 구하시오.": "27",
    "가장 작은 세 자리 소수는 무엇입니까?": "101",
    "두 자리 자연수 중에서 가장 큰 7의 배수를 구하시오.": "98",
    "10과 30 사이의 소수의 합을 구하시오.": "112",
    "36의 양의 약수의 개수를 구하시오.": "9",
    "7^2023의 일의 자리 숫자를 구하시오.": "3",
    "3으로 나누면 2가 남고 5로 나누면 3이 남는 가장 작은 자연수를 구하시오.": "8",
    "2^50의 각 자리 숫자의 합을 구하시오.": "76",
    "2^100은 몇 자리 수입니까?": "31",
    "100!의 끝에 연속되는 0의 개수를 구하시오.": "24",
    "12n이 완전제곱수가 되도록 하는 가장 작은 자연수 n을 구하시오.": "3",
    "3 < sqrt(n) < 5를 만족하는 정수 n의 개수를 구하시오.": "15",
    "50 이상 250 이하의 완전제곱수는 모두 몇 개인가요?": "8",
    "7^100을 5로 나눈 나머지를 구하시오.": "1",
    "각 자리 숫자의 합이 5인 세 자리 자연수의 개수를 구하시오.": "15",
    "100 이하의 자연수 중 약수의 개수가 3개인 수를 모두 구하시오.": "4, 9, 25, 49",
    "세 자리 자연수 중 6과 8로 모두 나누어떨어지는 수는 몇 개인가?": "37",
    "1001의 가장 큰 소인수를 구하시오.": "13",
    "100의 약수 중에서 짝수의 합을 구하시오.": "186",
    "1에서 50까지의 수 중 4의 배수는 모두 몇 개 있습니까?": "12",
    "12와 서로소인 20 이하의 자연수의 개수를 구하시오.": "7",
    "24와 36의 공약수의 합을 구하시오.": "28",
    "100보다 작은 가장 큰 소수를 구하시오.": "97",
    "How many positive integers less than 100 are divisible by 3 or 5 but not 15?": "40",
    "How many positive integers less than 100 are divisible by 3 or 5 but not by 15?": "40",
    "What is the largest three-digit multiple of 7?": "994",
    "Find the sum of all positive divisors of 36.": "91",
    "How many integers n satisfy 3 < sqrt(n) < 5?": "15",
    "What is the units digit of 7^2023?": "3",
    "What is the tens digit of $7^{2023}$?": "4",
    "Find the sum of the digits of 2^50.": "76",
    "How many trailing zeros does 100! have?": "24",
    "What is the greatest prime factor of 1001?": "13",
    "What is the least positive integer n such that 12n is a perfect square?": "3",
    "How many integers between 10 and 20 are prime?": "4",
    "What is the remainder when 2^100 is divided by 7?": "2",
    "List all primes between 10 and 30.": "11, 13, 17, 19, 23, 29",
    "Evaluate $2130_{7}-1401_{7}$. Express your answer in base 7.": "426_7",
    "Express $213_7-213_5$ in base 10.": "50",
    "Find the base $b$ in which the equation $12\\cdot14=201$ is valid.": "7",
    "The product of three consecutive integers is 210. What is the largest of these integers?": "7",
    "What value of $d$ makes the four-digit number 37d2 divisible by 11?": "6",
    "What is the second largest common factor of 12 and 18?": "3",
    "What is the product of the digits of 24?": "8",
    "What integer $n$ satisfies $0\\le n<{50}$ and $$1234\\equiv n\\pmod {50}~?$$": "34",
    "Find the integer $n$, $0 \\le n \\le 8$, that satisfies \\[n \\equiv 4321 \\pmod{9}.\\]": "1",
    "What is the largest negative integer $x$ satisfying $$5x \\equiv 3 \\pmod{11}~?$$": "-6",
}

UNDECIDED = [
    "How many integers less than 100 are divisible by 3?",
    "How many integers between 10 and 20 are even?",
    "What is the smallest integer divisible by 6?",
    "What is the smallest 2-digit integer?",
    "Find the smallest three-digit integer divisible by 7.",
    "What is the smallest integer with exactly two digits?",
    "What is the sum of the two smallest two-digit integers?",
    "What is the sum of the smallest and the largest two-digit integer?",
    "Find the smallest number that leaves a remainder of 1 when divided by 2, 3 and 4.",
    "What is the smallest whole number that leaves a remainder of 2 when divided by 7?",
    "What is the smallest whole number divisible by 6?",
    "What is the largest integer divisible by 6?",
    "What is the largest prime number?",
    "How many proper divisors does 28 have?",
    "How many integer divisors does 28 have?",
    "How many prime factors does 12 have?",
    "What is the sum of the prime factors of 12?",
    "How many multiples of 7 are there?",
    "What is the remainder when -7 is divided by 3?",
    "What is the remainder when 2^10 is divided by 0?",
    "What is the units digit of 0^0?",
    "How many trailing zeros does 0 have?",
    "How many zeros does 25! have?",
    "How many numbers less than 10 are there?",
    "How many numbers between 1 and 10 are greater than 5?",
    "How many two-digit numbers are not divisible by 7 or 11?",
    "How many two-digit numbers are not divisible by 7 and 11?",
    "How many two-digit numbers are multiples of 3 and 4 or 5?",
    "How many three-digit numbers do not contain the digit 7?",
    "What is the smallest positive integer that leaves a remainder of 5 when divided by 3?",
    "What is the smallest integer that leaves a remainder of 1 when divided by 3?",
    "How many integers n satisfy n^2 > 10?",
    "How many real numbers x satisfy x^2 < 10?",
    "How many numbers n satisfy n^2 < 10?",
    "What is the average of all primes between 24 and 28?",
    "What is half of 10 plus 2?",
    "What is the difference of 3 and 5?",
    "What is the sum of 3 and 4 squared?",
    "What is twice 3 plus 4?",
    "Write 2 as a mixed number.",
    "Write 2/3 as a mixed number.",
    "What is the third decimal digit of pi?",
    "100보다 작은 3의 배수의 개수를 구하시오.",
    "10과 20 사이의 짝수의 개수를 구하시오.",
    "가장 큰 소수를 구하시오.",
    "두 자리 정수 중 7의 배수의 개수를 구하시오.",
    "100 이하의 자연수 중 2와 3의 배수의 개수를 구하시오.",
    "3으로 나누면 5가 남는 가장 작은 자연수를 구하시오.",
    "How many positive integers exceed 50?",
    "How many perfect squares are less than 50?",
    "How many perfect cubes are less than 1000?",
    "What is the largest power of 2 that divides 20!?",
    "Write MCMXCIV as a number.",
    "How many numbers between 10 and 20 are multiples of 5?",
    "The sum of the proper divisors of 12 is 15. What is the sum of the proper divisors of 20?",
    "The product of two consecutive integers is 56. What is the largest of these integers?",
    "The number 12d4 is divisible by 3. Find d.",
    "gcd of 12,100 and 5",
    "How many positive integers less than 9999 are multiples of 2,500 or 3?",
    "How many factors do 12,100 and 5 have in common?",
    "How many integers $a$ satisfying $1 \\le a \\le 7$ are there such that $a^{-1} \\equiv a \\pmod{8}$?",
]


@pytest.mark.parametrize(("problem", "answer"), ANSWERS.items())
def test_answer(problem: str, answer: str) -> None:
    decision = decide(problem)
    assert decision.answer is not None, decision.reason
    assert decision.answer.typed == answer


@pytest.mark.parametrize("problem", UNDECIDED)
def test_a_trick_an_assumption_or_an_ambiguity_is_not_decided(problem: str) -> None:
    assert decide(problem).answer is None


BELOW_30 = Numbers((c.Bound(">", Fraction(0)), c.Bound("<", Fraction(30)), c.MultipleOf(7)))
BROKEN: dict[str, Callable[[], object]] = {
    "count": lambda: Described(HowMany(BELOW_30)).settle(lambda _: Fraction(5)),
    "sum": lambda: Described(Total("sum", BELOW_30)).settle(lambda _: Fraction(69)),
    "list": lambda: Listing(BELOW_30).settle(lambda _: [7, 14, 21]),
    "truth": lambda: Whether(Given(read("144")), c.PowerOf(2)).settle(lambda *_: False),
    "last digit": lambda: Described(Measured(digit(0), Given(read("7^2023")))).settle(lambda _: Fraction(7)),
    "in base": lambda: InBase(Given(read("100")), 7).settle(lambda *_: "203"),
    "unknown base": lambda: UnknownBase(((1, ("11",)), (-1, ("6",)))).settle(lambda _: [6]),
    "decimal": lambda: InForm(read("5/12"), "decimal").settle(lambda _: Expansion(0, "4", "16")),
    "decimal, period twice": lambda: InForm(read("1/3"), "decimal").settle(lambda _: Expansion(0, "", "33")),
    "digit": lambda: DigitAfterPoint(read("1/7"), 3).settle(lambda *_: 4),
    "places": lambda: PlacesAfterPoint(read("3/8")).settle(lambda _: Expansion(0, "37", "")),
}


@pytest.mark.parametrize("settle", BROKEN.values(), ids=BROKEN.keys())
def test_when_one_route_errs_nothing_is_decided(settle: Callable[[], object]) -> None:
    with pytest.raises(UndecidedError):
        settle()


@pytest.mark.parametrize(
    "condition",
    [
        c.MultipleOf(6), c.DivisorOf(360), c.Leaves(2, 7), c.Prime(), c.Composite(), c.PowerOf(2), c.PowerOf(3),
        c.Coprime(30), d.Palindrome(), d.DigitCount(2), d.DigitCount(3, 5), d.EveryDigit(frozenset({1, 2, 3})),
        d.HasDigit(3), d.HasDigit(1, 2), d.DigitOrder("different"), d.DigitOrder("same"), d.DigitOrder("increasing"),
        d.DigitOrder("decreasing"), c.Of(DIGIT_SUM, c.Bound("=", Fraction(9))), c.Of(DIVISORS, c.MultipleOf(2)),
        c.Of(DIVISOR_SUM, c.Bound(">", Fraction(50))), c.Of(last_digits(1), c.Prime()), c.OnceIn(360),
        c.Valued(read("n^2 + 1"), "n", c.Prime()), c.Valued(read("60/n"), "n", c.IsWhole()),
        Satisfies(read("3 < sqrt(n) < 5"), "n"), Satisfies(read("gcd(n, 36) = 4"), "n"),  # type: ignore[arg-type]
    ],
    ids=repr,
)  # fmt: skip
def test_both_judgements_of_a_condition_are_the_same(condition: c.Condition) -> None:
    kept = [n for n in range(1, 400) if condition.holds(n)]
    assert kept == [n for n in range(1, 400) if condition.again(n)]
    assert kept


EXPLAINED = [
    "How many positive integers less than 100 are divisible by 3 or 5?",
    "Find the least positive integer that leaves a remainder of 1 when divided by 3, 4 and 5 and is greater than 1.",
    "What is the units digit of 7^2023?",
    "How many divisors of 72 are not divisible by 3?",
    "Write 5/12 as a decimal.",
]


@pytest.mark.parametrize("problem", EXPLAINED)
def test_levels_differ_and_both_languages_speak(problem: str) -> None:
    told = {}
    for level in Level:
        lines = [line for passage in work(problem, level).passages for line in passage.lines]
        told[level] = [say(line, Language.ENGLISH) for line in lines]
        korean = [say(line, Language.KOREAN) for line in lines]
        assert told[level]
        assert not any(english == there for english, there in zip(told[level], korean, strict=True))
    assert told[Level.BEGINNER] != told[Level.ADVANCED]
