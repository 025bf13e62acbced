"""Whether a series converges, absolutely or conditionally.

Routes: the growth of the terms read off the tree (factorials, powers with the index above, powers, logarithms),
which names the test; SymPy's own ratio test, limit of the terms or test for convergence. The growth is that of
functions that end up monotonic, so the comparison, ratio, integral and alternating tests apply as they stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import sympy
from flint import fmpq

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.doubtful import refuse_doubtful
from maths.families.routes import ball
from maths.families.routes.rational import rational
from maths.families.series.convergence_steps import Judged, teach
from maths.families.series.growth import Growth, growth
from maths.families.series.terms_of import refuse_poles
from maths.families.settled import Settled, UndecidedError
from maths.families.words_of import heard
from maths.message import Formula, Message
from maths.tree import names

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_OPERATIONS = 40
_LOOKED_AT = 60  # first terms
_PRECISION = 100
_ANSWERS = {
    "diverges": Formula("diverges", r"\text{diverges}"),
    "converges": Formula("converges", r"\text{converges}"),
    "converges absolutely": Formula("converges absolutely", r"\text{converges absolutely}"),
    "converges conditionally": Formula("converges conditionally", r"\text{converges conditionally}"),
}


@dataclass(frozen=True, slots=True)
class Convergence:
    """`finely`: whether absolutely or conditionally is asked as well."""

    body: Node
    variable: str
    lower: Node
    finely: bool = False

    def settle(self, find: Callable[[Symbolic, Symbolic, int], tuple[bool, bool]] | None = None) -> Settled:
        """`find` stands in for the second route in tests."""
        refuse_doubtful(self.body)
        if names(self.body, frozenset({self.variable})) != {self.variable}:
            raise UndecidedError(
                Message("Whether the series converges depends on the other letters, and their values are not given.")
            )
        start = to_sympy(self.lower)
        if not start.is_Integer:
            raise UndecidedError(Message("A sum begins at a whole number."))
        try:
            found = growth(self.body, self.variable)
        except RefusedError as error:
            raise UndecidedError(Message("No test for this kind of series was found.")) from error
        converges, absolutely, test = verdict(found)
        self._refuse_gaps(int(start))
        again = (find or self._again)(*self._function(), int(start))
        if again != (converges, absolutely):
            raise UndecidedError(Message("The two ways of testing the series do not agree."))
        key = "converges" if converges else "diverges"
        if self.finely and converges:
            key = "converges absolutely" if absolutely else "converges conditionally"
        judged = Judged(self.body, self.variable, self.lower, found, converges, absolutely, test)
        method = Message("by the growth of the terms, and again by SymPy's own tests")
        return Settled(_ANSWERS[key], method, partial(teach, judged), hear=partial(heard, key))

    def _function(self) -> tuple[Symbolic, Symbolic]:
        index = sympy.Symbol(self.variable, integer=True, positive=True)
        function = to_sympy(self.body, symbols={self.variable: index}, variables=frozenset({self.variable}))
        if not isinstance(function, sympy.Expr) or function.count_ops() > MAX_OPERATIONS:
            raise UndecidedError(Message("No test for this kind of series was found."))
        return function, index

    def _refuse_gaps(self, start: int) -> None:
        """Every term must have a value: the first ones in balls, those of a quotient of polynomials exactly."""
        with ball.precisely(_PRECISION):
            for place in range(start, start + _LOOKED_AT):
                try:
                    value = ball.number(self.body, {self.variable: fmpq(place)})
                except (RefusedError, ZeroDivisionError, ValueError) as error:
                    raise UndecidedError(Message("A term of the series has no value.")) from error
                if not value.is_finite():
                    raise UndecidedError(Message("A term of the series has no value."))
        try:
            divisors = rational(self.body, self.variable).divisors
        except RefusedError:
            return
        for divisor in divisors:
            refuse_poles(divisor, start)

    def _again(self, function: Symbolic, index: Symbolic, start: int) -> tuple[bool, bool]:
        """SymPy's own ratio test, limit of the terms or convergence test, whichever fits the kind of series."""
        found = growth(self.body, self.variable)
        test = verdict(found)[2]
        size = function.replace(lambda part: part.is_Pow and part.base == -1, lambda _: sympy.S.One)
        size = sympy.expand_power_base(size)
        if test == "ratio":
            ratio = sympy.Abs(sympy.combsimp(sympy.powsimp(function.subs(index, index + 1) / function)))
            limit = sympy.limit(ratio.subs(sympy.Abs(sympy.S.NegativeOne), 1), index, sympy.oo)
            if limit == 1 or (not limit.is_comparable and limit != sympy.oo):
                raise UndecidedError(Message("No test for this kind of series was found."))
            return bool(limit < 1), bool(limit < 1)
        if test == "comparison":
            bound = size.replace(lambda part: isinstance(part, (sympy.sin, sympy.cos)), lambda _: sympy.S.One)
            return (True, True) if _converges(bound, index, start) else (False, False)
        if test == "divergence":
            return (False, False) if sympy.limit(sympy.Abs(size), index, sympy.oo) != 0 else (True, True)
        absolutely = _converges(sympy.Abs(size), index, start)
        if test == "alternating":
            return bool(sympy.limit(size, index, sympy.oo) == 0), absolutely
        return absolutely, absolutely


def _converges(function: Symbolic, index: Symbolic, start: int) -> bool:
    try:
        return bool(sympy.Sum(function, (index, start, sympy.oo)).is_convergent() == sympy.true)
    except (NotImplementedError, ValueError, TypeError) as error:
        raise UndecidedError(Message("No test for this kind of series was found.")) from error


def verdict(found: Growth) -> tuple[bool, bool, str]:
    """Converges, absolutely, and by which test."""
    if found.bounded:
        if not found.is_summable():
            raise UndecidedError(Message("No test for this kind of series was found."))
        return True, True, "comparison"
    if found.is_summable():
        return True, True, _test(found)
    if not found.vanishes():
        return False, False, "divergence"
    if found.alternating:
        return True, False, "alternating"
    return False, False, _test(found)


def _test(found: Growth) -> str:
    if found.factorial != 0 or found.exponential() != 0:
        return "ratio"
    if found.logarithm != 0:
        return "integral"
    return "p-series"
