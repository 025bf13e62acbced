"""Somebody's own puzzle, formalised: what its formulas mean, how many solutions it has, and why."""

from __future__ import annotations

import pytest

from maths.puzzles.building import build
from maths.puzzles.formal import Character, Clue, Formal, NotFormalError, Person, Variable
from maths.puzzles.solving import Found, solve

LIAR, TRUTHFUL, SOMETIMES, ALTERNATES = Character.LIAR, Character.TRUTHFUL, Character.SOMETIMES, Character.ALTERNATES
EITHER = (TRUTHFUL, LIAR)


def people(**kinds: tuple[Character, ...]) -> tuple[Person, ...]:
    return tuple(Person(name, kind) for name, kind in kinds.items())


def said(**formulas: str) -> tuple[Clue, ...]:
    return tuple(Clue(formula, formula, name.rstrip("_")) for name, formula in formulas.items())


def known(*formulas: str) -> tuple[Clue, ...]:
    return tuple(Clue(formula, formula) for formula in formulas)


THREE_KINDS = Formal(
    people(A=(LIAR,), B=(TRUTHFUL,), C=(SOMETIMES,)),
    (),
    (
        Clue("B is a liar", "kind(B) = liar", "A"),
        Clue("C is telling the truth today", "honest(C)", "B"),
        Clue("one of A and B is a liar", "exactly(1, kind(A) = liar, kind(B) = liar)", "C"),
    ),
)


def test_who_lies_sometimes_tells_the_truth_today() -> None:
    found = solve(THREE_KINDS)
    assert found.outcome is Found.UNIQUE
    assert dict(found.values) == {"A": "liar", "B": "truthful", "C": "sometimes", "honest(C)": "yes"}
    assert [str(fact) for fact in found.facts] == ["C is telling the truth here"]
    assert "Clue 2 (B: “C is telling the truth today”)" in str(found.links[0].says)


@pytest.mark.parametrize(
    ("formal", "values"),
    [
        (Formal(people(A=EITHER, B=EITHER), (), said(A="kind(B) = liar", B="kind(A) = kind(B)")),
         {"A": "truthful", "B": "liar"}),
        (Formal(people(A=EITHER, B=EITHER), (), said(A="kind(A) = liar or kind(B) = truthful")),
         {"A": "truthful", "B": "truthful"}),
        (Formal(people(A=(ALTERNATES,), B=EITHER), (), said(A="kind(B) = liar", A_="1 = 1")),
         {"A": "alternates", "B": "truthful"}),
        (Formal((), tuple(Variable(name, ("1", "2", "3")) for name in ("red", "green", "blue")),
                known("different(red, green, blue)", "red = green + 1", "blue != 1")),
         {"red": "2", "green": "1", "blue": "3"}),
        (Formal((), (Variable("thief", ("ann", "bob", "cyd")), Variable("place", ("hall", "attic"))),
                known("thief != ann", "place = attic implies thief = ann", "not (thief = bob and place = hall)")),
         {"thief": "cyd", "place": "hall"}),
        (Formal((), (Variable("x", tuple(map(str, range(10)))), Variable("y", tuple(map(str, range(10))))),
                known("x * y = 12", "distance(x, y) = 1", "x > y")), {"x": "4", "y": "3"}),
    ],
)  # fmt: skip
def test_the_one_solution(formal: Formal, values: dict[str, str]) -> None:
    found = solve(formal)
    assert found.outcome is Found.UNIQUE
    assert dict(found.values) == values
    assert found.links


def test_of_several_solutions_only_what_they_share_is_certain() -> None:
    every = (LIAR, TRUTHFUL, SOMETIMES)
    one_each = "exactly(1, kind(A) = liar, kind(B) = liar, kind(C) = liar) and different(1, 2)"
    clues = (*known(one_each, "kind(A) = liar"), *said(B="kind(A) = liar"))
    found = solve(Formal(people(A=every, B=every, C=every), (), clues))
    assert found.outcome is Found.SEVERAL
    assert dict(found.values) == {"A": "liar"}
    assert found.others[0] != found.others[1]


def test_clues_that_contradict_each_other_are_named() -> None:
    clues = (*known("kind(B) = truthful"), *said(A="kind(B) = liar"), *known("kind(A) = truthful", "kind(C) = liar"))
    found = solve(Formal(people(A=EITHER, B=EITHER, C=EITHER), (), clues))
    assert found.outcome is Found.CONTRADICTORY
    assert found.conflict == (1, 2, 3)
    assert solve(Formal(people(A=EITHER), (), said(A="kind(A) = liar"))).conflict == (1,)


@pytest.mark.parametrize(
    "formula",
    [
        "", "kind(A)", "kind(A) = knight", "kind(D) = liar", "kind(A) = liar kind(B) = liar", "honest(", "A = liar",
        "red + kind(A) = 1", "red = 2 implies red = 3 implies red = 4", "__import__('os')", "red = 1; red = 2",
        "red == 1", "exactly(x, red = 1)", "red < thief", "thief = 1", "red = 12345678",
        "(" * 40 + "red = 1" + ")" * 40,
        "red = " + "+".join("1" * 200), "distance(red) = 1", "thief < thief",
    ],
)  # fmt: skip
def test_what_is_no_formula_is_refused(formula: str) -> None:
    variables = (Variable("red", ("1", "2", "3")), Variable("thief", ("ann", "bob")))
    with pytest.raises(NotFormalError):
        build(Formal(people(A=EITHER, B=EITHER), variables, (Clue("that", formula),)))


def test_a_formalisation_that_is_too_large_is_not_solved() -> None:
    many = tuple(Variable(f"x{number}", tuple(map(str, range(20)))) for number in range(25))
    found = solve(Formal((), many, known("x0 + x1 + x2 + x3 + x4 + x5 + x6 = 60")))
    assert found.outcome in {Found.SEVERAL, Found.NOT_SOLVED}
    assert solve(Formal(people(A=EITHER), (), ())).outcome is Found.NOT_SOLVED
