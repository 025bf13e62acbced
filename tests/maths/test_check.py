"""A claimed answer held against the decided one: verified, refuted, or neither."""

from __future__ import annotations

import pytest

from maths.check import check
from maths.verdict import Standing

VERIFIED = [
    ("Solve x^2-5x+6=0", "2, 3"),
    ("Solve x^2-5x+6=0", "x = 3 or x = 2"),
    ("Solve x^2-5x+6=0", "{3, 2}"),
    ("Solve x^2=9", "±3"),
    ("Solve x^2-2x+1=0", "1, 1"),
    ("Solve 2x=3", "1.5"),
    ("Solve 3x^2+4x+5=1", "x = (-2 ± 2√2 i)/3"),
    ("Solve x+y=3, x-y=1", "(2, 1)"),
    ("Solve x+y=3, x-y=1", "y = 1, x = 2"),
    ("Solve x+1=x+2", "no solution"),
    ("Solve x+1=x+2", "해가 없습니다"),
    ("Factor x^2-5x+6", "(x-2)(x-3)"),
    ("Factor x^2-5x+6", "(3-x)(2-x)"),
    ("Expand (x+1)^2", "1 + 2x + x^2"),
    ("∫ x^2 dx", "x^3/3 + C"),
    ("∫ x^2 dx", "(x^3 + 5)/3 + K"),
    ("∫ 1/x dx", "ln(abs(2x)) + C"),
    ("Differentiate sin(x)^2", "sin(2x)"),
    ("Find the eigenvalues of [[2,0],[0,2]]", "2, 2"),
    ("What is 1/2 + 1/3?", "10/12"),
]
REFUTED = [
    ("Solve x^2-5x+6=0", "2, 4"),
    ("Solve x^2-5x+6=0", "2"),
    ("Solve x^2=9", "3"),
    ("Solve 3x=1", "0.333"),
    ("Solve x+y=3, x-y=1", "(1, 2)"),
    ("Factor x^2-5x+6", "(x-2)(x+3)"),
    ("∫ x^2 dx", "x^3/2 + C"),
    ("Differentiate x^3", "2x^2"),
    ("2+2", "5"),
    ("lim x->0 sin(x)/x", "0"),
]
UNCHECKED = [
    ("Solve x^3=8", "2"),
    ("Factor x^2-5x+6", "x^2-5x+6"),
    ("Factor x^4-16", "(x^2-4)(x^2+4)"),
    ("Expand (x+1)^2", "(x+1)^2"),
    ("∫ x^2 dx", "x^3/3"),
    ("Solve x^2=9", "no solution"),
    ("2+2", "four"),
    ("2+2", "__import__('os').system('true')"),
    ("2+2", ""),
    ("Find the prettiest root of x^2=9", "-3"),
]


@pytest.mark.parametrize(("problem", "answer"), VERIFIED)
def test_a_right_answer_in_any_form_is_verified(problem: str, answer: str) -> None:
    verdict = check(problem, answer)
    assert verdict.standing is Standing.VERIFIED, str(verdict.reason)
    assert verdict.method is not None


@pytest.mark.parametrize(("problem", "answer"), REFUTED)
def test_a_wrong_or_incomplete_answer_is_refuted_with_the_reason(problem: str, answer: str) -> None:
    verdict = check(problem, answer)
    assert verdict.standing is Standing.REFUTED
    assert verdict.reason is not None
    assert verdict.method is None


@pytest.mark.parametrize(("problem", "answer"), UNCHECKED)
def test_what_is_neither_right_nor_wrong_is_unchecked_with_the_reason(problem: str, answer: str) -> None:
    """The wrong form of a right value, a part that may be all that counts, words, an undecided statement."""
    verdict = check(problem, answer)
    assert verdict.standing is Standing.UNCHECKED
    assert verdict.reason is not None
    assert verdict.method is None
