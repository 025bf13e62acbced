"""Of a chain of deductions only what is needed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence


class Deduced(Protocol):
    """What is ruled out, what had to be ruled out before, and whether it is only true as a whole."""

    @property
    def out(self) -> tuple[tuple[int, int], ...]: ...

    @property
    def rests(self) -> frozenset[tuple[int, int]]: ...

    @property
    def whole(self) -> bool: ...


T = TypeVar("T", bound=Deduced)


def needed(moves: Sequence[T], wanted: frozenset[tuple[int, int]]) -> tuple[T, ...]:
    """The moves that what is wanted rests on, each ruling out no more than that unless it is whole."""
    found: list[T] = []
    for move in reversed(moves):
        out = tuple(one for one in move.out if one in wanted)
        if out:
            wanted = (wanted - set(move.out)) | move.rests
            kept: Any = move if move.whole else replace(move, out=out)  # type: ignore[type-var]
            found.append(kept)
    return tuple(reversed(found))
