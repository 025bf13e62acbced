"""Why one calculation gives what it gives, for beginners: the line that comes before the result."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import gcd, lcm, prod
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.numbers.operands import exact
from maths.families.terms import equals, name, number, over, plus, times
from maths.families.write import formula, listed
from maths.message import Message
from maths.plain import plain
from maths.tree import Call, Factorial, Negative, Number, Percent, Power, Product, Quotient, Sum, walk

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.tree import Node

_MOST_FACTORS = 12  # written out in a row
_MOST_DENOMINATOR = 10**6  # of a common denominator that still helps a reader
_FEW = 2  # numbers that need no order


def reasons(part: Node) -> list[Message]:
    """What a beginner is told before a sum, product, quotient or power of finished numbers is worked out."""
    for kind, reason in _REASONS.items():
        if isinstance(part, kind):
            return reason(part)
    return []


def _of_sum(part: Sum) -> list[Message]:
    values = [exact(term) for term in part.terms]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return []
    denominators = {value.denominator for value in known}
    common = lcm(*denominators)
    if len(denominators) > 1 and common <= _MOST_DENOMINATOR and not _has_decimals(part):
        shown = formula(equals(part, plus(*(_over(value, common) for value in known))))
        return [Message("With the denominator {denominator}: {equation}.", denominator=common, equation=shown)]
    if len(known) > _FEW and common == 1:
        totals = list(accumulate(known))
        lines = [
            formula(equals(plus(number(before), number(added)), number(after)))
            for (before, after), added in zip(pairwise(totals), known[1:], strict=True)
        ]
        return [Message("From left to right: {equations}.", equations=listed(lines))]
    return []


def _of_product(part: Product) -> list[Message]:
    values = [exact(factor) for factor in part.factors]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return []
    lines = _signs(known)
    if any(value.denominator > 1 for value in known) and not _has_decimals(part):
        above = times(*(number(value.numerator) for value in known))
        below = [number(value.denominator) for value in known if value.denominator > 1]
        whole = over(number(prod(value.numerator for value in known)), number(prod(v.denominator for v in known)))
        sides = _told_apart(part, over(above, times(*below)), *([whole] if _shortens(known) else []))
        if len(sides) > 1:
            shown = formula(equals(*sides))
            lines.append(Message("Above times above, below times below: {equation}.", equation=shown))
    return lines


def _shortens(values: list[Fraction]) -> bool:
    """Whether the product of the numerators and that of the denominators have a divisor in common."""
    above, below = prod(value.numerator for value in values), prod(value.denominator for value in values)
    return gcd(above, below) != 1


def _told_apart(*sides: Node) -> list[Node]:
    """The sides without those that read like the one before: 150·(2/25) and (150·2)/25 are one line of text."""
    texts = [plain(f"${formula(side).latex}$") for side in sides]
    return [side for place, side in enumerate(sides) if not place or texts[place] != texts[place - 1]]


def _of_quotient(part: Quotient) -> list[Message]:
    above, below = exact(part.numerator), exact(part.denominator)
    if above is None or below is None or not below:
        return []
    lines = _signs([above, below])
    if (below.denominator > 1 or above.denominator > 1) and not _has_decimals(part):
        shown = formula(equals(part, times(number(above), number(1 / below))))
        lines.append(Message("Dividing is multiplying by the number turned upside down: {equation}.", equation=shown))
    elif above.denominator == below.denominator == 1 and 1 < (shared := gcd(int(above), int(below))) < abs(below):
        lines.append(Message("Above and below can be divided by {divisor}.", divisor=shared))
    return lines


def _signs(values: list[Fraction]) -> list[Message]:
    negative = sum(value < 0 for value in values)
    if not negative or 0 in values:
        return []
    if negative % 2:
        return [Message("An odd number of minus signs: the result is negative.")]
    return [Message("Two minus signs together make a plus: the result is positive.")]


def _of_power(part: Power) -> list[Message]:
    exponent = exact(part.exponent)
    if exponent is None or exponent.denominator != 1:
        return []
    if exponent < 0:
        return [Message("A negative exponent means one divided by the power.")]
    if not 1 < exponent <= _MOST_FACTORS:
        return []
    shown = formula(equals(part, times(*[part.base] * int(exponent))))
    return [Message("The exponent says how often the number is a factor: {equation}.", equation=shown)]


def _of_factorial(part: Factorial) -> list[Message]:
    value = exact(part.operand)
    if value is None or not 1 < value <= _MOST_FACTORS or value.denominator != 1:
        return []
    shown = formula(equals(part, times(*(number(factor) for factor in range(int(value), 0, -1)))))
    return [Message("The factorial multiplies all whole numbers from there down to 1: {equation}.", equation=shown)]


def _of_percent(part: Percent) -> list[Message]:
    shown = formula(equals(part, over(part.operand, number(100))))
    return [Message("Percent means hundredths: {equation}.", equation=shown)]


def of_choice(part: Node) -> list[Message]:
    """How many choices or orders there are, by the factors that are written out."""
    if not isinstance(part, Call) or part.function not in {"binomial", "permutations"}:
        return []
    n, k = (exact(argument) for argument in part.arguments)
    if n is None or k is None or k.denominator != 1 or n.denominator != 1 or not 0 < k <= _MOST_FACTORS or k > n:
        return []
    above = times(*(number(n - i) for i in range(int(k))))
    if part.function == "permutations":
        shown = formula(equals(part, above))
        return [Message("As many factors as places are filled, each one less than the one before: {equation}.",
                        equation=shown)]  # fmt: skip
    below = times(*(number(i) for i in range(int(k), 0, -1)))
    shown = formula(equals(part, over(above, below)))
    return [Message("The choices in order, divided by the orders of what is chosen: {equation}.", equation=shown)]


def _of_call(part: Call) -> list[Message]:
    return _of_logarithm(part) if part.function in {"log", "ln"} else of_choice(part)


def _of_logarithm(part: Call) -> list[Message]:
    """`2^3 = 8` for the logarithm of 8 to the base 2."""
    argument, *base = part.arguments
    if not base and part.function != "ln":
        return []
    try:
        value = to_sympy(part)
    except RefusedError:
        return []
    if not value.is_Rational:
        return []
    shown = formula(equals(Power(base[0] if base else name("e"), number(value)), argument))
    return [Message("A logarithm is the exponent that is looked for: {equation}.", equation=shown)]


def _has_decimals(part: Node) -> bool:
    return any(isinstance(piece, Number) and piece.decimals is not None for piece in walk(part))


def _over(value: Fraction, denominator: int) -> Node:
    above = int(abs(value) * denominator)
    quotient = over(number(above), number(denominator))
    return Negative(quotient) if value < 0 else quotient


_REASONS: dict[type[Node], Callable[..., list[Message]]] = {
    Sum: _of_sum,
    Product: _of_product,
    Quotient: _of_quotient,
    Power: _of_power,
    Factorial: _of_factorial,
    Percent: _of_percent,
    Call: _of_call,
}
