"""Numbers written in other bases: conversion and arithmetic.

Routes: Horner's scheme and repeated division, digit by digit, in plain integers; Python's and python-flint's own
reading and writing of numbers in a base.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from flint import fmpz

from maths.families.numbers import bases_steps as steps
from maths.families.numbers.bases_steps import DIGITS
from maths.families.settled import Settled, UndecidedError
from maths.message import Formula, Message
from maths.verdict import Standing, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAST, _MOST = 2, 36
_MOST_DIGITS = 60


@dataclass(frozen=True, slots=True)
class Numeral:
    """Digits as typed, with a sign perhaps: `-1a2`."""

    digits: str
    negative: bool = False

    @property
    def typed(self) -> str:
        return f"-{self.digits}" if self.negative else self.digits


@dataclass(frozen=True, slots=True)
class Convert:
    numeral: Numeral
    base: int
    target: int

    def settle(self, find: Callable[[int, int], str] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value = valued(self.numeral, self.base)
        _refuse_base(self.target)
        found = _written(value, self.target, find)
        answer = _as_typed(found, self.numeral.digits)
        return Settled(
            shown(answer, self.target),
            Message("Horner's scheme and repeated division, and again by python-flint"),
            lambda level: steps.teach_convert(self.numeral.typed, value, self.base, self.target, answer, level),
            hear=lambda said: hear(said, answer, self.target),
        )


@dataclass(frozen=True, slots=True)
class Calculate:
    """`numerals` joined by `operators` (+ or -), all in one base; a product of two with `*`."""

    base: int
    numerals: tuple[Numeral, ...]
    operators: tuple[str, ...]

    def settle(self, find: Callable[[int, int], str] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        values = [valued(numeral, self.base) for numeral in self.numerals]
        if "*" in self.operators:
            total = values[0] * values[1] if len(values) == 2 else None  # noqa: PLR2004 - a product of two
            if total is None:
                raise UndecidedError(Message("Only sums, differences and one product are decided in other bases."))
        else:
            signed = zip(self.operators, values[1:], strict=True)
            total = reduce(lambda t, term: t + term[1] if term[0] == "+" else t - term[1], signed, values[0])
        found = _written(total, self.base, find)
        answer = _as_typed(found, "".join(numeral.digits for numeral in self.numerals))
        typed = [numeral.typed for numeral in self.numerals]
        return Settled(
            shown(answer, self.base),
            Message("calculated in base ten by Horner's scheme and repeated division, and again by python-flint"),
            lambda level: steps.teach_calculate(self.base, typed, values, self.operators, total, answer, level),
            hear=lambda said: hear(said, answer, self.base),
        )


def valued(numeral: Numeral, base: int) -> int:
    """What the digits are worth, by Horner's scheme and by Python. Raises UndecidedError."""
    _refuse_base(base)
    digits = numeral.digits.lower()
    if len(digits) > _MOST_DIGITS:
        raise UndecidedError(Message("The number has too many digits to be worked out here."))
    if any(digit not in DIGITS[:base] for digit in digits):
        raise UndecidedError(Message("“{digits}” is not a number in base {base}.", digits=numeral.digits, base=base))
    value = reduce(lambda worth, digit: worth * base + DIGITS.index(digit), digits, 0)
    if value != int(digits, base):
        raise UndecidedError(Message("The two ways of calculating it do not agree."))
    return -value if numeral.negative else value


def _refuse_base(base: int) -> None:
    if not _LEAST <= base <= _MOST:
        raise UndecidedError(Message("Bases from {least} to {most} are decided here.", least=_LEAST, most=_MOST))


def _written(value: int, base: int, find: Callable[[int, int], str] | None) -> str:
    first = (find or steps.written)(value, base)
    if first != fmpz(value).str(base=base):
        raise UndecidedError(Message("The two ways of calculating it do not agree."))
    return first


def _as_typed(found: str, digits: str) -> str:
    """Large letters where the statement has them."""
    letters = "".join(re.findall("[A-Za-z]", digits))
    return found.upper() if letters and letters.isupper() else found


def shown(digits: str, base: int) -> Formula:
    spelled = rf"\text{{{digits.lstrip('-')}}}" if re.search("[A-Za-z]", digits) else digits.lstrip("-")
    return Formula(digits, f"{'-' if digits.startswith('-') else ''}{spelled}_{{{base}}}")


_SAID = re.compile(
    r"(?P<sign>[-−]?)\s*(?:0[xb])?(?P<digits>[0-9A-Za-z]+?)"
    r"(?:_\{?\(?(?P<sub>\d+)\)?\}?|\s*\(?\s*(?:in\s+)?base\s*(?P<base>\d+)\)?|\((?P<round>\d+)\))?",
    re.IGNORECASE,
)


def hear(said: str, answer: str, base: int) -> Verdict:
    """A claimed numeral held against the digits that are right; leading zeros and the case of letters do not count."""
    match = _SAID.fullmatch(said.strip().strip("$.").replace(" ", "").replace(",", "").replace("in", "", 0))
    if match is None:
        return Verdict(Standing.UNCHECKED, None, Message("The answer is a number in base {base}.", base=base))
    named = match["sub"] or match["base"] or match["round"]
    digits = ("-" if match["sign"] else "") + (match["digits"].lower().lstrip("0") or "0")
    if named is not None and int(named) != base:
        return Verdict(Standing.UNCHECKED, None, Message("The answer is a number in base {base}.", base=base))
    if digits == answer.lower():
        return Verdict(Standing.VERIFIED, Message("Horner's scheme and repeated division, and again by python-flint"))
    return Verdict(Standing.REFUTED, None, Message("Decided was {answer}.", answer=answer))
