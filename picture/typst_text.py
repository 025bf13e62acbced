"""The few ways in which text may become part of a Typst document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTHING = '""'
_PLAIN = frozenset(" .,;:!?()+-=<>'*_~%&|[]^")


def escaped(text: str) -> str:
    """A string literal: what stands in it is shown and never read as Typst."""
    return '"' + "".join(_in_string(character) for character in text) + '"'


def _in_string(character: str) -> str:
    if character.isascii() and (character.isalnum() or character in _PLAIN):
        return character
    if "\ud800" <= character <= "\udfff":  # half of a character
        return "\\u{fffd}"
    if character > "\x7f" and character.isprintable():
        return character
    return f"\\u{{{ord(character):x}}}"


def escape(text: str) -> str:
    """Signs in mathematics, each by its number."""
    return "".join(f"\\u{{{ord(character):x}}}" for character in text)


def space(ems: float) -> str:
    return f'sp("{ems:.3f}")'


def beside(parts: Iterable[str]) -> str:
    """Side by side, with a space only where two names or numbers would grow together: Typst draws the others."""
    text = ""
    for part in parts:
        if part:
            text += f" {part}" if text and _is_word(text[-1]) and _is_word(part[0]) else part
    return text


def _is_word(character: str) -> bool:
    return (character.isascii() and character.isalnum()) or character == "."
