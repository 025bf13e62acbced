"""The worked solution of an equation in one unknown."""

from __future__ import annotations

from dataclasses import dataclass
from math import lcm
from typing import TYPE_CHECKING

import sympy
from flint import fmpq, fmpq_poly

from maths.engines.sympy_form import to_sympy
from maths.families import polynomial_steps
from maths.families.polynomial_steps import primitive
from maths.families.terms import (
    equals,
    fraction,
    name,
    number,
    polynomial,
    power,
    substitute,
    term,
)
from maths.families.write import assignments, formula, letter, passages, tree
from maths.message import Message
from maths.tree import Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.routes.rational import Rational
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_ZERO = number(0)
_QUADRATIC = 2


@dataclass(frozen=True, slots=True)
class Solved:
    """An equation with all its solutions (`kept`), the ones asked for, and the roots before any was excluded."""

    relation: Relation
    unknown: str
    left: Rational
    right: Rational
    cleared: fmpq_poly
    kept: tuple[Symbolic, ...]
    chosen: tuple[Symbolic, ...]
    candidates: tuple[Symbolic, ...]
    real_only: bool = False

    @property
    def is_rational(self) -> bool:
        """Whether the unknown stands in a denominator."""
        return any(d.degree() > 0 for d in (*self.left.divisors, *self.right.divisors))

    @property
    def factor(self) -> int:
        """What both sides are multiplied by so that only whole numbers are left."""
        return lcm(*(int(side.denom()) for side in self._sides))

    @property
    def sides(self) -> tuple[fmpq_poly, fmpq_poly]:
        """Both sides multiplied out, times `factor`; only where the unknown stands in no denominator."""
        left, right = self._sides
        return left * self.factor, right * self.factor

    @property
    def _sides(self) -> tuple[fmpq_poly, fmpq_poly]:
        left, right = (side.numerator / side.denominator[0] for side in (self.left, self.right))
        return left, right


def teach(solved: Solved, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[_understanding(solved, level)],
        approach=[_approach(solved, level)],
        steps=_steps(solved, level),
        check=_check(solved, level),
        conclusion=_conclusion(solved),
    )


def _understanding(solved: Solved, level: Level) -> Message:
    unknown, equation = letter(solved.unknown), formula(solved.relation)
    if level is Level.BEGINNER:
        return Message(
            "We look for every number that can stand in place of {unknown} so that both sides of {equation} are equal.",
            unknown=unknown,
            equation=equation,
        )
    if solved.real_only:
        return Message("Find every real {unknown} with {equation}.", unknown=unknown, equation=equation)
    if level is Level.INTERMEDIATE:
        return Message("Find every value of {unknown} that makes {equation} true.", unknown=unknown, equation=equation)
    if all(root.is_real for root in solved.kept):
        return Message("Solve {equation} for {unknown}.", unknown=unknown, equation=equation)
    return Message("Solve {equation} for {unknown} over the complex numbers.", unknown=unknown, equation=equation)


def _approach(solved: Solved, level: Level) -> Message:  # noqa: PLR0911 - one line a case
    degree = solved.cleared.degree()
    if degree == 0:
        return Message("Bring everything to one side and see what is left.")
    if solved.is_rational:
        return Message(
            "Multiply by the denominators to get rid of the fractions, solve, and "
            "leave out every value that makes a denominator zero."
        )
    if degree == 1 and level is Level.BEGINNER:
        return Message(
            "Whatever we do to one side we do to the other as well; step by step the unknown is left alone on one side."
        )
    if degree == 1:
        return Message(
            "The equation is linear: collect the unknown on one side and the numbers on the other, then divide."
        )
    if degree == _QUADRATIC:
        return _quadratic_approach(solved, level)
    if level is Level.ADVANCED:
        return Message(
            "Factor over the rational numbers; by the fundamental theorem of "
            "algebra there are {degree} roots, counted with multiplicity.",
            degree=int(degree),
        )
    return Message(
        "Bring everything to one side and split the polynomial into factors: each factor gives its own solutions."
    )


def _quadratic_approach(solved: Solved, level: Level) -> Message:
    c, b, a = (int(fraction(n)) for n in primitive(solved.cleared)[0].coeffs())
    equation = polynomial_steps.Quadratic(a, b, c, solved.unknown)
    if b == 0:
        return Message("Only the square of the unknown occurs, so it is enough to take a square root.")
    if equation.splits:
        return Message(
            "Bring everything to one side and write it as a product: a product is zero only when a factor is zero."
        )
    if level is Level.ADVANCED:
        return Message(
            "The discriminant is not a square, so the quadratic is irreducible "
            "over the rational numbers: complete the square."
        )
    return Message(
        "Bring everything to one side. The quadratic does not split into "
        "factors with whole numbers, so the quadratic formula is the way."
    )


def _steps(solved: Solved, level: Level) -> list[Message]:
    if solved.is_rational:
        return _rational_steps(solved, level)
    left, right = solved.sides
    if solved.cleared.degree() == 0:
        return [*_simplified(solved), _contradiction(solved)]
    if solved.cleared.degree() == 1:
        return _linear_steps(solved, level)
    if _is_pure_square(left, right):
        return _square_steps(solved, level)
    lines: list[Message] = []
    moved = equals(polynomial(solved.cleared, solved.unknown), _ZERO)
    written = solved.relation
    if level is Level.BEGINNER:
        lines += _simplified(solved)
        written = equals(polynomial(left, solved.unknown), polynomial(right, solved.unknown))
    if moved != written:
        lines.append(Message("Bring everything to the left side: {result}.", result=formula(moved)))
    return lines + polynomial_steps.solve(solved.cleared, solved.unknown, level)


def _is_pure_square(left: fmpq_poly, right: fmpq_poly) -> bool:
    """`a*x^2 = c` with c other than zero."""
    return bool(left.degree() == _QUADRATIC and right.degree() == 0 and left[0] == left[1] == 0)


def _square_steps(solved: Solved, level: Level) -> list[Message]:
    left, right = solved.sides
    factor, constant = fraction(left[2]), fraction(right[0])
    lines = _simplified(solved)
    if factor != 1:
        square = formula(equals(power(name(solved.unknown), 2), number(constant / factor)))
        lines.append(
            Message("Divide both sides by {divisor}: {result}.", divisor=formula(number(factor)), result=square)
        )
    return lines + polynomial_steps.square_root(constant / factor, solved.unknown, level)


def _contradiction(solved: Solved) -> Message:
    """The unknown drops out and leaves two different numbers."""
    gap = Relation((number(solved.cleared.coeffs()[0]), _ZERO), ("!=",))
    return Message(
        "With everything on one side the unknown drops out, and {gap}: the sides are never equal.", gap=formula(gap)
    )


def _simplified(solved: Solved) -> list[Message]:
    """Both sides multiplied out and collected, when they were not."""
    simple = equals(*(polynomial(side, solved.unknown) for side in solved.sides))
    if solved.factor != 1:
        return [
            Message(
                "Multiply both sides by {factor}, so that only whole numbers are left: {result}.",
                factor=solved.factor,
                result=formula(simple),
            )
        ]
    if formula(simple) == formula(solved.relation):
        return []
    return [Message("Multiply out and collect like terms on each side: {result}.", result=formula(simple))]


def _linear_steps(solved: Solved, level: Level) -> list[Message]:
    unknown = solved.unknown
    left, right = (_coefficients(side) for side in solved.sides)
    lines = _simplified(solved) if level is not Level.ADVANCED or solved.factor != 1 else []
    swapped = left[1] == 0
    if swapped:
        left, right = right, left
        if level is Level.BEGINNER:
            lines.append(
                Message(
                    "Swap the sides, so that the unknown stands on the left: {result}.",
                    result=_line(left, right, unknown),
                )
            )
    if level is not Level.BEGINNER:
        slope, value = left[1] - right[1], right[0] - left[0]
        if right[1] or left[0]:
            result = formula(equals(term(slope, unknown, 1), number(value)))
            lines.append(
                Message("Collect the unknown on one side and the numbers on the other: {result}.", result=result)
            )
        lines += _divided(slope, value, unknown, [])
        return lines or [Message("So {result}.", result=formula(equals(name(unknown), number(value / slope))))]
    if right[1]:
        lines.append(
            _moved(
                term(abs(right[1]), unknown, 1),
                (left[0], left[1] - right[1]),
                (right[0], fmpq(0)),
                unknown,
                taken=right[1] > 0,
            )
        )
        left, right = (left[0], left[1] - right[1]), (right[0], fmpq(0))
    if left[0]:
        lines.append(
            _moved(number(abs(left[0])), (fmpq(0), left[1]), (right[0] - left[0], fmpq(0)), unknown, taken=left[0] > 0)
        )
        left, right = (fmpq(0), left[1]), (right[0] - left[0], fmpq(0))
    lines += _divided(left[1], right[0], unknown, [])
    return lines or [Message("So {result}.", result=formula(equals(name(unknown), number(right[0] / left[1]))))]


def _coefficients(value: fmpq_poly) -> tuple[fmpq, fmpq]:
    found = [*value.coeffs(), fmpq(0), fmpq(0)]
    return found[0], found[1]


def _line(left: tuple[fmpq, fmpq], right: tuple[fmpq, fmpq], unknown: str) -> Symbolic:
    sides = (polynomial(fmpq_poly(list(side)), unknown) for side in (left, right))
    return formula(equals(*sides))


def _moved(what: Node, left: tuple[fmpq, fmpq], right: tuple[fmpq, fmpq], unknown: str, *, taken: bool) -> Message:
    result = _line(left, right, unknown)
    if taken:
        return Message("Subtract {what} from both sides: {result}.", what=formula(what), result=result)
    return Message("Add {what} to both sides: {result}.", what=formula(what), result=result)


def _divided(slope: fmpq, value: fmpq, unknown: str, lines: list[Message]) -> list[Message]:
    if slope == 1:
        return lines
    result = formula(equals(name(unknown), number(value / slope)))
    if slope.q == 1 or abs(slope.p) != 1:
        return [
            *lines,
            Message("Divide both sides by {divisor}: {result}.", divisor=formula(number(slope)), result=result),
        ]
    return [
        *lines,
        Message("Multiply both sides by {factor}: {result}.", factor=formula(number(1 / slope)), result=result),
    ]


def _rational_steps(solved: Solved, level: Level) -> list[Message]:
    unknown = solved.unknown
    divisors = _distinct([d for d in (*solved.left.divisors, *solved.right.divisors) if d.degree() > 0])
    lines = [
        Message("The denominators must not be zero: {condition}.", condition=formula(_not_zero(d, unknown)))
        for d in divisors
    ]
    common = solved.left.denominator
    if solved.right.denominator != common:
        common = common * solved.right.denominator // common.gcd(solved.right.denominator)
    moved = equals(polynomial(solved.cleared, unknown), _ZERO)
    lines.append(
        Message(
            "Multiply both sides by the common denominator {factor}, expand and "
            "bring everything to one side: {result}.",
            factor=formula(polynomial(primitive(common)[0], unknown)),
            result=formula(moved),
        )
    )
    if solved.cleared.degree() == 0:
        return [*lines, _contradiction(solved)]
    lines += polynomial_steps.solve(solved.cleared, unknown, level)
    lines += [
        Message(
            "{value} makes a denominator zero, so it is not a solution.",
            value=formula(equals(name(unknown), tree(root))),
        )
        for root in solved.candidates
        if root not in solved.kept
    ]
    return lines


def _distinct(polynomials: list[fmpq_poly]) -> list[fmpq_poly]:
    return list({str(primitive(p)[0]): primitive(p)[0] for p in polynomials}.values())


def _not_zero(divisor: fmpq_poly, unknown: str) -> Node:
    return Relation((polynomial(divisor, unknown), _ZERO), ("!=",))


def _check(solved: Solved, level: Level) -> list[Message]:
    if not solved.chosen:
        return [Message("A count of the solutions by another way finds none either.")]
    lines = [_put_back(solved, root) for root in solved.chosen]
    if level is not Level.BEGINNER and solved.cleared.degree() > 1:
        lines.append(
            Message(
                "An equation of degree {degree} has at most {degree} solutions, so none is missing.",
                degree=int(solved.cleared.degree()),
            )
        )
    return lines


def _put_back(solved: Solved, root: Symbolic) -> Message:
    value = tree(root)
    left, right = (substitute(side, solved.unknown, value) for side in solved.relation.operands)
    both = tree(sympy.expand(sympy.radsimp(sympy.expand(to_sympy(right)))))
    assigned = formula(equals(name(solved.unknown), value))
    if formula(right) == formula(both):
        return Message("With {value}: {equation}, as required.", value=assigned, equation=formula(equals(left, both)))
    return Message(
        "With {value} the left side is {left} and the right side is {right}: equal.",
        value=assigned,
        left=formula(equals(left, both)),
        right=formula(equals(right, both)),
    )


def _nothing(solved: Solved) -> Message:
    if solved.kept:
        return Message("No real number solves the equation.")
    if solved.candidates:
        return Message("No number solves the equation: what would solve it makes a denominator zero.")
    return Message("No number solves the equation.")


def _conclusion(solved: Solved) -> list[Message]:
    if not solved.chosen:
        return [_nothing(solved)]
    found = assignments(solved.unknown, [tree(root) for root in solved.chosen])
    real = [root for root in solved.chosen if root.is_real]
    if len(solved.chosen) == 1:
        return [Message("The solution is {solution}.", solution=found)]
    if len(real) == len(solved.chosen):
        return [Message("The solutions are {solutions}.", solutions=found)]
    if not real:
        return [
            Message("The equation has no real solution."),
            Message("Its complex solutions are {solutions}.", solutions=found),
        ]
    lines = [Message("The solutions, complex ones included, are {solutions}.", solutions=found)]
    shown = assignments(solved.unknown, [tree(root) for root in real])
    if len(real) == 1:
        return [*lines, Message("Of these only {real} is real.", real=shown)]
    return [*lines, Message("Of these {real} are real.", real=shown)]
