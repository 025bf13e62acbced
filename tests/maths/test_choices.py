"""Answers to choose from: one is right, the others are not, in value and not only in how they are typed."""

from __future__ import annotations

from itertools import combinations

import pytest

from maths.choices import FEWEST, OPTIONS, Quick, quick
from maths.generate import topic_keys
from maths.grade import grade
from maths.plain import plain
from maths.verdict import Level, Outcome

SEEDS = 12  # of which enough give a question


def first(topic: str, level: Level) -> Quick:
    found = next((one for seed in range(SEEDS) if (one := quick(topic, level, seed)) is not None), None)
    assert found is not None, f"no question of {topic} at {level}"
    return found


@pytest.mark.parametrize("level", Level)
def test_every_topic_has_a_question_with_one_right_answer(level: Level) -> None:
    for topic in topic_keys():
        found = first(topic, level)
        right = found.options[found.right].typed
        assert right == found.exercise.answer.typed
        fewest = 2 if right in {"True", "False"} else FEWEST
        assert fewest <= len(found.options) <= OPTIONS, topic
        policy = {name: value for name, value in found.exercise.policy.items() if name != "asked"}
        for one, other in combinations(found.options, 2):
            grading = grade(one.typed, other.typed, policy)
            assert grading.outcome is Outcome.DIFFERENT, (topic, one, other)
        shown = [plain(f"${option.latex}$") for option in found.options]
        assert len(set(shown)) == len(shown), (topic, shown)


def test_the_same_seed_asks_the_same() -> None:
    assert quick("fractions", Level.BEGINNER, 3) == quick("fractions", Level.BEGINNER, 3)


def test_the_right_answer_stands_anywhere() -> None:
    places = {one.right for seed in range(30) if (one := quick("linear_equations", Level.BEGINNER, seed))}
    assert places == set(range(OPTIONS))


@pytest.mark.parametrize("topic", ["areas", "probability", "counting", "solids", "right_triangles"])
def test_what_cannot_be_below_zero_is_not_offered_so(topic: str) -> None:
    for seed in range(6):
        for option in found.options if (found := quick(topic, Level.BEGINNER, seed)) else ():
            assert not option.typed.startswith("-"), (topic, seed, option)


def test_a_probability_is_no_more_than_one() -> None:
    for seed in range(6):
        found = quick("probability", Level.INTERMEDIATE, seed)
        for option in found.options if found else ():
            over, _, under = option.typed.partition("/")
            assert int(over) <= int(under or 1), option


def test_what_is_to_be_sorted_is_offered_in_other_orders() -> None:
    for seed in range(40):
        found = quick("powers_and_roots", Level.INTERMEDIATE, seed)
        if found and str(found.exercise.statement).startswith("Sort"):
            members = [sorted(option.typed.split(", ")) for option in found.options]
            assert all(one == members[0] for one in members)
            return
    pytest.fail("nothing to sort came")
