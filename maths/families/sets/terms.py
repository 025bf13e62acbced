"""Sets as they are written: elements, names, and what is done with them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from maths.message import Formula

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Element: TypeAlias = Fraction | str
"""A number, or a letter that stands for itself."""

SIGNS = {"union": "∪", "intersection": "∩", "difference": "-", "symmetric": "△"}
_LATEX = {"union": r"\cup", "intersection": r"\cap", "difference": "-", "symmetric": r"\triangle"}
UNIVERSE = "U"


@dataclass(frozen=True, slots=True)
class Listed:
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Called:
    name: str


@dataclass(frozen=True, slots=True)
class Joined:
    operation: str
    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Complement:
    of: Term


Term: TypeAlias = Listed | Called | Joined | Complement


def parts(term: Term) -> Iterator[Term]:
    """The term's parts, inner ones first, and the term itself."""
    match term:
        case Joined(left=left, right=right):
            yield from parts(left)
            yield from parts(right)
        case Complement(of=of):
            yield from parts(of)
    yield term


def called(term: Term) -> frozenset[str]:
    return frozenset(part.name for part in parts(term) if isinstance(part, Called))


def ordered(elements: Iterable[Element]) -> tuple[Element, ...]:
    """Numbers by size, then letters by the alphabet."""
    found = tuple(elements)
    numbers = sorted(element for element in found if isinstance(element, Fraction))
    return (*numbers, *sorted(element for element in found if isinstance(element, str)))


def shown_element(element: Element) -> str:
    return str(element)


def shown_set(elements: Iterable[Element]) -> Formula:
    inside = ", ".join(shown_element(element) for element in elements)
    return Formula(f"{{{inside}}}", rf"\{{{inside}\}}" if inside else r"\varnothing")


def shown(term: Term) -> Formula:
    match term:
        case Listed(elements=elements):
            return shown_set(elements)
        case Called(name=name):
            return Formula(name, name)
        case Complement(of=of):
            inner = _bracketed(of)
            return Formula(f"{inner.typed}^c", f"{inner.latex}^{{c}}")
        case Joined(operation=operation, left=left, right=right):
            a, b = _bracketed(left), _bracketed(right)
            return Formula(f"{a.typed} {SIGNS[operation]} {b.typed}", f"{a.latex} {_LATEX[operation]} {b.latex}")


def _bracketed(term: Term) -> Formula:
    inner = shown(term)
    return Formula(f"({inner.typed})", f"({inner.latex})") if isinstance(term, Joined) else inner


def size_of(term: Term) -> Formula:
    """`n(A ∪ B)`"""
    inner = shown(term)
    return Formula(f"n({inner.typed})", f"n({inner.latex})")
