"""Who waits for a model, and how long: fair between people and between guilds, background work last."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from model.queue import Queued
from model.scripted import Pause, Scripted
from model.turns import Turns
from tutor.errors import TooBusyError
from tutor.ports import Place, Prompt, Text
from tutor.types import Asker

if TYPE_CHECKING:
    from tutor.ports import LanguageModel, Piece

ANN, BEN, CAT = (Asker(user, guild_id=7) for user in (1, 2, 3))


def _served(turns: Turns[str]) -> list[str]:
    foretold = list(turns)
    taken = [turns.take() for _ in range(len(turns))]
    assert taken == foretold, "the order that was told is the order of service"
    return taken


def test_people_take_turns_however_many_questions_one_of_them_has() -> None:
    turns: Turns[str] = Turns()
    for ticket in ("ann 1", "ann 2", "ann 3"):
        turns.add(ANN, ticket)
    turns.add(BEN, "ben 1")
    turns.add(CAT, "cat 1")

    assert _served(turns) == ["ann 1", "ben 1", "cat 1", "ann 2", "ann 3"]


def test_a_large_guild_and_a_small_one_take_turns() -> None:
    turns: Turns[str] = Turns()
    for user in range(10):
        turns.add(Asker(user, guild_id=1), f"large {user}")
    for user in (100, 101):
        turns.add(Asker(user, guild_id=2), f"small {user}")

    assert [ticket.split()[0] for ticket in islice(_served(turns), 4)] == ["large", "small", "large", "small"]


def test_who_was_just_served_does_not_come_before_who_has_waited() -> None:
    turns: Turns[str] = Turns()
    turns.add(ANN, "ann 1")
    turns.add(BEN, "ben 1")
    assert turns.take() == "ann 1"
    turns.add(ANN, "ann 2")
    turns.add(CAT, "cat 1")

    assert _served(turns) == ["ben 1", "ann 2", "cat 1"]


def test_newcomers_without_end_do_not_starve_who_waits() -> None:
    turns: Turns[str] = Turns()
    for n in range(5):
        turns.add(ANN, f"ann {n}")
    served = []
    for newcomer in range(100, 120):
        turns.add(Asker(newcomer, guild_id=7), f"new {newcomer}")
        served.append(turns.take())

    assert "ann 4" in served


def test_who_leaves_is_not_served() -> None:
    turns: Turns[str] = Turns()
    turns.add(ANN, "ann 1")
    turns.add(BEN, "ben 1")
    turns.remove(ANN, "ann 1")

    assert _served(turns) == ["ben 1"]
    assert len(turns) == 0


async def _read(model: LanguageModel, prompt: Prompt) -> list[Piece]:
    async with asyncio.timeout(30):
        return [piece async for piece in model.stream(prompt)]


async def test_of_a_thousand_prompts_of_fifty_people_none_is_lost_and_nobody_waits_twice_the_fair_share() -> None:
    """Each person has 20 questions, all at once, one person after the other: the worst order of arrival."""
    people, each = 50, 20
    model = Queued(Scripted((Pause(0.0), "done"), repeat=True), slots=4, limit=people * each)
    order: list[int] = []

    async def ask(user: int) -> None:
        pieces = await _read(model, Prompt("", f"{user}", max_tokens=16, asker=Asker(user, guild_id=1)))
        assert any(isinstance(piece, Text) for piece in pieces)
        order.append(user)

    await asyncio.gather(*(ask(user) for user in range(people) for _ in range(each)))

    assert Counter(order) == dict.fromkeys(range(people), each)
    for served in range(1, each + 1):
        fair = served * people  # by then everybody should have had this many
        had = Counter(order[: 2 * fair])
        assert min(had[user] for user in range(people)) >= served


async def test_background_work_waits_for_people() -> None:
    model = Queued(Scripted(*((Pause(0.01), text) for text in ("first", "second", "third"))), slots=1)
    prompt = Prompt("", "2 + 3", max_tokens=16)
    running = asyncio.create_task(_read(model, prompt))
    await asyncio.sleep(0)
    background = asyncio.create_task(_read(model, replace(prompt, background=True)))
    await asyncio.sleep(0)
    person = asyncio.create_task(_read(model, replace(prompt, asker=ANN)))
    texts = [[p.text for p in await task if isinstance(p, Text)] for task in (running, person, background)]

    assert texts == [["first"], ["second"], ["third"]]
    assert [p.ahead for p in await background if isinstance(p, Place)] == [1, 2, 1]


async def test_one_person_cannot_take_every_place() -> None:
    model = Queued(Scripted((Pause(0.2), "done"), repeat=True), slots=1, limit=8)
    prompt = Prompt("", "2 + 3", max_tokens=16, asker=ANN)
    mine = [asyncio.create_task(_read(model, prompt)) for _ in range(3)]
    await asyncio.sleep(0.01)
    with pytest.raises(TooBusyError, match="Several of your questions"):
        await _read(model, prompt)
    other = asyncio.create_task(_read(model, replace(prompt, asker=BEN)))

    assert any(isinstance(piece, Text) for piece in await other)
    await asyncio.gather(*mine)
