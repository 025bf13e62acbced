"""English phrases that say what a whole number is or has, as conditions on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from maths.bounds import RefusedError
from maths.engines.flint_form import to_fmpq
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
from maths.families.numbers.integers.digit_conditions import DigitCount, DigitOrder, EveryDigit, HasDigit, Palindrome
from maths.families.numbers.integers.exactly import plain_value
from maths.families.numbers.integers.measures import (
    ALL_PRIME_COUNT,
    DIGIT_PRODUCT,
    DIGIT_SUM,
    DIVISORS,
    FIRST_DIGIT,
    PRIME_COUNT,
    Measure,
    digit,
)
from maths.families.numbers.integers.satisfied import Satisfies
from maths.families.settled import UndecidedError
from maths.families.terms import fraction, number
from maths.message import Message
from maths.phrasing.chart import apply, either, many, pattern, sequence, word
from maths.phrasing.grammar_digits import BASE
from maths.phrasing.grammar_numbers import operand
from maths.phrasing.productions import always, meaning, rule
from maths.phrasing.spelled import CARDINALS, one_of
from maths.tree import Call, Name, Relation, names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction

    from maths.phrasing.chart import Chart, Parser
    from maths.tree import Node

T = TypeVar("T")

ENDS = Message("It is not said whether the ends of the range count, and the answer depends on it.")
REPEATED = Message("It is not clear whether equal prime factors are counted once or each time.")
BOTH_OR_ANY = Message("It is not clear whether all of these are meant or any of them.")
SCOPE = Message("It is not clear how far the word “not” reaches.")
WHICH_NUMBERS = Message("It is not clear whether zero or negative numbers count, and the answer depends on it.")

_IT = Name("n")
POSITIVE, NONNEGATIVE = Bound(">", fraction(0)), Bound(">=", fraction(0))
EVEN, ODD = MultipleOf(2), Not(MultipleOf(2))
_SMALL = {"single": 1, "double": 2} | {word: n for word, n in CARDINALS.items() if 0 < n <= 12}  # noqa: PLR2004 - digits, divisors in words
_MOST_DIGITS = 30


def memoized(parser: Parser[T]) -> Parser[T]:
    """The readings from each place looked up once: these phrases stand inside one another."""
    key = object()

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, T]]:
        place = ("integers", id(key), at, chart.definitions)
        if place not in chart.memory:
            chart.memory[place] = list(parser(chart, at))
        found: list[tuple[int, T]] = chart.memory[place]
        yield from found

    return parse


def later(get: Callable[[], Parser[T]]) -> Parser[T]:
    """A parser that is defined further down."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, T]]:
        yield from get()(chart, at)

    return parse


def _constant(node: Node) -> Iterator[Fraction]:
    """The value of a formula without letters, which two engines agree on."""
    if names(node, frozenset({"e", "i"})):
        return
    try:
        found = to_fmpq(node)
        value = plain_value(node)
    except (RefusedError, UndecidedError):
        return
    if value == fraction(found.p) / fraction(found.q):
        yield value


def _whole(value: Fraction) -> Iterator[int]:
    if value.denominator == 1:
        yield int(value)


def _natural(value: int) -> Iterator[int]:
    if value > 0:
        yield value


def whole_of(parser: Parser[T]) -> Parser[T]:
    """The readings that do not stop before the sign of a factorial."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, T]]:
        yield from ((end, found) for end, found in parser(chart, at) if chart.text[end : end + 1] != "!")

    return parse


_GROUPED = re.compile(r"\d,\d{3}(?!\d)")


def ungrouped(parser: Parser[T]) -> Parser[T]:
    """The readings of several numbers without a comma that may group digits or part two of them: `12,100 and 5`."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, T]]:
        yield from ((end, found) for end, found in parser(chart, at) if not _GROUPED.search(chart.text, at, end))

    return parse


_spelled = one_of(CARDINALS)
constant: Parser[Fraction] = either(apply(whole_of(operand), _constant), apply(_spelled, lambda n: [fraction(n)]))
"""A number in figures, in words, or as a formula."""
integer: Parser[int] = apply(constant, _whole)
natural: Parser[int] = apply(integer, _natural)
_figures = rule(lambda found: [int(found.group())], pattern(r"[0-9]{1,4}(?=[- ]+digit)"))
small: Parser[int] = either(
    _figures, apply(operand, lambda n: (v for c in _constant(n) for v in _whole(c))), one_of(_SMALL)
)

# lists of numbers: "3", "3 and 5", "2, 5 or 10", "both 4 and 6", "neither 2 nor 3"


def listed(
    build: Callable[[int], Condition], item: Parser[int] = natural, *, plural: bool = False
) -> Parser[Condition]:
    """What a list of numbers means; `plural`: "multiples of 3 and 5" can be the ones and the others."""

    def conditions(found: tuple[int, ...]) -> tuple[Condition, ...]:
        return tuple(build(n) for n in found)

    def all_of(*found: int) -> Iterator[Condition]:
        if plural:
            yield Unsure((All(conditions(found)), Some(conditions(found))), BOTH_OR_ANY)
        else:
            yield All(conditions(found))

    def head(first: tuple[int, ...], last: int) -> tuple[int, ...]:
        return (*first, last)

    several = many(item, word("Z_COMMA_ITEM"))
    one = apply(item, lambda n: [build(n)])
    more = either(
        rule(lambda first, last: all_of(*head(first, last)), several, "Z_AND", item),
        rule(lambda first, last: [Some(conditions(head(first, last)))], several, "Z_OR", item),
        rule(lambda a, b: [All(conditions((a, b)))], "Z_BOTH", item, "Z_AND", item),
        rule(lambda first, last: [Some(conditions(head(first, last)))], "Z_EITHER", several, "Z_OR", item),
        rule(lambda a, b: [Not(Some(conditions((a, b))))], "Z_NEITHER", item, "Z_NOR", item),
        rule(lambda first, last: [All(conditions(head(first, last)))], "Z_EACH_OF", "?Z_OF", several, "?Z_AND", item),
        rule(
            lambda low, high: [All(conditions(tuple(range(low, high + 1))))] if 0 < high - low <= 30 else [],  # noqa: PLR2004
            "Z_EACH_OF",
            "?Z_INTEGERS|Z_NUMBERS|Z_COUNTING|Z_NATURALS|Z_WHOLES",
            "Z_FROM|Z_BETWEEN",
            item,
            "Z_TO",
            item,
            "?Z_INCLUSIVE",
        ),
    )
    return either(one, ungrouped(more))


# bounds


def between(low: Fraction, high: Fraction, ends: str) -> Iterator[Condition]:
    closed = All((Bound(">=", low), Bound("<=", high)))
    opened = All((Bound(">", low), Bound("<", high)))
    match ends:
        case "inclusive":
            yield closed
        case "exclusive":
            yield opened
        case _:
            half = All((Bound(">=", low), Bound("<", high)))
            other = All((Bound(">", low), Bound("<=", high)))
            yield Unsure((opened, closed, half, other), ENDS)


_ENDS = either(meaning("Z_INCLUSIVE", "inclusive"), meaning("Z_EXCLUSIVE", "exclusive"), always(""))
EXCEPT: Parser[Condition] = rule(
    lambda found: [All(tuple(Bound("!=", value) for value in found))],
    "?COMMA",
    "Z_EXCLUDING",
    many(either(constant), word("Z_PLAIN_AND")),
)
_OPERATOR = either(
    meaning("Z_LESS", "<"), meaning("Z_MORE", ">"), meaning("Z_AT_MOST", "<="), meaning("Z_AT_LEAST", ">=")
)


def _irrational(node: Node) -> Iterator[Node]:
    """A real number that is no fraction, as in "greater than sqrt(50)"."""
    if not names(node, frozenset({"e", "i"})) and not list(_constant(node)):
        yield node


def _compared(operator: str, node: Node) -> Iterator[Condition]:
    yield Satisfies(Relation((_IT, node), (operator,)), _IT.full)


_surd = apply(whole_of(operand), _irrational)


def _between_surds(low: Node, high: Node) -> Iterator[Condition]:
    """No whole number is a surd, so the ends cannot count where both are; with a fraction there it may."""
    if list(_irrational(low)) and list(_irrational(high)):
        yield Satisfies(Relation((low, _IT, high), ("<", "<")), _IT.full)


BOUNDS: Parser[Condition] = either(
    rule(_compared, _OPERATOR, _surd),
    rule(_between_surds, "Z_BETWEEN", _surd, "Z_PLAIN_AND", _surd),
    rule(lambda operator, value: [Bound(operator, value)], _OPERATOR, constant),
    rule(between, "Z_BETWEEN", constant, "Z_PLAIN_AND|Z_TO", constant, _ENDS),
    rule(
        between, "Z_FROM", constant, "Z_TO", constant, either(meaning("Z_INCLUSIVE", "inclusive"), always("inclusive"))
    ),
    rule(lambda a, b: between(a, b, "exclusive"), "Z_STRICTLY_BETWEEN", constant, "Z_PLAIN_AND", constant),
)

# remainders


def _leaves(rest: int, divisor: int) -> Iterator[Condition]:
    if 0 <= rest < divisor:
        yield Leaves(rest, divisor)


def _leaves_each(rest: int, divisors: tuple[int, ...], last: int) -> Iterator[Condition]:
    every = (*divisors, last)
    if all(0 <= rest < divisor for divisor in every):
        yield All(tuple(Leaves(rest, divisor) for divisor in every))


def _more(rest: int, divisor: int) -> Iterator[Condition]:
    yield Leaves(rest % divisor, divisor)


_divisors = many(natural, word("Z_COMMA_ITEM"))
_REMAINDER = rule(_leaves, "Z_REMAINDER_OF", integer, "Z_WHEN_DIVIDED_BY", natural)
_LEAVING: Parser[Condition] = either(
    rule(lambda a, b: [All((a, b))], "Z_LEAVES", _REMAINDER, "Z_AND", _REMAINDER),
    rule(
        lambda some, last: [All((*some, last))],
        "Z_LEAVES",
        many(_REMAINDER, word("Z_COMMA_ITEM")),
        "Z_AND",
        _REMAINDER,
    ),
    rule(_leaves, "Z_LEAVES", "Z_REMAINDER_OF", integer, "Z_WHEN_DIVIDED_BY", natural),
    rule(
        lambda m, r: _leaves(r, m), "Z_WHEN_DIVIDED_BY", natural, "?Z_COMMA_ITEM", "Z_LEAVES", "Z_REMAINDER_OF", integer
    ),
    rule(
        _leaves_each,
        "Z_LEAVES",
        "Z_REMAINDER_OF",
        integer,
        "Z_WHEN_DIVIDED_BY",
        "?Z_BOTH|Z_EACH_OF|Z_EITHER",
        _divisors,
        "Z_AND|Z_OR",
        natural,
    ),
)

# digits and divisors


def digits(count: int) -> Iterator[Condition]:
    if 0 < count <= _MOST_DIGITS:
        yield DigitCount(count)


def _measured(measure: Measure, value: Fraction) -> Iterator[Condition]:
    yield Of(measure, Bound("=", value))


def _is_digit(value: int) -> Iterator[int]:
    if 0 <= value <= 9:  # noqa: PLR2004 - a digit
        yield value


_digit = apply(integer, _is_digit)
pattern_digit = rule(lambda found: [int(found.group(1))], pattern(r"([0-9])['’]?s(?![a-z])"))
_COUNT = either(
    apply(sequence(word("Z_EXACTLY"), small), lambda _, n: [Bound("=", fraction(n))]),
    apply(sequence(word("Z_AT_LEAST"), small), lambda _, n: [Bound(">=", fraction(n))]),
    apply(sequence(word("Z_AT_MOST"), small), lambda _, n: [Bound("<=", fraction(n))]),
    apply(sequence(word("Z_MORE"), small), lambda _, n: [Bound(">", fraction(n))]),
    apply(sequence(word("Z_LESS"), small), lambda _, n: [Bound("<", fraction(n))]),
    meaning("Z_AN_ODD_NUMBER_OF", ODD),
    meaning("Z_AN_EVEN_NUMBER_OF", EVEN),
)


def _repeated(count: Condition) -> Iterator[Condition]:
    yield Unsure((Of(PRIME_COUNT, count), Of(ALL_PRIME_COUNT, count)), REPEATED)


_IN_BASE = rule(
    lambda count, base: [DigitCount(count, base)] if 0 < count <= _MOST_DIGITS and 1 < base <= 36 else [],  # noqa: PLR2004
    "?Z_EXACTLY",
    small,
    "Z_DIGITS",
    "BZ_WHEN_IN",
    BASE,
)
_POSSESSIONS: Parser[Condition] = either(
    _IN_BASE,
    rule(lambda a, b: [All((a, b))], _IN_BASE, "Z_BUT|Z_AND", "?Z_HAVE", _IN_BASE),
    rule(lambda count: [Of(DIVISORS, count)], _COUNT, "Z_DIVISORS"),
    rule(lambda count: [Of(PRIME_COUNT, count)], _COUNT, "Z_PRIME_DIVISORS"),
    rule(lambda d: [HasDigit(d, 1)], "Z_ONE_TIME", _digit),
    rule(lambda count, d: [HasDigit(int(d), count)], "Z_EXACTLY", one_of(_SMALL), pattern_digit),
    rule(_repeated, _COUNT, "Z_PRIME_FACTORS"),
    rule(digits, "?Z_EXACTLY", small, "Z_DIGITS"),
    meaning("Z_DIFFERENT_DIGITS", DigitOrder("different")),
    meaning("Z_ONLY_EVEN_DIGITS", EveryDigit(frozenset({0, 2, 4, 6, 8}))),
    meaning("Z_ONLY_ODD_DIGITS", EveryDigit(frozenset({1, 3, 5, 7, 9}))),
    meaning("Z_ONLY_PRIME_DIGITS", EveryDigit(frozenset({2, 3, 5, 7}))),
    meaning("Z_INCREASING_DIGITS", DigitOrder("increasing")),
    meaning("Z_DECREASING_DIGITS", DigitOrder("decreasing")),
    rule(lambda value: _measured(DIGIT_SUM, value), "Z_DIGITS_ADD_TO", constant),
    rule(lambda place, d: _measured(place, fraction(d)), "?Z_THE", later(lambda: PLACE), "Z_EQUALS", _digit),
)
PLACE: Parser[Measure] = either(
    meaning("Z_UNITS_DIGIT", digit(0)),
    meaning("Z_TENS_DIGIT", digit(1)),
    meaning("Z_HUNDREDS_DIGIT", digit(2)),
    meaning("Z_THOUSANDS_DIGIT", digit(3)),
)
_WHOSE: Parser[Condition] = either(
    rule(lambda value: _measured(DIGIT_SUM, value), "Z_DIGIT_SUM", "Z_EQUALS", constant),
    rule(lambda value: _measured(DIGIT_SUM, value), "Z_DIGITS_ADD_TO", constant),
    rule(lambda value: _measured(DIGIT_PRODUCT, value), "Z_DIGIT_PRODUCT", "Z_EQUALS", constant),
    rule(lambda value: _measured(DIGIT_PRODUCT, value), "Z_DIGITS_MULTIPLY_TO", constant),
    rule(lambda place, d: _measured(place, fraction(d)), PLACE, "Z_EQUALS", _digit),
    rule(lambda: [DigitOrder("different")], "Z_DIGITS", "Z_IS", "Z_DISTINCT"),
)
_EACH: Parser[Condition] = rule(
    lambda found: [EveryDigit(frozenset(d for d in range(10) if found.holds(d)))],
    "Z_EACH_DIGIT_IS",
    either(
        meaning("Z_A_PRIME", Prime()),
        meaning("Z_AN_EVEN", EVEN),
        meaning("Z_AN_ODD", ODD),
        meaning("Z_A_COMPOSITE", Composite()),
        meaning("Z_A_SQUARE", PowerOf(2)),
    ),
)

# what is said after "is"


def _multiples(divisor: int) -> Condition:
    return MultipleOf(divisor)


ADJECTIVES: Parser[Condition] = either(
    rule(lambda found: [found], "Z_DIVISIBLE_BY|Z_CAN_BE_DIVIDED_BY", listed(_multiples), "?Z_WITHOUT_REMAINDER"),
    rule(lambda found: [found], "Z_A_FACTOR_OF", listed(DivisorOf, plural=False)),
    meaning("Z_A_PRIME", Prime()),
    meaning("Z_A_COMPOSITE", Composite()),
    meaning("Z_A_SQUARE", PowerOf(2)),
    meaning("Z_A_CUBE", PowerOf(3)),
    meaning("Z_A_PALINDROME", Palindrome()),
    meaning("Z_AN_EVEN", EVEN),
    meaning("Z_AN_ODD", ODD),
    meaning("Z_POSITIVE", POSITIVE),
    meaning("Z_NEGATIVE", Bound("<", fraction(0))),
    meaning("Z_NONNEGATIVE", NONNEGATIVE),
    meaning("Z_AN_INTEGER", IsWhole()),
    rule(digits, "?Z_A", small, "Z_A_DIGIT_NUMBER"),
    rule(lambda found: [found], "Z_COPRIME_TO", listed(Coprime)),
    rule(_more, integer, "Z_MORE_THAN_A_MULTIPLE", natural),
    rule(lambda rest, divisor: _more(-rest, divisor), integer, "Z_LESS_THAN_A_MULTIPLE", natural),
    BOUNDS,
)
_ADJECTIVE = either(
    apply(ADJECTIVES, lambda found: [found]),
    rule(lambda found: [_refused(found)], "Z_NOT", ADJECTIVES),
    rule(lambda a, b: [All((a, b))], "Z_BOTH", ADJECTIVES, "Z_AND", ADJECTIVES),
    rule(lambda a, b: [Some((a, b))], "Z_EITHER", ADJECTIVES, "Z_OR", ADJECTIVES),
    rule(lambda a, b: [Not(Some((a, b)))], "Z_NEITHER", ADJECTIVES, "Z_NOR", ADJECTIVES),
)


def _refused(condition: Condition) -> Condition:
    """`not divisible by 2 or 3`: mostly neither, sometimes not both."""
    match condition:
        case All(conditions=parts) | Some(conditions=parts) if len(parts) > 1 and not _is_range(condition):
            return Unsure((Not(Some(parts)), Not(All(parts))), SCOPE)
    return negated(condition)


def _is_range(condition: Condition) -> bool:
    return isinstance(condition, All) and all(isinstance(part, Bound) for part in condition.conditions)


def chain(item: Parser[Condition]) -> Parser[Condition]:
    """`A and B and C`, `A or B`, and `… but not D` behind it; "and" and "or" side by side are not understood."""

    def joined(items: tuple[Condition, ...]) -> Iterator[Condition]:
        yield items[0] if len(items) == 1 else _careful(items, All)

    def alternatives(items: tuple[Condition, ...]) -> Iterator[Condition]:
        if len(items) > 1:
            yield _careful(items, Some)

    row = either(
        apply(many(item, word("Z_AND")), lambda *found: joined(found)),
        rule(lambda some, last: joined((*some, last)), many(item, word("Z_COMMA_ITEM")), "Z_AND", item),
        apply(many(item, word("Z_OR")), lambda *found: alternatives(found)),
        rule(lambda some, last: alternatives((*some, last)), many(item, word("Z_COMMA_ITEM")), "Z_OR", item),
    )
    without = rule(lambda kept, lost: [All((kept, _refused(lost)))], row, "Z_BUT|Z_AND", "Z_NOT", "?Z_BOTH", item)
    also = rule(lambda kept, more: [All((kept, more))], row, "Z_BUT", item)
    numbered = rule(lambda kept, lost: [All((kept, Not(lost)))], row, "Z_BUT", "Z_NOT", listed(_multiples))
    return either(row, without, also, numbered)


def _careful(items: tuple[Condition, ...], kind: type[All | Some]) -> Condition:
    """`not even or prime` may deny both or the first."""
    plain = kind(items)
    first, *others = items
    if isinstance(first, Not) and first != ODD and not any(isinstance(other, Not) for other in others):
        return Unsure((plain, Not(kind((first.condition, *others)))), SCOPE)
    return plain


ADJECTIVE_CHAIN: Parser[Condition] = memoized(chain(_ADJECTIVE))

# what is said after "that"

_VERBS: Parser[Condition] = either(
    _EACH,
    rule(lambda found: [found], "Z_IS", "?Z_ALSO", ADJECTIVE_CHAIN),
    rule(lambda found: [_refused(found)], "Z_IS_NOT", ADJECTIVES),
    rule(lambda found: [found], "Z_HAVE", _POSSESSIONS),
    rule(lambda found: [found], "Z_DIVIDE", listed(DivisorOf)),
    rule(lambda n: [Not(DivisorOf(n))], "Z_DIVIDES_NOT", natural),
    rule(lambda found: [found], "Z_CAN_BE_DIVIDED_BY", listed(_multiples), "?Z_WITHOUT_REMAINDER"),
    _LEAVING,
    rule(lambda d: _measured(digit(0), fraction(d)), "Z_END_IN", _digit),
    rule(lambda d: _measured(FIRST_DIGIT, fraction(d)), "Z_BEGIN_WITH", _digit),
    rule(lambda d: [HasDigit(d)], "Z_CONTAIN", _digit),
    BOUNDS,
)
VERB_CHAIN: Parser[Condition] = memoized(chain(_VERBS))


def _gcd_is(other: int, value: Fraction) -> Iterator[Condition]:
    yield Valued(Call("gcd", (_IT, number(other))), _IT.full, Bound("=", value))


AFTER: Parser[Condition] = either(
    _EACH,
    rule(_gcd_is, "Z_THAT|Z_SUCH_THAT|Z_THAT_SATISFY", "Z_GCD_OF_IT", natural, "Z_EQUALS", constant),
    EXCEPT,
    rule(lambda found: [found], "Z_THAT|Z_SUCH_THAT_IT", "?Z_BOTH", VERB_CHAIN),
    rule(lambda found: [found], "Z_WHOSE", _WHOSE),
    rule(lambda found: [found], "?COMMA", ADJECTIVE_CHAIN),
    rule(lambda found: [found], "Z_HAVE", _POSSESSIONS),
    _LEAVING,
    rule(lambda d: _measured(digit(0), fraction(d)), "Z_END_IN", _digit),
    rule(lambda d: _measured(FIRST_DIGIT, fraction(d)), "Z_BEGIN_WITH", _digit),
    rule(lambda d: [HasDigit(d)], "Z_CONTAIN", _digit),
    rule(lambda found: [found], "Z_AND", "?Z_IS", ADJECTIVE_CHAIN),
    rule(lambda found: [found], "Z_AND", "Z_WHOSE", _WHOSE),
)
"""What may stand behind a noun."""
