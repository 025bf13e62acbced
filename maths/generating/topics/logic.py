"""Propositions: truth values, how often a formula is true, tautologies and equivalences, by the truth table."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from maths.generating.exercise import Made, Topic
from maths.message import Formula, Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "logic",
    Message("Logic"),
    "the formula's truth table from the words, and again by its normal form",
    ("propositions", "truth table", "boolean", "tautology", "논리", "명제", "진리표", "진리값", "집합과 명제"),
)
Proposition: TypeAlias = "str | tuple[str, Proposition] | tuple[str, Proposition, Proposition]"
_LATEX = {"∧": r"\land ", "∨": r"\lor ", "→": r"\to ", "↔": r"\leftrightarrow ", "¬": r"\lnot "}
_SIGNS = ("∧", "∨", "→", "↔")
_TRUE, _FALSE = Message("true"), Message("false")


def _holds(formula: Proposition, world: dict[str, bool]) -> bool:
    match formula:
        case str():
            return world[formula]
        case (_, inner):
            return not _holds(inner, world)
        case (sign, left, right):
            first, second = _holds(left, world), _holds(right, world)
            return {"∧": first and second, "∨": first or second, "→": not first or second}.get(sign, first is second)


def _text(formula: Proposition) -> str:
    match formula:
        case str():
            return formula
        case (_, inner):
            return f"¬{_inside(inner)}"
        case (sign, left, right):
            return f"{_inside(left)} {sign} {_inside(right)}"


def _inside(formula: Proposition) -> str:
    return _text(formula) if isinstance(formula, str) or formula[0] == "¬" else f"({_text(formula)})"


def _shown(formula: Proposition) -> Formula:
    text = _text(formula)
    latex = text
    for sign, command in _LATEX.items():
        latex = latex.replace(f"{sign} ", command).replace(sign, command)
    return Formula(text, latex)


def _letters(formula: Proposition) -> list[str]:
    return sorted({letter for letter in _text(formula) if letter.isalpha()})


def _worlds(letters: list[str]) -> list[dict[str, bool]]:
    return [dict(zip(letters, row, strict=True)) for row in product([True, False], repeat=len(letters))]


def _literals(draw: Draw, count: int) -> list[Proposition]:
    """Different letters, some of them denied."""
    return [letter if draw.whole(0, 2) else ("¬", letter) for letter in draw.some_of("pqrstuw", count)]


def _value(draw: Draw, formula: Proposition) -> Made:
    letters = _letters(formula)
    world = {letter: bool(draw.whole(0, 1)) for letter in letters}
    said = [_TRUE if world[letter] else _FALSE for letter in letters]
    if len(letters) == 2:  # noqa: PLR2004 - or three
        statement = Message("Find the truth value of {formula} when {a} is {first} and {b} is {second}.",
                            formula=_shown(formula), a=letters[0], b=letters[1], first=said[0],
                            second=said[1])  # fmt: skip
    else:
        statement = Message("Find the truth value of {formula} when {a} is {first}, {b} is {second} and {c} is "
                            "{third}.", formula=_shown(formula), a=letters[0], b=letters[1], c=letters[2],
                            first=said[0], second=said[1], third=said[2])  # fmt: skip
    return Made(statement, str(_holds(formula, world)))


def _count(formula: Proposition) -> Made:
    ways = sum(_holds(formula, world) for world in _worlds(_letters(formula)))
    return Made(Message("How many rows of the truth table of {formula} are true?", formula=_shown(formula)), str(ways))


def _always(formula: Proposition) -> Made:
    answer = all(_holds(formula, world) for world in _worlds(_letters(formula)))
    return Made(Message("Is {formula} a tautology?", formula=_shown(formula)), str(answer))


def _never(formula: Proposition) -> Made:
    answer = not any(_holds(formula, world) for world in _worlds(_letters(formula)))
    return Made(Message("Is {formula} a contradiction?", formula=_shown(formula)), str(answer))


def _alike(left: Proposition, right: Proposition) -> Made:
    worlds = _worlds(sorted({*_letters(left), *_letters(right)}))
    answer = all(_holds(left, world) is _holds(right, world) for world in worlds)
    return Made(Message("Are {left} and {right} equivalent?", left=_shown(left), right=_shown(right)), str(answer))


def _denied(formula: Proposition) -> Proposition:
    return formula[1] if not isinstance(formula, str) and formula[0] == "¬" else ("¬", formula)


# Beginner


@TOPIC.beginner
def both(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _value(draw, ("∧", a, b))


@TOPIC.beginner
def one_or_the_other(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _value(draw, ("∨", a, b))


@TOPIC.beginner
def if_then(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _value(draw, ("→", a, b))


@TOPIC.beginner
def just_when(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _value(draw, ("↔", a, b))


@TOPIC.beginner
def not_both(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _value(draw, ("¬", ("∧", a, b)))


@TOPIC.beginner
def neither(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _value(draw, ("¬", ("∨", a, b)))


@TOPIC.beginner
def not_if_then(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _value(draw, ("¬", ("→", a, b)))


@TOPIC.beginner
def how_often_of_two(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _count((draw.one_of(_SIGNS), a, b))


@TOPIC.beginner
def how_often_not(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _count(("¬", (draw.one_of(_SIGNS), a, b)))


@TOPIC.beginner
def surely_true(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _always((draw.one_of(["∨", "→"]), a, (draw.one_of(["∨", "→"]), b, draw.one_of([a, _denied(a)]))))


@TOPIC.beginner
def surely_false(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _never(("∧", a, (draw.one_of(["∧", "∨"]), b, draw.one_of([a, _denied(a)]))))


@TOPIC.beginner
def turned_round(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _alike(("→", a, b), draw.one_of([("→", b, a), ("→", _denied(b), _denied(a)), ("∨", _denied(a), b)]))


# Intermediate


@TOPIC.intermediate
def both_or_a_third(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _value(draw, ("∨", ("∧", a, b), c))


@TOPIC.intermediate
def if_then_one_of_two(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _value(draw, ("→", a, ("∨", b, c)))


@TOPIC.intermediate
def a_rule_and_a_third(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _value(draw, ("∧", ("→", a, b), c))


@TOPIC.intermediate
def neither_implies_a_third(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _value(draw, ("→", ("¬", ("∨", a, b)), c))


@TOPIC.intermediate
def just_when_or_a_third(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _value(draw, ("∨", ("↔", a, b), c))


@TOPIC.intermediate
def a_rule_in_a_rule(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _value(draw, ("→", ("→", a, b), c))


@TOPIC.intermediate
def how_often_both_or_a_third(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _count((draw.one_of(["∧", "∨"]), (draw.one_of(["∧", "∨"]), a, b), c))


@TOPIC.intermediate
def how_often_a_rule(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _count(("→", a, (draw.one_of(_SIGNS), b, c)))


@TOPIC.intermediate
def how_often_just_when(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _count(("↔", a, (draw.one_of(["∧", "∨", "→"]), b, c)))


@TOPIC.intermediate
def denied_both_and_one(draw: Draw) -> Made:
    """De Morgan's law, or what only looks like it."""
    a, b = _literals(draw, 2)
    return _alike(("¬", ("∧", a, b)), (draw.one_of(["∧", "∨"]), _denied(a), _denied(b)))


@TOPIC.intermediate
def a_conclusion_that_is_drawn(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _always(("→", ("∧", ("→", a, b), draw.one_of([a, b])), draw.one_of([a, b])))


@TOPIC.intermediate
def rules_against_each_other(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _never(("∧", ("→", a, b), ("∧", draw.one_of([a, b]), _denied(b))))


# Advanced


@TOPIC.advanced
def how_often_two_rules(draw: Draw) -> Made:
    a, b, c, d = _literals(draw, 4)
    return _count(("∧", ("→", a, b), ("→", c, d)))


@TOPIC.advanced
def how_often_two_pairs(draw: Draw) -> Made:
    a, b, c, d = _literals(draw, 4)
    return _count(("∨", ("∧", a, b), ("∧", c, d)))


@TOPIC.advanced
def how_often_a_rule_of_pairs(draw: Draw) -> Made:
    a, b, c, d = _literals(draw, 4)
    return _count(("→", ("∨", a, b), ("∧", c, d)))


@TOPIC.advanced
def how_often_pairs_agree(draw: Draw) -> Made:
    a, b, c, d = _literals(draw, 4)
    return _count(("↔", (draw.one_of(["∧", "∨"]), a, b), (draw.one_of(["∧", "∨", "→"]), c, d)))


@TOPIC.advanced
def how_often_a_chain(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _count(("∧", ("→", a, b), ("→", b, c)))


@TOPIC.advanced
def a_chain_of_rules(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _always(("→", ("∧", ("→", a, b), ("→", b, c)), draw.one_of([("→", a, c), ("→", c, a)])))


@TOPIC.advanced
def cases_that_lead_to_one(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _always(("→", ("∧", ("→", a, c), ("→", b, c)), ("→", (draw.one_of(["∧", "∨"]), a, b), c)))


@TOPIC.advanced
def distributed(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    one, other = draw.one_of([("∧", "∨"), ("∨", "∧")])
    joined = draw.one_of([one, other])
    return _alike((one, a, (other, b, c)), (joined, (one, a, b), (one, a, c)))


@TOPIC.advanced
def a_rule_with_two_conditions(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _alike(("→", ("∧", a, b), c), ("→", a, (draw.one_of(["→", "∨"]), b, c)))


@TOPIC.advanced
def just_when_as_two_rules(draw: Draw) -> Made:
    a, b = _literals(draw, 2)
    return _alike(("↔", a, b), ("∨", ("∧", a, b), ("∧", _denied(a), draw.one_of([b, _denied(b)]))))


@TOPIC.advanced
def a_contradiction_of_three(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _never(("∧", ("∧", ("→", a, b), ("→", b, c)), ("∧", a, draw.one_of([c, _denied(c)]))))


@TOPIC.advanced
def a_denied_rule_of_three(draw: Draw) -> Made:
    a, b, c = _literals(draw, 3)
    return _count(("¬", ("→", ("→", a, b), (draw.one_of(_SIGNS), b, c))))
