"""SymPy values to expression trees in textbook order, for showing."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any

import sympy
from sympy import S

from maths.bounds import MAX_SHOWN_BITS, TooLargeError, UnsupportedError
from maths.message import Message
from maths.tree import (
    Apply,
    Call,
    Collection,
    Derivative,
    Factorial,
    Integral,
    Interval,
    Junction,
    Kind,
    Limit,
    Matrix,
    Name,
    Negative,
    Number,
    NumberSet,
    Power,
    Product,
    Quotient,
    Relation,
    Series,
    SetOperation,
    Sum,
    Truth,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.tree import Node


def from_sympy(value: Any) -> Node:  # noqa: ANN401
    """The tree of a SymPy value, a Python number, or a list, tuple, set or dict of them.

    Raises UnsupportedError, TooLargeError.
    """
    if isinstance(value, sympy.Basic) and any(_is_long(n) for n in value.atoms(sympy.Rational)):
        raise _too_long()
    return _tree(value)


def _tree(value: Any) -> Node:  # noqa: ANN401, C901, PLR0911 - one line a kind of value
    match value:
        case bool():
            return Truth(value)
        case int() | Fraction():
            return _rational(Fraction(value))
        case dict():
            return _sequence(Relation((_tree(k), _tree(v)), ("=",)) for k, v in value.items())
        case list():
            return _sequence(_tree(v) for v in value)
        case tuple() | sympy.Tuple():
            return Collection(Kind.TUPLE, tuple(_tree(v) for v in value))
        case set() | frozenset():
            return Collection(Kind.SET, tuple(_tree(v) for v in sorted(value, key=sympy.default_sort_key)))
        case sympy.MatrixBase():
            return Matrix(tuple(tuple(_tree(cell) for cell in value.row(row)) for row in range(value.rows)))
        case sympy.Expr():
            return _expression(value)
        case sympy.Set():
            return _set(value)
        case sympy.logic.boolalg.Boolean():
            return _boolean(value)
        case _:
            raise _unsupported()


def _unsupported() -> UnsupportedError:
    return UnsupportedError(Message("This kind of value cannot be written here."))


def _too_long() -> TooLargeError:
    return TooLargeError(Message("This number is too large to write out."))


def _is_long(number: sympy.Rational) -> bool:
    return max(int(number.p).bit_length(), int(number.q).bit_length()) > MAX_SHOWN_BITS


def _sequence(items: Iterable[Node]) -> Node:
    found = tuple(items)
    return found[0] if len(found) == 1 else Collection(Kind.SEQUENCE, found)


def _rational(value: Fraction) -> Node:
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > MAX_SHOWN_BITS:
        raise _too_long()
    if value < 0:
        return Negative(_rational(-value))
    if value.denominator == 1:
        return Number(value)
    return Quotient(Number(Fraction(value.numerator)), Number(Fraction(value.denominator)))


def _set(value: sympy.Set) -> Node:  # noqa: PLR0911 - one line a kind of set
    for number_set, name in _NUMBER_SETS:
        if value == number_set:
            return NumberSet(name)
    if value is S.EmptySet:
        return Collection(Kind.SET, ())
    match value:
        case sympy.FiniteSet():
            return Collection(Kind.SET, tuple(_tree(v) for v in sorted(value.args, key=_by_size)))
        case sympy.Interval():
            left_open, right_open = bool(value.left_open), bool(value.right_open)
            return Interval(_tree(value.start), _tree(value.end), left_open, right_open)
        case sympy.Union():
            return SetOperation("union", tuple(_tree(s) for s in sorted(value.args, key=_by_start)))
        case sympy.Intersection():
            return SetOperation("intersection", tuple(_tree(s) for s in value.args))
        case sympy.Complement():
            return SetOperation("difference", tuple(_tree(s) for s in value.args))
        case _:
            raise _unsupported()


def _by_size(value: Any) -> Any:  # noqa: ANN401
    """Real numbers by size, before everything else."""
    if getattr(value, "is_extended_real", False) and value.is_number:
        return (0, float(value), sympy.default_sort_key(value))
    return (1, 0.0, sympy.default_sort_key(value))


def _by_start(value: sympy.Set) -> Any:  # noqa: ANN401
    return _by_size(value.inf) if value.is_subset(S.Reals) else (1, 0.0, sympy.default_sort_key(value))


def _boolean(value: Any) -> Node:  # noqa: ANN401
    if value in (sympy.true, sympy.false):
        return Truth(bool(value))
    match value:
        case sympy.core.relational.Relational():
            operator = _OPERATORS.get(type(value).__name__)
            if operator is None:
                raise _unsupported()
            return Relation((_tree(value.lhs), _tree(value.rhs)), (operator,))
        case sympy.And() | sympy.Or():
            kind = "and" if isinstance(value, sympy.And) else "or"
            return Junction(kind, tuple(_tree(a) for a in sorted(value.args, key=sympy.default_sort_key)))
        case sympy.Contains():
            return Relation((_tree(value.args[0]), _tree(value.args[1])), ("in",))
        case _:
            raise _unsupported()


def _expression(value: sympy.Expr) -> Node:  # noqa: C901, PLR0911, PLR0912 - one line a kind of expression
    match value:
        case sympy.Rational():
            return _rational(Fraction(int(value.p), int(value.q)))
        case sympy.Float():
            return _rational(Fraction(str(value)))
        case sympy.Symbol():
            name, _, subscript = value.name.partition("_")
            return Name(name, subscript)
        case sympy.Add():
            return _sum(value)
        case sympy.Mul():
            return _product(value)
        case sympy.exp():
            return Power(Name("e"), _tree(value.exp))
        case sympy.Pow():
            return _power(value.base, value.exp)
        case sympy.factorial():
            return Factorial(_tree(value.args[0]))
        case sympy.Integral() if len(value.limits) == 1 and len(value.limits[0]) in (1, 3):
            limits = value.limits[0]
            lower, upper = (_tree(end) for end in limits[1:]) if len(limits) > 1 else (None, None)
            return Integral(_tree(value.function), _name(limits[0]), lower, upper)
        case sympy.Derivative() if len(value.variable_count) == 1:
            variable, order = value.variable_count[0]
            return Derivative(_tree(value.expr), _name(variable), int(order))
        case sympy.Limit():
            body, variable, target, side = value.args
            return Limit(_tree(body), _name(variable), _tree(target), "" if str(side) == "+-" else str(side))
        case sympy.Sum() | sympy.Product() if len(value.limits) == 1:
            variable, lower, upper = value.limits[0]
            kind = "sum" if isinstance(value, sympy.Sum) else "product"
            return Series(kind, _tree(value.function), _name(variable), _tree(lower), _tree(upper))
        case sympy.Function():
            return _function(value)
        case _:
            if value in _CONSTANTS:
                return _CONSTANTS[value]
            raise _unsupported()


def _name(symbol: sympy.Symbol) -> Name:
    node = _expression(symbol)
    if not isinstance(node, Name):
        raise _unsupported()
    return node


def _function(value: sympy.Function) -> Node:
    arguments = tuple(_tree(a) for a in value.args)
    name = _FUNCTIONS.get(type(value).__name__)
    if name is not None:
        return Call(name, arguments)
    if isinstance(value, sympy.core.function.AppliedUndef):
        return Apply(value.func.__name__, arguments)
    raise _unsupported()


# Sums


def _sum(value: sympy.Add) -> Node:
    if not value.free_symbols:
        coefficients = [term.as_coeff_Mul()[0] for term in value.args]
        denominator = lcm(*[int(coefficient.q) for coefficient in coefficients if coefficient.is_Rational])
        if denominator != 1:
            whole = sympy.Add(*[term * denominator for term in value.args])
            return Quotient(_plain_sum(_number_terms(whole)), Number(Fraction(denominator)))
        return _plain_sum(_number_terms(value))
    terms = list(value.as_ordered_terms())
    if len(terms) == 2 and terms[0].could_extract_minus_sign() and not terms[1].could_extract_minus_sign():  # noqa: PLR2004
        terms.reverse()
    return _plain_sum(terms)


def _number_terms(value: sympy.Expr) -> list[sympy.Expr]:
    """A rational first, then real surds, then what is imaginary."""
    terms = list(sympy.Add.make_args(value))
    return sorted(terms, key=lambda t: (t.has(sympy.I), not t.is_Rational, len(t.args), sympy.default_sort_key(t)))


def _plain_sum(terms: list[sympy.Expr]) -> Node:
    if len(terms) == 1:
        return _tree(terms[0])
    return Sum(tuple(_tree(t) for t in terms))


# Products and powers


def _product(value: sympy.Mul) -> Node:
    coefficient, rest = value.as_coeff_Mul()
    if not coefficient.is_Rational:
        raise _unsupported()
    above: list[sympy.Expr] = []
    below: list[sympy.Expr] = []
    for factor in sympy.Mul.make_args(rest):
        base, exponent = factor.as_base_exp()
        negative = exponent.is_Rational and exponent.is_negative and base != S.Exp1
        (below if negative else above).append(base**-exponent if negative else factor)
    top = _factors([sympy.Integer(abs(coefficient.p)), *sorted(above, key=_factor_order)])
    bottom = _factors([sympy.Integer(coefficient.q), *sorted(below, key=_factor_order)])
    shown = top if bottom == Number(Fraction(1)) else Quotient(top, bottom)
    return Negative(shown) if coefficient < 0 else shown


def _factors(values: list[sympy.Expr]) -> Node:
    found: list[Node] = []
    for value in values:
        node = _tree(value)
        found.extend(node.factors if isinstance(node, Product) else (node,))
    if len(found) > 1 and found[0] == Number(Fraction(1)):
        del found[0]
    return found[0] if len(found) == 1 else Product(tuple(found))


def _factor_order(value: sympy.Expr) -> Any:  # noqa: ANN401
    """Numbers, i, surds, pi and e, letters, functions, brackets."""
    base = value.as_base_exp()[0]
    if base.is_Rational:
        rank = 2 if value.is_Pow else 0
    elif value == sympy.I:
        rank = 1
    elif value.is_number:
        rank = 3
    elif base.is_Symbol:
        rank = 4
    elif base.is_Add:
        rank = 6
    else:
        rank = 5
    return (rank, base.sort_key(), sympy.default_sort_key(value))


def _power(base: sympy.Expr, exponent: sympy.Expr) -> Node:
    if exponent.is_Integer and exponent.is_negative:
        return Quotient(Number(Fraction(1)), _tree(base**-exponent))
    if exponent == S.Half:
        return Call("sqrt", (_tree(base),))
    if exponent == -S.Half:
        return Quotient(Number(Fraction(1)), Call("sqrt", (_tree(base),)))
    return Power(_tree(base), _tree(exponent))


_CONSTANTS: dict[Any, Node] = {
    sympy.pi: Name("pi"), S.Exp1: Name("e"), sympy.I: Name("i"), sympy.oo: Name("oo"), -sympy.oo: Negative(Name("oo")),
}  # fmt: skip
_NUMBER_SETS = ((S.Reals, "R"), (S.Integers, "Z"), (S.Naturals, "N"), (S.Rationals, "Q"), (S.Complexes, "C"))
_OPERATORS = {
    "Equality": "=", "Unequality": "!=", "StrictLessThan": "<", "StrictGreaterThan": ">", "LessThan": "<=",
    "GreaterThan": ">=",
}  # fmt: skip
_FUNCTIONS = {
    **{name: name for name in (
        "sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan", "acot", "asec", "acsc", "sinh", "cosh",
        "tanh", "coth", "sech", "csch", "asinh", "acosh", "atanh", "floor", "sign", "binomial", "gamma", "re", "im",
        "arg",
    )},
    "log": "ln", "Abs": "abs", "ceiling": "ceil", "Min": "min", "Max": "max", "Mod": "mod", "conjugate": "conj",
    "factorial2": "doublefactorial",
}  # fmt: skip
