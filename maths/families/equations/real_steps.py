"""The worked solution of an equation or inequality in one real unknown."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.equations.real_chart_steps import CHARTED, chart_steps, excluded
from maths.families.equations.real_exact import X, candidates, domain, where
from maths.families.equations.real_linear_steps import linear_approach, linear_sides, linear_steps
from maths.families.equations.real_modulus_steps import modulus_steps
from maths.families.equations.real_parts import index_of, radicand_of
from maths.families.equations.real_radical_steps import cleared
from maths.families.equations.real_set import RealSet, finite, samples
from maths.families.equations.real_solved import SolvedReal, where_known
from maths.families.terms import equals, name, number, power, replace, substitute
from maths.families.write import assignments, formula, letter, listed, passages, tree
from maths.message import Message
from maths.tree import Call, Negative, Quotient, Relation, Sum, names, walk
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_ZERO = number(0)
_SQUARE = 2
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}


def teach(solved: SolvedReal, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[_understanding(solved, level)],
        approach=[_approach(solved, level)],
        steps=_steps(solved, level),
        check=_check(solved, level),
        conclusion=[_conclusion(solved)],
    )


def _understanding(solved: SolvedReal, level: Level) -> Message:
    unknown, statement = letter(solved.unknown), formula(solved.relation)
    if level is Level.BEGINNER:
        return Message(
            "We look for every real number that can stand in place of {unknown} so that {statement} is true.",
            unknown=unknown,
            statement=statement,
        )
    return Message("Find every real number {unknown} with {statement}.", unknown=unknown, statement=statement)


def _approach(solved: SolvedReal, level: Level) -> Message:  # noqa: PLR0911 - one line a case
    if level is Level.ADVANCED:
        return _short_approach(solved)
    if solved.moduli:
        return Message(
            "An absolute value is what stands inside it or its opposite, depending on "
            "the sign: go through both cases and keep from each only what belongs to it."
        )
    if solved.radicals and solved.is_equation:
        return Message(
            "Remove the root by raising both sides to its power. That can bring in values "
            "that do not solve the equation, so every value found is put back."
        )
    if solved.radicals:
        return Message("First say where the root exists, then compare both sides there, with regard to their signs.")
    if linear_sides(solved) is not None:
        return linear_approach(level)
    if _is_charted(solved) and level is Level.BEGINNER:
        return Message(
            "Compare with zero and write the other side as a product. A factor changes its sign only where it is zero. "
            "Between those places nothing changes, so one number tells about a whole interval."
        )
    if _is_charted(solved):
        return Message("Bring everything to one side, factor, and make a sign chart of the factors.")
    return Message(
        "Find the numbers where both sides are equal or a denominator is zero: only there can it change whether the "
        "inequality is true. Then look at the intervals between them."
    )


def _short_approach(solved: SolvedReal) -> Message:
    if linear_sides(solved) is not None:
        return linear_approach(Level.ADVANCED)
    if solved.moduli:
        return Message("Distinguish cases by the signs of the arguments of the absolute values.")
    if solved.radicals and solved.is_equation:
        return Message("Raising to a power is no equivalence: solve, then discard what is extraneous.")
    if solved.radicals:
        return Message("On the domain of the root raising to a power is monotonic where both sides are not negative.")
    return Message("Sign chart: by the intermediate value theorem the sign changes only at zeros and poles.")


# Steps


def _steps(solved: SolvedReal, level: Level) -> list[Message]:
    lines = _domain(solved, level)
    tidy = solved.tidy
    if tidy != solved.relation:
        lines.append(
            Message("The root of a square is the absolute value of what was squared: {result}.", result=formula(tidy))
        )
    if solved.moduli:
        return lines + modulus_steps(solved, tidy, level)
    if solved.radicals and solved.is_equation and solved.found.points is not None:
        return lines + _radical_steps(solved, tidy, level)
    if (sides := linear_sides(solved)) is not None:
        return lines + linear_steps(solved, sides, level)
    return lines + _links(solved, level) + ([] if _is_charted(solved) else _chart(solved, level))


def _is_charted(solved: SolvedReal) -> bool:
    """Whether a sign chart of factors shows the answer: comparisons of polynomials and fractions of them."""
    return not solved.radicals and not solved.moduli and set(solved.relation.operators) <= set(CHARTED)


def _domain(solved: SolvedReal, level: Level) -> list[Message]:
    """What may not be zero, and what may not be negative."""
    lines: list[Message] = []
    seen: list[Node] = []
    for part in walk(solved.relation):
        match part:
            case Quotient(denominator=below) if names(below, frozenset({solved.unknown})) and below not in seen:
                seen.append(below)
                condition = Relation((below, _ZERO), ("!=",))
                shown = excluded(below, solved.unknown)
                lines.append(
                    Message("A denominator must not be zero: {condition}.", condition=formula(condition))
                    if shown is None
                    else Message(
                        "A denominator must not be zero: {condition}, that is {excluded}.",
                        condition=formula(condition),
                        excluded=shown,
                    )
                )
            case _ if index_of(part) and index_of(part) % 2 == 0 and radicand_of(part) not in seen:
                radicand = radicand_of(part)
                seen.append(radicand)
                condition = Relation((radicand, _ZERO), (">=",))
                allowed = where_known(radicand, ">=", solved.unknown)
                if (
                    level is Level.BEGINNER
                    and allowed is not None
                    and not allowed.is_empty
                    and radicand != name(solved.unknown)
                ):
                    lines.append(
                        Message(
                            "There is a real root only of what is not negative: {condition}, that is {allowed}.",
                            condition=formula(condition),
                            allowed=solved.sets(allowed),
                        )
                    )
                else:
                    lines.append(Message("Under the root: {condition}.", condition=formula(condition)))
    return lines


def _radical_steps(solved: SolvedReal, relation: Relation, level: Level) -> list[Message]:
    left, right = relation.operands
    lines: list[Message] = []
    difference = Sum((left, Negative(right)))
    found = candidates(difference, solved.unknown)
    index = index_of(left)
    way = cleared(relation, solved.unknown, level)
    if way:
        lines += way
    elif index and isinstance(left, Call) and not any(index_of(part) for part in walk(right)):
        raised = equals(radicand_of(left), power(right, index))
        if index == _SQUARE:
            lines.append(Message("Square both sides: {result}.", result=formula(raised)))
        else:
            lines.append(
                Message("Raise both sides to the power {index}: {result}.", index=index, result=formula(raised))
            )
    else:
        lines.append(
            Message("Put the roots alone on one side, raise to their power, and repeat until no root is left.")
        )
    if not found:
        return [*lines, Message("The equation without roots has no real solution.")]
    lines.append(
        Message(
            "The equation without roots has the real solutions {found}; only these can solve the given one.",
            found=solved.sets(finite(found)),
        )
    )
    allowed = domain(difference, solved.unknown)
    for value in sorted(found):
        assigned = formula(equals(name(solved.unknown), tree(value)))
        if not allowed.has(value):
            lines.append(Message("For {value} a side has no real value: it is not a solution.", value=assigned))
        elif not solved.found.has(value):
            lines.append(
                Message(
                    "For {value} the sides are different, {sides}: it came in by squaring and is not a solution.",
                    value=assigned,
                    sides=_sides(solved, value),
                )
            )
    return lines


def _links(solved: SolvedReal, level: Level) -> list[Message]:
    """What each link says, solved alone."""
    lines: list[Message] = []
    for (left, right), operator in zip(pairwise(solved.relation.operands), solved.relation.operators, strict=True):
        link = Relation((left, right), (operator,))
        if not names(link, frozenset({solved.unknown})):
            continue
        if _is_charted(solved):
            lines += chart_steps(solved, link, level)
        elif not solved.radicals:
            lines += _factored(solved, left, right, operator, level)
        if len(solved.relation.operators) > 1:
            found = where(Sum((left, Negative(right))), operator, solved.unknown)
            if not found.is_empty:
                lines.append(Message("{part} holds exactly for {found}.", part=formula(link), found=solved.sets(found)))
    return lines


def _factored(solved: SolvedReal, left: Node, right: Node, operator: str, level: Level) -> list[Message]:
    """Everything on one side, as a product or one fraction of products."""
    difference = sympy.cancel(sympy.together(to_sympy(Sum((left, Negative(right))), symbols={solved.unknown: X})))
    above, below = sympy.fraction(difference)
    moved = sympy.factor(above) / sympy.factor(below)
    shown = replace(tree(moved), {"x": name(solved.unknown)})
    lines: list[Message] = []
    if Relation((shown, _ZERO), (operator,)) != Relation((left, right), (operator,)):
        lines.append(
            Message(
                "Bring everything to one side and factor: {result}.",
                result=formula(Relation((shown, _ZERO), (operator,))),
            )
        )
    zeros = RealSet((), (False,)) if above.is_number else _zeros(above)
    poles = RealSet((), (False,)) if below.is_number else _zeros(below)
    if not zeros.is_empty:
        lines.append(Message("The sides are equal for {found}.", found=solved.sets(zeros)))
    if not poles.is_empty:
        lines.append(Message("A denominator is zero for {found}.", found=solved.sets(poles)))
    if zeros.is_empty and poles.is_empty and not above.is_number and level is not Level.ADVANCED:
        lines.append(Message("The sides are never equal, so the same side is greater everywhere."))
    return lines


def _zeros(polynomial: Symbolic) -> RealSet:
    from maths.families.equations.real_exact import real_roots

    found: list[Symbolic] = []
    for factor, _ in sympy.Poly(polynomial, X, domain="QQ").factor_list()[1]:
        found += real_roots(factor)
    return finite(found)


def _chart(solved: SolvedReal, level: Level) -> list[Message]:
    """One number from every interval between the places where the truth changes."""
    if level is Level.ADVANCED and not solved.radicals:
        return [
            Message("By continuity the sign is constant between these places, and it is read off at one point each.")
        ]
    return [_tested(solved, value) for value in samples(solved.found)]


def _tested(solved: SolvedReal, value: Symbolic) -> Message:
    assigned = formula(equals(name(solved.unknown), tree(value)))
    if not domain(Sum(solved.relation.operands), solved.unknown).has(value):
        return Message("For {value} a side has no real value: it is not a solution.", value=assigned)
    if solved.found.has(value):
        return Message(
            "Test {value}: {sides}; the statement is true there.", value=assigned, sides=_sides(solved, value)
        )
    return Message(
        "Test {value}: {sides}; the statement is not true there.", value=assigned, sides=_sides(solved, value)
    )


def _sides(solved: SolvedReal, value: Symbolic) -> Formula:
    """Every side that depends on the unknown, with the number put in, and its value."""
    shown: list[Formula] = []
    for side in solved.relation.operands:
        if solved.unknown not in names(side, frozenset({solved.unknown})):
            continue
        put = substitute(side, solved.unknown, tree(value))
        result = sympy.expand(sympy.radsimp(to_sympy(put)))
        shown.append(formula(equals(put, tree(result))))
    return listed(shown)


def _check(  # noqa: PLR0911 - one kind of check a line
    solved: SolvedReal, level: Level
) -> list[Message]:
    points = solved.found.points
    if level is not Level.ADVANCED and _is_charted(solved):
        return _trials(solved)
    if level is not Level.ADVANCED and linear_sides(solved) is not None:
        return [_tested(solved, value) for value in samples(solved.found)]
    if not solved.found.breakpoints and solved.is_equation:
        return [Message("A second calculation by another program finds no real solution either.")]
    if not solved.found.breakpoints:
        return [Message("The boundaries, and a number between each two of them, were put in once more.")]
    if points is None:
        ends = [place for i, place in enumerate(solved.found.breakpoints) if solved.found.truths[2 * i + 1]]
        if not ends:
            return [Message("No end of an interval belongs to the solutions: nothing there makes the statement true.")]
        return [
            Message(
                "Of the ends exactly these satisfy the statement: {ends}.",
                ends=assignments(solved.unknown, [tree(end) for end in ends]),
            )
        ]
    return [
        Message(
            "With {value}: {sides}, as required.",
            value=formula(equals(name(solved.unknown), tree(point))),
            sides=_sides(solved, point),
        )
        for point in points
    ]


def _trials(solved: SolvedReal) -> list[Message]:
    """A number that is a solution and one that is none, put into the statement as it was given."""
    tried = [*samples(solved.found), *(solved.found.points or ())]
    inside = [value for value in tried if solved.found.has(value)][:1]
    outside = [value for value in tried if not solved.found.has(value)][:1]
    return [_tested(solved, value) for value in inside + outside]


def _conclusion(solved: SolvedReal) -> Message:
    if solved.found.is_empty:
        if solved.is_equation:
            return Message("No real number solves the equation.")
        return Message("No real number satisfies the inequality.")
    if solved.found.is_everything:
        return Message("All real numbers are solutions.")
    points = solved.found.points
    if solved.is_equation and points is not None:
        found = assignments(solved.unknown, [tree(point) for point in points])
        if len(points) == 1:
            return Message("The solution is {solution}.", solution=found)
        return Message("The solutions are {solutions}.", solutions=found)
    return Message("It is true exactly for {found}.", found=solved.sets(solved.found))
