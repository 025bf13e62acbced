"""Powers of a positive letter combined, bracket by bracket from the inside out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.terms import equals
from maths.families.write import formula, letter, listed, passages
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_LINES = {Level.BEGINNER: 30, Level.INTERMEDIATE: 12, Level.ADVANCED: 0}


@dataclass(frozen=True, slots=True)
class Simplified:
    """`lines` are a rule's name, the part before and after it, from the inside out."""

    body: Node
    answer: Node
    positive: tuple[str, ...]
    lines: tuple[tuple[str, Node, Node], ...]


def teach(simplified: Simplified, level: Level) -> tuple[Passage, ...]:
    whole = formula(equals(simplified.body, simplified.answer))
    return passages(
        understanding=[
            Message(
                "We write {expression} as simply as possible; {letters} is positive, so every root and every "
                "power of a power has one meaning.",
                expression=formula(simplified.body),
                letters=listed(letter(full) for full in simplified.positive),
            )
        ],
        approach=[_approach(level)],
        steps=[*_steps(simplified, level), Message("So {result}.", result=whole)],
        check=[Message("A second calculation by another program gives the same exponent.")],
        conclusion=[Message("The simplified form is {answer}.", answer=formula(simplified.answer))],
    )


def _approach(level: Level) -> Message:
    if level is Level.ADVANCED:
        return Message("The laws of exponents hold for every real exponent, since the base is positive.")
    if level is Level.BEGINNER:
        return Message(
            "An exponent counts how often the letter is a factor. So factors joined add their counts, factors "
            "cancelled take theirs away, and a power of a power counts the same several times. Start inside."
        )
    return Message(
        "Work from the inside out: for equal bases, multiplying adds the exponents, dividing subtracts them, "
        "and a power of a power multiplies them."
    )


def _steps(simplified: Simplified, level: Level) -> list[Message]:
    return [_line(rule, before, after) for rule, before, after in simplified.lines[: _MOST_LINES[level]]]


def _line(rule: str, before: Node, after: Node) -> Message:
    result = formula(equals(before, after))
    match rule:
        case "product":
            return Message("Multiplying adds the exponents: {result}.", result=result)
        case "quotient":
            return Message("Dividing subtracts the exponent below: {result}.", result=result)
        case "root":
            return Message("A root divides the exponent: {result}.", result=result)
    return Message("A power of a power multiplies the exponents: {result}.", result=result)
