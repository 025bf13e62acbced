"""Sums of words in which every letter stands for a digit, column by column, and the same as facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from maths.logic.formula import Compare, Different, Plus, Times, Unknown

if TYPE_CHECKING:
    from maths.logic.formula import Fact, Term


class Shown(StrEnum):
    """How the sum is written; a difference total - one row = the other is the same sum."""

    SUM = "sum"
    DIFFERENCE = "difference"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Sum:
    """`factor` times each of the rows, all together, is `total`. A product has one row, else `factor` is 1."""

    rows: tuple[str, ...]
    total: str
    factor: int = 1
    shown: Shown = Shown.SUM

    @property
    def letters(self) -> tuple[str, ...]:
        """Each once, in the order in which they are read."""
        return tuple(dict.fromkeys("".join((*self.rows, self.total))))

    @property
    def leading(self) -> frozenset[str]:
        """The letters that are not 0."""
        return frozenset(word[0] for word in (*self.rows, self.total))

    @property
    def columns(self) -> int:
        return len(self.total)

    def column(self, place: int) -> tuple[tuple[str, ...], str]:
        """The letters that are added in a column, the ones column being 0, and the letter under them."""
        added = tuple(row[-1 - place] for row in self.rows if place < len(row))
        return added, self.total[-1 - place]

    def typed(self) -> str:
        """SEND + MORE = MONEY."""
        match self.shown:
            case Shown.SUM:
                return f"{' + '.join(self.rows)} = {self.total}"
            case Shown.DIFFERENCE:
                return f"{self.total} - {self.rows[0]} = {self.rows[1]}"
            case Shown.PRODUCT:
                return f"{self.rows[0]} * {self.factor} = {self.total}"

    def carries(self) -> range:
        """What any column can carry."""
        return range(self.factor if self.shown is Shown.PRODUCT else len(self.rows))


def value(word: str, digits: dict[str, int]) -> int:
    number = 0
    for letter in word:
        number = 10 * number + digits[letter]
    return number


def holds(puzzle: Sum, digits: dict[str, int]) -> bool:
    """Whether the numbers add up; nothing is said of different letters."""
    return puzzle.factor * sum(value(row, digits) for row in puzzle.rows) == value(puzzle.total, digits)


# As facts


def letters(puzzle: Sum) -> dict[str, Unknown]:
    return {
        letter: Unknown(letter, tuple(range(1 if letter in puzzle.leading else 0, 10))) for letter in puzzle.letters
    }


def carries(puzzle: Sum) -> dict[int, Unknown]:
    """By the column they go into: that into the tens is 1."""
    return {place: Unknown(f"c{place}", tuple(puzzle.carries())) for place in range(1, puzzle.columns)}


def column_fact(puzzle: Sum, place: int, known: dict[str, Unknown], carried: dict[int, Unknown]) -> Fact:
    added, under = puzzle.column(place)
    factor = puzzle.factor
    above: list[Term] = [Times((factor, known[letter])) if factor > 1 else known[letter] for letter in added]
    into = carried.get(place)
    out = carried.get(place + 1)
    below: list[Term] = [known[under]]
    if into is not None:
        above.append(into)
    if out is not None:
        below.append(Times((10, out)))
    return Compare(Plus(tuple(above)), "=", Plus(tuple(below)))


def facts(puzzle: Sum) -> dict[str, Fact]:
    """The columns by name and, as "letters", that no two letters are the same digit."""
    known, carried = letters(puzzle), carries(puzzle)
    found: dict[str, Fact] = {
        f"column {place}": column_fact(puzzle, place, known, carried) for place in range(puzzle.columns)
    }
    found["letters"] = Different(tuple(known.values()))
    return found


def carried(puzzle: Sum, digits: dict[str, int]) -> dict[int, int]:
    """The carries of a solution, by the column they go into."""
    found: dict[int, int] = {}
    carry = 0
    for place in range(puzzle.columns - 1):
        added, _ = puzzle.column(place)
        carry = (puzzle.factor * sum(digits[letter] for letter in added) + carry) // 10
        found[place + 1] = carry
    return found
