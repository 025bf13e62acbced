"""Statements about one real number by python-flint alone: where their truth can change, and their truth there.

A boundary polynomial is built straight from the tree: every divisor, radicand, argument of an absolute value and
every difference of two sides, for each choice of signs of the absolute values, is a polynomial in the unknown and
the radicals in it, and a resultant takes the radicals away. Off its real roots all of these keep their signs, so
one number between two roots stands for all. At the roots and between them the statement as it was typed is
evaluated in balls of `_PRECISION` bits; what is below 2^-_ZERO counts as zero there, which the exact route confirms.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING

from flint import acb, arb, fmpq, fmpq_mpoly_ctx, fmpq_poly

from maths.bounds import UndefinedError, UnsupportedError
from maths.families.equations.real_parts import (
    MAX_DEGREE,
    NOT_THIS_KIND,
    index_of,
    radicand_of,
    whole_exponent,
    without_squares,
)
from maths.families.routes.ball import precisely
from maths.families.settled import UndecidedError
from maths.message import Message
from maths.tree import (
    Call,
    Collection,
    Kind,
    Mixed,
    Name,
    Negative,
    Number,
    Percent,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_MODULI = 4  # absolute values in one statement
MAX_RADICALS = 3
_PRECISION = 1_500
_ZERO = 500


@dataclass(frozen=True, slots=True)
class Chart:
    """The real boundaries in order, as balls that do not meet, and the truth between and at them, as in `RealSet`."""

    boundaries: tuple[arb, ...]
    truths: tuple[bool, ...]


def chart(relation: Relation, unknown: str) -> Chart:
    """Raises UndecidedError, UnsupportedError."""
    with precisely(_PRECISION):
        sides = tuple(without_squares(side, unknown) for side in relation.operands)
        roots = _real_roots(_boundary_polynomial(Relation(sides, relation.operators), unknown))
        truths = [holds(relation, unknown, point) for point in _points(roots)]
    kept: list[arb] = []
    found = [truths[0]]
    for place, at, after in zip(roots, truths[1::2], truths[2::2], strict=True):
        if not found[-1] == at == after:
            kept.append(place)
            found += [at, after]
    return Chart(tuple(kept), tuple(found))


def _points(roots: list[arb]) -> list[arb]:
    if not roots:
        return [arb(fmpq(1, 3))]
    found = [roots[0].floor().mid() - fmpq(4, 3)]
    for low, high in pairwise(roots):
        found += [low, ((low + high) / 2).mid()]
    return [*found, roots[-1], roots[-1].ceil().mid() + fmpq(4, 3)]


def _real_roots(polynomial: fmpq_poly) -> list[arb]:
    if polynomial.degree() < 1:
        return []
    square_free = polynomial // polynomial.gcd(polynomial.derivative())
    found: list[tuple[acb, int]] = square_free.complex_roots()  # type: ignore[assignment]
    reals = sorted((ball.real for ball, _ in found if ball.imag == 0), key=lambda ball: float(ball.mid()))
    if any(not low < high for low, high in pairwise(reals)):
        raise UndecidedError(Message("Two boundaries lie too close together to be told apart."))
    return reals


# Where truth can change


def _boundary_polynomial(relation: Relation, unknown: str) -> fmpq_poly:
    moduli = _distinct(relation, lambda node: isinstance(node, Call) and node.function == "abs")
    radicals = _distinct(relation, lambda node: index_of(node) > 0)
    if len(moduli) > MAX_MODULI or len(radicals) > MAX_RADICALS:
        raise UndecidedError(Message("There are too many roots and absolute values in it."))
    whole = fmpq_poly([1])
    for signs in product((1, -1), repeat=len(moduli)):
        branch = _Branch(unknown, radicals, dict(zip(moduli, signs, strict=True)))
        for left, right in pairwise(relation.operands):
            branch.note(Sum((left, Negative(right))))
        for part in branch.eliminated():
            whole = whole * (part // part.gcd(whole)) if part.degree() > 0 else whole
            if whole.degree() > MAX_DEGREE:
                raise UndecidedError(Message("Its degree is too high to be solved here."))
    return whole


def _distinct(node: Node, chosen: Callable[[Node], bool]) -> list[Node]:
    """The parts that are chosen, inner ones before the ones they stand in."""
    return list(dict.fromkeys(part for part in reversed(list(walk(node))) if chosen(part)))


class _Branch:
    """One choice of signs: parts become quotients of polynomials in the unknown and one letter for each radical."""

    def __init__(self, unknown: str, radicals: list[Node], signs: dict[Node, int]) -> None:
        letters = ("x", *(f"t{place}" for place in range(len(radicals))))
        context = fmpq_mpoly_ctx.get(letters, "lex")
        self._one = context.constant(1)
        self._x, *self._letters = context.gens()
        self._names = letters
        self._unknown, self._radicals, self._signs = unknown, radicals, signs
        self._relations: list[Symbolic] = [None] * len(radicals)
        self._noted: list[Symbolic] = []

    def note(self, node: Node) -> None:
        self._noted.append(self._build(node)[0])

    def eliminated(self) -> list[fmpq_poly]:
        return [found for part in self._noted if (found := self._without_radicals(part)) is not None]

    def _without_radicals(self, part: Symbolic) -> fmpq_poly | None:
        """The resultant with every radical's equation; None where the part is always zero."""
        if part == 0:
            return None
        for place in reversed(range(len(self._radicals))):
            used = self._names.index(f"t{place}")
            if self._relations[place] is None or part.degrees()[used] == 0:
                continue
            whole, rest = divmod(part, self._relations[place])
            if rest == 0 and whole != 0:
                return None
            part = part.resultant(self._relations[place], f"t{place}")
            if part == 0:
                raise UndecidedError(Message("It holds along whole intervals in a way that is not decided here."))
        coefficients: dict[int, fmpq] = {powers[0]: value for powers, value in part.to_dict().items()}
        if max(coefficients) > MAX_DEGREE:
            raise UndecidedError(Message("Its degree is too high to be solved here."))
        return fmpq_poly([coefficients.get(power, fmpq(0)) for power in range(max(coefficients) + 1)])

    def _build(self, node: Node) -> tuple[Symbolic, Symbolic]:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
        match node:
            case Number(value=value):
                return self._one * fmpq(value.numerator, value.denominator), self._one
            case Mixed(whole=whole, fraction=part):
                return self._build(Number(whole + part if whole >= 0 else whole - part))
            case Percent(operand=operand):
                return self._quotient(self._build(operand), (self._one * 100, self._one))
            case Name() if node.full == self._unknown:
                return self._x, self._one
            case Negative(operand=operand):
                above, below = self._build(operand)
                return -above, below
            case Sum(terms=terms):
                above, below = self._build(terms[0])
                for term in terms[1:]:
                    a, b = self._build(term)
                    above, below = (above + a, below) if b == below else (above * b + a * below, below * b)
                return above, below
            case Product(factors=factors):
                above, below = self._one, self._one
                for a, b in map(self._build, factors):
                    above, below = above * a, below * b
                return above, below
            case Quotient(numerator=numerator, denominator=denominator):
                return self._quotient(self._build(numerator), self._build(denominator))
            case Collection(kind=Kind.LIST, items=(item,)):
                return self._build(item)
            case Call(function="abs", arguments=(argument,)):
                above, below = self._build(argument)
                self._noted.append(above)
                return above * self._signs[node], below
            case _ if index_of(node):
                return self._radical(node)
            case Power(base=base, exponent=exponent):
                return self._power(self._build(base), whole_exponent(exponent))
        raise UnsupportedError(NOT_THIS_KIND)

    def _quotient(self, left: tuple[Symbolic, Symbolic], right: tuple[Symbolic, Symbolic]) -> tuple[Symbolic, Symbolic]:
        self._noted.append(right[0])
        if right[0] == 0:
            raise UndefinedError(Message("It divides by zero."))
        return left[0] * right[1], left[1] * right[0]

    def _power(self, base: tuple[Symbolic, Symbolic], exponent: int) -> tuple[Symbolic, Symbolic]:
        if exponent <= 0:
            base, exponent = self._quotient((self._one, self._one), base), -exponent
        return base[0] ** exponent, base[1] ** exponent

    def _radical(self, node: Node) -> tuple[Symbolic, Symbolic]:
        place, index = self._radicals.index(node), index_of(node)
        above, below = self._build(radicand_of(node))
        self._noted += [above, below]
        letter = self._letters[place]
        self._relations[place] = letter**index * below - above
        if isinstance(node, Power):
            assert isinstance(node.exponent, Quotient)  # noqa: S101 - by `index_of`
            return self._power((letter, self._one), whole_exponent(node.exponent.numerator))
        return letter, self._one


# The truth of the statement as typed


def holds(relation: Relation, unknown: str, point: arb) -> bool:
    values: list[arb] = []
    try:
        values = [_value(side, unknown, point) for side in relation.operands]
    except UndefinedError:
        return False
    return all(
        _compared(_snapped(a - b), operator)
        for a, operator, b in zip(values, relation.operators, values[1:], strict=False)
    )


def _compared(gap: arb, operator: str) -> bool:
    match operator:
        case "=":
            return bool(gap == 0)
        case "!=":
            return bool(gap != 0)
        case "<":
            return bool(gap < 0)
        case ">":
            return bool(gap > 0)
        case "<=":
            return bool(gap <= 0)
        case ">=":
            return bool(gap >= 0)
    raise UnsupportedError(NOT_THIS_KIND)


def _snapped(value: arb) -> arb:
    """Exactly zero where the ball is tiny and holds zero."""
    if not value.contains(0):
        return value
    if value.rad() < arb(2) ** -_ZERO:
        return arb(0)
    raise UndecidedError(Message("Its sign cannot be told there."))


def _value(node: Node, unknown: str, point: arb) -> arb:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
    def value(part: Node) -> arb:
        return _value(part, unknown, point)

    match node:
        case Number(value=exact):
            return arb(fmpq(exact.numerator, exact.denominator))
        case Mixed(whole=whole, fraction=part):
            return value(Number(whole + part if whole >= 0 else whole - part))
        case Percent(operand=operand):
            return value(operand) / 100
        case Name() if node.full == unknown:
            return point
        case Negative(operand=operand):
            return -value(operand)
        case Sum(terms=terms):
            return sum((value(term) for term in terms), arb(0))
        case Product(factors=factors):
            whole_product = arb(1)
            for factor in factors:
                whole_product *= value(factor)
            return whole_product
        case Quotient(numerator=numerator, denominator=denominator):
            return value(numerator) / _not_zero(value(denominator))
        case Collection(kind=Kind.LIST, items=(item,)):
            return value(item)
        case Call(function="abs", arguments=(argument,)):
            return abs(value(argument))
        case _ if index_of(node):
            return _root(node, _snapped(value(radicand_of(node))))
        case Power(base=base, exponent=exponent):
            n = whole_exponent(exponent)
            below = value(base)
            return _to_power(below, n)
    raise UnsupportedError(NOT_THIS_KIND)


def _to_power(base: arb, exponent: int) -> arb:
    """By multiplication: python-flint's own power of a ball around zero has no value."""
    if exponent <= 0:
        base, exponent = 1 / _not_zero(base), -exponent
    found = arb(1)
    for _ in range(exponent):
        found *= base
    return found


def _not_zero(value: arb) -> arb:
    value = _snapped(value)
    if value == 0:
        raise UndefinedError(Message("It divides by zero."))
    return value


def _root(node: Node, radicand: arb) -> arb:
    index = index_of(node)
    if radicand < 0 and index % 2 == 0:
        raise UndefinedError(Message("There is no real root of a negative number."))
    found = radicand if radicand == 0 else abs(radicand).root(index)
    found = -found if radicand < 0 else found
    if isinstance(node, Power):
        assert isinstance(node.exponent, Quotient)  # noqa: S101 - by `index_of`
        n = whole_exponent(node.exponent.numerator)
        return _to_power(found, n)
    return found
