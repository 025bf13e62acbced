"""Puzzles of liars read from their own words: what they say, in both languages, and what is not read."""

from __future__ import annotations

import pytest

from maths.puzzles.liars import settled
from maths.puzzles.solving import Found

TWO = "Knights always tell the truth and knaves always lie. "
ISLAND = "기사는 항상 진실을 말하고 건달은 항상 거짓말을 한다. "
LEGEND = "A special island is inhabited only by knights and knaves. " + TWO
THREE = "There are three people, A, B and C. One is a knight, one is a knave, and one is a spy. "
SAMPLE = "세 사람 A, B, C가 있다. 한 명은 항상 진실을 말하고, 한 명은 항상 거짓말을 하고, 한 명은 가끔 거짓말을 한다. "
T, L, S = "truthful", "liar", "sometimes"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (TWO + 'You meet two inhabitants: A and B. A says: "We are both knaves." What are A and B?', {"A": L, "B": T}),
        (TWO + "Zoey says that Mel is a knave. Mel says that neither Zoey nor I are knaves.", {"Zoey": T, "Mel": L}),
        (TWO + 'Ann says "Bob is a knave". Bob says "Ann and I are the same kind". Who is who?', {"Ann": T, "Bob": L}),
        (TWO + 'A says "B is a knight". B says "the two of us are of different types".', None),
        (TWO + 'A says "if I am a knight, then B is a knight". B says "all of us are knights".', {"A": T, "B": T}),
        (TWO + 'A says "It is not true that B is a knight". B says "A and I are both knaves"', {"A": T, "B": L}),
        (TWO + 'Ada: "All of us are knaves." Ben: "Ada is a knave." Cy: "Ben is not a knave."',
         {"Ada": L, "Ben": T, "Cy": T}),
        (THREE + 'A says "I am not a spy." B says "I am a spy." C says "A is telling the truth." Who is who?',
         {"A": T, "B": L, "C": S, "honest(A)": "yes"}),
        (ISLAND + '민준이 "서연은 건달이다"라고 말했다. 서연은 "민준과 나는 같은 종류다"라고 말했다. 누가 기사인가?',
         {"민준": T, "서연": L}),
        (ISLAND + 'A: "우리는 둘 다 건달이다." B: "A는 건달이다."', {"A": L, "B": T}),
        (ISLAND + 'A: "우리는 모두 건달이다." B: "A는 건달이다." C: "B는 건달이 아니다."',
         {"A": L, "B": T, "C": T}),
        (SAMPLE + 'A: "나는 가끔 거짓말을 한다." B: "A는 거짓말쟁이다." C: "B는 기사다."', {"A": L, "B": T, "C": S}),
        ("Knights always tell the truth, knaves always lie, and spies can lie or tell the truth. "
         + THREE + 'A says "C is a knave." B says "A is a knight." C says "I am the spy." Who is the spy?',
         {"A": T, "B": S, "C": L}),
        ('Ann and Bob are each either a knight or a knave. Ann says "Bob is a knave". Bob says "We are different".',
         {"Ann": L, "Bob": T}),
        (LEGEND + "You meet two inhabitants: Peggy and Zippy. Peggy tells you that `of Zippy and I, exactly one is a "
         "knight'. Zippy tells you that only a knave would say that Peggy is a knave. Who is a knight?",
         {"Peggy": L, "Zippy": L}),
        (TWO + "Bob claims, 'Joe would say that I am a knave.' Joe says 'it's false that Bob is a knave.'",
         {"Bob": L, "Joe": L}),
        (TWO + "Sue tells you that Rex and I are not both knights. Rex says 'Sue is the same kind as me'.",
         {"Sue": T, "Rex": L}),
        (TWO + "A says: B is a knave. B says: we are both knaves. Everybody is a knight or a knave.", None),
        ("Everybody is a knight or a knave. A says: B is a knave. B says: we are both knaves. Who is who?",
         {"A": T, "B": L}),
        (ISLAND + "A는 “B는 건달이다”라고 말한다. B는 “우리는 둘 다 건달이다”라고 말한다.", {"A": T, "B": L}),
    ],
)  # fmt: skip
def test_the_one_solution(text: str, values: dict[str, str] | None) -> None:
    found = settled(text)
    if values is None:
        assert found is None
        return
    assert found is not None
    assert found[1].outcome is Found.UNIQUE
    assert dict(found[1].values) == values


@pytest.mark.parametrize(
    "text",
    [
        'A says "B is a liar". B says "A is a liar".',  # nobody said what they may be
        TWO + 'A says "B is tall".',
        TWO + 'A says "B is a knave" and laughs.',
        TWO + 'A, a liar, says "B is a knave".',
        TWO + 'A says "Either I am a knave or B is a knight".',  # or both? The answers differ
        TWO + 'A says "one of them is a knave". B says nothing.',
        TWO + 'A says "B is a knave". Yesterday B said "A is a knave".',
        TWO + 'A says "B is a knave". Knaves are liars only on Sundays.',
        TWO + 'A says "most of us are knaves". B says "A is a knave".',
        TWO + "A: B is a knave. C is a knave. B: A is a knave. C: all of us are knaves.",  # who says the second?
        ISLAND + "A: B는 건달이다. C는 건달이다. B: A는 건달이다. C: 우리는 모두 건달이다.",
        "Find all x with x^2 = 4.",
        TWO
        + 'A says "I am not a knight or B is a knave and C is a knave". B says "C is a knight". C says "A is a knave".',
        TWO
        + 'A says "If B is a knave then C is a knave and A is a knight". B says "C is a knave". C says "A is a knave".',
        'A sometimes lies. B never lies. A says "B is a liar". A says "B is a knight". B says "A is lying".',
        'A and B are knights or knaves. A says "B is a knave". B says "C is a knave". C says "I am a knight".',
        TWO + 'There are four people, A, B and C. A says "all of us are knaves". B says "A is a knave".',
        TWO + 'You meet A and B and C. A says "all of us are knaves". B says "A is a knave".',  # C does not speak
        TWO + 'Each of the three is a knight or a knave. A says "all of us are knaves". B says "A is a knave".',
        TWO + 'A says "B sometimes lies". B says "A is a knave".',  # a liar does, too
        TWO + 'Everyone is either a knight or a knave. A is a spy. A says "B is a knave". B says "A is a knave".',
        'Each person is a liar or a knave. A says "B is a liar". B says "A is a knave".',
        TWO + 'A says "B is a knave". B says "A is a knave". What is B if A is a knight?',
        TWO + 'A says "B is a knave". B says "A is a knave". Which of them, of whom exactly one lies, is a knight?',
        ISLAND + '네 사람 A, B, C가 있다. A: "우리는 모두 건달이다." B: "A는 건달이다." C: "A는 건달이다."',
        ISLAND + 'A: "B는 가끔 거짓말을 한다." B: "A는 건달이다."',
        ISLAND + 'A: "B는 건달이다." B: "A는 건달이다." A가 기사라면 B는 무엇인가?',
        ISLAND + 'A: "B는 건달이다." B: "A는 건달이다." 둘 중 한 명만 기사일 때, 누가 기사인가?',
        ISLAND + '민준이 "서연은 키가 크다"라고 말했다.',
        ISLAND + 'A: "B는 건달이거나 C는 건달이고 A는 기사다." B: "A는 건달이다." C: "A는 기사다."',
        ISLAND + 'A: "우리 중 거의 모두가 건달이다."',
        'A: "B는 거짓말쟁이다." B: "A는 거짓말쟁이다."',
    ],
)
def test_what_is_not_understood_or_not_said_is_not_read(text: str) -> None:
    assert settled(text) is None


def test_a_paradox_and_an_open_question_are_called_so() -> None:
    assert (found := settled(TWO + 'A says: "I am a knave."')) is not None
    assert found[1].outcome is Found.CONTRADICTORY
    assert (found := settled(TWO + 'A says: "B is a knight." B says "A is a knight".')) is not None
    assert found[1].outcome is Found.SEVERAL
