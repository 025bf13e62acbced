"""A request's body and files made into the message that it asks for, or refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from playground import rules
from playground.refusal import Form, Path
from playground.shapes import Component, Json, walk

if TYPE_CHECKING:
    from playground.attachments import Upload

MENTION = re.compile(r"<@!?(\d+)>")
ROLE_MENTION = re.compile(r"<@&(\d+)>")
EVERYONE_MENTION = re.compile(r"@(everyone|here)\b")


@dataclass(frozen=True, slots=True)
class Body:
    """A request's JSON, its files by their number, and the path under which faults of the JSON are reported."""

    json: Json
    files: dict[str, Upload] = field(default_factory=dict)
    prefix: Path = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """Checked message fields, and the files to store with them."""

    fields: Json
    uploads: list[Upload]


def draft(body: Body, users: dict[str, Json], *, before: Json | None = None, interaction: bool = False) -> Draft:
    """The fields of a new message, or those of `before` as an edit changes them; an interaction's messages may be
    ephemeral and by default ping only users. Raises RefusalError.
    """
    asked = body.json
    form = Form(body.prefix)
    rules.check_mentions(form, asked.get("allowed_mentions"))
    rules.check_files(form, asked.get("attachments"), body.files)
    flags = rules.check_flags(form, asked.get("flags"), before, ephemeral=interaction)
    form.settle()
    kept = _kept(asked, before)
    uploads = _described(body)
    old = before or {"content": "", "embeds": [], "components": [], "flags": 0}
    fields: Json = {
        "content": asked.get("content", old["content"]) or "",
        "embeds": _embeds(asked, old),
        "components": asked.get("components", old["components"]) or [],
        "flags": flags,
        "attachments": kept,
    }
    names = {attachment["filename"] for attachment in kept} | {upload.name for upload in uploads}
    as_it_will_stand = fields | {"attachments": [*kept, *uploads]}
    as_it_will_stand |= {key: asked[key] for key in ("poll", "sticker_ids") if asked.get(key)}
    rules.check_message(form, as_it_will_stand, names)
    return Draft(fields | mentions(fields, asked.get("allowed_mentions"), users, interaction=interaction), uploads)


def _embeds(asked: Json, old: Json) -> list[Json]:
    embeds: list[Json] = asked.get("embeds", old["embeds"]) or []
    return [{"type": "rich"} | embed if isinstance(embed, dict) else embed for embed in embeds]


def _kept(asked: Json, before: Json | None) -> list[Json]:
    """The attachments that an edit keeps: all, unless it lists those it wants."""
    if before is None:
        return []
    if "attachments" not in asked:
        return list(before["attachments"])
    wanted = {str(entry.get("id")): entry for entry in asked["attachments"] or []}
    return [
        attachment | {key: wanted[attachment["id"]][key] for key in ("description",) if key in wanted[attachment["id"]]}
        for attachment in before["attachments"]
        if attachment["id"] in wanted
    ]


def _described(body: Body) -> list[Upload]:
    entries = {str(entry.get("id")): entry for entry in body.json.get("attachments") or []}
    return [
        replace(upload, description=entries.get(number, {}).get("description")) for number, upload in body.files.items()
    ]


def mentions(fields: Json, allowed: Json | None, users: dict[str, Json], *, interaction: bool) -> Json:
    """Whom a message pings: those its text names and `allowed_mentions` lets it (regular messages: all by default)."""
    if allowed is None:
        allowed = {"parse": ["users"] if interaction else ["users", "roles", "everyone"]}
    parse = allowed.get("parse") or []
    displays = [one for one in walk(fields["components"]) if one.get("type") == Component.TEXT_DISPLAY]
    text = "\n".join([fields["content"], *(display["content"] for display in displays)])
    may_user = set(users) if "users" in parse else set(map(str, allowed.get("users") or []))
    named_roles = ROLE_MENTION.findall(text)
    may_role = set(named_roles) if "roles" in parse else set(map(str, allowed.get("roles") or []))
    named = [user_id for user_id in dict.fromkeys(MENTION.findall(text)) if user_id in users and user_id in may_user]
    return {
        "mentions": [users[user_id] for user_id in named],
        "mention_roles": [role_id for role_id in dict.fromkeys(named_roles) if role_id in may_role],
        "mention_everyone": "everyone" in parse and bool(EVERYONE_MENTION.search(text)),
    }
