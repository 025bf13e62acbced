"""Inputs made for a function: of the kinds it takes, the same every time."""

from __future__ import annotations

import ast

import pytest

from tutor.code_reading import expression
from tutor.inputs import GROWN, MADE, grown, made


def function(text: str) -> ast.FunctionDef:
    node = ast.parse(text).body[0]
    assert isinstance(node, ast.FunctionDef)
    return node


def arguments(call: str) -> list[object]:
    tree = expression(call)
    assert isinstance(tree, ast.Call)
    return [ast.literal_eval(each) for each in tree.args]


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        ("def f(n: int): ...", (int,)),
        ("def f(xs: list[int], t: int, flag=False): ...", (list, int)),
        ("def f(s: str, d: dict[str, int]): ...", (str, dict)),
        ("def f(p: tuple[int, float] | None): ...", (tuple,)),
        ("def f(x: Optional[float]): ...", (float,)),
        ("def f(m: list[list[int]]): ...", (list,)),
    ],
)
def test_annotations_say_the_kinds(head: str, kinds: tuple[type, ...]) -> None:
    calls = made(function(head), ())
    assert 5 <= len(calls) <= MADE
    for call in calls:
        assert tuple(map(type, arguments(call))) == kinds
    assert calls == made(function(head), ())


def test_what_was_seen_says_the_kinds() -> None:
    calls = made(function("def f(xs, k): ..."), ["f([3, 1], 'ab')", "f(sorted([1]), 'a')", "g(1)"])
    assert len(calls) > 5
    assert all(tuple(map(type, arguments(call))) == (list, str) for call in calls)
    assert any(arguments(call)[0] == [] for call in calls)


def test_nothing_known_is_guessed_and_nothing_too_wide() -> None:
    assert "f(0)" in made(function("def f(x): ..."), ())
    assert "f('')" in made(function("def f(x): ..."), ())
    assert made(function("def f(a, b, c): ..."), ()) == ()
    assert made(function("def f(): ..."), ()) == ("f()",)
    assert made(function("def f(x: Unknown): ..."), ())


def test_large_inputs_are_like_those_that_were_seen() -> None:
    head = function("def f(xs, n, flag, s): ...")
    calls = grown(head, ["g(1)", "f([1, 2], 3, True, '')"])
    assert calls == tuple(f"f([1, 2] * {times}, {3 + 10 * times}, True, '')" for times in GROWN)
    assert grown(head, ["f([], None, True, '')"]) == ()


@pytest.mark.parametrize(
    "annotation",
    [
        "set[list[int]]",
        "dict[int]",
        "tuple[()]",
        "list[list[list[list[list[int]]]]]",
        "|".join(["int"] * 1_500),
        "'int'",
        "1",
        "x.y",
    ],
)
def test_an_odd_annotation_is_no_annotation(annotation: str) -> None:
    assert made(function(f"def f(a: {annotation}): ..."), ())[0] == "f(0)"
