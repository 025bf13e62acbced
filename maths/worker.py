"""Mathematics in processes of its own: warm, limited, and killed at their deadline.

Work is named by string and resolved in the worker, so this module imports no SymPy and the
process that owns a `Mathematics` stays small. Threads cannot be stopped and `signal.alarm` fails
off the main thread; only a killed process surely ends a computation (docs/verification.md).
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import multiprocessing
import os
import resource
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from multiprocessing import forkserver
from typing import TYPE_CHECKING, Any, cast

from pebble import ProcessExpired, ProcessPool
from pebble.common.types import CONSTS

from maths.graphing.graph import NotDrawn
from maths.message import Message
from maths.verdict import (
    Audit,
    AuditedLine,
    Decision,
    Executed,
    Grading,
    Level,
    LineStanding,
    Outcome,
    Standing,
    Verdict,
    Worked,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence

    from pebble import ProcessFuture

    from maths.graphing.graph import Graph, Window

logger = logging.getLogger(__name__)

DEADLINE = 2.0  # seconds of wall time for one task, then SIGKILL
PATIENCE = 20.0  # seconds a task may wait for a free worker
WORKERS = 3  # two may be stuck at their deadline and one still answers at once
MEMORY = 1 << 30  # bytes of address space; a warm worker uses about a third
TASKS_A_WORKER = 500  # then replaced: SymPy's caches grow
WARMINGS = 50  # rounds of asking for every worker before going on without the slowest
KILL_GRACE = 0.02  # seconds between SIGTERM and SIGKILL: C code ignores SIGTERM anyway
POLL = 0.02  # seconds between looks at deadlines


@dataclass(frozen=True, slots=True)
class Failed:
    """A computation that ended without a value."""

    message: Message


class Mathematics:
    """`tutor.ports.Checker` over a pool of worker processes. Made by `open_mathematics`."""

    def __init__(self, pool: ProcessPool, deadline: float, started: asyncio.Future[None]) -> None:
        self._pool = pool
        self._deadline = deadline
        self._started = started

    async def decide(self, problem: str, /) -> Decision:
        match await self.run("maths.decide:decide", problem):
            case Failed(message):
                return Decision(None, None, message)
            case value:
                return cast("Decision", value)

    async def work(self, problem: str, level: Level, /) -> Worked:
        match await self.run("maths.steps:work", problem, level):
            case Failed(message):
                return Worked(Decision(None, None, message))
            case value:
                return cast("Worked", value)

    async def check(self, problem: str, answer: str, /) -> Verdict:
        match await self.run("maths.check:check", problem, answer):
            case Failed(message):
                return Verdict(Standing.UNCHECKED, None, message)
            case value:
                return cast("Verdict", value)

    async def grade(self, expected: str, given: str, /, policy: Mapping[str, Any] | None = None) -> Grading:
        match await self.run("maths.grade:grade", expected, given, policy):
            case Failed(message):
                return Grading(Outcome.UNREADABLE, message)
            case value:
                return cast("Grading", value)

    async def audit(self, text: str, /, problem: str | None = None) -> Audit:
        match await self.run("maths.audit:audit", text, problem):
            case Failed(message):
                lines = tuple(AuditedLine(line, LineStanding.NOT_JUDGED, message) for line in text.splitlines())
                return Audit(Standing.UNCHECKED, lines)
            case value:
                return cast("Audit", value)

    async def execute(self, quantities: Sequence[tuple[str, str]], equations: Sequence[str], asked: str, /) -> Executed:
        match await self.run("maths.program:execute", quantities, equations, asked):
            case Failed(message):
                return Executed(None, (), message)
            case value:
                return cast("Executed", value)

    async def plot(self, request: str, /, window: Window | None = None) -> Graph | NotDrawn:
        match await self.run("maths.graphing.plot:plot", request, window):
            case Failed(message):
                return NotDrawn(message)
            case value:
                return cast("Graph | NotDrawn", value)

    async def run(self, function: str, /, *arguments: object) -> object:
        """The value of a function named `module:function`, or why there is none; never its exception.

        Cancelling the caller kills the computation.
        """
        await asyncio.shield(self._started)
        future: ProcessFuture[object] = self._pool.schedule(
            _perform, (function, self._deadline, *arguments), timeout=self._deadline
        )
        try:
            async with asyncio.timeout(PATIENCE + self._deadline):
                return await asyncio.wrap_future(future)
        except TimeoutError:
            return Failed(Message("no result within {seconds} s", seconds=f"{self._deadline:g}"))
        except MemoryError:
            return Failed(Message("the computation needs more memory than it may use"))
        except ProcessExpired as error:
            logger.warning("a mathematics worker ended: exit code %s", error.exitcode)
            return Failed(Message("the computation was stopped at its limits"))
        except Exception:  # a defect in mathematics must not cost the asker the reply
            logger.exception("mathematics failed in %s", function)
            return Failed(Message("the computation failed"))


def begin_warming() -> None:
    """Start the process that workers are forked from: it imports mathematics while the caller goes on."""
    multiprocessing.get_context("forkserver").set_forkserver_preload(["__main__", "maths.warm"])
    forkserver.ensure_running()


@asynccontextmanager
async def open_mathematics(
    *, workers: int = WORKERS, deadline: float = DEADLINE, wait: bool = True
) -> AsyncIterator[Mathematics]:
    """Warm workers for as long as the context is open.

    With `wait`, every worker has imported its mathematics when the context is entered; without, they
    warm up in the background and the first task waits for them.
    """
    CONSTS.term_timeout = KILL_GRACE
    CONSTS.sleep_unit = POLL
    begin_warming()
    context = multiprocessing.get_context("forkserver")
    pool = ProcessPool(max_workers=workers, max_tasks=TASKS_A_WORKER, initializer=_limit, context=context)
    started = asyncio.create_task(_start(pool, workers))
    try:
        if wait:
            await started
        yield Mathematics(pool, deadline, started)
    finally:
        await asyncio.wait([started])
        pool.stop()  # type: ignore[no-untyped-call]
        await asyncio.to_thread(pool.join)


async def _start(pool: ProcessPool, workers: int) -> None:
    """Starting processes waits for the fork server's imports: in a thread, so that the event loop does not."""
    ready = {await asyncio.wrap_future(await asyncio.to_thread(pool.schedule, _warm))}
    for _ in range(WARMINGS):
        if len(ready) == workers:
            return
        asked = [pool.schedule(_warm) for _ in range(workers)]
        ready |= set(await asyncio.gather(*(asyncio.wrap_future(future) for future in asked)))


def _limit() -> None:
    """Runs first in each worker: no file written, no core dump, bounded memory."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _warm() -> int:
    importlib.import_module("maths.warm")
    time.sleep(0.02)  # long enough that one worker does not take the warming of all
    return os.getpid()


def _perform(function: str, deadline: float, /, *arguments: object) -> object:
    """Runs in a worker. RLIMIT_CPU counts over a process's life, so it is raised for each task."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + deadline) + 2
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
    module, name = function.split(":")
    return getattr(importlib.import_module(module), name)(*arguments)
