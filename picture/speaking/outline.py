"""A formula as it is heard: what belongs together, in the order of operations, before it has a language.

The tree of the page (`maths.typesetting.tree`) is a line of signs; here a sum has terms, a function its argument,
a bracket its partner. Letters, numbers, signs, names and words are the page's own nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from maths.typesetting.tree import Letter, Mark, Name, Number, Sign, Words


@dataclass(frozen=True, slots=True)
class Listing:
    """Things between commas, and the words that join them."""

    parts: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """`a = b < c`; `first` is empty where the line before is continued, `modulus` of `a ≡ b (mod n)`."""

    first: Said | None
    rest: tuple[tuple[str, Said | None], ...]
    modulus: Said | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms, each after its sign; the first sign may be empty."""

    terms: tuple[tuple[str, Said], ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Factors, each after its operator; an empty operator where they only stand side by side."""

    factors: tuple[tuple[str, Said], ...]


@dataclass(frozen=True, slots=True)
class Ratio:
    top: Said
    bottom: Said


@dataclass(frozen=True, slots=True)
class Mixed:
    whole: Number
    part: Ratio


@dataclass(frozen=True, slots=True)
class Derivative:
    """`dy/dx`: what is differentiated (empty for `d/dx`), by what, how often, partially or not."""

    top: Said | None
    variable: Said
    order: str = ""
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Power:
    base: Said
    exponent: Said


@dataclass(frozen=True, slots=True)
class Index:
    base: Said
    below: Said


@dataclass(frozen=True, slots=True)
class Primed:
    base: Said
    count: int


@dataclass(frozen=True, slots=True)
class Radical:
    radicand: Said
    degree: Said | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its argument; the function may carry an index, an exponent or primes."""

    function: Said
    argument: Said


@dataclass(frozen=True, slots=True)
class Range:
    """A sum, product, integral, union over a range; `variables` are an integral's."""

    sign: str
    below: Said | None
    above: Said | None
    body: Said | None
    variables: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """`lim`, `max`, `inf` with what stands below."""

    name: str
    below: Said
    body: Said | None


@dataclass(frozen=True, slots=True)
class Group:
    """Brackets or bars with what they hold; an empty fence where there is none."""

    left: str
    inner: Said | None
    right: str


@dataclass(frozen=True, slots=True)
class Evaluated:
    r"""`\left. F \right|_0^1`."""

    inner: Said
    below: Said | None
    above: Said | None


@dataclass(frozen=True, slots=True)
class Chosen:
    r"""How many ways: `\binom{n}{k}` with the sign `C`, and the letter between `n` and `k` in `{}_nP_k`."""

    top: Said
    bottom: Said
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Modulus:
    inner: Said


@dataclass(frozen=True, slots=True)
class Postfix:
    base: Said
    sign: str


@dataclass(frozen=True, slots=True)
class Prefix:
    sign: str
    inner: Said


@dataclass(frozen=True, slots=True)
class Repeating:
    """`0.1` and then the digits that repeat for ever."""

    start: str
    digits: str


@dataclass(frozen=True, slots=True)
class Accented:
    mark: Mark
    inner: Said


@dataclass(frozen=True, slots=True)
class Stack:
    base: Said
    above: Said | None = None
    below: Said | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """`left` and `right` are its fences; `|` for a determinant."""

    rows: tuple[tuple[Said | None, ...], ...]
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Cases:
    rows: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    rows: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[Said | None, ...], ...]


Said: TypeAlias = (
    Letter
    | Number
    | Sign
    | Name
    | Words
    | Listing
    | Chain
    | Sum
    | Product
    | Ratio
    | Mixed
    | Derivative
    | Power
    | Index
    | Primed
    | Radical
    | Call
    | Range
    | Limit
    | Group
    | Evaluated
    | Chosen
    | Modulus
    | Postfix
    | Prefix
    | Repeating
    | Accented
    | Stack
    | Matrix
    | Cases
    | Lines
    | Table
)


def is_atom(said: Said | None) -> bool:
    """Whether it is one word to the ear: nothing that follows could be taken into it."""
    match said:
        case Letter() | Number() | Sign() | Name() | Words() | Repeating() | Matrix() | Chosen(sign="C" | "P"):
            return True
        case Index(base, below):
            return is_atom(base) and (is_atom(below) or _is_run(below))
        case Primed(base) | Postfix(base):
            return is_atom(base)
        case Accented(_, inner) | Prefix(_, inner):
            return is_atom(inner) or _is_run(inner)
        case Group("|" | "‖" | "⌊" | "⌈", _, right):
            return bool(right)
        case _:
            return False


def is_short(said: Said) -> bool:
    """Whether it is a product of a few words: `2x`, `-b`, `x²`, `√2`."""
    match said:
        case Product(factors):
            return len(factors) <= 4 and all(not op and is_short(factor) for op, factor in factors)  # noqa: PLR2004 - a breath
        case Sum(((sign, term),)):
            return sign in "+-−±∓" and is_short(term)
        case Power(base, exponent):
            return is_atom(base) and is_atom(exponent)
        case Radical(radicand, degree):
            return is_atom(radicand) and (degree is None or is_atom(degree))
        case _:
            return is_atom(said)


def _is_run(said: Said) -> bool:
    """Letters or digits side by side, as in a name of corners or a double index."""
    return isinstance(said, Product) and all(not op and isinstance(f, Letter | Number) for op, f in said.factors)
