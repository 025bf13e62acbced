"""Lemma as a whole, over the wire: what a learner sees, what is stored, what survives."""

from __future__ import annotations

import json
import sqlite3
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import aiohttp
from playground_page import open_page, shown_text, walk

from playground.seed import ADA, MINA, MINJUN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from playground_page import Json, Page
    from program import Program, Starter

PATIENCE = 30.0


@asynccontextmanager
async def visit(program: Program, person: str = ADA) -> AsyncIterator[Page]:
    async with open_page(program.url, person) as page:
        await page.ready()
        yield page


async def shown(page: Page, wanted: Callable[[str], bool]) -> Json:
    """The newest message whose whole text is wanted."""
    return await page.message(lambda message: wanted(shown_text(message)), PATIENCE)


def solved(text: str) -> bool:
    return "Verified" in text or "검증" in text


def button(message: Json, label: str) -> str:
    return str(next(c["custom_id"] for c in walk(message["components"]) if label == c.get("label")))


async def log_of(url: str) -> list[Json]:
    parts = urlsplit(url)
    key = parse_qs(parts.query)["key"][0]
    async with aiohttp.ClientSession() as session, session.get(f"http://{parts.netloc}/log?key={key}") as response:
        return list(await response.json())


async def test_a_decided_problem_is_answered_verified_and_stored_before_it_is_shown(
    start: Starter, tmp_path: Path
) -> None:
    async with start() as program, visit(program) as ada:
        await ada.command("solve", problem="3x^2+4x+5=1")
        message = await shown(ada, solved)
        with sqlite3.connect(tmp_path / "lemma.db") as database:
            (stored,) = database.execute("select count(*) from solutions").fetchone()
        assert stored == 1
        text = shown_text(message)
        assert "√2" in text
        assert "\\" not in text
        assert {"Simpler", "Deeper", "Report a mistake"} <= {c.get("label") for c in walk(message["components"])}


async def test_the_handler_defers_first_and_no_body_may_ping_anyone(start: Starter) -> None:
    async with start() as program, visit(program) as ada:
        await ada.command("solve", problem="2x + 3 = 11 @everyone")
        await shown(ada, lambda text: "Not solved" in text)
        await ada.command("solve", problem="2x + 3 = 11")
        await shown(ada, solved)
        log = await log_of(program.url)
    callbacks = [entry["body"] for entry in log if entry["path"].endswith("/callback")]
    assert [body["type"] for body in callbacks] == [5, 5]
    said = [entry for entry in log if "/messages/" in entry["path"] and "components" in (entry["body"] or {})]
    assert said
    assert all(entry["body"]["allowed_mentions"]["parse"] == [] for entry in said)
    assert "@everyone" not in json.dumps([entry["body"] for entry in said])


async def test_a_korean_reader_is_answered_in_korean(start: Starter) -> None:
    async with start() as program, visit(program, MINJUN) as minjun:
        await minjun.command("solve", problem="x^2-5x+6=0을 풀어 주세요")
        text = shown_text(await shown(minjun, solved))
    assert "검증" in text
    assert "Verified" not in text


async def test_after_kill_9_the_record_is_there_and_its_buttons_still_work(start: Starter) -> None:
    async with start() as program, visit(program) as ada:
        await ada.command("solve", problem="x^2 - 5x + 6 = 0")
        await shown(ada, solved)
        await program.kill()
    async with start() as program, visit(program) as ada:
        message = await shown(ada, solved)
        before = shown_text(message)
        await ada.click(message, button(message, "Simpler"))
        await shown(ada, lambda text: solved(text) and text != before)
        await ada.command("history")
        assert "x^2 - 5x + 6 = 0" in shown_text(await shown(ada, lambda text: "Your questions" in text))


async def test_a_model_server_that_is_down_costs_the_prose_not_the_answer(start: Starter) -> None:
    down = {"MODEL__BACKEND": "ollama", "MODEL__NAME": "phi4-mini", "MODEL__HOST": "http://127.0.0.1:9"}
    async with start(**down) as program, visit(program) as ada:
        await ada.command("solve", problem="2x + 3 = 11")
        assert "4" in shown_text(await shown(ada, lambda text: solved(text) and "ollama serve" in text))


BAD_INPUT = {
    "   ": "no problem",
    "https://cdn.example/picture.png": "Pictures",
    "1/0": "zero",
    "x" * 6000: "6000 characters",
    "@everyone": "no mathematics",
    "__import__('os').system('touch pwned')": "No language model",
    "Résous l'équation suivante": "English and Korean",
}


async def test_bad_input_gets_a_sentence_and_never_a_traceback(start: Starter, tmp_path: Path) -> None:
    async with start() as program, visit(program) as ada, visit(program, MINA) as mina:
        for number, (problem, says) in enumerate(BAD_INPUT.items()):
            asker = (ada, mina)[number % 2]  # two, because one person may ask only so often
            await asker.command("solve", problem=problem)
            text = shown_text(await shown(asker, lambda text, says=says: says in text))
            assert "Traceback" not in text
    assert not list(tmp_path.rglob("pwned"))
    assert "Traceback" not in (tmp_path / "lemma.log").read_text(encoding="utf-8")
