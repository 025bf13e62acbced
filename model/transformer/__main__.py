"""The process torch lives in: `python -m model.transformer`, spoken to through its pipes only, a line of JSON each way.

The first line of standard input says what to load; the answer is {"context": ...} or {"wrong": ...}. Every line after
it is {"ask": number, ...}, {"cancel": number} or {"report": number}; answers carry that number as "of". The process
ends when standard input closes: it never outlives the one that started it, however that one ends.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from model.transformer.failures import WrongError
from model.transformer.loading import load
from model.transformer.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Mapping


def main() -> None:
    """Load, then write what is asked for until standard input closes."""
    reply = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(2, 1)  # whatever libraries print goes to standard error
    asked = json.loads(sys.stdin.readline())
    commands: SimpleQueue[Mapping[str, Any]] = SimpleQueue()
    threading.Thread(target=_listen, args=(commands,), daemon=True).start()

    def say(line: Mapping[str, Any]) -> None:
        reply.write(json.dumps(line) + "\n")

    try:
        loaded = load(asked)
    except WrongError as error:
        say({"wrong": error.kind, "name": error.name, "reason": error.reason})
        return
    say({"context": loaded.context})
    Writing(loaded, asked["slots"], commands, say).run()


def _listen(commands: SimpleQueue[Mapping[str, Any]]) -> None:
    try:
        for line in sys.stdin:
            commands.put(json.loads(line))
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
