"""A text too long for a model is summarised by sections for words about a decided answer, and for nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fakes import FakeChecker
from hypothesis import given
from hypothesis import strategies as st

from maths.message import Message
from model.scripted import Scripted
from tutor.errors import PromptTooLongError
from tutor.sections import condensed, halves
from tutor.solver import Solver
from tutor.types import Language, Level, Question, Solution

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tutor.ports import Piece, Prompt

STORY = " ".join(f"Sentence number {n} tells of {n} apples." for n in range(40))
PROSE = "## Understanding\nApples are counted.\n## Approach\nOne after the other."


class Narrow(Scripted):
    """A model that takes prompts of so many characters."""

    def __init__(self, *turns: str, room: int) -> None:
        super().__init__(*turns, repeat=True)
        self.room = room
        self.refused = 0

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        if len(prompt.user) > self.room:
            self.refused += 1
            raise PromptTooLongError(Message("too long"))
        async for piece in super().stream(prompt):
            yield piece


def _question(text: str = STORY) -> Question:
    return Question(text, Level.INTERMEDIATE, Language.ENGLISH)


async def test_each_section_is_summarised_in_order_and_nothing_is_left_out() -> None:
    model = Narrow("short", room=500)
    found = await condensed(model, _question())
    assert set(found.text.splitlines()) == {"short"}
    seen = [line for prompt in model.prompts for line in prompt.user.splitlines() if line.startswith("Sentence")]
    assert " ".join(seen) == STORY


async def test_what_does_not_fit_even_in_pieces_is_refused() -> None:
    with pytest.raises(PromptTooLongError):
        await condensed(Narrow("short", room=20), _question())


async def test_words_about_a_decided_answer_are_written_from_the_summary_and_the_reader_is_told(
    decided: FakeChecker,
) -> None:
    model = Narrow(PROSE, room=700)
    solver = Solver(decided, model)
    updates = [update async for update in solver.solve(_question()) if isinstance(update, Solution)]
    assert updates[-1].answer == updates[0].answer
    assert any("summary of its sections" in str(note) for note in updates[-1].notes)
    assert updates[-1].model is not None


async def test_a_problem_that_is_to_be_solved_is_never_shortened() -> None:
    model = Narrow(PROSE, room=700)
    updates = [
        update async for update in Solver(FakeChecker(), model).solve(_question()) if isinstance(update, Solution)
    ]
    assert updates[-1].answer is None
    assert model.prompts == []


@given(st.text(min_size=2).filter(lambda text: text.strip()))
def test_two_halves_hold_every_word(text: str) -> None:
    assert "".join("".join(halves(text)).split()) == "".join(text.split())


@pytest.fixture
def decided() -> FakeChecker:
    from study import WORKED

    return FakeChecker({STORY: WORKED})
