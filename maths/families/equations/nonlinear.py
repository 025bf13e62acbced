"""Several polynomial equations at once: their solutions, and values of expressions that they fix.

Routes: a Gröbner basis by SymPy gives the polynomial whose roots are the values (`ideal`); python-flint finds the
solutions as points in balls by resultants, or from the roots of one polynomial in every order (`resultants`). The
values at these points must be exactly those roots. Exact solutions are put back into every equation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import sympy
from flint import acb

from maths.engines.sympy_form import to_sympy
from maths.families.doubtful import refuse_doubtful
from maths.families.equations import questions, resultants
from maths.families.equations.claims import NO_VALUES
from maths.families.equations.equation import Domain
from maths.families.equations.ideal import Ideal
from maths.families.equations.nonlinear_steps import SolvedSystem, SolvedValue, teach_system, teach_value
from maths.families.equations.real_set import is_zero
from maths.families.equations.unknowns import Ask
from maths.families.routes.ball import number as ball
from maths.families.routes.ball import precisely
from maths.families.routes.radicals import radical_roots, sort_key
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, minus, name, number
from maths.families.write import formula, listed, tree
from maths.message import Formula, Message
from maths.tree import Call, Collection, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flint import fmpq_poly

    from maths.families.equations.resultants import Point
    from maths.families.equations.unknowns import Conditions
    from maths.families.symbolic import Symbolic
    from maths.tree import Node, Relation

DISAGREE = Message("The two ways of solving it do not agree.")
NOT_SAID = Message("It is not said whether complex values count: over the real numbers the answer is another.")
# Of the letters in the sum that tells solutions apart: far apart, so that small coordinates do not cancel there.
_WEIGHTS = (1, 101, 10_007, 1_000_003, 100_000_007)
ExactPoint = dict[str, "Symbolic"]


@dataclass(frozen=True, slots=True)
class ValueUnder:
    """The value, or the values, an expression has under conditions; `outer` is `abs` or `sqrt` of it, or nothing."""

    conditions: Conditions
    wanted: Node
    ask: Ask = Ask.ONE
    outer: str = ""

    def settle(self, find: Callable[[Ideal, Node], fmpq_poly] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        _refuse(self.conditions, self.wanted)
        ideal = Ideal(self.conditions, self.wanted)
        if ideal.is_everything:
            raise UndecidedError(Message("The conditions contradict each other."))
        polynomial = (find or Ideal.values_of)(ideal, self.wanted)
        points = self._points(ideal, single=polynomial.degree() == 1)
        kept = admissible(self.conditions, points)
        exact = exact_points(self.conditions, ideal, kept) if ideal.is_finite and len(kept) < len(points) else None
        values = _different([resultants.value(self.wanted, point) for point in kept])
        everywhere = _different([resultants.value(self.wanted, point) for point in points])
        _confirm(polynomial, everywhere, complete=ideal.is_finite)
        self._refuse_unsaid(points, values)
        return self._settled(polynomial, values, kept, exact, ideal)

    def _whole(self) -> Node:
        return Call(self.outer, (self.wanted,)) if self.outer else self.wanted

    def _points(self, ideal: Ideal, *, single: bool) -> list[Point]:
        """All solutions; where there are infinitely many, some, with an admissible one among them."""
        if ideal.is_finite:
            return resultants.points(self.conditions)
        if not single:
            raise UndecidedError(Message("The conditions do not fix the value."))
        for points in resultants.samples(self.conditions):
            if admissible(self.conditions, points):
                return points
        raise UndecidedError(Message("No numbers were found that satisfy the conditions."))

    def _refuse_unsaid(self, points: Sequence[Point], values: Sequence[acb]) -> None:
        """Where real or complex is not said, both must give the same."""
        if self.conditions.domain is not Domain.UNSTATED or self.conditions.restrictions:
            return
        real = [point for point in points if _is_real(point)]
        if not real or len(real) == len(points):
            return
        if len(_different([resultants.value(self.wanted, point) for point in real])) != len(values):
            raise UndecidedError(NOT_SAID)

    def _settled(
        self,
        polynomial: fmpq_poly,
        values: list[acb],
        kept: list[Point],
        exact: list[ExactPoint] | None,
        ideal: Ideal,
    ) -> Settled:
        if not values:
            raise UndecidedError(Message("No numbers were found that satisfy the conditions."))
        if self.ask is Ask.COUNT and not self.outer:
            found: list[Symbolic] = []
            result = number(len(values))
        else:
            found = _matching(radical_roots(polynomial), values)
            if self.outer:
                found = _outside(self.outer, found)
                values = _different([_outside_ball(self.outer, one) for one in values])
            if len(found) != len(values):
                raise UndecidedError(DISAGREE)
            if self.ask is Ask.ONE and len(values) > 1:
                raise UndecidedError(Message("It can have several values."))
            several = self.ask in {Ask.ONE, Ask.ALL}
            result = tree(found[0] if several else questions.answer(self.ask, found, values))
        answer = questions.list_of(found) if self.ask is Ask.ALL else formula(result)
        if exact is None and ideal.is_finite:
            exact = _maybe_exact(self.conditions, ideal, kept)
        method = Message(
            "the values from a Gröbner basis by SymPy, and the same at the solutions that python-flint encloses"
        )
        solved = SolvedValue(
            self.conditions, self._whole(), self.ask, tuple(found), result, tuple(exact or ()), ideal.is_finite
        )
        return Settled(answer, method, lambda level: teach_value(solved, level))


@dataclass(frozen=True, slots=True)
class NonlinearSystem:
    """All solutions, or how many there are; `asked` are the unknowns in the order of the answer."""

    conditions: Conditions
    ask: Ask = Ask.ALL
    as_pairs: bool = False

    def settle(self, find: Callable[[Ideal, Node], fmpq_poly] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        exact, complex_count = self.solutions(find)
        method = Message(
            "eliminated by a Gröbner basis and put back exactly; python-flint finds {count} solutions by resultants",
            count=len(exact),
        )
        solved = SolvedSystem(self.conditions, tuple(exact), complex_count, self.ask)
        if self.ask is Ask.COUNT:
            answer = formula(number(len(exact)))
            return Settled(answer, method, lambda level: teach_system(solved, level))
        return Settled(self._answer(exact), method, lambda level: teach_system(solved, level), also=self._also(exact))

    def solutions(self, find: Callable[[Ideal, Node], fmpq_poly] | None = None) -> tuple[list[ExactPoint], int]:
        """The exact solutions that count, in order, and how many complex ones there are."""
        _refuse(self.conditions)
        ideal = Ideal(self.conditions)
        if not ideal.is_finite:
            raise UndecidedError(
                Message("The equations have infinitely many solutions: they do not fix every unknown.")
            )
        points = [] if ideal.is_everything else resultants.points(self.conditions)
        self._confirm_count(ideal, points, find or Ideal.values_of)
        kept = admissible(self.conditions, points)
        real = [point for point in points if _is_real(point)]
        if self.conditions.domain is Domain.UNSTATED and 0 < len(real) < len(points):
            raise UndecidedError(NOT_SAID)
        exact = sorted(exact_points(self.conditions, ideal, kept), key=self._order) if kept else []
        return exact, len(points)

    def _order(self, point: ExactPoint) -> list[tuple[bool, Symbolic, Symbolic]]:
        return [sort_key(point[letter]) for letter in self.conditions.letters]

    def _confirm_count(self, ideal: Ideal, points: list[Point], find: Callable[[Ideal, Node], fmpq_poly]) -> None:
        """A sum of the unknowns with different weights takes as many values as there are solutions."""
        if ideal.is_everything:
            return
        weighted = [number(w) for w in _WEIGHTS[: len(self.conditions.letters)]]
        form = _weighted(weighted, self.conditions.letters)
        polynomial = find(ideal, form)
        square_free = polynomial // polynomial.gcd(polynomial.derivative())
        if square_free.degree() != len(points):
            raise UndecidedError(DISAGREE)
        _confirm(polynomial, [resultants.value(form, point) for point in points], complete=True)

    def _answer(self, exact: list[ExactPoint]) -> Formula:
        letters = self.conditions.letters
        if not exact:
            return formula(NO_VALUES)
        if len(exact) == 1 and not self.as_pairs:
            return listed(formula(equals(name(u), tree(exact[0][u]))) for u in letters)
        if len(letters) == 1:
            return listed(formula(tree(point[letters[0]])) for point in exact)
        return listed(_tuple(point, letters) for point in exact)

    def _also(self, exact: list[ExactPoint]) -> tuple[str, ...]:
        if len(exact) != 1 or len(self.conditions.letters) == 1:
            return ()
        return (_tuple(exact[0], self.conditions.letters).typed,)


def _weighted(weights: Sequence[Node], letters: Sequence[str]) -> Node:
    from maths.families.terms import plus, times

    return plus(*(times(w, name(letter)) for w, letter in zip(weights, letters, strict=True)))


def _tuple(point: ExactPoint, letters: Sequence[str]) -> Formula:
    return formula(Collection(Kind.TUPLE, tuple(tree(point[letter]) for letter in letters)))


def _refuse(conditions: Conditions, *wanted: Node) -> None:
    for node in (*conditions.equations, *conditions.restrictions, *wanted):
        refuse_doubtful(node, frozenset(conditions.letters))


# Which solutions count


def _is_real(point: Point) -> bool:
    return all(coordinate.imag == 0 for coordinate in point.values())


def admissible(conditions: Conditions, points: Sequence[Point]) -> list[Point]:
    """The solutions that are among the numbers meant and satisfy the inequalities."""
    order = any(restriction.operators != ("!=",) for restriction in conditions.restrictions)
    only_real = conditions.domain is Domain.REAL or order
    kept = [point for point in points if not only_real or _is_real(point)]
    return [point for point in kept if all(_holds(restriction, point) for restriction in conditions.restrictions)]


def _holds(restriction: Relation, point: Point) -> bool:
    values = [resultants.value(side, point) for side in restriction.operands]
    return all(
        _compares(a - b, operator) for a, operator, b in zip(values, restriction.operators, values[1:], strict=False)
    )


def _compares(gap: acb, operator: str) -> bool:
    if resultants.is_zero(gap):
        return operator in {"=", "<=", ">="}
    if operator == "!=":
        return True
    return bool(gap.real < 0) if operator in {"<", "<="} else bool(gap.real > 0) and operator in {">", ">="}


# Comparing the routes


def _different(values: Sequence[acb]) -> list[acb]:
    """Each value once. Raises UndecidedError where two cannot be told apart."""
    found: list[acb] = []
    with precisely(resultants.BITS):
        for value in values:
            if not any(resultants.is_zero(value - other) for other in found):
                found.append(value)
    return found


def _confirm(polynomial: fmpq_poly, values: Sequence[acb], *, complete: bool) -> None:
    """Every value is one root, and every root is a value."""
    square_free = polynomial // polynomial.gcd(polynomial.derivative())
    with precisely(resultants.BITS):
        left = [root for root, _ in resultants.isolated(square_free)]
        for value in values:
            matching = [root for root in left if root.overlaps(value)]
            if len(matching) != 1:
                raise UndecidedError(DISAGREE)
            left.remove(matching[0])
    if complete and left:
        raise UndecidedError(DISAGREE)


def _matching(roots: Sequence[Symbolic], values: Sequence[acb]) -> list[Symbolic]:
    """The exact roots that are the values, real ones ascending."""
    with precisely(resultants.BITS):
        enclosed = [(root, ball(tree(root), {})) for root in roots]
        found = [root for root, around in enclosed if any(around.overlaps(value) for value in values)]
    if len(found) != len(values):
        raise UndecidedError(DISAGREE)
    return sorted(found, key=sort_key)


def _outside(outer: str, values: Sequence[Symbolic]) -> list[Symbolic]:
    """The absolute values, or the square roots, of real values, each once."""
    if not all(value.is_real for value in values) or (outer == "sqrt" and any(value.is_negative for value in values)):
        raise UndecidedError(Message("It has no real value there."))
    found = [sympy.Abs(value) if outer == "abs" else sympy.sqrtdenest(sympy.sqrt(value)) for value in values]
    return sorted(dict.fromkeys(found), key=sort_key)


def _outside_ball(outer: str, value: acb) -> acb:
    with precisely(resultants.BITS):
        return acb(abs(value.real)) if outer == "abs" else acb(value.real).sqrt()


def exact_points(conditions: Conditions, ideal: Ideal, points: Sequence[Point]) -> list[ExactPoint]:
    """Each solution with roots, put back into every equation and inequality. Raises UndecidedError."""
    coordinates: dict[str, list[tuple[Symbolic, acb]]] = {}
    for letter in conditions.letters:
        roots = radical_roots(ideal.values_of(name(letter)))
        with precisely(resultants.BITS):
            coordinates[letter] = [(root, ball(tree(root), {})) for root in roots]
    found = [_exact_point(coordinates, point) for point in points]
    for point in found:
        _put_back(conditions, point)
    return found


def _exact_point(coordinates: dict[str, list[tuple[Symbolic, acb]]], point: Point) -> ExactPoint:
    exact: ExactPoint = {}
    for letter, candidates in coordinates.items():
        with precisely(resultants.BITS):
            matching = [root for root, around in candidates if around.overlaps(point[letter])]
        if len(matching) != 1:
            raise UndecidedError(DISAGREE)
        exact[letter] = matching[0]
    return exact


def _put_back(conditions: Conditions, point: ExactPoint) -> None:
    for equation in conditions.equations:
        gap = to_sympy(minus(*equation.operands), symbols=point, variables=frozenset(point))
        if not is_zero(sympy.expand(sympy.radsimp(gap))):
            raise UndecidedError(DISAGREE)
    if conditions.domain is Domain.REAL and not all(value.is_real for value in point.values()):
        raise UndecidedError(DISAGREE)
    for restriction in conditions.restrictions:
        sides = [to_sympy(side, symbols=point, variables=frozenset(point)) for side in restriction.operands]
        for left, operator, right in zip(sides, restriction.operators, sides[1:], strict=False):
            if not _stands(left, operator, right):
                raise UndecidedError(DISAGREE)


def _stands(left: Symbolic, operator: str, right: Symbolic) -> bool:
    gap = sympy.expand(left - right)
    if is_zero(gap):
        return operator in {"=", "<=", ">="}
    if operator == "!=":
        return True
    size = gap.evalf(60)
    return bool(size < 0) if operator in {"<", "<="} else bool(size > 0)


def _maybe_exact(conditions: Conditions, ideal: Ideal, points: Sequence[Point]) -> list[ExactPoint]:
    """The solutions for the worked solution, where they can be written."""
    try:
        return exact_points(replace(conditions, restrictions=()), ideal, points)
    except UndecidedError:
        return []
