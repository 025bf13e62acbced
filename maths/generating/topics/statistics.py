"""Data in a list: means, middles and spreads by their definitions, in plain fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.figures import surd
from maths.generating.writing import decimal, number, shown
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.generating.draw import Draw
    from maths.message import Argument

TOPIC = Topic(
    "statistics",
    Message("Statistics"),
    "the value by its definition from the words, and again by another formula for it",
    ("mean", "average", "median", "variance", "standard deviation", "data", "통계", "평균", "중앙값", "최빈값", "분산",
     "표준편차", "대푯값", "산포도"),
)  # fmt: skip
_MEAN, _MEDIAN, _MODE, _RANGE = Message("the mean"), Message("the median"), Message("the mode"), Message("the range")
_VARIANCE, _DEVIATION = Message("the population variance"), Message("the population standard deviation")
_SAMPLE_VARIANCE, _SAMPLE_DEVIATION = Message("the sample variance"), Message("the sample standard deviation")
_GEOMETRIC, _HARMONIC = Message("the geometric mean"), Message("the harmonic mean")


def _mean(data: Sequence[Fraction | int]) -> Fraction:
    return Fraction(sum(data)) / len(data)


def _median(data: Sequence[Fraction | int]) -> Fraction:
    row, half = sorted(data), len(data) // 2
    return Fraction(row[half]) if len(data) % 2 else Fraction(row[half - 1] + row[half]) / 2


def _mode(data: Sequence[Fraction | int]) -> Fraction:
    return Fraction(max(data, key=list(data).count))


def _spread(data: Sequence[Fraction | int]) -> Fraction:
    return Fraction(max(data) - min(data))


def _variance(data: Sequence[Fraction | int], *, sample: bool = False) -> Fraction:
    mean = _mean(data)
    return Fraction(sum((x - mean) ** 2 for x in data)) / (len(data) - sample)


def _listed(data: Sequence[Fraction | int]) -> Argument:
    return shown(", ".join(number(x) for x in data))


def _of(asked: Message, data: Argument, answer: Fraction | str) -> Made:
    typed = answer if isinstance(answer, str) else number(answer)
    return Made(Message("Find {asked} of the numbers {data}.", asked=asked, data=data), typed)


def _two(first: Message, second: Message, data: Argument, answers: tuple[Fraction, Fraction]) -> Made:
    return Made(Message("Find {first} and {second} of the numbers {data}.", first=first, second=second, data=data),
                ", ".join(number(answer) for answer in answers), ordered=True)  # fmt: skip


def _sum(first: Message, second: Message, data: Argument, answer: Fraction) -> Made:
    return Made(Message("Find the sum of {first} and {second} of the numbers {data}.", first=first, second=second,
                        data=data), number(answer))  # fmt: skip


def _difference(first: Message, second: Message, data: Argument, answer: Fraction) -> Made:
    return Made(Message("Find the positive difference between {first} and {second} of the numbers {data}.",
                        first=first, second=second, data=data), number(abs(answer)))  # fmt: skip


def _missing(data: str, mean: Fraction, answer: Fraction | int) -> Made:
    return Made(Message("The mean of the numbers {data} is {mean}. Find {unknown}.", data=shown(data),
                        mean=shown(number(mean)), unknown=shown("x")), number(answer))  # fmt: skip


def _with_mean(draw: Draw, count: int, low: int, high: int) -> list[int]:
    """Different numbers whose mean is a whole number."""
    data = draw.several(count - 1, low, high)
    wanted = -sum(data) % count
    last = [x for x in range(low, high + count) if x % count == wanted and x not in data]
    return draw.shuffled([*data, draw.one_of(last)])


def _with_mode(draw: Draw, others: int, low: int, high: int) -> list[int]:
    often, *rest = draw.several(others + 1, low, high)
    return draw.shuffled([often] * draw.whole(2, 3) + rest)


def _decimals(draw: Draw, count: int) -> tuple[list[Fraction], Argument]:
    data = [draw.decimal(1, 12, 1) for _ in range(count)]
    return data, shown(", ".join(decimal(x) for x in data))


# Beginner


@TOPIC.beginner
def the_mean_of_three(draw: Draw) -> Made:
    data = _with_mean(draw, 3, 1, 20)
    return _of(_MEAN, _listed(data), _mean(data))


@TOPIC.beginner
def the_mean_of_five(draw: Draw) -> Made:
    data = _with_mean(draw, 5, 1, 20)
    return _of(_MEAN, _listed(data), _mean(data))


@TOPIC.beginner
def the_mean_of_marks(draw: Draw) -> Made:
    data = _with_mean(draw, 4, 60, 100)
    return _of(_MEAN, _listed(data), _mean(data))


@TOPIC.beginner
def the_mean_is_a_fraction(draw: Draw) -> Made:
    data = draw.several(3, 1, 20)
    return _of(_MEAN, _listed(data), _mean(data))


@TOPIC.beginner
def the_mean_of_decimals(draw: Draw) -> Made:
    data, text = _decimals(draw, 4)
    return _of(_MEAN, text, _mean(data))


@TOPIC.beginner
def the_median_of_five(draw: Draw) -> Made:
    data = draw.several(5, 1, 40)
    return _of(_MEDIAN, _listed(data), _median(data))


@TOPIC.beginner
def the_median_of_seven(draw: Draw) -> Made:
    data = [draw.whole(1, 20) for _ in range(7)]
    return _of(_MEDIAN, _listed(data), _median(data))


@TOPIC.beginner
def the_median_of_six(draw: Draw) -> Made:
    data = draw.several(6, 1, 40)
    return _of(_MEDIAN, _listed(data), _median(data))


@TOPIC.beginner
def the_mode(draw: Draw) -> Made:
    data = _with_mode(draw, 4, 1, 12)
    return _of(_MODE, _listed(data), _mode(data))


@TOPIC.beginner
def the_range(draw: Draw) -> Made:
    data = draw.several(6, 1, 60)
    return _of(_RANGE, _listed(data), _spread(data))


@TOPIC.beginner
def the_range_of_decimals(draw: Draw) -> Made:
    data, text = _decimals(draw, 5)
    return _of(_RANGE, text, _spread(data))


@TOPIC.beginner
def a_number_is_missing(draw: Draw) -> Made:
    data = _with_mean(draw, 3, 1, 20)
    return _missing(f"{data[0]}, {data[1]}, x", _mean(data), data[2])


# Intermediate


@TOPIC.intermediate
def the_mean_with_negative_numbers(draw: Draw) -> Made:
    data = draw.several(5, -15, 15, 0)
    return _of(_MEAN, _listed(data), _mean(data))


@TOPIC.intermediate
def the_range_with_negative_numbers(draw: Draw) -> Made:
    data = [-draw.whole(1, 20), *draw.several(5, -20, 20, 0)]
    return _of(_RANGE, _listed(data), _spread(data))


@TOPIC.intermediate
def the_median_of_fractions(draw: Draw) -> Made:
    data = [draw.fraction(9) for _ in range(5)]
    return _of(_MEDIAN, _listed(data), _median(data))


@TOPIC.intermediate
def the_mean_of_fractions(draw: Draw) -> Made:
    data = [draw.fraction(6) for _ in range(3)]
    return _of(_MEAN, _listed(data), _mean(data))


@TOPIC.intermediate
def the_mean_and_the_median(draw: Draw) -> Made:
    data = _with_mean(draw, 5, 1, 30)
    return _two(_MEAN, _MEDIAN, _listed(data), (_mean(data), _median(data)))


@TOPIC.intermediate
def the_median_and_the_mode(draw: Draw) -> Made:
    data = _with_mode(draw, 4, 1, 20)
    return _two(_MEDIAN, _MODE, _listed(data), (_median(data), _mode(data)))


@TOPIC.intermediate
def the_mean_and_the_median_together(draw: Draw) -> Made:
    data = draw.several(4, 1, 25)
    return _sum(_MEAN, _MEDIAN, _listed(data), _mean(data) + _median(data))


@TOPIC.intermediate
def the_mean_against_the_median(draw: Draw) -> Made:
    data = _with_mean(draw, 5, 1, 30)
    return _difference(_MEAN, _MEDIAN, _listed(data), _mean(data) - _median(data))


@TOPIC.intermediate
def one_of_four_is_missing(draw: Draw) -> Made:
    data = _with_mean(draw, 4, 10, 50)
    return _missing(f"{data[0]}, x, {data[1]}, {data[2]}", _mean(data), data[3])


@TOPIC.intermediate
def the_missing_one_stands_twice(draw: Draw) -> Made:
    x, a, b = draw.whole(2, 15), draw.whole(1, 20), draw.whole(1, 20)
    return _missing(f"x, {a}, 2*x, {b}", _mean([x, a, 2 * x, b]), x)


@TOPIC.intermediate
def the_variance(draw: Draw) -> Made:
    data = _with_mean(draw, 5, 1, 12)
    return _of(_VARIANCE, _listed(data), _variance(data))


@TOPIC.intermediate
def the_variance_of_four(draw: Draw) -> Made:
    data = _with_mean(draw, 4, 2, 25)
    return _of(_VARIANCE, _listed(data), _variance(data))


@TOPIC.intermediate
def the_deviation_is_whole(draw: Draw) -> Made:
    middle, a = draw.whole(20, 60), draw.whole(1, 9)
    # deviations a·(±1, ±7) have the mean square 25a²
    data = draw.shuffled([middle - 7 * a, middle - a, middle + a, middle + 7 * a])
    return _of(_DEVIATION, _listed(data), Fraction(5 * a))


# Advanced


@TOPIC.advanced
def the_deviation_is_a_root(draw: Draw) -> Made:
    data = _with_mean(draw, 5, 1, 15)
    return _of(_DEVIATION, _listed(data), surd(_variance(data)))


@TOPIC.advanced
def the_sample_variance(draw: Draw) -> Made:
    data = _with_mean(draw, 5, 1, 15)
    return _of(_SAMPLE_VARIANCE, _listed(data), _variance(data, sample=True))


@TOPIC.advanced
def the_sample_deviation(draw: Draw) -> Made:
    data = _with_mean(draw, 4, 1, 15)
    return _of(_SAMPLE_DEVIATION, _listed(data), surd(_variance(data, sample=True)))


@TOPIC.advanced
def the_variance_with_a_fraction_for_mean(draw: Draw) -> Made:
    data = draw.several(6, -9, 15)
    return _of(_VARIANCE, _listed(data), _variance(data))


@TOPIC.advanced
def the_geometric_mean_of_two(draw: Draw) -> Made:
    k, a, b = draw.whole(1, 8), *draw.several(2, 1, 9)
    data = [k * a * a, k * b * b]
    return _of(_GEOMETRIC, _listed(data), Fraction(k * a * b))


@TOPIC.advanced
def the_geometric_mean_is_a_root(draw: Draw) -> Made:
    data = draw.several(2, 2, 40)
    return _of(_GEOMETRIC, _listed(data), surd(data[0] * data[1]))


@TOPIC.advanced
def the_geometric_mean_of_three(draw: Draw) -> Made:
    k, a, b = draw.whole(1, 5), *draw.several(2, 1, 5)
    # a³·b³·k³ under the cube root
    data = draw.shuffled([k * a * a, k * b * b, k * a * b])
    return _of(_GEOMETRIC, _listed(data), Fraction(k * a * b))


@TOPIC.advanced
def the_harmonic_mean_of_two(draw: Draw) -> Made:
    data = draw.several(2, 2, 40)
    return _of(_HARMONIC, _listed(data), 2 / sum((Fraction(1, x) for x in data), Fraction(0)))


@TOPIC.advanced
def the_harmonic_mean_of_three(draw: Draw) -> Made:
    data = draw.several(3, 2, 15)
    return _of(_HARMONIC, _listed(data), 3 / sum((Fraction(1, x) for x in data), Fraction(0)))


@TOPIC.advanced
def the_mean_and_the_variance(draw: Draw) -> Made:
    data = _with_mean(draw, 5, -8, 12)
    return _two(_MEAN, _VARIANCE, _listed(data), (_mean(data), _variance(data)))


@TOPIC.advanced
def the_mean_and_the_variance_together(draw: Draw) -> Made:
    data = _with_mean(draw, 4, 1, 20)
    return _sum(_MEAN, _VARIANCE, _listed(data), _mean(data) + _variance(data))


@TOPIC.advanced
def two_kinds_of_variance(draw: Draw) -> Made:
    data = _with_mean(draw, 4, 1, 20)
    gap = _variance(data, sample=True) - _variance(data)
    return _difference(_SAMPLE_VARIANCE, _VARIANCE, _listed(data), gap)


@TOPIC.advanced
def the_unknown_in_every_number(draw: Draw) -> Made:
    x, a, b, c = draw.signed(12), draw.whole(1, 9), draw.whole(1, 9), draw.whole(2, 5)
    data = [x, x + a, c * x - b, 2 * x]
    return _missing(f"x, x + {a}, {c}*x - {b}, 2*x", _mean(data), x)
