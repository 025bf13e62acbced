"""English noun phrases for whole numbers: `positive integers less than 100 that are divisible by 3`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.numbers.integers.conditions import (
    All,
    Bound,
    Composite,
    Condition,
    DigitCount,
    DivisorOf,
    IsWhole,
    MultipleOf,
    Palindrome,
    PowerOf,
    Prime,
    Satisfies,
    Unsure,
    Valued,
)
from maths.families.numbers.integers.values import Numbers, numbers
from maths.families.terms import fraction
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
)
from maths.phrasing.productions import always, formula, meaning, name, rule
from maths.phrasing.requests import is_expression
from maths.tree import Name, Relation, names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.tree import Node

_LEAST_INTEGER = (Bound, Satisfies)
_MOST_DIGITS = 30
UNUSUAL = Unsure((NONNEGATIVE, POSITIVE), WHICH_NUMBERS)
_FACTOR_SIGN = Unsure((POSITIVE, All(())), Message("It is not clear whether negative divisors count."))


def _of_digits(count: int) -> Iterator[Condition]:
    if 0 < count <= _MOST_DIGITS:
        yield DigitCount(count)


_ADJECTIVE: Parser[Condition] = either(
    meaning("N_POSITIVE", POSITIVE),
    meaning("N_NEGATIVE", Bound("<", fraction(0))),
    meaning("N_NONNEGATIVE", NONNEGATIVE),
    meaning("N_EVEN", EVEN),
    meaning("N_ODD", ODD),
    meaning("N_PRIME", Prime()),
    meaning("N_COMPOSITE", Composite()),
    meaning("N_PALINDROMIC", Palindrome()),
    meaning("N_SQUARE_ADJECTIVE", PowerOf(2)),
    meaning("N_CUBE_ADJECTIVE", PowerOf(3)),
    meaning("N_DISTINCT", All(())),
    rule(_of_digits, small, "N_DIGIT"),
)
_COMMA = maybe(rule(lambda: [None], "N_COMMA_ITEM"))
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


_several = many(natural, rule(lambda: [None], "N_COMMA_ITEM"))
_NOUN: Parser[tuple[Condition, ...]] = either(
    meaning("N_INTEGERS", ()),
    meaning("N_WHOLES", (UNUSUAL,)),
    meaning("N_NATURALS", (Unsure((POSITIVE, NONNEGATIVE), WHICH_NUMBERS),)),
    meaning("N_COUNTING", (POSITIVE,)),
    meaning("N_NUMBERS", (UNUSUAL, IsWhole())),
    meaning("N_PRIMES", (Prime(),)),
    meaning("N_COMPOSITES", (Composite(),)),
    meaning("N_SQUARES", (PowerOf(2),)),
    meaning("N_CUBES", (PowerOf(3),)),
    meaning("N_POSITIVE_SQUARES", (PowerOf(2),)),
    meaning("N_POSITIVE_CUBES", (PowerOf(3),)),
    meaning("N_PALINDROMES", (Palindrome(), NONNEGATIVE)),
    rule(_multiples, "N_MULTIPLES_OF", listed(MultipleOf, plural=True)),
    rule(_common_multiples, "N_COMMON_MULTIPLES_OF", _several, "N_AND", natural),
    rule(_factors, "N_FACTORS", "N_OF", apply(natural, lambda n: [DivisorOf(n)])),
    rule(lambda n: [(DivisorOf(n), Prime())], "N_PRIME_FACTORS", "N_OF", natural),
    rule(_common, "N_COMMON_FACTORS|N_FACTORS", "N_OF", "?N_BOTH", _several, "N_AND", natural),
)
Phrase = tuple[tuple[Condition, ...], str]


def _phrase(
    adjectives: tuple[Condition, ...], noun: tuple[Condition, ...], letter: Name | None, after: tuple[Condition, ...]
) -> Iterator[Phrase]:
    conditions = (*adjectives, *noun, *after)
    if any(isinstance(condition, DigitCount) for condition in adjectives):
        conditions = tuple(condition for condition in conditions if condition != UNUSUAL)
    yield tuple(dict.fromkeys(conditions)), letter.full if letter else ""


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


def _unfinished(fits: Callable[[Node], bool]) -> Parser[Node]:
    """A formula that does not stop before the sign of a factorial."""
    whole = formula(fits)

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, Node]]:
        yield from ((end, node) for end, node in whole(chart, at) if chart.text[end : end + 1] != "!")

    return parse


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
        known = isinstance(node, Relation) and set(node.operators) <= {"<", ">", "<=", ">=", "=", "!="}
        return known and names(node, frozenset({letter})) == {letter} and all(map(is_expression, node.operands))  # type: ignore[union-attr]

    body = _unfinished(lambda node: has_letter(node) and names(node) <= {letter} and is_expression(node))
    one = either(
        rule(relation, "?N_INEQUALITY", formula(fits_relation)),
        rule(valued, "?N_THE_NUMBER|N_VALUE_WORD", body, VERB_CHAIN),
        rule(divided_by, natural, "N_DIVIDE|N_IS_A_FACTOR_OF", body),
    )
    return either(
        one,
        rule(lambda first, second: [All((first, second))], one, "N_AND", one),
        rule(lambda a, b, c: [All((a, b, c))], one, "N_COMMA_ITEM", one, "N_AND", one),
    )


def question_clause(letter: str) -> Parser[Condition]:
    """The same as a question: "is 3^n a factor of 15!"."""

    def valued(body: Node, condition: Condition) -> Iterator[Condition]:
        yield condition if body == Name(letter) else Valued(body, letter, condition)

    body = _unfinished(
        lambda node: letter in names(node, frozenset({letter})) and names(node) <= {letter} and is_expression(node)
    )
    return either(
        rule(lambda found: [found], "N_IS_IT_TRUE", clause(letter)),
        rule(valued, "N_IS", body, ADJECTIVE_CHAIN),
        rule(lambda divisor, inner: valued(inner, MultipleOf(divisor)), "N_DOES", natural, "N_DIVIDE", body),
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
        "N_SUCH_THAT|N_SATISFY|N_THAT_SATISFY|N_COMMA_ITEM",
        "?N_THE_NUMBER",
        clause(letter),
    )
    for end, condition in such(chart, at):
        yield end, numbers((*conditions, condition))


def _satisfying(chart: Chart, at: int, conditions: tuple[Condition, ...], letter: str) -> Iterator[tuple[int, Numbers]]:
    """`that satisfies 6 - x > -9`: the letter is in the relation alone."""

    def fits(node: Node) -> bool:
        known = isinstance(node, Relation) and set(node.operators) <= {"<", ">", "<=", ">=", "=", "!="}
        found = names(node)
        return (
            known and len(found) == 1 and (not letter or found == {letter}) and all(map(is_expression, node.operands))
        )  # type: ignore[union-attr]

    def build(node: Node) -> Iterator[Condition]:
        yield Satisfies(node, next(iter(names(node))))  # type: ignore[arg-type]

    such = rule(build, "N_THAT_SATISFY|N_SATISFY|N_IN_SOLUTION_OF", "?N_INEQUALITY", formula(fits))
    for end, condition in such(chart, at):
        yield end, numbers((*conditions, condition))
