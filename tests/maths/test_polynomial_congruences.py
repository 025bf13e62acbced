"""Congruences between polynomials: all residues, by two routes, or a reason."""

from __future__ import annotations

import pytest

from maths.decide import decide
from maths.families.numbers.polynomial_congruence import PolynomialCongruence
from maths.families.settled import UndecidedError
from maths.families.terms import number
from maths.read import read
from maths.steps import work
from maths.verdict import Level

DECIDED = [
    ("Solve x^2 ≡ 1 (mod 12)", [1, 5, 7, 11], 12),
    ("Find all x such that x^2 ≡ 4 mod 9", [2, 7], 9),
    ("Solve x^3 ≡ 1 (mod 7)", [1, 2, 4], 7),
    ("Solve x^2 + x ≡ 2 (mod 10)", [1, 3, 6, 8], 10),
    ("Find all integers n that satisfy n^2 ≡ n (mod 6)", [0, 1, 3, 4], 6),
    ("합동식 x^2 ≡ -1 (mod 13)를 푸시오.", [5, 8], 13),
]
UNDECIDED = [
    "Solve x^2 ≡ y (mod 5)",
    "Solve 2^x ≡ 1 (mod 7)",
    "Solve x^3 ≡ x (mod 6)",
    "Solve x^2/3 ≡ 1 (mod 6)",
    "Solve x^2 ≡ 1 (mod 1000003)",
    "Find the number of x such that x^2 ≡ 1 mod m",
    "Find all y such that x^2 ≡ 4 mod 9",
]


@pytest.mark.parametrize(("statement", "residues", "modulus"), DECIDED)
def test_all_residues_are_found(statement: str, residues: list[int], modulus: int) -> None:
    found = decide(statement).answer
    letter = "n" if "n^2" in statement else "x"
    assert found is not None
    assert found.typed == ", ".join(f"{letter} ≡ {residue} (mod {modulus})" for residue in residues)


@pytest.mark.parametrize("modulus", [2, 8, 9, 30, 49, 72])
@pytest.mark.parametrize("coefficients", [(0, 0, 1), (-1, 0, 1), (1, 1, 1), (0, 2, 0, 4), (6, -5, 1)])
def test_the_routes_agree_on_every_kind_of_modulus(coefficients: tuple[int, ...], modulus: int) -> None:
    body = read(" + ".join(f"({c})*x^{k}" for k, c in enumerate(coefficients)))
    task = PolynomialCongruence("x", body, number(0), number(modulus))
    try:
        answer = task.settle().answer.typed
    except UndecidedError as error:
        assert "Every" in str(error.reason)  # noqa: PT017 - the other way to agree
        return
    right = [x for x in range(modulus) if sum(c * x**k for k, c in enumerate(coefficients)) % modulus == 0]
    assert answer == (", ".join(f"x ≡ {x} (mod {modulus})" for x in right) or "{}")


@pytest.mark.parametrize("statement", UNDECIDED)
def test_what_is_no_such_congruence_is_not_decided(statement: str) -> None:
    assert decide(statement).answer is None


def test_a_route_that_loses_a_residue_decides_nothing() -> None:
    task = PolynomialCongruence("x", read("x^2"), number(1), number(8))
    with pytest.raises(UndecidedError):
        task.settle(lambda *_: [1, 3, 5])


def test_each_level_is_told_in_its_own_way() -> None:
    told = {str([p.lines for p in work("Solve x^2 ≡ 1 (mod 12)", level).passages]) for level in Level}
    assert len(told) == len(Level)
