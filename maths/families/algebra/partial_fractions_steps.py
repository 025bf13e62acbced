"""Partial fractions worked out: factor below, write the parts with unknown numerators, compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
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
        lines += _found(_Comparison(x, rest, factored, plus(*parts), letters), level)
    return [*lines, Message("Put together: {result}.", result=formula(tree(split.value)))]


@dataclass(frozen=True, slots=True)
class _Comparison:
    """`above/below = form`, the letters of the form unknown."""

    x: Symbolic
    above: Symbolic
    below: Symbolic
    form: Node
    letters: list[str]

    @property
    def cleared(self) -> Symbolic:
        """The form times what is below, a part a letter."""
        known = {letter: sympy.Symbol(letter) for letter in self.letters}
        form = to_sympy(self.form, symbols={**known, self.x.name: self.x})
        return sympy.Add(*(sympy.cancel(part * self.below) for part in sympy.Add.make_args(sympy.expand(form))))


def _found(compared: _Comparison, level: Level) -> list[Message]:
    x, unknowns = compared.x, [sympy.Symbol(letter) for letter in compared.letters]
    right = sympy.collect(sympy.expand(compared.cleared), unknowns, sympy.factor)
    shown = formula(equals(tree(compared.above), tree(right)))
    lines = [Message("Multiply both sides by what is below: {equation}.", equation=shown)]
    factors = [factor for factor in sympy.Mul.make_args(compared.below) if factor.has(x)]
    if any(factor.is_Pow or sympy.degree(factor, x) > 1 for factor in factors):
        return [*lines, *_by_coefficients(compared, unknowns, level)]
    return [*lines, *(_at_zero(compared, factor, unknown, level)
                      for factor, unknown in zip(factors, unknowns, strict=True))]  # fmt: skip


def _by_coefficients(compared: _Comparison, unknowns: list[Symbolic], level: Level) -> list[Message]:
    """Equal polynomials have equal coefficients: a linear equation a power."""
    x = compared.x
    left, right = sympy.Poly(compared.above, x), sympy.Poly(sympy.expand(compared.cleared), x)
    pairs = [
        (power, right.coeff_monomial(x**power), left.coeff_monomial(x**power))
        for power in range(max(left.degree(), right.degree()), -1, -1)
    ]
    found = sympy.solve([mine - given for _, mine, given in pairs], unknowns, dict=True)[0]
    values = listed(formula(equals(tree(unknown), tree(found[unknown]))) for unknown in unknowns)
    if level is Level.BEGINNER:
        lines = [Message("Two polynomials are equal for every {letter} only when they have the same coefficients.",
                         letter=x.name)]  # fmt: skip
        lines += [
            Message("The coefficients of {power}: {equation}.", power=formula(tree(x**power)),
                    equation=formula(equals(tree(mine), tree(given))))
            if power
            else Message("The numbers without {letter}: {equation}.", letter=x.name,
                         equation=formula(equals(tree(mine), tree(given))))
            for power, mine, given in pairs
        ]  # fmt: skip
    else:
        equations = listed(formula(equals(tree(mine), tree(given))) for _, mine, given in pairs)
        lines = [Message("Compare the coefficients: {equations}.", equations=equations)]
    return [*lines, Message("Solving this gives {values}.", values=values)]


def _at_zero(compared: _Comparison, factor: Symbolic, unknown: Symbolic, level: Level) -> Message:
    """At the zero of one factor only one letter is left."""
    x = compared.x
    (zero,) = sympy.solve(factor, x)
    left, right = compared.above.subs(x, zero), sympy.expand(compared.cleared).subs(x, zero)
    value = formula(equals(tree(unknown), tree(sympy.solve(right - left, unknown)[0])))
    at = formula(equals(name(x.name), tree(zero)))
    put = formula(equals(tree(left), tree(right)))
    if level is Level.BEGINNER:
        return Message("For {point} the factor {factor} is zero, so every other letter drops out: {equation}, so "
                       "{value}.", point=at, factor=formula(tree(factor)), equation=put, value=value)  # fmt: skip
    return Message("{point} gives {equation}, so {value}.", point=at, equation=put, value=value)


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
