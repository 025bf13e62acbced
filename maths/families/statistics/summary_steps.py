"""Means, middles and spreads worked out by hand."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.terms import equals, minus, number, over, plus, power, root, times
from maths.families.write import formula, listed, passages
from maths.message import Message, counted
from maths.tree import Call, Negative
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.families.statistics.summary_routes import Kind
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_LINES = 12


def teach(
    kinds: Sequence[Kind], data: list[Fraction], found: list[Fraction], nodes: list[Node], level: Level
) -> tuple[Passage, ...]:
    return passages(
        understanding=[_given(data), *(_meaning(kind, level) for kind in kinds)],
        approach=[_approach(kind, level) for kind in kinds],
        steps=_all_lines(kinds, data, found, nodes, level),
        check=[_check(kind, data, value, level) for kind, value in zip(kinds, found, strict=True)],
        conclusion=[Message("The {kind} is {result}.", kind=_name(kind), result=formula(node))
                    for kind, node in zip(kinds, nodes, strict=True)],
    )  # fmt: skip


def teach_joined(
    kinds: Sequence[Kind], data: list[Fraction], found: list[Fraction], joined: tuple[str, Fraction], level: Level
) -> tuple[Passage, ...]:
    sign, total = joined
    (one, other), nodes = sorted(found, reverse=True) if sign == "-" else found, [number(each) for each in found]
    whole = plus(number(one), number(other)) if sign == "+" else minus(number(one), number(other))
    last = formula(equals(whole, number(total)))
    closing = (
        Message("Add both: {result}.", result=last)
        if sign == "+"
        else Message("Take the smaller from the larger: {result}.", result=last)
    )
    lines = _all_lines(kinds, data, found, nodes, level)
    return passages(
        understanding=[_given(data), *(_meaning(kind, level) for kind in kinds)],
        approach=[_approach(kind, level) for kind in kinds],
        steps=[*lines, closing],
        check=[_check(kind, data, value, level) for kind, value in zip(kinds, found, strict=True)],
        conclusion=[Message("The answer is {result}.", result=formula(number(total)))],
    )


def _all_lines(
    kinds: Sequence[Kind], data: list[Fraction], found: list[Fraction], nodes: list[Node], level: Level
) -> list[Message]:
    """The lines of each kind; the mean is worked out once."""
    mean = sum(data, Fraction(0)) / len(data)
    once = [_mean_line(data, mean)] if level is Level.ADVANCED else _mean_lines(data, mean)
    lines: list[Message] = []
    for kind, value, node in zip(kinds, found, nodes, strict=True):
        new = _lines(kind, data, value, node, level)
        lines += [line for line in new if line not in once or line not in lines]
    return lines


def _given(data: list[Fraction]) -> Message:
    return counted("There is one number: {numbers}.", "There are {count} numbers: {numbers}.", len(data),
                   numbers=_row(data))  # fmt: skip


def _row(data: Sequence[Fraction]) -> Formula:
    return listed(formula(number(each)) for each in data)


def _name(kind: Kind) -> Message:  # noqa: PLR0911 - one line a kind
    match kind.value:
        case "mean":
            return Message("mean")
        case "median":
            return Message("median")
        case "mode":
            return Message("mode")
        case "range":
            return Message("range")
        case "variance":
            return Message("variance")
        case "sample variance":
            return Message("sample variance")
        case "deviation":
            return Message("standard deviation")
        case "sample deviation":
            return Message("sample standard deviation")
        case "geometric mean":
            return Message("geometric mean")
        case _:
            return Message("harmonic mean")


def _meaning(kind: Kind, level: Level) -> Message:  # noqa: PLR0911 - one line a kind
    if level is not Level.BEGINNER:
        return Message("Find the {kind}.", kind=_name(kind))
    match kind.value:
        case "mean":
            return Message("The mean is what each would have if all were shared out equally.")
        case "median":
            return Message("The median is the number in the middle when all are in order.")
        case "mode":
            return Message("The mode is the number that occurs most often.")
        case "range":
            return Message("The range says how far the smallest and the largest number are apart.")
        case "variance" | "sample variance":
            return Message("The variance says how far the numbers lie from their mean, squared, on average.")
        case "deviation" | "sample deviation":
            return Message("The standard deviation says how far the numbers typically lie from their mean.")
        case "geometric mean":
            return Message("The geometric mean is the number that, put in place of every one, keeps the product.")
        case _:
            return Message(
                "The harmonic mean is the number that, put in place of every one, keeps the sum of the reciprocals."
            )


_DEFINED = {
    "mean": Message("The first moment of the empirical distribution."),
    "median": Message("The middle order statistic, or the mean of the two middle ones."),
    "mode": Message("The value of greatest frequency."),
    "range": Message("The difference of the extreme order statistics."),
    "geometric mean": Message("The exponential of the mean of the logarithms."),
    "harmonic mean": Message("The reciprocal of the mean of the reciprocals."),
}
_MEAN_SQUARE = Message("The variance is the mean of the squared deviations from the mean.")
_SAMPLE_SQUARE = Message("The sample variance is the sum of the squared deviations from the mean over n − 1.")
_RULES = {
    "mean": Message("The mean is the sum divided by the count."),
    "median": Message("Sort the data: the median is the middle value, or the mean of the two middle ones."),
    "mode": Message("Compare the frequencies."),
    "range": Message("The range is the maximum minus the minimum."),
    "variance": _MEAN_SQUARE,
    "deviation": _MEAN_SQUARE,
    "sample variance": _SAMPLE_SQUARE,
    "sample deviation": _SAMPLE_SQUARE,
    "geometric mean": Message("The geometric mean of n numbers is the n-th root of their product."),
    "harmonic mean": Message("The harmonic mean of n numbers is n over the sum of their reciprocals."),
}


def _approach(kind: Kind, level: Level) -> Message:
    if level is Level.ADVANCED and kind.value in _DEFINED:
        return _DEFINED[kind.value]
    if level is Level.INTERMEDIATE:
        return _RULES[kind.value]
    return _way(kind, level)


def _way(kind: Kind, level: Level) -> Message:  # noqa: PLR0911 - one line a kind
    match kind.value:
        case "mean":
            return Message("Add all numbers and divide by how many there are.")
        case "median":
            return Message("Put the numbers in order. With an even count, take the mean of the middle two.")
        case "mode":
            return Message("Count how often each number occurs.")
        case "range":
            return Message("Take the smallest number from the largest.")
        case "variance" | "deviation":
            if level is Level.ADVANCED:
                return Message("Population variance: the second central moment, divided by n.")
            return Message("Find the mean, square every distance from it, and take the mean of the squares.")
        case "sample variance" | "sample deviation":
            if level is Level.ADVANCED:
                return Message("Sample variance: divided by n − 1 (Bessel's correction).")
            return Message("Find the mean, square every distance from it, add, and divide by one less than the count.")
        case "geometric mean":
            return Message("Multiply all numbers and take the root whose degree is their count.")
        case _:
            return Message("Divide the count by the sum of the reciprocals.")


def _lines(  # noqa: PLR0911 - one paragraph a kind
    kind: Kind, data: list[Fraction], found: Fraction, node: Node, level: Level
) -> list[Message]:
    ordered = sorted(data)
    match kind.value:
        case "mean":
            return [_mean_line(data, found)] if level is Level.ADVANCED else _mean_lines(data, found)
        case "median":
            return _median_lines(ordered, found, level)
        case "mode":
            counts = Counter(ordered)
            lines = []
            if level is Level.BEGINNER:
                lines = [
                    counted("{number} occurs once.", "{number} occurs {count} times.", times,
                            number=formula(number(each)))
                    for each, times in list(counts.items())[:_MOST_LINES]
                ]  # fmt: skip
            return [*lines, Message("Most often, {count} times: {number}.", count=counts[found],
                                    number=formula(number(found)))]  # fmt: skip
        case "range":
            shown = equals(_less(ordered[-1], ordered[0]), number(found))
            return [Message("Largest minus smallest: {result}.", result=formula(shown))]
        case "geometric mean":
            product = equals(times(*(number(each) for each in data)), number(found))
            degree = number(len(data))
            rooted: Node = root(number(found)) if len(data) == 2 else Call("root", (number(found), degree))  # noqa: PLR2004
            return [
                Message("Multiply: {result}.", result=formula(product)),
                Message("Take the root: {result}.", result=formula(_short(rooted, node))),
            ]
        case "harmonic mean":
            total = sum((1 / each for each in data), Fraction(0))
            reciprocals = equals(plus(*(number(1 / each) for each in data)), number(total))
            share = equals(over(number(len(data)), number(total)), number(found))
            return [
                Message("Add the reciprocals: {result}.", result=formula(reciprocals)),
                Message("Divide: {result}.", result=formula(share)),
            ]
    return _spread_lines(kind, data, found, node, level)


def _short(left: Node, right: Node) -> Node:
    return left if formula(left) == formula(right) else equals(left, right)


def _less(value: Fraction, other: Fraction) -> Node:
    return plus(number(value), number(-other)) if other < 0 else minus(number(value), number(other))


def _mean_lines(data: list[Fraction], mean: Fraction) -> list[Message]:
    total = sum(data, Fraction(0))
    return [
        Message("Add: {result}.", result=formula(equals(_added(data), number(total)))),
        Message("Divide: {result}.", result=formula(_quotient(total, len(data), mean))),
    ]


def _mean_line(data: list[Fraction], mean: Fraction) -> Message:
    share = over(_added(data), number(len(data)))
    return Message("Divide: {result}.", result=formula(equals(share, number(mean))))


def _added(data: list[Fraction]) -> Node:
    return plus(*(Negative(number(-each)) if each < 0 else number(each) for each in data))


def _quotient(total: Fraction, count: int, value: Fraction) -> Node:
    return _short(over(number(total), number(count)), number(value))


def _median_lines(ordered: list[Fraction], found: Fraction, level: Level) -> list[Message]:
    lines = [Message("In order: {numbers}.", numbers=_row(ordered))]
    middle = len(ordered) // 2
    if len(ordered) % 2:
        if level is Level.BEGINNER:
            lines.append(Message("{half} numbers stand on either side of the middle.", half=middle))
        return [*lines, Message("In the middle stands {number}.", number=formula(number(found)))]
    two = ordered[middle - 1 : middle + 1]
    half = equals(over(_added(two), number(2)), number(found))
    return [
        *lines,
        Message("In the middle stand {numbers}.", numbers=_row(two)),
        Message("Their mean: {result}.", result=formula(half)),
    ]


def _spread_lines(kind: Kind, data: list[Fraction], found: Fraction, node: Node, level: Level) -> list[Message]:
    mean = sum(data, Fraction(0)) / len(data)
    lines = [_mean_line(data, mean)] if level is Level.ADVANCED else _mean_lines(data, mean)
    squares = [(each - mean) ** 2 for each in data]
    if level is Level.BEGINNER:
        lines += [
            Message("Distance squared: {result}.",
                    result=formula(equals(power(_less(each, mean), 2), number(square))))
            for each, square in list(zip(data, squares, strict=True))[:_MOST_LINES]
        ]  # fmt: skip
    total = sum(squares, Fraction(0))
    added = equals(plus(*(number(square) for square in squares)), number(total))
    lines.append(Message("Add the squares: {result}.", result=formula(added)))
    divisor = len(data) - 1 if kind.value.startswith("sample") else len(data)
    lines.append(Message("Divide: {result}.", result=formula(_quotient(total, divisor, found))))
    if kind.value.endswith("deviation"):
        lines.append(Message("Take the square root: {result}.", result=formula(_short(root(number(found)), node))))
    return lines


def _check(  # noqa: PLR0911 - one line a kind
    kind: Kind, data: list[Fraction], found: Fraction, level: Level
) -> Message:
    ordered = sorted(data)
    match kind.value:
        case "mean":
            below = sum((found - each for each in data if each < found), Fraction(0))
            return Message(
                "Below and above the mean the distances add up to the same: {sum}.", sum=formula(number(below))
            )
        case "median":
            smaller, larger = sum(each < found for each in data), sum(each > found for each in data)
            return Message("{below} numbers are smaller and {above} are larger.", below=smaller, above=larger)
        case "mode":
            return Message("No other number occurs as often.")
        case "range":
            back = equals(plus(number(ordered[0]), number(found)), number(ordered[-1]))
            return Message("Back again: {result}.", result=formula(back))
        case "geometric mean" | "harmonic mean":
            return Message("Put in place of every number, it gives the same result.")
        case _ if level is Level.ADVANCED:
            return Message("The sum over all pairs of squared differences gives the same.")
        case _:
            return Message(
                "Comparing every number with every other, instead of with the mean, gives the same variance."
            )
