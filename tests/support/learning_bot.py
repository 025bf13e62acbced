"""A small real discord.py bot with one command for each thing that a playground must carry."""

from __future__ import annotations

import asyncio
import io
from typing import Any, ClassVar

import discord
from discord import app_commands
from discord.ext import commands

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000020000000308020000003688491d0000000049454e44ae426082")
KOREAN = {"solve": "풀기", "problem": "문제"}


class Korean(app_commands.Translator):
    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: object,  # noqa: ARG002
    ) -> str | None:
        return KOREAN.get(string.message) if locale is discord.Locale.korean else None


def layout(*texts: str, buttons: tuple[tuple[str, str], ...] = ()) -> discord.ui.LayoutView:
    """A Components V2 layout; each button is a label and a custom id."""
    view = discord.ui.LayoutView(timeout=None)
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container()
    for text in texts:
        container.add_item(discord.ui.TextDisplay(text))
    if buttons:
        row: discord.ui.ActionRow[discord.ui.LayoutView] = discord.ui.ActionRow()
        for label, custom_id in buttons:
            row.add_item(discord.ui.Button(label=label, custom_id=custom_id))
        container.add_item(row)
    view.add_item(container)
    return view


class Again(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"again:(?P<count>\d+)"):
    """A button whose state is its id: it works in every run."""

    def __init__(self, count: int) -> None:
        super().__init__(discord.ui.Button(label=f"Again ({count})", custom_id=f"again:{count}"))
        self.count = count

    @classmethod
    async def from_custom_id(cls, _interaction: Any, _item: Any, match: Any) -> Again:  # noqa: ANN401
        return cls(int(match["count"]))

    async def callback(self, interaction: discord.Interaction) -> Any:  # noqa: ANN401
        next_one = (f"Again ({self.count + 1})", f"again:{self.count + 1}")
        await interaction.response.edit_message(view=layout(f"pressed {self.count}", buttons=(next_one,)))


class Question(discord.ui.Modal, title="Report a mistake"):
    what: discord.ui.Label[Any] = discord.ui.Label(
        text="What is wrong?", component=discord.ui.TextInput(custom_id="what", max_length=20)
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        assert isinstance(self.what.component, discord.ui.TextInput)
        await interaction.response.send_message(f"reported: {self.what.component.value}", ephemeral=True)


class LearningBot(commands.AutoShardedBot):
    """`heard` holds (command, locale, options); `refused` the codes of failed answers, in order."""

    intents_asked: ClassVar[discord.Intents] = discord.Intents(guilds=True)

    def __init__(self, **options: object) -> None:
        super().__init__(
            commands.when_mentioned,
            intents=options.pop("intents", self.intents_asked),
            allowed_mentions=discord.AllowedMentions.none(),
            guild_ready_timeout=0.05,
            **options,
        )
        self.heard: list[tuple[str, str, dict[str, Any]]] = []
        self.refused: list[int] = []
        self.messages: asyncio.Queue[discord.Message] = asyncio.Queue()
        self.was_refused = asyncio.Event()
        self.resumed = asyncio.Event()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """No wait between shards: the playground has no identify limit."""

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Again)
        await self.tree.set_translator(Korean())
        for command in COMMANDS:
            self.tree.add_command(command)
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        self.messages.put_nowait(message)

    async def on_resumed(self) -> None:
        self.resumed.set()

    async def on_shard_resumed(self, _shard_id: int) -> None:
        self.resumed.set()


def bot_of(interaction: discord.Interaction) -> LearningBot:
    assert isinstance(interaction.client, LearningBot)
    return interaction.client


def note(interaction: discord.Interaction, **options: object) -> None:
    name = interaction.command.qualified_name if interaction.command else ""
    bot_of(interaction).heard.append((name, str(interaction.locale), options))


@app_commands.command(name=app_commands.locale_str("solve"), description="Solve a problem")
@app_commands.rename(problem=app_commands.locale_str("problem"))
@app_commands.choices(level=[app_commands.Choice(name="Beginner", value="beginner")])
async def solve(
    interaction: discord.Interaction, problem: app_commands.Range[str, 1, 50], level: str | None = None
) -> None:
    await interaction.response.defer()
    note(interaction, problem=problem, level=level)
    await interaction.edit_original_response(
        view=layout(f"solution of {problem}", buttons=(("Again (0)", "again:0"), ("Report", "report")))
    )
    await interaction.followup.send(f"only for you: {problem}", ephemeral=True)


@app_commands.command(description="Tells a secret")
async def whisper(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("psst", ephemeral=True)


@app_commands.command(description="A picture")
async def picture(interaction: discord.Interaction) -> None:
    await interaction.response.defer()
    view = discord.ui.LayoutView()
    view.add_item(discord.ui.MediaGallery(discord.MediaGalleryItem("attachment://plot.png", description="a parabola")))
    file = discord.File(io.BytesIO(PNG), "plot.png", description="a parabola")
    await interaction.edit_original_response(view=view, attachments=[file])


@app_commands.command(description="Opens a form")
async def report(interaction: discord.Interaction) -> None:
    await interaction.response.send_modal(Question())


@app_commands.command(description="Choose a topic")
async def topic(interaction: discord.Interaction) -> None:
    class Topics(discord.ui.View):
        @discord.ui.select(
            custom_id="topics", max_values=2, options=[discord.SelectOption(label=one) for one in ("algebra", "sets")]
        )
        async def chosen(self, interaction: discord.Interaction, select: discord.ui.Select[Any]) -> None:
            await interaction.response.edit_message(content=f"chosen {', '.join(select.values)}", view=None)

    await interaction.response.send_message("which?", view=Topics())


@app_commands.command(description="Look something up")
async def lookup(interaction: discord.Interaction, word: str) -> None:
    note(interaction, word=word)
    await interaction.response.send_message(word)


@lookup.autocomplete("word")
async def words(_interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=f"{current}{end}", value=f"{current}{end}") for end in ("a", "b")]


@app_commands.command(description="Never answers")
async def silent(interaction: discord.Interaction) -> None:
    note(interaction)


@app_commands.command(description="Answers too late")
async def late(interaction: discord.Interaction, seconds: float) -> None:
    await asyncio.sleep(seconds)
    try:
        await interaction.response.defer()
    except discord.HTTPException as error:
        bot_of(interaction).refused.append(error.code)
        bot_of(interaction).was_refused.set()


@app_commands.command(description="Thinks and thinks")
async def ponder(interaction: discord.Interaction) -> None:
    await interaction.response.defer(ephemeral=True)
    note(interaction)


@app_commands.command(description="For moderators")
@app_commands.default_permissions(manage_guild=True)
async def settings(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("the settings", ephemeral=True)


mydata = app_commands.Group(name="mydata", description="What is kept")


@mydata.command(name="show", description="Show it")
async def show(interaction: discord.Interaction, whose: discord.Member | None = None) -> None:
    await interaction.response.send_message(f"data of {(whose or interaction.user).display_name}")


@app_commands.context_menu(name="Solve this message")
async def solve_this(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(f"solving {message.content}")


COMMANDS: list[Any] = [
    solve,
    whisper,
    picture,
    report,
    topic,
    lookup,
    silent,
    late,
    ponder,
    settings,
    mydata,
    solve_this,
]
