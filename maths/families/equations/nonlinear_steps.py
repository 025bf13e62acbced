"""Worked solutions of polynomial systems: elementary symmetric sums, substitution, elimination."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.equations import questions
from maths.families.equations.equation import Domain
from maths.families.equations.ideal import Ideal
from maths.families.equations.unknowns import Ask
from maths.families.routes.radicals import radical_roots
from maths.families.settled import UndecidedError
from maths.families.terms import equals, name, number, over, plus, polynomial, replace, times
from maths.families.write import assignments, formula, listed, passages, tree
from maths.message import Message
from maths.tree import Relation, names
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.families.equations.unknowns import Conditions
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_SHOWN = 6  # solutions that are written out
_MOST_LETTERS = 4  # of symmetric expressions that are rewritten
_ZERO = number(0)


@dataclass(frozen=True, slots=True)
class SolvedValue:
    conditions: Conditions
    wanted: Node
    ask: Ask
    values: tuple[Symbolic, ...]
    result: Node
    points: tuple[Mapping[str, Symbolic], ...]
    is_finite: bool


@dataclass(frozen=True, slots=True)
class SolvedSystem:
    conditions: Conditions
    points: tuple[Mapping[str, Symbolic], ...]
    complex_count: int
    ask: Ask


def conditions_shown(conditions: Conditions) -> Formula:
    shown = [conditions.roots_of] if conditions.roots_of is not None else list(conditions.equations)
    return listed(formula(part) for part in (*shown, *conditions.restrictions))


def teach_value(solved: SolvedValue, level: Level) -> tuple[Passage, ...]:
    symmetric = _symmetric_lines(solved, level)
    if symmetric:
        approach, steps = symmetric
    elif solved.points and 0 < len(solved.points) <= _SHOWN:
        approach, steps = _by_solving(solved, level)
    else:
        approach, steps = _by_reducing(solved, level)
    return passages(
        understanding=[_understanding(solved, level)],
        approach=[approach],
        steps=steps,
        check=_check(solved),
        conclusion=[_conclusion(solved)],
    )


def _understanding(solved: SolvedValue, level: Level) -> Message:
    given, wanted = conditions_shown(solved.conditions), formula(solved.wanted)
    letters = listed(formula(name(letter)) for letter in solved.conditions.letters)
    if solved.conditions.roots_of is not None:
        return Message("{letters} are the roots of {given}; we look for {wanted}.",
                       letters=letters, given=given, wanted=wanted)  # fmt: skip
    if level is Level.BEGINNER:
        return Message(
            "We know {given}. What we look for is {wanted}; perhaps the numbers themselves are not needed.",
            given=given,
            wanted=wanted,
        )
    return Message("Given {given}, find {wanted}.", given=given, wanted=wanted)


def _conclusion(solved: SolvedValue) -> Message:
    if solved.ask is Ask.ONE:
        return Message("The value is {result}.", result=formula(equals(solved.wanted, solved.result)))
    if solved.ask is Ask.ALL:
        return Message("The possible values are {values}.", values=questions.list_of(solved.values))
    return questions.said(solved.ask, [tree(value) for value in solved.values], solved.result)


def _check(solved: SolvedValue) -> list[Message]:
    if not solved.points:
        return []
    point = solved.points[0]
    put = replace(solved.wanted, {letter: tree(value) for letter, value in point.items()})
    value = sympy.expand(sympy.radsimp(to_sympy(put)))
    if len(str(value)) > 60:  # noqa: PLR2004 - a line of paper
        return []
    return [
        Message(
            "With {point}, which satisfies the conditions: {value}.",
            point=point_shown(point),
            value=formula(equals(put, tree(value))),
        )
    ]


def point_shown(point: Mapping[str, Symbolic]) -> Formula:
    return listed(formula(equals(name(letter), tree(value))) for letter, value in point.items())


# By sums and products of all letters


def _symmetric_lines(solved: SolvedValue, level: Level) -> tuple[Message, list[Message]] | None:
    letters = solved.conditions.letters
    if not 2 <= len(letters) <= _MOST_LETTERS:  # noqa: PLR2004 - one letter has no symmetry
        return None
    try:
        known = _sums(solved.conditions)
        parts = _in_sums(solved, known)
    except (RefusedError, UndecidedError, sympy.PolynomialError):
        return None
    if parts is None:
        return None
    identity, put = parts
    lines = [_basic(letter, value, letters) for letter, value in known.items() if letter in names(identity)]
    whole = {letter: _elementary(letter, letters) for letter in names(identity)}
    shown = formula(equals(solved.wanted, replace(identity, whole)))
    if shown != formula(equals(solved.wanted, solved.wanted)):
        lines.append(Message("Write what is asked with these: {identity}.", identity=shown))
    lines.append(Message("Put in their values: {result}.", result=formula(equals(put, solved.result))))
    if solved.conditions.roots_of is not None:
        approach = (
            Message("Vieta's formulas give the elementary symmetric polynomials of the roots.")
            if level is Level.ADVANCED
            else Message(
                "The roots need not be found: their sums and products can be read off the coefficients (Vieta)."
            )
        )
    elif level is Level.ADVANCED:
        approach = Message("The expression is symmetric: write it in elementary symmetric polynomials.")
    else:
        approach = Message("Nothing changes when the letters change places, so sums and products of them are enough.")
    return approach, lines


def _sums(conditions: Conditions) -> dict[str, Symbolic]:
    """The elementary symmetric sums that the conditions fix, as `s_1`, `s_2`, …"""
    ideal = Ideal(conditions)
    found: dict[str, Symbolic] = {}
    for size in range(1, len(conditions.letters) + 1):
        letter = f"s_{size}"
        values = ideal.values_of(_elementary(letter, conditions.letters))
        if values.degree() == 1:
            found[letter] = radical_roots(values)[0]
    return found


def _elementary(letter: str, letters: tuple[str, ...]) -> Node:
    size = int(letter.removeprefix("s_"))
    return plus(*(times(*(name(one) for one in chosen)) for chosen in combinations(letters, size)))


def _basic(letter: str, value: Symbolic, letters: tuple[str, ...]) -> Message:
    return Message("The conditions give {fact}.", fact=formula(equals(_elementary(letter, letters), tree(value))))


def _in_sums(solved: SolvedValue, known: Mapping[str, Symbolic]) -> tuple[Node, Node] | None:
    """The wanted expression in the sums, and with their values put in; None where it is not symmetric."""
    letters = {letter: sympy.Symbol(letter) for letter in solved.conditions.letters}
    value = to_sympy(solved.wanted, symbols=letters, variables=frozenset(letters))
    above, below = sympy.fraction(sympy.together(value))
    sides: list[tuple[Node, Node]] = []
    for side in (above, below):
        written, rest, sums = sympy.symmetrize(sympy.expand(side), *letters.values(), formal=True)
        if rest != 0:
            return None
        named = {symbol: sympy.Symbol(f"s_{place + 1}") for place, (symbol, _) in enumerate(sums)}
        in_sums = written.xreplace(named)
        if in_sums.subs({sympy.Symbol(letter): number_ for letter, number_ in known.items()}).free_symbols:
            return None
        node = tree(in_sums)
        values = {letter: tree(number_) for letter, number_ in known.items()}
        unknown = {letter: _elementary(letter, solved.conditions.letters) for letter in names(node) - known.keys()}
        sides.append((node, replace(node, values | unknown)))
    (identity, put), (identity_below, put_below) = sides
    if below == 1:
        return identity, put
    return over(identity, identity_below), over(put, put_below)


# By solving


def _by_solving(solved: SolvedValue, level: Level) -> tuple[Message, list[Message]]:
    lines = _elimination_lines(solved.conditions, level)
    lines += _solutions_lines(solved.points)
    for point in solved.points:
        put = replace(solved.wanted, {letter: tree(value) for letter, value in point.items()})
        value = tree(sympy.expand(sympy.radsimp(to_sympy(put))))
        if len(formula(put).typed) <= 80 and put != value:  # noqa: PLR2004 - a line of paper
            lines.append(Message("For {point}: {value}.", point=point_shown(point), value=formula(equals(put, value))))
    return Message("Solve the equations, then put the solutions in."), lines


def _solutions_lines(points: tuple[Mapping[str, Symbolic], ...]) -> list[Message]:
    if len(points) > _SHOWN:
        return []
    return [Message("A solution is {point}.", point=point_shown(point)) for point in points]


def _by_reducing(solved: SolvedValue, level: Level) -> tuple[Message, list[Message]]:
    if level is Level.ADVANCED:
        approach = Message("Reduce the expression modulo the ideal of the equations, by a Gröbner basis.")
    else:
        approach = Message("Use the equations to replace parts of the expression until no letter is left.")
    if solved.ask is Ask.ONE:
        facts = equals(solved.wanted, solved.result)
        return approach, [Message("Wherever the equations hold, the replacements lead to {fact}.", fact=formula(facts))]
    values = listed(formula(equals(solved.wanted, tree(value))) for value in solved.values)
    if not solved.values:
        return approach, [Message("The expression takes {count} different values.", count=formula(solved.result))]
    return approach, [
        Message("The replacements leave an equation for the expression; it gives {values}.", values=values)
    ]


def _elimination_lines(conditions: Conditions, level: Level) -> list[Message]:
    """The equation for the first letter that is left when the others are gone."""
    linear = _solved_for(conditions)
    lines: list[Message] = []
    if linear is not None and level is not Level.ADVANCED:
        letter, value, equation = linear
        others = [other for other in conditions.equations if other is not equation]
        lines.append(Message("Solve {equation} for {letter}: {result}.", equation=formula(equation),
                             letter=formula(name(letter)), result=formula(equals(name(letter), value))))  # fmt: skip
        put = [Relation(tuple(replace(side, {letter: value}) for side in other.operands), ("=",)) for other in others]
        lines += [Message("Put it in: {result}.", result=formula(relation)) for relation in put]
    kept = next((one for one in conditions.letters if linear is None or one != linear[0]), conditions.letters[0])
    try:
        left = Ideal(conditions).values_of(name(kept))
        roots = radical_roots(left)
    except (UndecidedError, RefusedError):
        return lines
    numerators = left * left.denom()
    if len(conditions.letters) > 1:
        lines.append(Message("With the other unknowns eliminated: {equation}.",
                             equation=formula(equals(polynomial(numerators, kept), _ZERO))))  # fmt: skip
    if conditions.domain is Domain.REAL:
        roots = [root for root in roots if root.is_real]
    if roots:
        lines.append(Message("This gives {values}.", values=assignments(kept, [tree(root) for root in roots])))
    return lines


def _solved_for(conditions: Conditions) -> tuple[str, Node, Relation] | None:
    """A letter that one of two equations gives at once."""
    if len(conditions.letters) != 2 or len(conditions.equations) != 2:  # noqa: PLR2004 - substitution is for two
        return None
    symbols = {letter: sympy.Symbol(letter) for letter in conditions.letters}
    for equation in conditions.equations:
        left, right = (to_sympy(side, symbols=symbols, variables=frozenset(symbols)) for side in equation.operands)
        gap = sympy.expand(left - right)
        if not gap.is_polynomial(*symbols.values()):
            continue
        for letter, symbol in reversed(symbols.items()):
            coefficient = gap.coeff(symbol, 1)
            if sympy.degree(gap, symbol) == 1 and coefficient.is_number:
                rest = sympy.expand(-(gap - coefficient * symbol) / coefficient)
                return letter, tree(rest), equation
    return None


# All solutions


def teach_system(solved: SolvedSystem, level: Level) -> tuple[Passage, ...]:
    conditions = solved.conditions
    given = conditions_shown(conditions)
    letters = listed(formula(name(letter)) for letter in conditions.letters)
    understanding = (
        Message("We look for numbers {letters} that satisfy all of these together: {given}.",
                letters=letters, given=given)
        if level is Level.BEGINNER
        else Message("Solve the system {given}.", given=given)
    )  # fmt: skip
    approach = (
        Message("Eliminate all unknowns but one, solve the equation that is left, and go back (elimination theory).")
        if level is Level.ADVANCED
        else Message("Get an equation with one unknown, solve it, and find the other unknowns from its solutions.")
    )
    steps = _elimination_lines(conditions, level)
    steps += _solutions_lines(solved.points)
    return passages(
        understanding=[understanding],
        approach=[approach],
        steps=steps,
        check=_system_check(solved, level),
        conclusion=[_system_conclusion(solved)],
    )


def _system_check(solved: SolvedSystem, level: Level) -> list[Message]:
    if not solved.points:
        return [Message("A second elimination by another program finds no solution either.")]
    if level is Level.ADVANCED or len(solved.points) > _SHOWN:
        return [Message("Every solution was put back, and resultants give the same number of solutions.")]
    point = solved.points[0]
    put = [
        Relation(
            tuple(replace(side, {letter: tree(value) for letter, value in point.items()}) for side in one.operands),
            ("=",),
        )
        for one in solved.conditions.equations
    ]
    return [Message("Put {point} back: {equations}.", point=point_shown(point),
                    equations=listed(formula(one) for one in put))]  # fmt: skip


def _system_conclusion(solved: SolvedSystem) -> Message:
    if solved.ask is Ask.COUNT:
        return Message("So the number asked for is {result}.", result=formula(number(len(solved.points))))
    if not solved.points:
        if solved.complex_count and solved.conditions.domain is Domain.REAL:
            return Message("No real numbers satisfy all the equations.")
        return Message("No values satisfy all the equations.")
    if len(solved.points) == 1:
        return Message("The only solution is {point}.", point=point_shown(solved.points[0]))
    if len(solved.points) > _SHOWN:
        return Message("There are {count} solutions.", count=len(solved.points))
    listing: Formula | Message = point_shown(solved.points[0])
    for point in solved.points[1:]:
        listing = Message("{points} or {point}", points=listing, point=point_shown(point))
    return Message("There are {count} solutions: {points}.", count=len(solved.points), points=listing)
