"""Arithmetic and geometric progressions known by some of their terms, sums, difference or ratio.

Routes: the formulas solved for first term and difference or ratio, with the count of solutions by python-flint; the
progression built up term by term from there, in which every fact is found again and the answer is read off.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import sympy
from flint import arb, fmpq, fmpq_mat, fmpq_poly

from maths.engines.sympy_form import to_sympy
from maths.families.doubtful import refuse_doubtful
from maths.families.numbers.arithmetic import tidy
from maths.families.routes import ball
from maths.families.routes.roots import distinct_real
from maths.families.series.progressions_steps import Worked, teach
from maths.families.settled import Settled, UndecidedError
from maths.families.write import formula, listed, tree
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

    Solver: TypeAlias = Callable[[str, list[tuple["Quantity", Symbolic]]], list["Progression"]]

MAX_PLACE = 5_000
MAX_DEGREE = 60  # of the equation for the ratio
_PRECISION = 400


@dataclass(frozen=True, slots=True)
class Quantity:
    """`term` at a place, `sum` of so many first terms, `total` of all, `step` (difference or ratio), `last`, `count`.

    A place is a number or a letter; an infinite total has `place` None in an endless progression.
    """

    kind: str
    place: int | str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    quantity: Quantity
    value: Node


@dataclass(frozen=True, slots=True)
class Progression:
    """First term and difference or ratio, both exact; `count` is None when it does not end or is not known."""

    kind: str
    first: Symbolic
    step: Symbolic
    count: int | None = None

    def term(self, place: Symbolic) -> Symbolic:
        if self.kind == "arithmetic":
            return self.first + (place - 1) * self.step
        return self.first * self.step ** (place - 1)

    def sum(self, count: Symbolic) -> Symbolic:
        if self.kind == "arithmetic":
            return count * self.first + count * (count - 1) / 2 * self.step
        if self.step == 1:
            return count * self.first
        return self.first * (1 - self.step**count) / (1 - self.step)


@dataclass(frozen=True, slots=True)
class AskProgression:
    """`kind` is "arithmetic" or "geometric"; `positive`: all its terms are stated to be so; `endless`: no end."""

    kind: str
    facts: tuple[Fact, ...]
    asked: tuple[Quantity, ...]
    positive: bool = False
    endless: bool = False

    def settle(
        self, find: Callable[[str, list[tuple[Quantity, Symbolic]]], list[Progression]] | None = None
    ) -> Settled:
        """`find` stands in for the first route in tests."""
        facts = self._facts()
        if self.kind == "geometric" and not self.endless and self._needs_end(facts):
            raise UndecidedError(Message("It is not said where the progression ends."))
        solve = find or (_arithmetic if self.kind == "arithmetic" else _geometric)
        found = [p for p in solve(self.kind, facts) if not self.positive or (p.first > 0 and _is_rising(p))]
        if not found:
            raise UndecidedError(Message("No such progression of real numbers exists."))
        answers = {tuple(_asked(asked, progression) for asked in self.asked) for progression in found}
        if len(answers) > 1:
            raise UndecidedError(Message("What is given does not fix one progression."))
        (values,) = answers
        for progression in found:
            for asked, value in zip(self.asked, values, strict=True):
                self._confirm(asked, progression, facts, value)
        worked = Worked(self.kind, tuple(facts), self.asked, found[0], values)
        method = Message(
            "the formulas solved for the first term and the step from term to term, and the progression "
            "built up term by term"
        )
        return Settled(listed(formula(tree(value)) for value in values), method, partial(teach, worked))

    def _needs_end(self, facts: list[tuple[Quantity, Symbolic]]) -> bool:
        kinds = {quantity.kind for quantity, _ in facts} | {asked.kind for asked in self.asked}
        return "total" in kinds and not kinds & {"last", "count"}

    def _facts(self) -> list[tuple[Quantity, Symbolic]]:
        found: list[tuple[Quantity, Symbolic]] = []
        for fact in self.facts:
            refuse_doubtful(fact.value)
            value = to_sympy(fact.value)
            if not isinstance(value, sympy.Expr) or not value.is_number or value.is_real is not True:
                raise UndecidedError(Message("What is given of the progression is not a number."))
            if isinstance(fact.quantity.place, int) and not 1 <= fact.quantity.place <= MAX_PLACE:
                raise UndecidedError(Message("That place in the sequence is not calculated here."))
            if (fact.quantity, value) not in found:
                found.append((fact.quantity, value))
        return found

    def _confirm(
        self, asked: Quantity, progression: Progression, facts: list[tuple[Quantity, Symbolic]], value: Symbolic
    ) -> None:
        """Every fact and the answer again, from the progression built up term by term in balls."""
        with ball.precisely(_PRECISION):
            first, step = (ball.number(tree(part), {}).real for part in (progression.first, progression.step))
            built = _Built(self.kind, first, step, progression.count)
            for quantity, given in facts:
                _same(built.value(quantity), ball.number(tree(given), {}).real)
            if isinstance(asked.place, str):
                for place in (1, 2, 3, 7):
                    again = value.subs(sympy.Symbol(asked.place, integer=True, positive=True), place)
                    _same(built.value(replace(asked, place=place)), ball.number(tree(again), {}).real)
                return
            _same(built.value(asked), ball.number(tree(value), {}).real)


def _asked(asked: Quantity, progression: Progression) -> Symbolic:
    place = asked.place
    if isinstance(place, int) and not 1 <= place <= MAX_PLACE:
        raise UndecidedError(Message("That place in the sequence is not calculated here."))
    at = sympy.Symbol(place, integer=True, positive=True) if isinstance(place, str) else place
    match asked.kind:
        case "term":
            value = progression.term(at)
        case "step":
            value = progression.step
        case "sum":
            value = progression.sum(at)
        case "count" | "last" | "total":
            value = _of_all(progression, asked.kind)
        case _:
            raise AssertionError(asked.kind)
    if isinstance(place, str):
        return (
            sympy.factor(value)
            if asked.kind == "sum" and value.is_polynomial()
            else sympy.expand(value)
            if value.is_polynomial()
            else value
        )
    value = sympy.expand(value)
    return value if value.is_Rational else tidy(value)


def _same(left: arb, right: arb) -> None:
    gap = left - right
    if not gap.contains(0) or gap.rad() > (1 + abs(right.mid())) * arb(2) ** -80:
        raise UndecidedError(Message("The two ways of calculating it do not agree."))


class _Built:
    """The progression term by term."""

    def __init__(self, kind: str, first: arb, step: arb, count: int | None) -> None:
        self._kind, self._step, self._count = kind, step, count
        self._terms = [first]

    def _next(self) -> None:
        last = self._terms[-1]
        self._terms.append(last + self._step if self._kind == "arithmetic" else last * self._step)

    def _first(self, count: int) -> list[arb]:
        while len(self._terms) < count:
            self._next()
        return self._terms[:count]

    def value(self, quantity: Quantity) -> arb:  # noqa: PLR0911 - one line a kind
        place = quantity.place
        match quantity.kind:
            case "term" if isinstance(place, int):
                return self._first(place)[-1]
            case "sum" if isinstance(place, int):
                return sum(self._first(place), arb(0))
            case "step":
                return self._step
            case "total" if self._count is None:
                return self._endless()
            case "total" if self._count is not None:
                return sum(self._first(self._count), arb(0))
            case "last" if self._count is not None:
                return self._first(self._count)[-1]
            case "count" if self._count is not None:
                return arb(self._count)
        raise UndecidedError(Message("What is given does not fix one progression."))

    def _endless(self) -> arb:
        """Terms added until the rest, a geometric series itself, is negligible."""
        share = abs(self._step)
        if not share < 1:
            raise UndecidedError(Message("The series does not converge."))
        total = arb(0)
        for place in range(1, MAX_PLACE):
            term = self._first(place)[-1]
            total += term
            rest = abs(term) * share / (1 - share)
            if rest < arb(2) ** -120:
                return total + arb(0, rest.upper())
        raise UndecidedError(Message("The series converges too slowly to be followed."))


def _is_rising(progression: Progression) -> bool:
    """Whether no term can be zero or negative."""
    return bool(progression.step >= 0) if progression.kind == "arithmetic" else bool(progression.step > 0)


def _of_all(progression: Progression, kind: str) -> Symbolic:
    count = progression.count
    if kind == "total" and count is None:
        if progression.kind != "geometric":
            raise UndecidedError(Message("It is not said how many terms are added."))
        if not abs(progression.step) < 1:
            raise UndecidedError(Message("The series does not converge."))
        return progression.first / (1 - progression.step)
    if count is None:
        raise UndecidedError(Message("It is not said where the progression ends."))
    if kind == "count":
        return sympy.Integer(count)
    return progression.term(sympy.Integer(count)) if kind == "last" else progression.sum(sympy.Integer(count))


# Arithmetic


def _arithmetic(kind: str, facts: list[tuple[Quantity, Symbolic]]) -> list[Progression]:
    if any(not value.is_Rational for _, value in facts):
        raise UndecidedError(Message("What is given of the progression is not a fraction."))
    stated = next((int(value) for quantity, value in facts if quantity.kind == "count" and value.is_Integer), None)
    rows = [row for row in (_row(q, v, stated) for q, v in facts) if row is not None]
    first, step = sympy.symbols("a d")
    solved = sympy.linsolve([row[0] * first + row[1] * step - row[2] for row in rows], [first, step]) if rows else None
    if solved is not None and not solved:
        raise UndecidedError(Message("No such progression of real numbers exists."))
    matrix = (
        fmpq_mat([[fmpq(int(c.p), int(c.q)) for c in map(sympy.Rational, row[:2])] for row in rows]) if rows else None
    )
    if matrix is None or solved is None or matrix.rank() < 2:  # noqa: PLR2004 - two unknowns
        return _with_all(kind, facts)
    ((a, d),) = solved
    progression = Progression(kind, a, d)
    return _counted(progression, facts, stated)


def _row(quantity: Quantity, value: Symbolic, count: int | None) -> tuple[Symbolic, Symbolic, Symbolic] | None:
    """The coefficients of first term and difference, and the value."""
    match quantity.kind:
        case "term":
            return sympy.Integer(1), sympy.Integer(quantity.place - 1), value  # type: ignore[operator]
        case "step":
            return sympy.Integer(0), sympy.Integer(1), value
        case "sum":
            return sympy.Integer(quantity.place), sympy.Integer(quantity.place * (quantity.place - 1) // 2), value  # type: ignore[operator]
        case "last" if count is not None:
            return sympy.Integer(1), sympy.Integer(count - 1), value
        case "total" if count is not None:
            return sympy.Integer(count), sympy.Integer(count * (count - 1) // 2), value
    return None


def _counted(progression: Progression, facts: list[tuple[Quantity, Symbolic]], stated: int | None) -> list[Progression]:
    """With the number of terms, where the last term or the total says it."""
    counts: set[int] | None = {stated} if stated is not None else None
    for quantity, value in facts:
        if quantity.kind == "last" or (
            quantity.kind == "total" and stated is None and progression.kind == "arithmetic"
        ):
            fitting = _counts(progression, quantity.kind, value)
            counts = fitting if counts is None else counts & fitting
    if counts is None:
        return [progression]
    return [replace(progression, count=count) for count in sorted(counts) if 1 <= count <= MAX_PLACE]


def _counts(progression: Progression, kind: str, value: Symbolic) -> set[int]:
    if progression.kind == "geometric":
        return _geometric_counts(progression, value)
    n = sympy.Symbol("n")
    reached = progression.term(n) if kind == "last" else progression.sum(n)
    gap = sympy.Poly(sympy.expand(reached - value), n)
    if gap.is_zero:
        raise UndecidedError(Message("What is given does not fix one progression."))
    return {int(root) for root in sympy.roots(gap) if root.is_Integer and root >= 1}


def _geometric_counts(progression: Progression, value: Symbolic) -> set[int]:
    """The places of a value: only one where the ratio is not 1 or -1."""
    if abs(progression.step) in (0, 1):
        raise UndecidedError(Message("What is given does not fix one progression."))
    term = progression.first
    for place in range(1, MAX_DEGREE * 4):
        if term == value:
            return {place}
        term = sympy.expand(term * progression.step)
    return set()


def _with_all(kind: str, facts: list[tuple[Quantity, Symbolic]]) -> list[Progression]:
    """First term, last term and total fix the number of terms."""
    known = {
        quantity.kind if quantity.kind != "term" or quantity.place == 1 else "": value for quantity, value in facts
    }
    if set(known) != {"term", "last", "total"}:
        raise UndecidedError(Message("What is given does not fix one progression."))
    first, last, total = known["term"], known["last"], known["total"]
    if first + last == 0:
        raise UndecidedError(Message("What is given does not fix one progression."))
    count = 2 * total / (first + last)
    if not count.is_Integer or count < 2 or count > MAX_PLACE:  # noqa: PLR2004 - a step needs two terms
        raise UndecidedError(Message("No such progression of real numbers exists."))
    return [Progression(kind, first, (last - first) / (count - 1), int(count))]


# Geometric


def _geometric(kind: str, facts: list[tuple[Quantity, Symbolic]]) -> list[Progression]:
    endless = any(quantity.kind == "total" for quantity, _ in facts)
    plain = [(q, v) for q, v in facts if q.kind in {"term", "sum", "total"}]
    stated = [v for q, v in facts if q.kind == "step"]
    ratios = stated[:1] or _ratios(plain)
    found = []
    for ratio in ratios:
        if ratio == 0 or (endless and not abs(ratio) < 1) or any(other != ratio for other in stated):
            continue
        scaled = [(value, _multiple(quantity, ratio)) for quantity, value in plain]
        usable = [(value, multiple) for value, multiple in scaled if multiple != 0]
        if not usable:
            raise UndecidedError(Message("What is given does not fix one progression."))
        first = sympy.radsimp(usable[0][0] / usable[0][1])
        if first != 0 and all(_is_zero(first * multiple - value) for value, multiple in scaled):
            found += _counted(
                Progression(kind, first, ratio), [(q, v) for q, v in facts if q.kind == "last"], _stated_count(facts)
            )
    return found


def _stated_count(facts: list[tuple[Quantity, Symbolic]]) -> int | None:
    return next((int(value) for quantity, value in facts if quantity.kind == "count" and value.is_Integer), None)


def _is_zero(value: Symbolic) -> bool:
    return bool(sympy.radsimp(sympy.expand(value)) == 0 or sympy.simplify(value) == 0)


def _multiple(quantity: Quantity, ratio: Symbolic) -> Symbolic:
    """What the first term is multiplied by."""
    match quantity.kind, quantity.place:
        case "term", int(place):
            return ratio ** (place - 1)
        case "sum", int(place):
            return sympy.Integer(place) if ratio == 1 else sympy.radsimp((1 - ratio**place) / (1 - ratio))
    return 1 / (1 - ratio)


def _ratios(facts: list[tuple[Quantity, Symbolic]]) -> list[Symbolic]:
    """The real roots of the equation that two facts give, their number counted by python-flint."""
    if len(facts) < 2 or any(not value.is_Rational for _, value in facts):  # noqa: PLR2004 - two unknowns
        raise UndecidedError(Message("What is given does not fix one progression."))
    (one, left), (other, right) = _lowest_two(facts)
    r = sympy.Symbol("r")
    above = [_polynomial(quantity, r) for quantity in (one, other)]
    gap = sympy.Poly(sympy.expand(right * above[0][0] * above[1][1] - left * above[1][0] * above[0][1]), r)
    if gap.is_zero or gap.degree() > MAX_DEGREE:
        raise UndecidedError(Message("What is given does not fix one progression."))
    roots = list(sympy.real_roots(gap, multiple=False))
    found = [root for root, _ in roots]
    squarefree = gap.sqf_part() if hasattr(gap, "sqf_part") else gap
    counted = fmpq_poly([fmpq(int(c.p), int(c.q)) for c in map(sympy.Rational, reversed(squarefree.all_coeffs()))])
    real = distinct_real(counted)
    if len(real) != len(found) or any(root.has(sympy.CRootOf) for root in found):
        raise UndecidedError(Message("What is given does not fix one progression."))
    if above[0][1] * above[1][1] != 1:
        found = [root for root in found if root != 1]
    return found


def _lowest_two(facts: list[tuple[Quantity, Symbolic]]) -> list[tuple[Quantity, Symbolic]]:
    by_place = sorted(facts, key=lambda fact: fact[0].place if isinstance(fact[0].place, int) else 0)
    return by_place[:2]


def _polynomial(quantity: Quantity, r: Symbolic) -> tuple[Symbolic, Symbolic]:
    """The multiple of the first term as a polynomial and its denominator."""
    match quantity.kind, quantity.place:
        case "term", int(place):
            return r ** (place - 1), sympy.S.One
        case "sum", int(place):
            return sympy.Add(*[r**n for n in range(place)]), sympy.S.One
    return sympy.S.One, 1 - r
