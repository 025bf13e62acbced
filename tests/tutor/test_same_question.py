"""The same question: asked by several at once, answered once; asked again, answered from what is stored."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest
from fakes import FakeChecker, Memory

from model.scripted import Pause, Scripted
from tutor.engine import Tutor
from tutor.solver import Solver
from tutor.types import Asker, GuildSettings, Language, Level, Question, Record

ANN, BEN = Asker(1, 7), Asker(2, 7)
QUESTION = Question("How many birds sit on the roof?", Level.INTERMEDIATE, Language.ENGLISH)
TEXT = "## Approach\nCount them.\n## Conclusion\nANSWER: 5"


class House:
    def __init__(self, *texts: str, wait: float = 0.0) -> None:
        self.model = Scripted(*((Pause(wait), text) for text in texts))
        self.memory = Memory()
        self.tutor = Tutor(
            Solver(FakeChecker(), self.model),
            self.memory.history,
            self.memory.guilds,
            self.memory.people,
            cache=self.memory.cache,
            adapters=("proofs",),
        )

    async def ask(self, asker: Asker, question: Question = QUESTION) -> Record:
        async with asyncio.timeout(5), aclosing(self.tutor.solve(asker, question)) as updates:
            return [update async for update in updates if isinstance(update, Record)][-1]


async def test_asked_by_two_at_once_it_is_written_once_and_stored_for_both() -> None:
    house = House(TEXT, wait=0.02)
    first, second = await asyncio.gather(house.ask(ANN), house.ask(BEN))

    assert len(house.model.prompts) == 1
    assert first.solution == second.solution
    assert (first.asker, second.asker) == (ANN, BEN)
    assert len(house.memory.records) == 2


async def test_who_cancels_leaves_the_answer_to_the_other() -> None:
    house = House(TEXT, wait=0.05)
    leaving, staying = asyncio.create_task(house.ask(ANN)), asyncio.create_task(house.ask(BEN))
    await asyncio.sleep(0.01)
    leaving.cancel()

    assert (await staying).solution.answer is not None
    with pytest.raises(asyncio.CancelledError):
        await leaving


async def test_when_all_cancel_the_model_stops() -> None:
    house = House(TEXT, wait=5)
    asked = [asyncio.create_task(house.ask(asker)) for asker in (ANN, BEN)]
    await asyncio.sleep(0.01)
    assert house.model.running == 1
    for task in asked:
        task.cancel()
    await asyncio.wait(asked)

    assert house.model.running == 0


async def test_asked_again_it_is_answered_from_what_is_stored_for_the_new_asker() -> None:
    house = House(TEXT)
    first = await house.ask(ANN)
    again = await house.ask(BEN, Question(f"  {QUESTION.text} ", QUESTION.level, QUESTION.language))

    assert len(house.model.prompts) == 1
    assert again.id != first.id
    assert again.asker == BEN
    assert again.solution.sections == first.solution.sections


async def test_another_level_or_language_is_another_question() -> None:
    house = House(TEXT, TEXT, TEXT)
    await house.ask(ANN)
    await house.ask(ANN, Question(QUESTION.text, Level.BEGINNER, QUESTION.language))
    await house.ask(ANN, Question(QUESTION.text, QUESTION.level, Language.KOREAN))

    assert len(house.model.prompts) == 3


async def test_an_answer_reported_as_wrong_is_not_given_again() -> None:
    house = House(TEXT, TEXT.replace("5", "6"))
    first = await house.ask(ANN)
    await house.tutor.report(ANN, first.id, "There are six.")
    again = await house.ask(BEN)

    assert again.solution.answer is not None
    assert again.solution.answer.typed == "6"


async def test_an_unfinished_attempt_is_not_kept() -> None:
    house = House("## Approach\nNothing comes to mind.", TEXT)
    house.tutor = Tutor(
        Solver(FakeChecker(), house.model, max_tries=1),
        house.memory.history,
        house.memory.guilds,
        house.memory.people,
        cache=house.memory.cache,
    )
    assert (await house.ask(ANN)).solution.answer is None
    assert (await house.ask(BEN)).solution.answer is not None


async def test_after_clearing_the_model_writes_anew() -> None:
    house = House(TEXT, TEXT)
    await house.ask(ANN)
    assert await house.tutor.clear_cache() == 1
    await house.ask(BEN)

    assert len(house.model.prompts) == 2


async def test_a_guild_is_written_for_with_its_adapter_and_its_answers_are_its_own() -> None:
    house = House(TEXT, TEXT, TEXT)
    house.memory.guild_settings[7] = GuildSettings(adapter="proofs")
    ours = await house.ask(ANN)
    theirs = await house.ask(Asker(3, 8))

    assert [prompt.adapter for prompt in house.model.prompts] == ["proofs", None], "not answered from the other's cache"
    assert ours.solution.model is not None
    assert theirs.solution.model is not None
    assert ours.solution.model.label == f"{theirs.solution.model.label}+proofs"

    house.memory.guild_settings[7] = GuildSettings(adapter="gone")
    await house.ask(BEN)
    assert len(house.model.prompts) == 2, "what the operator no longer offers is as if it were not chosen"
