"""A curve of the second degree and the forms its equation is written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.terms import equals, minus, name, number, over, plus, power, times
from maths.families.write import tree
from maths.tree import Negative

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node, Relation


@dataclass(frozen=True, slots=True)
class Curve:
    """`p(x - h)^2 + q(y - k)^2 = r`, or a parabola where p or q is 0: then `linear` is the other coefficient."""

    p: Symbolic
    q: Symbolic
    centre: tuple[Symbolic, Symbolic]
    right: Symbolic
    linear: Symbolic = None

    @property
    def letters(self) -> tuple[tuple[Symbolic, str, Symbolic], ...]:
        """Coefficient of the square, letter and middle, for each letter that stands in a square."""
        both = ((self.p, "x", self.centre[0]), (self.q, "y", self.centre[1]))
        return tuple(entry for entry in both if entry[0] != 0)

    @property
    def is_centred(self) -> bool:
        """Whether no square has to be completed."""
        return all(middle == 0 for _, _, middle in self.letters)


def shifted(letter: str, middle: Symbolic) -> Node:
    """`x - 2`"""
    if middle == 0:
        return name(letter)
    return minus(name(letter), tree(middle)) if middle.is_positive else plus(name(letter), tree(-middle))


def scaled(coefficient: Symbolic, node: Node) -> Node:
    """`3*u`, `-u`, `u`"""
    if coefficient.is_negative:
        return Negative(scaled(-coefficient, node))
    return node if coefficient == 1 else times(tree(coefficient), node)


def added(nodes: list[Node]) -> Node:
    return plus(*nodes) if nodes else number(0)


def square(coefficient: Symbolic, letter: str, middle: Symbolic) -> Node:
    """`3*(x - 2)^2`"""
    return scaled(coefficient, power(shifted(letter, middle), 2))


def completed(curve: Curve) -> Relation:
    """`4*(x - 2)^2 + 9*(y + 1)^2 = 36`"""
    return equals(added([square(*entry) for entry in curve.letters]), tree(curve.right))


def standard(curve: Curve) -> Relation:
    """`(x - 2)^2/9 + (y + 1)^2/4 = 1`"""
    terms: list[Node] = []
    for coefficient, letter, middle in curve.letters:
        below = curve.right / coefficient
        bare = power(shifted(letter, middle), 2)
        term = bare if abs(below) == 1 else over(bare, tree(abs(below)))
        terms.append(Negative(term) if below.is_negative else term)
    return equals(added(terms), number(1))


def written_out(curve: Curve, *, factored: bool) -> Relation:
    """`4*x^2 - 16*x + 9*y^2 + 18*y = 11`, or with the factors before the squares taken out."""
    terms: list[Node] = []
    total = curve.right
    for coefficient, letter, middle in curve.letters:
        total -= coefficient * middle**2
        if factored and middle != 0:
            terms.append(scaled(coefficient, plain_square(letter, middle)))
            continue
        terms.append(scaled(coefficient, power(name(letter), 2)))
        if middle != 0:
            terms.append(scaled(-2 * coefficient * middle, name(letter)))
    return equals(added(terms), tree(total))


def plain_square(letter: str, middle: Symbolic) -> Node:
    """`x^2 - 4*x`"""
    return plus(power(name(letter), 2), scaled(-2 * middle, name(letter)))
