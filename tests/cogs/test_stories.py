"""Problems told as stories, as learners and moderators see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from learners import Here, tutor_over
from study import Server, buttons, text

from maths.generate import exercise
from maths.generating.exercise import Made
from maths.message import Message
from maths.verdict import Standing
from storage.stories import StoredStories
from tutor.learning import STORY, DraftProblem, Level, Story
from tutor.shelves import Shelves
from tutor.types import Language
from tutor.watch import Watch

if TYPE_CHECKING:
    from learners import Clock
    from simcord.models import Message as Shown

    from storage.database import Database
    from tutor.engine import Tutor

pytestmark = pytest.mark.simcord(settle_timeout=30)

TOLD = {
    Language.ENGLISH: "A small library has 280 books. Today 15% of them were lent. How many books were lent today?",
    Language.KOREAN: "도서관에 책이 280권 있습니다. 오늘 그중 15%를 빌려주었습니다. 빌려준 책은 몇 권입니까?",
}


@pytest.fixture
def tutor(database: Database, clock: Clock) -> Tutor:
    tutor = tutor_over(database, clock)
    tutor.trainer.shelves = Shelves(StoredStories(database), Here(), None, Watch(), ("percentages",))
    return tutor


def told(language: Language, standing: Standing) -> DraftProblem:
    def part() -> None:
        """Stands for the structure."""

    made = Made(Message("What is {rate}% of {whole}?", rate=15, whole=280), "42")
    core = exercise("percentages", Level.BEGINNER, 1, part, made)  # type: ignore[arg-type]
    assert core is not None
    return DraftProblem(
        core.topic,
        core.level,
        core.seed,
        STORY,
        Message("{problem}", problem=TOLD[language]),
        core.answer,
        core.policy,
        core.hints,
        story=Story(core.statement, language, "phi*4", standing),
    )


async def story_given(server: Server, language: Language) -> Shown:
    """Go on from problem to problem until a story comes."""
    given = {"topic": "percentages", "level": "beginner", "count": 30}
    shown = (await server.ann.slash(server.channel, "practice start", **given)).response
    solve, go_on = ("Show the solution", "Go on") if language is Language.ENGLISH else ("풀이 보기(포기)", "계속")
    for _ in range(30):
        if TOLD[language] in text(shown):
            return shown
        await server.ann.click(shown, custom_id=buttons(shown)[solve]["custom_id"])
        await server.ann.click(shown, custom_id=buttons(shown)[go_on]["custom_id"])
    raise AssertionError("no story came")


@pytest.mark.parametrize(
    ("standing", "said"),
    [(Standing.VERIFIED, "confirmed the answer from its words"), (Standing.CROSS_CHECKED, "two readings of it")],
)
async def test_the_small_print_says_who_wrote_it_and_the_solution_what_it_solves(
    server: Server, database: Database, standing: Standing, said: str
) -> None:
    await StoredStories(database).keep(told(Language.ENGLISH, standing))
    shown = await story_given(server, Language.ENGLISH)
    assert r"The language model phi\*4 wrote this story" in text(shown)
    assert said in text(shown)
    assert "Answer with the number alone." in text(shown)
    ended = await server.ann.click(shown, custom_id=buttons(shown)["Show the solution"]["custom_id"])
    assert "number alone" not in text(shown)
    solution = text(ended.followups[0])
    assert "What is 15% of 280?" in solution
    assert "This is the calculation the story was written around; both have the same answer." in solution
    assert "# 42" in solution


async def test_the_small_print_in_korean(server: Server, database: Database) -> None:
    server.locales[server.ann.id] = "ko"
    await StoredStories(database).keep(told(Language.KOREAN, Standing.CROSS_CHECKED))
    shown = await story_given(server, Language.KOREAN)
    assert r"언어 모델 phi\*4가 쓴 이야기이며" in text(shown)
    assert "단위 없이 수만 답하십시오." in text(shown)


async def test_moderators_see_how_many_stories_were_kept_and_thrown_away(server: Server, tutor: Tutor) -> None:
    before = await server.mod.slash(server.channel, "status")
    assert "Stories" not in text(before.response)
    for kept in (True, True, False):
        tutor.watch.told("percentages", kept=kept)
    tutor.watch.told("ratio", kept=False)
    shown = await server.mod.slash(server.channel, "status")
    assert "- Percentages: 2 kept, 1 thrown away\n- Ratio" in text(shown.response)
