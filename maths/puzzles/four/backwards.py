"""Expressions of given numbers that make a target, found backwards from it, and which of them are the same idea.

Two expressions are the same when they are the same formula in the numbers (equal numbers one letter, 1 is 1), or
differ only in how something worth 1 is multiplied or divided by, or something worth 0 added or taken away.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Numbers: TypeAlias = tuple[int, ...]  # ascending
PRIME = 2**61 - 1  # formulas are told apart by their values at a point of this field
_GENERATOR = 37


@dataclass(frozen=True, slots=True)
class Leaf:
    value: int


@dataclass(frozen=True, slots=True)
class Join:
    """Two parts joined by + - * or /; `value` is what it comes to."""

    sign: str
    left: Tree
    right: Tree
    value: Fraction


Tree: TypeAlias = Leaf | Join


def joined(sign: str, left: Tree, right: Tree) -> Join:
    """Raises ZeroDivisionError."""
    a, b = Fraction(left.value), Fraction(right.value)
    match sign:
        case "+":
            return Join(sign, left, right, a + b)
        case "-":
            return Join(sign, left, right, a - b)
        case "*":
            return Join(sign, left, right, a * b)
        case _:
            return Join(sign, left, right, a / b)


def splits(numbers: Numbers) -> tuple[tuple[Numbers, Numbers], ...]:
    """Every way to deal the numbers into two heaps, the smaller heap first, each once."""
    found: dict[tuple[Numbers, Numbers], None] = {}
    places = range(len(numbers))
    for size in range(1, len(numbers) // 2 + 1):
        for chosen in combinations(places, size):
            one = tuple(numbers[place] for place in chosen)
            other = tuple(numbers[place] for place in places if place not in chosen)
            found[(one, other) if (len(one), one) <= (len(other), other) else (other, one)] = None
    return tuple(found)


@lru_cache(maxsize=4_096)
def reachable(numbers: Numbers) -> frozenset[Fraction]:
    """What can be made of at most three numbers, each used once."""
    if len(numbers) == 1:
        return frozenset({Fraction(numbers[0])})
    found: set[Fraction] = set()
    for one, other in splits(numbers):
        for a in reachable(one):
            for b in reachable(other):
                found.update((a + b, a - b, b - a, a * b))
                if b:
                    found.add(a / b)
                if a:
                    found.add(b / a)
    return frozenset(found)


def needs(target: Fraction, known: Fraction) -> Iterator[tuple[str, bool, Fraction]]:
    """What must be joined with `known` to make the target: the sign, whether `known` stands left, the other part."""
    yield "+", True, target - known
    yield "-", True, known - target
    yield "-", False, target + known
    if known:
        yield "*", True, target / known
        yield "/", False, target * known
        if target:
            yield "/", True, known / target


def ways(numbers: Numbers, target: Fraction) -> Iterator[Tree]:
    """Every tree that makes the target of all the numbers."""
    if len(numbers) == 1:
        if numbers[0] == target:
            yield Leaf(numbers[0])
        return
    for one, other in splits(numbers):
        for value in sorted(reachable(one)):
            for sign, left, rest in needs(target, value):
                if rest in reachable(other) and not (sign == "/" and (rest if left else value) == 0):
                    yield from _pairs(sign, ways(one, value), tuple(ways(other, rest)), known_left=left)


def _pairs(sign: str, known: Iterator[Tree], rest: tuple[Tree, ...], *, known_left: bool) -> Iterator[Tree]:
    for first in known:
        for second in rest:
            yield joined(sign, first, second) if known_left else joined(sign, second, first)


# Which are the same


def ideas(trees: tuple[Tree, ...]) -> list[list[Tree]]:
    """The trees in heaps of the same idea, in the order of their first."""
    heaps: list[tuple[set[tuple[int, ...]], list[Tree]]] = []
    for tree in trees:
        keys = {(_formula(tree),), _without_neutrals(tree)}
        touching = [heap for heap in heaps if heap[0] & keys]
        if not touching:
            heaps.append((keys, [tree]))
            continue
        first = touching[0]
        first[0].update(keys)
        first[1].append(tree)
        for heap in touching[1:]:
            first[0].update(heap[0])
            first[1].extend(heap[1])
            heaps.remove(heap)
    return [heap for _, heap in heaps]


def _letter(number: int) -> int:
    return 1 if number == 1 else pow(_GENERATOR, 1_000 + number, PRIME)


def _formula(tree: Tree) -> int:
    """The formula's value where each number is a letter of its own."""
    if isinstance(tree, Leaf):
        return _letter(tree.value)
    return _at(tree.sign, _formula(tree.left), _formula(tree.right))


def _at(sign: str, a: int, b: int) -> int:
    match sign:
        case "+":
            return (a + b) % PRIME
        case "-":
            return (a - b) % PRIME
        case "*":
            return a * b % PRIME
        case _:
            return a * pow(b, -1, PRIME) % PRIME if b else 0


def _without_neutrals(tree: Tree) -> tuple[int, ...]:
    """What is left where factors worth 1 and summands worth 0 are put aside, and those that were, in order."""
    aside: list[int] = []
    return (_core(tree, aside), *sorted(aside), 0)


def _core(tree: Tree, aside: list[int]) -> int:
    if isinstance(tree, Leaf):
        return _letter(tree.value)
    neutral = 0 if tree.sign in "+-" else 1
    if tree.right.value == neutral:
        _put_aside(tree.right, aside)
        return _core(tree.left, aside)
    if tree.left.value == neutral and tree.sign in "+*":
        _put_aside(tree.left, aside)
        return _core(tree.right, aside)
    return _at(tree.sign, _core(tree.left, aside), _core(tree.right, aside))


def _put_aside(tree: Tree, aside: list[int]) -> None:
    """One number for a part, its negative and its reciprocals; nothing where it is worth that in any letters."""
    at = _formula(tree)
    if at in (0, 1):
        return
    over = pow(at, -1, PRIME)
    aside.append(min(at, PRIME - at, over, PRIME - over))
