"""A right answer is accepted however it is written; a wrong one never, and the learner hears why."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from support_trees import expressions

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.grade import goes_on, grade
from maths.show import show, typed
from maths.tree import Number, Sum
from maths.verdict import Outcome

if TYPE_CHECKING:
    from maths.tree import Node

EQUAL = [
    ("5", "5"), ("5", "5.0"), ("1000", "1 000"), ("1000.5", "1,000.5"), ("-3", "−3"), ("1/2", "½"), ("1/2", "0.5"),
    ("2.5", r"2\frac{1}{2}"),
    ("71/6", "11 5/6"), ("6", "(2)(3)"), ("12", "(4)(3)"), ("-2/3", "2/(-3)"), (r"-\frac{2}{3}", "-2/3"),
    ("0.001", "1e-3"), ("120", "5!"),
    ("251", "506_7"), ("sqrt(2)/2", "1/sqrt 2"), ("2", "√4"), ("sqrt(2)+sqrt(3)", "sqrt(5+2sqrt(6))"),
    ("sqrt(2)", "2^(1/2)"),
    (r"\frac{1+\sqrt5}{2}", "2/(sqrt(5)-1)"), ("-1", "e^(i pi)"), ("1/2", "sin 30°"), ("1/2", "sin(pi/6)"),
    ("3", "log_2 8"),
    (r"\frac{\sqrt{\sqrt{11}+\sqrt{194}}}{15+2\sqrt{33}}", r"\frac{\sqrt{\sqrt{11}+\sqrt{194}}}{2\sqrt{33}+15}"),
    ("x^2+2x+1", "(x+1)^2"), ("x^2+2x+1", "1 + 2*x + x**2"), (r"\frac{x+2}{7}", r"\frac{x}{7}+\frac{2}{7}"),
    ("2/(x^2-1)", "1/(x-1)-1/(x+1)"),
    ("sin^2 x + cos^2 x", "1"), ("sin 2x", "2 sin x cos x"), ("tan x", "sin x/cos x"), ("e^(2x)", "(e^x)^2"),
    ("sqrt(1/x)", "1/sqrt(x)"), ("4*(-3)^(n-1)", "4(-3)^{n - 1}"),
    ("ln(x^2)", "2 ln x"), ("x sqrt(x)", "x^(3/2)"), ("|x|", "sqrt(x^2)"), ("a+b", "b+a"),
    ("1, 2, 3", "3, 1, 2"), ("1, 2", "1 and 2"), ("{1, 2}", r"\{2, 1\}"), ("{1, 2}", "2, 1"),
    ("(1, 2)", "(1.0, 2)"), ("[1, 2]", "[1, 4/2]"),
    ("x = 2 or x = -2", "x = -2 or x = 2"), (r"3 \pm 2\sqrt{2}", "3+2√2, 3-2√2"), ("x = 1, y = 2", "y = 2, x = 1"),
    ("(1, 2]", "(1, 2]"), (r"(-\infty, 3)", "(-oo, 3)"), ("(1,2) U (3,4)", "(3,4) ∪ (1,2)"),
    ("k = 1", "1"), ("3", "x = 3"), ("(3, 2)", "(p,q) = (3,2)"), ("2x+4y-3=0", r"y=-\frac12 x+\frac34"),
    ("y = x^2", "x^2 = y"),
    ("x < 1", "-x > -1"), ("x <= 5", "5 >= x"), ("-2 <= x < 3", "3 > x >= -2"), ("x != 3", r"x \neq 3"),
    (r"\begin{pmatrix}0&0\\0&1\end{pmatrix}", "[[0,0],[0,1]]"), ("7:32", "7:32"), (r"\text{ellipse}", "Ellipse"),
    ("Friday", "friday"), ("True", "true"),
    ("f(x) = x^2", "f(x) = x^2"), ("50%", "0.5"), ("1e400", "1e400"), ("AB", "AB"),
]  # fmt: skip

DIFFERENT = [
    ("5", "5!"), ("3", "3x"), ("3", "3x+1"), ("2", "2e10"), ("5", "(2)(3)"), ("12", "(4)(8)"), ("12", r"24(1)"),
    ("1", "1e399"), ("2", "2 2/3"), ("1/3", "0.333333333333333"),
    ("1/3", "0.3333"), ("pi", "3.14159265358979"), ("0.0000001", "0.0000002"), ("2^{-99}", "2^{-98}"),
    ("1/2004!", "1/2006!"), ("506_7", "506_8"),
    ("x^2", "X^2"), ("sin 30°", "sin 30"), ("2", "-2"), ("10", "0.1"), ("1-1/e", "1+1/e"), ("1 sqrt(19)", "1"),
    ("x+2n+1", "x+1"), (r"\frac \pi4 + 2 - \sqrt2", "2"),
    ("1331 and 1728", "1728"), ("1,2,3", "1,2"), ("1,2", "1,2,3"), ("1,1,2", "1,2,2"), ("(1,2)", "(2,1)"),
    ("(1,2)", "{1,2}"), ("(1,2]", "[1,2)"), ("[0,9)", "[0,1)"),
    ("x>1", "x<1"), ("x>=5", "x<=5"), ("x>1", "x>=1"), ("x=1", "x>1"), ("3x-y+13=0", "3x+4y+14=0"),
    ("a^2+b=0", "0"), ("(x-a)^5", "(x-a)^6"),
    ("x=0 or y=0", "x=0"), ("sqrt(x^2)", "x"), ("sin x", "cos x"), ("f(2) < f(1)", "f(1) < f(2)"),
    (r"\text{ellipse}", "hyperbola"), ("AB", "BA"), ("12:00", "1:00"),
    (r"\begin{pmatrix}0&0\\0&1\end{pmatrix}", "[[0,0],[1,0]]"), ("[[1,2]]", "[[1],[2]]"), ("2021", r"\pm 2021"),
    ("True", "False"), ("a_1", "a_2"), ("x_1", "x"), ("1:2", "1:4"),
    ("sqrt(2)+sqrt(3)", "3.14626436994197"), ("sqrt(10)", "3.16227766016837933199889"),
]  # fmt: skip

UNREADABLE = [
    ("5", ""), ("5", "hello world 5 of 7"), ("5", "5 of 12"), ("1\u200b2", "12"), ("12", "1\u200b2"),
    ("1,2,…,n", "1,3,5,…"), ("5", "__import__('os')"),
    ("__import__('os')", "__import__('os')"), ("1/0", "1/0"), ("0/0", "1"), ("0^0", "1"), ("1/0", "2/0"),
    ("9^9^9", "9^9^9"), ("ln 0", "ln 0"), ("AZYUK2A", "2"),
    (r"1 = \zzz", "0"), ("x := 5", "5"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "given_answer"), EQUAL)
def test_the_same_value_is_accepted_in_both_directions(expected: str, given_answer: str) -> None:
    assert grade(expected, given_answer).outcome is Outcome.EQUAL
    assert grade(given_answer, expected).outcome is Outcome.EQUAL


@pytest.mark.parametrize(("expected", "given_answer"), DIFFERENT)
def test_another_value_is_not_accepted_in_either_direction(expected: str, given_answer: str) -> None:
    for one, other in ((expected, given_answer), (given_answer, expected)):
        grading = grade(one, other)
        assert grading.outcome is Outcome.DIFFERENT
        assert grading.reason is not None


@pytest.mark.parametrize(("expected", "given_answer"), UNREADABLE)
def test_what_has_no_meaning_is_equal_to_nothing(expected: str, given_answer: str) -> None:
    grading = grade(expected, given_answer)
    assert grading.outcome is Outcome.UNREADABLE
    assert str(grading.reason)


@pytest.mark.parametrize(
    ("expected", "given_answer", "reason"),
    [
        ("2", "-2", "The sign is wrong."),
        ("1/3", "0.333", "An exact value is asked for, not a decimal."),
        ("7", "8", "The value is off by one: look for a slip in the arithmetic."),
            ("7", "9", "The value is not right."),
        ("1, 2, 3", "1, 3", "1 value is missing."),
        ("1, 2", "1, 2, 3, 4", "2 values do not belong here."),
        ("(1, 2)", "(2, 1)", "The order or the number of the values is not right."),
        ("{1, 2}", "{1, 3}", "1 value is not right."),
        ("(1, 2)", "{1, 2}", "The values are right, but not the brackets around them."),
            ("5", "x > 3", "This is not the kind of answer that was asked for."),
    ],
)  # fmt: skip
def test_the_learner_hears_why(expected: str, given_answer: str, reason: str) -> None:
    assert str(grade(expected, given_answer).reason) == reason


def test_order_matters_when_the_policy_says_so() -> None:
    assert grade("1, 2, 3", "3, 2, 1", {"ordered": True}).outcome is Outcome.DIFFERENT
    assert grade("1, 2, 3", "1, 2, 3", {"ordered": True}).outcome is Outcome.EQUAL


def test_a_tolerance_only_when_the_policy_names_one() -> None:
    assert grade("pi", "3.14").outcome is Outcome.DIFFERENT
    assert grade("pi", "3.14", {"tolerance": "0.01"}).outcome is Outcome.EQUAL
    assert grade("pi", "3.2", {"tolerance": "0.01"}).outcome is Outcome.DIFFERENT
    assert grade("3", "3.05", {"tolerance": 0.05}).outcome is Outcome.EQUAL


@pytest.mark.parametrize(
    ("given", "right"),
    [("5^3*11", True), ("11*5*5*5", True), ("5³×11", True), ("1375", False), ("125*11", False), ("1375*1", False)],
)
def test_a_product_of_primes_has_primes_alone(given: str, right: bool) -> None:  # noqa: FBT001 - a column of the table
    found = grade("5^3*11", given, {"form": "primes"})
    assert (found.outcome is Outcome.EQUAL) is right


SUFFIXES = ["!", "x", "e3", " 1/2", "√2", "%", "°"]
GOLDS = ["2", "17", r"\frac{3}{4}", r"\sqrt{7}", "x+1", "(1,2)", "0.25", "3, 4"]


@pytest.mark.parametrize(("gold", "suffix"), list(itertools.product(GOLDS, SUFFIXES)))
def test_a_right_answer_with_something_behind_it_is_not_right(gold: str, suffix: str) -> None:
    assert grade(gold, gold + suffix).outcome is not Outcome.EQUAL


@settings(max_examples=100, deadline=None)
@given(expressions(7))
def test_a_value_rewritten_by_computer_algebra_is_equal_and_one_more_is_not(tree: Node) -> None:
    try:
        rewritten = show(to_sympy(tree)).typed
        more = typed(Sum((tree, Number(Fraction(1)))))
    except RefusedError:
        return
    if not goes_on(typed(tree), rewritten):
        assert grade(typed(tree), rewritten).outcome is not Outcome.DIFFERENT
    assert grade(typed(tree), more).outcome is not Outcome.EQUAL


@pytest.mark.parametrize(("expected", "given", "outcome"), [
    ("Tuesday", "화요일", Outcome.EQUAL), ("일요일", "Sunday", Outcome.EQUAL),
    ("Tuesday", "화요일입니다", Outcome.EQUAL),
    ("Tuesday", "수요일", Outcome.DIFFERENT), ("Sunday", "월요일", Outcome.DIFFERENT),
])  # fmt: skip
def test_a_day_of_the_week_is_the_same_in_either_language(expected: str, given: str, outcome: Outcome) -> None:
    assert grade(expected, given).outcome is outcome
