"""How much was done on each day: a square a day, a column a week, in one band or two."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from maths.message import Message, counted
from picture.charts.canvas import Canvas
from picture.fitting import amount, with_unit
from picture.look import MARGIN, PAGE_WIDTH
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from picture.look import Colours
    from tutor.pictures import Calendar

MOST_WEEKS = 54  # a year; earlier days are left out
_WEEKS_A_BAND = 27
_WIDTH = float(PAGE_WIDTH - 2 * MARGIN)
_LEFT = 30.0  # for the names of days
_LARGEST = 22.0  # of a square, with the gap
_SIZE = 11.5
_STEPS = (0.3, 0.5, 0.75, 1.0)  # strength of the colour by quarters of the busiest day
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYS = {Language.ENGLISH: ("Mon", "Wed", "Fri", "Sun"), Language.KOREAN: ("월", "수", "금", "일")}


def drawn(chart: Calendar, tone: Colours, language: Language) -> str | None:
    done = _done(chart)
    if not done:
        return None
    weeks = _weeks(done)
    bands = ceil(len(weeks) / _WEEKS_A_BAND)
    each = ceil(len(weeks) / bands)
    cell = min(_LARGEST, (_WIDTH - _LEFT) / max(each, 1))
    tall = 20 + 7 * cell + 8
    canvas = Canvas(_WIDTH, bands * tall + 26)
    most = max(done.values())
    for band in range(bands):
        _band(canvas, weeks[band * each : (band + 1) * each], done, most, tone, language, band * tall, cell)
    _foot(canvas, chart, tone, language, bands * tall + 12)
    return canvas.drawn()


def _done(chart: Calendar) -> dict[date, int]:
    done: dict[date, int] = {}
    for day, count in chart.days:
        if count > 0:
            done[day] = done.get(day, 0) + count
    return done


def _weeks(done: dict[date, int]) -> list[date]:
    """The Mondays from the first day to the last, at most a year, at least eight."""
    last = max(done)
    end = last - timedelta(days=last.weekday())
    first = max(min(done), end - timedelta(weeks=MOST_WEEKS - 1))
    start = min(first - timedelta(days=first.weekday()), end - timedelta(weeks=7))
    return [start + timedelta(weeks=k) for k in range((end - start).days // 7 + 1)]


def _band(  # noqa: PLR0913, PLR0917 - what is drawn, how and where
    canvas: Canvas, weeks: list[date], done: dict[date, int], most: int, tone: Colours, language: Language,
    top: float, cell: float,
) -> None:  # fmt: skip
    for row, name in zip((0, 2, 4, 6), _DAYS[language], strict=True):
        canvas.text(name, 0, top + 20 + (row + 0.5) * cell, width=_LEFT, size=_SIZE, colour=tone.muted)
    free = 0.0
    for column, monday in enumerate(weeks):
        x = _LEFT + column * cell
        begins = next((monday + timedelta(days=k) for k in range(7) if (monday + timedelta(days=k)).day == 1), None)
        named = begins or (monday if column == 0 else None)
        if named is not None and x >= free and x + 26 <= _WIDTH:
            label = f"{named.month}월" if language is Language.KOREAN else _MONTHS[named.month - 1]
            canvas.text(label, x, top + 9, width=40, size=_SIZE, colour=tone.muted)
            free = x + 30
        for row in range(7):
            count = done.get(monday + timedelta(days=row), 0)
            size, corner = cell - 2.4, (x, top + 20 + row * cell)
            canvas.box(corner, (size, size), tone.line, radius=2.5, strength=0.4)
            if count:
                canvas.box(corner, (size, size), tone.series[0], radius=2.5, strength=_strength(count, most))


def _strength(count: int, most: int) -> float:
    return _STEPS[min(3, (4 * count - 1) // most)] if most else _STEPS[0]


def _foot(canvas: Canvas, chart: Calendar, tone: Colours, language: Language, y: float) -> None:
    total = sum(_done(chart).values())
    canvas.text(say(Message("{amount} in all", amount=with_unit(total, chart.unit)), language), 0, y, width=200,
                size=12.5, colour=tone.text)  # fmt: skip
    less, more = say(Message("less"), language), say(Message("more"), language)
    x = _WIDTH - 5 * 15 - 36
    canvas.text(less, x - 46, y, width=42, size=_SIZE, colour=tone.muted, align="right")
    canvas.box((x, y - 6), (12, 12), tone.line, radius=2.5, strength=0.4)
    for number, strength in enumerate(_STEPS):
        canvas.box((x + 15 * (number + 1), y - 6), (12, 12), tone.series[0], radius=2.5, strength=strength)
    canvas.text(more, x + 5 * 15 + 2, y, width=36, size=_SIZE, colour=tone.muted)


def said(chart: Calendar) -> list[Message]:
    done = _done(chart)
    if not done:
        return []
    busiest = max(done, key=lambda day: (done[day], day))
    return [
        counted("{amount} on {count} day, from {first} to {last}.", "{amount} on {count} days, from {first} to {last}.",
                len(done), amount=with_unit(sum(done.values()), chart.unit), first=min(done).isoformat(),
                last=max(done).isoformat()),
        Message("The busiest day was {day} with {amount}.", day=busiest.isoformat(), amount=amount(done[busiest])),
    ]  # fmt: skip
