"""Charts: every kind in both themes, no data, long names, wild amounts, and their words."""

from __future__ import annotations

from datetime import date, timedelta
from math import inf, nan

import pytest

from picture import chart as charts
from picture.fitting import amount, shortened, width, with_unit
from picture.worker import open_pictures
from tutor.pictures import ArgumentNode, ArgumentTree, Bars, Calendar, Chart, Lines, Radar
from tutor.types import Language, Theme

DAY = date(2026, 11, 20)
LONG = "이름이 아주 긴 단원 " * 9
CHARTS: list[Chart] = [
    Bars("Accuracy", (("Linear equations", 92.5), ("확률과 통계", 40), ("Nothing", 0)), "%", 100),
    Bars(LONG, ((LONG, 1e300), (LONG, nan), (LONG, -5)), LONG),
    Bars("many", tuple((str(k), float(k)) for k in range(60))),
    Bars("", ()),
    Lines("정답률", (("정답률", tuple((k, 50 + k) for k in range(30))),), "날", "%"),
    Lines("several", tuple((f"{LONG}{k}", ((0, k), (1, k + 1))) for k in range(9))),
    Lines("wild", (("a", ((0, 1e300), (1, -1e300), (2, nan), (inf, 2))),)),
    Lines("one", (("a", ((3, 7),)),)),
    Lines("none", (("a", ()),)),
    Lines("long", (("a", tuple((k, k % 7) for k in range(5_000))),)),
    Calendar("학습", tuple((DAY - timedelta(days=k), k % 5) for k in range(90)), "문제"),
    Calendar("years", tuple((DAY - timedelta(days=3 * k), 10**9) for k in range(900)), "problems"),
    Calendar("none", ()),
    Calendar("nothing done", ((DAY, 0),)),
    Radar("단원별", (("대수", 0.9), ("기하", 0.6), ("확률", 0.3), (LONG, 1.5), ("음수", -1))),
    Radar("two", (("Algebra", 0.5), ("Geometry", 0.7))),
    Radar("none", ()),
    Radar("zeros", (("a", 0), ("b", 0), ("c", nan), ("d", 0))),
    ArgumentTree(
        "Valid: modus ponens",
        (
            ArgumentNode("1", "if it rains, then the ground is wet", "P → Q"),
            ArgumentNode("2", "비가 온다", "P"),
            ArgumentNode("∴", "the ground is wet", "Q", follows=True),
            ArgumentNode("3", LONG, "∀x (F(x) → ¬G(x)) ∧ ∃x (F(x) ∨ H(x))" * 4),
            ArgumentNode("4", "the moon is round", "M"),
            ArgumentNode("∴", "the moon is green", "G", follows=False),
        ),
        (0, 1),
        valid=True,
    ),
    ArgumentTree("many", tuple(ArgumentNode(str(k), LONG, "P") for k in range(30))),
    ArgumentTree("none", ()),
    Bars('#panic() "] $x$ \\', (("#read(1) </text> <svg>", 1),), "' onload='"),
]


async def test_every_chart_is_drawn() -> None:
    async with open_pictures(workers=1) as pictures:
        for number, chart in enumerate(CHARTS):
            for language in Language:
                picture = await pictures.chart(chart, language, (Theme.DARK, Theme.LIGHT)[number % 2])
                assert [page[:4] for page in picture.pages] == [b"\x89PNG"], chart.title
                assert len(picture.alts) == 1
                assert 0 < len(picture.alts[0]) <= charts.MAX_ALT


def test_words_hold_title_names_and_amounts() -> None:
    text = charts.alt(CHARTS[0], Language.ENGLISH)
    assert text == "Accuracy. Linear equations: 92.5%. 확률과 통계: 40%. Nothing: 0%."
    assert charts.alt(CHARTS[4], Language.KOREAN) == "정답률. 정답률: 처음 50, 마지막 79, 최저 50, 최고 79."
    assert "2026-08-23부터 2026-11-19까지 72일 동안 180문제" in charts.alt(CHARTS[10], Language.KOREAN)
    assert "90%" in charts.alt(CHARTS[14], Language.KOREAN)


@pytest.mark.parametrize("chart", [CHARTS[3], CHARTS[8], CHARTS[12], CHARTS[13], CHARTS[16]])
def test_a_chart_without_data_says_so(chart: Chart) -> None:
    assert "practise" in charts.document(chart, Theme.DARK, Language.ENGLISH)
    assert "아직" in charts.alt(chart, Language.KOREAN)


def test_amounts_are_short() -> None:
    shown = [amount(value) for value in (1234567, 87.5, 87.54321, 0.125, 0, -3, 3e12, nan, 1e-9)]
    assert shown == ["1,234,567", "87.5", "87.5", "0.12", "0", "−3", "3×10¹²", "–", "10⁻⁹"]
    assert with_unit(87, "%") == "87%"
    assert with_unit(3, "problems") == "3 problems"
    assert with_unit(3, "문제") == "3문제"


def test_a_name_too_long_is_shortened() -> None:
    short = shortened(LONG, 100, 13)
    assert short.endswith("…")
    assert width(short, 13) <= 100
    assert shortened("대수", 100, 13) == "대수"
