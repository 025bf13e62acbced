"""Probability: favourable cases over all cases, counted with whole numbers and fractions."""

from __future__ import annotations

from fractions import Fraction
from math import comb, isqrt
from typing import TYPE_CHECKING, Any

from maths.generating.exercise import Made, Topic
from maths.generating.writing import number, shown
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.generating.draw import Draw
    from maths.message import Argument

TOPIC = Topic(
    "probability",
    Message("Probability"),
    "the chance by formulas from the words, and again by a tree of all outcomes",
    ("chance", "dice", "coins", "확률", "확률과 통계", "조건부확률", "여사건", "독립", "주사위", "동전"),
)
_COLOURS = (Message("red"), Message("blue"), Message("green"), Message("yellow"), Message("black"), Message("white"))
_ROLLS = (Message("ones"), Message("twos"), Message("threes"), Message("fours"), Message("fives"), Message("sixes"))
_FACES = range(1, 7)


def _n(value: int) -> Argument:
    return shown(str(value))


def _chance(statement: Message, value: Fraction) -> Made:
    return Made(statement, number(value), form="lowest")


# numbers


def _number(draw: Draw, high: int, condition: Message, fitting: Iterable[int]) -> Made:
    one = Message("If a number is chosen at random from {low} to {high}, what is the probability that it is "
                  "{condition}?", low=_n(1), high=_n(high), condition=condition)  # fmt: skip
    other = Message("A number is chosen at random from {low} to {high}. What is the probability that it is "
                    "{condition}?", low=_n(1), high=_n(high), condition=condition)  # fmt: skip
    return _chance(draw.one_of([one, other]), Fraction(len(set(fitting)), high))


def _multiples(high: int, *factors: int) -> set[int]:
    return {n for n in range(1, high + 1) if any(n % factor == 0 for factor in factors)}


@TOPIC.beginner
def a_multiple(draw: Draw) -> Made:
    high, k = draw.whole(12, 60), draw.whole(2, 9)
    return _number(draw, high, Message("a multiple of {factor}", factor=_n(k)), _multiples(high, k))


@TOPIC.beginner
def a_divisor(draw: Draw) -> Made:
    high, whole = draw.whole(10, 40), draw.one_of([12, 16, 18, 20, 24, 28, 30, 36, 40, 42, 48, 60])
    divisors = {d for d in range(1, high + 1) if whole % d == 0}
    return _number(draw, high, Message("a factor of {whole}", whole=_n(whole)), divisors)


@TOPIC.beginner
def a_prime(draw: Draw) -> Made:
    high = draw.whole(10, 60)
    primes = {n for n in range(2, high + 1) if all(n % d for d in range(2, isqrt(n) + 1))}
    return _number(draw, high, Message("prime"), primes)


@TOPIC.beginner
def a_square(draw: Draw) -> Made:
    high = draw.whole(10, 99)
    return _number(draw, high, Message("a perfect square"), {n * n for n in range(1, isqrt(high) + 1)})


@TOPIC.beginner
def a_larger_number(draw: Draw) -> Made:
    high = draw.whole(10, 60)
    low = draw.whole(3, high - 2)
    return _number(draw, high, Message("greater than {low}", low=_n(low)), range(low + 1, high + 1))


@TOPIC.beginner
def a_smaller_number(draw: Draw) -> Made:
    high = draw.whole(10, 60)
    top = draw.whole(3, high - 2)
    return _number(draw, high, Message("less than {low}", low=_n(top)), range(1, top))


@TOPIC.intermediate
def a_multiple_of_one_or_the_other(draw: Draw) -> Made:
    high, (a, b) = draw.whole(20, 60), sorted(draw.several(2, 2, 7))
    return _number(
        draw, high, Message("a multiple of {a} or a multiple of {b}", a=_n(a), b=_n(b)), _multiples(high, a, b)
    )


# bags


def _bag(draw: Draw, low: int, high: int) -> tuple[dict[str, Any], int, int]:
    """What a bag with marbles of two colours is told by."""
    first, second = draw.some_of(_COLOURS, 2)
    a, b = draw.whole(low, high), draw.whole(low, high)
    return {"a": _n(a), "first": first, "b": _n(b), "second": second}, a, b


@TOPIC.beginner
def one_marble(draw: Draw) -> Made:
    bag, a, b = _bag(draw, 2, 9)
    return _chance(Message("A bag contains {a} {first} marbles and {b} {second} marbles. A marble is drawn at random. "
                           "What is the probability that it is {first}?", **bag), Fraction(a, a + b))  # fmt: skip


@TOPIC.beginner
def one_ball(draw: Draw) -> Made:
    bag, a, b = _bag(draw, 2, 9)
    return _chance(Message("A box contains {a} {first} balls and {b} {second} balls. A ball is drawn at random. "
                           "What is the probability that it is {second}?", **bag), Fraction(b, a + b))  # fmt: skip


@TOPIC.beginner
def one_marble_of_three_colours(draw: Draw) -> Made:
    (first, second, third), (a, b, c) = draw.some_of(_COLOURS, 3), [draw.whole(2, 9) for _ in range(3)]
    return _chance(Message("A bag contains {a} {first} marbles, {b} {second} marbles and {c} {third} marbles. A marble "
                           "is drawn at random. What is the probability that it is {second}?", a=_n(a), b=_n(b),
                           c=_n(c), first=first, second=second, third=third), Fraction(b, a + b + c))  # fmt: skip


@TOPIC.beginner
def two_balls_drawn_with_replacement(draw: Draw) -> Made:
    bag, a, b = _bag(draw, 2, 6)
    return _chance(Message("A box contains {a} {first} balls and {b} {second} balls. Two balls are drawn with "
                           "replacement. What is the probability that both are {first}?", **bag),
                   Fraction(a * a, (a + b) ** 2))  # fmt: skip


@TOPIC.intermediate
def two_marbles_drawn_with_replacement(draw: Draw) -> Made:
    bag, a, b = _bag(draw, 3, 12)
    return _chance(Message("A bag contains {a} {first} marbles and {b} {second} marbles. Two marbles are drawn with "
                           "replacement. What is the probability that both are {second}?", **bag),
                   Fraction(b * b, (a + b) ** 2))  # fmt: skip


@TOPIC.intermediate
def two_marbles(draw: Draw) -> Made:
    bag, a, b = _bag(draw, 2, 8)
    return _chance(Message("A bag contains {a} {first} marbles and {b} {second} marbles. Two marbles are drawn without "
                           "replacement. What is the probability that both are {first}?", **bag),
                   Fraction(comb(a, 2), comb(a + b, 2)))  # fmt: skip


@TOPIC.intermediate
def the_same_colour(draw: Draw) -> Made:
    bag, a, b = _bag(draw, 2, 8)
    return _chance(Message("A bag contains {a} {first} marbles and {b} {second} marbles. Two marbles are drawn without "
                           "replacement. What is the probability that they are the same color?", **bag),
                   Fraction(comb(a, 2) + comb(b, 2), comb(a + b, 2)))  # fmt: skip


@TOPIC.intermediate
def different_colours(draw: Draw) -> Made:
    bag, a, b = _bag(draw, 2, 8)
    return _chance(Message("A bag contains {a} {first} marbles and {b} {second} marbles. Two marbles are drawn without "
                           "replacement. What is the probability that they are different colors?", **bag),
                   Fraction(a * b, comb(a + b, 2)))  # fmt: skip


@TOPIC.intermediate
def at_least_one_marble(draw: Draw) -> Made:
    bag, a, b = _bag(draw, 4, 8)
    number_drawn = draw.whole(2, 3)
    return _chance(Message("A bag contains {a} {first} marbles and {b} {second} marbles. {drawn} marbles are drawn "
                           "without replacement. What is the probability that at least one is {first}?",
                           drawn=_n(number_drawn), **bag),
                   1 - Fraction(comb(b, number_drawn), comb(a + b, number_drawn)))  # fmt: skip


def _exactly(draw: Draw, drawn: int) -> Made:
    bag, a, b = _bag(draw, 4, 8)
    k = draw.whole(1, drawn - 1)
    return _chance(Message("A bag contains {a} {first} marbles and {b} {second} marbles. {drawn} marbles are drawn "
                           "without replacement. What is the probability that exactly {k} are {first}?",
                           drawn=_n(drawn), k=_n(k), **bag),
                   Fraction(comb(a, k) * comb(b, drawn - k), comb(a + b, drawn)))  # fmt: skip


@TOPIC.intermediate
def exactly_so_many_of_three(draw: Draw) -> Made:
    return _exactly(draw, 3)


@TOPIC.advanced
def exactly_so_many_of_several(draw: Draw) -> Made:
    return _exactly(draw, draw.whole(4, 6))


@TOPIC.advanced
def at_least_two_marbles(draw: Draw) -> Made:
    bag, a, b = _bag(draw, 4, 8)
    drawn, least = draw.whole(3, 5), 2
    ways = sum(comb(a, k) * comb(b, drawn - k) for k in range(least, drawn + 1))
    return _chance(Message("A bag contains {a} {first} marbles and {b} {second} marbles. {drawn} marbles are drawn "
                           "without replacement. What is the probability that at least {k} are {first}?",
                           drawn=_n(drawn), k=_n(least), **bag), Fraction(ways, comb(a + b, drawn)))  # fmt: skip


# dice and coins


def _two_dice(draw: Draw, result: Message, values: list[int], wanted: Iterable[int], how: Argument) -> Made:
    one = Message("Two dice are rolled. What is the probability that {result} is {how}?", result=result, how=how)
    other = Message("If two fair dice are rolled, what is the probability that {result} is {how}?", result=result,
                    how=how)  # fmt: skip
    fitting = set(wanted)
    return _chance(draw.one_of([one, other]), Fraction(sum(value in fitting for value in values), len(values)))


_SUMS = [a + b for a in _FACES for b in _FACES]
_PRODUCTS = [a * b for a in _FACES for b in _FACES]
_THE_SUM, _THE_PRODUCT = Message("the sum"), Message("the product")


@TOPIC.beginner
def the_sum_or_the_product_of_two_dice(draw: Draw) -> Made:
    if draw.whole(0, 1):
        value = draw.whole(2, 12)
        return _two_dice(draw, _THE_SUM, _SUMS, {value}, _n(value))
    value = draw.one_of(sorted(set(_PRODUCTS)))
    return _two_dice(draw, _THE_PRODUCT, _PRODUCTS, {value}, _n(value))


@TOPIC.intermediate
def the_sum_of_two_dice_within_bounds(draw: Draw) -> Made:
    result, values, bound = draw.one_of([(_THE_SUM, _SUMS, draw.whole(3, 11)),
                                         (_THE_PRODUCT, _PRODUCTS, draw.whole(2, 35))])  # fmt: skip
    if draw.whole(0, 1):
        return _two_dice(draw, result, values, range(bound, 37), Message("at least {value}", value=_n(bound)))
    return _two_dice(draw, result, values, range(bound + 1), Message("at most {value}", value=_n(bound)))


def _coins(draw: Draw, low: int, high: int) -> tuple[int, int, Message]:
    times = draw.whole(low, high)
    return times, draw.whole(2, times - 1), draw.one_of([Message("heads"), Message("tails")])


@TOPIC.beginner
def so_many_heads_of_a_few(draw: Draw) -> Made:
    times, k, side = _coins(draw, 3, 12)
    return _chance(Message("A fair coin is flipped {times} times. What is the probability of getting exactly {k} "
                           "{side}?", times=_n(times), k=_n(k), side=side),
                   Fraction(comb(times, k), 2**times))  # fmt: skip


@TOPIC.intermediate
def at_least_so_many_heads(draw: Draw) -> Made:
    times, k, side = _coins(draw, 4, 14)
    ways = sum(comb(times, j) for j in range(k, times + 1))
    return _chance(Message("A fair coin is flipped {times} times. What is the probability of getting at least {k} "
                           "{side}?", times=_n(times), k=_n(k), side=side), Fraction(ways, 2**times))  # fmt: skip


@TOPIC.advanced
def at_most_so_many_heads(draw: Draw) -> Made:
    times, k, side = _coins(draw, 5, 14)
    ways = sum(comb(times, j) for j in range(k + 1))
    return _chance(Message("A fair coin is flipped {times} times. What is the probability of getting at most {k} "
                           "{side}?", times=_n(times), k=_n(k), side=side), Fraction(ways, 2**times))  # fmt: skip


@TOPIC.advanced
def so_many_of_a_face(draw: Draw) -> Made:
    times, face = draw.whole(3, 10), draw.one_of(_ROLLS)
    k = draw.whole(2, times - 1)
    return _chance(Message("A fair die is rolled {times} times. What is the probability of rolling exactly {k} "
                           "{face}?", times=_n(times), face=face, k=_n(k)),
                   Fraction(comb(times, k) * 5 ** (times - k), 6**times))  # fmt: skip


# events


def _given(text: str) -> Formula:
    """`P(A ∪ B)`, `P(A) = 1/3`: what `maths.read` has no tree for."""
    latex = text.replace("∪", r"\cup").replace("∩", r"\cap").replace("|", r" \mid ").replace("^c", "^{c}")
    left, _, value = latex.partition(" = ")
    return Formula(text, f"{left} = {shown(value).latex}" if value else left)


def _event(letters: str, value: Fraction) -> Formula:
    return _given(f"P({letters}) = {number(value)}")


def _asked(known: list[Formula], asked: str, value: Fraction) -> Made:
    statement = (
        Message("If {first} and {second}, find {asked}.", first=known[0], second=known[1], asked=_given(asked))
        if len(known) == 2  # noqa: PLR2004 - or three
        else Message("If {first}, {second} and {third}, find {asked}.", first=known[0], second=known[1],
                     third=known[2], asked=_given(asked))
    )  # fmt: skip
    return _chance(statement, value)


def _independent(known: list[Formula], asked: str, value: Fraction) -> Made:
    return _chance(Message("If A and B are independent events with {first} and {second}, find {asked}.",
                           first=known[0], second=known[1], asked=_given(asked)), value)  # fmt: skip


def _chances(draw: Draw) -> tuple[Fraction, Fraction, Fraction]:
    """P(A), P(B) and P(A ∩ B) of four parts of a whole."""
    only_a, only_b, both, neither = (draw.whole(1, 6) for _ in range(4))
    whole = only_a + only_b + both + neither
    return Fraction(only_a + both, whole), Fraction(only_b + both, whole), Fraction(both, whole)


@TOPIC.intermediate
def independent_events_both(draw: Draw) -> Made:
    a, b = draw.fraction(9, below_one=True), draw.fraction(9, below_one=True)
    return _independent([_event("A", a), _event("B", b)], "P(A ∩ B)", a * b)


@TOPIC.intermediate
def one_or_the_other(draw: Draw) -> Made:
    a, b, both = _chances(draw)
    return _asked([_event("A", a), _event("B", b), _event("A ∩ B", both)], "P(A ∪ B)", a + b - both)


@TOPIC.intermediate
def the_chance_of_both_from_a_condition(draw: Draw) -> Made:
    _, b, both = _chances(draw)
    return _asked([_event("B", b), _event("A|B", both / b)], "P(A ∩ B)", both)


@TOPIC.advanced
def a_conditional_chance(draw: Draw) -> Made:
    a, b, both = _chances(draw)
    return _asked([_event("A", a), _event("B", b), _event("A ∩ B", both)], "P(A|B)", both / b)


@TOPIC.advanced
def both_from_one_or_the_other(draw: Draw) -> Made:
    a, b, both = _chances(draw)
    return _asked([_event("A", a), _event("B", b), _event("A ∪ B", a + b - both)], "P(A ∩ B)", both)


@TOPIC.advanced
def a_conditional_chance_from_the_union(draw: Draw) -> Made:
    a, b, both = _chances(draw)
    return _asked([_event("A", a), _event("B", b), _event("A ∪ B", a + b - both)], "P(B|A)", both / a)


@TOPIC.advanced
def independent_events_one_or_the_other(draw: Draw) -> Made:
    a, b = draw.fraction(9, below_one=True), draw.fraction(9, below_one=True)
    return _independent([_event("A", a), _event("B", b)], "P(A ∪ B)", a + b - a * b)


@TOPIC.advanced
def the_other_independent_event(draw: Draw) -> Made:
    a, b = draw.fraction(9, below_one=True), draw.fraction(9, below_one=True)
    return _independent([_event("A", a), _event("A ∩ B", a * b)], "P(B)", b)


@TOPIC.advanced
def the_other_independent_event_from_the_union(draw: Draw) -> Made:
    a, b = draw.fraction(7, below_one=True), draw.fraction(7, below_one=True)
    return _independent([_event("A", a), _event("A ∪ B", a + b - a * b)], "P(B)", b)


@TOPIC.advanced
def the_condition_turned_round(draw: Draw) -> Made:
    a, b, both = _chances(draw)
    return _asked([_event("A", a), _event("B", b), _event("B|A", both / a)], "P(A|B)", both / b)


@TOPIC.advanced
def one_or_the_other_from_a_condition(draw: Draw) -> Made:
    a, b, both = _chances(draw)
    return _asked([_event("A", a), _event("B", b), _event("A|B", both / b)], "P(A ∪ B)", a + b - both)
