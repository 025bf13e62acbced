"""Two trees compared at points, on balls: what differs at one point is different, what agrees at all is held equal."""

from __future__ import annotations

from itertools import cycle, islice
from typing import TYPE_CHECKING

from flint import acb, fmpq

from maths.bounds import UndefinedError, UnsupportedError
from maths.families.routes.ball import Laurent, constant, expand, precisely, variable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.tree import Node

POINTS = tuple(
    fmpq(*pair)
    for pair in (
        (7, 5),
        (3, 11),
        (-5, 7),
        (23, 9),
        (1, 13),
        (-17, 6),
        (41, 8),
        (2, 3),
        (-1, 9),
        (19, 17),
        (-29, 10),
        (31, 4),
    )
)
NEEDED = 5  # points at which both sides have a value
_PRECISION = 300
_SHARP = 100  # bits that must be right


def points(names: tuple[str, ...]) -> Iterator[dict[str, fmpq]]:
    """Assignments of rational numbers without a pattern, both signs, to all the names."""
    for start in range(len(POINTS)):
        values = islice(cycle(POINTS), start * 5 % len(POINTS), None)
        yield dict(zip(names, (next(values) for _ in names), strict=True))


def agree(left: Node, right: Node, names: tuple[str, ...]) -> bool:
    """Whether two trees have the same value wherever both have one."""
    return agree_as_derivative(left, right, names, "", 0)


def agree_as_derivative(body: Node, derivative: Node, names: tuple[str, ...], name: str, order: int) -> bool:
    """Whether the derivative of one tree, from its Taylor series, has the values of another tree."""
    seen = 0
    with precisely(_PRECISION):
        for values in points(names):
            try:
                first = _taylor(body, values, name, order)
                second = _taylor(derivative, values, "", 0)
            except (UndefinedError, UnsupportedError, ZeroDivisionError, ValueError):
                continue
            gap = first - second
            if not gap.is_finite():
                continue
            if not gap.contains(0):
                return False
            seen += bool(gap.rad() < (1 + abs(second.mid())) * fmpq(1, 2**_SHARP))
            if seen == NEEDED or (seen and not names):
                return True
    return False


def _taylor(node: Node, values: dict[str, fmpq], name: str, order: int) -> acb:
    """The derivative of a given order at a point."""
    letters: dict[str, Laurent] = {
        letter: variable(value, order + 3) if letter == name else constant(value, order + 3)
        for letter, value in values.items()
    }
    factorial = 1
    for n in range(2, order + 1):
        factorial *= n
    return expand(node, letters).coefficient(order) * factorial
