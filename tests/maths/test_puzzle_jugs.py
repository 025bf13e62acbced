"""Jugs: the statement is read back from English, plans are read in two languages, and three engines agree."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest
from puzzled import english_left_over, looked_at, made

from maths.generating.draw import Draw
from maths.puzzle import puzzle
from maths.puzzles.jugs import MAKER, Poured, _drawn, _puzzle
from maths.puzzles.puzzle import Kind, Puzzle
from maths.puzzles.vessels.bounded import only_plan
from maths.puzzles.vessels.pouring import Jugs, shortest
from maths.puzzles.vessels.reading import UnreadStepError, read_plan
from maths.puzzles.vessels.walks import fewest
from maths.verdict import Level

THREE_AND_FIVE = Jugs((3, 5), (0, 0), tap=True, wanted=4)
KNOWN = [
    (THREE_AND_FIVE, 6),
    (Jugs((8, 5, 3), (8, 0, 0), tap=False, wanted=4), 6),
    (Jugs((5, 7), (0, 0), tap=True, wanted=6), 10),
    (Jugs((4, 9), (0, 0), tap=True, wanted=6), 8),
]


@pytest.mark.parametrize(("jugs", "least"), KNOWN)
def test_known_jugs_need_what_people_know(jugs: Jugs, least: int) -> None:
    way = shortest(jugs)
    assert way is not None
    assert len(way.plan) == least
    assert fewest(jugs) == (least, 1)
    steps = list(jugs.steps())
    assert only_plan(jugs, least) == tuple(steps.index(step) for step in way.plan)
    assert only_plan(jugs, least + 1) is None


def test_what_cannot_be_measured_has_no_plan() -> None:
    even = Jugs((4, 6), (0, 0), tap=True, wanted=3)
    assert shortest(even) is None
    assert fewest(even) is None


def test_search_z3_and_counting_agree() -> None:
    draw = Draw("jugs")
    looked = 0
    while looked < 12:
        jugs = _drawn(draw)
        way = shortest(jugs)
        counted = fewest(jugs)
        if counted is None or not 1 <= counted[0] <= 7:
            continue
        looked += 1
        assert (way is not None) == (counted[1] == 1)
        assert (only_plan(jugs, counted[0]) is not None) == (counted[1] == 1)


READ = [
    ("fill B\nB->A", ["fill B", "B->A"]),
    ("1. Fill b\n2) b to a;  empty a", ["fill B", "B->A", "empty A"]),
    ("fill A, A→B, fill A then A->B", ["fill A", "A->B", "fill A", "A->B"]),
    ("pour from B into A\ninto B from A\nA<-B", ["B->A", "A->B", "B->A"]),
    ("tap -> A\nA -> drain", ["fill A", "empty A"]),
    ("B 채우기, B에서 A로 붓기, A 비우기", ["fill B", "B->A", "empty A"]),
    ("B를 채운다\nB를 A에 붓는다\nA를 비운다", ["fill B", "B->A", "empty A"]),
    ("A에 B를 붓는다\nB로 A를 옮긴다\nA로부터 B로", ["B->A", "A->B", "A->B"]),
    ("A 가득 채움. B 버리기", ["fill A", "empty B"]),
]
UNREAD = [
    "",
    "fill",
    "fill C",
    "pour A",
    "A->A",
    "A and B",
    "A와 B를 붓는다",
    "don't fill A",
    "A를 비우지 않는다",
    "hello",
    "x" * 5_000,
]


@pytest.mark.parametrize(("typed", "steps"), READ)
def test_plans_are_read_in_both_languages(typed: str, steps: list[str]) -> None:
    assert [str(step) for step in read_plan(typed, THREE_AND_FIVE)] == steps


@pytest.mark.parametrize("typed", UNREAD)
def test_what_is_no_plan_is_not_read(typed: str) -> None:
    with pytest.raises(UnreadStepError):
        read_plan(typed, THREE_AND_FIVE)


RIGHT = "fill B; B->A; empty A; B->A; fill B; B->A"
JUDGED = [
    ("6", RIGHT, True, True),
    ("6", "B 채우기, B에서 A로, A 비우기, B에서 A로, B 채우기, B에서 A로", True, True),
    ("5", RIGHT, False, True),
    ("7", RIGHT, False, True),
    ("6", RIGHT + "; empty A", False, True),  # it works, and takes one step more
    ("6", "fill A; A->B; fill A; A->B; empty B; A->B", False, True),
    ("", RIGHT, False, False),
    ("six", RIGHT, False, False),
    ("6", "", False, False),
    ("6", "fill it", False, False),
]


@pytest.mark.parametrize(("least", "plan", "right", "readable"), JUDGED)
def test_a_plan_and_its_number_are_judged(least: str, plan: str, right: bool, readable: bool) -> None:  # noqa: FBT001
    judged = MAKER.judge(known(THREE_AND_FIVE), {"least": least, "plan": plan})
    assert (judged.right, judged.readable) == (right, readable), str(judged.reason)


def test_without_a_tap_nothing_is_filled() -> None:
    one = known(Jugs((8, 5, 3), (8, 0, 0), tap=False, wanted=4))
    judged = MAKER.judge(one, {"least": "1", "plan": "fill C"})
    assert (judged.right, judged.readable) == (False, True)
    assert "tap" in str(judged.reason)


def known(jugs: Jugs) -> Puzzle:
    way = shortest(jugs)
    assert way is not None
    return _puzzle(Poured(jugs, way), Level.INTERMEDIATE, 0)


def test_a_false_layer_is_found() -> None:
    one = known(THREE_AND_FIVE)
    poured = one.data
    assert isinstance(poured, Poured)
    assert MAKER.faults(one) == []
    layers = (poured.way.layers[0], poured.way.layers[1][:1], *poured.way.layers[2:])
    assert MAKER.faults(replace(one, data=replace(poured, way=replace(poured.way, layers=layers)))) != []


# A second reading: the English statement alone


def solved_from_the_words(one: Puzzle) -> tuple[int, int]:
    """The least number of steps and how many plans have it, by widening sets of plans."""
    text = "\n".join(map(str, one.statement))
    jugs = re.findall(r"Jug (\w) holds (\d+) litres and now has (\d+) in it\.", text)
    wanted = re.search(r"exactly (\d+) litres", text)
    assert wanted is not None
    sizes = {name: int(size) for name, size, _ in jugs}
    plans = {(): {name: int(now) for name, _, now in jugs}}
    for length in range(20):
        done = [plan for plan, now in plans.items() if int(wanted[1]) in now.values()]
        if done:
            return length, len(done)
        plans = {
            (*plan, step): then
            for plan, now in plans.items()
            for step, then in tried(now, sizes, tap="at the tap" in text).items()
            if then != now
        }
    raise AssertionError


def tried(now: dict[str, int], sizes: dict[str, int], *, tap: bool) -> dict[str, dict[str, int]]:
    found = {}
    for name, size in sizes.items():
        if tap:
            found[f"fill {name}"] = {**now, name: size}
            found[f"empty {name}"] = {**now, name: 0}
        for other, room in sizes.items():
            if other != name:
                moved = min(now[name], room - now[other])
                found[name + other] = {**now, name: now[name] - moved, other: now[other] + moved}
    return found


def test_the_words_say_what_the_data_says() -> None:
    for seed in range(6):
        one = made(Kind.JUGS, Level.BEGINNER, seed)
        assert solved_from_the_words(one) == (int(one.given[0][1]), 1)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("seed", range(3))
def test_a_puzzle_is_whole_and_its_own_answer_right(level: Level, seed: int) -> None:
    one = made(Kind.JUGS, level, seed)
    assert MAKER.alone(one)
    assert MAKER.faults(one) == []
    assert english_left_over(one) == []
    assert puzzle(Kind.JUGS, level, seed) == one


@pytest.mark.slow
def test_every_puzzle_of_many_is_what_it_promises() -> None:
    seconds = sorted(looked_at(Kind.JUGS, 100))
    assert seconds[len(seconds) // 2] < 0.3
    assert seconds[int(len(seconds) * 0.99)] < 1.5
    for level, seed in product(Level, range(40)):
        assert english_left_over(made(Kind.JUGS, level, seed)) == []
