"""Messages become sentences in the reader's language."""

from __future__ import annotations

import pytest

from maths.message import Formula, Message, counted
from tutor.types import Language
from tutor.words import particle, render, say


def test_a_formula_is_latex_in_markdown_and_unicode_in_plain_text() -> None:
    message = Message("Add {term} to both sides.", term=Formula("x^2", "x^{2}"))
    assert render(message, Language.ENGLISH) == "Add $x^{2}$ to both sides."
    assert say(message, Language.ENGLISH) == "Add x² to both sides."


def test_a_message_inside_a_message_is_in_the_same_language() -> None:
    inner = Message("no result within {seconds} s", seconds="2")
    assert "2" in say(Message("{reason}", reason=inner), Language.KOREAN)
    assert say(inner, Language.KOREAN) != say(inner, Language.ENGLISH)


def test_the_count_chooses_the_plural() -> None:
    one = counted("{count} root", "{count} roots", 1)
    two = counted("{count} root", "{count} roots", 2)
    assert (say(one, Language.ENGLISH), say(two, Language.ENGLISH)) == ("1 root", "2 roots")
    assert (str(one), str(two)) == ("1 root", "2 roots")


@pytest.mark.parametrize(
    ("word", "asked", "expected"),
    [
        ("책", "을", "을"),
        ("나무", "을", "를"),
        ("3", "은", "은"),  # 삼
        ("2", "은", "는"),  # 이
        ("x", "이", "가"),  # 엑스
        ("n", "이", "이"),  # 엔
        ("(x + 1)", "과", "과"),  # 일
        ("x²", "을", "을"),  # 제곱
        ("길", "으로", "로"),  # after ㄹ
        ("7", "으로", "로"),  # 칠
        ("3", "으로", "으로"),  # 삼
        ("7¹⁰", "을", "을"),  # 제곱
        ("7¹⁰", "으로", "으로"),
        ("20%", "은", "는"),  # 퍼센트
        ("60°", "이", "가"),  # 도
        ("3/4", "을", "을"),  # 4분의 3
        ("2/3", "은", "는"),  # 3분의 2
    ],
)
def test_a_korean_particle_fits_the_last_sound(word: str, asked: str, expected: str) -> None:
    assert particle(word, asked) == expected


def test_braces_of_a_person_s_text_stay_text() -> None:
    hostile = "{0.__class__} {name} $x$"
    assert "__class__" in render(Message("the line “{line}”", line=hostile), Language.ENGLISH)
