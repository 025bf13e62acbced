"""Solutions that are mixed, thinned with water, made stronger, or boiled down.

Routes: what is dissolved over what it all weighs, in fractions; and python-flint solving the sentence itself: what is
dissolved before and after is the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.proportion.amounts import HUNDRED, agree, percent
from maths.families.proportion.percent import solved
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.stories.sentences import equation_works, positive, shown
from maths.families.terms import equals, minus, name, over, plus, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula
from maths.message import Message
from maths.read import read
from maths.tree import Percent

if TYPE_CHECKING:
    from collections.abc import Callable

    from flint import fmpq

    from maths.message import Formula
    from maths.tree import Node

MAX_PORTIONS = 5
_LETTER = "x"
_METHOD = Message("dissolved over whole in fractions, and the balance of what is dissolved solved by python-flint")


@dataclass(frozen=True, slots=True)
class Portion:
    """What goes in, or leaves as steam: `share` of it is dissolved, 0 for water, 1 for salt. `mass` None: wanted."""

    mass: Fraction | None
    share: Fraction
    leaves: bool = False

    @property
    def sign(self) -> int:
        return -1 if self.leaves else 1


@dataclass(frozen=True, slots=True)
class Mixture:
    """The concentration of portions together, or with `final` given the one mass that is wanted."""

    portions: tuple[Portion, ...]
    final: Fraction | None = None

    def settle(self, find: Callable[[Mixture], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if not 1 < len(self.portions) <= MAX_PORTIONS or any(not 0 <= part.share <= 1 for part in self.portions):
            raise UndecidedError(_NO_MIXTURE)
        wanted = [part for part in self.portions if part.mass is None]
        if len(wanted) != (self.final is not None):
            raise UndecidedError(_NO_MIXTURE)
        for part in self.portions:
            if part.mass is not None:
                positive(part.mass)
        if self.final is None:
            return self._concentration((find or _concentration)(self))
        found = positive((find or _missing)(self))
        return self._mass(wanted[0], self.final, found)

    def _concentration(self, found: Fraction) -> Settled:
        if not 0 <= found < 1:
            raise UndecidedError(_NO_MIXTURE)
        agree(found, solved(lambda x: _dissolved(self, x) - x * _whole(self, x)))
        answer = percent(found)
        works = [
            Work(_EACH, None, times(shown(part.mass or Fraction(0)), _rate(part.share)), shown(_in(part)))
            for part in self.portions
            if part.share not in {0, 1}
        ]
        salts = [shown(_in(part)) for part in self.portions if part.share]
        salt, whole = sum(map(_in, self.portions), Fraction(0)), sum(map(_mass, self.portions), Fraction(0))
        if len(salts) > 1:
            works.append(Work(_ADD_DISSOLVED, None, plus(*salts), shown(salt)))
        works += [
            Work(_WEIGH, None, self._together(), shown(whole)),
            Work(_RATIO, read("c = s/m*100"), times(over(shown(salt), shown(whole)), shown(Fraction(HUNDRED))),
                 shown(found * HUNDRED)),
        ]  # fmt: skip
        return self._settled(answer, works, Message("Wanted: the concentration afterwards, in per cent."))

    def _mass(self, part: Portion, final: Fraction, found: Fraction) -> Settled:
        done = Mixture(tuple(Portion(found, p.share, p.leaves) if p.mass is None else p for p in self.portions))
        if _concentration(done) != final or not 0 < final < 1:
            raise UndecidedError(_NO_MIXTURE)
        agree(found, solved(lambda x: _dissolved(self, x) - quotient(final) * _whole(self, x)))
        salt = sum((_in(p) for p in self.portions if p.mass is not None), Fraction(0))
        letter = name(_LETTER)
        left = plus(shown(salt), times(_rate(part.share), letter)) if 0 < part.share < 1 else shown(salt)
        left = plus(shown(salt), letter) if part.share == 1 else left
        factor = abs((part.share - final) * part.sign)
        works = [
            *(
                Work(_EACH, None, times(shown(p.mass), _rate(p.share)), shown(_in(p)))
                for p in self.portions
                if p.mass is not None and 0 < p.share < 1
            ),
            *equation_works(
                Message("Call the mass that is asked for {letter}: what is dissolved is {rate} of the whole.",
                        letter=formula(letter), rate=percent(final)),
                equals(left, times(_rate(final), self._together())), factor, _LETTER, found,
            ),
        ]  # fmt: skip
        return self._settled(formula(shown(found)), works, Message("Wanted: the mass that is not given."))

    def _together(self) -> Node:
        """`200 + 300`, `250 - 50`, `200 + x`"""
        whole: Node | None = None
        for part in self.portions:
            mass = name(_LETTER) if part.mass is None else shown(part.mass)
            whole = mass if whole is None else minus(whole, mass) if part.leaves else plus(whole, mass)
        assert whole is not None  # noqa: S101 - there are two portions at least
        return whole

    def _settled(self, answer: Formula, works: list[Work], wanted: Message) -> Settled:
        lesson = Lesson(
            Message("What is dissolved stays in it, whatever is poured together or boils away as steam."),
            wanted,
            tuple(works),
            Message("With this value as much is dissolved afterwards as before."),
            Message("The result is {value}.", value=answer),
            Message("Ask two things: how much is dissolved in it all, and how much does it all weigh?"),
            Message("Conservation of the solute: the sum of mass times concentration is the same before and after."),
        )
        return Settled(answer, _METHOD, lambda level: teach(lesson, level))


def _concentration(mixture: Mixture) -> Fraction:
    salt, whole = sum(map(_in, mixture.portions), Fraction(0)), sum(map(_mass, mixture.portions), Fraction(0))
    if whole <= 0:
        raise UndecidedError(_NO_MIXTURE)
    return salt / whole


def _missing(mixture: Mixture) -> Fraction:
    final = mixture.final or Fraction(0)
    wanted = next(part for part in mixture.portions if part.mass is None)
    gap = sum((_in(p) - final * _mass(p) for p in mixture.portions if p.mass is not None), Fraction(0))
    if wanted.share == final:
        raise UndecidedError(_NO_MIXTURE)
    return gap / ((final - wanted.share) * wanted.sign)


def _in(part: Portion) -> Fraction:
    """What is dissolved in it; what leaves counts below zero."""
    return _mass(part) * part.share


def _mass(part: Portion) -> Fraction:
    return (part.mass or Fraction(0)) * part.sign


def _dissolved(mixture: Mixture, x: fmpq) -> fmpq:
    return sum((part.sign * quotient(part.share) * _sized(part, x) for part in mixture.portions), 0 * x)


def _whole(mixture: Mixture, x: fmpq) -> fmpq:
    return sum((part.sign * _sized(part, x) for part in mixture.portions), 0 * x)


def _sized(part: Portion, x: fmpq) -> fmpq:
    return x if part.mass is None else quotient(part.mass)


def _rate(share: Fraction) -> Node:
    return Percent(shown(share * HUNDRED))


_NO_MIXTURE = Message("Such a mixture is not settled by these values.")
_EACH = Message("How much is dissolved in it? Take the percentage of its mass.")
_ADD_DISSOLVED = Message("Add what is dissolved in all parts.")
_WEIGH = Message("How much does it all weigh together afterwards?")
_RATIO = Message("The concentration is what is dissolved divided by the whole; times 100 it is in per cent.")
