"""Plots drawn: nothing typed is read as Typst, every theme and language compiles, labels keep apart, words say it."""

from __future__ import annotations

import pytest

from maths.graphing.graph import Graph, Window
from maths.graphing.plot import plot
from picture import graph as graphs
from picture.labels import Box, Room
from picture.legend import slashed
from picture.ticks import ticks
from picture.worker import open_pictures
from tutor.types import Language, Theme

PLOTS = [
    "y = x^2 - 3x; y = 2x + 1",
    "y = tan x",
    "y < 2x + 1; y >= x^2 - 3",
    "A(1, 2), B(-3, 1)",
    "r = 1 + cos θ",
    "x^2 + y^2 = 9; y = (x^2 - 1)/(x - 1)",
    "y = floor(x); y = |x - 1|",
    "y = 1e300",
]


def graph_of(text: str, window: Window | None = None) -> Graph:
    graph = plot(text, window)
    assert isinstance(graph, Graph)
    return graph


async def test_every_kind_is_drawn_in_both_themes_and_languages() -> None:
    async with open_pictures(workers=1) as pictures:
        for number, text in enumerate(PLOTS):
            theme = (Theme.DARK, Theme.LIGHT)[number % 2]
            for language in Language:
                picture = await pictures.graph(graph_of(text), language, theme)
                assert [page[:4] for page in picture.pages] == [b"\x89PNG"], text
                assert picture.fallbacks == 0
                assert len(picture.alts[0]) <= graphs.MAX_ALT


def test_the_words_say_what_is_to_be_seen() -> None:
    text = graphs.alt(graph_of("y = (x^2 - 2)/(x - 1)"), Language.ENGLISH)
    for piece in ("y = (x² - 2)/(x - 1)", "x = -√2, x = √2", "(0, 2)", "asymptotes", "x = 1", "y = x + 1"):
        assert piece in text.replace(",  ", ", "), piece
    korean = graphs.alt(graph_of("y = x^2 - 3x"), Language.KOREAN)
    assert "의 그래프" in korean
    assert "극소점: (3/2, -9/4)" in korean


def test_long_words_end_with_a_whole_sentence() -> None:
    text = graphs.alt(graph_of("y=sin x;y=cos x;y=sin(2x);y=cos(2x);y=x/7;y=x/9+1/3;y=sin(x)/2"), Language.ENGLISH)
    assert 600 < len(text) <= graphs.MAX_ALT
    assert text.endswith(".")


def test_no_two_labels_meet() -> None:
    room = Room(370, 296)
    boxes = [room.place((100 + 7 * k, 100 + 3 * k), 60, 16) for k in range(12)]
    placed = [box for box in boxes if box is not None]
    assert len(placed) >= 4
    assert not any(a.meets(b) for a in placed for b in placed if a is not b)
    assert all(min(box.x, 370 - box.x - box.width, box.y, 296 - box.y - box.height) >= 0 for box in placed)


def test_a_label_goes_round_a_line_where_it_can() -> None:
    room = Room(370, 296)
    room.cross([[(100, 100), (200, 40)]], 12)
    box = room.place((100, 100), 60, 16)
    assert box is not None
    assert not Box(100, 60, 100, 40).meets(box)


@pytest.mark.parametrize(
    ("low", "high", "turns", "expected"),
    [
        (-5, 5, False, ["−4", "−2", "0", "2", "4"]),
        (0, 1, False, ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (-6.3, 6.3, True, ["−2π", "−π", "0", "π", "2π"]),
        (0, 1.6, True, ["0", "π/12", "π/6", "π/4", "π/3", "5π/12", "π/2"]),
        (0, 3e7, False, ["0", "5×10⁶", "10⁷", "1.5×10⁷", "2×10⁷", "2.5×10⁷", "3×10⁷"]),
        (-2e-6, 2e-6, False, ["−2×10⁻⁶", "−10⁻⁶", "0", "10⁻⁶", "2×10⁻⁶"]),
    ],
)
def test_ticks_are_round_and_readable(low: float, high: float, *, turns: bool, expected: list[str]) -> None:
    assert [tick.label for tick in ticks(low, high, 7, turns=turns)] == expected


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"(\frac{3}{2}, -\frac{9}{4})", "(3/2, -9/4)"),
        (r"\frac{\sqrt{2}}{2}", r"\sqrt{2}/2"),
        (r"\frac{3 - \sqrt{17}}{4}", r"(3 - \sqrt{17})/4"),
        (r"-\frac{3\pi}{2}", r"-3\pi/2"),
    ],
)
def test_a_fraction_in_a_label_keeps_its_meaning(latex: str, expected: str) -> None:
    assert slashed(latex) == expected
