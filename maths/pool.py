"""Work in processes of its own: warm, limited, and killed at its deadline.

Work is named by string and resolved in the worker, so the process that owns a pool stays small. Threads cannot be
stopped and `signal.alarm` fails off the main thread; only a killed process surely ends a computation
(docs/verification.md).
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
from typing import TYPE_CHECKING, Literal

from pebble import ProcessExpired, ProcessPool
from pebble.common.types import CONSTS

from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from pebble import ProcessFuture

logger = logging.getLogger(__name__)

PATIENCE = 20.0  # seconds a task may wait for a free worker
WARMINGS = 50  # rounds of asking for every worker before going on without the slowest
KILL_GRACE = 0.02  # seconds between SIGTERM and SIGKILL: C code ignores SIGTERM anyway
POLL = 0.02  # seconds between looks at deadlines


@dataclass(frozen=True, slots=True)
class Failed:
    """A computation that ended without a value."""

    message: Message


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pool is like.

    `deadline` is seconds of wall time for one task, then SIGKILL; `memory` bytes of address space; after `tasks` a
    worker is replaced. `warm` names a function, `module:function`, that each worker calls with `warmth` before its
    first task.
    `start` says how processes begin: forked from a server that has imported what it was told to, or anew.
    """

    workers: int
    deadline: float
    memory: int
    tasks: int
    warm: str
    warmth: tuple[object, ...]
    start: Literal["forkserver", "spawn"]


class Pool:
    """Made by `open_pool`."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._pool = _processes(plan)
        self.started = asyncio.create_task(_start(self._pool, plan.workers))

    async def run(self, function: str, /, *arguments: object, deadline: float | None = None) -> object:
        """The value of a function named `module:function`, or why there is none; never its exception.

        `deadline` is this task's own where it needs another than all have. Cancelling the caller kills the computation.
        """
        deadline = self._plan.deadline if deadline is None else deadline
        try:
            await asyncio.shield(self.started)
            future = self._scheduled(function, arguments, deadline)
            async with asyncio.timeout(PATIENCE + deadline):
                return await asyncio.wrap_future(future)
        except TimeoutError:
            return Failed(Message("no result within {seconds} s", seconds=f"{deadline:g}"))
        except MemoryError:
            return Failed(Message("the computation needs more memory than it may use"))
        except ProcessExpired as error:
            logger.warning("a worker of %s ended: exit code %s", function, error.exitcode)
            return Failed(Message("the computation was stopped at its limits"))
        except Exception:  # a defect in the work must not cost the asker the reply
            logger.exception("the work failed in %s", function)
            return Failed(Message("the computation failed"))

    def _scheduled(self, function: str, arguments: tuple[object, ...], deadline: float) -> ProcessFuture[object]:
        """A worker that is killed while it waits takes the locks of all with it: then they are all replaced."""
        try:
            return self._pool.schedule(_perform, (function, deadline, *arguments), timeout=deadline)
        except RuntimeError:
            logger.warning("the workers of %s are replaced", function)
            broken, self._pool = self._pool, _processes(self._plan)
            broken.stop()  # type: ignore[no-untyped-call]
            return self._pool.schedule(_perform, (function, deadline, *arguments), timeout=deadline)

    async def close(self) -> None:
        await asyncio.wait([self.started])
        self._pool.stop()  # type: ignore[no-untyped-call]
        await asyncio.to_thread(self._pool.join)


@asynccontextmanager
async def open_pool(plan: Plan, *, wait: bool = True) -> AsyncIterator[Pool]:
    """Warm workers for as long as the context is open.

    With `wait`, every worker is warm when the context is entered; without, they warm up in the background and the
    first task waits for them.
    """
    CONSTS.term_timeout = KILL_GRACE
    CONSTS.sleep_unit = POLL
    pool = Pool(plan)
    try:
        if wait:
            await pool.started
        yield pool
    finally:
        await pool.close()


def _processes(plan: Plan) -> ProcessPool:
    context = multiprocessing.get_context(plan.start)
    return ProcessPool(
        max_workers=plan.workers, max_tasks=plan.tasks, initializer=_begin, initargs=(plan,), context=context
    )


async def _start(pool: ProcessPool, workers: int) -> None:
    """Starting processes waits for their imports: in a thread, so that the event loop does not."""
    ready = {await asyncio.wrap_future(await asyncio.to_thread(pool.schedule, _name))}
    for _ in range(WARMINGS):
        if len(ready) == workers:
            return
        asked = [pool.schedule(_name) for _ in range(workers)]
        ready |= set(await asyncio.gather(*(asyncio.wrap_future(future) for future in asked)))


def _begin(plan: Plan) -> None:
    """Runs first in each worker: no file written, no core dump, bounded memory, and all that is needed imported."""
    resource.setrlimit(resource.RLIMIT_AS, (plan.memory, plan.memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _resolved(plan.warm)(*plan.warmth)


def _name() -> int:
    time.sleep(0.02)  # long enough that one worker does not answer for all
    return os.getpid()


def _perform(function: str, deadline: float, /, *arguments: object) -> object:
    """Runs in a worker. RLIMIT_CPU counts over a process's life, so it is raised for each task."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + deadline) + 2
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
    return _resolved(function)(*arguments)


def _resolved(function: str) -> Callable[..., object]:
    module, name = function.split(":")
    resolved: Callable[..., object] = getattr(importlib.import_module(module), name)
    return resolved
