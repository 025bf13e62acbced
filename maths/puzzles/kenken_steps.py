"""Kenken's steps and what is known between them. What may stand in a cell are the bits of a number.

A digit that is placed leaves the cells of its row and column at once: that is bookkeeping and no step.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

FEW = 3  # sets of digits of a cage that are seen at a glance


class By(StrEnum):
    """The ways, easiest first."""

    GIVEN = "given"  # cages of one cell
    NAKED = "naked"  # only one digit is left in a cell
    CAGE = "cage"  # no filling of the cage has the digit there
    HIDDEN = "hidden"  # only one cell of the line is left for a digit
    SET = "set"  # so many cells of a line hold so many digits
    PLACES = "places"  # two digits of a line fit in two cells only
    LINE = "line"  # every filling of a cage has the digit in the line
    SUPPOSING = "supposing"


@dataclass(frozen=True, slots=True)
class Step:
    """`changed` are the cells it narrows, with the digits left; `cells` and `digits` are what it is about.

    `sets` are the sets of digits a cage may still hold. An `impossible` step ends a supposition.
    """

    by: By
    cage: int = -1
    line: int = -1
    cells: tuple[int, ...] = ()
    digits: tuple[int, ...] = ()
    changed: tuple[tuple[int, int], ...] = ()
    sets: tuple[tuple[int, ...], ...] = ()
    inside: tuple[Step, ...] = ()
    impossible: bool = False

    @property
    def tier(self) -> int:
        """1: seen at one place. 2: many fillings of a cage at once, or several cells together. 3: by supposing."""
        if self.by is By.CAGE:
            return 1 if len(self.sets) <= FEW else 2
        return 3 if self.by is By.SUPPOSING else 2 if self.by in {By.SET, By.PLACES, By.LINE} else 1

    @property
    def cost(self) -> int:
        match self.by:
            case By.GIVEN | By.NAKED:
                return 1
            case By.CAGE if len(self.sets) <= FEW:
                return 1
            case By.HIDDEN:
                return 2
            case By.SUPPOSING:
                return 8 + 2 * len(self.inside)
            case _:
                return 4


def bits(mask: int) -> tuple[int, ...]:
    return tuple(digit for digit in range(1, mask.bit_length()) if mask >> digit & 1)


@cache
def peers(size: int, cell: int) -> tuple[int, ...]:
    row, column = divmod(cell, size)
    along = {size * row + k for k in range(size)} | {size * k + column for k in range(size)}
    return tuple(sorted(along - {cell}))


def single(mask: int) -> bool:
    return mask != 0 and mask & (mask - 1) == 0


@dataclass(slots=True)
class State:
    """What is known: the digits left in each cell, and the cells whose digit has been placed."""

    masks: list[int]
    placed: set[int]

    def copy(self) -> State:
        return State(list(self.masks), set(self.placed))

    def take(self, step: Step, size: int) -> None:
        for cell, mask in step.changed:
            self.masks[cell] &= mask
        for cell, _ in step.changed:
            self.place(cell, size)

    def place(self, cell: int, size: int) -> None:
        if cell in self.placed or not single(self.masks[cell]):
            return
        self.placed.add(cell)
        for peer in peers(size, cell):
            self.masks[peer] &= ~self.masks[cell]
