"""Shares of at least three things around a circle."""

from __future__ import annotations

from math import cos, isfinite, pi, sin
from typing import TYPE_CHECKING

from maths.message import Message
from picture.charts import bars
from picture.charts.canvas import Canvas
from picture.fitting import wrapped
from picture.look import MARGIN, PAGE_WIDTH
from tutor.pictures import Bars
from tutor.types import Language

if TYPE_CHECKING:
    from picture.look import Colours
    from tutor.pictures import Radar

MOST = 12
_LEAST = 3
_WIDTH = float(PAGE_WIDTH - 2 * MARGIN)
_SIZE = 12.5
_RADIUS = 104.0
_TALL = 2 * _RADIUS + 84


def drawn(chart: Radar, tone: Colours) -> str | None:
    shares = [(name, min(max(share, 0.0), 1.0)) for name, share in chart.shares if isfinite(share)][:MOST]
    if not shares:
        return None
    if len(shares) < _LEAST:  # two things make no area
        as_bars = Bars(chart.title, tuple((name, round(100 * share)) for name, share in shares), "%", 100)
        return bars.drawn(as_bars, tone, Language.ENGLISH)
    canvas = Canvas(_WIDTH, _TALL)
    turns = [2 * pi * k / len(shares) - pi / 2 for k in range(len(shares))]
    for ring in (0.25, 0.5, 0.75, 1.0):
        outline = [_at(turn, ring) for turn in turns]
        canvas.lines([[*outline, outline[0]]], tone.line, width=1.0 if ring < 1 else 1.4)
    canvas.lines([[_at(0, 0), _at(turn, 1)] for turn in turns], tone.line, width=0.8)
    shape = [_at(turn, share) for turn, (_, share) in zip(turns, shares, strict=True)]
    canvas.areas([shape], tone.series[0], strength=0.28)
    canvas.lines([[*shape, shape[0]]], tone.series[0], width=2.4)
    for place in shape:
        canvas.dot(place, 3.6, tone.series[0], tone.background, 1.2)
    for turn, (name, share) in zip(turns, shares, strict=True):
        _name(canvas, name, share, turn, tone)
    return canvas.drawn()


def _at(turn: float, share: float) -> tuple[float, float]:
    return _WIDTH / 2 + cos(turn) * _RADIUS * share, _TALL / 2 + sin(turn) * _RADIUS * share


def _name(canvas: Canvas, name: str, share: float, turn: float, tone: Colours) -> None:
    x, y = _at(turn, 1 + 12 / _RADIUS)
    side = cos(turn)
    if abs(side) < 0.3:  # noqa: PLR2004 - above and below
        room, start, align = 150.0, x - 75, "center"
        y += -16 if sin(turn) < 0 else 4
    elif side > 0:
        room, start, align = _WIDTH - x, x, "left"
        y -= 7
    else:
        room, start, align = x, 0.0, "right"
        y -= 7
    lines = wrapped(name, room, _SIZE)
    y -= 15 * (len(lines) - 1) * (1 if sin(turn) < 0 else 0)
    for number, words in enumerate(lines):
        canvas.text(words, start, y + 15 * number, width=room, size=_SIZE, colour=tone.text, align=align)
    y += 15 * len(lines)
    canvas.text(f"{round(100 * share)}%", start, y, width=room, size=_SIZE, colour=tone.muted, align=align)


def said(chart: Radar) -> list[Message]:
    return [
        Message("{name}: {amount}.", name=" ".join(name.split()), amount=f"{round(100 * min(max(share, 0), 1))}%")
        for name, share in chart.shares
        if isfinite(share)
    ]
