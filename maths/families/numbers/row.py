"""Numbers in a row of which one total is told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`count` numbers, `step` apart; `rest`: what they leave divided by two; `operation`: sum, product or squares."""

    count: int
    operation: str
    total: int
    step: int = 1
    rest: int | None = None
    positive: bool = False

    def members(self, first: int) -> tuple[int, ...]:
        return tuple(first + self.step * place for place in range(self.count))
