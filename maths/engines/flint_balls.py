"""Values enclosed in balls: complex, principal branches, as SymPy takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flint import acb, arb, fmpq

from maths.bounds import MAX_BITS, MAX_EXPONENT, MAX_FACTORIAL, UndefinedError, UnsupportedError
from maths.engines.flint_domain import Domain, by_zero, too_large, unsupported, zero_to_zero
from maths.engines.flint_exact import Rationals
from maths.message import Message
from maths.tree import Call, Degrees, Name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from maths.tree import Node

_LARGEST = arb(2) ** MAX_BITS
_WORD_BITS = 64  # an exponent beyond a machine word is no power to be multiplied out


class Boxes(Domain[acb]):
    """Complex balls; what is exact and rational stays exact as long as it can."""

    def __init__(self, values: Mapping[str, acb]) -> None:
        super().__init__()
        self._values = values

    def rational(self, value: Fraction) -> acb:
        return acb(arb(fmpq(value.numerator, value.denominator)))

    def add(self, left: acb, right: acb) -> acb:
        return left + right

    def multiply(self, left: acb, right: acb) -> acb:
        return left * right

    def divide(self, top: acb, bottom: acb) -> acb:
        if bottom.is_zero():
            raise by_zero()
        return top / bottom

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
        raise unsupported()

    def factorial(self, operand: Node) -> acb:
        argument = self.value(operand)
        whole = _whole(argument)
        if whole is not None:
            return self.rational(self.counted_factorial(fmpq(whole)))
        if not float(abs(argument).upper()) < MAX_FACTORIAL:
            raise too_large()
        return (argument + 1).gamma()

    def power(self, base: Node, exponent: Node) -> acb:
        root, raised = self.value(base), self.value(exponent)
        whole = _whole(raised)
        if root.is_zero():
            if whole == 0:
                raise zero_to_zero()
            if raised.real > 0:
                return acb(0)
            raise by_zero()
        if whole is not None:
            if abs(whole) > MAX_EXPONENT**2:
                raise too_large()
            return _sized(root**whole)
        if raised.is_exact() and (raised - acb(fmpq(1, 2))).is_zero():
            return root.sqrt()
        return _sized(root**raised)

    def other(self, node: Node) -> acb:
        if isinstance(node, Degrees):
            return self.value(node.operand) * acb(arb.pi()) / 180
        if not isinstance(node, Call):
            raise unsupported()
        if node.function in _EXACT:
            try:
                return acb(arb(Rationals({}).value(node)))
            except UnsupportedError:
                pass
        return self._call(node.function, [self.value(a) for a in node.arguments])

    def _call(self, function: str, values: list[acb]) -> acb:  # noqa: C901, PLR0911, PLR0912 - a line a function
        match function, values:
            case "sqrt", [radicand]:
                return radicand.sqrt()
            case "root", [radicand, degree]:
                return _root(radicand, degree)
            case (("ln" | "log"), [argument]):
                return _logarithm(argument)
            case "log", [argument, base]:
                below = _logarithm(base)
                if below.is_zero():
                    raise UndefinedError(Message("This base of a logarithm is not allowed."))
                return _logarithm(argument) / below
            case "abs", [value]:
                return acb(abs(value))
            case (("min" | "max"), _) if all(v.imag.is_zero() for v in values):
                return _extreme(function, [v.real for v in values])
            case (("floor" | "ceil" | "sign"), [value]) if value.imag.is_zero():
                real = value.real
                return acb({"floor": real.floor, "ceil": real.ceil, "sign": real.sgn}[function]())
            case (("re" | "im" | "arg"), [value]):
                return acb({"re": value.real, "im": value.imag}[function] if function != "arg" else value.arg())
            case "conj", [value]:
                return value.conjugate()
            case "mod", [value, divisor] if value.imag.is_zero() and divisor.imag.is_zero():
                if divisor.is_zero():
                    raise by_zero()
                return acb(value.real - divisor.real * (value.real / divisor.real).floor())
            case (("asec" | "acsc" | "acot"), [value]):
                if value.is_zero():
                    raise by_zero()
                turned = 1 / value
                return {"asec": turned.acos, "acsc": turned.asin, "acot": turned.atan}[function]()
            case _, [value] if function in _METHODS:
                found = _sized(getattr(value, function)())
                if not (found.real.is_finite() and found.imag.is_finite()):
                    raise UndefinedError(Message("“{name}” has no value there.", name=function))
                return found
        raise unsupported()


_METHODS = frozenset(
    {"sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan", "sinh", "cosh", "tanh", "coth", "sech", "csch",
     "asinh", "acosh", "atanh", "exp", "gamma"}
)  # fmt: skip
_EXACT = frozenset({"floor", "ceil", "sign", "min", "max", "mod", "gcd", "lcm", "binomial", "permutations", "abs"})


def _sized(value: acb) -> acb:
    """Refuse what has more than MAX_BITS bits before the point: nothing built on it could be evaluated."""
    if abs(value).lower() > _LARGEST:
        raise too_large()
    return value


def _logarithm(argument: acb) -> acb:
    if argument.is_zero():
        raise UndefinedError(Message("The logarithm of zero has no value."))
    return argument.log()


def _root(radicand: acb, degree: acb) -> acb:
    whole = _whole(degree)
    if whole is None or whole == 0:
        raise unsupported()
    if whole % 2 and radicand.imag.is_zero() and radicand.real < 0:
        return -_root(-radicand, degree)
    return radicand.root(whole) if whole > 0 else 1 / radicand.root(-whole)


def _extreme(function: str, values: list[arb]) -> acb:
    found = values[0]
    for value in values[1:]:
        found = found.min(value) if function == "min" else found.max(value)
    return acb(found)


def _whole(value: acb) -> int | None:
    """The integer that an exact box is, or None."""
    if not value.is_exact() or not value.imag.is_zero() or not value.real.is_integer():
        return None
    found = value.real.unique_fmpz()
    return None if found is None or found.bit_length() > _WORD_BITS else int(found)
