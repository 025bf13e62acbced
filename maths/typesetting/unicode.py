"""Which characters are drawn at all, and what raised and lowered ones stand for."""

from __future__ import annotations

from unicodedata import category

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ", "0123456789+-ni", strict=True))
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋ₐₑᵢⱼₖₙₘₓ", "0123456789+-aeijknmx", strict=True))


def is_shown(character: str) -> bool:
    """Neither a control nor a mark that turns the direction of text, nor half of a character."""
    return bool(character) and category(character)[0] != "C"


def is_letter(character: str) -> bool:
    """One that mathematics uses as a letter: Latin or Greek."""
    return (character.isascii() and character.isalpha()) or "Α" <= character <= "ω" or character in "ϑϕϖϰϱϵ"
