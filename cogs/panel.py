"""The moderators' panel: what is in force, and one thing at a time to change. Pure.

Its buttons and selects carry what they change in their custom ids; what they say is in the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import ui

from cogs import choices, reply, text
from cogs.editors import EDITORS, Open, button
from maths.message import Message
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tutor.learning import DailySetup
    from tutor.types import Language, SettingsChange, SettingsLog

ROOM = r"lemma:settings:room"
LEVEL = r"lemma:settings:level"
LOOK = r"lemma:settings:look"
ADAPTER = r"lemma:settings:adapter"
LANGUAGE = r"lemma:settings:language"
ZONE = r"lemma:settings:zone"
HINTS = r"lemma:settings:hints:(?P<on>[01])"
EXAM = r"lemma:settings:exam:(?P<channel>\d+)"
CHANNEL = r"lemma:settings:channel"
CHANNEL_LEVEL = r"lemma:settings:channel:level:(?P<channel>\d+)"
ALLOWED = r"lemma:settings:allowed:(?P<which>channels|roles)"
EVERY = r"lemma:settings:every:(?P<which>channels|roles|topics)"
QUOTA = r"lemma:settings:quota"
TOPIC = r"lemma:settings:topics:(?P<part>\d+)"
UNDO = r"lemma:settings:undo:(?P<change>\d+)"
LOG = r"lemma:settings:log(?::(?P<page>\d+))?"
REPORTS = r"lemma:settings:reports"
CLEAR = r"lemma:settings:clear"

DAILY, LOGGED = "daily", "log"


@dataclass(frozen=True, slots=True)
class Daily:
    """The daily problem as it is set up, and when the next one is due."""

    setup: DailySetup | None
    due: datetime | None = None


def layout(
    server: choices.Server, opened: Open, daily: Daily, last: SettingsChange | None, language: Language
) -> reply.Layout:
    """What is in force, what to change, and the way back."""
    names = [name for name in choices.NAMES if name != "adapter" or server.adapters]
    lines = [reply.heading(Message("Settings of this server"), language)]
    lines += [choices.line(name, server, language) for name in names]
    lines.append(_daily(daily, language))
    if last is not None:
        said = Message("Last change: {change}", change=choices.changed(last, language))
        lines.append(reply.small(said, language))
    return reply.layout(
        ui.TextDisplay("\n".join(lines)),
        ui.ActionRow(_rooms(names, opened, language)),
        *_editor(server, opened, daily, language),
        _foot(last, language, logged=True),
    )


def log(logged: SettingsLog, last: SettingsChange | None, names: Iterable[str], language: Language) -> reply.Layout:
    """Who changed what, newest first."""
    lines = [reply.heading(Message("Who changed what"), language)]
    lines += [f"- {choices.changed(change, language)}" for change in logged.changes]
    if not logged.changes:
        lines.append(say(Message("Nothing has been changed yet."), language))
    turning = [reply.turning("lemma:settings:log", logged.page, logged.pages, language)] if logged.pages > 1 else []
    return reply.layout(
        ui.TextDisplay(_within(lines)),
        *turning,
        ui.ActionRow(_rooms(names, Open(LOGGED), language)),
        _foot(last, language, logged=False),
    )


def _within(lines: list[str]) -> str:
    """As many of the lines as a reply has room for."""
    kept = lines[:1]
    for line in lines[1:]:
        if text.units("\n".join((*kept, line))) > reply.ROOM:
            return "\n".join((*kept, "…"))
        kept.append(line)
    return "\n".join(kept)


def _rooms(names: Iterable[str], opened: Open, language: Language) -> ui.Select[ui.LayoutView]:
    options = [
        discord.SelectOption(label=say(choices.NAMES[name], language), value=name, default=name == opened.room)
        for name in names
    ]
    daily = say(Message("Daily problem"), language)
    options.append(discord.SelectOption(label=daily, value=DAILY, default=opened.room == DAILY))
    return ui.Select(
        custom_id="lemma:settings:room",
        placeholder=say(Message("What do you want to change?"), language),
        options=options,
    )


def _foot(last: SettingsChange | None, language: Language, *, logged: bool) -> ui.ActionRow[ui.LayoutView]:
    row = ui.ActionRow[ui.LayoutView]()
    if last is not None:
        undone = ", ".join(say(choices.NAMES[name], language) for name in choices.changed_names(last))
        label = text.shorten(say(Message("Undo: {settings}", settings=undone), language), 70)
        row.add_item(ui.Button(label=label, emoji="↩️", custom_id=f"lemma:settings:undo:{last.id}"))
    if logged:
        row.add_item(button(Message("Who changed what"), "🗒️", "lemma:settings:log", language))
    row.add_item(button(Message("Newest reports"), "🚩", "lemma:settings:reports", language))
    row.add_item(button(Message("Forget kept answers"), "🧹", "lemma:settings:clear", language))
    return row


def _daily(daily: Daily, language: Language) -> str:
    """The daily problem on a line."""
    title = say(Message("Daily problem"), language)
    if daily.setup is None:
        absent = say(Message("not set up"), language)
        return f"{title}: **{absent}** (/daily setup)"
    if not daily.setup.enabled or daily.due is None:
        off = say(Message("switched off"), language)
        return f"{title}: **{off}** (/daily show)"
    when = discord.utils.format_dt(daily.due, "R")
    said = Message("next {when} in {channel}", when=when, channel=f"<#{daily.setup.channel_id}>")
    return f"{title}: **{say(said, language)}** (/daily show)"


def _editor(server: choices.Server, opened: Open, daily: Daily, language: Language) -> Iterator[ui.Item[ui.LayoutView]]:
    """What changes the setting that is open."""
    if opened.room == DAILY:
        yield ui.Separator()
        yield ui.TextDisplay("\n".join(_daily_told(daily, language)))
    elif opened.room in EDITORS:
        yield ui.Separator()
        yield from EDITORS[opened.room](server, opened, language)


def _daily_told(daily: Daily, language: Language) -> Iterator[str]:
    if daily.setup is not None and daily.setup.trouble is not None:
        yield f"⚠️ {say(daily.setup.trouble, language)}"
    yield say(
        Message("/daily setup sets it up or changes it; /daily show previews it, posts a test or switches it off."),
        language,
    )
