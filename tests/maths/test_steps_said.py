"""What a learner is told on the way, sentence by sentence, and what must not stand there."""

from __future__ import annotations

import pytest

from maths.steps import work
from maths.verdict import Level
from tutor.types import Language
from tutor.words import say

TWO_POINTS = "두 점 A(2, -3), B(9, -1) 사이의 거리를 구하시오."
TWO_EVENTS = "두 사건 A, B가 서로 독립이고 P(A) = 2/3, P(A ∪ B) = 5/6일 때 P(B)를 구하시오."
AGES = "형은 동생보다 3살 많고 두 사람의 나이의 합은 25살이다. 형의 나이를 구하시오."
BRINE = "8%의 소금물 150g과 12%의 소금물 50g을 섞으면 농도는 몇 %가 되는가?"
COMMITTEE = "남학생 5명과 여학생 6명 중에서 4명을 뽑을 때, 여학생이 적어도 2명 포함되는 경우의 수를 구하시오."
DICE = "주사위 두 개를 동시에 던질 때, 나온 두 눈의 수의 합이 8일 확률을 구하시오."
COINS = "동전 5개를 던질 때 앞면이 적어도 한 개 나올 확률을 구하시오."
ONE_NUMBER = "1부터 30까지의 자연수 중에서 하나를 택할 때, 그 수가 7의 배수일 확률을 구하시오."
ONE_DIE = "주사위 한 개를 던질 때 나오는 눈의 수의 기댓값을 구하시오."
BINARY = "2진법의 수 101101_(2)를 십진법으로 나타내시오."
BALL = "반지름의 길이가 3 cm인 구의 부피를 구하시오."

SAID = [
    (TWO_EVENTS, Level.ADVANCED, "계산합니다: P(A^c) = 1 - P(A) = 1 - 2/3 = 1/3."),
    (AGES, Level.BEGINNER, "방정식을 씁니다: x - y = 3."),
    (AGES, Level.BEGINNER, "양변에 y를 더합니다: y + 3 = x."),
    (BRINE, Level.BEGINNER, "c: 농도(%)를 나타냅니다."),
    (BRINE, Level.BEGINNER, "식으로 쓰면 c = s/m·100입니다."),
    (BRINE, Level.BEGINNER, "분자는 분자끼리, 분모는 분모끼리 곱합니다: 150·2/25 = 300/25."),
    ("What is 2 hours after 4:10 PM?", Level.INTERMEDIATE, "시각은 오후 6시 10분입니다."),
    ("What is 2 hours after 4:10 PM?", Level.BEGINNER, "낮 12시가 지나면 시를 다시 1부터 셉니다: 18 - 12 = 6."),
    ("3시 5분에 시침과 분침이 이루는 각의 크기를 구하시오.", Level.ADVANCED, "시각은 3시 5분입니다."),
    (COMMITTEE, Level.BEGINNER, "고르는 방법의 수: C(6, 3) = 6·5·4/(3·2·1) = 20."),
    (COMMITTEE, Level.BEGINNER, "남학생: 1, 여학생: 3. 고르는 방법의 수: C(5, 1)C(6, 3) = 5·20 = 100."),
    (DICE, Level.BEGINNER, "전체 경우의 수: 6·6 = 36."),
    (COINS, Level.INTERMEDIATE, "먼저 그 일이 일어나지 않을 확률을 구합니다."),
    (ONE_DIE, Level.ADVANCED, "확률분포의 평균입니다: E(X) = Σ x·P(X = x)."),
    ("45를 이진법으로 나타내시오.", Level.INTERMEDIATE, "2로 계속 나눕니다. 그 나머지들이 각 자리의 숫자가 됩니다."),
    (BINARY, Level.BEGINNER, "2진법의 101101은 십진법으로 1·2⁵ + 1·2³ + 1·2² + 1 = 32 + 8 + 4 + 1 = 45입니다."),
    ("x^3 - 2x + 5를 x - 2로 나눈 몫을 구하시오.", Level.BEGINNER, "곱합니다: x²(x - 2) = x³ - 2x²."),
    ("방정식 2^(x+1) = 16을 푸시오.", Level.INTERMEDIATE, "다른 변을 같은 밑의 거듭제곱으로 나타냅니다: 16 = 2⁴."),
    ("방정식 log_2(x - 1) = 3을 푸시오.", Level.BEGINNER, "로그의 정의에 따라 x - 1 = 2³ = 8입니다."),
    (BALL, Level.BEGINNER, "지수는 그 수를 몇 번 곱하는지를 나타냅니다: 3³ = 3·3·3 = 27."),
    (BALL, Level.BEGINNER, "수끼리 계산합니다: 4/3·3³ = 36."),
    (
        "밑변의 길이가 6, 높이가 4인 삼각형의 넓이를 구하시오.",
        Level.ADVANCED,
        "좌표로 그려서 재어도 넓이는 12로 같습니다.",
    ),
    ("18 : 24를 가장 간단한 자연수의 비로 나타내시오.", Level.BEGINNER, "수를 넣습니다: 24/6 = 4."),
    (
        "점 (3, 4)를 x축에 대하여 대칭이동한 점의 좌표를 구하시오.",
        Level.INTERMEDIATE,
        "이동의 규칙을 두 좌표에 적용합니다.",
    ),
    ("미분방정식 y' = 2y, y(0) = 3을 푸시오.", Level.BEGINNER, "대입합니다: Ce^(2·0) = 3."),
    ("log_2 8 + log_3 9의 값을 구하시오.", Level.BEGINNER, "찾는 지수가 바로 로그의 값입니다: 2³ = 8."),
]
NOT_SAID = [
    (BINARY, Level.INTERMEDIATE, "나머지"),
    ("함수 f(x) = sqrt(x^2+1)의 정의역을 구하시오.", Level.BEGINNER, "∈"),
    (COMMITTEE, Level.BEGINNER, "생성함수"),
    (ONE_NUMBER, Level.ADVANCED, "초기하분포"),
    (TWO_POINTS, Level.BEGINNER, "간단히 합니다: (9 - 2)² = 49."),
    ("How many minutes are there between 9:45 AM and 6:10 PM?", Level.BEGINNER, "PM"),
    (AGES, Level.BEGINNER, "수를 넣습니다"),
]


def _lines(problem: str, level: Level, language: Language) -> list[str]:
    return [say(line, language) for passage in work(problem, level).passages for line in passage.lines]


@pytest.mark.parametrize(("problem", "level", "sentence"), SAID)
def test_a_sentence_stands_in_the_solution(problem: str, level: Level, sentence: str) -> None:
    lines = _lines(problem, level, Language.KOREAN)
    assert sentence in lines, "\n".join(lines)


@pytest.mark.parametrize(("problem", "level", "words"), NOT_SAID)
def test_words_stand_nowhere_in_the_solution(problem: str, level: Level, words: str) -> None:
    lines = _lines(problem, level, Language.KOREAN)
    assert lines
    assert not any(words in line for line in lines), "\n".join(lines)


@pytest.mark.parametrize("level", list(Level))
def test_a_mean_that_is_wanted_twice_is_worked_out_once(level: Level) -> None:
    lines = _lines("Find the population standard deviation and mean of 1, 3, 5, 7.", level, Language.ENGLISH)
    assert sum("1 + 3 + 5 + 7" in line for line in lines) == 1
    assert "The mean is 4." in lines
