"""Renders messages in a language from the gettext catalogues in `locales/`.

One catalogue a package (`cogs.po`, `maths.po`, ...); `make locales` compiles them.
"""

from __future__ import annotations

import gettext
import re
import string
from functools import cache
from pathlib import Path
from typing import Any

from maths.message import Argument, Formula, Message
from maths.plain import plain
from tutor.types import Language

LOCALES = Path(__file__).parent.parent / "locales"
DOMAINS = ("bot", "cogs", "maths", "model", "picture", "storage", "tutor")


class CatalogueMissingError(Exception):
    """A compiled catalogue is not there."""


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    merged = gettext.NullTranslations()
    if language is Language.ENGLISH:
        return merged
    for domain in DOMAINS:
        path = LOCALES / language / "LC_MESSAGES" / f"{domain}.mo"
        if not path.exists():
            reason = f"{path.relative_to(LOCALES.parent)} is not compiled: run `make locales`"
            raise CatalogueMissingError(reason)
        with path.open("rb") as file:
            catalogue = gettext.GNUTranslations(file)
        catalogue.add_fallback(merged)
        merged = catalogue
    return merged


def render(message: Message, language: Language) -> str:
    """The sentence in a language, its mathematics as `$LaTeX$`."""
    catalogue = _catalogue(language)
    values = {name: _value(argument, language) for name, argument in message.arguments}
    if message.plural is None:
        template = catalogue.gettext(message.key)
    else:
        template = catalogue.ngettext(message.key, message.plural, int(values["count"]))
    return _Templates().vformat(template, (), values)


def say(message: Message, language: Language) -> str:
    """The sentence in a language, its mathematics as readable Unicode."""
    return plain(render(message, language))


def _value(argument: Argument, language: Language) -> str:
    match argument:
        case Message():
            return render(argument, language)
        case Formula():
            return f"${_with_words(argument.latex, language)}$"
        case _:
            return str(argument)


def latex(formula: Formula, language: Language) -> str:
    """The formula's LaTeX; the words in it, a truth value or a weekday too, are in the language."""
    return _WORD.sub(
        lambda found: f"\\text{{{_ALONE[language].get(found[1], found[1])}}}", _with_words(formula.latex, language)
    )


def _with_words(latex: str, language: Language) -> str:
    """The two words that join statements inside a formula, in the language."""
    for word, said in _JOINING[language].items():
        latex = latex.replace(f"\\text{{ {word} }}", f"\\text{{ {said} }}")
    return latex


_JOINING: dict[Language, dict[str, str]] = {
    Language.ENGLISH: {},
    Language.KOREAN: {"or": "또는", "and": "그리고"},
}

_WORD = re.compile(r"\\text\{([A-Za-z]+)\}")
_ALONE: dict[Language, dict[str, str]] = {
    Language.ENGLISH: {},
    Language.KOREAN: {
        "True": "참",
        "False": "거짓",
        "diverges": "발산",
        "won": "원",
        "Monday": "월요일",
        "Tuesday": "화요일",
        "Wednesday": "수요일",
        "Thursday": "목요일",
        "Friday": "금요일",
        "Saturday": "토요일",
        "Sunday": "일요일",
    },
}


class _Templates(string.Formatter):
    """`{name}`, and for Korean `{name:을}`: the value followed by the particle that fits its last sound."""

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 - the base class's signature
        return f"{value}{particle(plain(value), format_spec)}" if format_spec else str(value)


_PAIRS = {
    "을": ("을", "를"),
    "은": ("은", "는"),
    "이": ("이", "가"),
    "과": ("과", "와"),
    "으로": ("으로", "로"),
    "이라": ("이라", "라"),
    "이다": ("이다", "다"),
    "입니다": ("입니다", "입니다"),
}
_CLOSED_LATIN_AND_DIGITS = frozenset("013678lmnr√")
_RIEUL = frozenset("178lr")
_POWERS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ")  # read 제곱, whatever the exponent
_SIGNS = frozenset("%°")  # 퍼센트, 도
_FRACTION = re.compile(r"(\d+)/\d+$")  # its numerator is read last


def particle(word: str, asked: str) -> str:
    """The form of a particle, asked for by its form after a consonant, that fits the word's last sound."""
    closed, opened = _PAIRS[asked]
    word = _FRACTION.sub(r"\1", word.lower())
    last = next((c for c in reversed(word) if c.isalnum() or c in _SIGNS), "")
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        ends_closed, ends_rieul = final != 0, final == 8  # noqa: PLR2004 - the index of ㄹ among final consonants
    else:
        ends_closed, ends_rieul = last in _CLOSED_LATIN_AND_DIGITS or last in _POWERS, last in _RIEUL
    return closed if ends_closed and not (asked == "으로" and ends_rieul) else opened
