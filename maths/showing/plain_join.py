"""Pieces of a formula put together: the space, brackets and signs that their neighbours require."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_ATOMS = frozenset({"number", "name", "close", "radical", "fraction", "text", "sign"})
_STARTS = frozenset({"number", "name", "open", "radical", "fraction", "function", "large"})
_RAISED_LETTER = re.compile(r"\^[^\W\d_]$")  # e^x before y would be read as e^(xy)
_SCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ₀₁₂₃₄₅₆₇₈₉"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and how it stands to its neighbours."""

    text: str
    kind: str


def join(pieces: list[Piece], *, compact: bool = False) -> str:
    text: list[str] = []
    before: Piece | None = None
    gap = ""
    bars = 0
    pieces = _bracketed(pieces)
    end = max((place for place, p in enumerate(pieces) if p.kind not in ("space", "blank")), default=0)
    for place, piece in enumerate(pieces):
        if piece.kind in ("space", "blank"):
            gap = "space" if piece.kind == "space" else gap or "blank"
            continue
        if piece.kind == "break":
            text.append("\n")
            before, gap = None, ""
            continue
        if piece.kind == "bar":
            closes = bars % 2 == 1 and before is not None and before.kind in _ATOMS | {"bar"}
            bars += 1
            piece = replace(piece, kind="close" if closes else "open")  # noqa: PLW2901 - a bar takes its side
        text.append(_between(before, piece, gap, compact=compact))
        text.append(_spaced(before, piece, last=place == end, compact=compact))
        before, gap = piece, ""
    return "".join(text).strip(" ")


def _bracketed(pieces: list[Piece]) -> list[Piece]:
    """Brackets around each fraction that touches a factor: (1/2)x, x(1/2), 1 ÷ (1/2); `2 1/2` stays a mixed number.

    Also where a sign in front of it would stand beside its own: 2 - (-7/3).
    """
    solid = [(place, p) for place, p in enumerate(pieces) if p.kind not in ("space", "blank")]
    shown = list(pieces)
    for order, (place, piece) in enumerate(solid):
        if piece.kind != "fraction":
            continue
        before = solid[order - 1][1] if order else None
        after = solid[order + 1][1] if order + 1 < len(solid) else None
        mixed = (
            before is not None
            and before.kind == "number"
            and before.text.isdigit()
            and re.fullmatch(r"[0-9]+/[0-9]+", piece.text)
        )
        touches = (
            before is not None and (before.kind in _ATOMS | {"function"} or before.text in ("/", "÷")) and not mixed
        )
        followed = after is not None and (
            after.kind in _STARTS or after.text in ("/", "!", "%", "°", "′") or after.kind == "rooted"
        )
        signed = piece.text.startswith(("-", "−")) and before is not None and before.kind == "operator"
        if touches or followed or signed:
            text = f"{before.text} {piece.text}" if mixed and before is not None else piece.text
            if mixed:
                shown[solid[order - 1][0]] = Piece("", "blank")
            shown[place] = Piece(f"({text})", "close")
    return shown


def _between(before: Piece | None, piece: Piece, gap: str, *, compact: bool) -> str:  # noqa: PLR0911, C901 - one rule a line
    """What stands between two pieces."""
    if before is None or not before.text or not piece.text:
        return ""
    kinds = before.kind, piece.kind
    if kinds == ("number", "fraction"):
        return " "
    if before.kind in ("operator", "relation", "comma", "tight", "open") or piece.kind in (
        "operator",
        "relation",
        "comma",
        "tight",
    ):
        return " " if before.kind == "comma" and not compact else ""
    if before.kind in ("radical", "rooted") and piece.kind in _STARTS | {"rooted"}:
        return " " if gap == "space" and piece.text.startswith("d") else "·"
    if piece.kind == "rooted" and before.kind in _ATOMS:
        return "·"
    if piece.kind == "number" and before.kind not in ("function", "large") and before.text[-1] in _SCRIPT_DIGITS:
        return "·"
    if (
        before.kind not in ("large", "function")
        and piece.kind in ("name", "number")
        and _RAISED_LETTER.search(before.text)
    ):
        return " " if gap == "space" and piece.text.startswith("d") else "·"
    if before.text.endswith("|") and piece.text.startswith("|"):
        return "·"
    if before.kind in ("function", "large"):
        return (
            ""
            if piece.kind == "open" and piece.text == "(" and before.kind == "function"
            else ("" if piece.kind == "close" else " ")
        )
    if piece.kind in ("function", "large") and before.kind in _ATOMS:
        return " "
    if gap == "space" and piece.kind != "close":
        return "" if before.text.endswith(" ") or piece.text.startswith(" ") else " "
    if (
        gap == "blank"
        and set(kinds) <= {"name", "number"}
        and (len(before.text) > 1 or len(piece.text) > 1 or set(kinds) == {"number"})
    ):
        return " " if set(kinds) == {"number"} or _wordy(before) or _wordy(piece) else ""
    return ""


def _wordy(piece: Piece) -> bool:
    return len(piece.text) > 1 and piece.text.isascii() and piece.text.isalpha()


def _spaced(before: Piece | None, piece: Piece, *, last: bool, compact: bool) -> str:
    """An operator with the space around it: none for a sign, one on each side for an operation."""
    if piece.kind == "operator":
        word = piece.text.isalpha()
        after_word = before is not None and before.kind == "text" and before.text.endswith(" ")  # `x < -3 or -3 < x`
        starts = ("operator", "relation", "comma", "open", "tight", "function", "large")
        unary = before is None or after_word or before.kind in starts
        if unary and not word:
            return piece.text
        return piece.text if compact and not word else f" {piece.text} "
    if piece.kind == "relation":
        left = "" if compact or before is None else " "
        right = "" if compact or last else " "
        return left + piece.text + right
    return piece.text
