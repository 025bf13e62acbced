"""What is asked of a finite set of values: their sum, their product, how many they are, the largest, …

Routes: SymPy on the exact values; the same in balls on the values that python-flint isolated.
"""

from __future__ import annotations

from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

import sympy
from flint import acb, arb

from maths.families.equations.unknowns import Ask
from maths.families.routes.ball import number as ball
from maths.families.routes.ball import precisely
from maths.families.routes.radicals import sort_key
from maths.families.settled import UndecidedError
from maths.families.terms import equals, number, over, plus, power, times
from maths.families.write import formula, listed, tree
from maths.message import Message
from maths.tree import Negative, Sum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node

BITS = 900
_CLOSE = 200  # both routes agree to 2^-_CLOSE
_PAIR = 2
_SHOWN = 6  # values whose sum is written out
_DISAGREE = Message("The two ways of solving it do not agree.")


def answer(ask: Ask, values: Sequence[Symbolic], balls: Sequence[acb]) -> Symbolic:
    """The number asked for. Raises UndecidedError where the question does not fit the values."""
    first, second = _exact(ask, values), in_balls(ask, balls)
    with precisely(BITS):
        gap = ball(tree(first), {}) - second
        if not gap.contains(0) or float(gap.rad()) > 2.0**-_CLOSE:
            raise UndecidedError(_DISAGREE)
    return first


def _exact(ask: Ask, values: Sequence[Symbolic]) -> Symbolic:  # noqa: C901, PLR0911 - one line a question
    _fits(ask, len(values))
    match ask:
        case Ask.COUNT:
            return sympy.Integer(len(values))
        case Ask.SUM:
            return _tidy(sympy.Add(*values))
        case Ask.PRODUCT:
            return _tidy(reduce(lambda a, b: sympy.expand(a * b), values))
        case Ask.SQUARES:
            return _tidy(sympy.Add(*(sympy.expand(value**2) for value in values)))
        case Ask.RECIPROCALS:
            if any(value == 0 for value in values):
                raise UndecidedError(Message("Nothing can be divided by zero."))
            return _tidy(sympy.Add(*(sympy.radsimp(1 / value) for value in values)))
    if not all(value.is_real for value in values):
        raise UndecidedError(Message("Not all of the values are real: there is no largest and no smallest."))
    ordered = sorted(values, key=sort_key)
    match ask:
        case Ask.LARGEST:
            return ordered[-1]
        case Ask.SMALLEST:
            return ordered[0]
        case Ask.DIFFERENCE:
            return _tidy(ordered[1] - ordered[0])
    raise UndecidedError(Message("It is not said what is asked."))


def _tidy(value: Symbolic) -> Symbolic:
    return sympy.nsimplify(sympy.expand(value)) if value.is_Rational else sympy.expand(sympy.radsimp(value))


def _fits(ask: Ask, count: int) -> None:
    if ask is Ask.COUNT:
        return
    if count == 0:
        raise UndecidedError(Message("There is no such value, so the question has no answer."))
    if ask is Ask.DIFFERENCE and count != _PAIR:
        raise UndecidedError(Message("The difference is asked, and there are not two values."))


def in_balls(ask: Ask, balls: Sequence[acb]) -> acb:  # noqa: PLR0911 - one line a question
    _fits(ask, len(balls))
    with precisely(BITS):
        match ask:
            case Ask.COUNT:
                return acb(len(balls))
            case Ask.SUM:
                return sum(balls, acb(0))
            case Ask.PRODUCT:
                return reduce(lambda a, b: a * b, balls, acb(1))
            case Ask.SQUARES:
                return sum((value * value for value in balls), acb(0))
            case Ask.RECIPROCALS:
                return sum((1 / value for value in balls), acb(0))
        ordered = _ordered([value.real for value in balls])
        if ask is Ask.DIFFERENCE:
            return acb(ordered[-1] - ordered[0])
        return acb(ordered[-1] if ask is Ask.LARGEST else ordered[0])


def _ordered(reals: list[arb]) -> list[arb]:
    found: list[arb] = []
    for value in reals:
        place = next((i for i, other in enumerate(found) if value < other), len(found))
        found.insert(place, value)
    if any(not low < high for low, high in pairwise(found)):
        raise UndecidedError(_DISAGREE)
    return found


def said(ask: Ask, values: Sequence[Node], result: Node) -> Message:  # noqa: PLR0911 - one line a question
    """The last line of a worked solution, with the calculation written out where it is short."""
    shown = _worked(ask, values, result)
    match ask:
        case Ask.SUM:
            return Message("Their sum is {result}.", result=shown)
        case Ask.PRODUCT:
            return Message("Their product is {result}.", result=shown)
        case Ask.COUNT:
            return Message("So the number asked for is {result}.", result=shown)
        case Ask.LARGEST:
            return Message("The largest of them is {result}.", result=shown)
        case Ask.SMALLEST:
            return Message("The smallest of them is {result}.", result=shown)
        case Ask.DIFFERENCE:
            return Message("Their difference is {result}.", result=shown)
        case Ask.SQUARES:
            return Message("The sum of their squares is {result}.", result=shown)
        case Ask.RECIPROCALS:
            return Message("The sum of their reciprocals is {result}.", result=shown)
    return Message("The value is {result}.", result=shown)


def _worked(ask: Ask, values: Sequence[Node], result: Node) -> Formula:
    if len(values) not in range(2, _SHOWN + 1):
        return formula(result)
    one = number(1)
    match ask:
        case Ask.SUM:
            worked: Node = plus(*values)
        case Ask.PRODUCT:
            worked = times(*values)
        case Ask.SQUARES:
            worked = plus(*(power(value, 2) for value in values))
        case Ask.RECIPROCALS:
            worked = plus(*(over(one, value) for value in values))
        case Ask.DIFFERENCE:
            worked = Sum((values[-1], Negative(values[0])))
        case _:
            return formula(result)
    return formula(equals(worked, result))


def list_of(values: Sequence[Symbolic]) -> Formula:
    """Several values with commas between."""
    return listed(formula(tree(value)) for value in values)
