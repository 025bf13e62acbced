"""Rows and columns as Typst mathematics, each layout in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.typesetting.tree import Layout
from picture.typst_text import NOTHING, space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maths.typesetting.tree import Grid, Node

    Cells = Callable[[Node], str]

_GAP = 1.0  # ems between two pairs of columns that are aligned


def aligned_row(parts: Sequence[str]) -> str:
    """A row whose signs of alignment are Typst's own."""
    text = "".join(parts[:1])
    for number, part in enumerate(parts[1:], 1):
        text += f" & {part}" if number % 2 else f" & {space(_GAP)}{part}"
    return text or NOTHING


def _rows(grid: Grid, cells: Cells) -> list[list[str]]:
    """As many cells in each row."""
    width = max((len(row) for row in grid.rows), default=1)
    rows = [[cells(cell.inner) for cell in row] for row in grid.rows] or [[NOTHING]]
    return [[*row, *[NOTHING] * (width - len(row))] for row in rows]


def _joined(rows: Sequence[Sequence[str]]) -> str:
    return "; ".join(", ".join(row) for row in rows)


def _matrix(grid: Grid, cells: Cells) -> str:
    rows = _joined(_rows(grid, cells))
    return f"script(mts({rows}))" if grid.small else f"display(mtx({rows}))"


def _cases(grid: Grid, cells: Cells) -> str:
    return f"display(mtl({_joined(_rows(grid, cells))}))"


def _aligned(grid: Grid, cells: Cells) -> str:
    rows = []
    for row in _rows(grid, cells):
        parts = []
        for number, part in enumerate(row):
            gap = space(_GAP) if number else ""
            parts.append(f"&{NOTHING}display({part})" if number % 2 else f"{gap}display({part})&")
        rows.append(parts)
    return f"mta({_joined(rows)})"


def _gathered(grid: Grid, cells: Cells) -> str:
    style, function = ("script", "mts") if grid.small else ("display", "mta")
    return f"{function}({_joined([[f'{style}({NOTHING.join(row)})'] for row in _rows(grid, cells)])})"


def _table(grid: Grid, cells: Cells) -> str:
    columns = grid.columns.replace("|", "") or "c"
    wide = any(cell.columns > 1 or cell.align for row in grid.rows for cell in row)
    if grid.lines or wide or "|" in grid.columns:
        return _ruled_table(grid, cells)
    rows = _rows(grid, cells)
    kinds = columns.ljust(len(rows[0]), columns[-1])
    parts = [[_in_column(part, kind) for part, kind in zip(row, kinds, strict=False)] for row in rows]
    return f"display(mtx({_joined(parts)}))"


def _in_column(part: str, kind: str) -> str:
    return f"&{part}" if kind == "l" else f"{part}&" if kind == "r" else part


def _ruled_table(grid: Grid, cells: Cells) -> str:
    width = max((sum(cell.columns for cell in row) for row in grid.rows), default=1)
    columns = grid.columns + "c" * (width - len(grid.columns.replace("|", "")))
    spans, parts = [], []
    for number, row in enumerate(grid.rows):
        at = 0
        for cell in row:
            spans.append(f"{number},{at},{cell.columns},{cell.align}")
            parts.append(cells(cell.inner))
            at += cell.columns
    rules = ";".join(f"{row},{first},{last}" for row, first, last in grid.lines)
    return f'tab("{columns}", "{rules}", "{";".join(spans)}", {", ".join(parts or [NOTHING])})'


GRIDS: dict[Layout, Callable[[Grid, Cells], str]] = {
    Layout.MATRIX: _matrix,
    Layout.CASES: _cases,
    Layout.ALIGNED: _aligned,
    Layout.GATHERED: _gathered,
    Layout.TABLE: _table,
}
