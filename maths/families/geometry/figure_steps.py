"""A figure worked out on paper: the formula, what is known put in, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.engines.sympy_form import to_sympy
from maths.families.geometry.reasons import REASONS
from maths.families.geometry.shapes import MEASURES, relation
from maths.families.geometry.units import with_unit
from maths.families.isolating import isolated
from maths.families.numbers.arithmetic_steps import calculated
from maths.families.numbers.operands import exact
from maths.families.terms import equals, name, over, replace, times
from maths.families.write import formula, letter, listed, passages, tree
from maths.message import Formula, Message
from maths.tree import Call, Degrees, Name, Power, Product, Quotient, Relation, walk
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.families.geometry.shapes import Shape
    from maths.families.geometry.solving import Found
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_FACTORS = 6


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
        check=[_check(lesson, MEASURES[measure].name)],
        conclusion=[Message("The {name} is {value}.", name=MEASURES[measure].name, value=_concluded(lesson))],
    )


def _check(lesson: Lesson, measured: Message) -> Message:
    if lesson.value.is_Rational:
        found = formula(tree(lesson.value))
        return Message(
            "On a drawing with coordinates the {name} comes out the same: {value}.", name=measured, value=found
        )
    about = _about(lesson.value)
    return Message(
        "On a drawing with coordinates the {name} comes out the same: about {number}.", name=measured, number=about
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
    """What is worked out where the letter stands alone, or what is done to both sides until it does."""
    if not isinstance(put_in, Relation) or put_in.operators != ("=",):
        return []
    left, right = put_in.operands
    if left == name(unknown):
        return _worked_out(right)
    return isolated(put_in, unknown)


def _worked_out(side: Node) -> list[Message]:
    """A number line by line; beside π or a root, its powers and the product of its other factors."""
    if _is_plain(side):
        return calculated(side, Level.BEGINNER)
    powers = [part for part in walk(side) if isinstance(part, Power) and exact(part.base) is not None]
    lines = [line for part in dict.fromkeys(powers) for line in _multiplied(part)]
    numbers = _number_part(side)
    if numbers is not None:
        product = formula(equals(numbers, tree(to_sympy(numbers))))
        lines.append(Message("The numbers alone: {result}.", result=product))
    return lines


def _number_part(side: Node) -> Node | None:
    """`4/3*27` of (4/3)π*27, `6^2*60/360` of π*6^2*60/360; None where there is nothing to work out."""
    above, below = (side.numerator, side.denominator) if isinstance(side, Quotient) else (side, None)
    if not isinstance(above, Product) or (below is not None and not _is_plain(below)):
        return None
    plain = [part for part in above.factors if _is_plain(part)]
    if not plain or len(plain) + (below is not None) == 1 or len(plain) == len(above.factors):
        return None
    return times(*plain) if below is None else over(times(*plain), below)


def _is_plain(node: Node) -> bool:
    return not any(isinstance(part, Name | Call) for part in walk(node))


def _multiplied(part: Power) -> list[Message]:
    count = exact(part.exponent)
    if count is None or count.denominator != 1 or not 1 < count <= _MOST_FACTORS:
        return []
    shown = formula(equals(part, times(*[part.base] * int(count)), tree(to_sympy(part))))
    return [Message("The exponent says how often the number is a factor: {equation}.", equation=shown)]


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
