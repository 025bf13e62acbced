"""The complex solutions of polynomial equations as points in balls: resultants by python-flint, no Gröbner basis.

For every letter the others are eliminated by resultants straight from the trees. These lie in the ideal, so each
coordinate of a solution is among their roots; combinations of roots are kept where every equation's ball holds zero.
"""

from __future__ import annotations

from itertools import combinations, permutations, product
from typing import TYPE_CHECKING

from flint import Ordering, acb, fmpq, fmpq_mpoly_ctx, fmpq_poly

from maths.bounds import TooLargeError, UndefinedError, UnsupportedError
from maths.families.equations.unknowns import excluded
from maths.families.routes.ball import number as ball
from maths.families.routes.ball import precisely
from maths.families.routes.rational import quotient, rational
from maths.families.settled import UndecidedError
from maths.families.terms import minus
from maths.message import Message
from maths.tree import Collection, Kind, Mixed, Name, Negative, Number, Percent, Power, Product, Quotient, Sum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.equations.unknowns import Conditions
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

    Point = dict[str, acb]

BITS = 900
_ZERO = 200  # what is below 2^-_ZERO and whose ball holds zero counts as zero; the other route confirms it
MAX_POINTS = 1_500
MAX_ELIMINATED = 48  # the degree of what is left of one letter
MAX_PRODUCT_TERMS = 4_000
MAX_ROOTS = 5
_SAMPLES: tuple[fmpq | int, ...] = (1, 2, -1, 3, fmpq(1, 2), -2)
MAX_SAMPLES = 8


def points(conditions: Conditions) -> list[Point]:
    """All complex solutions. Raises UndecidedError where there are infinitely many, or too many."""
    if conditions.roots_of is not None:
        return _orders_of_roots(conditions)
    return _Elimination(conditions).points({})


def samples(conditions: Conditions) -> Iterator[list[Point]]:
    """Solutions of equations that leave letters free: a few of these get numbers."""
    free = len(conditions.letters) - len(conditions.equations)
    if free < 1:
        return
    elimination = _Elimination(conditions)
    for fixed in list(combinations(reversed(conditions.letters), free))[:MAX_SAMPLES]:
        for values in list(product(_SAMPLES, repeat=free))[:MAX_SAMPLES]:
            try:
                yield elimination.points(dict(zip(fixed, values, strict=True)))
            except UndecidedError:
                break  # these letters do not fix the others


def value(node: Node, point: Point) -> acb:
    """The value of an expression at a solution."""
    with precisely(BITS):
        return ball(node, point)


def _orders_of_roots(conditions: Conditions) -> list[Point]:
    """The roots of one polynomial, in every order."""
    assert conditions.roots_of is not None  # noqa: S101 - by the caller
    left, right = (rational(side, conditions.unknown) for side in conditions.roots_of.operands)
    difference = left + -right
    if difference.denominator.degree() > 0 or len(conditions.letters) > MAX_ROOTS:
        raise UndecidedError(Message("There are too many equations or unknowns."))
    with precisely(BITS):
        roots = [root for root, times in isolated(difference.numerator) for _ in range(times)]
    if len(roots) != len(conditions.letters):
        raise UndecidedError(Message("There are not as many roots as letters."))
    found = [dict(zip(conditions.letters, order, strict=True)) for order in permutations(roots)]
    apart = excluded(conditions)
    with precisely(BITS):
        return [point for point in found if not any(is_zero(ball(node, point)) for node in apart)]


def isolated(polynomial: fmpq_poly) -> list[tuple[acb, int]]:
    """Enclosures of the complex roots with their multiplicities; the stubs of python-flint have another shape."""
    found: list[tuple[acb, int]] = polynomial.complex_roots()  # type: ignore[assignment]
    return [(root, int(times)) for root, times in found]


def is_zero(number: acb) -> bool:
    """Whether a ball stands for zero. Raises UndecidedError where it is too wide to tell."""
    if not number.contains(0):
        return False
    if float(number.rad()) < 2.0**-_ZERO:
        return True
    raise UndecidedError(Message("Its sign cannot be told there."))


class _Reader:
    """Fractions of polynomials in some letters."""

    def __init__(self, letters: tuple[str, ...]) -> None:
        self._letters = letters
        self._ring = fmpq_mpoly_ctx.get(letters, Ordering.lex)

    def read(self, node: Node) -> tuple[Symbolic, Symbolic]:  # noqa: C901, PLR0911 - one line a kind of node
        """Numerator and denominator, nothing cancelled."""
        one = self._ring.constant(1)
        match node:
            case Number(value=exact):
                return self._ring.constant(quotient(exact)), one
            case Mixed(whole=whole, fraction=part):
                return self._ring.constant(quotient(whole + part if whole >= 0 else whole - part)), one
            case Percent(operand=operand):
                above, below = self.read(operand)
                return above, below * 100
            case Name() if node.full in self._letters:
                return self._ring.gen(self._letters.index(node.full)), one
            case Negative(operand=operand):
                above, below = self.read(operand)
                return -above, below
            case Collection(kind=Kind.LIST, items=(item,)):
                return self.read(item)
            case Sum(terms=terms):
                return self._sum([self.read(term) for term in terms])
            case Product(factors=factors):
                above, below = one, one
                for a, b in map(self.read, factors):
                    above, below = self._times(above, a), self._times(below, b)
                return above, below
            case Quotient(numerator=numerator, denominator=denominator):
                (a, b), (c, d) = self.read(numerator), self.read(denominator)
                if c == 0:
                    raise UndefinedError(Message("It divides by zero."))
                return self._times(a, d), self._times(b, c)
            case Power(base=base, exponent=exponent):
                return self._power(self.read(base), exponent)
        raise UnsupportedError(Message("It is not a polynomial or a quotient of polynomials in the unknowns."))

    def _sum(self, parts: list[tuple[Symbolic, Symbolic]]) -> tuple[Symbolic, Symbolic]:
        above, below = parts[0]
        for a, b in parts[1:]:
            if b == below:
                above = above + a
            else:
                above, below = self._times(above, b) + self._times(a, below), self._times(below, b)
        return above, below

    def _times(self, a: Symbolic, b: Symbolic) -> Symbolic:
        if len(a) * len(b) > MAX_PRODUCT_TERMS:
            raise TooLargeError(Message("Multiplied out it would be too long."))
        return a * b

    def _power(self, base: tuple[Symbolic, Symbolic], exponent: Node) -> tuple[Symbolic, Symbolic]:
        sign, size = (-1, exponent.operand) if isinstance(exponent, Negative) else (1, exponent)
        if not (isinstance(size, Number) and size.value.denominator == 1 and size.value <= MAX_ELIMINATED):
            raise UnsupportedError(Message("It is not a polynomial or a quotient of polynomials in the unknowns."))
        above, below = base if sign > 0 else base[::-1]
        one = self._ring.constant(1)
        found = (one, one)
        for _ in range(int(size.value)):
            found = (self._times(found[0], above), self._times(found[1], below))
        return found


class _Elimination:
    def __init__(self, conditions: Conditions) -> None:
        self._letters = conditions.letters
        self._ring = fmpq_mpoly_ctx.get(conditions.letters, Ordering.lex)
        sides = [minus(*equation.operands) for equation in conditions.equations]
        reader = _Reader(conditions.letters)
        self._equations = [above for side in sides if (above := reader.read(side)[0]) != 0]
        self._apart = excluded(conditions)

    def points(self, given: dict[str, fmpq | int]) -> list[Point]:
        equations = [self._put(equation, given) for equation in self._equations]
        equations = [equation for equation in equations if equation != 0]
        letters = [letter for letter in self._letters if letter not in given]
        known = list(equations)
        with precisely(BITS):
            roots = {letter: self._roots_of(letter, equations, letters, known) for letter in letters}
            partial: list[Point] = [{letter: acb(number) for letter, number in given.items()}]
            for place, letter in enumerate(letters):
                inside = set(letters[: place + 1])
                tests = [p for p in known if letter in self._used(p) and self._used(p) <= inside]
                grown = [{**point, letter: root} for point in partial for root in roots[letter]]
                if len(grown) > MAX_POINTS:
                    raise UndecidedError(Message("There are too many solutions."))
                partial = [point for point in grown if all(is_zero(self._at(test, point)) for test in tests)]
            return [point for point in partial if not any(self._vanishes(node, point) for node in self._apart)]

    def _vanishes(self, node: Node, point: Point) -> bool:
        try:
            return is_zero(ball(node, point))
        except (UndefinedError, UnsupportedError):
            return True  # something inside is divided by zero

    def _roots_of(  # noqa: C901 - elimination step by step
        self, letter: str, equations: list[Symbolic], letters: list[str], known: list[Symbolic]
    ) -> list[acb]:
        """The roots of what is left when all other letters are eliminated."""
        left = list(equations)
        for other in letters:
            if other == letter:
                continue
            within = [p for p in left if other in self._used(p)]
            if not within:
                continue
            pivot = min(within, key=lambda p: (p.degrees()[self._letters.index(other)], p.total_degree()))
            left = [p for p in left if p is not pivot and other not in self._used(p)]
            for p in within:
                if p is pivot:
                    continue
                self._afford(pivot, p, other)
                resultant = pivot.resultant(p, other)
                if resultant == 0:
                    raise UndecidedError(Message("The equations have infinitely many solutions."))
                left.append(self._square_free(resultant))
            known += [p for p in left if p not in known]
        alone = [self._univariate(p, letter) for p in left]
        if not alone:
            raise UndecidedError(Message("The equations have infinitely many solutions."))
        whole = alone[0]
        for p in alone[1:]:
            whole = whole.gcd(p)
        if whole.degree() < 1:
            return []
        whole = whole // whole.gcd(whole.derivative())
        if whole.degree() > MAX_ELIMINATED:
            raise UndecidedError(Message("Its degree is too high to be solved here."))
        return [root for root, _ in isolated(whole)]

    def _square_free(self, p: Symbolic) -> Symbolic:
        """The product of its different factors."""
        if len(p) > MAX_PRODUCT_TERMS:
            raise UndecidedError(Message("Its degree is too high to be solved here."))
        found = self._ring.constant(1)
        for factor, _ in p.factor_squarefree()[1]:
            found = found * factor
        return found

    def _afford(self, a: Symbolic, b: Symbolic, letter: str) -> None:
        place = self._letters.index(letter)
        if a.total_degree() * b.degrees()[place] + b.total_degree() * a.degrees()[place] > 2 * MAX_ELIMINATED:
            raise UndecidedError(Message("Its degree is too high to be solved here."))

    def _used(self, p: Symbolic) -> set[str]:
        return {letter for letter, degree in zip(self._letters, p.degrees(), strict=True) if degree > 0}

    def _univariate(self, p: Symbolic, letter: str) -> fmpq_poly:
        place = self._letters.index(letter)
        coefficients = {powers[place]: number for powers, number in p.to_dict().items()}
        return fmpq_poly([coefficients.get(n, fmpq(0)) for n in range(max(coefficients) + 1)])

    def _at(self, p: Symbolic, point: Point) -> acb:
        total = acb(0)
        for powers, coefficient in p.to_dict().items():
            term = acb(coefficient)
            for letter, power in zip(self._letters, powers, strict=True):
                if power:
                    term *= point[letter] ** int(power)
            total += term
        return total

    def _put(self, p: Symbolic, given: dict[str, fmpq | int]) -> Symbolic:
        return p.subs({letter: fmpq(number) for letter, number in given.items()}) if given else p


def fraction_of(node: Node, letters: tuple[str, ...]) -> tuple[Symbolic, Symbolic]:
    """Numerator and denominator as polynomials in the letters, straight from the tree, nothing cancelled."""
    return _Reader(letters).read(node)
