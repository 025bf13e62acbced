"""Small questions in both languages: coprime, congruent, reciprocal, value of a ratio, one power, period, converse."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from maths.bounds import UnreadableError
from maths.families.functions.sinusoid import Sinusoid, Trait, is_wave
from maths.families.logic.converse import Turned, TurnedImplication, is_simple
from maths.families.logic.propositions import Joined, read_proposition
from maths.families.numbers.as_power import AsPower
from maths.families.numbers.common import Congruent, Coprime
from maths.families.numbers.sorts import PrimeOrComposite
from maths.families.proportion.reciprocal import RatioValue, Reciprocal
from maths.families.proportion.variation_rule import VariationRule
from maths.families.terms import number
from maths.phrasing.chart import either, pattern
from maths.phrasing.guarded import only_where
from maths.phrasing.productions import always, expression, is_plain_number, rule
from maths.phrasing.productions import number as plain_number
from maths.phrasing.told import told
from maths.tree import Negative, Number, Power, Relation, names, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_WHOLE = r"[0-9]{1,40}(?![0-9]|[.,/][0-9])"


def _whole(text: str) -> Node:
    return number(Fraction(int(text)))


def _coprime(match: re.Match[str]) -> Built:
    yield Coprime((_whole(match["a"]), _whole(match["b"])))


def _congruent(match: re.Match[str]) -> Built:
    yield Congruent((_whole(match["a"]), _whole(match["b"])), _whole(match["m"]))


_PAIR = rf"(?P<a>{_WHOLE}) (?:and|,) (?P<b>{_WHOLE})"
_PAIR_KO = rf"(?:두 (?:자연)?수 )?(?P<a>{_WHOLE})(?:[와과],?|,) ?(?P<b>{_WHOLE})"
_WHETHER_KO = r"(?:인가요?|입니까|일까요|인지 (?:판별하시오|판단하시오|말하시오|알아보시오|판별하여라|답하시오))"
_COPRIME = r"(?:coprime|co-prime|relatively prime)(?: numbers)?"
_MODULO = r"(?:modulo|mod)"
_PAIRS: tuple[Parser[Found], ...] = (
    told(rf"are {_PAIR} {_COPRIME}", _coprime),
    told(rf"(?:determine|decide) (?:whether|if) {_PAIR} are {_COPRIME}", _coprime),
    told(rf"{_PAIR_KO}[은는이가]? (?:서로 ?)서로소{_WHETHER_KO}", _coprime),
    told(rf"{_PAIR_KO}[은는이가] 서로소{_WHETHER_KO}", _coprime),
    told(rf"are {_PAIR} congruent {_MODULO} (?P<m>{_WHOLE})", _congruent),
    told(rf"is (?P<a>{_WHOLE}) congruent to (?P<b>{_WHOLE}),? {_MODULO} (?P<m>{_WHOLE})", _congruent),
    told(rf"is (?:it true that )?(?P<a>{_WHOLE}) ?≡ ?(?P<b>{_WHOLE}) ?\(?mod (?P<m>{_WHOLE})\)?", _congruent),
    told(rf"{_PAIR_KO}[은는이가] 법 (?P<m>{_WHOLE})에 (?:대하여|대해|대해서) (?:서로 )?합동{_WHETHER_KO}", _congruent),
    told(rf"법 (?P<m>{_WHOLE})에 (?:대하여|대해|대해서) {_PAIR_KO}[은는이가] (?:서로 )?합동{_WHETHER_KO}", _congruent),
    told(
        rf"(?P<a>{_WHOLE}) ?≡ ?(?P<b>{_WHOLE}) ?\(mod (?P<m>{_WHOLE})\)[은는이가]? (?:참|성립하는)(?:{_WHETHER_KO}|"
        "가)",
        _congruent,
    ),
)


def _sort_of(match: re.Match[str]) -> Built:
    yield PrimeOrComposite(_whole(match["a"]), korean=re.search("[가-힣]", match.group()) is not None)


_SORTS: tuple[Parser[Found], ...] = (
    told(rf"is (?P<a>{_WHOLE})(?: a)? (?:prime or composite|composite or prime)(?: number)?", _sort_of),
    told(rf"(?:determine|decide) (?:whether|if) (?P<a>{_WHOLE}) is (?:a )?prime or composite(?: number)?", _sort_of),
    told(rf"(?P<a>{_WHOLE})[은는이가] 소수(?:인가,?|인지|입니까,?) 합성수{_WHETHER_KO}", _sort_of),
)


def _reciprocal(node: Node) -> Built:
    yield Reciprocal(node)


def _ratio(match: re.Match[str]) -> Built:
    groups = match.groupdict()
    form = "percent" if groups.get("percent") else "decimal" if groups.get("decimal") else "fraction"
    yield RatioValue((_typed(groups["a"]), _typed(groups["b"])), form)


def _typed(text: str) -> Node:
    return number(Fraction(text))


_SIZE = r"[0-9]+(?:\.[0-9]+)?(?![0-9]|[.,/][0-9])"
_FORM = r"(?:(?P<fraction>분수)|(?P<decimal>소수)|(?P<percent>백분율))"
_SHOW = r"나타내(?:시오|어라|면|세요)(?: 얼마인가)?"
_RATIO = rf"(?P<a>{_SIZE}) ?(?::|대) ?(?P<b>{_SIZE})"
_RECIPROCALS: tuple[Parser[Found], ...] = (
    rule(lambda _, node: _reciprocal(node),
         pattern(r"(?i:(?:what is|find|give|write)?\s*(?:the )?(?:reciprocal|multiplicative inverse) of)(?![a-z])"),
         plain_number),
    rule(lambda node, _: _reciprocal(node), plain_number,
         pattern(r"의 역수(?:[은는](?: (?:얼마|무엇)(?:인가요?|입니까))?|[를을] 구하(?:시오|여라|세요))")),
    told(rf"{_RATIO}의 (?:비율|비)을? ?를? ?{_FORM}로 {_SHOW}", _ratio),
    told(rf"{_RATIO}의 비의 값(?:[은는](?: 얼마(?:인가요?|입니까))?|을 구하(?:시오|여라|세요))", _ratio),
    told(rf"{_RATIO}[를을] 비율로 {_SHOW}", _ratio),
    told(rf"(?:write|express) the ratio {_RATIO} as a (?:(?P<fraction>fraction)|(?P<decimal>decimal)|"
    "(?P<percent>percentage))", _ratio),
)  # fmt: skip


def _power(node: Node, base: re.Match[str]) -> Built:
    if any(isinstance(part, Power) for part in walk(node)) or isinstance(node, Number) or not is_plain_number(node):
        yield AsPower(node, _whole(base["base"]))


_POWERS: tuple[Parser[Found], ...] = (
    rule(lambda _, node, base: _power(node, base), pattern(r"(?i:write|express)(?![a-z])"), expression,
         pattern(rf"(?i:as a (?:single )?power of)\s+(?P<base>{_WHOLE})")),
    rule(_power, expression,
         pattern(rf"[을를]\s*(?P<base>{_WHOLE})의 거듭제곱(?: ?꼴)?(?:으)?로 (?:나타내(?:시오|어라|면|세요)|쓰시오)")),
)  # fmt: skip

_TRAITS = {"주기": Trait.PERIOD, "진폭": Trait.AMPLITUDE, "최댓값": Trait.GREATEST, "최솟값": Trait.LEAST,
           "최대값": Trait.GREATEST, "최소값": Trait.LEAST, "period": Trait.PERIOD, "amplitude": Trait.AMPLITUDE,
           "maximum value": Trait.GREATEST, "minimum value": Trait.LEAST, "maximum": Trait.GREATEST,
           "minimum": Trait.LEAST}  # fmt: skip


def _wave(body: Node, trait: re.Match[str]) -> Built:
    """Of one sine, cosine or tangent of one letter."""
    kind = _TRAITS[" ".join(trait["trait"].lower().split())]
    letters = names(body)
    if len(letters) == 1 and not isinstance(body, Relation) and is_wave(body, next(iter(letters))):
        yield Sinusoid(body, next(iter(letters)), kind)


_NAMED = either(pattern(r"(?:함수 |삼각함수 )?(?:y|[a-z]\([a-z]\)) ?= ?"), pattern(r"함수 "))
_NAMED_EN = either(pattern(r"(?i:the function )?(?:y|[a-z]\([a-z]\)) ?= ?"), always(None))
_WAVES: tuple[Parser[Found], ...] = (
    rule(lambda _, body, trait: _wave(body, trait), _NAMED, expression,
         pattern("의 (?P<trait>주기|진폭|최댓값|최솟값|최대값|최소값)(?:[은는](?: 얼마(?:인가요?|입니까))?|[를을] "
         "구하(?:시오|여라|세요))")),
    rule(lambda trait, _, body: _wave(body, trait),
         pattern(r"(?i:find|what is|determine|give|state)\s+(?i:the )?(?P<trait>(?i:period|amplitude|maximum value|"
         "minimum value|maximum|minimum)) (?i:of)(?![a-z])"),
         _NAMED_EN, expression),
)  # fmt: skip


def _turned(match: re.Match[str], wanted: Turned) -> Iterator[TurnedImplication]:
    try:
        found = read_proposition(match["f"].strip().strip("“”\"'$"))
    except UnreadableError:
        return
    if isinstance(found, Joined) and found.operator == "implies" and is_simple(found.left) and is_simple(found.right):
        yield TurnedImplication(found.left, found.right, wanted)


_ASK = r"(?:[은는이]?|[은는] 무엇(?:인가요?|입니까)|[를을] (?:쓰시오|구하시오|구하여라|말하시오|쓰라|써라))"
_TURNS: tuple[Parser[Found], ...] = (
    *(
        told(
            rf"(?:명제 )?(?P<f>[^가-힣?.]+?)의 {word}{_ASK}(?=\s*[.?]|\s*$)",
            partial(_turned, wanted=wanted),
        )
        for word, wanted in (("대우", Turned.CONTRAPOSITIVE), ("역", Turned.CONVERSE), ("이", Turned.INVERSE))
    ),
    *(
        told(
            rf"(?:what is|write|find|give|state) the {wanted.value} of (?:the (?:statement|implication|"
            "proposition) )?(?P<f>[^?.]+)",
            partial(_turned, wanted=wanted),
        )
        for wanted in Turned
    ),
)


def _rule_of(match: re.Match[str]) -> Built:
    y, x = match["y"], match["x"]
    if {match["first"], match["second"]} == {y, x} and y != x:
        values = {match["first"]: match["v"], match["second"]: match["w"]}
        yield VariationRule(
            any(match.groupdict().get(place) for place in ("inverse", "inverse_")),
            (y, x),
            (_signed(values[y]), _signed(values[x])),
        )


def _signed(text: str) -> Node:
    value = Fraction(text.replace("−", "-").replace(" ", ""))
    return Negative(number(-value)) if value < 0 else number(value)


_VALUE = r"[-−]?[0-9]+(?:/[0-9]+|\.[0-9]+)?"
_WANTED = (
    "(?:(?P=x)(?:[와과]|,) ?(?P=y) 사이의 관계식|(?P=y)(?:[와과]|,) ?(?P=x) 사이의 관계식|(?P=y)"
    "[를을] (?P=x)(?:의|에 대한) 식으로 나타내시오"
    r"|(?P=x)와 (?P=y)의 관계식)(?:[은는](?: 무엇(?:인가요?|입니까))?|[을를] 구하(?:시오|여라|세요))?"
)
_VARIATIONS: tuple[Parser[Found], ...] = (
    told(
        "(?P<y>[a-z])[가는은이] (?P<x>[a-z])에 (?:정비례|(?P<inverse>반비례))하(?:고|며),? "
        rf"(?P<first>[a-z]) ?= ?(?P<v>{_VALUE})"
        rf"일 때,? (?P<second>[a-z]) ?= ?(?P<w>{_VALUE})(?:이다|다)\. (?:이때,? )?{_WANTED}",
        _rule_of,
    ),
    told(
        "(?P<y>[a-z]) (?:is (?:directly |(?P<inverse>inversely ))?proportional to|varies (?:directly |"
        "(?P<inverse_>inversely ))?(?:as|with)) "
        rf"(?P<x>[a-z]) and (?P<first>[a-z]) ?= ?(?P<v>{_VALUE}) when (?P<second>[a-z]) ?= ?(?P<w>{_VALUE})\. "
        "(?:find|write) (?:an equation|a formula|the equation) (?:relating (?P=x) and (?P=y)|relating "
        "(?P=y) and (?P=x)|for (?P=y) in terms of (?P=x))",
        _rule_of,
    ),
)
REQUESTS: tuple[Parser[Found], ...] = (
    *only_where(r"coprime|co-prime|relatively|서로소|congruent|합동|≡", _PAIRS),
    *only_where(r"composite|합성수", _SORTS),
    *only_where(r"reciprocal|inverse|역수|비율|비의 값|ratio", _RECIPROCALS),
    *only_where(r"power|거듭제곱", _POWERS),
    *only_where(r"sin|cos|tan", _WAVES),
    *only_where(r"대우|의\s*역|의\s*이|converse|inverse|contrapositive", _TURNS),
    *only_where(r"비례|proportional|varies", _VARIATIONS),
)
"""One rule a way to ask."""
