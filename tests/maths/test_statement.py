"""Sentences become one formal task, the same for every phrasing; the parts of the grammar one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maths.families.algebra.rewrite import Expand, Factor
from maths.families.calculus.derivative import Differentiate
from maths.families.calculus.integral import Integrate
from maths.families.calculus.limit import TakeLimit
from maths.families.equations.equation import Domain, Equation
from maths.families.equations.system import System
from maths.families.settled import Task, UndecidedError
from maths.phrasing.chart import Chart, either, many, maybe, sequence, word
from maths.phrasing.lexicon import PHRASES
from maths.phrasing.productions import formula, has_doubtful_quotient, names, relations
from maths.read import read
from maths.statement import understand

if TYPE_CHECKING:
    from maths.tree import Relation

QUADRATIC: Relation = read("x^2 - 5x + 6 = 0")  # type: ignore[assignment]


@pytest.mark.parametrize(
    "problem",
    [
        "x^2 - 5x + 6 = 0",
        "Solve x^2 - 5x + 6 = 0",
        "solve x^2-5x+6=0 for x",
        "Solve for x: x^2 - 5x + 6 = 0.",
        "Please solve the equation x^2 - 5x + 6 = 0, step by step",
        "Can you help me solve the quadratic equation $x^2 - 5x + 6 = 0$?",
        "Hi! How do I solve x^2 - 5x + 6 = 0? Thanks",
        "Find all solutions of x^2 - 5x + 6 = 0",
        "What are the roots of the equation x^2 - 5x + 6 = 0?",
        "Find the zeros of the polynomial x^2 - 5x + 6",
        "1. Solve x² − 5x + 6 = 0",
        "SOLVE X^2 - 5X + 6 = 0".replace("X", "x"),
        "x^2 - 5x + 6 = 0을 풀어 주세요.",
        "x^2 - 5x + 6 = 0 을 풀어라",
        "방정식 x^2 - 5x + 6 = 0을 푸시오.",
        "이차방정식 $x^2 - 5x + 6 = 0$의 해를 구하시오.",
        "x^2 - 5x + 6 = 0의 근은 무엇인가요?",
        "다음 방정식을 푸세요: x^2 - 5x + 6 = 0",
        "안녕하세요, x^2 - 5x + 6 = 0 좀 풀어줄래요? 부탁드립니다",
        "x^2-5x+6=0 어떻게 풀어요".replace("어떻게 풀어요", "풀이 좀요"),
    ],
)
def test_every_phrasing_is_the_same_task(problem: str) -> None:
    """English and Korean, polite and curt, with and without dollars: one equation, one unknown."""
    assert understand(problem) == Equation(QUADRATIC, "x")


@pytest.mark.parametrize(
    ("problem", "task"),
    [
        ("Find all real solutions of x^2 - 5x + 6 = 0", Equation(QUADRATIC, "x", Domain.REAL)),
        ("실수 범위에서 x^2 - 5x + 6 = 0을 풀어라", Equation(QUADRATIC, "x", Domain.REAL)),
        ("Solve x^2 - 5x + 6 = 0 over the complex numbers", Equation(QUADRATIC, "x", Domain.COMPLEX)),
        ("What is x if x^2 - 5x + 6 = 0?", Equation(QUADRATIC, "x", one_value=True)),
        ("Differentiate t^2 with respect to t", Differentiate(read("t^2"), "t")),
        ("Find the third derivative of f(t) = t^2", Differentiate(read("t^2"), "t", 3)),
        ("y = x^2을 두 번 미분하세요", Differentiate(read("x^2"), "x", 2)),
        ("Integrate x*y with respect to y from 0 to 1", Integrate(read("x*y"), "y", read("0"), read("1"))),
        ("lim_{t->0+} t", TakeLimit(read("t"), "t", read("0"), "+")),
        ("Find the limit of t as t approaches 0 from the left", TakeLimit(read("t"), "t", read("0"), "-")),
        ("Multiply out (x+1)(x+2)", Expand(read("(x+1)(x+2)"))),
        ("Factor x^2 - 4 completely", Factor(read("x^2 - 4"))),
        (
            "Solve x + y = 3; x - y = 1 for y",
            System((read("x+y=3"), read("x-y=1")), ("x", "y"), ("y",)),  # type: ignore[arg-type]
        ),
    ],
)
def test_what_is_said_besides_the_formula_reaches_the_task(problem: str, task: Task) -> None:
    """Domain, variable, order, bounds, side, and which unknown is asked."""
    assert understand(problem) == task


@pytest.mark.parametrize(
    "problem",
    [
        "Solve x^2 - 5x + 6",
        "Solve 2x + y = 1",
        "Solve 3 = 4",
        "Factor x = 2",
        "Evaluate x + 1",
        "Find the inverse of 2x+1",
    ],
)
def test_a_sentence_that_does_not_say_enough_gets_its_own_reason(problem: str) -> None:
    """Read to the end, and still no task: the reason speaks of the mathematics, not of unknown words."""
    with pytest.raises(UndecidedError) as raised:
        understand(problem)
    assert "I do not understand" not in str(raised.value)


@pytest.mark.parametrize("text", ["1/2x", "3 / 4(x+1)", "6÷2(1+2)", "x/y(z)"])
def test_a_quotient_people_read_differently_is_noticed(text: str) -> None:
    assert has_doubtful_quotient(text)


@pytest.mark.parametrize("text", ["1/2 x", "x/2 + 1", "1/(2x)", "(1/2)x", "x/y", "2x/3", "\\frac{1}{2}x"])
def test_a_quotient_everybody_reads_alike_is_not(text: str) -> None:
    assert not has_doubtful_quotient(text)


def test_a_formula_ends_where_words_begin() -> None:
    """Longest first: the candidates a sentence may continue from."""
    chart = Chart("x + 1 for x")
    assert chart.text[: chart.formula_ends(0)[0]] == "x + 1"
    assert [end for end, _ in formula(lambda _: True)(Chart("2x + 1을 전개"), 0)] == [6, 1]


def test_lists_are_read_with_every_separator() -> None:
    """A comma, a semicolon, “and”, a new line."""
    for text in ("x = 1, y = 2", "x = 1; y = 2", "x = 1 and y = 2", "x = 1\ny = 2", "x = 1, and y = 2"):
        assert len(next(relations(Chart(text), 0))[1]) == 2
    assert [name.full for name in next(names(Chart("x, y and z"), 0))[1]] == ["x", "y", "z"]


def test_combinators_yield_every_reading() -> None:
    """The farthest place any reading came to is remembered for the reason."""
    chart = Chart("please solve solve")
    parser = sequence(maybe(word("OPENING")), many(either(word("SOLVE"), word("FACTOR"))))
    assert [end for end, _ in parser(chart, 0)] == [18, 12]
    assert chart.place == 18


def test_every_phrase_of_the_lexicon_compiles_to_something_that_is_not_empty() -> None:
    """A phrase that matches nothing at all would let any word pass."""
    for symbol, patterns in PHRASES.items():
        assert patterns, symbol
        assert not any(pattern.fullmatch("") for pattern in patterns), symbol
