"""/explain: a lesson for everybody to read, and its quick questions, which everybody answers for themselves alone.

The lesson is public, so that a study group reads it together; each reader's answers, and what they come to, are shown
to that reader only.
"""

import re
import time

import discord
from discord import app_commands
from discord.app_commands import locale_str

from cogs import hinting, lessons, pictured, topics, underway
from cogs.asking import asker, language_soon, manner
from cogs.pace import Pace
from cogs.reply import Layout
from cogs.stream import Edits, Tempo, deliver
from cogs.underway import Shown, Underway
from cogs.views import Feature, Tell, chosen, component
from maths.generating.topics.all import TOPICS
from maths.message import Message
from tutor import sheets
from tutor.engine import Manner, Tutor
from tutor.explaining import TOPIC_CHARACTERS
from tutor.lesson import MATHEMATICS, Lesson, Request
from tutor.pictures import Picture
from tutor.types import Language, Level, Look, Progress, Question
from tutor.words import say

LESSONS, SECONDS = 3, 20.0  # per person
SUBJECT_CHARACTERS = 60
_SUBJECTS = (
    Message("Mathematics"),
    Message("Physics"),
    Message("Chemistry"),
    Message("Biology"),
    Message("Computer science"),
    Message("History"),
    Message("Geography"),
    Message("Economics"),
    Message("Philosophy"),
    Message("Language and literature"),
    Message("Music"),
    Message("Art"),
)


class Explain(Feature):
    def __init__(self, tutor: Tutor, tell: Tell, tempo: Tempo) -> None:
        self._tutor = tutor
        self._tempo = tempo
        self._underway: Underway[Lesson] = Underway()
        self._pace = Pace(LESSONS, SECONDS)
        self.components = (
            component(lessons.PAGE, self._turn, tell),
            component(lessons.QUIZ, self._quiz, tell),
            component(lessons.ANSWER, self._answer, tell),
            component(lessons.LIST, self._list, tell),
            component(lessons.SHOW, self._show, tell),
        )

    @property
    def underway(self) -> Underway[Lesson]:
        """Lessons that are being written, for the button that stops them."""
        return self._underway

    @app_commands.command(
        name=locale_str("explain"), description=locale_str("A short lesson with a worked example and quick questions")
    )
    @app_commands.rename(topic=locale_str("topic"), subject=locale_str("subject"), level=locale_str("level"))
    @app_commands.describe(
        topic=locale_str("Pick a topic, or type anything you want explained"),
        subject=locale_str("Mathematics without it; anything else is explained, but never checked"),
        level=locale_str("How to explain it; without it, your own level"),
    )
    @app_commands.choices(
        level=[
            app_commands.Choice(name=locale_str("Beginner"), value="beginner"),
            app_commands.Choice(name=locale_str("Intermediate"), value="intermediate"),
            app_commands.Choice(name=locale_str("Advanced"), value="advanced"),
        ]
    )
    async def explain(
        self,
        interaction: discord.Interaction,
        topic: app_commands.Range[str, 1, TOPIC_CHARACTERS],
        subject: app_commands.Range[str, 1, SUBJECT_CHARACTERS] = "",
        level: app_commands.Choice[str] | None = None,
    ) -> None:
        if wait := self._pace.wait(interaction.user.id, time.monotonic()):
            raise app_commands.CommandOnCooldown(app_commands.Cooldown(LESSONS, SECONDS), wait)
        private = await hinting.private_soon(self._tutor, interaction)
        await interaction.response.defer(thinking=True, ephemeral=private)
        await hinting.refuse_in_exam(self._tutor, interaction)
        spoken = await manner(self._tutor, interaction)
        request = wanted(topic, subject, Level(level.value) if level else spoken.level, spoken.language)
        if not request.key and await self._as_problem(interaction, request):
            return
        await self._give(interaction, request, spoken, public=not private)

    @explain.autocomplete("topic")
    async def _complete(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        language = await language_soon(self._tutor, interaction)
        found = topics.choices(current, TOPICS, language)
        return [choice for choice in found if choice.value]

    @explain.autocomplete("subject")
    async def _subjects(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        language = await language_soon(self._tutor, interaction)
        names = [say(subject, language) for subject in _SUBJECTS]
        folded = current.casefold()
        return [app_commands.Choice(name=name, value=name) for name in names if folded in name.casefold()]

    async def _as_problem(self, interaction: discord.Interaction, request: Request) -> bool:
        """Whether hints come first here and this is a problem in the place of a topic: then they are shown."""
        laddering = self._tutor.laddering
        if laddering is None or not await hinting.wanted(self._tutor, interaction):
            return False
        if not await self._tutor.dialogues.is_problem(request.topic):
            return False
        question = Question(request.topic, request.level, request.language)
        return await hinting.instead(self._tutor, interaction, question)

    async def _give(self, interaction: discord.Interaction, request: Request, spoken: Manner, *, public: bool) -> None:
        who, owner = asker(interaction), interaction.user.id
        updates = self._tutor.explaining.explain(who, request, await self._tutor.adapter(who))

        stands: list[Picture | None] = [None]

        def waiting(update: Progress, lesson: Lesson | None, there: bool) -> Layout:  # noqa: FBT001 - of a callback
            if lesson is None:
                return lessons.waiting(update, request.topic, request.language, run=interaction.id, owner=owner)
            picture = stands[-1] if there else None
            return lessons.layout(lesson, picture=picture, update=update, run=interaction.id, owner=owner)

        async def ready(lesson: Lesson) -> Shown:
            stands.append(await self._drawn(interaction, lesson, spoken.look))
            return _shown(lesson, stands[-1])

        edits = Edits(interaction, self._tempo, public=public)
        given = await self._underway.follow(interaction, updates, edits, waiting, ready)
        if given is None:
            sentence = Message("🛑 Cancelled. Nothing was kept. Use /explain to ask again.")
            await deliver(interaction, underway.ended(sentence, request.language), public=public)

    async def _drawn(self, interaction: discord.Interaction, lesson: Lesson, look: Look) -> Picture | None:
        """A lesson as pictures, where they read better than text."""
        markdown = lessons.markdown(lesson.draft)
        if look is Look.TEXT or not sheets.needs_a_picture(markdown):
            return None
        spoken = Manner(lesson.draft.request.language, lesson.draft.request.level, look)
        return await pictured.page(self._tutor, interaction, markdown, spoken)

    async def _turn(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Turn a page: in place for whom the lesson was given, beside it for others."""
        message = interaction.message
        own = interaction.user.id == int(match["owner"]) or (message is not None and message.flags.ephemeral)
        if own:
            await interaction.response.defer()
        else:
            await interaction.response.defer(ephemeral=True, thinking=True)
        await hinting.refuse_in_exam(self._tutor, interaction)
        lesson = await self._tutor.explaining.lesson(asker(interaction), int(match["lesson"]))
        await deliver(interaction, lessons.layout(lesson, int(match["page"])), public=False)

    async def _quiz(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """The questions for whoever presses, for their eyes only."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await hinting.refuse_in_exam(self._tutor, interaction)
        found = await self._tutor.explaining.chosen(asker(interaction), int(match["lesson"]))
        await deliver(interaction, lessons.quiz(found), public=False)

    async def _answer(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await hinting.refuse_in_exam(self._tutor, interaction)
        answered = await self._tutor.explaining.answer(
            asker(interaction), int(match["lesson"]), int(match["place"]), int(match["choice"]), interaction.id
        )
        await deliver(interaction, lessons.quiz(answered.chosen, answered), public=False)

    async def _list(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """One's own lessons, in the place of the page before or of /history."""
        await interaction.response.defer()
        spoken = await manner(self._tutor, interaction)
        listed = await self._tutor.explaining.page(asker(interaction), int(match["page"]))
        await deliver(interaction, lessons.listing(listed, spoken.language), public=False)

    async def _show(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await hinting.refuse_in_exam(self._tutor, interaction)
        lesson = await self._tutor.explaining.lesson(asker(interaction), int(chosen(interaction)))
        spoken = await manner(self._tutor, interaction)
        shown = _shown(lesson, await self._drawn(interaction, lesson, spoken.look))
        await deliver(interaction, shown.view, instead=shown.instead, public=False)


def _shown(lesson: Lesson, picture: Picture | None) -> Shown:
    plain = lessons.layout(lesson)
    return Shown(plain) if picture is None else Shown(lessons.layout(lesson, picture=picture), plain)


def wanted(topic: str, subject: str, level: Level, language: Language) -> Request:
    """What is asked for: a topic of practice by any of its names, unless another subject is named."""
    key = topics.key_of(topic, TOPICS)
    bare = Request(topic, subject, level, language)
    return Request(topic, subject or MATHEMATICS, level, language, key) if bare.mathematical and key in TOPICS else bare
