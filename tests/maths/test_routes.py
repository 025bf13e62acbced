"""Two independent routes: when one of them errs, nothing is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import sympy

from maths.families.algebra.rewrite import Expand, Factor, Simplify
from maths.families.calculus.derivative import Differentiate
from maths.families.calculus.integral import Integrate
from maths.families.calculus.limit import TakeLimit
from maths.families.equations.equation import Domain, Equation
from maths.families.equations.system import System, by_sympy
from maths.families.matrices.matrix import Determinant, Eigenvalues, Inverse
from maths.families.numbers.arithmetic import Evaluate
from maths.families.routes.radicals import radical_roots
from maths.families.settled import UndecidedError
from maths.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Matrix, Relation

QUADRATIC: Relation = read("x^2 - 5x + 6 = 0")  # type: ignore[assignment]
MATRIX: Matrix = read("[[1, 2], [3, 4]]")  # type: ignore[assignment]
SYSTEM = System((read("x + y = 3"), read("x - y = 1")), ("x", "y"), ())  # type: ignore[arg-type]


def _wrong_values(system: System) -> dict[str, Any]:
    return {unknown: value + 1 for unknown, value in by_sympy(system).items()}


BROKEN: dict[str, Callable[[], object]] = {
    "a root lost": lambda: Equation(QUADRATIC, "x").settle(lambda p: radical_roots(p)[:1]),
    "a root wrong": lambda: Equation(QUADRATIC, "x").settle(lambda _: [sympy.Integer(2), sympy.Integer(4)]),
    "a root twice": lambda: Equation(QUADRATIC, "x").settle(lambda _: [sympy.Integer(2), sympy.Integer(2)]),
    "no roots": lambda: Equation(QUADRATIC, "x", Domain.REAL).settle(lambda _: []),
    "wrong values": lambda: SYSTEM.settle(_wrong_values),
    "wrong fraction": lambda: Evaluate(read("1/2 + 1/3")).settle(lambda _: sympy.Rational(2, 5)),
    "wrong surd": lambda: Evaluate(read("sqrt(8) + sqrt(2)")).settle(lambda _: 4 * sympy.sqrt(2)),
    "wrong derivative": lambda: Differentiate(read("x^3"), "x").settle(lambda _, x, __: 3 * x),
    "derivative of wrong order": lambda: Differentiate(read("x^3"), "x", 2).settle(lambda f, x, _: sympy.diff(f, x)),
    "wrong antiderivative": lambda: Integrate(read("x^2"), "x").settle(lambda _, x: x**3 / 2),
    "wrong area": lambda: Integrate(read("tan(x)"), "x", read("0"), read("pi")).settle(),
    "wrong limit": lambda: TakeLimit(read("sin(x)/x"), "x", read("0")).settle(lambda *_: sympy.Integer(2)),
    "infinite limit": lambda: TakeLimit(read("sin(x)/x"), "x", read("0")).settle(lambda *_: sympy.oo),
    "wrong expansion": lambda: Expand(read("(x+1)^2")).settle(lambda _: sympy.Symbol("x") ** 2 + 1),
    "unfinished factoring": lambda: Factor(read("x^4 - 16")).settle(
        lambda _: (sympy.Symbol("x") ** 2 - 4) * (sympy.Symbol("x") ** 2 + 4)
    ),
    "wrong simplification": lambda: Simplify(read("(x^2-1)/(x-1)")).settle(lambda _: sympy.Symbol("x") + 2),
    "wrong eigenvalues": lambda: Eigenvalues(MATRIX).settle(lambda _: [sympy.Integer(1), sympy.Integer(4)]),
    "wrong determinant": lambda: Determinant(MATRIX).settle(lambda _: sympy.Integer(2)),
    "wrong inverse": lambda: Inverse(MATRIX).settle(lambda m: m),
}


@pytest.mark.parametrize("settle", BROKEN.values(), ids=BROKEN.keys())
def test_a_route_that_errs_decides_nothing(settle: Callable[[], object]) -> None:
    """The second route catches what a broken first one claims."""
    with pytest.raises(UndecidedError):
        settle()


SOUND: dict[str, Callable[[], object]] = {
    "equation": lambda: Equation(QUADRATIC, "x").settle(radical_roots),
    "system": lambda: SYSTEM.settle(by_sympy),
    "derivative": lambda: Differentiate(read("x^3"), "x").settle(sympy.diff),
    "antiderivative": lambda: Integrate(read("x^2"), "x").settle(lambda _, x: x**3 / 3),
    "expansion": lambda: Expand(read("(x+1)^2")).settle(sympy.expand),
    "determinant": lambda: Determinant(MATRIX).settle(sympy.Matrix.det),
}


@pytest.mark.parametrize("settle", SOUND.values(), ids=SOUND.keys())
def test_the_seam_itself_does_not_disturb_a_right_route(settle: Callable[[], object]) -> None:
    """The tests above fail for the error put in, not for being called that way."""
    settle()
