"""A server's own problem sets as layouts and as rows of a file. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from cogs import reply, text
from maths.generating.hints import GENERAL
from maths.message import Message, counted
from tutor.learning import UsedFor
from tutor.sets import ANSWER_CHARACTERS, HINT_CHARACTERS, HINTS, PROBLEM_CHARACTERS, SOLUTION_CHARACTERS
from tutor.words import render, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cogs.views import Form
    from tutor.learning import DraftProblem, ProblemSet
    from tutor.sets import Import
    from tutor.types import Language

NOTHING = "nothing"  # a select's value cannot be empty
BAD_SHOWN = 15
PROBLEMS_SHOWN = 20
_USES = {
    UsedFor.NOTHING: Message("not used"),
    UsedFor.PRACTICE: Message("for practice"),
    UsedFor.DAILY: Message("as daily problems"),
}


def fields(language: Language) -> tuple[ui.Label[Form], ...]:
    """The form of a new problem: problem, answer, hints, solution."""
    long = discord.TextStyle.paragraph
    return (
        _field(
            Message("Problem"),
            Message("Mathematics may be typed plainly or between $ signs."),
            language,
            PROBLEM_CHARACTERS,
            long,
        ),
        _field(
            Message("Answer"),
            Message("As a learner would type it: 3/4, x = 2 or x = -3, 12 cm"),
            language,
            ANSWER_CHARACTERS,
        ),
        _field(
            Message("Hints, one a line"),
            Message("Three at most; without any, I write them where I can."),
            language,
            HINTS * HINT_CHARACTERS,
            long,
            required=False,
        ),
        _field(
            Message("Solution"),
            Message("Shown when a learner has solved it or given it up."),
            language,
            SOLUTION_CHARACTERS,
            long,
            required=False,
        ),
    )


def listing(known: Sequence[ProblemSet], language: Language) -> reply.Layout:
    """Every set of a server."""
    lines = [reply.heading(Message("This server's own problems"), language)]
    if not known:
        lines.append(
            say(Message("There are none yet. /problems add writes one, /problems upload takes a file."), language)
        )
        return reply.notice("\n".join(lines))
    lines += [f"- **{text.escape(each.name)}**: {_about(each, language)}" for each in known]
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id="lemma:sets:show",
        placeholder=say(Message("Open a set"), language),
        options=[discord.SelectOption(label=each.name, value=str(each.id)) for each in known],
    )
    return reply.notice("\n".join(lines), ui.ActionRow(select))


def panel(known: ProblemSet, language: Language, said: str = "") -> reply.Layout:
    """One set, and what can be done with it."""
    lines = [said] if said else []
    lines += [f"## {text.escape(known.name)}", _about(known, language)]
    uses: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=f"lemma:sets:use:{known.id}",
        options=[
            discord.SelectOption(label=say(name, language), value=use or NOTHING, default=use is known.used_for)
            for use, name in _USES.items()
        ],
    )
    row = ui.ActionRow[ui.LayoutView]()
    for label, act, style in (
        (Message("Read"), "list", discord.ButtonStyle.secondary),
        (Message("Download"), "download", discord.ButtonStyle.secondary),
        (Message("Delete"), "delete", discord.ButtonStyle.danger),
        (Message("All sets"), "back", discord.ButtonStyle.secondary),
    ):
        row.add_item(ui.Button(label=say(label, language), style=style, custom_id=f"lemma:sets:{act}:{known.id}"))
    return reply.notice("\n".join(lines), ui.ActionRow(uses), row)


def sure(known: ProblemSet, language: Language) -> reply.Layout:
    """Before a set is deleted."""
    said = Message(
        "Delete {name}? Learners keep what they have solved. You get the set as a file that brings it back.",
        name=text.escape(known.name),
    )
    row = ui.ActionRow[ui.LayoutView]()
    for label, act, style in (
        (Message("Delete"), "sure", discord.ButtonStyle.danger),
        (Message("Keep it"), "back", discord.ButtonStyle.secondary),
    ):
        row.add_item(ui.Button(label=say(label, language), style=style, custom_id=f"lemma:sets:{act}:{known.id}"))
    return reply.notice(say(said, language), row)


def contents(known: ProblemSet, problems: Sequence[DraftProblem], language: Language) -> reply.Layout:
    """The problems of a set with their answers."""
    lines = [f"## {text.escape(known.name)}"]
    for place, draft in enumerate(problems[:PROBLEMS_SHOWN], start=1):
        problem = text.typed(render(draft.statement, language), reply.SHORT)
        lines.append(f"{place}. {problem} → {text.shown(f'${draft.answer.latex}$')}")
    if len(problems) > PROBLEMS_SHOWN:
        more = counted("and {count} more", "and {count} more", len(problems) - PROBLEMS_SHOWN)
        lines.append(say(more, language))
    while text.units("\n".join(lines)) > reply.ROOM:
        lines = lines[:-1]
    return reply.notice("\n".join(lines))


def refused(read: Import, language: Language) -> reply.Layout:
    """Which rows of a file are wrong; nothing of it was kept."""
    head = counted(
        "Nothing was imported: {count} row must be mended first.",
        "Nothing was imported: {count} rows must be mended first.",
        len(read.bad),
    )
    lines = [f"**{say(head, language)}**"]
    for bad in read.bad[:BAD_SHOWN]:
        reason = text.shown(render(bad.reason, language))
        lines.append(say(Message("- line {line}: {reason}", line=bad.line, reason=reason), language))
    if len(read.bad) > BAD_SHOWN:
        lines.append(say(counted("and {count} more", "and {count} more", len(read.bad) - BAD_SHOWN), language))
    while text.units("\n".join(lines)) > reply.ROOM:
        lines = lines[:-1]
    return reply.notice("\n".join(lines))


def row(draft: DraftProblem) -> dict[str, Any]:
    """A problem as the line of a file that `tutor.sets` reads again."""
    written: dict[str, Any] = {
        "problem": str(draft.statement),
        "answer": draft.answer.typed,
        "level": draft.level.value,
    }
    if draft.hints != GENERAL and all(hint.key == "{problem}" for hint in draft.hints):
        written["hints"] = [str(hint) for hint in draft.hints]
    if draft.solution:
        written["solution"] = draft.solution
    return {**written, **draft.policy}


def _about(known: ProblemSet, language: Language) -> str:
    size = say(counted("{count} problem", "{count} problems", known.size), language)
    return f"{size}, {say(_USES[known.used_for], language)}"


def _field(  # noqa: PLR0913 - what a field has
    name: Message,
    about: Message,
    language: Language,
    most: int,
    style: discord.TextStyle = discord.TextStyle.short,
    *,
    required: bool = True,
) -> ui.Label[Form]:
    return ui.Label(
        text=say(name, language),
        description=say(about, language),
        component=ui.TextInput(style=style, max_length=most, required=required),
    )
