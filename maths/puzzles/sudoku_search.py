"""How many ways a sudoku can be filled: a search over one set of cells a digit, with nothing of z3. And new grids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import TooLargeError
from maths.message import Message
from maths.puzzles.sudoku_grid import masks, peers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.generating.draw import Draw
    from maths.puzzles.sudoku_grid import Shape

MAX_NODES = 20_000
_CHUNK = 6  # givens taken away at once, while there are many


def fillings(shape: Shape, givens: Sequence[int], at_most: int = 2) -> list[tuple[int, ...]]:
    """Different fillings until there are no more, or as many as asked for; 0 is an empty cell. Raises TooLargeError."""
    found = []
    for filling in _Search(shape).run(_boards(shape, givens)):
        found.append(filling)
        if len(found) == at_most:
            break
    return found


def filled(shape: Shape, draw: Draw) -> tuple[int, ...]:
    """A grid filled by chance."""
    return next(_Search(shape, draw).run(_boards(shape, [0] * shape.cells)))


def dug(shape: Shape, solution: Sequence[int], draw: Draw, least: int) -> list[int]:
    """Givens with this solution alone: one after the other is taken away while that holds and `least` are left."""
    givens = list(solution)
    order = draw.shuffled(range(shape.cells))
    while len(order) > shape.cells // 2:
        chunk, order = order[:_CHUNK], order[_CHUNK:]
        fewer = [0 if cell in chunk else digit for cell, digit in enumerate(givens)]
        if len(fillings(shape, fewer)) > 1:
            order += chunk
            break
        givens = fewer
    for cell in order:
        if sum(1 for digit in givens if digit) <= least:
            break
        if not _other(shape, givens, cell):
            givens[cell] = 0
    return givens


def _other(shape: Shape, givens: Sequence[int], cell: int) -> bool:
    """Whether the grid can be filled with another digit in a cell that is given."""
    boards = _boards(shape, [0 if at == cell else digit for at, digit in enumerate(givens)])
    boards[givens[cell] - 1] &= ~(1 << cell)
    return next(_Search(shape).run(boards), None) is not None


def _boards(shape: Shape, givens: Sequence[int]) -> list[int]:
    """For each digit the cells that can hold it, as far as the givens themselves say."""
    every = (1 << shape.cells) - 1
    boards = [every] * shape.size
    for cell, given in enumerate(givens):
        if given:
            for digit in range(shape.size):
                if digit != given - 1:
                    boards[digit] &= ~(1 << cell)
    return boards


class _Search:
    def __init__(self, shape: Shape, draw: Draw | None = None) -> None:
        self._shape = shape
        self._draw = draw
        self._every = (1 << shape.cells) - 1
        self._peers = peers(shape)
        self._units = masks(shape)
        self._nodes = 0

    def run(self, boards: list[int], done: int = 0) -> Iterator[tuple[int, ...]]:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise TooLargeError(Message("There is too much to try."))
        boards = list(boards)
        settled = self._settle(boards, done)
        if settled is None:
            return
        if settled == self._every:
            yield self._read(boards)
            return
        cell = self._next(boards, settled)
        digits = [digit for digit, board in enumerate(boards) if board & cell]
        for digit in self._draw.shuffled(digits) if self._draw else digits:
            yield from self.run([b if d == digit else b & ~cell for d, b in enumerate(boards)], settled)

    def _settle(self, boards: list[int], done: int) -> int | None:
        """Fills what has only one way, in place; the cells that are filled, or None where something has no way."""
        while True:
            ones = twos = 0
            for board in boards:
                twos |= ones & board
                ones |= board
            if ones != self._every:
                return None
            fresh = ones & ~twos & ~done
            if not fresh:
                hidden = self._hidden(boards, done)
                if hidden is None:
                    return None
                if not hidden:
                    return done
                continue
            done |= fresh
            self._spread(boards, fresh)

    def _spread(self, boards: list[int], fresh: int) -> None:
        """Takes the digits of cells that are filled from all cells they see."""
        for digit, board in enumerate(boards):
            mine = board & fresh
            while mine:
                low = mine & -mine
                mine ^= low
                boards[digit] &= ~self._peers[low.bit_length() - 1]

    def _hidden(self, boards: list[int], done: int) -> bool | None:
        """Fills cells that are the only place of a digit; whether there were any, None where a digit has no place."""
        for digit, board in enumerate(boards):
            for unit in self._units:
                places = board & unit
                if not places:
                    return None
                if not places & (places - 1) and not places & done:
                    for other in range(len(boards)):
                        if other != digit:
                            boards[other] &= ~places
                    return True
        return False

    def _next(self, boards: list[int], done: int) -> int:
        """A cell with two digits left, or with as few as there are."""
        ones = twos = threes = 0
        for board in boards:
            threes |= twos & board
            twos |= ones & board
            ones |= board
        some = twos & ~threes or self._every & ~done
        return some & -some

    def _read(self, boards: list[int]) -> tuple[int, ...]:
        return tuple(
            next(digit + 1 for digit, board in enumerate(boards) if board >> cell & 1)
            for cell in range(self._shape.cells)
        )
