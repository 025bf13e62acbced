"""/puzzle solve: a puzzle that somebody typed, from the click to the reply and to what is kept of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import study
from study import Server, buttons, text

from maths.puzzles.liars import settled
from maths.puzzles.solving import solve
from model.scripted import Scripted
from storage.guilds import StoredGuilds
from storage.history import StoredHistory
from storage.ladders import StoredLadders
from storage.people import StoredPeople
from tutor.engine import Tutor
from tutor.laddering import WAIT, Laddering
from tutor.riddles import Riddles
from tutor.solver import Solver

if TYPE_CHECKING:
    from fakes import FakeChecker
    from learners import Clock

    from maths.puzzles.formal import Formal
    from maths.puzzles.solving import Solved
    from storage.database import Database

READ = (
    'A always lies, B always tells the truth, C sometimes lies; A says "B is a liar", '
    'B says "C is telling the truth today", C says "one of A and B is a liar".'
)
HOUSES = "Three houses stand in a row. The red one is right of the green one. The blue one is not the first."


class Here:
    async def read_puzzle(self, text: str, /) -> tuple[Formal, Solved] | None:
        return settled(text)

    async def solve_puzzle(self, formal: Formal, /) -> Solved:
        return solve(formal)


def houses(*clues: tuple[str, str]) -> str:
    names = [{"name": name, "values": ["1", "2", "3"]} for name in ("red", "green", "blue")]
    said = [{"text": quoted, "speaker": "", "formula": formula} for quoted, formula in clues]
    return json.dumps({"persons": [], "variables": names, "clues": said})


WRITTEN = houses(
    ("Three houses stand in a row", "different(red, green, blue)"),
    ("The red one is right of the green one", "red = green + 1"),
    ("The blue one is not the first", "blue != 1"),
)


@pytest.fixture
def model() -> Scripted:
    return Scripted(WRITTEN, WRITTEN, repeat=True)


@pytest.fixture
def tutor(database: Database, clock: Clock, checker: FakeChecker, model: Scripted) -> Tutor:
    guilds = StoredGuilds(database)
    return Tutor(
        Solver(checker, model),
        StoredHistory(database, clock),
        guilds,
        StoredPeople(database),
        laddering=Laddering(StoredLadders(database), checker, guilds, clock=clock),
        riddles=Riddles(Here(), model),
    )


async def test_a_puzzle_read_from_its_words_is_verified_and_asks_no_model(server: Server, model: Scripted) -> None:
    result = await server.ann.slash(server.channel, "puzzle solve", text=READ)
    said = text(result.response)
    assert "C is telling the truth here" in said
    assert "**Verified**" in said
    assert "kind(B) = liar" in said
    assert not model.prompts


async def test_another_is_written_down_twice_by_the_model(server: Server, model: Scripted) -> None:
    result = await server.ann.slash(server.channel, "puzzle solve", text=HOUSES)
    said = text(result.response)
    assert "**Cross-checked**" in said
    assert "red is 2; green is 1; blue is 3" in said
    assert "“The blue one is not the first”" in said
    assert len(model.prompts) == 2


async def test_a_korean_learner_is_answered_in_korean(server: Server) -> None:
    server.locales[server.ann.id] = "ko"
    result = await server.ann.slash(server.channel, "puzzle solve", text=READ)
    assert "C는 지금 참말을 한다" in text(result.response)


async def test_a_long_puzzle_is_typed_into_a_form(server: Server) -> None:
    form = await server.ann.slash(server.channel, "puzzle solve")
    assert form.modal is not None
    field = next(part for part in study.walk(form.modal["components"]) if part["type"] == 18)["component"]
    result = await server.ann.submit_modal(form, {field["custom_id"]: READ})
    assert "C is telling the truth here" in text(result.response)


async def test_a_puzzle_has_no_levels_and_no_similar_problem(server: Server) -> None:
    shown = (await server.ann.slash(server.channel, "puzzle solve", text=READ)).response
    assert list(buttons(shown)) == ["Report a mistake"]
    assert "level:" not in text(shown)


async def test_where_hints_come_first_the_solution_waits_and_is_the_puzzles(
    server: Server, database: Database, clock: Clock
) -> None:
    await StoredGuilds(database).change(
        server.guild.id, server.mod.id, clock.now, lambda before: replace(before, hint_first=True)
    )
    shown = (await server.ann.slash(server.channel, "puzzle solve", text=READ)).response
    assert "telling the truth here" not in text(shown)
    assert "Write down who or what is asked for" in text(shown)  # a hint for puzzles, not for formulas
    clock.now += WAIT
    label = next(name for name in buttons(shown) if "solution" in name.lower())
    await server.ann.click(shown, custom_id=buttons(shown)[label]["custom_id"])
    assert "C is telling the truth here" in text(shown)


async def test_what_was_asked_is_in_the_history(server: Server) -> None:
    await server.ann.slash(server.channel, "puzzle solve", text=READ)
    assert "A always lies" in text((await server.ann.slash(server.channel, "history")).response)
