"""A limit as it is found by hand: the ways in their order, and the limits from both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.calculus.limit_approached import Approached, limit_of
from maths.families.calculus.limit_hospital import by_hospital
from maths.families.calculus.limit_known import by_conjugate, by_e, by_known_limits, by_squeezing
from maths.families.terms import equals, name, number, over, substitute
from maths.families.write import formula, letter, listed, passages, tree
from maths.message import Message
from maths.tree import Limit, Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.calculus.limit_known import Way
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage


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
        steps=_from_both_sides(parted, sides, level),
        check=[Message("Values close to the point on either side were followed and show the same.")],
        conclusion=[Message("The two sides differ, so the limit does not exist.")],
    )


def _from_both_sides(parted: Parted, sides: list[Formula], level: Level) -> list[Message]:
    if level is Level.ADVANCED:
        return [Message("One-sided limits: {left}, {right}.", left=sides[0], right=sides[1])]
    left, right = (_on_one_side(parted, sign, level) for sign in (-1, 1))
    return [
        *left,
        Message("From the left: {result}.", result=sides[0]),
        *right,
        Message("From the right: {result}.", result=sides[1]),
    ]


def _on_one_side(parted: Parted, sign: int, level: Level) -> list[Message]:
    """What an absolute value is on that side, and for beginners a value close by."""
    x, point = sympy.Symbol(parted.variable, real=True), to_sympy(parted.target)
    function = to_sympy(parted.body, symbols={parted.variable: x})
    near = point + sympy.Rational(sign, 10**6)
    there = formula(Relation((name(parted.variable), parted.target), ("<" if sign < 0 else ">",)))
    lines: list[Message] = []
    moduli = function.atoms(sympy.Abs)
    if moduli:
        plain = {part: part.args[0] if part.args[0].subs(x, near) > 0 else -part.args[0] for part in moduli}
        without = tree(sympy.cancel(function.subs(plain)))
        lines.append(Message("For {there} close by it is without absolute values {result}.", there=there,
                             result=formula(equals(parted.body, without))))  # fmt: skip
    close = point + sympy.Rational(sign, 100)
    value = function.subs(x, close).evalf(12)
    if level is Level.BEGINNER and not moduli and value.is_real and value.is_finite:
        place = formula(equals(name(parted.variable), tree(close)))
        lines.append(
            Message("Try {place}: the value there is about {value}.", place=place, value=f"{float(value):.6g}")
        )
    return lines


def teach(approached: Approached, level: Level) -> tuple[Passage, ...]:
    answer = approached.equation()
    approach, steps = _way(approached, level)
    return passages(
        understanding=[_understanding(approached, level)],
        approach=[approach],
        steps=steps,
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
    if approached.is_infinite:
        return None
    value = approached.function.subs(approached.symbol, approached.point)
    return value if value.is_finite and not value.has(sympy.nan, sympy.zoo) else None


def _way(approached: Approached, level: Level) -> Way:
    """The approach and the steps: the first of the ways that leads to the limit."""
    ways = (_by_continuity, _by_powers, _by_cancelling, by_known_limits, by_conjugate, by_e, by_squeezing, by_hospital)
    for way in ways:
        found = way(approached, level)
        if found is not None:
            return found
    return (
        Message("Look which part of the function wins near that point."),
        [Message("Near that point the values settle at the limit: {result}.", result=approached.equation())],
    )


def _by_continuity(approached: Approached, level: Level) -> Way | None:
    if _put_in(approached) is None:
        return None
    filled = equals(substitute(approached.body, approached.variable, approached.target), tree(approached.value))
    lines = [Message("Put the point in: {result}.", result=formula(filled))]
    if level is Level.BEGINNER:
        return Message("Nothing special happens at this point: the graph runs through it without a gap or a jump. So "
                       "the value there is the limit."), lines  # fmt: skip
    if level is Level.INTERMEDIATE:
        return Message("The function is continuous there, so putting the point in gives the limit."), lines
    return Message("Composed of continuous functions, the function is continuous there."), lines


def _by_powers(approached: Approached, level: Level) -> Way | None:
    """A quotient of polynomials far away."""
    x = approached.symbol
    if not approached.is_infinite or not approached.function.is_rational_function(x):
        return None
    above, below = sympy.together(approached.function).as_numer_denom()
    approach = (
        Message("For very large numbers the highest powers outweigh all the others. Divide above and below by the "
                "highest power below; then it is plain what stays.")
        if level is Level.BEGINNER
        else Message("For a quotient of polynomials at infinity only the highest powers matter.")
        if level is Level.INTERMEDIATE
        else Message("Asymptotically a polynomial is its leading term.")
    )  # fmt: skip
    degree = int(sympy.degree(below, x)) if below.has(x) else 0
    leading = sympy.LT(sympy.expand(above), x) / sympy.LT(sympy.expand(below), x)
    if level is Level.ADVANCED or not degree:
        return approach, [
            Message("Leading terms: {result}.", result=approached.equation(sympy.cancel(leading))
                    if leading.has(x) else approached.equation())
        ]  # fmt: skip
    highest = x**degree
    divided = [sympy.expand(part / highest) for part in (above, below)]
    lines = [
        Message("Divide above and below by {power}: {result}.", power=formula(tree(highest)),
                result=formula(equals(approached.body, over(tree(divided[0]), tree(divided[1])))))
    ]  # fmt: skip
    small = sorted({term for part in divided for term in sympy.Add.make_args(part)
                    if term.has(x) and limit_of(approached, term) == 0}, key=str)  # fmt: skip
    if small:
        lines.append(Message("Where the variable stands below, the terms go to zero: {terms}.",
                             terms=listed(formula(tree(term)) for term in small)))  # fmt: skip
    return approach, [*lines, Message("So {result}.", result=approached.equation())]


def _by_cancelling(approached: Approached, level: Level) -> Way | None:
    """A quotient of polynomials at a zero of the one below."""
    x = approached.symbol
    if approached.is_infinite or not approached.function.is_rational_function(x):
        return None
    above, below = sympy.together(approached.function).as_numer_denom()
    values = [part.subs(x, approached.point) for part in (above, below)]
    if values[0] != 0:
        return _by_growing(approached, above, below)
    cancelled = sympy.cancel(approached.function)
    lines: list[Message] = []
    if level is Level.BEGINNER:
        point = formula(equals(name(approached.variable), approached.target))
        lines.append(Message("Put {point} in above and below: both are 0, and 0/0 is no number.", point=point))
    if level is not Level.ADVANCED:
        product = over(tree(sympy.factor(above)), tree(sympy.factor(below)))
        if product != approached.body:
            lines.append(Message("Factor above and below: {result}.", result=formula(equals(approached.body, product))))
    result = formula(equals(approached.body, tree(cancelled)))
    if level is Level.BEGINNER:
        without = formula(Relation((name(approached.variable), approached.target), ("!=",)))
        lines.append(Message("On the way there {without}, so the common factor is not zero and may be cancelled: "
                             "{result}.", without=without, result=result))  # fmt: skip
    else:
        lines.append(Message("Cancel what is common: {result}.", result=result))
    value = cancelled.subs(x, approached.point)
    if level is not Level.ADVANCED:
        approach = Message("Putting the point in gives no value, so first cancel the factor that becomes zero.")
    elif value.is_finite:
        approach = Message("The singularity is removable: cancel the common zero.")
    else:
        approach = Message("After the common zero is cancelled, a pole remains.")
    if not value.is_finite:
        return approach, [*lines, _grows(approached)]
    filled = equals(substitute(tree(cancelled), approached.variable, approached.target), tree(approached.value))
    return approach, [*lines, Message("Now put the point in: {result}.", result=formula(filled))]


def _by_growing(approached: Approached, above: Symbolic, below: Symbolic) -> Way:
    """A pole: the sign of what goes to zero below decides."""
    x = approached.symbol
    value = formula(tree(above.subs(x, approached.point)))
    sign = Relation((tree(below), number(0)), (">" if _is_positive(approached, below) else "<",))
    lines = [
        Message("The part above goes to {value}, the part below to 0.", value=value)
        if above.has(x)
        else Message("The part above is always {value}, the part below goes to 0.", value=value),
        Message("On the way {sign}.", sign=formula(sign)),
        _grows(approached),
    ]
    return Message("Something other than zero divided by what goes to zero grows without bound; the signs decide to "
                   "which side."), lines  # fmt: skip


def _is_positive(approached: Approached, part: Symbolic) -> bool:
    step = sympy.Rational(-1 if approached.side == "-" else 1, 10**6)
    return bool(part.subs(approached.symbol, approached.point + step) > 0)


def _grows(approached: Approached) -> Message:
    return Message(
        "Below goes to zero and above does not, so the values grow without bound: {result}.",
        result=approached.equation(),
    )


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
