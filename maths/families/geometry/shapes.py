"""Plane figures and solids: what can be measured on each, and the formulas that tie the measures together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from maths.message import Message
from maths.read import read
from maths.tree import Relation, names

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Measure:
    """Something measured: its name, and its dimension.

    1 a length, 2 an area, 3 a volume, 0 an angle in degrees, -1 a count, -2 a sum of angles in degrees.
    """

    name: Message
    dimension: int


MEASURES: Mapping[str, Measure] = {
    "radius": Measure(Message("radius"), 1),
    "outer": Measure(Message("outer radius"), 1),
    "inner": Measure(Message("inner radius"), 1),
    "diameter": Measure(Message("diameter"), 1),
    "circumference": Measure(Message("circumference"), 1),
    "perimeter": Measure(Message("perimeter"), 1),
    "arc": Measure(Message("arc length"), 1),
    "angle": Measure(Message("angle"), 0),
    "side": Measure(Message("side"), 1),
    "second": Measure(Message("second side"), 1),
    "third": Measure(Message("third side"), 1),
    "length": Measure(Message("length"), 1),
    "width": Measure(Message("width"), 1),
    "base": Measure(Message("base"), 1),
    "top": Measure(Message("second base"), 1),
    "middle": Measure(Message("midline"), 1),
    "height": Measure(Message("height"), 1),
    "slant": Measure(Message("slant height"), 1),
    "leg": Measure(Message("leg"), 1),
    "short": Measure(Message("shorter leg"), 1),
    "long": Measure(Message("longer leg"), 1),
    "other": Measure(Message("other leg"), 1),
    "hypotenuse": Measure(Message("hypotenuse"), 1),
    "altitude": Measure(Message("height on the hypotenuse"), 1),
    "median": Measure(Message("median to the hypotenuse"), 1),
    "inradius": Measure(Message("radius of the inscribed circle"), 1),
    "circumradius": Measure(Message("radius of the circumscribed circle"), 1),
    "diagonal": Measure(Message("diagonal"), 1),
    "first diagonal": Measure(Message("first diagonal"), 1),
    "second diagonal": Measure(Message("second diagonal"), 1),
    "face diagonal": Measure(Message("diagonal of a face"), 1),
    "edge": Measure(Message("edge"), 1),
    "edges": Measure(Message("total length of the edges"), 1),
    "apothem": Measure(Message("distance from the centre to a side"), 1),
    "area": Measure(Message("area"), 2),
    "face": Measure(Message("area of a face"), 2),
    "base area": Measure(Message("area of the base"), 2),
    "lateral": Measure(Message("lateral surface area"), 2),
    "surface": Measure(Message("surface area"), 2),
    "total surface": Measure(Message("surface area"), 2),
    "volume": Measure(Message("volume"), 3),
    "incircle area": Measure(Message("area of the inscribed circle"), 2),
    "incircle diameter": Measure(Message("diameter of the inscribed circle"), 1),
    "incircle circumference": Measure(Message("circumference of the inscribed circle"), 1),
    "circumcircle area": Measure(Message("area of the circumscribed circle"), 2),
    "circumcircle diameter": Measure(Message("diameter of the circumscribed circle"), 1),
    "circumcircle circumference": Measure(Message("circumference of the circumscribed circle"), 1),
    "count": Measure(Message("number of sides"), -1),
    "diagonal count": Measure(Message("number of diagonals"), -1),
    "interior": Measure(Message("interior angle"), 0),
    "exterior": Measure(Message("exterior angle"), 0),
    "angle sum": Measure(Message("sum of the interior angles"), -2),
}

_IN = {"incircle area": "U", "incircle diameter": "u", "incircle circumference": "w"}
_AROUND = {"circumcircle area": "K", "circumcircle diameter": "k", "circumcircle circumference": "q"}
_IN_FORMULAS = ("U = pi*r^2", "u = 2*r", "w = 2*pi*r")
_AROUND_FORMULAS = ("K = pi*R^2", "k = 2*R", "q = 2*pi*R")


@dataclass(frozen=True, slots=True)
class Shape:
    """`letters` names each measure by a letter; `formulas` are read as relations; `parameters` fix the figure."""

    name: Message
    letters: Mapping[str, str]
    parameters: str
    formulas: tuple[str, ...]

    def letter(self, measure: str) -> str | None:
        return self.letters.get(measure)

    def measure(self, letter: str) -> str:
        return next(measure for measure, own in self.letters.items() if own == letter)


@cache
def relation(text: str) -> tuple[Relation, frozenset[str]]:
    """A formula of the table and its letters."""
    node = read(text)
    if not isinstance(node, Relation):
        raise TypeError(text)
    return node, names(node)


_RIGHT = {
    "leg": "a",
    "other": "b",
    "hypotenuse": "c",
    "area": "A",
    "perimeter": "P",
    "altitude": "h",
    "median": "m",
    "inradius": "r",
    "circumradius": "R",
    **_IN,
    **_AROUND,
}
_RIGHT_FORMULAS = (
    "c^2 = a^2 + b^2",
    "A = (a*b)/2",
    "P = a + b + c",
    "A = (c*h)/2",
    "m = c/2",
    "R = c/2",
    "A = (r*P)/2",
    *_IN_FORMULAS,
    *_AROUND_FORMULAS,
)

SHAPES: Mapping[str, Shape] = {
    "circle": Shape(
        Message("circle"),
        {"radius": "r", "diameter": "d", "circumference": "C", "area": "A"},
        "r",
        ("d = 2*r", "C = 2*pi*r", "A = pi*r^2"),
    ),
    "semicircle": Shape(
        Message("half circle"),
        {"radius": "r", "diameter": "d", "perimeter": "P", "area": "A", "arc": "l"},
        "r",
        ("d = 2*r", "l = pi*r", "P = pi*r + 2*r", "A = (pi*r^2)/2"),
    ),
    "sector": Shape(
        Message("sector"),
        {"radius": "r", "angle": "t", "arc": "l", "area": "A", "perimeter": "P"},
        "rt",
        ("l = 2*pi*r*t/360", "A = pi*r^2*t/360", "P = 2*r + l", "A = (r*l)/2"),
    ),
    "annulus": Shape(
        Message("ring"),
        {"outer": "R", "inner": "r", "width": "w", "area": "A"},
        "Rr",
        ("w = R - r", "A = pi*(R^2 - r^2)"),
    ),
    "square": Shape(
        Message("square"),
        {
            "side": "s",
            "perimeter": "P",
            "area": "A",
            "diagonal": "d",
            "circumradius": "R",
            "inradius": "r",
            **_IN,
            **_AROUND,
        },
        "s",
        ("P = 4*s", "A = s^2", "d = s*sqrt(2)", "R = d/2", "r = s/2", *_IN_FORMULAS, *_AROUND_FORMULAS),
    ),
    "rectangle": Shape(
        Message("rectangle"),
        {"length": "l", "width": "w", "perimeter": "P", "area": "A", "diagonal": "d", "circumradius": "R", **_AROUND},
        "lw",
        ("P = 2*(l + w)", "A = l*w", "d^2 = l^2 + w^2", "R = d/2", *_AROUND_FORMULAS),
    ),
    "parallelogram": Shape(
        Message("parallelogram"),
        {"base": "b", "height": "h", "side": "a", "area": "A", "perimeter": "P"},
        "bh",
        ("A = b*h", "P = 2*(a + b)"),
    ),
    "rhombus": Shape(
        Message("rhombus"),
        {"first diagonal": "e", "second diagonal": "f", "side": "s", "area": "A", "perimeter": "P"},
        "ef",
        ("A = (e*f)/2", "4*s^2 = e^2 + f^2", "P = 4*s"),
    ),
    "trapezoid": Shape(
        Message("trapezoid"),
        {"base": "a", "top": "b", "height": "h", "area": "A", "middle": "m"},
        "abh",
        ("A = (a + b)/2*h", "m = (a + b)/2"),
    ),
    "triangle": Shape(
        Message("triangle"),
        {"base": "b", "height": "h", "area": "A"},
        "bh",
        ("A = (b*h)/2",),
    ),
    "triangle of sides": Shape(
        Message("triangle"),
        {
            "side": "a",
            "second": "b",
            "third": "c",
            "perimeter": "P",
            "area": "A",
            "inradius": "r",
            "circumradius": "R",
            **_IN,
            **_AROUND,
        },
        "abc",
        (
            "P = a + b + c",
            "16*A^2 = P*(P - 2*a)*(P - 2*b)*(P - 2*c)",
            "A = (r*P)/2",
            "4*A*R = a*b*c",
            *_IN_FORMULAS,
            *_AROUND_FORMULAS,
        ),
    ),
    "triangle of two sides and an angle": Shape(
        Message("triangle"),
        {"side": "a", "second": "b", "angle": "t", "third": "c", "perimeter": "P", "area": "A"},
        "abt",
        ("A = (a*b)/2*sin(t)", "c^2 = a^2 + b^2 - 2*a*b*cos(t)", "P = a + b + c"),
    ),
    "equilateral triangle": Shape(
        Message("equilateral triangle"),
        {
            "side": "s",
            "perimeter": "P",
            "height": "h",
            "area": "A",
            "inradius": "r",
            "circumradius": "R",
            **_IN,
            **_AROUND,
        },
        "s",
        ("P = 3*s", "h = s*sqrt(3)/2", "A = s^2*sqrt(3)/4", "r = h/3", "R = 2*h/3", *_IN_FORMULAS, *_AROUND_FORMULAS),
    ),
    "isosceles triangle": Shape(
        Message("isosceles triangle"),
        {"base": "b", "leg": "a", "height": "h", "perimeter": "P", "area": "A"},
        "bh",
        ("P = 2*a + b", "a^2 = h^2 + (b/2)^2", "A = (b*h)/2"),
    ),
    "right triangle": Shape(Message("right triangle"), _RIGHT, "ab", _RIGHT_FORMULAS),
    "isosceles right triangle": Shape(
        Message("isosceles right triangle"),
        {"leg": "a", "hypotenuse": "c", "perimeter": "P", "area": "A", "altitude": "h", "median": "m"},
        "a",
        ("c = a*sqrt(2)", "P = 2*a + c", "A = a^2/2", "h = c/2", "m = c/2"),
    ),
    "30-60-90 triangle": Shape(
        Message("30-60-90 triangle"),
        {"short": "a", "long": "b", "hypotenuse": "c", "perimeter": "P", "area": "A"},
        "a",
        ("c = 2*a", "b = a*sqrt(3)", "P = a + b + c", "A = (a*b)/2"),
    ),
    "regular hexagon": Shape(
        Message("regular hexagon"),
        {"side": "s", "perimeter": "P", "area": "A", "circumradius": "R", "apothem": "r"},
        "s",
        ("P = 6*s", "A = 3*s^2*sqrt(3)/2", "R = s", "r = s*sqrt(3)/2"),
    ),
    "regular octagon": Shape(
        Message("regular octagon"),
        {"side": "s", "perimeter": "P", "area": "A"},
        "s",
        ("P = 8*s", "A = 2*(1 + sqrt(2))*s^2"),
    ),
    "regular pentagon": Shape(Message("regular pentagon"), {"side": "s", "perimeter": "P"}, "s", ("P = 5*s",)),
    "polygon": Shape(
        Message("polygon"),
        {"count": "n", "diagonal count": "D", "angle sum": "S"},
        "n",
        ("S = 180*(n - 2)", "D = (n*(n - 3))/2"),
    ),
    "regular polygon": Shape(
        Message("regular polygon"),
        {"count": "n", "diagonal count": "D", "angle sum": "S", "exterior": "t", "interior": "a"},
        "n",
        ("t = 360/n", "a = 180 - t", "S = 180*(n - 2)", "D = (n*(n - 3))/2"),
    ),
    "cube": Shape(
        Message("cube"),
        {
            "edge": "a",
            "volume": "V",
            "surface": "S",
            "diagonal": "d",
            "face diagonal": "f",
            "face": "A",
            "edges": "L",
        },
        "a",
        ("V = a^3", "S = 6*a^2", "A = a^2", "f = a*sqrt(2)", "d = a*sqrt(3)", "L = 12*a"),
    ),
    "box": Shape(
        Message("rectangular box"),
        {"length": "l", "width": "w", "height": "h", "volume": "V", "surface": "S", "diagonal": "d", "edges": "L"},
        "lwh",
        ("V = l*w*h", "S = 2*(l*w + l*h + w*h)", "d^2 = l^2 + w^2 + h^2", "L = 4*(l + w + h)"),
    ),
    "cylinder": Shape(
        Message("cylinder"),
        {
            "radius": "r",
            "diameter": "d",
            "height": "h",
            "base area": "B",
            "volume": "V",
            "lateral": "M",
            "surface": "S",
            "circumference": "C",
        },
        "rh",
        ("d = 2*r", "C = 2*pi*r", "B = pi*r^2", "V = B*h", "M = C*h", "S = 2*B + M", "S = 2*pi*r^2 + 2*pi*r*h"),
    ),
    "cone": Shape(
        Message("cone"),
        {
            "radius": "r",
            "diameter": "d",
            "height": "h",
            "slant": "l",
            "base area": "B",
            "volume": "V",
            "lateral": "M",
            "surface": "S",
            "circumference": "C",
        },
        "rh",
        (
            "d = 2*r",
            "C = 2*pi*r",
            "B = pi*r^2",
            "V = (B*h)/3",
            "l^2 = r^2 + h^2",
            "M = pi*r*l",
            "S = B + M",
        ),
    ),
    "sphere": Shape(
        Message("sphere"),
        {"radius": "r", "diameter": "d", "circumference": "C", "surface": "S", "volume": "V"},
        "r",
        ("d = 2*r", "C = 2*pi*r", "S = 4*pi*r^2", "V = 4/3*pi*r^3"),
    ),
    "hemisphere": Shape(
        Message("hemisphere"),
        {"radius": "r", "diameter": "d", "volume": "V", "lateral": "M", "total surface": "S"},
        "r",
        ("d = 2*r", "V = 2/3*pi*r^3", "M = 2*pi*r^2", "S = 3*pi*r^2"),
    ),
    "square pyramid": Shape(
        Message("square pyramid"),
        {
            "side": "s",
            "height": "h",
            "slant": "l",
            "base area": "B",
            "volume": "V",
            "lateral": "M",
            "surface": "S",
        },
        "sh",
        ("B = s^2", "V = (B*h)/3", "l^2 = h^2 + (s/2)^2", "M = 2*s*l", "S = B + M"),
    ),
    "pyramid": Shape(Message("pyramid"), {"base area": "B", "height": "h", "volume": "V"}, "Bh", ("V = (B*h)/3",)),
    "prism": Shape(Message("prism"), {"base area": "B", "height": "h", "volume": "V"}, "Bh", ("V = B*h",)),
    "tetrahedron": Shape(
        Message("regular tetrahedron"),
        {"edge": "a", "height": "h", "volume": "V", "surface": "S", "face": "A", "edges": "L"},
        "a",
        ("h = a*sqrt(6)/3", "V = a^3*sqrt(2)/12", "A = a^2*sqrt(3)/4", "S = 4*A", "L = 6*a"),
    ),
}
