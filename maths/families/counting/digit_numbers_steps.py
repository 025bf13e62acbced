"""Numbers of given digits counted place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.counting.digit_numbers_routes import Leaves, Limit
from maths.families.terms import equals, minus, number, plus, times
from maths.families.write import formula, listed, passages
from maths.message import Formula, Message, counted
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.families.counting.digit_numbers_routes import Case, Made
    from maths.verdict import Passage

_MOST_CASES = 12


def _digits(digits: Iterable[int]) -> Formula:
    return listed(formula(number(digit)) for digit in digits)


def _row(digits: Iterable[int]) -> Formula:
    text = "".join(map(str, digits))
    return Formula(text, text)


def _stated(made: Made) -> list[Message]:
    lines = [
        counted(
            "Numbers of {count} digit are made of the digits {digits}.",
            "Numbers of {count} digits are made of the digits {digits}.",
            made.length,
            digits=_digits(made.digits),
        ),
        Message("Every digit may be used again.") if made.repeated else Message("No digit may be used again."),
    ]
    for condition in made.conditions:
        match condition:
            case Leaves(modulus=2, rest=0):
                lines.append(Message("Only even numbers count."))
            case Leaves(modulus=2):
                lines.append(Message("Only odd numbers count."))
            case Leaves(modulus=modulus):
                lines.append(Message("Only multiples of {number} count.", number=modulus))
            case Limit(sign=sign, bound=bound):
                shown = Formula(
                    f"n {sign} {bound}", f"n {sign.replace('>=', chr(0x2265)).replace('<=', chr(0x2264))} {bound}"
                )
                lines.append(Message("Only numbers with {condition} count.", condition=shown))
    return lines


def _approach(made: Made, level: Level) -> Message:
    if level is Level.ADVANCED:
        return Message("By the product rule; zero cannot stand in front.")
    match made.conditions:
        case (Leaves(modulus=3 | 9),):
            return Message(
                "Whether 3 or 9 divides a number is seen from the sum of its digits: choose the digits first."
            )
        case (Leaves(),):
            return Message("Whether it divides the number is seen from the last digits: they are chosen first.")
        case (Limit(),):
            return Message("Compare from the left: the first digits decide how large the number is.")
    return Message(
        "Go from place to place, count the digits that can stand there, and multiply. Zero cannot stand in front."
    )


def teach_count(made: Made, cases: list[Case], found: int, level: Level) -> tuple[Passage, ...]:
    lines: list[Message] = []
    if level is not Level.ADVANCED or len(cases) == 1:
        lines += [line for case in cases[:_MOST_CASES] for line in (*_before(case, level), _case_line(case, level))]
        if len(cases) > _MOST_CASES:
            lines.append(Message("The other cases go the same way: {count} in all.", count=len(cases)))
    if len(cases) != 1:
        total = plus(*(number(case.count) for case in cases)) if cases else number(0)
        lines.append(
            Message("Add the cases: {result}.", result=formula(equals(total, number(found))))
            if len(cases) > 1
            else Message("No such number can be made.")
        )
    return passages(
        understanding=_stated(made),
        approach=[_approach(made, level)],
        steps=lines,
        check=[Message("Written down one by one, there are {count} as well.", count=found)],
        conclusion=[counted("{count} number can be made.", "{count} numbers can be made.", found)],
    )


def _before(case: Case, level: Level) -> list[Message]:
    """What a beginner is told about a case first."""
    if level is not Level.BEGINNER:
        return []
    if case.used:
        total = formula(equals(plus(*(number(digit) for digit in case.used)), number(sum(case.used))))
        return [Message("The digits {digits} have the sum {sum}.", digits=_digits(case.used), sum=total)]
    if (case.front or case.end) and case.factors:
        fixed = _row(case.front or case.end)
        return [Message("When {digits} is fixed, the other places have, from the left, so many choices: {choices}.",
                        digits=fixed, choices=_digits(case.factors))]  # fmt: skip
    return []


def _case_line(case: Case, level: Level) -> Message:
    if case.used:
        return _orders_line(case)
    product = (
        formula(equals(times(*(number(factor) for factor in case.factors)), number(case.count)))
        if len(case.factors) > 1
        else formula(number(case.count))
    )
    if case.front:
        return Message("With {digits} in front: {result}.", digits=_row(case.front), result=product)
    if case.end:
        return Message("With {digits} at the end: {result}.", digits=_row(case.end), result=product)
    if level is Level.BEGINNER:
        choices = _digits(case.factors)
        return Message("Choices from the first place to the last: {choices}. Multiply: {result}.",
                       choices=choices, result=product)  # fmt: skip
    return Message("Choices place by place: {result}.", result=product)


def _orders_line(case: Case) -> Message:
    if case.starting:
        left = formula(equals(minus(number(case.orders), number(case.starting)), number(case.count)))
        return Message(
            "The digits {digits}: {orders} orders, of which those that start with 0 go: {result}.",
            digits=_digits(case.used),
            orders=case.orders,
            result=left,
        )
    return counted(
        "The digits {digits}: {count} order.", "The digits {digits}: {count} orders.", case.count,
        digits=_digits(case.used),
    )  # fmt: skip


def teach_extreme(made: Made, found: int, largest: bool, level: Level) -> tuple[Passage, ...]:  # noqa: FBT001 - asked
    chosen = [int(digit) for digit in str(found)]
    lines = []
    if level is not Level.ADVANCED:
        ordered = sorted(made.digits, reverse=largest)
        lines.append(Message("In order: {digits}.", digits=_digits(ordered)))
    if not largest and 0 in made.digits and level is not Level.ADVANCED:
        lines.append(Message("Zero cannot stand in front, so the smallest other digit goes there."))
    if level is Level.BEGINNER:
        lines += [
            Message("Place {place} from the left: {digit}.", place=place, digit=digit)
            for place, digit in enumerate(chosen, start=1)
        ]
    lines.append(Message("The number is {number}.", number=formula(number(found))))
    return passages(
        understanding=_stated(made)[:1],
        approach=[
            {
                (True, False): Message(
                    "The place in front counts most: put the largest digits as far left as possible."
                ),
                (False, False): Message(
                    "The place in front counts most: put the smallest digits as far left as possible."
                ),
            }.get((largest, level is Level.ADVANCED), Message("Greedily from the left, zero not in front."))
        ],
        steps=lines,
        check=[Message("Among all numbers that can be made, none lies beyond it.")],
        conclusion=[
            Message("The largest number is {number}.", number=formula(number(found)))
            if largest
            else Message("The smallest number is {number}.", number=formula(number(found)))
        ],
    )
