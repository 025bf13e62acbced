"""Expression trees for property tests, as the reader itself would build them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from maths.tree import (
    Call,
    Collection,
    Interval,
    Kind,
    Matrix,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
)

if TYPE_CHECKING:
    from maths.tree import Node

_FUNCTIONS = ("sin", "cos", "tan", "ln", "exp", "sqrt", "abs", "atan", "sinh")
_RELATIONS = ("=", "<", ">", "<=", ">=", "!=")


def numbers() -> st.SearchStrategy[Node]:
    whole = st.integers(0, 10**12).map(lambda n: Number(Fraction(n)))
    decimal = st.builds(
        lambda digits, places: Number(Fraction(digits, 10**places), places), st.integers(0, 10**6), st.integers(1, 6)
    )
    return whole | decimal


def atoms() -> st.SearchStrategy[Node]:
    letters = st.sampled_from(["x", "y", "n", "t", "alpha", "theta", "pi", "e", "i", "X"]).map(Name)
    indexed = st.builds(Name, st.sampled_from("axu"), st.sampled_from(["1", "2", "n", "12"]))
    return numbers() | letters | indexed


def expressions(leaves: int = 12) -> st.SearchStrategy[Node]:
    def grown(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        several = st.lists(inner, min_size=2, max_size=4).map(tuple)
        return (
            st.builds(Sum, several.map(_without_sums))
            | st.builds(Product, several.map(_without_products))
            | st.builds(Quotient, inner, inner)
            | st.builds(Negative, inner)
            | st.builds(Power, inner, inner)
            | st.builds(lambda f, a: Call(f, (a,)), st.sampled_from(_FUNCTIONS), inner)
        )

    return st.recursive(atoms(), grown, max_leaves=leaves)


def formulas() -> st.SearchStrategy[Node]:
    value = expressions(6)
    several = st.lists(value, min_size=2, max_size=4).map(tuple)
    return (
        expressions()
        | st.builds(
            lambda a, o, b: Relation((a, b), (o,)), value, st.sampled_from(["=", "<", ">", "<=", ">=", "!="]), value
        )
        | st.builds(Collection, st.sampled_from([Kind.SEQUENCE, Kind.TUPLE, Kind.SET, Kind.LIST]), several)
        | st.builds(lambda a, b: Interval(a, b, left_open=True, right_open=False), value, value)
        | st.lists(several.filter(lambda row: len(row) == 2), min_size=1, max_size=3).map(
            lambda rows: Matrix(tuple(rows))
        )
    )


def _without_sums(terms: tuple[Node, ...]) -> tuple[Node, ...]:
    """The first term of a sum is never a sum itself: without brackets the reader joins them."""
    return terms if not isinstance(terms[0], Sum) else (Negative(terms[0]), *terms[1:])


def _without_products(factors: tuple[Node, ...]) -> tuple[Node, ...]:
    return factors if not isinstance(factors[0], Product) else (Negative(factors[0]), *factors[1:])
