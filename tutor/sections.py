"""A text that does not fit a model's context, summarised section by section, where words about it are enough.

Only for the prose around an answer that mathematics decided: a problem that a model is to solve is never shortened,
as what is left out may be what decides it.
"""

from __future__ import annotations

import re
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING

from tutor import prompts
from tutor.errors import PromptTooLongError
from tutor.ports import Text

if TYPE_CHECKING:
    from tutor.ports import LanguageModel
    from tutor.types import Asker, Question

MOST_HALVINGS = 4  # sixteen sections at most
SHORTEST = 120  # characters: what does not fit even so is refused
_BREAK = re.compile(r"\n\s*\n|(?<=[.!?。])\s+|\n")


async def condensed(model: LanguageModel, question: Question, asker: Asker | None = None) -> Question:
    """The question with its text summarised in order. Raises PromptTooLongError where no section fits, ModelError."""
    sections = [await _summary(model, replace(question, text=half), asker, MOST_HALVINGS - 1)
                for half in halves(question.text)]  # fmt: skip
    return replace(question, text="\n".join(sections))


async def _summary(model: LanguageModel, question: Question, asker: Asker | None, halvings: int) -> str:
    prompt = replace(prompts.summary(question), asker=asker)
    try:
        async with aclosing(model.stream(prompt)) as pieces:
            return "".join([piece.text async for piece in pieces if isinstance(piece, Text)]).strip()
    except PromptTooLongError:
        if not halvings or len(question.text) < SHORTEST:
            raise
    parts = [await _summary(model, replace(question, text=half), asker, halvings - 1) for half in halves(question.text)]
    return "\n".join(parts)


def halves(text: str) -> list[str]:
    """The text in two, at the end of a paragraph or sentence nearest to its middle; by characters where it has none."""
    breaks = [match.end() for match in _BREAK.finditer(text) if 0 < match.end() < len(text)]
    middle = min(breaks, key=lambda place: abs(place - len(text) // 2), default=len(text) // 2)
    return [half for half in (text[:middle].strip(), text[middle:].strip()) if half]
