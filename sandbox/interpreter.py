"""One locked-in interpreter: started, sent one program, asked, and killed. None is ever used for a second program."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
from typing import TYPE_CHECKING, Any

import structlog

from sandbox.jail import MODULES, NoJailError
from sandbox.reply import BYTES, LieError, ran
from tutor.running import Ending, Ran

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.jail import Jail

log = structlog.get_logger(__name__)

MEMORY = 384 << 20  # bytes of address space; the interpreter itself takes about 50 MB of it
SECONDS = 30  # of processor time in its whole life
LONG = 20_000  # bytes; reading what is longer would hold up everybody else
STARTING = 10.0  # seconds; it takes a tenth of one


class Interpreter:
    """A process that waits for its one program. Made by `start`."""

    def __init__(
        self,
        process: asyncio.subprocess.Process,
        replies: asyncio.StreamReader,
        ends: Sequence[asyncio.BaseTransport],
        jobs: asyncio.WriteTransport,
    ) -> None:
        self._process = process
        self._replies = replies
        self._ends = tuple(ends)
        self._jobs = jobs

    async def ask(self, job: dict[str, Any], seconds: float) -> Ran:
        """What came of a job; the process is gone unless it returned or raised."""
        nonce = secrets.token_hex(16)
        self._send({**job, "nonce": nonce})
        try:
            async with asyncio.timeout(seconds):
                line = await self._line()
                return ran(line, nonce) if len(line) < LONG else await asyncio.to_thread(ran, line, nonce)
        except TimeoutError:
            ending = Ending.TIMED_OUT
        except LieError:
            ending = Ending.DIED
        await self.close()
        return Ran(ending)

    async def ready(self, rule: dict[str, Any]) -> bool:
        """Whether it has shut itself in."""
        self._send(rule)
        try:
            async with asyncio.timeout(STARTING):
                return await self._line() == b'{"ready": true}\n'
        except (TimeoutError, LieError):
            return False

    def _send(self, job: dict[str, Any]) -> None:
        self._jobs.write(json.dumps(job).encode() + b"\n")

    async def _line(self) -> bytes:
        try:
            return await self._replies.readuntil(b"\n")
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError, OSError):
            raise LieError from None

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    async def close(self) -> None:
        """Kill it, and with it everything in its namespaces."""
        for end in self._ends:
            end.close()
        if self._process.returncode is None:
            try:
                self._process.kill()
            except ProcessLookupError:
                log.debug("sandbox_ended_by_itself")
        await self._process.wait()


async def start(jail: Jail, modules: Sequence[str] = MODULES) -> Interpreter:
    """A new interpreter, shut in and waiting. Raises NoJailError."""
    loop = asyncio.get_running_loop()
    job_out, job_in = os.pipe()
    reply_out, reply_in = os.pipe()
    filter_out, filter_in = os.pipe()
    os.write(filter_in, jail.starting)  # shorter than a pipe is deep
    os.close(filter_in)
    try:
        process = await asyncio.create_subprocess_exec(
            *jail.command(filter_out),
            stdin=job_out,
            stdout=reply_in,
            stderr=asyncio.subprocess.DEVNULL,
            pass_fds=(filter_out,),
            env={},
        )
    except OSError as error:
        os.close(job_in)
        os.close(reply_out)
        raise NoJailError(str(error)) from error
    finally:
        for end in (job_out, reply_in, filter_out):
            os.close(end)
    jobs, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, os.fdopen(job_in, "wb"))
    replies = asyncio.StreamReader(limit=BYTES)
    heard, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(replies), os.fdopen(reply_out, "rb"))
    interpreter = Interpreter(process, replies, (jobs, heard), jobs)
    rule = {"memory": MEMORY, "cpu": SECONDS, "filter": jail.running.hex(), "modules": list(modules)}
    if not await interpreter.ready(rule):
        await interpreter.close()
        raise NoJailError("an interpreter did not shut itself in")
    return interpreter
