"""Rounding on paper: both neighbours, the middle between them, and which side the number is on."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.terms import equals, number
from maths.families.write import formula, passages
from maths.message import Message
from maths.tree import Negative, Number, Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_PLACES = 60


@dataclass(frozen=True, slots=True)
class Rounded:
    body: Node
    value: Fraction
    unit: Fraction
    multiple: int
    way: str
    figures: int


def decimal(value: Fraction) -> str | None:
    """A number that is not negative in decimal digits; None where they never end."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
        if places > _MOST_PLACES:
            return None
    digits = str(int(value * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def shown(value: Fraction) -> Node:
    """A fraction as a decimal number where it ends."""
    digits = decimal(abs(value))
    if digits is None:
        return number(value)
    node = Number(abs(value), len(digits.partition(".")[2]) or None)
    return Negative(node) if value < 0 else node


def plain(value: Fraction, *, decimals: bool) -> Node:
    """As a decimal where decimals were used and it ends, else as a fraction."""
    digits = decimal(abs(value))
    return shown(value) if decimals and digits is not None else number(value)


def teach_round(rounded: Rounded, answer: Node, level: Level) -> tuple[Passage, ...]:
    value, unit = rounded.value, rounded.unit
    low = (value / unit).__floor__() * unit
    high = low + unit
    unit_shown = formula(shown(unit))
    number_shown = formula(rounded.body)
    lines = []
    if rounded.figures:
        lines.append(
            Message(
                "Counted from the first digit that is not zero, {figures} figures reach to multiples of {unit}.",
                figures=rounded.figures,
                unit=unit_shown,
            )
        )
    if low == value:
        lines.append(Message("{number} is a multiple of {unit} already.", number=number_shown, unit=unit_shown))
    else:
        lines += _neighbours(rounded, low, high, level)
    return passages(
        understanding=[
            Message("Which multiple of {unit} does {number} round to?", unit=unit_shown, number=number_shown)
        ],
        approach=[_approach(rounded.way, level)],
        steps=lines,
        check=[
            Message(
                "The result differs from the number by {gap}, which is less than one step of {unit}.",
                gap=formula(shown(abs(value - rounded.multiple * unit))),
                unit=unit_shown,
            )
        ],
        conclusion=[Message("Rounded: {answer}.", answer=formula(answer))],
    )


def _approach(way: str, level: Level) -> Message:
    match way:
        case "up":
            plain = Message("Find the neighbours on both sides. Rounding up goes to the larger one, however far it is.")
            usual = Message("Rounding up takes the next multiple that is not smaller.")
            exact = Message("The ceiling of the number over the step, times the step.")
        case "down":
            plain = Message(
                "Find the neighbours on both sides. Rounding down goes to the smaller one, however far it is."
            )
            usual = Message("Rounding down takes the last multiple that is not larger.")
            exact = Message("The floor of the number over the step, times the step.")
        case _:
            plain = Message("Find the neighbours on both sides and the middle between them. Then go to the nearer one.")
            usual = Message("Take the nearer of the two neighbouring multiples; from the middle on, the larger one.")
            exact = Message("The nearest point of the lattice of multiples; a tie goes up.")
    return {Level.BEGINNER: plain, Level.INTERMEDIATE: usual, Level.ADVANCED: exact}[level]


def _neighbours(rounded: Rounded, low: Fraction, high: Fraction, level: Level) -> list[Message]:
    value = shown(rounded.value)
    chain = formula(Relation((shown(low), value, shown(high)), ("<", "<")))
    lines = [Message("It lies between two neighbours: {chain}.", chain=chain)]
    if level is Level.ADVANCED:
        return lines
    if rounded.way == "down":
        return [*lines, Message("Rounded down, it becomes the smaller neighbour, {value}.", value=formula(shown(low)))]
    if rounded.way == "up":
        return [*lines, Message("Rounded up, it becomes the larger neighbour, {value}.", value=formula(shown(high)))]
    middle = (low + high) / 2
    sign = "<" if rounded.value < middle else "=" if rounded.value == middle else ">"
    side = formula(Relation((value, shown(middle)), (sign,)))
    lines.append(Message("The middle is {middle}, and {side}.", middle=formula(shown(middle)), side=side))
    if level is Level.BEGINNER:
        lines.append(
            Message("It is in the lower half, so we round down.")
            if sign == "<"
            else Message("It is not in the lower half, so we round up.")
        )
    return lines


def teach_real(body: Node, low: Fraction, high: Fraction, answer: Node, level: Level) -> tuple[Passage, ...]:
    chain = formula(Relation((shown(low), body, shown(high)), ("<", "<")))
    return passages(
        understanding=[Message("Which number on the grid is nearest to {number}?", number=formula(body))],
        approach=[
            Message("Find the two half-way points around it: everything between them rounds to the same number.")
            if level is Level.BEGINNER
            else Message("Enclose the number between two half-way points.")
            if level is Level.INTERMEDIATE
            else Message("Rounding is constant between two neighbouring half-way points, so strict bounds decide it.")
        ],
        steps=[Message("It lies between two half-way points: {chain}.", chain=chain)],
        check=[Message("A second calculation by another program gives the same result.")],
        conclusion=[Message("Rounded: {answer}.", answer=formula(answer))],
    )


def teach_digit(written: str, value: Fraction, place: int, digit: int, level: Level) -> tuple[Passage, ...]:
    power = Fraction(10) ** place
    part = (value / power).__floor__()
    tens = part // 10
    split = formula(equals(number(part), number(tens * 10 + digit)))
    if tens:
        split = formula(
            equals(number(part), _sum(number(tens * 10), number(digit)))
            if digit
            else equals(number(part), number(tens * 10))
        )
    lines = [
        *_places(place, level),
        Message("Cut off what stands right of that place: {part} is left.", part=part),
        Message("Its last digit is what we look for: {split}.", split=split),
    ]
    return passages(
        understanding=[
            Message("Which digit of {number} counts the {unit}s?", number=written, unit=formula(shown(power)))
        ],
        approach=[
            Message("From the units on, each place to the left is worth ten times as much, each to the right a tenth.")
            if level is not Level.ADVANCED
            else Message("The digit is the whole part of the number over the place's worth, modulo 10.")
        ],
        steps=lines,
        check=[
            Message("Read off the number {number}, the digit at that place is {digit}.", number=written, digit=digit)
        ],
        conclusion=[Message("The digit is {digit}.", digit=digit)],
    )


def _places(place: int, level: Level) -> list[Message]:
    """Where to look, counted from the units or from the decimal point."""
    if level is not Level.BEGINNER:
        return []
    if place < 0:
        return [Message("It is place number {place} behind the decimal point.", place=-place)]
    return [Message("Counted from the units to the left, it is place number {place}.", place=place + 1)]


def _sum(left: Node, right: Node) -> Node:
    from maths.families.terms import plus

    return plus(left, right)
