"""/code: what was run stands first; forms, files, buttons that know their owner, exams and hints."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import study
from learners import tutor_over
from sandboxed import FakeSandbox, gives, raises
from study import Server, buttons, text

from cogs import coded
from maths.verdict import Level
from model.scripted import Pause, Scripted
from storage.guilds import StoredGuilds
from storage.programs import StoredPrograms
from tutor.code import (
    LANGUAGES,
    Aspect,
    CodeRecord,
    CodeReply,
    CodeRequest,
    Comparison,
    Fate,
    Figures,
    Origin,
    Target,
    Test,
    Trial,
)
from tutor.coding import NOT_PYTHON, Coding
from tutor.types import Asker, Language

if TYPE_CHECKING:
    from learners import Clock

    from storage.database import Database
    from tutor.engine import Tutor

pytestmark = pytest.mark.simcord(settle_timeout=30)

GOOD, BAD = "def total(xs):\n    return sum(xs)", "def total(xs):\n    return xs[0]"
TESTS = json.dumps({"tests": [{"call": "total([])", "expects": "0"}], "properties": []})
TOLD = {
    (GOOD, "total([5, 6])"): gives("11"),
    (GOOD, "total([])"): gives("0"),
    (BAD, "total([5, 6])"): gives("5"),
    (BAD, "total([])"): raises("IndexError: list index out of range"),
}
PROBLEM = "Add up a list. total([5, 6]) -> 11"


def wrote(code: str, words: str = "One pass.") -> str:
    return f"## Analysis\n{words}\n## Complexity\n$O(n)$\n## Code\n```python\n{code}\n```\n"


@pytest.fixture
def sandbox() -> FakeSandbox:
    return FakeSandbox(TOLD)


@pytest.fixture
def model() -> Scripted:
    return Scripted(wrote(GOOD), TESTS, repeat=True)


@pytest.fixture
def tutor(database: Database, clock: Clock, model: Scripted, sandbox: FakeSandbox) -> Tutor:
    coding = Coding(model, StoredPrograms(database), sandbox, max_tries=2, clock=clock)
    return tutor_over(database, clock, coding=coding)


async def press(server: Server, shown: Any, label: str, who: Any = None) -> Any:  # noqa: ANN401 - simcord's
    return await (who or server.ann).click(shown, custom_id=buttons(shown)[label]["custom_id"])


async def told(result: Any) -> str:  # noqa: ANN401 - simcord's
    return "\n".join(text(each) for each in (*result.followups, result.response) if each)


async def rule(server: Server, database: Database, clock: Clock, **settings: Any) -> None:  # noqa: ANN401
    """What a moderator sets."""
    await StoredGuilds(database).change(
        server.guild.id, server.mod.id, clock.now, lambda before: replace(before, **settings)
    )


async def test_a_problem_is_solved_and_what_was_run_stands_first(server: Server) -> None:
    shown = (await server.ann.slash(server.channel, "code solve", problem=PROBLEM)).response
    said = text(shown)
    assert "ran: 2 of 2 tests passed in 24 ms" in said
    assert "1 example of yours · 1 test by the model" in said
    assert "**Unchecked**: tests that pass are evidence, no proof." in said
    assert f"```py\n{GOOD}\n```" in said
    assert "O(n)" in said
    assert set(buttons(shown)) == {"Run again", "Explain simpler", "Delete"}


async def test_in_korean(server: Server) -> None:
    server.locales[server.ann.id] = "ko"
    said = text((await server.ann.slash(server.channel, "code solve", problem=PROBLEM)).response)
    assert "실행함: 테스트 2개 중 2개 통과, 24 ms" in said
    assert "**검증되지 않음**" in said


class TestMistakes:
    @pytest.fixture
    def model(self) -> Scripted:
        return Scripted(wrote(BAD), TESTS, wrote(BAD))

    async def test_what_stays_wrong_is_shown_with_input_expected_and_got(self, server: Server) -> None:
        said = text((await server.ann.slash(server.channel, "code solve", problem=PROBLEM)).response)
        assert "ran: 0 of 2 tests passed" in said
        assert "`total([5, 6])` gave `5`, expected `11`" in said
        assert "`total([])` raised `IndexError: list index out of range`, expected `0`" in said
        assert "2 tries" in said


async def test_without_an_option_a_form_opens(server: Server) -> None:
    form = await server.ann.slash(server.channel, "code solve")
    assert form.modal is not None
    field = next(part for part in study.walk(form.modal["components"]) if part["type"] == 18)["component"]
    assert (field["style"], field["max_length"]) == (2, 4_000)
    sent = await server.ann.submit_modal(form, {field["custom_id"]: PROBLEM})
    assert "ran: 2 of 2 tests passed" in text(sent.response)


async def test_other_languages_are_not_run(server: Server, sandbox: FakeSandbox) -> None:
    said = text((await server.ann.slash(server.channel, "code solve", problem=PROBLEM, language="rust")).response)
    assert "not run: only Python is run here" in said
    assert "nobody ran it" in said
    assert sandbox.asked == []


async def test_a_language_nobody_knows_is_refused(server: Server, model: Scripted) -> None:
    refused = await told(await server.ann.slash(server.channel, "code solve", problem=PROBLEM, language="Klingon"))
    assert "Please choose one of these languages: Python, JavaScript" in refused
    assert model.prompts == []
    assert server.refusals()


async def test_run_again_asks_no_model(server: Server, model: Scripted, sandbox: FakeSandbox) -> None:
    shown = (await server.ann.slash(server.channel, "code solve", problem=PROBLEM)).response
    asked = len(model.prompts)
    sandbox.told[GOOD, "total([])"] = gives("7")
    await press(server, shown, "Run again")
    assert "ran: 1 of 2 tests passed" in text(shown)
    assert len(model.prompts) == asked


class TestExplained:
    @pytest.fixture
    def model(self) -> Scripted:
        return Scripted(wrote(GOOD), TESTS, "## Analysis\nIn small words.")

    async def test_simpler_words_keep_the_code_and_what_was_run(self, server: Server, model: Scripted) -> None:
        shown = (await server.ann.slash(server.channel, "code solve", problem=PROBLEM)).response
        await press(server, shown, "Explain simpler")
        said = text(shown)
        assert "In small words." in said
        assert GOOD in said
        assert "2 of 2" in said
        assert "began to program this month" in model.prompts[-1].system


async def test_only_the_asker_may_press(server: Server, tutor: Tutor) -> None:
    shown = (await server.ann.slash(server.channel, "code solve", problem=PROBLEM)).response
    for label in ("Run again", "Explain simpler", "Delete"):
        assert "Only the person who asked" in await told(await press(server, shown, label, server.ben))
    assert len((await tutor.coding.page(study.asker(server.ann), 0)).records) == 1


async def test_deleting_takes_the_message_and_what_is_kept(server: Server, tutor: Tutor) -> None:
    shown = (await server.ann.slash(server.channel, "code solve", problem=PROBLEM)).response
    await press(server, shown, "Delete")
    assert (await tutor.coding.page(study.asker(server.ann), 0)).records == ()


async def test_of_the_forgotten_only_who_asked_deletes_the_message(server: Server, tutor: Tutor) -> None:
    shown = (await server.ann.slash(server.channel, "code solve", problem=PROBLEM)).response
    await tutor.forget(study.asker(server.ann))
    assert "not kept any more" in await told(await press(server, shown, "Delete", server.ben))
    await press(server, shown, "Delete")


async def test_what_was_asked_is_listed_shown_exported_and_forgotten(server: Server, tutor: Tutor) -> None:
    await server.ann.slash(server.channel, "code solve", problem=PROBLEM)
    listed = (await server.ann.slash(server.channel, "code list")).response
    assert "ran: 2 of 2 tests passed" in text(listed)
    (record_id,) = study.options(listed)
    result = await server.ann.select(listed, values=[record_id], custom_id="lemma:code:show")
    assert GOOD in await told(result)
    history = (await server.ann.slash(server.channel, "history")).response
    await press(server, history, "Code")
    assert "Your code" in text(history)
    kept = await tutor.export(study.asker(server.ann))
    assert kept["code"][0]["code"] == GOOD
    await tutor.forget(study.asker(server.ann))
    assert (await tutor.export(study.asker(server.ann)))["code"] == []


class TestHints:
    async def test_where_hints_come_first_the_code_waits_behind_a_button(
        self, server: Server, database: Database, clock: Clock
    ) -> None:
        await rule(server, database, clock, hint_first=True)
        result = await server.ann.slash(server.channel, "code solve", problem=PROBLEM)
        assert result.ephemeral
        assert GOOD not in text(result.response)
        assert "One pass." in text(result.response)
        await press(server, result.response, "Show the code")
        assert GOOD in text(result.response)

    async def test_in_an_exam_no_code_is_written(
        self, server: Server, database: Database, clock: Clock, model: Scripted
    ) -> None:
        await rule(server, database, clock, exam=True)
        assert "exam" in await told(await server.ann.slash(server.channel, "code solve", problem=PROBLEM))
        assert model.prompts == []
        assert server.refusals()


class TestCancelled:
    @pytest.fixture
    def model(self) -> Scripted:
        return Scripted((Pause(2_000.0), wrote(GOOD)))

    async def test_a_press_on_cancel_stops_the_model(self, server: Server, model: Scripted, tutor: Tutor) -> None:
        waiting = await server.ann.slash(server.channel, "code solve", problem=PROBLEM)
        await server.env.advance_time(100)
        assert "Only the person" in await told(await press(server, waiting.response, "Cancel", server.ben))
        await press(server, waiting.response, "Cancel")
        assert "Cancelled" in text(waiting.response)
        assert model.running == 0
        assert (await tutor.coding.page(study.asker(server.ann), 0)).records == ()


# ---------------------------------------------------------------- layouts alone


def reply(**changes: Any) -> CodeReply:  # noqa: ANN401 - fields of a reply
    asked = CodeRequest("Add up.", "Python", Level.INTERMEDIATE, Language.ENGLISH, changes.pop("target", None))
    given = {"sections": ((Aspect.ANALYSIS, "Words."),), "code": GOOD, **changes}
    return CodeReply(asked, **given)


def record(shown: CodeReply) -> CodeRecord:
    from datetime import UTC, datetime

    return CodeRecord(7, Asker(1, 2), datetime(2026, 3, 1, tzinfo=UTC), shown)


def said(shown: CodeReply, page: int = 0) -> str:
    return text(coded.layout(record(shown), page).to_components())


PASSED = Trial(Test("f(1)", "2", Origin.MODEL), Fate.PASSED, "2")
FIGURES = Figures(0.02, 2_000_000, 4, 2, 7), Figures(0.0005, 1_500, 2, 0, 5)


@pytest.mark.parametrize(
    ("shown", "line"),
    [
        (reply(trials=(PASSED,) * 6, seconds=0.012), "ran: 6 of 6 tests passed in 12 ms"),
        (reply(trials=(PASSED,), seconds=0.0000334), "ran: 1 of 1 test passed in 33.4 µs"),
        (reply(trials=(Trial(Test("", "", Origin.OURS), Fate.PASSED),)), "it loads, and there was no test"),
        (reply(trials=(Trial(Test("", "", Origin.OURS), Fate.RAISED, "SyntaxError: x"),)), "`SyntaxError: x`"),
        (reply(trials=(Trial(Test("f(1)", "2", Origin.MODEL), Fate.TIMED_OUT),)), "`f(1)`: did not end in time"),
        (reply(trials=(Trial(Test("f(1)", "2", Origin.MODEL), Fate.DIED),)), "`f(1)`: ended the interpreter"),
        (reply(code=""), "The model wrote no code"),
        (reply(not_run=NOT_PYTHON), "not run: only Python is run here"),
        (
            reply(target=Target.SPEED, comparison=Comparison(*FIGURES, 18, 40.1, better=True)),
            "ran: the same on 18 inputs, 40× as fast",
        ),
        (
            reply(target=Target.MEMORY, comparison=Comparison(*FIGURES, 18, 1.01, better=False)),
            "ran: the same on 18 inputs, measured no better",
        ),
        (
            reply(target=Target.READABILITY, comparison=Comparison(*FIGURES, 1, None, better=True)),
            "ran: the same on 1 input, easier to read",
        ),
        (
            reply(target=Target.SPEED, comparison=Comparison(*FIGURES, 9, 40.1, better=True)),
            "slowest call: 20 ms → **500 µs**",
        ),
        (reply(target=Target.SPEED, comparison=Comparison(*FIGURES, 9, 1.0, better=False)), "2.0 MB → **1.5 kB**"),
    ],
)
def test_the_line_on_top(shown: CodeReply, line: str) -> None:
    assert line in said(shown)


def test_a_refused_rewriting_is_not_shown() -> None:
    wrong = Trial(Test("f([2])", "3", Origin.OURS), Fate.WRONG, "2")
    shown = reply(target=Target.SPEED, comparison=Comparison(*FIGURES, 3, None, better=False, difference=wrong))
    assert "`f([2])`: yours `3`, the rewriting `2`" in said(shown)
    assert GOOD not in said(shown)
    assert coded.layout(record(shown)).files == ()


@pytest.mark.parametrize(
    "code",
    [
        's = """\n```\n@everyone\n"""',
        "x = '```'",
        "a = '\u202e\u2066 reversed'",
        "z = 'a\u200bb\x1b[2J'",
        "x" * 7_000,
        "가" * 1_400,
    ],
)
def test_code_cannot_leave_its_block(code: str) -> None:
    """What is shown has the one fence; the exact text comes as a file."""
    shown = coded.layout(record(reply(code=code, trials=(PASSED,))))
    content = text(shown.to_components())
    assert content.count("```") in {0, 2}
    assert not set("\u202e\u2066\x1b") & set(content)
    assert [file.data.decode() for file in shown.files or ()] == [code]
    assert study_units(content) < 4_000


def study_units(content: str) -> int:
    from cogs.text import units

    return units(content)


@pytest.mark.parametrize("length", [10, 2_000, 3_000])
def test_every_page_is_within_discords_limits(length: int) -> None:
    sections = tuple((aspect, "word\n" * (length // 5)) for aspect in Aspect)
    failed = tuple(Trial(Test("f" * 300, "`" * 200, Origin.MODEL), Fate.WRONG, "g" * 300) for _ in range(11))
    shown = reply(sections=sections, code="x = 1\n" * 200, trials=failed)
    pages = 0
    while pages < 20:
        view = coded.layout(record(shown), pages)
        assert study_units(text(view.to_components())) <= 3_900
        assert view.total_children_count <= 40
        pages += 1
        if buttons(view.to_components()).get("Next", {"disabled": True})["disabled"]:
            break
    assert pages == (1 if length == 10 else pages)
    assert pages < 20


def test_every_language_has_a_name_for_its_block() -> None:
    assert set(coded._ENDINGS) == set(LANGUAGES)
