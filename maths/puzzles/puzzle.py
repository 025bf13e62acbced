"""What a puzzle is: words, what is to be answered, a chain of deductions that leads there. Imports no solver."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.generating.draw import Draw
    from maths.message import Message
    from maths.puzzles.board import Board
    from maths.verdict import Level


class Kind(StrEnum):
    """The puzzles there are, in the order they are offered."""

    KNIGHTS = "knights"
    ZEBRA = "zebra"
    CRYPTARITHM = "cryptarithm"
    SUDOKU = "sudoku"
    KENKEN = "kenken"
    NONOGRAM = "nonogram"
    TWENTYFOUR = "twentyfour"
    SEQUENCE = "sequence"
    CROSSING = "crossing"
    JUGS = "jugs"
    WEIGHING = "weighing"
    TRUTH = "truth"
    WHODUNIT = "whodunit"


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a select; `value` is what an answer holds."""

    value: str
    label: Message


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a learner answers: one of the choices (2 to 25), or text where there are none.

    `example` shows how a text is typed; `lines` how many lines it has. At most five fields a puzzle.
    """

    key: str
    label: Message
    choices: tuple[Choice, ...] = ()
    example: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Link:
    """One deduction of the chain, in words: what follows, and from what. `inside` is said under a supposition."""

    says: Message
    inside: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Puzzle:
    """A puzzle with one solution, found by a solver and found again by another.

    `statement` is a paragraph a message. `given` are the right values of `fields`, `answer` the same in one line,
    typed, in no language. `links` lead from the statement to the answer, each confirmed; `rating` is how hard the
    deduction is and has decided the level. `data` is the puzzle as its own room knows it.
    """

    kind: Kind
    level: Level
    seed: int
    statement: tuple[Message, ...]
    fields: tuple[Field, ...]
    given: tuple[tuple[str, str], ...]
    answer: str
    links: tuple[Link, ...]
    rating: int
    board: Board | None = None
    solved_board: Board | None = None
    data: object = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether an answer satisfies everything the puzzle says; `reason` is what a learner is told.

    `readable` is False where the answer could not be read: that costs no try. A wrong answer's reason names one
    thing it breaks ("Row 2 holds two 3s."), never the solution.
    """

    right: bool
    reason: Message
    readable: bool = True


class Maker(Protocol):
    """A kind of puzzle."""

    @property
    def kind(self) -> Kind: ...

    @property
    def title(self) -> Message: ...

    @property
    def about(self) -> Message:
        """The rules in a sentence or two, for help."""

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        """A puzzle of this level with exactly one solution by the solver; None where this draw gave none."""

    def alone(self, puzzle: Puzzle) -> bool:
        """Whether its solution is the only one by a second encoder, which shares nothing with the first."""

    def faults(self, puzzle: Puzzle) -> list[str]:
        """What is wrong with its chain: links that do not follow, or that do not lead to the answer."""

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        """An answer held against the constraints, so that any valid solution counts."""
