"""Hints of problems that anybody may ask: none gives its answer away."""

from __future__ import annotations

import pytest
from learners import Here

from maths.generating.hints import GENERAL
from maths.message import Formula, Message
from maths.verdict import Decision, Level, Passage, SectionKind, Worked
from tutor.rungs import rungs

APPROACH = Message("Think of the method.")


def worked(answer: str, *steps: Message) -> Worked:
    passages = (Passage(SectionKind.APPROACH, (APPROACH,)), Passage(SectionKind.STEPS, steps))
    return Worked(Decision(Formula(answer, answer), Message("decided")), passages)


def step(typed: str) -> Message:
    return Message("So we have {step}.", step=Formula(typed, typed))


@pytest.mark.parametrize(
    ("problem", "answer", "telling"),
    [
        ("x + y = 5, x - y = 1", "x = 3, y = 2", "y + 3 = 5"),
        ("differentiate x^3*exp(x)", "x**2*e**x*(x + 3)", "3*x**2*e**x + x**3*e**x"),
        ("integrate x*sin(x)", "sin(x) - x*cos(x) + C", "integral = sin(x) - x*cos(x)"),
        ("factor x^2 - 5x + 6", "(x - 3)*(x - 2)", "-2 - 3 = -5"),
        ("Is 91 prime?", "False", "91 = 7*13"),
        ("Is 97 prime?", "True", "97 = 13*7 + 6"),
        ("7*8", "56", "7*8 = 50 + 6, 56"),
    ],
)
async def test_a_step_that_comes_to_the_same_is_left_out(problem: str, answer: str, telling: str) -> None:
    hints = await rungs(Here(), problem, worked(answer, step(telling)))
    assert hints == (*GENERAL[:2], APPROACH)


@pytest.mark.parametrize(
    ("problem", "answer", "helping"),
    [
        ("1/2 + 1/3", "5/6", "3/6 + 2/6"),
        ("2x + 3 = 11", "4", "2*x = 8"),
        ("integrate x*sin(x)", "sin(x) - x*cos(x) + C", "-cos(x)"),
        ("det [[1,2],[3,4]]", "-2", "1*4 = 4"),
    ],
)
async def test_a_step_on_the_way_stays(problem: str, answer: str, helping: str) -> None:
    hints = await rungs(Here(), problem, worked(answer, step(helping)))
    assert hints == (GENERAL[0], APPROACH, step(helping))


async def test_where_one_step_tells_another_is_taken() -> None:
    hints = await rungs(
        Here(), "x + y = 5, x - y = 1", worked("x = 3, y = 2", step("x + y + x - y = 6"), step("y + 3 = 5"))
    )
    assert hints == (GENERAL[0], APPROACH, step("x + y + x - y = 6"))


async def test_what_mathematics_does_not_decide_has_general_hints() -> None:
    nothing = Worked(Decision(None, None, Message("not read")))
    assert await rungs(Here(), "Why is it so?", nothing) == GENERAL


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize(
    ("problem", "tells"),
    [
        ("differentiate x^3*exp(x)", ("3*x**2*e", "3x²e")),
        ("x + y = 5, x - y = 1", ("y + 3", "x = 3", "y = 2", "2*y = 4")),
        ("Is 91 prime?", ("7*13", "13*7")),
        ("integrate x*sin(x)", ("= sin(x) - x*cos(x)",)),
    ],
)
async def test_real_solutions_give_hints_without_the_answer(problem: str, tells: tuple[str, ...], level: Level) -> None:
    here = Here()
    hints = await rungs(here, problem, await here.work(problem, level))
    said = " ".join(str(hint) for hint in hints)
    assert len(set(hints)) == 3
    assert not any(each in said for each in tells)
