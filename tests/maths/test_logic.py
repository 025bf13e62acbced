"""Facts over finite domains: two engines that agree, and deduction whose every step z3 confirms."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maths.bounds import TooLargeError
from maths.logic import search
from maths.logic.deduce import By, Step, check, deduce
from maths.logic.formula import (
    All,
    Any,
    Compare,
    Count,
    Different,
    Distance,
    Fact,
    Not,
    Plus,
    Same,
    Times,
    Unknown,
    holds,
    implies,
    is_,
)
from maths.logic.solver import Session

X, Y, Z = (Unknown(name, (1, 2, 3)) for name in "xyz")
THREE = [X, Y, Z]
A, B, C = (Unknown(name, (0, 1)) for name in "ABC")
PEOPLE = [A, B, C]

terms = st.recursive(
    st.one_of(st.integers(-3, 6), st.sampled_from(THREE)),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(Plus), st.tuples(inner, inner).map(Times), st.builds(Distance, inner, inner)
    ),
    max_leaves=4,
)
compared = st.builds(Compare, terms, st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), terms)
facts = st.recursive(
    st.one_of(compared, st.tuples(terms, terms, terms).map(Different)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple).map(All),
        st.lists(inner, max_size=3).map(tuple).map(Any),
        inner.map(Not),
        st.builds(Same, inner, inner),
        st.builds(
            Count,
            st.lists(inner, max_size=3).map(tuple),
            st.sampled_from(["=", "!=", "<", "<=", ">", ">="]),
            st.integers(0, 3),
        ),
    ),
    max_leaves=5,
)


def tried(unknowns: list[Unknown], fact: Fact) -> list[dict[str, int]]:
    names = [unknown.name for unknown in unknowns]
    every = (dict(zip(names, values, strict=True)) for values in product(*(u.values for u in unknowns)))
    return [values for values in every if holds(fact, values)]


def ordered(solutions: list[dict[str, int]]) -> list[list[tuple[str, int]]]:
    return sorted(sorted(one.items()) for one in solutions)


@settings(max_examples=80, deadline=None)
@given(fact=facts)
def test_both_engines_find_what_trying_everything_finds(fact: Fact) -> None:
    everything = tried(THREE, fact)
    assert ordered(Session(THREE, [fact]).solutions(28)) == ordered(everything)
    assert ordered(search.solutions(THREE, [fact], 28)) == ordered(everything)


@settings(max_examples=40, deadline=None)
@given(first=facts, second=facts)
def test_deduction_loses_no_solution_and_every_step_holds(first: Fact, second: Fact) -> None:
    clues = {"1": first, "2": second}
    found = deduce(THREE, clues)
    everything = tried(THREE, All((first, second)))
    assert check(THREE, clues, found.steps) == []
    if everything:
        for solution in everything:
            assert all(solution[unknown.name] in values for unknown, values in found.domains.items())
    else:
        assert not found.complete or (found.steps and found.steps[-1].impossible)


def test_a_step_that_does_not_follow_is_named() -> None:
    clues = {"1": Any((is_(A, 1), is_(B, 1)))}
    assert check(PEOPLE, clues, [Step(By.CLUE, ("1",), ((A, 0),))]) == [0]
    assert check(PEOPLE, clues, [Step(By.CLUE, ("1",), (), impossible=True)]) == [0]
    supposing = Step(By.SUPPOSING, ("1",), ((A, 0),), supposed=(A, 0), inside=(Step(By.CLUE, ("1",), ((B, 0),)),))
    assert check(PEOPLE, clues, [supposing]) == [0], "what was supposed does not contradict anything"


def test_a_clue_that_is_false_when_everything_is_found_is_a_contradiction() -> None:
    clues = {"1": is_(A, 1), "2": is_(B, 1), "3": Any((is_(A, 0), is_(B, 0)))}
    for order in (("1", "2", "3"), ("3", "1", "2")):
        found = deduce([A, B], {name: clues[name] for name in order})
        assert not found.complete
        assert found.steps[-1].impossible
        assert check([A, B], clues, found.steps) == []


def test_a_supposition_is_made_only_where_nothing_easier_helps() -> None:
    clues = {"1": Any((is_(A, 1), is_(B, 1))), "2": implies(is_(B, 1), is_(A, 1))}
    steps = deduce(PEOPLE[:2], clues, together=False).steps
    assert steps[0].by is By.SUPPOSING
    assert steps[0].supposed == (A, 0)
    assert deduce(PEOPLE[:2], {"1": is_(A, 1), "2": is_(B, 0)}).hardest == 1


def test_clues_in_conflict_are_named_and_none_of_them_is_idle() -> None:
    clues = {"1": is_(A, 1), "2": implies(is_(A, 1), is_(B, 1)), "3": is_(B, 0), "4": is_(C, 1)}
    assert Session(PEOPLE).conflict(clues) == ("1", "2", "3")
    assert Session(PEOPLE).conflict({"1": is_(A, 1), "4": is_(C, 1)}) is None


def test_a_sum_too_long_to_be_listed_is_calculated() -> None:
    digits = [Unknown(name, tuple(range(10))) for name in "abcde"]
    whole = Plus(tuple(Times((10**place, digit)) for place, digit in enumerate(reversed(digits))))
    found = Session(digits, [Compare(whole, "=", 90_817)]).solutions(2)
    assert found == [{"a": 9, "b": 0, "c": 8, "d": 1, "e": 7}]


def test_a_search_that_has_no_end_says_so() -> None:
    many = [Unknown(f"x{number}", tuple(range(10))) for number in range(12)]
    parts = tuple(Times((unknown, unknown)) for unknown in many)
    with pytest.raises(TooLargeError):
        search.solutions(many, [Compare(Plus(parts), "=", 10_000)])
