"""A nonogram in words: its rules and numbers, and the chain of steps."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from maths.message import Message, counted
from maths.puzzles.puzzle import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.puzzles.nonogram_grid import Numbers
    from maths.puzzles.nonogram_solving import Step


def rules(numbers: Numbers) -> tuple[Message, ...]:
    return (
        Message(
            "Fill some cells of a grid of {rows} rows and {columns} columns, so that a picture comes out. The numbers "
            "of a row or column are the lengths of its runs of filled cells, in order from the left or from the top; "
            "between two runs at least one cell stays empty, all other cells stay empty too.",
            rows=len(numbers.rows), columns=len(numbers.columns),
        ),
        Message("The rows from top to bottom: {lines}.", lines=_listed(numbers.rows)),
        Message("The columns from left to right: {lines}.", lines=_listed(numbers.columns)),
        Message("Type it row by row: # is a filled cell and . an empty one. R2C3 means row 2, column 3."),
    )  # fmt: skip


def _listed(lines: Sequence[tuple[int, ...]]) -> str:
    return "; ".join(spoken(line) for line in lines)


def spoken(line: Sequence[int]) -> str:
    return " ".join(map(str, line)) or "0"


def line_name(numbers: Numbers, line: int) -> Message:
    """Row 3 (4 1)."""
    height = len(numbers.rows)
    said = spoken(numbers.lines[line])
    if line < height:
        return Message("Row {number} ({runs})", number=line + 1, runs=said)
    return Message("Column {number} ({runs})", number=line - height + 1, runs=said)


def links(numbers: Numbers, steps: Sequence[Step]) -> tuple[Link, ...]:
    return tuple(Link(_said(numbers, step), tuple(_said(numbers, inner) for inner in step.inside)) for step in steps)


def _said(numbers: Numbers, step: Step) -> Message:
    if step.inside:
        cell = f"R{step.cell[0] + 1}C{step.cell[1] + 1}"
        if step.supposed:
            return Message("Suppose {cell} were filled. That ends in a contradiction, so it stays empty.", cell=cell)
        return Message("Suppose {cell} stayed empty. That ends in a contradiction, so it is filled.", cell=cell)
    told: dict[str, Any] = {"line": line_name(numbers, step.line)}
    if step.impossible:
        return Message("{line} has no placing left.", **told)
    cells = _cells(step)
    if step.ways == 1:
        return Message("{line} has only one placing left: {cells}.", cells=cells, **told)
    return Message("{line}, in every placing that is left: {cells}.", cells=cells, **told)


def _cells(step: Step) -> Message:
    if not step.empty:
        return _filled(step.filled)
    if not step.filled:
        return _empty(step.empty)
    return Message("{cells}, {others}", cells=_filled(step.filled), others=_empty(step.empty))


def _filled(cells: int) -> Message:
    return counted("cell {cells} is filled", "cells {cells} are filled", cells.bit_count(), cells=_places(cells))


def _empty(cells: int) -> Message:
    return counted("cell {cells} stays empty", "cells {cells} stay empty", cells.bit_count(), cells=_places(cells))


def _places(cells: int) -> str:
    """2–4, 7."""
    found = []
    place = 1
    for filled, run in groupby(bin(cells)[:1:-1]):
        length = len(list(run))
        if filled == "1":
            found.append(str(place) if length == 1 else f"{place}–{place + length - 1}")
        place += length
    return ", ".join(found)
