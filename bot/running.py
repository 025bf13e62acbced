"""`lemma run` and `lemma playground`: one program, on Discord or in the loopback Discord.

The bot itself (`bot.serving`) is imported late: while it is, the playground's process is already starting.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import webbrowser
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import structlog
import typer

from bot.starting import NotStartedError, settings_or_exit
from maths.worker import begin_warming

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Coroutine
    from pathlib import Path

    from bot.settings import Settings

log = structlog.get_logger(__name__)

SERVING_WITHIN = 20.0  # seconds the playground may take to start


def run() -> None:
    """On Discord with a token; without one, the playground."""
    settings = settings_or_exit()
    begin_warming()
    if settings.discord_token is None:
        _until_stopped(_in_playground(settings, settings.playground.port, browser=True))
        return
    at = settings.discord
    from bot.serving import Door, serve

    door = Door(settings.discord_token.get_secret_value(), settings.data_dir, at.api_base, at.gateway)
    _until_stopped(serve(settings, door))


def run_playground(port: int | None, *, browser: bool) -> None:
    """The playground, token or not."""
    settings = settings_or_exit()
    begin_warming()
    _until_stopped(_in_playground(settings, port or settings.playground.port, browser=browser))


async def _in_playground(settings: Settings, port: int, *, browser: bool) -> None:
    folder = settings.data_dir / "playground"
    async with _playground(folder, port) as serving:
        from bot.serving import Door, serve

        ready = await serving
        if ready["moved_from"]:
            typer.echo(f"Port {ready['moved_from']} is taken; the playground moved to {ready['port']}.", err=True)
        typer.echo(f"Lemma's playground: {ready['url']}")
        sys.stdout.flush()
        if browser and _has_screen():
            await asyncio.to_thread(webbrowser.open, str(ready["url"]))
        door = Door(str(ready["token"]), folder, str(ready["api_base"]), str(ready["gateway"]))
        await serve(settings, door)


@asynccontextmanager
async def _playground(folder: Path, port: int) -> AsyncIterator[Awaitable[dict[str, str | int | None]]]:
    """The loopback Discord as a process of its own, which ends with its standard input: with us.

    Yields what it says of itself, to be awaited.
    """
    # -P: a folder called playground where Lemma was started is not our package
    command = (sys.executable, "-P", "-m", "playground", "--data", str(folder), "--port", str(port))
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    if process.stdin is None or process.stdout is None:
        raise AssertionError("asked for pipes")
    try:
        yield _first_line(process.stdout)
    finally:
        process.stdin.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(5):
                await process.wait()
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _first_line(output: asyncio.StreamReader) -> dict[str, str | int | None]:
    try:
        async with asyncio.timeout(SERVING_WITHIN):
            line = await output.readline()
    except TimeoutError as error:
        raise NotStartedError(f"The playground did not start within {SERVING_WITHIN:g} s.") from error
    if not line:
        raise NotStartedError("The playground did not start; its reason stands above.")
    about: dict[str, str | int | None] = json.loads(line)
    return about


def _has_screen() -> bool:
    """Whether a browser would be seen: not over SSH and not on a server without a display."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _until_stopped(program: Coroutine[None, None, None]) -> None:
    """Run until it ends, Ctrl+C or SIGTERM; a program that cannot start says why and exits with 1."""
    try:
        asyncio.run(_stoppable(program))
    except NotStartedError as error:
        log.error("not_started", reason=str(error))  # noqa: TRY400 - a sentence for the operator, not a defect
        raise typer.Exit(1) from None


async def _stoppable(program: Coroutine[None, None, None]) -> None:
    task = asyncio.ensure_future(program)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    with suppress(asyncio.CancelledError):
        await task
