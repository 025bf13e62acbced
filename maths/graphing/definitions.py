"""Functions and numbers that a request gives names: `f(x) = x^2`, `a = 2`, and where they are used again."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError, UnreadableError, UnsupportedError
from maths.engines.sympy_form import to_sympy
from maths.engines.sympy_tree import from_sympy
from maths.graphing.closures import constant
from maths.message import Message
from maths.tree import (
    Apply,
    Collection,
    Derivative,
    Name,
    Negative,
    Number,
    Product,
    Relation,
    Series,
    Sum,
    names,
    walk,
)
from maths.values import rewritten

if TYPE_CHECKING:
    from maths.graphing.pieces import Piece
    from maths.tree import Node

_RESERVED = frozenset({"x", "y", "r", "theta", "t"})
_X = Name("x")
MAX_NESTED = 8  # functions of functions of functions
MAX_TERMS = 60  # of a sum written with Σ
MAX_ORDER = 4  # of a derivative


@dataclass(slots=True)
class Definitions:
    numbers: dict[str, Node] = field(default_factory=dict)
    functions: dict[str, Node] = field(default_factory=dict)
    letters: list[str] = field(default_factory=list)

    def take(self, node: Node, piece: Piece) -> bool:
        """Keep a definition; whether that is all it is: a function is a curve too."""
        match node:
            case Relation(operands=(Name() as name, value), operators=("=",)) if (
                name.full not in _RESERVED and not names(value) and not isinstance(value, Collection)
            ):
                self.numbers[name.full] = value
                return True
            case Relation(operands=(Apply(arguments=(Name() as letter,), primes=0) as left, body), operators=("=",)):
                if left.function in self.functions:
                    raise UnreadableError(Message("{name} is defined twice.", name=left.function), piece.place)
                if letter.full in ("y", "r"):
                    return False
                self.functions[left.function] = self.renamed(body, letter.full)
        return False

    def renamed(self, body: Node, letter: str) -> Node:
        """The body with x for its own letter, which names the axis."""
        self.letters.append(letter)
        if letter == "x":
            return body
        return rewritten(body, lambda n: _X if isinstance(n, Name) and n.full == letter else None)

    def axis(self) -> str:
        own = set(self.letters)
        (only,) = own if len(own) == 1 else ("x",)
        return only if len(only) == 1 else "x"

    def checked(self, body: Node, piece: Piece) -> Node:
        replaced = self.replaced(body, piece)
        unknown = sorted(names(replaced) - {"x"})
        if unknown:
            raise UnreadableError(Message("The value of {name} is not given.", name=unknown[0]), piece.place)
        return replaced

    def replaced(self, node: Node, piece: Piece) -> Node:
        """The tree with every name that was defined replaced and every derivative taken."""
        for _ in range(MAX_NESTED):
            if not any(isinstance(n, Apply) for n in walk(node)):
                break
            node = rewritten(node, lambda n: self._applied(n, piece) if isinstance(n, Apply) else None)
        else:
            raise UnreadableError(Message("These functions are defined by each other."), piece.place)
        node = rewritten(node, lambda n: self.numbers.get(n.full) if isinstance(n, Name) else None)
        return rewritten(node, _carried_out)

    def _applied(self, node: Apply, piece: Piece) -> Node:
        if node.function not in self.functions or len(node.arguments) != 1:
            name = f"{node.function}(x)"
            raise UnreadableError(Message("The value of {name} is not given.", name=name), piece.place)
        body = self.functions[node.function]
        if node.primes:
            body = derivative(self.replaced(body, piece), "x", node.primes)
        return rewritten(body, lambda n: node.arguments[0] if n == _X else None)


def _carried_out(node: Node) -> Node | None:
    """Derivatives and sums with an end, done."""
    match node:
        case Derivative(body=body, variable=variable, order=order):
            return derivative(body, variable.full, order)
        case Series(kind=kind, body=body, variable=variable, lower=lower, upper=upper):
            first, last = constant(lower), constant(upper)
            if not (first.is_integer() and last.is_integer() and 0 <= last - first < MAX_TERMS):
                raise UnsupportedError(Message("Only sums of at most {count} terms are drawn.", count=MAX_TERMS))
            terms = tuple(_put(body, variable, k) for k in range(int(first), int(last) + 1))
            return Sum(terms) if kind == "sum" else Product(terms)
        case _:
            return None


def _put(body: Node, variable: Name, value: int) -> Node:
    number = Number(Fraction(abs(value)))
    return rewritten(body, lambda n: (Negative(number) if value < 0 else number) if n == variable else None)


def derivative(body: Node, letter: str, order: int = 1) -> Node:
    """Raises UnsupportedError, TooLargeError."""
    if order > MAX_ORDER:
        raise RefusedError(Message("Only the first four derivatives are drawn."))
    symbol = sympy.Symbol(letter, real=True)
    value = to_sympy(body, symbols={letter: symbol}).diff(symbol, order)
    found: Node = from_sympy(value.doit() if value.has(sympy.Derivative) else value)
    return found
