"""Ratios and proportions: every answer from the parts the ratio was built of."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.sums import figure
from maths.generating.writing import decimal, number, shown
from maths.message import Formula, Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "ratio",
    Message("Ratio and proportion"),
    "in fractions, and again as linear equations solved by python-flint, from the words",
    ("ratio", "proportion", "direct variation", "inverse variation", "speed", "비와 비율", "비례식", "비례배분",
     "비례식과 비례배분", "정비례", "반비례", "속력"),
)  # fmt: skip


def _simplified(written: str, parts: tuple[int, ...]) -> Made:
    return Made(Message("Simplify the ratio {ratio}.", ratio=shown(written)), ":".join(str(part) for part in parts),
                type="ratio", form="simplified")  # fmt: skip


def _coprime(draw: Draw, high: int) -> tuple[int, int]:
    a, b = draw.several(2, 1, high)
    share = gcd(a, b)
    return a // share, b // share


def _proportion(text: str, x: Fraction | int) -> Made:
    return Made(Message("Solve the proportion {equation}.", equation=Formula(text, text)), number(x))


def _shared(whole: str, ratio: str, shares: tuple[Fraction | int, ...]) -> Made:
    return Made(Message("Divide {whole} in the ratio {ratio}.", whole=shown(whole), ratio=shown(ratio)),
                ", ".join(decimal(Fraction(share)) for share in shares), type="list", ordered=True)  # fmt: skip


def _is(letter: str, value: Fraction | int) -> Formula:
    return shown(f"{letter} = {number(value)}")


# Beginner: simplify, share, one unknown


@TOPIC.beginner
def two_whole_numbers(draw: Draw) -> Made:
    (a, b), many = _coprime(draw, 9), draw.whole(2, 12)
    return _simplified(f"{a * many}:{b * many}", (a, b))


@TOPIC.beginner
def two_decimals(draw: Draw) -> Made:
    (a, b), many = _coprime(draw, 9), draw.one_of([2, 3, 4, 6, 7])
    return _simplified(f"{decimal(Fraction(a * many, 10))}:{decimal(Fraction(b * many, 10))}", (a, b))


@TOPIC.beginner
def shared_in_two(draw: Draw) -> Made:
    (a, b), many = _coprime(draw, 7), draw.whole(2, 15)
    return _shared(str((a + b) * many), f"{a}:{b}", (a * many, b * many))


@TOPIC.beginner
def the_larger_part(draw: Draw) -> Made:
    (a, b), many = _coprime(draw, 9), draw.whole(2, 15)
    return Made(
        Message("{whole} is divided in the ratio {ratio}. Find the larger part.", whole=figure((a + b) * many),
                ratio=shown(f"{a}:{b}")),
        str(max(a, b) * many),
    )  # fmt: skip


@TOPIC.beginner
def the_smaller_part(draw: Draw) -> Made:
    (a, b), many = _coprime(draw, 9), draw.whole(2, 15)
    return Made(
        Message("{whole} is divided in the ratio {ratio}. Find the smaller part.", whole=figure((a + b) * many),
                ratio=shown(f"{a}:{b}")),
        str(min(a, b) * many),
    )  # fmt: skip


@TOPIC.beginner
def the_third_number_is_missing(draw: Draw) -> Made:
    (a, b), many = _coprime(draw, 9), draw.whole(2, 12)
    return _proportion(f"{a}:{b} = x:{b * many}", a * many)


@TOPIC.beginner
def the_last_number_is_missing(draw: Draw) -> Made:
    (a, b), many = _coprime(draw, 9), draw.whole(2, 12)
    return _proportion(f"{a}:{b} = {a * many}:x", b * many)


@TOPIC.beginner
def the_first_number_is_missing(draw: Draw) -> Made:
    (a, b), many = _coprime(draw, 9), draw.whole(2, 12)
    return _proportion(f"x:{b * many} = {a}:{b}", a * many)


@TOPIC.beginner
def a_distance_at_a_steady_speed(draw: Draw) -> Made:
    speed, hours = 5 * draw.whole(8, 24), draw.whole(2, 9)
    return Made(
        Message("A car travels at {speed} km/h for {hours} hours. How far does it travel?", speed=figure(speed),
                hours=figure(hours)),
        str(speed * hours),
    )  # fmt: skip


@TOPIC.beginner
def the_speed(draw: Draw) -> Made:
    speed, hours = draw.whole(40, 120), draw.whole(2, 9)
    return Made(
        Message("A car travels {distance} km in {hours} hours. What is its average speed in km per hour?",
                distance=figure(speed * hours), hours=figure(hours)),
        str(speed),
    )  # fmt: skip


@TOPIC.beginner
def how_long_it_takes(draw: Draw) -> Made:
    speed, hours = 10 * draw.whole(3, 12), draw.whole(2, 12)
    return Made(
        Message("How many hours does it take to travel {distance} km at {speed} km/h?", distance=figure(speed * hours),
                speed=figure(speed)),
        str(hours),
    )  # fmt: skip


@TOPIC.beginner
def in_direct_proportion(draw: Draw) -> Made:
    k, (x, then) = draw.whole(2, 9), draw.several(2, 2, 12)
    return Made(
        Message("{y} varies directly as {x}. If {first} when {second}, find {y} when {third}.", y=shown("y"),
                x=shown("x"), first=_is("y", k * x), second=_is("x", x), third=_is("x", then)),
        str(k * then),
    )  # fmt: skip


# Intermediate: three parts, fractions, chains, inverse proportion


@TOPIC.intermediate
def two_fractions(draw: Draw) -> Made:
    first, second = draw.fraction(9, below_one=True), draw.fraction(9, below_one=True)
    if first == second:
        second = 1 - second / 2
    ratio = first / second
    return _simplified(f"{number(first)}:{number(second)}", (ratio.numerator, ratio.denominator))


@TOPIC.intermediate
def a_decimal_and_a_fraction(draw: Draw) -> Made:
    first, second = draw.decimal(0, 3, 1), draw.fraction(9, below_one=True)
    ratio = first / second
    return _simplified(f"{decimal(first)}:{number(second)}", (ratio.numerator, ratio.denominator))


@TOPIC.intermediate
def three_whole_numbers(draw: Draw) -> Made:
    (a, b, c), many = draw.several(3, 1, 9), draw.whole(2, 9)
    share = gcd(a, b, c)
    return _simplified(f"{a * many}:{b * many}:{c * many}", (a // share, b // share, c // share))


@TOPIC.intermediate
def shared_in_three(draw: Draw) -> Made:
    (a, b, c), many = draw.several(3, 1, 7), draw.whole(2, 12)
    return _shared(str((a + b + c) * many), f"{a}:{b}:{c}", (a * many, b * many, c * many))


@TOPIC.intermediate
def a_decimal_is_shared(draw: Draw) -> Made:
    (a, b), many = _coprime(draw, 7), Fraction(draw.whole(1, 19), 10)
    return _shared(decimal((a + b) * many), f"{a}:{b}", (a * many, b * many))


@TOPIC.intermediate
def an_unknown_in_a_sum(draw: Draw) -> Made:
    (a, b), many, c = _coprime(draw, 7), draw.whole(3, 9), draw.whole(1, 5)
    return _proportion(f"{a}:{b} = (x + {c}):{b * many}", a * many - c)


@TOPIC.intermediate
def an_unknown_with_a_fraction(draw: Draw) -> Made:
    a, b, c = draw.several(3, 2, 12)
    return _proportion(f"{a}:{b} = x:{c}", Fraction(a * c, b))


@TOPIC.intermediate
def in_inverse_proportion(draw: Draw) -> Made:
    x, then = draw.several(2, 2, 12)
    k = x * then * draw.whole(1, 5)
    return Made(
        Message("{y} varies inversely as {x}. If {first} when {second}, find {y} when {third}.", y=shown("y"),
                x=shown("x"), first=_is("y", Fraction(k, x)), second=_is("x", x), third=_is("x", then)),
        number(Fraction(k, then)),
    )  # fmt: skip


@TOPIC.intermediate
def backwards_in_direct_proportion(draw: Draw) -> Made:
    k, (x, then) = draw.whole(2, 9), draw.several(2, 2, 12)
    return Made(
        Message("{y} varies directly as {x}. If {first} when {second}, find {x} when {third}.", y=shown("y"),
                x=shown("x"), first=_is("y", k * x), second=_is("x", x), third=_is("y", k * then)),
        str(then),
    )  # fmt: skip


@TOPIC.intermediate
def a_ratio_and_a_sum(draw: Draw) -> Made:
    (a, b), many = _coprime(draw, 9), draw.whole(2, 12)
    return Made(
        Message("If {first} and {second}, find {wanted}.", first=shown(f"x:y = {a}:{b}"),
                second=shown(f"x + y = {(a + b) * many}"), wanted=shown("x")),
        str(a * many),
    )  # fmt: skip


@TOPIC.intermediate
def minutes_at_a_speed(draw: Draw) -> Made:
    speed, minutes = 12 * draw.whole(3, 9), 5 * draw.whole(3, 30)
    return Made(
        Message("A train travels at {speed} km/h for {minutes} minutes. How far does it travel?", speed=figure(speed),
                minutes=figure(minutes)),
        number(Fraction(speed * minutes, 60)),
    )  # fmt: skip


@TOPIC.intermediate
def a_chain_of_two_ratios(draw: Draw) -> Made:
    a, b = _coprime(draw, 7)
    c, d = _coprime(draw, 7)
    ratio = Fraction(a * c, b * d)
    return Made(
        Message("If {first} and {second}, find the ratio {wanted}.", first=shown(f"a:b = {a}:{b}"),
                second=shown(f"b:c = {c}:{d}"), wanted=shown("a:c")),
        f"{ratio.numerator}:{ratio.denominator}",
        type="ratio",
    )  # fmt: skip


# Advanced: powers, unknowns on both sides, shares by fractions


@TOPIC.advanced
def as_the_square(draw: Draw) -> Made:
    k, (x, then) = draw.whole(2, 6), draw.several(2, 2, 9)
    return Made(
        Message("{y} varies directly as the square of {x}. If {first} when {second}, find {y} when {third}.",
                y=shown("y"), x=shown("x"), first=_is("y", k * x**2), second=_is("x", x), third=_is("x", then)),
        str(k * then**2),
    )  # fmt: skip


@TOPIC.advanced
def inversely_as_the_square(draw: Draw) -> Made:
    many, (x, then) = draw.whole(1, 6), draw.several(2, 2, 7)
    return Made(
        Message("{y} varies inversely as the square of {x}. If {first} when {second}, find {y} when {third}.",
                y=shown("y"), x=shown("x"), first=_is("y", many * then**2), second=_is("x", x),
                third=_is("x", then)),
        str(many * x**2),
    )  # fmt: skip


@TOPIC.advanced
def as_the_cube(draw: Draw) -> Made:
    k, (x, then) = draw.whole(1, 5), draw.several(2, 2, 7)
    return Made(
        Message("{y} varies directly as the cube of {x}. If {first} when {second}, find {y} when {third}.",
                y=shown("y"), x=shown("x"), first=_is("y", k * x**3), second=_is("x", x), third=_is("x", then)),
        str(k * then**3),
    )  # fmt: skip


@TOPIC.advanced
def inversely_with_fractions(draw: Draw) -> Made:
    x, then, y = draw.fraction(7), draw.whole(2, 9), draw.whole(2, 12)
    return Made(
        Message("{y} varies inversely as {x}. If {first} when {second}, find {y} when {third}.", y=shown("y"),
                x=shown("x"), first=_is("y", y), second=_is("x", x), third=_is("x", then)),
        number(x * y / then),
        form="lowest",
    )  # fmt: skip


@TOPIC.advanced
def shared_by_fractions(draw: Draw) -> Made:
    p, q = draw.several(2, 2, 9)
    share = gcd(p, q)
    a, b, many = q // share, p // share, draw.whole(2, 12)
    return _shared(str((a + b) * many), f"1/{p}:1/{q}", (a * many, b * many))


@TOPIC.advanced
def shared_by_decimals(draw: Draw) -> Made:
    (a, b), times, many = _coprime(draw, 9), draw.one_of([2, 3, 4, 7]), draw.whole(2, 15)
    left, right = (decimal(Fraction(part * times, 10)) for part in (a, b))
    return _shared(str((a + b) * many), f"{left}:{right}", (a * many, b * many))


@TOPIC.advanced
def unknowns_on_both_sides(draw: Draw) -> Made:
    x, a, c, k = draw.whole(1, 12), draw.whole(1, 9), draw.whole(2, 5), draw.whole(1, 4)
    top, bottom = x + a, c * x
    share = gcd(top, bottom)
    p, q = top // share, bottom // share
    if q == p * c:
        return _proportion(f"{k}:{k + 1} = x:{(k + 1) * a}", k * a)
    return _proportion(f"(x + {a}):{c}x = {p}:{q}", x)


@TOPIC.advanced
def a_ratio_and_a_difference(draw: Draw) -> Made:
    (a, b), many = _coprime(draw, 9), draw.whole(2, 12)
    gap = (a - b) * many
    return Made(
        Message("If {first} and {second}, find {wanted}.", first=shown(f"x:y = {a}:{b}"),
                second=shown(f"x - y = {gap}"), wanted=shown("y")),
        str(b * many),
    )  # fmt: skip


@TOPIC.advanced
def a_ratio_and_a_linear_condition(draw: Draw) -> Made:
    (a, b), many, p = _coprime(draw, 7), draw.whole(2, 9), draw.whole(2, 5)
    return Made(
        Message("If {first} and {second}, find {wanted}.", first=shown(f"x:y = {a}:{b}"),
                second=shown(f"{p}*x + y = {(p * a + b) * many}"), wanted=shown("x")),
        str(a * many),
    )  # fmt: skip


@TOPIC.advanced
def a_chain_with_larger_parts(draw: Draw) -> Made:
    a, b = _coprime(draw, 15)
    c, d = _coprime(draw, 15)
    ratio = Fraction(a * c, b * d)
    return Made(
        Message("If {first} and {second}, find the ratio {wanted}.", first=shown(f"a:b = {a}:{b}"),
                second=shown(f"b:c = {c}:{d}"), wanted=shown("a:c")),
        f"{ratio.numerator}:{ratio.denominator}",
        type="ratio",
    )  # fmt: skip


@TOPIC.advanced
def three_fractions(draw: Draw) -> Made:
    p, q, r = draw.several(3, 2, 9)
    parts = [q * r, p * r, p * q]
    share = gcd(*parts)
    return _simplified(f"1/{p}:1/{q}:1/{r}", tuple(part // share for part in parts))


@TOPIC.advanced
def hours_with_a_fraction(draw: Draw) -> Made:
    speed, hours = 12 * draw.whole(2, 9), Fraction(draw.whole(5, 30), 4)
    return Made(
        Message("How many hours does it take to travel {distance} km at {speed} km/h?",
                distance=figure(speed * hours), speed=figure(speed)),
        decimal(hours),
    )  # fmt: skip


@TOPIC.advanced
def a_large_whole_in_three_parts(draw: Draw) -> Made:
    (a, b, c), many = draw.several(3, 2, 15), draw.whole(10, 60)
    return _shared(str((a + b + c) * many), f"{a}:{b}:{c}", (a * many, b * many, c * many))
