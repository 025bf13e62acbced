"""Worked solutions of equations with exponentials and logarithms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families.terms import equals, name, number, power, substitute
from maths.families.write import assignments, formula, letter, listed, passages, tree
from maths.message import Message
from maths.tree import Call, Product, Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
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
        shown = listed(formula(Relation((part, number(0)), (">",))) for part in solved.positive)
        lines.append(Message("There is a logarithm only of a positive number: {condition}.", condition=shown))
    lines.append(Message("The equation becomes {result}.", result=formula(solved.reduced)))
    if not solved.candidates:
        return [*lines, Message("It has no real solution.")]
    roots = [tree(root) for root in solved.candidates]
    lines.append(Message("Its real solutions are {values}.", values=assignments(solved.letter, roots)))
    for root in solved.candidates:
        lines += _back(solved, root, level)
    return lines


def _back(solved: SolvedExponential, root: Symbolic, level: Level) -> list[Message]:
    """From a root of the new equation to the unknown, or why there is none."""
    assigned = formula(equals(name(solved.letter), tree(root)))
    if solved.kind in {"product", "exponent"}:
        if root in solved.found:
            return []
        return [Message("For {value} one of the arguments is not positive: it is not a solution.", value=assigned)]
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
        return [Message("For {value} one of the arguments is not positive: it is not a solution.", value=assigned)]
    return [Message("From {fact} follows {value}.", fact=formula(fact),
                    value=formula(equals(name(solved.unknown), tree(value))))]  # fmt: skip


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
