"""The pieces a line of Unicode is made of: signs, scripts, fractions, tables."""

from __future__ import annotations

import re

from maths.showing.plain_join import Piece, join
from maths.showing.plain_signs import LIMITING, NAMELIKE, PLAINER, SIGNLIKE, SUBSCRIPTS, SUPERSCRIPTS, TIGHT
from maths.typesetting.tree import Kind, Sign

_WIDE = frozenset({"operator", "relation", "comma", "fraction", "large", "break", "text", "function"})


def raised(inner: str, kind: str) -> str:
    if inner in ("∘", "°"):
        return "°"
    if inner and set(inner) <= {"′", "'"}:
        return inner.replace("'", "′")
    if inner == "T" and kind != "large":
        return "ᵀ"
    if re.fullmatch(r"[0-9]+" if kind == "large" else r"[+-]?[0-9]+|n|[+-]", inner):
        return "".join(SUPERSCRIPTS[c] for c in inner)
    if inner == "*":
        return "*"
    return "^" + (inner if len(inner) == 1 or inner.isdecimal() else f"({inner})") if inner else ""


def lowered(inner: str, kind: str) -> str:
    if inner and (kind != "large" or inner.isdigit()) and len(inner) <= 3 and all(c in SUBSCRIPTS for c in inner):  # noqa: PLR2004 - aₙ₊₁
        return "".join(SUBSCRIPTS[c] for c in inner)
    return "_" + (inner if _is_word(inner) else f"({inner})") if inner else ""


def _is_word(text: str) -> bool:
    return len(text) == 1 or text.isdigit() or text.isalpha()


def sign(shown: Sign) -> Piece:  # noqa: PLR0911 - a line a kind
    text = PLAINER.get(shown.text, shown.text)
    if text in TIGHT:
        return Piece(text, "tight")
    if text in "|‖" and shown.kind is not Kind.RELATION:
        return Piece(text, "bar")
    if text in SIGNLIKE:
        return Piece(text, "sign")
    if text in NAMELIKE:
        return Piece(text, "name")
    match shown.kind:
        case Kind.OPERATOR | Kind.RELATION:
            return Piece(text, str(shown.kind))
        case Kind.OPENING:
            return Piece(text, "open")
        case Kind.CLOSING:
            return Piece(text, "close")
        case Kind.PUNCTUATION:
            return Piece(text, "comma")
        case Kind.ORDINARY:
            return Piece(text, "function" if len(text) > 1 else "name")


def fence(text: str, *, opens: bool) -> Piece:
    return Piece(PLAINER.get(text, text), "bar" if text in "|‖" else "open" if opens else "close")


def named(name: str) -> Piece:
    if name == "mod":
        return Piece(name, "operator")
    return Piece(name, "large" if name in LIMITING else "function")


def fraction(top: list[Piece], bottom: list[Piece]) -> Piece:
    above, below = join(top), join(bottom)
    if re.fullmatch(r"[d∂][²³]?\w?", above) and re.fullmatch(r"[d∂]\w[²³]?", below):
        return Piece(f"{above}/{below}", "function")
    if _is_sum(top):
        above = f"({above})"
    if not is_single(bottom):
        below = f"({below})"
    return Piece(f"{above or '( )'}/{below or '( )'}", "fraction")


def _solid(pieces: list[Piece]) -> list[Piece]:
    return [p for p in pieces if p.kind not in ("space", "blank")]


def _is_sum(pieces: list[Piece]) -> bool:
    """Whether a numerator needs brackets: anything beyond a product, with or without a sign in front."""
    solid = _solid(pieces)
    if len(solid) > 1 and solid[0].text in ("-", "+"):
        solid = solid[1:]
    if _is_enclosed(solid):
        return False
    depth = 0
    for piece in solid:
        depth += _step(piece)
        if depth == 0 and (piece.kind in _WIDE or piece.text == "/"):
            return True
    return False


def _step(piece: Piece) -> int:
    """+1 where a bracket opens, -1 where one closes."""
    return (piece.kind == "open") - (piece.kind == "close" and piece.text[:1] in ")]}⌋⌉⟩")


def is_single(pieces: list[Piece]) -> bool:
    """Whether a denominator or radicand stands alone without brackets."""
    solid = _solid(pieces)
    if len(solid) == 1:
        piece = solid[0]
        if piece.kind == "name":
            return len(piece.text.rstrip("₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹ₙⁿ")) == 1
        return piece.kind == "number" or (piece.kind == "close" and piece.text[:1].isalpha())
    return _is_enclosed(solid) and solid[0].text == "("


def _is_enclosed(solid: list[Piece]) -> bool:
    if len(solid) < 2 or solid[0].kind != "open" or solid[-1].text not in (")", "]"):  # noqa: PLR2004 - a pair
        return False
    depth = 0
    for place, piece in enumerate(solid):
        depth += _step(piece)
        if depth == 0 and place < len(solid) - 1:
            return False
    return True


def matrix(rows: list[list[str]], fences: str) -> Piece:
    shown = "[" + ", ".join("[" + ", ".join(row) + "]" for row in rows) + "]"
    return Piece({"||": f"det{shown}", "‖‖": f"‖{shown}‖"}.get(fences, shown), "close")


def cases(rows: list[list[str]]) -> Piece:
    return Piece("{ " + "; ".join(", ".join(c.rstrip(",") for c in row if c) for row in rows), "text")


def lines(rows: list[list[str]]) -> Piece:
    return Piece("\n".join(" ".join(cell for cell in row if cell) for row in rows), "text")
