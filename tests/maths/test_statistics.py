"""Means, middles and spreads of given lists: read in both languages, decided rightly or not at all."""

from __future__ import annotations

import statistics
from fractions import Fraction

import pytest

from maths.decide import decide
from maths.families.settled import UndecidedError
from maths.families.statistics.summary import Summary
from maths.families.statistics.summary_routes import Kind, by_definition, confirmed
from maths.read import read
from maths.steps import work
from maths.verdict import Level
from tutor.types import Language
from tutor.words import say

ANSWERS = {
    "What is the mean of 4, 8, 15 and 21?": "12",
    "Find the average of 3, 4 and 6.": "13/3",
    "Calculate the arithmetic mean of the numbers -2, 5, 9.": "4",
    "What is the median of 12, 3, 7, 20, 5?": "7",
    "Find the median of 1, 2, 10, 4.": "3",
    "What is the mode of 6, 2, 6, 9, 2, 6?": "6",
    "Find the range of the data set {14, 3, 27, 8}.": "24",
    "Find the mean, median and range of 2, 4, 9.": "5, 4, 7",
    "What is the sum of the mean and the median of 1, 2, 6?": "5",
    "What is the positive difference between the mean and the median of 1, 2, 6?": "1",
    "Find the population variance of 1, 3, 5, 7.": "5",
    "Find the sample variance of 1, 3, 5, 7.": "20/3",
    "Find the population standard deviation of 1, 3, 5, 7.": "sqrt(5)",
    "What is the geometric mean of 3 and 12?": "6",
    "What is the harmonic mean of 3 and 6?": "4",
    "The numbers are 2, 5, 5, 8. What is the mode?": "5",
    "The mean of 3, 9 and x is 7. Find x.": "9",
    "If the average of x, 2, 2*x and 6 is 5, what is x?": "4",
    "4, 8, 15, 21의 평균을 구하시오.": "12",
    "3, 4, 6의 평균은 얼마입니까?": "13/3",
    "다음 자료의 중앙값을 구하시오: 12, 3, 7, 20, 5": "7",
    "자료 6, 2, 6, 9, 2, 6의 최빈값을 구하세요.": "6",
    "14, 3, 27, 8의 범위는?": "24",
    "1, 3, 5, 7의 모분산을 구하시오.": "5",
    "1, 3, 5, 7의 표본분산을 구하시오.": "20/3",
    "1, 3, 5, 7의 모표준편차를 구하시오.": "sqrt(5)",
    "3, 12의 기하평균을 구하시오.": "6",
    "1, 2, 6의 평균과 중앙값의 합을 구하시오.": "5",
    "3, 9, x의 평균이 7일 때, x의 값을 구하시오.": "9",
}

UNDECIDED = (
    "Find the variance of 1, 3, 5, 7.",  # of a population or a sample
    "Find the standard deviation of 1, 3, 5, 7.",
    "1, 3, 5, 7의 분산을 구하시오.",
    "Find the mode of 1, 2, 3.",
    "Find the mode of 1, 1, 2, 2.",
    "Find the mean of 5.",
    "Find the geometric mean of -3 and -12.",
    "Find the mean of 3, x, 5.",
    "Find the first quartile of 1, 2, 3, 4, 5, 6.",
    "The mean of 3, 9 and x is 7. Find y.",
    "The mean of x, y and 3 is 5. Find x.",
    "The mean of 3, 9 and x is not 7. Find x.",
    "What is the mean of all numbers between 1 and 3?",
    "Find the weighted mean of 3, 9 and 5.",
    "What is the mean of 4, 8, 15 except 4?",
    "What is not the mean of 4, 8, 15?",
    "Find the mean of the squares of 4, 8, 15.",
    "4, 8, 15의 평균이 아닌 수를 구하시오.",
)


@pytest.mark.parametrize(("problem", "answer"), ANSWERS.items())
def test_the_statement_is_decided(problem: str, answer: str) -> None:
    found = decide(problem)
    assert (found.answer.typed if found.answer else None) == answer, found.reason


@pytest.mark.parametrize("problem", UNDECIDED)
def test_what_is_open_stays_open(problem: str) -> None:
    assert decide(problem).answer is None


LISTS = ([3, 9], [1, 2, 2, 7], [5, 1, 4, 1, 3], [Fraction(1, 2), Fraction(5, 3), 2, 2])


@pytest.mark.parametrize("data", LISTS, ids=str)
def test_both_routes_are_what_the_standard_library_finds(data: list[Fraction]) -> None:
    data = [Fraction(each) for each in data]
    expected = {
        Kind.MEAN: statistics.mean(data),
        Kind.MEDIAN: statistics.median(data),
        Kind.RANGE: max(data) - min(data),
        Kind.VARIANCE: statistics.pvariance(data),
        Kind.SAMPLE_VARIANCE: statistics.variance(data),
        Kind.HARMONIC: statistics.harmonic_mean(data),
    }
    for kind, value in expected.items():
        assert by_definition(kind, data) == value
        assert confirmed(kind, data, value)
        assert not confirmed(kind, data, value + 1)


@pytest.mark.parametrize("kind", Kind)
def test_a_route_that_errs_decides_nothing(kind: Kind) -> None:
    numbers = tuple(read(each) for each in ("2", "8", "8"))
    with pytest.raises(UndecidedError):
        Summary((kind,), numbers).settle(lambda kind, data: by_definition(kind, data) + 1)


TAUGHT = (
    "What is the mean of 4, 8, 15 and 21?",
    "Find the median of 1, 2, 10, 4, 6.",
    "What is the mode of 6, 2, 6, 9, 2, 6?",
    "Find the population standard deviation of 1, 3, 5, 7.",
    "What is the harmonic mean of 3 and 6?",
)


@pytest.mark.parametrize("problem", TAUGHT)
@pytest.mark.parametrize("language", Language)
def test_the_levels_teach_differently_in_both_languages(problem: str, language: Language) -> None:
    texts = {
        level: [say(line, language) for passage in work(problem, level).passages for line in passage.lines]
        for level in Level
    }
    assert texts[Level.BEGINNER] != texts[Level.ADVANCED]
    assert all(texts.values())
