"""A working looked at line by line: which lines are certainly right, and which certainly wrong.

A false alarm is worse than silence: only a line that is nothing but equalities between explicit numbers is
judged, and only when every way of reading it comes to the same; everything else is not judged.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from maths.bounds import MAX_LENGTH, RefusedError
from maths.families.rational import rational
from maths.families.terms import fraction, number
from maths.families.write import formula
from maths.message import Message
from maths.productions import has_doubtful_quotient
from maths.read import read
from maths.tree import Negative, Number, Power, Product, Quotient, Relation, Sum, walk
from maths.verdict import Audit, AuditedLine, LineStanding, Standing

if TYPE_CHECKING:
    from maths.tree import Node

_ROUGHLY = Fraction(1, 200)  # 22/7 for pi, 0.33 for a third
MAX_LINES = 400  # judged; longer texts are no working
_JUDGED = (Number, Negative, Sum, Product, Quotient, Power, Relation)
_SILENT = LineStanding.NOT_JUDGED
_SIGNS = re.compile(r"[\s\d.+\-*/×·⋅÷−=()^]*=[\s\d.+\-*/×·⋅÷−=()^]*")
_BULLET = re.compile(r"\s*(?:[-*•+]\s+|\(?\d{1,2}[.)]\s+)")


def audit(text: str, problem: str | None = None) -> Audit:
    """Judge each line of a working. REFUTED when a line is, else UNCHECKED."""
    del problem  # what the letters of the problem stand for is not used yet
    lines = tuple(_judge(line, judged=index < MAX_LINES) for index, line in enumerate(text.splitlines()))
    refuted = any(line.standing is LineStanding.REFUTED for line in lines)
    return Audit(Standing.REFUTED if refuted else Standing.UNCHECKED, lines)


def _judge(line: str, *, judged: bool) -> AuditedLine:
    """The standing all readings of the line agree on: with its bullet as a sign, and without it."""
    if not judged or len(line) > MAX_LENGTH or _SIGNS.fullmatch(line) is None:
        return AuditedLine(line, _SILENT)
    bullet = _BULLET.match(line)
    readings = [line] if bullet is None else [line, line[bullet.end() :]]
    found = [each for each in (_judged(line, written) for written in readings) if each.standing is not _SILENT]
    if len({each.standing for each in found}) != 1:
        return AuditedLine(line, _SILENT)
    return found[-1]


def _judged(line: str, written: str) -> AuditedLine:
    try:
        relation = _equality(written.strip().rstrip("."))
        values = [_value(side) for side in relation.operands] if relation else []
    except RefusedError:
        relation = None
    if relation is None:
        return AuditedLine(line, _SILENT)
    for (left, value), (right, claimed) in pairwise(zip(relation.operands, values, strict=True)):
        if value != claimed:
            return _differing(line, left, right, value, claimed)
    return AuditedLine(line, LineStanding.VERIFIED)


def _equality(written: str) -> Relation | None:
    """A chain of equalities between explicit numbers. Raises UnreadableError."""
    if has_doubtful_quotient(written):
        return None
    node = read(written)
    if not isinstance(node, Relation) or set(node.operators) != {"="}:
        return None
    return node if all(isinstance(part, _JUDGED) for part in walk(node)) else None


def _value(side: Node) -> Fraction:
    found = rational(side, "")
    return fraction(found.numerator[0]) / fraction(found.denominator[0])


def _differing(line: str, left: Node, right: Node, value: Fraction, claimed: Fraction) -> AuditedLine:
    if _is_rounding(left, right, abs(value - claimed), abs(value)):
        return AuditedLine(line, _SILENT)
    shown = formula(number(value))
    if formula(left) == shown:
        left, right, shown = right, left, formula(number(claimed))
    reason = Message("{left} is {value}, not {right}.", left=formula(left), value=shown, right=formula(right))
    return AuditedLine(line, LineStanding.REFUTED, reason)


def _is_rounding(left: Node, right: Node, gap: Fraction, size: Fraction) -> bool:
    """Whether a decimal on either side may stand for a rounded or an approximate value."""
    parts = [*walk(left), *walk(right)]
    decimals = [part.decimals for part in parts if isinstance(part, Number) and part.decimals is not None]
    return bool(decimals) and gap <= max(Fraction(1, 10 ** min(decimals)), size * _ROUGHLY)
