"""Series: finite sums are added up term by term, infinite ones are built from their closed forms."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.calculus import power, value
from maths.generating.exercise import Made, Topic
from maths.generating.writing import number, polynomial, shown, term
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.generating.draw import Draw

TOPIC = Topic(
    "series",
    Message("Series"),
    "every term in fractions by python-flint, or terms added with a proven bound for the rest, from the words",
    ("sum", "sigma notation", "geometric series", "telescoping", "convergence", "급수", "무한급수",
     "등비급수", "수열의 합", "시그마", "여러 가지 수열의 합", "급수의 수렴과 발산"),
)  # fmt: skip


def _sum(body: str, high: int | str, answer: Fraction | int | str) -> Made:
    message = Message("Find the sum {sum}.", sum=shown(f"sum({body}, k, 1, {high})"))
    return Made(message, answer if isinstance(answer, str) else number(answer))


def _dots(terms: Iterable[Fraction | int], last: Fraction | int | None, answer: Fraction | int) -> Made:
    shown_terms = [number(one) for one in terms]
    latex = [shown(one).latex for one in shown_terms]
    end, end_latex = ("", "") if last is None else (f" + {number(last)}", f" + {shown(number(last)).latex}")
    formula = Formula(" + ".join(shown_terms) + " + ..." + end, " + ".join(latex) + r" + \cdots" + end_latex)
    if last is None:
        return Made(Message("Find the sum of the infinite geometric series {series}.", series=formula), number(answer))
    return Made(Message("Find the sum {sum}.", sum=formula), number(answer))


def _series(body: str, answer: Fraction | int | str, start: int = 1) -> Made:
    message = Message("Find the sum of the series {series}.", series=shown(f"sum({body}, n, {start}, oo)"))
    return Made(message, answer if isinstance(answer, str) else number(answer))


def _converges(body: str, answer: str) -> Made:
    return Made(Message("Does the series {series} converge?", series=shown(f"sum({body}, n, 1, oo)")), answer)


def _added(coefficients: list[Fraction | int], high: int) -> Fraction:
    return sum((value(coefficients, k) for k in range(1, high + 1)), Fraction(0))


# Beginner: adding up


@TOPIC.beginner
def multiples(draw: Draw) -> Made:
    a, high = draw.whole(2, 12), draw.whole(5, 30)
    return _sum(f"{a}*k", high, a * high * (high + 1) // 2)


@TOPIC.beginner
def a_line(draw: Draw) -> Made:
    whole, high = [draw.whole(1, 6), draw.signed(9)], draw.whole(5, 20)
    return _sum(polynomial(whole, "k"), high, _added([*whole], high))


@TOPIC.beginner
def a_falling_line(draw: Draw) -> Made:
    a, b, high = draw.whole(1, 5), draw.whole(10, 60), draw.whole(5, 12)
    return _sum(f"{b} - {term(a, 'k')}", high, _added([-a, b], high))


@TOPIC.beginner
def squares(draw: Draw) -> Made:
    a, high = draw.whole(1, 12), draw.whole(4, 20)
    return _sum(term(a, "k^2"), high, _added([a, 0, 0], high))


@TOPIC.beginner
def squares_and_a_number(draw: Draw) -> Made:
    c, high = draw.signed(12), draw.whole(4, 15)
    return _sum(polynomial([1, 0, c], "k"), high, _added([1, 0, c], high))


@TOPIC.beginner
def cubes(draw: Draw) -> Made:
    c, high = draw.signed(15), draw.whole(3, 10)
    return _sum(polynomial([1, 0, 0, c], "k"), high, _added([1, 0, 0, c], high))


@TOPIC.beginner
def powers(draw: Draw) -> Made:
    base, k, high = draw.whole(2, 4), draw.whole(1, 9), draw.whole(3, 8)
    return _sum(term(k, f"{base}^k"), high, k * sum(base**n for n in range(1, high + 1)))


@TOPIC.beginner
def whole_numbers_with_dots(draw: Draw) -> Made:
    low, length = draw.whole(1, 20), draw.whole(10, 60)
    numbers = range(low, low + length)
    return _dots(numbers[:3], numbers[-1], sum(numbers))


@TOPIC.beginner
def equal_steps_with_dots(draw: Draw) -> Made:
    low, step, length = draw.whole(1, 12), draw.whole(2, 7), draw.whole(8, 30)
    numbers = range(low, low + step * length, step)
    return _dots(numbers[:3], numbers[-1], sum(numbers))


@TOPIC.beginner
def equal_factors_with_dots(draw: Draw) -> Made:
    first, base, length = draw.whole(1, 12), draw.whole(2, 4), draw.whole(5, 8)
    numbers = [first * base**k for k in range(length)]
    return _dots(numbers[:3], numbers[-1], sum(numbers))


@TOPIC.beginner
def the_first_terms_with_equal_steps(draw: Draw) -> Made:
    a, d, n = draw.signed(20), draw.signed(9), draw.whole(5, 30)
    message = Message(
        "An arithmetic sequence has first term {first} and common difference {step}. "
        "Find the sum of the first {count} terms.",
        first=shown(str(a)), step=shown(str(d)), count=shown(str(n)),
    )  # fmt: skip
    return Made(message, number(n * a + d * n * (n - 1) // 2))


@TOPIC.beginner
def a_range_of_whole_numbers(draw: Draw) -> Made:
    low, length = draw.whole(1, 40), draw.whole(10, 80)
    message = Message("Find the sum of the integers from {low} to {high}.", low=shown(str(low)),
                      high=shown(str(low + length)))  # fmt: skip
    return Made(message, str(sum(range(low, low + length + 1))))


# Intermediate: a letter at the top, geometric series, neighbours that cancel


@TOPIC.intermediate
def a_line_up_to_a_letter(draw: Draw) -> Made:
    a, b = draw.whole(1, 12), draw.signed(15)
    return _sum(polynomial([2 * a, b], "k"), "n", f"{a}*n*(n + 1) + ({b})*n")


@TOPIC.intermediate
def a_quadratic_up_to_a_letter(draw: Draw) -> Made:
    a, b = draw.whole(1, 6), draw.signed(9)
    return _sum(polynomial([6 * a, 2 * b, 0], "k"), "n", f"{a}*n*(n + 1)*(2*n + 1) + ({b})*n*(n + 1)")


@TOPIC.intermediate
def powers_up_to_a_letter(draw: Draw) -> Made:
    base, k = draw.whole(2, 9), draw.whole(1, 50)
    return _sum(term(k * (base - 1), f"{base}^k"), "n", f"{k}*{base}^(n + 1) - {k * base}")


@TOPIC.intermediate
def a_quadratic_with_all_terms(draw: Draw) -> Made:
    whole, high = [draw.whole(1, 4), draw.signed(6), draw.signed(9)], draw.whole(5, 15)
    return _sum(polynomial(whole, "k"), high, _added([*whole], high))


@TOPIC.intermediate
def a_product_of_brackets(draw: Draw) -> Made:
    (a, b), high = draw.several(2, -4, 8, 0), draw.whole(5, 15)
    whole: list[Fraction | int] = [1, a + b, a * b]
    return _sum(f"({polynomial([1, a], 'k')})*({polynomial([1, b], 'k')})", high, _added(whole, high))


@TOPIC.intermediate
def neighbours_that_cancel(draw: Draw) -> Made:
    c, m, high = draw.whole(1, 9), draw.whole(0, 5), draw.whole(5, 40)
    first = "k" if m == 0 else f"(k + {m})"
    answer = c * (Fraction(1, m + 1) - Fraction(1, m + 1 + high))
    return _sum(f"{c}/({first}*(k + {m + 1}))", high, answer)


@TOPIC.intermediate
def every_second_that_cancels(draw: Draw) -> Made:
    c, high = draw.whole(1, 12), draw.whole(5, 30)
    answer = Fraction(c, 2) * (Fraction(3, 2) - Fraction(1, high + 1) - Fraction(1, high + 2))
    return _sum(f"{c}/(k*(k + 2))", high, answer)


@TOPIC.intermediate
def a_geometric_series(draw: Draw) -> Made:
    r, a = draw.fraction(7, below_one=True), draw.whole(1, 30)
    return _series(term(a, f"({number(r)})^n"), a * r / (1 - r))


@TOPIC.intermediate
def a_geometric_series_of_both_signs(draw: Draw) -> Made:
    r, a = -draw.fraction(7, below_one=True), draw.whole(1, 30)
    return _series(term(a, f"({number(r)})^n"), a / (1 - r), 0)


@TOPIC.intermediate
def a_geometric_series_with_dots(draw: Draw) -> Made:
    base, k = draw.whole(2, 7), draw.whole(1, 50)
    first = Fraction(k * base)
    return _dots([first, first / base, first / base**2], None, first * base / (base - 1))


@TOPIC.intermediate
def first_term_and_ratio(draw: Draw) -> Made:
    r, a = draw.fraction(9, below_one=True) * draw.one_of((1, -1)), draw.signed(12)
    message = Message(
        "An infinite geometric series has first term {first} and common ratio {ratio}. Find the sum.",
        first=shown(str(a)), ratio=shown(number(r)),
    )  # fmt: skip
    return Made(message, number(a / (1 - r)))


@TOPIC.intermediate
def the_first_terms_with_equal_factors(draw: Draw) -> Made:
    a, r, n = draw.signed(9), draw.signed(4, 1, -1), draw.whole(4, 8)
    message = Message(
        "A geometric sequence has first term {first} and common ratio {ratio}. "
        "Find the sum of the first {count} terms.",
        first=shown(str(a)), ratio=shown(str(r)), count=shown(str(n)),
    )  # fmt: skip
    return Made(message, number(a * sum(r**k for k in range(n))))


# Advanced: infinite series with a known value, convergence


@TOPIC.advanced
def a_number_times_a_power(draw: Draw) -> Made:
    a, k = draw.whole(2, 9), draw.whole(1, 40)
    return _series(f"{term(k, 'n')}/{a}^n", Fraction(k * a, (a - 1) ** 2))


@TOPIC.advanced
def a_square_times_a_power(draw: Draw) -> Made:
    a, k = draw.whole(2, 9), draw.whole(1, 40)
    return _series(f"{term(k, 'n^2')}/{a}^n", Fraction(k * a * (a + 1), (a - 1) ** 3))


@TOPIC.advanced
def powers_over_factorials(draw: Draw) -> Made:
    a, k = draw.whole(2, 9), draw.whole(1, 20)
    return _series(f"{term(k, f'{a}^n')}/n!", f"{k}*e^{a}", 0)


@TOPIC.advanced
def reciprocal_products(draw: Draw) -> Made:
    m, c = draw.whole(1, 5), draw.whole(1, 60)
    answer = Fraction(c, m) * sum((Fraction(1, k) for k in range(1, m + 1)), Fraction(0))
    return _series(f"{c}/(n*(n + {m}))", answer)


@TOPIC.advanced
def reciprocal_products_of_odd_numbers(draw: Draw) -> Made:
    c, a = draw.whole(1, 80), draw.whole(2, 5)
    # 1/((a*n - 1)(a*n + a - 1)) is the difference of neighbours over a
    return _series(f"{c}/(({a}*n - 1)*({a}*n + {a - 1}))", Fraction(c, a * (a - 1)))


@TOPIC.advanced
def reciprocal_squares(draw: Draw) -> Made:
    c, d = draw.whole(1, 20), draw.whole(1, 9)
    return _series(f"{c}/({term(d, 'n^2')})", f"{number(Fraction(c, 6 * d))}*pi^2")


@TOPIC.advanced
def reciprocals_over_powers(draw: Draw) -> Made:
    a, c = draw.whole(2, 9), draw.whole(1, 40)
    return _series(f"{c}/(n*{a}^n)", f"{c}*ln({number(Fraction(a, a - 1))})")


@TOPIC.advanced
def two_geometric_series_in_one(draw: Draw) -> Made:
    p, q = draw.several(2, 2, 6)
    c = draw.whole(1, 5)
    base = draw.whole(7, 12)
    answer = c * Fraction(p, base - p) + Fraction(q, base - q)
    return _series(f"({term(c, f'{p}^n')} + {q}^n)/{base}^n", answer)


@TOPIC.advanced
def a_power_that_tames_the_terms(draw: Draw) -> Made:
    n, k, c = draw.whole(2, 5), draw.whole(1, 20), draw.whole(1, 20)
    if draw.whole(0, 1):
        return _converges(f"{k}/(n^{n} + {c})", "converges")
    return _converges(f"({term(k, power('n', n - 1))})/(n^{n} + {c})", "diverges")


@TOPIC.advanced
def a_power_against_an_exponential(draw: Draw) -> Made:
    n, a, k = draw.whole(1, 6), draw.whole(2, 9), draw.whole(1, 9)
    if draw.whole(0, 1):
        return _converges(f"({term(k, power('n', n))})/{a}^n", "converges")
    return _converges(f"{a}^n/({term(k, power('n', n))})", "diverges")


@TOPIC.advanced
def terms_that_do_not_vanish(draw: Draw) -> Made:
    a, b, c, d = draw.whole(1, 9), draw.whole(1, 9), draw.whole(1, 9), draw.whole(1, 9)
    return _converges(f"({polynomial([a, b], 'n')})/({polynomial([c, d], 'n')})", "diverges")


@TOPIC.advanced
def the_number_times_a_power_up_to_a_letter(draw: Draw) -> Made:
    a, k = draw.whole(2, 6), draw.whole(1, 40)
    # k*a^k summed is a*((a - 1)*n*a^n - a^n + 1)/(a - 1)^2
    answer = f"{number(Fraction(k * a, (a - 1) ** 2))}*({a - 1}*n*{a}^n - {a}^n + 1)"
    return _sum(f"{term(k, 'k')}*{a}^k", "n", answer)


@TOPIC.advanced
def cubes_up_to_a_letter(draw: Draw) -> Made:
    a, b = draw.whole(1, 9), draw.signed(12)
    return _sum(polynomial([4 * a, 0, 2 * b, 0], "k"), "n", f"{a}*n^2*(n + 1)^2 + ({b})*n*(n + 1)")
