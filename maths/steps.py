"""A decision together with the worked solution, for one level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.decide import settle
from maths.verdict import Decision, Worked

if TYPE_CHECKING:
    from maths.verdict import Level


def work(problem: str, level: Level) -> Worked:
    """Decide and teach in one call; no passages when undecided."""
    found = settle(problem)
    if isinstance(found, Decision):
        return Worked(found)
    return Worked(Decision(found.answer, found.method), found.teach(level))
