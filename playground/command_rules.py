"""What Discord refuses of application commands, and the form in which it gives them back."""

from __future__ import annotations

import re
import zlib

from playground import refusal, seed
from playground.refusal import Form, Path
from playground.shapes import Json, Option

NAME = re.compile(r"[-_'\w]{1,32}")
CHAT_INPUT = 1
MOST = {1: 100, 2: 15, 3: 15}
KIND_NAMES = {1: "chat input", 2: "user", 3: "message"}
SIZE = 8000
NESTED = {Option.SUBCOMMAND, Option.SUBCOMMAND_GROUP}
CHOOSABLE = {Option.STRING, Option.INTEGER, Option.NUMBER}


def check_commands(commands: list[Json]) -> None:
    """Refuse a bulk overwrite as Discord would: each command's form, names used twice, too many of a kind."""
    form = Form()
    seen: set[tuple[int, str]] = set()
    for at, command in enumerate(commands):
        check_command(form, (at,), command)
        key = (command.get("type") or CHAT_INPUT, str(command.get("name")))
        if key in seen:
            form.fault((at,), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
        seen.add(key)
    form.settle()
    for kind, most in MOST.items():
        if sum(key[0] == kind for key in seen) > most:
            raise refusal.too_many_commands(most)


def check_command(form: Form, path: Path, command: Json) -> None:
    kind = command.get("type") or CHAT_INPUT
    if kind not in MOST:
        form.fault((*path, "type"), "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3}.")
        return
    if kind == CHAT_INPUT:
        _check_names(form, path, command)
        _check_options(form, (*path, "options"), command.get("options") or [])
    else:
        form.text((*path, "name"), command.get("name"), 32, 1)
        for locale, name in (command.get("name_localizations") or {}).items():
            form.text((*path, "name_localizations", locale), name, 32, 1)
        if command.get("description") or command.get("options"):
            form.fault(path, "APPLICATION_COMMAND_CONTEXT_MENU_FIELDS", "Context menu commands have only a name")
    if _size(command) > SIZE:
        form.fault(path, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({SIZE})")


def _check_names(form: Form, path: Path, named: Json) -> None:
    _check_name(form, (*path, "name"), named.get("name"))
    form.text((*path, "description"), named.get("description"), 100, 1)
    for locale, name in (named.get("name_localizations") or {}).items():
        _check_name(form, (*path, "name_localizations", locale), name)
    for locale, text in (named.get("description_localizations") or {}).items():
        form.text((*path, "description_localizations", locale), text, 100, 1)


def _check_name(form: Form, path: Path, name: object) -> None:
    form.text(path, name, 32, 1)
    if isinstance(name, str) and 1 <= len(name) <= 32 and not (NAME.fullmatch(name) and name == name.lower()):  # noqa: PLR2004
        form.fault(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _check_options(form: Form, path: Path, options: list[Json]) -> None:
    names: set[str] = set()
    optional_seen = False
    for at, option in enumerate(form.length(path, options, 25)):
        here = (*path, at)
        _check_names(form, here, option)
        if option.get("type") not in set(Option):
            form.fault(
                (*here, "type"), "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}."
            )
            continue
        if option["name"] in names:
            form.fault((*here, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique")
        names.add(option["name"])
        if option["type"] in NESTED:
            _check_options(form, (*here, "options"), option.get("options") or [])
            continue
        if option.get("required") and optional_seen:
            form.fault(
                here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )  # fmt: skip
        optional_seen = optional_seen or not option.get("required")
        _check_choices(form, here, option)


def _check_choices(form: Form, path: Path, option: Json) -> None:
    form.number((*path, "min_length"), option.get("min_length"), 0, 6000)
    form.number((*path, "max_length"), option.get("max_length"), 1, 6000)
    choices = option.get("choices") or []
    if choices and option.get("autocomplete"):
        form.fault(path, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", "Choices exclude autocomplete")
    check_choices(form, (*path, "choices"), choices)


def check_choices(form: Form, path: Path, choices: object) -> None:
    """At most 25 choices, each with a name of 1 to 100 characters and, where text, a value of at most 100."""
    for at, choice in enumerate(form.length(path, choices, 25)):
        form.text((*path, at, "name"), choice.get("name"), 100, 1)
        if isinstance(choice.get("value"), str):
            form.text((*path, at, "value"), choice["value"], 100)
        for locale, name in (choice.get("name_localizations") or {}).items():
            form.text((*path, at, "name_localizations", locale), name, 100, 1)


def _size(command: Json) -> int:
    """Characters of names, descriptions and choice values, the longest language of each, as Discord counts."""
    size = _longest(command, "name") + _longest(command, "description")
    size += sum(_size(option) for option in command.get("options") or [])
    return size + sum(
        _longest(choice, "name") + len(str(choice.get("value"))) for choice in command.get("choices") or []
    )


def _longest(named: Json, key: str) -> int:
    texts = [named.get(key) or "", *(named.get(f"{key}_localizations") or {}).values()]
    return max(len(str(text)) for text in texts)


def registered(command: Json, scope: str, version: str) -> Json:
    """A command as Discord gives it back; its id depends on its name, kind and scope alone."""
    kind = command.get("type") or CHAT_INPUT
    number = zlib.crc32(f"{scope}:{kind}:{command['name']}".encode())
    full: Json = {
        "id": str(int(seed.APPLICATION) + (1 << 40) + number),
        "application_id": seed.APPLICATION,
        "version": version,
        "type": kind,
        "name": command["name"],
        "name_localizations": command.get("name_localizations"),
        "description": command.get("description") or "",
        "description_localizations": command.get("description_localizations"),
        "options": command.get("options") or [],
        "default_member_permissions": _text_or_none(command.get("default_member_permissions")),
        "dm_permission": command.get("dm_permission", True),
        "contexts": command.get("contexts"),
        "integration_types": command.get("integration_types") or [0],
        "nsfw": bool(command.get("nsfw")),
    }
    if scope != "global":
        full["guild_id"] = scope
    return full


def _text_or_none(value: object) -> str | None:
    return None if value is None else str(value)
