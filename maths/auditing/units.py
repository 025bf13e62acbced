"""Units that make two different numbers the same quantity."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.auditing.words import wordset
from maths.tree import Sum, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.auditing.claim import Claim
    from maths.auditing.judge import Outcome

_MOST_DIMENSIONS = 2  # of a speed or a price
_TIME = (
    "second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks month months year years"
    " decade century 초 분 시간 일 주 달 개월 년"
)
_LENGTH = (
    "inch inches foot feet ft yard yards yd mile miles mm cm m meter meters metre metres km kilometer kilometers"
    " millimeter millimeters centimeter centimeters 미터 센티미터 킬로미터"
)
_MASS = "gram grams g kg kilogram kilograms mg ounce ounces oz pound pounds lb lbs ton tons 그램 킬로그램 톤"
_VOLUME = (
    "cup cups pint pints quart quarts gallon gallons liter liters litre litres l ml milliliter milliliters teaspoon"
    " teaspoons tablespoon tablespoons fluid 리터 밀리리터"
)
_COINS = "cent cents dollar dollars penny pennies nickel nickels dime dimes quarter quarters pence 센트 달러"
_COUNTS = "dozen dozens pair pairs score percent percentage 다스 켤레 퍼센트"
_FACTORS = {
    wordset(_TIME): (60, 3600, 24, 1440, 7, 168, 12, 52, 365, 366, 30, 31, 28, 4, 360, 1000),
    wordset(_LENGTH): (12, 3, 36, 5280, 1760, 10, 100, 1000, 144, 9, 10_000, 1728, 27, 1_000_000),
    wordset(_MASS): (16, 1000, 2000, 100, 1_000_000),
    wordset(_VOLUME): (2, 4, 8, 16, 32, 64, 128, 1000, 3, 48, 100, 10),
    wordset(_COINS): (100, 5, 10, 25),
    wordset(_COUNTS): (12, 2, 20, 100),
}
_ENGLISH = frozenset(word for units in _FACTORS for word in units if word.isascii())
_KOREAN = tuple(word for units in _FACTORS for word in units if not word.isascii())


def is_unit(word: str) -> bool:
    """Whether a word in lower case is a unit that others convert to; a Korean one may carry a particle."""
    return word in _ENGLISH or (not word.isascii() and word.startswith(_KOREAN))


def _mixed(claim: Claim) -> bool:
    """Whether `3 m + 20 cm` is added: two units of one kind, here or there."""
    words = claim.left.words | claim.right.words
    if (claim.left.money or claim.right.money) and words & {"cent", "cents", "센트"}:
        return True
    return any(len({word.rstrip("s") for word in words if _measures(word, units)}) > 1 for units in _FACTORS)


def _measures(word: str, units: frozenset[str]) -> bool:
    return word in units or (not word.isascii() and word.startswith(tuple(u for u in units if not u.isascii())))


def converts(claim: Claim, outcome: Outcome) -> bool:
    """Whether a known factor between units that are named explains the ratio of the two sides."""
    if not outcome.value or not outcome.target:
        return False
    ratio = outcome.value / outcome.target
    if claim.left.money != claim.right.money and ratio in {Fraction(100), Fraction(1, 100)}:
        return True
    words = claim.left.words | claim.right.words
    if any(isinstance(part, Sum) for node in (outcome.left, outcome.right) for part in walk(node)) and _mixed(claim):
        return True
    if sum(bool(words & units) for units in _FACTORS) > _MOST_DIMENSIONS:
        return True
    return ratio in factors_between(words)


def factors_between(words: Iterable[str]) -> frozenset[Fraction]:
    """The ratios that units named in a text can make of two numbers; 1 is one."""
    named = frozenset(words)
    known = {Fraction(1)}
    for units, factors in _FACTORS.items():
        if named & units:
            present = (Fraction(factor) for factor in (1, *factors))
            known = {one * power for factor in present for one in known for power in (factor, 1 / factor)}
    return frozenset(known)
