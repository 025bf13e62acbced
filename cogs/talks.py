"""Questions and their answers in a conversation, as layouts. Pure: no request leaves this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from cogs import reply, text, underway, wording
from maths.message import Message
from maths.plain import plain
from maths.verdict import Standing
from tutor.sheets import VOUCHERS
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.dialogue import Said
    from tutor.talk import Talk, TalkPage, Turn
    from tutor.types import Language, Progress

FOLLOW = r"lemma:talk:follow:(?P<talk>\d+)"
REPLY = r"lemma:talk:reply:(?P<talk>\d+)"
PAGE = r"lemma:talk:page:(?P<talk>\d+):(?P<turn>\d+):(?P<page>\d+)"
SOLUTION = r"lemma:talk:solution:(?P<record>\d+)"
LIST = r"lemma:talk:list:(?P<page>\d+)"
SHOW = r"lemma:talk:show"

QUESTION_SHOWN = 500
NOTE_SHOWN = 400
OPTION = 90  # Discord: 100
THREAD_NAME = 90  # Discord: 100
RECALLED = 3  # turns shown of a conversation from /history
RECALLED_CHARACTERS = 700  # of each of them
_COLOURS = {Standing.VERIFIED: discord.Colour(0x2E9E5B), Standing.UNCHECKED: discord.Colour(0xD99A00)}


def turn(said: Said, language: Language, page: int = 0, *, inside: bool = False) -> reply.Layout:
    """A question and its answer; `inside` where the conversation already has a place of its own."""
    talk, shown = said.talk, said.turn
    pages = _pages(shown, language)
    page = min(page, len(pages) - 1)
    contents: list[ui.Item[ui.LayoutView]] = [
        ui.TextDisplay(_asked(shown.question, shown.asker.user_id if inside else None))
    ]
    contents += [ui.TextDisplay(part) for part in pages[page]]
    contents.append(ui.TextDisplay("\n".join(_foot(shown, language, page, len(pages)))))
    if len(pages) > 1:
        contents.append(reply.turning(f"lemma:talk:page:{talk.id}:{shown.id}", page, len(pages), language))
    contents.append(_acts(talk, shown, language, inside=inside))
    return reply.layout(*contents, colour=_COLOURS[_standing(shown)])


def waiting(  # noqa: PLR0913 - what it says, and whose it is
    update: Progress, question: str, language: Language, *, run: int, owner: int, inside: bool
) -> reply.Layout:
    """What is being done before there is an answer."""
    return reply.layout(
        ui.TextDisplay(_asked(question, owner if inside else None)),
        ui.TextDisplay(f"**{reply.stage(update, language)}**"),
        underway.cancel(run, owner, language, writing=False),
    )


def opened(talk: Talk, language: Language) -> reply.Layout:
    """The first message of a thread."""
    sentence = Message(
        "Everybody here may ask on: press Reply. Lemma reads nothing else that is written in this thread."
    )
    title = f"### 💬 {text.typed(talk.opening.title, reply.SHORT) or '—'}"
    return reply.notice(f"{title}\n{reply.small(sentence, language)}", ui.ActionRow(reply_button(talk, language)))


def moved(thread_id: int, language: Language) -> reply.Layout:
    """Where the conversation goes on."""
    return reply.notice(say(Message("The conversation goes on in {place}.", place=f"<#{thread_id}>"), language))


def here(talk: Talk, language: Language, reason: Message) -> reply.Layout:
    """A conversation that goes on where it is, and why."""
    return reply.notice(say(reason, language), ui.ActionRow(reply_button(talk, language)))


def listing(listed: TalkPage, language: Language) -> reply.Layout:
    """One's own conversations, with a select to see the end of one and go on with it."""
    if not listed.talks:
        return reply.notice(say(Message("You have had no conversation yet. Type /ask and a question."), language))
    lines = [reply.heading(Message("Your conversations"), language)]
    for talk in listed.talks:
        when = discord.utils.format_dt(talk.begun_at, "R")
        place = f" · <#{talk.thread_id}>" if talk.thread_id else ""
        lines.append(f"- 💬 {text.typed(talk.opening.title, reply.SHORT) or '—'} · {when}{place}")
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id="lemma:talk:show",
        placeholder=say(Message("Show one again in full"), language),
        options=[
            discord.SelectOption(label=text.shorten(talk.opening.title, OPTION) or "—", value=str(talk.id))
            for talk in listed.talks
        ],
    )
    rows = [ui.ActionRow[ui.LayoutView](select)]
    if listed.pages > 1:
        rows.append(reply.turning("lemma:talk:list", listed.page, listed.pages, language))
    return reply.notice("\n".join(lines), *rows)


def list_button(language: Language) -> ui.Button[ui.LayoutView]:
    """The way to one's own conversations."""
    return ui.Button(label=say(Message("Conversations"), language), emoji="💬", custom_id="lemma:talk:list:0")


def recalled(talk: Talk, language: Language) -> reply.Layout:
    """The newest turns of a conversation, and the way on."""
    lines = [f"### 💬 {text.typed(talk.opening.title, reply.SHORT) or '—'}"]
    for shown in talk.turns[-RECALLED:]:
        lines.append(_asked(text.shorten(shown.question, RECALLED_CHARACTERS // 2), shown.asker.user_id))
        answer = "\n".join(_body(shown, language)).replace(text.TIE, " ")
        lines.append(answer if len(answer) <= RECALLED_CHARACTERS else answer[: RECALLED_CHARACTERS - 1].rstrip() + "…")
    return reply.notice("\n".join(lines), ui.ActionRow(reply_button(talk, language)))


def thread_name(talk: Talk) -> str:
    """What a thread is called: the conversation's title without its formulas' dollars."""
    return text.shorten(plain(talk.opening.title), THREAD_NAME) or "Lemma"


def reply_button(talk: Talk, language: Language) -> ui.Button[ui.LayoutView]:
    return ui.Button(
        label=say(Message("Reply"), language),
        emoji="💬",
        style=discord.ButtonStyle.primary,
        custom_id=f"lemma:talk:reply:{talk.id}",
    )


def _asked(question: str, user_id: int | None) -> str:
    """A question, and who asked it where Discord does not say so itself."""
    shown = f"> {text.typed(question, QUESTION_SHOWN) or '—'}"
    return shown if user_id is None else f"<@{user_id}>\n{shown}"


def _standing(shown: Turn) -> Standing:
    return Standing.VERIFIED if shown.reply.answer is not None else Standing.UNCHECKED


def _pages(shown: Turn, language: Language) -> list[list[str]]:
    continued = say(Message(" (continued)"), language)
    return text.pages([text.Block("", "\n".join(_body(shown, language)))], reply.ROOM - 2 * QUESTION_SHOWN, continued)


def _body(shown: Turn, language: Language) -> Iterator[str]:
    said = shown.reply
    if said.answer is not None:
        answer = " ".join(text.formula(f"${said.answer.latex}$").split())
        yield f"# {answer}" if text.units(answer) <= reply.ANSWER_LARGE else f"**{answer}**"
        icon = wording.ICONS[Standing.VERIFIED]
        verified = Message("**Verified**: exact mathematics decides this question.")
        yield f"{icon} {say(verified, language)}"
        return
    if said.text:
        yield text.readable(said.text)
        yield ""
        sentence = Message(
            "**Not checked**: a language model wrote this. Take it as a suggestion and check it yourself."
        )
        yield f"{wording.ICONS[Standing.UNCHECKED]} {say(sentence, language)}"
    else:
        nothing = Message("No answer")
        yield f"### {say(nothing, language)}"
    for note in said.notes:
        yield f"ℹ️ {text.shorten(text.typed(say(note, language)), NOTE_SHOWN)}"


def _foot(shown: Turn, language: Language, page: int, pages: int) -> Iterator[str]:
    said = shown.reply
    parts = [text.typed(said.model.label, 80) if said.model else say(Message("mathematics alone"), language)]
    if said.text:
        parts.append(say(VOUCHERS[said.voucher], language))
    if pages > 1:
        parts.append(say(Message("page {page} of {pages}", page=page + 1, pages=pages), language))
    yield f"-# {' · '.join(parts)}"


def _acts(talk: Talk, shown: Turn, language: Language, *, inside: bool) -> ui.ActionRow[ui.LayoutView]:
    row = ui.ActionRow[ui.LayoutView]()
    if shown.reply.record_id is not None:
        row.add_item(
            ui.Button(
                label=say(Message("See the solution"), language),
                emoji="📖",
                custom_id=f"lemma:talk:solution:{shown.reply.record_id}",
            )
        )
    if inside:
        row.add_item(reply_button(talk, language))
        return row
    row.add_item(
        ui.Button(label=say(Message("Ask on"), language), emoji="💬", custom_id=f"lemma:talk:follow:{talk.id}")
    )
    return row
