"""A limit as it is found by hand: putting in, cancelling, the highest power, L'Hôpital's rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.families.terms import equals, name, over, substitute
from maths.families.write import formula, letter, passages, tree
from maths.message import Message
from maths.tree import Limit
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_TURNS = 4  # times L'Hôpital's rule is applied on paper


@dataclass(frozen=True, slots=True)
class Approached:
    body: Node
    variable: str
    target: Node
    side: str
    function: Symbolic
    symbol: Symbolic
    point: Symbolic
    value: Symbolic

    def limit(self, body: Node) -> Node:
        return Limit(body, name(self.variable), self.target, self.side)

    def equation(self, *functions: Symbolic) -> Formula:
        """A chain of limits that are all the same, ending in the value."""
        limits = [self.limit(tree(function)) for function in functions]
        return formula(equals(self.limit(self.body), *limits, tree(self.value)))


@dataclass(frozen=True, slots=True)
class Parted:
    """Different limits from the left and from the right."""

    body: Node
    variable: str
    target: Node
    left: Symbolic
    right: Symbolic


def teach_parted(parted: Parted, level: Level) -> tuple[Passage, ...]:
    sides = [
        formula(equals(Limit(parted.body, name(parted.variable), parted.target, side), tree(value)))
        for side, value in (("-", parted.left), ("+", parted.right))
    ]
    function, point = formula(parted.body), formula(parted.target)
    return passages(
        understanding=[
            Message(
                "Does {function} come closer to one number near {point}, from both sides?",
                function=function,
                point=point,
            )
            if level is Level.BEGINNER
            else Message("Compare the one-sided limits of {function} at {point}.", function=function, point=point)
        ],
        approach=[Message("A limit exists only if the limits from the left and from the right are the same number.")],
        steps=[
            Message("From the left: {result}.", result=sides[0]),
            Message("From the right: {result}.", result=sides[1]),
        ],
        check=[Message("Values close to the point on either side were followed and show the same.")],
        conclusion=[Message("The two sides differ, so the limit does not exist.")],
    )


def teach(approached: Approached, level: Level) -> tuple[Passage, ...]:
    answer = approached.equation()
    return passages(
        understanding=[_understanding(approached, level)],
        approach=[_approach(approached, level)],
        steps=_steps(approached, level),
        check=_check(approached),
        conclusion=[Message("The limit is {answer}.", answer=answer)],
    )


def _understanding(approached: Approached, level: Level) -> Message:
    function, variable, target = formula(approached.body), letter(approached.variable), formula(approached.target)
    if level is Level.BEGINNER:
        return Message(
            "We look for the number that {function} comes closer and closer to when {variable} approaches {target}.",
            function=function,
            variable=variable,
            target=target,
        )
    return Message(
        "Find the limit of {function} as {variable} approaches {target}.",
        function=function,
        variable=variable,
        target=target,
    )


def _put_in(approached: Approached) -> Symbolic:
    """The value at the point itself, or None where there is none."""
    if approached.point in (sympy.oo, -sympy.oo):
        return None
    value = approached.function.subs(approached.symbol, approached.point)
    return value if value.is_finite and not value.has(sympy.nan, sympy.zoo) else None


def _approach(approached: Approached, level: Level) -> Message:
    if level is Level.ADVANCED and _is_undetermined(approached) and _put_in(approached) is None:
        return Message("An indeterminate form: L'Hôpital's rule.")
    if _put_in(approached) is not None:
        return Message("The function is continuous there, so putting the point in gives the limit.")
    if approached.function.is_rational_function(approached.symbol):
        if approached.point in (sympy.oo, -sympy.oo):
            return Message("For a quotient of polynomials at infinity only the highest powers matter.")
        return Message("Putting the point in gives no value, so first cancel the factor that becomes zero.")
    if _is_undetermined(approached):
        return Message(
            "Above and below both become zero or both grow without bound, so "
            "L'Hôpital's rule applies: differentiate above and below."
        )
    return Message("Look which part of the function wins near that point.")


def _parts(approached: Approached) -> tuple[Symbolic, Symbolic]:
    above, below = sympy.together(approached.function).as_numer_denom()
    return above, below


def _is_undetermined(approached: Approached) -> bool:
    above, below = _parts(approached)
    return _kind(approached, above) == _kind(approached, below) != "other" and below.has(approached.symbol)


def _kind(approached: Approached, part: Symbolic) -> str:
    side = approached.side or ("-" if approached.point == sympy.oo else "+")
    try:
        value = sympy.limit(part, approached.symbol, approached.point, side)
    except (NotImplementedError, ValueError, sympy.PoleError):
        return "other"
    if value == 0:
        return "zero"
    return "infinite" if value in (sympy.oo, -sympy.oo) else "other"


def _steps(approached: Approached, level: Level) -> list[Message]:
    if _put_in(approached) is not None:
        filled = formula(
            equals(substitute(approached.body, approached.variable, approached.target), tree(approached.value))
        )
        return [Message("Put the point in: {result}.", result=filled)]
    if approached.function.is_rational_function(approached.symbol):
        return _rational(approached, level)
    if _is_undetermined(approached):
        return _hospital(approached, level)
    return [Message("Near that point the values settle at the limit: {result}.", result=approached.equation())]


def _rational(approached: Approached, level: Level) -> list[Message]:
    above, below = _parts(approached)
    if approached.point in (sympy.oo, -sympy.oo):
        degree = int(sympy.degree(below, approached.symbol))
        highest = approached.symbol**degree
        divided = (
            sympy.Mul(sympy.expand(above / highest), 1 / sympy.expand(below / highest), evaluate=False)
            if degree
            else sympy.expand(above / below)
        )
        lines = []
        if degree:
            lines.append(
                Message(
                    "Divide above and below by {power}; every term with the variable below goes to zero.",
                    power=formula(tree(highest)),
                )
            )
        if level is not Level.ADVANCED and degree:
            quotient = over(tree(sympy.expand(above / highest)), tree(sympy.expand(below / highest)))
            lines.append(
                Message(
                    "This gives {result}.",
                    result=formula(
                        equals(approached.limit(approached.body), approached.limit(quotient), tree(approached.value))
                    ),
                )
            )
        del divided
        return lines or [Message("The highest power decides: {result}.", result=approached.equation())]
    factored = sympy.Mul(sympy.factor(above), 1 / sympy.factor(below), evaluate=False)
    cancelled = sympy.cancel(approached.function)
    lines = []
    if level is not Level.ADVANCED:
        product = over(tree(sympy.factor(above)), tree(sympy.factor(below)))
        lines.append(Message("Factor above and below: {result}.", result=formula(equals(approached.body, product))))
    del factored
    lines.append(Message("Cancel what is common: {result}.", result=formula(equals(approached.body, tree(cancelled)))))
    return [*lines, _after_cancelling(approached, cancelled)]


def _after_cancelling(approached: Approached, cancelled: Symbolic) -> Message:
    value = cancelled.subs(approached.symbol, approached.point)
    if not value.is_finite:
        return Message(
            "Below goes to zero and above does not, so the values grow without bound: {result}.",
            result=approached.equation(),
        )
    filled = formula(
        equals(substitute(tree(cancelled), approached.variable, approached.target), tree(approached.value))
    )
    return Message("Now put the point in: {result}.", result=filled)


def _hospital(approached: Approached, level: Level) -> list[Message]:
    lines: list[Message] = []
    above, below = _parts(approached)
    for _ in range(_MOST_TURNS):
        above, below = (sympy.factor_terms(sympy.diff(part, approached.symbol)) for part in (above, below))
        if not below.has(approached.symbol) and below == 0:
            break
        quotient = over(tree(above), tree(below)) if below != 1 else tree(above)
        lines.append(
            Message(
                "Differentiate above and below: {result}.",
                result=formula(
                    equals(approached.limit(approached.body), approached.limit(quotient), tree(approached.value))
                ),
            )
        )
        if _kind(approached, above) != _kind(approached, below) or _kind(approached, below) == "other":
            break
    return lines if level is not Level.ADVANCED else lines[-1:]


def _check(approached: Approached) -> list[Message]:
    """Values on the way."""
    if approached.point == sympy.oo:
        stops = [sympy.Integer(100), sympy.Integer(10000)]
    elif approached.point == -sympy.oo:
        stops = [sympy.Integer(-100), sympy.Integer(-10000)]
    else:
        sign = -1 if approached.side == "-" else 1
        stops = [approached.point + sign * sympy.Rational(1, size) for size in (100, 10000)]
    shown = []
    for stop in stops:
        value = approached.function.subs(approached.symbol, stop).evalf(12)
        if not (value.is_real and value.is_finite):
            return [Message("The series expansion at that point gives the same value.")]
        shown.append((f"{float(stop):.6g}", f"{float(value):.6g}"))
    (first, one), (second, two) = shown
    try:
        limit = formula(tree(approached.value))
    except RefusedError:
        return []
    return [
        Message(
            "Closer and closer: at {first} the value is about {one}, at {second} about {two}, towards {limit}.",
            first=first,
            one=one,
            second=second,
            two=two,
            limit=limit,
        )
    ]
