"""A model behind an Ollama server, through the official client."""

from __future__ import annotations

import ipaddress
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import httpx
import ollama
import structlog

from maths.message import Message
from model.budget import room, was_cut
from model.chat import inert, messages, opening_of, thinks
from model.failures import broken_off, busy, failed_because, silent, too_long
from model.thinking import Opening, Splitter
from model.two_passes import two_passes
from tutor.errors import ModelError, ModelUnavailableError, TooBusyError
from tutor.ports import Finish, Thought
from tutor.types import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator

    from model.settings import OllamaSettings
    from tutor.ports import Piece, Prompt

log = structlog.get_logger(__name__)

CONNECT: Final = 5.0  # seconds


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the server says of the model; the defaults where it does not say."""

    context: int | None = None
    thinks: bool = False
    opening: Opening | None = None


class OllamaModel:
    """Streams chats. `num_ctx` goes with every request, and nothing is sent that might not fit in it.

    Ollama drops what does not fit without a word, so prompts are measured before (by a safe estimate) and
    the server's own count is checked after.
    """

    def __init__(self, client: ollama.AsyncClient, settings: OllamaSettings) -> None:
        self._client = client
        self._settings = settings
        self._name = settings.served(None)
        self._facts: dict[str, _Facts] = {}

    @property
    def writer(self) -> Writer:
        return Writer(self._settings.name, adapter=self._settings.adapter or "")

    async def check(self) -> None:
        await self._show(self._name)

    async def listed(self) -> list[str]:
        """The models the server has, by their names there."""
        with self._told_plainly():
            return [model.model for model in (await self._client.list()).models if model.model]

    async def footprint(self) -> int | None:
        """Bytes the server says the model takes; None while it is not loaded."""
        with self._told_plainly():
            running = (await self._client.ps()).models
        return next((model.size for model in running if self._name in (model.model, model.name)), None)

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        name = self._settings.served(prompt.adapter)
        if name not in self._facts:
            self._facts[name] = _read_facts(await self._show(name))
        facts = self._facts[name]
        context = min(self._settings.num_ctx, facts.context or self._settings.num_ctx)
        twice = prompt.schema is not None and (facts.thinks or facts.opening is not None or thinks(name))

        def one(part: Prompt) -> AsyncGenerator[Piece]:
            return self._written(part, facts, context)

        async with aclosing(two_passes(one, prompt, context) if twice else one(prompt)) as pieces:
            async for piece in pieces:
                yield piece

    async def _written(self, prompt: Prompt, facts: _Facts, context: int) -> AsyncGenerator[Piece]:
        prompt = inert(prompt)
        limit = room(prompt, context)
        splitter = Splitter(self._opening(prompt, facts))
        async with aclosing(self._chat(prompt, context, limit, thinks=facts.thinks)) as parts:
            async for part in parts:
                if part.message.thinking:
                    yield Thought(part.message.thinking)
                    for piece in splitter.apart():
                        yield piece
                for piece in splitter.feed(part.message.content or ""):
                    yield piece
                if part.done:
                    if was_cut(prompt, context, part.prompt_eval_count or 0, part.eval_count or 0):
                        raise too_long(context)
                    for piece in splitter.finish():
                        yield piece
                    yield Finish(truncated=part.done_reason == "length")
                    return
        raise broken_off()

    def _opening(self, prompt: Prompt, facts: _Facts) -> Opening:
        if facts.thinks or prompt.schema is not None:
            return Opening.ANSWER
        return facts.opening or opening_of(self._settings.served(prompt.adapter), prompt)

    async def _show(self, name: str) -> ollama.ShowResponse:
        with self._told_plainly(name):
            return await self._client.show(name)

    async def _chat(
        self, prompt: Prompt, context: int, limit: int, *, thinks: bool
    ) -> AsyncGenerator[ollama.ChatResponse]:
        name = self._settings.served(prompt.adapter)
        with self._told_plainly(name):
            parts: Any = await self._client.chat(  # an async generator, declared as an iterator
                name,
                messages(prompt),
                stream=True,
                format=None if prompt.schema is None else dict(prompt.schema),
                # Thinking and a schema spoil each other on some servers: one pass thinks, another fills the schema.
                think=prompt.schema is None if thinks else None,
                options={
                    "num_ctx": context,
                    "num_predict": limit,
                    "temperature": prompt.temperature,
                    "top_p": prompt.top_p,
                },
            )
            async with aclosing(parts):
                async for part in parts:
                    yield part

    @contextmanager
    def _told_plainly(self, name: str = "") -> Iterator[None]:
        """Turn what the client raises into sentences, and log what the operator needs to know."""
        try:
            yield
        except (httpx.HTTPError, ConnectionError) as error:
            log.warning("ollama_unreachable", host=self._settings.host, error=repr(error))
            raise self._unreachable(error) from error
        except ollama.ResponseError as error:
            log.warning("ollama_refused", host=self._settings.host, error=str(error))
            raise self._refused(error, name or self._name) from error
        except (ValueError, AttributeError, TypeError) as error:
            # The client parses each line and looks into it without asking what it is.
            log.warning("ollama_nonsense", host=self._settings.host, error=repr(error)[:1000])
            raise _nonsense() from error

    def _unreachable(self, error: Exception) -> ModelError:
        match error:
            case httpx.ConnectError() | httpx.ConnectTimeout() | ConnectionError():
                return ModelUnavailableError(
                    Message(
                        "The model server is not running. Whoever runs Lemma can start it with `ollama serve` "
                        "(the address is set by LEMMA_MODEL__HOST)."
                    )
                )
            case httpx.TimeoutException():
                return silent(self._settings.timeout)
            case httpx.ProtocolError() | httpx.NetworkError() if not self._facts:
                return _nonsense()
            case _:
                return broken_off()

    def _refused(self, error: ollama.ResponseError, name: str) -> ModelError | TooBusyError:
        reason = str(error.error)
        match error.status_code:
            case HTTPStatus.NOT_FOUND:
                return _missing(name) if "model" in reason else _nonsense()
            case HTTPStatus.SERVICE_UNAVAILABLE | HTTPStatus.TOO_MANY_REQUESTS:
                refusal = error.__context__  # the client keeps only the status and the text of it
                return busy(refusal.response.headers if isinstance(refusal, httpx.HTTPStatusError) else {})
            case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN:
                return ModelUnavailableError(
                    Message(
                        "The model server refuses Lemma's key. Whoever runs Lemma should check LEMMA_MODEL__API_KEY."
                    )
                )
            case HTTPStatus.BAD_REQUEST if "context" in reason:
                return too_long(self._settings.num_ctx)
            case _:
                return failed_because(reason, name)


def _missing(name: str) -> ModelUnavailableError:
    return ModelUnavailableError(
        Message(
            "The model server does not have the model {name}. Whoever runs Lemma can get it with `ollama pull {name}`.",
            name=name,
        )
    )


def _nonsense() -> ModelUnavailableError:
    return ModelUnavailableError(
        Message(
            "The model server answers nonsense. Whoever runs Lemma should check that LEMMA_MODEL__HOST is an Ollama "
            "server."
        )
    )


def _read_facts(shown: ollama.ShowResponse) -> _Facts:
    lengths = [n for key, n in (shown.modelinfo or {}).items() if key.endswith(".context_length")]
    thinks = "thinking" in (shown.capabilities or ())
    opening = None
    if not thinks and (shown.template or "").rstrip().endswith("<think>"):
        opening = Opening.THINKING
    return _Facts(min((n for n in lengths if isinstance(n, int)), default=None), thinks, opening)


def _is_loopback(host: str) -> bool:
    name = urlsplit(host if "://" in host else f"http://{host}").hostname or ""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


@asynccontextmanager
async def open_ollama(settings: OllamaSettings) -> AsyncGenerator[OllamaModel]:
    """A client for one server; nothing is asked of it before the first prompt."""
    key = settings.api_key.get_secret_value() if settings.api_key else ""
    client = ollama.AsyncClient(
        settings.host,
        timeout=httpx.Timeout(settings.timeout, connect=min(CONNECT, settings.timeout)),
        headers={"Authorization": f"Bearer {key}"} if key else {},
        trust_env=not _is_loopback(settings.host),  # a proxy of the environment is not for this machine
    )
    async with client:
        yield OllamaModel(client, settings)
