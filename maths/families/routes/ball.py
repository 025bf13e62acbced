"""Trees evaluated as Laurent series over complex balls: the rigorous numeric route, without SymPy.

A `Laurent` is `t^shift * series(t)`; with a constant series it is a number. Every coefficient encloses the
true one, so two enclosures that do not meet prove two values different, and one that misses zero proves a
value is not zero. Precision is what `flint.ctx.prec` says; `precisely` sets it for a block.
"""

from __future__ import annotations

import math
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from flint import acb, acb_series, arb, ctx, fmpq, fmpz

from maths.bounds import MAX_FACTORIAL, TooLargeError, UndefinedError, UnsupportedError
from maths.message import Message
from maths.read import read
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
    from collections.abc import Callable, Iterator, Mapping

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_INTEGER_POWER = 10**13  # balls are rounded: the cost is the number of binary digits


@dataclass(frozen=True, slots=True)
class Laurent:
    """`t^shift * series`, the first coefficient of the series not exactly zero unless the series is."""

    series: Symbolic
    shift: int = 0

    def coefficient(self, index: int) -> acb:
        """The coefficient of t^index. Raises UnsupportedError when it was lost by cancelling."""
        place = index - self.shift
        if place < 0:
            return acb(0)
        if place >= self.series.prec:
            raise UnsupportedError(Message("It cancels too far to be followed."))
        found: acb = self.series[place]
        return found


@contextmanager
def precisely(bits: int) -> Iterator[None]:
    """Work with so many bits inside the block."""
    before, ctx.prec = ctx.prec, bits
    try:
        yield
    finally:
        ctx.prec = before


def constant(value: acb | arb | fmpq | fmpz | int, length: int = 1) -> Laurent:
    return Laurent(acb_series([acb(value)], prec=length))


def variable(point: acb | arb | fmpq | int, length: int) -> Laurent:
    """`point + t`."""
    return _trimmed(Laurent(acb_series([acb(point), acb(1)], prec=length)))


def enclose(typed: str) -> acb:
    """A ball that holds the value of a typed number."""
    return number(read(typed), {})


def number(node: Node, values: Mapping[str, acb | arb | fmpq | int]) -> acb:
    """A ball that holds the value of a tree, its letters given."""
    found = expand(node, {letter: constant(value) for letter, value in values.items()})
    return found.coefficient(0) if found.shift >= 0 else _undefined()


def expand(node: Node, letters: Mapping[str, Laurent]) -> Laurent:
    """The tree as a series in t. Raises UnsupportedError, UndefinedError, TooLargeError."""
    length = max((letter.series.prec for letter in letters.values()), default=1)
    return _Expansion(letters, length).build(node)


class _Expansion:
    def __init__(self, letters: Mapping[str, Laurent], length: int) -> None:
        self._letters = letters
        self._length = length

    def build(self, node: Node) -> Laurent:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
        match node:
            case Number(value=value):
                return self._exact(fmpq(value.numerator, value.denominator))
            case Mixed(whole=whole, fraction=part):
                return self._exact(fmpq(whole * part.denominator + part.numerator, part.denominator))
            case Based(value=value):
                return self._exact(fmpq(value))
            case Name():
                return self._name(node.full)
            case Negative(operand=operand):
                found = self.build(operand)
                return Laurent(-found.series, found.shift)
            case Sum(terms=terms):
                return reduce(_add, (self.build(term) for term in terms))
            case Product(factors=factors):
                return reduce(_multiply, (self.build(factor) for factor in factors))
            case Quotient(numerator=numerator, denominator=denominator):
                return _multiply(self.build(numerator), _inverse(self.build(denominator)))
            case Power(base=base, exponent=exponent):
                return self._power(self.build(base), self.build(exponent))
            case Percent(operand=operand):
                return _multiply(self.build(operand), self._exact(fmpq(1, 100)))
            case Degrees(operand=operand):
                return _multiply(self.build(operand), constant(acb.pi() / 180, self._length))
            case Factorial(operand=operand):
                return self._exact(_factorial(_whole(self.build(operand))))
            case Collection(kind=Kind.LIST, items=(item,)):
                return self.build(item)
            case Call(function=function, arguments=arguments):
                return self._call(function, [self.build(argument) for argument in arguments])
        raise UnsupportedError(Message("This kind of formula has no single value."))

    def _exact(self, value: fmpq | fmpz) -> Laurent:
        return _trimmed(constant(value, self._length))

    def _name(self, full: str) -> Laurent:
        if full in self._letters:
            return self._letters[full]
        match full:
            case "pi":
                return constant(acb.pi(), self._length)
            case "e":
                return constant(acb(1).exp(), self._length)
            case "i":
                return constant(acb(0, 1), self._length)
        raise UnsupportedError(Message("The value of {name} is not given.", name=full))

    def _power(self, base: Laurent, exponent: Laurent) -> Laurent:
        if _is_constant(exponent):
            value = exponent.coefficient(0)
            whole = value.unique_fmpz() if value.is_exact() else None
            if whole is not None:
                return _integer_power(base, int(whole))
            half = (value * 2).unique_fmpz() if value.is_exact() else None
            if half is not None:
                return _integer_power(_square_root(base), int(half))
        return _exponential(_multiply(exponent, _logarithm(base)))

    def _call(self, function: str, arguments: list[Laurent]) -> Laurent:
        match function, arguments:
            case "log", [argument, base]:
                return _multiply(_logarithm(argument), _inverse(_logarithm(base)))
            case "root", [radicand, degree]:
                return self._root(radicand, int(_whole(degree)))
            case "floor" | "ceil", [argument] if _is_constant(argument):
                return self._exact(_rounded(function, argument.coefficient(0)))
            case (("binomial" | "permutations" | "gcd" | "lcm" | "mod" | "min" | "max"), _):
                return self._exact(_of_whole_numbers(function, [int(_whole(a)) for a in arguments]))
            case _, [argument] if function in _FUNCTIONS:
                return _FUNCTIONS[function](argument)
        raise UnsupportedError(Message("“{name}” is not evaluated here.", name=function))

    def _root(self, radicand: Laurent, degree: int) -> Laurent:
        """The real root of a negative number for an odd degree, else the principal one."""
        if degree == 0:
            _undefined()
        if degree % 2 and _is_negative(radicand):
            found = self._root(Laurent(-radicand.series, radicand.shift), degree)
            return Laurent(-found.series, found.shift)
        return self._power(radicand, self._exact(fmpq(1, degree)))


# Arithmetic of Laurent series


def _trimmed(value: Laurent) -> Laurent:
    """Without leading coefficients that are exactly zero."""
    series, shift = value.series, value.shift
    lead = series.valuation()
    if lead <= 0:
        return value
    if lead >= series.prec:
        return Laurent(series, shift)
    return Laurent(acb_series([series[n] for n in range(lead, series.prec)], prec=series.prec - lead), shift + lead)


def _shifted(value: Laurent, shift: int) -> Laurent:
    """The same series with a lower or equal shift."""
    gap = value.shift - shift
    if gap == 0:
        return value
    zeros = [acb(0)] * gap
    known = [value.series[n] for n in range(value.series.prec)]
    return Laurent(acb_series(zeros + known, prec=value.series.prec + gap), shift)


def _add(left: Laurent, right: Laurent) -> Laurent:
    shift = min(left.shift, right.shift)
    return _trimmed(Laurent(_shifted(left, shift).series + _shifted(right, shift).series, shift))


def _multiply(left: Laurent, right: Laurent) -> Laurent:
    return _trimmed(Laurent(left.series * right.series, left.shift + right.shift))


def _inverse(value: Laurent) -> Laurent:
    lead = value.series[0]
    if lead == 0:
        _undefined()
    if lead.contains(0):
        raise UnsupportedError(Message("Whether a divisor is zero cannot be told numerically."))
    return Laurent(value.series.inv(), -value.shift)


def _integer_power(base: Laurent, exponent: int) -> Laurent:
    if abs(exponent) > MAX_INTEGER_POWER:
        raise TooLargeError(Message("This number is too large to work with."))
    if exponent < 0:
        return _integer_power(_inverse(base), -exponent)
    if exponent == 0:
        if base.series[0] == 0:
            _undefined()
        return constant(1, base.series.prec)
    return Laurent(base.series**exponent, base.shift * exponent)


def _square_root(value: Laurent) -> Laurent:
    if value.series[0] == 0 and value.series.length() == 0:
        return value
    if value.shift % 2:
        raise UnsupportedError(Message("It cannot be written as a series there."))
    if _is_negative(Laurent(value.series)) and value.series.length() > 1:
        rooted = (-value.series).sqrt() * acb(0, 1)
    else:
        rooted = value.series.sqrt()
    return Laurent(rooted, value.shift // 2)


def _regular(value: Laurent) -> Symbolic:
    """The series itself, where it has no pole."""
    if value.shift < 0 and value.series.length() > 0:
        raise UnsupportedError(Message("It cannot be written as a series there."))
    return _shifted(value, 0).series if value.shift > 0 else value.series


def _exponential(value: Laurent) -> Laurent:
    return Laurent(_regular(value).exp())


def _logarithm(value: Laurent) -> Laurent:
    if value.shift != 0 or value.series[0] == 0:
        raise UndefinedError(Message("The logarithm of zero has no value."))
    return _trimmed(Laurent(value.series.log()))


def _absolute(value: Laurent) -> Laurent:
    if _is_constant(value):
        return constant(
            acb(value.coefficient(0).abs_lower()).union(acb(value.coefficient(0).abs_upper())), value.series.prec
        )
    return Laurent(-value.series, value.shift) if _is_negative(value) else _positive(value)


def _positive(value: Laurent) -> Laurent:
    lead = value.series[0]
    if value.shift % 2 == 0 and lead.imag == 0 and lead.real > 0:
        return value
    raise UnsupportedError(Message("Its sign cannot be told there."))


def _is_negative(value: Laurent) -> bool:
    lead = value.series[0]
    return bool(value.shift % 2 == 0 and lead.imag == 0 and lead.real < 0)


def _is_constant(value: Laurent) -> bool:
    return bool(value.shift == 0 and value.series.length() <= 1) or bool(value.series.length() == 0)


def _by_derivative(start: Callable[[acb], acb], slope: Callable[[Symbolic], Symbolic]) -> Callable[[Laurent], Laurent]:
    """A function by its value at one point and its derivative as a series."""

    def apply(value: Laurent) -> Laurent:
        inner = _regular(value)
        if inner.length() <= 1:
            return Laurent(acb_series([start(inner[0])], prec=inner.prec))
        whole = (inner.derivative() * slope(inner)).integral() + acb_series([start(inner[0])], prec=inner.prec)
        return _trimmed(Laurent(whole))

    return apply


def _by_series(function: Callable[[Symbolic], Symbolic]) -> Callable[[Laurent], Laurent]:
    return lambda value: _trimmed(Laurent(function(_regular(value))))


def _reciprocal(function: Callable[[Symbolic], Symbolic]) -> Callable[[Laurent], Laurent]:
    return lambda value: _inverse(_trimmed(Laurent(function(_regular(value)))))


def _quotient(
    above: Callable[[Symbolic], Symbolic], below: Callable[[Symbolic], Symbolic]
) -> Callable[[Laurent], Laurent]:
    return lambda value: _multiply(_by_series(above)(value), _reciprocal(below)(value))


def _sinh(s: Symbolic) -> Symbolic:
    return (s.exp() - (-s).exp()) / 2


def _cosh(s: Symbolic) -> Symbolic:
    return (s.exp() + (-s).exp()) / 2


_FUNCTIONS: dict[str, Callable[[Laurent], Laurent]] = {
    "sin": _by_series(lambda s: s.sin()),
    "cos": _by_series(lambda s: s.cos()),
    "tan": _quotient(lambda s: s.sin(), lambda s: s.cos()),
    "cot": _quotient(lambda s: s.cos(), lambda s: s.sin()),
    "sec": _reciprocal(lambda s: s.cos()),
    "csc": _reciprocal(lambda s: s.sin()),
    "sinh": _by_series(_sinh),
    "cosh": _by_series(_cosh),
    "tanh": _quotient(_sinh, _cosh),
    "exp": _exponential,
    "ln": _logarithm,
    "log": _logarithm,
    "sqrt": _square_root,
    "abs": _absolute,
    "atan": _by_series(lambda s: s.atan()),
    "asin": _by_derivative(lambda x: x.asin(), lambda s: (1 - s * s).rsqrt()),
    "acos": _by_derivative(lambda x: x.acos(), lambda s: -(1 - s * s).rsqrt()),
    "asinh": _by_derivative(lambda x: x.asinh(), lambda s: (1 + s * s).rsqrt()),
    "acosh": _by_derivative(lambda x: x.acosh(), lambda s: (s - 1).rsqrt() * (s + 1).rsqrt()),
    "atanh": _by_derivative(lambda x: x.atanh(), lambda s: (1 - s * s).inv()),
}


# Whole numbers


def _whole(value: Laurent) -> fmpz:
    if _is_constant(value):
        middle = value.coefficient(0) if value.shift >= 0 or value.series.length() == 0 else acb(0)
        found = middle.unique_fmpz()
        if found is not None and middle.is_exact():
            return found
        if value.series.length() == 0:
            return fmpz(0)
    if value.series.length() == 0:
        return fmpz(0)
    raise UnsupportedError(Message("A whole number is needed there."))


def _rounded(function: str, value: acb) -> fmpz:
    real = value.real.floor() if function == "floor" else value.real.ceil()
    found = real.unique_fmpz() if value.imag == 0 else None
    if found is None:
        raise UnsupportedError(Message("A whole number is needed there."))
    return found


def _factorial(argument: fmpz) -> fmpz:
    if argument < 0:
        raise UndefinedError(Message("The factorial of a negative number has no value."))
    if argument > MAX_FACTORIAL:
        raise TooLargeError(Message("This number is too large to work with."))
    return fmpz.fac_ui(argument)


def _of_whole_numbers(function: str, values: list[int]) -> fmpz:
    match function, values:
        case "binomial", [n, k] if 0 <= n <= MAX_FACTORIAL:
            return fmpz(math.comb(n, k) if k >= 0 else 0)
        case "permutations", [n, k] if 0 <= n <= MAX_FACTORIAL and k >= 0:
            return fmpz(math.perm(n, k))
        case "gcd", _:
            return fmpz(math.gcd(*values))
        case "lcm", _:
            return fmpz(math.lcm(*values))
        case "mod", [a, b] if b:
            return fmpz(a % b)
        case (("min" | "max"), _):
            return fmpz(min(values) if function == "min" else max(values))
    raise UnsupportedError(Message("“{name}” is not evaluated here.", name=function))


def _undefined() -> Symbolic:
    raise UndefinedError(Message("Division by zero."))
