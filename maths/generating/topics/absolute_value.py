"""Absolute values: every structure starts from its solution or from numbers whose signs are known."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.asking import calculate, how_many_integers, in_order, inequality, larger, solve, value_where
from maths.generating.exercise import Made, Topic
from maths.generating.surds import SQUARE_FREE, with_surd
from maths.generating.writing import number, polynomial, shown, values
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "absolute_value",
    Message("Absolute values"),
    "the statement as it stands, evaluated in balls at every boundary and between them",
    ("absolute value", "modulus", "절댓값", "절대값", "절댓값을 포함한 방정식", "절댓값을 포함한 부등식"),
)
_NARROW = ("<", "<=")


def _plus(value: int) -> str:
    return f"+ {value}" if value > 0 else f"- {-value}"


def _about(middle: int) -> str:
    """`x - 3`: what is zero in the middle."""
    return polynomial([1, -middle])


# Beginner


@TOPIC.beginner
def two_values_added(draw: Draw) -> Made:
    a, b = draw.whole(1, 20), draw.signed(20)
    return calculate(f"|-{a}| + |{b}|", str(a + abs(b)))


@TOPIC.beginner
def two_values_subtracted(draw: Draw) -> Made:
    a, b = draw.whole(1, 20), draw.whole(1, 20)
    return calculate(f"|-{a}| - |-{b}|", str(a - b))


@TOPIC.beginner
def a_difference_inside(draw: Draw) -> Made:
    small, large = sorted(draw.several(2, 1, 30))
    return calculate(f"|{small} - {large}|", str(large - small))


@TOPIC.beginner
def a_multiple(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 9), draw.whole(1, 12), draw.signed(9)
    return calculate(f"{a}*|-{b}| {_plus(c)}", str(a * b + c))


@TOPIC.beginner
def a_product(draw: Draw) -> Made:
    a, b = draw.whole(2, 12), draw.signed(12)
    return calculate(f"|-{a}|*|{b}|", str(a * abs(b)))


@TOPIC.beginner
def a_multiple_is_given(draw: Draw) -> Made:
    a, x = draw.whole(2, 9), draw.whole(1, 12)
    return solve(f"{a}*|x| = {a * x}", values([x, -x]))


@TOPIC.beginner
def a_number_beside(draw: Draw) -> Made:
    x, a = draw.whole(1, 15), draw.signed(12)
    return solve(f"|x| {_plus(a)} = {x + a}", values([x, -x]))


@TOPIC.beginner
def a_distance_to_the_right(draw: Draw) -> Made:
    a, b = draw.whole(1, 15), draw.whole(1, 12)
    return solve(f"|x - {a}| = {b}", values([a + b, a - b]))


@TOPIC.beginner
def a_distance_to_the_left(draw: Draw) -> Made:
    a, b = draw.whole(1, 15), draw.whole(1, 12)
    return solve(f"|x + {a}| = {b}", values([b - a, -a - b]))


@TOPIC.beginner
def which_is_larger(draw: Draw) -> Made:
    a, b = draw.several(2, 2, 20)
    return larger(f"|-{a}|", f"|{b}|", str(max(a, b)))


@TOPIC.beginner
def four_numbers_in_order(draw: Draw) -> Made:
    a, b, c, d = draw.several(4, 1, 15)
    kinds = {f"|-{a}|": a, f"-{b}": -b, f"|{c}|": c, f"-|{d}|": -d}
    return in_order(draw.shuffled(list(kinds)), ", ".join(str(value) for value in sorted(kinds.values())))


@TOPIC.beginner
def a_number_is_put_in(draw: Draw) -> Made:
    x, a = draw.whole(-12, -1), draw.signed(9)
    return value_where([f"x = {x}"], f"|x {_plus(a)}|", str(abs(x + a)))


@TOPIC.beginner
def the_distance_of_two_numbers(draw: Draw) -> Made:
    a, b = draw.several(2, -20, 20, 0)
    return value_where([f"a = {a}", f"b = {b}"], "|a - b|", str(abs(a - b)))


# Intermediate


@TOPIC.intermediate
def a_linear_term_inside(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 6), draw.signed(9), draw.whole(1, 15)
    return solve(f"|{polynomial([a, b])}| = {c}", values([Fraction(c - b, a), Fraction(-c - b, a)]))


@TOPIC.intermediate
def a_multiple_and_a_number(draw: Draw) -> Made:
    a, m, c, d = draw.whole(2, 6), draw.signed(9), draw.signed(9), draw.whole(1, 9)
    return solve(f"{a}*|{_about(m)}| {_plus(c)} = {a * d + c}", values([m + d, m - d]))


@TOPIC.intermediate
def nearer_than(draw: Draw) -> Made:
    m, d, sign = draw.signed(9), draw.whole(1, 12), draw.one_of(_NARROW)
    return inequality(f"|{_about(m)}| {sign} {d}", f"{m - d} {sign} x {sign} {m + d}")


@TOPIC.intermediate
def farther_than(draw: Draw) -> Made:
    m, d, (sign, turned) = draw.signed(9), draw.whole(1, 12), draw.one_of([(">", "<"), (">=", "<=")])
    return inequality(f"|{_about(m)}| {sign} {d}", f"x {turned} {m - d} or x {sign} {m + d}")


@TOPIC.intermediate
def a_linear_term_within(draw: Draw) -> Made:
    a, b, c, sign = draw.whole(2, 5), draw.signed(9), draw.whole(2, 15), draw.one_of(_NARROW)
    low, high = Fraction(-c - b, a), Fraction(c - b, a)
    return inequality(f"|{polynomial([a, b])}| {sign} {c}", f"{number(low)} {sign} x {sign} {number(high)}")


@TOPIC.intermediate
def the_product_of_the_solutions(draw: Draw) -> Made:
    m, d = draw.signed(12), draw.whole(1, 12)
    statement = Message("Find the product of the solutions of the equation {equation}.",
                        equation=shown(f"|{_about(m)}| = {d}"))  # fmt: skip
    return Made(statement, str((m + d) * (m - d)))


@TOPIC.intermediate
def the_sum_of_the_solutions(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 6), draw.signed(15), draw.whole(1, 15)
    statement = Message("Find the sum of the solutions of the equation {equation}.",
                        equation=shown(f"|{polynomial([a, b])}| = {c}"))  # fmt: skip
    return Made(statement, number(Fraction(-2 * b, a)))


@TOPIC.intermediate
def two_values_are_equal(draw: Draw) -> Made:
    (a, c), b, d = draw.several(2, 1, 5), draw.signed(9), draw.signed(9)
    same, opposite = Fraction(d - b, a - c), Fraction(-d - b, a + c)
    return solve(f"|{polynomial([a, b])}| = |{polynomial([c, d])}|", values([same, opposite]))


@TOPIC.intermediate
def integers_that_are_near(draw: Draw) -> Made:
    m, d, sign = draw.signed(12), draw.whole(2, 12), draw.one_of(_NARROW)
    return how_many_integers(f"|{_about(m)}| {sign} {d}", "x", 2 * d + 1 if sign == "<=" else 2 * d - 1)


@TOPIC.intermediate
def differences_with_a_root(draw: Draw) -> Made:
    d = draw.one_of(SQUARE_FREE[2:])
    below, above = draw.whole(1, 2), draw.whole(5, 12)
    # below < sqrt(d) < above: sqrt(d) - below + above - sqrt(d)
    return calculate(f"|{below} - sqrt({d})| + |{above} - sqrt({d})|", str(above - below))


@TOPIC.intermediate
def the_root_of_a_square(draw: Draw) -> Made:
    d, a = draw.one_of(SQUARE_FREE), draw.whole(1, 7)
    answer = with_surd(a, -1, d) if a * a > d else f"sqrt({d}) - {a}"
    return calculate(f"sqrt(({a} - sqrt({d}))^2)", answer)


@TOPIC.intermediate
def nothing_is_so_near(draw: Draw) -> Made:
    a, b, c, d = draw.whole(1, 5), draw.signed(9), draw.whole(3, 20), draw.whole(1, 2)
    return solve(f"|{polynomial([a, b])}| + {c} = {d}", "{}")


@TOPIC.intermediate
def the_larger_solution(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 6), draw.signed(9), draw.whole(1, 15)
    statement = Message("Find the largest solution of the equation {equation}.",
                        equation=shown(f"|{polynomial([a, b])}| = {c}"))  # fmt: skip
    return Made(statement, number(Fraction(c - b, a)))


# Advanced


@TOPIC.advanced
def two_distances_added(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -8, 8, 0))
    over = draw.whole(1, 5)
    return solve(f"|{_about(low)}| + |{_about(high)}| = {high - low + 2 * over}", values([low - over, high + over]))


@TOPIC.advanced
def a_distance_and_the_unknown(draw: Draw) -> Made:
    m, k, b = draw.signed(9), draw.whole(2, 5), draw.signed(9)
    # x - m = kx + b for x >= m; m - x = kx + b for x <= m
    right, left = Fraction(b + m, 1 - k), Fraction(m - b, 1 + k)
    found = [x for x, fits in ((right, right >= m), (left, left <= m)) if fits]
    if not found:
        return two_distances_added(draw)
    return solve(f"|{_about(m)}| = {polynomial([k, b])}", values(found))


@TOPIC.advanced
def a_square_inside(draw: Draw) -> Made:
    p, q = sorted(draw.several(2, 1, 15))
    if (q - p) % 2:
        q += 1
    middle, gap = (p * p + q * q) // 2, (q * q - p * p) // 2
    return solve(f"|x^2 - {middle}| = {gap}", values([p, -p, q, -q]))


@TOPIC.advanced
def a_value_in_a_value(draw: Draw) -> Made:
    m, b, c = draw.signed(7), draw.whole(1, 9), draw.whole(1, 9)
    distances = {d for d in (b + c, b - c) if d >= 0}
    return solve(f"||{_about(m)}| - {b}| = {c}", values([m + s * d for d in distances for s in (1, -1)]))


@TOPIC.advanced
def a_quadratic_in_the_value(draw: Draw) -> Made:
    p, q = draw.several(2, 1, 12)
    return solve(f"x^2 - {p + q}*|x| + {p * q} = 0", values([p, -p, q, -q]))


@TOPIC.advanced
def nearer_to_one_than_to_another(draw: Draw) -> Made:
    a, b = draw.several(2, -12, 12, 0)
    sign = draw.one_of("<>")
    farther_from_a = sign == ">"
    return inequality(
        f"|{_about(a)}| {sign} |{_about(b)}|",
        f"x {'<' if (b < a) == farther_from_a else '>'} {number(Fraction(a + b, 2))}",
    )


@TOPIC.advanced
def a_ring_of_distances(draw: Draw) -> Made:
    m, (inner, outer) = draw.signed(9), sorted(draw.several(2, 1, 12))
    first, second = draw.one_of(_NARROW), draw.one_of(_NARROW)
    answer = f"{m - outer} {second} x {first} {m - inner} or {m + inner} {first} x {second} {m + outer}"
    return inequality(f"{inner} {first} |{_about(m)}| {second} {outer}", answer)


@TOPIC.advanced
def a_square_within(draw: Draw) -> Made:
    p, q = sorted(draw.several(2, 1, 15))
    if (q - p) % 2:
        q += 1
    middle, gap, sign = (p * p + q * q) // 2, (q * q - p * p) // 2, draw.one_of(_NARROW)
    answer = f"{-q} {sign} x {sign} {-p} or {p} {sign} x {sign} {q}"
    return inequality(f"|x^2 - {middle}| {sign} {gap}", answer)


@TOPIC.advanced
def two_distances_together_within(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -8, 8, 0))
    over, sign = draw.whole(1, 5), draw.one_of(_NARROW)
    whole = f"|{_about(low)}| + |{_about(high)}| {sign} {high - low + 2 * over}"
    return inequality(whole, f"{low - over} {sign} x {sign} {high + over}")


@TOPIC.advanced
def the_sum_of_the_integers(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 3), draw.signed(9), draw.whole(5, 20)
    fitting = [n for n in range(-40, 41) if abs(a * n + b) <= c]
    statement = Message("Find the sum of the integers {unknown} with {inequality}.", unknown=shown("n"),
                        inequality=shown(f"|{polynomial([a, b], 'n')}| <= {c}"))  # fmt: skip
    return Made(statement, str(sum(fitting)))


@TOPIC.advanced
def a_quadratic_inside(draw: Draw) -> Made:
    p, width = draw.whole(-15, 9), draw.whole(5, 9)
    q = p + width
    # x^2 - (p+q)x is -pq at p and q, and -(p+2)(q-2) at p+2 and q-2
    middle, gap = (p * q + (p + 2) * (q - 2)) // 2, width - 2
    return solve(f"|{polynomial([1, -(p + q), middle])}| = {gap}", values([p, q, p + 2, q - 2]))


@TOPIC.advanced
def how_many_solutions(draw: Draw) -> Made:
    a, b, c = draw.signed(6), draw.signed(12), draw.whole(1, 12)
    count = sum(1 + (gap > 0) for gap in (a * a - 4 * (b - c), a * a - 4 * (b + c)) if gap >= 0)
    equation = shown(f"|{polynomial([1, a, b])}| = {c}")
    return Made(Message("How many real solutions does the equation {equation} have?", equation=equation), str(count))


@TOPIC.advanced
def a_quotient_inside(draw: Draw) -> Made:
    (a, b), k = draw.several(2, -8, 8, 0), draw.whole(2, 5)
    found = [Fraction(a - k * b, 1 - k), Fraction(a + k * b, 1 + k)]
    return solve(f"|({_about(a)})/({_about(b)})| = {k}", values(found))
