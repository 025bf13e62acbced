r"""LaTeX mathematics to the tree of its notation.

Total within bounds: whatever the text, `parse` gives its tree or raises NotSetError in time linear in its length.
All of the text is read or none. No command defines another, so nothing grows: the tree has no more nodes than the
text has characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import MAX_SET_LENGTH
from maths.message import Message
from maths.typesetting.reader import Reader
from maths.typesetting.scanner import NotSetError

if TYPE_CHECKING:
    from maths.typesetting.tree import Node

__all__ = ["NotSetError", "parse"]


def parse(latex: str) -> Node:
    r"""The tree of a formula without its delimiters: `\frac{1}{2}`. Raises NotSetError."""
    if len(latex) > MAX_SET_LENGTH:
        raise NotSetError(Message("more than {count} characters in one formula", count=MAX_SET_LENGTH), MAX_SET_LENGTH)
    return Reader(latex).whole()
