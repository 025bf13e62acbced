"""The two routes that decide arguments, held against each other and against every small world there is."""

from __future__ import annotations

from itertools import combinations_with_replacement, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maths.bounds import TooLargeError
from maths.logic.argued import by_solver, by_types, judge
from maths.logic.argued.language import (
    All,
    And,
    Formalised,
    Holds,
    If,
    Iff,
    Letter,
    Line,
    Not,
    Or,
    Role,
    Sentence,
    Some,
    symbols,
)
from maths.logic.argued.parse import NotFormalError, formalised, formula
from maths.logic.argued.show import in_unicode, shown, typed
from maths.logic.argued.worlds import Inhabitant, World, holds, refutes
from maths.logic.argument import argue, same

if TYPE_CHECKING:
    from collections.abc import Iterator

PREDICATES, NAMES = "FG", "ab"


def inside(variables: tuple[str, ...], depth: int) -> st.SearchStrategy[Sentence]:
    """Sentences that may speak of these variables."""
    facts = st.builds(Holds, st.sampled_from(PREDICATES), st.sampled_from((*NAMES, *variables)))
    atoms = st.one_of(st.builds(Letter, st.sampled_from("PQ")), facts)
    if depth == 0:
        return atoms
    less = inside(variables, depth - 1)
    options: list[st.SearchStrategy[Sentence]] = [
        atoms,
        st.builds(Not, less),
        st.builds(lambda a, b: And((a, b)), less, less),
        st.builds(lambda a, b: Or((a, b)), less, less),
        st.builds(If, less, less),
        st.builds(Iff, less, less),
    ]
    if len(variables) < 2:
        variable = "xy"[len(variables)]
        about = st.builds(Holds, st.sampled_from(PREDICATES), st.just(variable))
        body = st.builds(lambda a, b: Or((a, b)), about, inside((*variables, variable), depth - 1))
        other = st.builds(lambda a, b: And((a, b)), about, inside((*variables, variable), depth - 1))
        options += [
            st.builds(lambda one: All(variable, one), body | other),
            st.builds(lambda one: Some(variable, one), body | other),
        ]
    return st.one_of(options)


SENTENCES = inside((), 3)


def worlds(sentences: list[Sentence]) -> Iterator[World]:
    """Every world of the names and of up to four others: with two predicates more would say nothing new."""
    used = symbols(*sentences)
    kinds = [frozenset(c for c, has in zip(PREDICATES, bits, strict=True) if has) for bits in product((0, 1), repeat=2)]
    for letters in product((0, 1), repeat=len(used.propositions)):
        true = frozenset(name for name, value in zip(used.propositions, letters, strict=True) if value)
        for named in product(kinds, repeat=len(used.individuals)):
            mine = [Inhabitant(name, has) for name, has in zip(used.individuals, named, strict=True)]
            for size in range(not mine, 5):
                for others in combinations_with_replacement(kinds, size):
                    if len(set(others)) == size:
                        yield World(true, (*mine, *(Inhabitant("", has) for has in others)))


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=3))
def test_both_routes_and_all_small_worlds_agree(sentences: list[Sentence]) -> None:
    found = by_types.world(sentences)
    assert by_solver.satisfiable(sentences) is (found is not None)
    assert any(all(holds(one, world) for one in sentences) for world in worlds(sentences)) is (found is not None)
    if found is not None:
        assert all(holds(one, found) for one in sentences)


@settings(max_examples=25, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=3), SENTENCES)
def test_a_judgement_keeps_its_word(premises: list[Sentence], conclusion: Sentence) -> None:
    lines = [Line(Role.PREMISE, each) for each in premises]
    found = judge.judge(Formalised((*lines, Line(Role.CONCLUSION, conclusion))))
    if found.valid is False:
        assert found.world is not None
        assert refutes(found.world, tuple(premises), conclusion)
        assert all(by_types.world([*premises, one, Not(conclusion)]) is None for one in found.missing)
    elif found.valid:
        needed = [premises[number] for number in found.needs]
        assert by_types.world([*needed, Not(conclusion)]) is None
        for left_out in needed:
            rest = [one for one in needed if one is not left_out]
            assert by_types.world([*rest, Not(conclusion)]) is not None


@settings(max_examples=150, deadline=None)
@given(SENTENCES)
def test_what_is_written_is_read_back(sentence: Sentence) -> None:
    for text in (typed(sentence), in_unicode(sentence), shown(sentence).latex.replace(r"\,", " ")):
        again = formula(text)
        assert typed(again) == typed(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "P ->",
        "-> P",
        "P Q",
        "(P",
        "P)",
        "p",
        "M(x",
        "M()",
        "m(S)",
        "all x M(y)",
        "all x all x M(x)",
        "all X M(X)",
        "P & (Q | )",
        "1 + 1",
        "import os",
        "__class__",
        "P; Q",
        "P' ",
        "~" * 40 + "P",
        "P & " * 130 + "P",
        "(" * 60 + "P" + ")" * 60,
    ],
)
def test_what_is_no_formula_is_refused(text: str) -> None:
    with pytest.raises(NotFormalError):
        formula(text)


def test_a_symbol_is_of_one_kind_and_bounds_are_kept() -> None:
    for text in ("P(a)\nso: P", "M(m)\n1. M\nso: M", "\n".join(["P"] * 13 + ["so: P"]), "P\nQ", "", "so: "):
        with pytest.raises(NotFormalError):
            formalised(text)
    many = " & ".join(f"P_{number}" for number in range(17))
    with pytest.raises(NotFormalError):
        formalised(f"so: {many}")


def test_what_is_too_large_is_not_decided() -> None:
    names = "ABCDEFGH"
    deep = "all x some y all z (" + " | ".join(f"({name}(x) & {name}(y) & {name}(z))" for name in names) + ")"
    found = judge.judge(formalised(f"1. {deep}\nso: A(a)"))
    assert found.valid is None
    assert found.reason is not None
    with pytest.raises(TooLargeError):
        by_types.world([formula(deep)])


def test_routes_that_disagree_decide_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_solver, "satisfiable", lambda _: True)
    assert judge.judge(formalised("1. P\n2. P -> Q\nso: Q")).valid is None


WORDS = (
    "if then or and not either both all every some no only unless because so a the Tom it rains dog dogs mortal who "
    "runs can cannot is are will never but , . 3 모든 어떤 사람은 사람이다 죽는다 따라서 비가 오면 온다 않는다 아니다"
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=40))
def test_no_words_are_too_much_for_the_reader(words: list[str]) -> None:
    argue(" ".join(words))
    argue(f"Tom runs. {' '.join(words)}. So Tom runs.")


def test_two_formalisations_that_differ_in_names_alone_are_the_same() -> None:
    one = "M(x): is a man\nD(x): is mortal\ns: Socrates\n1. all x (M(x) -> D(x))\n2. M(s)\nso: D(s)"
    other = "H(x): is a man\nM(x): is mortal\na: Socrates\n1. H(a)\n2. all x (~M(x) -> ~H(x))\nso: M(a)"
    assert same(one, other)
    assert not same(one, other.replace("so: M(a)", "so: H(a)"))
    assert not same(one, "1. all x (M(x) -> D(x))\nso: D(s)")
    assert not same("1. P -> Q\n2. Q\nso: P", "1. P -> Q\n2. P\nso: Q")
