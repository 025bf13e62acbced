"""Arguments on their way: read by the grammar, or written down twice by a model, and called what they are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from maths.logic import argument
from maths.verdict import Level, SectionKind, Standing
from model.scripted import Scripted
from tutor.arguing import Arguing, formal_of
from tutor.argument_words import tree
from tutor.errors import ModelUnavailableError, QuestionRefusedError
from tutor.types import Asked, Language, Progress, Question, Solution, Voucher

if TYPE_CHECKING:
    from maths.logic.argued.answer import Argued, NotArgued

PLAIN = "If the tap leaks, the floor is wet. The floor is wet. So the tap leaks."
ODD = (
    "Nobody would ever trust a politician who lies, and everyone knows that Smith is one of those. "
    "That settles it: Smith is not to be trusted."
)


class Here:
    """The logic, in the tests' own process."""

    async def argue(self, text: str, /) -> Argued | NotArgued:
        return argument.argue(text)

    async def argue_formally(self, formal: str, /) -> Argued | NotArgued:
        return argument.argue_formally(formal)

    async def same_argument(self, one: str, other: str, /) -> bool:
        return argument.same(one, other)


def reading(names: dict[str, str], *lines: tuple[str, str, str], **changed: Any) -> str:  # noqa: ANN401
    predicates = [{"symbol": name, "phrase": phrase} for name, phrase in names.items() if name.isupper()]
    individuals = [{"symbol": name, "phrase": phrase} for name, phrase in names.items() if name.islower()]
    said = [{"text": text, "role": role, "formula": formula} for text, role, formula in lines]
    return json.dumps(
        {"propositions": [], "predicates": predicates, "individuals": individuals, "lines": said, **changed}
    )


RULE = "Nobody would ever trust a politician who lies"
CASE = "Smith is one of those"
END = "Smith is not to be trusted"
FIRST = reading(
    {"L": "is a lying politician", "T": "is to be trusted", "s": "Smith"},
    (RULE, "premise", "all x (L(x) -> ~T(x))"),
    (CASE, "premise", "L(s)"),
    (END, "conclusion", "~T(s)"),
)
SECOND = reading(
    {"P": "is a politician who lies", "B": "is trusted", "a": "Smith"},
    (END, "conclusion", "~B(a)"),
    (CASE, "premise", "P(a)"),
    (RULE, "premise", "~some x (P(x) & B(x))"),
)
OTHER = reading(
    {"P": "is a politician who lies", "B": "is trusted", "a": "Smith"},
    (RULE, "premise", "all x (~B(x) -> P(x))"),
    (CASE, "premise", "P(a)"),
    (END, "conclusion", "~B(a)"),
)


async def judged(model: Scripted | None, text: str = ODD, language: Language = Language.ENGLISH) -> list[Solution]:
    question = Question(text, Level.INTERMEDIATE, language, Asked.ARGUMENT)
    updates = [update async for update in Arguing(Here(), model).solve(question)]
    assert isinstance(updates[0], Progress)
    return [update for update in updates if isinstance(update, Solution)]


def section(solution: Solution, kind: SectionKind) -> str:
    return next(section.text for section in solution.sections if section.kind is kind)


async def test_what_the_grammar_reads_needs_no_model_and_its_form_is_verified() -> None:
    (found,) = await judged(None, PLAIN)
    assert found.verdict.standing is Standing.VERIFIED
    assert "whether it is what you meant, judge yourself" in str(found.verdict.method)
    assert found.answer is not None
    assert found.answer.typed == "Not valid: affirming the consequent"
    assert section(found, SectionKind.CHECK).startswith(
        "Imagine this: the tap does not leak and the floor is wet.\nThere all premises are true"
    )
    assert "if the floor is wet, then the tap leaks" in section(found, SectionKind.CONCLUSION)
    formal = formal_of(found)
    assert formal is not None
    assert formal.endswith("1. P → Q\n2. Q\n∴ P")
    assert found.model is None


async def test_the_same_in_korean() -> None:
    (found,) = await judged(None, "비가 오면 길이 젖는다. 길이 젖는다. 따라서 비가 온다.", Language.KOREAN)
    assert found.answer is not None
    assert found.answer.typed == "타당하지 않음: 후건 긍정의 오류"
    assert "비가 오지 않는다, 그리고 길이 젖는다" in section(found, SectionKind.CHECK)


async def test_two_formalisations_that_agree_are_cross_checked_and_shown() -> None:
    model = Scripted(FIRST, SECOND, "It wants to show that Smith deserves no trust. It could name evidence.")
    before, found = await judged(model)
    assert before.verdict.standing is Standing.CROSS_CHECKED
    assert found.verdict.standing is Standing.CROSS_CHECKED
    assert found.answer is not None
    assert found.answer.typed == "Valid: universal instantiation with modus ponens"
    understood = next(each for each in found.sections if each.kind is SectionKind.UNDERSTANDING)
    assert understood.voucher is Voucher.MODEL
    assert f"“{RULE}”" in understood.text
    assert "∀x (L(x) → ¬T(x))" in understood.text
    opinion = found.sections[-1]
    assert (opinion.kind, opinion.voucher) == (SectionKind.APPROACH, Voucher.MODEL)
    assert "“is a lying politician”" in model.prompts[1].system
    assert "never call it valid or invalid" in model.prompts[2].system


async def test_two_that_differ_are_unchecked_and_the_first_is_shown() -> None:
    found = (await judged(Scripted(FIRST, OTHER, "")))[-1]
    assert found.verdict.standing is Standing.UNCHECKED
    assert "differ" in str(found.verdict.reason)
    assert formal_of(found) is not None


async def test_a_second_reading_that_cannot_be_used_leaves_it_unchecked() -> None:
    found = (await judged(Scripted(FIRST, "{", "{", "{", "")))[-1]
    assert found.verdict.standing is Standing.UNCHECKED
    assert "once only" in str(found.verdict.reason)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("{", "it is not of the form that was asked for"),
        (FIRST.replace("L(s)", "L(s"), "The formula “L(s” ends too early."),
        (FIRST.replace(CASE, "Smith is a known liar"), "does not stand in the argument"),
        (FIRST.replace('"conclusion"', '"premise"'), "there must be one conclusion"),
        (FIRST.replace("L(s)", "K(s)"), "“K” has no meaning"),
        (FIRST.replace("L(s)", "L(s)\\n2. T(s)"), "cannot be read as a formula"),
        (FIRST.replace("is a lying politician", "is a liar\\n1. T(s)"), ""),
    ],
)
async def test_a_reading_that_cannot_be_used_is_asked_for_again_with_the_reason(bad: str, why: str) -> None:
    model = Scripted(bad, FIRST, SECOND, "")
    found = (await judged(model))[-1]
    if why:
        assert found.verdict.standing is Standing.CROSS_CHECKED
        assert why in model.prompts[1].user
    assert "T(s)" not in (formal_of(found) or "").splitlines()


async def test_what_is_not_formalised_is_not_judged_and_the_opinion_is_the_models() -> None:
    found = (await judged(Scripted("{", "{", "{", "An appeal to the crowd: “everyone knows”.")))[-1]
    assert found.verdict.standing is Standing.UNCHECKED
    assert found.answer is None
    assert [each.voucher for each in found.sections] == [Voucher.MODEL]
    assert "everyone knows" in found.sections[0].text


async def test_an_opinion_that_judges_validity_is_withheld() -> None:
    found = (await judged(Scripted("This is a perfectly valid argument."), PLAIN))[-1]
    assert [each.kind for each in found.sections] == [
        SectionKind.UNDERSTANDING,
        SectionKind.CHECK,
        SectionKind.CONCLUSION,
    ]


async def test_without_a_model_it_says_what_is_read() -> None:
    (found,) = await judged(None)
    assert found.answer is None
    assert found.verdict.standing is Standing.UNCHECKED
    assert "read without one" in str(found.notes[0])


async def test_a_model_that_is_down_costs_the_opinion_not_the_judgement() -> None:
    found = (await judged(Scripted(ModelUnavailableError("down")), PLAIN))[-1]
    assert found.verdict.standing is Standing.VERIFIED
    found = (await judged(Scripted(ModelUnavailableError("down"))))[-1]
    assert found.answer is None
    assert any("could not be asked" in str(note) for note in found.notes)


async def test_nothing_is_no_argument() -> None:
    with pytest.raises(QuestionRefusedError):
        await judged(None, "   ")


async def test_the_tree_holds_every_line_and_what_is_not_needed() -> None:
    text = "If I train, I win. I train. So I win. If I win, I smile. Tom is rich. Therefore I smile."
    (found,) = await judged(None, text)
    argued = await Arguing(Here(), None).draw(found)
    assert argued is not None
    drawn = tree(argued, Language.ENGLISH)
    assert [node.mark for node in drawn.nodes] == ["1", "2", "∴", "3", "4", "∴"]
    assert drawn.needed == (0, 1, 2)
    assert [node.follows for node in drawn.nodes] == [None, None, True, None, None, True]
