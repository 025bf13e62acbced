"""Worked solutions of trigonometric equations: one function by a letter, or everything on one side as a product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.equations import questions
from maths.families.equations.unknowns import Ask
from maths.families.routes.radicals import radical_roots, sort_key
from maths.families.routes.rational import rational
from maths.families.settled import UndecidedError
from maths.families.terms import equals, name, number, substitute
from maths.families.write import assignments, formula, letter, listed, passages, tree
from maths.message import Formula, Message
from maths.tree import Call, Relation, names, walk
from maths.values import rewritten
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage
if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_BOUNDED = frozenset({"sin", "cos"})
_FUNCTIONS = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})
_SHOWN = 4  # solutions put back one by one


@dataclass(frozen=True, slots=True)
class Span:
    """From `low` to `high`, ends included or not, as typed."""

    low: Node
    high: Node
    low_closed: bool
    high_closed: bool
    shown: Node


@dataclass(frozen=True, slots=True)
class SolvedTrigonometric:
    """`found` in radians, `shown` as the answer writes them; `counter` is the letter for every whole number."""

    relation: Relation
    unknown: str
    span: Span | None
    found: tuple[Symbolic, ...]
    shown: tuple[Node, ...]
    counter: str | None
    ask: Ask


def teach(solved: SolvedTrigonometric, level: Level, result: Node | None = None) -> tuple[Passage, ...]:
    by_letter = _by_letter(solved, level)
    approach, steps = by_letter or _by_factors(solved, level)
    return passages(
        understanding=[_understanding(solved)],
        approach=[approach, *_circle(level)],
        steps=[*steps, *_collected(solved)],
        check=_check(solved, level),
        conclusion=[_conclusion(solved, result)],
    )


def _circle(level: Level) -> list[Message]:
    if level is not Level.BEGINNER:
        return []
    return [Message("On the unit circle the cosine leads to the right, the sine up; the tangent is sine over cosine.")]


def _understanding(solved: SolvedTrigonometric) -> Message:
    statement = formula(solved.relation)
    if solved.span is None:
        return Message("Find every angle {unknown} with {statement}.", unknown=letter(solved.unknown),
                       statement=statement)  # fmt: skip
    return Message("Find every angle {unknown} in {interval} with {statement}.", unknown=letter(solved.unknown),
                   interval=formula(solved.span.shown), statement=statement)  # fmt: skip


def _by_letter(solved: SolvedTrigonometric, level: Level) -> tuple[Message, list[Message]] | None:
    """Where only one function of one angle occurs."""
    calls = {p for p in walk(solved.relation) if isinstance(p, Call) and p.function in _FUNCTIONS
             and solved.unknown in names(p, frozenset({solved.unknown}))}  # fmt: skip
    if len(calls) != 1:
        return None
    (call,) = calls
    short = "t" if solved.unknown != "t" else "s"
    replaced = rewritten(solved.relation, lambda part: name(short) if part == call else None)
    assert isinstance(replaced, Relation)  # noqa: S101 - relations stay relations
    values = _values(replaced, short)
    shown = formula(call)
    approach = (
        Message("Find the value of {function} first, then the angles on the unit circle.", function=shown)
        if level is not Level.ADVANCED
        else Message("Solve for {function} and invert it on one period.", function=shown)
    )
    if values is None:
        return None
    lines: list[Message] = []
    if replaced.operands[0] != name(short):
        lines.append(Message("Write {short} for {function}: {result}.", short=letter(short), function=shown,
                             result=formula(replaced)))  # fmt: skip
        lines.append(Message("This gives {values}.", values=assignments(short, [tree(v) for v in values])))
    for value in values:
        lines += _angles_of(solved, call, value, level)
    return approach, lines


def _values(replaced: Relation, short: str) -> list[Symbolic] | None:
    """The real values of the function."""
    try:
        left, right = (rational(side, short) for side in replaced.operands)
        found = radical_roots((left + -right).numerator)
    except (UndecidedError, RefusedError):
        if replaced.operands[0] == name(short) and not names(replaced.operands[1]):
            return [to_sympy(replaced.operands[1])]
        return None
    return sorted((value for value in found if value.is_real), key=sort_key)


def _angles_of(solved: SolvedTrigonometric, call: Call, value: Symbolic, level: Level) -> list[Message]:
    fact = formula(equals(call, tree(value)))
    if call.function in _BOUNDED and abs(value.evalf(20)) > 1:
        if level is Level.BEGINNER:
            return [Message("{fact} is impossible: sine and cosine are never above 1 or below -1.", fact=fact)]
        return [Message("{fact} has no solution.", fact=fact)]
    places = [shown for found, shown in zip(solved.found, solved.shown, strict=True)
              if _is_value(call, solved.unknown, found, value)]  # fmt: skip
    if not places:
        return [Message("{fact} has no solution in the interval.", fact=fact)]
    return [Message("From {fact} follows {values}.", fact=fact, values=assignments(solved.unknown, places))]


def _is_value(call: Node, unknown: str, found: Symbolic, value: Symbolic) -> bool:
    got = to_sympy(call, symbols={unknown: found})
    return bool(abs((got - value).evalf(40)) < sympy.Float(10) ** -25) if got.is_number and got.is_finite else False


def _by_factors(solved: SolvedTrigonometric, level: Level) -> tuple[Message, list[Message]]:
    x = sympy.Symbol(solved.unknown)
    left, right = (to_sympy(side, symbols={solved.unknown: x}) for side in solved.relation.operands)
    product = sympy.factor(sympy.expand_trig(left - right))
    factors = [f for f in sympy.Mul.make_args(sympy.fraction(product)[0]) if f.has(x)]
    bases = [f.base if f.is_Pow else f for f in factors]
    approach = (
        Message("Bring everything to one side, use the formulas for multiple angles and factor.")
        if level is not Level.ADVANCED
        else Message("Rewrite by the addition theorems as a product.")
    )
    lines = [Message("On one side: {result}.", result=formula(equals(tree(product), number(0))))]
    if len(bases) > 1:
        lines.append(Message("A product is zero exactly when one of its factors is zero."))
        for base in bases:
            places = [shown for found, shown in zip(solved.found, solved.shown, strict=True)
                      if abs(base.subs(x, found).evalf(40)) < sympy.Float(10) ** -25]  # fmt: skip
            fact = formula(equals(tree(base), number(0)))
            if places:
                lines.append(Message("From {fact} follows {values}.", fact=fact,
                                     values=assignments(solved.unknown, places)))  # fmt: skip
            else:
                lines.append(Message("{fact} gives no solution.", fact=fact))
    return approach, lines


def _collected(solved: SolvedTrigonometric) -> list[Message]:
    if solved.counter is not None and solved.shown:
        return [Message("Sine and cosine repeat after a full turn; {letter} stands for any whole number.",
                        letter=letter(solved.counter))]  # fmt: skip
    return []


def _check(solved: SolvedTrigonometric, level: Level) -> list[Message]:
    if level is Level.ADVANCED or solved.counter is not None or not solved.shown:
        return [Message("With t = tan(u/2) the equation has the same number of solutions in one period.")]
    lines = []
    for shown in solved.shown[:_SHOWN]:
        sides = _sides(solved, shown)
        lines.append(Message("With {value}: {sides}, as required.",
                             value=formula(equals(name(solved.unknown), shown)), sides=sides))  # fmt: skip
    return lines


def _sides(solved: SolvedTrigonometric, shown: Node) -> Formula:
    found = []
    for side in solved.relation.operands:
        if solved.unknown not in names(side, frozenset({solved.unknown})):
            continue
        result = to_sympy(substitute(side, solved.unknown, shown))
        put = substitute(side, solved.unknown, shown)
        found.append(formula(equals(put, tree(sympy.simplify(result)))))

    return listed(found)


def _conclusion(solved: SolvedTrigonometric, result: Node | None) -> Message:
    if solved.ask is not Ask.ALL and result is not None:
        return questions.said(solved.ask, solved.shown, result)
    if not solved.shown:
        return (
            Message("No angle solves the equation.")
            if solved.span is None
            else Message("No angle in the interval solves the equation.")
        )
    shown = assignments(solved.unknown, solved.shown)
    if len(solved.shown) == 1:
        return Message("The solution is {solution}.", solution=shown)
    return Message("The solutions are {solutions}.", solutions=shown)
