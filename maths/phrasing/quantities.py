"""Measured quantities inside a sentence, such as `5 cm`, and in what unit and how exactly to answer."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from maths.families.measuring.units import SPELLINGS, UNITS
from maths.families.terms import number as number_node
from maths.phrasing.chart import apply, either, many, maybe, separator, sequence, word
from maths.phrasing.productions import always, formula, meaning, rule
from maths.phrasing.spelled import CARDINALS, one_of
from maths.tree import Call, Degrees, Mixed, Name, Negative, Number, Power, Product, Quotient, Sum, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.tree import Node

T = TypeVar("T")
Unit = tuple[str, int]  # name and power; "" where none stands; "unit" where it only counts
Value = tuple["Node", Unit]

_LENGTHS = sorted((w for w, n in SPELLINGS.items() if UNITS[n].kind == "length"), key=len, reverse=True)
_SPELT = "|".join(re.escape(w) for w in _LENGTHS if len(w) > 1 and w.isascii())
_NAMED = rf"(?P<name>{_SPELT}|units?|m)"
_POWER = r"(?:\s*(?:\^\s*\{?\s*(?P<power>[23])\s*\}?|(?P<raised>[²³])|(?P<said>squared|cubed)))?"
_EN = re.compile(
    r"(?:[\s,~]|\\[ ,;!])*-?(?P<open>\\(?:text|mbox|mathrm|textrm)\s*\{)?\s*"
    r"(?P<kind>(?:square|cubic|sq\.?|cu\.?)[\s-]+)?"
    rf"{_NAMED}(?(open)(?P<inner>\^[23])?\s*\}})(?![A-Za-z]){_POWER}(?![A-Za-z0-9/])(?!\s*/)",
    re.IGNORECASE,
)
_KO_WORDS = "|".join(re.escape(w) for w in _LENGTHS if not w.isascii())
_KO = re.compile(rf"\s*(?P<kind>제곱|세제곱|입방|평방)?\s*(?P<name>{_KO_WORDS})")
_DEGREES = re.compile(r"\s*(?:°|\^\s*\{?\s*\\circ\s*\}?|degrees?(?![A-Za-z])|도(?=[가-힣\s,.?]|$))")
_POWERS = {"square": 2, "sq": 2, "sq.": 2, "cubic": 3, "cu": 3, "cu.": 3, "제곱": 2, "평방": 2, "세제곱": 3, "입방": 3}
_EXACT = (Number, Mixed, Name, Sum, Product, Quotient, Power, Call, Negative)


def _is_size(node: Node) -> bool:
    """A number as a measure is stated: no letters but pi, no functions but roots."""
    return all(
        isinstance(part, _EXACT)
        and (not isinstance(part, Name) or part.full == "pi")
        and (not isinstance(part, Call) or part.function in {"sqrt", "root"})
        for part in walk(node)
    )


_size = formula(_is_size)
_angle_size = formula(lambda node: isinstance(node, Degrees) and _is_size(node.operand))
_spelt: Parser[Node] = apply(one_of(CARDINALS), lambda n: (number_node(n),))


def unit(chart: Chart, at: int) -> Iterator[tuple[int, Unit]]:
    """A unit of length, area or volume with its power."""
    for spelling in (_EN, _KO):
        match = spelling.match(chart.text, at)
        if match is None:
            continue
        found = match.groupdict()
        name = found["name"].lower() if found["name"] not in SPELLINGS else found["name"]
        kind = (found.get("kind") or "").strip().rstrip("-").lower()
        power = (
            found.get("power") or {"²": "2", "³": "3"}.get(found.get("raised") or "") or (found.get("inner") or "^")[1:]
        )
        power = power or {"squared": "2", "cubed": "3"}.get((found.get("said") or "").lower(), "")
        if kind and power:
            continue
        chart.skip(match.end())
        size = _POWERS[kind] if kind else int(power or 1)
        yield match.end(), ("unit" if name.startswith("unit") else SPELLINGS.get(name) or SPELLINGS[name.lower()], size)


def degrees(chart: Chart, at: int) -> Iterator[tuple[int, Unit]]:
    if match := _DEGREES.match(chart.text, at):
        chart.skip(match.end())
        yield match.end(), ("degree", 0)


def _measured(size: Node, of: Unit) -> Iterator[Value]:
    yield size, of


def _turned(size: Node) -> Iterator[Value]:
    yield size.operand, ("degree", 0)  # type: ignore[union-attr]


def value(chart: Chart, at: int) -> Iterator[tuple[int, Value]]:
    """A size with its unit; without one only where none follows."""
    for end, size in either(_size, _spelt)(chart, at):
        found = list(either(unit, degrees)(chart, end))
        for last, of in found:
            yield last, (size, of)
        yield from ((after, (size, of)) for last, of in found for after, _ in word("G_EACH_TAIL")(chart, last))
        if not found:
            yield end, (size, ("", 0))
    yield from rule(_turned, _angle_size)(chart, at)


def values(chart: Chart, at: int) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Several sizes; a unit after the last is that of all when the others have none."""
    for end, found in many(value, separator)(chart, at):
        last = found[-1][1]
        if all(of == ("", 0) for _, of in found[:-1]):
            yield end, tuple((size, last) for size, _ in found)
        else:
            yield end, found


_PLACES = {
    "G_NEAREST_WHOLE": Fraction(1),
    "G_NEAREST_TENTH": Fraction(1, 10),
    "G_NEAREST_HUNDREDTH": Fraction(1, 100),
    "G_NEAREST_THOUSANDTH": Fraction(1, 1000),
}
_place = either(*(meaning(symbol, place) for symbol, place in _PLACES.items()))
_form = either(
    rule(lambda: [None], "G_ANSWER_EXACTLY"),
    rule(lambda place: [place], "G_ANSWER_ROUNDED", _place),
    rule(lambda place: [place], _place, "G_ROUND_KO"),
)


def _tail_of(unit_asked: Unit | None, place: Fraction | None) -> Iterator[tuple[Unit | None, Fraction | None]]:
    yield unit_asked, place


_in_unit: Parser[Unit] = rule(lambda found: [found], "?COMMA", "G_IN_UNIT", either(unit, degrees))
tail: Parser[tuple[Unit | None, Fraction | None]] = rule(
    _tail_of,
    either(_in_unit, always(None)),
    either(
        apply(sequence(maybe(either(word("END"), word("COMMA"))), _form), lambda _, found: (found,)),
        always(None),
    ),
)
"""What may follow a question: the unit of the answer, and what it is rounded to."""


def where_named(words: str, *rules: Parser[T]) -> Parser[T]:
    """The rules' readings where the text has one of the words at all: most texts are about something else."""
    named = re.compile(words, re.IGNORECASE)

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, T]]:
        key = ("named", words)
        if key not in chart.memory:
            chart.memory[key] = named.search(chart.text) is not None
        if chart.memory[key]:
            for one in rules:
                yield from one(chart, at)

    return parse
