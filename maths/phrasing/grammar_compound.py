"""Sentences about speeds, areas and other quantities in compound units, converted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.measuring.angle import ConvertAngle
from maths.families.measuring.compound import Compound, ConvertCompound
from maths.families.measuring.units import SPELLINGS, UNITS
from maths.families.numbers.operands import is_operand
from maths.phrasing.chart import either, pattern
from maths.phrasing.productions import formula, number, rule
from maths.tree import Degrees

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_SHORT = 3  # letters of a symbol, whose case counts


def _spelled(kind: str) -> str:
    words = sorted((w for w, n in SPELLINGS.items() if UNITS[n].kind == kind), key=len, reverse=True)
    return "|".join(f"(?i:{w})" if len(w) > _SHORT else w for w in words)


_LENGTH, _CLOCK = _spelled("length"), _spelled("clock")
_NO_MORE = r"(?![A-Za-z0-9²³^/*·])"
_NAMED_SPEEDS: dict[str, Compound] = {
    "kph": (("km", 1), ("h", -1)),
    "kmph": (("km", 1), ("h", -1)),
    "mph": (("mile", 1), ("h", -1)),
}


def _name(spelling: str) -> str:
    return SPELLINGS.get(spelling) or SPELLINGS[spelling.lower()]


def _ratio(match: re.Match[str]) -> Iterator[Compound]:
    yield (_name(match["of"]), 1), (_name(match["per"]), -1)


def _named(match: re.Match[str]) -> Iterator[Compound]:
    yield _NAMED_SPEEDS[match[0].strip()]


def _squared(match: re.Match[str]) -> Iterator[Compound]:
    said = match["power"].lower()
    yield ((_name(match["of"]), 3 if said in ("³", "^3", "cubic", "cubed", "세제곱", "cu") else 2),)


_speed = either(
    rule(_ratio, pattern(rf"(?P<of>{_LENGTH})\s*(?:/|(?i:per|an?)(?![a-z]))\s*(?P<per>{_CLOCK}){_NO_MORE}")),
    rule(_named, pattern(rf"(?:kmph|kph|mph){_NO_MORE}")),
)
_area = either(
    rule(_squared, pattern(rf"(?P<of>{_LENGTH})\s*(?P<power>\^2|\^3|²|³|(?i:squared|cubed)){_NO_MORE}")),
    rule(_squared, pattern(rf"(?P<power>(?i:square|sq|cubic|cu))\.?\s*(?P<of>{_LENGTH}){_NO_MORE}")),
    rule(_squared, pattern(rf"(?P<power>제곱|세제곱)\s*(?P<of>{_LENGTH}){_NO_MORE}")),
)
_unit = either(_speed, _area)
_each = {"시속": "h", "분속": "min", "초속": "s"}


def _korean_speed(match: re.Match[str], size: Node, of: re.Match[str]) -> Iterator[tuple[Node, Compound]]:
    yield size, ((_name(of[0].strip()), 1), (_each[match[1]], -1))


def _korean_target(match: re.Match[str], of: re.Match[str]) -> Iterator[Compound]:
    yield (_name(of["of"]), 1), (_each[match[1]], -1)


_PACE = pattern(r"(시속|분속|초속)")
_METRES = pattern(rf"\s*(?:{_LENGTH}){_NO_MORE}")
_HOW_MANY_METRES = pattern(rf"\s*몇\s*(?P<of>{_LENGTH}){_NO_MORE}")
_amount = either(
    rule(lambda size, of: [(size, of)], number, _unit),
    rule(_korean_speed, _PACE, number, _METRES),
)


def _convert(amount: tuple[Node, Compound], target: Compound) -> Built:
    yield ConvertCompound(*amount, target)


def _asked(target: Compound, amount: tuple[Node, Compound]) -> Built:
    yield ConvertCompound(*amount, target)


def _angle(size: Node, *, to_radians: bool) -> Built:
    if isinstance(size, Degrees):
        if to_radians:
            yield ConvertAngle(size.operand, to_radians)
        return
    yield ConvertAngle(size, to_radians)


def _bare_degrees(size: Node) -> Built:
    if isinstance(size, Degrees):
        yield ConvertAngle(size.operand, to_radians=True)


_SIZE = formula(lambda node: is_operand(node) or isinstance(node, Degrees))
_DEGREES = pattern(r"\s*(?:degrees?|deg|°|도)(?![a-z])")
_RADIANS = pattern(r"\s*(?:radians?|rad|라디안|호도법)(?![a-z])")

_ANGLES: tuple[Parser[Found], ...] = (
    rule(lambda size, _, __: _angle(size, to_radians=True), "?FIND|CONVERT|EVALUATE", _SIZE, _DEGREES, "IN_UNITS",
         _RADIANS),
    rule(lambda size, _: _bare_degrees(size), "?FIND|CONVERT|EVALUATE", _SIZE, "IN_UNITS", _RADIANS),
    rule(lambda size, _, __: _angle(size, to_radians=False), "?FIND|CONVERT|EVALUATE", _SIZE, _RADIANS, "IN_UNITS",
         _DEGREES),
    rule(lambda size, _, __: _angle(size, to_radians=True), _SIZE, _DEGREES, "?OBJECT", _RADIANS, "INTO_KO",
         "CONVERT_KO"),
    rule(lambda size, _: _bare_degrees(size), _SIZE, "?OBJECT", _RADIANS, "INTO_KO", "CONVERT_KO"),
    rule(lambda size, _, __: _angle(size, to_radians=False), _SIZE, _RADIANS, "?OBJECT", _DEGREES, "INTO_KO",
         "CONVERT_KO"),
    rule(lambda size, _, __: _angle(size, to_radians=True), _SIZE, _DEGREES, "OF_TOPIC_KO", "MANY_KO", _RADIANS,
         "?IS_IT_KO"),
    rule(lambda size, _, __: _angle(size, to_radians=False), _SIZE, _RADIANS, "OF_TOPIC_KO", "MANY_KO", _DEGREES,
         "?IS_IT_KO"),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (
    *_ANGLES,
    rule(_convert, "?FIND|CONVERT|EVALUATE", _amount, "IN_UNITS", _unit),
    rule(_asked, "HOW_MANY", _unit, "ARE_THERE_IN", _amount),
    rule(_convert, _amount, "OF_TOPIC_KO", "MANY_KO", _unit, "?IS_IT_KO"),
    rule(_convert, _amount, "OF_TOPIC_KO", rule(_korean_target, _PACE, _HOW_MANY_METRES), "?IS_IT_KO"),
    rule(_convert, _amount, "?OBJECT", _unit, "?UNIT_WORD_KO", "INTO_KO", "CONVERT_KO"),
)
"""One rule a way to ask."""
