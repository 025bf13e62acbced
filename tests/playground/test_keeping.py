"""The world outlives the process."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import aiohttp
from learning_bot import PNG
from playground_page import open_page

from playground import seed
from playground.attachments import Upload, safe_name
from playground.server import open_playground

if TYPE_CHECKING:
    from pathlib import Path


async def test_world_and_ids_survive_a_restart(tmp_path: Path) -> None:
    async with open_playground(tmp_path, 0) as first, open_page(first.url, seed.MINJUN) as page:
        hello = page.hello
        await page.send("say", channel_id=page.study, content="기억해 줘")
        said = await page.message(lambda one: one["content"] == "기억해 줘")
        await page.send("locale", locale="en-US")
        await page.send("say", channel_id=page.study, content="after")
        await page.message(lambda one: one["content"] == "after")
        first.world.set_commands("global", [])
        thread = first.world.start_thread(seed.STUDY, "talk", 60)
    async with open_playground(tmp_path, 0) as second, open_page(second.url, seed.MINJUN) as page:
        assert [user["id"] for user in page.hello["people"]] == [user["id"] for user in hello["people"]]
        assert page.hello["locale"] == "en-US"
        assert page.messages[said["id"]]["content"] == "기억해 줘"
        assert thread["id"] in second.world.channels
        await page.send("say", channel_id=page.study, content="later")
        later = await page.message(lambda one: one["content"] == "later")
        assert int(later["id"]) > int(said["id"])


async def test_two_new_worlds_have_the_same_ids(tmp_path: Path) -> None:
    told = []
    for name in ("one", "two"):
        async with open_playground(tmp_path / name, 0) as playground, open_page(playground.url, seed.MINA) as page:
            told.append(([one["id"] for one in page.hello["guild"]["channels"]], list(page.messages)))
    assert told[0] == told[1]


async def test_world_is_written_while_it_runs(tmp_path: Path) -> None:
    """A kill loses at most what the last moment brought."""
    async with open_playground(tmp_path, 0, save_delay=0.01) as playground:
        playground.world.post(seed.STUDY, seed.ADA, {"content": "written soon"})
        async with asyncio.timeout(5):
            while "written soon" not in _text(tmp_path):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        json.loads(_text(tmp_path))


def _text(folder: Path) -> str:
    path = folder / "world.json"
    return path.read_text(encoding="utf-8") if path.exists() else ""


async def test_a_world_that_cannot_be_read_is_put_aside_not_overwritten(tmp_path: Path) -> None:
    tmp_path.joinpath("world.json").write_text('{"version": 1, "mess')
    async with open_playground(tmp_path, 0) as playground:
        assert seed.WELCOME in playground.world.messages[seed.STUDY]
    kept = list(tmp_path.glob("world.unreadable-*"))
    assert [path.read_text() for path in kept] == ['{"version": 1, "mess']


async def test_attachments_follow_the_port_and_stay_readable(tmp_path: Path) -> None:
    async with open_playground(tmp_path, 0) as playground:
        fields = {"content": "look"}
        message = playground.world.post(seed.STUDY, seed.ADA, fields, [Upload("그래프 1.png", PNG, "a graph")])
    async with open_playground(tmp_path, 0) as playground, open_page(playground.url, seed.ADA) as page:
        attachment = page.messages[message["id"]]["attachments"][0]
        assert attachment["url"].startswith(f"{playground.base}/attachments/")
        assert attachment["filename"] == "그래프_1.png"
        async with aiohttp.ClientSession() as session, session.get(attachment["url"]) as response:
            assert await response.read() == PNG
            assert "sandbox" in response.headers["Content-Security-Policy"]
        playground.world.remove(playground.world.message(seed.STUDY, message["id"]))
        async with aiohttp.ClientSession() as session, session.get(attachment["url"]) as response:
            assert response.status == 404


async def test_only_pictures_are_shown_in_place(tmp_path: Path) -> None:
    async with open_playground(tmp_path, 0) as playground:
        upload = Upload("x.html", b"<script>alert(1)</script>")
        message = playground.world.post(seed.STUDY, seed.ADA, {"content": ""}, [upload])
        url = message["attachments"][0]["url"]
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            assert response.headers["Content-Disposition"] == "attachment"
            assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_file_names_cannot_leave_their_folder() -> None:
    assert safe_name("../../etc/passwd") == "_.._etc_passwd"
    assert safe_name("...") == "file"
    assert safe_name("a\r\nb\x00.png") == "a__b_.png"
