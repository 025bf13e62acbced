"""Rules that can only read a text in which certain words or signs occur: elsewhere they cost nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.phrasing.chart import Chart, Parser

T = TypeVar("T")


def only_where(marks: str, parsers: Sequence[Parser[T]]) -> tuple[Parser[T], ...]:
    """The rules, which read nothing unless the text has one of the marks, a regular expression, somewhere."""
    compiled = re.compile(marks, re.IGNORECASE)
    key = ("marks", marks)

    def guarded(parser: Parser[T]) -> Parser[T]:
        def parse(chart: Chart, at: int) -> Iterator[tuple[int, T]]:
            if key not in chart.memory:
                chart.memory[key] = compiled.search(chart.text) is not None
            if chart.memory[key]:
                yield from parser(chart, at)

        return parse

    return tuple(guarded(parser) for parser in parsers)
