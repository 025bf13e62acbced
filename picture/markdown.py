r"""Markdown with mathematics as blocks: what Discord shows of it and a little more (tables, display formulas).

Total: every text has blocks. Formulas are `$x$`, `\(x\)`, `$$x$$`, `\[x\]`, an environment that stands alone, and a
`\boxed{}` that somebody left without dollars. A line break is a line break, as on Discord.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import category

from picture.blocks import (
    Block,
    Break,
    Code,
    CodeBlock,
    Display,
    Heading,
    Inline,
    Items,
    Mathematics,
    Paragraph,
    Quote,
    Rule,
    Table,
    Text,
)
from picture.emphasis import faces

if TYPE_CHECKING:
    from collections.abc import Callable

    Aside = Inline | CodeBlock

_MOST_COLUMNS = 24  # of a table; what has more is no table
MAX_DEPTH = 6  # lists within lists
_SHOWN_CODE = 2_000  # characters of one block of code


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
        self._unmatched: set[str] = set()

    def marked(self, text: str) -> str:
        shown: list[str] = []
        place = 0
        while found := _OPENER.search(text, place):
            shown.append(text[place : found.start()])
            end, item = self._enclosed(text, found)
            shown.append(found.group() if item is None else self._put(item))
            place = end
        return "".join([*shown, text[place:]])

    def _put(self, item: Inline | CodeBlock) -> str:
        self._aside.append(item)
        return f"{_MARK_OPEN}{len(self._aside) - 1}{_MARK_CLOSE}"

    def _enclosed(  # noqa: PLR0911 - a line a delimiter
        self, text: str, found: re.Match[str]
    ) -> tuple[int, Inline | CodeBlock | None]:
        opener, start = found.group(), found.end()
        if opener.lstrip().startswith("```") and opener.endswith("\n"):
            return self._until(text, start, "```", lambda inner: CodeBlock(inner.rstrip()[:_SHOWN_CODE]))
        if opener.startswith("`"):
            return self._until(text, start, opener, lambda inner: Code(inner.strip().replace("\n", " ")))
        if opener == "$":
            return _dollar(text, found)
        if opener in {"$$", "\\[", "\\("}:
            closer = {"$$": "$$", "\\[": "\\]", "\\(": "\\)"}[opener]
            return self._until(text, start, closer, lambda inner: Mathematics(inner.strip(), display=opener != "\\("))
        if opener.startswith("\\begin"):
            closer = f"\\end{{{found.group(1)}}}"
            return self._until(text, start, closer, lambda inner: Mathematics(f"{opener}{inner}{closer}", display=True))
        if opener.startswith("\\boxed"):
            end = _group_end(text, start)
            return (end, Mathematics(text[found.start() : end])) if end else (start, None)
        return start, Text(opener[1:])

    def _until(self, text: str, start: int, closer: str, made: Callable[[str], Aside]) -> tuple[int, Aside | None]:
        """A closer that was not found is never looked for again."""
        end = -1 if closer in self._unmatched else text.find(closer, start)
        if end < 0:
            self._unmatched.add(closer)
        if end < 0 or not text[start:end].strip():
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
            taken, block = self._block(lines, place, depth, "paragraph" if paragraph else "")
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

    def _block(  # noqa: PLR0911 - a line a block
        self, lines: list[str], place: int, depth: int, within: str
    ) -> tuple[int, Block | None]:
        line = lines[place]
        if heading := _HEADING.match(line):
            return place + 1, Heading(min(len(heading.group(1)), 4), tuple(self.inlines(heading.group(2))))
        if small := _SMALL.match(line):
            return place + 1, Paragraph(tuple(self.inlines(small.group(1))), small=True)
        if _RULE.match(line):
            return place + 1, Rule()
        if (
            0 < line.count("|") <= _MOST_COLUMNS
            and place + 1 < len(lines)
            and "-" in lines[place + 1]
            and _DELIMITERS.match(lines[place + 1])
        ):
            return self._table(lines, place)
        item = _ITEM.match(line) if depth < MAX_DEPTH else None
        if item and (not within or item.group(2) or item.group(3) == "1"):
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
                found[-1], rest = _punctuated(found[-1], item)
                if rest.text.strip():
                    held.append(rest)
            else:
                held.append(item)
        flush()
        return found

    def inlines(self, text: str) -> list[Inline]:
        """Text with its faces, and what was put aside."""
        text = _LINK.sub(r"\1", text)
        return [piece for run in faces(text) for piece in self._restored(run)]

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
        while items and _is_blank(items[end]):
            items.pop(end)
    return items


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, Break) or (isinstance(inline, Text) and not inline.text.strip())


def _punctuated(display: Display, behind: Text) -> tuple[Display, Text]:
    """A full stop behind a display stands in it."""
    found = _PLAIN_END.match(behind.text)
    after = found.group() if found else ""
    if display.after or not after or behind.text[len(after) :][:1] not in {"", " "}:
        return display, behind
    return replace(display, after=after), replace(behind, text=behind.text[len(after) :])


def _alone(inlines: list[Inline]) -> Display | None:
    """A paragraph of one formula, with no more than a full stop behind it, is set as a display."""
    match inlines:
        case [Mathematics(latex)]:
            return Display(latex)
        case [Mathematics(latex), Text(text)] if _PLAIN_END.fullmatch(text.strip()):
            return Display(latex, text.strip())
        case _:
            return None


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
