"""Programs nobody vouches for, run behind the walls of `sandbox/jail.py`, or not at all.

Interpreters wait ready; each runs one program and is killed. Before the first, the walls are tried (`proving`): on a
machine where one does not hold nothing is ever run.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import structlog

from sandbox.interpreter import start
from sandbox.jail import MODULES, NoJailError, open_jail
from sandbox.proving import broken
from tutor.code import NO_SANDBOX
from tutor.errors import SandboxError
from tutor.running import Ending, Ran

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from maths.message import Message
    from sandbox.interpreter import Interpreter
    from sandbox.jail import Jail

log = structlog.get_logger(__name__)

DEADLINE = 2.0  # seconds for one call, and for loading
SPARE = 2  # interpreters that wait; comparing two programs takes two


class Locked:
    """`tutor.ports.Sandbox`. Made by `open_sandbox`."""

    def __init__(self, deadline: float, spare: int, modules: Sequence[str], program: str | None) -> None:
        self._deadline = deadline
        self._program = program
        self._spare = spare
        self._modules = tuple(modules)
        self._waiting: list[asyncio.Task[Interpreter]] = []
        self._proof = asyncio.create_task(self._prove())

    async def trouble(self) -> str:
        """Why nothing is run here, for the operator; "" where code is run."""
        proved = await asyncio.shield(self._proof)
        return proved if isinstance(proved, str) else ""

    async def refusal(self) -> Message | None:
        return NO_SANDBOX if await self.trouble() else None

    async def _prove(self) -> Jail | str:
        try:
            jail = await open_jail(self._program)
            tried = await start(jail, self._modules)
            try:
                found = await broken(tried)
            finally:
                await tried.close()
        except (NoJailError, OSError) as error:
            found = str(error)
        if found:
            log.warning("no_sandbox", reason=found)
            return found
        self._waiting = [self._start(jail) for _ in range(self._spare)]
        return jail

    def _start(self, jail: Jail) -> asyncio.Task[Interpreter]:
        return asyncio.create_task(start(jail, self._modules))

    async def take(self) -> Interpreter:
        """A fresh interpreter; another starts in its place. Raises SandboxError."""
        jail = await asyncio.shield(self._proof)
        if isinstance(jail, str):
            raise SandboxError(NO_SANDBOX)
        for _ in range(self._spare + 1):
            ready = self._waiting.pop(0) if self._waiting else self._start(jail)
            try:
                interpreter = await ready
            except (NoJailError, OSError) as error:
                log.warning("no_interpreter", reason=str(error))
                continue
            finally:
                while len(self._waiting) < self._spare:
                    self._waiting.append(self._start(jail))
            if interpreter.alive:
                return interpreter
            await interpreter.close()
        raise SandboxError(NO_SANDBOX)

    @asynccontextmanager
    async def sitting(self, code: str, /, *, script: bool = False) -> AsyncIterator[Sitting]:
        sitting = Sitting(self, code, self._deadline, script=script)
        try:
            await sitting.load()
            yield sitting
        finally:
            await sitting.close()

    async def close(self) -> None:
        self._proof.cancel()
        await asyncio.gather(self._proof, return_exceptions=True)
        for ready in await asyncio.gather(*self._waiting, return_exceptions=True):
            if not isinstance(ready, BaseException):
                await ready.close()


class Sitting:
    """One program. An interpreter that was lost in a call is replaced before the next."""

    def __init__(self, sandbox: Locked, code: str, deadline: float, *, script: bool) -> None:
        self._sandbox = sandbox
        self._job = {"load": code, "script": script}
        self._deadline = deadline
        self._interpreter: Interpreter | None = None
        self.loaded = Ran(Ending.DIED)

    async def load(self) -> None:
        """Send the program in; what came of it is `loaded`. Raises SandboxError."""
        self._interpreter = await self._sandbox.take()
        self.loaded = await self._interpreter.ask(self._job, self._deadline)

    async def call(self, expression: str, /, *, repeat: float = 0.0, memory: bool = False) -> Ran:
        return await self._ask({"call": expression, "repeat": repeat, "memory": memory})

    async def run(self, text: str, /, *, memory: bool = False) -> Ran:
        return await self._ask({"script": text, "memory": memory})

    async def _ask(self, job: dict[str, object]) -> Ran:
        if self.loaded.ending is not Ending.RETURNED:
            return self.loaded
        if self._interpreter is None or not self._interpreter.alive:
            await self.close()
            await self.load()
            if self.loaded.ending is not Ending.RETURNED or self._interpreter is None:
                return self.loaded
        return await self._interpreter.ask(job, self._deadline)

    async def close(self) -> None:
        if self._interpreter is not None:
            await self._interpreter.close()
            self._interpreter = None


@asynccontextmanager
async def open_sandbox(
    *, deadline: float = DEADLINE, spare: int = SPARE, modules: Sequence[str] = MODULES, program: str | None = None
) -> AsyncIterator[Locked]:
    """A sandbox for as long as the context is open; it is tried, and warms up, in the background.

    `program` is bubblewrap's where it is not to be looked for.
    """
    sandbox = Locked(deadline, spare, modules, program)
    try:
        yield sandbox
    finally:
        await sandbox.close()
