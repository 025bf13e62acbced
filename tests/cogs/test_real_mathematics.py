"""The real worker behind the real commands: what people are told to type is answered and verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from study import Server, text

from cogs.about import EXAMPLES
from maths.verdict import Level
from maths.worker import open_mathematics
from tutor.engine import Tutor
from tutor.solver import Solver
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from fakes import Memory

    from maths.message import Message
    from maths.worker import Mathematics


@pytest.fixture
async def mathematics() -> AsyncIterator[Mathematics]:
    async with open_mathematics() as mathematics:
        yield mathematics


@pytest.fixture
def tutor(memory: Memory, mathematics: Mathematics) -> Tutor:
    return Tutor(Solver(mathematics, None), memory.history, memory.guilds, memory.people)


@pytest.mark.simcord(settle_timeout=30)
async def test_a_learner_gets_a_verified_answer_from_the_real_worker(server: Server) -> None:
    result = await server.ann.slash(server.channel, "solve", problem="3x^2 + 4x + 5 = 1", level="beginner")
    assert "✅ **Verified**" in text(result.response)
    assert "### Step by step" in text(result.response)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("example", EXAMPLES, ids=str)
async def test_every_example_of_help_is_decided(mathematics: Mathematics, language: Language, example: Message) -> None:
    worked = await mathematics.work(say(example, language), Level.INTERMEDIATE)
    assert worked.decision.answer is not None
