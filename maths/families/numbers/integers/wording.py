"""Conditions in words, as what completes "a number that is …"; in Korean a noun phrase that ends in 수."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.numbers.integers.conditions import (
    All,
    Bound,
    Composite,
    Coprime,
    Different,
    DivisorOf,
    IsWhole,
    Leaves,
    MultipleOf,
    Not,
    Of,
    PowerOf,
    Prime,
    Some,
    Valued,
)
from maths.families.numbers.integers.digit_conditions import DigitCount, DigitOrder, EveryDigit, HasDigit, Palindrome
from maths.families.numbers.integers.satisfied import Satisfies
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Message

if TYPE_CHECKING:
    from maths.families.numbers.integers.conditions import Condition
    from maths.families.numbers.integers.measures import Measure

_SQUARE, _CUBE, _TEN = 2, 3, 10


def phrase(condition: Condition) -> Message:  # noqa: C901, PLR0911, PLR0912 - a line a kind
    match condition:
        case Bound(operator=">", value=0):
            return Message("positive")
        case Bound(operator=operator, value=value):
            return _bound(operator, formula(number(value)).typed)
        case MultipleOf(number=2):
            return Message("even")
        case MultipleOf(number=divisor):
            return Message("divisible by {number}", number=divisor)
        case DivisorOf(number=value):
            return Message("a divisor of {number}", number=formula(number(value)))
        case Leaves(rest=rest, divisor=divisor):
            return Message("{rest} more than a multiple of {divisor}", rest=rest, divisor=divisor)
        case Prime():
            return Message("a prime number")
        case Composite():
            return Message("a composite number")
        case PowerOf(degree=2):
            return Message("a perfect square")
        case PowerOf(degree=3):
            return Message("a perfect cube")
        case PowerOf(degree=degree):
            return Message("the power of a whole number to the exponent {degree}", degree=degree)
        case Coprime(number=value):
            return Message("without a common divisor with {number} but 1", number=value)
        case Palindrome():
            return Message("the same read forwards and backwards")
        case DigitCount(count=count, base=base):
            if base == _TEN:
                return Message("a number of {count} digits", count=count)
            return Message("a number that has {count} digits in base {base}", count=count, base=base)
        case Of(measure=measure, condition=inner):
            return Message("a number where {measure} is {condition}", measure=named(measure), condition=phrase(inner))
        case Valued(body=body, condition=inner):
            return Message("a number where {formula} is {condition}", formula=formula(body), condition=phrase(inner))
        case Satisfies(relation=relation):
            return Message("a solution of {relation}", relation=formula(relation))
        case IsWhole():
            return Message("a whole number")
        case Different():
            return Message("different from the others")
        case Not(condition=MultipleOf(number=2)):
            return Message("odd")
        case Not(condition=inner):
            return Message("not {condition}", condition=phrase(inner))
        case All(conditions=parts):
            return _joined("and", [phrase(part) for part in parts])
        case Some(conditions=parts):
            return _joined("or", [phrase(part) for part in parts])
    return _digits(condition)


def _bound(operator: str, value: str) -> Message:
    match operator:
        case "<":
            return Message("less than {number}", number=value)
        case "<=":
            return Message("at most {number}", number=value)
        case ">":
            return Message("greater than {number}", number=value)
        case ">=":
            return Message("at least {number}", number=value)
        case "=":
            return Message("equal to {number}", number=value)
    return Message("different from {number}", number=value)


def _joined(word: str, parts: list[Message]) -> Message:
    joined = parts[0]
    for part in parts[1:]:
        joined = (
            Message("{first} and {second}", first=joined, second=part)
            if word == "and"
            else Message("{first} or {second}", first=joined, second=part)
        )
    return joined


def _digits(condition: Condition) -> Message:  # noqa: PLR0911 - a line a kind
    match condition:
        case EveryDigit(allowed=allowed):
            return Message("made of the digits {digits} only", digits=", ".join(map(str, sorted(allowed))))
        case HasDigit(digit=digit, times=None):
            return Message("a number that contains the digit {digit}", digit=digit)
        case HasDigit(digit=digit, times=times):
            return Message(
                "a number that contains the digit {digit} exactly {times} times", digit=digit, times=times or 0
            )
        case DigitOrder(kind="different"):
            return Message("made of digits that are all different")
        case DigitOrder(kind="same"):
            return Message("made of one digit only, repeated")
        case DigitOrder(kind="increasing"):
            return Message("made of digits that increase from left to right")
    return Message("made of digits that decrease from left to right")


def named(measure: Measure) -> Message:  # noqa: C901, PLR0911, PLR0912 - a line a kind
    match measure.key:
        case "digit sum":
            return Message("the sum of its digits")
        case "digit product":
            return Message("the product of its digits")
        case "digit sum in base":
            return Message("the sum of its digits in base {base}", base=measure.argument)
        case "digit count" if measure.argument:
            return Message("the number of its digits in base {base}", base=measure.argument)
        case "digit count":
            return Message("the number of its digits")
        case "first digit":
            return Message("its first digit")
        case "digit" if measure.argument == 0:
            return Message("its ones digit")
        case "digit" if measure.argument == 1:
            return Message("its tens digit")
        case "digit" if measure.argument == _SQUARE:
            return Message("its hundreds digit")
        case "digit":
            return Message("its digit that counts {unit}", unit=_TEN**measure.argument)
        case "last digits":
            return Message("the number made of its last {count} digits", count=measure.argument)
        case "trailing zeros":
            return Message("the number of zeros at its end")
        case "divisors":
            return Message("the number of its positive divisors")
        case "divisor sum":
            return Message("the sum of its positive divisors")
        case "proper divisor sum":
            return Message("the sum of its positive divisors without itself")
        case "prime factors":
            return Message("the number of its different prime factors")
        case "prime factors with repetition":
            return Message("the number of its prime factors, repeated ones counted each time")
        case "prime sum":
            return Message("the sum of its different prime factors")
        case "greatest prime":
            return Message("its greatest prime factor")
        case "least prime":
            return Message("its least prime factor")
        case "exponent":
            return Message("the exponent of {prime} in it", prime=measure.argument)
    return Message("its remainder when divided by {divisor}", divisor=measure.argument)
