"""The model service's part of `make bench`: what Lemma costs over the raw engine, on the demonstration model.

Raw and through Lemma take turns on one engine, so that other work on the machine falls on both alike; what is
printed is the median of the ratios of such pairs.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import platform
import statistics
import sys
import tempfile
import time
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import platformdirs
import structlog
from pydantic import SecretStr

sys.path.pop(0)  # tests/, whose folders are called like packages
sys.path.insert(0, str(Path(__file__).parent / "support"))

from ollama_shim import NAME, open_shim

from bot.settings import load
from bot.wiring import open_tutor
from model.demonstration import fetch
from model.embedded import Embedded, _request, open_embedded
from model.ollama_server import open_ollama
from model.openai_server import open_openai
from model.queue import Queued
from model.settings import EmbeddedSettings, ModelSettings, OllamaSettings, OpenAISettings
from tutor.ports import Prompt, Text
from tutor.types import Asker, Language, Level, Question

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from model.engine import Engine
    from tutor.ports import LanguageModel

PAIRS = 12
ROUNDS = 6  # of eight at once
AT_ONCE = 8
TOKENS = 48
DIGITS = {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 9}, "minItems": 300, "maxItems": 300}


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds to the first token and in all, and how many came."""

    first: float
    seconds: float
    tokens: int

    @property
    def rate(self) -> float:
        return (self.tokens - 1) / (self.seconds - self.first)


def say(what: str, value: float, unit: str, goal: str, *, met: bool) -> None:
    sys.stdout.write(f"{what:<64}{value:>9.3f} {unit:<3} goal {goal}: {'met' if met else 'MISSED'}\n")
    sys.stdout.flush()


def prompt(number: int) -> Prompt:
    """Each begins differently: an engine remembers beginnings."""
    return Prompt("", f"{number}: tell a long story about numbers.", max_tokens=TOKENS)


async def raw(session: aiohttp.ClientSession, engine: Engine, number: int) -> Pace:
    begun = time.perf_counter()
    first, tokens = 0.0, 0
    async with session.post(
        f"{engine.url}/v1/chat/completions",
        json=_request(prompt(number)),
        headers={"Authorization": f"Bearer {engine.key}"},
    ) as answer:
        async for line in answer.content:
            if line.startswith(b"data: {") and json.loads(line[6:])["choices"][0]["delta"].get("content"):
                tokens += 1
                first = first or time.perf_counter() - begun
    return Pace(first, time.perf_counter() - begun, tokens)


async def through(model: LanguageModel, number: int) -> Pace:
    begun = time.perf_counter()
    first, tokens = 0.0, 0
    async with aclosing(model.stream(prompt(number))) as pieces:
        async for piece in pieces:
            if isinstance(piece, Text):
                tokens += 1
                first = first or time.perf_counter() - begun
    return Pace(first, time.perf_counter() - begun, tokens)


async def in_turns(one: Callable[[int], Awaitable[Pace]], other: Callable[[int], Awaitable[Pace]]) -> None:
    """Pairs of texts, which first in turn: tokens a second and the first token."""
    rates, delays = [], []
    for number in range(PAIRS):
        order = (one, other) if number % 2 else (other, one)
        paces = {make: await make(10 * number + place) for place, make in enumerate(order)}
        rates.append(paces[other].rate / paces[one].rate)
        delays.append(paces[other].first - paces[one].first)
    rate, delay = statistics.median(rates), statistics.median(delays) * 1000
    say("tokens/s through Lemma, share of the raw engine's", rate, "", "at least 0.97", met=rate >= 0.97)
    say("first token through Lemma, later than the raw engine's", delay, "ms", "at most 30", met=delay <= 30)


async def eight_at_once(one: Callable[[int], Awaitable[Pace]], other: Callable[[int], Awaitable[Pace]]) -> None:
    ratios = []
    for number in range(ROUNDS):
        order = (one, other) if number % 2 else (other, one)
        together = {}
        for place, make in enumerate(order):
            begun = time.perf_counter()
            paces = await asyncio.gather(*(make(1000 + 100 * number + 10 * place + n) for n in range(AT_ONCE)))
            together[make] = sum(pace.tokens for pace in paces) / (time.perf_counter() - begun)
        ratios.append(together[other] / together[one])
    ratio = statistics.median(ratios)
    say("8 at once through Lemma, share of the raw throughput", ratio, "", "at least 0.9", met=ratio >= 0.9)


async def cancelled(name: str, model: LanguageModel, engine: Engine, session: aiohttp.ClientSession) -> None:
    """From leaving the stream to the engine's slot being free, the longest of five."""
    longest = 0.0
    for _ in range(5):
        async with aclosing(model.stream(Prompt("", "List digits.", max_tokens=800, schema=DIGITS))) as pieces:
            await anext(pieces)
            begun = time.perf_counter()
        while await _busy(session, engine):  # noqa: ASYNC110 - the engine can only be asked
            await asyncio.sleep(0.005)
        longest = max(longest, time.perf_counter() - begun)
    say(f"cancel frees the slot, {name}, longest of 5", longest, "s", "at most 1", met=longest <= 1)


async def _busy(session: aiohttp.ClientSession, engine: Engine) -> bool:
    async with session.get(f"{engine.url}/slots", headers={"Authorization": f"Bearer {engine.key}"}) as answer:
        return any(slot["is_processing"] for slot in await answer.json())


async def cached_answer() -> None:
    """The second time the same question is asked, by another person: the longest of 20."""
    with tempfile.TemporaryDirectory() as folder:
        text = '["## Understanding\\nA story.\\n## Steps\\nIt is 12.\\nANSWER: 12"]'
        os.environ |= {
            "LEMMA_DATA_DIR": folder, "LEMMA_MODEL__BACKEND": "scripted", "LEMMA_MODEL__TEXTS": text,
        }  # fmt: skip
        question = Question("Which number does my aunt like best?", Level.INTERMEDIATE, Language.ENGLISH)
        times = []
        async with open_tutor(load(None)) as tutor:
            for person in range(21):
                begun = time.perf_counter()
                async with aclosing(tutor.solve(Asker(person + 1, None), question)) as updates:
                    async for _ in updates:
                        pass
                times.append((time.perf_counter() - begun) * 1000)
            if tutor.status().cached != 20:
                raise AssertionError("the answer was not kept")
    slowest = max(times[1:])
    say("a cached answer, slowest of 20", slowest, "ms", "at most 20", met=slowest <= 20)
    middle = statistics.median(times[1:])
    say("a cached answer, median of 20", middle, "ms", "at most 20", met=middle <= 20)


def _settings() -> EmbeddedSettings:
    cache = os.environ.get("LEMMA_TEST_CACHE")
    folder = Path(cache) if cache else platformdirs.user_cache_path("lemma-test", appauthor=False)
    fetch(folder, lambda _done, _total: None)
    chosen = ModelSettings(backend="embedded", slots=AT_ONCE, num_ctx=1024).chosen(folder)
    if not isinstance(chosen, EmbeddedSettings):
        raise AssertionError("asked for the embedded engine")  # noqa: TRY004 - a defect, not a caller's mistake
    return chosen


async def _engine(model: Embedded) -> Engine:
    await model.check()
    if model.engine is None:
        raise AssertionError("it was just checked")
    return model.engine


async def _main() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    sys.stdout.write(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}\n"
    )
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(
            aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0, force_close=True))
        )
        embedded = await stack.enter_async_context(open_embedded(_settings()))
        engine = await _engine(embedded)
        queued = Queued(embedded, slots=AT_ONCE)

        def plain(number: int) -> Awaitable[Pace]:
            return raw(session, engine, number)

        def ours(number: int) -> Awaitable[Pace]:
            return through(queued, number)

        await plain(-1)
        await ours(-2)
        await in_turns(plain, ours)
        await eight_at_once(plain, ours)
        address: Any = f"{engine.url}/v1"
        openai = OpenAISettings(name=NAME, host=address, api_key=SecretStr(engine.key), num_ctx=1024)
        _, shim = await stack.enter_async_context(open_shim(engine))
        ollama = OllamaSettings(name=NAME, host=shim, num_ctx=1024)
        for name, model in (
            ("embedded", queued),
            ("/v1", await stack.enter_async_context(open_openai(openai))),
            ("Ollama's wire", await stack.enter_async_context(open_ollama(ollama))),
        ):
            await cancelled(name, model, engine, session)
    await cached_answer()


if __name__ == "__main__":
    asyncio.run(_main())
