"""Limits by what is known: roots by their conjugate, sin(u)/u and its kin, (1 + u)^(1/u), and squeezing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from maths.families.calculus.limit_approached import limit_of
from maths.families.terms import equals, minus, name, over, plus, power, substitute, times
from maths.families.write import formula, listed, tree
from maths.message import Message
from maths.tree import Call, Limit, Negative, Number, Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.calculus.limit_approached import Approached
    from maths.families.symbolic import Symbolic
    from maths.message import Formula

Way = tuple[Message, list[Message]]
_TERMS = 2


def by_conjugate(approached: Approached, level: Level) -> Way | None:
    """`(sqrt(x+4) - 2)/x`: the difference of roots times their sum has no roots of this kind."""
    above, below = approached.function.as_numer_denom()
    if not (above.is_Add and len(above.args) == _TERMS):
        return None
    first, second = above.args
    if first.has(sympy.sqrt) or not any(_is_root(part, approached.symbol) for part in (first, second)):
        return None
    product = sympy.expand(first**2 - second**2)
    if any(_is_root(part, approached.symbol) for part in product.atoms(sympy.Pow)):
        return None
    if first.could_extract_minus_sign():
        first, second, product = second, first, -product
    other = first - second
    rest = sympy.cancel(product / below)
    left, right = rest.as_numer_denom()
    turned = over(tree(left), tree(right * other if right != 1 else other))
    result = formula(equals(approached.body, turned))
    approach = (
        Message("Putting in gives no value. A difference of roots becomes simple when it is multiplied by their sum.")
        if level is Level.BEGINNER
        else Message("Multiply above and below by the conjugate {other}.", other=formula(tree(other)))
    )
    lines = [
        Message(
            "Multiply above and below by {other}; by (a - b)(a + b) = a² - b² there stands {product} above. "
            "Cancelled: {result}.",
            other=formula(tree(other)), product=formula(tree(product)), result=result)
        if level is not Level.ADVANCED
        else Message("With the conjugate {other}: {result}.", other=formula(tree(other)), result=result)
    ]  # fmt: skip
    if approached.is_infinite:
        return _far_away(approached, level, approach, lines, (left, right * other))
    filled = substitute(turned, approached.variable, approached.target)
    if not (left / (right * other)).subs(approached.symbol, approached.point).is_finite:
        return None
    lines.append(Message("Now put the point in: {result}.", result=formula(equals(filled, tree(approached.value)))))
    return approach, lines


def _is_root(part: Symbolic, symbol: Symbolic) -> bool:
    return any(power_.exp == sympy.Rational(1, 2) and power_.base.has(symbol) for power_ in part.atoms(sympy.Pow))


def _far_away(
    approached: Approached, level: Level, approach: Message, lines: list[Message], parts: tuple[Symbolic, Symbolic]
) -> Way | None:
    """Above and below divided by the highest power, which goes under a root as its square."""
    x = approached.symbol
    above, below = parts
    if approached.point != sympy.oo or not above.is_polynomial(x) or below.as_coefficient(x) is not None:
        return None
    highest = x ** int(sympy.degree(above, x)) if above.has(x) else None
    if highest is None:
        lines.append(Message("Below grows without bound and above does not: {result}.", result=approached.equation()))
        return approach, lines
    divided = sympy.Add(*(_divided(term, highest, x) for term in sympy.expand(below).args))
    quotient = over(tree(sympy.expand(above / highest)), tree(divided))
    told = formula(equals(approached.limit(approached.body), approached.limit(quotient), tree(approached.value)))
    if sympy.limit(sympy.expand(above / highest) / divided, x, sympy.oo) != approached.value:
        return None
    lines.append(Message("Divide above and below by {power}; under the root that is its square: {result}.",
                         power=formula(tree(highest)), result=told))  # fmt: skip
    if level is Level.BEGINNER:
        lines.append(Message("What still has the variable below goes to zero."))
    return approach, lines


def _divided(term: Symbolic, highest: Symbolic, x: Symbolic) -> Symbolic:
    scale, rest = term.as_independent(x)
    if rest.is_Pow and rest.exp == sympy.Rational(1, 2):
        return scale * sympy.sqrt(sympy.expand(rest.base / highest**2))
    return sympy.expand(term / highest)


# What goes to 1


def by_known_limits(approached: Approached, level: Level) -> Way | None:
    """`sin(3x)/sin(5x)` near 0: each of the functions is a number times a power of x, nearly."""
    x = approached.symbol
    if approached.point != 0:
        return None
    scale, rest = approached.function.as_independent(x, as_Add=False)
    size, count, special = scale, 0, []
    for factor in sympy.Mul.make_args(rest):
        base, exponent = factor.as_base_exp()
        near = _near_zero(base, x)
        if near is None or not exponent.is_Integer:
            return None
        size, count = size * near[0] ** exponent, count + near[1] * exponent
        if base != x:
            special.append((base, near[0] * x ** near[1], exponent))
    if not special or count != 0 or sympy.simplify(size - approached.value) != 0:
        return None
    approach = (
        Message("Some quotients go to 1 near 0, and that is known. Write the function with these quotients.")
        if level is Level.BEGINNER
        else Message("Bring it to the known limits {limits}.", limits=_known(special, x))
    )
    lines: list[Message] = []
    if level is not Level.ADVANCED:
        lines.append(Message("Known: {limits}.", limits=_known(special, x)))
    parts = [power(over(tree(base), tree(like)), int(abs(exponent))) for base, like, exponent in special
             if exponent > 0]  # fmt: skip
    parts += [power(over(tree(like), tree(base)), int(abs(exponent))) for base, like, exponent in special
              if exponent < 0]  # fmt: skip
    if len(parts) > 1 or size != 1 or formula(parts[0]) != formula(approached.body):
        written = times(*([tree(size)] if size != 1 else []), *parts)
        lines.append(Message("Written with them: {result}.", result=formula(equals(approached.body, written))))
    lines.append(
        Message("Each of these quotients goes to 1, so {result}.", result=approached.equation())
        if len(parts) > 1
        else Message("This quotient goes to 1, so {result}.", result=approached.equation())
    )
    return approach, lines


def _near_zero(base: Symbolic, x: Symbolic) -> tuple[Symbolic, int] | None:
    """A number c and an exponent k such that base/(c x^k) goes to 1 by a limit every textbook has."""
    if base == x:
        return sympy.Integer(1), 1
    inner = None
    if base.func in {sympy.sin, sympy.tan}:
        inner = base.args[0]
    elif base.func is sympy.log:
        inner = base.args[0] - 1
    elif base.is_Add and base.func is sympy.Add and sympy.expand(base + 1).func is sympy.exp:
        inner = sympy.expand(base + 1).args[0]
    elif base.is_Add and (1 - base).func is sympy.cos:
        inner = (1 - base).args[0]
        slope = inner.as_coefficient(x)
        return (slope**2 / 2, 2) if slope is not None and slope.is_number else None
    if inner is None:
        return None
    slope = sympy.expand(inner).as_coefficient(x)
    return (slope, 1) if slope is not None and slope.is_number else None


def _known(special: list[tuple[Symbolic, Symbolic, Symbolic]], x: Symbolic) -> Formula:
    found = []
    u = name("u" if str(x) != "u" else "v")
    for base, _, _ in special:
        one = Call("ln", (plus(Number(1), u),))  # type: ignore[arg-type]
        if base.func in {sympy.sin, sympy.tan}:
            one = Call(base.func.__name__, (u,))
        elif base.is_Add and (1 - base).func is sympy.cos:
            square = over(minus(_number(1), Call("cos", (u,))), power(u, 2))
            found.append(formula(equals(Limit(square, u, _number(0), ""), over(_number(1), _number(2)))))
            continue
        elif base.is_Add:
            one = minus(power(name("e"), u), _number(1))  # type: ignore[assignment]
        found.append(formula(equals(Limit(over(one, u), u, _number(0), ""), _number(1))))
    return listed(dict.fromkeys(found))


def _number(value: int) -> Number:
    from maths.families.terms import number

    node = number(value)
    assert isinstance(node, Number)  # noqa: S101 - a whole number that is not negative
    return node


def by_e(approached: Approached, level: Level) -> Way | None:
    """`(1 + 1/x)^x`: a base that goes to 1 with an exponent that grows."""
    function, x = approached.function, approached.symbol
    if not (function.is_Pow and function.exp.has(x) and function.base.has(x)):
        return None
    gap = sympy.expand(function.base - 1)
    if limit_of(approached, gap) != 0:
        return None
    outer = sympy.simplify(function.exp * gap)
    settled = limit_of(approached, outer)
    if settled is None or not settled.is_finite or sympy.simplify(sympy.exp(settled) - approached.value) != 0:
        return None
    u = name("u" if approached.variable != "u" else "v")
    basis = power(plus(_number(1), u), over(_number(1), u))
    known = formula(equals(Limit(basis, u, _number(0), ""), name("e")))
    lines = [Message("Write {letter} = {gap}; it goes to 0. Known: {known}.", letter=formula(u),
                     gap=formula(tree(gap)), known=known)]  # fmt: skip
    if level is not Level.ADVANCED:
        lines.append(
            Message("The base is {base}, so the function is {result}.", base=formula(plus(_number(1), u)),
                    result=formula(equals(approached.body, power(basis, tree(outer)) if outer != 1 else basis)))
        )  # fmt: skip
    if outer.has(x):
        lines.append(Message("The exponent {outer} goes to {value}.", outer=formula(tree(outer)),
                             value=formula(tree(settled))))  # fmt: skip
    return (
        Message("The base goes to 1 while the exponent grows: that is what the number e is made for."),
        [*lines, Message("So {result}.", result=approached.equation())],
    )


def by_squeezing(approached: Approached, level: Level) -> Way | None:
    """A sine or cosine, never beyond 1, times what goes to zero."""
    if approached.value != 0:
        return None
    factors = sympy.Mul.make_args(approached.function)
    bounded = [factor for factor in factors if factor.func in {sympy.sin, sympy.cos}]
    if len(bounded) != 1:
        return None
    small = approached.function / bounded[0]
    if limit_of(approached, small) != 0 or limit_of(approached, bounded[0]) == 0:
        return None
    size = Call("abs", (tree(small),))
    between = Relation((Negative(size), approached.body, size), ("<=", "<="))
    wave = Relation((Negative(_number(1)), tree(bounded[0]), _number(1)), ("<=", "<="))
    lines = [Message("A sine or cosine stays between -1 and 1: {wave}.", wave=formula(wave))]
    lines = [] if level is Level.ADVANCED else lines
    return (
        Message("Squeeze theorem: what lies between two functions with the same limit has that limit too."),
        [*lines, Message("So {between}, and both ends go to 0.", between=formula(between))],
    )
