"""How a question is answered: columns part by part, rows that tell formulas apart, deduction, supposing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from maths.logic.deduce import check
from maths.logic.formula import All, Not, is_
from maths.puzzles.table.deduction import Chain, chain, refuted
from maths.puzzles.table.facts import Parts, fact, unknown
from maths.puzzles.table.formula import Letter, column, literal, parts, rows, signs
from maths.puzzles.table.questions import (
    Column,
    Equivalent,
    Follows,
    OneRow,
    Status,
    Which,
    counterexample,
    different,
    odd_row,
    status,
)
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maths.logic.formula import Fact
    from maths.logic.solver import Session
    from maths.puzzles.table.formula import Logic, Row
    from maths.puzzles.table.questions import Question

_SHALLOW, _DEEP, _COMPARED, _SUPPOSED = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Filled:
    """The column of a part."""

    part: Logic
    values: Row


@dataclass(frozen=True, slots=True)
class Apart:
    """A row in which an option is false though the premises are true, or is not what the formula is."""

    option: int
    row: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """The option whose column is that of the formula."""

    option: int
    values: Row


@dataclass(frozen=True, slots=True)
class Led:
    """A chain of deductions over parts; `supposed` is what the formula was taken to be, where it led to one row."""

    chain: Chain
    supposed: bool | None = None


Line: TypeAlias = Filled | Apart | Alike | Led


@dataclass(frozen=True, slots=True)
class Reasoning:
    lines: tuple[Line, ...]
    hardest: int
    cost: int

    @property
    def rating(self) -> int:
        return 100 * self.hardest + min(99, self.cost)


def reasoning(question: Question, level: Level) -> Reasoning | None:
    """The way to the answer; None where none was found."""
    match question:
        case Column(letters, formula):
            return _columned(_filled(formula, letters), deep=len(letters) > 2 and signs(formula) > 2)  # noqa: PLR2004
        case OneRow(letters, formulas):
            return _one_row(letters, formulas)
        case Which(letters, formula) if level is Level.INTERMEDIATE:
            filled = _filled(formula, letters)
            return Reasoning(tuple(filled), _COMPARED, len(filled) + _COMPARED)
        case Which():
            return _which(question)
        case Equivalent():
            return _equivalent(question)
        case Follows():
            return _follows(question)


def _filled(formula: Logic, letters: Sequence[str]) -> list[Line]:
    """The columns of all parts that are no letters, each once; of negated letters too where there are few letters."""
    return [
        Filled(part, column(part, letters))
        for part in dict.fromkeys(parts(formula))
        if not isinstance(part, Letter) and (len(letters) <= 2 or not literal(part))  # noqa: PLR2004
    ]


def _columned(lines: list[Line], *, deep: bool) -> Reasoning:
    hardest = _DEEP if deep else _SHALLOW
    return Reasoning(tuple(lines), hardest, hardest * len(lines))


def _one_row(letters: Sequence[str], formulas: Sequence[Logic]) -> Reasoning | None:
    there = Parts(formulas, dict.fromkeys(formulas, True), letters)
    led = chain(there, [there.of(Letter(name)) for name in letters], supposing=True)
    known = all(len(led.ends[there.of(Letter(name))]) == 1 for name in letters)
    if not known or len(led.steps) < len(letters):
        return None
    return Reasoning((Led(led),), led.hardest, led.cost)


def _which(question: Which) -> Reasoning | None:
    """By supposing that the formula has the value it hardly has."""
    values = column(question.formula, question.letters)
    lone = status(values) is Status.CONTRADICTION or (status(values) is Status.CONTINGENT and sum(values) == 1)
    there = Parts([question.formula], {}, question.letters)
    if status(values) is not Status.CONTINGENT:
        led = refuted(there, question.formula, value=lone)
        return Reasoning((Led(led),), led.hardest, led.cost) if led is not None else None
    supposed = there.supposing(question.formula, value=lone)
    wanted = [supposed.of(Letter(name)) for name in question.letters]
    led = chain(supposed, wanted, supposing=False)
    if any(len(led.ends[one]) != 1 for one in wanted):
        return None
    return Reasoning((Led(led, lone),), _SUPPOSED + 2 * len(led.steps), _SUPPOSED + 2 * len(led.steps))


def _equivalent(question: Equivalent) -> Reasoning | None:
    lines = _filled(question.formula, question.letters)
    for at, option in enumerate(question.options):
        row = different(question.formula, option, question.letters)
        if row is not None:
            lines.append(Apart(at, tuple(row.items())))
    lines += [
        Alike(at, column(option, question.letters))
        for at, option in enumerate(question.options)
        if different(question.formula, option, question.letters) is None
    ]
    return Reasoning(tuple(lines), _COMPARED, _COMPARED * len(question.options))


def _follows(question: Follows) -> Reasoning | None:
    lines: list[Line] = []
    last: Chain | None = None
    for at, option in enumerate(question.options):
        row = counterexample(question.premises, option, question.letters)
        if row is not None:
            lines.append(Apart(at, tuple(row.items())))
            continue
        there = Parts([*question.premises, option], dict.fromkeys(question.premises, True), question.letters)
        last = refuted(there, option, value=False)
    if last is None:
        return None
    return Reasoning((*lines, Led(last)), last.hardest, last.cost + _COMPARED * len(lines))


# By z3


def decided(question: Question) -> tuple[str, ...] | None:
    """What the fields hold in the only right answer, by z3; None where there is none or more than one."""
    from maths.logic.solver import Session

    letters = question.letters
    asked = Session([unknown(letter) for letter in letters])
    match question:
        case Column(_, formula):
            return (_by_rows(asked, formula, letters),)
        case OneRow(_, formulas):
            for formula in formulas:
                asked.add(fact(formula))
            found = asked.solutions(2)
            return tuple("T" if found[0][letter] else "F" for letter in letters) if len(found) == 1 else None
        case Which(_, formula):
            can_be, can_fail = asked.possible(fact(formula)), asked.possible(Not(fact(formula)))
            kind = Status.CONTINGENT if can_be and can_fail else Status.TAUTOLOGY if can_be else Status.CONTRADICTION
            return kind.value, odd_row(formula, letters)
        case Equivalent(_, formula, options):
            same = [at for at, one in enumerate(options) if not asked.possible(_unlike(formula, one))]
        case Follows(_, premises, options):
            given = [fact(one) for one in premises]
            same = [at for at, one in enumerate(options) if not asked.possible(*given, Not(fact(one)))]
    return ("ABCD"[same[0]],) if len(same) == 1 else None


def _unlike(one: Logic, other: Logic) -> Fact:
    from maths.logic.formula import Same

    return Not(Same(fact(one), fact(other)))


def _by_rows(asked: Session, formula: Logic, letters: Sequence[str]) -> str:
    """The column by z3: "?" where it finds both values, or none."""
    signs_: dict[tuple[bool, bool], str] = {(True, False): "T", (False, True): "F"}
    return "".join(
        signs_.get((asked.possible(here, fact(formula)), asked.possible(here, Not(fact(formula)))), "?")
        for here in (_here(row) for row in rows(letters))
    )


def _here(row: Mapping[str, bool]) -> Fact:
    return All(tuple(is_(unknown(letter), int(value)) for letter, value in row.items()))


def faults(question: Question, lines: Sequence[Line]) -> Iterator[str]:
    """Lines that z3 does not confirm."""
    from maths.logic.solver import Session

    asked = Session([unknown(letter) for letter in question.letters])
    for place, line in enumerate(lines, 1):
        if not _confirmed(asked, question, line):
            yield f"line {place} does not follow"


def _confirmed(asked: Session, question: Question, line: Line) -> bool:
    match line:
        case Filled(part, values):
            return _by_rows(asked, part, question.letters) == "".join("T" if value else "F" for value in values)
        case Led(led):
            return bool(led.steps) and not check(led.parts.unknowns, led.parts.clues, led.steps)
        case Alike(option, _):
            assert isinstance(question, Equivalent)  # noqa: S101 - only there
            return not asked.possible(_unlike(question.formula, question.options[option]))
        case Apart(option, row):
            here = _here(dict(row))
            match question:
                case Equivalent(_, formula, options):
                    return asked.possible(here, _unlike(formula, options[option]))
                case Follows(_, premises, options):
                    return asked.possible(here, *(fact(one) for one in premises), Not(fact(options[option])))
                case _:
                    return False
