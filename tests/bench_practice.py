"""`make bench-practice`: ten thousand problems of practice over all topics and levels, each answer found again."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.pop(0)  # tests/, whose folders are called like packages
sys.path.insert(0, str(Path(__file__).parent / "support"))

from generated import DIFFERENT, FOUND, Cell, cells, repeated

from maths.generating.topics.all import TOPICS

COUNT = 10_000
FIRST_SEED = 1
SHOWN = 40  # of what went wrong, at most


def main(count: int, topics: list[str]) -> None:
    begun, levels = time.perf_counter(), 3 * len(topics or TOPICS)
    seeds = range(FIRST_SEED, FIRST_SEED - (-count // levels))
    every: list[Cell] = []
    for one in cells(seeds, topics=topics):
        every.append(one)
        _tell(f"{one.name:<44}{len(one.statements):>5} problems {one.structures:>3} structures {_troubles(one)}")
    for key in sorted(topics or TOPICS):
        _tell(f"{key}: {TOPICS[key].confirmed_by}")
    wrong = [f"{one.name} {words}" for one in every for words in one.wrong]
    undecided = [f"{one.name} {words}" for one in every for words in one.undecided]
    twice, made = repeated(every), sum(len(one.statements) for one in every)
    for title, lines in (("ANOTHER ANSWER", wrong), ("not decided", undecided), ("twice", list(twice))):
        for line in lines[:SHOWN]:
            _tell(f"{title}: {line}")
    _tell(f"problems {made}, answers found again from the words in both languages; wrong {len(wrong)}")
    _tell(f"duplicates {twice.total()} ({twice.total() / made:.2%})")
    _tell(f"drawn but not decided in some language {len(undecided)}; seeds without a problem {_without(every)}")
    _tell(f"fewest structures of a topic and level {min(one.structures for one in every)}")
    _tell(f"{time.perf_counter() - begun:.0f} s")


def _without(every: list[Cell]) -> int:
    return sum(one.without for one in every)


def _troubles(one: Cell) -> str:
    """What was not found again by structure, what came twice, and seeds without a problem."""
    lost = Counter({name: number for (name, fate), number in one.drawn.items() if fate != FOUND})
    different = sum(number for (_, fate), number in one.drawn.items() if fate == DIFFERENT)
    told = [f"{name} {number} of {sum(one.drawn[name, fate] for fate in _fates(one))}" for name, number in lost.items()]
    told += [f"WRONG {different}"] * bool(different) + [f"no problem {one.without}"] * bool(one.without)
    if twice := repeated([one]):
        told.append(f"twice {twice.total()}")
    return "; ".join(told)


def _fates(one: Cell) -> set[str]:
    return {fate for _, fate in one.drawn}


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else COUNT, given[1:])
