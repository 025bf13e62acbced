"""The Ollama client against servers that misbehave, on real sockets."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing, asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from model.budget import estimate
from model.ollama_server import open_ollama
from model.queue import Queued
from model.settings import OllamaSettings
from tutor.errors import ModelUnavailableError, PromptTooLongError, TooBusyError
from tutor.ports import Finish, Prompt, Text, Thought

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

    from model.ollama_server import OllamaModel
    from tutor.ports import LanguageModel, Piece

PROMPT = Prompt("You are a tutor.", "What is 2 + 3?", max_tokens=64)
SHOWN: dict[str, Any] = {"model_info": {"llama.context_length": 8192}, "capabilities": ["completion"], "template": ""}


class Server:
    """Ollama's two routes as a test wants them; `asked` holds the chats."""

    def __init__(self, chat: Callable[[web.StreamResponse], Awaitable[None]], shown: dict[str, Any] = SHOWN) -> None:
        self._chat = chat
        self._shown = shown
        self.asked: list[dict[str, Any]] = []
        self.gone = asyncio.Event()

    async def show(self, _request: web.Request) -> web.StreamResponse:
        return web.json_response(self._shown)

    async def chat(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(await request.json())
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            await self._chat(response)
        except (asyncio.CancelledError, ConnectionError):
            self.gone.set()
            raise
        return response


@asynccontextmanager
async def serving(server: Server, **settings: object) -> AsyncGenerator[OllamaModel]:
    settings.setdefault("name", "phi4-mini")
    app = web.Application()
    app.add_routes([web.post("/api/show", server.show), web.post("/api/chat", server.chat)])
    async with (
        TestServer(app) as running,
        open_ollama(OllamaSettings.model_validate({"host": str(running.make_url("/")), **settings})) as model,
    ):
        yield model


def line(content: str = "", **more: object) -> bytes:
    message: dict[str, object] = {"role": "assistant", "content": content}
    if "thinking" in more:
        message["thinking"] = more.pop("thinking")
    return json.dumps({"model": "m", "message": message, "done": False, **more}).encode() + b"\n"


def lines(*sent: bytes) -> Callable[[web.StreamResponse], Awaitable[None]]:
    async def chat(response: web.StreamResponse) -> None:
        for part in sent:
            await response.write(part)

    return chat


END = line(done=True, done_reason="stop", prompt_eval_count=20, eval_count=5)


async def read(model: LanguageModel, prompt: Prompt = PROMPT) -> list[Piece]:
    async with asyncio.timeout(10):
        return [piece async for piece in model.stream(prompt)]


async def test_num_ctx_and_the_limits_go_with_every_request() -> None:
    server = Server(lines(line("5"), END))
    async with serving(server, num_ctx=2048, name="phi4-mini") as model:
        await read(model)
        await read(model, Prompt("", "2 + 3", max_tokens=7, temperature=0.6, schema={"type": "integer"}))

    first, second = server.asked
    assert first["options"] == {"num_ctx": 2048, "num_predict": 64, "temperature": 0.0, "top_p": 1.0}
    assert [message["role"] for message in first["messages"]] == ["system", "user"]
    assert "format" not in first
    assert "think" not in first, "sent only to models that list it"
    assert second["options"] == {"num_ctx": 2048, "num_predict": 7, "temperature": 0.6, "top_p": 1.0}
    assert second["format"] == {"type": "integer"}
    assert [message["role"] for message in second["messages"]] == ["user"]


async def test_the_context_is_never_larger_than_the_model_has() -> None:
    server = Server(lines(END), {**SHOWN, "model_info": {"phi3.context_length": 4096}})
    async with serving(server, num_ctx=100_000) as model:
        await read(model)

    assert server.asked[0]["options"]["num_ctx"] == 4096


async def test_thinking_is_asked_of_models_that_list_it_and_kept_apart() -> None:
    chat = lines(line(thinking="2 and 3"), line("5"), END)
    server = Server(chat, {**SHOWN, "capabilities": ["completion", "thinking"]})
    async with serving(server) as model:
        assert await read(model) == [Thought("2 and 3"), Text("5"), Finish(truncated=False)]
        assert await read(model, Prompt("", "2 + 3", schema={"type": "integer"})) == [
            Thought("2 and 3"), Thought("5"), Thought("2 and 3"), Text("5"), Finish(truncated=False),
        ]  # fmt: skip

    assert [asked["think"] for asked in server.asked] == [True, True, False], "JSON is thought about first"
    assert ["format" in asked for asked in server.asked] == [False, False, True]
    assert "<notes>\n5\n</notes>" in server.asked[2]["messages"][-1]["content"]


async def test_bare_thinking_tags_are_kept_apart() -> None:
    async with serving(Server(lines(line("<th"), line("ink>hm</think>"), line("\n5"), END))) as model:
        assert await read(model) == [Thought("hm"), Text("5"), Finish(truncated=False)]


@pytest.mark.parametrize(
    ("name", "template"), [("phi4-mini-reasoning", ""), ("anything", "{{ .Prompt }}<|assistant|><think>\n")]
)
async def test_thinking_that_the_template_opened_is_kept_apart(name: str, template: str) -> None:
    server = Server(lines(line("2 and "), line("3</think>5"), END), {**SHOWN, "template": template})
    async with serving(server, name=name) as model:
        pieces = await read(model)

    assert "".join(piece.text for piece in pieces if isinstance(piece, Thought)) == "2 and 3"
    assert pieces[-2:] == [Text("5"), Finish(truncated=False)]


async def test_a_text_stopped_at_its_limit_is_flagged() -> None:
    async with serving(Server(lines(line("5"), line(done=True, done_reason="length")))) as model:
        assert await read(model) == [Text("5"), Finish(truncated=True)]


async def test_no_server_says_how_to_start_it() -> None:
    settings = OllamaSettings(host=f"http://127.0.0.1:{unused_port()}")
    async with open_ollama(settings) as model:
        with pytest.raises(ModelUnavailableError, match="ollama serve"):
            await read(model)
        with pytest.raises(ModelUnavailableError, match="ollama serve"):
            await model.check()


@pytest.mark.parametrize(
    ("status", "error", "kind", "says"),
    [
        (404, "model 'nope' not found", ModelUnavailableError, "ollama pull phi4-mini"),
        (404, "404 page not found", ModelUnavailableError, "should check that LEMMA_MODEL__HOST"),
        (503, "server busy, please try again. maximum pending requests exceeded", TooBusyError, "busy"),
        (429, "too many requests", TooBusyError, "busy"),
        (401, "unauthorized", ModelUnavailableError, "LEMMA_MODEL__API_KEY"),
        (500, "model requires more system memory (11.1 GiB) than is available", ModelUnavailableError, "more memory"),
        (500, "llama runner process has terminated", ModelUnavailableError, "in Lemma's log"),
        (400, "the input length exceeds the context length", PromptTooLongError, "8192 tokens"),
    ],
)
async def test_a_refusal_is_one_sentence_that_says_what_to_do(
    status: int, error: str, kind: type[Exception], says: str
) -> None:
    server = Server(lines(END))

    async def refuse(_request: web.Request) -> web.StreamResponse:
        return web.json_response({"error": error}, status=status)

    server.chat = refuse  # type: ignore[method-assign, assignment]
    async with serving(server) as model:
        with pytest.raises(kind, match=says):
            await read(model)


async def test_an_error_in_the_middle_with_status_200_is_an_error() -> None:
    async with serving(
        Server(lines(line("5"), b'{"error": "an error was encountered while running the model"}\n'))
    ) as m:
        with pytest.raises(ModelUnavailableError, match="failed"):
            await read(m)


@pytest.mark.parametrize(
    "garbage",
    [b"<html>502</html>\n", b"[1, 2]\n", b"7\n", b'{"message": 5}\n', b'{"done": "perhaps"}\n', b"\xff\xfe\n", b"\n"],
)
async def test_garbage_is_an_error(garbage: bytes) -> None:
    async with serving(Server(lines(line("5"), garbage))) as model:
        with pytest.raises(ModelUnavailableError, match="nonsense"):
            await read(model)


async def test_a_server_that_does_not_speak_http_is_an_error() -> None:
    async def greet(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"SSH-2.0-OpenSSH_9.2\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(greet, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with open_ollama(OllamaSettings(host=f"127.0.0.1:{port}")) as model:
            with pytest.raises(ModelUnavailableError, match="nonsense"):
                await model.check()


async def test_a_connection_cut_in_the_middle_is_an_error() -> None:
    async def cut(response: web.StreamResponse) -> None:
        await response.write(line("half an ans"))
        await asyncio.sleep(0.05)
        response._req.transport.abort()  # type: ignore[union-attr]

    async with serving(Server(cut)) as model:
        with pytest.raises(ModelUnavailableError, match="broke off"):
            await read(model)


async def test_a_stream_that_ends_without_its_last_line_is_an_error() -> None:
    async with serving(Server(lines(line("half an ans")))) as model:
        with pytest.raises(ModelUnavailableError, match="broke off"):
            await read(model)


@pytest.mark.parametrize("first", [b"", line("begun")], ids=["before the first piece", "in the middle"])
async def test_a_hanging_server_is_left_after_the_timeout(first: bytes) -> None:
    async def hang(response: web.StreamResponse) -> None:
        if first:
            await response.write(first)
        await asyncio.sleep(60)

    server = Server(hang)
    async with serving(server, timeout=0.2) as model:
        with pytest.raises(ModelUnavailableError, match="said nothing for"):
            await read(model)
        async with asyncio.timeout(1.0):
            await server.gone.wait()


async def test_a_server_that_drips_without_ever_completing_a_line_is_left() -> None:
    async def drip(response: web.StreamResponse) -> None:
        while True:
            await response.write(b" ")
            await asyncio.sleep(0.01)

    server = Server(drip)
    async with serving(server, timeout=5) as model:
        with pytest.raises(ModelUnavailableError, match="said nothing for"):
            await read(Queued(model, idle=0.2))
        async with asyncio.timeout(1.0):
            await server.gone.wait()


async def test_a_model_that_never_stops_is_left_and_its_server_told() -> None:
    async def endless(response: web.StreamResponse) -> None:
        while True:
            await response.write(line("and so on "))
            await asyncio.sleep(0.005)

    server = Server(endless)
    async with serving(server) as model:
        with pytest.raises(ModelUnavailableError, match="took longer than"):
            await read(Queued(model, deadline=0.3))
        async with asyncio.timeout(1.0):
            await server.gone.wait()


async def test_closing_the_stream_closes_the_connection() -> None:
    async def endless(response: web.StreamResponse) -> None:
        while True:
            await response.write(line("and so on "))
            await asyncio.sleep(0.005)

    server = Server(endless)
    async with serving(server) as model:
        async with aclosing(model.stream(PROMPT)) as pieces:
            await anext(pieces)
        async with asyncio.timeout(1.0):
            await server.gone.wait()


@pytest.mark.parametrize("user", ["seven times eight " * 1000, "7" * 5000, "칠곱하기팔은" * 300])
async def test_a_prompt_that_might_not_fit_is_not_sent(user: str) -> None:
    server = Server(lines(END))
    async with serving(server, num_ctx=4096) as model:
        with pytest.raises(PromptTooLongError, match="4096 tokens"):
            await read(model, Prompt("", user, max_tokens=1024))

    assert server.asked == []


async def test_what_may_be_written_is_what_the_context_has_left() -> None:
    server = Server(lines(END))
    user = "the " * 400
    async with serving(server, num_ctx=2048) as model:
        await read(model, Prompt("", user, max_tokens=4000))

    options = server.asked[0]["options"]
    assert 256 <= options["num_predict"] <= 2048 - estimate(user)


@pytest.mark.parametrize(
    ("counted", "written"), [(1026, 5), (2047, 1), (1900, 500)], ids=["half was kept", "all filled", "shifted"]
)
async def test_a_prompt_that_the_server_cut_after_all_is_an_error(counted: int, written: int) -> None:
    """Ollama answers 200 to a prompt it cut; its own counts give it away."""
    end = line(done=True, done_reason="stop", prompt_eval_count=counted, eval_count=written)
    server = Server(lines(line("5"), end))
    async with serving(server, num_ctx=2048) as model:
        with pytest.raises(PromptTooLongError):
            await read(model, Prompt("", "the " * 500, max_tokens=256))
        assert server.asked, "it was sent: by the estimate it fits"


async def test_the_key_is_sent_and_never_shown() -> None:
    seen: list[str | None] = []
    server = Server(lines(END))

    async def show(request: web.Request) -> web.StreamResponse:
        seen.append(request.headers.get("Authorization"))
        return web.json_response(SHOWN)

    server.show = show  # type: ignore[method-assign, assignment]
    async with serving(server, api_key="s3cret") as model:
        await model.check()

    assert seen == ["Bearer s3cret"]
    assert "s3cret" not in repr(OllamaSettings.model_validate({"api_key": "s3cret"}))


async def test_a_proxy_of_the_environment_is_not_asked_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{unused_port()}")
    monkeypatch.delenv("NO_PROXY", raising=False)
    async with serving(Server(lines(line("5"), END))) as model:
        assert await read(model) == [Text("5"), Finish(truncated=False)]
