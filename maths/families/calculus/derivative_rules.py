"""The rules of differentiation, one after the other: what is named, what each part gives, what is put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import sympy

from maths.families.terms import equals, minus, name, number, over, plus, power, times
from maths.families.write import formula, tree
from maths.message import Formula, Message
from maths.tree import Derivative, Product
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_MOST_LINES = {Level.BEGINNER: 26, Level.INTERMEDIATE: 14, Level.ADVANCED: 3}
_LETTERS = "uvwzpqst"


def derivative_lines(function: Symbolic, symbol: Symbolic, level: Level) -> list[Message]:
    """From the function to its derivative, as the rules leave it; nothing is tidied up."""
    return _Working(symbol, level, _MOST_LINES[level]).lines(function)


def rule_of(function: Symbolic, symbol: Symbolic) -> str:
    """The outermost rule: constant, polynomial, sum, factor, quotient, product, known, general power or chain."""
    if not function.has(symbol):
        return "constant"
    if function.is_polynomial(symbol) and sympy.expand(function) == function:
        return "polynomial"
    if function.is_Add:
        return "sum"
    if function.as_independent(symbol, as_Add=False)[0] != 1:
        return "factor"
    return _rule_of_factors(function, symbol)


def _rule_of_factors(function: Symbolic, symbol: Symbolic) -> str:
    if function.is_Mul:
        below = [f for f in function.args if f.is_Pow and f.exp.is_negative and f.exp.is_number and f.has(symbol)]
        return "quotient" if below and len(below) < len(function.args) else "product"
    if function.is_Pow and function.base.has(symbol) and function.exp.has(symbol):
        return "general power"
    inner = _inside(function, symbol)
    if inner == symbol:
        return "power" if function.is_Pow and function.base == symbol else "known"
    return "chain"


def _inside(function: Symbolic, symbol: Symbolic) -> Symbolic:
    return next((part for part in function.args if part.has(symbol)), symbol)


@dataclass(slots=True)
class _Working:
    symbol: Symbolic
    level: Level
    left: int
    done: set[Symbolic] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)

    def lines(self, function: Symbolic) -> list[Message]:
        if function in self.done:
            return []
        self.done.add(function)
        self.taken |= {symbol.name for symbol in function.free_symbols}
        if self.left <= 0:
            return [Message("In the same way {result}.", result=self._result(function))]
        self.left -= 1
        return self._by_rule(function)

    def _by_rule(self, function: Symbolic) -> list[Message]:  # noqa: PLR0911 - one line a rule
        match rule_of(function, self.symbol):
            case "constant":
                return [Message("A constant does not change: {result}.", result=self._result(function))]
            case "polynomial":
                return self._polynomial(function)
            case "sum":
                return self._sum(function)
            case "factor":
                return self._factor(function)
            case "quotient":
                return self._quotient(function)
            case "product":
                return self._product(function)
            case "general power":
                return self._general_power(function)
            case "chain":
                return self._chain(function)
            case "power":
                return [Message("Power rule: {result}.", result=self._result(function))]
        return [Message("A standard derivative: {result}.", result=self._result(function))]

    def _parts(self, *parts: Symbolic) -> list[Message]:
        """What the parts of a rule give; advanced readers see that at once."""
        if self.level is Level.ADVANCED:
            return []
        return [line for part in parts for line in self.lines(part)]

    def _polynomial(self, function: Symbolic) -> list[Message]:
        result = self._result(function)
        if self.level is Level.ADVANCED:
            return [Message("By linearity and the power rule, {result}.", result=result)]
        terms = function.as_ordered_terms()
        if self.level is Level.INTERMEDIATE and len(terms) > 1:
            return [Message("Term by term with the power rule: {result}.", result=result)]
        lines = [self._term(term) for term in terms]
        return lines if len(terms) == 1 else [*lines, Message("Add the parts: {result}.", result=result)]

    def _term(self, term: Symbolic) -> Message:
        factor, rest = term.as_independent(self.symbol, as_Add=False)
        if rest == 1:
            return Message("A number alone does not change: {result}.", result=self._result(term))
        exponent = sympy.degree(rest, self.symbol)
        if factor == -1:
            return Message("The minus sign stays: {result}.", result=self._result(term))
        if exponent == 1 and factor == 1:
            return Message("The letter itself changes exactly as fast as itself: {result}.", result=self._result(term))
        if exponent == 1:
            return Message(
                "Only the factor {factor} is left: {result}.", factor=formula(tree(factor)), result=self._result(term)
            )
        if factor == 1:
            return Message("The exponent comes to the front and goes down by one: {result}.", result=self._result(term))
        lowered = _product(tree(factor), number(int(exponent)), power(name(self.symbol.name), int(exponent) - 1))
        whole = formula(equals(self._asked(term), lowered, tree(sympy.diff(term, self.symbol))))
        return Message(
            "The factor {factor} stays, the exponent comes to the front and goes down by one: {result}.",
            factor=formula(tree(factor)),
            result=whole,
        )

    def _sum(self, function: Symbolic) -> list[Message]:
        terms = function.as_ordered_terms()
        result = formula(equals(self._asked(function), plus(*(self._derived(t) for t in terms))))
        return [*self._parts(*terms), Message("A sum is differentiated term by term: {result}.", result=result)]

    def _factor(self, function: Symbolic) -> list[Message]:
        constant, rest = function.as_independent(self.symbol, as_Add=False)
        result = self._put(function, _product(tree(constant), self._derived(rest)))
        stays = Message("The constant factor {factor} stays: {result}.", factor=formula(tree(constant)), result=result)
        return [*self._parts(rest), stays]

    def _quotient(self, function: Symbolic) -> list[Message]:
        above, below = sympy.fraction(function, exact=True)
        du, dv = self._derived(above), self._derived(below)
        worked = over(minus(_product(du, tree(below)), _product(tree(above), dv)), power(tree(below), 2))
        result = self._put(function, worked)
        if self.level is Level.ADVANCED:
            return [Message("Quotient rule: {result}.", result=result)]
        letters = self._letters(2)
        u, v = _named(letters, above, below)
        rule = _quotient_rule(letters, self.symbol.name)
        if self.level is Level.INTERMEDIATE:
            line = Message("Quotient rule {rule} with {u} and {v}: {result}.", rule=rule, u=u, v=v, result=result)
            return [*self._parts(above, below), line]
        return [
            Message("What stands above the line is called {u}, what stands below it {v}.", u=u, v=v),
            *self._parts(above, below),
            Message(
                "The quotient rule says {rule}: derivative of the upper part times the lower part, minus the upper "
                "part times the derivative of the lower part, all over the square of the lower part.",
                rule=rule,
            ),
            Message("Put everything in: {result}.", result=result),
        ]

    def _product(self, function: Symbolic) -> list[Message]:
        first, *others = function.args
        rest = sympy.Mul(*others)
        worked = plus(_product(self._derived(first), tree(rest)), _product(tree(first), self._derived(rest)))
        result = self._put(function, worked)
        if self.level is Level.ADVANCED:
            return [Message("Product rule: {result}.", result=result)]
        letters = self._letters(2)
        u, v = _named(letters, first, rest)
        rule = _product_rule(letters, self.symbol.name)
        if self.level is Level.INTERMEDIATE:
            line = Message("Product rule {rule} with {u} and {v}: {result}.", rule=rule, u=u, v=v, result=result)
            return [*self._parts(first, rest), line]
        return [
            Message("This is a product of two factors, {u} and {v}.", u=u, v=v),
            *self._parts(first, rest),
            Message(
                "The product rule says {rule}: derivative of the first times the second, plus the first times the "
                "derivative of the second.",
                rule=rule,
            ),
            Message("Put everything in: {result}.", result=result),
        ]

    def _chain(self, function: Symbolic) -> list[Message]:
        inner = _inside(function, self.symbol)
        inside = sympy.Symbol(*self._letters(1), positive=True)
        outer = function.func(*(inside if part == inner else part for part in function.args))
        outer_derived = sympy.diff(outer, inside)
        back = tree(outer_derived.subs(inside, inner)) if outer_derived.has(inside) else tree(outer_derived)
        result = self._put(function, _product(back, self._derived(inner)))
        if self.level is Level.ADVANCED:
            return [Message("Chain rule: {result}.", result=result)]
        named = formula(equals(name(inside.name), tree(inner)))
        outside = formula(equals(Derivative(tree(outer), name(inside.name), 1), tree(outer_derived)))
        if self.level is Level.INTERMEDIATE:
            return [
                *self._parts(inner),
                Message(
                    "Chain rule with {named}: outside {outside}, times the derivative of the inside: {result}.",
                    named=named, outside=outside, result=result,
                ),
            ]  # fmt: skip
        return [
            Message(
                "One function stands inside another: call the inside {named}, then the outside is {outer}.",
                named=named, outer=formula(tree(outer)),
            ),
            Message("Derivative of the outside: {result}.", result=outside),
            Message("Now the derivative of the inside."),
            *self._parts(inner),
            Message(
                "The chain rule multiplies the two, with the inside written out again: {result}.", result=result
            ),
        ]  # fmt: skip

    def _general_power(self, function: Symbolic) -> list[Message]:
        exponent = sympy.Mul(function.exp, sympy.log(function.base), evaluate=False)
        rewritten = formula(equals(tree(function), power(name("e"), tree(exponent))))
        whole = self._put(function, _product(tree(function), self._derived(exponent)))
        return [
            Message("Write the power with the exponential function and the logarithm: {result}.", result=rewritten),
            *self._parts(exponent.doit()),
            Message("Chain rule: {result}.", result=whole),
        ]

    def _letters(self, count: int) -> list[str]:
        """Letters for parts, new ones as long as there are any."""
        found = [letter for letter in _LETTERS if letter not in self.taken][:count]
        if len(found) < count:
            found = [letter for letter in _LETTERS if letter != self.symbol.name][:count]
        self.taken |= set(found)
        return found

    def _asked(self, function: Symbolic) -> Node:
        return Derivative(tree(function), name(self.symbol.name), 1)

    def _derived(self, function: Symbolic) -> Node:
        return tree(_neat(sympy.diff(function, self.symbol)))

    def _result(self, function: Symbolic) -> Formula:
        return formula(equals(self._asked(function), self._derived(function)))

    def _put(self, function: Symbolic, worked: Node) -> Formula:
        return formula(equals(self._asked(function), worked))


def _named(letters: list[str], first: Symbolic, second: Symbolic) -> tuple[Formula, Formula]:
    u, v = letters
    return formula(equals(name(u), tree(first))), formula(equals(name(v), tree(second)))


def _product_rule(letters: list[str], variable: str) -> Formula:
    u, v = letters
    first, second = _slope(u, variable), _slope(v, variable)
    typed = formula(plus(times(first, name(v)), times(name(u), second))).typed
    return Formula(typed, f"{u}'{v} + {u}{v}'")


def _quotient_rule(letters: list[str], variable: str) -> Formula:
    u, v = letters
    above = minus(times(_slope(u, variable), name(v)), times(name(u), _slope(v, variable)))
    typed = formula(over(above, power(name(v), 2))).typed
    return Formula(typed, rf"\frac{{{u}'{v} - {u}{v}'}}{{{v}^2}}")


def _slope(letter: str, variable: str) -> Node:
    return Derivative(name(letter), name(variable), 1)


def _product(*factors: Node) -> Node:
    """A product in which no factor is a product again, and no factor is 1 beside others."""
    flat: list[Node] = []
    for factor in factors:
        flat += factor.factors if isinstance(factor, Product) else (factor,)
    return times(*([factor for factor in flat if factor != number(1)] or flat[:1]))


def _neat(value: Symbolic) -> Symbolic:
    return sympy.expand(value) if value.is_polynomial() else value


def presentable(value: Symbolic) -> Symbolic:
    """The shortest of the usual forms; one fraction where all is rational."""
    if value.is_polynomial():
        return sympy.expand(value)
    if value.is_rational_function():
        above, below = sympy.cancel(sympy.together(value)).as_numer_denom()
        return sympy.expand(above) / sympy.factor(below)
    forms = [value, sympy.factor_terms(value), sympy.factor_terms(sympy.together(value))]
    return min(forms, key=lambda form: (sympy.count_ops(form) * (3 if form is value else 4), len(str(form))))
