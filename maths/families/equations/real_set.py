"""Sets of real numbers with exact ends: the truth on each piece between breakpoints and at each breakpoint."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import sympy

from maths.families.equations.claims import NO_VALUES
from maths.families.settled import UndecidedError
from maths.families.terms import equals, name
from maths.families.write import tree
from maths.message import Message
from maths.tree import Junction, Name, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_DIGITS = 60
_TINY = sympy.Float(10) ** -45


@dataclass(frozen=True, slots=True)
class RealSet:
    """`truths` alternate: before the first breakpoint, at it, after it, at the second, …"""

    breakpoints: tuple[Symbolic, ...]
    truths: tuple[bool, ...]

    def __and__(self, other: RealSet) -> RealSet:
        return _combined(self, other, lambda a, b: a and b)

    def __or__(self, other: RealSet) -> RealSet:
        return _combined(self, other, lambda a, b: a or b)

    def __invert__(self) -> RealSet:
        return RealSet(self.breakpoints, tuple(not truth for truth in self.truths))

    @property
    def points(self) -> tuple[Symbolic, ...] | None:
        """The members of a finite set; None where the set is infinite."""
        return self.breakpoints if not any(self.truths[::2]) and all(self.truths[1::2]) else None

    @property
    def is_everything(self) -> bool:
        return self.truths == (True,)

    @property
    def is_empty(self) -> bool:
        return self.truths == (False,)

    def has(self, value: Symbolic) -> bool:
        for index, breakpoint_ in enumerate(self.breakpoints):
            order = compare(value, breakpoint_)
            if order <= 0:
                return self.truths[2 * index + 1 + order]
        return self.truths[-1]


EVERYTHING = RealSet((), (True,))
NOTHING = RealSet((), (False,))


def finite(points: Iterable[Symbolic]) -> RealSet:
    """The set of these numbers alone."""
    found = NOTHING
    for point in points:
        found = found | RealSet((point,), (False, True, False))
    return found


def compare(left: Symbolic, right: Symbolic) -> int:
    """-1, 0 or 1, exactly. Raises UndecidedError where two numbers cannot be told apart."""
    if left == right:
        return 0
    gap = (left - right).evalf(_DIGITS)
    if abs(gap) > _TINY:
        return 1 if gap > 0 else -1
    if is_zero(left - right):
        return 0
    raise UndecidedError(Message("Two boundaries lie too close together to be told apart."))


def is_zero(value: Symbolic) -> bool:
    """Whether a number is exactly zero."""
    if value == 0:
        return True
    if not value.is_number or value.has(sympy.zoo, sympy.nan, sympy.oo) or abs(value.evalf(_DIGITS)) > _TINY:
        return False
    value = sympy.expand(value)
    if value == 0 or sympy.simplify(value) == 0:
        return True
    if not value.is_algebraic:
        return False
    z = sympy.Symbol("z")
    return bool(sympy.minimal_polynomial(value, z) == z)


def _combined(left: RealSet, right: RealSet, join: Callable[[bool, bool], bool]) -> RealSet:
    places: list[tuple[Symbolic, int | None, int | None]] = []
    i = j = 0
    while i < len(left.breakpoints) or j < len(right.breakpoints):
        if j == len(right.breakpoints):
            order = -1
        elif i == len(left.breakpoints):
            order = 1
        else:
            order = compare(left.breakpoints[i], right.breakpoints[j])
        places.append((left.breakpoints[i] if order <= 0 else right.breakpoints[j], i if order <= 0 else None,
                       j if order >= 0 else None))  # fmt: skip
        i, j = i + (order <= 0), j + (order >= 0)
    truths, a, b = [join(left.truths[0], right.truths[0])], 0, 0
    for _, first, second in places:
        a = 2 * first + 1 if first is not None else a
        b = 2 * second + 1 if second is not None else b
        truths.append(join(left.truths[a], right.truths[b]))
        a, b = a + (first is not None), b + (second is not None)
        truths.append(join(left.truths[a], right.truths[b]))
    return reduced(tuple(place for place, _, _ in places), tuple(truths))


def reduced(breakpoints: tuple[Symbolic, ...], truths: tuple[bool, ...]) -> RealSet:
    """Without the breakpoints at which nothing changes."""
    kept: list[Symbolic] = []
    found = [truths[0]]
    for index, place in enumerate(breakpoints):
        at, after = truths[2 * index + 1], truths[2 * index + 2]
        if not found[-1] == at == after:
            kept.append(place)
            found += [at, after]
    return RealSet(tuple(kept), tuple(found))


def pieces(real_set: RealSet) -> list[tuple[Symbolic | None, Symbolic | None, bool, bool]]:
    """Connected parts from left to right: low, high (None: no end), whether each end belongs to it."""
    found: list[tuple[Symbolic | None, Symbolic | None, bool, bool]] = []
    ends = [None, *real_set.breakpoints, None]
    low: Symbolic | None = None
    closed, inside = False, real_set.truths[0]
    for index, place in enumerate(real_set.breakpoints):
        at, after = real_set.truths[2 * index + 1], real_set.truths[2 * index + 2]
        if inside and not (at and after):
            found.append((low, place, closed, at))
        elif not inside and at and not after:
            found.append((place, place, True, True))
        if after and not (inside and at):
            low, closed = place, at
        inside = after
    if inside:
        found.append((low, ends[-1], closed, False))
    return found


def written(real_set: RealSet, unknown: str) -> Node:
    """`x < -2 or x > 3`, `2 < x <= 3`, `x = 1`, `x in R`, the empty set."""
    if real_set.is_empty:
        return NO_VALUES
    parts = [_piece(*piece, unknown) for piece in pieces(real_set)]
    return parts[0] if len(parts) == 1 else Junction("or", tuple(parts))


def _piece(low: Symbolic | None, high: Symbolic | None, from_low: bool, to_high: bool, unknown: str) -> Node:  # noqa: FBT001 - the ends of a piece
    letter = name(unknown)
    if low is None and high is None:
        return Relation((letter, Name("R")), ("in",))
    if low is None:
        return Relation((letter, tree(high)), ("<=" if to_high else "<",))
    if high is None:
        return Relation((letter, tree(low)), (">=" if from_low else ">",))
    if low == high:
        return equals(letter, tree(low))
    return Relation((tree(low), letter, tree(high)), ("<=" if from_low else "<", "<=" if to_high else "<"))


def samples(real_set: RealSet) -> list[Symbolic]:
    """A number between each two breakpoints, whole where that is possible."""
    if not real_set.breakpoints:
        return [sympy.Integer(0)]
    ends = real_set.breakpoints
    middle = [simplest_between(a, b) for a, b in pairwise(ends)]
    return [sympy.floor(ends[0]) - 1, *middle, sympy.ceiling(ends[-1]) + 1]


def simplest_between(low: Symbolic, high: Symbolic) -> Symbolic:
    """A rational number with a small denominator strictly between."""
    denominator = 1
    while True:
        candidate = (sympy.floor(low * denominator) + 1) / sympy.Integer(denominator)
        if compare(candidate, high) < 0:
            return candidate
        denominator *= 2
