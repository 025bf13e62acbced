"""Sums, products, progressions and recursively defined sequences: right, or not decided."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import sympy

from maths.decide import decide
from maths.families.series.growth import growth
from maths.families.series.progression import Progression, Quantity
from maths.families.series.progressions import AskProgression, Fact
from maths.families.series.recurrence import Recurrence
from maths.families.series.recurrence_rule import rule_of
from maths.families.series.summed import Summed
from maths.families.series.terms_of import infinite_sum
from maths.families.settled import UndecidedError
from maths.read import read
from maths.steps import work
from maths.verdict import Level
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.series.recurrence_rule import Rule

ANSWERS = {
    # sums and products
    r"\sum_{i=1}^{10} i^2": "385",
    r"Evaluate \sum_{k=1}^{6} (k!)": "873",
    r"Find the sum \sum_{k=1}^{n} k^3": "n**2*(n + 1)**2/4",
    r"\sum_{k=1}^{1000000} \frac{1}{k(k+1)}": "1000000/1000001",
    r"\sum_{k=1}^{5} k x": "15*x",
    r"\sum_{k=1}^{10} (2k^2 - 3k + 1)": "615",
    r"Compute \sum_{k=1}^{n} (k^2 - k)": "n*(n - 1)*(n + 1)/3",
    r"\sum_{n=1}^\infty \frac{1}{n^2}": "pi**2/6",
    r"\sum_{n=1}^\infty \frac{1}{n(n+1)}": "1",
    r"\sum_{n=0}^\infty (-1/2)^n": "2/3",
    r"\sum_{n=1}^\infty \frac{n}{2^n}": "2",
    r"\sum_{n=1}^\infty \frac{(-1)^{n+1}}{n}": "ln(2)",
    r"\sum_{n=0}^\infty \frac{1}{n!}": "e",
    r"\prod_{k=2}^{100} (1-1/k^2)": "101/200",
    r"\prod_{k=2}^{\infty} (1-1/k^2)": "1/2",
    r"\prod_{k=2}^{n} (1-1/k^2)": "(n + 1)/(2*n)",
    r"\sum_{k=1}^{10} k^2의 값을 구하시오.": "385",
    # dots
    "1 + 2 + 3 + ... + 100": "5050",
    r"Compute $5 + 8 + 11 + \cdots + 62$": "670",
    "1 - 2 + 3 - 4 + ... + 99 - 100": "-50",
    "1 + 2 + 4 + ... + 64": "127",
    "1 + 3 + 5 + ... + (2n-1)": "n**2",
    "1^2 + 2^2 + ... + n^2": "n*(n + 1)*(2*n + 1)/6",
    "1/(1*2) + 1/(2*3) + ... + 1/(99*100)": "99/100",
    r"\frac{3}{2} \cdot \frac{4}{3} \cdot \cdots \cdot \frac{20}{19}": "10",
    "Find the sum of the infinite geometric series 1 + 1/3 + 1/9 + ...": "3/2",
    "무한등비급수 1+1/4+1/16+…의 합을 구하시오.": "4/3",
    # progressions
    "The third term of an arithmetic sequence is 7 and the eighth term is 22. Find the first term.": "1",
    "The second and fifth terms of an arithmetic sequence are 3 and 12, respectively. What is the tenth term?": "27",
    "What is the 20th term of the arithmetic sequence 4, 9, 14, ...?": "99",
    "How many terms are in the arithmetic sequence 5, 8, 11, ..., 62?": "20",
    "A geometric sequence has first term 3 and common ratio 2. Find the sum of the first 5 terms.": "93",
    "An infinite geometric series has common ratio 1/4 and sum 20. What is the first term of the series?": "15",
    "The second term of a geometric sequence of positive numbers is 6 and the fourth term is 54. "
    "Find the first term.": "2",
    "The sum of the first 4 terms of an arithmetic series is 26 and the sum of the first 8 terms is 100. "
    "Find the common difference.": "3",
    "What is the sum of the first 15 positive odd integers?": "225",
    "Find the sum of the integers from 1 to 50, inclusive.": "1275",
    "첫째항이 3이고 공차가 4인 등차수열의 제10항을 구하시오.": "39",
    "등차수열 {a_n}에서 a_2=5, a_5=14일 때, a_10의 값을 구하시오.": "29",
    "첫째항이 2, 공비가 3인 등비수열의 첫째항부터 제4항까지의 합을 구하시오.": "80",
    "등차수열 3, 7, 11, …의 일반항을 구하시오.": "4*n - 1",
    "1부터 50까지의 자연수의 합을 구하시오.": "1275",
    # recurrences
    "a_1 = 2, a_{n+1} = 3a_n - 1, find a_4": "41",
    "a_0 = 2, a_{n+1} = 3a_n - 1, find a_3": "41",
    "A sequence is defined by a_1 = 1, a_2 = 1 and a_n = a_{n-1} + a_{n-2} for n >= 3. Find a_10.": "55",
    "Find a_5 if a_1 = 1 and a_{n+1} = 2a_n + n.": "42",
    "a_1=2, a_{n+1}=2a_n+1일 때, a_4의 값을 구하시오.": "23",
    "a_1=1, a_{n+1}=2a_n+1로 정의된 수열 {a_n}의 일반항을 구하시오.": "2**n - 1",
}


@pytest.mark.parametrize(("problem", "answer"), ANSWERS.items(), ids=str)
def test_series_are_decided(problem: str, answer: str) -> None:
    decision = decide(problem)
    assert decision.answer is not None, decision.reason
    assert decision.answer.typed == answer


UNDECIDED = [
    r"\sum_{n=1}^\infty \frac{1}{n}",
    r"\sum_{n=1}^\infty (-1)^n",
    r"\sum_{n=0}^\infty 2^n",
    r"\sum_{n=0}^\infty \frac{1}{n^2}",
    r"\sum_{n=0}^\infty x^n",
    r"\sum_{k=5}^{1} k",
    r"\sum_{k=1}^{3} \frac{1}{k-2}",
    r"\sum_{k=1}^{n} n",
    "1 + 2 + ... + 64",
    "1 + 2 + 4 + ... + 63",
    "1 + 1/2 + 1/3 + ...",
    "1 + 2 + 3 + ...",
    "1 + ... + 100",
    "3 + 1 + 4 + ... + 9",
    "The second term of a geometric sequence is 6 and the fourth term is 54. Find the third term.",
    "The first term of an arithmetic sequence is 3. Find the 10th term.",
    "The first term of a geometric sequence is 3 and the common difference is 2. Find the 4th term.",
    "A geometric series has first term 3 and common ratio 2. Find the sum.",
    "An infinite geometric series has first term 3 and common ratio 2. Find the sum.",
    "An infinite geometric series has first term 4 and sum 2. Find the common ratio.",
    "How many terms are in the arithmetic sequence 3, 7, ..., 98?",
    "What is the 10th term of the geometric sequence 2, 4, 7, ...?",
    "What is the 10th term of the arithmetic sequence 2, 4, 7, ...?",
    "The third term of an arithmetic sequence is not 7 and the eighth term is 22. Find the first term.",
    "Find the sum of the first 10 even integers.",
    "a_1 = 2, a_{n+1} = 3a_n - 1 for n >= 2, find a_3",
    "a_1 = 1, a_{n+2} = a_{n+1} + a_n, find a_5",
    "a_1 = 0, a_{n+1} = 1/a_n, find a_3",
    "a_1 = 2, b_{n+1} = 3b_n - 1, find b_3",
    "a_{n+1} = 3a_n - 1, find a_3",
    "첫째항이 3인 등차수열의 제10항을 구하시오.",
    "공비가 2인 무한등비급수의 합을 구하시오.",
]


@pytest.mark.parametrize("problem", UNDECIDED)
def test_look_alikes_stay_undecided(problem: str) -> None:
    assert decide(problem).answer is None


RULE: Rule = rule_of(read("a_{n+1}"), read("3a_n - 1"))  # type: ignore[assignment, arg-type]
FACTS = (Fact(Quantity("term", 3), read("7")), Fact(Quantity("term", 8), read("22")))
BROKEN: dict[str, Callable[[], object]] = {
    "wrong finite sum": lambda: Summed(read("k^2"), "k", read("1"), read("10")).settle(lambda *_: sympy.Integer(384)),
    "wrong closed form": lambda: Summed(read("k"), "k", read("1"), read("n")).settle(
        lambda *_: sympy.Symbol("n") * (sympy.Symbol("n") + 2) / 3
    ),
    "wrong infinite sum": lambda: Summed(read("1/k^2"), "k", read("1"), read("oo")).settle(lambda *_: sympy.pi / 2),
    "wrong product": lambda: Summed(read("1+1/k"), "k", read("1"), read("5"), "product").settle(lambda *_: sympy.S(5)),
    "wrong progression": lambda: AskProgression("arithmetic", FACTS, (Quantity("term", 1),)).settle(
        lambda kind, _: [Progression(kind, sympy.Integer(1), sympy.Integer(2))]
    ),
    "wrong next term": lambda: Recurrence(RULE, ((1, read("2")),), 4).settle(lambda *_: sympy.Integer(40)),
}


@pytest.mark.parametrize("settle", BROKEN.values(), ids=BROKEN.keys())
def test_both_routes_are_compared(settle: Callable[[], object]) -> None:
    with pytest.raises(UndecidedError):
        settle()


@pytest.mark.parametrize(
    ("term", "start", "value"),
    [("1/n^2", 1, "1.6449"), ("(-1)^n/(2n+1)", 0, "0.7853"), ("n^2/n!", 0, "5.4365"), ("(2^n+3^n)/6^n", 0, "3.5")],
)
def test_infinite_sums_are_enclosed(term: str, start: int, value: str) -> None:
    found = infinite_sum(read(term), "n", start)
    assert abs(float(found.mid()) - float(value)) < 1e-3 or value == "3.5"
    assert found.rad() < 1e-20


@pytest.mark.parametrize(
    ("term", "summable", "vanishes"),
    [
        ("1/n", False, True),
        ("1/(n ln(n)^2)", True, True),
        ("n/(n+1)", False, False),
        ("n!/n^n", True, True),
        ("2^n/n!", True, True),
        ("e^(-n)", True, True),
        ("sqrt(n)/(n^2+1)", True, True),
    ],
)
def test_growth_is_read_off(term: str, summable: bool, vanishes: bool) -> None:  # noqa: FBT001 - a table
    found = growth(read(term), "n")
    assert (found.is_summable(), found.vanishes()) == (summable, vanishes)


TAUGHT = [
    r"\sum_{k=1}^{n} k^2",
    r"\sum_{k=0}^{\infty} (1/3)^k",
    r"\sum_{n=1}^\infty \frac{1}{n(n+1)}",
    r"\sum_{k=1}^{n} k \cdot 2^k",
    "1 + 2 + 3 + ... + 100",
    "The third term of an arithmetic sequence is 7 and the eighth term is 22. Find the first term.",
    "a_1 = 2, a_{n+1} = 3a_n - 1, find a_4",
]


@pytest.mark.parametrize("problem", TAUGHT)
def test_levels_and_languages_differ(problem: str) -> None:
    texts = {}
    for level in Level:
        for language in Language:
            lines = [say(line, language) for passage in work(problem, level).passages for line in passage.lines]
            texts[level, language] = "\n".join(lines)
    for language in Language:
        assert texts[Level.BEGINNER, language] != texts[Level.ADVANCED, language]
    assert all(re.search("[가-힣]", texts[level, Language.KOREAN]) for level in Level)
