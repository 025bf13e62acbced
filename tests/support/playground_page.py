"""A page of the playground without a browser: speaks the live socket as playground/page does."""

from __future__ import annotations

import asyncio
import itertools
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

Json = dict[str, Any]


class Page:
    """What one viewer has been told so far, and what they can do."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.hello: Json = {}
        self.seen: list[Json] = []
        self.messages: dict[str, Json] = {}
        self.commands: list[Json] = []
        self.online = False
        self._socket = socket
        self._news = asyncio.Event()
        self._nonces = itertools.count(1)

    async def listen(self) -> None:
        async for frame in self._socket:
            payload = json.loads(frame.data)
            self._take(payload)
            self._news.set()

    def _take(self, payload: Json) -> None:
        self.seen.append(payload)
        match payload["type"]:
            case "hello":
                self.hello = payload
                self.online = payload["bot_online"]
                self.commands = payload["commands"]
                self.messages = {one["id"]: one for channel in payload["messages"].values() for one in channel}
            case "message":
                self.messages[payload["message"]["id"]] = payload["message"]
            case "message_gone":
                self.messages.pop(payload["id"], None)
            case "presence":
                self.online = payload["bot_online"]
            case "commands":
                self.commands = payload["commands"]

    async def until(self, wanted: Callable[[], Any], seconds: float = 5.0) -> Any:  # noqa: ANN401
        """The first truthy value of `wanted()`, asked again whenever something arrives."""

        async def wait() -> Any:  # noqa: ANN401
            while not (found := wanted()):
                self._news.clear()
                await self._news.wait()
            return found

        return await asyncio.wait_for(wait(), seconds)

    async def told(self, kind: str, seconds: float = 5.0, **fields: object) -> Json:
        """The first payload of a kind with these fields."""

        def find() -> Json | None:
            fitting = (one for one in self.seen if one["type"] == kind)
            return next((one for one in fitting if all(one.get(key) == value for key, value in fields.items())), None)

        found: Json = await self.until(find, seconds)
        return found

    async def message(self, fits: Callable[[Json], Any], seconds: float = 5.0) -> Json:
        found: Json = await self.until(
            lambda: next((one for one in reversed(self.messages.values()) if fits(one)), None), seconds
        )
        return found

    async def send(self, kind: str, **fields: object) -> str:
        """Send an action; returns its nonce."""
        nonce = f"n{next(self._nonces)}"
        await self._socket.send_json({"type": kind, "nonce": nonce, **fields})
        return nonce

    @property
    def study(self) -> str:
        return str(self.hello["guild"]["channels"][0]["id"])

    async def ready(self, seconds: float = 30.0) -> None:
        """Wait until the bot is online with its commands."""
        await self.until(lambda: self.online and self.commands, seconds)

    def command_named(self, name: str) -> Json:
        return next(one for one in self.commands if one["name"] == name)

    async def command(self, name: str, channel_id: str | None = None, **values: object) -> str:
        """Use a slash command; `mydata show` names a subcommand. Returns the nonce."""
        root, *path = name.split()
        command = self.command_named(root)
        declared = command["options"]
        for step in path:
            declared = next(one for one in declared if one["name"] == step)["options"]
        types = {option["name"]: option["type"] for option in declared}
        options: list[Json] = [{"name": key, "type": types.get(key, 3), "value": one} for key, one in values.items()]
        for step in reversed(path):
            options = [{"name": step, "type": 1, "options": options}]
        return await self.send(
            "command", channel_id=channel_id or self.study, command_id=command["id"], options=options
        )

    async def click(self, message: Json, custom_id: str, values: list[str] | None = None) -> str:
        component = next(one for one in walk(message["components"]) if one.get("custom_id") == custom_id)
        return await self.send(
            "component",
            channel_id=message["channel_id"],
            message_id=message["id"],
            custom_id=custom_id,
            component_type=component["type"],
            values=values,
        )

    async def leave(self) -> None:
        await self._socket.close()


def walk(components: list[Json]) -> list[Json]:
    found = []
    for component in components:
        children = [*component.get("components", []), component.get("accessory"), component.get("component")]
        found += [component, *walk([child for child in children if child])]
    return found


def shown_text(message: Json) -> str:
    """All text of a message, of its components too."""
    return "\n".join([message["content"], *(one.get("content", "") for one in walk(message["components"]))])


@asynccontextmanager
async def open_page(url: str, viewer: str) -> AsyncIterator[Page]:
    """Look at the playground whose page is at `url` as one of its people."""
    live = aiohttp.client.URL(url)
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(live.with_path("/live").with_query(key=live.query["key"], viewer=viewer)) as socket,
    ):
        page = Page(socket)
        listening = asyncio.create_task(page.listen())
        try:
            await page.told("hello")
            yield page
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
