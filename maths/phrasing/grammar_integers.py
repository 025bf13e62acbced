"""English questions about whole numbers that conditions describe, and about what numbers have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.numbers.integers.conditions import (
    All,
    Bound,
    Different,
    DivisorOf,
    Of,
    OnceIn,
    Prime,
    Unsure,
    flat,
)
from maths.families.numbers.integers.described import Described, Listing, Whether
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
    last_digits,
    remainder_by,
)
from maths.families.numbers.integers.values import (
    Given,
    HowMany,
    Measured,
    Nth,
    Numbers,
    Only,
    Total,
    TotalOfFirst,
    Worked,
    numbers,
)
from maths.families.numbers.operands import is_operand
from maths.phrasing.chart import apply, either, many, pattern, word
from maths.phrasing.grammar_digits import BASE
from maths.phrasing.grammar_numbers import without_article
from maths.phrasing.integer_conditions import (
    ADJECTIVE_CHAIN,
    ADJECTIVES,
    PLACE,
    POSITIVE,
    REPEATED,
    VERB_CHAIN,
    constant,
    memoized,
    natural,
    small,
    ungrouped,
    whole_of,
)
from maths.phrasing.integer_sets import ADJECTIVES_BEFORE, FACTOR_SIGN, PLAIN, phrase, question_clause, smallest_of
from maths.phrasing.productions import always, formula, meaning, rule
from maths.phrasing.spelled import RANKS, one_of
from maths.tree import Based, Number, Product, Sum, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.numbers.integers.conditions import Condition
    from maths.families.numbers.integers.values import Value
    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_MOST_LAST = 6
MOST_RANK = 5_000
_TEN = 10

# values


def _given(node: Node) -> Iterator[Value]:
    if not names(node, frozenset({"e"})):
        yield Given(node)


def _in_its_base(base: int, node: Node) -> Iterator[Value]:
    """`the base-16 integer 729_16`, `the base ten integer 355`: what is said has to fit."""
    own = node.base if isinstance(node, Based) else _TEN
    if isinstance(node, (Based, Number)) and own == base:
        yield Given(node)


_operand = whole_of(without_article(formula(lambda node: is_operand(node, based=True))))
given: Parser[Value] = either(
    apply(_operand, _given),
    rule(_in_its_base, "?BZ_THE", BASE, "?BZ_INTEGER", _operand),
    rule(_given, "BZ_THE", "BZ_INTEGER", _operand),
)


def _value(chart: Chart, at: int) -> Iterator[tuple[int, Value]]:
    yield from VALUE(chart, at)


def _chosen(rank: int, largest: bool, found: Numbers) -> Iterator[Value]:  # noqa: FBT001 - what the phrase means
    yield Nth(found if largest else smallest_of(found), rank, largest)


def _last_digits(count: int, value: Value) -> Iterator[Value]:
    if 0 < count <= _MOST_LAST:
        yield Measured(last_digits(count), value)


def _exponent(prime: int, value: Value) -> Iterator[Value]:
    if Prime().holds(prime):
        yield Measured(exponent_of(prime), value)


def _remainder(dividend: Value, divisor: int) -> Iterator[Value]:
    yield Measured(remainder_by(divisor), dividend)


def _factors_of(value: Value) -> Numbers | None:
    """The positive divisors of a number that is itself described."""
    found = value.first()
    if found.denominator == 1 and found == value.second() and found > 0:
        return Numbers((DivisorOf(int(found)), POSITIVE))
    return None


ORDINAL = rule(
    lambda found: [int(found.group(1))] if 0 < int(found.group(1)) <= MOST_RANK else [],
    pattern(r"([0-9]{1,4})\s*(?:\^\s*\{?\s*)?(?:\\(?:text|mathrm|textrm)\s*\{?)?\s*(?:st|nd|rd|th)[\s}]*(?![A-Za-z])"),
)
_RANK = either(one_of(RANKS), ORDINAL, always(1))
_GIVEN_RANK = either(one_of(RANKS), ORDINAL)
_EXTREME = either(meaning("Z_GREATEST", value=True), meaning("Z_LEAST", value=False))
_ALL = ("?Z_ALL", "?Z_POSSIBLE")
_MEASURE_OF: Parser[Measure] = either(
    meaning("Z_DIGIT_SUM_OF", DIGIT_SUM),
    meaning("Z_DIGIT_PRODUCT_OF", DIGIT_PRODUCT),
    meaning("Z_DIGIT_COUNT_OF", DIGIT_COUNT),
    meaning("Z_DIVISOR_SUM_OF", DIVISOR_SUM),
    meaning("Z_PROPER_SUM_OF", PROPER_SUM),
    meaning("Z_ZEROS_IN", ZEROS),
    rule(lambda place: [place], "?Z_THE", PLACE, "Z_OF_VALUE"),
    rule(lambda _: [GREATEST_PRIME], "?Z_THE", meaning("Z_GREATEST", value=True), "Z_PRIME_FACTOR"),
    rule(lambda _: [LEAST_PRIME], "?Z_THE", meaning("Z_LEAST", value=False), "Z_PRIME_FACTOR"),
    rule(lambda: [DIVISORS], "Z_COUNT_OF", "Z_DIVISORS", "Z_OF"),
    rule(lambda: [PRIME_COUNT], "Z_COUNT_OF", "Z_PRIME_DIVISORS", "Z_OF"),
)
_KIND = either(
    meaning("Z_GCD_OF", "gcd"),
    meaning("Z_LCM_OF", "lcm"),
    meaning("Z_SUM_OF", "sum"),
    meaning("Z_PRODUCT_OF", "product"),
    meaning("Z_MEAN_OF", "mean"),
)
_PAIR_OPERATION = either(
    meaning("Z_SUM_OF", "plus"),
    meaning("Z_PRODUCT_OF", "times"),
    meaning("Z_DIFFERENCE", "difference"),
    meaning("Z_GCD_OF", "gcd"),
    meaning("Z_LCM_OF", "lcm"),
)
_COUNTED_KIND = either(
    meaning("Z_GCD_OF", "gcd"),
    meaning("Z_LCM_OF", "lcm"),
    meaning("Z_SUM_OF", "sum"),
    meaning("Z_PRODUCT_OF", "product"),
)


def _paired(operation: str, left: Value, right: Value) -> Iterator[Value]:
    yield Worked(operation, (left, right))


def _two_extremes(operation: str, largest: bool, other: bool, found: Numbers) -> Iterator[Value]:  # noqa: FBT001
    """`the sum of the largest and the smallest …`"""
    if largest is not other:
        sided = smallest_of(found)
        yield Worked(operation, (Nth(sided, 1, largest), Nth(sided, 1, other)))


def _as_named(operation: str, node: Node) -> Iterator[Value]:
    """`the product of 3*4`"""
    if isinstance(node, Product if operation == "times" else Sum) and not names(node, frozenset({"e"})):
        yield Given(node)


_divisor = either(natural, rule(lambda base, n: [n] if base == _TEN else [], "?BZ_THE", BASE, "?BZ_INTEGER", natural))

VALUE: Parser[Value] = memoized(
    either(
        rule(_chosen, "?Z_THE", _RANK, "?Z_POSSIBLE", _EXTREME, "?Z_POSSIBLE", phrase),
        rule(lambda rank, found: [Nth(found, rank)] if found.has_start else [], "?Z_THE", _GIVEN_RANK, phrase),
        rule(lambda found: [HowMany(_once_each(found))], "Z_COUNT_OF", *_ALL, phrase),
        rule(lambda kind, found: [Total(kind, _once_each(found))], _KIND, *_ALL, phrase),
        rule(
            lambda kind, count, found: [TotalOfFirst(kind, count, found)],
            _COUNTED_KIND,
            "?Z_THE",
            "Z_FIRST",
            small,
            phrase,
        ),
        rule(
            lambda kind, count, largest, found: [
                TotalOfFirst(kind, count, found if largest else smallest_of(found), largest)
            ],
            _COUNTED_KIND,
            "?Z_THE",
            small,
            _EXTREME,
            phrase,
        ),
        rule(
            lambda kind, place, found: [Total(kind, found, place)],
            _COUNTED_KIND,
            "?Z_THE",
            PLACE,
            "Z_OF",
            *_ALL,
            phrase,
        ),
        rule(lambda measure, value: [Measured(measure, value)], _MEASURE_OF, _value),
        rule(_last_digits, "Z_LAST", small, "Z_DIGITS", "Z_OF_VALUE", _value),
        rule(_exponent, "Z_EXPONENT_OF", natural, "Z_IN_FACTORISATION", _value),
        rule(_two_extremes, _PAIR_OPERATION, "?Z_THE", _EXTREME, "Z_PLAIN_AND", "?Z_THE", _EXTREME, phrase),
        ungrouped(rule(_paired, _PAIR_OPERATION, _value, "Z_PLAIN_AND", _value)),
        rule(_remainder, "Z_REMAINDER_WHEN", _value, "Z_DIVIDED_BY", _divisor),
        rule(_as_named, either(meaning("Z_SUM_OF", "plus"), meaning("Z_PRODUCT_OF", "times")), _operand),
        given,
    )
)

# questions


def _found(value: Value) -> Built:
    if not isinstance(value, Given):
        yield Described(value)


def _counted(found: Numbers, more: Condition | None = None) -> Built:
    yield Described(HowMany(_once_each(_with(found, more))))


def _with(found: Numbers, more: Condition | None) -> Numbers:
    if more is None:
        return found
    signs = (FACTOR_SIGN,) if any(isinstance(condition, DivisorOf) for condition in flat((more,))) else ()
    return numbers((*found.conditions, more, *signs))


def _factor_count(adjectives: tuple[Condition, ...], value: Value) -> Built:
    found = _factors_of(value)
    if found:
        yield Described(HowMany(_once_each(numbers((*adjectives, *found.conditions)))))


def _once_each(found: Numbers) -> Numbers:
    """Prime factors that nobody calls different may be counted as often as they divide."""
    divided = [condition.number for condition in found.conditions if isinstance(condition, DivisorOf)]
    if not divided or Prime() not in found.conditions or Different() in found.conditions:
        return found
    return _with(found, Unsure((All(()), OnceIn(divided[0])), REPEATED))


def _common_count(adjectives: tuple[Condition, ...], some: tuple[int, ...], last: int) -> Built:
    every = tuple(DivisorOf(n) for n in (*some, last))
    yield Described(HowMany(numbers((*adjectives, *every, POSITIVE))))


def _lettered(chart: Chart, at: int) -> Iterator[tuple[int, Numbers]]:
    """`integers n is it true that n^2 < 10`"""
    for end, (conditions, letter) in PLAIN(chart, at):
        if letter:
            for last, condition in question_clause(letter)(chart, end):
                yield last, numbers((*conditions, condition))


def _also(found: Numbers, condition: Condition) -> Iterator[Numbers]:
    yield _with(found, condition)


def _whether(value: Value, condition: Condition) -> Built:
    yield Whether(value, condition)


def _measured(measure: Measure, value: Value) -> Built:
    yield Described(Measured(measure, value))


_members = either(phrase, rule(_also, phrase, VERB_CHAIN))
_PLURAL = re.compile(r"(?i)\b(integers|numbers|primes|squares|cubes|multiples|divisors|factors|palindromes|values)\b")


def _one_member(chart: Chart, at: int) -> Iterator[tuple[int, Numbers]]:
    """`integer between 20 and 30`, never `integers`."""
    yield from ((end, found) for end, found in _members(chart, at) if not _PLURAL.search(chart.text, at, end))


def _some_members(chart: Chart, at: int) -> Iterator[tuple[int, Numbers]]:
    yield from ((end, found) for end, found in _members(chart, at) if _PLURAL.search(chart.text, at, end))


_SEVERAL = ungrouped(many(natural, word("Z_COMMA_ITEM")))

COUNTING: tuple[Parser[Found], ...] = (
    rule(lambda value: _measured(PRIME_COUNT, value), "Z_HOW_MANY", "Z_PRIME_DIVISORS", "Z_PRIMES_IN", _value),
    rule(
        lambda found, measure, total: _counted(found, Of(measure, Bound("=", total))),
        "Z_FOR_HOW_MANY",
        phrase,
        either(meaning("Z_DOES_DIGIT_PRODUCT", DIGIT_PRODUCT), meaning("Z_DOES_DIGIT_SUM", DIGIT_SUM)),
        "Z_COME_TO",
        constant,
    ),
    rule(
        lambda found, total: _counted(found, Of(DIGIT_SUM, Bound("=", total))),
        "Z_FOR_HOW_MANY",
        phrase,
        "Z_IS_DIGIT_SUM",
        constant,
    ),
    rule(_counted, "Z_HOW_MANY", phrase),
    rule(_counted, "Z_HOW_MANY", phrase, "Z_ARE_THERE"),
    rule(_counted, "Z_HOW_MANY", phrase, "?Z_THERE", VERB_CHAIN, "?Z_ARE_THERE"),
    rule(_counted, "Z_HOW_MANY", phrase, "Z_ARE_THERE", VERB_CHAIN),
    rule(_counted, "Z_HOW_MANY", phrase, "Z_ARE_THERE", ADJECTIVE_CHAIN),
    rule(_counted, "Z_FOR_HOW_MANY", _lettered),
    rule(_factor_count, "Z_HOW_MANY", ADJECTIVES_BEFORE, "Z_FACTORS", "Z_DOES", "?Z_THE_NUMBER", _value, "Z_HAS"),
    rule(_factor_count, "Z_HOW_MANY", ADJECTIVES_BEFORE, "Z_FACTORS", "Z_ARE_THERE", "Z_OF", _value),
    rule(
        _common_count,
        "Z_HOW_MANY",
        ADJECTIVES_BEFORE,
        "Z_FACTORS",
        "Z_DOES",
        _SEVERAL,
        "Z_AND",
        natural,
        "Z_HAVE_IN_COMMON",
    ),
    rule(lambda value: _measured(DIGIT_COUNT, value), "Z_HOW_MANY_DIGITS", _value, "?Z_HAS"),
    rule(lambda value: _measured(ZEROS, value), "Z_HOW_MANY_ZEROS", _value),
    rule(lambda value: _measured(ZEROS, value), "Z_HOW_MANY_TRAILING", _value, "Z_HAS"),
    rule(lambda value: _measured(ZEROS, value), "Z_IN_HOW_MANY_ZEROS", _value, "Z_ENDS"),
    rule(
        lambda value: _measured(PRIME_COUNT, value),
        "Z_HOW_MANY",
        "Z_PRIME_DIVISORS",
        "Z_DOES",
        "?Z_THE_NUMBER",
        _value,
        "Z_HAS",
    ),
)

FINDING: tuple[Parser[Found], ...] = (
    rule(_found, "?FIND|EVALUATE", VALUE),
    rule(
        lambda value, divisor: _found(Measured(remainder_by(divisor), value)),
        "FIND|EVALUATE",
        _value,
        "Z_MODULO",
        natural,
    ),
    rule(lambda found: [Described(Only(found))], "Z_WHAT|FIND", "?Z_THE", _one_member),
    rule(lambda found: [Listing(found)], "Z_LIST|Z_WHAT", "?Z_ALL", _some_members),
    rule(_whether, "IS", _value, ADJECTIVES),
    rule(
        lambda value, divisor: _found(Measured(remainder_by(divisor), value)),
        "Z_WHEN",
        _value,
        "Z_DIVIDED_BY",
        _divisor,
        "?COMMA",
        "Z_REMAINDER_AFTER",
    ),
    rule(
        lambda value, prime: [Described(found) for found in _exponent(prime, value)],
        "Z_IN_THE_FACTORISATION",
        _value,
        "?COMMA",
        "FIND",
        "Z_EXPONENT_OF",
        natural,
    ),
    rule(
        lambda value, measure: _measured(measure, value),
        "GIVEN",
        _value,
        "Z_WRITTEN_OUT",
        "?COMMA",
        "FIND",
        either(rule(lambda place: [place], "?Z_THE", PLACE), meaning("Z_ITS_DIGITS", DIGIT_SUM)),
    ),
)

REQUESTS: tuple[Parser[Found], ...] = (*COUNTING, *FINDING)
"""Tried where nothing else understands the whole sentence."""
