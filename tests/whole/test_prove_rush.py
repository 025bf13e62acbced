"""Slow proof: a thousand guilds whose daily problem is due in the same minute, within Discord's limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rush import rush

if TYPE_CHECKING:
    from pathlib import Path

GUILDS = 1000
DAYS = 2  # on the second, yesterday's solutions are due as well
SECONDS = 60
LAG = 0.1


@pytest.mark.slow
@pytest.mark.alone
async def test_a_thousand_guilds_due_at_once_all_have_their_problem_within_a_minute(tmp_path: Path) -> None:
    for day in await rush(tmp_path, GUILDS, DAYS):
        print(day)  # noqa: T201 - figures of docs/figures.md
        assert (day.posted, day.doubled, day.limited) == (GUILDS, 0, {})
        assert day.last < SECONDS
        assert day.lag < LAG
