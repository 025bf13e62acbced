"""/explain: whole without a model, everybody's own answers, what a model adds, what is none of the topics."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
import study
from easel import Easel
from learners import Here, tutor_over
from study import Server, buttons, text

from cogs import lessons
from cogs.text import units
from maths.generating.topics.all import TOPICS
from maths.message import Message
from model.scripted import Endless, Scripted
from storage.guilds import StoredGuilds
from storage.lessons import StoredLessons
from storage.people import StoredPeople
from tutor.errors import ModelUnavailableError
from tutor.explaining import Explainer
from tutor.lesson import MATHEMATICS, Chosen, DraftLesson, Lesson, PartKind, Request
from tutor.types import Asker, GuildSettings, Language, Level, Look, Preferences, Voucher, Writer

if TYPE_CHECKING:
    from learners import Clock
    from simcord.actors import MemberActor

    from cogs.reply import Layout
    from storage.database import Database
    from tutor.engine import Tutor
    from tutor.ports import LanguageModel

pytestmark = pytest.mark.simcord(settle_timeout=30)

FRENCH = """## Definition
A revolt of 1789.
## Intuition
A kettle that boils over.
## Example
The storming of the Bastille.
## Mistake
It did not begin in 1889."""
GOLDEN = """## Definition
The number that divides a line so that the whole is to the larger part as that is to the smaller.
## Intuition
A rectangle that keeps its shape when a square is cut off.
## Example
Problem: Solve x^2 - x - 1 = 0.
x = 1
ANSWER: 1
## Mistake
It is not 1.6."""


@pytest.fixture
def model() -> LanguageModel | None:
    return None


@pytest.fixture
def tutor(database: Database, clock: Clock, model: LanguageModel | None) -> Tutor:
    return tutor_over(database, clock, model=model)


async def explain(server: Server, who: MemberActor | None = None, **options: object) -> Any:  # noqa: ANN401
    return await (who or server.ann).slash(server.channel, "explain", **{"topic": "fractions", **options})


async def press(server: Server, shown: Any, label: str, who: MemberActor | None = None) -> Any:  # noqa: ANN401
    return await (who or server.ann).click(shown, custom_id=buttons(shown)[label]["custom_id"])


async def lesson_behind(database: Database, shown: Any) -> DraftLesson:  # noqa: ANN401
    ids = re.findall(r"lemma:(?:lesson:quiz|talk:about):(\d+)", str(shown.components))
    return (await StoredLessons(database).get(int(ids[0]))).draft


def option(shown: Any, place: int, choice: int) -> str:  # noqa: ANN401
    """The custom id of an answer."""
    ids = [part["custom_id"] for part in study.walk(shown.components) if part["type"] == 2]
    return next(each for each in ids if each.endswith(f":{place}:{choice}"))


async def test_a_lesson_without_any_model_is_whole_and_public(server: Server, database: Database) -> None:
    given = await explain(server, level="beginner")
    assert not given.ephemeral
    said = text(given.response)
    for expected in (
        "## Fractions",
        "Verified",
        "What it is",
        "how many equal parts",
        "How to picture it",
        "Worked example",
        "Step by step",
        "Answer:",
        "A common mistake",
        "written by people",
        "vouched for by mathematics",
        "level: Beginner",
    ):
        assert expected in said, expected
    draft = await lesson_behind(database, given.response)
    assert len(draft.checks) == 3
    assert draft.example is not None
    assert draft.example.answer is not None


async def test_a_lesson_in_korean_is_korean_throughout(server: Server) -> None:
    server.locales[server.ann.id] = "ko"
    given = await explain(server, topic="분수")
    said = text(given.response)
    assert "## 분수" in said
    assert "무엇인가" in said
    assert not re.search(r"[A-Za-z]{4,}", re.sub(r"\$[^$]*\$|/\w+", "", said)), said


async def test_every_topic_fits_within_discords_limits() -> None:
    """At a level and in a language in turn: what a layout holds, page by page, and its questions."""
    here = Here()
    explainer = Explainer(here, here, here, None, chance=Random(5))  # noqa: S311 - which problems, not a secret
    for at, topic in enumerate(sorted(TOPICS)):
        request = Request(topic, MATHEMATICS, list(Level)[at % 3], list(Language)[at % 2], topic)
        drafts = [each async for each in explainer.explain(request) if isinstance(each, DraftLesson)]
        lesson = Lesson(10**18, Asker(10**18), datetime(2026, 1, 1, tzinfo=UTC), drafts[-1])
        assert len(lesson.draft.checks) == 3, topic
        views = [lessons.layout(lesson, page) for page in range(4)]
        views += [lessons.quiz(Chosen(lesson, choices)) for choices in ((None, None, None), (0, 1, 1))]
        for view in views:
            fits(view, topic)


def fits(view: Layout, topic: str) -> None:
    parts = list(study.walk(view.to_components()))
    assert len(parts) <= 40, topic
    assert sum(units(part["content"]) for part in parts if "content" in part) <= 4_000, topic
    for part in parts:
        if part["type"] == 2:
            assert 0 < len(part["label"]) <= 80, topic
            assert len(part["custom_id"]) <= 100, topic


async def test_each_reader_answers_alone_and_the_first_answer_counts(
    server: Server, tutor: Tutor, database: Database
) -> None:
    given = await explain(server)
    draft = await lesson_behind(database, given.response)
    right = draft.checks[0].right
    quiz = await press(server, given.response, "Quick questions", server.ben)
    assert quiz.ephemeral
    await server.ben.click(quiz.response, custom_id=option(quiz.response, 0, right))
    assert "is right" in text(quiz.response)
    assert "counts in your practice" in text(quiz.response)
    wrong = next(at for at in range(4) if at != draft.checks[1].right)
    await server.ben.click(quiz.response, custom_id=option(quiz.response, 1, wrong))
    assert "❌ Not right. The answer is" in text(quiz.response)
    await server.ben.click(quiz.response, custom_id=option(quiz.response, 2, draft.checks[2].right))
    assert "2 of 3 right." in text(quiz.response)
    progress = await tutor.trainer.progress(study.asker(server.ben))
    assert [(day.ended, day.solved) for day in progress.learner.days] == [(3, 2)]
    again = await press(server, given.response, "Quick questions", server.ben)
    assert "2 of 3 right." in text(again.response)
    anns = await press(server, given.response, "Quick questions")
    assert "right" not in text(anns.response)
    assert not (await tutor.trainer.progress(study.asker(server.ann))).learner.days


async def test_a_second_answer_changes_nothing(server: Server, tutor: Tutor, database: Database) -> None:
    given = await explain(server)
    draft = await lesson_behind(database, given.response)
    quiz = await press(server, given.response, "Quick questions")
    wrong, right = next(at for at in range(4) if at != draft.checks[0].right), draft.checks[0].right
    old = option(quiz.response, 0, right)
    await server.ann.click(quiz.response, custom_id=option(quiz.response, 0, wrong))
    forged = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": old}]}]
    await server.crafted(server.ann, given.response, old, components=forged)
    found = await StoredLessons(database).choices(int(old.split(":")[3]), server.ann.id)
    assert found == {0: wrong}
    days = (await tutor.trainer.progress(study.asker(server.ann))).learner.days
    assert [(day.ended, day.solved) for day in days] == [(1, 0)]


async def test_what_is_no_topic_needs_a_model_and_says_so(server: Server) -> None:
    given = await explain(server, topic="the French Revolution", subject="History")
    assert "No language model is connected" in text(given.response)
    problem = await explain(server, topic="3x + 2 = 11")
    assert "This is a problem, not a topic: /solve" in text(problem.response)
    assert server.refusals()


async def test_the_lesson_is_refused_in_an_exam(server: Server, database: Database, clock: Clock) -> None:
    guilds = StoredGuilds(database)
    await guilds.change(server.guild.id, 1, clock(), lambda _: GuildSettings(exam=True))
    given = await explain(server)
    assert "only hints are given" in text(given.response)
    assert "Worked example" not in text(given.response)
    assert server.refusals()


async def test_a_problem_as_a_topic_gets_hints_where_hints_come_first(
    server: Server, database: Database, clock: Clock
) -> None:
    guilds = StoredGuilds(database)
    await guilds.change(server.guild.id, 1, clock(), lambda _: GuildSettings(hint_first=True))
    given = await explain(server, topic="3x + 2 = 11")
    assert given.ephemeral
    assert "💡" in text(given.response)
    assert "x = 3" not in text(given.response)
    lesson = await explain(server)
    assert lesson.ephemeral
    assert "Worked example" in text(lesson.response)


async def test_lessons_are_in_the_history(server: Server) -> None:
    await explain(server)
    listed = await server.ann.slash(server.channel, "history")
    await press(server, listed.response, "Lessons")
    assert "Your lessons" in text(listed.response)
    chosen = next(iter(study.options(listed.response)))
    again = await server.ann.select(listed.response, values=[chosen], custom_id="lemma:lesson:show")
    assert "## Fractions" in text(again.response)
    assert again.ephemeral


async def test_a_forgotten_lesson_says_so(server: Server, database: Database) -> None:
    given = await explain(server)
    await StoredPeople(database).forget(server.ann.id)
    quiz = await press(server, given.response, "Quick questions", server.ben)
    assert "not kept any more" in text(quiz.followups[0] if quiz.followups else quiz.response)


class TestWithAModel:
    @pytest.fixture
    def model(self) -> LanguageModel | None:
        return Scripted("Think of pizza slices that two friends cut differently.", writer=Writer("phi"))

    async def test_a_model_adds_an_intuition_of_its_own_beside_ours(self, server: Server, database: Database) -> None:
        given = await explain(server, level="beginner")
        said = text(given.response)
        assert "Another way to see it" in said
        assert "pizza slices" in said
        assert "Halves and thirds" in said
        assert "Another way to see it: written by a language model, unchecked" in said
        draft = await lesson_behind(database, given.response)
        part = draft.part(PartKind.OTHER_INTUITION)
        assert part is not None
        assert part.voucher is Voucher.MODEL
        assert draft.model == Writer("phi")


class TestWithAModelThatIsWrong:
    @pytest.fixture
    def model(self) -> LanguageModel | None:
        return Scripted("As everybody knows, $2 + 2 = 5$ slices.", repeat=True)

    async def test_what_mathematics_refutes_is_left_out(self, server: Server, model: Any) -> None:  # noqa: ANN401
        given = await explain(server)
        assert "2 + 2 = 5" not in text(given.response)
        assert "contradicted mathematics" in text(given.response)
        assert "Worked example" in text(given.response)
        assert len(model.prompts) == 3
        assert "rejected" in model.prompts[-1].user


class TestWithAModelThatIsDown:
    @pytest.fixture
    def model(self) -> LanguageModel | None:
        return Scripted(ModelUnavailableError(Message("down")), repeat=True)

    async def test_the_lesson_is_whole_without_it(self, server: Server) -> None:
        given = await explain(server)
        assert "the lesson is whole without it" in text(given.response)
        assert "Worked example" in text(given.response)


class TestOtherSubjects:
    @pytest.fixture
    def model(self) -> LanguageModel | None:
        return Scripted(FRENCH)

    async def test_another_subject_is_explained_and_never_checked(self, server: Server) -> None:
        given = await explain(server, topic="the French Revolution", subject="History")
        said = text(given.response)
        assert "**Not checked**: this is no mathematics" in said
        assert "A kettle that boils over" in said
        assert "Verified" not in said
        assert "Quick questions" not in buttons(given.response)


class TestATopicOfMathematicsThatIsNotOurs:
    @pytest.fixture
    def model(self) -> LanguageModel | None:
        return Scripted(GOLDEN)

    async def test_its_example_is_worked_by_mathematics_where_that_decides_it(self, server: Server) -> None:
        given = await explain(server, topic="the golden ratio")
        said = text(given.response)
        assert "**Not checked**: a language model wrote this" in said
        assert "Only the example is decided" in said
        assert "√5" in said
        assert "ANSWER: 1" not in said


class TestPictures:
    @pytest.fixture
    def tutor(self, database: Database, clock: Clock) -> Tutor:
        return tutor_over(database, clock, pictures=Easel())

    async def test_tall_formulas_come_as_a_picture_with_its_words(self, server: Server) -> None:
        given = await explain(server, topic="quadratic_equations")
        galleries = [part for part in study.walk(given.response.components) if part["type"] == 12]
        assert len(galleries) == 1
        assert galleries[0]["items"][0]["description"]
        assert "Worked example: vouched for by mathematics" in text(given.response)

    async def test_who_wants_text_gets_text(self, server: Server, database: Database) -> None:
        await StoredPeople(database).prefer(server.ann.id, Preferences(look=Look.TEXT))
        given = await explain(server, topic="quadratic_equations")
        assert not [part for part in study.walk(given.response.components) if part["type"] == 12]
        assert "A common mistake" in text(given.response) or "page 1 of" in text(given.response)


class TestPicturesWhileAModelWrites:
    @pytest.fixture
    def tutor(self, database: Database, clock: Clock) -> Tutor:
        model = Scripted(Endless("and so on ", every=3600.0), writer=Writer("phi"))
        return tutor_over(database, clock, pictures=Easel(), model=model)

    async def test_the_picture_stays_while_the_model_writes_and_when_it_is_stopped(self, server: Server) -> None:
        given = await explain(server, topic="quadratic_equations")
        await server.env.advance_time(100)
        assert "The language model is writing" in text(given.response)
        assert [part for part in study.walk(given.response.components) if part["type"] == 12]
        await press(server, given.response, "Stop writing")
        assert [part for part in study.walk(given.response.components) if part["type"] == 12]
        assert "Quick questions" in buttons(given.response)


async def test_topics_and_subjects_are_offered_while_somebody_types(server: Server) -> None:
    offered = await server.ann.autocomplete(server.channel, "explain", "topic", "prob")
    assert offered[0] == {"name": "Probability", "value": "probability"}
    server.locales[server.ann.id] = "ko"
    korean = await server.ann.autocomplete(server.channel, "explain", "topic", "확")
    assert korean[0] == {"name": "확률", "value": "probability"}
    subjects = await server.ann.autocomplete(server.channel, "explain", "subject", "역")
    assert [each["value"] for each in subjects] == ["역사"]
