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
]
NOT_SAID = [
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
