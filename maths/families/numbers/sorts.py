"""Whether a number is prime or composite, answered by the word of the statement's language.

Routes: those of whether it is prime: divisors tried, and python-flint.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.numbers.operands import whole
from maths.families.numbers.primes import Prime
from maths.families.settled import Settled, UndecidedError
from maths.message import Formula, Message
from maths.verdict import Standing, Verdict

if TYPE_CHECKING:
    from maths.tree import Node

_WORDS = {True: ("prime", "소수"), False: ("composite", "합성수")}


@dataclass(frozen=True, slots=True)
class PrimeOrComposite:
    number: Node
    korean: bool = False

    def settle(self) -> Settled:
        if whole(self.number, least=0) <= 1:
            raise UndecidedError(Message("0 and 1 are neither prime nor composite."))
        found = Prime(self.number).settle()
        is_prime = found.answer.typed == "True"
        word = _WORDS[is_prime][self.korean]
        return Settled(
            Formula(word, rf"\text{{{word}}}"),
            found.method,
            found.teach,
            hear=lambda text: _hear(text, is_prime, found.method),
        )


def _hear(text: str, is_prime: bool, method: Message) -> Verdict | None:  # noqa: FBT001 - what is true
    said = text.strip().strip(".").lower().removeprefix("a ").removesuffix(" number")
    for kind, words in _WORDS.items():
        if said in words:
            right = Standing.VERIFIED if kind is is_prime else Standing.REFUTED
            return Verdict(right, method, Message("The other word is right.") if kind is not is_prime else None)
    return None
