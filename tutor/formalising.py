"""What somebody typed, written down formally by a model, on two ways; what mathematics cannot use is asked again.

One reading proves little and two that agree are worth more: what each is held against, the caller knows.
"""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

import structlog

from maths.message import Message
from tutor.crosscheck import OTHER_WORDS
from tutor.streamed import EndlessError, Written, written
from tutor.types import Progress
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence

    from tutor.ports import LanguageModel, Prompt
    from tutor.types import Asker, Language

    Ask: TypeAlias = Callable[[Sequence[str]], Prompt]

log = structlog.get_logger(__name__)

T = TypeVar("T")
NOT_THE_FORM = Message("it is not of the form that was asked for")


class UnusableError(Exception):
    """A reading that cannot be used, with what to do better."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Readings(Generic[T]):
    """What came of both ways; None where one could not be used, and why the first could not."""

    first: T | None
    second: T | None = None
    reason: Message | None = None


@dataclass(frozen=True, slots=True)
class Formaliser(Generic[T]):
    """`use` makes of a model's text what mathematics can work with, or raises UnusableError."""

    model: LanguageModel
    use: Callable[[str], Awaitable[T]]
    asker: Asker | None
    language: Language
    max_tries: int

    async def twice(self, ask: Ask, again: Callable[[T], Ask]) -> AsyncGenerator[Progress | Readings[T]]:
        """Progress, then both readings; `again` asks for the second, knowing the first. Raises as `written` does.

        An `ask` gets the reasons why earlier attempts were not taken.
        """
        first: T | None = None
        second: T | None = None
        try:
            async with aclosing(self._reading(ask, 0.0)) as updates:
                async for update in updates:
                    if isinstance(update, Progress):
                        yield update
                    else:
                        first = update
            if first is not None:
                async with aclosing(self._reading(again(first), OTHER_WORDS)) as updates:
                    async for update in updates:
                        if isinstance(update, Progress):
                            yield update
                        else:
                            second = update
        except UnusableError as error:
            log.info("reading_not_usable", model=self.model.writer.label, reason=str(error), second=first is not None)
            yield Readings(first, None, error.reason)
        else:
            yield Readings(first, second)

    async def _reading(self, ask: Ask, temperature: float) -> AsyncGenerator[Progress | T]:
        """Progress, then a reading that can be used. Raises the last UnusableError, ModelError, TooBusyError."""
        rejected: list[str] = []
        while True:
            prompt, text = replace(ask(rejected), asker=self.asker, temperature=temperature), ""
            try:
                async with aclosing(written(self.model, prompt)) as updates:
                    async for update in updates:
                        if isinstance(update, Written):
                            text = update.text if update.complete else ""
                        else:
                            yield update
            except EndlessError:
                text = ""
            try:
                used = await self.use(text)
            except UnusableError as error:
                rejected.append(say(error.reason, self.language))
                if len(rejected) == (1 if self.model.writer.demonstration else self.max_tries):
                    raise
            else:
                yield used
                return


def quoted(text: str, source: str) -> bool:
    """Whether the words stand in the source; quotation marks, commas and capitals are no part of them."""
    words = _plain(text)
    return bool(words) and words in _plain(source)


def _plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
