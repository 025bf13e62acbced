"""The endpoints of an interaction's token: its first answer, then its messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground import events, refusal, seed
from playground.command_rules import check_choices
from playground.component_rules import check_modal
from playground.drafts import Body, draft
from playground.endpoints import for_bot
from playground.refusal import Form
from playground.rest import Call, Endpoint, Reply
from playground.shapes import Answer, Flag, Json

if TYPE_CHECKING:
    from playground.events import Interaction
    from playground.interactions import Interactions
    from playground.world import World


class TokenEndpoints:
    def __init__(self, world: World, interactions: Interactions) -> None:
        self._world = world
        self._interactions = interactions

    def table(self) -> list[Endpoint]:
        webhook = "/webhooks/{application}/{token}"
        rows: list[tuple[str, str, Any]] = [
            ("POST", "/interactions/{interaction}/{token}/callback", self._callback),
            ("POST", webhook, self._follow_up),
            ("GET", webhook + "/messages/{message}", self._read),
            ("PATCH", webhook + "/messages/{message}", self._edit),
            ("DELETE", webhook + "/messages/{message}", self._delete),
        ]
        return [Endpoint(method, path, handler, by_token_in_path=True) for method, path, handler in rows]

    # -- the first answer ------------------------------------------------------------------------------------------

    def _callback(self, call: Call) -> Reply:
        asked = call.body.json
        interaction, kind = self._interactions.acknowledge(
            call.path["interaction"], call.path["token"], asked.get("type")
        )
        data = asked.get("data") or {}
        message = self._answer(interaction, kind, data, call.body)
        if call.query.get("with_response") not in {"1", "true", "True"}:
            return None
        return _callback_response(interaction, kind, message)

    def _answer(self, interaction: Interaction, kind: Answer, data: Json, body: Body) -> Json | None:
        body = Body(data, body.files, ("data",))
        if kind == Answer.DEFERRED_MESSAGE:
            self._interactions.settle(interaction)
            return self._interactions.think(interaction, ephemeral=bool(data.get("flags", 0) & Flag.EPHEMERAL))
        if kind == Answer.MESSAGE:
            made = draft(body, self._world.users, interaction=True)
            self._interactions.settle(interaction)
            return self._interactions.respond(interaction, made.fields, made.uploads)
        if kind in {Answer.UPDATE, Answer.DEFERRED_UPDATE}:
            return self._update(interaction, kind, body)
        if kind == Answer.MODAL:
            check_modal(data)
            self._interactions.settle(interaction)
            self._world.tell(events.ModalOpened(interaction, data))
        else:
            self._offer(interaction, data.get("choices") or [])
        self._world.tell(events.Moved(interaction, "answered"))
        return None

    def _update(self, interaction: Interaction, kind: Answer, body: Body) -> Json | None:
        original = self._interactions.original(interaction)
        if original is not None and kind == Answer.UPDATE:
            made = draft(body, self._world.users, before=original, interaction=True)
            self._interactions.settle(interaction)
            original = self._world.change(original, made.fields, made.uploads)
        self._interactions.settle(interaction)
        self._world.tell(events.Moved(interaction, "answered"))
        return original

    def _offer(self, interaction: Interaction, choices: list[Json]) -> None:
        form = Form(("data",))
        check_choices(form, ("choices",), choices)
        form.settle()
        self._interactions.settle(interaction)
        self._world.tell(events.ChoicesOffered(interaction, choices))

    # -- its messages ----------------------------------------------------------------------------------------------

    def _interaction(self, call: Call) -> Interaction:
        if call.path["application"] != seed.APPLICATION:
            raise refusal.unknown_webhook()
        return self._interactions.by_token(call.path["token"])

    def _follow_up(self, call: Call) -> Json:
        interaction = self._interaction(call)
        made = draft(call.body, self._world.users, interaction=True)
        return for_bot(self._interactions.follow_up(interaction, made.fields, made.uploads))

    def _read(self, call: Call) -> Json:
        return for_bot(self._interactions.message_of(self._interaction(call), call.path["message"]))

    def _edit(self, call: Call) -> Json:
        interaction = self._interaction(call)
        message = self._interactions.message_of(interaction, call.path["message"])
        made = draft(call.body, self._world.users, before=message, interaction=True)
        return for_bot(self._interactions.edit(interaction, message, made.fields, made.uploads))

    def _delete(self, call: Call) -> None:
        interaction = self._interaction(call)
        self._world.remove(self._interactions.message_of(interaction, call.path["message"]))


def _callback_response(interaction: Interaction, kind: Answer, message: Json | None) -> Json:
    """Discord's InteractionCallbackResponse."""
    about: Json = {"id": interaction.id, "type": interaction.kind}
    resource: Json = {"type": int(kind)}
    if message is not None:
        about |= {
            "response_message_id": message["id"],
            "response_message_loading": bool(message.get("loading")),
            "response_message_ephemeral": "ephemeral_for" in message,
        }
        resource["message"] = for_bot(message)
    return {"interaction": about, "resource": resource}
