"""How fast requests go out: Discord takes fifty a second of a bot, whatever they are for."""

from __future__ import annotations

import asyncio

A_SECOND = 40  # the rest is for people who are being answered meanwhile
AT_ONCE = 5  # in a row without waiting


class Throttle:
    """Turns, first come first served: so many at once, then so many a second."""

    def __init__(self, a_second: float = A_SECOND, at_once: int = AT_ONCE) -> None:
        self._gap = 1 / a_second
        self._ahead = (at_once - 1) * self._gap
        self._next = 0.0

    async def turn(self) -> None:
        now = asyncio.get_running_loop().time()
        mine = max(self._next, now - self._ahead)
        self._next = mine + self._gap
        if mine > now:
            await asyncio.sleep(mine - now)
