"""Sentences about the way numbers are written: rounding, digits, bases; and sums and differences in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.numbers.arithmetic import Evaluate
from maths.families.numbers.bases import Calculate, Convert, Numeral
from maths.families.numbers.integers.described import Described
from maths.families.numbers.integers.measures import digit as measured_digit
from maths.families.numbers.integers.values import Given, Measured
from maths.families.numbers.operands import exact
from maths.families.numbers.rounding import Digit, Grid, Round
from maths.families.settled import UndecidedError
from maths.families.terms import minus, number, over, plus, times
from maths.phrasing.chart import either, pattern
from maths.phrasing.grammar_numbers import ASKED_KO, operand
from maths.phrasing.productions import meaning, rule
from maths.phrasing.productions import number as plain_number
from maths.phrasing.spelled import ONES, RANKS, RANKS_KO, count, one_of
from maths.tree import Call, Factorial, Power, walk

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_SQUARE = 2
_GROUPING = frozenset({4, 8, 16, 32})  # bases whose digits are groups of binary ones
_TEN = 10

_POWERS = {
    "integer": 0, "whole number": 0, "unit": 0, "one": 0, "ten": 1, "hundred": 2, "thousand": 3, "ten thousand": 4,
    "hundred thousand": 5, "million": 6, "ten million": 7, "hundred million": 8, "billion": 9,
    "tenth": -1, "hundredth": -2, "thousandth": -3, "ten thousandth": -4, "hundred thousandth": -5, "millionth": -6,
}  # fmt: skip
_UNITS = _POWERS | {f"one {word}": power for word, power in _POWERS.items() if word.split()[0] in {
    "ten", "hundred", "thousand", "million", "billion", "tenth", "hundredth", "thousandth",
} and word != "one"}  # fmt: skip
_PLACES = {
    "units": 0, "unit": 0, "ones": 0, "unit's": 0, "one's": 0,
    **{f"{word}{s}": power for word, power in _POWERS.items() if power > 0 for s in ("", "s")},
    **{f"{word}s": power for word, power in _POWERS.items() if power < 0},  # "the tenth digit" counts from the left
}  # fmt: skip
_LARGE_KO = {"일": 0, "십": 1, "백": 2, "천": 3, "만": 4, "십만": 5, "백만": 6, "천만": 7, "억": 8, "십억": 9}
_SMALL_KO = {f"{start} {rank}": -place for rank, place in RANKS_KO.items() if rank.endswith("째")
             for start in ("소수", "소수점", "소수점 아래", "소수점 이하")}  # fmt: skip

_BASES = {"binary": 2, "ternary": 3, "octal": 8, "decimal": 10, "hexadecimal": 16, "hex": 16, "denary": 10}
_BASE_WORDS = {ONES[n]: n for n in range(2, 17)}
_BASES_KO = dict(
    zip(
        ["이", "삼", "사", "오", "육", "칠", "팔", "구", "십", "십일", "십이", "십삼", "십사", "십오", "십육"],
        range(2, 17),
        strict=True,
    )
)


# rounding


def _round(body: Node, grid: Grid) -> Built:
    yield Round(body, grid)


def _nearest(unit: Node) -> Iterator[Grid]:
    try:
        value = exact(unit)
    except UndecidedError:
        return
    if value is not None and value > 0:
        yield Grid(value)


def _places(places: int) -> Iterator[Grid]:
    yield Grid(Fraction(1, _TEN**places))


def _figures(figures: int) -> Iterator[Grid]:
    if figures > 0:
        yield Grid(figures=figures)


def _power_of_ten(power: int) -> Iterator[Grid]:
    yield Grid(Fraction(_TEN) ** power)


def _root(degree: int, radicand: Node) -> Iterator[Node]:
    yield Call("sqrt", (radicand,)) if degree == _SQUARE else Call("root", (radicand, number(degree)))


def _power(base: Node, exponent: Node) -> Iterator[Node]:
    yield Power(base, exponent)


TARGET = either(
    rule(_power_of_ten, "TO_NEAREST", one_of(_UNITS)),
    rule(_nearest, "TO_NEAREST", plain_number),
    rule(_places, "TO_PLACES", count, "DECIMAL_PLACES"),
    rule(_figures, "TO_PLACES", count, "SIGNIFICANT"),
)
_VALUE = either(
    operand,
    rule(_root, either(meaning("SQUARE_ROOT", 2), meaning("CUBE_ROOT", 3)), operand),
    rule(_root, "?THE", one_of(RANKS), "ROOT_OF", operand),
    rule(_power, operand, "TO_THE_POWER", operand),
)

_UP_OR_DOWN = either(meaning("UPWARDS", "up"), meaning("DOWNWARDS", "down"))


def _one_way(body: Node, way: str, grid: Grid) -> Built:
    yield Round(body, Grid(grid.unit, grid.figures, way))


_ROUNDING: tuple[Parser[Found], ...] = (
    rule(_round, "ROUND", _VALUE, "?ROUNDED", TARGET),
    rule(_one_way, "ROUND", _VALUE, _UP_OR_DOWN, TARGET),
    rule(lambda way, body, grid: _one_way(body, way, grid), "ROUND", _UP_OR_DOWN, _VALUE, TARGET),
    rule(_round, "?FIND|EVALUATE", _VALUE, "?COMMA", "?ROUNDED", TARGET),
)

PLACE_KO = either(
    rule(lambda place: [place], one_of(_LARGE_KO), "DIGIT_PLACE_KO"),
    rule(lambda p: [p], one_of(_SMALL_KO), "DIGIT_PLACE_KO"),
)
_VERB_KO = either(meaning("ROUND_KO", "nearest"), meaning("ROUND_UP_KO", "up"), meaning("ROUND_DOWN_KO", "down"))
_ROUNDING_KO = either(
    meaning("ROUNDING_KO", "nearest"), meaning("ROUNDING_UP_KO", "up"), meaning("ROUNDING_DOWN_KO", "down")
)


def _up_to(body: Node, place: int, way: str) -> Built:
    yield Round(body, Grid(Fraction(_TEN) ** place, way=way))


def _at(body: Node, place: int, way: str) -> Built:
    """Rounding at a place keeps the next larger one."""
    if way == "nearest":
        yield Round(body, Grid(Fraction(_TEN) ** (place + 1), way=way))


def _at_then(body: Node, place: int, way: str, last: int) -> Built:
    if last == place + 1:
        yield from _at(body, place, way)


def _first(body: Node, way: str, place: int) -> Built:
    yield from _up_to(body, place, way)


def _to_grid(body: Node, grid: Grid, way: str) -> Built:
    yield from _one_way(body, way, grid)


def _first_grid(body: Node, way: str, grid: Grid) -> Built:
    yield from _one_way(body, way, grid)


_GRID_KO = either(
    rule(lambda: [Grid()], "?NEAREST_KO", "INTEGER_KO", "TO_KO_END"),
    rule(_power_of_ten, "NEAREST_KO", one_of(_LARGE_KO), "?DIGIT_PLACE_KO", "INTO_KO"),
    rule(_nearest, "NEAREST_KO", plain_number, "INTO_KO"),
    rule(
        _figures,
        "SIGNIFICANT_KO",
        either(count, one_of({"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5})),
        "PLACES_KO",
        "TO_KO_END",
    ),
)

_ROUNDING_RULES_KO: tuple[Parser[Found], ...] = (
    rule(_up_to, operand, "OBJECT", PLACE_KO, "UP_TO_KO", _VERB_KO, *ASKED_KO),
    rule(_at, operand, "OBJECT", PLACE_KO, "MINUS_KO", _VERB_KO, *ASKED_KO),
    rule(_at_then, operand, "OBJECT", PLACE_KO, "MINUS_KO", _ROUNDING_KO, PLACE_KO, "UP_TO_KO", "SHOW_KO"),
    rule(_first, operand, "OBJECT", _ROUNDING_KO, PLACE_KO, "UP_TO_KO", "SHOW_KO"),
    rule(_to_grid, operand, "OBJECT", _GRID_KO, _VERB_KO, *ASKED_KO),
    rule(_first_grid, operand, "OBJECT", _ROUNDING_KO, _GRID_KO, "SHOW_KO"),
)

# digits


def _digit(place: int, body: Node) -> Built:
    """Of a power or a factorial, without writing it out."""
    if place >= 0 and any(isinstance(part, (Power, Factorial)) for part in walk(body)):
        yield Described(Measured(measured_digit(place), Given(body)))
    else:
        yield Digit(body, place)


def _digit_after(body: Node, place: int) -> Built:
    yield from _digit(place, body)


_DIGITS: tuple[Parser[Found], ...] = (
    rule(_digit, "?FIND", "?THE", one_of(_PLACES), "DIGIT_OF", operand),
    rule(_digit, "?FIND|WHICH", "DIGIT_AT", one_of(_PLACES), "PLACE_OF", operand),
    rule(_digit_after, operand, "OF_KO", PLACE_KO, "DIGIT_KO", *ASKED_KO),
)

# bases

_NUMERAL = (
    r"(?<![0-9A-Za-z])(?P<sign>[-−]?)\s*"
    r"(?=[A-Za-z]*[0-9]|[A-Fa-f]+(?![A-Za-z])|[A-Za-z]{1,2}(?![A-Za-z]))"  # digits, or letters that are no word
    r"(?P<digits>[0-9A-Za-z]+)(?![0-9A-Za-z.,]*[0-9])"
)


def _numeral(chart: Chart, at: int) -> Iterator[tuple[int, Numeral]]:
    """Digits and letters of one number, with a sign perhaps; never an English word."""
    for end, match in pattern(_NUMERAL)(chart, at):
        yield end, Numeral(match["digits"], bool(match["sign"]))


def _calculation(chart: Chart, at: int) -> Iterator[tuple[int, tuple[tuple[Numeral, ...], tuple[str, ...]]]]:
    """`-13db5c + -5`"""
    for end, first in _numeral(chart, at):
        yield from _going_on(chart, end, (first,), ())


_SIGNS = {"−": "-", "×": "*", "\\times": "*", "\\cdot": "*", "plus": "+", "minus": "-", "times": "*"}


def _going_on(
    chart: Chart, at: int, numerals: tuple[Numeral, ...], operators: tuple[str, ...]
) -> Iterator[tuple[int, tuple[tuple[Numeral, ...], tuple[str, ...]]]]:
    if operators:
        yield at, (numerals, operators)
    for after, sign in pattern(r"[-−+*×]|\\times(?![a-z])|\\cdot(?![a-z])|plus(?![a-z])|minus(?![a-z])|times(?![a-z])")(
        chart, at
    ):
        operator = _SIGNS.get(sign.group(), sign.group())
        for end, another in _numeral(chart, after):
            yield from _going_on(chart, end, (*numerals, another), (*operators, operator))


def _number_of(match: re.Match[str]) -> Iterator[int]:
    found = next((group for group in match.groups() if group), "")
    yield int(found) if found.isdigit() else _BASE_WORDS.get(found.lower(), _BASES_KO.get(found, 0))


_NAMED = rf"(\d+|{'|'.join(sorted(_BASE_WORDS, key=len, reverse=True))})"
BASE = either(rule(_number_of, pattern(rf"(?i:base)(?:-| *){_NAMED}(?![0-9A-Za-z])")), one_of(_BASES))
_marked = either(
    rule(
        _number_of,
        pattern(rf"\(\s*(?:in\s+)?(?i:base)(?:-| *){_NAMED}\s*\)|(?:in\s+)?(?i:base)(?:-| *){_NAMED}(?![0-9A-Za-z])"),
    ),
    rule(_number_of, pattern(r"_\{?\(?(\d+)\)?\}?")),
)
_base_ko = rule(_number_of, pattern(rf"(\d+|{'|'.join(sorted(_BASES_KO, key=len, reverse=True))})\s*진(?:법|수)"))
_marked_ko = either(rule(_number_of, pattern(r"_?\{?\((\d+)\)\}?")), rule(_number_of, pattern(r"_\{?(\d+)\}?")))


def _convert(numeral: Numeral, base: int, target: int) -> Built:
    yield Convert(numeral, base, target)


def _convert_named(base: int, numeral: Numeral, target: int) -> Built:
    yield Convert(numeral, base, target)


def _convert_unnamed(numeral: Numeral, target: int) -> Built:
    """Digits without a base are decimal, unless they may as well be binary ones to be grouped."""
    if numeral.digits.isdecimal() and target != _TEN and (target not in _GROUPING or set(numeral.digits) - {"0", "1"}):
        yield Convert(numeral, _TEN, target)


def _calculate(base: int, found: tuple[tuple[Numeral, ...], tuple[str, ...]]) -> Built:
    yield Calculate(base, *found)


def _calculate_after(found: tuple[tuple[Numeral, ...], tuple[str, ...]], base: int) -> Built:
    yield Calculate(base, *found)


_BASE_RULES: tuple[Parser[Found], ...] = (
    rule(_convert, "?FIND|CONVERT|EVALUATE", "?THE_WORD", _numeral, _marked, "INTO", BASE),
    rule(_convert, "CONVERT", "?THE_WORD", _numeral, "FROM_BASE", BASE, "INTO", BASE),
    rule(_convert_named, "?FIND|CONVERT|EVALUATE", "?THE_WORD", BASE, "?BASE_NUMBER", _numeral, "INTO", BASE),
    rule(_convert_unnamed, "FIND|CONVERT|EVALUATE", "?THE_WORD", _numeral, "INTO", BASE),
    rule(_calculate, "IN", BASE, "?COMMA", "FIND|EVALUATE", _calculation),
    rule(_calculate_after, "FIND|EVALUATE", _calculation, "?COMMA", "IN", BASE),
    rule(_convert, _numeral, _marked_ko, "OBJECT", _base_ko, "INTO_KO", "CONVERT_KO"),
    rule(_convert, _numeral, _marked_ko, "TOPIC", _base_ko, "INTO_KO", "WHAT_KO"),
    rule(
        _convert_named,
        _base_ko,
        "?OF_KO_OR_NOT",
        "?NUMBER_WORD_KO",
        _numeral,
        "OBJECT",
        _base_ko,
        "INTO_KO",
        "CONVERT_KO",
    ),
    rule(
        _convert_named, _base_ko, "?OF_KO_OR_NOT", "?NUMBER_WORD_KO", _numeral, "TOPIC", _base_ko, "INTO_KO", "WHAT_KO"
    ),
    rule(_convert_unnamed, _numeral, "OBJECT", _base_ko, "INTO_KO", "CONVERT_KO"),
    rule(_calculate, _base_ko, "MINUS_KO", "?COMMA", _calculation, *ASKED_KO),
    rule(
        _calculate,
        _base_ko,
        "MINUS_KO",
        "?COMMA",
        _calculation,
        "?OBJECT|OF_KO",
        "?VALUE_KO",
        "?OBJECT",
        "CALCULATE_KO|FIND_KO",
    ),
)

# arithmetic in words


def _add(left: Node, right: Node) -> Built:
    yield Evaluate(plus(left, right))


def _less(small: Node, large: Node) -> Built:
    yield Evaluate(minus(large, small))


def _subtract(left: Node, right: Node) -> Built:
    yield Evaluate(minus(left, right))


def _apart(left: Node, right: Node) -> Built:
    """The distance: the larger minus the smaller."""
    try:
        a, b = exact(left), exact(right)
    except UndecidedError:
        return
    if a is not None and b is not None:
        yield Evaluate(minus(left, right) if a >= b else minus(right, left))


def _multiply(left: Node, right: Node) -> Built:
    yield Evaluate(times(left, right))


def _divide(left: Node, right: Node) -> Built:
    yield Evaluate(over(left, right))


_ARITHMETIC: tuple[Parser[Found], ...] = (
    rule(_less, "EVALUATE", operand, "LESS_THAN_WORD", operand),
    rule(_apart, "?EVALUATE", "DISTANCE", operand, "AND", operand),
    rule(_add, "?EVALUATE", "ADD_TOGETHER", operand, "AND", operand),
    rule(_multiply, "PRODUCT", operand, "AND", operand),
    rule(_add, operand, "AND", operand, "OF_KO", "SUM_KO", *ASKED_KO),
    rule(_apart, operand, "AND", operand, "OF_KO", "DIFFERENCE_KO", *ASKED_KO),
    rule(_multiply, operand, "AND", operand, "OF_KO", "PRODUCT_KO", *ASKED_KO),
    rule(_add, operand, "PLUS_KO", operand, "OBJECT", "ADDED_KO", *ASKED_KO),
    rule(_subtract, operand, "MINUS_KO", operand, "OBJECT", "SUBTRACTED_KO", *ASKED_KO),
    rule(_multiply, operand, "PLUS_KO", operand, "OBJECT", "MULTIPLIED_KO", *ASKED_KO),
    rule(_divide, operand, "OBJECT", operand, "INTO_KO", "DIVIDED_VALUE_KO", *ASKED_KO),
)

REQUESTS: tuple[Parser[Found], ...] = (*_ROUNDING, *_ROUNDING_RULES_KO, *_DIGITS, *_BASE_RULES, *_ARITHMETIC)
"""One rule a way to ask."""
