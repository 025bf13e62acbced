"""Decides which texts are written together and when, and says what happens."""

from __future__ import annotations

import sys
import time
import traceback
from collections import deque
from typing import TYPE_CHECKING, Any, Final

from model.transformer.batch import Batch, Row
from model.transformer.failures import WrongError, is_of_memory
from model.transformer.grammar import Grammars
from model.transformer.loading import BASE
from model.transformer.prompts import Request, Spelling, written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from queue import SimpleQueue

    from model.transformer.loading import Loaded

WINDOW: Final = 0.01  # seconds after the first prompt in which others come along from the start


class Writing:
    """Writes up to `slots` texts at once; the others wait in the order they came.

    Prompts that come together are read together; one that comes later is read beside what is being written and
    joins it. A cancelled text costs at most one more token, or one glance of a prompt being read.
    """

    def __init__(
        self,
        loaded: Loaded,
        slots: int,
        commands: SimpleQueue[Mapping[str, Any]],
        say: Callable[[Mapping[str, Any]], None],
    ) -> None:
        self._loaded = loaded
        self._slots = slots
        self._commands = commands
        self._say = say
        self._grammars = Grammars(loaded)
        self._waiting: deque[Row] = deque()
        self._batches: list[Batch] = []

    def run(self) -> None:
        """Never returns: the process ends when its commands do."""
        while True:
            self._listen()
            self._admit()
            for batch in self._batches:
                self._advance(batch)
            self._batches = [batch for batch in self._batches if batch.rows]
            self._join()

    def _listen(self) -> None:
        if not self._batches and not self._waiting:
            self._obey(self._commands.get())
            time.sleep(WINDOW)
        while not self._commands.empty():
            self._obey(self._commands.get())

    def _obey(self, command: Mapping[str, Any]) -> None:
        match command:
            case {"ask": number}:
                try:
                    self._waiting.append(self._row(Request.read(command)))
                except WrongError as error:
                    self._fail(number, error)
            case {"cancel": number}:
                self._cancel(number)
            case {"report": number}:
                writing = sum(len(batch.rows) for batch in self._batches)
                self._say({"of": number, "writing": writing, "waiting": len(self._waiting)})

    def _row(self, request: Request) -> Row:
        if request.adapter != BASE and request.adapter not in self._loaded.adapters:
            raise WrongError("adapter_unknown", "no adapter of this name was loaded", request.adapter)
        prompt = written(request, self._loaded)
        grammar = None if request.schema is None else self._grammars.of(request.schema)
        self._say({"of": request.number, "thinking": prompt.thinking})
        return Row(request, prompt, grammar, Spelling(self._loaded.tokenizer))

    def _cancel(self, number: int) -> None:
        self._waiting = deque(row for row in self._waiting if row.request.number != number)
        for batch in self._batches:
            batch.keep([index for index, row in enumerate(batch.rows) if row.request.number != number])
        self._batches = [batch for batch in self._batches if batch.rows]

    def _admit(self) -> None:
        """Start what there is room for, together what may stand together."""
        room = self._slots - sum(len(batch.rows) for batch in self._batches)
        together: dict[str, list[Row]] = {}
        while room > 0 and self._waiting:
            row = self._waiting.popleft()
            together.setdefault("" if self._loaded.mixes else row.request.adapter, []).append(row)
            room -= 1
        self._batches += [Batch(self._loaded, rows) for rows in together.values()]

    def _advance(self, batch: Batch) -> None:
        try:
            tokens = batch.step()
        except (RuntimeError, MemoryError, ValueError, IndexError) as error:
            traceback.print_exc(file=sys.stderr)
            wrong = WrongError("memory" if is_of_memory(error) else "failed", error)
            for row in batch.rows:
                self._fail(row.request.number, wrong)
            batch.rows = []
            return
        if tokens is None:
            for row in batch.rows:
                self._say({"of": row.request.number, "reading": True})
        else:
            self._tell(batch, tokens)

    def _tell(self, batch: Batch, tokens: Sequence[int]) -> None:
        going_on = []
        for index, (row, token) in enumerate(zip(batch.rows, tokens, strict=True)):
            try:
                text, ended = row.take(token, self._loaded.ends)
            except WrongError as error:
                self._fail(row.request.number, error)
                continue
            self._say({"of": row.request.number, "text": text, "ended": ended})
            if ended is None:
                going_on.append(index)
        batch.go_on(tokens)
        batch.keep(going_on)

    def _join(self) -> None:
        joined: list[Batch] = []
        for batch in self._batches:
            host = next((other for other in joined if other.can_join(batch)), None)
            if host is None:
                joined.append(batch)
            else:
                host.join(batch)
        self._batches = joined

    def _fail(self, number: int, error: WrongError) -> None:
        self._say({"of": number, "wrong": error.kind, "name": error.name, "reason": error.reason})
