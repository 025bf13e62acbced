"""What Discord refuses of a message: lengths, embeds, mentions, files, and Components V2 against the old fields.

Limits: Discord's documentation (message, component and attachment reference) and its OpenAPI description.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playground import refusal
from playground.component_rules import check_components
from playground.shapes import Flag, Json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playground.attachments import Upload
    from playground.refusal import Form, Path

CONTENT = 2000
EMBEDS = 10
EMBEDS_TOTAL = 6000
FILES = 10
FILE_BYTES = 10 * 1024 * 1024
REQUEST_BYTES = 25 * 1024 * 1024
MENTIONABLE = ("users", "roles", "everyone")
SETTABLE = Flag.SUPPRESS_EMBEDS | Flag.EPHEMERAL | Flag.SUPPRESS_NOTIFICATIONS | Flag.COMPONENTS_V2


def check_message(form: Form, message: Json, file_names: set[str]) -> None:
    """Refuse a message as it would stand after this request; `file_names` are those `attachment://` may name.

    Raises RefusalError: 50035 with the tree, or 50006 for an empty message.
    """
    form.text(("content",), message.get("content"), CONTENT)
    embeds = form.length(("embeds",), message.get("embeds") or [], EMBEDS)
    components = form.length(("components",), message.get("components") or [], 40)
    check_embeds(form, embeds)
    v2 = bool(message.get("flags", 0) & Flag.COMPONENTS_V2)
    if v2:
        _check_no_old_fields(form, message)
    check_components(form, components, file_names, v2=v2)
    form.settle()
    if not (components or (not v2 and _says_something(message))):
        raise refusal.empty_message()


def _says_something(message: Json) -> bool:
    return bool((message.get("content") or "").strip() or message.get("embeds") or message.get("attachments"))


def _check_no_old_fields(form: Form, message: Json) -> None:
    for field in ("content", "embeds", "poll", "sticker_ids"):
        if message.get(field):
            form.fault(
                (field,),
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                f"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
            )


def check_flags(form: Form, flags: object, before: Json | None, *, ephemeral: bool) -> int:
    """The flags of a message after this request; Components V2 once set cannot be removed, ephemeral not changed."""
    old = before["flags"] & ~Flag.LOADING if before else 0
    if flags is None:
        return int(old)
    form.number(("flags",), flags, 0, (1 << 31) - 1)
    asked = flags & SETTABLE if isinstance(flags, int) else 0
    if old & ~asked & Flag.COMPONENTS_V2:
        form.fault(
            ("flags",), "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", "The IS_COMPONENTS_V2 flag cannot be removed"
        )
    if before:
        return int(asked & ~Flag.EPHEMERAL | old & Flag.EPHEMERAL)
    return int(asked if ephemeral else asked & ~Flag.EPHEMERAL)


def check_embeds(form: Form, embeds: list[Json]) -> None:
    for at, embed in enumerate(embeds):
        here: Path = ("embeds", at)
        form.text((*here, "title"), embed.get("title"), 256)
        form.text((*here, "description"), embed.get("description"), 4096)
        form.text((*here, "footer", "text"), (embed.get("footer") or {}).get("text"), 2048)
        form.text((*here, "author", "name"), (embed.get("author") or {}).get("name"), 256)
        for number, field in enumerate(form.length((*here, "fields"), embed.get("fields") or [], 25)):
            form.text((*here, "fields", number, "name"), field.get("name"), 256, 1)
            form.text((*here, "fields", number, "value"), field.get("value"), 1024, 1)
        check_url(form, (*here, "url"), embed.get("url"))
        for part in ("image", "thumbnail"):
            url = (embed.get(part) or {}).get("url")
            if not str(url).startswith("attachment://"):
                check_url(form, (*here, part, "url"), url)
    if sum(map(_embed_size, embeds)) > EMBEDS_TOTAL:
        form.fault(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {EMBEDS_TOTAL}")


def _embed_size(embed: Json) -> int:
    texts = [embed.get("title"), embed.get("description"), (embed.get("footer") or {}).get("text")]
    texts.append((embed.get("author") or {}).get("name"))
    for field in embed.get("fields") or []:
        texts += [field.get("name"), field.get("value")]
    return sum(len(text) for text in texts if isinstance(text, str))


def check_url(form: Form, path: Path, url: object) -> None:
    if not isinstance(url, str):
        form.text(path, url, 2048)
        return
    scheme = url.partition("://")[0]
    if scheme not in {"http", "https"}:
        form.fault(
            path,
            "URL_TYPE_INVALID_SCHEME",
            f"Scheme \"{scheme}\" is not supported. Scheme must be one of ('http', 'https').",
        )
    elif not urlsplit(url).netloc or " " in url:
        form.fault(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")
    else:
        form.text(path, url, 2048)


def check_files(form: Form, declared: object, files: Mapping[str, Upload]) -> None:
    """At most 10 files of 10 MiB; alt texts of at most 1024 characters. Raises RefusalError 40005."""
    entries = form.length(("attachments",), declared or [], FILES)
    if len(files) > max(FILES, len(entries)):
        form.fault(("attachments",), "BASE_TYPE_MAX_LENGTH", f"Must be {FILES} or fewer in length.")
    for at, entry in enumerate(entries):
        form.text(("attachments", at, "description"), entry.get("description"), 1024)
    if any(len(upload.data) > FILE_BYTES for upload in files.values()):
        raise refusal.too_large()


def check_mentions(form: Form, allowed: object) -> None:
    """`allowed_mentions`: known kinds only, and no kind both parsed and listed."""
    here = "allowed_mentions"
    if allowed is None:
        return
    if not isinstance(allowed, dict):
        form.fault((here,), "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
        return
    parse = allowed.get("parse") or []
    for at, kind in enumerate(parse):
        if kind not in MENTIONABLE:
            form.fault((here, "parse", at), "BASE_TYPE_CHOICES", f"Value must be one of {MENTIONABLE}.")
    for kind in ("users", "roles"):
        if kind in parse and allowed.get(kind):
            form.fault(
                (here,),
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.',
            )
