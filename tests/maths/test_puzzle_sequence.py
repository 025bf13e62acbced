"""Sequences: the statement is read back from English and tried out by a reader that knows nothing of the maker."""

from __future__ import annotations

import re
from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest
from puzzled import english_left_over, looked_at, made

from maths.logic.formula import Unknown
from maths.logic.whole import Whole
from maths.puzzle import puzzle
from maths.puzzles.puzzle import Kind, Puzzle
from maths.puzzles.sequence import MAKER, _follows, _only
from maths.puzzles.sequences.chain import Sequenced, fact, links
from maths.puzzles.sequences.rules import BY_KEY, RULES
from maths.puzzles.sequences.solve import OpenError, completed, equations, parameters
from maths.puzzles.typed import whole_number
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.puzzles.sequences.rules import Rule

    Holds = Callable[[list[int], dict[str, int]], bool]

LINEAR, SECOND, GROWTH = BY_KEY["linear"], BY_KEY["second"], BY_KEY["growth"]


def test_the_same_terms_have_other_successors_by_other_rules() -> None:
    shown = (1, 2, 4, None)
    assert completed(SECOND, shown, 4) == [1, 2, 4, 7]
    assert completed(GROWTH, shown, 4) == [1, 2, 4, 8]
    assert completed(BY_KEY["fibonacci"], shown, 4) == [1, 2, 4, 7]
    assert completed(BY_KEY["times"], shown, 4) == [1, 2, 4, 8]


def test_what_the_terms_leave_open_is_not_decided() -> None:
    assert not _only(Sequenced((LINEAR,), 0, (2, 5), 3, (1, 3), (2, 5, 8)))
    with pytest.raises(OpenError):
        completed(LINEAR, (2, 5), 3)
    assert completed(LINEAR, (2, 5, 11), 4) == [2, 5, 11, 23]
    assert completed(LINEAR, (2, 5, 11, 24), 5) is None
    assert completed(LINEAR, (2, 5, 12), 4) is None  # a would be 7/3


def test_a_rule_that_fits_as_well_is_not_excluded() -> None:
    both = (BY_KEY["add"], LINEAR)
    assert not _only(Sequenced(both, 0, (3, 5, 7, 9), 5, (2,), (3, 5, 7, 9, 11)))


@pytest.mark.parametrize("rule", RULES, ids=[rule.key for rule in RULES])
def test_elimination_and_z3_find_the_same_parameters(rule: Rule) -> None:
    values = tuple((3, -2)[: len(rule.letters)])
    terms = tuple(rule.continued((5, 7, 4)[: rule.start], values, rule.start + 5))
    rows = equations(rule, terms)
    found = parameters(rows, len(values))
    assert found == values
    session = Whole([fact(row, rule.letters) for row in rows])
    assert session.only([Unknown(name, ()) for name in rule.letters]) == values
    wrong = (*terms[:-1], terms[-1] + 1)
    assert completed(rule, wrong, len(wrong)) is None or rule.letters != ("d",)
    assert not Whole([fact(row, rule.letters) for row in equations(rule, wrong)]).possible()


def test_a_claim_that_does_not_follow_is_found() -> None:
    one = made(Kind.SEQUENCE, Level.INTERMEDIATE, 1)
    assert isinstance(one.data, Sequenced)
    _, claims = links(one.data)
    assert claims
    assert all(map(_follows, claims))
    for claim in claims:
        if len(claim.rows) == 1:
            assert not _follows(type(claim)((), claim.letters, claim.says))


JUDGED = [
    ("{}", True, True),
    (" x = {} ", True, True),
    ("답은 {}입니다", True, True),
    ("{}.", True, True),
    ("{}1", False, True),
    ("{}/2", False, False),
    ("{} or 3", False, False),
    ("", False, False),
    ("none", False, False),
    ("1" * 400, False, False),
]


@pytest.mark.parametrize(("typed", "right", "readable"), JUDGED)
def test_answers_are_read_tolerantly(typed: str, right: bool, readable: bool) -> None:  # noqa: FBT001
    one = made(Kind.SEQUENCE, Level.BEGINNER, 1)
    judged = MAKER.judge(one, {"term": typed.format(one.answer)})
    assert (judged.right, judged.readable) == (right, readable)
    assert one.answer not in str(judged.reason) or typed.format(one.answer) != one.answer


@pytest.mark.parametrize(
    ("typed", "number"), [("1,024", 1024), ("−7", -7), ("- 7", -7), ("1.5", None), ("12 13", None)]
)
def test_whole_numbers(typed: str, number: int | None) -> None:
    assert whole_number(typed) == number


# A second reading: each sentence by itself says which terms fit


def digits(number: int) -> int:
    return sum(map(int, str(abs(number))))


def diff(terms: list[int]) -> list[int]:
    return [b - a for a, b in pairwise(terms)]


def all_from(start: int, terms: list[int], fits: Callable[[int, int], bool], by: int = 1) -> bool:
    """Whether every place from `start` on, in steps, fits with its term."""
    return all(fits(n, terms[n - 1]) for n in range(start, len(terms) + 1, by))


SENTENCES: dict[str, Holds] = {
    "Each term is the term before it plus d, with": lambda t, v: set(diff(t)) <= {v["d"]},
    "Each term is a times the term before it, with": lambda t, v: all(b == v["a"] * a for a, b in pairwise(t)),
    "The term in place n is n² plus c, with": lambda t, v: all_from(1, t, lambda n, x: x == n * n + v["c"]),
    "The term in place n is n³ plus c, with": lambda t, v: all_from(1, t, lambda n, x: x == n * n * n + v["c"]),
    "The term in place n is c times n², with": lambda t, v: all_from(1, t, lambda n, x: x == n * n * v["c"]),
    "Each term is a times the term before it plus b, with": lambda t, v: all(
        y == v["a"] * x + v["b"] for x, y in pairwise(t)
    ),
    "The differences between neighbours change by the same": lambda t, v: set(diff(diff(t))) <= {v["d"]},
    "Each term is the sum of the two terms before it plus c, with": lambda t, v: all_from(
        3, t, lambda n, x: x == t[n - 2] + t[n - 3] + v["c"]
    ),
    "Two sequences take turns: in places 1, 3, 5, … each term is the one two places before it plus d, in places "
    "2, 4, 6, … it is that one plus e, with": lambda t, v: (
        set(diff(t[::2])) <= {v["d"]} and set(diff(t[1::2])) <= {v["e"]}
    ),
    "In places 2, 4, 6, … each term is a times the term before it, in places 3, 5, 7, … it is the term before it plus "
    "b, with": lambda t, v: (
        all_from(2, t, lambda n, x: x == v["a"] * t[n - 2], 2)
        and all_from(3, t, lambda n, x: x == v["b"] + t[n - 2], 2)
    ),
    "In places 2, 4, 6, … each term is a times the term before it, in places 3, 5, 7, … it is b times the term before "
    "it, with": lambda t, v: (
        all_from(2, t, lambda n, x: x == v["a"] * t[n - 2], 2)
        and all_from(3, t, lambda n, x: x == v["b"] * t[n - 2], 2)
    ),
    "Each difference between neighbours is r times the difference before it, with": lambda t, v: all(
        y == v["r"] * x for x, y in pairwise(diff(t))
    ),
    "Each term is the term before it plus c times the sum of its digits, with": lambda t, v: all(
        y == x + v["c"] * digits(x) for x, y in pairwise(t)
    ),
    "The term in place n is a times the term before it plus b times n, with": lambda t, v: all_from(
        2, t, lambda n, x: x == v["a"] * t[n - 2] + v["b"] * n
    ),
    "Each term is a times the term before it plus b times the term two places before it, with": lambda t, v: all_from(
        3, t, lambda n, x: x == v["a"] * t[n - 2] + v["b"] * t[n - 3]
    ),
    "The differences of the differences of neighbours change by": lambda t, v: set(diff(diff(diff(t)))) <= {v["d"]},
    "Two sequences take turns: in places 1, 3, 5, … each term is the one two places before it plus d, in places "
    "2, 4, 6, … it is r times that one, with": lambda t, v: (
        set(diff(t[::2])) <= {v["d"]} and all(y == v["r"] * x for x, y in pairwise(t[1::2]))
    ),
}


def solved_from_the_words(one: Puzzle) -> set[int]:
    """What can stand in the place that is asked for, with parameters tried one by one."""
    lines = [str(line) for line in one.statement]
    terms = re.fullmatch(r"A sequence of whole numbers begins (.*), …", lines[0])
    assert terms is not None
    shown = [None if term == "?" else int(term) for term in terms[1].split(", ")]
    place = re.search(r"place (\d+)\?", lines[-1])
    asked = int(place[1]) if place else shown.index(None) + 1 if None in shown else len(shown) + 1
    found: set[int] = set()
    for line in lines[1:-1]:
        words = re.sub(r"^\(\d\) ", "", line)
        if words.startswith("It follows"):
            continue
        holds = SENTENCES[next(begins for begins in SENTENCES if words.startswith(begins))]
        letters = re.findall(r"\b[a-e]\b|\br\b", words[words.index("whole number") :])
        for values in product(range(-12, 13), repeat=len(letters)):
            found |= continued(shown, asked, dict(zip(letters, values, strict=True)), holds)
    return found


def continued(shown: list[int | None], asked: int, values: dict[str, int], holds: Holds) -> set[int]:
    """The term asked for, where exactly one number fits in every place from the first that is not shown."""
    first = shown.index(None) if None in shown else len(shown)
    terms = [term for term in shown[:first] if term is not None]
    if not holds(terms, values):
        return set()
    reach = 6 * max(map(abs, terms)) + 200
    while len(terms) < max(asked, len(shown)):
        given = shown[len(terms)] if len(terms) < len(shown) else None
        tried = range(-reach, reach + 1) if given is None else (given,)
        fitting = [n for n in tried if holds([*terms, n], values)]
        if len(fitting) != 1:
            return set()
        terms += fitting
    return {terms[asked - 1]}


@pytest.mark.parametrize("rule", RULES, ids=[rule.key for rule in RULES])
def test_each_sentence_says_what_its_rule_does(rule: Rule) -> None:
    holds = SENTENCES[next(begins for begins in SENTENCES if str(rule.says).startswith(begins))]
    for values in ((3, -2), (-2, 5)):
        named = dict(zip(rule.letters, values, strict=False))
        terms = rule.continued((5, 17, 4)[: rule.start], values[: len(rule.letters)], rule.start + 5)
        assert holds(terms, named)
        assert not holds([*terms[:-1], terms[-1] + 1], named)
        assert not holds(terms, {letter: value + 1 for letter, value in named.items()})


def test_the_words_say_what_the_data_says() -> None:
    looked = 0
    for level, seed in product(Level, range(12)):
        one = made(Kind.SEQUENCE, level, seed)
        assert isinstance(one.data, Sequenced)
        small = all(abs(value) <= 12 for value in one.data.values) and max(map(abs, one.data.terms)) < 400
        if small and looked < 8:
            looked += 1
            assert solved_from_the_words(one) == {int(one.answer)}, one.statement
    assert looked >= 4


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("seed", range(3))
def test_a_puzzle_is_whole_and_its_own_answer_right(level: Level, seed: int) -> None:
    one = made(Kind.SEQUENCE, level, seed)
    assert MAKER.alone(one)
    assert MAKER.faults(one) == []
    assert MAKER.judge(one, dict(one.given)).right
    assert english_left_over(one) == []
    assert puzzle(Kind.SEQUENCE, level, seed) == one


@pytest.mark.slow
def test_every_puzzle_of_many_is_what_it_promises() -> None:
    seconds = sorted(looked_at(Kind.SEQUENCE, 100))
    assert seconds[len(seconds) // 2] < 0.3
    assert seconds[int(len(seconds) * 0.99)] < 1.5
    for level, seed in product(Level, range(40)):
        assert english_left_over(made(Kind.SEQUENCE, level, seed)) == []
