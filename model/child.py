"""A process of Lemma's own for native code: it may crash, must not outlive us, and learns no secret."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import structlog

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections import deque
    from collections.abc import Mapping

log = structlog.get_logger(__name__)

PRIVATE: Final = ("DISCORD_", "LEMMA_", "OLLAMA_")  # variables that native code has no business with
LONGEST_LINE: Final = 1 << 20  # bytes of one line that a child may say to us


async def spawn(*program: str, environment: Mapping[str, str]) -> Process:
    """Run our own interpreter on a program, with pipes. Raises OSError."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-P", *program, stdin=PIPE, stdout=PIPE, stderr=PIPE, limit=LONGEST_LINE,
        start_new_session=True,  # Ctrl-C reaches Lemma, which then stops the child
        env={name: value for name, value in os.environ.items() if not name.startswith(PRIVATE)} | dict(environment),
    )  # fmt: skip


async def stop(process: Process) -> None:
    """Kill it: it holds nothing that anybody would miss."""
    with suppress(ProcessLookupError):
        process.kill()
    await process.wait()


async def died(process: Process) -> bool:
    """Whether the process has ended; one that broke its connections is given a moment to."""
    try:
        async with asyncio.timeout(1.0):
            await process.wait()
    except TimeoutError:
        return False
    return True


async def log_lines(process: Process, said: deque[str]) -> None:
    """Log what it says on standard error until it ends, and keep the last lines."""
    assert process.stderr is not None  # noqa: S101 - it was asked for as a pipe
    rest = ""
    while chunk := await process.stderr.read(4096):
        *lines, rest = (rest + chunk.decode(errors="replace"))[-65_536:].split("\n")
        for line in lines:
            said.append(line)
            log.debug("engine_said", line=line)


def threads() -> int:
    """All processors but one of those this process may use, which in a container is not all of them."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, cores - 1)
