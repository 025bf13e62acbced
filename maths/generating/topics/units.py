"""Units of length, mass, volume, area, speed, time and angle: every answer by the factor written here."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.sums import figure
from maths.generating.writing import decimal, number, shown
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "units",
    Message("Units and time"),
    "from unit to neighbouring unit by a second table, from the words",
    (
        "units",
        "unit conversion",
        "time",
        "metric system",
        "단위",
        "단위 환산",
        "시간과 시각",
        "길이 재기",
        "들이와 무게",
    ),
)


def _some(draw: Draw) -> Fraction:
    """A number with at most two places."""
    return draw.one_of([Fraction(draw.whole(2, 99)), draw.decimal(0, 60, 1), draw.decimal(0, 20, 2)])


# Beginner: neighbouring units


@TOPIC.beginner
def kilometres_to_metres(draw: Draw) -> Made:
    value = draw.decimal(0, 30, draw.whole(1, 3))
    return Made(Message("Convert {value} km to m.", value=figure(value)), decimal(value * 1000), unit="m")


@TOPIC.beginner
def metres_to_centimetres(draw: Draw) -> Made:
    value = draw.decimal(0, 30, draw.whole(1, 2))
    return Made(Message("Convert {value} m to cm.", value=figure(value)), decimal(value * 100), unit="cm")


@TOPIC.beginner
def centimetres_to_metres(draw: Draw) -> Made:
    value = draw.whole(15, 999)
    return Made(Message("Convert {value} cm to m.", value=figure(value)), decimal(Fraction(value, 100)), unit="m")


@TOPIC.beginner
def kilograms_to_grams(draw: Draw) -> Made:
    value = draw.decimal(0, 30, draw.whole(1, 3))
    return Made(Message("Convert {value} kg to g.", value=figure(value)), decimal(value * 1000), unit="g")


@TOPIC.beginner
def grams_to_kilograms(draw: Draw) -> Made:
    value = 10 * draw.whole(5, 999)
    return Made(Message("Convert {value} g to kg.", value=figure(value)), decimal(Fraction(value, 1000)), unit="kg")


@TOPIC.beginner
def litres_to_millilitres(draw: Draw) -> Made:
    value = draw.decimal(0, 20, draw.whole(1, 2))
    return Made(Message("Convert {value} L to mL.", value=figure(value)), decimal(value * 1000), unit="mL")


@TOPIC.beginner
def hours_to_minutes(draw: Draw) -> Made:
    value = draw.whole(2, 150)
    return Made(
        Message("How many minutes are there in {value} hours?", value=figure(value)), str(60 * value), unit="minutes"
    )


@TOPIC.beginner
def weeks_to_days(draw: Draw) -> Made:
    value = draw.whole(2, 150)
    return Made(Message("How many days are there in {value} weeks?", value=figure(value)), str(7 * value), unit="days")


@TOPIC.beginner
def minutes_to_seconds(draw: Draw) -> Made:
    value = draw.whole(2, 150)
    return Made(
        Message("How many seconds are there in {value} minutes?", value=figure(value)), str(60 * value), unit="seconds"
    )


@TOPIC.beginner
def days_to_hours(draw: Draw) -> Made:
    value = draw.whole(2, 150)
    return Made(
        Message("How many hours are there in {value} days?", value=figure(value)), str(24 * value), unit="hours"
    )


@TOPIC.beginner
def hours_and_minutes_to_minutes(draw: Draw) -> Made:
    hours, minutes = draw.whole(1, 9), draw.whole(1, 59)
    return Made(
        Message("Convert {hours} hours {minutes} minutes to minutes.", hours=figure(hours), minutes=figure(minutes)),
        str(60 * hours + minutes),
        unit="minutes",
    )


@TOPIC.beginner
def kilometres_and_metres_to_metres(draw: Draw) -> Made:
    large, small = draw.whole(1, 20), draw.whole(10, 990)
    return Made(Message("Convert {large} km {small} m to m.", large=figure(large), small=figure(small)),
                str(1000 * large + small), unit="m")  # fmt: skip


@TOPIC.beginner
def kilograms_and_grams_to_grams(draw: Draw) -> Made:
    large, small = draw.whole(1, 20), draw.whole(10, 990)
    return Made(Message("Convert {large} kg {small} g to g.", large=figure(large), small=figure(small)),
                str(1000 * large + small), unit="g")  # fmt: skip


# Intermediate: two steps, fractions of a unit, areas


@TOPIC.intermediate
def millimetres_to_metres(draw: Draw) -> Made:
    value = draw.whole(15, 9999)
    return Made(Message("Convert {value} mm to m.", value=figure(value)), decimal(Fraction(value, 1000)), unit="m")


@TOPIC.intermediate
def tonnes_to_kilograms(draw: Draw) -> Made:
    value = draw.decimal(0, 30, draw.whole(1, 3))
    return Made(Message("Convert {value} tonnes to kg.", value=figure(value)), decimal(value * 1000), unit="kg")


@TOPIC.intermediate
def kilometres_to_centimetres(draw: Draw) -> Made:
    value = draw.decimal(0, 9, draw.whole(1, 3))
    return Made(Message("Convert {value} km to cm.", value=figure(value)), decimal(value * 100000), unit="cm")


@TOPIC.intermediate
def minutes_to_hours(draw: Draw) -> Made:
    value = 3 * draw.whole(5, 160)
    return Made(Message("Convert {value} minutes to hours.", value=figure(value)), decimal(Fraction(value, 60)))


@TOPIC.intermediate
def days_to_minutes(draw: Draw) -> Made:
    value = draw.whole(2, 150)
    return Made(Message("Convert {value} days to minutes.", value=figure(value)), str(1440 * value))


@TOPIC.intermediate
def weeks_to_hours(draw: Draw) -> Made:
    value = draw.whole(2, 150)
    return Made(Message("Convert {value} weeks to hours.", value=figure(value)), str(168 * value))


@TOPIC.intermediate
def a_fraction_of_a_kilogram(draw: Draw) -> Made:
    bottom = draw.one_of([4, 5, 8, 10, 20, 25, 40])
    value = Fraction(
        draw.one_of([n for n in range(1, 2 * bottom) if Fraction(n, bottom).denominator == bottom]), bottom
    )
    return Made(Message("How many grams are there in {value} kg?", value=shown(number(value))),
                decimal(value * 1000), unit="g")  # fmt: skip


@TOPIC.intermediate
def a_fraction_of_an_hour(draw: Draw) -> Made:
    bottom = draw.one_of([3, 4, 5, 6, 10, 12, 15, 20, 30])
    value = Fraction(
        draw.one_of([n for n in range(1, 2 * bottom) if Fraction(n, bottom).denominator == bottom]), bottom
    )
    return Made(Message("How many minutes are there in {value} hours?", value=shown(number(value))),
                str(value * 60), unit="minutes")  # fmt: skip


@TOPIC.intermediate
def square_metres_to_square_centimetres(draw: Draw) -> Made:
    value = _some(draw)
    return Made(Message("Convert {value} m² to cm².", value=figure(value)), decimal(value * 10000))


@TOPIC.intermediate
def square_centimetres_to_square_metres(draw: Draw) -> Made:
    value = 50 * draw.whole(3, 900)
    return Made(Message("Convert {value} cm² to m².", value=figure(value)), decimal(Fraction(value, 10000)))


@TOPIC.intermediate
def hours_minutes_and_seconds(draw: Draw) -> Made:
    minutes, seconds = draw.whole(2, 90), draw.whole(1, 59)
    return Made(
        Message("Convert {minutes} minutes {seconds} seconds to seconds.", minutes=figure(minutes),
                seconds=figure(seconds)),
        str(60 * minutes + seconds),
    )  # fmt: skip


@TOPIC.intermediate
def how_far_the_minute_hand_turns(draw: Draw) -> Made:
    minutes = draw.whole(2, 59)
    return Made(Message("How many degrees does the minute hand turn in {minutes} minutes?", minutes=figure(minutes)),
                str(6 * minutes))  # fmt: skip


@TOPIC.intermediate
def metres_and_centimetres(draw: Draw) -> Made:
    large, small = draw.whole(1, 40), draw.whole(1, 99)
    return Made(Message("Convert {large} m {small} cm to cm.", large=figure(large), small=figure(small)),
                str(100 * large + small), unit="cm")  # fmt: skip


# Advanced: speeds, volumes, angles, hands of a clock


@TOPIC.advanced
def kilometres_an_hour_to_metres_a_second(draw: Draw) -> Made:
    value = Fraction(draw.whole(15, 400), 10)
    return Made(Message("Convert {value} km/h to m/s.", value=figure(value * Fraction(18, 5))), decimal(value))


@TOPIC.advanced
def a_slower_speed_in_metres_a_second(draw: Draw) -> Made:
    value = 9 * draw.whole(1, 120)
    return Made(Message("Convert {value} km/h to m/s.", value=figure(value)), decimal(Fraction(5 * value, 18)))


@TOPIC.advanced
def metres_a_second_to_kilometres_an_hour(draw: Draw) -> Made:
    value = draw.decimal(1, 40, 1)
    return Made(Message("Convert {value} m/s to km/h.", value=figure(value)), decimal(value * Fraction(18, 5)))


@TOPIC.advanced
def square_kilometres_to_square_metres(draw: Draw) -> Made:
    value = _some(draw)
    return Made(Message("Convert {value} km² to m².", value=figure(value)), decimal(value * 1000000))


@TOPIC.advanced
def cubic_metres_to_cubic_centimetres(draw: Draw) -> Made:
    value = _some(draw)
    return Made(Message("Convert {value} m³ to cm³.", value=figure(value)), decimal(value * 1000000))


@TOPIC.advanced
def cubic_centimetres_to_cubic_metres(draw: Draw) -> Made:
    value = 500 * draw.whole(3, 900)
    return Made(Message("Convert {value} cm³ to m³.", value=figure(value)), decimal(Fraction(value, 1000000)))


def _of_pi(part: Fraction) -> str:
    top = "pi" if part.numerator == 1 else f"{part.numerator}*pi"
    return top if part.denominator == 1 else f"{top}/{part.denominator}"


@TOPIC.advanced
def degrees_to_radians(draw: Draw) -> Made:
    value = 3 * draw.whole(1, 119)
    return Made(Message("Convert {value} degrees to radians.", value=figure(value)), _of_pi(Fraction(value, 180)))


@TOPIC.advanced
def radians_to_degrees(draw: Draw) -> Made:
    degrees = 3 * draw.whole(1, 119, 60)
    return Made(Message("Convert {value} radians to degrees.", value=shown(_of_pi(Fraction(degrees, 180)))),
                str(degrees))  # fmt: skip


@TOPIC.advanced
def weeks_to_minutes(draw: Draw) -> Made:
    value = draw.whole(2, 150)
    return Made(Message("Convert {value} weeks to minutes.", value=figure(value)), str(10080 * value))


@TOPIC.advanced
def seconds_to_hours(draw: Draw) -> Made:
    value = 90 * draw.whole(3, 300)
    return Made(Message("Convert {value} seconds to hours.", value=figure(value)), decimal(Fraction(value, 3600)))


@TOPIC.advanced
def how_far_the_hour_hand_turns(draw: Draw) -> Made:
    minutes = 2 * draw.whole(2, 150)
    return Made(Message("How many degrees does the hour hand turn in {minutes} minutes?", minutes=figure(minutes)),
                decimal(Fraction(minutes, 2)))  # fmt: skip


@TOPIC.advanced
def square_millimetres_to_square_metres(draw: Draw) -> Made:
    value = 500 * draw.whole(3, 900)
    return Made(Message("Convert {value} mm² to m².", value=figure(value)), decimal(Fraction(value, 1000000)))


@TOPIC.advanced
def kilometres_a_minute(draw: Draw) -> Made:
    value = 15 * draw.whole(4, 200)
    return Made(Message("Convert {value} m/min to km/h.", value=figure(value)), decimal(Fraction(value * 60, 1000)))
