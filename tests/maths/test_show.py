"""What is shown is textbook notation, and what is shown typed is read back as the same value."""

from __future__ import annotations

import contextlib
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
import sympy as sp
from hypothesis import example, given, settings
from support_trees import expressions, formulas

from maths.bounds import RefusedError, UnreadableError
from maths.engines.sympy_form import to_sympy
from maths.grading.zero import same_value
from maths.read import read
from maths.show import show, show_tree, typed
from maths.tree import Call, Name, Number, Sum

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

x, y, a, b, n = sp.symbols("x y a b n")

SHOWN: list[tuple[Any, str, str]] = [
    (3 * x**2 + 4 * x + 5, "3*x**2 + 4*x + 5", "3x^{2} + 4x + 5"),
    (sp.Rational(-2, 7), "-2/7", r"-\frac{2}{7}"),
    (Fraction(3, 4), "3/4", r"\frac{3}{4}"),
    (219781, "219781", "219781"),
    ([sp.Rational(-2, 7), 219781], "-2/7, 219781", r"-\frac{2}{7}, 219781"),
    ({x: 1, y: 2}, "x = 1, y = 2", "x = 1, y = 2"),
    (a + b * x**2, "a + b*x**2", "a + bx^{2}"),
    (sp.sqrt(5) / 2, "sqrt(5)/2", r"\frac{\sqrt{5}}{2}"),
    ((5 - sp.sqrt(33)) / 2, "(5 - sqrt(33))/2", r"\frac{5 - \sqrt{33}}{2}"),
    (sp.I, "i", "i"),
    (2 + 3 * sp.I, "2 + 3*i", "2 + 3i"),
    (sp.sqrt(3) * sp.I / 2, "i*sqrt(3)/2", r"\frac{i \sqrt{3}}{2}"),
    (1 - x, "1 - x", "1 - x"),
    (-x - 1, "-x - 1", "-x - 1"),
    (x**2 - 1, "x**2 - 1", "x^{2} - 1"),
    (x * (x - 1) ** 2 / 10, "x*(x - 1)**2/10", r"\frac{x(x - 1)^{2}}{10}"),
    (1 / x, "1/x", r"\frac{1}{x}"),
    (sp.exp(-x), "e**(-x)", "e^{-x}"),
    (sp.log(x), "ln(x)", r"\ln x"),
    (sp.sin(x) ** 2, "sin(x)**2", r"\sin^{2} x"),
    (sp.sin(2 * x), "sin(2*x)", r"\sin(2x)"),
    (sp.cbrt(x), "x**(1/3)", r"\sqrt[3]{x}"),
    (sp.Abs(x - 1), "abs(x - 1)", r"\left|x - 1\right|"),
    (sp.pi / 2, "pi/2", r"\frac{\pi}{2}"),
    (sp.Symbol("theta_1"), "theta_1", r"\theta_{1}"),
    (-sp.oo, "-oo", r"-\infty"),
    (sp.Eq(x, 2), "x = 2", "x = 2"),
    (x <= 3, "x <= 3", r"x \leq 3"),
    (sp.Or(sp.Eq(x, 2), sp.Eq(x, -2)), "x = -2 or x = 2", r"x = -2\text{ or }x = 2"),
    (sp.FiniteSet(2, 1), "{1, 2}", r"\{1, 2\}"),
    (sp.S.EmptySet, "{}", r"\{\}"),
    (sp.Interval(0, sp.oo), "[0, oo)", r"[0, \infty)"),
    (sp.Union(sp.Interval.open(3, 4), sp.Interval.open(1, 2)), "(1, 2) union (3, 4)", r"(1, 2) \cup (3, 4)"),
    (sp.S.Reals, "ℝ", r"\mathbb{R}"),
    ((1, 2), "(1, 2)", "(1, 2)"),
    (sp.Matrix([[1, 2], [3, x]]), "[[1, 2], [3, x]]", r"\begin{pmatrix} 1 & 2 \\ 3 & x \end{pmatrix}"),
    (sp.Integral(x**2, x), "integrate(x**2, x)", r"\int x^{2} \, dx"),
    (sp.Integral(x + 1, (x, 0, 1)), "integrate(x + 1, x, 0, 1)", r"\int_{0}^{1} (x + 1) \, dx"),
    (sp.Derivative(x**2, x), "diff(x**2, x)", r"\frac{d}{dx}\left(x^{2}\right)"),
    (sp.factorial(n), "n!", "n!"),
    (True, "True", r"\text{True}"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "typed_form", "latex_form"), SHOWN)
def test_values_are_shown_as_in_a_textbook(value: object, typed_form: str, latex_form: str) -> None:
    assert show(value).typed == typed_form
    assert show(value).latex == latex_form


@pytest.mark.parametrize("value", [value for value, _, _ in SHOWN if isinstance(value, sp.Basic)])
def test_both_forms_are_read_back_as_the_same_value(value: object) -> None:
    shown = show(value)
    assert to_sympy(read(shown.typed)) == value
    assert to_sympy(read(shown.latex)) == value


@pytest.mark.parametrize(
    ("text", "latex_form"),
    [
        ("2*3", r"2 \cdot 3"),
        ("2*x*3", r"2x \cdot 3"),
        ("-(-3)", "-(-3)"),
        ("0.50 + 1", "0.50 + 1"),
        ("1 1/4", r"1\frac{1}{4}"),
        ("2*pi*r", r"2 \pi r"),
        ("x**2*sin(x)", r"x^{2} \sin x"),
        ("(1/2)**2", r"\left(\frac{1}{2}\right)^{2}"),
        ("log(8, 2)", r"\log_{2} 8"),
        ("30°", r"30^{\circ}"),
        ("lim_(x->0) (sin(x)/x)", r"\lim_{x \to 0} \frac{\sin x}{x}"),
        ("sum(k**2, k, 1, n)", r"\sum_{k=1}^{n} k^{2}"),
        ("x != 2", r"x \neq 2"),
        ("3 ± sqrt(2)", r"3 \pm \sqrt{2}"),
        ("2*(1/2)", r"2 \cdot \frac{1}{2}"),
        ("3*2**x", r"3 \cdot 2^{x}"),
    ],
)  # fmt: skip
def test_a_problem_is_shown_as_it_was_typed(text: str, latex_form: str) -> None:
    """Unevaluated, and its LaTeX is read back as the same tree."""
    shown = show_tree(read(text))
    assert (shown.typed, shown.latex) == (text, latex_form)
    assert typed(read(latex_form)) == text


@settings(max_examples=300, deadline=None)
@given(formulas())
def test_every_tree_is_read_back_as_it_was_written(tree: Node) -> None:
    """Typed text gives the very same tree; exceptions are only the bounds."""
    with contextlib.suppress(UnreadableError):  # deeper than the bound
        assert read(typed(tree)) == tree


@settings(max_examples=150, deadline=None)
@given(expressions(8))
def test_latex_is_read_back_as_the_same_value(tree: Node) -> None:
    assert _agrees(tree, lambda: read(show_tree(tree).latex))


@settings(max_examples=150, deadline=None)
@given(expressions(8))
@example(Sum((Number(Fraction(1)), Call("atan", (Name("i"),)))))  # 1 + ∞i: one finite term alone
def test_what_sympy_makes_of_it_is_shown_and_read_back(tree: Node) -> None:
    assert _agrees(tree, lambda: read(show(to_sympy(tree)).typed))


def _agrees(tree: Node, again: Callable[[], Node]) -> bool:
    """Whether both have the same value; bounds and undefined values excuse."""
    try:
        return same_value(tree, again()) is not False
    except RefusedError:
        return True


def test_two_fractions_side_by_side_have_a_sign_between_them() -> None:
    assert show_tree(read("(1/10)*(5/12)")).latex == r"\frac{1}{10} \cdot \frac{5}{12}"
