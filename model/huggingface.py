"""Any chat model that transformers knows, with LoRA adapters; torch lives in a process of its own.

Its generation holds the interpreter's lock for milliseconds at a time and its native code can crash: here neither
delays nor ends anything but prose.
"""

from __future__ import annotations

import asyncio
import itertools
import json
from collections import deque
from contextlib import aclosing, asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

import structlog

from model import child
from model.chat import messages, opening_of
from model.failures import broken_off, failed, silent, too_long
from model.huggingface_failures import sentence, still_loading
from model.thinking import Opening, Splitter
from tutor.errors import ModelError, ModelUnavailableError
from tutor.ports import Finish, Thought
from tutor.types import Writer

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncGenerator, Mapping
    from pathlib import Path

    from model.settings import HuggingFaceSettings
    from tutor.ports import Piece, Prompt

log = structlog.get_logger(__name__)

PROGRAM: Final = ("-m", "model.transformer")
LIFE: Final = 5.0  # seconds of reading a long prompt after which an empty thought shows that it goes on
OWN: Final = "*"  # the adapter of the settings, among those that have names


class Transformer:
    """The running process: lines go in, and each comes out to whoever asked."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.context = 0
        self.said: deque[str] = deque(maxlen=20)
        self._asked: dict[int, asyncio.Queue[dict[str, Any] | None]] = {}
        self._numbers = itertools.count(1)
        self._logged = asyncio.create_task(child.log_lines(process, self.said))
        self._hearing: asyncio.Task[None] | None = None

    @property
    def alive(self) -> bool:
        """Whether it can be asked: it runs, and has not closed its end of the pipe."""
        return self.process.returncode is None and self._hearing is not None and not self._hearing.done()

    async def load(self, settings: HuggingFaceSettings, adapters: Mapping[str, Path]) -> dict[str, Any]:
        """What the process says of its model; nothing when it ended without a word."""
        with suppress(OSError):
            self._say(
                settings.model_dump(mode="json", include={"num_ctx", "slots", "precision", "trust_remote_code"})
                | {
                    "model": settings.checkpoint,
                    "threads": _threads(settings),
                    "adapters": {n: str(p) for n, p in adapters.items()},
                }
            )
        answer = await self._read() or {}
        self.context = answer.get("context", 0)
        self._hearing = asyncio.create_task(self._hear())
        return answer

    async def answers(self, command: str, request: dict[str, Any], timeout: float) -> AsyncGenerator[dict[str, Any]]:  # noqa: ASYNC109 - of each line
        """The lines about one request, until it is left, which cancels it. Raises ModelUnavailableError."""
        if not self.alive:
            raise broken_off()
        number = next(self._numbers)
        lines = self._asked[number] = asyncio.Queue()
        try:
            self._say({command: number} | request)
            while True:
                async with asyncio.timeout(timeout):
                    line = await lines.get()
                if line is None:
                    raise broken_off()
                yield line
        except TimeoutError as error:
            raise silent(timeout) from error
        except OSError as error:
            raise broken_off() from error
        finally:
            del self._asked[number]
            with suppress(OSError):
                self._say({"cancel": number})

    async def report(self) -> dict[str, int]:
        """How many texts are being `writing` and `waiting` now."""
        async with aclosing(self.answers("report", {}, timeout=5.0)) as answers:
            return await anext(answers)

    async def stop(self) -> None:
        await child.stop(self.process)
        await self._logged
        if self._hearing is not None:
            await self._hearing

    def _say(self, line: dict[str, Any]) -> None:
        assert self.process.stdin is not None  # noqa: S101 - it was asked for as a pipe
        self.process.stdin.write(json.dumps(line).encode() + b"\n")

    async def _read(self) -> dict[str, Any] | None:
        assert self.process.stdout is not None  # noqa: S101
        line = await self.process.stdout.readline()
        return json.loads(line) if line.endswith(b"\n") else None

    async def _hear(self) -> None:
        while (line := await self._read()) is not None:
            if (lines := self._asked.get(line["of"])) is not None:
                lines.put_nowait(line)
        for lines in self._asked.values():
            lines.put_nowait(None)


class HuggingFace:
    """Streams chats from a process that it starts when needed, and again when it has crashed.

    Loading may take long, and fetching a model from the hub longer: whoever asks meanwhile is told so, and loading
    goes on. A prompt whose process dies before the first piece is tried once more on a new one.
    """

    def __init__(self, settings: HuggingFaceSettings) -> None:
        self._settings = settings
        given = settings.adapters | ({OWN: settings.adapter} if settings.adapter else {})
        self._adapters = {name: path.expanduser() for name, path in given.items()}
        self._transformer: Transformer | None = None
        self._loading: asyncio.Task[Transformer] | None = None

    @property
    def writer(self) -> Writer:
        adapter = self._settings.adapter.name if self._settings.adapter else ""
        return Writer(self._settings.label, adapter=adapter)

    @property
    def process(self) -> Transformer | None:
        """The process that answers now."""
        return self._transformer

    async def check(self) -> None:
        await self._running()

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        last = await self._running()
        answered = False
        try:
            async with aclosing(self._written(last, prompt)) as pieces:
                async for piece in pieces:
                    answered = True
                    yield piece
        except ModelUnavailableError:
            if answered or not await child.died(last.process):
                raise
        else:
            return
        async with aclosing(self._written(await self._running(), prompt)) as pieces:
            async for piece in pieces:
                yield piece

    async def close(self) -> None:
        if self._loading is not None:
            self._loading.cancel()
            with suppress(asyncio.CancelledError, ModelError):
                await self._loading
        if self._transformer is not None:
            await self._transformer.stop()

    async def _running(self) -> Transformer:
        if (last := self._transformer) is not None:
            if last.alive:
                return last
            self._transformer = None
            log.warning("transformer_ended", exit=last.process.returncode)
            await last.stop()
        if self._loading is None or self._loading.done():
            self._loading = asyncio.create_task(self._start())
            self._loading.add_done_callback(_heard)
        try:
            async with asyncio.timeout(self._settings.timeout):
                return await asyncio.shield(self._loading)
        except TimeoutError as error:
            raise still_loading(self._settings.label) from error

    async def _start(self) -> Transformer:
        if (missing := self._missing_folder()) is not None:
            raise missing
        transformer = await _spawned(self._settings)
        try:
            answer = await transformer.load(self._settings, self._adapters)
        except BaseException:
            await transformer.stop()
            raise
        if "context" not in answer:
            await transformer.stop()
            log.warning("transformer_not_started", **answer, said=list(transformer.said))
            raise sentence(answer.get("wrong", "memory"), self._settings, answer.get("name", ""))
        log.info("transformer_started", model=self._settings.label, process=transformer.process.pid)
        self._transformer = transformer
        return transformer

    def _missing_folder(self) -> ModelUnavailableError | None:
        """What is given by its folder must be there: libraries would take the path for a name on the hub."""
        settings = self._settings
        if settings.path is not None and not settings.path.expanduser().is_dir():
            return sentence("model_missing", settings, "")
        for path in self._adapters.values():
            if not path.is_dir():
                return sentence("adapter_missing", settings, str(path))
        return None

    async def _written(self, running: Transformer, prompt: Prompt) -> AsyncGenerator[Piece]:
        splitter = Splitter()
        loop = asyncio.get_running_loop()
        told = loop.time()
        async with aclosing(running.answers("ask", self._request(prompt), self._settings.timeout)) as lines:
            async for line in lines:
                match line:
                    case {"thinking": bool(opened)}:
                        known = opening_of(self._settings.label, prompt)
                        splitter = Splitter(Opening.THINKING if opened else known)
                    case {"text": str(text), "ended": ended}:
                        for piece in splitter.feed(text):
                            yield piece
                        if ended is not None:
                            for piece in splitter.finish():
                                yield piece
                            yield Finish(truncated=ended == "length")
                            return
                    case {"reading": True} if loop.time() - told > LIFE:
                        told = loop.time()
                        yield Thought("")
                    case {"wrong": _}:
                        raise self._refused(running, line)

    def _request(self, prompt: Prompt) -> dict[str, Any]:
        own = OWN if self._settings.adapter is not None else ""
        return {
            "messages": messages(prompt),
            "max_tokens": prompt.max_tokens,
            "temperature": prompt.temperature,
            "top_p": prompt.top_p,
            "schema": None if prompt.schema is None else dict(prompt.schema),
            "adapter": own if prompt.adapter is None else prompt.adapter,
        }

    def _refused(self, running: Transformer, line: dict[str, Any]) -> ModelError:
        if line["wrong"] == "too_long":
            return too_long(running.context)
        log.warning("transformer_refused", **line)
        return (
            failed() if line["wrong"] in {"failed", "schema"} else sentence(line["wrong"], self._settings, line["name"])
        )


async def _spawned(settings: HuggingFaceSettings) -> Transformer:
    try:
        threads = {"OMP_NUM_THREADS": str(_threads(settings))}
        return Transformer(await child.spawn(*PROGRAM, environment=threads))
    except OSError as error:
        log.warning("transformer_not_spawned", reason=str(error))
        raise failed() from error


def _threads(settings: HuggingFaceSettings) -> int:
    return settings.threads or child.threads()


def _heard(loading: asyncio.Task[Transformer]) -> None:
    """Whoever asked may have gone: what went wrong has been logged."""
    if not loading.cancelled():
        loading.exception()


@asynccontextmanager
async def open_huggingface(settings: HuggingFaceSettings) -> AsyncGenerator[HuggingFace]:
    """The model is loaded at once in the background, so that the first question finds it warm."""
    model = HuggingFace(settings)
    warming = asyncio.create_task(_warm(model))
    try:
        yield model
    finally:
        warming.cancel()
        with suppress(asyncio.CancelledError):
            await warming
        await model.close()


async def _warm(model: HuggingFace) -> None:
    with suppress(ModelError):  # told to whoever asks; it has been logged
        await model.check()
