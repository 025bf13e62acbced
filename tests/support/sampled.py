"""Long tables of cases: some run with the quick tests, the others with the slow ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence


def sampled(rows: Sequence[Any], every: int, ids: Sequence[str] | None = None) -> list[Any]:
    """Each row as a parameter; all but one in `every` are marked as slow."""
    found = []
    for place, row in enumerate(rows):
        values = getattr(row, "values", row)  # of a `pytest.param`, or the plain values
        name = ids[place] if ids else getattr(row, "id", None)
        found.append(pytest.param(*values, id=name, marks=[pytest.mark.slow] if place % every else []))
    return found
