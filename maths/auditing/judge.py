"""Two sides held against each other: every fair reading of each, exactly; then what rounding allows."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import Enum, auto
from fractions import Fraction
from functools import lru_cache, partial
from math import isfinite
from typing import TYPE_CHECKING, Any

from maths.bounds import RefusedError
from maths.engines.flint_form import to_arb, to_fmpq, to_fraction
from maths.read import read
from maths.tree import (
    Based,
    Call,
    Degrees,
    Factorial,
    Mixed,
    Name,
    Negative,
    Number,
    Percent,
    Power,
    Product,
    Quotient,
    Sum,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.auditing.claim import Claim
    from maths.tree import Node

MAX_READINGS = 8  # of one side
MAX_PROOF_BITS = 5_000  # of precision spent on the proof that two surds are equal: under a millisecond
_JUDGED = (Number, Negative, Sum, Product, Quotient, Power, Factorial, Percent, Degrees, Mixed, Call, Based)
_TURNING = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})
_CALLS = _TURNING | {
    "sqrt",
    "root",
    "abs",
    "gcd",
    "lcm",
    "binomial",
    "permutations",
    "floor",
    "ceil",
    "log",
    "ln",
    "min",
    "max",
}
_PIS = tuple(Fraction(p) for p in ("3.14", "22/7", "3.1416", "3.142", "3.14159", "3"))
_HAIR = Fraction(1, 10**9)  # relative: what is left of a calculator's binary fractions
_FREE = Fraction(1, 50)  # relative: how far off an approximation is still called one


class Finding(Enum):
    EXACT = auto()
    WRONG = auto()
    OPEN = auto()  # not judged: rounded, or read another way, or not decided


@dataclass(frozen=True, slots=True)
class Outcome:
    finding: Finding
    left: Node
    right: Node
    value: Fraction | None = None  # of the left side, when it is rational
    target: Fraction | None = None  # of the right side, when it is rational
    rounded: bool = False  # equal as far as it was written down


_NOTHING = Outcome(Finding.OPEN, Number(Fraction(0)), Number(Fraction(0)))


def judged(claim: Claim, shaky: frozenset[Fraction]) -> Outcome:
    """What exact arithmetic says of a claim; `shaky` are the decimals that stand for rounded values."""
    left, right = _tree(claim.left.formula), _tree(claim.right.formula)
    if left is None or right is None or not (claim.noted or computes(left) or computes(right)):
        return _NOTHING
    try:
        return _compared(claim, left, right, shaky)
    except (RefusedError, ZeroDivisionError, OverflowError, RecursionError):
        return _NOTHING


@lru_cache(maxsize=2_000)
def _tree(formula: str) -> Node | None:
    try:
        node = read(formula)
    except RefusedError:
        return None
    for part in walk(node):
        if not isinstance(part, _JUDGED) and part != Name("pi"):
            return None
        if isinstance(part, Call) and part.function not in _CALLS:
            return None
    return node


def computes(node: Node) -> bool:
    """Whether there is anything to work out: `60` and `-3` and `1/2` are only names of numbers."""
    return any(isinstance(part, (Sum, Product, Power, Factorial, Call, Quotient)) for part in walk(node))


def _compared(claim: Claim, left: Node, right: Node, shaky: frozenset[Fraction]) -> Outcome:
    lefts, rights = _readings(left), _readings(right)
    unsure = _unsure(left) or _unsure(right) or _turns(left, right)
    for one in lefts:
        for other in rights:
            same = _same(one, other)
            if same:
                return Outcome(Finding.EXACT, left, right, target=_rational(rights[0]))
            unsure = unsure or same is None
    value, target = _rational(lefts[0]), _rational(rights[0])
    if _near(lefts, rights, shaky, about=claim.about):
        return Outcome(Finding.OPEN, left, right, value, target, rounded=True)
    if unsure or _runs_on(value, right):
        return _NOTHING
    return Outcome(Finding.WRONG, left, right, value, target)


def _runs_on(value: Fraction | None, right: Node) -> bool:
    """`5*3 = 15 + 6 = 21`: the right side starts with what the left side is worth, and goes on."""
    first = right
    while True:
        match first:
            case Sum(terms=parts) | Product(factors=parts):
                first = parts[0]
            case Quotient(numerator=top):
                first = top
            case _:
                break
    return value is not None and first is not right and _rational(first) == value


# Readings


def _readings(node: Node) -> list[Node]:
    """What a person may mean, the plain reading first."""
    found = [_mapped(node, _plain_degrees)]
    parts = list(walk(node))
    if any(isinstance(part, Percent) for part in parts):
        found += [_mapped(found[0], _of_hundred), _mapped(found[0], _relative)]
    if any(isinstance(part, Mixed) for part in parts):
        found += [_mapped(one, _product) for one in found]
    if any(isinstance(part, Product) for part in parts) and any(isinstance(part, Quotient) for part in parts):
        found += [_mapped(one, _under) for one in found[:4]]
    if any(isinstance(part, Quotient) and isinstance(part.numerator, Quotient) for part in parts):
        found.append(_mapped(found[0], _stacked))
    return found[:MAX_READINGS]


def _mapped(node: Any, rule: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - a field may be a node, a tuple or a word
    if isinstance(node, tuple):
        return tuple(_mapped(item, rule) for item in node)
    if not hasattr(node, "__dataclass_fields__"):
        return node
    if isinstance(node, Call) and node.function in _TURNING and rule is _plain_degrees:
        return node
    changes = {field.name: _mapped(getattr(node, field.name), rule) for field in fields(node)}
    return rule(replace(node, **changes))


def _plain_degrees(node: Node) -> Node:
    return node.operand if isinstance(node, Degrees) else node


def _of_hundred(node: Node) -> Node:
    return node.operand if isinstance(node, Percent) else node


def _relative(node: Node) -> Node:
    """`200 - 10%` as ten percent of 200 less."""
    if not isinstance(node, Sum) or len(node.terms) < 2:  # noqa: PLR2004 - a term and its change
        return node
    total = node.terms[0]
    for term in node.terms[1:]:
        inner = term.operand if isinstance(term, Negative) else term
        change = isinstance(inner, Percent)
        total = Product((total, Sum((Number(Fraction(1)), term)))) if change else Sum((total, term))
    return total


def _product(node: Node) -> Node:
    return Product((Number(Fraction(node.whole)), Number(node.fraction))) if isinstance(node, Mixed) else node


def _under(node: Node) -> Node:
    """`a/b*c` as `a/(b*c)`."""
    if not isinstance(node, Product):
        return node
    for place, factor in enumerate(node.factors[:-1]):
        if isinstance(factor, Quotient):
            below = (factor.denominator, *node.factors[place + 1 :])
            return Quotient(Product((*node.factors[:place], factor.numerator)), Product(below))
    return node


def _stacked(node: Node) -> Node:
    """`6 / 1/30` as six divided by a thirtieth."""
    match node:
        case Quotient(numerator=Quotient(numerator=top, denominator=middle), denominator=bottom):
            return Quotient(top, Quotient(middle, bottom))
    return node


def _unsure(node: Node) -> bool:
    """Whether what it means depends on a convention: `sin 30`, `log 100`."""
    calls = [part for part in walk(node) if isinstance(part, Call)]
    if any(call.function == "log" and len(call.arguments) == 1 for call in calls):
        return True
    turning = [call for call in calls if call.function in _TURNING]
    return not all(any(isinstance(p, Degrees) or p == Name("pi") for p in walk(call)) for call in turning)


def _turns(left: Node, right: Node) -> bool:
    """Whether degrees stand beside π, so that 180° may be π."""
    parts = [*walk(left), *walk(right)]
    return Name("pi") in parts and any(isinstance(part, Degrees) for part in parts)


# Values


def _rational(node: Node) -> Fraction | None:
    try:
        value = to_fmpq(node)
    except RefusedError:
        return None
    return Fraction(int(value.p), int(value.q))


def _same(left: Node, right: Node) -> bool | None:
    one, other = _rational(left), _rational(right)
    if one is not None and other is not None:
        return one == other
    difference = Sum((left, Negative(right)))
    try:
        return bool(to_fraction(difference, ("pi",))[0].is_zero())  # π is transcendental
    except RefusedError:
        pass
    if not to_arb(difference).contains(0):
        return False
    return True if _zero(difference) else None


def _zero(constant: Node) -> bool:
    from maths.grading.zero import separation_bits

    try:
        needed = separation_bits(constant)
    except RefusedError:
        return False
    if needed > MAX_PROOF_BITS:
        return False
    ball = to_arb(constant, int(needed) + 64)
    return bool(ball.contains(0)) and bool(abs(ball).upper() < _power_of_two(-int(needed)))


def _power_of_two(exponent: int) -> Any:  # noqa: ANN401 - python-flint has no types
    from flint import arb

    return arb(2) ** exponent


def _size(node: Node) -> Fraction:
    exact = _rational(node)
    if exact is not None:
        return exact
    value = float(to_arb(node).mid())
    if not isfinite(value):
        raise OverflowError
    return Fraction(value)


# Rounding


def _near(lefts: list[Node], rights: list[Node], shaky: frozenset[Fraction], *, about: bool) -> bool:
    for one in lefts:
        for other in rights:
            if _close(one, other, about=about) or _close(other, one, about=about):
                return True
            if _within(one, other, shaky):
                return True
    return _with_pi(lefts[0], rights[0])


def _close(computed: Node, shown: Node, *, about: bool) -> bool:
    """Whether `shown` may be `computed` written down with fewer digits."""
    value, written = _size(computed), _size(shown)
    gap = abs(value - written)
    if gap <= _HAIR * max(abs(value), abs(written)) and (_has_decimals(computed) or _has_decimals(shown)):
        return True
    literal = _is_literal(shown)
    if about and gap <= max(_FREE * abs(value), _last_digit(shown, written) if literal else Fraction(0)):
        return True
    places = [part.decimals for part in walk(shown) if isinstance(part, Number) and part.decimals]
    if not places and not literal:
        return False
    unit = Fraction(1, 10 ** min(max(places, default=0), 400))
    if isinstance(shown, Percent):
        unit /= 100
    return gap < unit and not _rational_in(computed, unit)


def _is_literal(node: Node) -> bool:
    """A number as it is written down, not a fraction."""
    while isinstance(node, (Negative, Percent)):
        node = node.operand
    return isinstance(node, Number)


def _rational_in(node: Node, unit: Fraction) -> bool:
    """Whether the value can be written exactly with so many digits."""
    exact = _rational(node)
    return exact is not None and (exact / unit).denominator == 1


def _last_digit(node: Node, value: Fraction) -> Fraction:
    """What one step in the last digit that is not zero is worth."""
    places = [part.decimals for part in walk(node) if isinstance(part, Number) and part.decimals]
    if places:
        return Fraction(1, 10 ** max(places))
    unit = 1
    whole = abs(int(value))
    while whole and whole % (unit * 10) == 0:
        unit *= 10
    return Fraction(unit)


def _has_decimals(node: Node) -> bool:
    return any(isinstance(part, Number) and part.decimals for part in walk(node))


def rounded_look(number: Number) -> bool:
    """0.33, 0.67, 0.17, 0.142857: two digits or more, next to a third, a sixth, a seventh, a ninth …"""
    if not number.decimals or number.decimals < 2:  # noqa: PLR2004 - `.3` is three tenths
        return False
    slack = Fraction(1, 10**number.decimals)
    for below in (3, 6, 7, 9) if number.decimals == 2 else (3, 6, 7, 9, 11, 12, 13):  # noqa: PLR2004 - .45 is no 5/11
        for top in {int(number.value * below), int(number.value * below) + 1}:
            gap = Fraction(top, below) - number.value
            if gap and top % below and -slack / 2 <= gap < slack:
                return True
    return False


def _within(left: Node, right: Node, shaky: frozenset[Fraction]) -> bool:
    """Whether decimals that stand for rounded values explain the gap: every end of every range is tried."""
    numbers = {
        part
        for node in (left, right)
        for part in walk(node)
        if isinstance(part, Number) and (part.value in shaky or rounded_look(part))
    }
    if not numbers or len(numbers) > 4:  # noqa: PLR2004 - sixteen corners
        return False
    lows: list[Fraction] = []
    ends = list(numbers)
    for corner in range(2 ** len(ends)):
        moved = {
            number: replace(number, value=number.value + (1 if corner >> place & 1 else -1) * _slack(number))
            for place, number in enumerate(ends)
        }
        lows.append(_size(_mapped(left, partial(_moved, moved))) - _size(_mapped(right, partial(_moved, moved))))
    room = Fraction(1, 2) if all(isinstance(part, Number) for part in walk(right)) else Fraction(0)
    return min(lows) - room <= 0 <= max(lows) + room


def _moved(moved: dict[Number, Number], node: Node) -> Node:
    return moved.get(node, node) if isinstance(node, Number) else node


def _slack(number: Number) -> Fraction:
    if number.decimals:
        return Fraction(1, 10**number.decimals)
    return Fraction(1)


def _with_pi(left: Node, right: Node) -> bool:
    """π taken as 3.14 or 22/7."""
    if not any(part == Name("pi") for node in (left, right) for part in walk(node)):
        return False
    for pi in _PIS:
        put = lambda node, pi=pi: Number(pi) if node == Name("pi") else node  # noqa: E731
        one, other = _mapped(left, put), _mapped(right, put)
        if _close(one, other, about=False) or _close(other, one, about=False) or _same(one, other):
            return True
    return False
