"""Mean, median, spread and the like of a list of numbers, by the definition and by another formula in python-flint."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from fractions import Fraction
from math import prod

from flint import fmpq

from maths.families.settled import UndecidedError
from maths.families.terms import fraction
from maths.message import Message

_PAIR = 2


class Kind(StrEnum):
    """What is asked of the numbers."""

    MEAN = "mean"
    MEDIAN = "median"
    MODE = "mode"
    RANGE = "range"
    VARIANCE = "variance"  # of the whole population: divided by n
    SAMPLE_VARIANCE = "sample variance"  # divided by n - 1
    DEVIATION = "deviation"
    SAMPLE_DEVIATION = "sample deviation"
    GEOMETRIC = "geometric mean"
    HARMONIC = "harmonic mean"


ROOTED = {Kind.DEVIATION: Kind.VARIANCE, Kind.SAMPLE_DEVIATION: Kind.SAMPLE_VARIANCE}


def by_definition(kind: Kind, data: list[Fraction]) -> Fraction:  # noqa: PLR0911 - one line a kind
    """Straight from the definition. Of the geometric mean: the product."""
    mean = sum(data, Fraction(0)) / len(data)
    ordered = sorted(data)
    squares = sum(((each - mean) ** 2 for each in data), Fraction(0))
    match kind:
        case Kind.MEAN:
            return mean
        case Kind.MEDIAN:
            middle = len(data) // 2
            return ordered[middle] if len(data) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
        case Kind.MODE:
            return _mode(data)
        case Kind.RANGE:
            return ordered[-1] - ordered[0]
        case Kind.VARIANCE:
            return squares / len(data)
        case Kind.SAMPLE_VARIANCE:
            return squares / (len(data) - 1)
        case _:
            if ordered[0] <= 0:
                raise UndecidedError(Message("That mean is taken of positive numbers only."))
            if kind is Kind.HARMONIC:
                return len(data) / sum((1 / each for each in data), Fraction(0))
            return prod(data, start=Fraction(1))


def _mode(data: list[Fraction]) -> Fraction:
    (first, times), *rest = Counter(data).most_common()
    if times == 1 or (rest and rest[0][1] == times):
        raise UndecidedError(Message("No single number occurs most often."))
    return first


def confirmed(kind: Kind, data: list[Fraction], found: Fraction) -> bool:  # noqa: PLR0911 - one line a kind
    """Whether another formula gives the same, or the defining property holds."""
    rationals = [fmpq(each.numerator, each.denominator) for each in data]
    count, value = len(data), fmpq(found.numerator, found.denominator)
    zero = fmpq(0)
    match kind:
        case Kind.MEAN:
            return bool(rationals[0] + sum((each - rationals[0] for each in rationals), zero) / count == value)
        case Kind.MEDIAN:
            lower, upper = (_ranked(rationals, rank) for rank in ((count + 1) // 2, count // 2 + 1))
            return bool((lower + upper) / 2 == value)
        case Kind.MODE:
            frequency = [sum(1 for other in rationals if other == each) for each in rationals]
            best = {fraction(each) for each, times in zip(rationals, frequency, strict=True) if times == max(frequency)}
            return best == {found}
        case Kind.RANGE:
            return any(a - b == value for a in rationals for b in rationals) and all(
                a - b <= value for a in rationals for b in rationals
            )
        case Kind.VARIANCE:
            return bool(_pairs(rationals) / (count * count) == value)
        case Kind.SAMPLE_VARIANCE:
            return bool(_pairs(rationals) / (count * (count - 1)) == value)
        case Kind.HARMONIC:
            return bool(sum((value / each for each in rationals), zero) == count)
        case _:
            left = value
            for each in rationals:
                left /= each
            return bool(left == 1)


def _ranked(data: list[fmpq], rank: int) -> fmpq:
    """The number of a rank: fewer are below it, and at least so many are not above."""
    return next(
        each for each in data if sum(other < each for other in data) < rank <= sum(other <= each for other in data)
    )


def _pairs(data: list[fmpq]) -> fmpq:
    """The sum of the squares of all differences, each pair once: n times the sum of the squared deviations."""
    return sum(((a - b) * (a - b) for i, a in enumerate(data) for b in data[:i]), fmpq(0))
