"""/solve from the click to the reply, over real discord.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import study
from study import QUADRATIC, Server, buttons, text

from tutor.types import GuildSettings, Level, Preferences

if TYPE_CHECKING:
    from fakes import Memory

VERIFIED = "✅ **Verified**: both roots substituted back exactly, 2 of 2 found."


async def test_a_decided_problem_is_answered_in_one_edit_with_its_standing_and_steps(server: Server) -> None:
    result = await server.ann.slash(server.channel, "solve", problem=QUADRATIC)
    assert result.response is not None
    said = text(result.response)
    assert said.index("# x = -2, 2/3") < said.index(VERIFIED) < said.index("### Step by step")
    assert not result.ephemeral
    assert len(server.edits()) == 1


async def test_the_first_request_only_defers(server: Server) -> None:
    await server.ann.slash(server.channel, "solve", problem=QUADRATIC)
    first = next(entry for entry in server.env.http_requests if "/callback" in entry.path)
    assert first.json == {"type": 5}


async def test_a_korean_learner_is_answered_in_korean(server: Server) -> None:
    server.locales[server.ann.id] = "ko"
    result = await server.ann.slash(server.channel, "solve", problem=QUADRATIC)
    assert "✅ **검증됨**" in text(result.response)
    assert "더 쉽게" in buttons(result.response)


async def test_an_own_language_goes_before_the_locale(server: Server, memory: Memory) -> None:
    memory.kept_preferences[server.ann.id] = Preferences(level=Level.ADVANCED)
    server.locales[server.ann.id] = "ko"
    result = await server.ann.slash(server.channel, "solve", problem=QUADRATIC)
    assert "수준: 고급" in text(result.response)


@pytest.mark.parametrize(
    ("option", "own", "guild", "shown"),
    [
        ({"level": "beginner"}, Level.ADVANCED, Level.ADVANCED, "Beginner"),
        ({}, Level.ADVANCED, Level.BEGINNER, "Advanced"),
        ({}, None, Level.BEGINNER, "Beginner"),
        ({}, None, None, "Intermediate"),
    ],
)
async def test_the_level_is_the_one_asked_else_ones_own_else_the_servers(  # noqa: PLR0913 - a table
    server: Server, memory: Memory, *, option: dict[str, str], own: Level | None, guild: Level | None, shown: str
) -> None:
    memory.kept_preferences[server.ann.id] = Preferences(level=own)
    memory.guild_settings[server.guild.id] = GuildSettings(guild)
    result = await server.ann.slash(server.channel, "solve", problem=QUADRATIC, **option)
    assert f"level: {shown}" in text(result.response)


async def test_a_message_is_solved_from_its_menu(server: Server) -> None:
    asked = await server.ben.send(server.channel, QUADRATIC)
    result = await server.ann.context_menu(server.channel, "Solve this message", asked)
    assert VERIFIED in text(result.response)


async def test_a_message_that_is_only_a_picture_says_that_pictures_are_not_read_yet(server: Server) -> None:
    asked = await server.ben.send(server.channel, attachments=[("homework.png", b"png")])
    result = await server.ann.context_menu(server.channel, "Solve this message", asked)
    assert "Pictures are not read yet" in text(result.response)
    assert server.refusals()


async def test_it_works_in_direct_messages(server: Server) -> None:
    result = await server.ann.user.slash("solve", problem=QUADRATIC)
    assert VERIFIED in text(result.response)


async def test_where_only_the_user_installed_it_the_servers_settings_do_not_count(
    server: Server, memory: Memory
) -> None:
    memory.guild_settings[server.guild.id] = GuildSettings(Level.BEGINNER)
    server.owners[server.ann.id] = {"1": str(server.ann.id)}
    result = await server.ann.slash(server.channel, "solve", problem=QUADRATIC)
    assert "level: Intermediate" in text(result.response)
    assert next(iter(memory.records.values())).asker.guild_id is None


@pytest.mark.parametrize("problem", ["   ", "x" * 6_000, "https://cdn.example/homework.png", "@everyone"])
async def test_what_cannot_be_solved_gets_a_sentence_in_the_askers_language(server: Server, problem: str) -> None:
    server.locales[server.ann.id] = "ko"
    result = await server.ann.slash(server.channel, "solve", problem=problem)
    assert any("가" <= letter <= "힣" for letter in text(result.response))
    assert "Error" not in text(result.response)
    assert server.refusals()


async def test_the_sixth_question_in_a_row_is_asked_to_wait(server: Server, memory: Memory) -> None:
    for _ in range(5):
        await server.ann.slash(server.channel, "solve", problem=QUADRATIC)
    sixth = await server.ann.slash(server.channel, "solve", problem=QUADRATIC)
    assert sixth.ephemeral
    assert "Please wait" in text(sixth.response)
    assert len(memory.records) == 5
    assert VERIFIED in text((await server.ben.slash(server.channel, "solve", problem=QUADRATIC)).response)
    assert server.refusals()
    await server.env.advance_time(21)
    assert VERIFIED in text((await server.ann.slash(server.channel, "solve", problem=QUADRATIC)).response)


async def test_no_request_may_ping_anyone(server: Server) -> None:
    asked = await server.ben.send(server.channel, f"@everyone {QUADRATIC}")
    await server.ann.context_menu(server.channel, "Solve this message", asked)
    result = await server.ann.slash(server.channel, "solve", problem=QUADRATIC)
    await server.ann.click(result.response, label="Deeper")
    await server.ben.click(result.response, label="Simpler")
    bodies = [entry.json for entry in server.env.http_requests if isinstance(entry.json, dict)]
    messages = [body.get("data", body) for body in bodies if "components" in body.get("data", body)]
    assert len(messages) >= 4
    assert all(body["allowed_mentions"]["parse"] == [] for body in messages)
    assert all("@everyone" not in study.text(body["components"]) for body in messages)
