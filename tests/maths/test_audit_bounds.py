"""The auditor on anything: it never raises, returns the lines as they stand, and ends in time."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from maths.audit import MAX_CHARACTERS, audit
from maths.verdict import LineStanding, Standing

ROWS = [json.loads(line) for line in Path(__file__).with_name("hostile.jsonl").read_text("utf-8").splitlines()]
HOSTILE = [row["text"] if "text" in row else row["head"] + row["body"] * row["times"] + row["tail"] for row in ROWS]
SECONDS = 1.8  # below the deadline of a question, on a busy machine
SIZE = 20_000
PIECES = st.sampled_from(
    ["3", "4.5", "=", "+", "-", "*", "/", "^", "(", ")", "$", "%", "!", " ", "\n", ",", ".", "x", "of", "apples", "개",
     "\\frac{1}{2}", "\\text{cm}", "\\[", "\\]", "\\\\", "&", "\\begin{align*}", "\\end{align*}", "<<", ">>", "≈", "½",
     "{", "}", "**", "\\", "_7", "\x00", "\u200b", "->", "≠", "1 1/2", "12,345", "mod"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)))
@settings(max_examples=400, deadline=None)
@example("$=\\frac{")
@example("1=1\x1c2=3")
@example("(((=)))")
@example("5(=")
def test_any_text_gets_its_lines_back(text: str) -> None:
    found = audit(text, text)
    assert [line.text for line in found.lines] == text.splitlines()
    refuted = any(line.standing is LineStanding.REFUTED for line in found.lines)
    assert found.standing is (Standing.REFUTED if refuted else Standing.UNCHECKED)
    assert all((line.reason is not None) is (line.standing is LineStanding.REFUTED) for line in found.lines)


@given(st.integers(-9_999, 9_999), st.integers(-9_999, 9_999), st.sampled_from("+-*"), st.integers(1, 99))
@settings(max_examples=150, deadline=None)
def test_a_right_sum_is_verified_and_a_wrong_one_refuted(left: int, right: int, sign: str, slip: int) -> None:
    value = {"+": left + right, "-": left - right, "*": left * right}[sign]
    shown = f"({right})" if right < 0 else str(right)
    for text in (f"So it is {left} {sign} {shown} = {{}} in all.", f"$${left} {sign} {shown} = {{}}$$"):
        latex = text.replace("*", "\\cdot") if text.startswith("$$") else text
        assert audit(latex.format(value)).lines[0].standing is LineStanding.VERIFIED
        assert audit(latex.format(value + slip)).lines[0].standing is LineStanding.REFUTED


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_audited_in_time(text: str) -> None:
    for written in (text, f"${text}$", f"1 = {text}", f"\\[{text} = 2\\]", f"<<{text}=3>>"):
        started = time.process_time()
        audit(written, text)
        assert time.process_time() - started < SECONDS


LONG = {
    "signs": "=",
    "one": "1=1 ",
    "brackets": "(",
    "closing": ")=",
    "dollars": "$",
    "money": "$5=",
    "row": "\\\\ &= ",
    "opening": "\\[",
    "inline": "\\(1=2\\) ",
    "environment": "\\begin{align*}",
    "array": "\\begin{array}",
    "note": "<<1=",
    "notes": "<<1+1=2>>",
    "drawing": "[asy]",
    "fence": "```\n",
    "sum": "1+",
    "products": "2*3=7 ",
    "powers": "9^",
    "words": "a ",
    "text": "\\text{",
    "braces": "{",
    "spaces": " ",
    "lines": "\n",
    "tabs": "\t",
    "stars": "*",
    "commas": "1,",
    "points": ".",
    "equals after sums": "1+1+1+1+1+1+1+1=",
    "wrong": "2+2=5\n",
    "fractions": "\\frac",
    "roots": "\\sqrt{2}=",
    "invisible": "\u200b",
    "factorials": "999! = 5\n",
    "powers of powers": "9^9^9 = 1\n",
    "large": "7^9999 = 3\n",
    "trigonometry": "$\\sin 10^\\circ=1$ ",
    "nested": "((1)+",
    "or": "x2 = ",
    "emphasis": "**1** ",
    "korean": "3개 = ",
    "percent": "5%*",
    "mixed": "1 1/2*",
    "quads": "\\quad",
    "defines": "define ",
    "operations": "a*b ",
    "if": "if 1+1=3, ",
    "think": "<think>",
}


@pytest.mark.parametrize("unit", LONG.values(), ids=LONG.keys())
def test_a_long_text_ends_in_time(unit: str) -> None:
    text = unit * (SIZE // len(unit))
    started = time.process_time()
    audit(text, text)
    assert time.process_time() - started < SECONDS


def test_a_long_sum_on_one_line_ends_in_time() -> None:
    started = time.process_time()
    audit("+".join(["1"] * (SIZE // 2)) + " = 3")
    assert time.process_time() - started < SECONDS


def test_what_lies_beyond_the_bound_is_not_judged() -> None:
    found = audit("a\n" * (MAX_CHARACTERS // 2) + "2 + 2 = 5")
    assert found.lines[-1].standing is LineStanding.NOT_JUDGED
    assert found.lines[-1].text == "2 + 2 = 5"
