"""What can be asked about formulas, and every answer there is by the truth table: the second encoder."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from maths.puzzles.table.formula import Logic, Row, column, rows, true, typed_row


class Status(StrEnum):
    """What a formula is by its column."""

    TAUTOLOGY = "tautology"
    CONTRADICTION = "contradiction"
    CONTINGENT = "contingent"


@dataclass(frozen=True, slots=True)
class Column:
    """Fill in the column of a formula."""

    letters: tuple[str, ...]
    formula: Logic


@dataclass(frozen=True, slots=True)
class OneRow:
    """Find the row in which all are true."""

    letters: tuple[str, ...]
    formulas: tuple[Logic, ...]


@dataclass(frozen=True, slots=True)
class Which:
    """Tautology, contradiction or contingent; and the one row that differs from all others, if there is one."""

    letters: tuple[str, ...]
    formula: Logic


@dataclass(frozen=True, slots=True)
class Equivalent:
    """Find the option with the same column."""

    letters: tuple[str, ...]
    formula: Logic
    options: tuple[Logic, ...]


@dataclass(frozen=True, slots=True)
class Follows:
    """Find the option that is true wherever all premises are."""

    letters: tuple[str, ...]
    premises: tuple[Logic, ...]
    options: tuple[Logic, ...]


Question: TypeAlias = Column | OneRow | Which | Equivalent | Follows
OPTIONS = "ABCD"
NO_ROW = "none"


def answers(question: Question) -> list[tuple[str, ...]]:
    """What the fields hold in every right answer."""
    letters = question.letters
    match question:
        case Column(_, formula):
            return [(typed_row(column(formula, letters)),)]
        case OneRow(_, formulas):
            return [
                tuple("T" if row[letter] else "F" for letter in letters)
                for row in rows(letters)
                if all(true(formula, row) for formula in formulas)
            ]
        case Which(_, formula):
            return [(status(column(formula, letters)), odd_row(formula, letters))]
        case Equivalent(_, formula, options):
            same = column(formula, letters)
            return [(OPTIONS[at],) for at, one in enumerate(options) if column(one, letters) == same]
        case Follows(_, premises, options):
            return [(OPTIONS[at],) for at, one in enumerate(options) if counterexample(premises, one, letters) is None]


def status(values: Row) -> Status:
    if all(values):
        return Status.TAUTOLOGY
    return Status.CONTINGENT if any(values) else Status.CONTRADICTION


def odd_row(formula: Logic, letters: tuple[str, ...]) -> str:
    """The one row whose value no other row has, typed; "none" where there is none."""
    values = column(formula, letters)
    for lone in (True, False):
        if values.count(lone) == 1:
            return typed_row(tuple(list(rows(letters))[values.index(lone)].values()))
    return NO_ROW


def counterexample(premises: tuple[Logic, ...], conclusion: Logic, letters: tuple[str, ...]) -> dict[str, bool] | None:
    """The first row in which all premises are true and the conclusion is not."""
    for row in rows(letters):
        if all(true(one, row) for one in premises) and not true(conclusion, row):
            return row
    return None


def different(one: Logic, other: Logic, letters: tuple[str, ...]) -> dict[str, bool] | None:
    """The first row in which the two are not the same."""
    return next((row for row in rows(letters) if true(one, row) != true(other, row)), None)
