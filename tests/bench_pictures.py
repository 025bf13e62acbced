"""The figures of pictures: a formula, a whole Korean page, the worker's memory after thousands of pages.

`make bench-pictures`. With FORMULAS="file", JSON lines with "tex", every one is drawn.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import time
from pathlib import Path

import psutil

from picture.worker import Drawing, open_pictures
from tutor.pictures import Page
from tutor.types import Language

SAMPLES = [
    r"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}",
    r"\sum_{k=1}^{n} k^2 = \frac{n(n+1)(2n+1)}{6}",
    r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^{-1}",
    r"\int_0^1 x^2\,dx = \left[\frac{x^3}{3}\right]_0^1",
    r"\boxed{\frac{\sqrt{3}}{2}}",
]
KOREAN_PAGE = r"""## {n}. 이차방정식의 풀이

이차방정식 $x^2 - {n}x + 6 = 0$을 인수분해하여 풉니다. 상수항 $6$의 약수 가운데 합이 $-{n}$이 되는 두 수를 찾습니다.

$$x^2 - {n}x + 6 = (x - 2)(x - 3)$$

1. $x - 2 = 0$이면 $x = 2$입니다.
2. $x - 3 = 0$이면 $x = 3$입니다.

근의 공식으로 확인하면 다음과 같습니다.

$$x = \frac{{n} \pm \sqrt{{n}^2 - 4 \cdot 6}}{2}$$

따라서 답은 $\boxed{x = 2 \text{ 또는 } x = 3}$입니다.
"""
PAGES = 5_000


async def main() -> None:
    formulas = _formulas() or [f"{formula} + {n}" for n in range(60) for formula in SAMPLES]
    async with open_pictures(workers=1) as pictures:
        texts = [f"$${formula}$$" for formula in formulas]
        fallbacks = await _timed("a formula", pictures, texts, Language.ENGLISH)
        sys.stdout.write(f"  {len(texts)} formulas, {fallbacks} with a fallback\n")
        await _timed("a Korean page", pictures, [_page(n) for n in range(100)], Language.KOREAN)
    await _memory()


def _formulas() -> list[str]:
    if len(sys.argv) < 2:
        return []
    return [json.loads(line)["tex"] for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]


def _page(number: int) -> str:
    return KOREAN_PAGE.replace("{n}", str(number))


async def _timed(name: str, pictures: Drawing, texts: list[str], language: Language) -> int:
    times, fallbacks = [], 0
    for text in texts:
        started = time.perf_counter()
        picture = await pictures.page(Page(text, language))
        times.append(1000 * (time.perf_counter() - started))
        fallbacks += picture.fallbacks > 0
    times.sort()
    sys.stdout.write(f"{name}: median {statistics.median(times):.1f} ms, p99 {times[int(0.99 * len(times))]:.1f} ms\n")
    return fallbacks


async def _memory() -> None:
    """The most that a worker holds over all its pages, each of them another."""
    most = 0
    async with open_pictures(workers=1) as pictures:
        for number in range(PAGES):
            await pictures.page(Page(_page(number), Language.KOREAN))
            if number % 100 == 99:
                children = psutil.Process(os.getpid()).children(recursive=True)
                most = max(most, *(child.memory_info().rss for child in children))
    sys.stdout.write(f"the worker's memory over {PAGES} pages: at most {most / 1e6:.0f} MB\n")


if __name__ == "__main__":
    asyncio.run(main())
