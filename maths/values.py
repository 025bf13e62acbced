"""The several values that one formula can stand for."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from maths.showing.typed import typed
from maths.tree import Apply, Name, Negative, PlusMinus, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node


def branches(node: Node) -> tuple[Node, ...]:
    """The formula with every ± as plus and every ∓ as minus, and the other way round; itself where there is none."""
    if not any(isinstance(n, PlusMinus) for n in walk(node)):
        return (node,)
    return (_taken(node, upper=True), _taken(node, upper=False))


def opaque(node: Node) -> Node:
    """The formula with every application of an unknown function as a name: `f(2)` is equal to `f(2)` alone."""
    if not any(isinstance(n, Apply) for n in walk(node)):
        return node
    return rewritten(node, lambda n: Name(typed(n)) if isinstance(n, Apply) else None)


def _taken(node: Node, *, upper: bool) -> Node:
    def chosen(inner: Node) -> Node | None:
        if not isinstance(inner, PlusMinus):
            return None
        operand = _taken(inner.operand, upper=upper)
        return operand if inner.upper is upper else Negative(operand)

    return rewritten(node, chosen)


def rewritten(node: Node, replacement: Callable[[Node], Node | None]) -> Node:
    """The tree with each node that has a replacement replaced."""
    found = replacement(node)
    if found is not None:
        return found
    changes: dict[str, Any] = {}
    for field in fields(node):
        value = getattr(node, field.name)
        changed = _rewritten_field(value, replacement)
        if changed is not value:
            changes[field.name] = changed
    return replace(node, **changes) if changes else node


def _rewritten_field(value: Any, replacement: Callable[[Node], Node | None]) -> Any:  # noqa: ANN401 - fields differ
    if isinstance(value, tuple):
        return tuple(_rewritten_field(item, replacement) for item in value)
    return rewritten(value, replacement) if hasattr(value, "__dataclass_fields__") else value
