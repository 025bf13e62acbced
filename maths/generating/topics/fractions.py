"""Fractions: every answer by plain arithmetic of numerators and denominators."""

from __future__ import annotations

import re
from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.writing import decimal, number, shown
from maths.message import Formula, Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "fractions",
    Message("Fractions"),
    "the value by python-flint's rational numbers and by SymPy, from the words",
    ("fraction", "분수", "분수의 덧셈", "분수의 곱셈", "약분", "통분"),
)


def _calculate(text: str, value: Fraction) -> Made:
    return Made(Message("Calculate {expression}.", expression=_as_at_school(text)), number(value), form="lowest")


def _as_at_school(text: str) -> Formula:
    """The signs of multiplication and division as they are, where fractions and numbers alone stand between them."""
    formula, parts = shown(text), text.split(" ")
    if all(part in _SIGNS or _TERM.fullmatch(part) for part in parts):
        return Formula(formula.typed, " ".join(_SIGNS.get(part) or shown(part.strip("()")).latex for part in parts))
    return Formula(formula.typed, formula.latex.replace(r"\cdot", r"\times"))


_SIGNS = {"+": "+", "-": "-", "*": r"\times", "/": r"\div"}
_TERM = re.compile(r"-?\d+(?:/\d+)?|\(\d+(?:/\d+)?\)")


def _pair(draw: Draw, high: int) -> tuple[Fraction, Fraction]:
    """Two different proper fractions with different denominators."""
    first = draw.fraction(high, below_one=True)
    second = draw.fraction(high, below_one=True)
    for _ in range(50):
        if second.denominator != first.denominator:
            break
        second = draw.fraction(high, below_one=True)
    return first, second


def _bracketed(value: Fraction) -> str:
    return f"({number(value)})"


# Beginner


@TOPIC.beginner
def equal_denominators_added(draw: Draw) -> Made:
    bottom = draw.whole(5, 15)
    a, b = draw.whole(1, bottom - 2), draw.whole(1, bottom - 2)
    return _calculate(f"{a}/{bottom} + {b}/{bottom}", Fraction(a + b, bottom))


@TOPIC.beginner
def equal_denominators_subtracted(draw: Draw) -> Made:
    bottom = draw.whole(5, 15)
    a, b = sorted(draw.several(2, 1, bottom - 1))
    return _calculate(f"{b}/{bottom} - {a}/{bottom}", Fraction(b - a, bottom))


@TOPIC.beginner
def one_denominator_holds_the_other(draw: Draw) -> Made:
    bottom, many = draw.whole(2, 6), draw.whole(2, 4)
    a, b = draw.whole(1, max(1, bottom - 1)), draw.whole(1, bottom * many - 1)
    return _calculate(f"{a}/{bottom} + {b}/{bottom * many}", Fraction(a, bottom) + Fraction(b, bottom * many))


@TOPIC.beginner
def a_whole_number_times_a_fraction(draw: Draw) -> Made:
    part, many = draw.fraction(9, below_one=True), draw.whole(2, 9)
    return _calculate(f"{many} * {_bracketed(part)}", many * part)


@TOPIC.beginner
def a_fraction_by_a_whole_number(draw: Draw) -> Made:
    part, many = draw.fraction(9, below_one=True), draw.whole(2, 6)
    return _calculate(f"({number(part)}) / {many}", part / many)


@TOPIC.beginner
def a_fraction_to_reduce(draw: Draw) -> Made:
    part, many = draw.fraction(9, below_one=True), draw.whole(2, 9)
    top, bottom = part.numerator * many, part.denominator * many
    return Made(Message("Write the fraction {fraction} in lowest terms.", fraction=shown(f"{top}/{bottom}")),
                number(part), form="lowest")  # fmt: skip


@TOPIC.beginner
def a_fraction_of_a_number(draw: Draw) -> Made:
    part, many = draw.fraction(8, below_one=True), draw.whole(2, 9)
    whole = part.denominator * many
    return Made(Message("What is {part} of {whole}?", part=shown(number(part)), whole=shown(str(whole))),
                number(part * whole))  # fmt: skip


@TOPIC.beginner
def what_is_left_of_one(draw: Draw) -> Made:
    part = draw.fraction(15, below_one=True)
    return _calculate(f"1 - {number(part)}", 1 - part)


@TOPIC.beginner
def a_whole_number_and_a_fraction(draw: Draw) -> Made:
    part, many = draw.fraction(12, below_one=True), draw.whole(2, 9)
    return _calculate(f"{many} + {number(part)}", many + part)


@TOPIC.beginner
def which_of_two_is_larger(draw: Draw) -> Made:
    first, second = _pair(draw, 9)
    return Made(Message("Which is larger, {first} or {second}?", first=shown(number(first)),
                        second=shown(number(second))), number(max(first, second)), given_back=True)  # fmt: skip


@TOPIC.beginner
def a_decimal_as_a_fraction(draw: Draw) -> Made:
    value = draw.decimal(0, 3, draw.whole(1, 2))
    return Made(Message("Write the decimal {value} as a fraction.", value=shown(decimal(value))), number(value),
                form="lowest")  # fmt: skip


@TOPIC.beginner
def halves_and_quarters(draw: Draw) -> Made:
    bottoms = draw.one_of([(2, 4), (3, 6), (2, 6), (4, 8), (5, 10)])
    a, b = draw.whole(1, 9), draw.whole(1, 9)
    return _calculate(f"{a}/{bottoms[0]} + {b}/{bottoms[1]}", Fraction(a, bottoms[0]) + Fraction(b, bottoms[1]))


# Intermediate


@TOPIC.intermediate
def different_denominators_added(draw: Draw) -> Made:
    first, second = _pair(draw, 12)
    return _calculate(f"{number(first)} + {number(second)}", first + second)


@TOPIC.intermediate
def different_denominators_subtracted(draw: Draw) -> Made:
    first, second = _pair(draw, 12)
    return _calculate(f"{number(first)} - {number(second)}", first - second)


@TOPIC.intermediate
def a_product(draw: Draw) -> Made:
    first, second = draw.fraction(12), draw.fraction(12)
    return _calculate(f"{_bracketed(first)} * {_bracketed(second)}", first * second)


@TOPIC.intermediate
def a_quotient(draw: Draw) -> Made:
    first, second = draw.fraction(12), draw.fraction(12)
    return _calculate(f"{_bracketed(first)} / {_bracketed(second)}", first / second)


@TOPIC.intermediate
def three_terms(draw: Draw) -> Made:
    first, second = _pair(draw, 8)
    third = draw.fraction(6, below_one=True)
    return _calculate(f"{number(first)} + {number(second)} - {number(third)}", first + second - third)


@TOPIC.intermediate
def a_negative_fraction(draw: Draw) -> Made:
    first, second = _pair(draw, 10)
    return _calculate(f"-{number(first)} + {number(second)}", second - first)


@TOPIC.intermediate
def a_square(draw: Draw) -> Made:
    base, power = draw.fraction(9), draw.whole(2, 3)
    return _calculate(f"{_bracketed(base)}^{power}", base**power)


@TOPIC.intermediate
def product_before_sum(draw: Draw) -> Made:
    first, second = _pair(draw, 8)
    third = draw.fraction(6, below_one=True)
    return _calculate(f"{number(first)} + {_bracketed(second)} * {_bracketed(third)}", first + second * third)


@TOPIC.intermediate
def a_bracket_times_a_fraction(draw: Draw) -> Made:
    first, second = _pair(draw, 8)
    third = draw.fraction(6)
    return _calculate(f"({number(first)} + {number(second)}) * {_bracketed(third)}", (first + second) * third)


@TOPIC.intermediate
def a_fraction_of_a_fraction(draw: Draw) -> Made:
    first, second = _pair(draw, 12)
    return Made(Message("What is {part} of {whole}?", part=shown(number(first)), whole=shown(number(second))),
                number(first * second), form="lowest")  # fmt: skip


@TOPIC.intermediate
def a_decimal_and_a_fraction(draw: Draw) -> Made:
    part = draw.one_of([Fraction(1, 2), Fraction(3, 4), Fraction(2, 5), Fraction(7, 8), Fraction(3, 10)])
    value = draw.decimal(0, 5, 1)
    return Made(Message("Calculate {expression}.", expression=shown(f"{decimal(value)} + {number(part)}")),
                number(value + part))  # fmt: skip


@TOPIC.intermediate
def three_numbers_in_order(draw: Draw) -> Made:
    found: list[Fraction] = []
    while len(found) < 3:  # noqa: PLR2004 - three are sorted; fractions below 1 with parts to 12 are many
        one = draw.fraction(12, below_one=True)
        if one not in found:
            found.append(one)
    listed = ", ".join(number(value) for value in found)
    return Made(Message("Sort {values} in increasing order.", values=shown(listed)),
                ", ".join(number(value) for value in sorted(found)), type="list")  # fmt: skip


# Advanced


@TOPIC.advanced
def a_fraction_over_a_fraction(draw: Draw) -> Made:
    first, second = _pair(draw, 9)
    third, fourth = _pair(draw, 9)
    return _calculate(
        f"({number(first)} + {number(second)}) / ({number(third)} + {number(fourth)})",
        (first + second) / (third + fourth),
    )


@TOPIC.advanced
def four_terms(draw: Draw) -> Made:
    a, b = _pair(draw, 12)
    c, d = _pair(draw, 15)
    return _calculate(f"{number(a)} - {number(b)} + {number(c)} - {number(d)}", a - b + c - d)


@TOPIC.advanced
def a_continued_fraction(draw: Draw) -> Made:
    a, b, c = draw.whole(1, 5), draw.whole(2, 6), draw.whole(2, 6)
    return _calculate(f"{a} + 1/({b} + 1/{c})", a + 1 / (b + Fraction(1, c)))


@TOPIC.advanced
def a_difference_of_squares(draw: Draw) -> Made:
    first, second = _pair(draw, 9)
    return _calculate(f"{_bracketed(first)}^2 - {_bracketed(second)}^2", first**2 - second**2)


@TOPIC.advanced
def a_negative_power(draw: Draw) -> Made:
    base, power = draw.fraction(7), draw.whole(2, 3)
    return _calculate(f"{_bracketed(base)}^(-{power})", base**-power)


@TOPIC.advanced
def a_sum_of_reciprocals(draw: Draw) -> Made:
    a, b, c = draw.several(3, 2, 12)
    return _calculate(f"1/{a} + 1/{b} + 1/{c}", Fraction(1, a) + Fraction(1, b) + Fraction(1, c))


@TOPIC.advanced
def quotients_and_products(draw: Draw) -> Made:
    a, b, c = (draw.fraction(9) for _ in range(3))
    return _calculate(f"{_bracketed(a)} * {_bracketed(b)} / {_bracketed(c)}", a * b / c)


@TOPIC.advanced
def nested_brackets(draw: Draw) -> Made:
    a, b = _pair(draw, 8)
    c, d = _pair(draw, 6)
    return _calculate(f"{number(a)} - ({number(b)} - ({number(c)} - {number(d)}))", a - (b - (c - d)))


@TOPIC.advanced
def a_repeating_decimal(draw: Draw) -> Made:
    period = draw.whole(1, 98, 11, 22, 33, 44, 55, 66, 77, 88)
    value = Fraction(period, 99)
    written = Formula(f"0.({period:02d})", rf"0.\overline{{{period:02d}}}")
    return Made(Message("Write the decimal {value} as a fraction.", value=written), number(value), form="lowest")


@TOPIC.advanced
def powers_of_fractions_added(draw: Draw) -> Made:
    a, b = _pair(draw, 5)
    return _calculate(f"{_bracketed(a)}^3 + {_bracketed(b)}^2", a**3 + b**2)


@TOPIC.advanced
def a_reciprocal_of_a_sum(draw: Draw) -> Made:
    a, b = draw.several(2, 2, 15)
    return _calculate(f"1/(1/{a} + 1/{b})", 1 / (Fraction(1, a) + Fraction(1, b)))


@TOPIC.advanced
def large_parts_to_reduce(draw: Draw) -> Made:
    common, (a, b) = draw.whole(11, 60), draw.several(2, 7, 60)
    share = gcd(a, b)
    if b // share == 1:
        b += 1
        share = gcd(a, b)
    return Made(Message("Write the fraction {fraction} in lowest terms.", fraction=shown(f"{a * common}/{b * common}")),
                number(Fraction(a, b)), form="lowest")  # fmt: skip
