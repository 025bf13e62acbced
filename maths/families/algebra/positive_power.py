"""Products, quotients, powers and roots of letters that are stated to be positive, as one power.

Routes: the exponents are added, subtracted and multiplied in fractions straight from the tree; SymPy combines the
powers of positive symbols by its own rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import sympy

from maths.bounds import UnsupportedError
from maths.engines.sympy_form import to_sympy
from maths.families.algebra.positive_power_steps import Simplified, teach
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, name, number, power, times
from maths.families.write import formula
from maths.families.written import letters
from maths.message import Message
from maths.tree import Call, Collection, Kind, Name, Negative, Node, Number, Power, Product, Quotient

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_BITS = 400
_SQUARE, _CUBE = 2, 3


@dataclass(frozen=True, slots=True)
class Monomial:
    """`coefficient` times each letter to its power; no exponent is zero."""

    coefficient: Fraction
    powers: tuple[tuple[str, Fraction], ...] = ()

    def times(self, other: Monomial) -> Monomial:
        total = dict(self.powers)
        for letter, exponent in other.powers:
            total[letter] = total.get(letter, Fraction(0)) + exponent
        return _bounded(Monomial(self.coefficient * other.coefficient, _sorted(total)))

    def raised(self, exponent: Fraction) -> Monomial:
        raised = {letter: own * exponent for letter, own in self.powers}
        return _bounded(Monomial(_rational_power(self.coefficient, exponent), _sorted(raised)))

    def node(self) -> Node:
        factors = [
            power(name(letter), number(exponent)) if exponent != 1 else name(letter) for letter, exponent in self.powers
        ]
        if not factors:
            return number(self.coefficient)
        if self.coefficient == 1:
            return times(*factors)
        if self.coefficient == -1:
            return Negative(times(*factors))
        return times(number(self.coefficient), *factors)


@dataclass(frozen=True, slots=True)
class CombinePowers:
    """`positive` are the letters that are stated to be positive."""

    body: Node
    positive: frozenset[str]

    def settle(self, find: Callable[[CombinePowers], Monomial] | None = None) -> Settled:
        """`find` stands in for the second route in tests."""
        if not letters(self.body) <= self.positive or not self.positive <= letters(self.body):
            raise UndecidedError(Message("It is not said of every letter whether it is positive."))
        first = monomial(self.body)
        second = (find or by_sympy)(self)
        if first != second:
            raise UndecidedError(Message("The two ways of combining the powers do not agree."))
        answer = first.node()
        method = Message(
            "the exponents were combined in fractions straight from the text, and again by SymPy for positive letters"
        )
        simplified = Simplified(self.body, answer, tuple(sorted(self.positive)), _lines(self.body))
        return Settled(formula(answer), method, lambda level: teach(simplified, level))


def _sorted(powers: dict[str, Fraction]) -> tuple[tuple[str, Fraction], ...]:
    return tuple(sorted((letter, exponent) for letter, exponent in powers.items() if exponent != 0))


def _bounded(value: Monomial) -> Monomial:
    numbers = [value.coefficient, *(exponent for _, exponent in value.powers)]
    if any(n.numerator.bit_length() + n.denominator.bit_length() > MAX_BITS for n in numbers):
        raise UndecidedError(Message("Its numbers are too large to be solved here."))
    return value


def _not_one_power() -> UnsupportedError:
    return UnsupportedError(Message("It is not a product of powers."))


def _rational_power(base: Fraction, exponent: Fraction) -> Fraction:
    if base == 1:
        return base
    if exponent.denominator == 1:
        if base == 0 and exponent <= 0:
            raise _not_one_power()
        if abs(exponent) * (base.numerator.bit_length() + base.denominator.bit_length()) > MAX_BITS:
            raise UndecidedError(Message("Its numbers are too large to be solved here."))
        return base ** int(exponent)
    if base <= 0:
        raise _not_one_power()
    roots = [sympy.integer_nthroot(part, exponent.denominator) for part in (base.numerator, base.denominator)]
    if not all(exact for _, exact in roots):
        raise _not_one_power()
    return _rational_power(Fraction(int(roots[0][0]), int(roots[1][0])), Fraction(exponent.numerator))


def monomial(node: Node) -> Monomial:  # noqa: C901, PLR0911 - one line a kind of node
    """Raises UnsupportedError where the tree is no product of powers."""
    match node:
        case Number(value=value):
            return Monomial(value)
        case Name():
            return Monomial(Fraction(1), ((node.full, Fraction(1)),))
        case Negative(operand=operand):
            return Monomial(Fraction(-1)).times(monomial(operand))
        case Product(factors=factors):
            total = Monomial(Fraction(1))
            for factor in factors:
                total = total.times(monomial(factor))
            return total
        case Quotient(numerator=above, denominator=below):
            return monomial(above).times(monomial(below).raised(Fraction(-1)))
        case Power(base=base, exponent=exponent):
            return monomial(base).raised(_constant(exponent))
        case Call(function="sqrt", arguments=(inner,)):
            return monomial(inner).raised(Fraction(1, _SQUARE))
        case Call(function="cbrt", arguments=(inner,)):
            return monomial(inner).raised(Fraction(1, _CUBE))
        case Call(function="root", arguments=(inner, degree)):
            return monomial(inner).raised(1 / _constant(degree))
        case Collection(kind=Kind.LIST, items=(item,)):
            return monomial(item)
    raise _not_one_power()


def _constant(node: Node) -> Fraction:
    found = monomial(node)
    if found.powers or found.coefficient == 0:
        if found.powers:
            raise _not_one_power()
        return Fraction(0)
    return found.coefficient


def by_sympy(task: CombinePowers) -> Monomial:
    symbols = {letter: sympy.Symbol(letter, positive=True) for letter in task.positive}
    value = sympy.powsimp(to_sympy(task.body, symbols=symbols, variables=task.positive))
    coefficient, rest = value.as_coeff_Mul()
    powers: dict[str, Fraction] = {}
    for factor in sympy.Mul.make_args(rest):
        base, exponent = factor.as_base_exp()
        if factor == 1:
            continue
        if not (base.is_Symbol and exponent.is_Rational):
            raise _not_one_power()
        powers[base.name] = fraction(exponent)
    if not coefficient.is_Rational:
        raise _not_one_power()
    return Monomial(fraction(coefficient), _sorted(powers))


def _lines(node: Node) -> tuple[tuple[str, Node, Node], ...]:
    """Each part with its rule and its value, from the inside out, where combining changes it."""
    found: list[tuple[str, Node, Node]] = []
    _collect(node, found)
    return tuple(found)


def _collect(node: Node, found: list[tuple[str, Node, Node]]) -> Node:
    """The node with its parts combined; a line for each that needed a rule."""
    inner: Node
    match node:
        case Product(factors=factors):
            rule, inner = "product", Product(tuple(_collect(factor, found) for factor in factors))
        case Quotient(numerator=above, denominator=below):
            rule, inner = "quotient", Quotient(_collect(above, found), _collect(below, found))
        case Power(base=base, exponent=exponent) if not isinstance(base, (Name, Number)):
            rule, inner = "power", Power(_collect(base, found), exponent)
        case Call(function="sqrt" | "cbrt" | "root", arguments=(first, *rest)):
            rule, inner = "root", Call(node.function, (_collect(first, found), *rest))
        case _:
            return node
    combined = monomial(inner).node()
    if formula(combined) != formula(inner):
        found.append((rule, inner, combined))
    return combined
