"""LaTeX that no page can be set from, made readable all the same: unknown commands become names, the rest is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.bounds import MAX_SET_LENGTH
from maths.typesetting.commands import LARGE, LETTERS, SIGNS, SPACES
from maths.typesetting.parse import NotSetError, parse

if TYPE_CHECKING:
    from maths.typesetting.tree import Node

_MOST_UNKNOWN = 8  # commands of one formula that are made names; each costs reading it again
_COMMAND = re.compile(r"\\([A-Za-z]+|.)\*?", re.DOTALL)
_GROUPING = re.compile(r"[{}$&\\]")


def readable(latex: str) -> Node | None:
    """The tree of a formula, commands that are not known taken as names; None where it cannot be read even so."""
    for _ in range(_MOST_UNKNOWN):
        try:
            return parse(latex)
        except NotSetError as error:
            name = error.command.removeprefix("\\")
            if not name.isalpha() or len(latex) > MAX_SET_LENGTH:
                return None
            latex = re.sub(rf"\\{name}(?![A-Za-z])\*?", rf"\\operatorname{{{name}}}", latex)
    return None


def stripped(text: str) -> str:
    """The text without backslashes and braces, commands by their signs or names."""
    shown = _GROUPING.sub("", _COMMAND.sub(_by_sign, text))
    return re.sub(r" {2,}", " ", shown)


def _by_sign(command: re.Match[str]) -> str:
    name = command[1]
    if name in SIGNS:
        return SIGNS[name][0]
    if name in LETTERS:
        return LETTERS[name][0]
    if name in LARGE:
        return LARGE[name]
    if name in SPACES or not name.isalpha():
        return " " if SPACES.get(name, 1) > 0 else ""
    return f" {name} "
