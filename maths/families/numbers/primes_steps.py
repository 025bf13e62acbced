"""Primes, factors and divisors worked out by hand."""

from __future__ import annotations

from itertools import islice
from math import isqrt
from typing import TYPE_CHECKING

from flint import fmpz

from maths.families.numbers.divisibility_steps import division, numbers_shown
from maths.families.terms import equals, number, plus, power, times
from maths.families.write import formula, passages
from maths.message import Message
from maths.tree import Number, Power, Product, Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.tree import Node
    from maths.verdict import Passage

Factors = list[tuple[int, int]]
_FEW = 12  # primes tried one by one on paper


def by_trial(value: int) -> Factors:
    """The prime factors by dividing by 2, 3 and the numbers next to multiples of 6."""
    found: Factors = []
    for candidate in _candidates():
        if candidate * candidate > value:
            break
        times_in = 0
        while value % candidate == 0:
            value, times_in = value // candidate, times_in + 1
        if times_in:
            found.append((candidate, times_in))
    return [*found, (value, 1)] if value > 1 else found


def _candidates() -> Iterator[int]:
    yield from (2, 3)
    candidate = 5
    while True:
        yield candidate
        yield candidate + 2
        candidate += 6


def _primes(limit: int) -> list[int]:
    return [n for n in range(2, limit + 1) if fmpz(n).is_prime()]


def powers(factors: Factors) -> Node:
    """`2**3*5`"""
    return times(*(power(number(prime), count) for prime, count in factors))


def unfinished(given: Node, factors: Factors) -> Message | None:
    """What keeps an answer of the right value from being the prime factorisation."""
    found: dict[int, int] = {}
    for part in given.factors if isinstance(given, Product) else (given,):
        match part:
            case Number(value=base):
                found[int(base)] = found.get(int(base), 0) + 1
            case Power(base=Number(value=base), exponent=Number(value=exponent)):
                found[int(base)] = found.get(int(base), 0) + int(exponent)
    if sorted(found.items()) == factors:
        return None
    return Message("It has the right value, but it is not written as a product of primes.")


def teach_prime(value: int, factors: Factors, level: Level, *, composite: bool) -> tuple[Passage, ...]:
    return passages(
        understanding=[
            Message(
                "A prime number is larger than 1 and divisible only by 1 and itself. Is {number} one?", number=value
            )
            if level is Level.BEGINNER
            else Message("Is {number} prime or composite?", number=value)
        ],
        approach=[_prime_approach(level) if value > 1 else _no_prime_approach(level)],
        steps=_prime_lines(value, factors, level),
        check=[Message("A second calculation by another program gives the same result.")],
        conclusion=[_verdict(value, factors, composite=composite)],
    )


def _prime_approach(level: Level) -> Message:
    return {
        Level.BEGINNER: Message(
            "Try to divide by the primes 2, 3, 5, 7, … in turn. Other numbers need no trial, they are made of primes; "
            "and where two numbers make the product, the smaller one is at most the square root."
        ),
        Level.INTERMEDIATE: Message(
            "It is enough to try the primes up to the square root: of two factors one is never larger than that."
        ),
        Level.ADVANCED: Message(
            "Trial division: the least prime divisor of a composite n is at most the square root of n."
        ),
    }[level]


def _no_prime_approach(level: Level) -> Message:
    return {
        Level.BEGINNER: Message("Read again what a prime number is: first of all it has to be larger than 1."),
        Level.INTERMEDIATE: Message("Compare with the definition of prime numbers."),
        Level.ADVANCED: Message("Primes are positive by convention, and units and 0 are neither prime nor composite."),
    }[level]


def _verdict(value: int, factors: Factors, *, composite: bool) -> Message:
    if value <= 1:
        return (
            Message("No: {number} is neither prime nor composite.", number=value)
            if composite
            else Message("No: {number} is not a prime number.", number=value)
        )
    prime = factors == [(value, 1)]
    if prime:
        return (
            Message("No: {number} is not composite, it is prime.", number=value)
            if composite
            else Message("Yes: {number} is a prime number.", number=value)
        )
    return (
        Message("Yes: {number} is composite.", number=value)
        if composite
        else Message("No: {number} is not a prime number, it is composite.", number=value)
    )


def _prime_lines(value: int, factors: Factors, level: Level) -> list[Message]:
    if value <= 1:
        return [Message("Prime and composite numbers are larger than 1 by definition.")]
    smallest = factors[0][0]
    root = isqrt(value)
    if smallest < value:
        lines = _enough(value, root, level) + _tried(value, smallest - 1, level)
        product = formula(equals(number(value), times(number(smallest), number(value // smallest))))
        return [*lines, Message("A divisor is found: {product}.", product=product)]
    between = formula(Relation((power(number(root), 2), number(value), power(number(root + 1), 2)), ("<", "<")))
    lines = [
        Message("The square root lies between {low} and {high}: {between}.", low=root, high=root + 1, between=between)
    ]
    lines += [*_enough(value, root, level), *_tried(value, root, level)]
    return [*lines, Message("No prime up to {root} divides it.", root=root)]


def _enough(value: int, root: int, level: Level) -> list[Message]:
    """Why no larger prime has to be tried, for beginners."""
    if level is not Level.BEGINNER or not 1 < root <= _FEW**2:
        return []
    square = formula(Relation((power(number(root + 1), 2), number(value)), (">",)))
    return [
        Message(
            "Because {square}, two factors cannot both be larger than {root}: "
            "it is enough to try the primes up to {root}, that is {primes}.",
            square=square,
            root=root,
            primes=numbers_shown(_primes(root)),
        )
    ]


def _tried(value: int, limit: int, level: Level) -> list[Message]:
    """The divisions that leave a remainder, where there are few."""
    if level is Level.ADVANCED or limit > _FEW**2:
        return []
    return [
        Message("Try {prime}: {division}.", prime=p, division=division(value, value // p, p))
        for p in islice(_primes(limit), _FEW * 3)
    ]


def teach_factors(value: int, factors: Factors, level: Level, *, product: bool) -> tuple[Passage, ...]:
    whole = formula(equals(number(value), powers(factors)))
    primes = numbers_shown([p for p, _ in factors])
    return passages(
        understanding=[
            Message("We split {number} into a product of prime numbers.", number=value)
            if level is Level.BEGINNER
            else Message("Find the prime factors of {number}.", number=value)
        ],
        approach=[
            {
                Level.BEGINNER: Message(
                    "Divide by the smallest prime that fits, again and again, until only a prime is left."
                ),
                Level.INTERMEDIATE: Message("Divide out the primes in order, and collect equal ones as powers."),
                Level.ADVANCED: Message(
                    "By the fundamental theorem of arithmetic the factorisation into primes is unique."
                ),
            }[level]
        ],
        steps=[
            *_ladder(value, factors, level),
            *_collected(value, factors, level),
            Message("So {result}.", result=whole),
        ],
        check=[Message("Each of {primes} is prime: no smaller prime divides it.", primes=primes)],
        conclusion=[
            Message("The prime factorisation is {result}.", result=whole)
            if product
            else Message("The prime factors are {primes}.", primes=primes)
        ],
    )


def _ladder(value: int, factors: Factors, level: Level) -> list[Message]:
    if level is Level.ADVANCED:
        return []
    lines = []
    if level is Level.BEGINNER:
        lines = [Message("The primes are 2, 3, 5, 7, 11, …: numbers that only 1 and they themselves divide.")]
    for prime, count in factors:
        for _ in range(count):
            if value == prime:
                break
            split = formula(equals(number(value), times(number(prime), number(value // prime))))
            lines.append(Message("Divide by {prime}: {split}.", prime=prime, split=split))
            value //= prime
    lines.append(Message("What is left, {prime}, is prime.", prime=value))
    return lines


def _collected(value: int, factors: Factors, level: Level) -> list[Message]:
    """`360 = 2*2*2*3*3*5`, before equal primes become powers."""
    every = [prime for prime, count in factors for _ in range(count)]
    if level is not Level.BEGINNER or len(set(every)) == len(every) or len(every) > _FEW:
        return []
    product = formula(equals(number(value), times(*map(number, every))))
    return [Message("All the primes together: {product}. Equal ones are written as a power.", product=product)]


def teach_divisors(value: int, found: list[int], factors: Factors, wanted: str, level: Level) -> tuple[Passage, ...]:
    shown = numbers_shown(found)
    steps = _tried_pairs(value) if level is Level.BEGINNER else []
    steps += [pairs_line(value, found)] if level is not Level.ADVANCED or value == 1 else []
    if value > 1 and level is not Level.BEGINNER:
        steps.append(Message("In primes: {result}.", result=formula(equals(number(value), powers(factors)))))
        steps.append(_count_line(found, factors))
    if level is Level.BEGINNER and wanted == "count":
        steps.append(Message("Count them: there are {count}.", count=formula(number(len(found)))))
    if wanted == "sum":
        total = formula(equals(plus(*map(number, found)), number(sum(found))))
        steps.append(Message("Add them: {sum}.", sum=total))
    return passages(
        understanding=[
            Message("We look for every whole number that divides {number} with nothing left over.", number=value)
        ],
        approach=[
            {
                Level.BEGINNER: Message(
                    "Divisors come in pairs: what divides the number leaves a quotient, and that divides it too. "
                    "Try 1, 2, 3, … and stop where the two of a pair meet."
                ),
                Level.INTERMEDIATE: Message(
                    "Divisors come in pairs whose product is the number: try every number up to the square root."
                ),
                Level.ADVANCED: Message(
                    "By unique factorisation the divisors are the products of powers of the prime factors."
                ),
            }[level]
        ],
        steps=steps,
        check=[Message("A second calculation by another program gives the same result.")],
        conclusion=[
            {
                "list": Message("The divisors are {numbers}.", numbers=shown),
                "count": Message("There are {count} divisors.", count=formula(number(len(found)))),
                "sum": Message("The sum of the divisors is {sum}.", sum=formula(number(sum(found)))),
            }[wanted]
        ],
    )


def _tried_pairs(value: int) -> list[Message]:
    """Every number up to the square root with its division, where they are few; the other numbers say why we stop."""
    root = isqrt(value)
    tried = [
        Message("Try {prime}: {division}.", prime=n, division=division(value, value // n, n))
        for n in range(1, min(root, _FEW) + 1)
    ]
    if root > _FEW:
        return [*tried, Message("Go on in the same way up to {last}.", last=root)]
    square = formula(Relation((power(number(root + 1), 2), number(value)), (">",)))
    return [*tried, Message("Stop here: {square}, so larger divisors are in the pairs already.", square=square)]


def _count_line(found: list[int], factors: Factors) -> Message:
    choices = times(*(plus(number(exponent), number(1)) for _, exponent in factors))
    counted = formula(equals(choices, number(len(found))))
    return Message("Each exponent can be chosen from 0 up, so there are {number} divisors.", number=counted)


def pairs_line(value: int, found: list[int]) -> Message:
    pairs = [times(number(d), number(value // d)) for d in found if d * d <= value][:_FEW]
    return Message("The pairs: {pairs}.", pairs=formula(equals(number(value), *pairs)))
