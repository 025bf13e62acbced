"""Whole numbers, comparison, digits, measures and times: read in both languages, decided rightly or not at all."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from maths.check import check
from maths.decide import decide
from maths.families.measuring.clock import Between, Later, Time
from maths.families.measuring.measurement import Amount, ConvertUnits
from maths.families.measuring.units import UNITS, ratio
from maths.families.numbers.bases import Convert, Numeral
from maths.families.numbers.comparison import Closest, Compare, Extreme, Sort
from maths.families.numbers.divisibility import Divides, GreatestDivisor, LeastMultiple, Remainder
from maths.families.numbers.primes import Divisors, Prime, PrimeFactors
from maths.families.numbers.rounding import Digit, Grid, Round
from maths.families.settled import UndecidedError
from maths.families.written import Written
from maths.grading.zero import same_value
from maths.message import Formula, Message
from maths.phrasing import lexicon
from maths.phrasing.lexicon_definitions import DEFINING
from maths.phrasing.lexicon_numbers import NUMBERS
from maths.phrasing.lexicon_polynomials import POLYNOMIALS
from maths.read import read
from maths.steps import work
from maths.tree import Relation, names
from maths.verdict import Level, SectionKind, Standing
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ANSWERS = {
    # divisors, multiples, primes
    "What is the highest common factor of 84 and 126?": "42",
    "gcd of 12, 18 and 30": "6",
    "Find the LCM of 4 and 6.": "12",
    "What is the common denominator of 5/12 and -7/18?": "36",
    "84와 126의 최대공약수를 구하시오.": "42",
    "12, 18, 30의 최소공배수는 얼마입니까?": "180",
    "Is 91 prime?": "False",
    "Is 91 prime or composite?": "composite",
    "Is 97 a prime number?": "True",
    "Is 1 a composite number?": "False",
    "97은 소수인가요?": "True",
    "91은 합성수입니까?": "True",
    "Does 7 divide 91?": "True",
    "Is 8 a factor of 100?": "False",
    "Is 91 divisible by 7?": "True",
    "Is 100 a multiple of 8?": "False",
    "91은 7로 나누어떨어지나요?": "True",
    "8은 100의 약수인가요?": "False",
    "100은 8의 배수입니까?": "False",
    "What is the remainder when 100 is divided by 7?": "2",
    "When 100 is divided by 7, what is the remainder?": "2",
    "100을 7로 나눈 나머지를 구하시오.": "2",
    "100을 7로 나누었을 때의 몫과 나머지를 구하시오.": "14, 2",
    "What are the prime factors of 360?": "2, 3, 5",
    "Write 360 as a product of prime factors.": "2**3*3**2*5",
    "Factor 360.": "2**3*3**2*5",
    "360을 소인수분해하시오.": "2**3*3**2*5",
    "360의 소인수를 모두 구하시오.": "2, 3, 5",
    "List the factors of 28.": "1, 2, 4, 7, 14, 28",
    "How many factors does 28 have?": "6",
    "28의 약수의 합을 구하시오.": "56",
    "28의 약수는 모두 몇 개입니까?": "6",
    # comparison
    "Is -3/5 <= -1?": "False",
    "Is 0.5 equal to 1/2?": "True",
    "Let c = 3 - 17. Does -14 = c?": "True",
    "Are 3 and -3 non-equal?": "True",
    "Is 7 at least as big as 15/2?": "False",
    "Which is bigger: 3/4 or 5/7?": "3/4",
    "Which is smaller, sqrt(2) or 1.42?": "sqrt(2)",
    "Calculate (4 - sqrt(5))^3.": "124 - 53*sqrt(5)",
    "(-5 - i)^3을 계산하시오.": "-110 - 74*i",
    "What is the second biggest value in 2/3, 0.098, -4?": "0.098",
    "Which is the third smallest value?  (a) 3  (b) -2  (c) -129/13  (d) -0.11": "d",
    "What is the nearest to 2/5 in 0.1, 1, -3?": "0.1",
    "Which is the closest to -3?  (a) 1  (b) -4.5  (c) -1": "b",
    "Sort 3/4, -2, 0.7 in descending order.": "3/4, 0.7, -2",
    "Arrange the numbers 5, -1, 1/2 from smallest to largest.": "-1, 1/2, 5",
    "3/4과 5/7 중 더 큰 수는 무엇입니까?": "3/4",
    "3은 5보다 작습니까?": "True",
    "7은 15/2 이상입니까?": "False",
    "1/2과 0.5는 같습니까?": "True",
    "2/3, 0.098, -4 중에서 두 번째로 큰 수를 구하시오.": "0.098",
    "0.1, 1, -3 중에서 2/5에 가장 가까운 수는?": "0.1",
    "3/4, -2, 0.7을 내림차순으로 정렬하시오.": "3/4, 0.7, -2",
    "5, -1, 1/2을 작은 수부터 차례로 쓰시오.": "-1, 1/2, 5",
    # digits
    "Round 3.14159 to 2 decimal places.": "3.14",
    "What is -13155.6459 rounded to the nearest ten?": "-13160",
    "Round 0.034567 to 3 significant figures.": "0.0346",
    "Round 99.96 to 3 significant figures.": "100",
    "Round -0.0996 to 2 significant figures.": "-0.10",
    "Round 2.5 to the nearest integer.": "3",
    "Round 3.7 down to the nearest integer.": "3",
    "Round up 3412 to the nearest hundred.": "3500",
    "What is the cube root of 1000000007 to the nearest integer?": "1000",
    "What is 50 to the power of 1/2, to the nearest integer?": "7",
    "3.14159를 소수 셋째 자리에서 반올림하시오.": "3.14",
    "1276을 십의 자리까지 반올림하세요.": "1280",
    "1234를 올림하여 백의 자리까지 나타내시오.": "1300",
    "What is the hundreds digit of 56789?": "7",
    "What is the tenths digit of 3.14?": "1",
    "56789의 백의 자리 숫자를 구하시오.": "7",
    "In base 5, what is 3 + -41?": "-33",
    "What is -462a7 (base 12) in base 8?": "-267037",
    "Convert 255 (base 10) to base 16.": "ff",
    "Convert FF (base 16) to base 10.": "255",
    "Convert 45 to binary.": "101101",
    "이진법의 수 1011을 십진법으로 나타내시오.": "11",
    "45를 이진법으로 나타내시오.": "101101",
    "5진법에서 3 + -41은 얼마입니까?": "-33",
    "What is -7 less than 2?": "9",
    "What is the distance between -3 and 4.5?": "7.5",
    "7에서 3을 뺀 값은?": "4",
    "3과 -5의 차를 구하시오.": "8",
    # measures and times
    "How many millimeters are there in 7/8 of a meter?": "875",
    "Convert 3.5 km to m.": "3500",
    "What is 0.25 weeks in hours?": "42",
    "What is fourteen thirds of a week in hours?": "784",
    "Convert 2 hours 15 minutes to minutes.": "135",
    "3.5km를 m로 나타내시오.": "3500",
    "1시간 30분은 모두 몇 분입니까?": "90",
    "8분의 7미터는 몇 밀리미터인가요?": "875",
    "How many minutes are there between 6:28 PM and 1:37 AM?": "429",
    "What is 212 minutes after 11:01 PM?": "2:33 AM",
    "What is 12 minutes before 12:05 AM?": "11:53 PM",
    "How many hours are there between 09:30 and 14:00?": "4.5",
    "오후 6시 28분부터 오전 1시 37분까지는 몇 분입니까?": "429",
    "오후 11시 1분에서 212분 후는 몇 시 몇 분입니까?": "오전 2시 33분",
    # with definitions before the question
    "Let b = 100 - 9. Is b a prime number?": "False",
    "Let v = -5. Which is smaller: v or -116/25?": "v",
    "Suppose 2*m + 10 = 0. Put 1/2, m, -3 in descending order.": "1/2, -3, m",
}


@pytest.mark.parametrize(("problem", "answer"), ANSWERS.items(), ids=ANSWERS.keys())
def test_the_answer_is_typed_as_the_question_wants_it(problem: str, answer: str) -> None:
    decision = decide(problem)
    assert decision.answer is not None, str(decision.reason)
    assert decision.answer.typed == answer
    assert decision.method is not None


UNDECIDED = [
    "Is 121 not prime?",
    "121은 소수가 아닌가요?",
    "Is 12 not divisible by 5?",
    "12는 5로 나누어떨어지지 않습니까?",
    "How many of 3, 5, 9 are prime?",
    "How many of the factors of 36 are prime?",
    "How many prime factors does 12 have?",
    "What is the sum of the prime factors of 12?",
    "Is 7 a prime factor of 91?",
    "Is 0.5 prime?",
    "Is -7 prime?",
    "Is x prime?",
    "What is the remainder when -17 is divided by 5?",
    "What is the remainder when 17 is divided by 0?",
    "What is the remainder when 17.5 is divided by 5?",
    "What is the quotient when 17 is divided by 5?",
    "gcd of 12,100 and 5",
    "gcd of 12",
    "gcd of 12 and 18 and their lcm",
    "common denominator of 2/4 and 1/6",
    "Which is bigger: 3 or 3.0?",
    "Which is bigger in absolute value: -5 or 3?",
    "Which is not bigger: 3 or 5?",
    "Which is further from 0: -5 or 3?",
    "What is the fifth biggest value in 1, 2, 3?",
    "What is the second biggest value in 3, 3, 1?",
    "What is the closest to 2 in 1, 3?",
    "What is the farthest from 2 in 1, 5?",
    "Which is the closest integer to 2.4?",
    "Sort 5,3,100 in ascending order.",
    "Sort 3, x, 1.",
    "Arrange 3, 1, 2 in order of absolute value.",
    "Sort 3, -1, 2 in ascending order of their squares.",
    "Put 3, 1, 2 in any order.",
    "Which is the third biggest value?  (a) 3  (c) 5  (b) 4",
    "Round -2.5 to the nearest integer.",
    "Round 3.14159.",
    "Round -3.7 down to the nearest integer.",
    "Round 3.7 up and down to the nearest integer.",
    "Round 3.14159 to 2 decimal places and then to 1.",
    "Round 0 to 3 significant figures.",
    "What is the thousands digit of 56?",
    "What is the last digit but one of 56?",
    "What is the tenths digit of 1/3?",
    "What is the tenth digit of 3.14159265358979?",
    "What is the last digit of 3.14?",
    "Which is greater: 5 m or 500 cm?",
    "Is 17 greater than 12 and less than 15?",
    "What is 5% of 3 km in m?",
    "Convert 101 to base 8.",
    "Convert 129 (base 8) to base 10.",
    "Convert 12 (base 1) to base 10.",
    "What is 12 (base 8) in base 10 and base 2?",
    "How many days are there in 3 months?",
    "How many days are there in 2 years?",
    "How many kilograms are there in 3 meters?",
    "Convert 5 square meters to cm.",
    "Convert 3 ounces to grams.",
    "How many minutes are there in 2 hours and how many seconds?",
    "What is 3 m in cm in mm?",
    "Convert 30 minutes 2 hours to minutes.",
    "How many minutes are there between 9:30 and 11:00?",
    "How many minutes are there between 4:42 PM and 4:26 PM?",
    "How many minutes are there between 9:30 PM and 25:10?",
    "What is 30 minutes after 9:75 PM?",
    "What is 30 minutes after 13:10 PM?",
    "What is 10 seconds after 9:15 PM?",
    "What is 3 months after 9:15 PM?",
    "What is 30 minutes after 9:45?",
    "3과 5 중 더 작지 않은 수는?",
    "음수 -2.5를 일의 자리까지 반올림하시오.",
    "9시 30분에서 20분 후는 몇 시 몇 분입니까?",
    "3개월은 며칠입니까?",
    "100을 7로 나눈 값의 나머지의 합은?",
]


@pytest.mark.parametrize("problem", UNDECIDED)
def test_a_negation_a_trick_or_a_gap_is_not_decided(problem: str) -> None:
    """Leftover words, what was not stated, and what different people count differently."""
    decision = decide(problem)
    assert decision.answer is None, decision.answer
    assert decision.reason is not None


@pytest.mark.parametrize("problem", ANSWERS)
@pytest.mark.parametrize("level", list(Level))
def test_every_number_question_is_taught_whole_at_every_level(problem: str, level: Level) -> None:
    """Five sections in both languages, and every formula in them reads back and is true."""
    worked = work(problem, level)
    assert [passage.kind for passage in worked.passages] == list(SectionKind)
    for passage in worked.passages:
        for line in passage.lines:
            english, korean = say(line, Language.ENGLISH), say(line, Language.KOREAN)
            assert english != korean
            assert not any(sign in text for text in (english, korean) for sign in ("{", "\\", "$", "None", "  "))
            for formula in formulas_of(line):
                _is_true(formula.typed)


def formulas_of(message: Message) -> Iterator[Formula]:
    for _, argument in message.arguments:
        if isinstance(argument, Formula):
            yield argument
        elif isinstance(argument, Message):
            yield from formulas_of(argument)


def _is_true(typed: str) -> None:
    node = read(typed) if typed not in set("abcdefgh") else Relation((), ())
    if not isinstance(node, Relation) or names(node):
        return
    for (left, right), operator in zip(pairwise(node.operands), node.operators, strict=True):
        assert operator in {"=", "<", ">", "<=", ">=", "!="}
        if operator == "=":
            assert same_value(left, right) is True, typed


CHECKED = [
    ("Is 97 prime?", "True", Standing.VERIFIED),
    ("Is 97 prime?", "False", Standing.REFUTED),
    ("What is 212 minutes after 11:01 PM?", "2:33 AM", Standing.VERIFIED),
    ("What is 212 minutes after 11:01 PM?", "02:33", Standing.VERIFIED),
    ("What is 212 minutes after 11:01 PM?", "오전 2시 33분", Standing.VERIFIED),
    ("What is 212 minutes after 11:01 PM?", "2:33 PM", Standing.REFUTED),
    ("What is 212 minutes after 11:01 PM?", "2:33", Standing.UNCHECKED),
    ("Which is the closest to -3?  (a) 1  (b) -4.5  (c) -1", "b", Standing.VERIFIED),
    ("Which is the closest to -3?  (a) 1  (b) -4.5  (c) -1", "(B)", Standing.VERIFIED),
    ("Which is the closest to -3?  (a) 1  (b) -4.5  (c) -1", "-4.5", Standing.VERIFIED),
    ("Which is the closest to -3?  (a) 1  (b) -4.5  (c) -1", "c", Standing.REFUTED),
    ("Convert 255 (base 10) to base 16.", "FF", Standing.VERIFIED),
    ("Convert 255 (base 10) to base 16.", "FF_16", Standing.VERIFIED),
    ("Convert 255 (base 10) to base 16.", "FE", Standing.REFUTED),
    ("Convert 486 (base 10) to base 16.", "1e6", Standing.VERIFIED),
    ("Convert 486 (base 10) to base 16.", "1000000", Standing.REFUTED),
    ("Convert 3.5 km to m.", "3500", Standing.VERIFIED),
    ("Convert 3.5 km to m.", "3500 m", Standing.VERIFIED),
    ("Convert 3.5 km to m.", "350 m", Standing.REFUTED),
    ("Convert 3.5 km to m.", "3500 cm", Standing.UNCHECKED),
    ("Sort 3/4, -2, 0.7 in descending order.", "0.75, 7/10, -2", Standing.VERIFIED),
    ("Sort 3/4, -2, 0.7 in descending order.", "-2, 0.7, 3/4", Standing.REFUTED),
    ("Sort 3/4, -2, 0.7 in descending order.", "3/4 > 0.7 > -2", Standing.VERIFIED),
    ("Let v = -5. Which is smaller: v or 3?", "v", Standing.VERIFIED),
    ("Let v = -5. Which is smaller: v or 3?", "-5", Standing.VERIFIED),
    ("Write 360 as a product of prime factors.", "2^3*3^2*5", Standing.VERIFIED),
    ("Write 360 as a product of prime factors.", "360", Standing.UNCHECKED),
    ("What are the prime factors of 12?", "2, 3", Standing.VERIFIED),
    ("What are the prime factors of 12?", "2, 2, 3", Standing.VERIFIED),
    ("What are the prime factors of 12?", "2, 3, 5", Standing.REFUTED),
]


@pytest.mark.parametrize(("problem", "answer", "standing"), CHECKED)
def test_answers_in_the_forms_people_write_are_judged(problem: str, answer: str, standing: Standing) -> None:
    assert check(problem, answer).standing is standing


def _written(text: str) -> Written:
    return Written(read(text), read(text))


BROKEN: dict[str, Callable[[], object]] = {
    "wrong gcd": lambda: GreatestDivisor((read("12"), read("18"))).settle(lambda _: 3),
    "wrong lcm": lambda: LeastMultiple((read("4"), read("6"))).settle(lambda _: 24),
    "wrong division": lambda: Divides(read("7"), read("91")).settle(lambda *_: (12, 7)),
    "wrong remainder": lambda: Remainder(read("100"), read("7")).settle(lambda *_: (13, 9)),
    "a factor lost": lambda: PrimeFactors(read("12")).settle(lambda _: [(2, 1), (3, 1)]),
    "a composite called prime": lambda: Prime(read("91")).settle(lambda n: [(n, 1)]),
    "a divisor lost": lambda: Divisors(read("12")).settle(lambda _: [1, 2, 3, 4, 12]),
    "wrong rounding": lambda: Round(read("3.14"), Grid()).settle(lambda *_: 4),
    "wrong digit": lambda: Digit(read("123"), 1).settle(lambda *_: 3),
    "wrong digits": lambda: Convert(Numeral("255"), 10, 16).settle(lambda *_: "fe"),
    "wrong unit": lambda: ConvertUnits((Amount(read("3"), "km"),), "m").settle(lambda *_: 100),  # type: ignore[arg-type, return-value]
    "wrong time": lambda: Later(Time(60), (Amount(read("30"), "min"),)).settle(lambda *_: 91),
    "wrong span": lambda: Between(Time(60), Time(90), "min").settle(lambda *_: 31),
}


@pytest.mark.parametrize("settle", BROKEN.values(), ids=BROKEN.keys())
def test_when_the_routes_differ_nothing_is_decided(settle: Callable[[], object]) -> None:
    with pytest.raises(UndecidedError):
        settle()


def test_equal_numbers_leave_no_choice() -> None:
    """Ties: neither rank nor closeness picks one."""
    same = lambda *_: 0  # noqa: E731 - a comparison that sees no difference
    options = (_written("1"), _written("2"))
    with pytest.raises(UndecidedError):
        Extreme(options, 1, largest=True).settle(same)
    with pytest.raises(UndecidedError):
        Closest(read("0"), options).settle(same)
    assert Compare((read("1"), read("2")), ("=",)).settle(same).answer.typed == "True"
    assert Sort(options).settle(same).answer.typed == "1, 2"


def test_the_two_tables_of_units_agree() -> None:
    """Every unit is worth the same by its own factor and through its neighbours."""
    for source in UNITS.values():
        for target in UNITS.values():
            if source.kind == target.kind:
                assert ratio(source, target) == source.factor / target.factor, (source.name, target.name)


def test_no_meaning_is_defined_in_two_lexicons() -> None:
    """A phrase of one would silently replace the other's."""
    keys = [*lexicon._SOURCES, *DEFINING, *NUMBERS, *POLYNOMIALS]
    assert len(keys) == len(set(keys))
