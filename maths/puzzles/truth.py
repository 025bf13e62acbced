"""Truth tables: columns, the row that makes all true, tautologies, equivalent formulas, what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.board import Table
from maths.puzzles.puzzle import Judged, Kind, Puzzle
from maths.puzzles.table.drawing import SORTS, question
from maths.puzzles.table.formula import column, in_unicode, rows, shown, true
from maths.puzzles.table.questions import (
    NO_ROW,
    OPTIONS,
    Column,
    Equivalent,
    Follows,
    OneRow,
    Status,
    Which,
    answers,
    counterexample,
    different,
)
from maths.puzzles.table.reasoning import Filled, decided, reasoning
from maths.puzzles.table.reasoning import faults as unconfirmed
from maths.puzzles.table.wording import VALUE, fields, header, links, row_words, statement
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maths.generating.draw import Draw
    from maths.puzzles.table.questions import Question

BANDS: dict[Level, tuple[int, int]] = {
    Level.BEGINNER: (100, 199),  # column after column, value after value
    Level.INTERMEDIATE: (200, 1199),  # columns compared; a short supposition
    Level.ADVANCED: (1200, 9999),  # suppositions followed further
}
_DRAFTS = 60  # questions of one sort drawn until one is of the level
_MOST_LINES = 25
_FEWEST_LINES = 2
_MOST_TYPED = 200
_FEW_LETTERS = 3  # with more, the table holds the formula's column alone
_TRUTHS = {"t": "T", "f": "F", "1": "T", "0": "F", "참": "T", "거": "F"}
_WORDS = (("true", "t"), ("false", "f"), ("거짓", "f"), ("참", "t"))
_KINDS: dict[str, Status] = {
    "항진": Status.TAUTOLOGY,
    "모순": Status.CONTRADICTION,
    "우연": Status.CONTINGENT,
} | {one.value: one for one in Status}


class _Truth:
    kind = Kind.TRUTH
    title = Message("Truth table")
    about = Message("Formulas of logic: their columns, rows and what follows from them.")

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        sort = draw.one_of(SORTS[level])
        for _ in range(_DRAFTS):
            asked = question(draw, level, sort)
            if asked is not None and (made := _puzzle(asked, level, seed)) is not None:
                return made
        return None

    def alone(self, puzzle: Puzzle) -> bool:
        return answers(_question(puzzle)) == [tuple(value for _, value in puzzle.given)]

    def faults(self, puzzle: Puzzle) -> list[str]:
        asked = _question(puzzle)
        way = reasoning(asked, puzzle.level)
        if way is None or links(asked, way.lines) != puzzle.links:
            return ["the links are not those of the way"]
        faults = list(unconfirmed(asked, way.lines))
        if decided(asked) != tuple(value for _, value in puzzle.given):
            faults.append("the way does not lead to the answer")
        return faults

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        asked = _question(puzzle)
        read = _read(asked, {key: text[:_MOST_TYPED] for key, text in given.items()})
        if read is None:
            return Judged(right=False, reason=_how(asked), readable=False)
        if read in answers(asked):
            return Judged(right=True, reason=Message("That is right."))
        return Judged(right=False, reason=_broken(asked, read))


MAKER = _Truth()


def _puzzle(asked: Question, level: Level, seed: int) -> Puzzle | None:
    """The question as a puzzle; None where it is not of the level or z3 does not find one answer."""
    way = reasoning(asked, level)
    low, high = BANDS[level]
    if way is None or not low <= way.rating <= high:
        return None
    said = links(asked, way.lines)
    if not _FEWEST_LINES <= sum(1 + len(link.inside) for link in said) <= _MOST_LINES:
        return None
    found = decided(asked)
    if found is None:
        return None
    boxes = fields(asked)
    return Puzzle(
        kind=Kind.TRUTH,
        level=level,
        seed=seed,
        statement=statement(asked),
        fields=boxes,
        given=tuple((box.key, value) for box, value in zip(boxes, found, strict=True)),
        answer=_typed(asked, found),
        links=said,
        rating=way.rating,
        board=_board(asked, solved=False),
        solved_board=_board(asked, solved=True),
        data=asked,
    )


def _question(puzzle: Puzzle) -> Question:
    if not isinstance(puzzle.data, Column | OneRow | Which | Equivalent | Follows):
        raise TypeError(puzzle.kind)
    return puzzle.data


def _typed(asked: Question, found: Sequence[str]) -> str:
    if isinstance(asked, OneRow):
        return ", ".join(f"{letter} = {value}" for letter, value in zip(asked.letters, found, strict=True))
    return ", ".join(found)


def _board(asked: Question, *, solved: bool) -> Table | None:
    """The table: empty in the column asked for, or with all columns that lead there."""
    if not isinstance(asked, Column | Which):
        return None
    letters = asked.letters
    if not solved:
        return Table(header(asked), tuple((*_signs(row), "") for row in rows(letters)))
    parts = [line for line in _filled(asked) if line.part != asked.formula] if len(letters) <= _FEW_LETTERS else []
    titles = (*letters, *(in_unicode(line.part) for line in parts), in_unicode(asked.formula))
    whole = column(asked.formula, letters)
    cells = tuple(
        (*_signs(row), *("T" if line.values[at] else "F" for line in parts), "T" if whole[at] else "F")
        for at, row in enumerate(rows(letters))
    )
    return Table(titles, cells)


def _filled(asked: Column | Which) -> list[Filled]:
    way = reasoning(Column(asked.letters, asked.formula), Level.BEGINNER)
    return [line for line in (way.lines if way else ()) if isinstance(line, Filled)]


def _signs(row: Mapping[str, bool]) -> tuple[str, ...]:
    return tuple("T" if value else "F" for value in row.values())


# Answers as they are typed


def _read(asked: Question, given: Mapping[str, str]) -> tuple[str, ...] | None:
    """What the fields hold, in order; None where one cannot be read."""
    match asked:
        case Column(letters, _):
            typed = _truths(given.get("column", ""))
            return (typed,) if typed is not None and len(typed) == 2 ** len(letters) else None
        case OneRow(letters, _):
            read = [_truths(given.get(letter, "")) for letter in letters]
            return tuple(one or "" for one in read) if all(one and len(one) == 1 for one in read) else None
        case Which(letters, _):
            return _read_which(letters, given)
        case Equivalent() | Follows():
            option = given.get("option", "").strip().rstrip(".)").upper()
            return (option,) if len(option) == 1 and option in OPTIONS else None


def _read_which(letters: Sequence[str], given: Mapping[str, str]) -> tuple[str, ...] | None:
    typed = given.get("kind", "").strip().casefold()
    kind = next((one for name, one in _KINDS.items() if typed.startswith(name)), None)
    row = given.get("row", "").strip().casefold()
    read = NO_ROW if row in {NO_ROW, "no", "없음", "없다", "-"} else _truths(row)
    if kind is None or read is None or (read != NO_ROW and len(read) != len(letters)):
        return None
    return kind.value, read


def _truths(typed: str) -> str | None:
    """T and F without what stands between them, whichever way true and false are written; None for anything else."""
    text = typed.casefold()
    for word, letter in _WORDS:
        text = text.replace(word, letter)
    text = re.sub(r"[\s,;./|-]+", "", text)
    return "".join(_TRUTHS[sign] for sign in text) if all(sign in _TRUTHS for sign in text) else None


def _how(asked: Question) -> Message:
    match asked:
        case Column(letters, _):
            return Message("Type {count} letters, T or F, one a row.", count=2 ** len(letters))
        case OneRow():
            return Message("Say of each letter whether it is true (T) or false (F).")
        case Which():
            return Message("Say which of the three it is, and a row or that there is none.")
        case _:
            return Message("Choose one of the letters before the formulas.")


def _broken(asked: Question, read: tuple[str, ...]) -> Message:
    """One thing that is wrong."""
    match asked:
        case Column(letters, formula):
            return _wrong_row(asked, column(formula, letters), read[0])
        case OneRow(letters, formulas):
            row = {letter: value == "T" for letter, value in zip(letters, read, strict=True)}
            false = next(one for one in formulas if not true(one, row))
            return Message("With {row}, {formula} is false.", row=row_words(row), formula=shown(false))
        case Which():
            return _wrong_kind(asked, read)
        case Equivalent(letters, formula, options):
            row = different(formula, options[OPTIONS.index(read[0])], letters) or {}
            return Message(
                "With {row}, {letter} and {formula} have different values.",
                row=row_words(row),
                letter=read[0],
                formula=shown(formula),
            )
        case Follows(letters, premises, options):
            row = counterexample(premises, options[OPTIONS.index(read[0])], letters) or {}
            return Message(
                "With {row}, all that is given is true, but {letter} is false.", row=row_words(row), letter=read[0]
            )


def _wrong_row(asked: Column, whole: Sequence[bool], typed: str) -> Message:
    at = next(place for place, value in enumerate(whole) if typed[place] != ("T" if value else "F"))
    row = list(rows(asked.letters))[at]
    return Message(
        "Look at the row {row} again: {formula} is not {value} there.",
        row=row_words(row),
        formula=shown(asked.formula),
        value=VALUE[typed[at] == "T"],
    )


def _wrong_kind(asked: Which, read: tuple[str, ...]) -> Message:
    """Where the kind is right, something about the row; else a row that speaks against the kind."""
    formula = shown(asked.formula)
    right = answers(asked)[0]
    if read[0] == right[0]:
        return Message("What {formula} is, is right; the row is not.", formula=formula)
    for row in rows(asked.letters):
        if (read[0] == Status.TAUTOLOGY and not true(asked.formula, row)) or (
            read[0] == Status.CONTRADICTION and true(asked.formula, row)
        ):
            value = VALUE[true(asked.formula, row)]
            return Message("With {row}, {formula} is {value}.", row=row_words(row), formula=formula, value=value)
    return Message("{formula} has the same value in every row, so it is not contingent.", formula=formula)
