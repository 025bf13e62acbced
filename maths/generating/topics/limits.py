"""Limits: every answer is known by the factor that cancels, or by the leading terms that are left."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.calculus import value
from maths.generating.exercise import Made, Topic
from maths.generating.writing import expanded, number, polynomial, shown, term, total
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "limits",
    Message("Limits"),
    "Gruntz's algorithm and a series expansion at the point, from the words",
    ("limit", "limits of functions", "limits of sequences", "극한", "함수의 극한", "수열의 극한", "극한값", "미적분"),
)


def _limit(body: str, target: str, answer: Fraction | int | str, letter: str = "x") -> Made:
    formula = shown(f"lim({letter}->{target}) ({body})")
    return Made(
        Message("Find the limit {limit}.", limit=formula), answer if isinstance(answer, str) else number(answer)
    )


def _less(root: int, letter: str = "x") -> str:
    """`(x - 2)`, `(x + 2)`, `x`."""
    return f"({polynomial([1, -root], letter)})" if root else letter


# Beginner: put the number in, cancel one factor, see what stays at infinity


@TOPIC.beginner
def a_line(draw: Draw) -> Made:
    x, a, b = draw.signed(6), draw.whole(2, 9), draw.signed(12)
    return _limit(polynomial([a, b]), str(x), a * x + b)


@TOPIC.beginner
def a_parabola(draw: Draw) -> Made:
    x, whole = draw.signed(4), [draw.whole(1, 4), draw.signed(6), draw.signed(9)]
    return _limit(polynomial(whole), str(x), value(whole, x))


@TOPIC.beginner
def a_product_of_two_brackets(draw: Draw) -> Made:
    x, a, b = draw.signed(5), draw.signed(6), draw.signed(6)
    return _limit(f"({polynomial([1, a])})*({polynomial([2, b])})", str(x), (x + a) * (2 * x + b))


@TOPIC.beginner
def a_quotient_without_trouble(draw: Draw) -> Made:
    x, a, below = draw.whole(1, 5), draw.signed(8), draw.whole(1, 6)
    return _limit(f"({polynomial([2, a])})/(x + {below})", str(x), Fraction(2 * x + a, x + below))


@TOPIC.beginner
def a_square_root(draw: Draw) -> Made:
    root, x, a = draw.whole(2, 9), draw.whole(1, 6), draw.whole(2, 5)
    return _limit(f"sqrt({polynomial([a, root * root - a * x])})", str(x), root)


@TOPIC.beginner
def a_difference_of_squares(draw: Draw) -> Made:
    a, k = draw.signed(15), draw.whole(1, 9)
    return _limit(f"({polynomial([k, 0, -k * a * a])})/{_less(a)}", str(a), 2 * k * a)


@TOPIC.beginner
def the_unknown_cancels(draw: Draw) -> Made:
    a, b = draw.whole(1, 12), draw.signed(20)
    return _limit(f"({polynomial([a, b, 0])})/x", "0", b)


@TOPIC.beginner
def one_factor_cancels(draw: Draw) -> Made:
    a, b = draw.several(2, -12, 12, 0)
    return _limit(f"({polynomial(expanded([1, -a], [1, b]))})/{_less(a)}", str(a), a + b)


@TOPIC.beginner
def a_number_over_the_unknown_far_away(draw: Draw) -> Made:
    a, b = draw.whole(1, 12), draw.signed(15)
    return _limit(f"{b} + {a}/x" if draw.whole(0, 1) else f"{b} - {a}/x", "oo", b)


@TOPIC.beginner
def two_lines_divided_far_away(draw: Draw) -> Made:
    a, b, c, d = draw.whole(2, 12), draw.signed(9), draw.whole(1, 6), draw.signed(9)
    if a * d == b * c:
        return a_number_over_the_unknown_far_away(draw)
    return _limit(f"({polynomial([a, b])})/({polynomial([c, d])})", "oo", Fraction(a, c))


@TOPIC.beginner
def a_sequence_of_quotients(draw: Draw) -> Made:
    a, b, c, d = draw.whole(2, 12), draw.whole(1, 9), draw.whole(2, 8), draw.whole(1, 9)
    if a * d == b * c:
        return a_number_over_the_unknown_far_away(draw)
    return _limit(f"({polynomial([a, b], 'n')})/({polynomial([c, -d], 'n')})", "oo", Fraction(a, c), "n")


@TOPIC.beginner
def an_absolute_value(draw: Draw) -> Made:
    x, a, b = draw.signed(6), draw.whole(2, 5), draw.signed(15)
    if a * x + b == 0:
        return a_line(draw)
    return _limit(f"|{polynomial([a, b])}|", str(x), abs(a * x + b))


@TOPIC.beginner
def a_power_of_a_bracket(draw: Draw) -> Made:
    x, sum_, k = draw.signed(8), draw.signed(5), draw.one_of((2, 3))
    return _limit(f"{_less(x - sum_)}^{k}", str(x), sum_**k)


# Intermediate: factors, conjugates, leading powers, one side only


@TOPIC.intermediate
def a_factor_cancels_above_and_below(draw: Draw) -> Made:
    a, b, c = draw.several(3, -6, 6, 0)
    top, bottom = polynomial(expanded([1, -a], [1, -b])), polynomial(expanded([1, -a], [1, -c]))
    return _limit(f"({top})/({bottom})", str(a), Fraction(a - b, a - c))


@TOPIC.intermediate
def a_difference_of_cubes(draw: Draw) -> Made:
    a, k = draw.signed(7), draw.whole(1, 12)
    return _limit(f"({polynomial([k, 0, 0, -k * a**3])})/{_less(a)}", str(a), 3 * k * a * a)


@TOPIC.intermediate
def a_root_less_its_value(draw: Draw) -> Made:
    a, p, k = draw.whole(2, 9), draw.whole(1, 9), draw.whole(1, 6)
    return _limit(f"(sqrt({polynomial([p, a * a])}) - {a})/({term(k, 'x')})", "0", Fraction(p, 2 * a * k))


@TOPIC.intermediate
def a_root_below(draw: Draw) -> Made:
    a, x, k = draw.whole(2, 7), draw.whole(1, 12), draw.whole(1, 6)
    top = polynomial([k, -k * x])
    return _limit(f"({top})/(sqrt({polynomial([1, a * a - x])}) - {a})", str(x), 2 * a * k)


@TOPIC.intermediate
def squares_divided_far_away(draw: Draw) -> Made:
    a, b, c, d = draw.signed(9), draw.signed(9), draw.whole(2, 7), draw.signed(9)
    return _limit(f"({polynomial([a, b, 1])})/({polynomial([c, 0, d])})", "oo", Fraction(a, c))


@TOPIC.intermediate
def the_lower_power_above(draw: Draw) -> Made:
    a, b, c, d = draw.whole(1, 9), draw.signed(9), draw.whole(1, 6), draw.signed(9)
    return _limit(f"({polynomial([a, b])})/({polynomial([c, 0, d])})", draw.one_of(("oo", "-oo")), 0)


@TOPIC.intermediate
def the_higher_power_above(draw: Draw) -> Made:
    a, b, c, d = draw.signed(9), draw.signed(9), draw.whole(1, 6), draw.signed(9)
    answer = "oo" if a > 0 else "-oo"
    return _limit(f"({polynomial([a, 0, b])})/({polynomial([c, d])})", "oo", answer)


@TOPIC.intermediate
def one_side_of_an_absolute_value(draw: Draw) -> Made:
    a, k, side = draw.signed(9), draw.whole(1, 9), draw.one_of("+-")
    top = f"|{polynomial([1, -a])}|" if k == 1 else f"{k}*|{polynomial([1, -a])}|"
    return _limit(f"{top}/{_less(a)}", f"{a}^{side}", k if side == "+" else -k)


@TOPIC.intermediate
def one_side_of_a_pole(draw: Draw) -> Made:
    a, k, side = draw.signed(9), draw.signed(9), draw.one_of("+-")
    return _limit(f"{k}/{_less(a)}", f"{a}^{side}", "oo" if (k > 0) == (side == "+") else "-oo")


@TOPIC.intermediate
def a_sine_over_the_unknown(draw: Draw) -> Made:
    (a, b), k = draw.several(2, 2, 12), draw.whole(1, 6)
    return _limit(f"{term(k, f'sin({a}*x)')}/({term(b, 'x')})", "0", Fraction(k * a, b))


@TOPIC.intermediate
def a_difference_quotient(draw: Draw) -> Made:
    x, k, n = draw.signed(9, 1, -1), draw.whole(1, 9), draw.one_of((2, 3))
    base, past = f"({x} + h)^{n}", k * x**n
    body = f"{term(k, base)} - {past}" if past > 0 else f"{term(k, base)} + {-past}"
    return _limit(f"({body})/h", "0", n * k * x ** (n - 1), "h")


@TOPIC.intermediate
def powers_of_two_bases(draw: Draw) -> Made:
    small, big = sorted(draw.several(2, 2, 7))
    a, b, c = draw.whole(2, 9), draw.whole(1, 9), draw.whole(1, 5)
    return _limit(f"({a}*{big}^n + {b}*{small}^n)/({term(c, f'{big}^n')} - {small}^n)", "oo", Fraction(a, c), "n")


@TOPIC.intermediate
def a_root_less_the_number_itself(draw: Draw) -> Made:
    a, b, letter = draw.whole(1, 15), draw.whole(0, 12), draw.one_of("nx")
    return _limit(f"sqrt({polynomial([1, a, b], letter)}) - {letter}", "oo", Fraction(a, 2), letter)


@TOPIC.intermediate
def a_sequence_of_products(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 5), draw.signed(6), draw.whole(2, 9)
    body = f"(({polynomial([a, 1], 'n')})*({polynomial([1, b], 'n')}))/({polynomial([c, 0, 1], 'n')})"
    return _limit(body, "oo", Fraction(a, c), "n")


# Advanced: expansions, the number e, differences of roots, limits that do not exist


@TOPIC.advanced
def one_less_a_cosine(draw: Draw) -> Made:
    a, b, c = draw.whole(1, 9), draw.whole(1, 6), draw.whole(1, 6)
    cosine = f"cos({term(a, 'x')})"
    return _limit(f"({c} - {term(c, cosine)})/({term(b, 'x^2')})", "0", Fraction(c * a * a, 2 * b))


@TOPIC.advanced
def an_exponential_less_one(draw: Draw) -> Made:
    (a, b), c = draw.several(2, -9, 9, 0, 1, -1), draw.whole(1, 6)
    return _limit(f"({term(c, f'e^({a}*x)')} - {c})/({b}*x)", "0", Fraction(c * a, b))


@TOPIC.advanced
def a_logarithm_near_one(draw: Draw) -> Made:
    (a, b), c = draw.several(2, 2, 9), draw.whole(1, 6)
    return _limit(f"{term(c, f'ln(1 + {a}*x)')}/({b}*x)", "0", Fraction(c * a, b))


@TOPIC.advanced
def compound_interest_far_away(draw: Draw) -> Made:
    a, b, c = draw.signed(6), draw.whole(1, 5), draw.signed(5)
    inside = f"1 + {a}/x" if a > 0 else f"1 - {-a}/x"
    return _limit(f"({inside})^({polynomial([b, c])})", "oo", _power_of_e(a * b))


def _power_of_e(exponent: int) -> str:
    return "e" if exponent == 1 else f"e^({exponent})"


@TOPIC.advanced
def a_power_that_grows_near_zero(draw: Draw) -> Made:
    a, b, c = draw.signed(8), draw.whole(1, 6), draw.whole(2, 9)
    inside = f"1 + {term(a, 'x')}" if a > 0 else f"1 - {term(-a, 'x')}"
    return _limit(f"{c}*({inside})^({b}/x)", "0", f"{c}*{_power_of_e(a * b)}")


@TOPIC.advanced
def a_sine_over_a_tangent(draw: Draw) -> Made:
    (a, b), k = draw.several(2, 2, 9), draw.whole(1, 5)
    above, below = draw.some_of(("sin", "tan"), 2)
    return _limit(f"{term(k, f'{above}({a}*x)')}/{below}({b}*x)", "0", Fraction(k * a, b))


@TOPIC.advanced
def a_difference_of_roots(draw: Draw) -> Made:
    a, b = draw.several(2, -9, 9, 0)
    return _limit(f"sqrt({polynomial([1, a, 1])}) - sqrt({polynomial([1, b, 0])})", "oo", Fraction(a - b, 2))


@TOPIC.advanced
def a_sine_to_third_order(draw: Draw) -> Made:
    a, k, c = draw.whole(1, 6), draw.whole(1, 6), draw.whole(1, 6)
    sine = f"sin({term(a, 'x')})"
    body = f"({term(c * a, 'x')} - {term(c, sine)})/({term(k, 'x^3')})"
    return _limit(body, "0", Fraction(c * a**3, 6 * k))


@TOPIC.advanced
def an_exponential_to_second_order(draw: Draw) -> Made:
    a, k, c = draw.signed(7), draw.whole(1, 5), draw.whole(1, 6)
    top = total([term(c, f"e^({term(a, 'x')})"), number(-c), term(-c * a, "x")])
    return _limit(f"({top})/({term(k, 'x^2')})", "0", Fraction(c * a * a, 2 * k))


@TOPIC.advanced
def two_powers_less_one(draw: Draw) -> Made:
    (m, n), k = draw.several(2, 2, 12), draw.whole(1, 6)
    return _limit(f"({term(k, f'x^{m}')} - {k})/(x^{n} - 1)", "1", Fraction(k * m, n))


@TOPIC.advanced
def a_sine_of_the_reciprocal(draw: Draw) -> Made:
    a, b, f = draw.whole(1, 9), draw.whole(1, 6), draw.one_of(("sin", "tan", "arctan"))
    return _limit(f"{term(b, 'x')}*{f}({a}/x)", "oo", a * b)


@TOPIC.advanced
def two_exponentials(draw: Draw) -> Made:
    (a, b), k = draw.several(2, 2, 9), draw.whole(1, 6)
    return _limit(f"({a}^x - {b}^x)/({term(k, 'x')})", "0", f"ln({number(Fraction(a, b))})/{k}")


@TOPIC.advanced
def two_cosines(draw: Draw) -> Made:
    (a, b), k = draw.several(2, 1, 7), draw.whole(1, 9)
    body = f"(cos({term(a, 'x')}) - cos({term(b, 'x')}))/({term(k, 'x^2')})"
    return _limit(body, "0", Fraction(b * b - a * a, 2 * k))


@TOPIC.advanced
def both_sides_disagree(draw: Draw) -> Made:
    a, k, b = draw.signed(9), draw.whole(2, 9), draw.signed(9)
    return _limit(f"({k}*|{polynomial([1, -a])}|)/{_less(a)} + {b}", str(a), "does not exist")
