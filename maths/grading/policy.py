"""What counts as the same answer, as whoever set the question says."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flint import fmpq

from maths.bounds import UnsupportedError
from maths.engines.flint_form import to_arb, to_fmpq
from maths.grading.zero import same_value
from maths.tree import Collection, Kind, Name, Negative, Number, Product, Quotient, Ratio, Sum, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.tree import Node

_PRECISION = 256
MAX_ASKED = 8  # formulas of a question that an answer is held against
_UNIT_OF_TYPE = {"percentage": "%", "percent": "%"}
_TYPES = {"sequence": "list", "vector": "tuple", "point": "tuple", "multiple choice": "choice", "mcq": "choice"}


@dataclass(frozen=True, slots=True)
class Policy:
    ordered: bool = False
    tolerance: Fraction | None = None
    relative: bool = False
    implied: bool = False
    unit: str = ""
    form: str = ""
    type: str = ""
    asked: tuple[str, ...] | None = None

    def same_number(self, expected: Node, given: Node) -> bool | None:
        if self.implied:
            return self._rounded(expected, given)
        if self.tolerance is None:
            return same_value(expected, given)
        allowed: Node = Number(self.tolerance)
        return within(expected, given, Product((allowed, expected)) if self.relative else allowed)

    @staticmethod
    def _rounded(expected: Node, given: Node) -> bool | None:
        places = [n.decimals for n in (_unsigned(expected), _unsigned(given)) if isinstance(n, Number) and n.decimals]
        if not places:
            return same_value(expected, given)
        return within(expected, given, Number(Fraction(1, 2 * 10 ** min(places))))

    @staticmethod
    def letter(node: Node) -> Node:
        """`b`, `(B)` and `B` are one choice."""
        match node:
            case Name(name=name, subscript="") if len(name) == 1:
                return Text(name.upper())
            case Text(text=text):
                return Text(text.upper())
            case _:
                return node

    @staticmethod
    def proportion(node: Ratio) -> Node:
        """The parts over the first one: 3:4 and 6:8 are one ratio."""
        first = node.parts[0]
        return Collection(Kind.TUPLE, tuple(Quotient(part, first) for part in node.parts[1:]))


def _unsigned(node: Node) -> Node:
    return node.operand if isinstance(node, Negative) else node


def policy_from(given: Mapping[str, Any]) -> Policy:
    """The policy of a question; what is not understood in it is as if it were not there."""
    kind = str(given.get("type") or "").strip().lower()
    kind = _TYPES.get(kind, kind)
    form = str(given.get("form") or "").strip().lower()
    tolerance, relative, implied = _tolerance(given.get("tolerance"))
    return Policy(
        ordered=bool(given.get("ordered")) or (kind == "list" and given.get("ordered") is not False),
        tolerance=tolerance,
        relative=relative,
        implied=implied,
        unit=str(given.get("unit") or "").strip() or _UNIT_OF_TYPE.get(kind, ""),
        form=form or ("+c" if kind == "antiderivative" else ""),
        type=kind,
        asked=_formulas(given.get("asked")),
    )


def _formulas(given: Any) -> tuple[str, ...] | None:  # noqa: ANN401 - from outside
    if not isinstance(given, list | tuple):
        return None
    return tuple(one for one in given[:MAX_ASKED] if isinstance(one, str))


def _tolerance(given: Any) -> tuple[Fraction | None, bool, bool]:  # noqa: ANN401 - from outside
    text = str(given if given is not None else "").strip().lower()
    if not text or len(text) > 40:  # noqa: PLR2004 - a number
        return None, False, False
    if text in ("implied", "rounded", "stated"):
        return None, False, True
    relative = text.endswith("%")
    try:
        found = abs(Fraction(text.rstrip("% ")))
    except (ValueError, ZeroDivisionError):
        return None, False, False
    return (found / 100 if relative else found), relative, False


def within(expected: Node, given: Node, allowed: Node) -> bool:
    """Whether two values surely lie no farther apart than allowed."""
    difference = Sum((expected, Negative(given)))
    try:
        distance, limit = to_fmpq(difference), to_fmpq(allowed)
        return bool(max(distance, -distance) <= max(limit, -limit))
    except UnsupportedError:
        found = to_arb(difference, _PRECISION)
        return bool(abs(found) <= abs(to_arb(allowed, _PRECISION)) + fmpq(0))
