"""Worked steps for absolute values: a case for each sign of what stands inside, or the distance on the number line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families import polynomial_steps
from maths.families.equations.real_exact import where
from maths.families.equations.real_linear_steps import linear_sides, linear_steps
from maths.families.equations.real_set import EVERYTHING, RealSet, finite, samples
from maths.families.equations.real_solved import SolvedReal, solved_set
from maths.families.routes.linear import linear
from maths.families.routes.rational import rational
from maths.families.terms import equals, fraction, name, number, polynomial, term
from maths.families.write import assignments, formula, tree
from maths.message import Message
from maths.tree import Call, Negative, Relation, names, walk
from maths.values import rewritten
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node

_ZERO = number(0)
_THREE = 3
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}


def modulus_steps(solved: SolvedReal, relation: Relation, level: Level) -> list[Message]:
    """A distance, the pieces of the number line between the zeros, or the innermost absolute value first."""
    special = _by_distance(solved, relation, level)
    if special:
        return special
    moduli = [part for part in reversed(list(walk(relation))) if isinstance(part, Call) and part.function == "abs"]
    moduli = list(dict.fromkeys(moduli))
    zeros = [_zero_of(modulus.arguments[0], solved.unknown) for modulus in moduli]
    if len(moduli) > 1 and all(zero is not None for zero in zeros):
        return _along_the_line(solved, relation, moduli, finite([zero for zero in zeros if zero is not None]), level)
    modulus = moduli[0]
    (inner,) = modulus.arguments
    lines: list[Message] = []
    for operator, value in ((">=", inner), ("<", Negative(inner))):
        there = where(inner, operator, solved.unknown)
        if not there.is_empty:
            case = _case(formula(Relation((inner, _ZERO), (operator,))), solved.sets(there))
            lines += _in_case(solved, case, there, _with(relation, modulus, value), level)
    return lines


def _zero_of(inner: Node, unknown: str) -> Symbolic | None:
    """Where a linear expression is zero."""
    try:
        form = linear(inner)
    except RefusedError:
        return None
    if set(form.coefficients) != {unknown}:
        return None
    zero = -fraction(form.constant) / fraction(form.coefficients[unknown])
    return sympy.Rational(zero.numerator, zero.denominator)


def _along_the_line(
    solved: SolvedReal, relation: Relation, moduli: list[Call], zeros: RealSet, level: Level
) -> list[Message]:
    """One case between each two of the numbers at which an absolute value changes its formula."""
    places = zeros.breakpoints
    shown = assignments(solved.unknown, [tree(place) for place in places])
    lines = [Message("What stands in absolute values is zero for {places}: there the number line is cut in pieces.",
                     places=shown)]  # fmt: skip
    for index, inside in enumerate(samples(zeros)):
        there = RealSet((), (True,))
        if index > 0:
            there = there & RealSet((places[index - 1],), (False, True, True))
        if index < len(places):
            there = there & RealSet((places[index],), (True, False, False))
        becomes = relation
        for modulus in moduli:
            (inner,) = modulus.arguments
            positive = where(inner, ">=", solved.unknown).has(inside)
            becomes = _with(becomes, modulus, inner if positive else Negative(inner))
        lines += _in_case(solved, solved.sets(there), there, becomes, level)
    return lines


def _in_case(
    solved: SolvedReal, case: Formula | Message, there: RealSet, becomes: Relation, level: Level
) -> list[Message]:
    """What the statement becomes there, how that is solved, and what of it lies there."""
    everywhere = solved_set(becomes, solved.unknown)
    found = there & everywhere
    shown = formula(becomes)
    if level is Level.ADVANCED:
        if found.is_empty:
            return [Message("Case {case}: it becomes {becomes}, and no number there solves it.", case=case,
                            becomes=shown)]  # fmt: skip
        return [Message("Case {case}: it becomes {becomes}, and there this holds for {found}.", case=case,
                        becomes=shown, found=solved.sets(found))]  # fmt: skip
    lines = [Message("Case {case}: it becomes {becomes}.", case=case, becomes=shown)]
    return [*lines, *_solving(becomes, everywhere, solved, level), _of_the_case(solved, becomes, everywhere, found)]


def _of_the_case(solved: SolvedReal, becomes: Relation, everywhere: RealSet, found: RealSet) -> Message:
    """What of the solutions belongs to the case."""
    if everywhere.is_empty or everywhere.is_everything:
        constant = formula(Relation(tuple(_worked_out(side) for side in becomes.operands), becomes.operators))
        if everywhere.is_empty:
            return Message("Worked out it says {result}, and no number makes that true.", result=constant)
        return Message("Worked out it says {result}, which is always true: all numbers of this case are solutions.",
                       result=constant)  # fmt: skip
    shown = solved.sets(everywhere)
    if found.is_empty:
        return Message("That is true for {everywhere}, but nothing of it belongs to this case.", everywhere=shown)
    if found == everywhere:
        return Message("That is true for {found}, and this belongs to the case.", found=shown)
    return Message("That is true for {everywhere}; in this case that leaves {found}.", everywhere=shown,
                   found=solved.sets(found))  # fmt: skip


def _worked_out(side: Node) -> Node:
    return tree(sympy.expand(to_sympy(side)))


def _solving(part: Relation, found: RealSet, solved: SolvedReal, level: Level) -> list[Message]:
    """The lines that solve a linear or quadratic equation, or a linear inequality; none for others."""
    alone = SolvedReal(part, solved.unknown, found)
    if any(isinstance(inner, Call) for inner in walk(part)):
        return []
    if (sides := linear_sides(alone, equations=True)) is not None:
        return linear_steps(alone, sides, level)
    if not alone.is_equation:
        return []
    try:
        left, right = (rational(side, solved.unknown) for side in part.operands)
    except RefusedError:
        return []
    whole = (left + -right).numerator
    if whole.degree() < 1 or found.points is None or len(found.points) != whole.degree():
        return []
    if whole.leading_coefficient() < 0:
        whole = -whole
    zero = formula(equals(polynomial(whole, solved.unknown), _ZERO))
    return [Message("On one side: {result}.", result=zero), *polynomial_steps.solve(whole, solved.unknown, level)]


def _with(relation: Relation, part: Node, value: Node) -> Relation:
    """The statement with a value in place of a part."""
    operands = tuple(rewritten(side, lambda inner: value if inner == part else None) for side in relation.operands)
    return Relation(operands, relation.operators)


def _case(condition: Formula, that: Formula) -> Formula | Message:
    return condition if condition == that else Message("{condition}, that is {that}", condition=condition, that=that)


def _two_moduli(solved: SolvedReal, left: Node, right: Node, level: Level) -> list[Message]:
    """`|f| = |g|`"""
    if not (_is_plain_modulus(left) and _is_plain_modulus(right)):
        return []
    (first,), (second,) = left.arguments, right.arguments  # type: ignore[union-attr]
    parts = [equals(first, second), equals(first, Negative(second))]
    lines = [
        Message(
            "Two numbers have the same absolute value when they are equal or opposite: {first} or {second}.",
            first=formula(parts[0]),
            second=formula(parts[1]),
        )
    ]
    return lines + [line for part in parts for line in _follows(solved, part, level)]


def _is_plain_modulus(node: Node) -> bool:
    inner = [part for part in walk(node) if isinstance(part, Call) and part.function == "abs"]
    return inner == [node]


def _follows(solved: SolvedReal, part: Relation, level: Level, *, one_of: int = 2) -> list[Message]:
    found = solved_set(part, solved.unknown)
    if found.is_empty:
        return [Message("No real number satisfies {part}.", part=formula(part))]
    if solved.sets(found) == formula(part):
        return []
    last = Message("From {part} follows {found}.", part=formula(part), found=solved.sets(found))
    if level is Level.ADVANCED:
        return [last]
    lines = _between(part, solved.unknown) or _solving(part, found, solved, level)
    if not lines:
        return [last]
    return [*([Message("Take {part}.", part=formula(part))] if one_of > 1 else []), *lines]


def _between(part: Relation, unknown: str) -> list[Message]:
    """`-7 < 3*x - 2 < 7`: the same done to all three parts."""
    if len(part.operands) != _THREE:
        return []
    try:
        forms = [linear(side) for side in part.operands]
    except RefusedError:
        return []
    slope, constant = fraction(forms[1].coefficients.get(unknown, 0)), fraction(forms[1].constant)
    low, high = (fraction(form.constant) for form in (forms[0], forms[2]))
    if slope == 0 or any(form.coefficients for form in (forms[0], forms[2])):
        return []
    lines: list[Message] = []
    low, high = low - constant, high - constant
    moved = formula(Relation((number(low), term(slope, unknown, 1), number(high)), part.operators))
    amount = formula(number(abs(constant)))
    if constant > 0:
        lines.append(Message("Subtract {what} from all three parts: {result}.", what=amount, result=moved))
    elif constant < 0:
        lines.append(Message("Add {what} to all three parts: {result}.", what=amount, result=moved))
    if slope == 1:
        return lines
    divisor = formula(number(slope))
    ends = sorted((low / slope, high / slope))
    result = formula(Relation((number(ends[0]), name(unknown), number(ends[1])), part.operators))
    if slope < 0:
        return [*lines, Message("Divide all three parts by {divisor}. That is a negative number, so both signs turn "
                                "round; written from small to large: {result}.", divisor=divisor,
                                result=result)]  # fmt: skip
    return [*lines, Message("Divide all three parts by {divisor}: {result}.", divisor=divisor, result=result)]


def _by_distance(solved: SolvedReal, relation: Relation, level: Level) -> list[Message]:
    """`|f| = c`, `|f| < c`, `|f| > c` with a number c."""
    if len(relation.operators) > 1:
        return []
    given = relation
    relation = _alone(relation, solved.unknown) or relation
    left, right = relation.operands
    (operator,) = relation.operators
    if operator == "=" and (lines := _two_moduli(solved, left, right, level)):
        return lines
    if isinstance(right, Call):
        left, right, operator = right, left, _TURNED[operator]
    if not (isinstance(left, Call) and left.function == "abs") or names(right, frozenset({solved.unknown})):
        return []
    (inner,) = left.arguments
    bound = to_sympy(right)
    if bound.is_negative or any(isinstance(part, Call) and part.function == "abs" for part in walk(inner)):
        return _never_negative(formula(left), operator) if bound.is_negative else []
    opposite = tree(-bound)
    match operator:
        case "<" | "<=":
            parts = [Relation((opposite, inner, right), (operator, operator))]
        case ">" | ">=":
            parts = [Relation((inner, opposite), (_TURNED[operator],)), Relation((inner, right), (operator,))]
        case _:
            parts = [equals(inner, right)] if bound == 0 else [equals(inner, right), equals(inner, opposite)]
    alone = Relation((left, right), (operator,))
    return [
        *_isolating(given, relation),
        _meaning(alone, parts),
        *(line for part in parts for line in _follows(solved, part, level, one_of=len(parts))),
    ]


def _alone(relation: Relation, unknown: str) -> Relation | None:
    """`2*|x - 1| - 3 = 7` as `|x - 1| = 5`: one absolute value, and numbers around it."""
    moduli = {part for part in walk(relation) if isinstance(part, Call) and part.function == "abs"}
    if len(moduli) != 1:
        return None
    (modulus,) = moduli
    stand_in = name("_m")
    swapped = rewritten(relation, lambda part: stand_in if part == modulus else None)
    if not isinstance(swapped, Relation) or unknown in names(swapped, frozenset({unknown})):
        return None
    sides = linear_sides(SolvedReal(swapped, stand_in.full, EVERYTHING), equations=True)
    if sides is None:
        return None
    (a, b), (c, d) = sides
    (operator,) = relation.operators
    return Relation((modulus, number((d - b) / (a - c))), (_TURNED[operator] if a < c else operator,))


def _isolating(given: Relation, alone: Relation) -> list[Message]:
    if formula(given) == formula(alone) or formula(given) == formula(Relation(alone.operands[::-1], given.operators)):
        return []
    return [Message("The absolute value alone on one side: {result}.", result=formula(alone))]


def _meaning(relation: Relation, parts: list[Relation]) -> Message:
    statement, (first, *more) = formula(relation), [formula(part) for part in parts]
    if more:
        return Message("{statement} means: {first} or {second}.", statement=statement, first=first, second=more[0])
    return Message("{statement} means: {first}.", statement=statement, first=first)


def _never_negative(modulus: Formula, operator: str) -> list[Message]:
    if operator in {">", ">=", "!="}:
        return [
            Message(
                "An absolute value is never negative, so {modulus} is always greater than a negative number.",
                modulus=modulus,
            )
        ]
    return [Message("An absolute value is never negative, so {modulus} cannot be a negative number.", modulus=modulus)]
