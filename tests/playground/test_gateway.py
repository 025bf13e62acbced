"""The gateway: what a session is told, and that it loses nothing when its connection goes."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import zlib
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import pytest
from playground_page import open_page, shown_text

from playground import seed
from playground.compression import compressor

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from learning_bot import LearningBot

    from playground.server import Playground

    Connect = Callable[..., AbstractAsyncContextManager[LearningBot]]

Json = dict[str, Any]


@asynccontextmanager
async def socket(playground: Playground) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A gateway connection without discord.py, greeted."""
    async with aiohttp.ClientSession() as session, session.ws_connect(playground.gateway) as opened:
        assert (await opened.receive_json())["op"] == 10
        yield opened


def identify(playground: Playground, **more: object) -> Json:
    return {"op": 2, "d": {"token": playground.token, "intents": 1, "properties": {}} | more}


async def close_code(opened: aiohttp.ClientWebSocketResponse) -> int | None:
    while (await opened.receive(5)).type is aiohttp.WSMsgType.TEXT:
        pass
    return opened.close_code


async def test_interaction_that_came_while_the_bot_was_away_arrives_on_resume(
    playground: Playground, bot: LearningBot
) -> None:
    async with open_page(playground.url, seed.ADA) as page:
        await playground.sessions.drop()
        await page.told("presence", bot_online=False)
        await page.command("solve", problem="meanwhile")
        await page.message(lambda one: "solution of meanwhile" in shown_text(one))
    await asyncio.wait_for(bot.resumed.wait(), 5)
    assert [exchange.path for exchange in playground.log].count("/users/@me") == 1  # it did not log in anew


async def test_unknown_session_is_told_to_identify_anew(playground: Playground) -> None:
    async with socket(playground) as opened:
        await opened.send_json({"op": 6, "d": {"token": playground.token, "session_id": "gone", "seq": 3}})
        assert await opened.receive_json() == {"op": 9, "d": False}
        await opened.send_json(identify(playground))
        assert (await opened.receive_json())["t"] == "READY"


async def test_resume_replays_exactly_what_was_missed(playground: Playground) -> None:
    async with socket(playground) as opened:
        await opened.send_json(identify(playground, intents=1 | 1 << 9))
        ready, guild = await opened.receive_json(), await opened.receive_json()
    assert (ready["s"], guild["s"], guild["t"]) == (1, 2, "GUILD_CREATE")
    playground.world.post(seed.STUDY, seed.ADA, {"content": "one"})
    playground.world.post(seed.STUDY, seed.ADA, {"content": "two"})
    async with socket(playground) as opened:
        session_id = ready["d"]["session_id"]
        await opened.send_json({"op": 6, "d": {"token": playground.token, "session_id": session_id, "seq": 3}})
        missed, resumed = await opened.receive_json(), await opened.receive_json()
    assert (missed["t"], missed["s"]) == ("MESSAGE_CREATE", 4)
    assert (resumed["t"], resumed["s"]) == ("RESUMED", 5)


async def test_two_shards_share_the_guild_and_direct_messages(playground: Playground, connect: Connect) -> None:
    async with connect(playground, shard_count=2) as bot, open_page(playground.url, seed.ADA) as page:
        assert sorted(bot.shards) == [0, 1]
        assert [guild.shard_id for guild in bot.guilds] == [(int(seed.GUILD) >> 22) % 2]
        await page.command("solve", problem="sharded")
        await page.message(lambda one: "solution of sharded" in shown_text(one))
        assert len(bot.heard) == 1


async def test_each_guild_belongs_to_one_shard(playground: Playground) -> None:
    guilds = []
    for number in range(2):
        async with socket(playground) as opened:
            await opened.send_json(identify(playground, shard=[number, 2]))
            guilds.append([guild["id"] for guild in (await opened.receive_json())["d"]["guilds"]])
    assert guilds[(int(seed.GUILD) >> 22) % 2] == [seed.GUILD]
    assert sorted(guilds) == [[], [seed.GUILD]]


async def test_messages_come_as_intents_allow_and_without_what_was_written(
    playground: Playground, connect: Connect
) -> None:
    intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    async with connect(playground, intents=intents) as bot, open_page(playground.url, seed.ADA) as page:
        await page.send("say", channel_id=page.study, content="not for bots")
        await page.send("say", channel_id=page.study, content=f"<@{seed.BOT}> for you")
        direct = playground.world.open_dm(seed.ADA)
        await page.send("say", channel_id=direct["id"], content="between us")
        heard = [await asyncio.wait_for(bot.messages.get(), 5) for _ in range(3)]
    assert [message.content for message in heard] == ["", f"<@{seed.BOT}> for you", "between us"]


async def test_privileged_intents_are_disallowed(playground: Playground, connect: Connect) -> None:
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with connect(playground, intents=discord.Intents.all()):
            pass


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"op": 2, "d": {"token": "wrong", "intents": 1}}, 4004),
        ({"op": 99}, 4001),
        ({"nonsense": True}, 4002),
        ({"op": 3, "d": {}}, 4003),
    ],
)
async def test_broken_protocol_closes_with_discords_code(playground: Playground, payload: Json, code: int) -> None:
    async with socket(playground) as opened:
        await opened.send_json(payload)
        assert await close_code(opened) == code


async def test_identifying_twice_or_as_an_impossible_shard_closes(playground: Playground) -> None:
    async with socket(playground) as opened:
        await opened.send_json(identify(playground, shard=[2, 2]))
        assert await close_code(opened) == 4010
    async with socket(playground) as opened:
        await opened.send_json(identify(playground))
        await opened.send_json(identify(playground))
        assert await close_code(opened) == 4005


async def test_heartbeat_before_identify_is_answered(playground: Playground) -> None:
    async with socket(playground) as opened:
        await opened.send_json({"op": 1, "d": None})
        assert (await opened.receive_json())["op"] == 11


def test_zlib_stream_flushes_each_message_in_one_context() -> None:
    pack, unpacked = compressor("zlib-stream"), zlib.decompressobj()
    assert pack is not None
    for number in range(3):
        packed = pack(json.dumps({"n": number}).encode())
        assert packed.endswith(b"\x00\x00\xff\xff")
        assert json.loads(unpacked.decompress(packed)) == {"n": number}


def test_zstd_stream_flushes_each_message_in_one_context() -> None:
    zstandard = importlib.import_module("zstandard")
    pack, unpacked = compressor("zstd-stream"), zstandard.ZstdDecompressor().decompressobj()
    assert pack is not None
    for number in range(3):
        assert json.loads(unpacked.decompress(pack(json.dumps({"n": number}).encode()))) == {"n": number}
