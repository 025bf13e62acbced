"""School stories in Korean set phrases are decided; the same words with something missing or denied are not."""

from __future__ import annotations

import pytest

from maths.decide import decide

DECIDED = [
    ("두 수의 합이 20이고 차가 4이다. 두 수를 구하시오.", "8, 12"),
    ("합이 15이고 차가 3인 두 수를 구하시오.", "6, 9"),
    ("연속하는 세 정수의 합이 42일 때, 가장 큰 수를 구하시오.", "15"),
    ("연속하는 세 홀수의 합이 33일 때 가장 작은 수는?", "9"),
    ("농도 8%의 소금물 250g에 들어 있는 소금의 양은 몇 g인가?", "20"),
    ("원가 3000원인 물건에 20%의 이익을 붙여 정가를 정하였다. 정가는 얼마인가?", "3600원"),
    ("정가 20000원인 물건을 15% 할인하여 팔 때 판매 가격은?", "17000원"),
    ("남학생 3명과 여학생 2명을 일렬로 세우는 경우의 수를 구하시오.", "120"),
    ("cos x = 1/2의 해를 0≤x<2π에서 구하시오.", "pi/3, 5*pi/3"),
    ("부등식 3x+1<11을 만족하는 자연수 x의 개수는?", "3"),
    ("부정적분 ∫(2x+3)dx를 구하시오.", "x**2 + 3*x + C"),
    ("x에 대한 방정식 3x-1=a의 해가 2일 때 a의 값은?", "5"),
    ("분모를 유리화하시오: 2/(√5-1)", "(1 + sqrt(5))/2"),
]
UNDECIDED = [
    "두 수의 합이 20이고 차가 4가 아니다. 두 수를 구하시오.",
    "두 수의 합이 20이다. 두 수를 구하시오.",
    "연속하는 세 자연수의 합이 3일 때 가장 큰 수는?",
    "연속하지 않는 세 정수의 합이 42일 때, 가장 큰 수를 구하시오.",
    "농도 8%의 소금물에 들어 있는 소금의 양은 몇 g인가?",
    "농도 8%의 소금물 250g에 들어 있는 물의 양은 몇 g인가?",
    "원가 3000원인 물건에 이익을 붙여 정가를 정하였다. 정가는 얼마인가?",
    "남학생 3명과 여학생 2명을 여학생끼리 이웃하게 일렬로 세우는 방법은 아닌 것은?",
    "부등식 3x+1<11을 만족하지 않는 자연수 x의 개수는?",
    "1, 2, 3, 4, 5의 표준편차를 구하시오.",
]


@pytest.mark.parametrize(("statement", "answer"), DECIDED)
def test_a_story_in_set_phrases_is_decided(statement: str, answer: str) -> None:
    found = decide(statement)
    assert found.answer is not None, str(found.reason)
    assert found.answer.typed == answer


@pytest.mark.parametrize("statement", UNDECIDED)
def test_a_story_with_something_missing_or_denied_is_not(statement: str) -> None:
    assert decide(statement).answer is None
