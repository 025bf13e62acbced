"""A Discord and bots as processes of their own, so that a bot can die and Discord goes on."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from program import STARTED_WITHIN

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator
    from pathlib import Path


@asynccontextmanager
async def open_discord(world: Path) -> AsyncIterator[dict[str, Any]]:
    """The playground without its bot: what it says of itself."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "playground", "--data", str(world), "--port", "0"),
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
async def open_bot(about: dict[str, Any], data_dir: Path, log: Path) -> AsyncIterator[Process]:
    """`lemma run` on that Discord; it is stopped at the end where nothing has killed it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LEMMA_", "DISCORD_"))}
    environment |= {
        "DISCORD_TOKEN": about["token"],
        "LEMMA_DISCORD__API_BASE": about["api_base"],
        "LEMMA_DISCORD__GATEWAY": about["gateway"],
        "LEMMA_DATA_DIR": str(data_dir),
        "LEMMA_MODEL__BACKEND": "none",
        "LEMMA_PICTURES__ENABLED": "false",
        "LEMMA_LOG__FORMAT": "json",
    }
    with log.open("ab") as written:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"), env=environment, cwd=data_dir, stdout=written, stderr=written
        )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
            async with asyncio.timeout(STARTED_WITHIN):
                await process.wait()
