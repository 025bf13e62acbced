"""An expression tree to SymPy, from an allow-list; what would explode is refused before SymPy sees it."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import sympy
from sympy import Integer, Rational, S

from maths.bounds import (
    MAX_BITS,
    MAX_EXPONENT,
    MAX_FACTORIAL,
    MAX_MATRIX_POWER,
    MAX_ROOT_BITS,
    TooLargeError,
    UndefinedError,
    UnsupportedError,
    factorial_bits,
)
from maths.engines.survey import survey
from maths.message import Message
from maths.tree import (
    Apply,
    Based,
    Call,
    Collection,
    Congruence,
    Degrees,
    Derivative,
    Factorial,
    Integral,
    Interval,
    Junction,
    Kind,
    Limit,
    Matrix,
    Mixed,
    Name,
    Negative,
    Number,
    NumberSet,
    Percent,
    PlusMinus,
    Power,
    Product,
    Quotient,
    Ratio,
    Relation,
    Series,
    SetOperation,
    Sum,
    Text,
    Truth,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.tree import Node

__all__ = ["TooLargeError", "UndefinedError", "UnsupportedError", "to_sympy"]


def to_sympy(node: Node, *, symbols: Mapping[str, Any] | None = None, variables: frozenset[str] = frozenset()) -> Any:  # noqa: ANN401 - SymPy's values have no common type
    """The SymPy value: an expression, relation, set, matrix, tuple or boolean.

    `symbols` maps full names to symbols to be used (or values to be put in); others become plain
    symbols. `variables` names those of e, i, pi that are variables here. Integrals, limits, sums and
    derivatives stay unevaluated. Raises TooLargeError, UndefinedError, UnsupportedError.
    """
    survey(node, variables | frozenset(symbols or ()))
    try:
        return _Builder(dict(symbols or {}), variables).build(node)
    except _SYMPY_FAILURES as error:
        raise UnsupportedError(Message("This formula is beyond what can be evaluated here.")) from error


# What SymPy raises where it cannot build a value: comparisons without an answer, sizes beyond its own limits.
_SYMPY_FAILURES = (TypeError, ValueError, AttributeError, NotImplementedError, ArithmeticError, RecursionError)


class _Builder:
    def __init__(self, symbols: dict[str, Any], variables: frozenset[str]) -> None:
        self._symbols = symbols
        self._variables = variables
        self._bits = 0

    def build(self, node: Node) -> Any:  # noqa: ANN401, C901, PLR0911, PLR0912 - one line a kind of node
        match node:
            case Number(value=value):
                return Rational(value.numerator, value.denominator)
            case Name():
                return self._name(node)
            case Sum(terms=terms):
                built = [_value(self.build(t)) for t in terms]
                return reduce(_plus, built) if any(_is_matrix(b) for b in built) else sympy.Add(*built)
            case Product(factors=factors):
                built = [self.build(f) for f in factors]
                return (
                    reduce(_times, built)
                    if any(_is_matrix(b) for b in built)
                    else sympy.Mul(*[_value(b) for b in built])
                )
            case Quotient(numerator=top, denominator=bottom):
                return self._quotient(self.build(top), self.build(bottom))
            case Negative(operand=operand):
                return -_value(self.build(operand))
            case Power(base=base, exponent=exponent):
                return self._power(self.build(base), self.build(exponent))
            case Call(function=function, arguments=arguments):
                return self._call(function, arguments)
            case Relation():
                return self._relation(node)
            case Collection(kind=kind, items=items):
                built = [self.build(i) for i in items]
                if kind is Kind.LIST and len(built) == 1:
                    return built[0]
                return sympy.FiniteSet(*built) if kind is Kind.SET else sympy.Tuple(*built)
            case Matrix(rows=rows):
                return sympy.ImmutableMatrix([[_value(self.build(cell)) for cell in row] for row in rows])
            case Mixed(whole=whole, fraction=fraction):
                return whole + Rational(fraction.numerator, fraction.denominator)
            case Based(value=number):
                return Integer(number)
            case Percent(operand=operand):
                return _value(self.build(operand)) / 100
            case Degrees(operand=operand):
                return _value(self.build(operand)) * sympy.pi / 180
            case Factorial(operand=operand):
                return self._factorial(_value(self.build(operand)))
            case Truth(value=truth):
                return sympy.true if truth else sympy.false
            case _:
                return self._statement(node)

    def _statement(self, node: Node) -> Any:  # noqa: ANN401, C901, PLR0911, PLR0912  - one line a kind of node
        match node:
            case Interval(left=left, right=right, left_open=left_open, right_open=right_open):
                return self._interval(self.build(left), self.build(right), left_open=left_open, right_open=right_open)
            case SetOperation(kind=kind, parts=parts):
                built = [self.build(p) for p in parts]
                if not all(isinstance(b, sympy.Set) for b in built):
                    raise UnsupportedError(Message("This is not a set."))
                operation = {"union": sympy.Union, "intersection": sympy.Intersection}.get(kind)
                return operation(*built) if operation else reduce(sympy.Complement, built)
            case NumberSet(name=name):
                return _NUMBER_SETS[name]
            case Junction(kind=kind, parts=parts):
                built = [self.build(p) for p in parts]
                if all(isinstance(b, sympy.logic.boolalg.Boolean) for b in built):
                    return (sympy.And if kind == "and" else sympy.Or)(*built, evaluate=False)
                return sympy.FiniteSet(*built) if kind == "or" else sympy.Tuple(*built)
            case Derivative(body=body, variable=variable, order=order):
                return sympy.Derivative(_value(self.build(body)), (self._variable(variable), order))
            case Integral(body=body, variable=variable, lower=None):
                return sympy.Integral(_value(self.build(body)), self._variable(variable))
            case Integral(body=body, variable=variable, lower=lower, upper=upper) if (
                lower is not None and upper is not None
            ):
                ends = (_value(self.build(lower)), _value(self.build(upper)))
                return sympy.Integral(_value(self.build(body)), (self._variable(variable), *ends))
            case Limit(body=body, variable=variable, target=target, side=side):
                point = _value(self.build(target))
                return sympy.Limit(_value(self.build(body)), self._variable(variable), point, side or "+-")
            case Series(kind=kind, body=body, variable=variable, lower=lower, upper=upper):
                operation = sympy.Sum if kind == "sum" else sympy.Product
                ends = (_value(self.build(lower)), _value(self.build(upper)))
                return operation(_value(self.build(body)), (self._variable(variable), *ends))
            case Ratio(parts=(first, second)):
                return self._quotient(self.build(first), self.build(second))
            case Apply(function=function, arguments=arguments, primes=0):
                return sympy.Function(function)(*[_value(self.build(a)) for a in arguments])
            case PlusMinus():
                raise UnsupportedError(Message("“±” stands for two values."))
            case Congruence() | Text() | Apply() | Ratio() | _:
                raise UnsupportedError(Message("This kind of formula has no single value."))

    # Names

    def _name(self, name: Name) -> Any:  # noqa: ANN401
        given = self._symbols.get(name.full)
        if given is not None:
            return given
        if name.full not in self._variables and name.full in _CONSTANTS:
            return _CONSTANTS[name.full]
        return sympy.Symbol(name.full)

    def _variable(self, name: Name) -> sympy.Symbol:
        symbol = self._symbols.get(name.full)
        return symbol if isinstance(symbol, sympy.Symbol) else sympy.Symbol(name.full)

    # Operations

    def _quotient(self, top: Any, bottom: Any) -> Any:  # noqa: ANN401
        if _is_matrix(bottom):
            raise UnsupportedError(Message("One cannot divide by a matrix."))
        if bottom.is_zero:
            raise UndefinedError(Message("Division by zero."))
        return top / _value(bottom)

    def _power(self, base: Any, exponent: Any) -> Any:  # noqa: ANN401
        exponent = _value(exponent)
        if _is_matrix(base):
            return self._matrix_power(base, exponent)
        base = _value(base)
        if base.is_zero and (exponent.is_nonpositive or exponent.is_negative):
            raise UndefinedError(Message("Division by zero.") if exponent.is_negative else Message("0^0 has no value."))
        if exponent.is_Rational:
            self._allow(abs(exponent) * _weight(base))
            if abs(exponent) > MAX_EXPONENT and base not in (S.One, S.NegativeOne, S.ImaginaryUnit):
                raise _too_large()
            if not exponent.is_Integer and exponent.q * _weight(base) > MAX_ROOT_BITS:
                raise _too_large()
        elif _weight(base) > MAX_ROOT_BITS or (exponent.is_number and _magnitude(exponent) > MAX_EXPONENT):
            raise _too_large()
        return base**exponent

    def _matrix_power(self, base: Any, exponent: Any) -> Any:  # noqa: ANN401
        if isinstance(exponent, sympy.Symbol) and exponent.name == "T":
            return base.T
        if not exponent.is_Integer or abs(exponent) > MAX_MATRIX_POWER or base.rows != base.cols:
            raise UnsupportedError(Message("This power of a matrix is not defined here."))
        self._allow(abs(exponent) * _weight(base))
        if exponent.is_negative and base.det() == 0:
            raise UndefinedError(Message("This matrix has no inverse."))
        return base**exponent

    def _factorial(self, argument: Any) -> Any:  # noqa: ANN401
        if argument.is_number:
            if argument.is_negative:
                raise UndefinedError(Message("The factorial of a negative number has no value."))
            if _magnitude(argument) > MAX_FACTORIAL:
                raise _too_large()
            self._allow(factorial_bits(_magnitude(argument)))
        return sympy.factorial(argument)

    def _allow(self, bits: Any) -> None:  # noqa: ANN401
        self._bits += bits
        if self._bits > MAX_BITS:
            raise _too_large()

    def _interval(self, left: Any, right: Any, *, left_open: bool, right_open: bool) -> Any:  # noqa: ANN401
        left, right = _value(left), _value(right)
        if not (left.is_extended_real and right.is_extended_real) and left.is_number and right.is_number:
            raise UnsupportedError(Message("The ends of an interval are real numbers."))
        if not (left.is_number and right.is_number):
            raise UnsupportedError(Message("The ends of this interval are not numbers."))
        if (left > right) == True:  # noqa: E712 - a SymPy truth
            raise UnsupportedError(Message("The left end of an interval is not above the right end."))
        return sympy.Interval(left, right, left_open, right_open)

    def _relation(self, node: Relation) -> Any:  # noqa: ANN401
        built = [self.build(o) for o in node.operands]
        links = [self._link(a, o, b) for a, o, b in zip(built, node.operators, built[1:], strict=False)]
        return links[0] if len(links) == 1 else sympy.And(*links, evaluate=False)

    def _link(self, left: Any, operator: str, right: Any) -> Any:  # noqa: ANN401
        if operator == "in":
            if isinstance(right, sympy.Tuple) and len(right) == 2:  # noqa: PLR2004 - an open interval
                right = self._interval(right[0], right[1], left_open=True, right_open=True)
            if not isinstance(right, sympy.Set):
                raise UnsupportedError(Message("This is not a set."))
            return sympy.Contains(left, right, evaluate=False)
        relation = _RELATIONS.get(operator)
        if relation is None:
            raise UnsupportedError(Message("“About equal” is not an exact statement."))
        if (
            _is_matrix(left)
            or _is_matrix(right)
            or not (isinstance(left, sympy.Expr) and isinstance(right, sympy.Expr))
        ):
            if operator in ("=", "!="):
                return relation(left, right, evaluate=False)
            raise UnsupportedError(Message("These cannot be compared by size."))
        return relation(left, right, evaluate=False)

    # Functions

    def _call(self, function: str, arguments: tuple[Node, ...]) -> Any:  # noqa: ANN401, C901, PLR0911, PLR0912
        values = [self.build(a) for a in arguments]
        if function in _MATRIX_FUNCTIONS:
            return self._matrix_call(function, values[0])
        if function == "norm":
            raise UnsupportedError(Message("This kind of formula has no single value."))
        values = [_value(v) for v in values]
        if function in _EAGER and any(v.has(*_HEADS) for v in values):
            raise UnsupportedError(Message("This formula is beyond what can be evaluated here."))
        match function, values:
            case "sqrt", [radicand]:
                return self._power(radicand, S.Half)
            case "root", [radicand, degree]:
                if degree.is_zero:
                    raise UndefinedError(Message("Division by zero."))
                if radicand.is_negative and degree.is_odd:
                    return -self._power(-radicand, 1 / degree)
                return self._power(radicand, 1 / degree)
            case "exp", [exponent]:
                return self._power(S.Exp1, exponent)
            case "ln" | "log", [argument]:
                return self._logarithm(argument)
            case "log", [argument, base]:
                if (base - 1).is_zero or base.is_nonpositive:
                    raise UndefinedError(Message("This base of a logarithm is not allowed."))
                return self._logarithm(argument, base)
            case (("binomial" | "permutations"), [n, k]):
                return self._choices(function, n, k)
            case (("gamma" | "doublefactorial"), [argument]):
                if argument.is_number and _magnitude(argument) > MAX_FACTORIAL:
                    raise _too_large()
                self._allow(factorial_bits(_magnitude(argument)) if argument.is_number else 0)
            case "mod", [_, divisor] if divisor.is_zero:
                raise UndefinedError(Message("Division by zero."))
            case (("gcd" | "lcm"), _):
                return self._divisors(function, values)
            case _:
                pass
        known = _FUNCTIONS.get(function)
        if known is None:
            raise UnsupportedError(Message("This formula is beyond what can be evaluated here."))
        result = known(*values)
        if result.has(S.ComplexInfinity, S.NaN):
            raise UndefinedError(Message("“{name}” has no value there.", name=function))
        return result

    def _logarithm(self, argument: Any, base: Any = None) -> Any:  # noqa: ANN401
        if argument.is_zero:
            raise UndefinedError(Message("The logarithm of zero has no value."))
        if base is None:
            return sympy.log(argument)
        return sympy.log(argument, base)

    def _choices(self, function: str, n: Any, k: Any) -> Any:  # noqa: ANN401
        if n.is_number and k.is_number:
            if not (n.is_Integer and k.is_Integer and n >= 0):
                raise UnsupportedError(Message("Combinations count with whole numbers."))
            smaller = min(abs(int(k)), abs(int(n - k))) if function == "binomial" else abs(int(k))
            self._allow(min(int(n), MAX_BITS + 1) if smaller * _bits(n) > int(n) else smaller * _bits(n))
            if function == "permutations":
                self._allow(smaller * _bits(n))
                return S.Zero if k > n else sympy.ff(n, k)
        return sympy.binomial(n, k) if function == "binomial" else sympy.factorial(n) / sympy.factorial(n - k)

    def _divisors(self, function: str, values: list[Any]) -> Any:  # noqa: ANN401
        if not all(v.is_Integer for v in values):
            raise UnsupportedError(Message("“{name}” is taken of whole numbers.", name=function))
        return Integer(sympy.igcd(*values, 0) if function == "gcd" else sympy.ilcm(*values, 1))

    def _matrix_call(self, function: str, matrix: Any) -> Any:  # noqa: ANN401, C901 - a line a function
        if not _is_matrix(matrix):
            if function == "transpose":
                raise UnsupportedError(Message("This is not a matrix."))
            raise UnsupportedError(Message("This is not a matrix."))
        if function in ("det", "trace", "inverse", "adjugate") and matrix.rows != matrix.cols:
            raise UndefinedError(Message("This matrix is not square."))
        if matrix.free_symbols and matrix.rows > 4:  # noqa: PLR2004 - a symbolic 7 by 7 determinant takes minutes
            raise _too_large()
        match function:
            case "det":
                return matrix.det()
            case "trace":
                return matrix.trace()
            case "transpose":
                return matrix.T
            case "rank":
                return Integer(matrix.rank())
            case "adjugate":
                return matrix.adjugate()
            case _:
                if matrix.det() == 0:
                    raise UndefinedError(Message("This matrix has no inverse."))
                return matrix.inv()


_CONSTANTS = {"pi": sympy.pi, "e": sympy.E, "i": sympy.I, "oo": sympy.oo}
_NUMBER_SETS = {"N": S.Naturals, "Z": S.Integers, "Q": S.Rationals, "R": S.Reals, "C": S.Complexes}
_RELATIONS: dict[str, Any] = {
    "=": sympy.Eq, "!=": sympy.Ne, "<": sympy.StrictLessThan, ">": sympy.StrictGreaterThan,
    "<=": sympy.LessThan, ">=": sympy.GreaterThan,
}  # fmt: skip
# SymPy computes these at once where their argument is a number; of a long sum that takes for ever.
_EAGER = frozenset(
    {"floor", "ceil", "sign", "abs", "min", "max", "mod", "re", "im", "arg", "conj", "gamma", "binomial"}
)
_HEADS = (sympy.Sum, sympy.Product, sympy.Integral, sympy.Limit, sympy.Derivative)
_MATRIX_FUNCTIONS = frozenset({"det", "trace", "transpose", "inverse", "rank", "adjugate"})
_FUNCTIONS: dict[str, Any] = {
    "sin": sympy.sin, "cos": sympy.cos, "tan": sympy.tan, "cot": sympy.cot, "sec": sympy.sec, "csc": sympy.csc,
    "asin": sympy.asin, "acos": sympy.acos, "atan": sympy.atan, "acot": sympy.acot, "asec": sympy.asec,
    "acsc": sympy.acsc, "sinh": sympy.sinh, "cosh": sympy.cosh, "tanh": sympy.tanh, "coth": sympy.coth,
    "sech": sympy.sech, "csch": sympy.csch, "asinh": sympy.asinh, "acosh": sympy.acosh, "atanh": sympy.atanh,
    "abs": sympy.Abs, "floor": sympy.floor, "ceil": sympy.ceiling, "sign": sympy.sign, "min": sympy.Min,
    "max": sympy.Max, "mod": sympy.Mod, "gamma": sympy.gamma, "doublefactorial": sympy.factorial2,
    "re": sympy.re, "im": sympy.im, "conj": sympy.conjugate, "arg": sympy.arg,
}  # fmt: skip


def _too_large() -> TooLargeError:
    return TooLargeError(Message("This number is too large to work with."))


def _is_matrix(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, sympy.MatrixBase)


def _value(built: Any) -> Any:  # noqa: ANN401
    """The value itself where it may be calculated with."""
    if isinstance(built, sympy.Expr | sympy.MatrixBase):
        return built
    raise UnsupportedError(Message("One cannot calculate with this as with a number."))


def _plus(left: Any, right: Any) -> Any:  # noqa: ANN401
    if _is_matrix(left) != _is_matrix(right) or (_is_matrix(left) and left.shape != right.shape):
        raise UndefinedError(Message("These matrices cannot be added."))
    return left + right


def _times(left: Any, right: Any) -> Any:  # noqa: ANN401
    if _is_matrix(left) and _is_matrix(right) and left.cols != right.rows:
        raise UndefinedError(Message("These matrices cannot be multiplied."))
    return _value(left) * _value(right)


def _bits(number: Any) -> int:  # noqa: ANN401
    return max(int(abs(number.p)).bit_length(), int(number.q).bit_length())


def _weight(expression: Any) -> int:  # noqa: ANN401
    """Bits of all the numbers in an expression: what a power multiplies."""
    if expression.is_Rational if isinstance(expression, sympy.Expr) else False:
        return 0 if expression in (S.One, S.NegativeOne, S.Zero) else _bits(expression)
    numbers = expression.atoms(sympy.Rational)
    return sum(_bits(n) for n in numbers if n not in (S.One, S.NegativeOne))


def _magnitude(constant: Any) -> float:  # noqa: ANN401
    """The size of a constant, roughly; infinite where it is beyond a float."""
    if constant.is_Rational:
        return abs(float(constant)) if _bits(constant) < 1000 else float("inf")  # noqa: PLR2004 - a float holds 1024 bits
    if constant in (sympy.oo, -sympy.oo):
        return 0.0
    if constant.has(*_HEADS):
        raise UnsupportedError(Message("This formula is beyond what can be evaluated here."))
    return abs(complex(constant.evalf(8, maxn=30)))
