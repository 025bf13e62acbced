"""How fast requests go out: so many a second, also after the event loop stood still."""

from __future__ import annotations

import asyncio
import time

from cogs.throttle import Throttle


async def had(throttle: Throttle, turns: int, stall: float = 0.0) -> list[float]:
    """When each turn was had; in between the event loop stands still once."""
    loop, moments = asyncio.get_running_loop(), []

    async def one() -> None:
        await throttle.turn()
        moments.append(loop.time())

    waiting = [asyncio.create_task(one()) for _ in range(turns)]
    await asyncio.sleep(0.1)
    time.sleep(stall)  # noqa: ASYNC251 - that is what is tried
    await asyncio.gather(*waiting)
    return moments


def busiest(moments: list[float], seconds: float) -> int:
    return max(sum(first <= each < first + seconds for each in moments) for first in moments)


async def test_so_many_at_once_and_then_so_many_a_second() -> None:
    moments = await had(Throttle(a_second=100, at_once=5), 45)
    assert sum(each < moments[0] + 0.005 for each in moments) >= 5
    assert moments[-1] - moments[0] >= 0.39


async def test_turns_missed_while_the_loop_stood_still_do_not_go_out_together() -> None:
    moments = await had(Throttle(a_second=100, at_once=5), 80, stall=0.4)
    assert busiest(moments, 0.1) <= 16, "ten in a tenth of a second, five at once, and one on the edge"
