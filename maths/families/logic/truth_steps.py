"""Worked answers about formulas of logic: the truth table in words, or the laws."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from maths.families.logic.propositions import Joined, Not, letters, parts, shown, value
from maths.families.write import passages
from maths.message import Formula, Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.logic.propositions import Proposition
    from maths.verdict import Passage

_MOST_ROWS = 16


@dataclass(frozen=True, slots=True)
class SolvedTruth:
    query: str
    proposition: Proposition
    given: tuple[tuple[str, bool], ...]
    algebra: bool
    found: Proposition | None = None

    def written(self, proposition: Proposition) -> Formula:
        return Formula(shown(proposition, algebra=self.algebra), shown(proposition, algebra=self.algebra, latex=True))


def teach(solved: SolvedTruth, level: Level) -> tuple[Passage, ...]:
    names = letters(solved.proposition)
    rows = [dict(zip(names, row, strict=True)) for row in product((True, False), repeat=len(names))]
    if solved.query == "value":
        rows = [dict(solved.given)]
    lines = [*(_rules(solved.proposition) if level is Level.BEGINNER else ()), *_rows(solved, rows, level)]
    return passages(
        understanding=[_understanding(solved, level)],
        approach=[_approach(solved, level)],
        steps=lines,
        conclusion=[_conclusion(solved, rows)],
    )


def _rules(proposition: Proposition) -> list[Message]:
    """What each sign in the formula means."""
    inside = parts(proposition)
    used = {part.operator for part in inside if isinstance(part, Joined)}
    rules = {
        "and": Message("“And” is true only when both sides are true."),
        "or": Message("“Or” is true when at least one side is true."),
        "xor": Message("“Either or” is true when exactly one side is true."),
        "implies": Message("“If … then” is false only when the first side is true and the second is false."),
        "iff": Message("“Exactly when” is true when both sides are alike, both true or both false."),
    }
    found = [rule for operator, rule in rules.items() if operator in used]
    if any(isinstance(part, Not) for part in inside):
        found.insert(0, Message("“Not” turns true into false and false into true."))
    return found


def _understanding(solved: SolvedTruth, level: Level) -> Message:
    text = solved.written(solved.proposition)
    if solved.query == "simplify":
        return Message("Find the shortest formula that means the same as {formula}.", formula=text)
    if level is Level.BEGINNER:
        return Message("Each letter is true or false. We ask when {formula} is true.", formula=text)
    return Message("The formula is {formula}.", formula=text)


def _approach(solved: SolvedTruth, level: Level) -> Message:
    if solved.query == "simplify":
        if level is Level.ADVANCED:
            return Message("Minimise by the method of Quine and McCluskey.")
        return Message("Write down the rows in which it is true, and join rows that differ in one letter only.")
    if solved.query == "value":
        return {
            Level.BEGINNER: Message("Put in the truth values and work from the inside to the outside."),
            Level.INTERMEDIATE: Message("Evaluate the parts first, then the whole formula."),
            Level.ADVANCED: Message("Evaluate it under the given assignment."),
        }[level]
    return {
        Level.BEGINNER: Message("Make a truth table: one row for every way to choose true or false for the letters."),
        Level.INTERMEDIATE: Message("Compare the rows of the truth table."),
        Level.ADVANCED: Message("Evaluate it under all assignments."),
    }[level]


def _rows(solved: SolvedTruth, rows: list[dict[str, bool]], level: Level) -> list[Message]:
    chosen = rows
    if solved.query != "value" and (level is Level.ADVANCED or len(rows) > _MOST_ROWS):
        wanted = [row for row in rows if value(solved.proposition, row)]
        chosen = wanted if 0 < len(wanted) <= len(rows) // 2 else [r for r in rows if not value(solved.proposition, r)]
        if not chosen:
            return [Message("No row makes it false.")]
        chosen = chosen[:_MOST_ROWS]
    if level is Level.BEGINNER or solved.query == "value":
        return [line for row in chosen for line in _row_lines(solved, row)]
    return [_row_line(solved, row) for row in chosen]


def _row_lines(solved: SolvedTruth, row: dict[str, bool]) -> list[Message]:
    """Every part of the formula in one row."""
    lines = []
    inner = parts(solved.proposition)
    for part in inner:
        text = solved.written(part)
        given = _given(row)
        lines.append(
            Message("{row}: {formula} is true.", row=given, formula=text)
            if value(part, row)
            else Message("{row}: {formula} is false.", row=given, formula=text)
        )
    return lines or [_row_line(solved, row)]


def _row_line(solved: SolvedTruth, row: dict[str, bool]) -> Message:
    text = solved.written(solved.proposition)
    if value(solved.proposition, row):
        return Message("{row}: {formula} is true.", row=_given(row), formula=text)
    return Message("{row}: {formula} is false.", row=_given(row), formula=text)


def _given(row: dict[str, bool]) -> Formula:
    typed = ", ".join(f"{name} = {int(truth)}" for name, truth in row.items())
    return Formula(typed, typed)


def _conclusion(solved: SolvedTruth, rows: list[dict[str, bool]]) -> Message:  # noqa: PLR0911 - one line a question
    true = sum(value(solved.proposition, row) for row in rows)
    if solved.query == "simplify":
        assert solved.found is not None  # noqa: S101 - by the task
        return Message("The shortest form is {formula}.", formula=solved.written(solved.found))
    if solved.query == "value":
        return Message("So the formula is true.") if true else Message("So the formula is false.")
    if solved.query == "count":
        return Message("It is true in {true} of {all} rows.", true=true, all=len(rows))
    if solved.query == "equivalent":
        if true == len(rows):
            return Message("Both formulas agree in every row: they are equivalent.")
        return Message("The two formulas differ in a row, so they are not equivalent.")
    if true == len(rows):
        return Message("It is true in every row: a tautology.")
    if true == 0:
        return Message("It is false in every row: a contradiction.")
    return Message("It is true in {true} of {all} rows, so it is neither a tautology nor a contradiction.",
                   true=true, all=len(rows))  # fmt: skip
