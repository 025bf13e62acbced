"""Whether two whole numbers have a common divisor, or the same remainder.

Routes: Euclid's algorithm and long division on plain integers; the prime factors, and the remainder of the difference,
by python-flint.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import fmpz

from maths.families.numbers import divisibility_steps as division
from maths.families.numbers.operands import whole
from maths.families.settled import Settled, UndecidedError
from maths.families.write import formula, passages
from maths.message import Message
from maths.tree import Truth
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node
    from maths.verdict import Passage

MAX_FACTORED = 10**40
_DISAGREE = Message("The two ways of calculating it do not agree.")


@dataclass(frozen=True, slots=True)
class Coprime:
    """Whether no prime divides both."""

    numbers: tuple[Node, Node]

    def settle(self, find: Callable[[int, int], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        one, other = (whole(node, least=1) for node in self.numbers)
        common = (find or division.euclid)(one, other)
        if max(one, other) > MAX_FACTORED:
            raise UndecidedError(Message("The numbers are too large to be factored here."))
        primes = {int(prime) for prime, _ in fmpz(one).factor()} & {int(prime) for prime, _ in fmpz(other).factor()}
        if (common == 1) is not (not primes) or any(common % prime for prime in primes):
            raise UndecidedError(_DISAGREE)
        method = Message("Euclid's algorithm on whole numbers, and the prime factors by python-flint")
        return Settled(formula(Truth(common == 1)), method, lambda level: _teach_coprime(one, other, common, level))


def _teach_coprime(one: int, other: int, common: int, level: Level) -> tuple[Passage, ...]:
    found = division.teach_divisor([one, other], common, level)
    steps = next(passage.lines for passage in found if passage.kind.value == "steps")
    return passages(
        understanding=[
            Message("Two numbers are coprime when only 1 divides both of them. Is that so for {one} and {other}?",
                    one=one, other=other)
        ],
        approach=[
            {
                Level.BEGINNER: Message("Look for the largest number that divides both: divide, then divide by what is "
                                        "left over, until nothing is left over."),
                Level.INTERMEDIATE: Message("Find the greatest common divisor with Euclid's algorithm: it must be 1."),
                Level.ADVANCED: Message("Coprime means gcd(a, b) = 1, equivalently sa + tb = 1 for some integers."),
            }[level]
        ],
        steps=list(steps),
        check=[Message("The prime factors of both numbers say the same.")],
        conclusion=[
            Message("Yes: their greatest common divisor is 1.")
            if common == 1
            else Message("No: {number} divides both of them.", number=common)
        ],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Congruent:
    """Whether two numbers leave the same remainder."""

    numbers: tuple[Node, Node]
    modulus: Node

    def settle(self, find: Callable[[int, int], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        (one, other), modulus = (whole(node, least=0) for node in self.numbers), whole(self.modulus, least=2)
        rests = [(find or (lambda a, m: division.divided(a, m)[1]))(value, modulus) for value in (one, other)]
        same = rests[0] == rests[1]
        if same is not (fmpz(one - other) % fmpz(modulus) == 0):
            raise UndecidedError(_DISAGREE)
        method = Message("the remainders by long division, and the remainder of the difference by python-flint")
        return Settled(
            formula(Truth(same)), method, lambda level: _teach_congruent((one, other), modulus, rests, level)
        )


def _teach_congruent(numbers: tuple[int, int], modulus: int, rests: list[int], level: Level) -> tuple[Passage, ...]:
    one, other = numbers
    difference = abs(one - other)
    lines = [
        Message("Divide: {division}.", division=division.division(value, value // modulus, modulus))
        for value in numbers
    ]
    if level is Level.ADVANCED:
        lines = [
            Message("Divide the difference: {division}.",
                    division=division.division(difference, difference // modulus, modulus))
        ]  # fmt: skip
    if level is Level.BEGINNER:
        lines.append(Message("The remainders are {first} and {second}: compare them.", first=rests[0], second=rests[1]))
    return passages(
        understanding=[Message("Do {one} and {other} leave the same remainder when divided by {modulus}?", one=one,
                               other=other, modulus=modulus)],
        approach=[
            Message("By definition the modulus has to divide the difference.")
            if level is Level.ADVANCED
            else Message("Divide both numbers and compare the remainders.")
        ],
        steps=lines,
        check=[Message("The difference is {difference}, and divided by {modulus} it leaves {rest}.",
                       difference=difference, modulus=modulus, rest=difference % modulus)],
        conclusion=[
            Message("Yes: the remainders are the same.")
            if rests[0] == rests[1]
            else Message("No: the remainders differ.")
        ],
    )  # fmt: skip
