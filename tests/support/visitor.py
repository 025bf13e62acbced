"""A person at the playground's page, without a browser: speaks the page's socket."""

from __future__ import annotations

import asyncio
import itertools
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

Json = dict[str, Any]
PATIENCE = 20.0


class Visitor:
    """What one viewer sees and does. `seen` holds everything the server sent, in order."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, hello: Json) -> None:
        self._socket = socket
        self._nonces = itertools.count(1)
        self._news = asyncio.Condition()
        self.hello = hello
        self.seen: list[Json] = []
        self.commands: list[Json] = hello["commands"]
        self.online: bool = hello["bot_online"]

    @property
    def channel(self) -> str:
        return str(next(c["id"] for c in self.hello["guild"]["channels"] if c["name"] == "study"))

    async def listen(self) -> None:
        async for raw in self._socket:
            news = json.loads(raw.data)
            async with self._news:
                self.seen.append(news)
                if news["type"] == "commands":
                    self.commands = news["commands"]
                if news["type"] == "presence":
                    self.online = news["bot_online"]
                self._news.notify_all()

    async def until(self, wanted: Callable[[Json], bool], since: int = 0) -> Json:
        """The first thing seen (from place `since` on) that is wanted."""
        async with asyncio.timeout(PATIENCE), self._news:
            while True:
                for news in self.seen[since:]:
                    if wanted(news):
                        return news
                await self._news.wait()

    async def send(self, **what: object) -> str:
        nonce = f"{id(self)}-{next(self._nonces)}"
        await self._socket.send_json({"nonce": nonce, **what})
        return nonce

    async def ready(self) -> None:
        """Wait until the bot is online with its commands."""
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(lambda: self.online and self.commands)

    async def command(self, name: str, **options: str) -> str:
        """Use a slash command once the bot is online; the nonce of the interaction."""
        await self.ready()
        known = next(c for c in self.commands if c["name"] == name)
        given = [{"name": option, "type": 3, "value": value} for option, value in options.items()]
        return await self.send(type="command", channel_id=self.channel, command_id=known["id"], options=given)

    async def message(self, wanted: Callable[[str], bool], since: int = 0) -> Json:
        """The first message whose whole text is wanted."""
        news = await self.until(lambda n: n["type"] == "message" and wanted(text_of(n["message"])), since)
        return dict(news["message"])

    async def click(self, message: Json, label: str) -> str:
        button = next(c for c in components(message) if c.get("type") == 2 and label in c.get("label", ""))
        return await self.send(
            type="component",
            channel_id=message["channel_id"],
            message_id=message["id"],
            custom_id=button["custom_id"],
            component_type=2,
        )


def components(node: Json) -> list[Json]:
    """Every component of a message or component, itself not counted, in reading order."""
    inner = [*node.get("components", ()), *([node["accessory"]] if "accessory" in node else ())]
    return [found for child in inner for found in (child, *components(child))]


def text_of(message: Json) -> str:
    """All the text a message shows."""
    return "\n".join([message.get("content") or "", *(c["content"] for c in components(message) if "content" in c)])


@asynccontextmanager
async def visit(url: str, name: str = "Ada") -> AsyncIterator[Visitor]:
    """Sit down at the page as the person of that name."""
    parts = urlsplit(url)
    key = parse_qs(parts.query)["key"][0]
    live = f"http://{parts.netloc}/live"
    headers = {"Origin": f"http://{parts.netloc}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        async with session.ws_connect(live, params={"key": key}) as socket:
            people = (await socket.receive_json())["people"]
        viewer = next(str(person["id"]) for person in people if name in (person.get("global_name"), person["username"]))
        async with session.ws_connect(live, params={"key": key, "viewer": viewer}) as socket:
            visitor = Visitor(socket, await socket.receive_json())
            listening = asyncio.create_task(visitor.listen())
            try:
                yield visitor
            finally:
                listening.cancel()
