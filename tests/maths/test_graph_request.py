"""What may be typed behind /plot, in both languages, and where it is refused."""

from __future__ import annotations

from math import inf, pi

import pytest

from maths.bounds import UnreadableError
from maths.graphing.graph import NotDrawn
from maths.graphing.plot import plot
from maths.graphing.request import understood
from maths.graphing.things import Explicit, Given, Implicit, Inequality, Parametric, Polar

KINDS = [
    ("y = x^2 - 3x", [Explicit]),
    ("x^2 - 3x", [Explicit]),
    ("f(x) = sin(x)/x", [Explicit]),
    ("h(t) = t^2", [Explicit]),
    ("y = x^2; y = 2x", [Explicit, Explicit]),
    ("y = x^2\ny = 2x", [Explicit, Explicit]),
    ("sin x, cos x", [Explicit, Explicit]),
    ("y = x^2 and y = 2x", [Explicit, Explicit]),
    ("y = x^2와 y = 2x의 그래프를 그려 줘", [Explicit, Explicit]),
    ("y = x² 그래프를 그리시오.", [Explicit]),
    ("plot the graph of y = x^2", [Explicit]),
    ("2x + 3y = 6", [Explicit]),
    ("xy = 1", [Explicit]),
    ("xy = x", [Implicit]),
    ("x^2 + y^2 = 9", [Implicit]),
    ("x = 2", [Implicit]),
    ("y < 2x + 1", [Inequality]),
    ("x^2 + y^2 <= 4", [Inequality]),
    ("x >= 0 and y >= 0 and x + y <= 4", [Inequality]),
    ("1 <= x <= 3", [Inequality]),
    ("(1, 2)", [Given]),
    ("A(1, 2), B(3, 4)", [Given, Given]),
    ("x = cos(3t), y = sin(2t)", [Parametric]),
    ("x = cos(3t); y = sin(2t); 0 <= t <= pi", [Parametric]),
    ("(cos t, sin t)", [Parametric]),
    ("r = 1 + cos(theta)", [Polar]),
    ("r = 1 + cos θ", [Polar]),
    ("r^2 = cos 2θ", [Polar]),
    ("y = ±sqrt(4 - x^2)", [Explicit, Explicit]),
    ("y = a x^2; a = 2", [Explicit]),
    ("y = sum_{k=1}^{5} sin(k x)/k", [Explicit]),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS, ids=[text for text, _ in KINDS])
def test_each_form_is_told_apart(text: str, kinds: list[type]) -> None:
    assert [type(thing) for thing in understood(text).things] == kinds


@pytest.mark.parametrize(
    ("text", "low", "high", "opens"),
    [
        ("y = x^2 for -1 <= x <= 2", -1, 2, (False, False)),
        ("y = x^2, -1 <= x < 2", -1, 2, (False, True)),
        ("y = x^2 (단, -1 ≤ x ≤ 2)", -1, 2, (False, False)),
        ("-1 <= x <= 2일 때 y = x^2", -1, 2, (False, False)),
        ("구간 [-1, 2]에서 y = x^2", -1, 2, (False, False)),
        ("y = x^2 on (0, 2)", 0, 2, (True, True)),
        ("y = x^2 {0 < x < 1}", 0, 1, (True, True)),
        ("y = x^2 where x > 1", 1, inf, (True, False)),
        ("y = sin x for x from 0 to 2pi", 0, 2 * pi, (False, False)),
    ],
)
def test_a_condition_limits_its_curve(text: str, low: float, high: float, opens: tuple[bool, bool]) -> None:
    (thing,) = understood(text).things
    assert isinstance(thing, Explicit)
    limits = thing.limits
    assert (limits.low, limits.high) == (low, high)
    assert (limits.low_open, limits.high_open) == opens
    assert "x" in str(thing.name.typed.partition(",")[2])  # the legend says it


@pytest.mark.parametrize("text", ["x from -5 to 5; y = x^3", "y = x^3, x는 -5부터 5까지", "y = x^3; x = -5..5"])
def test_a_range_in_words_is_the_window(text: str) -> None:
    request = understood(text)
    assert request.across is not None
    assert (request.across.low, request.across.high) == (-5, 5)
    assert len(request.things) == 1


def test_functions_use_each_other() -> None:
    graph = plot("f(x) = x^2; y = f'(x); g(t) = f(t - 1)")
    assert not isinstance(graph, NotDrawn)
    assert [thing.typed for thing in graph.things] == ["f(x) = x**2", "y = f'(x)", "g(t) = f(t - 1)"]
    slope = next(curve for curve in graph.curves if curve.thing == 1)
    assert all(abs(y - 2 * x) < 1e-9 for path in slope.paths for x, y in path)


REFUSED = [
    ("x^2 - 3x + ", 10),
    ("y = 2x @ 3", 7),
    ("y = x; y = 2x @ 3", 14),
    ("y = x^2 for bananas", 12),
    ("y = a x^2", 0),
    ("y = log x", None),
    ("y = i x", None),
    ("x + y", 0),
    ("", 0),
    ("y = f(x)", 0),
    ("f(x) = g(x); g(x) = f(x)", 0),
    ("y = 10^10^10", 0),
    ("x = t^2, y = x t", None),
    ("x from 5 to -5; y = x", 7),
    ("; ".join(f"y = {k}x" for k in range(100)), 0),
    ("y = x" + " + x" * 400, None),
    ("#panic()", 1),
]


@pytest.mark.parametrize(("text", "place"), REFUSED, ids=[text[:30] for text, _ in REFUSED])
def test_what_is_not_understood_is_refused_with_its_place(text: str, place: int | None) -> None:
    refused = plot(text)
    assert isinstance(refused, NotDrawn)
    assert str(refused.message)
    if place is not None:
        assert refused.place == place


def test_a_negated_or_impossible_condition_is_no_range() -> None:
    with pytest.raises(UnreadableError):
        understood("y = x^2 for x > 5 and x < 3")
    with pytest.raises(UnreadableError):
        understood("y = x^2 for x not in [0, 1]")


def test_bare_ends_of_a_range_are_of_x_and_never_guessed_for_another_letter() -> None:
    (thing,) = understood("sin x from -2 to 2").things
    assert isinstance(thing, Explicit)
    assert (thing.limits.low, thing.limits.high) == (-2, 2)
    (asked,) = understood("y = x^2 그려 주세요").things
    assert asked == understood("y = x^2").things[0]
    for text in ("r = cos(theta) from 0 to pi", "x^2 x from 0 to 1"):
        with pytest.raises(UnreadableError):
            understood(text)
