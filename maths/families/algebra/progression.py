"""Sequences that are given by their first terms: the next term, the n-th term.

A few terms never fix a sequence. The standard question means the simplest rule: the polynomial of lowest degree in
the place, or a constant ratio. It is answered only where the terms bear the rule out: more terms than the rule has
numbers to choose, and not both rules with different answers.

Routes: the difference table (or the ratios) in exact fractions; python-flint solves for the coefficients from the
first terms and every term given is put back.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from flint import fmpq, fmpq_mat, fmpq_poly

from maths.families.algebra.progression_steps import Progression, teach
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, minus, name, number, polynomial, power, times
from maths.families.write import formula
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maths.tree import Node

_FEWEST = 3
_FEWEST_RATIOS = 4  # terms: 2, 4, 8 may go on with 14 or 16
MAX_PLACE = 10**6
MAX_RATIO_PLACE = 200


@dataclass(frozen=True, slots=True)
class TermOf:
    """`place` is a number, a letter, or None for the term after the last one given."""

    terms: tuple[Fraction, ...]
    place: int | str | None

    def settle(self, find: Callable[[Sequence[Fraction]], fmpq_poly | None] | None = None) -> Settled:
        """`find` stands in for the second route in tests."""
        if len(self.terms) < _FEWEST:
            raise UndecidedError(Message("Fewer than three terms do not show a rule."))
        rows = difference_table(self.terms)
        ratio = constant_ratio(self.terms)
        if len(rows[-1]) > 1:
            return self._polynomial(rows, (find or by_coefficients)(self.terms))
        if ratio is not None and len(self.terms) >= _FEWEST_RATIOS:
            return self._geometric(ratio)
        raise UndecidedError(
            Message("The terms show no simple rule: neither differences that become constant nor a constant ratio.")
        )

    def _polynomial(self, rows: list[list[Fraction]], rule: fmpq_poly | None) -> Settled:
        count = len(self.terms)
        following = sum(row[-1] for row in rows)
        if rule is None or any(_at(rule, n + 1) != term for n, term in enumerate(self.terms)):
            raise UndecidedError(Message("The two ways of continuing it do not agree."))
        if rule.degree() > len(rows) - 1 or _at(rule, count + 1) != following:
            raise UndecidedError(Message("The two ways of continuing it do not agree."))
        progression = Progression(self.terms, self.place, tuple(tuple(row) for row in rows), rule, None)
        method = Message(
            "taking the polynomial rule of lowest degree ({degree}), which all {count} terms bear out: "
            "continued by the difference table, and by solving for the coefficients and putting every term back",
            degree=len(rows) - 1,
            count=count,
        )
        answer = number(following)
        if isinstance(self.place, str):
            answer = polynomial(rule, self.place)
        elif self.place is not None:
            _refuse_far(self.place, MAX_PLACE)
            value = newton(rows, self.place)
            if value != _at(rule, self.place):
                raise UndecidedError(Message("The two ways of continuing it do not agree."))
            answer = number(value)
        return Settled(formula(answer), method, lambda level: teach(progression, answer, level))

    def _geometric(self, ratio: Fraction) -> Settled:
        first = self.terms[0]
        place = len(self.terms) + 1 if self.place is None else self.place
        answer: Node
        if isinstance(place, str):
            exponent = minus(name(place), number(1))
            base = number(ratio)
            answer = power(base, exponent) if first == 1 else times(number(first), power(base, exponent))
        else:
            _refuse_far(place, MAX_RATIO_PLACE)
            value = first
            for _ in range(place - 1):
                value *= ratio
            if value != first * ratio ** (place - 1):
                raise UndecidedError(Message("The two ways of continuing it do not agree."))
            answer = number(value)
        if any(first * ratio**n != term for n, term in enumerate(self.terms)):
            raise UndecidedError(Message("The two ways of continuing it do not agree."))
        progression = Progression(self.terms, self.place, (), None, ratio)
        method = Message(
            "taking the constant ratio that all {count} terms show: multiplied on term by term, and by the "
            "formula for the n-th term, which gives back every term",
            count=len(self.terms),
        )
        return Settled(formula(answer), method, lambda level: teach(progression, answer, level))


def _refuse_far(place: int, most: int) -> None:
    if not 1 <= place <= most:
        raise UndecidedError(Message("That place in the sequence is not calculated here."))


def difference_table(terms: Sequence[Fraction]) -> list[list[Fraction]]:
    """The terms, their differences, and so on down to the first row that is constant (or has one entry)."""
    rows = [list(terms)]
    while len(set(rows[-1])) > 1:
        rows.append([after - before for before, after in pairwise(rows[-1])])
    return rows


def constant_ratio(terms: Sequence[Fraction]) -> Fraction | None:
    if any(term == 0 for term in terms):
        return None
    ratios = {after / before for before, after in pairwise(terms)}
    return ratios.pop() if len(ratios) == 1 else None


def newton(rows: list[list[Fraction]], place: int) -> Fraction:
    """The term at a place from the first entries of the table, by binomial coefficients."""
    total, binomial = Fraction(0), Fraction(1)
    for k, row in enumerate(rows):
        total += row[0] * binomial
        binomial = binomial * (place - 1 - k) / (k + 1)
    return total


def by_coefficients(terms: Sequence[Fraction]) -> fmpq_poly | None:
    """The polynomial through the terms at 1, 2, 3, …, by python-flint."""
    count = len(terms)
    matrix = fmpq_mat([[fmpq((n + 1) ** k) for k in range(count)] for n in range(count)])
    values = fmpq_mat([[fmpq(term.numerator, term.denominator)] for term in terms])
    solved = matrix.solve(values)
    return fmpq_poly([solved[k, 0] for k in range(count)])


def _at(rule: fmpq_poly, place: int) -> Fraction:
    return fraction(rule(fmpq(place)))
