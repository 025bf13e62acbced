"""Partial fractions worked out: factor below, write the parts with unknown numerators, compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families.terms import equals, name, over, plus, power, times
from maths.families.write import formula, listed, passages, tree
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_LETTERS = "ABCDEFGHJKLM"


@dataclass(frozen=True, slots=True)
class Split:
    body: Node
    symbol: Symbolic
    value: Symbolic


def teach(split: Split, level: Level) -> tuple[Passage, ...]:
    whole = formula(equals(split.body, tree(split.value)))
    return passages(
        understanding=[Message("Write {function} as a sum of simple fractions.", function=formula(split.body))],
        approach=[
            Message("Every factor below gets its own fraction; what stands above is found by comparing.")
            if level is Level.INTERMEDIATE
            else Message(
                "Adding fractions goes over a common denominator; here we go backwards. Each factor of the denominator "
                "gets a fraction of its own, and the numbers above are found by comparing."
            )
            if level is Level.BEGINNER
            else Message("The decomposition over the rational numbers exists and is unique.")
        ],
        steps=_steps(split, level),
        check=[Message("Added up over the common denominator, the parts give the given fraction.")],
        conclusion=[Message("The answer is {answer}.", answer=whole)],
    )


def _steps(split: Split, level: Level) -> list[Message]:
    x = split.symbol
    above, below = sympy.cancel(sympy.Add(*split.value.args)).as_numer_denom()
    quotient, rest = sympy.div(above, below, x)
    factored = sympy.factor(below)
    lines = (
        [Message("Factor below: {result}.", result=formula(equals(tree(sympy.expand(below)), tree(factored))))]
        if factored != sympy.expand(below)
        else []
    )
    if quotient != 0:
        divided = plus(tree(quotient), over(tree(rest), tree(factored)))
        lines.append(Message("Divide first: {result}.", result=formula(equals(split.body, divided))))
    parts, letters = _parts(factored, x)
    lines.append(Message("The form of the parts: {form}.", form=formula(plus(*parts))))
    if level is not Level.ADVANCED:
        lines.append(
            Message("Multiply by what is below and compare both sides for suitable values of {letter}.", letter=x.name)
        )
        lines += _fixed(split, factored, letters, level)
    return [*lines, Message("Put together: {result}.", result=formula(tree(split.value)))]


def _fixed(split: Split, factored: Symbolic, letters: list[str], level: Level) -> list[Message]:
    """Each letter by the zero of its own factor, where every factor is linear and stands there once."""
    x = split.symbol
    factors = [factor for factor in sympy.Mul.make_args(factored) if factor.has(x)]
    if any(factor.is_Pow or sympy.degree(factor, x) > 1 for factor in factors):
        return [Message("This fixes the letters {letters}.", letters=listed(formula(name(one)) for one in letters))]
    lines = []
    for factor, found in zip(factors, letters, strict=True):
        (zero,) = sympy.solve(factor, x)
        value = formula(equals(name(found), tree(sympy.cancel(split.value * factor).subs(x, zero))))
        at = formula(equals(name(x.name), tree(zero)))
        if level is Level.BEGINNER:
            lines.append(
                Message(
                    "For {point} the factor {factor} is zero, so every other letter drops out and {value} is left.",
                    point=at, factor=formula(tree(factor)), value=value,
                )
            )  # fmt: skip
        else:
            lines.append(Message("{point} gives {value}.", point=at, value=value))
    return lines


def _parts(factored: Symbolic, x: Symbolic) -> tuple[list[Node], list[str]]:
    unused = [letter for letter in _LETTERS if letter != x.name]
    parts: list[Node] = []
    used: list[str] = []
    for factor in sympy.Mul.make_args(factored):
        base, exponent = factor.as_base_exp()
        if not base.has(x):
            continue
        for times_below in range(1, int(exponent) + 1):
            above: Node = name(unused[len(used) % len(unused)])
            used.append(unused[len(used) % len(unused)])
            if sympy.degree(base, x) > 1:
                second = name(unused[len(used) % len(unused)])
                used.append(unused[len(used) % len(unused)])
                above = plus(times(above, name(x.name)), second)
            parts.append(over(above, power(tree(base), times_below)))
    return parts, used
