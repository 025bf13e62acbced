"""Equations between complex numbers, conjugates and moduli among them: solutions, and values that they fix.

Real and imaginary parts are taken apart by the rules of arithmetic on the tree, and compared with SymPy's own parts.
What is left are real polynomial equations, decided by the two routes of `maths.families.equations.nonlinear`; every
solution is put back into the equation as typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import sympy

from maths.bounds import UnsupportedError
from maths.engines.sympy_form import to_sympy
from maths.families.complex_numbers.conditions_steps import SolvedComplex, teach_solutions, teach_value
from maths.families.complex_numbers.split import imaginary_name, real_name, size_squared, split
from maths.families.equations.claims import NO_VALUES
from maths.families.equations.equation import Domain
from maths.families.equations.nonlinear import NonlinearSystem, ValueUnder
from maths.families.equations.real_set import is_zero
from maths.families.equations.unknowns import Ask, Conditions
from maths.families.routes.radicals import sort_key
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, minus, number
from maths.families.write import assignments, formula, listed, tree
from maths.message import Formula, Message
from maths.read import read
from maths.tree import Call, Power, Product, Quotient, Relation, names, walk

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

DISAGREE = Message("The two ways of solving it do not agree.")


@dataclass(frozen=True, slots=True)
class ComplexConditions:
    """`letters` are complex, the other letters real."""

    equations: tuple[Relation, ...]
    letters: tuple[str, ...]
    nonzero: bool = False

    def real(self) -> Conditions:
        """The same as equations between real numbers. Raises UnsupportedError, UndecidedError."""
        found: list[Relation] = []
        for equation in self.equations:
            for left, right in pairwise(equation.operands):
                found += _parts(left, right, frozenset(self.letters))
        every = frozenset[str]().union(*(names(one) for one in found))
        order = [part for letter in self.letters for part in (real_name(letter), imaginary_name(letter))]
        rest = sorted(every - set(order))
        return Conditions(tuple(found), tuple(part for part in (*order, *rest) if part in every), Domain.REAL)


def _parts(left: Node, right: Node, letters: frozenset[str]) -> list[Relation]:
    """Both parts of an equation; `|E| = c` as `|E|^2 = c^2`."""
    if isinstance(right, Call) and right.function == "abs":
        left, right = right, left
    if isinstance(left, Call) and left.function == "abs":
        return [equals(size_squared(split(left.arguments[0], letters)), _square_of(right, letters))]
    left_parts, right_parts = split(left, letters), split(right, letters)
    _agree_with_sympy(left, left_parts, letters)
    _agree_with_sympy(right, right_parts, letters)
    return [
        equals(a, b) for a, b in zip(left_parts, right_parts, strict=True) if names(a) | names(b) or not _same(a, b)
    ]


def _square_of(node: Node, letters: frozenset[str]) -> Node:
    if isinstance(node, Call) and node.function == "abs":
        return size_squared(split(node.arguments[0], letters))
    if names(node):
        raise UnsupportedError(Message("A modulus is compared with something that is no number."))
    value = to_sympy(node)
    if not value.is_real or value.is_negative:
        raise UndecidedError(Message("A modulus is never negative."))
    return tree(sympy.expand(value**2))


def _same(a: Node, b: Node) -> bool:
    return bool(is_zero(sympy.expand(to_sympy(minus(a, b)))))


def _agree_with_sympy(node: Node, parts: tuple[Node, Node], letters: frozenset[str]) -> None:
    """SymPy's real and imaginary part of the tree are the same."""
    symbols: dict[str, Symbolic] = {}
    reals: dict[str, Symbolic] = {}
    for letter in names(node):
        if letter in letters:
            x, y = (sympy.Symbol(part, real=True) for part in (real_name(letter), imaginary_name(letter)))
            symbols[letter] = x + sympy.I * y
            reals |= {real_name(letter): x, imaginary_name(letter): y}
        else:
            symbols[letter] = reals[letter] = sympy.Symbol(letter, real=True)
    own = to_sympy(parts[0], symbols=reals) + sympy.I * to_sympy(parts[1], symbols=reals)
    gap = sympy.together(sympy.expand(to_sympy(node, symbols=symbols)) - own)
    if sympy.expand(sympy.fraction(sympy.together(sympy.expand_complex(gap)))[0]) != 0:
        raise UndecidedError(DISAGREE)


@dataclass(frozen=True, slots=True)
class ComplexSolutions:
    """All complex numbers that satisfy an equation in one letter."""

    conditions: ComplexConditions
    ask: Ask = Ask.ALL

    def settle(self) -> Settled:
        (letter,) = self.conditions.letters
        real = self.conditions.real()
        if set(real.letters) != {real_name(letter), imaginary_name(letter)}:
            raise UndecidedError(Message("The equation does not fix both parts of the number."))
        exact, _ = NonlinearSystem(real).solutions()
        values = sorted(
            (sympy.expand(p[real_name(letter)] + sympy.I * p[imaginary_name(letter)]) for p in exact), key=sort_key
        )
        if not all(self._holds(letter, value) for value in values):
            raise UndecidedError(DISAGREE)
        method = Message(
            "split into real and imaginary parts and solved by a Gröbner basis; {count} solutions by resultants",
            count=len(values),
        )
        solved = SolvedComplex(self.conditions.equations, self.conditions.letters, real, tuple(values), None, None)
        if self.ask is Ask.COUNT:
            result = number(len(values))
            return Settled(formula(result), method, lambda level: teach_solutions(solved, level, result))
        if not values:
            return Settled(formula(NO_VALUES), method, lambda level: teach_solutions(solved, level))
        if self.ask is Ask.ONE and len(values) > 1:
            raise UndecidedError(Message("It can have several values."))
        nodes = [tree(value) for value in values]
        answer = Formula(listed(formula(node) for node in nodes).typed, assignments(letter, nodes).latex)
        return Settled(answer, method, lambda level: teach_solutions(solved, level))

    def _holds(self, letter: str, value: Symbolic) -> bool:
        for equation in self.conditions.equations:
            sides = [to_sympy(side, symbols={letter: value}) for side in equation.operands]
            gaps = [sympy.expand(sympy.expand_complex(a - b)) for a, b in pairwise(sides)]
            if not all(is_zero(gap) for gap in gaps):
                return False
        return True


@dataclass(frozen=True, slots=True)
class ComplexValue:
    """The value of an expression that the conditions fix."""

    conditions: ComplexConditions
    wanted: Node

    def settle(self) -> Settled:
        real = self.conditions.real()
        letters = frozenset(self.conditions.letters)
        inner = _modulus_inside(self.wanted)
        if inner is not None:
            settled = ValueUnder(real, size_squared(_sized(inner, letters)), Ask.ONE, "sqrt").settle()
            parts: tuple[Node, ...] = (read(settled.answer.typed),)
        else:
            pair = split(self.wanted, letters)
            _agree_with_sympy(self.wanted, pair, letters)
            parts = tuple(self._part(real, part) for part in pair)
        value = to_sympy(parts[0]) + (sympy.I * to_sympy(parts[1]) if len(parts) > 1 else 0)
        result = tree(sympy.expand(value))
        method = Message(
            "real and imaginary part from a Gröbner basis by SymPy, and the same at solutions python-flint encloses"
        )
        solved = SolvedComplex(self.conditions.equations, self.conditions.letters, real, (), self.wanted, result)
        return Settled(formula(result), method, lambda level: teach_value(solved, level))

    def _part(self, real: Conditions, part: Node) -> Node:
        if not names(part):
            return part
        return read(ValueUnder(real, part).settle().answer.typed)


def _sized(node: Node, letters: frozenset[str]) -> tuple[Node, Node]:
    return split(node, letters)


def _modulus_inside(node: Node) -> Node | None:
    """`E` of `|E|`, and of products, quotients and powers of moduli."""
    match node:
        case Call(function="abs", arguments=(inner,)):
            return inner
        case Product(factors=factors):
            parts = [_modulus_inside(factor) for factor in factors]
            return None if any(part is None for part in parts) else Product(tuple(p for p in parts if p is not None))
        case Quotient(numerator=above, denominator=below):
            first, second = _modulus_inside(above), _modulus_inside(below)
            return None if first is None or second is None else Quotient(first, second)
        case Power(base=base, exponent=exponent):
            found = _modulus_inside(base)
            return None if found is None else Power(found, exponent)
    return None


def has_complex_marks(node: Node) -> bool:
    """Whether the imaginary unit, a conjugate or a part occurs."""
    return "i" in names(node, frozenset({"i"})) or any(
        isinstance(part, Call) and part.function in {"conj", "re", "im", "abs"} for part in walk(node)
    )
