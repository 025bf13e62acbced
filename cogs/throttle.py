"""How fast requests go out: Discord takes fifty a second of a bot, whatever they are for."""

from __future__ import annotations

import asyncio

A_SECOND = 40  # the rest is for people who are being answered meanwhile
AT_ONCE = 5  # in a row without waiting


class Throttle:
    """Turns, first come first served: so many at once, then so many a second, counted from when each was really had.

    Turns that were missed while the event loop stood still are not made up for at once.
    """

    def __init__(self, a_second: float = A_SECOND, at_once: int = AT_ONCE) -> None:
        self._gap = 1 / a_second
        self._ahead = (at_once - 1) * self._gap
        self._next = 0.0
        self._queue = asyncio.Lock()

    async def turn(self) -> None:
        clock = asyncio.get_running_loop().time
        async with self._queue:
            if (wait := self._next - clock()) > 0:
                await asyncio.sleep(wait)
            self._next = max(self._next, clock() - self._ahead) + self._gap
