"""A function of one letter as lines, finer where it bends, cut where it jumps or runs away."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from math import isnan, nan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maths.graphing.graph import Path, Window

    Function = Callable[[float], float]
    Place = tuple[float, float, float]  # the letter, x and y

STEPS = 360  # equal steps before refinement: one for each point of the picture's width
MAX_CALLS = 12_000  # of the function for one curve
_DEEPEST = 7  # halvings of a step where the curve bends
_BISECTIONS = 46  # to the end of a float's digits
_BEND = 2e-4  # of the window: a third of a pixel
_PROBED = 48  # steps looked into
_SHARES = (0.137, 0.371, 0.613, 0.887)
_JUMP = 0.02  # of the window's height: a smaller step is not seen


@dataclass(slots=True)
class Sampler:
    """Follows a moving point (x(t), y(t)) that is somewhere undefined, through a window."""

    point: Callable[[float], tuple[float, float]]
    window: Window
    calls: int = 0
    paths: list[list[tuple[float, float]]] = field(default_factory=list)

    @property
    def lost(self) -> bool:
        """Whether the curve changes faster than it could be followed."""
        return self.calls > MAX_CALLS

    def follow(self, low: float, high: float, cuts: Sequence[float] = (), steps: int = STEPS) -> tuple[Path, ...]:
        """`cuts` are where the curve surely is interrupted."""
        inner = sorted({cut for cut in cuts if low < cut < high})
        width = high - low
        for start, end in zip([low, *inner], [*inner, high], strict=True):
            margin = min(1e-9 * width, (end - start) / 4)
            begin = start + margin if start in inner else start
            finish = end - margin if end in inner else end
            count = max(8, round(steps * (end - start) / width))
            self.paths.append([])
            self._piece(begin, finish, count)
        return tuple(tuple(path) for path in self.paths if len(path) > 1)

    def _at(self, t: float) -> Place:
        self.calls += 1
        x, y = self.point(t)
        return (t, nan, nan) if isnan(x) or isnan(y) else (t, x, y)

    def _piece(self, begin: float, finish: float, count: int) -> None:
        places = [self._at(begin + (finish - begin) * k / count) for k in range(count + 1)]
        self._add(places[0])
        for before, after in pairwise(places):
            self._step(before, after, _DEEPEST)

    def _add(self, place: Place) -> None:
        if not isnan(place[1]):
            self.paths[-1].append(place[1:])

    def _cut(self) -> None:
        if self.paths[-1]:
            self.paths.append([])

    def _step(self, before: Place, after: Place, depth: int) -> None:
        """Draw from one place to the next."""
        if isnan(before[1]) or isnan(after[1]):
            self._edge(before, after)
            return
        if self._unseen(before, after):
            self._cut()
            self._add(after)
            return
        middle = self._at((before[0] + after[0]) / 2)
        if isnan(middle[1]):
            self._edge(before, middle)
            self._edge(middle, after)
            return
        if self._straight(before, middle, after) or self.calls > MAX_CALLS:
            if self._far(before, after) and self._jumps(before, after):
                self._cut()
            self._add(after)
            return
        if depth == 0:
            if self._jumps(before, after):
                self._break(before, after)
            else:
                self._add(middle)
                self._add(after)
            return
        self._step(before, middle, depth - 1)
        self._step(middle, after, depth - 1)

    def _unseen(self, before: Place, after: Place) -> bool:
        """Both ends well beyond the same edge of the window."""
        window, high, wide = self.window, self.window.height, self.window.width
        return (
            min(before[2], after[2]) > window.top + high
            or max(before[2], after[2]) < window.bottom - high
            or min(before[1], after[1]) > window.right + wide
            or max(before[1], after[1]) < window.left - wide
        )

    def _straight(self, before: Place, middle: Place, after: Place) -> bool:
        across = abs(before[1] + after[1] - 2 * middle[1]) / self.window.width
        up = abs(before[2] + after[2] - 2 * middle[2]) / self.window.height
        return across + up < _BEND and not self._far(before, after)

    def _far(self, before: Place, after: Place) -> bool:
        return (
            abs(before[2] - after[2]) > _JUMP * self.window.height
            or abs(before[1] - after[1]) > _JUMP * self.window.width
        )

    def _edge(self, before: Place, after: Place) -> None:
        """The curve begins or ends between two places: go as near as floats allow."""
        if isnan(before[1]) and isnan(after[1]):
            return
        inside, outside = (after, before) if isnan(before[1]) else (before, after)
        for _ in range(_BISECTIONS):
            middle = self._at((inside[0] + outside[0]) / 2)
            if isnan(middle[1]):
                outside = middle
            else:
                inside = middle
        if isnan(before[1]):
            self._cut()
            self._add(inside)
            self._between(inside, after)
        else:
            self._between(before, inside)
            self._cut()

    def _between(self, before: Place, after: Place) -> None:
        """A short stretch beside an end, where a root rises steeply: denser towards the end."""
        for share in (0.02, 0.08, 0.2, 0.4, 0.7) if self._starts(before) else (0.3, 0.6, 0.8, 0.92, 0.98):
            self._add(self._at(before[0] + (after[0] - before[0]) * share))
        self._add(after)

    def _starts(self, place: Place) -> bool:
        return len(self.paths[-1]) == 1 and self.paths[-1][0] == place[1:]

    def _jumps(self, before: Place, after: Place) -> bool:
        """Whether the distance of two places stays however near they come."""
        start = abs(before[2] - after[2]) / self.window.height + abs(before[1] - after[1]) / self.window.width
        low, high = self._closed_in(before, after)
        if isnan(low[1]) or isnan(high[1]):
            return True
        end = abs(low[2] - high[2]) / self.window.height + abs(low[1] - high[1]) / self.window.width
        return end > start / 8

    def _closed_in(self, before: Place, after: Place) -> tuple[Place, Place]:
        """The two places on both sides of the largest change between them."""
        for _ in range(_BISECTIONS):
            middle = self._at((before[0] + after[0]) / 2)
            if isnan(middle[1]) or not before[0] < middle[0] < after[0]:
                break
            left = abs(middle[2] - before[2]) / self.window.height + abs(middle[1] - before[1]) / self.window.width
            right = abs(after[2] - middle[2]) / self.window.height + abs(after[1] - middle[1]) / self.window.width
            before, after = (before, middle) if left > right else (middle, after)
        return before, after

    def _break(self, before: Place, after: Place) -> None:
        low, high = self._closed_in(before, after)
        self._add(low)
        self._cut()
        self._add(high)
        self._add(after)


def swings_unseen(function: Function, low: float, high: float) -> bool:
    """Whether between two steps the function does what its values there do not tell: most of them would be chance."""
    step = (high - low) / STEPS
    values, gaps = [], []
    for k in range(_PROBED):
        start = low + step * (k + 0.5) * (STEPS - 1) / _PROBED
        before, after = function(start), function(start + step)
        inner = [function(start + step * share) - before - (after - before) * share for share in _SHARES]
        values.append(before)
        gaps.append(max(map(abs, inner)))
    known = [value for value in values if not isnan(value)]
    if not known:
        return False
    spread = max(known) - min(known)
    return sum(gap > spread / 5 for gap in gaps) > _PROBED / 2 and spread > 0


def clipped(path: Path, window: Window) -> list[Path]:
    """The parts of a line near the window, without points that change nothing: no coordinate far outside remains."""
    wide, high = window.width / 2, window.height / 2
    left, right = window.left - wide, window.right + wide
    bottom, top = window.bottom - high, window.top + high
    found: list[list[tuple[float, float]]] = [[]]
    for start, end in pairwise(path):
        part = _clipped(start, end, (left, right, bottom, top))
        if part is None:
            if found[-1]:
                found.append([])
            continue
        if found[-1] and found[-1][-1] != part[0]:
            found.append([])
        if not found[-1]:
            found[-1].append(part[0])
        found[-1].append(part[1])
    return [_thinned(piece, window) for piece in found if len(piece) > 1]


def _clipped(
    start: tuple[float, float], end: tuple[float, float], box: tuple[float, float, float, float]
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Liang and Barsky's clipping of a segment."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    first, last = 0.0, 1.0
    for step, room in ((-dx, x - box[0]), (dx, box[1] - x), (-dy, y - box[2]), (dy, box[3] - y)):
        if step == 0:
            if room < 0:
                return None
            continue
        share = room / step
        if step < 0:
            first = max(first, share)
        else:
            last = min(last, share)
        if first > last:
            return None
    begin = start if first == 0 else (x + dx * first, y + dy * first)
    finish = end if last == 1 else (x + dx * last, y + dy * last)
    return begin, finish


def _thinned(path: list[tuple[float, float]], window: Window) -> Path:
    """Without places that lie on the line between their neighbours."""
    kept = [path[0]]
    for here, after in pairwise(path[1:]):
        ax, ay = (here[0] - kept[-1][0]) / window.width, (here[1] - kept[-1][1]) / window.height
        bx, by = (after[0] - here[0]) / window.width, (after[1] - here[1]) / window.height
        # the triangle's height over its base, and a step no longer than a fortieth of the window
        if abs(ax * by - ay * bx) > 3e-5 * (abs(bx) + abs(by)) or abs(ax) + abs(ay) > 0.02:  # noqa: PLR2004
            kept.append(here)
    kept.append(path[-1])
    return tuple(kept)
