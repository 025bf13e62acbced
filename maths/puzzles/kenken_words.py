"""A kenken in words: its rules and cages, and the chain of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maths.message import Message
from maths.puzzles.kenken_cages import MINUS, OVER
from maths.puzzles.kenken_steps import By, bits
from maths.puzzles.puzzle import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maths.puzzles.kenken_cages import Cages
    from maths.puzzles.kenken_steps import Step

_MOST_WAYS = 4  # that a sentence lists


def rules(grid: Cages) -> tuple[Message, ...]:
    cages = [f"{cage.note} {_cells(grid.size, cage.cells)}" for cage in grid.cages]
    return (
        Message(
            "Fill the grid of {size} × {size} cells with the digits 1 to {size}, each of them once in every row and "
            "once in every column.",
            size=grid.size,
        ),
        Message(
            "The grid is divided into cages. The digits of a cage with + add up to its number, those of a cage with × "
            "multiply to it; with − the larger of two digits minus the smaller is the number, with ÷ the larger "
            "divided by the smaller. A cage of one cell shows its digit. A digit may stand twice in a cage, but never "
            "twice in a row or column."
        ),
        Message("R2C3 means row 2, column 3. The cages: {cages}.", cages="; ".join(cages)),
        Message("Type the filled grid row by row, {size} digits each.", size=grid.size),
    )


def cell_name(size: int, cell: int) -> str:
    return f"R{cell // size + 1}C{cell % size + 1}"


def _cells(size: int, cells: Iterable[int]) -> str:
    return ", ".join(cell_name(size, cell) for cell in cells)


def line_name(size: int, line: int) -> Message:
    if line < size:
        return Message("row {number}", number=line + 1)
    return Message("column {number}", number=line - size + 1)


def cage_name(grid: Cages, number: int) -> Message:
    cage = grid.cages[number]
    return Message("the cage {note} at {cell}", note=cage.note, cell=cell_name(grid.size, cage.cells[0]))


def links(grid: Cages, steps: Sequence[Step]) -> tuple[Link, ...]:
    said = _Sentences(grid)
    return tuple(Link(said.step(step), tuple(said.step(inner) for inner in step.inside)) for step in steps)


class _Sentences:
    def __init__(self, grid: Cages) -> None:
        self._grid, self._size = grid, grid.size

    def step(self, step: Step) -> Message:  # noqa: PLR0911 - one line a way
        if step.impossible:
            return self._impossible(step)
        told: dict[str, Any] = {"so": self._so(step)}
        match step.by:
            case By.GIVEN:
                return Message("A cage of one cell shows its digit: {cells}.", cells=self._placed(step))
            case By.NAKED:
                return Message("Row and column leave only one digit for these cells: {cells}.",
                               cells=self._placed(step))  # fmt: skip
            case By.CAGE:
                return self._cage(step)
            case By.HIDDEN:
                return Message("In {line} only {cell} can still be {digit}.", line=self._line(step),
                               cell=cell_name(self._size, step.cells[0]), digit=step.digits[0])  # fmt: skip
            case By.SET:
                return Message(
                    "In {line} the cells {cells} hold the digits {digits} among themselves, so no other cell of it "
                    "does: {so}.", line=self._line(step), cells=_cells(self._size, step.cells),
                    digits=_digits(step.digits), **told)  # fmt: skip
            case By.PLACES:
                return Message(
                    "In {line} the digits {digits} fit only in the cells {cells}, so nothing else stands there: {so}.",
                    line=self._line(step), cells=_cells(self._size, step.cells), digits=_digits(step.digits), **told,
                )  # fmt: skip
            case By.LINE:
                return Message(
                    "However {cage} is filled, it has a {digit} in {line}, so no other cell of that line does: {so}.",
                    cage=cage_name(self._grid, step.cage), digit=step.digits[0], line=self._line(step), **told,
                )  # fmt: skip
            case By.SUPPOSING:
                return Message("Suppose {cell} were {digit}. That ends in a contradiction, so {so}.",
                               cell=cell_name(self._size, step.cells[0]), digit=step.digits[0], **told)  # fmt: skip

    def _cage(self, step: Step) -> Message:
        name = cage_name(self._grid, step.cage)
        if len(step.sets) > _MOST_WAYS:
            return Message("Of all fillings that {cage} still has: {so}.", cage=name, so=self._so(step))
        ways: Message | str = self._way(step.cage, step.sets[0])
        for digits in step.sets[1:]:
            ways = Message("{before} or {next}", before=ways, next=self._way(step.cage, digits))
        return Message("Only {ways} can fill {cage}: {so}.", cage=name, ways=ways, so=self._so(step))

    def _way(self, cage: int, digits: Sequence[int]) -> str:
        sign = self._grid.cages[cage].sign
        ordered = sorted(digits, reverse=sign in {MINUS, OVER})
        return f" {sign} ".join(map(str, ordered))

    def _impossible(self, step: Step) -> Message:
        match step.by:
            case By.NAKED:
                return Message("Then no digit is left for {cell}.", cell=cell_name(self._size, step.cells[0]))
            case By.HIDDEN:
                return Message("Then {line} has no place left for {digit}.", line=self._line(step),
                               digit=step.digits[0])  # fmt: skip
            case _:
                return Message("Then {cage} cannot be filled.", cage=cage_name(self._grid, step.cage))

    def _line(self, step: Step) -> Message:
        return line_name(self._size, step.line)

    def _placed(self, step: Step) -> str:
        return ", ".join(f"{cell_name(self._size, cell)} = {bits(mask)[0]}" for cell, mask in step.changed)

    def _so(self, step: Step) -> Message:
        """R1C2 is 3; R2C2 is one of 1, 4."""
        said: Message | None = None
        for cell, mask in step.changed:
            one = self._left(cell, bits(mask))
            said = Message("{first}; {next}", first=said, next=one) if said is not None else one
        if said is None:
            raise ValueError(step)
        return said

    def _left(self, cell: int, digits: Sequence[int]) -> Message:
        name = cell_name(self._size, cell)
        if len(digits) == 1:
            return Message("{cell} is {digit}", cell=name, digit=digits[0])
        return Message("{cell} is one of {digits}", cell=name, digits=_digits(digits))


def _digits(digits: Sequence[int]) -> str:
    return ", ".join(map(str, digits))
