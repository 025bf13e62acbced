"""A working looked at line by line: which lines are certainly right, and which certainly wrong.

A false alarm is worse than silence. What is judged are the equalities between numbers: in LaTeX, in
prose with its units, in calculator notes. A claim is refuted only when every fair reading of it is wrong:
percent as hundredths or as a change, `2\\frac12` as a mixed number or a product, decimals as rounded values,
units that convert; and when no word next to it says that it is supposed or denied.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

from maths.auditing import formulas, notes, prose
from maths.auditing.context import defines_operation, excused, other_arithmetic
from maths.auditing.judge import Finding, judged
from maths.auditing.markup import unmarked
from maths.auditing.pieces import take_apart
from maths.auditing.units import converts
from maths.bounds import RefusedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Message
from maths.tree import Number, walk
from maths.verdict import Audit, AuditedLine, LineStanding, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.auditing.claim import Claim
    from maths.auditing.judge import Outcome

MAX_CHARACTERS = 40_000  # of one text: ten long answers of a model; what follows is not judged
MAX_CLAIMS = 800  # of one text
MAX_SECONDS = 1.0  # half of what a question may take; a usual text takes a hundredth


def audit(text: str, problem: str | None = None) -> Audit:
    """Judge each line of a working. REFUTED when a line is, else UNCHECKED."""
    lines = [AuditedLine(line, LineStanding.NOT_JUDGED) for line in text.splitlines()]
    starts = list(accumulate((len(line) for line in text.splitlines(keepends=True)), initial=0))
    for place, standing, reason in _findings(text[:MAX_CHARACTERS], problem or ""):
        index = min(bisect_right(starts, place) - 1, len(lines) - 1)
        known = lines[index].standing
        if known is LineStanding.NOT_JUDGED or (known, standing) == (LineStanding.VERIFIED, LineStanding.REFUTED):
            lines[index] = replace(lines[index], standing=standing, reason=reason)
    refuted = any(line.standing is LineStanding.REFUTED for line in lines)
    return Audit(Standing.REFUTED if refuted else Standing.UNCHECKED, tuple(lines))


def _findings(text: str, problem: str) -> Iterator[tuple[int, LineStanding, Message | None]]:
    pieces, rest = take_apart(text)
    elsewhere = other_arithmetic(text) or other_arithmetic(problem)
    redefined = defines_operation(text) or defines_operation(problem)
    shaky: set[Fraction] = set()
    stop = time.monotonic() + MAX_SECONDS
    for count, claim in enumerate(_claims(pieces, rest)):
        if count >= MAX_CLAIMS or time.monotonic() > stop:
            return
        outcome = judged(claim, frozenset(shaky))
        if outcome.rounded and outcome.right is not None:
            shaky.update(part.value for part in walk(outcome.right) if isinstance(part, Number))
        if outcome.finding is Finding.EXACT and claim.left.whole and claim.right.whole:
            yield claim.place, LineStanding.VERIFIED, None
        elif outcome.finding is Finding.WRONG and not (elsewhere or redefined) and _certain(text, claim, outcome):
            yield claim.place, LineStanding.REFUTED, _reason(outcome)


def _claims(pieces: list, rest: str) -> Iterator[Claim]:  # type: ignore[type-arg]
    yield from sorted(
        [
            *notes.claims(rest),
            *prose.claims(unmarked(notes.blanked(rest))),
            *(claim for piece in pieces for claim in formulas.claims(piece)),
        ],
        key=lambda claim: claim.place,
    )


def _certain(text: str, claim: Claim, outcome: Outcome) -> bool:
    if not (claim.left.whole and claim.right.whole) or excused(text, claim):
        return False
    if outcome.value is None or outcome.right is None:
        return True
    try:
        other = _value(outcome.right)
    except RefusedError:
        return True
    return not other or not converts(claim, outcome.value / other)


def _value(node) -> Fraction:  # type: ignore[no-untyped-def]
    from maths.flint_form import to_fmpq

    value = to_fmpq(node)
    return Fraction(int(value.p), int(value.q))


def _reason(outcome: Outcome) -> Message:
    left, right = formula(outcome.left), formula(outcome.right)
    if outcome.value is not None:
        return Message("{left} is {value}, not {right}.", left=left, value=formula(number(outcome.value)), right=right)
    return Message("{left} is not {right}.", left=left, right=right)
