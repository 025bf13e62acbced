"""Why a formula of a figure holds, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

REASONS: Mapping[str, Message] = {
    "d = 2*r": Message("The diameter goes right through the middle, so it is twice the radius."),
    "C = 2*pi*r": Message("The way around a circle is π times its diameter."),
    "A = pi*r^2": Message("The area of a circle is π times the radius times the radius."),
    "B = pi*r^2": Message("The base is a circle: its area is π times the radius times the radius."),
    "l = pi*r": Message("A half circle is half as long as the whole one."),
    "P = pi*r + 2*r": Message("Around a half circle go the arc and the straight side, which is the diameter."),
    "A = (pi*r^2)/2": Message("A half circle has half the area of the circle."),
    "l = 2*pi*r*t/360": Message("The arc is the same share of the whole circle as the angle is of 360°."),
    "A = pi*r^2*t/360": Message("The sector is the same share of the whole circle as the angle is of 360°."),
    "P = 2*r + l": Message("Around the sector go two radii and the arc."),
    "A = (r*l)/2": Message("A sector has half the area of arc times radius, like a triangle with a bent base."),
    "A = pi*(R^2 - r^2)": Message("Take the small circle away from the large one."),
    "P = 4*s": Message("There are four sides, all equally long."),
    "A = s^2": Message("The area of a square is the side times the side."),
    "d = s*sqrt(2)": Message("The diagonal cuts the square into two right triangles, so d² = s² + s²."),
    "P = 2*(l + w)": Message("Going around, you walk the length twice and the width twice."),
    "A = l*w": Message("The area of a rectangle is the length times the width."),
    "d^2 = l^2 + w^2": Message("The diagonal is the long side of a right triangle (theorem of Pythagoras)."),
    "A = b*h": Message("Cut off at one end and put on at the other, it becomes a rectangle: base times height."),
    "P = 2*(a + b)": Message("Opposite sides are equally long, so each counts twice."),
    "A = (e*f)/2": Message("The rhombus fills half of the rectangle whose sides are its diagonals."),
    "4*s^2 = e^2 + f^2": Message("The diagonals meet at a right angle and halve each other (theorem of Pythagoras)."),
    "A = (a + b)/2*h": Message("Take the average of the two parallel sides, and multiply by the height."),
    "m = (a + b)/2": Message("The midline is as long as the average of the two parallel sides."),
    "A = (b*h)/2": Message("The triangle fills half of the parallelogram with the same base and height."),
    "P = a + b + c": Message("The perimeter is the way around: add the three sides."),
    "16*A^2 = P*(P - 2*a)*(P - 2*b)*(P - 2*c)": Message("Heron's formula gives the area from the three sides alone."),
    "A = (r*P)/2": Message(
        "Join the centre of the inscribed circle to the corners: three triangles, each with height r."
    ),
    "4*A*R = a*b*c": Message(
        "The area, the three sides and the radius of the circle through the corners belong together."
    ),
    "A = (a*b)/2*sin(t)": Message("The height on the first side is the second side times the sine of the angle."),
    "c^2 = a^2 + b^2 - 2*a*b*cos(t)": Message("This is the law of cosines."),
    "P = 3*s": Message("There are three sides, all equally long."),
    "h = s*sqrt(3)/2": Message("The height cuts the base in half, so h² = s² − (s/2)²."),
    "A = s^2*sqrt(3)/4": Message("Half the base times the height, with the height s√3/2."),
    "r = h/3": Message("The centre lies at one third of the height."),
    "R = 2*h/3": Message("The centre lies two thirds of the height away from each corner."),
    "P = 2*a + b": Message("Add the two equal sides and the base."),
    "a^2 = h^2 + (b/2)^2": Message(
        "The height cuts the base in half and makes a right triangle (theorem of Pythagoras)."
    ),
    "c^2 = a^2 + b^2": Message(
        "In a right triangle the squares on the two legs are together the square on the hypotenuse."
    ),
    "A = (a*b)/2": Message("The legs stand at a right angle: the triangle is half of a rectangle."),
    "A = (c*h)/2": Message("The area is also half of the hypotenuse times the height on it."),
    "m = c/2": Message("The middle of the hypotenuse is equally far from all three corners."),
    "R = c/2": Message("The hypotenuse is a diameter of the circle through the corners (theorem of Thales)."),
    "c = a*sqrt(2)": Message("Both legs are equal, so c² = a² + a²."),
    "c = 2*a": Message("The triangle is half of an equilateral one, so the hypotenuse is twice the shorter leg."),
    "b = a*sqrt(3)": Message("The longer leg is the height of that equilateral triangle: b² = (2a)² − a²."),
    "P = 6*s": Message("There are six sides, all equally long."),
    "A = 3*s^2*sqrt(3)/2": Message("The hexagon is made of six equilateral triangles."),
    "V = a^3": Message("The volume of a cube is the edge times the edge times the edge."),
    "S = 6*a^2": Message("A cube has six faces, each a square."),
    "A = a^2": Message("Each face is a square."),
    "d = a*sqrt(3)": Message("Use Pythagoras twice: the diagonal of a face, then the one through the inside."),
    "f = a*sqrt(2)": Message("The diagonal cuts a face into two right triangles."),
    "L = 12*a": Message("A cube has twelve edges."),
    "V = l*w*h": Message("The volume of a box is length times width times height."),
    "S = 2*(l*w + l*h + w*h)": Message("The six faces come in three equal pairs."),
    "d^2 = l^2 + w^2 + h^2": Message(
        "Use Pythagoras twice: the diagonal of the floor, then the one through the inside."
    ),
    "L = 4*(l + w + h)": Message("Each length occurs at four edges."),
    "V = B*h": Message("The volume is the area of the base times the height."),
    "M = C*h": Message("Unrolled, the side is a rectangle: as long as the circle around, and as high as the body."),
    "S = 2*B + M": Message("The surface is bottom, top and side."),
    "S = 2*pi*r^2 + 2*pi*r*h": Message("The surface is bottom, top and side."),
    "V = (B*h)/3": Message("A body with a point has one third of the volume of the straight one around it."),
    "l^2 = r^2 + h^2": Message("Radius, height and slant height make a right triangle (theorem of Pythagoras)."),
    "M = pi*r*l": Message("Unrolled, the side is a sector with radius l."),
    "S = B + M": Message("The surface is the base and the side."),
    "S = 4*pi*r^2": Message("The surface of a sphere is as large as four of its great circles."),
    "V = 4/3*pi*r^3": Message("The volume of a sphere is two thirds of the cylinder around it."),
    "V = 2/3*pi*r^3": Message("A hemisphere is half of a sphere."),
    "M = 2*pi*r^2": Message("The round part is half of the surface of the sphere."),
    "S = 3*pi*r^2": Message("The surface is the round part and the flat circle."),
    "B = s^2": Message("The base is a square."),
    "l^2 = h^2 + (s/2)^2": Message(
        "Height, half a side and slant height make a right triangle (theorem of Pythagoras)."
    ),
    "M = 2*s*l": Message("There are four triangles, each half of side times slant height."),
    "U = pi*r^2": Message("The area of a circle is π times the radius times the radius."),
    "K = pi*R^2": Message("The area of a circle is π times the radius times the radius."),
    "u = 2*r": Message("The diameter goes right through the middle, so it is twice the radius."),
    "k = 2*R": Message("The diameter goes right through the middle, so it is twice the radius."),
    "w = 2*pi*r": Message("The way around a circle is π times its diameter."),
    "q = 2*pi*R": Message("The way around a circle is π times its diameter."),
    "t = 360/n": Message("Walking once around, you turn by 360° in all, by the same angle at each corner."),
    "a = 180 - t": Message("Interior and exterior angle lie on one straight line: together 180°."),
    "S = 180*(n - 2)": Message("From one corner the polygon is cut into n − 2 triangles, each with 180°."),
    "D = (n*(n - 3))/2": Message(
        "From each corner go n − 3 diagonals (not to itself, not to its neighbours); each is counted from both ends."
    ),
}
