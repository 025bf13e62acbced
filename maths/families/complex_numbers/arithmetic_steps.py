"""A product or a quotient of complex numbers, term by term or with the conjugate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.terms import equals, minus, number, over, plus, power, times
from maths.families.write import formula, passages, tree
from maths.message import Message
from maths.tree import Call, Name, Power, Product, Quotient, walk
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_PAIR = 2
_ONE_SQUARED = equals(power(Name("i"), 2), number(-1))


def explains(body: Node) -> bool:
    """Whether it is one product or quotient of two rational complex numbers, and holds i."""
    parts = _operands(body)
    if any(isinstance(part, (Call, Power)) for part in walk(body)):
        return False
    return Name("i") in walk(body) and len(parts) == _PAIR and all(_is_rational(to_sympy(part)) for part in parts)


def _operands(body: Node) -> tuple[Node, ...]:
    match body:
        case Quotient(numerator=above, denominator=below) if Name("i") in walk(below):
            return above, below
        case Product(factors=(first, second)) if Name("i") in walk(first) and Name("i") in walk(second):
            return first, second
    return ()


def _is_rational(value: Symbolic) -> bool:
    return all(part.is_Rational for part in value.as_real_imag())


def teach(body: Node, answer: Node, level: Level) -> tuple[Passage, ...]:
    whole = formula(equals(body, answer))
    divided = isinstance(body, Quotient)
    lines = _divided(body, level) if divided else _multiplied(body, level)
    return passages(
        understanding=[
            Message("Write {expression} as a real part and an imaginary part.", expression=formula(body))
            if level is Level.BEGINNER
            else Message("We want the exact value of {expression}.", expression=formula(body))
        ],
        approach=[_approach(level, divided=divided)],
        steps=[*lines, Message("So {result}.", result=whole)],
        check=[Message("A second calculation by another program gives the same value.")],
        conclusion=[Message("The value is {value}.", value=formula(answer))],
    )


def _approach(level: Level, *, divided: bool) -> Message:
    if level is Level.ADVANCED:
        if divided:
            return Message("Expand the fraction by the conjugate of the denominator.")
        return Message("Direct exact evaluation.")
    if divided:
        return Message(
            "Multiply above and below by the conjugate of the denominator, the same number with the opposite "
            "imaginary part: then what stands below is real."
        )
    return Message(
        "Multiply every term by every term, and replace the square of i: {rule}.", rule=formula(_ONE_SQUARED)
    )


def _divided(body: Node, level: Level) -> list[Message]:
    above, below = _operands(body)
    upper, lower = to_sympy(above), to_sympy(below)
    conjugate = sympy.conjugate(lower)
    bottom = equals(times(below, tree(conjugate)), tree(sympy.expand(lower * conjugate)))
    top = equals(times(above, tree(conjugate)), tree(sympy.expand(upper * conjugate)))
    if level is Level.ADVANCED:
        whole = over(times(above, tree(conjugate)), tree(sympy.expand(lower * conjugate)))
        return [Message("With the conjugate: {result}.", result=formula(equals(body, whole)))]
    lines = [Message("The conjugate of {number} is {conjugate}.",
                     number=formula(below), conjugate=formula(tree(conjugate)))]  # fmt: skip
    if level is Level.BEGINNER:
        a, b = lower.as_real_imag()
        squares = equals(times(below, tree(conjugate)), plus(power(tree(a), 2), power(tree(abs(b)), 2)))
        lines.append(
            Message("A number times its conjugate is a sum of two squares: {result}.", result=formula(squares))
        )
    lines += [Message("Below: {result}.", result=formula(bottom)), Message("Above: {result}.", result=formula(top))]
    return lines


def _multiplied(body: Node, level: Level) -> list[Message]:
    if level is Level.ADVANCED:
        return []
    (a, b), (c, d) = (to_sympy(part).as_real_imag() for part in _operands(body))
    first, second = tree(b * sympy.I), tree(d * sympy.I)
    if level is Level.INTERMEDIATE:
        real = equals(minus(times(tree(a), tree(c)), times(tree(b), tree(d))), tree(a * c - b * d))
        imaginary = equals(plus(times(tree(a), tree(d)), times(tree(b), tree(c))), tree(a * d + b * c))
        return [
            Message("Real part: {result}.", result=formula(real)),
            Message("Imaginary part: {result}.", result=formula(imaginary)),
        ]
    mixed = equals(plus(times(tree(a), second), times(first, tree(c))), tree((a * d + b * c) * sympy.I))
    return [
        Message("Real times real: {result}.", result=formula(equals(times(tree(a), tree(c)), tree(a * c)))),
        Message(
            "Imaginary times imaginary, and its sign turns because of {rule}: {result}.",
            rule=formula(_ONE_SQUARED),
            result=formula(equals(times(first, second), tree(-b * d))),
        ),
        Message("The two mixed products: {result}.", result=formula(mixed)),
    ]
