"""Slow proof: problems of every topic and level, each answer found again from its words; next to none comes twice."""

from __future__ import annotations

import pytest
from generated import cells, repeated

SEEDS = range(500_001, 500_012)  # eleven of each topic and level: about 1,500 problems
MOST_REPEATED = 0.01


@pytest.mark.slow
def test_no_answer_is_another_than_its_makers_and_hardly_a_problem_comes_twice() -> None:
    every = list(cells(SEEDS))
    assert [words for one in every for words in one.wrong] == []
    assert [one.name for one in every if one.without] == []
    made = sum(len(one.statements) for one in every)
    assert repeated(every).total() <= MOST_REPEATED * made, repeated(every)
