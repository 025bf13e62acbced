"""Several servers of one model: who is asked, who is left alone, and what the reader sees of it."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from maths.message import Message
from model.failover import Endpoint, Failover
from model.scripted import Endless, Scripted, Turn
from tutor.errors import ModelUnavailableError, PromptTooLongError, TooBusyError
from tutor.ports import Finish, Prompt, Text

PROMPT = Prompt("", "2 + 3", max_tokens=16)
DOWN = ModelUnavailableError(Message("down"))
BUSY = TooBusyError(Message("busy"))


class Time:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def endpoint(name: str, *turns: Turn, slots: int = 1) -> Endpoint:
    return Endpoint(name, Scripted(*turns, repeat=True), slots)


async def text(model: Failover) -> str:
    async with asyncio.timeout(5):
        return "".join([piece.text async for piece in model.stream(PROMPT) if isinstance(piece, Text)])


@pytest.mark.parametrize("failure", [DOWN, BUSY])
async def test_the_next_server_answers_where_one_fails_before_it_began(failure: Exception) -> None:
    model = Failover([endpoint("a", failure), endpoint("b", "five")])
    assert await text(model) == "five"


async def test_a_text_that_has_begun_is_not_begun_anew() -> None:
    model = Failover([endpoint("a", ("fi", DOWN)), endpoint("b", "five")])
    with pytest.raises(ModelUnavailableError, match="down"):
        await text(model)


async def test_what_no_other_server_could_do_better_is_not_tried_there() -> None:
    second = endpoint("b", "five")
    model = Failover([endpoint("a", PromptTooLongError(Message("too long"))), second])
    with pytest.raises(PromptTooLongError):
        await text(model)
    assert isinstance(second.model, Scripted)
    assert second.model.prompts == []


async def test_when_all_fail_the_last_reason_is_told() -> None:
    model = Failover([endpoint("a", DOWN), endpoint("b", BUSY)])
    with pytest.raises(TooBusyError, match="busy"):
        await text(model)


async def test_a_broken_server_is_left_alone_longer_each_time_and_tried_again() -> None:
    clock, broken = Time(), endpoint("a", DOWN)
    model = Failover([broken, endpoint("b", "five")], clock)
    assert isinstance(broken.model, Scripted)
    asked = []
    for now in (0.0, 1.0, 2.5, 5.0, 7.0):
        clock.now = now
        await text(model)
        asked.append(len(broken.model.prompts))

    assert asked == [1, 1, 2, 2, 3], "asked at once, after 2 s, and 4 s after that"


async def test_a_server_that_recovers_takes_its_share_again() -> None:
    clock, first = Time(), Endpoint("a", Scripted(DOWN, "one", "one", "one"), 1)
    model = Failover([first, endpoint("b", "two")], clock)
    assert await text(model) == "two"
    clock.now = 3.0
    assert await text(model) == "one"
    assert first.failures == 0


async def test_while_one_prompt_tries_a_resting_server_no_other_does() -> None:
    clock, first = Time(), Endpoint("a", Scripted(DOWN, Endless("x", every=0.01), "one"), 2)
    model = Failover([first, endpoint("b", "two")], clock)
    await text(model)
    clock.now = 3.0
    async with aclosing(model.stream(PROMPT)) as trying:
        await anext(trying)
        assert await text(model) == "two"


async def test_the_server_with_the_most_room_is_asked() -> None:
    small, large = endpoint("a", Endless("x", every=0.01)), endpoint("b", Endless("x", every=0.01), slots=3)
    model = Failover([small, large])
    streams = [model.stream(PROMPT) for _ in range(4)]
    for stream in streams:
        await anext(stream)
    assert (small.writing, large.writing) == (1, 3)
    for stream in streams:
        await stream.aclose()
    assert (small.writing, large.writing) == (0, 0)


async def test_check_is_content_with_one_server_that_answers() -> None:
    class Down(Scripted):
        async def check(self) -> None:
            raise DOWN

    await Failover([Endpoint("a", Down(""), 1), endpoint("b", "five")]).check()
    with pytest.raises(ModelUnavailableError):
        await Failover([Endpoint("a", Down(""), 1)]).check()


async def test_finish_still_comes_last_and_once() -> None:
    model = Failover([endpoint("a", DOWN), endpoint("b", "five")])
    pieces = [piece async for piece in model.stream(PROMPT)]
    assert [type(piece) for piece in pieces] == [Text, Finish]
