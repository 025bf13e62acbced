"""The types that Discord's bodies have by key, the same wherever a key stands: checked before any other rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.refusal import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.refusal import Path

# fmt: off
TEXTS = frozenset({
    "content", "title", "description", "url", "text", "label", "custom_id", "placeholder", "name", "nonce", "icon_url",
})
NUMBERS = frozenset({
    "flags", "style", "color", "accent_color", "spacing", "min_values", "max_values", "min_length", "max_length",
    "auto_archive_duration",
})
OBJECTS = frozenset({
    "footer", "author", "image", "thumbnail", "media", "file", "accessory", "component", "emoji", "allowed_mentions",
    "data", "poll", "message_reference", "name_localizations", "description_localizations",
})
LISTS = frozenset({"embeds", "components", "fields", "attachments", "options", "choices", "items"})
SCALAR_LISTS = frozenset({"parse", "roles", "users", "values", "sticker_ids", "contexts", "integration_types"})
# fmt: on
DEEPEST = 40


def check_shape(body: object) -> None:
    """Refuse a body in which a known key holds another type than Discord's. Raises RefusalError 50035."""
    form = Form()
    _look(form, (), body)
    form.settle()


def _look(form: Form, path: Path, value: object) -> None:
    if len(path) > DEEPEST:
        form.fault(path[:2], "MAX_DEPTH", "Nested too deeply")
    elif isinstance(value, list):
        for at, one in enumerate(value):
            _look(form, (*path, at), one)
    elif isinstance(value, dict):
        for key, one in value.items():
            problem = _problem(key, one)
            if problem:
                form.fault((*path, key), *problem)
            else:
                _look(form, (*path, key), one)


def _problem(key: str, value: object) -> tuple[str, str] | None:
    if value is None:
        return None
    for keys, fits, code, message in TYPES:
        if key in keys and not fits(value):
            return code, message.format(value=value)
    return None


def _objects(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _scalars(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, (str, int)) for one in value)


# An embed's `type` is a word, all others are numbers.
TYPES: list[tuple[frozenset[str], Callable[[object], bool], str, str]] = [
    (
        TEXTS,
        lambda value: isinstance(value, (str, int)),
        "STRING_TYPE_CONVERT",
        'Could not interpret "{value}" as string.',
    ),
    (NUMBERS, lambda value: isinstance(value, int), "NUMBER_TYPE_COERCE", 'Value "{value}" is not int.'),
    (
        frozenset({"type"}),
        lambda value: isinstance(value, (int, str)),
        "NUMBER_TYPE_COERCE",
        'Value "{value}" is not int.',
    ),
    (
        OBJECTS,
        lambda value: isinstance(value, dict),
        "DICT_TYPE_CONVERT",
        "Only dictionaries may be used in a DictType",
    ),
    (LISTS, _objects, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"),
    (SCALAR_LISTS, _scalars, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"),
]
