"""The buttons under a solution: another level, another page, a report; they outlive a restart."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import study
from fakes import FakeChecker
from study import QUADRATIC, Server, buttons, text

from maths.message import Formula, Message
from maths.verdict import Decision, Level, SectionKind, Standing, Verdict
from tutor.errors import StorageUnavailableError
from tutor.types import Asker, Language, Question, Record, Section, Solution, Voucher

if TYPE_CHECKING:
    from pathlib import Path

    from fakes import Memory
    from simcord.results import ResponseMessage

    from tutor.engine import Tutor


async def asked(server: Server) -> ResponseMessage:
    response = (await server.ann.slash(server.channel, "solve", problem=QUADRATIC)).response
    assert response is not None
    return response


def keep_long(server: Server, memory: Memory) -> None:
    """A stored solution of several pages, asked by ann."""
    sections = tuple(Section(kind, "\n".join(f"{kind} {n}" for n in range(200)), Voucher.MODEL) for kind in SectionKind)
    question = Question("long", Level.INTERMEDIATE, Language.ENGLISH)
    solution = Solution(question, sections, Formula("4", "4"), Verdict(Standing.VERIFIED, Message("counted")))
    asker = Asker(server.ann.id, server.guild.id)
    memory.records[900] = Record(900, asker, datetime(2026, 1, 1, tzinfo=UTC), solution)


async def opened(server: Server) -> ResponseMessage:
    """The long solution, shown again from the history."""
    listed = (await server.ann.slash(server.channel, "history")).response
    shown = (await server.ann.select(listed, ["900"])).response
    assert shown is not None
    return shown


async def test_deeper_solves_again_in_place_for_the_asker(server: Server, memory: Memory) -> None:
    response = await asked(server)
    await server.ann.click(response, label="Deeper")
    assert "level: Advanced" in text(response)
    assert buttons(response)["Deeper"]["disabled"]
    assert [record.solution.question.level for record in memory.records.values()] == ["intermediate", "advanced"]


async def test_simpler_goes_down_a_level_after_a_restart_too(server: Server, tutor: Tutor, tmp_path: Path) -> None:
    response = await asked(server)
    await server.env.restart_bot(study.bot(tutor, tmp_path))
    await server.ann.click(response, label="Simpler")
    assert "level: Beginner" in text(response)


async def test_another_member_gets_an_own_reply_that_only_they_see(server: Server, memory: Memory) -> None:
    response = await asked(server)
    result = await server.ben.click(response, label="Deeper")
    assert "level: Intermediate" in text(response)
    assert result.ephemeral
    assert "level: Advanced" in text(result.response)
    assert memory.records[2].asker.user_id == server.ben.id


async def test_an_own_reply_is_changed_in_place_by_whom_it_was_made_for(server: Server) -> None:
    own = (await server.ben.click(await asked(server), label="Deeper")).response
    assert own is not None
    again = await server.ben.click(own, label="Simpler")
    assert again.response is not None
    assert again.response.id == own.id
    assert "level: Intermediate" in text(own)


async def test_another_member_is_answered_in_their_own_language(server: Server) -> None:
    server.locales[server.ben.id] = "ko"
    result = await server.ben.click(await asked(server), label="Deeper")
    assert "수준: 고급" in text(result.response)


async def test_a_failure_leaves_the_solution_standing_and_tells_the_asker_beside_it(
    server: Server, memory: Memory
) -> None:
    response = await asked(server)
    memory.failure = StorageUnavailableError(Message("The notebook is closed."))
    result = await server.ann.click(response, label="Deeper")
    assert "✅ **Verified**" in text(response)
    assert [text(followup) for followup in result.followups] == ["The notebook is closed."]
    assert result.followups[0].ephemeral


async def test_a_solution_that_was_deleted_says_so(server: Server, memory: Memory) -> None:
    response = await asked(server)
    memory.records.clear()
    result = await server.ben.click(response, label="Deeper")
    assert "not stored any more" in text(result.response)


async def test_a_solution_of_another_server_cannot_be_recalled(server: Server, memory: Memory) -> None:
    response = await asked(server)
    record = memory.records[1]
    memory.records[1] = Record(1, Asker(record.asker.user_id, 1), record.asked_at, record.solution)
    result = await server.ben.click(response, label="Deeper")
    assert "not stored any more" in text(result.response)


async def test_the_pages_are_turned_in_place(server: Server, memory: Memory, tutor: Tutor, tmp_path: Path) -> None:
    keep_long(server, memory)
    shown = await opened(server)
    assert buttons(shown)["Previous"]["disabled"]
    await server.ann.click(shown, label="Next")
    assert "page 2 of" in text(shown)
    await server.env.restart_bot(study.bot(tutor, tmp_path))
    await server.ann.click(shown, label="Previous")
    assert "page 1 of" in text(shown)


class TestPublicPages:
    @pytest.fixture
    def checker(self) -> FakeChecker:
        decision = Decision(Formula("x", " + ".join(f"x^{{{n}}}" for n in range(1_500))), Message("counted"))
        return FakeChecker({QUADRATIC: study.worked(decision)})

    async def test_another_member_turns_pages_without_changing_them_for_all(self, server: Server) -> None:
        response = await asked(server)
        before = text(response)
        result = await server.ben.click(response, label="Next")
        assert text(response) == before
        assert result.ephemeral
        assert "page 2 of" in text(result.response)
        await server.ann.click(response, label="Next")
        assert "page 2 of" in text(response)


async def test_a_report_is_written_in_a_form_and_kept_for_the_moderators(server: Server, memory: Memory) -> None:
    response = await asked(server)
    form = await server.ben.click(response, label="Report a mistake")
    assert form.modal is not None
    field = next(part for part in study.walk(form.modal["components"]) if part["type"] == 18)["component"]
    thanks = await server.ben.submit_modal(form, {field["custom_id"]: "The sign is lost."})
    assert thanks.ephemeral
    assert "Thank you" in text(thanks.response)
    (report,) = memory.kept_reports.values()
    assert (report.record_id, report.text, report.reporter) == (
        1,
        "The sign is lost.",
        Asker(server.ben.id, server.guild.id),
    )


async def test_the_report_form_speaks_the_readers_language(server: Server) -> None:
    server.locales[server.ben.id] = "ko"
    form = await server.ben.click(await asked(server), label="Report a mistake")
    assert form.modal is not None
    assert form.modal["title"] == "오류 신고"


async def test_a_report_on_a_deleted_solution_says_so(server: Server, memory: Memory) -> None:
    form = await server.ben.click(await asked(server), label="Report a mistake")
    assert form.modal is not None
    memory.records.clear()
    field = next(part for part in study.walk(form.modal["components"]) if part["type"] == 18)["component"]
    result = await server.ben.submit_modal(form, {field["custom_id"]: "Wrong."})
    assert "not stored any more" in text(result.response)
    assert server.refusals()
