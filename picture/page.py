"""Blocks as a Typst document: what somebody wrote stands in string literals and in formulas of `picture.formula`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.typesetting.parse import NotSetError, parse
from maths.typesetting.tree import Fraction, Grid, Root, Row
from picture import formula
from picture.blocks import (
    Break,
    Code,
    CodeBlock,
    Display,
    Heading,
    Items,
    Mathematics,
    Paragraph,
    Quote,
    Rule,
    Table,
    Text,
)
from picture.extent import extent
from picture.functions import needed
from picture.look import BODY, LONE_WIDTH, MARGIN, PAGE_WIDTH, preamble
from picture.second import drawing
from picture.typst_text import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.typesetting.tree import Node
    from picture.blocks import Block, Inline
    from tutor.types import Language, Theme

_JOINER = "\u2060"  # between two characters it forbids a new line
_BREAK = "\u200b"  # allows one
_INDENT = 60  # points that lists within lists may take from a line
_UNBROKEN = 18.0  # ems, as `extent` counts, of a formula in a line of text that stays on one line
_LONGEST_WORD = 14  # syllables that stay on one line
_LONGEST_SOURCE = 600  # characters shown of a formula that cannot be drawn
_LONGEST_CODE = 24  # characters of code that stay together
_HANGUL = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]")
_WORD = re.compile(r"\S+")
_UNDRAWN = re.compile("[\U0001f000-\U0001faff\ufe00-\ufe0f\U000e0000-\U000e0fff]")  # pictographs: no face has them


@dataclass(frozen=True, slots=True)
class Trouble:
    """Formulas, by their LaTeX, that Typst would not set, and whether none at all is to be set."""

    formulas: frozenset[str] = frozenset()
    everything: bool = False


class Composer:
    """Writes one document; `fallbacks` counts the formulas it could not set itself."""

    def __init__(self, theme: Theme, language: Language, trouble: Trouble) -> None:
        self._theme = theme
        self._language = language
        self._trouble = trouble
        self.fallbacks = 0

    def document(self, blocks: Sequence[Block], *, paged: bool) -> str:
        body = self._body(blocks, paged=paged)
        return f"{preamble(self._theme, self._language)}{needed(body)}{body}\n"

    def _body(self, blocks: Sequence[Block], *, paged: bool) -> str:
        if len(blocks) == 1 and isinstance(blocks[0], Display):
            return self._lone(blocks[0])
        if not paged:
            return "\n".join(f"#{self._block(block)}" for block in blocks)
        steps = ", ".join(f"({', '.join(self._block(block) for block in step)},)" for step in _steps(blocks))
        return f"#paged(({steps},))"

    def _block(self, block: Block) -> str:  # noqa: PLR0911 - a line a block
        """A Typst expression, to stand behind a `#` or among arguments."""
        match block:
            case Heading(level, inlines):
                return f'hd("{level}", [{self._inlines(inlines)}])'
            case Paragraph(inlines, small):
                return f"{'sm' if small else 'pa'}([{self._inlines(inlines)}])"
            case Display():
                return self._display(block)
            case CodeBlock(text):
                return f"cb({escaped(_breakable(text))})"
            case Rule():
                return "hr()"
            case Quote(blocks):
                return f"qu([{self.passage(blocks)}])"
            case Items(first, items):
                inner = ", ".join(f"[{self.passage(item)}]" for item in items)
                tight = all(len(item) == 1 for item in items)
                return f"{'bl' if first is None else 'nl'}({first or 0}, {'true' if tight else 'false'}, {inner})"
            case Table(columns, rows):
                cells = ", ".join(f"[{self._inlines(cell)}]" for row in rows for cell in row)
                return f'tbl("{columns}", {cells})'

    def passage(self, blocks: Sequence[Block]) -> str:
        """Typst markup of blocks that stand inside of something else."""
        return "\n".join(f"#{self._block(block)};" for block in blocks)

    def _inlines(self, inlines: Sequence[Inline]) -> str:
        return "".join(self._inline(inlines, number) for number in range(len(inlines)))

    def _inline(self, inlines: Sequence[Inline], number: int) -> str:
        inline = inlines[number]
        match inline:
            case Text():
                return _text(inline)
            case Code(text):
                return f"#cd({escaped(_breakable(text))});"
            case Break():
                return "#linebreak();"
            case Mathematics(latex):
                before = inlines[number - 1] if number else None
                after = inlines[number + 1] if number + 1 < len(inlines) else None
                return _tied(self._inline_formula(latex), before, after)

    def _inline_formula(self, latex: str) -> str:
        if node := self._tree(latex):
            drawn = f"${formula.formula(node, display=False)}$"
            return f"#box({drawn});" if extent(node) < _UNBROKEN else drawn
        return self._undrawn(latex, display=False)

    def _lone(self, block: Display) -> str:
        """A formula alone is as wide as it is, up to a limit."""
        node = self._tree(block.latex)
        if node is not None and extent(node) * BODY < LONE_WIDTH:
            return f"#set page(width: auto)\n{_whole(node, block)}"
        return f"#lone({self._fitted(node, block)})"

    def _display(self, block: Display) -> str:
        node = self._tree(block.latex)
        if node is not None and extent(node) * BODY < PAGE_WIDTH - 2 * MARGIN - _INDENT:
            return f"ds({_whole(node, block)})"
        return f"dsp({self._fitted(node, block)})"

    def _fitted(self, node: Node | None, block: Display) -> str:
        """A formula whole, and the pieces it may be broken into where it is too wide."""
        if node is None:
            return f"{self._undrawn(block.latex, display=True)}, ()"
        rows = ("".join(f"$display({piece})$, " for piece in row) for row in formula.pieces(node))
        return f"{_whole(node, block)}, ({''.join(f'({row}), ' for row in rows)})"

    def _tree(self, latex: str) -> Node | None:
        if self._trouble.everything or latex in self._trouble.formulas:
            return None
        try:
            return parse(latex)
        except NotSetError:
            return None

    def _undrawn(self, latex: str, *, display: bool) -> str:
        """By the second renderer, or its source."""
        self.fallbacks += 1
        svg = None if self._trouble.everything else drawing(latex, self._theme, display=display)
        if svg is not None:
            drawn = f"svg({escaped(svg.text)}, {svg.width}em, {svg.depth}em)"
        else:
            shown = latex if len(latex) <= _LONGEST_SOURCE else f"{latex[:_LONGEST_SOURCE]}…"
            drawn = f"cd({escaped(_breakable(shown))})"
        return drawn if display else f"#{drawn};"


def _whole(node: Node, block: Display) -> str:
    after = escaped(block.after) if block.after else ""
    return f"$ {formula.formula(node, display=True)}{after} $"


def formulas(blocks: Sequence[Block]) -> list[tuple[str, bool]]:
    """The LaTeX of every formula in the blocks, and whether it is a display."""
    found: list[tuple[str, bool]] = []
    for block in blocks:
        match block:
            case Heading(_, inlines) | Paragraph(inlines):
                found.extend(_of_inlines(inlines))
            case Display(latex):
                found.append((latex, True))
            case Quote(inner):
                found.extend(formulas(inner))
            case Items(_, items):
                found.extend(pair for item in items for pair in formulas(item))
            case Table(_, rows):
                found.extend(pair for row in rows for cell in row for pair in _of_inlines(cell))
            case _:
                pass
    return found


def _of_inlines(inlines: Sequence[Inline]) -> list[tuple[str, bool]]:
    return [(inline.latex, False) for inline in inlines if isinstance(inline, Mathematics)]


def spread(blocks: Sequence[Block]) -> list[Block]:
    """Long lists as one list an item, and a tall boxed answer on a line of its own."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Items) and len(block.items) > 1:
            for number, item in enumerate(block.items):
                found.append(Items(None if block.first is None else block.first + number, (item,)))
        elif isinstance(block, Paragraph) and not block.small:
            found.extend(_apart(block))
        else:
            found.append(block)
    return found


def _apart(block: Paragraph) -> list[Block]:
    held: list[Inline] = []
    found: list[Block] = []
    for inline in block.inlines:
        if isinstance(inline, Mathematics) and _is_tall_box(inline.latex):
            if held:
                found.append(Paragraph(tuple(held)))
            held = []
            found.append(Display(inline.latex))
        else:
            held.append(inline)
    if not found:
        return [block]
    if held and all(isinstance(item, Text) and not item.text.strip(" .,") for item in held):
        return found
    return [*found, Paragraph(tuple(held))] if held else found


def _is_tall_box(latex: str) -> bool:
    if "boxed" not in latex:
        return False
    try:
        node = parse(latex)
    except NotSetError:
        return False
    return formula.holds_box(node) and _is_tall(node)


def _is_tall(node: object) -> bool:
    if isinstance(node, (Fraction, Grid, Root)):
        return True
    items = node.items if isinstance(node, Row) else (getattr(node, "inner", None), getattr(node, "base", None))
    return any(item is not None and _is_tall(item) for item in items)


def _steps(blocks: Sequence[Block]) -> list[list[Block]]:
    """Each heading with what stands under it."""
    steps: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Heading) or not steps:
            steps.append([])
        steps[-1].append(block)
    return steps


def _text(run: Text) -> str:
    shown = f"{escaped(_held_together(_UNDRAWN.sub('', run.text)))}"
    if run.struck:
        shown = f"strike({shown})"
    if run.italic:
        shown = f"em({shown})"
    if run.bold:
        shown = f"strong({shown})"
    return f"#{shown};"


def _held_together(text: str) -> str:
    """Korean breaks its lines between words: inside of them new lines are forbidden."""
    if not _HANGUL.search(text):
        return text
    return _WORD.sub(lambda found: _joined(found.group()), text)


def _joined(word: str) -> str:
    if len(word) > _LONGEST_WORD or not _HANGUL.search(word):
        return word
    return _JOINER.join(word)


def _tied(drawn: str, before: Inline | None, after: Inline | None) -> str:
    """Without a space between them, a formula and its particle or bracket stay on one line."""
    left = '#"\\u{2060}";' if isinstance(before, Text) and before.text[-1:].strip() else ""
    right = '#"\\u{2060}";' if isinstance(after, Text) and after.text[:1].strip() else ""
    return f"{left}{drawn}{right}"


def _breakable(text: str) -> str:
    """Code whose long words may be broken: nothing is cut at the edge."""
    return _WORD.sub(lambda found: _BREAK.join(_chunks(found.group())), text)


def _chunks(word: str) -> list[str]:
    if len(word) <= _LONGEST_CODE:
        return [word]
    return [word[at : at + 8] for at in range(0, len(word), 8)]
