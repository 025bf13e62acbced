"""A nonogram solved row by row, each column read from above as far as it is filled: the second engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import TooLargeError
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_TRIED = 200_000
Column = tuple[int, int]  # runs that are complete, and how many cells of the next one are filled


def pictures(
    rows: Sequence[tuple[int, ...]], columns: Sequence[tuple[int, ...]], at_most: int = 2
) -> list[tuple[str, ...]]:
    """Different solutions, rows of # and ., until there are no more or as many as asked for. Raises TooLargeError."""
    found = []
    for one in _Search(rows, columns).run():
        found.append(one)
        if len(found) == at_most:
            break
    return found


class _Search:
    def __init__(self, rows: Sequence[tuple[int, ...]], columns: Sequence[tuple[int, ...]]) -> None:
        self._rows, self._columns = rows, columns
        self._tried = 0

    def run(self) -> Iterator[tuple[str, ...]]:
        yield from self._below((), [(0, 0)] * len(self._columns))

    def _below(self, above: tuple[str, ...], columns: list[Column]) -> Iterator[tuple[str, ...]]:
        if len(above) == len(self._rows):
            if all(self._complete(number, column) for number, column in enumerate(columns)):
                yield above
            return
        for row, read in self._fitting(self._rows[len(above)], columns, len(self._rows) - len(above) - 1):
            yield from self._below((*above, row), read)

    def _complete(self, number: int, column: Column) -> bool:
        done, begun = column
        wanted = self._columns[number]
        return (done == len(wanted) and not begun) or (done == len(wanted) - 1 and begun == wanted[-1])

    def _fitting(self, runs: tuple[int, ...], columns: list[Column], below: int) -> Iterator[tuple[str, list[Column]]]:
        """The placings of a row that no column forbids, built cell by cell from the left."""
        width = len(columns)
        stack: list[tuple[str, int, int, list[Column]]] = [("", 0, 0, [])]
        while stack:
            row, done, begun, read = stack.pop()
            self._tried += 1
            if self._tried > MAX_TRIED:
                raise TooLargeError(Message("There is too much to try."))
            if len(row) == width:
                if done == len(runs) or (done == len(runs) - 1 and begun == runs[-1]):
                    yield row, read
                continue
            needed = sum(runs[done:]) - begun + max(len(runs) - done - 1, 0)
            if needed > width - len(row):
                continue
            for sign in "#.":
                after = _read(runs, (done, begun), sign)
                down = self._down(len(row), columns[len(row)], sign, below) if after is not None else None
                if after is not None and down is not None:
                    stack.append((row + sign, *after, [*read, down]))

    def _down(self, number: int, column: Column, sign: str, below: int) -> Column | None:
        wanted = self._columns[number]
        after = _read(wanted, column, sign)
        if after is None:
            return None
        done, begun = after
        left = sum(wanted[done:]) - begun + max(len(wanted) - done - 1, 0)
        return after if left <= below else None


def _read(runs: tuple[int, ...], state: Column, sign: str) -> Column | None:
    done, begun = state
    if sign == "#":
        return (done, begun + 1) if done < len(runs) and begun < runs[done] else None
    if not begun:
        return state
    return (done + 1, 0) if begun == runs[done] else None
