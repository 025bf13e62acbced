"""Matrices of polynomials in some letters worked out by hand in python-flint: the route without SymPy.

Every operation that is carried out is noted, with the operands as they were then, for the worked solution.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from maths.bounds import TooLargeError, UndefinedError, UnsupportedError
from maths.families.routes.normal_form import Polynomials
from maths.families.terms import equals, fraction, name, number, plus, power, times
from maths.message import Message
from maths.tree import Call, Matrix, Name, Negative, Number, Power, Product, Quotient, Sum

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_SIDE = 6
MOST_IN_TURN = 6  # factors of a power multiplied one by one
MAX_SYMBOLIC_SIDE = 4
MAX_POWER = 5_000
MAX_ENTRY_BITS = 8_000  # of one number in a result: two thousand digits
TRANSPOSED = Name("T")

Rows: TypeAlias = "tuple[tuple[Symbolic, ...], ...]"


@dataclass(frozen=True, slots=True)
class Step:
    """One operation: its kind, what it is done to, what comes out."""

    kind: str
    before: Node
    after: Node
    left: Node | None = None
    right: Node | None = None


@dataclass(slots=True)
class Cells:
    """Works out matrix formulas over the polynomials in `letters`; `steps` are the operations in their order."""

    letters: tuple[str, ...]
    steps: list[Step] = field(default_factory=list)
    ring: Polynomials = field(init=False)

    def __post_init__(self) -> None:
        self.ring = Polynomials(self.letters)

    def value(self, node: Node) -> Rows | Symbolic:  # noqa: PLR0911 - one line a kind of node
        """Rows of a matrix, or a polynomial. Raises RefusedError where sizes do not fit or it is no polynomial."""
        match node:
            case Matrix(rows=rows):
                return self._literal(rows)
            case Sum(terms=terms) if has_matrix(node):
                return self._sum([self.value(term) for term in terms])
            case Product(factors=factors) if has_matrix(node):
                return self._product([self.value(factor) for factor in factors])
            case Negative(operand=operand) if has_matrix(node):
                return self._scaled(self._scalar(Number(fraction(-1))), self.value(operand))
            case Quotient(numerator=above, denominator=below) if has_matrix(above) and not has_matrix(below):
                return self._scaled(self._scalar(Quotient(number(1), below)), self.value(above))
            case Power(base=base, exponent=exponent) if has_matrix(base):
                return self._power(self.value(base), exponent)
            case Call(function=function, arguments=(argument,)) if has_matrix(argument):
                return self._call(function, self.value(argument))
        return self._scalar(node)

    def node(self, value: Rows | Symbolic) -> Node:
        """A value as it is written."""
        if isinstance(value, tuple):
            return Matrix(tuple(tuple(self._polynomial(entry) for entry in row) for row in value))
        return self._polynomial(value)

    def _polynomial(self, value: Symbolic) -> Node:
        terms = [
            self._term(coefficient, powers)
            for powers, coefficient in sorted(value.to_dict().items(), key=lambda item: item[0], reverse=True)
        ]
        return plus(*terms) if terms else number(0)

    def _term(self, coefficient: Symbolic, powers: Iterable[int]) -> Node:
        exact = fraction(coefficient)
        letters = [power(name(v), int(n)) for v, n in zip(self.letters, powers, strict=False) if int(n)]
        if exact < 0:
            return Negative(self._term(-exact, powers))
        if not letters:
            return number(exact)
        return times(*letters) if exact == 1 else times(number(exact), *letters)

    def _scalar(self, node: Node) -> Symbolic:
        return self.ring.read(node)

    def _literal(self, rows: tuple[tuple[Node, ...], ...]) -> Rows:
        side = max(len(rows), len(rows[0]))
        if side > MAX_SIDE or (self.letters and side > MAX_SYMBOLIC_SIDE):
            raise TooLargeError(Message("The matrix is too large to be worked out here."))
        return tuple(tuple(self._scalar(cell) for cell in row) for row in rows)

    def _note(self, kind: str, before: Node, after: Rows | Symbolic, *operands: Rows | Symbolic) -> None:
        left, right = (*(self.node(operand) for operand in operands), None, None)[:2]
        self.steps.append(Step(kind, before, self.node(after), left, right))

    def _sum(self, terms: list[Rows | Symbolic]) -> Rows | Symbolic:
        if not any(isinstance(term, tuple) for term in terms):
            return sum(terms[1:], terms[0])
        if any(not isinstance(term, tuple) or _shape(term) != _shape(terms[0]) for term in terms):
            raise UndefinedError(Message("These matrices cannot be added."))
        total = terms[0]
        for term in terms[1:]:
            total = tuple(tuple(a + b for a, b in zip(x, y, strict=True)) for x, y in zip(total, term, strict=True))
        self._note("add", plus(*(self.node(term) for term in terms)), total)
        return total

    def _product(self, factors: list[Rows | Symbolic]) -> Rows | Symbolic:
        found = factors[0]
        for factor in factors[1:]:
            if isinstance(found, tuple):
                both = isinstance(factor, tuple)
                found = self._multiplied(found, factor) if both else self._scaled(factor, found)
            else:
                found = self._scaled(found, factor)
        return found

    def _multiplied(self, left: Rows, right: Rows, *, quiet: bool = False) -> Rows:
        if len(left[0]) != len(right):
            raise UndefinedError(Message("These matrices cannot be multiplied."))
        product = tuple(tuple(self._dot(row, column) for column in zip(*right, strict=True)) for row in left)
        if not quiet:
            self._note("multiply", times(self.node(left), self.node(right)), product, left, right)
        return product

    def _dot(self, row: tuple[Symbolic, ...], column: tuple[Symbolic, ...]) -> Symbolic:
        total = self.ring.read(number(0))
        for a, b in zip(row, column, strict=True):
            total += a * b
        if any(int(c.p).bit_length() > MAX_ENTRY_BITS for c in total.coeffs()):
            raise TooLargeError(Message("This number is too large to work with."))
        return total

    def _scaled(self, factor: Symbolic, rows: Rows | Symbolic) -> Rows | Symbolic:
        if not isinstance(rows, tuple):
            return factor * rows
        scaled = tuple(tuple(factor * entry for entry in row) for row in rows)
        if factor == -1:
            self._note("scale", Negative(self.node(rows)), scaled)
        elif factor != 1:
            self._note("scale", times(self.node(factor), self.node(rows)), scaled)
        return scaled

    def _power(self, base: Rows | Symbolic, exponent: Node) -> Rows | Symbolic:
        if not isinstance(base, tuple):
            return base ** _whole(exponent)
        if exponent == TRANSPOSED:
            return self._call("transpose", base)
        count = _whole(exponent)
        _square(base)
        if count < 0:
            base, count = self._call("inverse", base), -count
            if count == 1:
                return base
        found, factors = self._raised(base, count)
        whole = Power(self.node(base), number(count))
        before = equals(whole, times(*map(self.node, factors))) if len(factors) > 1 else whole
        self._note("power", before, found, base)
        return found

    def _raised(self, base: Rows, count: int) -> tuple[Rows, list[Rows]]:
        """The power and the factors it is last multiplied from: a few one by one, as on paper, or by squaring."""
        written = self.node(base)
        factors: list[Rows] = []
        found = self._identity(len(base))
        if 1 < count <= MOST_IN_TURN:
            found = base
            for exponent in range(2, count):
                before, found = found, self._multiplied(found, base, quiet=True)
                self._note("raised", equals(Power(written, number(exponent)), times(self.node(before), written)), found)
            return self._multiplied(found, base, quiet=True), [found, base]
        square = base
        for place in range(count.bit_length()):
            if place:
                before, square = square, self._multiplied(square, square, quiet=True)
                both = equals(Power(written, number(1 << place)), times(self.node(before), self.node(before)))
                self._note("raised", both, square)
            if count >> place & 1:
                found = self._multiplied(found, square, quiet=True)
                factors.insert(0, square)
        return found, factors

    def _identity(self, size: int) -> Rows:
        one, zero = self.ring.read(number(1)), self.ring.read(number(0))
        return tuple(tuple(one if i == j else zero for j in range(size)) for i in range(size))

    def _call(self, function: str, value: Rows | Symbolic) -> Rows | Symbolic:
        if not isinstance(value, tuple):
            raise UnsupportedError(Message("This is not a matrix."))
        found: Rows | Symbolic
        match function:
            case "transpose":
                found = tuple(zip(*value, strict=True))
            case "trace":
                _square(value)
                found = self.ring.read(number(0))
                for place, row in enumerate(value):
                    found += row[place]
            case "det":
                _square(value)
                found = self.determinant(value)
            case "adjugate":
                found = self._adjugate(value)
            case "inverse":
                found = self._inverse(value)
            case _:
                raise UnsupportedError(Message("This kind of formula has no single value."))
        written = self.node(value)
        before = Power(written, TRANSPOSED) if function == "transpose" else Call(function, (written,))
        self._note(function, before, found, value)
        return found

    def determinant(self, rows: Rows) -> Symbolic:
        """Laplace's expansion along the first row, straight from the definition."""
        if len(rows) == 1:
            return rows[0][0]
        total = self.ring.read(number(0))
        for column, entry in enumerate(rows[0]):
            if entry != 0:
                minor = self.determinant(_minor(rows, 0, column))
                total += -entry * minor if column % 2 else entry * minor
        return total

    def _adjugate(self, rows: Rows) -> Rows:
        _square(rows)
        size = len(rows)
        if size == 1:
            return self._identity(1)
        return tuple(
            tuple((-1) ** (i + j) * self.determinant(_minor(rows, i, j)) for i in range(size)) for j in range(size)
        )

    def _inverse(self, rows: Rows) -> Rows:
        _square(rows)
        determinant = self.determinant(rows)
        if determinant == 0:
            raise UndefinedError(Message("The determinant is zero, so the matrix has no inverse."))
        if determinant.total_degree() > 0:
            raise UnsupportedError(Message("Whether the matrix has an inverse depends on a letter."))
        divisor = determinant.leading_coefficient()
        return tuple(tuple(entry / divisor for entry in row) for row in self._adjugate(rows))


def has_matrix(node: Node) -> bool:
    """Whether a formula is worth a matrix, or is calculated from one."""
    match node:
        case Matrix():
            return True
        case Sum(terms=parts) | Product(factors=parts) | Call(arguments=parts):
            return any(has_matrix(part) for part in parts)
        case Negative(operand=part) | Power(base=part) | Quotient(numerator=part):
            return has_matrix(part)
    return False


def _minor(rows: Rows, i: int, j: int) -> Rows:
    return tuple(
        tuple(entry for column, entry in enumerate(row) if column != j) for place, row in enumerate(rows) if place != i
    )


def _shape(rows: Rows) -> tuple[int, int]:
    return len(rows), len(rows[0])


def _square(rows: Rows) -> None:
    if len(rows) != len(rows[0]):
        raise UndefinedError(Message("The matrix is not square."))


def _whole(exponent: Node) -> int:
    sign = 1
    if isinstance(exponent, Negative):
        sign, exponent = -1, exponent.operand
    if isinstance(exponent, Number) and exponent.value.denominator == 1 and exponent.value <= MAX_POWER:
        return sign * int(exponent.value)
    raise UnsupportedError(Message("This power of a matrix is not defined here."))
