r"""The words inside `\text{}` and its kin: characters, spaces, faces, and the mathematics between their dollars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from maths.typesetting.commands import LETTERS, SIGNS, SILENT, SPACES, TEXTS
from maths.typesetting.scanner import Scanner
from maths.typesetting.tree import Font, Node, Row, Words
from maths.typesetting.unicode import is_shown

if TYPE_CHECKING:
    from collections.abc import Callable

    Formula = Callable[[str, int, int], Node]

_REPLACED = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"), ("~", "\u00a0"))


def words(text: str, offset: int, depth: int, formula: Formula, font: Font = Font.UPRIGHT) -> Node:
    """The words and formulas of a text; `formula` reads the mathematics. Raises NotSetError."""
    items = _Reader(Scanner(text, offset, depth), formula, font).items("")
    return items[0] if len(items) == 1 else Row(tuple(items))


def bare(text: str, offset: int, depth: int) -> str:
    """The words where no formula may stand: a name, a tag. Raises NotSetError."""

    def refuse(_text: str, place: int, _depth: int) -> Node:
        raise scanner.error(Message("no formula can stand here"), place - offset)

    scanner = Scanner(text, offset, depth)
    items = _Reader(scanner, refuse, Font.UPRIGHT).items("")
    return "".join(item.text for item in items if isinstance(item, Words))


class _Reader:
    def __init__(self, scanner: Scanner, formula: Formula, font: Font) -> None:
        self._scanner = scanner
        self._formula = formula
        self._font = font
        self._shown: list[str] = []
        self._items: list[Node] = []

    def items(self, closer: str) -> list[Node]:
        while not self._scanner.at_end() and not (closer and self._scanner.peek() == closer):
            self._read()
        self._flush()
        return self._items

    def _flush(self) -> None:
        if self._shown:
            self._items.append(Words("".join(self._shown), self._font))
            self._shown.clear()

    def _read(self) -> None:
        scanner = self._scanner
        character = scanner.peek()
        if character == "\\":
            self._command()
        elif character == "$":
            self._mathematics()
        elif character == "{":
            self._group(self._font, *scanner.raw_group())
        elif character == "}":
            raise scanner.error(Message("a closing brace with no opening one"))
        else:
            self._characters(character)

    def _characters(self, character: str) -> None:
        for typed, shown in _REPLACED:
            if self._scanner.take(typed):
                self._shown.append(shown)
                return
        self._scanner.place += 1
        if character.isspace():
            character = " " if not self._shown or self._shown[-1] != " " else ""
        if character == "\u00a0" or is_shown(character):
            self._shown.append(character)

    def _group(self, font: Font, text: str, start: int) -> None:
        scanner = self._scanner
        scanner.deeper()
        self._flush()
        inner = Scanner(text, scanner.offset + start, scanner.depth)
        self._items.extend(_Reader(inner, self._formula, font).items(""))
        scanner.depth -= 1

    def _mathematics(self) -> None:
        scanner = self._scanner
        dollars = "$$" if scanner.text.startswith("$$", scanner.place) else "$"
        start = scanner.place + len(dollars)
        end = scanner.text.find(dollars, start)
        if end < 0:
            raise scanner.error(Message("a closing dollar sign is missing"))
        self._flush()
        self._items.append(self._formula(scanner.text[start:end], scanner.offset + start, scanner.depth + 1))
        scanner.place = end + len(dollars)

    def _command(self) -> None:
        scanner, place = self._scanner, self._scanner.place
        name = scanner.take_command()
        if name in TEXTS:
            self._group(TEXTS[name], *scanner.raw_group())
        elif name in SPACES or name == "\\":
            self._shown.append(" " if SPACES.get(name, 1) < 1 else "\u2003")
        elif name in SILENT:
            for _ in range(SILENT[name]):
                scanner.raw_group()
        elif name in "{}":
            self._shown.append(name)
        elif name in SIGNS:
            self._shown.append(SIGNS[name][0])
        elif name in LETTERS:
            self._shown.append(LETTERS[name][0])
        else:
            raise scanner.unknown(name, place)
        if name[0].isalpha():
            scanner.skip_space()
