"""Code out of what a model wrote, examples out of what a person wrote."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.code import Aspect
from tutor.code_reading import examples, read, signatures, unfenced

WRITTEN = """Some words first.
## Design
Count them.
```
a small piece
```
**Complexity**:
Linear.
### 4. Code
```python
def f(x):
    return "## Design"  # no heading in code
```
Trailing words of no section.
"""


def test_sections_and_the_longest_block() -> None:
    draft = read(WRITTEN)
    assert dict(draft.sections) == {
        Aspect.ANALYSIS: "Some words first.",
        Aspect.DESIGN: "Count them.",
        Aspect.COMPLEXITY: "Linear.",
    }
    assert draft.code == 'def f(x):\n    return "## Design"  # no heading in code'


def test_korean_headings() -> None:
    draft = read("## 분석\n합\n## 복잡도\nO(n)\n## 코드\n~~~python\nx = 1\n~~~")
    assert dict(draft.sections) == {Aspect.ANALYSIS: "합", Aspect.COMPLEXITY: "O(n)"}
    assert draft.code == "x = 1"


@pytest.mark.parametrize("text", ["", "no code at all", "```\n\n```", "## Code\n", "````"])
def test_rubbish_has_no_code(text: str) -> None:
    assert read(text).code == ""


def test_a_fence_inside_a_longer_fence_is_code() -> None:
    assert read('````python\ns = """\n```\n"""\n````').code == 's = """\n```\n"""'


def test_a_block_that_was_cut_off_is_code_as_far_as_it_goes() -> None:
    assert read("```python\ndef f():\n    return 1").code == "def f():\n    return 1"


@pytest.mark.parametrize(
    ("problem", "found"),
    [
        ("Sum a list. total([5, 6]) -> 11", [("total([5, 6])", "11")]),
        ("f(1) == 2, and f(2) = 4.", [("f(1)", "2"), ("f(2)", "4")]),
        ("`is_prime(7)` returns `True`.", [("is_prime(7)", "True")]),
        ("f(2) is 3 times as large as f(1)", []),
        ("f(2) = 3 + 1", []),
        ("f(2) -> 3 f(3) -> 4", [("f(2)", "3"), ("f(3)", "4")]),
        ("half(3) -> 1.5. half(1) -> .5", [("half(3)", "1.5"), ("half(1)", ".5")]),
        ("is_prime(7) returns True and is_prime(8) is False", [("is_prime(7)", "True"), ("is_prime(8)", "False")]),
        ("two([2, 7], 9) → [0, 1] because 2 + 7 = 9", [("two([2, 7], 9)", "[0, 1]")]),
        ('say("a") -> "a"!', [('say("a")', '"a"')]),
        ("f(x) -> x", []),
        ("f(1) -> g(2)", []),
        ("total([5, 6])은 11입니다", [("total([5, 6])", "11")]),
    ],
)
def test_examples_of_a_problem(problem: str, found: list[tuple[str, str]]) -> None:
    assert [(test.call, test.expects) for test in examples(problem)] == found


def test_pasted_code_loses_its_fence() -> None:
    assert unfenced("```py\nx = 1\n\ny = 2\n```\n") == "x = 1\n\ny = 2"
    assert unfenced("x = 1") == "x = 1"


def test_only_the_heads_are_shown() -> None:
    code = "class A:\n    def m(self, x):\n        secret\n\ndef f(a, b=1):\n    secret\n\ndef _g(): pass\n"
    assert signatures(code) == "def f(a, b=1)\nclass A: def m(self, x)"


PIECES = [
    "f(",
    ")",
    "[1, 2]",
    " -> ",
    "=",
    "`",
    "```",
    "\n",
    "## Code",
    "def f(x):",
    "    return x",
    "'",
    '"',
    "가",
    "(",
    "{",
    "-",
    "is ",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join))
def test_any_text_is_read_to_its_end(text: str) -> None:
    draft = read(text)
    assert all(body.strip() for _, body in draft.sections)
    assert read(unfenced(text)) is not None
    for test in examples(text):
        assert test.call in text
    assert signatures(text) is not None


@pytest.mark.parametrize(
    "text", ["f()=" * 1_000, "f(" * 2_000, "f(1) -> [" + "[" * 150 + "]" * 151, "a(b)" * 1_000, "```" * 1_300]
)
def test_no_text_takes_long(text: str) -> None:
    started = time.perf_counter()
    examples(text)
    read(text)
    signatures(text)
    assert time.perf_counter() - started < 0.5
