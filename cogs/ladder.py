"""Hints in the place of a solution, as a layout: the problem, the hints so far, what opens the solution. Pure.

Nothing here reads the solution but whether there is one to grade by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from cogs import reply, tasks, text
from maths.message import Message, counted
from tutor.ladder import Early, Exam
from tutor.words import render, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tutor.ladder import Ladder, Tried
    from tutor.types import Language, Record

HINT = r"lemma:ladder:hint:(?P<record>\d+)"
ANSWER = r"lemma:ladder:answer:(?P<record>\d+)"
OPEN = r"lemma:ladder:open:(?P<record>\d+)"

PROBLEM_SHOWN = 600
HINT_SHOWN = 700
_ICON = "💡"


def layout(
    ladder: Ladder, language: Language, *, closed_by: Exam | Early | None = None, tried: Tried | None = None
) -> reply.Layout:
    """A ladder as it stands; `closed_by` is what keeps it closed, `tried` what became of the answer just given."""
    problem = text.typed(ladder.record.solution.question.text, PROBLEM_SHOWN)
    contents: list[ui.Item[ui.LayoutView]] = [
        ui.TextDisplay(f"### {problem or '—'}"),
        ui.TextDisplay("\n".join(_hints(ladder, language))),
    ]
    if tried is not None:
        contents.append(ui.TextDisplay(tasks.judged(tried.mark, tried.claim, tried.feedback, language)))
    contents.append(ui.TextDisplay(f"-# {say(_what_opens(closed_by), language)}"))
    contents.append(_acts(ladder, language, in_exam=isinstance(closed_by, Exam)))
    return reply.layout(*contents)


def refusal(closed_by: Exam | Early) -> Message:
    """Why the solution is not shown, and when it will be."""
    match closed_by:
        case Exam(until) if until is not None:
            return Message("📝 There is an exam here: only hints are given. It ends {when}.", when=_relative(until))
        case Exam():
            return Message("📝 There is an exam here: only hints are given until a moderator ends it.")
        case Early(until, gradable=True):
            return Message(
                "Try an answer first: then the solution opens at once. Without one it opens {when}.",
                when=_relative(until),
            )
        case Early(until):
            return Message("Try it yourself first: the solution opens {when}.", when=_relative(until))


def summary(record: Record) -> str:
    """A record whose solution is not open, on one line: its problem and when it was asked."""
    problem = text.typed(record.solution.question.text, reply.SHORT)
    return f"{_ICON} {problem} · {discord.utils.format_dt(record.asked_at, 'R')}"


def _relative(moment: datetime) -> str:
    return discord.utils.format_dt(moment, "R")


def _what_opens(closed_by: Exam | Early | None) -> Message:
    if closed_by is None:
        return Message("You can see the solution now, or try on.")
    return refusal(closed_by)


def _hints(ladder: Ladder, language: Language) -> Iterator[str]:
    count = len(ladder.draft.hints)
    for place, hint in enumerate(ladder.shown, start=1):
        name = say(Message("Hint {place} of {count}", place=place, count=count), language)
        yield f"{_ICON} **{name}** {text.shorten(text.shown(render(hint, language)), HINT_SHOWN)}"


def _acts(ladder: Ladder, language: Language, *, in_exam: bool) -> ui.ActionRow[ui.LayoutView]:
    row = ui.ActionRow[ui.LayoutView]()
    record_id, left = ladder.record.id, len(ladder.draft.hints) - ladder.climbed
    if left:
        label = counted("Next hint ({count} left)", "Next hint ({count} left)", left)
        row.add_item(_button(label, f"lemma:ladder:hint:{record_id}", language, emoji=_ICON))
    if ladder.record.solution.answer is not None and not in_exam:
        row.add_item(_button(Message("My answer"), f"lemma:ladder:answer:{record_id}", language, emoji="✏️", main=True))
    row.add_item(_button(Message("Show the solution"), f"lemma:ladder:open:{record_id}", language))
    return row


def _button(
    label: Message, custom_id: str, language: Language, *, emoji: str | None = None, main: bool = False
) -> ui.Button[ui.LayoutView]:
    style = discord.ButtonStyle.primary if main else discord.ButtonStyle.secondary
    return ui.Button(label=say(label, language), custom_id=custom_id, emoji=emoji, style=style)
