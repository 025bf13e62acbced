"""Powers, roots and irrational numbers: every answer by whole numbers and squares taken out of a root."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, isqrt
from typing import TYPE_CHECKING

from maths.generating.asking import (
    calculate,
    expand,
    how_many_integers,
    in_order,
    larger,
    largest_integer,
    rationalise,
    simplify,
    value_where,
)
from maths.generating.exercise import Made, Topic
from maths.generating.surds import SQUARE_FREE, surd, taken_out, with_surd
from maths.generating.writing import number, shown, total
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "powers_and_roots",
    Message("Powers and roots"),
    "the value in algebraic numbers or in balls by python-flint, straight from the words",
    ("powers", "roots", "square roots", "surds", "irrational numbers", "거듭제곱", "제곱근", "제곱근과 실수", "무리수",
     "근호를 포함한 식의 계산", "분모의 유리화"),
)  # fmt: skip
_SMALL = SQUARE_FREE[:7]


# Beginner


@TOPIC.beginner
def two_roots_added(draw: Draw) -> Made:
    a, b = draw.several(2, 2, 15)
    return calculate(f"sqrt({a * a}) + sqrt({b * b})", str(a + b))


@TOPIC.beginner
def a_root_taken_from_a_square(draw: Draw) -> Made:
    a, b = draw.whole(3, 12), draw.whole(2, 12)
    return calculate(f"{a}^2 - sqrt({b * b})", str(a * a - b))


@TOPIC.beginner
def a_multiple_of_a_root(draw: Draw) -> Made:
    a, b = draw.whole(2, 12), draw.whole(2, 20)
    return calculate(f"{a}*sqrt({b * b})", str(a * b))


@TOPIC.beginner
def two_powers_added(draw: Draw) -> Made:
    a, b, m, n = draw.whole(2, 5), draw.whole(2, 12), draw.whole(2, 4), draw.whole(1, 2)
    return calculate(f"{a}^{m} + {b}^{n}", str(a**m + b**n))


@TOPIC.beginner
def a_negative_base(draw: Draw) -> Made:
    a, m, b = draw.whole(2, 6), draw.whole(2, 4), draw.whole(1, 20)
    return calculate(f"(-{a})^{m} - {b}", str((-a) ** m - b))


@TOPIC.beginner
def a_root_of_a_fraction(draw: Draw) -> Made:
    value = draw.fraction(14)
    square = value * value
    return calculate(f"sqrt({number(square)})", number(value), "lowest")


@TOPIC.beginner
def the_positive_square_root(draw: Draw) -> Made:
    a, b = draw.several(2, 2, 12)
    whole = a * a * b * b
    return Made(Message("Find the positive square root of {number}.", number=shown(str(whole))), str(a * b))


@TOPIC.beginner
def like_roots_collected(draw: Draw) -> Made:
    a, b, d = draw.whole(2, 9), draw.whole(2, 9), draw.one_of(_SMALL)
    return simplify(f"{a}*sqrt({d}) + {b}*sqrt({d})", surd(a + b, d))


@TOPIC.beginner
def a_square_to_take_out(draw: Draw) -> Made:
    a, d = draw.whole(2, 10), draw.one_of(SQUARE_FREE)
    return simplify(f"sqrt({a * a * d})", surd(a, d), "simplified")


@TOPIC.beginner
def a_root_beside_a_number(draw: Draw) -> Made:
    a, d = draw.whole(3, 30), draw.signed(5)
    inside = a * a + d
    return larger(f"sqrt({inside})", str(a), f"sqrt({inside})" if d > 0 else str(a))


@TOPIC.beginner
def a_product_of_roots(draw: Draw) -> Made:
    d, a = draw.whole(2, 11), draw.whole(2, 6)
    return calculate(f"sqrt({d})*sqrt({d * a * a})", str(d * a))


@TOPIC.beginner
def equal_bases_multiplied(draw: Draw) -> Made:
    letter, m, n = draw.letter(), draw.whole(2, 9), draw.whole(2, 9)
    return simplify(f"{letter}^{m}*{letter}^{n}", f"{letter}^{m + n}")


@TOPIC.beginner
def equal_bases_divided(draw: Draw) -> Made:
    letter, m, n = draw.letter(), draw.whole(7, 15), draw.whole(2, 5)
    return simplify(f"{letter}^{m}/{letter}^{n}", f"{letter}^{m - n}")


# Intermediate


@TOPIC.intermediate
def two_roots_of_one_kind(draw: Draw) -> Made:
    (a, b), d = draw.several(2, 2, 7), draw.one_of(_SMALL)
    return simplify(f"sqrt({a * a * d}) + sqrt({b * b * d})", surd(a + b, d), "simplified")


@TOPIC.intermediate
def three_roots_of_one_kind(draw: Draw) -> Made:
    (a, b, c), d = draw.several(3, 2, 6), draw.one_of(_SMALL)
    while a + b == c:
        c += 1
    return simplify(f"sqrt({a * a * d}) + sqrt({b * b * d}) - sqrt({c * c * d})", surd(a + b - c, d), "simplified")


@TOPIC.intermediate
def a_root_below(draw: Draw) -> Made:
    a, d = draw.whole(2, 12), draw.one_of(SQUARE_FREE)
    return rationalise(f"{a}/sqrt({d})", surd(Fraction(a, d), d))


@TOPIC.intermediate
def a_product_of_multiples(draw: Draw) -> Made:
    (a, b), (d, e) = draw.several(2, 2, 6), draw.some_of(_SMALL, 2)
    return calculate(f"{a}*sqrt({d})*{b}*sqrt({e})", surd(a * b, d * e), "simplified")


@TOPIC.intermediate
def the_square_of_a_sum_of_roots(draw: Draw) -> Made:
    d, e = draw.some_of(SQUARE_FREE, 2)
    return calculate(f"(sqrt({d}) + sqrt({e}))^2", with_surd(d + e, 2, d * e), "simplified")


@TOPIC.intermediate
def a_sum_times_a_difference(draw: Draw) -> Made:
    d, e, a = *draw.some_of(SQUARE_FREE, 2), draw.whole(2, 4)
    return calculate(f"({a}*sqrt({d}) + sqrt({e}))*({a}*sqrt({d}) - sqrt({e}))", str(a * a * d - e))


@TOPIC.intermediate
def a_power_of_a_power(draw: Draw) -> Made:
    letter, m, n, k = draw.letter(), draw.whole(2, 5), draw.whole(2, 5), draw.whole(2, 9)
    return simplify(f"({letter}^{m})^{n}*{letter}^{k}", f"{letter}^{m * n + k}")


@TOPIC.intermediate
def a_power_of_a_product(draw: Draw) -> Made:
    a, m, n, k = draw.signed(4, 1, -1), draw.whole(1, 4), draw.whole(2, 4), draw.whole(2, 3)
    first = "x" if m == 1 else f"x^{m}"
    return simplify(f"({a}*{first}*y^{n})^{k}", f"{a**k}*x^{m * k}*y^{n * k}")


@TOPIC.intermediate
def a_quotient_of_monomials(draw: Draw) -> Made:
    a, b, m, n, p, q = (draw.whole(2, 6) for _ in range(6))
    left = "" if p == 1 else f"x^{p}"
    return simplify(f"({a * b}*x^{m + p}*y^{n + q})/({b}*x^{m}*y^{n})", f"{a}*{left}*y^{q}")


@TOPIC.intermediate
def negative_powers_added(draw: Draw) -> Made:
    (a, b), m = draw.several(2, 2, 8), draw.whole(1, 3)
    return calculate(f"{a}^(-{m}) + {b}^(-1)", number(Fraction(1, a**m) + Fraction(1, b)), "lowest")


@TOPIC.intermediate
def roots_in_order(draw: Draw) -> Made:
    squares = draw.several(2, 5, 90, 9, 16, 25, 36, 49, 64, 81)
    whole = draw.whole(3, 9)
    multiple = draw.whole(2, 4)
    inside = draw.one_of([d for d in SQUARE_FREE if multiple * multiple * d not in squares])
    values = {f"sqrt({s})": s for s in squares}
    values |= {str(whole): whole * whole, f"{multiple}*sqrt({inside})": multiple * multiple * inside}
    return in_order(draw.shuffled(list(values)), ", ".join(sorted(values, key=lambda text: values[text])))


@TOPIC.intermediate
def integers_between_roots(draw: Draw) -> Made:
    low, high = draw.whole(2, 30), draw.whole(40, 150)
    count = isqrt(high - 1) - isqrt(low)
    return how_many_integers(f"sqrt({low}) < n < sqrt({high})", "n", count)


@TOPIC.intermediate
def a_bracket_of_roots(draw: Draw) -> Made:
    d, e, a = *draw.some_of(_SMALL, 2), draw.whole(2, 6)
    return simplify(f"sqrt({d})*(sqrt({d}) + {a}*sqrt({e}))", with_surd(d, a, d * e), "simplified")


# Advanced


@TOPIC.advanced
def a_root_and_a_number_below(draw: Draw) -> Made:
    a, b, d = draw.whole(1, 6), draw.signed(4), draw.one_of(SQUARE_FREE)
    if b * b == d:
        b += 1
    size = d - b * b
    return rationalise(
        f"{a}/(sqrt({d}) {'+' if b > 0 else '-'} {abs(b)})", with_surd(Fraction(-a * b, size), Fraction(a, size), d)
    )


@TOPIC.advanced
def a_sum_over_a_difference(draw: Draw) -> Made:
    d, e = draw.some_of(SQUARE_FREE, 2)
    gap = d - e
    return rationalise(
        f"(sqrt({d}) + sqrt({e}))/(sqrt({d}) - sqrt({e}))", with_surd(Fraction(d + e, gap), Fraction(2, gap), d * e)
    )


@TOPIC.advanced
def a_root_inside_a_root(draw: Draw) -> Made:
    e, d = sorted(draw.some_of(SQUARE_FREE, 2))
    if gcd(d, e) != 1:
        e = 1
    sign = draw.one_of("+-")
    outside, inside = taken_out(d * e)
    parts = [surd(1, d), surd(1 if sign == "+" else -1, e)]
    return simplify(f"sqrt({d + e} {sign} {surd(2 * outside, inside)})", total(parts))


@TOPIC.advanced
def two_fractions_with_roots_below(draw: Draw) -> Made:
    d, e = sorted(draw.some_of(SQUARE_FREE, 2))
    sign = draw.one_of("+-")
    answer = surd(Fraction(2, e - d), e) if sign == "+" else surd(Fraction(2, e - d), d)
    return simplify(f"1/(sqrt({e}) - sqrt({d})) {sign} 1/(sqrt({e}) + sqrt({d}))", answer)


@TOPIC.advanced
def a_quadratic_at_its_root(draw: Draw) -> Made:
    a, d, c = draw.whole(1, 6), draw.one_of(_SMALL), draw.signed(9)
    # x^2 - 2ax + (a^2 - d) is zero at a + sqrt(d)
    return value_where(
        [f"x = {a} + sqrt({d})"],
        f"x^2 - {2 * a}*x {'+' if c > 0 else '-'} {abs(c)}",
        str(c - a * a + d),
    )


@TOPIC.advanced
def the_cube_of_a_sum(draw: Draw) -> Made:
    a, b, d = draw.whole(1, 5), draw.signed(2), draw.one_of(_SMALL)
    rational, root = a**3 + 3 * a * b * b * d, 3 * a * a * b + b**3 * d
    return expand(f"({with_surd(a, b, d)})^3", with_surd(rational, root, d))


@TOPIC.advanced
def fractional_powers(draw: Draw) -> Made:
    a, b, m = draw.whole(2, 5), draw.whole(2, 7), draw.one_of([1, 2, 4])
    return calculate(f"{a**3}^({m}/3)*{b * b}^(-1/2)", number(Fraction(a**m, b)), "lowest")


@TOPIC.advanced
def a_factor_that_makes_a_square(draw: Draw) -> Made:
    outside, inside = draw.whole(2, 9), draw.one_of(SQUARE_FREE)
    return Made(Message("Find the smallest positive integer {unknown} for which {product} is a perfect square.",
                        unknown=shown("n"), product=shown(f"{outside * outside * inside}*n")), str(inside))  # fmt: skip


@TOPIC.advanced
def the_integer_below_a_root(draw: Draw) -> Made:
    a, d = draw.whole(2, 9), draw.one_of(SQUARE_FREE)
    return largest_integer(f"n < {a}*sqrt({d})", "n", isqrt(a * a * d))


@TOPIC.advanced
def neighbouring_roots_below(draw: Draw) -> Made:
    first, many = draw.whole(2, 20), draw.whole(2, 3)
    text = total(f"1/(sqrt({n + 1}) + sqrt({n}))" for n in range(first, first + many))
    whole = _in_one([(1, first + many), (-1, first)])
    return simplify(text, whole)


def _in_one(parts: list[tuple[int, int]]) -> str:
    """A sum of roots, each in its shortest form; roots of one kind are added."""
    kinds: dict[int, int] = {}
    for sign, radicand in parts:
        outside, inside = taken_out(radicand)
        kinds[inside] = kinds.get(inside, 0) + sign * outside
    return total(surd(count, inside) for inside, count in kinds.items() if count)


@TOPIC.advanced
def squares_of_conjugates(draw: Draw) -> Made:
    d, e = sorted(draw.some_of(SQUARE_FREE, 2), reverse=True)
    given = [f"x = sqrt({d}) + sqrt({e})", f"y = sqrt({d}) - sqrt({e})"]
    if draw.one_of([True, False]):
        return value_where(given, "x^2 + y^2", str(2 * (d + e)))
    return value_where(given, "x^2 - y^2", surd(4, d * e))


@TOPIC.advanced
def a_number_and_its_reciprocal(draw: Draw) -> Made:
    a, power = draw.whole(2, 30), draw.one_of([1, 2, 3])
    # the reciprocal of a + sqrt(a^2 - 1) is a - sqrt(a^2 - 1)
    outside, inside = taken_out(a * a - 1)
    answer = {1: 2 * a, 2: 4 * a * a - 2, 3: 8 * a**3 - 6 * a}[power]
    wanted = "x + 1/x" if power == 1 else f"x^{power} + 1/x^{power}"
    return value_where([f"x = {with_surd(a, outside, inside)}"], wanted, str(answer))


@TOPIC.advanced
def two_large_powers(draw: Draw) -> Made:
    (a, b), common = draw.some_of([2, 3, 5, 6, 7, 10], 2), draw.whole(5, 12)
    m, n = draw.several(2, 2, 7)
    first, second = f"{a}^{m * common}", f"{b}^{n * common}"
    return larger(first, second, first if a**m > b**n else second)
