"""The expression tree: what was typed, unevaluated, in one bounded shape."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Number:
    """A number as typed. `decimals` counts the digits after the point; None: an integer or an exact fraction."""

    value: Fraction
    decimals: int | None = None
    scientific: bool = False


@dataclass(frozen=True, slots=True)
class Based:
    """Digits in a base, `506_7`; `value` is what they are worth."""

    digits: str
    base: int
    value: int


@dataclass(frozen=True, slots=True)
class Name:
    """A variable or a constant: `x`, `x_1`, `alpha`; `pi`, `e`, `i`, `oo` are constants unless declared variables."""

    name: str
    subscript: str = ""

    @property
    def full(self) -> str:
        return f"{self.name}_{self.subscript}" if self.subscript else self.name


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms; `a - b` is `Sum((a, Negative(b)))`."""

    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Product:
    factors: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Quotient:
    numerator: Node
    denominator: Node


@dataclass(frozen=True, slots=True)
class Mixed:
    """A mixed number, `1 1/4`."""

    whole: int
    fraction: Fraction


@dataclass(frozen=True, slots=True)
class Negative:
    operand: Node


@dataclass(frozen=True, slots=True)
class PlusMinus:
    """`±operand`; `upper` is False for `∓`."""

    operand: Node
    upper: bool = True


@dataclass(frozen=True, slots=True)
class Power:
    base: Node
    exponent: Node


@dataclass(frozen=True, slots=True)
class Factorial:
    operand: Node


@dataclass(frozen=True, slots=True)
class Percent:
    operand: Node


@dataclass(frozen=True, slots=True)
class Degrees:
    operand: Node


@dataclass(frozen=True, slots=True)
class Call:
    """A known function: `log(8, 2)` is the logarithm of 8 to base 2, `root(x, 3)` the cube root."""

    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Apply:
    """A function the text names itself: `f(x)`, `f'(x)`."""

    function: str
    arguments: tuple[Node, ...]
    primes: int = 0


@dataclass(frozen=True, slots=True)
class Relation:
    """A chain `a < b <= c`: one operator fewer than operands. Operators: = != < > <= >= ~ (about) in."""

    operands: tuple[Node, ...]
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Congruence:
    """`left ≡ right (mod modulus)`."""

    left: Node
    right: Node
    modulus: Node


@dataclass(frozen=True, slots=True)
class Junction:
    """Statements or values joined by `and` or `or`."""

    kind: str
    parts: tuple[Node, ...]


class Kind(StrEnum):
    """How several things stand together."""

    SEQUENCE = "sequence"  # 1, 2, 3 without brackets
    TUPLE = "tuple"  # (1, 2): also an open interval, as the other side requires
    LIST = "list"  # [1, 2]: also a closed interval
    SET = "set"  # {1, 2}


@dataclass(frozen=True, slots=True)
class Collection:
    kind: Kind
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """Surely an interval: `(1, 2]`, `[0, oo)`."""

    left: Node
    right: Node
    left_open: bool
    right_open: bool


@dataclass(frozen=True, slots=True)
class SetOperation:
    """`union`, `intersection` or `difference` of sets."""

    kind: str
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class NumberSet:
    """N, Z, Q, R or C."""

    name: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """`3:4`."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    rows: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, slots=True)
class Derivative:
    body: Node
    variable: Name
    order: int = 1


@dataclass(frozen=True, slots=True)
class Integral:
    body: Node
    variable: Name
    lower: Node | None = None
    upper: Node | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """`side` is "+", "-" or "" for both."""

    body: Node
    variable: Name
    target: Node
    side: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """`kind` is "sum" or "product", over integers from lower to upper."""

    kind: str
    body: Node
    variable: Name
    lower: Node
    upper: Node


@dataclass(frozen=True, slots=True)
class Truth:
    value: bool


@dataclass(frozen=True, slots=True)
class Text:
    r"""Words in a formula, `\\text{ellipse}`."""

    text: str


Node: TypeAlias = (
    Number
    | Based
    | Name
    | Sum
    | Product
    | Quotient
    | Mixed
    | Negative
    | PlusMinus
    | Power
    | Factorial
    | Percent
    | Degrees
    | Call
    | Apply
    | Relation
    | Congruence
    | Junction
    | Collection
    | Interval
    | SetOperation
    | NumberSet
    | Ratio
    | Matrix
    | Derivative
    | Integral
    | Limit
    | Series
    | Truth
    | Text
)


def children(node: Node) -> Iterator[Node]:
    """The nodes directly below, bound variables included, in the order they are read."""
    if isinstance(node, Matrix):
        for row in node.rows:
            yield from row
        return
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, tuple):
            yield from (item for item in value if not isinstance(item, str))
        elif hasattr(value, "__dataclass_fields__"):
            yield value


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(list(children(current))))


CONSTANTS = frozenset({"pi", "e", "i", "oo"})


def names(node: Node, variables: frozenset[str] = frozenset()) -> frozenset[str]:
    """The variables of a tree by full name; constants count only when declared as `variables`."""
    found = {n.full for n in walk(node) if isinstance(n, Name)}
    return frozenset(found - (CONSTANTS - variables))


def is_infinite(node: Node) -> bool:
    """Whether the whole of it is plus or minus infinity."""
    return node in (Name("oo"), Negative(Name("oo")))
