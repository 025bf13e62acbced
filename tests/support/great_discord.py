"""A Discord with a thousand guilds, as little of it as a bot needs to post in them, with Discord's rate limits.

Run as a process; prints where it is as JSON, and serves what was asked of it at `/told`. It ends with its input.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import Counter, defaultdict, deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from playground import seed
from playground.shapes import timestamp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

Json = dict[str, Any]

A_SECOND, A_CHANNEL, CHANNEL_SECONDS = 50, 5, 5.0  # Discord's limits: all requests of a bot; messages of one channel
LATENCY = 0.1  # seconds until Discord has answered
TOKEN = "loopback"  # noqa: S105 - of nobody
FIRST = int(seed.GUILD) + (1 << 30)


def guild_id(number: int) -> int:
    return FIRST + (number << 22)


def channel_id(number: int) -> int:
    return guild_id(number) + 1


@dataclass
class Discord:
    guilds: int
    base: str = ""
    ids: int = FIRST + (1 << 40)
    posted: list[Json] = field(default_factory=list)
    busiest: int = 0
    limited: Counter[str] = field(default_factory=Counter)
    _asked: deque[float] = field(default_factory=deque)
    _in_channel: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def application(self) -> web.Application:
        app = web.Application(client_max_size=1 << 25)
        app.router.add_get("/gateway", self.gateway)
        app.router.add_get("/told", self.told)
        app.router.add_route("*", "/api/{path:.*}", self.rest)
        return app

    async def told(self, _request: web.Request) -> web.Response:
        return web.json_response({"posted": self.posted, "busiest": self.busiest, "limited": self.limited})

    async def rest(self, request: web.Request) -> web.Response:
        path = request.match_info["path"].strip("/").split("/")
        messages = path[0] == "channels" and path[2:3] == ["messages"] and request.method == "POST" and len(path) == 3
        if (refused := self._refused(path[1] if messages else "")) is not None:
            return refused
        body = await _body(request)
        await asyncio.sleep(LATENCY)
        headers = {}
        if messages:
            left = A_CHANNEL - len(self._in_channel[path[1]])
            reset = CHANNEL_SECONDS - (time.monotonic() - self._in_channel[path[1]][0])
            headers = _limits(left, reset, path[1])
        return _json(self._answer(request.method, path, body), 200, headers)

    def _refused(self, channel: str) -> web.Response | None:
        now = time.monotonic()
        _forget(self._asked, now - 1)
        if len(self._asked) >= A_SECOND:
            return self._too_many("global", self._asked[0] + 1 - now)
        if channel:
            here = self._in_channel[channel]
            _forget(here, now - CHANNEL_SECONDS)
            if len(here) >= A_CHANNEL:
                return self._too_many("user", here[0] + CHANNEL_SECONDS - now)
            here.append(now)
        self._asked.append(now)
        self.busiest = max(self.busiest, len(self._asked))
        return None

    def _too_many(self, scope: str, seconds: float) -> web.Response:
        self.limited[scope] += 1
        body = {"message": "You are being rate limited.", "retry_after": seconds, "global": scope == "global"}
        headers = {"Retry-After": f"{seconds:.3f}", "X-RateLimit-Scope": scope}
        if scope == "global":
            headers["X-RateLimit-Global"] = "true"
        return _json(body, 429, headers)

    def _answer(self, method: str, path: list[str], body: Json) -> Any:  # noqa: ANN401 - JSON
        match method, path:
            case "GET", ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": 1000, "reset_after": 86_400_000, "max_concurrency": 1}
                return {"url": f"{self.base.replace('http', 'ws')}/gateway", "shards": 1, "session_start_limit": limit}
            case "GET", ["users", "@me"]:
                return seed.users()[seed.BOT]
            case "GET", ["oauth2", "applications", "@me"] | ["applications", "@me"]:
                return _APPLICATION
            case "PUT", ["applications", _, "commands"]:
                return []
            case "POST", ["channels", channel, "messages"]:
                return self._message(channel, body)
            case "POST", ["channels", channel, "messages", message, "threads"]:
                self.posted.append({"at": time.time(), "channel": channel, "kind": "thread"})
                return {"id": str(int(message) + 1), "type": 11, "guild_id": str(int(channel) - 1), **_THREAD} | {
                    "parent_id": channel
                }
            case _:
                raise web.HTTPNotFound(text=f"{method} {'/'.join(path)}")

    def _message(self, channel: str, body: Json) -> Json:
        self.ids += 1 << 22
        daily = "lemma:daily:take" in json.dumps(body.get("components"))
        kind = "daily" if daily else "other"
        self.posted.append({"at": time.time(), "channel": channel, "kind": kind, "nonce": body.get("nonce")})
        return {
            "id": str(self.ids),
            "channel_id": channel,
            "author": seed.users()[seed.BOT],
            "content": "",
            "timestamp": timestamp(str(self.ids)),
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "components": body.get("components", []),
            "pinned": False,
            "type": 0,
            "flags": body.get("flags", 0),
        }

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41_250}})
        async for frame in socket:
            match json.loads(frame.data):
                case {"op": 1}:
                    await asyncio.sleep(0.05)
                    await socket.send_json({"op": 11})
                case {"op": 2}:
                    await self._welcome(socket)
                case _:
                    pass
        return socket

    async def _welcome(self, socket: web.WebSocketResponse) -> None:
        ready = {
            "v": 10,
            "user": seed.users()[seed.BOT] | {"verified": True, "mfa_enabled": False, "flags": 0},
            "guilds": [{"id": str(guild_id(number)), "unavailable": True} for number in range(self.guilds)],
            "private_channels": [],
            "session_id": "one",
            "resume_gateway_url": f"{self.base.replace('http', 'ws')}/gateway",
            "shard": [0, 1],
            "application": {"id": seed.APPLICATION, "flags": 0},
        }
        await socket.send_json({"op": 0, "t": "READY", "s": 1, "d": ready})
        for number in range(self.guilds):
            await socket.send_json({"op": 0, "t": "GUILD_CREATE", "s": 2 + number, "d": _guild(number)})


def _guild(number: int) -> Json:
    guild, channel = str(guild_id(number)), str(channel_id(number))
    roles = [role | {"id": guild} for role in seed.roles()[:1]]
    place = seed.channels()[seed.STUDY] | {"id": channel, "guild_id": guild}
    bot = {"user": seed.users()[seed.BOT], "roles": [], "joined_at": timestamp(seed.GUILD), "flags": 0}
    more = {"members": [bot | {"deaf": False, "mute": False}], "channels": [place], "threads": []}
    empty = dict.fromkeys(("voice_states", "presences", "stage_instances", "guild_scheduled_events"), ())
    own = {"id": guild, "roles": roles, "system_channel_id": None, "large": False, "unavailable": False}
    return seed.guild() | own | more | empty | {"soundboard_sounds": [], "member_count": 2}


def _forget(moments: deque[float], before: float) -> None:
    while moments and moments[0] <= before:
        moments.popleft()


def _limits(left: int, reset: float, bucket: str) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": str(A_CHANNEL),
        "X-RateLimit-Remaining": str(left),
        "X-RateLimit-Reset": f"{time.time() + reset:.3f}",
        "X-RateLimit-Reset-After": f"{reset:.3f}",
        "X-RateLimit-Bucket": f"messages{len(bucket)}",
    }


def _json(value: Any, status: int, headers: dict[str, str]) -> web.Response:  # noqa: ANN401
    """Without a character set: discord.py takes only the bare type for JSON."""
    typed = {"Content-Type": "application/json", "Via": "1.1 loopback", **headers}
    return web.Response(body=json.dumps(value).encode(), status=status, headers=typed)


async def _body(request: web.Request) -> Json:
    if not request.can_read_body:
        return {}
    if request.content_type == "application/json":
        read = await request.json()
        return read if isinstance(read, dict) else {}
    body: Json = {}
    async for part in await request.multipart():
        data = await part.read()  # type: ignore[union-attr]
        if part.name == "payload_json":
            body = json.loads(data)
    return body


_APPLICATION: Json = {
    "id": seed.APPLICATION,
    "name": "Lemma",
    "icon": None,
    "description": "",
    "verify_key": "0" * 64,
    "bot_public": False,
    "bot_require_code_grant": False,
    "flags": 0,
    "hook": True,
    "team": None,
    "owner": seed.users()[seed.MINA],
    "bot": seed.users()[seed.BOT],
}
_THREAD: Json = {
    "owner_id": seed.BOT,
    "name": "Solution",
    "last_message_id": None,
    "rate_limit_per_user": 0,
    "message_count": 0,
    "member_count": 1,
    "flags": 0,
    "thread_metadata": {
        "archived": False,
        "auto_archive_duration": 1440,
        "archive_timestamp": timestamp(seed.GUILD),
        "locked": False,
        "create_timestamp": timestamp(seed.GUILD),
    },
}


async def _serve(guilds: int) -> None:
    discord = Discord(guilds)
    runner = web.AppRunner(discord.application(), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    discord.base = f"http://{host}:{port}"
    sys.stdout.write(json.dumps({"base": discord.base}) + "\n")
    sys.stdout.flush()
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await runner.cleanup()


@asynccontextmanager
async def open_great_discord(guilds: int) -> AsyncIterator[str]:
    """Where it is, until the block is left: it runs as a process of its own."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, __file__, str(guilds)), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    if process.stdin is None or process.stdout is None:
        raise AssertionError("asked for pipes")
    try:
        yield json.loads(await process.stdout.readline())["base"]
    finally:
        process.stdin.close()
        await process.wait()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))
