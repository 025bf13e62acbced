"""Lessons: `Explainer` makes them, `Explaining` keeps them and marks answers. They raise only `TutorError`."""

from __future__ import annotations

import asyncio
import re
from contextlib import aclosing
from dataclasses import replace
from random import Random, SystemRandom
from typing import TYPE_CHECKING

import structlog

from maths.generating.topics.all import TOPICS
from maths.message import Message
from maths.verdict import Worked
from tutor import teaching
from tutor.adapted import adapted
from tutor.errors import ModelError, NotFoundError, QuestionRefusedError, TooBusyError
from tutor.learning import Mark
from tutor.lesson import Answered, Check, Chosen, DraftLesson, Part, PartKind
from tutor.lessons.text import told
from tutor.practice import SEEDS, draft_of
from tutor.prose import Prose, ProseWriter, WithheldError
from tutor.solver import decided, demonstration, refuse
from tutor.types import Progress, Question, Stage, Voucher
from tutor.words import render, say

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from maths.generating.exercise import Exercise
    from tutor.lesson import Lesson, LessonPage, Request
    from tutor.lessons.text import Told
    from tutor.ports import Checker, LanguageModel, ProblemMaker, QuizMaker
    from tutor.practice import Trainer
    from tutor.stores import Lessons
    from tutor.types import Asker, Language, Solution, Writer

log = structlog.get_logger(__name__)

QUESTIONS = 3  # of a lesson
TRIES = 12  # seeds drawn for them
TOPIC_CHARACTERS = 200
PAGE_SIZE = 5

_HEADINGS = {
    PartKind.DEFINITION: ("definition", "정의"),
    PartKind.INTUITION: ("intuition", "직관"),
    PartKind.EXAMPLE: ("example", "예", "예시", "예제"),
    PartKind.MISTAKE: ("mistake", "common mistake", "실수", "흔한 실수"),
}
_KIND_OF = {name: kind for kind, names in _HEADINGS.items() for name in names}
_HEADING = re.compile(r"^\s*(?:#{1,6}\s*|\*\*)(?P<name>[^#*:\n]{1,40}?)\s*:?\s*(?:\*\*)?\s*:?\s*$")
_PROBLEM = re.compile(
    r"^\s*\**(?:problem|문제)\**\s*[:：]\s*\**\s*(?P<problem>\S.*?)\s*$", re.IGNORECASE | re.MULTILINE
)
_MISSING = Message("the headings asked for are missing")


class Explainer:
    """Makes lessons. Remembers nobody."""

    def __init__(
        self,
        checker: Checker,
        maker: ProblemMaker,
        quizzes: QuizMaker,
        model: LanguageModel | None,
        *,
        chance: Random | None = None,
    ) -> None:
        self._checker = checker
        self._maker = maker
        self._quizzes = quizzes
        self._model = model
        self._prose = ProseWriter(checker)
        self._chance = chance or SystemRandom()

    async def explain(
        self, request: Request, asker: Asker | None = None, adapter: str | None = None
    ) -> AsyncGenerator[Progress | DraftLesson]:
        """Progress and lessons; the last lesson is final. Raises QuestionRefusedError, TooBusyError, ModelError.

        A topic of practice is whole without a model, and comes at once; the same with a model's intuition may follow.
        What else is explained is a model's text.
        """
        yield Progress(Stage.READING)
        refuse(request.topic)
        if len(request.topic) > TOPIC_CHARACTERS:
            raise QuestionRefusedError(
                Message("Name the topic in at most {limit} characters; /ask takes whole questions.",
                        limit=TOPIC_CHARACTERS)
            )  # fmt: skip
        model = adapted(self._model, adapter) if self._model else None
        text = told(request.key, request.level, request.language) if request.key else None
        lesson = self._of_practice(request, text, model, asker) if text else self._of_model(request, model, asker)
        async with aclosing(lesson) as updates:
            async for update in updates:
                yield update

    async def _of_practice(
        self, request: Request, text: Told, model: LanguageModel | None, asker: Asker | None
    ) -> AsyncGenerator[Progress | DraftLesson]:
        """What people wrote and mathematics decides, at once; then the same with a model's intuition beside ours."""
        title = say(TOPICS[request.key].title, request.language)
        yield Progress(Stage.DECIDING)
        for_example, for_checks = (Random(self._chance.randrange(SEEDS)) for _ in range(2))  # noqa: S311 - not secret
        example, found = await asyncio.gather(self._example(request, for_example), self._checks(request, for_checks))
        seen = example.question.text if example else ""
        checks = tuple(check for check in found if render(check.draft.statement, request.language) != seen)[:QUESTIONS]
        parts = (
            Part(PartKind.DEFINITION, text.definition, Voucher.PEOPLE),
            Part(PartKind.INTUITION, text.intuition, Voucher.PEOPLE),
            Part(PartKind.MISTAKE, text.mistake, Voucher.PEOPLE),
        )
        notes = () if len(checks) == QUESTIONS else (_FEWER,)
        alone = DraftLesson(request, title, parts, example, checks, notes=notes)
        yield alone
        if model is None or model.writer.demonstration:
            return
        said = f"{text.definition}\n{text.intuition}"
        written = self._prose.write(
            model,
            lambda rejected: replace(teaching.intuition(request, title, said, rejected), asker=asker),
            request.language,
            complaint=lambda prose: _MISSING if _parts(prose, Voucher.MODEL) else None,
        )
        try:
            async with aclosing(written) as updates:
                async for update in updates:
                    if isinstance(update, Prose):
                        added = Part(PartKind.OTHER_INTUITION, update.text, update.voucher)
                        yield replace(alone, parts=_in_order((*parts, added)), model=model.writer)
                    else:
                        yield update
        except WithheldError:
            yield replace(alone, notes=(*notes, _LEFT_OUT))
        except (ModelError, TooBusyError) as error:
            log.warning("model_failed", model=model.writer.label, error=str(error))
            yield replace(alone, notes=(*notes, _NOT_ADDED))

    async def _example(self, request: Request, chance: Random) -> Solution | None:
        """A worked problem of the topic; None where mathematics is too busy for one."""
        for _ in range(TRIES):
            found = await self._maker.exercise(request.key, request.level, chance.randrange(SEEDS))
            if found is None:
                continue
            question = Question(render(found.statement, request.language), request.level, request.language)
            worked = await self._checker.work(question.text, request.level)
            return decided(question, worked if worked.decision.answer else _as_worked(found, worked))
        return None

    async def _checks(self, request: Request, chance: Random) -> tuple[Check, ...]:
        """Different questions, one more than a lesson has: its example may be among them."""
        found: dict[str, Check] = {}
        for _ in range(TRIES // QUESTIONS):
            seeds = [chance.randrange(SEEDS) for _ in range(QUESTIONS + 1 - len(found))]
            drawn = await asyncio.gather(*(self._quizzes.quick(request.key, request.level, seed) for seed in seeds))
            for one in drawn:
                if one is not None:
                    check = Check(draft_of(one.exercise), one.options, one.right)
                    found.setdefault(render(check.draft.statement, request.language), check)
            if len(found) > QUESTIONS:
                break
        return tuple(found.values())

    async def _of_model(
        self, request: Request, model: LanguageModel | None, asker: Asker | None
    ) -> AsyncGenerator[Progress | DraftLesson]:
        """A model's lesson, in which mathematics refutes nothing; its example is decided where that can be."""
        if request.mathematical and (await self._checker.decide(request.topic)).answer is not None:
            raise QuestionRefusedError(
                Message("This is a problem, not a topic: /solve works it out, or name what you want explained.")
            )
        if model is None:
            raise QuestionRefusedError(_NO_MODEL)
        tiny = model.writer.demonstration
        written = self._prose.write(
            model,
            lambda rejected: replace(teaching.lesson(request, rejected), asker=asker),
            request.language,
            complaint=lambda prose: None if tiny or _parts(prose, Voucher.MODEL) else _MISSING,
        )
        try:
            async with aclosing(written) as updates:
                async for update in updates:
                    yield await self._read(request, update, model.writer) if isinstance(update, Prose) else update
        except WithheldError as error:
            log.info("lesson_withheld", model=model.writer.label, tries=error.tries)
            raise QuestionRefusedError(
                Message("The language model's lesson stayed wrong, so it is not shown: {reason}.", reason=error.reason)
            ) from error

    async def _read(self, request: Request, prose: Prose, writer: Writer) -> DraftLesson:
        parts = _parts(prose.text, prose.voucher) or (Part(PartKind.DEFINITION, prose.text, prose.voucher),)
        draft = DraftLesson(request, request.topic, parts, model=writer, notes=demonstration(writer))
        own = draft.part(PartKind.EXAMPLE)
        stated = _PROBLEM.search(own.text) if own and request.mathematical else None
        if stated is None:
            return draft
        question = Question(stated["problem"], request.level, request.language)
        worked = await self._checker.work(question.text, request.level)
        if worked.decision.answer is None:
            return draft
        others = tuple(part for part in parts if part.kind is not PartKind.EXAMPLE)
        return replace(draft, parts=others, example=decided(question, worked))


def _as_worked(exercise: Exercise, undecided: Worked) -> Worked:
    """What its maker's two routes found, where the words of the other language are not read back in time."""
    decision = replace(undecided.decision, answer=exercise.answer, reason=None)
    return Worked(decision, exercise.passages)


def _parts(text: str, voucher: Voucher) -> tuple[Part, ...]:
    """A model's text at its headings, in reading order; text before the first heading is left out."""
    bodies: dict[PartKind, list[str]] = {}
    kind: PartKind | None = None
    for line in text.splitlines():
        found = _HEADING.match(line)
        named = _KIND_OF.get(found["name"].strip().lower()) if found else None
        if named is not None:
            kind = named
        elif kind is not None:
            bodies.setdefault(kind, []).append(line.rstrip())
    joined = {each: "\n".join(lines).strip() for each, lines in bodies.items()}
    return tuple(Part(each, joined[each], voucher) for each in PartKind if joined.get(each))


def _in_order(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: list(PartKind).index(part.kind)))


class Explaining:
    """Lessons of people: stored before they are shown, their questions answered once by each reader."""

    def __init__(self, explainer: Explainer, lessons: Lessons, trainer: Trainer) -> None:
        self._explainer = explainer
        self._lessons = lessons
        self._trainer = trainer

    async def explain(
        self, asker: Asker, request: Request, adapter: str | None = None
    ) -> AsyncGenerator[Progress | Lesson]:
        """Progress, then the lesson each time it changed, stored before it is yielded."""
        lesson: Lesson | None = None
        async with aclosing(self._explainer.explain(request, asker, adapter)) as updates:
            async for update in updates:
                if isinstance(update, Progress):
                    yield update
                elif lesson is None:
                    lesson = await self._lessons.add(asker, update)
                    yield lesson
                else:
                    lesson = await self._lessons.replace(lesson.id, update)
                    yield lesson

    async def lesson(self, asker: Asker, lesson_id: int) -> Lesson:
        """One's own, or one of the guild the asker stands in. Raises NotFoundError."""
        lesson = await self._lessons.get(lesson_id)
        theirs = lesson.asker
        if theirs.user_id != asker.user_id and (asker.guild_id is None or theirs.guild_id != asker.guild_id):
            raise NotFoundError(Message("This lesson is not kept any more. Ask for it again with /explain."))
        return lesson

    async def page(self, asker: Asker, page: int) -> LessonPage:
        """The asker's own, newest first."""
        return await self._lessons.page(asker.user_id, page, PAGE_SIZE)

    async def chosen(self, asker: Asker, lesson_id: int) -> Chosen:
        """How the asker answered so far."""
        lesson = await self.lesson(asker, lesson_id)
        made = await self._lessons.choices(lesson_id, asker.user_id)
        return Chosen(lesson, tuple(made.get(place) for place in range(len(lesson.draft.checks))))

    async def answer(self, asker: Asker, lesson_id: int, place: int, choice: int, receipt: int) -> Answered:
        """Mark an answer; the first one stands, and is part of the asker's practice where the problem is new to them.

        Raises NotFoundError.
        """
        lesson = await self.lesson(asker, lesson_id)
        checks = lesson.draft.checks
        if place >= len(checks) or choice >= len(checks[place].options):
            raise NotFoundError(Message("This lesson is not kept any more. Ask for it again with /explain."))
        check = checks[place]
        if not await self._lessons.choose(lesson_id, asker.user_id, place, choice):
            return Answered(await self.chosen(asker, lesson_id), Mark.CLOSED, counted=False)
        mark = Mark.RIGHT if choice == check.right else Mark.WRONG
        counted = await self._trainer.quick(asker, check.draft, check.options[choice].typed, mark, receipt)
        return Answered(await self.chosen(asker, lesson_id), mark, counted)


def heads(draft: DraftLesson, language: Language) -> str:
    """What a model is told of a lesson in a conversation about it."""
    lines = [draft.title]
    if part := draft.part(PartKind.DEFINITION):
        lines.append(part.text)
    if draft.example is not None and draft.example.answer is not None:
        answer = Message("Answer: {answer}", answer=draft.example.answer)
        lines += [draft.example.question.text, render(answer, language)]
    elif own := draft.part(PartKind.EXAMPLE):
        lines.append(own.text)
    return "\n".join(lines)


_FEWER = Message("Mathematics is busy just now, so there are fewer quick questions than usual.")
_LEFT_OUT = Message("What the language model wanted to add contradicted mathematics, so it is left out.")
_NOT_ADDED = Message("The language model could not add an intuition of its own; the lesson is whole without it.")
_NO_MODEL = Message(
    "No language model is connected, so I can explain only the topics of /practice. Pick one from the list."
)
