"""Sentences that tell one root of an equation, and those that ask for a discriminant, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.equations.discriminant_value import DiscriminantOf
from maths.families.equations.root_given import RootGiven
from maths.phrasing.chart import either, pattern
from maths.phrasing.guarded import only_where
from maths.phrasing.productions import formula, name, rule
from maths.phrasing.requests import is_equation, is_expression
from maths.tree import Name, Relation, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_USUAL = ("x", "y", "z", "t")  # what an unknown is called where another letter stands beside it


def _assigned(node: Node) -> Iterator[tuple[str | None, Node]]:
    """`x = 2`, or the value alone."""
    if isinstance(node, Relation):
        if node.operators == ("=",) and isinstance(node.operands[0], Name):
            yield node.operands[0].full, node.operands[1]
    elif is_expression(node):
        yield None, node


def _unknown(equation: Relation, said: str | None) -> str | None:
    letters = names(equation)
    if said is not None:
        return said if said in letters else None
    if len(letters) == 1:
        return next(iter(letters))
    return next((letter for letter in _USUAL if letter in letters), None)


def _parameter(told: tuple[str | None, Node], equation: Node, asked: Name) -> Built:
    if not is_equation(equation):
        return
    unknown = _unknown(equation, told[0])  # type: ignore[arg-type]
    if unknown is not None and asked.full != unknown and asked.full in names(equation):
        yield RootGiven(equation, unknown, told[1], asked.full)  # type: ignore[arg-type]


def _other(told: tuple[str | None, Node], equation: Node) -> Built:
    if not is_equation(equation):
        return
    unknown = _unknown(equation, told[0])  # type: ignore[arg-type]
    rest = names(equation) - {unknown}
    if unknown is not None and len(rest) <= 1:
        yield RootGiven(equation, unknown, told[1], next(iter(rest), None), other=True)  # type: ignore[arg-type]


def _discriminant(thing: Node) -> Built:
    body = thing
    if isinstance(thing, Relation) and is_equation(thing):
        left, right = thing.operands
        body = left if getattr(right, "value", None) == 0 else thing
    if is_expression(body) and len(names(body)) == 1:
        yield DiscriminantOf(body, next(iter(names(body))))


_ANY = formula(lambda _: True)
_TOLD: Parser[tuple[str | None, Node]] = rule(_assigned, _ANY)
_IS_ROOT = pattern(
    r"(?i:is\s+(?:an?|one|one\s+of\s+the)\s+(?:roots?|solutions?|zeros?)\s+(?:of|to)(?:\s+the)?"
    r"(?:\s+(?:quadratic|cubic))?(?:\s+equation)?)(?![a-z])"
)
_ONE_ROOT_OF = pattern(
    r"(?i:(?:one|a)\s+(?:root|solution|zero)\s+(?:of|to)(?:\s+the)?(?:\s+(?:quadratic|cubic))?(?:\s+equation)?)(?![a-z])"
)
_IS = pattern(r"(?i:is|equals)(?![a-z])")
_STOP = pattern(r"\s*[.,;]?\s*(?i:then\s+)?")
_WHAT_IS = pattern(r"(?i:(?:find|determine|what\s+is|calculate|compute)(?:\s+the\s+value\s+of)?)(?![a-z])")
_THE_OTHER = pattern(
    r"(?i:(?:find|determine|what\s+is|calculate|compute)\s+(?:the\s+other|its\s+other|the\s+second)\s+(?:root|solution|zero))"
)
_IF = pattern(r"(?i:if|given\s+that|suppose(?:\s+that)?|when)(?![a-z])")
_DISCRIMINANT_OF = pattern(
    r"(?i:the\s+(?:value\s+of\s+the\s+)?discriminant\s+of(?:\s+the)?(?:\s+quadratic)?(?:\s+(?:equation|polynomial|expression))?)(?![a-z])"
)


def _english() -> Iterator[Parser[Found]]:
    told_first = (_TOLD, _IS_ROOT, _ANY, _STOP)
    root_last = (_ONE_ROOT_OF, _ANY, _IS, _TOLD, _STOP)
    for opening in ((), (_IF,)):
        skip = len(opening)
        yield rule(
            lambda *found, s=skip: _parameter(found[s], found[s + 2], found[-1]), *opening, *told_first, _WHAT_IS, name
        )
        yield rule(lambda *found, s=skip: _other(found[s], found[s + 2]), *opening, *told_first, _THE_OTHER)
        yield rule(
            lambda *found, s=skip: _parameter(found[s + 3], found[s + 1], found[-1]),
            *opening,
            *root_last,
            _WHAT_IS,
            name,
        )
        yield rule(lambda *found, s=skip: _other(found[s + 3], found[s + 1]), *opening, *root_last, _THE_OTHER)
    yield rule(lambda _, thing: _discriminant(thing), "FIND", _DISCRIMINANT_OF, _ANY)


_EQUATION_KO = either(pattern(r"(?:[a-z]에\s*대한\s*)?(?:[일이삼]차)?방정식"), pattern(r""))
_ONE_ROOT_KO = pattern(r"\s*의\s*(?:(?:한|하나의)\s*)?(?:근|해|실근)(?:이|은|가)")
_WHEN_KO = pattern(
    r"\s*(?:일\s*때|이면|라면|이라면|라\s*할\s*때|이라\s*할\s*때|이라고\s*할\s*때|이다\.|라\s*한다\.)\s*,?"
)
_CONSTANT_KO = either(pattern(r"(?:상수|실수|이때)"), pattern(r""))
_VALUE_KO = pattern(r"\s*의\s*값")
_OTHER_KO = pattern(r"(?:다른|나머지)\s*(?:한\s*)?(?:근|해)")
_SUBJECT_KO = pattern(r"\s*(?:가|이|는|은)")
_IS_ROOT_KO = pattern(r"\s*의\s*(?:한\s*)?(?:근|해)(?:일\s*때|이면|라면|라\s*할\s*때)\s*,?")
_DISCRIMINANT_KO = pattern(r"\s*의\s*판별식(?:\s*[DＤ])?(?:\s*의\s*값)?")
_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO|CALCULATE_KO")
_KOREAN: tuple[Parser[Found], ...] = (
    rule(lambda _, equation, __, told, ___, ____, asked, _____: _parameter(told, equation, asked),
         _EQUATION_KO, _ANY, _ONE_ROOT_KO, _TOLD, _WHEN_KO, _CONSTANT_KO, name, _VALUE_KO, *_ASKED_KO),
    rule(lambda _, equation, __, told, ___, ____: _other(told, equation),
         _EQUATION_KO, _ANY, _ONE_ROOT_KO, _TOLD, _WHEN_KO, _OTHER_KO, *_ASKED_KO),
    rule(lambda told, _, __, equation, ___, ____, asked, _____: _parameter(told, equation, asked),
         _TOLD, _SUBJECT_KO, _EQUATION_KO, _ANY, _IS_ROOT_KO, _CONSTANT_KO, name, _VALUE_KO, *_ASKED_KO),
    rule(lambda _, thing, __: _discriminant(thing), _EQUATION_KO, _ANY, _DISCRIMINANT_KO, *_ASKED_KO),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = only_where(
    r"(?i:root|solution|zero|discriminant)|근|해|판별식", (*_english(), *_KOREAN)
)
"""One rule a way to ask."""
