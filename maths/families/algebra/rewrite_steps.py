"""Expanding, factoring and simplifying line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import fmpq, fmpq_poly

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families import polynomial_steps
from maths.families.terms import equals, number, power, replace, times
from maths.families.write import formula, listed, passages, tree
from maths.message import Message
from maths.tree import Name, Negative, Number, Power, Product, Quotient, Relation, Sum, names, walk
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_LINES = 12
_QUADRATIC = 2
_PAIR = 2  # brackets multiplied term by term
_MOST_PARTS = 12  # partial products written out


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What was given and what it became, as trees and as SymPy expressions."""

    body: Node
    answer: Node
    value: Symbolic
    result: Symbolic
    condition: Formula | None = None

    @property
    def equation(self) -> Symbolic:
        return formula(equals(self.body, self.answer))


# Expanding


def teach_expanding(rewritten: Rewritten, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[
            Message("Write {expression} without brackets: as a sum.", expression=formula(rewritten.body))
            if level is Level.BEGINNER
            else Message("Expand {expression}.", expression=formula(rewritten.body))
        ],
        approach=[
            Message("By the distributive law.")
            if level is Level.ADVANCED
            else Message("Multiply every term of one bracket with every term of the other, then collect like terms.")
        ],
        steps=_collected(_expansion(rewritten, level), rewritten),
        check=_numbers(rewritten),
        conclusion=[
            _conclusion(Message("The expanded form is {result}.", result=formula(rewritten.answer)), rewritten)
        ],
    )


def _collected(lines: list[Message], rewritten: Rewritten) -> list[Message]:
    """With the like terms collected, unless the last line says so already."""
    if _says(lines, rewritten):
        return lines
    return [*lines, Message("Collect like terms: {result}.", result=rewritten.equation)]


def _conclusion(plain: Message, rewritten: Rewritten) -> Message:
    if rewritten.condition is None:
        return plain
    return Message(
        "The result is {result}, for {condition}.", result=formula(rewritten.answer), condition=rewritten.condition
    )


def _expansion(rewritten: Rewritten, level: Level) -> list[Message]:
    if level is Level.ADVANCED:
        return []
    lines: list[Message] = []
    node = rewritten.body
    for part in _products(node):
        line = _multiplied_out(part, level)
        if line is not None:
            lines.append(line)
        if len(lines) == _MOST_LINES:
            break
    return lines


def _products(node: Node) -> list[Node]:
    """The products and powers with brackets in a sum, in order."""
    terms = node.terms if isinstance(node, Sum) else (node,)
    found = [term.operand if isinstance(term, Negative) else term for term in terms]
    return [term for term in found if isinstance(term, (Product, Power))]


def _multiplied_out(part: Node, level: Level) -> Message | None:
    try:
        before = _symbolic(part)
    except RefusedError:
        return None
    after = sympy.expand(before)
    if after == before or not after.is_Add:
        return None
    shown = formula(equals(part, tree(after)))
    if level is Level.BEGINNER and isinstance(part, Product):
        pieces = _pieces(part)
        if pieces is not None:
            return Message(
                "Every term with every term: {pieces}, which is {result}.",
                pieces=formula(equals(part, pieces)),
                result=formula(tree(after)),
            )
    if isinstance(part, Power):
        return Message("Multiply the power out: {result}.", result=shown)
    return Message("Multiply out: {result}.", result=shown)


def _symbolic(node: Node) -> Symbolic:
    letters = names(node, frozenset(n.full for n in walk(node) if isinstance(n, Name) and n.full in "ei"))
    return to_sympy(node, symbols={letter: sympy.Symbol(letter, real=True) for letter in letters})


def _pieces(part: Product) -> Node | None:
    """`(a + b)(c + d)` as `a*c + a*d + b*c + b*d`, unevaluated."""
    if len(part.factors) != _PAIR:
        return None
    left, right = (factor.terms if isinstance(factor, Sum) else (factor,) for factor in part.factors)
    if len(left) * len(right) > _MOST_PARTS:
        return None
    return Sum(tuple(_signed(a, b) for a in left for b in right))


def _signed(left: Node, right: Node) -> Node:
    negative = isinstance(left, Negative) != isinstance(right, Negative)
    bare = [side.operand if isinstance(side, Negative) else side for side in (left, right)]
    factors = [f for side in bare for f in (side.factors if isinstance(side, Product) else (side,))]
    factors.sort(key=lambda factor: not isinstance(factor, Number))
    product = power(bare[0], 2) if bare[0] == bare[1] and isinstance(bare[0], Name) else times(*factors)
    return Negative(product) if negative else product


# Factoring


def teach_factoring(rewritten: Rewritten, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[
            Message("Write {expression} as a product.", expression=formula(rewritten.body))
            if level is Level.BEGINNER
            else Message("Factor {expression} over the rational numbers.", expression=formula(rewritten.body))
        ],
        approach=[_factoring_approach(level)],
        steps=_with_result(_factoring(rewritten, level), rewritten),
        check=[
            Message(
                "Multiply the factors out again: {result}.",
                result=formula(equals(rewritten.answer, tree(sympy.expand(rewritten.value)))),
            )
        ],
        conclusion=[Message("The factored form is {result}.", result=formula(rewritten.answer))],
    )


def _with_result(lines: list[Message], rewritten: Rewritten) -> list[Message]:
    return lines if _says(lines, rewritten) else [*lines, Message("So {result}.", result=rewritten.equation)]


def _says(lines: list[Message], rewritten: Rewritten) -> bool:
    return bool(lines) and rewritten.equation in dict(lines[-1].arguments).values()


def _factoring_approach(level: Level) -> Message:
    if level is Level.ADVANCED:
        return Message("Content, then irreducible factors over the rational numbers; they are unique up to units.")
    return Message("First take out what all terms have in common, then look for factors of what is left.")


def _factoring(rewritten: Rewritten, level: Level) -> list[Message]:
    expanded = sympy.expand(rewritten.value)
    lines: list[Message] = []
    if formula(tree(expanded)) != formula(rewritten.body) and level is not Level.ADVANCED:
        lines.append(
            Message("Collect like terms first: {result}.", result=formula(equals(rewritten.body, tree(expanded))))
        )
    common = sympy.gcd_terms(expanded)
    outer, inner = (
        common.as_independent(*[a for a in common.args if a.is_Add], as_Add=False)
        if common.is_Mul
        else (sympy.Integer(1), common)
    )
    if common.is_Mul and outer != 1 and inner.is_Add:
        lines.append(
            Message(
                "Take out the common factor {factor}: {result}.",
                factor=formula(tree(outer)),
                result=formula(equals(tree(expanded), tree(common))),
            )
        )
        return lines + _inner_factors(inner, level)
    return lines + _inner_factors(expanded, level, whole=True)


def _inner_factors(inner: Symbolic, level: Level, *, whole: bool = False) -> list[Message]:
    """For a quadratic the two numbers, for a power of a sum its root, else the factors found."""
    symbols = sorted(inner.free_symbols, key=str)
    factored = sympy.factor(inner)
    if factored == inner:
        return []
    shown = formula(equals(tree(inner), tree(factored)))
    if len(symbols) == 1 and sympy.degree(inner, symbols[0]) == _QUADRATIC and level is not Level.ADVANCED:
        line = _two_numbers(inner, symbols[0])
        if line is not None:
            return [line, Message("That gives {result}.", result=shown)]
    if len(symbols) == 1 and level is Level.BEGINNER:
        roots = [r for r in sympy.roots(sympy.Poly(inner, symbols[0])) if r.is_Rational]
        if roots:
            zeros = listed(formula(equals(tree(symbols[0]), tree(r))) for r in sorted(roots))
            return [Message("It is zero at {zeros}; each zero gives a factor: {result}.", zeros=zeros, result=shown)]
    if whole:
        return [Message("By the factor theorem and trial of possible factors: {result}.", result=shown)]
    return [Message("What is left factors as {result}.", result=shown)]


def _two_numbers(inner: Symbolic, symbol: Symbolic) -> Message | None:
    coefficients = [sympy.Rational(c) for c in reversed(sympy.Poly(inner, symbol).all_coeffs())]
    value = fmpq_poly([fmpq(int(c.p), int(c.q)) for c in coefficients])
    whole, _ = polynomial_steps.primitive(value)
    c, b, a = (int(n.p) for n in whole.coeffs())
    size = sympy.integer_nthroot(max(b * b - 4 * a * c, 0), 2)[0]
    if b == 0:
        return Message("This is a difference of two squares.") if a * c < 0 else None
    first, second = (b + size) // 2, (b - size) // 2
    if c == 0 or first * second != a * c or first + second != b:
        return None
    return Message(
        "Look for two numbers whose product is {product} and whose sum is {sum}: they are {first} and {second}.",
        product=formula(number(a * c)), sum=formula(number(b)),
        first=formula(number(int(first))), second=formula(number(int(second))),
    )  # fmt: skip


# Simplifying


def teach_simplifying(rewritten: Rewritten, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[Message("Write {expression} as simply as possible.", expression=formula(rewritten.body))],
        approach=[_simplifying_approach(rewritten, level)],
        steps=_simplification(rewritten, level),
        check=_numbers(rewritten),
        conclusion=[
            _conclusion(Message("The simplest form is {result}.", result=formula(rewritten.answer)), rewritten)
        ],
    )


def _simplifying_approach(rewritten: Rewritten, level: Level) -> Message:
    if level is Level.ADVANCED:
        return Message("Bring it to normal form.")
    if level is Level.BEGINNER:
        return _simplifying_for_beginners(rewritten)
    if rewritten.value.is_polynomial():
        return Message("Multiply out and collect like terms.")
    if rewritten.value.is_rational_function():
        return Message("Factor above and below and cancel what is common.")
    return Message("Use the rules for powers, roots and functions until nothing more can be joined.")


def _simplifying_for_beginners(rewritten: Rewritten) -> Message:
    if rewritten.value.is_polynomial():
        return Message(
            "First get rid of the brackets. Then terms with the same letters and the same powers belong together: "
            "only the numbers in front of them are added."
        )
    if rewritten.value.is_rational_function():
        return Message(
            "Write what stands above and what stands below as products. A factor that stands in both may be "
            "cancelled, where it is not zero."
        )
    return Message("Go from the inside out; replace each part by a shorter one of the same value.")


def _simplification(rewritten: Rewritten, level: Level) -> list[Message]:
    lines: list[Message] = []
    value = rewritten.value
    if value.is_polynomial():
        lines += _expansion(rewritten, level)
    elif value.is_rational_function():
        above, below = sympy.together(value).as_numer_denom()
        if below.free_symbols and level is not Level.ADVANCED:
            product = Quotient(tree(sympy.factor(above)), tree(sympy.factor(below)))
            if formula(product) != formula(rewritten.body):
                lines.append(
                    Message("One fraction, factored: {result}.", result=formula(equals(rewritten.body, product)))
                )
        lines += _excluded(value, rewritten.result)
    return [*lines, Message("Joined and tidied up: {result}.", result=rewritten.equation)]


def _excluded(value: Symbolic, result: Symbolic) -> list[Message]:
    """Where the given expression has no value although the simple one does."""
    _, before = sympy.together(value).as_numer_denom()
    _, after = result.as_numer_denom()
    symbols = sorted(before.free_symbols, key=str)
    if len(symbols) != 1:
        return []
    lost = [r for r in sympy.roots(sympy.Poly(before, symbols[0])) if r.is_Rational and after.subs(symbols[0], r) != 0]
    if not lost:
        return []
    conditions = listed(formula(Relation((tree(symbols[0]), tree(r)), ("!=",))) for r in sorted(lost))
    return [Message("Cancelling is allowed where the cancelled factor is not zero: {condition}.", condition=conditions)]


def _numbers(rewritten: Rewritten) -> list[Message]:
    """Both sides at one point."""
    letters = sorted(s.name for s in rewritten.value.free_symbols)
    values: dict[str, Node] = {letter: number(n + 2) for n, letter in enumerate(letters)}
    point = {s: letters.index(s.name) + 2 for s in rewritten.value.free_symbols}
    both = rewritten.value.subs(point)
    if not letters or not both.is_Rational or not both.is_finite:
        return [Message("Both forms give the same values at several points.")]
    at = listed(formula(equals(Name(letter), value)) for letter, value in values.items())
    left, right = (formula(equals(replace(side, values), tree(both))) for side in (rewritten.body, rewritten.answer))
    return [Message("A trial with {point}: {left} and {right}, the same.", point=at, left=left, right=right)]
