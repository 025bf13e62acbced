"""Two numbers in words, by their sum, difference, product or squares, in English and Korean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.equations.two_numbers import (
    BOTH,
    DIFFERENCE,
    LARGER,
    PRODUCT,
    RECIPROCALS,
    SMALLER,
    SQUARES,
    SUM,
    TwoNumbers,
)
from maths.families.vectors.components import exact
from maths.phrasing.chart import either
from maths.phrasing.productions import meaning, number, rule

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_SAID = (("SUM", SUM), ("DIFFERENCE", DIFFERENCE), ("PRODUCT", PRODUCT), ("SQUARES", SQUARES))
_FIRST = either(*(meaning(f"PAIR_{symbol}", kind) for symbol, kind in _SAID))
_THEIR = either(*(meaning(f"PAIR_THEIR_{symbol}", kind) for symbol, kind in _SAID))
_KIND = either(meaning("PAIR_NUMBERS", ""), meaning("PAIR_POSITIVE", "positive"), meaning("PAIR_INTEGERS", "integer"))
_OTHER = either(
    meaning("PAIR_LARGER", LARGER),
    meaning("PAIR_SMALLER", SMALLER),
    meaning("PAIR_BOTH", BOTH),
    meaning("PAIR_RECIPROCALS", RECIPROCALS),
)
_ASKED = either(_OTHER, _THEIR, rule(lambda kind: [kind], _FIRST, "PAIR_BOTH"))
_KIND_KO = either(
    meaning("PAIR_KO", ""), meaning("PAIR_POSITIVE_KO", "positive"), meaning("PAIR_INTEGERS_KO", "integer")
)
_SAID_KO = either(*(meaning(f"PAIR_{symbol}_KO", kind) for symbol, kind in _SAID))
_ASKED_KO = either(meaning("PAIR_LARGER_KO", LARGER), meaning("PAIR_SMALLER_KO", SMALLER), _SAID_KO)


def _pair(first: str, kind: str, one: Node, second: str, two: Node, asked: str) -> Built:  # noqa: PLR0913, PLR0917 - a sentence
    values = exact(one), exact(two)
    if values[0] is not None and values[1] is not None:
        yield TwoNumbers(((first, values[0]), (second, values[1])), asked, kind)


def _having(kind: str, first: str, one: Node, second: str, two: Node, asked: str) -> Built:  # noqa: PLR0913, PLR0917 - a sentence
    yield from _pair(first, kind, one, second, two, asked)


def _such(first: str, one: Node, second: str, two: Node, kind: str, asked: str) -> Built:  # noqa: PLR0913, PLR0917 - a sentence
    yield from _pair(first, kind, one, second, two, asked)


REQUESTS: tuple[Parser[Found], ...] = (
    rule(
        _pair, "?GIVEN", _FIRST, _KIND, "PAIR_IS", number, "PAIR_AND", _THEIR, "PAIR_IS", number, "?COMMA", "?THEN",
        "PAIR_ASKED", _ASKED
    ),
    rule(
        _having, _KIND_KO, _SAID_KO, "SUBJECT", number, "PAIR_AND_KO", "?COMMA", _SAID_KO, "SUBJECT", number,
        "PAIR_WHEN_KO", "?COMMA", "?PAIR_KO", _ASKED_KO, "?TOPIC", "?FIND_KO|WHAT_KO"
    ),
    rule(
        _such, _SAID_KO, "SUBJECT", number, "PAIR_AND_KO", "?COMMA", _SAID_KO, "SUBJECT", number, "PAIR_SUCH_KO",
        _KIND_KO, "?COMMA", _ASKED_KO, "?TOPIC", "?FIND_KO|WHAT_KO"
    ),
)  # fmt: skip
