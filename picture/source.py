"""Blocks back to Markdown: what stands on one of several pages, for its description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from picture.blocks import Break, Code, CodeBlock, Display, Heading, Items, Mathematics, Paragraph, Quote, Rule, Table

if TYPE_CHECKING:
    from picture.blocks import Block, Inline


def source(block: Block) -> str:  # noqa: PLR0911 - a line a block
    match block:
        case Heading(level, inlines):
            return f"{'#' * level} {_inlines(inlines)}"
        case Paragraph(inlines):
            return _inlines(inlines)
        case Display(latex, after):
            return f"$${latex}$${after}"
        case CodeBlock(text):
            return f"```\n{text}\n```"
        case Rule():
            return "---"
        case Quote(blocks):
            return "\n\n".join(source(inner) for inner in blocks)
        case Items(first, items):
            numbers = (f"{first + n}. " if first is not None else "- " for n in range(len(items)))
            return "\n".join(
                number + "\n\n".join(map(source, item)).replace("\n", "\n   ")
                for number, item in zip(numbers, items, strict=True)
            )
        case Table(columns, rows):
            lines = [f"| {' | '.join(map(_inlines, row))} |" for row in rows]
            return "\n".join([*lines[:1], f"|{'---|' * len(columns)}", *lines[1:]])


def _inlines(inlines: tuple[Inline, ...]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Mathematics(latex):
            return f"${latex}$"
        case Code(text):
            return f"`{text}`"
        case Break():
            return "\n"
        case _:
            return f"**{inline.text}**" if inline.bold else inline.text
