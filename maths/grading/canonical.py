"""One text for formulas that differ in the order of their terms and factors alone."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from maths.tree import Negative, Node, Number, Product, Relation, Sum

if TYPE_CHECKING:
    from collections.abc import Iterator


def canonical(node: Node) -> str:
    """One text for trees that differ in the order of terms and factors alone."""
    match node:
        case Number(value=value, decimals=decimals):
            return f"{value}{'' if decimals is None else '.'}"
        case Sum():
            return f"+{sorted(map(canonical, terms_of(node)))}"
        case Product():
            return f"*{sorted(map(canonical, factors_of(node)))}"
        case Relation(operands=operands, operators=operators) if set(operators) == {"="}:
            return f"={sorted(map(canonical, operands))}"
        case _:
            return f"{type(node).__name__}{[_field(getattr(node, field.name)) for field in fields(node)]}"


def _field(value: Any) -> str:  # noqa: ANN401 - fields differ
    if isinstance(value, tuple):
        return str([_field(item) for item in value])
    return canonical(value) if hasattr(value, "__dataclass_fields__") else repr(value)


def terms_of(node: Sum) -> Iterator[Node]:
    for term in node.terms:
        if isinstance(term, Sum):
            yield from terms_of(term)
        elif isinstance(term, Negative) and isinstance(term.operand, Sum):
            yield from (Negative(one) for one in terms_of(term.operand))
        else:
            yield term


def factors_of(node: Product) -> Iterator[Node]:
    for factor in node.factors:
        if isinstance(factor, Product):
            yield from factors_of(factor)
        else:
            yield factor
