"""Problems of practice by the thousand: what was drawn, what mathematics found again, and what came twice."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import TYPE_CHECKING

from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maths.generating.exercise import Exercise, Made

FOUND, UNDECIDED, DIFFERENT = "found again", "undecided", "another answer"


@dataclass(frozen=True, slots=True)
class Cell:
    """The problems of some seeds of one topic and level.

    `statements` are of the problems that may be asked; `drawn` counts what was drawn by structure and how it went;
    `wrong` are answers that differ from their maker's, in either language, as structure, seed and words.
    """

    topic: str
    level: Level
    seeds: int
    structures: int
    statements: tuple[str, ...]
    drawn: Counter[tuple[str, str]]
    undecided: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def without(self) -> int:
        """Seeds that gave no problem."""
        return self.seeds - len(self.statements)

    @property
    def name(self) -> str:
        return f"{self.topic} {self.level}"


@dataclass
class _Tally:
    statements: list[str] = field(default_factory=list)
    drawn: Counter[tuple[str, str]] = field(default_factory=Counter)
    undecided: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def cell(topic: str, level: Level, seeds: range) -> Cell:
    """Make the problem of every seed, and decide each again from its words in both languages."""
    from maths.generate import generate, tries
    from maths.generating.topics.all import TOPICS

    tally = _Tally()
    for seed in seeds:
        problem = generate(topic, level, seed)
        for structure, made in tries(topic, level, seed):
            name = structure.__name__
            kept = problem is not None and str(problem.statement) == str(made.statement)
            tally.drawn[name, _judged(tally, f"{name} {seed}", made, problem if kept else None)] += 1
            if kept:
                break
    structures = len({structure.__name__ for structure in TOPICS[topic].structures[level]})
    return Cell(
        topic,
        level,
        len(seeds),
        structures,
        tuple(tally.statements),
        tally.drawn,
        tuple(tally.undecided),
        tuple(tally.wrong),
    )


def _judged(tally: _Tally, name: str, made: Made, problem: Exercise | None) -> str:
    """What became of a problem that was drawn; None is one that is not asked."""
    from maths.decide import decide
    from maths.generate import confirms
    from tutor.types import Language
    from tutor.words import render

    fate = FOUND
    for language in Language:
        words = render(made.statement, language)
        answer = decide(words).answer
        if answer is None:
            tally.undecided.append(f"{name} {language}: {words}")
            fate = UNDECIDED
        elif not confirms(made, answer.typed):
            tally.wrong.append(f"{name} {language}: {words} maker {made.answer}, decided {answer.typed}")
            return DIFFERENT
    if problem is not None:
        tally.statements.append(str(problem.statement))
        if not confirms(made, problem.answer.typed):
            tally.wrong.append(f"{name}: asked with {problem.answer.typed}, maker {made.answer}")
    return fate


def cells(seeds: range, *, topics: Iterable[str] = (), processes: int = 2) -> Iterator[Cell]:
    """Every topic and level, in order, `processes` at a time."""
    from maths.generating.topics.all import TOPICS

    chosen = sorted(topics or TOPICS)
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        running = [pool.submit(cell, topic, level, seeds) for topic in chosen for level in Level]
        for each in running:
            yield each.result()


def repeated(every: Iterable[Cell]) -> Counter[str]:
    """The statements that came more than once, and how often too many."""
    counted = Counter(statement for each in every for statement in each.statements)
    return Counter({statement: number - 1 for statement, number in counted.items() if number > 1})
