"""The bot on Discord: its commands, its one error handler, and when commands are synced."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

import discord
import structlog
import yarl
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.tell import Teller
from cogs.about import About
from cogs.argue import Argue
from cogs.code import Code
from cogs.daily import DailyProblem
from cogs.departures import Departures
from cogs.dialogue import Dialogue
from cogs.explain import Explain
from cogs.hints import Hints
from cogs.history import History
from cogs.latex import Latex
from cogs.mydata import MyData
from cogs.plot import Plot
from cogs.practice import Practice
from cogs.preferences import PreferencesPanel
from cogs.puzzle import Puzzle
from cogs.report import Report
from cogs.reports import Reports
from cogs.sets import Problems
from cogs.settings import SettingsPanel
from cogs.solve import Solve
from cogs.status import StatusPanel
from cogs.stream import STEADY, Tempo
from cogs.study import Study
from cogs.translate import CatalogueTranslator
from tutor.errors import TutorError

if TYPE_CHECKING:
    from pathlib import Path

    from cogs.views import Feature, Tell
    from tutor.engine import Tutor

log = structlog.get_logger(__name__)

SYNCED = "commands.sha256"
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def cogs(bot: discord.Client, tutor: Tutor, tell: Tell, tempo: Tempo) -> list[Feature]:
    """Every feature of the bot, in one place."""
    daily = DailyProblem(bot, tutor, tell)
    solve = Solve(tutor, tell, tempo)
    explain = Explain(tutor, tell, tempo)
    return [
        solve,
        Hints(tutor, tell, solve.reveal),
        Argue(tutor, tell, solve.ask),
        Practice(tutor, tell, daily.solved),
        Puzzle(tutor, tell, daily.solved),
        daily,
        Code(tutor, tell, tempo),
        Study(bot, tutor, tell),
        Problems(tutor, tell),
        Report(tutor, tell),
        explain,
        Dialogue(tutor, tell, tempo, explain.underway),
        Plot(tutor, tell),
        Latex(tutor, tell),
        History(tutor, tell),
        PreferencesPanel(tutor, tell),
        MyData(tutor, tell),
        SettingsPanel(tutor, tell),
        Reports(bot, tutor, tell),
        Departures(bot, tutor),
        StatusPanel(tutor),
        About(tutor, release()),
    ]


class LemmaBot(commands.AutoShardedBot):
    """Lemma on Discord: no privileged intent, no mention ever, in guilds, direct messages and as a user's own app."""

    def __init__(  # noqa: PLR0913 - two parts, and what a test or the playground sets
        self,
        tutor: Tutor,
        data_dir: Path,
        *,
        api_base: str | None = None,
        gateway: str | None = None,
        shard_count: int | None = None,
        tempo: Tempo = STEADY,
    ) -> None:
        _use_loopback(api_base, gateway)
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # Lemma never speaks
        super().__init__(
            commands.when_mentioned,
            tree_cls=Tree,
            help_command=None,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            shard_count=shard_count,
        )
        self.tell = Teller(tutor)
        self._tutor = tutor
        self._data_dir = data_dir
        self._tempo = tempo

    async def setup_hook(self) -> None:
        for cog in cogs(self, self._tutor, self.tell, self._tempo):
            await self.add_cog(cog)
            self.add_dynamic_items(*cog.components)
            for menu in cog.menus:
                self.tree.add_command(menu)
        await self.tree.set_translator(CatalogueTranslator())
        await self._sync()

    async def on_ready(self) -> None:
        log.info("ready", name=str(self.user), guilds=len(self.guilds), invite=self._invitation())

    def _invitation(self) -> str:
        """Where someone who manages a server adds Lemma to it."""
        return discord.utils.oauth_url(self.application_id or 0, scopes=("bot", "applications.commands"))

    async def _sync(self) -> None:
        """Send the commands to Discord when they are not what was sent last: it takes 200 creations a day."""
        now = await self._fingerprint()
        remembered = self._data_dir / SYNCED
        if remembered.exists() and remembered.read_text(encoding="ascii").strip() == now:
            return
        await self.tree.sync()
        self._data_dir.mkdir(parents=True, exist_ok=True)
        remembered.write_text(now, encoding="ascii")
        log.info("commands_synced", commands=len(self.tree.get_commands()))

    async def _fingerprint(self) -> str:
        """A hash of every command as Discord gets it, in every language, for this application."""
        translator: Any = self.tree.translator
        payloads = [await command.get_translated_payload(self.tree, translator) for command in self._all_commands()]
        listed = json.dumps([self.application_id, payloads], sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(listed.encode()).hexdigest()

    def _all_commands(self) -> list[Any]:
        return sorted(self.tree.get_commands(), key=lambda command: (str(type(command)), command.name))


class Tree(app_commands.CommandTree[LemmaBot]):
    """The command tree: who may ask is let in, and errors go to the bot's one handler."""

    def add_command(self, command: Any, /, **where: Any) -> None:  # noqa: ANN401 - as the base class has it
        """A group that another feature has begun takes in the commands of this one."""
        begun = self.get_command(command.name) if isinstance(command, app_commands.Group) else None
        if not isinstance(begun, app_commands.Group):
            super().add_command(command, **where)
            return
        for own in command.commands:
            begun.add_command(own)

    async def interaction_check(self, interaction: discord.Interaction[LemmaBot], /) -> bool:
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        try:
            await self.client.tell.admit(interaction)
        except TutorError as error:
            await self.client.tell(interaction, error)
            return False
        return True

    async def on_error(self, interaction: discord.Interaction[LemmaBot], error: app_commands.AppCommandError) -> None:
        await self.client.tell(interaction, error)


def _use_loopback(api_base: str | None, gateway: str | None) -> None:
    """Point discord.py at a Discord on this machine. Raises ValueError for any other address."""
    for name, address in (("api_base", api_base), ("gateway", gateway)):
        if address is not None and yarl.URL(address).host not in _LOOPBACK:
            raise ValueError(f"{name} must be a loopback address, not {address!r}")
    if api_base is not None:
        Route.BASE = api_base.rstrip("/")
    if gateway is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)


def release() -> str:
    """The version that runs."""
    try:
        return version("lemma")
    except PackageNotFoundError:
        return "unreleased"
