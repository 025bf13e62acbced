"""What Lemma is doing and how well: counted here, shown by `/status` and to Prometheus. It knows nobody and no text."""

from __future__ import annotations

import time
from collections import deque
from contextlib import aclosing
from dataclasses import dataclass, field
from statistics import quantiles
from typing import TYPE_CHECKING, NamedTuple

from tutor.errors import ModelError, TooBusyError
from tutor.ports import Place, Text, Thought

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from maths.verdict import Standing
    from tutor.ports import LanguageModel, Piece, Prompt
    from tutor.types import Writer

HOUR = 3600.0
REMEMBERED = 10_000  # events of each kind; more in an hour than this, and the oldest are forgotten
_TWENTIETHS = 20


class Answered(NamedTuple):
    """A question that came to its end: when, with which standing, after how many seconds."""

    at: float
    standing: Standing
    seconds: float
    cached: bool


class Written(NamedTuple):
    """A text a model wrote, or failed to: when, seconds to its first piece and in all, its pieces (about tokens)."""

    at: float
    first: float | None
    seconds: float
    pieces: int
    failed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Stories a model wrote around problems: those kept, and those thrown away."""

    kept: int = 0
    thrown: int = 0


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds: the middle one, and that which 19 of 20 do not pass."""

    median: float
    slow: float


@dataclass(frozen=True, slots=True)
class Status:
    """The last hour, but for `uptime` (seconds) and `stories` (by topic), since the start.

    Shares are from 0 to 1; None where there is nothing to say.
    """

    writer: Writer | None
    uptime: float
    questions: int
    standings: dict[Standing, int]
    cached: int
    answered: Latency | None
    texts: int
    failed: int
    first_piece: Latency | None
    tokens_a_second: float | None
    writing: int
    waiting: int
    stories: dict[str, Told] = field(default_factory=dict)


@dataclass
class Watch:
    """Counts since it was made. `totals` never shrink; the rest is the last hour."""

    clock: Callable[[], float] = time.monotonic
    writing: int = 0
    waiting: int = 0
    totals: dict[str, float] = field(default_factory=dict)
    stories: dict[str, Told] = field(default_factory=dict)
    _answers: deque[Answered] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    _texts: deque[Written] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    _since: float = field(init=False)

    def __post_init__(self) -> None:
        self._since = self.clock()

    def answered(self, standing: Standing, seconds: float, *, cached: bool = False) -> None:
        self._answers.append(Answered(self.clock(), standing, seconds, cached))
        self._count("questions")
        self._count(f"questions_{standing.value}")
        if cached:
            self._count("questions_cached")

    def wrote(self, first: float | None, seconds: float, pieces: int, *, failed: bool) -> None:
        self._texts.append(Written(self.clock(), first, seconds, pieces, failed))
        self._count("texts")
        self._count("tokens", pieces)
        self._count("writing_seconds", seconds)
        if failed:
            self._count("texts_failed")

    def told(self, topic: str, *, kept: bool) -> None:
        """Count a story that a model wrote around a problem of a topic."""
        before = self.stories.get(topic, Told())
        self.stories[topic] = Told(before.kept + kept, before.thrown + (not kept))

    def status(self, writer: Writer | None) -> Status:
        now = self.clock()
        answers = [answer for answer in self._answers if now - answer.at <= HOUR]
        texts = [text for text in self._texts if now - text.at <= HOUR]
        standings: dict[Standing, int] = {}
        for answer in answers:
            standings[answer.standing] = standings.get(answer.standing, 0) + 1
        whole = [text for text in texts if not text.failed]
        seconds = sum(text.seconds - (text.first or 0.0) for text in whole)
        return Status(
            writer=writer,
            uptime=now - self._since,
            questions=len(answers),
            standings=standings,
            cached=sum(answer.cached for answer in answers),
            answered=_latency([answer.seconds for answer in answers]),
            texts=len(texts),
            failed=len(texts) - len(whole),
            first_piece=_latency([text.first for text in whole if text.first is not None]),
            tokens_a_second=sum(text.pieces for text in whole) / seconds if seconds > 0 else None,
            writing=self.writing,
            waiting=self.waiting,
            stories=dict(self.stories),
        )

    def _count(self, name: str, more: float = 1) -> None:
        self.totals[name] = self.totals.get(name, 0) + more


def _latency(seconds: list[float]) -> Latency | None:
    if not seconds:
        return None
    if len(seconds) == 1:
        return Latency(seconds[0], seconds[0])
    steps = quantiles(seconds, n=_TWENTIETHS, method="inclusive")
    return Latency(steps[_TWENTIETHS // 2 - 1], steps[-1])


class Watched:
    """A LanguageModel whose texts are counted; time in the queue does not count as the model's."""

    def __init__(self, model: LanguageModel, watch: Watch) -> None:
        self._model = model
        self._watch = watch

    @property
    def writer(self) -> Writer:
        return self._model.writer

    async def check(self) -> None:
        await self._model.check()

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        watch = self._watch
        waits, failed, pieces = False, False, 0
        started, first = watch.clock(), None
        watch.writing += 1
        try:
            async with aclosing(self._model.stream(prompt)) as written:
                async for piece in written:
                    if isinstance(piece, Place) is not waits:
                        waits = not waits
                        watch.waiting += 1 if waits else -1
                    if waits:
                        started = watch.clock()
                    elif isinstance(piece, Text | Thought):
                        pieces += 1
                        first = watch.clock() - started if first is None else first
                    yield piece
        except (ModelError, TooBusyError):
            failed = True
            raise
        finally:
            watch.writing -= 1
            watch.waiting -= waits
            watch.wrote(first, watch.clock() - started, pieces, failed=failed)
