"""Sentences about ratios, and about what varies directly or inversely."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.proportion.ratio import ChainRatio, Share, SimplifyRatio, Variation
from maths.families.terms import equals
from maths.phrasing.chart import either, pattern
from maths.phrasing.grammar_numbers import ASKED_KO
from maths.phrasing.grammar_proportion import STOP, an_amount, is_number
from maths.phrasing.productions import always, formula, meaning, name, rule
from maths.read import read
from maths.tree import Name, Negative, Ratio, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.proportion.amounts import Amount
    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node


def _shared(whole: Amount, ratio: Ratio) -> Built:
    yield Share(whole, ratio.parts)


def _chained(first: Relation, second: Relation, wanted: Ratio) -> Built:
    rows = [_ratio_row(part) for part in (first, second)]
    if all(isinstance(part, Name) for part in wanted.parts) and rows[0] and rows[1]:
        yield ChainRatio(rows[0], rows[1], tuple(part.full for part in wanted.parts if isinstance(part, Name)))


def _ratio_row(relation: Relation) -> tuple[str, str, Node, Node] | None:
    match relation.operands:
        case (Ratio(parts=(Name() as left, Name() as right)), Ratio(parts=(p, q))) if is_number(p) and is_number(q):
            return left.full, right.full, p, q
    return None


_ITEM = r"(?:[0-9]+(?:\.[0-9]+)?(?:\s*/\s*[0-9]+)?|\\d?frac\s*\{[0-9]+\}\s*\{[0-9]+\}|[a-z](?![a-z]))"
_RATIO = re.compile(rf"{_ITEM}(?:\s*\\?!?\s*:\s*\\?!?\s*{_ITEM}){{1,7}}(?![0-9A-Za-z.]*[0-9A-Za-z])")


def _written_ratio(chart: Chart, at: int) -> Iterator[tuple[int, Ratio]]:
    """`2:3`, `a:b:c`: a colon that stands between numbers or letters."""
    at = chart.skip(at)
    if match := _RATIO.match(chart.text, at):
        parts = tuple(read(part.replace("\\!", "")) for part in match.group().split(":"))
        chart.skip(match.end())
        yield match.end(), Ratio(parts)


_ratio: Parser[Ratio] = rule(
    lambda found: [found] if all(is_number(part) for part in found.parts) else [], _written_ratio
)
_letters: Parser[Ratio] = rule(
    lambda found: [found] if all(isinstance(part, Name) for part in found.parts) else [], _written_ratio
)
_ratios: Parser[Relation] = rule(
    lambda left, _, right: [equals(left, right)] if len(left.parts) == len(right.parts) == 2 else [],  # noqa: PLR2004
    _letters,
    pattern("="),
    _ratio,
)
_valued = formula(
    lambda node: (
        isinstance(node, Relation)
        and node.operators == ("=",)
        and isinstance(node.operands[0], Name)
        and (
            is_number(node.operands[1])
            or (isinstance(node.operands[1], Negative) and is_number(node.operands[1].operand))
        )
    )
)
_powers = either(meaning("V_POWER_2", 2), meaning("V_POWER_3", 3), meaning("V_POWER_1", 1), always(1))
_pair_kind = either(meaning("V_ARE_INVERSE", "inverse"), meaning("V_ARE_DIRECT", "direct"))
_single_kind = either(meaning("V_VARIES_INVERSELY", "inverse"), meaning("V_VARIES", "direct"))


def _variation(  # noqa: PLR0913, PLR0917 - the parts of one sentence
    y: Name,
    kind: str,
    exponent: int,
    x: Name,
    values: tuple[Relation, Relation],
    asked: Name,
    given: Relation,
) -> Built:
    named = {v.operands[0].full: v.operands[1] for v in values}  # type: ignore[union-attr]
    letter = given.operands[0].full  # type: ignore[union-attr]
    if named.keys() == {y.full, x.full} and {letter, asked.full} == named.keys():
        yield Variation(kind, (y.full, x.full), exponent, (named[y.full], named[x.full]), (letter, given.operands[1]))


def _alone(  # noqa: PLR0913, PLR0917 - the parts of one sentence
    y: Name,
    kind: str,
    exponent: int,
    x: Name,
    first: Relation,
    second: Relation,
    asked: Name,
    given: Relation,
) -> Built:
    yield from _variation(y, kind, exponent, x, (first, second), asked, given)


_RATIOS: tuple[Parser[Found], ...] = (
    rule(_shared, "R_DIVIDE", an_amount, "R_IN_RATIO", _ratio),
    rule(lambda whole, ratio: [Share(whole, ratio.parts, "largest")], "?GIVEN", an_amount, "R_IS_DIVIDED",
         "R_IN_RATIO", _ratio, STOP, "R_PART"),
    rule(lambda whole, ratio: [Share(whole, ratio.parts, "smallest")], "?GIVEN", an_amount, "R_IS_DIVIDED",
         "R_IN_RATIO", _ratio, STOP, "R_SMALL_PART"),
    rule(lambda ratio: [SimplifyRatio(ratio.parts)], "R_SIMPLIFY_RATIO", _ratio),
    rule(lambda ratio: [SimplifyRatio(ratio.parts)], "R_SIMPLIFY", "?R_THE_RATIO", _ratio, "R_SIMPLEST"),
    rule(_chained, "?GIVEN", _ratios, "AND", _ratios, STOP, "?THEN", "V_FIND", "?R_THE_RATIO", _letters),
    rule(_alone, "?GIVEN", name, _single_kind, _powers, name, STOP, "?V_IF", "?COMMA", _valued, "V_WHEN", _valued,
         STOP, "?THEN", "V_FIND", name, "V_WHEN", _valued),
    rule(lambda y, x, kind, first, second, asked, given: _alone(y, kind, 1, x, first, second, asked, given),
         "?GIVEN", name, "AND", name, _pair_kind, STOP, "?V_IF", _valued, "V_WHEN", _valued, STOP, "?THEN", "V_FIND",
         name, "V_WHEN", _valued),
    rule(lambda y, x, kind, first, second, asked, given: _alone(y, kind, 1, x, first, second, asked, given),
         "?GIVEN", name, "AND", name, _pair_kind, "AND", _valued, "V_WHEN", _valued, STOP, "?THEN", "V_FIND", name,
         "V_WHEN", _valued),
)  # fmt: skip

_KOREAN: tuple[Parser[Found], ...] = (
    rule(_shared, an_amount, "OBJECT", _ratio, "R_TO_KO", "R_DIVIDE_KO"),
    rule(lambda ratio: [SimplifyRatio(ratio.parts)], _ratio, "?OBJECT", "R_SIMPLEST_KO"),
    rule(_chained, _ratios, "R_WHEN_KO", _ratios, "R_WHEN_KO", "?COMMA", _letters, *ASKED_KO),
    rule(lambda y, x, kind, b, a, given, asked: _alone(y, kind, 1, x, a, b, asked, given),
         name, "P_SUBJECT_KO", name, either(meaning("V_DIRECT_KO", "direct"), meaning("V_INVERSE_KO", "inverse")),
         "?COMMA|END",
         _valued, "V_WHEN_KO", _valued, "V_IS_KO", "?COMMA|END", _valued, "V_WHEN_KO", name, "V_VALUE_KO", *ASKED_KO),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_RATIOS, *_KOREAN)
"""One rule a way to ask."""
