"""A bot on simulated Discord, its tutor made of the real solver over fakes at our own ports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fakes import FakeChecker, Memory
from study import QUADRATIC, WORKED

from bot.client import LemmaBot
from tutor.engine import Tutor
from tutor.solver import Solver

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.ports import LanguageModel


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def model() -> LanguageModel | None:
    return None


@pytest.fixture
def checker() -> FakeChecker:
    return FakeChecker({QUADRATIC: WORKED})


@pytest.fixture
def tutor(memory: Memory, checker: FakeChecker, model: LanguageModel | None) -> Tutor:
    return Tutor(Solver(checker, model), memory.history, memory.guilds, memory.people)


@pytest.fixture
def simcord_bot(tutor: Tutor, tmp_path: Path) -> LemmaBot:
    return LemmaBot(tutor, tmp_path, shard_count=1)
