"""What a plot consists of: places and lines, no expressions any more. Imports no SymPy: every process may load it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from maths.message import Formula, Message

HEIGHT = 0.8  # of the plotted rectangle, for a width of 1: a circle is round where the window has these sides
FARTHEST = 1e12  # a coordinate beyond which a window is refused
FINEST = 1e-9  # a window's side, relative to how far from the origin it lies: floating point ends at 1e-16

Path: TypeAlias = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the plane that is seen."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def drawable(self) -> bool:
        """Whether it has an inside that floating point can resolve."""
        return _resolved(self.left, self.right) and _resolved(self.bottom, self.top)

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def zoomed(self, factor: float) -> Window:
        """The window around the same middle that shows `factor` times as much: 0.5 is nearer, 2 is farther."""
        across, up = self.width * (factor - 1) / 2, self.height * (factor - 1) / 2
        return Window(self.left - across, self.right + across, self.bottom - up, self.top + up)

    def shifted(self, across: float, up: float) -> Window:
        """Moved by so many of its own widths to the right and of its own heights up."""
        x, y = self.width * across, self.height * up
        return Window(self.left + x, self.right + x, self.bottom + y, self.top + y)


def _resolved(low: float, high: float) -> bool:
    if not (isfinite(low) and isfinite(high)) or max(abs(low), abs(high)) > FARTHEST:
        return False
    return high - low >= FINEST * max(1.0, abs(low), abs(high))


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through the window in pieces, cut where it jumps. `thing` is its place in `Graph.things`.

    `lost` where it changes too quickly to be drawn faithfully.
    """

    thing: int
    paths: tuple[Path, ...]
    dashed: bool = False
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """Areas that do not overlap, filled together."""

    thing: int
    areas: tuple[Path, ...]


class Kind(StrEnum):
    """What a marked point is."""

    GIVEN = "given"  # typed by the reader
    ZERO = "zero"
    START = "start"  # where a curve meets the vertical axis
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    CROSSING = "crossing"  # of two curves
    HOLE = "hole"  # where a curve would be continuous had it a value
    OPEN_END = "open_end"  # a piece of a curve ends and does not hold the point
    CLOSED_END = "closed_end"


@dataclass(frozen=True, slots=True)
class Point:
    """A marked point; no label where only the dot is shown. `exact` is False where the label says about where."""

    thing: int
    kind: Kind
    x: float
    y: float
    label: Formula | None = None
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Asymptote:
    """A line that a curve comes near to without end, between its ends at the window's edges."""

    thing: int
    start: tuple[float, float]
    end: tuple[float, float]
    equation: Formula


@dataclass(frozen=True, slots=True)
class Graph:
    """A plot ready to be drawn.

    `things` are what was asked for, as it is written in a legend, in order. `axes` are the names of the two axes.
    `turns` where the ticks of the horizontal axis are multiples of π. `notes` say in sentences what is to be seen:
    functions, zeros, extrema, asymptotes, and what could not be marked. `automatic` where the window was chosen here.
    """

    window: Window
    things: tuple[Formula, ...]
    curves: tuple[Curve, ...] = ()
    regions: tuple[Region, ...] = ()
    points: tuple[Point, ...] = ()
    asymptotes: tuple[Asymptote, ...] = ()
    notes: tuple[Message, ...] = ()
    axes: tuple[str, str] = ("x", "y")
    turns: bool = False
    automatic: bool = True


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """Why there is no plot, as a sentence; `place` is the position in the request it speaks of, where there is one."""

    message: Message
    place: int | None = None
