"""Whole numbers, the negative ones too: every answer by plain arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.sums import figure, joined, listed, signed, worked
from maths.generating.writing import shown
from maths.message import Formula, Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "integers",
    Message("Integers"),
    "SymPy and python-flint on the words; ranges tried number by number",
    ("integers", "negative numbers", "absolute value", "정수", "정수의 계산", "음수", "절댓값", "정수와 유리수"),
)


# Beginner: one step


@TOPIC.beginner
def a_positive_is_added_to_a_negative(draw: Draw) -> Made:
    a, b = draw.whole(2, 30), draw.whole(2, 30)
    return worked(f"-{a} + {b}", b - a)


@TOPIC.beginner
def a_larger_number_is_taken_away(draw: Draw) -> Made:
    a = draw.whole(1, 20)
    b = draw.whole(a + 1, 40)
    return worked(f"{a} - {b}", a - b)


@TOPIC.beginner
def a_negative_is_added(draw: Draw) -> Made:
    a, b = draw.signed(20), draw.whole(1, 20)
    return worked(f"{signed(a)} + (-{b})", a - b)


@TOPIC.beginner
def a_negative_is_taken_away(draw: Draw) -> Made:
    a, b = draw.signed(20), draw.whole(1, 20)
    return worked(f"{signed(a)} - (-{b})", a + b)


@TOPIC.beginner
def a_product_with_signs(draw: Draw) -> Made:
    a, b = -draw.whole(2, 12), draw.signed(12, 1, -1)
    return worked(f"{signed(a)}*{signed(b)}", a * b)


@TOPIC.beginner
def a_quotient_with_signs(draw: Draw) -> Made:
    quotient, b = draw.signed(12), -draw.whole(2, 9)
    return worked(f"{signed(quotient * b)}/{signed(b)}", quotient)


@TOPIC.beginner
def one_is_taken_from_the_other_in_words(draw: Draw) -> Made:
    a, b = draw.signed(20), draw.signed(20)
    return Made(Message("Subtract {first} from {second}.", first=figure(a), second=figure(b)), str(b - a))


@TOPIC.beginner
def two_numbers_in_words(draw: Draw) -> Made:
    a, b = draw.signed(30), draw.signed(30)
    return Made(Message("What is the sum of {first} and {second}?", first=figure(a), second=figure(b)), str(a + b))


@TOPIC.beginner
def so_much_less(draw: Draw) -> Made:
    a, b = draw.whole(2, 20), draw.signed(15)
    return Made(Message("What is {first} less than {second}?", first=figure(a), second=figure(b)), str(b - a))


@TOPIC.beginner
def so_much_more(draw: Draw) -> Made:
    a, b = draw.whole(2, 20), -draw.whole(2, 30)
    return Made(Message("What is {first} more than {second}?", first=figure(a), second=figure(b)), str(b + a))


@TOPIC.beginner
def how_far_apart(draw: Draw) -> Made:
    a, b = draw.whole(1, 20), -draw.whole(1, 20)
    return Made(Message("What is the distance between {first} and {second}?", first=figure(a), second=figure(b)),
                str(a - b))  # fmt: skip


@TOPIC.beginner
def which_of_two_is_smaller(draw: Draw) -> Made:
    a, b = draw.several(2, -30, -1)
    return Made(Message("Which is smaller, {first} or {second}?", first=figure(a), second=figure(b)), str(min(a, b)),
                given_back=True)  # fmt: skip


@TOPIC.beginner
def four_numbers_rising(draw: Draw) -> Made:
    found = draw.several(4, -15, 15)
    return Made(Message("Sort {values} in increasing order.", values=listed(found)), joined(sorted(found)), type="list",
                ordered=True)  # fmt: skip


@TOPIC.beginner
def the_largest_of_four(draw: Draw) -> Made:
    found = draw.several(4, -30, 2)
    return Made(Message("What is the largest of {values}?", values=listed(found)), str(max(found)))


# Intermediate: several steps, powers, ranges


@TOPIC.intermediate
def three_terms_with_signs(draw: Draw) -> Made:
    a, b, c = draw.signed(20), -draw.whole(1, 20), -draw.whole(1, 20)
    return worked(f"{signed(a)} - {signed(b)} + {signed(c)}", a - b + c)


@TOPIC.intermediate
def three_factors_with_signs(draw: Draw) -> Made:
    a, b, c = -draw.whole(2, 6), -draw.whole(2, 6), draw.signed(6)
    return worked(f"{signed(a)}*{signed(b)}*{signed(c)}", a * b * c)


@TOPIC.intermediate
def a_square_in_and_out_of_brackets(draw: Draw) -> Made:
    a, b = draw.whole(2, 12), draw.whole(2, 12)
    return worked(f"(-{a})^2 - {b}^2", a**2 - b**2)


@TOPIC.intermediate
def a_product_and_a_quotient(draw: Draw) -> Made:
    a, b, c, quotient = draw.whole(2, 9), draw.signed(9), draw.whole(2, 9), draw.signed(9)
    return worked(f"(-{a})*{signed(b)} + {signed(c * quotient)}/(-{c})", -a * b - quotient)


@TOPIC.intermediate
def a_bracket_of_signs(draw: Draw) -> Made:
    a, b, c = draw.signed(9), draw.whole(1, 15), draw.whole(1, 15)
    return worked(f"{signed(a)}*({b} - {b + c})", a * -c)


@TOPIC.intermediate
def how_many_lie_strictly_between(draw: Draw) -> Made:
    low, high = -draw.whole(2, 20), draw.whole(2, 20)
    return Made(
        Message("How many integers are strictly between {low} and {high}?", low=figure(low), high=figure(high)),
        str(high - low - 1),
    )


@TOPIC.intermediate
def how_many_from_one_to_the_other(draw: Draw) -> Made:
    low, high = -draw.whole(2, 25), draw.whole(2, 25)
    return Made(
        Message("How many integers are there from {low} to {high}?", low=figure(low), high=figure(high)),
        str(high - low + 1),
    )


@TOPIC.intermediate
def a_negative_value_is_put_in(draw: Draw) -> Made:
    a, b, c, x = draw.whole(2, 6), draw.whole(2, 9), draw.whole(1, 20), -draw.whole(1, 7)
    return Made(
        Message("Find the value of {expression} when {given}.", expression=shown(f"{a}*x^2 + {b}*x - {c}"),
                given=shown(f"x = {x}")),
        str(a * x**2 + b * x - c),
    )  # fmt: skip


@TOPIC.intermediate
def five_numbers_falling(draw: Draw) -> Made:
    found = draw.several(5, -40, 40)
    return Made(Message("Sort {values} in decreasing order.", values=listed(found)),
                joined(sorted(found, reverse=True)), type="list", ordered=True)  # fmt: skip


@TOPIC.intermediate
def which_lies_closest(draw: Draw) -> Made:
    target, side = draw.signed(20), draw.one_of([1, -1])
    a, b, c = draw.several(3, 1, 15)
    found = draw.shuffled([target + side * a, target - side * (b + 15), target + side * (c + 30)])
    return Made(Message("Which of {values} is closest to {target}?", values=listed(found), target=figure(target)),
                str(target + side * a))  # fmt: skip


@TOPIC.intermediate
def absolute_values_are_combined(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 20), draw.whole(2, 20), draw.whole(2, 9)
    return worked(f"abs(-{a}) - {c}*abs({b})", a - c * b)


@TOPIC.intermediate
def the_average_of_four(draw: Draw) -> Made:
    mean, a, b, c = draw.signed(9), draw.signed(12), draw.signed(12), draw.signed(12)
    found = [a, b, c, 4 * mean - a - b - c]
    return Made(Message("What is the average of {values}?", values=listed(found)), str(mean))


@TOPIC.intermediate
def the_second_largest(draw: Draw) -> Made:
    found = draw.several(5, -30, 10)
    return Made(Message("What is the second largest of {values}?", values=listed(found)), str(sorted(found)[-2]))


# Advanced: conditions on integers, powers of -1, brackets in brackets


@TOPIC.advanced
def how_many_within_a_distance(draw: Draw) -> Made:
    a, reach = draw.signed(20), draw.whole(2, 20)
    return Made(
        Message("How many integers {letter} satisfy {condition}?", letter=shown("x"),
                condition=shown(f"abs(x {'-' if a > 0 else '+'} {abs(a)}) < {reach}")),
        str(2 * reach - 1),
    )  # fmt: skip


@TOPIC.advanced
def the_sum_of_those_within_a_distance(draw: Draw) -> Made:
    a, reach = draw.signed(15), draw.whole(2, 12)
    return Made(
        Message("Find the sum of all integers {letter} that satisfy {condition}.", letter=shown("x"),
                condition=shown(f"abs(x {'-' if a > 0 else '+'} {abs(a)}) <= {reach}")),
        str(a * (2 * reach + 1)),
    )  # fmt: skip


@TOPIC.advanced
def the_smallest_that_satisfies(draw: Draw) -> Made:
    a, least = draw.whole(2, 9), draw.signed(20)
    bound = a * least - draw.whole(1, a)
    return Made(
        Message("What is the smallest integer {letter} such that {condition}?", letter=shown("n"),
                condition=shown(f"{a}*n > {bound}")),
        str(least),
    )  # fmt: skip


@TOPIC.advanced
def the_largest_that_satisfies(draw: Draw) -> Made:
    a, b, most = draw.whole(2, 9), draw.whole(1, 20), draw.signed(20)
    bound = a * most + b + draw.whole(1, a)
    return Made(
        Message("What is the largest integer {letter} such that {condition}?", letter=shown("n"),
                condition=shown(f"{a}*n + {b} < {bound}")),
        str(most),
    )  # fmt: skip


@TOPIC.advanced
def two_numbers_by_sum_and_product(draw: Draw) -> Made:
    a = draw.signed(12)
    b = draw.signed(12, a)
    return Made(
        Message("The sum of two numbers is {sum} and their product is {product}. Find the two numbers.",
                sum=figure(a + b), product=figure(a * b)),
        joined(sorted([a, b])),
        type="list",
    )  # fmt: skip


@TOPIC.advanced
def a_whole_range_is_added(draw: Draw) -> Made:
    low, high = -draw.whole(2, 30), draw.whole(2, 40)
    return Made(Message("Find the sum of all integers from {low} to {high}.", low=figure(low), high=figure(high)),
                str(sum(range(low, high + 1))))  # fmt: skip


@TOPIC.advanced
def odd_powers_of_negatives(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 4), draw.whole(2, 5), draw.signed(20)
    return worked(f"(-{a})^5 - (-{b})^3 + {signed(c)}", -(a**5) + b**3 + c)


@TOPIC.advanced
def powers_of_minus_one(draw: Draw) -> Made:
    m, n, a, b = draw.whole(11, 99), draw.whole(11, 99), draw.whole(2, 9), draw.whole(2, 9)
    return worked(f"{a}*(-1)^{m} - {b}*(-1)^{n}", a * (-1) ** m - b * (-1) ** n)


@TOPIC.advanced
def brackets_in_brackets_with_signs(draw: Draw) -> Made:
    a, b, c, d = draw.signed(12), draw.whole(2, 6), -draw.whole(1, 9), draw.whole(1, 12)
    return worked(f"{signed(a)} - {b}*[{signed(c)} - ({d} - {d + b})]", a - b * (c + b))


@TOPIC.advanced
def a_sign_of_ones_own(draw: Draw) -> Made:
    p, m, n = draw.whole(2, 9), draw.signed(9), -draw.whole(1, 9)
    rule, wanted = f"a # b = a*b - {p}*b", f"{signed(m)} # {signed(n)}"
    return Made(
        Message(
            "If {definition}, what is {wanted}?",
            definition=Formula(rule, rf"a \star b = ab - {p}b"),
            wanted=Formula(wanted, wanted.replace("#", r"\star")),
        ),
        str(m * n - p * n),
    )


@TOPIC.advanced
def two_negative_values_are_put_in(draw: Draw) -> Made:
    a, b, x, y = draw.whole(2, 6), draw.whole(2, 6), -draw.whole(1, 6), -draw.whole(1, 6)
    return Made(
        Message("Find the value of {expression} when {first} and {second}.", expression=shown(f"{a}*x*y - {b}*y^2"),
                first=shown(f"x = {x}"), second=shown(f"y = {y}")),
        str(a * x * y - b * y**2),
    )  # fmt: skip


@TOPIC.advanced
def how_many_have_a_small_square(draw: Draw) -> Made:
    root = draw.whole(2, 20)
    more = draw.whole(1, 2 * root)
    return Made(
        Message("How many integers {letter} satisfy {condition}?", letter=shown("x"),
                condition=shown(f"x^2 < {root**2 + more}")),
        str(2 * root + 1),
    )  # fmt: skip


@TOPIC.advanced
def a_difference_of_squares_with_signs(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 15), draw.whole(2, 15), draw.whole(2, 9)
    return worked(f"[(-{a})^2 - (-{b})^2]*(-{c})", -(a**2 - b**2) * c)
