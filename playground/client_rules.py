"""What Discord's own client would not let a person send: missing options, disabled buttons, answers of a wrong size."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from playground import seed
from playground.refusal import RefusalError
from playground.shapes import SELECTS, Component, Json, Option, Permission, walk

if TYPE_CHECKING:
    from playground.world import World

MENTIONED = {Option.USER, Option.CHANNEL, Option.ROLE, Option.MENTIONABLE}
NESTED = {Option.SUBCOMMAND, Option.SUBCOMMAND_GROUP}
LARGEST = 2**53


class UnfitError(Exception):
    """What a person tried cannot be sent; `sentence` is an entry of words."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence.format(**values))
        self.sentence = sentence
        self.values = values


def may_use(world: World, user_id: str, channel_id: str, command: Json) -> bool:
    """Whether Discord's client would offer a command: its contexts and its default permissions."""
    in_guild = "guild_id" in world.channel(channel_id)
    contexts = command.get("contexts")
    if contexts is not None and (0 if in_guild else 1) not in contexts:
        return False
    if not in_guild:
        return "guild_id" not in command and command.get("dm_permission") is not False
    granted = world.permissions(user_id, channel_id)
    needed = command["default_member_permissions"]
    if needed is None:
        return bool(granted & Permission.USE_APPLICATION_COMMANDS)
    if needed == "0":
        return bool(granted & Permission.ADMINISTRATOR)
    return granted & Permission(int(needed)) == Permission(int(needed))


# -- options of a command ------------------------------------------------------------------------------------------


class OptionReader:
    """Turns what the page filled in into an interaction's options, and collects whom they mention in `resolved`."""

    def __init__(self, world: World, channel_id: str, *, partial: bool) -> None:
        self._world = world
        self._channel_id = channel_id
        self._partial = partial
        self.resolved: Json = {}
        self.path: list[Json] = []

    def read(self, declared: list[Json], given: list[Json]) -> list[Json]:
        """`given` checked against `declared`; a partial reading (autocomplete) checks nothing but names."""
        by_name = {option["name"]: option for option in declared}
        options = []
        for entry in given:
            option = by_name.get(str(entry.get("name")))
            if option is None:
                raise UnfitError("There is no option {option}.", option=entry.get("name"))
            options.append(self._one(option, entry))
        names = {option["name"] for option in options}
        chosen = any(option["type"] in NESTED for option in options)
        for option in declared:
            missing = option.get("required") or (option["type"] in NESTED and not chosen)
            if missing and option["name"] not in names and not self._partial:
                raise UnfitError("Fill in {option}.", option=option["name"])
        return options

    def _one(self, option: Json, entry: Json) -> Json:
        made: Json = {"name": option["name"], "type": option["type"]}
        if option["type"] in NESTED:
            self.path.append(option)
            return made | {"options": self.read(option.get("options") or [], entry.get("options") or [])}
        if self._partial:
            made["value"] = entry.get("value", "")
            if entry.get("focused"):
                made |= {"focused": True, "value": str(made["value"])}
            return made
        return made | {"value": self._value(option, entry.get("value"))}

    def _value(self, option: Json, value: Any) -> Any:  # noqa: ANN401
        kind = option["type"]
        if kind == Option.ATTACHMENT:
            raise UnfitError("Files cannot be sent from this page yet.")
        if kind in MENTIONED:
            return self._mentioned(option, str(value))
        if kind == Option.BOOLEAN:
            return value is True or str(value).lower() == "true"
        if kind == Option.STRING:
            fitting: Any = _text(option, value)
        else:
            fitting = _number(option, value)
        choices = option.get("choices") or []
        if choices and fitting not in [choice["value"] for choice in choices]:
            raise UnfitError("{option} is not one of the choices.", option=option["name"])
        return fitting

    def _mentioned(self, option: Json, wanted: str) -> str:
        try:
            _resolve(self._world, MENTION_KINDS[Option(option["type"])], wanted, self.resolved)
        except RefusalError as error:
            raise UnfitError("{option} cannot be chosen here.", option=option["name"]) from error
        return wanted


MENTION_KINDS = {
    Option.USER: ("users",),
    Option.CHANNEL: ("channels",),
    Option.ROLE: ("roles",),
    Option.MENTIONABLE: ("users", "roles"),
}
SELECT_KINDS = {
    Component.USER_SELECT: ("users",),
    Component.ROLE_SELECT: ("roles",),
    Component.MENTIONABLE_SELECT: ("users", "roles"),
    Component.CHANNEL_SELECT: ("channels",),
}


def _resolve(world: World, kinds: tuple[str, ...], wanted: str, resolved: Json) -> None:
    roles = {role["id"]: role for role in seed.roles()}
    if "roles" in kinds and wanted in roles:
        resolved.setdefault("roles", {})[wanted] = roles[wanted]
    elif "channels" in kinds:
        resolved.setdefault("channels", {})[wanted] = world.channel(wanted) | {"permissions": "0"}
    else:
        member = world.member(wanted)
        resolved.setdefault("users", {})[wanted] = member["user"]
        resolved.setdefault("members", {})[wanted] = {key: value for key, value in member.items() if key != "user"} | {
            "permissions": "0"
        }


def _text(option: Json, value: object) -> str:
    text = "" if value is None else str(value)
    check_length(option["name"], text, option.get("min_length") or 0, option.get("max_length") or 6000)
    if not text and option.get("required"):
        raise UnfitError("Fill in {option}.", option=option["name"])
    return text


def check_length(name: str, text: str, least: int, most: int) -> None:
    if len(text) < least:
        raise UnfitError("{option} needs at least {least} characters.", option=name, least=least)
    if len(text) > most:
        raise UnfitError("{option} has at most {most} characters.", option=name, most=most)


def _number(option: Json, value: object) -> int | float:
    whole = option["type"] == Option.INTEGER
    problem = "{option} must be a whole number." if whole else "{option} must be a number."
    try:
        number: int | float = int(str(value)) if whole else float(str(value))
    except ValueError as error:
        raise UnfitError(problem, option=option["name"]) from error
    if not math.isfinite(number) or abs(number) > LARGEST:
        raise UnfitError(problem, option=option["name"])
    if option.get("min_value") is not None and number < option["min_value"]:
        raise UnfitError("{option} must be at least {least}.", option=option["name"], least=option["min_value"])
    if option.get("max_value") is not None and number > option["max_value"]:
        raise UnfitError("{option} must be at most {most}.", option=option["name"], most=option["max_value"])
    return number


# -- components ----------------------------------------------------------------------------------------------------


def component_data(world: World, component: Json, values: object) -> Json:
    """The data of a click or a selection. Raises UnfitError: disabled, or a wrong number or kind of values."""
    if component.get("disabled"):
        raise UnfitError("This control is disabled.")
    data: Json = {"custom_id": component["custom_id"], "component_type": component["type"]}
    if "id" in component:
        data["id"] = component["id"]
    if component["type"] in SELECTS:
        data["values"], resolved = selected(world, component, values)
        if resolved:
            data["resolved"] = resolved
    return data


def selected(world: World, select: Json, values: object) -> tuple[list[str], Json]:
    """Checked values of a select, and what they mention."""
    chosen = [str(value) for value in values] if isinstance(values, list) else []
    least, most = _or(select.get("min_values"), 1), _or(select.get("max_values"), 1)
    if select.get("required") is False and not chosen:
        return [], {}
    if not least <= len(chosen) <= most:
        raise UnfitError("Choose between {least} and {most} options.", least=least, most=most)
    resolved: Json = {}
    for value in chosen:
        if "options" in select:
            fits = value in [option["value"] for option in select["options"]]
        else:
            fits = _resolves(world, SELECT_KINDS[Component(select["type"])], value, resolved)
        if not fits:
            raise UnfitError("{option} is not one of the choices.", option=select.get("placeholder") or value)
    return chosen, resolved


def _resolves(world: World, kinds: tuple[str, ...], value: str, resolved: Json) -> bool:
    try:
        _resolve(world, kinds, value, resolved)
    except RefusalError:
        return False
    return True


def _or(value: int | None, default: int) -> int:
    return default if value is None else value


# -- modals --------------------------------------------------------------------------------------------------------


def modal_data(world: World, modal: Json, given: list[Json]) -> Json:
    """A modal's answers in Discord's shape; `given` holds them by custom id, at any depth."""
    answers = {leaf["custom_id"]: leaf for leaf in walk(given) if leaf.get("custom_id")}
    resolved: Json = {}

    def fill(component: Json, label: str) -> Json:
        made: Json = {"type": component["type"], "id": component.get("id", 0)}
        if component["type"] == Component.TEXT_DISPLAY:
            return made
        if component["type"] == Component.LABEL:
            return made | {"component": fill(component["component"], component["label"])}
        if component["type"] == Component.ACTION_ROW:
            return made | {"components": [fill(child, child.get("label") or "") for child in component["components"]]}
        answer = answers.get(component["custom_id"], {})
        return made | {"custom_id": component["custom_id"]} | _leaf(world, component, answer, label, resolved)

    data: Json = {"custom_id": modal["custom_id"], "components": [fill(one, "") for one in modal["components"]]}
    return data | {"resolved": resolved} if resolved else data


def _leaf(world: World, component: Json, answer: Json, label: str, resolved: Json) -> Json:
    required = component.get("required") is not False
    match component["type"]:
        case Component.TEXT_INPUT:
            text = str(answer.get("value") or "")
            if required and not text:
                raise UnfitError("Fill in {option}.", option=label)
            if text:
                check_length(label, text, component.get("min_length") or 0, component.get("max_length") or 4000)
            return {"value": text}
        case Component.CHECKBOX:
            return {"value": bool(answer.get("value"))}
        case Component.RADIO_GROUP:
            if required and answer.get("value") is None:
                raise UnfitError("Fill in {option}.", option=label)
            chosen = [answer["value"]] if answer.get("value") is not None else []
            values, _ = selected(world, component | {"min_values": 0}, chosen)
            return {"value": values[0] if values else None}
        case Component.FILE_UPLOAD:
            if required:
                raise UnfitError("Files cannot be sent from this page yet.")
            return {"values": []}
        case _:
            most = component.get("max_values") or (
                len(component["options"]) if component["type"] == Component.CHECKBOX_GROUP else 1
            )
            values, found = selected(world, component | {"max_values": most}, answer.get("values"))
            resolved.update(found)
            return {"values": values}
