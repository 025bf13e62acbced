"""What a family of tasks gives back: an answer two routes agree on, and how to teach it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.message import Formula, Message
    from maths.tree import Node
    from maths.verdict import Level, Passage, Verdict


class UndecidedError(Exception):
    """The task was understood and is not decided; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)


@dataclass(frozen=True, slots=True)
class Settled:
    """An answer two routes agree on, the worked solution for a level, and what `maths.check` needs beside it.

    `also` are answers that are just as right. `form` says what is wrong with the form of an answer of the
    right value; `judge` takes the place of comparing with the answer (several solutions, antiderivatives);
    `hear` comes before reading, for answers that are no formulas (`1:45 PM`, a choice's letter, digits in a base).
    """

    answer: Formula
    method: Message
    teach: Callable[[Level], tuple[Passage, ...]]
    also: tuple[str, ...] = ()
    form: Callable[[Node], Message | None] | None = None
    judge: Callable[[Node], Verdict] | None = None
    hear: Callable[[str], Verdict | None] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the answer is that nothing solves it."""
        return self.answer.typed == "{}"


class Task(Protocol):
    """A formal task. One dataclass a kind, in the family's own file."""

    def settle(self) -> Settled:
        """Decide by two independent routes. Raises UndecidedError, and RefusedError of `maths.bounds`."""
        ...
