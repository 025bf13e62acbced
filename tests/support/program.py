"""The whole program as a person starts it: a process, its playground, real workers, a real database."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

STARTED_WITHIN = 30.0


@dataclass
class Program:
    """`lemma playground` running; `url` is its page."""

    process: asyncio.subprocess.Process
    url: str

    async def kill(self) -> None:
        """As the power going: no handler runs."""
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()


@asynccontextmanager
async def started(data_dir: Path, **settings: str) -> AsyncIterator[Program]:
    """Start Lemma on a data folder; `settings` are environment variables without their prefix."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LEMMA_", "DISCORD_"))}
    environment |= {"LEMMA_DATA_DIR": str(data_dir), "LEMMA_MODEL__BACKEND": "none", "LEMMA_LOG__FORMAT": "json"}
    environment |= {f"LEMMA_{name}": value for name, value in settings.items()}
    log = (data_dir / "lemma.log").open("ab")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "playground", "--no-browser"),
        env=environment,
        cwd=data_dir,
        stdout=asyncio.subprocess.PIPE,
        stderr=log,
    )
    try:
        if process.stdout is None:
            raise AssertionError("asked for a pipe")
        async with asyncio.timeout(STARTED_WITHIN):
            line = (await process.stdout.readline()).decode()
        assert line.startswith("Lemma's playground: "), (data_dir / "lemma.log").read_text(encoding="utf-8")
        yield Program(process, line.removeprefix("Lemma's playground: ").strip())
    finally:
        log.close()
        if process.returncode is None:
            process.terminate()
            async with asyncio.timeout(STARTED_WITHIN):
                await process.wait()


class Starter(Protocol):
    """`async with start(MODEL__BACKEND="ollama") as program`: always on the same data folder."""

    def __call__(self, **settings: str) -> AbstractAsyncContextManager[Program]: ...
