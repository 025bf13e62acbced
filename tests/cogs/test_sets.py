"""A server's own problems: written in a form, uploaded all or none, used for practice and as the daily problem."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
import study
from learners import Here, tutor_over
from study import Server, buttons, text

from storage.daily import StoredDailies
from storage.guilds import StoredGuilds
from storage.practice import StoredPractice
from storage.sets import StoredProblemSets
from tutor.daily import Daily
from tutor.errors import NotFoundError
from tutor.learning import DailySetup, UsedFor
from tutor.sets import MAX_ROWS
from tutor.types import Language, Level

if TYPE_CHECKING:
    from storage.database import Database
    from tutor.engine import Tutor

pytestmark = pytest.mark.simcord(settle_timeout=30)
GOOD = [
    {"problem": "What is 2 + 3?", "answer": "5", "level": "beginner", "hints": ["Count on your fingers."]},
    {"problem": "What is the capital of Korea?", "answer": "Seoul", "solution": "It is **Seoul**."},
    {"problem": "Solve x^2 = 9", "answer": "x = 3, x = -3", "type": "set"},
]


@pytest.fixture
def tutor(database: Database) -> Tutor:
    return tutor_over(database, lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))


def jsonl(rows: list[dict[str, Any]]) -> bytes:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


async def upload(server: Server, name: str, data: bytes, into: str = "Week 1") -> Any:  # noqa: ANN401
    return await server.mod.slash(server.channel, "problems upload", set=into, file=(name, data))


async def use(server: Server, tutor: Tutor, used_for: UsedFor) -> None:
    (known,) = await tutor.sets.of(server.guild.id)
    await tutor.sets.use(known, used_for)


async def test_a_problem_written_in_the_form_is_kept_and_given_in_practice(server: Server, tutor: Tutor) -> None:
    form = await server.mod.slash(server.channel, "problems add", set="Week 1", level="beginner")
    assert form.modal is not None
    fields = [part["component"]["custom_id"] for part in study.walk(form.modal["components"]) if part["type"] == 18]
    kept = await server.mod.submit_modal(form, dict(zip(fields, ("What is 2 + 3?", "5", "Count on.", ""), strict=True)))
    assert "1 problem was added to Week 1." in text(kept.response)
    await server.mod.select(kept.response, ["practice"], custom_id=_use_id(kept.response))
    begun = await server.ann.slash(server.channel, "practice start", topic="own", count=1)
    assert "What is 2 + 3?" in text(begun.response)
    await server.ann.click(begun.response, custom_id=buttons(begun.response)["Hint (1 left)"]["custom_id"])
    assert "Count on." in text(begun.response)


def _use_id(shown: Any) -> str:  # noqa: ANN401
    return next(
        part["custom_id"]
        for part in study.walk(shown.components)
        if part.get("custom_id", "").startswith("lemma:sets:use")
    )


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
async def test_a_file_is_imported_whole(server: Server, tutor: Tutor, kind: str) -> None:
    rows = "problem,answer,level,hints,solution,type\n" + "\n".join(
        f'"{row["problem"]}","{row["answer"]}",{row.get("level", "")},'
        f"{'|'.join(row.get('hints', []))},{row.get('solution', '')},{row.get('type', '')}"
        for row in GOOD
    )
    done = await upload(server, f"week.{kind}", jsonl(GOOD) if kind == "jsonl" else rows.encode())
    assert "3 problems were added to Week 1." in text(done.response)
    (known,) = await tutor.sets.of(server.guild.id)
    problems = await tutor.sets.problems(known)
    assert [str(draft.statement) for draft in problems] == [row["problem"] for row in GOOD]
    assert [draft.level.value for draft in problems] == ["beginner", "intermediate", "intermediate"]
    again = await upload(server, f"week.{kind}", jsonl(GOOD) if kind == "jsonl" else rows.encode())
    assert "0 problems were added" in text(again.response)


BAD = [
    {"problem": "What is 2 + 2?", "answer": "5"},
    {"problem": "What is 1 + 1?"},
    {"problem": "What is 1 + 1?", "answer": "2", "colour": "red"},
    {"problem": "What is 3 + 1?", "answer": "4", "level": "hard"},
    {"problem": "", "answer": "4"},
    {"problem": "What is 2 + 3?", "answer": "5"},
    {"problem": "What is  2 + 3?", "answer": "5"},
]


async def test_bad_rows_are_named_and_nothing_is_half_imported(server: Server, tutor: Tutor) -> None:
    data = jsonl(BAD) + b"\nnot json\n[1]"
    refused = text((await upload(server, "week.jsonl", data)).response)
    assert "Nothing was imported: 8 rows must be mended first." in refused
    for line, reason in (
        (1, "Mathematics finds 4 for this problem, not 5."),
        (2, "answer is missing."),
        (3, "There is no column colour."),
        (4, "level must be beginner, intermediate or advanced."),
        (5, "problem is missing."),
        (7, "The same problem stands in line 6."),
        (8, "This line is no JSON."),
        (9, "This line is no JSON object."),
    ):
        assert f"line {line}: {reason}" in refused
    assert await tutor.sets.of(server.guild.id) == ()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("week.txt", b"x", "named .jsonl or .csv"),
        ("week.jsonl", b"", "holds no problems"),
        ("week.jsonl", b"\xff\xfe", "UTF-8"),
        ("week.csv", b"question,answer\n1,2", "names its columns"),
        ("week.jsonl", jsonl([{"problem": f"What is {n} + 0?", "answer": str(n)} for n in range(MAX_ROWS + 1)]), "500"),
        ("week.jsonl", b"[" * 100_000, "no JSON"),
    ],
)
async def test_a_file_that_is_none_is_refused_in_a_sentence(
    server: Server, tutor: Tutor, name: str, data: bytes, reason: str
) -> None:
    refused = await upload(server, name, data)
    assert reason in text(refused.response)
    assert await tutor.sets.of(server.guild.id) == ()
    server.refusals()


async def test_a_mended_answer_replaces_the_wrong_one(server: Server, tutor: Tutor) -> None:
    riddle = {"problem": "How many beans did Jack plant?", "answer": "4"}
    await upload(server, "week.jsonl", jsonl([riddle]))
    await upload(server, "week.jsonl", jsonl([{**riddle, "answer": "5"}]))
    (known,) = await tutor.sets.of(server.guild.id)
    (draft,) = await tutor.sets.problems(known)
    assert draft.answer.typed == "5"


async def test_own_problems_come_once_to_each_learner_and_never_to_another_guild(server: Server, tutor: Tutor) -> None:
    await upload(server, "week.jsonl", jsonl(GOOD[:2]))
    ann = study.asker(server.ann)
    assert "own" not in await tutor.trainer.topics(ann)
    await use(server, tutor, UsedFor.PRACTICE)
    assert "own" in await tutor.trainer.topics(ann)
    assert "own" not in await tutor.trainer.topics(study.asker(server.ann, 999))
    run = await tutor.trainer.start(ann, "own", None, 2)
    said = []
    for _ in range(2):
        _, task = await tutor.trainer.next(ann, run.id, Level.BEGINNER)
        assert task is not None
        said.append(str(task.problem.draft.statement))
        await tutor.trainer.show(ann, task.id)
    assert said == [row["problem"] for row in GOOD[:2]]
    with pytest.raises(NotFoundError):
        await tutor.trainer.start(ann, "own", None, 1)


async def test_the_moderators_solution_is_shown_when_the_task_has_ended(server: Server, tutor: Tutor) -> None:
    await upload(server, "week.jsonl", jsonl(GOOD[1:2]))
    await use(server, tutor, UsedFor.PRACTICE)
    begun = await server.ann.slash(server.channel, "practice start", topic="own", count=1)
    ended = await server.ann.click(begun.response, custom_id=buttons(begun.response)["Show the solution"]["custom_id"])
    told = text(ended.followups[0])
    assert "It is **Seoul**." in told
    assert "Written by the moderators" in told


async def test_a_set_used_daily_is_posted_before_generated_problems(
    server: Server, tutor: Tutor, database: Database
) -> None:
    await upload(server, "week.jsonl", jsonl(GOOD[:1]))
    await use(server, tutor, UsedFor.DAILY)
    daily = Daily(
        StoredDailies(database),
        StoredPractice(database),
        Here(),
        StoredGuilds(database),
        ("fractions",),
        sets=StoredProblemSets(database),
    )
    setup = DailySetup(server.guild.id, 1, 0, "UTC", Language.ENGLISH)
    assert str((await daily.problem(setup, date(2026, 3, 1))).statement) == "What is 2 + 3?"


async def test_what_is_deleted_comes_as_a_file_that_brings_it_back(server: Server, tutor: Tutor) -> None:
    panel = await upload(server, "week.jsonl", jsonl(GOOD))
    (known,) = await tutor.sets.of(server.guild.id)
    before = await tutor.sets.problems(known)
    await server.mod.click(panel.response, custom_id=f"lemma:sets:delete:{known.id}")
    gone = await server.mod.click(panel.response, custom_id=f"lemma:sets:sure:{known.id}")
    assert "Deleted" in text(gone.followups[0])
    assert await tutor.sets.of(server.guild.id) == ()
    data = await gone.followups[0].attachments[0].read()
    await upload(server, "week.jsonl", data)
    (known,) = await tutor.sets.of(server.guild.id)
    assert await tutor.sets.problems(known) == before


@pytest.mark.parametrize("command", ["problems add", "problems upload", "problems sets"])
async def test_a_learner_to_whom_the_command_was_handed_out_is_refused(
    server: Server, tutor: Tutor, command: str
) -> None:
    server.hand_out("problems", server.ann)
    options: dict[str, Any] = {} if command.endswith("sets") else {"set": "x"}
    if command.endswith("upload"):
        options["file"] = ("week.jsonl", jsonl(GOOD))
    refused = await server.ann.slash(server.channel, command, **options)
    assert "Only moderators" in text(refused.response)
    assert server.refusals()


@pytest.mark.parametrize("act", ["list", "download", "delete", "sure", "back", "use", "show"])
async def test_a_learners_forged_button_is_refused(server: Server, tutor: Tutor, act: str) -> None:
    panel = await upload(server, "week.jsonl", jsonl(GOOD))
    (known,) = await tutor.sets.of(server.guild.id)
    custom_id = {"use": f"lemma:sets:use:{known.id}", "show": "lemma:sets:show"}.get(
        act, f"lemma:sets:{act}:{known.id}"
    )
    forged = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": custom_id}]}]
    result = await server.crafted(server.ann, panel.response, custom_id, components=forged)
    told = "\n".join(text(each) for each in (*result.followups, result.response) if each)
    assert "Only moderators" in told
    assert len(await tutor.sets.problems(known)) == 3
