"""Korean set phrases about percentages, ratios, decimals, roots and bases; numbers between dollar signs."""

from __future__ import annotations

import pytest

from maths.decide import decide

DECIDED = {
    "30% 할인한 가격이 6300원일 때, 할인하기 전의 가격을 구하시오.": "9000원",
    "어떤 수를 20% 늘리면 60이 된다. 어떤 수를 구하시오.": "50",
    "어떤 수를 40% 줄이면 27이 된다. 어떤 수를 구하시오.": "45",
    "어떤 수의 15%가 9일 때, 그 수의 40%는 얼마입니까?": "24",
    "400을 25% 늘린 뒤 다시 10% 줄인 값을 구하시오.": "450",
    "어떤 물건의 가격을 10% 올린 뒤 다시 20% 올리면, 처음 가격보다 몇 % 오른 것입니까?": "32%",
    "어떤 수를 50% 늘린 뒤 다시 50% 줄이면, 처음보다 몇 % 줄어든 것입니까?": "25%",
    "5/8를 백분율로 나타내시오.": "62.5%",
    "0.045를 백분율로 나타내시오.": "4.5%",
    "70을 3:4로 비례배분할 때, 더 큰 값을 구하시오.": "40",
    "y가 x의 제곱에 정비례하고 x = 2일 때 y = 12이다. x = 5일 때 y의 값을 구하시오.": "75",
    "비례식 3:7 = x:35를 푸시오.": "15",
    "비례식 3:x = 12:20에서 x의 값을 구하시오.": "5",
    "5/13를 순환소수로 나타낼 때, 순환마디의 자릿수를 구하시오.": "6",
    "7/160을 유한소수로 나타낼 때, 소수점 아래 자릿수를 구하시오.": "5",
    "순환소수 $0.\\overline{27}$을 기약분수로 나타내시오.": "3/11",
    "$\\sqrt{30}$보다 작은 가장 큰 정수를 구하시오.": "5",
    "√30보다 큰 정수 중 가장 작은 수를 구하시오.": "6",
    "√5와 √70 사이에 있는 정수의 개수를 구하시오.": "6",
    "두 정수의 합이 3이고 곱이 -40일 때, 두 정수를 구하시오.": "-5, 8",
    "500을 6진법으로 나타내면 몇 자리 수입니까?": "4",
    "500을 6진법으로 나타낼 때, 각 자리 숫자의 합을 구하시오.": "10",
    "500을 6진법으로 나타낼 때, 일의 자리 숫자를 구하시오.": "2",
    "$34_{5} + 23_{5}$의 값을 5진법으로 나타내시오.": "112_5",
    "$b$진법에서 $13 \\times 4 = 55$가 성립할 때, $b$의 값을 구하시오.": "7",
    "$34_{5}$를 7로 나눈 나머지를 구하시오.": "5",
    "3^50의 끝의 두 자리 수를 구하시오.": "49",
    "$0 \\leq n < 9$이고 $n \\equiv 100 \\pmod{9}$인 정수 $n$을 구하시오.": "1",
    "네 자리 수 $52d6$이 9의 배수일 때, 숫자 $d$를 구하시오.": "5",
    "Write the repeating decimal 0.3(7) as a fraction.": "17/45",
    "순환소수 0.3(7)을 분수로 나타내시오.": "17/45",
    "What is $30\\%$ of $60$?": "18",
    "Write $\\frac{5}{8}$ as a percentage.": "62.5%",
    "What is 30% of 4000 won?": "1200 won",
    "In base $2$, what is $110 \\times 11$?": "10010",
    "Calculate $3$ km + $350$ m in m.": "3350",
    "Find the greatest common divisor of $12$,$100$.": "4",
    "Calculate $(-17) \\bmod 5$.": "3",
    "Find the value of $(3 + 17) \\bmod 6 + 1$.": "3",
    "Find the value of $2^{10} \\bmod 7$.": "2",
}
UNDECIDED = (
    "30% 할인한 가격이 6300원이 아닐 때, 할인하기 전의 가격을 구하시오.",
    "어떤 수를 20% 늘린 수는 60이 아니다. 어떤 수를 구하시오.",
    "어떤 수를 50% 늘린 뒤 다시 50% 줄이면, 처음보다 몇 % 늘어난 것입니까?",
    "A number is increased by 20% and then decreased by 50%. What is the overall percent increase?",
    "A number is increased by 20% and then decreased by 50%. What is the overall percent change?",
    "A number is increased by 20% and then increased by 50%. What is the overall percent decrease?",
    "두 정수의 합이 3이고 곱이 5일 때, 두 정수를 구하시오.",
    "비례식 $x + 6:4x = 7:16$을 푸시오.",
    "비례식 $3:4 = 6:x + 1$을 푸시오.",
    "Find the value of $-17 \\bmod 5$.",
    "Find the value of $3 + 17 \\bmod 5$.",
    "세 자리 수 $52d6$이 9의 배수일 때, 숫자 $d$를 구하시오.",
    "네 자리 수 $52d6$이 9의 배수일 때, 숫자 $c$를 구하시오.",
    "70을 3:4로 비례배분하지 않을 때, 더 큰 값을 구하시오.",
    "√30보다 작은 가장 작은 정수를 구하시오.",
    "$b$진법에서 $13 \\times 4 = 55$가 성립하지 않을 때, $b$의 값을 구하시오.",
)


@pytest.mark.parametrize(("problem", "answer"), DECIDED.items())
def test_set_phrases_about_numbers_are_decided(problem: str, answer: str) -> None:
    found = decide(problem).answer

    assert found is not None
    assert found.typed == answer


@pytest.mark.parametrize("problem", UNDECIDED)
def test_what_only_looks_the_same_stays_undecided(problem: str) -> None:
    assert decide(problem).answer is None
