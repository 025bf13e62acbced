"""Tangents, extrema, areas, improper integrals, series and differential equations: right, or not decided."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import sympy

from maths.check import check
from maths.decide import decide
from maths.families.algebra.partial_fractions import PartialFractions
from maths.families.calculus.curve import Curve
from maths.families.calculus.gradient import Gradient
from maths.families.calculus.improper import ImproperIntegral
from maths.families.calculus.limit import TakeLimit
from maths.families.calculus.measured import Iterated, Measured
from maths.families.calculus.pointwise import ImplicitSlope, NearPoint
from maths.families.differential.ordinary import DifferentialEquation
from maths.families.series.convergence import Convergence
from maths.families.settled import UndecidedError
from maths.read import read
from maths.steps import work
from maths.verdict import Level, Standing
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

ANSWERS = {
    # one point
    "Find the derivative of x^4 at x = 2": "32",
    "What is the slope of the tangent line to y = x^3 - x at x = 1?": "2",
    "Find the equation of the tangent line to y = x^2 + 1 at x = 2": "y = 4*x - 3",
    "Find the equation of the tangent line to the curve y = 1/x at the point (1, 1)": "y = 2 - x",
    "Find the equation of the normal line to y = x^2 at x = 0": "x = 0",
    "Find the equation of the tangent line to x^2 + y^2 = 25 at (3, 4)": "y = 25/4 - 3*x/4",
    "Find dy/dx if x^3 + y^3 = 9": "-x**2/y**2",
    "Find dy/dx if x^2 + x y + y^2 = 7 at the point (1, 2)": "-4/5",
    r"Find $\frac{dy}{dx}$ if $x^3 + y^3 = 9$.": "-x**2/y**2",
    "Find the Maclaurin polynomial of degree 3 for e^(2x)": "4/3*x**3 + 2*x**2 + 2*x + 1",
    "Find the Taylor polynomial of degree 2 of sqrt(x) at x = 4": "2 + 1/4*(x - 4) - 1/64*(x - 4)**2",
    "Let f(x) = x^3 - 12x. Find the critical points of f(x).": "-2, 2",
    "곡선 y=x^3 위의 점 (1, 1)에서의 접선의 방정식을 구하시오.": "y = 3*x - 2",
    "함수 f(x)=x^2+x의 x=2에서의 미분계수를 구하시오.": "5",
    "x^2+y^2=1에서 dy/dx를 구하시오.": "-x/y",
    "e^x의 2차 매클로린 다항식을 구하시오.": "1/2*x**2 + x + 1",
    # shape
    "Find the local maximum and minimum values of f(x) = x^3 - 12x": "16, -16",
    "Find the absolute maximum and minimum values of f(x) = x^2 - 2x on [0, 3]": "3, -1",
    "On what intervals is f(x) = x^2 - 4x increasing?": "(2, oo)",
    "On what open intervals is f(x) = x^2 - 6x decreasing?": "(-oo, 3)",
    "함수 f(x)=x^2-6x가 증가하는 열린구간을 구하시오.": "(3, oo)",
    "Find the inflection points of y = x^3": "(0, 0)",
    "Find the minimum value of x^4 - 2x^2": "-1",
    "Find the value of c that satisfies the mean value theorem for f(x) = x^3 on [0, 3]": "sqrt(3)",
    "함수 f(x)=x^3-12x의 극댓값과 극솟값을 구하시오.": "16, -16",
    "구간 [0,3]에서 함수 f(x)=x^2-2x의 최댓값과 최솟값을 구하시오.": "3, -1",
    "함수 f(x)=x^2-4x가 감소하는 구간을 구하시오.": "(-oo, 2)",
    # integrals
    "Find the area between y = x^3 and y = x": "1/2",
    "Find the area between y = x^3 and the x-axis from x = -1 to x = 1": "1/2",
    "∫_{-1}^{1} x^3 dx": "0",
    "Find the area under the curve y = sin(x) from x = 0 to x = pi": "2",
    "Find the area of the region bounded by y = x^2, the x-axis, and the lines x = 0 and x = 3": "9",
    "곡선 y=x^2과 직선 y=2x로 둘러싸인 부분의 넓이를 구하시오.": "4/3",
    "Find the volume of the solid obtained by rotating the region under y = sqrt(x) from x = 0 to x = 4 "
    "about the x-axis": "8*pi",
    "곡선 y=x^2과 x축 및 두 직선 x=1, x=2로 둘러싸인 부분을 "
    "x축의 둘레로 회전시킬 때 생기는 회전체의 부피를 구하시오.": "31*pi/5",
    "두 곡선 y=x, y=x^2으로 둘러싸인 부분을 x축의 둘레로 회전시킬 때 생기는 회전체의 부피를 구하시오.": "2*pi/15",
    "Find the average value of f(x) = x^2 on [0, 3]": "3",
    "Find the length of the curve y = x^(3/2) from x = 0 to x = 4": "(-8 + 80*sqrt(10))/27",
    "∫_0^1 ∫_0^2 x*y dx dy": "1",
    "∫_1^oo 1/x^3 dx": "1/2",
    "∫_0^oo e^(-x) dx": "1",
    "∫_0^1 1/sqrt(x) dx": "2",
    "∫_1^oo 1/x dx": "diverges",
    "∫_{-1}^{1} 1/x^2 dx": "diverges",
    "∫_{-1}^{1} 1/x dx": "diverges",
    "∫_0^2 1/(x-1) dx": "diverges",
    "∫_{-oo}^{oo} x dx": "diverges",
    "integral 1/x from 1 to e": "1",
    # limits
    "limit sin(3x)/x x->0": "3",
    "lim x->0 1/x": "does not exist",
    "lim x->2 |x-2|/(x-2)": "does not exist",
    "lim x->0 e^(1/x)": "does not exist",
    "lim x->0 1/x^2": "oo",
    # series
    r"Does the series \sum_{n=1}^\infty 1/n converge?": "diverges",
    r"Does the series \sum_{n=1}^\infty \frac{n!}{n^n} converge?": "converges",
    r"Does the series \sum_{n=2}^\infty \frac{1}{n \ln n} converge?": "diverges",
    r"Determine whether \sum_{n=1}^\infty \frac{(-1)^n}{n} converges absolutely, conditionally, or diverges.": (
        "converges conditionally"
    ),
    r"급수 \sum_{n=1}^\infty \frac{1}{n^2}의 수렴, 발산을 판정하시오.": "converges",
    # differential equations, partial fractions, partial derivatives
    "Solve y' = 3y": "y = C*e**(3*x)",
    "Solve y'' + y = 0": "y = C_1*cos(x) + C_2*sin(x)",
    "Solve the differential equation y' = y with y(0) = 2": "y = 2*e**x",
    "Solve dy/dx = y^2, y(0) = 1": "y = -1/(x - 1)",
    "y'' - 2y' + y = 0, y(0) = 0, y'(0) = 1": "y = x*e**x",
    "미분방정식 y'=3y를 푸시오.": "y = C*e**(3*x)",
    "y(0)=2일 때 미분방정식 y'=y의 해를 구하시오.": "y = 2*e**x",
    "Decompose 1/(x^2 - 4) into partial fractions": "1/(4*(x - 2)) - 1/(4*(x + 2))",
    "1/(x^2-4)을 부분분수로 분해하시오.": "1/(4*(x - 2)) - 1/(4*(x + 2))",
    "Find the gradient of x^2 y": "(2*x*y, x**2)",
    "Find the gradient of f(x,y) = x^2 + 3xy at (2,1)": "(7, 6)",
    "Find ∂/∂x of x^2 y + y^3": "2*x*y",
    "What is the sum of 1/n^2 from n=1 to infinity?": "pi**2/6",
    "Find k such that x^2+kx+9=0 has no real roots.": "-6 < k < 6",
    "Find the partial derivative of x^2 y with respect to y": "x**2",
}


@pytest.mark.parametrize(("problem", "answer"), ANSWERS.items(), ids=str)
def test_calculus_is_decided(problem: str, answer: str) -> None:
    decision = decide(problem)
    assert decision.answer is not None, decision.reason
    assert decision.answer.typed == answer


UNDECIDED = [
    # no tangent, no derivative, not on the graph
    "Find the equation of the tangent line to y = |x| at x = 0",
    "Find the equation of the tangent line to y = sqrt(x) at x = 0",
    "Find the equation of the tangent line to y = x^(1/3) at x = 0",
    "Find the equation of the tangent line to y = x^2 at the point (3, 8)",
    "Find the equation of the tangent line to x^2 + y^2 = 25 at (3, 5)",
    "Find the equation of the tangent line to x^2 + y^2 = 25 at (5, 0)",
    "Find the equation of the tangent line to y = x^2",
    "Find the derivative of 1/x at x = 0",
    "Find the derivative of ln(x) at x = -1",
    "Find the derivative of x^2 not at x = 3",
    "Find the Maclaurin polynomial of degree 3 for ln(x)",
    "Find the Taylor polynomial of degree 2 of |x| at x = 0",
    "Find the Taylor polynomial of sin(x) at x = 0",
    # no extremum, no such point
    "Find the local maximum of f(x) = x^3",
    "Find the inflection points of y = x^4",
    "Find the maximum value of x^3 - 3x",
    "Find the maximum value of x^2",
    "Find the minimum value of 1/x",
    "Find the absolute maximum of f(x) = 1/x on [-1, 1]",
    "Find the absolute maximum of f(x) = 1/x on (0, 1]",
    "Find the critical points of |x|",
    "Find the value of c that satisfies the mean value theorem for f(x) = 1/x on [-1, 1]",
    "Find the value of c that satisfies the mean value theorem for f(x) = |x| on [-1, 1]",
    # no region, no integral
    "Find the area between y = x^2 + 1 and the x-axis",
    "Find the area between y = x^2",
    "곡선 y=x^2과 x축 및 두 직선 x=1, x=2로 둘러싸인 부분을 y축의 둘레로 회전시킬 때 생기는 회전체의 부피를 구하시오.",
    "곡선 y=x^2과 직선 x=2로 둘러싸인 부분을 x축의 둘레로 회전시킬 때 생기는 회전체의 부피를 구하시오.",
    "Find the area under the curve y = x^2",
    "Find the area under the curve y = sin(x) from x = 0 to x = 2pi",
    "Find the area under the curve y = 1/x from x = -1 to x = 1",
    "Find the local maximum of f(x) = x^3 - 3x on [0, 3]",
    "Find the area between y = x^2 and not y = x",
    "Find the tangent line to y = x^2 at x = 3 and x = 4",
    "∫_0^oo sin(x) dx",
    "∫_0^pi tan(x) dx",
    "∫_0^1 x^n dx",
    "lim x->0 sin(1/x)",
    "lim x->oo sin(x)",
    "lim x->0 (a*x)/x",
    # series that no test settles, terms without a value
    r"Does the series \sum_{n=1}^\infty x^n converge?",
    r"Does the series \sum_{n=1}^\infty \frac{1}{n-3} converge?",
    r"Does the series \sum_{n=1}^\infty \cos(n) converge?",
    # differential equations that fix no formula
    "y' = y^2",
    "y' = sqrt(y), y(0) = 0",
    "y' = y^(2/3), y(0) = 0",
    "y'' + y = 0, y(0) = 0, y(pi) = 0",
    "Solve y'' = y y'",
    "Solve y' = z",
    "Find the partial fraction decomposition of 1/(x^2+1)",
    "Find the partial fraction decomposition of 1/(x-1)",
    "Find the gradient of x^2",
]


@pytest.mark.parametrize("problem", UNDECIDED)
def test_look_alikes_stay_undecided(problem: str) -> None:
    assert decide(problem).answer is None


BROKEN: dict[str, Callable[[], object]] = {
    "wrong derivative at a point": lambda: NearPoint("derivative", read("x^3"), "x", read("2")).settle(
        lambda *_: sympy.Integer(11)
    ),
    "wrong tangent": lambda: NearPoint("tangent", read("x^2"), "x", read("3")).settle(lambda *_: sympy.Integer(9)),
    "wrong implicit slope": lambda: ImplicitSlope(read("x^2+y^2"), read("25"), "x", "y").settle(lambda _, x, y: x / y),
    "a turning point lost": lambda: Curve(read("x^3-3x"), "x", ("maximum",)).settle(lambda *_: [sympy.Integer(1)]),
    "a turning point wrong": lambda: Curve(read("x^2-4x"), "x", ("increasing",)).settle(lambda *_: [sympy.Integer(9)]),
    "wrong crossing": lambda: Measured("area", read("x^2"), read("x"), "x", read("0"), read("2")).settle(lambda *_: []),
    "wrong antiderivative": lambda: ImproperIntegral(read("1/x^2"), "x", read("1"), read("oo")).settle(
        lambda _, x: 1 / x
    ),
    "wrong double integral": lambda: Iterated(
        read("x*y"), ("x", read("0"), read("2")), ("y", read("0"), read("1"))
    ).settle(lambda f, x: f * x),
    "wrong one-sided limit": lambda: TakeLimit(read("|x|/x"), "x", read("0")).settle(lambda *_: sympy.Integer(1)),
    "wrong test": lambda: Convergence(read("1/n"), "n", read("1")).settle(lambda *_: (True, True)),
    "wrong kind of convergence": lambda: Convergence(read("(-1)^n/n"), "n", read("1")).settle(lambda *_: (True, True)),
    "wrong solution": lambda: DifferentialEquation(read("Y_1"), read("2y"), "y", "x").settle(
        lambda _, x, __: (sympy.Symbol("C") * sympy.exp(3 * x), "linear")
    ),
    "a constant lost": lambda: DifferentialEquation(read("Y_2"), read("-y"), "y", "x").settle(
        lambda _, x, __: (sympy.Symbol("C_1") * sympy.sin(x), "characteristic")
    ),
    "the same constant twice": lambda: DifferentialEquation(read("Y_2"), read("-y"), "y", "x").settle(
        lambda _, x, __: ((sympy.Symbol("C_1") + sympy.Symbol("C_2")) * sympy.sin(x), "characteristic")
    ),
    "wrong partial fractions": lambda: PartialFractions(read("1/(x^2-1)")).settle(
        lambda _, x: 1 / (x - 1) + 1 / (x + 1)
    ),
    "unfinished partial fractions": lambda: PartialFractions(read("1/(x^3-x)")).settle(
        lambda _, x: -1 / x + x / (x**2 - 1)
    ),
    "wrong partial derivative": lambda: Gradient(read("x*y"), ("x", "y")).settle(lambda *_: sympy.Symbol("x")),
}


@pytest.mark.parametrize("settle", BROKEN.values(), ids=BROKEN.keys())
def test_both_routes_are_compared(settle: Callable[[], object]) -> None:
    with pytest.raises(UndecidedError):
        settle()


TAUGHT = [
    "Find the equation of the tangent line to y = x^2 at x = 3",
    "Find the Maclaurin polynomial of degree 3 for sin(x)",
    "Find dy/dx if x^2 + y^2 = 25",
    "Find the absolute maximum of f(x) = x^3 - 3x on [0, 3]",
    "Find the area between y = x^2 and y = x",
    "∫_1^oo 1/x^2 dx",
    "lim x->0 1/x",
    r"Does the series \sum_{n=1}^\infty 1/n^2 converge?",
    "Solve y'' - 3y' + 2y = x",
    "Solve y' + y = x",
    "Decompose x^3/(x^2 - 4) into partial fractions",
    "Find the gradient of x^2 + y^2",
]


@pytest.mark.parametrize("problem", TAUGHT)
def test_levels_and_languages_differ(problem: str) -> None:
    texts = {}
    for level in Level:
        passages = work(problem, level).passages
        for language in Language:
            lines = [say(line, language) for passage in passages for line in passage.lines]
            assert all("{" not in re.sub(r"\$[^$]*\$", "", line) for line in lines)
            texts[level, language] = "\n".join(lines)
    for language in Language:
        assert texts[Level.BEGINNER, language] != texts[Level.ADVANCED, language]
    assert all(re.search("[가-힣]", texts[level, Language.KOREAN]) for level in Level)
    assert all(not re.search("[가-힣]", texts[level, Language.ENGLISH]) for level in Level)


@pytest.mark.parametrize(
    ("problem", "answer", "standing"),
    [
        ("∫_1^oo 1/x dx", "it diverges", Standing.VERIFIED),
        ("∫_1^oo 1/x dx", "발산한다", Standing.VERIFIED),
        ("∫_1^oo 1/x dx", "converges", Standing.REFUTED),
        ("lim x->0 1/x", "DNE", Standing.VERIFIED),
        ("lim x->0 1/x", "극한이 존재하지 않는다", Standing.VERIFIED),
        ("∫_1^oo 1/x^2 dx", "2", Standing.REFUTED),
    ],
)
def test_words_are_heard(problem: str, answer: str, standing: Standing) -> None:
    assert check(problem, answer).standing is standing
