"""A working looked at line by line: which lines are certainly right, and which certainly wrong.

A false alarm is worse than silence. What is judged are the equalities between numbers: in LaTeX, in
prose with its units, in calculator notes. A claim is refuted only when every fair reading of it is wrong
(percent as hundredths or as a change, `2 1/2` set close together as a mixed number or a product, decimals
as rounded values, units that convert) and when no word next to it says that it is supposed or denied.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from maths.auditing import conclusion, formulas, notes, prose, unknowns
from maths.auditing.context import defines_operation, excused, other_arithmetic
from maths.auditing.judge import Finding, computes, judged
from maths.auditing.markup import unmarked
from maths.auditing.pieces import take_apart
from maths.auditing.units import converts
from maths.families.terms import number
from maths.families.write import formula, letter
from maths.message import Message
from maths.tree import Number, Percent, walk
from maths.verdict import Audit, AuditedLine, LineStanding, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from maths.auditing.claim import Claim
    from maths.auditing.judge import Outcome
    from maths.tree import Node

MAX_CHARACTERS = 40_000  # of one text: ten long answers of a model; what follows is not judged
MAX_CLAIMS = 800  # of one text
MAX_VALUE_BITS = 200  # of a value that is told: sixty digits
MAX_PLACES = 7  # digits after the point of a value that is told
MAX_SECONDS = 1.0  # half of what a question may take; a usual text takes a hundredth


class _Finding(NamedTuple):
    place: int
    standing: LineStanding
    reason: Message | None = None


def audit(text: str, problem: str | None = None) -> Audit:
    """Judge each line of a working. REFUTED when a line is, else UNCHECKED.

    `problem` is looked at for an arithmetic of its own: another base, remainders, an operation it defines.
    """
    written = text.splitlines(keepends=True)
    lines = [AuditedLine(line, LineStanding.NOT_JUDGED) for line in text.splitlines()]
    starts = list(accumulate(map(len, written), initial=0))
    for found in _findings(text[:MAX_CHARACTERS], problem or ""):
        index = bisect_right(starts, found.place) - 1
        known = lines[index].standing
        if known is LineStanding.NOT_JUDGED or (
            known is LineStanding.VERIFIED and found.standing is LineStanding.REFUTED
        ):
            lines[index] = replace(lines[index], standing=found.standing, reason=found.reason)
    refuted = any(line.standing is LineStanding.REFUTED for line in lines)
    return Audit(Standing.REFUTED if refuted else Standing.UNCHECKED, tuple(lines))


def _findings(text: str, problem: str) -> Iterator[_Finding]:
    stop = time.monotonic() + MAX_SECONDS
    ordinary = not any(strange(said) for said in (text, problem) for strange in (other_arithmetic, defines_operation))
    shaky: set[Fraction] = set()
    noted: set[tuple[int, Fraction]] = set()
    claims, prose_alone = _claims(text, stop)
    for claim in claims[:MAX_CLAIMS]:
        if time.monotonic() > stop:
            return
        outcome = judged(claim, frozenset(shaky))
        line = text.count("\n", 0, claim.place)
        whole = claim.left.whole and claim.right.whole
        if outcome.rounded:
            shaky.update(part.value for part in walk(outcome.right) if isinstance(part, Number))
        if outcome.finding is Finding.EXACT and whole:
            if claim.noted and outcome.target is not None:
                noted.add((line, outcome.target))
            yield _Finding(claim.place, LineStanding.VERIFIED)
        elif outcome.finding is Finding.WRONG and ordinary and whole and not excused(text, claim):
            copied = not claim.noted and not noted.isdisjoint({(line, outcome.target), (line, outcome.value)})
            if not copied and not converts(claim, outcome):
                yield _Finding(claim.place, LineStanding.REFUTED, _reason(outcome))
    if ordinary and time.monotonic() < stop:
        yield from _contradictions(text, prose_alone, claims)


def _contradictions(text: str, prose_alone: str, claims: list[Claim]) -> Iterator[_Finding]:
    """Lines that cannot be true beside what stands above them."""
    for one in unknowns.contradictions(text, prose_alone, claims):
        reason = Message(
            "Here {letter} would be {value}; above it is {earlier}.",
            letter=letter(one.letter),
            value=formula(number(one.value)),
            earlier=formula(number(one.earlier)),
        )
        yield _Finding(one.place, LineStanding.REFUTED, reason)
    for told in conclusion.contradictions(notes.blanked(text)):
        yield _Finding(told.place, LineStanding.REFUTED, told.reason)


def _claims(text: str, stop: float) -> tuple[list[Claim], str]:
    """The claims, and the prose they were found in.

    Notes come first: a right note beside words that were copied wrongly shows what was worked out.
    """
    pieces, rest = take_apart(text)
    found = list(notes.claims(rest))
    for piece in pieces:
        if time.monotonic() > stop:
            break
        found.extend(formulas.claims(piece))
    prose_alone = unmarked(notes.blanked(rest))
    found.extend(prose.claims(prose_alone))
    return sorted(found, key=lambda claim: (not claim.noted, claim.place)), prose_alone


def _reason(outcome: Outcome) -> Message:
    worked, claimed, value = outcome.left, outcome.right, outcome.value
    if computes(claimed) and not computes(worked):  # `12 = 3*5`: what was worked out stands on the right
        worked, claimed, value = claimed, worked, outcome.target
    if value is None or not computes(worked) or value.numerator.bit_length() > MAX_VALUE_BITS:
        return Message("{left} is not {right}.", left=formula(worked), right=formula(claimed))
    shown = _as_written(value, outcome)
    return Message(
        "{left} is {value}, not {right}.", left=formula(worked), value=formula(shown), right=formula(claimed)
    )


def _as_written(value: Fraction, outcome: Outcome) -> Node:
    """A value in the notation of the claim: percent, a decimal, else a fraction."""
    if isinstance(outcome.right, Percent):
        return Percent(number(value * 100))
    decimals = any(isinstance(part, Number) and part.decimals for part in (*walk(outcome.left), *walk(outcome.right)))
    places = next((count for count in range(1, MAX_PLACES) if (value * 10**count).denominator == 1), None)
    return Number(value, places) if decimals and places and value.denominator != 1 and value > 0 else number(value)
