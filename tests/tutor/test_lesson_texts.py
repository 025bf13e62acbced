"""What people wrote for every topic: whole, the same in both languages, set without a rest, and true."""

from __future__ import annotations

import re

import pytest

from maths.audit import audit
from maths.generating.topics.all import TOPICS
from maths.plain import plain
from maths.typesetting.parse import parse
from maths.verdict import Level, LineStanding
from tutor.lessons.text import FOLDER, told
from tutor.types import Language

_FORMULA = re.compile(r"\$([^$\n]+)\$")
_WORDS = re.compile(r"\\text\{[^{}]*\}")
ROOM = 420  # units of a passage: five of them and an example make a page


def passages(topic: str, language: Language) -> list[str]:
    found = []
    for level in Level:
        text = told(topic, level, language)
        assert text is not None, topic
        found.append(text.definition)
    assert text is not None
    return [*found, text.intuition, text.mistake]


def formulas(text: str) -> set[str]:
    """Every formula with mathematics in it but for its words and spaces."""
    return {_WORDS.sub("W", each).replace(" ", "") for each in _FORMULA.findall(text)}


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_a_topic_is_told_at_every_level_in_every_language(topic: str) -> None:
    english, korean = passages(topic, Language.ENGLISH), passages(topic, Language.KOREAN)
    assert len(set(english[:3])) == 3
    for one, other in zip(english, korean, strict=True):
        assert one
        assert other
        assert len(one) <= ROOM, (topic, len(one))
        assert re.search("[가-힣]", other)
        assert not re.search("[가-힣]", one)
        for text in (one, other):
            assert text.count("$") % 2 == 0
            assert "\\" not in plain(text), (topic, plain(text))
            for formula in _FORMULA.findall(text):
                parse(formula)


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_both_languages_state_the_same_formulas(topic: str) -> None:
    for one, other in zip(passages(topic, Language.ENGLISH), passages(topic, Language.KOREAN), strict=True):
        in_english, in_korean = formulas(one), formulas(other)
        assert {each for each in in_english ^ in_korean if len(each) > 6} == set(), topic


@pytest.mark.parametrize("language", Language)
def test_nothing_that_is_told_is_refuted(language: Language) -> None:
    for topic in sorted(TOPICS):
        for text in passages(topic, language)[:4]:
            wrong = [line.text for line in audit(text).lines if line.standing is LineStanding.REFUTED]
            assert wrong == [], topic


def test_no_text_is_left_over() -> None:
    for language in Language:
        assert {path.stem for path in (FOLDER / language).glob("*.md")} == set(TOPICS)
