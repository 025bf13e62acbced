"""/practice sheet: problems to print, the same ones again for the same seed, and nothing of it kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import discord
import pytest
import study
from easel import Easel
from learners import tutor_over
from samples import EQUATION
from study import Server, text

from storage.database import open_database
from storage.sets import StoredProblemSets
from tutor.learning import UsedFor
from tutor.pictures import Worksheet
from tutor.types import GuildSettings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from storage.database import Database
    from tutor.engine import Tutor

pytestmark = pytest.mark.simcord(settle_timeout=30)


@pytest.fixture
def easel() -> Easel:
    return Easel()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "lemma.db") as opened:
        yield opened


@pytest.fixture
def tutor(database: Database, easel: Easel) -> Tutor:
    return tutor_over(database, lambda: datetime(2026, 3, 1, 12, tzinfo=UTC), pictures=easel)


async def ask(server: Server, **options: object) -> Any:  # noqa: ANN401 - simcord's
    given = {"topic": "linear_equations", "level": "beginner", "count": 4, **options}
    return await server.ann.slash(server.channel, "practice sheet", **given)


def printed(easel: Easel) -> Worksheet:
    sheet = easel.drawn[-1]
    assert isinstance(sheet, Worksheet)
    return sheet


async def test_a_sheet_is_one_document_with_its_first_page_shown(server: Server, easel: Easel, tutor: Tutor) -> None:
    shown = await ask(server, seed=17)
    assert shown.ephemeral
    assert "Linear equations · Beginner · 2026-03-01" in text(shown.response)
    assert "Seed 17" in text(shown.response)
    assert [file.filename for file in shown.response.attachments] == ["lemma-sheet.png", "lemma-sheet-17.pdf"]
    sheet = printed(easel)
    assert (len(sheet.problems), len(sheet.answers)) == (4, 4)
    assert len(set(sheet.problems)) == 4
    assert "Seed 17" in sheet.place
    assert (await tutor.export(study.asker(server.ann)))["tasks"] == []


async def test_the_seed_prints_the_same_problems_again(server: Server, easel: Easel) -> None:
    await ask(server)
    first = printed(easel)
    seed = int(first.place.split("Seed ")[1].split(":")[0])
    await ask(server, seed=seed, topic="일차방정식")
    assert printed(easel) == first
    await ask(server, seed=(seed + 1) % 1_000_000)
    assert printed(easel).problems != first.problems


async def test_it_is_in_the_language_of_who_asks(server: Server, easel: Easel) -> None:
    server.locales[server.ann.id] = "ko"
    shown = await ask(server, topic="", level="advanced", count=30, seed=7)
    sheet = printed(easel)
    assert (sheet.title, sheet.answers_title) == ("연습 문제지", "정답")
    assert sheet.about.startswith("모든 주제 · 고급 · ")
    assert all(any("가" <= character <= "힣" for character in problem) for problem in sheet.problems)
    assert not any(word in answer for answer in sheet.answers for word in ("True", "False", "day}", " or "))
    assert "시드 7" in text(shown.response)


async def test_what_is_not_offered_on_a_server_is_not_printed(server: Server, tutor: Tutor, easel: Easel) -> None:
    await tutor.servers.change(
        server.guild.id, server.mod.id, lambda old: replace(old or GuildSettings(), topics=("fractions",))
    )
    assert "no such topic" in text((await ask(server)).response)
    await ask(server, topic="", seed=1)
    assert printed(easel).about.startswith("Any topic · ")
    assert len(easel.drawn) == 1
    assert len(server.refusals()) == 1


async def test_without_files_or_pictures_it_says_so(server: Server, easel: Easel) -> None:
    easel.broken = True
    assert "could not be drawn" in text((await ask(server)).response)
    server.app_permissions = discord.Permissions.none()
    assert "may not attach files" in text((await ask(server)).response)
    assert len(server.refusals()) == 2


async def test_a_servers_own_problems_are_offered_for_practice_and_not_for_printing(
    server: Server, database: Database
) -> None:
    sets = StoredProblemSets(database)
    ours = await sets.make(server.guild.id, "ours")
    await sets.add(ours.id, [replace(EQUATION, topic="", guild_id=server.guild.id)])
    await sets.use(ours.id, UsedFor.PRACTICE)
    for command, offered in (("practice start", True), ("practice sheet", False)):
        found = await server.ann.autocomplete(server.channel, command, "topic", "own")
        assert ("own" in {choice["value"] for choice in found}) is offered
    refused = await ask(server, topic="own")
    assert "no such topic" in text(refused.response)
    assert server.refusals()
