"""From our values to Discord layouts within Discord's limits. Pure: no request leaves this room.

A layout is Components V2: at most 40 components, 4,000 characters of text in all. Its buttons carry
what they need in their custom ids, so that they work after a restart (`cogs.views`).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import discord
from discord import ui

from cogs import text, wording
from maths.message import Message, counted
from maths.verdict import Standing
from tutor import sheets
from tutor.types import Asked, Level, Progress, Stage
from tutor.words import render, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.pictures import Picture
    from tutor.types import Language, Look, Record, Solution

ROOM = 3_200  # of Discord's 4,000: the rest is for the line on top, the footer and their margins
PROBLEM_SHOWN = 300
ANSWER_LARGE = 60
SHORT = 80  # an answer or a problem where it only reminds
SHORTEST = 0.1  # seconds worth telling
EMPTY_SET = "{}"  # how an answer is typed when there is none to give
LEVEL_ORDER = tuple(Level)
ALT = 1_024  # UTF-16 units of a picture's description


class Act(StrEnum):
    """What the buttons under a solution do; the name stands in the custom id."""

    SIMPLER = "simpler"
    DEEPER = "deeper"
    REPORT = "report"
    EDIT = "argument"


ACT_LEVEL = r"lemma:(?P<act>simpler|deeper):(?P<record>\d+):(?P<owner>\d+)"
ACT_EDIT = r"lemma:argument:(?P<record>\d+):(?P<owner>\d+)"
ACT_REPORT = r"lemma:report:(?P<record>\d+):(?P<owner>\d+)"
TURN = r"lemma:page:(?P<record>\d+):(?P<owner>\d+):(?P<page>\d+)"
CANCEL = r"lemma:cancel:(?P<run>\d+):(?P<owner>\d+):(?P<record>\d+)"

_COLOURS = {
    Standing.VERIFIED: discord.Colour(0x2E9E5B),
    Standing.CROSS_CHECKED: discord.Colour(0x3B82F6),
    Standing.UNCHECKED: discord.Colour(0xD99A00),
    Standing.REFUTED: discord.Colour(0xD64545),
}
_QUIET = discord.Colour(0x5865F2)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that comes with a layout, and shows in it where a component names it."""

    name: str
    data: bytes
    description: str = ""

    @property
    def url(self) -> str:
        return f"attachment://{self.name}"

    def file(self) -> discord.File:
        """The file for one sending: discord.py reads it to its end."""
        return discord.File(io.BytesIO(self.data), self.name, description=self.description or None)


class Layout(ui.LayoutView):
    """A layout with its files; `files` is None where those that stand in the reply already are to stay."""

    def __init__(self, files: tuple[Attached, ...] | None = ()) -> None:
        super().__init__(timeout=None)
        self.files = files


def layout(
    *contents: ui.Item[ui.LayoutView], colour: discord.Colour = _QUIET, files: tuple[Attached, ...] | None = ()
) -> Layout:
    """One framed layout, for sending only: what its components do is found by their custom ids."""
    view = Layout(files)
    view.add_item(ui.Container(*contents, accent_colour=colour))
    view.stop()  # else discord.py would keep every sent layout in memory
    return view


def notice(sentence: str, *rows: ui.ActionRow[ui.LayoutView]) -> Layout:
    """A sentence or a few lines in Discord Markdown."""
    return layout(ui.TextDisplay(sentence), *rows)


def heading(sentence: Message, language: Language, *, small: bool = False) -> str:
    return f"{'###' if small else '##'} {say(sentence, language)}"


def small(sentence: Message, language: Language) -> str:
    """A line of small print."""
    return f"-# {say(sentence, language)}"


def setting(name: Message, value: str, source: str, language: Language) -> str:
    """A line of a settings panel: what is in force, and who chose it."""
    return f"{say(name, language)}: **{value}** ({source})"


def correction(said: str, language: Language) -> str:
    """A moderator's word on a solution that is wrong."""
    shown = " ".join(text.typed(said).split())
    return say(Message("✏️ **A moderator corrected this:** {text}", text=shown), language)


def progress(update: Progress, problem: str, language: Language, *, run: int, owner: int) -> Layout:
    """What is being done, with a button to cancel it."""
    return layout(
        ui.TextDisplay(_echo(problem)),
        ui.TextDisplay(f"**{stage(update, language)}**"),
        _cancel(language, run, owner, record_id=0),
    )


def stage(update: Progress, language: Language) -> str:
    """Where a question is on its way, in words."""
    if update.stage is Stage.WAITING:
        return say(wording.waiting(update.ahead), language)
    return say(wording.STAGES[update.stage], language)


def cancelled(problem: str, language: Language) -> Layout:
    """What stands in the place of a cancelled question."""
    sentence = Message("🛑 Cancelled. Nothing was kept. Use /solve to ask again.")
    return layout(ui.TextDisplay(_echo(problem)), ui.TextDisplay(say(sentence, language)))


def abandoned(language: Language) -> Layout:
    """What stands in the place of a question that a restart cut off."""
    return notice(say(Message("This question is not being worked on any more. Use /solve to ask again."), language))


def solution(  # noqa: PLR0913 - what may stand beside the record
    record: Record,
    page: int = 0,
    *,
    picture: Picture | None = None,
    stands: bool = False,
    update: Progress | None = None,
    run: int = 0,
) -> Layout:
    """A record's solution, one page of it, its steps as text or in a picture.

    With `update`, the model is still writing and can be stopped. `stands`: this page's picture is in the reply
    already. A page past the end is the last one.
    """
    language = record.solution.question.language
    head = "\n".join(_head(record.solution, record.corrections)).replace(text.TIE, " ")
    if picture is not None and text.units(head) > ROOM:  # a very long answer is cut into pages of text
        picture = None
    beside = record.solution.question.asked is Asked.ARGUMENT  # its tree stands under the text, in the place of nothing
    leaves = (
        _text_pages(record.solution, record.corrections)
        if picture is None or beside
        else [[head], *([] for _ in picture.pages[1:])]
    )
    page = min(page, len(leaves) - 1)
    contents: list[ui.Item[ui.LayoutView]] = []
    files: tuple[Attached, ...] = ()
    if page:
        contents.append(ui.TextDisplay(_running_head(record.solution)))
    for part in leaves[page]:
        if contents and (picture is None or beside):
            contents.append(ui.Separator())
        contents.append(ui.TextDisplay(part))
    if picture is not None and beside and not page:
        files = _files(record, picture, 0)
        contents += _shown(files)
    elif picture is not None and not beside:
        files = _files(record, picture, page)
        contents += _shown(files)
        contents += [ui.TextDisplay(line) for line in _vouched(record.solution)]
    contents.append(ui.TextDisplay(_footer(record.solution, page, len(leaves))))
    if update is not None:
        contents.append(ui.TextDisplay(f"-# {stage(update, language)}"))
        contents.append(_cancel(language, run, record.asker.user_id, record_id=record.id))
    else:
        if len(leaves) > 1:
            stem = f"lemma:page:{record.id}:{record.asker.user_id}"
            contents.append(turning(stem, page, len(leaves), language))
        contents.append(_acts(record))
    colour = _COLOURS[Standing.UNCHECKED if record.corrections else record.solution.verdict.standing]
    return layout(*contents, colour=colour, files=None if stands else files)


def worked(solution: Solution, name: str, picture: Picture | None = None) -> Layout:
    """A solution for everybody to read, without buttons; the first page of it where it is long text."""
    if picture is None:
        first = _text_pages(solution)[0]
        return layout(*(ui.TextDisplay(part) for part in first), colour=_COLOURS[solution.verdict.standing])
    pages = list(zip(picture.pages, picture.alts, strict=True))
    files = tuple(Attached(f"{name}-{at}.png", page, described(alt)) for at, (page, alt) in enumerate(pages, start=1))
    head = "\n".join(_head(solution)).replace(text.TIE, " ")
    shown = (ui.TextDisplay(head), *(gallery(file) for file in files))
    return layout(*shown, colour=_COLOURS[solution.verdict.standing], files=files)


def gallery(*pictures: Attached) -> ui.MediaGallery[ui.LayoutView]:
    """Pictures with their alternative texts."""
    return ui.MediaGallery(*(discord.MediaGalleryItem(one.url, description=one.description) for one in pictures))


def described(alt: str) -> str:
    """An alternative text that Discord takes."""
    line = " ".join(alt.split())
    units = line.encode("utf-16-le")
    return line if len(units) <= 2 * ALT else units[: 2 * (ALT - 1)].decode("utf-16-le", "ignore").rstrip() + "…"


def summary(record: Record) -> str:
    """A record on one line: its standing, its answer, its problem, when it was asked."""
    answer = _short_answer(record.solution)
    shown = f"**{answer}**" if answer else "—"
    problem = text.typed(record.solution.question.text, SHORT)
    when = discord.utils.format_dt(record.asked_at, "R")
    icon = "✏️" if record.corrections else wording.ICONS[record.solution.verdict.standing]
    return f"{icon} {shown} · {problem} · {when}"


def _files(record: Record, picture: Picture, page: int) -> tuple[Attached, ...]:
    """The picture of a page, and the whole as a document where there is one."""
    name = f"lemma-{record.id}-{page + 1}.png"
    shown = Attached(name, picture.pages[page], described(picture.alts[page]))
    if picture.document is None:
        return (shown,)
    return (shown, Attached(f"lemma-{record.id}.pdf", picture.document))


def _shown(files: tuple[Attached, ...]) -> Iterator[ui.Item[ui.LayoutView]]:
    drawn, *documents = files
    yield gallery(drawn)
    for document in documents:
        yield ui.File(document.url)


def _vouched(shown: Solution) -> Iterator[str]:
    """Who vouches for what the picture shows; for all of it in one line where it is one."""
    vouching = list(sheets.vouching(shown))
    for names, words in vouching:
        yield f"-# {words}" if len(vouching) == 1 else f"-# {names}: {words}"


def _text_pages(shown: Solution, corrections: Sequence[str] = ()) -> list[list[str]]:
    language = shown.question.language
    continued = say(Message(" (continued)"), language)
    return text.pages(list(_blocks(shown, corrections)), ROOM, continued)


def _blocks(shown: Solution, corrections: Sequence[str]) -> Iterator[text.Block]:
    yield text.Block("", "\n".join(_head(shown, corrections)))
    if shown.verdict.standing is Standing.REFUTED:
        return
    language = shown.question.language
    for section in shown.sections:
        body = text.readable(section.text)
        if not body:
            continue
        title = f"### {say(sheets.name(section.kind, shown.question.asked), language)}"
        yield text.Block(title, body, f"-# {say(sheets.VOUCHERS[section.voucher], language)}")


def _head(shown: Solution, corrections: Sequence[str] = ()) -> Iterator[str]:
    """The problem in small print, the answer, its standing, and what else the asker should know."""
    language = shown.question.language
    yield _echo(shown.question.text)
    answer = _answer(shown)
    if answer:
        yield f"# {answer}" if text.units(answer) <= ANSWER_LARGE else f"**{answer}**"
    else:
        yield f"## {say(_no_answer(shown), language)}"
    yield f"{wording.ICONS[shown.verdict.standing]} {_standing(shown)}"
    for said in corrections:
        yield correction(said, language)
    for note in shown.notes:
        yield f"ℹ️ {' '.join(text.typed(say(note, language).replace('`', '')).split())}"


def _answer(shown: Solution) -> str:
    """The answer as one formula, or nothing where there is none to show."""
    if shown.answer is None or shown.verdict.standing is Standing.REFUTED:
        return ""
    if shown.answer.typed == EMPTY_SET:
        return say(Message("No solution"), shown.question.language)
    return " ".join(text.formula(f"${shown.answer.latex}$").split())


def _short_answer(shown: Solution) -> str:
    return text.shorten(_answer(shown).replace(text.TIE, " "), SHORT)


def _no_answer(shown: Solution) -> Message:
    if shown.verdict.standing is Standing.REFUTED:
        return Message("Answer withheld")
    return Message("No answer")


def _standing(shown: Solution) -> str:
    """The standing in words, with its method or its reason."""
    language = shown.question.language
    verdict = shown.verdict

    def clause(message: Message | None, otherwise: Message) -> str:
        return " ".join(text.readable(render(message or otherwise, language)).split()).rstrip(".")

    match verdict.standing:
        case Standing.VERIFIED:
            method = clause(verdict.method, Message("by exact mathematics"))
            sentence = Message("**Verified**: {method}.", method=method)
        case Standing.CROSS_CHECKED:
            method = clause(verdict.method, Message("two independent readings of the problem agree"))
            worth = clause(verdict.reason, Message("such answers are right far more often than not, and never proven"))
            sentence = Message("**Cross-checked**: {method}; {worth}.", method=method, worth=worth)
        case Standing.UNCHECKED if shown.answer is None:
            reason = clause(verdict.reason, Message("mathematics did not decide this problem"))
            sentence = Message("**Not solved**: {reason}.", reason=reason)
        case Standing.UNCHECKED:
            reason = clause(verdict.reason, Message("nothing could confirm it"))
            sentence = Message(
                "**Not checked**: {reason}. Take it as a suggestion and check it yourself.", reason=reason
            )
        case Standing.REFUTED:
            reason = clause(verdict.reason, Message("it does not satisfy the problem"))
            sentence = Message("**Refuted**: the answer found is wrong, so it is not shown: {reason}.", reason=reason)
    return render(sentence, language)


def _running_head(shown: Solution) -> str:
    answer = _short_answer(shown)
    return f"{wording.ICONS[shown.verdict.standing]} **{answer}**" if answer else _echo(shown.question.text, SHORT)


def _footer(shown: Solution, page: int, pages: int) -> str:
    language = shown.question.language
    parts = [
        text.typed(shown.model.label, 80) if shown.model else say(Message("mathematics alone"), language),
        say(Message("{seconds} s", seconds=_seconds(shown.seconds)), language),
    ]
    if shown.tries:
        parts.append(say(counted("{count} try", "{count} tries", shown.tries), language))
    if shown.question.asked is Asked.PROBLEM:  # a puzzle is explained in one way
        parts.append(say(Message("level: {level}", level=wording.LEVELS[shown.question.level]), language))
    if pages > 1:
        parts.append(say(Message("page {page} of {pages}", page=page + 1, pages=pages), language))
    return f"-# {' · '.join(parts)}"


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f}" if seconds >= SHORTEST else f"<{SHORTEST}"


def _echo(problem: str, limit: int = PROBLEM_SHOWN) -> str:
    return f"-# {text.typed(problem, limit) or '—'}"


def _cancel(language: Language, run: int, owner: int, *, record_id: int) -> ui.ActionRow[ui.LayoutView]:
    label = Message("Cancel") if not record_id else Message("Stop writing")
    button: ui.Button[ui.LayoutView] = ui.Button(
        label=say(label, language), emoji="✖️", custom_id=f"lemma:cancel:{run}:{owner}:{record_id}"
    )
    return ui.ActionRow(button)


def _acts(record: Record) -> ui.ActionRow[ui.LayoutView]:
    shown, row = record.solution, ui.ActionRow[ui.LayoutView]()
    is_problem = shown.question.asked is Asked.PROBLEM
    if is_problem and (shown.answer is not None or shown.sections):
        row.add_item(_act(record, Act.SIMPLER, Message("Simpler"), disabled=shown.question.level is LEVEL_ORDER[0]))
        row.add_item(_act(record, Act.DEEPER, Message("Deeper"), disabled=shown.question.level is LEVEL_ORDER[-1]))
    if is_problem and shown.verdict.standing is Standing.VERIFIED:
        similar: ui.Button[ui.LayoutView] = ui.Button(
            label=say(Message("A similar problem"), shown.question.language),
            emoji="🎯",
            custom_id=f"lemma:similar:{record.id}",
        )
        row.add_item(similar)
    if shown.question.asked is Asked.ARGUMENT and shown.sections:
        row.add_item(_act(record, Act.EDIT, Message("Edit the form"), emoji="✏️"))
    row.add_item(_act(record, Act.REPORT, Message("Report a mistake"), emoji="🚩"))
    return row


def _act(
    record: Record, act: Act, label: Message, *, disabled: bool = False, emoji: str | None = None
) -> ui.Button[ui.LayoutView]:
    return ui.Button(
        label=say(label, record.solution.question.language),
        custom_id=f"lemma:{act}:{record.id}:{record.asker.user_id}",
        disabled=disabled,
        emoji=emoji,
    )


def turning(stem: str, page: int, pages: int, language: Language) -> ui.ActionRow[ui.LayoutView]:
    """Buttons to the page before and after; `stem:PAGE` are their custom ids."""
    back: ui.Button[ui.LayoutView] = ui.Button(
        label=say(Message("Previous"), language),
        emoji="◀️",
        custom_id=f"{stem}:{max(page - 1, 0)}",
        disabled=page == 0,
    )
    on: ui.Button[ui.LayoutView] = ui.Button(
        label=say(Message("Next"), language), emoji="▶️", custom_id=f"{stem}:{page + 1}", disabled=page + 1 == pages
    )
    return ui.ActionRow(back, on)


def look_options(chosen: Look | None, language: Language) -> list[discord.SelectOption]:
    """A select's options for how solutions are shown."""
    return [
        discord.SelectOption(
            label=say(name, language),
            description=say(wording.LOOK_MEANINGS[look], language),
            value=look,
            default=look is chosen,
        )
        for look, name in wording.LOOKS.items()
    ]


def level_options(chosen: Level | None, language: Language) -> list[discord.SelectOption]:
    """A select's options for the three levels."""
    return [
        discord.SelectOption(
            label=say(name, language),
            description=say(wording.LEVEL_MEANINGS[level], language),
            value=level,
            default=level is chosen,
        )
        for level, name in wording.LEVELS.items()
    ]
