"""Puzzles of every kind over the levels: is each confirmed by both engines, and how long does one take?

Every draw that the first engine calls unique is looked at, also those that would be thrown away.
"""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import dataclass, field

from maths.bounds import TooLargeError
from maths.generating.draw import Draw
from maths.puzzle import MAX_TRIES
from maths.puzzles.all import maker
from maths.puzzles.puzzle import Kind
from maths.verdict import Level

COUNT = 300  # of each kind
FIRST_SEED = 5_000


@dataclass
class _Seen:
    seconds: list[float] = field(default_factory=list)
    statements: set[str] = field(default_factory=set)
    not_alone: int = 0
    faulty: int = 0
    none: int = 0


def _look(kind: Kind, level: Level, seed: int, seen: _Seen) -> None:
    room, started = maker(kind), time.process_time()
    for attempt in range(MAX_TRIES):
        try:
            made = room.make(Draw(f"puzzle {kind} {level} {seed} {attempt}"), level, seed)
            alone, faults = made is not None and room.alone(made), made is not None and room.faults(made)
        except TooLargeError:
            continue
        if made is None:
            continue
        seen.not_alone += not alone
        seen.faulty += bool(faults)
        if alone and not faults:
            seen.seconds.append(time.process_time() - started)
            seen.statements.add("\n".join(map(str, made.statement)))
            return
    seen.none += 1


def main(count: int) -> None:
    """Print a line a kind; milliseconds of processor time."""
    for kind in Kind:
        seen = _Seen()
        for level in Level:
            for seed in range(FIRST_SEED, FIRST_SEED + count // len(Level)):
                _look(kind, level, seed, seen)
        took = sorted(seen.seconds)
        print(  # noqa: T201
            f"{kind}: {len(took)} puzzles, {len(took) - len(seen.statements)} twice, "
            f"{seen.not_alone} not unique by the second engine, {seen.faulty} with a link that fails, "
            f"{seen.none} seeds without one; median {statistics.median(took) * 1e3:.0f} ms, "
            f"p99 {took[int(len(took) * 0.99)] * 1e3:.0f} ms, slowest {took[-1] * 1e3:.0f} ms",
            flush=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
