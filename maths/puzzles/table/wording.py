"""Questions about formulas, and the way to their answers, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.logic.deduce import By
from maths.message import Message
from maths.puzzles.people import listed
from maths.puzzles.puzzle import Choice, Field, Link
from maths.puzzles.table.deduction import after, around, known, reasons
from maths.puzzles.table.formula import Letter, Neg, Sign, Two, column, in_unicode, parts, rows, shown, typed_row
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
    status,
)
from maths.puzzles.table.reasoning import Alike, Apart, Filled, Led

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maths.logic.deduce import Step
    from maths.message import Formula
    from maths.puzzles.table.deduction import Domains
    from maths.puzzles.table.facts import Parts
    from maths.puzzles.table.formula import Logic
    from maths.puzzles.table.questions import Question
    from maths.puzzles.table.reasoning import Line

VALUE = {True: Message("true"), False: Message("false")}
STATUS = {
    Status.TAUTOLOGY: Message("tautology"),
    Status.CONTRADICTION: Message("contradiction"),
    Status.CONTINGENT: Message("contingent"),
}
_SIGNS = {
    Sign.AND: Message("p ∧ q is true when both are true."),
    Sign.OR: Message("p ∨ q is true when at least one of the two is true."),
    Sign.IF: Message("p → q is false only when p is true and q is false."),
    Sign.IFF: Message("p ↔ q is true when both have the same value."),
    Sign.XOR: Message("p ⊕ q is true when exactly one of the two is true."),
}


# The question


def statement(question: Question) -> tuple[Message, ...]:
    return (*_asked(question), *_legend(question))


def _legend(question: Question) -> Iterator[Message]:
    used = [part for formula in formulas(question) for part in parts(formula)]
    if any(isinstance(part, Neg) for part in used):
        yield Message("¬p is true when p is false.")
    for sign, meaning in _SIGNS.items():
        if any(isinstance(part, Two) and part.sign is sign for part in used):
            yield meaning


def formulas(question: Question) -> tuple[Logic, ...]:
    match question:
        case Column(_, formula) | Which(_, formula):
            return (formula,)
        case OneRow(_, every):
            return every
        case Equivalent(_, formula, options):
            return (formula, *options)
        case Follows(_, premises, options):
            return (*premises, *options)


def _asked(question: Question) -> Iterator[Message]:
    letters = listed(tuple(Message("{letter}", letter=letter) for letter in question.letters))
    match question:
        case Column(_, formula):
            order = ", ".join(" ".join(typed_row(tuple(row.values()))) for row in rows(question.letters))
            yield Message("In a truth table, T stands for true and F for false.")
            yield Message("The rows give {letters} these values, in this order: {order}.", letters=letters, order=order)
            yield Message("What is the column of {formula}?", formula=shown(formula))
        case OneRow(_, every):
            yield Message("All of these are true:")
            yield from _numbered(every)
            yield Message("Which of {letters} are true, and which are false?", letters=letters)
        case Which(_, formula):
            yield Message("Is {formula} a tautology, a contradiction or contingent?", formula=shown(formula))
            yield Message(
                "A tautology is true in every row of its truth table, a contradiction in none; others are contingent."
            )
            yield Message(
                "If there is exactly one row whose value no other row has, which one is it? Its values of {letters} "
                "are written one after the other: T for true, F for false.",
                letters=letters,
            )
        case Equivalent(_, formula, options):
            yield Message("Which formula is equivalent to {formula}?", formula=shown(formula))
            yield Message("Equivalent formulas have the same value in every row of a truth table.")
            yield from _lettered(options)
        case Follows(_, premises, options):
            yield Message("All of these are true:")
            yield from _numbered(premises)
            yield Message("Which conclusion follows: is true whenever all of them are?")
            yield from _lettered(options)


def _numbered(every: Iterable[Logic]) -> Iterator[Message]:
    for number, formula in enumerate(every, 1):
        yield Message("({number}) {formula}", number=number, formula=shown(formula))


def _lettered(options: Iterable[Logic]) -> Iterator[Message]:
    for letter, formula in zip(OPTIONS, options, strict=False):
        yield Message("{letter}. {formula}", letter=letter, formula=shown(formula))


def fields(question: Question) -> tuple[Field, ...]:
    match question:
        case Column(letters, _):
            some = ((start * 4)[: 2 ** len(letters)] for start in ("TFFT", "FTTF"))
            example = next(one for one in some if (one,) not in answers(question))
            return (Field("column", Message("The column, from the first row to the last"), example=example),)
        case OneRow(letters, _):
            both = (Choice("T", Message("true")), Choice("F", Message("false")))
            return tuple(Field(letter, Message("{letter}", letter=letter), both) for letter in letters)
        case Which(letters, _):
            kinds = tuple(Choice(one.value, STATUS[one]) for one in Status)
            every = [typed_row(tuple(row.values())) for row in rows(letters)]
            choices = tuple(Choice(row, Message("row {row}", row=" ".join(row))) for row in every)
            none = Choice(NO_ROW, Message("no such row"))
            return (
                Field("kind", Message("What it is"), kinds),
                Field("row", Message("The row that no other is like"), (*choices, none)),
            )
        case Equivalent(_, _, options) | Follows(_, _, options):
            choices = tuple(
                Choice(letter, Message("{letter}. {formula}", letter=letter, formula=shown(one)))
                for letter, one in zip(OPTIONS, options, strict=False)
            )
            return (Field("option", Message("The formula"), choices),)


# The way to the answer


def links(question: Question, lines: Sequence[Line]) -> tuple[Link, ...]:
    said = [link for line in lines for link in _line(question, line)]
    if isinstance(question, Which):
        said.append(Link(_verdict(question)))
    return tuple(said)


def _line(question: Question, line: Line) -> Iterator[Link]:
    match line:
        case Filled(part, values):
            yield Link(_column(part, " ".join(typed_row(values))))
        case Apart(option, row):
            yield Link(_apart(question, option, dict(row)))
        case Alike(option, values):
            yield Link(
                Message(
                    "{letter} has the column of {formula}, {column}: the two are equivalent.",
                    letter=OPTIONS[option],
                    formula=shown(formulas(question)[0]),
                    column=" ".join(typed_row(values)),
                )
            )
        case Led(led, supposed):
            start = {unknown: unknown.values for unknown in led.parts.unknowns}
            if supposed is None:
                yield from _links(led.parts, led.steps, start)
                return
            inside = tuple(link.says for link in _links(led.parts, led.steps, start))
            whole = shown(formulas(question)[0])
            yield Link(
                Message(
                    "Suppose {formula} is {value}. Only one row is left then.", formula=whole, value=VALUE[supposed]
                ),
                inside,
            )


def _column(part: Logic, values: str) -> Message:
    match part:
        case Neg(inner):
            return Message(
                "{formula} has in each row the value that {inner} has not: {column}.",
                formula=shown(part),
                inner=shown(inner),
                column=values,
            )
        case Two(sign, left, right):
            return _two(sign, shown(part), shown(left), shown(right), values)
        case _:
            return Message("{formula} has the column {column}.", formula=shown(part), column=values)


def _two(sign: Sign, formula: Formula, left: Formula, right: Formula, values: str) -> Message:
    match sign:
        case Sign.AND:
            return Message(
                "{formula} is true in the rows where {left} and {right} are both true: {column}.",
                formula=formula,
                left=left,
                right=right,
                column=values,
            )
        case Sign.OR:
            return Message(
                "{formula} is false in the rows where {left} and {right} are both false: {column}.",
                formula=formula,
                left=left,
                right=right,
                column=values,
            )
        case Sign.IF:
            return Message(
                "{formula} is false in the rows where {left} is true and {right} is false: {column}.",
                formula=formula,
                left=left,
                right=right,
                column=values,
            )
        case Sign.IFF:
            return Message(
                "{formula} is true in the rows where {left} and {right} have the same value: {column}.",
                formula=formula,
                left=left,
                right=right,
                column=values,
            )
        case Sign.XOR:
            return Message(
                "{formula} is true in the rows where {left} and {right} have different values: {column}.",
                formula=formula,
                left=left,
                right=right,
                column=values,
            )


def row_words(row: dict[str, bool]) -> str:
    return ", ".join(f"{letter} = {'T' if value else 'F'}" for letter, value in row.items())


def _apart(question: Question, option: int, row: dict[str, bool]) -> Message:
    if isinstance(question, Follows):
        return Message(
            "With {row} all that is given is true, but {letter} is false: {letter} does not follow.",
            row=row_words(row),
            letter=OPTIONS[option],
        )
    return Message(
        "With {row}, {letter} and {formula} have different values: {letter} is not equivalent.",
        row=row_words(row),
        letter=OPTIONS[option],
        formula=shown(formulas(question)[0]),
    )


def _verdict(question: Which) -> Message:
    formula = shown(question.formula)
    values = column(question.formula, question.letters)
    match status(values):
        case Status.TAUTOLOGY:
            return Message("So {formula} is true in every row: a tautology.", formula=formula)
        case Status.CONTRADICTION:
            return Message("So {formula} is false in every row: a contradiction.", formula=formula)
        case Status.CONTINGENT:
            lone = values.count(True) == 1
            row = list(rows(question.letters))[values.index(lone)]
            return Message(
                "So {formula} is {value} in one row only, {row}: contingent.",
                formula=formula,
                value=VALUE[lone],
                row=row_words(row),
            )


# Steps


def _links(there: Parts, steps: Sequence[Step], start: Domains) -> Iterator[Link]:
    before = start
    for step in steps:
        yield _step(there, step, before)
        before = after(before, step)


def _step(there: Parts, step: Step, before: Domains) -> Link:
    if step.by is By.SUPPOSING and step.supposed is not None:
        unknown, number = step.supposed
        formula = there.formulas[unknown.name]
        says = Message(
            "Suppose {formula} were {value}. That ends in a contradiction, so {formula} is {other}.",
            formula=shown(formula),
            value=VALUE[bool(number)],
            other=VALUE[not number],
        )
        inside = _links(there, step.inside, {**before, unknown: (number,)})
        return Link(says, tuple(link.says for link in inside))
    why = _why(reasons(there, step, before))
    if step.impossible:
        return Link(Message("{why}, there is a contradiction.", why=why))
    later = after(before, step)
    new = [
        (formula, value)
        for formula in dict.fromkeys(around(there, step))
        if known(there, formula, before) is None and (value := known(there, formula, later)) is not None
    ]
    return Link(Message("{why}, {so}.", why=why, so=_so(new)))


def _why(had: Sequence[tuple[Logic, bool]]) -> Message:
    """What a step rests on: one, two or three values."""
    one, *more = [(shown(formula), VALUE[value]) for formula, value in _plainly(had)]
    if not more:
        return Message("As {formula} is {value}", formula=one[0], value=one[1])
    if len(more) == 1:
        (two,) = more
        return Message("As {one} is {first} and {two} is {second}", one=one[0], first=one[1], two=two[0], second=two[1])
    two, three = more
    return Message(
        "As {one} is {first}, {two} is {second} and {three} is {third}",
        one=one[0],
        first=one[1],
        two=two[0],
        second=two[1],
        three=three[0],
        third=three[1],
    )


def _plainly(values: Sequence[tuple[Logic, bool]]) -> Iterator[tuple[Logic, bool]]:
    """A negated letter as what the letter is."""
    for formula, value in values:
        match formula:
            case Neg(Letter() as letter):
                yield letter, not value
            case _:
                yield formula, value


def _so(new: Sequence[tuple[Logic, bool]]) -> Message:
    *others, (formula, value) = _plainly(new)
    whole = Message("{formula} is {value}", formula=shown(formula), value=VALUE[value])
    for one, truth in reversed(others):
        whole = Message("{formula} is {value} and {rest}", formula=shown(one), value=VALUE[truth], rest=whole)
    return whole


def header(question: Column | Which) -> tuple[str, ...]:
    return (*question.letters, in_unicode(question.formula))
