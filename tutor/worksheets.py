"""Problems to print: so many of a topic and level, the same ones again for the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from maths.message import Message
from tutor.errors import QuestionRefusedError
from tutor.pictures import Worksheet
from tutor.words import latex, render, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.generating.exercise import Exercise
    from maths.verdict import Level
    from tutor.ports import ProblemMaker
    from tutor.types import Language

MOST = 30  # problems of one sheet
SEEDS = 1_000_000  # short enough to be typed from paper
DRAWN = 10**9  # seeds of single problems
SPARE = 40  # draws beyond the problems wanted: some are no problem, some are there already


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a sheet is drawn from; the same gives the same. `topic` is "" for any."""

    topic: str
    level: Level
    count: int
    seed: int


async def exercises(maker: ProblemMaker, topics: Sequence[str], wanted: Wanted) -> tuple[Exercise, ...]:
    """Problems of the topics, no two the same. Raises QuestionRefusedError where there are not so many."""
    chance = Random(f"{wanted.topic} {wanted.level} {wanted.seed}")  # noqa: S311 - which problems, not a secret
    found: dict[Message, Exercise] = {}
    for _ in range(wanted.count + SPARE):
        topic, seed = chance.choice(topics), chance.randrange(DRAWN)
        exercise = await maker.exercise(topic, wanted.level, seed)
        if exercise is not None:
            found.setdefault(exercise.statement, exercise)
        if len(found) == wanted.count:
            return tuple(found.values())
    raise QuestionRefusedError(Message("I found too few problems for this sheet. Ask for fewer, or another topic."))


def worksheet(drawn: Sequence[Exercise], wanted: Wanted, about: str, language: Language) -> Worksheet:
    """As it is printed; `about` stands under the title: topic, level, day."""
    seed = Message("Seed {seed}: the same topic, level, count and seed print these problems again.", seed=wanted.seed)
    return Worksheet(
        title=say(Message("Practice sheet"), language),
        about=about,
        name=say(Message("Name:"), language),
        problems=tuple(render(exercise.statement, language) for exercise in drawn),
        answers_title=say(Message("Answers"), language),
        answers=tuple(f"${latex(exercise.answer, language)}$" for exercise in drawn),
        place=f"Lemma · {say(seed, language)}",
        language=language,
    )
