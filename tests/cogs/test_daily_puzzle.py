"""A puzzle as the daily problem: hung with its board, answered in private, explained in a thread the day after."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import study
from easel import Easel
from learners import Clock, Here, tutor_over
from riddles import KINDS, Riddler
from simcord.backend import serializers
from study import Server, buttons, text

from storage.daily import StoredDailies
from storage.guilds import StoredGuilds
from storage.practice import StoredPractice
from tutor.daily import Daily
from tutor.days import moment
from tutor.learning import TaskKind, TaskState
from tutor.types import Asker, Level

if TYPE_CHECKING:
    from storage.database import Database
    from tutor.engine import Tutor

pytestmark = pytest.mark.simcord(settle_timeout=10)  # less than a tick of the daily problem
SEOUL = "Asia/Seoul"
DAY = date(2026, 3, 3)


@pytest.fixture
def clock() -> Clock:
    return Clock(moment(DAY, 8 * 60, SEOUL))


@pytest.fixture
def easel() -> Easel | None:
    return Easel()


@pytest.fixture
def tutor(database: Database, clock: Clock, easel: Easel | None) -> Tutor:
    riddler = Riddler()
    made = tutor_over(database, clock, puzzles=riddler, pictures=easel)
    made.daily = Daily(
        StoredDailies(database),
        StoredPractice(database),
        Here(),
        StoredGuilds(database),
        ("fractions",),
        puzzles=riddler,
        kinds=KINDS,
        clock=clock,
    )
    return made


def components(server: Server, message: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    stored = server.env.backend.get_message(message.channel.id, message.id)
    found: list[dict[str, Any]] = dict(serializers.message_payload(server.env.backend, stored))["components"]  # type: ignore[assignment]
    return found


def galleries(shown: list[dict[str, Any]]) -> list[str]:
    """The files of a message's pictures."""
    return [
        item["media"]["url"].split("/")[-1]
        for part in study.walk(shown)
        if part["type"] == 12
        for item in part["items"]
    ]


async def hang(server: Server, clock: Clock, topics: str) -> Any:  # noqa: ANN401
    """The daily problem of a server that asked for these topics."""
    given = {"channel": server.channel, "time": "9:00", "timezone": SEOUL, "topics": topics, "level": "beginner"}
    panel = await server.mod.slash(server.channel, "daily setup", **given)
    assert "Posted in" in text(panel.response)
    return await posted(server, clock, DAY)


async def posted(server: Server, clock: Clock, day: date) -> Any:  # noqa: ANN401
    clock.now = moment(day, 9 * 60, SEOUL)
    await server.env.advance_time(30)
    return max(server.channel.history(), key=lambda message: message.id)


async def take(server: Server, who: Any, message: Any) -> Any:  # noqa: ANN401
    return await who.click(message, custom_id=buttons(components(server, message))["Answer"]["custom_id"])


async def solve(server: Server, tutor: Tutor, who: Any, taken: Any) -> Any:  # noqa: ANN401
    custom_id = buttons(taken.response)["Answer"]["custom_id"]
    task = await tutor.puzzles.task(study.asker(who), int(custom_id.split(":")[3]))
    assert task.problem.draft.puzzle is not None
    form = await who.click(taken.response, custom_id=custom_id)
    inputs = [part["component"] for part in study.walk(form.modal["components"]) if part["type"] == 18]
    values = [value for _, value in task.problem.draft.puzzle.given]
    return await who.submit_modal(
        form,
        {
            field["custom_id"]: [value] if field["type"] == 3 else value
            for field, value in zip(inputs, values, strict=True)
        },
    )


async def test_a_puzzle_hangs_with_its_board_and_is_solved_in_private(
    server: Server, tutor: Tutor, clock: Clock
) -> None:
    message = await hang(server, clock, "sudoku")
    shown = components(server, message)
    assert "Sudoku · Beginner" in text(shown)
    assert "Fill grid number" in text(shown)
    assert galleries(shown) == [f"lemma-daily-{DAY.toordinal()}.png"]
    taken = await take(server, server.ann, message)
    assert taken.ephemeral
    assert "Daily problem · Sudoku" in text(taken.response)
    assert "Another" not in buttons(taken.response)
    await solve(server, tutor, server.ann, taken)
    await solve(server, tutor, server.ben, await take(server, server.ben, message))
    await server.env.advance_time(10)
    counted = components(server, message)
    assert "Solved by 2 learners so far." in text(counted)
    assert "Fill grid number" in text(counted)
    assert galleries(counted) == galleries(shown)


async def test_the_chain_is_posted_next_day_in_a_thread(server: Server, tutor: Tutor, clock: Clock) -> None:
    message = await hang(server, clock, "sudoku")
    await solve(server, tutor, server.ann, await take(server, server.ann, message))
    next_one = await posted(server, clock, DAY + timedelta(days=1))
    assert next_one.id != message.id
    assert text(components(server, next_one)) != text(components(server, message))
    (thread,) = server.channel.threads
    told = [components(server, one) for one in sorted(thread.history(), key=lambda one: one.id)]
    assert galleries(told[0]) == ["lemma-solved.png"]
    assert "**1.** Cell 1 follows" in text(told[0])
    assert "**59.** Cell 59 follows" in text(told[1])
    assert "1 of 1 learner has solved it." in text(told[-1])
    late = await take(server, server.ben, message)
    assert "solution has been posted" in text(late.response)


async def test_where_no_files_may_be_sent_the_board_stands_in_characters(
    server: Server, clock: Clock, easel: Easel
) -> None:
    easel.broken = True
    message = await hang(server, clock, "Sudoku")
    assert galleries(components(server, message)) == []
    assert "```" in text(components(server, message))


async def test_all_puzzles_may_be_asked_for_at_once_and_are_not_there_without(
    server: Server, tutor: Tutor, clock: Clock
) -> None:
    found = await server.mod.autocomplete(server.channel, "daily setup", "topics", "puzz")
    assert ("Puzzles", "puzzles") in [(choice["name"], choice["value"]) for choice in found]
    korean = await server.mod.autocomplete(server.channel, "daily setup", "topics", "fractions,스도쿠")
    assert [choice["value"] for choice in korean] == ["fractions,sudoku"]
    await hang(server, clock, "puzzles")
    setup = await tutor.daily.setup(server.guild.id)  # type: ignore[union-attr]
    assert setup is not None
    assert setup.topics == ("puzzles",)
    kinds = {(await tutor.daily.problem(setup, DAY + timedelta(days=n))).topic for n in range(8)}  # type: ignore[union-attr]
    assert kinds == {"knights", "sudoku"}


async def test_the_days_puzzle_never_comes_again_as_ones_own(
    server: Server, tutor: Tutor, database: Database, clock: Clock
) -> None:
    message = await hang(server, clock, "knights")
    taken = await take(server, server.ann, message)
    custom_id = buttons(taken.response)["Answer"]["custom_id"]
    task = await tutor.puzzles.task(study.asker(server.ann), int(custom_id.split(":")[3]))
    draft, practice = task.problem.draft, StoredPractice(database)
    assert draft.puzzle is not None
    assert await practice.give(study.asker(server.ann), draft, TaskKind.PUZZLE, clock.now) is None
    assert await practice.give(Asker(99, None), draft, TaskKind.PUZZLE, clock.now) is not None
    assert (task.state, draft.level) == (TaskState.OPEN, Level.BEGINNER)
