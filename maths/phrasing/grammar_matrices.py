"""Sentences about matrices, in English and Korean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.matrices.elimination import Reduce, columns
from maths.families.matrices.expression import MatrixExpression, is_matrix_formula
from maths.families.matrices.powers import CharacteristicPolynomial, Eigenvectors
from maths.families.matrices.singular import Singular
from maths.phrasing.chart import either, many, separator
from maths.phrasing.productions import formula, meaning, name, rule
from maths.phrasing.requests import evaluate
from maths.tree import Call, Collection, Kind, Matrix, Relation

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Name, Node

_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO|CALCULATE_KO")
_KINDS = (
    ("TRANSPOSE", "transpose"),
    ("TRACE", "trace"),
    ("ADJUGATE", "adjugate"),
    ("RANK", "rank"),
    ("NULLITY", "nullity"),
    ("KERNEL", "kernel"),
    ("ECHELON", "echelon"),
    ("EIGENVECTORS", "eigenvectors"),
    ("CHARACTERISTIC", "characteristic"),
)
_PROPERTY = either(*(meaning(symbol, kind) for symbol, kind in _KINDS))
_PROPERTY_KO = either(*(meaning(f"{symbol}_KO", kind) for symbol, kind in _KINDS))
matrix = formula(is_matrix_formula)


def property_of(kind: str, body: Node) -> Built:
    match kind:
        case "transpose" | "trace" | "adjugate":
            yield MatrixExpression(Call(kind, (body,)))
        case "eigenvectors":
            yield Eigenvectors(body)
        case "characteristic":
            yield CharacteristicPolynomial(body)
        case _:
            yield Reduce(body, kind)


def _property_after(body: Node, kind: str) -> Built:
    yield from property_of(kind, body)


def _characteristic(body: Node, unknown: Name) -> Built:
    yield CharacteristicPolynomial(body, unknown.full)


def _value(body: Node) -> Built:
    yield from evaluate(body)


def _singular(unknown: Name, body: Node) -> Built:
    yield Singular(body, unknown.full)


def _singular_after(body: Node, unknown: Name) -> Built:
    yield from _singular(unknown, body)


def _zero(unknown: Name, relation: Node) -> Built:
    """`det(A) = 0`, `|A| = 0`"""
    match relation:
        case Relation(operands=(Call(function="det" | "abs", arguments=(body,)), zero), operators=("=",)) if (
            is_matrix_formula(body) and getattr(zero, "value", None) == 0
        ):
            yield Singular(body, unknown.full)


def _is_vector(node: Node) -> bool:
    return bool(vector_cells(node))


def vector_cells(node: Node) -> tuple[Node, ...]:
    """The entries of `(1, 2)`, of `[1, 2]` and of a matrix of one column; () where it is no vector."""
    match node:
        case Collection(kind=Kind.TUPLE | Kind.LIST, items=items) if len(items) > 1:
            return items
        case Matrix(rows=rows) if all(len(row) == 1 for row in rows) and len(rows) > 1:
            return tuple(row[0] for row in rows)
    return ()


def _independent(vectors: tuple[Node, ...]) -> Built:
    cells = tuple(vector_cells(vector) for vector in vectors)
    if len(cells) > 1 and len({len(entries) for entries in cells}) == 1:
        yield Reduce(columns(cells), "independent")


def _dependent(vectors: tuple[Node, ...]) -> Built:
    for task in _independent(vectors):
        yield Reduce(task.body, "dependent") if isinstance(task, Reduce) else task


_VECTORS = many(formula(_is_vector), separator)
_FOR_WHICH_NAME = rule(lambda found: [found], "MATRIX_FOR_WHICH", name)

_ENGLISH: tuple[Parser[Found], ...] = (
    rule(property_of, "?FIND", _PROPERTY, "OF_MATRIX", matrix),
    rule(_characteristic, "?FIND", "CHARACTERISTIC", "OF_MATRIX", matrix, "IN", name),
    rule(lambda body: property_of("echelon", body), "ROW_REDUCE", "?THE_MATRIX", "?COLON", matrix),
    rule(_value, "FIND", "?THE_MATRIX", matrix),
    rule(_singular, _FOR_WHICH_NAME, "MATRIX_SO_THAT", "?THE_MATRIX", matrix, "MATRIX_IS|MATRIX_SINGULAR"),
    rule(_singular, _FOR_WHICH_NAME, "MATRIX_SO_THAT", "?THE_MATRIX", matrix, "DETERMINANT_IS_ZERO"),
    rule(_singular, _FOR_WHICH_NAME, "MATRIX_SO_THAT", "THE_DETERMINANT_OF", matrix, "DETERMINANT_IS_ZERO"),
    rule(_zero, _FOR_WHICH_NAME, "MATRIX_SO_THAT", formula(lambda node: isinstance(node, Relation))),
    rule(_independent, "ARE_THE_VECTORS", _VECTORS, "INDEPENDENT"),
    rule(_dependent, "ARE_THE_VECTORS", _VECTORS, "DEPENDENT"),
)
_KOREAN: tuple[Parser[Found], ...] = (
    rule(_property_after, "?MATRIX_KO", matrix, _PROPERTY_KO, *_ASKED_KO),
    rule(lambda body: property_of("echelon", body), "?MATRIX_KO", matrix, "OBJECT", "ECHELON_KO", "TO_BRING_KO"),
    rule(_value, "?MATRIX_KO", matrix, "?OBJECT", "FIND_KO"),
    rule(
        _singular_after,
        "?MATRIX_KO",
        matrix,
        "SINGULAR_KO",
        "?UNKNOWN_KO",
        name,
        "?OF_KO",
        "?VALUE_KO",
        *_ASKED_KO,
    ),
    rule(_independent, "?THE_VECTORS_KO", _VECTORS, "INDEPENDENT_KO"),
    rule(_dependent, "?THE_VECTORS_KO", _VECTORS, "DEPENDENT_KO"),
)

REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN)
