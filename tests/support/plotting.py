"""A plotter that knows nothing of functions, at our own port: an empty plane, or the mistake it is told to find."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maths.graphing.graph import Graph, NotDrawn, Window
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

OWN = Window(-10, 10, -8, 8)


@dataclass
class Plane:
    """`tutor.ports.Plotter`; what holds `?` cannot be read."""

    asked: list[tuple[str, Window | None]] = field(default_factory=list)
    notes: Sequence[Message] = ()

    async def plot(self, request: str, /, window: Window | None = None) -> Graph | NotDrawn:
        self.asked.append((request, window))
        if "?" in request:
            return NotDrawn(Message("this is not read"), request.index("?"))
        return Graph(window or OWN, (Formula(request, request),), notes=tuple(self.notes), automatic=window is None)
