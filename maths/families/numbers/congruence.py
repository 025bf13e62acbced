"""Congruences: linear ones, several at once, inverses, and powers modulo a number.

Routes: the extended Euclidean algorithm on whole numbers; every residue tried where the modulus is small, else
python-flint's inverse, and the answer put back.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from math import gcd, lcm
from typing import TYPE_CHECKING

from flint import nmod

from maths.families.numbers import congruence_steps as steps
from maths.families.numbers.operands import whole
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import name, number
from maths.families.write import formula
from maths.message import Message
from maths.tree import Collection, Congruence, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.numbers.congruence_steps import Bezout
    from maths.tree import Node

MAX_MODULUS = 10**15
MAX_TRIED = 200_000  # residues
MAX_POWER = 10**12
_DISAGREE = Message("The two ways of calculating it do not agree.")


@dataclass(frozen=True, slots=True)
class LinearCongruence:
    """`coefficient*x + constant ≡ value (mod modulus)`, several of them; all must hold.

    `least`: the smallest solution of at least `at_least` is asked, not the residue class. `stated`: the congruences
    in the statement's own form, where it has one.
    """

    unknown: str
    rows: tuple[tuple[Node, Node, Node, Node], ...]
    least: bool = False
    at_least: int = 0
    below: Node | None = None
    stated: tuple[Node, ...] = ()

    def settle(self, find: Callable[[int, int], Bezout] | None = None) -> Settled:
        """`find` stands in for the first route in tests: Bézout's coefficients."""
        rows = [_row(*row) for row in self.rows]
        found = reduce_all(rows, find or steps.bezout)
        modulus = reduce(lcm, (m for _, _, m in rows))
        self._confirm(rows, found, modulus)
        given = tuple(formula(node) for node in self.stated)
        solved = steps.SolvedCongruences(self.unknown, tuple(rows), found, self.least, self.at_least, given)
        method = Message("the extended Euclidean algorithm, and again by trying every residue")
        if found is None:
            none = formula(Collection(Kind.SET, ()))
            return Settled(none, method, lambda level: steps.teach_linear(solved, level))
        residue, period = found
        if not self.least:
            answer = formula(Congruence(name(self.unknown), number(residue), number(period)))
            return Settled(answer, method, lambda level: steps.teach_linear(solved, level))
        smallest = residue if residue >= self.at_least else residue + period
        return Settled(formula(number(smallest)), method, lambda level: steps.teach_linear(solved, level))

    def _confirm(self, rows: list[tuple[int, int, int]], found: tuple[int, int] | None, modulus: int) -> None:
        """Every residue tried; for large moduli the residue put back and the period compared."""
        if modulus <= MAX_TRIED:
            right = [x for x in range(modulus) if all((a * x - b) % m == 0 for a, b, m in rows)]
            expected = [] if found is None else list(range(found[0], modulus, found[1]))
            if right != expected:
                raise UndecidedError(_DISAGREE)
            return
        if found is None or any(gcd(a, m) != 1 for a, _, m in rows):
            raise UndecidedError(Message("This number is too large to work with."))
        residue, period = found
        if period != modulus or any(nmod(a, m) * nmod(residue, m) != nmod(b, m) for a, b, m in rows):
            raise UndecidedError(_DISAGREE)


@dataclass(frozen=True, slots=True)
class ModularInverse:
    """The number between 0 and the modulus whose product with `value` leaves 1."""

    value: Node
    modulus: Node

    def settle(self, find: Callable[[int, int], Bezout] | None = None) -> Settled:
        """`find` stands in for the first route in tests: Bézout's coefficients."""
        value, modulus = whole(self.value), _modulus(self.modulus)
        if gcd(value, modulus) != 1:
            raise UndecidedError(Message("{value} has no inverse modulo {modulus}: they have a common divisor.",
                                         value=value, modulus=modulus))  # fmt: skip
        first = (find or steps.bezout)(value % modulus, modulus).first % modulus
        second = int(1 / nmod(value, modulus))
        if first != second or value * first % modulus != 1 % modulus:
            raise UndecidedError(_DISAGREE)
        method = Message("the extended Euclidean algorithm, and again by python-flint")
        return Settled(
            formula(number(first)), method, lambda level: steps.teach_inverse(value % modulus, modulus, first, level)
        )


@dataclass(frozen=True, slots=True)
class PowerResidue:
    """The remainder of a power: `base^exponent mod modulus`."""

    base: Node
    exponent: Node
    modulus: Node

    def settle(self, find: Callable[[int, int, int], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        base, exponent, modulus = whole(self.base), whole(self.exponent, least=0), _modulus(self.modulus)
        if exponent > MAX_POWER or (exponent == 0 and base == 0):
            raise UndecidedError(Message("This number is too large to work with."))
        first = (find or steps.by_squaring)(base % modulus, exponent, modulus)
        if first != int(nmod(base, modulus) ** exponent):
            raise UndecidedError(_DISAGREE)
        method = Message("squaring again and again, and again by python-flint")
        return Settled(
            formula(number(first)), method, lambda level: steps.teach_power(base, exponent, modulus, first, level)
        )


def reduce_all(rows: list[tuple[int, int, int]], bezout: Callable[[int, int], Bezout]) -> tuple[int, int] | None:
    """The common residue and its period, by Euclid's algorithm row by row; None where there is none."""
    found = (0, 1)
    for row in rows:
        one = steps.solved_row(row, bezout)
        together = None if one is None else steps.joined(found, one, bezout)
        if together is None:
            return None
        found = together
    return found


def _row(coefficient: Node, constant: Node, value: Node, modulus: Node) -> tuple[int, int, int]:
    m = _modulus(modulus)
    return whole(coefficient) % m, (whole(value) - whole(constant)) % m, m


def _modulus(node: Node) -> int:
    found = whole(node, least=2)
    if found > MAX_MODULUS:
        raise UndecidedError(Message("This number is too large to work with."))
    return found
