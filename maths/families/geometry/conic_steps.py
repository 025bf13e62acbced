"""Circles, parabolas, ellipses and hyperbolas taught: squares completed line by line, then what the form says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families import plans
from maths.families.geometry.conic_forms import (
    added,
    completed,
    plain_square,
    scaled,
    shifted,
    square,
    standard,
    written_out,
)
from maths.families.geometry.points import pair
from maths.families.geometry.solving import tidy
from maths.families.terms import equals, minus, name, number, over, plus, power, root, times
from maths.families.write import formula, letter, listed, passages, tree
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.geometry.conic_forms import Curve
    from maths.families.symbolic import Symbolic
    from maths.tree import Node, Relation
    from maths.verdict import Passage

_WANTED = {
    "vertex": Message("Wanted: the vertex."),
    "axis": Message("Wanted: the axis of symmetry."),
    "focus": Message("Wanted: the focus."),
    "directrix": Message("Wanted: the directrix."),
    "center": Message("Wanted: the centre."),
    "radius": Message("Wanted: the radius."),
    "foci": Message("Wanted: the foci."),
    "eccentricity": Message("Wanted: the eccentricity."),
    "major": Message("Wanted: the length of the longer axis."),
    "minor": Message("Wanted: the length of the shorter axis."),
}
_ANY = Message("Wanted: what its equation says about it.")
_WITH_FOCI = frozenset({"foci", "focal distance", "eccentricity"})
_WITH_B = frozenset({"minor", "area"})


@dataclass(frozen=True, slots=True)
class Told:
    """A curve as it was given, in its completed form, and what was asked of it."""

    equation: Relation
    curve: Curve
    wanted: tuple[str, ...]
    answer: Node
    divisor: Symbolic = 1

    def passages(self, given: Message, approach: Message, steps: list[Message], check: Message) -> tuple[Passage, ...]:
        wanted = _WANTED.get(self.wanted[0], _ANY) if len(self.wanted) == 1 else _ANY
        return passages(
            understanding=[given, wanted],
            approach=[approach],
            steps=steps,
            check=[check],
            conclusion=[Message("The result is {value}.", value=formula(self.answer))],
        )


def _completing(told: Told, level: Level) -> list[Message]:
    """From the equation as given to squares on the left and a number on the right."""
    curve, goal = told.curve, completed(told.curve)
    if formula(goal) == formula(told.equation) or curve.is_centred:
        return []
    if level is Level.ADVANCED:
        return [Message("Completed squares: {result}.", result=formula(goal))]
    lines: list[Message] = []
    if told.divisor != 1:
        lines.append(Message("Divide both sides by {number}.", number=formula(tree(told.divisor))))
    grouped = written_out(curve, factored=False)
    if formula(grouped) != formula(told.equation):
        lines.append(Message("The terms in x together, those in y together, the number on the right: {result}.",
                             result=formula(grouped)))  # fmt: skip
    taken = written_out(curve, factored=True)
    if any(coefficient != 1 and middle != 0 for coefficient, _, middle in curve.letters):
        lines.append(Message("Take out the factor before each square: {result}.", result=formula(taken)))
    for _, full, middle in curve.letters:
        if middle != 0:
            lines += _one_square(full, middle, level)
    balance = [taken.operands[1], *(scaled(c, tree(m**2)) for c, _, m in curve.letters if m != 0)]
    if level is Level.BEGINNER:
        lines.append(Message("Bring the numbers that are left over to the right: {result}.",
                             result=formula(equals(added(balance), tree(curve.right)))))  # fmt: skip
    return [*lines, Message("So the equation is {result}.", result=formula(goal))]


def _one_square(full: str, middle: Symbolic, level: Level) -> list[Message]:
    before, half = -2 * middle, -middle
    result = formula(equals(plain_square(full, middle), minus(power(shifted(full, middle), 2), tree(middle**2))))
    if level is Level.BEGINNER:
        return [Message("Half of {number} is {half}, and its square is {square}. So {result}.",
                        number=formula(tree(before)), half=formula(tree(half)), square=formula(tree(half**2)),
                        result=result)]  # fmt: skip
    return [Message("Complete the square: {result}.", result=result)]


# Circle


def circle(told: Told, level: Level) -> tuple[Passage, ...]:
    curve = told.curve
    h, k = curve.centre
    lines = _completing(told, level)
    read_off = listed([formula(equals(name("h"), tree(h))), formula(equals(name("k"), tree(k))),
                       formula(equals(power(name("r"), 2), tree(curve.right)))])  # fmt: skip
    rule = formula(equals(plus(power(minus(name("x"), name("h")), 2), power(minus(name("y"), name("k")), 2)),
                          power(name("r"), 2)))  # fmt: skip
    if level is not Level.ADVANCED:
        lines.append(Message("Compare with {rule}: {values}.", rule=rule, values=read_off))
    if {"center", "x", "y"} & set(told.wanted):
        lines.append(Message("The centre is {centre}.", centre=formula(pair(curve.centre))))
    radius = tidy(sympy.sqrt(curve.right))
    if set(told.wanted) - {"center", "x", "y", "radius squared"}:
        found = formula(equals(name("r"), root(tree(curve.right)), tree(radius)))
        lines.append(
            Message("A radius is a length, so only the positive root counts: {result}.", result=found)
            if level is Level.BEGINNER
            else Message("The radius is {result}.", result=found)
        )
    lines += [line for part in told.wanted for line in _of_radius(part, radius)]
    return told.passages(
        Message("Given is the circle {equation}.", equation=formula(told.equation)),
        _approach(level, plans.CIRCLE.plan, plans.CIRCLE.theorem, rule),
        lines,
        Message("Points at that distance from the centre, put into the equation, satisfy it."),
    )


def _of_radius(part: str, radius: Symbolic) -> list[Message]:
    r, pi = tree(radius), tree(sympy.pi)
    value = {
        "diameter": (times(number(2), r), 2 * radius),
        "area": (times(pi, power(r, 2)), sympy.pi * tidy(radius**2)),
        "circumference": (times(number(2), pi, r), 2 * sympy.pi * radius),
    }.get(part)
    if value is None:
        return []
    result = formula(equals(value[0], tree(value[1])))
    return [
        {
            "diameter": Message("The diameter is twice the radius: {result}.", result=result),
            "area": Message("The area is π times the radius squared: {result}.", result=result),
            "circumference": Message("The circumference is 2π times the radius: {result}.", result=result),
        }[part]
    ]


def _approach(level: Level, plan: Message | None, theorem: Message | None, rule: object) -> Message:
    if level is Level.BEGINNER and plan is not None:
        return plan
    if level is Level.ADVANCED and theorem is not None:
        return theorem
    return Message("Use {formulas}.", formulas=rule)  # type: ignore[arg-type]


# Parabola


def parabola(told: Told, level: Level) -> tuple[Passage, ...]:
    curve = told.curve
    upright = curve.q == 0
    h, k = curve.centre
    along, across = ("x", "y") if upright else ("y", "x")
    middle, height = (h, k) if upright else (k, h)
    stretch = tidy(-(curve.p if upright else curve.q) / curve.linear)
    whole = equals(name(across), added([square(stretch, along, middle), *([tree(height)] if height != 0 else [])]))
    lines = _vertex_form(told, level, (along, across), (middle, height), stretch, whole)
    if told.wanted[0] in {"vertex", "focus", "directrix"} or level is not Level.ADVANCED:
        lines.append(Message("The vertex is {vertex}.", vertex=formula(pair((h, k)))))
    if told.wanted[0] == "axis":
        lines.append(Message("The curve is the same on both sides of the line through the vertex: {axis}.",
                             axis=formula(told.answer)))  # fmt: skip
    if told.wanted[0] in {"focus", "directrix"}:
        lines += _focus(told, stretch, upright=upright)
    rule = formula(equals(name(across), plus(times(name("a"), power(minus(name(along), name("h")), 2)), name("k"))))
    return told.passages(
        Message("Given is the parabola {equation}.", equation=formula(told.equation)),
        _approach(level, plans.PARABOLA.plan, plans.PARABOLA.theorem, rule),
        lines,
        Message("Points of the parabola are equally far from its focus and its directrix."),
    )


def _vertex_form(  # noqa: PLR0913, PLR0917 - a parabola, whichever way it opens
    told: Told, level: Level, letters: tuple[str, str], places: tuple[Symbolic, Symbolic], stretch: Symbolic,
    whole: Relation,
) -> list[Message]:  # fmt: skip
    (along, across), (middle, height) = letters, places
    if level is Level.ADVANCED:
        same = formula(whole) == formula(told.equation)
        return [] if same else [Message("Vertex form: {result}.", result=formula(whole))]
    rest = height + stretch * middle**2
    terms = [scaled(stretch, power(name(along), 2))]
    terms += [scaled(-2 * stretch * middle, name(along))] if middle != 0 else []
    terms += [tree(rest)] if rest != 0 else []
    plain = equals(name(across), added(terms))
    lines: list[Message] = []
    if formula(plain) != formula(told.equation):
        lines.append(Message("Solve for {letter}: {result}.", letter=letter(across), result=formula(plain)))
    if middle == 0:
        return lines
    if stretch != 1:
        taken = [scaled(stretch, plain_square(along, middle)), *([tree(rest)] if rest != 0 else [])]
        lines.append(Message("Take out the factor before the square: {result}.",
                             result=formula(equals(name(across), added(taken)))))  # fmt: skip
    lines += _one_square(along, middle, level)
    if level is Level.BEGINNER:
        inside = minus(power(shifted(along, middle), 2), tree(middle**2))
        put_in = equals(name(across), added([scaled(stretch, inside), *([tree(rest)] if rest != 0 else [])]))
        lines.append(Message("Put that in: {result}.", result=formula(put_in)))
    lines.append(Message("So the equation is {result}.", result=formula(whole)))
    return lines


def _focus(told: Told, stretch: Symbolic, *, upright: bool) -> list[Message]:
    reach = tidy(1 / (4 * stretch))
    distance = equals(over(number(1), times(number(4), tree(abs(stretch)))), tree(abs(reach)))
    opens = {
        (True, True): Message("It opens upwards."),
        (True, False): Message("It opens downwards."),
        (False, True): Message("It opens to the right."),
        (False, False): Message("It opens to the left."),
    }[upright, bool(stretch.is_positive)]
    lines = [
        Message("Here a = {stretch}. {opens}", stretch=formula(tree(stretch)), opens=opens),
        Message("Focus and directrix are equally far from the vertex: {distance}.", distance=formula(distance)),
    ]
    if told.wanted[0] == "focus":
        return [*lines, Message("The focus lies inside the curve, so it is {focus}.", focus=formula(told.answer))]
    return [*lines, Message("The directrix lies on the other side of the vertex, so it is {line}.",
                            line=formula(told.answer))]  # fmt: skip


# Ellipse and hyperbola


def conic(told: Told, level: Level) -> tuple[Passage, ...]:
    curve = told.curve
    wide, high = tidy(curve.right / curve.p), tidy(curve.right / curve.q)
    ellipse = bool(wide.is_positive and high.is_positive)
    level_axis = bool(wide > high)
    square_a, square_b = (wide, abs(high)) if level_axis else (high, abs(wide))
    lines = _completing(told, level)
    form = standard(curve)
    if formula(form) != formula(told.equation):
        if curve.right == 1:
            lines.append(Message("In standard form: {result}.", result=formula(form)))
        else:
            lines.append(Message("Divide both sides by {number}, so that 1 stands on the right: {result}.",
                                 number=formula(tree(curve.right)), result=formula(form)))  # fmt: skip
    if level is not Level.ADVANCED or told.wanted[0] == "center":
        lines.append(Message("The centre is {centre}.", centre=formula(pair(curve.centre))))
    if told.wanted[0] != "center":
        lines += _axes(told, level, (square_a, square_b), ellipse=ellipse, level_axis=level_axis)
    sign = minus if ellipse else plus
    rule = formula(equals(power(name("c"), 2), sign(power(name("a"), 2), power(name("b"), 2))))
    approach = (
        Message("Bring it to squares on the left and 1 on the right; then centre and half axes can be read off.")
        if level is Level.INTERMEDIATE and told.wanted[0] not in _WITH_FOCI
        else _approach(level, plans.CONIC.plan, plans.CONIC.theorem, rule)
    )
    return told.passages(
        Message("Given is the curve {equation}.", equation=formula(told.equation)),
        approach,
        lines,
        Message("For points of the curve the distances from the foci have the same sum or difference 2a."),
    )


def _axes(
    told: Told, level: Level, squares: tuple[Symbolic, Symbolic], *, ellipse: bool, level_axis: bool
) -> list[Message]:
    square_a, square_b = squares
    a, b = (tidy(sympy.sqrt(value)) for value in squares)
    both = listed([formula(equals(power(name("a"), 2), tree(square_a))),
                   formula(equals(power(name("b"), 2), tree(square_b)))])  # fmt: skip
    along = letter("x" if level_axis else "y")
    lines: list[Message] = []
    if ellipse:
        lines.append(Message("The larger number below belongs to the longer axis, in the direction of {letter}: "
                             "{values}.", letter=along, values=both))  # fmt: skip
    else:
        lines.append(Message("The square with the plus sign shows which way it opens, in the direction of {letter}; "
                             "below it stands a²: {values}.", letter=along, values=both))  # fmt: skip
    wanted = told.wanted[0]
    halves = [formula(equals(name("a"), root(tree(square_a)), tree(a)))]
    halves += [formula(equals(name("b"), root(tree(square_b)), tree(b)))] if wanted in _WITH_B else []
    if len(halves) > 1:
        lines.append(Message("The half axes: {values}.", values=listed(halves)))
    elif level is Level.BEGINNER:
        lines.append(Message("A half axis is a length, so only the positive root counts: {values}.", values=halves[0]))
    else:
        lines.append(Message("The half axis: {values}.", values=halves[0]))
    if wanted in _WITH_FOCI:
        inside = square_a - square_b if ellipse else square_a + square_b
        shown = minus(tree(square_a), tree(square_b)) if ellipse else plus(tree(square_a), tree(square_b))
        result = listed([formula(equals(power(name("c"), 2), shown, tree(inside))),
                         formula(equals(name("c"), tree(tidy(sympy.sqrt(inside)))))])  # fmt: skip
        lines.append(
            Message("For the distance c of a focus from the centre c² = a² - b²: {result}.", result=result)
            if ellipse
            else Message("For the distance c of a focus from the centre c² = a² + b²: {result}.", result=result)
        )
    return lines + _answer(told, a, b)


def _answer(told: Told, a: Symbolic, b: Symbolic) -> list[Message]:  # noqa: PLR0911 - one line a wish
    """The last line: what was asked, from a, b and c."""
    value = told.answer
    match told.wanted[0]:
        case "foci":
            return [Message("From the centre go c both ways along this axis: {result}.", result=formula(value))]
        case "vertices":
            return [Message("From the centre go a both ways along this axis: {result}.", result=formula(value))]
        case "major" | "transverse" | "distance sum":
            result = formula(equals(times(number(2), tree(a)), value))
            return [Message("It is twice the half axis a: {result}.", result=result)]
        case "minor":
            result = formula(equals(times(number(2), tree(b)), value))
            return [Message("It is twice the half axis b: {result}.", result=result)]
        case "area":
            return [Message("The area of an ellipse is πab: {result}.", result=formula(value))]
        case "eccentricity":
            return [Message("The eccentricity is c/a: {result}.", result=formula(value))]
        case "focal distance":
            return [Message("The foci are 2c apart: {result}.", result=formula(value))]
    return []
