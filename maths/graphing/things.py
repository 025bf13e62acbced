"""What a request names, read and classified: the trees behind each line, before anything is computed."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from maths.message import Formula
    from maths.tree import Node

MAX_REQUEST = 1_000  # characters of one request
MAX_THINGS = 8  # drawn at once: more colours cannot be told apart
MAX_POINTS = 40  # typed by hand


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a letter may go; both ends may be infinite. `shown` is how a legend says it."""

    low: float = -inf
    high: float = inf
    low_open: bool = False
    high_open: bool = False
    shown: Formula | None = None

    def hold(self, value: float) -> bool:
        above = value > self.low if self.low_open else value >= self.low
        return above and (value < self.high if self.high_open else value <= self.high)


EVERYWHERE = Limits()


@dataclass(frozen=True, slots=True)
class Explicit:
    """y = body, a tree in x."""

    name: Formula
    body: Node
    limits: Limits = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Implicit:
    """body = 0, a tree in x and y (or r and theta)."""

    name: Formula
    body: Node
    limits: Limits = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Bound:
    """body < 0 (`strict`) or body <= 0; `edge` is what is drawn where it is 0, with x alone as its letter if it can."""

    body: Node
    strict: bool
    edge: Explicit | Implicit


@dataclass(frozen=True, slots=True)
class Inequality:
    """Where all the bounds hold."""

    name: Formula
    bounds: tuple[Bound, ...]
    limits: Limits = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Parametric:
    """x and y, trees in a letter."""

    name: Formula
    x: Node
    y: Node
    letter: str
    limits: Limits = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Polar:
    """r = radius, a tree in theta."""

    name: Formula
    radius: Node
    limits: Limits = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Given:
    """A point typed by hand."""

    name: Formula
    x: Node
    y: Node


Thing: TypeAlias = Explicit | Implicit | Inequality | Parametric | Polar | Given


@dataclass(frozen=True, slots=True)
class Request:
    """`across` and `up` are ranges asked for by words; None where there are none."""

    things: tuple[Thing, ...]
    across: Limits | None = None
    up: Limits | None = None
    axes: tuple[str, str] = ("x", "y")
