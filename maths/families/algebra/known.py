"""A name with what it stands for: what is told before a question, or found on the way to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maths.families.terms import equals, name
from maths.families.write import formula, listed
from maths.message import Message
from maths.tree import Apply, walk
from maths.verdict import Level, SectionKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.settled import Settled
    from maths.tree import Node, Relation

_IMAGINARY = name("i")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a function does with its letter; `condition` says where, for one of several pieces."""

    letter: str
    body: Node
    condition: Relation | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A name with what it stands for; `settled` is how that was found, None where the statement says it outright.

    `written` is the formula as it stands in the statement; `told` are the lines of a function given piece by piece,
    and `pick` the piece that holds for a number.
    """

    names: tuple[str, ...]
    parameters: tuple[str, ...]
    values: tuple[Node, ...]
    settled: Settled | None = field(default=None, compare=False)
    written: Node | None = None
    told: tuple[Message, ...] = ()
    pick: Callable[[Node], Rule] | None = field(default=None, compare=False)

    def lines(self, level: Level) -> list[Message]:
        if self.told:
            return list(self.told)
        result = listed(
            formula(equals(self._left(full), value)) for full, value in zip(self.names, self.values, strict=True)
        )
        if self.settled is None and self.written is not None and self.written != self.values[0]:
            given = formula(equals(self._left(self.names[0]), self.written))
            return [Message("Given: {given}. With what is known put in: {result}.", given=given, result=result)]
        if self.settled is None:
            return [Message("Given: {result}.", result=result)]
        if level is Level.ADVANCED:
            return [Message("{method}: {result}.", method=self.settled.method, result=result)]
        worked = {passage.kind: passage.lines for passage in self.settled.teach(level)}
        return [
            *worked.get(SectionKind.UNDERSTANDING, ()),
            *worked.get(SectionKind.STEPS, ()),
            Message("So we know: {result}.", result=result),
        ]

    @property
    def has_imaginary(self) -> bool:
        """Whether the imaginary unit stands in what is given."""
        given = (*self.values, *((self.written,) if self.written is not None else ()))
        return any(_IMAGINARY in walk(node) for node in given)

    def _left(self, full: str) -> Node:
        return Apply(full, tuple(name(p) for p in self.parameters)) if self.parameters else name(full)
