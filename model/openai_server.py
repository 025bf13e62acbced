"""A model behind any server that speaks OpenAI's `/v1`, through the official client.

llama.cpp, vLLM, SGLang, LM Studio, `transformers serve` and Ollama's own `/v1` all do, each a little differently:
thinking comes as `reasoning_content`, as `reasoning` or in tags; usage counts may be missing.
"""

from __future__ import annotations

from contextlib import aclosing, asynccontextmanager, contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import httpx2
import openai
import structlog

from maths.message import Message
from model.budget import TEMPLATE, room, room_beside, was_cut
from model.chat import inert, messages, opening_of, response_format, thinks
from model.failures import broken_off, busy, failed_because, silent, too_long
from model.thinking import Splitter
from model.two_passes import two_passes
from tutor.errors import ModelError, ModelUnavailableError, PromptTooLongError, TooBusyError
from tutor.ports import Finish, Thought
from tutor.types import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator

    from model.settings import OpenAISettings
    from tutor.ports import Piece, Prompt

log = structlog.get_logger(__name__)

CONNECT: Final = 5.0  # seconds
NO_KEY: Final = "none"  # the client insists on a key; servers without one ignore it
_BUSY: Final = (HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS)
_THINKING: Final = ("reasoning_content", "reasoning")


class _Chunk(NamedTuple):
    """What one chunk says; the counts of tokens `read` and `written` come with the last, or never."""

    text: str
    thought: str
    ended: str | None
    read: int
    written: int


class OpenAIModel:
    """Streams chats. What does not fit in `num_ctx` by a safe estimate is refused, never sent.

    Some servers drop what does not fit without a word, so their own count is checked afterwards too.
    """

    def __init__(self, client: openai.AsyncOpenAI, settings: OpenAISettings) -> None:
        self._client = client
        self._settings = settings
        self._name = settings.served(None)

    @property
    def writer(self) -> Writer:
        return Writer(self._settings.name, adapter=self._settings.adapter or "")

    async def listed(self) -> list[str]:
        """The models the server has, by their names there."""
        with self._told_plainly():
            return [model.id async for model in self._client.models.list()]

    async def check(self) -> None:
        listed = await self.listed()
        if self._name not in listed and len(listed) > 1:
            raise _missing(self._name)  # a server of one model answers to every name

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        twice = prompt.schema is not None and thinks(self._settings.served(prompt.adapter))
        written = two_passes(self._written, prompt, self._settings.num_ctx) if twice else self._written(prompt)
        async with aclosing(written) as pieces:
            async for piece in pieces:
                yield piece

    async def _written(self, prompt: Prompt) -> AsyncGenerator[Piece]:
        prompt, context = inert(prompt), self._settings.num_ctx
        limit = await self._room(prompt)
        splitter = Splitter(opening_of(self._settings.served(prompt.adapter), prompt))
        ended: str | None = None
        async with aclosing(self._chunks(prompt, limit)) as chunks:
            async for chunk in chunks:
                if was_cut(prompt, context, chunk.read, chunk.written):
                    raise too_long(context)
                if chunk.thought:
                    yield Thought(chunk.thought)
                    for piece in splitter.apart():
                        yield piece
                for piece in splitter.feed(chunk.text):
                    yield piece
                ended = chunk.ended or ended
        if ended is None:
            raise broken_off()
        for piece in splitter.finish():
            yield piece
        yield Finish(truncated=ended == "length")

    async def _room(self, prompt: Prompt) -> int:
        """How much may be written; a prompt that may not fit is counted by the server's tokenizer if it has one."""
        context = self._settings.num_ctx
        try:
            return room(prompt, context)
        except PromptTooLongError:
            tokens = await self._counted(prompt)
            if tokens is None:
                raise
            return room_beside(TEMPLATE + tokens, prompt, context)

    async def _counted(self, prompt: Prompt) -> int | None:
        """Tokens of a prompt without its template, as `/tokenize` of llama.cpp and vLLM tells; None elsewhere."""
        text = f"{prompt.system}\n{prompt.user}"
        address = self._settings.host.rstrip("/").removesuffix("/v1") + "/tokenize"
        asked = {"model": self._settings.served(prompt.adapter), "content": text, "prompt": text, "add_special": True}
        try:
            told: Any = await self._client.post(address, cast_to=object, body=asked)
        except (openai.APIError, httpx2.HTTPError, ConnectionError, ValueError) as error:
            log.info("tokens_not_counted", host=self._settings.host, error=repr(error)[:200])
            return None
        tokens = told.get("tokens") if isinstance(told, dict) else None
        return len(tokens) if isinstance(tokens, list) else None

    async def _chunks(self, prompt: Prompt, limit: int) -> AsyncGenerator[_Chunk]:
        """The chunks of one streamed chat; leaving it closes the connection, which frees the server's slot."""
        asked: dict[str, Any] = {
            "model": self._settings.served(prompt.adapter),
            "messages": messages(prompt),
            "max_tokens": limit,
            "temperature": prompt.temperature,
            "top_p": prompt.top_p,
            "stream": True,
            "stream_options": {"include_usage": True},
        }
        if (wanted := response_format(prompt)) is not None:
            asked["response_format"] = wanted
        with self._told_plainly(asked["model"]):
            stream: Any = await self._client.chat.completions.create(**asked)
            async with stream:
                async for chunk in stream:
                    yield _read(chunk)

    @contextmanager
    def _told_plainly(self, name: str = "") -> Iterator[None]:
        """Turn what the client raises into sentences, and log what the operator needs to know."""
        host = self._settings.host
        try:
            yield
        except openai.APIConnectionError as error:
            log.warning("model_server_unreachable", host=host, error=repr(error.__cause__ or error))
            raise self._unreachable(error) from error
        except openai.APIError as error:
            log.warning("model_server_refused", host=host, error=str(error)[:1000])
            raise self._refused(error, name or self._name) from error
        except (httpx2.HTTPError, ConnectionError) as error:
            log.warning("model_server_broke_off", host=host, error=repr(error))
            raise (silent(self._settings.timeout) if _timed_out(error) else broken_off()) from error
        except (ValueError, AttributeError, TypeError) as error:
            log.warning("model_server_nonsense", host=host, error=repr(error)[:1000])
            raise _nonsense() from error

    def _unreachable(self, error: openai.APIConnectionError) -> ModelError:
        if isinstance(error, openai.APITimeoutError) and not isinstance(error.__cause__, httpx2.ConnectTimeout):
            return silent(self._settings.timeout)
        return ModelUnavailableError(
            Message(
                "The model server is not running. Whoever runs Lemma should start it, or check LEMMA_MODEL__HOST "
                "(with its /v1 at the end)."
            )
        )

    def _refused(self, error: openai.APIError, name: str) -> ModelError | TooBusyError:
        status = error.status_code if isinstance(error, openai.APIStatusError) else None
        reason = f"{error.message} {error.body}".lower()
        match status:
            case _ if status in _BUSY:
                return busy(error.response.headers if isinstance(error, openai.APIStatusError) else {})
            case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN:
                return ModelUnavailableError(
                    Message(
                        "The model server refuses Lemma's key. Whoever runs Lemma should check LEMMA_MODEL__API_KEY."
                    )
                )
            case HTTPStatus.NOT_FOUND:
                return _missing(name) if "model" in reason else _nonsense()
            case _ if "context" in reason and ("exceed" in reason or "length" in reason or "maximum" in reason):
                return too_long(self._settings.num_ctx)
            case _:
                return failed_because(reason, name)


def _read(chunk: Any) -> _Chunk:  # noqa: ANN401 - the client does not check what it declares
    usage = chunk.usage
    counts = (usage.prompt_tokens or 0, usage.completion_tokens or 0) if usage else (0, 0)
    if not chunk.choices:
        return _Chunk("", "", None, *counts)
    choice = chunk.choices[0]
    thoughts = ((choice.delta.model_extra or {}).get(field) for field in _THINKING)
    thought = next((text for text in thoughts if isinstance(text, str) and text), "")
    return _Chunk("" + (choice.delta.content or ""), thought, choice.finish_reason, *counts)


def _timed_out(error: Exception) -> bool:
    return isinstance(error, httpx2.TimeoutException)


def _missing(name: str) -> ModelUnavailableError:
    return ModelUnavailableError(
        Message(
            "The model server does not have the model {name}. Whoever runs Lemma should check LEMMA_MODEL__NAME.",
            name=name,
        )
    )


def _nonsense() -> ModelUnavailableError:
    return ModelUnavailableError(
        Message(
            "The model server answers nonsense. Whoever runs Lemma should check that LEMMA_MODEL__HOST is the /v1 "
            "address of an OpenAI-compatible server."
        )
    )


@asynccontextmanager
async def open_openai(settings: OpenAISettings) -> AsyncGenerator[OpenAIModel]:
    """A client for one server; nothing is asked of it before the first prompt."""
    key = settings.api_key.get_secret_value() if settings.api_key else NO_KEY
    client = openai.AsyncOpenAI(
        api_key=key,
        base_url=settings.host,
        timeout=httpx2.Timeout(settings.timeout, connect=min(CONNECT, settings.timeout)),
        max_retries=0,  # another server, or the queue, is a better second try than the same server at once
    )
    async with client:
        yield OpenAIModel(client, settings)
