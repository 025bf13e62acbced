"""How fast an interpreter is there, cold and warm, and what those that wait take: figures of docs/code.md."""

from __future__ import annotations

import asyncio
import statistics
import sys
import time

import psutil

from sandbox.worker import open_sandbox

ROUNDS = 40
PAUSE = 0.4  # seconds: time for the next interpreter to start


async def _once(spare: int, pause: float) -> list[float]:
    """Seconds from a program to the value of its first call."""
    took = []
    async with open_sandbox(spare=spare) as sandbox:
        if trouble := await sandbox.trouble():
            sys.exit(trouble)
        for _ in range(ROUNDS):
            await asyncio.sleep(pause)
            started = time.perf_counter()
            async with sandbox.sitting("def f(x):\n    return sorted(x)") as sitting:
                await sitting.call("f([3, 1, 2])")
                took.append(time.perf_counter() - started)
    return sorted(took)


async def _memory() -> tuple[float, float]:
    """Seconds until the sandbox has been tried; megabytes of one interpreter that waits."""
    started = time.perf_counter()
    async with open_sandbox(spare=2) as sandbox:
        await sandbox.trouble()
        proved = time.perf_counter() - started
        await asyncio.sleep(1)
        below = psutil.Process().children(recursive=True)
        waiting = [each for each in below if "python" in each.name()]
        return proved, sum(each.memory_info().rss for each in waiting) / len(waiting) / 1e6


def _told(name: str, took: list[float]) -> None:
    worst = took[int(len(took) * 0.95)]
    print(f"{name}: median {statistics.median(took) * 1e3:.1f} ms, 95 % under {worst * 1e3:.1f} ms")  # noqa: T201


def main() -> None:
    """Print the figures."""
    _told("warm start, to the value of the first call", asyncio.run(_once(2, PAUSE)))
    _told("cold start, to the same", asyncio.run(_once(0, 0.0)))
    proved, memory = asyncio.run(_memory())
    print(f"all walls tried: {proved:.2f} s; an interpreter that waits: {memory:.0f} MB")  # noqa: T201


if __name__ == "__main__":
    main()
