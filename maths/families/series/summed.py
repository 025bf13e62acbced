"""Sums and products over whole numbers: finite, up to a letter, and infinite.

Routes: SymPy's closed form (Gosper's algorithm), and python-flint adding every term straight from the text; up to a
letter, the first values and the difference of neighbours; infinite, a ball from polygamma values or a bounded rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import sympy
from flint import acb, fmpq

from maths.bounds import UndefinedError, UnsupportedError
from maths.engines.flint_form import to_fmpq
from maths.engines.sympy_form import to_sympy
from maths.families.doubtful import refuse_doubtful
from maths.families.numbers.arithmetic import Evaluate, tidy
from maths.families.routes import ball
from maths.families.routes.rational import rational
from maths.families.routes.sampling import agree
from maths.families.series.closed_form import antidifference, presentable
from maths.families.series.products import factor_ball, partial_product
from maths.families.series.summed_steps import Added, teach
from maths.families.series.terms_of import infinite_sum
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number, replace
from maths.families.write import formula, tree
from maths.message import Message
from maths.read import read
from maths.tree import Name, Product, Series, Sum, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_ENUMERATED = 5_000  # terms added one by one
MAX_IRRATIONAL = 40  # terms that are no fractions
MAX_BOUND = 10**12
MAX_SLOPE = 4  # of the last place: up to 4n
_FIRST = 8  # values of a closed form that are compared
_PRECISION = 200


@dataclass(frozen=True, slots=True)
class Summed:
    """`kind` is "sum" or "product"; `shown` is how the statement writes it, when not with a sign."""

    body: Node
    variable: str
    lower: Node
    upper: Node
    kind: str = "sum"
    shown: Node | None = None
    words: tuple[str, str] | None = None

    def settle(self, find: Callable[[Summed, Symbolic, Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.body)
        letters = tuple(sorted(names(self.body, frozenset({self.variable})) | {self.variable}))
        index = sympy.Symbol(self.variable, integer=True)
        symbols = {full: sympy.Symbol(full, real=True) for full in letters} | {self.variable: index}
        function = to_sympy(self.body, symbols=symbols, variables=frozenset({self.variable}))
        if not isinstance(function, sympy.Expr) or function.is_Matrix:
            raise UndecidedError(Message("The terms of this series are of a kind that is not summed here."))
        if self.variable in names(self.lower) | names(self.upper):
            raise UndecidedError(Message("The index of the sum stands in its own bounds."))
        lower, upper = to_sympy(self.lower), to_sympy(self.upper)
        if not lower.is_Integer or abs(lower) > MAX_BOUND:
            raise UndecidedError(Message("A sum begins at a whole number."))
        if upper == sympy.oo:
            return self._infinite(function, index, int(lower), letters, find)
        if upper.is_Integer and abs(upper) <= MAX_BOUND:
            return self._finite(function, index, (int(lower), int(upper)), letters, find)
        if upper.is_number or not _is_linear(upper):
            raise UndecidedError(Message("The last place of the sum is not a whole number."))
        return self._open(function, index, int(lower), letters, find)

    def _finite(
        self,
        function: Symbolic,
        index: Symbolic,
        ends: tuple[int, int],
        letters: tuple[str, ...],
        find: Callable[[Summed, Symbolic, Symbolic], Symbolic] | None,
    ) -> Settled:
        first, last = ends
        if last < first:
            raise UndecidedError(Message("The sum has no terms: its last place comes before its first."))
        count = last - first + 1
        if len(letters) > 1:
            return self._with_letters(function, index, ends)
        if count > MAX_ENUMERATED:
            return self._long(function, index, ends)
        try:
            terms = [to_fmpq(self.body, {self.variable: fmpq(k)}) for k in range(first, last + 1)]
        except UnsupportedError:
            return self._irrational(function, index, ends)
        again = sum(terms, fmpq(0)) if self.kind == "sum" else _multiplied(terms)
        value = (find or by_sympy)(self, function, index)
        if not value.is_Rational or fmpq(int(value.p), int(value.q)) != again:
            raise _disagreement()
        method = (
            Message(
                "a closed form or term by term with SymPy, and every term again in fractions straight from the text"
            )
            if self.kind == "sum"
            else Message("multiplied with SymPy, and every factor again in fractions straight from the text")
        )
        return self._settled(function, index, value, method, [number(term) for term in terms[:_FIRST]], count)

    def _with_letters(self, function: Symbolic, index: Symbolic, ends: tuple[int, int]) -> Settled:
        first, last = ends
        if last - first >= MAX_IRRATIONAL:
            raise UndecidedError(Message("The terms hold other letters, and there are too many of them."))
        terms = [function.subs(index, k) for k in range(first, last + 1)]
        value = sympy.expand(sympy.Add(*terms)) if self.kind == "sum" else sympy.factor(sympy.Mul(*terms))
        written = [replace(self.body, {self.variable: number(k)}) for k in range(first, last + 1)]
        whole: Node = Sum(tuple(written)) if self.kind == "sum" else Product(tuple(written))
        if not agree(whole if len(written) > 1 else written[0], tree(value), tuple(sorted(names(self.body)))):
            raise _disagreement()
        method = Message("added with SymPy, and compared in balls at several points")
        return self._settled(function, index, value, method, [tree(t) for t in terms[:_FIRST]], len(terms))

    def _irrational(self, function: Symbolic, index: Symbolic, ends: tuple[int, int]) -> Settled:
        first, last = ends
        if last - first >= MAX_IRRATIONAL:
            raise UndecidedError(Message("These terms are no fractions, and there are too many of them."))
        written = tuple(replace(self.body, {self.variable: number(k)}) for k in range(first, last + 1))
        whole: Node = Sum(written) if self.kind == "sum" else Product(written)
        settled = Evaluate(whole if len(written) > 1 else written[0]).settle()
        value = to_sympy(read(settled.answer.typed))
        return self._settled(function, index, value, settled.method, list(written[:_FIRST]), len(written))

    def _long(self, function: Symbolic, index: Symbolic, ends: tuple[int, int]) -> Settled:
        """Too many terms to add one by one: a closed form whose differences are the terms, exactly."""
        if self.kind != "sum":
            raise UndecidedError(Message("There are too many factors."))
        closed = _closed(function, index)
        first, last = ends
        self._confirm_differences(closed, index, ends)
        value = closed.subs(index, last + 1) - closed.subs(index, first)
        again = [to_fmpq(tree(closed), {self.variable: fmpq(end)}) for end in (last + 1, first)]
        if not value.is_Rational or fmpq(int(value.p), int(value.q)) != again[0] - again[1]:
            raise _disagreement()
        method = Message("a closed form by Gosper's algorithm, whose differences python-flint proves to be the terms")
        terms = [to_fmpq(self.body, {self.variable: fmpq(k)}) for k in range(first, first + 3)]
        return self._settled(function, index, value, method, [number(t) for t in terms], last - first + 1)

    def _confirm_differences(self, closed: Symbolic, index: Symbolic, ends: tuple[int, int | None]) -> None:
        gap = rational(tree(closed.subs(index, index + 1)), self.variable)
        before, term = rational(tree(closed), self.variable), rational(self.body, self.variable)
        difference = gap.numerator * before.denominator - before.numerator * gap.denominator
        if difference * term.denominator != term.numerator * gap.denominator * before.denominator:
            raise _disagreement()
        for divisor in (*term.divisors, *before.divisors, *gap.divisors):
            for factor, _ in divisor.factor()[1]:
                zero = -factor[0] / factor[1] if factor.degree() == 1 else None
                if zero is not None and zero.q == 1 and zero >= ends[0] and (ends[1] is None or zero <= ends[1] + 1):
                    raise UndefinedError(Message("It divides by zero."))

    def _open(
        self,
        function: Symbolic,
        index: Symbolic,
        first: int,
        letters: tuple[str, ...],
        find: Callable[[Summed, Symbolic, Symbolic], Symbolic] | None,
    ) -> Settled:
        (last,) = names(self.upper)
        upper = to_sympy(self.upper, symbols={last: sympy.Symbol(last, integer=True, positive=True)})
        if last in letters:
            raise UndecidedError(Message("The letter of the last place stands in the terms too."))
        if find is not None:
            value = find(self, function, index)
        elif self.kind == "sum":
            closed = _closed(function, index)
            value = presentable(closed.subs(index, upper + 1) - closed.subs(index, first))
        else:
            value = presentable(partial_product(function, index, first, upper))
        self._confirm_values(value, last, first, letters)
        method = (
            Message(
                "a closed form by Gosper's algorithm; the first values were added up, and its differences are the terms"
            )
            if self.kind == "sum"
            else Message(
                "a closed form by SymPy; the first values were multiplied out, and its quotients are the factors"
            )
        )
        shown = [tree(function.subs(index, k)) for k in range(first, first + 3)]
        return self._settled(function, index, value, method, shown, None)

    def _confirm_values(self, value: Symbolic, last: str, first: int, letters: tuple[str, ...]) -> None:
        """The closed form at the first places, and from one place to the next."""
        found = tree(value)
        others = tuple(letter for letter in letters if letter != self.variable)
        seen = 0
        for n in range(1, 40):
            end = to_fmpq(self.upper, {last: fmpq(n)})
            if end.q != 1 or end < first:
                continue
            written = tuple(replace(self.body, {self.variable: number(k)}) for k in range(first, int(end) + 1))
            whole: Node = written[0] if len(written) == 1 else (Sum if self.kind == "sum" else Product)(written)
            if not agree(whole, replace(found, {last: number(n)}), others):
                raise _disagreement()
            seen += 1
            if seen == _FIRST:
                break
        following = replace(found, {last: Sum((Name(last), number(1)))})
        slope = to_fmpq(self.upper, {last: fmpq(1)}) - to_fmpq(self.upper, {last: fmpq(0)})
        added = [replace(self.body, {self.variable: Sum((self.upper, number(k + 1)))}) for k in range(int(slope))]
        joined: Node = Sum((found, *added)) if self.kind == "sum" else Product((found, *added))
        if seen < _FIRST or not agree(following, joined, (*others, last)):
            raise _disagreement()

    def _infinite(
        self,
        function: Symbolic,
        index: Symbolic,
        first: int,
        letters: tuple[str, ...],
        find: Callable[[Summed, Symbolic, Symbolic], Symbolic] | None,
    ) -> Settled:
        if len(letters) > 1:
            raise UndecidedError(
                Message("Whether the series converges depends on the other letters, and their values are not given.")
            )
        try:
            if self.kind == "sum":
                enclosed = infinite_sum(self.body, self.variable, first)
            else:
                enclosed = factor_ball(self.body, self.variable, first)
        except UnsupportedError as error:
            raise UndecidedError(error.message) from error
        value = (find or by_sympy)(self, function, index)
        with ball.precisely(_PRECISION):
            gap = ball.number(tree(value), {}) - acb(enclosed)
            if not gap.contains(0):
                raise _disagreement()
        method = (
            Message("summed by SymPy, and enclosed by python-flint with a proven bound for the rest of the series")
            if self.kind == "sum"
            else Message("the limit of the product by SymPy, and the same from gamma values by python-flint")
        )
        shown = [tree(function.subs(index, k)) for k in range(first, first + 4)]
        return self._settled(function, index, value, method, shown, None)

    def _settled(  # noqa: PLR0913, PLR0917 - what steps are written from
        self,
        function: Symbolic,
        index: Symbolic,
        value: Symbolic,
        method: Message,
        terms: list[Node],
        count: int | None,
    ) -> Settled:
        whole = self.shown or Series(self.kind, self.body, Name(self.variable), self.lower, self.upper)
        answer = tree(value)
        added = Added(whole, self.body, self.kind, function, index, self.lower, self.upper, value, tuple(terms), count)
        return Settled(formula(answer), method, partial(teach, added))


def by_sympy(task: Summed, function: Symbolic, index: Symbolic) -> Symbolic:
    """The value by SymPy: a closed form where there is one, else what SymPy sums or adds."""
    first, last = to_sympy(task.lower), to_sympy(task.upper)
    if task.kind == "product":
        if last == sympy.oo:
            size = sympy.Symbol("N_", integer=True, positive=True)
            return tidy(sympy.limit(partial_product(function, index, int(first), size), size, sympy.oo))
        return sympy.Mul(*[function.subs(index, k) for k in range(int(first), int(last) + 1)])
    closed = antidifference(function, index)
    if last != sympy.oo:
        if closed is not None and function.is_polynomial(index):
            return sympy.nsimplify(closed.subs(index, last + 1) - closed.subs(index, first))
        return sympy.Add(*[function.subs(index, k) for k in range(int(first), int(last) + 1)])
    if closed is not None:
        value = _at_infinity(closed, index) - closed.subs(index, first)
    else:
        value = sympy.summation(function, (index, first, last))
    if not value.is_number or value.has(
        sympy.Sum, sympy.zoo, sympy.nan, sympy.oo, sympy.zeta, sympy.polygamma, sympy.I
    ):
        raise UndecidedError(Message("No closed form of the sum was found."))
    return value if value.is_Rational else tidy(value)


def _at_infinity(closed: Symbolic, index: Symbolic) -> Symbolic:
    """The limit, term by term; a term with a power of a negative number only where it goes to zero."""
    total = sympy.S.Zero
    whole = sympy.expand(closed, power_exp=False) if _oscillates(closed, index) else closed
    for term in whole.as_ordered_terms() if whole is not closed else (closed,):
        if not _oscillates(term, index):
            total += sympy.limit(term, index, sympy.oo)
            continue
        size = term.replace(
            lambda part: part.is_Pow and part.base.is_number and part.base.is_negative and part.exp.has(index),
            lambda part: (-part.base) ** part.exp,
        )
        if sympy.limit(size, index, sympy.oo) != 0:
            raise UndecidedError(Message("The series does not converge."))
    return total


def _oscillates(value: Symbolic, index: Symbolic) -> bool:
    return any(part.base.is_negative and part.exp.has(index) for part in value.atoms(sympy.Pow) if part.base.is_number)


def _closed(function: Symbolic, index: Symbolic) -> Symbolic:
    found = antidifference(function, index)
    if found is None:
        raise UndecidedError(Message("No closed form of the sum was found."))
    return found


def _multiplied(terms: list[fmpq]) -> fmpq:
    product = fmpq(1)
    for term in terms:
        product *= term
    return product


def _is_linear(upper: Symbolic) -> bool:
    if len(upper.free_symbols) != 1:
        return False
    (letter,) = upper.free_symbols
    slope = sympy.diff(upper, letter)
    return bool(
        upper.is_polynomial(letter)
        and slope.is_Integer
        and 1 <= slope <= MAX_SLOPE
        and upper.subs(letter, 0).is_Integer
    )


def _disagreement() -> UndecidedError:
    return UndecidedError(Message("The two ways of calculating it do not agree."))
