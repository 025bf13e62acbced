"""Weighings: one solution by two engines and by the words themselves, chains that hold, answers judged."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import permutations, product

import pytest

from maths.puzzle import puzzle
from maths.puzzles.puzzle import Kind, Puzzle
from maths.puzzles.weighing import MAKER, Scale
from maths.puzzles.weighing_facts import deciding, solutions
from maths.puzzles.weighing_steps import SINGLE, reasoned_faults, ruled_out, ruled_out_faults
from maths.puzzles.weighing_worlds import Balance, Mode, Weighing, left_over, worlds
from maths.verdict import Level
from tutor.types import Language
from tutor.words import render

BANDS = {Level.BEGINNER: range(100, 200), Level.INTERMEDIATE: range(200, 300), Level.ADVANCED: range(300, 400)}
SEEDS = range(1, 9)


@cache
def made(level: Level, seed: int) -> Puzzle:
    found = puzzle(Kind.WEIGHING, level, seed)
    assert found is not None
    return found


def data(one: Puzzle) -> Scale:
    assert isinstance(one.data, Scale)
    return one.data


def some(level: Level, *, wanted: bool, options: bool = False) -> Puzzle:
    """The first puzzle of a level with one false thing, or with two; asked for it, or for the option."""
    for seed in range(60):
        one = made(level, seed)
        if (data(one).balance.mode in SINGLE) == wanted and bool(data(one).options) == options:
            return one
    raise AssertionError(level)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_puzzle_has_one_solution_and_a_chain_that_holds(level: Level, seed: int) -> None:
    one = made(level, seed)
    assert MAKER.alone(one)
    assert MAKER.faults(one) == []
    assert one.rating in BANDS[level]
    assert len(one.links) <= 25
    assert MAKER.judge(one, dict(one.given)).right
    assert puzzle(Kind.WEIGHING, level, seed) == one


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("results", [(-1, 0), (0, 0), (1, -1)])
def test_both_engines_find_the_same_worlds(mode: Mode, results: tuple[int, int]) -> None:
    balance = Balance(5, mode, (Weighing((0, 1), (2, 3), results[0]), Weighing((0, 2), (1, 4), results[1])))
    assert sorted(solutions(balance, 50)) == sorted(left_over(balance))


def test_an_option_decides_where_no_two_worlds_come_out_alike() -> None:
    balance = Balance(4, Mode.HEAVIER, ())
    options = (Weighing((0,), (1,)), Weighing((0, 1), (2, 3)))
    assert deciding(balance, options) == []
    assert deciding(Balance(3, Mode.HEAVIER, ()), options[:1]) == [0]


def test_a_step_that_does_not_follow_is_a_fault() -> None:
    one = data(some(Level.INTERMEDIATE, wanted=True))
    steps = ruled_out(one.balance)
    assert ruled_out_faults(one.balance, steps, [one.truth]) == []
    wrong = (replace(steps[0], out=(*steps[0].out, one.truth)), *steps[1:])
    assert "weighing 1" in ruled_out_faults(one.balance, wrong, [one.truth])
    assert ruled_out_faults(one.balance, steps[:-1], [one.truth])
    two = data(some(Level.ADVANCED, wanted=False))
    assert reasoned_faults(two.balance, two.steps, two.truth) == []
    assert reasoned_faults(two.balance, two.steps[:-1], two.truth) == ["the chain does not end at the answer"]
    step = two.steps[0]
    unknown, value = step.removed[0]
    turned = replace(step, removed=((unknown, next(v for v in unknown.values if v != value)),))
    assert "step 1" in reasoned_faults(two.balance, (turned, *two.steps[1:]), two.truth)


def judged(one: Puzzle, **given: str) -> tuple[bool, bool, str]:
    found = MAKER.judge(one, given)
    return found.right, found.readable, render(found.reason, Language.ENGLISH)


def test_answers_are_judged_by_the_weighings() -> None:
    one = some(Level.INTERMEDIATE, wanted=True)
    letter, sign = one.answer
    kind = {"+": ("heavier", "무겁습니다", " Heavy "), "-": ("lighter", "가벼움", "LIGHT")}[sign]
    other = {"+": "lighter", "-": "heavier"}[sign]
    for said in kind:
        assert judged(one, false=f" {letter.lower()} ", kind=said) == (True, True, "It explains every weighing.")
    right, readable, reason = judged(one, false=letter, kind=other)
    assert (right, readable) == (False, True)
    assert re.fullmatch(r"Then weighing \d would come out otherwise\.", reason)
    assert judged(one, false=letter)[1] is judged(one, false="", kind=other)[1] is judged(one, false="Z", kind=other)[1]
    assert not judged(one, false=letter)[1]
    assert not judged(one, false=letter, kind="heavier or lighter")[1]


def test_two_false_ones_are_named_in_any_order() -> None:
    for seed in range(60):
        one = made(Level.ADVANCED, seed)
        if data(one).balance.mode in {Mode.TWO_HEAVIER, Mode.TWO_LIGHTER}:
            break
    first, second = one.answer.split(", ")
    assert judged(one, first=second, second=first)[0]
    assert judged(one, first=first, second=first) == (False, False, "Name two different ones.")


def test_an_option_is_judged_by_what_it_leaves() -> None:
    one = some(Level.INTERMEDIATE, wanted=True, options=True)
    other = next(str(k) for k in range(1, 5) if str(k) != one.answer)
    assert judged(one, weighing=one.answer)[0]
    assert judged(one, weighing=f"option {one.answer}")[0]
    assert judged(one, weighing=other)[:2] == (False, True)
    assert judged(one, weighing="9")[1] is judged(one, weighing="1 2")[1] is judged(one, weighing="")[1] is False


def statement(one: Puzzle, language: Language = Language.ENGLISH) -> list[str]:
    return [render(part, language) for part in one.statement]


@pytest.mark.parametrize(("level", "seed"), [(level, seed) for level in Level for seed in SEEDS])
def test_the_words_alone_have_one_answer(level: Level, seed: int) -> None:
    """The English statement read anew, every weight of every thing tried."""
    one = made(level, seed)
    head, *lines = statement(one)
    letters = re.findall(r"\b[A-L]\b", head)
    assert len(letters) == int(re.findall(r"\d+", head)[0])
    wanted = false_ones(head)
    told = [re.fullmatch(r"Weighing \d: (.*) on the left, (.*) on the right\. (.*)", line) for line in lines]
    results = {"The left side goes down.": -1, "It balances.": 0, "The right side goes down.": 1}

    def came_out(weights: dict[str, int], left: str, right: str) -> int:
        gap = sum(weights[k] for k in right.split(", ")) - sum(weights[k] for k in left.split(", "))
        return (gap > 0) - (gap < 0)

    cases = {
        frozenset(zip(chosen, kinds, strict=True)) for kinds in wanted for chosen in permutations(letters, len(kinds))
    }
    every = [dict.fromkeys(letters, 0) | dict(case) for case in cases]
    fitting = [w for w in every if all(came_out(w, m[1], m[2]) == results[m[3]] for m in told if m)]
    options = [re.fullmatch(r"Option (\d): (.*) against (.*)", line) for line in lines]
    if any(options):
        found = [m[1] for m in options if m and len({came_out(w, m[2], m[3]) for w in fitting}) == len(fitting)]
        assert found == [one.answer]
        return
    assert len(fitting) == 1
    false = [letter for letter in letters if fitting[0][letter]]
    assert sorted(re.findall("[A-L]", one.answer)) == false
    for letter in false:
        assert f"{letter}{'+' if fitting[0][letter] < 0 else '-'}" not in one.answer


def false_ones(head: str) -> set[tuple[int, ...]]:
    """The weights of what is false, lightest first, that the first sentence allows."""
    if "exactly one is heavier and exactly one is lighter" in head:
        return {(-1, 1)}
    if "either heavier or lighter" in head:
        return {(1,), (-1,)}
    kind = 1 if "heavier than" in head else -1
    return {(kind, kind)} if "exactly two" in head else {(kind,)}


def test_worlds_are_counted() -> None:
    counts = {mode: len(worlds(5, mode)) for mode in Mode}
    assert list(counts.values()) == [5, 5, 10, 10, 10, 20]


def test_korean_has_no_english_left() -> None:
    for level, seed in product(Level, SEEDS):
        one = made(level, seed)
        said = [*statement(one, Language.KOREAN), *(render(link.says, Language.KOREAN) for link in one.links)]
        said += [render(inner, Language.KOREAN) for link in one.links for inner in link.inside]
        said += [render(field.label, Language.KOREAN) for field in one.fields]
        said += [render(choice.label, Language.KOREAN) for field in one.fields for choice in field.choices]
        assert not re.findall(r"[A-Za-z]{2,}", " ".join(said))


@pytest.mark.slow
def test_three_hundred_puzzles() -> None:
    seen = set()
    for level in Level:
        for seed in range(100):
            one = made(level, seed)
            assert one.rating in BANDS[level]
            assert len(one.links) <= 25
            seen.add(one.statement)
    assert len(seen) == 300
