"""Sequences and series: every structure starts from its first term and its step."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.asking import calculate
from maths.generating.exercise import Made, Topic
from maths.generating.writing import number, polynomial, shown, term, total
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.generating.draw import Draw

TOPIC = Topic(
    "sequences",
    Message("Sequences and series"),
    "the sequence built up term by term in balls or fractions, in which every fact of the words is found again",
    ("sequence", "series", "arithmetic sequences", "geometric sequences", "progressions", "recursion", "수열",
     "등차수열", "등비수열", "수열의 합", "급수", "점화식", "수학적 귀납법"),
)  # fmt: skip
_RATIOS: list[Fraction | int] = [2, 3, 4, 5, 10, Fraction(1, 2), Fraction(1, 3)]


def _going_on(terms: Iterable[Fraction | int], last: int | None = None) -> Formula:
    """`3, 7, 11, ...`, up to the last term where there is one."""
    texts = [number(value) for value in terms]
    latex = [shown(text).latex for text in texts]
    end = [] if last is None else [str(last)]
    return Formula(", ".join([*texts, "...", *end]), ", ".join([*latex, r"\ldots", *end]))


def _series(terms: list[int], last: int) -> Formula:
    """`3 + 7 + 11 + ... + 43`."""
    start = total(str(value) for value in terms)
    end = f"+ {last}" if last >= 0 else f"- {-last}"
    return Formula(f"{start} + ... {end}", rf"{start} + \cdots {end}")


def _arithmetic(first: int, step: int, count: int) -> list[int]:
    return [first + step * k for k in range(count)]


def _geometric(first: Fraction | int, ratio: Fraction | int, count: int) -> list[Fraction | int]:
    return [first * Fraction(ratio) ** k for k in range(count)]


def _recursion(first: int, rule: str, latex: str, index: int, answer: Fraction | int) -> Made:
    """`rule` and `latex` say what the next term is made of."""
    given = Formula(f"a_1 = {first}, a_{{n+1}} = {rule}", f"a_{{1}} = {first}, a_{{n+1}} = {latex}")
    wanted = Formula(f"a_{index}", f"a_{{{index}}}")
    return Made(Message("If {given}, find the value of {wanted}.", given=given, wanted=wanted), number(answer))


def _next_term(terms: Iterable[Fraction | int], answer: Fraction | int) -> Made:
    listed = shown(", ".join(number(value) for value in terms))
    return Made(Message("Find the next term of the sequence {terms}.", terms=listed), number(answer))


def _arithmetic_in_words(first: int, step: int, index: int) -> Made:
    statement = Message("The first term of an arithmetic sequence is {first} and the common difference is {step}. "
                        "Find the {index}th term.",
                        first=shown(str(first)), step=shown(str(step)), index=index)  # fmt: skip
    return Made(statement, str(first + (index - 1) * step))


def _sum(body: str, letter: str, low: int, high: str, answer: Fraction | int) -> Made:
    return calculate(f"sum({body}, {letter}, {low}, {high})", number(answer))


def _sum_of(first: int, step: int, count: int) -> int:
    return count * (2 * first + (count - 1) * step) // 2


# Beginner


@TOPIC.beginner
def the_next_of_equal_steps(draw: Draw) -> Made:
    terms = _arithmetic(draw.signed(20), draw.signed(12), 5)
    return _next_term(terms[:4], terms[4])


@TOPIC.beginner
def the_next_of_equal_ratios(draw: Draw) -> Made:
    first, ratio = draw.signed(12), draw.signed(5, 1, -1)
    terms = _geometric(first, ratio, 5)
    return _next_term(terms[:4], terms[4])


@TOPIC.beginner
def a_term_of_equal_steps(draw: Draw) -> Made:
    first, step, index = draw.signed(15), draw.whole(2, 12), draw.whole(6, 20)
    statement = Message("Find the {index}th term of the arithmetic sequence {terms}.", index=index,
                        terms=_going_on(_arithmetic(first, step, 3)))  # fmt: skip
    return Made(statement, str(first + (index - 1) * step))


@TOPIC.beginner
def the_common_difference(draw: Draw) -> Made:
    step = draw.signed(15)
    terms = _going_on(_arithmetic(draw.signed(30), step, 4))
    return Made(Message("Find the common difference of the arithmetic sequence {terms}.", terms=terms), str(step))


@TOPIC.beginner
def the_common_ratio(draw: Draw) -> Made:
    first, ratio = draw.signed(15), draw.signed(6, 1, -1)
    terms = _going_on(_geometric(first, ratio, 4))
    return Made(Message("Find the common ratio of the geometric sequence {terms}.", terms=terms), str(ratio))


@TOPIC.beginner
def a_term_from_the_first_and_the_step(draw: Draw) -> Made:
    return _arithmetic_in_words(draw.signed(12), draw.whole(2, 9), draw.whole(5, 20))


@TOPIC.beginner
def a_term_of_a_falling_sequence(draw: Draw) -> Made:
    first, step, index = draw.whole(30, 99), draw.whole(2, 12), draw.whole(5, 20)
    statement = Message("Find the {index}th term of the arithmetic sequence {terms}.", index=index,
                        terms=_going_on(_arithmetic(first, -step, 4)))  # fmt: skip
    return Made(statement, str(first - (index - 1) * step))


@TOPIC.beginner
def a_term_of_equal_ratios(draw: Draw) -> Made:
    first, ratio, index = draw.whole(1, 9), draw.one_of([2, 3, -2]), draw.whole(5, 8)
    statement = Message("Find the {index}th term of the geometric sequence {terms}.", index=index,
                        terms=_going_on(_geometric(first, ratio, 3)))  # fmt: skip
    return Made(statement, str(first * ratio ** (index - 1)))


@TOPIC.beginner
def a_term_from_the_first_and_the_ratio(draw: Draw) -> Made:
    first, ratio, index = draw.signed(9), draw.one_of([2, 3, 10, -2]), draw.whole(4, 7)
    statement = Message("The first term of a geometric sequence is {first} and the common ratio is {ratio}. "
                        "Find the {index}th term.",
                        first=shown(str(first)), ratio=shown(str(ratio)), index=index)  # fmt: skip
    return Made(statement, str(first * ratio ** (index - 1)))


@TOPIC.beginner
def numbers_of_equal_steps_added(draw: Draw) -> Made:
    first, step, count = draw.whole(1, 9), draw.whole(1, 5), draw.whole(8, 25)
    terms = _arithmetic(first, step, count)
    return Made(Message("Calculate {expression}.", expression=_series(terms[:3], terms[-1])), str(sum(terms)))


@TOPIC.beginner
def how_many_terms(draw: Draw) -> Made:
    first, step, count = draw.signed(12), draw.whole(2, 9), draw.whole(8, 30)
    terms = _going_on(_arithmetic(first, step, 3), first + (count - 1) * step)
    return Made(Message("How many terms are in the arithmetic sequence {terms}?", terms=terms), str(count))


@TOPIC.beginner
def the_next_of_growing_steps(draw: Draw) -> Made:
    terms = _quadratic(draw, 6)
    return _next_term(terms[:5], terms[5])


def _quadratic(draw: Draw, count: int) -> list[Fraction | int]:
    a, b, c = draw.whole(1, 3), draw.whole(-3, 5), draw.signed(9)
    return [a * n * n + b * n + c for n in range(1, count + 1)]


@TOPIC.beginner
def a_rule_that_adds(draw: Draw) -> Made:
    first, step, index = draw.signed(12), draw.signed(9), draw.whole(4, 8)
    sign = "+" if step > 0 else "-"
    rule = (f"a_n {sign} {abs(step)}", f"a_{{n}} {sign} {abs(step)}")
    return _recursion(first, *rule, index, first + (index - 1) * step)


# Intermediate


@TOPIC.intermediate
def the_sum_of_listed_terms(draw: Draw) -> Made:
    first, step, count = draw.signed(12), draw.signed(9), draw.whole(8, 30)
    statement = Message("Find the sum of the first {count} terms of the arithmetic sequence {terms}.", count=count,
                        terms=_going_on(_arithmetic(first, step, 3)))  # fmt: skip
    return Made(statement, str(_sum_of(first, step, count)))


@TOPIC.intermediate
def the_sum_from_the_first_and_the_step(draw: Draw) -> Made:
    first, step, count = draw.signed(12), draw.signed(9), draw.whole(8, 30)
    statement = Message("The first term of an arithmetic sequence is {first} and the common difference is {step}. "
                        "Find the sum of the first {count} terms.",
                        first=shown(str(first)), step=shown(str(step)), count=count)  # fmt: skip
    return Made(statement, str(_sum_of(first, step, count)))


@TOPIC.intermediate
def the_rule_of_equal_steps(draw: Draw) -> Made:
    first, step = draw.signed(15), draw.signed(12)
    terms = _going_on(_arithmetic(first, step, 4))
    return Made(Message("Find a formula for the n-th term of the arithmetic sequence {terms}.", terms=terms),
                polynomial([step, first - step], "n"))  # fmt: skip


@TOPIC.intermediate
def the_rule_of_equal_ratios(draw: Draw) -> Made:
    first, ratio = draw.whole(1, 24), draw.one_of(_RATIOS)
    terms = _going_on(_geometric(first, ratio, 4))
    return Made(Message("Find a formula for the n-th term of the geometric sequence {terms}.", terms=terms),
                f"{first}*({number(ratio)})^(n - 1)")  # fmt: skip


def _two_terms(draw: Draw) -> tuple[int, int, int, int, int, int]:
    """First term and step, and two later terms by index and value."""
    first, step = draw.signed(12), draw.signed(7)
    low, high = draw.whole(4, 6), draw.whole(8, 15)
    return first, step, low, first + (low - 1) * step, high, first + (high - 1) * step


@TOPIC.intermediate
def the_step_from_two_terms(draw: Draw) -> Made:
    _, step, low, low_value, high, high_value = _two_terms(draw)
    statement = Message("In an arithmetic sequence, the {low}th term is {first} and the {high}th term is {second}. "
                        "Find the common difference.", low=low, first=shown(str(low_value)), high=high,
                        second=shown(str(high_value)))  # fmt: skip
    return Made(statement, str(step))


@TOPIC.intermediate
def the_first_term_from_two_terms(draw: Draw) -> Made:
    first, _, low, low_value, high, high_value = _two_terms(draw)
    statement = Message("In an arithmetic sequence, the {low}th term is {first} and the {high}th term is {second}. "
                        "Find the first term.", low=low, first=shown(str(low_value)), high=high,
                        second=shown(str(high_value)))  # fmt: skip
    return Made(statement, str(first))


@TOPIC.intermediate
def a_term_from_two_terms(draw: Draw) -> Made:
    first, step, low, low_value, high, high_value = _two_terms(draw)
    index = draw.whole(16, 20)
    statement = Message("In an arithmetic sequence, the {low}th term is {first} and the {high}th term is {second}. "
                        "Find the {index}th term.", low=low, first=shown(str(low_value)), high=high,
                        second=shown(str(high_value)), index=index)  # fmt: skip
    return Made(statement, str(first + (index - 1) * step))


@TOPIC.intermediate
def the_sum_of_equal_ratios(draw: Draw) -> Made:
    first, ratio, count = draw.signed(9), draw.one_of([2, 3, 4, -2, -3]), draw.whole(4, 8)
    statement = Message("The first term of a geometric sequence is {first} and the common ratio is {ratio}. "
                        "Find the sum of the first {count} terms.",
                        first=shown(str(first)), ratio=shown(str(ratio)), count=count)  # fmt: skip
    return Made(statement, str(first * (ratio**count - 1) // (ratio - 1)))


@TOPIC.intermediate
def a_sum_of_linear_terms(draw: Draw) -> Made:
    a, b, high = draw.whole(1, 6), draw.signed(9), draw.whole(8, 30)
    return _sum(polynomial([a, b], "k"), "k", 1, str(high), sum(a * k + b for k in range(1, high + 1)))


@TOPIC.intermediate
def a_rule_that_multiplies_and_adds(draw: Draw) -> Made:
    first, factor, step, index = draw.whole(1, 6), draw.whole(2, 3), draw.signed(5), draw.whole(4, 6)
    value = first
    for _ in range(index - 1):
        value = factor * value + step
    sign = "+" if step > 0 else "-"
    rule = (f"{factor}*a_n {sign} {abs(step)}", f"{factor}a_{{n}} {sign} {abs(step)}")
    return _recursion(first, *rule, index, value)


@TOPIC.intermediate
def the_ratio_from_two_terms(draw: Draw) -> Made:
    first, ratio, low = draw.signed(6), draw.one_of([2, 3, 4, 5, -2, -3]), draw.whole(4, 6)
    statement = Message("In a geometric sequence, the {low}th term is {first} and the {high}th term is {second}. "
                        "Find the common ratio.", low=low, first=shown(str(first)), high=low + 3,
                        second=shown(str(first * ratio**3)))  # fmt: skip
    return Made(statement, str(ratio))


@TOPIC.intermediate
def the_first_term_from_a_term_and_the_step(draw: Draw) -> Made:
    first, step, index = draw.signed(20), draw.signed(9), draw.whole(4, 20)
    statement = Message("The {index}th term of an arithmetic sequence is {value} and the common difference is {step}. "
                        "Find the first term.", index=index, value=shown(str(first + (index - 1) * step)),
                        step=shown(str(step)))  # fmt: skip
    return Made(statement, str(first))


@TOPIC.intermediate
def a_falling_series(draw: Draw) -> Made:
    first, step, count = draw.whole(30, 90), draw.whole(2, 9), draw.whole(8, 20)
    terms = _arithmetic(first, -step, count)
    return Made(Message("Calculate {expression}.", expression=_series(terms[:3], terms[-1])), str(sum(terms)))


# Advanced


@TOPIC.advanced
def an_infinite_sum_in_words(draw: Draw) -> Made:
    first, ratio = draw.signed(12), draw.fraction(7, below_one=True) * draw.one_of([1, -1])
    statement = Message("Find the sum of the infinite geometric series with first term {first} and "
                        "common ratio {ratio}.", first=shown(str(first)), ratio=shown(number(ratio)))  # fmt: skip
    return Made(statement, number(first / (1 - ratio)), form="lowest")


@TOPIC.advanced
def an_infinite_sum(draw: Draw) -> Made:
    a, bottom, low = draw.whole(1, 9), draw.whole(2, 9), draw.whole(0, 3)
    return _sum(f"{a}/{bottom}^k", "k", low, "oo", Fraction(a, bottom**low) / (1 - Fraction(1, bottom)))


@TOPIC.advanced
def a_sum_of_squares(draw: Draw) -> Made:
    a, b, c, high = draw.whole(1, 3), draw.signed(5), draw.signed(5), draw.whole(8, 20)
    return _sum(polynomial([a, b, c], "k"), "k", 1, str(high), sum(a * k * k + b * k + c for k in range(1, high + 1)))


@TOPIC.advanced
def a_sum_that_collapses(draw: Draw) -> Made:
    shift, high, a = draw.whole(0, 5), draw.whole(9, 99), draw.whole(1, 4)
    low = "k" if shift == 0 else f"(k + {shift})"
    value = a * (Fraction(1, shift + 1) - Fraction(1, high + shift + 1))
    return _sum(f"{a}/({low}*(k + {shift + 1}))", "k", 1, str(high), value)


@TOPIC.advanced
def a_sum_of_powers(draw: Draw) -> Made:
    base, a, high = draw.whole(2, 5), draw.whole(1, 6), draw.whole(5, 8)
    return _sum(f"{term(a, f'{base}^k')}", "k", 1, str(high), sum(a * base**k for k in range(1, high + 1)))


@TOPIC.advanced
def the_first_of_equal_ratios_from_two_terms(draw: Draw) -> Made:
    first, ratio, low = draw.signed(9), draw.one_of([2, 3, -2]), draw.whole(4, 5)
    statement = Message("In a geometric sequence, the {low}th term is {first} and the {high}th term is {second}. "
                        "Find the first term.", low=low, first=shown(str(first * ratio ** (low - 1))), high=low + 3,
                        second=shown(str(first * ratio ** (low + 2))))  # fmt: skip
    return Made(statement, str(first))


@TOPIC.advanced
def a_geometric_series_with_dots(draw: Draw) -> Made:
    first, ratio, count = draw.whole(1, 9), draw.whole(2, 4), draw.whole(5, 8)
    terms = [first * ratio**k for k in range(count)]
    return Made(Message("Calculate {expression}.", expression=_series(terms[:3], terms[-1])), str(sum(terms)))


@TOPIC.advanced
def two_terms_make_the_next(draw: Draw) -> Made:
    first, second, a, index = draw.whole(1, 5), draw.whole(1, 6), draw.whole(1, 3), draw.whole(6, 8)
    values = [first, second]
    while len(values) < index:
        values.append(values[-1] + a * values[-2])
    given = Formula(
        f"a_1 = {first}, a_2 = {second}, a_{{n+2}} = a_{{n+1}} + {term(a, 'a_n')}",
        f"a_{{1}} = {first}, a_{{2}} = {second}, a_{{n+2}} = a_{{n+1}} + {'' if a == 1 else a}a_{{n}}",
    )
    wanted = Formula(f"a_{index}", f"a_{{{index}}}")
    return Made(Message("If {given}, find the value of {wanted}.", given=given, wanted=wanted), str(values[-1]))


@TOPIC.advanced
def the_rule_of_growing_steps(draw: Draw) -> Made:
    a, b, c = draw.whole(1, 3), draw.whole(-3, 5), draw.signed(9)
    terms = _going_on(a * n * n + b * n + c for n in range(1, 6))
    return Made(Message("Find the n-th term of the sequence {terms}.", terms=terms), polynomial([a, b, c], "n"))


@TOPIC.advanced
def a_rule_with_the_index(draw: Draw) -> Made:
    first, a, index = draw.signed(9), draw.whole(1, 5), draw.whole(5, 9)
    value = first + a * sum(range(1, index))
    return _recursion(first, f"a_n + {term(a, 'n')}", f"a_{{n}} + {'' if a == 1 else a}n", index, value)


@TOPIC.advanced
def a_sum_of_cubes(draw: Draw) -> Made:
    a, b, high = draw.whole(1, 4), draw.signed(6), draw.whole(5, 12)
    return _sum(polynomial([a, 0, b, 0], "k"), "k", 1, str(high), sum(a * k**3 + b * k for k in range(1, high + 1)))


@TOPIC.advanced
def a_fractional_rule(draw: Draw) -> Made:
    first, index = draw.whole(1, 9), draw.whole(4, 9)
    c = draw.whole(1, 4)
    # the reciprocals rise by c
    value = 1 / (Fraction(1, first) + c * (index - 1))
    below = f"{c}a_{{n}}" if c > 1 else "a_{n}"
    return _recursion(first, f"a_n/({term(c, 'a_n')} + 1)", rf"\frac{{a_{{n}}}}{{{below} + 1}}", index, value)


@TOPIC.advanced
def the_sum_from_two_terms(draw: Draw) -> Made:
    first, step, low, low_value, high, high_value = _two_terms(draw)
    count = draw.whole(10, 30)
    statement = Message("In an arithmetic sequence, the {low}th term is {first} and the {high}th term is {second}. "
                        "Find the sum of the first {count} terms.", low=low, first=shown(str(low_value)), high=high,
                        second=shown(str(high_value)), count=count)  # fmt: skip
    return Made(statement, str(_sum_of(first, step, count)))


@TOPIC.advanced
def the_index_times_a_power(draw: Draw) -> Made:
    base, a, high = draw.whole(2, 5), draw.whole(1, 7), draw.whole(4, 9)
    value = sum(a * k * base**k for k in range(1, high + 1))
    return _sum(f"{term(a, 'k')}*{base}^k", "k", 1, str(high), value)
