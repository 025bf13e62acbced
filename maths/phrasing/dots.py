"""Formulas and lists with dots in them: `1 + 2 + ... + 100`, `3, 7, 11, ..., 99`, `1, 1/2, 1/4, ...`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.bounds import UnreadableError
from maths.families.series.dotted import Dotted
from maths.families.settled import UndecidedError
from maths.phrasing.chart import many, pattern
from maths.phrasing.definitions import NOTHING
from maths.phrasing.productions import has_doubtful_quotient, number
from maths.read import read
from maths.tree import Negative, Product, Sum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart
    from maths.tree import Node

_DOTS = re.compile(r"\.{3,}|…|⋯|\\(?:[lc]?dots[bmci]?)(?![A-Za-z])|(?:·\s*){3}")
_MOST = 200  # characters before the dots
_OPERATOR = re.compile(r"\s*(\+|-|−|\\cdot(?![A-Za-z])|\\times(?![A-Za-z])|[*×·])\s*$")
_OPERATOR_AFTER = re.compile(r"\s*(\+|-|−|\\cdot(?![A-Za-z])|\\times(?![A-Za-z])|[*×·])\s*")
_COMMA = pattern(r",")


@dataclass(frozen=True, slots=True)
class Listed:
    """The first members of a list and, where it ends, the last."""

    first: tuple[Node, ...]
    last: Node | None


def dotted(chart: Chart, at: int) -> Iterator[tuple[int, Dotted]]:
    """A sum or product with dots; without anything after the dots it never ends."""
    at = chart.skip(at)
    dots = _DOTS.search(chart.text, at, min(len(chart.text), at + _MOST))
    if dots is None or chart.definitions is not NOTHING:
        return
    before = chart.text[at : dots.start()]
    sign = _OPERATOR.search(before)
    first = _read(before[: sign.start()] if sign else before)
    if first is None:
        return
    kind = "sum" if sign and sign.group(1) in "+-−" else "product"
    terms = _terms(first, kind)
    if len(terms) < 2:  # noqa: PLR2004 - one term shows no rule
        return
    after = _OPERATOR_AFTER.match(chart.text, dots.end())
    start = after.end() if after else chart.skip(dots.end())
    same = after is None or (after.group(1) in "+-−") == (kind == "sum")
    if after is not None or kind == "product":
        for end in chart.formula_ends(start) if same else ():
            written = chart.text[start:end]
            last = _read(written)
            if last is not None:
                chart.skip(end)
                parts = (last,) if _in_brackets(written) else _terms(last, kind)
                if after and after.group(1) in "-−":
                    parts = (Negative(parts[0]), *parts[1:])
                yield end, Dotted(kind, terms, parts)
    if after is None and sign is not None:
        chart.skip(dots.end())
        yield dots.end(), Dotted(kind, terms, ())


def _read(text: str) -> Node | None:
    if has_doubtful_quotient(text):
        return None
    try:
        return read(text)
    except (UnreadableError, UndecidedError):
        return None


def _in_brackets(text: str) -> bool:
    """Whether one pair of brackets holds it all."""
    text, depth = text.strip(), 0
    for place, sign in enumerate(text):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth == 0:
            return place == len(text) - 1 and place > 0
    return False


def _terms(node: Node, kind: str) -> tuple[Node, ...]:
    if kind == "sum":
        return node.terms if isinstance(node, Sum) else (node,)
    return node.factors if isinstance(node, Product) else (node,)


_NUMBERS = many(number, _COMMA)


def listed(chart: Chart, at: int) -> Iterator[tuple[int, Listed]]:
    """`13, 20, 27, ..., 2008` and `1, 1/2, 1/4, ...`; without dots a finite list is no progression to go on with."""
    for end, first in _NUMBERS(chart, at):
        rest = re.compile(r"\s*,?\s*").match(chart.text, end)
        dots = _DOTS.match(chart.text, rest.end()) if rest else None
        if dots is None:
            continue
        comma = re.compile(r"\s*,?\s*").match(chart.text, dots.end())
        after = comma.end() if comma else dots.end()
        for last_end, last in number(chart, after):
            yield last_end, Listed(first, last)
        chart.skip(dots.end())
        yield dots.end(), Listed(first, None)
