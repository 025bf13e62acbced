"""Sequences defined by their first terms and a rule from earlier terms to the next.

Routes: every term in fractions by python-flint straight from the text; SymPy steps on its own, or, for a linear rule,
a power of its matrix. A formula for all terms is put back into the rule and must have the first terms.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import sympy
from flint import fmpq, fmpq_mat

from maths.engines.flint_form import to_fmpq
from maths.engines.sympy_form import to_sympy
from maths.families.routes.sampling import agree
from maths.families.series.recurrence_rule import Rule, offset
from maths.families.series.recurrence_steps import Stepped, teach
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, minus, name, number, replace
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import Name, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_PLACE = 3_000
MAX_STEPS = 400  # with SymPy
MAX_BITS = 12_000
MAX_ORDER = 4


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`place`: which term is asked; None: a formula for all of them. `start`: the least value of the letter stated."""

    rule: Rule
    given: tuple[tuple[int, Node], ...]
    place: int | None
    start: int | None = None

    def settle(self, find: Callable[[Recurrence, int], Symbolic] | None = None) -> Settled:
        """`find` stands in for the second route in tests."""
        first, values = self._given()
        if self.place is None:
            return self._formula(first, values)
        if not first <= self.place <= MAX_PLACE:
            raise UndecidedError(Message("That place in the sequence is not calculated here."))
        terms = dict(values)
        for place in range(first + len(values), self.place + 1):
            terms[place] = self._next(terms, place)
        value = terms[self.place]
        again = (find or _again)(self, first) if self.place not in values else tree_value(values[self.place])
        if not again.is_Rational or fmpq(int(again.p), int(again.q)) != value:
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        stepped = Stepped(self.rule, first, tuple(terms[k] for k in sorted(terms)), self.place, None, len(values))
        method = Message(
            "term by term in fractions straight from the text, and again by SymPy or by the matrix of the rule"
        )
        return Settled(formula(number(fraction(value))), method, partial(teach, stepped))

    def _given(self) -> tuple[int, dict[int, fmpq]]:
        values: dict[int, fmpq] = {}
        for place, node in self.given:
            if place in values:
                raise UndecidedError(Message("{name} is defined twice.", name=f"{self.rule.base}_{place}"))
            values[place] = to_fmpq(node)
        order = self.rule.top - self.rule.lowest
        first = min(values)
        if sorted(values) != list(range(first, first + len(values))) or len(values) < order or order > MAX_ORDER:
            raise UndecidedError(Message("The first terms that are given do not fix the sequence."))
        if self.start is not None and self.start + self.rule.top > first + len(values):
            raise UndecidedError(Message("The rule is not said to hold from the given terms on."))
        for place in range(first + order, first + len(values)):
            if self._next(values, place) != values[place]:
                raise UndecidedError(Message("The terms that are given do not follow the rule."))
        return first, values

    def _next(self, terms: dict[int, fmpq], place: int) -> fmpq:
        letter = place - self.rule.top
        known = {f"{self.rule.base}_{_written(self.rule.letter, k)}": terms[letter + k] for k in self._offsets()}
        value = to_fmpq(self.rule.body, {**known, self.rule.letter: fmpq(letter)})
        if int(value.p).bit_length() + int(value.q).bit_length() > MAX_BITS:
            raise UndecidedError(Message("This number is too large to work with."))
        return value

    def _offsets(self) -> list[int]:
        found = {offset(part) for part in walk(self.rule.body) if isinstance(part, Name) and part.subscript}
        return [place[1] for place in found if place is not None]

    def linear(self) -> list[Symbolic] | None:
        """The coefficients of the earlier terms, oldest first, and the constant; None where it is not so simple."""
        symbols = {k: sympy.Symbol(f"t{k - self.rule.lowest}") for k in self._offsets()}
        named = {f"{self.rule.base}_{_written(self.rule.letter, k)}": s for k, s in symbols.items()}
        body = sympy.expand(to_sympy(self.rule.body, symbols=named))
        if body.free_symbols - set(symbols.values()):
            return None
        found = []
        for k in range(self.rule.lowest, self.rule.top):
            coefficient = sympy.diff(body, symbols[k]) if k in symbols else sympy.S.Zero
            if not coefficient.is_Rational:
                return None
            found.append(coefficient)
        return [*found, body.subs(dict.fromkeys(symbols.values(), 0))]

    def _formula(self, first: int, values: dict[int, fmpq]) -> Settled:
        linear = self.linear()
        if linear is None:
            raise UndecidedError(Message("No formula for all terms was found."))
        n = sympy.Symbol("n", integer=True)
        closed = _closed(linear, first, values, n)
        found = tree(closed)
        terms = dict(values)
        for place in range(first + len(values), first + 12):
            terms[place] = self._next(terms, place)
        for place, value in terms.items():
            if not agree(replace(found, {"n": number(place)}), number(fraction(value)), ()):
                raise UndecidedError(Message("The two ways of calculating it do not agree."))
        letter = self.rule.letter
        shifted = {
            f"{self.rule.base}_{_written(letter, k)}": replace(
                found, {"n": minus(name("n"), number(self.rule.top - k))}
            )
            for k in self._offsets()
        }
        if not agree(replace(self.rule.body, shifted), found, ("n",)):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        stepped = Stepped(self.rule, first, tuple(terms[k] for k in sorted(terms)), None, found, len(values))
        method = Message("solved by SymPy; the formula has the first terms and satisfies the rule")
        return Settled(formula(found), method, partial(teach, stepped))


def tree_value(value: fmpq) -> Symbolic:
    return sympy.Rational(int(value.p), int(value.q))


def _written(letter: str, shift: int) -> str:
    return letter if shift == 0 else f"{letter}{'+' if shift > 0 else '-'}{abs(shift)}"


def _again(task: Recurrence, first: int) -> Symbolic:
    """The asked term by SymPy's own steps, or by the power of the companion matrix."""
    assert task.place is not None  # noqa: S101 - by the caller
    linear = task.linear()
    given = [tree_value(to_fmpq(node)) for _, node in sorted(task.given, key=lambda pair: pair[0])]
    order = task.rule.top - task.rule.lowest
    if linear is not None:
        return _by_matrix(linear, given[:order], task.place - first)
    if task.place - first > MAX_STEPS:
        raise UndecidedError(Message("That place in the sequence is not calculated here."))
    symbols = {k: sympy.Symbol(f"t{k - task.rule.lowest}") for k in range(task.rule.lowest, task.rule.top)}
    named = {f"{task.rule.base}_{_written(task.rule.letter, k)}": s for k, s in symbols.items()}
    body = to_sympy(task.rule.body, symbols=named)
    terms = list(given)
    letter = sympy.Symbol(task.rule.letter)
    for place in range(first + len(terms), task.place + 1):
        base = place - task.rule.top - first
        put_in = {symbol: terms[base + k] for k, symbol in symbols.items() if 0 <= base + k < len(terms)}
        terms.append(body.subs({**put_in, letter: place - task.rule.top}))
    return terms[task.place - first]


def _by_matrix(linear: list[Symbolic], given: list[Symbolic], steps: int) -> Symbolic:
    order = len(linear) - 1
    rows = [[fmpq(int(c == r + 1)) for c in range(order + 1)] for r in range(order - 1)]
    rows.append([fmpq(int(c.p), int(c.q)) for c in linear])
    rows.append([fmpq(0)] * order + [fmpq(1)])
    matrix, power = fmpq_mat(rows), fmpq_mat([[fmpq(int(r == c)) for c in range(order + 1)] for r in range(order + 1)])
    while steps:
        if steps & 1:
            power = power * matrix
        matrix, steps = matrix * matrix, steps >> 1
    start = fmpq_mat([[fmpq(int(g.p), int(g.q))] for g in given] + [[fmpq(1)]])
    return tree_value((power * start)[0, 0])


def _closed(linear: list[Symbolic], first: int, values: dict[int, fmpq], n: Symbolic) -> Symbolic:
    """The formula by SymPy: by hand for one earlier term, else from the characteristic equation."""
    *coefficients, constant = linear
    start = [tree_value(values[place]) for place in sorted(values)][: len(coefficients)]
    if len(coefficients) == 1:
        (ratio,) = coefficients
        if ratio == 1:
            return sympy.expand(start[0] + (n - first) * constant)
        fixed = constant / (1 - ratio)
        return sympy.powsimp((start[0] - fixed) * ratio ** (n - first)) + fixed
    if constant != 0:
        raise UndecidedError(Message("No formula for all terms was found."))
    x = sympy.Symbol("x")
    order = len(coefficients)
    roots = sympy.roots(x**order - sum(c * x**k for k, c in enumerate(coefficients)), x)
    if sum(roots.values()) != order or any(not root.is_real or root == 0 for root in roots):
        raise UndecidedError(Message("No formula for all terms was found."))
    unknowns = sympy.symbols(f"c0:{order}")
    basis = [n**k * root**n for root, times in roots.items() for k in range(times)]
    general = sympy.Add(*[c * b for c, b in zip(unknowns, basis, strict=True)])
    solved = sympy.solve([general.subs(n, first + k) - s for k, s in enumerate(start)], unknowns, dict=True)
    if len(solved) != 1:
        raise UndecidedError(Message("No formula for all terms was found."))
    return sympy.Add(*[sympy.radsimp(solved[0][c]) * b for c, b in zip(unknowns, basis, strict=True)])
