"""What a formula of matrices is worth: sums, products, powers, transposes, inverses, determinants and traces.

Routes: SymPy's matrices on its own reading of the text; entry by entry from the definitions in python-flint's
polynomials, the determinant by Laplace's expansion and the inverse by the adjugate.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import sympy

from maths.bounds import UnsupportedError
from maths.engines.sympy_form import to_sympy
from maths.families.matrices.cells import Cells, has_matrix
from maths.families.matrices.expression_steps import teach
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import Call, Matrix, Name, Number, Product, Relation, Sum, names, walk
from maths.values import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_IDENTITY = "I"


@dataclass(frozen=True, slots=True)
class MatrixExpression:
    body: Node

    def settle(self, find: Callable[[Node], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        body = usual(self.body)
        letters = tuple(sorted(names(body) - _transposed(body)))
        _refuse_unknown_matrices(body)
        cells = Cells(letters)
        second = cells.value(body)
        answer = cells.node(second)
        if formula(answer) == formula(self.body):
            raise UndecidedError(Message("There is nothing to calculate."))
        first = (find or to_sympy)(body)
        try:
            same = cells.value(_written(first)) == second
        except UnsupportedError as error:
            raise UndecidedError(Message("The two ways of calculating it do not agree.")) from error
        if not same:
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("worked out by SymPy's matrices, and entry by entry from the definitions with python-flint")
        steps = tuple(cells.steps)
        return Settled(formula(answer), method, lambda level: teach(self.body, answer, steps, level))


def _written(value: Symbolic) -> Node:
    if isinstance(value, sympy.MatrixBase):
        return tree(value.applyfunc(sympy.expand))
    return tree(sympy.expand(value))


def _transposed(body: Node) -> frozenset[str]:
    """The letter of `A^T`, unless it stands elsewhere too."""
    return frozenset({"T"}) if "T" in names(body) and not _stands_alone(body) else frozenset()


def _refuse_unknown_matrices(body: Node) -> None:
    """A capital beside matrices is a matrix too, and one that was not told."""
    beside = rewritten(body, lambda part: Number(Fraction(0)) if isinstance(part, Matrix) else None)
    for letter in sorted(names(beside) - _transposed(body)):
        if letter.isupper():
            raise UndecidedError(Message("{name} is not defined.", name=letter))


def _stands_alone(body: Node) -> bool:
    return any(isinstance(part, Matrix) and "T" in names(part) for part in walk(body))


def usual(body: Node) -> Node:
    r"""With `|A|` as the determinant and `I` as the identity beside square matrices of one size."""
    body = rewritten(
        body,
        lambda part: (
            Call("det", (usual(part.arguments[0]),))
            if isinstance(part, Call) and part.function == "abs" and _is_matrix(part.arguments[0])
            else None
        ),
    )
    sizes = {len(part.rows) for part in walk(body) if isinstance(part, Matrix)}
    sizes |= {len(part.rows[0]) for part in walk(body) if isinstance(part, Matrix)}
    if Name(_IDENTITY) not in walk(body) or len(sizes) != 1:
        return body
    (size,) = sizes
    identity = Matrix(tuple(tuple(number(int(i == j)) for j in range(size)) for i in range(size)))
    return rewritten(body, lambda part: identity if part == Name(_IDENTITY) else None)


def _is_matrix(node: Node) -> bool:
    return has_matrix(node) and not (
        isinstance(node, Call) and node.function in {"det", "abs", "trace", "rank", "norm"}
    )


def is_matrix_formula(node: Node) -> bool:
    """Whether a formula is one of matrices and can be worked out: no relation, no list."""
    return has_matrix(node) and not any(isinstance(part, Relation) for part in walk(node))


def is_worth_a_matrix(node: Node) -> bool:
    """Whether it is a matrix in the end, not a number."""
    if isinstance(node, (Sum, Product)):
        parts = node.terms if isinstance(node, Sum) else node.factors
        return any(is_worth_a_matrix(part) for part in parts)
    return _is_matrix(node)
