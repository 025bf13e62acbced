"""English noun phrases for whole numbers: `positive integers less than 100 that are divisible by 3`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maths.families.numbers.integers.conditions import (
    All,
    Bound,
    Composite,
    Condition,
    Different,
    DivisorOf,
    IsWhole,
    Leaves,
    MultipleOf,
    PowerOf,
    Prime,
    Unsure,
    Valued,
    flat,
)
from maths.families.numbers.integers.digit_conditions import DigitCount, Palindrome
from maths.families.numbers.integers.members import window
from maths.families.numbers.integers.satisfied import Satisfies
from maths.families.numbers.integers.values import Numbers, numbers
from maths.families.terms import fraction, minus
from maths.message import Message
from maths.phrasing.chart import apply, either, many, maybe
from maths.phrasing.integer_conditions import (
    ADJECTIVE_CHAIN,
    AFTER,
    EVEN,
    NONNEGATIVE,
    ODD,
    POSITIVE,
    VERB_CHAIN,
    WHICH_NUMBERS,
    listed,
    natural,
    small,
    ungrouped,
    whole_of,
)
from maths.phrasing.productions import always, formula, meaning, name, rule
from maths.phrasing.requests import is_expression
from maths.tree import Congruence, Name, Negative, Number, Power, Product, Relation, Sum, names, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.tree import Node

_LEAST_INTEGER = (Bound, Satisfies)
_MOST_DIGITS = 30
UNUSUAL = Unsure((NONNEGATIVE, POSITIVE), WHICH_NUMBERS)
FACTOR_SIGN = Unsure((POSITIVE, All(())), Message("It is not clear whether negative divisors count."))


def _of_digits(count: int) -> Iterator[Condition]:
    if 0 < count <= _MOST_DIGITS:
        yield DigitCount(count)


_ADJECTIVE: Parser[Condition] = either(
    meaning("Z_POSITIVE", POSITIVE),
    meaning("Z_NEGATIVE", Bound("<", fraction(0))),
    meaning("Z_NONNEGATIVE", NONNEGATIVE),
    meaning("Z_EVEN", EVEN),
    meaning("Z_ODD", ODD),
    meaning("Z_PRIME", Prime()),
    meaning("Z_COMPOSITE", Composite()),
    meaning("Z_PALINDROMIC", Palindrome()),
    meaning("Z_SQUARE_ADJECTIVE", PowerOf(2)),
    meaning("Z_CUBE_ADJECTIVE", PowerOf(3)),
    meaning("Z_DISTINCT", Different()),
    rule(_of_digits, small, "Z_DIGIT"),
)
_COMMA = maybe(rule(lambda: [None], "Z_COMMA_ITEM"))
ADJECTIVES_BEFORE = either(many(_ADJECTIVE, _COMMA), always(()))


def _plain(condition: Condition) -> Iterator[tuple[Condition, ...]]:
    yield (condition,)


def _multiples(found: Condition) -> Iterator[tuple[Condition, ...]]:
    yield (found,)


def _factors(found: Condition) -> Iterator[tuple[Condition, ...]]:
    yield (found, POSITIVE)


def _common(first: tuple[int, ...], last: int) -> Iterator[tuple[Condition, ...]]:
    yield (*(DivisorOf(n) for n in (*first, last)), POSITIVE)


def _common_multiples(first: tuple[int, ...], last: int) -> Iterator[tuple[Condition, ...]]:
    yield tuple(MultipleOf(n) for n in (*first, last))


_several = ungrouped(many(natural, rule(lambda: [None], "Z_COMMA_ITEM")))
_NOUN: Parser[tuple[Condition, ...]] = either(
    meaning("Z_INTEGERS", ()),
    meaning("Z_WHOLES", (UNUSUAL,)),
    meaning("Z_NATURALS", (Unsure((POSITIVE, NONNEGATIVE), WHICH_NUMBERS),)),
    meaning("Z_COUNTING", (POSITIVE,)),
    meaning("Z_NUMBERS", (UNUSUAL, IsWhole())),
    meaning("Z_PRIMES", (Prime(),)),
    meaning("Z_COMPOSITES", (Composite(),)),
    meaning("Z_SQUARES", (PowerOf(2), UNUSUAL)),
    meaning("Z_CUBES", (PowerOf(3),)),
    meaning("Z_POSITIVE_SQUARES", (PowerOf(2), UNUSUAL)),
    meaning("Z_POSITIVE_CUBES", (PowerOf(3),)),
    meaning("Z_PALINDROMES", (Palindrome(), UNUSUAL)),
    rule(lambda n: [(POSITIVE, Bound("<=", fraction(n)))], "Z_FIRST_OF", natural, "Z_POSITIVE", "Z_INTEGERS"),
    rule(_multiples, "Z_MULTIPLES_OF", listed(MultipleOf, plural=True)),
    rule(_common_multiples, "Z_COMMON_MULTIPLES_OF", _several, "Z_AND", natural),
    rule(_factors, "Z_FACTORS", "Z_OF", apply(natural, lambda n: [DivisorOf(n)])),
    rule(lambda n: [(DivisorOf(n), Prime())], "Z_PRIME_FACTORS", "Z_OF", natural),
    rule(_common, "Z_COMMON_FACTORS|Z_FACTORS", "Z_OF", "?Z_BOTH", _several, "Z_AND", natural),
)
Phrase = tuple[tuple[Condition, ...], str]


def _phrase(
    adjectives: tuple[Condition, ...], noun: tuple[Condition, ...], letter: Name | None, after: tuple[Condition, ...]
) -> Iterator[Phrase]:
    conditions = (*adjectives, *noun, *after)
    if any(isinstance(condition, DigitCount) for condition in adjectives):
        conditions = tuple(condition for condition in conditions if condition != UNUSUAL)
    if any(isinstance(condition, DivisorOf) for condition in flat(after)):
        conditions = (*conditions, FACTOR_SIGN)
    if noun == () and not {POSITIVE, NONNEGATIVE} & {*conditions}:
        conditions = tuple(map(_maybe_negative, conditions))
    yield tuple(dict.fromkeys(conditions)), letter.full if letter else ""


def _maybe_negative(condition: Condition) -> Condition:
    return replace(condition, signed=True) if isinstance(condition, DigitCount) else condition


def smallest_of(found: Numbers) -> Numbers:
    """The numbers of which the smallest is asked for, with the doubt whether the one that comes out was meant.

    The smallest two-digit integer is negative; of the numbers that leave 1 the smallest is 1 itself.
    """
    parts = flat(found.conditions)
    others = tuple(condition for condition in parts if not isinstance(condition, DigitCount))
    low = window(others).low
    doubts: list[Condition] = []
    if any(isinstance(c, DigitCount) and c.signed for c in parts) and (low is None or low < 0):
        doubts.append(Unsure((All(()), Bound("<", fraction(0))), WHICH_NUMBERS))
    rests = [condition.rest for condition in parts if isinstance(condition, Leaves)]
    if len(set(rests)) == 1 and UNUSUAL in found.conditions and POSITIVE not in parts:
        doubts.append(Unsure((All(()), Bound(">", fraction(rests[0]))), WHICH_NUMBERS))
    return numbers((*found.conditions, *doubts)) if doubts else found


def _letter(chart: Chart, at: int) -> Iterator[tuple[int, Name | None]]:
    """The name of the number, where it has one: not the article in "a multiple"."""
    for end, found in name(chart, at):
        if found.full not in {"a", "A", "I"} or chart.fenced[chart.skip(at)]:
            yield end, found
    yield at, None


_after = either(many(AFTER), always(()))
PLAIN: Parser[Phrase] = rule(_phrase, ADJECTIVES_BEFORE, _NOUN, _letter, _after)
"""A noun phrase: its conditions, and the letter that names the number or ""."""

# clauses about a number with a name: "12n is a perfect square", "3 < n < 10"


def is_comparison(node: Node) -> bool:
    """Whether it is a chain of equations and inequalities between expressions."""
    return (
        isinstance(node, Relation)
        and set(node.operators) <= {"<", ">", "<=", ">=", "=", "!="}
        and all(map(is_expression, node.operands))
    )


def is_whole_congruence(node: Node, letter: str) -> bool:
    """Whether both sides are sums and products of whole numbers and the letter: no inverses in it."""
    if not isinstance(node, Congruence) or names(node, frozenset({letter})) != {letter}:
        return False
    parts = [*walk(node.left), *walk(node.right)]
    powers = [part.exponent for part in parts if isinstance(part, Power)]
    whole = all(isinstance(n, Number) and n.value.denominator == 1 for n in powers)
    return whole and all(
        isinstance(part, (Sum, Product, Negative, Power, Name))
        or (isinstance(part, Number) and part.value.denominator == 1)
        for part in parts
    )


def clause(letter: str) -> Parser[Condition]:
    """What is said of the number that the letter names."""

    def has_letter(node: Node) -> bool:
        return letter in names(node, frozenset({letter}))

    def relation(node: Node) -> Iterator[Condition]:
        yield Satisfies(node, letter)  # type: ignore[arg-type]  # by `fits`

    def valued(body: Node, condition: Condition) -> Iterator[Condition]:
        yield condition if body == Name(letter) else Valued(body, letter, condition)

    def divided_by(divisor: int, body: Node) -> Iterator[Condition]:
        yield from valued(body, MultipleOf(divisor))

    def fits_relation(node: Node) -> bool:
        return is_comparison(node) and names(node, frozenset({letter})) == {letter}

    def congruent(node: Congruence) -> Iterator[Condition]:
        modulus = node.modulus
        if isinstance(modulus, Number) and modulus.value.denominator == 1 and modulus.value > 0:
            yield Valued(minus(node.left, node.right), letter, MultipleOf(int(modulus.value)))

    body = whole_of(formula(lambda node: has_letter(node) and names(node) <= {letter} and is_expression(node)))
    one = either(
        rule(relation, "?Z_INEQUALITY", formula(fits_relation)),
        rule(congruent, "?Z_CONGRUENCE", formula(lambda node: is_whole_congruence(node, letter))),
        rule(valued, "?Z_THE_NUMBER|Z_VALUE_WORD", body, VERB_CHAIN),
        rule(divided_by, natural, "Z_DIVIDE|Z_IS_A_FACTOR_OF", body),
    )
    return either(
        one,
        rule(lambda found: [found], one, "Z_TRUE"),
        rule(lambda first, second: [All((first, second))], one, "Z_AND", one),
        rule(lambda a, b, c: [All((a, b, c))], one, "Z_COMMA_ITEM", one, "Z_AND", one),
    )


def question_clause(letter: str) -> Parser[Condition]:
    """The same as a question: "is 3^n a factor of 15!"."""

    def valued(body: Node, condition: Condition) -> Iterator[Condition]:
        yield condition if body == Name(letter) else Valued(body, letter, condition)

    body = whole_of(
        formula(
            lambda node: letter in names(node, frozenset({letter})) and names(node) <= {letter} and is_expression(node)
        )
    )
    return either(
        rule(lambda found: [found], "Z_IS_IT_TRUE|Z_DO_WE_HAVE", clause(letter)),
        rule(valued, "Z_IS", body, ADJECTIVE_CHAIN),
        rule(lambda divisor, inner: valued(inner, MultipleOf(divisor)), "Z_DOES", natural, "Z_DIVIDE", body),
    )


def phrase(chart: Chart, at: int) -> Iterator[tuple[int, Numbers]]:
    """A noun phrase, with what is said of its letter behind it."""
    for end, (conditions, letter) in PLAIN(chart, at):
        yield end, numbers(conditions)
        if letter:
            yield from _with_clause(chart, end, conditions, letter)
        yield from _satisfying(chart, end, conditions, letter)


def _with_clause(
    chart: Chart, at: int, conditions: tuple[Condition, ...], letter: str
) -> Iterator[tuple[int, Numbers]]:
    such = rule(
        lambda found: [found],
        "Z_SUCH_THAT|Z_SATISFY|Z_THAT_SATISFY|Z_COMMA_ITEM",
        "?Z_THE_NUMBER",
        clause(letter),
    )
    for end, condition in such(chart, at):
        yield end, numbers((*conditions, condition))
        for last, another in rule(lambda found: [found], "?Z_COMMA_ITEM", "Z_THAT_SATISFY", clause(letter))(chart, end):
            yield last, numbers((*conditions, condition, another))


def _satisfying(chart: Chart, at: int, conditions: tuple[Condition, ...], letter: str) -> Iterator[tuple[int, Numbers]]:
    """`that satisfies 6 - x > -9`: the letter is in the relation alone."""

    def fits(node: Node) -> bool:
        found = names(node)
        return is_comparison(node) and len(found) == 1 and (not letter or found == {letter})

    def build(node: Node) -> Iterator[Condition]:
        yield Satisfies(node, next(iter(names(node))))  # type: ignore[arg-type]

    leading = "Z_THAT_SATISFY|Z_SATISFY|Z_IN_SOLUTION_OF"
    one = rule(build, formula(fits))
    such = either(
        rule(lambda found: [found], leading, "?Z_INEQUALITY", one, "?Z_TRUE"),
        rule(lambda a, b: [All((a, b))], leading, "?Z_INEQUALITY|Z_BOTH_INEQUALITIES", one, "Z_PLAIN_AND", one),
    )
    for end, condition in such(chart, at):
        if len({part.letter for part in flat((condition,)) if isinstance(part, Satisfies)}) == 1:
            yield end, numbers((*conditions, condition))
