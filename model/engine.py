"""Starts and stops the embedded engine's process."""

from __future__ import annotations

import asyncio
import json
import secrets
import signal
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import structlog

from maths.message import Message
from model import child
from model.failures import adapter_unfit
from tutor.errors import ModelUnavailableError

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Iterable

    from model.settings import EmbeddedSettings

log = structlog.get_logger(__name__)

PROGRAM: Final = Path(__file__).with_name("engine_process.py")
CACHE_MIB: Final = 64  # of prompts already read, so that a repeated beginning is not read again


@dataclass(slots=True)
class Engine:
    """A running engine: an OpenAI-style server at `url` that answers who knows `key`.

    `context` is how many tokens a prompt and its answer may fill together, once the engine was asked; 0 before.
    """

    process: Process
    url: str
    key: str
    _log: asyncio.Task[None] = field(repr=False)
    context: int = 0

    @property
    def alive(self) -> bool:
        return self.process.returncode is None

    async def died(self) -> bool:
        return await child.died(self.process)

    async def stop(self) -> None:
        await child.stop(self.process)
        await self._log


class _NotStartedError(Exception):
    """The process did not come up; the text is its own reason."""


async def start(settings: EmbeddedSettings) -> Engine:
    """Start a process and wait until its model is loaded. Raises ModelUnavailableError."""
    _look_for_files(settings)
    key = secrets.token_urlsafe(32)
    process = await _spawned()
    said: deque[str] = deque(maxlen=20)
    logged = asyncio.create_task(child.log_lines(process, said))
    try:
        url = await _first_words(process, settings, key)
    except BaseException as error:
        await child.stop(process)
        await logged
        if isinstance(error, _NotStartedError | ModelUnavailableError):
            log.warning("engine_not_started", reason=str(error), exit=process.returncode, said=list(said))
        if isinstance(error, _NotStartedError):
            raise _explained(process, said, settings) from error
        raise
    log.info("engine_started", model=settings.name, url=url, process=process.pid)
    return Engine(process, url, key, logged)


def _look_for_files(settings: EmbeddedSettings) -> None:
    if not settings.path.is_file():
        raise _missing(settings)
    if any(not path.is_file() for path in adapter_files(settings)):
        raise ModelUnavailableError(
            Message(
                "The adapter's file is not there. Whoever runs Lemma should check LEMMA_MODEL__ADAPTER and "
                "LEMMA_MODEL__ADAPTERS."
            )
        )


def adapter_files(settings: EmbeddedSettings) -> list[Path]:
    """The files of all adapters, each once, in the order the engine counts them."""
    own = [settings.adapter] if settings.adapter is not None else []
    return list(dict.fromkeys([*own, *settings.adapters.values()]))


async def _spawned() -> Process:
    try:
        return await child.spawn(str(PROGRAM), environment={"GGML_NO_BACKTRACE": "1"})
    except OSError as error:
        log.warning("engine_not_spawned", reason=str(error))
        raise _not_loaded() from error


async def _first_words(process: Process, settings: EmbeddedSettings, key: str) -> str:
    assert process.stdin is not None  # noqa: S101 - it was asked for as a pipe
    assert process.stdout is not None  # noqa: S101
    asked = {
        "path": str(settings.path),
        "adapter": str(settings.adapter) if settings.adapter else None,
        "adapters": [str(path) for path in adapter_files(settings)],
        "key": key,
        "slots": settings.slots,
        "num_ctx": settings.num_ctx,
        "threads": settings.threads or child.threads(),
        "cache_mib": CACHE_MIB,
    }
    try:
        async with asyncio.timeout(settings.timeout):
            process.stdin.write(json.dumps(asked).encode() + b"\n")
            await process.stdin.drain()
            line = await process.stdout.readline()
    except TimeoutError as error:
        raise ModelUnavailableError(
            Message(
                "The embedded model was not loaded within {seconds} seconds. Whoever runs Lemma should choose "
                "a smaller one, or raise LEMMA_MODEL__TIMEOUT.",
                seconds=round(settings.timeout),
            )
        ) from error
    except OSError as error:
        raise _NotStartedError(str(error)) from error
    if not line:
        raise _NotStartedError("no word from it")
    answer: dict[str, str] = json.loads(line)
    if "url" not in answer:
        raise _NotStartedError(answer["error"])
    return answer["url"]


def _explained(process: Process, said: Iterable[str], settings: EmbeddedSettings) -> ModelUnavailableError:
    if process.returncode == -signal.SIGILL:
        return ModelUnavailableError(
            Message(
                "The embedded engine cannot run on this processor (it needs AVX2). Whoever runs Lemma should set "
                "LEMMA_MODEL__BACKEND to ollama, or to none for mathematics alone."
            )
        )
    if adapter_files(settings) and any("lora adapter" in line for line in said):
        return adapter_unfit(settings.name)
    return _not_loaded()


def _not_loaded() -> ModelUnavailableError:
    return ModelUnavailableError(
        Message(
            "The embedded model could not be loaded. Whoever runs Lemma should check that LEMMA_MODEL__PATH is a whole "
            "GGUF file and that there is memory for it, or run `lemma model fetch`. The reason is in Lemma's log."
        )
    )


def _missing(settings: EmbeddedSettings) -> ModelUnavailableError:
    if settings.demonstration:
        return ModelUnavailableError(
            Message("The demonstration model is not here yet. Whoever runs Lemma can get it with `lemma model fetch`.")
        )
    return ModelUnavailableError(
        Message("The model file is not there. Whoever runs Lemma should check LEMMA_MODEL__PATH.")
    )
