"""Exponents and logarithms: every structure starts from whole exponents or from the solution."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING

from maths.generating.asking import calculate, in_order, larger, simplify, solve
from maths.generating.exercise import Made, Topic
from maths.generating.writing import expanded, number, polynomial, shown, term, values
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "exponents_and_logarithms",
    Message("Exponents and logarithms"),
    "values in balls straight from the words; equations by python-flint's roots, each put into them",
    ("exponents", "logarithms", "logs", "exponential equations", "지수", "로그", "지수와 로그", "지수법칙",
     "지수방정식", "로그방정식", "지수함수", "로그함수", "상용로그", "자연로그"),
)  # fmt: skip
_MOST = 5000  # of a power that stands written out


def _power(draw: Draw, low: int = 2) -> tuple[int, int]:
    """A base and an exponent whose power is easy to write."""
    base = draw.whole(2, 10)
    most = max(k for k in range(1, 13) if base**k <= _MOST)
    return base, draw.whole(low, max(low, min(most, 8)))


def _coprime_base(draw: Draw) -> int:
    """A base that is no power of another whole number."""
    return draw.one_of([2, 3, 5, 6, 7, 10])


def _signed(value: int) -> str:
    return f"+ {value}" if value > 0 else f"- {-value}"


# Beginner


@TOPIC.beginner
def two_logarithms_added(draw: Draw) -> Made:
    (a, m), (b, n) = _power(draw), _power(draw)
    return calculate(f"log_{a}({a**m}) + log_{b}({b**n})", str(m + n))


@TOPIC.beginner
def two_logarithms_subtracted(draw: Draw) -> Made:
    (a, m), (b, n) = _power(draw), _power(draw, 1)
    return calculate(f"log_{a}({a**m}) - log_{b}({b**n})", str(m - n))


@TOPIC.beginner
def the_logarithm_of_a_fraction(draw: Draw) -> Made:
    (a, m), k = _power(draw, 1), draw.whole(2, 9)
    return calculate(f"{k}*log_{a}(1/{a**m})", str(-k * m))


@TOPIC.beginner
def a_fractional_power(draw: Draw) -> Made:
    below, c, m, d = draw.whole(2, 3), draw.whole(2, 6), draw.whole(1, 3), draw.signed(9)
    m += m % below == 0
    return calculate(f"{c**below}^({m}/{below}) {_signed(d)}", str(c**m + d))


@TOPIC.beginner
def a_negative_power(draw: Draw) -> Made:
    a, n, b = draw.whole(2, 7), draw.whole(1, 3), draw.whole(2, 15)
    return calculate(f"{b}*{a}^(-{n})", number(Fraction(b, a**n)), "lowest")


@TOPIC.beginner
def equal_bases(draw: Draw) -> Made:
    a, m, k = draw.whole(2, 10), draw.whole(5, 12), draw.whole(1, 3)
    return calculate(f"{a}^{m}*{a}^(-{m - k})", str(a**k))


@TOPIC.beginner
def an_exponent_is_unknown(draw: Draw) -> Made:
    (b, k), c = _power(draw), draw.signed(5)
    return solve(f"{b}^(x {_signed(c)}) = {b**k}", str(k - c))


@TOPIC.beginner
def an_argument_is_unknown(draw: Draw) -> Made:
    (b, k), a = _power(draw), draw.whole(2, 9)
    return solve(f"{a}*log_{b}(x) = {a * k}", str(b**k))


@TOPIC.beginner
def a_logarithm_of_a_product(draw: Draw) -> Made:
    b, k = draw.one_of([6, 10, 12, 14, 15, 18, 20]), draw.whole(1, 3)
    m = draw.one_of([d for d in range(2, b**k) if b**k % d == 0 and d % b])
    return calculate(f"log_{b}({m}) + log_{b}({b**k // m})", str(k))


@TOPIC.beginner
def a_logarithm_of_a_quotient(draw: Draw) -> Made:
    (b, k), n = _power(draw, 1), draw.whole(2, 12)
    return calculate(f"log_{b}({n * b**k}) - log_{b}({n})", str(k))


@TOPIC.beginner
def a_power_of_a_power(draw: Draw) -> Made:
    letter, m, n, k = draw.letter(), draw.whole(2, 6), draw.whole(2, 5), draw.whole(1, 3)
    return simplify(f"({letter}^{m})^{n}/{letter}^{k}", f"{letter}^{m * n - k}")


@TOPIC.beginner
def natural_logarithms(draw: Draw) -> Made:
    a, m, n = draw.whole(2, 9), draw.whole(2, 12), draw.whole(2, 12)
    return calculate(f"{a}*ln(e^{m}) - ln(e^{n})", str(a * m - n))


@TOPIC.beginner
def a_logarithm_beside_a_number(draw: Draw) -> Made:
    b, k, d = draw.whole(2, 6), draw.whole(2, 4), draw.signed(3)
    inside = max(2, b**k + d)
    text = f"log_{b}({inside})"
    return larger(text, str(k), text if inside > b**k else str(k))


# Intermediate


@TOPIC.intermediate
def a_linear_exponent(draw: Draw) -> Made:
    (b, k), p, q = _power(draw), draw.whole(2, 5), draw.signed(6)
    return solve(f"{b}^({polynomial([p, q])}) = {b**k}", number(Fraction(k - q, p)))


@TOPIC.intermediate
def a_power_as_the_base(draw: Draw) -> Made:
    b, m, n = draw.one_of([2, 3, 5]), draw.whole(2, 4), draw.whole(2, 5)
    c = draw.signed(4)
    return solve(f"{b**m}^(x {_signed(c)}) = {b**n}", number(Fraction(n, m) - c))


@TOPIC.intermediate
def two_powers_of_one_base(draw: Draw) -> Made:
    b, x, k = draw.whole(2, 6), draw.whole(1, 5), draw.whole(1, 2)
    return solve(f"{b}^(x + {k}) + {b}^x = {b ** (x + k) + b**x}", str(x))


@TOPIC.intermediate
def a_linear_argument(draw: Draw) -> Made:
    (b, k), a, c = _power(draw), draw.whole(2, 6), draw.signed(12)
    return solve(f"log_{b}({polynomial([a, c])}) = {k}", number(Fraction(b**k - c, a)))


@TOPIC.intermediate
def two_arguments_multiplied(draw: Draw) -> Made:
    b, k = draw.one_of([(2, 3), (2, 4), (2, 5), (2, 6), (3, 2), (3, 3), (3, 4), (6, 2), (10, 2), (12, 2), (5, 2)])
    x = draw.one_of([d for d in range(1, b**k) if d * d < b**k and b**k % d == 0])
    shift = draw.whole(-6, 6)
    # (x + shift)(x + shift + gap) = b^k with both factors positive
    gap = b**k // x - x
    first, second = polynomial([1, shift]), polynomial([1, shift + gap])
    return solve(f"log_{b}({first}) + log_{b}({second}) = {k}", str(x - shift))


@TOPIC.intermediate
def a_multiple_of_a_logarithm(draw: Draw) -> Made:
    b, m, k = _coprime_base(draw), draw.whole(2, 6), draw.whole(1, 3)
    return calculate(f"2*log_{b}({m * b**k}) - log_{b}({m * m})", str(2 * k))


@TOPIC.intermediate
def powers_in_base_and_argument(draw: Draw) -> Made:
    b, c = draw.some_of([2, 3, 5], 2)
    m, n, p = draw.whole(2, 4), draw.whole(2, 5), draw.whole(2, 3)
    return calculate(f"log_{b**m}({b**n}) + log_{c**p}({c})", number(Fraction(n, m) + Fraction(1, p)), "lowest")


@TOPIC.intermediate
def a_base_below_one(draw: Draw) -> Made:
    (b, k), c = _power(draw), draw.signed(6)
    return solve(f"(1/{b})^(x {_signed(c)}) = {b**k}", str(-k - c))


@TOPIC.intermediate
def fractional_powers_of_one_base(draw: Draw) -> Made:
    b, k = draw.one_of([2, 3, 5, 7]), draw.whole(1, 3)
    first = draw.fraction(5)
    rest = k - first
    return calculate(f"{b}^({number(first)})*{b}^({number(rest)})", str(b**k))


@TOPIC.intermediate
def the_digits_of_a_power(draw: Draw) -> Made:
    a, n = draw.one_of([2, 3, 5, 6, 7]), draw.whole(10, 60)
    return Made(Message("Find the number of digits of {number}.", number=shown(f"{a}^{n}")), str(len(str(a**n))))


@TOPIC.intermediate
def the_domain(draw: Draw) -> Made:
    b, a, x = draw.whole(2, 9), draw.signed(6), draw.signed(9)
    answer = f"({x}, oo)" if a > 0 else f"(-oo, {x})"
    function = shown(f"f(x) = log_{b}({polynomial([a, -a * x])})")
    return Made(Message("Find the domain of the function {function}.", function=function), answer)


@TOPIC.intermediate
def equal_logarithms(draw: Draw) -> Made:
    b, x, a, c = draw.whole(2, 9), draw.whole(2, 12), draw.whole(2, 5), draw.whole(1, 9)
    return solve(f"log_{b}(x + {c}) = log_{b}({polynomial([a, x + c - a * x])})", str(x))


@TOPIC.intermediate
def a_power_of_e(draw: Draw) -> Made:
    k, c = draw.whole(2, 9), draw.whole(2, 30)
    return solve(f"e^({k}*x) = {c}", f"ln({c})/{k}")


@TOPIC.intermediate
def logarithms_in_order(draw: Draw) -> Made:
    b, k = draw.whole(2, 5), draw.whole(2, 3)
    below, above = draw.whole(2, b**k - 1), draw.whole(b**k + 1, b**k + 20)
    found = [f"log_{b}({below})", str(k), f"log_{b}({above})"]
    return in_order(draw.shuffled(found), ", ".join(found))


@TOPIC.intermediate
def a_product_of_fractional_powers(draw: Draw) -> Made:
    p, q = draw.some_of([2, 3, 4, 5], 2)
    m, n = draw.whole(1, 3), draw.whole(1, 3)
    whole = p * q // gcd(p, q)
    return simplify(f"(a^({number(Fraction(1, p))})*b^({number(Fraction(1, q))}))^{whole * m}*a^{n}",
                    f"a^{whole * m // p + n}*b^{whole * m // q}")  # fmt: skip


# Advanced


@TOPIC.advanced
def a_quadratic_in_a_power(draw: Draw) -> Made:
    b = draw.whole(2, 5)
    p, q = sorted(draw.several(2, 0, 4 if b <= 3 else 2))  # noqa: PLR2004 - small bases may have larger exponents
    k = draw.whole(1, 4)
    first, last = k * (b**p + b**q), k * b ** (p + q)
    return solve(f"{term(k, f'{b * b}^x')} - {first}*{b}^x + {last} = 0", values([p, q]))


@TOPIC.advanced
def a_quadratic_in_a_logarithm(draw: Draw) -> Made:
    b, (p, q) = draw.whole(2, 5), draw.several(2, -3, 4)
    whole = polynomial(expanded([1, -p], [1, -q]), f"(log_{b}(x))")
    return solve(f"{whole} = 0", values([Fraction(b) ** p, Fraction(b) ** q]))


@TOPIC.advanced
def powers_on_both_sides(draw: Draw) -> Made:
    b, (m, n), c, d = draw.one_of([2, 3, 5]), draw.several(2, 1, 3), draw.signed(5), draw.signed(5)
    answer = Fraction(n * d - m * c, m - n)
    return solve(f"{b**m}^(x {_signed(c)}) = {b**n}^(x {_signed(d)})", number(answer))


@TOPIC.advanced
def a_quadratic_exponent(draw: Draw) -> Made:
    b, (p, q), k = draw.whole(2, 5), draw.several(2, -5, 5), draw.whole(1, 4)
    whole = expanded([1, -p], [1, -q])
    exponent = polynomial([whole[0], whole[1], whole[2] + k])
    return solve(f"{b}^({exponent}) = {b**k}", values([p, q]))


@TOPIC.advanced
def a_chain_of_logarithms(draw: Draw) -> Made:
    a, b, c = draw.some_of([2, 3, 5, 6, 7, 10], 3)
    k = draw.whole(2, 4)
    return calculate(f"log_{a}({b})*log_{b}({c})*log_{c}({a**k})", str(k))


@TOPIC.advanced
def two_bases(draw: Draw) -> Made:
    b, k, m = draw.one_of([2, 3, 5, 6, 10]), draw.whole(1, 2), draw.whole(1, 9)
    # log_b(x) m + log_{b^2}(x) = (m + 1/2) log_b(x); x = b^(2k)
    return solve(f"{term(m, f'log_{b}(x)')} + log_{b * b}(x) = {(2 * m + 1) * k}", str(b ** (2 * k)))


@TOPIC.advanced
def a_quadratic_argument(draw: Draw) -> Made:
    (b, k), (p, q) = _power(draw, 1), draw.several(2, -6, 6, 0)
    whole = expanded([1, -p], [1, -q])
    return solve(f"log_{b}({polynomial([whole[0], whole[1], whole[2] + b**k])}) = {k}", values([p, q]))


@TOPIC.advanced
def two_different_bases(draw: Draw) -> Made:
    (a, b), c = draw.some_of([2, 3, 5, 7], 2), draw.whole(1, 5)
    # x ln a = (x - c) ln b
    return solve(f"{a}^x = {b}^(x - {c})", f"{c}*ln({b})/(ln({b}) - ln({a}))")


@TOPIC.advanced
def the_base_is_unknown(draw: Draw) -> Made:
    a, k, m = draw.whole(2, 9), draw.whole(2, 4), draw.whole(2, 6)
    return solve(f"{m}*log_x({a**k}) = {k * m}", str(a))


@TOPIC.advanced
def the_domain_of_a_quadratic(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -7, 8))
    b, whole = draw.whole(2, 9), expanded([1, -low], [1, -high])
    inside = draw.one_of([True, False])
    argument = polynomial([-c for c in whole] if inside else whole)
    answer = f"({low}, {high})" if inside else f"(-oo, {low}) union ({high}, oo)"
    function = shown(f"f(x) = log_{b}({argument})")
    return Made(Message("Find the domain of the function {function}.", function=function), answer)


@TOPIC.advanced
def a_logarithm_in_the_exponent(draw: Draw) -> Made:
    (b, d), a, c = draw.several(2, 2, 7), draw.whole(2, 6), draw.whole(2, 12)
    return calculate(f"{a}*{b}^(log_{b}({c})) - {d}*e^(ln({a}))", str(a * c - d * a))


@TOPIC.advanced
def a_quotient_of_arguments(draw: Draw) -> Made:
    b, k = draw.one_of([(2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (5, 1)])
    quotient, x, c = b**k, draw.whole(3, 12), draw.whole(1, 2)
    # (x + d)/(x - c) = b^k
    d = quotient * (x - c) - x
    above = polynomial([1, d])
    return solve(f"log_{b}({above}) - log_{b}(x - {c}) = {k}", str(x))


@TOPIC.advanced
def a_quadratic_in_a_power_of_e(draw: Draw) -> Made:
    p, q = sorted(draw.several(2, 2, 12))
    return solve(f"e^(2*x) - {p + q}*e^x + {p * q} = 0", f"ln({p}), ln({q})")


@TOPIC.advanced
def digits_of_a_long_power(draw: Draw) -> Made:
    a, n = draw.one_of([3, 6, 7, 11, 12, 13]), draw.whole(61, 99)
    return Made(Message("Find the number of digits of {number}.", number=shown(f"{a}^{n}")), str(len(str(a**n))))
