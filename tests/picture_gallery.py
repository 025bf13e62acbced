"""Writes docs/pictures/: sixteen pictures as Lemma sends them, and docs/pictures/README.md that shows them.

.venv/bin/python tests/picture_gallery.py            (make picture-gallery)
"""

from __future__ import annotations

import asyncio
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from maths.graphing.graph import NotDrawn
from maths.worker import open_mathematics
from picture.worker import open_pictures
from tutor.pictures import Bars, Calendar, Lines, Page, Radar
from tutor.sheets import sheet
from tutor.solver import Solver
from tutor.types import Language, Level, Question, Solution, Theme

if TYPE_CHECKING:
    from maths.worker import Mathematics
    from picture.worker import Drawing
    from tutor.pictures import Chart, Picture

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
B, M, A = Level.BEGINNER, Level.INTERMEDIATE, Level.ADVANCED
EN, KO = Language.ENGLISH, Language.KOREAN
DARK, LIGHT = Theme.DARK, Theme.LIGHT
FIRST = date(2026, 9, 1)


class Solved(NamedTuple):
    problem: str
    level: Level
    language: Language
    theme: Theme


class Plotted(NamedTuple):
    request: str
    language: Language
    theme: Theme


class Charted(NamedTuple):
    chart: Chart
    language: Language
    theme: Theme


GALLERY: tuple[Solved | Plotted | Charted, ...] = (
    Solved("Solve x^2 + 3x + 1 = 0", M, EN, DARK),
    Solved("이차방정식 2x^2 - 7x + 3 = 0을 푸시오.", B, KO, LIGHT),
    Solved("Differentiate x^2 * sin(x).", B, EN, LIGHT),
    Solved("∫x*e^x dx를 구하시오.", M, KO, DARK),
    Solved("행렬 [[1, 2], [3, 4]]의 역행렬을 구하시오.", M, KO, LIGHT),
    Solved("Find the eigenvalues of [[2, 1], [1, 2]].", A, EN, DARK),
    Solved("반지름이 3이고 높이가 5인 원뿔의 부피를 구하시오.", B, KO, DARK),
    Solved("Two fair dice are rolled. What is the probability that the sum is 7?", M, EN, LIGHT),
    Plotted("y = x^3 - 3x; y = 2x", EN, DARK),
    Plotted("y = tan(x); y = 1/x", KO, LIGHT),
    Plotted("x^2 + y^2 <= 9; y = x + 1", EN, LIGHT),
    Plotted("r = 1 + cos(theta)", KO, DARK),
    Charted(
        Bars("주제별 정답률", (("일차방정식", 92), ("이차방정식", 74), ("확률", 55), ("미분", 81)), "%", 100), KO, DARK
    ),
    Charted(
        Lines(
            "Accuracy over three weeks",
            (
                ("answered right", tuple((day, 48 + 2.1 * day + 9 * ((day * 5) % 3 - 1)) for day in range(1, 22))),
                ("of everybody", tuple((day, 60 + 0.4 * day) for day in range(1, 22))),
            ),
            "day",
            "%",
        ),
        EN,
        LIGHT,
    ),
    Charted(
        Calendar(
            "푼 문제", tuple((FIRST + timedelta(day), (day * 7) % 11) for day in range(80) if (day * 5) % 7), "문제"
        ),
        KO,
        LIGHT,
    ),
    Charted(
        Radar(
            "Strong and weak topics",
            (("Algebra", 0.82), ("Geometry", 0.55), ("Calculus", 0.7), ("Chance", 0.4), ("Numbers", 0.93)),
        ),
        EN,
        DARK,
    ),
)


async def write() -> None:
    """All pictures and the page that shows them. Exits where one cannot be drawn."""
    FOLDER.mkdir(exist_ok=True)
    shown = [
        "# Pictures\n",
        "Sixteen pictures as Lemma sends them: worked solutions, plots and charts, in both themes and languages. Below",
        "each stands what a screen reader says. `make picture-gallery` writes them anew.\n",
    ]
    async with open_mathematics(workers=1) as mathematics, open_pictures(workers=1) as pictures:
        for place, wanted in enumerate(GALLERY, 1):
            title, picture = await _drawn(wanted, mathematics, pictures)
            shown.append(f"## {title}\n")
            for page, (png, alt) in enumerate(zip(picture.pages, picture.alts, strict=True), 1):
                name = f"{place:02d}-{page}.png"
                (FOLDER / name).write_bytes(png)
                shown += [f'<img src="{name}" width="400" alt="">\n', f"> {alt}\n"]
    (FOLDER / "README.md").write_text("\n".join(shown), encoding="utf-8")


async def _drawn(
    wanted: Solved | Plotted | Charted, mathematics: Mathematics, pictures: Drawing
) -> tuple[str, Picture]:
    match wanted:
        case Solved(problem, level, language, theme):
            solved = [
                update
                async for update in Solver(mathematics, None).solve(Question(problem, level, language))
                if isinstance(update, Solution)
            ][-1]
            return problem, await pictures.page(Page(sheet(solved), language, theme))
        case Plotted(request, language, theme):
            graph = await mathematics.plot(request)
            if isinstance(graph, NotDrawn):
                sys.exit(f"{request} is not drawn")
            return request, await pictures.graph(graph, language, theme)
        case Charted(chart, language, theme):
            return chart.title, await pictures.chart(chart, language, theme)


if __name__ == "__main__":
    asyncio.run(write())
