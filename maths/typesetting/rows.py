"""What the readers of commands and of grids ask of the reader of rows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from maths.typesetting.scanner import Scanner
from maths.typesetting.tree import Font

if TYPE_CHECKING:
    from maths.typesetting.tree import Node


class Rows(Scanner, ABC):
    """A place in a text from which rows of mathematics are read; `font` is the face letters have there."""

    font: Font | None = None

    @abstractmethod
    def row(self, closer: str = "") -> Node:
        r"""Up to a `}`, `&`, `\\`, `\end`, `\right`, the closer or the end; what stops stays."""

    @abstractmethod
    def atom(self) -> Node | None: ...

    @abstractmethod
    def argument(self, owner: str) -> Node: ...

    @abstractmethod
    def option(self) -> Node | None: ...

    @abstractmethod
    def words_of_group(self, font: Font = Font.UPRIGHT) -> Node: ...

    @abstractmethod
    def words_of(self, text: str, start: int, font: Font = Font.UPRIGHT) -> Node: ...

    @abstractmethod
    def colour(self) -> str: ...

    @abstractmethod
    def count_cell(self) -> None: ...
