"""Sentences about formulas of propositional logic, in English and Korean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.bounds import UnreadableError
from maths.families.logic.propositions import Joined, letters, read_proposition
from maths.families.logic.truth import Query, SimplifyLogic, TruthQuestion
from maths.phrasing.chart import either, pattern
from maths.phrasing.guarded import only_where
from maths.phrasing.productions import always, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.logic.propositions import Proposition
    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found


def _until(mark: str, *, algebra: bool = False) -> Parser[Proposition]:
    """A formula that reaches to each place where a regular expression matches, or to the end of the text."""
    compiled = re.compile(mark)

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, Proposition]]:
        at = chart.skip(at)
        for match in compiled.finditer(chart.text, at):
            span = re.sub(r"\\[ ,;]|\\quad", " ", chart.text[at : match.start()]).strip().rstrip(".?!:")
            try:
                found = read_proposition(span, algebra=algebra)
            except UnreadableError:
                continue
            chart.skip(match.start())
            yield match.start(), found

    return parse


_END = r"[.?]?\s*$"
_IS = r"\s(?:a|an)?\s*(?:tautology|contradiction|satisfiable|always\s+true|always\s+false)"
_KIND = either(
    *(
        rule(lambda _, query=query: (query,), pattern(rf"(?i:{words})(?![a-z])"))
        for words, query in (
            (r"(?:an?\s+)?tautology", Query.TAUTOLOGY),
            (r"always\s+true", Query.TAUTOLOGY),
            (r"(?:an?\s+)?contradiction", Query.CONTRADICTION),
            (r"always\s+false", Query.CONTRADICTION),
            (r"satisfiable", Query.SATISFIABLE),
        )
    )
)
_WHETHER = pattern(r"(?i:(?:determine|decide|check|tell)(?:\s+me)?\s+(?:whether|if))(?![a-z])")
_FORMULA = pattern(r"(?i:(?:the\s+)?(?:propositional\s+)?(?:formula|proposition|statement))(?![a-z])")
_MAYBE_FORMULA = either(_FORMULA, always(None))
_BOOLEAN = pattern(
    r"(?i:(?:the\s+)?(?:following\s+)?boolean\s+(?:algebra\s+)?(?:expression|function|formula)):?(?![a-z])"
)
_LOGICAL = pattern(
    r"(?i:(?:the\s+)?(?:following\s+)?(?:logical|propositional|logic)\s+(?:expression|formula|proposition|statement)):?(?![a-z])"
)
_AND = pattern(r"(?i:and)(?![a-z])")
_EQUIVALENT = pattern(r"(?i:(?:logically\s+)?equivalent)(?![a-z])")
_TRUTH_VALUE = pattern(r"(?i:the\s+truth\s+value\s+of)(?![a-z])")
_GIVEN = pattern(r",?\s*(?i:when|if|for|where)(?![a-z])")
_ASSIGNED = re.compile(r"\s*(?P<name>[A-Za-z])\s*(?:is|=|:)\s*(?P<value>true|false|T|F|1|0)(?![A-Za-z])", re.IGNORECASE)
_ROWS = pattern(
    r"(?i:(?:in\s+)?how\s+many\s+rows\s+of\s+the\s+truth\s+table\s+(?:of|for)|how\s+many\s+assignments\s+satisfy"
    r"|how\s+many\s+truth\s+assignments\s+(?:satisfy|make))(?![a-z])"
)
_ARE_TRUE = either(pattern(r"(?i:(?:is\s+it\s+|are\s+|is\s+)?true)(?![a-z])"), always(None))


def _assignments(chart: Chart, at: int) -> Iterator[tuple[int, tuple[tuple[str, bool], ...]]]:
    """`p is true and q is false`"""
    at = chart.skip(at)
    found: list[tuple[str, bool]] = []
    while match := _ASSIGNED.match(chart.text, at):
        found.append((match.group("name"), match.group("value").lower() in {"true", "t", "1"}))
        at = match.end()
        chart.skip(at)
        yield at, tuple(sorted(found))
        following = re.compile(r"\s*,?\s*(?:and|,)\s*").match(chart.text, at)
        if following is None:
            return
        at = following.end()


def _is(formula: Proposition, query: Query) -> Built:
    if letters(formula):
        yield TruthQuestion(query, formula)


def _equivalent(left: Proposition, right: Proposition) -> Built:
    if letters(left) and letters(right):
        yield TruthQuestion(Query.EQUIVALENT, Joined("iff", left, right))


def _value(formula: Proposition, given: tuple[tuple[str, bool], ...]) -> Built:
    if len(dict(given)) == len(given):
        yield TruthQuestion(Query.VALUE, formula, given)


def _simplify(formula: Proposition, *, algebra: bool) -> Built:
    if letters(formula):
        yield SimplifyLogic(formula, algebra)


_ENGLISH: tuple[Parser[Found], ...] = (
    rule(
        lambda _, formula, query: _is(formula, query),
        pattern(r"(?i:is)(?![a-z])"),
        rule(lambda _, f: (f,), _MAYBE_FORMULA, _until(_IS)),
        _KIND,
    ),
    rule(
        lambda _, __, formula, ___, query: _is(formula, query),
        _WHETHER,
        _MAYBE_FORMULA,
        _until(r"\sis\s"),
        pattern(r"is(?![a-z])"),
        _KIND,
    ),
    rule(
        lambda _, left, __, right, ___: _equivalent(left, right),
        pattern(r"(?i:are)(?![a-z])"),
        _until(r"\sand\s"),
        _AND,
        _until(r"\s(?:logically\s+)?equivalent"),
        _EQUIVALENT,
    ),
    rule(
        lambda _, left, __, right, ___: _equivalent(left, right),
        pattern(r"(?i:is)(?![a-z])"),
        _until(r"\s(?:logically\s+)?equivalent\s+to"),
        pattern(r"(?i:(?:logically\s+)?equivalent\s+to)(?![a-z])"),
        _until(_END),
        always(None),
    ),
    rule(
        lambda _, left, __, right, ___, ____: _equivalent(left, right),
        _WHETHER,
        _until(r"\sand\s"),
        _AND,
        _until(r"\sare\s"),
        pattern(r"are(?![a-z])"),
        _EQUIVALENT,
    ),
    rule(lambda _, formula: _simplify(formula, algebra=True), "SIMPLIFY", _BOOLEAN, _until(_END, algebra=True)),
    rule(lambda _, formula: _simplify(formula, algebra=False), "SIMPLIFY", _LOGICAL, _until(_END)),
    rule(
        lambda _, formula, __, given: _value(formula, given),
        "FIND",
        _TRUTH_VALUE,
        rule(lambda _, f: (f,), _MAYBE_FORMULA, _until(r",?\s(?:when|if|for|where)\s")),
        _GIVEN,
        _assignments,
    ),
    rule(
        lambda _, formula, __: [TruthQuestion(Query.COUNT, formula)],
        _ROWS,
        _until(r"\s(?:are|is)\s+(?:it\s+)?true|\strue|[.?]?\s*$"),
        _ARE_TRUE,
    ),
)
_KIND_KO = either(
    *(
        rule(
            lambda _, query=query: (query,),
            pattern(rf"\s*(?:은|는|이|가)\s*{words}(?:인가요|입니까|인가|인지\s*(?:판별|판단)하시오)"),
        )
        for words, query in (("항진\\s*명제", Query.TAUTOLOGY), ("모순\\s*명제", Query.CONTRADICTION))
    )
)
_ASSIGNED_KO = re.compile(r"\s*(?P<name>[A-Za-z])\s*(?:은|는|이|가)\s*(?P<value>참|거짓)\s*(?P<more>이고|이며|,)?")


def _assignments_ko(chart: Chart, at: int) -> Iterator[tuple[int, tuple[tuple[str, bool], ...]]]:
    """`p가 참이고 q가 거짓`"""
    at = chart.skip(at)
    found: list[tuple[str, bool]] = []
    while match := _ASSIGNED_KO.match(chart.text, at):
        found.append((match["name"], match["value"] == "참"))
        at = chart.skip(match.end())
        if not match["more"]:
            break
    if found:
        yield at, tuple(found)


_SUBJECT = r"\s*(?:은|는|이|가)\s*(?:항진|모순)"
_ASKED = r"(?:을|를|은|는)?\s*(?:구하시오|구하세요|구하여라|구해\s*주세요|무엇입니까|얼마입니까)"
_KOREAN: tuple[Parser[Found], ...] = (
    rule(
        lambda given, _, __, formula, ___: _value(formula, given),
        _assignments_ko,
        pattern(r"\s*일\s*때,?"),
        either(pattern(r"명제"), always(None)),
        _until(r"\s*의\s*진[리릿]값"),
        pattern(rf"\s*의\s*진[리릿]값\s*{_ASKED}"),
    ),
    rule(
        lambda _, formula, __: [TruthQuestion(Query.COUNT, formula)],
        either(pattern(r"명제"), always(None)),
        _until(r"\s*의\s*진리표에서"),
        pattern(rf"\s*의\s*진리표에서\s*참인\s*행의\s*(?:개수|수)\s*{_ASKED}"),
    ),
    rule(
        lambda _, formula, query: _is(formula, query),
        either(pattern(r"명제"), always(None)),
        _until(_SUBJECT),
        _KIND_KO,
    ),
    rule(
        lambda left, _, right, __: _equivalent(left, right),
        _until(r"\s*(?:와|과)\s"),
        pattern(r"\s*(?:와|과)\s"),
        _until(r"\s*(?:은|는|이|가)\s*(?:서로\s*)?(?:논리적\s*)?동치"),
        pattern(
            r"\s*(?:은|는|이|가)\s*(?:서로\s*)?(?:논리적(?:으로)?\s*)?동치(?:인가요|입니까|인가|인지\s*판별하시오)"
        ),
    ),
    rule(
        lambda _, formula, __: _simplify(formula, algebra=True),
        pattern(r"(?:다음\s*)?(?:부울|불|논리)\s*식"),
        _until(r"\s*(?:을|를)\s*간(?:단|소)", algebra=True),
        pattern(r"\s*(?:을|를)\s*(?:간단히|간소화)\s*(?:하시오|하세요|하라|해\s*주세요)"),
    ),
)

_MARKS = (
    r"[∧∨¬→↔⊕⇒⇔]|\\(?:land|lor|lnot|neg|to|wedge|vee|oplus|rightarrow|leftrightarrow)|tautolog|contradict"
    r"|equivalent|boolean|truth|logic|satisfiable|항진|모순|동치|논리|부울|불\s*식"
)
REQUESTS: tuple[Parser[Found], ...] = only_where(_MARKS, (*_ENGLISH, *_KOREAN))
"""One rule a way to ask."""
