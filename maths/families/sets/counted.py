"""How many elements a set has, from how many others have: n(A ∪ B) from n(A), n(B), n(A ∩ B).

Routes: inclusion and exclusion (each number as a sum over intersections, solved by SymPy); the separate regions of
the diagram, with the linear system of python-flint. What is asked must be fixed by what is given in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

import sympy
from flint import fmpq, fmpq_mat

from maths.families.sets import counted_steps as steps
from maths.families.sets.counts import Counts
from maths.families.sets.terms import UNIVERSE, Called, Complement, Joined, Listed, called
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.sets.terms import Term

MAX_NAMES = 4
_UNFIXED = Message("The numbers that are given do not fix what is asked.")
_IMPOSSIBLE = Message("No sets have these numbers of elements.")

Overlaps = dict[frozenset[str], int]
"""A number of elements as a sum of numbers of elements of intersections; the empty one is the universal set."""


@dataclass(frozen=True, slots=True)
class CountedSets(Counts):
    """The number of elements that the others fix."""

    def settle(self, find: Callable[[CountedSets], list[Fraction] | None] | None = None) -> Settled:
        """`find` stands in for the first route in tests: how often each fact counts."""
        names = sorted(frozenset[str]().union(called(self.asked), *(called(term) for term, _ in self.facts)))
        names = [name for name in names if name != UNIVERSE]
        if not 0 < len(names) <= MAX_NAMES or len({term for term, _ in self.facts}) != len(self.facts):
            raise UndecidedError(_UNFIXED)
        weights = (find or by_overlaps)(self)
        if weights is None:
            raise UndecidedError(_UNFIXED)
        found = sum((w * size for w, (_, size) in zip(weights, self.facts, strict=True)), Fraction(0))
        if found != _by_regions(self, names):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("by inclusion and exclusion, and again from the separate regions of the diagram")
        return Settled(
            formula(number(found)), method, lambda level: steps.teach(self, tuple(weights), int(found), level)
        )


def overlaps(term: Term) -> Overlaps:
    """Inclusion and exclusion."""
    match term:
        case Called(name=name):
            return {frozenset({name} - {UNIVERSE}): 1}
        case Complement(of=of):
            return _added({frozenset(): 1}, overlaps(of), -1)
        case Joined(operation=operation, left=left, right=right):
            a, b = overlaps(left), overlaps(right)
            both = _met(a, b)
            if operation == "intersection":
                return both
            if operation == "difference":
                return _added(a, both, -1)
            return _added(_added(a, b, 1), both, -1 if operation == "union" else -2)
        case Listed():
            raise UndecidedError(_UNFIXED)


def _added(a: Overlaps, b: Overlaps, times: int) -> Overlaps:
    found = {key: a.get(key, 0) + times * b.get(key, 0) for key in (*a, *b)}
    return {key: value for key, value in found.items() if value}


def _met(a: Overlaps, b: Overlaps) -> Overlaps:
    found: Overlaps = {}
    for (one, m), (other, n) in product(a.items(), b.items()):
        found[one | other] = found.get(one | other, 0) + m * n
    return {key: value for key, value in found.items() if value}


def by_overlaps(task: CountedSets) -> list[Fraction] | None:
    """How often each fact counts in what is asked; None where it is not fixed, or not in one way only."""
    columns = [overlaps(term) for term, _ in task.facts]
    wanted = overlaps(task.asked)
    keys = list(dict.fromkeys(key for column in (*columns, wanted) for key in column))
    matrix = sympy.Matrix([[column.get(key, 0) for column in columns] for key in keys])
    right = sympy.Matrix([wanted.get(key, 0) for key in keys])
    unknowns = sympy.symbols(f"w0:{len(columns)}")
    found = sympy.linsolve((matrix, right), *unknowns)
    if not found:
        return None
    (row,) = found
    if any(value.free_symbols for value in row):
        return None
    return [Fraction(int(value.p), int(value.q)) for value in row]


def _holds(term: Term, inside: frozenset[str]) -> bool:
    match term:
        case Called(name=name):
            return name == UNIVERSE or name in inside
        case Complement(of=of):
            return not _holds(of, inside)
        case Joined(operation=operation, left=left, right=right):
            a, b = _holds(left, inside), _holds(right, inside)
            return {"union": a or b, "intersection": a and b, "difference": a and not b, "symmetric": a != b}[operation]
        case Listed():
            return False


def _by_regions(task: CountedSets, names: list[str]) -> Fraction:
    """The regions of the diagram that are fixed must be whole and not negative. Raises UndecidedError."""
    regions = [
        frozenset(name for name, bit in zip(names, bits, strict=True) if bit)
        for bits in product((0, 1), repeat=len(names))
    ]
    rows = [[int(_holds(term, region)) for region in regions] + [size] for term, size in task.facts]
    known = fmpq_mat([[fmpq(cell) for cell in row] for row in rows])
    for region in regions:
        size = _fixed(known, [int(other == region) for other in regions])
        if size is not None and (size < 0 or size.denominator != 1):
            raise UndecidedError(_IMPOSSIBLE)
    found = _fixed(known, [int(_holds(task.asked, region)) for region in regions])
    if found is None or found < 0 or found.denominator != 1 or not _ordered(task, regions, found):
        raise UndecidedError(_IMPOSSIBLE)
    return found


def _fixed(known: fmpq_mat, row: list[int]) -> Fraction | None:
    """What a sum of regions comes to where the rows fix it: its reduction leaves only a number."""
    reduced, _ = known.rref()
    rest = [fmpq(cell) for cell in row] + [fmpq(0)]
    for at in range(reduced.nrows()):
        cells = [reduced[at, column] for column in range(reduced.ncols())]
        lead = next((column for column, cell in enumerate(cells) if cell != 0), None)
        if lead is None:
            continue
        if lead == len(row):
            raise UndecidedError(_IMPOSSIBLE)
        factor = rest[lead]
        rest = [a - factor * b for a, b in zip(rest, cells, strict=True)]
    if any(cell != 0 for cell in rest[:-1]):
        return None
    return Fraction(-int(rest[-1].p), int(rest[-1].q))


def _ordered(task: CountedSets, regions: list[frozenset[str]], found: Fraction) -> bool:
    """Whether no part is larger than its whole."""
    counts = [(term, Fraction(size)) for term, size in task.facts]
    sizes = [
        (frozenset(region for region in regions if _holds(term, region)), size)
        for term, size in (*counts, (task.asked, found))
    ]
    return all(n <= m for part, n in sizes for whole, m in sizes if part <= whole)
