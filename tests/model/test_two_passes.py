"""JSON from a reasoning model: thought first, then put into the schema."""

from __future__ import annotations

from contextlib import aclosing

import pytest

from maths.message import Message
from model.budget import TEMPLATE, estimate
from model.scripted import Endless, Scripted, Turn
from model.two_passes import LEFT_OUT, two_passes
from tutor.errors import ModelUnavailableError, PromptTooLongError
from tutor.ports import Finish, Piece, Prompt, Text, Thought

SCHEMA = {"type": "object", "properties": {"answer": {"type": "integer"}}}
PROMPT = Prompt("Answer in JSON.", "What is 2 + 3?", max_tokens=100, schema=SCHEMA)


async def passes(*turns: Turn, context: int = 2048) -> tuple[list[Piece], Scripted]:
    model = Scripted(*turns)
    return [piece async for piece in two_passes(model.stream, PROMPT, context)], model


async def test_the_first_pass_is_thought_and_the_second_is_the_text() -> None:
    pieces, model = await passes((Thought("two and three"), "it is 5"), '{"answer": 5}')

    first, second = model.prompts
    assert first.schema is None
    assert first.max_tokens >= 3000, "thinking takes longer than the JSON"
    assert first.temperature > 0, "reasoning models go round in circles at 0"
    assert (second.schema, second.max_tokens, second.temperature) == (SCHEMA, 100, 0.0)
    assert "<notes>\nit is 5\n</notes>" in second.user
    assert second.user.startswith(PROMPT.user)
    assert "".join(p.text for p in pieces if isinstance(p, Thought)) == "two and threeit is 5"
    assert "".join(p.text for p in pieces if isinstance(p, Text)) == '{"answer": 5}'
    assert [piece for piece in pieces if isinstance(piece, Finish)] == [Finish(truncated=False)], "one end"


async def test_thinking_that_came_to_no_end_is_used_as_far_as_it_came() -> None:
    _, model = await passes((Thought("so it must be 5"), Finish(truncated=True)), '{"answer": 5}')
    assert "so it must be 5" in model.prompts[1].user


async def test_of_notes_too_long_the_end_is_kept_and_the_second_pass_is_told() -> None:
    _, model = await passes("and so on\n" * 2000 + "hence 5", '{"answer": 5}', context=1024)
    second = model.prompts[1]
    assert f"<notes>\n{LEFT_OUT}\nand so on\n" in second.user
    assert "hence 5" in second.user
    assert second.user.startswith(PROMPT.user), "the problem is never shortened"
    left = 1024 - TEMPLATE - estimate(second.system) - estimate(second.user)
    assert 100 <= left < 300, "the answer has its room, and the notes all the rest"


async def test_notes_that_fit_are_given_whole() -> None:
    notes = "and so on\n" * 50 + "hence 5"
    _, model = await passes(notes, '{"answer": 5}', context=1024)
    assert f"<notes>\n{notes}\n</notes>" in model.prompts[1].user


async def test_a_problem_that_leaves_its_notes_no_room_is_refused() -> None:
    with pytest.raises(PromptTooLongError, match="200 tokens"):
        await passes("it is 5", '{"answer": 5}', context=200)


async def test_a_first_pass_that_fails_is_told_and_no_second_begins() -> None:
    model = Scripted(ModelUnavailableError(Message("down")), "{}")
    with pytest.raises(ModelUnavailableError):
        _ = [piece async for piece in two_passes(model.stream, PROMPT, 2048)]
    assert len(model.prompts) == 1


async def test_leaving_while_it_thinks_stops_the_model() -> None:
    model = Scripted(Endless("hm ", every=0.01), "{}")
    async with aclosing(two_passes(model.stream, PROMPT, 2048)) as pieces:
        await anext(pieces)
        assert model.running == 1
    assert model.running == 0
