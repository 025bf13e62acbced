"""Questions about the solutions of one equation: how many, their sum, their product, the largest, …

Routes: SymPy's exact roots, or where these cannot be written Sturm's theorem and Vieta's formulas; python-flint's
isolated roots in balls, straight from the tree. Both are filtered (real, positive, whole, …) on their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

import sympy
from flint import acb, fmpq_poly

from maths.bounds import UnsupportedError
from maths.families.doubtful import refuse_doubtful
from maths.families.equations import questions
from maths.families.equations.all_roots import DISAGREE, Roots, roots_of
from maths.families.equations.unknowns import Ask
from maths.families.routes.ball import precisely
from maths.families.routes.radicals import radical_roots, sort_key
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, number, polynomial
from maths.families.write import formula, listed, passages, tree
from maths.message import Message
from maths.verdict import Level, Passage, SectionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maths.families.symbolic import Symbolic
    from maths.tree import Node, Relation

_FAR = 10**6


class Which(Enum):
    """The solutions that are meant."""

    UNSTATED = "unstated"
    COMPLEX = "complex"
    REAL = "real"
    NONREAL = "nonreal"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    NONNEGATIVE = "nonnegative"
    INTEGER = "integer"
    POSITIVE_INTEGER = "positive integer"
    NEGATIVE_INTEGER = "negative integer"
    RATIONAL = "rational"


@dataclass(frozen=True, slots=True)
class SolutionsAsked:
    """`counts_once`: the sentence speaks of solutions, values or distinct roots, so a double root counts once."""

    relation: Relation
    unknown: str
    which: Which
    ask: Ask
    counts_once: bool

    def settle(self, find: Callable[[fmpq_poly], list[Symbolic]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.relation, frozenset({self.unknown}))
        roots = roots_of(self.relation, self.unknown, find or radical_roots)
        which = self._meant(roots)
        kept = [ball for ball in roots.balls if _meant_ball(which, ball, roots)]
        repeated = roots.repeated and not self.counts_once
        if repeated and self.ask not in {Ask.LARGEST, Ask.SMALLEST, Ask.ALL, Ask.ONE}:
            raise UndecidedError(Message("A root is repeated, and it is not said how often it counts."))
        method = Message("from the exact solutions by SymPy, and again from the roots that python-flint isolates")
        if roots.exact is None:
            result = _without_radicals(self.ask, which, roots, kept)
            return Settled(formula(result), method, lambda level: self._teach_counted(roots, result, level))
        exact = sorted((root for root in roots.exact if _meant_root(which, root)), key=sort_key)
        if len(exact) != len(kept):
            raise UndecidedError(DISAGREE)
        if self.ask in {Ask.ALL, Ask.ONE}:
            return self._values(exact, method, roots)
        result = tree(questions.answer(self.ask, exact, kept))
        return Settled(formula(result), method, lambda level: self._teach(roots, exact, result, level))

    def _values(self, exact: list[Symbolic], method: Message, roots: Roots) -> Settled:
        if not exact:
            raise UndecidedError(Message("There is no such value, so the question has no answer."))
        if self.ask is Ask.ONE and len(exact) != 1:
            raise UndecidedError(Message("It can have several values."))
        shown = questions.list_of(exact)
        return Settled(shown, method, lambda level: self._teach(roots, exact, tree(exact[0]), level))

    def _meant(self, roots: Roots) -> Which:
        """Where real or complex is not said, both must be the same."""
        if self.which is not Which.UNSTATED:
            if self.which is Which.COMPLEX and roots.only_real:
                raise UndecidedError(Message("Over the complex numbers it is not decided here."))
            return self.which
        real = [ball for ball in roots.balls if ball.imag == 0]
        if roots.only_real or len(real) == len(roots.balls):
            return Which.REAL
        if not real and self.ask in {Ask.SUM, Ask.PRODUCT, Ask.SQUARES, Ask.RECIPROCALS}:
            return Which.COMPLEX
        raise UndecidedError(
            Message("It is not said whether complex values count: over the real numbers the answer is another.")
        )

    def _teach(self, roots: Roots, exact: list[Symbolic], result: Node, level: Level) -> tuple[Passage, ...]:
        """The solution of the equation, then what is asked of it."""
        values = [tree(root) for root in exact]
        lines: list[Message] = []
        if roots.exact is not None and len(exact) < len(roots.exact):
            shown = listed(formula(value) for value in values)
            lines.append(Message("Of these the question means {values}.", values=shown)
                         if exact else Message("None of these is of the kind that is asked for."))  # fmt: skip
        if self.ask in {Ask.ALL, Ask.ONE}:
            last = Message("The answer is {values}.", values=questions.list_of(exact))
        else:
            last = questions.said(self.ask, values, result)
        if roots.settled is None:
            return passages(steps=[*lines, last], conclusion=[last])
        found = []
        for passage in roots.settled.teach(level):
            if passage.kind is SectionKind.STEPS:
                passage = replace(passage, lines=(*passage.lines, *lines))  # noqa: PLW2901 - the same passage, longer
            if passage.kind is SectionKind.CONCLUSION:
                passage = replace(passage, lines=(*passage.lines, last))  # noqa: PLW2901 - the same passage, longer
            found.append(passage)
        return tuple(found)

    def _teach_counted(self, roots: Roots, result: Node, level: Level) -> tuple[Passage, ...]:
        assert roots.cleared is not None  # noqa: S101 - only polynomials have no exact roots
        equation = equals(polynomial(roots.cleared * roots.cleared.denom(), self.unknown), number(0))
        counted = self.ask is Ask.COUNT
        if counted:
            approach = (
                Message("Sturm's theorem counts the distinct real roots in an interval.")
                if level is Level.ADVANCED
                else Message("Look where the polynomial changes its sign: between such places lies a root.")
            )
        else:
            approach = Message("Vieta's formulas: sum and product of the roots can be read off the coefficients.")
        real = sorted(float(ball.real.mid()) for ball in roots.balls if ball.imag == 0)
        lines = [Message("Cleared of fractions and ordered: {equation}.", equation=formula(equation))]
        if counted and level is not Level.ADVANCED:
            places = ", ".join(f"{place:.4g}" for place in real)
            lines.append(
                Message("The real roots lie near {places}.", places=places) if real else Message("It has no real root.")
            )
        said = questions.said(self.ask, (), result)
        return passages(
            understanding=[
                Message("The question is about the solutions of {equation}.", equation=formula(self.relation))
            ],
            approach=[approach],
            steps=[*lines, said],
            conclusion=[said],
        )


# Which solutions are meant


def _meant_root(which: Which, root: Symbolic) -> bool:  # noqa: C901, PLR0911 - one line a kind
    match which:
        case Which.COMPLEX | Which.UNSTATED:
            return True
        case Which.REAL:
            return bool(root.is_real)
        case Which.NONREAL:
            return not root.is_real
        case Which.POSITIVE:
            return bool(root.is_positive)
        case Which.NEGATIVE:
            return bool(root.is_negative)
        case Which.NONNEGATIVE:
            return bool(root.is_nonnegative)
        case Which.INTEGER:
            return bool(root.is_integer)
        case Which.POSITIVE_INTEGER:
            return bool(root.is_integer and root > 0)
        case Which.NEGATIVE_INTEGER:
            return bool(root.is_integer and root < 0)
        case Which.RATIONAL:
            return bool(root.is_rational)


def _meant_ball(which: Which, ball: acb, roots: Roots) -> bool:  # noqa: C901, PLR0911 - one line a kind
    real = ball.imag == 0
    match which:
        case Which.COMPLEX | Which.UNSTATED:
            return True
        case Which.REAL:
            return bool(real)
        case Which.NONREAL:
            return not real
    if not real:
        return False
    sign = _sign(ball, roots)
    match which:
        case Which.POSITIVE:
            return sign > 0
        case Which.NEGATIVE:
            return sign < 0
        case Which.NONNEGATIVE:
            return sign >= 0
        case Which.INTEGER:
            return _is_whole(ball, roots)
        case Which.POSITIVE_INTEGER:
            return sign > 0 and _is_whole(ball, roots)
        case Which.NEGATIVE_INTEGER:
            return sign < 0 and _is_whole(ball, roots)
    return _is_rational(ball, roots)


def _sign(ball: acb, roots: Roots) -> int:
    if not ball.real.contains(0):
        return 1 if ball.real > 0 else -1
    if roots.cleared is None or roots.cleared(0) == 0:
        return 0
    raise UndecidedError(Message("Its sign cannot be told there."))


def _is_whole(ball: acb, roots: Roots) -> bool:
    near = round(float(ball.real.mid())) if abs(float(ball.real.mid())) < _FAR else None
    if near is None:
        raise UndecidedError(Message("Its numbers are too large to be solved here."))
    return bool(ball.real.contains(near)) and (roots.cleared is None or roots.cleared(near) == 0)


def _is_rational(ball: acb, roots: Roots) -> bool:
    """Whether a linear factor over the rational numbers has its root there."""
    if roots.cleared is None:
        raise UnsupportedError(Message("It is not a polynomial or a quotient of polynomials in the unknown."))
    linear = [factor for factor, _ in roots.cleared.factor()[1] if factor.degree() == 1]
    return any(ball.real.contains(-factor[0] / factor[1]) for factor in linear)


# Where the roots have no simple form


def _without_radicals(ask: Ask, which: Which, roots: Roots, kept: Sequence[acb]) -> Node:
    assert roots.cleared is not None  # noqa: S101 - only polynomials come here
    if ask is Ask.COUNT:
        first = _counted(which, roots.cleared)
        if first != len(kept):
            raise UndecidedError(DISAGREE)
        return number(first)
    whole = len(kept) == len(roots.balls) and ask in {Ask.SUM, Ask.PRODUCT, Ask.SQUARES, Ask.RECIPROCALS}
    if not whole:
        raise UndecidedError(Message("Not all of its solutions have a simple exact form."))
    value = _by_vieta(ask, roots.cleared)
    with precisely(questions.BITS):
        if not questions.in_balls(ask, kept).overlaps(acb(value.p) / acb(value.q)):
            raise UndecidedError(DISAGREE)
    return tree(value)


def _by_vieta(ask: Ask, p: fmpq_poly) -> Symbolic:
    c = [sympy.Rational(int(one.p), int(one.q)) for one in p.coeffs()]
    degree = len(c) - 1
    total = -c[-2] / c[-1]
    match ask:
        case Ask.SUM:
            return total
        case Ask.PRODUCT:
            return (-1) ** degree * c[0] / c[-1]
        case Ask.SQUARES:
            return total**2 - 2 * (c[-3] / c[-1] if degree > 1 else 0)
    if c[0] == 0:
        raise UndecidedError(Message("Nothing can be divided by zero."))
    return -c[1] / c[0]


def _counted(which: Which, p: fmpq_poly) -> int:  # noqa: PLR0911 - one line a kind
    """By Sturm's theorem."""
    x = sympy.Symbol("x")
    coefficients = [sympy.Rational(int(c.p), int(c.q)) for c in reversed(p.coeffs())]
    poly = sympy.Poly(coefficients, x)
    at_zero = int(coefficients[-1] == 0)
    match which:
        case Which.COMPLEX:
            return int(poly.degree())
        case Which.REAL:
            return int(poly.count_roots())
        case Which.NONREAL:
            return int(poly.degree()) - int(poly.count_roots())
        case Which.POSITIVE:
            return int(poly.count_roots(0, None)) - at_zero
        case Which.NONNEGATIVE:
            return int(poly.count_roots(0, None))
        case Which.NEGATIVE:
            return int(poly.count_roots(None, 0)) - at_zero
    linear = [f for f, _ in poly.factor_list()[1] if f.degree() == 1]
    values = [-f.all_coeffs()[1] / f.all_coeffs()[0] for f in linear]
    return sum(1 for value in values if _meant_root(which, value))
