"""Questions about described whole numbers, in both languages: asked where nothing else understands the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.phrasing.grammar_arithmetic import REQUESTS as ARITHMETIC
from maths.phrasing.grammar_bases import REQUESTS as BASES
from maths.phrasing.grammar_integers import REQUESTS as ENGLISH
from maths.phrasing.grammar_integers_korean import REQUESTS as KOREAN
from maths.phrasing.grammar_missing_numbers import REQUESTS as MISSING
from maths.phrasing.grammar_named_integers import REQUESTS as NAMED
from maths.phrasing.grammar_spoken_korean import REQUESTS as SPOKEN_KOREAN

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Found

REQUESTS: tuple[Parser[Found], ...] = (*ENGLISH, *BASES, *KOREAN, *NAMED, *MISSING, *ARITHMETIC, *SPOKEN_KOREAN)
