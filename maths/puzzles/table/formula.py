"""Formulas of propositional logic: written, evaluated row by row. Knows no solver: this is the second encoder."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from maths.message import Formula

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Sign(StrEnum):
    """The connectives between two formulas, as they are typed."""

    AND = "&"
    OR = "|"
    IF = "->"
    IFF = "<->"
    XOR = "xor"


@dataclass(frozen=True, slots=True)
class Letter:
    name: str


@dataclass(frozen=True, slots=True)
class Neg:
    inner: Logic


@dataclass(frozen=True, slots=True)
class Two:
    sign: Sign
    left: Logic
    right: Logic


Logic: TypeAlias = Letter | Neg | Two
Row: TypeAlias = tuple[bool, ...]

_LATEX = {
    Sign.AND: r"\land",
    Sign.OR: r"\lor",
    Sign.IF: r"\to",
    Sign.IFF: r"\leftrightarrow",
    Sign.XOR: r"\oplus",
}
UNICODE = {Sign.AND: "∧", Sign.OR: "∨", Sign.IF: "→", Sign.IFF: "↔", Sign.XOR: "⊕"}


def shown(formula: Logic) -> Formula:
    return Formula(_written(formula, "~", {sign: sign.value for sign in Sign}), _written(formula, r"\lnot ", _LATEX))


def in_unicode(formula: Logic) -> str:
    return _written(formula, "¬", UNICODE)


def _written(formula: Logic, negation: str, signs: Mapping[Sign, str]) -> str:
    """Two formulas inside another stand in brackets, so that no sign binds tighter than another."""
    match formula:
        case Letter(name):
            return name
        case Neg(Two() as inner):
            return f"{negation}({_written(inner, negation, signs)})"
        case Neg(inner):
            return f"{negation}{_written(inner, negation, signs)}"
        case Two(sign, left, right):
            parts = [
                f"({_written(p, negation, signs)})" if isinstance(p, Two) else _written(p, negation, signs)
                for p in (left, right)
            ]
            return f"{parts[0]} {signs[sign]} {parts[1]}"


def joined(sign: Sign, left: bool, right: bool) -> bool:  # noqa: FBT001 - truth values
    match sign:
        case Sign.AND:
            return left and right
        case Sign.OR:
            return left or right
        case Sign.IF:
            return right or not left
        case Sign.IFF:
            return left is right
        case Sign.XOR:
            return left is not right


def true(formula: Logic, values: Mapping[str, bool]) -> bool:
    """Whether it is true when its letters have these values."""
    match formula:
        case Letter(name):
            return values[name]
        case Neg(inner):
            return not true(inner, values)
        case Two(sign, left, right):
            return joined(sign, true(left, values), true(right, values))


def rows(letters: Sequence[str]) -> Iterator[dict[str, bool]]:
    """The rows of a truth table from all true to all false, the last letter changing first."""
    for values in product((True, False), repeat=len(letters)):
        yield dict(zip(letters, values, strict=True))


def column(formula: Logic, letters: Sequence[str]) -> Row:
    return tuple(true(formula, row) for row in rows(letters))


def letters_of(formula: Logic) -> frozenset[str]:
    match formula:
        case Letter(name):
            return frozenset({name})
        case Neg(inner):
            return letters_of(inner)
        case Two(_, left, right):
            return letters_of(left) | letters_of(right)


def parts(formula: Logic) -> Iterator[Logic]:
    """What it is made of, inner parts before outer ones; some twice; itself last."""
    match formula:
        case Neg(inner):
            yield from parts(inner)
        case Two(_, left, right):
            yield from parts(left)
            yield from parts(right)
        case Letter():
            pass
    yield formula


def signs(formula: Logic) -> int:
    """How many connectives of two formulas it has."""
    return sum(isinstance(part, Two) for part in parts(formula))


def literal(formula: Logic) -> bool:
    """A letter or its negation."""
    return isinstance(formula, Letter) or (isinstance(formula, Neg) and isinstance(formula.inner, Letter))


def typed_row(values: Sequence[bool]) -> str:
    return "".join("T" if value else "F" for value in values)
