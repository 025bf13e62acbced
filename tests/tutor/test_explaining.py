"""Lessons as they are made, before anybody keeps or shows them."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from learners import Here

from maths.grade import grade
from maths.verdict import Outcome, Standing
from model.scripted import Scripted
from tutor.errors import QuestionRefusedError
from tutor.explaining import Explainer
from tutor.lesson import MATHEMATICS, DraftLesson, PartKind, Request
from tutor.lesson_page import blocks
from tutor.types import Language, Level, Voucher, Writer
from tutor.words import render

if TYPE_CHECKING:
    from tutor.ports import LanguageModel

HERE = Here()


def request(topic: str = "fractions", subject: str = MATHEMATICS, key: str | None = None) -> Request:
    return Request(topic, subject, Level.BEGINNER, Language.KOREAN, topic if key is None else key)


async def lessons(asked: Request, model: LanguageModel | None = None, seed: int = 1) -> list[DraftLesson]:
    explainer = Explainer(HERE, HERE, HERE, model, chance=Random(seed))  # noqa: S311 - which problems, not a secret
    return [update async for update in explainer.explain(asked) if isinstance(update, DraftLesson)]


async def test_the_same_seed_makes_the_same_lesson() -> None:
    (one,), (same,), (other,) = [await lessons(request(), seed=seed) for seed in (1, 1, 2)]
    assert one.checks == same.checks
    assert one.example
    assert same.example
    assert one.example.question == same.example.question
    assert one.checks != other.checks


async def test_no_question_is_the_example_or_another_question() -> None:
    for seed in range(6):
        (lesson,) = await lessons(request("rounding"), seed=seed)
        assert lesson.example
        said = [lesson.example.question.text, *(render(c.draft.statement, Language.KOREAN) for c in lesson.checks)]
        assert len(set(said)) == 4


async def test_each_question_has_one_right_option() -> None:
    (lesson,) = await lessons(request("derivatives"))
    for check in lesson.checks:
        right = [
            place
            for place, option in enumerate(check.options)
            if grade(check.draft.answer.typed, option.typed).outcome is Outcome.EQUAL
        ]
        assert right == [check.right]


async def test_who_answers_for_what_is_said_of_every_part() -> None:
    first, last = await lessons(request(), Scripted("피자를 생각해 보십시오.", writer=Writer("phi")))
    assert first.model is None
    vouchers = {block.title: block.voucher for block in blocks(last)}
    assert vouchers == {
        "무엇인가": Voucher.PEOPLE,
        "그림으로 이해하기": Voucher.PEOPLE,
        "다르게 보기": Voucher.MODEL,
        "풀이가 있는 예제": Voucher.MATHEMATICS,
        "흔한 실수": Voucher.PEOPLE,
    }


async def test_a_demonstration_model_adds_nothing_to_a_whole_lesson() -> None:
    model = Scripted("nonsense", writer=Writer("tiny", demonstration=True))
    assert len(await lessons(request(), model)) == 1
    assert model.prompts == []


async def test_a_subject_outside_mathematics_is_never_verified_though_its_name_is_a_topic() -> None:
    asked = request("Derivatives", "Economics", key="")
    (lesson,) = await lessons(asked, Scripted("## Definition\nA contract.\n## Example\nProblem: 2x = 4\nANSWER: 2"))
    assert lesson.standing is Standing.UNCHECKED
    assert lesson.example is None
    assert lesson.checks == ()


async def test_a_models_example_that_is_wrong_is_worked_by_mathematics() -> None:
    text = "## 정의\n무엇.\n## 예\n문제: 2x + 4 = 10\nx = 4\n답: 4\n## 실수\n없음."
    (lesson,) = await lessons(request("황금비", "", key=""), Scripted(text, repeat=True))
    assert lesson.example
    assert lesson.example.answer
    assert lesson.example.answer.typed in {"3", "x = 3"}
    assert lesson.part(PartKind.EXAMPLE) is None
    assert lesson.standing is Standing.UNCHECKED


async def test_headings_that_are_missing_are_asked_for_again_and_then_the_lesson_is_refused() -> None:
    model = Scripted("Just some text.", repeat=True)
    with pytest.raises(QuestionRefusedError, match="stayed wrong"):
        await lessons(request("the golden ratio", "", key=""), model)
    assert len(model.prompts) == 3
