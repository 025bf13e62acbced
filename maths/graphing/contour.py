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
MAX_CALLS = 48_000  # of all functions of one plot together: about a third of a second
_CALLS_A_CELL = 6  # to look at its quarters
_SECANTS = 3  # steps from the linear guess to the border
_TINY = 1e-12  # of the window: two ends that near are one


@dataclass(slots=True)
class Contour:
    """`lines` are where the function is zero, `areas` where it is not above zero."""

    lines: tuple[Path, ...]
    areas: tuple[Path, ...]


def contour(
    function: Callable[[float, float], float], window: Window, *, filled: bool = False, calls: int = MAX_CALLS
) -> Contour:
    """As fine as so many calls of the function allow, everywhere equally fine."""
    march = _March(function, window, filled, calls)
    march.go()
    return Contour(tuple(joined(march.segments, window)), (*march.whole(), *march.areas))


@dataclass(slots=True)
class _March:
    function: Callable[[float, float], float]
    window: Window
    filled: bool
    most_calls: int
    values: dict[tuple[int, int], float] = field(default_factory=dict)
    segments: list[tuple[tuple[float, float], tuple[float, float]]] = field(default_factory=list)
    areas: list[Path] = field(default_factory=list)
    inner: dict[tuple[int, int], list[int]] = field(default_factory=dict)  # row and size of cells: their columns
    calls: int = 0

    def go(self) -> None:
        size = 1 << DEPTH
        cells = [(column * size, row * size) for row in range(ROWS) for column in range(COLUMNS)]
        while cells:
            split = [cell for cell in cells if self._settled(*cell, size)]
            if size == 1 or self.calls + _CALLS_A_CELL * len(split) > self.most_calls:
                for cell in split:
                    self._border(*cell, size)
                return
            size //= 2
            cells = [(x + dx, y + dy) for x, y in split for dy in (0, size) for dx in (0, size)]

    def _settled(self, column: int, row: int, size: int) -> bool:
        """Take the cell if it is all on one side; whether it must be looked at more closely."""
        values = [self._value(*corner) for corner in _corners(column, row, size)]
        unknown = [isnan(value) for value in values]
        if all(unknown) and size < 1 << DEPTH:
            return False
        if any(unknown) or any((value > 0) != (values[0] > 0) for value in values):
            return True
        if self._inner_differs(column, row, size, values[0]):
            return True
        if self.filled and values[0] <= 0:
            self.inner.setdefault((row, size), []).append(column)
        return False

    def whole(self) -> list[Path]:
        """The cells that are all inside, those beside each other as one."""
        found: list[Path] = []
        for (row, size), columns in self.inner.items():
            start = columns[0]
            for column, after in zip(columns, [*columns[1:], -1], strict=True):
                if after != column + size:
                    ends = ((start, row), (column + size, row), (column + size, row + size), (start, row + size))
                    found.append(tuple(self._place(*corner) for corner in ends))
                    start = after
        return found

    def _inner_differs(self, column: int, row: int, size: int, value: float) -> bool:
        """A look inside a coarse cell whose corners agree: something small may be in it."""
        if size != 1 << DEPTH:
            return False
        half = size // 2
        looked = [self._value(column + x, row + y) for x, y in ((half, half), (half, 0), (0, half))]
        return any(isnan(found) != isnan(value) or (found > 0) != (value > 0) for found in looked)

    def _border(self, column: int, row: int, size: int) -> None:
        """The line through a cell, and the part of the cell on the inner side."""
        values = [self._value(*corner) for corner in _corners(column, row, size)]
        if any(isnan(value) for value in values):
            return
        corners = [self._place(*corner) for corner in _corners(column, row, size)]
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


def _corners(column: int, row: int, size: int) -> tuple[tuple[int, int], ...]:
    return (column, row), (column + size, row), (column + size, row + size), (column, row + size)


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
