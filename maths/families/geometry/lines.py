"""Straight lines in the plane: slope, intercepts, equations, distances.

Routes: the equation's coefficients by SymPy; and the text itself evaluated in balls at points: a line is known by two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import arb

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families import plans
from maths.families.geometry import plane
from maths.families.geometry.points import (
    PRECISION,
    coordinates,
    disagree,
    in_balls,
    same,
    typed_balls,
    typed_pair,
)
from maths.families.geometry.solving import tidy
from maths.families.routes import ball
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, minus, name, number, over, plus, power, replace, root, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula, tree
from maths.message import Message
from maths.read import read
from maths.tree import Call, Relation, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.geometry.points import Point
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

X, Y = sympy.symbols("x y")
_LETTERS = frozenset({"x", "y"})
_TRIED = ((3, 7), (-2, 5), (11, -4))

Line = tuple["Symbolic", "Symbolic", "Symbolic"]  # a, b, c of ax + by = c


def line_of(relation: Relation) -> Line:
    """The coefficients of a line's equation, by SymPy and by values in balls. Raises UndecidedError."""
    if len(relation.operands) != 2 or relation.operators != ("=",) or not names(relation) <= _LETTERS:  # noqa: PLR2004
        raise UndecidedError(Message("That is not the equation of a line in x and y."))
    try:
        left, right = (to_sympy(side) for side in relation.operands)
        polynomial = sympy.Poly(sympy.expand(left - right), X, Y)
    except (RefusedError, sympy.PolynomialError) as error:
        raise UndecidedError(Message("That is not the equation of a line in x and y.")) from error
    if polynomial.total_degree() != 1:
        raise UndecidedError(Message("That is not the equation of a line in x and y."))
    found = (polynomial.coeff_monomial(X), polynomial.coeff_monomial(Y), -polynomial.coeff_monomial(1))
    if not all(value.is_real for value in found):
        raise UndecidedError(Message("That is not the equation of a line in x and y."))
    with ball.precisely(PRECISION):
        a, b, c = in_balls(found)
        for x, y in ((0, 0), (1, 0), (0, 1), *_TRIED):
            if not same(at(relation, arb(x), arb(y)), a * x + b * y - c):
                raise disagree()
    return found


def at(relation: Relation, x: arb, y: arb) -> arb:
    """Left side less right side of an equation at a point, straight from the text."""
    try:
        left, right = (ball.number(side, {"x": x, "y": y}).real for side in relation.operands)
    except RefusedError as error:
        raise UndecidedError(error.message) from error
    gap: arb = left - right
    return gap


@dataclass(frozen=True, slots=True)
class Slope:
    """The slope of the line through two points."""

    first: Point
    second: Point

    def settle(self, find: Callable[..., Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        a, b = coordinates(self.first), coordinates(self.second)
        if len(a) != 2 or len(b) != 2 or tidy(a[0] - b[0]) == 0:  # noqa: PLR2004
            raise UndecidedError(Message("Such a line has no slope."))
        found = (find or (lambda p, q: tidy((q[1] - p[1]) / (q[0] - p[0]))))(a, b)
        with ball.precisely(PRECISION):
            p, q = typed_balls(self.first), typed_balls(self.second)
            if not same(in_balls([found])[0] * (q[0] - p[0]), q[1] - p[1]):
                raise disagree()
        put_in = over(minus(self.second[1], self.first[1]), minus(self.second[0], self.first[0]))
        lesson = Lesson(
            Message("Given are the points {first} and {second}.", first=formula(typed_pair(self.first)),
            second=formula(typed_pair(self.second))),
            Message("Wanted: the slope of the line."),
            (Work(_STEEP, read("m = (y_2 - y_1)/(x_2 - x_1)"), put_in, tree(found)),),
            Message("Going that far to the right and so much up leads from one point to the other."),
            Message("The slope is {value}.", value=formula(tree(found))),
            plan=plans.SLOPE.plan, theorem=plans.SLOPE.theorem,
        )  # fmt: skip
        method = Message(
            "from the differences of the coordinates in SymPy, and the second point reached again in balls"
        )
        return Settled(formula(tree(found)), method, lambda level: teach(lesson, level))


_STEEP = Message("The slope says how far it goes up for each step to the right: rise divided by run.")


@dataclass(frozen=True, slots=True)
class OfLine:
    """`wanted`: "slope", "parallel" or "perpendicular" slope, "x" or "y" (where it meets an axis)."""

    equation: Relation
    wanted: str
    as_point: bool = False

    def settle(self, find: Callable[[Line, str], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        line = line_of(self.equation)
        if line["xy".find(self.wanted) if self.wanted in "xy" else 1] == 0 or (
            self.wanted == "perpendicular" and line[0] == 0
        ):
            raise UndecidedError(Message("This line has no such value."))
        found = tidy((find or _of_line)(line, self.wanted))
        with ball.precisely(PRECISION):
            self._confirm(in_balls([found])[0])
        value = tree(found)
        answer = value
        if self.as_point:
            answer = typed_pair((value, number(0)) if self.wanted == "x" else (number(0), value))
        lesson = Lesson(
            Message("Given is the line {equation}.", equation=formula(self.equation)),
            _WANTED[self.wanted],
            self.works(value),
            Message("Two points of the line, put into the equation, bear it out."),
            Message("The result is {value}.", value=formula(answer)),
            plan=plans.OF_LINE.plan,
            theorem=plans.OF_LINE.theorem,
        )
        method = Message("from the coefficients in SymPy, and again from points on the line in balls")
        return Settled(formula(answer), method, lambda level: teach(lesson, level))

    def _confirm(self, value: arb) -> None:
        match self.wanted:
            case "x":
                gap = at(self.equation, value, arb(0))
            case "y":
                gap = at(self.equation, arb(0), value)
            case "perpendicular":
                gap = at(self.equation, value, arb(-1)) - at(self.equation, arb(0), arb(0))
            case _:
                gap = at(self.equation, arb(1), value) - at(self.equation, arb(0), arb(0))
        if not same(gap, arb(0)):
            raise disagree()

    def works(self, value: Node) -> tuple[Work, ...]:
        """How the value comes out of the equation."""
        a, b, c = line_of(self.equation)
        if self.wanted in "xy":
            other = "y" if self.wanted == "x" else "x"
            reason = (
                Message("On the x-axis y is 0: put that in and solve for x.")
                if self.wanted == "x"
                else Message("On the y-axis x is 0: put that in and solve for y.")
            )
            put_in = equals(*(replace(side, {other: number(0)}) for side in self.equation.operands))
            return (Work(reason, None, put_in, equals(name(self.wanted), value)),)
        solved = Work(
            Message("Solve the equation for y: the number before x is the slope."),
            read("y = m*x + b"), self.equation, equals(name("y"), tree(sympy.expand((c - a * X) / b))),
        )  # fmt: skip
        if self.wanted != "perpendicular":
            return (solved,)
        turned = Work(
            Message(
                "Lines at a right angle have slopes whose product is −1: turn the fraction over and change the sign."
            ),
            read("m_2 = -1/m_1"), value if (a / b).is_Integer else over(number(-1), tree(-a / b)), value,
        )  # fmt: skip
        return solved, turned


_WANTED = {
    "slope": Message("Wanted: the slope of the line."),
    "parallel": Message("Wanted: the slope of a parallel line, which is the same."),
    "perpendicular": Message("Wanted: the slope of a perpendicular line."),
    "x": Message("Wanted: where the line meets the x-axis."),
    "y": Message("Wanted: where the line meets the y-axis."),
}


def _of_line(line: Line, wanted: str) -> Symbolic:
    a, b, c = line
    return {"x": lambda: c / a, "y": lambda: c / b, "perpendicular": lambda: b / a}.get(wanted, lambda: -a / b)()


@dataclass(frozen=True, slots=True)
class LineThrough:
    """The line through a point and a second one, or with a slope, or `parallel` or `perpendicular` to a line."""

    point: Point
    second: Point | None = None
    slope: Node | None = None
    other: Relation | None = None
    perpendicular: bool = False
    wanted: str = "equation"  # or "x", "y", "standard"

    def settle(self, find: Callable[[Symbolic, tuple[Symbolic, ...]], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        p = coordinates(self.point)
        if len(p) != 2:  # noqa: PLR2004
            raise UndecidedError(Message("The point must lie in the plane."))
        direction = self._direction(p)
        if direction[0] == 0:
            return self._upright(p)
        slope = tidy(direction[1] / direction[0])
        right = sympy.expand((find or (lambda m, q: m * X + tidy(q[1] - m * q[0])))(slope, p))
        with ball.precisely(PRECISION):
            self._confirm(right)
        return self._settled(slope, right)

    def _direction(self, p: tuple[Symbolic, ...]) -> tuple[Symbolic, Symbolic]:
        if self.second is not None:
            q = coordinates(self.second)
            if len(q) != 2 or all(tidy(u - v) == 0 for u, v in zip(p, q, strict=True)):  # noqa: PLR2004
                raise UndecidedError(Message("One point alone does not settle a line."))
            return tidy(q[0] - p[0]), tidy(q[1] - p[1])
        if self.slope is not None:
            return sympy.Integer(1), coordinates((self.slope,))[0]
        assert self.other is not None  # noqa: S101 - the grammar gives one of the three
        a, b, _ = line_of(self.other)
        return (a, b) if self.perpendicular else (b, -a)

    def _upright(self, p: tuple[Symbolic, ...]) -> Settled:
        if self.wanted not in {"equation", "x"} or self.second is None:
            raise UndecidedError(Message("This line has no such value."))
        answer = equals(name("x"), tree(p[0])) if self.wanted == "equation" else tree(p[0])
        with ball.precisely(PRECISION):
            if not same(typed_balls(self.point)[0], typed_balls(self.second)[0]):
                raise disagree()
        lesson = Lesson(
            self._given(), Message("Wanted: the line."),
            (Work(Message("Both points have the same x: the line goes straight up."), None, equals(name("x"),
            self.point[0]), equals(name("x"), tree(p[0]))),),
            Message("Both points lie on it."),
            Message("The result is {value}.", value=formula(answer)),
            plan=plans.UPRIGHT.plan, theorem=plans.UPRIGHT.theorem,
        )  # fmt: skip
        return Settled(formula(answer), _THROUGH, lambda level: teach(lesson, level))

    def _confirm(self, right: Symbolic) -> None:
        """The point lies on the line, and so does the second, or the direction is the one that is stated."""

        def height(x: arb) -> arb:
            found: arb = ball.number(tree(right), {"x": x}).real
            return found

        p = typed_balls(self.point)
        checks = [(height(p[0]), p[1])]
        rise = height(arb(1)) - height(arb(0))
        if self.second is not None:
            q = typed_balls(self.second)
            checks.append((height(q[0]), q[1]))
        elif self.slope is not None:
            checks.append((rise, typed_balls((self.slope,))[0]))
        elif self.other is not None:
            x, y = (-rise, arb(1)) if self.perpendicular else (arb(1), rise)
            checks.append((at(self.other, x, y), at(self.other, arb(0), arb(0))))
        if not all(same(*sides) for sides in checks):
            raise disagree()

    def _given(self) -> Message:
        point = formula(typed_pair(self.point))
        if self.second is not None:
            return Message(
                "Given are the points {first} and {second}.", first=point, second=formula(typed_pair(self.second))
            )
        if self.slope is not None:
            return Message("Given are the point {point} and the slope {slope}.", point=point, slope=formula(self.slope))
        assert self.other is not None  # noqa: S101
        return Message(
            "Given are the point {point} and the line {equation}.", point=point, equation=formula(self.other)
        )

    def _settled(self, slope: Symbolic, right: Symbolic) -> Settled:
        offset = right.subs(X, 0)
        works: list[Work] = []
        if self.second is not None:
            put_in = over(minus(self.second[1], self.point[1]), minus(self.second[0], self.point[0]))
            works.append(Work(_STEEP, read("m = (y_2 - y_1)/(x_2 - x_1)"), put_in, tree(slope)))
        elif self.other is not None:
            wanted = "perpendicular" if self.perpendicular else "parallel"
            works += OfLine(self.other, wanted).works(tree(slope))
        works.append(
            Work(
                Message("The point lies on the line: put its coordinates in and solve for b."),
                read("y = m*x + b"),
                equals(self.point[1], plus(times(tree(slope), self.point[0]), name("b"))),
                equals(name("b"), tree(offset)),
            )
        )
        line = equals(name("y"), tree(right))
        answer: Node = line
        if self.wanted == "y":
            answer = tree(offset)
        elif self.wanted == "x":
            if slope == 0:
                raise UndecidedError(Message("This line has no such value."))
            answer = tree(tidy(-offset / slope))
            works.append(
                Work(
                    Message("On the x-axis y is 0: put that in and solve for x."),
                    None,
                    equals(number(0), tree(right)),
                    equals(name("x"), answer),
                )
            )
        lesson = Lesson(
            self._given(), Message("Wanted: the line."), tuple(works),
            Message("What is given lies on it, as it must: {line}.", line=formula(line)),
            Message("The result is {value}.", value=formula(answer)),
            plan=plans.LINE.plan, theorem=plans.LINE.theorem,
        )  # fmt: skip
        return Settled(formula(answer), _THROUGH, lambda level: teach(lesson, level))


_THROUGH = Message("from slope and point in SymPy, and what is given found on the line again in balls")


@dataclass(frozen=True, slots=True)
class PointToLine:
    """The distance of a point from a line."""

    point: Point
    equation: Relation

    def settle(self, find: Callable[[tuple[Symbolic, ...], Line], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        p = coordinates(self.point)
        if len(p) != 2:  # noqa: PLR2004
            raise UndecidedError(Message("The point must lie in the plane."))
        a, b, c = line_of(self.equation)
        found = (find or (lambda q, _: tidy(abs(a * q[0] + b * q[1] - c) / sympy.sqrt(a * a + b * b))))(p, (a, b, c))
        with ball.precisely(PRECISION):
            u, v, w = in_balls((a, b, c))
            start = (u * w / (u * u + v * v), v * w / (u * u + v * v))
            other = (start[0] - v, start[1] + u)
            if not same(at(self.equation, *start), arb(0)) or not same(at(self.equation, *other), arb(0)):
                raise disagree()
            if not same(in_balls([found])[0], plane.from_line(typed_balls(self.point), start, other)):
                raise disagree()
        inside = plus(times(tree(a), self.point[0]), times(tree(b), self.point[1]), tree(-c))
        put_in = over(Call("abs", (inside,)), root(plus(power(tree(a), 2), power(tree(b), 2))))
        lesson = Lesson(
            Message("Given are the point {point} and the line {equation}.", point=formula(typed_pair(self.point)),
            equation=formula(self.equation)),
            Message("Wanted: the distance of the point from the line."),
            (Work(Message("Write the line as ax + by + c = 0, put the point in, and divide by the length of (a, b)."),
            read("d = abs(a*x + b*y + c)/sqrt(a^2 + b^2)"), put_in, tree(found)),),
            Message("From the point straight to the line, at a right angle, it is just as far."),
            Message("The distance is {value}.", value=formula(tree(found))),
            plan=plans.TO_LINE.plan, theorem=plans.TO_LINE.theorem,
        )  # fmt: skip
        method = Message("by the distance formula in SymPy, and measured from two points of the line in balls")
        return Settled(formula(tree(found)), method, lambda level: teach(lesson, level))
