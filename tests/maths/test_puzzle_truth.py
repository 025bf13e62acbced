"""Truth tables: every statement is read back from its typed formulas by a reader of its own."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest
from puzzled import english_left_over, looked_at, made

from maths.puzzle import puzzle
from maths.puzzles.puzzle import Kind, Puzzle
from maths.puzzles.table.formula import Letter, Neg, Sign, Two, column, typed_row
from maths.puzzles.table.questions import Column, Equivalent, Follows, OneRow, Status, Which, answers
from maths.puzzles.table.reasoning import Apart, Filled, decided, faults, reasoning
from maths.puzzles.truth import MAKER
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.puzzles.table.questions import Question

P, Q, R = Letter("p"), Letter("q"), Letter("r")
PQ = ("p", "q")
IMPLIES = Two(Sign.IF, P, Q)

KNOWN: list[tuple[Question, tuple[str, ...]]] = [
    (Column(PQ, Two(Sign.AND, P, Q)), ("TFFF",)),
    (Column(PQ, Two(Sign.OR, P, Q)), ("TTTF",)),
    (Column(PQ, IMPLIES), ("TFTT",)),
    (Column(PQ, Two(Sign.IFF, P, Q)), ("TFFT",)),
    (Column(PQ, Two(Sign.XOR, P, Q)), ("FTTF",)),
    (Column(PQ, Neg(IMPLIES)), ("FTFF",)),
    (OneRow(PQ, (IMPLIES, Neg(Q))), ("F", "F")),
    (Which(PQ, Two(Sign.OR, IMPLIES, Two(Sign.IF, Q, P))), ("tautology", "none")),
    (Which(PQ, Two(Sign.AND, IMPLIES, Two(Sign.AND, P, Neg(Q)))), ("contradiction", "none")),
    (Which(PQ, IMPLIES), ("contingent", "TF")),
    (Which(PQ, Two(Sign.IFF, P, Q)), ("contingent", "none")),
    (Equivalent(PQ, IMPLIES, (Two(Sign.IF, Q, P), Two(Sign.IF, Neg(Q), Neg(P)), Two(Sign.OR, P, Neg(Q)))), ("B",)),
    (Follows(PQ, (IMPLIES, P), (Neg(P), Neg(Q), Two(Sign.XOR, P, Q), Q)), ("D",)),
    (Follows(PQ, (IMPLIES, Q), (P, Neg(P), Two(Sign.OR, P, Q))), ("C",)),  # not the converse
]


@pytest.mark.parametrize(("asked", "expected"), KNOWN)
def test_both_engines_find_what_is_known(asked: Question, expected: tuple[str, ...]) -> None:
    assert answers(asked) == [expected]
    assert decided(asked) == expected


def test_more_than_one_right_option_is_no_puzzle() -> None:
    twice = Equivalent(PQ, IMPLIES, (Two(Sign.OR, Neg(P), Q), Two(Sign.IF, Neg(Q), Neg(P))))
    assert len(answers(twice)) == 2
    assert decided(twice) is None
    assert decided(OneRow(PQ, (IMPLIES,))) is None


def test_a_wrong_line_is_found() -> None:
    asked = Column(PQ, IMPLIES)
    assert list(faults(asked, [Filled(IMPLIES, (True, False, True, True))])) == []
    assert list(faults(asked, [Filled(IMPLIES, (True, True, False, True))])) != []
    follows = Follows(PQ, (IMPLIES, Q), (P, Q))
    assert list(faults(follows, [Apart(0, (("p", False), ("q", True)))])) == []
    assert list(faults(follows, [Apart(0, (("p", True), ("q", True)))])) != []


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("seed", range(4))
def test_a_puzzle_is_whole_and_its_own_answer_right(level: Level, seed: int) -> None:
    one = made(Kind.TRUTH, level, seed)
    assert MAKER.alone(one)
    assert MAKER.faults(one) == []
    assert MAKER.judge(one, dict(one.given)).right
    assert english_left_over(one) == []
    assert puzzle(Kind.TRUTH, level, seed) == one


def test_a_contradiction_seen_only_when_all_values_are_found_is_seen() -> None:
    asked = Follows(
        ("p", "q", "r"), (IMPLIES, Two(Sign.IF, Q, R)), (Two(Sign.IF, P, R), Two(Sign.IF, R, P), Two(Sign.OR, P, R))
    )
    way = reasoning(asked, Level.INTERMEDIATE)
    assert way is not None
    assert list(faults(asked, way.lines)) == []


@cache
def of_sort(sort: type[Question], level: Level) -> Puzzle:
    return next(one for seed in range(99) if isinstance((one := made(Kind.TRUTH, level, seed)).data, sort))


@pytest.mark.parametrize(
    "written",
    [
        lambda right: right,
        lambda right: " ".join(right.lower()),
        lambda right: ", ".join({"T": "true", "F": "False"}[sign] for sign in right),
        lambda right: "/".join({"T": "참", "F": "거짓"}[sign] for sign in right),
        lambda right: right.replace("T", "1").replace("F", "0"),
    ],
)
def test_a_column_is_read_as_it_is_typed(written: Callable[[str], str]) -> None:
    one = of_sort(Column, Level.BEGINNER)
    assert MAKER.judge(one, {"column": written(one.answer)}).right


@pytest.mark.parametrize("typed", ["", "T", "TFTX", "TF" * 300, "__import__('os')", "TFTFTFTFT"])
def test_what_is_no_column_is_not_judged(typed: str) -> None:
    judged = MAKER.judge(of_sort(Column, Level.BEGINNER), {"column": typed})
    assert not judged.right
    assert not judged.readable


def test_a_wrong_answer_is_told_one_thing_and_not_the_solution() -> None:
    for sort in (OneRow, Which, Equivalent, Follows):
        one = of_sort(sort, Level.INTERMEDIATE)
        for values in product(*([choice.value for choice in field.choices] for field in one.fields)):
            given = {field.key: value for field, value in zip(one.fields, values, strict=True)}
            judged = MAKER.judge(one, given)
            assert judged.readable
            assert judged.right == (tuple(given.items()) == one.given)
            assert one.answer not in str(judged.reason) or len(one.answer) == 1


# A second reading: the typed formulas of the statement alone


def parsed(text: str) -> Callable[[dict[str, bool]], bool]:
    tokens = re.findall(r"<->|->|xor|[pqrst~&|()]", text)
    assert "".join(tokens) == text.replace(" ", "")
    found = two_sided(tokens)
    assert not tokens
    return found


def two_sided(tokens: list[str]) -> Callable[[dict[str, bool]], bool]:
    left = one_sided(tokens)
    if not tokens or tokens[0] == ")":
        return left
    sign, right = tokens.pop(0), one_sided(tokens)
    return {
        "&": lambda row: left(row) and right(row),
        "|": lambda row: left(row) or right(row),
        "->": lambda row: not left(row) or right(row),
        "<->": lambda row: left(row) == right(row),
        "xor": lambda row: left(row) != right(row),
    }[sign]


def one_sided(tokens: list[str]) -> Callable[[dict[str, bool]], bool]:
    sign = tokens.pop(0)
    if sign == "~":
        inner = one_sided(tokens)
        return lambda row: not inner(row)
    if sign == "(":
        inside = two_sided(tokens)
        assert tokens.pop(0) == ")"
        return inside
    return lambda row: row[sign]


def answered_from_the_words(lines: list[str]) -> str:
    text = "\n".join(lines)
    given = [parsed(one) for one in re.findall(r"^\(\d\) (.*)$", text, re.MULTILINE)]
    options = re.findall(r"^([A-D])\. (.*)$", text, re.MULTILINE)
    if one := re.search(r"What is the column of (.*)\?", text):
        order = re.search(r"in this order: (.*)\.", text)
        assert order is not None
        names = re.findall(r"\b[pqrst]\b", re.search("The rows give (.*) these values", text)[1])  # type: ignore[index]
        rows = [dict(zip(names, (sign == "T" for sign in row.split()), strict=True)) for row in order[1].split(", ")]
        return "".join("T" if parsed(one[1])(row) else "F" for row in rows)
    if one := re.search(r"^Is (.*) a tautology", text):
        return kind_and_row(parsed(one[1]), re.findall(r"\b[pqrst]\b", re.search("values of (.*) are", text)[1]))  # type: ignore[index]
    rows = [dict(zip("pqrst", values, strict=True)) for values in product((True, False), repeat=5)]
    if one := re.search(r"equivalent to (.*)\?", text):
        whole = parsed(one[1])
        return ", ".join(at for at, option in options if all(parsed(option)(row) == whole(row) for row in rows))
    left = [row for row in rows if all(formula(row) for formula in given)]
    if options:
        return ", ".join(at for at, option in options if all(parsed(option)(row) for row in left))
    names = re.findall(r"\b[pqrst]\b", re.search("Which of (.*) are true", text)[1])  # type: ignore[index]
    found = {", ".join(f"{name} = {'T' if row[name] else 'F'}" for name in names) for row in left}
    return " or ".join(found)


def kind_and_row(formula: Callable[[dict[str, bool]], bool], names: list[str]) -> str:
    rows = [dict(zip(names, values, strict=True)) for values in product((True, False), repeat=len(names))]
    values = [formula(row) for row in rows]
    kind = "contingent" if len(set(values)) == 2 else "tautology" if values[0] else "contradiction"
    lone = [row for row, value in zip(rows, values, strict=True) if values.count(value) == 1]
    return f"{kind}, {''.join('T' if value else 'F' for value in lone[0].values()) if lone else 'none'}"


def from_words_alone(seeds: int) -> None:
    for level in Level:
        for seed in range(seeds):
            one = made(Kind.TRUTH, level, seed)
            assert answered_from_the_words([str(line) for line in one.statement]) == one.answer, (level, seed)


def test_the_words_alone_give_the_answer() -> None:
    from_words_alone(8)


def test_an_example_never_is_the_answer() -> None:
    for seed in range(20):
        one = made(Kind.TRUTH, Level.BEGINNER, seed)
        assert all(field.example != one.answer for field in one.fields)


def test_a_board_holds_the_column() -> None:
    one = of_sort(Column, Level.INTERMEDIATE)
    assert isinstance(one.data, Column)
    assert one.board is not None
    assert one.solved_board is not None
    assert all(row[-1] == "" for row in one.board.rows)
    assert "".join(str(row[-1]) for row in one.solved_board.rows) == one.answer
    assert typed_row(column(one.data.formula, one.data.letters)) == one.answer


@pytest.mark.slow
def test_every_puzzle_of_many_is_what_it_promises() -> None:
    seconds = sorted(looked_at(Kind.TRUTH, 100))
    assert seconds[len(seconds) // 2] < 0.3
    assert seconds[int(len(seconds) * 0.99)] < 1.5
    from_words_alone(100)
    sorts = {type(made(Kind.TRUTH, level, seed).data) for level in Level for seed in range(40)}
    assert sorts == {Column, OneRow, Which, Equivalent, Follows}
    kinds = {made(Kind.TRUTH, Level.INTERMEDIATE, seed).given[0][1] for seed in range(100)}
    assert {one.value for one in Status} <= kinds
    for level in Level:
        assert all(english_left_over(made(Kind.TRUTH, level, seed)) == [] for seed in range(40))
