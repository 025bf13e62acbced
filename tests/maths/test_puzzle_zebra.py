"""Zebra puzzles: the words say one street alone, no clue is idle, the chain follows, answers are held against clues."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pytest

from maths.logic.deduce import check
from maths.puzzle import puzzle
from maths.puzzles.puzzle import Kind, Puzzle
from maths.puzzles.zebra import BANDS, HARDEST, MAKER, Zebra
from maths.puzzles.zebra_check import faults
from maths.puzzles.zebra_reason import Reasoner, steps
from maths.puzzles.zebra_search import arrangements
from maths.puzzles.zebra_street import Form, facts, unknowns
from maths.verdict import Level
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SEEDS = [(level, seed) for level in Level for seed in (1, 2, 3)]
LEFT_OVER = re.compile(r"[a-z]{2,}", re.IGNORECASE)
At: TypeAlias = "dict[str, int]"
Rule: TypeAlias = "tuple[tuple[str, ...], Callable[[At], bool]]"


def made(level: Level, seed: int) -> Puzzle:
    found = puzzle(Kind.ZEBRA, level, seed)
    assert found is not None
    return found


def known(one: Puzzle) -> Zebra:
    assert isinstance(one.data, Zebra)
    return one.data


def rule(sentence: str, things: tuple[str, ...], size: int) -> Rule:
    """What an English clue says, from its words alone."""
    word = re.compile(r"\b(" + "|".join(things) + r")\b")
    named = tuple(word.findall(sentence))
    a, b, c = (*named, "", "")[:3]
    rest = word.sub("X", sentence)
    number = re.search(r"(?:in house|exactly) (\d)", rest)
    n = int(number[1]) if number else 0
    says: tuple[tuple[str, Callable[[At], bool]], ...] = (
        ("not live next door", lambda at: abs(at[a] - at[b]) != 1),
        ("lives next door", lambda at: abs(at[a] - at[b]) == 1),
        ("immediately to the left", lambda at: at[a] == at[b] - 1),
        ("somewhere to the left", lambda at: at[a] < at[b]),
        ("somewhere between", lambda at: at[b] < at[a] < at[c] or at[c] < at[a] < at[b]),
        ("houses at the ends", lambda at: at[a] in {1, size}),
        ("between them", lambda at: abs(at[a] - at[b]) == n + 1),
        ("does not live in house", lambda at: at[a] != n),
        ("lives in house", lambda at: at[a] == n),
        (" not ", lambda at: at[a] != at[b]),
        (" or ", lambda at: at[a] in {at[b], at[c]}),
        ("", lambda at: at[a] == at[b]),
    )
    return named, next(meaning for words, meaning in says if words in rest)


def read_back(one: Puzzle) -> tuple[int, list[tuple[str, ...]], list[Rule]]:
    told = [str(paragraph) for paragraph in one.statement]
    size = int(told[0][0])
    lists = [tuple(line.partition(": ")[2].rstrip(".").split(", ")) for line in told[1:-1] if not line[0].isdigit()]
    things = tuple(thing for some in lists for thing in some)
    lines = [line.partition(". ")[2] for line in told[1:-1] if line[0].isdigit()]
    return size, lists, [rule(line, things, size) for line in lines]


def by_hand(size: int, lists: list[tuple[str, ...]], rules: list[Rule]) -> Iterator[At]:
    """All streets, thing after thing, those first that share a clue with what is known."""
    kind = {thing: number for number, some in enumerate(lists) for thing in some}

    def extend(at: At) -> Iterator[At]:
        if len(at) == len(kind):
            yield dict(at)
            return
        thing = max(
            (one for one in kind if one not in at),
            key=lambda one: sum(2 if set(named) <= {one, *at} else 1 for named, _ in rules if one in named),
        )
        taken = {house for other, house in at.items() if kind[other] == kind[thing]}
        for house in range(1, size + 1):
            here = {**at, thing: house}
            if house not in taken and all(
                holds(here) for named, holds in rules if thing in named and set(named) <= set(here)
            ):
                yield from extend(here)

    yield from extend({})


@pytest.mark.parametrize(("level", "seed"), SEEDS)
def test_the_words_say_one_street_alone(level: Level, seed: int) -> None:
    one = made(level, seed)
    (street,) = by_hand(*read_back(one))
    here = known(one).street
    assert street == {thing.key: house for thing, house in zip(here.things, here.at, strict=True)}


@pytest.mark.parametrize(("level", "seed"), SEEDS)
def test_the_level_is_what_the_deduction_needs(level: Level, seed: int) -> None:
    one = made(level, seed)
    assert one.rating in BANDS[level]
    assert len(one.links) <= 25
    assert 1 <= len(one.fields) <= 5
    if level is not Level.BEGINNER:
        assert Reasoner(known(one).street).solve(HARDEST[level] - 1) is None


def test_who_is_not_next_door_to_somebody_is_somebody_else() -> None:
    """Whether a reader takes it so or not, the solution is the same."""
    clues = [
        (clue, known(one).street)
        for one in (made(level, seed) for level in (Level.BEGINNER, Level.INTERMEDIATE) for seed in range(12))
        for clue in known(one).street.clues
        if clue.form is Form.NOT_NEXT
    ]
    assert clues
    assert all(street.at[clue.items[0]] != street.at[clue.items[1]] for clue, street in clues)


@pytest.mark.parametrize(("level", "seed"), SEEDS)
def test_no_clue_is_idle(level: Level, seed: int) -> None:
    here = known(made(level, seed)).street
    for clue in here.clues:
        fewer = [other for other in here.clues if other != clue]
        assert len(arrangements(here.size, len(here.attributes), fewer)) == 2, clue


@pytest.mark.parametrize("level", Level)
def test_the_common_check_confirms_the_steps_too(level: Level) -> None:
    data = known(made(level, 4))
    assert check(unknowns(data.street), facts(data.street), steps(data.street, data.moves)) == []


@pytest.mark.parametrize("level", Level)
def test_a_step_that_does_not_follow_is_a_fault(level: Level) -> None:
    data = known(made(level, 5))
    for number, move in list(enumerate(data.moves))[::4]:
        before, after = data.moves[:number], data.moves[number + 1 :]
        item = move.out[0][0]
        wrong = replace(move, out=((item, data.street.at[item]),))
        assert faults(data.street, (*before, wrong, *after)), move
    assert faults(data.street, data.moves[:-1])


def test_a_seed_makes_the_same_puzzle_and_another_seed_another() -> None:
    assert made(Level.BEGINNER, 5) == made(Level.BEGINNER, 5)
    assert len({tuple(map(str, made(Level.BEGINNER, seed).statement)) for seed in range(30)}) == 30


def typed(one: Puzzle, way: Callable[[str], str]) -> dict[str, str]:
    return {key: way(value) for key, value in one.given}


@pytest.mark.parametrize("seed", range(6))
def test_answers_are_read_as_people_type_them(seed: int) -> None:
    one = made(Level.BEGINNER, seed)
    hangul = {thing.key: thing.hangul for thing in known(one).street.things}
    for way in (
        str.upper,
        str.lower,
        lambda value: f"  {value} ",
        lambda value: hangul.get(value, value),
        lambda value: f"house {value}" if value.isdigit() else value,
        lambda value: f"{value}번 집" if value.isdigit() else value,
    ):
        assert MAKER.judge(one, typed(one, way)).right
    for way in (lambda _: "", lambda _: "nobody", lambda value: f"not {value}", lambda value: value * 1000):
        judged = MAKER.judge(one, typed(one, way))
        assert (judged.right, judged.readable) == (False, False)
    assert not MAKER.judge(one, {}).readable


@pytest.mark.parametrize(("level", "seed"), SEEDS)
def test_a_wrong_answer_is_told_clues_that_it_contradicts(level: Level, seed: int) -> None:
    """The clues that are named and the answer have no street, and no one of them is too many."""
    one = made(level, seed)
    size, lists, rules = read_back(one)
    values = [value for _, value in one.given]
    swapped = dict(zip((key for key, _ in one.given), [*values[1:], values[0]], strict=True))
    if not known(one).asked[0].about < 0 and known(one).options[0] < 0:
        swapped = {**dict(one.given), one.given[0][0]: str(int(values[0]) % size + 1)}
    judged = MAKER.judge(one, swapped)
    assert not judged.right
    assert judged.readable
    numbers = [int(number) - 1 for number in re.findall(r"\d+", str(judged.reason))]
    assert numbers, judged.reason
    answered: list[Rule] = []
    for key, value in swapped.items():
        if key.isdigit():
            answered.append(((value,), lambda at, v=value, k=key: at[v] == int(k)))  # type: ignore[misc]
        elif value.isdigit():
            answered.append(((key,), lambda at, v=value, k=key: at[k] == int(v)))  # type: ignore[misc]
        else:
            answered.append(((key, value), lambda at, v=value, k=key: at[k] == at[v]))  # type: ignore[misc]
    assert next(by_hand(size, lists, [*(rules[n] for n in numbers), *answered]), None) is None
    for left_out in numbers:
        fewer = [rules[n] for n in numbers if n != left_out]
        assert next(by_hand(size, lists, [*fewer, *answered]), None) is not None


def test_one_thing_twice_is_refused() -> None:
    one = next(made(Level.BEGINNER, seed) for seed in range(20) if len(known(made(Level.BEGINNER, seed)).asked) == 4)
    assert known(one).options[0] >= 0
    judged = MAKER.judge(one, dict.fromkeys((key for key, _ in one.given), one.given[0][1]))
    assert not judged.right
    assert "same thing" in str(judged.reason)


@pytest.mark.parametrize("level", Level)
def test_korean_leaves_no_english(level: Level) -> None:
    for seed in range(3):
        one = made(level, seed)
        inner = [said for link in one.links for said in link.inside]
        labels = [choice.label for field in one.fields for choice in field.choices]
        for message in (*one.statement, *(link.says for link in one.links), *inner, *labels):
            assert LEFT_OVER.findall(say(message, Language.KOREAN)) == []


@pytest.mark.slow
def test_three_hundred() -> None:
    told: set[tuple[str, ...]] = set()
    forms: set[Form] = set()
    for level in Level:
        for seed in range(100):
            one = made(level, seed)
            assert len(list(by_hand(*read_back(one)))) == 1
            assert MAKER.alone(one)
            assert MAKER.faults(one) == []
            assert one.rating in BANDS[level]
            assert MAKER.judge(one, dict(one.given)).right
            told.add(tuple(map(str, one.statement)))
            forms |= {clue.form for clue in known(one).street.clues}
    assert len(told) == 300
    assert forms == set(Form)
