"""Rounding: to the nearest, up and down, by plain integers of the last place kept."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.sums import calculation, figure
from maths.generating.writing import decimal, number, shown
from maths.message import Formula, Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "rounding",
    Message("Rounding and estimating"),
    "the distances to both neighbours by python-flint, roots between half-way points in balls, from the words",
    ("rounding", "estimation", "significant figures", "반올림", "올림", "버림", "어림하기", "올림과 버림", "근삿값"),
)


def _nearest(value: Fraction | int, unit: Fraction | int) -> str:
    """The nearest multiple, the upper one of two."""
    unit = Fraction(unit)
    return decimal(((2 * Fraction(value) / unit + 1) // 2) * unit)


def _down(value: Fraction | int, unit: Fraction | int) -> str:
    return decimal(Fraction(value) // Fraction(unit) * Fraction(unit))


def _up(value: Fraction | int, unit: Fraction | int) -> str:
    return decimal(-(-Fraction(value) // Fraction(unit)) * Fraction(unit))


def _ten(value: Formula, answer: str) -> Made:
    return Made(Message("Round {value} to the nearest ten.", value=value), answer)


def _hundred(value: Formula, answer: str) -> Made:
    return Made(Message("Round {value} to the nearest hundred.", value=value), answer)


def _thousand(value: Formula, answer: str) -> Made:
    return Made(Message("Round {value} to the nearest thousand.", value=value), answer)


def _integer(value: Formula, answer: str) -> Made:
    return Made(Message("Round {value} to the nearest integer.", value=value), answer)


def _tenth(value: Formula, answer: str) -> Made:
    return Made(Message("Round {value} to the nearest tenth.", value=value), answer)


def _hundredth(value: Formula, answer: str) -> Made:
    return Made(Message("Round {value} to the nearest hundredth.", value=value), answer)


_TENTH, _HUNDREDTH, _THOUSANDTH = Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000)


def _figures(value: Fraction, many: int) -> str:
    """Rounded to so many significant figures."""
    unit = Fraction(1)
    while value >= unit * 10:
        unit *= 10
    while value < unit:
        unit /= 10
    return _nearest(value, unit / 10 ** (many - 1))


def _root_nearest(radicand: int, unit: Fraction) -> str:
    """A square root rounded: the largest multiple whose lower half-way point lies below it."""
    scaled = isqrt(int(radicand * (2 / unit) ** 2))
    return decimal((scaled + 1) // 2 * unit)


def _no_square(draw: Draw, low: int, high: int) -> int:
    return draw.whole(low, high, *[n * n for n in range(isqrt(high) + 1)])


def _not_exact(draw: Draw, low: int, high: int) -> tuple[int, int]:
    """A dividend and a divisor whose quotient never ends."""
    divisor = draw.one_of([3, 7, 9, 11, 13])
    return draw.whole(low, high, *range(0, high + 1, divisor)), divisor


# Beginner: whole numbers and one decimal place


@TOPIC.beginner
def to_the_nearest_ten(draw: Draw) -> Made:
    value = draw.whole(12, 999)
    return _ten(figure(value), _nearest(value, 10))


@TOPIC.beginner
def to_the_nearest_hundred(draw: Draw) -> Made:
    value = draw.whole(120, 9999)
    return _hundred(figure(value), _nearest(value, 100))


@TOPIC.beginner
def to_the_nearest_thousand(draw: Draw) -> Made:
    value = draw.whole(1200, 99999)
    return _thousand(figure(value), _nearest(value, 1000))


@TOPIC.beginner
def to_a_whole_number(draw: Draw) -> Made:
    value = draw.decimal(1, 60, 1)
    return _integer(figure(value), _nearest(value, 1))


@TOPIC.beginner
def to_one_place(draw: Draw) -> Made:
    value = draw.decimal(0, 20, 2)
    return _tenth(figure(value), _nearest(value, _TENTH))


@TOPIC.beginner
def up_to_a_ten(draw: Draw) -> Made:
    value = draw.whole(12, 999)
    return Made(Message("Round {value} up to the nearest ten.", value=figure(value)), _up(value, 10))


@TOPIC.beginner
def down_to_a_ten(draw: Draw) -> Made:
    value = draw.whole(12, 999)
    return Made(Message("Round {value} down to the nearest ten.", value=figure(value)), _down(value, 10))


@TOPIC.beginner
def up_to_a_hundred(draw: Draw) -> Made:
    value = draw.whole(120, 9999)
    return Made(Message("Round {value} up to the nearest hundred.", value=figure(value)), _up(value, 100))


@TOPIC.beginner
def down_to_a_hundred(draw: Draw) -> Made:
    value = draw.whole(120, 9999)
    return Made(Message("Round {value} down to the nearest hundred.", value=figure(value)), _down(value, 100))


@TOPIC.beginner
def a_sum_to_the_nearest_ten(draw: Draw) -> Made:
    a, b = draw.whole(11, 99), draw.whole(11, 99)
    return _ten(calculation(f"{a} + {b}"), _nearest(a + b, 10))


@TOPIC.beginner
def a_product_to_the_nearest_ten(draw: Draw) -> Made:
    a, b = draw.whole(3, 12), draw.whole(11, 40)
    return _ten(calculation(f"{a}*{b}"), _nearest(a * b, 10))


@TOPIC.beginner
def two_places_to_a_whole_number(draw: Draw) -> Made:
    value = draw.decimal(1, 60, 2)
    return _integer(figure(value), _nearest(value, 1))


# Intermediate: more places, quotients, significant figures


@TOPIC.intermediate
def to_two_places(draw: Draw) -> Made:
    value = draw.decimal(0, 20, 3)
    return _hundredth(figure(value), _nearest(value, _HUNDREDTH))


@TOPIC.intermediate
def to_three_places(draw: Draw) -> Made:
    value = draw.decimal(0, 9, 4)
    return Made(Message("Round {value} to three decimal places.", value=figure(value)), _nearest(value, _THOUSANDTH))


@TOPIC.intermediate
def a_quotient_to_a_whole_number(draw: Draw) -> Made:
    a, b = _not_exact(draw, 50, 400)
    return _integer(calculation(f"{a}/{b}"), _nearest(Fraction(a, b), 1))


@TOPIC.intermediate
def a_quotient_to_one_place(draw: Draw) -> Made:
    a, b = _not_exact(draw, 10, 99)
    return _tenth(calculation(f"{a}/{b}"), _nearest(Fraction(a, b), _TENTH))


@TOPIC.intermediate
def a_quotient_to_two_places(draw: Draw) -> Made:
    a, b = _not_exact(draw, 5, 60)
    return _hundredth(calculation(f"{a}/{b}"), _nearest(Fraction(a, b), _HUNDREDTH))


@TOPIC.intermediate
def a_product_of_decimals_to_one_place(draw: Draw) -> Made:
    a, b = draw.decimal(0, 9, 2), draw.decimal(0, 9, 1)
    return _tenth(calculation(f"{decimal(a)}*{decimal(b)}"), _nearest(a * b, _TENTH))


@TOPIC.intermediate
def two_significant_figures(draw: Draw) -> Made:
    value = Fraction(draw.whole(1001, 99999))
    return Made(Message("Round {value} to two significant figures.", value=figure(value)), _figures(value, 2))


@TOPIC.intermediate
def three_significant_figures(draw: Draw) -> Made:
    value = draw.decimal(1, 99, 4)
    return Made(Message("Round {value} to three significant figures.", value=figure(value)), _figures(value, 3))


@TOPIC.intermediate
def up_to_a_tenth(draw: Draw) -> Made:
    value = draw.decimal(0, 20, 3)
    return Made(Message("Round {value} up to the nearest tenth.", value=figure(value)), _up(value, _TENTH))


@TOPIC.intermediate
def down_to_a_tenth(draw: Draw) -> Made:
    value = draw.decimal(0, 20, 3)
    return Made(Message("Round {value} down to the nearest tenth.", value=figure(value)), _down(value, _TENTH))


@TOPIC.intermediate
def up_to_a_thousand(draw: Draw) -> Made:
    value = draw.whole(1200, 99999)
    return Made(Message("Round {value} up to the nearest thousand.", value=figure(value)), _up(value, 1000))


@TOPIC.intermediate
def to_a_ten_thousand(draw: Draw) -> Made:
    value = draw.whole(12000, 999999)
    return Made(Message("Round {value} to the nearest ten thousand.", value=figure(value)), _nearest(value, 10000))


@TOPIC.intermediate
def the_multiple_below(draw: Draw) -> Made:
    value, unit = draw.whole(200, 5000), draw.one_of([20, 25, 50, 60, 75, 150])
    return Made(Message("What is the largest multiple of {unit} that is less than {value}?", unit=figure(unit),
                        value=figure(value)), str((value - 1) // unit * unit))  # fmt: skip


# Advanced: roots, whole parts, small numbers, calculations of several steps


@TOPIC.advanced
def a_root_to_a_whole_number(draw: Draw) -> Made:
    radicand = _no_square(draw, 20, 5000)
    return _integer(shown(f"sqrt({radicand})"), _root_nearest(radicand, Fraction(1)))


@TOPIC.advanced
def a_root_to_one_place(draw: Draw) -> Made:
    radicand = _no_square(draw, 2, 300)
    return _tenth(shown(f"sqrt({radicand})"), _root_nearest(radicand, _TENTH))


@TOPIC.advanced
def a_root_to_two_places(draw: Draw) -> Made:
    radicand = _no_square(draw, 2, 150)
    return _hundredth(shown(f"sqrt({radicand})"), _root_nearest(radicand, _HUNDREDTH))


@TOPIC.advanced
def the_integer_below_a_root(draw: Draw) -> Made:
    radicand = _no_square(draw, 20, 3000)
    return Made(Message("What is the greatest integer less than {value}?", value=shown(f"sqrt({radicand})")),
                str(isqrt(radicand)))  # fmt: skip


@TOPIC.advanced
def the_integer_above_a_multiple_of_a_root(draw: Draw) -> Made:
    many, radicand = draw.whole(2, 6), _no_square(draw, 5, 200)
    return Made(Message("What is the smallest integer greater than {value}?", value=shown(f"{many}*sqrt({radicand})")),
                str(isqrt(many**2 * radicand) + 1))  # fmt: skip


@TOPIC.advanced
def integers_between_two_roots(draw: Draw) -> Made:
    low, high = sorted([_no_square(draw, 3, 200), _no_square(draw, 250, 2000)])
    return Made(Message("How many integers are between {low} and {high}?", low=shown(f"sqrt({low})"),
                        high=shown(f"sqrt({high})")), str(isqrt(high) - isqrt(low)))  # fmt: skip


@TOPIC.advanced
def whole_parts_are_added(draw: Draw) -> Made:
    first, second = draw.fraction(40), draw.fraction(40)
    return Made(
        Message("Calculate {expression}.", expression=Formula(
            f"floor({number(first)}) + ceil(-{number(second)})",
            rf"\left\lfloor {shown(number(first)).latex} \right\rfloor + "
            rf"\left\lceil -{shown(number(second)).latex} \right\rceil")),
        str(first.numerator // first.denominator - second.numerator // second.denominator),
    )  # fmt: skip


@TOPIC.advanced
def the_whole_part_of_a_negative_fraction(draw: Draw) -> Made:
    first, many = draw.fraction(40), draw.whole(2, 9)
    return Made(
        Message("Calculate {expression}.", expression=Formula(
            f"{many}*floor(-{number(first)})",
            rf"{many} \times \left\lfloor -{shown(number(first)).latex} \right\rfloor")),
        str(many * (-first.numerator // first.denominator)),
    )  # fmt: skip


@TOPIC.advanced
def a_small_number_to_two_figures(draw: Draw) -> Made:
    value = Fraction(draw.whole(1001, 9999), 10 ** draw.whole(5, 7))
    return Made(Message("Round {value} to two significant figures.", value=figure(value)), _figures(value, 2))


@TOPIC.advanced
def a_quotient_of_a_sum(draw: Draw) -> Made:
    a, b, c = draw.whole(20, 200), draw.whole(20, 200), draw.one_of([7, 11, 13, 17, 19])
    return _hundredth(calculation(f"({a} + {b})/{c}"), _nearest(Fraction(a + b, c), _HUNDREDTH))


@TOPIC.advanced
def a_square_of_a_decimal_to_two_places(draw: Draw) -> Made:
    a, b = draw.decimal(1, 9, 2), draw.decimal(0, 3, 1)
    return _hundredth(calculation(f"{decimal(a)}^2 + {decimal(b)}"), _nearest(a**2 + b, _HUNDREDTH))


@TOPIC.advanced
def a_quotient_of_decimals_to_three_places(draw: Draw) -> Made:
    a, b = draw.decimal(0, 9, 1), draw.one_of([Fraction(7, 10), Fraction(11, 10), Fraction(13, 10), Fraction(17, 10)])
    return Made(Message("Round {value} to three decimal places.", value=calculation(f"{decimal(a)}/{decimal(b)}")),
                _nearest(a / b, _THOUSANDTH))  # fmt: skip
