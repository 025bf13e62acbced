"""What the tutor asks of the world. Each port is small; an adapter for it is one file.

Adapters raise only `tutor.errors`; everything else that escapes them is a defect.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping, Sequence
    from contextlib import AbstractAsyncContextManager

    from maths.choices import Quick
    from maths.generating.exercise import Exercise
    from maths.generating.own import Own
    from maths.graphing.graph import Graph, NotDrawn, Window
    from maths.logic.argued.answer import Argued, NotArgued
    from maths.message import Message
    from maths.puzzles.board import Board as PuzzleBoard
    from maths.puzzles.formal import Formal
    from maths.puzzles.puzzle import Judged, Kind, Puzzle
    from maths.puzzles.solving import Solved
    from maths.verdict import Audit, Decision, Executed, Grading, Level, Verdict, Worked
    from tutor.learning import (
        DailyPost,
        DailySetup,
        Recap,
        Turnout,
    )
    from tutor.pictures import Chart, Page, Picture, Worksheet
    from tutor.running import Ran
    from tutor.types import (
        Asker,
        Language,
        Theme,
        Writer,
    )


@dataclass(frozen=True, slots=True)
class Prompt:
    """One request to a model.

    `schema` is a JSON Schema the text must satisfy (bounds on every list and string), or None for prose.
    `max_tokens` bounds what the model may write, thinking included. `asker` is for whom it is written and
    `background` says that nobody waits for it: the queue's business, never shown to the model. `adapter` is one of
    the model's adapters by name, "" the model without any, None what the operator chose; only some models have any.
    """

    system: str
    user: str
    max_tokens: int = 1024
    temperature: float = 0.0
    top_p: float = 1.0
    schema: Mapping[str, Any] | None = None
    asker: Asker | None = None
    background: bool = False
    adapter: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of the answer, in order."""

    text: str


@dataclass(frozen=True, slots=True)
class Thought:
    """A piece of a reasoning model's thinking, kept apart from the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """The prompt waits; `ahead` prompts stand before it."""

    ahead: int


@dataclass(frozen=True, slots=True)
class Finish:
    """The last piece: whether the model stopped by itself or was stopped at its token limit."""

    truncated: bool


Piece: TypeAlias = Text | Thought | Place | Finish


class LanguageModel(Protocol):
    """A model that writes. Closing the generator stops the model and frees its slot."""

    @property
    def writer(self) -> Writer: ...

    def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        """Yield pieces, `Finish` last. Raises ModelUnavailableError, PromptTooLongError, TooBusyError."""
        ...

    async def check(self) -> None:
        """Return when the model can answer; raise ModelUnavailableError with what to do when it cannot."""
        ...


class Checker(Protocol):
    """Exact mathematics. Returns within its deadline; what takes longer is undecided, never an error."""

    async def work(self, problem: str, level: Level, /) -> Worked: ...
    async def decide(self, problem: str, /) -> Decision: ...
    async def check(self, problem: str, answer: str, /) -> Verdict: ...
    async def grade(self, expected: str, given: str, /, policy: Mapping[str, Any] | None = None) -> Grading: ...
    async def audit(self, text: str, /, problem: str | None = None) -> Audit: ...

    async def execute(self, quantities: Sequence[tuple[str, str]], equations: Sequence[str], asked: str, /) -> Executed:
        """The value of a model's reading of a problem, given as named quantities and equations."""
        ...


class ProblemMaker(Protocol):
    """Problems to practise, each with an answer that was found again from its words by two routes."""

    async def exercise(self, topic: str, level: Level, seed: int, structure: str = "", /) -> Exercise | None:
        """The problem of a seed, always the same, of one structure where it is named and still known.

        None where none came of this seed.
        """
        ...

    async def similar(self, problem: str, level: Level, seed: int, /) -> Exercise | None:
        """The same problem with other numbers; None where none was found that is as hard."""
        ...

    async def own(self, problem: str, answer: str, level: Level, policy: Mapping[str, Any], /) -> Own | Message:
        """A problem that people wrote, checked; a sentence where it cannot be asked as it stands."""
        ...


class PuzzleMaker(Protocol):
    """Puzzles, each with one solution that two engines found and a chain of deductions in which every link holds."""

    async def puzzle(self, kind: Kind, level: Level, seed: int, /) -> Puzzle | None:
        """The puzzle of a seed, always the same; None where none came of this seed."""
        ...

    async def judge_puzzle(self, puzzle: Puzzle, given: Mapping[str, str], /) -> Judged:
        """An answer, the fields' values by their keys, held against everything the puzzle says."""
        ...


class PuzzleSolver(Protocol):
    """People's own puzzles: read from their words where that can be, or formalised by somebody."""

    async def read_puzzle(self, text: str, /) -> tuple[Formal, Solved] | None:
        """What every reading of the words comes to; None where they are not read."""
        ...

    async def solve_puzzle(self, formal: Formal, /) -> Solved:
        """All that two engines agree on; NOT_SOLVED with a reason where that is nothing."""
        ...


class Logician(Protocol):
    """Arguments: read from their words where that can be, or formalised by somebody; decided by two routes."""

    async def argue(self, text: str, /) -> Argued | NotArgued: ...
    async def argue_formally(self, formal: str, /) -> Argued | NotArgued: ...

    async def same_argument(self, one: str, other: str, /) -> bool:
        """Whether two formalisations say the same up to the names of their symbols."""
        ...


class QuizMaker(Protocol):
    """Problems with answers to choose from."""

    async def quick(self, topic: str, level: Level, seed: int, /) -> Quick | None:
        """The question of a seed, always the same; None where none came of it."""
        ...


class Plotter(Protocol):
    """Graphs of what a person types. Returns within its deadline."""

    async def plot(self, request: str, /, window: Window | None = None) -> Graph | NotDrawn:
        """Everything named in the request, in a window of its own choosing unless one is given.

        One may type `y = x^2 - 3x`, `f(x) = sin(x)/x`, several with `;` or on lines of their own, `x^2 + y^2 = 9`,
        `y < 2x + 1`, `(1, 2)`, `x = cos(3t), y = sin(2t), 0 <= t <= 2pi`, `r = 1 + cos(theta)`, `x = 2`,
        `y = x^2 for -1 <= x <= 2`, `x from -5 to 5`.
        """
        ...


class Board(Protocol):
    """The channel a daily problem hangs in. Raises BoardGoneError where nothing can be posted there any more."""

    async def post(self, setup: DailySetup, post: DailyPost, /) -> int:
        """The id of the message. Raises BoardBusyError where it may or may not have been posted."""
        ...

    async def find(self, post: DailyPost, /) -> int | None:
        """The message of a post that may have been sent. Raises BoardBusyError where it cannot be told."""
        ...

    async def reveal(self, setup: DailySetup, post: DailyPost, turnout: Turnout, /) -> None:
        """The solution, in a thread of the post."""
        ...

    async def recap(self, setup: DailySetup, recap: Recap, /) -> None: ...

    async def warn(self, setup: DailySetup, reason: Message, /) -> None:
        """Tell the moderators that their daily problem was switched off, wherever they can be told."""
        ...


class Pictures(Protocol):
    """Draws in a process of its own. Raises PictureError where no picture came; the text stands without it."""

    async def page(self, page: Page, /) -> Picture:
        """A formula that cannot be set is drawn by the second renderer or shown as its source, and counted."""
        ...

    async def worksheet(self, sheet: Worksheet, /) -> Picture:
        """Its document, and a picture of its first page."""
        ...

    async def chart(self, chart: Chart, language: Language, theme: Theme, /) -> Picture: ...

    async def graph(self, graph: Graph, language: Language, theme: Theme, /) -> Picture:
        """A plot as one page; its alternative text says what is to be seen."""
        ...

    async def board(self, board: PuzzleBoard, language: Language, theme: Theme, /) -> Picture:
        """The board of a puzzle as one page; its alternative text reads the board."""
        ...


class Sitting(Protocol):
    """One program in the sandbox. A call that does not come back in time ends, and the next begins afresh."""

    @property
    def loaded(self) -> Ran:
        """What came of loading it; every call says the same where that failed."""
        ...

    async def call(self, expression: str, /, *, repeat: float = 0.0, memory: bool = False) -> Ran:
        """What an expression over the program's names gives; a call is made again for so many seconds."""
        ...

    async def run(self, text: str, /, *, memory: bool = False) -> Ran:
        """The whole program from its first line, with a text to read."""
        ...


class Sandbox(Protocol):
    """Python that nobody vouches for, run without files, network, children, and within bounds. Never run anyway."""

    async def refusal(self) -> Message | None:
        """Why nothing is run here, as a clause; None where the sandbox was seen to hold."""
        ...

    def sitting(self, code: str, /, *, script: bool = False) -> AbstractAsyncContextManager[Sitting]:
        """Load a program, `script` one that is run as a whole. Raises SandboxError."""
        ...


class Linter(Protocol):
    """What a linter finds in Python code. The code is read, never run."""

    async def lint(self, code: str, /) -> tuple[str, ...] | None:
        """The findings; None where no linter is at hand."""
        ...
