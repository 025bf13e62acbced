"""The pages' side of the world: what each viewer may see, and what a viewer does.

Protocol: JSON objects over a WebSocket, one per event or action, in Discord's own shapes.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from playground import events, seed
from playground.body_shape import check_shape
from playground.client_rules import OptionReader, UnfitError, component_data, may_use, modal_data
from playground.drafts import mentions
from playground.endpoints import for_bot
from playground.interactions import MESSAGE_COMMAND, Question
from playground.layout import interactive
from playground.refusal import RefusalError
from playground.rules import CONTENT
from playground.shapes import LOCALES, Json, Kind, Permission
from playground.words import say
from playground.world import DM

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.events import Interaction
    from playground.interactions import Interactions
    from playground.world import World

SHOWN = 100
WAITING = 2000
# A click may arrive for a component that an edit has just taken away: for so long it still counts.
JUST_NOW = 5.0
FORMS = 200
USER_COMMAND = 2


class Page:
    """One open page, looking at the world as one person."""

    def __init__(self, socket: web.WebSocketResponse, viewer: str) -> None:
        self.socket = socket
        self.viewer = viewer
        self._waiting: asyncio.Queue[Json] = asyncio.Queue(WAITING)

    def send(self, payload: Json) -> None:
        """A page that does not keep up is closed; it comes back and is told everything anew."""
        try:
            self._waiting.put_nowait(payload)
        except asyncio.QueueFull:
            self._waiting = asyncio.Queue(WAITING)
            asyncio.get_running_loop().create_task(self.socket.close(code=1013))

    async def write(self) -> None:
        while not self.socket.closed:
            text = json.dumps(await self._waiting.get(), ensure_ascii=False)
            try:
                await self.socket.send_str(text)
            except ConnectionError:
                return


class Live:
    def __init__(self, world: World, interactions: Interactions, bot_online: Callable[[], bool]) -> None:
        self._world = world
        self._interactions = interactions
        self._bot_online = bot_online
        self._pages: set[Page] = set()
        self._before: deque[tuple[float, Json]] = deque()
        self._forms: dict[tuple[str, str], tuple[Json, Interaction]] = {}
        world.listen(self._on_event)

    # -- connections -----------------------------------------------------------------------------------------------

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        viewer = request.query.get("viewer", seed.ADA)
        if viewer not in self._world.people:
            raise web.HTTPNotFound(text="No such person")
        socket = web.WebSocketResponse(heartbeat=30, max_msg_size=256 * 1024)
        await socket.prepare(request)
        page = Page(socket, viewer)
        page.send(self._hello(viewer))
        self._pages.add(page)
        writer = asyncio.create_task(page.write())
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._receive(page, message.data)
        finally:
            writer.cancel()
            self._pages.discard(page)
        return socket

    async def close(self) -> None:
        for page in list(self._pages):
            await page.socket.close(code=1001)

    # -- what a viewer sees ----------------------------------------------------------------------------------------

    def _hello(self, viewer: str) -> Json:
        world = self._world
        channels = [one for one in world.guild_channels() + world.threads() if world.may_see(viewer, one["id"])]
        dms = [one for one in world.channels.values() if one["type"] == DM and world.may_see(viewer, one["id"])]
        return {
            "type": "hello",
            "viewer": world.user(viewer),
            "locale": world.user(viewer)["locale"],
            "people": [world.user(user_id) for user_id in world.people],
            "bot": world.user(seed.BOT),
            "bot_online": self._bot_online(),
            "guild": {
                "id": seed.GUILD,
                "name": world.guild()["name"],
                "channels": channels,
                "members": world.members(),
                "roles": world.guild()["roles"],
            },
            "dms": dms,
            "messages": {channel["id"]: self._history(viewer, channel["id"]) for channel in channels + dms},
            "commands": self._commands(viewer),
        }

    def _history(self, viewer: str, channel_id: str) -> list[Json]:
        messages = self._world.messages[channel_id].values()
        return [self._shown(viewer, message) for message in messages if self._sees(viewer, message)][-SHOWN:]

    def _sees(self, viewer: str, message: Json) -> bool:
        only_for = message.get("ephemeral_for")
        return only_for in {None, viewer} and self._world.may_see(viewer, message["channel_id"])

    def _shown(self, viewer: str, message: Json) -> Json:
        """A message with its command's name in the viewer's language."""
        shown = {key: value for key, value in message.items() if key != "interaction_names"}
        names = message.get("interaction_names")
        if names:
            shown["interaction_name"] = names.get(self._locale(viewer), names[LOCALES[0]])
        return shown

    def _locale(self, viewer: str) -> str:
        return str(self._world.user(viewer)["locale"])

    def _commands(self, viewer: str) -> list[Json]:
        return [one for one in self._world.all_commands() if may_use(self._world, viewer, seed.STUDY, one)]

    # -- what happened ---------------------------------------------------------------------------------------------

    def _on_event(self, event: events.Event) -> None:
        match event:
            case events.MessageSet(message, before):
                self._remember_controls(before)
                self._to_all(
                    lambda viewer: {"type": "message", "message": self._shown(viewer, message)},
                    lambda viewer: self._sees(viewer, message),
                )
            case events.MessageGone(message):
                gone = {"type": "message_gone", "channel_id": message["channel_id"], "id": message["id"]}
                self._to_all(lambda _: gone, lambda viewer: self._sees(viewer, message))
            case events.ChannelMade(channel):
                made = {"type": "channel", "channel": channel}
                self._to_all(lambda _: made, lambda viewer: self._world.may_see(viewer, channel["id"]))
            case events.CommandsChanged():
                self._to_all(lambda viewer: {"type": "commands", "commands": self._commands(viewer)})
            case events.LocaleChanged(user_id):
                self._retell(user_id)
            case events.Presence(online):
                self._to_all(lambda _: {"type": "presence", "bot_online": online})
            case events.Typing(channel_id, user_id):
                typing = {"type": "typing", "channel_id": channel_id, "user_id": user_id}
                self._to_all(lambda _: typing, lambda viewer: self._world.may_see(viewer, channel_id))
            case events.Moved() | events.ModalOpened() | events.ChoicesOffered():
                self._tell_asker(event)
            case _:
                pass

    def _tell_asker(self, event: events.Moved | events.ModalOpened | events.ChoicesOffered) -> None:
        """What became of an interaction goes to every page of the person who started it."""
        interaction = event.interaction
        payload: Json = {"nonce": interaction.nonce}
        match event:
            case events.Moved(_, state, reason):
                said = say(reason, self._locale(interaction.user_id)) if reason else None
                payload |= {"type": "interaction", "state": state, "reason": said}
            case events.ModalOpened(_, modal):
                self._forms[interaction.user_id, interaction.nonce] = (modal, interaction)
                while len(self._forms) > FORMS:
                    del self._forms[next(iter(self._forms))]
                payload |= {"type": "modal", "modal": modal}
            case events.ChoicesOffered(_, choices):
                payload |= {"type": "choices", "choices": choices}
        self._to_viewer(interaction.user_id, payload)

    def _retell(self, viewer: str) -> None:
        """Command names above messages again, in the language that the viewer now reads."""
        for messages in self._world.messages.values():
            for message in list(messages.values())[-SHOWN:]:
                if message.get("interaction_names") and self._sees(viewer, message):
                    self._to_viewer(viewer, {"type": "message", "message": self._shown(viewer, message)})

    def _to_all(self, payload: Callable[[str], Json], wanted: Callable[[str], bool] = lambda _: True) -> None:
        for page in self._pages:
            if wanted(page.viewer):
                page.send(payload(page.viewer))

    def _to_viewer(self, viewer: str, payload: Json) -> None:
        for page in self._pages:
            if page.viewer == viewer:
                page.send(payload)

    def _remember_controls(self, replaced: Json | None) -> None:
        """Keep for a moment what an edit replaced, so that a click on its way is not lost."""
        at = time.monotonic()
        while self._before and at - self._before[0][0] > JUST_NOW:
            self._before.popleft()
        if replaced is not None and replaced["components"]:
            self._before.append((at, replaced))

    # -- what a viewer does ----------------------------------------------------------------------------------------

    def _receive(self, page: Page, text: str) -> None:
        nonce = None
        try:
            action = _parsed(text)
            nonce = action.get("nonce")
            self._act(page, action)
        except UnfitError as error:
            reason = say(error.sentence, self._locale(page.viewer), **error.values)
            page.send({"type": "error", "nonce": nonce, "reason": reason})

    def _act(self, page: Page, action: Json) -> None:
        acts: dict[str, Callable[[Page, Json], None]] = {
            "say": self._say,
            "command": self._command,
            "autocomplete": self._autocomplete,
            "component": self._component,
            "modal_submit": self._modal_submit,
            "dismiss": self._dismiss,
            "locale": self._set_locale,
        }
        kind = action.get("type")
        act = acts.get(kind) if isinstance(kind, str) else None
        if act is None:
            raise UnfitError("This was not understood: {detail}", detail=kind)
        act(page, action)

    def _say(self, page: Page, action: Json) -> None:
        channel_id = self._channel(page, action)
        content = _text(action, "content").strip()
        if not self._world.permissions(page.viewer, channel_id) & Permission.SEND_MESSAGES:
            raise UnfitError("You cannot write here.")
        if not content:
            raise UnfitError("A message cannot be empty.")
        if len(content) > CONTENT:
            raise UnfitError("A message has at most {most} characters.", most=CONTENT)
        fields: Json = {"content": content, "components": []}
        fields |= mentions(fields, None, self._world.users, interaction=False)
        self._world.post(channel_id, page.viewer, fields)

    def _command(self, page: Page, action: Json) -> None:
        channel_id, command = self._channel(page, action), self._known_command(page, action)
        data, reader = self._command_data(channel_id, command, action, partial=False)
        if command["type"] == MESSAGE_COMMAND:
            data |= self._message_target(page, channel_id, action)
        elif command["type"] == USER_COMMAND:
            data |= self._user_target(action)
        names = _names([command, *reader.path])
        nonce = _text(action, "nonce")
        self._interactions.ask(Question(Kind.COMMAND, page.viewer, channel_id, nonce, data, names))

    def _autocomplete(self, page: Page, action: Json) -> None:
        channel_id, command = self._channel(page, action), self._known_command(page, action)
        data, _ = self._command_data(channel_id, command, action, partial=True)
        self._interactions.ask(Question(Kind.AUTOCOMPLETE, page.viewer, channel_id, _text(action, "nonce"), data))

    def _command_data(
        self, channel_id: str, command: Json, action: Json, *, partial: bool
    ) -> tuple[Json, OptionReader]:
        reader = OptionReader(self._world, channel_id, partial=partial)
        data: Json = {"id": command["id"], "name": command["name"], "type": command["type"]}
        if command["type"] == 1:
            data["options"] = reader.read(command["options"], _objects(action, "options"))
        if reader.resolved:
            data["resolved"] = reader.resolved
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        return data, reader

    def _message_target(self, page: Page, channel_id: str, action: Json) -> Json:
        target = self._visible_message(page, channel_id, _text(action, "target_id"))
        return {"target_id": target["id"], "resolved": {"messages": {target["id"]: for_bot(target)}}}

    def _user_target(self, action: Json) -> Json:
        user_id = _text(action, "target_id")
        try:
            member = self._world.member(user_id)
        except RefusalError as error:
            raise UnfitError("{option} cannot be chosen here.", option=user_id) from error
        shown = {key: value for key, value in member.items() if key != "user"} | {"permissions": "0"}
        return {"target_id": user_id, "resolved": {"users": {user_id: member["user"]}, "members": {user_id: shown}}}

    def _component(self, page: Page, action: Json) -> None:
        channel_id = self._channel(page, action)
        current = self._visible_message(page, channel_id, _text(action, "message_id"))
        message, component = self._control(current, _text(action, "custom_id"))
        data = component_data(self._world, component, action.get("values"))
        nonce = _text(action, "nonce")
        self._interactions.ask(Question(Kind.COMPONENT, page.viewer, channel_id, nonce, data, message=message))

    def _control(self, current: Json, custom_id: str) -> tuple[Json, Json]:
        """The component and the message as it stood with it: as it is now, or as it just was."""
        at = time.monotonic()
        recent = [before for when, before in reversed(self._before) if at - when < JUST_NOW]
        for message in [current, *(before for before in recent if before["id"] == current["id"])]:
            component = interactive(message["components"]).get(custom_id)
            if component is not None:
                return message, component
        raise UnfitError("This control is not there any more.")

    def _modal_submit(self, page: Page, action: Json) -> None:
        form = self._forms.get((page.viewer, _text(action, "modal_nonce")))
        if form is None:
            raise UnfitError("This form is not open any more.")
        modal, opener = form
        data = modal_data(self._world, modal, _objects(action, "components"))
        message = self._world.messages[opener.channel_id].get(opener.message_id or "")
        nonce = _text(action, "nonce")
        self._interactions.ask(Question(Kind.MODAL, page.viewer, opener.channel_id, nonce, data, message=message))

    def _dismiss(self, page: Page, action: Json) -> None:
        message_id = _text(action, "message_id")
        for messages in self._world.messages.values():
            message = messages.get(message_id)
            if message is not None:
                if message.get("ephemeral_for") != page.viewer:
                    raise UnfitError("You cannot dismiss this message.")
                self._world.remove(message)
                return

    def _set_locale(self, page: Page, action: Json) -> None:
        locale = _text(action, "locale")
        if locale not in LOCALES:
            raise UnfitError("This was not understood: {detail}", detail=locale)
        self._world.set_locale(page.viewer, locale)

    def _channel(self, page: Page, action: Json) -> str:
        channel_id = _text(action, "channel_id")
        if channel_id not in self._world.channels or not self._world.may_see(page.viewer, channel_id):
            raise UnfitError("You cannot write here.")
        return channel_id

    def _known_command(self, page: Page, action: Json) -> Json:
        for command in self._world.all_commands():
            if command["id"] == _text(action, "command_id"):
                if not may_use(self._world, page.viewer, self._channel(page, action), command):
                    raise UnfitError("You may not use this command here.")
                return command
        raise UnfitError("This command does not exist (any more).")

    def _visible_message(self, page: Page, channel_id: str, message_id: str) -> Json:
        message = self._world.messages[channel_id].get(message_id)
        if message is None or not self._sees(page.viewer, message):
            raise UnfitError("This message does not exist any more.")
        return message


def _names(path: list[Json]) -> dict[str, str]:
    """A command's full name, its subcommand's with it, as each language shows it."""
    return {
        locale: " ".join((part.get("name_localizations") or {}).get(locale) or part["name"] for part in path)
        for locale in LOCALES
    }


def _parsed(text: str) -> Json:
    try:
        action: Any = json.loads(text)
    except ValueError as error:
        raise UnfitError("This was not understood: {detail}", detail="JSON") from error
    if not isinstance(action, dict):
        raise UnfitError("This was not understood: {detail}", detail="JSON")
    return action


def _text(action: Json, key: str) -> str:
    value = action.get(key)
    if not isinstance(value, str):
        raise UnfitError("This was not understood: {detail}", detail=key)
    return value


def _objects(action: Json, key: str) -> list[Json]:
    value: list[Json] = action.get(key) or []
    try:
        check_shape({key: value})
    except RefusalError as error:
        raise UnfitError("This was not understood: {detail}", detail=key) from error
    return value
