"""Repeating decimals are exact fractions; what might be a product stays one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maths.bounds import UnreadableError
from maths.read import read
from maths.reading.repetends import fraction_of
from maths.tree import Mixed, Number, Product


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r"0.\overline{3}", Fraction(1, 3)), (r"0.1\overline{6}", Fraction(1, 6)), (r"2.\bar{45}", Fraction(27, 11)),
        (r"0.\dot{3}", Fraction(1, 3)), (r"0.1\dot{2}3\dot{4}", Fraction(137, 1110)), ("0.1̇23̇", Fraction(41, 333)),
        ("0.333...", Fraction(1, 3)), ("0.1666…", Fraction(1, 6)), (r"2.454545\ldots", Fraction(27, 11)),
        ("0.3̇", Fraction(1, 3)), ("0.(3)", Fraction(1, 3)), (r"0.\overline{9}", Fraction(1)),
    ],
)  # fmt: skip
def test_a_repeating_decimal_is_read_exactly(text: str, value: Fraction) -> None:
    assert read(text) == Number(value)


@given(st.integers(0, 999), st.text("0123456789", max_size=5), st.text("0123456789", min_size=1, max_size=7))
def test_its_digits_come_back_by_long_division(whole: int, head: str, repetend: str) -> None:
    value = fraction_of(str(whole), head, repetend)
    assert read(rf"{whole}.{head}\overline{{{repetend}}}") == Number(value)
    places = len(head) + 3 * len(repetend)
    if set(repetend) != {"9"}:
        shown = f"{whole}{head}{repetend * 3}"
        assert value.numerator * 10**places // value.denominator == int(shown)


def test_what_may_be_something_else_is_not_a_repetend() -> None:
    assert isinstance(read("0.1(6)"), Product)
    for text in (
        "2 0.(3)",
        "0.(3",
        r"\overline{AB}",
        r"0.\dot{1}\dot{2}\dot{3}",
        r"0.\overline{x}",
        "0.33...",
        "0.3636...",
        "2.718281828...",
        "3.1415926535...",
        "0.333 ...",
        "333...",
    ):
        with pytest.raises(UnreadableError):
            read(text)
    assert not isinstance(read(r"0.\overline{3} + 2"), Mixed)
