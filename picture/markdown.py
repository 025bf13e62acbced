r"""Markdown with mathematics as blocks: what Discord shows of it and a little more (tables, display formulas).

Total: every text has blocks. Formulas are `$x$`, `\(x\)`, `$$x$$`, `\[x\]`, an environment that stands alone, and a
`\boxed{}` that somebody left without dollars. A line break is a line break, as on Discord.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TypeAlias
from unicodedata import category

MAX_DEPTH = 6  # lists within lists
_SHOWN_CODE = 2_000  # characters of one block of code


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Mathematics:
    latex: str
    display: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A new line."""


Inline: TypeAlias = Text | Code | Mathematics | Break


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: tuple[Inline, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Display:
    latex: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class CodeBlock:
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `first` is the number of its first item, none where it has bullets."""

    first: int | None
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` has a letter `l`, `c` or `r` for each; the first row is the head."""

    columns: str
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


Block: TypeAlias = Heading | Paragraph | Display | CodeBlock | Rule | Quote | Items | Table

_MARK_OPEN, _MARK_CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_MARK_OPEN}([0-9]+){_MARK_CLOSE}")
_OPENER = re.compile(
    r"^[ \t]*```[^\n`]*\n|`+|\$\$|\\\[|\\\(|\$|\\begin\s*\{([A-Za-z]+\*?)\}|\\boxed\s*\{|\\[^\sA-Za-z0-9]", re.MULTILINE
)
_INLINE = re.compile(r"\$(?![\s$])((?:[^$\n\\]|\\.|\n(?!\s*\n))*?)(?<!\s)\$(?![\d$])", re.DOTALL)
_PRICES = re.compile(r"[^\W\d_]{2}\s+[^\W\d_]{2}")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_SMALL = re.compile(r"-#\s+(.*)")
_ITEM = re.compile(r"(\s*)(?:([-*+•])|([0-9]{1,9})[.)])(\s+)(\S.*)$")
_RULE = re.compile(r"\s{0,3}(?:-\s*){3,}$|\s{0,3}(?:\*\s*){3,}$|\s{0,3}(?:_\s*){3,}$")
_QUOTE = re.compile(r"\s{0,3}>\s?(.*)")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\(<?https?://[^\s()<>]{1,500}>?\)")
_EMPHASIS = re.compile(r"\*{1,3}|_{1,3}|~~")
_PLAIN_END = re.compile(r"[.,;:!?。]{0,2}")


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, from top to bottom."""
    reader = _Reader()
    return reader.blocks(reader.marked(_cleaned(text)).split("\n"), 0)


def _cleaned(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    return "".join(character for character in text if character == "\n" or category(character)[0] != "C")


class _Reader:
    """What stands between delimiters is put aside under a mark first, so that no line or emphasis cuts it."""

    def __init__(self) -> None:
        self._aside: list[Inline | CodeBlock] = []

    def marked(self, text: str) -> str:
        shown: list[str] = []
        place = 0
        unmatched: set[str] = set()
        while found := _OPENER.search(text, place):
            shown.append(text[place : found.start()])
            end, item = self._enclosed(text, found, unmatched)
            shown.append(found.group() if item is None else self._put(item))
            place = end
        return "".join([*shown, text[place:]])

    def _put(self, item: Inline | CodeBlock) -> str:
        self._aside.append(item)
        return f"{_MARK_OPEN}{len(self._aside) - 1}{_MARK_CLOSE}"

    def _enclosed(  # noqa: PLR0911 - a line a delimiter
        self, text: str, found: re.Match[str], unmatched: set[str]
    ) -> tuple[int, Inline | CodeBlock | None]:
        opener, start = found.group(), found.end()
        if opener.lstrip().startswith("```") and opener.endswith("\n"):
            return self._until(text, start, "```", unmatched, lambda inner: CodeBlock(inner.rstrip()[:_SHOWN_CODE]))
        if opener.startswith("`"):
            return self._until(text, start, opener, unmatched, lambda inner: Code(inner.strip().replace("\n", " ")))
        if opener == "$":
            return _dollar(text, found)
        if opener in {"$$", "\\[", "\\("}:
            closer = {"$$": "$$", "\\[": "\\]", "\\(": "\\)"}[opener]
            return self._until(
                text, start, closer, unmatched, lambda inner: Mathematics(inner.strip(), display=opener != "\\(")
            )
        if opener.startswith("\\begin"):
            closer = f"\\end{{{found.group(1)}}}"
            return self._until(
                text, start, closer, unmatched, lambda inner: Mathematics(f"{opener}{inner}{closer}", display=True)
            )
        if opener.startswith("\\boxed"):
            end = _group_end(text, start)
            return (end, Mathematics(text[found.start() : end])) if end else (start, None)
        return start, Text(opener[1:])

    def _until(self, text, start, closer, unmatched, made):  # type: ignore[no-untyped-def]
        end = -1 if closer in unmatched else text.find(closer, start)
        if end < 0 or not text[start:end].strip():
            if end < 0:
                unmatched.add(closer)
            return start, None
        return end + len(closer), made(text[start:end])

    def blocks(self, lines: list[str], depth: int) -> tuple[Block, ...]:
        found: list[Block] = []
        paragraph: list[str] = []
        place = 0

        def flush() -> None:
            if paragraph:
                found.extend(self._paragraph("\n".join(paragraph)))
                paragraph.clear()

        while place < len(lines):
            line = lines[place]
            taken, block = self._block(lines, place, depth, bool(paragraph))
            if block is not None:
                flush()
                found.append(block)
                place = taken
                continue
            if line.strip():
                paragraph.append(line.strip())
            else:
                flush()
            place += 1
        flush()
        return tuple(found)

    def _block(self, lines: list[str], place: int, depth: int, in_paragraph: bool) -> tuple[int, Block | None]:
        line = lines[place]
        if heading := _HEADING.match(line):
            return place + 1, Heading(min(len(heading.group(1)), 4), tuple(self.inlines(heading.group(2))))
        if small := _SMALL.match(line):
            return place + 1, Paragraph(tuple(self.inlines(small.group(1))), small=True)
        if _RULE.match(line):
            return place + 1, Rule()
        if "|" in line and place + 1 < len(lines) and "-" in lines[place + 1] and _DELIMITERS.match(lines[place + 1]):
            return self._table(lines, place)
        if (
            depth < MAX_DEPTH
            and (item := _ITEM.match(line))
            and (not in_paragraph or item.group(2) or item.group(3) == "1")
        ):
            return self._items(lines, place, depth)
        if depth < MAX_DEPTH and _QUOTE.match(line):
            return self._quote(lines, place, depth)
        return place, None

    def _quote(self, lines: list[str], place: int, depth: int) -> tuple[int, Block]:
        inner: list[str] = []
        while place < len(lines) and (found := _QUOTE.match(lines[place])):
            inner.append(found.group(1))
            place += 1
        return place, Quote(self.blocks(inner, depth + 1))

    def _items(self, lines: list[str], place: int, depth: int) -> tuple[int, Block]:
        first = _ITEM.match(lines[place])
        if first is None:
            raise AssertionError(place)
        numbered = first.group(3)
        indent = len(first.group(1))
        items: list[tuple[Block, ...]] = []
        while place < len(lines) and (found := _ITEM.match(lines[place])):
            if len(found.group(1)) != indent or bool(found.group(3)) != bool(numbered):
                break
            inner = [found.group(5)]
            place += 1
            content = min(indent + 2, found.start(5))
            while place < len(lines) and _belongs(lines, place, content, indent):
                inner.append(lines[place][min(found.start(5), _indent(lines[place])) :])
                place += 1
            items.append(self.blocks(inner, depth + 1))
        return place, Items(int(numbered) if numbered else None, tuple(items))

    def _table(self, lines: list[str], place: int) -> tuple[int, Block]:
        columns = "".join(_side(cell) for cell in _cells(lines[place + 1]))
        rows = [lines[place]]
        place += 2
        while place < len(lines) and "|" in lines[place] and lines[place].strip():
            rows.append(lines[place])
            place += 1
        cells = [[tuple(self.inlines(cell)) for cell in _cells(row)][: len(columns)] for row in rows]
        return place, Table(columns, tuple((*row, *[()] * (len(columns) - len(row))) for row in cells))

    def _paragraph(self, text: str) -> list[Block]:
        """One paragraph, or several where display formulas and code stand between its lines."""
        found: list[Block] = []
        held: list[Inline] = []

        def flush() -> None:
            inlines = _trimmed(held)
            held.clear()
            if alone := _alone(inlines):
                found.append(alone)
            elif inlines:
                found.append(Paragraph(tuple(inlines)))

        for item in self.inlines(text):
            if isinstance(item, CodeBlock):
                flush()
                found.append(item)
            elif isinstance(item, Mathematics) and item.display:
                flush()
                found.append(Display(item.latex))
            elif isinstance(item, Text) and not held and found and isinstance(found[-1], Display):
                after = _PLAIN_END.match(item.text).group()  # type: ignore[union-attr]
                if after and not found[-1].after and item.text[len(after) :][:1] in ("", " "):
                    found[-1] = replace(found[-1], after=after)
                    item = replace(item, text=item.text[len(after) :])
                if item.text.strip():
                    held.append(item)
            else:
                held.append(item)
        flush()
        return found

    def inlines(self, text: str) -> list[Inline]:
        """Text with its faces, and what was put aside."""
        text = _LINK.sub(r"\1", text)
        return [piece for run in _faces(text) for piece in self._restored(run)]

    def _restored(self, run: Text) -> list[Inline]:
        found: list[Inline] = []
        place = 0
        for mark in _MARK.finditer(run.text):
            found.extend(_broken(replace(run, text=run.text[place : mark.start()])))
            if (number := int(mark.group(1))) < len(self._aside):
                item = self._aside[number]
                found.append(replace(run, text=item.text) if isinstance(item, Text) else item)  # type: ignore[arg-type]
            place = mark.end()
        found.extend(_broken(replace(run, text=run.text[place:])))
        return found


def _dollar(text: str, found: re.Match[str]) -> tuple[int, Inline | None]:
    inner = _INLINE.match(text, found.start())
    before = text[found.start() - 1 : found.start()]
    if inner is None or (before.isascii() and before.isalnum()) or _is_price(inner.group(1)):
        return found.end(), None
    return inner.end(), Mathematics(inner.group(1).strip())


def _is_price(content: str) -> bool:
    """`5 and` between the dollars of `$5 and $6`."""
    return "\\" not in content and "^" not in content and content[:1].isdigit() and bool(_PRICES.search(content))


def _group_end(text: str, start: int) -> int:
    depth = 1
    for place in range(start, min(len(text), start + 2_000)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if not depth:
            return place + 1
    return 0


def _broken(run: Text) -> list[Inline]:
    """Its lines, with breaks between them."""
    found: list[Inline] = []
    for number, line in enumerate(run.text.split("\n")):
        if number:
            found.append(Break())
        if line:
            found.append(replace(run, text=line))
    return found


def _trimmed(inlines: list[Inline]) -> list[Inline]:
    items = list(inlines)
    for end in (0, -1):
        while items and (
            isinstance(items[end], Break) or (isinstance(items[end], Text) and not items[end].text.strip())
        ):
            items.pop(end)
    return items


def _alone(inlines: list[Inline]) -> Display | None:
    """A paragraph of one formula, with no more than a full stop behind it, is set as a display."""
    if not inlines or not isinstance(inlines[0], Mathematics) or len(inlines) > 2:
        return None
    after = inlines[1].text.strip() if len(inlines) == 2 and isinstance(inlines[1], Text) else ""
    if len(inlines) == 2 and not (after and _PLAIN_END.fullmatch(after)):
        return None
    return Display(inlines[0].latex, after)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _belongs(lines: list[str], place: int, content: int, indent: int) -> bool:
    """Whether a line is part of the item above it."""
    line = lines[place]
    if not line.strip():
        later = next((other for other in lines[place + 1 : place + 4] if other.strip()), "")
        return bool(later) and _indent(later) >= content
    if _indent(line) >= content:
        return True
    if _ITEM.match(line) or _HEADING.match(line) or _RULE.match(line) or _QUOTE.match(line):
        return False
    return bool(lines[place - 1].strip()) and _indent(line) >= indent and "|" not in line and not _SMALL.match(line)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().removeprefix("|").removesuffix("|").split("|")]


def _side(cell: str) -> str:
    if cell.endswith(":"):
        return "c" if cell.startswith(":") else "r"
    return "l"


def _faces(text: str) -> list[Text]:
    """Runs of one face. A mark of emphasis without its partner is a character."""
    tokens = [token for token in _EMPHASIS.finditer(text) if _may_mark(text, token)]
    partners = _partners(text, tokens)
    found: list[Text] = []
    faces = {"bold": False, "italic": False, "struck": False}
    place = 0
    for number, token in enumerate(tokens):
        if number not in partners:
            continue
        if token.start() > place:
            found.append(Text(text[place : token.start()], **faces))
        for face in _FACES[token.group()]:
            faces[face] = not faces[face]
        place = token.end()
    if place < len(text):
        found.append(Text(text[place:], **faces))
    return found


_FACES = {
    "*": ("italic",), "**": ("bold",), "***": ("bold", "italic"), "_": ("italic",), "__": ("bold",),
    "___": ("bold", "italic"), "~~": ("struck",),
}  # fmt: skip


def _may_mark(text: str, token: re.Match[str]) -> bool:
    before, after = text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]
    return not ("_" in token.group() and before.isalnum() and after.isalnum())


def _partners(text: str, tokens: list[re.Match[str]]) -> set[int]:
    """The numbers of the tokens that open or close, properly nested."""
    opened: dict[str, list[int]] = {}
    partners: set[int] = set()
    for number, token in enumerate(tokens):
        before, after = text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]
        waiting = opened.setdefault(token.group(), [])
        if waiting and before.strip():
            opener = waiting.pop()
            partners |= {opener, number}
            for others in opened.values():
                while others and others[-1] > opener:
                    others.pop()
        elif after.strip():
            waiting.append(number)
    return partners
