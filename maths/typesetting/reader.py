"""Reads rows of LaTeX: atoms with their scripts, groups, fences."""

from __future__ import annotations

import re

from maths.bounds import MAX_SET_CELLS
from maths.message import Message
from maths.typesetting import commands as known
from maths.typesetting.command_reader import COMMANDS, fence
from maths.typesetting.grid_reader import loose_grid
from maths.typesetting.rows import Rows
from maths.typesetting.tree import (
    Binomial,
    Cell,
    Coloured,
    Fenced,
    Font,
    Fraction,
    Grid,
    Kind,
    Large,
    Layout,
    Letter,
    Marked,
    Middle,
    Name,
    Node,
    Number,
    Row,
    Scripts,
    Sign,
    Space,
    Styled,
    Words,
)
from maths.typesetting.unicode import LOWERED, RAISED, is_letter, is_shown
from maths.typesetting.words import words

_GROUPED_NUMBER = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?")
_NUMBER = re.compile(
    r"[0-9]+(?:(?:\{,\}|,\\!|\\,|\\!,\\!)[0-9]{3}(?![0-9])|\{,\}[0-9]+)*(?:\.[0-9]+|\{\.\}[0-9]+)?|\.[0-9]+"
)
_THIN = re.compile(r"\\,")
_SEPARATOR = re.compile(r"[{}]|\\!")
_FOREIGN = re.compile(r"[^\W\d_A-Za-zͰ-Ͽ]+(?:[ ][^\W\d_A-Za-zͰ-Ͽ]+)*")
_CLOSERS = frozenset({"end", "right", "cr", "\\"})
_OPENERS, _ENDERS = frozenset("([{,|"), frozenset(")]},|\\")
_DECLARED = frozenset({*known.STYLES, *known.DECLARED_FONTS, "color", *known.INFIXES})
_SCRIPTS = frozenset("^_'’′") | frozenset(RAISED) | frozenset(LOWERED)
_PRIME = Sign("′")
_EMPTY = Row(())


class Reader(Rows):
    """Reads what stands between two places. `font` is the face letters have here; `cells` counts those of all grids."""

    def __init__(self, text: str, offset: int = 0, depth: int = 0) -> None:
        super().__init__(text, offset, depth)
        self.font: Font | None = None
        self.cells = 0

    def whole(self) -> Node:
        """All of the text. Raises NotSetError."""
        node = self.row()
        if not self.at_end() and (self.peek() == "&" or self.peek_command() in {"\\", "cr"}):
            self.place = 0
            node = loose_grid(self)
        if not self.at_end():
            raise self.error(Message("{text} has no partner before it", text=self._stopping()))
        return node

    def inner(self, text: str, offset: int, depth: int) -> Node:
        """A formula that stands between dollars inside of words."""
        reader = Reader(text, offset, depth)
        reader.cells = self.cells
        node = reader.whole()
        self.cells = reader.cells
        return node

    def count_cell(self) -> None:
        self.cells += 1
        if self.cells > MAX_SET_CELLS:
            raise self.error(Message("more than {count} cells", count=MAX_SET_CELLS))

    def row(self, closer: str = "") -> Node:
        r"""Up to a `}`, `&`, `\\`, `\end`, `\right`, the closer or the end; what stops stays."""
        self.deeper()
        font = self.font
        items: list[Node] = []
        while not self._stops(closer):
            name = self.peek_command() if self.peek() == "\\" else ""
            if name in _DECLARED:
                items = self._declared(items, name, closer)
            elif (node := self.scripted()) is not None:
                items.append(node)
        self.font = font
        self.depth -= 1
        return items[0] if len(items) == 1 else Row(tuple(items))

    def _stops(self, closer: str) -> bool:
        self.skip_space()
        character = self.peek()
        if character == "\\":
            return self.peek_command() in _CLOSERS
        return character in {"", "}", "&", "$"} or character == closer

    def _stopping(self) -> str:
        return f"\\{self.peek_command()}" if self.peek() == "\\" else self.peek()

    def _declared(self, before: list[Node], name: str, closer: str) -> list[Node]:
        """What concerns all the rest of a group, or what stood before it."""
        self.take_command()
        if name in known.INFIXES:
            top = before[0] if len(before) == 1 else Row(tuple(before))
            return [_infix(name, top, self.row(closer))]
        if name in known.STYLES:
            return [*before, Styled(known.STYLES[name], self.row(closer))]
        if name == "color":
            colour = self.colour()
            rest = self.row(closer)
            return [*before, Coloured(colour, rest) if colour else rest]
        self.font = known.FONTS[name]
        return before

    def colour(self) -> str:
        """The colour a group names, empty where it is none that is known."""
        self.raw_option()
        name = self.raw_group()[0].strip().lower()
        return name if name in known.COLOURS else ""

    def scripted(self) -> Node | None:
        """An atom with all its scripts; none where the text says nothing here."""
        limits: bool | None = None
        if self.peek() in _SCRIPTS:
            base: Node | None = _EMPTY
        else:
            above_below = self.peek_command() == "mathop"
            base = self.atom()
            if above_below or (isinstance(base, Marked) and base.mark in known.BRACES):
                limits = True
        if base is None:
            return None
        return self._with_scripts(base, limits=limits)

    def _with_scripts(self, base: Node, *, limits: bool | None) -> Node:
        below: list[Node] = []
        above: list[Node] = []
        while True:
            self.skip_space()
            character = self.peek()
            if character == "\\" and self.peek_command() in {"limits", "nolimits"}:
                limits = self.take_command() == "limits"
            elif not character or character not in _SCRIPTS:
                break
            else:
                self._script(character, below, above)
        if not below and not above:
            return base
        return Scripts(base, _joined(below), _joined(above), limits)

    def _script(self, character: str, below: list[Node], above: list[Node]) -> None:
        place = self.place
        self.place += 1
        if character in "'’′":
            above.append(_PRIME)
        elif character in RAISED:
            above.append(_unraised(RAISED[character]))
        elif character in LOWERED:
            below.append(_unraised(LOWERED[character]))
        else:
            held = below if character == "_" else above
            if any(item != _PRIME for item in held):
                raise self.error(Message("two scripts at the same place"), place)
            held.append(self.argument(character))

    def argument(self, owner: str) -> Node:
        """The group or the single sign that a command or a script takes."""
        self.skip_space()
        if self.peek() == "{":
            return self.group()
        if self._stops("]") or self.peek() in _SCRIPTS:
            raise self.error(Message("what {command} applies to is missing", command=owner))
        if self.peek() == "\\":
            node = self.atom()
            return _EMPTY if node is None else node
        return self._character(single=True) or _EMPTY

    def group(self) -> Node:
        start = self.place
        self.take("{")
        node = self.row()
        if not self.take("}"):
            raise self.error(Message("a closing brace is missing"), start)
        return node

    def option(self) -> Node | None:
        """What stands between square brackets here, if they do."""
        self.skip_space()
        if not self.take("["):
            return None
        start = self.place - 1
        node = self.row("]")
        if not self.take("]"):
            raise self.error(Message("a closing bracket is missing"), start)
        return node

    def words_of_group(self, font: Font = Font.UPRIGHT) -> Node:
        return self.words_of(*self.raw_group(), font)

    def words_of(self, text: str, start: int, font: Font = Font.UPRIGHT) -> Node:
        self.deeper()
        node = words(text, self.offset + start, self.depth, self.inner, font)
        self.depth -= 1
        return node

    def atom(self) -> Node | None:
        """One thing without its scripts; none where the text says nothing here."""
        character = self.peek()
        if character == "\\":
            return self._command()
        if character == "{":
            return _as_ordinary(self.group())
        return self._character()

    def _command(self) -> Node | None:
        place = self.place
        name = self.take_command()
        self.deeper()
        node = self._named(name, place)
        self.depth -= 1
        return node

    def _named(self, name: str, place: int) -> Node | None:  # noqa: C901, PLR0911 - a line a table
        if name in known.SIGNS:
            return self._sign(name)
        if name in known.LETTERS:
            letter, font = known.LETTERS[name]
            return Letter(letter, self._bold_greek(font))
        if name in known.SPACES:
            return Space(known.SPACES[name])
        if name in known.NAMES:
            return Name(name)
        if name in known.NAMES_WITH_LIMITS:
            return Name(known.NAMES_WITH_LIMITS[name], limits=True)
        if name in known.LARGE:
            return Large(known.LARGE[name])
        if name == "left":
            return self._fenced(place)
        if name == "middle":
            return Middle(fence(self, name))
        if name in known.SILENT:
            for _ in range(known.SILENT[name]):
                self.raw_group()
            return None
        if name in COMMANDS:
            return COMMANDS[name](self, name)
        raise self.unknown(name, place)

    def _bold_greek(self, font: Font) -> Font:
        if self.font in {Font.BOLD, Font.BOLD_ITALIC}:
            return Font.BOLD if font is Font.UPRIGHT else Font.BOLD_ITALIC
        return font

    def _sign(self, name: str) -> Sign:
        text, kind = known.SIGNS[name]
        if name == "dots" and self._operates_next():
            text = "⋯"
        return Sign(text, kind)

    def _operates_next(self) -> bool:
        self.skip_space()
        if self.peek() == "\\":
            return self.peek_command() in known.OPERATORS or self.peek_command() in known.RELATIONS
        return known.TYPED_KINDS.get(self.peek()) in {Kind.OPERATOR, Kind.RELATION}

    def _fenced(self, place: int) -> Fenced:
        left = fence(self, "left")
        inner = self.row()
        if self.peek_command() != "right":
            raise self.error(Message("{text} has no partner behind it", text="\\left"), place)
        self.take_command()
        return Fenced(left, inner, fence(self, "right"))

    def _character(self, *, single: bool = False) -> Node | None:
        character = self.peek()
        if not single and (number := self._number()):
            return number
        if not single and character > "\x7f" and not is_letter(character) and (foreign := self.match(_FOREIGN)):
            return Words(foreign.group())
        self.place += 1
        if character.isascii() and character.isdigit():
            return Number(character, self.font or Font.UPRIGHT)
        if is_letter(character):
            return Letter(character, self.font or Font.ITALIC)
        if character in "~\u00a0":
            return Space(1 / 4)
        text = known.TYPED.get(character, character)
        return Sign(text, known.KINDS.get(character, known.KINDS.get(text, Kind.ORDINARY))) if is_shown(text) else None

    def _number(self) -> Number | None:
        start = self.place
        found = _GROUPED_NUMBER.match(self.text, start)
        if found and not _among_brackets(self.text, found):
            self.place = found.end()
            return Number(found.group(), self.font or Font.UPRIGHT)
        if found := self.match(_NUMBER):
            text = _SEPARATOR.sub("", _THIN.sub("\u2009", found.group()))
            return Number(text, self.font or Font.UPRIGHT)
        return None


def _among_brackets(text: str, found: re.Match[str]) -> bool:
    """Whether `3,125` may be the coordinates of a point rather than one number."""
    before = found.start() - 1
    while before >= 0 and text[before].isspace():
        before -= 1
    return (before >= 0 and text[before] in _OPENERS) or text[found.end() : found.end() + 1] in _ENDERS


def _unraised(character: str) -> Node:
    if character.isdigit():
        return Number(character)
    return Letter(character) if character.isalpha() else Sign(known.TYPED.get(character, character), Kind.OPERATOR)


def _joined(scripts: list[Node]) -> Node | None:
    if not scripts:
        return None
    return scripts[0] if len(scripts) == 1 else Row(tuple(scripts))


def _as_ordinary(node: Node) -> Node:
    """Braces make anything an ordinary atom: the comma of `{,}` has no space behind it."""
    if isinstance(node, Sign):
        return Sign(node.text)
    return node


def _infix(name: str, top: Node, bottom: Node) -> Node:
    if name == "choose":
        return Binomial(top, bottom)
    if name == "over":
        return Fraction(top, bottom)
    left, right = {"atop": ("", ""), "brack": ("[", "]"), "brace": ("{", "}")}[name]
    return Grid(Layout.MATRIX, ((Cell(top),), (Cell(bottom),)), left, right)
