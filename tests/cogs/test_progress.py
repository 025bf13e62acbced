"""While an answer is on the way: progress, Cancel, the prose that follows, and edits that are never lost."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
import study
from study import QUADRATIC, Server, buttons, text

from cogs.stream import STEADY, Tempo
from maths.message import Formula, Message
from maths.verdict import Standing, Verdict
from model.scripted import Pause, Scripted
from tutor.engine import Tutor
from tutor.solver import Solver
from tutor.types import Progress, Question, Solution, Stage

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from fakes import Memory
    from simcord.results import InteractionResult

    from tutor.types import Asker, Writer

PROSE = "## Understanding\nTwo roots are asked for.\n## Approach\nWe factor."
VERIFIED = "✅ **Verified**"


class Slow(Solver):
    """A solver that has news ten times, three in 200 seconds, then answers; `closed` when it was left."""

    def __init__(self) -> None:
        self.closed = False

    @property
    def writer(self) -> Writer | None:
        return None

    async def solve(
        self,
        question: Question,
        asker: Asker | None = None,  # noqa: ARG002 - as the solver's
        adapter: str | None = None,  # noqa: ARG002 - as the solver's
    ) -> AsyncGenerator[Progress | Solution]:
        try:
            for news in range(10):
                yield Progress(Stage.WAITING, 100 - news)
                await asyncio.sleep(200 / 3)
            yield Solution(question, (), Formula("4", "4"), Verdict(Standing.VERIFIED, Message("counted")))
        finally:
            self.closed = True


async def slash(server: Server, problem: str = QUADRATIC) -> InteractionResult:
    return await server.ann.slash(server.channel, "solve", problem=problem)


def test_progress_is_shown_after_seven_tenths_of_a_second_and_at_most_once_a_second() -> None:
    assert Tempo(patience=0.7, gap=1.0) == STEADY


class TestProgress:
    @pytest.fixture
    def slow(self) -> Slow:
        return Slow()

    @pytest.fixture
    def tutor(self, slow: Slow, memory: Memory) -> Tutor:
        return Tutor(slow, memory.history, memory.guilds, memory.people)

    async def test_progress_waits_for_its_patience_and_then_comes_once_in_a_gap(self, server: Server) -> None:
        result = await slash(server)
        await server.env.advance_time(60)
        assert server.edits() == []
        await server.env.advance_time(20)
        assert len(server.edits()) == 1
        await server.env.advance_time(500)
        assert len(server.edits()) == 6
        assert "⏳ Waiting for the language model" in text(result.response)

    async def test_the_newest_progress_wins_and_the_answer_is_the_last_edit(self, server: Server) -> None:
        result = await slash(server)
        await server.env.advance_time(180)
        assert "98 questions are ahead" in text(result.response)
        await server.env.advance_time(1000)
        assert "# 4" in text(result.response)
        assert "Cancel" not in buttons(result.response)
        edits = len(server.edits())
        await server.env.advance_time(1000)
        assert len(server.edits()) == edits

    async def test_only_the_asker_may_cancel(self, server: Server, slow: Slow) -> None:
        result = await slash(server)
        await server.env.advance_time(100)
        refused = await server.ben.click(result.response, label="Cancel")
        assert refused.followups == []
        assert refused.response is not None
        assert refused.ephemeral
        assert "Only the person who asked" in text(refused.response)
        assert not slow.closed

    async def test_cancel_closes_the_work_and_keeps_nothing(self, server: Server, slow: Slow, memory: Memory) -> None:
        result = await slash(server)
        await server.env.advance_time(100)
        await server.ann.click(result.response, label="Cancel")
        assert slow.closed
        assert "Cancelled" in text(result.response)
        assert buttons(result.response) == {}
        assert memory.records == {}

    async def test_cancel_after_a_restart_says_that_nobody_works_on_it(
        self, server: Server, tutor: Tutor, tmp_path: Path
    ) -> None:
        result = await slash(server)
        await server.env.advance_time(100)
        await server.env.restart_bot(study.bot(tutor, tmp_path))
        await server.ann.click(result.response, label="Cancel")
        assert "not being worked on any more" in text(result.response)

    async def test_a_cancel_that_comes_too_late_leaves_the_answer(self, server: Server) -> None:
        result = await slash(server)
        await server.env.advance_time(100)
        cancel = buttons(result.response)["Cancel"]["custom_id"]
        before = server.env.backend.get_message(result.response.channel_id, result.response.id).components
        await server.env.advance_time(1_000)
        await server.crafted(server.ann, result.response, cancel, components=before)
        assert "# 4" in text(result.response)

    async def test_a_lost_progress_edit_is_not_tried_again(self, server: Server) -> None:
        server.env.inject_error("PATCH", "/webhooks/*", status=500)
        result = await slash(server)
        await server.env.advance_time(90)
        assert len(server.edits()) == 1
        await server.env.advance_time(100)
        assert len(server.edits()) == 2
        assert "Waiting" in text(result.response)


class TestProse:
    @pytest.fixture
    def model(self) -> Scripted:
        return Scripted((Pause(300), PROSE, Pause(300)))

    async def test_the_decided_answer_stands_at_once_and_the_prose_follows(
        self, server: Server, memory: Memory
    ) -> None:
        result = await slash(server)
        assert VERIFIED in text(result.response)
        assert "We factor." not in text(result.response)
        assert len(memory.records) == 1
        await server.env.advance_time(500)
        assert "✍️ The language model is writing" in text(result.response)
        assert "Stop writing" in buttons(result.response)
        await server.env.advance_time(500)
        assert "We factor.\n-# written by a language model, unchecked" in text(result.response)
        assert "Deeper" in buttons(result.response)
        assert len(memory.records) == 1

    async def test_stop_writing_frees_the_model_and_leaves_the_answer(self, server: Server, model: Scripted) -> None:
        result = await slash(server)
        await server.env.advance_time(500)
        assert model.running == 1
        await server.ann.click(result.response, label="Stop writing")
        assert model.running == 0
        assert VERIFIED in text(result.response)
        assert set(buttons(result.response)) == {"Simpler", "Deeper", "A similar problem", "Report a mistake"}

    async def test_stop_writing_after_a_restart_shows_what_is_stored(
        self, server: Server, tutor: Tutor, tmp_path: Path
    ) -> None:
        result = await slash(server)
        await server.env.advance_time(500)
        await server.env.restart_bot(study.bot(tutor, tmp_path))
        await server.ann.click(result.response, label="Stop writing")
        assert VERIFIED in text(result.response)
        assert "Deeper" in buttons(result.response)


class TestLostEdits:
    @pytest.mark.parametrize(("status", "times"), [(429, 1), (500, 2), (503, 1)])
    async def test_the_last_edit_is_sent_again_until_discord_takes_it(
        self, server: Server, status: int, times: int
    ) -> None:
        server.env.inject_error("PATCH", "/webhooks/*", status=status, times=times)
        result = await slash(server)
        await server.env.advance_time(3000)
        assert VERIFIED in text(result.response)

    async def test_once_the_token_is_gone_the_answer_is_posted_in_the_channel(self, server: Server) -> None:
        server.env.inject_error("PATCH", "/webhooks/*", status=401, code=50027, times=None)
        await slash(server)
        assert VERIFIED in text(server.channel.last_message.components[0].to_dict()["components"])

    async def test_a_reply_that_was_deleted_is_left_alone(self, server: Server) -> None:
        server.env.inject_error("PATCH", "/webhooks/*", status=404, code=10008, times=None)
        await slash(server)
        assert len(server.edits()) == 1

    async def test_a_reply_only_its_asker_may_see_is_never_posted_in_the_channel(self, server: Server) -> None:
        server.env.inject_error("PATCH", "/webhooks/*", status=401, code=50027, times=None)
        await server.ann.slash(server.channel, "history")
        assert not [e for e in server.env.http_requests if e.method == "POST" and e.path.startswith("/channels")]
        assert server.refusals()
