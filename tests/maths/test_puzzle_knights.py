"""Knights and knaves: what the words say is read back from English by a reader that knows nothing of the maker."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest
from puzzled import english_left_over, looked_at, made

from maths.logic.deduce import check
from maths.logic.formula import holds
from maths.logic.solver import Session
from maths.puzzle import puzzle
from maths.puzzles.island.deduction import Deducing
from maths.puzzles.island.facts import VALUES, Facts
from maths.puzzles.island.said import (
    Alike,
    Claim,
    Is,
    Island,
    Joined,
    More,
    Odd,
    Only,
    Role,
    Said,
    Tally,
    Would,
    fits,
    true,
)
from maths.puzzles.knights import MAKER
from maths.puzzles.people import PEOPLE
from maths.puzzles.puzzle import Kind, Puzzle
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

KNIGHT, KNAVE, SPY, ALTERNATOR = Role.KNIGHT, Role.KNAVE, Role.SPY, Role.ALTERNATOR
NUMBER = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
ONE = {"knights": "knight", "knaves": "knave", "normals": "normal", "spies": "spy", "alternators": "alternator"}
KIND = r"an? (\w+)"


def island(*said: Said, roles: tuple[Role, ...] = (KNIGHT, KNAVE), people: int = 2) -> Island:
    return Island(PEOPLE[:people], roles, (), said)


CLASSICS = [
    (island(Said(0, Tally((1, 0), KNAVE, "at least", 1))), "Ada: knight, Ben: knave"),
    (island(Said(0, Tally((1, 0), KNAVE, "exactly", 2))), "Ada: knave, Ben: knight"),
    (island(Said(0, Joined(Is(0, KNAVE), "or", Is(1, KNIGHT)))), "Ada: knight, Ben: knight"),
    (island(Said(0, Joined(Is(0, KNIGHT), "if", Is(1, KNIGHT)))), "Ada: knight, Ben: knight"),
    (
        island(Said(0, Is(1, KNAVE)), Said(1, Alike(0, 2)), people=3),
        None,  # Clara is a knave, but Ada and Ben may change places
    ),
    (
        island(
            Said(0, Tally((0, 1, 2), KNAVE, "exactly", 3)), Said(1, Tally((0, 1, 2), KNIGHT, "exactly", 1)), people=3
        ),
        "Ada: knave, Ben: knight, Clara: knave",
    ),
    (island(Said(0, Would(1, Is(0, KNAVE))), Said(1, Is(0, KNIGHT))), "Ada: knave, Ben: knave"),
    (island(Said(0, Only(0, KNAVE))), "Ada: knave, Ben: knave"),
    (
        island(
            Said(0, Is(0, KNAVE)),
            Said(0, Is(1, KNIGHT), 1),
            Said(1, Is(0, ALTERNATOR)),
            roles=(KNIGHT, KNAVE, ALTERNATOR),
        ),
        "Ada: alternator, Ben: knight",
    ),
]


@pytest.mark.parametrize(("there", "expected"), CLASSICS)
def test_classics_have_the_solution_people_know(there: Island, expected: str | None) -> None:
    fitting = [roles for roles in product(there.roles, repeat=len(there.people)) if fits(there, roles)]
    answers = [", ".join(f"{p.key}: {role}" for p, role in zip(there.people, roles, strict=True)) for roles in fitting]
    facts = Facts(there)
    solutions = Session(facts.unknowns, list(facts.clues.values())).solutions(9)
    assert (answers == [expected]) == (expected is not None)
    assert (len(solutions) == 1) == (expected is not None)
    assert (Deducing(there).chain() is not None) == (expected is not None)


CLAIMS: list[Claim] = [
    Is(0, ALTERNATOR),
    Is(1, KNIGHT, really=False),
    Alike(0, 2),
    Alike(1, 2, really=False),
    *(Tally((0, 1, 2), KNAVE, bound, number) for bound in ("exactly", "at least", "at most") for number in (1, 2)),
    Tally((0, 1), KNIGHT, "exactly", 0),
    Odd(KNAVE),
    More(KNAVE, KNIGHT),
    Only(2, KNIGHT),
    *(Joined(Is(0, KNIGHT), joint, Is(1, KNAVE)) for joint in ("and", "or", "if", "iff")),
]


@pytest.mark.parametrize("claim", [*CLAIMS, Would(0, Is(1, KNAVE))])
def test_a_claim_is_true_in_the_same_worlds_for_both_encoders(claim: Claim) -> None:
    kinds = (KNIGHT, KNAVE) if isinstance(claim, Would) else (KNIGHT, KNAVE, ALTERNATOR)
    facts = Facts(island(Said(0, claim), roles=kinds, people=3))
    seen: set[bool] = set()
    for roles in product(kinds, repeat=3):
        values = {one.name: VALUES[role][0] for one, role in zip(facts.unknowns, roles, strict=True)}
        assert holds(facts.claims[0], values) == true(claim, roles)
        seen.add(true(claim, roles))
    assert seen == {True, False}


def test_a_link_that_does_not_follow_is_found() -> None:
    there = made(Kind.KNIGHTS, Level.BEGINNER, 3).data
    assert isinstance(there, Island)
    deducing = Deducing(there)
    moves = deducing.chain()
    assert moves is not None
    assert check(deducing.unknowns, deducing.clues, [move.step for move in moves]) == []
    assert check(deducing.unknowns, deducing.clues, [move.step for move in reversed(moves)]) != []


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("seed", range(3))
def test_a_puzzle_is_whole_and_its_own_answer_right(level: Level, seed: int) -> None:
    one = made(Kind.KNIGHTS, level, seed)
    assert MAKER.alone(one)
    assert MAKER.faults(one) == []
    assert MAKER.judge(one, dict(one.given)).right
    assert english_left_over(one) == []
    assert puzzle(Kind.KNIGHTS, level, seed) == one


@pytest.mark.parametrize(
    ("typed", "right", "readable"),
    [
        (("knave", "knight"), True, True),
        ((" KNAVE ", "a Knight!"), True, True),
        (("건달입니다", "기사"), True, True),
        (("knight", "knight"), False, True),
        (("knave", "spy"), False, False),
        (("knave", ""), False, False),
        (("knave knight", "knight"), False, False),
        (("x" * 5000, "1+1"), False, False),
    ],
)
def test_answers_are_read_tolerantly(typed: tuple[str, str], right: bool, readable: bool) -> None:  # noqa: FBT001
    one = two_people()
    given = {field.key: text for field, text in zip(one.fields, typed, strict=True)}
    judged = MAKER.judge(one, given)
    assert (judged.right, judged.readable) == (right, readable)


@cache
def two_people() -> Puzzle:
    for seed in range(200):
        one = made(Kind.KNIGHTS, Level.BEGINNER, seed)
        if [value for _, value in one.given] == ["knave", "knight"]:
            return one
    raise AssertionError


def test_a_wrong_answer_is_told_what_breaks_and_not_the_solution() -> None:
    one = made(Kind.KNIGHTS, Level.BEGINNER, 3)
    for values in product(("knight", "knave"), repeat=len(one.fields)):
        given = {field.key: value for field, value in zip(one.fields, values, strict=True)}
        judged = MAKER.judge(one, given)
        assert judged.right == (tuple(given.items()) == one.given)
        assert one.answer not in str(judged.reason)


# A second reading: the English statement alone, tried out


def solved_from_the_words(lines: list[str]) -> list[dict[str, str]]:
    text = "\n".join(lines)
    met = re.search(r"You meet (.*)\. Each of them is (.*)\.", text)
    assert met is not None
    names = re.findall(r"[A-Z]\w+", met[1])
    kinds = [re.sub("^an? ", "", kind) for kind in re.split(r", | or ", met[2])]
    return [
        values
        for chosen in product(kinds, repeat=len(names))
        if fits_the_words(text, values := dict(zip(names, chosen, strict=True)))
    ]


def fits_the_words(text: str, kind: dict[str, str]) -> bool:
    for number, noun in re.findall(r"known that exactly (\w+) of them (?:is an?|are) (\w+)\.", text):
        if list(kind.values()).count(ONE.get(noun, noun)) != NUMBER[number]:
            return False
    if (trio := re.search(rf"One of them is {KIND}, one is {KIND} and one is {KIND}\.", text)) and sorted(
        kind.values()
    ) != sorted(trio.groups()):
        return False
    return all(in_character(kind, who, list(truths(said, who, kind))) for who, said in lines_of(text))


def lines_of(text: str) -> list[tuple[str, list[str]]]:
    return [
        (who, re.findall("“(.*?)\\.”", said)) for who, said in re.findall(r"^(\w+) says: (.*)$", text, re.MULTILINE)
    ]


def truths(said: list[str], who: str, kind: dict[str, str]) -> Iterator[bool]:
    for claim in said:
        yield means(
            re.sub(r"\bI am\b", f"{who} is", claim).replace(" I are", f" {who} are").replace(" me ", f" {who} "), kind
        )


def in_character(kind: dict[str, str], who: str, told: list[bool]) -> bool:
    match kind[who]:
        case "knight":
            return all(told)
        case "knave":
            return not any(told)
        case "alternator":
            return all(one is not told[place + 1] for place, one in enumerate(told[:-1]))
        case _:
            return True


def means(claim: str, kind: dict[str, str]) -> bool:  # noqa: PLR0911 - one line a kind of claim
    """Whether a claim in English is true. What it cannot read fails the test."""
    everyone = list(kind)
    joined = re.fullmatch("If (.*), then (.*)", claim)
    if joined:
        return means(joined[2], kind) or not means(joined[1], kind)
    if " if and only if " in claim:
        left, right = claim.split(" if and only if ")
        return means(left, kind) == means(right, kind)
    if told := re.fullmatch(r"(\w+) would say that (.*)", claim):
        return means(told[2], kind) == (kind[told[1]] == "knight")
    if tally := re.fullmatch(r"(Exactly|At least|At most) (\w+) of (.*) (?:is an?|are) (\w+)", claim):
        group = everyone if tally[3].startswith("the ") else tally[3].split(" and ")
        found = sum(kind[who] == ONE.get(tally[4], tally[4]) for who in group)
        number = NUMBER[tally[2]]
        return {"Exactly": found == number, "At least": found >= number, "At most": found <= number}[tally[1]]
    if odd := re.fullmatch(r"The number of (\w+) among the \w+ of us is odd", claim):
        return list(kind.values()).count(ONE[odd[1]]) % 2 == 1
    if more := re.fullmatch(r"There are more (\w+) than (\w+) among the \w+ of us", claim):
        return list(kind.values()).count(ONE[more[1]]) > list(kind.values()).count(ONE[more[2]])
    if only := re.fullmatch(r"Of the \w+ of us, (\w+) is the only (\w+)", claim):
        return [who for who in everyone if kind[who] == only[2]] == [only[1]]
    return means_simply(claim, kind)


def means_simply(claim: str, kind: dict[str, str]) -> bool:
    if alike := re.fullmatch(r"(\w+) and (\w+) are of (the same|different) kinds?", claim):
        return (kind[alike[1]] == kind[alike[2]]) == (alike[3] == "the same")
    if both := re.fullmatch(r"(\w+) and (\w+) are both (\w+)", claim):
        return kind[both[1]] == kind[both[2]] == ONE[both[3]]
    if neither := re.fullmatch(rf"Neither (\w+) nor (\w+) is {KIND}", claim):
        return neither[3] not in {kind[neither[1]], kind[neither[2]]}
    if two := re.fullmatch(rf"(\w+) is {KIND} (and|or) (\w+) is {KIND}", claim):
        left, right = kind[two[1]] == two[2], kind[two[4]] == two[5]
        return (left and right) if two[3] == "and" else (left or right)
    plain = re.fullmatch(rf"(\w+) is (not )?{KIND}", claim)
    assert plain is not None, claim
    return (kind[plain[1]] == plain[3]) != bool(plain[2])


def from_words_alone(seeds: int) -> None:
    for level in Level:
        for seed in range(seeds):
            one = made(Kind.KNIGHTS, level, seed)
            found = solved_from_the_words([str(line) for line in one.statement])
            assert [", ".join(f"{who}: {kind}" for who, kind in one.items()) for one in found] == [one.answer]


def test_the_words_alone_give_the_answer() -> None:
    from_words_alone(8)


@pytest.mark.slow
def test_every_puzzle_of_many_is_what_it_promises() -> None:
    seconds = sorted(looked_at(Kind.KNIGHTS, 100))
    assert seconds[len(seconds) // 2] < 0.3
    assert seconds[int(len(seconds) * 0.99)] < 1.5
    from_words_alone(100)
    for level in Level:
        assert all(english_left_over(made(Kind.KNIGHTS, level, seed)) == [] for seed in range(40))
