"""How many tokens a prompt may take, for servers that cut silently what does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from model.failures import too_long

if TYPE_CHECKING:
    from tutor.ports import Prompt

TEMPLATE: Final = 64  # tokens a chat template puts around a system and a user message
LEAST_ROOM: Final = 256  # tokens; with less left, an answer is not worth starting


def estimate(text: str) -> int:
    """At least as many tokens as a text takes in today's vocabularies, without knowing the vocabulary.

    Letters and blanks count half (English takes a quarter or less), digits and signs one each, everything
    beyond ASCII its bytes: no byte-level vocabulary takes more.
    """
    halves = sum(1 for c in text if c.isascii() and (c.isalpha() or c == " "))
    return (halves + 1) // 2 + _bytes(text) - halves


def room(prompt: Prompt, context: int) -> int:
    """How many tokens may be written, at most `prompt.max_tokens`. Raises PromptTooLongError when too few."""
    return room_beside(TEMPLATE + estimate(prompt.system) + estimate(prompt.user), prompt, context)


def room_beside(tokens: int, prompt: Prompt, context: int) -> int:
    """As `room`, for a prompt that takes so many tokens together with its template."""
    left = context - tokens
    if left < min(prompt.max_tokens, LEAST_ROOM):
        raise too_long(context)
    return min(prompt.max_tokens, left)


def was_cut(prompt: Prompt, context: int, counted: int, written: int) -> bool:
    """Whether the server's own counts say that it dropped something to stay within the context.

    Ollama keeps about half of its context of a prompt that does not fit
    (llm/llama_server.go; ollama issue 17427: num_ctx / 2 + 2).
    """
    if counted + written > context:
        return True
    if TEMPLATE + _bytes(prompt.system) + _bytes(prompt.user) <= context:
        return False  # a token is at least a byte: everything was there
    return counted >= context - 1 or abs(counted - (context // 2 + 2)) <= 2  # noqa: PLR2004 - rounding


def _bytes(text: str) -> int:
    return len(text.encode(errors="replace"))
