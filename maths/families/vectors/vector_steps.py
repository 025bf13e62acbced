"""Questions about vectors worked out by components."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from maths.engines.sympy_form import to_sympy
from maths.families.terms import equals, minus, name, number, over, plus, power, root, times
from maths.families.vectors.components import cross, dot, norm
from maths.families.vectors.formula_steps import worked
from maths.families.vectors.vector_words import approach, understanding
from maths.families.write import chain, formula, listed, passages, tree
from maths.message import Formula, Message
from maths.tree import Call, Collection, Kind
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.tree import Node
    from maths.verdict import Passage

    Vector = tuple[Node, ...]

_LETTERS = "uvw"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of vectors; `body` is the formula where a formula is asked for, `degrees` the unit of an angle."""

    kind: str
    vectors: tuple[Vector, ...]
    body: Node
    answer: Formula
    degrees: bool


def teach(asked: Question, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[understanding(asked.kind)],
        approach=[approach(asked.kind, level)],
        steps=[*_given(asked.vectors), *_steps(asked, level)],
        check=[_check(asked)],
        conclusion=[_conclusion(asked)],
    )


def _given(vectors: tuple[Vector, ...]) -> list[Message]:
    if not vectors:
        return []
    named = listed(
        formula(equals(name(letter), _tuple(vector))) for letter, vector in zip(_LETTERS, vectors, strict=False)
    )
    return [Message("Given: {result}.", result=named)]


def _steps(asked: Question, level: Level) -> list[Message]:  # noqa: C901, PLR0911 - one line a question
    if asked.kind == "value":
        return worked(asked.body, level)
    first, last = asked.vectors[0], asked.vectors[-1]
    match asked.kind:
        case "norm":
            return _length("u", first, level)
        case "unit":
            return [*_length("u", first, level), _divided(first)]
        case "dot" | "orthogonal":
            return _dot("u", "v", first, last, level)
        case "cross":
            return cross_lines("u", "v", first, last, level)
        case "angle" | "cosine":
            return _meeting(asked, level)
        case "projection":
            return _projection(first, last, level)
        case "component":
            return _reach(first, last, level)
        case "parallel":
            return _minors(first, last)
        case "parallelogram" | "triangle":
            return _area(asked, level)
    return _triple(asked, level)


def _tuple(vector: Vector) -> Node:
    return Collection(Kind.TUPLE, vector)


def _worth(node: Node) -> Node:
    found: Node = tree(to_sympy(node))
    return found


def _products(u: Vector, v: Vector) -> list[tuple[Node, Node]]:
    return [(times(a, b), _worth(times(a, b))) for a, b in zip(u, v, strict=True)]


def _dot(left: str, right: str, u: Vector, v: Vector, level: Level) -> list[Message]:
    """The dot product; beginners see every product first."""
    pairs = _products(u, v)
    whole, written, total = Call("dot", (name(left), name(right))), plus(*(p for p, _ in pairs)), _worth(dot(u, v))
    if level is not Level.BEGINNER:
        return [Message("Component by component: {result}.", result=chain(whole, written, total))]
    each = listed(chain(product, value) for product, value in pairs)
    return [
        Message("Multiply the components in the same places: {results}.", results=each),
        Message("Add the products: {result}.", result=chain(whole, plus(*(value for _, value in pairs)), total)),
    ]


def _length(letter: str, vector: Vector, level: Level) -> list[Message]:
    """The root of the sum of the squares; beginners see every square first."""
    squares = [power(entry, 2) for entry in vector]
    values = [_worth(square) for square in squares]
    whole, total = Call("norm", (name(letter),)), _worth(plus(*values))
    if level is not Level.BEGINNER:
        length = chain(whole, root(plus(*squares)), root(total), _worth(norm(vector)))
        return [Message("The length of {vector}: {result}.", vector=formula(name(letter)), result=length)]
    each = listed(chain(square, value) for square, value in zip(squares, values, strict=True))
    return [
        Message("Square every component of {vector}: {results}.", vector=formula(name(letter)), results=each),
        Message("Add the squares: {result}.", result=chain(plus(*values), total)),
        Message("The length is the square root of that: {result}.",
                result=chain(whole, root(total), _worth(norm(vector)))),
    ]  # fmt: skip


def _divided(vector: Vector) -> Message:
    length = _worth(norm(vector))
    entries = tuple(over(entry, length) for entry in vector)
    result = chain(over(name("u"), Call("norm", (name("u"),))), _tuple(entries), _entrywise(entries))
    return Message("Divide every component by the length, so that the length becomes 1: {result}.", result=result)


def _entrywise(entries: Vector) -> Node:
    return _tuple(tuple(_worth(entry) for entry in entries))


def cross_lines(left: str, right: str, u: Vector, v: Vector, level: Level) -> list[Message]:
    """The components of a cross product, and what they make."""
    (a, b, c), (d, e, f) = u, v
    written = [minus(times(p, q), times(r, s)) for p, q, r, s in ((b, f, c, e), (c, d, a, f), (a, e, b, d))]
    apart = [minus(_worth(times(p, q)), _worth(times(r, s)))
             for p, q, r, s in ((b, f, c, e), (c, d, a, f), (a, e, b, d))]  # fmt: skip
    whole, found = Call("cross", (name(left), name(right))), _entrywise(cross(u, v))
    if level is Level.ADVANCED:
        return [Message("By components: {result}.", result=chain(whole, _tuple(tuple(written)), found))]
    lines = [
        Message("Component {number}: {result}.", number=place,
                result=chain(product, *((between,) if level is Level.BEGINNER else ()), _worth(product)))
        for place, (product, between) in enumerate(zip(written, apart, strict=True), 1)
    ]  # fmt: skip
    return [*lines, Message("Put together: {result}.", result=chain(whole, found))]


def _meeting(asked: Question, level: Level) -> list[Message]:
    """Cosine and angle of two directions."""
    u, v = asked.vectors
    lines = [*_dot("u", "v", u, v, level), *_length("u", u, level), *_length("v", v, level)]
    quotient = over(_worth(dot(u, v)), times(_worth(norm(u)), _worth(norm(v))))
    cosine = equals(Call("cos", (name("theta"),)), quotient)
    lines.append(Message("Put this in: {result}.", result=chain(*cosine.operands, _worth(quotient))))
    if asked.kind == "cosine":
        return lines
    if asked.degrees:
        lines.append(Message("The angle between 0° and 180° with that cosine is {value}°.", value=asked.answer))
    else:
        lines.append(Message("The angle between 0 and π with that cosine is {value}.", value=asked.answer))
    return lines


def _projection(u: Vector, v: Vector, level: Level) -> list[Message]:
    lines = [*_dot("u", "v", u, v, level), *_dot("v", "v", v, v, level)]
    ratio = over(_worth(dot(u, v)), _worth(dot(v, v)))
    factor = _worth(ratio)
    scaled = tuple(times(factor, entry) for entry in v)
    if level is Level.BEGINNER:
        lines.append(Message("So many times the second vector has to be taken: {result}.",
                             result=chain(ratio, factor)))  # fmt: skip
    product = chain(times(factor, _tuple(v)), _entrywise(scaled))
    return [*lines, Message("Multiply the second vector by that number: {result}.", result=product)]


def _reach(u: Vector, v: Vector, level: Level) -> list[Message]:
    ratio = over(_worth(dot(u, v)), _worth(norm(v)))
    return [
        *_dot("u", "v", u, v, level),
        *_length("v", v, level),
        Message("Divide the dot product by the length: {result}.", result=chain(ratio, _worth(ratio))),
    ]


def _pairs(u: Vector, v: Vector) -> list[tuple[int, int, Node]]:
    return [(i, j, minus(times(u[i], v[j]), times(u[j], v[i]))) for i, j in combinations(range(len(u)), 2)]


def _minors(u: Vector, v: Vector) -> list[Message]:
    return [
        Message("Components {first} and {second}, crosswise: {result}.",
                first=i + 1, second=j + 1, result=chain(written, _worth(written)))
        for i, j, written in _pairs(u, v)
    ]  # fmt: skip


def _area(asked: Question, level: Level) -> list[Message]:
    u, v = asked.vectors
    values = [_worth(written) for _, _, written in _pairs(u, v)]
    lines = _minors(u, v)
    if len(values) == 1:
        size: Node = Call("abs", (values[0],))
        lines.append(Message("The area has no sign: {result}.", result=chain(size, _worth(size))))
    else:
        squares = plus(*(power(value, 2) for value in values))
        size = root(squares)
        between = (root(_worth(squares)),) if level is not Level.ADVANCED else ()
        lines.append(Message("Square, add and take the root, as with a length: {result}.",
                             result=chain(size, *between, _worth(size))))  # fmt: skip
    if asked.kind == "triangle":
        half = over(_worth(size), number(2))
        lines.append(Message("The triangle is half of the parallelogram: {result}.",
                             result=chain(half, _worth(half))))  # fmt: skip
    return lines


def _triple(asked: Question, level: Level) -> list[Message]:
    u, v, w = asked.vectors
    product = tuple(_worth(entry) for entry in cross(v, w))
    written = plus(*(times(a, b) for a, b in zip(u, product, strict=True)))
    value = _worth(written)
    lines = [
        *cross_lines("v", "w", v, w, level),
        Message("The dot product of the first vector with it: {result}.", result=chain(written, value)),
    ]
    if asked.kind == "parallelepiped":
        size = Call("abs", (value,))
        lines.append(Message("The volume has no sign: {result}.", result=chain(size, _worth(size))))
    return lines


def _check(asked: Question) -> Message:
    if asked.kind == "cross":
        found = tuple(_worth(entry) for entry in cross(*asked.vectors))
        both = listed(chain(plus(*(times(a, b) for a, b in zip(vector, found, strict=True))), number(0))
                      for vector in asked.vectors)  # fmt: skip
        return Message("It is perpendicular to both vectors, the dot products are 0: {results}.", results=both)
    if asked.kind == "projection":
        u, v = asked.vectors
        rest = tuple(_worth(minus(a, times(_worth(over(dot(u, v), dot(v, v))), b))) for a, b in zip(u, v, strict=True))
        product = chain(plus(*(times(a, b) for a, b in zip(rest, v, strict=True))), number(0))
        return Message("What is left of the first vector, {rest}, is perpendicular to the second: {result}.",
                       rest=formula(_tuple(rest)), result=product)  # fmt: skip
    return Message("Worked out a second time by another program, the result is the same.")


def _conclusion(asked: Question) -> Message:  # noqa: PLR0911 - one line a question
    if asked.kind == "orthogonal":
        if asked.answer.typed == "True":
            return Message("The dot product is 0, so the vectors are perpendicular.")
        return Message("The dot product is not 0, so the vectors are not perpendicular.")
    if asked.kind == "parallel":
        if asked.answer.typed == "True":
            return Message("One vector is a multiple of the other: they are parallel.")
        return Message("No vector is a multiple of the other: they are not parallel.")
    if asked.kind == "angle":
        if asked.degrees:
            return Message("The angle is {value}°.", value=asked.answer)
        return Message("The angle is {value}.", value=asked.answer)
    if asked.kind == "norm":
        return Message("The length is {value}.", value=asked.answer)
    return Message("The result is {result}.", result=asked.answer)
