"""What a family of tasks gives back: an answer two routes agree on, and how to teach it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.message import Formula, Message
    from maths.verdict import Level, Passage


class UndecidedError(Exception):
    """The task was understood and is not decided; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)


@dataclass(frozen=True, slots=True)
class Settled:
    """An answer, the two routes that agree on it, and the worked solution for a level.

    `partial` are answers that are right but not all that was asked (the real solutions among complex ones):
    `maths.check` neither verifies nor refutes them.
    """

    answer: Formula
    method: Message
    teach: Callable[[Level], tuple[Passage, ...]]
    partial: tuple[str, ...] = ()


class Task(Protocol):
    """A formal task. One dataclass a kind, in the family's own file."""

    def settle(self) -> Settled:
        """Decide by two independent routes. Raises UndecidedError, and RefusedError of `maths.bounds`."""
        ...
