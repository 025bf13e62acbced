"""The nouns of code: what is asked for, what a model wrote, what was run of it, what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from maths.message import Message

if TYPE_CHECKING:
    from datetime import datetime

    from tutor.types import Asker, Language, Level, Writer

NO_SANDBOX: Final = Message("no sandbox is at hand here")
PYTHON: Final = "Python"
LANGUAGES: Final = (
    PYTHON,
    "JavaScript",
    "TypeScript",
    "Java",
    "C",
    "C++",
    "C#",
    "Go",
    "Rust",
    "Kotlin",
    "Swift",
    "Ruby",
    "PHP",
    "SQL",
    "R",
    "Haskell",
)


class Target(StrEnum):
    """What code is to be made better in."""

    SPEED = "speed"
    MEMORY = "memory"
    READABILITY = "readability"


class Aspect(StrEnum):
    """The parts of an answer, in reading order."""

    ANALYSIS = "analysis"
    DESIGN = "design"
    CHANGES = "changes"
    COMPLEXITY = "complexity"


class Origin(StrEnum):
    """Who wants a call to give what it is expected to give."""

    ASKER = "asker"  # an example in the problem itself
    MODEL = "model"
    PROPERTY = "property"  # a statement of the model's that must hold
    OURS = "ours"  # an input made here from what the function takes


class Fate(StrEnum):
    """What became of a test."""

    PASSED = "passed"
    WRONG = "wrong"
    RAISED = "raised"
    TIMED_OUT = "timed_out"
    DIED = "died"
    TOO_LARGE = "too_large"
    SKIPPED = "skipped"  # there was no time left for it


@dataclass(frozen=True, slots=True)
class CodeRequest:
    """What is asked: a problem to be solved in a language, or code to be made better where there is a target."""

    text: str
    programming: str
    level: Level
    language: Language
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Test:
    """An expression over the code's names, and the value it is to have, both as they are written in Python."""

    __test__ = False  # pytest takes the name for its own

    call: str
    expects: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Trial:
    """A test that was run. A call of "" is the loading of the code itself."""

    test: Test
    fate: Fate
    got: str = ""  # the value or the error, shortened
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of a program: the slowest call, the most memory of one call, how it reads. None: not measured.

    Complexity is McCabe's, of the worst function; lints are what ruff finds.
    """

    seconds: float | None = None
    peak: int | None = None
    complexity: int | None = None
    lints: int | None = None
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """A program and its rewriting, run on the same inputs. `factor` is how often the new one fits into the old one."""

    before: Figures
    after: Figures
    inputs: int
    factor: float | None
    better: bool
    difference: Trial | None = None  # the first input on which they differ: the test expects what the old one gives


@dataclass(frozen=True, slots=True)
class CodeReply:
    """An answer. `not_run` says why nothing was run; else `trials` are what was, in `seconds`."""

    request: CodeRequest
    sections: tuple[tuple[Aspect, str], ...]
    code: str
    trials: tuple[Trial, ...] = ()
    seconds: float = 0.0
    not_run: Message | None = None
    comparison: Comparison | None = None
    inputs: tuple[str, ...] = ()  # on which both programs were run
    tries: int = 1
    model: Writer | None = None

    @property
    def passed(self) -> int:
        return sum(trial.fate is Fate.PASSED for trial in self.trials)

    @property
    def refused(self) -> bool:
        """Whether a rewriting is not given, as it does something else, or nobody could see that it does the same."""
        return self.comparison is not None and (self.comparison.difference is not None or not self.comparison.inputs)


@dataclass(frozen=True, slots=True)
class CodeRecord:
    """A stored answer; not `opened` where its code waits behind a button."""

    id: int
    asker: Asker
    asked_at: datetime
    reply: CodeReply
    opened: bool = True


@dataclass(frozen=True, slots=True)
class CodePage:
    """Some of a person's stored answers, newest first."""

    records: tuple[CodeRecord, ...]
    page: int
    pages: int
