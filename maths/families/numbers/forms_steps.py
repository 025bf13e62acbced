"""Decimals, fractions and mixed numbers worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.numbers.divisibility_steps import division
from maths.families.terms import equals, number, over, power
from maths.families.write import formula, passages
from maths.message import Formula, Message
from maths.tree import Mixed, Number
from maths.verdict import Level

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.families.numbers.expansion import Expansion
    from maths.tree import Node
    from maths.verdict import Passage

_SHOWN = 8  # divisions written out
_TEN = 10


def _divisions(value: Fraction, places: int, level: Level) -> list[Message]:
    """`3*10 = 30 = 8*3 + 6`: one line a digit."""
    if level is Level.ADVANCED:
        return []
    rest = value.numerator % value.denominator
    lines = []
    for _ in range(min(places, _SHOWN)):
        ten_times = rest * _TEN
        digit, rest = divmod(ten_times, value.denominator)
        lines.append(
            Message(
                "The next digit is {digit}: {division}.",
                digit=digit,
                division=division(ten_times, digit, value.denominator),
            )
        )
    if places > _SHOWN:
        lines.append(Message("Go on in the same way."))
    return lines


def teach_form(  # noqa: PLR0913, PLR0917 - the whole conversion
    body: Node, value: Fraction, expansion: Expansion | None, form: str, answer: Formula, level: Level
) -> tuple[Passage, ...]:
    repeats = form == "fraction" and expansion is not None and expansion.period
    shown = Formula(expansion.typed, expansion.typed) if repeats and expansion else formula(body)
    asked = {
        "decimal": Message("{number} is wanted as a decimal.", number=formula(body)),
        "fraction": Message("{number} is wanted as a fraction in lowest terms.", number=shown),
        "mixed": Message("{number} is wanted as a mixed number.", number=formula(body)),
    }[form]
    return passages(
        understanding=[asked],
        approach=_approach(form, value, level),
        steps=_form_lines(body, value, expansion, form, level),
        check=[Message("A second calculation by another program gives the same result.")],
        conclusion=[Message("The answer is {result}.", result=answer)],
    )


def _approach(form: str, value: Fraction, level: Level) -> list[Message]:  # noqa: PLR0911 - one line a form
    if form == "decimal" and level is Level.BEGINNER:
        return [
            Message(
                "A fraction is a division: the number above divided by the one below. Each remainder gets a zero "
                "behind it and is divided again; when a remainder comes back, so do the digits."
            )
        ]
    if form == "decimal" and level is not Level.ADVANCED:
        return [Message("Divide the numerator by the denominator; when a remainder comes back, the digits repeat.")]
    if form == "decimal":
        return [
            Message(
                "The decimal ends exactly when the denominator {number} has no prime factors but 2 and 5.",
                number=value.denominator,
            )
        ]
    if form == "mixed":
        return [Message("Divide the numerator by the denominator: the quotient is the whole part.")]
    if level is Level.ADVANCED:
        return [Message("A decimal that ends or repeats is a geometric series with a rational sum.")]
    if level is Level.BEGINNER:
        return [
            Message(
                "Times 10 moves the point one place to the right. Move it until no digits are left behind it, or until "
                "the digits behind it are the same as before; then they can be taken away."
            )
        ]
    return [Message("Multiply by a power of ten, so that the digits after the point disappear, and cancel.")]


def _form_lines(body: Node, value: Fraction, expansion: Expansion | None, form: str, level: Level) -> list[Message]:
    size = abs(value)
    if form == "mixed":
        whole, rest = divmod(size.numerator, size.denominator)
        sides = (number(size), Mixed(whole, size - whole)) if rest else (number(size), number(whole))
        return [
            Message("Divide: {division}.", division=division(size.numerator, whole, size.denominator)),
            Message("So {result}.", result=formula(equals(*sides))),
        ]
    if form == "decimal" and expansion is not None:
        lines = [Message("The whole part is {number}.", number=expansion.whole)]
        lines += _divisions(size, len(expansion.start) + len(expansion.period), level)
        if expansion.period:
            lines.append(Message("A remainder comes back: the digits {period} repeat.", period=expansion.period))
        else:
            lines.append(Message("Nothing is left: the decimal ends."))
        return lines
    if expansion is not None and expansion.period:
        ends, repeats = len(expansion.start), len(expansion.period)
        nines = _TEN**ends * (_TEN**repeats - 1)
        return [
            Message(
                "Subtract the number times {low} from the number times {high}: what repeats cancels.",
                low=_TEN**ends,
                high=_TEN ** (ends + repeats),
            ),
            Message(
                "So {result}.",
                result=formula(equals(over(number(size * nines), number(nines)), number(size))),
            ),
        ]
    scale = _TEN ** (len(expansion.start) if expansion else 0)
    if isinstance(body, Number) and body.decimals and scale > 1:
        written = over(number(value * scale), number(scale))
        written_out = (body, written) if value.denominator == scale else (body, written, number(value))
        return [Message("So {result}.", result=formula(equals(*written_out)))]
    return [Message("So {result}.", result=formula(equals(body, number(value))))]


def teach_digit(body: Node, expansion: Expansion, place: int, found: int, level: Level) -> tuple[Passage, ...]:
    shown = Formula(expansion.typed, expansion.typed)
    lines = [Message("Long division gives {expansion}.", expansion=shown)]
    if expansion.period:
        behind = place - len(expansion.start)
        lines.append(
            Message(
                "The digits {period} repeat, {length} at a time.", period=expansion.period, length=len(expansion.period)
            )
        )
        if behind > 0:
            quotient = (behind - 1) // len(expansion.period)
            lines.append(
                Message(
                    "Divide: {division}.",
                    division=division(behind, behind // len(expansion.period), len(expansion.period)),
                )
            )
            lines.append(
                Message(
                    "After {rounds} whole periods it is digit {place} of the next one.",
                    rounds=quotient,
                    place=(behind - 1) % len(expansion.period) + 1,
                )
            )
    if level is Level.ADVANCED:
        lines = lines[:1]
    return passages(
        understanding=[
            Message("Of {number} we look for digit {place} after the decimal point.", number=formula(body), place=place)
        ],
        steps=lines,
        check=[Message("A second calculation by another program gives the same result.")],
        conclusion=[Message("The answer is {result}.", result=formula(number(found)))],
    )


def teach_places(body: Node, value: Fraction, expansion: Expansion, found: int, level: Level) -> tuple[Passage, ...]:
    lines = [Message("In lowest terms it is {number}.", number=formula(number(value)))]
    if not expansion.period:
        scaled = equals(number(value), over(number(value * _TEN**found), power(number(_TEN), found)))
        lines.append(Message("As a fraction over a power of ten: {result}.", result=formula(scaled)))
    else:
        lines.append(Message("Long division gives {expansion}.", expansion=Formula(expansion.typed, expansion.typed)))
    return passages(
        understanding=[Message("We count the digits of {number} after the decimal point.", number=formula(body))],
        approach=[Message("The exponent of the power of ten is the number of digits.")]
        if not expansion.period and level is not Level.BEGINNER
        else [Message("Write it as a decimal and count.")],
        steps=lines,
        check=[Message("A second calculation by another program gives the same result.")],
        conclusion=[Message("The answer is {result}.", result=formula(number(found)))],
    )
