"""Amounts of named things as horizontal bars, the name above its bar where it is long."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from maths.message import Message, counted
from picture.charts.canvas import Canvas
from picture.fitting import shortened, width, with_unit
from picture.look import MARGIN, PAGE_WIDTH
from tutor.words import say

if TYPE_CHECKING:
    from picture.look import Colours
    from tutor.pictures import Bars
    from tutor.types import Language

MOST = 16  # bars that a phone shows at once
_WIDTH = float(PAGE_WIDTH - 2 * MARGIN)
_SIZE = 13.5  # of letters, in points
_BAR, _ROW, _TALL_ROW = 13.0, 27.0, 43.0
_BESIDE = 118.0  # the widest name that stands beside its bar
_GAP = 9.0


def drawn(chart: Bars, tone: Colours, language: Language) -> str | None:
    shown = chart.amounts[:MOST]
    if not shown:
        return None
    beside = all(width(name, _SIZE) <= _BESIDE for name, _ in shown)
    values = [with_unit(value, chart.unit) for _, value in shown]
    right = min(max(width(value, _SIZE) for value in values) + _GAP, _WIDTH / 2)
    names = max(width(name, _SIZE) for name, _ in shown) + _GAP if beside else 0.0
    row = _ROW if beside else _TALL_ROW
    more = len(chart.amounts) - len(shown)
    canvas = Canvas(_WIDTH, row * len(shown) + (22 if more else 0))
    whole = chart.whole or max((value for _, value in shown if isfinite(value)), default=0)
    room = _WIDTH - names - right
    for number, (name, value) in enumerate(shown):
        top = row * number
        middle = top + row / 2 if beside else top + row - _BAR / 2 - 6
        corner = (names, middle - _BAR / 2)
        canvas.box(corner, (room, _BAR), tone.line, radius=_BAR / 2, strength=0.45)
        share = min(max(value / whole, 0.0), 1.0) if isfinite(value) and whole > 0 else 0.0
        if share:
            canvas.box(corner, (max(share * room, _BAR), _BAR), tone.series[0], radius=_BAR / 2)
        place = (0.0, middle) if beside else (0.0, top + 11)
        canvas.text(shortened(name, _WIDTH if not beside else names, _SIZE), *place,
                    width=_WIDTH if not beside else names, size=_SIZE, colour=tone.text)  # fmt: skip
        canvas.text(shortened(values[number], right, _SIZE), _WIDTH - right, middle, width=right, size=_SIZE,
                    colour=tone.text, align="right", bold=True)  # fmt: skip
    if more:
        words = say(counted("and {count} more", "and {count} more", more), language)
        canvas.text(words, 0, row * len(shown) + 12, width=_WIDTH, size=12, colour=tone.muted)
    return canvas.drawn()


def said(chart: Bars) -> list[Message]:
    return [
        Message("{name}: {amount}.", name=" ".join(name.split()), amount=with_unit(value, chart.unit))
        for name, value in chart.amounts
    ]
