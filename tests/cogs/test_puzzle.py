"""/puzzle play: from a puzzle given to its chain, with real storage under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import study
from learners import tutor_over
from riddles import Riddler
from study import Server, buttons, text

from maths.puzzles.puzzle import Kind
from maths.verdict import Standing
from tutor.learning import TaskState
from tutor.puzzles import Wish
from tutor.types import Asker, GuildSettings, Language, Level, Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from easel import Easel
    from learners import Clock
    from simcord.actors import MemberActor

    from storage.database import Database
    from tutor.engine import Tutor
    from tutor.learning import Task

pytestmark = pytest.mark.simcord(settle_timeout=30)


@pytest.fixture
def riddler() -> Riddler:
    return Riddler()


@pytest.fixture
def tutor(database: Database, clock: Clock, riddler: Riddler, easel: Easel | None) -> Tutor:
    return tutor_over(database, clock, puzzles=riddler, pictures=easel)


async def play(server: Server, who: MemberActor | None = None, **options: object) -> Any:  # noqa: ANN401
    return await (who or server.ann).slash(server.channel, "puzzle play", **{"kind": "knights", **options})


async def task_of(tutor: Tutor, server: Server, shown: Any, who: MemberActor | None = None) -> Task:  # noqa: ANN401
    ids = [part["custom_id"].split(":")[3] for part in buttons(shown).values() if ":puzzle:" in part["custom_id"]]
    return await tutor.puzzles.task(study.asker(who or server.ann), int(ids[0]))


async def opened(server: Server, shown: Any, who: MemberActor | None = None) -> Any:  # noqa: ANN401
    form = await (who or server.ann).click(shown, custom_id=buttons(shown)["Answer"]["custom_id"])
    assert form.modal is not None
    return form


def inputs(form: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    return [part["component"] for part in study.walk(form.modal["components"]) if part["type"] == 18]


async def answer(server: Server, shown: Any, *values: str, who: MemberActor | None = None) -> Any:  # noqa: ANN401
    form = await opened(server, shown, who)
    given = {
        field["custom_id"]: [value] if field["type"] == 3 else value
        for field, value in zip(inputs(form), values, strict=True)
    }
    return await (who or server.ann).submit_modal(form, given)


async def press(server: Server, shown: Any, label: str) -> Any:  # noqa: ANN401
    return await server.ann.click(shown, custom_id=buttons(shown)[label]["custom_id"])


async def forge(server: Server, who: MemberActor, shown: Any, custom_id: str) -> str:  # noqa: ANN401
    """What somebody is told who sends a button of their own making."""
    forged = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": custom_id}]}]
    result = await server.crafted(who, shown, custom_id, components=forged)
    return "\n".join(text(told) for told in (*result.followups, result.response) if told)


def solution_of(task: Task) -> tuple[str, ...]:
    assert task.problem.draft.puzzle is not None
    return tuple(value for _, value in task.problem.draft.puzzle.given)


async def test_a_puzzle_is_answered_by_choices_and_explained(server: Server, tutor: Tutor) -> None:
    played = await play(server, level="beginner")
    assert played.ephemeral
    assert "Puzzle · Knights and knaves · Beginner" in text(played.response)
    task = await task_of(tutor, server, played.response)
    right = solution_of(task)
    wrong = ("knave" if right[0] == "knight" else "knight", "knave")
    await answer(server, played.response, *wrong)
    assert "Not right yet.** Row 2 holds two 3s." in text(played.response)
    assert f"Ada: {wrong[0]} · Ben: knave" in text(played.response)
    solved = await answer(server, played.response, *right)
    assert "That is right" in text(played.response)
    explained = text(solved.followups[0])
    assert f"Answer: Ada: {right[0]}, Ben: knave" in explained
    assert "**1.** Suppose Ada lies." in explained
    assert "  - That cannot be." in explained
    assert solved.followups[0].ephemeral
    after = await task_of(tutor, server, played.response)
    assert (after.state, after.tries) == (TaskState.SOLVED, 1)


async def test_the_form_opens_with_what_was_answered_last(server: Server) -> None:
    played = await play(server)
    await answer(server, played.response, "knave", "knight")
    form = await opened(server, played.response)
    defaults = [[o["value"] for o in field["options"] if o.get("default")] for field in inputs(form)]
    assert defaults == [["knave"], ["knight"]]


async def test_a_grid_is_typed_on_from_what_is_given(server: Server, tutor: Tutor) -> None:
    played = await play(server, kind="sudoku")
    task = await task_of(tutor, server, played.response)
    (field,) = inputs(await opened(server, played.response))
    board = task.problem.draft.puzzle.board  # type: ignore[union-attr]
    assert field["style"] == 2
    assert field["value"] == "\n".join("".join(cell or "." for cell in row) for row in board.cells)  # type: ignore[union-attr]
    assert text(played.response).count("```") == 2
    await answer(server, played.response, "1 2 3 4\n5")
    (field,) = inputs(await opened(server, played.response))
    assert field["value"] == "1 2 3 4\n5"
    await answer(server, played.response, *solution_of(task))
    assert "That is right" in text(played.response)


async def test_an_answer_that_cannot_be_read_costs_no_try(server: Server, tutor: Tutor) -> None:
    played = await play(server, kind="sudoku")
    await answer(server, played.response, " ")
    assert "Not counted.** Something is left open." in text(played.response)
    await answer(server, played.response, "1111")
    await answer(server, played.response, "1111")
    assert "you had that before" in text(played.response)
    assert (await task_of(tutor, server, played.response)).tries == 1


async def test_hints_are_the_chain_link_by_link_and_never_its_end(server: Server, tutor: Tutor) -> None:
    played = await play(server)
    await press(server, played.response, "Hint (2 left)")
    assert "Suppose Ada lies" in text(played.response)
    assert "So Ben is a knave" not in text(played.response)
    await press(server, played.response, "Hint (1 left)")
    assert "So Ben is a knave" in text(played.response)
    assert "And Ada is what is left" not in text(played.response)
    assert not [label for label in buttons(played.response) if label.startswith("Hint")]
    assert (await task_of(tutor, server, played.response)).hints == 2


async def test_showing_the_solution_ends_it_and_long_chains_have_pages(server: Server, tutor: Tutor) -> None:
    played = await play(server, kind="sudoku")
    custom_id = f"lemma:puzzle:solution:{(await task_of(tutor, server, played.response)).id}"
    early = await forge(server, server.ann, played.response, custom_id)
    assert "when you have solved this" in early
    shown = await press(server, played.response, "Show the solution")
    chain = shown.followups[0]
    assert "The solution was shown" in text(played.response)
    assert "page 1 of 2" in text(chain)
    assert "Cell 59" not in text(chain)
    await server.ann.click(chain, custom_id=buttons(chain)["Next"]["custom_id"])
    assert "Cell 59" in text(chain)
    again = await press(server, played.response, "See the solution")
    assert "page 1 of 2" in text(again.followups[0])


async def test_another_one_leaves_this_one_which_counts_for_nothing(server: Server, tutor: Tutor) -> None:
    played = await play(server, level="advanced")
    first = await task_of(tutor, server, played.response)
    await press(server, played.response, "Another")
    second = await task_of(tutor, server, played.response)
    assert second.id != first.id
    assert (second.problem.draft.topic, second.problem.draft.level) == ("knights", Level.ADVANCED)
    left = await tutor.puzzles.task(study.asker(server.ann), first.id)
    assert (left.state, left.score) == (TaskState.LEFT, None)
    assert (await tutor.trainer.progress(study.asker(server.ann))).learner.days == ()


async def test_a_solved_puzzle_counts_for_the_streak_the_rating_and_the_points(server: Server, tutor: Tutor) -> None:
    played = await play(server, level="beginner")
    await answer(server, played.response, *solution_of(await task_of(tutor, server, played.response)))
    progress = await tutor.trainer.progress(study.asker(server.ann))
    assert progress.streak.length == 1
    assert [(tally.topic, tally.solved) for tally in progress.learner.topics] == [("knights", 1)]
    assert progress.learner.due == 0
    assert progress.learner.next_due is None
    shown = await server.ann.slash(server.channel, "progress")
    assert "Knights and knaves" in text(shown.response)


async def test_the_level_follows_the_player_unless_one_is_asked_for(server: Server, riddler: Riddler) -> None:
    played = await play(server)
    assert riddler.made[-1][1] is Level.INTERMEDIATE
    for _ in range(4):
        await press(server, played.response, "Show the solution")
        await press(server, played.response, "Another")
    assert riddler.made[-1][1] is Level.BEGINNER


async def test_the_same_puzzle_is_never_given_twice(server: Server, tutor: Tutor, riddler: Riddler) -> None:
    riddler.fixed = 4
    first = await play(server)
    assert "Ada says" in text(first.response)
    second = await play(server)
    assert "You have had every puzzle" in text(second.response)
    other = await play(server, server.ben)
    assert "Ada says" in text(other.response)
    assert server.refusals()


async def test_a_busy_mathematics_is_called_busy(server: Server, riddler: Riddler) -> None:
    riddler.out = 3
    assert "too busy to make a puzzle" in text((await play(server)).response)
    assert server.refusals()


async def test_nobody_presses_the_buttons_of_another(server: Server, tutor: Tutor) -> None:
    played = await play(server)
    task = await task_of(tutor, server, played.response)
    for act in ("answer", "hint", "show", "another"):
        told = await forge(server, server.ben, played.response, f"lemma:puzzle:{act}:{task.id}:kf")
        assert "given to somebody else" in told, act
    assert await tutor.puzzles.task(study.asker(server.ann), task.id) == task


async def test_buttons_work_after_a_restart(server: Server, tutor: Tutor, tmp_path: Path) -> None:
    played = await play(server)
    await server.env.restart_bot(study.bot(tutor, tmp_path))
    await press(server, played.response, "Hint (2 left)")
    assert "Suppose Ada lies" in text(played.response)
    await answer(server, played.response, *solution_of(await task_of(tutor, server, played.response)))
    assert "That is right" in text(played.response)


async def test_in_an_exam_no_solution_is_shown(server: Server, tutor: Tutor) -> None:
    await tutor.servers.change(server.guild.id, server.mod.id, lambda _: GuildSettings(exam=True))
    played = await play(server)
    task = await task_of(tutor, server, played.response)
    refused = await press(server, played.response, "Show the solution")
    assert "exam" in text(refused.followups[0]).casefold()
    solved = await answer(server, played.response, *solution_of(task))
    assert "That is right" in text(played.response)
    assert solved.followups == []


async def test_only_where_lemma_may_be_asked(server: Server, tutor: Tutor) -> None:
    elsewhere = server.guild.create_text_channel("elsewhere")
    allowed = GuildSettings(allowed_channels=(elsewhere.id,))
    await tutor.servers.change(server.guild.id, server.mod.id, lambda _: allowed)
    assert "I answer only in" in text((await play(server)).response)


async def test_ones_puzzles_are_listed_under_history_and_opened_again(server: Server, tutor: Tutor) -> None:
    played = await play(server)
    await press(server, played.response, "Another")
    history = await server.ann.slash(server.channel, "history")
    mine = await press(server, history.response, "Your puzzles")
    assert "left for another" in text(mine.response)
    assert "still open" in text(mine.response)
    newest = next(iter(study.options(mine.response)))
    select = next(part for part in study.walk(mine.response.components) if part["type"] == 3)
    again = await server.ann.select(mine.response, [newest], custom_id=select["custom_id"])
    assert "Ada says" in text(again.response)
    none = await server.ben.slash(server.channel, "history")
    assert "Your puzzles" not in buttons(none.response)


async def test_a_puzzle_can_be_reported_with_its_chain(server: Server, tutor: Tutor) -> None:
    played = await play(server)
    await press(server, played.response, "Show the solution")
    form = await press(server, played.response, "Report a mistake")
    (field,) = inputs(form)
    await server.ann.submit_modal(form, {field["custom_id"]: "Ada is a knight!"})
    report = (await tutor.reporting.page(server.guild.id, 0, handled=False)).report
    assert report is not None
    solution = (await tutor.reporting.record(report)).solution
    assert solution.verdict.standing is Standing.VERIFIED
    assert "Suppose Ada lies." in solution.sections[0].text


async def test_everything_of_it_is_exported_and_forgotten(server: Server, tutor: Tutor) -> None:
    played = await play(server)
    await answer(server, played.response, "knave", "knight")
    kept = await tutor.export(study.asker(server.ann))
    (task,) = kept["tasks"]
    assert (task["kind"], task["topic"], task["answers"]) == ("puzzle", "knights", [{"a": "knave", "b": "knight"}])
    await tutor.forget(study.asker(server.ann))
    assert (await tutor.export(study.asker(server.ann)))["tasks"] == []
    gone = await press(server, played.response, "Hint (2 left)")
    assert "not stored any more" in text(gone.followups[0])


async def test_in_korean_all_of_it_is_korean(server: Server, tutor: Tutor) -> None:
    await tutor.prefer(study.asker(server.ann), Preferences(language=Language.KOREAN))
    played = await play(server, level="beginner")
    assert "퍼즐 · 기사와 건달 · 초급" in text(played.response)
    custom_id = next(part["custom_id"] for part in buttons(played.response).values() if ":answer:" in part["custom_id"])
    form = await server.ann.click(played.response, custom_id=custom_id)
    task = await task_of(tutor, server, played.response)
    given = zip(inputs(form), solution_of(task), strict=True)
    solved = await server.ann.submit_modal(form, {field["custom_id"]: [value] for field, value in given})
    assert "정답입니다" in text(played.response)
    assert "풀이 과정" in text(solved.followups[0])


async def test_any_kind_may_come_and_only_the_kinds_there_are(tutor: Tutor, riddler: Riddler) -> None:
    for _ in range(12):
        await tutor.puzzles.play(Asker(1, None), Wish(), Level.BEGINNER)
    assert {kind for kind, _, _ in riddler.made} == {Kind.KNIGHTS, Kind.SUDOKU}
