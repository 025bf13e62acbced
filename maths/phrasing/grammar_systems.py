"""Sentences about several numbers: conditions, then what is asked of them, in English and Korean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.families.complex_numbers.conditions import has_complex_marks
from maths.families.equations.equation import Domain
from maths.families.equations.nonlinear import NonlinearSystem, ValueUnder
from maths.families.equations.solution_sets import SolutionsAsked, Which
from maths.families.equations.unknowns import Ask, Conditions
from maths.families.equations.vieta import roots_named
from maths.families.settled import UndecidedError
from maths.families.terms import number, replace
from maths.message import Message
from maths.phrasing.chart import either, many, pattern, separator
from maths.phrasing.guarded import only_where
from maths.phrasing.productions import always, anything, expression, formula, name, relation, rule
from maths.phrasing.requests import Objection, is_equation, is_expression
from maths.tree import Call, Collection, Kind, Name, Relation
from maths.tree import names as letters_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_AND_INSIDE = pattern(r"[,;]?\s*(?:\\q?quad\s*)*\\(?:text|mbox|textrm)\{\s*,?\s*and\s*\}\s*(?:\\q?quad)*")
_AND = either(separator, pattern(r"[,;]?\s*(?:and\s+that|그리고)(?![a-z])|[,;]\s*and(?![a-z])"), _AND_INSIDE)
_RELATIONS = many(relation, _AND)
_NAMES = many(name, either(separator, pattern(r",\s*and(?![a-z])")))
_ADJECTIVES = r"(?:distinct|different|nonzero|non-zero|positive|negative|nonnegative|non-negative|real|complex)"
_NUMBERS = pattern(
    r"(?i:(?:an?|the|two|three|four|some|any|all|unique)\s+)*"
    rf"(?P<kinds>(?i:{_ADJECTIVES}(?:\s*,\s*|\s+and\s+|\s+))*)(?i:numbers?|constants?|values?|variables)(?![a-z])"
)
_NUMBERS_KO = pattern(
    r"(?:두|세|네|서로\s*다른|어떤|임의의)*\s*(?:두|세|네)?\s*"
    r"(?P<kinds>(?:0이\s*아닌\s*|서로\s*다른\s*|두\s*|세\s*)*(?:양의\s*실수|양의\s*수|음의\s*실수|양수|음수|실수|복소수|수))(?=[\s,]|[A-Za-z$])"
)
_KIND = either(
    _NUMBERS, pattern(r"(?P<kinds>(?i:(?:positive|negative|real|nonzero|nonnegative|distinct)(?:\s+and\s+|\s*))+)")
)
_STOP = pattern(r"(?:[.,;:!]\s*)?(?:(?i:then|so|now|hence|and)\b,?\s*)?")
_THEN_KO = pattern(r"[.,]?\s*(?:이\s*때\s*,?)?")
_RESTRICTIONS = {"positive": ">", "negative": "<", "nonnegative": ">=", "non-negative": ">=",
                 "nonzero": "!=", "non-zero": "!="}  # fmt: skip
_KOREAN_KINDS = {"양": "positive", "음": "negative", "서로": "distinct", "0이": "nonzero"}
_NOTHING_ASKED = Message("The conditions and what is asked do not have the same letters.")


@dataclass(frozen=True, slots=True)
class _Given:
    """Conditions as a sentence states them; `letters` empty: no numbers were named beforehand."""

    relations: tuple[Relation, ...]
    letters: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    roots: Node | None = None


def _words(match: re.Match[str]) -> frozenset[str]:
    found = match.group("kinds").lower()
    words = set(re.findall(r"[a-z-]+", found)) - {"and"}
    for mark, word in _KOREAN_KINDS.items():
        if mark in found:
            words.add(word)
    if "복소수" in found:
        words.add("complex")
    elif "실수" in found or "양" in found or "음" in found:
        words.add("real")
    return frozenset(words)


def _declared(named: tuple[Name, ...], kind: re.Match[str], relations: tuple[Relation, ...]) -> Iterator[_Given]:
    yield _Given(relations, tuple(one.full for one in named), _words(kind))


def _declared_after(kind: re.Match[str], named: tuple[Name, ...], relations: tuple[Relation, ...]) -> Iterator[_Given]:
    yield from _declared(named, kind, relations)


def _stated_for(relations: tuple[Relation, ...], kind: re.Match[str], named: tuple[Name, ...]) -> Iterator[_Given]:
    yield from _declared(named, kind, relations)


def _stated_where(relations: tuple[Relation, ...], named: tuple[Name, ...], kind: re.Match[str]) -> Iterator[_Given]:
    yield from _declared(named, kind, relations)


def _stated(relations: tuple[Relation, ...]) -> Iterator[_Given]:
    yield _Given(relations)


_ROOTS = pattern(
    r"(?i:(?:the|two|three|four|all)\s+)*(?P<kinds>(?i:(?:distinct|different|positive|negative|real|complex)\s+)*)"
    r"(?i:roots|solutions|zeros|zeroes)\s+(?i:of|to)(?:\s+(?i:the))?"
    r"(?:\s+(?i:quadratic|cubic|quartic|polynomial)\b)?(?:\s+(?i:equation|polynomial|function)\b)?:?"
)


_ROOT = pattern(
    r"(?i:an?|one|any)\s+(?i:root|solution|zero)\s+(?i:of|to)(?:\s+(?i:the))?(?:\s+(?i:equation|polynomial|quadratic))*:?"
)


def _rooted(named: tuple[Name, ...], kind: re.Match[str], thing: Node) -> Iterator[_Given]:
    yield _Given((), tuple(one.full for one in named), _words(kind), thing)


def _one_root(named: tuple[Name, ...], _: object, thing: Node) -> Iterator[_Given]:
    """`r is a root of …`: any one of them."""
    relation_ = thing if isinstance(thing, Relation) else Relation((thing, number(0)), ("=",))
    unknowns = letters_of(relation_)
    if len(named) != 1 or len(unknowns) != 1 or not is_equation(relation_):
        return
    (unknown,) = unknowns
    sides = tuple(replace(side, {unknown: named[0]}) for side in relation_.operands)
    yield _Given((Relation(sides, ("=",)),), (named[0].full,))


def _rooted_after(kind: re.Match[str], thing: Node, named: tuple[Name, ...]) -> Iterator[_Given]:
    yield from _rooted(named, kind, thing)


_ROOTS_KO = pattern(
    r"\s*의\s*(?:서로\s*다른\s*|두\s*|세\s*|네\s*|모든\s*)*(?P<kinds>(?:양의\s*)?(?:실근|근|해|영점))(?=\s*(?:을|를|이|가))"
)


def _rooted_ko(thing: Node, kind: re.Match[str], named: tuple[Name, ...]) -> Iterator[_Given]:
    yield _Given((), tuple(one.full for one in named), _words(kind), thing)


_GIVEN = either(
    rule(_declared, "LET_NUMBERS", _NAMES, "NAMED_ARE", _KIND, "?COMMA", "SUCH", "?SYSTEM_NAMED", _RELATIONS),
    rule(_declared_after, "?LET_NUMBERS", _NUMBERS, _NAMES, "SATISFY", _RELATIONS),
    rule(
        lambda named, kind, _, relations: _declared(named, kind, relations),
        "?LET_NUMBERS",
        _NAMES,
        "NAMED_ARE",
        _KIND,
        pattern(r"and\s+(?:that\s+)?"),
        "SATISFY",
        _RELATIONS,
    ),
    rule(_one_root, "LET_NUMBERS", _NAMES, "NAMED_ARE", _ROOT, anything),
    rule(_declared_after, "LET_NUMBERS", _NUMBERS, _NAMES, "SUCH", _RELATIONS),
    rule(_declared_after, "LET_NUMBERS", _NUMBERS, _NAMES, "?COMMA", _RELATIONS),
    rule(_stated_for, "?LET_NUMBERS", _RELATIONS, "?COMMA", "FOR_NUMBERS", _NUMBERS, _NAMES),
    rule(_stated_where, "?LET_NUMBERS", _RELATIONS, "?COMMA|AND", "?FOR_NUMBERS", _NAMES, "NAMED_ARE", _KIND),
    rule(_stated, "?LET_NUMBERS", "?SYSTEM_NAMED", _RELATIONS),
    rule(_rooted, "LET_NUMBERS", _NAMES, "NAMED_ARE", _ROOTS, anything),
    rule(_rooted_after, _ROOTS, anything, "NAMED_ARE", _NAMES),
)
# What may follow "find … if".
_GIVEN_AFTER = either(
    rule(_declared, _NAMES, "NAMED_ARE", _KIND, "?COMMA", "SUCH", _RELATIONS),
    rule(_declared_after, _NUMBERS, _NAMES, "SATISFY", _RELATIONS),
    rule(_stated_for, _RELATIONS, "?COMMA", "FOR_NUMBERS", _NUMBERS, _NAMES),
    rule(_stated_where, _RELATIONS, "?COMMA|AND", "?FOR_NUMBERS", _NAMES, "NAMED_ARE", _KIND),
    rule(_stated, "?SYSTEM_NAMED", _RELATIONS),
    rule(_rooted, _NAMES, "NAMED_ARE", _ROOTS, anything),
)
_GIVEN_KO = either(
    rule(_declared_after, _NUMBERS_KO, _NAMES, "ABOUT_NUMBERS_KO", "?COMMA", _RELATIONS, "GIVEN_KO"),
    rule(_stated, "?EQUATION_KO|SYSTEM_KO", _RELATIONS, "GIVEN_KO"),
    rule(_rooted_ko, "?EQUATION_KO", anything, _ROOTS_KO, "AS_ROOTS_KO", _NAMES, "CALLED_KO"),
)

_ASK = either(
    *(
        rule(lambda _, asked=asked: (asked,), pattern(rf"(?i:(?:the\s+)?{words})(?![a-z])"))
        for words, asked in (
            (r"(?:exact\s+|numerical\s+)?value\s+of", Ask.ONE),
            (r"all\s+(?:the\s+)?(?:possible\s+)?values\s+(?:of|for)", Ask.ALL),
            (r"sum\s+of\s+(?:all\s+)?(?:the\s+)?(?:possible\s+)?values\s+(?:of|for)", Ask.SUM),
            (r"product\s+of\s+(?:all\s+)?(?:the\s+)?(?:possible\s+)?values\s+(?:of|for)", Ask.PRODUCT),
            (r"number\s+of\s+(?:possible\s+|different\s+|distinct\s+)*values\s+(?:of|for)", Ask.COUNT),
            (r"(?:largest|greatest|maximum|biggest)\s+(?:possible\s+)?value\s+(?:of|for)", Ask.LARGEST),
            (r"(?:smallest|least|minimum)\s+(?:possible\s+)?value\s+(?:of|for)", Ask.SMALLEST),
        )
    ),
    always(Ask.ONE),
)
_ASK_KO = either(
    *(
        rule(lambda _, asked=asked: (asked,), pattern(words))
        for words, asked in (
            (r"\s*의?\s*값의\s*합", Ask.SUM),
            (r"\s*의?\s*값의\s*곱", Ask.PRODUCT),
            (r"\s*의?\s*값의\s*개수", Ask.COUNT),
            (r"\s*의?\s*(?:가능한\s*)?최댓값", Ask.LARGEST),
            (r"\s*의?\s*(?:가능한\s*)?최솟값", Ask.SMALLEST),
            (r"\s*의?\s*(?:가능한\s*)?(?:값을\s*모두|모든\s*값)", Ask.ALL),
            (r"\s*(?:의\s*)?값", Ask.ONE),
        )
    )
)
_TUPLE = formula(
    lambda node: (
        isinstance(node, Collection) and node.kind is Kind.TUPLE and all(isinstance(i, Name) for i in node.items)
    )
)


def _value(given: _Given, ask: Ask, wanted: Node) -> Built:
    """A value under conditions; what other rules read already is left to them."""
    if not is_expression(wanted) or not letters_of(wanted):
        return
    if _asks_for_solutions(given, ask, wanted):
        yield SolutionsAsked(given.relations[0], next(iter(letters_of(wanted))), Which.UNSTATED, ask, counts_once=True)
        return
    if given.roots is None and (all(_is_plain(one) for one in given.relations) or _is_their_own(given, ask, wanted)):
        return
    if "complex" in given.kinds and any(has_complex_marks(one) for one in (*given.relations, wanted)):
        return
    outer, inner = _unwrapped(wanted)
    yield from _with(given, letters_of(inner), lambda conditions: ValueUnder(conditions, inner, ask, outer))


def _value_before(ask: Ask, wanted: Node, given: _Given) -> Built:
    yield from _value(given, ask, wanted)


def _asks_for_solutions(given: _Given, ask: Ask, wanted: Node) -> bool:
    """`If (2x+5)(x-3) = 14, find the sum of the possible values of x`."""
    one = len(given.relations) == 1 and not given.letters and isinstance(wanted, Name)
    return (
        one
        and ask not in {Ask.ONE, Ask.ALL}
        and is_equation(given.relations[0])
        and letters_of(given.relations[0]) == letters_of(wanted)
    )


def _is_plain(one: Relation) -> bool:
    """`x = 3`: a value that is given, nothing to solve."""
    left, *_ = one.operands
    return is_equation(one) and isinstance(left, Name) and left.full not in letters_of(one.operands[1])


def _is_their_own(given: _Given, ask: Ask, wanted: Node) -> bool:
    """Whether the sentence asks for an unknown of a plain system, or for the values of the only unknown."""
    if not isinstance(wanted, Name) or given.letters or not all(map(is_equation, given.relations)):
        return False
    return ask is Ask.ONE or len(frozenset[str]().union(*(letters_of(one) for one in given.relations))) == 1


def _unwrapped(wanted: Node) -> tuple[str, Node]:
    match wanted:
        case Call(function="abs" | "sqrt" as function, arguments=(inner,)):
            return function, inner
    return "", wanted


def _solutions(given: _Given, asked: Node) -> Built:
    """`Find (x, y)`, `find all ordered pairs (x, y)`."""
    yield from _tuples(given, asked, Ask.ALL)


def _solutions_before(asked: Node, given: _Given) -> Built:
    yield from _tuples(given, asked, Ask.ALL)


def _solutions_of(asked: Node, kind: re.Match[str], given: _Given) -> Built:
    yield from _tuples(_Given(given.relations, (), given.kinds | _words(kind)), asked, Ask.ALL)


def _count_before(asked: Node, given: _Given) -> Built:
    yield from _tuples(given, asked, Ask.COUNT)


def _count_of(asked: Node, kind: re.Match[str], given: _Given) -> Built:
    yield from _tuples(_Given(given.relations, (), given.kinds | _words(kind)), asked, Ask.COUNT)


def _tuples(given: _Given, asked: Node, ask: Ask) -> Built:
    assert isinstance(asked, Collection)  # noqa: S101 - by the parser
    order = tuple(item.full for item in asked.items if isinstance(item, Name))
    named = _Given(given.relations, order, given.kinds, given.roots)
    if given.letters and set(given.letters) != set(order):
        yield Objection(_NOTHING_ASKED)
        return
    yield from _with(named, frozenset(order), lambda conditions: NonlinearSystem(conditions, ask, as_pairs=True))


def _with(given: _Given, asked: frozenset[str], build: object) -> Built:
    try:
        conditions = _conditions(given)
    except UndecidedError as error:
        yield Objection(error.reason)
        return
    except RefusedError as error:
        yield Objection(error.message)
        return
    if conditions is None:
        return
    if not asked <= set(conditions.letters):
        yield Objection(_NOTHING_ASKED)
        return
    yield build(conditions)  # type: ignore[operator]


def _conditions(given: _Given) -> Conditions | None:
    domain = Domain.REAL if "real" in given.kinds else Domain.COMPLEX if "complex" in given.kinds else Domain.UNSTATED
    if given.roots is not None:
        return _roots_of(given, domain)
    equations: list[Relation] = []
    restrictions: list[Relation] = []
    for one in given.relations:
        if not all(is_expression(side) for side in one.operands):
            return None
        for (left, right), operator in zip(pairwise(one.operands), one.operators, strict=True):
            if operator not in {"=", "!=", "<", ">", "<=", ">="}:
                return None
            (equations if operator == "=" else restrictions).append(Relation((left, right), (operator,)))
    if not equations:
        return None
    found = frozenset[str]().union(*(letters_of(one) for one in (*equations, *restrictions)))
    letters = given.letters or tuple(sorted(found))
    if not found <= set(letters) or not set(letters) <= frozenset[str]().union(*(letters_of(e) for e in equations)):
        raise UndecidedError(_NOTHING_ASKED)
    restrictions += _restrictions(given.kinds, letters)
    return Conditions(tuple(equations), letters, domain, tuple(restrictions))


def _restrictions(kinds: frozenset[str], letters: tuple[str, ...]) -> list[Relation]:
    found = [
        Relation((_name(letter), number(0)), (_RESTRICTIONS[kind],))
        for kind in sorted(kinds & _RESTRICTIONS.keys())
        for letter in letters
    ]
    if kinds & {"distinct", "different"}:
        found += [Relation((_name(a), _name(b)), ("!=",)) for a, b in combinations(letters, 2)]
    return found


def _name(letter: str) -> Name:
    base, _, subscript = letter.partition("_")
    return Name(base, subscript)


def _roots_of(given: _Given, domain: Domain) -> Conditions | None:
    thing = given.roots
    assert thing is not None  # noqa: S101 - by the caller
    relation_ = thing if isinstance(thing, Relation) else Relation((thing, number(0)), ("=",))
    if relation_.operators != ("=",) or not all(is_expression(side) for side in relation_.operands):
        return None
    unknowns = letters_of(relation_)
    if len(unknowns) != 1 or unknowns & set(given.letters) or len(set(given.letters)) != len(given.letters):
        return None
    kinds = given.kinds - {"distinct", "different"}
    (unknown,) = unknowns
    found = roots_named(relation_, unknown, given.letters, domain, tuple(_restrictions(kinds, given.letters)))
    if given.kinds & {"distinct", "different"} and found.roots_of is not None:
        apart = tuple(Relation((_name(a), _name(b)), ("!=",)) for a, b in combinations(given.letters, 2))
        return Conditions(found.equations, found.letters, domain, apart, relation_, unknown)
    return found


_OF_NUMBERS = rule(lambda _, kind: (kind,), pattern(r"\s*of\b"), _NUMBERS)

_ENGLISH: tuple[Parser[Found], ...] = (
    rule(lambda given, _, ask, wanted: _value(given, ask, wanted), _GIVEN, _STOP, "FIND", _ASK, expression),
    rule(_value_before, "FIND", _ASK, expression, "?COMMA", "IF_NUMBERS", _GIVEN_AFTER),
    rule(lambda given, _, asked: _solutions(given, asked), _GIVEN, _STOP, "FIND", "?PAIRS", _TUPLE),
    rule(_solutions_before, "FIND", "PAIRS", _TUPLE, "?COMMA", "SUCH|IF_NUMBERS|OF", "?SYSTEM_NAMED", _GIVEN_AFTER),
    rule(_solutions_of, "FIND", "PAIRS", _TUPLE, _OF_NUMBERS, "?COMMA", "SUCH|SATISFY", "?SYSTEM_NAMED", _GIVEN_AFTER),
    rule(_count_before, "?FIND", "PAIRS_COUNT", _TUPLE, "?COMMA", "SUCH|SATISFY", _GIVEN_AFTER),
    rule(_count_of, "?FIND", "PAIRS_COUNT", _TUPLE, _OF_NUMBERS, "?COMMA", "SUCH|SATISFY", _GIVEN_AFTER),
)
_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO")
_KOREAN: tuple[Parser[Found], ...] = (
    rule(lambda given, _, wanted, ask: _value(given, ask, wanted),
         _GIVEN_KO, _THEN_KO, "?EXPRESSION_KO", expression, _ASK_KO, *_ASKED_KO),
)  # fmt: skip

_CALLED = re.compile(r"(?<![A-Za-z\\])([A-Za-z])'*\s*\(")
_ALONE = r"(?<![A-Za-z\\]){}(?![A-Za-z])(?!'*\s*\()"


def _without_functions(parser: Parser[Found]) -> Parser[Found]:
    """No reading where a letter stands only before brackets: `k(x)` is a function, not a product."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, Found]]:
        called = {match.group(1) for match in _CALLED.finditer(chart.text)}
        if all(re.search(_ALONE.format(letter), chart.text) for letter in called):
            yield from parser(chart, at)

    return parse


REQUESTS: tuple[Parser[Found], ...] = only_where(
    r"=", tuple(_without_functions(parser) for parser in (*_ENGLISH, *_KOREAN))
)
"""One rule a way to ask."""
