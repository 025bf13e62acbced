"""The bot's side of the world: Discord's gateway protocol over a WebSocket.

A session outlives its connection: what happens meanwhile waits for RESUME.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections import deque
from dataclasses import dataclass, field
from enum import IntEnum, IntFlag
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

from playground import events, seed
from playground.compression import Compressor, compressor
from playground.endpoints import for_bot, readable
from playground.world import THREAD

if TYPE_CHECKING:
    from playground.shapes import Json
    from playground.world import World

# An answer faster than any network overtakes discord.py's own note of when it asked, and looks like a late one.
ROUND_TRIP = 0.05
HEARTBEAT_MS = 41_250
BACKLOG = 1000


class Op(IntEnum):
    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE = 3
    VOICE_STATE = 4
    RESUME = 6
    RECONNECT = 7
    REQUEST_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


class Intent(IntFlag):
    GUILDS = 1 << 0
    GUILD_MEMBERS = 1 << 1
    GUILD_PRESENCES = 1 << 8
    GUILD_MESSAGES = 1 << 9
    DIRECT_MESSAGES = 1 << 12
    MESSAGE_CONTENT = 1 << 15


PRIVILEGED = Intent.GUILD_MEMBERS | Intent.GUILD_PRESENCES | Intent.MESSAGE_CONTENT


class CloseCode(IntEnum):
    UNKNOWN_OPCODE = 4001
    DECODE_ERROR = 4002
    NOT_AUTHENTICATED = 4003
    AUTHENTICATION_FAILED = 4004
    ALREADY_AUTHENTICATED = 4005
    SESSION_TIMED_OUT = 4009
    INVALID_SHARD = 4010
    DISALLOWED_INTENTS = 4014


class ClosedError(Exception):
    """The client broke the protocol: the connection ends with this code."""

    def __init__(self, code: CloseCode) -> None:
        super().__init__(code.name)
        self.code = code


class Connection:
    """One socket: packs what is sent, in order, without making the sender wait."""

    def __init__(self, socket: web.WebSocketResponse, pack: Compressor | None) -> None:
        self.socket = socket
        self.session: Session | None = None
        self._pack = pack
        self._waiting: asyncio.Queue[Json] = asyncio.Queue()

    def send(self, payload: Json) -> None:
        self._waiting.put_nowait(payload)

    async def write(self) -> None:
        """Send what waits, until cancelled or the socket closes."""
        while not self.socket.closed:
            text = json.dumps(await self._waiting.get(), ensure_ascii=False)
            try:
                if self._pack is None:
                    await self.socket.send_str(text)
                else:
                    await self.socket.send_bytes(self._pack(text.encode()))
            except ConnectionError:
                return


@dataclass(slots=True)
class Session:
    id: str
    intents: int
    shard: tuple[int, int]
    connection: Connection | None = None
    sequence: int = 0
    backlog: deque[Json] = field(default_factory=lambda: deque(maxlen=BACKLOG))

    def dispatch(self, name: str, data: Json) -> None:
        self.sequence += 1
        payload: Json = {"op": Op.DISPATCH, "t": name, "s": self.sequence, "d": data}
        self.backlog.append(payload)
        if self.connection is not None:
            self.connection.send(payload)

    def sees(self, guild_id: str | None) -> bool:
        """Whether this shard gets a guild's events; direct messages go to shard 0."""
        number, count = self.shard
        return (int(guild_id) >> 22) % count == number if guild_id else number == 0


class Gateway:
    def __init__(self, world: World, token: str, url: str) -> None:
        self._world = world
        self._token = token
        self._url = url
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        world.listen(self._on_event)

    @property
    def online(self) -> bool:
        return any(session.connection is not None for session in self._sessions.values())

    # -- connections -----------------------------------------------------------------------------------------------

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=64 * 1024)
        await socket.prepare(request)
        try:
            pack = compressor(request.query.get("compress"))
        except ModuleNotFoundError:
            await socket.close(code=CloseCode.DECODE_ERROR, message=b"zstd is not installed here")
            return socket
        connection = Connection(socket, pack)
        self._connections.add(connection)
        writer = asyncio.create_task(connection.write())
        connection.send({"op": Op.HELLO, "d": {"heartbeat_interval": HEARTBEAT_MS}})
        try:
            await self._read(connection)
        except ClosedError as error:
            await socket.close(code=error.code, message=error.code.name.encode())
        finally:
            writer.cancel()
            self._connections.discard(connection)
            self._detach(connection)
        return socket

    async def _read(self, connection: Connection) -> None:
        while True:
            try:
                message = await connection.socket.receive(timeout=HEARTBEAT_MS / 1000 * 1.5)
            except TimeoutError as error:
                raise ClosedError(CloseCode.SESSION_TIMED_OUT) from error
            if message.type is not WSMsgType.TEXT:
                return
            try:
                payload = json.loads(message.data)
                self._receive(connection, payload["op"], payload.get("d"))
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                raise ClosedError(CloseCode.DECODE_ERROR) from error

    def _receive(self, connection: Connection, op: int, data: object) -> None:
        fields = data if isinstance(data, dict) else {}
        if op == Op.HEARTBEAT:
            asyncio.get_running_loop().call_later(ROUND_TRIP, connection.send, {"op": Op.HEARTBEAT_ACK})
        elif op == Op.IDENTIFY:
            self._identify(connection, fields)
        elif op == Op.RESUME:
            self._resume(connection, fields)
        elif op not in {Op.PRESENCE, Op.VOICE_STATE, Op.REQUEST_MEMBERS}:
            raise ClosedError(CloseCode.UNKNOWN_OPCODE)
        elif connection.session is None:
            raise ClosedError(CloseCode.NOT_AUTHENTICATED)
        elif op == Op.REQUEST_MEMBERS:
            self._send_members(connection.session, fields)

    def _identify(self, connection: Connection, data: Json) -> None:
        if connection.session is not None:
            raise ClosedError(CloseCode.ALREADY_AUTHENTICATED)
        if str(data.get("token")).removeprefix("Bot ") != self._token:
            raise ClosedError(CloseCode.AUTHENTICATION_FAILED)
        intents = int(data.get("intents", 0))
        if intents & PRIVILEGED:
            raise ClosedError(CloseCode.DISALLOWED_INTENTS)
        number, count = data.get("shard") or (0, 1)
        if not 0 <= number < count:
            raise ClosedError(CloseCode.INVALID_SHARD)
        self._forget_shard((number, count))
        session = Session(secrets.token_hex(16), intents, (number, count))
        self._sessions[session.id] = session
        self._attach(connection, session)
        self._welcome(session)

    def _forget_shard(self, shard: tuple[int, int]) -> None:
        """A new IDENTIFY replaces the shard's sessions that nobody holds."""
        for session in list(self._sessions.values()):
            if session.shard == shard and session.connection is None:
                del self._sessions[session.id]

    def _welcome(self, session: Session) -> None:
        guilds = [{"id": seed.GUILD, "unavailable": True}] if session.sees(seed.GUILD) else []
        session.dispatch(
            "READY",
            {
                "v": 10,
                "user": self._world.user(seed.BOT) | {"verified": True, "mfa_enabled": False, "flags": 0},
                "guilds": guilds,
                "private_channels": [],
                "session_id": session.id,
                "resume_gateway_url": self._url,
                "shard": list(session.shard),
                "application": {"id": seed.APPLICATION, "flags": 0},
            },
        )
        if guilds and session.intents & Intent.GUILDS:
            session.dispatch("GUILD_CREATE", self._guild())

    def _guild(self) -> Json:
        """The guild as the guilds intent alone shows it: its channels, and of its members the bot."""
        return self._world.guild() | {
            "joined_at": self._world.member(seed.BOT)["joined_at"],
            "large": False,
            "unavailable": False,
            "member_count": len(self._world.members()),
            "members": [self._world.member(seed.BOT)],
            "channels": self._world.guild_channels(),
            "threads": self._world.threads(),
            "voice_states": [],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }

    def _resume(self, connection: Connection, data: Json) -> None:
        session = self._sessions.get(str(data.get("session_id")))
        known = session is not None and str(data.get("token")).removeprefix("Bot ") == self._token
        after = data.get("seq")
        if session is None or not known or not isinstance(after, int) or self._lost_since(session, after):
            connection.send({"op": Op.INVALID_SESSION, "d": False})
            return
        for payload in list(session.backlog):
            if payload["s"] > after:
                connection.send(payload)
        self._attach(connection, session)
        session.dispatch("RESUMED", {})

    @staticmethod
    def _lost_since(session: Session, sequence: int) -> bool:
        oldest = session.backlog[0]["s"] if session.backlog else session.sequence + 1
        return sequence + 1 < oldest

    def _attach(self, connection: Connection, session: Session) -> None:
        if session.connection is not None:
            session.connection.session = None
        was_online = self.online
        connection.session, session.connection = session, connection
        if not was_online:
            self._world.tell(events.Presence(online=True))

    def _detach(self, connection: Connection) -> None:
        if connection.session is not None and connection.session.connection is connection:
            connection.session.connection = None
            if not self.online:
                self._world.tell(events.Presence(online=False))

    def _send_members(self, session: Session, asked: Json) -> None:
        wanted = asked.get("user_ids") or []
        wanted = {str(one) for one in (wanted if isinstance(wanted, list) else [wanted])}
        start = str(asked.get("query") or "")
        members = [
            member
            for member in self._world.members()
            if member["user"]["id"] in wanted or (start and member["user"]["username"].startswith(start))
        ]
        chunk: Json = {"guild_id": seed.GUILD, "members": members, "chunk_index": 0, "chunk_count": 1}
        if asked.get("nonce"):
            chunk["nonce"] = asked["nonce"]
        session.dispatch("GUILD_MEMBERS_CHUNK", chunk)

    async def drop(self) -> None:
        """Cut every connection, as a network does; sessions stay and can be resumed."""
        for connection in list(self._connections):
            await connection.socket.close(code=4000)

    async def close(self) -> None:
        for connection in list(self._connections):
            await connection.socket.close(code=1001)

    # -- events ----------------------------------------------------------------------------------------------------

    def _on_event(self, event: events.Event) -> None:
        match event:
            case events.Asked(payload):
                shown = payload | ({"message": for_bot(payload["message"])} if "message" in payload else {})
                self._dispatch("INTERACTION_CREATE", shown, 0)
            case events.MessageSet(message, before) if "ephemeral_for" not in message:
                name = "MESSAGE_CREATE" if before is None else "MESSAGE_UPDATE"
                self._dispatch(name, self._with_member(message), _needed(message))
            case events.MessageGone(message) if "ephemeral_for" not in message:
                gone: Json = {key: message[key] for key in ("id", "channel_id", "guild_id") if key in message}
                self._dispatch("MESSAGE_DELETE", gone, _needed(message))
            case events.ChannelMade(channel) if channel["type"] == THREAD:
                self._dispatch("THREAD_CREATE", channel | {"newly_created": True}, Intent.GUILDS)
            case _:
                pass

    def _with_member(self, message: Json) -> Json:
        shown = readable(message)
        if "guild_id" in shown:
            shown["member"] = {
                key: value for key, value in self._world.member(message["author"]["id"]).items() if key != "user"
            }
        return shown

    def _dispatch(self, name: str, data: Json, needed: int) -> None:
        for session in self._sessions.values():
            if session.intents & needed == needed and session.sees(data.get("guild_id")):
                session.dispatch(name, data)


def _needed(message: Json) -> Intent:
    return Intent.GUILD_MESSAGES if "guild_id" in message else Intent.DIRECT_MESSAGES
