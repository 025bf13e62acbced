"""Where reading stands in a LaTeX text, and the errors that name the place."""

from __future__ import annotations

import re

from maths.bounds import MAX_SET_DEPTH, UnreadableError
from maths.message import Message

_COMMAND = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
_SPACE = re.compile(r"\s+")


class NotSetError(UnreadableError):
    """LaTeX that is not set, with the place in the text; `command` is the one to blame, if it is one."""

    def __init__(self, message: Message, place: int, command: str = "") -> None:
        super().__init__(message, place)
        self.command = command


class Scanner:
    """A text and a place in it. `offset` is where the text begins in the whole that places are told of."""

    def __init__(self, text: str, offset: int = 0, depth: int = 0) -> None:
        self.text = text
        self.place = 0
        self.offset = offset
        self.depth = depth

    def error(self, message: Message, place: int | None = None, command: str = "") -> NotSetError:
        return NotSetError(message, self.offset + (self.place if place is None else place), command)

    def unknown(self, name: str, place: int) -> NotSetError:
        command = f"\\{name}"
        return self.error(Message("the command {command} is not known here", command=command), place, command)

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_SET_DEPTH:
            raise self.error(Message("more than {count} levels of groups", count=MAX_SET_DEPTH))

    def skip_space(self) -> None:
        if found := _SPACE.match(self.text, self.place):
            self.place = found.end()

    def at_end(self) -> bool:
        return self.place >= len(self.text)

    def peek(self) -> str:
        """The next character, empty at the end."""
        return self.text[self.place : self.place + 1]

    def take(self, text: str) -> bool:
        if self.text.startswith(text, self.place):
            self.place += len(text)
            return True
        return False

    def peek_command(self) -> str:
        """The name of the command that begins here, empty where none does."""
        found = _COMMAND.match(self.text, self.place)
        return found.group(1) if found else ""

    def take_command(self) -> str:
        found = _COMMAND.match(self.text, self.place)
        if found is None:
            raise self.error(Message("a backslash with nothing behind it"))
        self.place = found.end()
        return found.group(1)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What the pattern finds here, taken."""
        found = pattern.match(self.text, self.place)
        if found:
            self.place = found.end()
        return found

    def raw_group(self) -> tuple[str, int]:
        """The characters of the group that begins here, and the place of the first of them."""
        self.skip_space()
        if not self.take("{"):
            raise self.error(Message("an opening brace is missing"))
        start, depth = self.place, 1
        while not self.at_end():
            character = self.peek()
            self.place += 2 if character == "\\" else 1
            depth += {"{": 1, "}": -1}.get(character, 0)
            if not depth:
                return self.text[start : self.place - 1], start
        raise self.error(Message("a closing brace is missing"), start - 1)

    def raw_option(self) -> str:
        """What stands between square brackets here, empty where none do."""
        self.skip_space()
        if self.peek() != "[" or (end := self.text.find("]", self.place)) < 0:
            return ""
        start, self.place = self.place + 1, end + 1
        return self.text[start:end]
