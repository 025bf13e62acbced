"""How a learner is doing, and a server's leaderboard, as layouts and charts. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import discord
from discord import ui

from cogs import reply, topics, wording
from maths.message import Message, counted
from tutor import skill
from tutor.days import week_of
from tutor.pictures import Bars, Calendar, Lines
from tutor.types import Language, Level
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.learning import Leader, Reminder, TopicTally
    from tutor.pictures import Chart, Picture
    from tutor.practice import Progress

TOPICS_SHOWN = 8
ENOUGH = 3  # tasks of a topic, before it is called strong or weak
WEEKS_SHOWN = 26
WEEKS_COMPARED = 12
_MEDALS = ("🥇", "🥈", "🥉")
_PERIODS = {
    "day": Message("Leaderboard: today"),
    "week": Message("Leaderboard: seven days"),
    "ever": Message("Leaderboard: all time"),
}
_LABELS = {"day": Message("Today"), "week": Message("Seven days"), "ever": Message("All time")}


def progress(now: Progress, language: Language, pictures: Sequence[Picture] = ()) -> reply.Layout:
    """The streak, the topics and what is due; the charts, or the topics in words."""
    learner = now.learner
    lines = [reply.heading(Message("Your progress"), language)]
    if not learner.days:
        lines.append(say(Message("Nothing yet: /practice start gives you your first problem."), language))
        return reply.notice("\n".join(lines))
    lines += [_streak(now, language), _totals(now, language), _due(now, language)]
    files = tuple(
        reply.Attached(f"lemma-progress-{place}.png", picture.pages[0], reply.described(picture.alts[0]))
        for place, picture in enumerate(pictures, start=1)
    )
    if not files:
        lines += [_in_words(tally, language) for tally in _practised(now)]
    contents: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay("\n".join(lines))]
    contents += [reply.gallery(file) for file in files]
    if advice := _advice(now, language):
        contents.append(ui.TextDisplay(advice))
    return reply.layout(*contents, files=files)


def charts(now: Progress, language: Language) -> list[Chart]:
    """Tasks by day, the share solved by week, and by topic."""
    if not now.learner.days:
        return []
    days = tuple((each.day, each.ended) for each in now.learner.days)[-7 * WEEKS_SHOWN :]
    drawn: list[Chart] = [Calendar(say(Message("Problems by day"), language), days)]
    if len(weeks := _weeks(now)) > 1:
        across = say(Message("weeks (0: this week)"), language)
        title = say(Message("Solved, week by week"), language)
        drawn.append(Lines(title, ((say(Message("share solved"), language), weeks),), across, "%"))
    if tallies := _practised(now):
        shares = tuple((topics.name(each.topic, language), _share(each)) for each in tallies)
        drawn.append(Bars(say(Message("Solved by topic"), language), shares, "%", 100.0))
    return drawn


def nothing_due(now: Progress, language: Language) -> reply.Layout:
    """What /review says when it has nothing."""
    lines = [say(Message("🎉 Nothing is due for review."), language)]
    if now.learner.next_due is not None:
        when = discord.utils.format_dt(now.learner.next_due, "R")
        lines.append(say(Message("The next one comes {when}.", when=when), language))
    else:
        lines.append(say(Message("What you do not solve alone in /practice comes back here."), language))
    return reply.notice("\n".join(lines))


def reminder(waiting: Reminder) -> reply.Layout:
    """A reminder by direct message, with the way to its end."""
    language = waiting.language or Language.ENGLISH
    due = counted("📬 {count} review is due: /review", "📬 {count} reviews are due: /review", waiting.due)
    stop = Message("You asked to be reminded. /preferences stops it.")
    go: ui.Button[ui.LayoutView] = ui.Button(
        label=say(Message("Review now"), language),
        emoji="▶️",
        style=discord.ButtonStyle.primary,
        custom_id="lemma:review:next",
    )
    return reply.notice(f"{say(due, language)}\n{reply.small(stop, language)}", ui.ActionRow(go))


def leaderboard(leaders: Sequence[Leader], period: str, language: Language) -> reply.Layout:
    """The first places; nobody is named who did not ask for it."""
    lines = [reply.heading(_PERIODS[period], language)]
    for leader in leaders:
        medal = _MEDALS[leader.place - 1] if leader.place <= len(_MEDALS) else f"**{leader.place}.**"
        points = say(counted("{count} point", "{count} points", leader.points), language)
        solved = say(counted("{count} solved", "{count} solved", leader.solved), language)
        lines.append(f"{medal} <@{leader.user_id}> · {points} · {solved}")
    if not leaders:
        lines.append(
            say(Message("Nobody yet. Solve problems with /practice and press “Show me here or not”."), language)
        )
    lines.append(
        reply.small(
            Message("A problem gives 1, 2 or 3 points by its level, twice that when solved alone at once."), language
        )
    )
    row = ui.ActionRow[ui.LayoutView]()
    for key, label in _LABELS.items():
        row.add_item(ui.Button(label=say(label, language), custom_id=f"lemma:leaders:{key}", disabled=key == period))
    row.add_item(
        ui.Button(label=say(Message("Show me here or not"), language), emoji="🙋", custom_id=f"lemma:rank:{period}")
    )
    return reply.notice("\n".join(lines), row)


def _streak(now: Progress, language: Language) -> str:
    days = counted("🔥 {count} day in a row", "🔥 {count} days in a row", now.streak.length)
    parts = [say(days, language)]
    if now.streak.freezes:
        held = counted("🧊 {count} freeze held", "🧊 {count} freezes held", now.streak.freezes)
        parts.append(say(held, language))
    parts.append(say(Message("longest: {count}", count=now.streak.longest), language))
    return " · ".join(parts)


def _totals(now: Progress, language: Language) -> str:
    ended, solved = sum(day.ended for day in now.learner.days), sum(day.solved for day in now.learner.days)
    share = round(100 * solved / ended) if ended else 0
    return say(
        Message("{solved} of {ended} problems solved in a year: {share} %", solved=solved, ended=ended, share=share),
        language,
    )


def _due(now: Progress, language: Language) -> str:
    if now.learner.due:
        return say(
            counted("📬 {count} review is due: /review", "📬 {count} reviews are due: /review", now.learner.due),
            language,
        )
    if now.learner.next_due is None:
        return say(Message("No review is waiting."), language)
    return say(Message("Next review {when}.", when=discord.utils.format_dt(now.learner.next_due, "R")), language)


def _weeks(now: Progress) -> tuple[tuple[float, float], ...]:
    """The share solved of each of the last weeks with a task in it, in percent; this week is 0, the one before -1."""
    ended: Counter[int] = Counter()
    solved: Counter[int] = Counter()
    this = week_of(now.today)
    for day in now.learner.days:
        back = (week_of(day.day) - this).days // 7
        if back > -WEEKS_COMPARED:
            ended[back] += day.ended
            solved[back] += day.solved
    return tuple((float(back), round(100 * solved[back] / ended[back])) for back in sorted(ended))


def _practised(now: Progress) -> list[TopicTally]:
    """The topics most practised, the best solved first."""
    most = sorted(now.learner.topics, key=lambda each: -each.ended)[:TOPICS_SHOWN]
    return sorted(most, key=_share, reverse=True)


def _share(tally: TopicTally) -> float:
    return round(100 * tally.solved / tally.ended) if tally.ended else 0.0


def _in_words(tally: TopicTally, language: Language) -> str:
    level = wording.LEVELS[skill.fitting(tally.rating, Level.INTERMEDIATE)]
    return f"- {topics.name(tally.topic, language)}: {_share(tally):.0f} % · {say(level, language)}"


def _advice(now: Progress, language: Language) -> str:
    """The strongest and the weakest topic, once enough is known of two."""
    known = sorted((each for each in now.learner.topics if each.ended >= ENOUGH), key=lambda each: each.rating.mu)
    if len(known) < 2:  # noqa: PLR2004 - a strongest and a weakest
        return ""
    strong, weak = topics.name(known[-1].topic, language), topics.name(known[0].topic, language)
    return say(Message("Strongest: **{strong}**. Most to gain: **{weak}**.", strong=strong, weak=weak), language)
