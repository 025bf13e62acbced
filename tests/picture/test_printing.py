"""Worksheets as documents: on A4, whatever the problems say, formulas that cannot be set among them."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import pytest

from picture.worker import Drawing, open_pictures
from tutor.pictures import Picture, Worksheet
from tutor.types import Language

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

A4 = (595, 842)


@pytest.fixture
async def pictures() -> AsyncIterator[Drawing]:
    async with open_pictures(workers=1) as opened:
        yield opened


def sheet(count: int, problem: str = "방정식 $x + {n} = 7$을 푸시오.") -> Worksheet:
    problems = tuple(problem.replace("{n}", str(n)) for n in range(count))
    answers = tuple(f"$\\frac{{{n}}}{{7}}$" for n in range(count))
    return Worksheet("문제지", "일차방정식", "이름:", problems, "정답", answers, "Lemma", Language.KOREAN)


def pages(document: bytes) -> list[tuple[int, int]]:
    """The sizes of a PDF's pages, in points."""
    plain = document + b"".join(
        _inflated(found) for found in re.findall(rb"stream\r?\n(.*?)endstream", document, re.DOTALL)
    )
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", plain)
    return [(round(float(wide)), round(float(high))) for wide, high in boxes]


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


async def test_answers_stand_on_a_page_of_their_own(pictures: Drawing) -> None:
    for count, expected in ((1, 2), (30, 6)):
        drawn = await pictures.worksheet(sheet(count))
        assert drawn.document is not None
        assert pages(drawn.document) == [A4] * expected
        assert drawn.fallbacks == 0
        assert len(drawn.pages) == 1
        assert drawn.pages[0].startswith(b"\x89PNG")
        assert drawn.alts[0].startswith("문제지")


@pytest.mark.parametrize(
    "hostile", ["$\\unknowncommand{2}$", '#read("/etc/passwd") $x$', "$x", "```\n#panic()\n```", "- 1\n- 2", ""]
)
async def test_every_problem_is_printed(pictures: Drawing, hostile: str) -> None:
    drawn = await pictures.worksheet(sheet(3, hostile))
    assert drawn.document is not None
    assert set(pages(drawn.document)) == {A4}


async def test_a_worksheet_that_costs_a_worker_its_life_is_printed_with_its_sources(pictures: Drawing) -> None:
    drawn = await pictures._pool.run("picture.drawing:plain_worksheet", sheet(3))
    assert isinstance(drawn, Picture)
    assert drawn.document is not None
    assert drawn.fallbacks == 6
