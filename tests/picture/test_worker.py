"""The walls around pictures: warm, sealed, killed at the deadline, and a crash costs one picture."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from maths.pool import Failed
from picture.worker import Drawing, open_pictures
from tutor.errors import PictureError
from tutor.pictures import Page
from tutor.types import Language

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PAGE = Page("값은 $\\frac{1}{2}$ 입니다.", Language.KOREAN)
SLACK = 1.0  # a busy machine


@pytest.fixture
async def pictures() -> AsyncIterator[Drawing]:
    async with open_pictures(workers=1, deadline=1.0) as opened:
        yield opened


async def test_pages_come_from_a_warm_process(pictures: Drawing) -> None:
    picture = await pictures.page(PAGE)
    assert picture.pages[0].startswith(b"\x89PNG")
    assert picture.alts[0].startswith("값은 2분의 1")
    started = time.perf_counter()
    await pictures.page(PAGE)
    assert time.perf_counter() - started < 0.2


@pytest.mark.parametrize(
    ("function", "argument"),
    [("builtins:open", "/etc/passwd"), ("os:listdir", "/etc"), ("socket:create_server", ("", 0))],
)
async def test_a_worker_opens_no_file_and_no_connection(pictures: Drawing, function: str, argument: object) -> None:
    assert isinstance(await pictures._pool.run(function, argument), Failed)
    assert (await pictures.page(PAGE)).pages


async def test_a_crash_costs_one_picture(pictures: Drawing) -> None:
    assert isinstance(await pictures._pool.run("os:abort"), Failed)
    assert (await pictures.page(PAGE)).pages


async def test_a_killed_process_is_replaced_and_warmed(pictures: Drawing) -> None:
    worker = await pictures._pool.run("os:getpid")
    assert isinstance(worker, int)
    psutil.Process(worker).kill()
    await asyncio.sleep(0.1)
    assert (await pictures.page(PAGE)).pages
    assert await pictures._pool.run("os:getpid") != worker


async def test_work_without_end_is_killed_at_the_deadline(pictures: Drawing) -> None:
    started = time.perf_counter()
    assert isinstance(await pictures._pool.run("time:sleep", 30), Failed)
    assert time.perf_counter() - started < 1.0 + SLACK
    assert (await pictures.page(PAGE)).pages


async def test_no_picture_is_an_error_with_a_sentence(pictures: Drawing) -> None:
    with pytest.raises(PictureError):
        await pictures.page("not a page")  # type: ignore[arg-type]


def test_the_bot_process_does_not_load_the_typesetters() -> None:
    code = "import sys, picture.worker; print(sorted({'typst', 'mathra', 'picture.drawing'} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"  # noqa: S603 - our own code
