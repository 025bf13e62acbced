"""A coefficient read off a polynomial that is multiplied out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.terms import equals, name, number, power, times
from maths.families.write import formula, letter, passages
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Asked:
    """`wanted` are the exponents of the variables in the term that is asked for."""

    body: Node
    expanded: Node
    variables: tuple[str, ...]
    wanted: tuple[int, ...]
    form: Node | None
    named: str
    kind: str
    answer: Node


def teach(asked: Asked, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[_understanding(asked)],
        approach=[_approach(level)],
        steps=[_expansion(asked), *_reading_off(asked, level)],
        check=[Message("Multiplied out by another program, the coefficients are the same.")],
        conclusion=[_conclusion(asked)],
    )


def _monomial(asked: Asked) -> Formula:
    factors = [power(name(v), n) for v, n in zip(asked.variables, asked.wanted, strict=True) if n]
    return formula(times(*factors) if factors else number(1))


def _understanding(asked: Asked) -> Message:
    body = formula(asked.body)
    if asked.form is not None:
        return Message(
            "Write {body} in the form {form}; we want {letter}.",
            body=body,
            form=formula(asked.form),
            letter=letter(asked.named),
        )
    if asked.kind == "degree":
        return Message("We want the highest power that is left in {body} when it is tidied up.", body=body)
    if asked.kind == "leading":
        return Message("We want the number in front of the highest power in {body}.", body=body)
    if not any(asked.wanted):
        return Message("We want the term without a letter in {body}.", body=body)
    return Message("We want the number in front of {monomial} in {body}.", monomial=_monomial(asked), body=body)


def _approach(level: Level) -> Message:
    if level is Level.ADVANCED:
        return Message("Expand and compare coefficients.")
    if level is Level.BEGINNER:
        return Message(
            "A coefficient is the number in front of a letter with its power. First multiply all brackets out, then "
            "add up the terms that have the same power; then it can be read off."
        )
    return Message("Multiply out, put terms with the same power together, and read the number off.")


def _expansion(asked: Asked) -> Message:
    if formula(asked.body) == formula(asked.expanded):
        return Message("It is multiplied out already: {result}.", result=formula(asked.body))
    whole = formula(equals(asked.body, asked.expanded))
    return Message("Multiply out and collect equal powers: {result}.", result=whole)


def _reading_off(asked: Asked, level: Level) -> list[Message]:
    lines = []
    if asked.form is not None and level is not Level.ADVANCED:
        lines.append(
            Message(
                "In the form {form} the letter {letter} stands in front of {monomial}.",
                form=formula(asked.form),
                letter=letter(asked.named),
                monomial=_monomial(asked),
            )
            if any(asked.wanted)
            else Message(
                "In the form {form} the letter {letter} stands alone: it is the term without a variable.",
                form=formula(asked.form),
                letter=letter(asked.named),
            )
        )
    if asked.kind == "degree":
        lines.append(Message("The highest power is {monomial}.", monomial=_monomial(asked)))
    elif any(asked.wanted):
        lines.append(
            Message(
                "The number in front of {monomial} is {value}.",
                monomial=_monomial(asked),
                value=formula(asked.answer),
            )
        )
    else:
        lines.append(Message("The term without a variable is {value}.", value=formula(asked.answer)))
    return lines


def _conclusion(asked: Asked) -> Message:
    if asked.named:
        return Message("So {result}.", result=formula(equals(name(asked.named), asked.answer)))
    if asked.kind == "degree":
        return Message("The degree is {value}.", value=formula(asked.answer))
    return Message("The coefficient is {value}.", value=formula(asked.answer))
