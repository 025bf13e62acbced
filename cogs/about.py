"""/help and /about."""

import discord
from discord import app_commands
from discord.app_commands import locale_str

from cogs import reply, text, wording
from cogs.asking import manner
from cogs.stream import deliver
from cogs.views import Feature
from maths.message import Message
from maths.verdict import Standing
from tutor.engine import Tutor
from tutor.types import Language, Writer
from tutor.words import say

EXAMPLES = (
    Message("3x^2 + 4x + 5 = 1"),
    Message("∫(x^2 + 3x + 2)dx"),
    Message("eigenvalues of [[1, 2], [3, 4]]"),
)
STANDINGS = {
    Standing.VERIFIED: Message(
        "**Verified**: exact mathematics found the answer in two independent ways that agree. No model was trusted."
    ),
    Standing.CROSS_CHECKED: Message(
        "**Cross-checked**: a model solved the problem and also put it into formulas; executed exactly, they gave the "
        "same answer. Most such answers are right; the reply says how often, where it was measured."
    ),
    Standing.UNCHECKED: Message("**Not checked**: nothing could confirm it. Check it yourself."),
    Standing.REFUTED: Message("**Refuted**: what was found is wrong, so it is not shown."),
}


class About(Feature):
    def __init__(self, tutor: Tutor, version: str) -> None:
        self._tutor = tutor
        self._version = version

    @app_commands.command(name=locale_str("help"), description=locale_str("What to type, and what the answers mean"))
    async def help(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        spoken = await manner(self._tutor, interaction)
        await deliver(interaction, reply.notice(_help(spoken.language)), public=False)

    @app_commands.command(name=locale_str("about"), description=locale_str("What Lemma is, and which model writes"))
    async def about(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        spoken = await manner(self._tutor, interaction)
        told = _about(self._version, self._tutor.writer, spoken.language)
        await deliver(interaction, reply.notice(told), public=False)


def _help(language: Language) -> str:
    command = say(Message("/solve problem:"), language)
    return "\n".join(
        (
            reply.heading(Message("How to ask Lemma"), language),
            say(Message("Type /solve and your problem, as a formula or in words:"), language),
            *(f"- `{command} {say(example, language)}`" for example in EXAMPLES),
            say(
                Message("Or open the menu of any message, then Apps, then “Solve this message”."),
                language,
            ),
            say(
                Message(
                    "Under an answer: Simpler and Deeper explain it at another level; Report tells the moderators."
                ),
                language,
            ),
            say(
                Message("/plot draws functions, curves and inequalities. /latex shows a formula as in a book."),
                language,
            ),
            reply.heading(Message("Practise"), language, small=True),
            say(
                Message(
                    "/practice gives you problems at your level, with hints; /review brings back what you got wrong; "
                    "/progress shows how you are doing."
                ),
                language,
            ),
            say(
                Message(
                    "/explain gives you a lesson with a verified example and quick questions; /ask takes any question, "
                    "and a thread to go on in."
                ),
                language,
            ),
            say(
                Message("/puzzle play gives you a puzzle with one solution, hints link by link, and how it is found."),
                language,
            ),
            say(
                Message("/argue says whether an argument is valid, with a counterexample where it is not."),
                language,
            ),
            say(Message("/practice sheet prints problems with an answer key on a page of its own."), language),
            say(
                Message("/code writes a program, or makes yours better; Python is run and the reply says how."),
                language,
            ),
            reply.heading(Message("What the answers mean"), language, small=True),
            *(f"{wording.ICONS[standing]} {say(meaning, language)}" for standing, meaning in STANDINGS.items()),
            reply.heading(Message("Yours to decide"), language, small=True),
            say(
                Message(
                    "/preferences sets your language, level, theme, time zone and reminders. /history shows your own "
                    "questions."
                ),
                language,
            ),
            say(Message("/mydata shows what is kept of you, gives it to you as a file, or deletes it."), language),
        )
    )


def _about(version: str, writer: Writer | None, language: Language) -> str:
    return "\n".join(
        (
            f"## Lemma {text.escape(version)}",
            say(Message("A maths tutor: a language model writes, mathematics decides."), language),
            *(say(sentence, language) for sentence in _model(writer)),
        )
    )


def _model(writer: Writer | None) -> tuple[Message, ...]:
    mend = Message("For a real one, the operator can set `LEMMA_MODEL__BACKEND=ollama` and `LEMMA_MODEL__NAME`.")
    match writer:
        case None:
            return (Message("No language model is connected: mathematics alone answers."), mend)
        case Writer(name, demonstration=True):
            demonstration = Message(
                "Connected: {model}, a tiny demonstration model. It shows how Lemma works and cannot do mathematics; "
                "verified answers never come from it.",
                model=text.escape(name),
            )
            return (demonstration, mend)
        case Writer(name):
            return (Message("Explanations are written by {model}.", model=text.escape(name)),)
