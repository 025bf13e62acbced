"""Topics of practice: every level has its variety, and mathematics finds each answer from the words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maths.decide import decide
from maths.generate import confirms, exercise, generate
from maths.generating.draw import Draw
from maths.generating.exercise import Made, Structure, Topic
from maths.generating.hints import HINTS, tells
from maths.generating.topics.all import TOPICS
from maths.generating.writing import shown
from maths.message import Message
from maths.verdict import Level
from tutor.types import Language
from tutor.words import render

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_STRUCTURES = 12
TOPIC = TOPICS["linear_equations"]
EVERY = [
    pytest.param(topic, level, structure, id=f"{key}-{level}-{structure.__name__}")
    for key, topic in TOPICS.items()
    for level in Level
    for structure in topic.structures[level]
]
ONE_OF_EACH = [  # another structure in each topic, the languages in turn
    pytest.param(
        topic,
        level,
        topic.structures[level][place % LEAST_STRUCTURES],
        list(Language)[(place + turn) % len(Language)],
        id=f"{key}-{level}",
    )
    for place, (key, topic) in enumerate(TOPICS.items())
    for turn, level in enumerate(Level)
]


@pytest.mark.parametrize("topic", TOPICS.values(), ids=list(TOPICS))
def test_every_level_has_enough_structures(topic: Topic) -> None:
    for level in Level:
        assert len({structure.__name__ for structure in topic.structures[level]}) >= LEAST_STRUCTURES


def _is_decided(topic: Topic, level: Level, structure: Structure, languages: Iterable[Language]) -> None:
    made = structure(Draw(structure.__name__))
    found = exercise(topic.key, level, 1, structure, made)  # decided as typed
    assert found is not None
    assert len(found.hints) == HINTS
    assert not any(tells(hint, found.answer) for hint in found.hints)
    for language in languages:
        decision = decide(render(made.statement, language))
        assert decision.answer is not None, str(decision.reason)
        assert confirms(made, decision.answer.typed)


@pytest.mark.parametrize(("topic", "level", "structure", "language"), ONE_OF_EACH)
def test_what_is_made_is_decided_from_the_words(
    topic: Topic, level: Level, structure: Structure, language: Language
) -> None:
    _is_decided(topic, level, structure, [language])


@pytest.mark.slow
@pytest.mark.parametrize(("topic", "level", "structure"), EVERY)
def test_whatever_is_made_is_decided_from_the_words_in_both_languages(
    topic: Topic, level: Level, structure: Structure
) -> None:
    _is_decided(topic, level, structure, Language)


def test_the_same_seed_gives_the_same_problem() -> None:
    assert generate(TOPIC.key, Level.ADVANCED, 7) == generate(TOPIC.key, Level.ADVANCED, 7)


def test_a_maker_that_is_mistaken_is_not_asked() -> None:
    wrong = Made(Message("Solve the equation {equation}.", equation=shown("2*x = 8")), "5")
    assert exercise(TOPIC.key, Level.BEGINNER, 1, TOPIC.structures[Level.BEGINNER][0], wrong) is None
