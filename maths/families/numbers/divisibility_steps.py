"""Divisions worked out by hand: Euclid's algorithm, long division."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.terms import equals, number, over, plus, times
from maths.families.write import formula, listed, passages
from maths.message import Message
from maths.tree import Call
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_LINES = 14  # of a long division shown digit by digit


def euclid(a: int, b: int) -> int:
    """The greatest common divisor by repeated division."""
    while b:
        a, b = b, divided(a, b)[1]
    return a


def long_division(dividend: int, divisor: int) -> list[tuple[int, int, int]]:
    """Digit by digit, as at school: what was brought down, the digit of the quotient, and the rest."""
    lines: list[tuple[int, int, int]] = []
    rest = 0
    for digit in str(dividend):
        part = rest * 10 + int(digit)
        times_in = sum(1 for n in range(1, 10) if n * divisor <= part)
        rest = part - times_in * divisor
        lines.append((part, times_in, rest))
    return lines


def divided(dividend: int, divisor: int) -> tuple[int, int]:
    """Whole quotient and remainder by long division."""
    lines = long_division(dividend, divisor)
    return int("".join(str(digit) for _, digit, _ in lines)), lines[-1][2]


def division(dividend: int, quotient: int, divisor: int) -> Formula:
    """`17 = 3*5 + 2`"""
    rest = dividend - quotient * divisor
    product = times(number(quotient), number(divisor))
    return formula(equals(number(dividend), plus(product, number(rest)) if rest else product))


def numbers_shown(numbers: Sequence[int]) -> Formula:
    return listed(formula(number(n)) for n in numbers)


def teach_divisor(numbers: list[int], found: int, level: Level) -> tuple[Passage, ...]:
    shown = numbers_shown(numbers)
    return passages(
        understanding=[
            Message(
                "We look for the largest whole number that divides each of {numbers} with nothing left over.",
                numbers=shown,
            )
            if level is Level.BEGINNER
            else Message("Find the greatest common divisor of {numbers}.", numbers=shown)
        ],
        approach=[
            Message(
                "Divide the larger number by the smaller one, then the smaller one by the rest, and so on: "
                "what divides both numbers also divides the rest. The last rest that is not zero is the answer."
            )
            if level is Level.BEGINNER
            else Message("Euclid's algorithm: gcd(a, b) = gcd(b, r), where r is the remainder of a divided by b.")
        ],
        steps=_euclid_lines(numbers, level),
        check=[
            Message("Divided by it, each number is whole: {divisions}.", divisions=_shares(numbers, found)),
            Message("These quotients have no common divisor but 1."),
        ],
        conclusion=[Message("The greatest common divisor is {result}.", result=formula(number(found)))],
    )


def _shares(numbers: list[int], found: int) -> Formula:
    return listed(formula(equals(over(number(n), number(found)), number(n // found))) for n in dict.fromkeys(numbers))


def _euclid_lines(numbers: list[int], level: Level) -> list[Message]:
    lines: list[Message] = []
    current = numbers[0]
    for other in numbers[1:]:
        a, b = max(current, other), min(current, other)
        chain: list[Node] = [_gcd(a, b)]
        current = euclid(a, b)
        while b:
            quotient, rest = divided(a, b)
            if level is not Level.ADVANCED:
                lines.append(Message("Divide: {division}.", division=division(a, quotient, b)))
            a, b = b, rest
            chain.append(_gcd(a, b) if b else number(a))
        if level is not Level.BEGINNER:
            lines.append(Message("So {result}.", result=formula(equals(*chain))))
        else:
            lines.append(
                Message("Nothing is left over now, so {result}.", result=formula(equals(chain[0], number(current))))
            )
    return lines


def _gcd(a: int, b: int) -> Node:
    return Call("gcd", (number(a), number(b)))


def teach_multiple(numbers: list[int], found: int, fractions: tuple[Node, ...], level: Level) -> tuple[Passage, ...]:
    shown = numbers_shown(numbers)
    understanding = (
        Message("We look for the smallest number that is a multiple of each of {numbers}.", numbers=shown)
        if level is Level.BEGINNER
        else Message("Find the least common multiple of {numbers}.", numbers=shown)
    )
    stated = [understanding]
    if fractions:
        given = listed(formula(node) for node in fractions)
        stated = [
            Message("The common denominator of {fractions} is asked for.", fractions=given),
            Message("In lowest terms the denominators are {numbers}.", numbers=shown),
        ]
    return passages(
        understanding=stated,
        approach=[
            Message(
                "Multiply two numbers and divide by their greatest common divisor: "
                "what both have in common is then counted only once."
            )
            if level is not Level.ADVANCED
            else Message("lcm(a, b) = ab/gcd(a, b).")
        ],
        steps=_multiple_lines(numbers, level),
        check=[Message("It is a multiple of each number: {divisions}.", divisions=_multiples(numbers, found))],
        conclusion=[Message("The least common multiple is {result}.", result=formula(number(found)))],
    )


def _multiples(numbers: list[int], found: int) -> Formula:
    return listed(formula(equals(number(found), times(number(found // n), number(n)))) for n in dict.fromkeys(numbers))


def _multiple_lines(numbers: list[int], level: Level) -> list[Message]:
    lines: list[Message] = []
    current = numbers[0]
    for other in numbers[1:]:
        common = euclid(current, other)
        lines += _euclid_lines([current, other], level)
        product = over(times(number(current), number(other)), number(common))
        current = current * other // common
        lines.append(Message("Multiply and divide: {result}.", result=formula(equals(product, number(current)))))
    return lines


def _long_lines(dividend: int, divisor: int, level: Level) -> list[Message]:
    """Each digit of the quotient on its own line for beginners, the one division for others."""
    quotient, _ = divided(dividend, divisor)
    last = Message("Together: {division}.", division=division(dividend, quotient, divisor))
    if level is not Level.BEGINNER or dividend < divisor or len(str(dividend)) > _MOST_LINES:
        return [Message("Divide: {division}.", division=division(dividend, quotient, divisor))]
    lines = []
    started = False
    for part, digit, _ in long_division(dividend, divisor):
        started = started or digit > 0
        if not started:
            continue
        lines.append(
            Message(
                "Look at {part}: {divisor} fits in {digit} times, {division}.",
                part=part,
                divisor=divisor,
                digit=digit,
                division=division(part, digit, divisor),
            )
        )
    return [*lines, last]


def teach_divides(divisor: int, dividend: int, level: Level) -> tuple[Passage, ...]:
    quotient, rest = divided(dividend, divisor)
    fits = division(dividend, quotient, divisor)
    return passages(
        understanding=[
            Message(
                "Does {dividend} split into parts of {divisor} with nothing left over?",
                dividend=dividend,
                divisor=divisor,
            )
            if level is Level.BEGINNER
            else Message("Is {dividend} a multiple of {divisor}?", dividend=dividend, divisor=divisor)
        ],
        approach=[
            {
                Level.BEGINNER: Message(
                    "Put the parts into the number as often as they fit, and look whether anything is left over."
                ),
                Level.INTERMEDIATE: Message("Divide and look at the remainder: it must be zero."),
                Level.ADVANCED: Message("By definition: some whole number times the divisor must give the number."),
            }[level]
        ],
        steps=_long_lines(dividend, divisor, level),
        check=[Message("Multiply back: {division}.", division=fits)],
        conclusion=[
            Message("Yes: the remainder is 0, so {divisor} divides {dividend}.", divisor=divisor, dividend=dividend)
            if rest == 0
            else Message(
                "No: {rest} is left over, so {divisor} does not divide {dividend}.",
                rest=rest,
                divisor=divisor,
                dividend=dividend,
            )
        ],
    )


def teach_remainder(divisor: int, dividend: int, wanted: tuple[str, ...], level: Level) -> tuple[Passage, ...]:
    quotient, rest = divided(dividend, divisor)
    return passages(
        understanding=[
            Message(
                "We put as many whole {divisor}s as possible into {dividend} and ask what happens.",
                divisor=divisor,
                dividend=dividend,
            )
            if level is Level.BEGINNER
            else Message("Divide {dividend} by {divisor} with remainder.", dividend=dividend, divisor=divisor)
        ],
        approach=[
            Message("Long division: the remainder is what is left, and it is smaller than the divisor.")
            if level is not Level.ADVANCED
            else Message("By the division theorem there are unique q and r with a = qb + r and 0 ≤ r < b.")
        ],
        steps=_long_lines(dividend, divisor, level),
        check=[Message("Multiply back: {division}.", division=division(dividend, quotient, divisor))],
        conclusion=[_said(name, quotient, rest) for name in wanted],
    )


def _said(name: str, quotient: int, rest: int) -> Message:
    if name == "quotient":
        return Message("The quotient is {value}.", value=quotient)
    return Message("The remainder is {value}.", value=rest)
