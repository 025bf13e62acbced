"""A bot on simulated Discord, its tutor made of the real solver over fakes at our own ports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import study
from fakes import FakeChecker, Memory
from learners import Clock

from storage.database import open_database
from tutor.engine import Tutor
from tutor.solver import Solver

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from easel import Easel
    from simcord.env import Env

    from bot.client import LemmaBot
    from storage.database import Database
    from tutor.ports import LanguageModel


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def model() -> LanguageModel | None:
    """Mathematics alone; a test module that needs a model overrides this."""
    return None


@pytest.fixture
def checker() -> FakeChecker:
    return FakeChecker({study.QUADRATIC: study.WORKED})


@pytest.fixture
def easel() -> Easel | None:
    """No pictures; a test module that needs them overrides this."""
    return None


@pytest.fixture
def tutor(memory: Memory, checker: FakeChecker, model: LanguageModel | None, easel: Easel | None) -> Tutor:
    return Tutor(
        Solver(checker, model),
        memory.history,
        memory.guilds,
        memory.people,
        cache=memory.cache,
        pictures=easel,
        adapters=("proofs", "korean"),
    )


@pytest.fixture
def simcord_bot(tutor: Tutor, tmp_path: Path) -> LemmaBot:
    return study.bot(tutor, tmp_path)


@pytest.fixture
def server(simcord_env: Env) -> study.Server:
    return study.Server(simcord_env)


@pytest.fixture
def clock() -> Clock:
    """The time of everything that asks for it; a test moves it."""
    return Clock()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A real one, for what is kept over time."""
    async with open_database(tmp_path / "lemma.db") as opened:
        yield opened
