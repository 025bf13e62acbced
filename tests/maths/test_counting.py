"""Chances, arrangements and choices: read in both languages, decided rightly or not at all."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise, permutations, product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from maths.decide import decide
from maths.families.counting.arrangement import Arrangement, Blocks
from maths.families.counting.arrangement_routes import Wanted, by_factorials, by_placing
from maths.families.counting.boxes import Boxes
from maths.families.counting.boxes_routes import by_formula as boxes_by_formula
from maths.families.counting.boxes_routes import by_partitions
from maths.families.counting.chance import Chance
from maths.families.counting.chance_routes import by_formula, by_tree
from maths.families.counting.conditions import (
    Both,
    Compared,
    Composite,
    DivisorOf,
    Either,
    Multiple,
    Not,
    Palindrome,
    PerfectPower,
    Prime,
)
from maths.families.counting.expectation import Complement, Expectation
from maths.families.counting.experiment import (
    Alike,
    Draws,
    InOrder,
    Opposite,
    Outnumber,
    Part,
    Tally,
    Thing,
    Union,
    Unlike,
    Worth,
    holds,
)
from maths.families.counting.selection import Committee, Selection
from maths.families.counting.selection_routes import Group, Stage, Way
from maths.families.settled import UndecidedError
from maths.steps import work
from maths.verdict import Level, SectionKind
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.counting.conditions import Condition
    from maths.families.counting.experiment import Event

ROWS = [json.loads(line) for line in (Path(__file__).parent / "counting.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", [row for row in ROWS if row["answer"]], ids=lambda row: row["problem"])
def test_the_statement_is_decided(row: dict[str, str]) -> None:
    found = decide(row["problem"])
    assert (found.answer.typed if found.answer else None) == row["answer"], found.reason


@pytest.mark.parametrize("row", [row for row in ROWS if not row["answer"]], ids=lambda row: row["problem"])
def test_what_is_open_stays_open(row: dict[str, str]) -> None:
    """Conditions that are missing, do not fit, may mean two things, or were not understood."""
    found = decide(row["problem"])
    assert found.answer is None
    assert found.reason is not None


DICE = Draws(tuple((str(n), 1) for n in range(1, 7)), 3, replaced=True, thing=Thing.DICE)
BAG = Draws((("1", 2), ("2", 3), ("3", 1)), 3, replaced=False, thing=Thing.NUMBERS)
LOW, HIGH = frozenset("12"), frozenset("3")
CLASSES = (frozenset("1"), frozenset("2"), frozenset("3"))
EVENTS: tuple[Event, ...] = (
    Tally((Part(LOW, 2, 2, ""),)),
    Tally((Part(LOW, 1, 3, ""), Part(HIGH, 0, 1, ""))),
    InOrder((LOW, HIGH), ("", "")),
    InOrder((frozenset("1"), LOW, HIGH), ("", "", "")),
    Alike(CLASSES),
    Unlike(CLASSES),
    Worth("sum", Compared(">=", 6)),
    Worth("product", Multiple(2)),
    Outnumber(LOW, HIGH, ">", ("", "")),
    Outnumber(LOW, HIGH, ">=", ("", "")),
    Outnumber(frozenset("1"), HIGH, "=", ("", "")),
    Opposite(Alike(CLASSES)),
    Opposite(InOrder((LOW, HIGH), ("", ""))),
    Union(Tally((Part(LOW, 3, 3, ""),)), Tally((Part(HIGH, 1, 1, ""),))),
)


def listed(draws: Draws) -> list[tuple[str, ...]]:
    """Every outcome of an experiment, equally likely ones."""
    things = [kind for kind, count in draws.population for _ in range(count)]
    return list(product(things, repeat=draws.number) if draws.replaced else permutations(things, draws.number))


@pytest.mark.parametrize("event", EVENTS, ids=[f"{type(event).__name__}-{n}" for n, event in enumerate(EVENTS)])
@pytest.mark.parametrize("draws", [DICE, BAG], ids=["dice", "bag"])
def test_both_routes_find_what_listing_finds(draws: Draws, event: Event) -> None:
    outcomes = listed(draws)
    expected = Fraction(sum(holds(event, drawn) for drawn in outcomes), len(outcomes))
    assert by_formula(draws, event) == expected
    assert by_tree(draws, event) == expected


def _fits(row: tuple[str, ...], wanted: Wanted) -> bool:
    places = [place for place, thing in enumerate(row) if thing.startswith("s")]
    gaps = [after - before for before, after in pairwise(places)]
    return {
        Wanted.NOTHING: True,
        Wanted.TOGETHER: all(gap == 1 for gap in gaps),
        Wanted.APART: all(gap > 1 for gap in gaps),
    }[wanted]


@pytest.mark.parametrize("wanted", Wanted)
@pytest.mark.parametrize(("others", "special"), [((1, 1, 1), (1, 1)), ((2, 1), (2,)), ((1, 1, 2), (1, 1))])
def test_arrangements_are_what_listing_finds(others: tuple[int, ...], special: tuple[int, ...], wanted: Wanted) -> None:
    things = [
        f"{kind}{i}" for kind, counts in (("o", others), ("s", special)) for i, n in enumerate(counts) for _ in range(n)
    ]
    expected = sum(_fits(row, wanted) for row in set(permutations(things)))
    task = Arrangement(others, special, wanted)
    assert by_factorials(task) == expected
    assert by_placing(task) == expected


def _packed(task: Boxes) -> int:
    found = set()
    for placed in product(range(task.boxes), repeat=task.things):
        contents = [tuple(i for i, box in enumerate(placed) if box == b) for b in range(task.boxes)]
        looks = contents if task.things_differ else [(len(content),) for content in contents]
        if not task.nonempty or all(contents):
            found.add(tuple(looks if task.boxes_differ else sorted(looks)))
    return len(found)


@pytest.mark.parametrize("flags", list(product([True, False], repeat=3)), ids=str)
def test_boxes_are_what_listing_finds(flags: tuple[bool, bool, bool]) -> None:
    for things, boxes in product(range(1, 5), range(1, 4)):
        task = Boxes(things, boxes, *flags)
        assert boxes_by_formula(task) == by_partitions(task) == _packed(task), task


CONDITIONS: tuple[Condition, ...] = (
    Multiple(7), DivisorOf(60), Prime(), Composite(), PerfectPower(2), PerfectPower(3), Palindrome(),
    Compared("<", 40), Compared("<=", 40), Compared(">", 40), Compared(">=", 40), Compared("=", 40),
    Not(Prime()), Both(Multiple(2), Multiple(3)), Either(Palindrome(), Prime()),
)  # fmt: skip


@pytest.mark.parametrize("condition", CONDITIONS, ids=[type(c).__name__ for c in CONDITIONS])
def test_a_condition_is_tested_and_constructed_alike(condition: Condition) -> None:
    for low, high in ((0, 150), (37, 41), (95, 305)):
        assert condition.among(low, high) == {n for n in range(low, high + 1) if condition.fits(n)}


BROKEN: dict[str, Callable[[], object]] = {
    "wrong chance": lambda: Chance(DICE, EVENTS[0]).settle(lambda *_: Fraction(1, 2)),
    "wrong arrangement": lambda: Arrangement((1, 2)).settle(lambda _: 6),
    "wrong blocks": lambda: Blocks((2, 3)).settle(lambda _: 12),
    "wrong selection": lambda: Selection((Stage(9, 4),)).settle(lambda _: 3024),
    "wrong committee": lambda: Committee((Group("a", 3, 1, 2), Group("b", 4, 0, 2)), 3).settle(lambda _: 35),
    "wrong boxes": lambda: Boxes(4, 2, things_differ=False, boxes_differ=True).settle(lambda _: 16),
    "wrong expectation": lambda: Expectation(((Fraction(1), Fraction(1, 2)), (Fraction(0), Fraction(1, 2)))).settle(
        lambda _: Fraction(1)
    ),
    "wrong complement": lambda: Complement(Fraction(1, 3)).settle(lambda chance: chance),
}


@pytest.mark.parametrize("settle", BROKEN.values(), ids=BROKEN.keys())
def test_a_route_that_errs_decides_nothing(settle: Callable[[], object]) -> None:
    with pytest.raises(UndecidedError):
        settle()


def test_groups_around_a_table_stay_together() -> None:
    assert Blocks((3, 4, 2), circle=True).settle().answer.typed == "576"


def test_things_chosen_again_and_again() -> None:
    assert Selection((Stage(6, 3, Way.REPEATED),)).settle().answer.typed == "216"


TAUGHT = (
    "A fair coin is flipped 6 times. What is the probability of getting exactly 2 heads?",
    "Four dice are rolled. What is the probability that no two of the dice show the same number?",
    "A club has 6 boys and 4 girls. Two members are chosen at random. What is the probability that both are girls?",
    "In how many ways can 6 people sit in a row if Ann and Bo refuse to sit next to each other?",
    "In how many ways can 4 students be chosen from a group of 9 students?",
    "How many ways can a committee of 4 be chosen from 5 boys and 6 girls with at least 2 girls?",
    "How many ways are there to put 4 different balls in 3 identical boxes?",
    "What is the expected value of the roll of a fair 8-sided die?",
    "The probability that the train will be late is 2/7. What is the probability that the train will not be late?",
    "A two-digit number is chosen at random. What is the probability that it is divisible by 9?",
)


@pytest.mark.parametrize("problem", TAUGHT)
@pytest.mark.parametrize("language", Language)
def test_the_levels_teach_differently_in_both_languages(problem: str, language: Language) -> None:
    """A beginner reads another text than an advanced student, and each has an approach, steps and a conclusion."""
    texts = set()
    for level in (Level.BEGINNER, Level.ADVANCED):
        passages = work(problem, level).passages
        assert {SectionKind.APPROACH, SectionKind.STEPS, SectionKind.CONCLUSION} <= {p.kind for p in passages}
        lines = [say(line, language) for passage in passages for line in passage.lines]
        assert not any("{" in line and ":" in line.split("{")[1][:3] for line in lines)
        texts.add("\n".join(lines))
    assert len(texts) == 2


def test_what_there_is_too_much_of_is_refused_at_once() -> None:
    for problem in (
        "A coin is flipped 999 times. What is the probability of getting exactly 2 heads?",
        "In how many ways can 400 people stand in a row?",
        "How many ways are there to put 900 different balls in 3 identical boxes?",
    ):
        assert decide(problem).answer is None
