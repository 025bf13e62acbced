"""Other words for the same: endings, turned-round questions and set phrases; what changes the meaning is never lost."""

from __future__ import annotations

import pytest

from maths.decide import decide

SAME = [
    # Korean: calculations in words
    ("7의 제곱에서 2의 세제곱을 뺀 값은?", "41"),
    ("6분의 5와 4분의 1의 합을 구하시오.", "13/12"),
    ("칠과 팔의 곱은 얼마인가?", "56"),
    ("만 오천의 3분의 1을 구하시오.", "5000"),
    ("4의 3배에 5를 더한 값을 구하세요.", "17"),
    ("2와 3의 합의 제곱은?", "25"),
    ("125의 실수인 세제곱근은?", "5"),
    ("2와 1/3에서 5/6를 뺀 값은?", "3/2"),
    # Korean: endings, glosses, set phrases
    ("x^2 - 8x + 15 = 0의 두 근은?", "3, 5"),
    ("x^2 - 36을 인수분해한 것은?", "(x - 6)*(x + 6)"),
    ("두 수 18과 24의 최대공약수를 말하시오.", "6"),
    ("세 수 2, 8, x의 평균이 7일 때 x의 값은?", "11"),
    ("어떤 수의 4배에서 6을 뺐더니 18이 되었다. 어떤 수를 구하시오.", "6"),
    ("x가 무한대로 갈 때 (6x - 1)/(2x + 5)의 극한은?", "3"),
    ("순환소수 0.2727…을 분수로 나타내시오.", "3/11"),
    ("4 : 6 = 10 : x일 때 x의 값은?", "15"),
    ("48을 1 : 3의 비로 나누시오.", "12, 36"),
    ("5x = 35 x값", "7"),
    ("25의 제곱근을 모두 구하시오.", "-5, 5"),
    # English
    ("8 times 7 equals what?", "56"),
    ("48 has how many divisors?", "10"),
    ("For which x is 5x - 1 equal to 9?", "2"),
    ("For what values of x is x^2 - 25 negative?", "-5 < x < 5"),
    ("30% more than 20", "26"),
    ("10 percent less than 70", "63"),
    ("Square 3b + 1.", "9*b**2 + 6*b + 1"),
    ("Multiply 1 + 2i by 3 - i.", "5 + 5*I"),
    ("x^3 + x is divided by x - 2. Find the remainder.", "10"),
    ("How far apart are the points (0,0) and (5,12)?", "13"),
    ("An arithmetic sequence begins with 5 and has common difference 3. What is its fourth term?", "14"),
    ("Reflect (1,4) across the line y = x.", "(4, 1)"),
    ("If 3:4 = x:20, find x.", "15"),
    ("Solve the proportion 4/5 = x/15.", "12"),
    ("Express the repeating decimal 0.4545... as a fraction.", "5/11"),
]


@pytest.mark.parametrize(("problem", "answer"), SAME)
def test_other_words_for_the_same(problem: str, answer: str) -> None:
    found = decide(problem).answer
    assert found is not None
    assert found.typed.replace("^", "**").replace("*i", "*I") == answer


@pytest.mark.parametrize(
    "problem",
    [
        "2와 3의 제곱의 합은?",  # 11 or 13
        "5에서 7의 2배를 뺀 값과 3의 2배의 차는?",
        "두 수 18, 24, 30의 최대공약수는?",  # two numbers, three are given
        "세 수 2, 8의 평균이 7일 때 x의 값은?",
        "어떤 수에서 5를 더했더니 12가 되었다. 어떤 수를 구하시오.",
        "x^2 - 36을 인수분해한 것이 아닌 것은?",
        "0.3636…을 분수로 나타내시오.",  # nobody says that it repeats
        "정가 20000원인 옷 두 벌을 30% 할인하면 얼마인가?",
        "16의 제곱근에 1을 더한 값은?",
        "For which x is 5x - 1 not equal to 9?",
        "48 has how many even divisors, not counting 48?",
        "x^3 + x is not divided by x - 2. Find the remainder.",
        "0.36 repeating as a fraction",  # 36 or only the 6
        "30% more than 20 less than 50",
    ],
)
def test_what_means_something_else_stays_open(problem: str) -> None:
    assert decide(problem).answer is None
