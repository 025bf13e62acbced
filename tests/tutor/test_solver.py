"""One question through the solver: mathematics first, the model only for what is left, nothing believed unread."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest
from fakes import FakeChecker

from maths.message import Formula, Message
from maths.verdict import (
    Audit,
    AuditedLine,
    Decision,
    Grading,
    LineStanding,
    Outcome,
    Passage,
    Standing,
    Worked,
)
from model.scripted import Endless, Scripted
from tutor.errors import ModelUnavailableError, QuestionRefusedError
from tutor.ports import Finish, Thought
from tutor.solver import DEMONSTRATION_TOKENS, QUESTION_CHARACTERS, Solver
from tutor.types import Language, Level, Progress, Question, SectionKind, Solution, Stage, Voucher, Writer

FOUR = Formula("4", "4")
DECIDED = Worked(
    Decision(FOUR, Message("substituted back exactly")),
    (Passage(SectionKind.STEPS, (Message("Divide by {n}.", n=Formula("2", "2")),)),),
)
PROSE = "## Understanding\nWe look for a number.\n## Approach\nUndo what was done to it."
WRITTEN = "## Steps\nThink hard.\nANSWER: 42"


def question(text: str = "2x = 8", language: Language = Language.ENGLISH) -> Question:
    return Question(text, Level.INTERMEDIATE, language)


async def updates_of(solver: Solver, asked: Question) -> list[Progress | Solution]:
    async with aclosing(solver.solve(asked)) as updates:
        return [update async for update in updates]


async def solutions_of(solver: Solver, asked: Question) -> list[Solution]:
    return [update for update in await updates_of(solver, asked) if isinstance(update, Solution)]


def checker(**audits: Audit) -> FakeChecker:
    return FakeChecker({"2x = 8": DECIDED}, **audits)


async def test_a_decided_question_is_answered_by_mathematics_alone() -> None:
    (solution,) = await solutions_of(Solver(checker(), None), question())
    assert (solution.answer, solution.verdict.standing, solution.model) == (FOUR, Standing.VERIFIED, None)
    assert [(s.kind, s.text, s.voucher) for s in solution.sections] == [
        (SectionKind.STEPS, "Divide by $2$.", Voucher.MATHEMATICS)
    ]


async def test_the_decided_answer_comes_before_the_prose_and_the_steps_stay_mathematics() -> None:
    first, last = await solutions_of(Solver(checker(), Scripted(PROSE)), question())
    assert first.model is None
    assert [s.kind for s in last.sections] == [SectionKind.UNDERSTANDING, SectionKind.APPROACH, SectionKind.STEPS]
    assert {s.kind: s.voucher for s in last.sections}[SectionKind.STEPS] is Voucher.MATHEMATICS
    assert last.model == Writer("scripted")
    assert last.answer == FOUR


@pytest.mark.parametrize(
    "lie", [f"{PROSE}\nANSWER: 5", f"{PROSE} So the answer is 5.", f"{PROSE} \\boxed{{5}}", "no headings at all"]
)
async def test_prose_that_contradicts_a_decided_answer_is_rejected_and_asked_again(lie: str) -> None:
    model = Scripted(lie, PROSE)
    *_, last = await solutions_of(Solver(checker(), model), question())
    assert last.tries == 2
    assert "5" not in "".join(section.text for section in last.sections)
    assert len(model.prompts) == 2
    assert "rejected" in model.prompts[1].user


async def test_prose_that_never_agrees_is_left_out_and_the_reply_says_so() -> None:
    lies = [f"{PROSE}\nANSWER: 5"] * 3
    *_, last = await solutions_of(Solver(checker(), Scripted(*lies)), question())
    assert last.answer == FOUR
    assert [s.kind for s in last.sections] == [SectionKind.STEPS]
    assert "contradicted" in str(last.notes[0])


async def test_a_demonstration_model_is_not_asked_about_a_decided_problem() -> None:
    model = Scripted(writer=Writer("tiny", demonstration=True))
    (solution,) = await solutions_of(Solver(checker(), model), question())
    assert solution.answer == FOUR
    assert model.prompts == []


async def test_a_model_that_is_down_costs_the_prose_not_the_answer() -> None:
    down = ModelUnavailableError(Message("start it with ollama serve"))
    *_, last = await solutions_of(Solver(checker(), Scripted(down)), question())
    assert (last.answer, last.verdict.standing) == (FOUR, Standing.VERIFIED)
    assert any("ollama serve" in str(note) for note in last.notes)


async def test_an_undecided_problem_without_a_model_says_what_to_do() -> None:
    (solution,) = await solutions_of(Solver(checker(), None), question("a riddle"))
    assert (solution.answer, solution.verdict.standing) == (None, Standing.UNCHECKED)
    assert "No language model" in str(solution.notes[0])


async def test_a_model_s_own_answer_is_unchecked() -> None:
    (solution,) = await solutions_of(Solver(checker(), Scripted(WRITTEN)), question("a riddle"))
    assert solution.answer is not None
    assert (solution.answer.typed, solution.verdict.standing, solution.tries) == ("42", Standing.UNCHECKED, 1)
    assert solution.sections[0].voucher is Voucher.MODEL


async def test_a_demonstration_model_s_answer_is_labelled_and_says_how_to_use_a_real_one() -> None:
    model = Scripted(WRITTEN, writer=Writer("tiny", demonstration=True))
    (solution,) = await solutions_of(Solver(checker(), model), question("a riddle"))
    assert "demonstration model" in str(solution.notes[0])
    assert "LEMMA_MODEL__BACKEND=ollama" in str(solution.notes[0])


@pytest.mark.parametrize("bad", ["## Steps\nno answer line", (WRITTEN, Finish(truncated=True))])
async def test_an_attempt_without_an_answer_or_cut_off_is_asked_again(bad: str | tuple[str, Finish]) -> None:
    (solution,) = await solutions_of(Solver(checker(), Scripted(bad, WRITTEN)), question("a riddle"))
    assert solution.tries == 2
    assert solution.answer is not None


async def test_the_last_attempt_without_an_answer_is_shown_for_its_words() -> None:
    (solution,) = await solutions_of(Solver(checker(), Scripted(*["## Steps\nThink."] * 3)), question("a riddle"))
    assert (solution.answer, solution.tries, solution.verdict.standing) == (None, 3, Standing.UNCHECKED)
    assert solution.sections[0].text == "Think."


async def test_a_model_that_goes_round_in_circles_is_stopped() -> None:
    model = Scripted(("## Steps\nThink.\n", Endless("the same line\n")), writer=Writer("tiny", demonstration=True))
    (solution,) = await solutions_of(Solver(checker(), model), question("a riddle"))
    assert len(solution.sections[0].text) < 200
    assert model.running == 0


async def test_what_a_model_only_repeats_of_its_instructions_is_not_shown() -> None:
    echo = "The method, and why it fits."
    model = Scripted(f"## Steps\nThink.\n{echo}\nANSWER: 1")
    (solution,) = await solutions_of(Solver(checker(), model), question("a riddle"))
    assert echo not in solution.sections[0].text


async def test_an_answer_stated_in_words_is_the_answer_and_is_labelled() -> None:
    (solution,) = await solutions_of(Solver(checker(), Scripted("## Steps\nThe answer is 3.")), question("a riddle"))
    assert solution.answer is not None
    assert (solution.answer.typed, solution.verdict.standing) == ("3", Standing.UNCHECKED)


async def test_a_demonstration_model_is_asked_once_and_for_little() -> None:
    model = Scripted("rambling", writer=Writer("tiny", demonstration=True))
    (solution,) = await solutions_of(Solver(checker(), model), question("a riddle"))
    assert (solution.tries, solution.sections[0].text) == (1, "rambling")
    assert model.prompts[0].max_tokens == DEMONSTRATION_TOKENS


class Auditing(FakeChecker):
    """Refutes any line that says 2 + 2 = 5."""

    async def audit(self, text: str, /, problem: str | None = None) -> Audit:  # noqa: ARG002 - the port asks for it
        lines = tuple(
            AuditedLine(line, LineStanding.REFUTED if "2 + 2 = 5" in line else LineStanding.VERIFIED)
            for line in text.splitlines()
        )
        refuted = any(line.standing is LineStanding.REFUTED for line in lines)
        return Audit(Standing.REFUTED if refuted else Standing.UNCHECKED, lines)


async def test_a_solution_with_a_refuted_line_is_asked_again_with_the_line() -> None:
    model = Scripted("## Steps\n2 + 2 = 5\nANSWER: 5", "## Steps\n2 + 2 = 4\nANSWER: 4")
    (solution,) = await solutions_of(Solver(Auditing({}), model), question("a riddle"))
    assert (solution.tries, solution.answer) == (2, FOUR)
    assert "2 + 2 = 5" in model.prompts[1].user
    assert solution.sections[0].voucher is Voucher.MODEL_AUDITED
    assert solution.verdict.standing is Standing.UNCHECKED  # a clean audit never lifts a standing


async def test_a_model_that_stays_wrong_gets_its_answer_withheld() -> None:
    model = Scripted(*["## Steps\n2 + 2 = 5\nANSWER: 5"] * 3)
    (solution,) = await solutions_of(Solver(Auditing({}), model), question("a riddle"))
    assert (solution.answer, solution.sections, solution.verdict.standing) == (None, (), Standing.REFUTED)
    assert "2 + 2 = 5" in str(solution.verdict.reason)


async def test_thinking_is_never_shown() -> None:
    model = Scripted((Thought("secretly ANSWER: 1"), WRITTEN))
    (solution,) = await solutions_of(Solver(checker(), model), question("a riddle"))
    assert solution.answer is not None
    assert solution.answer.typed == "42"


async def test_progress_is_told_in_order() -> None:
    updates = await updates_of(Solver(checker(), Scripted(WRITTEN)), question("a riddle"))
    stages = [update.stage for update in updates if isinstance(update, Progress)]
    assert stages == [Stage.READING, Stage.DECIDING, Stage.WRITING, Stage.CHECKING]


async def test_closing_the_solver_closes_the_model_s_stream() -> None:
    model = Scripted((Thought("hm"), Endless("more ", every=0.01)))
    updates = Solver(checker(), model).solve(question("a riddle"))
    async for update in updates:
        if update == Progress(Stage.WRITING):
            break
    waiting = asyncio.create_task(anext(updates))
    while model.running == 0:  # noqa: ASYNC110 - the script has no event to wait for
        await asyncio.sleep(0.01)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    await updates.aclose()
    assert model.running == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no problem"),
        (" \n\u200b ", "no problem"),
        ("x" * (QUESTION_CHARACTERS + 1), "2001 characters"),
        ("https://cdn.example/a.png", "Pictures"),
        ("<https://cdn.example/a.png> https://b.example", "Pictures"),
        ("@everyone", "no mathematics"),
        ("<@123456>", "no mathematics"),
        ("???", "no mathematics"),
    ],
)
async def test_what_is_no_problem_is_refused_with_what_to_do(text: str, says: str) -> None:
    with pytest.raises(QuestionRefusedError) as caught:
        await updates_of(Solver(checker(), None), question(text))
    assert says in str(caught.value)


async def test_a_third_language_is_told_which_two_are_read() -> None:
    (solution,) = await solutions_of(Solver(checker(), None), question("Решите уравнение"))
    assert any("English and Korean" in str(note) for note in solution.notes)


async def test_wrong_claims_are_graded_against_the_decided_answer() -> None:
    class Exact(FakeChecker):
        async def grade(self, expected: str, given: str, /, policy: object = None) -> Grading:  # noqa: ARG002
            return Grading(Outcome.EQUAL if given in (expected, "8/2") else Outcome.DIFFERENT)

    exact = Exact({"2x = 8": DECIDED})
    *_, last = await solutions_of(Solver(exact, Scripted(f"{PROSE}\nANSWER: 8/2")), question())
    assert (last.tries, last.notes) == (1, ())
