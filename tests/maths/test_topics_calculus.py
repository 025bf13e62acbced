"""Topics of calculus and linear algebra: the plain arithmetic they are made with, and their variety."""

from __future__ import annotations

from fractions import Fraction

import pytest

from maths.generate import confirms
from maths.generating.calculus import antiderivative, between, derivative, integral, power, value
from maths.generating.draw import Draw
from maths.generating.exercise import Made
from maths.generating.grids import adjugate, determinant, identity, inverse, invertible, times, with_determinant_one
from maths.generating.topics.all import TOPICS
from maths.generating.writing import shown
from maths.message import Message
from maths.read import read
from maths.verdict import Level

KEYS = (
    "limits", "derivatives", "tangents_and_extrema", "integrals", "areas", "series", "matrices", "determinants",
    "vectors", "eigenvalues", "differential_equations",
)  # fmt: skip
LEAST_STRUCTURES = 12
DRAWS = 12


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("level", list(Level))
def test_many_structures_hardly_ever_draw_the_same(key: str, level: Level) -> None:
    structures = TOPICS[key].structures[level]
    assert len({structure.__name__ for structure in structures}) >= LEAST_STRUCTURES
    drawn = {str(structure(Draw(seed)).statement) for structure in structures for seed in range(DRAWS)}
    assert len(drawn) >= len(structures) * DRAWS * 0.9


def test_polynomials_are_differentiated_and_integrated() -> None:
    whole = [3, 0, -2, 5]
    assert derivative(whole) == [9, 0, -2]
    assert derivative(antiderivative(whole)) == whole
    assert value(whole, Fraction(1, 2)) == Fraction(35, 8)
    assert between([3, 0, 0], 1, 2) == 7


def test_an_integral_is_typed_as_it_is_read() -> None:
    formula = integral("x^2 + 1", ("-1", "2"))
    assert read(formula.typed) == read(formula.latex)


def test_powers_are_written_without_ones() -> None:
    assert [power("x", n) for n in range(3)] == ["", "x", "x^2"]


@pytest.mark.parametrize("size", [2, 3, 4])
def test_matrices_are_inverted(size: int) -> None:
    for seed in range(20):
        grid = invertible(Draw(seed), size)
        assert times(grid, inverse(grid)) == identity(size)
        assert times(grid, adjugate(grid)) == [[determinant(grid) * cell for cell in row] for row in identity(size)]
        assert determinant(with_determinant_one(Draw(seed), size)) == 1


@pytest.mark.parametrize(
    ("decided", "confirmed"), [("x**2 + C", True), ("x**2 + 2*x + C", False), ("(x + 3)**2 - 6*x + C", True)]
)
def test_antiderivatives_may_differ_by_a_number(decided: str, confirmed: bool) -> None:  # noqa: FBT001 - a table
    made = Made(Message("Find the antiderivative of {function}.", function=shown("2*x")), "x^2 + 1 + C", form="+C")
    assert confirms(made, decided) is confirmed
