"""Worked solutions of equations with exponentials and logarithms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families import polynomial_steps
from maths.families.routes.rational import rational
from maths.families.terms import equals, name, number, polynomial, power, substitute
from maths.families.write import assignments, formula, letter, listed, passages, tree
from maths.message import Message
from maths.tree import Call, Power, Product, Relation, names, walk
from maths.verdict import Level

if TYPE_CHECKING:
    from flint import fmpq_poly

    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class SolvedExponential:
    relation: Relation
    unknown: str
    reduced: Relation
    letter: str
    kind: str
    base: Symbolic
    scale: Symbolic
    positive: tuple[Node, ...]
    candidates: tuple[Symbolic, ...]
    found: tuple[Symbolic, ...]


def teach(solved: SolvedExponential, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[
            Message(
                "Find every real number {unknown} with {statement}.",
                unknown=letter(solved.unknown),
                statement=formula(solved.relation),
            )
        ],
        approach=[_approach(solved, level)],
        steps=_steps(solved, level),
        check=_check(solved, level),
        conclusion=[_conclusion(solved)],
    )


def _approach(solved: SolvedExponential, level: Level) -> Message:
    if solved.kind == "product":
        if level is Level.BEGINNER:
            return Message("A sum of logarithms is the logarithm of a product. Then the logarithms can be taken away.")
        return Message("Combine the logarithms into one and compare the arguments.")
    if solved.kind == "exponent":
        return Message("Write both sides as powers of {base}: equal powers of one base have equal exponents.",
                       base=formula(tree(solved.base)))  # fmt: skip
    new = formula(equals(name("t"), _meaning(solved)))
    if level is Level.BEGINNER:
        return Message(
            "The same power or logarithm comes again and again. Give it a short name, {new}, and find t first.", new=new
        )
    return Message("Substitute {new}: the equation becomes a polynomial equation.", new=new)


def _meaning(solved: SolvedExponential) -> Node:
    unknown = name(solved.unknown)
    if solved.kind == "power":
        exponent = unknown if solved.scale == 1 else Product((number(solved.scale), unknown))
        return power(tree(solved.base), exponent)
    if solved.base == sympy.E:
        return Call("ln", (unknown,))
    return Call("log", (unknown, tree(solved.base)))


def _steps(solved: SolvedExponential, level: Level) -> list[Message]:
    lines: list[Message] = []
    if solved.positive:
        unknown = frozenset({solved.unknown})
        shown = listed(formula(Relation((p, number(0)), (">",))) for p in solved.positive if names(p, unknown))
        lines.append(Message("There is a logarithm only of a positive number: {condition}.", condition=shown))
    if level is not Level.ADVANCED:
        lines += _named(solved) if solved.kind == "power" else []
        lines += _together(solved) if solved.kind == "product" else []
    lines.append(Message("The equation becomes {result}.", result=formula(_tidied(solved.reduced))))
    if not solved.candidates:
        return [*lines, Message("It has no real solution.")]
    lines += _solving(solved, level) if level is not Level.ADVANCED else []
    roots = [tree(root) for root in solved.candidates]
    lines.append(Message("Its real solutions are {values}.", values=assignments(solved.letter, roots)))
    for root in solved.candidates:
        lines += _back(solved, root, level)
    return lines


def _tidied(reduced: Relation) -> Relation:
    """With a side of numbers alone worked out: x^2 = 4*1 as x^2 = 4."""
    sides = tuple(side if names(side) else tree(to_sympy(side)) for side in reduced.operands)
    return Relation(sides, reduced.operators)


def _named(solved: SolvedExponential) -> list[Message]:
    """`4^x = t^2`: each power by the letter."""
    x, t = sympy.Symbol(solved.unknown), sympy.Symbol(solved.letter)
    shown: list[Formula] = []
    for part in dict.fromkeys(part for part in walk(solved.relation) if isinstance(part, Power)):
        if solved.unknown not in names(part.exponent, frozenset({solved.unknown})):
            continue
        value = to_sympy(part, symbols={solved.unknown: x})
        share = sympy.simplify(sympy.diff(sympy.expand_log(sympy.log(value), force=True), x) / solved.scale
                               / sympy.log(solved.base))  # fmt: skip
        front = sympy.simplify(value.subs(x, 0))
        if not share.is_Rational or not front.is_Rational:
            return []
        shown.append(formula(equals(part, tree(front * t**share))))
    return [Message("Written with the letter: {powers}.", powers=listed(shown))] if shown else []


def _together(solved: SolvedExponential) -> list[Message]:
    """`log_2(x*(x - 2)) = log_2(8)`"""
    base = tree(solved.base)
    sides = [Call("ln", (side,)) if solved.base == sympy.E else Call("log", (side, base))
             for side in solved.reduced.operands]  # fmt: skip
    result = formula(equals(*sides))
    logarithms = [part for part in walk(solved.relation) if isinstance(part, Call) and part.function in {"ln", "log"}]
    told = (
        Message("By log a + log b = log(ab) and k·log a = log(a^k), with every number as a logarithm too: {result}.",
                result=result)
        if len(logarithms) > 1
        else Message("The number on the other side as a logarithm too: {result}.", result=result)
    )  # fmt: skip
    return [told, Message("Equal logarithms belong to equal numbers.")]


def _solving(solved: SolvedExponential, level: Level) -> list[Message]:
    """How the new equation is solved, where all its roots are real."""
    try:
        left, right = (rational(side, solved.letter) for side in solved.reduced.operands)
    except RefusedError:
        return []
    whole = (left + -right).numerator
    if whole.degree() < 1 or sum(count for _, count in _real_roots(whole)) != whole.degree():
        return []
    zero = equals(polynomial(whole, solved.letter), number(0))
    lines = []
    if formula(zero) != formula(solved.reduced):
        lines.append(Message("On one side: {result}.", result=formula(zero)))
    return lines + polynomial_steps.solve(whole, solved.letter, level)


def _real_roots(whole: fmpq_poly) -> list[tuple[Symbolic, int]]:
    value = sympy.Poly([sympy.Rational(int(c.p), int(c.q)) for c in reversed(whole.coeffs())], sympy.Symbol("x"))
    return [(factor, factor.count_roots() * count) for factor, count in value.factor_list()[1]]


def _back(  # noqa: PLR0911 - one line a kind
    solved: SolvedExponential, root: Symbolic, level: Level
) -> list[Message]:
    """From a root of the new equation to the unknown, or why there is none."""
    assigned = formula(equals(name(solved.letter), tree(root)))
    if solved.kind in {"product", "exponent"}:
        return [] if root in solved.found else [_refused(solved, root, assigned)]
    if solved.kind == "power" and not root.is_positive:
        if level is Level.BEGINNER:
            return [
                Message(
                    "{value} is impossible: a power of a positive number is never zero or negative.", value=assigned
                )
            ]
        return [Message("{value} is impossible, as a power is positive.", value=assigned)]
    fact = equals(_meaning(solved), tree(root))
    value = _value(solved, root)
    if value is None:
        return [_refused(solved, root, assigned)]
    found = formula(equals(name(solved.unknown), tree(value)))
    if level is Level.BEGINNER and solved.kind == "power" and value.is_Rational:
        same = equals(_meaning(solved), tree(root), power(tree(solved.base), tree(solved.scale * value)))
        return [Message("As a power of the same base: {fact}, so {value}.", fact=formula(same), value=found)]
    if level is Level.BEGINNER and solved.kind != "power" and solved.base != sympy.E:
        raised = equals(name(solved.unknown), power(tree(solved.base), tree(root)), tree(value))
        return [Message("{fact} means: {value}.", fact=formula(fact), value=formula(raised))]
    return [Message("From {fact} follows {value}.", fact=formula(fact), value=found)]


def _refused(solved: SolvedExponential, root: Symbolic, assigned: Formula) -> Message:
    """The logarithm that a root leaves without a value."""
    for part in solved.positive:
        put = substitute(part, solved.unknown, tree(root))
        value = to_sympy(put)
        if solved.letter == solved.unknown and value.is_real and not value.is_positive:
            shown = formula(equals(put, tree(sympy.expand(value))) if part != name(solved.unknown) else put)
            return Message("For {value} there would be {argument} in a logarithm, which is not positive: it is not a "
                           "solution.", value=assigned, argument=shown)  # fmt: skip
    return Message("For {value} one of the arguments is not positive: it is not a solution.", value=assigned)


def _value(solved: SolvedExponential, root: Symbolic) -> Symbolic | None:
    """The solution that belongs to a root: the one for which the substitution has its value."""
    for found in solved.found:
        power_of = solved.base ** (solved.scale * found)
        gap = power_of - root if solved.kind == "power" else found - solved.base**root
        if abs(sympy.N(gap, 40)) < sympy.Float(10) ** -30:
            return found
    return None


def _check(solved: SolvedExponential, level: Level) -> list[Message]:
    if not solved.found:
        return [Message("A second calculation by another program finds no real solution either.")]
    lines = []
    for value in solved.found[:1] if level is Level.ADVANCED else solved.found:
        put = Relation(
            tuple(substitute(side, solved.unknown, tree(value)) for side in solved.relation.operands), ("=",)
        )
        lines.append(Message("Put back: {equation}, as required.", equation=formula(put)))
    return lines


def _conclusion(solved: SolvedExponential) -> Message:
    if not solved.found:
        return Message("No real number solves the equation.")
    shown = assignments(solved.unknown, [tree(value) for value in solved.found])
    if len(solved.found) == 1:
        return Message("The solution is {solution}.", solution=shown)
    return Message("The solutions are {solutions}.", solutions=shown)
