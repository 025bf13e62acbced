"""Takes `<think>...</think>` out of a token stream, wherever the stream was cut into chunks.

Servers that know a model's template keep its thinking apart by themselves; others let the tags through,
and where the template itself opens the thinking, only the closing tag is ever seen.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from tutor.ports import Text, Thought

if TYPE_CHECKING:
    from collections.abc import Iterator

OPEN, CLOSE = "<think>", "</think>"


class Opening(Enum):
    """What a stream may begin with."""

    ANSWER = auto()  # text is answer unless a tag opens: passed on at once
    THINKING = auto()  # the template opened the thinking: everything before the closing tag is thought
    UNKNOWN = auto()  # either: text is held back until the first tag, or the end, tells; empty thoughts show life


class Splitter:
    """Feed it chunks, then `finish`. The same text gives the same pieces joined, however it was cut.

    Unclosed thinking stays thinking; a closing tag that nothing opened is dropped; blank space before
    an answer is dropped.
    """

    def __init__(self, opening: Opening = Opening.ANSWER) -> None:
        self._held = ""  # may yet become a tag
        self._doubtful: list[str] | None = [] if opening is Opening.UNKNOWN else None
        self._thinking = opening is Opening.THINKING
        self._at_start = not self._thinking  # of an answer

    def feed(self, chunk: str) -> Iterator[Text | Thought]:
        """The pieces this chunk settles."""
        rest = self._held + chunk
        while (found := _first_tag(rest)) is not None:
            before, tag, rest = found
            yield from self._pass(before)
            yield from self._turn(tag)
        keep = _start_of_tag(rest)
        self._held = rest[len(rest) - keep :]
        yield from self._pass(rest[: len(rest) - keep])

    def apart(self) -> Iterator[Text | Thought]:
        """The server keeps the thinking apart by itself: what was held back is answer, and so is what comes."""
        yield from self._settle(Text)
        self._thinking = False

    def finish(self) -> Iterator[Text | Thought]:
        """What was held back: it was no tag, and no thinking."""
        yield from self._pass(self._held)
        self._held = ""
        yield from self._settle(Text)

    def _pass(self, text: str) -> Iterator[Text | Thought]:
        if self._at_start:
            text = text.lstrip()
            self._at_start = not text
        if not text:
            return
        if self._doubtful is not None:
            self._doubtful.append(text)
            yield Thought("")
        else:
            yield Thought(text) if self._thinking else Text(text)

    def _turn(self, tag: str) -> Iterator[Text | Thought]:
        yield from self._settle(Text if tag == OPEN else Thought)
        self._thinking = tag == OPEN
        self._at_start = not self._thinking

    def _settle(self, kind: type[Text | Thought]) -> Iterator[Text | Thought]:
        held, self._doubtful = self._doubtful, None
        if held:
            yield kind("".join(held))


def _first_tag(text: str) -> tuple[str, str, str] | None:
    places = [(place, tag) for tag in (OPEN, CLOSE) if (place := text.find(tag)) >= 0]
    if not places:
        return None
    place, tag = min(places)
    return text[:place], tag, text[place + len(tag) :]


def _start_of_tag(text: str) -> int:
    """How many characters at the end of the text may be the start of a tag."""
    for length in range(min(len(text), len(CLOSE) - 1), 0, -1):
        if any(tag.startswith(text[-length:]) for tag in (OPEN, CLOSE)):
            return length
    return 0
