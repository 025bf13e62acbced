"""Long division of polynomials, Euclid's algorithm, and the remainder theorem on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import fmpq_poly

from maths.families.routes.rational import rational
from maths.families.terms import equals, fraction, name, number, plus, polynomial, power, substitute, times
from maths.families.write import chain, formula, letter, listed, passages
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Divided:
    dividend: fmpq_poly
    divisor: fmpq_poly
    quotient: fmpq_poly
    remainder: fmpq_poly
    variable: str
    wanted: tuple[str, ...]

    def written(self, value: fmpq_poly) -> Node:
        return polynomial(value, self.variable)

    def whole(self) -> Formula:
        """`dividend = divisor * quotient + remainder`"""
        product = times(self.written(self.divisor), self.written(self.quotient))
        right = product if self.remainder.degree() < 0 else plus(product, self.written(self.remainder))
        return formula(equals(self.written(self.dividend), right))


def teach_division(divided: Divided, level: Level) -> tuple[Passage, ...]:
    above, below = (formula(divided.written(side)) for side in (divided.dividend, divided.divisor))
    return passages(
        understanding=[
            Message("How often does {divisor} fit into {dividend}, and what is left?", divisor=below, dividend=above)
            if level is Level.BEGINNER
            else Message("Divide {dividend} by {divisor} with remainder.", dividend=above, divisor=below)
        ],
        approach=[_approach(divided, level)],
        steps=[*_lines(divided, level), Message("Together: {division}.", division=divided.whole())],
        check=[
            Message("Multiply back: {division}.", division=divided.whole()),
            Message("What is left has a lower degree than the divisor, so nothing more can be taken out."),
        ],
        conclusion=[_said(divided, wanted) for wanted in divided.wanted],
    )


def _approach(divided: Divided, level: Level) -> Message:
    if level is Level.ADVANCED and divided.divisor.degree() == 1 and divided.wanted == ("remainder",):
        return Message("By the remainder theorem the remainder is the value at the zero of the divisor.")
    if level is Level.ADVANCED:
        return Message("Division with remainder in the ring of polynomials over the rational numbers.")
    return Message(
        "Long division: divide the highest term by the highest term of the divisor, multiply back, subtract, repeat."
    )


def _lines(divided: Divided, level: Level) -> list[Message]:
    if level is Level.ADVANCED and divided.divisor.degree() == 1 and divided.wanted == ("remainder",):
        zero = -divided.divisor[0] / divided.divisor[1]
        place = equals(name(divided.variable), number(fraction(zero)))
        return [
            Message(
                "The divisor is zero for {place}; there the dividend has the value {value}.",
                place=formula(place),
                value=formula(divided.written(divided.remainder)),
            )
        ]
    lines = []
    rest = divided.dividend
    while rest.degree() >= divided.divisor.degree() and rest.degree() >= 0:
        higher = int(rest.degree() - divided.divisor.degree())
        coefficient = rest.leading_coefficient() / divided.divisor.leading_coefficient()
        part = fmpq_poly([0] * higher + [coefficient])
        taken = part * divided.divisor
        left = rest - taken
        if level is Level.BEGINNER:
            lines.append(
                Message(
                    "The highest term of {rest} divided by the highest term of {divisor} is {part}.",
                    rest=formula(divided.written(rest)),
                    divisor=formula(divided.written(divided.divisor)),
                    part=formula(divided.written(part)),
                )
            )
            product = times(divided.written(part), divided.written(divided.divisor))
            lines.append(Message("Multiply: {result}.", result=chain(product, divided.written(taken))))
        lines.append(
            Message(
                "Take {part} times the divisor away: {rest} is left.",
                part=formula(divided.written(part)),
                rest=formula(divided.written(left)),
            )
        )
        rest = left
    return lines or [Message("The degree of the dividend is lower already.")]


def _said(divided: Divided, wanted: str) -> Message:
    if wanted == "remainder":
        return Message("The remainder is {value}.", value=formula(divided.written(divided.remainder)))
    return Message("The quotient is {value}.", value=formula(divided.written(divided.quotient)))


def teach_common(  # noqa: PLR0913 - the polynomials and what they share
    bodies: tuple[Node, ...], parts: list[fmpq_poly], common: fmpq_poly, variable: str, level: Level, *, least: bool
) -> tuple[Passage, ...]:
    given = listed(formula(body) for body in bodies)
    found = formula(polynomial(common, variable))
    lines = []
    first, second = parts[0], parts[1]
    while second.degree() >= 0 and not least:
        over, rest = divmod(first, second)
        if level is not Level.ADVANCED:
            right = times(polynomial(second, variable), polynomial(over, variable))
            whole = right if rest.degree() < 0 else plus(right, polynomial(rest, variable))
            lines.append(Message("Divide: {division}.", division=formula(equals(polynomial(first, variable), whole))))
        first, second = second, rest
    if least:
        lines = [
            Message("Factor: {result}.", result=formula(equals(body, _factored(part, variable))))
            for body, part in zip(bodies, parts, strict=True)
        ]
    return passages(
        understanding=[
            Message("Find the polynomial of lowest degree that all of {given} divide.", given=given)
            if least
            else Message("Find the polynomial of highest degree that divides all of {given}.", given=given)
        ],
        approach=[
            Message("Take every factor as often as it occurs most.")
            if least
            else Message("Euclid's algorithm: the last remainder that is not zero, up to a number.")
        ],
        steps=[*lines, Message("So we know: {result}.", result=found)],
        check=[Message("Dividing once more leaves no remainder.")],
        conclusion=[
            Message("The least common multiple is {value}.", value=found)
            if least
            else Message("The greatest common divisor is {value}.", value=found)
        ],
    )


def _factored(part: fmpq_poly, variable: str) -> Node:
    constant, factors = part.factor()
    nodes = [power(polynomial(fmpq_poly(factor), variable), int(count)) for factor, count in factors]
    exact = fraction(constant)
    return times(*nodes) if exact == 1 else times(number(exact), *nodes)


def teach_fixed(  # noqa: PLR0913, PLR0917 - the division and its letter
    dividend: Node, divisor: Node, remainder: Node, unknown: str, variable: str, value: Node, level: Level
) -> tuple[Passage, ...]:
    below = rational(divisor, variable).numerator
    lines = []
    if below.degree() == 1:
        zero = number(fraction(-below[0] / below[1]))
        lines.append(
            Message(
                "The remainder is the value at {place}: {equation}.",
                place=formula(equals(name(variable), zero)),
                equation=formula(equals(substitute(dividend, variable, zero), remainder)),
            )
        )
    else:
        lines.append(
            Message("Divide with the letter {letter} in it and compare the remainder with {remainder}.",
                    letter=letter(unknown), remainder=formula(remainder))
        )  # fmt: skip
    lines.append(Message("Solve for the unknown: {result}.", result=formula(equals(name(unknown), value))))
    return passages(
        understanding=[
            Message(
                "Dividing {dividend} by {divisor} shall leave {remainder}.",
                dividend=formula(dividend),
                divisor=formula(divisor),
                remainder=formula(remainder),
            )
        ],
        approach=[
            Message("By the remainder theorem the remainder is the value at the zero of the divisor.")
            if level is not Level.BEGINNER
            else Message("What is left when we divide by a difference is what we get when that difference is zero.")
        ],
        steps=lines,
        check=[
            Message("With this value the division leaves {remainder}.", remainder=formula(remainder)),
        ],
        conclusion=[Message("So {result}.", result=formula(equals(name(unknown), value)))],
    )
