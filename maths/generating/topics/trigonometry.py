"""Trigonometry: exact values from a table of the first quadrant, right triangles from whole numbers."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.angles import added, multiplied, scaled, typed, value
from maths.generating.asking import calculate, simplify
from maths.generating.exercise import Made, Topic
from maths.generating.surds import surd
from maths.generating.writing import number, shown, term, total
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.generating.draw import Draw

TOPIC = Topic(
    "trigonometry",
    Message("Trigonometry"),
    "values in balls straight from the words; equations in the tangent of half the angle; triangles in coordinates",
    ("trigonometric functions", "sine", "cosine", "tangent", "trig", "삼각비", "삼각함수", "호도법", "사인법칙",
     "코사인법칙", "삼각방정식", "삼각함수의 덧셈정리"),
)  # fmt: skip
_FUNCTIONS = ("sin", "cos", "tan")
_ACUTE = (30, 45, 60)
_OBLIQUE = (120, 135, 150, 210, 225, 240, 300, 315, 330)
_RIGHT = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41), (12, 35, 37))
_AROUND = 360


def _named(function: str, degrees: int) -> str:
    return f"{function}({degrees}°)"


def _radians(degrees: Fraction | int) -> str:
    part = Fraction(degrees) / 180
    above = term(part.numerator, "pi")
    return above if part.denominator == 1 else f"{above}/{part.denominator}"


def _pick(draw: Draw, angles: tuple[int, ...]) -> tuple[str, int]:
    return draw.one_of(_FUNCTIONS), draw.one_of(angles)


def _angles(found: set[int] | list[int]) -> str:
    return ", ".join(_radians(degrees) if degrees else "0" for degrees in sorted(set(found)))


def _in_one_turn(equation: str, answer: str) -> Made:
    statement = Message("Solve the equation {equation} for {interval}.", equation=shown(equation),
                        interval=shown("0 <= x < 2*pi"))  # fmt: skip
    return Made(statement, answer)


def _right_angled(draw: Draw, high: int) -> tuple[int, int, int]:
    """The legs opposite and beside the angle at A, and the hypotenuse."""
    first, second, third = draw.one_of(_RIGHT[:4])
    many = draw.whole(1, high)
    legs = draw.shuffled([first * many, second * many])
    return legs[0], legs[1], third * many


def _side(name: str, length: int) -> Formula:
    return Formula(f"{name} = {length}", f"{name} = {length}")


def _angle(name: str, degrees: int) -> Formula:
    return Formula(f"angle {name} = {degrees}°", rf"\angle {name} = {degrees}^{{\circ}}")


def _ratio_in_triangle(first: Formula, second: Formula, asked: str, answer: str) -> Made:
    statement = Message("In triangle ABC, {angle}, {first} and {second}. Find {asked}.", angle=_angle("C", 90),
                        first=first, second=second, asked=Formula(f"{asked} A", rf"\{asked} A"))  # fmt: skip
    return Made(statement, answer)


def _length(angle: Formula, first: Formula, second: Formula, asked: str, answer: str) -> Made:
    statement = Message("In triangle ABC, {angle}, {first} and {second}. Find the length of {asked}.", angle=angle,
                        first=first, second=second, asked=Formula(asked, asked))  # fmt: skip
    return Made(statement, answer)


# Beginner


@TOPIC.beginner
def two_values_added(draw: Draw) -> Made:
    (f, a), (g, b) = _pick(draw, _ACUTE), _pick(draw, _ACUTE)
    k = draw.whole(2, 9)
    return calculate(f"{k}*{_named(f, a)} + {_named(g, b)}", typed(added(scaled(value(f, a), k), value(g, b))))


@TOPIC.beginner
def two_values_subtracted(draw: Draw) -> Made:
    (f, a), (g, b) = _pick(draw, _ACUTE), _pick(draw, _ACUTE)
    k = draw.whole(2, 9)
    return calculate(f"{_named(f, a)} - {k}*{_named(g, b)}", typed(added(value(f, a), scaled(value(g, b), -k))))


@TOPIC.beginner
def a_product_of_values(draw: Draw) -> Made:
    (f, a), (g, b), k = _pick(draw, _ACUTE), _pick(draw, _ACUTE), draw.whole(2, 9)
    answer = typed(scaled(multiplied(value(f, a), value(g, b)), k))
    return calculate(f"{k}*{_named(f, a)}*{_named(g, b)}", answer)


@TOPIC.beginner
def squares_of_values(draw: Draw) -> Made:
    (f, a), (g, b), k = _pick(draw, _ACUTE), _pick(draw, _ACUTE), draw.whole(2, 6)
    squares = added(scaled(multiplied(value(f, a), value(f, a)), k), multiplied(value(g, b), value(g, b)))
    return calculate(f"{k}*{_named(f, a)}^2 + {_named(g, b)}^2", typed(squares))


@TOPIC.beginner
def a_product_and_a_value(draw: Draw) -> Made:
    (f, a), (g, b), (h, c) = (_pick(draw, _ACUTE) for _ in range(3))
    answer = added(multiplied(value(f, a), value(g, b)), value(h, c))
    return calculate(f"{_named(f, a)}*{_named(g, b)} + {_named(h, c)}", typed(answer))


@TOPIC.beginner
def the_sine_in_a_triangle(draw: Draw) -> Made:
    opposite, _, longest = _right_angled(draw, 12)
    return _ratio_in_triangle(_side("AB", longest), _side("BC", opposite), "sin", number(Fraction(opposite, longest)))


@TOPIC.beginner
def the_cosine_in_a_triangle(draw: Draw) -> Made:
    _, beside, longest = _right_angled(draw, 12)
    return _ratio_in_triangle(_side("AB", longest), _side("AC", beside), "cos", number(Fraction(beside, longest)))


@TOPIC.beginner
def the_tangent_in_a_triangle(draw: Draw) -> Made:
    opposite, beside = draw.several(2, 2, 15)
    return _ratio_in_triangle(_side("AC", beside), _side("BC", opposite), "tan", number(Fraction(opposite, beside)))


@TOPIC.beginner
def the_longest_side(draw: Draw) -> Made:
    opposite, beside, longest = _right_angled(draw, 12)
    return _length(_angle("C", 90), _side("AC", beside), _side("BC", opposite), "AB", str(longest))


@TOPIC.beginner
def a_shorter_side(draw: Draw) -> Made:
    opposite, beside, longest = _right_angled(draw, 12)
    return _length(_angle("C", 90), _side("AB", longest), _side("BC", opposite), "AC", str(beside))


@TOPIC.beginner
def degrees_as_radians(draw: Draw) -> Made:
    degrees = 5 * draw.whole(2, 108, 36, 72)
    return Made(Message("Convert {angle} to radians.", angle=shown(f"{degrees}°")), _radians(degrees))


@TOPIC.beginner
def radians_as_degrees(draw: Draw) -> Made:
    degrees = 5 * draw.whole(2, 108, 36, 72)
    return Made(Message("Convert {angle} radians to degrees.", angle=shown(_radians(degrees))), str(degrees), unit="°")


@TOPIC.beginner
def squares_that_make_one(draw: Draw) -> Made:
    a, k, c = draw.whole(1, 89, *_ACUTE), draw.whole(2, 9), draw.signed(9)
    text = f"{k}*{_named('sin', a)}^2 + {k}*{_named('cos', a)}^2 {'+' if c > 0 else '-'} {abs(c)}"
    return calculate(text, str(k + c))


# Intermediate


@TOPIC.intermediate
def values_beyond_a_right_angle(draw: Draw) -> Made:
    (f, a), (g, b), k = _pick(draw, _OBLIQUE), _pick(draw, _OBLIQUE), draw.whole(2, 6)
    return calculate(f"{k}*{_named(f, a)} + {_named(g, b)}", typed(added(scaled(value(f, a), k), value(g, b))))


@TOPIC.intermediate
def values_in_radians(draw: Draw) -> Made:
    (f, a), (g, b) = _pick(draw, _ACUTE), _pick(draw, _OBLIQUE)
    text = f"{f}({_radians(a)}) - {g}({_radians(b)})"
    return calculate(text, typed(added(value(f, a), scaled(value(g, b), -1))))


@TOPIC.intermediate
def a_sine_is_known(draw: Draw) -> Made:
    return _known(draw, "sin", lambda angle: [angle, 180 - angle] if angle <= 180 else [angle, 540 - angle])  # noqa: PLR2004 - degrees


@TOPIC.intermediate
def a_cosine_is_known(draw: Draw) -> Made:
    return _known(draw, "cos", lambda angle: [angle, _AROUND - angle])


@TOPIC.intermediate
def a_tangent_is_known(draw: Draw) -> Made:
    return _known(draw, "tan", lambda angle: [angle, (angle + 180) % _AROUND])


def _known(draw: Draw, function: str, others: Callable[[int], list[int]]) -> Made:
    angle, k, c = draw.one_of((*_ACUTE, *_OBLIQUE)), draw.whole(2, 6), draw.signed(6)
    right = added(scaled(value(function, angle), k), {1: Fraction(c)})
    left = f"{k}*{function}(x) {'+' if c > 0 else '-'} {abs(c)}"
    return _in_one_turn(f"{left} = {typed(right)}", _angles(others(angle)))


@TOPIC.intermediate
def the_law_of_cosines(draw: Draw) -> Made:
    a, c, angle = draw.whole(2, 12), draw.whole(2, 12), draw.one_of([60, 120])
    square = a * a + c * c + (-a * c if angle == 60 else a * c)  # noqa: PLR2004 - degrees
    return _length(_angle("B", angle), _side("AB", c), _side("BC", a), "AC", surd(1, square))


@TOPIC.intermediate
def angles_outside_one_turn(draw: Draw) -> Made:
    (f, a), (g, b), k = _pick(draw, _ACUTE), _pick(draw, _ACUTE), draw.whole(2, 9)
    text = f"{f}(-{a}°) + {k}*{_named(g, b + _AROUND)}"
    return calculate(text, typed(added(value(f, -a), scaled(value(g, b), k))))


@TOPIC.intermediate
def angles_that_make_a_right_one(draw: Draw) -> Made:
    a, k, c = draw.whole(1, 44, 30), draw.whole(2, 9), draw.signed(9)
    text = f"{k}*{_named('sin', a)}^2 + {k}*{_named('sin', 90 - a)}^2 {'+' if c > 0 else '-'} {abs(c)}"
    return calculate(text, str(k + c))


@TOPIC.intermediate
def squares_to_simplify(draw: Draw) -> Made:
    letter, k, c = draw.one_of("xtu"), draw.whole(2, 9), draw.signed(9)
    text = f"{k}*sin({letter})^2 + {k}*cos({letter})^2 {'+' if c > 0 else '-'} {abs(c)}"
    return simplify(text, str(k + c))


@TOPIC.intermediate
def a_tangent_to_simplify(draw: Draw) -> Made:
    letter, k, m = draw.one_of("xtu"), draw.whole(2, 9), draw.signed(9)
    m += m in (k, -k)
    text = f"{k}*tan({letter})*cos({letter}) {'+' if m > 0 else '-'} {abs(m)}*cos({letter})"
    return simplify(text, total([f"{k}*sin({letter})", f"{m}*cos({letter})"]))


@TOPIC.intermediate
def shifted_angles(draw: Draw) -> Made:
    k, m = draw.several(2, 2, 9)
    first, sine = draw.one_of([("sin(pi - x)", 1), ("sin(pi + x)", -1), ("sin(-x)", -1)])
    second, cosine = draw.one_of([("cos(-x)", 1), ("cos(pi - x)", -1), ("cos(pi + x)", -1)])
    return simplify(f"{k}*{first} + {m}*{second}", total([f"{sine * k}*sin(x)", f"{cosine * m}*cos(x)"]))


@TOPIC.intermediate
def how_many_solutions(draw: Draw) -> Made:
    function, k, turns = draw.one_of(["sin", "cos"]), draw.whole(3, 12), draw.whole(1, 4)
    c = draw.whole(1, k - 1) * draw.one_of([1, -1])
    statement = Message("How many solutions does the equation {equation} have for {interval}?",
                        equation=shown(f"{k}*{function}(x) = {c}"),
                        interval=shown(f"0 <= x < {2 * turns}*pi"))  # fmt: skip
    return Made(statement, str(2 * turns))


@TOPIC.intermediate
def the_area_of_a_triangle(draw: Draw) -> Made:
    a, c, angle = draw.whole(2, 15), draw.whole(2, 15), draw.one_of([30, 45, 60, 120, 135, 150])
    statement = Message("In triangle ABC, {first}, {second} and {angle}. Find the area of triangle ABC.",
                        first=_side("AB", c), second=_side("BC", a), angle=_angle("B", angle))  # fmt: skip
    return Made(statement, typed(scaled(value("sin", angle), Fraction(a * c, 2))))


# Advanced


@TOPIC.advanced
def a_multiple_of_fifteen_degrees(draw: Draw) -> Made:
    f, a, k = draw.one_of(["sin", "cos"]), draw.one_of([15, 75, 105, 165, 195, 255, 285, 345]), draw.whole(2, 12)
    return calculate(f"{k}*{_named(f, a)}", typed(scaled(value(f, a), k)))


@TOPIC.advanced
def the_addition_formula(draw: Draw) -> Made:
    whole, k = draw.one_of(_ACUTE), draw.whole(2, 9)
    a = draw.one_of({30: [10, 20], 45: [10, 20, 25, 35], 60: [20, 25, 35, 40]}[whole])
    b = whole - a
    text = f"{k}*(sin({a}°)*cos({b}°) + cos({a}°)*sin({b}°))"
    return calculate(text, typed(scaled(value("sin", whole), k)))


@TOPIC.advanced
def a_quadratic_in_the_cosine(draw: Draw) -> Made:
    angles = {Fraction(1, 2): [60, 300], Fraction(-1, 2): [120, 240], Fraction(0): [90, 270], Fraction(1): [0],
              Fraction(-1): [180]}  # fmt: skip
    return _quadratic_in(draw, "cos", angles)


@TOPIC.advanced
def a_quadratic_in_the_sine(draw: Draw) -> Made:
    angles = {Fraction(1, 2): [30, 150], Fraction(-1, 2): [210, 330], Fraction(0): [0, 180], Fraction(1): [90],
              Fraction(-1): [270]}  # fmt: skip
    return _quadratic_in(draw, "sin", angles)


def _quadratic_in(draw: Draw, function: str, angles: dict[Fraction, list[int]]) -> Made:
    """One root that angles have, and one that they have or have not."""
    first = draw.one_of(list(angles))
    second = draw.one_of([root for root in (*angles, Fraction(2), Fraction(3), Fraction(-2)) if root != first])
    size = Fraction(first.denominator * second.denominator * draw.whole(1, 5))
    named = f"{function}(x)"
    coefficients = zip((size, -size * (first + second), size * first * second), (f"{named}^2", named, ""), strict=True)
    found = angles[first] + angles.get(second, [])
    return _in_one_turn(f"{total(term(c, part) for c, part in coefficients if c)} = 0", _angles(found))


@TOPIC.advanced
def twice_the_angle(draw: Draw) -> Made:
    function, k = draw.one_of(["sin", "cos"]), draw.whole(2, 6)
    angle = draw.one_of((*_ACUTE, *_OBLIQUE))
    other = (540 - angle) % _AROUND if function == "sin" else _AROUND - angle
    found = [inner + turn for inner in (angle, other) for turn in (0, _AROUND)]
    answer = ", ".join(_radians(Fraction(inner, 2)) for inner in sorted(set(found)))
    right = typed(scaled(value(function, angle), k))
    return _in_one_turn(f"{k}*{function}(2*x) = {right}", answer)


@TOPIC.advanced
def sine_and_cosine(draw: Draw) -> Made:
    angle, k = draw.one_of((30, 45, 60, 120, 135, 150)), draw.whole(2, 9)
    right = typed(scaled(value("tan", angle), k))
    factor = f"({right})" if "/" in right else right
    return _in_one_turn(f"{k}*sin(x) = {factor}*cos(x)", _angles([angle, angle + 180]))


@TOPIC.advanced
def the_sine_of_an_inverse(draw: Draw) -> Made:
    leg, other, longest = draw.one_of(_RIGHT)
    if draw.one_of([True, False]):
        leg, other = other, leg
    k = draw.whole(2, 9)
    pair = draw.one_of([("sin", "arccos"), ("cos", "arcsin")])
    return calculate(f"{k}*{pair[0]}({pair[1]}({leg}/{longest}))", number(Fraction(k * other, longest)), "lowest")


@TOPIC.advanced
def the_cosine_of_twice_an_inverse(draw: Draw) -> Made:
    part = draw.fraction(11, below_one=True)
    function, sign = draw.one_of([("arcsin", -1), ("arccos", 1)])
    answer = sign * (2 * part * part - 1)
    return calculate(f"cos(2*{function}({number(part)}))", number(answer), "lowest")


@TOPIC.advanced
def the_sine_of_twice_an_inverse(draw: Draw) -> Made:
    a, k = draw.whole(2, 12), draw.whole(1, 9)
    text = f"sin(2*arctan({a}))"
    return calculate(f"{k}*{text}" if k > 1 else text, number(Fraction(2 * a * k, 1 + a * a)), "lowest")


@TOPIC.advanced
def the_tangent_of_a_sum(draw: Draw) -> Made:
    a, b = draw.several(2, 2, 12)
    return calculate(f"tan(arctan({a}) + arctan({b}))", number(Fraction(a + b, 1 - a * b)), "lowest")


@TOPIC.advanced
def an_angle_from_three_sides(draw: Draw) -> Made:
    a, b = draw.whole(3, 15), draw.whole(3, 15)
    c = draw.whole(abs(a - b) + 1, a + b - 1)
    statement = Message("In triangle ABC, {first}, {second} and {third}. Find {asked}.", first=_side("AB", c),
                        second=_side("BC", a), third=_side("CA", b), asked=Formula("cos A", r"\cos A"))  # fmt: skip
    return Made(statement, number(Fraction(b * b + c * c - a * a, 2 * b * c)))


@TOPIC.advanced
def the_number_of_solutions(draw: Draw) -> Made:
    k, turns = draw.whole(3, 9), draw.whole(1, 3)
    c = draw.whole(1, k - 1)
    m = draw.whole(2, 3)
    # (k sin x - c)(sin x - m), and no sine is m
    equation = f"{k}*sin(x)^2 - {k * m + c}*sin(x) + {c * m} = 0"
    statement = Message("How many solutions does the equation {equation} have for {interval}?",
                        equation=shown(equation), interval=shown(f"0 <= x < {2 * turns}*pi"))  # fmt: skip
    return Made(statement, str(2 * turns))


@TOPIC.advanced
def the_sum_of_the_solutions(draw: Draw) -> Made:
    function, k = draw.one_of(["sin", "cos"]), draw.whole(2, 9)
    angle = draw.one_of((*_ACUTE, *_OBLIQUE))
    whole = _AROUND if function == "cos" else (180 if angle < 180 else 540)  # noqa: PLR2004 - degrees
    statement = Message("Find the sum of the solutions of the equation {equation} for {interval}.",
                        equation=shown(f"{k}*{function}(x) = {typed(scaled(value(function, angle), k))}"),
                        interval=shown("0 <= x < 2*pi"))  # fmt: skip
    return Made(statement, _radians(whole))
