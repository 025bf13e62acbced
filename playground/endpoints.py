"""The bot's own endpoints: itself, its guild, channels, messages, threads, commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground import events, refusal, seed
from playground.command_rules import check_commands, registered
from playground.drafts import draft
from playground.refusal import Form
from playground.rest import Call, Endpoint, Reply
from playground.shapes import Json, Permission
from playground.world import OWN_KEYS, THREAD, World

if TYPE_CHECKING:
    from collections.abc import Callable

NONCES = 100


class BotEndpoints:
    def __init__(self, world: World, gateway_url: str) -> None:
        self._world = world
        self._gateway_url = gateway_url
        self._nonces: dict[str, Json] = {}

    def table(self) -> list[Endpoint]:
        channel, message = "/channels/{channel}", "/channels/{channel}/messages/{message}"
        commands = "/applications/{application}/commands"
        guild_commands = "/applications/{application}/guilds/{guild}/commands"
        rows: list[tuple[str, str, Callable[[Call], Reply]]] = [
            ("GET", "/users/@me", lambda _: self._world.user(seed.BOT)),
            ("GET", "/users/@me/guilds", lambda _: [self._world.guild()]),
            ("GET", "/users/{user}", lambda call: self._world.user(call.path["user"])),
            ("POST", "/users/@me/channels", self._open_dm),
            ("GET", "/oauth2/applications/@me", self._application),
            ("GET", "/applications/@me", self._application),
            ("GET", "/gateway", lambda _: {"url": self._gateway_url}),
            ("GET", "/gateway/bot", self._gateway),
            ("GET", "/guilds/{guild}", self._guild),
            ("GET", "/guilds/{guild}/channels", self._guild_channels),
            ("GET", "/guilds/{guild}/roles", lambda call: self._guild(call)["roles"]),
            ("GET", "/guilds/{guild}/members", self._members),
            ("GET", "/guilds/{guild}/members/{user}", self._member),
            ("GET", "/guilds/{guild}/threads/active", self._threads),
            ("GET", channel, self._channel),
            ("POST", channel + "/typing", self._typing),
            ("GET", channel + "/messages", self._history),
            ("POST", channel + "/messages", self._send),
            ("GET", message, self._message),
            ("PATCH", message, self._edit),
            ("DELETE", message, self._delete),
            ("POST", channel + "/threads", self._start_thread),
            ("POST", message + "/threads", self._start_thread),
            ("GET", commands, self._commands),
            ("PUT", commands, self._set_commands),
            ("POST", commands, self._add_command),
            ("GET", commands + "/{command}", self._command),
            ("PATCH", commands + "/{command}", self._change_command),
            ("DELETE", commands + "/{command}", self._drop_command),
            ("GET", guild_commands, self._commands),
            ("PUT", guild_commands, self._set_commands),
            ("POST", guild_commands, self._add_command),
            ("GET", guild_commands + "/{command}", self._command),
            ("PATCH", guild_commands + "/{command}", self._change_command),
            ("DELETE", guild_commands + "/{command}", self._drop_command),
        ]
        return [Endpoint(method, path, handler) for method, path, handler in rows]

    # -- itself and its guild --------------------------------------------------------------------------------------

    def _application(self, _call: Call) -> Json:
        return {
            "id": seed.APPLICATION,
            "name": "Lemma",
            "icon": None,
            "description": "",
            "summary": "",
            "verify_key": "0" * 64,
            "bot_public": False,
            "bot_require_code_grant": False,
            "flags": 0,
            "hook": True,
            "team": None,
            "owner": self._world.user(seed.MINA),
            "bot": self._world.user(seed.BOT),
            "integration_types_config": {"0": {}},
        }

    def _gateway(self, _call: Call) -> Json:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 86_400_000, "max_concurrency": 1}
        return {"url": self._gateway_url, "shards": 1, "session_start_limit": limit}

    def _open_dm(self, call: Call) -> Json:
        return self._world.open_dm(str(call.body.json.get("recipient_id")))

    def _guild(self, call: Call) -> Json:
        if call.path["guild"] != seed.GUILD:
            raise refusal.unknown_guild()
        count = len(self._world.members())
        return self._world.guild() | {"approximate_member_count": count, "approximate_presence_count": count}

    def _guild_channels(self, call: Call) -> list[Json]:
        self._guild(call)
        return self._world.guild_channels()

    def _members(self, call: Call) -> list[Json]:
        """Listing members is behind a privileged intent that this application does not have."""
        self._guild(call)
        raise refusal.missing_access()

    def _member(self, call: Call) -> Json:
        self._guild(call)
        return self._world.member(call.path["user"])

    def _threads(self, call: Call) -> Json:
        self._guild(call)
        threads = self._world.threads()
        return {"threads": threads, "members": [thread["member"] for thread in threads]}

    # -- channels and messages -------------------------------------------------------------------------------------

    def _channel(self, call: Call) -> Json:
        return self._world.channel(self._allowed(call, Permission.VIEW_CHANNEL))

    def _allowed(self, call: Call, needed: Permission) -> str:
        """The channel's id, once the bot may do there what it wants. Raises 10003, 50001, 50013."""
        channel_id = call.path["channel"]
        channel = self._world.channel(channel_id)
        granted = self._world.permissions(seed.BOT, channel_id)
        if not granted & Permission.VIEW_CHANNEL:
            raise refusal.missing_access()
        if needed == Permission.SEND_MESSAGES and channel["type"] == THREAD:
            needed = Permission.SEND_MESSAGES_IN_THREADS
        if granted & needed != needed:
            raise refusal.missing_permissions()
        return channel_id

    def _typing(self, call: Call) -> None:
        self._world.tell(events.Typing(self._allowed(call, Permission.SEND_MESSAGES), seed.BOT))

    def _history(self, call: Call) -> list[Json]:
        channel_id = self._allowed(call, Permission.READ_MESSAGE_HISTORY)
        query = {key: int(value) for key, value in call.query.items() if value.isdigit()}
        limit = query.get("limit", 50)
        form = Form()
        form.number(("limit",), limit, 1, 100)
        form.settle()
        messages = [one for one in self._world.messages[channel_id].values() if "ephemeral_for" not in one]
        if "around" in query:
            before = [one for one in messages if int(one["id"]) <= query["around"]][-(limit // 2 + 1) :]
            after = [one for one in messages if int(one["id"]) > query["around"]][: limit // 2]
            chosen = before + after
        elif "after" in query:
            chosen = [one for one in messages if int(one["id"]) > query["after"]][:limit]
        else:
            chosen = [one for one in messages if int(one["id"]) < query.get("before", 1 << 63)][-limit:]
        return [readable(message) for message in reversed(chosen)]

    def _send(self, call: Call) -> Json:
        channel_id = self._allowed(call, Permission.SEND_MESSAGES)
        nonce = call.body.json.get("nonce")
        if nonce is not None and call.body.json.get("enforce_nonce") and str(nonce) in self._nonces:
            return self._nonces[str(nonce)]
        made = draft(call.body, self._world.users)
        fields = made.fields | self._reply_to(channel_id, call.body.json.get("message_reference"))
        message = for_bot(self._world.post(channel_id, seed.BOT, fields, made.uploads))
        if nonce is not None:
            message["nonce"] = nonce
            self._nonces[str(nonce)] = message
            while len(self._nonces) > NONCES:
                del self._nonces[next(iter(self._nonces))]
        return message

    def _reply_to(self, channel_id: str, reference: Json | None) -> Json:
        if not reference:
            return {}
        message_id = str(reference.get("message_id"))
        if message_id not in self._world.messages[channel_id]:
            if not reference.get("fail_if_not_exists", True):
                return {}
            form = Form()
            form.fault(("message_reference",), "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
            form.settle()
        named = {"type": 0, "channel_id": channel_id, "message_id": message_id, "guild_id": seed.GUILD}
        return {"type": 19, "message_reference": named}

    def _found(self, call: Call, needed: Permission) -> Json:
        message = self._world.message(self._allowed(call, needed), call.path["message"])
        if "ephemeral_for" in message:
            raise refusal.unknown_message()
        return message

    def _message(self, call: Call) -> Json:
        return readable(self._found(call, Permission.READ_MESSAGE_HISTORY))

    def _edit(self, call: Call) -> Json:
        message = self._found(call, Permission.VIEW_CHANNEL)
        if message["author"]["id"] != seed.BOT:
            raise refusal.not_the_author()
        made = draft(call.body, self._world.users, before=message)
        return for_bot(self._world.change(message, made.fields, made.uploads))

    def _delete(self, call: Call) -> None:
        message = self._found(call, Permission.VIEW_CHANNEL)
        if message["author"]["id"] != seed.BOT:
            self._allowed(call, Permission.MANAGE_MESSAGES)
        self._world.remove(message)

    def _start_thread(self, call: Call) -> Json:
        channel_id = self._allowed(call, Permission.CREATE_PUBLIC_THREADS)
        asked = call.body.json
        minutes = asked.get("auto_archive_duration") or 1440
        form = Form()
        form.text(("name",), asked.get("name"), 100, 1)
        if minutes not in {60, 1440, 4320, 10080}:
            form.fault(("auto_archive_duration",), "BASE_TYPE_CHOICES", "Value must be one of {60, 1440, 4320, 10080}.")
        form.settle()
        message_id = call.path.get("message")
        if message_id:
            self._found(call, Permission.VIEW_CHANNEL)
        return self._world.start_thread(channel_id, asked["name"], minutes, message_id)

    # -- commands --------------------------------------------------------------------------------------------------

    def _scope(self, call: Call) -> str:
        if call.path["application"] != seed.APPLICATION:
            raise refusal.unknown_application()
        scope = call.path.get("guild", "global")
        if scope not in {"global", seed.GUILD}:
            raise refusal.missing_access()
        return scope

    def _commands(self, call: Call) -> list[Json]:
        return self._world.commands.get(self._scope(call), [])

    def _set_commands(self, call: Call) -> list[Json]:
        return self._register(self._scope(call), call.body.json.get("_list", []))

    def _register(self, scope: str, commands: list[Json]) -> list[Json]:
        check_commands(commands)
        made = [registered(command, scope, self._world.snowflake()) for command in commands]
        self._world.set_commands(scope, made)
        return made

    def _add_command(self, call: Call) -> Json:
        scope, command = self._scope(call), call.body.json
        others = [one for one in self._commands(call) if not _same(one, command)]
        return self._register(scope, [*others, command])[-1]

    def _command(self, call: Call) -> Json:
        for command in self._commands(call):
            if command["id"] == call.path["command"]:
                return command
        raise refusal.unknown_command()

    def _change_command(self, call: Call) -> Json:
        changed = self._command(call) | call.body.json
        others = [one for one in self._commands(call) if one["id"] != call.path["command"]]
        return self._register(self._scope(call), [*others, changed])[-1]

    def _drop_command(self, call: Call) -> None:
        gone = self._command(call)
        self._world.set_commands(self._scope(call), [one for one in self._commands(call) if one != gone])


def _same(one: Json, other: Json) -> bool:
    return bool(one["name"] == other.get("name") and one["type"] == (other.get("type") or 1))


def for_bot(message: Json) -> Json:
    """A message with Discord's own keys only."""
    return {key: value for key, value in message.items() if key not in OWN_KEYS}


def readable(message: Json) -> Json:
    """A message as a bot without the message-content intent may read it: in full when it is its own, a direct
    message, or mentions it; otherwise without what was written.
    """
    mine = message["author"]["id"] == seed.BOT or "guild_id" not in message
    if mine or any(user["id"] == seed.BOT for user in message["mentions"]):
        return for_bot(message)
    return for_bot(message) | {"content": "", "embeds": [], "attachments": [], "components": []}
