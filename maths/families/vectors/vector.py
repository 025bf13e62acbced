"""Vectors: formulas of them, lengths, products, angles, projections, areas and volumes.

Routes: each operation written out by its definition in components, evaluated by the family of arithmetic (which has two
routes of its own); SymPy's matrices do the same operation on their own reading. Both must be equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.bounds import UnsupportedError
from maths.engines.sympy_form import to_sympy
from maths.families.numbers.arithmetic import exact as exact_value
from maths.families.routes import ball
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, number, root
from maths.families.vectors.components import (
    cells,
    components,
    cross,
    dot,
    has_vector,
    minus,
    norm,
    plus,
    squared,
    times,
    worth,
)
from maths.families.vectors.vector_steps import Question, teach
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import Call, Collection, Kind, Matrix, Negative, Product, Quotient, Sum, Truth, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node

_PRECISION = 300
_SHARP = 150
_DISAGREE = Message("The two ways of calculating it do not agree.")
CLAIMS = frozenset({"orthogonal", "parallel"})


@dataclass(frozen=True, slots=True)
class VectorTask:
    """`kind` is what is asked of the vectors; `degrees` whether an angle is wanted in degrees."""

    kind: str
    bodies: tuple[Node, ...]
    degrees: bool = False
    columns: bool = False

    def settle(self, find: Callable[[VectorTask], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if any(names(body) for body in self.bodies):
            raise UndecidedError(Message("The vectors contain letters without a value."))
        written = by_components(self)
        first = (find or by_sympy)(self)
        if self.kind in CLAIMS:
            return self._claim(first, written)
        if isinstance(written, tuple):
            values = tuple(_confirmed(value, part) for value, part in zip(first, written, strict=True))
            answer = self._vector(values)
        else:
            answer = formula(self._angle(first, written) if self.kind == "angle" else _confirmed(first, written))
        method = Message("written out in components and evaluated twice; SymPy's vectors give the same")
        return Settled(answer, method, lambda level: teach(self._question(answer), level))

    def _claim(self, first: Symbolic, written: tuple[Node, ...] | Node) -> Settled:
        parts = written if isinstance(written, tuple) else (written,)
        zero = all(_confirmed(value, part) == number(0) for value, part in zip(first, parts, strict=True))
        answer = formula(Truth(zero))
        method = Message("written out in components and evaluated twice; SymPy's vectors give the same")
        return Settled(answer, method, lambda level: teach(self._question(answer), level))

    def _question(self, answer: Formula) -> Question:
        return Question(self.kind, self._vectors(), self.bodies[0], answer, self.degrees)

    def _vectors(self) -> tuple[tuple[Node, ...], ...]:
        return tuple(components(body) for body in self.bodies) if self.kind != "value" else ()

    def _vector(self, values: tuple[Node, ...]) -> Formula:
        if self.columns:
            return formula(Matrix(tuple((value,) for value in values)))
        return formula(Collection(Kind.TUPLE, values))

    def _angle(self, first: Symbolic, written: Node) -> Node:
        """The angle where it is a simple part of a turn, else the arc cosine."""
        cosine = _confirmed(sympy.cos(first), written)
        del cosine
        turned = sympy.nsimplify(first / sympy.pi) if (first / sympy.pi).is_Rational else None
        if turned is None:
            if self.degrees:
                raise UndecidedError(Message("The angle in degrees has no short exact form."))
            found: Node = tree(first)
            return found
        return tree(180 * turned if self.degrees else sympy.pi * turned)


def by_components(task: VectorTask) -> tuple[Node, ...] | Node:  # noqa: C901, PLR0911 - one line a question
    """What is asked as trees of the components; for an angle its cosine."""
    if task.kind == "value":
        return worth(task.bodies[0])
    vectors = [components(body) for body in task.bodies]
    if len({len(vector) for vector in vectors}) != 1:
        raise UndecidedError(Message("The vectors have different numbers of components."))
    u, v = vectors[0], vectors[-1]
    match task.kind:
        case "norm":
            return norm(u)
        case "unit":
            return tuple(Quotient(part, _nonzero(norm(u), u)) for part in u)
        case "dot" | "orthogonal":
            return dot(u, v)
        case "cross":
            return cross(u, v)
        case "angle" | "cosine":
            _nonzero(norm(u), u)
            _nonzero(norm(v), v)
            return Quotient(dot(u, v), Product((norm(u), norm(v))))
        case "projection":
            _nonzero(norm(v), v)
            scale = Quotient(dot(u, v), dot(v, v))
            return tuple(Product((scale, part)) for part in v)
        case "component":
            return Quotient(dot(u, v), _nonzero(norm(v), v))
        case "parallel":
            return _minors(u, v)
        case "parallelogram" | "triangle":
            area = root(_sum_of_squares(_minors(u, v)))
            return Quotient(area, number(2)) if task.kind == "triangle" else area
    triple = dot(vectors[0], cross(vectors[1], vectors[2]))
    return Call("abs", (triple,)) if task.kind == "parallelepiped" else triple


def _sum_of_squares(parts: tuple[Node, ...]) -> Node:
    return plus(*(squared(part) for part in parts))


def _minors(u: tuple[Node, ...], v: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(minus(times(u[i], v[j]), times(u[j], v[i])) for i in range(len(u)) for j in range(i + 1, len(u)))


def _nonzero(length: Node, vector: tuple[Node, ...]) -> Node:
    if all(exact_value(part) == 0 for part in vector):
        raise UndecidedError(Message("The zero vector has no direction."))
    return length


def by_sympy(task: VectorTask) -> Symbolic:  # noqa: C901, PLR0911, PLR0912 - one line a question
    """The same with SymPy's matrices."""
    if task.kind == "value":
        found = _value(task.bodies[0])
        return tuple(found) if isinstance(found, sympy.MatrixBase) else found
    vectors = [_value(body) for body in task.bodies]
    if any(not isinstance(vector, sympy.MatrixBase) for vector in vectors):
        raise UnsupportedError(Message("This is not a vector."))
    u, v = vectors[0], vectors[-1]
    match task.kind:
        case "norm":
            return u.norm()
        case "unit":
            return tuple(u / u.norm())
        case "dot":
            return u.dot(v)
        case "orthogonal":
            return (u.dot(v),)
        case "cross":
            return tuple(u.cross(v))
        case "angle":
            return sympy.acos(sympy.radsimp(u.dot(v) / (u.norm() * v.norm())))
        case "cosine":
            return u.dot(v) / (u.norm() * v.norm())
        case "projection":
            return tuple(u.project(v))
        case "component":
            return u.dot(v) / v.norm()
        case "parallel":
            joined = u.row_join(v)
            return tuple(joined.extract([i, j], [0, 1]).det() for i in range(u.rows) for j in range(i + 1, u.rows))
        case "parallelogram" | "triangle":
            gram = sympy.sqrt(u.dot(u) * v.dot(v) - u.dot(v) ** 2)
            return gram / 2 if task.kind == "triangle" else gram
    determinant = sympy.Matrix.hstack(*vectors).det()
    return abs(determinant) if task.kind == "parallelepiped" else determinant


def _value(node: Node) -> Symbolic:  # noqa: C901, PLR0911 - one line a kind of node
    """A formula of vectors with SymPy's columns."""
    if not has_vector(node):
        return to_sympy(node)
    match node:
        case Collection() | Matrix():
            return sympy.Matrix([to_sympy(cell) for cell in cells(node)])
        case Sum(terms=terms):
            total = _value(terms[0])
            for term in terms[1:]:
                total += _value(term)
            return total
        case Negative(operand=operand):
            return -_value(operand)
        case Quotient(numerator=above, denominator=below):
            return _value(above) / _value(below)
        case Product(factors=factors):
            found = _value(factors[0])
            for factor in factors[1:]:
                found *= _value(factor)
            return found
        case Call(function="cross", arguments=(left, right)):
            a, b = _value(left), _value(right)
            return a.cross(b) if isinstance(a, sympy.MatrixBase) else a * b
        case Call(function="dot", arguments=(left, right)):
            a, b = _value(left), _value(right)
            both = isinstance(a, sympy.MatrixBase) and isinstance(b, sympy.MatrixBase)
            return a.dot(b) if both else a * b
        case Call(function="norm" | "abs", arguments=(inner,)):
            found = _value(inner)
            return found.norm() if isinstance(found, sympy.MatrixBase) else abs(found)
    raise UnsupportedError(Message("This formula of vectors is not defined."))


def _confirmed(value: Symbolic, written: Node) -> Node:
    """SymPy's value, tidy, where the written-out tree has the same, in fractions or in balls."""
    again = exact_value(written)
    if sympy.simplify(again - value) != 0:
        raise UndecidedError(_DISAGREE)
    answer: Node = tree(again)
    try:
        found = rational(written, "")
        if not again.is_Rational or fraction(found.numerator[0]) / fraction(found.denominator[0]) != fraction(again):
            raise UndecidedError(_DISAGREE)
    except UnsupportedError:
        with ball.precisely(_PRECISION):
            gap = ball.number(answer, {}) - ball.number(written, {})
            if not gap.contains(0) or gap.rad() > 2**-_SHARP:
                raise UndecidedError(_DISAGREE) from None
    return answer
