"""Programs a model wrote for a word problem: executed exactly, or refused with the reason."""

from __future__ import annotations

import pytest

from maths.program import execute


@pytest.mark.parametrize(
    ("quantities", "equations", "asked", "value"),
    [
        ([("apples", "12"), ("price", "0.25")], ["total = apples * price"], "total", "3"),
        ([("hours", "2 1/2"), ("speed", "60")], ["distance = speed*hours"], "distance", "150"),
        ([("sum", "25"), ("difference", "11")], ["x + y = sum", "x - y = difference"], "x", "18"),
        ([("total", "30")], ["boys + girls = total", "girls = 2 * boys"], "girls", "20"),
        ([("price", "80"), ("rate", "15%")], ["off = price * rate", "left = price - off"], "left", "68"),
        ([("a", "7"), ("b", "2")], ["half = a / b"], "half", "7/2"),
        ([("side", "5")], ["area = side^2"], "area", "25"),
        ([("sin", "3"), ("pi", "4")], ["e = sin + pi"], "e", "7"),
    ],
)
def test_a_program_is_executed_exactly(
    quantities: list[tuple[str, str]], equations: list[str], asked: str, value: str
) -> None:
    found = execute(quantities, equations, asked)
    assert found.reason is None
    assert found.value == value
    assert found.idle == ()


@pytest.mark.parametrize(
    ("quantities", "equations", "asked", "reason"),
    [
        ([("a", "1")], ["b = a"], "c", "does not occur"),
        ([("a", "1")], ["b = c + a"], "b", "do not fix"),
        ([("a", "1"), ("b", "2")], ["c = a", "c = b"], "c", "contradict"),
        ([("a", "1")], ["x + y = a", "2x + 2y = 3"], "x", "contradict"),
        ([("a", "1"), ("a", "2")], ["c = a"], "c", "two values"),
        ([("a", "many")], ["c = a"], "c", ""),
        ([("a", "1")], ["c < a"], "c", "no equation"),
        ([("a", "0")], ["c = 1 / a"], "c", "zero"),
        ([("a b", "1")], ["c = 2"], "c", "no name"),
        ([("a", "1")], ["c = __import__('os')"], "c", ""),
        ([("a", "9" * 4000)], ["c = a^50^50"], "c", ""),
        ([(f"q{n}", "1") for n in range(30)], ["c = q1"], "c", "too many"),
    ],
)
def test_what_is_no_program_gives_no_value(
    quantities: list[tuple[str, str]], equations: list[str], asked: str, reason: str
) -> None:
    found = execute(quantities, equations, asked)
    assert found.value is None
    assert found.reason is not None
    assert reason in str(found.reason)


def test_a_quantity_that_changes_nothing_is_named() -> None:
    found = execute([("apples", "3"), ("pears", "4"), ("age", "12")], ["fruit = apples + pears"], "fruit")
    assert found.value == "7"
    assert found.idle == ("age",)
