"""Decimals: every answer by exact fractions, written with the places it needs."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.sums import figure, joined, listed, worked
from maths.generating.writing import decimal, number, shown
from maths.message import Formula, Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "decimals",
    Message("Decimals"),
    "python-flint's rational numbers and SymPy, from the words",
    ("decimals", "decimal", "소수", "소수의 덧셈", "소수의 곱셈", "소수의 나눗셈", "순환소수", "유한소수"),
)


def _as_decimal(value: Fraction) -> Made:
    return Made(Message("Write {value} as a decimal.", value=shown(number(value))), decimal(value), form="decimal")


def _as_fraction(value: Fraction) -> Made:
    return Made(Message("Write the decimal {value} as a fraction.", value=figure(value)), number(value), form="lowest")


def _repeating(head: str, period: str) -> tuple[Formula, Fraction]:
    """0.1666…: what stands before the period, and the period."""
    nines = int("9" * len(period)) * 10 ** len(head)
    value = Fraction(int(head + period) - int(head or "0"), nines)
    written = rf"0.{head}\overline{{{period}}}"
    return Formula(written, written), value


def _period(bottom: int) -> int:
    """How many digits repeat in a fraction with this denominator, prime to 10."""
    rest, count = 10 % bottom, 1
    while rest != 1:
        rest, count = rest * 10 % bottom, count + 1
    return count


# Beginner: one place or two


@TOPIC.beginner
def tenths_are_added(draw: Draw) -> Made:
    a, b = draw.decimal(0, 9, 1), draw.decimal(0, 9, 1)
    return worked(f"{decimal(a)} + {decimal(b)}", a + b)


@TOPIC.beginner
def tenths_are_taken_away(draw: Draw) -> Made:
    b = draw.decimal(0, 5, 1)
    a = b + Fraction(draw.whole(1, 60), 10)
    return worked(f"{decimal(a)} - {decimal(b)}", a - b)


@TOPIC.beginner
def hundredths_are_added(draw: Draw) -> Made:
    a, b = draw.decimal(0, 9, 2), draw.decimal(0, 9, 2)
    return worked(f"{decimal(a)} + {decimal(b)}", a + b)


@TOPIC.beginner
def a_decimal_is_taken_from_a_whole_number(draw: Draw) -> Made:
    b = draw.decimal(0, 5, 2)
    a = draw.whole(6, 12)
    return worked(f"{a} - {decimal(b)}", a - b)


@TOPIC.beginner
def a_whole_number_times_a_decimal(draw: Draw) -> Made:
    a, b = draw.whole(2, 9), draw.decimal(0, 9, 1)
    return worked(f"{a}*{decimal(b)}", a * b)


@TOPIC.beginner
def times_a_power_of_ten(draw: Draw) -> Made:
    a, power = draw.decimal(0, 9, draw.whole(1, 3)), draw.one_of([10, 100, 1000])
    return worked(f"{decimal(a)}*{power}", a * power)


@TOPIC.beginner
def shared_by_a_power_of_ten(draw: Draw) -> Made:
    a, power = draw.decimal(1, 99, 1), draw.one_of([10, 100, 1000])
    return worked(f"{decimal(a)}/{power}", a / power)


@TOPIC.beginner
def shared_by_a_whole_number(draw: Draw) -> Made:
    quotient = draw.decimal(0, 5, 1)
    b = draw.one_of([b for b in range(2, 10) if (quotient * b).denominator > 1])
    return worked(f"{decimal(quotient * b)}/{b}", quotient)


@TOPIC.beginner
def tenths_as_a_fraction(draw: Draw) -> Made:
    return _as_fraction(draw.decimal(0, 9, draw.whole(1, 2)))


@TOPIC.beginner
def a_fraction_of_tenths_or_hundredths(draw: Draw) -> Made:
    bottom = draw.one_of([2, 4, 5, 20, 25, 50])
    top = draw.one_of([n for n in range(1, 3 * bottom) if gcd(n, bottom) == 1])
    return _as_decimal(Fraction(top, bottom))


@TOPIC.beginner
def which_of_two_is_larger(draw: Draw) -> Made:
    a = draw.decimal(0, 3, 2)
    b = a + Fraction(draw.one_of([-18, -9, -3, 3, 9, 18]), 1000)
    return Made(Message("Which is larger, {first} or {second}?", first=figure(a), second=figure(b)), decimal(max(a, b)),
                given_back=True)  # fmt: skip


@TOPIC.beginner
def four_decimals_rising(draw: Draw) -> Made:
    ones = draw.whole(0, 5)
    found = [ones + Fraction(n, 100) for n in draw.several(4, 1, 99)]
    return Made(Message("Sort {values} in increasing order.", values=listed(found)), joined(sorted(found)), type="list",
                ordered=True)  # fmt: skip


@TOPIC.beginner
def the_digit_of_tenths(draw: Draw) -> Made:
    value = draw.decimal(0, 60, 3)
    return Made(Message("What is the tenths digit of {value}?", value=figure(value)), str(int(value * 10) % 10))


@TOPIC.beginner
def the_digit_of_hundredths(draw: Draw) -> Made:
    value = draw.decimal(0, 60, 3)
    return Made(Message("What is the hundredths digit of {value}?", value=figure(value)), str(int(value * 100) % 10))


# Intermediate: products and quotients of decimals, fractions with more places


@TOPIC.intermediate
def a_product_of_decimals(draw: Draw) -> Made:
    a, b = draw.decimal(0, 9, 1), draw.decimal(0, 9, 1)
    return worked(f"{decimal(a)}*{decimal(b)}", a * b)


@TOPIC.intermediate
def a_product_with_hundredths(draw: Draw) -> Made:
    a, b = draw.decimal(0, 3, 2), draw.decimal(0, 3, 1)
    return worked(f"{decimal(a)}*{decimal(b)}", a * b)


@TOPIC.intermediate
def a_quotient_of_decimals(draw: Draw) -> Made:
    quotient, b = draw.whole(2, 40), draw.decimal(0, 5, 1)
    return worked(f"{decimal(quotient * b)}/{decimal(b)}", quotient)


@TOPIC.intermediate
def a_decimal_quotient_of_decimals(draw: Draw) -> Made:
    quotient, b = draw.decimal(0, 9, 1), draw.decimal(0, 3, 1)
    return worked(f"{decimal(quotient * b)}/{decimal(b)}", quotient)


@TOPIC.intermediate
def a_square_of_a_decimal(draw: Draw) -> Made:
    a, b = draw.decimal(0, 3, 1), draw.decimal(0, 9, 1)
    return worked(f"{decimal(a)}^2 + {decimal(b)}", a**2 + b)


@TOPIC.intermediate
def three_terms(draw: Draw) -> Made:
    a, b, c = draw.decimal(2, 9, 2), draw.decimal(0, 2, 1), draw.decimal(0, 9, 2)
    return worked(f"{decimal(a)} - {decimal(b)} + {decimal(c)}", a - b + c)


@TOPIC.intermediate
def product_before_sum(draw: Draw) -> Made:
    a, b, c = draw.decimal(0, 9, 1), draw.decimal(0, 3, 1), draw.decimal(0, 3, 1)
    return worked(f"{decimal(a)} + {decimal(b)}*{decimal(c)}", a + b * c)


@TOPIC.intermediate
def a_difference_times_a_decimal(draw: Draw) -> Made:
    b, c = draw.decimal(0, 4, 1), draw.decimal(0, 3, 1)
    a = b + Fraction(draw.whole(2, 40), 10)
    return worked(f"({decimal(a)} - {decimal(b)})*{decimal(c)}", (a - b) * c)


@TOPIC.intermediate
def a_fraction_with_three_places(draw: Draw) -> Made:
    bottom = draw.one_of([8, 16, 40, 80, 125, 200])
    top = draw.one_of([n for n in range(1, bottom) if gcd(n, bottom) == 1])
    return _as_decimal(Fraction(top, bottom))


@TOPIC.intermediate
def three_places_as_a_fraction(draw: Draw) -> Made:
    return _as_fraction(draw.decimal(0, 5, 3))


@TOPIC.intermediate
def a_decimal_times_a_decimal_in_words(draw: Draw) -> Made:
    a, b = draw.decimal(0, 3, 1), draw.decimal(0, 9, 1)
    return Made(Message("What is {factor} times {value}?", factor=figure(a), value=figure(b)), decimal(a * b))


@TOPIC.intermediate
def how_many_places(draw: Draw) -> Made:
    twos, fives = draw.whole(0, 5), draw.whole(0, 3)
    if not twos + fives:
        twos = 3
    bottom = 2**twos * 5**fives
    top = draw.one_of([n for n in range(1, 2 * bottom + 20) if gcd(n, bottom) == 1])
    return Made(Message("How many digits are after the decimal point in {value}?", value=shown(f"{top}/{bottom}")),
                str(max(twos, fives)))  # fmt: skip


@TOPIC.intermediate
def a_decimal_and_a_fraction(draw: Draw) -> Made:
    bottom = draw.one_of([7, 9, 11, 13])  # no decimal is equal to such a fraction
    found = [Fraction(draw.whole(1, bottom - 1), bottom), draw.decimal(0, 1, 2), draw.decimal(0, 1, 1)]
    return Made(Message("What is the largest of {values}?", values=listed(found)), joined([max(found)]))


# Advanced: repeating decimals, digits far behind the point, several steps


@TOPIC.advanced
def one_digit_repeats_behind_another(draw: Draw) -> Made:
    written, value = _repeating(str(draw.whole(0, 9)), str(draw.whole(1, 8)))
    return Made(Message("Write the repeating decimal {value} as a fraction.", value=written), number(value),
                form="lowest")  # fmt: skip


@TOPIC.advanced
def two_digits_repeat(draw: Draw) -> Made:
    written, value = _repeating("", f"{draw.whole(1, 98, 11, 22, 33, 44, 55, 66, 77, 88):02d}")
    return Made(Message("Write the repeating decimal {value} as a fraction.", value=written), number(value),
                form="lowest")  # fmt: skip


@TOPIC.advanced
def three_digits_repeat(draw: Draw) -> Made:
    period = draw.whole(1, 998)
    if period % 111 == 0:
        period += 1
    written, value = _repeating("", f"{period:03d}")
    return Made(Message("Write the repeating decimal {value} as a fraction.", value=written), number(value),
                form="lowest")  # fmt: skip


@TOPIC.advanced
def two_digits_repeat_behind_another(draw: Draw) -> Made:
    period = draw.whole(1, 98, 11, 22, 33, 44, 55, 66, 77, 88)
    written, value = _repeating(str(draw.whole(0, 9)), f"{period:02d}")
    return Made(Message("Write the repeating decimal {value} as a fraction.", value=written), number(value),
                form="lowest")  # fmt: skip


@TOPIC.advanced
def how_long_the_period_is(draw: Draw) -> Made:
    bottom = draw.one_of([7, 11, 13, 17, 19, 21, 27, 33, 37, 39, 41])
    top = draw.one_of([n for n in range(1, bottom) if gcd(n, bottom) == 1])
    return Made(Message("What is the length of the repeating block of {value}?", value=shown(f"{top}/{bottom}")),
                str(_period(bottom)))  # fmt: skip


@TOPIC.advanced
def a_digit_far_behind_the_point(draw: Draw) -> Made:
    bottom = draw.one_of([7, 11, 13, 27, 37, 41])
    place = draw.one_of([n for n in range(20, 200) if n % 10 in {0, 4, 5, 6, 7, 8, 9}])  # the 24th, not the 21st
    top = draw.whole(1, bottom - 1)
    value = Fraction(top, bottom)
    digit = value.numerator * 10**place // value.denominator % 10
    return Made(
        Message("What is the {place}th digit after the decimal point of {value}?", place=figure(place),
                value=shown(f"{value.numerator}/{value.denominator}")),
        str(digit),
    )  # fmt: skip


@TOPIC.advanced
def repeating_decimals_are_added(draw: Draw) -> Made:
    a, b = draw.several(2, 1, 8)
    first, one = _repeating("", str(a))
    second, other = _repeating(str(draw.whole(0, 9)), str(b))
    text = Formula(f"{first.typed} + {second.typed}", f"{first.latex} + {second.latex}")
    return Made(Message("Calculate {expression}.", expression=text), number(one + other), form="lowest")


@TOPIC.advanced
def a_repeating_decimal_times_a_number(draw: Draw) -> Made:
    many = draw.whole(2, 12)
    written, value = _repeating("", f"{draw.whole(1, 98, 33, 66):02d}")
    text = Formula(f"{many}*{written.typed}", rf"{many} \times {written.latex}")
    return Made(Message("Calculate {expression}.", expression=text), number(value * many), form="lowest")


@TOPIC.advanced
def a_quotient_of_products(draw: Draw) -> Made:
    quotient, b, c = draw.decimal(0, 9, 1), draw.decimal(0, 2, 1), draw.decimal(0, 2, 1)
    return worked(f"{decimal(quotient * b)}*{decimal(c)}/{decimal(b)}", quotient * c)


@TOPIC.advanced
def a_cube_of_a_decimal(draw: Draw) -> Made:
    a, b, c = draw.decimal(0, 1, 1), draw.decimal(0, 5, 2), draw.decimal(0, 2, 1)
    return worked(f"{decimal(a)}^3 - {decimal(b)}*{decimal(c)}", a**3 - b * c)


@TOPIC.advanced
def a_difference_of_squares(draw: Draw) -> Made:
    b = draw.decimal(0, 9, 1)
    a = b + draw.whole(1, 9)
    return worked(f"{decimal(a)}^2 - {decimal(b)}^2", a**2 - b**2)


@TOPIC.advanced
def brackets_with_negative_numbers(draw: Draw) -> Made:
    a, b, c, d = draw.decimal(0, 5, 1), draw.decimal(6, 12, 1), draw.decimal(0, 3, 1), draw.decimal(0, 9, 2)
    return worked(f"({decimal(a)} - {decimal(b)})*(-{decimal(c)}) - {decimal(d)}", (b - a) * c - d)


@TOPIC.advanced
def fractions_and_decimals_falling(draw: Draw) -> Made:
    base = draw.one_of([Fraction(3, 8), Fraction(5, 8), Fraction(7, 16), Fraction(4, 7), Fraction(5, 12)])
    near = Fraction(round(base * 100), 100)
    found = draw.shuffled([base, near, near + Fraction(draw.whole(1, 9), 100), near - Fraction(draw.whole(1, 9), 1000)])
    if len({*found}) < len(found):
        return a_difference_of_squares(draw)
    return Made(Message("Sort {values} in decreasing order.", values=listed(found)),
                joined(sorted(found, reverse=True)), type="list", ordered=True)  # fmt: skip
