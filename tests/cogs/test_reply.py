"""From values to layouts: the answer first, its standing in words, everything within Discord's limits."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import study
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs import reply, text
from maths.message import Formula, Message
from maths.verdict import SectionKind, Standing, Verdict
from tutor.types import (
    Asker,
    Language,
    Level,
    Progress,
    Question,
    Record,
    Section,
    Solution,
    Stage,
    Voucher,
    Writer,
)

if TYPE_CHECKING:
    from discord import ui

HALF = Formula("x = 1/2", r"x = \frac{1}{2}")
METHOD = Message("both roots substituted back exactly, 2 of 2 found")


def record(  # noqa: PLR0913 - each has a default
    *sections: Section,
    problem: str = "2x = 1",
    answer: Formula | None = HALF,
    verdict: Verdict = Verdict(Standing.VERIFIED, METHOD),  # noqa: B008 - frozen
    level: Level = Level.INTERMEDIATE,
    language: Language = Language.ENGLISH,
    model: Writer | None = None,
    tries: int = 0,
    notes: tuple[Message, ...] = (),
) -> Record:
    question = Question(problem, level, language)
    solution = Solution(question, sections, answer, verdict, tries, model, 1.234, notes)
    return Record(7, Asker(42, 9), datetime(2026, 1, 1, tzinfo=UTC), solution)


def shown(view: ui.LayoutView) -> str:
    return study.text(view.to_components())


def steps(body: str, voucher: Voucher = Voucher.MATHEMATICS) -> Section:
    return Section(SectionKind.STEPS, body, voucher)


def all_pages(of: Record) -> list[ui.LayoutView]:
    """Every page, found as a reader finds them: by pressing Next until it is disabled."""
    pages = [reply.solution(of)]
    while (onward := study.buttons(pages[-1].to_components()).get("Next")) and not onward["disabled"]:
        pages.append(reply.solution(of, int(onward["custom_id"].rsplit(":")[-1])))
    return pages


def test_the_answer_comes_first_then_its_standing_then_the_sections() -> None:
    said = shown(reply.solution(record(steps("Divide by $2$."))))
    order = [
        "# x = ",
        "✅ **Verified**: both roots substituted back exactly, 2 of 2 found.",
        "### Step by step",
        "Divide",
    ]
    assert [said.index(part) for part in order] == sorted(said.index(part) for part in order)


@pytest.mark.parametrize(
    ("voucher", "small"),
    [
        (Voucher.MATHEMATICS, "-# vouched for by mathematics"),
        (Voucher.MODEL_AUDITED, "-# written by a language model, its arithmetic audited"),
        (Voucher.MODEL, "-# written by a language model, unchecked"),
    ],
)
def test_each_section_says_who_vouches_for_it(voucher: Voucher, small: str) -> None:
    assert f"Divide.\n{small}" in shown(reply.solution(record(steps("Divide.", voucher))))


def test_a_refuted_answer_and_its_working_are_never_shown() -> None:
    refuted = Verdict(Standing.REFUTED, None, Message("it does not satisfy the equation"))
    said = shown(reply.solution(record(steps("So it is 1/2."), verdict=refuted)))
    assert "it does not satisfy the equation" in said
    assert "1/2" not in said
    assert "½" not in said
    assert "Answer withheld" in said


@pytest.mark.parametrize(
    ("standing", "says"),
    [
        (Standing.CROSS_CHECKED, "☑️ **Cross-checked**"),
        (Standing.UNCHECKED, "⚠️ **Not checked**: no route decides it. Take it as a suggestion and check it yourself."),
    ],
)
def test_a_standing_below_verified_says_what_that_means(standing: Standing, says: str) -> None:
    verdict = Verdict(standing, None, Message("no route decides it."))
    assert says in shown(reply.solution(record(verdict=verdict)))


def test_the_footer_names_the_model_the_seconds_the_tries_and_the_level() -> None:
    said = shown(reply.solution(record(model=Writer("qwen3"), tries=2)))
    assert "-# qwen3 · 1.2 s · 2 tries · level: Intermediate" in said
    assert "-# mathematics alone · 1.2 s · level: Intermediate" in shown(reply.solution(record()))


@pytest.mark.parametrize(
    ("level", "disabled"), [(Level.BEGINNER, "Simpler"), (Level.INTERMEDIATE, None), (Level.ADVANCED, "Deeper")]
)
def test_a_level_button_is_disabled_at_its_end(level: Level, disabled: str | None) -> None:
    found = study.buttons(reply.solution(record(level=level)).to_components())
    assert {label for label, button in found.items() if button["disabled"]} == ({disabled} if disabled else set())


def test_an_unanswered_question_offers_no_other_level_but_a_report() -> None:
    nothing = record(answer=None, verdict=Verdict(Standing.UNCHECKED, None, Message("nobody knows")))
    found = study.buttons(reply.solution(nothing).to_components())
    assert list(found) == ["Report a mistake"]
    assert "**Not solved**: nobody knows." in shown(reply.solution(nothing))


def test_a_korean_question_is_answered_in_korean_words() -> None:
    said = shown(reply.solution(record(steps("나눕니다."), language=Language.KOREAN)))
    assert "**검증됨**" in said
    assert "### 단계별 풀이" in said
    assert "수준: 중급" in said


def test_a_long_problem_is_echoed_shortened_and_harmless() -> None:
    said = shown(reply.solution(record(problem="@everyone **x** " + "y" * 6_000)))
    assert "@everyone" not in said
    assert r"\*\*x\*\*" in said
    assert len(said) < 1_000


@pytest.mark.parametrize("stage", list(Stage))
def test_progress_says_what_is_done_and_can_be_cancelled(stage: Stage) -> None:
    view = reply.progress(Progress(stage, 3), "2x = 1", Language.ENGLISH, run=5, owner=42)
    assert "Cancel" in study.buttons(view.to_components())
    assert ("3 questions are ahead" in shown(view)) is (stage is Stage.WAITING)


def test_a_solution_longer_than_a_message_is_paged_and_complete() -> None:
    sections = [Section(kind, "\n".join(f"{kind} {n}" for n in range(150)), Voucher.MODEL) for kind in SectionKind]
    pages = all_pages(record(*sections))
    said = "\n".join(shown(page) for page in pages)
    assert len(pages) > 2
    assert all(f"{kind} {n}\n" in said for kind in SectionKind for n in range(150))
    assert f"page 2 of {len(pages)}" in shown(pages[1])
    assert "✅ **x = " in shown(pages[1])


WORDS = st.sampled_from(
    [
        "so",
        r"$\frac{1}{2}$",
        r"\sqrt{2}",
        "@everyone",
        "**b**",
        "`",
        "```",
        "<@1>",
        "# h",
        "\n",
        "𝑥",
        "|",
        "[a](b)",
        "가",
    ]
)
PROSE = st.lists(WORDS | st.text(st.characters(exclude_categories=("Cs",)), max_size=40), max_size=60).map(" ".join)
LONG = st.one_of(
    PROSE, st.builds(lambda word, n: word * n, st.sampled_from(["x ", "가", "x+", "𝑥", "\n"]), st.integers(0, 2_500))
)
FORMULAS = st.builds(lambda source: Formula(source, source), LONG)
MESSAGES = st.builds(lambda value: Message("so {it}", it=value), LONG | FORMULAS)
VERDICTS = st.builds(Verdict, st.sampled_from(Standing), st.none() | MESSAGES, st.none() | MESSAGES)
SECTIONS = st.builds(Section, st.sampled_from(SectionKind), LONG, st.sampled_from(Voucher))
SOLUTIONS = st.builds(
    Solution,
    st.builds(Question, LONG, st.sampled_from(Level), st.just(Language.ENGLISH)),
    st.lists(SECTIONS, max_size=12).map(tuple),
    st.none() | FORMULAS,
    VERDICTS,
    st.integers(0, 3),
    st.none() | st.builds(Writer, PROSE),
    st.floats(0, 10_000),
    st.lists(MESSAGES, max_size=4).map(tuple),
)


@settings(max_examples=30, deadline=None)
@given(SOLUTIONS, st.booleans())
def test_any_solution_is_within_discords_limits_on_every_page(solution: Solution, writing: bool) -> None:  # noqa: FBT001
    kept = Record(7, Asker(42), datetime(2026, 1, 1, tzinfo=UTC), solution)
    pages = all_pages(kept)
    if writing:
        pages.append(reply.solution(kept, update=Progress(Stage.WAITING, 12), run=2**63))
    for page in pages:
        parts = list(study.walk(page.to_components()))
        texts = [part["content"] for part in parts if "content" in part]
        assert len(parts) <= 40
        assert sum(len(content.encode("utf-16-le", "surrogatepass")) // 2 for content in texts) <= 4_000
        assert sum(len(content.encode("utf-8", "surrogatepass")) + 12 for content in texts) <= 10_170
        assert all(content.strip() for content in texts)
        assert not any(re.search(r"@(everyone|here)|<@\d", content) for content in texts)
        assert not any(re.search(r"\\[A-Za-z]", content) for content in texts)
        assert not any(text.TIE in content for content in [*texts, reply.summary(kept)])
        ids = [part["custom_id"] for part in parts if "custom_id" in part]
        assert len(ids) == len(set(ids))
        assert all(len(custom_id) <= 100 for custom_id in ids)
        assert all(len(part["label"]) <= 80 for part in parts if "label" in part)


def test_a_page_full_of_hangul_stays_within_the_bytes_discord_bears() -> None:
    solution = Solution(
        Question("풀어 주세요 " * 40, Level.BEGINNER, Language.KOREAN),
        (Section(SectionKind.STEPS, "양변을 같은 수로 나눕니다. " * 400, Voucher.MATHEMATICS),),
        None,
        Verdict(Standing.UNCHECKED),
    )
    for page in all_pages(Record(7, Asker(42), datetime(2026, 1, 1, tzinfo=UTC), solution)):
        texts = [part["content"] for part in study.walk(page.to_components()) if "content" in part]
        assert sum(len(content.encode()) + 12 for content in texts) <= 10_170
