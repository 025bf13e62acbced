"""A calculation in the order of operations."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from fractions import Fraction
from math import isqrt
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.numbers.arithmetic_reasons import of_choice, reasons
from maths.families.routes.rational import rational
from maths.families.terms import equals, fraction, name, number, power, times
from maths.families.write import formula, listed, passages, tree
from maths.message import Message
from maths.tree import Call, Factorial, Mixed, Negative, Number, Percent, Power, Product, Quotient, Sum, walk
from maths.values import rewritten
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_LINES = {Level.BEGINNER: 16, Level.INTERMEDIATE: 8, Level.ADVANCED: 0}

_MOST_UNDER_A_ROOT = 10**6
_MOST_DIGITS = 30  # of a decimal: then it does not end


@dataclass(frozen=True, slots=True)
class Evaluated:
    """`body` with the values put in, and its exact value as a tree and as a SymPy number."""

    asked: Node
    values: tuple[tuple[str, Node], ...]
    body: Node
    answer: Node
    value: Symbolic


def teach(evaluated: Evaluated, level: Level) -> tuple[Passage, ...]:
    whole = formula(equals(evaluated.body, evaluated.answer))
    return passages(
        understanding=[_understanding(evaluated)],
        approach=[_approach(level)],
        steps=[*_put_in(evaluated), *calculated(evaluated.body, level), Message("So {result}.", result=whole)],
        check=[_check(evaluated)],
        conclusion=[Message("The value is {value}.", value=formula(evaluated.answer))],
    )


def _understanding(evaluated: Evaluated) -> Message:
    if evaluated.values:
        given = listed(formula(equals(name(letter), value)) for letter, value in evaluated.values)
        return Message(
            "We want the value of {expression} for {given}.", expression=formula(evaluated.asked), given=given
        )
    return Message("We want the exact value of {expression}.", expression=formula(evaluated.asked))


def _approach(level: Level) -> Message:
    if level is Level.ADVANCED:
        return Message("Direct exact evaluation.")
    if level is Level.BEGINNER:
        return Message(
            "There is a fixed order: first what stands in brackets, from the inside out; then powers and roots; then "
            "times and divided by; last plus and minus. What comes in the same round is done from left to right."
        )
    return Message(
        "Work in the order of operations: brackets, then powers and roots, "
        "then multiplication and division, then addition and subtraction."
    )


def _put_in(evaluated: Evaluated) -> list[Message]:
    if not evaluated.values:
        return []
    return [Message("Put the values in: {expression}.", expression=formula(evaluated.body))]


def _check(evaluated: Evaluated) -> Message:
    if evaluated.value.is_Rational and evaluated.value.q != 1:
        shown = f"{float(evaluated.value):.6g}"
        return Message("A rough calculation with decimals gives about {number}, which fits.", number=shown)
    if not evaluated.value.is_Rational and evaluated.value.is_real:
        return Message(
            "A rough calculation with decimals gives about {number}, which fits.",
            number=f"{float(evaluated.value):.6g}",
        )
    return Message("A second calculation by another program gives the same value.")


def calculated(body: Node, level: Level) -> list[Message]:
    """A calculation line by line, up to the last line, which says the whole of it."""
    lines: list[Message] = []
    node = rewritten(body, _sign_in_front)
    while len(lines) < _MOST_LINES[level]:
        found = _innermost(node)
        if found is None:
            break
        if found is node:
            return [*lines, *_last(node, level)]
        value = _value(found)
        if value is None:
            break
        node = rewritten(_swap(node, found, value), _sign_in_front)
        if level is Level.BEGINNER:
            lines += reasons(found)
        lines.append(_line(found, value, node))
    return lines if _value(body) is not None else [*lines, *_surds(node, level)]


def _last(node: Node, level: Level) -> list[Message]:
    """Why the calculation that is left gives the result, or how its roots simplify."""
    if _value(node) is None:
        return _surds(node, level)
    return reasons(node) if level is Level.BEGINNER else of_choice(node)


def _surds(body: Node, level: Level) -> list[Message]:
    """Roots and functions that simplify, each on its own line."""
    if level is Level.ADVANCED:
        return []
    lines: dict[object, Message] = {}
    if level is Level.BEGINNER:
        lines = {line.arguments: line for part in walk(body) for line in _square_inside(part)}
    for part in walk(body):
        if isinstance(part, (Call, Power)) and part is not body:
            simple = _simplified(part)
            if simple is not None and formula(simple) != formula(part):
                shown = formula(equals(part, simple))
                lines[shown,] = Message("Simplify: {equation}.", equation=shown)
    return list(lines.values())[:8]


def _square_inside(part: Node) -> list[Message]:
    """`50 = 25*2`: the largest square that a root lets out."""
    if not isinstance(part, Call) or part.function != "sqrt" or not isinstance(part.arguments[0], Number):
        return []
    value = part.arguments[0].value
    if value.denominator != 1 or not 1 < value <= _MOST_UNDER_A_ROOT:
        return []
    whole = int(value)
    side = max(n for n in range(1, isqrt(whole) + 1) if whole % (n * n) == 0)
    if side == 1 or side * side == whole:
        return []
    split = formula(equals(number(whole), times(power(number(side), 2), number(whole // side**2))))
    return [Message("The largest square in {number}: {split}. Its root comes out.", number=whole, split=split)]


def _simplified(part: Node) -> Node | None:
    try:
        return tree(to_sympy(part))
    except RefusedError:
        return None


def _is_plain(node: Node) -> bool:
    """Whether a node is a finished number: whole, decimal, or a fraction in lowest terms, with a sign."""
    if isinstance(node, Negative):
        return _is_plain(node.operand) and not isinstance(node.operand, Negative)
    if isinstance(node, Number):
        return True
    if isinstance(node, Quotient):
        return formula(node) == formula(number(_fraction(node))) if _plain_fraction(node) else False
    return False


def _plain_fraction(node: Quotient) -> bool:
    both = (node.numerator, node.denominator)
    return all(isinstance(n, Number) and n.value.denominator == 1 for n in both) and node.denominator.value > 1  # type: ignore[union-attr]


def _fraction(node: Quotient) -> Fraction:
    return Fraction(int(node.numerator.value), int(node.denominator.value))  # type: ignore[union-attr]


def _sign_in_front(node: Node) -> Node | None:
    """`(-7)/3` as -(7/3), one number with its sign."""
    match node:
        case Quotient(numerator=Negative(operand=Number() as above), denominator=Number() as below):
            return Negative(Quotient(above, below))
    return None


def _parts(node: Symbolic) -> list[Symbolic]:
    found = []
    for field in fields(node):
        value = getattr(node, field.name)
        found += [v for v in (value if isinstance(value, tuple) else (value,)) if is_dataclass(v)]
    return found


def _innermost(node: Node) -> Node | None:
    """The leftmost part whose own parts are all finished numbers, and that is not one itself."""
    if _is_plain(node):
        return None
    for part in _parts(node):
        found = _innermost(part)
        if found is not None:
            return found
    return node


def _value(node: Node) -> Node | None:
    """The part worked out, when it is rational."""
    try:
        found = rational(node, "")
        exact = fraction(found.numerator[0]) / fraction(found.denominator[0])
    except RefusedError:
        value = None
        try:
            value = to_sympy(node)
        except RefusedError:
            return None
        if not getattr(value, "is_Rational", False):
            return None
        exact = Fraction(int(value.p), int(value.q))
    return _written(exact, node)


def _written(exact: Fraction, node: Node) -> Node:
    places = [p.decimals for p in walk(node) if isinstance(p, Number) and p.decimals is not None]
    if places and exact.denominator != 1:
        digits = 0
        while (exact * 10**digits).denominator != 1 and digits < _MOST_DIGITS:
            digits += 1
        if (exact * 10**digits).denominator == 1:
            shown = Number(abs(exact), digits)
            return Negative(shown) if exact < 0 else shown
    return number(exact)


def _swap(node: Symbolic, old: Symbolic, new: Node) -> Symbolic:
    """The tree with one part (that very object) replaced."""
    if node is old:
        return new
    if isinstance(node, tuple):
        return tuple(_swap(item, old, new) for item in node)
    if not is_dataclass(node):
        return node
    changed = {field.name: _swap(getattr(node, field.name), old, new) for field in fields(node)}
    return replace(node, **changed)  # type: ignore[type-var]


def _line(part: Node, value: Node, rest: Node) -> Message:
    done, left = formula(equals(part, value)), formula(rest)
    match part:
        case Power():
            return Message("The power: {done}. That leaves {left}.", done=done, left=left)
        case Product():
            return Message("Multiply: {done}. That leaves {left}.", done=done, left=left)
        case Quotient():
            return Message("Divide: {done}. That leaves {left}.", done=done, left=left)
        case Sum():
            return Message("Add and subtract: {done}. That leaves {left}.", done=done, left=left)
        case Call(function="sqrt" | "root"):
            return Message("The root: {done}. That leaves {left}.", done=done, left=left)
        case Factorial() | Percent() | Mixed() | Negative() | _:
            return Message("Work out {done}. That leaves {left}.", done=done, left=left)
