"""The least or greatest value of an expression: a quadratic form in several real unknowns, or one unknown on a set.

Routes: SymPy finds where all slopes are zero, or the ends, and the value there; python-flint writes a quadratic form
as a constant plus squares, and for one unknown both routes for inequalities show that no value lies beyond.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import fmpq

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.doubtful import refuse_doubtful
from maths.families.equations.extremum_steps import SolvedExtremum, teach
from maths.families.equations.intervals import interval_notation, solved
from maths.families.equations.real_set import EVERYTHING, compare
from maths.families.routes.normal_form import Polynomials
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, fraction
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.equations.real_set import RealSet
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

DISAGREE = Message("The two ways of calculating it do not agree.")
NONE = Message("There is no such value: the expression comes as close as one likes, or grows without end.")
MAX_LETTERS = 4
MAX_CANDIDATES = 12
_QUADRATIC = 2


@dataclass(frozen=True, slots=True)
class Extremum:
    """The least (or `greatest`) value over the real numbers that satisfy `where`; `place`: where it is taken."""

    body: Node
    letters: tuple[str, ...]
    greatest: bool
    where: tuple[Relation, ...] = ()
    place: bool = False

    def settle(self, find: Callable[[Node], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests: the value."""
        refuse_doubtful(self.body, frozenset(self.letters))
        for relation in self.where:
            refuse_doubtful(relation, frozenset(self.letters))
        if len(self.letters) == 1:
            value, point = self._on_line(find)
        else:
            value, point = self._quadratic(find)
        if self.place and len(self.letters) != 1:
            raise UndecidedError(Message("It is not said what is asked."))
        method = Message("where all slopes are zero, by SymPy; that nothing lies beyond is shown again by python-flint")
        sought = SolvedExtremum(self.body, self.letters, self.greatest, self.where, value, point)
        answer = formula(tree(point[self.letters[0]] if self.place else value))
        return Settled(answer, method, lambda level: teach(sought, level))

    # Several unknowns

    def _quadratic(self, find: Callable[[Node], Symbolic] | None) -> tuple[Symbolic, dict[str, Symbolic]]:
        if self.where or len(self.letters) > MAX_LETTERS:
            raise UndecidedError(Message("Extreme values under conditions are not decided here."))
        symbols = {letter: sympy.Symbol(letter, real=True) for letter in self.letters}
        value = to_sympy(self.body, symbols=symbols, variables=frozenset(symbols))
        poly = sympy.Poly(value, *symbols.values(), domain="QQ")
        if poly.total_degree() != _QUADRATIC:
            raise UndecidedError(Message("Only quadratic expressions in several unknowns are decided."))
        points = sympy.linsolve([sympy.diff(value, symbol) for symbol in symbols.values()], *symbols.values())
        if not points:
            raise UndecidedError(NONE)
        (point,) = points
        point = tuple(part.subs(dict.fromkeys(symbols.values(), 0)) for part in point)
        hessian = sympy.hessian(value, list(symbols.values()))
        fits = hessian.is_negative_semidefinite if self.greatest else hessian.is_positive_semidefinite
        if not fits:
            raise UndecidedError(NONE)
        least = find(self.body) if find else sympy.expand(value.subs(dict(zip(symbols.values(), point, strict=True))))
        if self._by_squares() != fraction(least):
            raise UndecidedError(DISAGREE)
        return least, dict(zip(self.letters, point, strict=True))

    def _by_squares(self) -> object:
        """The constant that is left when squares are completed one letter after the other, by python-flint."""
        poly = Polynomials(self.letters).read(self.body)
        size = len(self.letters)
        matrix = [[fmpq(0)] * (size + 1) for _ in range(size + 1)]
        for powers, coefficient in poly.to_dict().items():
            used = [place for place, n in enumerate(powers) for _ in range(int(n))]
            row, column = [*used, size, size][:2]
            matrix[row][column] += coefficient / 2
            matrix[column][row] += coefficient / 2
        for pivot in range(size):
            if matrix[pivot][pivot] == 0:
                if any(matrix[pivot][other] != 0 for other in range(size + 1)):
                    raise UndecidedError(DISAGREE)
                continue
            if (matrix[pivot][pivot] < 0) is not self.greatest:
                raise UndecidedError(DISAGREE)
            for row in range(pivot + 1, size + 1):
                share = matrix[row][pivot] / matrix[pivot][pivot]
                for column in range(pivot, size + 1):
                    matrix[row][column] -= share * matrix[pivot][column]
        return fraction(matrix[size][size])

    # One unknown

    def _on_line(self, find: Callable[[Node], Symbolic] | None) -> tuple[Symbolic, dict[str, Symbolic]]:
        (letter,) = self.letters
        allowed = self._allowed(letter)
        value, place = self._candidate(letter, allowed)
        value = find(self.body) if find else value
        beyond = solved(Relation((self.body, tree(value)), (">" if self.greatest else "<",)), letter) & allowed
        reached = solved(equals(self.body, tree(value)), letter) & allowed
        if not beyond.is_empty or reached.is_empty:
            raise UndecidedError(NONE if find is None else DISAGREE)
        points = reached.points
        if points is None or not any(compare(point, place) == 0 for point in points):
            raise UndecidedError(Message("It is taken along a whole interval.") if self.place else DISAGREE)
        if self.place and len(points) > 1:
            raise UndecidedError(Message("It is taken at several places."))
        return value, {letter: place}

    def _allowed(self, letter: str) -> RealSet:
        found = EVERYTHING
        for relation in self.where:
            found = found & solved(relation, letter)
        return found & solved(Relation((self.body, self.body), ("=",)), letter)

    def _candidate(self, letter: str, allowed: RealSet) -> tuple[Symbolic, Symbolic]:
        """Among the places with slope zero and the ends that belong to the set, the one with the extreme value."""
        x = sympy.Symbol(letter, real=True)
        value = to_sympy(self.body, symbols={letter: x})
        slope = sympy.together(sympy.diff(value, x))
        try:
            flat = solved(equals(tree(sympy.fraction(slope)[0]), tree(sympy.Integer(0))), letter)
            places = list(flat.points or ())
        except (RefusedError, sympy.PolynomialError):
            places = []
        places += list(allowed.breakpoints)
        places = [place for place in places if allowed.has(place)]
        if not places or len(places) > MAX_CANDIDATES:
            raise UndecidedError(NONE)
        values = [(sympy.radsimp(sympy.expand(value.subs(x, place))), place) for place in places]
        best = values[0]
        for other in values[1:]:
            order = compare(other[0], best[0])
            if (order > 0) if self.greatest else (order < 0):
                best = other
        return best


@dataclass(frozen=True, slots=True)
class RangeOf:
    """The range of a polynomial of degree one or two on all real numbers, or on a closed interval."""

    body: Node
    unknown: str

    def settle(self) -> Settled:
        x = sympy.Symbol(self.unknown, real=True)
        value = sympy.Poly(to_sympy(self.body, symbols={self.unknown: x}), x, domain="QQ")
        if value.degree() != _QUADRATIC:
            raise UndecidedError(Message("Only the range of quadratic functions is decided."))
        greatest = bool(value.LC() < 0)
        extremum = Extremum(self.body, (self.unknown,), greatest)
        settled = extremum.settle()
        end = to_sympy(self._end(extremum))
        from maths.families.equations.real_set import RealSet

        found = RealSet((end,), (greatest, True, not greatest))
        return Settled(formula(interval_notation(found)), settled.method, settled.teach)

    def _end(self, extremum: Extremum) -> Node:
        from maths.read import read

        return read(extremum.settle().answer.typed)
