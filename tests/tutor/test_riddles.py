"""People's own puzzles: what a model writes down is solved by mathematics, and called what it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from maths.message import Message
from maths.puzzles.liars import settled
from maths.puzzles.solving import solve
from maths.verdict import Level, Standing
from model.scripted import Scripted
from tutor.errors import ModelUnavailableError, QuestionRefusedError
from tutor.riddles import Riddles
from tutor.types import Asked, Language, Progress, Question, SectionKind, Solution

if TYPE_CHECKING:
    from maths.puzzles.formal import Formal
    from maths.puzzles.solving import Solved

TEXT = (
    "A always lies, B always tells the truth, C sometimes lies. A whispers: B is a liar. "
    "B replies aloud that C is telling the truth today. C thinks that one of A and B is a liar. Is C telling the truth?"
)  # not in the words that are read without a model


class Here:
    async def read_puzzle(self, text: str, /) -> tuple[Formal, Solved] | None:
        return settled(text)

    async def solve_puzzle(self, formal: Formal, /) -> Solved:
        return solve(formal)


def reading(*clues: tuple[str, str, str], **kinds: list[str]) -> str:
    return json.dumps(
        {
            "persons": [{"name": name, "kinds": kind} for name, kind in kinds.items()],
            "variables": [],
            "clues": [{"speaker": speaker, "text": text, "formula": formula} for speaker, text, formula in clues],
        }
    )


KNOWN: dict[str, Any] = {"A": ["liar"], "B": ["truthful"], "C": ["sometimes"]}
FIRST = reading(
    ("A", "B is a liar", "kind(B) = liar"),
    ("B", "C is telling the truth today", "honest(C)"),
    ("C", "one of A and B is a liar", "exactly(1, kind(A) = liar, kind(B) = liar)"),
    **KNOWN,
)
ANY = ["truthful", "liar", "sometimes"]
SECOND = reading(
    ("C", "one of A and B is a liar", "kind(A) = liar xor kind(B) = liar"),
    ("B", "C is telling the truth today", "honest(C)"),
    ("A", "B is a liar", "not (kind(B) != liar)"),
    ("", "C sometimes lies", "kind(C) = sometimes"),
    ("", "B always tells the truth", "kind(B) = truthful"),
    ("", "A always lies", "kind(A) = liar"),
    A=ANY,
    B=ANY,
    C=ANY,
)
OTHERWISE = reading(("B", "C is telling the truth today", "not honest(C)"), **KNOWN)


async def solved(model: Scripted | None, text: str = TEXT, language: Language = Language.ENGLISH) -> Solution:
    question = Question(text, Level.INTERMEDIATE, language, Asked.PUZZLE)
    updates = [update async for update in Riddles(Here(), model).solve(question)]
    assert all(isinstance(update, Progress) for update in updates[:-1])
    last = updates[-1]
    assert isinstance(last, Solution)
    return last


def section(solution: Solution, kind: SectionKind) -> str:
    return next(section.text for section in solution.sections if section.kind is kind)


async def test_what_is_read_from_its_own_words_needs_no_model_and_is_verified() -> None:
    text = (
        'A always lies, B always tells the truth, C sometimes lies; A says "B is a liar", '
        'B says "C is telling the truth today", C says "one of A and B is a liar".'
    )
    found = await solved(None, text)
    assert found.verdict.standing is Standing.VERIFIED
    assert found.answer is not None
    assert found.answer.typed == "C is telling the truth here"
    assert found.model is None


async def test_two_readings_that_agree_are_cross_checked() -> None:
    model = Scripted(FIRST, SECOND)
    found = await solved(model)
    assert found.verdict.standing is Standing.CROSS_CHECKED
    assert found.answer is not None
    assert found.answer.typed == "C is telling the truth here"
    assert "2. B: “C is telling the truth today” → `honest(C)`" in section(found, SectionKind.UNDERSTANDING)
    assert "Clue 2" in section(found, SectionKind.STEPS)
    assert "from the last one to the first" in model.prompts[1].system
    assert "A, B, C" in model.prompts[1].system


async def test_the_same_in_korean() -> None:
    found = await solved(Scripted(FIRST, SECOND), language=Language.KOREAN)
    assert found.answer is not None
    assert found.answer.typed == "C는 지금 참말을 한다"
    assert "해는 다음 하나뿐입니다" in section(found, SectionKind.CONCLUSION)


async def test_readings_that_differ_are_unchecked_and_said_to_differ() -> None:
    found = await solved(Scripted(FIRST, OTHERWISE))
    assert found.verdict.standing is Standing.UNCHECKED
    assert "comes to something else" in str(found.verdict.reason)


async def test_one_usable_reading_alone_is_unchecked() -> None:
    found = await solved(Scripted(FIRST, "{}", "no", "{}"))
    assert found.verdict.standing is Standing.UNCHECKED
    assert found.answer is not None


async def test_a_reading_that_fails_is_asked_for_again_with_the_reason() -> None:
    invented = reading(("A", "B is a thief", "kind(B) = liar"), **KNOWN)
    unknown = reading(("A", "B is a liar", "kind(D) = liar"), **KNOWN)
    model = Scripted(invented, unknown, FIRST, SECOND)
    assert (await solved(model)).verdict.standing is Standing.CROSS_CHECKED
    assert "“B is a thief” does not stand in the puzzle" in model.prompts[1].user
    assert "D is no person of the puzzle" in model.prompts[2].user


async def test_clues_that_contradict_each_other_are_shown() -> None:
    text = "A and B are knights or knaves. A says: B is a knave. B says: A is a knight. Both are of one kind."
    kinds: dict[str, Any] = {"A": ["truthful", "liar"], "B": ["truthful", "liar"]}
    clues = [
        ("A", "B is a knave", "kind(B) = liar"),
        ("B", "A is a knight", "kind(A) = truthful"),
        ("", "Both are of one kind", "kind(A) = kind(B)"),
    ]
    found = await solved(Scripted(reading(*clues, **kinds), reading(*reversed(clues), **kinds)), text)
    assert found.verdict.standing is Standing.CROSS_CHECKED
    assert found.answer is not None
    assert found.answer.typed == "no solution: the clues contradict each other"
    conclusion = section(found, SectionKind.CONCLUSION)
    assert "“B is a knave”" in conclusion


async def test_several_solutions_are_shown_as_such() -> None:
    text = "A says: B tells the truth. A and B are knights or knaves."
    clue = ("A", "B tells the truth", "kind(B) = truthful")
    said = reading(clue, A=["truthful", "liar"], B=["truthful", "liar"])
    found = await solved(Scripted(said, said), text)
    assert found.answer is not None
    assert found.answer.typed == "more than one solution"
    assert "A always lies; B always lies" in section(found, SectionKind.CONCLUSION)


@pytest.mark.parametrize(
    "model", [None, Scripted("nonsense", repeat=True), Scripted(ModelUnavailableError(Message("It is off.")))]
)
async def test_what_is_not_formalised_is_unchecked_and_said(model: Scripted | None) -> None:
    found = await solved(model)
    assert found.verdict.standing is Standing.UNCHECKED
    assert found.answer is None
    assert found.verdict.reason is not None


async def test_nothing_is_no_puzzle() -> None:
    with pytest.raises(QuestionRefusedError):
        await solved(Scripted(FIRST), "   ")


@pytest.mark.parametrize("said", ["...", "“”", " , "])
async def test_a_quotation_without_words_quotes_nothing(said: str) -> None:
    nothing = reading(("A", said, "kind(B) = liar"), **KNOWN)
    found = await solved(Scripted(nothing, repeat=True))
    assert found.answer is None
