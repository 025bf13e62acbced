"""Expression trees for property tests, as the reader itself would build them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from maths.tree import (
    Apply,
    Based,
    Call,
    Collection,
    Congruence,
    Degrees,
    Derivative,
    Factorial,
    Integral,
    Interval,
    Junction,
    Kind,
    Limit,
    Matrix,
    Mixed,
    Name,
    Negative,
    Number,
    NumberSet,
    Percent,
    PlusMinus,
    Power,
    Product,
    Quotient,
    Ratio,
    Relation,
    Series,
    SetOperation,
    Sum,
    Truth,
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


def values() -> st.SearchStrategy[Node]:
    """A value of each type an answer can have."""
    small = st.integers(0, 99).map(lambda n: Number(Fraction(n)))
    number = numbers() | st.builds(Negative, numbers()) | st.builds(Quotient, small, st.integers(1, 99).map(_whole))
    inner = number | expressions(4)
    pair = st.tuples(inner, inner)
    several = st.lists(inner, min_size=2, max_size=4).map(tuple)
    letter = st.sampled_from("xyz").map(Name)
    equation = st.builds(lambda x, v: Relation((x, v), ("=",)), letter, number)
    interval = st.builds(Interval, number, number, st.booleans(), st.booleans()).filter(_is_surely_an_interval)
    brackets = st.sampled_from([Kind.SEQUENCE, Kind.TUPLE, Kind.SET, Kind.LIST])
    return st.one_of(
        number,
        inner,
        st.builds(Percent, numbers()),
        st.builds(Degrees, small),
        st.builds(Mixed, st.integers(1, 99), st.fractions(0, 1, max_denominator=60).filter(lambda f: 0 < f < 1)),
        st.builds(lambda n, b: Based(to_base(n, b), b, n), st.integers(0, 10**6), st.integers(2, 10)),
        st.builds(lambda a, b: Sum((a, Product((b, Name("i"))))), number.filter(_unsigned), number.filter(_unsigned)),
        pair.map(lambda p: Sum((p[0], PlusMinus(p[1]))) if not isinstance(p[0], Sum) else PlusMinus(p[1])),
        st.builds(lambda a, o, b: Relation((a, b), (o,)), inner, st.sampled_from(_RELATIONS), inner),
        st.builds(lambda a, x, b: Relation((a, x, b), ("<", "<=")), number, letter, number),
        st.builds(lambda x, i: Relation((x, i), ("in",)), letter, interval),
        st.builds(Congruence, letter, small, small),
        st.builds(Collection, brackets, several),
        st.just(Collection(Kind.SET, ())),
        st.builds(
            lambda p: Collection(Kind.SET, p), st.lists(st.builds(_point, number, number), max_size=3).map(tuple)
        ),
        interval,
        st.builds(SetOperation, st.sampled_from(["union", "intersection"]), st.tuples(interval, interval)),
        st.builds(lambda n, s: SetOperation("difference", (n, s)), number_sets(), st.builds(_singleton, number)),
        number_sets(),
        st.lists(small, min_size=2, max_size=3).map(lambda p: Ratio(tuple(p))),
        st.lists(pair, min_size=1, max_size=3).map(lambda rows: Matrix(tuple(rows))),
        st.lists(number, min_size=2, max_size=4).map(lambda cells: Matrix(tuple((c,) for c in cells))),
        st.builds(lambda k, a, b: Junction(k, (a, b)), st.sampled_from(["or", "and"]), equation, equation),
        st.lists(equation, min_size=2, max_size=3).map(lambda es: Collection(Kind.SEQUENCE, tuple(es))),
        st.booleans().map(Truth),
        st.sampled_from("ABCDE").map(Name),
        st.builds(lambda x: Apply("f", (x,)), inner),
        st.builds(Factorial, letter | small),
        st.builds(lambda x, b: Derivative(b, x), letter, inner),
        st.builds(lambda x, b: Integral(b, x), letter, inner),
        st.builds(lambda x, b, low, high: Integral(b, x, low, high), letter, inner, small, small),
        st.builds(lambda x, b, s: Limit(b, x, Number(Fraction(0)), s), letter, inner, st.sampled_from(["", "+", "-"])),
        st.builds(lambda b, n: Series("sum", b, Name("k"), Number(Fraction(1)), n), inner, small | st.just(Name("oo"))),
    )


def number_sets() -> st.SearchStrategy[Node]:
    return st.sampled_from("RZNQC").map(NumberSet)


def to_base(number: int, base: int) -> str:
    digits = ""
    while number or not digits:
        number, digit = divmod(number, base)
        digits = f"{digit}{digits}"
    return digits


def _whole(number: int) -> Node:
    return Number(Fraction(number))


def _point(first: Node, second: Node) -> Node:
    return Collection(Kind.TUPLE, (first, second))


def _singleton(item: Node) -> Node:
    return Collection(Kind.SET, (item,))


def _unsigned(node: Node) -> bool:
    return isinstance(node, Number)


def _is_surely_an_interval(node: Node) -> bool:
    """With two round or two square brackets it would be read as a pair."""
    return isinstance(node, Interval) and node.left_open != node.right_open


def _without_sums(terms: tuple[Node, ...]) -> tuple[Node, ...]:
    """The first term of a sum is never a sum itself: without brackets the reader joins them."""
    return terms if not isinstance(terms[0], Sum) else (Negative(terms[0]), *terms[1:])


def _without_products(factors: tuple[Node, ...]) -> tuple[Node, ...]:
    return factors if not isinstance(factors[0], Product) else (Negative(factors[0]), *factors[1:])
