"""Text for Discord: mathematics readable, Markdown and mentions harmless, cut where it may be cut. Pure."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TIE = "\ue000"  # a space inside a formula, where no cut may fall; a plain space again when a page is done
BYTES_PER_UNIT = 2.5  # 10,170 bytes over 4,000 units, a little less
BLOCKS_PER_PAGE = 10  # keeps a page under Discord's 40 components
_GUARD = "\u200b"  # zero width: breaks a mention or a masked link without changing what is read

_MATHS = re.compile(r"\$\$.+?\$\$|\$[^$\n]+?\$|\\\((?:(?!\\[()]).)+\\\)|\\\[(?:(?!\\[\[\]]).)+\\\]", re.DOTALL)
_FENCE = re.compile(r"(?m)^[ \t]*```.*$\n?|```")
_HEADING = re.compile(r"(?m)^[ \t]{0,3}(?:#{1,6}|-#)[ \t]+(.*)$")
_LATEX = re.compile(r"\\(?=[A-Za-z({\[\]})])")
_PING = re.compile(r"@(?=everyone|here)|<(?=[@#:/]|a:|t:|id:|https?:)|\](?=\()")
_ACTIVE = re.compile(r"[*`\\]|_(?=\W|_|$)|(?<=\W)_|^_|~(?=~)|(?<=~)~|\|(?=\|)|(?<=\|)\|")
_TIMES = re.compile(r"(?<=[\w)])\*(?=[\w(])")  # 2*3*4 would be slanted
_LINE_START = re.compile(r"(?m)^([ \t]*)(-#|#{1,3}|[-+]|>{1,3})(?=\s)")


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a reply: a heading (or none), a body of lines, a line of small print (or none)."""

    title: str
    body: str
    small: str = ""

    def __str__(self) -> str:
        return "\n".join(part for part in (self.title, self.body, self.small) if part)


def units(text: str) -> int:
    """How much of a message's 4,000 characters of text this takes.

    Clients count UTF-16 code units; the server also fails when the UTF-8 bytes of all text displays
    pass 10,170 (discord-api-docs issue 8554), which Hangul reaches first at three bytes a syllable.
    """
    bytes_taken = len(text.replace(TIE, " ").encode("utf-8", "surrogatepass"))
    return max(len(text) + sum(character > "\uffff" for character in text), math.ceil(bytes_taken / BYTES_PER_UNIT))


def escape(text: str) -> str:
    """A person's text or a formula, shown as it was typed: no Markdown, no mention, no link in disguise."""
    text = _ACTIVE.sub(r"\\\g<0>", text.replace(TIE, " "))
    return _harmless(_LINE_START.sub(r"\1\\\2", text))


def typed(text: str, limit: int | None = None) -> str:
    """What a person typed, its LaTeX in Unicode and the rest as it is; with a limit, on one line and shortened."""
    shown = _LATEX.sub("", plain(text))
    return escape(shown if limit is None else shorten(shown, limit))


def readable(text: str) -> str:
    """Markdown with `$LaTeX$` as Discord Markdown: formulas in Unicode and tied together, headings in bold."""
    pieces: list[str] = []
    end = 0
    text = text.replace(TIE, " ")
    for found in _MATHS.finditer(text):
        pieces += (_prose(text[end : found.start()]), formula(found[0]))
        end = found.end()
    pieces.append(_prose(text[end:]))
    return re.sub(r"\n{3,}", "\n\n", "".join(pieces)).strip()


def shown(text: str) -> str:
    """Like `readable`, for text that is not cut into pages."""
    return readable(text).replace(TIE, " ")


def formula(source: str) -> str:
    """One formula with its delimiters, as Unicode on which no cut falls."""
    return typed(source).replace(" ", TIE)


def shorten(text: str, limit: int) -> str:
    """On one line, at most `limit` characters, an ellipsis where something was left out."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def pages(blocks: Sequence[Block], room: int, continued: str) -> list[list[str]]:
    """The blocks on pages of at most `room` units: whole blocks where they fit, else cut at a line.

    `continued` is appended to the heading of a block that goes on, as ` (continued)`. A line is cut only
    when a page cannot hold it, a formula only when a page cannot hold it alone. There is at least one page.
    """
    done: list[list[str]] = [[]]
    left = room
    for block in blocks:
        size = units(str(block))
        starts_page = size <= room and len(done[-1]) > 1
        if done[-1] and (len(done[-1]) == BLOCKS_PER_PAGE or (size > left and starts_page)):
            done.append([])
            left = room
        for part in _parts(block, left, room, continued):
            if not part.strip():
                continue
            if units(part) > left:
                done.append([])
                left = room
            done[-1].append(part.replace(TIE, " "))
            left -= units(part)
    return done


def _parts(block: Block, left: int, room: int, continued: str) -> Iterator[str]:
    """The block whole where it fits in what is left, else in parts: the first fits in `left`, each other in `room`."""
    if units(str(block)) <= left:
        yield str(block)
        return
    title, frame = block.title, units(block.title) + units(continued) + units(block.small) + 2
    if left < max(frame * 2, room // 4):
        left = room
    lines: list[str] = []
    used = frame
    for line in _lines(block.body, room - frame):
        if used + units(line) + 1 > left and lines:
            yield str(Block(title, "\n".join(lines), block.small))
            title = block.title + continued if block.title else ""
            lines, used, left = [], frame, room
        lines.append(line)
        used += units(line) + 1
    yield str(Block(title, "\n".join(lines), block.small))


def _lines(body: str, room: int) -> Iterator[str]:
    """The lines of a body; a line too long for a page in pieces, at a space, else between a formula's terms."""
    for line in body.split("\n"):
        rest = line
        while units(rest) > room:
            head = _fitting(rest, room)
            at = max(head.rfind(" "), 0) or max(head.rfind(TIE), 0) or len(head)
            yield rest[:at]
            rest = rest[at:].lstrip(" " + TIE)
        yield rest


def _fitting(text: str, room: int) -> str:
    head = text[:room]
    while (over := units(head) - room) > 0:
        head = head[: len(head) - (over + 1) // 2]
    return head


def _prose(text: str) -> str:
    text = _FENCE.sub("", plain(text))
    text = _HEADING.sub(lambda found: f"**{name}**" if (name := found[1].strip("*# \t")) else "", text)
    return _harmless(_LATEX.sub("", _TIMES.sub(r"\*", text)))


def _harmless(text: str) -> str:
    return _PING.sub(lambda found: found[0] + _GUARD, text)
