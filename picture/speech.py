r"""Mathematics as it is said: what a screen reader speaks for a formula or a page, in English and in Korean.

Nothing here raises, whatever the text. A formula that cannot be read is said as its source without backslashes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.showing.spans import Place, Span, spans
from maths.typesetting.parse import NotSetError, parse
from picture.speaking.arranging import outline
from picture.speaking.english import English
from picture.speaking.korean import Korean, continued
from picture.speaking.pages import shortened, units, without_markdown
from picture.speaking.sounds import breathed, confusable, letters
from tutor.types import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.typesetting.tree import Node

LONGEST = 1024  # UTF-16 units of a picture's description: Discord's limit
_MARK = "\ue000{}\ue001"
_MARKED = re.compile("\ue000([0-9]+)\ue001([가-힣]*)(?=(.?))", re.DOTALL)
_TWO_STOPS = re.compile(r"([.!?,;:])\.(?=\s|$)")
_ENDS_SENTENCE = re.compile(r"[.?]\s*(?:\\end\s*\{[^{}]*\}\s*)*$")
_LEFT_OUT = {Language.ENGLISH: "The rest is left out here.", Language.KOREAN: "나머지는 여기서 생략합니다."}
_NUMBERED = {Language.ENGLISH: "Page {page} of {count}.", Language.KOREAN: "{count}쪽 중 {page}쪽."}


def speak(latex: str, language: Language) -> str:
    """A formula, without its delimiters, as it is said."""
    return _said(latex, _parsed(latex), _speaker(language, [latex]))


def alt_text(text: str, language: Language, longest: int = LONGEST) -> str:
    """A page of Markdown with LaTeX as it is said, shortened at a sentence's end where it would be too long."""
    return shortened(_page(text, language), longest, _LEFT_OUT[language])


def alt_texts(pages: Sequence[str], language: Language) -> tuple[str, ...]:
    """What is said of each of several pages; where there is more than one, each begins with its number."""
    if len(pages) == 1:
        return (alt_text(pages[0], language),)
    said = []
    for page, text in enumerate(pages, 1):
        number = _NUMBERED[language].format(page=page, count=len(pages))
        said.append(f"{number} {alt_text(text, language, LONGEST - units(number) - 1)}".strip())
    return tuple(said)


def _page(text: str, language: Language) -> str:
    found = spans(text)
    speaker = _speaker(language, [span.text for span in found if span.place not in (Place.PROSE, Place.CODE)])
    marked = ""
    said: list[str] = []
    for span in found:
        if span.place in (Place.PROSE, Place.CODE):
            marked += span.text.replace("\ue000", "").replace("\ue001", "")
            continue
        shown = _MARK.format(len(said))
        marked += f"\n\n{shown}\n\n" if span.place is Place.DISPLAY else shown
        said.append(_span(span, speaker))

    def spoken(match: re.Match[str]) -> str:
        formula = said[int(match[1])]
        after = match[2]
        if language is Language.KOREAN and after:
            return continued(formula, after, match[3])
        return f"{formula}{' ' * bool(after)}{after}"

    return _TWO_STOPS.sub(r"\1", _MARKED.sub(spoken, without_markdown(marked, language)))


def _span(span: Span, speaker: English | Korean) -> str:
    latex = span.text
    if span.place is Place.SCRIPT:
        return f" {_said('x' + latex, _parsed('x' + latex), speaker).removeprefix('x')}"
    said = _said(latex, _parsed(latex), speaker)
    return f"{said}." if _ENDS_SENTENCE.search(latex) else said


def _speaker(language: Language, formulas: Sequence[str]) -> English | Korean:
    trees = (tree for latex in formulas if (tree := _parsed(latex)) is not None)
    confused = confusable(letter for tree in trees for letter in letters(tree))
    return Korean(confused) if language is Language.KOREAN else English(confused)


def _parsed(latex: str) -> Node | None:
    try:
        return parse(latex)
    except NotSetError:
        return None


def _said(latex: str, tree: Node | None, speaker: English | Korean) -> str:
    if tree is None:
        return _source(latex)
    try:
        return breathed(speaker.say(outline(tree)))
    except RecursionError:  # a thousand signs in a row, each of which works on all that follows
        return _source(latex)


def _source(latex: str) -> str:
    """The source without backslashes, braces and dollars."""
    return " ".join(re.sub(r"[{}$&]", " ", latex.replace("\\", " ")).split())
