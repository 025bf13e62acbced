"""A solution as the Markdown of its pages, and whether it is worth a picture at all. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.message import Message
from maths.verdict import SectionKind, Standing
from tutor import argument_words
from tutor.types import Asked, Voucher
from tutor.words import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.types import Language, Section, Solution

NAMES = {
    SectionKind.UNDERSTANDING: Message("Understanding the problem"),
    SectionKind.APPROACH: Message("Approach"),
    SectionKind.STEPS: Message("Step by step"),
    SectionKind.CHECK: Message("Check"),
    SectionKind.CONCLUSION: Message("Conclusion"),
}
VOUCHERS = {
    Voucher.MATHEMATICS: Message("vouched for by mathematics"),
    Voucher.PEOPLE: Message("written by people"),
    Voucher.MODEL_AUDITED: Message("written by a language model, its arithmetic audited"),
    Voucher.MODEL: Message("written by a language model, unchecked"),
}
SHORT = 500  # characters that read well as text, unless a formula among them needs more than one line
_TALL = re.compile(
    r"\\(?:[dtc]?frac|[dt]?binom|sqrt|int|iint|oint|sum|prod|lim|begin|over(?:line|brace)|under(?:line|brace))(?![A-Za-z])"
    r"|[\^_]\{[^{}]{2,}\}|\$\$"
)

_FORMULA_LAST = re.compile(r"(?P<words>[^$]*(?:\$[^$]*\$[^$]*)*[:：])\s*\$(?P<formula>[^$]+)\$[.]?")


def name(kind: SectionKind, asked: Asked) -> Message:
    """What a section is called."""
    return argument_words.NAMES[kind] if asked is Asked.ARGUMENT else NAMES[kind]


def worth_a_picture(solution: Solution) -> bool:
    """Whether the worked solution has something that a line of text shows badly: short plain answers stay text."""
    if solution.verdict.standing is Standing.REFUTED or not solution.sections:
        return False
    text = "\n".join(section.text for section in solution.sections)
    return len(text) > SHORT or needs_a_picture(text)


def needs_a_picture(text: str) -> bool:
    """Whether a formula in it takes more than one line on paper."""
    return _TALL.search(text) is not None


def sheet(solution: Solution) -> str:
    """The sections with their headings, and the answer in its box at the end."""
    language = solution.question.language
    parts = [f"## {render(NAMES[section.kind], language)}\n\n{body(section)}" for section in solution.sections]
    if solution.answer is not None:
        parts.append(f"$$\\boxed{{{solution.answer.latex}}}$$")
    return "\n\n".join(parts)


def body(section: Section) -> str:
    """What mathematics wrote, set as on paper: steps numbered, a tall formula at the end of a line below it."""
    if section.voucher is not Voucher.MATHEMATICS:
        return section.text
    lines = [_as_displayed(line) for line in section.text.splitlines() if line.strip()]
    if section.kind is SectionKind.STEPS and len(lines) > 1:
        return "\n".join(f"{place}. {line}" for place, line in enumerate(lines, 1))
    return "\n\n".join(lines)


def _as_displayed(line: str) -> str:
    found = _FORMULA_LAST.fullmatch(line)
    if found is None or _TALL.search(found["formula"]) is None:
        return line
    return f"{found['words']}\n$${found['formula']}$$"


def vouching(solution: Solution) -> Iterator[tuple[str, str]]:
    """Who vouches for which sections: their names, then the words for it."""
    language: Language = solution.question.language
    for voucher, words in VOUCHERS.items():
        kinds = dict.fromkeys(section.kind for section in solution.sections if section.voucher is voucher)
        if kinds:
            yield ", ".join(render(NAMES[kind], language) for kind in kinds), render(words, language)
