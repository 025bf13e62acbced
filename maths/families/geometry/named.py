"""A triangle with named corners: some sides and angles stated, points on its sides, something measured.

Routes: the triangle placed in coordinates by SymPy, from its first corner; and placed again from another corner in
balls, its further points built another way, every stated side and angle measured there too.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import sympy
from flint import arb

from maths.families import plans
from maths.families.geometry import plane
from maths.families.geometry.points import PRECISION, coordinates, disagree, in_balls, pair, same, typed_balls
from maths.families.geometry.solving import tidy
from maths.families.numbers.rounding import Grid, Round
from maths.families.routes import ball
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, minus, name, over, plus, power, root, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula, listed, tree
from maths.message import Formula, Message
from maths.read import read
from maths.tree import Call, Collection, Degrees, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_HALF_TURN = 180
_WHOLE = frozenset({"area", "perimeter", "inradius", "circumradius"})
Place = tuple["Symbolic", "Symbolic"]


def side(first: str, second: str) -> str:
    """The name of a segment, the letters in order."""
    return "".join(sorted((first, second)))


@dataclass(frozen=True, slots=True)
class NamedTriangle:
    """`sides` by their two letters in order, `angles` in degrees by their corner.

    `points` are ("M", "midpoint", "BC"), ("H", "foot", "BC") of the height, ("D", "bisector", "BC") from the corner
    across. `wanted`: ("length", "AM"), ("area", "ABD"), ("perimeter", "ABC"), ("angle", "BAD"), ("sin", "BAD"), …,
    ("circumradius", "ABC"), ("inradius", "ABC").
    """

    corners: str
    sides: tuple[tuple[str, Node], ...]
    angles: tuple[tuple[str, Node], ...]
    points: tuple[tuple[str, str, str], ...]
    wanted: tuple[str, str]
    place: Fraction | None = None

    def settle(self, find: Callable[[Mapping[str, Place]], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        lengths = self._lengths()
        places = self._placed(lengths)
        if not set(self.wanted[1]) <= places.keys() or len(set(self.wanted[1])) != len(self.wanted[1]):
            raise UndecidedError(Message("The stated measures do not settle the figure."))
        found = (find or self._measured)(places)
        with ball.precisely(PRECISION):
            self._confirm(lengths, found)
        exact = tree(found)
        answer = exact if self.place is None else read(Round(exact, Grid(self.place)).settle().answer.typed)
        shown = formula(answer)
        if self.wanted[0] == "angle":
            shown = Formula(shown.typed, formula(Degrees(answer)).latex)
        method = Message("placed in coordinates by SymPy, and placed again from another corner and measured in balls")
        lesson = self._lesson(lengths, places, found, shown)
        return Settled(shown, method, lambda level: teach(lesson, level))

    def _lengths(self) -> dict[str, Symbolic]:
        """All three sides, by the law of cosines where an angle between two is stated."""
        known = {pair_: coordinates((node,))[0] for pair_, node in self.sides}
        angles = {corner: coordinates((node,))[0] for corner, node in self.angles}
        for _ in range(3):
            for corner, angle in angles.items():
                p, q = (letter for letter in self.corners if letter != corner)
                known |= _by_cosines(known, (side(corner, p), side(corner, q), side(p, q)), angle)
        names = {side(p, q) for p, q in combinations(self.corners, 2)}
        if set(known) != names or len(self.corners) != len(set(self.corners)):
            raise UndecidedError(Message("The stated measures do not settle the figure."))
        if not all(value.is_positive for value in known.values()) or not all(
            0 < a < _HALF_TURN for a in angles.values()
        ):
            raise UndecidedError(Message("No such figure has these measures."))
        return known

    def _placed(self, lengths: Mapping[str, Symbolic]) -> dict[str, Place]:
        p, q, r = tuple(self.corners)
        a, b, c = lengths[side(q, r)], lengths[side(p, r)], lengths[side(p, q)]
        x = tidy((b**2 + c**2 - a**2) / (2 * c))
        square = tidy(b**2 - x**2)
        if not square.is_positive:
            raise UndecidedError(Message("No such figure has these measures."))
        places: dict[str, Place] = {
            p: (sympy.Integer(0), sympy.Integer(0)), q: (c, sympy.Integer(0)), r: (x, tidy(sympy.sqrt(square))),
        }  # fmt: skip
        for own, kind, across in self.points:
            if own in places or not set(across) < set(self.corners):
                raise UndecidedError(Message("The stated measures do not settle the figure."))
            share = self._share(kind, across, lengths)
            (u, v), (s, t) = places[across[0]], places[across[1]]
            places[own] = (tidy(u + share * (s - u)), tidy(v + share * (t - v)))
        return places

    def _share(self, kind: str, across: str, lengths: Mapping[str, Symbolic]) -> Symbolic:
        """How far along the side, from its first letter, as a share of it."""
        apex = next(letter for letter in self.corners if letter not in across)
        near, far, whole = lengths[side(apex, across[0])], lengths[side(apex, across[1])], lengths[side(*across)]
        match kind:
            case "midpoint":
                return sympy.Rational(1, 2)
            case "bisector":
                return tidy(near / (near + far))
        return tidy((near**2 - far**2 + whole**2) / (2 * whole**2))

    def _measured(self, places: Mapping[str, Place]) -> Symbolic:
        kind, letters = self.wanted
        spots = [places[letter] for letter in letters]
        if kind == "length":
            return _distance(*spots)
        if len(spots) == 3 and kind in _WHOLE:  # noqa: PLR2004 - a triangle
            return _of_whole(kind, spots)
        p, corner, q = spots
        return _turned(kind, p, corner, q)

    def _confirm(self, lengths: Mapping[str, Symbolic], found: Symbolic) -> None:
        """The triangle drawn from its second corner on; points by distances and directions, not by shares."""
        p, q, r = self.corners[1], self.corners[2], self.corners[0]
        a, b, c = in_balls((lengths[side(q, r)], lengths[side(p, r)], lengths[side(p, q)]))
        spots = dict(zip((p, q, r), plane.apex(a, b, c), strict=True))
        for pair_, node in self.sides:
            if not same(plane.distance(spots[pair_[0]], spots[pair_[1]]), typed_balls((node,))[0]):
                raise disagree()
        for corner, node in self.angles:
            others = [spots[letter] for letter in self.corners if letter != corner]
            turn = plane.angle_at(spots[corner], *others) * _HALF_TURN / arb.pi()
            if not same(turn, typed_balls((node,))[0]):
                raise disagree()
        for own, kind, across in self.points:
            apex = next(letter for letter in self.corners if letter not in across)
            spots[own] = _built(kind, spots[apex], spots[across[0]], spots[across[1]])
        if not same(in_balls([found])[0], self._ball([spots[letter] for letter in self.wanted[1]])):
            raise disagree()

    def _ball(self, spots: list[plane.Point]) -> arb:
        match self.wanted[0]:
            case "length":
                return plane.distance(*spots)
            case "perimeter":
                return plane.perimeter(spots)
            case "area":
                return plane.distance(spots[0], spots[1]) * plane.from_line(spots[2], spots[0], spots[1]) / 2
            case "inradius":
                return plane.from_line(plane.incentre(*spots), spots[0], spots[1])
            case "circumradius":
                return plane.distance(plane.circumcentre(*spots), spots[0])
        turn = plane.angle_at(spots[1], spots[0], spots[2])
        ratios = {"sin": turn.sin, "cos": turn.cos, "tan": turn.tan}
        return ratios[self.wanted[0]]() if self.wanted[0] in ratios else turn * _HALF_TURN / arb.pi()

    def _lesson(
        self, lengths: Mapping[str, Symbolic], places: Mapping[str, Place], found: Symbolic, shown: Formula
    ) -> Lesson:
        given = [equals(_segment(pair_), node) for pair_, node in self.sides]
        corners = [*(equals(_angle(corner), Degrees(node)) for corner, node in self.angles)]
        works = [
            self._third_side(lengths),
            self._position(lengths, places),
            *self._further(places),
            self._last(places, found),
        ]
        return Lesson(
            Message("Given is a triangle with {known}.", known=listed(formula(node) for node in (*given, *corners))),
            _WANTED[self.wanted[0]],
            tuple(work for work in works if work is not None),
            Message("Placed in another way, with another corner at the origin, it comes out the same."),
            Message("The result is {value}.", value=shown),
            plan=plans.TRIANGLE.plan,
            theorem=plans.TRIANGLE.theorem,
        )

    def _third_side(self, lengths: Mapping[str, Symbolic]) -> Work | None:
        missing = [pair_ for pair_ in lengths if pair_ not in dict(self.sides)]
        if len(missing) != 1 or not self.angles:
            return None
        unknown = missing[0]
        corner, angle = self.angles[0]
        p, q = (side(corner, letter) for letter in self.corners if letter != corner)
        opposite = side(*(letter for letter in self.corners if letter != corner))
        law = plus(power(tree(lengths[p]), 2), power(tree(lengths[q]), 2)) if unknown not in {p, q} else plus(
            *(power(_segment(x) if x == unknown else tree(lengths[x]), 2) for x in (p, q))
        )  # fmt: skip
        if lengths[opposite] ** 2 != tidy(lengths[p] ** 2 + lengths[q] ** 2):
            product = times(read("2"), *(tree(lengths[x]) for x in (p, q)), Call("cos", (Degrees(angle),)))
            law = minus(law, product)
        left = power(_segment(opposite) if opposite == unknown else tree(lengths[opposite]), 2)
        return Work(
            Message(
                "Two sides and an angle give the third side "
                "(law of cosines; at a right angle the theorem of Pythagoras)."
            ),
            None, equals(left, law), equals(_segment(unknown), tree(lengths[unknown])),
        )  # fmt: skip

    def _position(self, lengths: Mapping[str, Symbolic], places: Mapping[str, Place]) -> Work:
        p, q, r = tuple(self.corners)
        a, b, c = (tree(lengths[side(*two)]) for two in ((q, r), (p, r), (p, q)))
        put_in = over(minus(plus(power(b, 2), power(c, 2)), power(a, 2)), times(read("2"), c))
        return Work(
            Message(
                "Put the first corner at the origin and the second on the x-axis: the third is at {third}.",
                third=formula(pair(places[r])),
            ),
            read("x = (b^2 + c^2 - a^2)/(2*c)"), put_in, tree(places[r][0]),
        )  # fmt: skip

    def _further(self, places: Mapping[str, Place]) -> list[Work]:
        reasons = {
            "midpoint": Message("The midpoint is halfway along the side."),
            "bisector": Message(
                "The bisector of an angle divides the opposite side in the ratio of the two other sides."
            ),
            "foot": Message("The height meets the side at a right angle."),
        }
        return [
            Work(reasons[kind], None, pair(places[across[0]]), equals(name(own), pair(places[own])))
            for own, kind, across in self.points
        ]

    def _last(self, places: Mapping[str, Place], found: Symbolic) -> Work:
        kind, letters = self.wanted
        spots = [places[letter] for letter in letters]
        if kind == "length":
            (x, y), (u, v) = spots
            put_in = root(plus(power(minus(tree(u), tree(x)), 2), power(minus(tree(v), tree(y)), 2)))
            return Work(Message("The distance by the theorem of Pythagoras:"), None, put_in, tree(found))
        reason = {
            "area": Message("The area by the shoelace formula:"),
            "perimeter": Message("The perimeter is the way around: add the three sides."),
        }.get(kind, Message("From the coordinates, with the lengths of the sides and the product of their directions:"))
        result = tree(found) if kind != "angle" else Degrees(tree(found))
        return Work(reason, None, _side_by_side(spots), formula(result))


def _of_whole(kind: str, spots: list[Place]) -> Symbolic:
    """The area, the perimeter, or the radius of a circle of a triangle."""
    sides = [_distance(p, q) for p, q in zip(spots, spots[1:] + spots[:1], strict=True)]
    around = sum(sides, sympy.Integer(0))
    values = {
        "area": lambda: _area(spots),
        "perimeter": lambda: tidy(around),
        "inradius": lambda: tidy(2 * _area(spots) / around),
        "circumradius": lambda: tidy(sympy.prod(sides) / (4 * _area(spots))),
    }
    return values[kind]()


def _turned(kind: str, p: Place, corner: Place, q: Place) -> Symbolic:
    """The angle at a corner in degrees, or its sine, cosine or tangent."""
    u, v = (p[0] - corner[0], p[1] - corner[1]), (q[0] - corner[0], q[1] - corner[1])
    dot, cross = tidy(u[0] * v[0] + u[1] * v[1]), tidy(abs(u[0] * v[1] - u[1] * v[0]))
    if kind == "tan":
        if dot == 0:
            raise UndecidedError(Message("This line has no such value."))
        return tidy(cross / dot)
    size = tidy(_distance(p, corner) * _distance(q, corner))
    if kind == "angle":
        return tidy(sympy.acos(tidy(dot / size)) * _HALF_TURN / sympy.pi)
    return tidy((cross if kind == "sin" else dot) / size)


def _side_by_side(spots: list[Place]) -> Node:
    return Collection(Kind.SEQUENCE, tuple(pair(spot) for spot in spots))


def _by_cosines(known: Mapping[str, Symbolic], three: tuple[str, str, str], angle: Symbolic) -> dict[str, Symbolic]:
    """The third side from two sides and the angle between the first two of them, where that settles it."""
    p, q, opposite = three
    cosine = sympy.cos(angle * sympy.pi / _HALF_TURN)
    if opposite not in known and p in known and q in known:
        return {opposite: tidy(sympy.sqrt(tidy(known[p] ** 2 + known[q] ** 2 - 2 * known[p] * known[q] * cosine)))}
    for near, far in ((p, q), (q, p)):
        if near in known and opposite in known and far not in known and cosine == 0:
            square = tidy(known[opposite] ** 2 - known[near] ** 2)
            return {far: tidy(sympy.sqrt(square))} if square.is_positive else {}
    return {}


def _built(kind: str, apex: plane.Point, first: plane.Point, second: plane.Point) -> plane.Point:
    u = (second[0] - first[0], second[1] - first[1])
    if kind == "midpoint":
        return (first[0] + second[0]) / 2, (first[1] + second[1]) / 2
    if kind == "foot":
        way = (u[1], -u[0])
    else:
        near, far = plane.distance(apex, first), plane.distance(apex, second)
        way = tuple((f - o) / near + (s - o) / far for f, s, o in zip(first, second, apex, strict=True))  # type: ignore[assignment]
    gap = (first[0] - apex[0], first[1] - apex[1])
    steps = (gap[0] * u[1] - gap[1] * u[0]) / (way[0] * u[1] - way[1] * u[0])
    return apex[0] + steps * way[0], apex[1] + steps * way[1]


def _distance(p: Place, q: Place) -> Symbolic:
    return tidy(sympy.sqrt(tidy((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2)))


def _area(spots: list[Place]) -> Symbolic:
    (a, b), (c, d), (e, f) = spots
    return tidy(abs(tidy((c - a) * (f - b) - (e - a) * (d - b))) / 2)


def _segment(pair_: str) -> Node:
    return name(pair_)


def _angle(corner: str) -> Node:
    return name(corner)


_WANTED = {
    "length": Message("Wanted: a length."),
    "area": Message("Wanted: the area."),
    "perimeter": Message("Wanted: the perimeter."),
    "inradius": Message("Wanted: the radius of the inscribed circle."),
    "circumradius": Message("Wanted: the radius of the circumscribed circle."),
    "angle": Message("Wanted: an angle."),
    "sin": Message("Wanted: the sine of an angle."),
    "cos": Message("Wanted: the cosine of an angle."),
    "tan": Message("Wanted: the tangent of an angle."),
}
