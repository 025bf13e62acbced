"""Worked solutions about one given number: its last digits, its divisors, the exponent of a prime in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.engines.flint_form import to_fmpq
from maths.families.numbers.integers.exactly import plain_value, residue
from maths.families.numbers.integers.measures import Measure, digits_of, divisors_by_flint, factors_by_flint
from maths.families.numbers.integers.wording import named
from maths.families.numbers.primes_steps import powers
from maths.families.terms import equals, number, over, plus, power, times
from maths.families.write import formula, listed, passages
from maths.message import Formula, Message
from maths.tree import Call, Congruence, Factorial, Number, Power
from maths.verdict import Level

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.families.numbers.integers.values import Measured
    from maths.tree import Node
    from maths.verdict import Passage

_FEW = 12  # digits, powers or divisors written out
_LONG = 10**24  # a number up to here is written out
_TEN = 10
_MODULAR = frozenset({"digit", "last digits", "remainder"})


def measured_lines(value: Measured, found: int, level: Level) -> tuple[Passage, ...]:
    node = value.value.node  # type: ignore[attr-defined]  # of a given number
    asked = Message("Of {number} we look for {measure}.", number=formula(node), measure=named(value.measure))
    return passages(
        understanding=[asked],
        approach=_approach(value.measure, level),
        steps=_lines(value.measure, node, found, level),
        check=[Message("A second calculation by another program gives the same result.")],
        conclusion=[Message("The answer is {result}.", result=with_all_digits(value.measure, found))],
    )


def with_all_digits(measure: Measure, found: int) -> Formula:
    """The last two digits of 2401 are 01."""
    if measure.key == "last digits":
        text = str(found).zfill(measure.argument)
        return Formula(text, text)
    return formula(number(found))


def _approach(measure: Measure, level: Level) -> list[Message]:
    if measure.key in _MODULAR:
        modulus = _modulus(measure)
        plain = Message("Only the remainder matters: after every multiplication we keep just the remainder.")
        usual = Message("Work modulo {modulus} from the start.", modulus=modulus)
        exact = Message("Calculate in the residue ring modulo {modulus}.", modulus=modulus)
    elif measure.key in {"divisors", "divisor sum", "proper divisor sum"}:
        plain = Message("Every divisor is a product of some of the prime factors: find those first.")
        usual = Message("Use the prime factorisation: in a divisor each prime has an exponent from 0 up to its own.")
        exact = Message("The number and the sum of the divisors are multiplicative functions.")
    elif measure.key in {"exponent", "trailing zeros"}:
        plain = Message("Count how often it can be divided out.")
        usual = Message("Legendre's formula counts a prime in a factorial: add up the whole parts.")
        exact = Message("Legendre's formula.")
    elif measure.key.startswith(("prime", "greatest", "least")):
        plain = Message("Take the number apart into primes, and look at them.")
        usual = Message("Use the prime factorisation.")
        exact = Message("By the fundamental theorem of arithmetic.")
    else:
        plain = Message("Take the number apart into its digits, and look at them one by one.")
        usual = Message("By the definition of what is counted.")
        exact = Message("From the decimal expansion.")
    return [{Level.BEGINNER: plain, Level.INTERMEDIATE: usual, Level.ADVANCED: exact}[level]]


def _modulus(measure: Measure) -> int:
    if measure.key == "digit":
        return int(_TEN ** (measure.argument + 1))
    return int(_TEN**measure.argument) if measure.key == "last digits" else measure.argument


def _lines(  # noqa: PLR0911 - a line a kind
    measure: Measure, node: Node, found: int, level: Level
) -> list[Message]:
    value = _value(node)
    lines = []
    if value is not None and value < _LONG and formula(number(value)) != formula(node):
        lines.append(Message("Calculate: {result}.", result=formula(equals(node, number(value)))))
    match measure.key:
        case "digit" | "last digits" | "remainder":
            return lines + _modular_lines(measure, node, value, level)
        case "digit sum" | "digit product" if value is not None and value < _LONG:
            digits = [number(d) for d in reversed(digits_of(value))]
            whole = plus(*digits) if measure.key == "digit sum" else times(*digits)
            return [*lines, Message("Take its digits: {result}.", result=formula(equals(whole, number(found))))]
        case "exponent":
            return lines + _exponent_lines(measure.argument, node, value, found)
        case "trailing zeros":
            return lines + _zeros_lines(node, found)
        case "divisors" | "divisor sum" | "proper divisor sum" if value is not None:
            return lines + _divisor_lines(measure, value, found, level)
    if measure.key.startswith(("prime", "greatest", "least")) and value is not None and value > 1:
        return [*lines, _in_primes(value)]
    return lines


def _value(node: Node) -> int | None:
    try:
        found = to_fmpq(node)
    except RefusedError:
        return None
    return int(found.p) if found.q == 1 else None


def _modular_lines(measure: Measure, node: Node, value: int | None, level: Level) -> list[Message]:
    modulus = _modulus(measure)
    lines = []
    if isinstance(node, Power) and isinstance(node.exponent, Number):
        lines = _powers_lines(node.base, node.exponent.value, modulus, level)
    if measure.key == "remainder" and value is not None and value < _LONG:
        quotient, rest = divmod(value, modulus)
        product = times(number(modulus), number(quotient))
        shown = equals(number(value), plus(product, number(rest)) if rest else product)
        return [*lines, Message("Divide: {division}.", division=formula(shown))]
    result = Congruence(node, number(residue(node, modulus)), number(modulus))
    return [*lines, Message("So {result}.", result=formula(result))]


def _powers_lines(base: Node, exponent: Fraction, modulus: int, level: Level) -> list[Message]:
    """`7, 9, 3, 1`: the remainders of the powers until they repeat."""
    try:
        start = int(plain_value(base)) % modulus
    except RefusedError:
        return []
    seen: list[int] = []
    current = start
    while current not in seen and len(seen) <= _FEW:
        seen.append(current)
        current = current * start % modulus
    if current not in seen or len(seen) > _FEW:
        return []
    length = len(seen) - seen.index(current)
    each = [
        Message(
            "Multiply the last remainder by {factor}: {division}.",
            factor=start,
            division=formula(_division(rest * start, times(number(rest), number(start)), modulus)),
        )
        for rest in seen
        if level is Level.BEGINNER
    ]
    rounds = []
    if seen.index(current) == 0 and level is not Level.ADVANCED and exponent.denominator == 1 and length > 1:
        whole = _division(int(exponent), number(exponent), length)
        rounds = [
            Message("After {cycle} steps it begins again, and {division}.", cycle=length, division=formula(whole))
        ]
    return [
        *each,
        Message(
            "The powers of {base} leave the remainders {remainders}, and then they repeat every {length}.",
            base=formula(base),
            remainders=listed(formula(number(n)) for n in seen),
            length=length,
        ),
        *rounds,
    ]


def _division(value: int, written: Node, divisor: int) -> Node:
    """`100 = 25*4`, `3*3 = 1*5 + 4`"""
    quotient, rest = divmod(value, divisor)
    product = times(number(quotient), number(divisor))
    return equals(written, plus(product, number(rest)) if rest else product)


def _exponent_lines(prime: int, node: Node, value: int | None, found: int) -> list[Message]:
    if isinstance(node, Factorial):
        return [_legendre(prime, int(plain_value(node.operand)), found)]
    if value is not None and 1 < value < _LONG:
        return [_in_primes(value)]
    return []


def _legendre(prime: int, argument: int, found: int) -> Message:
    parts: list[Node] = []
    step = prime
    while step <= argument:
        parts.append(Call("floor", (over(number(argument), number(step)),)))
        step *= prime
    whole = equals(plus(*parts), number(found)) if parts else number(0)
    return Message("Count the factors {prime}: {sum}.", prime=prime, sum=formula(whole))


def _zeros_lines(node: Node, found: int) -> list[Message]:
    why = Message("Each zero at the end comes from a factor 10 = 2*5, and there are fewer factors 5 than factors 2.")
    if isinstance(node, Factorial):
        return [why, _legendre(5, int(plain_value(node.operand)), found)]
    return []


def _in_primes(value: int) -> Message:
    return Message("In primes: {result}.", result=formula(equals(number(value), powers(factors_by_flint(value)))))


def _divisor_lines(measure: Measure, value: int, found: int, level: Level) -> list[Message]:
    factors = factors_by_flint(value) if value > 1 else []
    lines = [_in_primes(value)] if factors else []
    every = divisors_by_flint(value)
    if measure.key == "divisors" and factors:
        choices = times(*(plus(number(count), number(1)) for _, count in factors))
        return [
            *lines,
            Message(
                "Each exponent can be chosen from 0 up, so there are {number} divisors.",
                number=formula(equals(choices, number(found))),
            ),
        ]
    if level is not Level.ADVANCED and len(every) <= 2 * _FEW:
        lines.append(
            Message(
                "The positive divisors of {number} are {divisors}.",
                number=value,
                divisors=listed(formula(number(d)) for d in every),
            )
        )
    if factors:
        sums = times(*(plus(*(power(number(p), k) if k else number(1) for k in range(n + 1))) for p, n in factors))
        lines.append(Message("The sum of all of them is {sum}.", sum=formula(equals(sums, number(sum(every))))))
    if measure.key == "proper divisor sum":
        lines.append(Message("The number itself does not count: {result} remains.", result=found))
    return lines
