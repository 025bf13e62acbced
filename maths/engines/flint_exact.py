"""Exact values: rationals, polynomials in one variable, quotients of polynomials in several."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flint import fmpq, fmpq_mpoly_ctx, fmpq_poly, fmpz

from maths.bounds import MAX_EXPANDED_TERMS, MAX_EXPONENT
from maths.engines.flint_domain import Domain, bits, by_zero, too_large, unsupported, zero_to_zero
from maths.tree import Call, Name, Number, Power, walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.tree import Node

_MAX_ROOT = 64  # a degree beyond which no root of a number that fits is rational but of 0 and 1
_MAX_DEGREE = 1_000_000  # of a monomial: within a machine word


def ascii_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names as python-flint takes them: every one its own, none with another letter than ASCII's."""
    return tuple(name.encode("ascii", "backslashreplace").decode() for name in names)


def _fmpq(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)


class Rationals(Domain[fmpq]):
    """Numbers; names by the values given for them."""

    def __init__(self, values: Mapping[str, fmpq]) -> None:
        super().__init__()
        self._values = values

    def rational(self, value: Fraction) -> fmpq:
        return _fmpq(value)

    def add(self, left: fmpq, right: fmpq) -> fmpq:
        return left + right

    def multiply(self, left: fmpq, right: fmpq) -> fmpq:
        return left * right

    def divide(self, top: fmpq, bottom: fmpq) -> fmpq:
        if bottom == 0:
            raise by_zero()
        return top / bottom

    def name(self, name: Name) -> fmpq:
        value = self._values.get(name.full)
        if value is None:
            raise unsupported()
        return value

    def factorial(self, operand: Node) -> fmpq:
        return _fmpq(self.counted_factorial(self.value(operand)))

    def power(self, base: Node, exponent: Node) -> fmpq:
        return self.raised(self.value(base), self.value(exponent))

    def raised(self, root: fmpq, exponent: fmpq) -> fmpq:
        if root == 0 and exponent <= 0:
            raise by_zero() if exponent < 0 else zero_to_zero()
        if abs(root) == 1 and exponent.q == 1:
            return root ** int(exponent.p % 2)
        if abs(exponent.p) > MAX_EXPONENT:
            raise too_large()
        self.allow(bits(root) * abs(int(exponent.p)))
        if exponent.q != 1:
            root = _rational_root(root, int(exponent.q))
        return root ** int(exponent.p)

    def other(self, node: Node) -> fmpq:
        if not isinstance(node, Call) or node.function not in RATIONAL_FUNCTIONS:
            raise unsupported()
        return self._call(node.function, [self.value(a) for a in node.arguments])

    def _call(self, function: str, values: list[fmpq]) -> fmpq:  # noqa: C901, PLR0911 - a line a function
        match function, values:
            case "sqrt", [radicand]:
                return _rational_root(radicand, 2)
            case "root", [radicand, degree] if degree.q == 1 and degree > 1:
                if radicand < 0 and int(degree.p) % 2:
                    return -_rational_root(-radicand, int(degree.p))
                return _rational_root(radicand, int(degree.p))
            case "abs", [value]:
                return abs(value)
            case "sign", [value]:
                return fmpq(int(value > 0) - int(value < 0))
            case "floor", [value]:
                return fmpq(value.floor())
            case "ceil", [value]:
                return fmpq(value.ceil())
            case (("min" | "max"), _):
                return min(values) if function == "min" else max(values)
            case "mod", [value, divisor]:
                return value - divisor * fmpq(self.divide(value, divisor).floor())
            case (("gcd" | "lcm"), _) if all(v.q == 1 for v in values):
                found = values[0].p
                for value in values[1:]:
                    found = found.gcd(value.p) if function == "gcd" else found.lcm(value.p)
                return fmpq(abs(found))
            case (("binomial" | "permutations"), [n, k]) if n.q == k.q == 1 and n >= 0:
                return self._choices(function, int(n.p), int(k.p))
        raise unsupported()

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


RATIONAL_FUNCTIONS = frozenset(
    {"sqrt", "root", "abs", "sign", "floor", "ceil", "min", "max", "mod", "gcd", "lcm", "binomial", "permutations"}
)


def _rational_root(value: fmpq, degree: int) -> fmpq:
    """The root where it is rational and principal; a negative number has none here."""
    if value < 0 or degree > _MAX_ROOT:
        raise unsupported()
    above, below = value.p.root(degree), value.q.root(degree)
    if above**degree != value.p or below**degree != value.q:
        raise unsupported()
    return fmpq(above, below)


def mentions(node: Node, variables: frozenset[str]) -> bool:
    return any(isinstance(n, Name) and n.full in variables for n in walk(node))


class Polynomials(Domain[fmpq_poly]):
    """Polynomials in one variable."""

    def __init__(self, variable: str) -> None:
        super().__init__()
        self._variable = variable
        self._numbers = Rationals({})

    def rational(self, value: Fraction) -> fmpq_poly:
        return fmpq_poly([_fmpq(value)])

    def add(self, left: fmpq_poly, right: fmpq_poly) -> fmpq_poly:
        return left + right

    def multiply(self, left: fmpq_poly, right: fmpq_poly) -> fmpq_poly:
        if left.degree() + right.degree() > MAX_EXPANDED_TERMS:
            raise too_large()
        return left * right

    def divide(self, top: fmpq_poly, bottom: fmpq_poly) -> fmpq_poly:
        if bottom.degree() < 0:
            raise by_zero()
        if bottom.degree() > 0:
            raise unsupported()
        return top / bottom[0]

    def name(self, name: Name) -> fmpq_poly:
        if name.full != self._variable:
            raise unsupported()
        return fmpq_poly([0, 1])

    def factorial(self, operand: Node) -> fmpq_poly:
        return fmpq_poly([self._numbers.factorial(operand)])

    def power(self, base: Node, exponent: Node) -> fmpq_poly:
        root, raised = self.value(base), self._numbers.value(exponent)
        if root.degree() <= 0:
            return fmpq_poly([self._numbers.raised(root[0], raised)])
        if raised.q != 1 or raised < 0:
            raise unsupported()
        if root.degree() * int(raised.p) > MAX_EXPANDED_TERMS // 4:
            raise too_large()
        self.allow(int(raised.p) * max(bits(c) for c in root.coeffs()))
        return root ** int(raised.p)

    def other(self, node: Node) -> fmpq_poly:
        return fmpq_poly([self._numbers.value(node)])


class Fractions(Domain[tuple[Any, Any]]):
    """Numerator and denominator, polynomials in several variables, not reduced."""

    def __init__(self, variables: tuple[str, ...]) -> None:
        super().__init__()
        self._context = fmpq_mpoly_ctx.get(ascii_names(variables), "degrevlex")
        self._generators = dict(zip(variables, self._context.gens(), strict=True))
        self._names = frozenset(variables)
        self._one = self._context.constant(1)
        self._numbers = Rationals({})

    def rational(self, value: Fraction) -> tuple[Any, Any]:
        return self._context.constant(_fmpq(value)), self._one

    def add(self, left: tuple[Any, Any], right: tuple[Any, Any]) -> tuple[Any, Any]:
        (a, b), (c, d) = left, right
        if b == d:
            return _sized(a + c, b)
        if d.is_one():
            return _sized(a + _times(c, b), b)
        if b.is_one():
            return _sized(_times(a, d) + c, d)
        return _sized(_times(a, d) + _times(c, b), _times(b, d))

    def multiply(self, left: tuple[Any, Any], right: tuple[Any, Any]) -> tuple[Any, Any]:
        return _sized(_times(left[0], right[0]), _times(left[1], right[1]))

    def divide(self, top: tuple[Any, Any], bottom: tuple[Any, Any]) -> tuple[Any, Any]:
        if bottom[0].is_zero():
            raise by_zero()
        return self.multiply(top, (bottom[1], bottom[0]))

    def name(self, name: Name) -> tuple[Any, Any]:
        if name.full not in self._generators:
            raise unsupported()
        return self._generators[name.full], self._one

    def factorial(self, operand: Node) -> tuple[Any, Any]:
        return self._context.constant(self._numbers.factorial(operand)), self._one

    def power(self, base: Node, exponent: Node) -> tuple[Any, Any]:
        raised = self._numbers.value(exponent)
        if not mentions(base, self._names):
            return self._context.constant(self._numbers.value(Power(base, exponent))), self._one
        if raised.q != 1:
            raise unsupported()
        top, bottom = self.value(base)
        if raised <= 0 and top.is_zero():
            raise by_zero() if raised < 0 else zero_to_zero()
        count = abs(int(raised.p))
        for side in (top, bottom):
            self._allow_power(side, count)
        top, bottom = top**count, bottom**count
        return (top, bottom) if raised >= 0 else (bottom, top)

    def other(self, node: Node) -> tuple[Any, Any]:
        return self._context.constant(self._numbers.value(node)), self._one

    def _allow_power(self, side: Any, count: int) -> None:  # noqa: ANN401 - fmpq_mpoly
        """Let a sum of t terms have at most MAX_EXPANDED_TERMS terms, C(count + t - 1, t - 1), when raised."""
        terms = len(side)
        if terms == 0:
            return
        if count > _MAX_DEGREE:
            raise too_large()
        self.allow(count * sum(bits(c) for c in side.coeffs() if abs(c) != 1))
        if terms == 1:
            if count * max((int(d) for d in side.degrees()), default=0) > _MAX_DEGREE:
                raise too_large()
        elif count > MAX_EXPONENT or _expanded_terms(count, terms) > MAX_EXPANDED_TERMS:
            raise too_large()


def _expanded_terms(count: int, terms: int) -> int:
    return int(fmpz.bin_uiui(count + terms - 1, min(count, terms - 1)))


def _times(left: Any, right: Any) -> Any:  # noqa: ANN401 - fmpq_mpoly
    if len(left) * len(right) > MAX_EXPANDED_TERMS * 4:
        raise too_large()
    return left * right


def _sized(top: Any, bottom: Any) -> tuple[Any, Any]:  # noqa: ANN401 - fmpq_mpoly
    if len(top) + len(bottom) > MAX_EXPANDED_TERMS:
        raise too_large()
    return top, bottom


def as_number(value: fmpq) -> Number:
    """The exact value as a node."""
    return Number(Fraction(int(value.p), int(value.q)))
