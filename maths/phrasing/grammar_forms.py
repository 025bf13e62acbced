"""Sentences about writing an expression in a form with constants, and asking about the constants."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from maths.bounds import RefusedError
from maths.families.algebra.coefficient import in_form, is_form
from maths.families.algebra.rationalise import Rationalise
from maths.families.algebra.written_form import POSITIVE, WHOLE, WrittenForm
from maths.families.equations.binomial_square import BinomialSquare
from maths.families.settled import UndecidedError
from maths.families.written import letters
from maths.phrasing.chart import either, many, separator
from maths.phrasing.productions import always, anything, expression, formula, meaning, name, names, rule
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


Clause: TypeAlias = "tuple[tuple[tuple[str, str], ...], tuple[Relation, ...]]"


def _said(found: tuple[Name, ...], kind: str) -> list[Clause]:
    return [(tuple((name.full, kind) for name in found), ())]


def _condition(found: tuple[Relation, ...]) -> list[Clause]:
    return [((), found)]


_CLAUSE = either(
    rule(_said, "?COMMA", "FORM_WHERE", names, "FORM_ARE", _KIND),
    rule(lambda kind, found: _said(found, kind), "?COMMA", "FORM_WHERE", _KIND, names),
    rule(_condition, "?COMMA", "FORM_WHERE", many(_INEQUALITY, separator)),
)
_CLAUSES = either(many(_CLAUSE), always(()))
_ASKED = rule(lambda found: [found], "FORM_ASKED", expression)


def _written(body: Node, form: Node, clauses: tuple[Clause, ...],
             asked: Node) -> Built:  # fmt: skip
    kinds = tuple(kind for found, _ in clauses for kind in found)
    conditions = tuple(condition for _, found in clauses for condition in found)
    if is_equation(body) and is_equation(form):
        body, form = (_difference(side) for side in (body, form))
    if not (is_expression(body) and is_expression(form)):
        return
    if isinstance(asked, Name) and _is_read_off(body, form, asked):
        return  # every coefficient is named once: the family of coefficients
    unknowns = letters(form) - letters(body)
    if unknowns and letters(asked) and letters(asked) <= unknowns and all(n in unknowns for n, _ in kinds):
        yield WrittenForm(body, form, asked, kinds, conditions)


def _is_read_off(body: Node, form: Node, asked: Name) -> bool:
    try:
        in_form(body, form, asked.full)
    except (UndecidedError, RefusedError):
        return False
    return is_form(form)


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


def _rationalise(body: Node) -> Built:
    yield Rationalise(body)


def _square(body: Node, unknown: Name) -> Built:
    """The letter for which a quadratic is the square of a binomial: its discriminant is zero."""
    variables = letters(body) - {unknown.full}
    if unknown.full in letters(body) and len(variables) == 1:
        yield BinomialSquare(body, unknown.full, next(iter(variables)))


def _square_after(unknown: Name, body: Node) -> Built:
    yield from _square(body, unknown)


def _named_square(named: Name, body: Node, unknown: Name) -> Built:
    if named == unknown:
        yield from _square(body, unknown)


def _story(first: Node | None, second: Node | None, form: Node, clauses: tuple[Clause, ...], asked: Node) -> Built:
    """An equation, said before or after "by completing the square", and the form it was brought into."""
    equation = first or second
    if equation is None or (first is not None and second is not None) or not is_equation(equation):
        return
    left, right = equation.operands  # type: ignore[union-attr]
    if is_equation(form):
        yield from _written(equation, form, clauses, asked)
    elif getattr(right, "value", None) == 0:
        yield from _written(left, form, clauses, asked)


_BODY_OF_SQUARE = formula(lambda node: is_expression(node) and len(letters(node)) > 1)
_EQUATION = either(formula(is_equation), always(None))
STORIES: tuple[Parser[Found], ...] = (
    rule(
        _story, "SOMEBODY_COMPLETES", _EQUATION, "BY_COMPLETING", "?COLON|END", _EQUATION, "?END", "INTO_THE_FORM",
        anything, _CLAUSES, "?COMMA", _ASKED,
    ),
    rule(_rationalise, "RATIONALIZE", expression),
    rule(_rationalise, "?EXPRESSION_KO", expression, "RATIONALIZE_KO"),
    rule(_square, "SQUARE_GIVEN", _BODY_OF_SQUARE, "IS_BINOMIAL_SQUARE", "?COMMA", "?THEN", "SQUARE_FIND", name),
    rule(_square_after, "SQUARE_FIND", name, "SQUARE_SO_THAT", _BODY_OF_SQUARE, "IS_BINOMIAL_SQUARE"),
    rule(_square_after, "SQUARE_FIND", name, "MAKES_SQUARE", _BODY_OF_SQUARE, "A_BINOMIAL_SQUARE"),
    rule(_named_square, "SQUARE_GIVEN", name, "IS_CONSTANT_SUCH_THAT", _BODY_OF_SQUARE, "IS_BINOMIAL_SQUARE", "?COMMA",
         "?THEN", "SQUARE_FIND", name),
    rule(_square, "?EXPRESSION_KO", _BODY_OF_SQUARE, "BINOMIAL_SQUARE_KO", "?COMMA", "?UNKNOWN_KO", name, "?OF_KO",
         "?VALUE_KO", "?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO"),
)  # fmt: skip
REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN, *STORIES)
