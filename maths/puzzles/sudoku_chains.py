"""The hardest techniques: cells that are in turn a digit and not, and short chains that end in a contradiction."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from maths.puzzles.sudoku_grid import bits, masks, peers
from maths.puzzles.sudoku_singles import dead, single
from maths.puzzles.sudoku_step import State, Step, Technique, UnitHas, needed

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAIR = 2
MAX_PATH = 6  # cells of a coloured path
MAX_CHAIN = 7  # steps of a forcing chain, its end included


def colouring(state: State) -> Step | None:
    """The shortest path of cells, each two neighbours the only places of the digit in a unit, whose ends say more."""
    best: Step | None = None
    for digit in range(1, len(state.boards)):
        links = _links(state, digit)
        for start in links:
            for path, over in _paths(links, start):
                if best is not None and len(path) >= len(best.cells):
                    break
                step = _coloured(state, digit, path, over)
                if step is not None:
                    best = step
                    break
    return best


def _links(state: State, digit: int) -> dict[int, dict[int, int]]:
    """Cell to cell the unit in which the two are the only places of the digit."""
    links: dict[int, dict[int, int]] = {}
    board = state.boards[digit] & ~state.filled
    for unit, mask in enumerate(masks(state.shape)):
        if (board & mask).bit_count() == _PAIR:
            one, other = bits(board & mask)
            links.setdefault(one, {}).setdefault(other, unit)
            links.setdefault(other, {}).setdefault(one, unit)
    return links


def _paths(links: Mapping[int, Mapping[int, int]], start: int) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The shortest path to each cell that is reached, with the units it runs along; shorter ones first."""
    found: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    reached = {start}
    waiting: deque[tuple[tuple[int, ...], tuple[int, ...]]] = deque([((start,), ())])
    while waiting:
        path, over = waiting.popleft()
        if len(path) > _PAIR:
            found.append((path, over))
        if len(path) == MAX_PATH:
            continue
        for cell, unit in links[path[-1]].items():
            if cell not in reached:
                reached.add(cell)
                waiting.append(((*path, cell), (*over, unit)))
    return found


def _coloured(state: State, digit: int, path: tuple[int, ...], over: tuple[int, ...]) -> Step | None:
    """Both ends the same and in sight of each other: neither. One of the ends and not the other: nothing both see."""
    seen = peers(state.shape)
    first, last = path[0], path[-1]
    out = 0
    if len(path) % 2:
        if seen[first] >> last & 1:
            out = 1 << first | 1 << last
    else:
        out = seen[first] & seen[last] & state.boards[digit] & ~sum(1 << cell for cell in path)
    if not out:
        return None
    removed = tuple((cell, digit) for cell in bits(out))
    premises = tuple(UnitHas(unit, digit) for unit in over)
    return Step(Technique.COLOURING, premises, removed=removed, cells=path, digits=(digit,), units=over)


def forcing(state: State) -> Step | None:
    """The possibility of a cell with two that leads to a contradiction soonest by singles alone."""
    best: Step | None = None
    for cell in range(state.shape.cells):
        digits = state.digits(cell)
        if state.filled >> cell & 1 or len(digits) != _PAIR:
            continue
        for digit in digits:
            inside = _contradiction(state, cell, digit)
            if inside and (best is None or len(inside) < len(best.inside)):
                best = Step(
                    Technique.CHAIN, (), removed=((cell, digit),), cells=(cell,), digits=(digit,), inside=inside
                )
    return best if best is not None and len(best.inside) <= MAX_CHAIN else None


def _contradiction(state: State, cell: int, digit: int) -> tuple[Step, ...]:
    supposed = state.copy()
    supposed.place(cell, digit)
    start, steps = supposed.copy(), list[Step]()
    end = dead(supposed)
    while end is None:
        step = single(supposed)
        if step is None:
            return ()
        steps.append(step)
        supposed.apply(step)
        end = dead(supposed)
    wanted = supposed.missing(end.premises[0])
    return (*needed(start, steps, wanted), end)
