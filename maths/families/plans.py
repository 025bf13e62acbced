"""What a beginner is told before a calculation with coordinates, and what an advanced reader hears instead."""

from __future__ import annotations

from typing import NamedTuple

from maths.message import Message


class Plan(NamedTuple):
    """`plan` and `theorem` of a lesson."""

    plan: Message
    theorem: Message


DISTANCE = Plan(
    Message("Draw the way from one point to the other: so far to the right, so far up. With them it makes a triangle."),
    Message("The Euclidean norm of the difference vector."),
)
MIDDLE = Plan(
    Message("The middle is equally far along from every point: take the average of each coordinate on its own."),
    Message("The centroid is the arithmetic mean of the position vectors."),
)
OTHER_END = Plan(
    Message("From the known end to the middle it is half the way: go the same way once more."),
    Message("Point reflection in the middle: Q = 2M − P."),
)
POLYGON = Plan(
    Message("Go around the polygon from corner to corner, work out one piece for each side, and put them together."),
    Message("Sum over the sides: the shoelace formula for the area, Euclidean norms for the perimeter."),
)
REFLECTION = Plan(
    Message("The mirror image lies on the other side of the mirror, just as far away, straight across."),
    Message("A reflection is the isometry that fixes the mirror and turns its normals around."),
)
TURN = Plan(
    Message("Turning moves the point on a circle around the origin: only the direction changes, not the distance."),
    Message("Multiply by the rotation matrix."),
)
DIVISION = Plan(
    Message("The point lies on the way from one end to the other: work out each coordinate on its own."),
    Message("An affine combination of the ends with the ratio as weights."),
)
COORDINATES = Plan(
    Message("Both ways say where the same point is: one by a distance and a direction, the other by steps along axes."),
    Message("The transformation formulas of the coordinate systems."),
)
SLOPE = Plan(
    Message("Look how far it goes up between the points, and how far to the right. Then share the one by the other."),
    Message("The difference quotient of the two points."),
)
OF_LINE = Plan(
    Message("Everything about a line is in its equation: bring it to the form in which it can be read off."),
    Message("Read off from the coefficients of the linear equation."),
)
UPRIGHT = Plan(
    Message("Look at the coordinates of both points first: do they share one?"),
    Message("A line parallel to the y-axis has no slope."),
)
LINE = Plan(
    Message("First find how steep the line is. Then find where it starts, so that it goes through the point."),
    Message("Slope-intercept form; a line is determined by a point and a direction."),
)
TO_LINE = Plan(
    Message("The shortest way from a point to a line meets it at a right angle. A formula gives its length."),
    Message("Hesse normal form."),
)
CIRCLE = Plan(
    Message("Write the equation so that two squares stand in it: then centre and radius are plain to see."),
    Message("Complete the squares."),
)
CIRCLE_EQUATION = Plan(
    Message("All points of a circle are equally far from its centre: say just that as an equation."),
    Message("The circle as a level set of the distance from its centre."),
)
PARABOLA = Plan(
    Message("Write the equation so that one square stands in it: then the vertex is plain to see."),
    Message("Vertex form by completing the square; focus and directrix lie 1/(4a) from the vertex."),
)
CONIC = Plan(
    Message("Write the equation with squares and a 1 on the right: then centre and half axes are plain to see."),
    Message("Bring the quadric to its principal axes."),
)
ANGLE = Plan(
    Message("Say first how much all the angles make together. Then take away the ones that are known."),
    Message("The angle sum in the Euclidean plane."),
)
TRIANGLE = Plan(
    Message("Put the triangle on paper, mark what is known, and find one piece after the other."),
    Message("By congruence the data determine the triangle; laws of sines and cosines."),
)
HANDS = Plan(
    Message("Find how far each hand has turned since 12 o'clock. The angle between them is the difference."),
    Message("Uniform rotation: compare the phases of both hands modulo 360°."),
)
ONE_HAND = Plan(
    Message("Find how far the hand turns in one minute, and take that as often as there are minutes."),
    Message("Uniform rotation: angle = angular velocity times time."),
)
