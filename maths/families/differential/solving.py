"""The standard methods for differential equations, with SymPy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from maths.families.calculus.antiderivative import antiderivative
from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic


def solve_linear(residual: Symbolic, x: Symbolic, ys: list[Symbolic]) -> tuple[Symbolic, str] | None:
    """The general solution of a linear equation and its kind, None where it is not linear or not one that is known."""
    coefficients = [sympy.diff(residual, y) for y in ys]
    if any(c.has(*ys) for c in coefficients) or coefficients[-1] == 0:
        return None
    forcing = -sympy.expand(residual - sum(c * y for c, y in zip(coefficients, ys, strict=True)))
    if len(ys) == 2:  # noqa: PLR2004 - first order
        return _first_order(coefficients, forcing, x)
    if any(c.has(x) for c in coefficients):
        return None
    return _constant_coefficients(coefficients, forcing, x), "characteristic"


def _first_order(coefficients: list[Symbolic], forcing: Symbolic, x: Symbolic) -> tuple[Symbolic, str]:
    slope, right = sympy.cancel(coefficients[0] / coefficients[1]), sympy.together(forcing / coefficients[1])
    constant = sympy.Symbol("C")
    exponent = antiderivative(slope, x) if slope != 0 else sympy.S.Zero
    factor = sympy.exp(exponent).replace(sympy.Abs, lambda inside: inside)
    factor = sympy.powsimp(sympy.simplify(factor))
    if right == 0:
        return constant * sympy.simplify(1 / factor), "linear"
    inside = sympy.powsimp(sympy.expand(sympy.simplify(factor * right)))
    particular = sympy.expand(sympy.simplify(antiderivative(inside, x) / factor))
    return particular + constant * sympy.simplify(1 / factor), "linear"


def _constant_coefficients(coefficients: list[Symbolic], forcing: Symbolic, x: Symbolic) -> Symbolic:
    r = sympy.Symbol("r")
    order = len(coefficients) - 1
    roots = sympy.roots(sympy.Poly(sum(c * r**n for n, c in enumerate(coefficients)), r))
    if sum(roots.values()) != order:
        raise UndecidedError(Message("Differential equations of this kind are not solved here."))
    basis = fundamental(roots, x)
    constants = [sympy.Symbol(f"C_{n + 1}") for n in range(order)]
    general = sympy.Add(*[c * b for c, b in zip(constants, basis, strict=True)])
    return general + (_particular(coefficients, forcing, x) if forcing != 0 else 0)


def fundamental(roots: dict[Symbolic, int], x: Symbolic) -> list[Symbolic]:
    """Independent real solutions: exponentials, times powers for repeated roots, waves for complex pairs."""
    found = []
    for root, times in sorted(roots.items(), key=lambda pair: (sympy.re(pair[0]).evalf(), sympy.im(pair[0]).evalf())):
        real, imaginary = root.as_real_imag()
        if imaginary.is_negative:
            continue
        for n in range(times):
            grown = x**n * sympy.exp(real * x)
            found += [grown * sympy.cos(imaginary * x), grown * sympy.sin(imaginary * x)] if imaginary != 0 else [grown]
    return found


def _particular(coefficients: list[Symbolic], forcing: Symbolic, x: Symbolic) -> Symbolic:
    """By undetermined coefficients."""
    y = sympy.Function("y")
    equation = sum(c * (sympy.diff(y(x), x, n) if n else y(x)) for n, c in enumerate(coefficients)) - forcing
    hint = "nth_linear_constant_coeff_undetermined_coefficients"
    try:
        solved = sympy.dsolve(equation, y(x), hint=hint)
    except (NotImplementedError, ValueError) as error:
        raise UndecidedError(Message("Differential equations of this kind are not solved here.")) from error
    found = solved.rhs
    return sympy.expand(found.subs({symbol: 0 for symbol in found.free_symbols if symbol != x}))


def solve_separable(
    residual: Symbolic, x: Symbolic, ys: list[Symbolic], given: tuple[int, Symbolic, Symbolic]
) -> Symbolic:
    """The solution through a point of y' = g(x) h(y), solved for y."""
    if len(ys) != 2:  # noqa: PLR2004 - first order
        raise UndecidedError(Message("Differential equations of this kind are not solved here."))
    explicit = sympy.solve(residual, ys[1])
    if len(explicit) != 1:
        raise UndecidedError(Message("Differential equations of this kind are not solved here."))
    y = ys[0]
    parts = sympy.separatevars(sympy.factor(sympy.powsimp(explicit[0])), symbols=(x, y), dict=True)
    if not parts:
        raise UndecidedError(Message("Differential equations of this kind are not solved here."))
    above, below = parts[x] * parts["coeff"], parts[y]
    _, start, height = given
    if below.subs(y, height) == 0:
        return height
    left = antiderivative(sympy.simplify(1 / below), y) if not (1 / below).is_number else y / below
    right = antiderivative(above, x) if above.has(x) else above * x
    constant = left.subs(y, height) - right.subs(x, start)
    candidates = sympy.solve(left.replace(sympy.Abs, lambda v: v) - right - constant.replace(sympy.Abs, lambda v: v), y)
    fitting = [c for c in candidates if sympy.simplify(c.subs(x, start) - height) == 0]
    if len(fitting) != 1:
        raise UndecidedError(Message("The solution could not be written as a formula for the function."))
    return sympy.simplify(fitting[0])
