"""The bot itself: what it registers with Discord, when it syncs, and how it tells errors."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import study
from discord.gateway import DiscordWebSocket
from discord.http import Route
from fakes import FakeChecker
from structlog.testing import capture_logs
from study import QUADRATIC, Server, text

from bot.client import LemmaBot
from cogs.about import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import simcord
    from fakes import Memory

    from maths.verdict import Level, Worked
    from tutor.engine import Tutor


def synced(env: simcord.Env) -> list[list[dict[str, Any]]]:
    """The bodies of every sync of the commands."""
    requests = [entry for entry in env.http_requests if entry.method == "PUT" and entry.path.endswith("/commands")]
    return [entry.json for entry in requests if isinstance(entry.json, list)]


def spoken(commands: list[dict[str, Any]]) -> Iterator[tuple[str, str, str | None]]:
    """(field, English, Korean) of everything in the commands that people read."""
    for command in commands:
        yield "name", command["name"], (command.get("name_localizations") or {}).get("ko")
        if command.get("description"):
            yield "description", command["description"], (command.get("description_localizations") or {}).get("ko")
        yield from spoken(command.get("options") or [])
        for choice in command.get("choices") or []:
            yield "choice", choice["name"], (choice.get("name_localizations") or {}).get("ko")


class TestCommands:
    async def test_everything_people_read_in_a_command_is_translated_and_fits(self, simcord_env: simcord.Env) -> None:
        (commands,) = synced(simcord_env)
        said = list(spoken(commands))
        assert [entry for entry in said if entry[2] is None] == []
        assert all(len(words) <= 100 for _, english, korean in said for words in (english, korean or ""))

    async def test_korean_names_are_what_discord_allows(self, simcord_env: simcord.Env) -> None:
        (commands,) = synced(simcord_env)
        slash = [command for command in commands if command.get("type", 1) == 1]
        names = [korean or "" for field, _, korean in spoken(slash) if field == "name"]
        assert all(1 <= len(name) <= 32 for name in names)
        assert all(letter.isalnum() or letter in "-_'" for name in names for letter in name)
        assert len({command["name_localizations"]["ko"] for command in commands}) == len(commands)

    async def test_every_command_works_in_servers_messages_and_as_a_users_own_app_but_the_moderators(
        self, simcord_env: simcord.Env
    ) -> None:
        (commands,) = synced(simcord_env)
        for command in commands:
            if command["name"] in ("settings", "status", "daily", "problems", "reports"):
                assert (command["contexts"], command["integration_types"]) == ([0], [0])
                assert command["default_member_permissions"] == 32
            elif command["name"] == "leaderboard":
                assert (command["contexts"], command["integration_types"]) == ([0], [0])
            else:
                assert (sorted(command["contexts"]), sorted(command["integration_types"])) == ([0, 1, 2], [0, 1])

    async def test_commands_are_sent_only_when_they_changed(
        self, simcord_env: simcord.Env, tutor: Tutor, tmp_path: Path
    ) -> None:
        assert len(synced(simcord_env)) == 1
        await simcord_env.restart_bot(study.bot(tutor, tmp_path))
        assert len(synced(simcord_env)) == 1
        (tmp_path / "commands.sha256").write_text("another tree")
        await simcord_env.restart_bot(study.bot(tutor, tmp_path))
        assert len(synced(simcord_env)) == 2

    async def test_no_privileged_intent_is_asked_for(self, simcord_bot: LemmaBot) -> None:
        assert simcord_bot.intents.value == 1


class Broken(FakeChecker):
    """A checker with a defect."""

    async def work(self, problem: str, level: Level, /) -> Worked:
        raise RuntimeError(f"secret trouble with {problem} {level}")


class TestDefects:
    @pytest.fixture
    def checker(self) -> FakeChecker:
        return Broken()

    async def test_a_defect_is_a_sentence_with_a_code_that_stands_in_the_log_too(self, server: Server) -> None:
        with capture_logs() as logged:
            result = await server.ann.slash(server.channel, "solve", problem=QUADRATIC)
        (line,) = [line for line in logged if line["log_level"] == "error"]
        assert line["incident"] in text(result.response)
        assert "secret trouble" in repr(line["exc_info"])
        assert "secret" not in text(result.response)
        assert "RuntimeError" not in text(result.response)
        assert server.refusals()

    async def test_an_answer_too_late_is_only_logged(self, server: Server) -> None:
        server.env.inject_error("POST", "/interactions/*", status=404, code=10062, times=None)
        with capture_logs() as logged:
            await server.ann.slash(server.channel, "solve", problem=QUADRATIC)
        assert [line["event"] for line in logged] == ["interaction_lost"]
        assert len([entry for entry in server.env.http_requests if "/interactions/" in entry.path]) == 1
        assert server.refusals()


async def test_a_defect_behind_a_button_is_told_too(server: Server, memory: Memory) -> None:
    response = (await server.ann.slash(server.channel, "solve", problem=QUADRATIC)).response
    memory.records = None  # type: ignore[assignment] - the defect
    with capture_logs() as logged:
        result = await server.ben.click(response, label="Deeper")
    (line,) = [line for line in logged if line["log_level"] == "error"]
    assert line["incident"] in text(result.response)


@pytest.mark.parametrize("name", ["api_base", "gateway"])
@pytest.mark.parametrize("address", ["https://discord.com/api/v10", "http://10.0.0.1:80", "http://127.0.0.1.example"])
def test_only_a_discord_on_this_machine_is_accepted(tutor: Tutor, tmp_path: Path, name: str, address: str) -> None:
    with pytest.raises(ValueError, match="loopback"):
        LemmaBot(tutor, tmp_path, **{name: address})  # type: ignore[arg-type]


def test_a_loopback_discord_takes_the_place_of_the_real_one(
    tutor: Tutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    LemmaBot(tutor, tmp_path, api_base="http://[::1]:5/api/v10/", gateway="ws://127.0.0.1:5/gateway")
    assert Route.BASE == "http://[::1]:5/api/v10"
    assert str(DiscordWebSocket.DEFAULT_GATEWAY) == "ws://127.0.0.1:5/gateway"


def test_the_bot_process_loads_no_algebra_no_database_migrations_and_no_model_client() -> None:
    heavy = "sympy flint torch transformers alembic ollama openai httpx xllamacpp"
    code = f"import sys, bot.client; print(*[name for name in {heavy.split()!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert run.stdout.strip() == ""


def test_help_gives_three_examples() -> None:
    assert len(EXAMPLES) == 3
