"""Row reduction as it is written on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.matrices.kernel_steps import read_off
from maths.families.matrices.reduction import Grid, Reduction, RowStep, matrix_of
from maths.families.terms import number
from maths.families.write import formula, passages
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.message import Formula
    from maths.verdict import Passage


def teach(  # noqa: PLR0913, PLR0917 - a reduction and what is read off it
    wanted: str,
    grid: Grid,
    reduction: Reduction,
    basis: tuple[tuple[Fraction, ...], ...],
    answer: Formula,
    level: Level,
) -> tuple[Passage, ...]:
    return passages(
        understanding=[_understanding(wanted, formula(matrix_of(grid)))],
        approach=[_approach(level)],
        steps=[
            *_reduction(reduction, level),
            *_reading_off(wanted, reduction, len(basis), len(grid[0])),
            *(read_off(reduction, basis, level) if wanted == "kernel" else ()),
        ],
        check=[Message("A second program finds the same reduced matrix, and put back the result is right.")],
        conclusion=[_conclusion(wanted, answer)],
    )


def _understanding(wanted: str, matrix: Formula) -> Message:
    match wanted:
        case "rank":
            return Message("How many rows of {matrix} are really different information?", matrix=matrix)
        case "nullity" | "kernel":
            return Message("Which vectors does {matrix} send to zero?", matrix=matrix)
        case "independent" | "dependent":
            return Message("Can one column of {matrix} be combined from the others?", matrix=matrix)
        case "equation":
            return Message("Both sides are written side by side as one matrix: {matrix}.", matrix=matrix)
    return Message("Bring {matrix} into reduced row echelon form.", matrix=matrix)


def _approach(level: Level) -> Message:
    if level is Level.ADVANCED:
        return Message("Gauss-Jordan elimination; the reduced echelon form is unique.")
    if level is Level.INTERMEDIATE:
        return Message("Gauss-Jordan elimination: column by column a leading 1, and zeros above and below it.")
    return Message(
        "Three things are allowed and change nothing that matters: swap two rows, multiply a row by a number that "
        "is not zero, add a multiple of one row to another. Column by column we make a 1 and zeros above and below it."
    )


def _reduction(reduction: Reduction, level: Level) -> list[Message]:
    lines = operations(reduction)
    if not lines:
        return [Message("It is reduced already.")]
    if level is Level.ADVANCED:
        return [Message("Reduced: {matrix}.", matrix=formula(matrix_of(reduction.rows)))]
    return lines


def operations(reduction: Reduction) -> list[Message]:
    """A line a row operation."""
    return [_said(step) for step in reduction.steps]


def _said(step: RowStep) -> Message:
    matrix = formula(matrix_of(step.after))
    if step.kind == "swap":
        return Message(
            "Swap rows {first} and {second}: {matrix}.", first=step.row + 1, second=step.other + 1, matrix=matrix
        )
    factor = formula(number(step.factor))
    if step.kind == "scale":
        return Message("Multiply row {row} by {factor}: {matrix}.", row=step.row + 1, factor=factor, matrix=matrix)
    return Message(
        "Add {factor} times row {other} to row {row}: {matrix}.",
        factor=factor,
        other=step.other + 1,
        row=step.row + 1,
        matrix=matrix,
    )


def _reading_off(wanted: str, reduction: Reduction, nullity: int, width: int) -> list[Message]:
    rank = len(reduction.pivots)
    match wanted:
        case "rank":
            return [Message("Count the rows that are not zero: {count}.", count=rank)]
        case "nullity":
            return [
                Message(
                    "Of {width} columns {rank} have a leading 1, so the nullity is {count}.",
                    width=width,
                    rank=rank,
                    count=nullity,
                )
            ]
        case "independent" | "dependent":
            if rank == width:
                return [Message("Every column has a leading 1, so only the trivial combination gives zero.")]
            return [Message("A column without a leading 1 is a combination of the others.")]
        case "equation":
            return [Message("On the left stands the identity, so on the right stands the matrix we look for.")]
    return []


def _conclusion(wanted: str, answer: Formula) -> Message:  # noqa: PLR0911 - one line a question
    match wanted:
        case "rank":
            return Message("The rank is {value}.", value=answer)
        case "nullity":
            return Message("The nullity is {value}.", value=answer)
        case "kernel":
            return Message("A basis of the kernel is {value}.", value=answer)
        case "independent" | "dependent":
            if (answer.typed == "True") is (wanted == "independent"):
                return Message("The vectors are linearly independent.")
            return Message("The vectors are linearly dependent.")
        case "equation":
            return Message("The matrix is {value}.", value=answer)
    return Message("The reduced row echelon form is {value}.", value=answer)
