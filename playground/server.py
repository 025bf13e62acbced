"""The playground put together: one server on loopback for the bot (REST, gateway) and for people (page, live)."""

from __future__ import annotations

import socket
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web

from playground import doors
from playground.attachments import Attachments
from playground.callbacks import TokenEndpoints
from playground.endpoints import BotEndpoints
from playground.gateway import Gateway
from playground.interactions import Interactions
from playground.keeping import Keeper, load, locked, open_keys
from playground.live import Live
from playground.rest import API, Log, Rest
from playground.rules import REQUEST_BYTES
from playground.world import World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

PORTS_TRIED = 50
FORM_OVERHEAD = 1 << 20


@dataclass(frozen=True, slots=True)
class Playground:
    """A running playground. `url` opens the page; `moved_from` is the port that was asked for but taken."""

    port: int
    secret: str = field(repr=False)
    token: str = field(repr=False)
    moved_from: int | None
    world: World
    sessions: Gateway
    log: Log

    @property
    def base(self) -> str:
        return f"http://{doors.HOST}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.base}/?key={self.secret}"

    @property
    def api_base(self) -> str:
        return self.base + API

    @property
    def gateway(self) -> str:
        return f"ws://{doors.HOST}:{self.port}/gateway"


@asynccontextmanager
async def open_playground(  # noqa: PLR0913 - the times and sizes a test shortens
    data_dir: Path,
    port: int = 8765,
    *,
    ack_window: float = 3.0,
    token_life: float = 900.0,
    save_delay: float = 0.5,
    crowd: int = 0,
) -> AsyncIterator[Playground]:
    """Serve a small Discord on loopback until the block is left; its world lies in `data_dir`.

    A taken `port` moves to the next free one; 0 is any. `crowd` is how many learners there are beyond
    the usual people, for load tests. Raises InUseError when another playground has `data_dir`.
    """
    with locked(data_dir), bind(port) as listener:
        served: int = listener.getsockname()[1]
        keys = open_keys(data_dir)
        base = f"http://{doors.HOST}:{served}"
        gateway_url = f"ws://{doors.HOST}:{served}/gateway"
        saved = load(data_dir / "world.json", base)
        world = World(Attachments(data_dir / "attachments", base, keys.secret), saved, crowd)
        interactions = Interactions(world, ack_window=ack_window, token_life=token_life)
        interactions.restore(saved["interactions"] if saved else [])
        gateway = Gateway(world, keys.token, gateway_url)
        live = Live(world, interactions, lambda: gateway.online)
        endpoints = BotEndpoints(world, gateway_url).table() + TokenEndpoints(world, interactions).table()
        rest = Rest(keys.token, endpoints)
        keeper = Keeper(
            data_dir / "world.json",
            lambda: world.snapshot() | {"base": base, "interactions": interactions.snapshot()},
            save_delay,
        )
        world.listen(lambda _: keeper.changed())
        app = web.Application(
            client_max_size=REQUEST_BYTES + FORM_OVERHEAD, middlewares=[doors.guard(keys.secret, served)]
        )
        app.router.add_get("/gateway", gateway.handle)
        app.router.add_get("/live", live.handle)
        rest.add_routes(app.router)
        doors.add_routes(app.router, world.attachments, rest.log)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        try:
            await web.SockSite(runner, listener).start()
            moved_from = None if port in {0, served} else port
            yield Playground(served, keys.secret, keys.token, moved_from, world, gateway, rest.log)
        finally:
            interactions.close()
            await gateway.close()
            await live.close()
            await runner.cleanup()
            await keeper.close()


def bind(port: int) -> socket.socket:
    """A listening socket on `port` of loopback, or on the next free port. Raises OSError when none is."""
    last = min(port + PORTS_TRIED, 65_535) if port else 0
    for candidate in range(port, last + 1):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((doors.HOST, candidate))
            listener.listen(128)
        except OSError:
            listener.close()
        else:
            return listener
    raise OSError(f"no port from {port} to {last} is free")
