"""Bars, lines, a calendar and a radar in the look of the pages, each with a title and a text that says it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from picture.charts import bars, calendar, lines, radar, tree
from picture.fitting import shortened, unbroken
from picture.look import MARGIN, PAGE_WIDTH, colours, preamble
from tutor.pictures import ArgumentTree, Bars, Calendar, Lines, Radar
from tutor.words import say

if TYPE_CHECKING:
    from picture.look import Colours
    from tutor.pictures import Chart
    from tutor.types import Language, Theme

MAX_ALT = 1_024  # characters: Discord's limit
WIDTH = float(PAGE_WIDTH - 2 * MARGIN)
_TITLE = 17.0  # points
_TITLE_LINES = 2


def document(chart: Chart, theme: Theme, language: Language) -> str:
    """A Typst document of one page."""
    tone = colours(theme)
    body = _body(chart, tone, language)
    if body is None:
        body = _empty(tone, say(Message("Nothing to show yet. It fills up as you practise."), language))
    return f"{preamble(theme, language)}{_title(chart.title)}\n#{body}\n"


def _title(title: str) -> str:
    text = shortened(title, WIDTH * _TITLE_LINES * 0.95, _TITLE)
    return f"#block(below: 12pt, text(size: {_TITLE}pt, weight: 700, {unbroken(text)}))" if text else ""


def _body(chart: Chart, tone: Colours, language: Language) -> str | None:
    match chart:
        case Bars():
            return bars.drawn(chart, tone, language)
        case Lines():
            return lines.drawn(chart, tone)
        case Calendar():
            return calendar.drawn(chart, tone, language)
        case Radar():
            return radar.drawn(chart, tone)
        case ArgumentTree():
            return tree.drawn(chart, tone, language)


def _empty(tone: Colours, sentence: str) -> str:
    return (
        f'block(width: {WIDTH}pt, height: 110pt, radius: 8pt, fill: rgb("{tone.raised}"), inset: 14pt, '
        f'align(center + horizon, text(fill: rgb("{tone.muted}"), {unbroken(sentence)})))'
    )


def alt(chart: Chart, language: Language) -> str:
    """What is to be seen, as whole sentences within Discord's limit."""
    text = shortened(chart.title, MAX_ALT / 3, 1)
    text = f"{text}." if text and text[-1] not in ".?!…" else text
    for sentence in _sentences(chart, language) or [say(Message("Nothing to show yet."), language)]:
        if len(text) + len(sentence) + 1 > MAX_ALT:
            break
        text = f"{text} {sentence}".strip()
    return text


def _sentences(chart: Chart, language: Language) -> list[str]:
    match chart:
        case Bars():
            messages = bars.said(chart)
        case Lines():
            messages = lines.said(chart)
        case Calendar():
            messages = calendar.said(chart)
        case Radar():
            messages = radar.said(chart)
        case ArgumentTree():
            messages = tree.said(chart)
    return [say(message, language) for message in messages]
