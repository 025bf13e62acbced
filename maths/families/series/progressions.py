"""Arithmetic and geometric progressions known by some of their terms, sums, difference or ratio.

Routes: the formulas solved for first term and difference or ratio, with the count of solutions by python-flint; the
progression built up term by term from there, in which every fact is found again and the answer is read off.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.doubtful import refuse_doubtful
from maths.families.numbers.arithmetic import tidy
from maths.families.routes import ball
from maths.families.series.progression_routes import (
    MAX_PLACE,
    Built,
    arithmetic,
    confirm_same,
    geometric,
)
from maths.families.series.progressions_steps import Worked, teach
from maths.families.settled import Settled, UndecidedError
from maths.families.write import formula, listed, tree
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.series.progression import Progression, Quantity
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_PRECISION = 400


@dataclass(frozen=True, slots=True)
class Fact:
    quantity: Quantity
    value: Node


@dataclass(frozen=True, slots=True)
class AskProgression:
    """`kind` is "arithmetic" or "geometric"; `positive`: all its terms are stated to be so; `endless`: no end."""

    kind: str
    facts: tuple[Fact, ...]
    asked: tuple[Quantity, ...]
    positive: bool = False
    endless: bool = False

    def settle(
        self, find: Callable[[str, list[tuple[Quantity, Symbolic]]], list[Progression]] | None = None
    ) -> Settled:
        """`find` stands in for the first route in tests."""
        facts = self._facts()
        if self.kind == "geometric" and not self.endless and self._needs_end(facts):
            raise UndecidedError(Message("It is not said where the progression ends."))
        solve = find or (arithmetic if self.kind == "arithmetic" else geometric)
        found = [p for p in solve(self.kind, facts) if not self.positive or (p.first > 0 and _is_rising(p))]
        if not found:
            raise UndecidedError(Message("No such progression of real numbers exists."))
        answers = {tuple(_asked(asked, progression) for asked in self.asked) for progression in found}
        if len(answers) > 1:
            raise UndecidedError(Message("What is given does not fix one progression."))
        (values,) = answers
        for progression in found:
            for asked, value in zip(self.asked, values, strict=True):
                self._confirm(asked, progression, facts, value)
        worked = Worked(self.kind, tuple(facts), self.asked, found[0], values)
        method = Message(
            "the formulas solved for the first term and the step from term to term, and the progression "
            "built up term by term"
        )
        return Settled(listed(formula(tree(value)) for value in values), method, partial(teach, worked))

    def _needs_end(self, facts: list[tuple[Quantity, Symbolic]]) -> bool:
        kinds = {quantity.kind for quantity, _ in facts} | {asked.kind for asked in self.asked}
        return "total" in kinds and not kinds & {"last", "count"}

    def _facts(self) -> list[tuple[Quantity, Symbolic]]:
        found: list[tuple[Quantity, Symbolic]] = []
        for fact in self.facts:
            refuse_doubtful(fact.value)
            value = to_sympy(fact.value)
            if not isinstance(value, sympy.Expr) or not value.is_number or value.is_real is not True:
                raise UndecidedError(Message("What is given of the progression is not a number."))
            if isinstance(fact.quantity.place, int) and not 1 <= fact.quantity.place <= MAX_PLACE:
                raise UndecidedError(Message("That place in the sequence is not calculated here."))
            if (fact.quantity, value) not in found:
                found.append((fact.quantity, value))
        return found

    def _confirm(
        self, asked: Quantity, progression: Progression, facts: list[tuple[Quantity, Symbolic]], value: Symbolic
    ) -> None:
        """Every fact and the answer again, from the progression built up term by term in balls."""
        with ball.precisely(_PRECISION):
            first, step = (ball.number(tree(part), {}).real for part in (progression.first, progression.step))
            built = Built(self.kind, first, step, progression.count)
            for quantity, given in facts:
                confirm_same(built.value(quantity), ball.number(tree(given), {}).real)
            if isinstance(asked.place, str):
                for place in (1, 2, 3, 7):
                    again = value.subs(sympy.Symbol(asked.place, integer=True, positive=True), place)
                    confirm_same(built.value(replace(asked, place=place)), ball.number(tree(again), {}).real)
                return
            confirm_same(built.value(asked), ball.number(tree(value), {}).real)


def _asked(asked: Quantity, progression: Progression) -> Symbolic:
    place = asked.place
    if isinstance(place, int) and not 1 <= place <= MAX_PLACE:
        raise UndecidedError(Message("That place in the sequence is not calculated here."))
    at = sympy.Symbol(place, integer=True, positive=True) if isinstance(place, str) else place
    match asked.kind:
        case "term":
            value = progression.term(at)
        case "step":
            value = progression.step
        case "sum":
            value = progression.sum(at)
        case "count" | "last" | "total":
            value = _of_all(progression, asked.kind)
        case _:
            raise AssertionError(asked.kind)
    if isinstance(place, str):
        return (
            sympy.factor(value)
            if asked.kind == "sum" and value.is_polynomial()
            else sympy.expand(value)
            if value.is_polynomial()
            else value
        )
    value = sympy.expand(value)
    return value if value.is_Rational else tidy(value)


def _is_rising(progression: Progression) -> bool:
    """Whether no term can be zero or negative."""
    return bool(progression.step >= 0) if progression.kind == "arithmetic" else bool(progression.step > 0)


def _of_all(progression: Progression, kind: str) -> Symbolic:
    count = progression.count
    if kind == "total" and count is None:
        if progression.kind != "geometric":
            raise UndecidedError(Message("It is not said how many terms are added."))
        if not abs(progression.step) < 1:
            raise UndecidedError(Message("The series does not converge."))
        return progression.first / (1 - progression.step)
    if count is None:
        raise UndecidedError(Message("It is not said where the progression ends."))
    if kind == "count":
        return sympy.Integer(count)
    return progression.term(sympy.Integer(count)) if kind == "last" else progression.sum(sympy.Integer(count))


# Arithmetic


# Geometric
