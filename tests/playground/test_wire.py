"""Refusals and time as a bot meets them on the wire."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import pytest
from learning_bot import Again, LearningBot, layout
from playground_page import open_page, shown_text

from playground import seed
from playground.server import Playground, open_playground

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

Json = dict[str, Any]


async def raw(
    playground: Playground, method: str, path: str, body: object = None, *, token: str | None = None
) -> tuple[int, Json]:
    """A request without discord.py: status and body."""
    headers = {"Authorization": f"Bot {token or playground.token}"}
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, playground.api_base + path, json=body, headers=headers) as response,
    ):
        return response.status, await response.json() if response.status != 204 else {}


def code_of(body: Json) -> int:
    return int(body["code"])


class Rows(discord.ui.View):
    """A view that checks nothing itself, to send what discord.py lets through."""

    def __init__(self, *items: discord.ui.Item[Any]) -> None:
        super().__init__()
        for item in items:
            self.add_item(item)


def files(count: int, size: int = 1) -> list[discord.File]:
    return [discord.File(io.BytesIO(b"x" * size), f"{n}.txt") for n in range(count)]


def link_embed() -> discord.Embed:
    return discord.Embed(title="x", url="nonsense")


def with_fields(count: int, size: int) -> discord.Embed:
    embed = discord.Embed(title="x")
    for _ in range(count):
        embed.add_field(name="n", value="x" * size)
    return embed


def big_gallery() -> discord.ui.LayoutView:
    view = discord.ui.LayoutView()
    gallery: discord.ui.MediaGallery[Any] = discord.ui.MediaGallery()
    for item in [discord.MediaGalleryItem("https://example.org/a.png")] * 11:
        gallery._underlying.items.append(item)
    return view.add_item(gallery)


def missing_file() -> discord.ui.LayoutView:
    return discord.ui.LayoutView().add_item(discord.ui.File("attachment://gone.txt"))


def empty_container() -> discord.ui.LayoutView:
    return discord.ui.LayoutView().add_item(discord.ui.Container())


def buttons(*pairs: tuple[str, str]) -> Rows:
    return Rows(*(discord.ui.Button(label=label, custom_id=custom_id) for label, custom_id in pairs))


def long_select(count: int) -> Rows:
    select: discord.ui.Select[Any] = discord.ui.Select(custom_id="s")
    select._underlying.options = [discord.SelectOption(label=str(n)) for n in range(count)]
    return Rows(select)


MISTAKES: dict[str, tuple[Callable[[], Json], int, str]] = {
    "content_2001": (lambda: {"content": "x" * 2001}, 50035, "In content:"),
    "empty_message": (dict, 50006, "Cannot send an empty message"),
    "embed_desc_4097": (lambda: {"embed": discord.Embed(description="x" * 4097)}, 50035, "In embeds.0.description:"),
    "embed_title_257": (lambda: {"embed": discord.Embed(title="x" * 257)}, 50035, "In embeds.0.title:"),
    "embed_26_fields": (lambda: {"embed": with_fields(26, 1)}, 50035, "In embeds.0.fields:"),
    "embed_field_value_1025": (lambda: {"embed": with_fields(1, 1025)}, 50035, "In embeds.0.fields.0.value:"),
    "embeds_total_6001": (
        lambda: {"embeds": [discord.Embed(description="x" * 3001)] * 2},
        50035,
        "exceeds maximum size",
    ),
    "custom_id_101": (lambda: {"view": buttons(("b", "x" * 101))}, 50035, "In components.0.components.0.custom_id:"),
    "label_81": (lambda: {"view": buttons(("x" * 81, "b"))}, 50035, "In components.0.components.0.label:"),
    "dup_custom_id": (lambda: {"view": buttons(("a", "b"), ("c", "b"))}, 50035, "cannot be duplicated"),
    "select_26": (lambda: {"view": long_select(26)}, 50035, "In components.0.components.0.options:"),
    "select_no_options": (lambda: {"view": long_select(0)}, 50035, "In components.0.components.0.options:"),
    "v2_text_total_4001": (lambda: {"view": layout("x" * 4000, "y")}, 50035, "displayable text"),
    "v2_text_4001": (lambda: {"view": layout("x" * 4001)}, 50035, "In components.0.components.0.content:"),
    "v2_gallery_11": (lambda: {"view": big_gallery()}, 50035, "In components.0.items:"),
    "v2_attachment_missing": (lambda: {"view": missing_file()}, 50035, "referenced attachment was not found"),
    "v2_empty_container": (lambda: {"view": empty_container()}, 50035, "In components.0.components:"),
    "files_11": (lambda: {"files": files(11)}, 50035, "In attachments:"),
    "file_11mib": (lambda: {"file": files(1, 11 << 20)[0]}, 40005, "Request entity too large"),
    "bad_embed_url": (lambda: {"embed": link_embed()}, 50035, "In embeds.0.url:"),
}


@pytest.mark.parametrize("name", MISTAKES)
async def test_what_discord_py_lets_through_is_refused(name: str, playground: Playground, bot: LearningBot) -> None:
    make, code, place = MISTAKES[name]
    with pytest.raises(discord.HTTPException) as refused:
        await bot.get_partial_messageable(int(seed.STUDY)).send(**make())
    assert refused.value.code == code
    assert place in str(refused.value)


async def test_what_discord_takes_is_taken(playground: Playground, bot: LearningBot) -> None:
    embed = discord.Embed(title="a", description="b", url="https://example.org").set_image(url="attachment://0.txt")
    embed.set_footer(text="c").set_author(name="d").add_field(name="e", value="f")
    view = Rows(discord.ui.Button(label="go", url="https://example.org"), discord.ui.Button(emoji="🐑", custom_id="b"))
    sent = await bot.get_partial_messageable(int(seed.STUDY)).send("all", embed=embed, files=files(2), view=view)
    assert (sent.content, len(sent.embeds), len(sent.attachments)) == ("all", 1, 2)
    assert sent.embeds[0].image.url == sent.attachments[0].url
    kept = await sent.edit(content="less", attachments=sent.attachments[:1], embeds=[], view=None)
    assert (kept.content, kept.embeds, len(kept.attachments), kept.components) == ("less", [], 1, [])
    assert kept.edited_at
    assert await kept.attachments[0].read() == b"x"


async def test_v2_with_content_bad_modal_and_bad_choices_are_refused(playground: Playground, bot: LearningBot) -> None:
    """The rest of the planted mistakes, which need an interaction or which discord.py's types do not express."""
    path = f"/channels/{seed.STUDY}/messages"
    body = {"content": "x", "flags": 1 << 15, "components": [{"type": 10, "content": "y"}]}
    assert code_of((await raw(playground, "POST", path, body))[1]) == 50035
    async with open_page(playground.url, seed.ADA) as page:
        for title, label in (("x" * 46, "l"), ("t", "x" * 46)):
            callback = await self_answered(playground, page)
            field = {"type": 4, "custom_id": "t", "style": 1}
            modal = {"custom_id": "m", "title": title, "components": [{"type": 18, "label": label, "component": field}]}
            assert code_of((await raw(playground, "POST", callback, {"type": 9, "data": modal}))[1]) == 50035
    choice = {"name": "x" * 101, "value": "v"}
    for choices in ([{"name": str(n), "value": str(n)} for n in range(26)], [choice]):
        option = {"type": 3, "name": "o", "description": "d", "choices": choices}
        body = {"name": "c", "description": "d", "options": [option]}
        path = f"/applications/{seed.APPLICATION}/commands"
        assert code_of((await raw(playground, "PUT", path, [body]))[1]) == 50035


async def self_answered(playground: Playground, page: Any) -> str:  # noqa: ANN401
    """The callback path of an interaction that the bot leaves alone."""
    asked: list[Json] = []

    def take(event: object) -> None:
        asked.extend([event.payload] if hasattr(event, "payload") else [])

    playground.world.listen(take)
    await page.command("silent")
    await page.until(lambda: asked)
    return f"/interactions/{asked[-1]['id']}/{asked[-1]['token']}/callback"


async def test_second_acknowledgement_is_refused(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        callback = await self_answered(playground, page)
        first = await raw(playground, "POST", callback, {"type": 5})
        second = await raw(playground, "POST", callback, {"type": 4, "data": {"content": "again"}})
    assert first[0] == 204
    assert (second[0], code_of(second[1])) == (400, 40060)


async def test_an_answer_of_the_wrong_kind_or_token_is_refused(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        callback = await self_answered(playground, page)
        wrong_kind = await raw(playground, "POST", callback, {"type": 7, "data": {"content": "x"}})
        wrong_token = await raw(playground, "POST", callback.replace("/callback", "x/callback"), {"type": 5})
        early = callback.split("/")[3]
        before_ack = await raw(playground, "POST", f"/webhooks/{seed.APPLICATION}/{early}", {"content": "x"})
    assert (code_of(wrong_kind[1]), code_of(wrong_token[1]), code_of(before_ack[1])) == (50035, 10062, 10015)


async def test_never_answered_says_so_and_harms_nothing(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        nonce = await page.command("silent")
        failed = await page.told("interaction", nonce=nonce, state="failed")
        assert failed["reason"] == "The application did not respond"
        await page.command("solve", problem="after")
        await page.message(lambda one: "solution of after" in shown_text(one))


async def test_late_acknowledgement_is_unknown_to_discord(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        nonce = await page.command("late", seconds=1.0)
        await page.told("interaction", nonce=nonce, state="failed")
        await asyncio.wait_for(bot.was_refused.wait(), 5)
        assert bot.refused == [10062]
        assert all(not one.get("loading") for one in page.messages.values())


async def test_token_ends_and_takes_thinking_with_it(
    tmp_path: Path, connect: Callable[..., AbstractAsyncContextManager[LearningBot]]
) -> None:
    async with (
        open_playground(tmp_path, 0, token_life=0.5) as playground,
        connect(playground),
        open_page(playground.url, seed.ADA) as page,
    ):
        nonce = await page.command("ponder")
        thinking = await page.message(lambda one: one.get("loading"))
        await page.told("message_gone", id=thinking["id"])
        await page.told("interaction", nonce=nonce, state="failed")
        callback = next(one.path for one in playground.log if one.path.endswith("/callback"))
        webhook = f"/webhooks/{seed.APPLICATION}/{callback.split('/')[3]}"
        status, body = await raw(playground, "PATCH", webhook + "/messages/@original", {"content": "x"})
    assert (status, code_of(body)) == (401, 50027)


async def test_thinking_can_be_answered_after_a_restart_while_its_token_lives(
    tmp_path: Path, connect: Callable[..., AbstractAsyncContextManager[LearningBot]]
) -> None:
    async with open_playground(tmp_path, 0) as playground, connect(playground):
        async with open_page(playground.url, seed.ADA) as page:
            for _ in range(2):
                await page.command("ponder")
            await page.until(lambda: sum("loading" in one for one in page.messages.values()) == 2)
        callback = next(one.path for one in playground.log if one.path.endswith("/callback"))
    original = f"/webhooks/{seed.APPLICATION}/{callback.split('/')[3]}/messages/@original"
    async with open_playground(tmp_path, 0) as playground, open_page(playground.url, seed.ADA) as page:
        assert (await raw(playground, "PATCH", original, {"content": "at last"}))[0] == 200
        await page.message(lambda one: one["content"] == "at last")
        assert [one["id"] for one in page.messages.values() if one.get("loading")]
    async with open_playground(tmp_path, 0, token_life=0) as playground, open_page(playground.url, seed.ADA) as page:
        assert [one["id"] for one in page.messages.values() if one.get("loading")] == []
        assert any(one["content"] == "at last" for one in page.messages.values())


async def test_first_follow_up_takes_the_place_of_thinking(playground: Playground, bot: LearningBot) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        await page.command("ponder")
        thinking = await page.message(lambda one: one.get("loading"))
        callback = next(one.path for one in playground.log if one.path.endswith("/callback"))
        webhook = f"/webhooks/{seed.APPLICATION}/{callback.split('/')[3]}"
        await raw(playground, "POST", webhook, {"content": "done"})
        done = await page.message(lambda one: one["content"] == "done")
        assert done["id"] == thinking["id"]
        assert done["flags"] & 64  # ephemeral, as it was deferred
        status, body = await raw(playground, "GET", webhook + "/messages/@original")
        assert (status, body["content"]) == (200, "done")
        assert "ephemeral_for" not in body
        assert (await raw(playground, "DELETE", webhook + "/messages/@original"))[0] == 204
        await page.told("message_gone", id=thinking["id"])
        status, body = await raw(playground, "PATCH", webhook + "/messages/@original", {"content": "x"})
        assert code_of(body) == 10008


async def test_strangers_and_unknown_paths_are_refused_in_discords_words(playground: Playground) -> None:
    status, body = await raw(playground, "GET", "/users/@me", token="wrong")  # noqa: S106
    assert (status, body["message"]) == (401, "401: Unauthorized")
    status, body = await raw(playground, "GET", "/nothing/here")
    assert (status, body) == (404, {"message": "404: Not Found", "code": 0})
    unknown = {
        "/channels/1": 10003,
        "/guilds/1": 10004,
        f"/guilds/{seed.GUILD}/members/1": 10007,
        "/users/1": 10013,
        f"/applications/{seed.APPLICATION}/commands/1": 10063,
        "/applications/1/commands": 10002,
        f"/guilds/{seed.GUILD}/members": 50001,
    }
    for path, code in unknown.items():
        assert code_of((await raw(playground, "GET", path))[1]) == code


async def test_responses_carry_the_exact_headers_that_clients_compare(playground: Playground) -> None:
    headers = {"Authorization": f"Bot {playground.token}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        async with session.get(playground.api_base + "/users/@me") as response:
            assert response.headers["Content-Type"] == "application/json"
        async with session.post(playground.api_base + f"/channels/{seed.STUDY}/messages", data=b"{") as response:
            assert (response.status, (await response.json())["code"]) == (400, 50109)
        status = 200
        while status == 200:
            async with session.get(playground.api_base + "/users/@me") as response:
                status, body, via = response.status, await response.json(), response.headers.get("Via")
        assert status == 429
        assert via
        assert 0 < body["retry_after"] <= 1.1


async def test_same_nonce_sends_once(playground: Playground, bot: LearningBot) -> None:
    study = bot.get_partial_messageable(int(seed.STUDY))
    first = await study.send("daily", nonce="2026-11-23")
    second = await study.send("daily", nonce="2026-11-23")
    assert first.id == second.id


async def test_persistent_button_works_after_bot_and_playground_restart(
    tmp_path: Path, connect: Callable[..., AbstractAsyncContextManager[LearningBot]]
) -> None:
    async with open_playground(tmp_path, 0) as playground, connect(playground) as bot:
        sent = await bot.get_partial_messageable(int(seed.STUDY)).send(
            view=layout("press me", buttons=(("Again (3)", "again:3"),))
        )
    async with (
        open_playground(tmp_path, 0) as playground,
        connect(playground) as bot,
        open_page(playground.url, seed.MINJUN) as page,
    ):
        assert Again in bot._connection._view_store._dynamic_items.values()
        await page.click(page.messages[str(sent.id)], "again:3")
        await page.message(lambda one: "pressed 3" in shown_text(one) and one["id"] == str(sent.id))
