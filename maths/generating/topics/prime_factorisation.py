"""Prime factors and divisors: every number starts from its factors, divisors are found by trying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.generating.divisors import SMALL_PRIMES, divisors, factored, is_prime, product, typed
from maths.generating.exercise import Made, Topic
from maths.generating.sums import figure
from maths.generating.writing import shown
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maths.generating.draw import Draw

TOPIC = Topic(
    "prime_factorisation",
    Message("Prime factors and divisors"),
    "python-flint's factoring with its proof of primality, from the words",
    ("prime factorisation", "prime factorization", "divisors", "factors", "소인수분해", "소수와 합성수", "약수",
     "약수의 개수"),
)  # fmt: skip


def _list(values: Iterable[int]) -> str:
    return ", ".join(str(value) for value in values)


def _count(factors: Mapping[int, int]) -> int:
    """How many divisors: each exponent and one more, multiplied."""
    value = 1
    for exponent in factors.values():
        value *= exponent + 1
    return value


# Beginner: small numbers


@TOPIC.beginner
def a_product_of_two_primes_and_more(draw: Draw) -> Made:
    factors = factored(draw, 2, 3, 29)
    return Made(
        Message("Find the prime factorization of {number}.", number=figure(product(factors))),
        typed(factors),
        form="primes",
    )


@TOPIC.beginner
def a_power_of_two_and_a_prime(draw: Draw) -> Made:
    factors = {2: draw.whole(1, 5), draw.one_of(SMALL_PRIMES[1:]): 1}
    return Made(
        Message("Write {number} as a product of primes.", number=figure(product(factors))),
        typed(factors),
        form="primes",
    )


@TOPIC.beginner
def is_it_prime(draw: Draw) -> Made:
    prime = draw.one_of([number for number in range(11, 200) if is_prime(number)])
    composite = draw.one_of(SMALL_PRIMES[1:6]) * draw.one_of(SMALL_PRIMES[2:10])
    number = draw.one_of([prime, composite])
    return Made(Message("Is {number} a prime number?", number=figure(number)), str(is_prime(number)))


@TOPIC.beginner
def is_it_a_factor(draw: Draw) -> Made:
    divisor, times, rest = draw.whole(3, 15), draw.whole(4, 20), draw.one_of([0, 0, 1, 2])
    number = divisor * times + rest
    return Made(
        Message("Is {divisor} a factor of {number}?", divisor=figure(divisor), number=figure(number)), str(rest == 0)
    )


@TOPIC.beginner
def all_factors_of_a_number(draw: Draw) -> Made:
    number = draw.whole(12, 150, *[n for n in range(12, 151) if is_prime(n)])
    return Made(Message("List all factors of {number}.", number=figure(number)), _list(divisors(number)), type="list")


@TOPIC.beginner
def how_many_factors(draw: Draw) -> Made:
    number = draw.whole(12, 100)
    return Made(Message("How many factors does {number} have?", number=figure(number)), str(len(divisors(number))))


@TOPIC.beginner
def which_primes_divide_it(draw: Draw) -> Made:
    factors = factored(draw, 2, 3, 23)
    return Made(Message("List the prime factors of {number}.", number=figure(product(factors))),
                _list(sorted(factors)), type="list")  # fmt: skip


@TOPIC.beginner
def the_factors_added(draw: Draw) -> Made:
    number = draw.whole(6, 200)
    return Made(Message("Find the sum of the factors of {number}.", number=figure(number)), str(sum(divisors(number))))


@TOPIC.beginner
def primes_in_a_range(draw: Draw) -> Made:
    low = draw.whole(2, 80)
    high = low + draw.whole(12, 20)
    return Made(Message("List all prime numbers from {low} to {high}.", low=figure(low), high=figure(high)),
                _list(n for n in range(low, high + 1) if is_prime(n)), type="list")  # fmt: skip


@TOPIC.beginner
def the_next_prime(draw: Draw) -> Made:
    number = draw.whole(10, 150)
    found = next(n for n in range(number + 1, 2 * number) if is_prime(n))
    return Made(Message("What is the smallest prime number greater than {number}?", number=figure(number)), str(found))


@TOPIC.beginner
def the_prime_before(draw: Draw) -> Made:
    number = draw.whole(10, 150)
    found = next(n for n in range(number - 1, 1, -1) if is_prime(n))
    return Made(Message("What is the largest prime number less than {number}?", number=figure(number)), str(found))


@TOPIC.beginner
def the_smallest_prime_factor(draw: Draw) -> Made:
    small, large = sorted(draw.some_of(SMALL_PRIMES[1:12], 2))
    return Made(
        Message("What is the smallest prime factor of {number}?", number=figure(small * large)),
        str(small),
    )


# Intermediate: three primes, exponents, divisors of a kind


@TOPIC.intermediate
def a_product_of_three_primes_and_more(draw: Draw) -> Made:
    factors = factored(draw, 3, 3, 23)
    return Made(
        Message("Find the prime factorization of {number}.", number=figure(product(factors))),
        typed(factors),
        form="primes",
    )


@TOPIC.intermediate
def the_exponent_of_a_prime(draw: Draw) -> Made:
    prime, exponent = draw.one_of([2, 2, 3]), draw.whole(2, 5)
    rest = draw.one_of([5, 7, 11, 13, 35, 25, 49])
    return Made(
        Message("What is the exponent of {prime} in the prime factorization of {number}?", prime=figure(prime),
                number=figure(prime**exponent * rest)),
        str(exponent),
    )  # fmt: skip


@TOPIC.intermediate
def how_many_divisors_by_the_exponents(draw: Draw) -> Made:
    factors = factored(draw, 3, 5, 23)
    return Made(Message("How many positive divisors does {number} have?", number=shown(typed(factors))),
                str(_count(factors)))  # fmt: skip


@TOPIC.intermediate
def how_many_divisors_of_a_number(draw: Draw) -> Made:
    factors = factored(draw, 2, 4, 29)
    return Made(Message("How many positive divisors does {number} have?", number=figure(product(factors))),
                str(_count(factors)))  # fmt: skip


@TOPIC.intermediate
def how_many_different_primes(draw: Draw) -> Made:
    factors = factored(draw, draw.whole(2, 4), 3, 13)
    return Made(Message("How many distinct prime factors does {number} have?", number=figure(product(factors))),
                str(len(factors)))  # fmt: skip


@TOPIC.intermediate
def the_different_primes_added(draw: Draw) -> Made:
    factors = factored(draw, 3, 3, 23)
    return Made(Message("What is the sum of the distinct prime factors of {number}?", number=figure(product(factors))),
                str(sum(factors)))  # fmt: skip


@TOPIC.intermediate
def the_largest_prime_factor(draw: Draw) -> Made:
    a, b, c = draw.some_of(SMALL_PRIMES[1:9], 3)
    return Made(Message("What is the largest prime factor of {number}?", number=figure(a * b * c)), str(max(a, b, c)))


@TOPIC.intermediate
def how_many_odd_divisors(draw: Draw) -> Made:
    odd = factored(draw, 1, 3, 5)
    odd.pop(2, None)
    odd |= {draw.one_of([3, 7, 11]): draw.whole(1, 2)}
    number = 2 ** draw.whole(1, 4) * product(odd)
    return Made(Message("How many odd divisors does {number} have?", number=figure(number)), str(_count(odd)))


@TOPIC.intermediate
def how_many_even_divisors(draw: Draw) -> Made:
    twos, odd = draw.whole(1, 4), {draw.one_of([3, 5]): draw.whole(1, 3), draw.one_of(SMALL_PRIMES[3:10]): 1}
    return Made(Message("How many even divisors does {number} have?", number=figure(2**twos * product(odd))),
                str(twos * _count(odd)))  # fmt: skip


@TOPIC.intermediate
def what_makes_it_a_square(draw: Draw) -> Made:
    a, b = draw.some_of([2, 3, 5, 7], 2)
    factors = {a: draw.one_of([1, 3]), b: draw.whole(1, 2), draw.one_of(SMALL_PRIMES[4:9]): draw.whole(0, 1)}
    answer = product({p: k % 2 for p, k in factors.items()})
    return Made(
        Message("What is the smallest positive integer {letter} such that {product} is a perfect square?",
                letter=shown("n"), product=shown(f"{product(factors)}*n")),
        str(answer),
    )  # fmt: skip


@TOPIC.intermediate
def which_divisors_are_multiples(draw: Draw) -> Made:
    divisor, times = draw.whole(2, 12), draw.whole(6, 30)
    return Made(
        Message("How many positive divisors of {number} are multiples of {divisor}?", number=figure(divisor * times),
                divisor=figure(divisor)),
        str(len(divisors(times))),
    )  # fmt: skip


@TOPIC.intermediate
def the_second_largest_factor(draw: Draw) -> Made:
    number = draw.whole(30, 200, *[n for n in range(30, 201) if is_prime(n)])
    return Made(Message("What is the second largest factor of {number}?", number=figure(number)),
                str(divisors(number)[-2]))  # fmt: skip


@TOPIC.intermediate
def how_many_primes_in_a_range(draw: Draw) -> Made:
    low = draw.whole(2, 60)
    high = low + draw.whole(15, 40)
    return Made(Message("How many prime numbers are there from {low} to {high}?", low=figure(low), high=figure(high)),
                str(sum(is_prime(n) for n in range(low, high + 1))))  # fmt: skip


# Advanced: squares and cubes, factorials, conditions on divisors


@TOPIC.advanced
def a_large_number(draw: Draw) -> Made:
    factors = factored(draw, 4, 4, 19)
    return Made(
        Message("Find the prime factorization of {number}.", number=figure(product(factors))),
        typed(factors),
        form="primes",
    )


@TOPIC.advanced
def what_makes_it_a_cube(draw: Draw) -> Made:
    a, b, c = draw.some_of([2, 3, 5, 7], 3)
    factors = {a: draw.whole(1, 4), b: draw.whole(1, 2), c: draw.whole(0, 1)}
    answer = product({p: -k % 3 for p, k in factors.items()})
    if answer == 1:
        factors[a], answer = 1, a**2
    return Made(
        Message("What is the smallest positive integer {letter} such that {product} is a perfect cube?",
                letter=shown("n"), product=shown(f"{product(factors)}*n")),
        str(answer),
    )  # fmt: skip


@TOPIC.advanced
def divisors_that_are_squares(draw: Draw) -> Made:
    factors = {2: draw.whole(1, 5), 3: draw.whole(1, 4), draw.one_of([5, 7]): draw.whole(1, 2)}
    answer = _count({p: k // 2 for p, k in factors.items()})
    return Made(Message("How many positive divisors of {number} are perfect squares?", number=figure(product(factors))),
                str(answer))  # fmt: skip


@TOPIC.advanced
def all_divisors_added(draw: Draw) -> Made:
    factors = factored(draw, 3, 3, 7)
    number = product(factors)
    return Made(Message("Find the sum of the factors of {number}.", number=figure(number)), str(sum(divisors(number))))


@TOPIC.advanced
def which_integers_divide(draw: Draw) -> Made:
    number = product(factored(draw, 2, 4, 11))
    return Made(
        Message("How many positive integers {letter} are there such that {quotient} is an integer?",
                letter=shown("n"), quotient=shown(f"{number}/n")),
        str(len(divisors(number))),
    )  # fmt: skip


@TOPIC.advanced
def zeros_at_the_end_of_a_factorial(draw: Draw) -> Made:
    number = draw.whole(20, 120)
    return Made(Message("How many trailing zeros does {number} have?", number=shown(f"{number}!")),
                str(number // 5 + number // 25))  # fmt: skip


@TOPIC.advanced
def a_prime_in_a_factorial(draw: Draw) -> Made:
    number, prime = draw.whole(10, 60), draw.one_of([2, 3, 5, 7])
    exponent, rest = 0, number
    while rest:
        rest //= prime
        exponent += rest
    return Made(
        Message("What is the exponent of {prime} in the prime factorization of {number}?", prime=figure(prime),
                number=shown(f"{number}!")),
        str(exponent),
    )  # fmt: skip


@TOPIC.advanced
def proper_divisors_added(draw: Draw) -> Made:
    number = product(factored(draw, 2, 3, 13))
    return Made(Message("What is the sum of the proper divisors of {number}?", number=figure(number)),
                str(sum(divisors(number)) - number))  # fmt: skip


@TOPIC.advanced
def coprime_to_a_number(draw: Draw) -> Made:
    bound, number = draw.whole(20, 90), draw.one_of([6, 10, 12, 14, 15, 18, 20, 21, 30])
    small = [p for p in (2, 3, 5, 7) if number % p == 0]
    return Made(
        Message("How many positive integers less than {bound} are relatively prime to {number}?",
                bound=figure(bound), number=figure(number)),
        str(sum(all(n % p for p in small) for n in range(1, bound))),
    )  # fmt: skip


@TOPIC.advanced
def exactly_three_divisors(draw: Draw) -> Made:
    bound, count = draw.whole(30, 300), draw.one_of([3, 5])
    found = [n for n in range(1, bound) if len(divisors(n)) == count]
    return Made(
        Message("Find all positive integers less than {bound} that have exactly {count} divisors.",
                bound=figure(bound), count=figure(count)),
        _list(found),
        type="list",
    )  # fmt: skip


@TOPIC.advanced
def divisors_above_a_bound(draw: Draw) -> Made:
    number, bound = product(factored(draw, 3, 2, 7)), draw.whole(10, 25)
    return Made(
        Message("How many divisors of {number} are greater than {bound}?", number=figure(number), bound=figure(bound)),
        str(sum(divisor > bound for divisor in divisors(number))),
    )


@TOPIC.advanced
def all_divisors_multiplied(draw: Draw) -> Made:
    number = draw.whole(8, 150, *[n for n in range(8, 151) if is_prime(n)])
    answer = 1
    for divisor in divisors(number):
        answer *= divisor
    return Made(Message("Find the product of all positive divisors of {number}.", number=figure(number)), str(answer))


@TOPIC.advanced
def a_difference_of_squares_has_a_large_factor(draw: Draw) -> Made:
    a, b = draw.some_of([p for p in SMALL_PRIMES if p > 5], 2)  # noqa: PLR2004 - neither is found at a glance
    large, small = max(a, b), min(a, b)
    middle, gap = (large + small) // 2, (large - small) // 2
    return Made(Message("What is the largest prime factor of {number}?", number=shown(f"{middle}^2 - {gap}^2")),
                str(large))  # fmt: skip
