"""The answer is found among words, and never where something could have changed it."""

from __future__ import annotations

import pytest

from maths.grading.answer import find
from maths.grading.quantity import quantity
from maths.reading.numerals import spelled, with_digits


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The answer is 73.", "73"),
        ("Final answer: **73**", "73"),
        ("정답은 73입니다.", "73"),
        ("답: 73개", "73개"),
        ("#### 73", "73"),
        (r"so the area is $\boxed{73}$.", "73"),
        (r"first \boxed{70}. Then three more: \boxed{73}", "73"),
        (r"$\boxed{\boxed{73}}$", "73"),
        (r"\boxed{7} and \boxed{3}", "7, 3"),
        (r"$x=\boxed{7}$, $y=\boxed{3}$", "7, 3"),
        ("Therefore $x > 7$ is the solution.", "x > 7"),
        ("We tried 5 things. Thus there are 73 different ways. I hope this helps.", "73"),
        ("the answer is 5. Actually the answer is 6", "6"),
    ],
)
def test_the_answer_is_found(text: str, answer: str) -> None:
    found = find(text)
    assert found is not None
    assert found.text == answer


@pytest.mark.parametrize(
    "text",
    [
        r"\boxed{5}!", r"\boxed{5}x", r"2\boxed{5}", r"-\boxed{5}", r"\boxed{5} + 1", r"\boxed{5}^2",
        r"\boxed{5} or so",
        r"\boxed{5} is wrong", r"not \boxed{5}", r"\boxed{5}(6)", "The answer is not 5",
        "I don't think the answer is 5",
        "Is the answer 5?", "twice the answer is 5", "the answer is 5. Actually it's 6", "there are 5 or 6 of them",
        "it is more than 5", "it lies between $5$ and $7$", "5", "hello 5 of 7",
    ],
)  # fmt: skip
def test_what_changes_the_answer_leaves_nothing_found(text: str) -> None:
    assert find(text) is None


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("4분의 3", "3/4"),
        ("삼분의 이", "2/3"),
        ("1만 5천", "15000"),
        ("2만 5백", "20500"),
        ("1억 2천만", "120000000"),
        ("12개", "12개"),
    ],
)
def test_korean_numbers_become_digits(text: str, digits: str) -> None:
    assert with_digits(text) == digits


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("십이", 12),
        ("이백삼십", 230),
        ("스물하나", 21),
        ("twelve", 12),
        ("forty-two", 42),
        ("가", None),
        ("twelvety", None),
    ],
)
def test_spelled_numbers(word: str, number: int | None) -> None:
    assert spelled(word) == number


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2 km", "2000 m"),
        ("1 hour 30 minutes", "90분"),
        (r"7\text{ cm}^2", "700 mm^2"),
        ("36 km/h", "10 m/s"),
        ("$3", "300 cents"),
    ],
)
def test_the_same_quantity_in_two_units(one: str, other: str) -> None:
    first, second = quantity(one), quantity(other)
    assert first is not None
    assert second is not None
    assert first.unit.dimensions == second.unit.dimensions


@pytest.mark.parametrize(
    "text", ["5 dozen", "5 thousand", "5 squared", "5 and", "5 percent", "x cm", "5 > 3 cm", "5 wrong"]
)
def test_words_that_calculate_are_no_units(text: str) -> None:
    assert quantity(text) is None
