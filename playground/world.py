"""The state of the playground: who is there, what was said, which commands exist.

Messages are values: an edit stores a new one, so a snapshot can be written while the world goes on.
Beyond Discord's own keys a message may carry `ephemeral_for` (user id), `loading`, and `interaction_names`
(locale to the command's name as its users see it).
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playground import events, refusal, seed
from playground.layout import numbered, settled
from playground.shapes import ALL_PERMISSIONS, DISCORD_EPOCH_MS, Flag, Json, Permission, now, timestamp

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.attachments import Attachments, Upload

KEPT_MESSAGES = 1000
OWN_KEYS = frozenset({"ephemeral_for", "loading", "interaction_names"})
DM, THREAD = 1, 11


class World:
    def __init__(self, attachments: Attachments, saved: Json | None = None, crowd: int = 0) -> None:
        self.attachments = attachments
        learners = seed.crowd(crowd)
        self.people = (*seed.PEOPLE, *learners)
        self.users = seed.users() | learners
        self.channels = seed.channels()
        self.messages: dict[str, dict[str, Json]] = {channel_id: {} for channel_id in self.channels}
        self.commands: dict[str, list[Json]] = {}
        self._roles = {role["id"]: role for role in seed.roles()}
        self._member_roles = seed.member_roles() | {learner: [] for learner in learners}
        self._last_snowflake = 0
        self._listeners: list[Callable[[events.Event], None]] = []
        if saved is None:
            self._welcome()
        else:
            self._restore(saved)

    # -- what happened ---------------------------------------------------------------------------------------------

    def listen(self, listener: Callable[[events.Event], None]) -> None:
        self._listeners.append(listener)

    def tell(self, event: events.Event) -> None:
        for listener in self._listeners:
            listener(event)

    def snowflake(self) -> str:
        """A new id, later than every id before it, also than those of earlier runs."""
        at = (int(time.time() * 1000) - DISCORD_EPOCH_MS) << 22
        self._last_snowflake = max(at, self._last_snowflake + 1)
        return str(self._last_snowflake)

    # -- people and places -----------------------------------------------------------------------------------------

    def user(self, user_id: str) -> Json:
        if user_id not in self.users:
            raise refusal.unknown_user()
        return self.users[user_id]

    def member(self, user_id: str) -> Json:
        if user_id not in self._member_roles:
            raise refusal.unknown_member()
        return {
            "user": self.users[user_id],
            "roles": self._member_roles[user_id],
            "nick": None,
            "avatar": None,
            "joined_at": timestamp(seed.GUILD),
            "premium_since": None,
            "communication_disabled_until": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
        }

    def members(self) -> list[Json]:
        return [self.member(user_id) for user_id in self._member_roles]

    def guild(self) -> Json:
        return seed.guild()

    def guild_channels(self) -> list[Json]:
        return [channel for channel in self.channels.values() if channel["type"] not in {DM, THREAD}]

    def threads(self) -> list[Json]:
        return [channel for channel in self.channels.values() if channel["type"] == THREAD]

    def channel(self, channel_id: str) -> Json:
        if channel_id not in self.channels:
            raise refusal.unknown_channel()
        return self.channels[channel_id]

    def permissions(self, user_id: str, channel_id: str | None = None) -> Permission:
        """What a user may do in a channel (a thread: its parent), or in the guild at large."""
        channel = self.channel(channel_id) if channel_id else None
        if channel and channel["type"] == DM:
            return seed.EVERYONE if self._in_dm(user_id, channel) else Permission(0)
        if user_id not in self._member_roles:
            return Permission(0)
        if user_id == seed.guild()["owner_id"]:
            return ALL_PERMISSIONS
        role_ids = [seed.GUILD, *self._member_roles[user_id]]
        granted = Permission(0)
        for role_id in role_ids:
            granted |= Permission(int(self._roles[role_id]["permissions"]))
        if granted & Permission.ADMINISTRATOR:
            return ALL_PERMISSIONS
        return self._overwritten(granted, role_ids, channel) if channel else granted

    def _overwritten(self, granted: Permission, role_ids: list[str], channel: Json) -> Permission:
        if channel["type"] == THREAD:
            channel = self.channels[channel["parent_id"]]
        overwrites = {entry["id"]: entry for entry in channel["permission_overwrites"]}
        for group in ([seed.GUILD], role_ids[1:]):
            entries = [overwrites[role_id] for role_id in group if role_id in overwrites]
            for entry in entries:
                granted &= ~Permission(int(entry["deny"]))
            for entry in entries:
                granted |= Permission(int(entry["allow"]))
        return granted if granted & Permission.VIEW_CHANNEL else Permission(0)

    def may_see(self, user_id: str, channel_id: str) -> bool:
        return bool(self.permissions(user_id, channel_id) & Permission.VIEW_CHANNEL)

    @staticmethod
    def _in_dm(user_id: str, channel: Json) -> bool:
        return user_id == seed.BOT or any(user["id"] == user_id for user in channel["recipients"])

    def open_dm(self, user_id: str) -> Json:
        """The direct messages between the bot and a person; the same channel each time."""
        user = self.user(user_id)
        if user["bot"]:
            raise refusal.cannot_message_user()
        channel_id = str(int(user_id) + (1 << 12))
        if channel_id not in self.channels:
            self._add_channel({"id": channel_id, "type": DM, "recipients": [user], "last_message_id": None, "flags": 0})
        return self.channels[channel_id]

    def start_thread(self, parent_id: str, name: str, archive_minutes: int, message_id: str | None = None) -> Json:
        thread_id = message_id or self.snowflake()
        started = now()
        thread: Json = {
            "id": thread_id,
            "type": THREAD,
            "guild_id": seed.GUILD,
            "parent_id": parent_id,
            "owner_id": seed.BOT,
            "name": name,
            "last_message_id": None,
            "rate_limit_per_user": 0,
            "message_count": 0,
            "member_count": 1,
            "total_message_sent": 0,
            "flags": 0,
            "thread_metadata": {
                "archived": False,
                "auto_archive_duration": archive_minutes,
                "archive_timestamp": started,
                "locked": False,
                "create_timestamp": started,
            },
            "member": {"id": thread_id, "user_id": seed.BOT, "join_timestamp": started, "flags": 0},
        }
        self._add_channel(thread)
        return thread

    def _add_channel(self, channel: Json) -> None:
        self.channels[channel["id"]] = channel
        self.messages.setdefault(channel["id"], {})
        self.tell(events.ChannelMade(channel))

    def set_locale(self, user_id: str, locale: str) -> None:
        self.users[user_id] = self.users[user_id] | {"locale": locale}
        self.tell(events.LocaleChanged(user_id))

    # -- messages --------------------------------------------------------------------------------------------------

    def message(self, channel_id: str, message_id: str) -> Json:
        found = self.messages.get(channel_id, {}).get(message_id)
        if found is None:
            raise refusal.unknown_message()
        return found

    def post(self, channel_id: str, author_id: str, fields: Json, uploads: list[Upload] | None = None) -> Json:
        """Add a message; `fields` are Discord's keys and ours, already checked."""
        channel = self.channel(channel_id)
        message_id = self.snowflake()
        message: Json = {
            "id": message_id,
            "channel_id": channel_id,
            "author": self.user(author_id),
            "content": "",
            "timestamp": timestamp(message_id),
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "components": [],
            "pinned": False,
            "type": 0,
            "flags": 0,
        }
        if channel["type"] != DM:
            message["guild_id"] = seed.GUILD
        message |= fields
        self.channels[channel_id] = channel | {"last_message_id": message_id}
        return self._put(message, uploads or [])

    def change(self, message: Json, fields: Json, uploads: list[Upload] | None = None) -> Json:
        """Replace a message by itself with other fields; a message that left "thinking" counts as new, not edited."""
        changed = message | fields
        if not message.get("loading"):
            changed["edited_timestamp"] = now()
        changed.pop("loading", None)
        changed["flags"] = changed["flags"] & ~Flag.LOADING
        return self._put(changed, uploads or [])

    def _put(self, message: Json, uploads: list[Upload]) -> Json:
        ephemeral = bool(message["flags"] & Flag.EPHEMERAL)
        added = [self.attachments.store(self.snowflake(), upload, ephemeral=ephemeral) for upload in uploads]
        message["attachments"] = [*message["attachments"], *added]
        message["components"] = [settled(one, message["attachments"]) for one in numbered(message["components"])]
        message["embeds"] = [settled(one, message["attachments"]) for one in message["embeds"]]
        kept = self.messages[message["channel_id"]]
        before = kept.get(message["id"])
        kept[message["id"]] = message
        while len(kept) > KEPT_MESSAGES:
            self.attachments.forget(kept.pop(next(iter(kept))))
        self.tell(events.MessageSet(message, before))
        return message

    def remove(self, message: Json) -> None:
        self.messages[message["channel_id"]].pop(message["id"], None)
        self.attachments.forget(message)
        self.tell(events.MessageGone(message))

    # -- commands --------------------------------------------------------------------------------------------------

    def set_commands(self, scope: str, commands: list[Json]) -> None:
        """`scope` is "global" or a guild's id."""
        self.commands[scope] = commands
        self.tell(events.CommandsChanged())

    def all_commands(self) -> list[Json]:
        return [command for scope in self.commands.values() for command in scope]

    # -- keeping ---------------------------------------------------------------------------------------------------

    def snapshot(self) -> Json:
        """What outlives this run, as JSON; later changes do not reach into it."""
        return {
            "last_snowflake": self._last_snowflake,
            "locales": {user_id: user["locale"] for user_id, user in self.users.items()},
            "channels": dict(self.channels),
            "messages": {channel_id: list(messages.values()) for channel_id, messages in self.messages.items()},
            "commands": dict(self.commands),
        }

    def _restore(self, saved: Json) -> None:
        self._last_snowflake = saved["last_snowflake"]
        for user_id, locale in saved["locales"].items():
            if user_id in self.users:  # a crowd does not stay
                self.set_locale(user_id, locale)
        self.channels |= saved["channels"]
        for channel_id, messages in saved["messages"].items():
            self.messages[channel_id] = {message["id"]: message for message in messages}
        self.commands = saved["commands"]

    def _welcome(self) -> None:
        message = self.post(seed.STUDY, seed.HOST, {"content": seed.WELCOME_TEXT})
        self.messages[seed.STUDY] = {seed.WELCOME: message | {"id": seed.WELCOME}}
