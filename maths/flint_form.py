"""An expression tree to python-flint: an evaluation of its own, straight from the tree, without SymPy.

Exact rationals (`to_fmpq`), polynomials (`to_poly`), quotients of polynomials in several variables
(`to_fraction`) and balls that surely contain the value (`to_arb`, `to_acb`).
"""

from __future__ import annotations

from contextlib import contextmanager
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import flint
from flint import acb, arb, fmpq, fmpq_mpoly_ctx, fmpq_poly, fmpz

from maths.bounds import (
    MAX_BITS,
    MAX_EXPANDED_TERMS,
    MAX_EXPONENT,
    MAX_FACTORIAL,
    TooLargeError,
    UndefinedError,
    UnsupportedError,
    factorial_bits,
)
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
    from collections.abc import Iterator, Mapping

    from maths.tree import Node

_SMALLEST_EXPONENT = 2  # roots are of degree two or more


def to_fmpq(node: Node, values: Mapping[str, fmpq] | None = None) -> fmpq:
    """The exact rational value. Raises UnsupportedError where it is not rational, UndefinedError, TooLargeError."""
    return _Rationals(values or {}).value(node)


def to_poly(node: Node, variable: str) -> fmpq_poly:
    """The polynomial in `variable` (a full name). Raises UnsupportedError where it is none."""
    return _Polynomials(variable).value(node)


def to_fraction(node: Node, variables: tuple[str, ...]) -> tuple[Any, Any]:
    """Numerator and denominator in Q[variables], not reduced. Raises UnsupportedError, TooLargeError, UndefinedError."""
    return _Fractions(variables).value(node)


def to_arb(node: Node, precision: int = 128, values: Mapping[str, arb] | None = None) -> arb:
    """A ball that contains the real value. Raises UnsupportedError, UndefinedError (where the value is not real too)."""
    value = to_acb(node, precision, {name: acb(v) for name, v in (values or {}).items()})
    if not value.imag.contains(0):
        raise UndefinedError(Message("This value is not a real number."))
    return value.real


def to_acb(node: Node, precision: int = 128, values: Mapping[str, acb] | None = None) -> acb:
    """A box that contains the complex value, principal branches. Raises UnsupportedError, UndefinedError."""
    with working_precision(precision):
        return _Boxes(values or {}).value(node)


@contextmanager
def working_precision(bits: int) -> Iterator[None]:
    before = flint.ctx.prec
    flint.ctx.prec = bits
    try:
        yield
    finally:
        flint.ctx.prec = before


def _unsupported() -> UnsupportedError:
    return UnsupportedError(Message("This kind of formula has no single value."))


def _too_large() -> TooLargeError:
    return TooLargeError(Message("This number is too large to work with."))


def _by_zero() -> UndefinedError:
    return UndefinedError(Message("Division by zero."))


class _Domain:
    """The four operations over some kind of number; what else there is depends on the kind."""

    def __init__(self) -> None:
        self._bits = 0

    def value(self, node: Node) -> Any:  # noqa: ANN401, C901, PLR0911 - one line a kind of node
        match node:
            case Number(value=value):
                return self.rational(value)
            case Based(value=number):
                return self.rational(Fraction(number))
            case Mixed(whole=whole, fraction=fraction):
                return self.rational(whole + fraction)
            case Name():
                return self.name(node)
            case Sum(terms=terms):
                total = self.value(terms[0])
                for term in terms[1:]:
                    total = self.add(total, self.value(term))
                return total
            case Product(factors=factors):
                total = self.value(factors[0])
                for factor in factors[1:]:
                    total = self.multiply(total, self.value(factor))
                return total
            case Quotient(numerator=top, denominator=bottom):
                return self.divide(self.value(top), self.value(bottom))
            case Negative(operand=operand):
                return self.multiply(self.rational(Fraction(-1)), self.value(operand))
            case Percent(operand=operand):
                return self.divide(self.value(operand), self.rational(Fraction(100)))
            case Power(base=base, exponent=exponent):
                return self.power(base, exponent)
            case Factorial(operand=operand):
                return self.factorial(operand)
            case Collection(kind=Kind.LIST, items=(only,)):
                return self.value(only)
            case _:
                return self.other(node)

    def rational(self, value: Fraction) -> Any:  # noqa: ANN401
        return fmpq(value.numerator, value.denominator)

    def add(self, left: Any, right: Any) -> Any:  # noqa: ANN401
        return left + right

    def multiply(self, left: Any, right: Any) -> Any:  # noqa: ANN401
        return left * right

    def divide(self, top: Any, bottom: Any) -> Any:  # noqa: ANN401
        raise NotImplementedError

    def name(self, name: Name) -> Any:  # noqa: ANN401
        raise NotImplementedError

    def other(self, node: Node) -> Any:  # noqa: ANN401
        raise NotImplementedError

    def power(self, base: Node, exponent: Node) -> Any:  # noqa: ANN401
        raise NotImplementedError

    def factorial(self, operand: Node) -> Any:  # noqa: ANN401
        return self.rational(_factorial(to_fmpq(operand), self))

    def allow(self, bits: int) -> None:
        """Count the bits of powers and factorials together."""
        self._bits += bits
        if self._bits > MAX_BITS:
            raise _too_large()


def _factorial(argument: fmpq, budget: _Domain) -> Fraction:
    if argument.q != 1:
        raise _unsupported()
    if argument < 0:
        raise UndefinedError(Message("The factorial of a negative number has no value."))
    if argument > MAX_FACTORIAL:
        raise _too_large()
    budget.allow(factorial_bits(int(argument.p)))
    return Fraction(int(fmpz.fac_ui(int(argument.p))))


def _bits(value: fmpq) -> int:
    return int(max(abs(value.p).bit_length(), value.q.bit_length()))


class _Rationals(_Domain):
    def __init__(self, values: Mapping[str, fmpq]) -> None:
        super().__init__()
        self._values = values

    def name(self, name: Name) -> fmpq:
        value = self._values.get(name.full)
        if value is None:
            raise _unsupported()
        return value

    def divide(self, top: fmpq, bottom: fmpq) -> fmpq:
        if bottom == 0:
            raise _by_zero()
        return top / bottom

    def power(self, base: Node, exponent: Node) -> fmpq:
        root, raised = self.value(base), self.value(exponent)
        if raised.q != 1:
            if abs(raised.p) > MAX_EXPONENT:
                raise _too_large()
            self.allow(_bits(root) * abs(int(raised.p)))
            return self._rational_root(root, int(raised.q)) ** int(raised.p)
        if root == 0 and raised <= 0:
            raise _by_zero() if raised < 0 else UndefinedError(Message("0^0 has no value."))
        if abs(root) != 1:
            if abs(raised) > MAX_EXPONENT:
                raise _too_large()
            self.allow(_bits(root) * abs(int(raised.p)))
        return root ** int(raised.p % 2 if abs(root) == 1 else raised.p)

    def _rational_root(self, value: fmpq, degree: int) -> fmpq:
        """The root where it is rational; of a negative number there is none to take here."""
        if value < 0 or degree > 64:  # noqa: PLR2004 - no such root of a number that fits is rational but of 0 and 1
            raise _unsupported()
        above, below = value.p.root(degree), value.q.root(degree)
        if above**degree != value.p or below**degree != value.q:
            raise _unsupported()
        return fmpq(above, below)

    def other(self, node: Node) -> fmpq:  # noqa: C901, PLR0911 - one line a function
        if not isinstance(node, Call):
            raise _unsupported()
        if node.function in _BALL_ONLY:
            raise _unsupported()
        values = [self.value(a) for a in node.arguments]
        match node.function, values:
            case "sqrt", [radicand]:
                return self._rational_root(radicand, 2)
            case "root", [radicand, degree] if degree.q == 1 and degree >= _SMALLEST_EXPONENT:
                if radicand < 0 and int(degree.p) % 2:
                    return -self._rational_root(-radicand, int(degree.p))
                return self._rational_root(radicand, int(degree.p))
            case "abs", [value]:
                return abs(value)
            case "sign", [value]:
                return fmpq((value > 0) - (value < 0))
            case "floor", [value]:
                return fmpq(value.floor())
            case "ceil", [value]:
                return fmpq(value.ceil())
            case "min", _:
                return min(values)
            case "max", _:
                return max(values)
            case "mod", [value, divisor]:
                if divisor == 0:
                    raise _by_zero()
                return value - divisor * fmpq((value / divisor).floor())
            case ("gcd" | "lcm"), _ if all(v.q == 1 for v in values):
                found = values[0].p
                for value in values[1:]:
                    found = found.gcd(value.p) if node.function == "gcd" else found.lcm(value.p)
                return fmpq(abs(found))
            case ("binomial" | "permutations"), [n, k] if n.q == k.q == 1 and n >= 0:
                return self._choices(node.function, int(n.p), int(k.p))
        raise _unsupported()

    def _choices(self, function: str, n: int, k: int) -> fmpq:
        if not 0 <= k <= n:
            return fmpq(0)
        smaller = min(k, n - k) if function == "binomial" else k
        self.allow(min(n, smaller * n.bit_length()) if function == "binomial" else smaller * n.bit_length())
        if function == "binomial":
            return fmpq(fmpz.bin_uiui(n, smaller))
        product = fmpz(1)
        for factor in range(n - k + 1, n + 1):
            product *= factor
        return fmpq(product)


_BALL_ONLY = frozenset({"sin", "cos", "tan", "ln", "exp", "det", "trace", "transpose", "inverse", "rank", "norm"})


class _Polynomials(_Domain):
    def __init__(self, variable: str) -> None:
        super().__init__()
        self._variable = variable

    def rational(self, value: Fraction) -> fmpq_poly:
        return fmpq_poly([fmpq(value.numerator, value.denominator)])

    def name(self, name: Name) -> fmpq_poly:
        if name.full != self._variable:
            raise _unsupported()
        return fmpq_poly([0, 1])

    def multiply(self, left: fmpq_poly, right: fmpq_poly) -> fmpq_poly:
        if left.degree() + right.degree() > MAX_EXPANDED_TERMS:
            raise _too_large()
        return left * right

    def divide(self, top: fmpq_poly, bottom: fmpq_poly) -> fmpq_poly:
        if bottom.degree() < 0:
            raise _by_zero()
        if bottom.degree() > 0:
            raise _unsupported()
        return top / bottom[0]

    def power(self, base: Node, exponent: Node) -> fmpq_poly:
        root, raised = self.value(base), to_fmpq(exponent)
        if root.degree() <= 0:
            return fmpq_poly([_Rationals({}).value(Power(base, exponent))]) if not _mentions(base, self._variable) else self._constant(root, raised)
        if raised.q != 1 or raised < 0:
            raise _unsupported()
        if root.degree() * int(raised.p) > MAX_EXPANDED_TERMS // 4:
            raise _too_large()
        self.allow(int(raised.p) * max(_bits(c) for c in root.coeffs()))
        return root ** int(raised.p)

    def _constant(self, root: fmpq_poly, raised: fmpq) -> fmpq_poly:
        """A power of what only looks like a polynomial, as (x - x + 2)^3."""
        value = root[0]
        return fmpq_poly([_Rationals({}).value(Power(_node(value), _node(raised)))])

    def other(self, node: Node) -> fmpq_poly:
        return fmpq_poly([_Rationals({}).value(node)])


def _node(value: fmpq) -> Node:
    return Number(Fraction(int(value.p), int(value.q)))


def _mentions(node: Node, variable: str) -> bool:
    from maths.tree import walk

    return any(isinstance(n, Name) and n.full == variable for n in walk(node))


class _Fractions(_Domain):
    def __init__(self, variables: tuple[str, ...]) -> None:
        super().__init__()
        self._context = fmpq_mpoly_ctx.get(variables, "degrevlex")
        self._generators = dict(zip(variables, self._context.gens(), strict=True))
        self._one = self._context.constant(1)

    def rational(self, value: Fraction) -> tuple[Any, Any]:
        return self._context.constant(fmpq(value.numerator, value.denominator)), self._one

    def name(self, name: Name) -> tuple[Any, Any]:
        if name.full not in self._generators:
            raise _unsupported()
        return self._generators[name.full], self._one

    def add(self, left: tuple[Any, Any], right: tuple[Any, Any]) -> tuple[Any, Any]:
        (a, b), (c, d) = left, right
        if b == d:
            return self._sized(a + c, b)
        if d.is_one():
            return self._sized(a + self._times(c, b), b)
        if b.is_one():
            return self._sized(self._times(a, d) + c, d)
        return self._sized(self._times(a, d) + self._times(c, b), self._times(b, d))

    def multiply(self, left: tuple[Any, Any], right: tuple[Any, Any]) -> tuple[Any, Any]:
        return self._sized(self._times(left[0], right[0]), self._times(left[1], right[1]))

    def divide(self, top: tuple[Any, Any], bottom: tuple[Any, Any]) -> tuple[Any, Any]:
        if bottom[0].is_zero():
            raise _by_zero()
        return self.multiply(top, (bottom[1], bottom[0]))

    def _times(self, left: Any, right: Any) -> Any:  # noqa: ANN401
        if len(left) * len(right) > MAX_EXPANDED_TERMS * 4:
            raise _too_large()
        return left * right

    def _sized(self, top: Any, bottom: Any) -> tuple[Any, Any]:  # noqa: ANN401
        if len(top) + len(bottom) > MAX_EXPANDED_TERMS:
            raise _too_large()
        return top, bottom

    def power(self, base: Node, exponent: Node) -> tuple[Any, Any]:
        raised = to_fmpq(exponent)
        if not any(_mentions(base, name) for name in self._generators):
            value = _Rationals({}).value(Power(base, exponent))
            return self._context.constant(value), self._one
        if raised.q != 1:
            raise _unsupported()
        top, bottom = self.value(base)
        count = abs(int(raised.p))
        if raised <= 0 and top.is_zero():
            raise _by_zero()
        for side in (top, bottom):
            self._allow_power(side, count)
        top, bottom = top**count, bottom**count
        return (top, bottom) if raised >= 0 else (bottom, top)

    def _allow_power(self, side: Any, count: int) -> None:  # noqa: ANN401
        """At most MAX_EXPANDED_TERMS terms: C(count + t - 1, t - 1) for a sum of t terms."""
        terms = len(side)
        if terms == 0:
            return
        self.allow(count * sum(_bits(c) for c in side.coeffs() if abs(c) != 1))
        if terms == 1:
            if count * max(int(d) for d in side.degrees() or (0,)) > 1_000_000:  # noqa: PLR2004 - within a machine word
                raise _too_large()
            return
        if count > MAX_EXPONENT or fmpz.bin_uiui(count + terms - 1, min(count, terms - 1)) > MAX_EXPANDED_TERMS:
            raise _too_large()

    def other(self, node: Node) -> tuple[Any, Any]:
        return self._context.constant(_Rationals({}).value(node)), self._one


class _Boxes(_Domain):
    """Complex balls; what is exact and rational stays exact as long as it can."""

    def __init__(self, values: Mapping[str, acb]) -> None:
        super().__init__()
        self._values = values

    def rational(self, value: Fraction) -> acb:
        return acb(arb(fmpq(value.numerator, value.denominator)))

    def name(self, name: Name) -> acb:
        value = self._values.get(name.full)
        if value is not None:
            return value
        match name.full:
            case "pi":
                return acb(arb.pi())
            case "e":
                return acb(arb.const_e())
            case "i":
                return acb(0, 1)
        raise _unsupported()

    def divide(self, top: acb, bottom: acb) -> acb:
        if bottom.is_zero():
            raise _by_zero()
        return top / bottom

    def factorial(self, operand: Node) -> acb:
        argument = self.value(operand)
        whole = _whole(argument)
        if whole is not None:
            return self.rational(_factorial(fmpq(whole), self))
        if float(abs(argument).upper()) > MAX_FACTORIAL:
            raise _too_large()
        return (argument + 1).gamma()

    def power(self, base: Node, exponent: Node) -> acb:
        root, raised = self.value(base), self.value(exponent)
        whole = _whole(raised)
        if whole is not None:
            if root.is_zero() and whole <= 0:
                raise _by_zero() if whole < 0 else UndefinedError(Message("0^0 has no value."))
            if abs(whole) > MAX_EXPONENT**2:
                raise _too_large()
            return root**whole
        if root.is_zero():
            if raised.real > 0:
                return acb(0)
            raise _by_zero()
        half = acb(fmpq(1, 2))
        if raised.is_exact() and (raised - half).is_zero():
            return root.sqrt()
        return root**raised

    def other(self, node: Node) -> acb:  # noqa: C901, PLR0911, PLR0912 - one line a function
        if isinstance(node, Degrees):
            return self.value(node.operand) * acb(arb.pi()) / 180
        if not isinstance(node, Call):
            raise _unsupported()
        name, values = node.function, []
        if name in _EXACT_FUNCTIONS:
            try:
                exact = _Rationals({}).value(node)
            except UnsupportedError:
                pass
            else:
                return acb(arb(exact))
        if name in ("det", "trace", "transpose", "inverse", "rank", "norm"):
            raise _unsupported()
        values = [self.value(a) for a in node.arguments]
        match name, values:
            case "sqrt", [radicand]:
                return radicand.sqrt()
            case "root", [radicand, degree]:
                return self._root(radicand, degree)
            case ("ln" | "log"), [argument]:
                return self._logarithm(argument)
            case "log", [argument, base]:
                below = self._logarithm(base)
                if below.is_zero():
                    raise UndefinedError(Message("This base of a logarithm is not allowed."))
                return self._logarithm(argument) / below
            case "abs", [value]:
                return acb(abs(value))
            case "min" | "max", _:
                return self._extreme(name, values)
            case ("floor" | "ceil" | "sign"), [value] if value.imag.is_zero():
                return acb({"floor": value.real.floor, "ceil": value.real.ceil, "sign": value.real.sgn}[name]())
            case "re", [value]:
                return acb(value.real)
            case "im", [value]:
                return acb(value.imag)
            case "conj", [value]:
                return value.conjugate()
            case "arg", [value]:
                return acb(value.arg())
            case "mod", [value, divisor] if value.imag.is_zero() and divisor.imag.is_zero():
                if divisor.is_zero():
                    raise _by_zero()
                return acb(value.real - divisor.real * (value.real / divisor.real).floor())
            case inverse, [value] if inverse in ("asec", "acsc", "acot"):
                return self._inverse(inverse, value)
            case function, [value] if function in _METHODS:
                found = getattr(value, function)()
                if not _is_finite(found):
                    raise UndefinedError(Message("“{name}” has no value there.", name=function))
                return found
        raise _unsupported()

    def _logarithm(self, argument: acb) -> acb:
        if argument.is_zero():
            raise UndefinedError(Message("The logarithm of zero has no value."))
        return argument.log()

    def _root(self, radicand: acb, degree: acb) -> acb:
        whole = _whole(degree)
        if whole is None or whole == 0:
            raise _unsupported()
        if whole % 2 and radicand.imag.is_zero() and radicand.real < 0:
            return -self._root(-radicand, degree)
        return radicand.root(whole) if whole > 0 else 1 / radicand.root(-whole)

    def _extreme(self, name: str, values: list[acb]) -> acb:
        if not all(v.imag.is_zero() for v in values):
            raise _unsupported()
        found = values[0].real
        for value in values[1:]:
            found = found.min(value.real) if name == "min" else found.max(value.real)
        return acb(found)

    def _inverse(self, function: str, value: acb) -> acb:
        if value.is_zero():
            raise _by_zero() if function != "acot" else _unsupported()
        return {"asec": (1 / value).acos, "acsc": (1 / value).asin, "acot": (1 / value).atan}[function]()


_METHODS = frozenset(
    {"sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan", "sinh", "cosh", "tanh", "coth", "sech", "csch",
     "asinh", "acosh", "atanh", "exp", "gamma"}
)  # fmt: skip
_EXACT_FUNCTIONS = frozenset({"floor", "ceil", "sign", "min", "max", "mod", "gcd", "lcm", "binomial", "permutations", "abs"})


def _whole(value: acb) -> int | None:
    """The integer an exact box is, or None."""
    if not value.is_exact() or not value.imag.is_zero():
        return None
    found = value.real.unique_fmpz() if value.real.is_integer() else None
    return None if found is None or found.bit_length() > 64 else int(found)  # noqa: PLR2004 - a machine word


def _is_finite(value: acb) -> bool:
    return bool(value.real.is_finite() and value.imag.is_finite())
