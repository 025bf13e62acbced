"""JSON from a model that thinks: first it thinks freely, then what it came to is put into the schema.

A schema from the first token on leaves no room for thinking, and on some servers thinking and a schema spoil each
other (ollama issues 11545 and 14645, vllm issue 47027).

The problem itself is never shortened. Of notes longer than the context, which are the model's own, the end is kept,
where the conclusion stands; the second pass is told so, and so is the log.
"""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Final, TypeAlias

import structlog

from model.budget import TEMPLATE, estimate
from model.chat import inert
from model.failures import too_long
from tutor import prompts
from tutor.ports import Text, Thought

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from tutor.ports import Piece, Prompt

    Pass: TypeAlias = Callable[[Prompt], AsyncGenerator[Piece]]

log = structlog.get_logger(__name__)

LINE: Final = 200  # characters at most of a line that lost its beginning and is left out too
LEFT_OUT: Final = "[The beginning of these notes is left out: they were too long.]"


async def two_passes(one: Pass, prompt: Prompt, context: int) -> AsyncGenerator[Piece]:
    """Everything of the first pass is thought; the text is that of the second. `one` streams a prompt."""
    said: list[str] = []
    thought: list[str] = []
    async with aclosing(one(prompts.thinking(prompt))) as pieces:
        async for piece in pieces:
            if isinstance(piece, Text | Thought):
                (said if isinstance(piece, Text) else thought).append(piece.text)
                yield Thought(piece.text)
    notes = "".join(said).strip() or "".join(thought)
    async with aclosing(one(_second(prompt, notes, context))) as pieces:
        async for piece in pieces:
            yield piece


def _second(prompt: Prompt, notes: str, context: int) -> Prompt:
    """The second pass with the notes, or as much of their end as leaves its answer room. Raises PromptTooLongError."""
    second, kept = prompts.extraction(prompt, notes), notes
    while not _fits(second, context):
        if not kept:
            raise too_long(context)
        kept = kept[len(kept) // 8 + 1 :]
        line, _, rest = kept.partition("\n")
        kept = rest if rest and len(line) < LINE else kept
        second = prompts.extraction(prompt, f"{LEFT_OUT}\n{kept}")
    if kept is not notes:
        log.warning("beginning_of_notes_left_out", letters=len(notes), kept=len(kept), context=context)
    return second


def _fits(prompt: Prompt, context: int) -> bool:
    sent = inert(prompt)
    return TEMPLATE + estimate(sent.system) + estimate(sent.user) + prompt.max_tokens <= context
