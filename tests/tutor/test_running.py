"""Values that came out of a program: read, compared, shown; never Python's own objects."""

from __future__ import annotations

import pytest

from tutor.running import LiteralError, Value, literal, plain, same, show

ALIKE = (
    ("3", "3.0"),
    ("True", "1"),
    ("0.1", "0.10000000000000001"),
    ("[1, [2, 3]]", "[1,[2,3]]"),
    ("{1, 2}", "{2, 1}"),
    ("{'a': [1], 'b': 2}", "{'b': 2, 'a': [1.0]}"),
    ("(1,)", "(1,)"),
    ("set()", "set()"),
    ("-5", "-5"),
    ("float('nan')", "float('nan')"),
    ("'\\u00e9'", "'é'"),
    ("None", " None "),
)
UNLIKE = (
    ("3", "'3'"),
    ("[1, 2]", "(1, 2)"),
    ("[1, 2]", "[2, 1]"),
    ("[1]", "[1, 1]"),
    ("0", "None"),
    ("''", "[]"),
    ("{}", "set()"),
    ("0.1", "0.1000001"),
    ("{'a': 1}", "{'a': 2}"),
    ("{1: 2}", "{2: 1}"),
    ("b'a'", "'a'"),
    ("10**3", None),
)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_equal_as_python_has_it(one: str, other: str) -> None:
    assert same(literal(one), literal(other))


@pytest.mark.parametrize(("one", "other"), [pair for pair in UNLIKE if pair[1] is not None])
def test_not_equal(one: str, other: str) -> None:
    assert not same(literal(one), literal(other))
    assert not same(literal(other), literal(one))


@pytest.mark.parametrize(
    "text", ["10**3", "f(1)", "x", "[1", "", "(" * 300, "-" * 1_900 + "1", "1" * 3_000, "{**{}}", "f'{1}'"]
)
def test_what_is_no_value_is_refused(text: str) -> None:
    with pytest.raises(LiteralError):
        literal(text)


def test_an_object_is_equal_to_nothing_not_even_itself() -> None:
    thing = Value("other", "<Same>", (Value("str", "Same"),))
    assert not same(thing, thing)
    assert not plain(Value("list", items=(thing,)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[1, 2.5, 'a', None, True]", "[1, 2.5, 'a', None, True]"),
        ("(1,)", "(1,)"),
        ("set()", "set()"),
        ("{'k': (1, 2)}", "{'k': (1, 2)}"),
        ("b'\\x00'", "b'\\x00'"),
    ],
)
def test_shown_as_it_is_written(text: str, shown: str) -> None:
    assert show(literal(text)) == shown


def test_what_is_long_is_shortened() -> None:
    long = Value("list", items=(Value("int", "0x1"),) * 10_000)
    assert len(show(long)) == 200
    assert show(Value("int", hex(1 << 100_000))).startswith("0x1")
