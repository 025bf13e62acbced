"""What is asked of vectors, and by which rule it is found, in words."""

from __future__ import annotations

from maths.families.write import formula
from maths.message import Formula, Message
from maths.read import read
from maths.verdict import Level

_ANGLE = Message(
    "The definition of the angle by the inner product; the quotient lies in [-1, 1] by the Cauchy-Schwarz inequality."
)
_GRAM = Message("The norm of the cross product; in the plane the absolute value of a determinant.")
_DETERMINANT = Message("The scalar triple product: the determinant with the three vectors as rows.")
_CROSSWISE = Message(
    "All products crosswise, {example} and so on: they measure the area between the vectors.",
    example=formula(read("u_1*v_2 - u_2*v_1")),
)
_TRIPLE = Message("The cross product of the last two vectors, then the dot product with the first.")
_BESIDE = Message(
    "Take two components of each vector, multiply them crosswise and subtract: that is the area of the parallelogram "
    "as seen along one axis. Do it for every pair of components."
)
_TOWER = Message(
    "The cross product of two of the vectors stands on the area they span; the dot product with the third one measures "
    "how far that one goes up from it."
)
_SPOKEN = {
    (Level.BEGINNER, "norm"): Message(
        "Square every component, add the squares, and take the square root: that is Pythagoras."
    ),
    (Level.BEGINNER, "dot"): Message("Multiply first with first, second with second and so on, and add the products."),
    (Level.BEGINNER, "unit"): Message("Find out how long the vector is, and divide every component by that length."),
    (Level.BEGINNER, "orthogonal"): Message(
        "Two vectors stand at a right angle exactly when their dot product is 0: multiply the components in the same "
        "places and add the products."
    ),
    (Level.BEGINNER, "projection"): Message(
        "Where the shadow of the first vector falls on the line of the second: it is a multiple of the second vector, "
        "and the dot products say how many times it."
    ),
    (Level.BEGINNER, "parallel"): Message(
        "Where one vector is a multiple of the other, all components have the same ratio; then all products crosswise "
        "are equal, and their differences are 0."
    ),
    (Level.BEGINNER, "parallelogram"): _BESIDE,
    (Level.BEGINNER, "triangle"): _BESIDE,
    (Level.BEGINNER, "triple"): _TOWER,
    (Level.BEGINNER, "parallelepiped"): _TOWER,
    (Level.ADVANCED, "norm"): Message("The Euclidean norm."),
    (Level.ADVANCED, "unit"): Message("Normalise: divide by the Euclidean norm."),
    (Level.ADVANCED, "dot"): Message("The standard inner product."),
    (Level.ADVANCED, "cross"): Message("The formal determinant with the unit vectors in its first row."),
    (Level.ADVANCED, "parallel"): Message(
        "The vectors are linearly dependent exactly when all minors of order 2 vanish."
    ),
    (Level.ADVANCED, "orthogonal"): Message("Orthogonal means that the standard inner product vanishes."),
    (Level.ADVANCED, "projection"): Message("Orthogonal projection onto the line that the second vector spans."),
    (Level.ADVANCED, "angle"): _ANGLE,
    (Level.ADVANCED, "cosine"): _ANGLE,
    (Level.ADVANCED, "parallelogram"): _GRAM,
    (Level.ADVANCED, "triangle"): _GRAM,
    (Level.ADVANCED, "triple"): _DETERMINANT,
    (Level.ADVANCED, "parallelepiped"): _DETERMINANT,
    (Level.BEGINNER, "value"): Message(
        "One operation after the other. Vectors are added component by component, and a number in front multiplies "
        "every component."
    ),
}
_FORMULAS = {
    "norm": ("norm(u) = sqrt(u*u)", r"\left\|u\right\|=\sqrt{u\cdot u}"),
    "angle": ("cos(theta) = u*v/(norm(u)*norm(v))", r"\cos\theta=\frac{u\cdot v}{\left\|u\right\|\left\|v\right\|}"),
    "cosine": ("cos(theta) = u*v/(norm(u)*norm(v))", r"\cos\theta=\frac{u\cdot v}{\left\|u\right\|\left\|v\right\|}"),
    "projection": ("(u*v)/(v*v)*v", r"\frac{u\cdot v}{v\cdot v}\,v"),
    "component": ("u*v/norm(v)", r"\frac{u\cdot v}{\left\|v\right\|}"),
    "orthogonal": ("u*v = 0", r"u\cdot v=0"),
}
_USUAL = {
    "dot": Message("The dot product is the sum of the products of the components in the same places."),
    "cross": Message(
        "Each component is made from the two others, crosswise: {example} for the first.",
        example=formula(read("u_2*v_3 - u_3*v_2")),
    ),
    "unit": Message(
        "Divide the vector by its length: {rule}.", rule=Formula("u/norm(u)", r"\frac{u}{\left\|u\right\|}")
    ),
    "parallelogram": _CROSSWISE,
    "triangle": _CROSSWISE,
    "parallel": _CROSSWISE,
    "triple": _TRIPLE,
    "parallelepiped": _TRIPLE,
    "value": Message("Vectors are added and multiplied by numbers component by component."),
}


def approach(kind: str, level: Level) -> Message:
    if (level, kind) in _SPOKEN:
        return _SPOKEN[level, kind]
    if kind in _USUAL:
        return _USUAL[kind]
    return Message("Use {rule}, where {product} is the dot product.",
                   rule=Formula(*_FORMULAS[kind]), product=Formula("u*v", r"u\cdot v"))  # fmt: skip


def understanding(kind: str) -> Message:
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
