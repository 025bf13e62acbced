"""A sudoku in words: its rules, and the chain of steps, runs of singles in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maths.message import Message
from maths.puzzles.puzzle import Link
from maths.puzzles.sudoku_grid import Lines, place, units
from maths.puzzles.sudoku_step import Technique

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.puzzles.sudoku_grid import Shape
    from maths.puzzles.sudoku_step import Step

MOST_LINKS = 22


def rules(shape: Shape, givens: Sequence[int]) -> tuple[Message, ...]:
    return (
        Message(
            "Fill the grid so that every row, every column and every block of {height} rows and {width} columns holds "
            "each of the digits 1 to {size} exactly once.",
            height=shape.height,
            width=shape.width,
            size=shape.size,
        ),
        Message("The rows from top to bottom, a dot for an empty cell:\n{rows}", rows=_written(shape, givens)),
        Message(
            "R2C3 means row 2, column 3. Blocks are counted from left to right, then from top to bottom. Type the "
            "solved grid row by row, {size} digits each.",
            size=shape.size,
        ),
    )


def _written(shape: Shape, givens: Sequence[int]) -> str:
    signs = [str(digit) if digit else "." for digit in givens]
    return "\n".join(" ".join(signs[at : at + shape.size]) for at in range(0, shape.cells, shape.size))


def unit_name(shape: Shape, at: int) -> Message:
    """Row 3, column 2, block 4."""
    unit = units(shape)[at]
    match unit.lines:
        case Lines.ROW:
            return Message("row {number}", number=unit.number)
        case Lines.COLUMN:
            return Message("column {number}", number=unit.number)
        case Lines.BLOCK:
            return Message("block {number}", number=unit.number)


def links(shape: Shape, steps: Sequence[Step]) -> tuple[Link, ...]:
    said = _Sentences(shape)
    singles = sum(1 for step in steps if step.placed is not None)
    size = -(-singles // max(1, MOST_LINKS - 2 * (len(steps) - singles)))
    found: list[Link] = []
    run: list[Step] = []
    for step in steps:
        if step.placed is None or len(run) == size:
            found += said.run(run)
            run = []
        if step.placed is None:
            found.append(Link(said.step(step), tuple(said.inner(inner) for inner in step.inside)))
        else:
            run.append(step)
    return (*found, *said.run(run))


class _Sentences:
    def __init__(self, shape: Shape) -> None:
        self._shape = shape

    def run(self, steps: Sequence[Step]) -> list[Link]:
        if not steps:
            return []
        if len(steps) == 1:
            return [Link(self._single(steps[0]))]
        cells = self._short(steps[0])
        for step in steps[1:]:
            cells = Message("{first}, {next}", first=cells, next=self._short(step))
        return [Link(Message("One after the other: {cells}.", cells=cells))]

    def step(self, step: Step) -> Message:  # noqa: PLR0911 - one line a technique
        told: dict[str, Any] = {
            "cells": self._places(step.cells),
            "out": self._out(step),
            "digits": ", ".join(map(str, step.digits)),
        }
        match step.technique:
            case Technique.POINTING:
                return Message(
                    "Pointing: {unit} can hold {digits} only in {cells}, all of them in {line}, so no other cell of "
                    "that line can: {out}.",
                    unit=self.unit(step.units[0]),
                    line=self.unit(step.units[1]),
                    **told,
                )
            case Technique.CLAIMING:
                return Message(
                    "Claiming: {unit} can hold {digits} only in {cells}, all of them in {block}, so no other cell of "
                    "that block can: {out}.",
                    unit=self.unit(step.units[0]),
                    block=self.unit(step.units[1]),
                    **told,
                )
            case Technique.NAKED_PAIR:
                return Message(
                    "Naked pair: {cells} in {unit} have only {digits} left, so these two digits are used up there: "
                    "{out}.",
                    unit=self.unit(step.units[0]),
                    **told,
                )
            case Technique.NAKED_TRIPLE:
                return Message(
                    "Naked triple: {cells} in {unit} have only {digits} left between them, so these three digits are "
                    "used up there: {out}.",
                    unit=self.unit(step.units[0]),
                    **told,
                )
            case Technique.HIDDEN_PAIR:
                return Message(
                    "Hidden pair: in {unit} the digits {digits} can only be in {cells}, so these two cells hold "
                    "nothing else: {out}.",
                    unit=self.unit(step.units[0]),
                    **told,
                )
            case Technique.X_WING:
                return self._x_wing(step)
            case Technique.XY_WING:
                return self._xy_wing(step)
            case _:
                return self._alternating(step) if step.technique is Technique.COLOURING else self._forcing(step)

    def inner(self, step: Step) -> Message:
        if step.placed is not None:
            return Message("{cell}.", cell=self._short(step))
        if step.cells:
            return Message("Then no digit is left for {cell}.", cell=self._places(step.cells))
        return Message(
            "Then {unit} has no place left for {digit}.", unit=self.unit(step.units[0]), digit=step.digits[0]
        )

    def unit(self, at: int) -> Message:
        return unit_name(self._shape, at)

    def _single(self, step: Step) -> Message:
        cell, digit = _placed(step)
        if step.technique is Technique.NAKED:
            return Message(
                "Naked single: {cell} is {digit}, the only digit left for this cell.",
                cell=place(self._shape, cell),
                digit=digit,
            )
        return Message(
            "Hidden single: {cell} is {digit}, because {unit} has no other place left for {digit}.",
            cell=place(self._shape, cell),
            digit=digit,
            unit=self.unit(step.units[0]),
        )

    def _short(self, step: Step) -> Message:
        cell, digit = _placed(step)
        if step.technique is Technique.NAKED:
            return Message("{cell} = {digit} (the only digit left)", cell=place(self._shape, cell), digit=digit)
        return Message(
            "{cell} = {digit} (the only place in {unit})",
            cell=place(self._shape, cell),
            digit=digit,
            unit=self.unit(step.units[0]),
        )

    def _x_wing(self, step: Step) -> Message:
        first, second, third, fourth = (self.unit(at) for at in step.units)
        return Message(
            "X-wing on {digit}: in {first} and in {second} it can only be in {cells}. Either way {third} and {fourth} "
            "have their {digit} there: {out}.",
            digit=step.digits[0],
            first=first,
            second=second,
            third=third,
            fourth=fourth,
            cells=self._places(step.cells),
            out=self._out(step),
        )

    def _xy_wing(self, step: Step) -> Message:
        pivot, one, other = (place(self._shape, cell) for cell in step.cells)
        return Message(
            "XY-wing: {pivot} is {first} or {second}. Whichever it is, it leaves {digit} to {one} or to {other}, so no "
            "cell that sees both holds {digit}: {out}.",
            pivot=pivot,
            first=step.digits[0],
            second=step.digits[1],
            digit=step.digits[2],
            one=one,
            other=other,
            out=self._out(step),
        )

    def _alternating(self, step: Step) -> Message:
        told: dict[str, Any] = {
            "digit": step.digits[0],
            "path": " – ".join(place(self._shape, cell) for cell in step.cells),
            "first": place(self._shape, step.cells[0]),
            "last": place(self._shape, step.cells[-1]),
            "out": self._out(step),
        }
        if len(step.cells) % 2:
            return Message(
                "Colouring on {digit}: of each two neighbours in {path} exactly one is {digit}. So {first} and {last} "
                "are the same, but they see each other: {out}.",
                **told,
            )
        return Message(
            "Colouring on {digit}: of each two neighbours in {path} exactly one is {digit}. So {first} or {last} is "
            "{digit}, and no cell that sees both: {out}.",
            **told,
        )

    def _forcing(self, step: Step) -> Message:
        return Message(
            "Forcing chain: suppose {cell} were {digit}. That ends in a contradiction, so {out}.",
            cell=place(self._shape, step.cells[0]),
            digit=step.digits[0],
            out=self._out(step),
        )

    def _places(self, cells: Sequence[int]) -> str:
        return ", ".join(place(self._shape, cell) for cell in cells)

    def _out(self, step: Step) -> str:
        """R1C2 ≠ 3, 5; R1C4 ≠ 3."""
        by_cell: dict[int, list[int]] = {}
        for cell, digit in sorted(step.removed):
            by_cell.setdefault(cell, []).append(digit)
        return "; ".join(f"{place(self._shape, cell)} ≠ {', '.join(map(str, out))}" for cell, out in by_cell.items())


def _placed(step: Step) -> tuple[int, int]:
    if step.placed is None:
        raise TypeError(step.technique)
    return step.placed
