"""Sets, figures, numerals, digit cards, points of division, boxes and rows: read alike in Korean and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maths.decide import decide
from maths.families.counting.digit_numbers import ExtremeMade, NumbersMade
from maths.families.counting.digit_numbers_routes import Leaves, Limit, Made, every_number, split
from maths.families.geometry.section import DivideOutside, Trisect
from maths.families.numbers.consecutive import Consecutive
from maths.families.numbers.figures import Written
from maths.families.numbers.notation import FromScientific, SignificantFigures, ToScientific
from maths.families.numbers.roman import FromRoman, ToRoman, by_places, by_signs, in_a_row
from maths.families.sets.counted import CountedSets
from maths.families.sets.given import Given
from maths.families.sets.operations import Inclusion, Membership, SetValue
from maths.families.sets.subsets import SubsetCount, SubsetList
from maths.families.sets.terms import Called, Joined
from maths.families.settled import UndecidedError
from maths.families.terms import number
from maths.steps import work
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

DECIDED = (
    # sets
    ("두 집합 A={2,4,6,8}, B={1,2,3,4}에 대하여 A∪B를 구하여라.", "{1, 2, 3, 4, 6, 8}"),
    ("A = {1, 2, 3, 6}, B = {1, 2, 5, 10}일 때, 두 집합의 교집합을 구하시오.", "{1, 2}"),
    ("전체집합 U={1,2,3,4,5,6}에 대하여 A={1,3,5}일 때 A^c를 구하시오.", "{2, 4, 6}"),
    ("전체집합 U = {1, 2, ..., 10}의 두 부분집합 A = {1, 3, 5}, B = {2, 3}에 대하여 (A∪B)^c를 구하여라.",
     "{4, 6, 7, 8, 9, 10}"),
    ("A={1,3,5,7}, B={3,7}이라고 할 때 B-A는?", "{}"),
    ("집합 A = {x | x는 12의 약수}를 원소나열법으로 나타내시오.", "{1, 2, 3, 4, 6, 12}"),
    ("집합 A={x|x는 10 이하의 소수}의 원소의 개수는?", "4"),
    ("3은 집합 {1, 2, 4}의 원소인가요?", "False"),
    ("집합 {a, b, c, d}의 진부분집합은 몇 개인가?", "15"),
    ("집합 {1, 2, 3, 4, 5, 6}의 부분집합 중 1, 2를 모두 포함하고 6을 포함하지 않는 부분집합의 개수를 구하시오.", "8"),
    ("집합 A={x, y}의 부분집합을 모두 구하시오.", "{}, {x}, {y}, {x, y}"),
    ("n(A)=20, n(B)=15, n(A∪B)=28일 때, n(A∩B)를 구하시오.", "7"),
    ("n(A)=10, n(B)=8, n(C)=7, n(A∩B)=3, n(B∩C)=2, n(C∩A)=4, n(A∩B∩C)=1일 때 n(A∪B∪C)를 구하시오.", "17"),
    ("Let A = {1, 2, 3} and B = {3, 4, 5}. Find A ∪ B.", "{1, 2, 3, 4, 5}"),
    (r"Let A = \{1, 2, 3, 4\} and B = \{2, 4\}. Find A \setminus B.", "{1, 3}"),
    ("The universal set is U = {1, 2, 3, 4, 5}. If A = {2, 3}, find A'.", "{1, 4, 5}"),
    ("How many subsets of {1, 2, 3, 4, 5} contain 1 but not 2?", "8"),
    ("Given n(U) = 40, n(A) = 22, n(B) = 17 and n(A ∩ B) = 8, find n((A ∪ B)').", "9"),
    ("Is {1, 4} a subset of {1, 2, 3}?", "False"),
    # figures and numerals
    ("0.00450의 유효숫자는 몇 개인가?", "3"),
    ("측정값 3.70에서 유효숫자의 개수를 구하여라.", "3"),
    ("7800000을 a×10^n의 꼴로 나타내어라. (단, 1≤a<10, n은 정수)", "7.8*10^6"),
    ("6.02×10^4를 보통의 수로 나타내세요.", "60200"),
    ("98765를 유효숫자 두 자리로 나타내면?", "99000"),
    ("로마 숫자 XLII를 아라비아 숫자로 나타내시오.", "42"),
    ("444를 로마숫자로 바꾸어라.", "CDXLIV"),
    ("How many significant figures does 0.00340 have?", "3"),
    ("Express 0.00067 in scientific notation.", "6.7*10^-4"),
    ("Convert 0.000345 to scientific notation.", "3.45*10^-4"),
    ("Write 4.5 × 10^{-3} in decimal notation.", "0.0045"),
    ("What number does the Roman numeral XIV represent?", "14"),
    ("Convert 49 to Roman numerals.", "XLIX"),
    ("Write CD in Arabic numerals.", "400"),
    # bases, missing digits, boxes
    ("이진법의 수 1011₍₂₎을 십진법으로 나타내시오.", "11"),
    ("이진법으로 나타낸 두 수 110과 101의 곱을 이진법으로 나타내시오.", "11110"),
    ("3×5^2 + 2×5 + 4를 오진법으로 나타내시오.", "324"),
    ("세 자리 수 7□4가 6의 배수가 되도록 □ 안에 들어갈 수 있는 숫자를 모두 구하시오.", "1, 4, 7"),
    ("네 자리의 자연수 5a72가 9의 배수일 때, 숫자 a의 값을 구하시오.", "4"),
    ("Find all digits d such that 48d1 is divisible by 3.", "2, 5, 8"),
    ("다음 □ 안에 알맞은 수를 구하시오. 35 + □ = 61", "26"),
    ("12 : 18 = □ : 3에서 □ 안에 알맞은 수는?", "2"),
    ("What number goes in the box: □ + 17 = 42?", "25"),
    ("The four-digit number 52□8 is divisible by 9. What is the missing digit?", "3"),
    # points of division
    ("두 점 A(2, 5), B(6, -3)에 대하여 선분 AB를 1:3으로 내분하는 점 P의 좌표는?", "(3, 3)"),
    ("선분 AB를 3:1로 외분하는 점의 좌표는? (단, A(2, 1), B(4, 5))", "(5, 7)"),
    ("두 점 A(1, 2), B(7, 8)에 대하여 선분 BA를 2:1로 내분하는 점의 좌표는?", "(3, 4)"),
    ("수직선 위의 두 점 A(-2), B(8)에 대하여 선분 AB를 3:2로 내분하는 점의 좌표를 구하시오.", "4"),
    ("Point P divides segment AB in the ratio 1:3, where A(2, 5) and B(6, -3). Find P.", "(3, 3)"),
    ("Find the points of trisection of the segment joining (2, 3) and (8, 6).", "(4, 4), (6, 5)"),
    # digit cards
    ("0, 1, 2, 3이 적힌 4장의 카드에서 3장을 뽑아 만들 수 있는 세 자리 자연수의 개수를 구하시오.", "18"),
    ("5장의 숫자 카드 0, 1, 2, 3, 4 중에서 3장을 뽑아 세 자리 수를 만들 때 홀수는 모두 몇 개인가?", "18"),
    ("숫자 카드 4, 0, 9를 한 번씩만 사용하여 만들 수 있는 가장 작은 세 자리 수는?", "409"),
    ("1, 2, 3, 4, 5의 숫자가 적힌 카드 5장 중에서 2장을 뽑아 두 자리 수를 만들 때, 그 수가 40 이상일 확률을 구하시오.",
     "2/5"),
    ("How many 4-digit numbers divisible by 5 can be formed from the digits 0, 1, 2, 3, 4 without repetition?", "24"),
    ("What is the largest four-digit number that can be made with the digits 3, 8, 1, 6, each used once?", "8631"),
    # consecutive numbers, some number, rows
    ("연속하는 세 짝수의 합이 60이다. 세 짝수를 구하시오.", "18, 20, 22"),
    ("The product of two consecutive positive integers is 72. What are the integers?", "8, 9"),
    ("어떤 수를 7로 나누었더니 몫이 5이고 나머지가 2였다. 어떤 수는 얼마인가?", "37"),
    ("A, B, C, D 네 명을 일렬로 세우는 경우의 수를 구하시오.", "24"),
    ("남학생 3명과 여학생 3명을 일렬로 세울 때 여학생끼리 이웃하지 않도록 서는 경우의 수는?", "144"),
    ("원 위에 서로 다른 7개의 점이 있을 때, 이 중 3개를 꼭짓점으로 하는 삼각형의 개수는?", "35"),
)  # fmt: skip


@pytest.mark.parametrize(("statement", "answer"), DECIDED)
def test_decided(statement: str, answer: str) -> None:
    found = decide(statement)
    assert found.answer is not None, found.reason
    assert found.answer.typed == answer


UNDECIDED = (
    "A = {1, 2, 3}, B = {2, 3, 4}일 때 A ∪ B ∩ A를 구하시오.",  # which sign first?
    "A = {1, 2, 2}, B = {2, 3}일 때 A ∪ B를 구하시오.",
    "A = {1, 2, 3}일 때 A의 여집합을 구하시오.",  # within what?
    "A = {1, 2, 3}, B = {2, 3, 4}일 때 A ∪ C를 구하시오.",
    "A = {x | x는 10 이하의 짝수}를 원소나열법으로 나타내시오.",  # is zero one of them?
    "집합 {1, 2, 3}의 부분집합 중 1 또는 2를 포함하는 것의 개수는?",
    "집합 {1, 2, 3}의 부분집합 중 4를 포함하는 것의 개수는?",
    "n(A) = 12, n(B) = 9일 때 n(A ∪ B)의 값을 구하시오.",
    "n(A) = 5, n(B) = 9, n(A ∩ B) = 7일 때 n(A ∪ B)의 값을 구하시오.",  # more in both than in one
    "Let A = {1, 2} and B = {1, 2}. Is A ⊂ B?",
    "How many subsets of {1, 2, 3, 4, 5} contain at least 2 elements?",
    "How many subsets of {1, 2, 3, 4, 5} do not contain 1 and 2?",  # not both, or neither?
    "How many subsets of {1, 2, 3, 4, 5} contain 1 but not 2 and 3?",
    "Point P divides segment AB in the ratio 1:3, where A(2, 5) and B(2, 5). Find P.",
    "중심이 (1, 2)이고 반지름의 길이가 -3인 원의 방정식은?",
    "세 점 A(1, 2), B(3, 4), C(5, 6)을 꼭짓점으로 하는 삼각형의 무게중심의 좌표는?",  # they lie in a line
    "700의 유효숫자는 몇 개인가?",
    "0.00의 유효숫자는 몇 개인가?",
    "-7800000을 a×10^n의 꼴로 나타내어라. (단, 1≤a<10, n은 정수)",  # a is negative
    "What number does X represent?",
    "What does M mean?",
    "Convert CD to decimal.",  # a hexadecimal number, or a Roman one?
    "Write X in standard form.",
    "How many significant digits does 4500 have?",
    "How many digits of 0.00340 are not significant?",
    "Write 45000 in standard form.",
    "로마 숫자 IIII를 아라비아 숫자로 나타내시오.",
    "Write 4000 in Roman numerals.",
    "삼진법의 수 1011₍₂₎을 십진법으로 나타내시오.",  # two bases
    "What number does not go in the box: □ + 17 = 42?",
    "□ + □ = 18일 때 □에 알맞은 수를 구하시오.",  # one number or two?
    "다섯 자리 자연수 2□340이 9의 배수라고 할 때 □에 알맞은 숫자를 구하여라.",  # 0 and 9
    "두 자리 수 52□8이 9로 나누어떨어질 때, □ 안에 알맞은 수는?",
    "두 점 A(1, 2), B(7, 8)에 대하여 선분 AC를 2:1로 내분하는 점의 좌표는?",
    "두 점 A(1, 2), B(7, 8)에 대하여 선분 AB를 1:1로 외분하는 점의 좌표는?",
    "1, 2, 3, 4가 적힌 5장의 카드 중에서 2장을 뽑아 만들 수 있는 두 자리 자연수의 개수는?",
    "1, 2, 3, 4가 적힌 4장의 카드 중에서 2장을 뽑아 만들 수 있는 두 자리 자연수 중 3의 배수가 아닌 수의 개수는?",
    "1, 1, 2, 3이 적힌 4장의 카드 중에서 2장을 뽑아 두 자리 수를 만들 때, 짝수일 확률을 구하시오.",
    "How many three-digit numbers can be formed from the digits 1, 2, 3?",  # each once, or again and again?
    "The product of two consecutive integers is 72. What are the integers?",  # -9, -8 as well
    "The sum of three consecutive even integers is 51. Find the integers.",
    "어떤 수를 4로 나누면 몫이 7이고 나머지가 5이다. 어떤 수를 구하시오.",
    "A, B, C, D 다섯 명을 일렬로 세우는 경우의 수를 구하시오.",
    "6명이 원탁에 둘러앉는 경우의 수를 구하시오.",  # is turning another way?
)


@pytest.mark.parametrize("statement", UNDECIDED)
def test_left_undecided(statement: str) -> None:
    assert decide(statement).answer is None


A, B = Called("A"), Called("B")
GIVEN = Given((("A", ("a", "b")), ("B", ("b", "c"))))
FACTS = ((A, 12), (B, 9), (Joined("intersection", A, B), 4))
P, Q = (number(1), number(3)), (number(4), number(9))
RATIO = (number(2), number(1))
BROKEN: dict[str, Callable[[], object]] = {
    "an element lost": lambda: SetValue(GIVEN, Joined("union", A, B)).settle(lambda *_: frozenset("ab")),
    "an element too many": lambda: Membership(GIVEN, "c", A).settle(lambda *_: frozenset("abc")),
    "a wrong subset": lambda: Inclusion(GIVEN, A, B).settle(lambda *_: frozenset("b")),
    "subsets": lambda: SubsetCount(4, within=1).settle(lambda _: 16),
    "a subset lost": lambda: SubsetList(("a", "b")).settle(lambda _: [(), ("a",), ("b",)]),
    "counted twice": lambda: CountedSets(FACTS, Joined("union", A, B)).settle(lambda _: [1, 1, 0]),  # type: ignore[list-item]
    "figures": lambda: SignificantFigures(Written("0.00340")).settle(lambda _: 2),
    "a power of ten": lambda: ToScientific(Written("45000")).settle(lambda _: Written("4.5", 5)),
    "a zero lost": lambda: FromScientific(Written("3.2", 5)).settle(lambda _: Written("32000")),
    "a numeral's value": lambda: FromRoman("XIV").settle(lambda _: 16),
    "a numeral": lambda: ToRoman(number(4)).settle(lambda _: "IIII"),
    "the inner point": lambda: DivideOutside(P, Q, RATIO).settle(lambda p, q: (p + 2 * q) / 3),
    "a third": lambda: Trisect(P, Q).settle(lambda p, q, k: p + (q - p) * k / 4),
    "numbers of digits": lambda: NumbersMade(Made((0, 1, 2), 2)).settle(lambda _: 6),
    "the largest": lambda: ExtremeMade(Made((1, 2, 3), 3), largest=True).settle(lambda *_: 312),
    "consecutive": lambda: Consecutive(3, "sum", 51).settle(lambda _: [17]),
}


@pytest.mark.parametrize("settle", BROKEN.values(), ids=BROKEN)
def test_nothing_is_decided_when_a_route_errs(settle: Callable[[], object]) -> None:
    with pytest.raises(UndecidedError):
        settle()


def test_roman_numerals_agree_up_to_the_last() -> None:
    for value in range(1, 4000):
        assert by_signs(value) == by_places(value)
        assert in_a_row(by_places(value)) == value


@pytest.mark.parametrize("digits", [(0, 1, 2, 3, 4), (1, 3, 5, 7), (0, 0, 2, 3), (1, 1, 1, 2)])
@pytest.mark.parametrize(
    "conditions", [(), (Leaves(2),), (Leaves(5),), (Leaves(3),), (Leaves(4),), (Limit(">", 210),), (Limit("<=", 31),)]
)
def test_cases_count_what_can_be_written_down(digits: tuple[int, ...], conditions: tuple[Leaves | Limit, ...]) -> None:
    for length in (2, 3):
        made = Made(digits, length, conditions=conditions)
        try:
            cases = split(made)
        except UndecidedError:
            assert len(set(digits)) < len(digits)
            continue
        assert sum(case.count for case in cases) == len(every_number(made))


TAUGHT = (
    "Let U = {1, 2, 3, 4, 5, 6}, A = {1, 2, 3} and B = {3, 4}. Find (A ∪ B)^c.",
    "Is 3 an element of {1, 2, 3}?",
    "Is {1, 4} a subset of {1, 2, 3}?",
    "How many proper subsets does {a, b, c} have?",
    "List all subsets of {1, 2}.",
    "If n(A) = 12, n(B) = 9 and n(A ∩ B) = 4, find n(A ∪ B).",
    "How many significant figures does 0.00340 have?",
    "Write 45000 in scientific notation.",
    "Write 3.2 × 10^5 as an ordinary number.",
    "Convert MCMXCIX to Arabic numerals.",
    "Write 49 in Roman numerals.",
    "선분 AB를 3:1로 외분하는 점의 좌표는? (단, A(2, 1), B(4, 5))",
    "Find the points of trisection of the segment joining (2, 3) and (8, 6).",
    "How many even three-digit numbers can be formed from the digits 1, 2, 3, 4, 5 without repetition?",
    "What is the largest four-digit number that can be made with the digits 3, 8, 1, 6, each used once?",
    "The sum of three consecutive integers is 51. Find the three integers.",
    "The product of two consecutive positive integers is 72. What are the integers?",
)


@pytest.mark.parametrize("statement", TAUGHT)
def test_the_levels_are_taught_differently(statement: str) -> None:
    taught = [work(statement, level).passages for level in (Level.BEGINNER, Level.INTERMEDIATE, Level.ADVANCED)]
    assert all(taught)
    assert len(set(taught)) == len(taught)
