"""A formula of matrices worked out operation by operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.matrices.determinant_steps import expanded
from maths.families.terms import equals, plus, times
from maths.families.write import formula, passages
from maths.message import Message
from maths.tree import Matrix, Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.families.matrices.cells import Step
    from maths.tree import Node
    from maths.verdict import Passage

MAX_WORKED = 9  # entries of a product that are worked out one by one
_EXPANDED = (2, 3)  # rows of a determinant worked out from its definition


def teach(body: Node, answer: Node, steps: Sequence[Step], level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[Message("Work out {matrix}.", matrix=formula(body))],
        approach=[_approach(steps, level)],
        steps=[line for step in steps for line in worked(step, level)]
        or [Message("It is {result}.", result=formula(answer))],
        check=[Message("Worked out a second time by another program, every entry is the same.")],
        conclusion=[Message("The result is {result}.", result=formula(answer))],
    )


def _approach(steps: Sequence[Step], level: Level) -> Message:
    if level is Level.ADVANCED:
        return Message("Matrix algebra, innermost operation first; the order of the factors is kept.")
    if level is Level.INTERMEDIATE and any(step.kind in {"multiply", "power"} for step in steps):
        return Message("One operation after the other; products are taken row by column.")
    if any(step.kind in {"multiply", "power"} for step in steps):
        return Message(
            "One operation after the other. In a product each entry is a row of the first matrix "
            "times a column of the second: multiply entry by entry and add."
        )
    return Message("One operation after the other, entry by entry.")


def worked(step: Step, level: Level) -> list[Message]:  # noqa: C901, PLR0911 - one line an operation
    """One operation, its entries one by one for beginners."""
    sides = step.before.operands if isinstance(step.before, Relation) else (step.before,)
    result = formula(equals(*sides, step.after))
    match step.kind:
        case "add":
            return [Message("Add the entries in the same places: {result}.", result=result)]
        case "scale":
            return [Message("Multiply every entry by the number: {result}.", result=result)]
        case "multiply":
            entries = _entries(step) if level is Level.BEGINNER else []
            return [*entries, Message("Multiply rows by columns: {result}.", result=result)]
        case "raised":
            if level is Level.ADVANCED:
                return []
            return [Message("One power after the other: {result}.", result=result)]
        case "power":
            if level is Level.ADVANCED:
                return [Message("By repeated squaring: {result}.", result=formula(equals(sides[0], step.after)))]
            return [Message("Multiply the matrix by itself as often as the exponent says: {result}.", result=result)]
        case "transpose":
            return [Message("Rows become columns: {result}.", result=result)]
        case "trace":
            return [Message("Add the entries of the diagonal: {result}.", result=result)]
        case "det":
            if isinstance(step.left, Matrix) and len(step.left.rows) in _EXPANDED:
                return expanded(step.left.rows, level)
            return [Message("The determinant is {result}.", result=result)]
        case "adjugate":
            return [
                Message("Put the signed minors into a matrix and swap its rows and columns: {result}.", result=result)
            ]
    return [Message("The inverse is the adjugate divided by the determinant: {result}.", result=result)]


def _entries(step: Step) -> list[Message]:
    left, right, after = step.left, step.right, step.after
    if not (isinstance(left, Matrix) and isinstance(right, Matrix) and isinstance(after, Matrix)):
        return []
    if len(after.rows) * len(after.rows[0]) > MAX_WORKED:
        return []
    lines = []
    for i, row in enumerate(left.rows):
        for j, column in enumerate(zip(*right.rows, strict=True)):
            terms = plus(*(times(a, b) for a, b in zip(row, column, strict=True)))
            lines.append(
                Message(
                    "Row {row}, column {column}: {result}.",
                    row=i + 1,
                    column=j + 1,
                    result=formula(equals(terms, after.rows[i][j])),
                )
            )
    return lines
