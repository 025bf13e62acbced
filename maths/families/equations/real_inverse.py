"""Equations `b^(p*x + q) = c` and `log_b(p*x + q) = c`: one exponential or logarithm of a linear expression.

Routes: the inverse function by SymPy, put back exactly; python-flint, which evaluates both sides as typed on either
side of the solution and sees their difference change its sign. Both functions are strictly monotonic, so one
change of sign means one solution.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import arb

from maths.bounds import RefusedError, UnsupportedError
from maths.engines.sympy_form import to_sympy
from maths.families.doubtful import refuse_doubtful
from maths.families.equations.claims import NO_VALUES, judge
from maths.families.equations.real_set import is_zero
from maths.families.routes.ball import number, precisely
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, fraction, name, substitute
from maths.families.undoing_steps import undone
from maths.families.write import assignments, chain, formula, letter, passages, tree
from maths.message import Formula, Message
from maths.tree import Call, Power, Relation, names, walk
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

MAX_EXPONENT = 300  # of a base that is raised to a number
_BITS = 600
_NEAR = 100  # the sign is looked at 2^-_NEAR to the left and to the right
_DISAGREE = Message("The two ways of solving it do not agree.")
_NOT_LINEAR = Message("Only one exponential or logarithm of a linear expression is decided.")
_NUMBERS = ("-40", "-7/3", "0", "1/2", "9", "50")


@dataclass(frozen=True, slots=True)
class _Shape:
    """`base^inner = value`, or `log_base(inner) = value`."""

    inner: Node
    base: Symbolic
    value: Symbolic
    is_power: bool
    right: Node


def is_inverse_kind(equation: Node, unknown: str) -> bool:
    """Whether the unknown stands in an exponent or in a logarithm."""
    declared = frozenset({unknown})
    return any(
        (isinstance(part, Power) and unknown in names(part.exponent, declared))
        or (isinstance(part, Call) and part.function in {"ln", "log", "exp"} and unknown in names(part, declared))
        for part in walk(equation)
    )


@dataclass(frozen=True, slots=True)
class Inverted:
    relation: Relation
    unknown: str

    def settle(self, find: Callable[[Symbolic], Symbolic | None] | None = None) -> Settled:
        """`find` stands in for the first route in tests: from p*x + q = t it gets t."""
        refuse_doubtful(self.relation, frozenset({self.unknown}))
        shape = self._shape()
        level = (find or _inverse_of(shape))(shape.value)
        if level is None:
            return self._without_solution(shape)
        line = rational(shape.inner, self.unknown)
        if line.denominator.degree() != 0 or line.numerator.degree() != 1:
            raise UndecidedError(_NOT_LINEAR)
        q, p = (sympy.Rational(fraction(c)) / sympy.Rational(fraction(line.denominator.coeffs()[0]))
                for c in line.numerator.coeffs())  # fmt: skip
        root = sympy.expand((level - q) / p)
        left, right = (to_sympy(side, symbols={self.unknown: root}) for side in self.relation.operands)
        if not is_zero(sympy.simplify(left - right)):
            raise UndecidedError(_DISAGREE)
        self._confirm(tree(root))
        method = Message("the inverse function gives the solution, put back exactly; python-flint sees the sign change")
        value = tree(root)
        typed = formula(value).typed
        return Settled(
            Formula(typed, assignments(self.unknown, [value]).latex),
            method,
            lambda wanted: self._teach(shape, tree(level), value, wanted),
            judge=lambda given: judge(given, self.unknown, [value], [value], method),
        )

    def _shape(self) -> _Shape:
        declared = frozenset({self.unknown})
        left, right = self.relation.operands
        if self.unknown in names(right, declared):
            left, right = right, left
        if self.unknown in names(right, declared):
            raise UndecidedError(_NOT_LINEAR)
        value = to_sympy(right)
        match left:
            case Power(base=base, exponent=inner) if self.unknown not in names(base, declared):
                found = _Shape(inner, to_sympy(base), value, is_power=True, right=right)
            case Call(function="exp", arguments=(inner,)):
                found = _Shape(inner, sympy.E, value, is_power=True, right=right)
            case Call(function="ln", arguments=(inner,)):
                found = _Shape(inner, sympy.E, value, is_power=False, right=right)
            case Call(function="log", arguments=(inner, base)) if self.unknown not in names(base, declared):
                found = _Shape(inner, to_sympy(base), value, is_power=False, right=right)
            case Call(function="log", arguments=(_,)):
                raise UndecidedError(Message("The base of the logarithm is not written: it may be 10 or e."))
            case _:
                raise UndecidedError(_NOT_LINEAR)
        usual = found.base == sympy.E or (found.base.is_Rational and found.base > 0 and found.base != 1)
        if not usual or not value.is_real or (not found.is_power and abs(value) > MAX_EXPONENT):
            raise UndecidedError(_NOT_LINEAR)
        return found

    def _confirm(self, root: Node) -> None:
        """The difference of both sides holds zero at the solution and has opposite signs on either side of it."""
        with precisely(_BITS):
            middle = number(root, {}).real
            step = arb(2) ** -_NEAR
            before, at, after = (self._gap(middle + shift) for shift in (-step, arb(0), step))
            if not (at.contains(0) and at.rad() < arb(2) ** (-2 * _NEAR)):
                raise UndecidedError(_DISAGREE)
            if not ((before < 0 and after > 0) or (before > 0 and after < 0)):
                raise UndecidedError(_DISAGREE)

    def _gap(self, point: arb) -> arb:
        values = [number(side, {self.unknown: point}) for side in self.relation.operands]
        if not all(value.imag == 0 for value in values):
            raise UndecidedError(_DISAGREE)
        found: arb = values[0].real - values[1].real
        return found

    def _without_solution(self, shape: _Shape) -> Settled:
        rational(shape.inner, self.unknown)
        try:
            with precisely(_BITS):
                gaps = [self._gap(number(tree(sympy.Rational(point)), {}).real) for point in _NUMBERS]
        except RefusedError as error:
            raise UndecidedError(_DISAGREE) from error
        if not (all(gap > 0 for gap in gaps) or all(gap < 0 for gap in gaps)):
            raise UndecidedError(_DISAGREE)
        method = Message("a power of a positive number is positive, and python-flint finds both sides apart")
        return Settled(formula(NO_VALUES), method, lambda level: self._teach_none(shape, level))

    def _teach(self, shape: _Shape, level: Node, root: Node, wanted: Level) -> tuple[Passage, ...]:
        reduced = equals(shape.inner, level)
        if shape.is_power:
            approach = _POWER_UNDONE[wanted]
            first = Message("The exponents must be equal: {result}.", result=formula(reduced))
        else:
            approach = _LOGARITHM_UNDONE[wanted]
            raised = [] if wanted is Level.ADVANCED else [Power(tree(shape.base), shape.right)]
            shown = chain(shape.inner, *raised, level)
            first = Message("By the definition of the logarithm: {result}.", result=shown)
        steps = [first]
        if shape.is_power and wanted is not Level.ADVANCED and shape.value.is_Rational:
            same = formula(equals(shape.right, Power(tree(shape.base), level)))
            steps.insert(
                0,
                Message("A logarithm is the exponent that is looked for: {equation}.", equation=same)
                if any(isinstance(part, Call) for part in walk(level))
                else Message("The other side as a power of the same base: {equation}.", equation=same),
            )
        if not shape.is_power and wanted is not Level.ADVANCED:
            condition = Relation((shape.inner, tree(sympy.Integer(0))), (">",))
            must = formula(condition)
            steps.insert(0, Message("There is a logarithm only of a positive number: {condition}.", condition=must))
        if shape.inner != name(self.unknown):
            steps += undone(shape.inner, level, self.unknown, wanted) if wanted is Level.BEGINNER else []
            steps.append(Message("Solve for the unknown: {result}.", result=formula(equals(name(self.unknown), root))))
        put = Relation(tuple(substitute(side, self.unknown, root) for side in self.relation.operands), ("=",))
        return passages(
            understanding=[self._understanding()],
            approach=[approach],
            steps=steps,
            check=[Message("Put back: {equation}, as required.", equation=formula(put))],
            conclusion=[Message("The solution is {solution}.", solution=assignments(self.unknown, [root]))],
        )

    def _teach_none(self, shape: _Shape, level: Level) -> tuple[Passage, ...]:
        positive = Relation((Power(tree(shape.base), shape.inner), tree(sympy.Integer(0))), (">",))
        return passages(
            understanding=[self._understanding()],
            approach=[
                Message("A power of a positive number can never be zero or negative: look at the other side.")
                if level is Level.BEGINNER
                else Message("Compare the signs of both sides.")
                if level is Level.INTERMEDIATE
                else Message("Exponential functions have positive values only.")
            ],
            steps=[Message("A power of a positive number is positive: {fact}.", fact=formula(positive))],
            check=[
                Message("The other side is not positive: {fact}.",
                        fact=formula(Relation((shape.right, tree(sympy.Integer(0))), ("<=",))))
            ],
            conclusion=[Message("No real number solves the equation.")],
        )  # fmt: skip

    def _understanding(self) -> Message:
        return Message(
            "Find every real number {unknown} with {statement}.",
            unknown=letter(self.unknown),
            statement=formula(self.relation),
        )


_POWER_UNDONE = {
    Level.BEGINNER: Message(
        "The question is which exponent the base needs to give the other side. Powers of one base with different "
        "exponents are different numbers, so the exponents can be compared."
    ),
    Level.INTERMEDIATE: Message(
        "Write both sides as powers of one base, or take the logarithm to it: then only the exponents are left."
    ),
    Level.ADVANCED: Message("Exponential functions are injective."),
}
_LOGARITHM_UNDONE = {
    Level.BEGINNER: Message(
        "A logarithm is an exponent: it says to which power the base must be raised. So raise the base to that power."
    ),
    Level.INTERMEDIATE: Message("Raise the base to both sides: that undoes the logarithm."),
    Level.ADVANCED: Message("Logarithms are injective; the exponential function inverts them."),
}


def _inverse_of(shape: _Shape) -> Callable[[Symbolic], Symbolic | None]:
    def logarithm(value: Symbolic) -> Symbolic | None:
        if value.is_positive:
            found = sympy.simplify(sympy.log(value) / sympy.log(shape.base))
            return _whole_power(shape.base, value) or found
        if value.is_nonpositive:
            return None
        raise UnsupportedError(_NOT_LINEAR)

    return logarithm if shape.is_power else lambda value: shape.base**value


def _whole_power(base: Symbolic, value: Symbolic) -> Symbolic | None:
    """The rational n with base^n = value, if it has a small denominator."""
    if not (base.is_Rational and value.is_Rational):
        return None
    quotient = (sympy.log(value) / sympy.log(base)).evalf(30)
    for denominator in range(1, 13):
        top = sympy.Integer(round(float(quotient * denominator)))
        if abs(top) <= MAX_EXPONENT and value**denominator == base**top:
            return sympy.Rational(top, denominator)
    return None
