"""Formulas with all measures known but one, solved one after the other: what a figure's given measures settle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.geometry.shapes import MEASURES, Shape, relation
from maths.families.settled import UndecidedError
from maths.message import Message
from maths.tree import Call, walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.families.symbolic import Symbolic
    from maths.tree import Relation

MAX_ROUNDS = 24  # of solving: no figure has more measures
_HALF_TURN = 180
_SQUARE = 2


@dataclass(frozen=True, slots=True)
class Found:
    """`letter` came from `formula`, all else in it known."""

    letter: str
    formula: str
    value: Symbolic


def solve(shape: Shape, given: Mapping[str, Symbolic], goal: frozenset[str]) -> tuple[Found, ...]:
    """Measures that follow, in order, until the goal is among them.

    Raises UndecidedError where the given measures contradict one another.
    """
    known = dict(given)
    found: list[Found] = []
    for _ in range(MAX_ROUNDS):
        step = None if goal <= known.keys() else _next(shape, known)
        if step is None:
            break
        known[step.letter] = step.value
        found.append(step)
    for text in shape.formulas:
        node, letters = relation(text)
        if letters <= known.keys() and not _is_zero(_gap(shape, node, known)):
            raise UndecidedError(Message("No such figure has these measures."))
    return tuple(found)


def _is_zero(value: Symbolic) -> bool:
    expanded = sympy.expand(value)
    return bool(expanded == 0 or sympy.simplify(expanded) == 0)


def needed(found: tuple[Found, ...], wanted: str) -> tuple[Found, ...]:
    """Only the steps the wanted measure rests on."""
    letters, kept = {wanted}, []
    for step in reversed(found):
        if step.letter in letters:
            kept.append(step)
            letters |= relation(step.formula)[1]
    return tuple(reversed(kept))


def _next(shape: Shape, known: Mapping[str, Symbolic]) -> Found | None:
    for text in shape.formulas:
        node, letters = relation(text)
        missing = letters - known.keys()
        if len(missing) != 1:
            continue
        letter = next(iter(missing))
        roots = _positive_roots(shape, node, letter, known)
        if roots is not None:
            if len(roots) != 1:
                raise UndecidedError(Message("No single figure has these measures."))
            return Found(letter, text, roots[0])
    return None


def _positive_roots(shape: Shape, node: Relation, letter: str, known: Mapping[str, Symbolic]) -> list[Symbolic] | None:
    """The positive values of the letter; None where the formula is not solved for it here."""
    unknown = sympy.Symbol(letter, positive=True)
    gap = _gap(shape, node, {**known, letter: unknown})
    if any(f.has(unknown) for f in gap.atoms(sympy.sin, sympy.cos)):
        return None
    gap = sympy.fraction(sympy.together(gap))[0]
    if not gap.is_polynomial(unknown):
        return None
    polynomial = sympy.Poly(gap, unknown)
    degree = polynomial.degree()
    coefficients = polynomial.all_coeffs()
    if degree < 1 or (degree > _SQUARE and any(c != 0 for c in coefficients[1:-1])):
        return None
    if degree == _SQUARE and coefficients[1] != 0:
        a, b, c = coefficients
        root = sympy.sqrt(sympy.nsimplify(b * b - 4 * a * c))
        values = [(-b + root) / (2 * a), (-b - root) / (2 * a)]
    else:
        ratio = sympy.radsimp(sympy.expand(-coefficients[-1] / coefficients[0]))
        values = [sympy.root(ratio, degree)] if ratio.is_positive else []
    return [tidy(v) for v in values if v.is_positive]


def tidy(value: Symbolic) -> Symbolic:
    """A number with its roots below no fraction line, and simplified where it is a sum of them."""
    plain = sympy.radsimp(sympy.expand(value))
    return plain if not plain.is_Add or len(plain.args) < 3 else sympy.radsimp(sympy.simplify(plain))  # noqa: PLR2004


def _gap(shape: Shape, node: Relation, known: Mapping[str, Symbolic]) -> Symbolic:
    """Left side less right side, the angles in degrees."""
    values = {letter: _radians(shape, letter, value, node) for letter, value in known.items()}
    left, right = (to_sympy(side, symbols=values) for side in node.operands)
    return left - right


def _radians(shape: Shape, letter: str, value: Symbolic, node: Relation) -> Symbolic:
    trigonometric = any(isinstance(part, Call) and part.function in {"sin", "cos"} for part in walk(node))
    is_angle = letter in shape.letters.values() and MEASURES[shape.measure(letter)].dimension == 0
    return value * sympy.pi / _HALF_TURN if trigonometric and is_angle else value
