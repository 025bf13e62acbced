"""L'Hôpital's rule line by line, with the form that allows it said each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from maths.families.calculus.limit_approached import limit_of
from maths.families.terms import equals, over
from maths.families.write import formula, tree
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.calculus.limit_approached import Approached
    from maths.families.calculus.limit_known import Way
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_MOST_TURNS = 4  # times the rule is applied on paper
_INFINITE = (sympy.oo, -sympy.oo)


def by_hospital(approached: Approached, level: Level) -> Way | None:
    """A quotient of which both parts go to zero or grow without bound, or a product that is turned into one."""
    above, below = sympy.together(approached.function).as_numer_denom()
    lines: list[Message] = []
    if not _form(approached, above, below):
        product = _as_quotient(approached)
        if product is None:
            return None
        above, below = product
        lines.append(
            Message(
                "One factor goes to zero, the other grows without bound: write the product as a quotient, {result}.",
                result=formula(equals(approached.body, _written(above, below))),
            )
        )
    approach = (
        Message(
            "Above and below both become zero or both grow without bound, so "
            "L'Hôpital's rule applies: differentiate above and below."
        )
        if level is not Level.ADVANCED
        else Message("An indeterminate form: L'Hôpital's rule.")
    )
    turns = _turned(approached, above, below, level)
    return (approach, lines + turns) if turns else None


def _form(approached: Approached, above: Symbolic, below: Symbolic) -> str:
    """`0/0`, `oo/oo`, or nothing."""
    if not below.has(approached.symbol):
        return ""
    values = (limit_of(approached, above), limit_of(approached, below))
    if values == (0, 0):
        return "0/0"
    return "∞/∞" if all(value in _INFINITE for value in values) else ""


def _as_quotient(approached: Approached) -> tuple[Symbolic, Symbolic] | None:
    """`x*ln(x)` as ln(x) over 1/x."""
    factors = sympy.Mul.make_args(approached.function)
    grown = [factor for factor in factors if limit_of(approached, factor) in _INFINITE]
    gone = [factor for factor in factors if limit_of(approached, factor) == 0]
    if len(factors) != len(grown) + len(gone) or not grown or not gone:
        return None
    return sympy.Mul(*grown), 1 / sympy.Mul(*gone)


def _written(above: Symbolic, below: Symbolic) -> Node:
    return tree(above) if below == 1 else over(tree(above), tree(below))


def _turned(approached: Approached, above: Symbolic, below: Symbolic, level: Level) -> list[Message]:
    lines: list[Message] = []
    start = approached.limit(approached.body)
    for _ in range(_MOST_TURNS):
        form = _form(approached, above, below)
        if not form:
            break
        previous = approached.limit(_written(above, below)) if lines else start
        above, below = (sympy.factor_terms(sympy.diff(part, approached.symbol)) for part in (above, below))
        if below == 0:
            return []
        written = [_written(above, below)]
        above, below = _tidied(above, below)
        if _written(above, below) != written[0]:
            written.append(_written(above, below))
        last = not _form(approached, above, below)
        chain = [previous, *map(approached.limit, written), *([tree(approached.value)] if last else [])]
        result = formula(equals(*chain))
        lines.append(
            Message("Put in, it has the form {form}, so differentiate above and below, each on its own: {result}.",
                    form=form, result=result)
            if level is Level.BEGINNER
            else Message("Form {form}: {result}.", form=form, result=result)
        )  # fmt: skip
        if last:
            return lines
    return []


def _tidied(above: Symbolic, below: Symbolic) -> tuple[Symbolic, Symbolic]:
    """`(1/x)/(-1/x^2)` as -x: a quotient without fractions in it."""
    if any(part.as_numer_denom()[1] != 1 for part in (above, below)):
        found: tuple[Symbolic, Symbolic] = sympy.cancel(sympy.together(above / below)).as_numer_denom()
        return found
    return above, below
