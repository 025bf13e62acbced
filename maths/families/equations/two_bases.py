"""Equations `a*b^(p*x + q) = c*d^(r*x + s)` between powers of different bases.

Routes: the logarithms of both sides are linear in the unknown, solved and put back by SymPy; python-flint evaluates
both sides as typed on either side of the solution. The quotient of the sides is monotonic: one change of sign means
one solution.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import arb

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.equations.claims import judge
from maths.families.equations.real_set import is_zero
from maths.families.routes.ball import number as ball
from maths.families.routes.ball import precisely
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, fraction, name
from maths.families.write import assignments, formula, letter, passages, tree
from maths.message import Formula, Message
from maths.tree import Call, Name, Power, Product, Relation, names
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_BITS = 600
_NEAR = 60
_DISAGREE = Message("The two ways of solving it do not agree.")


def is_two_bases(relation: Relation, unknown: str) -> bool:
    """Whether each side is a product of positive numbers and powers with a linear exponent."""
    try:
        for side in relation.operands:
            _logarithm(side, unknown)
    except (UndecidedError, RefusedError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class TwoBases:
    relation: Relation
    unknown: str

    def settle(self, find: Callable[[Symbolic, Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests: the root of slope*x + constant."""
        (p, q), (r, s) = (_logarithm(side, self.unknown) for side in self.relation.operands)
        slope, constant = p - r, sympy.expand(q - s)
        if is_zero(sympy.simplify(sympy.expand_log(slope, force=True))):
            raise UndecidedError(Message("Only one exponential or logarithm of a linear expression is decided."))
        root = (find or (lambda a, b: -_combined(b) / _combined(a)))(slope, constant)
        sides = [sympy.expand(a * root + b) for a, b in ((p, q), (r, s))]
        if not is_zero(sympy.simplify(sympy.expand_log(sides[0] - sides[1], force=True))):
            raise UndecidedError(_DISAGREE)
        self._confirm(tree(root))
        method = Message("the logarithms of both sides give the solution; python-flint sees the sign change")
        value = tree(root)
        return Settled(
            Formula(formula(value).typed, assignments(self.unknown, [value]).latex),
            method,
            lambda level: self._teach(value, slope, constant, level),
            judge=lambda given: judge(given, self.unknown, [value], [value], method),
        )

    def _confirm(self, root: Node) -> None:
        with precisely(_BITS):
            middle = ball(root, {}).real
            step = arb(2) ** -_NEAR
            before, at, after = (self._gap(middle + shift) for shift in (-step, arb(0), step))
            if not at.contains(0) or not ((before < 0 and after > 0) or (before > 0 and after < 0)):
                raise UndecidedError(_DISAGREE)

    def _gap(self, point: arb) -> arb:
        values = [ball(side, {self.unknown: point}) for side in self.relation.operands]
        found: arb = values[0].real - values[1].real
        return found

    def _teach(self, root: Node, slope: Symbolic, constant: Symbolic, level: Level) -> tuple[Passage, ...]:
        taken = equals(*(tree(a * sympy.Symbol(self.unknown) + b)
                         for a, b in (_logarithm(side, self.unknown) for side in self.relation.operands)))  # fmt: skip
        approach = (
            Message("Take logarithms of both sides.")
            if level is Level.ADVANCED
            else Message(
                "The unknown stands in exponents of different bases: take logarithms, then exponents become factors."
            )
        )
        collected = equals(tree(slope * sympy.Symbol(self.unknown)), tree(-constant))
        steps = [Message("Take the natural logarithm of both sides: {result}.", result=formula(taken))]
        if level is not Level.ADVANCED:
            steps.append(Message("Collect the unknown on one side: {result}.", result=formula(collected)))
        steps.append(Message("Divide: {result}.", result=formula(equals(name(self.unknown), root))))
        return passages(
            understanding=[
                Message("Find every real number {unknown} with {statement}.",
                        unknown=letter(self.unknown), statement=formula(self.relation))
            ],
            approach=[approach],
            steps=steps,
            check=[Message("Both logarithms are linear in the unknown, so there is no other solution.")],
            conclusion=[Message("The solution is {solution}.", solution=assignments(self.unknown, [root]))],
        )  # fmt: skip


def _combined(value: Symbolic) -> Symbolic:
    """A sum of logarithms as one logarithm of a number above 1."""
    found = sympy.logcombine(sympy.expand_log(value, force=True), force=True)
    inner = sympy.exp(found)
    return -sympy.log(1 / inner) if inner.is_Rational and inner < 1 else found


def _logarithm(side: Node, unknown: str) -> tuple[Symbolic, Symbolic]:
    """P and q with ln(side) = p*x + q. Raises UndecidedError."""
    total = (sympy.Integer(0), sympy.Integer(0))
    for factor in side.factors if isinstance(side, Product) else (side,):
        p, q = _factor(factor, unknown)
        total = (total[0] + p, total[1] + q)
    return total


def _factor(factor: Node, unknown: str) -> tuple[Symbolic, Symbolic]:
    match factor:
        case Power(base=base, exponent=exponent) if unknown in names(exponent, frozenset({unknown})):
            pass
        case Call(function="exp", arguments=(exponent,)):
            base = Name("e")
        case _:
            value = to_sympy(factor)
            if not value.is_positive:
                raise UndecidedError(_DISAGREE)
            return sympy.Integer(0), sympy.log(value)
    value = to_sympy(base)
    line = rational(exponent, unknown)
    if not value.is_positive or line.denominator.degree() > 0 or line.numerator.degree() != 1:
        raise UndecidedError(_DISAGREE)
    q, p = (
        sympy.Rational(fraction(c)) / sympy.Rational(fraction(line.denominator[0])) for c in line.numerator.coeffs()
    )
    return p * sympy.log(value), q * sympy.log(value)
