"""Lessons and their quick questions as layouts. Pure: no request leaves this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from cogs import reply, text, underway, wording
from maths.message import Message
from maths.plain import plain
from maths.verdict import Standing
from tutor import lesson_page
from tutor.learning import Mark
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.lesson import Answered, Chosen, DraftLesson, Lesson, LessonPage
    from tutor.pictures import Picture
    from tutor.types import Language, Progress

PAGE = r"lemma:lesson:page:(?P<lesson>\d+):(?P<owner>\d+):(?P<page>\d+)"
QUIZ = r"lemma:lesson:quiz:(?P<lesson>\d+)"
ANSWER = r"lemma:lesson:answer:(?P<lesson>\d+):(?P<place>\d):(?P<choice>\d)"
ABOUT = r"lemma:talk:about:(?P<lesson>\d+)"
LIST = r"lemma:lesson:list:(?P<page>\d+)"
SHOW = r"lemma:lesson:show"

TITLE_SHOWN = 100
NOTE_SHOWN = 400
PICTURES = 10  # Discord's bound for a gallery
LABEL = 24  # characters of an answer that a button shows whole on a telephone
OPTION = 90  # Discord: 100
_LETTERS = "ABCD"
_OK, _WARN = discord.Colour(0x2E9E5B), discord.Colour(0xD99A00)


def layout(  # noqa: PLR0913 - what may stand beside the lesson
    lesson: Lesson,
    page: int = 0,
    *,
    picture: Picture | None = None,
    update: Progress | None = None,
    run: int = 0,
    owner: int = 0,
) -> reply.Layout:
    """A lesson, one page of it, its parts as text or in pictures.

    With `update`, a model is still writing, and the pictures stand in the reply already.
    """
    draft = lesson.draft
    language = draft.request.language
    head = "\n".join(_head(draft))
    contents: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay(head)]
    files: tuple[reply.Attached, ...] = ()
    leaves = 1
    if picture is None:
        pages = _pages(draft, reply.ROOM - text.units(head))
        leaves, page = len(pages), min(page, len(pages) - 1)
        contents += [ui.TextDisplay(part) for part in pages[page]]
    else:
        drawn = zip(picture.pages[:PICTURES], picture.alts, strict=False)
        files = tuple(
            reply.Attached(f"lemma-lesson-{lesson.id}-{at}.png", data, reply.described(alt))
            for at, (data, alt) in enumerate(drawn, start=1)
        )
        contents.append(reply.gallery(*files))
    contents.append(ui.TextDisplay("\n".join(_foot(draft, page, leaves))))
    colour = _OK if draft.standing is Standing.VERIFIED else _WARN
    if update is not None:
        contents.append(ui.TextDisplay(f"-# {reply.stage(update, language)}"))
        contents.append(underway.cancel(run, owner, language, writing=True))
    else:
        if leaves > 1:
            stem = f"lemma:lesson:page:{lesson.id}:{lesson.asker.user_id}"
            contents.append(reply.turning(stem, page, leaves, language))
        contents.append(_acts(lesson))
    return reply.layout(*contents, colour=colour, files=None if update and files else files)


def markdown(draft: DraftLesson) -> str:
    """What a picture of the lesson shows."""
    return "\n\n".join(f"## {block.title}\n\n{block.body}" for block in lesson_page.blocks(draft, on_paper=True))


def quiz(chosen: Chosen, answered: Answered | None = None) -> reply.Layout:
    """The quick questions for one reader; `answered` is what became of the answer just given."""
    draft = chosen.lesson.draft
    language = draft.request.language
    contents: list[ui.Item[ui.LayoutView]] = [
        ui.TextDisplay(f"### 🧩 {text.typed(draft.title, TITLE_SHOWN)}"),
    ]
    for place, choice in enumerate(chosen.choices):
        contents.append(ui.TextDisplay("\n".join(_question(chosen.lesson, place, choice))))
        contents.append(_options(chosen.lesson, place, choice))
    made = [place for place, choice in enumerate(chosen.choices) if choice is not None]
    right = sum(chosen.choices[place] == draft.checks[place].right for place in made)
    if len(made) == len(chosen.choices):
        total = Message("{right} of {count} right.", right=right, count=len(made))
        more = Message("/practice start has more problems of this kind, with hints and solutions.")
        contents.append(ui.TextDisplay(f"**{say(total, language)}** {say(more, language)}"))
    if answered is not None and answered.mark is not Mark.CLOSED:
        counted = _COUNTED if answered.counted else _HAD
        contents.append(ui.TextDisplay(reply.small(counted, language)))
    return reply.layout(*contents)


def listing(listed: LessonPage, language: Language) -> reply.Layout:
    """One's own lessons, with a select to see one again."""
    if not listed.lessons:
        return reply.notice(say(Message("You have not had a lesson yet. Type /explain and a topic."), language))
    lines = [reply.heading(Message("Your lessons"), language)]
    for lesson in listed.lessons:
        level = say(wording.LEVELS[lesson.draft.request.level], language)
        when = discord.utils.format_dt(lesson.given_at, "R")
        icon = wording.ICONS[lesson.draft.standing]
        lines.append(f"- {icon} **{text.typed(lesson.draft.title, reply.SHORT)}** · {level} · {when}")
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id="lemma:lesson:show",
        placeholder=say(Message("Show one again in full"), language),
        options=[
            discord.SelectOption(label=text.shorten(each.draft.title, OPTION) or "—", value=str(each.id))
            for each in listed.lessons
        ],
    )
    rows = [ui.ActionRow[ui.LayoutView](select)]
    if listed.pages > 1:
        rows.append(reply.turning("lemma:lesson:list", listed.page, listed.pages, language))
    return reply.notice("\n".join(lines), *rows)


def list_button(language: Language) -> ui.Button[ui.LayoutView]:
    """The way to one's own lessons."""
    return ui.Button(label=say(Message("Lessons"), language), emoji="📚", custom_id="lemma:lesson:list:0")


def waiting(update: Progress, topic: str, language: Language, *, run: int, owner: int) -> reply.Layout:
    """What is being done before there is anything to show."""
    return reply.layout(
        ui.TextDisplay(f"-# {text.typed(topic, TITLE_SHOWN) or '—'}"),
        ui.TextDisplay(f"**{reply.stage(update, language)}**"),
        underway.cancel(run, owner, language, writing=False),
    )


def _head(draft: DraftLesson) -> Iterator[str]:
    yield f"## {text.typed(draft.title, TITLE_SHOWN) or '—'}"
    yield f"{wording.ICONS[draft.standing]} {lesson_page.standing(draft)}"
    for note in draft.notes:
        yield f"ℹ️ {text.typed(say(note, draft.request.language), NOTE_SHOWN)}"


def _pages(draft: DraftLesson, room: int) -> list[list[str]]:
    continued = say(Message(" (continued)"), draft.request.language)
    found = [
        text.Block(f"### {block.title}", text.readable(block.body))
        for block in lesson_page.blocks(draft)
        if block.body.strip()
    ]
    return text.pages(found, room - FOOT, continued)


FOOT = 500  # units that the lines below the text may take


def _foot(draft: DraftLesson, page: int, pages: int) -> Iterator[str]:
    language = draft.request.language
    for line in lesson_page.vouching(draft):
        yield f"-# {line}"
    parts = [say(Message("level: {level}", level=wording.LEVELS[draft.request.level]), language)]
    if draft.model is not None:
        parts.insert(0, text.typed(draft.model.label, 80))
    if pages > 1:
        parts.append(say(Message("page {page} of {pages}", page=page + 1, pages=pages), language))
    yield f"-# {' · '.join(parts)}"


def _acts(lesson: Lesson) -> ui.ActionRow[ui.LayoutView]:
    language, row = lesson.draft.request.language, ui.ActionRow[ui.LayoutView]()
    if lesson.draft.checks:
        row.add_item(
            ui.Button(
                label=say(Message("Quick questions"), language),
                emoji="🧩",
                style=discord.ButtonStyle.primary,
                custom_id=f"lemma:lesson:quiz:{lesson.id}",
            )
        )
    row.add_item(
        ui.Button(label=say(Message("Ask about this"), language), emoji="💬", custom_id=f"lemma:talk:about:{lesson.id}")
    )
    return row


def _question(lesson: Lesson, place: int, choice: int | None) -> Iterator[str]:
    draft = lesson.draft
    language = draft.request.language
    yield f"**{place + 1}.** {text.shown(lesson_page.question(draft, place))}"
    if not _labelled(draft, place):
        for at in range(len(draft.checks[place].options)):
            yield f"{_LETTERS[at]}) {_option(draft, place, at)}"
    if choice is None:
        return
    right = _option(draft, place, draft.checks[place].right)
    if choice == draft.checks[place].right:
        yield say(Message("✅ **{answer}** is right.", answer=right), language)
    else:
        yield say(Message("❌ Not right. The answer is **{answer}**.", answer=right), language)


def _options(lesson: Lesson, place: int, choice: int | None) -> ui.ActionRow[ui.LayoutView]:
    draft, row = lesson.draft, ui.ActionRow[ui.LayoutView]()
    check = draft.checks[place]
    labelled = _labelled(draft, place)
    for at in range(len(check.options)):
        style = discord.ButtonStyle.secondary
        if choice is not None and at == check.right:
            style = discord.ButtonStyle.success
        elif choice == at:
            style = discord.ButtonStyle.danger
        row.add_item(
            ui.Button(
                label=_bare(draft, place, at) if labelled else _LETTERS[at],
                style=style,
                disabled=choice is not None,
                custom_id=f"lemma:lesson:answer:{lesson.id}:{place}:{at}",
            )
        )
    return row


def _labelled(draft: DraftLesson, place: int) -> bool:
    """Whether buttons have room for the answers themselves."""
    return all(len(_bare(draft, place, at)) <= LABEL for at in range(len(draft.checks[place].options)))


def _bare(draft: DraftLesson, place: int, choice: int) -> str:
    """An answer as a button shows it: no Markdown there."""
    return " ".join(plain(lesson_page.option(draft, place, choice)).split()) or "—"


def _option(draft: DraftLesson, place: int, choice: int) -> str:
    return text.shown(lesson_page.option(draft, place, choice))


_COUNTED = Message("Your first answer counts in your practice; nobody else sees it.")
_HAD = Message("You have had this problem before, so it is not counted again; nobody else sees your answer.")
