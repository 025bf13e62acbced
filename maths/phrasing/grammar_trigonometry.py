"""Trigonometric equations on an interval, in English and Korean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.equations.trigonometric import Trigonometric, is_trigonometric
from maths.families.equations.trigonometric_solved import Span
from maths.families.equations.unknowns import Ask
from maths.message import Message
from maths.phrasing.chart import either, pattern
from maths.phrasing.guarded import only_where
from maths.phrasing.productions import always, formula, name, relation, rule
from maths.phrasing.requests import Objection, is_equation, is_expression
from maths.tree import Collection, Interval, Kind, Name, Relation, names

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_PAIR = 2
_CHAIN = 3


def _is_span(node: Node) -> bool:
    match node:
        case Interval():
            return True
        case Collection(kind=Kind.TUPLE | Kind.LIST, items=items):
            return len(items) == _PAIR
        case Relation(operands=operands, operators=operators):
            return len(operands) == _CHAIN and isinstance(operands[1], Name) and set(operators) <= {"<", "<="}
    return False


_SPAN = formula(_is_span)
_ALL = pattern(
    r"(?i:(?:all|every|each)?\s*(?:of\s+)?(?:the\s+)?(?:real\s+|exact\s+|possible\s+)*"
    r"(?:solutions?|values?|angles?|numbers?|roots?))(?![a-z])"
)
_COUNT = pattern(
    r"(?i:(?:the\s+)?number\s+of|how\s+many)\s+(?i:(?:real\s+|distinct\s+|different\s+)*"
    r"(?:solutions?|values?|angles?|roots?))(?![a-z])"
)
_SUM = pattern(
    r"(?i:(?:the\s+)?sum\s+of\s+(?:all\s+)?(?:the\s+|of\s+the\s+)*(?:real\s+|distinct\s+)*"
    r"(?:solutions?|values?|angles?|roots?))(?![a-z])"
)
_LINK = pattern(
    r"(?i:(?:of|to|for|that\s+satisfy|satisfying|which\s+satisfy|such\s+that|so\s+that|for\s+which|does|with)"
    r"(?:\s+the)?(?:\s+(?:trigonometric\s+)?equation)?:?)(?![a-z])"
)
_OF = either(rule(lambda _, found: (found,), pattern(r"(?i:of|for)\s"), name), name, always(None))
_IN = pattern(
    r"[,;]?\s*(?i:(?:for|on|in|over|where|with|when|if|given(?:\s+that)?|such\s+that)?(?:\s+the)?"
    r"(?:\s+(?:closed\s+|open\s+|half-open\s+)?(?:interval|range|domain))?)\s*:?"
)
_HAVE = pattern(r"(?i:have)(?![a-z])")
_GENERAL = pattern(r"(?i:(?:the\s+)?general\s+solutions?)(?![a-z])")


def _span_of(node: Node, unknown: str) -> Span | None:
    match node:
        case Interval(left=low, right=high, left_open=left_open, right_open=right_open):
            closed = (not left_open, not right_open)
        case Collection(kind=Kind.TUPLE, items=(low, high)):
            closed = (False, False)
        case Collection(kind=Kind.LIST, items=(low, high)):
            closed = (True, True)
        case Relation(operands=(low, Name() as middle, high), operators=(first, second)) if middle.full == unknown:
            closed = (first == "<=", second == "<=")
        case _:
            return None
    if names(low) or names(high):
        return None
    shown = Relation((low, Name(*_parts(unknown)), high), ("<=" if closed[0] else "<", "<=" if closed[1] else "<"))
    return Span(low, high, *closed, shown)


def _parts(full: str) -> tuple[str, str]:
    base, _, subscript = full.partition("_")
    return base, subscript


def _solve(equation: Node, span: Node, ask: Ask = Ask.ALL, unknown: Name | None = None) -> Built:
    if not is_equation(equation) or not all(is_expression(side) for side in equation.operands):  # type: ignore[union-attr]
        return
    found = names(equation)
    if len(found) != 1 or (unknown is not None and unknown.full not in found):
        return
    (letter,) = found
    if not is_trigonometric(equation, letter):
        return
    inside = _span_of(span, letter)
    if inside is None:
        yield Objection(Message("The interval does not speak of the unknown of the equation."))
        return
    yield Trigonometric(equation, letter, inside, ask)  # type: ignore[arg-type]


def _general(equation: Node) -> Built:
    found = names(equation)
    if is_equation(equation) and len(found) == 1 and is_trigonometric(equation, next(iter(found))):
        yield Trigonometric(equation, next(iter(found)))  # type: ignore[arg-type]


_FOR_X = either(rule(lambda _, found: (found,), pattern(r"(?i:for)\s"), name), always(None))

_EVERY = rule(lambda _, found: (found,), pattern(r"(?i:all|every)\s"), name)
_ENGLISH: tuple[Parser[Found], ...] = (
    rule(lambda e, x, _, s: _solve(e, s, Ask.ALL, x), "SOLVE", "?EQUATION", "?COLON", relation, _FOR_X, _IN, _SPAN),
    rule(lambda e, _, s: _solve(e, s), relation, _IN, _SPAN),
    rule(lambda _, s, __, e: _solve(e, s), pattern(r"(?i:for|on|given)(?:\s+(?i:the\s+interval))?"), _SPAN,
         pattern(r",?\s*(?i:solve)(?:\s+(?i:the\s+equation))?:?"), relation),
    rule(lambda _, x, __, e, ___, s: _solve(e, s, Ask.ALL, x), "FIND|SOLVE", _ALL, _OF, _LINK, relation, _IN, _SPAN),
    rule(lambda _, x, __, s, ___, e: _solve(e, s, Ask.ALL, x), "FIND", _ALL, _OF, _IN, _SPAN, _LINK, relation),
    rule(lambda x, _, s, __, e: _solve(e, s, Ask.ALL, x), "FIND", _EVERY, _IN, _SPAN, _LINK, relation),
    rule(lambda _, x, __, e, ___, s: _solve(e, s, Ask.COUNT, x), "?FIND", _COUNT, _OF, _LINK, relation, _IN, _SPAN),
    rule(lambda _, x, __, e, ___, s: _solve(e, s, Ask.SUM, x), "FIND", _SUM, _OF, _LINK, relation, _IN, _SPAN),
    rule(lambda _, __, e, ___, ____, s: _solve(e, s, Ask.COUNT), _COUNT, _LINK, relation, _HAVE, _IN, _SPAN),
    rule(lambda _, __, e: _general(e), "FIND", _GENERAL, _LINK, relation),
)  # fmt: skip

_WHEN_KO = pattern(r"\s*(?:일\s*때|에서|인\s*범위에서|의\s*범위에서|범위에서)\s*,?")
_SOLUTIONS_KO = pattern(r"\s*의\s*(?:모든\s*)?(?:해|근|실근)(?:를|을|는|은)?(?:\s*모두)?")
_COUNT_KO = pattern(r"\s*의\s*(?:서로\s*다른\s*)?(?:해|근|실근)의\s*개수(?:를|는|은)?")
_SUM_KO = pattern(r"\s*의\s*모든\s*(?:해|근|실근)의\s*합(?:을|은)?")
_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO")
_KOREAN: tuple[Parser[Found], ...] = (
    rule(lambda s, _, e: _solve(e, s), _SPAN, _WHEN_KO, "?EQUATION_KO", relation, "?OBJECT", "SOLVE_KO"),
    rule(lambda s, _, e, __: _solve(e, s), _SPAN, _WHEN_KO, "?EQUATION_KO", relation, _SOLUTIONS_KO, *_ASKED_KO),
    rule(lambda s, _, e, __: _solve(e, s, Ask.COUNT), _SPAN, _WHEN_KO, "?EQUATION_KO", relation, _COUNT_KO, *_ASKED_KO),
    rule(lambda s, _, e, __: _solve(e, s, Ask.SUM), _SPAN, _WHEN_KO, "?EQUATION_KO", relation, _SUM_KO, *_ASKED_KO),
    rule(lambda e, s, _: _solve(e, s), "?EQUATION_KO", relation, "OBJECT", _SPAN, _WHEN_KO, "SOLVE_KO"),
)

_MARKS = r"sin|cos|tan|cot|sec|csc"
REQUESTS: tuple[Parser[Found], ...] = only_where(_MARKS, (*_ENGLISH, *_KOREAN))
"""One rule a way to ask."""
