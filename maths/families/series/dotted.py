"""Sums and products written with dots, `1 + 2 + ... + 100`: the general term that all written terms have.

The written terms must have one shape; the numbers in it that change are arithmetic or geometric, and reach the last
term at the same place. Where two such rules fit and mean different things, nothing is decided.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING

import sympy
from flint import fmpq

from maths.bounds import RefusedError, UnsupportedError
from maths.engines.flint_form import to_fmpq
from maths.engines.sympy_form import to_sympy
from maths.families.routes.rational import rational
from maths.families.series.summed import Summed
from maths.families.settled import UndecidedError
from maths.families.terms import fraction, minus, name, number, power, times
from maths.families.write import tree
from maths.message import Message
from maths.tree import Name, Negative, Number, Quotient, names

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from maths.families.settled import Settled
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_FEWEST = 2
_FEWEST_ENDLESS = 3  # terms of a series that never ends
MAX_TERMS = 5_000
MAX_TRIED = 200  # places of a geometric rule that are looked at


@dataclass(frozen=True, slots=True)
class Dotted:
    """The terms before the dots, and those after them (none: it never ends)."""

    kind: str
    first: tuple[Node, ...]
    last: tuple[Node, ...]

    def settle(self) -> Settled:
        found: list[Summed] = []
        for geometric, whole in product((False, True), repeat=2):
            summed = self._by_rule(geometric=geometric, whole=whole)
            if summed is not None and summed not in found:
                found.append(summed)
        if not found:
            raise UndecidedError(Message("The written terms do not show one rule up to the last one."))
        settled = [summed.settle() for summed in found]
        if len({one.answer.typed for one in settled}) > 1:
            raise UndecidedError(Message("The written terms can be continued in more than one way."))
        return settled[0]

    def _by_rule(self, *, geometric: bool, whole: bool) -> Summed | None:
        first, alternating = (self.first, False) if geometric else _without_signs(self.first, self.kind)
        last = tuple(_positive(term) for term in self.last) if alternating else self.last
        if len(first) < (_FEWEST if self.last else _FEWEST_ENDLESS):
            return None
        index = next(letter for letter in "kjm" if letter not in _letters((*self.first, *self.last)))
        try:
            rule = _Rule(index, geometric=geometric, whole=whole)
            body = rule.general(first)
            count = rule.count(last) if last else sympy.oo
        except (_NoRuleError, RefusedError):
            return None
        if alternating:
            if self.last and not _signs_fit(self.last, count):
                return None
            sign = power(Negative(number(1)), tree(sympy.Symbol(index) + 1))
            body = times(sign, body)
        upper = Name("oo") if count == sympy.oo else tree(count)
        if count.is_Integer and not len(first) + len(last) <= count <= MAX_TERMS:
            return None
        return Summed(body, index, number(1), upper, self.kind)


class _NoRuleError(Exception):
    """The terms do not follow such a rule."""


def _letters(terms: Sequence[Node]) -> frozenset[str]:
    return frozenset[str]().union(*(names(term, frozenset({"e", "i"})) for term in terms))


def _positive(term: Node) -> Node:
    return term.operand if isinstance(term, Negative) else term


def _without_signs(terms: tuple[Node, ...], kind: str) -> tuple[tuple[Node, ...], bool]:
    """The terms without signs, where the signs alternate from plus on."""
    signs = [isinstance(term, Negative) for term in terms]
    alternating = kind == "sum" and len(terms) > 1 and signs == [n % 2 == 1 for n in range(len(terms))]
    return (tuple(_positive(term) for term in terms), True) if alternating else (terms, False)


def _signs_fit(last: tuple[Node, ...], count: Symbolic) -> bool:
    """Whether the signs of the last terms are those of their places."""
    if not count.is_Integer:
        return False
    places = range(int(count) - len(last) + 1, int(count) + 1)
    return all(isinstance(term, Negative) == (place % 2 == 0) for term, place in zip(last, places, strict=True))


class _Rule:
    """How the numbers of the terms change, each by the same amount or the same factor; `whole`: fractions as one."""

    def __init__(self, index: str, *, geometric: bool, whole: bool) -> None:
        self._index = sympy.Symbol(index, integer=True, positive=True)
        self._geometric = geometric
        self._whole = whole
        self._general: Node | None = None
        self._first: tuple[Node, ...] = ()

    def general(self, terms: tuple[Node, ...]) -> Node:
        self._first = terms
        self._general = self._merged(list(terms))
        if self._index.name not in names(self._general):
            raise _NoRuleError
        return self._general

    def _merged(self, terms: list[Symbolic]) -> Node:
        values = _values(terms)
        if values is not None and (self._whole or all(isinstance(term, Number) for term in terms)):
            return self._sequence(values)
        kinds = {type(term) for term in terms}
        if len(kinds) > 1 or not is_dataclass(terms[0]):
            raise _NoRuleError
        return self._same_shape(terms)

    def _same_shape(self, terms: list[Symbolic]) -> Node:
        merged = {}
        for field in fields(terms[0]):
            parts = [getattr(term, field.name) for term in terms]
            if all(part == parts[0] for part in parts):
                merged[field.name] = parts[0]
            elif all(isinstance(part, tuple) and len(part) == len(parts[0]) for part in parts):
                merged[field.name] = tuple(
                    self._merged([part[n] for part in parts])
                    if any(part[n] != parts[0][n] for part in parts)
                    else parts[0][n]
                    for n in range(len(parts[0]))
                )
            elif all(is_dataclass(part) for part in parts):
                merged[field.name] = self._merged(parts)
            else:
                raise _NoRuleError
        found: Node = type(terms[0])(**merged)
        return found

    def _sequence(self, values: list[Fraction]) -> Node:
        first = values[0]
        if len(set(values)) == 1:
            return number(first)
        if not self._geometric:
            steps = {after - before for before, after in pairwise(values)}
            if len(steps) != 1:
                raise _NoRuleError
            step = steps.pop()
            start, each = (sympy.Rational(part.numerator, part.denominator) for part in (first, step))
            return tree(sympy.expand(start + (self._index - 1) * each))
        if 0 in values or len({after / before for before, after in pairwise(values)}) != 1:
            raise _NoRuleError
        raised = power(number(values[1] / first), minus(name(self._index.name), number(1)))
        return raised if first == 1 else times(number(first), raised)

    def count(self, last: tuple[Node, ...]) -> Symbolic:
        """The place of the last term: the same for every number that changes, or of a letter."""
        assert self._general is not None  # noqa: S101 - general terms come first
        places = {self._place(term) + (len(last) - 1 - n) for n, term in enumerate(last)}
        if len(places) != 1:
            raise _NoRuleError
        return places.pop()

    def _place(self, term: Node) -> Symbolic:
        assert self._general is not None  # noqa: S101 - general terms come first
        general = to_sympy(self._general, symbols={self._index.name: self._index})
        if not names(term):
            return self._numeric_place(to_fmpq(term))
        return self._open_place(term, general)

    def _numeric_place(self, wanted: Symbolic) -> Symbolic:
        """The one place where the term has this value."""
        assert self._general is not None  # noqa: S101 - by the caller
        try:
            general = rational(self._general, self._index.name)
            gap = general.numerator - general.denominator * wanted
            zeros = [-factor[0] / factor[1] for factor, _ in gap.factor()[1] if factor.degree() == 1]
            found = [int(zero.p) for zero in zeros if zero.q == 1 and zero > 0]
        except UnsupportedError:
            values = (to_fmpq(self._general, {self._index.name: fmpq(place)}) for place in range(1, MAX_TRIED + 1))
            found = [place for place, value in enumerate(values, 1) if value == wanted]
        if len(found) != 1:
            raise _NoRuleError
        return sympy.Integer(found[0])

    def _open_place(self, term: Node, general: Symbolic) -> Symbolic:
        letters = names(term)
        if len(letters) != 1:
            raise _NoRuleError
        (full,) = letters
        letter = sympy.Symbol(full, integer=True, positive=True)
        wanted = to_sympy(term, symbols={full: letter})
        candidates = [letter + shift for shift in range(-3, 4)] + [2 * letter, (letter + 1) / 2, letter / 2]
        fitting = [place for place in candidates if sympy.simplify(general.subs(self._index, place) - wanted) == 0]
        if len(fitting) != 1:
            raise _NoRuleError
        return fitting[0]


def _values(terms: list[Symbolic]) -> list[Fraction] | None:
    """The terms as plain numbers, where they all are."""
    found = []
    for term in terms:
        value = _plain(term)
        if value is None:
            return None
        found.append(value)
    return found


def _plain(term: Symbolic) -> Fraction | None:
    match term:
        case Number(value=value):
            return fraction(value)
        case Negative(operand=operand):
            inner = _plain(operand)
            return -inner if inner is not None else None
        case Quotient(numerator=above, denominator=Number(value=below)) if below != 0:
            over = _plain(above)
            return over / below if over is not None else None
    return None
