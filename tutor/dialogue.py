"""`Dialogues`: free questions and what follows them. Every method raises only `TutorError`.

Each question is first put to exact mathematics: what that decides is answered by it, with the way to the solution.
Else a model answers, and no line of it that mathematics refutes is shown. A model is told of the newest turns and of a
summary of the others, so that a conversation may go on for as long as people like.
"""

from __future__ import annotations

import re
import time
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import structlog

from maths.message import Message
from maths.verdict import Standing
from tutor import teaching
from tutor.adapted import adapted
from tutor.crosscheck import in_digits, in_words
from tutor.errors import ModelError, NotAllowedError, NotFoundError, PromptTooLongError, TooBusyError
from tutor.explaining import heads
from tutor.ports import Text
from tutor.prose import Prose, ProseWriter, WithheldError
from tutor.solver import decided, demonstration, refuse
from tutor.talk import Opening, Reply, Summary, Talk, Turn
from tutor.types import Progress, Question, Stage, Voucher

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from tutor.lesson import Lesson
    from tutor.ports import Checker, LanguageModel, Prompt
    from tutor.stores import History, Talks
    from tutor.talk import TalkPage
    from tutor.types import Asker

log = structlog.get_logger(__name__)

NEWEST = 3  # turns that a model is told of word by word
TURN_CHARACTERS = 900  # of one of them
ABOUT_CHARACTERS = 1_500
SUMMARY_CHARACTERS = 1_500
OLDER_CHARACTERS = 4_000  # told to a model that is to summarise them
HEAD_CHARACTERS = 100  # of an older question where nothing summarises it
TITLE_CHARACTERS = 80
PAGE_SIZE = 5

_SIGNS = re.compile(r"[=<>≤≥≠^√∫∑∏±×÷$\\]|\d|(?<=\w)[*/+](?=\w)")
_ORDERS = re.compile(
    r"\b(?:solve|calculate|compute|evaluate|simplify|factori[sz]e|factor|expand|differentiate|integrate|prove|convert|"
    r"find|determine|how many|how much|work out)\b"
    r"|풀어|푸시오|풀이|구하|구해|계산|간단히|인수분해|전개|미분하|적분하|증명|몇\s|얼마",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A turn that was stored, and the conversation without it."""

    talk: Talk
    turn: Turn


class Dialogues:
    """Conversations of people."""

    def __init__(self, talks: Talks, history: History, checker: Checker, model: LanguageModel | None) -> None:
        self._talks = talks
        self._history = history
        self._checker = checker
        self._model = model
        self._prose = ProseWriter(checker)

    async def ask(
        self, asker: Asker, question: Question, *, shared: bool, adapter: str | None = None, ideas_only: bool = False
    ) -> AsyncGenerator[Progress | Said]:
        """Begin a conversation with a question: progress, then its first turn, stored."""
        yield Progress(Stage.READING)
        refuse(question.text)
        reply: Reply | None = None
        bare = Talk(0, asker, datetime.now(UTC), Opening(_title(question.text), question.level, question.language))
        async with aclosing(self._replied(bare, asker, question, adapter, ideas_only=ideas_only)) as updates:
            async for update in updates:
                if isinstance(update, Reply):
                    reply = update
                else:
                    yield update
        if reply is not None:
            talk = await self._talks.begin(asker, replace(bare.opening, shared=shared))
            yield Said(talk, await self._talks.add(talk.id, asker, question.text, reply))

    async def about(self, asker: Asker, lesson: Lesson, *, shared: bool) -> Talk:
        """The conversation about a lesson: that of everybody who reads it, or one of the asker's own."""
        if shared and (known := await self._talks.about(lesson.id)) is not None:
            return known
        request = lesson.draft.request
        about = heads(lesson.draft, request.language)[:ABOUT_CHARACTERS]
        opening = Opening(_title(lesson.draft.title), request.level, request.language, about, lesson.id, shared)
        return await self._talks.begin(asker, opening)

    async def talk(self, asker: Asker, talk_id: int) -> Talk:
        """One's own, or a shared one of the guild the asker stands in. Raises NotFoundError, NotAllowedError."""
        talk = await self._talks.get(talk_id)
        if talk.asker.user_id == asker.user_id:
            return talk
        if asker.guild_id is None or talk.asker.guild_id != asker.guild_id:
            raise NotFoundError(Message("This conversation is not kept any more. Begin a new one with /ask."))
        if not talk.opening.shared:
            raise NotAllowedError(Message("This conversation is somebody else's. Begin your own with /ask."))
        return talk

    async def page(self, asker: Asker, page: int) -> TalkPage:
        """The asker's own, newest first."""
        return await self._talks.page(asker.user_id, page, PAGE_SIZE)

    async def move(self, talk: Talk, thread_id: int | None) -> None:
        """Remember the thread in which a conversation goes on; None where it is gone."""
        await self._talks.move(talk.id, thread_id)

    async def reply(
        self, asker: Asker, talk_id: int, question: Question, adapter: str | None = None, *, ideas_only: bool = False
    ) -> AsyncGenerator[Progress | Said]:
        """Go on with a conversation, at its own level: progress, then the turn, stored."""
        yield Progress(Stage.READING)
        refuse(question.text)
        talk = await self.talk(asker, talk_id)
        question = replace(question, level=talk.opening.level)
        async with aclosing(self._replied(talk, asker, question, adapter, ideas_only=ideas_only)) as updates:
            async for update in updates:
                if isinstance(update, Reply):
                    yield Said(talk, await self._talks.add(talk_id, asker, question.text, update))
                else:
                    yield update

    async def is_problem(self, text: str) -> bool:
        """Whether a question may be a problem to solve; one about an idea alone has no number and no order in it."""
        if _SIGNS.search(text) or _ORDERS.search(text) or in_digits(text) or in_words(text) - {"1"}:
            return True
        return (await self._checker.decide(text)).answer is not None

    async def _replied(
        self, talk: Talk, asker: Asker, question: Question, adapter: str | None, *, ideas_only: bool
    ) -> AsyncGenerator[Progress | Reply]:
        started = time.monotonic()
        yield Progress(Stage.DECIDING)
        worked = await self._checker.work(question.text, question.level)
        if (answer := worked.decision.answer) is not None:
            record = await self._history.add(asker, decided(question, worked, time.monotonic() - started))
            yield Reply("", Voucher.MATHEMATICS, answer, record.id, seconds=time.monotonic() - started)
            return
        if self._model is None:
            yield Reply("", Voucher.MATHEMATICS, notes=(_NO_MODEL,))
            return
        model = adapted(self._model, adapter)
        try:
            async with aclosing(self._written(model, talk, asker, question, ideas_only=ideas_only)) as updates:
                async for update in updates:
                    if isinstance(update, Progress):
                        yield update
                    else:
                        seconds, notes = time.monotonic() - started, demonstration(model.writer)
                        yield Reply(update.text, update.voucher, None, None, model.writer, update.tries, seconds, notes)
        except WithheldError as error:
            notes = (Message("What the language model answered stayed wrong, so it is not shown: {reason}.",
                             reason=error.reason),)  # fmt: skip
            yield Reply("", Voucher.MODEL, None, None, model.writer, error.tries, time.monotonic() - started, notes)
        except (ModelError, TooBusyError) as error:
            log.warning("model_failed", model=model.writer.label, error=str(error))
            yield Reply("", Voucher.MODEL, notes=(_MODEL_MISSING, error.message))

    async def _written(
        self, model: LanguageModel, talk: Talk, asker: Asker, question: Question, *, ideas_only: bool
    ) -> AsyncGenerator[Progress | Prose]:
        """A model's answer in its context; in a shorter one where that does not fit."""
        context = await self._context(model, talk, asker)

        def prose(before: str) -> AsyncGenerator[Progress | Prose]:
            def prompt(rejected: Sequence[str]) -> Prompt:
                asked = teaching.reply(
                    question.text, before, question.level, question.language, rejected, ideas_only=ideas_only
                )
                return replace(asked, asker=asker)

            return self._prose.write(model, prompt, question.language, question.text)

        try:
            async with aclosing(prose(context)) as updates:
                async for update in updates:
                    yield update
        except PromptTooLongError:
            async with aclosing(prose(remembered(talk, newest=1))) as updates:
                async for update in updates:
                    yield update

    async def _context(self, model: LanguageModel, talk: Talk, asker: Asker) -> str:
        """What a model is told of the conversation; older turns are summarised by it, or told by their heads."""
        older = [turn for turn in talk.turns[:-NEWEST] if talk.summary is None or turn.id > talk.summary.upto]
        if not older or model.writer.demonstration:
            return remembered(talk)
        if len(older) < NEWEST and talk.summary is not None:  # not with every turn
            return remembered(talk, newest=NEWEST + len(older))
        known = [talk.summary.text] if talk.summary else []
        text = "\n\n".join([*known, *(_word_by_word(turn) for turn in older)])[-OLDER_CHARACTERS:]
        prompt = replace(teaching.recap(text, talk.opening.language), asker=asker)
        try:
            async with aclosing(model.stream(prompt)) as pieces:
                made = "".join([piece.text async for piece in pieces if isinstance(piece, Text)]).strip()
        except (ModelError, TooBusyError) as error:
            log.warning("not_summarised", model=model.writer.label, error=str(error))
            return remembered(talk)
        if not made or (await self._checker.audit(made)).standing is Standing.REFUTED:
            return remembered(talk)
        summary = Summary(made[:SUMMARY_CHARACTERS], older[-1].id)
        await self._talks.summarise(talk.id, summary)
        return remembered(replace(talk, summary=summary))


def remembered(talk: Talk, newest: int = NEWEST) -> str:
    """What is told of a conversation without asking anybody: what it is about, the older turns in short, the newest.

    Bounded, however long the conversation is.
    """
    parts = [talk.opening.about[:ABOUT_CHARACTERS]] if talk.opening.about else []
    told = talk.turns[-newest:]
    upto = talk.summary.upto if talk.summary else 0
    if talk.summary is not None:
        parts.append(talk.summary.text)
    between = [turn for turn in talk.turns[: len(talk.turns) - len(told)] if turn.id > upto]
    parts += [f"? {_cut(turn.question, HEAD_CHARACTERS)}" for turn in between[-2 * NEWEST :]]
    parts += [_word_by_word(turn) for turn in told]
    return "\n\n".join(parts)


def _word_by_word(turn: Turn) -> str:
    said = turn.reply.text
    if turn.reply.answer is not None:
        said = f"= ${turn.reply.answer.latex}$"
    return f"? {_cut(turn.question, TURN_CHARACTERS // 2)}\n> {_cut(said, TURN_CHARACTERS // 2) or '—'}"


def _cut(text: str, limit: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def _title(text: str) -> str:
    return _cut(text, TITLE_CHARACTERS)


_NO_MODEL = Message(
    "Mathematics alone does not decide this question, and no language model is connected. Write it as a formula or a "
    "short request, for example: solve 2x + 3 = 11"
)
_MODEL_MISSING = Message("The language model could not answer, and mathematics alone does not decide this question.")
