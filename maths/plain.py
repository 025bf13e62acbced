r"""Markdown with LaTeX in it to Markdown with readable Unicode in it.

`plain` is total: it raises nothing, whatever it is given, and returns in time linear in the text.
It leaves code spans, escapes of Markdown and money ("$5 and $6") as they are; no LaTeX command keeps
its backslash, no group its braces.
"""

from __future__ import annotations

from functools import lru_cache

from maths.bounds import MAX_PLAIN_LENGTH
from maths.showing.lenient import readable, stripped
from maths.showing.plain_formula import formula
from maths.showing.spans import Place, Span, spans

_TOUCHING = frozenset("()[]^/!")


def plain(text: str) -> str:
    """The text with its mathematics in Unicode. Beyond `MAX_PLAIN_LENGTH` characters LaTeX is only stripped."""
    if "\\" not in text and "$" not in text and "{" not in text:
        return text
    if len(text) > MAX_PLAIN_LENGTH:
        return stripped(text)
    found = spans(text)
    return "".join(_shown(span, found[place - 1 : place], found[place + 1 :][:1]) for place, span in enumerate(found))


def _shown(span: Span, before: list[Span], after: list[Span]) -> str:
    match span.place:
        case Place.PROSE | Place.CODE:
            return span.text
        case Place.SCRIPT:
            return _formula(f"x{span.text}").removeprefix("x")
        case Place.LOOSE:
            return _among_words(_formula(span.text), _edge(before, -1), _edge(after, 0))
        case _:
            return _formula(span.text)


def _edge(beside: list[Span], at: int) -> str:
    """The character of the text that stands beside; none where a formula's delimiter does."""
    if not beside or beside[0].place in (Place.INLINE, Place.DISPLAY):
        return ""
    return beside[0].text[at]


def _among_words(shown: str, before: str, after: str) -> str:
    """A command that stood outside of dollars, kept apart from what touches it."""
    if "/" in shown and (after.isalnum() or before.isalnum() or after in _TOUCHING or before in _TOUCHING):
        shown = f"({shown})"
    return f"{shown} " if shown[-1:].isalpha() and after.isalnum() else shown


@lru_cache(maxsize=1024)
def _formula(latex: str) -> str:
    tree = readable(latex)
    return stripped(latex) if tree is None else formula(tree)
