"""How problems about figures and solids are worded: what is asked, of which figure, and what is given of it.

The answers are the makers' own: exact lengths are written here by whole numbers and square roots alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from maths.generating.exercise import Made
from maths.generating.writing import number, shown, term
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw
    from maths.message import Argument

Size: TypeAlias = "Message | str | Fraction | int"


def size(value: Size) -> Argument:
    """A number, or a formula that stands for one, as it is put into a sentence."""
    return value if isinstance(value, Message) else shown(value if isinstance(value, str) else number(value))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of length, and its square and cube."""

    name: str

    def of(self, value: Fraction | int, power: int = 1) -> Message:
        return Message("{size} {unit}", size=shown(number(value)), unit=self.name + _POWERS[power])


_POWERS = {1: "", 2: "²", 3: "³"}


def unit(draw: Draw) -> Unit:
    return Unit(draw.one_of(["mm", "cm", "m"]))


def degrees(value: int) -> Argument:
    return shown(f"{value}°")


def both(first: Message, second: Message) -> Message:
    return Message("{one} and {other}", one=first, other=second)


def three(first: Message, second: Message, third: Message) -> Message:
    return Message("{first}, {second} and {third}", first=first, second=second, third=third)


def measured(  # noqa: PLR0913 - what a question about a figure consists of
    draw: Draw, asked: Message, figure: Message, given: Message, answer: Fraction | int | str, *, unit: str = ""
) -> Made:
    """What is asked of a figure with what is given, in one of two wordings."""
    find = Message("Find {asked} of {figure} with {given}.", asked=asked, figure=figure, given=given)
    what = Message("What is {asked} of {figure} with {given}?", asked=asked, figure=figure, given=given)
    typed = answer if isinstance(answer, str) else number(answer)
    return Made(draw.one_of([find, what]), typed, unit=unit)


def surd(inside: Fraction | int, outside: Fraction | int = 1) -> str:
    """`outside * sqrt(inside)` with all squares taken out of the root, as it is typed."""
    square = Fraction(inside)
    whole, factor = square.numerator * square.denominator, Fraction(outside) / square.denominator
    divisor = max(d for d in range(1, int(whole**0.5) + 2) if whole % (d * d) == 0)
    rest, factor = whole // (divisor * divisor), factor * divisor
    return number(factor) if rest == 1 else term(factor, f"sqrt({rest})")


def times_pi(factor: Fraction | int) -> str:
    return term(factor, "pi")


# what is asked

THE_AREA = Message("the area")
THE_PERIMETER = Message("the perimeter")
THE_SIDE = Message("the side length")
THE_WIDTH = Message("the width")
THE_HEIGHT = Message("the height")
THE_DIAGONAL = Message("the diagonal")
THE_HYPOTENUSE = Message("the hypotenuse")
THE_OTHER_LEG = Message("the other leg")
THE_THIRD_SIDE = Message("the third side")
THE_ALTITUDE = Message("the altitude to the hypotenuse")
THE_RADIUS = Message("the radius")
THE_DIAMETER = Message("the diameter")
THE_CIRCUMFERENCE = Message("the circumference")
THE_ARC = Message("the arc length")
THE_CENTRAL_ANGLE = Message("the central angle")
THE_INRADIUS = Message("the radius of the inscribed circle")
THE_CIRCUMRADIUS = Message("the radius of the circumscribed circle")
THE_INCIRCLE_AREA = Message("the area of the inscribed circle")
THE_CIRCUMCIRCLE_AREA = Message("the area of the circumscribed circle")
THE_VOLUME = Message("the volume")
THE_SURFACE = Message("the total surface area")
THE_LATERAL = Message("the lateral surface area")
THE_SLANT = Message("the slant height")
THE_BASE_RADIUS = Message("the base radius")
THE_EDGES = Message("the sum of the lengths of the edges")
THE_EDGE = Message("the edge length")

# of which figure

A_SQUARE = Message("a square")
A_RECTANGLE = Message("a rectangle")
A_PARALLELOGRAM = Message("a parallelogram")
A_RHOMBUS = Message("a rhombus")
A_TRAPEZOID = Message("a trapezoid")
A_TRIANGLE = Message("a triangle")
AN_EQUILATERAL_TRIANGLE = Message("an equilateral triangle")
AN_ISOSCELES_TRIANGLE = Message("an isosceles triangle")
A_RIGHT_TRIANGLE = Message("a right triangle")
AN_ISOSCELES_RIGHT_TRIANGLE = Message("an isosceles right triangle")
A_PENTAGON = Message("a regular pentagon")
A_HEXAGON = Message("a regular hexagon")
AN_OCTAGON = Message("a regular octagon")
A_CIRCLE = Message("a circle")
A_SEMICIRCLE = Message("a semicircle")
A_SECTOR = Message("a sector of a circle")
A_CUBE = Message("a cube")
A_BOX = Message("a rectangular box")
A_CYLINDER = Message("a cylinder")
A_CONE = Message("a cone")
A_SPHERE = Message("a sphere")
A_HEMISPHERE = Message("a hemisphere")
A_SQUARE_PYRAMID = Message("a square pyramid")
A_PYRAMID = Message("a pyramid")
A_PRISM = Message("a prism")
A_TETRAHEDRON = Message("a regular tetrahedron")


# what is given


def side(value: Size) -> Message:
    return Message("side {size}", size=size(value))


def length(value: Size) -> Message:
    return Message("length {size}", size=size(value))


def width(value: Size) -> Message:
    return Message("width {size}", size=size(value))


def base(value: Size) -> Message:
    return Message("base {size}", size=size(value))


def height(value: Size) -> Message:
    return Message("height {size}", size=size(value))


def perimeter(value: Size) -> Message:
    return Message("perimeter {size}", size=size(value))


def area(value: Size) -> Message:
    return Message("area {size}", size=size(value))


def diagonal(value: Size) -> Message:
    return Message("diagonal {size}", size=size(value))


def diagonals(first: Size, second: Size) -> Message:
    return Message("diagonals {first} and {second}", first=size(first), second=size(second))


def bases(first: Size, second: Size) -> Message:
    return Message("bases {first} and {second}", first=size(first), second=size(second))


def sides(first: Size, second: Size, third: Size) -> Message:
    return Message("sides {first}, {second} and {third}", first=size(first), second=size(second), third=size(third))


def two_sides_and_angle(first: Size, second: Size, angle: int) -> Message:
    return Message(
        "sides {first} and {second} and included angle {angle}",
        first=size(first),
        second=size(second),
        angle=degrees(angle),
    )


def legs(first: Size, second: Size) -> Message:
    return Message("legs {first} and {second}", first=size(first), second=size(second))


def leg(value: Size) -> Message:
    return Message("leg {size}", size=size(value))


def hypotenuse(value: Size) -> Message:
    return Message("hypotenuse {size}", size=size(value))


def radius(value: Size) -> Message:
    return Message("radius {size}", size=size(value))


def base_radius(value: Size) -> Message:
    return Message("base radius {size}", size=size(value))


def base_diameter(value: Size) -> Message:
    return Message("base diameter {size}", size=size(value))


def base_edge(value: Size) -> Message:
    return Message("base edge {size}", size=size(value))


def diameter(value: Size) -> Message:
    return Message("diameter {size}", size=size(value))


def circumference(value: Size) -> Message:
    return Message("circumference {size}", size=size(value))


def arc(value: Size) -> Message:
    return Message("arc length {size}", size=size(value))


def central_angle(value: int) -> Message:
    return Message("central angle {size}", size=degrees(value))


def edge(value: Size) -> Message:
    return Message("edge {size}", size=size(value))


def volume(value: Size) -> Message:
    return Message("volume {size}", size=size(value))


def surface(value: Size) -> Message:
    return Message("total surface area {size}", size=size(value))


def lateral(value: Size) -> Message:
    return Message("lateral surface area {size}", size=size(value))


def slant(value: Size) -> Message:
    return Message("slant height {size}", size=size(value))


def base_area(value: Size) -> Message:
    return Message("base area {size}", size=size(value))


def dimensions(first: Size, second: Size, third: Size) -> Message:
    return Message(
        "length {first}, width {second} and height {third}", first=size(first), second=size(second), third=size(third)
    )
