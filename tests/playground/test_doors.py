"""Who may come in: loopback names and the secret only; and the process that serves."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import sys
from typing import TYPE_CHECKING

import aiohttp
import pytest

from playground import seed
from playground.keeping import InUseError
from playground.server import Playground, open_playground

if TYPE_CHECKING:
    from pathlib import Path


async def status(url: str, **headers: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as response:
        return response.status


async def test_page_needs_the_secret_and_then_a_cookie_carries_it(playground: Playground) -> None:
    for path in ("/", "/?key=wrong", "/live", "/log", "/page/index.html", "/attachments/1/a.png"):
        assert await status(playground.base + path) == 403
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        async with session.get(playground.url) as response:
            assert response.status == 200
            cookie = response.headers["Set-Cookie"]
            assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        async with session.get(playground.base + "/page/index.html") as response:
            assert response.status == 200
        async with session.ws_connect(f"{playground.base}/live?viewer={seed.ADA}") as live:
            assert (await live.receive_json())["type"] == "hello"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1.nip.io:8765"])
async def test_other_host_names_are_refused_everywhere(playground: Playground, host: str) -> None:
    for url in (playground.url, playground.api_base + "/users/@me", playground.base + "/gateway"):
        assert await status(url, Host=host) == 403


async def test_localhost_is_a_loopback_name(playground: Playground) -> None:
    assert await status(playground.url, Host=f"localhost:{playground.port}") == 200


async def test_live_socket_refuses_other_sites(playground: Playground) -> None:
    url = playground.url.replace("/?", "/live?") + f"&viewer={seed.ADA}"
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(url, origin="http://evil.example")
        assert refused.value.status == 403
        async with session.ws_connect(url, origin=playground.base) as live:
            assert (await live.receive_json())["type"] == "hello"


async def test_nonsense_on_the_live_socket_is_answered_not_fatal(playground: Playground) -> None:
    url = playground.url.replace("/?", "/live?") + f"&viewer={seed.ADA}"
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as live:
        hello = await live.receive_json()
        deep = json.dumps({"type": "autocomplete", "options": "text", "channel_id": seed.STUDY, "command_id": "1"})
        odd = json.dumps({"type": "component", "message_id": seed.WELCOME, "channel_id": seed.STUDY, "custom_id": []})
        assert hello["type"] == "hello"
        for text in ("{", "[]", '{"type":[]}', '{"type":"say"}', '{"type":"command","channel_id":1}', deep, odd):
            await live.send_str(text)
            assert (await live.receive_json())["type"] == "error"


async def test_a_taken_port_moves_to_the_next_free_one_and_says_so(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with open_playground(tmp_path, port) as playground:
            assert playground.port > port
            assert playground.moved_from == port
            assert await status(playground.url) == 200


async def test_secret_and_token_stay_the_same_between_runs(tmp_path: Path) -> None:
    async with open_playground(tmp_path, 0) as first:
        pass
    async with open_playground(tmp_path, 0) as second:
        assert (first.secret, first.token) == (second.secret, second.token)
    assert (tmp_path / "keys.json").stat().st_mode & 0o077 == 0
    assert first.secret not in repr(first)


async def test_two_playgrounds_do_not_share_a_world(tmp_path: Path) -> None:
    async with open_playground(tmp_path, 0):
        with pytest.raises(InUseError):
            async with open_playground(tmp_path, 0):
                pass


async def start(tmp_path: Path) -> tuple[asyncio.subprocess.Process, dict[str, object]]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "playground", "--data", str(tmp_path), "--port", "0"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), 20)
    return process, json.loads(line)


async def test_process_says_where_it_serves_and_ends_with_its_parent(tmp_path: Path) -> None:
    process, about = await start(tmp_path)
    assert set(about) == {"url", "api_base", "gateway", "token", "port", "moved_from"}
    assert await status(str(about["url"])) == 200
    assert process.stdin is not None
    process.stdin.close()
    assert await asyncio.wait_for(process.wait(), 10) == 0
    assert (tmp_path / "world.json").exists()


async def test_process_ends_on_sigterm(tmp_path: Path) -> None:
    process, _ = await start(tmp_path)
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 10) == 0
