"""Statements that are easily read wrongly: another answer than the obvious one, or none at all."""

from __future__ import annotations

import pytest

from maths.bounds import RefusedError
from maths.families.settled import UndecidedError
from maths.statement import understand

ANSWERS = {
    # how far a word reaches
    "What is 12 divided by 4?": "3",
    "What is -2 cubed?": "-8",
    "What is the square of -3?": "9",
    "What is the sum of 2 and 3?": "5",
    "Add 2 to 3 times 4.": "14",
    # what is drawn
    "A bag contains 3 red balls and 4 blue balls. One ball is drawn. What is the probability that it is red?": "3/7",
    "A box contains 3 good and 2 bad bulbs. Two bulbs are drawn at random. "
    "What is the probability that neither is bad?": "3/10",
    "A bag contains 3 orange and 2 lemon candies. One candy is drawn. What is the probability that it is lemon?": "2/5",
    "빨간 공 3개와 파란 공 2개가 들어 있는 주머니에서 공 1개를 꺼낼 때 파란 공일 확률을 구하시오.": "2/5",
    # surfaces and lengths around
    "Find the total surface area of a hemisphere with radius 3.": "27*pi",
    "반지름의 길이가 3인 반구의 겉넓이를 구하시오.": "27*pi",
    "What is the perimeter of a semicircle with radius 3?": "6 + 3*pi",
    "반지름이 3인 반원의 둘레의 길이를 구하시오.": "6 + 3*pi",
    "겉넓이가 36π인 구의 반지름을 구하시오.": "3",
    # divisors
    "List the positive integer divisors of 6.": "1, 2, 3, 6",
    "How many positive integers are divisors of 12?": "6",
    "What is the greatest integer that is a divisor of 12 and 18?": "6",
    # digits that are zeros
    "What are the last two digits of 7^4?": "01",
    "What are the last three digits of 10^6 + 7?": "007",
    # percent signs
    "50 / 20%": "250",
    r"What is $\frac12\%$ of 200?": "1",
    # constants with conditions
    "a^2 = 4를 만족하는 상수 a의 값을 구하시오.": "-2, 2",
    "a^2 = 4를 만족하는 실수 상수 a의 값을 구하시오.": "-2, 2",
}

OPEN = (
    # in Korean schools these are all three complex roots unless the real one is asked for
    "8의 세제곱근을 구하시오.",
    "27의 세제곱근은?",
    "What is 12 divided by 2 times 3?",
    "Divide 12 by 2 times 3.",
    "What is the square root of 9 times the square root of 4?",
    "What is the square root of 16 times 4?",
    "What is the sum of 2 and 3 times 4?",
    "What is the difference of 10 and 2 times 3?",
    "What is the quotient of 12 and 3 times 2?",
    "What is -3 squared?",
    "A bag contains 3 red balls and 4 wooden balls. One ball is drawn. What is the probability that it is red?",
    "A bag holds 3 red, 4 blue, and 5 non-red balls. One is drawn. What is the probability it is red?",
    "큰 공 3개와 파란 공 2개가 들어 있는 주머니에서 공 1개를 꺼낼 때 파란 공일 확률을 구하시오.",
    "찌그러진 주사위 한 개를 던질 때 6의 눈이 나올 확률을 구하시오.",
    "A biased coin is tossed twice. What is the probability of two heads?",
    "Find the surface area of a cylindrical tube with radius 2 and height 3.",
    "Find the surface area of a hemisphere with radius 3.",
    "What is the circumference of a semicircle with radius 3?",
    "Find the area of a triangle with sides 1, 2, 5.",
    "이등변삼각형의 두 변의 길이가 3, 5일 때 둘레의 길이를 구하시오.",
    "직각삼각형의 두 변의 길이가 3, 4일 때 넓이를 구하시오.",
    "뚜껑이 없는 직육면체의 가로, 세로, 높이가 1, 2, 3일 때 겉넓이를 구하시오.",
    "What is the sum of all integer divisors of 6?",
    "List the integer divisors of 6.",
    "How many integers are divisors of 12?",
    "How many integer factors does 12 have?",
    "What is 1/2% of 200?",
    "1/2%",
    "Convert 3/4% to a decimal.",
    "50/20%",
    "What is 2^3%?",
    "Evaluate [2.5].",
    "Evaluate [5/2] + 1.",
    "[2.5]의 값을 구하시오.",
    "a^2 = 4를 만족하는 양의 상수 a의 값을 구하시오.",
    "a^2 = 4를 만족하는 정수 상수 a의 값을 구하시오.",
    "How many integers are between 5 and 15?",
    "Two dice are rolled. What is the probability of a 6?",
)


@pytest.mark.parametrize(("statement", "answer"), ANSWERS.items())
def test_the_answer_is_the_careful_one(statement: str, answer: str) -> None:
    assert understand(statement).settle().answer.typed == answer


@pytest.mark.parametrize("statement", OPEN)
def test_what_may_mean_two_things_is_not_decided(statement: str) -> None:
    with pytest.raises((UndecidedError, RefusedError)):
        understand(statement).settle()
