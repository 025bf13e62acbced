"""A real discord.py bot and a page, meeting in the playground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import discord
import pytest
from learning_bot import PNG, LearningBot, layout
from playground_page import open_page, shown_text, walk

from playground import seed

if TYPE_CHECKING:
    from playground.server import Playground


async def test_bot_logs_in_and_its_commands_reach_the_page(playground: Playground, bot: LearningBot) -> None:
    assert [guild.name for guild in bot.guilds] == ["Study server"]
    assert bot.application_id == int(seed.APPLICATION)
    async with open_page(playground.url, seed.MINJUN) as page:
        assert page.hello["bot_online"] is True
        solve = page.command_named("solve")
        assert solve["name_localizations"] == {"ko": "풀기"}
        assert solve["options"][0]["name_localizations"] == {"ko": "문제"}


async def test_the_first_message_says_what_to_type_in_both_languages(playground: Playground) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        first = next(iter(page.messages.values()))
        assert "/solve problem: 3x^2+4x+5=1" in first["content"]
        assert "명령어" in first["content"]


async def test_slash_command_thinks_then_becomes_a_layout(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        nonce = await page.command("solve", problem="x=1", level="beginner")
        answer = await page.message(lambda one: "solution of x=1" in shown_text(one))
        await page.told("interaction", nonce=nonce, state="answered")
        states = [one["state"] for one in page.seen if one["type"] == "interaction" and one["nonce"] == nonce]
        thinking = next(one["message"] for one in page.seen if one["type"] == "message")
    assert states == ["sent", "thinking", "answered"]
    assert thinking["loading"] is True
    assert thinking["id"] == answer["id"]
    assert "loading" not in answer
    assert answer["flags"] == 1 << 15
    assert answer["edited_timestamp"] is None
    assert answer["interaction_metadata"]["user"]["id"] == seed.ADA
    assert bot.heard == [("solve", "en-US", {"problem": "x=1", "level": "beginner"})]


async def test_the_viewers_language_reaches_bot_and_header(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.MINJUN) as korean, open_page(playground.url, seed.ADA) as english:
        await korean.command("solve", problem="y=2")
        seen = await korean.message(lambda one: "solution of y=2" in shown_text(one))
        other = await english.message(lambda one: "solution of y=2" in shown_text(one))
        assert (seen["interaction_name"], other["interaction_name"]) == ("풀기", "solve")
        await korean.send("locale", locale="en-US")
        await korean.message(lambda one: one.get("interaction_name") == "solve")
        await korean.command("solve", problem="y=3")
        await korean.message(lambda one: "solution of y=3" in shown_text(one))
    assert [locale for _, locale, _ in bot.heard] == ["ko", "en-US"]


async def test_ephemeral_messages_reach_only_their_viewer(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as ada, open_page(playground.url, seed.MINA) as mina:
        await ada.command("solve", problem="z")
        own = await ada.message(lambda one: "only for you" in shown_text(one))
        await ada.command("whisper")
        whispered = await ada.message(lambda one: one["content"] == "psst")
        await mina.message(lambda one: "solution of z" in shown_text(one))
        assert own["flags"] & 64
        assert own["type"] == 19
        assert own["id"] not in mina.messages
        assert whispered["id"] not in mina.messages
        await mina.send("dismiss", message_id=whispered["id"])
        await mina.told("error")
        await ada.send("dismiss", message_id=whispered["id"])
        await ada.told("message_gone", id=whispered["id"])
    async with open_page(playground.url, seed.ADA) as again:
        assert own["id"] in again.messages
        assert whispered["id"] not in again.messages


async def test_button_updates_its_message(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        await page.command("solve", problem="b")
        answer = await page.message(lambda one: "solution of b" in shown_text(one))
        nonce = await page.click(answer, "again:0")
        changed = await page.message(lambda one: "pressed 0" in shown_text(one))
        await page.told("interaction", nonce=nonce, state="answered")
    assert changed["id"] == answer["id"]
    assert changed["edited_timestamp"]


async def test_a_click_counts_though_an_edit_just_took_the_button_away(
    playground: Playground, bot: LearningBot
) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        await page.command("solve", problem="b")
        answer = await page.message(lambda one: "again:0" in str(one["components"]))
        await page.click(answer, "again:0")
        await page.message(lambda one: "pressed 0" in shown_text(one))
        await page.click(answer, "again:0")
        again = await page.click(answer, "report")
        await page.told("interaction", nonce=again, state="failed")
        gone = await page.send(
            "component",
            channel_id=page.study,
            message_id=answer["id"],
            custom_id="never",
            component_type=2,
        )
        error = await page.told("error", nonce=gone)
    assert "not there any more" in error["reason"]
    assert len([one for one in playground.log if one.path.endswith("/callback")]) == 3


async def test_disabled_button_and_unknown_message_are_refused(playground: Playground, bot: LearningBot) -> None:
    channel = bot.get_channel(int(seed.STUDY))
    assert isinstance(channel, discord.TextChannel)
    view = discord.ui.View()
    view.add_item(discord.ui.Button(label="no", custom_id="no", disabled=True))
    sent = await channel.send("look", view=view)
    async with open_page(playground.url, seed.ADA) as page:
        nonce = await page.click(page.messages[str(sent.id)], "no")
        assert "disabled" in (await page.told("error", nonce=nonce))["reason"]
        message = page.messages[str(sent.id)] | {"id": "1"}
        nonce = await page.click(message, "no")
        assert "does not exist" in (await page.told("error", nonce=nonce))["reason"]


async def test_select_passes_its_values_and_refuses_too_many(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        await page.command("topic")
        asked = await page.message(lambda one: one["content"] == "which?")
        for wrong in ([], ["algebra", "sets", "algebra"], ["geometry"]):
            nonce = await page.click(asked, "topics", wrong)
            await page.told("error", nonce=nonce)
        await page.click(asked, "topics", ["algebra", "sets"])
        await page.message(lambda one: one["content"] == "chosen algebra, sets")


async def test_modal_round_trip(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        nonce = await page.command("report")
        opened = await page.told("modal", nonce=nonce)
        assert opened["modal"]["title"] == "Report a mistake"

        async def submit(text: str) -> str:
            field = {"type": 4, "custom_id": "what", "value": text}
            return await page.send(
                "modal_submit",
                channel_id=page.study,
                modal_nonce=nonce,
                custom_id=opened["modal"]["custom_id"],
                components=[{"type": 18, "component": field}],
            )

        assert "Fill in" in (await page.told("error", nonce=await submit("")))["reason"]
        assert "at most 20" in (await page.told("error", nonce=await submit("x" * 21)))["reason"]
        await submit("the sign")
        await page.message(lambda one: one["content"] == "reported: the sign")
        never = await page.send(
            "modal_submit", channel_id=page.study, modal_nonce="other", custom_id="x", components=[]
        )
        assert "not open" in (await page.told("error", nonce=never))["reason"]


async def test_autocomplete_offers_choices(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        nonce = await page.send(
            "autocomplete",
            channel_id=page.study,
            command_id=page.command_named("lookup")["id"],
            options=[{"name": "word", "type": 3, "value": "su", "focused": True}],
        )
        offered = await page.told("choices", nonce=nonce)
    assert [choice["value"] for choice in offered["choices"]] == ["sua", "sub"]


async def test_context_menu_gives_the_bot_the_message(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        await page.send("say", channel_id=page.study, content="3x = 6")
        said = await page.message(lambda one: one["content"] == "3x = 6")
        await page.send(
            "command",
            channel_id=page.study,
            command_id=page.command_named("Solve this message")["id"],
            options=[],
            target_id=said["id"],
        )
        answer = await page.message(lambda one: one["content"] == "solving 3x = 6")
    assert (answer["type"], answer["interaction_name"]) == (23, "Solve this message")
    assert bot.messages.empty()  # the guilds intent alone brings no messages


async def test_subcommands_and_mentioned_people_arrive(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        await page.command("mydata show", whose=seed.MINJUN)
        answer = await page.message(lambda one: one["content"] == "data of 민준")
        assert answer["interaction_name"] == "mydata show"
        nonce = await page.send(
            "command", channel_id=page.study, command_id=page.command_named("mydata")["id"], options=[]
        )
        await page.told("error", nonce=nonce)


async def test_attachment_with_alt_text_is_served_to_who_has_the_link(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        await page.command("picture")
        message = await page.message(lambda one: one["attachments"])
    attachment = message["attachments"][0]
    assert (attachment["filename"], attachment["description"]) == ("plot.png", "a parabola")
    assert (attachment["width"], attachment["height"]) == (2, 3)
    media = walk(message["components"])[0]["items"][0]["media"]
    assert media["url"] == attachment["url"]
    async with aiohttp.ClientSession() as session:
        async with session.get(attachment["url"]) as response:
            assert await response.read() == PNG
        for other in (attachment["url"].split("?")[0], attachment["url"] + "0"):
            async with session.get(other) as response:
                assert response.status == 403


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, "Fill in problem"),
        ({"problem": "x" * 51}, "at most 50"),
        ({"problem": "x", "level": "expert"}, "not one of the choices"),
        ({"problem": "x", "colour": "red"}, "no option colour"),
    ],
)
async def test_options_are_checked_as_discords_client_does(
    playground: Playground, bot: LearningBot, values: dict[str, str], reason: str
) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        nonce = await page.command("solve", **values)
        assert reason in (await page.told("error", nonce=nonce))["reason"]
    assert bot.heard == []


async def test_reasons_are_in_the_viewers_language(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.MINJUN) as page:
        nonce = await page.command("solve")
        assert (await page.told("error", nonce=nonce))["reason"] == "problem 항목을 입력해 주십시오."


async def test_moderators_command_is_hidden_from_and_refused_to_learners(
    playground: Playground, bot: LearningBot
) -> None:
    async with open_page(playground.url, seed.MINA) as mina, open_page(playground.url, seed.ADA) as ada:
        settings = mina.command_named("settings")
        assert settings["id"] not in [one["id"] for one in ada.commands]
        nonce = await ada.send("command", channel_id=ada.study, command_id=settings["id"], options=[])
        assert "may not use" in (await ada.told("error", nonce=nonce))["reason"]
        await mina.command("settings")
        await mina.message(lambda one: one["content"] == "the settings")


async def test_moderators_channel_is_seen_by_the_moderator_alone(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.MINA) as mina, open_page(playground.url, seed.ADA) as ada:
        assert [one["name"] for one in mina.hello["guild"]["channels"]] == ["study", "moderators"]
        assert [one["name"] for one in ada.hello["guild"]["channels"]] == ["study"]
        await mina.send("say", channel_id=seed.MODERATORS, content="quiet please")
        await mina.message(lambda one: one["content"] == "quiet please")
        nonce = await ada.send("say", channel_id=seed.MODERATORS, content="let me in")
        await ada.told("error", nonce=nonce)
        assert all(one["channel_id"] == seed.STUDY for one in ada.messages.values())


async def test_bot_is_refused_where_it_may_not_go(playground: Playground, bot: LearningBot) -> None:
    moderators = bot.get_partial_messageable(int(seed.MODERATORS))
    study = bot.get_partial_messageable(int(seed.STUDY))
    with pytest.raises(discord.Forbidden) as hidden:
        await moderators.send("hello")
    with pytest.raises(discord.Forbidden) as foreign:
        await study.get_partial_message(int(seed.WELCOME)).edit(content="mine now")
    with pytest.raises(discord.Forbidden) as deleting:
        await study.get_partial_message(int(seed.WELCOME)).delete()
    with pytest.raises(discord.NotFound) as unknown:
        await study.fetch_message(1)
    assert [one.value.code for one in (hidden, foreign, deleting, unknown)] == [50001, 50005, 50013, 10008]


async def test_messages_threads_and_direct_messages_of_the_bot(playground: Playground, bot: LearningBot) -> None:
    channel = bot.get_channel(int(seed.STUDY))
    assert isinstance(channel, discord.TextChannel)
    sent = await channel.send(view=layout("daily problem"))
    thread = await sent.create_thread(name="Talk about it")
    await thread.send("first")
    user = await bot.fetch_user(int(seed.ADA))
    direct = await user.send("hello Ada")
    history = [message async for message in channel.history(limit=10)]
    assert [message.id for message in history] == [sent.id, int(seed.WELCOME)]
    assert history[1].content == ""  # written by somebody else: needs the message-content intent
    async with open_page(playground.url, seed.ADA) as ada, open_page(playground.url, seed.MINA) as mina:
        assert str(direct.id) in ada.messages
        assert str(direct.id) not in mina.messages
        assert "Talk about it" in [one["name"] for one in mina.hello["guild"]["channels"]]
        await sent.delete()
        await mina.told("message_gone", id=str(sent.id))


async def test_fetching_what_discord_py_fetches(playground: Playground, bot: LearningBot) -> None:
    guild = await bot.fetch_guild(int(seed.GUILD))
    member = await guild.fetch_member(int(seed.MINA))
    assert member.guild_permissions.manage_guild
    assert [one.name for one in await guild.fetch_channels()] == ["study", "moderators"]
    assert (await bot.application_info()).owner.name == "mina"
    synced = await bot.tree.fetch_commands()
    assert {command.name for command in synced} >= {"solve", "Solve this message"}
    assert await bot.tree.sync() == synced


async def test_a_burst_beyond_fifty_a_second_is_told_to_wait_and_arrives(
    playground: Playground, bot: LearningBot
) -> None:
    for _ in range(60):
        await bot.fetch_user(int(seed.ADA))
    statuses = [exchange.status for exchange in playground.log if exchange.path.startswith("/users/1")]
    assert statuses.count(200) == 60
    assert 429 in statuses


async def test_the_log_holds_requests_in_process_and_over_http(playground: Playground, bot: LearningBot) -> None:
    await bot.get_partial_messageable(int(seed.STUDY)).send("logged")
    last = list(playground.log)[-1]
    assert (last.method, last.path, last.status) == ("POST", f"/channels/{seed.STUDY}/messages", 200)
    assert isinstance(last.body, dict)
    assert last.body["allowed_mentions"] == {"parse": []}
    async with aiohttp.ClientSession() as session:
        url = playground.url.replace("/?", "/log?")
        async with session.get(url) as response:
            told = await response.json()
    assert told[-1]["body"] == last.body
    assert told[-1]["response"]["content"] == "logged"


async def test_page_and_bot_both_coming_back_find_everything(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        await page.command("solve", problem="kept")
        answer = await page.message(lambda one: "solution of kept" in shown_text(one))
        await page.leave()
    async with open_page(playground.url, seed.ADA) as page:
        assert "solution of kept" in shown_text(page.messages[answer["id"]])
