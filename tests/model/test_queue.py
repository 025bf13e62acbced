"""The queue in front of a model: order, places, bounds, and cutting off a model that hangs."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING

import pytest

from maths.message import Message
from model.queue import Queued
from model.scripted import Endless, Pause, Scripted
from tutor.errors import ModelUnavailableError, PromptTooLongError, TooBusyError
from tutor.ports import Finish, Place, Prompt, Text

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable

    from tutor.ports import LanguageModel, Piece
    from tutor.types import Writer

PROMPT = Prompt("", "2 + 3", max_tokens=16)


async def _read(model: LanguageModel) -> list[Piece]:
    async with asyncio.timeout(5):
        return [piece async for piece in model.stream(PROMPT)]


async def _settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def _stop(readers: Iterable[asyncio.Task[list[Piece]]]) -> None:
    for reader in readers:
        reader.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reader


def _places(pieces: list[Piece]) -> list[int]:
    return [piece.ahead for piece in pieces if isinstance(piece, Place)]


async def test_a_free_slot_is_taken_without_a_word_of_waiting() -> None:
    assert await _read(Queued(Scripted("five"))) == [Text("five"), Finish(truncated=False)]


async def test_first_come_first_served_and_each_told_every_place() -> None:
    gates = [(Pause(0.01), text) for text in ("one", "two", "three", "four")]
    model = Queued(Scripted(*gates), slots=1)

    readers = [asyncio.create_task(_read(model)) for _ in range(4)]
    results = await asyncio.gather(*readers)

    assert [_places(pieces) for pieces in results] == [[], [1], [2, 1], [3, 2, 1]]
    assert [[p.text for p in pieces if isinstance(p, Text)] for pieces in results] == [
        ["one"],
        ["two"],
        ["three"],
        ["four"],
    ]


async def test_no_more_than_the_slots_write_at_once() -> None:
    script = Scripted(Endless("x", every=0.01), repeat=True)
    model = Queued(script, slots=3)
    readers = [asyncio.create_task(_read(model)) for _ in range(8)]
    await _settle()

    assert script.running == 3
    assert model.waiting == 5
    await _stop(readers)
    assert script.running == 0
    assert model.waiting == 0


async def test_a_full_queue_says_so_and_takes_the_next_when_there_is_room() -> None:
    model = Queued(Scripted(Endless("x", every=0.01), "second"), slots=1, limit=1)
    readers = [asyncio.create_task(_read(model)) for _ in range(2)]
    await _settle()

    with pytest.raises(TooBusyError, match="ask again"):
        await _read(model)

    await _stop(reversed(readers))
    assert await _read(model) == [Text("second"), Finish(truncated=False)]


async def test_who_stops_waiting_leaves_the_queue_and_the_others_move_up() -> None:
    script = Scripted(Endless("x", every=0.01), "second", "third")
    model = Queued(script, slots=1)
    first, leaving, staying = (asyncio.create_task(_read(model)) for _ in range(3))
    await _settle()

    leaving.cancel()
    await _settle()
    assert model.waiting == 1
    first.cancel()

    assert _places(await staying) == [2, 1]
    assert script.running == 0
    assert await _read(model) == [Text("third"), Finish(truncated=False)]


async def test_a_waiting_stream_that_is_closed_at_the_moment_it_is_served_gives_the_slot_back() -> None:
    model = Queued(Scripted(Endless("x", every=0.01), "second"), slots=1)
    writing, waiting = model.stream(PROMPT), model.stream(PROMPT)
    await anext(writing)
    assert await anext(waiting) == Place(1)

    await writing.aclose()
    await waiting.aclose()

    assert await _read(model) == [Text("second"), Finish(truncated=False)]


async def test_closing_a_writing_stream_frees_its_slot() -> None:
    script = Scripted(Endless("x", every=0.01), "second")
    model = Queued(script)
    async with aclosing(model.stream(PROMPT)) as pieces:
        await anext(pieces)
        assert script.running == 1

    assert script.running == 0
    assert await _read(model) == [Text("second"), Finish(truncated=False)]


async def test_an_error_of_the_model_passes_through_and_frees_the_slot() -> None:
    model = Queued(Scripted(PromptTooLongError(Message("too long")), "second"))

    with pytest.raises(PromptTooLongError, match="too long"):
        await _read(model)

    assert await _read(model) == [Text("second"), Finish(truncated=False)]


async def test_nobody_waits_longer_than_the_wait() -> None:
    model = Queued(Scripted(Endless("x", every=0.01)), wait=0.05)
    writing = asyncio.create_task(_read(model))
    await _settle()

    with pytest.raises(TooBusyError, match="still busy"):
        await _read(model)

    assert model.waiting == 0
    writing.cancel()


async def test_a_silent_model_is_cut_off() -> None:
    script = Scripted(("begun", Pause(60)), "second")
    model = Queued(script, idle=0.05)

    with pytest.raises(ModelUnavailableError, match="said nothing for"):
        await _read(model)

    assert script.running == 0
    assert await _read(model) == [Text("second"), Finish(truncated=False)]


async def test_a_model_that_never_stops_is_cut_off_at_the_deadline() -> None:
    script = Scripted(Endless("x", every=0.001), "second")
    model = Queued(script, deadline=0.1)

    with pytest.raises(ModelUnavailableError, match="took longer than"):
        await _read(model)

    assert script.running == 0
    assert await _read(model) == [Text("second"), Finish(truncated=False)]


async def test_a_model_that_writes_far_beyond_its_limit_is_cut_off_before_memory_fills() -> None:
    model = Queued(Scripted(Endless("x" * 1000)))

    with pytest.raises(ModelUnavailableError, match="did not stop writing"):
        await _read(model)


class _BreaksOff:
    """Ends without `Finish`."""

    writer: Writer

    async def stream(self, _prompt: Prompt, /) -> AsyncGenerator[Piece]:
        yield Text("half an ans")

    async def check(self) -> None: ...


async def test_a_text_that_ends_without_finish_is_an_error() -> None:
    with pytest.raises(ModelUnavailableError, match="broke off"):
        await _read(Queued(_BreaksOff()))


async def test_a_model_that_ends_without_a_word_is_an_error_and_the_next_is_answered() -> None:
    model = Queued(Scripted(Finish(truncated=False), "five"))
    with pytest.raises(ModelUnavailableError, match="without writing anything"):
        await _read(model)
    assert (await _read(model))[0] == Text("five")


async def test_a_model_that_was_stopped_before_its_first_word_says_so_itself() -> None:
    assert await _read(Queued(Scripted(Finish(truncated=True)))) == [Finish(truncated=True)]
