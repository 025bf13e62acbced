"""Congruences worked out: Euclid backwards, one congruence after the other, squaring."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd
from typing import TYPE_CHECKING

from maths.families.terms import equals, minus, name, number, plus, power, times
from maths.families.write import formula, letter, listed, passages
from maths.message import Message
from maths.tree import Congruence
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.message import Formula
    from maths.verdict import Passage

_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Bezout:
    """`first*a + second*b = divisor`."""

    first: int
    second: int
    divisor: int


@dataclass(frozen=True, slots=True)
class SolvedCongruences:
    """`rows` are `a*x ≡ b (mod m)`, reduced; `given` the congruences as they were stated, where they were formulas."""

    unknown: str
    rows: tuple[tuple[int, int, int], ...]
    found: tuple[int, int] | None
    least: bool
    at_least: int
    given: tuple[Formula, ...]


_FIRST_REMAINDER = 3  # the two numbers and the remainder that is a combination of them at sight


def bezout(a: int, b: int) -> Bezout:
    """By the extended Euclidean algorithm."""
    row, other = (a, 1, 0), (b, 0, 1)
    while other[0]:
        times_in = row[0] // other[0]
        row, other = other, tuple(x - times_in * y for x, y in zip(row, other, strict=True))  # type: ignore[assignment]
    return Bezout(row[1], row[2], row[0])


def solved_row(row: tuple[int, int, int], find: Callable[[int, int], Bezout]) -> tuple[int, int] | None:
    """a*x ≡ b (mod m) as x ≡ r (mod m/d)."""
    a, b, m = row
    found = find(a, m)
    if b % found.divisor:
        return None
    period = m // found.divisor
    return found.first * (b // found.divisor) % period, period


def joined(left: tuple[int, int], right: tuple[int, int], find: Callable[[int, int], Bezout]) -> tuple[int, int] | None:
    """Two residue classes as one."""
    (r, m), (s, n) = left, right
    found = find(m, n)
    if (s - r) % found.divisor:
        return None
    period = m // found.divisor * n
    return (r + m * (found.first * ((s - r) // found.divisor) % (n // found.divisor))) % period, period


def by_squaring(base: int, exponent: int, modulus: int) -> int:
    found = 1 % modulus
    for digit in f"{exponent:b}":
        found = found * found % modulus
        if digit == "1":
            found = found * base % modulus
    return found


def _class(unknown: str, residue: int, modulus: int) -> Formula:
    return formula(Congruence(name(unknown), number(residue), number(modulus)))


def _shown(row: tuple[int, int, int], unknown: str) -> Formula:
    a, b, m = row
    left = name(unknown) if a == 1 else times(number(a), name(unknown))
    return formula(Congruence(left, number(b), number(m)))


def teach_linear(solved: SolvedCongruences, level: Level) -> tuple[Passage, ...]:
    lines: list[Message] = []
    together: tuple[int, int] | None = (0, 1)
    for place, row in enumerate(solved.rows):
        one = solved_row(row, bezout)
        if solved.given and solved.given[place] != _shown(row, solved.unknown):
            lines.append(Message("Bring the numbers to the right side and keep only remainders: {result}.",
                                 result=_shown(row, solved.unknown)))  # fmt: skip
        lines += _row_lines(solved, row, one, level)
        if one is None or together is None:
            break
        joint = joined(together, one, bezout)
        if place:
            lines += _searched(together, one, joint, level)
            lines += _substituted(solved, together, one, joint, level)
            lines.append(_joint_line(solved, joint))
        together = joint
    given = listed(solved.given or (_shown(row, solved.unknown) for row in solved.rows))
    understanding = (
        Message("We look for whole numbers {unknown} that leave the right remainders: {given}.",
                unknown=letter(solved.unknown), given=given)
        if level is Level.BEGINNER
        else Message("Solve {given}.", given=given)
    )  # fmt: skip
    return passages(
        understanding=[understanding],
        approach=[_linear_approach(solved, level)],
        steps=lines or [Message("So {result}.", result=given)],
        check=_check(solved),
        conclusion=[_conclusion(solved)],
    )


def _linear_approach(solved: SolvedCongruences, level: Level) -> Message:
    if level is Level.ADVANCED:
        return Message("By Bézout's identity and the Chinese remainder theorem.")
    if level is Level.INTERMEDIATE:
        return Message("A number can be cancelled modulo m when it has an inverse; congruences are joined one by one.")
    if all(a == 1 for a, _, _ in solved.rows):
        return Message(
            "The sign ≡ says that both sides leave the same remainder. Go through the numbers that fit the first line "
            "until one fits the next line too."
        )
    return Message(
        "The sign ≡ says that both sides leave the same remainder. Multiply both sides by a number that turns "
        "the factor of {unknown} into 1: then {unknown} stands alone.",
        unknown=letter(solved.unknown),
    )


def _searched(
    so_far: tuple[int, int], row: tuple[int, int], joint: tuple[int, int] | None, level: Level
) -> list[Message]:
    """The numbers that fit the lines so far, up to the first that fits the next one too."""
    if level is not Level.BEGINNER or joint is None or joint[0] // so_far[1] > _MOST_LINES:
        return []
    tried = listed(formula(number(n)) for n in range(so_far[0], joint[0] + 1, so_far[1]))
    return [
        Message("What fits so far, in steps of {step}: {numbers}, ….", step=so_far[1], numbers=tried),
        Message("The first of them with remainder {rest} when divided by {modulus} is {number}. It fits again after "
                "every {period}.", rest=row[0], modulus=row[1], number=joint[0], period=joint[1]),
    ]  # fmt: skip


def _substituted(
    solved: SolvedCongruences,
    so_far: tuple[int, int],
    row: tuple[int, int],
    joint: tuple[int, int] | None,
    level: Level,
) -> list[Message]:
    """`x = 2 + 3t` put into the next congruence, which then fixes t."""
    if level is not Level.INTERMEDIATE or joint is None:
        return []
    (rest, step), (wanted, modulus) = so_far, row
    letter_t = "t" if solved.unknown != "t" else "s"
    written = plus(number(rest), times(number(step), name(letter_t)))
    put = formula(Congruence(written, number(wanted), number(modulus)))
    found = _class(letter_t, (joint[0] - rest) // step % (joint[1] // step), joint[1] // step)
    return [Message("Put {value} into the next: {congruence}, so {found}.",
                    value=formula(equals(name(solved.unknown), written)), congruence=put, found=found)]  # fmt: skip


def _row_lines(
    solved: SolvedCongruences, row: tuple[int, int, int], one: tuple[int, int] | None, level: Level
) -> list[Message]:
    a, b, m = row
    shown = _shown(row, solved.unknown)
    divisor = gcd(a, m)
    if one is None:
        return [Message("In {given} the number {divisor} divides the left side and the modulus, but not {right}: "
                        "there is no solution.", given=shown, divisor=divisor, right=b)]  # fmt: skip
    if a == 1:
        return []
    lines = []
    if divisor > 1:
        lines.append(Message("Divide {given} by {divisor}: {result}.", given=shown, divisor=divisor,
                             result=_shown((a // divisor, b // divisor, m // divisor), solved.unknown)))  # fmt: skip
    a, m = a // divisor, m // divisor
    inverse = bezout(a % m, m).first % m if m > 1 else 0
    if level is Level.BEGINNER and m > 1:
        lines.append(
            Message("We need a number that makes 1 of {a}, but for multiples of {modulus}: the inverse.",
                    a=a, modulus=m)
        )  # fmt: skip
    if level is not Level.ADVANCED and m > 1:
        product = formula(Congruence(times(number(inverse), number(a)), number(1), number(m)))
        lines.append(
            Message("The inverse of {a} is {inverse}, because {product}.", a=a, inverse=inverse, product=product)
        )
    if level is Level.BEGINNER and m > 1:
        right = b // divisor
        both = Congruence(name(solved.unknown), times(number(inverse), number(right)), number(m))
        lines.append(Message("Multiply both sides by {inverse}: {result}.", inverse=inverse, result=formula(both)))
        if not 0 <= inverse * right < m:
            quotient = inverse * right // m
            lines.append(
                Message("Leave out whole multiples of {modulus}: {division}.", modulus=m,
                        division=formula(equals(number(inverse * right),
                                                plus(times(number(quotient), number(m)), number(one[0])))))
            )  # fmt: skip
    lines.append(Message("So {result}.", result=_class(solved.unknown, *one)))
    return lines


def _joint_line(solved: SolvedCongruences, joint: tuple[int, int] | None) -> Message:
    if joint is None:
        return Message("These two contradict each other: there is no solution.")
    return Message("Both together: {result}.", result=_class(solved.unknown, *joint))


def _check(solved: SolvedCongruences) -> list[Message]:
    if solved.found is None:
        return []
    value = _answer(solved)
    lines = []
    for a, b, m in solved.rows:
        product = a * value
        quotient, rest = divmod(product, m)
        left = times(number(a), number(value)) if a != 1 else number(value)
        division = formula(equals(left, plus(times(number(quotient), number(m)), number(rest))))
        lines.append(Message("{division}, remainder {rest} as required.", division=division, rest=b))
    return lines


def _answer(solved: SolvedCongruences) -> int:
    assert solved.found is not None  # noqa: S101 - by the caller
    residue, period = solved.found
    return residue if residue >= solved.at_least else residue + period


def _conclusion(solved: SolvedCongruences) -> Message:
    if solved.found is None:
        return Message("No whole number satisfies all the congruences.")
    shown = _class(solved.unknown, *solved.found)
    if solved.least:
        return Message(
            "The solutions are {solutions}; the smallest is {value}.", solutions=shown, value=_answer(solved)
        )
    return Message("The solutions are {solutions}.", solutions=shown)


def teach_inverse(value: int, modulus: int, found: int, level: Level) -> tuple[Passage, ...]:
    identity = bezout(value, modulus)
    combination = equals(
        plus(times(number(identity.first), number(value)), times(number(identity.second), number(modulus))), number(1)
    )
    lines: list[Message] = []
    if level is not Level.ADVANCED:
        lines += _euclid(value, modulus, level)
    lines.append(Message("Backwards, 1 is a combination of both: {identity}.", identity=formula(combination)))
    if identity.first != found:
        lines.append(Message("Reduced modulo {modulus} the factor is {found}.", modulus=modulus, found=found))
    product = formula(Congruence(times(number(value), number(found)), number(1), number(modulus)))
    return passages(
        understanding=[
            Message("We look for a number that makes 1 of {value} when multiplied, modulo {modulus}.",
                    value=value, modulus=modulus)
            if level is Level.BEGINNER
            else Message("Find the inverse of {value} modulo {modulus}.", value=value, modulus=modulus)
        ],
        approach=[_inverse_approach(level)],
        steps=lines,
        check=[Message("Multiply: {product}.", product=product)],
        conclusion=[Message("The inverse is {found}.", found=found)],
    )  # fmt: skip


def _inverse_approach(level: Level) -> Message:
    return {
        Level.BEGINNER: Message(
            "Divide the larger number by the smaller, then that one by the remainder, and so on until 1 is left. "
            "Then go back and make 1 out of both numbers: what stands before the number is its inverse."
        ),
        Level.INTERMEDIATE: Message("The extended Euclidean algorithm writes 1 as a combination of the two numbers."),
        Level.ADVANCED: Message("By Bézout's identity: the coefficient of the number is its inverse."),
    }[level]


def _euclid(a: int, b: int, level: Level) -> list[Message]:
    lines: list[Message] = []
    a, b = max(a, b), min(a, b)
    start, combined = (a, b), [(1, 0), (0, 1)]
    while b and len(lines) < _MOST_LINES:
        division = equals(number(a), plus(times(number(a // b), number(b)), number(a % b)))
        lines.append(Message("Divide: {division}.", division=formula(division)))
        if level is Level.BEGINNER and a % b:
            rest = minus(number(a), times(number(a // b), number(b)))
            whole = [number(a % b), rest]
            (u, v), (r, s) = combined[-2:]
            combined.append((u - a // b * r, v - a // b * s))
            if len(combined) > _FIRST_REMAINDER:
                whole.append(plus(*(times(number(c), number(v)) for c, v in zip(combined[-1], start, strict=True))))
            lines.append(Message("The remainder by itself: {rest}.", rest=formula(equals(*whole))))
        a, b = b, a % b
    return lines


def teach_power(base: int, exponent: int, modulus: int, found: int, level: Level) -> tuple[Passage, ...]:
    whole = Congruence(power(number(base), number(exponent)), number(found), number(modulus))
    cycle = _cycle(base % modulus, modulus)
    lines: list[Message] = []
    if cycle is not None and exponent > 1:
        lines += _by_cycle(base, exponent, modulus, cycle, level)
    else:
        lines += _by_squares(base % modulus, exponent, modulus, level)
    return passages(
        understanding=[
            Message("What is left when {value} is divided by {modulus}?",
                    value=formula(power(number(base), number(exponent))), modulus=modulus)
        ],
        approach=[_power_approach(level, in_rounds=cycle is not None and exponent > 1)],
        steps=lines,
        check=[Message("A second calculation by another program gives the same result.")],
        conclusion=[Message("So {result}.", result=formula(whole))],
    )  # fmt: skip


def _power_approach(level: Level, *, in_rounds: bool) -> Message:
    if level is Level.BEGINNER:
        return Message("Only the remainder matters: after every multiplication we keep just the remainder.")
    if in_rounds:
        return (
            Message("The exponent counts only modulo the order of the base, which divides φ(m) by Euler's theorem.")
            if level is Level.ADVANCED
            else Message("The remainders of the powers repeat; the exponent tells how far we are in the last round.")
        )
    return (
        Message("Fast exponentiation in the residue ring.")
        if level is Level.ADVANCED
        else Message("Square again and again, and reduce after every multiplication.")
    )


def _cycle(base: int, modulus: int) -> int | None:
    """The length of the round of remainders, where it is short and begins at once."""
    if gcd(base, modulus) != 1:
        return None
    value, length = base % modulus, 1
    while value != 1 % modulus:
        value, length = value * base % modulus, length + 1
        if length > _MOST_LINES:
            return None
    return length


def _by_cycle(base: int, exponent: int, modulus: int, cycle: int, level: Level) -> list[Message]:
    lines = []
    for n in range(cycle if level is Level.ADVANCED else 1, cycle + 1):
        if level is Level.BEGINNER and n > 1:
            lines.append(_multiplied(pow(base, n - 1, modulus), base, modulus))
        fact = Congruence(
            power(number(base), n) if n > 1 else number(base), number(pow(base, n, modulus)), number(modulus)
        )
        lines.append(Message("It follows that {fact}.", fact=formula(fact)))
    division = equals(number(exponent), plus(times(number(exponent // cycle), number(cycle)), number(exponent % cycle)))
    lines.append(
        Message("After {cycle} steps it begins again, and {division}.", cycle=cycle, division=formula(division))
    )
    return lines


def _multiplied(rest: int, factor: int, modulus: int) -> Message:
    """`3*6 = 2*7 + 4`"""
    quotient, left = divmod(rest * factor, modulus)
    shown = equals(times(number(rest), number(factor)), plus(times(number(quotient), number(modulus)), number(left)))
    return Message("Multiply the last remainder by {factor}: {division}.", factor=factor, division=formula(shown))


def _by_squares(base: int, exponent: int, modulus: int, level: Level) -> list[Message]:
    lines = []
    value, size = base, 1
    while size * 2 <= exponent:
        if level is Level.BEGINNER:
            lines.append(_multiplied(value, value, modulus))
        value, size = value * value % modulus, size * 2
        fact = Congruence(power(number(base), size), number(value), number(modulus))
        lines.append(Message("It follows that {fact}.", fact=formula(fact)))
    binary = [2**place for place, digit in enumerate(reversed(f"{exponent:b}")) if digit == "1"]
    if len(binary) > 1:
        total = equals(number(exponent), plus(*(number(part) for part in reversed(binary))))
        lines.append(Message("The exponent is a sum of powers of two: {total}; multiply those remainders.",
                             total=formula(total)))  # fmt: skip
    return lines
