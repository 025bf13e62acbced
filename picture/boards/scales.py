"""Weighings one under the other: a beam that tilts to the side that went down, what lay on it written on coins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from picture.boards.measures import WIDTH, joined
from picture.charts.canvas import Canvas
from picture.fitting import width
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.puzzles.board import Scales
    from picture.look import Colours
    from picture.svg import Place
    from tutor.types import Language

_HEAD, _TALL, _GAP = 38.0, 92.0, 12.0  # points of one weighing
_REACH, _TILT = 92.0, 15.0  # half the beam, and how far its ends go up or down
_COIN = 11.5  # radius
_A_ROW = 6  # coins side by side


def drawn(board: Scales, tone: Colours, language: Language) -> str:
    """A Typst expression."""
    extra = [2.1 * _COIN * (max(_layers(left), _layers(right), 1) - 1) for left, right, _ in board.weighings]
    tall = [_HEAD + _TALL + more for more in extra]
    canvas = Canvas(WIDTH, sum(tall) + _GAP * (len(tall) - 1))
    top = 0.0
    for number, (weighing, more, height) in enumerate(zip(board.weighings, extra, tall, strict=True), 1):
        canvas.box((0, top), (WIDTH, height), tone.raised, radius=8)
        title = say(Message("Weighing {number}", number=number), language)
        canvas.text(title, 12, top + 17, width=WIDTH / 2, size=14, colour=tone.text, bold=True)
        canvas.text(say(_outcome(weighing[2]), language), WIDTH / 2 - 12, top + 17, width=WIDTH / 2, size=13,
                    colour=tone.muted, align="right")  # fmt: skip
        _balance(canvas, (WIDTH / 2, top + _HEAD + 22 + more), weighing, tone)
        top += height + _GAP
    return canvas.drawn()


def _layers(coins: Sequence[str]) -> int:
    return -(-len(coins) // _A_ROW)


def _balance(canvas: Canvas, pivot: Place, weighing: tuple[Sequence[str], Sequence[str], int], tone: Colours) -> None:
    x, y = pivot
    y += 26
    left, right, outcome = weighing
    down = _TILT * outcome  # of the right end
    foot = y + 30
    canvas.areas([((x, y), (x - 11, foot), (x + 11, foot))], tone.muted)
    canvas.lines([((x - 30, foot), (x + 30, foot))], tone.muted, width=3)
    canvas.lines([((x - _REACH, y - down), (x + _REACH, y + down))], tone.text, width=4)
    for side, coins in ((-1, left), (1, right)):
        end, level = x + side * _REACH, y + side * down
        canvas.lines([((end, level), (end, level - 7))], tone.text, width=3)
        canvas.lines([((end - 76, level - 8), (end + 76, level - 8))], tone.text, width=3.4)
        _coins(canvas, coins, (end, level - 10), tone)


def _coins(canvas: Canvas, coins: Sequence[str], under: Place, tone: Colours) -> None:
    for layer in range(_layers(coins)):
        row = coins[layer * _A_ROW : (layer + 1) * _A_ROW]
        for place, coin in enumerate(row):
            x = under[0] + (place - (len(row) - 1) / 2) * 2.15 * _COIN
            y = under[1] - _COIN - 1 - layer * 2.1 * _COIN
            canvas.dot((x, y), _COIN, tone.accent_ground, tone.accent, 1.4)
            size = min(13.0, 1.75 * _COIN / max(width(coin, 1), 0.1))
            canvas.text(coin, x - _COIN, y, width=2 * _COIN, size=round(size, 1), colour=tone.text, align="center",
                        bold=True)  # fmt: skip


def _outcome(outcome: int) -> Message:
    match outcome:
        case -1:
            return Message("The left side goes down.")
        case 0:
            return Message("It balances.")
        case _:
            return Message("The right side goes down.")


def said(board: Scales) -> Iterator[Message]:
    for number, (left, right, outcome) in enumerate(board.weighings, 1):
        yield Message("Weighing {number}: {left} on the left, {right} on the right. {outcome}", number=number,
                      left=joined(left), right=joined(right), outcome=_outcome(outcome))  # fmt: skip
