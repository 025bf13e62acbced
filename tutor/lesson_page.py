"""A lesson as Markdown, block by block: for a card, a picture and the terminal. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.message import Message
from maths.verdict import SectionKind, Standing
from tutor.lesson import PartKind
from tutor.sheets import NAMES, VOUCHERS, body
from tutor.types import Voucher
from tutor.words import latex, render, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.lesson import DraftLesson
    from tutor.types import Language, Solution

TITLES = {
    PartKind.DEFINITION: Message("What it is"),
    PartKind.INTUITION: Message("How to picture it"),
    PartKind.OTHER_INTUITION: Message("Another way to see it"),
    PartKind.EXAMPLE: Message("Worked example"),
    PartKind.MISTAKE: Message("A common mistake"),
}
_TOLD = (SectionKind.APPROACH, SectionKind.STEPS, SectionKind.CHECK)  # of an example: the rest repeats the question


@dataclass(frozen=True, slots=True)
class Block:
    """A part with its heading, and who answers for it."""

    title: str
    body: str
    voucher: Voucher


def blocks(draft: DraftLesson, *, on_paper: bool = False) -> Iterator[Block]:
    """The parts in reading order, with the example that mathematics decided in its place.

    `on_paper`: its steps are numbered, and tall formulas stand on lines of their own.
    """
    language = draft.request.language
    bodies = {part.kind: (part.text, part.voucher) for part in draft.parts}
    if draft.example is not None:
        bodies[PartKind.EXAMPLE] = (_example(draft.example, on_paper=on_paper), Voucher.MATHEMATICS)
    for kind in PartKind:
        if kind in bodies:
            text, voucher = bodies[kind]
            yield Block(say(TITLES[kind], language), text, voucher)


def vouching(draft: DraftLesson) -> Iterator[str]:
    """Who answers for which parts, a line each."""
    language = draft.request.language
    found = list(blocks(draft))
    for voucher, words in VOUCHERS.items():
        names = [block.title for block in found if block.voucher is voucher]
        if names:
            yield f"{', '.join(names)}: {say(words, language)}"


def standing(draft: DraftLesson) -> str:
    """How far the lesson may be trusted, in a sentence of Markdown."""
    language = draft.request.language
    if draft.standing is Standing.VERIFIED and draft.example is not None:
        return render(_VERIFIED, language)
    if draft.standing is Standing.VERIFIED:
        return render(_NO_EXAMPLE, language)
    if not draft.request.mathematical:
        return render(_OUTSIDE, language)
    return render(_HALF if draft.example is not None else _UNCHECKED, language)


def question(draft: DraftLesson, place: int) -> str:
    """A quick question in the lesson's language."""
    return render(draft.checks[place].draft.statement, draft.request.language)


def option(draft: DraftLesson, place: int, choice: int) -> str:
    """An answer to choose, as a formula with its words in the lesson's language."""
    return f"${latex(draft.checks[place].options[choice], draft.request.language)}$"


def _example(example: Solution, *, on_paper: bool) -> str:
    language: Language = example.question.language
    lines = [f"**{example.question.text}**"]
    told = (section for section in example.sections if section.kind in _TOLD)
    for section in told:
        said = f"\n{body(section)}" if on_paper else section.text
        lines.append(f"**{say(NAMES[section.kind], language)}**\n{said}")
    if example.answer is not None:
        answer = Message("Answer: {answer}", answer=f"${latex(example.answer, language)}$")
        lines.append(f"**{render(answer, language)}**")
    return "\n\n".join(lines)


_VERIFIED = Message(
    "**Verified**: the example and the quick questions are decided by exact mathematics; people wrote the rest."
)
_NO_EXAMPLE = Message("Mathematics is busy, so the example is missing. What stands here was written by people.")
_OUTSIDE = Message(
    "**Not checked**: this is no mathematics, so nobody here can check it. A language model wrote it: look it up "
    "before you rely on it."
)
_HALF = Message(
    "**Not checked**: a language model wrote this, for it is none of my topics. Only the example is decided by exact "
    "mathematics."
)
_UNCHECKED = Message(
    "**Not checked**: a language model wrote this, for it is none of my topics. Take it as a suggestion and check it."
)
