"""What every backend promises, on the real thing where there is one.

The small model cannot do mathematics; nothing here expects a right answer.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
import pytest_asyncio
from ollama_shim import NAME, open_shim
from pydantic import SecretStr

from model.embedded import open_embedded
from model.failures import too_long
from model.huggingface import open_huggingface
from model.ollama_server import open_ollama
from model.openai_server import open_openai
from model.scripted import Endless, Scripted, Turn
from model.settings import OllamaSettings, OpenAISettings
from tutor.errors import PromptTooLongError
from tutor.ports import Finish, Prompt, Text

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from model.embedded import Embedded
    from model.settings import EmbeddedSettings, HuggingFaceSettings
    from tutor.ports import LanguageModel, Piece

pytestmark = pytest.mark.asyncio(loop_scope="module")

SCHEMA = {
    "type": "object",
    "properties": {
        "steps": {"type": "array", "items": {"type": "string", "maxLength": 12}, "maxItems": 2},
        "answer": {"type": "integer"},
    },
    "required": ["steps", "answer"],
    "additionalProperties": False,
}
LONG = {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 9}, "minItems": 300, "maxItems": 300}
QUESTION = Prompt("You are a helpful tutor.", "What is 2 + 3?", max_tokens=12)
JSON_QUESTION = Prompt("Answer in JSON.", "What is 2 + 3?", max_tokens=96, schema=SCHEMA)
LONG_QUESTION = Prompt("Answer in JSON.", "List digits.", max_tokens=800, schema=LONG)


@dataclass(frozen=True)
class Backend:
    """A backend to be asked, and how many of its slots are writing now. Real ones ignore the script."""

    open: Callable[..., LanguageModel]
    busy: Callable[[], Any]


@asynccontextmanager
async def _scripted() -> AsyncGenerator[Backend]:
    opened: list[Scripted] = []

    def write(*turns: Turn) -> Scripted:
        opened.append(Scripted(*turns))
        return opened[-1]

    async def busy() -> int:
        return sum(model.running for model in opened)

    yield Backend(write, busy)


async def _busy_slots(model: Embedded) -> int:
    assert model.engine is not None
    headers = {"Authorization": f"Bearer {model.engine.key}"}
    async with aiohttp.ClientSession() as session, session.get(f"{model.engine.url}/slots", headers=headers) as answer:
        return sum(slot["is_processing"] for slot in await answer.json())


@asynccontextmanager
async def _embedded(settings: EmbeddedSettings) -> AsyncGenerator[Backend]:
    async with open_embedded(settings) as model:
        yield Backend(lambda *_: model, lambda: _busy_slots(model))


@asynccontextmanager
async def _ollama(settings: EmbeddedSettings) -> AsyncGenerator[Backend]:
    async with open_embedded(settings) as engine:
        await engine.check()
        assert engine.engine is not None
        async with (
            open_shim(engine.engine) as (_, address),
            open_ollama(OllamaSettings(name=NAME, host=address, num_ctx=1024)) as model,
        ):
            yield Backend(lambda *_: model, lambda: _busy_slots(engine))


@asynccontextmanager
async def _openai(settings: EmbeddedSettings) -> AsyncGenerator[Backend]:
    async with open_embedded(settings) as engine:
        await engine.check()
        assert engine.engine is not None
        address, key = f"{engine.engine.url}/v1", SecretStr(engine.engine.key)
        async with open_openai(OpenAISettings(name=NAME, host=address, api_key=key, num_ctx=1024)) as model:
            yield Backend(lambda *_: model, lambda: _busy_slots(engine))


@asynccontextmanager
async def _huggingface(settings: HuggingFaceSettings) -> AsyncGenerator[Backend]:
    async with open_huggingface(settings) as model:

        async def busy() -> int:
            assert model.process is not None
            return (await model.process.report())["writing"]

        yield Backend(lambda *_: model, busy)


BACKENDS = ["scripted", "embedded", "ollama", "openai", pytest.param("huggingface", marks=pytest.mark.hf)]


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=BACKENDS)
async def backend(request: pytest.FixtureRequest, embedded_settings: EmbeddedSettings) -> AsyncIterator[Backend]:
    openers: dict[str, Callable[[], AbstractAsyncContextManager[Backend]]] = {
        "scripted": _scripted,
        "embedded": lambda: _embedded(embedded_settings),
        "ollama": lambda: _ollama(embedded_settings),
        "openai": lambda: _openai(embedded_settings),
        "huggingface": lambda: _huggingface(request.getfixturevalue("huggingface_settings")),
    }
    async with openers[request.param]() as backend:
        yield backend


async def _pieces(model: LanguageModel, prompt: Prompt) -> list[Piece]:
    return [piece async for piece in model.stream(prompt)]


def _text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, Text))


async def test_check_returns_when_the_model_can_answer(backend: Backend) -> None:
    await backend.open("").check()


async def test_text_comes_in_pieces_and_finish_comes_last_and_once(backend: Backend) -> None:
    pieces = await _pieces(backend.open("Two and three are five."), QUESTION)

    assert [type(piece) for piece in pieces[:-1]] == [Text] * (len(pieces) - 1)
    assert len(pieces) > 2
    assert isinstance(pieces[-1], Finish)


async def test_json_keeps_to_its_schema(backend: Backend) -> None:
    pieces = await _pieces(backend.open('{"steps": ["2 + 3 = 5"], "answer": 5}'), JSON_QUESTION)

    read = json.loads(_text(pieces))
    assert set(read) == {"steps", "answer"}
    assert isinstance(read["answer"], int)
    assert len(read["steps"]) <= 2
    assert all(isinstance(step, str) and len(step) <= 12 for step in read["steps"])
    assert pieces[-1] == Finish(truncated=False)


async def test_a_text_stopped_at_its_limit_is_flagged(backend: Backend) -> None:
    model = backend.open(("[1, 2, 3", Finish(truncated=True)))

    pieces = await _pieces(model, Prompt("", "List digits.", max_tokens=8, schema=LONG))

    assert pieces[-1] == Finish(truncated=True)
    assert len(_text(pieces)) < 100


async def test_closing_the_stream_frees_the_slot_within_a_second(backend: Backend) -> None:
    model = backend.open(Endless("1, ", every=0.01))
    async with aclosing(model.stream(LONG_QUESTION)) as pieces:
        await anext(pieces)
        assert await backend.busy() == 1

    await _until_busy(backend, 0, within=1.0)


async def test_a_cancelled_reader_frees_the_slot_within_a_second(backend: Backend) -> None:
    model = backend.open(Endless("1, ", every=0.01))
    reader = asyncio.create_task(_pieces(model, LONG_QUESTION))
    await _until_busy(backend, 1, within=10.0)

    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader

    await _until_busy(backend, 0, within=1.0)


async def _until_busy(backend: Backend, slots: int, within: float) -> None:
    async with asyncio.timeout(within):
        while await backend.busy() != slots:  # noqa: ASYNC110 - the engine can only be asked
            await asyncio.sleep(0.02)


async def test_streams_run_side_by_side(backend: Backend) -> None:
    """Two at once, each whole, and the second begins before the first has ended."""
    text = '{"steps": ["2 + 3 = 5"], "answer": 5}'
    model = backend.open(text, text)
    order: list[int] = []

    async def read(number: int) -> str:
        pieces = []
        async for piece in model.stream(JSON_QUESTION):
            order.append(number)
            pieces.append(piece)
        return _text(pieces)

    first, second = await asyncio.gather(read(1), read(2))

    assert json.loads(first)
    assert json.loads(second)
    assert order.index(2) < len(order) - 1 - order[::-1].index(1)
    assert order.index(1) < len(order) - 1 - order[::-1].index(2)


async def test_a_prompt_that_does_not_fit_is_an_error_and_not_a_shorter_prompt(backend: Backend) -> None:
    model = backend.open(too_long(1024))

    with pytest.raises(PromptTooLongError, match="1024 tokens"):
        await _pieces(model, Prompt("", "seven times eight " * 400, max_tokens=300))

    await _until_busy(backend, 0, within=1.0)
