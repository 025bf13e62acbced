"""Complex numbers: every answer by pairs of fractions."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.asking import calculate, solve, value_where
from maths.generating.exercise import Made, Topic
from maths.generating.surds import surd
from maths.generating.writing import expanded, number, polynomial, shown, term, total
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "complex_numbers",
    Message("Complex numbers"),
    "pairs of numbers in balls straight from the words; equations by resultants, each solution put back",
    ("complex number", "imaginary numbers", "polar form", "복소수", "허수", "켤레복소수", "복소수의 연산", "극형식",
     "복소평면"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pair:
    real: Fraction
    imaginary: Fraction

    def __add__(self, other: _Pair) -> _Pair:
        return _Pair(self.real + other.real, self.imaginary + other.imaginary)

    def __sub__(self, other: _Pair) -> _Pair:
        return _Pair(self.real - other.real, self.imaginary - other.imaginary)

    def __mul__(self, other: _Pair) -> _Pair:
        a, b, c, d = self.real, self.imaginary, other.real, other.imaginary
        return _Pair(a * c - b * d, a * d + b * c)

    def __truediv__(self, other: _Pair) -> _Pair:
        size = other.square
        above = self * other.conjugate
        return _Pair(above.real / size, above.imaginary / size)

    @property
    def conjugate(self) -> _Pair:
        return _Pair(self.real, -self.imaginary)

    @property
    def square(self) -> Fraction:
        """Of the absolute value."""
        return self.real**2 + self.imaginary**2

    def __str__(self) -> str:
        parts = [number(self.real)] if self.real else []
        return total([*parts, term(self.imaginary, "i")] if self.imaginary else parts)


def _pair(real: Fraction | int, imaginary: Fraction | int) -> _Pair:
    return _Pair(Fraction(real), Fraction(imaginary))


def _drawn(draw: Draw, high: int = 9) -> _Pair:
    return _pair(draw.signed(high), draw.signed(high))


def _power(base: _Pair, exponent: int) -> _Pair:
    found = _pair(1, 0)
    for _ in range(exponent):
        found *= base
    return found


def _solutions(equation: str, *roots: _Pair | str) -> Made:
    statement = Message("Find all complex solutions of the equation {equation}.", equation=shown(equation))
    return Made(statement, ", ".join(dict.fromkeys(str(root) for root in roots)))


def _modulus(expression: str, square: Fraction) -> Made:
    root = surd(Fraction(1, square.denominator), square.numerator * square.denominator)
    return calculate(f"|{expression}|", root)


# Beginner


@TOPIC.beginner
def a_sum(draw: Draw) -> Made:
    z, w = _drawn(draw), _drawn(draw)
    return calculate(f"({z}) + ({w})", str(z + w))


@TOPIC.beginner
def a_difference(draw: Draw) -> Made:
    z, w = _drawn(draw), _drawn(draw)
    return calculate(f"({z}) - ({w})", str(z - w))


@TOPIC.beginner
def a_product(draw: Draw) -> Made:
    z, w = _drawn(draw, 5), _drawn(draw, 5)
    return calculate(f"({z})*({w})", str(z * w))


@TOPIC.beginner
def powers_of_i(draw: Draw) -> Made:
    m, n = draw.several(2, 2, 60)
    return calculate(f"i^{m} + i^{n}", str(_power(_pair(0, 1), m) + _power(_pair(0, 1), n)))


@TOPIC.beginner
def the_conjugate(draw: Draw) -> Made:
    z = _drawn(draw, 15)
    return Made(Message("Find the conjugate of the complex number {number}.", number=shown(str(z))), str(z.conjugate))


@TOPIC.beginner
def the_absolute_value(draw: Draw) -> Made:
    a, b, c = draw.one_of([(3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25)])
    k = draw.whole(1, 9)
    legs = draw.shuffled([a * k, b * k])
    z = _pair(legs[0] * draw.one_of([1, -1]), legs[1] * draw.one_of([1, -1]))
    return Made(Message("Find the absolute value of the complex number {number}.", number=shown(str(z))), str(c * k))


@TOPIC.beginner
def a_multiple_and_a_number(draw: Draw) -> Made:
    k, z, w = draw.whole(2, 9), _drawn(draw), _drawn(draw)
    return calculate(f"{k}*({z}) - ({w})", str(_pair(k, 0) * z - w))


@TOPIC.beginner
def roots_of_negative_numbers(draw: Draw) -> Made:
    a, b, k = draw.whole(1, 12), draw.whole(1, 12), draw.whole(2, 6)
    return calculate(f"{k}*sqrt(-{a * a}) + sqrt(-{b * b})", str(_pair(0, k * a + b)))


@TOPIC.beginner
def the_real_part_of_a_product(draw: Draw) -> Made:
    z, w = _drawn(draw, 6), _drawn(draw, 6)
    statement = Message("Find the real part of the complex number {number}.", number=shown(f"({z})*({w})"))
    return Made(statement, number((z * w).real))


@TOPIC.beginner
def the_imaginary_part_of_a_product(draw: Draw) -> Made:
    z, w = _drawn(draw, 6), _drawn(draw, 6)
    statement = Message("Find the imaginary part of the complex number {number}.", number=shown(f"({z})*({w})"))
    return Made(statement, number((z * w).imaginary))


@TOPIC.beginner
def a_multiple_of_i(draw: Draw) -> Made:
    k, z = draw.signed(9), _drawn(draw)
    return calculate(f"{term(k, 'i')}*({z})", str(_pair(0, k) * z))


@TOPIC.beginner
def a_negative_square(draw: Draw) -> Made:
    a, k = draw.whole(1, 12), draw.whole(1, 6)
    return _solutions(f"{term(k, 'x^2')} + {k * a * a} = 0", _pair(0, -a), _pair(0, a))


@TOPIC.beginner
def a_number_times_its_conjugate(draw: Draw) -> Made:
    z = _drawn(draw, 12)
    return calculate(f"({z})*({z.conjugate})", number(z.square))


# Intermediate


@TOPIC.intermediate
def a_quotient(draw: Draw) -> Made:
    z, w = _drawn(draw, 5), _drawn(draw, 4)
    return calculate(f"({z * w})/({w})", str(z))


@TOPIC.intermediate
def a_quotient_with_fractions(draw: Draw) -> Made:
    z, w = _drawn(draw, 7), _drawn(draw, 4)
    return calculate(f"({z})/({w})", str(z / w))


@TOPIC.intermediate
def a_square(draw: Draw) -> Made:
    z, w = _drawn(draw, 7), _drawn(draw, 9)
    return calculate(f"({z})^2 + ({w})", str(z * z + w))


@TOPIC.intermediate
def a_quadratic_equation(draw: Draw) -> Made:
    z = _drawn(draw, 9)
    return _solutions(f"{polynomial([1, -2 * z.real, z.square])} = 0", z, z.conjugate)


@TOPIC.intermediate
def a_linear_equation(draw: Draw) -> Made:
    z, w = _drawn(draw, 6), _drawn(draw, 4)
    return solve(f"({w})*z = {z * w}", str(z))


@TOPIC.intermediate
def an_absolute_value_with_a_root(draw: Draw) -> Made:
    z = _drawn(draw, 12)
    return _modulus(str(z), z.square)


@TOPIC.intermediate
def the_absolute_value_of_a_product(draw: Draw) -> Made:
    z, w = _drawn(draw, 5), _drawn(draw, 5)
    return _modulus(f"({z})*({w})", z.square * w.square)


@TOPIC.intermediate
def the_real_part_of_a_reciprocal(draw: Draw) -> Made:
    k, z = draw.whole(1, 9), _drawn(draw, 7)
    statement = Message("Find the real part of the complex number {number}.", number=shown(f"{k}/({z})"))
    return Made(statement, number((_pair(k, 0) / z).real), form="lowest")


@TOPIC.intermediate
def a_product_of_named_numbers(draw: Draw) -> Made:
    z, w = _drawn(draw, 6), _drawn(draw, 6)
    return value_where([f"z = {z}", f"w = {w}"], "z*w", str(z * w))


@TOPIC.intermediate
def a_polynomial_at_its_root(draw: Draw) -> Made:
    z, c = _drawn(draw, 6), draw.signed(9)
    whole = polynomial([1, -2 * z.real, z.square + c])
    return value_where([f"x = {z}"], whole, str(c))


@TOPIC.intermediate
def reciprocals_of_conjugates(draw: Draw) -> Made:
    z, sign = _drawn(draw, 6), draw.one_of("+-")
    first, second = _pair(1, 0) / z, _pair(1, 0) / z.conjugate
    answer = first + second if sign == "+" else first - second
    return calculate(f"1/({z}) {sign} 1/({z.conjugate})", str(answer))


@TOPIC.intermediate
def three_factors(draw: Draw) -> Made:
    z, w, v = _drawn(draw, 4), _drawn(draw, 4), _drawn(draw, 3)
    return calculate(f"({z})*({w})*({v})", str(z * w * v))


@TOPIC.intermediate
def a_product_of_roots_of_negative_numbers(draw: Draw) -> Made:
    a, b, c = draw.whole(1, 9), draw.whole(1, 9), draw.whole(1, 12)
    return calculate(f"sqrt(-{a * a})*sqrt(-{b * b}) + sqrt(-{c * c})", str(_pair(-a * b, c)))


# Advanced


@TOPIC.advanced
def a_high_power(draw: Draw) -> Made:
    k, n = draw.whole(1, 2), draw.whole(5, 10)
    z = _pair(k * draw.one_of([1, -1]), k * draw.one_of([1, -1]))
    return calculate(f"({z})^{n}", str(_power(z, n)))


@TOPIC.advanced
def a_cube(draw: Draw) -> Made:
    z = _drawn(draw, 5)
    return calculate(f"({z})^3", str(_power(z, 3)))


@TOPIC.advanced
def a_square_root(draw: Draw) -> Made:
    z = _drawn(draw, 7)
    return _solutions(f"z^2 = {z * z}", z, _pair(-z.real, -z.imaginary))


@TOPIC.advanced
def a_fourth_root(draw: Draw) -> Made:
    a, k = draw.whole(1, 9), draw.whole(1, 12)
    return _solutions(f"{term(k, 'z^4')} = {k * a**4}", _pair(a, 0), _pair(-a, 0), _pair(0, a), _pair(0, -a))


@TOPIC.advanced
def a_cube_root(draw: Draw) -> Made:
    a, k = draw.signed(6), draw.whole(1, 9)
    half = number(Fraction(-a, 2))
    root = surd(Fraction(abs(a), 2), 3)
    return _solutions(f"{term(k, 'z^3')} = {k * a**3}", str(a), f"{half} - {root}*i", f"{half} + {root}*i")


@TOPIC.advanced
def the_argument(draw: Draw) -> Made:
    k = draw.whole(1, 12)
    typed, angle = draw.one_of([
        (f"{k} + {term(k, 'i')}", "pi/4"), (f"-{k} + {term(k, 'i')}", "3*pi/4"), (f"{k} + {k}*sqrt(3)*i", "pi/3"),
        (f"{k}*sqrt(3) + {term(k, 'i')}", "pi/6"), (f"-{k} + {k}*sqrt(3)*i", "2*pi/3"), (term(k, "i"), "pi/2"),
    ])  # fmt: skip
    return Made(Message("Find the argument of the complex number {number}.", number=shown(typed)), angle)


@TOPIC.advanced
def a_power_of_a_quotient(draw: Draw) -> Made:
    z = _drawn(draw, 3)
    turned = z * _pair(0, draw.one_of([1, -1]))
    n = draw.whole(5, 60)
    return calculate(f"(({turned})/({z}))^{n}", str(_power(turned / z, n)))


@TOPIC.advanced
def the_theorem_of_de_moivre(draw: Draw) -> Made:
    r, (below, turns) = draw.whole(1, 2), draw.one_of([(3, 1), (4, 1), (6, 1), (2, 1), (3, 2), (4, 3), (6, 5)])
    n = below * draw.whole(1, 8 // below + 1)
    angle = f"{term(turns, 'pi')}/{below}"
    sign = -1 if (turns * n // below) % 2 else 1
    front = "" if r == 1 else f"{r}*"
    return calculate(f"({front}(cos({angle}) + i*sin({angle})))^{n}", str(sign * r**n))


@TOPIC.advanced
def the_squares_of_the_roots(draw: Draw) -> Made:
    z = _drawn(draw, 8)
    equation = shown(f"{polynomial([1, -2 * z.real, z.square])} = 0")
    return Made(Message("Find the sum of the squares of the roots of {equation}.", equation=equation),
                number(2 * (z.real**2 - z.imaginary**2)))  # fmt: skip


@TOPIC.advanced
def a_leading_coefficient(draw: Draw) -> Made:
    below = draw.whole(2, 4)
    z = _pair(Fraction(draw.signed(7), below), Fraction(draw.signed(7), below))
    size = below * below // (2 if below % 2 == 0 and (z.square * below * below) % 2 == 0 else 1)
    return _solutions(f"{polynomial([size, -2 * z.real * size, z.square * size])} = 0", z, z.conjugate)


@TOPIC.advanced
def a_square_over_a_number(draw: Draw) -> Made:
    z, w = _drawn(draw, 5), _drawn(draw, 3)
    return calculate(f"({z})^2/({w})", str(z * z / w))


@TOPIC.advanced
def a_cubic_equation(draw: Draw) -> Made:
    z, p = _drawn(draw, 4), draw.signed(5)
    whole = expanded([1, -p], [1, -2 * z.real, z.square])
    return _solutions(f"{polynomial(whole)} = 0", _pair(p, 0), z, z.conjugate)


@TOPIC.advanced
def the_absolute_value_of_a_quotient(draw: Draw) -> Made:
    z, w = _drawn(draw, 7), _drawn(draw, 7)
    return _modulus(f"({z})/({w})", z.square / w.square)
