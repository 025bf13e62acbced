"""A working looked at line by line: which lines are certainly right, and which certainly wrong.

A false alarm is worse than silence: only equalities between explicit numbers are judged, and only when
every sign in them is understood; everything else is not judged.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.bounds import MAX_LENGTH, RefusedError
from maths.families.rational import rational
from maths.families.terms import fraction, number
from maths.families.write import formula
from maths.message import Message
from maths.read import read
from maths.tree import Negative, Number, Power, Product, Quotient, Relation, Sum, walk
from maths.verdict import Audit, AuditedLine, LineStanding, Standing

if TYPE_CHECKING:
    from maths.tree import Node

MAX_LINES = 400
_JUDGED = (Number, Negative, Sum, Product, Quotient, Power, Relation)
_WHOLE_LINE = re.compile(r"[\s\d.+\-*/×·⋅÷−=()^]+")
_CERTAIN = re.compile(r"^\s*(?:[-*•]\s+|\d+[.)]\s+)?(?P<equation>[\s\S]*?)[\s.]*$")


def audit(text: str, problem: str | None = None) -> Audit:
    """Judge each line of a working. REFUTED when a line is, else UNCHECKED."""
    del problem
    lines = tuple(_judge(line, judged=index < MAX_LINES) for index, line in enumerate(text.splitlines()))
    refuted = any(line.standing is LineStanding.REFUTED for line in lines)
    return Audit(Standing.REFUTED if refuted else Standing.UNCHECKED, lines)


def _judge(line: str, *, judged: bool) -> AuditedLine:
    relation = _equality(line) if judged else None
    if relation is None:
        return AuditedLine(line, LineStanding.NOT_JUDGED)
    try:
        values = [_value(side) for side in relation.operands]
    except RefusedError:
        return AuditedLine(line, LineStanding.NOT_JUDGED)
    for left, right, value, next_value in zip(
        relation.operands, relation.operands[1:], values, values[1:], strict=False
    ):
        if value != next_value:
            return _differs(line, left, right, value)
    return AuditedLine(line, LineStanding.VERIFIED)


def _equality(line: str) -> Relation | None:
    """The line as a chain of equalities between explicit numbers, when it is nothing else."""
    match = _CERTAIN.match(line)
    written = match["equation"] if match else ""
    if not written or len(written) > MAX_LENGTH or _WHOLE_LINE.fullmatch(written) is None or "=" not in written:
        return None
    try:
        node = read(written)
    except RefusedError:
        return None
    certain = isinstance(node, Relation) and set(node.operators) == {"="}
    if not certain or not all(isinstance(part, _JUDGED) for part in walk(node)):
        return None
    return node if isinstance(node, Relation) else None


def _value(side: Node) -> Fraction:
    found = rational(side, "")
    return fraction(found.numerator[0]) / fraction(found.denominator[0])


def _differs(line: str, left: Node, right: Node, value: Fraction) -> AuditedLine:
    if _rounded(right, value) or _rounded(left, value):
        return AuditedLine(line, LineStanding.NOT_JUDGED)
    reason = Message(
        "{left} is {value}, not {right}.", left=formula(left), value=formula(number(value)), right=formula(right)
    )
    return AuditedLine(line, LineStanding.REFUTED, reason)


def _rounded(side: Node, value: Fraction) -> bool:
    """Whether a decimal may stand for a rounded value."""
    decimals = [part.decimals for part in walk(side) if isinstance(part, Number) and part.decimals is not None]
    if not decimals:
        return False
    try:
        return abs(_value(side) - value) <= Fraction(1, 10 ** min(decimals))
    except RefusedError:
        return True
