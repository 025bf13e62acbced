"""Solves one question: decide, else ask the model, check, repair. Remembers nobody."""

from __future__ import annotations

import re
import time
import unicodedata
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import structlog

from maths.message import Formula, Message
from maths.verdict import LineStanding, Outcome, Standing, Verdict, Worked
from tutor import prompts, reading, words
from tutor.adapted import adapted
from tutor.errors import ModelError, PromptTooLongError, QuestionRefusedError, TooBusyError
from tutor.sections import condensed
from tutor.streamed import EndlessError, Written, written
from tutor.types import (
    Draft,
    Progress,
    Question,
    Section,
    SectionKind,
    Solution,
    Stage,
    Voucher,
    Writer,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence

    from maths.verdict import Audit
    from tutor.crosscheck import SecondRoute
    from tutor.ports import Checker, LanguageModel, Prompt
    from tutor.types import Asker

log = structlog.get_logger(__name__)

MAX_TRIES = 3
QUESTION_CHARACTERS = 2_000
DEMONSTRATION_TOKENS = 300  # enough to see that it writes

_LINK = re.compile(r"<?https?://\S+>?", re.IGNORECASE)
_MENTION = re.compile(r"<[@#][!&]?\d+>|@everyone|@here")
_INVISIBLE = ("Cc", "Cf")


class _Accept(Protocol):
    """Makes a solution of a draft, or raises _WithheldError; `last` says that no further attempt follows."""

    async def __call__(self, draft: Draft, *, last: bool) -> Solution: ...


class _WithheldError(Exception):
    """An attempt of the model that is not shown, with the reason."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


class Solver:
    """Mathematics first; a model, where there is one, for what mathematics leaves open."""

    def __init__(
        self,
        checker: Checker,
        model: LanguageModel | None,
        *,
        max_tries: int = MAX_TRIES,
        second_route: SecondRoute | None = None,
    ) -> None:
        self._checker = checker
        self._second_route = second_route
        self._model = model
        self._max_tries = max_tries

    @property
    def writer(self) -> Writer | None:
        return self._model.writer if self._model else None

    async def check_model(self) -> None:
        """Return when the model answers or there is none. Raises ModelUnavailableError with what to do."""
        if self._model is not None:
            await self._model.check()

    async def solve(
        self, question: Question, asker: Asker | None = None, adapter: str | None = None
    ) -> AsyncGenerator[Progress | Solution]:
        """Yield progress and solutions; the last solution is final. Raises QuestionRefusedError.

        `asker` is whom the model's queue is to be fair to, `adapter` the one of the model's that is to write.

        A decided answer comes first and at once; the same answer with a model's prose may follow.
        Failures of the model are notes of the solution, never exceptions.
        """
        started = time.monotonic()
        yield Progress(Stage.READING)
        refuse(question.text)
        yield Progress(Stage.DECIDING)
        worked = await self._checker.work(question.text, question.level)
        answer = self._explained if worked.decision.answer else self._written
        model = adapted(self._model, adapter) if self._model else None
        rest = answer(question, worked, model, asker)
        async with aclosing(rest) as updates:
            async for update in updates:
                if isinstance(update, Solution):
                    yield replace(update, seconds=time.monotonic() - started)
                else:
                    yield update

    async def _explained(
        self, question: Question, worked: Worked, model: LanguageModel | None, asker: Asker | None
    ) -> AsyncGenerator[Progress | Solution]:
        """The decided solution at once; then, with a real model, the same with its prose."""
        answer, alone = worked.decision.answer, decided(question, worked)
        yield alone
        if answer is None or model is None or model.writer.demonstration:
            return

        async def accept(draft: Draft, *, last: bool) -> Solution:  # noqa: ARG001 - prose is never taken unfinished
            return _with_prose(alone, await self._prose(question, draft, answer))

        def prose(about: Question) -> AsyncGenerator[Progress | Solution]:
            return self._attempts(
                model,
                question,
                lambda rejected: replace(prompts.prose(about, answer.typed, rejected), asker=asker),
                accept,
            )

        try:
            try:
                async with aclosing(prose(question)) as updates:
                    async for update in updates:
                        yield update
            except PromptTooLongError:
                about = await condensed(model, question, asker)
                async with aclosing(prose(about)) as updates:
                    async for update in updates:
                        yield _with_note(update, _CONDENSED)
        except _WithheldError:
            yield replace(alone, tries=self._max_tries, notes=(_PROSE_REJECTED,))
        except (ModelError, TooBusyError) as error:
            log.warning("model_failed", model=model.writer.label, error=str(error))
            yield replace(alone, notes=(_PROSE_MISSING, error.message))

    async def _written(
        self, question: Question, worked: Worked, model: LanguageModel | None, asker: Asker | None
    ) -> AsyncGenerator[Progress | Solution]:
        """What nobody decided: the model's solution, audited, or why there is none."""
        undecided = worked.decision.verdict
        unanswered = Solution(question, (), None, undecided, notes=_reading_notes(question))
        if model is None:
            yield replace(unanswered, notes=(*unanswered.notes, _NO_MODEL))
            return

        async def accept(draft: Draft, *, last: bool) -> Solution:
            solution = await self._audited(question, draft, undecided, last=last)
            solution = await self._crossed(model, solution, asker)
            return replace(solution, notes=(*demonstration(model.writer), *unanswered.notes))

        try:
            asked = self._attempts(
                model,
                question,
                lambda rejected: replace(_solution_prompt(question, rejected, model.writer), asker=asker),
                accept,
            )
            async with aclosing(asked) as updates:
                async for update in updates:
                    yield update
        except _WithheldError as withheld:
            verdict = Verdict(Standing.REFUTED, None, withheld.reason)
            notes = (*demonstration(model.writer), *unanswered.notes)
            yield replace(unanswered, verdict=verdict, tries=self._tries(model), model=model.writer, notes=notes)
        except (ModelError, TooBusyError) as error:
            log.warning("model_failed", model=model.writer.label, error=str(error))
            yield replace(unanswered, notes=(*unanswered.notes, _MODEL_MISSING, error.message))

    async def _attempts(
        self,
        model: LanguageModel,
        question: Question,
        ask: Callable[[Sequence[str]], Prompt],
        accept: _Accept,
    ) -> AsyncGenerator[Progress | Solution]:
        """Progress, then the first accepted attempt; each attempt is told why the one before was withheld.

        Raises the last _WithheldError when none was accepted, and ModelError, TooBusyError at once.
        """
        rejected: list[str] = []
        while True:
            try:
                async with aclosing(self._draft(model, ask(rejected))) as updates:
                    async for update in updates:
                        if isinstance(update, Progress):
                            yield update
                        else:
                            tried = len(rejected) + 1
                            accepted = await accept(update, last=tried == self._tries(model))
                            yield replace(accepted, tries=tried, model=model.writer)
                            return
            except _WithheldError as withheld:
                log.info("model_text_withheld", model=model.writer.label, reason=str(withheld.reason))
                rejected.append(words.say(withheld.reason, question.language))
                if len(rejected) == self._tries(model):
                    raise

    def _tries(self, model: LanguageModel) -> int:
        """A demonstration model does not get better by asking again."""
        return 1 if model.writer.demonstration else self._max_tries

    async def _draft(self, model: LanguageModel, prompt: Prompt) -> AsyncGenerator[Progress | Draft]:
        """Progress while the model waits and writes, then what it wrote. Raises _WithheldError, ModelError."""
        try:
            async with aclosing(written(model, prompt)) as updates:
                async for update in updates:
                    if isinstance(update, Written):
                        yield replace(reading.read(update.text), complete=update.complete)
                    else:
                        yield update
        except EndlessError as error:
            raise _WithheldError(Message("it did not come to an end")) from error

    async def _prose(self, question: Question, draft: Draft, answer: Formula) -> tuple[Section, ...]:
        """The sections a model may write around a decided answer. Raises _WithheldError when one contradicts it."""
        if not draft.complete:
            raise _WithheldError(CUT_OFF)
        asked = (SectionKind.UNDERSTANDING, SectionKind.APPROACH)
        sections = tuple(section for section in draft.sections if section.kind in asked)
        if not sections:
            raise _WithheldError(Message("the headings asked for are missing"))
        text = "\n".join(section.text for section in draft.sections)
        for claim in (*([draft.answer] if draft.answer else []), *reading.claims(text)):
            grading = await self._checker.grade(answer.typed, claim)
            if grading.outcome is Outcome.DIFFERENT:
                raise _WithheldError(
                    Message("it states {claim}, but the answer is {answer}", claim=claim, answer=answer)
                )
        audited = await self._judged(text, question)
        return tuple(replace(section, voucher=audited) for section in sections)

    async def _audited(self, question: Question, draft: Draft, undecided: Verdict, *, last: bool) -> Solution:
        """A model's own solution with its standing. Raises _WithheldError when it is refuted.

        An unfinished one or one without an answer is withheld too, but for the last: its words may still help.
        """
        if not last and not draft.complete:
            raise _WithheldError(CUT_OFF)
        if not last and draft.answer is None:
            raise _WithheldError(Message("it gives no answer"))
        voucher = await self._judged("\n".join(section.text for section in draft.sections), question)
        if draft.answer is None:
            sections = tuple(replace(section, voucher=voucher) for section in draft.sections)
            return Solution(question, sections, None, undecided)
        verdict = await self._checker.check(question.text, draft.answer)
        if verdict.standing is Standing.REFUTED:
            raise _WithheldError(verdict.reason or Message("the answer is wrong"))
        if verdict.standing is Standing.UNCHECKED:
            verdict = undecided
        sections = tuple(replace(section, voucher=voucher) for section in draft.sections)
        return Solution(question, sections, _as_written(draft.answer), verdict)

    async def _crossed(self, model: LanguageModel, solution: Solution, asker: Asker | None) -> Solution:
        """The solution with what a second reading of its problem says of its answer."""
        answer, route = solution.answer, self._second_route
        is_open = solution.verdict.standing is Standing.UNCHECKED
        if answer is None or route is None or not is_open or model.writer.demonstration:
            return solution
        verdict = await route.verdict(model, solution.question, answer.typed, asker)
        return replace(solution, verdict=verdict) if verdict else solution

    async def _judged(self, text: str, question: Question) -> Voucher:
        """Who vouches for a model's text after the audit. Raises _WithheldError when a line is refuted."""
        audit = await self._checker.audit(text, question.text)
        if audit.standing is Standing.REFUTED:
            raise _WithheldError(refuted(audit))
        seen = any(line.standing is LineStanding.VERIFIED for line in audit.lines)
        return Voucher.MODEL_AUDITED if seen else Voucher.MODEL


def _solution_prompt(question: Question, rejected: Sequence[str], writer: Writer) -> Prompt:
    prompt = prompts.solution(question, rejected)
    return replace(prompt, max_tokens=DEMONSTRATION_TOKENS) if writer.demonstration else prompt


def refuse(text: str) -> None:
    """Raise QuestionRefusedError when a text cannot be a problem, saying what to do."""
    if len(text) > QUESTION_CHARACTERS:
        message = Message(
            "Your text has {length} characters; at most {limit} fit. Please send one problem at a time, shortened.",
            length=len(text),
            limit=QUESTION_CHARACTERS,
        )
        raise QuestionRefusedError(message)
    visible = "".join(c for c in text if unicodedata.category(c) not in _INVISIBLE).strip()
    if not visible:
        raise QuestionRefusedError(Message("There is no problem to solve. Type one, for example: 3x^2 + 4x + 5 = 1"))
    without_links = _LINK.sub("", visible).strip()
    if not without_links:
        message = Message("Pictures and links are not read yet. Please type the problem as text.")
        raise QuestionRefusedError(message)
    if not any(c.isalnum() for c in _MENTION.sub("", without_links)):
        message = Message("I see no mathematics in this. Type a problem, for example: 3x^2 + 4x + 5 = 1")
        raise QuestionRefusedError(message)


def _with_note(update: Progress | Solution, note: Message) -> Progress | Solution:
    return replace(update, notes=(*update.notes, note)) if isinstance(update, Solution) else update


_CONDENSED = Message(
    "The text is too long for the language model: it read a summary of its sections. The answer and the steps do not "
    "depend on it."
)
CUT_OFF = Message("it was cut off at its length limit")
_PROSE_MISSING = Message("The language model could not add its explanation; the answer and the steps do not need it.")
_PROSE_REJECTED = Message("The language model's explanation contradicted the mathematics and was left out.")
_MODEL_MISSING = Message("The language model could not answer, and mathematics alone does not decide this problem.")
_NO_MODEL = Message(
    "No language model is connected, so only what mathematics decides is answered. "
    "Try writing the problem as a formula or a short request, for example: solve 2x + 3 = 11"
)
_THIRD_LANGUAGE = Message("Lemma reads English and Korean. Please write the problem in one of them, or as a formula.")


def demonstration(writer: Writer) -> tuple[Message, ...]:
    """What a reader should know of a model that cannot do mathematics."""
    if not writer.demonstration:
        return ()
    return (
        Message(
            "This was written by {model}, a tiny demonstration model that cannot do mathematics: do not trust it. "
            "For a real tutor, the operator can set LEMMA_MODEL__BACKEND=ollama and LEMMA_MODEL__NAME.",
            model=writer.name,
        ),
    )


def _reading_notes(question: Question) -> tuple[Message, ...]:
    """A text in letters Lemma does not read deserves to be told so."""
    foreign = sum(c.isalpha() and not _readable(c) for c in question.text)
    return (_THIRD_LANGUAGE,) if foreign else ()


def _readable(letter: str) -> bool:
    name = unicodedata.name(letter, "")
    return letter.isascii() or name.startswith(("HANGUL", "GREEK", "FULLWIDTH LATIN", "MATHEMATICAL", "SUPERSCRIPT"))


def decided(question: Question, worked: Worked, seconds: float = 0.0) -> Solution:
    """What mathematics alone says of a question; without an answer where it does not decide it."""
    decision = worked.decision
    return Solution(question, _sections(worked, question), decision.answer, decision.verdict, seconds=seconds)


def _sections(worked: Worked, question: Question) -> tuple[Section, ...]:
    return tuple(
        Section(
            passage.kind,
            "\n".join(words.render(line, question.language) for line in passage.lines),
            Voucher.MATHEMATICS,
        )
        for passage in worked.passages
    )


def _with_prose(decided: Solution, prose: tuple[Section, ...]) -> Solution:
    """The decided solution with a model's sections in the place of those of the same kind."""
    by_kind = {section.kind: section for section in (*decided.sections, *prose)}
    sections = tuple(by_kind[kind] for kind in SectionKind if kind in by_kind)
    return replace(decided, sections=sections)


def refuted(audit: Audit) -> Message:
    """What is wrong in a text whose audit refutes it."""
    line = next(line for line in audit.lines if line.standing is LineStanding.REFUTED)
    reason = line.reason or Message("it is wrong")
    return Message("the line “{line}” is wrong: {reason}", line=line.text.strip(), reason=reason)


def _as_written(answer: str) -> Formula:
    """A model's answer as a formula to show: LaTeX where it is LaTeX, else its text."""
    if "\\" in answer or re.fullmatch(r"[\w\s+\-*/^=().,:<>|!%√π]*", answer, re.ASCII):
        return Formula(answer, answer)
    return Formula(answer, rf"\text{{{answer.translate(str.maketrans('', '', '{}$'))}}}")
