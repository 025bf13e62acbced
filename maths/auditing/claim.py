"""What a working claims: two sides and the sign between them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an equality: `formula` is what `maths.read` is given, `words` what stood around its numbers."""

    formula: str
    words: frozenset[str] = frozenset()
    money: bool = False
    whole: bool = True  # False: something next to it may belong to it, so that a difference proves nothing


@dataclass(frozen=True, slots=True)
class Claim:
    """`left = right`, or `left ≈ right` where `about`; places are offsets in the text."""

    left: Side
    right: Side
    about: bool
    place: int  # of the sign: the line it is on is the line that is judged
    start: int
    end: int
    noted: bool = False  # in a calculator note
