"""Formulas and questions drawn for a level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.puzzles.table.formula import Letter, Neg, Sign, Two, letters_of, literal, rows, signs
from maths.puzzles.table.questions import (
    Column,
    Equivalent,
    Follows,
    OneRow,
    Which,
)
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maths.generating.draw import Draw
    from maths.puzzles.table.formula import Logic
    from maths.puzzles.table.questions import Question

_PATIENCE = 300  # formulas drawn until one is as wanted
_SIMPLE = (Sign.AND, Sign.OR, Sign.IF)
_OPTIONS = 4
_NEAR = 2  # rows in which a wrong option differs at most
_ALL = (*_SIMPLE, Sign.IF, Sign.OR, Sign.IFF, Sign.XOR)


@dataclass(frozen=True, slots=True)
class Sort:
    """A kind of question: how many letters, how many connectives a formula has."""

    asks: type[Question]
    letters: int
    fewest: int
    most: int


SORTS: dict[Level, tuple[Sort, ...]] = {
    Level.BEGINNER: (
        Sort(Column, 2, 2, 3),
        Sort(Column, 3, 2, 2),
        Sort(OneRow, 3, 1, 1),
        Sort(OneRow, 3, 1, 2),
        Sort(OneRow, 4, 1, 2),
    ),
    Level.INTERMEDIATE: (
        Sort(Column, 3, 3, 4),
        Sort(OneRow, 3, 1, 2),
        Sort(OneRow, 4, 1, 2),
        Sort(Which, 2, 2, 3),
        Sort(Which, 3, 3, 4),
        Sort(Equivalent, 3, 2, 3),
        Sort(Follows, 3, 1, 2),
    ),
    Level.ADVANCED: (
        Sort(OneRow, 4, 2, 3),
        Sort(OneRow, 5, 1, 2),
        Sort(Which, 3, 4, 6),
        Sort(Which, 4, 4, 6),
        Sort(Follows, 4, 1, 2),
        Sort(Follows, 5, 1, 2),
    ),
}


def question(draw: Draw, level: Level, sort: Sort) -> Question | None:
    """A question with one answer; None where this draw gave none."""
    letters = tuple("pqrst"[: sort.letters])
    among = _SIMPLE if level is Level.BEGINNER else _ALL
    return _Drawing(draw, letters, among, (sort.fewest, sort.most)).question(sort.asks)


class _Drawing:
    """Sets of rows are whole numbers here, a bit a row, so that hundreds of formulas can be looked at."""

    def __init__(self, draw: Draw, letters: tuple[str, ...], among: Sequence[Sign], size: tuple[int, int]) -> None:
        self._draw = draw
        self._letters = letters
        self._among = among
        self._fewest, self._most = size
        self._every: int = (1 << 2 ** len(letters)) - 1
        self._where: dict[str, int] = {
            letter: sum(1 << place for place, row in enumerate(rows(letters)) if row[letter]) for letter in letters
        }

    def question(self, asks: type[Question]) -> Question | None:
        if asks is Column:
            formula = self._whole()
            return Column(self._letters, formula) if formula else None
        if asks is OneRow:
            return self._one_row()
        if asks is Which:
            return self._which()
        return self._equivalent() if asks is Equivalent else self._follows()

    def _true(self, formula: Logic) -> int:
        """The rows in which it is true."""
        match formula:
            case Letter(name):
                return self._where[name]
            case Neg(inner):
                return self._every & ~self._true(inner)
            case Two(sign, left, right):
                one, other = self._true(left), self._true(right)
                return (
                    self._every
                    & {
                        Sign.AND: one & other,
                        Sign.OR: one | other,
                        Sign.IF: ~one | other,
                        Sign.IFF: ~(one ^ other),
                        Sign.XOR: one ^ other,
                    }[sign]
                )

    def _all_true(self, formulas: Iterable[Logic]) -> int:
        left = self._every
        for formula in formulas:
            left &= self._true(formula)
        return left

    def _drawn(self) -> Logic:
        return self._formula(self._draw.whole(self._fewest, self._most), self._letters)

    def _whole(self) -> Logic | None:
        """A formula of all letters with a column that is not all the same."""
        for _ in range(_PATIENCE):
            formula = self._drawn()
            if letters_of(formula) == set(self._letters) and self._true(formula) not in {0, self._every}:
                return formula
        return None

    def _one_row(self) -> Question | None:
        row = 1 << self._draw.whole(0, 2 ** len(self._letters) - 1)
        formulas: list[Logic] = []
        for _ in range(_PATIENCE):
            formula = self._some_formula()
            left = self._all_true(formulas)
            if not self._true(formula) & row or not left & ~self._true(formula):
                continue
            if literal(formula) and any(literal(one) for one in formulas):
                continue
            formulas.append(formula)
            if self._all_true(formulas) == row:
                return OneRow(self._letters, self._needed(formulas, row))
        return None

    def _needed(self, formulas: Sequence[Logic], row: int) -> tuple[Logic, ...]:
        needed = list(formulas)
        for formula in formulas:
            rest = [one for one in needed if one is not formula]
            if self._all_true(rest) == row:
                needed = rest
        return tuple(needed)

    def _which(self) -> Question | None:
        size = 2 ** len(self._letters)
        wanted = self._draw.one_of((size, size, size - 1, size - 1, 1, 0))
        for _ in range(_PATIENCE):
            formula = self._drawn()
            if self._true(formula).bit_count() == wanted and letters_of(formula) == set(self._letters):
                return Which(self._letters, formula)
        return None

    def _equivalent(self) -> Question | None:
        formula = self._whole()
        if formula is None:
            return None
        same = self._true(formula)
        options: dict[int, Logic] = {}
        for _ in range(5 * _PATIENCE):
            other = self._drawn()
            its = self._true(other)
            if its in options or signs(other) < self._fewest or other in {formula, _mirrored(formula)}:
                continue
            near = (its ^ same).bit_count()
            if near == 0 or (near <= _NEAR and len(options) - (same in options) < _OPTIONS - 1):
                options[its] = other
            if len(options) == _OPTIONS and same in options:
                return Equivalent(self._letters, formula, tuple(self._draw.shuffled(list(options.values()))))
        return None

    def _follows(self) -> Question | None:
        for _ in range(_PATIENCE // 10):
            premises = self._premises()
            options = self._options(premises) if premises else ()
            if premises and options:
                return Follows(self._letters, premises, tuple(self._draw.shuffled(options)))
        return None

    def _premises(self) -> tuple[Logic, ...]:
        """Formulas that leave more than one row, each of which says something of its own."""
        premises: dict[Logic, None] = {}
        while len(premises) < len(self._letters) - 1:
            formula = self._some_formula()
            if not literal(formula):
                premises[formula] = None
        left = self._all_true(premises)
        idle = any(self._all_true(other for other in premises if other is not one) == left for one in premises)
        few = left.bit_count() <= 1 or any(left & where in {0, left} for where in self._where.values())
        return () if idle or few else tuple(premises)

    def _options(self, premises: Sequence[Logic]) -> tuple[Logic, ...]:
        """One conclusion that needs more than one premise, and three that do not follow."""
        left = self._all_true(premises)
        right: list[Logic] = []
        wrong: dict[int, Logic] = {}
        for _ in range(_PATIENCE // 5):
            option = self._formula(self._draw.one_of((0, 1, 1)), self._letters)
            its = self._true(option)
            if its in {0, self._every} or any(not self._true(one) & ~its for one in premises):
                continue
            if not left & ~its:
                right.append(option)
            elif left & its:
                wrong.setdefault(its, option)
        if not right or len(wrong) < _OPTIONS - 1:
            return ()
        return right[0], *list(wrong.values())[: _OPTIONS - 1]

    # One formula

    def _some_formula(self) -> Logic:
        """Of some of the letters."""
        size = self._draw.whole(self._fewest, self._most)
        if self._draw.whole(1, 8) == 1:
            size = 0
        letters = self._draw.some_of(self._letters, min(len(self._letters), size + 1))
        return self._formula(size, sorted(letters))

    def _formula(self, size: int, letters: Sequence[str]) -> Logic:
        """With so many connectives; the two sides of each are different in more than a negation."""
        if size == 0:
            letter = Letter(self._draw.one_of(letters))
            return Neg(letter) if self._draw.whole(1, 3) == 1 else letter
        left_size = self._draw.whole(0, size - 1)
        left = self._formula(left_size, letters)
        for _ in range(_PATIENCE):
            right = self._formula(size - 1 - left_size, letters)
            if _bare(right) != _bare(left) and not (
                literal(left) and literal(right) and letters_of(left) == letters_of(right)
            ):
                break
        formula = Two(self._draw.one_of(self._among), left, right)
        return Neg(formula) if self._draw.whole(1, 7) == 1 else formula


def _bare(formula: Logic) -> Logic:
    return _bare(formula.inner) if isinstance(formula, Neg) else formula


def _mirrored(formula: Logic) -> Logic:
    return Two(formula.sign, formula.right, formula.left) if isinstance(formula, Two) else formula
