"""A model's prose that is no solution: written, looked at by mathematics, and written again where a line is wrong."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import structlog

from maths.message import Message
from maths.verdict import LineStanding, Standing
from tutor.solver import CUT_OFF, DEMONSTRATION_TOKENS, MAX_TRIES, refuted
from tutor.streamed import EndlessError, Written, written
from tutor.types import Voucher
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence

    from tutor.ports import Checker, LanguageModel, Prompt
    from tutor.types import Language, Progress

log = structlog.get_logger(__name__)

CHARACTERS = 6_000  # of one text that is shown
_ENDS = (".", "!", "?", "。", ":", "\n")


class WithheldError(Exception):
    """A model's text that is not shown, with the reason and how often it was asked."""

    def __init__(self, reason: Message, tries: int) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.tries = tries


@dataclass(frozen=True, slots=True)
class Prose:
    """A text in which mathematics found nothing wrong; the voucher says whether there was anything to look at."""

    text: str
    voucher: Voucher
    tries: int


class ProseWriter:
    """Asks again, with the reason, while mathematics refutes a line; what stays wrong is withheld."""

    def __init__(self, checker: Checker, *, max_tries: int = MAX_TRIES) -> None:
        self._checker = checker
        self._max_tries = max_tries

    async def write(
        self,
        model: LanguageModel,
        ask: Callable[[Sequence[str]], Prompt],
        language: Language,
        about: str | None = None,
        complaint: Callable[[str], Message | None] = lambda _: None,
    ) -> AsyncGenerator[Progress | Prose]:
        """Progress, then the text. `ask` gets the reasons why earlier ones were not taken, `complaint` one more.

        `about` is the question that the lines are audited against. Raises WithheldError, ModelError, TooBusyError.
        """
        most = 1 if model.writer.demonstration else self._max_tries
        rejected: list[str] = []
        while True:
            prompt = ask(rejected)
            if model.writer.demonstration:
                prompt = replace(prompt, max_tokens=DEMONSTRATION_TOKENS)
            judged: Prose | Message = CUT_OFF
            try:
                async with aclosing(written(model, prompt)) as updates:
                    async for update in updates:
                        if isinstance(update, Written):
                            last = len(rejected) + 1 == most
                            judged = await self._judged(update, about, complaint, len(rejected) + 1, last=last)
                        else:
                            yield update
            except EndlessError:
                judged = Message("it did not come to an end")
            if isinstance(judged, Prose):
                yield judged
                return
            log.info("model_text_withheld", model=model.writer.label, reason=str(judged))
            rejected.append(say(judged, language))
            if len(rejected) == most:
                raise WithheldError(judged, most)

    async def _judged(
        self,
        update: Written,
        about: str | None,
        complaint: Callable[[str], Message | None],
        tries: int,
        *,
        last: bool,
    ) -> Prose | Message:
        """The text, or why it is not taken. An unfinished one is, at the last try, up to its last whole sentence."""
        text = update.text.strip()[:CHARACTERS]
        if not update.complete:
            if not last:
                return CUT_OFF
            text = _whole(text)
        if not text:
            return Message("it is empty")
        if (wrong := complaint(text)) is not None:
            return wrong
        audit = await self._checker.audit(text, about)
        if audit.standing is Standing.REFUTED:
            return refuted(audit)
        seen = any(line.standing is LineStanding.VERIFIED for line in audit.lines)
        return Prose(text, Voucher.MODEL_AUDITED if seen else Voucher.MODEL, tries)


def _whole(text: str) -> str:
    """A text that was cut off, without the sentence that has no end."""
    end = max(text.rfind(mark) for mark in _ENDS)
    return (text[: end + 1].rstrip() if end > 0 else text) + " …" if text else ""
