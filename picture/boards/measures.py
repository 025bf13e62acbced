"""What the boards of puzzles share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from picture.look import MARGIN, PAGE_WIDTH
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.types import Language

WIDTH = float(PAGE_WIDTH - 2 * MARGIN)


def words(cell: Message | str, language: Language) -> str:
    return say(cell, language) if isinstance(cell, Message) else cell


def joined(cells: Sequence[Message | str]) -> Message | str:
    """One after the other, with commas."""
    said: Message | str = ""
    for cell in cells:
        said = Message("{before}, {next}", before=said, next=cell) if said else cell
    return said
