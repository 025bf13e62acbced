"""python-flint evaluates trees on its own, exactly or in balls, within bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sympy as sp
from flint import arb, fmpq
from hypothesis import given, settings
from support_trees import expressions

from maths.bounds import RefusedError, TooLargeError, UndefinedError, UnsupportedError
from maths.engines.flint_form import to_acb, to_arb, to_fmpq, to_fraction, to_poly
from maths.engines.sympy_form import to_sympy
from maths.read import read

if TYPE_CHECKING:
    from maths.tree import Node


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1/3+1/4", fmpq(7, 12)), ("sqrt(16)*2^10", fmpq(4096)), ("5!/3!", fmpq(20)), ("C(10,3)", fmpq(120)),
    ("P(5,2)", fmpq(20)),
        ("1 1/4", fmpq(5, 4)), ("2^-3", fmpq(1, 8)), ("floor(-7/2)", fmpq(-4)), ("ceil(7/2)", fmpq(4)),
    ("50%", fmpq(1, 2)), ("506_7", fmpq(251)),
        ("gcd(12, 18)", fmpq(6)), ("lcm(4, 6)", fmpq(12)), ("(-7) mod 3", fmpq(2)),
    ("8^(2/3)", fmpq(4)), ("∛(-8)", fmpq(-2)), ("|-3/2|", fmpq(3, 2)),
        ("max(1, 3, 2)", fmpq(3)), ("(-1)^(10^300)", fmpq(1)), ("0.1+0.2", fmpq(3, 10)),
    ],
)  # fmt: skip
def test_rationals_are_exact(text: str, value: fmpq) -> None:
    assert to_fmpq(read(text)) == value


def test_polynomials_and_fractions() -> None:
    assert str(to_poly(read("(x+1)^3 - 2x/3"), "x")) == "x^3 + 3*x^2 + 7/3*x + 1"
    assert to_poly(read("(x - x + 2)^3"), "x")[0] == 8
    top, bottom = to_fraction(read("x/(y+1) + 1/x"), ("x", "y"))
    assert str(top) == "x^2 + y + 1"
    assert str(bottom) == "x*y + x"


@pytest.mark.parametrize("text", ["sqrt(2)", "x", "pi", "sin(1)", "2^(1/2)", "x=1", "{1}"])
def test_what_is_not_rational_is_refused(text: str) -> None:
    with pytest.raises(UnsupportedError):
        to_fmpq(read(text))


@pytest.mark.parametrize("text", ["1/0", "0^0", "0^-1", "ln 0", "(-1)!", "1/(2-2)", "tan(90°)", "log(5, 1)"])
def test_what_has_no_value_is_undefined(text: str) -> None:
    with pytest.raises(UndefinedError):
        to_acb(read(text))
    with pytest.raises(UndefinedError):
        to_sympy(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "9^9^9",
        "(10^6)!",
        "2^(2^(2^(2^(2^2))))",
        "C(10^9, 5*10^8)",
        "7^(10^9)",
        "3000!*3000!*3000!*3000!",
    ],
)
def test_bombs_are_refused_by_both_engines(text: str) -> None:
    with pytest.raises(TooLargeError):
        to_fmpq(read(text))
    with pytest.raises(TooLargeError):
        to_sympy(read(text))


def test_a_large_expansion_is_refused_before_it_is_made() -> None:
    for text in ("(a+b+c+d+e+f)^80", "((x+y)^50+(y+z)^50)^50"):
        with pytest.raises(TooLargeError):
            to_fraction(read(text), tuple("abcdefxyz"))


def test_balls_contain_the_value() -> None:
    ball = to_arb(read("sin(1)^2 + cos(1)^2"), 200)
    assert ball.contains(1)
    assert ball.rad() < arb(2) ** -180
    with pytest.raises(UndefinedError):
        to_arb(read("sqrt(-1)"))


@settings(max_examples=200, deadline=None)
@given(expressions(8))
def test_both_engines_agree_on_constants(tree: Node) -> None:
    """Two evaluations that share no code give the same number, wherever both give one."""
    try:
        exact = to_sympy(tree)
        box = to_acb(tree, 200)
    except RefusedError:
        return
    if exact.free_symbols or not (box.real.is_finite() and box.imag.is_finite()) or box.rel_accuracy_bits() < 60:
        return
    other = complex(exact.evalf(25)) if abs(float(abs(box).upper())) < 1e300 else None
    if other is not None:
        assert abs(complex(box) - other) <= 1e-9 * (1 + abs(other))


def test_constants_may_be_variables() -> None:
    assert to_sympy(read("e*x"), variables=frozenset({"e"})) == sp.Symbol("e") * sp.Symbol("x")
    assert to_sympy(read("e^x")) == sp.exp(sp.Symbol("x"))
    assert to_sympy(read("x+1"), symbols={"x": sp.Integer(2)}) == 3
