"""Numbers in other bases: digits by repeated division, values by Horner's scheme, in plain integers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.sums import figure
from maths.generating.writing import shown
from maths.message import Formula, Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "number_bases",
    Message("Number bases"),
    "python-flint's writing of the number in the base, from the words",
    ("number bases", "binary", "octal", "hexadecimal", "base", "진법", "이진법", "오진법", "십진법", "기수법"),
)
_DIGITS = "0123456789abcdef"


def _in_base(value: int, base: int) -> str:
    text = ""
    while value:
        value, digit = divmod(value, base)
        text = _DIGITS[digit] + text
    return text or "0"


def _based(value: int, base: int) -> str:
    return f"{_in_base(value, base)}_{base}"


def _numeral(text: str) -> Formula:
    return Formula(text, text)


def _from_to(value: int, source: int, target: int) -> Made:
    return Made(
        Message("Convert {number} from base {source} to base {target}.", number=_numeral(_in_base(value, source)),
                source=figure(source), target=figure(target)),
        _in_base(value, target),
    )  # fmt: skip


def _to_base(value: int, base: int) -> Made:
    return Made(Message("Convert {number} to base {base}.", number=figure(value), base=figure(base)),
                _in_base(value, base))  # fmt: skip


def _written_in_ten(expression: str, value: int) -> Made:
    return Made(Message("Express {expression} in base {base}.", expression=shown(expression), base=figure(10)),
                str(value))  # fmt: skip


def _written(expression: str, value: int, base: int) -> Made:
    latex = shown(expression).latex.replace(r"\cdot", r"\times")
    return Made(
        Message("Express {expression} in base {base}.", expression=Formula(expression, latex),
                base=figure(base)),
        _based(value, base),
    )  # fmt: skip


def _worked(base: int, left: int, sign: str, right: int) -> Made:
    value = {"+": left + right, "-": left - right, "*": left * right}[sign]
    text = f"{_in_base(left, base)} {sign} {_in_base(right, base)}"
    return Made(
        Message("In base {base}, what is {calculation}?", base=figure(base),
                calculation=Formula(text, text.replace("*", r"\times"))),
        _in_base(value, base),
    )  # fmt: skip


def _equation(left: int, sign: str, right: int, base: int) -> Made:
    """The last digits carry, so that no other base makes it true."""
    value = left * right if sign == "*" else left + right
    text = f"{_in_base(left, base)}{sign}{_in_base(right, base)} = {_in_base(value, base)}"
    return Made(
        Message("Find the base {letter} in which the equation {equation} is valid.", letter=shown("b"),
                equation=Formula(text, text.replace("*", r" \times ").replace("+", " + "))),
        str(base),
    )  # fmt: skip


# Beginner: two, three and five


@TOPIC.beginner
def to_binary(draw: Draw) -> Made:
    value = draw.whole(6, 120)
    return Made(Message("Convert {number} to binary.", number=figure(value)), _in_base(value, 2))


@TOPIC.beginner
def from_binary(draw: Draw) -> Made:
    value = draw.whole(5, 255)
    return Made(Message("Convert the binary number {number} to decimal.", number=_numeral(_in_base(value, 2))),
                str(value))  # fmt: skip


@TOPIC.beginner
def to_base_three(draw: Draw) -> Made:
    return _to_base(draw.whole(10, 120), 3)


@TOPIC.beginner
def to_base_five(draw: Draw) -> Made:
    return _to_base(draw.whole(10, 200), 5)


@TOPIC.beginner
def from_base_three(draw: Draw) -> Made:
    return _from_to(draw.whole(9, 120), 3, 10)


@TOPIC.beginner
def from_base_five(draw: Draw) -> Made:
    return _from_to(draw.whole(25, 200), 5, 10)


@TOPIC.beginner
def binary_sum(draw: Draw) -> Made:
    return _worked(2, draw.whole(4, 20), "+", draw.whole(2, 15))


@TOPIC.beginner
def binary_difference(draw: Draw) -> Made:
    small = draw.whole(2, 12)
    return _worked(2, small + draw.whole(2, 20), "-", small)


@TOPIC.beginner
def the_last_digit(draw: Draw) -> Made:
    value, base = draw.whole(20, 150), draw.whole(3, 9)
    return Made(Message("What is the units digit of {number} in base {base}?", number=figure(value),
                        base=figure(base)), str(value % base))  # fmt: skip


@TOPIC.beginner
def how_many_binary_digits(draw: Draw) -> Made:
    value = draw.whole(9, 300)
    return Made(Message("How many digits does {number} have in base {base}?", number=figure(value), base=figure(2)),
                str(len(_in_base(value, 2))))  # fmt: skip


@TOPIC.beginner
def how_many_ones(draw: Draw) -> Made:
    value = draw.whole(9, 200)
    return Made(
        Message("Find the sum of the digits of the base {base} representation of {number}.", base=figure(2),
                number=figure(value)),
        str(_in_base(value, 2).count("1")),
    )  # fmt: skip


@TOPIC.beginner
def a_numeral_with_its_base(draw: Draw) -> Made:
    value, base = draw.whole(20, 150), draw.whole(4, 9)
    return Made(Message("Convert {number} to base {base}.", number=shown(_based(value, base)), base=figure(10)),
                str(value))  # fmt: skip


# Intermediate: every base to nine, and sixteen


@TOPIC.intermediate
def from_one_base_to_another(draw: Draw) -> Made:
    source, target = draw.several(2, 3, 9)
    return _from_to(draw.whole(50, 400), source, target)


@TOPIC.intermediate
def to_a_base_below_ten(draw: Draw) -> Made:
    return _to_base(draw.whole(222, 999), draw.one_of([6, 7, 9]))


@TOPIC.intermediate
def a_sum_in_its_base(draw: Draw) -> Made:
    base, a, b = draw.whole(3, 9), draw.whole(20, 150), draw.whole(20, 150)
    return _worked(base, a, "+", b)


@TOPIC.intermediate
def a_difference_in_its_base(draw: Draw) -> Made:
    base, a, gap = draw.whole(3, 9), draw.whole(20, 150), draw.whole(10, 150)
    return _worked(base, a + gap, "-", a)


@TOPIC.intermediate
def octal_to_binary(draw: Draw) -> Made:
    return _from_to(draw.whole(20, 500), 8, 2)


@TOPIC.intermediate
def binary_to_octal(draw: Draw) -> Made:
    return _from_to(draw.whole(40, 500), 2, 8)


@TOPIC.intermediate
def hexadecimal_to_decimal(draw: Draw) -> Made:
    value = 16 * draw.whole(1, 15) + draw.whole(10, 15)
    return Made(Message("Convert the hexadecimal number {number} to decimal.",
                        number=_numeral(_in_base(value, 16).upper())), str(value))  # fmt: skip


@TOPIC.intermediate
def a_sum_of_two_bases(draw: Draw) -> Made:
    (first, second), a, b = draw.several(2, 3, 9), draw.whole(20, 150), draw.whole(20, 150)
    return _written_in_ten(f"{_based(a, first)} + {_based(b, second)}", a + b)


@TOPIC.intermediate
def how_many_digits(draw: Draw) -> Made:
    value, base = draw.whole(200, 5000), draw.whole(3, 9)
    return Made(Message("How many digits does {number} have in base {base}?", number=figure(value), base=figure(base)),
                str(len(_in_base(value, base))))  # fmt: skip


@TOPIC.intermediate
def the_digits_added(draw: Draw) -> Made:
    value, base = draw.whole(100, 2000), draw.whole(3, 9)
    return Made(
        Message("Find the sum of the digits of the base {base} representation of {number}.", base=figure(base),
                number=figure(value)),
        str(sum(int(digit) for digit in _in_base(value, base))),
    )  # fmt: skip


@TOPIC.intermediate
def a_remainder_of_a_numeral(draw: Draw) -> Made:
    base, value, divisor = draw.whole(4, 9), draw.whole(50, 300), draw.whole(3, 13)
    return Made(Message("What is the remainder when {number} is divided by {divisor}?",
                        number=shown(_based(value, base)), divisor=figure(divisor)), str(value % divisor))  # fmt: skip


@TOPIC.intermediate
def binary_product(draw: Draw) -> Made:
    return _worked(2, draw.whole(5, 20), "*", draw.whole(3, 9))


# Advanced: products, several bases at once, an unknown base


@TOPIC.advanced
def a_product_in_its_base(draw: Draw) -> Made:
    base, a, b = draw.whole(4, 9), draw.whole(10, 60), draw.whole(4, 30)
    return _worked(base, a, "*", b)


@TOPIC.advanced
def three_numerals_in_their_base(draw: Draw) -> Made:
    base, a, b, c = draw.whole(4, 9), draw.whole(60, 200), draw.whole(60, 200), draw.whole(10, 59)
    return _written(f"{_based(a, base)} + {_based(b, base)} - {_based(c, base)}", a + b - c, base)


@TOPIC.advanced
def two_bases_written_in_a_third(draw: Draw) -> Made:
    (first, second, third), a, b = draw.several(3, 3, 9), draw.whole(20, 150), draw.whole(20, 150)
    return _written(f"{_based(a, first)} + {_based(b, second)}", a + b, third)


@TOPIC.advanced
def the_base_of_a_sum(draw: Draw) -> Made:
    base = draw.whole(5, 9)
    a, b = base * draw.whole(1, base - 1) + base - 1, base * draw.whole(1, base - 1) + draw.whole(1, base - 1)
    return _equation(a, "+", b, base)


@TOPIC.advanced
def the_base_of_a_product(draw: Draw) -> Made:
    base = draw.whole(5, 9)
    a, b = base + draw.whole(3, base - 1), base + draw.whole(3, base - 1)
    return _equation(a, "*", b, base)


@TOPIC.advanced
def the_base_of_a_multiple(draw: Draw) -> Made:
    base = draw.whole(5, 9)
    a, b = base * draw.whole(1, 4) + draw.whole(3, base - 1), draw.whole(3, base - 1)
    return _equation(a, "*", b, base)


@TOPIC.advanced
def digits_of_a_power(draw: Draw) -> Made:
    root, exponent, base = draw.whole(2, 12), draw.whole(8, 25), draw.whole(2, 9)
    return Made(Message("How many digits does {number} have in base {base}?", number=shown(f"{root}^{exponent}"),
                        base=figure(base)), str(len(_in_base(root**exponent, base))))  # fmt: skip


@TOPIC.advanced
def the_digits_of_a_number_below_a_power(draw: Draw) -> Made:
    base, exponent, less = draw.whole(3, 9), draw.whole(4, 9), draw.whole(1, 60)
    value = base**exponent - less
    return Made(
        Message("Find the sum of the digits of the base {base} representation of {number}.", base=figure(base),
                number=shown(f"{base}^{exponent} - {less}")),
        str(sum(int(digit) for digit in _in_base(value, base))),
    )  # fmt: skip


@TOPIC.advanced
def hexadecimal_to_binary(draw: Draw) -> Made:
    value = 256 * draw.whole(0, 9) + 16 * draw.whole(1, 9) + draw.whole(10, 15)
    return Made(Message("Convert the hexadecimal number {number} to binary.",
                        number=_numeral(_in_base(value, 16).upper())), _in_base(value, 2))  # fmt: skip


@TOPIC.advanced
def a_product_of_two_bases(draw: Draw) -> Made:
    (first, second), a, b = draw.several(2, 3, 9), draw.whole(10, 60), draw.whole(10, 60)
    return _written_in_ten(f"{_based(a, first)} * {_based(b, second)}", a * b)


@TOPIC.advanced
def the_last_digit_of_a_power(draw: Draw) -> Made:
    root, exponent, base = draw.whole(2, 12), draw.whole(10, 60), draw.whole(5, 9)
    return Made(Message("What is the units digit of {number} in base {base}?", number=shown(f"{root}^{exponent}"),
                        base=figure(base)), str(pow(root, exponent, base)))  # fmt: skip


@TOPIC.advanced
def a_larger_numeral_from_base_to_base(draw: Draw) -> Made:
    source, target = draw.several(2, 3, 9)
    return _from_to(draw.whole(1000, 9999), source, target)
