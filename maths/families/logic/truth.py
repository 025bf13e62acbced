"""Questions about formulas of propositional logic.

Routes: the truth table, row by row; a reduced ordered decision diagram (Shannon's expansion), which is the same for
equivalent formulas. A simplified formula comes from SymPy's Quine-McCluskey and has the same diagram.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import product
from typing import TYPE_CHECKING

import sympy
from sympy.logic.boolalg import POSform, SOPform

from maths.bounds import UnreadableError
from maths.families.logic.propositions import Constant, Joined, Letter, Not, letters, read_proposition, shown, value
from maths.families.logic.truth_steps import SolvedTruth, teach
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Formula, Message
from maths.tree import Truth
from maths.verdict import Standing, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from maths.families.logic.propositions import Proposition
    from maths.families.symbolic import Symbolic

    Diagram = bool | tuple[str, "Diagram", "Diagram"]

DISAGREE = Message("The two ways of calculating it do not agree.")


class Query(Enum):
    TAUTOLOGY = "tautology"
    CONTRADICTION = "contradiction"
    SATISFIABLE = "satisfiable"
    EQUIVALENT = "equivalent"
    VALUE = "value"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class TruthQuestion:
    """`given` are truth values of letters; for EQUIVALENT the formula is `first ↔ second`."""

    query: Query
    proposition: Proposition
    given: tuple[tuple[str, bool], ...] = ()
    algebra: bool = False

    def settle(self, find: Callable[[Proposition], list[bool]] | None = None) -> Settled:
        """`find` stands in for the first route in tests: the last column of the truth table."""
        names = letters(self.proposition)
        if self.query is Query.VALUE and set(names) != {name for name, _ in self.given}:
            raise UndecidedError(Message("The truth values of the letters are not given."))
        column = (find or table)(self.proposition)
        tree = diagram(self.proposition, names)
        count = _count(tree, names)
        if sum(column) != count or len(column) != 2 ** len(names):
            raise UndecidedError(DISAGREE)
        method = Message("row by row in the truth table, and again by a decision diagram")
        solved = SolvedTruth(self.query.value, self.proposition, self.given, self.algebra)
        if self.query is Query.COUNT:
            return Settled(formula(number(count)), method, lambda level: teach(solved, level))
        result = self._result(column, tree, names)
        return Settled(formula(Truth(result)), method, lambda level: teach(solved, level))

    def _result(self, column: list[bool], tree: Diagram, names: tuple[str, ...]) -> bool:
        match self.query:
            case Query.TAUTOLOGY | Query.EQUIVALENT:
                first, second = all(column), tree is True
            case Query.CONTRADICTION:
                first, second = not any(column), tree is False
            case Query.SATISFIABLE:
                first, second = any(column), tree is not False
            case _:
                given = dict(self.given)
                rows = list(product((True, False), repeat=len(names)))
                first = column[rows.index(tuple(given[name] for name in names))]
                second = _walked(tree, given)
        if first is not second:
            raise UndecidedError(DISAGREE)
        return first


@dataclass(frozen=True, slots=True)
class SimplifyLogic:
    """The shortest sum of products or product of sums."""

    proposition: Proposition
    algebra: bool = False

    def settle(self, find: Callable[[Proposition], Proposition] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        names = letters(self.proposition)
        found = (find or _shortest)(self.proposition)
        if diagram(found, names) != diagram(self.proposition, names):
            raise UndecidedError(DISAGREE)
        method = Message("by the method of Quine and McCluskey, and the same decision diagram as the given formula")
        answer = Formula(shown(found, algebra=self.algebra), shown(found, algebra=self.algebra, latex=True))
        solved = SolvedTruth("simplify", self.proposition, (), self.algebra, found)
        return Settled(
            answer, method, lambda level: teach(solved, level), hear=lambda text: self._heard(text, found, method)
        )

    def _heard(self, text: str, found: Proposition, method: Message) -> Verdict | None:
        """Another formula that means the same and is as short is just as right."""
        try:
            claimed = read_proposition(text, algebra=self.algebra)
        except UnreadableError:
            return None
        names = tuple(sorted({*letters(self.proposition), *letters(claimed)}))
        if diagram(claimed, names) != diagram(self.proposition, names):
            return Verdict(Standing.REFUTED, None, Message("It is not equivalent to the given formula."))
        if _size(claimed) > _size(found):
            return Verdict(Standing.UNCHECKED, None, Message("It is equivalent, but there is a shorter form."))
        return Verdict(Standing.VERIFIED, method)


def table(proposition: Proposition) -> list[bool]:
    """The last column of the truth table, from all letters true to all false."""
    names = letters(proposition)
    rows = product((True, False), repeat=len(names))
    return [value(proposition, dict(zip(names, row, strict=True))) for row in rows]


# Decision diagrams


def diagram(proposition: Proposition, names: tuple[str, ...]) -> Diagram:
    """A constant, or (letter, where it is true, where it is false), no letter without effect."""
    match proposition:
        case Constant(value=fixed):
            return fixed
        case Letter(name=name):
            return (name, True, False)
        case Not(inner=inner):
            return _apply("xor", diagram(inner, names), diagram(Constant(value=True), names), names)
        case Joined(operator=operator, left=left, right=right):
            return _apply(operator, diagram(left, names), diagram(right, names), names)


def _apply(operator: str, left: Diagram, right: Diagram, names: tuple[str, ...]) -> Diagram:
    if isinstance(left, bool) and isinstance(right, bool):
        return value(Joined(operator, Constant(left), Constant(right)), {})
    tops = [side[0] for side in (left, right) if isinstance(side, tuple)]
    top = min(tops, key=names.index)
    (a, b), (c, d) = (_branches(side, top) for side in (left, right))
    high, low = _apply(operator, a, c, names), _apply(operator, b, d, names)
    return high if high == low else (top, high, low)


def _branches(side: Diagram, top: str) -> tuple[Diagram, Diagram]:
    if isinstance(side, tuple) and side[0] == top:
        return side[1], side[2]
    return side, side


def _count(tree: Diagram, names: tuple[str, ...]) -> int:
    """How many rows are true."""
    if isinstance(tree, bool):
        return 2 ** len(names) if tree else 0
    rest = names[names.index(tree[0]) + 1 :]
    skipped = names.index(tree[0])
    return int(2**skipped * (_count(tree[1], rest) + _count(tree[2], rest)))


def _walked(tree: Diagram, given: Mapping[str, bool]) -> bool:
    while isinstance(tree, tuple):
        tree = tree[1] if given[tree[0]] else tree[2]
    return tree


# Simplifying


def _shortest(proposition: Proposition) -> Proposition:
    names = letters(proposition)
    symbols = [sympy.Symbol(name) for name in names]
    rows = list(product((True, False), repeat=len(names)))
    true = [[int(cell) for cell in row] for row, holds in zip(rows, table(proposition), strict=True) if holds]
    if not true:
        return Constant(value=False)
    if len(true) == len(rows):
        return Constant(value=True)
    forms = [_from_sympy(form(symbols, true)) for form in (SOPform, POSform)]
    return min([*forms, proposition], key=_size)


def _from_sympy(found: Symbolic) -> Proposition:
    if found.is_Symbol:
        return Letter(str(found))
    if isinstance(found, sympy.Not):
        return Not(_from_sympy(found.args[0]))
    operator = "and" if isinstance(found, sympy.And) else "or"
    parts = [_from_sympy(part) for part in sorted(found.args, key=lambda part: (str(part).strip("~("), str(part)))]
    joined = parts[0]
    for part in parts[1:]:
        joined = Joined(operator, joined, part)
    return joined


def _size(proposition: Proposition) -> tuple[int, int]:
    """Letters written, then operations."""
    match proposition:
        case Letter():
            return 1, 0
        case Constant():
            return 0, 0
        case Not(inner=inner):
            written, operations = _size(inner)
            return written, operations + 1
        case Joined(left=left, right=right):
            (a, b), (c, d) = _size(left), _size(right)
            return a + c, b + d + 1
