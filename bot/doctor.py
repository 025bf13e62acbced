"""`lemma doctor`: looks at everything Lemma needs and says how to mend what is missing."""

from __future__ import annotations

import asyncio
import shutil
import socket
import subprocess
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import discord
import typer

from bot.settings import SettingsError, load
from bot.wiring import database_place
from maths.worker import open_mathematics
from model import demonstration
from model.choose import open_model
from picture.worker import open_pictures
from sandbox.worker import open_sandbox
from storage.database import open_database
from tutor.errors import TutorError
from tutor.pictures import Page
from tutor.types import Language

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.settings import Settings

PATIENCE = 15.0  # seconds for one look
FREE_SPACE = 300 << 20  # bytes: the demonstration model and room for the database


class State(StrEnum):
    """How a look ended: WORSE works with less, BROKEN does not work."""

    GOOD = "ok"
    WORSE = "note"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    state: State
    what: str


def run() -> int:
    """Print a line a look; 1 when something is broken."""
    try:
        settings = load()
    except SettingsError as error:
        typer.echo(f"{State.BROKEN:<7}settings    {error}")
        return 1
    return asyncio.run(_examine(settings))


async def _examine(settings: Settings) -> int:
    broken = False
    for name, look in LOOKS.items():
        try:
            async with asyncio.timeout(PATIENCE):
                finding = await look(settings)
        except TimeoutError:
            finding = Finding(State.BROKEN, f"no answer within {PATIENCE:g} s")
        except TutorError as error:
            finding = Finding(State.BROKEN, str(error))
        broken = broken or finding.state is State.BROKEN
        typer.echo(f"{finding.state:<7}{name:<12}{finding.what}")
    return int(broken)


async def _token(settings: Settings) -> Finding:
    if settings.discord_token is None:
        return Finding(State.WORSE, "DISCORD_TOKEN is not set: lemma run opens the playground instead of Discord")
    client = discord.Client(intents=discord.Intents.none())
    try:
        await client.login(settings.discord_token.get_secret_value())
        return Finding(State.GOOD, f"Discord knows it as {client.user}")
    except discord.LoginFailure:
        return Finding(State.BROKEN, "Discord refuses it: copy it again from the Bot page of the developer portal")
    except (discord.HTTPException, OSError) as error:
        return Finding(State.BROKEN, f"Discord cannot be reached ({error}): check the network")
    finally:
        await client.close()


async def _data(settings: Settings) -> Finding:
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        probe = settings.data_dir / ".doctor"
        probe.write_bytes(b"")
        probe.unlink()
        free = shutil.disk_usage(settings.data_dir).free
    except OSError as error:
        return Finding(State.BROKEN, f"{settings.data_dir} cannot be written ({error}): set LEMMA_DATA_DIR")
    if free < FREE_SPACE:
        return Finding(
            State.WORSE, f"{settings.data_dir} has {free >> 20} MB free: make room for {FREE_SPACE >> 20} MB"
        )
    return Finding(State.GOOD, str(settings.data_dir))


async def _database(settings: Settings) -> Finding:
    async with open_database(database_place(settings)) as database:
        await database.check()
    place = database_place(settings) if settings.database_url is None else "LEMMA_DATABASE_URL"
    return Finding(State.GOOD, f"opens, is up to date and can be written: {place}")


async def _mathematics(_: Settings) -> Finding:
    async with open_mathematics(workers=1) as mathematics:
        decision = await mathematics.decide("x^2 = 4")
    if decision.answer is None:
        return Finding(State.BROKEN, f"does not answer ({decision.reason}): install Lemma again with make run")
    return Finding(State.GOOD, f"x² = 4 gives {decision.answer.typed}")


async def _pictures(settings: Settings) -> Finding:
    if not settings.pictures.enabled:
        return Finding(State.WORSE, "switched off: solutions are text alone (LEMMA_PICTURES__ENABLED)")
    async with open_pictures(workers=1) as pictures:
        drawn = await pictures.page(Page("$$x^2 = 4$$ 두 근", Language.KOREAN))
    return Finding(State.GOOD, f"a formula and Hangul are drawn in {len(drawn.pages[0]) >> 10} KB")


async def _sandbox(settings: Settings) -> Finding:
    if not settings.sandbox.enabled:
        return Finding(State.WORSE, "switched off: code is shown, not run (LEMMA_SANDBOX__ENABLED)")
    program = settings.sandbox.bwrap
    async with open_sandbox(spare=0, program=str(program) if program else None) as sandbox:
        trouble = await sandbox.trouble()
    if trouble:
        return Finding(State.WORSE, f"code is shown, not run: {trouble}")
    return Finding(State.GOOD, "holds against what was tried: Python that a model wrote is run behind it")


async def _model(settings: Settings) -> Finding:
    async with open_model(settings.model, settings.data_dir) as model:
        if model is None:
            return Finding(
                State.WORSE,
                "none: mathematics answers alone. lemma model fetch brings a demonstration model; "
                "LEMMA_MODEL__BACKEND=ollama uses a real one",
            )
        await model.check()
        if model.writer.demonstration:
            return Finding(
                State.WORSE,
                f"{model.writer.label} answers: a demonstration that cannot do mathematics. "
                "For a tutor, set LEMMA_MODEL__BACKEND=ollama and LEMMA_MODEL__NAME",
            )
        return Finding(State.GOOD, f"{model.writer.label} answers")


async def _demonstration(settings: Settings) -> Finding:
    if path := demonstration.fetched(settings.data_dir):
        return Finding(State.GOOD, str(path))
    return Finding(State.WORSE, "not fetched: lemma model fetch (93 MB)")


async def _fonts(_: Settings) -> Finding:
    lister = shutil.which("fc-list")
    if lister is None:
        return Finding(State.WORSE, "fc-list is not installed, so Korean fonts were not looked for")
    listed = await asyncio.to_thread(
        subprocess.run, [lister, ":lang=ko"], capture_output=True, check=False, timeout=PATIENCE
    )
    if not listed.stdout.strip():
        return Finding(State.WORSE, "no Korean font: a browser here draws boxes. sudo apt install fonts-noto-cjk")
    return Finding(State.GOOD, "Korean is drawn")


async def _port(settings: Settings) -> Finding:
    port = settings.playground.port
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return Finding(State.WORSE, f"{port} is taken: the playground moves on, or set LEMMA_PLAYGROUND__PORT")
    return Finding(State.GOOD, f"{port} is free for the playground")


LOOKS: dict[str, Callable[[Settings], Awaitable[Finding]]] = {
    "token": _token,
    "data": _data,
    "database": _database,
    "mathematics": _mathematics,
    "pictures": _pictures,
    "sandbox": _sandbox,
    "model": _model,
    "demo model": _demonstration,
    "fonts": _fonts,
    "port": _port,
}
