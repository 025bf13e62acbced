"""A formula's tree as Typst mathematics.

What comes out consists of names that `picture.look` and Typst define, of single letters and digits, of `\\u{…}`
escapes and of string literals. No character of what somebody wrote is ever read as Typst: there is no `#` in it.
"""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

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
from picture.look import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOTHING = '""'
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
    Kind.ORDINARY: frozenset("∞∂∇ℓ∅∀∃∠△□°′…%$"),
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
_PRIMES = {1: "2032", 2: "2033", 3: "2034", 4: "2057"}
_PRIME = Sign("′")
_ALIGNED_GAP = 1.0  # ems between two pairs of columns that are aligned


def formula(node: Node, *, display: bool) -> str:
    """What stands between Typst's dollars. A display's own rows are Typst's rows, so that its lines can be set apart."""
    if display and isinstance(node, Grid) and node.layout in {Layout.ALIGNED, Layout.GATHERED} and not node.small:
        return " \\ ".join(_aligned_row(row) for row in node.rows)
    return _set(node, display)


def lines(node: Node) -> list[str] | None:
    """The rows of a display one by one, for a page that is too narrow for them; None for a formula of one row."""
    if isinstance(node, Grid) and node.layout in {Layout.ALIGNED, Layout.GATHERED} and len(node.rows) > 1:
        return [_beside(_set(cell.inner, True) for cell in row) or _NOTHING for row in node.rows]
    return None


def holds_box(node: Node) -> bool:
    r"""Whether a `\boxed{}` stands at the outermost level."""
    items = node.items if isinstance(node, Row) else (node,)
    return any(isinstance(item, Marked) and item.mark is Mark.BOXED for item in items)


def _aligned_row(row: tuple[Cell, ...]) -> str:
    parts = [_set(cell.inner, True) for cell in row]
    text = parts[0]
    for number, part in enumerate(parts[1:], 1):
        text += f" & {part}" if number % 2 else f" & {_space(_ALIGNED_GAP)} {part}"
    return text or _NOTHING


def _beside(parts: Iterable[str]) -> str:
    """Side by side, with a space only where two names or numbers would grow together: Typst draws the others."""
    text = ""
    for part in parts:
        if part:
            text += f" {part}" if text and _is_word(text[-1]) and _is_word(part[0]) else part
    return text


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum() or character == "."


def _filled(node: Node, display: bool) -> str:
    return _set(node, display) or _NOTHING


def _escape(text: str) -> str:
    return "".join(f"\\u{{{ord(character):x}}}" for character in text)


def _space(ems: float) -> str:
    return f'sp("{ems:.3f}")'


@singledispatch
def _set(node: object, display: bool) -> str:  # noqa: FBT001 - TeX's style, handed down
    raise TypeError(node)


@_set.register
def _(node: Letter, display: bool) -> str:
    plain = node.text if node.text.isascii() and node.text.isalpha() else _escape(node.text)
    slanted = node.text.isascii() or not node.text.isupper()
    if node.font is Font.ITALIC and slanted:
        return plain
    return _FACES[node.font].format(plain)


@_set.register
def _(node: Number, display: bool) -> str:
    parts = node.text.split(".")
    if len(parts) <= 2 and all(part.isascii() and part.isdigit() for part in parts):
        text = node.text
    else:
        text = escaped(node.text)
    return text if node.font in {Font.UPRIGHT, Font.ITALIC, Font.CALLIGRAPHIC} else _FACES[node.font].format(text)


@_set.register
def _(node: Sign, display: bool) -> str:
    sign = _escape(node.text)
    if node.scale != 1.0:
        return f'{_CLASSES[node.kind]}(big("{node.scale}", {sign}))' if sign else ""
    return sign if node.text in _NATIVE[node.kind] else f"{_CLASSES[node.kind]}({sign})"


@_set.register
def _(node: Name, display: bool) -> str:
    return f"{'lop' if node.limits else 'op'}({escaped(node.text)})"


@_set.register
def _(node: Large, display: bool) -> str:
    return _escape(node.text)


@_set.register
def _(node: Words, display: bool) -> str:
    if not node.text:
        return ""
    face = _WORD_FACES.get(node.font)
    return f"{face}({escaped(node.text)})" if face else escaped(node.text)


@_set.register
def _(node: Space, display: bool) -> str:
    return _space(node.ems)


@_set.register
def _(node: Row, display: bool) -> str:
    return _beside(_set(item, display) for item in _merged(node.items))


def _merged(items: tuple[Node, ...]) -> list[Node]:
    """Upright letters that stand side by side are one word: `\\mathrm{cm}` is kerned."""
    found: list[Node] = []
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, Letter) and item.font is Font.UPRIGHT and item.text.isascii():
            if isinstance(last, Words) and last.font is Font.UPRIGHT and last.text.isalpha():
                found[-1] = Words(last.text + item.text)
                continue
            if isinstance(last, Letter) and last.font is Font.UPRIGHT and last.text.isascii():
                found[-1] = Words(last.text + item.text)
                continue
        found.append(item)
    return found


@_set.register
def _(node: Fraction, display: bool) -> str:
    inner = node.size is Size.DISPLAY and _is_continued(node)
    text = f"frac({_filled(node.top, inner)}, {_filled(node.bottom, inner)})"
    return f"{_SIZES[node.size]}({text})" if node.size in _SIZES else text


def _is_continued(node: Fraction) -> bool:
    return any(isinstance(item, Fraction) for part in (node.top, node.bottom) for item in _items(part))


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Row) else (node,)


@_set.register
def _(node: Binomial, display: bool) -> str:
    text = f"binom({_filled(node.top, False)}, {_filled(node.bottom, False)})"
    return f"{_SIZES[node.size]}({text})" if node.size in _SIZES else text


@_set.register
def _(node: Root, display: bool) -> str:
    radicand = _filled(node.radicand, display)
    return f"sqrt({radicand})" if node.degree is None else f"root({_filled(node.degree, False)}, {radicand})"


@_set.register
def _(node: Scripts, display: bool) -> str:
    base = _filled(node.base, display)
    if isinstance(node.base, Marked) and node.base.mark in {Mark.BRACE_ABOVE, Mark.BRACE_BELOW} and node.limits:
        base = f"limits({base})"
    elif node.limits is not None:
        base = f"{'limits' if node.limits else 'scripts'}({base})"
    below = "" if node.below is None else f", b: {_filled(node.below, False)}"
    above = "" if node.above is None else f", t: {_raised(node.above)}"
    return f"attach({base}{below}{above})"


def _raised(node: Node) -> str:
    """Primes together are one sign."""
    items = _items(node)
    count = next((n for n, item in enumerate(items) if item != _PRIME), len(items))
    if not count:
        return _filled(node, False)
    primes = f"\\u{{{_PRIMES[count]}}}" if count in _PRIMES else "\\u{2032}" * count
    return _beside([primes, *(_set(item, False) for item in items[count:])])


@_set.register
def _(node: Fenced, display: bool) -> str:
    left = f"opn({_escape(node.left)})" if node.left else _space(0)
    right = f"cls({_escape(node.right)})" if node.right else _space(0)
    return f"lr({_beside((left, _set(node.inner, display), right))})"


@_set.register
def _(node: Middle, display: bool) -> str:
    return f"mid({_escape(node.text)})"


@_set.register
def _(node: Styled, display: bool) -> str:
    if node.size not in _SIZES:
        return _set(node.inner, display)
    return f"{_SIZES[node.size]}({_filled(node.inner, node.size is Size.DISPLAY)})"


@_set.register
def _(node: Marked, display: bool) -> str:
    inner = _filled(node.inner, display)
    if node.mark is Mark.BOXED:
        return f"{'bxd' if display else 'bxt'}({inner})"
    if node.mark in _ACCENTS:
        return f"ac({inner}, \\u{{{_ACCENTS[node.mark]}}})"
    return f"{_FUNCTIONS[node.mark]}({inner})"


@_set.register
def _(node: Stacked, display: bool) -> str:
    base = _filled(node.base, display)
    arrow = isinstance(node.base, Sign) and node.base.kind is Kind.RELATION and node.base.text in "→←↔⇒⇐⇔↦="
    if arrow and node.base.text != "=":
        base = f"stretch({base})"
    around = _space(0.3) if arrow else ""
    above = "" if node.above is None else f", t: {_beside((around, _filled(node.above, False), around))}"
    below = "" if node.below is None else f", b: {_beside((around, _filled(node.below, False), around))}"
    return f"attach(limits({base}){below}{above})"


@_set.register
def _(node: Coloured, display: bool) -> str:
    return f"cl({escaped(node.colour)}, {_filled(node.inner, display)})"


@_set.register
def _(node: Tag, display: bool) -> str:
    return f"{_space(2)}{escaped(f'({node.text})')}"


@_set.register
def _(node: Grid, display: bool) -> str:
    inner = _GRIDS[node.layout](node)
    if not node.left and not node.right:
        return inner
    left = f"opn({_escape(node.left)})" if node.left else _space(0)
    right = f"cls({_escape(node.right)})" if node.right else _space(0)
    return f"lr({left}{inner}{right})"


def _cells(node: Grid, display: bool) -> list[list[str]]:
    width = max((len(row) for row in node.rows), default=1)
    rows = [[_set(cell.inner, display) for cell in row] for row in node.rows] or [[""]]
    return [[*(cell or _NOTHING for cell in row), *[_NOTHING] * (width - len(row))] for row in rows]


def _matrix(node: Grid) -> str:
    rows = "; ".join(", ".join(row) for row in _cells(node, False))
    return f"script(mts({rows}))" if node.small else f"display(mtx({rows}))"


def _cases(node: Grid) -> str:
    return f"display(mtl({'; '.join(', '.join(row) for row in _cells(node, False))}))"


def _aligned(node: Grid) -> str:
    rows = []
    for row in _cells(node, True):
        parts = []
        for number, part in enumerate(row):
            if number % 2:
                parts.append(f"&{_NOTHING}display({part})")
            else:
                parts.append(f"{_space(_ALIGNED_GAP) if number else ''}display({part})&")
        rows.append(", ".join(parts))
    return f"mta({'; '.join(rows)})"


def _gathered(node: Grid) -> str:
    style, function = ("script", "mts") if node.small else ("display", "mta")
    return f"{function}({'; '.join(f'{style}({_NOTHING.join(row)})' for row in _cells(node, not node.small))})"


def _table(node: Grid) -> str:
    columns = node.columns.replace("|", "") or "c" * max((len(row) for row in node.rows), default=1)
    wide = any(cell.columns > 1 or cell.align for row in node.rows for cell in row)
    if node.lines or wide or "|" in node.columns:
        return _ruled_table(node, columns)
    rows = []
    for row in _cells(node, False):
        kinds = columns.ljust(len(row), columns[-1])
        rows.append(", ".join(_in_column(part, kind) for part, kind in zip(row, kinds, strict=False)))
    return f"display(mtx({'; '.join(rows)}))"


def _in_column(part: str, kind: str) -> str:
    return f"&{part}" if kind == "l" else f"{part}&" if kind == "r" else part


def _ruled_table(node: Grid, columns: str) -> str:
    width = max((sum(cell.columns for cell in row) for row in node.rows), default=1)
    specified = node.columns or columns
    missing = width - len(columns)
    specified += "c" * max(0, missing)
    spans, cells = [], []
    for number, row in enumerate(node.rows):
        at = 0
        for cell in row:
            spans.append(f"{number},{at},{cell.columns},{cell.align}")
            cells.append(_filled(cell.inner, False))
            at += cell.columns
    rules = ";".join(f"{row},{first},{last}" for row, first, last in node.lines)
    return f'tab("{specified}", "{rules}", "{";".join(spans)}", {", ".join(cells)})'


_GRIDS = {
    Layout.MATRIX: _matrix, Layout.CASES: _cases, Layout.ALIGNED: _aligned, Layout.GATHERED: _gathered,
    Layout.TABLE: _table,
}  # fmt: skip
