"""What moderators made of a report, as its reporter and the moderators read it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from cogs import panel, reply, text
from maths.message import Message
from tutor.types import Ruling
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.types import Handling, Language, Record, Report, ReportPage

OPEN, HANDLED = "open", "handled"
TURN = r"lemma:reports:(?P<which>open|handled):(?P<page>\d+)"
ACT = r"lemma:reports:(?P<act>see|corrected|nothing_wrong|reopen):(?P<report>\d+)"
LINK = panel.REPORTS
_QUOTED = 1_000  # characters of a report


def letter(report: Report, record: Record, server: str, language: Language) -> reply.Layout:
    """For the reporter; `server` is its name, "" where it need not be said."""
    return reply.notice("\n".join(_letter(report, record, server, language)))


def _letter(report: Report, record: Record, server: str, language: Language) -> Iterator[str]:
    yield reply.heading(Message("What became of your report"), language, small=True)
    if server:
        yield reply.small(Message("Server: {server}", server=text.escape(server)), language)
    yield f"-# {text.typed(record.solution.question.text, reply.PROBLEM_SHOWN)}"
    if report.handling is not None:
        yield _ruled(report.handling, language)


def _ruled(handling: Handling, language: Language) -> str:
    if handling.ruling is Ruling.CORRECTED:
        return reply.correction(handling.text, language)
    said = text.typed(handling.text)
    nothing = say(Message("A moderator looked at it and found nothing wrong."), language)
    return f"{nothing}\n{said}" if said else nothing


def nothing(which: str, language: Language) -> reply.Layout:
    """Where there are no reports."""
    waiting = Message("No reported mistake waits for you.")
    said = waiting if which == OPEN else Message("No report has been handled yet.")
    return reply.notice(say(said, language), ui.ActionRow(_other(which, language)))


def card(report: Report, record: Record, language: Language, shown: ReportPage | None = None) -> reply.Layout:
    """A report with what it is about, and what can be done; with `shown`, as one of several."""
    which = OPEN if report.handling is None else HANDLED
    title = Message("Reported mistakes") if which == OPEN else Message("Handled reports")
    when = discord.utils.format_dt(report.reported_at, "R")
    lines = [
        reply.heading(title, language),
        f"<@{report.reporter.user_id}> {when}",
        f"> {text.escape(' '.join(report.text.split())[:_QUOTED])}",
        reply.summary(record),
    ]
    if report.handling is not None:
        lines += _handled(report.handling, language)
    rows = [_acts(report, language)]
    if shown is not None and shown.pages > 1:
        rows.append(reply.turning(f"lemma:reports:{which}", shown.page, shown.pages, language))
    rows.append(ui.ActionRow(_other(which, language)))
    return reply.notice("\n".join(lines), *rows)


def _handled(handling: Handling, language: Language) -> Iterator[str]:
    yield _ruled(handling, language)
    when = discord.utils.format_dt(handling.handled_at, "R")
    yield f"-# <@{handling.moderator_id}> {when}" if handling.moderator_id else f"-# {when}"
    told = Message("The reporter has been told.")
    untold = Message("The reporter takes no direct messages from Lemma: /history will tell them.")
    yield reply.small(told if handling.told else untold, language)


def _acts(report: Report, language: Language) -> ui.ActionRow[ui.LayoutView]:
    row = ui.ActionRow[ui.LayoutView]()
    row.add_item(_button(Message("See the solution"), "📖", f"lemma:reports:see:{report.id}", language))
    if report.handling is None:
        row.add_item(_button(Message("Answer"), "✏️", f"lemma:reports:corrected:{report.id}", language))
        row.add_item(_button(Message("Nothing wrong"), "👌", f"lemma:reports:nothing_wrong:{report.id}", language))
    else:
        row.add_item(_button(Message("Reopen"), "↩️", f"lemma:reports:reopen:{report.id}", language))
    return row


def _other(which: str, language: Language) -> ui.Button[ui.LayoutView]:
    if which == OPEN:
        return _button(Message("Handled reports"), "🗂️", "lemma:reports:handled:0", language)
    return _button(Message("Reported mistakes"), "🚩", "lemma:reports:open:0", language)


def _button(label: Message, emoji: str, custom_id: str, language: Language) -> ui.Button[ui.LayoutView]:
    return ui.Button(label=say(label, language), emoji=emoji, custom_id=custom_id)
