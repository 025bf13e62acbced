"""Markdown without its marks: sentences for the ear, no more of them than fit."""

from __future__ import annotations

import re

from tutor.types import Language

_FENCE = re.compile(r"```(?:[a-z]*\n)?(.*?)```", re.DOTALL)
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
_SEPARATOR = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BEGINNING = re.compile(r"\s*(?:#{1,6}\s+|-#\s+|>{1,3}\s?|[-*+]\s+)+")
_LINK = re.compile(r"!?\[([^\][]{0,500})\]\([^()\s]{0,1000}\)")
_EMPHASIS = re.compile(r"\*\*|__|~~|\|\||(?<!\\)`")
_SLANTED = re.compile(r"(?<![\w\\*])[*_](?=\S)([^*_\n]{1,500})(?<=\S)[*_](?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CLAUSE = re.compile(r"(?<=[;,])\s+")
_BLOCK = re.compile(r"\s*(?:#{1,6}\s|-#\s|>|[-*+]\s|[0-9]{1,3}[.)]\s)")
_ONLY_FORMULA = re.compile("\\s*\ue000[0-9]+\ue001\\s*$")
_ROW = {Language.ENGLISH: "row {place}: ", Language.KOREAN: "{place}행: "}
_TABLE = {Language.ENGLISH: "Table. ", Language.KOREAN: "표. "}


def units(text: str) -> int:
    """The length of a text as Discord counts it: UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def without_markdown(text: str, language: Language) -> str:
    """The sentences of a text; headings, items and lines of formulas end like sentences."""
    lines = _FENCE.sub(lambda match: f"\n\n{match[1]}\n\n", text).splitlines()
    said: list[str] = []
    joins = False
    place = 0
    while place < len(lines):
        line = lines[place]
        if _is_table(lines, place):
            place, table = _table(lines, place, language)
            said.append(table)
            joins = False
            continue
        place += 1
        bare = _bare(line)
        if not bare or _RULE.fullmatch(line):
            joins = False
            continue
        block = bool(_BLOCK.match(line) or _ONLY_FORMULA.fullmatch(line))
        if joins and not block and said:
            said[-1] = f"{said[-1]} {bare}"
        else:
            said.append(bare)
        joins = not block
    return " ".join(_ended(sentence) for sentence in said)


def _bare(line: str) -> str:
    line = _BEGINNING.sub("", line, count=1) if _BEGINNING.match(line) else line
    line = _EMPHASIS.sub("", _LINK.sub(r"\1", line))
    return _ESCAPE.sub(r"\1", _SLANTED.sub(r"\1", line)).strip()


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", ":", ";", ",", "。")) else f"{sentence}."


def _is_table(lines: list[str], place: int) -> bool:
    return "|" in lines[place] and place + 1 < len(lines) and bool(_SEPARATOR.fullmatch(lines[place + 1]))


def _table(lines: list[str], place: int, language: Language) -> tuple[int, str]:
    rows = [lines[place]]
    place += 2
    while place < len(lines) and "|" in lines[place]:
        rows.append(lines[place])
        place += 1
    cells = (", ".join(_bare(cell) for cell in row.strip().strip("|").split("|")) for row in rows)
    said = "; ".join(_ROW[language].format(place=number) + row for number, row in enumerate(cells, 1))
    return place, _TABLE[language] + said


def shortened(text: str, longest: int, left_out: str) -> str:
    """The text, or as many of its sentences as fit and the word that says so."""
    text = " ".join(text.split())
    if units(text) <= longest:
        return text
    room = longest - units(left_out) - 1
    for boundary in (_SENTENCE, _CLAUSE, re.compile(r"\s+")):
        if kept := _fitting(text, boundary, room):
            return f"{_closed(kept)} {left_out}"
    return f"{text[: room // 2]} {left_out}"


def _fitting(text: str, boundary: re.Pattern[str], room: int) -> str:
    end = 0
    for match in boundary.finditer(text):
        if units(text[: match.start()]) + 1 > room:
            break
        end = match.start()
    return text[:end]


def _closed(kept: str) -> str:
    return kept if kept.endswith((".", "!", "?")) else f"{kept.rstrip(',;: ')}."
