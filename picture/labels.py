"""Places for labels beside their points: not over each other, over lines as little as possible."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from picture.svg import Place

_CELL = 4.0  # points
OUTSIDE = 1_000  # the cost of a place that cannot be
_TOO_MUCH = 110  # cost from which a label is left out


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def away(self, point: Place) -> float:
        """How far a point is from the nearest edge; 0 inside."""
        across = max(self.x - point[0], point[0] - self.x - self.width, 0.0)
        down = max(self.y - point[1], point[1] - self.y - self.height, 0.0)
        return hypot(across, down)


@dataclass(slots=True)
class Room:
    """A rectangle in which labels find their places."""

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)
    points: list[Place] = field(default_factory=list)  # no label stands nearer to another of them than to its own
    _crossed: dict[tuple[int, int], int] = field(default_factory=dict)

    def cross(self, paths: Iterable[Sequence[Place]], weight: int) -> None:
        """Lines that labels should not cover."""
        for path in paths:
            for (x, y), (a, b) in pairwise(path):
                steps = max(1, int(max(abs(a - x), abs(b - y)) / _CELL))
                for k in range(min(steps, 400) + 1):
                    share = k / steps
                    cell = int((x + (a - x) * share) // _CELL), int((y + (b - y) * share) // _CELL)
                    self._crossed[cell] = max(weight, self._crossed.get(cell, 0))

    def take(self, box: Box) -> None:
        self.taken.append(box)

    def place(self, point: Place, width: float, height: float) -> Box | None:
        """Beside a point; None where there is no room."""
        best, least = None, _TOO_MUCH
        others = [other for other in self.points if other != point]
        for number, (x, y) in enumerate(_corners(point, width, height)):
            box = Box(x, y, width, height)
            own = box.away(point)
            if any(box.away(other) < own for other in others):
                continue
            cost = number + self.cost(box)
            if cost < least:
                best, least = box, cost
        if best is not None:
            self.taken.append(best)
        return best

    def cost(self, box: Box) -> int:
        """How bad it is to write there."""
        if box.x < 1 or box.y < 1 or box.x + box.width > self.width - 1 or box.y + box.height > self.height - 1:
            return OUTSIDE
        if any(box.meets(other) for other in self.taken):
            return OUTSIDE
        columns = range(int(box.x // _CELL), int((box.x + box.width) // _CELL) + 1)
        rows = range(int(box.y // _CELL), int((box.y + box.height) // _CELL) + 1)
        return sum(self._crossed.get((column, row), 0) for column in columns for row in rows)


def _corners(point: Place, width: float, height: float) -> list[Place]:
    """Upper right first, then around; then the same farther away."""
    found: list[Place] = []
    x, y = point
    for gap in (6.0, 14.0, 26.0):
        near = gap * 0.6
        found += [
            (x + near, y - near - height), (x - near - width, y - near - height), (x + near, y + near),
            (x - near - width, y + near), (x - width / 2, y - gap - height), (x - width / 2, y + gap),
            (x + gap, y - height / 2), (x - gap - width, y - height / 2),
        ]  # fmt: skip
    return found
