"""Whodunits: every statement is read back from English and tried out by a reader that knows nothing of the maker."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import permutations, product
from typing import TYPE_CHECKING, TypeAlias

import pytest
from puzzled import english_left_over, looked_at, made

from maths.logic.deduce import check
from maths.logic.formula import holds
from maths.puzzle import puzzle
from maths.puzzles.case.facts import Facts
from maths.puzzles.case.net import Net
from maths.puzzles.case.scene import (
    Before,
    CameAfter,
    Case,
    Claim,
    Done,
    Goes,
    Guilty,
    GuiltyOneOf,
    Has,
    HasOneOf,
    Mode,
    OneTrue,
    Said,
    Scene,
    Trait,
    WasAt,
    answers,
    true,
    worlds,
)
from maths.puzzles.case.words import HANGUL, ROOM_KEYS, ROOMS, THING_KEYS, THINGS
from maths.puzzles.people import PEOPLE
from maths.puzzles.puzzle import Kind, Puzzle
from maths.puzzles.whodunit import MAKER
from maths.verdict import Level
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

World: TypeAlias = dict[str, str]
THREE = PEOPLE[:3]


def told(mode: Mode, *claims: Guilty, number: int = 0) -> Case:
    said = tuple(Said(who, (claim,)) for who, claim in enumerate(claims))
    return Case(THREE, (), (), (), ("who",), said=said, mode=mode, number=number)


KNOWN = [
    # Ada: it was Ben. Ben: it was Clara. Clara: not me. By who did it, 1, 2 or 1 of them are true.
    (told(Mode.COUNT, Guilty(1), Guilty(2), Guilty(2, really=False), number=1), [(0,), (2,)]),
    (told(Mode.COUNT, Guilty(1), Guilty(2), Guilty(2, really=False), number=2), [(1,)]),
    (told(Mode.COUNT, Guilty(1), Guilty(1, really=False), Guilty(1), number=1), [(0,), (2,)]),
    (told(Mode.GUILTY_LIES, Guilty(1), Guilty(2), Guilty(2, really=False)), [(1,)]),
    (told(Mode.GUILTY_LIES, Guilty(0), Guilty(2), Guilty(0)), []),
    (told(Mode.GUILTY_LIES, Guilty(2), Guilty(2), Guilty(0)), [(2,)]),
    (
        Case(
            THREE,
            (0, 1, 2),
            (0, 1, 2),
            (Trait.ROOM, Trait.THING),
            ("who", "what"),
            (Has(0, Trait.ROOM, 1), Has(1, Trait.ROOM, 2), Goes(Trait.ROOM, 0, Trait.THING, 2), Done(Trait.ROOM, 0)),
        ),
        [(2, 2)],
    ),
]


@pytest.mark.parametrize(("case", "expected"), KNOWN)
def test_both_engines_and_deduction_agree_on_what_is_known(case: Case, expected: list[tuple[int, ...]]) -> None:
    assert answers(case) == expected
    facts = Facts(case)
    net = Net(facts.unknowns, {name: rule.fact for name, rule in facts.rules.items()}, facts.different)
    steps = net.chain(facts.asked, supposing=True)
    assert (steps is not None) == (len(expected) == 1)
    assert steps is None or check(facts.unknowns, facts.clues, steps) == []


TRAITS = (Trait.ROOM, Trait.THING, Trait.HOUR)
CLAIMS: list[Claim] = [
    Guilty(1),
    Guilty(0, really=False),
    GuiltyOneOf(0, 2),
    Done(Trait.ROOM, 1),
    Done(Trait.THING, 2, really=False),
    Has(0, Trait.HOUR, 2),
    Has(2, Trait.ROOM, 0, really=False),
    HasOneOf(1, Trait.THING, 0, 2),
    Goes(Trait.ROOM, 1, Trait.HOUR, 2),
    Goes(Trait.THING, 0, Trait.ROOM, 0, really=False),
    OneTrue(Has(0, Trait.ROOM, 1), Has(1, Trait.HOUR, 1)),
    *(Before(1, Trait.ROOM, 2, earlier, just) for earlier, just in product((True, False), repeat=2)),
]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_is_true_in_the_same_worlds_for_both_encoders(claim: Claim) -> None:
    case = Case(THREE, (0, 1, 2), (0, 1, 2), TRAITS, ("who", "what"))
    fact = Facts(case).fact(claim)
    seen: set[bool] = set()
    for world in worlds(case):
        values = {f"{trait} {who}": value for trait, all_ in world.has for who, value in enumerate(all_)}
        values |= {"who": world.who, "what": world.what, "where": world.where}
        assert holds(fact, values) == true(claim, world)
        seen.add(true(claim, world))
    assert seen == {True, False}


@pytest.mark.parametrize("claim", [WasAt(0, 1, 2), WasAt(1, 0, 0, really=False), CameAfter(0, 1, 2)])
def test_a_claim_about_a_walk_is_too(claim: Claim) -> None:
    case = Case(THREE, (0, 1, 2, 3), (), (), ("who", "then"), scene=Scene(2, 1, 0, 0))
    fact = Facts(case).fact(claim)
    seen: set[bool] = set()
    for world in worlds(case):
        values = {f"at {who} {hour}": room for who, walk in enumerate(world.at) for hour, room in enumerate(walk)}
        assert holds(fact, values) == true(claim, world)
        seen.add(true(claim, world))
    assert seen == {True, False}


def test_a_step_that_rests_on_another_does_not_stand_alone() -> None:
    case = KNOWN[-1][0]
    facts = Facts(case)
    net = Net(facts.unknowns, {name: rule.fact for name, rule in facts.rules.items()}, facts.different)
    steps = net.chain(facts.asked, supposing=True)
    assert steps is not None
    assert check(facts.unknowns, facts.clues, steps[-1:]) != []
    without = replace(case, clues=case.clues[1:])
    assert len(answers(without)) == 2


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("seed", range(4))
def test_a_puzzle_is_whole_and_its_own_answer_right(level: Level, seed: int) -> None:
    one = made(Kind.WHODUNIT, level, seed)
    assert MAKER.alone(one)
    assert MAKER.faults(one) == []
    assert MAKER.judge(one, dict(one.given)).right
    assert english_left_over(one) == []
    assert puzzle(Kind.WHODUNIT, level, seed) == one


@cache
def asking(*keys: str) -> Puzzle:
    every = (made(Kind.WHODUNIT, level, seed) for seed in range(60) for level in (Level.BEGINNER, Level.INTERMEDIATE))
    return next(one for one in every if tuple(field.key for field in one.fields) == keys)


def test_answers_are_read_tolerantly() -> None:
    one = asking("who", "what")
    (_, who), (_, what) = one.given
    person = next(person for person in PEOPLE if person.key == who)
    hangul = next(word for word, key in HANGUL.items() if key == what)
    for name, thing in (
        (who.upper(), f"the {what}"),
        (f" {who.lower()} ", f"with the {what.upper()}"),
        (person.hangul, hangul),
        (who[0], what),
    ):
        assert MAKER.judge(one, {"who": name, "what": thing}).right, (name, thing)
    for name, thing in (("", ""), (who, ""), (who, "kitchen"), ("Nobody", what), (who * 999, what)):
        judged = MAKER.judge(one, {"who": name, "what": thing})
        assert not judged.readable, (name, thing)


@pytest.mark.parametrize("keys", [("who",), ("who", "what"), ("who", "where"), ("who", "then")])
def test_a_wrong_answer_is_told_one_thing_and_not_the_solution(keys: tuple[str, ...]) -> None:
    one = asking(*keys)
    for values in product(*([choice.value for choice in field.choices] for field in one.fields)):
        given = dict(zip(keys, values, strict=True))
        judged = MAKER.judge(one, given)
        assert judged.readable
        assert judged.right == (tuple(given.items()) == one.given)
        assert one.answer not in str(judged.reason)


def test_words_in_korean_are_those_that_are_read() -> None:
    for keys, words in ((ROOM_KEYS, ROOMS), (THING_KEYS, THINGS)):
        for key, word in zip(keys, words, strict=True):
            assert str(word) == f"the {key}"
            assert HANGUL[say(word, Language.KOREAN).replace(" ", "")] == key


def test_names_in_korean_are_those_that_are_read() -> None:
    for person in PEOPLE:
        assert say(person.name, Language.KOREAN) == person.hangul
        assert str(person.name) == person.key


# A second reading: the English statement alone


def listed(text: str) -> list[str]:
    return [re.sub("^the ", "", one) for one in re.split(r", | and | or ", text)]


def found_from_the_words(lines: list[str]) -> list[tuple[str, ...]]:
    text = "\n".join(lines)
    clues = re.findall(r"^\(\d+\) (.*)\.$", text, re.MULTILINE)
    said = {who: re.findall("“(.*?)\\.”", what) for who, what in re.findall(r"^(\w+) says: (.*)$", text, re.MULTILINE)}
    question = lines[-1]
    keys = ["who"] + (["what"] if "with what" in question else []) + (["where"] if "where" in question else [])
    found = {
        tuple(world[key] for key in keys)
        for world in every_world(text)
        if all(means(clue, world) for clue in clues) and said_rightly(text, said, world)
    }
    return sorted(found)


def every_world(text: str) -> Iterator[World]:
    if one := re.search("Exactly one of (.*) broke it", text):
        things = re.search("with exactly one of these: (.*)\\.", text)
        rooms = re.search("in exactly one of these rooms: (.*)\\.", text)
        for who, what, where in product(
            listed(one[1]), listed(things[1]) if things else [""], listed(rooms[1]) if rooms else [""]
        ):
            yield {"who": who, "what": what, "where": where}
    elif one := re.search("while (.*) were at home", text):
        yield from having(text, listed(one[1]))
    else:
        yield from moving(text)


def having(text: str, people: list[str]) -> Iterator[World]:
    kinds = {}
    for kind, words in (
        ("room", "one of these rooms"),
        ("thing", "one of these things"),
        ("hour", "one of these times"),
    ):
        if one := re.search(f"{words}: (.*)\\.", text):
            kinds[kind] = listed(one[1])
    for ways in product(*(permutations(values) for values in kinds.values())):
        shared = {
            f"{kind} {who}": value
            for kind, values in zip(kinds, ways, strict=True)
            for who, value in zip(people, values, strict=True)
        }
        for who in people:
            yield {**shared, "who": who, "what": shared[f"thing {who}"], "where": shared[f"room {who}"]}


def moving(text: str) -> Iterator[World]:
    intro = re.search("^At (.*), ([^,]*(?:, [^,]*)* and \\w+) were each in one of these rooms: (.*)\\.", text)
    assert intro is not None
    times = re.findall(r"\d+ o'clock", intro[0])
    people = listed(re.sub(r".*o'clock, ", "", intro[0]).split(" were each")[0])
    rooms = listed(intro[3])
    broken = re.search("At (.*) a vase was broken in the (\\w+) by", text)
    asked = re.search("where was this person at (.*)\\?", text)
    assert broken is not None
    assert asked is not None
    for walk in walks(len(people), len(times), tuple(rooms)):
        world = {f"{time} {who}": walk[t][p] for t, time in enumerate(times) for p, who in enumerate(people)}
        for who in people:
            if world[f"{broken[1]} {who}"] == broken[2]:
                yield {**world, "who": who, "where": world[f"{asked[1]} {who}"]}


@cache
def walks(people: int, times: int, rooms: tuple[str, ...]) -> list[tuple[tuple[str, ...], ...]]:
    found = product(permutations(rooms, people), repeat=times)
    return [walk for walk in found if all(len({now[who] for now in walk}) == times for who in range(people))]


def said_rightly(text: str, said: dict[str, list[str]], world: World) -> bool:
    truths = {
        who: [means(re.sub(r"\bI\b", who, claim).replace("by me", f"by {who}"), world) for claim in claims]
        for who, claims in said.items()
    }
    if "one thing that is true and one that is false" in text:
        return all(sum(one) == 1 for one in truths.values())
    if "Whoever broke it says only what is false" in text:
        return all(set(one) == {who != world["who"]} for who, one in truths.items())
    if one := re.search(r"Exactly (\w+) of these (?:\d )?statements", text):
        return sum(map(sum, truths.values())) == (1 if one[1] == "one" else int(one[1]))
    return not said


def means(claim: str, world: World) -> bool:  # noqa: PLR0911 - one line a kind of claim
    """Whether a claim in English is true. What it cannot read fails the test."""
    if either := re.fullmatch("Exactly one of these is true: (.*); (.*)", claim):
        return means(either[1], world) != means(either[2], world)
    if broke := re.fullmatch(r"(\w+) (broke|did not break) it", claim):
        return (world["who"] == broke[1]) == (broke[2] == "broke")
    if two := re.fullmatch(r"It was broken by (\w+) or by (\w+)", claim):
        return world["who"] in two.groups()
    if done := re.fullmatch(r"It was (not )?broken (in|with) the (\w+)", claim):
        return (world["where" if done[2] == "in" else "what"] == done[3]) != bool(done[1])
    if after := re.fullmatch(r"At (\d+) o'clock, (\w+) was where (\w+) had been an hour before", claim):
        return world[f"{after[1]} o'clock {after[2]}"] == world[f"{int(after[1]) - 1} o'clock {after[3]}"]
    if was := re.fullmatch(r"At (\d+ o'clock), (\w+) was (not )?in the (\w+)", claim):
        return (world[f"{was[1]} {was[2]}"] == was[4]) != bool(was[3])
    if order := re.fullmatch(r"(\w+) came home (.*) (than|before|after) the one who (was in|had) the (\w+)", claim):
        kind = "room" if order[4] == "was in" else "thing"
        other = next(key.split()[1] for key, value in world.items() if key.startswith(kind) and value == order[5])
        gap = int(world[f"hour {other}"].split()[0]) - int(world[f"hour {order[1]}"].split()[0])
        return {"earlier": gap > 0, "later": gap < 0}.get(order[2], gap == (1 if order[3] == "before" else -1))
    return has(claim, world)


def has(claim: str, world: World) -> bool:
    """Who was where, with what or when: a person or whoever had something."""
    verbs = r"was in|was not in|had|did not have|came home at|did not come home at"
    parts = re.fullmatch(rf"(Whoever (?:was in|had|came home at) .*?|\w+) ({verbs}) (.*)", claim)
    assert parts is not None, claim
    subject, verb, values = parts.groups()
    if whoever := re.fullmatch("Whoever (was in|had|came home at) (.*)", subject):
        value = re.sub("^the ", "", whoever[2])
        subject = next(
            key.split()[1] for key, one in world.items() if key.startswith(kind_of(whoever[1])) and one == value
        )
    return (world[f"{kind_of(verb)} {subject}"] in listed(values)) != ("not" in verb)


def kind_of(verb: str) -> str:
    return "room" if "in" in verb.split() else "thing" if verb in {"had", "did not have"} else "hour"


def from_words_alone(seeds: int) -> None:
    for level in Level:
        for seed in range(seeds):
            one = made(Kind.WHODUNIT, level, seed)
            found = found_from_the_words([str(line) for line in one.statement])
            assert [", ".join(answer) for answer in found] == [one.answer], (level, seed)


def test_the_words_alone_give_the_answer() -> None:
    from_words_alone(5)


@pytest.mark.slow
def test_every_puzzle_of_many_is_what_it_promises() -> None:
    seconds = sorted(looked_at(Kind.WHODUNIT, 100))
    assert seconds[len(seconds) // 2] < 0.3
    assert seconds[int(len(seconds) * 0.99)] < 1.5
    from_words_alone(30)
    for level in Level:
        assert all(english_left_over(made(Kind.WHODUNIT, level, seed)) == [] for seed in range(40))
