"""Amounts over time or another number, several series told apart by colour and by dashes."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from maths.message import Message
from picture.charts.canvas import Canvas
from picture.fitting import amount, shortened, width
from picture.look import MARGIN, PAGE_WIDTH
from picture.svg import style
from picture.ticks import Tick, ticks

if TYPE_CHECKING:
    from collections.abc import Callable

    from picture.look import Colours
    from tutor.pictures import Lines

    Series = tuple[str, list[tuple[float, float]]]

MOST_SERIES = 6
MOST_POINTS = 400  # of a series; of more every second, third, … is drawn
_WIDTH = float(PAGE_WIDTH - 2 * MARGIN)
_TALL = 210.0
_SIZE = 12.0
_DOTTED = 31  # points that are still marked by dots
_FAR = 1e300  # amounts beyond are left out


def drawn(chart: Lines, tone: Colours) -> str | None:
    series = [(name, _known(points)) for name, points in chart.series[:MOST_SERIES]]
    series = [(name, points) for name, points in series if points]
    if not series:
        return None
    low_x, high_x = _span([x for _, points in series for x, _ in points])
    low, high = _levels([y for _, points in series for _, y in points])
    up = ticks(low, high, 5)
    left = max(width(tick.label, _SIZE) for tick in up) + 8
    head = (22.0 if chart.up else 6.0) + _legend_height(series)
    canvas = Canvas(_WIDTH, head + _TALL + (40 if chart.across else 22))

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            left + (x - low_x) / (high_x - low_x) * (_WIDTH - left - 8),
            head + (high - y) / (high - low) * _TALL,
        )

    _frame(canvas, chart, tone, up, ticks(low_x, high_x, 6), place, left, head)
    _legend(canvas, series, tone)
    for number, (_, points) in enumerate(series):
        colour, dashes = style(tone, number)
        path = [place(x, y) for x, y in points[:: len(points) // MOST_POINTS + 1]]
        if len(path) > 1:
            canvas.lines([path], colour, width=2.4, dashes=dashes)
        if len(path) <= _DOTTED:
            for at in path:
                canvas.dot(at, 3.2, colour, tone.background, 1.2)
    return canvas.drawn()


def _frame(  # noqa: PLR0913, PLR0917 - what stands on four sides
    canvas: Canvas, chart: Lines, tone: Colours, up: list[Tick], across: list[Tick],
    place: Callable[[float, float], tuple[float, float]], left: float, head: float,
) -> None:  # fmt: skip
    bottom = head + _TALL
    low_x = left
    for tick in up:
        y = place(0, tick.place)[1]
        if head - 1 <= y <= bottom + 1:
            canvas.lines([[(low_x, y), (_WIDTH, y)]], tone.line, width=0.8, strength=0.7)
            canvas.text(tick.label, 0, y, width=left - 6, size=_SIZE, colour=tone.muted, align="right")
    canvas.lines([[(low_x, bottom), (_WIDTH, bottom)]], tone.muted, width=1.2)
    for tick in across:
        x = place(tick.place, 0)[0]
        if left - 1 <= x <= _WIDTH - 4:
            half = min(30.0, x, _WIDTH - x)
            canvas.text(
                tick.label, x - half, bottom + 12, width=2 * half, size=_SIZE, colour=tone.muted, align="center"
            )
    if chart.up:
        canvas.text(shortened(chart.up, _WIDTH, _SIZE), 0, head - 15, width=_WIDTH, size=_SIZE, colour=tone.muted)
    if chart.across:
        words = shortened(chart.across, _WIDTH, _SIZE)
        canvas.text(words, 0, bottom + 30, width=_WIDTH, size=_SIZE, colour=tone.muted, align="right")


def _legend_rows(series: list[Series]) -> list[list[tuple[int, str]]]:
    rows: list[list[tuple[int, str]]] = [[]]
    used = 0.0
    for number, (name, _) in enumerate(series):
        shown = shortened(name, _WIDTH - 40, 13)
        need = 30 + width(shown, 13) + 16
        if rows[-1] and used + need > _WIDTH:
            rows.append([])
            used = 0.0
        rows[-1].append((number, shown))
        used += need
    return rows


def _legend_height(series: list[Series]) -> float:
    return 24.0 * len(_legend_rows(series)) if len(series) > 1 else 0.0


def _legend(canvas: Canvas, series: list[Series], tone: Colours) -> None:
    if len(series) < 2:  # noqa: PLR2004 - the title says what the one line is
        return
    for row, entries in enumerate(_legend_rows(series)):
        x, y = 0.0, 10 + 24.0 * row
        for number, name in entries:
            colour, dashes = style(tone, number)
            canvas.lines([[(x + 1, y), (x + 23, y)]], colour, width=2.4, dashes=dashes)
            room = width(name, 13) + 8
            canvas.text(name, x + 29, y, width=room, size=13, colour=tone.text)
            x += 30 + room + 8


def _known(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    return [(x, y) for x, y in points if isfinite(x) and isfinite(y) and max(abs(x), abs(y)) <= _FAR]


def _span(values: list[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    return (low, high) if high - low > 1e-9 * max(1, abs(low)) else (low - 1, high + 1)


def _levels(values: list[float]) -> tuple[float, float]:
    """With zero where it is not far, and some air."""
    low, high = min(values), max(values)
    if low > 0 and low < 0.6 * high:
        low = 0.0
    if high < 0 and high > 0.6 * low:
        high = 0.0
    if high - low <= 1e-9 * max(1, abs(low)):
        low, high = (0.0, 2 * high) if high > 0 else (low - 1, high + 1)
    air = 0.06 * (high - low)
    return low if low == 0 else low - air, high if high == 0 else high + air


def said(chart: Lines) -> list[Message]:
    found = []
    for name, points in chart.series:
        known = _known(points)
        if not known:
            continue
        low, high = min(y for _, y in known), max(y for _, y in known)
        found.append(
            Message("{name}: from {first} to {last}, lowest {low}, highest {high}.", name=" ".join(name.split()),
                    first=amount(known[0][1]), last=amount(known[-1][1]), low=amount(low), high=amount(high))
        )  # fmt: skip
    return found
