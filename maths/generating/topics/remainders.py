"""Remainders and congruences: every number starts from its quotient and remainder, powers from Python's own."""

from __future__ import annotations

from math import lcm
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.sums import figure
from maths.generating.writing import shown
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.generating.draw import Draw

TOPIC = Topic(
    "remainders",
    Message("Remainders and congruences"),
    "python-flint's division and every residue tried, from the words",
    ("remainder", "modular arithmetic", "congruence", "divisibility", "나머지", "합동식", "몫과 나머지", "배수 판정"),
)


def _remainder(text: str, divisor: int, answer: int) -> Made:
    return Made(Message("Find the remainder when {number} is divided by {divisor}.", number=shown(text),
                        divisor=figure(divisor)), str(answer))  # fmt: skip


def _congruence(left: str, right: int, modulus: int) -> Formula:
    latex = shown(left).latex
    return Formula(f"{left} ≡ {right} (mod {modulus})", rf"{latex} \equiv {right} \pmod{{{modulus}}}")


def _list(numbers: Iterable[int]) -> str:
    return ", ".join(str(number) for number in numbers)


# Beginner: one division


@TOPIC.beginner
def what_is_left_over(draw: Draw) -> Made:
    divisor, quotient = draw.whole(3, 12), draw.whole(4, 20)
    rest = draw.whole(1, divisor - 1)
    return _remainder(str(divisor * quotient + rest), divisor, rest)


@TOPIC.beginner
def quotient_and_remainder(draw: Draw) -> Made:
    divisor, quotient = draw.whole(3, 15), draw.whole(3, 25)
    rest = draw.whole(1, divisor - 1)
    return Made(
        Message("Find the quotient and the remainder when {number} is divided by {divisor}.",
                number=figure(divisor * quotient + rest), divisor=figure(divisor)),
        f"{quotient}, {rest}",
        type="list",
        ordered=True,
    )  # fmt: skip


@TOPIC.beginner
def does_it_divide(draw: Draw) -> Made:
    divisor, quotient, rest = draw.whole(3, 13), draw.whole(5, 30), draw.one_of([0, 0, 1, 2])
    return Made(Message("Is {number} divisible by {divisor}?", number=figure(divisor * quotient + rest),
                        divisor=figure(divisor)), str(rest == 0))  # fmt: skip


@TOPIC.beginner
def how_many_in_a_range(draw: Draw) -> Made:
    divisor, bound = draw.whole(3, 12), draw.whole(30, 120)
    return Made(
        Message("How many positive integers less than {bound} are divisible by {divisor}?", bound=figure(bound),
                divisor=figure(divisor)),
        str((bound - 1) // divisor),
    )  # fmt: skip


@TOPIC.beginner
def the_last_multiple_below(draw: Draw) -> Made:
    divisor, value = draw.whole(6, 25), draw.whole(100, 500)
    return Made(Message("What is the largest multiple of {unit} that is less than {value}?", unit=figure(divisor),
                        value=figure(value)), str((value - 1) // divisor * divisor))  # fmt: skip


@TOPIC.beginner
def the_smallest_three_digit_multiple(draw: Draw) -> Made:
    divisor = draw.whole(6, 99, 10, 20, 25, 50)
    return Made(Message("What is the smallest three-digit number divisible by {divisor}?", divisor=figure(divisor)),
                str(-(-100 // divisor) * divisor))  # fmt: skip


@TOPIC.beginner
def the_largest_three_digit_multiple(draw: Draw) -> Made:
    divisor = draw.whole(6, 150)
    return Made(Message("What is the largest three-digit number divisible by {divisor}?", divisor=figure(divisor)),
                str(999 // divisor * divisor))  # fmt: skip


@TOPIC.beginner
def the_remainder_of_a_sum(draw: Draw) -> Made:
    divisor, a, b = draw.whole(3, 9), draw.whole(11, 60), draw.whole(11, 60)
    return _remainder(f"{a} + {b}", divisor, (a + b) % divisor)


@TOPIC.beginner
def the_remainder_of_a_product(draw: Draw) -> Made:
    divisor, a, b = draw.whole(3, 9), draw.whole(7, 30), draw.whole(7, 30)
    return _remainder(f"{a}*{b}", divisor, a * b % divisor)


@TOPIC.beginner
def the_larger_dividend(draw: Draw) -> Made:
    divisor, quotient = draw.whole(12, 30), draw.whole(10, 60)
    rest = draw.whole(0, divisor - 1)
    return _remainder(str(divisor * quotient + rest), divisor, rest)


@TOPIC.beginner
def the_smallest_three_digit_with_a_remainder(draw: Draw) -> Made:
    divisor = draw.whole(4, 20)
    rest = draw.whole(1, divisor - 1)
    found = next(n for n in range(100, 200) if n % divisor == rest)
    return Made(
        Message("What is the smallest three-digit number that leaves a remainder of {rest} when divided by {divisor}?",
                rest=figure(rest), divisor=figure(divisor)),
        str(found),
    )  # fmt: skip


@TOPIC.beginner
def two_digit_numbers_with_a_remainder(draw: Draw) -> Made:
    divisor = draw.whole(15, 40)
    rest = draw.whole(1, divisor - 1)
    return Made(
        Message("Find all two-digit numbers that leave a remainder of {rest} when divided by {divisor}.",
                rest=figure(rest), divisor=figure(divisor)),
        _list(n for n in range(10, 100) if n % divisor == rest),
        type="list",
    )  # fmt: skip


# Intermediate: ranges, last digits, two conditions


@TOPIC.intermediate
def how_many_leave_a_remainder(draw: Draw) -> Made:
    divisor, bound = draw.whole(4, 13), draw.whole(60, 300)
    rest = draw.whole(1, divisor - 1)
    return Made(
        Message("How many positive integers less than {bound} leave a remainder of {rest} when divided by {divisor}?",
                bound=figure(bound), rest=figure(rest), divisor=figure(divisor)),
        str(sum(n % divisor == rest for n in range(1, bound))),
    )  # fmt: skip


@TOPIC.intermediate
def how_many_leave_it_in_a_range(draw: Draw) -> Made:
    divisor, low = draw.whole(4, 13), draw.whole(10, 100)
    high, rest = low + draw.whole(40, 200), draw.whole(1, divisor - 1)
    return Made(
        Message("How many integers from {low} to {high} leave a remainder of {rest} when divided by {divisor}?",
                low=figure(low), high=figure(high), rest=figure(rest), divisor=figure(divisor)),
        str(sum(n % divisor == rest for n in range(low, high + 1))),
    )  # fmt: skip


@TOPIC.intermediate
def the_largest_two_digit_with_a_remainder(draw: Draw) -> Made:
    divisor = draw.whole(6, 30)
    rest = draw.whole(1, divisor - 1)
    found = next(n for n in range(99, 0, -1) if n % divisor == rest)
    return Made(
        Message("What is the largest two-digit number that leaves a remainder of {rest} when divided by {divisor}?",
                rest=figure(rest), divisor=figure(divisor)),
        str(found),
    )  # fmt: skip


@TOPIC.intermediate
def the_last_digit_of_a_power(draw: Draw) -> Made:
    base, exponent = draw.one_of([2, 3, 4, 7, 8, 9, 12, 13, 17, 18]), draw.whole(11, 60)
    return Made(Message("What is the units digit of {number}?", number=shown(f"{base}^{exponent}")),
                str(pow(base, exponent, 10)))  # fmt: skip


@TOPIC.intermediate
def the_last_digit_of_a_product(draw: Draw) -> Made:
    a, b, c = (draw.whole(11, 99) for _ in range(3))
    return Made(Message("What is the units digit of {number}?", number=shown(f"{a}*{b}*{c}")), str(a * b * c % 10))


@TOPIC.intermediate
def the_remainder_of_a_small_power(draw: Draw) -> Made:
    base, exponent, divisor = draw.whole(2, 9), draw.whole(5, 15), draw.one_of([5, 7, 9, 11, 13])
    return _remainder(f"{base}^{exponent}", divisor, pow(base, exponent, divisor))


@TOPIC.intermediate
def a_product_and_a_number(draw: Draw) -> Made:
    a, b, c, divisor = draw.whole(20, 90), draw.whole(20, 90), draw.whole(1, 50), draw.whole(5, 13)
    return _remainder(f"{a}*{b} + {c}", divisor, (a * b + c) % divisor)


@TOPIC.intermediate
def two_conditions(draw: Draw) -> Made:
    m, n = draw.one_of([(3, 5), (4, 5), (3, 7), (5, 7), (4, 7), (5, 8), (5, 6), (7, 8), (4, 9), (5, 9), (7, 9)])
    a, b = draw.whole(1, m - 1), draw.whole(1, n - 1)
    found = next(k for k in range(1, m * n + 1) if k % m == a and k % n == b)
    return Made(
        Message("Find the smallest positive integer that leaves a remainder of {a} when divided by {m} and a "
                "remainder of {b} when divided by {n}.", a=figure(a), m=figure(m), b=figure(b), n=figure(n)),
        str(found),
    )  # fmt: skip


@TOPIC.intermediate
def the_missing_digit(draw: Draw) -> Made:
    divisor = draw.one_of([9, 11])
    high, middle, last = draw.whole(1, 9), draw.whole(0, 9), draw.whole(0, 9)
    fits = [d for d in range(10) if (1000 * high + 100 * middle + 10 * d + last) % divisor == 0]
    if len(fits) != 1:
        return how_many_leave_a_remainder(draw)
    number = Formula(f"{high}{middle}d{last}", f"{high}{middle}d{last}")
    return Made(
        Message("If the four-digit number {number} is divisible by {divisor}, find the digit {letter}.",
                number=number, divisor=figure(divisor), letter=shown("d")),
        str(fits[0]),
    )  # fmt: skip


@TOPIC.intermediate
def two_digit_numbers_with_a_remainder_added(draw: Draw) -> Made:
    divisor = draw.whole(8, 30)
    rest = draw.whole(1, divisor - 1)
    return Made(
        Message("Find the sum of all two-digit numbers that leave a remainder of {rest} when divided by {divisor}.",
                rest=figure(rest), divisor=figure(divisor)),
        str(sum(n for n in range(10, 100) if n % divisor == rest)),
    )  # fmt: skip


@TOPIC.intermediate
def the_modulo_sign(draw: Draw) -> Made:
    modulus, quotient = draw.whole(5, 20), draw.whole(5, 60)
    rest = draw.whole(0, modulus - 1)
    number = modulus * quotient + rest
    return Made(
        Message("Find the value of {expression}.",
                expression=Formula(f"{number} mod {modulus}", rf"{number} \bmod {modulus}")),
        str(rest),
    )  # fmt: skip


@TOPIC.intermediate
def a_sum_of_a_range_divided(draw: Draw) -> Made:
    low, divisor = draw.whole(1, 30), draw.whole(5, 15)
    high = low + draw.whole(10, 50)
    return Made(
        Message("What is the remainder when the sum of all integers from {low} to {high} is divided by {divisor}?",
                low=figure(low), high=figure(high), divisor=figure(divisor)),
        str(sum(range(low, high + 1)) % divisor),
    )  # fmt: skip


# Advanced: large powers, congruences, the Chinese remainder theorem


@TOPIC.advanced
def the_remainder_of_a_large_power(draw: Draw) -> Made:
    base, exponent, divisor = draw.whole(2, 12), draw.whole(50, 999), draw.one_of([7, 9, 11, 13, 17, 19])
    return _remainder(f"{base}^{exponent}", divisor, pow(base, exponent, divisor))


@TOPIC.advanced
def powers_are_added(draw: Draw) -> Made:
    (a, b), m, n = draw.several(2, 2, 9), draw.whole(20, 99), draw.whole(20, 99)
    divisor = draw.one_of([5, 7, 11, 13])
    return _remainder(f"{a}^{m} + {b}^{n}", divisor, (pow(a, m, divisor) + pow(b, n, divisor)) % divisor)


@TOPIC.advanced
def the_last_two_digits(draw: Draw) -> Made:
    base, exponent = draw.one_of([3, 7, 9, 11, 13, 17, 19, 21]), draw.whole(20, 500)
    rest = pow(base, exponent, 100)
    if rest < 10:  # noqa: PLR2004 - a leading zero among two digits may be written or not
        return the_remainder_of_a_large_power(draw)
    return Made(Message("What are the last two digits of {number}?", number=shown(f"{base}^{exponent}")), str(rest))


@TOPIC.advanced
def the_tens_digit_of_a_power(draw: Draw) -> Made:
    base, exponent = draw.one_of([3, 7, 9, 11, 13, 17, 19, 21, 6]), draw.whole(15, 300)
    return Made(Message("What is the tens digit of {number}?", number=shown(f"{base}^{exponent}")),
                str(pow(base, exponent, 100) // 10))  # fmt: skip


@TOPIC.advanced
def an_inverse(draw: Draw) -> Made:
    modulus = draw.one_of([7, 11, 13, 17, 19, 23, 29, 31])
    number = draw.whole(2, modulus - 1)
    return Made(Message("Find the inverse of {number} modulo {modulus}.", number=figure(number),
                        modulus=figure(modulus)), str(pow(number, -1, modulus)))  # fmt: skip


@TOPIC.advanced
def the_smallest_solution_of_a_congruence(draw: Draw) -> Made:
    modulus = draw.one_of([11, 13, 17, 19, 23, 29])
    a, x = draw.whole(2, 9), draw.whole(1, modulus - 1)
    return Made(
        Message("Find the smallest positive integer {letter} such that {congruence}.", letter=shown("x"),
                congruence=_congruence(f"{a}*x", a * x % modulus, modulus)),
        str(x),
    )  # fmt: skip


@TOPIC.advanced
def a_congruence_with_a_number_added(draw: Draw) -> Made:
    modulus = draw.one_of([11, 13, 17, 19, 23])
    a, b, x = draw.whole(2, 9), draw.whole(1, 9), draw.whole(1, modulus - 1)
    return Made(
        Message("Find the smallest positive integer {letter} such that {congruence}.", letter=shown("x"),
                congruence=_congruence(f"{a}*x + {b}", (a * x + b) % modulus, modulus)),
        str(x),
    )  # fmt: skip


@TOPIC.advanced
def three_conditions(draw: Draw) -> Made:
    m, n, k = draw.one_of([(3, 5, 7), (2, 3, 5), (3, 4, 5), (4, 5, 7), (5, 6, 7), (3, 7, 8), (2, 5, 9), (5, 7, 9)])
    a, b, c = draw.whole(1, m - 1), draw.whole(1, n - 1), draw.whole(1, k - 1)
    found = next(x for x in range(1, m * n * k + 1) if (x % m, x % n, x % k) == (a, b, c))
    return Made(
        Message("Find the smallest positive integer that leaves a remainder of {a} when divided by {m}, a remainder "
                "of {b} when divided by {n} and a remainder of {c} when divided by {k}.", a=figure(a), m=figure(m),
                b=figure(b), n=figure(n), c=figure(c), k=figure(k)),
        str(found),
    )  # fmt: skip


@TOPIC.advanced
def two_congruences(draw: Draw) -> Made:
    m, n = draw.one_of([(7, 11), (5, 13), (8, 9), (7, 9), (11, 13), (9, 13), (7, 15), (6, 11)])
    a, b = draw.whole(1, m - 1), draw.whole(1, n - 1)
    found = next(x for x in range(1, m * n + 1) if (x % m, x % n) == (a, b))
    return Made(
        Message("Find the smallest positive integer {letter} with {first} and {second}.", letter=shown("x"),
                first=_congruence("x", a, m), second=_congruence("x", b, n)),
        str(found),
    )  # fmt: skip


@TOPIC.advanced
def a_factorial_divided(draw: Draw) -> Made:
    divisor = draw.one_of([11, 13, 17, 19, 23, 29])
    number = draw.whole(5, divisor - 1)
    value = 1
    for factor in range(2, number + 1):
        value = value * factor % divisor
    return _remainder(f"{number}!", divisor, value)


@TOPIC.advanced
def a_product_of_neighbours_divided(draw: Draw) -> Made:
    start, divisor = draw.whole(100, 2000), draw.one_of([7, 9, 11, 13])
    value = start * (start + 1) * (start + 2) % divisor
    return _remainder(f"{start}*{start + 1}*{start + 2}", divisor, value)


@TOPIC.advanced
def remainders_that_are_alike_in_a_range(draw: Draw) -> Made:
    (m, n), bound = draw.several(2, 4, 12), draw.whole(150, 600)
    rest, least = draw.whole(1, min(m, n) - 1), lcm(m, n)
    return Made(
        Message("How many positive integers less than {bound} leave a remainder of {rest} when divided by {first} "
                "and {second}?", bound=figure(bound), rest=figure(rest), first=figure(m), second=figure(n)),
        str(sum(k % least == rest for k in range(1, bound))),
    )  # fmt: skip


@TOPIC.advanced
def the_last_digit_of_two_powers(draw: Draw) -> Made:
    (a, b), m, n = draw.several(2, 2, 9), draw.whole(20, 200), draw.whole(20, 200)
    return Made(Message("What is the units digit of {number}?", number=shown(f"{a}^{m} + {b}^{n}")),
                str((pow(a, m, 10) + pow(b, n, 10)) % 10))  # fmt: skip
