r"""A formula's tree as Typst mathematics.

What comes out consists of names that `picture.look` and Typst define, of single letters and digits, of `\u{…}`
escapes and of string literals. No character of what somebody wrote is ever read as Typst: there is no `#` in it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from maths.typesetting.tree import (
    Binomial,
    Coloured,
    Fenced,
    Font,
    Fraction,
    Grid,
    Kind,
    Large,
    Layout,
    Letter,
    Mark,
    Marked,
    Middle,
    Name,
    Node,
    Number,
    Root,
    Row,
    Scripts,
    Sign,
    Size,
    Space,
    Stacked,
    Styled,
    Tag,
    Words,
)
from picture.grids import GRIDS, aligned_row
from picture.typst_text import NOTHING, beside, escape, escaped, space

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_FACES = {
    Font.UPRIGHT: "upright({})", Font.BOLD: "upright(bold({}))", Font.BOLD_ITALIC: "bold(italic({}))",
    Font.DOUBLE_STRUCK: "bb({})", Font.CALLIGRAPHIC: "cal({})", Font.SCRIPT: "scr({})", Font.FRAKTUR: "frak({})",
    Font.SANS: "sans({})", Font.MONOSPACE: "mono({})", Font.ITALIC: "italic({})",
}  # fmt: skip
_WORD_FACES = {
    Font.BOLD: "tb", Font.BOLD_ITALIC: "tb", Font.ITALIC: "ti", Font.SANS: "ts", Font.MONOSPACE: "tm",
}  # fmt: skip
_SIZES = {Size.DISPLAY: "display", Size.TEXT: "inline", Size.SCRIPT: "script", Size.SMALLEST_SCRIPT: "sscript"}
_CLASSES = {
    Kind.ORDINARY: "od", Kind.OPERATOR: "bi", Kind.RELATION: "re", Kind.OPENING: "opn", Kind.CLOSING: "cls",
    Kind.PUNCTUATION: "pu",
}  # fmt: skip
# Signs that Typst takes for the same kind by itself.
_NATIVE = {
    Kind.OPERATOR: frozenset("+−×⋅±∓÷∗∘∩∪∖∧∨⊕⊗⊙"),
    Kind.RELATION: frozenset("=<>≤≥⩽⩾≠≈≡∼≅→⇒⟹⇔⟺←⇐∈∉⊂⊆∣∥⟂∝↦"),
    Kind.OPENING: frozenset("([{⟨⌊⌈"),
    Kind.CLOSING: frozenset(")]}⟩⌋⌉"),
    Kind.PUNCTUATION: frozenset(",;"),
    Kind.ORDINARY: frozenset("∞∂∇ℓ∅∀∃∠°′%$"),
}
_ACCENTS = {
    Mark.HAT: "302", Mark.WIDE_HAT: "302", Mark.TILDE: "303", Mark.WIDE_TILDE: "303", Mark.BAR: "304",
    Mark.ARROW: "20d7", Mark.LONG_ARROW: "20d7", Mark.LONG_LEFT_ARROW: "20d6", Mark.LONG_TWO_WAY_ARROW: "20e1",
    Mark.DOT: "307", Mark.TWO_DOTS: "308", Mark.THREE_DOTS: "20db", Mark.ACUTE: "301", Mark.GRAVE: "300",
    Mark.BREVE: "306", Mark.CHECK: "30c", Mark.RING: "30a",
}  # fmt: skip
_FUNCTIONS = {
    Mark.OVERLINE: "overline", Mark.UNDERLINE: "underline", Mark.ARC: "overparen", Mark.BRACE_ABOVE: "overbrace",
    Mark.BRACE_BELOW: "underbrace", Mark.CANCELLED: "can", Mark.CANCELLED_BACK: "canb", Mark.CROSSED_OUT: "canx",
    Mark.INVISIBLE: "hide", Mark.NEGATED: "ngt",
}  # fmt: skip
_PRIMES = {1: "′", 2: "″", 3: "‴", 4: "⁗"}
_PRIME = Sign("′")
_THIN = 1 / 6  # ems
_DOTS = {sign: space(_THIN).join([f"od({escape(dot)})"] * 3) for sign, dot in (("…", "."), ("⋯", "⋅"))}
_CLOSE_TO_DOTS = frozenset({Kind.ORDINARY, Kind.CLOSING})
_DOTS_CLOSE_TO = frozenset({Kind.ORDINARY, Kind.OPENING, Kind.PUNCTUATION})
_BREAKING = frozenset({Kind.RELATION, Kind.OPERATOR})
_STRETCHED = frozenset("→←↔⇒⇐⇔↦")
_NO_FACE_OF_DIGITS = frozenset({Font.UPRIGHT, Font.ITALIC, Font.CALLIGRAPHIC, Font.SCRIPT, Font.FRAKTUR})
_LINED = frozenset({Layout.ALIGNED, Layout.GATHERED})


def formula(node: Node, *, display: bool) -> str:
    """What stands between Typst's dollars. A display's own rows are Typst's rows."""
    if display and isinstance(node, Grid) and node.layout in _LINED and not node.small:
        return " \\ ".join(aligned_row([DISPLAY.set(cell.inner) for cell in row]) for row in node.rows) or NOTHING
    return (DISPLAY if display else TEXT).filled(node)


def pieces(node: Node) -> list[list[str]]:
    """The rows of a display, each in pieces between which a page that is too narrow may begin a new line.

    A piece begins with a relation or an operator, as in print.
    """
    if isinstance(node, Grid) and node.layout in _LINED:
        return [_split([item for cell in row for item in _items(cell.inner)]) for row in node.rows]
    return [_split(list(_items(node)))]


def _split(items: list[Node]) -> list[str]:
    starts = [0]
    for number, item in enumerate(items):
        binary = _kind(item) in _BREAKING and number and _kind(items[number - 1]) not in {*_BREAKING, Kind.OPENING}
        if binary:
            starts.append(number)
    ends = [*starts[1:], len(items)]
    return [DISPLAY.filled(Row(tuple(items[start:end]))) for start, end in zip(starts, ends, strict=True)]


def holds_box(node: Node) -> bool:
    r"""Whether a `\boxed{}` stands at the outermost level."""
    return any(isinstance(item, Marked) and item.mark is Mark.BOXED for item in _items(node))


class _Style:
    """Sets nodes in TeX's display style, or in the style of text; only a frame must be told which it is."""

    def __init__(self, frame: str) -> None:
        self._frame = frame

    def set(self, node: Node) -> str:
        return _SETTERS[type(node)](self, node)

    def filled(self, node: Node) -> str:
        """Never empty, so that it can be an argument."""
        return self.set(node) or NOTHING

    def letter(self, node: Letter) -> str:
        plain = node.text if node.text.isascii() and node.text.isalpha() else escape(node.text)
        slanted = node.text.isascii() or not node.text.isupper()
        if node.font is Font.ITALIC and slanted:
            return plain
        return _FACES[node.font].format(plain)

    def number(self, node: Number) -> str:
        parts = node.text.split(".")
        plain = all(part.isascii() and part.isdigit() for part in parts) and len(parts) < 3  # noqa: PLR2004 - 3.5
        text = node.text if plain else escaped(node.text)
        return text if node.font in _NO_FACE_OF_DIGITS else _FACES[node.font].format(text)

    def sign(self, node: Sign) -> str:
        if node.text in _DOTS:
            return _DOTS[node.text]
        if node.text == "△" and node.kind is Kind.ORDINARY:
            return "tri()"
        sign = escape(node.text)
        if node.scale != 1.0:
            return f'{_CLASSES[node.kind]}(big("{node.scale}", {sign}))' if sign else ""
        return sign if node.text in _NATIVE[node.kind] else f"{_CLASSES[node.kind]}({sign})"

    def name(self, node: Name) -> str:
        return f"{'lop' if node.limits else 'op'}({escaped(node.text)})"

    def large(self, node: Large) -> str:
        return escape(node.text)

    def words(self, node: Words) -> str:
        if not node.text:
            return ""
        face = _WORD_FACES.get(node.font)
        return f"{face}({escaped(node.text)})" if face else escaped(node.text)

    def space(self, node: Space) -> str:
        return space(node.ems)

    def row(self, node: Row) -> str:
        return beside(self.set(item) for item in _merged(_spaced(node.items)))

    def fraction(self, node: Fraction) -> str:
        text = f"frac({TEXT.filled(node.top)}, {TEXT.filled(node.bottom)})"
        return f"{_SIZES[node.size]}({text})" if node.size in _SIZES else text

    def binomial(self, node: Binomial) -> str:
        text = f"binom({TEXT.filled(node.top)}, {TEXT.filled(node.bottom)})"
        return f"{_SIZES[node.size]}({text})" if node.size in _SIZES else text

    def root(self, node: Root) -> str:
        radicand = self.filled(node.radicand)
        return f"sqrt({radicand})" if node.degree is None else f"root({TEXT.filled(node.degree)}, {radicand})"

    def scripts(self, node: Scripts) -> str:
        base = self.filled(node.base)
        if isinstance(node.base, Marked) and node.base.mark in {Mark.BRACE_ABOVE, Mark.BRACE_BELOW} and node.limits:
            base = f"limits({base})"
        elif node.limits is not None:
            base = f"{'limits' if node.limits else 'scripts'}({base})"
        below = "" if node.below is None else f", b: {TEXT.filled(node.below)}"
        above = "" if node.above is None else f", t: {_raised(node.above)}"
        return f"attach({base}{below}{above})"

    def fenced(self, node: Fenced) -> str:
        return _fences(node.left, self.set(node.inner), node.right)

    def middle(self, node: Middle) -> str:
        return f"mid({escape(node.text)})"

    def styled(self, node: Styled) -> str:
        if node.size not in _SIZES:
            return self.set(node.inner)
        inner = (DISPLAY if node.size is Size.DISPLAY else TEXT).filled(node.inner)
        return f"{_SIZES[node.size]}({inner})"

    def marked(self, node: Marked) -> str:
        inner = self.filled(node.inner)
        if node.mark is Mark.BOXED:
            return f"{self._frame}({inner})"
        if node.mark in _ACCENTS:
            return f"ac({inner}, \\u{{{_ACCENTS[node.mark]}}})"
        return f"{_FUNCTIONS[node.mark]}({inner})"

    def stacked(self, node: Stacked) -> str:
        base = self.filled(node.base)
        stretches = isinstance(node.base, Sign) and node.base.text in _STRETCHED
        if stretches:
            base = f"stretch({base})"
        around = space(0.3) if stretches else ""
        above = "" if node.above is None else f", t: {beside((around, TEXT.filled(node.above), around))}"
        below = "" if node.below is None else f", b: {beside((around, TEXT.filled(node.below), around))}"
        return f"attach(limits({base}){below}{above})"

    def coloured(self, node: Coloured) -> str:
        return f"cl({escaped(node.colour)}, {self.filled(node.inner)})"

    def tag(self, node: Tag) -> str:
        return f"{space(2)}{escaped(f'({node.text})')}"

    def grid(self, node: Grid) -> str:
        aligned = node.layout in {Layout.ALIGNED, Layout.GATHERED} and not node.small
        cells = (DISPLAY if aligned else TEXT).filled
        inner = GRIDS[node.layout](node, cells)
        return _fences(node.left, inner, node.right) if node.left or node.right else inner


DISPLAY, TEXT = _Style("bxd"), _Style("bxt")
_SETTERS: dict[type, Callable[[_Style, Any], str]] = {
    Letter: _Style.letter,
    Number: _Style.number,
    Sign: _Style.sign,
    Name: _Style.name,
    Large: _Style.large,
    Words: _Style.words,
    Space: _Style.space,
    Row: _Style.row,
    Fraction: _Style.fraction,
    Binomial: _Style.binomial,
    Root: _Style.root,
    Scripts: _Style.scripts,
    Fenced: _Style.fenced,
    Middle: _Style.middle,
    Styled: _Style.styled,
    Marked: _Style.marked,
    Stacked: _Style.stacked,
    Coloured: _Style.coloured,
    Tag: _Style.tag,
    Grid: _Style.grid,
}


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Row) else (node,)


def _fences(left: str, inner: str, right: str) -> str:
    """A side without a fence is kept from taking what stands there for one."""
    opening = f"opn({escape(left)})" if left else space(0)
    closing = f"cls({escape(right)})" if right else space(0)
    return f"lr({beside((opening, inner, closing))})"


def _spaced(items: tuple[Node, ...]) -> Iterator[Node]:
    """Three dots stand off a little from what is beside them and is no sign with spaces of its own."""
    for number, item in enumerate(items):
        dots = isinstance(item, Sign) and item.text in _DOTS
        if dots and number and _kind(items[number - 1]) in _CLOSE_TO_DOTS:
            yield Space(_THIN)
        yield item
        if dots and number + 1 < len(items) and _kind(items[number + 1]) in _DOTS_CLOSE_TO:
            yield Space(_THIN)


def _kind(node: Node) -> Kind | None:
    if isinstance(node, Scripts):
        return _kind(node.base)
    return node.kind if isinstance(node, Sign) else None if isinstance(node, Space) else Kind.ORDINARY


def _merged(items: Iterable[Node]) -> Iterator[Node]:
    r"""Upright letters that stand side by side are one word: `\mathrm{cm}` is kerned."""
    for upright, group in groupby(items, _is_upright):
        found = list(group)
        if upright and len(found) > 1:
            yield Words("".join(item.text for item in found if isinstance(item, Letter)))
        else:
            yield from found


def _is_upright(node: Node) -> bool:
    return isinstance(node, Letter) and node.font is Font.UPRIGHT and node.text.isascii()


def _raised(node: Node) -> str:
    """Primes together are one sign."""
    items = _items(node)
    count = next((number for number, item in enumerate(items) if item != _PRIME), len(items))
    if not count:
        return TEXT.filled(node)
    primes = escape(_PRIMES.get(count, "′" * count))
    return beside([primes, *(TEXT.set(item) for item in items[count:])])
