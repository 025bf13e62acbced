"""Statements about one real number by exact algebra with SymPy: cases, squaring and multiplicities, no sampling.

An absolute value is split into its two cases; the sign of a fraction follows from its leading coefficients and the
multiplicity of every root; `a + b*sqrt(f)` is compared by the signs of a, b and a^2 - b^2*f. An equation with
other radicals gives candidates by elimination, and each is put back exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import fmpq_poly

from maths.engines.sympy_form import to_sympy
from maths.families.equations.real_parts import index_of, radicand_of, without_squares
from maths.families.equations.real_set import EVERYTHING, NOTHING, RealSet, compare, finite, is_zero, reduced
from maths.families.routes.radicals import radical_roots
from maths.families.routes.rational import quotient
from maths.families.settled import UndecidedError
from maths.families.terms import fraction, number
from maths.message import Message
from maths.tree import Call, Name, Negative, Power, Quotient, Sum, names, walk
from maths.values import rewritten

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node, Relation

X = sympy.Symbol("x", real=True)
_OPPOSITE = {"<": (-1,), ">": (1,), "<=": (-1, 0), ">=": (1, 0), "=": (0,), "!=": (-1, 1)}
_SQUARE = 2
_TOO_HARD = Message("Inequalities with several roots are not decided yet.")


def solve(relation: Relation, unknown: str) -> RealSet:
    """All real numbers for which every link of the chain is true. Raises UndecidedError, UnsupportedError."""
    found = EVERYTHING
    for left, operator, right in zip(relation.operands, relation.operators, relation.operands[1:], strict=False):
        found = found & where(Sum((left, Negative(right))), operator, unknown)
    return found


def where(node: Node, operator: str, unknown: str) -> RealSet:
    """The real numbers for which an expression has a value, and that is `operator` 0."""
    node = without_squares(node, unknown)
    modulus = _innermost_modulus(node)
    if modulus is not None:
        (inner,) = modulus.arguments
        not_negative = where(inner, ">=", unknown) & where(_put(node, modulus, inner), operator, unknown)
        negative = where(inner, "<", unknown) & where(_put(node, modulus, Negative(inner)), operator, unknown)
        return not_negative | negative
    return domain(node, unknown) & _compared(node, operator, unknown)


def domain(node: Node, unknown: str) -> RealSet:
    """Where nothing is divided by zero and no even root is taken of a negative number."""
    found = EVERYTHING
    for part in walk(node):
        match part:
            case Quotient(denominator=denominator) if names(denominator, frozenset({unknown})):
                found = found & where(denominator, "!=", unknown)
            case _ if index_of(part) and index_of(part) % 2 == 0:
                found = found & where(radicand_of(part), ">=", unknown)
            case Power(base=base, exponent=exponent) if not index_of(part) and _may_divide(exponent):
                found = found & where(base, "!=", unknown)
    return found


def _may_divide(exponent: Node) -> bool:
    return isinstance(exponent, Negative) or exponent == number(0)


def _innermost_modulus(node: Node) -> Call | None:
    found = [part for part in walk(node) if isinstance(part, Call) and part.function == "abs"]
    return found[-1] if found else None


def _put(node: Node, part: Node, value: Node) -> Node:
    return rewritten(node, lambda inner: value if inner == part else None)


# Signs


@dataclass(frozen=True, slots=True)
class _Fraction:
    """A quotient of polynomials in X, cancelled."""

    above: Symbolic
    below: Symbolic

    @classmethod
    def of(cls, expression: Symbolic) -> _Fraction:
        above, below = sympy.fraction(sympy.cancel(sympy.together(expression)))
        return cls(sympy.Poly(above, X, domain="QQ"), sympy.Poly(below, X, domain="QQ"))

    def where(self, operator: str) -> RealSet:
        """From the right: the sign at infinity, turned at every root of odd multiplicity."""
        wanted = _OPPOSITE[operator]
        if self.above.is_zero:
            return EVERYTHING if 0 in wanted else NOTHING
        roots: list[tuple[Symbolic, int, bool]] = []
        for polynomial, is_zero_there in ((self.above, True), (self.below, False)):
            for factor, multiplicity in polynomial.factor_list()[1]:
                roots += [(root, multiplicity, is_zero_there) for root in real_roots(factor)]
        roots = _ordered(roots)
        sign = 1 if self.above.LC() * self.below.LC() > 0 else -1
        truths = [sign in wanted]
        for _, multiplicity, is_zero_there in reversed(roots):
            sign = -sign if multiplicity % 2 else sign
            truths += [is_zero_there and 0 in wanted, sign in wanted]
        return reduced(tuple(root for root, _, _ in roots), tuple(reversed(truths)))


def real_roots(polynomial: Symbolic) -> list[Symbolic]:
    """The distinct real roots by radicals; how many there are is counted by Sturm's theorem. Raises UndecidedError."""
    count = int(polynomial.count_roots())
    if count == 0:
        return []
    coefficients = [sympy.Rational(c) for c in reversed(polynomial.all_coeffs())]
    found = radical_roots(fmpq_poly([quotient(fraction(c)) for c in coefficients]))
    real = [root for root in found if root.is_real]
    if len(real) != count:
        raise UndecidedError(Message("The two ways of solving it do not agree."))
    return real


def _ordered(roots: list[tuple[Symbolic, int, bool]]) -> list[tuple[Symbolic, int, bool]]:
    found: list[tuple[Symbolic, int, bool]] = []
    for entry in roots:
        place = next((i for i, other in enumerate(found) if compare(entry[0], other[0]) < 0), len(found))
        found.insert(place, entry)
    return found


def _compared(node: Node, operator: str, unknown: str) -> RealSet:
    radicals = list(dict.fromkeys(part for part in reversed(list(walk(node))) if index_of(part)))
    if not radicals:
        return _Fraction.of(to_sympy(node, symbols={unknown: X})).where(operator)
    if len(radicals) == 1 and index_of(radicals[0]) == _SQUARE:
        return _with_root(node, radicals[0], operator, unknown)
    if operator == "!=":
        return ~_by_candidates(node, unknown)
    if operator == "=":
        return _by_candidates(node, unknown)
    raise UndecidedError(_TOO_HARD)


def _as_letters(node: Node, radicals: list[Node], unknown: str) -> Symbolic:
    """The expression with a letter in place of every radical, inner ones first."""
    letters = {f"T_{place}": sympy.Symbol(f"T_{place}") for place in range(len(radicals))}
    return to_sympy(lettered(node, radicals), symbols={unknown: X, **letters})


def lettered(node: Node, radicals: list[Node]) -> Node:
    def letter(part: Node) -> Node | None:
        if part not in radicals:
            return None
        found = Name("T", str(radicals.index(part)))
        if isinstance(part, Power):
            assert isinstance(part.exponent, Quotient)  # noqa: S101 - by `index_of`
            return Power(found, part.exponent.numerator)
        return found

    return rewritten(node, letter)


def _with_root(node: Node, radical: Node, operator: str, unknown: str) -> RealSet:
    """`a + b*sqrt(f)` against 0; a quotient is multiplied by the conjugate of its denominator."""
    letter = sympy.Symbol("T_0")
    f = sympy.cancel(to_sympy(radicand_of(radical), symbols={unknown: X}))
    above, below = sympy.fraction(sympy.together(_as_letters(node, [radical], unknown)))
    a, b = _linear(above, letter, f)
    c, d = _linear(below, letter, f)
    norm = sympy.cancel(c**2 - d**2 * f)
    if norm == 0:
        raise UndecidedError(_TOO_HARD)
    p, q = sympy.cancel((a * c - b * d * f) / norm), sympy.cancel((b * c - a * d) / norm)
    return _sign_sets(p, q, f, operator)


def _linear(expression: Symbolic, letter: Symbolic, square: Symbolic) -> tuple[Symbolic, Symbolic]:
    even, odd = sympy.Integer(0), sympy.Integer(0)
    for (power,), coefficient in sympy.Poly(expression, letter).terms():
        if power % 2:
            odd += coefficient * square ** (power // 2)
        else:
            even += coefficient * square ** (power // 2)
    return sympy.cancel(even), sympy.cancel(odd)


def _sign_sets(p: Symbolic, q: Symbolic, f: Symbolic, operator: str) -> RealSet:
    """Where p + q*sqrt(f) has the wanted sign; f >= 0 is taken care of by the domain."""
    first, second = _Fraction.of(p), _Fraction.of(q * f)  # q*f has the sign of q*sqrt(f)
    gap = _Fraction.of(p**2 - q**2 * f)
    same = {sign: first.where(o) & second.where(o) for sign, o in ((1, ">"), (-1, "<"))}
    found = NOTHING
    for sign in _OPPOSITE[operator]:
        if sign == 0:
            both = first.where("=") & second.where("=")
            found = found | both | (gap.where("=") & _opposed(first, second))
            continue
        mine, other = (">", "<") if sign > 0 else ("<", ">")
        wins = (first.where(mine) & second.where(other) & gap.where(">")) | (
            first.where(other) & second.where(mine) & gap.where("<")
        )
        alone = (first.where(mine) & second.where("=")) | (first.where("=") & second.where(mine))
        found = found | same[sign] | wins | alone
    return found


def _opposed(first: _Fraction, second: _Fraction) -> RealSet:
    return (first.where(">") & second.where("<")) | (first.where("<") & second.where(">"))


# Candidates


def candidates(node: Node, unknown: str) -> list[Symbolic]:
    """Real numbers among which every zero of the expression is: the radicals are eliminated one by one."""
    radicals = list(dict.fromkeys(part for part in reversed(list(walk(node))) if index_of(part)))
    above, _ = sympy.fraction(sympy.together(_as_letters(node, radicals, unknown)))
    for place in reversed(range(len(radicals))):
        letter = sympy.Symbol(f"T_{place}")
        if not above.has(letter):
            continue
        inner = _as_letters(radicand_of(radicals[place]), radicals, unknown)
        top, under = sympy.fraction(sympy.together(inner))
        above = sympy.resultant(above, letter ** index_of(radicals[place]) * under - top, letter)
    polynomial = sympy.Poly(above, X, domain="QQ")
    if polynomial.is_zero:
        raise UndecidedError(Message("It holds along whole intervals in a way that is not decided here."))
    found: list[Symbolic] = []
    for factor, _ in polynomial.factor_list()[1]:
        found += real_roots(factor)
    return found


def _by_candidates(node: Node, unknown: str) -> RealSet:
    allowed = domain(node, unknown)
    found = [value for value in candidates(node, unknown) if allowed.has(value) and _solves(node, value, unknown)]
    return finite(found)


def _solves(node: Node, value: Symbolic, unknown: str) -> bool:
    return is_zero(to_sympy(node, symbols={unknown: value}))
