"""Problems by topic, level and seed, each with its exact answer, hints and worked solution.

A structure draws its numbers from the seed and knows its answer by how it was built. It is asked only when
`maths.decide` reads the same answer back from the words alone, by two routes that share no code with the structure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.decide import settle
from maths.generating.draw import Draw
from maths.generating.exercise import Exercise
from maths.generating.hints import ladder
from maths.generating.topics.all import TOPICS
from maths.grade import grade
from maths.grading.form import WITH_CONSTANT
from maths.verdict import Decision, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.generating.exercise import Made, Structure
    from maths.verdict import Level

MAX_TRIES = 8  # of one seed, until a structure's problem is confirmed


class UnknownTopicError(Exception):
    """No topic has this key."""


def topic_keys() -> list[str]:
    return sorted(TOPICS)


def generate(topic: str, level: Level, seed: int, structure: str = "") -> Exercise | None:
    """The problem of a seed, always the same; None where none of its tries was confirmed. Raises UnknownTopicError.

    A named structure is kept to where the topic has it.
    """
    tried = (exercise(topic, level, seed, drawn, made) for drawn, made in tries(topic, level, seed, structure))
    return next((found for found in tried if found is not None), None)


def tries(topic: str, level: Level, seed: int, structure: str = "") -> Iterator[tuple[Structure, Made]]:
    """What a seed draws, one after the other until one is confirmed. Raises UnknownTopicError."""
    if topic not in TOPICS:
        raise UnknownTopicError(topic)
    every = TOPICS[topic].structures[level]
    structures = [one for one in every if one.__name__ == structure] or every
    for attempt in range(MAX_TRIES):
        draw = Draw(f"{topic} {level} {seed} {attempt}")
        drawn = draw.one_of(structures)
        yield drawn, drawn(draw)


def exercise(topic: str, level: Level, seed: int, structure: Structure, made: Made) -> Exercise | None:
    """The problem as it is asked, or None where mathematics did not find the maker's answer from the statement."""
    settled = settle(str(made.statement))
    if isinstance(settled, Decision) or not confirms(made, settled.answer.typed):
        return None
    passages = settled.teach(level)
    return Exercise(
        topic,
        level,
        seed,
        structure.__name__,
        made.statement,
        settled.answer,
        made.policy,
        ladder(passages, settled.answer),
        passages,
    )


def confirms(made: Made, decided: str) -> bool:
    """Whether what was decided from the words is what the maker built."""
    form = made.form if made.form.lower() in WITH_CONSTANT else ""  # two antiderivatives may differ by a number
    return grade(made.answer, decided, {**made.policy, "form": form}).outcome is Outcome.EQUAL
