"""Planes in space worked out with a normal vector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.engines.sympy_form import to_sympy
from maths.families.terms import equals, name, number, root
from maths.families.vectors.vector_steps import cross_lines
from maths.families.write import chain, formula, passages, tree
from maths.message import Message
from maths.tree import Call, Collection, Kind, Quotient
from maths.verdict import Level

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage


def _vector(values: tuple[Fraction, ...]) -> Node:
    return Collection(Kind.TUPLE, tuple(number(value) for value in values))


def teach_plane(
    points: list[tuple[Fraction, ...]], normal: tuple[Fraction, ...], answer: Formula, level: Level
) -> tuple[Passage, ...]:
    steps = []
    if len(points) > 1:
        first, second = (tuple(a - b for a, b in zip(points[i], points[0], strict=True)) for i in (1, 2))
        steps.append(
            Message(
                "Two directions in the plane: {first} and {second}.",
                first=formula(equals(name("u"), _vector(first))),
                second=formula(equals(name("v"), _vector(second))),
            )
        )
        if level is not Level.ADVANCED:
            steps.append(Message("Their cross product is perpendicular to both, so to the plane."))
            u, v = (tuple(number(value) for value in vector) for vector in (first, second))
            steps += cross_lines("u", "v", u, v, level)
    steps.append(
        Message(
            "A normal vector, made as small as possible: {normal}.", normal=formula(equals(name("n"), _vector(normal)))
        )
    )
    steps.append(
        Message("Its components are the coefficients; one point gives the right side: {result}.", result=answer)
    )
    return passages(
        understanding=[Message("We want the equation that exactly the points of the plane satisfy.")],
        approach=[Message("A vector perpendicular to the plane and one point of it are enough.")],
        steps=steps,
        check=[Message("Every given point put into the equation makes it true.")],
        conclusion=[Message("The plane is {result}.", result=answer)],
    )


def teach_distance(point: Node, plane: Node, distance: Node, answer: Formula, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[
            Message("How far is {point} from the plane {plane}?", point=formula(point), plane=formula(plane))
        ],
        approach=[
            Message("Put the point into the equation and divide by the length of the normal vector.")
            if level is Level.ADVANCED
            else Message(
                "The shortest way runs along the normal vector. Bring everything to one side, put the point in, and "
                "divide by the length of the normal vector; the sign does not matter."
            )
        ],
        steps=[
            *_parts(distance, level),
            Message("Put in: {result}.", result=formula(distance)),
            Message("That is {value}.", value=answer),
        ],
        check=[Message("Worked out a second time by another program, the result is the same.")],
        conclusion=[Message("The distance is {value}.", value=answer)],
    )


def _parts(distance: Node, level: Level) -> list[Message]:
    """Numerator and denominator apart."""
    if level is Level.ADVANCED or not isinstance(distance, Quotient):
        return []
    above, below = distance.numerator, distance.denominator
    inside = above.arguments[0] if isinstance(above, Call) else above
    under = below.arguments[0] if isinstance(below, Call) else below
    lines = [Message("The point put in: {result}.", result=chain(inside, tree(to_sympy(inside))))]
    if level is Level.BEGINNER:
        lines.append(Message("Without its sign: {result}.", result=chain(above, tree(to_sympy(above)))))
    length = chain(below, *((root(tree(to_sympy(under))),) if level is Level.BEGINNER else ()), tree(to_sympy(below)))
    return [*lines, Message("The length of the normal vector: {result}.", result=length)]
