"""All solutions of one equation by both routes, in whatever way its kind is solved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import acb, fmpq_poly

from maths.families.equations import questions, real_balls
from maths.families.equations.equation import Domain, Equation
from maths.families.equations.exponential import BITS, Exponential
from maths.families.equations.real_exact import solve
from maths.families.equations.real_inverse import is_inverse_kind
from maths.families.equations.real_line import RealLine, agree
from maths.families.equations.real_parts import is_real_kind
from maths.families.equations.resultants import isolated
from maths.families.routes.ball import number as ball
from maths.families.routes.ball import precisely
from maths.families.routes.radicals import divided_by, radical_roots, vanishes
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.write import tree
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Relation

DISAGREE = Message("The two ways of solving it do not agree.")


@dataclass(frozen=True, slots=True)
class Roots:
    """All solutions of an equation by both routes, each once; `exact` None: they have no simple form."""

    exact: tuple[Symbolic, ...] | None
    balls: tuple[acb, ...]
    only_real: bool
    repeated: bool
    settled: Settled | None
    cleared: fmpq_poly | None = None
    excluded: fmpq_poly | None = None


def roots_of(relation: Relation, unknown: str, find: Callable[[fmpq_poly], list[Symbolic]]) -> Roots:
    """Raises UndecidedError, UnsupportedError."""
    if is_real_kind(relation, unknown):
        return _real_roots(relation, unknown)
    if is_inverse_kind(relation, unknown):
        return _exponential_roots(relation, unknown)
    left, right = (rational(side, unknown) for side in relation.operands)
    difference = left + -right
    cleared = difference.numerator
    if cleared.degree() < 0:
        raise UndecidedError(Message("Both sides are always equal: every allowed number solves the equation."))
    excluded = divided_by(difference)
    square_free = cleared // cleared.gcd(cleared.derivative()) if cleared.degree() > 0 else cleared
    allowed = square_free // square_free.gcd(excluded)
    with precisely(questions.BITS):
        balls = tuple(root for root, _ in isolated(allowed)) if allowed.degree() > 0 else ()
    exact, settled = _exact_roots(relation, unknown, cleared, excluded, find)
    if exact is not None and len(exact) != len(balls):
        raise UndecidedError(DISAGREE)
    repeated = cleared.degree() > square_free.degree()
    return Roots(exact, balls, False, repeated, settled, allowed, excluded)  # noqa: FBT003 - named above


def _exponential_roots(relation: Relation, unknown: str) -> Roots:
    task = Exponential(relation, unknown)
    _, _, found = task.solved(radical_roots)
    with precisely(BITS):
        balls = tuple(acb(ball(tree(value), {}).real) for value in found)
    return Roots(tuple(found), balls, True, False, task.settle())  # noqa: FBT003 - only real, none repeated


def _exact_roots(
    relation: Relation,
    unknown: str,
    cleared: fmpq_poly,
    excluded: fmpq_poly,
    find: Callable[[fmpq_poly], list[Symbolic]],
) -> tuple[tuple[Symbolic, ...] | None, Settled | None]:
    try:
        settled = Equation(relation, unknown, Domain.COMPLEX).settle(find)
        found = tuple(root for root in find(cleared) if not vanishes(excluded, root))
    except UndecidedError as error:
        if error.reason == DISAGREE:
            raise
        return None, None
    return found, settled


def _real_roots(relation: Relation, unknown: str) -> Roots:
    chart = real_balls.chart(relation, unknown)
    found = solve(relation, unknown)
    agree(found, chart)
    if found.is_empty:
        points: tuple[Symbolic, ...] = ()
    elif found.points is None:
        raise UndecidedError(Message("It has infinitely many solutions."))
    else:
        points = found.points
    settled = RealLine(relation, unknown).settle()
    return Roots(points, tuple(acb(place) for place in chart.boundaries), True, False, settled)  # noqa: FBT003 - named above
