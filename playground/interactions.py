"""The life of an interaction: asked, acknowledged within its window, answered by token, expired.

Rules: Discord's "Receiving and responding to interactions" (3 s to acknowledge, 15 min of token).
"""

from __future__ import annotations

import asyncio
import secrets
import time
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from playground import events, refusal, seed
from playground.events import Interaction
from playground.refusal import Form
from playground.shapes import Answer, Flag, Json, Kind

if TYPE_CHECKING:
    from playground.attachments import Upload
    from playground.world import World

NO_ANSWER = "The application did not respond"
NO_CHOICES = "Loading options failed"
ATTACHMENT_LIMIT = 10 * 1024 * 1024
MESSAGE_COMMAND = 3

MAY_ANSWER = {
    Kind.COMMAND: {Answer.MESSAGE, Answer.DEFERRED_MESSAGE, Answer.MODAL},
    Kind.COMPONENT: {*Answer} - {Answer.CHOICES},
    Kind.AUTOCOMPLETE: {Answer.CHOICES},
    Kind.MODAL: {Answer.MESSAGE, Answer.DEFERRED_MESSAGE},
}
FROM_MESSAGE = {Answer.DEFERRED_UPDATE, Answer.UPDATE}


@dataclass(frozen=True, slots=True)
class Question:
    """What a person did that the bot is to answer; `names` is the command's name by locale, `message` where the
    component stood.
    """

    kind: Kind
    user_id: str
    channel_id: str
    nonce: str
    data: Json
    names: dict[str, str] = field(default_factory=dict)
    message: Json | None = None


class Interactions:
    def __init__(self, world: World, *, ack_window: float, token_life: float) -> None:
        self._world = world
        self._ack_window = ack_window
        self._token_life = token_life
        self._by_id: dict[str, Interaction] = {}
        self._by_token: dict[str, Interaction] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}

    # -- asking ----------------------------------------------------------------------------------------------------

    def ask(self, question: Question) -> Interaction:
        """Send the bot an interaction; it fails by itself when it is not acknowledged in time."""
        interaction = Interaction(
            id=self._world.snowflake(),
            token=secrets.token_urlsafe(48),
            kind=question.kind,
            user_id=question.user_id,
            channel_id=question.channel_id,
            nonce=question.nonce,
            asked_at=time.time(),
            metadata={},
            names=question.names,
            message_id=question.message["id"] if question.message else None,
        )
        interaction.metadata = self._metadata(interaction.id, question)
        self._remember(interaction)
        self._timers[interaction.id] = asyncio.get_running_loop().call_later(
            self._ack_window, self._fail_unanswered, interaction
        )
        self._world.tell(events.Moved(interaction, "sent"))
        self._world.tell(events.Asked(self._payload(interaction, question)))
        return interaction

    def _metadata(self, interaction_id: str, question: Question) -> Json:
        kind, data, message = question.kind, question.data, question.message
        metadata: Json = {
            "id": interaction_id,
            "type": int(kind),
            "user": self._world.user(question.user_id),
            "authorizing_integration_owners": {"0": seed.GUILD},
        }
        if kind == Kind.COMMAND:
            metadata |= {"name": data["name"], "command_type": data["type"]}
            if "target_id" in data:
                metadata["target_message_id" if data["type"] == MESSAGE_COMMAND else "target_id"] = data["target_id"]
        elif kind == Kind.COMPONENT and message:
            metadata["interacted_message_id"] = message["id"]
        elif kind == Kind.MODAL and message and "interaction_metadata" in message:
            metadata["triggering_interaction_metadata"] = message["interaction_metadata"]
        return metadata

    def _payload(self, interaction: Interaction, question: Question) -> Json:
        world, user_id, channel_id = self._world, interaction.user_id, interaction.channel_id
        channel = world.channel(channel_id)
        user = world.user(user_id)
        permissions = str(int(world.permissions(user_id, channel_id)))
        payload: Json = {
            "id": interaction.id,
            "application_id": seed.APPLICATION,
            "type": interaction.kind,
            "token": interaction.token,
            "version": 1,
            "data": question.data,
            "channel_id": channel_id,
            "channel": channel | {"permissions": permissions},
            "locale": user["locale"],
            "app_permissions": str(int(world.permissions(seed.BOT, channel_id))),
            "entitlements": [],
            "attachment_size_limit": ATTACHMENT_LIMIT,
        }
        if "guild_id" in channel:
            payload |= {
                "guild_id": seed.GUILD,
                "guild": {"id": seed.GUILD, "locale": seed.GUILD_LOCALE, "features": []},
                "guild_locale": seed.GUILD_LOCALE,
                "member": world.member(user_id) | {"permissions": permissions},
                "authorizing_integration_owners": {"0": seed.GUILD},
                "context": 0,
            }
        else:
            payload |= {"user": user, "authorizing_integration_owners": {"0": "0"}, "context": 1}
        if question.message is not None:
            payload["message"] = question.message
        return payload

    def _remember(self, interaction: Interaction) -> None:
        self._by_id[interaction.id] = interaction
        self._by_token[interaction.token] = interaction

    def _fail_unanswered(self, interaction: Interaction) -> None:
        self._timers.pop(interaction.id, None)
        interaction.failed = True
        reason = NO_CHOICES if interaction.kind == Kind.AUTOCOMPLETE else NO_ANSWER
        self._world.tell(events.Moved(interaction, "failed", reason))

    # -- acknowledging ---------------------------------------------------------------------------------------------

    def acknowledge(self, interaction_id: str, token: str, answer: object) -> tuple[Interaction, Answer]:
        """The interaction that a callback may answer, marked as acknowledged.

        Raises RefusalError: 10062 unknown, late or of another token; 40060 answered before; 50035 a wrong type.
        """
        interaction = self._by_id.get(interaction_id)
        if interaction is None or interaction.token != token or interaction.failed:
            raise refusal.unknown_interaction()
        if interaction.acknowledged:
            raise refusal.already_acknowledged()
        allowed = MAY_ANSWER[Kind(interaction.kind)] | (FROM_MESSAGE if interaction.message_id else set())
        if interaction.kind == Kind.AUTOCOMPLETE:
            allowed = {Answer.CHOICES}
        if answer not in allowed:
            form = Form()
            choices = ", ".join(str(int(one)) for one in sorted(allowed))
            form.fault(("type",), "BASE_TYPE_CHOICES", f"Value must be one of {{{choices}}}.")
            form.settle()
        return interaction, Answer(int(str(answer)))

    def settle(self, interaction: Interaction) -> None:
        """The answer was found good: the window is met."""
        interaction.acknowledged = True
        timer = self._timers.pop(interaction.id, None)
        if timer is not None:
            timer.cancel()

    def by_token(self, token: str) -> Interaction:
        """The interaction whose messages a webhook call may touch.

        Raises RefusalError: 10015 unknown or not yet acknowledged, 50027 after its 15 minutes.
        """
        interaction = self._by_token.get(token)
        if interaction is None or not interaction.acknowledged:
            raise refusal.unknown_webhook()
        if time.time() - interaction.asked_at > self._token_life:
            raise refusal.invalid_token()
        return interaction

    # -- answering -------------------------------------------------------------------------------------------------

    def respond(self, interaction: Interaction, fields: Json, uploads: list[Upload]) -> Json:
        """The first reply: a new message, marked as the interaction's own."""
        message = self._post(interaction, fields | self._marks(interaction, fields["flags"]), uploads)
        interaction.response_id = message["id"]
        self._world.tell(events.Moved(interaction, "thinking" if message.get("loading") else "answered"))
        return message

    def think(self, interaction: Interaction, *, ephemeral: bool) -> Json:
        flags = Flag.LOADING | (Flag.EPHEMERAL if ephemeral else 0)
        self._timers[interaction.token] = asyncio.get_running_loop().call_later(
            self._token_life, self._expire, interaction
        )
        return self.respond(interaction, {"flags": int(flags), "loading": True}, [])

    def follow_up(self, interaction: Interaction, fields: Json, uploads: list[Upload]) -> Json:
        """A further message; after a deferral the first one takes the place of "thinking"."""
        original = self.original(interaction, required=False)
        if original is not None and original.get("loading"):
            fields["flags"] = fields["flags"] & ~Flag.EPHEMERAL | original["flags"] & Flag.EPHEMERAL
            return self.edit(interaction, original, fields, uploads)
        marks = self._marks(interaction, fields["flags"]) | {"type": 19, "interaction_names": {}}
        if original is not None:
            marks["message_reference"] = {
                "type": 0,
                "channel_id": original["channel_id"],
                "message_id": original["id"],
                "guild_id": seed.GUILD,
            }
        return self._post(interaction, fields | marks, uploads)

    def edit(self, interaction: Interaction, message: Json, fields: Json, uploads: list[Upload]) -> Json:
        was_loading = message.get("loading", False)
        changed = self._world.change(message, fields, uploads)
        if was_loading:
            self._world.tell(events.Moved(interaction, "answered"))
        return changed

    def original(self, interaction: Interaction, *, required: bool = True) -> Json | None:
        """The message `@original` names: the first reply, or the message whose component was used."""
        message_id = interaction.response_id or interaction.message_id
        found = self._world.messages[interaction.channel_id].get(message_id or "")
        if found is None and required:
            raise refusal.unknown_message()
        return found

    def message_of(self, interaction: Interaction, message_id: str) -> Json:
        """A message that this token may read, change or delete. Raises 10008 for any other."""
        if message_id == "@original":
            message_id = interaction.response_id or interaction.message_id or ""
        message = self._world.message(interaction.channel_id, message_id)
        if message["author"]["id"] != seed.BOT:
            raise refusal.unknown_message()
        return message

    def _marks(self, interaction: Interaction, flags: int) -> Json:
        types = {Kind.COMMAND: 20 if interaction.metadata.get("command_type") == 1 else 23}
        marks: Json = {
            "type": types.get(Kind(interaction.kind), 0),
            "application_id": seed.APPLICATION,
            "webhook_id": seed.APPLICATION,
            "interaction_metadata": interaction.metadata,
            "interaction_names": interaction.names,
        }
        if interaction.message_id and interaction.kind in {Kind.COMPONENT, Kind.MODAL}:
            marks["type"] = 19
            marks["message_reference"] = {
                "type": 0,
                "channel_id": interaction.channel_id,
                "message_id": interaction.message_id,
                "guild_id": seed.GUILD,
            }
        if flags & Flag.EPHEMERAL:
            marks["ephemeral_for"] = interaction.user_id
        return marks

    def _post(self, interaction: Interaction, fields: Json, uploads: list[Upload]) -> Json:
        return self._world.post(interaction.channel_id, seed.BOT, fields, uploads)

    # -- keeping ---------------------------------------------------------------------------------------------------

    def snapshot(self) -> list[Json]:
        """The interactions whose tokens still work, so that a bot can go on after a restart of the playground."""
        oldest = time.time() - self._token_life
        for stale in [one for one in self._by_id.values() if one.asked_at < oldest]:
            del self._by_id[stale.id], self._by_token[stale.token]
        return [asdict(one) for one in self._by_id.values() if one.acknowledged]

    def restore(self, saved: list[Json]) -> None:
        for one in saved:
            self._remember(Interaction(**one))
        self._sweep()

    def _expire(self, interaction: Interaction) -> None:
        """Its token is over: what still says "thinking" will never be answered."""
        self._timers.pop(interaction.token, None)
        message = self._world.messages[interaction.channel_id].get(interaction.response_id or "")
        if message is not None and message.get("loading"):
            self._world.remove(message)
            self._world.tell(events.Moved(interaction, "failed", NO_ANSWER))

    def _sweep(self) -> None:
        """Take away every "thinking" of an earlier run that nobody can answer any more."""
        oldest = time.time() - self._token_life
        answerable = {one.response_id for one in self._by_id.values() if one.asked_at > oldest}
        for messages in self._world.messages.values():
            for message in [one for one in messages.values() if one.get("loading")]:
                if message["id"] not in answerable:
                    self._world.remove(message)

    def close(self) -> None:
        for timer in self._timers.values():
            timer.cancel()
