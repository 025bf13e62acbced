"""A tree as a function of two floats, fast and total: what has no finite real value is nan."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from maths.bounds import UnsupportedError
from maths.message import Message
from maths.tree import (
    Based,
    Call,
    Collection,
    Degrees,
    Factorial,
    Kind,
    Mixed,
    Name,
    Negative,
    Number,
    Percent,
    Power,
    Product,
    Quotient,
    Sum,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from maths.tree import Node

    Closure: TypeAlias = Callable[[float, float], float]

NAN = math.nan
_FAILURES = (ValueError, ZeroDivisionError, OverflowError)
_LARGEST_GAMMA = 171.0  # 170! is the last factorial a float holds


def plane(node: Node) -> Closure:
    """A function of x and y; `r` and `theta` are the polar coordinates of the same point. Raises UnsupportedError."""
    return compiled(node, PLANE)


def line(node: Node, letter: str) -> Callable[[float], float]:
    """A function of one letter. Raises UnsupportedError."""
    inner = compiled(node, {letter: _first})
    return lambda value: inner(value, 0.0)


def constant(node: Node) -> float:
    """The value of what holds no letters; nan where it has none. Raises UnsupportedError."""
    return compiled(node, {})(0.0, 0.0)


def compiled(node: Node, names: Mapping[str, Closure]) -> Closure:
    inner = _Builder(names).build(node)

    def total(x: float, y: float) -> float:
        try:
            value = inner(x, y)
        except _FAILURES:
            return NAN
        return value if -math.inf < value < math.inf else NAN

    return total


def _first(x: float, _: float) -> float:
    return x


def _second(_: float, y: float) -> float:
    return y


def _angle(x: float, y: float) -> float:
    return math.atan2(y, x) % math.tau


PLANE: dict[str, Closure] = {"x": _first, "y": _second, "r": math.hypot, "theta": _angle}


class _Builder:
    def __init__(self, names: Mapping[str, Closure]) -> None:
        self._names = names

    def build(self, node: Node) -> Closure:  # noqa: C901, PLR0911, PLR0912 - a line a kind of node
        match node:
            case Number(value=value) | Based(value=value):
                return _fixed(_float(Fraction(value)))
            case Mixed(whole=whole, fraction=fraction):
                return _fixed(float(whole + fraction if whole >= 0 else whole - fraction))
            case Name():
                return self._name(node)
            case Sum(terms=terms):
                return _sum([self.build(term) for term in terms])
            case Product(factors=factors):
                return _product([self.build(factor) for factor in factors])
            case Quotient(numerator=top, denominator=bottom):
                above, below = self.build(top), self.build(bottom)
                return lambda x, y: above(x, y) / below(x, y)
            case Negative(operand=operand):
                inner = self.build(operand)
                return lambda x, y: -inner(x, y)
            case Power(base=base, exponent=exponent):
                return self._power(base, exponent)
            case Percent(operand=operand):
                inner = self.build(operand)
                return lambda x, y: inner(x, y) / 100
            case Degrees(operand=operand):
                inner = self.build(operand)
                return lambda x, y: math.radians(inner(x, y))
            case Factorial(operand=operand):
                inner = self.build(operand)
                return lambda x, y: _gamma(inner(x, y) + 1)
            case Call(function=function, arguments=arguments):
                return self._call(function, [self.build(argument) for argument in arguments])
            case Collection(kind=Kind.LIST, items=(single,)):
                return self.build(single)
            case _:
                raise UnsupportedError(Message("This kind of formula is not drawn."))

    def _name(self, name: Name) -> Closure:
        if name.full in self._names:
            return self._names[name.full]
        if name.full in ("pi", "e"):
            return _fixed(math.pi if name.full == "pi" else math.e)
        if name.full == "i":
            raise UnsupportedError(Message("Complex numbers are not drawn: “i” is one."))
        if name.full == "oo":
            raise UnsupportedError(Message("Infinity is not a number to calculate with."))
        raise UnsupportedError(Message("The value of {name} is not given.", name=name.full))

    def _power(self, base: Node, exponent: Node) -> Closure:
        inner = self.build(base)
        if isinstance(exponent, Number) and exponent.value.denominator == 1 and abs(exponent.value) < 10**6:
            whole = int(exponent.value)
            return _square(inner) if whole == 2 else lambda x, y: _whole_power(inner(x, y), whole)  # noqa: PLR2004
        if base == Name("e"):
            raised = self.build(exponent)
            return lambda x, y: _exp(raised(x, y))
        raised = self.build(exponent)
        return lambda x, y: _power(inner(x, y), raised(x, y))

    def _call(self, function: str, arguments: list[Closure]) -> Closure:
        if function in _UNARY and len(arguments) == 1:
            operation, inner = _UNARY[function], arguments[0]
            return lambda x, y: operation(inner(x, y))
        if function in _BINARY and len(arguments) == 2:  # noqa: PLR2004
            joined, first, second = _BINARY[function], *arguments
            return lambda x, y: joined(first(x, y), second(x, y))
        if function in ("min", "max"):
            chosen = min if function == "min" else max
            return lambda x, y: chosen(_known([argument(x, y) for argument in arguments]))
        if function == "log":
            raise UnsupportedError(Message("The base of the logarithm is not given: write ln(x) or log(x, 10)."))
        raise UnsupportedError(Message("“{name}” is not drawn.", name=function))


def _fixed(value: float) -> Closure:
    return lambda x, y: value  # noqa: ARG005 - every closure takes both


def _float(value: Fraction) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def _sum(terms: list[Closure]) -> Closure:
    if len(terms) == 2:  # noqa: PLR2004 - the usual case, faster
        first, second = terms
        return lambda x, y: first(x, y) + second(x, y)
    return lambda x, y: sum([term(x, y) for term in terms])


def _product(factors: list[Closure]) -> Closure:
    if len(factors) == 2:  # noqa: PLR2004
        first, second = factors
        return lambda x, y: first(x, y) * second(x, y)
    return lambda x, y: math.prod([factor(x, y) for factor in factors])


def _square(inner: Closure) -> Closure:
    def squared(x: float, y: float) -> float:
        value = inner(x, y)
        return value * value

    return squared


def _known(values: list[float]) -> list[float]:
    if any(value != value for value in values):  # noqa: PLR0124 - nan
        raise ValueError
    return values


def _whole_power(base: float, exponent: int) -> float:
    if base == 0 and exponent <= 0:
        raise ZeroDivisionError
    try:
        return base**exponent
    except OverflowError:
        return math.inf if base > 0 or exponent % 2 == 0 else -math.inf


def _power(base: float, exponent: float) -> float:
    if base < 0 and not exponent.is_integer():
        raise ValueError
    if base == 0 and exponent <= 0:
        raise ZeroDivisionError
    try:
        return float(base**exponent)
    except OverflowError:
        return math.inf if base > 0 or exponent % 2 == 0 else -math.inf


def _exp(value: float) -> float:
    try:
        return math.exp(value)
    except OverflowError:
        return math.inf


def _root(radicand: float, degree: float) -> float:
    if not degree.is_integer() or degree == 0:
        raise ValueError
    if radicand < 0:
        if degree % 2 == 0:
            raise ValueError
        return -_root(-radicand, degree)
    return float(radicand ** (1 / degree)) if degree != 3 else math.cbrt(radicand)  # noqa: PLR2004


def _gamma(value: float) -> float:
    if value > _LARGEST_GAMMA:
        return math.inf
    return math.gamma(value)


def _sign(value: float) -> float:
    return math.copysign(1.0, value) if value else value


def _reciprocal(operation: Callable[[float], float]) -> Callable[[float], float]:
    return lambda value: 1 / operation(value)


def _inverse(operation: Callable[[float], float]) -> Callable[[float], float]:
    return lambda value: operation(1 / value)


def _growing(operation: Callable[[float], float], sign: float) -> Callable[[float], float]:
    def total(value: float) -> float:
        try:
            return operation(value)
        except OverflowError:
            return math.inf if value > 0 else sign * math.inf

    return total


def _mod(value: float, divisor: float) -> float:
    return value - divisor * math.floor(value / divisor)


def _binomial(n: float, k: float) -> float:
    return _gamma(n + 1) / (_gamma(k + 1) * _gamma(n - k + 1))


_SINH, _COSH = _growing(math.sinh, -1), _growing(math.cosh, 1)
_UNARY: dict[str, Callable[[float], float]] = {
    "sin": math.sin, "cos": math.cos, "tan": math.tan, "cot": _reciprocal(math.tan), "sec": _reciprocal(math.cos),
    "csc": _reciprocal(math.sin), "asin": math.asin, "acos": math.acos, "atan": math.atan,
    "acot": _inverse(math.atan), "asec": _inverse(math.acos), "acsc": _inverse(math.asin), "sinh": _SINH,
    "cosh": _COSH, "tanh": math.tanh, "coth": _reciprocal(math.tanh), "sech": _reciprocal(_COSH),
    "csch": _reciprocal(_SINH), "asinh": math.asinh, "acosh": math.acosh, "atanh": math.atanh, "exp": _exp,
    "ln": math.log, "sqrt": math.sqrt, "abs": abs, "floor": math.floor, "ceil": math.ceil,
    "sign": _sign, "gamma": _gamma, "norm": abs, "re": float,
}  # fmt: skip
_BINARY: dict[str, Callable[[float, float], float]] = {
    "log": lambda value, base: math.log(value) / math.log(base), "root": _root, "mod": _mod, "binomial": _binomial,
}  # fmt: skip
