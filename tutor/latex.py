r"""What a learner typed for `/latex`: one formula, or text with formulas between dollar signs. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.message import Message
from maths.typesetting.parse import NotSetError, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

_MATHS = re.compile(
    r"\$\$(?P<display>.+?)\$\$|\$(?P<inline>(?:\\.|[^$\n\\])+)\$|\\\((?P<round>.+?)\\\)|\\\[(?P<square>.+?)\\\]",
    re.DOTALL,
)
_DELIMITER = re.compile(r"(?<!\\)\$|\\[(\[]")


def checked(typed: str) -> str:
    r"""The Markdown of a page that shows what was typed.

    Raises NotSetError with the place of the first formula's mistake.
    """
    if not _DELIMITER.search(typed):
        parse(typed)
        return f"$${typed.strip()}$$"
    end = 0
    for start, formula, stop in _formulas(typed):
        _no_delimiter(typed, end, start)
        try:
            parse(formula)
        except NotSetError as error:
            raise NotSetError(error.message, error.place + typed.index(formula, start), error.command) from None
        end = stop
    _no_delimiter(typed, end, len(typed))
    return typed


def _formulas(typed: str) -> Iterator[tuple[int, str, int]]:
    for found in _MATHS.finditer(typed):
        yield found.start(), found[found.lastgroup or 0], found.end()


def _no_delimiter(typed: str, start: int, end: int) -> None:
    """Every dollar sign has its partner. Raises NotSetError."""
    if found := _DELIMITER.search(typed, start, end):
        raise NotSetError(Message("this formula is not closed"), found.start())
