"""Environments: rows and columns, and the lines between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.message import Message
from maths.typesetting import commands as known
from maths.typesetting.tree import Cell, Grid, Layout, Node, Row

if TYPE_CHECKING:
    from maths.typesetting.rows import Rows

_COLUMN_PARTS = re.compile(r"@\{[^{}]*\}|!\{[^{}]*\}|[pmb]\{[^{}]*\}|\*\{([0-9]{1,2})\}\{([lcr|]*)\}|.", re.DOTALL)
_RULES = frozenset({"hline", "toprule", "midrule", "bottomrule", "hdashline"})
_PART_RULES = frozenset({"cline", "cmidrule"})
_FROM_TO = re.compile(r"\s*([0-9]{1,2})\s*-\s*([0-9]{1,2})\s*")
_SPACED = re.compile(r"\s*\[[0-9.\s+-]*[a-z]{2}\]")
_CELL_END = re.compile(r"(?:[^\\$&{}]|\\(?!\\|end\b|hline\b)[\s\S]|\$[^$]*\$|\{(?:[^{}]|\{[^{}]*\})*\})*")
_MOST_COLUMNS = 60
_PLACED = frozenset({"aligned", "alignedat", "gathered", "split", "array", "tabular"})  # `[t]` behind their names
_EMPTY = Row(())


def environment(reader: Rows, _name: str) -> Node:
    r"""What stands from behind `\begin` to the `\end` of the same name."""
    start = reader.place - len("\\begin")
    written = reader.raw_group()[0].strip()
    name = written.removesuffix("*")
    if name in known.WRAPPERS:
        node = _wrapped(reader)
    elif name in known.GRIDS:
        if name in _PLACED:
            reader.raw_option()
        node = _Rows(reader, name).grid()
    else:
        raise reader.error(
            Message("the environment {name} is not known here", name=written), start, f"\\begin{{{written}}}"
        )
    if reader.peek_command() != "end":
        raise reader.error(Message("{text} has no partner behind it", text=f"\\begin{{{written}}}"), start)
    place = reader.place
    reader.take_command()
    if (closed := reader.raw_group()[0].strip()) != written:
        raise reader.error(Message("{text} has no partner before it", text=f"\\end{{{closed}}}"), place)
    return node


def _wrapped(reader: Rows) -> Node:
    start = reader.place
    node = reader.row()
    if reader.peek_command() in {"\\", "cr"} or reader.peek() == "&":
        reader.place = start
        return loose_grid(reader)
    return node


def loose_grid(reader: Rows) -> Grid:
    r"""Rows that stand in no environment: `a &= b \\ &= c`."""
    grid = _Rows(reader, "aligned").grid()
    several = any(len(row) > 1 for row in grid.rows)
    return grid if several else Grid(Layout.GATHERED, grid.rows, lines=grid.lines)


def braced_grid(reader: Rows, name: str) -> Grid:
    r"""`\substack{a \\ b}`."""
    reader.skip_space()
    start = reader.place
    if not reader.take("{"):
        raise reader.error(Message("an opening brace is missing"))
    grid = _Rows(reader, "gathered").grid()
    if not reader.take("}"):
        raise reader.error(Message("a closing brace is missing"), start)
    return Grid(Layout.GATHERED, grid.rows, small=name == "substack")


class _Rows:
    """Cells until something stops that is no end of a cell."""

    def __init__(self, reader: Rows, name: str) -> None:
        self._reader = reader
        self._name = name
        self._layout, self._left, self._right = known.GRIDS[name]
        self._text = name == "tabular"
        self._columns = self._read_columns() if name in known.WITH_COLUMNS else ""
        if name in known.WITH_COUNT:
            reader.raw_group()
        self._rows: list[tuple[Cell, ...]] = []
        self._lines: list[tuple[int, int, int]] = []

    def grid(self) -> Grid:
        reader = self._reader
        reader.deeper()
        font = reader.font
        while self._row():
            pass
        reader.font = font
        reader.depth -= 1
        width = max((sum(cell.columns for cell in row) for row in self._rows), default=0)
        lines = tuple((row, first, min(last, width) if last else width) for row, first, last in self._lines)
        return Grid(
            self._layout,
            tuple(self._rows),
            self._left,
            self._right,
            self._columns,
            tuple(line for line in lines if line[1] < line[2]),
            small=self._name == "smallmatrix",
        )

    def _row(self) -> bool:
        """Read one row; whether another follows."""
        reader = self._reader
        self._take_lines()
        cells = [self._cell()]
        while reader.take("&"):
            cells.append(self._cell())
        ended = reader.peek_command() in {"\\", "cr"}
        if ended:
            reader.take_command()
            reader.take("*")
            reader.match(_SPACED)
        if ended or len(cells) > 1 or cells[0].inner != _EMPTY:
            self._rows.append(tuple(cells))
        return ended

    def _take_lines(self) -> None:
        reader = self._reader
        while True:
            reader.skip_space()
            name = reader.peek_command()
            if name in _RULES:
                reader.take_command()
                self._lines.append((len(self._rows), 0, 0))
            elif name in _PART_RULES:
                reader.take_command()
                text, start = reader.raw_group()
                if not (found := _FROM_TO.fullmatch(text)):
                    raise reader.error(Message("columns are missing"), start)
                self._lines.append((len(self._rows), int(found.group(1)) - 1, int(found.group(2))))
            else:
                return

    def _cell(self) -> Cell:
        reader = self._reader
        reader.count_cell()
        reader.skip_space()
        if reader.peek_command() == "multicolumn":
            return self._wide_cell()
        if self._text:
            start = reader.place
            found = reader.match(_CELL_END)
            inner = reader.words_of(found.group().rstrip() if found else "", start)
        else:
            inner = reader.row()
        self._take_lines()
        return Cell(inner)

    def _wide_cell(self) -> Cell:
        reader = self._reader
        place = reader.place
        reader.take_command()
        count = reader.raw_group()[0].strip()
        if not (count.isascii() and count.isdigit() and 1 <= int(count[:4]) <= _MOST_COLUMNS):
            raise reader.error(Message("columns are missing"), place)
        align = "".join(part for part in reader.raw_group()[0] if part in "lcr")[:1]
        inner = reader.words_of_group() if self._text else reader.argument("\\multicolumn")
        reader.skip_space()
        return Cell(inner, int(count), align)

    def _read_columns(self) -> str:
        """The letters and lines of a column specification; what else it says is not drawn."""
        text, start = self._reader.raw_group()
        columns = ""
        for part in _COLUMN_PARTS.finditer(text):
            if part.group(1):
                columns += part.group(2) * int(part.group(1))
            elif part.group()[0] in "lcr|":
                columns += part.group()
            elif part.group()[0] in "pmb" and len(part.group()) > 1:
                columns += "l"
            elif part.group()[0] not in "@! :;\n\t" and not part.group().isspace():
                raise self._reader.error(Message("{text} is no column", text=part.group()[:1]), start + part.start())
        if len(columns) > 2 * _MOST_COLUMNS:
            raise self._reader.error(Message("more than {count} columns", count=_MOST_COLUMNS), start)
        return columns
