"""/status: what a moderator wants to know when somebody says that Lemma is slow. Only the moderator sees it."""

import datetime as dt

import discord
from discord import app_commands
from discord.app_commands import locale_str

from cogs import reply, text, topics, wording
from cogs.asking import manner, moderated
from cogs.stream import deliver
from cogs.views import Feature
from maths.message import Message, counted
from tutor.engine import Tutor
from tutor.types import Language
from tutor.watch import Latency, Status, Told
from tutor.words import say


class StatusPanel(Feature):
    def __init__(self, tutor: Tutor) -> None:
        self._tutor = tutor

    @app_commands.command(
        name=locale_str("status"), description=locale_str("For moderators: how Lemma and its model are doing")
    )
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def status(self, interaction: discord.Interaction) -> None:
        moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        spoken = await manner(self._tutor, interaction)
        told = "\n".join(_told(self._tutor.status(), spoken.language))
        await deliver(interaction, reply.notice(told), public=False)


def _told(status: Status, language: Language) -> list[str]:
    now = discord.utils.utcnow()
    since = discord.utils.format_dt(now - dt.timedelta(seconds=status.uptime), "R")
    stories = [_stories(topic, told, language) for topic, told in status.stories.items()]
    lines = [
        reply.heading(Message("How Lemma is doing"), language),
        say(Message("Running since: {since}", since=since), language),
        say(_model(status), language),
        *([reply.heading(Message("Stories told around problems"), language, small=True)] if stories else []),
        *sorted(stories),
        reply.heading(Message("The last hour"), language, small=True),
        say(counted("{count} question was answered.", "{count} questions were answered.", status.questions), language),
    ]
    lines += [f"- {wording.ICONS[standing]} {count}" for standing, count in sorted(status.standings.items())]
    if status.cached:
        again = counted("{count} was given again as it was kept.", "{count} were given again as kept.", status.cached)
        lines.append(say(again, language))
    if status.answered:
        lines.append(say(_seconds(Message("to the whole answer"), status.answered), language))
    if status.texts:
        texts = counted("The model wrote {count} text,", "The model wrote {count} texts,", status.texts)
        failed = Message("{share} of them failed.", share=f"{status.failed / status.texts:.0%}")
        lines.append(f"{say(texts, language)} {say(failed, language)}")
    if status.first_piece:
        lines.append(say(_seconds(Message("to the model's first word"), status.first_piece), language))
    if status.tokens_a_second:
        speed = Message("{count} tokens a second while writing", count=f"{status.tokens_a_second:.0f}")
        lines.append(say(speed, language))
    return lines


def _stories(topic: str, told: Told, language: Language) -> str:
    counts = Message("{kept} kept, {thrown} thrown away", kept=told.kept, thrown=told.thrown)
    return f"- {topics.name(topic, language)}: {say(counts, language)}"


def _model(status: Status) -> Message:
    if status.writer is None:
        return Message("No language model is connected: mathematics alone answers.")
    return Message(
        "Model: {model}; texts being written: {writing}; waiting: {waiting}",
        model=text.escape(status.writer.label),
        writing=status.writing - status.waiting,
        waiting=status.waiting,
    )


def _seconds(what: Message, latency: Latency) -> Message:
    return Message(
        "{median} s {what}, {slow} s for the slowest in twenty",
        what=what,
        median=f"{latency.median:.1f}",
        slow=f"{latency.slow:.1f}",
    )
