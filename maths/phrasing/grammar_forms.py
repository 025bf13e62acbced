"""Sentences about writing an expression in a form with constants, and asking about the constants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.algebra.coefficient import is_form
from maths.families.algebra.written_form import POSITIVE, WHOLE, WrittenForm
from maths.families.written import letters
from maths.phrasing.chart import either, many, separator
from maths.phrasing.productions import always, expression, formula, meaning, names, rule
from maths.phrasing.requests import is_equation, is_expression
from maths.tree import Name, Negative, Relation, Sum

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_KIND = either(
    meaning("FORM_POSITIVE_INTEGERS", f"{POSITIVE} {WHOLE}"),
    meaning("FORM_INTEGERS", WHOLE),
    meaning("FORM_POSITIVE", POSITIVE),
    meaning("FORM_CONSTANTS", ""),
)
_KIND_KO = either(
    meaning("FORM_INTEGERS_KO", WHOLE), meaning("FORM_POSITIVE_KO", POSITIVE), meaning("FORM_CONSTANTS_KO", "")
)
_INEQUALITY = formula(lambda node: isinstance(node, Relation) and not is_equation(node))


def _said(found: tuple[Name, ...], kind: str) -> list[tuple[tuple[tuple[str, str], ...], tuple[Relation, ...]]]:
    return [(tuple((name.full, kind) for name in found), ())]


def _condition(found: tuple[Relation, ...]) -> list[tuple[tuple[tuple[str, str], ...], tuple[Relation, ...]]]:
    return [((), found)]


_CLAUSE = either(
    rule(_said, "?COMMA", "FORM_WHERE", names, "FORM_ARE", _KIND),
    rule(lambda kind, found: _said(found, kind), "?COMMA", "FORM_WHERE", _KIND, names),
    rule(_condition, "?COMMA", "FORM_WHERE", many(_INEQUALITY, separator)),
)
_CLAUSES = either(many(_CLAUSE), always(()))
_ASKED = rule(lambda found: [found], "FORM_ASKED", expression)


def _written(body: Node, form: Node, clauses: tuple[tuple[tuple[tuple[str, str], ...], tuple[Relation, ...]], ...],
             asked: Node) -> Built:  # fmt: skip
    kinds = tuple(kind for found, _ in clauses for kind in found)
    conditions = tuple(condition for _, found in clauses for condition in found)
    if is_equation(body) and is_equation(form):
        body, form = (_difference(side) for side in (body, form))
    if not (is_expression(body) and is_expression(form)):
        return
    if isinstance(asked, Name) and is_form(form):
        return  # every coefficient named once: read off by the family of coefficients
    unknowns = letters(form) - letters(body)
    if unknowns and letters(asked) and letters(asked) <= unknowns and all(n in unknowns for n, _ in kinds):
        yield WrittenForm(body, form, asked, kinds, conditions)


def _difference(equation: Node) -> Node:
    left, right = equation.operands  # type: ignore[union-attr]
    return Sum((left, Negative(right)))


_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_written, "?FORM_INTRO", expression, "FORM_CAN_BE", expression, _CLAUSES, "?COMMA", _ASKED),
    rule(_written, "FORM_WE_WRITE", expression, "FORM_IN", expression, _CLAUSES, "?COMMA", "?THEN|AND", _ASKED),
)
_KOREAN: tuple[Parser[Found], ...] = (
    rule(
        lambda body, form, asked, clauses: _written(body, form, clauses, asked),
        "?EXPRESSION_KO",
        expression,
        "OBJECT|TOPIC",
        expression,
        "FORM_IN_KO",
        "FORM_WRITE_KO",
        "?COMMA",
        expression,
        "?OF_KO",
        "?VALUE_KO",
        "?TOPIC",
        "?FIND_KO|WHAT_KO",
        "?END",
        either(
            many(rule(_said, "FORM_NOTE_KO", names, _KIND_KO)),
            always(()),
        ),
    ),
)
REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN)
