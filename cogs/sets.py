"""/problems: a server's own problems, typed in a form or uploaded, used for practice or as daily problems.

Only moderators; every callback looks at their permissions again.
"""

import json
import re
from typing import Any

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import reply, shelf
from cogs.asking import language_soon, manner, moderated
from cogs.stream import deliver
from cogs.views import Feature, Form, Tell, chosen, component
from maths.message import Message, counted
from tutor.engine import Tutor
from tutor.errors import NotFoundError, QuestionRefusedError
from tutor.learning import ProblemSet, UsedFor
from tutor.sets import (
    MAX_BYTES,
    NAME_CHARACTERS,
    row_of,
)
from tutor.types import Level
from tutor.words import say

SHOW = r"lemma:sets:show"
USE = r"lemma:sets:use:(?P<set>\d+)"
ACT = r"lemma:sets:(?P<act>list|download|delete|sure|back):(?P<set>\d+)"


class Problems(Feature):
    group = app_commands.Group(
        name=locale_str("problems"),
        description=locale_str("For moderators: this server's own problems"),
        default_permissions=discord.Permissions(manage_guild=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )

    def __init__(self, tutor: Tutor, tell: Tell) -> None:
        self._tutor = tutor
        self._tell = tell
        self.components = (
            component(SHOW, self._show, tell),
            component(USE, self._use, tell),
            component(ACT, self._act, tell),
        )

    @group.command(name=locale_str("add"), description=locale_str("Write one problem with its answer"))
    @app_commands.rename(name=locale_str("set"), level=locale_str("level"))
    @app_commands.describe(
        name=locale_str("The set it goes into; a new name makes a new set"),
        level=locale_str("How hard it is; intermediate without it"),
    )
    @app_commands.choices(
        level=[
            app_commands.Choice(name=locale_str("Beginner"), value="beginner"),
            app_commands.Choice(name=locale_str("Intermediate"), value="intermediate"),
            app_commands.Choice(name=locale_str("Advanced"), value="advanced"),
        ]
    )
    async def add(
        self,
        interaction: discord.Interaction,
        name: app_commands.Range[str, 1, NAME_CHARACTERS],
        level: app_commands.Choice[str] | None = None,
    ) -> None:
        moderated(interaction)
        language = await language_soon(self._tutor, interaction)

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            guild_id = moderated(submitted)
            await submitted.response.defer(ephemeral=True, thinking=True)
            problem, answer, hints, solution = written
            given = {"problem": problem, "answer": answer, "hints": hints.splitlines(), "solution": solution}
            row = row_of({**given, "level": level.value if level else Level.INTERMEDIATE})
            draft = row if isinstance(row, Message) else await self._tutor.sets.draft(guild_id, row)
            if isinstance(draft, Message):
                raise QuestionRefusedError(draft)
            await self._keep(submitted, await self._tutor.sets.named(guild_id, name), (draft,))

        await interaction.response.send_modal(
            Form(say(Message("A new problem"), language), shelf.fields(language), submit, self._tell)
        )

    @group.command(name=locale_str("upload"), description=locale_str("A file of problems: JSONL or CSV, all or none"))
    @app_commands.rename(name=locale_str("set"), file=locale_str("file"))
    @app_commands.describe(
        name=locale_str("The set they go into; a new name makes a new set"),
        file=locale_str("Columns: problem, answer, and if you like level, hints, solution, type, form, unit"),
    )
    async def upload(
        self,
        interaction: discord.Interaction,
        name: app_commands.Range[str, 1, NAME_CHARACTERS],
        file: discord.Attachment,
    ) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        if file.size > MAX_BYTES:
            raise QuestionRefusedError(Message("The file may have 1 MB at most."))
        spoken = await manner(self._tutor, interaction)
        read = await self._tutor.sets.read(guild_id, file.filename, await file.read())
        if read.bad:
            await deliver(interaction, shelf.refused(read, spoken.language), public=False)
            return
        await self._keep(interaction, await self._tutor.sets.named(guild_id, name), read.drafts)

    @group.command(name=locale_str("sets"), description=locale_str("What there is: use, read, download, delete"))
    async def sets(self, interaction: discord.Interaction) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._list(interaction, guild_id)

    @add.autocomplete("name")
    @upload.autocomplete("name")
    async def _complete(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        guild_id = moderated(interaction)
        known = await self._tutor.sets.of(guild_id)
        wanted = current.casefold()
        return [
            app_commands.Choice(name=each.name, value=each.name) for each in known if wanted in each.name.casefold()
        ]

    async def _keep(self, interaction: discord.Interaction, into: ProblemSet, drafts: tuple[Any, ...]) -> None:
        spoken = await manner(self._tutor, interaction)
        count = await self._tutor.sets.add(into, drafts)
        said = counted(
            "{count} problem was added to {name}.", "{count} problems were added to {name}.", count, name=into.name
        )
        now = await self._set(into.guild_id, into.id)
        view = shelf.panel(now, spoken.language, say(said, spoken.language))
        await deliver(interaction, view, public=False)

    async def _list(self, interaction: discord.Interaction, guild_id: int) -> None:
        spoken = await manner(self._tutor, interaction)
        known = await self._tutor.sets.of(guild_id)
        await deliver(interaction, shelf.listing(known, spoken.language), public=False)

    async def _set(self, guild_id: int, set_id: int) -> ProblemSet:
        """One of this guild's own sets. Raises NotFoundError."""
        for each in await self._tutor.sets.of(guild_id):
            if each.id == set_id:
                return each
        raise NotFoundError(Message("This set is not there any more."))

    async def _show(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer()
        spoken = await manner(self._tutor, interaction)
        known = await self._set(guild_id, int(chosen(interaction)))
        await deliver(interaction, shelf.panel(known, spoken.language), public=False)

    async def _use(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer()
        spoken = await manner(self._tutor, interaction)
        known = await self._set(guild_id, int(match["set"]))
        value = chosen(interaction)
        await self._tutor.sets.use(known, UsedFor.NOTHING if value == shelf.NOTHING else UsedFor(value))
        await deliver(interaction, shelf.panel(await self._set(guild_id, known.id), spoken.language), public=False)

    async def _act(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer()
        if match["act"] == "back":
            await self._list(interaction, guild_id)
            return
        spoken = await manner(self._tutor, interaction)
        known = await self._set(guild_id, int(match["set"]))
        match match["act"]:
            case "list":
                problems = await self._tutor.sets.problems(known)
                await interaction.followup.send(view=shelf.contents(known, problems, spoken.language), ephemeral=True)
            case "download":
                await self._send_file(
                    interaction, known, Message("Upload this file again to have the set as it is now.")
                )
            case "delete":
                await deliver(interaction, shelf.sure(known, spoken.language), public=False)
            case _:
                await self._send_file(interaction, known, Message("Deleted. Uploading this file brings it back."))
                await self._tutor.sets.delete(known)
                await self._list(interaction, guild_id)

    async def _send_file(self, interaction: discord.Interaction, known: ProblemSet, said: Message) -> None:
        spoken = await manner(self._tutor, interaction)
        lines = [json.dumps(shelf.row(draft), ensure_ascii=False) for draft in await self._tutor.sets.problems(known)]
        file = reply.Attached(f"lemma-problems-{known.id}.jsonl", ("\n".join(lines) + "\n").encode())
        view = reply.layout(ui.TextDisplay(say(said, spoken.language)), ui.File(file.url), files=(file,))
        await interaction.followup.send(view=view, files=[file.file()], ephemeral=True)
