"""/ask and what follows: what mathematics decides, what a model may say, threads, forms, a whole conversation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
import pytest
import study
from learners import tutor_over
from study import Server, buttons, text

from maths.message import Message
from model.scripted import Endless, Scripted
from storage.guilds import StoredGuilds
from storage.people import StoredPeople
from storage.talks import StoredTalks
from tutor.errors import ModelUnavailableError
from tutor.types import GuildSettings

if TYPE_CHECKING:
    from pathlib import Path

    from learners import Clock
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from storage.database import Database
    from tutor.engine import Tutor
    from tutor.ports import LanguageModel
    from tutor.talk import Talk

pytestmark = pytest.mark.simcord(settle_timeout=30)

WHY = "why is a negative times a negative positive?"
BECAUSE = "Because turning around twice faces you forward: $(-1) \\cdot (-1) = 1$."


@pytest.fixture
def model() -> LanguageModel | None:
    return Scripted(BECAUSE, repeat=True)


@pytest.fixture
def tutor(database: Database, clock: Clock, model: LanguageModel | None) -> Tutor:
    return tutor_over(database, clock, model=model)


async def ask(server: Server, question: str = WHY, who: MemberActor | None = None) -> Any:  # noqa: ANN401
    return await (who or server.ann).slash(server.channel, "ask", question=question)


async def press(server: Server, shown: Any, label: str, who: MemberActor | None = None) -> Any:  # noqa: ANN401
    return await (who or server.ann).click(shown, custom_id=buttons(drawn(shown))[label]["custom_id"])


async def reply(server: Server, shown: Any, written: str, who: MemberActor | None = None, by: str = "Reply") -> Any:  # noqa: ANN401
    """Press Reply and send the form."""
    return await send(server, await press(server, shown, by, who), written, who)


async def send(server: Server, form: Any, written: str, who: MemberActor | None = None) -> Any:  # noqa: ANN401
    assert form.modal is not None
    field = next(part for part in study.walk(form.modal["components"]) if part["type"] == 18)["component"]
    return await (who or server.ann).submit_modal(form, {field["custom_id"]: written})


async def open_thread(server: Server, shown: Any, label: str = "Ask on") -> ChannelHandle:  # noqa: ANN401
    """Press the button that opens a thread."""
    pressed = await press(server, shown, label)
    assert pressed.ephemeral
    assert "The conversation goes on in <#" in text(pressed.response)
    (thread,) = server.channel.threads
    return thread


def opening(thread: ChannelHandle) -> discord.Message:
    """The message with which a thread begins."""
    return next(each for each in thread.history() if each.components)


def drawn(shown: Any) -> Any:  # noqa: ANN401
    """The components of a reply, or of a message as discord.py has it."""
    if isinstance(shown, discord.Message):
        return [component.to_dict() for component in shown.components]
    return shown


async def talk_behind(database: Database, shown: Any) -> Talk:  # noqa: ANN401
    found = re.search(r"lemma:talk:(?:follow|reply):(\d+)", str(shown.components))
    assert found
    return await StoredTalks(database).get(int(found[1]))


async def rule(server: Server, database: Database, clock: Clock, settings: GuildSettings) -> None:
    await StoredGuilds(database).change(server.guild.id, 1, clock(), lambda _: settings)


async def test_what_mathematics_decides_is_verified_and_shows_the_way_to_its_solution(
    server: Server, model: Scripted
) -> None:
    asked = await ask(server, "solve 2x + 3 = 11")
    said = text(asked.response)
    assert "# x = 4" in said
    assert "**Verified**" in said
    assert model.prompts == []
    shown = await press(server, asked.response, "See the solution", server.ben)
    assert shown.ephemeral
    assert "Step by step" in text(shown.response)


async def test_what_it_does_not_is_a_models_answer_and_says_so(server: Server) -> None:
    asked = await ask(server)
    said = text(asked.response)
    assert "turning around twice" in said
    assert "(-1)·(-1) = 1" in said
    assert "**Not checked**: a language model wrote this." in said
    assert "its arithmetic audited" in said
    assert not asked.ephemeral


async def test_a_conversation_in_a_thread_over_a_restart(
    server: Server, tutor: Tutor, database: Database, tmp_path: Path, model: Scripted
) -> None:
    """From a lesson to its thread; two people; a decided question among the others; what the model is told."""
    given = await server.ann.slash(server.channel, "explain", topic="fractions")
    thread = await open_thread(server, given.response, "Ask about this")
    first = opening(thread)
    assert "press Reply" in text(drawn(first))
    one = await reply(server, first, WHY)
    assert "turning around twice" in text(one.response)
    assert not one.ephemeral
    await server.env.restart_bot(study.bot(tutor, tmp_path))
    two = await reply(server, one.response, "and what does that mean for debts?", server.ben)
    assert f"<@{server.ben.id}>" in text(two.response)
    told = model.prompts[-1].user
    assert WHY in told
    assert "turning around twice" in told
    assert "Fractions" in told
    assert "debts" in told
    three = await reply(server, two.response, "2x + 3 = 11")
    assert "# x = 4" in text(three.response)
    talk = await talk_behind(database, three.response)
    assert [turn.asker.user_id for turn in talk.turns] == [server.ann.id, server.ben.id, server.ann.id]
    assert talk.thread_id == thread.id
    again = await press(server, given.response, "Ask about this", server.ben)
    assert f"<#{thread.id}>" in text(again.response)
    assert len(server.channel.threads) == 1


async def test_in_a_direct_message_it_goes_on_in_place(server: Server) -> None:
    asked = await server.ann.user.slash("ask", question=WHY)
    form = await server.ann.user.click(asked.response, custom_id=buttons(asked.response)["Ask on"]["custom_id"])
    field = next(part for part in study.walk(form.modal["components"]) if part["type"] == 18)["component"]
    answered = await server.ann.user.submit_modal(form, {field["custom_id"]: "and three of them?"})
    assert "turning around twice" in text(answered.response)
    assert "Reply" in buttons(answered.response)


async def test_without_the_permission_it_goes_on_in_place(server: Server) -> None:
    server.app_permissions = discord.Permissions(send_messages=True, view_channel=True)
    asked = await ask(server)
    form = await press(server, asked.response, "Ask on")
    answered = await send(server, form, "and now?")
    assert "turning around twice" in text(answered.response)
    assert server.channel.threads == []


async def test_where_discord_refuses_a_thread_there_is_a_button_instead(server: Server) -> None:
    asked = await ask(server)
    server.env.inject_error("POST", "*/threads", status=403, code=50013)
    pressed = await press(server, asked.response, "Ask on")
    assert "cannot open a thread here" in text(pressed.response)
    answered = await reply(server, pressed.response, "and now?")
    assert answered.ephemeral
    assert "turning around twice" in text(answered.response)


async def test_a_deleted_thread_leaves_the_conversation(server: Server) -> None:
    asked = await ask(server)
    thread = await open_thread(server, asked.response)
    await server.env.bot.get_channel(thread.id).delete()
    pressed = await press(server, asked.response, "Ask on")
    assert "was closed or deleted" in text(pressed.response)
    answered = await reply(server, pressed.response, "and now?")
    assert "turning around twice" in text(answered.response)


async def test_a_thread_that_goes_while_the_answer_is_on_its_way_costs_the_edit_alone(
    server: Server, database: Database
) -> None:
    asked = await ask(server)
    thread = await open_thread(server, asked.response)
    form = await press(server, opening(thread), "Reply")
    server.env.inject_error("PATCH", "/webhooks/*", status=404, code=10003, times=None)
    await send(server, form, "and now?")
    talk = await talk_behind(database, asked.response)
    assert [turn.question for turn in talk.turns] == [WHY, "and now?"]


async def test_a_thread_that_fell_asleep_goes_on(server: Server) -> None:
    asked = await ask(server)
    thread = await open_thread(server, asked.response)
    form = await press(server, opening(thread), "Reply")
    await server.env.bot.get_channel(thread.id).edit(archived=True)
    answered = await send(server, form, "and now?")
    assert "turning around twice" in text(answered.response)
    pressed = await press(server, asked.response, "Ask on")
    assert f"<#{thread.id}>" in text(pressed.response)


async def test_a_locked_thread_is_said_to_be_closed(server: Server) -> None:
    asked = await ask(server)
    thread = await open_thread(server, asked.response)
    await server.env.bot.get_channel(thread.id).edit(locked=True, archived=True)
    pressed = await press(server, asked.response, "Ask on")
    assert "was closed or deleted" in text(pressed.response)


async def test_nobody_of_another_server_and_nobody_forgotten(server: Server, database: Database) -> None:
    asked = await ask(server)
    thread = await open_thread(server, asked.response)
    first = opening(thread)
    other = server.env.create_guild("Another")
    stranger = other.add_member(server.env.create_user("eve"))
    elsewhere = other.create_text_channel("x")
    custom_id = buttons(drawn(first))["Reply"]["custom_id"]
    theirs = await stranger.slash(elsewhere, "ask", question=WHY)
    forged = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": custom_id}]}]
    there = Server.__new__(Server)
    there.env, there.channel = server.env, elsewhere
    refused = await there.crafted(stranger, theirs.response, custom_id, components=forged)
    assert refused.modal is None
    await StoredPeople(database).forget(server.ann.id)
    gone = await press(server, first, "Reply", server.ben)
    assert gone.modal is None
    assert "not kept any more" in text(gone.response)


async def test_conversations_are_in_the_history_and_go_on_from_there(server: Server) -> None:
    await ask(server)
    listed = await server.ann.slash(server.channel, "history")
    await press(server, listed.response, "Conversations")
    assert "Your conversations" in text(listed.response)
    chosen = next(iter(study.options(listed.response)))
    again = await server.ann.select(listed.response, values=[chosen], custom_id="lemma:talk:show")
    assert "turning around twice" in text(again.response)
    answered = await reply(server, again.response, "and now?")
    assert answered.ephemeral


class TestHintsFirst:
    async def test_a_problem_gets_hints_and_an_idea_gets_an_answer(
        self, server: Server, database: Database, clock: Clock, model: Scripted
    ) -> None:
        await rule(server, database, clock, GuildSettings(hint_first=True))
        problem = await ask(server, "solve 2x + 3 = 11")
        assert problem.ephemeral
        assert "💡" in text(problem.response)
        assert "4" not in buttons(problem.response)
        story = await ask(server, "Ann has twelve apples and gives Ben some; how many are left?")
        assert "💡" in text(story.response)
        assert model.prompts == []
        idea = await ask(server)
        assert "turning around twice" in text(idea.response)
        assert "Explain ideas only" in model.prompts[-1].system

    async def test_in_an_exam_nothing_is_answered_not_even_from_a_form_that_was_open(
        self, server: Server, database: Database, clock: Clock, model: Scripted
    ) -> None:
        asked = await ask(server)
        thread = await open_thread(server, asked.response)
        form = await press(server, opening(thread), "Reply")
        await rule(server, database, clock, GuildSettings(exam=True))
        late = await send(server, form, "and what about minus one times minus two?")
        assert "💡" in text(late.response)
        idea = await ask(server)
        assert "only hints are given" in text(idea.response)
        assert len(model.prompts) == 1
        assert server.refusals()

    async def test_the_quota_holds_for_a_form_that_was_open(
        self, server: Server, database: Database, clock: Clock, model: Scripted, tutor: Tutor
    ) -> None:
        tutor.servers.clock = clock
        asked = await ask(server)
        thread = await open_thread(server, asked.response)
        form = await press(server, opening(thread), "Reply")
        await rule(server, database, clock, GuildSettings(quota=1))
        late = await send(server, form, "and now?")
        said = "\n".join(text(each) for each in (late.response, *late.followups) if each)
        assert "your 1 questions of today" in said
        assert len(model.prompts) == 1
        assert server.refusals()


class TestAModelThatIsWrong:
    @pytest.fixture
    def model(self) -> LanguageModel | None:
        return Scripted("Of course $2 + 2 = 5$.", "Because $2 + 2 = 4$, as everybody can count.", "$3 + 3 = 7$",
                        "$3 + 3 = 8$", "$3 + 3 = 9$")  # fmt: skip

    async def test_it_is_asked_again_and_what_stays_wrong_is_withheld(self, server: Server) -> None:
        asked = await ask(server, "what is addition?")
        assert "2 + 2 = 4" in text(asked.response)
        assert "2 + 2 = 5" not in text(asked.response)
        other = await ask(server, "what is addition good for?")
        assert "stayed wrong, so it is not shown" in text(other.response)
        assert "### No answer" in text(other.response)


class TestAModelThatIsDown:
    @pytest.fixture
    def model(self) -> LanguageModel | None:
        return Scripted(ModelUnavailableError(Message("The model is down.")), repeat=True)

    async def test_only_prose_is_missing(self, server: Server) -> None:
        asked = await ask(server)
        assert "The language model could not answer" in text(asked.response)
        assert "The model is down." in text(asked.response)
        decided = await ask(server, "2x + 3 = 11")
        assert "# x = 4" in text(decided.response)


class TestNoModel:
    @pytest.fixture
    def model(self) -> LanguageModel | None:
        return None

    async def test_it_is_told_plainly(self, server: Server) -> None:
        server.locales[server.ann.id] = "ko"
        asked = await ask(server)
        assert "연결된 언어 모델도 없습니다" in text(asked.response)
        assert "확인되지 않음" not in text(asked.response)


class TestAModelThatNeverEnds:
    @pytest.fixture
    def model(self) -> LanguageModel | None:
        return Scripted(Endless("and so on ", every=3600.0), repeat=True)

    async def test_cancel_stops_it_and_keeps_nothing(self, server: Server, tutor: Tutor, model: Scripted) -> None:
        asked = await ask(server)
        await server.env.advance_time(100)
        assert "The language model is writing" in text(asked.response)
        refused = await press(server, asked.response, "Cancel", server.ben)
        assert "Only the person who asked" in text(refused.response)
        await press(server, asked.response, "Cancel")
        assert "Cancelled" in text(asked.response)
        assert model.running == 0
        assert (await tutor.dialogues.page(study.asker(server.ann), 0)).talks == ()

    async def test_stop_writing_leaves_the_lesson(self, server: Server, model: Scripted) -> None:
        given = await server.ann.slash(server.channel, "explain", topic="fractions")
        await server.env.advance_time(100)
        await press(server, given.response, "Stop writing")
        assert "Worked example" in text(given.response)
        assert "Quick questions" in buttons(given.response)
        assert model.running == 0


async def test_cancel_after_a_restart_says_that_nobody_works_on_it(server: Server) -> None:
    asked = await ask(server)
    custom_id = f"lemma:talk:cancel:1:{server.ann.id}"
    forged = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": custom_id}]}]
    await server.crafted(server.ann, asked.response, custom_id, components=forged)
    assert "not being worked on any more" in text(asked.response)
