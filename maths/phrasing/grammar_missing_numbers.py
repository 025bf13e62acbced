"""Consecutive numbers of which the sum or product is known, and digits that are missing in a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.numbers.integers.conditions import Bound, Condition, MultipleOf, Valued
from maths.families.numbers.integers.described import Described, Listing
from maths.families.numbers.integers.satisfied import Satisfies
from maths.families.numbers.integers.values import Given, HowMany, Nth, Numbers, Only, Total, Worked, numbers
from maths.families.terms import equals, fraction, number, plus, times
from maths.phrasing.chart import either, pattern
from maths.phrasing.integer_conditions import EVEN, ODD, POSITIVE, integer, natural, small
from maths.phrasing.productions import always, meaning, name, rule
from maths.tree import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.numbers.integers.values import Value
    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

MAX_CONSECUTIVE = 12
_LETTER = Name("n")
_TEN = 10

# consecutive numbers


def _first_of(operation: str, count: int, kinds: tuple[Condition, ...], total: int) -> Iterator[tuple[Value, int, int]]:
    """The first number, how many there are, and the step from one to the next."""
    if not 1 < count <= MAX_CONSECUTIVE:
        return
    step = 2 if EVEN in kinds or ODD in kinds else 1
    members: list[Node] = [_LETTER if k == 0 else plus(_LETTER, number(k * step)) for k in range(count)]
    whole = plus(*members) if operation == "sum" else times(*members)
    condition = Satisfies(equals(whole, number(total)), _LETTER.full)
    yield Only(numbers((*kinds, condition))), count, step


def _written_as(
    total: int, operation: str, count: int, kinds: tuple[Condition, ...]
) -> Iterator[tuple[Value, int, int]]:
    yield from _first_of(operation, count, kinds, total)


_OPERATION = either(meaning("Z_SUM_WORD", "sum"), meaning("Z_PRODUCT_WORD", "product"))
_KINDS = either(
    rule(
        lambda found: [(found,)],
        either(meaning("Z_EVEN", EVEN), meaning("Z_ODD", ODD), meaning("Z_POSITIVE", POSITIVE)),
    ),
    rule(lambda found: [(POSITIVE, found)], "Z_POSITIVE", either(meaning("Z_EVEN", EVEN), meaning("Z_ODD", ODD))),
    always(()),
)
_CONSECUTIVE = either(
    rule(_first_of, _OPERATION, small, "Z_CONSECUTIVE", _KINDS, "Z_INTEGERS", "Z_CALLED", integer),
    rule(
        _written_as,
        "?Z_THE_NUMBER_WORD",
        integer,
        "Z_CAN_BE_WRITTEN_AS",
        _OPERATION,
        small,
        "Z_CONSECUTIVE",
        _KINDS,
        "Z_INTEGERS",
    ),
)


def _one_of_them(found: tuple[Value, int, int], which: str) -> Built:
    first, count, step = found
    place = {"least": 0, "greatest": count - 1}.get(which, count // 2)
    if which == "middle" and count % 2 == 0:
        return
    yield Described(Worked("plus", (first, Given(number(place * step)))) if place else first)


_WHICH = either(meaning("Z_GREATEST", "greatest"), meaning("Z_LEAST", "least"), meaning("Z_MIDDLE", "middle"))

# missing digits

_WITH_LETTER = pattern(
    r"(?:\\underline\s*\{)?\{?\s*((?:[0-9A-Za-z](?:\{,\}|,\\!\s?|,|\\,)?)*[0-9A-Za-z])\s*\}?\s*\}?(?![0-9A-Za-z{\\^_])"
)


def _numeral(chart: Chart, at: int) -> Iterator[tuple[int, tuple[str, str]]]:
    """`59,13d8`: the digits, with one letter among them, and the letter."""
    for end, match in _WITH_LETTER(chart, at):
        digits = re.sub(r"[^0-9A-Za-z]", "", match[1])
        letters = set(re.findall("[A-Za-z]", digits))
        if len(letters) == 1 and len(digits) > 2 and re.search("[0-9]{2}|[0-9][A-Za-z][0-9]", digits):  # noqa: PLR2004
            yield end, (digits, letters.pop())


def _missing(digits: str, letter: str, divisor: int) -> Numbers:
    fixed = int("".join("0" if digit == letter else digit for digit in digits))
    factor = sum(_TEN**place for place, digit in enumerate(reversed(digits)) if digit == letter)
    unknown = Name("z" if letter != "z" else "y")  # not the letter typed, which stands glued to digits
    value = plus(times(number(factor), unknown), number(fixed))
    least = 1 if digits[0] == letter else 0
    bounds = (Bound(">=", fraction(least)), Bound("<=", fraction(9)))
    return numbers((*bounds, Valued(value, unknown.full, MultipleOf(divisor))))


Said = tuple[tuple[str, str], int]
"""A number with a letter among its digits, and what divides it."""


def _asked_of(said: Said, letter: Name) -> Iterator[Numbers]:
    """The digits that the letter can stand for, where it is the letter of the number."""
    (digits, inside), divisor = said
    if letter.full == inside:
        yield _missing(digits, inside, divisor)


def _fold(kind: str, letter: Name, said: Said) -> Built:
    for found in _asked_of(said, letter):
        yield Described(Total(kind, found))


def _fold_after(said: Said, kind: str, letter: Name) -> Built:
    yield from _fold(kind, letter, said)


def _only(said: Said, letter: Name) -> Built:
    for found in _asked_of(said, letter):
        yield Described(Only(found))


def _only_before(letter: Name, said: Said) -> Built:
    yield from _only(said, letter)


def _only_made(letter: Name, numeral: tuple[str, str], divisor: int) -> Built:
    yield from _only((numeral, divisor), letter)


def _extreme(said: Said, largest: bool, letter: Name) -> Built:  # noqa: FBT001 - what the phrase means
    for found in _asked_of(said, letter):
        yield Described(Nth(found, 1, largest))


def _every(letter: Name, said: Said) -> Built:
    for found in _asked_of(said, letter):
        yield Listing(found)


def _how_many(letter: Name, said: Said) -> Built:
    for found in _asked_of(said, letter):
        yield Described(HowMany(found))


_FOLD = either(meaning("Z_SUM_OF", "sum"), meaning("Z_PRODUCT_OF", "product"))
_DIVISIBLE = rule(
    lambda numeral, divisor: [(numeral, divisor)], "?Z_DIGIT_NUMBER", _numeral, "Z_IS", "Z_DIVISIBLE_BY", natural
)
_EXTREME = either(meaning("Z_GREATEST", value=True), meaning("Z_LEAST", value=False))

REQUESTS: tuple[Parser[Found], ...] = (
    rule(_one_of_them, _CONSECUTIVE, "END", "FIND", "?Z_THE", _WHICH, "?Z_OF_THESE"),
    rule(_every, "FIND", "Z_ALL_DIGITS", name, "Z_SUCH_THAT|FOR", _DIVISIBLE),
    rule(_fold, "FIND", _FOLD, "Z_ALL_DIGITS", name, "Z_SUCH_THAT|FOR", _DIVISIBLE),
    rule(_fold_after, "?GIVEN", _DIVISIBLE, "?END|COMMA", "FIND", _FOLD, "Z_ALL_DIGITS", name),
    rule(_only, "?GIVEN", _DIVISIBLE, "?END|COMMA", "FIND", "?Z_THE_DIGIT", name),
    rule(_only, "?GIVEN", _DIVISIBLE, "?END|COMMA", "Z_WHAT_DIGIT", name),
    rule(_extreme, "?GIVEN", _DIVISIBLE, "?END|COMMA", "FIND", "?Z_THE", _EXTREME, "?Z_POSSIBLE", "Z_THE_DIGIT", name),
    rule(_only_before, "Z_WHAT_DIGIT", name, "Z_IS", _DIVISIBLE),
    rule(_only_made, "Z_WHAT_DIGIT", name, "Z_MAKES", "?Z_DIGIT_NUMBER", _numeral, "Z_DIVISIBLE_BY", natural),
    rule(_how_many, "Z_FOR_HOW_MANY", "Z_ALL_DIGITS", name, "Z_IS", _DIVISIBLE),
)
"""Tried where nothing else understands the whole sentence."""
