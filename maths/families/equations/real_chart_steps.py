"""The sign chart of a polynomial or rational inequality: zero on a side, factors, signs on the intervals, the ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families import polynomial_steps
from maths.families.equations.real_chart import TURNED, Chart, Factor, charted, flint_of
from maths.families.equations.real_exact import X, domain, real_roots
from maths.families.equations.real_set import RealSet, compare, finite, samples
from maths.families.factor_steps import taken_apart
from maths.families.terms import equals, fraction, minus, name, number, over, plus, polynomial, power, substitute, times
from maths.families.write import assignments, formula, listed, tree
from maths.message import Message
from maths.tree import Product, Quotient, Relation, Sum, names, walk
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.equations.real_solved import SolvedReal
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node

CHARTED = ("<", "<=", ">", ">=")
_ZERO = number(0)
_QUADRATIC = 2


def chart_steps(solved: SolvedReal, link: Relation, level: Level) -> list[Message]:
    """One comparison of a statement without roots and absolute values, from its words to the ends of the intervals."""
    lines: list[Message] = []
    if not names(link.operands[0], frozenset({solved.unknown})):
        link = Relation(link.operands[::-1], (TURNED[link.operators[0]],))
        lines.append(Message("Read from the right: {result}.", result=formula(link)))
    chart = charted(link, solved.unknown)
    lines += _one_side(chart, link, level)
    if not chart.factors:
        return lines
    holes = [place for place in (~domain(Sum(link.operands), chart.unknown)).breakpoints if not chart.is_place(place)]
    lines += _product_lines(chart, link, level, cancelled=bool(holes))
    lines += [line for factor in chart.factors if not factor.zeros for line in _positive(chart, factor, level)]
    turning = finite([*chart.zeros, *chart.poles])
    if turning.is_empty and not holes:
        return [*lines, _always(chart)]
    if level is not Level.ADVANCED:
        lines += [line for factor in chart.factors if factor.zeros for line in _places(chart, factor, level)]
    elif not turning.is_empty:
        lines.append(_all_places(chart))
    lines += [
        Message(
            "{place} stays excluded: there the given denominator is zero.",
            place=formula(equals(name(chart.unknown), tree(hole))),
        )
        for hole in holes
    ]
    if level is Level.ADVANCED and not turning.is_empty:
        return [*lines, *_by_order(chart, turning)]
    breaks = finite([*turning.breakpoints, *holes])
    return [*lines, *(_row(chart, breaks, value, level) for value in samples(breaks)), *_ends(chart)]


def excluded(denominator: Node, unknown: str) -> Formula | None:
    """The numbers at which a denominator is zero, as `x != 1, x != 3`; None where that is what is written already."""
    whole = sympy.Poly(sympy.numer(sympy.together(to_sympy(denominator, symbols={unknown: X}))), X, domain="QQ")
    if whole.degree() < 1:
        return None
    zeros = finite([zero for factor, _ in whole.factor_list()[1] for zero in real_roots(factor)]).breakpoints
    if not zeros or denominator == name(unknown):
        return None
    return listed(formula(Relation((name(unknown), tree(zero)), ("!=",))) for zero in zeros)


# From the statement to a product


def _one_side(chart: Chart, link: Relation, level: Level) -> list[Message]:
    """Zero on the right, and one fraction on the left."""
    left, right = link.operands
    if right == _ZERO and not _has_sum_of_fractions(left):
        return []
    above, below = (_shown(part, chart.unknown) for part in (chart.above, chart.below))
    together = above if below == number(1) else over(above, below)
    shown = chart.compared(together, chart.operator)
    if below == number(1):
        return [Message("Bring everything to the left side: {result}.", result=shown)]
    lines = []
    if level is not Level.ADVANCED and right != _ZERO:
        lines.append(
            Message(
                "Do not multiply by a denominator whose sign is not known: bring everything to the left side instead, "
                "{result}.",
                result=chart.compared(minus(left, right), chart.operator),
            )
        )
    return [*lines, Message("Write it as one fraction: {result}.", result=shown)]


def _has_sum_of_fractions(node: Node) -> bool:
    return isinstance(node, Sum) and any(isinstance(part, Quotient) for part in walk(node))


def _shown(expression: Symbolic, unknown: str) -> Node:
    return polynomial(flint_of(sympy.Poly(expression, X, domain="QQ")), unknown)


def _product_lines(chart: Chart, link: Relation, level: Level, *, cancelled: bool) -> list[Message]:
    """The number in front gone, and the rest as factors, with the way to them."""
    lines: list[Message] = []
    if level is not Level.ADVANCED:
        lines += _found_factors(chart, link)
    scaled = chart.compared(chart.product(chart.scale), chart.operator)
    if cancelled:
        lines.append(Message("As products, with what is common above and below cancelled: {result}.", result=scaled))
    elif scaled != formula(link) and (len(chart.factors) > 1 or chart.factors[0].order > 1):
        lines.append(Message("As a product: {result}.", result=scaled))
    if chart.scale == 1:
        return lines
    result = chart.compared(chart.product(), chart.turned)
    divisor = formula(number(chart.scale))
    if chart.scale < 0:
        lines.append(
            Message(
                "Divide both sides by {divisor}. That is a negative number, so the sign turns round: {result}.",
                divisor=divisor,
                result=result,
            )
        )
    else:
        lines.append(Message("Divide both sides by {divisor}: {result}.", divisor=divisor, result=result))
    return lines


def _found_factors(chart: Chart, link: Relation) -> list[Message]:
    """How the polynomial above, and the one below, comes apart."""
    if _is_split_already(link) or chart.compared(chart.product(chart.scale), chart.operator) == formula(link):
        return []
    parts = (chart.above, chart.below)
    match link.operands:
        case (Quotient(numerator=above, denominator=below), right) if right == _ZERO:
            parts = tuple(to_sympy(part, symbols={chart.unknown: X}) for part in (above, below))
    wholes = [sympy.Poly(part, X, domain="QQ") for part in parts if part.is_polynomial(X)]
    return [
        line
        for whole in wholes
        if whole.degree() >= _QUADRATIC
        for line in taken_apart(polynomial_steps.primitive(flint_of(whole))[0], chart.unknown)
    ]


def _is_split_already(link: Relation) -> bool:
    return any(isinstance(part, Product) and sum(isinstance(f, Sum) for f in part.factors) > 1 for part in walk(link))


def _positive(chart: Chart, factor: Factor, level: Level) -> list[Message]:
    """Why a factor without real zeros is positive everywhere."""
    shown = formula(factor.node(chart.unknown))
    if factor.value.degree() != _QUADRATIC:
        return [Message("{factor} is zero for no real number and positive for large ones, so it is always positive.",
                        factor=shown)]  # fmt: skip
    c, b, a = (fraction(n) for n in factor.value.coeffs())
    middle, rest = b / (2 * a), c - b * b / (4 * a)
    square = power(plus(name(chart.unknown), number(middle)) if middle else name(chart.unknown), 2)
    completed = plus(square if a == 1 else times(number(a), square), number(rest))
    result = formula(equals(factor.node(chart.unknown), completed)) if middle else shown
    if level is Level.ADVANCED:
        return [Message("This factor is positive definite: {result}.", result=result)]
    if middle:
        return [Message("Complete the square: {result}. A square is never negative, so this is at least {least} and "
                        "always positive.", result=result, least=formula(number(rest)))]  # fmt: skip
    return [Message("A square is never negative, so {factor} is at least {least} and always positive.",
                    factor=shown, least=formula(number(rest)))]  # fmt: skip


def _always(chart: Chart) -> Message:
    whole = chart.compared(chart.product(), ">")
    if chart.wants_positive:
        return Message("So {whole} for every real number, and the statement is always true.", whole=whole)
    return Message("So {whole} for every real number, and the statement is never true.", whole=whole)


# Places and signs


def _places(chart: Chart, factor: Factor, level: Level) -> list[Message]:
    """Where a factor is zero, with the way there for what is not linear."""
    found = assignments(chart.unknown, [tree(zero) for zero in factor.zeros])
    shown = formula(factor.node(chart.unknown))
    if factor.value.degree() == 1:
        if factor.is_below:
            return [Message("The factor {factor} below is zero for {found}: there is no value there.",
                            factor=shown, found=found)]  # fmt: skip
        return [Message("The factor {factor} is zero for {found}.", factor=shown, found=found)]
    if factor.value.degree() != _QUADRATIC:
        return [Message("The real zeros of {factor} are {found}.", factor=shown, found=found)]
    equation = formula(equals(factor.node(chart.unknown), _ZERO))
    return [
        Message("Where is {factor} zero? Solve {equation}.", factor=shown, equation=equation),
        *polynomial_steps.solve(factor.value, chart.unknown, level),
    ]


def _all_places(chart: Chart) -> Message:
    zeros, poles = (assignments(chart.unknown, map(tree, places)) for places in (chart.zeros, chart.poles))
    if not chart.poles:
        return Message("Zeros: {zeros}.", zeros=zeros)
    if not chart.zeros:
        return Message("No zeros; poles: {poles}.", poles=poles)
    return Message("Zeros: {zeros}; poles: {poles}.", zeros=zeros, poles=poles)


def _row(chart: Chart, breaks: RealSet, value: Symbolic, level: Level) -> Message:
    """One interval of the chart: the sign of each factor there and of the whole."""
    interval = _interval(breaks, value, chart.unknown)
    values = [(factor, factor.at(value)) for factor in chart.factors]
    signs = listed(
        formula(Relation((factor.node(chart.unknown), _ZERO), (">" if at > 0 else "<",))) for factor, at in values
    )
    negative = sum(factor.order for factor, at in values if at < 0)
    is_positive = negative % 2 == 0
    whole = chart.compared(chart.product(), ">" if is_positive else "<")
    is_true = is_positive is chart.wants_positive
    single = len(values) == 1 and values[0][0].order == 1 and not values[0][0].is_below
    if level is not Level.BEGINNER:
        if single:
            return (
                Message("For {interval}: {whole}, as required.", interval=interval, whole=whole)
                if is_true
                else Message("For {interval}: {whole}, which is not what is required.", interval=interval, whole=whole)
            )
        if is_true:
            return Message("For {interval}: {signs}, so {whole}, as required.",
                           interval=interval, signs=signs, whole=whole)  # fmt: skip
        return Message("For {interval}: {signs}, so {whole}, which is not what is required.",
                       interval=interval, signs=signs, whole=whole)  # fmt: skip
    put = listed(formula(equals(_put(factor, value, chart.unknown), tree(at))) for factor, at in values)
    return Message(
        "For {interval}, take {trial} as an example: {put}. {reason} {judged}",
        interval=interval,
        trial=formula(equals(name(chart.unknown), tree(value))),
        put=put,
        reason=_signs_together(chart, negative, whole, is_single=single),
        judged=Message("The statement is true on this whole interval.")
        if is_true
        else Message("The statement is false on this whole interval."),
    )


def _put(factor: Factor, value: Symbolic, unknown: str) -> Node:
    node = factor.node(unknown)
    return node if node == name(unknown) else substitute(node, unknown, tree(value))


def _signs_together(chart: Chart, negative: int, whole: Formula, *, is_single: bool) -> Message:
    if is_single:
        return Message("So {whole}.", whole=whole)
    if all(factor.order % 2 == 0 for factor in chart.factors):
        return Message("An even power of a number other than zero is positive, so {whole}.", whole=whole)
    if negative == 0:
        return Message("No factor is negative, so {whole}.", whole=whole)
    if negative == 1:
        return Message("One factor is negative, so {whole}.", whole=whole)
    if negative % 2 == 0:
        return Message("The number of negative factors is even, so {whole}.", whole=whole)
    return Message("The number of negative factors is odd, so {whole}.", whole=whole)


def _interval(breaks: RealSet, value: Symbolic, unknown: str) -> Formula:
    below = [place for place in breaks.breakpoints if compare(place, value) < 0]
    above = [place for place in breaks.breakpoints if compare(place, value) > 0]
    letter = name(unknown)
    if not below:
        return formula(Relation((letter, tree(above[0])), ("<",)))
    if not above:
        return formula(Relation((letter, tree(below[-1])), (">",)))
    return formula(Relation((tree(below[-1]), letter, tree(above[0])), ("<", "<")))


def _by_order(chart: Chart, breaks: RealSet) -> list[Message]:
    """The sign right of all places, turned at each of odd order."""
    odd: list[Symbolic] = []
    even: list[Symbolic] = []
    for place in breaks.breakpoints:
        order = sum(f.order for f in chart.factors if any(compare(place, zero) == 0 for zero in f.zeros))
        (odd if order % 2 else even).append(place)
    lines = [
        Message(
            "The leading coefficients are positive, so {whole} for {interval}.",
            whole=chart.compared(chart.product(), ">"),
            interval=_interval(breaks, samples(breaks)[-1], chart.unknown),
        )
    ]
    if odd:
        lines.append(
            Message(
                "Going to the left, the sign changes at each place of odd order: {places}.",
                places=assignments(chart.unknown, [tree(place) for place in odd]),
            )
        )
    if even:
        lines.append(
            Message(
                "It does not change at a place of even order: {places}.",
                places=assignments(chart.unknown, [tree(place) for place in even]),
            )
        )
    return lines


# Ends


def _ends(chart: Chart) -> list[Message]:
    if not chart.zeros:
        return []
    places = assignments(chart.unknown, [tree(zero) for zero in chart.zeros])
    whole = formula(equals(chart.product(), _ZERO))
    asked = chart.compared(chart.product(), chart.turned)
    if chart.turned in {"<=", ">="}:
        return [Message("At {places} we have {whole}, which {asked} allows: the statement is true there.",
                        places=places, whole=whole, asked=asked)]  # fmt: skip
    return [Message("At {places} we have {whole}, which {asked} does not allow: the statement is false there.",
                    places=places, whole=whole, asked=asked)]  # fmt: skip
