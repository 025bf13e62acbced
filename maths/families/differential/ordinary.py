"""Ordinary differential equations: linear with constant coefficients, linear of first order, separable.

Routes: the standard method for each kind with SymPy; the solution is put back into the equation in balls, at points
without a pattern and with several values of the constants. A linear equation of order n has n constants, shown to be
independent by a determinant; with initial values there is one solution where the right side is smooth.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

import sympy
from flint import acb, acb_mat, fmpq

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.differential.ordinary_steps import Condition, Solved, teach
from maths.families.differential.solving import solve_linear, solve_separable
from maths.families.routes import ball
from maths.families.routes.sampling import POINTS
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, name
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_ORDER = 3
MAX_OPERATIONS = 60
_PRECISION = 200
_NEEDED = 5
SLOPE = "Y"  # Y_1, Y_2 stand for the derivatives in the tree


@dataclass(frozen=True, slots=True)
class DifferentialEquation:
    """`left = right` in `variable`, `function` and the derivatives `Y_1`, `Y_2`, ..."""

    left: Node
    right: Node
    function: str
    variable: str
    conditions: tuple[Condition, ...] = ()

    def settle(
        self, find: Callable[[Symbolic, Symbolic, list[Symbolic]], tuple[Symbolic, str] | None] | None = None
    ) -> Settled:
        """`find` stands in for the method of linear equations in tests."""
        letters = names(self.left) | names(self.right)
        order = max((n for n in range(1, MAX_ORDER + 2) if f"{SLOPE}_{n}" in letters), default=0)
        allowed = {self.variable, self.function, *(f"{SLOPE}_{n}" for n in range(1, order + 1))}
        if not 1 <= order <= MAX_ORDER or letters - allowed:
            raise UndecidedError(Message("Differential equations of this kind are not solved here."))
        symbols = {full: sympy.Symbol(full, real=True) for full in allowed}
        x = symbols[self.variable]
        ys = [symbols[self.function], *(symbols[f"{SLOPE}_{n}"] for n in range(1, order + 1))]
        residual = sympy.expand(to_sympy(self.left, symbols=symbols) - to_sympy(self.right, symbols=symbols))
        if residual.count_ops() > MAX_OPERATIONS:
            raise UndecidedError(Message("Differential equations of this kind are not solved here."))
        given = self._given(order)
        linear = (find or solve_linear)(residual, x, ys)
        if linear is None and not given:
            raise UndecidedError(Message("Differential equations of this kind are not solved here."))
        if linear is not None:
            general, kind = linear
            constants = _constants(order)
            solution = _fixed(general, x, constants, given) if given else general
        else:
            general, solution, kind = None, solve_separable(residual, x, ys, given[0]), "separable"
            self._refuse_rough(residual, ys, x, given[0])
        answer = tree(solution)
        left = sorted(str(s) for s in solution.free_symbols if s != x)
        self._confirm(answer, tuple(left), order, linear=linear is not None)
        self._confirm_conditions(answer, given)
        method = (
            Message(
                "the standard method by SymPy; put back into the equation in balls, with as many independent "
                "constants as its order"
            )
            if not given
            else Message("the standard method by SymPy; put back into the equation and the initial values in balls")
        )
        solved = Solved(
            self.left,
            self.right,
            self.function,
            self.variable,
            order,
            kind,
            residual,
            x,
            tuple(ys),
            general,
            solution,
            self.conditions,
        )
        return Settled(formula(equals(name(self.function), answer)), method, partial(teach, solved, answer))

    def _given(self, order: int) -> list[tuple[int, Symbolic, Symbolic]]:
        if not self.conditions:
            return []
        given = [(c.order, to_sympy(c.point), to_sympy(c.value)) for c in self.conditions]
        points = {point for _, point, _ in given}
        if sorted(k for k, _, _ in given) != list(range(order)) or len(points) != 1:
            raise UndecidedError(Message("The initial values do not fix one solution."))
        if any(not part.is_number for _, point, value in given for part in (point, value)):
            raise UndecidedError(Message("The initial values do not fix one solution."))
        return given

    def _refuse_rough(
        self, residual: Symbolic, ys: list[Symbolic], x: Symbolic, given: tuple[int, Symbolic, Symbolic]
    ) -> None:
        """One solution only where the right side has a finite derivative by y at the initial point."""
        explicit = sympy.solve(residual, ys[1])
        if len(explicit) != 1:
            raise UndecidedError(Message("Differential equations of this kind are not solved here."))
        at = {x: given[1], ys[0]: given[2]}
        values = [explicit[0].subs(at), sympy.diff(explicit[0], ys[0]).subs(at)]
        if any(not value.is_number or not value.is_finite or value.is_real is not True for value in values):
            raise UndecidedError(Message("At the initial point there may be more than one solution."))

    def _confirm(self, answer: Node, constants: tuple[str, ...], order: int, *, linear: bool) -> None:
        seen = 0
        with ball.precisely(_PRECISION):
            for at, point in enumerate(POINTS):
                values: dict[str, fmpq] = dict(zip(constants, islice(POINTS, at + 1, None), strict=False))
                values |= {c: fmpq(n + 2, 3) for n, c in enumerate(constants) if c not in values}
                try:
                    heights = self._heights(answer, point, values, order)
                    known = {self.variable: acb(point), self.function: heights[0]}
                    known |= {f"{SLOPE}_{n}": heights[n] for n in range(1, order + 1)}
                    gap = ball.number(self.left, known) - ball.number(self.right, known)
                except (RefusedError, ZeroDivisionError, ValueError):
                    continue
                if not gap.is_finite():
                    continue
                if not gap.contains(0):
                    raise UndecidedError(Message("Put back into the equation, the solution does not satisfy it."))
                seen += bool(gap.rad() < 2.0**-60)
                if linear and constants and not self._independent(answer, point, constants, order):
                    continue
                if seen >= _NEEDED:
                    return
        raise UndecidedError(Message("The solution could not be confirmed by putting it back."))

    def _heights(self, answer: Node, point: fmpq, values: Mapping[str, fmpq], order: int) -> list[acb]:
        letters = {full: ball.constant(value, order + 3) for full, value in values.items()}
        letters[self.variable] = ball.variable(point, order + 3)
        found = ball.expand(answer, letters)
        factorial, heights = 1, []
        for n in range(order + 1):
            factorial *= max(n, 1)
            heights.append(found.coefficient(n) * factorial)
        return heights

    def _independent(self, answer: Node, point: fmpq, constants: tuple[str, ...], order: int) -> bool:
        if len(constants) != order:
            raise UndecidedError(Message("The solution could not be confirmed by putting it back."))
        base = self._heights(answer, point, dict.fromkeys(constants, fmpq(0)), order)
        rows = []
        for constant in constants:
            one = self._heights(answer, point, {c: fmpq(int(c == constant)) for c in constants}, order)
            rows.append([one[n] - base[n] for n in range(order)])
        return not acb_mat(rows).det().contains(0)

    def _confirm_conditions(self, answer: Node, given: list[tuple[int, Symbolic, Symbolic]]) -> None:
        with ball.precisely(_PRECISION):
            for order, point, value in given:
                found = ball.expand(answer, {self.variable: ball.variable(ball.number(tree(point), {}), order + 3)})
                factorial = 1
                for n in range(2, order + 1):
                    factorial *= n
                if not (found.coefficient(order) * factorial - ball.number(tree(value), {})).contains(0):
                    raise UndecidedError(Message("The solution does not have the initial values."))


def _constants(order: int) -> list[Symbolic]:
    return [sympy.Symbol("C")] if order == 1 else [sympy.Symbol(f"C_{n + 1}") for n in range(order)]


def _fixed(
    general: Symbolic, x: Symbolic, constants: list[Symbolic], given: list[tuple[int, Symbolic, Symbolic]]
) -> Symbolic:
    equations = [sympy.diff(general, x, order).subs(x, point) - value for order, point, value in given]
    solved = sympy.solve(equations, constants, dict=True)
    if len(solved) != 1 or set(solved[0]) != set(constants):
        raise UndecidedError(Message("The initial values do not fix one solution."))
    found = general.subs(solved[0])
    return min((found, sympy.expand(found), sympy.powsimp(sympy.expand(found))), key=sympy.count_ops)
