"""How many tokens a prompt may take, for servers that cut silently what does not fit."""

from __future__ import annotations

import re
from string import ascii_letters
from typing import TYPE_CHECKING, Final

from model.failures import too_long

if TYPE_CHECKING:
    from tutor.ports import Prompt

TEMPLATE: Final = 64  # tokens a chat template puts around a system and a user message, with blanks before them
LEAST_ROOM: Final = 256  # tokens; with less left, an answer is not worth starting
APOSTROPHE: Final = ord("'")
CONTRACTION: Final = 3  # bytes after an apostrophe among which some vocabularies cut the text first ('ll, 've)
# What every vocabulary joins: the commonest pairs of English letters, and a blank with the letter after it.
KNOWN_PAIRS: Final = frozenset(
    (ord(first), ord(second))
    for first, second in (
        *re.findall(
            "(.)(.) ?",
            "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de "
            "hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr "
            "ly nc et ut ss so rs un lo wa ge ie wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su "
            "id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab gh ty op wo sa ay ex ke fr oo av ag if ap gr od "
            "bo sp do uc bu ov by ep",
        ),
        *((" ", letter) for letter in ascii_letters),
    )
)


def estimate(text: str) -> int:
    """At least as many tokens as a text takes in today's vocabularies, without knowing the vocabulary.

    They join pairs of neighbours (byte pair encoding) until no pair they know is left. So two bytes of a pair that
    all of them know are never two tokens; of all ways to cut the text that leave no such two, this counts the longest.
    """
    two_ago = last = joined = 0  # most tokens of the text up to two bytes ago, to the last; when that one was joined
    before = apart = 0
    for byte in text.encode(errors="replace"):
        apart = CONTRACTION if byte == APOSTROPHE else apart - 1
        known = apart < 0 and (before, byte) in KNOWN_PAIRS
        alone, joined = 1 + (joined if known else last), 1 + two_ago
        two_ago, last, before = last, max(alone, joined), byte
    return last


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
