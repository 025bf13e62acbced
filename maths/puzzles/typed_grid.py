"""Grids of digits as people type them."""

from __future__ import annotations

import unicodedata

from maths.message import Message, counted

MAX_TYPED = 600  # characters of an answer
_BLANK = ".0_?*"


def digit_square(size: int, typed: str) -> tuple[int, ...] | Message:
    """The square row by row, whatever stands between its digits; else what is wrong with the text."""
    signs = unicodedata.normalize("NFKC", typed[:MAX_TYPED])
    digits = [int(sign) for sign in signs if sign in "123456789"]
    blanks = sum(1 for sign in signs if sign in _BLANK)
    if not digits:
        return Message("There is no answer in it.")
    if any(sign.isalpha() for sign in signs) or any(digit > size for digit in digits):
        return Message("Type the digits from 1 to {size} alone, row by row.", size=size)
    if len(digits) == size**2:
        return tuple(digits)
    if len(digits) + blanks == size**2:
        return counted("{count} cell is still empty.", "{count} cells are still empty.", blanks)
    return counted(
        "The grid has {cells} cells; there is {count} digit in the answer.",
        "The grid has {cells} cells; there are {count} digits in the answer.",
        len(digits),
        cells=size**2,
    )
