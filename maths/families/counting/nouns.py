"""Nouns of a statement in the reader's language, where the catalogue knows them; else as the statement has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable


def noun(text: str) -> Message | str:
    """`boys` is said 남학생 to a Korean reader; what no catalogue knows stays as it is."""
    return Message(text) if text.replace(" ", "").isalpha() else text


def in_a_row(parts: Iterable[Message | str]) -> Message | str:
    """Several with commas between."""
    first, *rest = parts
    for part in rest:
        first = Message("{first}, {rest}", first=first, rest=part)
    return first


def sizes(groups: Iterable[tuple[str, int]]) -> Message | str:
    """`boys: 4, girls: 5`"""
    return in_a_row(Message("{kind}: {count}", kind=noun(kind), count=count) for kind, count in groups)


def numbers(kinds: Iterable[tuple[str, int]]) -> Message | str:
    """`red × 4, blue × 5`"""
    return in_a_row(Message("{kind} × {count}", kind=noun(kind), count=count) for kind, count in kinds)
