"""A calculation with complex numbers, one operation after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.terms import equals, number, over, plus, power, root, times
from maths.families.write import chain, formula, listed, passages, tree
from maths.message import Message
from maths.tree import Call, Name, Negative, Number, Power, Product, Quotient, Sum, names, walk
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_I = Name("i")
_MOST_LINES = 14
_MOST_EXPONENT = 64
_TURN = 4  # powers of i
_PAIR = 2
_ONLY = (Number, Name, Sum, Product, Quotient, Power, Negative, Call)


def explains(body: Node) -> bool:
    """Whether it is made of +, ·, /, whole powers, roots and | | of numbers and i, with something to calculate."""
    parts = list(walk(body))
    if _I not in parts or names(body) - {"i"} or not all(isinstance(part, _ONLY) for part in parts):
        return False
    if any(isinstance(part, Call) and part.function not in {"abs", "sqrt"} for part in parts):
        return False
    powers = [part for part in parts if isinstance(part, Power)]
    return all(_whole(part.exponent) is not None for part in powers) and bool(worked(body, Level.INTERMEDIATE))


def _whole(node: Node) -> int | None:
    value = to_sympy(node)
    return int(value) if value.is_Integer else None


def teach(body: Node, answer: Node, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[
            Message("Write {expression} as a real part and an imaginary part.", expression=formula(body))
            if level is Level.BEGINNER
            else Message("We want the exact value of {expression}.", expression=formula(body))
        ],
        approach=[_approach(level)],
        steps=[*worked(body, level), Message("So {result}.", result=formula(equals(body, answer)))],
        check=[Message("A second calculation by another program gives the same value.")],
        conclusion=[Message("The value is {value}.", value=formula(answer))],
    )


def _approach(level: Level) -> Message:
    rule = formula(equals(power(_I, 2), number(-1)))
    if level is Level.BEGINNER:
        return Message(
            "Calculate with i as with a letter, one operation after the other, and replace its square: {rule}.",
            rule=rule,
        )
    if level is Level.INTERMEDIATE:
        return Message("One operation after the other, with {rule}.", rule=rule)
    return Message("Direct calculation in the field of complex numbers; powers by de Moivre's theorem.")


def worked(body: Node, level: Level) -> list[Message]:
    """A line an operation; none where it is written as `a + bi` already."""
    lines: list[Message] = []
    _walk(body, lines, level)
    return lines[:_MOST_LINES]


def _walk(node: Node, lines: list[Message], level: Level) -> Node:
    """The value of a part as a tree, the operations on the way noted."""
    if _is_number(node):
        return node
    match node:
        case Sum(terms=terms):
            inner: Node = Sum(tuple(_walk(term, lines, level) for term in terms))
        case Negative(operand=operand):
            inner = Negative(_walk(operand, lines, level))
        case Product(factors=factors):
            return _multiplied([_walk(factor, lines, level) for factor in factors], lines, level)
        case Quotient(numerator=above, denominator=below):
            return _divided(_walk(above, lines, level), _walk(below, lines, level), lines, level)
        case Power(base=base, exponent=exponent):
            return _raised(_walk(base, lines, level), _whole(exponent) or 0, lines, level)
        case Call(function="abs", arguments=(argument,)):
            return _modulus(_walk(argument, lines, level), lines, level)
        case _:
            inner = node
    value = _worth(inner)
    if formula(value) != formula(inner) and not _is_number(inner) and not _is_in_parts(inner):
        if isinstance(inner, Sum) and level is Level.BEGINNER:
            lines += _apart(inner)
        lines.append(Message("Real parts together and imaginary parts together: {result}.",
                             result=chain(inner, value)))  # fmt: skip
    return value


def _is_in_parts(node: Node) -> bool:
    """Whether it is a sum of one real number and one multiple of i, written in another order."""
    if not isinstance(node, Sum) or len(node.terms) != _PAIR:
        return False
    return [_I in walk(term) for term in node.terms].count(True) == 1 and all(map(_is_number, node.terms))


def _apart(node: Sum) -> list[Message]:
    """The real parts added, and the imaginary parts."""
    real, imaginary = zip(*(_parts(term) for term in node.terms), strict=True)
    lines = []
    if shown := _added(real):
        lines.append(Message("Real part: {result}.", result=shown))
    if shown := _added(imaginary):
        lines.append(Message("Imaginary part: {result}.", result=shown))
    return lines


def _added(parts: tuple[Symbolic, ...]) -> Formula | None:
    kept = [tree(part) for part in parts if part != 0]
    return chain(plus(*kept), tree(sympy.Add(*parts))) if len(kept) > 1 else None


def _is_number(node: Node) -> bool:
    """Whether it is written as `a + bi` already, or has no i in it."""
    if isinstance(node, Product) and node.factors.count(_I) == 1:
        return not any(_I in walk(factor) for factor in node.factors if factor != _I)
    return _I not in walk(node) or formula(_worth(node)) == formula(node) or node == _I


def _worth(node: Node) -> Node:
    found: Node = tree(_value(node))
    return found


def _value(node: Node) -> Symbolic:
    return sympy.radsimp(sympy.expand(to_sympy(node), complex=True))


def _parts(node: Node) -> tuple[Symbolic, Symbolic]:
    real, imaginary = sympy.expand(to_sympy(node)).as_real_imag()
    return real, imaginary


def _multiplied(factors: list[Node], lines: list[Message], level: Level) -> Node:
    found = factors[0]
    for factor in factors[1:]:
        product = times(found, factor)
        value = _worth(product)
        terms = _terms(found, factor)
        if formula(value) != formula(product):
            between = () if level is Level.ADVANCED or terms is None else (terms,)
            lines.append(Message("Multiply: {result}.", result=chain(product, *between, value)))
        found = value
    return found


def _terms(left: Node, right: Node) -> Node | None:
    """`(a + bi)(c + di)` multiplied out, the square of i not yet replaced; None where there is none."""
    (a, b), (c, d) = _parts(left), _parts(right)
    i = sympy.Symbol("i")
    parts = [tree(part) for part in (a * c, a * d * i, b * c * i, b * d * i**2) if part != 0]
    return plus(*parts) if 0 not in {b, d} else None


def _divided(above: Node, below: Node, lines: list[Message], level: Level) -> Node:
    quotient = over(above, below)
    value = _worth(quotient)
    if _I not in walk(below):
        if formula(value) != formula(quotient):
            lines.append(Message("Divide both parts: {result}.", result=chain(quotient, value)))
        return value
    conjugate = tree(sympy.conjugate(to_sympy(below)))
    top, bottom = _worth(times(above, conjugate)), _worth(times(below, conjugate))
    fraction = over(times(above, conjugate), times(below, conjugate))
    between = () if level is Level.ADVANCED else (over(top, bottom),)
    lines.append(
        Message("Multiply above and below by the conjugate {conjugate}: {result}.",
                conjugate=formula(conjugate), result=chain(quotient, fraction, *between, value))
    )  # fmt: skip
    return value


def _modulus(inner: Node, lines: list[Message], level: Level) -> Node:
    a, b = _parts(inner)
    squares = plus(power(tree(sympy.Abs(a)) if level is Level.ADVANCED else tree(a), 2), power(tree(b), 2))
    total = _worth(squares)
    value = _worth(root(total))
    result = chain(Call("abs", (inner,)), root(squares), root(total), value)
    if level is Level.BEGINNER:
        lines.append(Message("The real part is {real}, the imaginary part is {imaginary}.",
                             real=formula(tree(a)), imaginary=formula(tree(b))))  # fmt: skip
        lines.append(Message("By Pythagoras the distance from zero is the root of the sum of their squares: {result}.",
                             result=result))  # fmt: skip
    else:
        lines.append(Message("The modulus is {result}.", result=result))
    return value


def _raised(base: Node, exponent: int, lines: list[Message], level: Level) -> Node:
    whole = power(base, number(exponent))
    value = _worth(whole)
    if base == _I:
        lines += _of_i(exponent, level)
    elif exponent < 0 or abs(exponent) > _MOST_EXPONENT:
        lines.append(Message("The power: {result}.", result=chain(whole, value)))
    elif level is Level.ADVANCED and (polar := _polar(base, exponent)):
        lines += polar
    elif exponent > 1:
        lines += _squarings(base, exponent, level)
    return value


def _of_i(exponent: int, level: Level) -> list[Message]:
    rest, times_round = exponent % _TURN, exponent // _TURN
    lines = []
    if level is not Level.ADVANCED:
        turn = listed(formula(equals(power(_I, n), tree(sympy.I**n))) for n in range(2, _TURN + 1))
        lines.append(Message("The powers of i repeat every four: {powers}.", powers=turn))
    if level is Level.BEGINNER and exponent > _TURN:
        split = equals(number(exponent), plus(times(number(times_round), number(_TURN)), number(rest)))
        lines.append(Message("Whole fours can be left out: {split}.", split=formula(split)))
    whole = chain(power(_I, number(exponent)), power(_I, number(rest)), tree(sympy.I**rest))
    return [*lines, Message("The power: {result}.", result=whole)]


def _squarings(base: Node, exponent: int, level: Level) -> list[Message]:
    """Squares of squares, and the product of those that the exponent needs."""
    lines: list[Message] = []
    used: list[Node] = []
    square = base
    for place in range(exponent.bit_length()):
        if place:
            written = power(square, 2)
            between = [] if level is Level.ADVANCED else _square_terms(square)
            sides = [power(base, 1 << place), *([written] if place > 1 else []), *between, _worth(written)]
            lines.append(Message("Square: {result}.", result=chain(*sides)))
            square = _worth(written)
        if exponent >> place & 1:
            used.insert(0, square)
    if len(used) > 1:
        product: Node = times(*used)
        terms = _terms(*used) if len(used) == _PAIR and level is not Level.ADVANCED else None
        sides = [power(base, exponent), product, *([terms] if terms else []), _worth(product)]
        lines.append(Message("Multiply: {result}.", result=chain(*sides)))
    return lines


def _square_terms(square: Node) -> list[Node]:
    """`a^2 + 2ab i + b^2 i^2`"""
    a, b = _parts(square)
    i = sympy.Symbol("i")
    return [plus(*(tree(part) for part in (a**2, 2 * a * b * i, b**2 * i**2) if part != 0))] if b != 0 else []


def _polar(base: Node, exponent: int) -> list[Message]:
    """De Moivre's theorem, where the angle is a simple part of a turn."""
    value = to_sympy(base)
    angle, size = sympy.arg(value), sympy.Abs(value)
    if not (angle / sympy.pi).is_Rational or angle in {0, sympy.pi}:
        return []
    turned = exponent * angle
    first = equals(base, _with_angle(tree(size), tree(angle)))
    raised = chain(
        power(base, exponent), _with_angle(tree(size**exponent), tree(turned)), _worth(power(base, exponent))
    )
    return [
        Message("In polar form {form}.", form=formula(first)),
        Message("By de Moivre's theorem {result}.", result=raised),
    ]


def _with_angle(size: Node, angle: Node) -> Node:
    wave = plus(Call("cos", (angle,)), times(_I, Call("sin", (angle,))))
    return wave if size == number(1) else times(size, wave)
