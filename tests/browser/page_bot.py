"""A small bot with one command for each thing the page must be able to show or do. Started as a process of its own."""

from __future__ import annotations

import asyncio
import io
import logging
import os
import struct
import zlib
from typing import ClassVar

import discord
import yarl
from discord import app_commands, ui
from discord.gateway import DiscordWebSocket
from discord.http import Route

KOREAN = {
    "solve": "풀기",
    "Solve a problem step by step": "문제를 단계별로 풉니다",
    "problem": "문제",
    "What to solve": "풀 문제",
    "level": "수준",
    "How to explain it": "설명 방식",
    "beginner": "초급",
    "advanced": "고급",
    "Solve this message": "이 메시지 풀기",
}
TOPICS = ["algebra", "quadratic equations", "calculus", "geometry", "number theory"]
FULL_TEXT = """\
# First heading
## Second heading
### Third heading
-# small print
**bold**, *italic*, __underlined__, ~~struck~~, `inline x² + √2`, ||a secret||, ***both***
> a quote with **bold**
1. first
2. second
   - inside
- point
```python
x = (1 + 5**0.5) / 2  # ≈ 1.618
```
See [the proof](https://example.org/proof), https://example.org/a_(b)? and <t:1760000000:D>.
2*3*4 = 24, snake_case_name, \\*not italic\\* <b>not markup</b>"""


class Korean(app_commands.Translator):
    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 - the base class's signature
    ) -> str | None:
        return KOREAN.get(string.message) if locale is discord.Locale.korean else None


class Layout(ui.LayoutView):
    """Takes any items; keeps no time-out, as the tests run in real time."""

    def __init__(self, *items: ui.Item[ui.LayoutView]) -> None:
        super().__init__(timeout=None)
        for item in items:
            self.add_item(item)


class Click(ui.Button[ui.LayoutView]):
    """Says in a new message who pressed it, in order, so that no press can hide."""

    def __init__(self, label: str, custom_id: str, style: discord.ButtonStyle = discord.ButtonStyle.secondary) -> None:
        super().__init__(label=label, custom_id=custom_id, style=style)
        self.presses = 0

    async def callback(self, interaction: discord.Interaction) -> None:
        self.presses += 1
        await interaction.response.send_message(f"{self.label} pressed {self.presses}", ephemeral=True)


class Slow(ui.Button[ui.LayoutView]):
    async def callback(self, interaction: discord.Interaction) -> None:
        await asyncio.sleep(0.8)
        await interaction.response.edit_message(view=Layout(ui.TextDisplay("Slow but done")))


class Deaf(ui.Button[ui.LayoutView]):
    async def callback(self, interaction: discord.Interaction) -> None:
        """Never acknowledges."""


class Chosen(ui.Select[ui.LayoutView]):
    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"Chosen: {', '.join(self.values)}")


class ChosenPlaces(ui.ChannelSelect[ui.LayoutView]):
    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"Places: {', '.join(place.name for place in self.values)}")


class ChosenRoles(ui.RoleSelect[ui.LayoutView]):
    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"Roles: {', '.join(role.name for role in self.values)}")


class ChosenPeople(ui.UserSelect[ui.LayoutView]):
    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"People: {', '.join(user.display_name for user in self.values)}")


class Report(ui.Modal, title="Report a mistake"):
    intro = ui.TextDisplay("What is **wrong** here?")
    line = ui.Label(text="Which line", description="Its number", component=ui.TextInput(max_length=5))
    why = ui.Label(
        text="Why",
        component=ui.TextInput(
            style=discord.TextStyle.paragraph, required=False, max_length=200, placeholder="optional"
        ),
    )
    kind = ui.Label(
        text="Kind",
        component=ui.Select(
            options=[discord.SelectOption(label=name) for name in ("arithmetic", "algebra", "wording")]
        ),
    )
    sure = ui.Label(
        text="Sure?",
        component=ui.RadioGroup(
            options=[
                discord.RadioGroupOption(label="Yes", value="yes"),
                discord.RadioGroupOption(label="No", value="no"),
            ]
        ),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        parts = [self.line.component.value, self.why.component.value, *self.kind.component.values]
        parts.append(self.sure.component.value)
        await interaction.response.send_message(" | ".join(map(str, parts)), ephemeral=True)


class Survey(ui.Modal, title="Survey"):
    name = ui.TextInput[ui.Modal](label="Name", min_length=2, default="Ada")
    likes = ui.Label(
        text="Likes",
        component=ui.CheckboxGroup(
            options=[discord.CheckboxGroupOption(label=one.title(), value=one) for one in TOPICS[:3]], max_values=2
        ),
    )
    agree = ui.Label(text="Write to me", component=ui.Checkbox())

    async def on_submit(self, interaction: discord.Interaction) -> None:
        agree = self.agree.component.value
        await interaction.response.send_message(f"{self.name.value} likes {self.likes.component.values}, {agree}")


class OpenReport(ui.Button[ui.LayoutView]):
    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Report())


def png(width: int = 320, height: int = 120) -> bytes:
    """A plain blue picture."""
    rows = b"".join(b"\x00" + b"\x40\x60\xd0" * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class PageBot(discord.Client):
    edits: ClassVar[float] = 0.12

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True), allowed_mentions=discord.AllowedMentions.none())
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        await self.tree.set_translator(Korean())
        await self.tree.sync()

    async def on_ready(self) -> None:
        print("ready", flush=True)  # noqa: T201 - the fixture waits for this line


bot = PageBot()
records = app_commands.Group(name="records", description="Your records")
bot.tree.add_command(records)


@bot.tree.command(description="Solve a problem step by step")
@app_commands.describe(problem="What to solve", level="How to explain it")
@app_commands.choices(
    level=[app_commands.Choice(name=name, value=name.upper()) for name in ("beginner", "advanced")],
)
async def solve(interaction: discord.Interaction, problem: str, level: app_commands.Choice[str] | None = None) -> None:
    await interaction.response.defer(thinking=True)
    cancel = Click("Cancel", "cancel", discord.ButtonStyle.danger)
    for step in range(6):
        progress = ui.TextDisplay("\n".join(f"-# step {n + 1} of 6: reading the problem" for n in range(step + 1)))
        await interaction.edit_original_response(view=Layout(ui.Container(progress), ui.ActionRow(cancel)))
        await asyncio.sleep(PageBot.edits)
    answer = ui.Container(
        ui.TextDisplay(f"## x = 2\nLevel {level.value if level else 'none'}. You asked: {problem}"),
        ui.Separator(),
        ui.Section(ui.TextDisplay("**Verified**: substituted back exactly"), accessory=Click("Copy", "copy")),
        ui.TextDisplay("### Step by step\n1. Subtract 1 from both sides: `3x = 6`\n2. Divide by 3: `x = 2`"),
        accent_colour=discord.Colour.green(),
    )
    buttons = ui.ActionRow(
        Click("Simpler", "simpler"),
        Click("Deeper", "deeper", discord.ButtonStyle.primary),
        OpenReport(label="Report a mistake", emoji="⚠️", custom_id="report", style=discord.ButtonStyle.danger),
        ui.Button(label="Docs", url="https://example.org/docs"),
        ui.Button(label="Gone", custom_id="gone", disabled=True, style=discord.ButtonStyle.success),
    )
    await interaction.edit_original_response(view=Layout(answer, buttons))


@bot.tree.command(description="A topic with suggestions")
async def topic(interaction: discord.Interaction, name: str, count: app_commands.Range[int, 1, 9] = 1) -> None:
    await interaction.response.send_message(f"Topic {name} × {count}", ephemeral=True)


@topic.autocomplete("name")
async def suggest(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=one, value=one) for one in TOPICS if current.lower() in one]


@records.command(description="Show your records")
async def show(interaction: discord.Interaction, page: int = 1) -> None:
    await interaction.response.send_message(f"Records, page {page}", ephemeral=True)


@records.command(description="Forget your records")
async def forget(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("Forgotten", ephemeral=True)


@bot.tree.command(description="Never answers")
async def silent(interaction: discord.Interaction) -> None:
    """Never acknowledges."""


@bot.tree.command(description="Everything written text may hold")
async def text(interaction: discord.Interaction) -> None:
    embed = discord.Embed(title="An embed", description="with **bold**", colour=0x9B59B6, url="https://example.org")
    embed.add_field(name="One", value="1", inline=True).add_field(name="Two", value="2", inline=True)
    embed.set_footer(text="The footer")
    await interaction.response.send_message(f"{FULL_TEXT}\n{interaction.user.mention}", embed=embed)


@bot.tree.command(description="Pictures and files")
async def files(interaction: discord.Interaction) -> None:
    plot = discord.File(io.BytesIO(png()), "plot.png", description="A parabola through the origin")
    data = discord.File(io.BytesIO(b'{"a": 1}'), "data.json")
    view = Layout(
        ui.Container(
            ui.TextDisplay("Your export"),
            ui.MediaGallery(discord.MediaGalleryItem(plot, description="A parabola through the origin")),
            ui.File(data),
        )
    )
    await interaction.response.send_message(view=view, files=[plot, data])
    loose = discord.File(io.BytesIO(png(120, 60)), "loose.png", description="A loose picture")
    await interaction.followup.send("With an attachment", file=loose)


@bot.tree.command(description="Selects and buttons")
async def pick(interaction: discord.Interaction) -> None:
    options = [discord.SelectOption(label=name.title(), value=name, description=f"About {name}") for name in TOPICS]
    view = Layout(
        ui.TextDisplay("Pick"),
        ui.ActionRow(Chosen(custom_id="topics", placeholder="Topics", options=options, max_values=2)),
        ui.ActionRow(Chosen(custom_id="one", placeholder="One topic", options=options)),
        ui.ActionRow(ChosenPeople(custom_id="people", placeholder="A person")),
        ui.ActionRow(ChosenPlaces(custom_id="places", placeholder="A place")),
        ui.ActionRow(ChosenRoles(custom_id="roles", placeholder="A role")),
        ui.ActionRow(Slow(label="Slow", custom_id="slow"), Deaf(label="Deaf", custom_id="deaf")),
    )
    await interaction.response.send_message(view=view)


@bot.tree.command(description="A modal at once")
async def survey(interaction: discord.Interaction) -> None:
    await interaction.response.send_modal(Survey())


@bot.tree.command(description="A message that changes all the time")
async def busy(interaction: discord.Interaction) -> None:
    button = Click("Press me", "press-me", discord.ButtonStyle.primary)
    options = [discord.SelectOption(label=name) for name in TOPICS]
    row = ui.ActionRow(Chosen(custom_id="while-busy", placeholder="While busy", options=options))
    await interaction.response.send_message(view=Layout(ui.TextDisplay("start"), ui.ActionRow(button), row))
    for turn in range(150):
        lines = "\n".join(f"line {n} of turn {turn}" for n in range(1 + turn % 7))
        texts = [ui.TextDisplay(lines) for _ in range(1 + turn % 2)]
        await interaction.edit_original_response(view=Layout(*texts, ui.ActionRow(button), row))
        await asyncio.sleep(0.04)
    await interaction.edit_original_response(view=Layout(ui.TextDisplay("calm now"), ui.ActionRow(button), row))


@bot.tree.command(description="An answer that fills more than a screen")
async def long(interaction: discord.Interaction) -> None:
    await interaction.response.defer(thinking=True)
    steps = "\n".join(f"{n}. step {n}" for n in range(1, 60))
    await interaction.edit_original_response(view=Layout(ui.TextDisplay("## The answer"), ui.TextDisplay(steps)))
    await asyncio.sleep(0.5)
    more = ui.TextDisplay(f"{steps}\n## More prose")
    await interaction.edit_original_response(view=Layout(ui.TextDisplay("## The answer"), more))


@bot.tree.command(description="For moderators only")
@app_commands.default_permissions(manage_guild=True)
async def moderate(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("Moderated", ephemeral=True)


@bot.tree.context_menu(name="Solve this message")
async def solve_message(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(f"Solving: {message.content}")


def main() -> None:
    Route.BASE = os.environ["PAGE_BOT_API"]
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["PAGE_BOT_GATEWAY"])
    bot.run(os.environ.get("PAGE_BOT_TOKEN", "page-bot"), log_level=logging.WARNING)


if __name__ == "__main__":
    main()
