"""Vectors: lengths, products, projections and planes, calculated component by component."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, isqrt
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.grids import determinant, dot, vector
from maths.generating.writing import number, shown, term, total, values
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.generating.draw import Draw

TOPIC = Topic(
    "vectors",
    Message("Vectors"),
    "each operation by SymPy's vectors, planes by its geometry, from the words",
    ("vector", "dot product", "inner product", "cross product", "projection", "plane", "벡터", "내적", "외적",
     "벡터의 크기", "벡터의 내적", "평면벡터", "공간벡터", "평면의 방정식", "기하"),
)  # fmt: skip
_TRIPLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29))
_QUADRUPLES = ((1, 2, 2, 3), (2, 3, 6, 7), (1, 4, 8, 9), (4, 4, 7, 9), (2, 6, 9, 11), (6, 6, 7, 11), (3, 4, 12, 13))


def _drawn(draw: Draw, size: int, high: int = 9) -> list[int]:
    return [draw.signed(high) for _ in range(size)]


def _with_whole_length(draw: Draw, size: int) -> tuple[list[int], int]:
    """A vector and its length, a whole number."""
    *parts, length = draw.one_of(_TRIPLES if size == 2 else _QUADRUPLES)  # noqa: PLR2004 - the plane
    k = draw.whole(1, 4)
    return [k * part * draw.one_of((1, -1)) for part in draw.shuffled(parts)], k * length


def _combined(*weighted: tuple[int, Sequence[int]]) -> list[int]:
    return [sum(k * part for k, part in zip([k for k, _ in weighted], parts, strict=True))
            for parts in zip(*(cells for _, cells in weighted), strict=True)]  # fmt: skip


def _cross(u: Sequence[int], v: Sequence[int]) -> list[int]:
    return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]


def _square(u: Sequence[int]) -> int:
    return sum(part * part for part in u)


def _root(value: int) -> str:
    return str(isqrt(value)) if isqrt(value) ** 2 == value else f"sqrt({value})"


def _named(u: Sequence[int], v: Sequence[int], asked: str | Formula, answer: str) -> Made:
    message = Message(
        "Let {first} and {second}. Find the value of {asked}.",
        first=shown(f"u = {vector(u)}"),
        second=shown(f"v = {vector(v)}"),
        asked=asked if isinstance(asked, Formula) else shown(asked),
    )
    return Made(message, answer, type="tuple" if answer.startswith("(") else "")


def _product(first: str, sign: str, second: str) -> Formula:
    """`u · v`, `(u + v) × w`: the sign must be read between vectors, not between numbers."""
    latex = {"·": r" \cdot ", "×": r" \times "}[sign]
    return Formula(f"{first} {sign} {second}", latex.join(part.replace("*", "") for part in (first, second)))


def _length(u: Sequence[int], answer: str) -> Made:
    return Made(Message("Find the magnitude of the vector {vector}.", vector=shown(vector(u))), answer)


def _typed(u: Sequence[int]) -> Formula:
    return shown(vector(u))


def _dot(u: Sequence[int], v: Sequence[int]) -> Made:
    return Made(
        Message("Find the dot product of {first} and {second}.", first=_typed(u), second=_typed(v)), number(dot(u, v))
    )


def _cross_product(u: Sequence[int], v: Sequence[int]) -> Made:
    message = Message("Find the cross product of {first} and {second}.", first=_typed(u), second=_typed(v))
    return Made(message, vector(_cross(u, v)), type="tuple")


def _projection(u: Sequence[int], v: Sequence[int]) -> Made:
    share = dot(u, v) / _square(v)
    message = Message("Find the projection of {first} onto {second}.", first=_typed(u), second=_typed(v))
    return Made(message, vector([share * part for part in v]), type="tuple")


def _perpendicular(u: str, v: str, answer: str) -> Made:
    message = Message(
        "Find the values of {letter} so that the vectors {first} and {second} are perpendicular.",
        letter=shown("k"),
        first=shown(u),
        second=shown(v),
    )
    return Made(message, answer)


def _parallel(u: str, v: str, answer: str) -> Made:
    message = Message(
        "Find the value of {letter} so that the vectors {first} and {second} are parallel.",
        letter=shown("k"),
        first=shown(u),
        second=shown(v),
    )
    return Made(message, answer)


def _cosine(u: Sequence[int], v: Sequence[int], lengths: int) -> Made:
    message = Message("Find the cosine of the angle between {first} and {second}.", first=_typed(u), second=_typed(v))
    return Made(message, number(dot(u, v) / lengths))


def _angle(u: Sequence[int], v: Sequence[int], answer: str) -> Made:
    return Made(Message("Find the angle between {first} and {second}.", first=_typed(u), second=_typed(v)), answer)


def _parallelogram(u: Sequence[int], v: Sequence[int], answer: str) -> Made:
    return Made(
        Message(
            "Find the area of the parallelogram spanned by {first} and {second}.", first=_typed(u), second=_typed(v)
        ),
        answer,
    )


def _triangle(u: Sequence[int], v: Sequence[int], answer: str) -> Made:
    return Made(
        Message("Find the area of the triangle spanned by {first} and {second}.", first=_typed(u), second=_typed(v)),
        answer,
    )


def _plane(normal: Sequence[int], value: int) -> str:
    """With the smallest whole coefficients."""
    common = gcd(*normal, value) or 1
    left = total(term(part // common, letter) for part, letter in zip(normal, "xyz", strict=True) if part)
    return f"{left} = {value // common}"


# Beginner: in the plane


@TOPIC.beginner
def a_whole_length(draw: Draw) -> Made:
    u, length = _with_whole_length(draw, 2)
    return _length(u, str(length))


@TOPIC.beginner
def a_length(draw: Draw) -> Made:
    u = _drawn(draw, 2)
    return _length(u, _root(_square(u)))


@TOPIC.beginner
def a_dot_product(draw: Draw) -> Made:
    return _dot(_drawn(draw, 2), _drawn(draw, 2))


@TOPIC.beginner
def a_dot_product_of_names(draw: Draw) -> Made:
    u, v = _drawn(draw, 2), _drawn(draw, 2)
    return _named(u, v, _product("u", "·", "v"), number(dot(u, v)))


@TOPIC.beginner
def a_sum(draw: Draw) -> Made:
    u, v = _drawn(draw, 2), _drawn(draw, 2)
    return _named(u, v, "u + v", vector(_combined((1, u), (1, v))))


@TOPIC.beginner
def a_difference(draw: Draw) -> Made:
    u, v = _drawn(draw, 2), _drawn(draw, 2)
    return _named(u, v, "u - v", vector(_combined((1, u), (-1, v))))


@TOPIC.beginner
def a_multiple_and_a_vector(draw: Draw) -> Made:
    k, u, v = draw.whole(2, 6), _drawn(draw, 2, 6), _drawn(draw, 2)
    return _named(u, v, f"{k}*u + v", vector(_combined((k, u), (1, v))))


@TOPIC.beginner
def two_multiples(draw: Draw) -> Made:
    (p, q), u, v = draw.several(2, 2, 5), _drawn(draw, 2, 6), _drawn(draw, 2, 6)
    return _named(u, v, f"{p}*u - {q}*v", vector(_combined((p, u), (-q, v))))


@TOPIC.beginner
def an_entry_that_makes_a_right_angle(draw: Draw) -> Made:
    a, b, c = draw.signed(9), draw.signed(9), draw.signed(6)
    return _perpendicular(f"({a}, k)", f"({b}, {c})", number(Fraction(-a * b, c)))


@TOPIC.beginner
def an_entry_that_makes_them_parallel(draw: Draw) -> Made:
    a, b, c = draw.signed(9), draw.signed(6), draw.signed(9)
    return _parallel(f"({a}, k)", f"({b}, {c})", number(Fraction(a * c, b)))


@TOPIC.beginner
def the_direction_alone(draw: Draw) -> Made:
    u, length = _with_whole_length(draw, 2)
    message = Message("Find a unit vector in the direction of {vector}.", vector=shown(vector(u)))
    return Made(message, vector([Fraction(part, length) for part in u]), type="tuple")


@TOPIC.beginner
def is_there_a_right_angle(draw: Draw) -> Made:
    a, b, k = draw.signed(9), draw.signed(9), draw.signed(3)
    v = [-k * b, k * a + draw.one_of((0, 0, 1))]
    answer = "True" if dot([a, b], v) == 0 else "False"
    return Made(
        Message("Are the vectors {first} and {second} orthogonal?", first=_typed([a, b]), second=_typed(v)), answer
    )


@TOPIC.beginner
def how_far_apart(draw: Draw) -> Made:
    step, length = _with_whole_length(draw, 2)
    start = _drawn(draw, 2)
    message = Message(
        "Find the distance between {first} and {second}.",
        first=_typed(start),
        second=_typed(_combined((1, start), (1, step))),
    )
    return Made(message, str(length))


# Intermediate: in space; angles, projections, areas


@TOPIC.intermediate
def a_dot_product_in_space(draw: Draw) -> Made:
    return _dot(_drawn(draw, 3), _drawn(draw, 3))


@TOPIC.intermediate
def a_whole_length_in_space(draw: Draw) -> Made:
    u, length = _with_whole_length(draw, 3)
    return _length(u, str(length))


@TOPIC.intermediate
def the_length_of_a_sum(draw: Draw) -> Made:
    u, v = _drawn(draw, 2), _drawn(draw, 2)
    return _named(u, v, "|u + v|", _root(_square(_combined((1, u), (1, v)))))


@TOPIC.intermediate
def the_length_of_a_combination(draw: Draw) -> Made:
    k, u, v = draw.whole(2, 4), _drawn(draw, 3, 5), _drawn(draw, 3, 5)
    return _named(u, v, f"|{k}*u - v|", _root(_square(_combined((k, u), (-1, v)))))


@TOPIC.intermediate
def a_product_of_sum_and_difference(draw: Draw) -> Made:
    k, u, v = draw.whole(2, 4), _drawn(draw, 2, 6), _drawn(draw, 2, 6)
    answer = dot(_combined((1, u), (k, v)), _combined((1, u), (-1, v)))
    return _named(u, v, _product(f"(u + {k}*v)", "·", "(u - v)"), number(answer))


@TOPIC.intermediate
def a_cosine(draw: Draw) -> Made:
    (u, p), (v, q) = _with_whole_length(draw, 2), _with_whole_length(draw, 2)
    if dot(u, v) ** 2 == (p * q) ** 2:
        return a_dot_product_in_space(draw)
    return _cosine(u, v, p * q)


@TOPIC.intermediate
def a_known_angle(draw: Draw) -> Made:
    a, b, axis = draw.signed(9), draw.whole(1, 9), draw.whole(1, 9)
    first, second, answer = draw.one_of((
        ([axis, 0], [b, a // abs(a) * b], "pi/4"),
        ([axis, 0], [-b, a // abs(a) * b], "3*pi/4"),
        ([a, b], [-b * axis, a * axis], "pi/2"),
        ([0, -axis], [a // abs(a) * b, -b], "pi/4"),
    ))  # fmt: skip
    return _angle(first, second, answer)


@TOPIC.intermediate
def a_parallelogram(draw: Draw) -> Made:
    u, v = _drawn(draw, 2), _drawn(draw, 2)
    if not determinant([u, v]):
        return a_dot_product_in_space(draw)
    return _parallelogram(u, v, number(abs(determinant([u, v]))))


@TOPIC.intermediate
def a_triangle(draw: Draw) -> Made:
    u, v = _drawn(draw, 2), _drawn(draw, 2)
    if not determinant([u, v]):
        return a_dot_product_in_space(draw)
    return _triangle(u, v, number(abs(determinant([u, v])) / 2))


@TOPIC.intermediate
def a_projection(draw: Draw) -> Made:
    return _projection(_drawn(draw, 2, 6), _drawn(draw, 2, 4))


@TOPIC.intermediate
def two_entries_with_the_letter(draw: Draw) -> Made:
    root, a, b = draw.whole(1, 9), draw.signed(5), draw.signed(5)
    last = root * root + a * b
    return _perpendicular(f"(k, {a}, 1)", f"(k, {b}, {-last})", values([root, -root]))


@TOPIC.intermediate
def a_cross_product(draw: Draw) -> Made:
    return _cross_product(_drawn(draw, 3, 5), _drawn(draw, 3, 5))


@TOPIC.intermediate
def three_named_vectors(draw: Draw) -> Made:
    u, v, w, k = _drawn(draw, 2, 6), _drawn(draw, 2, 6), _drawn(draw, 2, 6), draw.whole(2, 5)
    message = Message(
        "Let {first}, {second} and {third}. Find {asked}.",
        first=shown(f"u = {vector(u)}"), second=shown(f"v = {vector(v)}"), third=shown(f"w = {vector(w)}"),
        asked=shown(f"u + {k}*v - w"),
    )  # fmt: skip
    return Made(message, vector(_combined((1, u), (k, v), (-1, w))), type="tuple")


@TOPIC.intermediate
def how_far_apart_in_space(draw: Draw) -> Made:
    step, length = _with_whole_length(draw, 3)
    start = _drawn(draw, 3, 6)
    message = Message(
        "Find the distance between {first} and {second}.",
        first=_typed(start),
        second=_typed(_combined((1, start), (1, step))),
    )
    return Made(message, str(length))


# Advanced: areas and volumes in space, planes


@TOPIC.advanced
def a_cross_product_of_names(draw: Draw) -> Made:
    u, v = _drawn(draw, 3, 6), _drawn(draw, 3, 6)
    return _named(u, v, _product("u", "×", "v"), vector(_cross(u, v)))


@TOPIC.advanced
def a_parallelogram_in_space(draw: Draw) -> Made:
    u, v = _drawn(draw, 3, 4), _drawn(draw, 3, 4)
    if not any(_cross(u, v)):
        return a_cross_product_of_names(draw)
    return _parallelogram(u, v, _root(_square(_cross(u, v))))


@TOPIC.advanced
def a_triangle_in_space(draw: Draw) -> Made:
    u, v = _drawn(draw, 3, 4), _drawn(draw, 3, 4)
    if not any(_cross(u, v)):
        return a_cross_product_of_names(draw)
    return _triangle(u, v, f"{_root(_square(_cross(u, v)))}/2")


@TOPIC.advanced
def a_triple_product(draw: Draw) -> Made:
    u, v, w = (_drawn(draw, 3, 4) for _ in range(3))
    message = Message(
        "Find the scalar triple product of {first}, {second} and {third}.",
        first=_typed(u),
        second=_typed(v),
        third=_typed(w),
    )
    return Made(message, number(determinant([u, v, w])))


@TOPIC.advanced
def a_parallelepiped(draw: Draw) -> Made:
    u, v, w = (_drawn(draw, 3, 4) for _ in range(3))
    if not determinant([u, v, w]):
        return a_triple_product(draw)
    message = Message(
        "Find the volume of the parallelepiped spanned by {first}, {second} and {third}.",
        first=_typed(u),
        second=_typed(v),
        third=_typed(w),
    )
    return Made(message, number(abs(determinant([u, v, w]))))


@TOPIC.advanced
def a_plane_through_three_points(draw: Draw) -> Made:
    p, step, other = _drawn(draw, 3, 4), _drawn(draw, 3, 3), _drawn(draw, 3, 3)
    normal = _cross(step, other)
    if not any(normal):
        return a_triple_product(draw)
    message = Message(
        "Find the equation of the plane through the points {first}, {second} and {third}.",
        first=_typed(p),
        second=_typed(_combined((1, p), (1, step))),
        third=_typed(_combined((1, p), (1, other))),
    )
    return Made(message, _plane(normal, int(dot(normal, p))))


@TOPIC.advanced
def a_plane_with_a_normal(draw: Draw) -> Made:
    point, normal = _drawn(draw, 3, 6), _drawn(draw, 3, 5)
    message = Message(
        "Find the equation of the plane through {point} with normal vector {normal}.",
        point=shown(vector(point)), normal=shown(vector(normal)),
    )  # fmt: skip
    return Made(message, _plane(normal, int(dot(normal, point))))


@TOPIC.advanced
def how_far_from_a_plane(draw: Draw) -> Made:
    normal, length = _with_whole_length(draw, 3)
    k = gcd(*normal)
    normal, length = [part // k for part in normal], length // k
    point, value = _drawn(draw, 3, 5), draw.signed(12)
    gap = abs(int(dot(normal, point)) - value)
    if gap == 0:
        return a_plane_with_a_normal(draw)
    left = total(term(part, letter) for part, letter in zip(normal, "xyz", strict=True))
    message = Message(
        "Find the distance from the point {point} to the plane {plane}.",
        point=shown(vector(point)), plane=shown(f"{left} = {value}"),
    )  # fmt: skip
    return Made(message, number(Fraction(gap, length)))


@TOPIC.advanced
def a_projection_in_space(draw: Draw) -> Made:
    return _projection(_drawn(draw, 3, 5), _drawn(draw, 3, 3))


@TOPIC.advanced
def a_cosine_in_space(draw: Draw) -> Made:
    (u, p), (v, q) = _with_whole_length(draw, 3), _with_whole_length(draw, 3)
    if dot(u, v) ** 2 == (p * q) ** 2:
        return a_cross_product_of_names(draw)
    return _cosine(u, v, p * q)


@TOPIC.advanced
def an_angle_in_space(draw: Draw) -> Made:
    p, q, s, t = draw.whole(1, 9), draw.whole(1, 9), draw.one_of((1, -1)), draw.one_of((1, -1))
    answer = "pi/3" if s * t > 0 else "2*pi/3"
    u, v = draw.one_of((([p, s * p, 0], [0, t * q, q]), ([p, 0, s * p], [0, q, t * q]), ([s * p, p, 0], [t * q, 0, q])))
    return _angle(u, v, answer)


@TOPIC.advanced
def are_three_independent(draw: Draw) -> Made:
    u, v, k = _drawn(draw, 3, 4), _drawn(draw, 3, 4), draw.signed(2)
    w = _combined((k, u), (1, v)) if draw.whole(0, 1) else _drawn(draw, 3, 4)
    answer = "True" if determinant([u, v, w]) else "False"
    message = Message(
        "Are the vectors {first}, {second} and {third} linearly independent?",
        first=_typed(u),
        second=_typed(v),
        third=_typed(w),
    )
    return Made(message, answer)


@TOPIC.advanced
def the_length_of_a_cross_product(draw: Draw) -> Made:
    u, v = _drawn(draw, 3, 4), _drawn(draw, 3, 4)
    formula = Formula("|u × v|", r"\left|u \times v\right|")
    return _named(u, v, formula, _root(_square(_cross(u, v))))


@TOPIC.advanced
def a_cross_product_of_combinations(draw: Draw) -> Made:
    u, v, k = _drawn(draw, 3, 4), _drawn(draw, 3, 4), draw.whole(2, 4)
    answer = _cross(_combined((1, u), (k, v)), _combined((1, u), (-1, v)))
    return _named(u, v, _product(f"(u + {k}*v)", "×", "(u - v)"), vector(answer))
