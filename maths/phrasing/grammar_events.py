"""Probabilities of two named events: `P(A) = 0.3, P(B) = 0.4, A and B are independent. Find P(A and B).`"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from maths.families.numbers.operands import rational_value
from maths.families.stories.events import EVERY, FIRST, SECOND, Likely, Tie, TwoEvents
from maths.phrasing.chart import either, many, pattern
from maths.phrasing.grammar_proportion import a_number
from maths.phrasing.guarded import only_where
from maths.phrasing.productions import always, rule
from maths.phrasing.told import told
from maths.tree import Number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_PAIR = 2
_Literal: TypeAlias = tuple[str, bool]
_Event: TypeAlias = tuple[tuple[_Literal, ...], str]
"""One or two letters, each with whether it is denied, and how they are joined: "and", "or" or ""."""

_Spoken: TypeAlias = tuple[_Event, "_Event | None"]
_Value: TypeAlias = tuple["Fraction", bool]
_Known: TypeAlias = tuple[_Spoken, _Value]

_LETTER = r"(?:[A-DEFGHM](?![A-Za-z]))"
_DENIED = r"(?: ?(?:'|′|\^ ?(?:c|C|\{ ?[cC] ?\}|\\complement|\{ ?\\complement ?\}|\{?\\prime\}?)))"
_PART = re.compile(
    rf"(?:\\(?:overline|bar) ?\{{ ?(?P<over>{_LETTER}) ?\}}|(?P<not>not |¬ ?|~ ?)?(?P<letter>{_LETTER})"
    rf"(?P<denied>{_DENIED})?)"
    .replace(" ?", r"\s*").replace(" ", r"\s+")
)  # fmt: skip
_AND = re.compile(r"\s*(?:∩|\\cap(?![a-z])|∧|&|and\b)\s*")
_OR = re.compile(r"\s*(?:∪|\\cup(?![a-z])|∨|or\b)\s*")
_GIVEN = re.compile(r"\s*(?:\||\\mid(?![a-z])|\\vert(?![a-z])|given\b)\s*")


def _literal(text: str, at: int) -> tuple[int, _Literal] | None:
    match = _PART.match(text, at)
    if match is None:
        return None
    denied = bool(match["over"] or match["not"]) != bool(match["denied"])
    return match.end(), (match["over"] or match["letter"], denied)


def _event(text: str, at: int) -> tuple[int, _Event] | None:
    """`A`, `A'`, `A ∩ B`, `A and B^c`"""
    first = _literal(text, at)
    if first is None:
        return None
    end, one = first
    for sign, name in ((_AND, "and"), (_OR, "or")):
        joined = sign.match(text, end)
        second = _literal(text, joined.end()) if joined else None
        if second is not None:
            return second[0], ((one, second[1]), name)
    return end, ((one,), "")


_OPEN, _CLOSE = (
    re.compile(r"\\?(?:Pr|P|mathrm\{P\}|mathbb\{P\})\s*(?:\\left\s*)?\(\s*"),
    re.compile(r"\s*(?:\\right\s*)?\)"),
)


def _spoken(text: str, at: int) -> tuple[int, _Spoken] | None:
    opened = _OPEN.match(text, at)
    first = _event(text, opened.end()) if opened else None
    if first is None:
        return None
    end, event = first
    given = None
    if bar := _GIVEN.match(text, end):
        second = _event(text, bar.end())
        if second is None:
            return None
        end, given = second
    closed = _CLOSE.match(text, end)
    return (closed.end(), (event, given)) if closed else None


def _likely(chart: Chart, at: int) -> Iterator[tuple[int, _Spoken]]:
    """`P(A | B)`, `P(A and B)`, `P(A')`"""
    at = chart.skip(at)
    found = _spoken(chart.text, at)
    if found is not None:
        chart.skip(found[0])
        yield found


def _is_decimal(node: Node) -> bool:
    return isinstance(node, Number) and (node.decimals is not None or node.value.denominator == 1)


_value: Parser[_Value] = rule(lambda node: [(rational_value(node), _is_decimal(node))], a_number)
_known: Parser[_Known] = rule(lambda spoken, _, value: [(spoken, value)], _likely, pattern("="), _value)
_comma = either(pattern(r"(?:[,;]\s*)?and(?![a-z])|[,;.]"), pattern(r"이고,?|이며,?"))
_all_known = many(_known, _comma)
_TIES = {
    "independent": Tie.INDEPENDENT, "독립": Tie.INDEPENDENT, "mutually exclusive": Tie.EXCLUSIVE,
    "disjoint": Tie.EXCLUSIVE, "배반": Tie.EXCLUSIVE, "배반사건": Tie.EXCLUSIVE,
}  # fmt: skip
_Tied: TypeAlias = tuple[Tie, frozenset[str]]


def _tied(match: re.Match[str]) -> Iterator[_Tied]:
    kind = " ".join(match["kind"].lower().split())
    yield _TIES[kind], frozenset({match["one"], match["other"]})


_KIND = r"(?P<kind>independent|mutually exclusive|disjoint)(?: events)?"
_tie = either(
    told(rf"(?:the )?(?:two )?(?:events )?(?P<one>{_LETTER}) and (?P<other>{_LETTER}) are {_KIND}(?![a-z])", _tied),
)
_tie_ko = told(
    rf"(?:두 )?(?:사건 )?(?P<one>{_LETTER})(?:,|와|과) ?(?P<other>{_LETTER})[가이는은] (?:서로 )?"
    r"(?P<kind>독립|배반사건|배반)(?:사건)?(?:이고|이며|일 때|이면)?,?",
    _tied,
)
_events_ko = told(
    rf"(?:두 )?사건 (?P<one>{_LETTER})(?:,|와|과) ?(?P<other>{_LETTER})에 (?:대하여|대해|대해서),?",
    lambda match: [(Tie.NONE, frozenset({match["one"], match["other"]}))],
)
_find = pattern(r"(?i:find|what is|calculate|compute|determine|evaluate|what's)(?![a-z])(?: the value of)?:?")
_end = either(pattern(r"[.,;]"), always(None))
_given = either(pattern(r"(?i:if|given(?: that)?|suppose(?: that)?|let|assume(?: that)?)(?![a-z])"), always(None))
_when_ko = pattern(
    r"(?:일 때|이면|이라고 할 때|라고 할 때|이라면|일때|라 할 때|이라 할 때|이다\.|입니다\.|라고 "
    r"하자\.|이라고 하자\.),?"
)
_ask_ko = pattern(
    r"(?:의 값)?(?:[은는이](?: (?:얼마|무엇)(?:인가요?|입니까))?|[을를] 구하(?:시오|여라|세요|라)|[을를] 구해 ?줘)"
)


def _task(known: tuple[_Known, ...], wanted: _Spoken, tie: _Tied | None) -> Built:
    """At most two letters in all, and a tie only between these two."""
    spoken = [*(part for part, _ in known), wanted]
    letters = sorted({letter for part in spoken for letter in _letters(part)} | (tie[1] if tie else set()))
    if len(letters) > _PAIR or (tie is not None and len(tie[1]) != _PAIR):
        return
    if tie is not None and tie[0] is not Tie.NONE and {*letters} != tie[1]:
        return
    names = (letters[0], letters[1] if len(letters) > 1 else "B" if letters[0] != "B" else "A")
    told_ = tuple((_as_cases(part, names), value[0]) for part, value in known)
    decimals = all(value[1] for _, value in known)
    yield TwoEvents(told_, _as_cases(wanted, names), tie[0] if tie else Tie.NONE, names, decimals)


def _letters(spoken: _Spoken) -> set[str]:
    event, given = spoken
    return {letter for part in (event, given) if part is not None for letter, _ in part[0]}


def _as_cases(spoken: _Spoken, names: tuple[str, str]) -> Likely:
    event, given = spoken
    return Likely(_cases(event, names), _cases(given, names) if given is not None else EVERY)


def _cases(event: _Event, names: tuple[str, str]) -> frozenset[int]:
    parts = []
    for letter, denied in event[0]:
        cases = FIRST if letter == names[0] else SECOND
        parts.append(EVERY - cases if denied else cases)
    return parts[0] if len(parts) == 1 else parts[0] & parts[1] if event[1] == "and" else parts[0] | parts[1]


_with = pattern(r"(?i:with(?![a-z])|(?:,\s*)?and(?![a-z])|[,.;])")
_nothing = always(None)
_for_events = told(
    rf"(?:for|let) {_KIND}(?: events)? (?P<one>{_LETTER}) and (?P<other>{_LETTER}),?",
    _tied,
)
_ENGLISH: tuple[Parser[Found], ...] = (
    rule(lambda tie, known, _, __, wanted: _task(known, wanted, tie), _for_events, _all_known, _end, _find, _likely),
    rule(lambda _, known, __, ___, wanted: _task(known, wanted, None), _given, _all_known, _end, _find, _likely),
    rule(lambda _, known, __, tie, ___, ____, wanted: _task(known, wanted, tie),
         _given, _all_known, _comma, _tie, _end, _find, _likely),
    rule(lambda _, tie, __, known, ___, ____, wanted: _task(known, wanted, tie),
         _given, _tie, _with, _all_known, _end, _find, _likely),
    rule(lambda _, wanted, __, known: _task(known, wanted, None), _find, _likely,
         pattern(r"(?i:if|given(?: that)?|when)"), _all_known),
    rule(lambda _, wanted, __, known, ___, tie: _task(known, wanted, tie), _find, _likely,
         pattern(r"(?i:if|given(?: that)?|when)"), _all_known, _comma, _tie),
    rule(lambda _, wanted, __, tie, ___, known: _task(known, wanted, tie), _find, _likely,
         pattern(r"(?i:if|given(?: that)?|when)"), _tie, _with, _all_known),
)  # fmt: skip
_tie_first_ko = either(_tie_ko, _events_ko, _nothing)
_KOREAN: tuple[Parser[Found], ...] = (
    rule(
        lambda tie, known, _, wanted, __: _task(known, wanted, tie),
        _tie_first_ko,
        _all_known,
        _when_ko,
        _likely,
        _ask_ko,
    ),
    rule(lambda known, _, tie, wanted, __: _task(known, wanted, tie), _all_known, _comma, _tie_ko, _likely, _ask_ko),
)
REQUESTS: tuple[Parser[Found], ...] = only_where(r"P(?:r|\})?\s*(?:\\left\s*)?\(", (*_ENGLISH, *_KOREAN))
"""One rule a way to ask."""
