"""Greatest common divisors and least common multiples: numbers built from a common part and coprime rests."""

from __future__ import annotations

from math import gcd, lcm
from typing import TYPE_CHECKING

from maths.generating.divisors import divisors, product, typed
from maths.generating.exercise import Made, Topic
from maths.generating.sums import figure
from maths.generating.writing import shown
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "gcd_lcm",
    Message("Greatest common divisor and least common multiple"),
    "Euclid's algorithm and python-flint on the words; ranges tried number by number",
    ("gcd", "lcm", "hcf", "greatest common divisor", "least common multiple", "common factors", "common multiples",
     "최대공약수", "최소공배수", "공약수", "공배수", "최대공약수와 최소공배수"),
)  # fmt: skip


def _gcd(*numbers: int) -> Made:
    if len(numbers) == 2:  # noqa: PLR2004 - two, or three
        first, second = numbers
        return Made(Message("Find the greatest common divisor of {first} and {second}.", first=figure(first),
                            second=figure(second)), str(gcd(*numbers)))  # fmt: skip
    first, second, third = numbers
    return Made(Message("Find the greatest common divisor of {first}, {second} and {third}.", first=figure(first),
                        second=figure(second), third=figure(third)), str(gcd(*numbers)))  # fmt: skip


def _lcm(*numbers: int) -> Made:
    if len(numbers) == 2:  # noqa: PLR2004 - two, or three
        first, second = numbers
        return Made(Message("Find the least common multiple of {first} and {second}.", first=figure(first),
                            second=figure(second)), str(lcm(*numbers)))  # fmt: skip
    first, second, third = numbers
    return Made(Message("Find the least common multiple of {first}, {second} and {third}.", first=figure(first),
                        second=figure(second), third=figure(third)), str(lcm(*numbers)))  # fmt: skip


def _two(draw: Draw, common: int, high: int) -> tuple[int, int]:
    """Two different numbers with a common part."""
    a, b = draw.several(2, 2, high)
    return common * a, common * b


# Beginner: two small numbers


@TOPIC.beginner
def the_greatest_of_two(draw: Draw) -> Made:
    return _gcd(*_two(draw, draw.whole(2, 9), 9))


@TOPIC.beginner
def the_greatest_where_one_holds_the_other(draw: Draw) -> Made:
    small = draw.whole(3, 15)
    return _gcd(small, small * draw.whole(2, 7))


@TOPIC.beginner
def the_least_of_two(draw: Draw) -> Made:
    a, b = draw.several(2, 3, 16)
    return _lcm(a, b)


@TOPIC.beginner
def the_least_with_a_common_part(draw: Draw) -> Made:
    return _lcm(*_two(draw, draw.whole(2, 9), 7))


@TOPIC.beginner
def all_common_factors(draw: Draw) -> Made:
    a, b = _two(draw, draw.one_of([4, 6, 8, 9, 10, 12]), 6)
    return Made(
        Message("List all common factors of {first} and {second}.", first=figure(a), second=figure(b)),
        ", ".join(str(d) for d in divisors(gcd(a, b))),
        type="list",
    )


@TOPIC.beginner
def how_many_common_factors(draw: Draw) -> Made:
    a, b = _two(draw, draw.one_of([4, 6, 8, 9, 10, 12]), 9)
    return Made(
        Message("What is the number of common factors of {first} and {second}?", first=figure(a), second=figure(b)),
        str(len(divisors(gcd(a, b)))),
    )


@TOPIC.beginner
def a_common_denominator(draw: Draw) -> Made:
    a, b = draw.several(2, 3, 16)
    return Made(
        Message("What is the common denominator of {first} and {second}?", first=shown(f"1/{a}"),
                second=shown(f"1/{b}")),
        str(lcm(a, b)),
    )  # fmt: skip


@TOPIC.beginner
def the_smallest_that_both_divide(draw: Draw) -> Made:
    a, b = draw.several(2, 3, 16)
    return Made(
        Message("What is the smallest positive integer that is a multiple of {first} and a multiple of {second}?",
                first=figure(a), second=figure(b)),
        str(lcm(a, b)),
    )  # fmt: skip


@TOPIC.beginner
def the_largest_that_divides_both(draw: Draw) -> Made:
    a, b = _two(draw, draw.whole(2, 12), 9)
    return Made(
        Message("What is the largest positive integer that divides both {first} and {second}?", first=figure(a),
                second=figure(b)),
        str(gcd(a, b)),
    )  # fmt: skip


@TOPIC.beginner
def the_greatest_of_three(draw: Draw) -> Made:
    common, (a, b, c) = draw.whole(2, 6), draw.several(3, 2, 9)
    return _gcd(common * a, common * b, common * c)


@TOPIC.beginner
def the_least_of_three(draw: Draw) -> Made:
    a, b, c = draw.several(3, 2, 9)
    return _lcm(a, b, c)


@TOPIC.beginner
def the_smallest_two_digit_multiple(draw: Draw) -> Made:
    a, b = draw.several(2, 2, 9)
    least = lcm(a, b)
    return Made(
        Message("What is the smallest three-digit number divisible by {first} and {second}?", first=figure(a),
                second=figure(b)),
        str(-(-100 // least) * least),
    )  # fmt: skip


# Intermediate: larger numbers, written by their prime factors, in ranges


@TOPIC.intermediate
def the_greatest_of_two_larger(draw: Draw) -> Made:
    return _gcd(*_two(draw, draw.whole(6, 24), 20))


@TOPIC.intermediate
def the_least_of_two_larger(draw: Draw) -> Made:
    return _lcm(*_two(draw, draw.whole(4, 15), 15))


@TOPIC.intermediate
def the_greatest_of_three_larger(draw: Draw) -> Made:
    common, (a, b, c) = draw.whole(4, 18), draw.several(3, 2, 15)
    return _gcd(common * a, common * b, common * c)


@TOPIC.intermediate
def the_least_of_three_larger(draw: Draw) -> Made:
    common, (a, b, c) = draw.whole(2, 6), draw.several(3, 2, 8)
    return _lcm(common * a, common * b, common * c)


def _powers(draw: Draw) -> tuple[dict[int, int], dict[int, int]]:
    """Two numbers by their prime factors: 2 and 3 in both, another in each."""
    p, q = draw.several(2, 1, 4)
    r, s = draw.several(2, 1, 3)
    more = draw.some_of([5, 7, 11, 13], 2)
    return {2: p, 3: r, more[0]: 1}, {2: q, 3: s, more[1]: 1}


@TOPIC.intermediate
def the_greatest_by_prime_factors(draw: Draw) -> Made:
    a, b = _powers(draw)
    return Made(Message("Find the greatest common divisor of {first} and {second}.", first=shown(typed(a)),
                        second=shown(typed(b))), str(gcd(product(a), product(b))))  # fmt: skip


@TOPIC.intermediate
def the_least_by_prime_factors(draw: Draw) -> Made:
    a, b = _powers(draw)
    return Made(Message("Find the least common multiple of {first} and {second}.", first=shown(typed(a)),
                        second=shown(typed(b))), str(lcm(product(a), product(b))))  # fmt: skip


@TOPIC.intermediate
def the_common_factors_added(draw: Draw) -> Made:
    a, b = _two(draw, draw.one_of([6, 8, 10, 12, 16, 18, 20, 24]), 9)
    return Made(Message("What is the sum of the common factors of {first} and {second}?", first=figure(a),
                        second=figure(b)), str(sum(divisors(gcd(a, b)))))  # fmt: skip


@TOPIC.intermediate
def the_second_largest_common_factor(draw: Draw) -> Made:
    a, b = _two(draw, draw.one_of([6, 8, 9, 10, 12, 14, 15, 16, 18, 20, 24]), 9)
    return Made(Message("What is the second largest common factor of {first} and {second}?", first=figure(a),
                        second=figure(b)), str(divisors(gcd(a, b))[-2]))  # fmt: skip


@TOPIC.intermediate
def common_multiples_below_a_bound(draw: Draw) -> Made:
    (a, b), bound = draw.several(2, 3, 12), draw.whole(100, 300)
    return Made(
        Message("How many positive integers less than {bound} are multiples of both {first} and {second}?",
                bound=figure(bound), first=figure(a), second=figure(b)),
        str((bound - 1) // lcm(a, b)),
    )  # fmt: skip


@TOPIC.intermediate
def the_smallest_that_three_divide(draw: Draw) -> Made:
    a, b, c = draw.several(3, 3, 16)
    return Made(
        Message("What is the smallest positive integer divisible by {first}, {second} and {third}?", first=figure(a),
                second=figure(b), third=figure(c)),
        str(lcm(a, b, c)),
    )  # fmt: skip


@TOPIC.intermediate
def the_largest_three_digit_multiple(draw: Draw) -> Made:
    a, b = draw.several(2, 4, 18)
    least = lcm(a, b)
    return Made(
        Message("What is the largest three-digit number divisible by {first} and {second}?", first=figure(a),
                second=figure(b)),
        str(999 // least * least),
    )  # fmt: skip


@TOPIC.intermediate
def the_largest_that_divides_three(draw: Draw) -> Made:
    common, (a, b, c) = draw.whole(4, 15), draw.several(3, 2, 12)
    return Made(
        Message("What is the greatest integer that divides {first}, {second} and {third}?", first=figure(common * a),
                second=figure(common * b), third=figure(common * c)),
        str(gcd(common * a, common * b, common * c)),
    )  # fmt: skip


# Advanced: remainders, conditions joined, powers, unknown numbers


@TOPIC.advanced
def the_greatest_of_four_digit_numbers(draw: Draw) -> Made:
    return _gcd(*_two(draw, draw.whole(30, 90), 60))


@TOPIC.advanced
def the_least_of_large_numbers(draw: Draw) -> Made:
    return _lcm(*_two(draw, draw.whole(12, 40), 30))


@TOPIC.advanced
def the_same_remainder_twice(draw: Draw) -> Made:
    a, b = draw.several(2, 5, 20)
    rest = draw.whole(1, min(a, b) - 1)
    return Made(
        Message("What is the smallest integer greater than {bound} that leaves a remainder of {rest} when divided by "
                "{first} and {second}?", bound=figure(max(a, b)), rest=figure(rest), first=figure(a),
                second=figure(b)),
        str(lcm(a, b) + rest),
    )  # fmt: skip


@TOPIC.advanced
def divided_by_one_or_the_other(draw: Draw) -> Made:
    (a, b), bound = draw.several(2, 3, 12), draw.whole(100, 400)
    count = sum(n % a == 0 or n % b == 0 for n in range(1, bound))
    return Made(
        Message("How many positive integers less than {bound} are divisible by {first} or {second}?",
                bound=figure(bound), first=figure(a), second=figure(b)),
        str(count),
    )  # fmt: skip


@TOPIC.advanced
def divided_by_one_and_not_the_other(draw: Draw) -> Made:
    (a, b), bound = draw.several(2, 3, 12), draw.whole(100, 400)
    count = sum(n % a == 0 and n % b != 0 for n in range(1, bound))
    return Made(
        Message("How many positive integers less than {bound} are divisible by {first} but not by {second}?",
                bound=figure(bound), first=figure(a), second=figure(b)),
        str(count),
    )  # fmt: skip


@TOPIC.advanced
def the_third_common_multiple(draw: Draw) -> Made:
    a, b = _two(draw, draw.whole(2, 8), 9)
    return Made(
        Message("What is the third smallest positive common multiple of {first} and {second}?", first=figure(a),
                second=figure(b)),
        str(3 * lcm(a, b)),
    )  # fmt: skip


@TOPIC.advanced
def the_greatest_of_three_by_prime_factors(draw: Draw) -> Made:
    a, b = _powers(draw)
    c = {2: draw.whole(1, 4), 3: draw.whole(1, 3), 17: 1}
    return Made(
        Message("Find the greatest common divisor of {first}, {second} and {third}.", first=shown(typed(a)),
                second=shown(typed(b)), third=shown(typed(c))),
        str(gcd(product(a), product(b), product(c))),
    )  # fmt: skip


@TOPIC.advanced
def the_least_of_three_by_prime_factors(draw: Draw) -> Made:
    a, b = _powers(draw)
    c = {2: draw.whole(1, 4), 3: draw.whole(1, 3)}
    return Made(
        Message("Find the least common multiple of {first}, {second} and {third}.", first=shown(typed(a)),
                second=shown(typed(b)), third=shown(typed(c))),
        str(lcm(product(a), product(b), product(c))),
    )  # fmt: skip


@TOPIC.advanced
def common_multiples_in_a_range(draw: Draw) -> Made:
    (a, b), low = draw.several(2, 4, 15), draw.whole(100, 300)
    high = low + draw.whole(200, 500)
    least = lcm(a, b)
    return Made(
        Message("How many integers from {low} to {high} are divisible by {first} and {second}?", low=figure(low),
                high=figure(high), first=figure(a), second=figure(b)),
        str(high // least - (low - 1) // least),
    )  # fmt: skip


@TOPIC.advanced
def the_smallest_above_a_bound(draw: Draw) -> Made:
    (a, b), bound = draw.several(2, 6, 24), draw.whole(200, 900)
    least = lcm(a, b)
    return Made(
        Message("What is the smallest integer greater than {bound} that is divisible by {first} and {second}?",
                bound=figure(bound), first=figure(a), second=figure(b)),
        str((bound // least + 1) * least),
    )  # fmt: skip


@TOPIC.advanced
def the_greatest_of_two_factorials(draw: Draw) -> Made:
    a, number = draw.whole(5, 8), 0
    common, (b, c) = draw.one_of([36, 48, 60, 72, 90, 96, 120]), draw.several(2, 2, 13)
    number = common * b * c
    value = 1
    for k in range(2, a + 1):
        value *= k
    return Made(Message("Find the greatest common divisor of {first} and {second}.", first=shown(f"{a}!"),
                        second=figure(number)), str(gcd(value, number)))  # fmt: skip


@TOPIC.advanced
def the_common_factors_of_three_added(draw: Draw) -> Made:
    a, b = _two(draw, draw.one_of([30, 36, 40, 42, 48, 54, 60, 72, 84, 90]), 11)
    return Made(Message("What is the sum of the common factors of {first} and {second}?", first=figure(a),
                        second=figure(b)), str(sum(divisors(gcd(a, b)))))  # fmt: skip
