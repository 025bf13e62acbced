"""Statements of several sentences: names are worked out and put in, or the statement is not decided."""

from __future__ import annotations

import pytest

from maths.decide import decide
from maths.grade import grade
from maths.steps import work
from maths.verdict import Level, Outcome, SectionKind
from tutor.types import Language
from tutor.words import say

DECIDED = [
    # functions
    ("If f(x) = 2x + 3, find f(5).", "13"),
    ("Given f(x) = x^2 - 4 and g(x) = x + 1, evaluate f(g(2)).", "5"),
    ("Let $f(x) = x^2 + 3x$ and $g(x) = x - 1$. Find $f(g(x))$.", "x^2 + x - 2"),
    ("If f(x) = (x + 1)/(x - 1), find f(f(x)).", "x"),
    ("f(x) = x/(x + 1)일 때, f(f(x))를 구하시오.", "x/(2*x + 1)"),
    ("Define h(t) = t^3 - t. Compute h(2) - h(1).", "6"),
    ("Let p(x) = 2x^2 + x and q(x) = x^2 - 3. Find p(z) - 2q(z).", "z + 6"),
    ("Let f(x, y) = x^2 + y. What is f(3, 4)?", "13"),
    ("Let f(x) = 2x. Let g(x) = f(x) + 1. Let h(x) = g(f(x)). What is h(3)?", "13"),
    ("Let k(x)=x^2. What is k(x+1) - k(x)?", "2*x + 1"),
    ("Let f(x) = x/4. What is f(3)?", "3/4"),
    ("If f(x) = 5, what is f(100)?", "5"),
    ("Let f(x) = sin(x). What is f'(0)?", "1"),
    ("Let f(x) = x^3 + x. Find f''(x).", "6*x"),
    ("Let f(x)=2x+1, g(x)=x^2. Find (f∘g)(3).", "19"),
    (r"Let f(x)=2x+1 and g(x)=x^2. Find $(f \circ g)(x)$.", "2*x^2 + 1"),
    ("Let f(x)=2x+1, g(x)=x^2. Find (2f - g)(x).", "4*x + 2 - x^2"),
    # values
    ("Suppose that 3x - 7 = 11. What is x + 4?", "10"),
    ("Suppose that 2x + y = 7 and x - y = 2. Find x*y.", "3"),
    ("If x = 4 and y = x - 6, what is x*y?", "-8"),
    ("Let a = 7, b = -2. Calculate a^2 - b.", "51"),
    ("Let q be ((-2)/6)/(2/(-6)). Suppose 2*q = t. Solve t*j - q = 5 for j.", "3"),
    ("Let p be 6/8. What is p?", "3/4"),
    ("Let e = 4. What is e + 1?", "5"),
    ("Let k = 3. Expand (x + k)^2.", "x^2 + 6*x + 9"),
    ("Let y = 3x + 1. Solve y = 10 for x.", "3"),
    ("Let a = sqrt(2). What is a^2?", "2"),
    ("Let u = 5. Let v = 8. What is v - 1?", "7"),  # u is not used
    # products of defined letters, written without a sign
    ("Let A = x + 1, B = x - 1. Expand AB.", "x^2 - 1"),
    ("Let A = x + 1 and B = x - 1. Expand 2AB.", "2*x^2 - 2"),
    ("Let A = x + 1, B = x - 1. Expand A^2B.", "x^3 + x^2 - x - 1"),
    ("Let A = x + 1, B = x - 1. Expand AB^2.", "x^3 - x^2 - x + 1"),
    ("Let A = x + 1, B = x - 1. Expand (AB)^2.", "x^4 - 2*x^2 + 1"),
    ("Let A = x + 1, B = x - 1. Expand AB - AA.", "-2*x - 2"),
    ("Let A = x + 1, B = x - 1. Expand $2AB$.", "2*x^2 - 2"),
    ("Let a = x + 1, b = x - 1. Expand ab^2.", "x^3 - x^2 - x + 1"),
    ("Let a = x + 1, b = x - 1. Expand 2ab.", "2*x^2 - 2"),
    ("Let A = x + 1, B = x - 1. Solve AB = 3.", "-2, 2"),
    ("If A = 3 and B = 4, find AB.", "12"),
    ("If A = 3 and B = 4, find 2AB^2.", "96"),
    ("If A + B = 5 and A - B = 1, what is the value of AB?", "6"),
    ("A = 3, B = 4일 때 AB의 값을 구하시오.", "12"),
    ("A = 3, B = 4일 때 AB^2의 값을 구하시오.", "48"),
    ("a = 3, b = 4일 때 2ab의 값을 구하시오.", "24"),
    # named by a request
    ("Let c be the units digit of 127. Calculate c^2.", "49"),
    ("Let w be the remainder when 17 is divided by 5. Solve w*x = 4 for x.", "2"),
    ("Let r(k) be the second derivative of k**4/12 - 3*k**2. What is r(2)?", "-2"),
    ("Let v(q) be the first derivative of q**3 - 12*q. Factor v(t).", "3*(t - 2)*(t + 2)"),
    ("Let z = -57 - -60. Which is the smallest value?  (a) 1  (b) z  (c) -2/7", "c"),
    # Korean
    ("f(x) = x^2 - 3x이고 g(x) = 2x + 1일 때, f(g(2))의 값을 구하시오.", "10"),
    ("두 함수 f(x) = 2x + 1, g(x) = x - 3에 대하여 f(g(x))를 구하시오.", "2*x - 5"),
    ("함수 f(x) = 3x - 1에서 f(4)를 구하여라.", "11"),
    ("f(x) = x^3일 때 f'(2)를 구하세요.", "12"),
    ("2x + 3y = 12, x - y = 1이라 하자. x*y의 값을 구하시오.", "6"),
    ("3a = 6a - 546이라 하자. d = -176 + a라 하자. 2z - d = -4z를 z에 대하여 푸시오.", "1"),
    ("q를 ((-2)/6)/(2/(-6))이라 하자. 3q + 1의 값은 얼마입니까?", "4"),
    ("r(x)를 x^4의 이계도함수라 하자. r(t)를 t로 미분하시오.", "24*t"),
    ("a를 12와 18의 최대공약수라 하자. a + 1의 값은?", "7"),
    ("f(x) = x^2 - 5x + 6일 때, f(x)를 인수분해하시오.", "(x - 3)*(x - 2)"),
    ("f(x)=2x+1, g(x)=x^2일 때, (f∘g)(3)의 값을 구하시오.", "19"),
    ("a = 3이라 하고, b = a + 1이라 하자. b는 얼마입니까?", "4"),
]

UNDECIDED = [
    "Let a = 3. Let a = 4. What is a + 1?",
    "Let a = 3. Suppose a + 1 = 5. What is a?",
    "Let f(x) = 2x. Let f(x) = 3x. What is f(1)?",
    "Let f(x) = 2x. Let f = 3. What is f?",
    "Suppose x^2 = 4. What is x + 1?",
    "Suppose x + y = 5. What is x?",
    "Suppose 0*x = 3. What is x + 1?",
    "Suppose x > 3. What is x + 1?",
    "Suppose x is not 3. What is x + 1?",
    "Let f(x) = 2x. What is k(3)?",
    "Let f(x) = 2x. What is f(3) + k(3)?",
    "Let f(x) = 2x. What is k(f(3))?",
    "Let f(x) = 2x + 1. Find (f + k)(2).",
    "Let f(x) = 2x. Let h(x) = f(x) + g(x). What is h(2)?",
    "Let f(x) = a*x. What is f(2)?",
    "Let f(x) = a*x. Let a = 3. What is f(2)?",
    "Let b = a + 1. Let a = 3. What is b?",
    "Let f(x) = f(x - 1) + 1. What is f(3)?",
    "Let f(x) = x + 1. What is f(1, 2)?",
    "Let f(x) = x + 1. What is f?",
    "Let f(x) = x^2. Differentiate f.",
    "Let f(x) = 1/x. What is f(0)?",
    "Let x = 3. Differentiate x^2.",
    "Let x = 3. Solve x + y = 5 for x.",
    "Let x = 2. Find the second derivative of x^3 with respect to x.",
    "Let s(i) be the first derivative of x*i. What is s(2)?",
    "Let k be the number of primes. What is k?",
    "Let a = 4. Let b = 10. What is 3*c?",
    "Let A = 3, B = 4 and AB = 5. What is AB + 1?",
    "Let A = x + 1. Expand AC.",
    "Let A = x + 1, B = x - 1. Expand 1/AB.",
    "Let A = x + 1, B = x - 1. Expand ABC.",
    "Let a = 2, b = 3. Find 1/ab.",
    "a = 2, b = 3일 때 1/ab의 값은?",
    "Let v × w = (1, 2, 3). Find (v + w) × (v + w).",
    "Let p = x + 1, i = x - 1. Expand pi.",
    "Solve AB + A = 6 for A.",
    "Expand (A + B)^2 - 2AB.",
    "Simplify AB/A.",
    "Solve the system A + B = 3, AB = 2.",
    "Solve AB = 0, A = 2, B + AB = 3.",
    "A + B = 5이고 AB = 6일 때 A^2 + B^2의 값을 구하시오.",
    "(A + B)^2 - 2AB를 전개하시오.",
    "A = x + 1이라 하자. AC를 전개하시오.",
    "Let a = 4. Let b be bigger than a. What is b?",
    "Let a = 4 or 5. What is a + 1?",
    "Let a be 4 approximately. What is a?",
    "Let a = 5. Unless b = 2, what is a?",
    "Let a = 5. What is not a?",
    "Let a = 5.",
    "Let f(x) = x^2. Let g(x) = x + 1.",
    "Suppose x = 2 or x = 3. What is x^2?",
    "Let f(x) = x for x > 0 and f(x) = -x for x < 0. What is f(2)?",
    "Let f(x) = x^2. What is f^2(3)?",
    "Let f(x) = x^2. Find the inverse of f(x).",
    "a = 3이라 하자. a = 4라 하자. a + 1은?",
    "f(x) = 2x라 하자. k(3)의 값은?",
    "x^2 = 4라 하자. x + 1의 값을 구하시오.",
    "x + y = 5라 하자. x의 값은?",
]


@pytest.mark.parametrize(("problem", "expected"), DECIDED)
def test_names_are_worked_out_and_put_in(problem: str, expected: str) -> None:
    """The answer is that of the question with every name's meaning in its place."""
    decision = decide(problem)
    assert decision.answer is not None, str(decision.reason)
    assert decision.answer.typed == expected or grade(expected, decision.answer.typed).outcome is Outcome.EQUAL


@pytest.mark.parametrize("problem", UNDECIDED)
def test_what_a_name_means_must_be_certain(problem: str) -> None:
    """Redefined, missing, many-valued or used too early: no answer, and a reason."""
    decision = decide(problem)
    assert decision.answer is None, decision.answer.typed
    assert str(decision.reason)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("language", list(Language))
def test_definitions_come_before_the_question(level: Level, language: Language) -> None:
    """The steps find the names in their order, then answer; every part of the solution is there."""
    worked = work("Suppose 2*q = 6. Let f(x) = x**2 + q. What is f(4)?", level)
    assert [passage.kind for passage in worked.passages] == list(SectionKind)
    steps = [say(line, language) for line in worked.passages[2].lines]
    first = next(n for n, line in enumerate(steps) if "q = 3" in line)
    second = next(n for n, line in enumerate(steps) if "f(x) =" in line)
    last = next(n for n, line in enumerate(steps) if "19" in line)
    assert first < second < last
