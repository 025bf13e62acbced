"""What the topics of numbers are built with: calculations as school writes them, numbers from their factors, hints."""

from __future__ import annotations

import pytest

from maths.generating.divisors import divisors, factored, is_prime, product, typed
from maths.generating.draw import Draw
from maths.generating.hints import tells
from maths.generating.sums import calculation, signed
from maths.generating.topics.all import TOPICS
from maths.generating.writing import shown
from maths.message import Formula, Message
from maths.verdict import Level

MINE = (
    "order_of_operations", "integers", "decimals", "rounding", "percentages", "ratio", "units", "prime_factorisation",
    "gcd_lcm", "remainders", "number_bases",
)  # fmt: skip
DRAWS = 12


@pytest.mark.parametrize("key", MINE)
@pytest.mark.parametrize("level", list(Level))
def test_a_structure_hardly_ever_draws_the_same_twice(key: str, level: Level) -> None:
    structures = TOPICS[key].structures[level]
    statements = {str(structure(Draw(seed)).statement) for structure in structures for seed in range(DRAWS)}
    assert len(statements) >= len(structures) * DRAWS * 0.9


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("84/7*2", r"84 \div 7 \times 2"),
        ("(-3)^2 - 2^10*5", r"(-3)^{2} - 2^{10} \times 5"),
        ("abs(3 - 8*2) - abs(-5)", r"\left|3 - 8 \times 2\right| - \left|-5\right|"),
    ],
)
def test_a_calculation_keeps_its_signs(text: str, latex: str) -> None:
    assert calculation(text).latex == latex


def test_a_negative_number_behind_a_sign_stands_in_brackets() -> None:
    assert (signed(-3), signed(4)) == ("(-3)", "4")


def test_numbers_are_built_from_their_factors() -> None:
    for seed in range(50):
        factors = factored(Draw(seed), 3, 3, 13)
        number = product(factors)
        assert [prime for prime in divisors(number) if is_prime(prime)] == sorted(factors)
        assert shown(typed(factors)).typed == typed(factors).replace("^", "**")


@pytest.mark.parametrize(
    ("said", "answer", "told"),
    [
        ("47", "47", True),
        ("217 = 13*16 + 9", "9", True),
        ("9 + 4 = 13", "4", False),
        ("6/7 > 31/100 > 1/5", "6/7", True),
        ("14 = 2*7", "7", False),
    ],
)
def test_a_hint_that_ends_in_the_answer_tells_it(said: str, answer: str, told: bool) -> None:  # noqa: FBT001
    assert tells(Message("Look: {said}", said=shown(said)), shown(answer)) is told


def test_a_number_that_is_no_formula_tells_as_well() -> None:
    assert tells(Message("The largest is {value}.", value="47"), shown("47"))


@pytest.mark.parametrize(
    ("name", "sign"),
    [("a_fraction_by_a_whole_number", r"\div"), ("a_quotient", r"\div"), ("a_product", r"\times")],
)
def test_fractions_keep_their_signs_of_multiplication_and_division(name: str, sign: str) -> None:
    structures = [one for level in TOPICS["fractions"].structures.values() for one in level]
    made = next(one for one in structures if one.__name__ == name)(Draw(name))
    _, formula = made.statement.arguments[0]
    assert isinstance(formula, Formula)
    assert sign in formula.latex
