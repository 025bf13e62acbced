"""Questions about vectors worked out by components."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.terms import equals, minus, name, plus, power, times
from maths.families.vectors.components import cross, dot, norm
from maths.families.write import formula, listed, passages
from maths.message import Message
from maths.read import read
from maths.tree import Collection, Kind
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_LETTERS = "uvw"


_DOT = Message("A dot between two vectors means: multiply the components in the same places, and add the products.")


def teach(
    kind: str,
    vectors: tuple[tuple[Node, ...], ...],
    written: tuple[Node, ...] | Node,
    answer: Formula,
    level: Level,
) -> tuple[Passage, ...]:
    result = formula(Collection(Kind.TUPLE, written)) if isinstance(written, tuple) else formula(written)
    steps = [*_given(vectors), *_parts(kind, vectors, level)]
    if kind == "angle":
        steps.append(Message("The cosine of the angle is {result}.", result=result))
        steps.append(Message("The angle with that cosine is {value}.", value=answer))
    elif kind == "dot":
        steps.append(Message("That gives {value}.", value=answer))
    elif kind not in {"orthogonal", "parallel"}:
        if kind == "value" and level is Level.BEGINNER and not isinstance(written, tuple):
            steps.append(_DOT)
        if result.typed != answer.typed:
            steps.append(Message("Put in: {result}.", result=result))
            steps.append(Message("That is {value}.", value=answer))
        else:
            steps.append(Message("Put together: {result}.", result=result))
    else:
        steps.append(Message("That gives {value}.", value=result))
    return passages(
        understanding=[_understanding(kind)],
        approach=[_approach(kind, level)],
        steps=steps,
        check=[Message("Worked out a second time by another program, the result is the same.")],
        conclusion=[_conclusion(kind, answer)],
    )


def _given(vectors: tuple[tuple[Node, ...], ...]) -> list[Message]:
    if not vectors:
        return []
    named = listed(
        formula(equals(name(letter), Collection(Kind.TUPLE, vector)))
        for letter, vector in zip(_LETTERS, vectors, strict=False)
    )
    return [Message("Given: {result}.", result=named)]


def _parts(kind: str, vectors: tuple[tuple[Node, ...], ...], level: Level) -> list[Message]:
    """The dot product and the lengths first, where the formula needs them."""
    lines = _by_hand(kind, vectors) if level is Level.BEGINNER or kind == "dot" else []
    if level is Level.ADVANCED or kind not in {"angle", "cosine", "projection", "component"}:
        return lines
    u, v = vectors
    lines += [Message("The dot product is {result}.", result=formula(dot(u, v)))]
    if kind in {"angle", "cosine"}:
        lengths = listed(formula(norm(vector)) for vector in vectors)
        lines.append(Message("The lengths are {values}.", values=lengths))
    elif kind == "projection":
        lines.append(Message("The second vector times itself is {result}.", result=formula(dot(v, v))))
    else:
        lines.append(Message("The length of the second vector is {result}.", result=formula(norm(v))))
    return lines


def _by_hand(kind: str, vectors: tuple[tuple[Node, ...], ...]) -> list[Message]:
    """Every product written out."""
    if kind in {"dot", "orthogonal", "angle", "cosine", "projection", "component"}:
        u, v = vectors
        written = plus(*(times(a, b) for a, b in zip(u, v, strict=True)))
        return [Message("Component by component: {result}.", result=formula(equals(written, dot(u, v))))]
    if kind == "norm":
        squares = plus(*(power(entry, 2) for entry in vectors[0]))
        return [Message("The squares of the components, added: {result}.", result=formula(squares))]
    if kind == "cross":
        (a, b, c), (d, e, f) = vectors
        pairs = ((b, f, c, e), (c, d, a, f), (a, e, b, d))
        return [
            Message(
                "Component {number}: {result}.",
                number=place,
                result=formula(equals(minus(times(p, q), times(r, s)), found)),
            )
            for place, ((p, q, r, s), found) in enumerate(zip(pairs, cross(*vectors), strict=True), 1)
        ]
    return []


def _understanding(kind: str) -> Message:
    return {
        "value": Message("Work out the formula of vectors."),
        "norm": Message("How long is the vector?"),
        "unit": Message("We want the vector of length 1 in the same direction."),
        "dot": Message("We want the dot product, a number."),
        "cross": Message("We want the cross product, a vector perpendicular to both."),
        "angle": Message("We want the angle between the two vectors."),
        "cosine": Message("We want the cosine of the angle between the two vectors."),
        "projection": Message("We want the part of the first vector in the direction of the second, as a vector."),
        "component": Message("We want how far the first vector reaches in the direction of the second."),
        "orthogonal": Message("Is there a right angle between the two vectors?"),
        "parallel": Message("Is one of the two vectors a multiple of the other?"),
        "parallelogram": Message("We want the area of the parallelogram that the two vectors span."),
        "triangle": Message("We want the area of the triangle that the two vectors span."),
        "triple": Message("We want the scalar triple product."),
        "parallelepiped": Message("We want the volume of the parallelepiped that the three vectors span."),
    }[kind]


_SPOKEN = {
    (Level.BEGINNER, "norm"): Message(
        "Square every component, add the squares, and take the square root: that is Pythagoras."
    ),
    (Level.BEGINNER, "dot"): Message("Multiply first with first, second with second and so on, and add the products."),
    (Level.ADVANCED, "norm"): Message("The Euclidean norm."),
    (Level.ADVANCED, "dot"): Message("The standard inner product."),
    (Level.ADVANCED, "cross"): Message("The formal determinant with the unit vectors in its first row."),
}


def _approach(kind: str, level: Level) -> Message:
    if (level, kind) in _SPOKEN:
        return _SPOKEN[level, kind]
    formulas = {
        "norm": "sqrt(u*u)",
        "unit": "u/norm(u)",
        "angle": "cos(theta) = u*v/(norm(u)*norm(v))",
        "cosine": "cos(theta) = u*v/(norm(u)*norm(v))",
        "projection": "(u*v)/(v*v)*v",
        "component": "u*v/norm(v)",
        "orthogonal": "u*v = 0",
    }
    if kind in formulas:
        return Message("Use {rule}, where {product} is the dot product.",
                       rule=formula(read(formulas[kind])), product=formula(read("u*v")))  # fmt: skip
    if kind in {"parallelogram", "triangle", "parallel"}:
        return Message("All products crosswise, {example} and so on: they measure the area between the vectors.",
                       example=formula(read("u_1*v_2 - u_2*v_1")))  # fmt: skip
    if kind in {"triple", "parallelepiped"}:
        return Message("The cross product of the last two vectors, then the dot product with the first.")
    if kind == "cross":
        return Message("Each component is made from the two others, crosswise: {example} for the first.",
                       example=formula(read("u_2*v_3 - u_3*v_2")))  # fmt: skip
    return Message("Vectors are added and multiplied by numbers component by component.")


def _conclusion(kind: str, answer: Formula) -> Message:  # noqa: PLR0911 - one line a question
    if kind == "orthogonal":
        if answer.typed == "True":
            return Message("The dot product is 0, so the vectors are perpendicular.")
        return Message("The dot product is not 0, so the vectors are not perpendicular.")
    if kind == "parallel":
        if answer.typed == "True":
            return Message("One vector is a multiple of the other: they are parallel.")
        return Message("No vector is a multiple of the other: they are not parallel.")
    if kind == "angle":
        return Message("The angle is {value}.", value=answer)
    if kind == "norm":
        return Message("The length is {value}.", value=answer)
    return Message("The result is {result}.", result=answer)
