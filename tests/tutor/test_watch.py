"""What is counted of questions and texts, and that counting changes nothing."""

from __future__ import annotations

from contextlib import aclosing

import pytest

from maths.message import Message
from maths.verdict import Standing
from model.queue import Queued
from model.scripted import Endless, Scripted
from tutor.errors import ModelUnavailableError
from tutor.ports import Finish, Prompt, Text
from tutor.watch import Latency, Watch, Watched

PROMPT = Prompt("", "2 + 3", max_tokens=16)


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_last_hour_is_counted_and_totals_stay() -> None:
    clock = Clock()
    watch = Watch(clock)
    watch.answered(Standing.VERIFIED, 0.1)
    clock.now += 3601
    watch.answered(Standing.UNCHECKED, 2.0, cached=True)
    status = watch.status(None)

    assert (status.questions, status.cached, status.uptime) == (1, 1, 3601)
    assert status.standings == {Standing.UNCHECKED: 1}
    assert status.answered == Latency(2.0, 2.0)
    assert watch.totals["questions"] == 2


def test_latencies_are_the_middle_and_nineteen_of_twenty() -> None:
    watch = Watch(Clock())
    for seconds in range(1, 102):
        watch.answered(Standing.VERIFIED, float(seconds))
    assert watch.status(None).answered == Latency(51.0, 96.0)


async def test_a_text_passes_unchanged_and_is_counted() -> None:
    watch = Watch(Clock())
    model = Watched(Scripted("two and three"), watch)
    pieces = [piece async for piece in model.stream(PROMPT)]

    assert pieces == [Text("two and thre"), Text("e"), Finish(truncated=False)]
    assert (watch.totals["texts"], watch.totals["tokens"]) == (1, 2)
    assert (watch.writing, watch.waiting) == (0, 0)


async def test_a_failed_text_counts_as_failed_and_still_fails() -> None:
    watch = Watch(Clock())
    model = Watched(Scripted(ModelUnavailableError(Message("down"))), watch)
    with pytest.raises(ModelUnavailableError):
        _ = [piece async for piece in model.stream(PROMPT)]
    assert watch.status(None).failed == 1


async def test_who_waits_in_the_queue_is_told_apart_from_who_is_written_for() -> None:
    watch = Watch(Clock())
    model = Watched(Queued(Scripted(Endless("x", every=0.01), repeat=True), slots=1), watch)
    async with aclosing(model.stream(PROMPT)) as first, aclosing(model.stream(PROMPT)) as second:
        await anext(first)
        await anext(second)
        status = watch.status(None)
        assert (status.writing, status.waiting) == (2, 1)
    assert (watch.writing, watch.waiting) == (0, 0)
