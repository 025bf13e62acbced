"""Sequences, coefficients, powers of positive letters: decided by two routes, or not decided; taught in full."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from flint import fmpq_poly

from maths.decide import decide
from maths.families.algebra.coefficient import Coefficient
from maths.families.algebra.positive_power import CombinePowers, Monomial
from maths.families.algebra.progression import TermOf, difference_table
from maths.families.settled import UndecidedError
from maths.grade import grade
from maths.grading.zero import same_value
from maths.message import Formula, Message
from maths.read import read
from maths.steps import work
from maths.tree import Relation, names
from maths.verdict import Level, Outcome, SectionKind
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

SEQUENCES = [
    ("What is next in 2, 5, 8, 11?", "14"),
    ("What comes next: 1, 4, 9, 16, 25?", "36"),
    ("What number comes next in 3, 6, 12, 24, 48?", "96"),
    ("Find the next term: 100, 95, 90, 85", "80"),
    ("Find the next number in the sequence 1/2, 1, 3/2, 2, ...", "5/2"),
    ("What is the k'th term of -1, 5, 15, 29?", "2*k**2 - 3"),
    ("What is the nth term of 3, 6, 12, 24?", "3*2**(n - 1)"),
    ("Find the nth term of the sequence 5, 8, 11, 14.", "3*n + 2"),
    ("What is the i'th term of 4, 7, 10, 13?", "3*i + 1"),
    ("Find a formula for the $n$th term of the sequence 1, 4, 9, 16, ...", "n**2"),
    ("Find the general term of the sequence 1, 8, 27, 64, 125.", "n**3"),
    ("What is the 20th term of 5, 8, 11, 14?", "62"),
    ("Let a = 3. What is the next term in 1, 2, a, 4?", "5"),
    ("수열 3, 7, 11, 15의 다음 항을 구하시오.", "19"),
    ("1, 3, 6, 10, 15 다음에 오는 수는 무엇인가요?", "21"),
    ("다음 수를 구하시오: 2, 4, 6, 8", "10"),
    ("수열 2, 5, 8, 11, ...의 일반항을 구하시오.", "3*n - 1"),
    ("수열 1, 4, 9, 16의 k번째 항을 구하시오.", "k**2"),
    ("수열 1, 4, 9, 16, ...의 n번째 항을 n에 대한 식으로 나타내시오.", "n**2"),
    ("수열 2, 5, 8, 11의 제10항을 구하시오.", "29"),
]
COEFFICIENTS = [
    ("Rearrange -3*x + 4 to the form a + b*x and give b.", "-3"),
    ("Write 4 - (x - 1)^2 in the form a*x^2 + b*x + c and give c.", "3"),
    ("Express 2*(t + 3)*(t - 1) in the form p*t**2 + q*t + r and state q.", "4"),
    ("Rearrange 5*e - 2*e**2 to i*e**2 + k*e + m and give m.", "0"),
    ("What is the coefficient of x^2 in (x+1)^3?", "3"),
    ("What is the coefficient of x*y in (x + 2y)^2?", "4"),
    ("What is the constant term of (2x - 3)^2?", "9"),
    ("Find the leading coefficient of 1 - 4x^3 + x.", "-4"),
    ("What is the degree of x^5 + 3x^2 - x^5?", "2"),
    ("-3*x + 4를 a + b*x 꼴로 정리할 때 b의 값을 구하시오.", "-3"),
    ("(x+1)^3의 전개식에서 x^2의 계수는?", "3"),
    ("(x + 2)^4을 전개했을 때 x^2의 계수는 얼마인가요?", "24"),
    ("다항식 4x^3 - x + 9의 최고차항의 계수는?", "4"),
    ("x^2 + 5x - 7의 상수항은?", "-7"),
]
POWERS = [
    ("Simplify x**3*x**(-2/3)/x assuming x is positive.", "x**(4/3)"),
    ("Simplify ((y/y**(1/4))/y)**(-8) assuming y is positive.", "y**2"),
    ("Simplify sqrt(x^6) where x > 0.", "x**3"),
    ("Simplify sqrt(x^2*y) for x > 0 and y > 0.", "x*y**(1/2)"),
    ("Simplify (8*x^6)^(1/3) given that x is positive.", "2*x**2"),
    ("If x > 0, simplify sqrt(4*x^6)/x.", "2*x**2"),
    ("x가 양수일 때 (x^(2/3))^6을 간단히 하세요.", "x**4"),
    ("a > 0일 때, a^(1/2)*a^(3/2)/a를 간단히 하시오.", "a"),
    ("(x^3*y)^2/x를 간단히 하시오. 단, x와 y는 양수이다.", "x**5*y**2"),
    ("sqrt(x^3)/x를 간단히 하시오. (단, x > 0)", "x**(1/2)"),
]
LETTER_I = [
    ("Collect the terms in 7 + 81*i - 49*i - 33*i.", "7 - i"),
    ("Differentiate 3*i^3", "9*i**2"),
    ("Let 2*i**2 - 8 = 0. What is i?", "-2, 2"),
    ("Let q(d) = d**2 - d. Let q(n) = 0. Calculate n.", "0, 1"),
]
DECIDED = [*SEQUENCES, *COEFFICIENTS, *POWERS, *LETTER_I]

UNDECIDED = [
    "What is next in 2, 3, 5, 7, 11?",  # primes: no polynomial, no ratio
    "What is next in 1, 1, 2, 3, 5, 8?",
    "What is next in 2, 4, 8?",  # 14 or 16
    "What is next in 3, 7?",
    "What is not the next term in 1, 2, 3, 4?",
    "What is the last term in 1, 2, 3, 4?",
    "What is the term before 2, 4, 6, 8?",
    "What is the sum of the next two terms in 1, 2, 3, 4?",
    "What is 2, 3, 4?",
    "What is the 0th term of 1, 2, 3, 4?",
    "Let a = 3. What is the a'th term of 1, 2, 3, 4?",
    "수열 1, 4, 9, 16의 n번째 항을 k에 대한 식으로 나타내시오.",
    "수열 1, 1, 2, 3, 5의 다음 항은?",
    "Rearrange -3*x + 4 to the form a + b*x and give c.",
    "Rearrange -3*x^2 + 4 to the form a + b*x and give b.",
    "Rearrange -3*x + 4 to the form a + a*x and give a.",
    "Rearrange -3*x + 4 to the form a + 2*b*x and give b.",
    "Rearrange -3*x + 4 to the form a - b*x and give b.",
    "Let b = 2. Rearrange -3*x + 4 to the form a + b*x and give b.",
    "What is the coefficient of x in x*y + x?",
    "What is the coefficient of x in x + 1/x?",
    "What is the coefficient of 2x in 4x + 1?",
    "What is the degree of 5?",
    "What is the degree of x^2*y + x?",
    "Simplify sqrt(x^2) assuming x is negative.",
    "Simplify sqrt(x^2*y^2) assuming x is positive.",
    "Simplify x^2*x assuming y is positive.",
    "Simplify sqrt(x^2) assuming x is not positive.",
    "Simplify x^(1/2)*x assuming x is positive or negative.",
    "Simplify sqrt(-x) assuming x is positive.",
    "Simplify sqrt(2*x^2) assuming x is positive or x is zero.",
    "Expand (2+3i)(1-i)",
    "Expand (2*i + 1)*(i - 3)",
]


@pytest.mark.parametrize(("problem", "expected"), DECIDED)
def test_the_answer_is_exact(problem: str, expected: str) -> None:
    """English and Korean alike, whatever the letter is called."""
    decision = decide(problem)
    assert decision.answer is not None, str(decision.reason)
    given = decision.answer.typed
    assert given == expected or grade(expected, given).outcome is Outcome.EQUAL


@pytest.mark.parametrize("problem", UNDECIDED)
def test_what_is_not_certain_is_not_decided(problem: str) -> None:
    """No rule that the terms bear out, a form that does not fit, an unstated sign, i in two roles."""
    decision = decide(problem)
    assert decision.answer is None, decision.answer.typed


def test_a_sequence_is_not_continued_when_the_routes_differ() -> None:
    """A rule that misses one of the given terms, or goes on differently, is refused."""
    terms = tuple(Fraction(n) for n in (1, 4, 9, 16))
    assert TermOf(terms, None).settle().answer.typed == "25"
    for rule in (fmpq_poly([1, 0, 1]), fmpq_poly([24, -50, 36, -10, 1]), None):
        with pytest.raises(UndecidedError):
            TermOf(terms, None).settle(lambda _, rule=rule: rule)


def test_differences_stop_at_the_first_constant_row() -> None:
    """A constant row is the evidence; one entry alone is none."""
    assert len(difference_table([Fraction(n) for n in (1, 4, 9, 16)])) == 3
    assert len(difference_table([Fraction(n) for n in (2, 4, 8)])[-1]) == 1


def test_a_coefficient_is_refused_when_the_routes_differ() -> None:
    """Both expansions have to agree in every coefficient, not only in the one that is asked for."""
    task = Coefficient(read("(x + 1)^2"), (("x", 1),))
    assert task.settle().answer.typed == "2"
    with pytest.raises(UndecidedError):
        task.settle(lambda _: {(2,): Fraction(1), (1,): Fraction(2)})


def test_powers_are_refused_when_the_routes_differ() -> None:
    """The exponent from the tree against the one SymPy finds."""
    task = CombinePowers(read("x^3/x"), frozenset({"x"}))
    assert task.settle().answer.typed == "x**2"
    with pytest.raises(UndecidedError):
        task.settle(lambda _: Monomial(Fraction(1), (("x", Fraction(3)),)))


@pytest.mark.parametrize("problem", [problem for problem, _ in DECIDED])
def test_it_is_taught_at_every_level_in_both_languages(problem: str) -> None:
    """Five sections; every formula is read back, and where it equates numbers they are equal."""
    for level in Level:
        worked = work(problem, level)
        assert [passage.kind for passage in worked.passages] == list(SectionKind)
        for line in (line for passage in worked.passages for line in passage.lines):
            assert say(line, Language.ENGLISH) != say(line, Language.KOREAN)
            for formula in _formulas(line):
                _is_true(formula)


def _formulas(message: Message) -> Iterator[Formula]:
    for _, argument in message.arguments:
        if isinstance(argument, Formula):
            yield argument
        elif isinstance(argument, Message):
            yield from _formulas(argument)


def _is_true(formula: Formula) -> None:
    node = read(formula.typed)
    if not isinstance(node, Relation) or names(node, frozenset({"e", "i"})):
        return
    for left, right in pairwise(node.operands):
        assert same_value(left, right) is True, formula.typed


def test_a_beginner_sees_more_than_an_expert() -> None:
    """Every row upwards, every bracket from the inside."""
    for problem in ("What is next in 1, 4, 9, 16?", "Simplify (x**3*x**(-2/3))**3/x assuming x is positive."):
        shown = {level: sum(len(passage.lines) for passage in work(problem, level).passages) for level in Level}
        assert shown[Level.BEGINNER] > shown[Level.ADVANCED]
