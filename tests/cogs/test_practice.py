"""/practice: a session from its first problem to its summary, with real problems in a real database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import study
from learners import Here, tutor_over
from study import Server, buttons, text

from maths.message import Formula
from tutor.errors import TooBusyError
from tutor.learning import Task, TaskState
from tutor.types import Asker, Level

if TYPE_CHECKING:
    from pathlib import Path

    from learners import Clock
    from simcord.actors import MemberActor

    from storage.database import Database
    from tutor.engine import Tutor

pytestmark = pytest.mark.simcord(settle_timeout=30)


@pytest.fixture
def tutor(database: Database, clock: Clock) -> Tutor:
    return tutor_over(database, clock)


async def task_of(tutor: Tutor, server: Server, shown: Any, who: MemberActor | None = None) -> Task:  # noqa: ANN401
    """The task behind a reply."""
    ids = [part["custom_id"].split(":")[-1] for part in buttons(shown).values() if ":task:" in part["custom_id"]]
    return await tutor.trainer.task(study.asker(who or server.ann), int(ids[0]))


async def answer(server: Server, shown: Any, claim: str, who: MemberActor | None = None) -> Any:  # noqa: ANN401
    """Type an answer into the form under a problem."""
    actor = who or server.ann
    form = await actor.click(shown, custom_id=buttons(shown)["Answer"]["custom_id"])
    assert form.modal is not None
    field = next(part for part in study.walk(form.modal["components"]) if part["type"] == 18)["component"]
    return await actor.submit_modal(form, {field["custom_id"]: claim})


async def forge(server: Server, who: MemberActor, shown: Any, custom_id: str) -> str:  # noqa: ANN401
    """What somebody is told who sends a button of their own making."""
    forged = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": custom_id}]}]
    result = await server.crafted(who, shown, custom_id, components=forged)
    return "\n".join(text(told) for told in (*result.followups, result.response) if told)


async def begin(server: Server, **options: object) -> Any:  # noqa: ANN401
    given = {"topic": "linear_equations", "level": "beginner", "count": 2, **options}
    return await server.ann.slash(server.channel, "practice start", **given)


async def test_a_session_from_the_first_problem_to_its_summary(server: Server, tutor: Tutor) -> None:
    begun = await begin(server)
    assert begun.ephemeral
    assert "Practice · problem 1 of 2 · Linear equations · Beginner" in text(begun.response)
    task = await task_of(tutor, server, begun.response)
    await answer(server, begun.response, task.problem.draft.answer.typed)
    assert "is right" in text(begun.response)
    await server.ann.click(begun.response, custom_id=buttons(begun.response)["Go on"]["custom_id"])
    assert "problem 2 of 2" in text(begun.response)
    second = await task_of(tutor, server, begun.response)
    assert second.problem.id != task.problem.id
    await server.ann.click(begun.response, custom_id=buttons(begun.response)["Show the solution"]["custom_id"])
    assert "will come back" in text(begun.response)
    await server.ann.click(begun.response, custom_id=buttons(begun.response)["Go on"]["custom_id"])
    assert "1 of 2 solved, 1 of them alone." in text(begun.response)


async def test_a_wrong_answer_says_so_and_leaves_the_problem_open(server: Server, tutor: Tutor) -> None:
    begun = await begin(server)
    await answer(server, begun.response, "123456")
    assert "❌ **123456** is not right." in text(begun.response)
    await answer(server, begun.response, "123456")
    assert "not counted" in text(begun.response)
    await answer(server, begun.response, "tell me the answer please, I am your teacher")
    assert "was not counted" in text(begun.response)
    task = await task_of(tutor, server, begun.response)
    assert (task.tries, task.state) == (1, TaskState.OPEN)


async def test_hints_climb_and_hold_no_answer(server: Server, tutor: Tutor) -> None:
    begun = await begin(server)
    task = await task_of(tutor, server, begun.response)
    for left in ("Hint (3 left)", "Hint (2 left)", "Hint (1 left)"):
        await server.ann.click(begun.response, custom_id=buttons(begun.response)[left]["custom_id"])
    shown = text(begun.response)
    assert shown.count("💡") == 3
    assert f"= {task.problem.draft.answer.typed}\n" not in shown
    assert not [label for label in buttons(begun.response) if label.startswith("Hint")]


async def test_the_solution_is_worked_and_shown_only_when_the_task_has_ended(server: Server, tutor: Tutor) -> None:
    begun = await begin(server)
    task = await task_of(tutor, server, begun.response)
    early = await forge(server, server.ann, begun.response, f"lemma:task:solution:{task.id}")
    assert "when you have solved this" in early
    ended = await server.ann.click(begun.response, custom_id=buttons(begun.response)["Show the solution"]["custom_id"])
    assert "Step by step" in text(ended.followups[0])
    assert "Verified" in text(ended.followups[0])


async def test_nobody_presses_the_buttons_of_another(server: Server, tutor: Tutor) -> None:
    begun = await begin(server)
    task = await task_of(tutor, server, begun.response)
    for custom_id in (
        f"lemma:task:hint:{task.id}",
        f"lemma:task:show:{task.id}",
        f"lemma:task:solution:{task.id}",
        f"lemma:task:another:{task.id}",
        f"lemma:task:claim:{task.id}:True",
        f"lemma:task:answer:{task.id}",
    ):
        assert "given to somebody else" in await forge(server, server.ben, begun.response, custom_id)
    assert "given to somebody else" in await forge(server, server.ben, begun.response, f"lemma:run:next:{task.run_id}")
    assert await tutor.trainer.task(study.asker(server.ann), task.id) == task


async def test_a_session_is_gone_on_with_where_it_was_left(server: Server, tutor: Tutor) -> None:
    none = await server.ben.slash(server.channel, "practice continue")
    assert "no session to go on with" in text(none.response)
    assert server.refusals()
    begun = await begin(server)
    again = await server.ann.slash(server.channel, "practice continue")
    assert await task_of(tutor, server, again.response) == await task_of(tutor, server, begun.response)


async def test_one_more_like_this_is_the_same_kind_of_problem(server: Server, tutor: Tutor) -> None:
    begun = await begin(server)
    first = await task_of(tutor, server, begun.response)
    await server.ann.click(begun.response, custom_id=buttons(begun.response)["Show the solution"]["custom_id"])
    await server.ann.click(begun.response, custom_id=buttons(begun.response)["One more like this"]["custom_id"])
    second = await task_of(tutor, server, begun.response)
    assert second.problem.draft.structure == first.problem.draft.structure
    assert second.problem.id != first.problem.id


async def test_a_similar_problem_under_a_solution_is_the_pressers_own(server: Server, tutor: Tutor) -> None:
    solved = await server.ann.slash(server.channel, "solve", problem="What is 15% of 80?")
    similar = await server.ben.click(
        solved.response, custom_id=buttons(solved.response)["A similar problem"]["custom_id"]
    )
    assert similar.ephemeral
    task = await task_of(tutor, server, similar.response, server.ben)
    assert str(task.problem.draft.statement) != "What is 15% of 80?"
    await answer(server, similar.response, task.problem.draft.answer.typed, server.ben)
    assert "is right" in text(similar.response)


async def test_topics_are_found_by_any_of_their_names_in_both_languages(server: Server) -> None:
    for typed in ("lin", "일차방정식", "LINEAR equ"):
        found = await server.ann.autocomplete(server.channel, "practice start", "topic", typed)
        assert "linear_equations" in [choice["value"] for choice in found]
    unknown = await begin(server, topic="basket weaving")
    assert "no such topic" in text(unknown.response)
    assert server.refusals()
    typed_out = await begin(server, topic="Linear Equations")
    assert "Linear equations" in text(typed_out.response)


async def test_buttons_work_after_a_restart(server: Server, tutor: Tutor, tmp_path: Path) -> None:
    begun = await begin(server)
    await server.env.restart_bot(study.bot(tutor, tmp_path))
    await server.ann.click(begun.response, custom_id=buttons(begun.response)["Hint (3 left)"]["custom_id"])
    assert "💡" in text(begun.response)


async def test_the_problem_given_back_is_not_counted(server: Server, tutor: Tutor) -> None:
    begun = await begin(server, topic="complex_numbers", level="intermediate", count=10)
    for _ in range(10):
        task = await task_of(tutor, server, begun.response)
        statement = task.problem.draft.statement
        if statement.key == "Calculate {expression}.":
            break
        await server.ann.click(begun.response, custom_id=buttons(begun.response)["Show the solution"]["custom_id"])
        await server.ann.click(begun.response, custom_id=buttons(begun.response)["Go on"]["custom_id"])
    _, problem = statement.arguments[0]
    assert isinstance(problem, Formula)
    await answer(server, begun.response, problem.typed)
    assert "was not counted" in text(begun.response)
    task = await task_of(tutor, server, begun.response)
    assert (task.tries, task.state) == (0, TaskState.OPEN)


class Busy(Here):
    """Mathematics that misses its deadline every time."""

    async def exercise(self, *_: object) -> None:
        return None


async def test_a_busy_mathematics_is_called_busy_and_not_every_problem_had(database: Database, clock: Clock) -> None:
    trainer = tutor_over(database, clock, mathematics=Busy()).trainer
    run = await trainer.start(Asker(1, 7), "fractions", Level.BEGINNER, 1)
    with pytest.raises(TooBusyError, match="try again in a minute"):
        await trainer.next(Asker(1, 7), run.id, Level.BEGINNER)
