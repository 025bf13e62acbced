"""/reports: what readers reported is answered by moderators, once; the reporter is told, the record says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import study
from learners import tutor_over
from samples import solution
from study import Server, buttons, text, walk

from cogs import answered
from cogs.report import REPORT_CHARACTERS
from cogs.text import units
from storage.cache import StoredCache
from tutor.engine import Tutor, answer_key
from tutor.reporting import MOST_WORDS
from tutor.types import (
    Asker,
    Handling,
    Language,
    Level,
    Preferences,
    Question,
    Record,
    Report,
    ReportPage,
    Ruling,
)

if TYPE_CHECKING:
    from learners import Clock
    from simcord.actors import MemberActor

    from storage.database import Database

pytestmark = pytest.mark.simcord(settle_timeout=30)
WORDS = "The *second* root is $x = \\frac{2}{3}$."


@pytest.fixture
def tutor(database: Database, clock: Clock) -> Tutor:
    return tutor_over(database, clock)


async def solved(tutor: Tutor, who: MemberActor, guild_id: int | None = None) -> Record:
    question = Question("Solve x + 3 = 7", Level.BEGINNER, Language.ENGLISH)
    return [update async for update in tutor.solve(study.asker(who, guild_id), question) if isinstance(update, Record)][
        -1
    ]


async def reported(server: Server, tutor: Tutor, said: str = "It is 5, @everyone") -> int:
    """Ben reports Ann's solution."""
    record = await solved(tutor, server.ann)
    return (await tutor.report(study.asker(server.ben), record.id, said)).id


async def opened(server: Server) -> Any:  # noqa: ANN401 - simcord's
    return await server.mod.slash(server.channel, "reports")


async def answer(server: Server, shown: Any, label: str, words: str = WORDS) -> Any:  # noqa: ANN401 - as above
    form = await server.mod.click(shown, custom_id=buttons(shown)[label]["custom_id"])
    assert form.modal is not None
    field = next(part for part in walk(form.modal["components"]) if part["type"] == 18)["component"]
    return await server.mod.submit_modal(form, {field["custom_id"]: words})


def letters(server: Server) -> list[str]:
    """The direct messages that were sent."""
    sent = [each for each in server.env.http_requests if each.method == "POST" and each.path.endswith("/messages")]
    return [text(each.json["components"]) for each in sent]


def refuse_letters(server: Server) -> None:
    server.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)


async def forge(server: Server, who: MemberActor, shown: Any, custom_id: str) -> Any:  # noqa: ANN401 - as above
    forged = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": custom_id}]}]
    return await server.crafted(who, shown, custom_id, components=forged)


def said(result: Any) -> str:  # noqa: ANN401 - as above
    return "\n".join(text(told) for told in (*result.followups, result.response) if told)


async def test_a_correction_reaches_the_reporter_once_and_stands_with_the_record(server: Server, tutor: Tutor) -> None:
    report_id = await reported(server, tutor)
    shown = await opened(server)
    assert shown.ephemeral
    assert "> It is 5, @\u200beveryone" in text(shown.response).replace("\\", "")
    await answer(server, shown.response, "Answer")
    assert "**A moderator corrected this:** The \\*second\\* root is x = 2/3." in text(shown.response)
    assert "The reporter has been told." in text(shown.response)
    (letter,) = letters(server)
    assert "Server: Study server" in letter
    assert "The \\*second\\* root is x = 2/3." in letter
    mine = await server.ann.slash(server.channel, "history")
    assert "✏️" in text(mine.response)
    record = (await tutor.reporting.report(server.guild.id, report_id)).record_id
    again = await server.ann.select(mine.response, [str(record)], custom_id="lemma:history:show")
    assert "**A moderator corrected this:**" in text(again.response)
    bens = await server.ben.slash(server.channel, "history")
    assert bens.followups == []


async def test_who_cannot_be_written_to_is_told_by_history_once(server: Server, tutor: Tutor) -> None:
    await reported(server, tutor)
    refuse_letters(server)
    shown = await opened(server)
    await answer(server, shown.response, "Answer")
    assert "/history will tell them" in text(shown.response)
    assert letters(server) == []
    bens = await server.ben.slash(server.channel, "history")
    assert "The \\*second\\* root" in said(bens)
    assert "second" not in said(await server.ben.slash(server.channel, "history"))
    handled = await opened(server)
    await server.mod.click(handled.response, label="Handled reports")
    assert "has been told" in text(handled.response)


async def test_nothing_wrong_needs_no_words_and_says_so(server: Server, tutor: Tutor) -> None:
    report_id = await reported(server, tutor)
    await tutor.prefer(study.asker(server.ben), Preferences(language=Language.KOREAN))
    shown = await opened(server)
    await answer(server, shown.response, "Nothing wrong", "")
    assert "found nothing wrong" in text(shown.response)
    (letter,) = letters(server)
    assert "틀린 곳이 없었습니다" in letter
    record = await tutor.recall(
        study.asker(server.ann), (await tutor.reporting.report(server.guild.id, report_id)).record_id
    )
    assert record.corrections == ()


async def test_a_handled_report_can_be_reopened(server: Server, tutor: Tutor) -> None:
    report_id = await reported(server, tutor)
    shown = await opened(server)
    await answer(server, shown.response, "Answer")
    await server.mod.click(shown.response, label="Reopen")
    assert "corrected" not in text(shown.response)
    report = await tutor.reporting.report(server.guild.id, report_id)
    assert report.handling is None
    assert (await tutor.recall(study.asker(server.ann), report.record_id)).corrections == ()
    await answer(server, shown.response, "Nothing wrong", "")
    assert "found nothing wrong" in text(shown.response)


async def test_the_second_of_two_moderators_is_told_and_changes_nothing(server: Server, tutor: Tutor) -> None:
    report_id = await reported(server, tutor)
    first, second = await opened(server), await opened(server)
    await answer(server, first.response, "Answer", "first")
    late = await answer(server, second.response, "Answer", "second")
    assert "has handled this report" in said(late)
    report = await tutor.reporting.report(server.guild.id, report_id)
    assert report.handling is not None
    assert report.handling.text == "first"
    assert len(letters(server)) == 1
    assert server.refusals()


async def test_reports_are_read_page_by_page_from_the_settings_too(server: Server, tutor: Tutor) -> None:
    for number in range(3):
        await reported(server, tutor, f"report {number}")
    panel = await server.mod.slash(server.channel, "settings")
    listed = await server.mod.click(panel.response, custom_id="lemma:settings:reports")
    assert "report 2" in text(listed.response)
    await server.mod.click(listed.response, label="Next")
    await server.mod.click(listed.response, label="Next")
    assert "report 0" in text(listed.response)
    seen = await server.mod.click(listed.response, label="See the solution")
    assert "# x = 4" in text(seen.response)
    nothing = await server.mod.click(listed.response, label="Handled reports")
    assert "No report has been handled yet." in text(nothing.response)


async def test_an_ended_practice_problem_is_reported_with_its_solution(server: Server, tutor: Tutor) -> None:
    shown = await server.ann.slash(
        server.channel, "practice start", topic="linear_equations", level="beginner", count=1
    )
    assert "Report a mistake" not in buttons(shown.response)
    task_id = int(buttons(shown.response)["Show the solution"]["custom_id"].split(":")[-1])
    early = await forge(server, server.ann, shown.response, f"lemma:task:report:{task_id}")
    assert early.modal is not None  # the form opens, and is refused
    task = await tutor.trainer.task(study.asker(server.ann), task_id)
    await tutor.trainer.show(study.asker(server.ann), task_id)
    shown = await server.ann.slash(server.channel, "practice continue")
    shown = await forge(server, server.ann, shown.response, f"lemma:task:hint:{task_id}")
    form = await server.ann.click(shown.response, custom_id=buttons(shown.response)["Report a mistake"]["custom_id"])
    assert form.modal is not None
    field = next(part for part in walk(form.modal["components"]) if part["type"] == 18)["component"]
    await server.ann.submit_modal(form, {field["custom_id"]: "The answer is odd"})
    page = await tutor.reporting.page(server.guild.id, 0, handled=False)
    assert page.report is not None
    record = await tutor.reporting.record(page.report)
    assert record.solution.answer == task.problem.draft.answer
    assert record.solution.sections
    others = await forge(server, server.ben, shown.response, f"lemma:task:report:{task_id}")
    assert others.modal is None
    assert "given to somebody else" in said(others)
    assert server.refusals()


@pytest.mark.parametrize("act", ["see", "corrected", "nothing_wrong", "reopen"])
async def test_only_moderators_of_the_server_read_and_answer(server: Server, tutor: Tutor, act: str) -> None:
    report_id = await reported(server, tutor)
    shown = await server.ann.slash(server.channel, "history")
    for custom_id in (f"lemma:reports:{act}:{report_id}", "lemma:reports:open:0", "lemma:settings:reports"):
        result = await forge(server, server.ann, shown.response, custom_id)
        assert result.modal is None
        assert "Only moderators" in said(result)
    assert (await tutor.reporting.report(server.guild.id, report_id)).handling is None


async def test_who_is_no_moderator_any_more_when_the_form_is_sent_is_refused(server: Server, tutor: Tutor) -> None:
    report_id = await reported(server, tutor)
    shown = await opened(server)
    form = await server.mod.click(shown.response, label="Answer")
    assert form.modal is not None
    field = next(part for part in walk(form.modal["components"]) if part["type"] == 18)["component"]
    server.env.backend.get_guild(server.guild.id).members[server.mod.id].role_ids.clear()
    late = await server.mod.submit_modal(form, {field["custom_id"]: "x"})
    assert "Only moderators" in said(late)
    assert (await tutor.reporting.report(server.guild.id, report_id)).handling is None
    assert server.refusals()


async def test_another_servers_report_is_none_of_theirs(server: Server, tutor: Tutor) -> None:
    record = await solved(tutor, server.ann, 5)
    report = await tutor.report(study.asker(server.ann, 5), record.id, "elsewhere")
    shown = await opened(server)
    assert "No reported mistake waits" in text(shown.response)
    for act in ("see", "reopen"):
        assert "not stored any more" in said(
            await forge(server, server.mod, shown.response, f"lemma:reports:{act}:{report.id}")
        )


async def test_a_corrected_answer_is_given_to_nobody_again(server: Server, tutor: Tutor, database: Database) -> None:
    """Not even as the copy that somebody else was given of it meanwhile."""
    report_id = await reported(server, tutor)
    copy = await solved(tutor, server.mod)
    cache, key = StoredCache(database, lifetime=timedelta(days=9_999)), answer_key(copy.solution.question, None)
    await cache.keep(key, copy.id)
    assert await cache.find(key) == copy
    await tutor.handle_report(study.asker(server.mod), report_id, Ruling.CORRECTED, WORDS)
    assert await cache.find(key) is None


@pytest.mark.parametrize("filling", ["*", "가", "@", "_ ", "\n", "> "])
def test_every_report_and_answer_fits_into_a_message(filling: str) -> None:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    long = replace(solution(), question=Question(filling * 4_000, Level.BEGINNER, Language.KOREAN))
    record = Record(3, Asker(1, 7), at, long, (filling * MOST_WORDS,))
    handling = Handling(Ruling.CORRECTED, filling * MOST_WORDS, 10**18, at)
    report = Report(10**9, 3, Asker(10**18, 7), at, filling * REPORT_CHARACTERS, handling)
    for language in Language:
        for view in (
            answered.card(report, record, language, ReportPage(report, 1, 3)),
            answered.letter(report, record, filling * 100, language),
        ):
            assert units(text(view.to_components())) <= 4_000
