r"""One formula as a line of readable Unicode that keeps its meaning.

Brackets appear where a bar, a raised group or a vinculum held things together: `(a + b)/c`,
`x^(n+1)`, `√(x+1)`, `(1/2)x`.
"""

from __future__ import annotations

from dataclasses import replace

from maths.showing.plain_join import Piece, join
from maths.showing.plain_pieces import (
    cases,
    fence,
    fraction,
    is_single,
    lines,
    lowered,
    matrix,
    named,
    raised,
    sign,
)
from maths.showing.plain_signs import (
    ACCENT_NAMES,
    ACCENTS,
    DOUBLE_STRUCK,
    LONG_ACCENTS,
    PLAINER,
    SUPERSCRIPTS,
)
from maths.typesetting.commands import BRACES, NEGATED
from maths.typesetting.tree import (
    Binomial,
    Coloured,
    Fenced,
    Font,
    Fraction,
    Grid,
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
    Space,
    Stacked,
    Styled,
    Tag,
    Words,
)


def formula(node: Node, *, compact: bool = False) -> str:
    return join(pieces(node), compact=compact)


def pieces(node: Node) -> list[Piece]:  # noqa: C901, PLR0911, PLR0912 - a line a kind
    match node:
        case Row(items):
            return _side_by_side(items)
        case Letter(text, font):
            shown = DOUBLE_STRUCK.get(text, text) if font is Font.DOUBLE_STRUCK else PLAINER.get(text, text)
            return [Piece(shown, "name")]
        case Number(text, font):
            shown = "".join(DOUBLE_STRUCK.get(c, c) for c in text) if font is Font.DOUBLE_STRUCK else text
            return [Piece(shown, "number")]
        case Sign():
            return [sign(node)]
        case Name(text):
            return [named(text)]
        case Large(text):
            return [Piece(text, "large")]
        case Words(text):
            return [Piece(text.replace("\u00a0", " ").replace("\u2003", " "), "text")]
        case Tag(text):
            return [Piece(f" ({text})", "text")]
        case Space(ems):
            return [Piece(" ", "space")] if ems > 0 else []
        case Fraction(top, bottom):
            return [fraction(pieces(top), pieces(bottom))]
        case Binomial(top, bottom):
            return [Piece(f"C({formula(top)}, {formula(bottom)})", "close")]
        case Root():
            return [_radical(node)]
        case Scripts():
            return _scripted(node)
        case Fenced():
            return _fenced(node)
        case Middle(text):
            return [Piece(text, "relation")]
        case Styled(_, inner) | Coloured(_, inner):
            return pieces(inner)
        case Marked(mark, inner):
            return _marked(mark, inner)
        case Stacked(base):
            return pieces(base)
        case Grid():
            return [_grid(node, node.left + node.right)]


def _side_by_side(items: tuple[Node, ...]) -> list[Piece]:
    found: list[Piece] = []
    integrals = False
    for place, item in enumerate(items):
        if integrals and item == Letter("d") and isinstance(next(iter(items[place + 1 :]), None), (Letter, Scripts)):
            found.append(Piece(" ", "space"))
        if item == Name("mod") and found and found[-1].text == "(":
            found.append(Piece("mod", "name"))
            continue
        integrals = integrals or _is_integral(item)
        found += pieces(item)
    return found


def _is_integral(item: Node) -> bool:
    base = item.base if isinstance(item, Scripts) else item
    return isinstance(base, Large) and base.text in "∫∬∭∮∯"


def _radical(root: Root) -> Piece:
    degree = formula(root.degree, compact=True) if root.degree is not None else ""
    radicand = pieces(root.radicand)
    text = join(radicand, compact=True)
    shown = text if is_single(radicand) else f"({text})"
    if degree in ("", "2", "3", "4"):
        return Piece({"": "√", "2": "√", "3": "∛", "4": "∜"}[degree] + shown, "radical")
    if all(c in SUPERSCRIPTS for c in degree):
        return Piece("".join(SUPERSCRIPTS[c] for c in degree) + "√" + shown, "rooted")
    return Piece(f"root({text}, {degree})", "close")


def _scripted(node: Scripts) -> list[Piece]:
    found = pieces(node.base)
    if isinstance(node.base, Marked) and node.base.mark in BRACES:
        label = node.below if node.below is not None else node.above
        return [*found, Piece(f" ({formula(label)})", "text")] if label is not None else found
    if isinstance(node.base, Row) and len(found) > 1:
        found = [Piece(f"({join(found)})", "close")]
    base = found.pop() if found else Piece("", "sign")
    if node.below is not None:
        base = replace(base, text=base.text + lowered(formula(node.below, compact=True), base.kind))
    for above in _exponents(node.above):
        if base.kind in ("fraction", "radical", "rooted"):
            base = Piece(f"({base.text})", "close")
        base = replace(base, text=base.text + raised(above, base.kind))
    return [*found, base]


def _exponents(above: Node | None) -> list[str]:
    """The primes, and what stands above beside them."""
    if above is None:
        return []
    items = above.items if isinstance(above, Row) else (above,)
    primes = [item for item in items if item == Sign("′")]
    rest = tuple(item for item in items if item != Sign("′"))
    return ["′" * len(primes)] * bool(primes) + [formula(Row(rest), compact=True)] * bool(rest)


def _fenced(node: Fenced) -> list[Piece]:
    inner = node.inner
    if isinstance(inner, Grid) and inner.layout in (Layout.MATRIX, Layout.TABLE) and not inner.left:
        if node.left + node.right in ("()", "[]", "||", "‖‖"):
            return [_grid(inner, node.left + node.right)]
        if node.left == "{" and not node.right:
            return [cases(_rows(inner))]
    left = [fence(node.left, opens=True)] if node.left else []
    right = [fence(node.right, opens=False)] if node.right else []
    return [*left, *pieces(inner), *right]


def _marked(mark: Mark, inner: Node) -> list[Piece]:
    if mark is Mark.INVISIBLE:
        return []
    held = pieces(inner)
    if mark is Mark.NEGATED:
        text = join(held, compact=True)
        return [Piece(NEGATED.get(text, f"not {text}"), "relation")]
    if mark not in ACCENTS and mark not in LONG_ACCENTS:
        return held
    text = join(held, compact=True)
    if mark in LONG_ACCENTS or len(text) == 1:
        accent = ACCENTS.get(mark) or LONG_ACCENTS[mark]
        return [Piece("".join(c + accent for c in text), "number" if text.isdigit() else "name")]
    return [Piece(f"{ACCENT_NAMES.get(mark, mark)}({text})", "close")]


def _rows(grid: Grid) -> list[list[str]]:
    rows = [[formula(cell.inner).strip() for cell in row] for row in grid.rows]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _grid(grid: Grid, fences: str) -> Piece:
    if grid.layout is Layout.CASES or (grid.layout is Layout.TABLE and grid.left == "{"):
        return cases(_rows(grid))
    if grid.layout in (Layout.MATRIX, Layout.TABLE):
        return matrix(_rows(grid), fences)
    return lines(_rows(grid))
