"""Sentences that many topics ask in: each is read by `maths.decide` in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.generating.exercise import Made
from maths.generating.writing import number, shown
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction


def calculate(expression: str, answer: str, form: str = "") -> Made:
    return Made(Message("Calculate {expression}.", expression=shown(expression)), answer, form=form)


def simplify(expression: str, answer: str, form: str = "") -> Made:
    return Made(Message("Simplify {expression}.", expression=shown(expression)), answer, form=form)


def rationalise(expression: str, answer: str) -> Made:
    return Made(Message("Rationalize the denominator of {expression}.", expression=shown(expression)), answer)


def expand(expression: str, answer: str) -> Made:
    return Made(Message("Expand the expression {expression}.", expression=shown(expression)), answer,
                form="expanded")  # fmt: skip


def factorise(expression: str, answer: str) -> Made:
    return Made(Message("Factor {expression} completely.", expression=shown(expression)), answer, form="factorised")


def coefficient(power: str, expression: str, answer: Fraction | int) -> Made:
    return Made(Message("Find the coefficient of {power} in {expression}.", power=shown(power),
                        expression=shown(expression)), number(answer))  # fmt: skip


def solve(equation: str, answer: str) -> Made:
    return Made(Message("Solve the equation {equation}.", equation=shown(equation)), answer)


def system(equations: Iterable[str], answer: str) -> Made:
    return Made(Message("Solve the system of equations {equations}.", equations=shown(", ".join(equations))), answer)


def inequality(relation: str, answer: str) -> Made:
    return Made(Message("Solve the inequality {inequality}.", inequality=shown(relation)), answer)


def inequalities(relations: Iterable[str], answer: str) -> Made:
    """Several that hold at once."""
    return Made(Message("Solve the system of inequalities {inequalities}.",
                        inequalities=shown(", ".join(relations))), answer)  # fmt: skip


def value_where(given: Iterable[str], wanted: str, answer: str, form: str = "") -> Made:
    """The value of an expression under equations."""
    return Made(Message("If {given}, find the value of {wanted}.", given=shown(", ".join(given)), wanted=shown(wanted)),
                answer, form=form)  # fmt: skip


def expression_where(given: Iterable[str], wanted: str, answer: str, form: str = "") -> Made:
    """An expression, letters and all, under definitions."""
    return Made(Message("If {given}, find {wanted}.", given=shown(", ".join(given)), wanted=shown(wanted)),
                answer, form=form)  # fmt: skip


def larger(first: str, second: str, answer: str) -> Made:
    return Made(Message("Which is larger, {first} or {second}?", first=shown(first), second=shown(second)), answer,
                given_back=True)  # fmt: skip


def in_order(values: Iterable[str], answer: str) -> Made:
    return Made(Message("Sort {values} in increasing order.", values=shown(", ".join(values))), answer, type="list")


def how_many_integers(relation: str, letter: str, count: int) -> Made:
    statement = Message("How many integers {unknown} satisfy {inequality}?", unknown=shown(letter),
                        inequality=shown(relation))  # fmt: skip
    return Made(statement, str(count))


def largest_integer(relation: str, letter: str, answer: int) -> Made:
    return Made(Message("Find the largest integer {unknown} with {inequality}.", unknown=shown(letter),
                        inequality=shown(relation)), str(answer))  # fmt: skip


def smallest_integer(relation: str, letter: str, answer: int) -> Made:
    return Made(Message("Find the smallest integer {unknown} with {inequality}.", unknown=shown(letter),
                        inequality=shown(relation)), str(answer))  # fmt: skip
