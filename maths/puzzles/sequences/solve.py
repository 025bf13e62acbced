"""The whole numbers a rule leaves open, from the terms that are shown: by elimination, with nothing of a solver."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.puzzles.sequences.rules import Rule


class OpenError(Exception):
    """The terms that are shown leave a parameter open."""


@dataclass(frozen=True, slots=True)
class Equation:
    """A term in numbers: `term = constant + Σ coefficient·parameter`."""

    term: int
    constant: int
    coefficients: tuple[int, ...]

    @property
    def left(self) -> int:
        return self.term - self.constant


def equations(rule: Rule, shown: Sequence[int | None]) -> list[Equation]:
    """Of all terms that are shown after shown ones; a term that is not shown says nothing yet."""
    found = []
    for place in range(rule.start + 1, len(shown) + 1):
        term = shown[place - 1]
        if term is None or None in shown[place - 1 - rule.start : place - 1]:
            continue
        before = [0 if one is None else one for one in shown[: place - 1]]
        coefficients, constant = rule.row(place, before)
        found.append(Equation(term, constant, coefficients))
    return found


def parameters(rows: Sequence[Equation], width: int) -> tuple[Fraction, ...] | None:
    """The only values that satisfy all; None where there are none. Raises OpenError where there are others."""
    matrix = [[Fraction(c) for c in (*row.coefficients, row.left)] for row in rows]
    found = 0
    for column in range(width):
        at = next((place for place in range(found, len(matrix)) if matrix[place][column]), None)
        if at is None:
            continue
        matrix[found], matrix[at] = matrix[at], matrix[found]
        lead = matrix[found][column]
        matrix[found] = [value / lead for value in matrix[found]]
        for place, line in enumerate(matrix):
            if place != found and line[column]:
                factor = line[column]
                matrix[place] = [value - factor * top for value, top in zip(line, matrix[found], strict=True)]
        found += 1
    if any(line[width] for line in matrix[found:]):
        return None
    if found < width:
        raise OpenError
    return tuple(line[width] for line in matrix[:width])


def filled(rule: Rule, shown: Sequence[int | None], values: Sequence[int], length: int) -> list[int] | None:
    """All terms with these parameters; None where a shown one is another."""
    begun = [one for one in shown[: rule.start] if one is not None]
    if len(begun) < rule.start:
        return None
    terms = rule.continued(begun, values, length)
    return terms if all(one is None or one == term for one, term in zip(shown, terms, strict=False)) else None


def completed(rule: Rule, shown: Sequence[int | None], length: int) -> list[int] | None:
    """The only terms the rule allows; None where it allows none. Raises OpenError."""
    found = parameters(equations(rule, shown), len(rule.letters))
    if found is None or any(value.denominator > 1 for value in found):
        return None
    return filled(rule, shown, [int(value) for value in found], length)
