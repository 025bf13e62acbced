"""/mydata: see, take along and delete everything Lemma keeps of oneself. Only the asker sees it."""

import io
import json
import re
import zipfile
from typing import Any

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import reply, wording
from cogs.asking import asker, manner
from cogs.stream import deliver
from cogs.views import Feature, Tell, component
from maths.message import Message, counted
from tutor.engine import Tutor
from tutor.types import Language, Level, Look
from tutor.words import say

FORGET = r"lemma:forget:(?P<sure>yes|no)"
FILE = "lemma-data.json"
_ON, _OFF = Message("on"), Message("off")
FILE_BYTES = 8 * 1024 * 1024  # Discord takes 10 MiB


class MyData(Feature):
    group = app_commands.Group(
        name=locale_str("mydata"), description=locale_str("What Lemma keeps of you: see it, take it along, delete it")
    )

    def __init__(self, tutor: Tutor, tell: Tell) -> None:
        self._tutor = tutor
        self.components = (component(FORGET, self._decided, tell),)

    @group.command(name=locale_str("show"), description=locale_str("What Lemma keeps of you"))
    async def show(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        kept = await self._tutor.export(asker(interaction))
        spoken = await manner(self._tutor, interaction)
        await deliver(interaction, reply.notice(_told(kept, spoken.language)), public=False)

    @group.command(name=locale_str("export"), description=locale_str("Everything Lemma keeps of you, as a JSON file"))
    async def export(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        kept = await self._tutor.export(asker(interaction))
        spoken = await manner(self._tutor, interaction)
        sentence = say(Message("Everything Lemma keeps of you, in one file:"), spoken.language)
        file = _file(json.dumps(kept, ensure_ascii=False, indent=2))
        view = reply.layout(ui.TextDisplay(sentence), ui.File(f"attachment://{file.filename}"))
        await interaction.edit_original_response(view=view, attachments=[file])

    @group.command(name=locale_str("forget"), description=locale_str("Delete everything Lemma keeps of you"))
    async def forget(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        kept = await self._tutor.export(asker(interaction))
        spoken = await manner(self._tutor, interaction)
        await deliver(interaction, _question(kept, spoken.language), public=False)

    async def _decided(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        spoken = await manner(self._tutor, interaction)
        if match["sure"] == "no":
            sentence = Message("Nothing was deleted.")
        else:
            gone = await self._tutor.forget(asker(interaction))
            sentence = counted(
                "🗑️ Deleted: {count} solution, the reports made on it, your own reports, drawings and preferences, "
                "your practice with its points and streak, your lessons, conversations and programs. Nothing of you is "
                "kept any more.",
                "🗑️ Deleted: {count} solutions, the reports made on them, your own reports, drawings and preferences, "
                "your practice with its points and streak, your lessons, conversations and programs. Nothing of you is "
                "kept any more.",
                gone,
            )
        await deliver(interaction, reply.notice(say(sentence, spoken.language)), public=False)


def _told(kept: dict[str, Any], language: Language) -> str:
    chosen: dict[str, Any] = kept["preferences"]
    practice: dict[str, list[Any]] = kept["practice"]
    none = say(Message("not chosen"), language)
    own_language = wording.LANGUAGES[Language(chosen["language"])] if chosen["language"] else none
    own_level = say(wording.LEVELS[Level(chosen["level"])], language) if chosen["level"] else none
    own_look = say(wording.LOOKS[Look(chosen["look"])], language) if chosen["look"] else none
    sentences = (
        counted("{count} solution", "{count} solutions", len(kept["solutions"])),
        counted("{count} report", "{count} reports", len(kept["reports"])),
        counted("{count} drawing", "{count} drawings", len(kept["sketches"])),
        counted("{count} program", "{count} programs", len(kept["code"])),
        counted("{count} practice problem", "{count} practice problems", len(kept["tasks"])),
        counted("{count} day on which you practised", "{count} days on which you practised", len(practice["days"])),
        counted("{count} review to come", "{count} reviews to come", len(practice["reviews"])),
        counted("{count} lesson", "{count} lessons", len(kept["lessons"])),
        counted(
            "{count} question in conversations", "{count} questions in conversations", len(kept["questions_asked"])
        ),
        Message(
            "language: {language}, level: {level}, theme: {theme}",
            language=own_language,
            level=own_level,
            theme=own_look,
        ),
        Message(
            "time zone: {zone}, reminders: {reminders}, leaderboards: {boards}",
            zone=chosen["time_zone"] or none,
            reminders=_ON if chosen["reminded"] else _OFF,
            boards=_ON if chosen["ranked"] else _OFF,
        ),
    )
    return "\n".join(
        (
            reply.heading(Message("What Lemma keeps of you"), language),
            *(f"- {say(sentence, language)}" for sentence in sentences),
            say(
                Message(
                    "With each solution: the problem, the answer, when you asked and on which server; with each "
                    "practice problem: your answers. Your Discord id is kept, your name is not."
                ),
                language,
            ),
            reply.small(Message("/mydata export gives you all of it, /mydata forget deletes all of it."), language),
        )
    )


def _question(kept: dict[str, Any], language: Language) -> reply.Layout:
    sentence = counted(
        "Delete everything Lemma keeps of you? {count} solution would go, with your reports and preferences, your "
        "practice, its points and your streak, your lessons, conversations and programs. This cannot be undone.",
        "Delete everything Lemma keeps of you? {count} solutions would go, with your reports and preferences, your "
        "practice, its points and your streak, your lessons, conversations and programs. This cannot be undone.",
        len(kept["solutions"]),
    )
    yes: ui.Button[ui.LayoutView] = ui.Button(
        label=say(Message("Delete everything"), language),
        style=discord.ButtonStyle.danger,
        custom_id="lemma:forget:yes",
    )
    no: ui.Button[ui.LayoutView] = ui.Button(label=say(Message("Keep it"), language), custom_id="lemma:forget:no")
    return reply.notice(say(sentence, language), ui.ActionRow(yes, no))


def _file(content: str) -> discord.File:
    """The export as one file; zipped where Discord would find it too large."""
    plain = content.encode()
    if len(plain) <= FILE_BYTES:
        return discord.File(io.BytesIO(plain), FILE)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(FILE, plain)
    packed.seek(0)
    return discord.File(packed, f"{FILE}.zip")
