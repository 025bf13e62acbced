"""A figure worked out on paper: the formula, what is known put in, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.geometry.reasons import REASONS
from maths.families.geometry.shapes import MEASURES, relation
from maths.families.geometry.units import with_unit
from maths.families.isolating import isolated
from maths.families.terms import equals, name, replace
from maths.families.write import formula, letter, listed, passages, tree
from maths.message import Formula, Message
from maths.tree import Call, Degrees, Name, Relation, walk
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.families.geometry.shapes import Shape
    from maths.families.geometry.solving import Found
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Lesson:
    shape: Shape
    given: Mapping[str, str]
    known: Mapping[str, Symbolic]
    found: tuple[Found, ...]
    letter: str
    value: Symbolic
    unit: str
    shown: Formula
    rounded: bool


def teach(lesson: Lesson, level: Level) -> tuple[Passage, ...]:
    measure = lesson.shape.measure(lesson.letter)
    known = listed(_assigned(lesson, own) for own in lesson.given.values())
    understanding = [
        Message("Given: {shape} with {known}.", shape=lesson.shape.name, known=known),
        Message("Wanted: {name} ({letter}).", name=MEASURES[measure].name, letter=letter(lesson.letter)),
    ]
    if level is Level.BEGINNER:
        understanding += _legend(lesson)
    return passages(
        understanding=understanding,
        approach=[_approach(lesson, level)],
        steps=_lines(lesson, level),
        check=[
            Message(
                "On a drawing with coordinates the {name} comes out the same: about {number}.",
                name=MEASURES[measure].name,
                number=_about(lesson.value),
            )
        ],
        conclusion=[Message("The {name} is {value}.", name=MEASURES[measure].name, value=_concluded(lesson))],
    )


def _concluded(lesson: Lesson) -> Formula:
    """An angle with its sign of degrees; anything else as it is answered."""
    if MEASURES[lesson.shape.measure(lesson.letter)].dimension:
        return lesson.shown
    return Formula(f"{lesson.shown.typed}°", rf"{lesson.shown.latex}^{{\circ}}")


def _legend(lesson: Lesson) -> list[Message]:
    letters = dict.fromkeys([*lesson.given.values(), *(step.letter for step in lesson.found)])
    return [
        Message("{letter} stands for: {name}.", letter=letter(own), name=MEASURES[lesson.shape.measure(own)].name)
        for own in letters
    ]


def _approach(lesson: Lesson, level: Level) -> Message:
    if level is Level.BEGINNER:
        return Message(
            "Find a formula in which everything is known but one letter, put the numbers in, and work it out."
        )
    formulas = listed(formula(relation(step.formula)[0]) for step in lesson.found)
    if not lesson.found:
        return Message("It is given already.")
    return Message("Use {formulas}.", formulas=formulas)


def _lines(lesson: Lesson, level: Level) -> list[Message]:
    known = dict(lesson.known)
    lines: list[Message] = []
    for step in lesson.found:
        node = relation(step.formula)[0]
        put_in_node = _put_in(lesson.shape, node, known, step.letter)
        put_in = formula(put_in_node)
        result = _result(lesson, step)
        if level is not Level.ADVANCED and step.formula in REASONS:
            lines.append(REASONS[step.formula])
        if level is Level.BEGINNER:
            lines += [
                Message("As a formula: {formula}.", formula=formula(node)),
                Message("Put in the numbers: {formula}.", formula=put_in),
                *_between(put_in_node, step.letter),
                Message("So {result}.", result=result),
            ]
        elif level is Level.INTERMEDIATE:
            lines.append(Message("{formula} gives {result}.", formula=put_in, result=result))
        else:
            lines.append(Message("{formula} gives {result}.", formula=formula(node), result=result))
        known[step.letter] = step.value
    if lesson.rounded:
        lines.append(Message("Rounded: {value}.", value=lesson.shown))
    return lines or [Message("Nothing is left to work out.")]


def _between(put_in: Node, unknown: str) -> list[Message]:
    """What is done to both sides until the letter stands alone."""
    return isolated(put_in, unknown) if isinstance(put_in, Relation) and put_in.operators == ("=",) else []


def _result(lesson: Lesson, step: Found) -> Formula:
    if MEASURES[lesson.shape.measure(step.letter)].dimension == 0:
        return formula(equals(name(step.letter), Degrees(tree(step.value))))
    plain = formula(equals(name(step.letter), tree(step.value)))
    return with_unit(plain, lesson.unit, MEASURES[lesson.shape.measure(step.letter)].dimension)


def _assigned(lesson: Lesson, own: str) -> Formula:
    plain = formula(equals(name(own), tree(lesson.known[own])))
    dimension = MEASURES[lesson.shape.measure(own)].dimension
    if dimension == 0:
        return formula(equals(name(own), Degrees(tree(lesson.known[own]))))
    return with_unit(plain, lesson.unit, dimension)


def _put_in(shape: Shape, node: Relation, known: Mapping[str, Symbolic], unknown: str) -> Node:
    trigonometric = any(isinstance(part, Call) and part.function in {"sin", "cos"} for part in walk(node))
    values: dict[str, Node] = {}
    for part in walk(node):
        if isinstance(part, Name) and part.full in known and part.full != unknown:
            value = tree(known[part.full])
            is_angle = MEASURES[shape.measure(part.full)].dimension == 0
            values[part.full] = Degrees(value) if trigonometric and is_angle else value
    return replace(node, values)


def _about(value: Symbolic) -> Formula:
    digits = f"{float(value):.3f}".rstrip("0").rstrip(".") or "0"
    return Formula(digits, digits)
