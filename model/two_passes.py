"""JSON from a model that thinks: first it thinks freely, then what it came to is put into the schema.

A schema from the first token on leaves no room for thinking, and on some servers thinking and a schema spoil each
other (ollama issues 11545 and 14645, vllm issue 47027).
"""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, TypeAlias

from model.budget import estimate
from tutor import prompts
from tutor.ports import Text, Thought

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from tutor.ports import Piece, Prompt

    Pass: TypeAlias = Callable[[Prompt], AsyncGenerator[Piece]]


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
    async with aclosing(one(prompts.extraction(prompt, _end_of(notes, context // 2)))) as pieces:
        async for piece in pieces:
            yield piece


def _end_of(text: str, tokens: int) -> str:
    """As much of the end of a text as takes no more than so many tokens: a conclusion stands at the end."""
    while estimate(text) > tokens:
        text = text[len(text) // 8 + 1 :]
    return text
