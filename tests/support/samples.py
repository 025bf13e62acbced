"""Sample nouns, plain and made up by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from maths.message import Formula, Message, counted
from maths.verdict import Level, SectionKind, Standing, Verdict
from tutor.learning import DraftProblem
from tutor.types import Language, Question, Section, Solution, Voucher, Writer

MESSAGE_NAMES = ("x", "term", "count", "place", "self", "message")


def solution(text: str = "Solve 2x = 6", prose: str = "Divide both sides by $2$.") -> Solution:
    """A decided solution with a model's prose, every field filled."""
    answer = Formula("x = 3", "x = 3")
    return Solution(
        question=Question(text, Level.BEGINNER, Language.ENGLISH),
        sections=(
            Section(SectionKind.STEPS, "Divide by $2$.", Voucher.MATHEMATICS),
            Section(SectionKind.UNDERSTANDING, prose, Voucher.MODEL),
        ),
        answer=answer,
        verdict=Verdict(Standing.VERIFIED, Message("{root} was substituted back exactly.", root=answer)),
        tries=1,
        model=Writer("SmolLM2", demonstration=True),
        seconds=0.25,
        notes=(Message("A demonstration model wrote the prose."),),
    )


_text = st.text(st.characters(), max_size=20)  # lone surrogates and NUL included
_formulas = st.builds(Formula, _text, _text)
_huge = st.integers(min_value=-(10**5000), max_value=10**5000)
_messages: st.SearchStrategy[Message] = st.deferred(
    lambda: st.builds(
        lambda key, plural, arguments: Message(key, plural, **arguments),
        _text,
        st.none() | _text,
        st.dictionaries(
            st.sampled_from(MESSAGE_NAMES), _text | st.integers() | _huge | _formulas | _messages, max_size=3
        ),
    )
)
_sections = st.builds(Section, st.sampled_from(SectionKind), _text, st.sampled_from(Voucher))
solutions = st.builds(
    Solution,
    question=st.builds(Question, _text, st.sampled_from(Level), st.sampled_from(Language)),
    sections=st.lists(_sections, max_size=4).map(tuple),
    answer=st.none() | _formulas,
    verdict=st.builds(Verdict, st.sampled_from(Standing), st.none() | _messages, st.none() | _messages),
    tries=st.integers(0, 9),
    model=st.none() | st.builds(Writer, _text, demonstration=st.booleans()),
    seconds=st.floats(min_value=0, allow_nan=False, allow_infinity=False),
    notes=st.lists(_messages, max_size=2).map(tuple),
)
"""Any solution at all."""


EQUATION = DraftProblem(
    topic="linear_equations",
    level=Level.INTERMEDIATE,
    seed=42,
    structure="both_sides",
    statement=Message("Solve {equation}.", equation=Formula("3*x = 12", "3x = 12")),
    answer=Formula("4", "4"),
    policy={"type": "set", "ordered": True},
    hints=(Message("Divide both sides."), counted("{count} step is left.", "{count} steps are left.", 2)),
)
