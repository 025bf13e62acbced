"""The daily problem as it hangs in a channel, its solution, and the recap of a week. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from babel.dates import format_date
from discord import ui

from cogs import playing, reply, text, topics, wording, zones
from maths.message import Message, counted
from tutor.words import render, say

if TYPE_CHECKING:
    from datetime import date, datetime

    from tutor.learning import DailyPost, DailySetup, DraftProblem, Recap, Turnout
    from tutor.pictures import Picture
    from tutor.types import Language

TAKE = r"lemma:daily:take:(?P<guild>\d+):(?P<day>\d+)"
BELL = r"lemma:daily:bell:(?P<guild>\d+)"
_MEDALS = ("🥇", "🥈", "🥉")


def take_id(post: DailyPost) -> str:
    """What marks a message as the post of a guild's day, for good."""
    return f"lemma:daily:take:{post.guild_id}:{post.day.toordinal()}"


def post(
    setup: DailySetup, hung: DailyPost, following: datetime, *, solvers: int = 0, picture: Picture | None = None
) -> reply.Layout:
    """The problem of a day with the button that takes it."""
    language = setup.language
    button: ui.Button[ui.LayoutView] = ui.Button(
        label=say(Message("Answer"), language),
        emoji="✏️",
        style=discord.ButtonStyle.primary,
        custom_id=take_id(hung),
    )
    row = ui.ActionRow(button)
    if setup.role_id is not None:
        row.add_item(
            ui.Button(
                label=say(Message("Ping me or not"), language),
                emoji="🔔",
                custom_id=f"lemma:daily:bell:{hung.guild_id}",
            )
        )
    items, files = _problem(hung.problem.draft, language, picture, f"lemma-daily-{hung.day.toordinal()}")
    title = f"## 📅 {say(Message('Daily problem'), language)} · {_date(hung.day, language)}"
    return reply.layout(
        ui.TextDisplay("\n".join(filter(None, (title, _about(hung.problem.draft, language))))),
        *items,
        ui.TextDisplay("\n".join(_foot(setup, following, solvers))),
        row,
        files=files,
    )


def standing(
    setup: DailySetup, hung: DailyPost, following: datetime, solvers: int, *, pictured: str = ""
) -> reply.Layout:
    """The same post with a new count, its picture (named `pictured`) left as it stands."""
    view = post(setup, hung, following, solvers=solvers)
    if not pictured:
        return view
    container = next(iter(view.children))
    if isinstance(container, ui.Container):
        draft, items = hung.problem.draft, list(container.children)
        without, _ = _problem(draft, setup.language, None, "")
        gallery: ui.MediaGallery[ui.LayoutView] = ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{pictured}"))
        items[1 + (draft.puzzle is not None) : 1 + len(without)] = [gallery]
        return reply.layout(*items, files=None)
    return view


def sample(draft: DraftProblem, language: Language, picture: Picture | None, *, title: Message) -> reply.Layout:
    """A problem without its button: a preview, or a test post."""
    items, files = _problem(draft, language, picture, "lemma-sample")
    head = f"{reply.heading(title, language)}\n{_about(draft, language)}"
    return reply.layout(ui.TextDisplay(head), *items, files=files)


def outcome(turnout: Turnout, language: Language) -> str:
    """How many have solved a problem of those who tried."""
    if not turnout.ended:
        return say(Message("Nobody has tried this one."), language)
    return say(
        counted(
            "{solved} of {count} learner has solved it.",
            "{solved} of {count} learners have solved it.",
            turnout.ended,
            solved=turnout.solved,
        ),
        language,
    )


def recap(setup: DailySetup, week: Recap) -> reply.Layout:
    """A week of daily problems."""
    language = setup.language
    lines = [reply.heading(Message("The week's daily problems"), language)]
    for hung, turnout in week.posts:
        topic = topics.name(hung.problem.draft.topic, language)
        lines.append(f"- {_date(hung.day, language)} · {topic}: {outcome(turnout, language)}")
    if week.leaders:
        lines.append(reply.heading(Message("Most points this week"), language, small=True))
        for medal, leader in zip(_MEDALS, week.leaders, strict=False):
            points = say(counted("{count} point", "{count} points", leader.points), language)
            lines.append(f"{medal} <@{leader.user_id}> · {points}")
        lines.append(reply.small(Message("Only those who chose to be ranked in /preferences are named."), language))
    return reply.notice("\n".join(lines))


def panel(setup: DailySetup, following: datetime, language: Language) -> reply.Layout:
    """What is set up, for moderators."""
    level = (
        say(wording.LEVELS[setup.level], language) if setup.level else say(Message("follows your results"), language)
    )
    chosen = ", ".join(topics.name(key, language) for key in setup.topics) or say(Message("all topics"), language)
    lines = [reply.heading(Message("Daily problem"), language)]
    if setup.trouble is not None:
        lines.append(f"⚠️ {say(setup.trouble, language)}")
    if setup.enabled:
        shown = discord.utils.format_dt(following, "F")
        said = Message("Posted in {channel} every day; next {when}.", channel=f"<#{setup.channel_id}>", when=shown)
    else:
        said = Message("Switched off. /daily setup switches it on again.")
    lines += [
        say(said, language),
        say(Message("Level: {level} · Topics: {topics}", level=level, topics=chosen), language),
        reply.small(Message("Time zone: {zone}", zone=zones.shown(setup.time_zone)), language),
    ]
    row = ui.ActionRow[ui.LayoutView]()
    for label, act in (
        (Message("Preview"), "preview"),
        (Message("Post a test"), "test"),
        (Message("Switch off"), "off"),
    ):
        row.add_item(ui.Button(label=say(label, language), custom_id=f"lemma:daily:act:{act}"))
    return reply.notice("\n".join(lines), *([row] if setup.enabled else []))


def _problem(
    draft: DraftProblem, language: Language, picture: Picture | None, name: str
) -> tuple[list[ui.Item[ui.LayoutView]], tuple[reply.Attached, ...]]:
    """A problem's words or their picture; of a puzzle its words, and its board in a picture or in characters."""
    if draft.puzzle is not None:
        return playing.posed(draft.puzzle, picture, name, language)
    if picture is None:
        return [ui.TextDisplay(f"### {text.shown(render(draft.statement, language))}")], ()
    file = reply.Attached(f"{name}.png", picture.pages[0], reply.described(picture.alts[0]))
    return [reply.gallery(file)], (file,)


def _about(draft: DraftProblem, language: Language) -> str:
    parts = [topics.name(draft.topic, language)] if draft.topic else []
    return f"-# {' · '.join((*parts, say(wording.LEVELS[draft.level], language)))}"


def _foot(setup: DailySetup, following: datetime, solvers: int) -> list[str]:
    language = setup.language
    solved = counted("Solved by {count} learner so far.", "Solved by {count} learners so far.", solvers)
    when = discord.utils.format_dt(following, "R")
    lines = [say(solved, language)] if solvers else []
    lines.append(reply.small(Message("Answers are private. The solution comes {when}.", when=when), language))
    if setup.role_id is not None:
        lines.append(f"-# <@&{setup.role_id}>")
    return lines


def _date(day: date, language: Language) -> str:
    return format_date(day, "d MMMM", locale=language.value) if language.value == "en" else f"{day.month}월 {day.day}일"
