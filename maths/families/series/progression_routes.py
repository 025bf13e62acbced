"""A progression from what is known of it: the formulas solved for first term and step; built up term by term."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sympy
from flint import arb, fmpq, fmpq_mat, fmpq_poly

from maths.families.routes.roots import distinct_real
from maths.families.series.progression import Progression, Quantity
from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic

MAX_PLACE = 5_000
MAX_DEGREE = 60  # of the equation for the ratio


def confirm_same(left: arb, right: arb) -> None:
    gap = left - right
    if not gap.contains(0) or gap.rad() > (1 + abs(right.mid())) * arb(2) ** -80:
        raise UndecidedError(Message("The two ways of calculating it do not agree."))


class Built:
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


def arithmetic(kind: str, facts: list[tuple[Quantity, Symbolic]]) -> list[Progression]:
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


def geometric(kind: str, facts: list[tuple[Quantity, Symbolic]]) -> list[Progression]:
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
