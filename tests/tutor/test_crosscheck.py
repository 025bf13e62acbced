"""Problems in words: a second reading, executed by real mathematics, against the answer of the worked solution."""

from __future__ import annotations

import json
from contextlib import aclosing
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from maths.message import Message
from maths.verdict import Standing
from maths.worker import open_mathematics
from model.scripted import Scripted, Turn
from tutor.crosscheck import SecondRoute
from tutor.errors import ModelUnavailableError
from tutor.solver import Solver
from tutor.types import Language, Level, Question, Solution, Writer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tutor.ports import Checker

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROBLEM = "Mina buys 12 pencils at 0.25 dollars each and two erasers at 1.50 dollars each. What does she pay?"
TEXT = "## Steps\nPencils: 12 * 0.25 = 3. Erasers: 2 * 1.50 = 3.\n## Conclusion\nShe pays 6 dollars.\nANSWER: {}"
RIGHT = {
    "quantities": [
        {"name": "pencils", "value": "12"},
        {"name": "pencil_price", "value": "0.25"},
        {"name": "erasers", "value": "2"},
        {"name": "eraser_price", "value": "1.5"},
    ],
    "equations": ["total = pencils * pencil_price + erasers * eraser_price"],
    "asked": "total",
}
WRONG = {**RIGHT, "equations": ["total = (pencils + erasers) * (pencil_price + eraser_price)"]}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def checker() -> AsyncIterator[Checker]:
    async with open_mathematics(workers=1) as mathematics:
        yield mathematics


async def solved(checker: Checker, *turns: Turn, rates: dict[str, float] | None = None) -> Solution:
    model = Scripted(*turns, writer=Writer("phi"))
    solver = Solver(checker, model, max_tries=1, second_route=SecondRoute(checker, rates or {}))
    question = Question(PROBLEM, Level.INTERMEDIATE, Language.ENGLISH)
    async with aclosing(solver.solve(question)) as updates:
        return [update async for update in updates if isinstance(update, Solution)][-1]


@pytest.mark.parametrize("answer", ["6", "6 dollars", "$6.00"])
async def test_two_readings_that_agree_are_cross_checked(checker: Checker, answer: str) -> None:
    solution = await solved(checker, TEXT.format(answer), json.dumps(RIGHT))
    assert solution.verdict.standing is Standing.CROSS_CHECKED
    assert "has not been measured yet" in str(solution.verdict.reason)


async def test_what_it_is_worth_is_what_was_measured(checker: Checker) -> None:
    solution = await solved(checker, TEXT.format("6"), json.dumps(RIGHT), rates={"phi": 0.048})
    assert "about 1 in 21 such answers is wrong" in str(solution.verdict.reason)


async def test_a_third_reading_decides_a_disagreement(checker: Checker) -> None:
    solution = await solved(checker, TEXT.format("6"), json.dumps(WRONG), json.dumps(RIGHT))
    assert solution.verdict.standing is Standing.CROSS_CHECKED
    assert "two agree" in str(solution.verdict.method)


async def test_an_answer_the_other_readings_deny_stays_unchecked_and_says_so(checker: Checker) -> None:
    solution = await solved(checker, TEXT.format("7"), json.dumps(RIGHT), json.dumps(RIGHT))
    assert solution.verdict.standing is Standing.UNCHECKED
    assert "gives 6" in str(solution.verdict.reason)


BENT = {**RIGHT, "quantities": [*RIGHT["quantities"][:3], {"name": "eraser_price", "value": "1.75"}]}  # type: ignore[index]
IDLE = {**RIGHT, "equations": ["total = pencils * pencil_price * 2"]}


@pytest.mark.parametrize(
    "reading",
    [
        "no JSON at all",
        '{"quantities": [], "equations": [], "asked": "x"}',
        '{"total": 6}',
        json.dumps(BENT),
        json.dumps(IDLE),
        json.dumps({**RIGHT, "equations": ["total = 6"]}),
        json.dumps({**RIGHT, "equations": ["total = __import__(pencils)"]}),
        ModelUnavailableError(Message("down")),
    ],
    ids=["no JSON", "empty", "shape", "a number of its own", "numbers it ignores", "the answer itself", "code", "down"],
)
async def test_a_reading_that_is_not_faithful_proves_nothing(checker: Checker, reading: Turn) -> None:
    solution = await solved(checker, TEXT.format("6"), reading)
    assert solution.verdict.standing is Standing.UNCHECKED
    assert solution.answer is not None


@pytest.mark.parametrize("answer", ["-6", "-6 dollars", "\u22126 dollars"])
async def test_the_same_number_with_another_sign_is_another_answer(checker: Checker, answer: str) -> None:
    solution = await solved(checker, TEXT.format(answer), json.dumps(RIGHT), json.dumps(RIGHT))
    assert solution.verdict.standing is Standing.UNCHECKED


async def test_numbers_in_words_count_as_stated(checker: Checker) -> None:
    """The two erasers are stated in letters only."""
    solution = await solved(checker, TEXT.format("6"), json.dumps(RIGHT))
    assert solution.verdict.standing is Standing.CROSS_CHECKED
