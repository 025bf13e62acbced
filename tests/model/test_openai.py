"""The /v1 client against servers of different dialects and servers that misbehave, on real sockets."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing, asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from model.openai_server import open_openai
from model.settings import OpenAISettings
from tutor.errors import ModelUnavailableError, PromptTooLongError, TooBusyError
from tutor.ports import Finish, Prompt, Text, Thought

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from model.openai_server import OpenAIModel
    from tutor.ports import LanguageModel, Piece

PROMPT = Prompt("You are a tutor.", "What is 2 + 3?", max_tokens=64)
Chat = "Callable[[web.StreamResponse], Awaitable[None]]"


class Server:
    """The two routes as a test wants them; `asked` holds the chats."""

    def __init__(self, chat: Chat, *, status: int = 200, body: object = None, models: tuple[str, ...] = ("m",)) -> None:
        self._chat = chat
        self._status = status
        self._body = body
        self._models = models
        self.asked: list[dict[str, Any]] = []
        self.gone = asyncio.Event()

    async def models(self, _request: web.Request) -> web.StreamResponse:
        data = [{"id": name, "object": "model", "created": 0, "owned_by": "me"} for name in self._models]
        return web.json_response({"object": "list", "data": data})

    async def chat(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(await request.json())
        if self._status != 200:
            return web.json_response(self._body, status=self._status)
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        try:
            await self._chat(response)
        except (asyncio.CancelledError, ConnectionError):
            self.gone.set()
            raise
        return response


@asynccontextmanager
async def serving(server: Server, **settings: object) -> AsyncGenerator[OpenAIModel]:
    app = web.Application()
    app.add_routes([web.get("/v1/models", server.models), web.post("/v1/chat/completions", server.chat)])
    async with TestServer(app) as running:
        given = {"name": "m", "host": str(running.make_url("/v1")), **settings}
        async with open_openai(OpenAISettings.model_validate(given)) as model:
            yield model


def event(content: str | None = None, *, reason: str | None = None, **delta: object) -> bytes:
    choice = {"index": 0, "delta": {"role": "assistant", "content": content, **delta}, "finish_reason": reason}
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}
    return b"data: " + json.dumps(chunk).encode() + b"\n\n"


def usage(prompt: int, written: int) -> bytes:
    counts = {"prompt_tokens": prompt, "completion_tokens": written, "total_tokens": prompt + written}
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [], "usage": counts}
    return b"data: " + json.dumps(chunk).encode() + b"\n\n"


END, DONE = event(reason="stop"), b"data: [DONE]\n\n"


def sending(*parts: bytes) -> Chat:
    async def chat(response: web.StreamResponse) -> None:
        for part in parts:
            await response.write(part)

    return chat


async def read(model: LanguageModel, prompt: Prompt = PROMPT) -> list[Piece]:
    async with asyncio.timeout(10):
        return [piece async for piece in model.stream(prompt)]


async def test_what_is_asked_for_goes_with_the_request() -> None:
    server = Server(sending(event("5"), END, DONE))
    async with serving(server, adapter="algebra") as model:
        await read(model, Prompt("", "2 + 3", max_tokens=7, temperature=0.6, schema={"type": "integer"}))

    (asked,) = server.asked
    assert asked["model"] == "algebra", "an adapter is a model name on such servers"
    assert (asked["max_tokens"], asked["temperature"], asked["stream"]) == (7, 0.6, True)
    assert asked["response_format"]["json_schema"]["schema"] == {"type": "integer"}
    assert [message["role"] for message in asked["messages"]] == ["user"]


@pytest.mark.parametrize(
    "parts",
    [
        (event(reasoning_content="2 and 3"), event("5"), END, usage(20, 5), DONE),
        (event(None, reasoning="2 and 3"), event("5"), END, DONE),
        (event("<thi"), event("nk>2 and 3</th"), event("ink>5"), END, DONE),
        (event("<think>2 and 3</think>5"), event(reason="stop")),
    ],
    ids=["reasoning_content", "reasoning", "tags cut anywhere", "no [DONE]"],
)
async def test_thinking_is_kept_apart_in_every_dialect(parts: tuple[bytes, ...]) -> None:
    async with serving(Server(sending(*parts))) as model:
        pieces = await read(model)

    assert "".join(p.text for p in pieces if isinstance(p, Thought)) == "2 and 3"
    assert "".join(p.text for p in pieces if isinstance(p, Text)) == "5"
    assert pieces[-1] == Finish(truncated=False)


async def test_an_answer_is_not_held_back_where_the_server_keeps_the_thinking_apart() -> None:
    parts = (event(None, reasoning_content="hm"), event("x"), event(" = 5"), END, DONE)
    async with serving(Server(sending(*parts)), name="phi4-mini-reasoning") as model:
        assert await read(model) == [Thought("hm"), Text("x"), Text(" = 5"), Finish(truncated=False)]


async def test_a_reasoning_model_thinks_before_it_fills_a_schema() -> None:
    server = Server(sending(event("<think>2 and 3</think>5"), END, DONE))
    async with serving(server, name="phi4-mini-reasoning") as model:
        pieces = await read(model, Prompt("", "2 + 3", max_tokens=7, schema={"type": "integer"}))
    assert ["response_format" in asked for asked in server.asked] == [False, True]
    assert "".join(p.text for p in pieces if isinstance(p, Text)) == "5"
    assert [type(piece) for piece in pieces].count(Finish) == 1


async def test_a_text_stopped_at_its_limit_is_flagged() -> None:
    async with serving(Server(sending(event("5 and"), event(reason="length"), DONE))) as model:
        assert (await read(model))[-1] == Finish(truncated=True)


async def test_a_prompt_that_does_not_fit_is_not_sent() -> None:
    server = Server(sending(END))
    async with serving(server, num_ctx=512) as model:
        with pytest.raises(PromptTooLongError, match="512 tokens"):
            await read(model, Prompt("", "seven times eight " * 400, max_tokens=300))
    assert server.asked == []


async def test_a_server_that_dropped_part_of_the_prompt_is_found_out() -> None:
    long = Prompt("", "x " * 1300, max_tokens=64)
    async with serving(Server(sending(event("5"), END, usage(1026, 5), DONE)), num_ctx=2048) as model:
        with pytest.raises(PromptTooLongError):
            await read(model, long)


REFUSALS = [
    (503, {"error": {"message": "busy", "code": 503}}, TooBusyError, "busy"),
    (429, {"error": {"message": "rate limited"}}, TooBusyError, "busy"),
    (401, {"error": {"message": "bad key"}}, ModelUnavailableError, "LEMMA_MODEL__API_KEY"),
    (404, {"error": {"message": "The model `m` does not exist"}}, ModelUnavailableError, "LEMMA_MODEL__NAME"),
    (404, {"detail": "Not Found"}, ModelUnavailableError, "answers nonsense"),
    (400, {"error": {"message": "This model's maximum context length is 4096 tokens."}}, PromptTooLongError, "8192"),
    (500, {"error": {"message": "CUDA out of memory"}}, ModelUnavailableError, "needs more memory"),
    (500, {"error": {"message": "oops"}}, ModelUnavailableError, "failed"),
]


@pytest.mark.parametrize(("status", "body", "error", "words"), REFUSALS)
async def test_a_refusal_is_one_clear_sentence(status: int, body: object, error: type[Exception], words: str) -> None:
    async with serving(Server(sending(), status=status, body=body)) as model:
        with pytest.raises(error, match=words):
            await read(model)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((event("5"),), "broke off"),
        ((), "broke off"),
        ((event("5"), b"data: {nonsense\n\n"), "nonsense"),
        ((event("5"), b'data: {"choices": [{"delta": 5}]}\n\n'), "nonsense"),
        ((event("5"), b'data: {"error": {"message": "worker died"}}\n\n'), "failed"),
    ],
    ids=["ends in the middle", "says nothing", "no JSON", "another shape", "an error after the beginning"],
)
async def test_a_stream_that_goes_wrong_is_one_clear_sentence(parts: tuple[bytes, ...], words: str) -> None:
    async with serving(Server(sending(*parts))) as model:
        with pytest.raises(ModelUnavailableError, match=words):
            await read(model)


async def test_a_server_that_is_not_there() -> None:
    settings = OpenAISettings(host=f"http://127.0.0.1:{unused_port()}/v1")
    async with open_openai(settings) as model:
        for call in (model.check(), read(model)):
            with pytest.raises(ModelUnavailableError, match="not running"):
                await call


@pytest.mark.parametrize("begun", [False, True])
async def test_a_server_that_hangs_is_given_up(*, begun: bool) -> None:
    async def hang(response: web.StreamResponse) -> None:
        if begun:
            await response.write(event("5"))
        await asyncio.sleep(60)

    async with serving(Server(hang), timeout=0.2) as model:
        with pytest.raises(ModelUnavailableError, match="said nothing"):
            await read(model)


async def test_leaving_the_stream_closes_the_connection() -> None:
    async def endless(response: web.StreamResponse) -> None:
        while True:
            await response.write(event("5"))
            await asyncio.sleep(0.01)

    server = Server(endless)
    async with serving(server) as model:
        async with aclosing(model.stream(PROMPT)) as pieces:
            await anext(pieces)
        async with asyncio.timeout(1):
            await server.gone.wait()


async def test_check_names_a_model_the_server_does_not_have() -> None:
    async with serving(Server(sending(), models=("a", "b"))) as model:
        with pytest.raises(ModelUnavailableError, match="does not have the model m"):
            await model.check()
    async with serving(Server(sending(), models=("only one",))) as model:
        await model.check()
