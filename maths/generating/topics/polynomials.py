"""Polynomials and their division: quotient, remainder and roots come first, the polynomial is made of them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.asking import expression_where, simplify, solve, value_where
from maths.generating.exercise import Made, Topic
from maths.generating.writing import expanded, number, polynomial, shown, values
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.generating.draw import Draw

TOPIC = Topic(
    "polynomials",
    Message("Polynomials"),
    "python-flint divides and the SymPy result is multiplied back; a letter by the equation for the remainder",
    ("polynomial", "polynomial division", "remainder theorem", "factor theorem", "다항식", "다항식의 연산",
     "다항식의 나눗셈", "나머지정리", "나머지 정리", "인수정리", "고차방정식", "부분분수"),
)  # fmt: skip


def _added(*several: Sequence[Fraction | int]) -> list[Fraction | int]:
    """Coefficients, the highest power first, zeros at the front left out."""
    size = max(len(one) for one in several)
    found: list[Fraction | int] = [0] * size
    for one in several:
        for place, coefficient in enumerate(one, size - len(one)):
            found[place] += coefficient
    first = next((k for k, value in enumerate(found) if value), size)
    return found[first:]


def _scaled(coefficients: Sequence[Fraction | int], factor: Fraction | int) -> list[Fraction | int]:
    return [factor * c for c in coefficients]


def _at(coefficients: Sequence[Fraction | int], x: Fraction | int) -> Fraction:
    value = Fraction(0)
    for coefficient in coefficients:
        value = value * x + coefficient
    return value


def _drawn(draw: Draw, degree: int, high: int = 9) -> list[Fraction | int]:
    return [draw.whole(1, 4), *(draw.signed(high) for _ in range(degree))]


def _divided(quotient: Sequence[Fraction | int], divisor: Sequence[Fraction | int],
             remainder: Sequence[Fraction | int]) -> list[Fraction | int]:  # fmt: skip
    return _added(expanded(quotient, divisor), remainder)


def _remainder(dividend: str, divisor: str, answer: str) -> Made:
    statement = Message("Find the remainder when the polynomial {dividend} is divided by {divisor}.",
                        dividend=shown(dividend), divisor=shown(divisor))  # fmt: skip
    return Made(statement, answer)


def _quotient(dividend: str, divisor: str, answer: str) -> Made:
    statement = Message("Find the quotient when the polynomial {dividend} is divided by {divisor}.",
                        dividend=shown(dividend), divisor=shown(divisor))  # fmt: skip
    return Made(statement, answer)


def _both(quotient: list[Fraction | int], divisor: list[Fraction | int], remainder: list[Fraction | int]) -> Made:
    whole = polynomial(_divided(quotient, divisor, remainder))
    statement = Message("Find the quotient and the remainder when {dividend} is divided by {divisor}.",
                        dividend=shown(whole), divisor=shown(polynomial(divisor)))  # fmt: skip
    return Made(statement, f"{polynomial(quotient)}, {polynomial(remainder)}", type="list", ordered=True)


def _letter(draw: Draw, degree: int) -> tuple[str, list[Fraction | int], int]:
    """A polynomial with k before x, its coefficients with k put in, and k."""
    k = draw.signed(9)
    known = _drawn(draw, degree)
    known[-2] = 0
    high, last = polynomial([*known[:-1], 0]), known[-1]
    whole = [*known[:-2], k, last]
    return f"{high} + k*x {'+' if last > 0 else '-'} {abs(last)}", whole, k


def _letter_by_remainder(draw: Draw, degree: int, root: Fraction | int) -> Made:
    text, whole, k = _letter(draw, degree)
    divisor = polynomial([Fraction(root).denominator, -Fraction(root).numerator])
    statement = Message("When {dividend} is divided by {divisor}, the remainder is {remainder}. Find {unknown}.",
                        dividend=shown(text), divisor=shown(divisor), remainder=shown(number(_at(whole, root))),
                        unknown=shown("k"))  # fmt: skip
    return Made(statement, str(k))


# Beginner


@TOPIC.beginner
def a_sum(draw: Draw) -> Made:
    p, q = _drawn(draw, 2), _drawn(draw, 2)
    return simplify(f"({polynomial(p)}) + ({polynomial(q)})", polynomial(_added(p, q)))


@TOPIC.beginner
def a_difference(draw: Draw) -> Made:
    p, q = _drawn(draw, 2), [draw.whole(5, 9), draw.signed(9), draw.signed(9)]
    return simplify(f"({polynomial(p)}) - ({polynomial(q)})", polynomial(_added(p, _scaled(q, -1))))


@TOPIC.beginner
def a_value(draw: Draw) -> Made:
    p, x = _drawn(draw, 2), draw.signed(5)
    return value_where([f"f(x) = {polynomial(p)}"], f"f({x})", number(_at(p, x)))


@TOPIC.beginner
def the_remainder_of_a_quadratic(draw: Draw) -> Made:
    p, x = _drawn(draw, 2), draw.signed(5)
    return _remainder(polynomial(p), polynomial([1, -x]), number(_at(p, x)))


@TOPIC.beginner
def a_quotient_by_a_monomial(draw: Draw) -> Made:
    a, b, c, d = draw.whole(2, 9), draw.whole(1, 6), draw.signed(9), draw.signed(9)
    inside = [b, c, d]
    return simplify(f"({polynomial([*_scaled(inside, a), 0])})/({a}*x)", polynomial(inside))


@TOPIC.beginner
def the_degree_of_a_product(draw: Draw) -> Made:
    m, n = draw.several(2, 2, 9)
    a, b, c = draw.whole(2, 5), draw.signed(9), draw.signed(9)
    text = f"({a}*x^{m} {'+' if b > 0 else '-'} {abs(b)})*(x^{n} {'+' if c > 0 else '-'} {abs(c)}*x)"
    return Made(Message("Find the degree of the polynomial {polynomial}.", polynomial=shown(text)), str(m + n))


@TOPIC.beginner
def the_leading_coefficient(draw: Draw) -> Made:
    a, b, c, d = draw.signed(9), draw.signed(9), draw.signed(9), draw.signed(9)
    text = shown(f"({polynomial([a, b])})*({polynomial([c, d])})")
    return Made(Message("Find the leading coefficient of {polynomial}.", polynomial=text), str(a * c))


@TOPIC.beginner
def the_constant_term(draw: Draw) -> Made:
    p, q = _drawn(draw, 1), _drawn(draw, 2)
    text = shown(f"({polynomial(p)})*({polynomial(q)})")
    return Made(Message("Find the constant term of {polynomial}.", polynomial=text), number(p[-1] * q[-1]))


@TOPIC.beginner
def a_quotient_without_remainder(draw: Draw) -> Made:
    quotient, x = _drawn(draw, 1), draw.signed(7)
    return _quotient(polynomial(expanded(quotient, [1, -x])), polynomial([1, -x]), polynomial(quotient))


@TOPIC.beginner
def multiples_of_polynomials(draw: Draw) -> Made:
    p, q, a, b = _drawn(draw, 1), _drawn(draw, 1), draw.whole(2, 6), draw.whole(2, 6)
    answer = _added(_scaled(p, a), _scaled(q, b))
    return simplify(f"{a}*({polynomial(p)}) + {b}*({polynomial(q)})", polynomial(answer) if answer else "0")


@TOPIC.beginner
def named_polynomials(draw: Draw) -> Made:
    p, q = _drawn(draw, 2), _drawn(draw, 1)
    given = [f"f(x) = {polynomial(p)}", f"g(x) = {polynomial(q)}"]
    return expression_where(given, "f(x) + g(x)", polynomial(_added(p, q)), "expanded")


@TOPIC.beginner
def a_letter_in_a_quadratic(draw: Draw) -> Made:
    return _letter_by_remainder(draw, 2, draw.signed(4))


@TOPIC.beginner
def two_values_subtracted(draw: Draw) -> Made:
    p, (x, y) = _drawn(draw, 2), draw.several(2, -3, 4)
    return value_where([f"f(x) = {polynomial(p)}"], f"f({x}) - f({y})", number(_at(p, x) - _at(p, y)))


# Intermediate


@TOPIC.intermediate
def the_remainder_of_a_cubic(draw: Draw) -> Made:
    p, x = _drawn(draw, 3), draw.signed(4)
    return _remainder(polynomial(p), polynomial([1, -x]), number(_at(p, x)))


@TOPIC.intermediate
def the_quotient_of_a_cubic(draw: Draw) -> Made:
    quotient, x, rest = _drawn(draw, 2), draw.signed(5), draw.signed(9)
    return _quotient(polynomial(_divided(quotient, [1, -x], [rest])), polynomial([1, -x]), polynomial(quotient))


@TOPIC.intermediate
def quotient_and_remainder(draw: Draw) -> Made:
    return _both(_drawn(draw, 2), [1, draw.signed(5)], [draw.signed(12)])


@TOPIC.intermediate
def a_quadratic_divisor(draw: Draw) -> Made:
    return _both(_drawn(draw, 1), [1, draw.signed(4), draw.signed(6)], [draw.signed(6), draw.signed(9)])


@TOPIC.intermediate
def a_divisor_with_a_coefficient(draw: Draw) -> Made:
    quotient, a, b, rest = _drawn(draw, 2), draw.whole(2, 4), draw.signed(5), draw.signed(12)
    return _remainder(polynomial(_divided(quotient, [a, b], [rest])), polynomial([a, b]), str(rest))


@TOPIC.intermediate
def a_letter_by_the_remainder(draw: Draw) -> Made:
    return _letter_by_remainder(draw, 3, draw.signed(3))


@TOPIC.intermediate
def a_letter_by_a_factor(draw: Draw) -> Made:
    x, a, b, k = draw.signed(4), draw.whole(1, 3), draw.signed(6), draw.signed(9)
    last = -(a * x**3 + b * x * x + k * x)
    if last == 0:
        return a_letter_by_the_remainder(draw)
    text = f"{polynomial([a, b, 0, 0])} + k*x {'+' if last > 0 else '-'} {abs(last)}"
    statement = Message("If {divisor} is a factor of {polynomial}, find {unknown}.",
                        divisor=shown(polynomial([1, -x])), polynomial=shown(text), unknown=shown("k"))  # fmt: skip
    return Made(statement, str(k))


@TOPIC.intermediate
def the_least_common_multiple(draw: Draw) -> Made:
    a, b, c = draw.several(3, -6, 6, 0)
    first, second = expanded([1, a], [1, b]), expanded([1, a], [1, c])
    statement = Message("Find the least common multiple of the polynomials {first} and {second}.",
                        first=shown(polynomial(first)), second=shown(polynomial(second)))  # fmt: skip
    return Made(statement, polynomial(expanded([1, a], [1, b], [1, c])))


@TOPIC.intermediate
def a_cubic_equation(draw: Draw) -> Made:
    roots = draw.several(3, -6, 6)
    return solve(f"{polynomial(expanded(*([1, -root] for root in roots)))} = 0", values(roots))


@TOPIC.intermediate
def the_sum_of_the_solutions(draw: Draw) -> Made:
    p, q, r = draw.several(3, -7, 7)
    equation = shown(f"{polynomial(expanded([1, -p], [1, -q], [1, -r]))} = 0")
    return Made(Message("Find the sum of the solutions of the equation {equation}.", equation=equation), str(p + q + r))


@TOPIC.intermediate
def a_fraction_that_is_a_polynomial(draw: Draw) -> Made:
    quotient, x = _drawn(draw, 2, 6), draw.signed(5)
    above = polynomial(expanded(quotient, [1, -x]))
    return simplify(f"({above})/({polynomial([1, -x])})", polynomial(quotient))


@TOPIC.intermediate
def the_degree_of_a_power(draw: Draw) -> Made:
    m, n, k = draw.whole(2, 5), draw.whole(2, 6), draw.whole(2, 6)
    b, c = draw.signed(9), draw.signed(9)
    text = f"(x^{m} {'+' if b > 0 else '-'} {abs(b)})^{n}*(x {'+' if c > 0 else '-'} {abs(c)})^{k}"
    return Made(Message("Find the degree of the polynomial {polynomial}.", polynomial=shown(text)), str(m * n + k))


@TOPIC.intermediate
def a_product_of_named_polynomials(draw: Draw) -> Made:
    p, q = _drawn(draw, 2, 6), _drawn(draw, 1, 6)
    given = [f"f(x) = {polynomial(p)}", f"g(x) = {polynomial(q)}"]
    return expression_where(given, "f(x)*g(x)", polynomial(expanded(p, q)), "expanded")


# Advanced


@TOPIC.advanced
def a_high_power_by_a_quadratic(draw: Draw) -> Made:
    n, a, b = draw.whole(5, 30), draw.signed(9), draw.signed(9)
    answer = [a, b + 1] if n % 2 == 0 else [a + 1, b]
    text = f"x^{n} {'+' if a > 0 else '-'} {'' if abs(a) == 1 else f'{abs(a)}*'}x {'+' if b > 0 else '-'} {abs(b)}"
    return _remainder(text, "x^2 - 1", polynomial(answer))


@TOPIC.advanced
def a_high_power_by_a_linear_factor(draw: Draw) -> Made:
    n, x, a = draw.whole(4, 10), draw.one_of([1, -1, 2, -2]), draw.signed(9)
    text = f"x^{n} {'+' if a > 0 else '-'} {'' if abs(a) == 1 else f'{abs(a)}*'}x + 1"
    return _remainder(text, polynomial([1, -x]), str(x**n + a * x + 1))


@TOPIC.advanced
def a_quartic_by_a_quadratic(draw: Draw) -> Made:
    return _both(_drawn(draw, 2, 5), [1, draw.signed(4), draw.signed(5)], [draw.signed(6), draw.signed(9)])


@TOPIC.advanced
def two_letters_by_two_values(draw: Draw) -> Made:
    a, b, (x, y) = draw.signed(9), draw.signed(9), draw.several(2, -3, 3, 0)
    lead = draw.whole(1, 3)
    whole = [lead, 0, a, b]
    first = polynomial([lead, 0, 0, 0])
    given = [f"f(x) = {first} + a*x + b", f"f({x}) = {_at(whole, x)}", f"f({y}) = {_at(whole, y)}"]
    return value_where(given, "a", str(a))


@TOPIC.advanced
def a_quartic_equation(draw: Draw) -> Made:
    roots = draw.several(4, -5, 5)
    return solve(f"{polynomial(expanded(*([1, -root] for root in roots)))} = 0", values(roots))


@TOPIC.advanced
def the_product_of_the_solutions(draw: Draw) -> Made:
    p, q, r = draw.several(3, -7, 7, 0)
    equation = shown(f"{polynomial(expanded([1, -p], [1, -q], [1, -r]))} = 0")
    statement = Message("Find the product of the solutions of the equation {equation}.", equation=equation)
    return Made(statement, str(p * q * r))


def _partial_fractions(top: list[int], below: tuple[int, int]) -> Made:
    """A numerator of degree at most 1 over (x - p)(x - q)."""
    p, q = below
    over_p, over_q = _at(top, p) / (p - q), _at(top, q) / (q - p)
    text = f"({polynomial(top)})/({polynomial(expanded([1, -p], [1, -q]))})"
    answer = f"({number(over_p)})/({polynomial([1, -p])}) + ({number(over_q)})/({polynomial([1, -q])})"
    return Made(Message("Find the partial fraction decomposition of {fraction}.", fraction=shown(text)), answer)


@TOPIC.advanced
def a_number_in_partial_fractions(draw: Draw) -> Made:
    p, q = draw.several(2, -7, 7, 0)
    return _partial_fractions([draw.whole(1, 4) * (p - q)], (p, q))


@TOPIC.advanced
def a_linear_term_in_partial_fractions(draw: Draw) -> Made:
    (p, q), a, b = draw.several(2, -6, 6, 0), draw.signed(6), draw.signed(6)
    # a/(x - p) + b/(x - q)
    if a + b == 0:
        b += 1 if b != -1 else 2
    return _partial_fractions([a + b, -a * q - b * p], (p, q))


@TOPIC.advanced
def how_many_real_solutions(draw: Draw) -> Made:
    p, b, c = draw.signed(5), draw.signed(6), draw.signed(9)
    roots = {Fraction(p)}
    gap = b * b - 4 * c
    at_p = p * p + b * p + c
    count = 1 if gap < 0 else len(roots) + (gap > 0) + 1 - (at_p == 0)
    equation = shown(f"{polynomial(expanded([1, -p], [1, b, c]))} = 0")
    return Made(Message("How many real solutions does the equation {equation} have?", equation=equation), str(count))


@TOPIC.advanced
def a_letter_by_a_fractional_root(draw: Draw) -> Made:
    return _letter_by_remainder(draw, 3, Fraction(draw.one_of([1, -1, 3, -3]), 2))


@TOPIC.advanced
def the_least_common_multiple_of_cubics(draw: Draw) -> Made:
    a, b, c, d = draw.several(4, -4, 4, 0)
    first, second = expanded([1, a], [1, b], [1, c]), expanded([1, a], [1, b], [1, d])
    statement = Message("Find the least common multiple of the polynomials {first} and {second}.",
                        first=shown(polynomial(first)), second=shown(polynomial(second)))  # fmt: skip
    return Made(statement, polynomial(expanded([1, a], [1, b], [1, c], [1, d])))


@TOPIC.advanced
def the_remainder_by_two_factors(draw: Draw) -> Made:
    quotient, (p, q) = _drawn(draw, 2, 5), draw.several(2, -3, 3, 0)
    rest: list[Fraction | int] = [draw.signed(9), draw.signed(9)]
    divisor = expanded([1, -p], [1, -q])
    text = f"({polynomial([1, -p])})*({polynomial([1, -q])})"
    return _remainder(polynomial(_divided(quotient, divisor, rest)), text, polynomial(rest))


@TOPIC.advanced
def two_fractions_added(draw: Draw) -> Made:
    (p, q), a, b = draw.several(2, -7, 7, 0), draw.whole(1, 6), draw.whole(1, 6)
    above = polynomial([a + b, -a * q - b * p])
    below = polynomial(expanded([1, -p], [1, -q]))
    return simplify(f"{a}/({polynomial([1, -p])}) + {b}/({polynomial([1, -q])})", f"({above})/({below})")
