"""`make bench-hf`: the figures docs/figures.md gives for Hugging Face models, measured on this machine.

The same small model as in the tests, made by them (`make test-hf` first), on one thread.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import time
from pathlib import Path

import platformdirs

from model.huggingface import HuggingFace, open_huggingface
from model.settings import HuggingFaceSettings
from tutor.ports import Finish, Prompt

PAIRS = 5
TOKENS = 24
PROMPTS = tuple(Prompt("You are a tutor.", f"Write a story about the number {n}.", max_tokens=TOKENS) for n in range(8))
ENDLESS = {"type": "array", "items": {"const": 1}, "minItems": 300}


async def _write(model: HuggingFace, prompt: Prompt) -> None:
    async for piece in model.stream(prompt):
        if isinstance(piece, Finish) and not piece.truncated:
            sys.stdout.write("a text ended early: this pair flatters nobody, but is shorter\n")


async def _one_by_one(model: HuggingFace) -> float:
    begun = time.perf_counter()
    for prompt in PROMPTS:
        await _write(model, prompt)
    return time.perf_counter() - begun


async def _at_once(model: HuggingFace) -> float:
    begun = time.perf_counter()
    await asyncio.gather(*(_write(model, prompt) for prompt in PROMPTS))
    return time.perf_counter() - begun


async def _cancelled(model: HuggingFace) -> float:
    """Seconds from closing one of two streams until its slot is free."""
    assert model.process is not None
    beside = asyncio.create_task(_write(model, PROMPTS[0]))
    stream = model.stream(Prompt("", "Count.", max_tokens=600, schema=ENDLESS))
    await anext(stream)
    begun = time.perf_counter()
    await stream.aclose()
    while (await model.process.report())["writing"] > (0 if beside.done() else 1):
        pass
    seconds = time.perf_counter() - begun
    await beside
    return seconds


async def _watch_lag(lags: list[float], every: float = 0.005) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(every)
        lags.append(time.perf_counter() - before - every)


def _say(what: str, value: float, unit: str, goal: str) -> None:
    sys.stdout.write(f"{what:<64}{value:>9.2f} {unit:<6} goal {goal}\n")
    sys.stdout.flush()


async def _main(checkpoint: Path) -> None:
    sys.stdout.write(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}\n")
    settings = HuggingFaceSettings(path=checkpoint, threads=1, slots=8, num_ctx=1024)
    async with open_huggingface(settings) as model:
        begun = time.perf_counter()
        await model.check()
        _say("loaded and warm, imports of torch included, after", time.perf_counter() - begun, "s", "none")
        lags: list[float] = []
        watcher = asyncio.create_task(_watch_lag(lags))
        pairs = []
        for number in range(PAIRS):
            first, second = (_one_by_one, _at_once) if number % 2 else (_at_once, _one_by_one)
            taken = {first: await first(model), second: await second(model)}
            pairs.append((taken[_one_by_one], taken[_at_once]))
        cancels = [await _cancelled(model) for _ in range(10)]
        watcher.cancel()
    lags.sort()
    ratio = statistics.median(alone / together for alone, together in pairs)
    speed = statistics.median(len(PROMPTS) * TOKENS / together for _, together in pairs)
    _say(f"8 prompts at once beside one by one, median of {PAIRS} pairs", ratio, "times", "at least 2.5")
    _say("8 prompts at once write", speed, "tok/s", "none")
    _say("a closed stream's slot is free after, the slowest of 10", max(cancels), "s", "at most 1")
    _say("event-loop lag while it writes, 99.9th percentile", lags[int(len(lags) * 0.999)] * 1000, "ms", "at most 100")


if __name__ == "__main__":
    cache = os.environ.get("LEMMA_TEST_CACHE")
    folder = Path(cache) if cache else platformdirs.user_cache_path("lemma-test", appauthor=False)
    asyncio.run(_main(folder / "checkpoints" / "model"))
