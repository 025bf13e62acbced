"""Numbers in other bases on paper: powers of the base, and repeated division."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.numbers.divisibility_steps import division
from maths.families.terms import equals, minus, number, plus, power, times
from maths.families.write import formula, listed, passages
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.tree import Node
    from maths.verdict import Passage

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_TEN = 10


def written(value: int, base: int) -> str:
    """The digits in a base, by dividing again and again."""
    rest, digits = abs(value), ""
    while rest:
        rest, digit = divmod(rest, base)
        digits = DIGITS[digit] + digits
    return ("-" if value < 0 else "") + (digits or "0")


def teach_convert(  # noqa: PLR0913, PLR0917 - the whole conversion
    digits: str, value: int, base: int, target: int, answer: str, level: Level
) -> tuple[Passage, ...]:
    return passages(
        understanding=[
            Message(
                "The digits {digits} are in base {base}; the same number is wanted in base {target}.",
                digits=digits,
                base=base,
                target=target,
            )
        ],
        approach=[_conversion(base, target, level)],
        steps=[
            *_letters(digits + answer, level),
            *_places(base if base != _TEN else target, level),
            *_worth(digits, value, base, level),
            *_divisions(value, target, answer, level),
        ],
        check=[_back(answer, value, target)],
        conclusion=[Message("In base {base} it is written {digits}.", base=target, digits=answer)],
    )


def _conversion(base: int, target: int, level: Level) -> Message:
    if level is Level.ADVANCED:
        return Message("Horner's scheme into base ten, repeated division out of it.")
    if target == _TEN:
        return (
            Message("Each digit counts as often as its place is worth: multiply it by that, and add everything up.")
            if level is Level.BEGINNER
            else Message("Expand in powers of {base} and add.", base=base)
        )
    if base == _TEN:
        return (
            Message(
                "Make groups of {target}, then groups of {target} of those, and so on: what is left over each time "
                "is a digit.",
                target=target,
            )
            if level is Level.BEGINNER
            else Message("Divide by {target} again and again: the remainders are the digits.", target=target)
        )
    return Message(
        "First find what the digits are worth in base ten, then divide by {target} again and again: "
        "the remainders are the new digits.",
        target=target,
    )


def teach_calculate(  # noqa: PLR0913, PLR0917 - the whole calculation
    base: int, typed: list[str], values: list[int], operators: tuple[str, ...], total: int, answer: str, level: Level
) -> tuple[Passage, ...]:
    node: Node = number(values[0])
    for operator, value in zip(operators, values[1:], strict=True):
        if operator == "*":
            node = times(node, number(value))
        else:
            node = plus(node, number(value)) if operator == "+" else minus(node, number(value))
    lines = [line for digits, value in zip(typed, values, strict=True) for line in _worth(digits, value, base, level)]
    return passages(
        understanding=[
            Message("All digits are in base {base}: each place is worth {base} times the place right of it.", base=base)
        ],
        approach=[
            {
                Level.BEGINNER: Message(
                    "Find what the numbers are worth in base ten, calculate, and write the result in the base again."
                ),
                Level.INTERMEDIATE: Message("Convert to base ten, calculate there, and convert back."),
                Level.ADVANCED: Message("Horner's scheme into base ten, repeated division out of it."),
            }[level]
        ],
        steps=[
            *_letters("".join(typed) + answer, level),
            *_places(base, level),
            *(lines if base != _TEN else []),
            Message("Calculate: {result}.", result=formula(equals(node, number(total)))),
            *(_divisions(total, base, answer, level) if base != _TEN else []),
        ],
        check=[_back(answer, total, base)],
        conclusion=[Message("In base {base} it is written {digits}.", base=base, digits=answer)],
    )


def _letters(digits: str, level: Level) -> list[Message]:
    if level is not Level.BEGINNER or digits.replace("-", "").isdigit():
        return []
    return [Message("Letters are digits beyond nine: a is 10, b is 11, c is 12, and so on.")]


def _places(base: int, level: Level) -> list[Message]:
    if level is not Level.BEGINNER or base == _TEN:
        return []
    worths = listed(formula(number(base**place)) for place in range(5))
    return [Message("In base {base} the places are worth, from the right: {worths}, ….", base=base, worths=worths)]


def _worth(digits: str, value: int, base: int, level: Level = Level.ADVANCED) -> list[Message]:
    """`2*3^2 + 1*3 + 2 = 23`, without the places that are zero; for beginners `18 + 3 + 2` between."""
    plain = digits.lstrip("-").lower()
    worths = [number(DIGITS.index(d) * base**place) for place, d in enumerate(reversed(plain)) if d != "0"]
    between = [plus(*reversed(worths))] if level is Level.BEGINNER and len(worths) > 1 else []
    terms = [
        number(DIGITS.index(d)) if place == 0 else times(number(DIGITS.index(d)), power(number(base), place))
        for place, d in zip(range(len(plain) - 1, -1, -1), plain, strict=True)
        if d != "0"
    ]
    if base == _TEN or not terms:
        return []
    shown = formula(equals(plus(*terms), *between, number(abs(value))))
    return [Message("{digits} in base {base} is worth {sum}.", digits=digits.lstrip("-"), base=base, sum=shown)]


def _divisions(value: int, base: int, answer: str, level: Level) -> list[Message]:
    if base == _TEN:
        return []
    lines, rest = [], abs(value)
    while rest and level is not Level.ADVANCED:
        lines.append(
            Message(
                "Divide by {base}: {division}, the digit is {digit}.",
                base=base,
                division=division(rest, rest // base, base),
                digit=DIGITS[rest % base],
            )
        )
        rest //= base
    if level is Level.ADVANCED:
        return [Message("The remainders of repeated division by {base}, the last first, are {digits}.",
                        base=base, digits=answer.lstrip("-"))]  # fmt: skip
    return [*lines, Message("Read from the last division to the first: {digits}.", digits=answer.lstrip("-"))]


def _back(answer: str, value: int, base: int) -> Message:
    if base == _TEN:
        return Message("A second calculation by another program gives the same result.")
    lines = _worth(answer, value, base)
    return lines[0] if lines else Message("A second calculation by another program gives the same result.")
