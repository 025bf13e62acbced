"""Inequalities `b^(p*x + q) > c` and `log_b(p*x + q) > c`: one exponential or logarithm of a linear expression.

Routes: the boundary by the two routes of the equation, the side from whether the base is above or below 1; and the
statement as typed, evaluated in balls on both sides of every boundary. The functions are strictly monotonic: between
boundaries nothing changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.doubtful import refuse_doubtful
from maths.families.equations import real_claims
from maths.families.equations.claims import NO_VALUES
from maths.families.equations.real_inverse import Inverted
from maths.families.equations.real_set import EVERYTHING, NOTHING, RealSet, compare, reduced, written
from maths.families.routes.ball import number, precisely
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, fraction, name
from maths.families.write import formula, letter, passages, tree
from maths.message import Message
from maths.read import read
from maths.tree import Call, Number, Power, Relation, names
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_BITS = 600
_DISAGREE = Message("The two ways of solving it do not agree.")
_OTHER = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_ABOVE = frozenset({">", ">="})


def is_monotonic_kind(statement: Relation, unknown: str) -> bool:
    """One exponential or logarithm with the unknown on one side, and a number on the other."""
    declared = frozenset({unknown})
    if len(statement.operands) != 2 or statement.operators[0] not in _OTHER:  # noqa: PLR2004 - no chains
        return False
    sides = [side for side in statement.operands if unknown in names(side, declared)]
    if len(sides) != 1:
        return False
    match sides[0]:
        case Power(base=base, exponent=inner):
            return unknown not in names(base, declared) and unknown in names(inner, declared)
        case Call(function="exp" | "ln"):
            return True
        case Call(function="log", arguments=arguments):
            return len(arguments) == 2 and unknown not in names(arguments[1], declared)  # noqa: PLR2004 - with its base
    return False


@dataclass(frozen=True, slots=True)
class MonotonicInequality:
    relation: Relation
    unknown: str

    def settle(self, find: Callable[[MonotonicInequality], RealSet] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.relation, frozenset({self.unknown}))
        found = (find or _by_base)(self)
        if not _confirmed(self, found):
            raise UndecidedError(_DISAGREE)
        answer = formula(NO_VALUES) if found.is_empty else formula(written(found, self.unknown))
        method = Message("the boundary exactly, the side from the base; and python-flint evaluates both sides of it")
        return Settled(
            answer,
            method,
            lambda level: _teach(self, answer, level),
            judge=lambda given: real_claims.judge(given, self.unknown, found, method),
            hear=lambda text: real_claims.hear(text, found, method),
        )

    @property
    def sides(self) -> tuple[Node, str, Node]:
        """The side with the unknown, the sign as it stands after it, and the other side."""
        left, right = self.relation.operands
        sign = self.relation.operators[0]
        if self.unknown in names(left, frozenset({self.unknown})):
            return left, sign, right
        return right, _OTHER[sign], left

    def parts(self) -> tuple[Node, Symbolic, bool]:
        """The linear expression, the base, and whether it is an exponent."""
        match self.sides[0]:
            case Power(base=base, exponent=inner):
                return inner, to_sympy(base), True
            case Call(function="exp", arguments=(inner,)):
                return inner, sympy.E, True
            case Call(function="ln", arguments=(inner,)):
                return inner, sympy.E, False
            case Call(function="log", arguments=(inner, base)):
                return inner, to_sympy(base), False
        raise UndecidedError(Message("Only one exponential or logarithm of a linear expression is decided."))

    def line(self) -> tuple[Symbolic, Symbolic]:
        """Of p*x + q: q, then p."""
        found = rational(self.parts()[0], self.unknown)
        if found.denominator.degree() != 0 or found.numerator.degree() != 1:
            raise UndecidedError(Message("Only one exponential or logarithm of a linear expression is decided."))
        below = sympy.Rational(fraction(found.denominator.coeffs()[0]))
        q, p = (sympy.Rational(fraction(part)) / below for part in found.numerator.coeffs())
        return q, p

    def boundary(self) -> Symbolic | None:
        """Where both sides are equal; None where they never are."""
        answer = Inverted(equals(*self.relation.operands), self.unknown).settle().answer
        if answer.typed == formula(NO_VALUES).typed:
            return None
        return to_sympy(read(answer.typed))


def _by_base(task: MonotonicInequality) -> RealSet:
    _, base, is_power = task.parts()
    q, p = task.line()
    sign = task.sides[1]
    root = task.boundary()
    if root is None:
        return EVERYTHING if sign in _ABOVE else NOTHING
    grows = (base > 1) == (p > 0)
    to_the_right = (sign in _ABOVE) == bool(grows)
    at = sign in {"<=", ">="}
    if is_power:
        return RealSet((root,), (not to_the_right, at, to_the_right))
    edge = -q / p
    inside = (not to_the_right, at, to_the_right)
    if compare(edge, root) < 0:
        return reduced((edge, root), (False, False, *inside))
    return reduced((root, edge), (*inside, False, False))


def _confirmed(task: MonotonicInequality, found: RealSet) -> bool:
    """The statement as typed, in balls, on both sides of where its truth or its meaning may change."""
    places = list(found.breakpoints)
    q, p = task.line()
    if not task.parts()[2] and all(compare(-q / p, place) != 0 for place in places):
        places = sorted((*places, -q / p), key=float)
    places = places or [sympy.Integer(0)]
    tried = [places[0] - 3, places[0] - sympy.Rational(1, 64), places[-1] + sympy.Rational(1, 64), places[-1] + 3]
    tried += [(low + high) / 2 for low, high in pairwise(places)]
    return all(_holds(task, place) is found.has(place) for place in tried)


def _holds(task: MonotonicInequality, place: Symbolic) -> bool:
    with precisely(_BITS):
        try:
            point = number(tree(place), {}).real
            values = [number(side, {task.unknown: point}) for side in task.relation.operands]
        except RefusedError:
            return False
        if not task.parts()[2]:
            inner = number(task.parts()[0], {task.unknown: point}).real
            if not inner > 0:
                return False
        gap = values[0].real - values[1].real
        if gap > 0:
            return task.relation.operators[0] in _ABOVE
        if gap < 0:
            return task.relation.operators[0] not in _ABOVE
    raise UndecidedError(_DISAGREE)


def _teach(task: MonotonicInequality, answer: Formula, level: Level) -> tuple[Passage, ...]:
    inner, base, is_power = task.parts()
    _, sign, other = task.sides
    root = task.boundary()
    above = bool(base > 1)
    lines: list[Message] = []
    if not is_power and level is not Level.ADVANCED:
        positive = formula(Relation((inner, Number(fraction(0))), (">",)))
        lines.append(Message("There is a logarithm only of a positive number: {condition}.", condition=positive))
    if root is None:
        lines.append(Message("A power of a positive number is positive, and the other side is not."))
    else:
        if level is Level.BEGINNER:
            lines.append(
                Message("Both sides are equal for {root}.", root=formula(equals(name(task.unknown), tree(root))))
            )
        lines.append(_GROWS if above else _FALLS)
        q, p = task.line()
        level_at = tree(sympy.expand(p * root + q))
        bound = level_at if is_power else Power(tree(base), other)
        kept = sign if above else _OTHER[sign]
        lines.append(Message("So {result}.", result=formula(Relation((inner, bound), (kept,)))))
    lines.append(Message("Together: {result}.", result=answer))
    return passages(
        understanding=[
            Message("Find every real number {unknown} with {statement}.", unknown=letter(task.unknown),
                    statement=formula(task.relation))
        ],
        approach=[_POWER[level] if is_power else _LOGARITHM[level]],
        steps=lines,
        check=[Message("Numbers on either side of the boundary were put in: the inequality holds on one side only.")
               if root is not None
               else Message("Numbers put into the inequality behave in the same way everywhere.")],
        conclusion=[Message("The solution is {solution}.", solution=answer)],
    )  # fmt: skip


_GROWS = Message("The base is above 1: the larger the exponent, the larger the power, so the sign stays as it is.")
_FALLS = Message("The base is below 1: the larger the exponent, the smaller the power, so the sign turns round.")
_POWER = {
    Level.BEGINNER: Message("First find where both sides are equal. Then ask on which side of that place it holds."),
    Level.INTERMEDIATE: Message("Write both sides as powers of one base and compare the exponents."),
    Level.ADVANCED: Message("Exponential functions are strictly monotonic: apply the inverse to both sides."),
}
_LOGARITHM = {
    Level.BEGINNER: Message(
        "A logarithm needs a positive number. Then find where both sides are equal, and ask on which side it holds."
    ),
    Level.INTERMEDIATE: Message("Write both sides as logarithms to one base and compare what stands inside."),
    Level.ADVANCED: Message("Logarithms are strictly monotonic on the positive numbers: apply the inverse."),
}
