"""A bounded, fair queue in front of a model: who waits is told their place, who hangs is cut off."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from itertools import chain
from typing import TYPE_CHECKING, Final

from maths.message import Message
from model.failures import broken_off, empty, endless, silent, too_slow
from model.turns import Turns
from tutor.errors import TooBusyError
from tutor.ports import Finish, Place, Text, Thought

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tutor.ports import LanguageModel, Piece, Prompt
    from tutor.types import Writer

CHARACTERS_PER_TOKEN: Final = 32  # generous: more than this on average, and the model ignores its limit
ALWAYS_ALLOWED: Final = 4096  # characters
SHARE: Final = 4  # of a full queue, nobody holds more than a quarter


class _Ticket:
    """A prompt's place: `ahead` must finish before it starts; `moved` is set when that changed."""

    __slots__ = ("ahead", "asker", "background", "moved")

    def __init__(self, prompt: Prompt) -> None:
        self.ahead = -1  # no place yet
        self.asker = prompt.asker
        self.background = prompt.background
        self.moved = asyncio.Event()


class Queued:
    """A LanguageModel that lets `slots` prompts write at once and `limit` more wait.

    Guilds take turns, and within a guild the people (`model.turns`); background work waits for all of them
    and nobody waits for it. No person holds more than a quarter of the places.

    While a prompt waits its stream yields `Place`, again each time the place changes. Closing the stream
    leaves the queue, or frees the slot. Raises TooBusyError when the queue is full or the wait is longer
    than `wait` seconds, ModelUnavailableError when the model is silent for `idle` seconds, writes for
    longer than `deadline` seconds, far more than it was allowed, nothing at all, or ends without saying so.
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
        self._people: Turns[_Ticket] = Turns()
        self._background: Turns[_Ticket] = Turns()

    @property
    def writer(self) -> Writer:
        return self._model.writer

    @property
    def waiting(self) -> int:
        """How many prompts wait for a slot."""
        return len(self._people) + len(self._background)

    async def check(self) -> None:
        await self._model.check()

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        async with aclosing(self._places(prompt)) as places:
            async for place in places:
                yield place
        try:
            async with aclosing(self._written(prompt)) as pieces:
                async for piece in pieces:
                    yield piece
        finally:
            self._free += 1
            self._advance()

    async def _places(self, prompt: Prompt) -> AsyncGenerator[Place]:
        """Ends with a slot taken; closed or raising before that, without one."""
        if self._free > 0:
            self._free -= 1
            return
        ticket = self._joined(prompt)
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

    def _joined(self, prompt: Prompt) -> _Ticket:
        """A ticket at its place in the line. Raises TooBusyError when there is none for this person."""
        line = self._line(background=prompt.background)
        if len(line) >= self._limit:
            raise TooBusyError(Message("Too many questions are waiting already. Please ask again in a few minutes."))
        if prompt.asker is not None and line.waiting_for(prompt.asker) >= max(1, self._limit // SHARE):
            raise TooBusyError(Message("Several of your questions are waiting already. Please wait for their answers."))
        ticket = _Ticket(prompt)
        line.add(ticket.asker, ticket)
        self._tell_places()
        ticket.moved.clear()  # its first place is told at once
        return ticket

    def _line(self, *, background: bool) -> Turns[_Ticket]:
        return self._background if background else self._people

    def _leave(self, ticket: _Ticket) -> None:
        if ticket.ahead > 0:
            self._line(background=ticket.background).remove(ticket.asker, ticket)
        else:
            self._free += 1  # it was given a slot while it was being cancelled
        self._advance()

    def _advance(self) -> None:
        """Give free slots to those whose turn it is and tell the others their places."""
        while self._free > 0 and (line := self._people or self._background):
            self._free -= 1
            first = line.take()
            first.ahead = 0
            first.moved.set()
        self._tell_places()

    def _tell_places(self) -> None:
        for ahead, ticket in enumerate(chain(self._people, self._background), start=1):
            if ticket.ahead != ahead:
                ticket.ahead = ahead
                ticket.moved.set()

    async def _written(self, prompt: Prompt) -> AsyncGenerator[Piece]:
        loop = asyncio.get_running_loop()
        until = loop.time() + self._deadline
        room = prompt.max_tokens * CHARACTERS_PER_TOKEN + ALWAYS_ALLOWED
        silent_so_far = True
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
                    silent_so_far = silent_so_far and not piece.text
                elif isinstance(piece, Finish) and silent_so_far and not piece.truncated:
                    raise empty()
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
