"""A sandbox that runs nothing: it says what it was told a call gives, by the code and the call."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tutor.running import Ending, Ran, literal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from maths.message import Message


def gives(value: str, seconds: float = 0.012, peak: int | None = None) -> Ran:
    return Ran(Ending.RETURNED, literal(value), seconds=seconds, peak=peak)


def raises(error: str) -> Ran:
    return Ran(Ending.RAISED, error=error, line=2)


class FakeSandbox:
    """`told`: what comes of a call, by the code as it is written and the call; anything else gives None."""

    def __init__(self, told: Mapping[tuple[str, str], Ran], why_not: Message | None = None) -> None:
        self.told = dict(told)
        self.why_not = why_not
        self.asked: list[tuple[str, str]] = []

    async def refusal(self) -> Message | None:
        return self.why_not

    @asynccontextmanager
    async def sitting(self, code: str, /, *, script: bool = False) -> AsyncIterator[FakeSitting]:  # noqa: ARG002
        yield FakeSitting(self, code)


class FakeSitting:
    def __init__(self, sandbox: FakeSandbox, code: str) -> None:
        self._sandbox = sandbox
        self._code = code
        self.loaded = Ran(Ending.RETURNED)

    async def call(self, expression: str, /, *, repeat: float = 0.0, memory: bool = False) -> Ran:  # noqa: ARG002
        self._sandbox.asked.append((self._code, expression))
        return self._sandbox.told.get((self._code, expression), gives("None"))

    async def run(self, text: str, /, *, memory: bool = False) -> Ran:
        return await self.call(text, memory=memory)
