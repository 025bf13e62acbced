"""Several servers of the same model as one: the least busy takes the next prompt, a broken one is left alone a while.

The circuit breaker of a server (Nygard, Release It!, 2007) opens when it fails, for a time that doubles up to a
minute, then lets one prompt try; that prompt going well closes it.
"""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import structlog

from model.failures import empty
from tutor.errors import ModelUnavailableError, TooBusyError
from tutor.ports import Finish, Text, Thought

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence

    from tutor.ports import LanguageModel, Piece, Prompt
    from tutor.types import Writer

log = structlog.get_logger(__name__)

REST: Final = 2.0  # seconds a server is left alone after its first failure
LONGEST_REST: Final = 60.0
LONGEST_WAIT: Final = 10.0  # seconds; a server that wants to be asked again later than that counts as busy


@dataclass(slots=True)
class Endpoint:
    """A server, how many prompts it writes now, and since when it has been failing."""

    name: str
    model: LanguageModel
    slots: int
    writing: int = 0
    failures: int = 0
    closed_until: float = 0.0

    def open_at(self, now: float) -> bool:
        """Whether it may be asked: it works, or its rest is over and nobody tries it yet."""
        return not self.failures or (now >= self.closed_until and not self.writing)

    def went_well(self) -> None:
        if self.failures:
            log.info("model_server_back", server=self.name)
        self.failures, self.closed_until = 0, 0.0

    def failed(self, now: float) -> None:
        rest = min(LONGEST_REST, REST * 2**self.failures)
        self.failures += 1
        self.closed_until = now + rest
        log.warning("model_server_resting", server=self.name, seconds=rest, failures=self.failures)


class Failover:
    """A LanguageModel over several endpoints.

    A prompt that fails, or ends, before its first piece goes to the next endpoint; one that has begun is not begun
    anew, because its reader has seen what was written. Where all are busy and one says for how many seconds, they
    are asked once more after that. Raises what the last endpoint raised.
    """

    def __init__(self, endpoints: Sequence[Endpoint], clock: Callable[[], float] | None = None) -> None:
        self._endpoints = tuple(endpoints)
        self._clock = clock

    @property
    def writer(self) -> Writer:
        return self._endpoints[0].model.writer

    @property
    def endpoints(self) -> tuple[Endpoint, ...]:
        return self._endpoints

    async def check(self) -> None:
        """Return when one of the servers can answer; else raise what the first of them said."""
        reasons = await asyncio.gather(*(_reason(endpoint) for endpoint in self._endpoints))
        if all(reason is not None for reason in reasons):
            raise next(reason for reason in reasons if reason is not None)

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        tried: set[str] = set()
        waits: list[float] = []
        asked_again = False
        while True:
            if len(tried) == len(self._endpoints):
                asked_again = True
                await asyncio.sleep(min(waits))
                tried.clear()
            endpoint = self._next(tried)
            tried.add(endpoint.name)
            begun = False
            endpoint.writing += 1
            try:
                async with aclosing(endpoint.model.stream(prompt)) as pieces:
                    async for piece in pieces:
                        begun = begun or (isinstance(piece, Text | Thought) and bool(piece.text))
                        if isinstance(piece, Finish):
                            if not begun and not piece.truncated:
                                raise empty()
                            endpoint.went_well()
                        yield piece
            except (ModelUnavailableError, TooBusyError) as error:
                endpoint.failed(self._now())
                if isinstance(error, TooBusyError) and error.retry_after is not None:
                    waits.append(error.retry_after)
                last = len(tried) == len(self._endpoints)
                if begun or (last and (asked_again or min(waits, default=LONGEST_WAIT + 1) > LONGEST_WAIT)):
                    raise
            else:
                return
            finally:
                endpoint.writing -= 1

    def _next(self, tried: set[str]) -> Endpoint:
        """The endpoint with the most room among those that may be asked; where none may, the one that may soonest."""
        left = [endpoint for endpoint in self._endpoints if endpoint.name not in tried]
        ready = [endpoint for endpoint in left if endpoint.open_at(self._now())]
        if ready:
            return min(ready, key=lambda endpoint: endpoint.writing / endpoint.slots)
        return min(left, key=lambda endpoint: endpoint.closed_until)

    def _now(self) -> float:
        return self._clock() if self._clock else asyncio.get_running_loop().time()


async def _reason(endpoint: Endpoint) -> ModelUnavailableError | TooBusyError | None:
    try:
        await endpoint.model.check()
    except (ModelUnavailableError, TooBusyError) as error:
        return error
    return None
