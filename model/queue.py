"""A bounded queue in front of a model: who waits is told their place, who hangs is cut off."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import aclosing
from typing import TYPE_CHECKING, Final

from maths.message import Message
from model.failures import broken_off, endless, silent, too_slow
from tutor.errors import TooBusyError
from tutor.ports import Finish, Place, Text, Thought

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tutor.ports import LanguageModel, Piece, Prompt
    from tutor.types import Writer

CHARACTERS_PER_TOKEN: Final = 32  # generous: more than this on average, and the model ignores its limit
ALWAYS_ALLOWED: Final = 4096  # characters


class _Ticket:
    """A prompt's place: `ahead` must finish before it starts; `moved` is set when that changed."""

    __slots__ = ("ahead", "moved")

    def __init__(self, ahead: int) -> None:
        self.ahead = ahead
        self.moved = asyncio.Event()


class Queued:
    """A LanguageModel that lets `slots` prompts write at once and `limit` more wait, first come, first served.

    While a prompt waits its stream yields `Place`, again each time the place changes. Closing the stream
    leaves the queue, or frees the slot. Raises TooBusyError when the queue is full or the wait is longer
    than `wait` seconds, ModelUnavailableError when the model is silent for `idle` seconds, writes for
    longer than `deadline` seconds, far more than it was allowed, or ends without saying so.
    """

    def __init__(  # noqa: PLR0913 - each is one of the queue's bounds
        self,
        model: LanguageModel,
        *,
        slots: int = 1,
        limit: int = 32,
        wait: float = 240.0,
        idle: float = 120.0,
        deadline: float = 600.0,
    ) -> None:
        self._model = model
        self._free = slots
        self._limit = limit
        self._wait = wait
        self._idle = idle
        self._deadline = deadline
        self._waiting: deque[_Ticket] = deque()

    @property
    def writer(self) -> Writer:
        return self._model.writer

    @property
    def waiting(self) -> int:
        """How many prompts wait for a slot."""
        return len(self._waiting)

    async def check(self) -> None:
        await self._model.check()

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        async with aclosing(self._places()) as places:
            async for place in places:
                yield place
        try:
            async with aclosing(self._written(prompt)) as pieces:
                async for piece in pieces:
                    yield piece
        finally:
            self._free += 1
            self._advance()

    async def _places(self) -> AsyncGenerator[Place]:
        """Ends with a slot taken; closed or raising before that, without one."""
        if self._free > 0:
            self._free -= 1
            return
        if len(self._waiting) >= self._limit:
            raise TooBusyError(Message("Too many questions are waiting already. Please ask again in a few minutes."))
        ticket = _Ticket(len(self._waiting) + 1)
        self._waiting.append(ticket)
        until = asyncio.get_running_loop().time() + self._wait
        try:
            while ticket.ahead > 0:
                yield Place(ticket.ahead)
                try:
                    async with asyncio.timeout_at(until):
                        await ticket.moved.wait()
                except TimeoutError as error:
                    if ticket.ahead > 0:
                        raise TooBusyError(
                            Message(
                                "The model is still busy with earlier questions. Please ask again in a few minutes."
                            )
                        ) from error
                ticket.moved.clear()
        except BaseException:
            self._leave(ticket)
            raise

    def _leave(self, ticket: _Ticket) -> None:
        if ticket.ahead > 0:
            self._waiting.remove(ticket)
        else:
            self._free += 1  # it was given a slot while it was being cancelled
        self._advance()

    def _advance(self) -> None:
        """Give free slots to the first in line and tell the others their places."""
        while self._free > 0 and self._waiting:
            self._free -= 1
            first = self._waiting.popleft()
            first.ahead = 0
            first.moved.set()
        for ahead, ticket in enumerate(self._waiting, start=1):
            if ticket.ahead != ahead:
                ticket.ahead = ahead
                ticket.moved.set()

    async def _written(self, prompt: Prompt) -> AsyncGenerator[Piece]:
        loop = asyncio.get_running_loop()
        until = loop.time() + self._deadline
        room = prompt.max_tokens * CHARACTERS_PER_TOKEN + ALWAYS_ALLOWED
        pieces = self._model.stream(prompt)
        try:
            while True:
                try:
                    async with asyncio.timeout_at(min(until, loop.time() + self._idle)):
                        piece = await anext(pieces, None)
                except TimeoutError as error:
                    raise (too_slow(self._deadline) if loop.time() >= until else silent(self._idle)) from error
                if piece is None:
                    raise broken_off()
                if isinstance(piece, Text | Thought):
                    room -= len(piece.text)
                if room < 0:
                    raise endless()
                if loop.time() >= until:
                    raise too_slow(self._deadline)
                yield piece
                if isinstance(piece, Finish):
                    return
        finally:
            if hasattr(pieces, "aclose"):
                await pieces.aclose()
