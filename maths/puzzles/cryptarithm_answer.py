"""What people type for a sum of letters: letters with digits, words with numbers, or the sum in digits."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.cryptarithm_sum import Shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.puzzles.cryptarithm_sum import Sum

MAX_TYPED = 300  # characters of an answer
_HANGUL = re.compile(r"[가-힣]+")
_PAIR = re.compile(r"([A-Z]+)[\s=:,>-]*(\d+)")
_BETWEEN = re.compile(r"[\s,;=:+*×x−–\-.()/]*")


def read(puzzle: Sum, typed: str) -> list[tuple[str, int]] | Message:
    """Letters and their digits as they are typed, perhaps against each other; else what is wrong with the text."""
    text = unicodedata.normalize("NFKC", typed[:MAX_TYPED]).upper()
    text = _HANGUL.sub(" ", text).strip()
    if not text:
        return Message("There is no answer in it.")
    if "X" not in puzzle.letters:
        text = text.replace("X", "×")
    pairs = _lettered(text) if re.search("[A-Z]", text) else _numbers(puzzle, re.findall(r"\d+", text))
    if pairs is None:
        return Message("Type every letter with its digit, such as A=1 B=2, or the sum in digits.")
    strange = sorted({letter for letter, _ in pairs} - set(puzzle.letters))
    if strange:
        return Message("There is no {letter} in this puzzle.", letter=strange[0])
    return pairs


def _lettered(text: str) -> list[tuple[str, int]] | None:
    """S=9 E=5, or SEND=9567."""
    found: list[tuple[str, int]] = []
    for match in _PAIR.finditer(text):
        word, digits = match.groups()
        if len(word) != len(digits):
            return None
        found += zip(word, map(int, digits), strict=True)
    return found if found and _BETWEEN.fullmatch(_PAIR.sub("", text)) else None


def _numbers(puzzle: Sum, numbers: Sequence[str]) -> list[tuple[str, int]] | None:
    """The numbers in the order of the words, or what stands after the equals sign alone."""
    words = [*puzzle.rows, puzzle.total]
    if puzzle.shown is Shown.DIFFERENCE:
        words = [puzzle.total, *puzzle.rows]
    if puzzle.shown is Shown.PRODUCT and len(numbers) == len(words) + 1 and numbers[1] == str(puzzle.factor):
        numbers = [numbers[0], *numbers[2:]]
    if len(numbers) == 1:
        words = words[-1:]
    if [len(number) for number in numbers] != [len(word) for word in words]:
        return None
    return list(zip("".join(words), map(int, "".join(numbers)), strict=True))
