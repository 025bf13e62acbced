"""`make bench`: prints the figures of docs/figures.md, measured on this machine.

The bot whose event loop is watched runs in this process; Discord (the playground) and its people run in others.
"""

from __future__ import annotations

import asyncio
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import psutil

sys.path.pop(0)  # tests/, whose folders are called like packages
sys.path.insert(0, str(Path(__file__).parent / "support"))

from playground_page import open_page, shown_text
from program import started
from rush import rush

from bot.client import LemmaBot
from bot.settings import load
from bot.wiring import open_tutor
from maths.worker import open_mathematics
from playground.seed import ADA, crowd

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

CROWD = 100
GUILDS = 1000
PROBLEMS = ("3x^2+4x+5=1", "x^2-5x+6=0", "2x+3=11", "d/dx[x^3+2x^2+x+1]", "2+2*3")
UNWANTED = {"sympy", "flint", "torch", "ollama", "xllamacpp"}


@dataclass(frozen=True, slots=True)
class Figure:
    what: str
    value: float
    unit: str
    goal: float

    def __str__(self) -> str:
        kept = "met" if self.value <= self.goal else "MISSED"
        return f"{self.what:<64}{self.value:>9.2f} {self.unit:<3} goal {self.goal:g} {self.unit}: {kept}"


def say(*figures: Figure) -> None:
    for figure in figures:
        sys.stdout.write(f"{figure}\n")
    sys.stdout.flush()


async def worker_overhead() -> None:
    """One trivial task after another through a warm worker."""
    async with open_mathematics(workers=2) as mathematics:
        times = []
        for _ in range(500):
            begun = time.perf_counter()
            await mathematics.run("builtins:len", "x")
            times.append(time.perf_counter() - begun)
    say(Figure("worker overhead, median of 500", statistics.median(times) * 1000, "ms", 1))


async def whole_program() -> None:
    """The program as it is started, its page driven as a person would."""
    with tempfile.TemporaryDirectory() as folder:
        async with started(Path(folder)):
            pass  # makes the database and the caches of Python
        begun = time.perf_counter()
        async with started(Path(folder)) as program, open_page(program.url, ADA) as ada:
            await ada.ready()
            await ada.command("solve", problem=PROBLEMS[0])
            await ada.message(lambda m: "Verified" in shown_text(m), 30)
            first = time.perf_counter() - begun
            resident = psutil.Process(program.process.pid).memory_info().rss / 2**20
        say(
            Figure("start to the first interaction answered, warm", first, "s", 3),
            Figure("resident memory of the bot process, backend none", resident, "MB", 110),
        )


async def decided_latency() -> None:
    """From the interaction sent to the decided answer shown, one at a time, each by another person."""
    with tempfile.TemporaryDirectory() as folder:
        async with _discord(Path(folder)) as about, _bot(Path(folder), about):
            learners = list(crowd(CROWD))[:40]
            times = [await _one_solve(about["url"], learner, n) for n, learner in enumerate(learners)]
    say(Figure("decided answer shown after the interaction, median of 40", statistics.median(times) * 1000, "ms", 150))


async def crowd_at_once() -> None:
    """A hundred people at once: when each was deferred, and how long the event loop was ever held up."""
    lags: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        async with _discord(Path(folder)) as about, _bot(Path(folder), about) as bot:
            await _one_solve(about["url"], ADA, 0)
            watcher = asyncio.create_task(_watch_lag(lags))
            people = await asyncio.create_subprocess_exec(
                *(sys.executable, __file__, "--people", about["url"]), stdout=asyncio.subprocess.PIPE
            )
            told, _ = await people.communicate()
            watcher.cancel()
            loaded = {name.partition(".")[0] for name in sys.modules} & UNWANTED
            if bot.is_closed() or loaded:
                sys.stdout.write(f"the bot closed, or loaded what it must not: {sorted(loaded)}\n")
    heard = json.loads(told)
    lags.sort()
    say(
        Figure(f"{CROWD} at once: last one deferred after", max(heard["deferred"]), "s", 1),
        Figure(f"{CROWD} at once: last one answered after", max(heard["answered"]), "s", 15),
        Figure(f"{CROWD} at once: event-loop lag, 99.9th percentile", lags[int(len(lags) * 0.999)] * 1000, "ms", 100),
    )


async def thousand_guilds() -> None:
    """A thousand guilds whose daily problem is due in the same minute, on a Discord that keeps its limits."""
    with tempfile.TemporaryDirectory() as folder:
        first, second = await rush(Path(folder), GUILDS, 2)
    for day, name in ((first, "first day"), (second, "next day, solutions due too")):
        say(
            Figure(f"{GUILDS} guilds due at once, {name}: last one posted after", day.last, "s", 60),
            Figure(
                f"{GUILDS} guilds due at once, {name}: doubled or missing", GUILDS - day.posted + day.doubled, "", 0
            ),
            Figure(f"{GUILDS} guilds due at once, {name}: event-loop lag, 99.9th", day.lag * 1000, "ms", 100),
            Figure(f"{GUILDS} guilds due at once, {name}: requests in the busiest second", day.busiest, "", 50),
        )


async def _watch_lag(lags: list[float], every: float = 0.005) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(every)
        lags.append(time.perf_counter() - before - every)


async def _one_solve(url: str, learner: str, number: int) -> float:
    async with open_page(url, learner) as page:
        await page.ready()
        before = set(page.messages)
        begun = time.perf_counter()
        await page.command("solve", problem=PROBLEMS[number % len(PROBLEMS)])
        await page.until(
            lambda: any("Verified" in shown_text(m) for key, m in page.messages.items() if key not in before), 30
        )
        return time.perf_counter() - begun


async def _people(url: str) -> None:
    """Run as a process of its own: everybody asks at once and closes the page; the log tells the rest.

    A hundred open pages would each be sent every message: a load on this machine that Discord has elsewhere.
    """
    ready = asyncio.Barrier(CROWD)

    async def ask(learner: str, number: int) -> float:
        async with open_page(url, learner) as page:
            await page.ready()
            await ready.wait()
            begun = time.time()
            nonce = await page.command("solve", problem=PROBLEMS[number % len(PROBLEMS)])
            await page.told("interaction", 30, nonce=nonce, state="sent")
            return begun

    begun = min(await asyncio.gather(*(ask(learner, n) for n, learner in enumerate(crowd(CROWD)))))
    told: dict[str, list[float]] = {"deferred": [], "answered": []}
    while len(told["answered"]) < CROWD:
        await asyncio.sleep(1)
        log = [entry for entry in await _log(url) if entry["at"] >= begun]
        told["deferred"] = [entry["at"] - begun for entry in log if entry["path"].endswith("/callback")]
        told["answered"] = [entry["at"] - begun for entry in log if "Verified" in json.dumps(entry["body"])]
    sys.stdout.write(json.dumps(told))


async def _log(url: str) -> list[dict[str, Any]]:
    at = aiohttp.client.URL(url)
    async with aiohttp.ClientSession() as session, session.get(at.with_path("/log").with_query(at.query)) as response:
        return list(await response.json())


@asynccontextmanager
async def _discord(folder: Path) -> AsyncIterator[dict[str, Any]]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "playground", "--data", str(folder / "world"), "--port", "0", "--crowd", str(CROWD)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    if process.stdin is None or process.stdout is None:
        raise AssertionError("asked for pipes")
    try:
        yield json.loads(await process.stdout.readline())
    finally:
        process.stdin.close()
        await process.wait()


@asynccontextmanager
async def _bot(folder: Path, about: dict[str, Any]) -> AsyncIterator[LemmaBot]:
    os.environ |= {"LEMMA_DATA_DIR": str(folder), "LEMMA_MODEL__BACKEND": "none"}
    async with (
        open_tutor(load(None)) as tutor,
        LemmaBot(tutor, folder, api_base=about["api_base"], gateway=about["gateway"]) as bot,
    ):
        running = asyncio.create_task(bot.start(about["token"]))
        try:
            await bot.wait_until_ready()
            yield bot
        finally:
            await bot.close()
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


async def _main() -> None:
    load_average = os.getloadavg()[0]
    sys.stdout.write(f"Python {platform.python_version()}, {os.cpu_count()} cores, load average {load_average:.1f}\n")
    await worker_overhead()
    await whole_program()
    await decided_latency()
    await crowd_at_once()
    await thousand_guilds()


if __name__ == "__main__":
    asyncio.run(_people(sys.argv[2]) if sys.argv[1:2] == ["--people"] else _main())
