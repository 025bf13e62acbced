"""Figures built from their parameters and measured there: coordinates, the shoelace formula, integrals; in balls.

Nothing here uses the formulas of `shapes`: an area is that of the polygon drawn, a volume the integral of its
cross-sections, a round surface the integral of its circles along the slope.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from flint import acb, arb

from maths.families.geometry.plane import (
    angle_at,
    apex,
    area,
    circumcentre,
    distance,
    from_line,
    incentre,
    integral,
    perimeter,
    pi,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from maths.families.geometry.plane import Point

Measured: TypeAlias = "Mapping[str, arb]"
_ORIGIN = (arb(0), arb(0))


def _circle(p: Measured) -> Measured:
    r = p["r"]
    quarter = integral(lambda t: 2 / (1 + t * t), arb(0), arb(1))  # the arc's length, by its rational parametrisation
    return {"d": distance((-r, arb(0)), (r, arb(0))), "C": 4 * r * quarter, "A": pi() * r * r}


def _semicircle(p: Measured) -> Measured:
    whole = _circle(p)
    arc, across = whole["C"] / 2, whole["d"]
    return {"d": across, "l": arc, "P": arc + across, "A": whole["A"] / 2}


def _sector(p: Measured) -> Measured:
    """The arc and the area run over by the angle."""
    r, turn = p["r"], p["t"] / 180 * pi()
    arc = integral(lambda _: acb(r), arb(0), turn)
    return {"l": arc, "A": integral(lambda _: acb(r * r / 2), arb(0), turn), "P": arc + r + r}


def _annulus(p: Measured) -> Measured:
    outer, inner = p["R"], p["r"]
    whole = pi()
    return {"w": distance((outer, arb(0)), (inner, arb(0))), "A": integral(lambda t: 2 * whole * t, inner, outer)}


def _rectangle_of(width: arb, height: arb) -> list[Point]:
    return [_ORIGIN, (width, arb(0)), (width, height), (arb(0), height)]


def _square(p: Measured) -> Measured:
    corners = _rectangle_of(p["s"], p["s"])
    centre = circumcentre(*corners[:3])
    return {
        "P": perimeter(corners),
        "A": area(corners),
        "d": distance(corners[0], corners[2]),
        "R": distance(centre, corners[3]),
        "r": from_line(centre, corners[0], corners[1]),
    }


def _with_circles(measure: Callable[[Measured], Measured]) -> Callable[[Measured], Measured]:
    def measured(p: Measured) -> Measured:
        found = measure(p)
        return {**found, **_circles(found)}

    return measured


def _rectangle(p: Measured) -> Measured:
    corners = _rectangle_of(p["l"], p["w"])
    return {
        "P": perimeter(corners),
        "A": area(corners),
        "d": distance(corners[1], corners[3]),
        "R": distance(circumcentre(*corners[:3]), corners[3]),
    }


def _parallelogram(p: Measured) -> Measured:
    """Sheared until the other side is as long as it should be."""
    b, h = p["b"], p["h"]
    shift = (p["a"] * p["a"] - h * h).sqrt() if "a" in p and p["a"] > h else b * 0
    corners = [_ORIGIN, (b, arb(0)), (b + shift, h), (shift, h)]
    sides = {"a": distance(corners[0], corners[3]), "P": perimeter(corners)} if "a" in p else {}
    return {"A": area(corners), "h": from_line(corners[3], corners[0], corners[1]), **sides}


def _rhombus(p: Measured) -> Measured:
    e, f = p["e"] / 2, p["f"] / 2
    corners = [(e, arb(0)), (arb(0), f), (-e, arb(0)), (arb(0), -f)]
    return {"A": area(corners), "P": perimeter(corners), "s": distance(corners[0], corners[1])}


def _trapezoid(p: Measured) -> Measured:
    a, b, h = p["a"], p["b"], p["h"]
    corners = [_ORIGIN, (a, arb(0)), (b, h), (arb(0), h)]
    middle = distance((arb(0), h / 2), ((a + b) / 2, h / 2))
    return {"A": area(corners), "m": middle}


def _base_and_height(p: Measured) -> Measured:
    return {"A": area([_ORIGIN, (p["b"], arb(0)), (p["b"] / 3, p["h"])])}


def _sides(p: Measured) -> Measured:
    a, b, c = apex(p["a"], p["b"], p["c"])
    return _of_triangle(a, b, c)


def _of_triangle(a: Point, b: Point, c: Point) -> dict[str, arb]:
    return {
        "P": perimeter([a, b, c]),
        "A": area([a, b, c]),
        "r": from_line(incentre(a, b, c), a, b),
        "R": distance(circumcentre(a, b, c), a),
    }


def _two_sides_and_angle(p: Measured) -> Measured:
    turn = p["t"] / 180 * arb.pi()
    corners = [_ORIGIN, (p["a"], arb(0)), (p["b"] * turn.cos(), p["b"] * turn.sin())]
    return {"A": area(corners), "P": perimeter(corners), "c": distance(corners[1], corners[2])}


def _equilateral(p: Measured) -> Measured:
    a, b, c = apex(p["s"], p["s"], p["s"])
    return {**_of_triangle(a, b, c), "h": from_line(c, a, b)}


def _isosceles(p: Measured) -> Measured:
    a, b, c = (-p["b"] / 2, arb(0)), (p["b"] / 2, arb(0)), (arb(0), p["h"])
    return {"P": perimeter([a, b, c]), "A": area([a, b, c]), "a": distance(a, c)}


def _right(p: Measured) -> Measured:
    a, b, c = (p["a"], arb(0)), (arb(0), p["b"]), _ORIGIN
    middle = (p["a"] / 2, p["b"] / 2)
    measured = _of_triangle(a, b, c)
    return {**measured, "c": distance(a, b), "h": from_line(c, a, b), "m": distance(c, middle)}


def _isosceles_right(p: Measured) -> Measured:
    return _right({"a": p["a"], "b": p["a"]})


def _half_of_equilateral(p: Measured) -> Measured:
    """An equilateral triangle cut in two."""
    a, b, c = apex(2 * p["a"], 2 * p["a"], 2 * p["a"])
    foot = (p["a"], arb(0))
    return {"b": distance(foot, c), "c": distance(b, c), "P": perimeter([a, foot, c]), "A": area([a, foot, c])}


def _regular(count: int) -> Callable[[Measured], Measured]:
    def measure(p: Measured) -> Measured:
        step = 2 * arb.pi() / count
        radius = p["s"] / distance((arb(1), arb(0)), (step.cos(), step.sin()))
        corners = [(radius * (n * step).cos(), radius * (n * step).sin()) for n in range(count)]
        return {
            "P": perimeter(corners),
            "A": area(corners),
            "R": radius,
            "r": from_line(_ORIGIN, corners[0], corners[1]),
        }

    return measure


def _circles(measured: Mapping[str, arb]) -> dict[str, arb]:
    """The inscribed and the circumscribed circle, drawn."""
    found: dict[str, arb] = {}
    for radius, letters in (("r", "Uuw"), ("R", "Kkq")):
        if radius in measured:
            circle = _circle({"r": measured[radius]})
            found |= dict(zip(letters, (circle["A"], circle["d"], circle["C"]), strict=True))
    return found


def _polygon(p: Measured) -> Measured:
    """Corners on a circle: the turn at each of them, and the pairs that are no sides."""
    count = whole(p["n"])
    step = 2 * arb.pi() / count
    corners = [((n * step).cos(), (n * step).sin()) for n in range(3)]
    inside = angle_at(corners[1], corners[0], corners[2]) * 180 / arb.pi()
    pairs = sum(1 for a in range(count) for b in range(a + 2, count) if (a, b) != (0, count - 1))
    return {"a": inside, "t": 180 - inside, "S": count * inside, "D": arb(pairs)}


def _cube(p: Measured) -> Measured:
    box = _box({"l": p["a"], "w": p["a"], "h": p["a"]})
    face = _square({"s": p["a"]})
    return {"V": box["V"], "S": box["S"], "d": box["d"], "f": face["d"], "A": face["A"], "L": box["L"]}


def _box(p: Measured) -> Measured:
    l, w, h = p["l"], p["w"], p["h"]  # noqa: E741 - the letter of the formulas
    sides = [area(_rectangle_of(x, y)) for x, y in ((l, w), (w, h), (h, l))]
    return {
        "V": integral(lambda _: acb(sides[0]), arb(0), h),
        "S": sum(sides + sides, arb(0)),
        "d": distance((arb(0), arb(0), arb(0)), (l, w, h)),
        "L": sum((perimeter(_rectangle_of(x, y)) for x, y in ((l, w), (w, h), (h, l))), arb(0)),
    }


def _cylinder(p: Measured) -> Measured:
    disk = _circle({"r": p["r"]})
    around = integral(lambda _: acb(disk["C"]), arb(0), p["h"])
    return {
        "d": disk["d"],
        "C": disk["C"],
        "B": disk["A"],
        "V": integral(lambda _: acb(disk["A"]), arb(0), p["h"]),
        "M": around,
        "S": around + disk["A"] + disk["A"],
    }


def _cone(p: Measured) -> Measured:
    """Cross-sections along the axis; circles along the slope."""
    r, h = p["r"], p["h"]
    disk, unit = _circle({"r": r}), pi()
    slope = distance((r, arb(0)), (arb(0), h))
    around = integral(lambda t: 2 * unit * r * t / slope, arb(0), slope)
    return {
        "d": disk["d"],
        "C": disk["C"],
        "B": disk["A"],
        "l": slope,
        "V": integral(lambda z: unit * (r * z / h) * (r * z / h), arb(0), h),
        "M": around,
        "S": around + disk["A"],
    }


def _sphere(p: Measured) -> Measured:
    """Cross-sections along a diameter; the circle of height z has slope r over its radius."""
    r, unit = p["r"], pi()
    disk = _circle({"r": r})
    return {
        "d": disk["d"],
        "C": disk["C"],
        "V": integral(lambda z: unit * (r * r - z * z), -r, r),
        "S": integral(lambda _: acb(2 * unit * r), -r, r),
    }


def _hemisphere(p: Measured) -> Measured:
    r, unit = p["r"], pi()
    curved = integral(lambda _: acb(2 * unit * r), arb(0), r)
    return {
        "d": distance((-r, arb(0)), (r, arb(0))),
        "V": integral(lambda z: unit * (r * r - z * z), arb(0), r),
        "M": curved,
        "S": curved + unit * r * r,
    }


def _square_pyramid(p: Measured) -> Measured:
    s, h = p["s"], p["h"]
    base = area(_rectangle_of(s, s))
    slope = distance((s / 2, arb(0)), (arb(0), h))
    side = area([_ORIGIN, (s, arb(0)), (s / 2, slope)])
    return {
        "B": base,
        "l": slope,
        "V": integral(lambda z: s * z / h * s * z / h, arb(0), h),
        "M": 4 * side,
        "S": 4 * side + base,
    }


def _pyramid(p: Measured) -> Measured:
    return {"V": integral(lambda z: p["B"] * (z / p["h"]) * (z / p["h"]), arb(0), p["h"])}


def _prism(p: Measured) -> Measured:
    return {"V": integral(lambda _: acb(p["B"]), arb(0), p["h"])}


def _tetrahedron(p: Measured) -> Measured:
    """Over the middle of an equilateral triangle, as high as the fourth edge is long."""
    a = p["a"]
    corners = apex(a, a, a)
    face = area(corners)
    out = distance(circumcentre(*corners), corners[0])
    height = (a * a - out * out).sqrt()
    volume = integral(lambda z: face * (z / height) * (z / height), arb(0), height)
    return {"h": height, "V": volume, "A": face, "S": 4 * face, "L": 2 * perimeter(corners)}


MEASURED: Mapping[str, Callable[[Measured], Measured]] = {
    "circle": _circle,
    "semicircle": _semicircle,
    "sector": _sector,
    "annulus": _annulus,
    "square": _with_circles(_square),
    "rectangle": _with_circles(_rectangle),
    "parallelogram": _parallelogram,
    "rhombus": _rhombus,
    "trapezoid": _trapezoid,
    "triangle": _base_and_height,
    "triangle of sides": _with_circles(_sides),
    "triangle of two sides and an angle": _two_sides_and_angle,
    "equilateral triangle": _with_circles(_equilateral),
    "isosceles triangle": _isosceles,
    "right triangle": _with_circles(_right),
    "isosceles right triangle": _isosceles_right,
    "30-60-90 triangle": _half_of_equilateral,
    "regular hexagon": _regular(6),
    "regular octagon": _regular(8),
    "regular pentagon": _regular(5),
    "polygon": _polygon,
    "regular polygon": _polygon,
    "cube": _cube,
    "box": _box,
    "cylinder": _cylinder,
    "cone": _cone,
    "sphere": _sphere,
    "hemisphere": _hemisphere,
    "square pyramid": _square_pyramid,
    "pyramid": _pyramid,
    "prism": _prism,
    "tetrahedron": _tetrahedron,
}
