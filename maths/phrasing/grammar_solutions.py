"""Questions about all solutions of one equation: how many, their sum, the largest, the positive one; both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.equations.solution_sets import SolutionsAsked, Which
from maths.families.equations.unknowns import Ask
from maths.families.terms import number
from maths.message import Message
from maths.phrasing.chart import either, pattern
from maths.phrasing.guarded import only_where
from maths.phrasing.productions import always, anything, name, rule
from maths.phrasing.requests import Objection, is_equation, is_expression
from maths.tree import Relation, names

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Name, Node

_KIND = (
    r"(?:the\s+|all\s+(?:of\s+)?(?:the\s+)?|both\s+|its\s+|two\s+|three\s+|possible\s+|exact\s+)*"
    r"(?P<kind>(?:(?:distinct|different|unique|real|complex|nonreal|non-real|imaginary|positive|negative|nonnegative"
    r"|non-negative|integer|integral|whole|rational)(?:\s+and\s+|\s*,\s*|\s+))*)"
)
_NOUN = r"(?P<noun>roots?|zeros|zeroes|solutions?|values|value|numbers?|integers?)"
_ALL = pattern(
    rf"(?i:(?:the\s+)?(?P<ask>sum\s+of\s+the\s+squares|sum\s+of\s+the\s+reciprocals|sum|product|number"
    rf"|(?:positive\s+)?difference)\s+(?:of|between)\s+{_KIND}{_NOUN})(?![a-z])"
)
_HOW_MANY = pattern(rf"(?i:(?P<ask>(?:for\s+)?how\s+many)\s+{_KIND}{_NOUN})(?![a-z])")
_ONE = pattern(
    rf"(?i:(?:the\s+)?(?P<ask>largest|greatest|biggest|smallest|least|only|one|unique|)\s*{_KIND}"
    r"(?P<noun>root|zero|solution|value|number|integer))(?![a-z])"
)
_SEVERAL = pattern(rf"(?i:(?P<ask>){_KIND}(?P<noun>roots|zeros|zeroes|solutions|values|numbers|integers))(?![a-z])")
_EQUATION = (
    r"(?:the\s+|this\s+)?(?:following\s+)?(?:quadratic\s+|cubic\s+|quartic\s+|polynomial\s+)?"
    r"(?:equation|polynomial|function|expression|quadratic)?:?"
)
_LINKS = (
    r"of|to|for|that\s+satisf(?:y|ies)|which\s+satisf(?:y|ies)|satisf(?:y|ies|ying)|such\s+that|so\s+that|for\s+which"
    r"|where|with|are\s+there\s+(?:of|to|for)|is\s+there\s+to|does|do|is|if|in"
)
_TO = pattern(rf"(?i:(?:{_LINKS})\s+{_EQUATION})")
_OF_NAME = either(rule(lambda _, found: (found,), pattern(r"(?i:of|for)\s"), name), name, always(None))
_HAVE = pattern(r"(?i:have)(?![a-z])")
_IS_TRUE = either(pattern(r"(?i:(?:is|are)?\s*(?:true|satisfied|hold|holds))(?![a-z])"), always(None))
_ASKS = {
    "sum": Ask.SUM, "product": Ask.PRODUCT, "number": Ask.COUNT, "difference": Ask.DIFFERENCE, "how many": Ask.COUNT,
    "for how many": Ask.COUNT, "largest": Ask.LARGEST, "greatest": Ask.LARGEST, "biggest": Ask.LARGEST,
    "smallest": Ask.SMALLEST, "least": Ask.SMALLEST, "only": Ask.ONE, "unique": Ask.ONE, "one": Ask.ONE,
    "positive difference": Ask.DIFFERENCE, "sum of the squares": Ask.SQUARES,
    "sum of the reciprocals": Ask.RECIPROCALS,
}  # fmt: skip
_ONCE = frozenset({"solution", "solutions", "value", "values", "number", "numbers", "integer", "integers"})
_UNCLEAR = Message("Which of the solutions are meant is not clear.")


def _which(words: set[str], noun: str) -> Which | None:  # noqa: PLR0911 - one line a kind
    whole = bool(words & {"integer", "integral", "whole"}) or noun.startswith("integer")
    words = words - {"integer", "integral", "whole", "distinct", "different", "unique", "and"}
    if whole:
        return {frozenset(): Which.INTEGER, frozenset({"positive"}): Which.POSITIVE_INTEGER,
                frozenset({"negative"}): Which.NEGATIVE_INTEGER}.get(frozenset(words))  # fmt: skip
    if words & {"nonreal", "non-real"}:
        return Which.NONREAL if len(words - {"complex"}) == 1 else None
    if "imaginary" in words:
        return None
    signed = words & {"positive", "negative", "nonnegative", "non-negative", "rational"}
    if len(signed) > 1 or (signed and words - signed - {"real"}) or {"real", "complex"} <= words:
        return None
    for word in signed:
        return Which(word.replace("non-", "non"))
    if "real" in words:
        return Which.REAL
    return Which.COMPLEX if "complex" in words else Which.UNSTATED


def _asked(phrase: re.Match[str], unknown: Name | None, thing: Node, ask: Ask) -> Built:
    if not isinstance(thing, Relation):
        if not phrase.group("noun").startswith(("root", "zero")):
            return
        thing = Relation((thing, number(0)), ("=",))
    if not is_equation(thing) or not all(is_expression(side) for side in thing.operands):
        return
    found = names(thing)
    if len(found) != 1 or (unknown is not None and unknown.full not in found):
        yield Objection(Message("There are several letters in one equation: it does not fix their values."))
        return
    words = set(re.findall(r"[a-z-]+", phrase.group("kind").lower()))
    noun = phrase.group("noun").lower()
    which = _which(words, noun)
    if which is None:
        yield Objection(_UNCLEAR)
        return
    once = noun in _ONCE or bool(words & {"distinct", "different", "unique"})
    yield SolutionsAsked(thing, next(iter(found)), which, ask, once)


def _all(phrase: re.Match[str], unknown: Name | None, _: object, thing: Node) -> Built:
    asked = re.sub(r"\s+", " ", phrase.group("ask").lower())
    yield from _asked(phrase, unknown, thing, _ASKS[asked])


def _all_of(phrase: re.Match[str], thing: Node) -> Built:
    yield from _all(phrase, None, None, thing)


def _one(phrase: re.Match[str], unknown: Name | None, link: object, thing: Node) -> Built:
    asked = phrase.group("ask").lower()
    kind = set(phrase.group("kind").lower().split())
    if asked:
        yield from _all(phrase, unknown, link, thing)
    elif kind - {"real", "complex", "distinct"} or (phrase.group("noun") == "integer" and not kind):
        yield from _asked(phrase, unknown, thing, Ask.ONE)


def _several(phrase: re.Match[str], unknown: Name | None, _: object, thing: Node) -> Built:
    """`the rational roots of`: of all and of the real ones other rules know."""
    kind = set(phrase.group("kind").lower().split())
    if kind - {"real", "complex", "distinct", "different"}:
        yield from _asked(phrase, unknown, thing, Ask.ALL)


_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_all, "FIND", _ALL, _OF_NAME, _TO, anything),
    rule(_all, "?FIND", _HOW_MANY, _OF_NAME, _TO, anything),
    rule(lambda phrase, _, thing, __: _all_of(phrase, thing), _HOW_MANY, _TO, anything, _HAVE),
    rule(lambda phrase, unknown, link, thing, _: _all(phrase, unknown, link, thing),
         _HOW_MANY, _OF_NAME, _TO, anything, _IS_TRUE),
    rule(_one, "FIND", _ONE, _OF_NAME, _TO, anything),
    rule(_several, "FIND", _SEVERAL, _OF_NAME, _TO, anything),
    rule(lambda phrase, link, unknown, thing: _all(phrase, unknown, link, thing),
         "FIND", _ALL, pattern(r"(?i:for)\s"), name, pattern(r"(?i:such\s+that|where|if|when)\s"), anything),
)  # fmt: skip

_ADJECTIVES_KO = r"(?P<kind>(?:(?:서로\s*다른|모든|양의|음의|정수인|유리수인|두|세|네)\s*)*)"
_NOUN_KO = r"(?P<noun>실근|실수\s*해|양의\s*근|음의\s*근|정수\s*해|정수인\s*해|유리수\s*근|허근|복소수\s*해|해|근|영점)"
_SET_KO = pattern(
    rf"\s*(?:의|을\s*만족하는|를\s*만족하는)\s*{_ADJECTIVES_KO}{_NOUN_KO}\s*(?:들)?\s*"
    r"(?:의\s*(?P<ask>제곱의\s*합|역수의\s*합|합|곱|개수|차)|(?:은|는|이)?\s*모두\s*(?P<many>몇\s*개))"
)
_ONE_KO = pattern(
    r"\s*의\s*(?:(?:근|해|실근)\s*(?:중에서?|가운데)\s*)?(?P<ask>가장\s*큰|가장\s*작은|양의|음의|정수인?|유리수인?|)\s*"
    r"(?P<noun>실근|근|해|것)"
)
_ASKS_KO = {"제곱의합": Ask.SQUARES, "역수의합": Ask.RECIPROCALS, "합": Ask.SUM, "곱": Ask.PRODUCT, "개수": Ask.COUNT,
            "차": Ask.DIFFERENCE, "가장큰": Ask.LARGEST, "가장작은": Ask.SMALLEST}  # fmt: skip
_KINDS_KO = (("양의정수", Which.POSITIVE_INTEGER), ("음의정수", Which.NEGATIVE_INTEGER), ("정수", Which.INTEGER),
             ("유리수", Which.RATIONAL), ("양의", Which.POSITIVE), ("음의", Which.NEGATIVE), ("허근", Which.NONREAL),
             ("복소수", Which.COMPLEX), ("실", Which.REAL))  # fmt: skip


def _which_ko(words: str) -> Which:
    return next((which for mark, which in _KINDS_KO if mark in words), Which.UNSTATED)


def _set_ko(thing: Node, phrase: re.Match[str]) -> Built:
    words = re.sub(r"\s+", "", phrase.group("kind") + phrase.group("noun"))
    ask = Ask.COUNT if phrase.group("many") else _ASKS_KO[re.sub(r"\s+", "", phrase.group("ask"))]
    yield from _korean(thing, words, phrase.group("noun"), ask)


def _one_ko(thing: Node, phrase: re.Match[str]) -> Built:
    asked = re.sub(r"\s+", "", phrase.group("ask"))
    if not asked:
        return
    ask = _ASKS_KO.get(asked, Ask.ALL)
    yield from _korean(thing, (asked if ask is Ask.ALL else "") + phrase.group("noun"), phrase.group("noun"), ask)


def _korean(thing: Node, words: str, noun: str, ask: Ask) -> Built:
    if not isinstance(thing, Relation):
        thing = Relation((thing, number(0)), ("=",))
    if not is_equation(thing) or not all(is_expression(side) for side in thing.operands) or len(names(thing)) != 1:
        return
    which = _which_ko(words)
    once = "서로다른" in words or "해" in noun
    yield SolutionsAsked(thing, next(iter(names(thing))), which, ask, once)


_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO")
_KOREAN: tuple[Parser[Found], ...] = (
    rule(_set_ko, "?EQUATION_KO|EXPRESSION_KO", anything, _SET_KO, *_ASKED_KO),
    rule(_one_ko, "?EQUATION_KO|EXPRESSION_KO", anything, _ONE_KO, *_ASKED_KO),
)

_MARKS = r"root|zero|solution|value|number|integer|근|해"
REQUESTS: tuple[Parser[Found], ...] = only_where(_MARKS, (*_ENGLISH, *_KOREAN))
"""One rule a way to ask."""
