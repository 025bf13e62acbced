"""/daily: a guild's daily problem is set up, hung in its channel, and taken by learners.

The cog is the `tutor.ports.Board` on which `tutor.daily` hangs problems; what is due and what was posted is decided
there.
"""

import asyncio
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

import aiohttp
import discord
import structlog
from discord import app_commands
from discord.app_commands import locale_str

from cogs import bulletin, playing, reply, tasks, topics, zones
from cogs.asking import asker, language_soon, manner, moderated, public_language
from cogs.giving import present
from cogs.stream import deliver
from cogs.throttle import Throttle
from cogs.views import Feature, Tell, component
from maths.message import Message
from maths.puzzles.board import Board
from tutor import sheets
from tutor.daily import Daily
from tutor.days import moment
from tutor.engine import Tutor
from tutor.errors import (
    BoardBusyError,
    BoardGoneError,
    NotAllowedError,
    NotFoundError,
    PictureError,
    QuestionRefusedError,
    TutorError,
)
from tutor.learning import DailyPost, DailySetup, DraftProblem, Recap, Task, Turnout
from tutor.pictures import Page, Picture
from tutor.types import Language, Level, Question, Solution, Theme
from tutor.words import render, say

log = structlog.get_logger(__name__)

ACT = r"lemma:daily:act:(?P<act>preview|test|off)"
FOLLOW = "follow"
SEARCHED = 500  # messages looked through for a post that may stand there
RECOUNT = 5.0  # seconds: solvers are counted anew at most so often

_MISSING = {10003, 10004, 10008}  # unknown channel, guild, message
_CLOSED = {50001, 50013, 50083}  # no access, no permission, archived thread
_NEEDED = ("view_channel", "send_messages", "read_message_history")


class DailyProblem(Feature):
    group = app_commands.Group(
        name=locale_str("daily"),
        description=locale_str("For moderators: a problem in a channel every day"),
        default_permissions=discord.Permissions(manage_guild=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )

    def __init__(self, bot: discord.Client, tutor: Tutor, tell: Tell) -> None:
        self._bot = bot
        self._tutor = tutor
        self._running: asyncio.Task[None] | None = None
        self._recounts: dict[tuple[int, date], asyncio.Task[None]] = {}
        self._throttle = Throttle()
        self.components = (
            component(bulletin.TAKE, self._take, tell),
            component(bulletin.BELL, self._bell, tell),
            component(ACT, self._act, tell),
        )

    @property
    def _daily(self) -> Daily:
        if self._tutor.daily is None:
            raise NotFoundError(Message("There is no daily problem here."))
        return self._tutor.daily

    async def cog_load(self) -> None:
        if self._tutor.daily is not None:
            self._running = asyncio.create_task(self._run(self._tutor.daily))

    async def cog_unload(self) -> None:
        for task in (self._running, *self._recounts.values()):
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    async def _run(self, daily: Daily) -> None:
        await self._bot.wait_until_ready()
        await daily.run(self)

    @group.command(name=locale_str("setup"), description=locale_str("Post a problem every day, at your own local time"))
    @app_commands.rename(
        channel=locale_str("channel"),
        time=locale_str("time"),
        timezone=locale_str("timezone"),
        topic=locale_str("topics"),
        level=locale_str("level"),
        role=locale_str("role"),
    )
    @app_commands.describe(
        channel=locale_str("Where it is posted"),
        time=locale_str("When, on your clock: 9:00, 21:30, 9 pm"),
        timezone=locale_str("Whose clock: a city near you, like Asia/Seoul"),
        topic=locale_str("One topic or several with commas, or puzzles; without it, all topics"),
        level=locale_str("How hard; without it, it follows your results"),
        role=locale_str("A role to ping; members give it to themselves with a button"),
    )
    @app_commands.choices(
        level=[
            app_commands.Choice(name=locale_str("Follows your results"), value=FOLLOW),
            app_commands.Choice(name=locale_str("Beginner"), value="beginner"),
            app_commands.Choice(name=locale_str("Intermediate"), value="intermediate"),
            app_commands.Choice(name=locale_str("Advanced"), value="advanced"),
        ]
    )
    async def setup(  # noqa: PLR0913, PLR0917 - the options of the command
        self,
        interaction: discord.Interaction,
        channel: discord.TextChannel,
        time: str,
        timezone: str,
        topic: str = "",
        level: app_commands.Choice[str] | None = None,
        role: discord.Role | None = None,
    ) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        self._refuse_closed(channel)
        offered = await self._offered(interaction)
        keys = tuple(dict.fromkeys(_known(each, offered) for each in topic.split(",") if each.strip()))
        chosen = DailySetup(
            guild_id,
            channel.id,
            zones.minute_of(time),
            zones.zone_of(timezone),
            await public_language(self._tutor, interaction),
            Level(level.value) if level and level.value != FOLLOW else None,
            tuple(key for key in keys if key),
            role.id if role else None,
        )
        await self._daily.set_up(chosen)
        await self._panel(interaction, guild_id)

    async def _offered(self, interaction: discord.Interaction) -> tuple[str, ...]:
        """Topics, and puzzles by their kinds."""
        return (*await self._tutor.trainer.topics(asker(interaction)), *self._daily.puzzles)

    @setup.autocomplete("timezone")
    async def _complete_zone(self, _interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        return zones.choices(current)

    @setup.autocomplete("topic")
    async def _complete_topic(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        language = await language_soon(self._tutor, interaction)
        before, comma, last = current.rpartition(",")
        found = topics.choices(last, await self._offered(interaction), language)
        if not comma:
            return found
        return [
            app_commands.Choice(name=f"{before}, {one.name}"[:100], value=f"{before},{one.value}"[:100])
            for one in found
        ]

    @group.command(name=locale_str("show"), description=locale_str("What is set up; preview, test, switch off"))
    async def show(self, interaction: discord.Interaction) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._panel(interaction, guild_id)

    async def _panel(self, interaction: discord.Interaction, guild_id: int) -> None:
        spoken = await manner(self._tutor, interaction)
        setup = await self._setup(guild_id)
        view = bulletin.panel(setup, await self._daily.next_time(setup), spoken.language)
        await deliver(interaction, view, public=False)

    async def _setup(self, guild_id: int) -> DailySetup:
        setup = await self._daily.setup(guild_id)
        if setup is None:
            raise NotFoundError(Message("No daily problem is set up here. /daily setup does it."))
        return setup

    async def _act(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer()
        setup = await self._setup(guild_id)
        spoken = await manner(self._tutor, interaction)
        if match["act"] == "off":
            await self._daily.switch_off(setup)
            await self._panel(interaction, guild_id)
            return
        draft = await self._daily.sample(setup)
        picture = await self._shown(draft, setup.language)
        if match["act"] == "preview":
            view = bulletin.sample(draft, setup.language, picture, title=Message("Preview"))
            await interaction.followup.send(view=view, files=_files(view), ephemeral=True)
            return
        view = bulletin.sample(draft, setup.language, picture, title=Message("A test of the daily problem"))
        try:
            await self._send(setup.channel_id, view)
        except BoardBusyError as error:
            raise QuestionRefusedError(error.message) from error
        said = Message("A test was posted in {channel}.", channel=f"<#{setup.channel_id}>")
        await interaction.followup.send(view=reply.notice(say(said, spoken.language)), ephemeral=True)

    async def _take(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """The problem as the presser's own, seen by nobody else."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild_id, day = int(match["guild"]), date.fromordinal(int(match["day"]))
        if interaction.guild_id != guild_id:
            raise NotAllowedError(Message("This problem belongs to another server."))
        spoken = await manner(self._tutor, interaction)
        task = await self._daily.take(asker(interaction), guild_id, day)
        await present(self._tutor, interaction, task, spoken)

    async def _bell(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Give the presser the role that is pinged, or take it away."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        spoken = await manner(self._tutor, interaction)
        setup = await self._setup(int(match["guild"]))
        member = interaction.user
        if interaction.guild_id != setup.guild_id or not isinstance(member, discord.Member) or setup.role_id is None:
            raise NotFoundError(Message("There is no role for this any more."))
        role = discord.Object(setup.role_id)
        has = any(each.id == setup.role_id for each in member.roles)
        try:
            if has:
                await member.remove_roles(role)
            else:
                await member.add_roles(role)
        except (discord.Forbidden, discord.NotFound) as error:
            said = Message("I may not give roles here. A moderator can give you the role, or let me manage roles.")
            raise NotAllowedError(said) from error
        said = Message("🔕 You are not pinged any more.") if has else Message("🔔 You will be pinged.")
        await deliver(interaction, reply.notice(say(said, spoken.language)), public=False)

    async def solved(self, task: Task) -> None:
        """Count the solvers on the post of a task, soon; called whenever a daily problem was solved."""
        offer = await self._daily.offer_of(task)
        if offer is None or offer.post.message_id is None:
            return
        key = (offer.post.guild_id, offer.post.day)
        if key not in self._recounts:
            self._recounts[key] = asyncio.create_task(self._recount(*key))

    async def _recount(self, guild_id: int, day: date) -> None:
        try:
            await asyncio.sleep(RECOUNT)
            offer, setup = await self._daily.offer(guild_id, day), await self._setup(guild_id)
            if offer.post.message_id is None or not offer.open:
                return
            channel = await self._channel(offer.post.channel_id)
            message = await channel.fetch_message(offer.post.message_id)
            pictured = message.attachments[0].filename if message.attachments else ""
            view = bulletin.standing(setup, offer.post, _following(setup, day), offer.solvers, pictured=pictured)
            await message.edit(view=view)
        except (TutorError, discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("solvers_not_counted", guild=guild_id, reason=str(error))
        finally:
            self._recounts.pop((guild_id, day), None)

    # tutor.ports.Board

    async def post(self, setup: DailySetup, post: DailyPost, /) -> int:
        picture = await self._shown(post.problem.draft, setup.language)
        following = _following(setup, post.day)
        view = bulletin.post(setup, post, following, picture=picture)
        plain = bulletin.post(setup, post, following)
        sent = await self._send(setup.channel_id, view, plain, nonce=post.nonce, role_id=setup.role_id)
        return sent.id

    async def find(self, post: DailyPost, /) -> int | None:
        channel = await self._channel(post.channel_id)
        wanted = bulletin.take_id(post)
        after = datetime.combine(post.day, datetime.min.time(), UTC) - timedelta(days=1)
        await self._throttle.turn()
        try:
            async for message in channel.history(limit=SEARCHED, after=after, oldest_first=False):
                if self._bot.user is not None and message.author.id != self._bot.user.id:
                    continue
                if wanted in _custom_ids(message.components):
                    return message.id
        except discord.HTTPException as error:
            raise _trouble(error) from error
        except (aiohttp.ClientError, OSError) as error:
            raise BoardBusyError(_FAILED) from error
        return None

    async def reveal(self, setup: DailySetup, post: DailyPost, turnout: Turnout, /) -> None:
        language, draft = setup.language, post.problem.draft
        if draft.puzzle is not None:
            picture = await self._board(draft.puzzle.solved_board, language)
            pages = playing.solution(draft.puzzle, language, picture)
            await self._in_thread(setup, post, pages, bulletin.outcome(turnout, language))
            return
        question = Question(render(draft.statement, language), draft.level, language)
        solution = None if draft.guild_id else await self._tutor.worked(question)
        if solution is None:
            view = plain = tasks.own_solution(draft, language)
        else:
            picture = await self._solution_picture(solution)
            plain = reply.worked(solution, "lemma-solution")
            view = reply.worked(solution, "lemma-solution", picture)
        await self._in_thread(setup, post, [(view, plain)], bulletin.outcome(turnout, language))

    async def recap(self, setup: DailySetup, recap: Recap, /) -> None:
        await self._send(setup.channel_id, bulletin.recap(setup, recap))

    async def warn(self, setup: DailySetup, reason: Message, /) -> None:
        said = Message(
            "The daily problem was switched off: {reason} /daily setup switches it on again.",
            reason=say(reason, setup.language),
        )
        view = reply.notice(say(said, setup.language))
        guild = self._bot.get_guild(setup.guild_id)
        if guild is None:
            return
        for channel in (guild.public_updates_channel, guild.system_channel):
            if channel is not None and channel.id != setup.channel_id:
                with suppress(discord.HTTPException):
                    await channel.send(view=view)
                    return
        with suppress(discord.HTTPException):
            owner = await self._bot.fetch_user(guild.owner_id or 0)
            await owner.send(view=view)

    async def _in_thread(
        self, setup: DailySetup, post: DailyPost, pages: list[tuple[reply.Layout, reply.Layout]], outcome: str
    ) -> None:
        """In a thread of the post; in the channel itself where no thread can be opened. Each page has a plain form."""
        channel = await self._channel(post.channel_id)
        name = say(Message("Solution"), setup.language)
        place: discord.abc.Messageable = channel
        try:
            message = channel.get_partial_message(post.message_id or 0)
            await self._throttle.turn()
            place = await message.create_thread(name=name, auto_archive_duration=1440)
        except discord.HTTPException as error:
            log.info("no_thread", guild=setup.guild_id, reason=str(error))
        for view, plain in pages:
            await self._send_to(place, view, plain)
        await self._send_to(place, reply.notice(outcome), None)

    async def _channel(self, channel_id: int) -> discord.TextChannel:
        try:
            found = self._bot.get_channel(channel_id) or await self._bot.fetch_channel(channel_id)
        except discord.HTTPException as error:
            raise _trouble(error) from error
        except (aiohttp.ClientError, OSError) as error:
            raise BoardBusyError(_FAILED) from error
        if not isinstance(found, discord.TextChannel):
            raise BoardGoneError(_GONE)
        return found

    async def _send(
        self,
        channel_id: int,
        view: reply.Layout,
        plain: reply.Layout | None = None,
        *,
        nonce: str | None = None,
        role_id: int | None = None,
    ) -> discord.Message:
        return await self._send_to(await self._channel(channel_id), view, plain, nonce=nonce, role_id=role_id)

    async def _send_to(
        self,
        place: discord.abc.Messageable,
        view: reply.Layout,
        plain: reply.Layout | None = None,
        *,
        nonce: str | None = None,
        role_id: int | None = None,
    ) -> discord.Message:
        """Send; without its files where Lemma may not attach any. Only the role moderators chose is pinged."""
        allowed = discord.AllowedMentions.none()
        if role_id is not None:
            allowed = discord.AllowedMentions(everyone=False, users=False, roles=[discord.Object(role_id)])
        more: dict[str, Any] = {} if nonce is None else {"nonce": nonce}
        await self._throttle.turn()
        try:
            return await place.send(view=view, files=_files(view), allowed_mentions=allowed, **more)
        except discord.Forbidden as error:
            if not view.files or plain is None:
                raise _trouble(error) from error
            return await self._send_to(place, plain, nonce=nonce, role_id=role_id)
        except discord.HTTPException as error:
            raise _trouble(error) from error
        except (aiohttp.ClientError, OSError) as error:
            raise BoardBusyError(_FAILED) from error

    async def _shown(self, draft: DraftProblem, language: Language) -> Picture | None:
        """The board of a puzzle, the words of another problem where they need it."""
        if draft.puzzle is not None:
            return await self._board(draft.puzzle.board, language)
        return await self._statement(render(draft.statement, language), language)

    async def _board(self, board: Board | None, language: Language) -> Picture | None:
        if board is None or not self._tutor.draws:
            return None
        try:
            return await self._tutor.board(board, language, Theme.DARK)
        except PictureError as error:
            log.warning("no_picture", reason=str(error))
            return None

    async def _statement(self, said: str, language: Language) -> Picture | None:
        """A problem as a picture where text shows its formulas badly."""
        if not self._tutor.draws or not sheets.needs_a_picture(said):
            return None
        try:
            return await self._tutor.typeset(Page(said, language, Theme.DARK))
        except PictureError as error:
            log.warning("no_picture", reason=str(error))
            return None

    async def _solution_picture(self, solution: Solution) -> Picture | None:
        try:
            return await self._tutor.picture(solution, Theme.DARK)
        except PictureError as error:
            log.warning("no_picture", reason=str(error))
            return None

    def _refuse_closed(self, channel: discord.TextChannel) -> None:
        """Raises NotAllowedError with what is missing where Lemma could not post."""
        has = channel.permissions_for(channel.guild.me)
        missing = [name.replace("_", " ") for name in _NEEDED if not getattr(has, name)]
        if missing:
            raise NotAllowedError(
                Message(
                    "I cannot post in {channel}. Please allow me: {missing}.",
                    channel=channel.mention,
                    missing=", ".join(missing),
                )
            )


def _known(typed: str, offered: tuple[str, ...]) -> str:
    """The key of a topic. Raises NotFoundError."""
    key = topics.key_of(typed.strip(), offered)
    if key and key not in offered:
        raise NotFoundError(Message("There is no topic called {name}.", name=typed.strip()[:100]))
    return key


def _following(setup: DailySetup, day: date) -> datetime:
    """When the next day's problem is due, and with it the solution of this one."""
    return moment(day + timedelta(days=1), setup.minute, setup.time_zone)


def _files(view: reply.Layout) -> list[discord.File]:
    return [attached.file() for attached in view.files or ()]


def _custom_ids(components: Any) -> Iterator[str]:  # noqa: ANN401 - discord.py's components, nested
    for one in components:
        if custom_id := getattr(one, "custom_id", None):
            yield custom_id
        yield from _custom_ids(getattr(one, "children", ()))


def _trouble(error: discord.HTTPException) -> BoardGoneError | BoardBusyError:
    if error.code in _MISSING:
        return BoardGoneError(_GONE)
    if error.code in _CLOSED or isinstance(error, discord.Forbidden):
        return BoardGoneError(_SHUT)
    return BoardBusyError(_FAILED)


_GONE = Message("Its channel is gone.")
_SHUT = Message("I may not write in its channel any more.")
_FAILED = Message("Discord did not take the message. I will try again.")
