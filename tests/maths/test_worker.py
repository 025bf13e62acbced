"""The walls around mathematics: warm, limited, killed at the deadline, and never in the bot's way."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, cast

import psutil
import pytest

from maths.pool import Failed
from maths.verdict import Level, Outcome, Standing
from maths.worker import Mathematics, open_mathematics

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

DEADLINE = 0.8
SLACK = 1.0  # a busy machine


@pytest.fixture
async def mathematics() -> AsyncIterator[Mathematics]:
    async with open_mathematics(workers=2, deadline=DEADLINE) as opened:
        yield opened


@pytest.mark.parametrize("bomb", ["spin_ignoring_sigterm", "sit_in_c"])
async def test_a_task_that_ignores_sigterm_or_sits_in_c_is_killed_at_its_deadline_and_the_next_answer_comes_at_once(
    mathematics: Mathematics, bomb: str
) -> None:
    started = time.monotonic()
    result = await mathematics.run(f"stubborn:{bomb}")
    killed_after = time.monotonic() - started
    assert isinstance(result, Failed)
    assert "no result within" in str(result.message)
    assert DEADLINE <= killed_after < DEADLINE + SLACK
    started = time.monotonic()
    assert await mathematics.run("stubborn:echo", 5) == 5
    assert time.monotonic() - started < 0.3


async def test_with_every_worker_stuck_the_next_question_is_answered_after_they_are_killed(
    mathematics: Mathematics,
) -> None:
    stuck = [asyncio.create_task(mathematics.run("stubborn:spin_ignoring_sigterm")) for _ in range(2)]
    await asyncio.sleep(0.1)
    assert await mathematics.run("stubborn:echo", "still here") == "still here"
    assert all(isinstance(result, Failed) for result in await asyncio.gather(*stuck))


async def test_a_task_that_wants_too_much_memory_is_undecided_and_the_machine_is_unharmed(
    mathematics: Mathematics,
) -> None:
    result = await mathematics.run("stubborn:grow")
    assert isinstance(result, Failed)
    assert "memory" in str(result.message)


async def test_a_worker_that_dies_costs_one_answer(mathematics: Mathematics) -> None:
    assert isinstance(await mathematics.run("stubborn:die"), Failed)
    assert await mathematics.run("stubborn:echo", 1) == 1


async def test_a_defect_in_mathematics_is_a_value_and_one_log_line(
    mathematics: Mathematics, caplog: pytest.LogCaptureFixture
) -> None:
    assert isinstance(await mathematics.run("stubborn:blow_up"), Failed)
    assert [record.getMessage() for record in caplog.records] == ["the work failed in stubborn:blow_up"]


async def test_cancelling_the_asker_kills_the_computation(mathematics: Mathematics) -> None:
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    task = asyncio.create_task(mathematics.run("stubborn:spin_ignoring_sigterm"))
    await asyncio.sleep(0.2)
    task.cancel()
    await asyncio.sleep(0.4)
    assert before - {child.pid for child in psutil.Process().children(recursive=True)}
    assert await mathematics.run("stubborn:echo", 1) == 1


async def test_the_event_loop_is_never_blocked_by_mathematics(mathematics: Mathematics) -> None:
    worst = 0.0

    async def watch() -> None:
        nonlocal worst
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.005)
            worst = max(worst, time.perf_counter() - before - 0.005)

    watcher = asyncio.create_task(watch())
    await asyncio.gather(*(mathematics.run("stubborn:sit_in_c") for _ in range(2)))
    await asyncio.gather(*(mathematics.work("3x^2+4x+5=1", Level.INTERMEDIATE) for _ in range(10)))
    watcher.cancel()
    assert worst < 0.25


async def test_a_worker_knows_neither_discord_nor_the_database_nor_a_model(mathematics: Mathematics) -> None:
    loaded = cast("list[str]", await mathematics.run("stubborn:loaded_modules"))
    tops = {name.partition(".")[0] for name in loaded}
    assert "sympy" in tops
    assert not tops & {
        "discord",
        "sqlalchemy",
        "aiosqlite",
        "alembic",
        "torch",
        "ollama",
        "xllamacpp",
        "cogs",
        "storage",
    }


async def test_a_worker_cannot_write_a_file(mathematics: Mathematics, tmp_path: Path) -> None:
    result = await mathematics.run("stubborn:write_a_file", str(tmp_path / "pwned"))
    assert isinstance(result, Failed)
    assert not (tmp_path / "pwned").exists() or (tmp_path / "pwned").stat().st_size == 0


async def test_real_mathematics_comes_back_as_our_nouns(mathematics: Mathematics) -> None:
    worked = await mathematics.work("x^2 = 4", Level.BEGINNER)
    assert worked.decision.answer is not None
    assert worked.decision.answer.typed == "-2, 2"
    assert (await mathematics.decide("write me a poem")).answer is None
    assert (await mathematics.check("x^2 = 4", "2, -2")).standing is Standing.VERIFIED
    assert (await mathematics.grade("1/2", "0.5")).outcome is Outcome.EQUAL
    assert (await mathematics.audit("2 + 2 = 5")).standing is Standing.REFUTED


async def test_closing_leaves_no_worker_behind() -> None:
    async with open_mathematics(workers=2) as mathematics:
        worker = cast("int", await mathematics.run("stubborn:pid_after", 0.0))
        assert psutil.pid_exists(worker)
    assert not psutil.pid_exists(worker)
