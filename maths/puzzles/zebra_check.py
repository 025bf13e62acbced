"""The chain of a street held against z3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.puzzles import confirmed
from maths.puzzles.zebra_reason import steps
from maths.puzzles.zebra_street import facts, unknowns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.puzzles.zebra_reason import Move
    from maths.puzzles.zebra_street import Street


def faults(street: Street, moves: Sequence[Move]) -> list[str]:
    """The steps that do not follow; that the chain does not end at the street."""
    solution = {thing.key: house for thing, house in zip(street.things, street.at, strict=True)}
    return confirmed.faults(unknowns(street), facts(street), steps(street, moves), solution)
