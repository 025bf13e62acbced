"""Korean questions about whole numbers that conditions describe: what is said of a number stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.numbers.integers.conditions import (
    All,
    Bound,
    Composite,
    Condition,
    Coprime,
    DivisorOf,
    IsWhole,
    Leaves,
    MultipleOf,
    Not,
    Of,
    PowerOf,
    Prime,
    Some,
    Unsure,
    Valued,
    negated,
)
from maths.families.numbers.integers.described import Described, Listing
from maths.families.numbers.integers.digit_conditions import DigitCount, DigitOrder, Palindrome
from maths.families.numbers.integers.measures import (
    DIGIT_COUNT,
    DIGIT_PRODUCT,
    DIGIT_SUM,
    DIVISOR_SUM,
    DIVISORS,
    GREATEST_PRIME,
    LEAST_PRIME,
    PRIME_COUNT,
    PROPER_SUM,
    ZEROS,
    Measure,
    exponent_of,
    remainder_by,
)
from maths.families.numbers.integers.measures import digit as digit_at
from maths.families.numbers.integers.satisfied import Satisfies
from maths.families.numbers.integers.values import Given, HowMany, Measured, Nth, Numbers, Only, Total, Worked, numbers
from maths.families.terms import fraction
from maths.phrasing.chart import apply, either, many, word
from maths.phrasing.grammar_digits import PLACE_KO
from maths.phrasing.grammar_numbers import ASKED_KO, operand
from maths.phrasing.integer_conditions import (
    BOTH_OR_ANY,
    EVEN,
    NONNEGATIVE,
    ODD,
    POSITIVE,
    between,
    constant,
    digits,
    integer,
    memoized,
    natural,
)
from maths.phrasing.integer_sets import UNUSUAL, is_comparison
from maths.phrasing.productions import always, formula, meaning, name, rule
from maths.phrasing.requests import is_expression
from maths.phrasing.spelled import COUNTS_KO, RANKS_KO, one_of
from maths.tree import Name, names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maths.families.numbers.integers.values import Value
    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_NATIVE = {
    word: n
    for word, n in COUNTS_KO.items()
    if word in {"한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"}
}
_count = either(integer, one_of(_NATIVE))

# lists of numbers


def _list(build: Callable[[int], Condition], *, both: bool) -> Parser[Condition]:
    """`both`: "3과 5로 나누어떨어지는" is said of both; "3과 5의 배수" may be the ones and the others."""

    def together(some: tuple[int, ...], last: int) -> Iterator[Condition]:
        parts = tuple(build(n) for n in (*some, last))
        yield All(parts) if both else Unsure((All(parts), Some(parts)), BOTH_OR_ANY)

    several = many(natural, word("Z_COMMA_ITEM"))
    return either(
        apply(natural, lambda n: [build(n)]),
        rule(
            lambda some, last: [Some(tuple(build(n) for n in (*some, last)))],
            several,
            "?Z_COMMA_ITEM",
            "KZ_OR_WORD",
            natural,
        ),
        rule(together, several, "KZ_AND_WORD|Z_COMMA_ITEM", natural),
    )


# what a noun says: "3의 배수", "소수"

_both = many(natural, either(word("KZ_AND_WORD"), word("Z_COMMA_ITEM")))
_KIND: Parser[Condition] = either(
    rule(lambda found: [found], _list(MultipleOf, both=False), "KZ_MULTIPLES"),
    apply(
        rule(lambda found: [found], _both, "KZ_COMMON_MULTIPLES"), lambda *found: [All(tuple(map(MultipleOf, found)))]
    ),
    rule(lambda n: [All((DivisorOf(n), POSITIVE))], natural, "KZ_FACTORS"),
    apply(
        rule(lambda found: [found], _both, "KZ_COMMON_FACTORS"),
        lambda *found: [All((*map(DivisorOf, found), POSITIVE))],
    ),
    rule(lambda n: [All((DivisorOf(n), Prime()))], natural, "KZ_PRIME_FACTORS"),
    meaning("KZ_PRIMES", Prime()),
    meaning("KZ_COMPOSITES", Composite()),
    meaning("KZ_EVENS", EVEN),
    meaning("KZ_ODDS", ODD),
    meaning("KZ_SQUARES", PowerOf(2)),
    meaning("KZ_CUBES", PowerOf(3)),
    meaning("KZ_PALINDROMES", All((Palindrome(), NONNEGATIVE))),
)
_KINDS: Parser[Condition] = either(
    _KIND,
    rule(lambda a, b: [Some((a, b))], _KIND, "KZ_OR_WORD", _KIND),
    rule(lambda n: [Coprime(n)], natural, "KZ_COPRIME"),
)

# what goes on ("and", "or") and what ends before the noun


def _measured(measure: Measure, value: int) -> Iterator[Condition]:
    yield Of(measure, Bound("=", fraction(value)))


def _leaves(divisor: int, rest: int) -> Iterator[Condition]:
    if 0 <= rest < divisor:
        yield Leaves(rest, divisor)


_EQUALITY: Parser[Condition] = either(
    rule(lambda value: _measured(DIGIT_SUM, value), "KZ_DIGIT_SUM", integer),
    rule(lambda value: _measured(DIGIT_PRODUCT, value), "KZ_DIGIT_PRODUCT", integer),
    rule(lambda value: _measured(DIVISORS, value), "KZ_DIVISOR_COUNT", _count, "?KZ_COUNTER"),
    rule(
        lambda place, value: _measured(digit_at(place), value) if place >= 0 else [],
        PLACE_KO,
        "KZ_PLACE_DIGIT",
        integer,
    ),
    rule(_leaves, natural, "KZ_DIVIDED", "KZ_THE_REMAINDER", integer),
)
_DIVIDED = rule(lambda found: [found], _list(MultipleOf, both=True), "KZ_BY", "?KZ_ALL")


def _refused(found: Condition) -> Iterator[Condition]:
    yield negated(found)


_ENDING: Parser[Condition] = either(
    rule(lambda value: [Bound("<", value)], constant, "KZ_LESS"),
    rule(lambda value: [Bound(">", value)], constant, "KZ_MORE"),
    rule(lambda value: [Bound(">=", value)], constant, "KZ_AT_LEAST"),
    rule(lambda value: [Bound("<=", value)], constant, "KZ_AT_MOST"),
    rule(lambda a, b: between(a, b, ""), constant, "KZ_AND_WORD", constant, "KZ_BETWEEN"),
    rule(lambda a, b: between(a, b, "inclusive"), constant, "KZ_FROM", constant, "KZ_TO"),
    meaning("KZ_POSITIVE", POSITIVE),
    meaning("KZ_NEGATIVE", Bound("<", fraction(0))),
    rule(digits, _count, "KZ_DIGIT"),
    rule(lambda found: [found], _KINDS, "KZ_IS"),
    rule(_refused, _KIND, "KZ_IS_NOT"),
    rule(lambda found: [found], _DIVIDED, "KZ_DIVISIBLE"),
    rule(lambda n: [Not(MultipleOf(n))], natural, "KZ_BY", "KZ_DIVISIBLE_NOT"),
    rule(_leaves, natural, "KZ_DIVIDED", integer, "KZ_REMAINS"),
    rule(lambda found: [found], _EQUALITY, "KZ_IS"),
    meaning("KZ_IN_ALL_DIFFERENT", DigitOrder("different")),
)
_GOING_ON: Parser[Condition] = either(
    rule(lambda value: [Bound("<", value)], constant, "KZ_LESS_AND"),
    rule(lambda value: [Bound(">", value)], constant, "KZ_MORE_AND"),
    rule(lambda value: [Bound(">=", value)], constant, "KZ_AT_LEAST_AND"),
    rule(lambda value: [Bound("<=", value)], constant, "KZ_AT_MOST_AND"),
    rule(lambda found: [found], _KINDS, "KZ_IS_AND|KZ_IS_BUT"),
    rule(_refused, _KIND, "KZ_IS_NOT_AND|KZ_IS_NOT_BUT"),
    rule(lambda found: [found], _DIVIDED, "KZ_DIVISIBLE_AND|KZ_DIVISIBLE_BUT"),
    rule(lambda n: [Not(MultipleOf(n))], natural, "KZ_BY", "KZ_DIVISIBLE_NOT_AND"),
    rule(_leaves, natural, "KZ_DIVIDED", integer, "KZ_REMAINS_AND"),
    rule(lambda found: [found], _EQUALITY, "KZ_IS_AND"),
)
_CHOICE: Parser[Condition] = either(
    rule(lambda a, b: [Some((a, b))], _KIND, "KZ_IS_OR", _KIND, "KZ_IS"),
    rule(lambda a, b: [Some((a, b))], _DIVIDED, "KZ_DIVISIBLE_OR", _DIVIDED, "KZ_DIVISIBLE"),
)
_comma = rule(lambda: [None], "?Z_COMMA_ITEM")
_SAID: Parser[Condition] = memoized(either(_CHOICE, _ENDING, rule(lambda found: [found], _GOING_ON, "?Z_COMMA_ITEM")))

# noun phrases

_Phrase = tuple[tuple[Condition, ...], tuple[str, ...], "bool | None", int]
_NOUN: Parser[tuple[Condition, ...]] = either(
    meaning("KZ_NATURALS", (POSITIVE,)),
    meaning("KZ_INTEGERS", ()),
    meaning("KZ_NUMBERS", (UNUSUAL, IsWhole())),
    apply(_KINDS, lambda found: [(found,)]),
)
_RANK = either(rule(lambda rank: [rank], one_of(RANKS_KO), "ABOUT_KO"), meaning("MOST_KO", 1))
_EXTREME: Parser[tuple[bool, int]] = either(
    meaning("KZ_GREATEST", (True, 1)),
    meaning("KZ_LEAST", (False, 1)),
    rule(lambda rank: [(True, rank)], one_of(RANKS_KO), "ABOUT_KO", "BIG_KO"),
    rule(lambda rank: [(False, rank)], one_of(RANKS_KO), "ABOUT_KO", "SMALL_KO"),
)


def _lettered(node: Node) -> bool:
    return len(names(node)) == 1 and is_expression(node)


def _is_relation(node: Node) -> bool:
    return is_comparison(node) and len(names(node)) == 1


def _satisfies(node: Node) -> Iterator[Condition]:
    yield Satisfies(node, next(iter(names(node))))  # type: ignore[arg-type]


def _becomes(body: Node, kind: Condition) -> Iterator[Condition]:
    letter = next(iter(names(body)))
    if body != Name(letter):
        yield Valued(body, letter, kind)


_OF_LETTER: Parser[Condition] = either(
    rule(_satisfies, formula(_is_relation), "KZ_SATISFYING"),
    rule(_becomes, formula(_lettered), "KZ_SUBJECT", _KINDS, "KZ_BECOMES"),
    rule(_becomes, formula(_lettered), "KZ_SUBJECT", _DIVIDED, "KZ_DIVISIBLE"),
    rule(_becomes, formula(_lettered), "KZ_SUBJECT", rule(lambda: [IsWhole()], "KZ_INTEGERS"), "KZ_BECOMES"),
)
_before = either(many(either(_SAID, _OF_LETTER), _comma), always(()))
_letter = either(apply(name, lambda found: [found.full]), always(""))


def _letters_of(conditions: tuple[Condition, ...]) -> set[str]:
    return {condition.letter for condition in conditions if isinstance(condition, (Satisfies, Valued))}


def _plain(before: tuple[Condition, ...], noun: tuple[Condition, ...], letter: str) -> Iterator[tuple[Condition, ...]]:
    used = _letters_of(before)
    if len(used) > 1 or (used and letter and used != {letter}):
        return
    if any(isinstance(condition, DigitCount) for condition in before):
        if noun == () and POSITIVE not in before:
            return  # two-digit integers may be negative
        noun = tuple(condition for condition in noun if condition not in {UNUSUAL, IsWhole()})
    yield (*before, *noun)


_PLAIN: Parser[tuple[Condition, ...]] = rule(_plain, _before, _NOUN, _letter)


def _among(first: tuple[Condition, ...], second: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """The word 수 after 자연수 중 means those natural numbers."""
    if IsWhole() in first or not first:
        return second
    return tuple(condition for condition in second if condition not in {UNUSUAL, IsWhole()})


def _set(chart: Chart, at: int) -> Iterator[tuple[int, Numbers]]:
    """`100 이하의 자연수 중에서 3의 배수`, or without the first part."""
    for end, first in _PLAIN(chart, at):
        yield end, numbers(first)
        for after, _ in word("KZ_AMONG")(chart, end):
            for last, second in _PLAIN(chart, after):
                yield last, numbers((*first, *_among(first, second)))


def _extreme_of(
    before: tuple[Condition, ...],
    extreme: tuple[bool, int],
    after: tuple[Condition, ...],
    noun: tuple[Condition, ...],
    letter: str,
) -> Iterator[tuple[tuple[Condition, ...], tuple[bool, int]]]:
    for found in _plain((*before, *after), noun, letter):
        yield found, extreme


_CHOSEN = rule(_extreme_of, _before, _EXTREME, _before, _NOUN, _letter)


def _nth(found: tuple[tuple[Condition, ...], tuple[bool, int]], first: tuple[Condition, ...] = ()) -> Value:
    conditions, (largest, rank) = found
    return Nth(numbers((*first, *_among(first, conditions))), rank, largest)


def _chosen(chart: Chart, at: int) -> Iterator[tuple[int, Value]]:
    """`100보다 작은 가장 큰 소수`, `두 자리 자연수 중에서 가장 큰 7의 배수`"""
    for end, found in _CHOSEN(chart, at):
        yield end, _nth(found)
    for end, first in _PLAIN(chart, at):
        for after, _ in word("KZ_AMONG")(chart, end):
            for last, found in _CHOSEN(chart, after):
                yield last, _nth(found, first)


# values


def _given(node: Node) -> Iterator[Value]:
    if not names(node, frozenset({"e"})):
        yield Given(node)


_given_value = apply(operand, _given)
_MEASURE: Parser[Measure] = either(
    meaning("KZ_VALUE_DIGIT_SUM", DIGIT_SUM),
    meaning("KZ_VALUE_DIGIT_PRODUCT", DIGIT_PRODUCT),
    meaning("KZ_VALUE_DIGIT_COUNT", DIGIT_COUNT),
    meaning("KZ_ZEROS", ZEROS),
    meaning("KZ_DIVISOR_SUM", DIVISOR_SUM),
    meaning("KZ_PROPER_SUM", PROPER_SUM),
    meaning("KZ_DIVISOR_TOTAL", DIVISORS),
    meaning("KZ_PRIME_TOTAL", PRIME_COUNT),
    meaning("KZ_GREATEST_PRIME", GREATEST_PRIME),
    meaning("KZ_LEAST_PRIME", LEAST_PRIME),
    rule(lambda place: [digit_at(place)] if place >= 0 else [], "OF_KO", PLACE_KO, "DIGIT_KO"),
    rule(lambda n: [remainder_by(n)], "OBJECT", natural, "KZ_DIVIDED_REMAINDER"),
)
_FOLD = either(meaning("KZ_SUM", "sum"), meaning("KZ_PRODUCT", "product"), meaning("KZ_MEAN", "mean"))
_TWO = either(
    meaning("KZ_SUM", "plus"), meaning("KZ_PRODUCT", "times"), meaning("KZ_DIFFERENCE", "difference"),
    meaning("KZ_GCD", "gcd"), meaning("KZ_LCM", "lcm"),
)  # fmt: skip


def _exponent(value: Value, prime: int) -> Iterator[Value]:
    if Prime().holds(prime):
        yield Measured(exponent_of(prime), value)


_SIMPLE: Parser[Value] = either(
    _chosen,
    rule(lambda found: [HowMany(found)], "?KZ_EVERY", _set, "KZ_COUNT"),
    rule(lambda found, kind: [Total(kind, found)], "?KZ_EVERY", _set, _FOLD),
    rule(lambda found: [Nth(found, 1, True)], _set, "KZ_GREATEST_VALUE"),  # noqa: FBT003 - the largest
    rule(lambda found: [Nth(found, 1, False)], _set, "KZ_LEAST_VALUE"),  # noqa: FBT003 - the least
    _given_value,
)
VALUE: Parser[Value] = memoized(
    either(
        _SIMPLE,
        rule(lambda value, measure: [Measured(measure, value)], _SIMPLE, _MEASURE),
        rule(lambda a, b, operation: [Worked(operation, (a, b))], _SIMPLE, "KZ_AND_WORD", _SIMPLE, _TWO),
        rule(_exponent, _given_value, "KZ_IN_FACTORISATION", natural, "KZ_EXPONENT"),
    )
)

# questions


def _found(value: Value) -> Built:
    if not isinstance(value, Given):
        yield Described(value)


REQUESTS: tuple[Parser[Found], ...] = (
    rule(_found, VALUE, *ASKED_KO),
    rule(lambda found: [Described(HowMany(found))], _set, "KZ_HOW_MANY"),
    rule(lambda found: [Listing(found)], _set, "OBJECT|TOPIC", "ALL_KO", "FIND_KO|SHOW_KO"),
    rule(lambda found: [Described(Only(found))], _set, "TOPIC", "FIND_KO|WHAT_KO"),
    rule(lambda value: _found(Measured(DIGIT_COUNT, value)), _given_value, "KZ_HOW_MANY_DIGITS"),
)
"""Tried where nothing else understands the whole sentence."""
