"""Sentences about vectors and planes, in English and Korean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.families.equations.equation import Domain
from maths.families.terms import equals, number
from maths.families.vectors.components import components, dot, has_vector, minus, times
from maths.families.vectors.plane import DistanceToPlane, PlaneThrough
from maths.families.vectors.vector import VectorTask
from maths.families.written import letters
from maths.phrasing.chart import either, many, separator
from maths.phrasing.productions import always, formula, meaning, name, relation, rule
from maths.phrasing.requests import Objection, is_equation, solve
from maths.tree import Collection, Kind, Matrix, Name, Negative, Number, Product, Relation, Sum, walk

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO|CALCULATE_KO")
_UNITS = ("i", "j", "k")


def _by_units(node: Node) -> Node | None:
    """`2i + 3j - k` as (2, 3, -1)."""
    found = dict.fromkeys(_UNITS, number(0))
    for term in node.terms if isinstance(node, Sum) else (node,):
        sign, part = (-1, term.operand) if isinstance(term, Negative) else (1, term)
        match part:
            case Name(name=letter, subscript="") if letter in _UNITS:
                value: Node = number(sign)
            case Product(factors=(Number(value=size), Name(name=letter, subscript=""))) if letter in _UNITS:
                value = number(sign * size)
            case _:
                return None
        if found[letter] != number(0):
            return None
        found[letter] = value
    return Collection(Kind.TUPLE, tuple(found.values()))


def _is_vector(node: Node) -> bool:
    if isinstance(node, Relation):
        return False
    return has_vector(node) or (isinstance(node, Sum) and _by_units(node) is not None)


def _vector(node: Node) -> Node:
    return node if has_vector(node) else _by_units(node) or node


def _columns(*nodes: Node) -> bool:
    """Whether the statement writes its vectors as columns."""
    return any(isinstance(part, Matrix) for node in nodes for part in walk(node))


def _of_one(kind: str, node: Node) -> Built:
    yield VectorTask(kind, (_vector(node),), columns=_columns(node))


def _after_one(node: Node, kind: str) -> Built:
    yield from _of_one(kind, node)


def _of_several(kind: str, nodes: tuple[Node, ...], degrees: bool) -> Built:  # noqa: FBT001 - what the phrase means
    wanted = 3 if kind in {"triple", "parallelepiped"} else 2
    if len(nodes) == wanted:
        found = tuple(_vector(node) for node in nodes)
        yield VectorTask(kind, found, degrees=degrees, columns=_columns(*nodes))


def _after_several(nodes: tuple[Node, ...], kind: str, degrees: bool) -> Built:  # noqa: FBT001 - what the phrase means
    yield from _of_several(kind, nodes, degrees)


def _onto(kind: str, node: Node, onto: Node) -> Built:
    yield from _of_several(kind, (node, onto), degrees=False)


def _onto_ko(node: Node, onto: Node) -> Built:
    yield from _of_several("projection", (node, onto), degrees=False)


def _claim(nodes: tuple[Node, ...], kind: str) -> Built:
    yield from _of_several(kind, nodes, degrees=False)


def _unknown(unknown: Name, nodes: tuple[Node, ...], kind: str) -> Built:
    """The letter for which two vectors are perpendicular, or parallel."""
    if len(nodes) != 2:  # noqa: PLR2004 - to each other
        return
    try:
        u, v = (components(_vector(node)) for node in nodes)
        if len(u) != len(v) or unknown.full not in letters(nodes[0]) | letters(nodes[1]):
            return
        if kind == "orthogonal":
            equations = [dot(u, v)]
        else:
            equations = [
                minus(times(u[i], v[j]), times(u[j], v[i])) for i in range(len(u)) for j in range(i + 1, len(u))
            ]
    except RefusedError as error:
        yield Objection(error.message)
        return
    kept = tuple(equals(left, number(0)) for left in equations if left != number(0))
    if len(kept) == 1:
        yield from solve(kept, (unknown,), Domain.UNSTATED)


def _unknown_ko(nodes: tuple[Node, ...], kind: str, unknown: Name) -> Built:
    yield from _unknown(unknown, nodes, kind)


def _plane(points: tuple[Node, ...]) -> Built:
    if len(points) == 3:  # noqa: PLR2004 - three points make a plane
        yield PlaneThrough(points)


def _plane_normal(point: Node, normal: Node) -> Built:
    yield PlaneThrough((point,), _vector(normal))


def _distance(point: Node, plane: Node) -> Built:
    if is_equation(plane) and letters(plane) <= {"x", "y", "z"} and "z" in letters(plane):
        yield DistanceToPlane(point, plane)  # type: ignore[arg-type]


_vector_formula = formula(_is_vector)
_several = many(_vector_formula, separator)
_ONE = either(meaning("VECTOR_NORM", "norm"), meaning("VECTOR_UNIT", "unit"))
_ONE_KO = either(meaning("VECTOR_NORM_KO", "norm"), meaning("VECTOR_UNIT_KO", "unit"))
_SEVERAL = ("DOT", "CROSS", "ANGLE", "COSINE", "PARALLELOGRAM", "TRIANGLE", "TRIPLE", "PARALLELEPIPED")
_KINDS = either(*(meaning(f"VECTOR_{symbol}", symbol.lower()) for symbol in _SEVERAL))
_KINDS_KO = either(*(meaning(f"VECTOR_{symbol}_KO", symbol.lower()) for symbol in _SEVERAL))
_ONTO = either(meaning("VECTOR_PROJECTION", "projection"), meaning("VECTOR_COMPONENT", "component"))
_DEGREES = either(meaning("VECTOR_IN_DEGREES", value=True), meaning("VECTOR_IN_RADIANS", value=False), always(False))  # noqa: FBT003 - neither is said
_CLAIM = either(meaning("VECTOR_ORTHOGONAL", "orthogonal"), meaning("VECTOR_PARALLEL", "parallel"))
_CLAIM_KO = either(meaning("VECTOR_ORTHOGONAL_KO", "orthogonal"), meaning("VECTOR_PARALLEL_KO", "parallel"))
_BE = either(meaning("VECTOR_ARE_ORTHOGONAL", "orthogonal"), meaning("VECTOR_ARE_PARALLEL", "parallel"))
_BE_KO = either(meaning("VECTOR_BE_ORTHOGONAL_KO", "orthogonal"), meaning("VECTOR_BE_PARALLEL_KO", "parallel"))

_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_of_one, "?FIND", _ONE, _vector_formula),
    rule(_of_several, "?FIND", _KINDS, _several, _DEGREES),
    rule(_onto, "?FIND", _ONTO, _vector_formula, "VECTOR_ONTO", _vector_formula),
    rule(_claim, "VECTOR_ARE", _several, _CLAIM),
    rule(_unknown, "VECTOR_FIND_LETTER", name, "VECTOR_SO_THAT", _several, _BE),
    rule(_plane, "?FIND", "PLANE_THROUGH", _several),
    rule(_plane_normal, "?FIND", "PLANE_THROUGH", _vector_formula, "PLANE_NORMAL", _vector_formula),
    rule(_distance, "?FIND", "DISTANCE_TO_PLANE|DISTANCE_BETWEEN_PLANE", _vector_formula, "TO_THE_PLANE", relation),
)
_KOREAN: tuple[Parser[Found], ...] = (
    rule(_after_one, "?VECTORS_KO", _vector_formula, _ONE_KO, *_ASKED_KO),
    rule(
        lambda nodes, kind: _after_several(nodes, kind, degrees=False), "?VECTORS_KO", _several, _KINDS_KO, *_ASKED_KO
    ),
    rule(
        _onto_ko, "?VECTORS_KO", _vector_formula, "OF_KO", "?VECTORS_KO", _vector_formula, "VECTOR_ON_KO", *_ASKED_KO
    ),
    rule(_claim, "?VECTORS_KO", _several, _CLAIM_KO),
    rule(_unknown_ko, "?VECTORS_KO", _several, _BE_KO, "?COMMA", "?UNKNOWN_KO", name, "?OF_KO", "?VALUE_KO",
         *_ASKED_KO),
    rule(_plane, "?POINTS_KO", _several, "PLANE_THROUGH_KO", *_ASKED_KO),
    rule(_plane_normal, "?POINTS_KO", _vector_formula, "PLANE_NORMAL_KO", "?VECTORS_KO", _vector_formula,
         "NORMAL_IS_KO", *_ASKED_KO),
    rule(_distance, "?POINTS_KO", _vector_formula, "DISTANCE_PLANE_KO", relation, "PLANE_DISTANCE_KO", *_ASKED_KO),
)  # fmt: skip
REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN)
