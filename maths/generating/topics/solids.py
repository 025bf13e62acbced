"""Solids: their sizes are chosen first, volumes and surfaces follow by whole numbers, times π or a root."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating import figures as f
from maths.generating.exercise import Made, Topic
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "solids",
    Message("Solids"),
    "the solid's formulas solved exactly from the words, and the solid measured by integration of its sections",
    ("volume", "surface area", "solid geometry", "입체도형", "부피와 겉넓이", "부피", "겉넓이", "각기둥과 원기둥",
     "각뿔과 원뿔"),
)  # fmt: skip
_TRIPLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (12, 35, 37))


def _triple(draw: Draw, largest: int = 5) -> tuple[int, int, int]:
    """Two lengths at a right angle, and the slanting one."""
    a, b, c = draw.one_of(_TRIPLES)
    scale = draw.whole(1, largest)
    a, b = (a, b) if draw.whole(0, 1) else (b, a)
    return a * scale, b * scale, c * scale


# Beginner


@TOPIC.beginner
def the_volume_of_a_cube(draw: Draw) -> Made:
    u, a = f.unit(draw), draw.whole(2, 40)
    return f.measured(draw, f.THE_VOLUME, f.A_CUBE, f.edge(u.of(a)), a**3, unit=f"{u.name}^3")


@TOPIC.beginner
def the_surface_of_a_cube(draw: Draw) -> Made:
    u, a = f.unit(draw), draw.whole(2, 40)
    return f.measured(draw, f.THE_SURFACE, f.A_CUBE, f.edge(u.of(a)), 6 * a * a, unit=f"{u.name}^2")


@TOPIC.beginner
def the_volume_of_a_box(draw: Draw) -> Made:
    u, (a, b, c) = f.unit(draw), draw.several(3, 2, 12)
    given = f.dimensions(u.of(a), u.of(b), u.of(c))
    return f.measured(draw, f.THE_VOLUME, f.A_BOX, given, a * b * c, unit=f"{u.name}^3")


@TOPIC.beginner
def the_surface_of_a_box(draw: Draw) -> Made:
    a, b, c = draw.several(3, 2, 10)
    return f.measured(draw, f.THE_SURFACE, f.A_BOX, f.dimensions(a, b, c), 2 * (a * b + b * c + a * c))


@TOPIC.beginner
def the_height_of_a_box(draw: Draw) -> Made:
    a, b, c = draw.several(3, 2, 12)
    given = f.three(f.volume(a * b * c), f.length(a), f.width(b))
    return f.measured(draw, f.THE_HEIGHT, f.A_BOX, given, c)


@TOPIC.beginner
def the_edges_of_a_cube(draw: Draw) -> Made:
    u, a = f.unit(draw), draw.whole(2, 25)
    return f.measured(draw, f.THE_EDGES, f.A_CUBE, f.edge(u.of(a)), 12 * a, unit=u.name)


@TOPIC.beginner
def the_edges_of_a_box(draw: Draw) -> Made:
    a, b, c = draw.several(3, 2, 15)
    return f.measured(draw, f.THE_EDGES, f.A_BOX, f.dimensions(a, b, c), 4 * (a + b + c))


@TOPIC.beginner
def the_volume_of_a_prism(draw: Draw) -> Made:
    u, a, h = f.unit(draw), draw.whole(5, 40), draw.whole(2, 12)
    given = f.both(f.base_area(u.of(a, 2)), f.height(u.of(h)))
    return f.measured(draw, f.THE_VOLUME, f.A_PRISM, given, a * h, unit=f"{u.name}^3")


@TOPIC.beginner
def the_height_of_a_prism(draw: Draw) -> Made:
    u, a, h = f.unit(draw), draw.whole(5, 40), draw.whole(2, 12)
    given = f.both(f.volume(u.of(a * h, 3)), f.base_area(u.of(a, 2)))
    return f.measured(draw, f.THE_HEIGHT, f.A_PRISM, given, h, unit=u.name)


@TOPIC.beginner
def the_volume_of_a_pyramid(draw: Draw) -> Made:
    a, h = draw.whole(5, 40), 3 * draw.whole(1, 7)
    return f.measured(draw, f.THE_VOLUME, f.A_PYRAMID, f.both(f.base_area(a), f.height(h)), a * h // 3)


@TOPIC.beginner
def the_volume_of_a_cylinder(draw: Draw) -> Made:
    r, h = draw.whole(2, 10), draw.whole(2, 15)
    given = f.both(f.base_radius(r), f.height(h))
    return f.measured(draw, f.THE_VOLUME, f.A_CYLINDER, given, f.times_pi(r * r * h))


@TOPIC.beginner
def a_cube_from_its_volume(draw: Draw) -> Made:
    u, a = f.unit(draw), draw.whole(2, 20)
    return f.measured(draw, f.THE_EDGE, f.A_CUBE, f.volume(u.of(a**3, 3)), a, unit=u.name)


@TOPIC.beginner
def the_volume_of_a_square_pyramid(draw: Draw) -> Made:
    u, s, h = f.unit(draw), draw.whole(2, 12), 3 * draw.whole(1, 6)
    given = f.both(f.base_edge(u.of(s)), f.height(u.of(h)))
    return f.measured(draw, f.THE_VOLUME, f.A_SQUARE_PYRAMID, given, s * s * h // 3, unit=f"{u.name}^3")


# Intermediate


@TOPIC.intermediate
def the_volume_of_a_cone(draw: Draw) -> Made:
    r, h = draw.whole(2, 12), draw.whole(2, 15)
    given = f.both(f.base_radius(r), f.height(h))
    return f.measured(draw, f.THE_VOLUME, f.A_CONE, given, f.times_pi(Fraction(r * r * h, 3)))


@TOPIC.intermediate
def the_surface_of_a_cylinder(draw: Draw) -> Made:
    r, h = draw.whole(2, 10), draw.whole(2, 15)
    given = f.both(f.base_radius(r), f.height(h))
    return f.measured(draw, f.THE_SURFACE, f.A_CYLINDER, given, f.times_pi(2 * r * (r + h)))


@TOPIC.intermediate
def the_side_of_a_cylinder(draw: Draw) -> Made:
    r, h = draw.whole(2, 10), draw.whole(2, 15)
    given = f.both(f.base_radius(r), f.height(h))
    return f.measured(draw, f.THE_LATERAL, f.A_CYLINDER, given, f.times_pi(2 * r * h))


@TOPIC.intermediate
def the_surface_of_a_cone(draw: Draw) -> Made:
    r = draw.whole(2, 12)
    slant = r + draw.whole(1, 12)
    given = f.both(f.base_radius(r), f.slant(slant))
    return f.measured(draw, f.THE_SURFACE, f.A_CONE, given, f.times_pi(r * (r + slant)))


@TOPIC.intermediate
def the_side_of_a_cone(draw: Draw) -> Made:
    r = draw.whole(2, 12)
    slant = r + draw.whole(1, 12)
    given = f.both(f.base_radius(r), f.slant(slant))
    return f.measured(draw, f.THE_LATERAL, f.A_CONE, given, f.times_pi(r * slant))


@TOPIC.intermediate
def the_volume_of_a_sphere(draw: Draw) -> Made:
    r = Fraction(draw.whole(1, 60), draw.one_of([1, 1, 2]))
    return f.measured(draw, f.THE_VOLUME, f.A_SPHERE, f.radius(r), f.times_pi(Fraction(4, 3) * r**3))


@TOPIC.intermediate
def the_surface_of_a_sphere(draw: Draw) -> Made:
    d = draw.whole(2, 70)
    return f.measured(draw, f.THE_SURFACE, f.A_SPHERE, f.diameter(d), f.times_pi(d * d))


@TOPIC.intermediate
def the_volume_of_a_hemisphere(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_VOLUME, f.A_HEMISPHERE, f.radius(r), f.times_pi(Fraction(2 * r**3, 3)))


@TOPIC.intermediate
def the_height_of_a_cylinder(draw: Draw) -> Made:
    r, h = draw.whole(2, 10), draw.whole(2, 15)
    given = f.both(f.volume(f.times_pi(r * r * h)), f.base_radius(r))
    return f.measured(draw, f.THE_HEIGHT, f.A_CYLINDER, given, h)


@TOPIC.intermediate
def the_height_of_a_cone(draw: Draw) -> Made:
    r, h = draw.whole(2, 10), 3 * draw.whole(1, 7)
    given = f.both(f.volume(f.times_pi(r * r * h // 3)), f.base_radius(r))
    return f.measured(draw, f.THE_HEIGHT, f.A_CONE, given, h)


@TOPIC.intermediate
def the_volume_from_a_diameter(draw: Draw) -> Made:
    r, h = draw.whole(2, 10), draw.whole(2, 15)
    given = f.both(f.base_diameter(2 * r), f.height(h))
    return f.measured(draw, f.THE_VOLUME, f.A_CYLINDER, given, f.times_pi(r * r * h))


@TOPIC.intermediate
def the_height_of_a_pyramid(draw: Draw) -> Made:
    a, h = draw.whole(5, 40), 3 * draw.whole(1, 7)
    given = f.both(f.volume(a * h // 3), f.base_area(a))
    return f.measured(draw, f.THE_HEIGHT, f.A_PYRAMID, given, h)


@TOPIC.intermediate
def the_volume_of_a_cube_from_its_surface(draw: Draw) -> Made:
    u, a = f.unit(draw), draw.whole(2, 25)
    return f.measured(draw, f.THE_VOLUME, f.A_CUBE, f.surface(u.of(6 * a * a, 2)), a**3, unit=f"{u.name}^3")


@TOPIC.intermediate
def the_surface_of_a_hemisphere(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_SURFACE, f.A_HEMISPHERE, f.radius(r), f.times_pi(3 * r * r))


# Advanced


@TOPIC.advanced
def the_volume_of_a_cone_from_its_slant_height(draw: Draw) -> Made:
    r, h, slant = _triple(draw)
    given = f.both(f.base_radius(r), f.slant(slant))
    return f.measured(draw, f.THE_VOLUME, f.A_CONE, given, f.times_pi(Fraction(r * r * h, 3)))


@TOPIC.advanced
def the_surface_of_a_cone_from_its_height(draw: Draw) -> Made:
    r, h, slant = _triple(draw)
    given = f.both(f.base_radius(r), f.height(h))
    return f.measured(draw, f.THE_SURFACE, f.A_CONE, given, f.times_pi(r * (r + slant)))


@TOPIC.advanced
def the_volume_of_a_cone_from_its_side(draw: Draw) -> Made:
    r, h, slant = _triple(draw)
    given = f.both(f.lateral(f.times_pi(r * slant)), f.base_radius(r))
    return f.measured(draw, f.THE_VOLUME, f.A_CONE, given, f.times_pi(Fraction(r * r * h, 3)))


@TOPIC.advanced
def the_surface_of_a_square_pyramid(draw: Draw) -> Made:
    half, h, slant = _triple(draw)
    given = f.both(f.base_edge(2 * half), f.height(h))
    return f.measured(draw, f.THE_SURFACE, f.A_SQUARE_PYRAMID, given, 4 * half * half + 4 * half * slant)


@TOPIC.advanced
def the_volume_of_a_tetrahedron(draw: Draw) -> Made:
    a = draw.whole(2, 60)
    return f.measured(draw, f.THE_VOLUME, f.A_TETRAHEDRON, f.edge(a), f.surd(2, Fraction(a**3, 12)))


@TOPIC.advanced
def the_height_of_a_tetrahedron(draw: Draw) -> Made:
    a = draw.whole(2, 60)
    return f.measured(draw, f.THE_HEIGHT, f.A_TETRAHEDRON, f.edge(a), f.surd(6, Fraction(a, 3)))


@TOPIC.advanced
def the_surface_of_a_tetrahedron(draw: Draw) -> Made:
    a = draw.whole(2, 60)
    return f.measured(draw, f.THE_SURFACE, f.A_TETRAHEDRON, f.edge(a), f.surd(3, a * a))


@TOPIC.advanced
def the_volume_of_a_sphere_from_its_surface(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    given = f.surface(f.times_pi(4 * r * r))
    return f.measured(draw, f.THE_VOLUME, f.A_SPHERE, given, f.times_pi(Fraction(4 * r**3, 3)))


@TOPIC.advanced
def the_surface_of_a_sphere_from_its_volume(draw: Draw) -> Made:
    r = 3 * draw.whole(1, 40)
    given = f.volume(f.times_pi(4 * r**3 // 3))
    return f.measured(draw, f.THE_SURFACE, f.A_SPHERE, given, f.times_pi(4 * r * r))


@TOPIC.advanced
def the_surface_of_a_cylinder_from_its_volume(draw: Draw) -> Made:
    r, h = draw.whole(2, 10), draw.whole(2, 15)
    given = f.both(f.volume(f.times_pi(r * r * h)), f.height(h))
    return f.measured(draw, f.THE_SURFACE, f.A_CYLINDER, given, f.times_pi(2 * r * (r + h)))


@TOPIC.advanced
def the_volume_of_a_cylinder_from_its_side(draw: Draw) -> Made:
    r, h = draw.whole(2, 10), draw.whole(2, 15)
    given = f.both(f.lateral(f.times_pi(2 * r * h)), f.height(h))
    return f.measured(draw, f.THE_VOLUME, f.A_CYLINDER, given, f.times_pi(r * r * h))


@TOPIC.advanced
def the_height_of_a_box_from_its_surface(draw: Draw) -> Made:
    a, b, c = draw.several(3, 2, 12)
    given = f.three(f.surface(2 * (a * b + b * c + a * c)), f.length(a), f.width(b))
    return f.measured(draw, f.THE_HEIGHT, f.A_BOX, given, c)


@TOPIC.advanced
def the_diagonal_of_a_cube_from_its_volume(draw: Draw) -> Made:
    a = draw.whole(2, 60)
    return f.measured(draw, f.THE_DIAGONAL, f.A_CUBE, f.volume(a**3), f.surd(3, a))
