"""Crossings: classics, plans in two languages, and the statement read back from English and searched."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
from puzzled import english_left_over, looked_at, made

from maths.generating.draw import Draw
from maths.puzzle import puzzle
from maths.puzzles.crossing import MAKER, Crossed, _puzzle
from maths.puzzles.people import PEOPLE
from maths.puzzles.puzzle import Kind, Puzzle
from maths.puzzles.river import bounded, walks
from maths.puzzles.river.cast import THINGS, drawn
from maths.puzzles.river.party import Apart, Outnumbered, Party, Quarrel, Stranger, Traveller
from maths.puzzles.river.reading import UnreadLineError, read_plan
from maths.puzzles.river.search import ways
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    Bank = frozenset[str]


def person(at: int, *, rows: bool = True, weight: int = 0, minutes: int = 1) -> Traveller:
    return Traveller(PEOPLE[at].key, PEOPLE[at].hangul, PEOPLE[at].name, rows, weight, minutes)


def thing(key: str) -> Traveller:
    one = next(one for one in THINGS if one.key == key)
    return Traveller(one.key, one.hangul, one.name, rows=False)


SIX = tuple(person(at) for at in range(6))
WOLF = Party((person(0), thing("wolf"), thing("goat"), thing("cabbage")), 2, (Apart(1, 2, 0), Apart(2, 3, 0)))
BRIDGE = Party(tuple(person(at, minutes=time) for at, time in enumerate((1, 2, 5, 10))), 2, timed=True)
CLASSICS = [
    (WOLF, 7, 2),
    (Party(SIX, 2, (Outnumbered((0, 1, 2), (3, 4, 5)),)), 11, None),
    (Party(SIX, 2, tuple(Stranger(3 + at, at, tuple({0, 1, 2} - {at})) for at in range(3))), 11, None),
    (Party(tuple(person(at, weight=kg) for at, kg in enumerate((80, 80, 40, 40))), 2, limit=80), 9, None),
    (BRIDGE, 17, 2),
]


@pytest.mark.parametrize(("party", "least", "plans"), CLASSICS)
def test_classics_need_what_people_know(party: Party, least: int, plans: int | None) -> None:
    found = ways(party)
    assert found is not None
    assert found.least == least
    assert plans is None or found.plans == plans
    assert bounded.possible(party, least)
    assert not bounded.possible(party, least - 1)
    assert walks.cheapest(party, least) == (least, found.plans)
    assert walks.cheapest(party, least - 1) is None


def test_four_families_never_cross_with_two_seats() -> None:
    eight = tuple(person(at) for at in range(8))
    party = Party(eight, 2, tuple(Stranger(4 + at, at, tuple({0, 1, 2, 3} - {at})) for at in range(4)))
    assert ways(party) is None
    assert walks.cheapest(party, 40) is None


@pytest.mark.parametrize("level", list(Level))
def test_search_z3_and_counting_agree(level: Level) -> None:
    draw = Draw("parties")
    for _ in range(4):
        party = drawn(draw, level)
        found = ways(party)
        if found is None:
            assert walks.cheapest(party, 40) is None
        elif found.least < 12 or party.timed:
            assert walks.cheapest(party, found.least) == (found.least, found.plans)
            assert bounded.possible(party, found.least)
            assert not bounded.possible(party, found.least - 1)


READ = [
    ("Ada, goat ->\n<- Ada", [({0, 2}, True), ({0}, False)]),
    ("goat ->; <-; wolf →", [({0, 2}, True), ({0}, False), ({0, 1}, True)]),
    ("1. Ada and the goat go over\n2. Ada comes back", [({0, 2}, True), ({0}, False)]),
    ("a g\na", [({0, 2}, None), ({0}, None)]),
    ("에이다와 염소가 건너간다\n에이다가 돌아온다", [({0, 2}, True), ({0}, False)]),
    ("에이다 염소 ->\n<- 에이다", [({0, 2}, True), ({0}, False)]),
    ("염소 ->\n혼자 돌아옴", [({0, 2}, True), ({0}, False)]),
]
UNREAD = [
    "",
    "Ada, tiger ->",
    "not Ada ->",
    "Ada -> <-",
    "don't take goat",
    "에이다 말고 염소 ->",
    "x" * 9_000,
]


@pytest.mark.parametrize(("typed", "lines"), READ)
def test_plans_are_read_in_both_languages(typed: str, lines: list[tuple[set[int], bool | None]]) -> None:
    assert [(set(line.load), line.over) for line in read_plan(typed, WOLF)] == lines


@pytest.mark.parametrize("typed", UNREAD)
def test_what_is_no_plan_is_not_read(typed: str) -> None:
    with pytest.raises(UnreadLineError):
        read_plan(typed, WOLF)


RIGHT = "goat ->\n<-\nwolf ->\n<- goat\ncabbage ->\n<-\ngoat ->"
JUDGED = [
    ("7", RIGHT, True, True, ""),
    ("7", RIGHT.replace("wolf", "lettuce").replace("cabbage", "wolf").replace("lettuce", "cabbage"), True, True, ""),
    ("9", RIGHT, False, True, "you say 9"),
    ("7", "wolf ->", False, True, "goat and the cabbage"),
    ("7", "goat ->\n<-\nwolf ->\n<-", False, True, "wolf and the goat"),
    ("7", "goat, wolf ->", False, True, "more than 2"),
    ("7", "<- goat", False, True, "other side"),
    ("7", "goat ->\nwolf", False, True, "other side"),
    ("7", "goat ->\n<-", False, True, "not across"),
    ("9", "goat ->\n<- goat\n" + RIGHT, False, True, "better"),
    ("", RIGHT, False, False, ""),
    ("7", "", False, False, ""),
    ("7", "tiger ->", False, False, "tiger"),
]


@pytest.mark.parametrize(("least", "plan", "right", "readable", "reason"), JUDGED)
def test_any_shortest_plan_counts(least: str, plan: str, right: bool, readable: bool, reason: str) -> None:  # noqa: FBT001
    judged = MAKER.judge(known(WOLF), {"least": least, "plan": plan})
    assert (judged.right, judged.readable) == (right, readable), str(judged.reason)
    assert reason in str(judged.reason)


@pytest.mark.parametrize(
    ("party", "plan", "reason"),
    [
        (BRIDGE, "Ada, Ben ->; <- Ada; Ada, Clara ->; <- Ada; Ada, Dan ->", "better"),  # 19 minutes
        (Party(BRIDGE.travellers, 2, (Quarrel(0, 1),), timed=True), "Ada, Ben ->", "do not cross together"),
        (Party((person(0), person(1, rows=False)), 2), "Ben ->; Ada ->", "other side"),
        (Party((person(0), person(1), person(2, rows=False)), 2), "Clara ->", "can row"),
        (Party((person(0, weight=60), person(1, weight=60)), 2, limit=100), "Ada, Ben ->", "120 kg"),
    ],
)
def test_one_thing_that_is_broken_is_told(party: Party, plan: str, reason: str) -> None:
    found = ways(party)
    one = known(party) if found is not None else known(WOLF, party)
    judged = MAKER.judge(one, {"least": "3", "plan": plan})
    assert not judged.right
    assert reason in str(judged.reason)


def known(party: Party, instead: Party | None = None) -> Puzzle:
    found = ways(party)
    assert found is not None
    one = _puzzle(Crossed(party, found), Level.BEGINNER, 0)
    return one if instead is None else replace(one, data=Crossed(instead, found))


def test_a_false_cost_is_found() -> None:
    one = known(WOLF)
    crossed = one.data
    assert isinstance(crossed, Crossed)
    assert MAKER.faults(one) == []
    rest = {place: cost + (cost == 3) for place, cost in crossed.ways.rest.items()}
    assert MAKER.faults(replace(one, data=replace(crossed, ways=replace(crossed.ways, rest=rest)))) != []


# A second reading: the English statement alone


def solved_from_the_words(one: Puzzle) -> int:
    """The least cost by widening sets of banks."""
    text = "\n".join(map(str, one.statement))
    everybody = listed(matched(r"(.*) must cross", text))
    seats = int(matched(r"at most (\d+) (?:of them|cross)", text))
    only = re.search(r"Only (.*?) can row", text)
    rowers = frozenset(listed(only[1])) if only else frozenset(everybody)
    kilograms = {name: int(kg) for name, kg in re.findall(r"(\w+) weighs (\d+) kg", text)}
    limit = re.search(r"at most (\d+) kg", text)
    minutes = {name: int(time) for name, time in re.findall(r"(\w+) needs (\d+) minutes?", text)}
    apart = [frozenset(listed(both)) for both in re.findall(r"^(.*) do not cross together", text, re.MULTILINE)]
    safe = rules(text)

    def boat(load: Bank) -> bool:
        heavy = limit is not None and sum(kilograms[one] for one in load) > int(limit[1])
        return bool(load & rowers) and not heavy and not any(both <= load for both in apart)

    whole = frozenset(everybody)
    reached: dict[int, set[tuple[Bank, bool]]] = {0: {(whole, True)}}
    for cost in range(200):
        for near, here in reached.get(cost, set()):
            if not near and not here:
                return cost
            side = near if here else whole - near
            for load in (frozenset(some) for size in range(1, seats + 1) for some in combinations(sorted(side), size)):
                then = near - load if here else near | load
                if boat(load) and safe(then) and safe(whole - then):
                    price = max(minutes[one] for one in load) if minutes else 1
                    reached.setdefault(cost + price, set()).add((then, not here))
    raise AssertionError(text)


def matched(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found is not None, (pattern, text)
    return found[1]


def listed(words: str) -> list[str]:
    return [name.removeprefix("the ") for name in re.split(r", | and ", words)]


def rules(text: str) -> Callable[[Bank], bool]:
    without = [
        (guard, *listed(both)) for guard, both in re.findall(r"Without (\w+), (.*) may not be on the same", text)
    ]
    child = dict(re.findall(r"(\w+) is the child of (\w+)\.", text))
    roles = re.search(r"(.*) are guides, (.*) are guests", text)

    def safe(bank: Bank) -> bool:
        if any(guard not in bank and one in bank and other in bank for guard, one, other in without):
            return False
        if any(c in bank and p not in bank and bank & (set(child.values()) - {p}) for c, p in child.items()):
            return False
        if roles is None:
            return True
        guides, guests = (len(bank & set(listed(group))) for group in roles.groups())
        return guides == 0 or guides >= guests

    return safe


@pytest.mark.parametrize(("party", "least", "plans"), CLASSICS)
def test_the_words_of_classics_are_read_back(party: Party, least: int, plans: int | None) -> None:
    assert solved_from_the_words(known(party)) == least


def test_the_words_say_what_the_data_says() -> None:
    for level, seed in product(Level, range(7)):
        one = made(Kind.CROSSING, level, seed)
        assert solved_from_the_words(one) == int(one.given[0][1]), one.statement


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("seed", range(3))
def test_a_puzzle_is_whole_and_its_own_answer_right(level: Level, seed: int) -> None:
    one = made(Kind.CROSSING, level, seed)
    assert MAKER.alone(one)
    assert MAKER.faults(one) == []
    assert english_left_over(one) == []
    assert puzzle(Kind.CROSSING, level, seed) == one


@pytest.mark.slow
def test_every_puzzle_of_many_is_what_it_promises() -> None:
    seconds = sorted(looked_at(Kind.CROSSING, 100))
    assert seconds[len(seconds) // 2] < 0.3
    assert seconds[int(len(seconds) * 0.99)] < 1.5
    for level, seed in product(Level, range(100)):
        one = made(Kind.CROSSING, level, seed)
        assert solved_from_the_words(one) == int(one.given[0][1]), one.statement
        assert english_left_over(one) == []
