"""Formulas as facts about numbers (1 true, 0 false): whole for the solver, part by part for deduction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.logic.formula import All, Any, Not, Same, Unknown, is_
from maths.puzzles.table.formula import Letter, Neg, Sign, Two, in_unicode, literal, parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.logic.formula import Fact
    from maths.puzzles.table.formula import Logic

BOTH = (0, 1)


def unknown(letter: str) -> Unknown:
    return Unknown(letter, BOTH)


def fact(formula: Logic) -> Fact:
    match formula:
        case Letter(name):
            return is_(unknown(name), 1)
        case Neg(inner):
            return Not(fact(inner))
        case Two(sign, left, right):
            return _joined(sign, fact(left), fact(right))


def _joined(sign: Sign, left: Fact, right: Fact) -> Fact:
    match sign:
        case Sign.AND:
            return All((left, right))
        case Sign.OR:
            return Any((left, right))
        case Sign.IF:
            return Any((Not(left), right))
        case Sign.IFF:
            return Same(left, right)
        case Sign.XOR:
            return Not(Same(left, right))


class Parts:
    """An unknown for each letter and each part that is more than a negated letter; a clue a part, named as written.

    `given` has the value that is known of some formulas from the start.
    """

    def __init__(self, formulas: Sequence[Logic], given: dict[Logic, bool], letters: Sequence[str]) -> None:
        self.formulas: dict[str, Logic] = {}
        self._unknowns: dict[Logic, Unknown] = {}
        self._all, self._given, self._letters = formulas, given, letters
        known = {_core(formula): value is self.upright(formula) for formula, value in given.items()}
        for formula in [*(Letter(name) for name in letters), *(part for one in formulas for part in parts(one))]:
            core = _core(formula)
            values = (int(known[core]),) if core in known else BOTH
            self._unknowns.setdefault(core, Unknown(in_unicode(core), values))
        self.unknowns = tuple(self._unknowns.values())
        self.clues: dict[str, Fact] = {}
        for formula, one in self._unknowns.items():
            self.formulas[one.name] = formula
            if not isinstance(formula, Letter):
                self.clues[one.name] = Same(is_(one, 1), self._inside(formula))

    def of(self, formula: Logic) -> Unknown:
        """The unknown that says whether it (or, for a negated letter, the letter) is true."""
        return self._unknowns[_core(formula)]

    def is_true(self, formula: Logic) -> Fact:
        return is_(self.of(formula), int(self.upright(formula)))

    def supposing(self, formula: Logic, *, value: bool) -> Parts:
        """The same parts where one more has a value."""
        return Parts(self._all, {**self._given, formula: value}, self._letters)

    @staticmethod
    def upright(formula: Logic) -> bool:
        """Whether its unknown is 1 where it is true: not so for a negated letter."""
        return _core(formula) == formula

    def _inside(self, formula: Logic) -> Fact:
        match formula:
            case Two(sign, left, right):
                return _joined(sign, self.is_true(left), self.is_true(right))
            case Neg(inner):
                return Not(self.is_true(inner))
            case Letter():
                return self.is_true(formula)


def _core(formula: Logic) -> Logic:
    return formula.inner if isinstance(formula, Neg) and literal(formula) else formula
