"""A model's text becomes a draft, whatever dialect of headings it writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.reading import SECTION_CHARACTERS, boxed, claims, read
from tutor.types import SectionKind, Voucher

WHOLE = """Sure!
## Understanding
We look for $x$.
## Approach
Isolate it.
## Steps
$2x = 8$
$x = 4$
## Check
$2 \\cdot 4 + 3 = 11$
## Conclusion
It is four.
ANSWER: $x = 4$
"""


def test_every_heading_becomes_its_section_and_the_answer_line_the_answer() -> None:
    draft = read(WHOLE)
    assert [section.kind for section in draft.sections] == list(SectionKind)
    assert draft.answer == "x = 4"
    assert all(section.voucher is Voucher.MODEL for section in draft.sections)
    assert "ANSWER" not in "".join(section.text for section in draft.sections)


@pytest.mark.parametrize("heading", ["## 풀이", "**Steps**", "### Step by step:", "# 3. Solution", "**풀이 과정:**"])
def test_other_ways_to_write_a_heading_are_understood(heading: str) -> None:
    draft = read(f"## Approach\nThink.\n{heading}\nDo.")
    assert {section.kind: section.text for section in draft.sections}[SectionKind.STEPS] == "Do."


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("답: 12", "12"),
        ("정답: $\\frac{1}{2}$", "\\frac{1}{2}"),
        ("**Answer:** 7.", "7"),
        ("so it is $\\boxed{\\frac{1}{2}}$", "\\frac{1}{2}"),
        ("first \\boxed{1}, no: \\boxed{2}", "2"),
        ("ANSWER: \\boxed{x=3}", "x=3"),
        ("I do not know.", None),
    ],
)
def test_the_answer_is_found_where_models_put_it(text: str, answer: str | None) -> None:
    assert read(text).answer == answer


def test_text_without_headings_is_steps() -> None:
    (section,) = read("just 2 + 2").sections
    assert (section.kind, section.text) == (SectionKind.STEPS, "just 2 + 2")


def test_an_unclosed_box_is_no_answer() -> None:
    assert boxed("\\boxed{1") is None


def test_stated_answers_are_claims_wherever_they_stand() -> None:
    assert claims("The answer is 4.") == ("4",)
    assert claims("정답은 7 입니다") == ("7",)
    assert "5" in claims("so \\boxed{5}")


@given(st.text())
def test_any_text_reads_as_a_bounded_draft(text: str) -> None:
    for section in read(text).sections:
        assert len(section.text) <= SECTION_CHARACTERS + 2
