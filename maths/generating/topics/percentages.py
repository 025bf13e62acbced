"""Percentages: every answer by fractions of a hundred."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.sums import figure
from maths.generating.writing import decimal, number, shown
from maths.message import Formula, Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "percentages",
    Message("Percentages"),
    "each percentage as an equation solved by python-flint, from the words",
    ("percentages", "percent", "discount", "interest", "백분율", "퍼센트", "비율", "할인", "할인율", "이자", "증가율"),
)
_ROUND = (5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 80)
_FINE = (4, 8, 12, 16, 18, 24, 32, 35, 45, 48, 55, 64, 65, 72, 85, 95)


def _rate(percent: Fraction | int) -> Formula:
    typed = decimal(Fraction(percent))
    return Formula(f"{typed}%", rf"{typed}\%")


def _whole(draw: Draw, percent: int, high: int) -> int:
    """A number of which the percentage is whole."""
    step = Fraction(percent, 100).denominator
    return step * draw.whole(1, max(3, high // step))


def _won(draw: Draw) -> int:
    return 1000 * draw.whole(4, 90)


def _part(percent: int, whole: int) -> Made:
    return Made(Message("What is {rate} of {whole}?", rate=_rate(percent), whole=figure(whole)),
                decimal(Fraction(percent * whole, 100)))  # fmt: skip


def _share(part: Fraction | int, whole: int) -> Made:
    return Made(Message("What percent of {whole} is {part}?", whole=figure(whole), part=figure(part)),
                f"{decimal(Fraction(part) * 100 / whole)}%", type="percentage")  # fmt: skip


def _whole_of(part: Fraction | int, percent: int) -> Made:
    return Made(Message("{part} is {rate} of what number?", part=figure(part), rate=_rate(percent)),
                decimal(Fraction(part) * 100 / percent))  # fmt: skip


def _more(start: int, percent: int) -> Made:
    return Made(Message("Increase {start} by {rate}.", start=figure(start), rate=_rate(percent)),
                decimal(Fraction(start * (100 + percent), 100)))  # fmt: skip


def _less(start: int, percent: int) -> Made:
    return Made(Message("Decrease {start} by {rate}.", start=figure(start), rate=_rate(percent)),
                decimal(Fraction(start * (100 - percent), 100)))  # fmt: skip


# Beginner: round percentages


@TOPIC.beginner
def a_round_part(draw: Draw) -> Made:
    percent = draw.one_of(_ROUND)
    return _part(percent, _whole(draw, percent, 400))


@TOPIC.beginner
def which_percentage(draw: Draw) -> Made:
    percent = draw.one_of(_ROUND)
    whole = _whole(draw, percent, 200)
    return _share(percent * whole // 100, whole)


@TOPIC.beginner
def what_the_whole_was(draw: Draw) -> Made:
    percent = draw.one_of(_ROUND)
    whole = _whole(draw, percent, 200)
    return _whole_of(percent * whole // 100, percent)


@TOPIC.beginner
def a_percentage_as_a_fraction(draw: Draw) -> Made:
    value = Fraction(draw.whole(1, 99), 100)
    return Made(Message("Write {value} as a fraction.", value=_rate(value * 100)), number(value), form="lowest")


@TOPIC.beginner
def a_percentage_as_a_decimal(draw: Draw) -> Made:
    percent = draw.whole(1, 140)
    return Made(Message("Write {value} as a decimal.", value=_rate(percent)), decimal(Fraction(percent, 100)))


@TOPIC.beginner
def a_fraction_as_a_percentage(draw: Draw) -> Made:
    bottom = draw.one_of([4, 5, 10, 20, 25, 50])
    top = draw.one_of([n for n in range(1, bottom) if Fraction(n, bottom).denominator == bottom])
    return Made(Message("Write {value} as a percentage.", value=shown(f"{top}/{bottom}")),
                f"{decimal(Fraction(100 * top, bottom))}%", type="percentage")  # fmt: skip


@TOPIC.beginner
def a_decimal_as_a_percentage(draw: Draw) -> Made:
    value = draw.decimal(0, 1, draw.whole(2, 3))
    return Made(Message("Write {value} as a percentage.", value=figure(value)), f"{decimal(value * 100)}%",
                type="percentage")  # fmt: skip


@TOPIC.beginner
def a_number_grows(draw: Draw) -> Made:
    percent = draw.one_of(_ROUND)
    return _more(_whole(draw, percent, 300), percent)


@TOPIC.beginner
def a_number_shrinks(draw: Draw) -> Made:
    percent = draw.one_of(_ROUND)
    return _less(_whole(draw, percent, 300), percent)


@TOPIC.beginner
def a_price_with_a_discount(draw: Draw) -> Made:
    price, percent = _won(draw), draw.one_of(_ROUND)
    return Made(
        Message("A bag costs {price} won. It is discounted by {rate}. What is the new price?", price=figure(price),
                rate=_rate(percent)),
        f"{price * (100 - percent) // 100} won",
        unit="won",
    )  # fmt: skip


@TOPIC.beginner
def a_part_of_money(draw: Draw) -> Made:
    price, percent = _won(draw), draw.one_of(_ROUND)
    return Made(Message("What is {rate} of {whole} won?", rate=_rate(percent), whole=figure(price)),
                f"{price * percent // 100} won", unit="won")  # fmt: skip


@TOPIC.beginner
def which_is_larger(draw: Draw) -> Made:
    percent = draw.whole(21, 89)
    part = draw.one_of([Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), Fraction(2, 5), Fraction(3, 5)])
    if part * 100 == percent:
        percent += 1
    larger = number(part) if part * 100 > percent else f"{percent}%"
    return Made(Message("Which is larger, {first} or {second}?", first=_rate(percent), second=shown(number(part))),
                larger, given_back=True)  # fmt: skip


# Intermediate: finer percentages, rises and falls, backwards


@TOPIC.intermediate
def a_finer_part(draw: Draw) -> Made:
    percent = draw.one_of(_FINE)
    return _part(percent, _whole(draw, percent, 600))


@TOPIC.intermediate
def which_finer_percentage(draw: Draw) -> Made:
    percent = draw.one_of(_FINE)
    whole = _whole(draw, percent, 300)
    return _share(percent * whole // 100, whole)


@TOPIC.intermediate
def the_whole_of_a_finer_part(draw: Draw) -> Made:
    percent = draw.one_of(_FINE)
    whole = _whole(draw, percent, 300)
    return _whole_of(percent * whole // 100, percent)


@TOPIC.intermediate
def more_than_a_hundred_percent(draw: Draw) -> Made:
    percent = draw.one_of([110, 120, 125, 140, 150, 160, 175, 180, 225, 250])
    whole = _whole(draw, percent, 300)
    return _share(percent * whole // 100, whole)


@TOPIC.intermediate
def the_rate_of_a_rise(draw: Draw) -> Made:
    percent = draw.one_of(_ROUND + _FINE)
    old = _whole(draw, percent, 300)
    return Made(
        Message("What is the percent increase from {old} to {new}?", old=figure(old),
                new=figure(old * (100 + percent) // 100)),
        f"{percent}%",
        type="percentage",
    )  # fmt: skip


@TOPIC.intermediate
def the_rate_of_a_fall(draw: Draw) -> Made:
    percent = draw.one_of(_ROUND + _FINE)
    old = _whole(draw, percent, 300)
    return Made(
        Message("What is the percent decrease from {old} to {new}?", old=figure(old),
                new=figure(old * (100 - percent) // 100)),
        f"{percent}%",
        type="percentage",
    )  # fmt: skip


@TOPIC.intermediate
def the_number_before_a_rise(draw: Draw) -> Made:
    percent = draw.one_of(_ROUND)
    start = _whole(draw, percent, 200)
    return Made(
        Message("When a number is increased by {rate}, the result is {end}. What is the original number?",
                rate=_rate(percent), end=figure(start * (100 + percent) // 100)),
        str(start),
    )  # fmt: skip


@TOPIC.intermediate
def the_number_before_a_fall(draw: Draw) -> Made:
    percent = draw.one_of(_ROUND)
    start = _whole(draw, percent, 200)
    return Made(
        Message("When a number is decreased by {rate}, the result is {end}. What is the original number?",
                rate=_rate(percent), end=figure(start * (100 - percent) // 100)),
        str(start),
    )  # fmt: skip


@TOPIC.intermediate
def the_price_before_a_discount(draw: Draw) -> Made:
    price, percent = _won(draw), draw.one_of(_ROUND)
    return Made(
        Message("After a {rate} discount, the price is {price} won. What was the original price?",
                rate=_rate(percent), price=figure(price * (100 - percent) // 100)),
        f"{price} won",
        unit="won",
    )  # fmt: skip


@TOPIC.intermediate
def another_part_of_the_same_number(draw: Draw) -> Made:
    first, second = draw.some_of(_ROUND, 2)
    whole = 20 * draw.whole(2, 30)
    return Made(
        Message("If {first} of a number is {part}, what is {second} of the same number?", first=_rate(first),
                part=figure(first * whole // 100), second=_rate(second)),
        str(second * whole // 100),
    )  # fmt: skip


@TOPIC.intermediate
def a_fraction_with_eighths_as_a_percentage(draw: Draw) -> Made:
    bottom = draw.one_of([8, 16, 40, 80, 200])
    top = draw.one_of([n for n in range(1, bottom) if Fraction(n, bottom).denominator == bottom])
    return Made(Message("Write {value} as a percentage.", value=shown(f"{top}/{bottom}")),
                f"{decimal(Fraction(100 * top, bottom))}%", type="percentage")  # fmt: skip


@TOPIC.intermediate
def three_in_order(draw: Draw) -> Made:
    percent, part = draw.whole(20, 90), draw.fraction(9, below_one=True)
    value = draw.decimal(0, 1, 2)
    found = {f"{percent}%": Fraction(percent, 100), number(part): part, decimal(value): value}
    if len({*found.values()}) < 3:  # noqa: PLR2004 - three are sorted
        return the_rate_of_a_rise(draw)
    rising = sorted(found, key=found.__getitem__)
    return Made(Message("Sort {values} in increasing order.", values=shown(", ".join(draw.shuffled(list(found))))),
                ", ".join(rising), type="list", ordered=True)  # fmt: skip


# Advanced: one change after the other, interest, parts of a percent


@TOPIC.advanced
def up_and_then_down(draw: Draw) -> Made:
    start, (up, down) = 100 * draw.whole(2, 50), draw.some_of(_ROUND[:8], 2)
    return Made(
        Message("What is {start} increased by {up} and then decreased by {down}?", start=figure(start), up=_rate(up),
                down=_rate(down)),
        decimal(Fraction(start * (100 + up) * (100 - down), 10000)),
    )  # fmt: skip


@TOPIC.advanced
def down_and_then_up(draw: Draw) -> Made:
    start, (up, down) = 100 * draw.whole(2, 50), draw.some_of(_ROUND[:8], 2)
    return Made(
        Message("What is {start} decreased by {down} and then increased by {up}?", start=figure(start), up=_rate(up),
                down=_rate(down)),
        decimal(Fraction(start * (100 + up) * (100 - down), 10000)),
    )  # fmt: skip


@TOPIC.advanced
def two_rises_in_all(draw: Draw) -> Made:
    one, two = 5 * draw.whole(1, 16), 5 * draw.whole(1, 16)
    return Made(
        Message("A number is increased by {up} and then increased by {down}. What is the overall percent increase?",
                up=_rate(one), down=_rate(two)),
        f"{decimal(Fraction((100 + one) * (100 + two), 100) - 100)}%",
        type="percentage",
    )  # fmt: skip


@TOPIC.advanced
def two_falls_in_all(draw: Draw) -> Made:
    one, two = 5 * draw.whole(1, 16), 5 * draw.whole(1, 16)
    return Made(
        Message("A number is decreased by {up} and then decreased by {down}. What is the overall percent decrease?",
                up=_rate(one), down=_rate(two)),
        f"{decimal(100 - Fraction((100 - one) * (100 - two), 100))}%",
        type="percentage",
    )  # fmt: skip


@TOPIC.advanced
def a_rise_and_a_larger_fall_in_all(draw: Draw) -> Made:
    up, down = (5 * n for n in sorted(draw.several(2, 1, 17)))
    return Made(
        Message("A number is increased by {up} and then decreased by {down}. What is the overall percent decrease?",
                up=_rate(up), down=_rate(down)),
        f"{decimal(100 - Fraction((100 + up) * (100 - down), 100))}%",
        type="percentage",
    )  # fmt: skip


@TOPIC.advanced
def simple_interest(draw: Draw) -> Made:
    money, percent, years = 10000 * draw.whole(5, 90), draw.whole(2, 8), draw.whole(2, 6)
    return Made(
        Message("Find the simple interest on {money} won at {rate} per year for {years} years.", money=figure(money),
                rate=_rate(percent), years=figure(years)),
        f"{money * percent * years // 100} won",
        unit="won",
    )  # fmt: skip


@TOPIC.advanced
def compound_interest(draw: Draw) -> Made:
    money, percent, years = 1000000 * draw.whole(1, 30), draw.one_of([2, 3, 4, 5, 6, 8, 10]), draw.whole(2, 3)
    return Made(
        Message("{money} won is invested at {rate} annual interest compounded annually for {years} years. What is the "
                "final amount?", money=figure(money), rate=_rate(percent), years=figure(years)),
        f"{money * (100 + percent) ** years // 100**years} won",
        unit="won",
    )  # fmt: skip


@TOPIC.advanced
def a_part_with_half_a_percent(draw: Draw) -> Made:
    percent, whole = draw.whole(1, 60) + Fraction(1, 2), 200 * draw.whole(1, 20)
    return Made(Message("What is {rate} of {whole}?", rate=_rate(percent), whole=figure(whole)),
                decimal(percent * whole / 100))  # fmt: skip


@TOPIC.advanced
def a_rate_with_a_fraction(draw: Draw) -> Made:
    percent = draw.whole(1, 60) + Fraction(1, 2)
    whole = 200 * draw.whole(1, 9)
    return _share(percent * whole / 100, whole)


@TOPIC.advanced
def a_large_rise(draw: Draw) -> Made:
    percent = draw.one_of([120, 140, 150, 160, 175, 180, 225, 240, 250, 320])
    old = _whole(draw, percent, 300)
    return Made(
        Message("What is the percent increase from {old} to {new}?", old=figure(old),
                new=figure(old * (100 + percent) // 100)),
        f"{percent}%",
        type="percentage",
    )  # fmt: skip


@TOPIC.advanced
def the_price_before_a_fine_discount(draw: Draw) -> Made:
    price, percent = _won(draw), draw.one_of(_FINE)
    return Made(
        Message("After a {rate} discount, the price is {price} won. What was the original price?",
                rate=_rate(percent), price=figure(price * (100 - percent) // 100)),
        f"{price} won",
        unit="won",
    )  # fmt: skip


@TOPIC.advanced
def another_finer_part_of_the_same_number(draw: Draw) -> Made:
    first, second = draw.some_of(_FINE, 2)
    whole = 100 * draw.whole(1, 12)
    return Made(
        Message("If {first} of a number is {part}, what is {second} of the same number?", first=_rate(first),
                part=figure(first * whole // 100), second=_rate(second)),
        str(second * whole // 100),
    )  # fmt: skip


@TOPIC.advanced
def four_in_order(draw: Draw) -> Made:
    one, two, three = draw.several(3, 20, 95)
    part = draw.one_of([Fraction(2, 3), Fraction(3, 7), Fraction(5, 9), Fraction(7, 11)])
    found = {f"{one}%": Fraction(one, 100), f"{two}%": Fraction(two, 100), decimal(Fraction(three, 100)):
             Fraction(three, 100), number(part): part}  # fmt: skip
    falling = sorted(found, key=found.__getitem__, reverse=True)
    return Made(Message("Sort {values} in decreasing order.", values=shown(", ".join(draw.shuffled(list(found))))),
                ", ".join(falling), type="list", ordered=True)  # fmt: skip
