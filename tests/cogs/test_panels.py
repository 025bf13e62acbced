"""Settings, preferences, history, own data, help: only their reader sees them, and only moderators set the server."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import study
from study import QUADRATIC, Server, buttons, options, text

from tutor.types import GuildSettings, Language, Level, Look, Preferences

if TYPE_CHECKING:
    from fakes import Memory

    from tutor.engine import Tutor


class TestStatus:
    async def test_a_moderator_sees_how_it_goes(self, server: Server) -> None:
        await server.ann.slash(server.channel, "solve", problem=QUADRATIC)
        panel = await server.mod.slash(server.channel, "status")
        assert panel.ephemeral
        assert "1 question was answered." in text(panel.response)
        assert "- ✅ 1" in text(panel.response)

    async def test_a_learner_is_refused(self, server: Server) -> None:
        server.hand_out("status", server.ann)
        result = await server.ann.slash(server.channel, "status")
        assert "Only moderators" in text(result.response)
        assert server.refusals()


class TestPreferences:
    async def test_language_and_level_are_chosen_and_given_back(self, server: Server, memory: Memory) -> None:
        panel = await server.ann.slash(server.channel, "preferences")
        assert panel.ephemeral
        assert "Language: **English** (Follow Discord)" in text(panel.response)
        await server.ann.select(panel.response, ["ko"], custom_id="lemma:preferences:language")
        assert "언어: **한국어** (내가 고름)" in text(panel.response)
        await server.ann.select(panel.response, ["advanced"], custom_id="lemma:preferences:level")
        assert memory.kept_preferences[server.ann.id] == Preferences(Language.KOREAN, Level.ADVANCED)
        await server.ann.select(panel.response, ["follow"], custom_id="lemma:preferences:language")
        assert memory.kept_preferences[server.ann.id] == Preferences(None, Level.ADVANCED)
        assert "Level: **Advanced** (your choice)" in text(panel.response)

    async def test_the_theme_is_chosen_and_the_servers_is_shown_otherwise(self, server: Server, memory: Memory) -> None:
        memory.guild_settings[server.guild.id] = GuildSettings(look=Look.LIGHT)
        panel = await server.ann.slash(server.channel, "preferences")
        assert "Theme: **Light pictures** (Follow the server)" in text(panel.response)
        await server.ann.select(panel.response, ["text"], custom_id="lemma:preferences:look")
        assert "Theme: **Text only** (your choice)" in text(panel.response)
        assert memory.kept_preferences[server.ann.id] == Preferences(look=Look.TEXT)
        await server.ann.select(panel.response, ["follow"], custom_id="lemma:preferences:look")
        assert memory.kept_preferences[server.ann.id] == Preferences()

    async def test_the_servers_level_is_shown_as_the_one_in_force(self, server: Server, memory: Memory) -> None:
        memory.guild_settings[server.guild.id] = GuildSettings(Level.BEGINNER)
        panel = await server.ann.slash(server.channel, "preferences")
        assert "Level: **Beginner** (Follow the server)" in text(panel.response)


class TestHistory:
    async def test_an_empty_history_says_what_to_type(self, server: Server) -> None:
        result = await server.ann.slash(server.channel, "history")
        assert result.ephemeral
        assert "/solve" in text(result.response)

    async def test_own_questions_are_paged_newest_first_and_shown_again(self, server: Server, tutor: Tutor) -> None:
        for _ in range(7):
            await study.ask(tutor, server.ann)
        await study.ask(tutor, server.ben)
        listed = await server.ann.slash(server.channel, "history")
        assert list(options(listed.response)) == ["7", "6", "5", "4", "3"]
        assert text(listed.response).count("✅ **x = -2, 2/3**") == 5
        await server.ann.click(listed.response, label="Next")
        assert text(listed.response).count("✅") == 2
        shown = await server.ann.select(listed.response, ["1"])
        assert shown.ephemeral
        assert "### Step by step" in text(shown.response)

    async def test_nobody_opens_anothers_history_entry_from_elsewhere(self, server: Server, tutor: Tutor) -> None:
        await study.ask(tutor, server.ann)
        await study.ask(tutor, server.ben, guild_id=1)
        listed = await server.ann.slash(server.channel, "history")
        result = await server.crafted(server.ann, listed.response, "lemma:history:show", ["2"])
        assert "not stored any more" in text(result.response)


class TestMyData:
    async def test_show_counts_what_is_kept(self, server: Server, memory: Memory, tutor: Tutor) -> None:
        await study.ask(tutor, server.ann)
        memory.kept_preferences[server.ann.id] = Preferences(level=Level.ADVANCED)
        shown = await server.ann.slash(server.channel, "mydata show")
        assert shown.ephemeral
        assert (
            "- 1 solution\n- 0 reports\n- 0 drawings\n- 0 programs\n- 0 practice problems\n"
            "- 0 days on which you practised\n- 0 reviews to come\n- 0 lessons\n- 0 questions in conversations\n"
            "- language: not chosen, level: Advanced, theme: not chosen\n"
            "- time zone: not chosen, reminders: off, leaderboards: off" in text(shown.response)
        )

    async def test_export_gives_everything_as_a_json_file(self, server: Server, tutor: Tutor) -> None:
        await study.ask(tutor, server.ann)
        await study.ask(tutor, server.ben)
        result = await server.ann.slash(server.channel, "mydata export")
        assert result.ephemeral
        assert result.response is not None
        (attachment,) = result.response.attachments
        assert attachment.filename == "lemma-data.json"
        kept = json.loads(await attachment.read())
        assert kept["user_id"] == str(server.ann.id)
        assert [solution["problem"] for solution in kept["solutions"]] == [QUADRATIC]

    async def test_forget_asks_once_and_then_deletes_everything_of_this_person_only(
        self, server: Server, memory: Memory, tutor: Tutor
    ) -> None:
        await study.ask(tutor, server.ann)
        await study.ask(tutor, server.ben)
        asked = await server.ann.slash(server.channel, "mydata forget")
        assert asked.ephemeral
        assert len(memory.records) == 2
        await server.ann.click(asked.response, label="Delete everything")
        assert "Deleted: 1 solution" in text(asked.response)
        assert buttons(asked.response) == {}
        assert [record.asker.user_id for record in memory.records.values()] == [server.ben.id]

    async def test_keeping_it_deletes_nothing(self, server: Server, memory: Memory, tutor: Tutor) -> None:
        await study.ask(tutor, server.ann)
        asked = await server.ann.slash(server.channel, "mydata forget")
        await server.ann.click(asked.response, label="Keep it")
        assert "Nothing was deleted" in text(asked.response)
        assert len(memory.records) == 1


class TestHelp:
    @pytest.mark.parametrize(("locale", "example"), [("en-GB", "`/solve problem: 3x^2"), ("ko", "`/풀기 문제: 3x^2")])
    async def test_help_shows_what_to_type(self, server: Server, locale: str, example: str) -> None:
        server.locales[server.ann.id] = locale
        result = await server.ann.slash(server.channel, "help")
        assert result.ephemeral
        assert example in text(result.response)
        assert all(icon in text(result.response) for icon in "✅⚠❌")

    async def test_about_says_when_mathematics_answers_alone_and_how_to_get_a_model(self, server: Server) -> None:
        result = await server.ann.slash(server.channel, "about")
        assert "mathematics alone answers" in text(result.response)
        assert "LEMMA_MODEL__BACKEND=ollama" in text(result.response).replace("\\", "")
