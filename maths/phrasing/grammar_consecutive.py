"""Sentences that ask for consecutive whole numbers, all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.numbers.consecutive import Consecutive
from maths.phrasing.chart import either, pattern
from maths.phrasing.productions import always, meaning, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

_WORDS = {
    "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7,
}  # fmt: skip
_KINDS_KO = {
    "정수": (1, None, False),
    "자연수": (1, None, True),
    "짝수": (2, 0, False),
    "홀수": (2, 1, False),
    "짝수인 자연수": (2, 0, True),
    "홀수인 자연수": (2, 1, True),
}
Kind = tuple[int, int | None, bool]
"""The step, what is left by two, and whether only positive numbers count."""

_many = rule(
    lambda match: [_WORDS.get(match[0].lower()) or int(match[0])],
    pattern(rf"(?:{'|'.join(_WORDS)}|Two|Three|Four|Five|Six)(?![a-z])|\d(?!\d)"),
)
_whole = rule(
    lambda match: [int(match[0].replace("−", "-").replace(",", ""))], pattern(r"[-−]?\d[\d,]{0,9}(?!\d|\.\d)")
)
_kind_ko: Parser[Kind] = rule(
    lambda match: [_KINDS_KO[match[0]]], pattern("홀수인 자연수|짝수인 자연수|정수|자연수|짝수|홀수")
)
_operation_ko = either(
    meaning("CN_SUM_KO", "sum"), meaning("CN_PRODUCT_KO", "product"), meaning("CN_SQUARES_KO", "squares")
)
Row = tuple[int, Kind]


def _row(positive: bool, parity: tuple[int, int | None], also: bool) -> Iterator[Kind]:  # noqa: FBT001 - what is said
    yield parity[0], parity[1], positive or also


_positive = either(meaning("CN_POSITIVE", value=True), always(value=False))
_kind: Parser[Kind] = rule(
    _row,
    _positive,
    either(meaning("CN_EVEN", (2, 0)), meaning("CN_ODD", (2, 1)), always((1, None))),
    _positive,
    "CN_INTEGERS",
)
_row_ko: Parser[Row] = rule(lambda count, kind: [(count, kind)], "CN_IN_A_ROW_KO", _many, "?CN_COUNT_OF_KO", _kind_ko)
_row_en: Parser[Row] = rule(lambda count, kind: [(count, kind)], _many, "CN_CONSECUTIVE", _kind)


def _asked(row: Row, operation: str, total: int) -> Built:
    count, (step, rest, positive) = row
    yield Consecutive(count, operation, total, step, rest, positive)


_OPERATION = either(
    meaning("CN_THE_SUM_OF", "sum"),
    meaning("CN_THE_PRODUCT_OF", "product"),
    meaning("CN_THE_SQUARES_OF", "squares"),
)
_WHOSE = either(
    meaning("CN_WHOSE_SUM", "sum"), meaning("CN_WHOSE_PRODUCT", "product"), meaning("CN_WHOSE_SQUARES", "squares")
)
REQUESTS: tuple[Parser[Found], ...] = (
    rule(_asked, _row_ko, _operation_ko, _whole, "CN_WHEN_KO", "CN_THESE_KO"),
    rule(lambda operation, row, total: _asked(row, operation, total), _OPERATION, _row_en, "CN_IS", _whole,
         "END|COMMA", "CN_THEM"),
    rule(_asked, "FIND|EVALUATE", _row_en, _WHOSE, _whole),
)  # fmt: skip
"""One rule a way to ask."""
