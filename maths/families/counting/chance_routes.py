"""Two ways to the probability of an event that share nothing but the experiment itself.

The formula of the event's kind (hypergeometric, multinomial, classes, generating function), case by case; and the
probability tree, draw by draw, where at every end it is looked up whether the event happened.
"""

from __future__ import annotations

from fractions import Fraction
from math import comb, perm, prod
from typing import TYPE_CHECKING

from flint import fmpz_poly

from maths.families.counting.experiment import (
    Alike,
    InOrder,
    Opposite,
    Outnumber,
    Tally,
    Union,
    Unlike,
    Worth,
    holds,
    told_apart,
)
from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.families.counting.experiment import Draws, Event

MAX_DRAWS = 60  # one after another: the tree has at most MAX_STATES ends at every depth
MAX_STATES = 20_000
MAX_CASES = 3_000  # of the formula: ways to share the draws among the kinds


def refuse_impossible(draws: Draws) -> None:
    """Raises UndecidedError where the experiment cannot be made, or is too large."""
    if not draws.replaced and draws.number > draws.size:
        raise UndecidedError(Message("More is drawn than there is."))
    if draws.number < 1 or draws.size < 1:
        raise UndecidedError(Message("Nothing is drawn."))
    if draws.number > MAX_DRAWS:
        raise UndecidedError(Message("That many draws are not worked out here."))


def by_formula(draws: Draws, event: Event) -> Fraction:  # noqa: PLR0911 - one line a kind
    """The probability by the formula of the event's kind."""
    match event:
        case Opposite(event=inner):
            return 1 - by_formula(draws, inner)
        case Union(first=one, second=other):
            both = Tally((*one.parts, *other.parts))
            return by_formula(draws, one) + by_formula(draws, other) - by_formula(draws, both)
        case InOrder(sets=sets):
            return _in_order(draws, sets)
        case Alike(classes=classes):
            return _alike(draws, [_size(draws, group) for group in classes])
        case Unlike(classes=classes):
            return _unlike(draws, [_size(draws, group) for group in classes])
        case Worth():
            return _worth(draws, event)
        case Tally() | Outnumber():
            return sum((share(draws, case) for case in favourable(draws, event)), Fraction(0))


def _size(draws: Draws, kinds: frozenset[str]) -> int:
    return sum(count for kind, count in draws.population if kind in kinds)


def atoms(draws: Draws, event: Event) -> list[tuple[str, int]]:
    """Kinds the event does not tell apart taken together: one of them by name, and how many things they are."""
    sets = told_apart(event)
    found: dict[object, tuple[str, int]] = {}
    for kind, count in draws.population:
        key = tuple(kind in group for group in sets) if sets else kind
        name, sofar = found.get(key, (kind, 0))
        found[key] = (name, sofar + count)
    return list(found.values())


def favourable(draws: Draws, event: Event) -> list[tuple[tuple[int, int], ...]]:
    """The ways to share the draws among the atoms with which the event happens: (how many things, how many drawn)."""
    parts = atoms(draws, event)
    found = []
    for seen, shared in enumerate(_shared(draws.number, [size for _, size in parts], replaced=draws.replaced)):
        if seen > MAX_CASES:
            raise UndecidedError(Message("There are too many cases to be worked out here."))
        drawn = [name for (name, _), times in zip(parts, shared, strict=True) for _ in range(times)]
        if holds(event, drawn):
            found.append(tuple(zip((size for _, size in parts), shared, strict=True)))
    return found


def _shared(draws: int, sizes: Sequence[int], *, replaced: bool) -> Iterator[tuple[int, ...]]:
    if len(sizes) == 1:
        if replaced or draws <= sizes[0]:
            yield (draws,)
        return
    for first in range(draws, -1, -1):
        if replaced or first <= sizes[0]:
            for rest in _shared(draws - first, sizes[1:], replaced=replaced):
                yield (first, *rest)


def share(draws: Draws, case: tuple[tuple[int, int], ...]) -> Fraction:
    """The probability that so many of each atom are drawn."""
    if not draws.replaced:
        return Fraction(prod(comb(size, drawn) for size, drawn in case), comb(draws.size, draws.number))
    rest, ways = draws.number, 1
    for _, drawn in case:
        ways *= comb(rest, drawn)
        rest -= drawn
    return ways * Fraction(prod(size**drawn for size, drawn in case), draws.size**draws.number)


def _in_order(draws: Draws, sets: tuple[frozenset[str], ...]) -> Fraction:
    if len(sets) > draws.number:
        raise UndecidedError(Message("More is drawn than there is."))
    if draws.replaced:
        return prod((Fraction(_size(draws, wanted), draws.size) for wanted in sets), start=Fraction(1))
    return Fraction(_orders(draws, sets), perm(draws.size, len(sets)))


def _orders(draws: Draws, sets: tuple[frozenset[str], ...]) -> int:
    """Rows of different things, each in its set: sets that are equal or have nothing in common fall one by one."""
    distinct = list(dict.fromkeys(sets))
    if all(a == b or not a & b for a in distinct for b in distinct):
        return prod(perm(_size(draws, wanted), sets.count(wanted)) for wanted in distinct)
    head, *rest = sets
    total = 0
    for kind, count in draws.population:
        if kind in head and count:
            left = tuple((k, c - (k == kind)) for k, c in draws.population)
            smaller = type(draws)(left, draws.number - 1, draws.replaced, draws.thing)
            total += count * _orders(smaller, tuple(rest))
    return total


def _alike(draws: Draws, sizes: list[int]) -> Fraction:
    if draws.replaced:
        return Fraction(sum(size**draws.number for size in sizes), draws.size**draws.number)
    return Fraction(sum(comb(size, draws.number) for size in sizes), comb(draws.size, draws.number))


def _unlike(draws: Draws, sizes: list[int]) -> Fraction:
    """N! times the elementary symmetric polynomial of the sizes: the coefficient of x^n in the product of 1 + size x"""
    whole = prod((fmpz_poly([1, size]) for size in sizes), start=fmpz_poly([1]))
    chosen = int(whole[draws.number]) if draws.number <= whole.degree() else 0
    if draws.replaced:
        return Fraction(chosen * perm(draws.number), draws.size**draws.number)
    return Fraction(chosen, comb(draws.size, draws.number))


def _worth(draws: Draws, event: Worth) -> Fraction:
    values = worths(draws, event.operation)
    allowed = event.condition.among(min(values), max(values))
    return Fraction(sum(ways for value, ways in values.items() if value in allowed), sum(values.values()))


def worths(draws: Draws, operation: str) -> dict[int, int]:
    """For every sum or product that may come out, in how many ways it does."""
    numbers = [int(kind) for kind, count in draws.population for _ in range(count)]
    if draws.replaced and operation == "sum":
        one = fmpz_poly([numbers.count(value) for value in range(max(numbers) + 1)])
        return {value: int(ways) for value, ways in enumerate((one**draws.number).coeffs()) if ways}
    neutral = 0 if operation == "sum" else 1
    found: dict[tuple[int, int], int] = {(0, neutral): 1}
    if draws.replaced:
        current = {neutral: 1}
        for _ in range(draws.number):
            following: dict[int, int] = {}
            for value, ways in current.items():
                for each in numbers:
                    following[value * each] = following.get(value * each, 0) + ways
            current = following
        return current
    for each in numbers:  # taken or left, one number after the other
        for (taken, value), ways in list(found.items()):
            if taken < draws.number:
                key = (taken + 1, value + each if operation == "sum" else value * each)
                found[key] = found.get(key, 0) + ways
        if len(found) > MAX_STATES:
            raise UndecidedError(Message("There are too many cases to be worked out here."))
    return {value: ways for (taken, value), ways in found.items() if taken == draws.number}


def by_tree(draws: Draws, event: Event) -> Fraction:
    """The probability by following every branch; branches with the same things drawn are taken together."""
    inner, negated = (event.event, True) if isinstance(event, Opposite) else (event, False)
    parts = atoms(draws, inner)
    layer: dict[tuple[int, ...], tuple[int, int]] = {(0,) * len(parts): (1, 1)}  # all branches, those in order so far
    for place in range(draws.number):
        wanted = inner.sets[place] if isinstance(inner, InOrder) and place < len(inner.sets) else None
        following: dict[tuple[int, ...], tuple[int, int]] = {}
        for drawn, (ways, ordered) in layer.items():
            for index, (name, size) in enumerate(parts):
                left = size if draws.replaced else size - drawn[index]
                if left > 0:
                    key = (*drawn[:index], drawn[index] + 1, *drawn[index + 1 :])
                    before = following.get(key, (0, 0))
                    kept = ordered * left if wanted is None or name in wanted else 0
                    following[key] = (before[0] + ways * left, before[1] + kept)
        if len(following) > MAX_STATES:
            raise UndecidedError(Message("There are too many cases to be worked out here."))
        layer = following
    total = sum(ways for ways, _ in layer.values())
    if isinstance(inner, InOrder):
        good = sum(ordered for _, ordered in layer.values())
    else:
        good = sum(ways for drawn, (ways, _) in layer.items() if holds(inner, _rebuilt(parts, drawn)))
    return Fraction(total - good if negated else good, total)


def _rebuilt(parts: list[tuple[str, int]], drawn: tuple[int, ...]) -> list[str]:
    return [name for (name, _), times in zip(parts, drawn, strict=True) for _ in range(times)]
