"""Where a function of the plane is zero and where it is negative: marching squares, finer along the border."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isnan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.graphing.graph import Path, Window

COLUMNS, ROWS = 40, 32  # of the coarse grid
DEPTH = 3  # halvings of a cell on the border: an eighth of 10 pixels
MAX_CALLS = 40_000
_SECANTS = 3  # steps from the linear guess to the border
_TINY = 1e-12  # of the window: two ends that near are one


@dataclass(slots=True)
class Contour:
    """`lines` are where the function is zero, `areas` where it is not above zero."""

    lines: tuple[Path, ...]
    areas: tuple[Path, ...]


def contour(function: Callable[[float, float], float], window: Window, *, filled: bool = False) -> Contour:
    march = _March(function, window, filled)
    size = 1 << DEPTH
    for row in range(ROWS):
        for column in range(COLUMNS):
            march.cell(column * size, row * size, size)
    return Contour(tuple(joined(march.segments, window)), tuple(march.areas))


@dataclass(slots=True)
class _March:
    function: Callable[[float, float], float]
    window: Window
    filled: bool
    values: dict[tuple[int, int], float] = field(default_factory=dict)
    segments: list[tuple[tuple[float, float], tuple[float, float]]] = field(default_factory=list)
    areas: list[Path] = field(default_factory=list)
    calls: int = 0

    def cell(self, column: int, row: int, size: int) -> None:
        corners = [(column, row), (column + size, row), (column + size, row + size), (column, row + size)]
        values = [self._value(*corner) for corner in corners]
        unknown = [isnan(value) for value in values]
        if all(unknown) and size < 1 << DEPTH:
            return
        mixed = any(unknown) or any((value > 0) != (values[0] > 0) for value in values)
        if size > 1 and self.calls < MAX_CALLS and (mixed or self._inner_differs(column, row, size, values[0])):
            half = size // 2
            for x, y in ((0, 0), (half, 0), (0, half), (half, half)):
                self.cell(column + x, row + y, half)
            return
        if any(unknown):
            return
        if not mixed:
            if self.filled and values[0] <= 0:
                self.areas.append(tuple(self._place(*corner) for corner in corners))
            return
        self._border([self._place(*corner) for corner in corners], values)

    def _inner_differs(self, column: int, row: int, size: int, value: float) -> bool:
        """A look inside a coarse cell whose corners agree: something small may be in it."""
        if size != 1 << DEPTH:
            return False
        half = size // 2
        looked = [self._value(column + x, row + y) for x, y in ((half, half), (half, 0), (0, half))]
        return any(isnan(found) != isnan(value) or (found > 0) != (value > 0) for found in looked)

    def _border(self, corners: list[tuple[float, float]], values: list[float]) -> None:
        """The line through a cell, and the part of the cell on the inner side."""
        outline: list[tuple[float, float]] = []
        crossings: list[tuple[tuple[float, float], bool]] = []
        for k in range(4):
            here, after = values[k], values[(k + 1) % 4]
            if here <= 0:
                outline.append(corners[k])
            if (here > 0) != (after > 0):
                crossing, real = self._crossing(corners[k], corners[(k + 1) % 4], here, after)
                outline.append(crossing)
                crossings.append((crossing, real))
        if self.filled and len(outline) > 2:  # noqa: PLR2004
            self.areas.append(tuple(outline))
        if len(crossings) == 4:  # noqa: PLR2004 - a saddle: the middle says which way the two lines go
            middle = self.function((corners[0][0] + corners[2][0]) / 2, (corners[0][1] + corners[2][1]) / 2)
            if (middle > 0) == (values[0] > 0):
                crossings = [crossings[0], crossings[1], crossings[2], crossings[3]]
            else:
                crossings = [crossings[3], crossings[0], crossings[1], crossings[2]]
        for first, second in zip(crossings[::2], crossings[1::2], strict=False):
            if first[1] and second[1]:
                self.segments.append((first[0], second[0]))

    def _crossing(
        self, start: tuple[float, float], end: tuple[float, float], low: float, high: float
    ) -> tuple[tuple[float, float], bool]:
        """Where the function is zero between two places, and whether it is: at a pole it only changes its sign."""
        bound = max(abs(low), abs(high))
        first, last, share, value = 0.0, 1.0, 0.5, bound
        for _ in range(_SECANTS):
            share = first + (last - first) * (low / (low - high)) if low != high else (first + last) / 2
            share = min(max(share, first + 0.02 * (last - first)), last - 0.02 * (last - first))
            value = self.function(start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            if isnan(value):
                return self._between(start, end, share), False
            if (value > 0) == (low > 0):
                first, low = share, value
            else:
                last, high = share, value
        return self._between(start, end, share), abs(value) <= bound

    @staticmethod
    def _between(start: tuple[float, float], end: tuple[float, float], share: float) -> tuple[float, float]:
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

    def _place(self, column: int, row: int) -> tuple[float, float]:
        window, size = self.window, 1 << DEPTH
        return (
            window.left + window.width * column / (COLUMNS * size),
            window.bottom + window.height * row / (ROWS * size),
        )

    def _value(self, column: int, row: int) -> float:
        known = self.values.get((column, row))
        if known is None:
            self.calls += 1
            known = self.values[column, row] = self.function(*self._place(column, row))
        return known


def joined(segments: list[tuple[tuple[float, float], tuple[float, float]]], window: Window) -> list[Path]:
    """Segments that share an end, as lines."""

    def key(place: tuple[float, float]) -> tuple[int, int]:
        return round(place[0] / window.width * 1e7), round(place[1] / window.height * 1e7)

    at: dict[tuple[int, int], list[int]] = {}
    for number, (start, end) in enumerate(segments):
        at.setdefault(key(start), []).append(number)
        at.setdefault(key(end), []).append(number)
    used = [False] * len(segments)
    found: list[Path] = []
    for number, (start, end) in enumerate(segments):
        if used[number]:
            continue
        used[number] = True
        line = [start, end]
        for _ in range(2):
            while (after := next((n for n in at[key(line[-1])] if not used[n]), None)) is not None:
                used[after] = True
                first, second = segments[after]
                line.append(second if key(first) == key(line[-1]) else first)
            line.reverse()
        found.append(tuple(line))
    return found
