"""The same work asked for by several at once is done once, and each of them follows it from its beginning."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Hashable

T = TypeVar("T")


class Flights(Generic[T]):
    """Work under way, by key. It goes on while anybody follows it, and is cancelled when the last one leaves."""

    def __init__(self) -> None:
        self._under_way: dict[Hashable, _Flight[T]] = {}

    def __len__(self) -> int:
        return len(self._under_way)

    async def follow(self, key: Hashable, start: Callable[[], AsyncGenerator[T]]) -> AsyncGenerator[T]:
        """Everything the work of this key yields, and its error; `start` begins it where nobody has yet."""
        flight = self._under_way.get(key)
        if flight is None:
            flight = self._under_way[key] = _Flight(start())
        flight.followers += 1
        try:
            seen = 0
            while (update := await flight.after(seen)) is not None:
                seen += 1
                yield update
        finally:
            flight.followers -= 1
            if flight.ended or not flight.followers:
                if self._under_way.get(key) is flight:
                    del self._under_way[key]
                await flight.close()


class _Flight(Generic[T]):
    """Work that goes a step further when a follower has seen everything so far."""

    def __init__(self, work: AsyncGenerator[T]) -> None:
        self.followers = 0
        self._work = work
        self._updates: list[T] = []
        self._step: asyncio.Task[bool] | None = None

    @property
    def ended(self) -> bool:
        """Whether a step was the last one, or failed."""
        step = self._step
        return step is not None and step.done() and (step.cancelled() or step.exception() is not None or step.result())

    async def after(self, seen: int) -> T | None:
        """The update after so many, waited for; None at the end. Raises the error that ended the work."""
        while seen >= len(self._updates):
            if self._step is None or (self._step.done() and not self.ended):
                self._step = asyncio.create_task(self._go_on())
            if await asyncio.shield(self._step):
                return None
        return self._updates[seen]

    async def close(self) -> None:
        if self._step is not None:
            self._step.cancel()
            await asyncio.wait({self._step})
        await self._work.aclose()

    async def _go_on(self) -> bool:
        """Whether the work came to its end."""
        async for update in self._work:
            self._updates.append(update)
            return False
        return True
