"""The several values that one formula can stand for."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from maths.tree import Name, Negative, PlusMinus, walk

if TYPE_CHECKING:
    from maths.tree import Node


def branches(node: Node) -> tuple[Node, ...]:
    """The formula with every ± as plus and every ∓ as minus, and the other way round; itself where there is none."""
    if not any(isinstance(n, PlusMinus) for n in walk(node)):
        return (node,)
    return (_taken(node, upper=True), _taken(node, upper=False))


def _taken(node: Node, *, upper: bool) -> Node:
    if isinstance(node, PlusMinus):
        operand = _taken(node.operand, upper=upper)
        return operand if node.upper is upper else Negative(operand)
    changes: dict[str, Any] = {}
    for field in fields(node):
        value = getattr(node, field.name)
        taken = _taken_field(value, upper=upper)
        if taken is not value:
            changes[field.name] = taken
    return replace(node, **changes) if changes else node


def _taken_field(value: Any, *, upper: bool) -> Any:  # noqa: ANN401 - the fields of nodes are of several types
    if isinstance(value, tuple):
        return tuple(_taken_field(item, upper=upper) for item in value)
    return _taken(value, upper=upper) if hasattr(value, "__dataclass_fields__") else value


def is_infinite(node: Node) -> bool:
    return node == Name("oo") or node == Negative(Name("oo"))
