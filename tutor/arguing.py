"""Arguments: read, decided by logic, told. A model may write one down, twice; it never says whether it is valid.

What is vouched for is the form that is shown. Whether that form is what somebody meant, only they can judge, so it
always stands in the answer, as text that can be edited and decided again.
"""

from __future__ import annotations

import re
import time
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from maths.logic.argued.answer import Argued, NotArgued
from maths.message import Message
from maths.verdict import Standing, Verdict
from tutor import argument_prompts, argument_words
from tutor.adapted import adapted
from tutor.errors import ModelError, TooBusyError
from tutor.formalising import NOT_THE_FORM, Formaliser, UnusableError, quoted
from tutor.solver import refuse
from tutor.streamed import EndlessError, Written, written
from tutor.types import Progress, Section, SectionKind, Solution, Stage, Voucher

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from tutor.formalising import Ask
    from tutor.ports import LanguageModel, Logician
    from tutor.types import Asker, Question

log = structlog.get_logger(__name__)

MAX_TRIES = 3

_NO_MODEL = Message(
    "No model is at hand that could write this argument down formally. Short sentences of the kinds “All … are …”, "
    "“If …, then …”, “Either … or …”, “Therefore …” are read without one, and so are formulas: P -> Q; P; so Q"
)
_NOT_FORMAL = Message("the argument could not be written down formally")
_MODEL_MISSING = Message("The model that writes arguments down could not be asked.")
_ONCE = Message("a model wrote it down once only: a second reading could not be used")
_DIFFER = Message("two readings of the argument by a model differ, so one of them misreads it")
_JUDGES = re.compile(r"\b(?:in)?valid(?:ly|ity)?\b|타당", re.IGNORECASE)


class _Reading(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Meaning(_Reading):
    symbol: str = Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=argument_prompts.SYMBOL_CHARACTERS)
    phrase: str = Field(min_length=1, max_length=argument_prompts.PHRASE_CHARACTERS)


class _Line(_Reading):
    text: str = Field(min_length=1, max_length=argument_prompts.LINE_CHARACTERS)
    role: Literal["premise", "step", "conclusion"]
    formula: str = Field(min_length=1, max_length=argument_prompts.FORMULA_CHARACTERS)


class _Argument(_Reading):
    """A model's reading of an argument, bounded as the schema it was asked with."""

    propositions: list[_Meaning] = Field(max_length=argument_prompts.SYMBOLS)
    predicates: list[_Meaning] = Field(max_length=argument_prompts.SYMBOLS)
    individuals: list[_Meaning] = Field(max_length=argument_prompts.SYMBOLS)
    lines: list[_Line] = Field(min_length=1, max_length=argument_prompts.LINES)

    @property
    def meanings(self) -> list[_Meaning]:
        return [*self.propositions, *self.predicates, *self.individuals]

    @property
    def ordered(self) -> list[_Line]:
        """Premises, steps, and the conclusion last."""
        order = ("premise", "step", "conclusion")
        return sorted(self.lines, key=lambda line: order.index(line.role))

    @property
    def formal(self) -> str:
        """As text that `maths.logic.argument` reads."""
        rows = [f"{one.symbol}: {_one_line(one.phrase)}" for one in (*self.propositions, *self.individuals)]
        rows += [f"{one.symbol}(x): {_one_line(one.phrase)}" for one in self.predicates]
        rows += [_one_line(f"{'1.' if line.role == 'premise' else 'so:'} {line.formula}") for line in self.ordered]
        return "\n".join(rows)


@dataclass(frozen=True, slots=True)
class _Used:
    """A reading that logic could use, and the sentences its lines stand for."""

    argued: Argued
    texts: tuple[str, ...]
    phrases: tuple[str, ...]


class Arguing:
    """Judges an argument that somebody typed, as `tutor.solver.Solver` solves a problem."""

    def __init__(self, logician: Logician, model: LanguageModel | None, *, max_tries: int = MAX_TRIES) -> None:
        self._logician = logician
        self._model = model
        self._max_tries = max_tries

    async def solve(
        self, question: Question, asker: Asker | None = None, adapter: str | None = None
    ) -> AsyncGenerator[Progress | Solution]:
        """Yield progress, then a solution, and again with a model's opinion. Raises QuestionRefusedError."""
        started = time.monotonic()
        yield Progress(Stage.READING)
        refuse(question.text)
        read = await self._logician.argue(question.text)
        model = adapted(self._model, adapter) if self._model else None
        found: Solution | None = None
        try:
            if isinstance(read, Argued):
                found = replace(decided(question, read), seconds=time.monotonic() - started)
                yield found
            elif model is None:
                yield replace(_not_argued(question, read.message), notes=(_NO_MODEL,))
            else:
                async with aclosing(self._formalised(model, question, asker, read.message)) as updates:
                    async for update in updates:
                        if isinstance(update, Solution):
                            found = replace(update, seconds=time.monotonic() - started)
                            yield found
                        else:
                            yield update
            if model is None or found is None or model.writer.demonstration:
                return
            async with aclosing(self._with_opinion(model, found, asker)) as updates:
                async for update in updates:
                    if isinstance(update, Solution):
                        update = replace(update, seconds=time.monotonic() - started)  # noqa: PLW2901
                    yield update
        except (ModelError, TooBusyError) as error:
            log.warning("model_failed", model=model.writer.label if model else "", error=str(error))
            if found is None:
                reason = read.message if isinstance(read, NotArgued) else _NOT_FORMAL
                yield replace(_not_argued(question, reason), notes=(_MODEL_MISSING, error.message))
            else:
                yield replace(found, notes=(*found.notes, error.message))

    async def draw(self, solution: Solution) -> Argued | None:
        """The argument of a solution, to be drawn; None where there is none."""
        formal = formal_of(solution)
        found = await self._logician.argue_formally(formal) if formal else None
        return found if isinstance(found, Argued) else None

    async def check(self, formal: str) -> Argued | NotArgued:
        """A formalisation that somebody edited."""
        return await self._logician.argue_formally(formal)

    async def _with_opinion(
        self, model: LanguageModel, found: Solution, asker: Asker | None
    ) -> AsyncGenerator[Progress | Solution]:
        """The solution again with what a model thinks of it, where it says something and keeps to its business."""
        prompt = replace(argument_prompts.opinion(found.question), asker=asker)
        text = ""
        try:
            async with aclosing(written(model, prompt)) as updates:
                async for update in updates:
                    if isinstance(update, Written):
                        text = update.text.strip() if update.complete else ""
                    else:
                        yield update
        except EndlessError:
            text = ""
        text = text[: argument_prompts.OPINION_CHARACTERS].strip()
        if not text or _JUDGES.search(text):
            log.info("opinion_withheld", model=model.writer.label)
            yield found
            return
        opinion = Section(SectionKind.APPROACH, text, Voucher.MODEL)
        yield replace(found, sections=(*found.sections, opinion), model=model.writer)

    async def _formalised(
        self, model: LanguageModel, question: Question, asker: Asker | None, reason: Message
    ) -> AsyncGenerator[Progress | Solution]:
        formaliser = Formaliser(
            model, lambda text: self._used(question, text), asker, question.language, self._max_tries
        )

        def again(first: _Used) -> Ask:
            return lambda bad: argument_prompts.sentences(question, first.phrases, bad)

        async with aclosing(formaliser.twice(lambda bad: argument_prompts.formal(question, bad), again)) as updates:
            async for update in updates:
                if isinstance(update, Progress):
                    yield update
                elif update.first is None:
                    yield replace(_not_argued(question, reason), tries=self._max_tries, model=model.writer)
                else:
                    solution = await self._compared(question, update.first, update.second)
                    yield replace(solution, tries=1, model=model.writer)

    async def _compared(self, question: Question, first: _Used, second: _Used | None) -> Solution:
        """The first reading judged, and called what the second makes of it."""
        agree = second is not None and await self._logician.same_argument(first.argued.formal, second.argued.formal)
        standing = Standing.CROSS_CHECKED if agree else Standing.UNCHECKED
        why = None if agree else _ONCE if second is None else _DIFFER
        return decided(question, first.argued, standing, why, first.texts)

    async def _used(self, question: Question, text: str) -> _Used:
        """A reading and what logic makes of it. Raises UnusableError."""
        try:
            reading = _Argument.model_validate_json(text)
        except ValidationError:
            raise UnusableError(NOT_THE_FORM) from None
        if sum(line.role == "conclusion" for line in reading.lines) != 1:
            raise UnusableError(Message("there must be one conclusion"))
        for line in reading.lines:
            if not quoted(line.text, question.text):
                raise UnusableError(Message("“{text}” does not stand in the argument", text=line.text))
        argued = await self._logician.argue_formally(reading.formal)
        if isinstance(argued, NotArgued):
            raise UnusableError(argued.message)
        meant = {one.symbol for one in argued.meanings}
        if nameless := sorted(argument_words.symbols_of(argued) - meant):
            raise UnusableError(Message("“{symbol}” has no meaning", symbol=nameless[0]))
        phrases = tuple(one.phrase for one in reading.meanings)
        return _Used(argued, tuple(line.text for line in reading.ordered), phrases)


def decided(
    question: Question,
    argued: Argued,
    standing: Standing = Standing.VERIFIED,
    why: Message | None = None,
    texts: Sequence[str] = (),
) -> Solution:
    """What logic says of an argument, as a solution; `texts` are the sentences of its lines where a model read it."""
    judgement = argued.judgement
    sections = argument_words.sections(argued, question.language, texts, standing)
    if judgement.valid is None:
        return Solution(question, sections[:1], None, Verdict(Standing.UNCHECKED, None, judgement.reason))
    verdict = Verdict(standing, _method(judgement.method or _NOT_FORMAL, standing), why)
    answer = argument_words.answer(argued, question.language)
    return Solution(question, sections, answer, verdict, notes=argued.notes)


def _method(how: Message, standing: Standing) -> Message | None:
    match standing:
        case Standing.VERIFIED:
            return Message("the form shown (whether it is what you meant, judge yourself): {how}", how=how)
        case Standing.CROSS_CHECKED:
            return Message(
                "the form shown, written down twice by a model, on two ways, with the same result (whether it is what "
                "you meant, judge yourself): {how}",
                how=how,
            )
        case _:
            return None


def formal_of(solution: Solution) -> str | None:
    """The formalisation that a solution shows, as text that can be edited and read again."""
    shown = (section.text for section in solution.sections if section.kind is SectionKind.UNDERSTANDING)
    found = argument_words.FORMAL.search(next(shown, ""))
    return found["formal"] if found else None


def _not_argued(question: Question, reason: Message) -> Solution:
    return Solution(question, (), None, Verdict(Standing.UNCHECKED, None, reason))


def _one_line(text: str) -> str:
    return " ".join(text.split())
