"""What is asked of numbers that got names before: each name stands for a described number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.numbers.integers.described import Described
from maths.families.numbers.integers.explain import value_lines
from maths.families.numbers.integers.values import readings
from maths.families.settled import Settled
from maths.families.terms import equals, name, number, replace
from maths.families.write import formula
from maths.message import Message
from maths.read import read
from maths.verdict import Level, Passage, SectionKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.families.numbers.integers.values import Value
    from maths.families.settled import Task
    from maths.tree import Node


@dataclass(frozen=True, slots=True)
class Named:
    """`ask` makes the last question's task once the names are numbers; None where that is no question."""

    names: tuple[tuple[str, Value], ...]
    body: Node
    modulus: int = 0

    def settle(self, find: Callable[[Value], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route of each name in tests."""
        values: dict[str, Node] = {}
        for full, value in self.names:
            values[full] = read(Described(value).settle(find).answer.typed)
        task = self._asked(replace(self.body, values))
        found = task.settle()
        return Settled(found.answer, found.method, lambda level: self._teach(found, level), found.also, found.form)

    def _asked(self, body: Node) -> Task:
        from maths.families.numbers.integers.measures import remainder_by
        from maths.families.numbers.integers.values import Given, Measured

        return Described(Measured(remainder_by(self.modulus), Given(body)) if self.modulus else Given(body))

    def _teach(self, found: Settled, level: Level) -> tuple[Passage, ...]:
        lines: list[Message] = []
        for full, described in self.names:
            value = readings(described)[0]
            lines += value_lines(value, level)
            lines.append(Message("So {result}.", result=formula(equals(name(full), number(value.first())))))
        return tuple(
            Passage(passage.kind, (*lines, *passage.lines)) if passage.kind is SectionKind.STEPS else passage
            for passage in _with_steps(found.teach(level))
        )


def _with_steps(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    if any(passage.kind is SectionKind.STEPS for passage in passages):
        return passages
    before = [p for p in passages if p.kind in {SectionKind.UNDERSTANDING, SectionKind.APPROACH}]
    return (*before, Passage(SectionKind.STEPS, ()), *passages[len(before) :])
