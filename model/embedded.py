"""llama.cpp on this machine, in a process of its own: its native code may crash and cost prose only."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing, asynccontextmanager, suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import structlog

from model import engine
from model.budget import room, room_beside
from model.chat import inert, messages, response_format, thinks
from model.failures import adapter_unknown, broken_off, failed, silent, too_long
from model.thinking import Splitter
from model.two_passes import two_passes
from tutor.errors import ModelError, ModelUnavailableError, PromptTooLongError
from tutor.ports import Finish, Thought
from tutor.types import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from model.engine import Engine
    from model.settings import EmbeddedSettings
    from tutor.ports import Piece, Prompt

log = structlog.get_logger(__name__)

CONNECT: Final = 5.0  # seconds


class Embedded:
    """Streams chats from an engine that it starts when needed, and again when it has crashed.

    A prompt whose engine dies before the first piece is tried once more on a new one.
    """

    def __init__(self, session: aiohttp.ClientSession, settings: EmbeddedSettings) -> None:
        self._session = session
        self._settings = settings
        self._engine: Engine | None = None
        self._starting = asyncio.Lock()

    @property
    def writer(self) -> Writer:
        adapter = self._settings.adapter.stem if self._settings.adapter else ""
        return Writer(self._settings.name, demonstration=self._settings.demonstration, adapter=adapter)

    @property
    def engine(self) -> Engine | None:
        """The process that answers now."""
        return self._engine

    async def check(self) -> None:
        await self._running()

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        twice = prompt.schema is not None and thinks(self._settings.name)
        whole = two_passes(self._once, prompt, self._settings.num_ctx) if twice else self._once(prompt)
        async with aclosing(whole) as pieces:
            async for piece in pieces:
                yield piece

    async def _once(self, prompt: Prompt) -> AsyncGenerator[Piece]:
        last = await self._running()
        answered = False
        try:
            async with aclosing(self._written(last, prompt)) as pieces:
                async for piece in pieces:
                    answered = True
                    yield piece
        except ModelUnavailableError:
            if answered or not await last.died():
                raise
        else:
            return
        async with aclosing(self._written(await self._running(), prompt)) as pieces:
            async for piece in pieces:
                yield piece

    async def close(self) -> None:
        """An engine that is just being started is waited for, and stopped too."""
        async with self._starting:
            if self._engine is not None:
                await self._engine.stop()

    async def _running(self) -> Engine:
        async with self._starting:
            if self._engine is not None and not self._engine.alive:
                log.warning("engine_ended", exit=self._engine.process.returncode)
                await self._engine.stop()
                self._engine = None
            if self._engine is None:
                self._engine = await engine.start(self._settings)
            return self._engine

    async def _written(self, running: Engine, prompt: Prompt) -> AsyncGenerator[Piece]:
        prompt, splitter = inert(prompt), Splitter()
        limit = await self._room(running, prompt)
        async with aclosing(self._chunks(running, prompt, limit)) as chunks:
            async for chunk in chunks:
                choice = chunk["choices"][0]
                delta = choice["delta"]
                if thought := delta.get("reasoning_content"):
                    yield Thought(thought)
                for piece in splitter.feed(delta.get("content") or ""):
                    yield piece
                if reason := choice["finish_reason"]:
                    for piece in splitter.finish():
                        yield piece
                    yield Finish(truncated=reason == "length")
                    return
        raise broken_off()

    async def _room(self, running: Engine, prompt: Prompt) -> int:
        """How much may be written; what may not fit by the estimate is counted by the engine, with its template."""
        if not running.context:
            settings = (await self._told(running, "/props"))["default_generation_settings"]
            running.context = min(settings["n_ctx"], self._settings.num_ctx)
        try:
            return room(prompt, running.context)
        except PromptTooLongError:
            templated = await self._told(running, "/apply-template", messages=messages(prompt))
            counted = await self._told(running, "/tokenize", content=templated["prompt"], add_special=True)
            return room_beside(len(counted["tokens"]), prompt, running.context)

    async def _told(self, running: Engine, path: str, **asked: Any) -> Any:  # noqa: ANN401 - what the engine says
        async with self._asking(running, path, asked) as response:
            return await response.json()

    async def _chunks(self, running: Engine, prompt: Prompt, limit: int) -> AsyncGenerator[dict[str, Any]]:
        """The chunks of one streamed chat; leaving it closes the connection, which frees the engine's slot."""
        asked = _request(prompt, limit) | self._adapter(prompt)
        async with self._asking(running, "/v1/chat/completions", asked) as response:
            async for line in response.content:
                if line.startswith(b"data: {"):
                    chunk = json.loads(line[len(b"data: ") :])
                    if "error" in chunk:
                        raise self._refused(json.dumps(chunk["error"]))
                    yield chunk

    @asynccontextmanager
    async def _asking(
        self, running: Engine, path: str, asked: dict[str, Any]
    ) -> AsyncGenerator[aiohttp.ClientResponse]:
        """An answer of the engine, being read; what goes wrong meanwhile is told as a sentence."""
        try:
            async with self._session.request(
                "POST" if asked else "GET",
                running.url + path,
                json=asked or None,
                headers={"Authorization": f"Bearer {running.key}"},
            ) as response:
                if response.status != HTTPStatus.OK:
                    raise self._refused(await response.text(errors="replace"))
                yield response
        except TimeoutError as error:
            raise silent(self._settings.timeout) from error
        except (aiohttp.ClientError, ConnectionError) as error:
            log.warning("engine_broke_off", error=repr(error))
            raise broken_off() from error

    def _adapter(self, prompt: Prompt) -> dict[str, Any]:
        """How strong each adapter is for this prompt; one that is not named is not used. Raises adapter_unknown."""
        files = engine.adapter_files(self._settings)
        if not files:
            return {}
        chosen = self._settings.adapter if prompt.adapter is None else self._settings.adapters.get(prompt.adapter)
        if chosen is None and prompt.adapter:
            raise adapter_unknown(prompt.adapter)
        return {"lora": [{"id": number, "scale": float(path == chosen)} for number, path in enumerate(files)]}

    def _refused(self, answer: str) -> ModelError:
        if "exceed_context_size_error" in answer:
            return too_long(self._settings.num_ctx)
        log.warning("engine_refused", answer=answer[:1000])
        return failed()


def _request(prompt: Prompt, limit: int) -> dict[str, Any]:
    request: dict[str, Any] = {
        "messages": messages(prompt),
        "stream": True,
        "max_tokens": limit,
        "temperature": prompt.temperature,
        "top_p": prompt.top_p,
    }
    if (wanted := response_format(prompt)) is not None:
        request["response_format"] = wanted
    return request


@asynccontextmanager
async def open_embedded(settings: EmbeddedSettings) -> AsyncGenerator[Embedded]:
    """The engine starts at once in the background, so that the first question finds it warm."""
    timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT, sock_read=settings.timeout)
    connector = aiohttp.TCPConnector(limit=0, force_close=True)  # the engine closes a connection after each stream
    async with aiohttp.ClientSession(timeout=timeout, connector=connector) as session:
        model = Embedded(session, settings)
        warming = asyncio.create_task(_warm(model))
        try:
            yield model
        finally:
            warming.cancel()
            with suppress(asyncio.CancelledError):
                await warming
            await model.close()


async def _warm(model: Embedded) -> None:
    with suppress(ModelError):  # told to whoever asks; the engine has logged it
        await model.check()
