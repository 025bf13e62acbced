"""Expanding, factoring, simplifying.

Routes: SymPy rewrites; python-flint reads the given and the rewritten text apart and finds the same normal
form (and, for a factorisation, the same irreducible factors). What is no polynomial is compared on balls.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.bounds import UnsupportedError
from maths.engines.sympy_form import to_sympy
from maths.families.algebra.conditions import lost
from maths.families.algebra.rewrite_steps import Rewritten, teach_expanding, teach_factoring, teach_simplifying
from maths.families.doubtful import refuse_doubtful
from maths.families.numbers.arithmetic import Evaluate
from maths.families.routes.normal_form import Polynomials, split
from maths.families.routes.sampling import agree
from maths.families.settled import Settled, UndecidedError
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import Negative, Number, Power, Product, Quotient, Sum, children, names, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node

MAX_OPERATIONS = 150
MAX_TERMS = 60  # of a result that is read as one line
_SIMPLER = 60  # operations up to which SymPy's general simplifier is asked


@dataclass(frozen=True, slots=True)
class Expand:
    """`declared` are constants' letters (e, i) that are variables here."""

    body: Node
    declared: frozenset[str] = frozenset()

    def settle(self, find: Callable[[Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value, letters = _function(self.body, self.declared)
        expanded = (find or sympy.expand)(value)
        count = len(sympy.Add.make_args(expanded))
        if count > MAX_TERMS:
            raise UndecidedError(
                Message("Multiplied out it has {count} terms, which nobody wants to read at once.", count=count)
            )
        answer = tree(expanded)
        if not value.is_polynomial() and _nothing_expanded(self.body, value, expanded, answer):
            raise UndecidedError(Message("There was nothing that could be multiplied out."))
        method = same(self.body, answer, letters)
        condition = lost(self.body, answer, _symbols(letters), self.declared)
        method = method if condition is None else _under(method, condition)
        rewritten = Rewritten(self.body, answer, value, expanded, condition)
        return Settled(formula(answer), method, lambda level: teach_expanding(rewritten, level), form=_not_expanded)


@dataclass(frozen=True, slots=True)
class Factor:
    body: Node
    declared: frozenset[str] = frozenset()

    def settle(self, find: Callable[[Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value, letters = _function(self.body, self.declared)
        if not letters:
            raise UndecidedError(Message("There is no variable in the expression."))
        ring = Polynomials(letters)
        given = ring.read(self.body)
        if given == 0:
            raise UndecidedError(Message("The expression is zero, which has no factors."))
        factored = (find or sympy.factor)(value)
        answer = tree(factored)
        if ring.read(answer) != given or not _same_factors(ring, factored, given):
            raise UndecidedError(Message("The two ways of factoring it do not agree."))
        parts = split(given)
        if sum(count for _, count in parts) <= 1 and isinstance(answer, Sum):
            raise UndecidedError(Message("It does not split into factors over the rational numbers."))
        method = Message(
            "multiplied out again it gives the same polynomial, and no factor splits further over the rational numbers"
        )
        rewritten = Rewritten(self.body, answer, value, factored)
        return Settled(
            formula(answer),
            method,
            lambda level: teach_factoring(rewritten, level),
            form=lambda node: _not_factored(ring, given, node),
        )


@dataclass(frozen=True, slots=True)
class Simplify:
    body: Node
    declared: frozenset[str] = frozenset()

    def settle(self, find: Callable[[Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if not names(self.body, self.declared):
            return Evaluate(self.body).settle(find)
        value, letters = _function(self.body, self.declared)
        simple = (find or simplest)(value)
        answer = tree(simple)
        if formula(answer) == formula(self.body):
            if value.is_rational_function():
                raise UndecidedError(Message("It is already in its simplest form."))
            raise UndecidedError(Message("I cannot tell whether this can be written more simply."))
        method = same(self.body, answer, letters)
        condition = lost(self.body, answer, _symbols(letters), self.declared)
        method = method if condition is None else _under(method, condition)
        rewritten = Rewritten(self.body, answer, value, simple, condition)
        return Settled(formula(answer), method, lambda level: teach_simplifying(rewritten, level))


def _under(method: Message, condition: Formula) -> Message:
    return Message("{method}, for {condition}", method=method, condition=condition)


def _symbols(letters: tuple[str, ...]) -> dict[str, Symbolic]:
    return {letter: sympy.Symbol(letter, real=True) for letter in letters}


def _nothing_expanded(body: Node, value: Symbolic, expanded: Symbolic, answer: Node) -> bool:
    return bool(expanded == value) and (formula(answer) == formula(body) or _not_expanded(body) is None)


def _not_expanded(given: Node) -> Message | None:
    for part in walk(given):
        if isinstance(part, (Product, Power)) and any(isinstance(below, Sum) for below in children(part)):
            return Message("It has the right value, but it is not multiplied out.")
    return None


def _not_factored(ring: Polynomials, polynomial: Symbolic, given: Node) -> Message | None:
    """Fewer factors in the text than the polynomial has."""
    written = sum(_written_factors(ring, part) for part in _factors(given))
    if written < sum(count for _, count in split(polynomial)):
        return Message("It has the right value, but it is not completely factored.")
    return None


def _factors(node: Node) -> list[Node]:
    match node:
        case Negative(operand=operand):
            return _factors(operand)
        case Product(factors=factors):
            return [found for factor in factors for found in _factors(factor)]
        case Quotient(numerator=numerator):
            return _factors(numerator)
    return [node]


def _written_factors(ring: Polynomials, node: Node) -> int:
    """How many factors a node stands for: a power so many, a number none."""
    if isinstance(node, Power) and isinstance(node.exponent, Number):
        return int(node.exponent.value) * _written_factors(ring, node.base)
    return int(ring.read(node).total_degree() > 0)


def _function(body: Node, declared: frozenset[str]) -> tuple[Symbolic, tuple[str, ...]]:
    refuse_doubtful(body)
    letters = tuple(sorted(names(body, declared)))
    _refuse_long(body, letters)
    value = to_sympy(body, symbols=_symbols(letters), variables=declared)
    if not isinstance(value, sympy.Expr) or value.is_Matrix or value.count_ops() > MAX_OPERATIONS:
        raise UndecidedError(Message("Expressions of this kind are not rewritten here."))
    return value, letters


def _refuse_long(body: Node, letters: tuple[str, ...]) -> None:
    """Raise TooLargeError before SymPy multiplies out what python-flint already finds too long."""
    try:
        Polynomials(letters).read(body)
    except UnsupportedError:
        return


def simplest(value: Symbolic) -> Symbolic:
    """The shortest of the usual forms."""
    if value.is_polynomial():
        return sympy.expand(value)
    if value.is_rational_function():
        together = sympy.cancel(value)
        return min((together, sympy.factor(together)), key=lambda v: (sympy.count_ops(v), len(str(v))))
    if value.count_ops() > _SIMPLER:
        raise UndecidedError(Message("Expressions of this kind are not rewritten here."))
    found = sympy.simplify(value)
    if sympy.count_ops(found) > sympy.count_ops(value):
        raise UndecidedError(Message("No simpler form was found."))
    return found


def same(body: Node, answer: Node, letters: tuple[str, ...]) -> Message:
    """How the two were found to be equal. Raises UndecidedError when they were not."""
    ring = Polynomials(letters)
    try:
        equal = ring.read(body) == ring.read(answer)
        method = Message("rewritten by SymPy, and the normal forms of both sides agree in python-flint")
    except UnsupportedError:
        equal = agree(body, answer, letters)
        method = Message("rewritten by SymPy, and both sides agree at several points with an error bound")
    if not equal:
        raise UndecidedError(Message("The two ways of rewriting it do not agree."))
    return method


def _same_factors(ring: Polynomials, factored: Symbolic, given: Symbolic) -> bool:
    """As many irreducible factors, counted with their powers, in the text as in python-flint's factorisation."""
    count = 0
    for factor in sympy.Mul.make_args(factored):
        base, exponent = factor.as_base_exp()
        if base.free_symbols:
            below = ring.read(tree(base))
            if sum(n for _, n in split(below)) != 1:
                return False
            count += int(exponent)
    return count == sum(n for _, n in split(given))
