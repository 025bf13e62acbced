"""`Coding`: programs that a model writes or rewrites, run before they are shown. Every method raises only `TutorError`.

Nothing here is ever more than unchecked: tests that pass are evidence, and what was run is said.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from maths.message import Message, counted
from tutor import code_prompts, code_reading, inputs
from tutor.code import NO_SANDBOX, PYTHON, CodeRecord, CodeReply, Fate, Origin, Test
from tutor.comparing import INPUTS, Comparing, NotLoadedError
from tutor.errors import ModelError, NotAllowedError, QuestionRefusedError, SandboxError, TooBusyError
from tutor.streamed import EndlessError, Written, written
from tutor.trying import tried, usable
from tutor.types import Level, Progress, Stage
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence

    from tutor.code import CodePage, CodeRequest, Comparison, Target, Trial
    from tutor.code_reading import CodeDraft
    from tutor.ports import LanguageModel, Linter, Prompt, Sandbox
    from tutor.stores import Programs
    from tutor.types import Asker

log = structlog.get_logger(__name__)

PROBLEM_CHARACTERS = 4_000
AT_ONCE = 1  # programs run one after the other: two would spoil each other's times
REASONS = 3  # failures the model is told
DEMONSTRATION_TOKENS = 500
PAGE_SIZE = 5
NOT_PYTHON = Message("only Python is run here")


class _Tests(BaseModel):
    model_config = ConfigDict(extra="forbid")

    class One(BaseModel):
        model_config = ConfigDict(extra="forbid")

        call: str = Field(max_length=code_prompts.TEXT)
        expects: str = Field(max_length=code_prompts.TEXT)

    tests: list[One] = Field(max_length=code_prompts.TESTS)
    properties: list[str] = Field(max_length=code_prompts.PROPERTIES)


class _Calls(BaseModel):
    model_config = ConfigDict(extra="forbid")

    calls: list[str] = Field(max_length=code_prompts.CALLS)
    large: list[str] = Field(max_length=3)


class _Inputs(BaseModel):
    model_config = ConfigDict(extra="forbid")

    inputs: list[str] = Field(max_length=code_prompts.CALLS)


_Form = TypeVar("_Form", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A reply, whether it is good enough, and why it is not, in words for the model."""

    reply: CodeReply
    good: bool
    reason: Message | None = None

    @property
    def worth(self) -> tuple[bool, bool, int]:
        """What is better than what; of equals the later one."""
        return (self.good, bool(self.reply.code) and not self.reply.refused, self.reply.passed)


def _now() -> datetime:
    return datetime.now(UTC)


class Coding:
    """Asks for programs, runs them, has them mended, keeps them."""

    def __init__(  # noqa: PLR0913 - one for each port, and what is set
        self,
        model: LanguageModel | None,
        programs: Programs | None,
        sandbox: Sandbox | None,
        linter: Linter | None = None,
        *,
        max_tries: int = 3,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self._model = model
        self._kept = programs
        self._sandbox = sandbox
        self._linter = linter
        self._max_tries = max_tries
        self._clock = clock
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def work(
        self, asker: Asker | None, request: CodeRequest, *, hidden: bool = False
    ) -> AsyncGenerator[Progress | CodeReply | CodeRecord]:
        """Progress, then the answer; with an asker as a record stored before it is yielded, else for nobody.

        `hidden`: its code waits behind a button. Raises QuestionRefusedError, ModelUnavailableError.
        """
        model = self._model
        if model is None:
            raise QuestionRefusedError(
                Message("Code is written by a language model, and there is none here. Mathematics works: use /solve.")
            )
        _refuse(request)
        best: _Attempt | None = None
        try:
            async with aclosing(self._attempts(model, request, asker)) as updates:
                async for update in updates:
                    if isinstance(update, Progress):
                        yield update
                    elif best is None or update.worth >= best.worth:
                        best = update
        except (ModelError, TooBusyError) as error:
            if best is None:
                raise
            log.warning("model_failed", model=model.writer.label, error=str(error))  # what was written still stands
        if best is None:
            raise AssertionError("there is always an attempt")
        if asker is None:
            yield best.reply
        else:
            yield await self._programs().add(asker, best.reply, self._clock(), opened=not hidden)

    def _programs(self) -> Programs:
        if self._kept is None:
            raise AssertionError("this was put together to keep nothing")
        return self._kept

    async def _attempts(
        self, model: LanguageModel, request: CodeRequest, asker: Asker | None
    ) -> AsyncGenerator[Progress | _Attempt]:
        """Progress and every attempt; each is told why the one before was not taken."""
        rejected: list[tuple[str, str]] = []
        prepared: Sequence[Test] | Sequence[str] | None = None
        most = 1 if model.writer.demonstration else self._max_tries
        not_run = await self._not_run(request)
        for tries in range(1, most + 1):
            ask = code_prompts.rewriting if request.target else code_prompts.solution
            draft = code_reading.CodeDraft((), "")
            async for update in self._drafted(model, replace(ask(request, rejected), asker=asker)):
                if isinstance(update, Progress):
                    yield update
                else:
                    draft = update
            reply = CodeReply(request, draft.sections, draft.code, not_run=not_run, tries=tries, model=model.writer)
            if draft.code and not_run is None:
                if prepared is None:
                    prepared = await self._prepared(model, request, draft, asker)
                yield Progress(Stage.CHECKING)
                attempt = await self._judged(reply, prepared)
            else:
                attempt = _Attempt(reply, good=bool(draft.code), reason=Message("it has no block of code"))
            yield attempt
            if attempt.good or attempt.reason is None:
                return
            log.info("code_withheld", model=model.writer.label, reason=str(attempt.reason))
            rejected.append((draft.code, say(attempt.reason, request.language)))

    async def _not_run(self, request: CodeRequest) -> Message | None:
        if request.programming != PYTHON:
            return NOT_PYTHON
        if self._sandbox is None:
            return NO_SANDBOX
        return await self._sandbox.refusal()

    async def _drafted(self, model: LanguageModel, prompt: Prompt) -> AsyncGenerator[Progress | CodeDraft]:
        """Raises ModelError, TooBusyError; what does not end has no code."""
        asked = replace(prompt, max_tokens=DEMONSTRATION_TOKENS) if model.writer.demonstration else prompt
        try:
            async with aclosing(written(model, asked)) as updates:
                async for update in updates:
                    yield code_reading.read(update.text) if isinstance(update, Written) else update
        except EndlessError:
            yield code_reading.CodeDraft((), "")

    async def _prepared(
        self, model: LanguageModel, request: CodeRequest, draft: CodeDraft, asker: Asker | None
    ) -> Sequence[Test] | Sequence[str]:
        """What every attempt is run on: tests of a problem, inputs of code."""
        if request.target is not None:
            return await self._inputs(model, request.text, asker)
        own = code_reading.examples(request.text)
        asked = code_prompts.tests(request, code_reading.signatures(draft.code))
        found = await self._extracted(model, asked, _Tests, asker)
        if found is None:
            return usable(own)
        models = [Test(each.call, each.expects, Origin.MODEL) for each in found.tests]
        holding = [Test(each, "True", Origin.PROPERTY) for each in found.properties]
        return usable([*own, *models, *holding])

    async def _inputs(self, model: LanguageModel, code: str, asker: Asker | None) -> Sequence[str]:
        """Calls of the functions of the code; texts to read where it has none."""
        tree = code_reading.parsed(code)
        functions = code_reading.functions(tree) if tree else []
        if not functions:
            read = await self._extracted(model, code_prompts.inputs(code), _Inputs, asker)
            return tuple(dict.fromkeys(["", *(read.inputs if read else ())]))
        asked = await self._extracted(model, code_prompts.calls(code), _Calls, asker)
        models = [*asked.calls, *asked.large] if asked else []
        made = [call for each in functions[-3:] for call in inputs.made(each, models)]
        grown = [call for each in functions[-1:] for call in inputs.grown(each, [*models, *made])]
        return tuple(dict.fromkeys([*models, *made[: INPUTS - len(models) - len(grown)], *grown]))

    async def _extracted(
        self, model: LanguageModel, prompt: Prompt, form: type[_Form], asker: Asker | None
    ) -> _Form | None:
        """What a model says in a form; None where it does not."""
        if model.writer.demonstration:
            return None
        said = ""
        try:
            async with aclosing(written(model, replace(prompt, asker=asker))) as updates:
                async for update in updates:
                    if isinstance(update, Written):
                        said = update.text if update.complete else ""
            return form.model_validate(json.loads(said))
        except (ModelError, TooBusyError, EndlessError, ValidationError, ValueError, RecursionError) as error:
            log.info("no_tests", model=model.writer.label, error=type(error).__name__)
            return None

    async def _judged(self, reply: CodeReply, prepared: Sequence[Test] | Sequence[str]) -> _Attempt:
        """A reply with what came of running it."""
        try:
            async with self._turns:
                return await self._run(reply, prepared)
        except SandboxError as error:
            return _Attempt(replace(reply, not_run=error.message), good=True)

    async def _run(self, reply: CodeReply, prepared: Sequence[Test] | Sequence[str]) -> _Attempt:
        if self._sandbox is None:
            raise SandboxError(NO_SANDBOX)
        target = reply.request.target
        if target is None:
            tests = [each for each in prepared if isinstance(each, Test)]
            trials, seconds = await tried(self._sandbox, reply.code, tests)
            reply = replace(reply, trials=trials, seconds=seconds)
            failed = [trial for trial in trials if trial.fate is not Fate.PASSED]
            return _Attempt(reply, not failed, failing(failed) if failed else None)
        calls = tuple(each for each in prepared if isinstance(each, str))
        try:
            found = await self._compared(self._sandbox, reply, calls, target)
        except NotLoadedError as error:
            reason = Message("your code does not load here: {error}", error=str(error))
            return _Attempt(replace(reply, not_run=reason), good=True)
        reply = replace(reply, comparison=found, inputs=calls)
        if found.difference is not None:
            return _Attempt(reply, good=False, reason=failing([found.difference]))
        return _Attempt(reply, found.better, None if found.better or not found.inputs else _NOT_BETTER)

    async def _compared(self, sandbox: Sandbox, reply: CodeReply, calls: Sequence[str], target: Target) -> Comparison:
        tree = code_reading.parsed(reply.request.text)
        script = tree is None or not code_reading.functions(tree)
        comparing = Comparing(sandbox, self._linter)
        return await comparing.compared(reply.request.text, reply.code, calls, target, script=script)

    async def again(self, asker: Asker, record_id: int) -> CodeRecord:
        """Run a stored answer's code again, on the same tests. Raises NotFoundError, NotAllowedError, SandboxError."""
        record = await self.own(asker, record_id)
        reply = record.reply
        if (reason := await self._not_run(reply.request)) is not None:
            raise SandboxError(Message("Not run: {reason}.", reason=reason))
        if self._sandbox is None or not (reply.trials or reply.inputs):
            raise SandboxError(Message("There is nothing here to run again."))
        tests = [trial.test for trial in reply.trials if trial.test.call]
        async with self._turns:
            if reply.request.target is not None:
                found = await self._compared(self._sandbox, reply, reply.inputs, reply.request.target)
                return await self._programs().replace(record_id, replace(reply, comparison=found))
            trials, seconds = await tried(self._sandbox, reply.code, tests)
        return await self._programs().replace(record_id, replace(reply, trials=trials, seconds=seconds))

    async def simpler(self, asker: Asker, record_id: int) -> AsyncGenerator[Progress | CodeRecord]:
        """The same code explained one level lower, from the beginner's level once more in other words."""
        record = await self.own(asker, record_id)
        if self._model is None:
            raise QuestionRefusedError(Message("There is no language model here to explain it in other words."))
        order = tuple(Level)
        level = order[max(0, order.index(record.reply.request.level) - 1)]
        request = replace(record.reply.request, level=level)
        async for update in self._drafted(
            self._model, replace(code_prompts.simpler(request, record.reply.code), asker=asker)
        ):
            if isinstance(update, Progress):
                yield update
            else:
                sections = update.sections or record.reply.sections
                yield await self._programs().replace(
                    record_id, replace(record.reply, request=request, sections=sections)
                )

    async def own(self, asker: Asker, record_id: int) -> CodeRecord:
        """A stored answer of the asker's own. Raises NotFoundError, NotAllowedError."""
        record = await self._programs().get(record_id)
        if record.asker.user_id != asker.user_id:
            raise NotAllowedError(Message("Only the person who asked for this code can do that."))
        return record

    async def open(self, asker: Asker, record_id: int) -> CodeRecord:
        """Show the code that waited. Raises NotFoundError, NotAllowedError."""
        await self.own(asker, record_id)
        return await self._programs().open(record_id)

    async def page(self, asker: Asker, page: int) -> CodePage:
        return await self._programs().page(asker.user_id, page, PAGE_SIZE)

    async def remove(self, asker: Asker, record_id: int) -> None:
        """Raises NotFoundError, NotAllowedError."""
        await self.own(asker, record_id)
        await self._programs().remove(record_id)


_NOT_BETTER = Message("it does the same, but measured it is no better")


def failing(trials: Sequence[Trial]) -> Message:
    """What went wrong, for the model: the first failures."""
    told = [_failure(trial) for trial in trials[:REASONS]]
    joined = told[0]
    for each in told[1:]:
        joined = Message("{first}; {second}", first=joined, second=each)
    return joined


def _failure(trial: Trial) -> Message:  # noqa: PLR0911 - a case a fate
    call, expected, got = trial.test.call, trial.test.expects, trial.got
    if not call:
        return Message("the code does not load: {error}", error=got or trial.fate.value)
    match trial.fate:
        case Fate.WRONG:
            return Message("{call} gives {got}, expected was {expected}", call=call, got=got, expected=expected)
        case Fate.RAISED:
            return Message("{call} raises {error}, expected was {expected}", call=call, error=got, expected=expected)
        case Fate.TIMED_OUT:
            return Message("{call} does not end in time", call=call)
        case Fate.TOO_LARGE:
            return Message("{call} gives more than can be looked at", call=call)
        case Fate.SKIPPED:
            return Message("there was no time left for {call}", call=call)
        case _:
            return Message("{call} ends the interpreter", call=call)


def _refuse(request: CodeRequest) -> None:
    """Raises QuestionRefusedError for what cannot be worked on."""
    limit = code_reading.CODE_CHARACTERS if request.target else PROBLEM_CHARACTERS
    if not request.text.strip():
        raise QuestionRefusedError(Message("There is nothing to work on. Please write the problem, or paste the code."))
    if len(request.text) > limit:
        raise QuestionRefusedError(
            counted(
                "This is too long: at most {count} character fits.",
                "This is too long: at most {count} characters fit.",
                limit,
            )
        )
    if request.target and request.programming == PYTHON and code_reading.parsed(request.text) is None:
        raise QuestionRefusedError(
            Message("This is not Python that can be read. Please check it for a missing bracket, colon or indentation.")
        )
