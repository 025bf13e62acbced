"""Whether a right answer is also worked out: `2^10` is no answer to "Calculate 2^10", nor `2*x = 4` to an equation.

Only what is left to do is looked at; whether the value is right has been decided before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.bounds import RefusedError, UnreadableError
from maths.grading.arithmetic import is_literal, left
from maths.grading.canonical import canonical
from maths.grading.compare import Comparison, is_value
from maths.grading.normal import is_label
from maths.grading.quantity import Quantity, unit
from maths.grading.typed_answer import Several, understand
from maths.message import Message
from maths.tree import (
    Call,
    Collection,
    Interval,
    Junction,
    Matrix,
    Mixed,
    Name,
    Negative,
    Node,
    Number,
    Percent,
    Quotient,
    Relation,
    SetOperation,
    children,
    names,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maths.grading.policy import Policy
    from maths.grading.typed_answer import Typed

_AS_ASKED = Message("That is the problem as it was asked. Work it out.")
_UNFINISHED = Message("This is right so far, but it is not worked out to the end.")
_FREE = frozenset({"list", "choice"})  # what is sorted or chosen is given back as it was asked
_OF_FACTORS = frozenset({"primes", "factored", "factorised", "factorized", "factor", "product"})
_SHOWN_OTHERWISE = frozenset({"lowest", "fraction", "mixed", "decimal"})
_STANDS = frozenset({"sqrt", "root", "ln", "log", "exp"})  # functions of a number that may stand in an answer
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")
_LONGER = 4  # nodes that an answer may be longer than the expected one without a doubt
_ONE_IN = 12  # the largest denominator of a logarithm that is looked for


def unfinished(expected: Typed, given: Typed, rules: Policy, said: str = "") -> Message | None:
    """What is to be said of a right answer that is not worked out; None where it is. `said` is how it was typed."""
    if rules.type in _FREE or rules.asked is None:
        return None
    if isinstance(given, Quantity) and _is_unconverted(given, rules, said):
        return _AS_ASKED
    formulas = [asked for asked in map(_read, rules.asked) if asked is not None and not _is_among(asked, expected)]
    if any(_tells(asked, rules) and _is_among(asked, given) for asked in formulas):
        return _AS_ASKED
    wanted, answers = list(_values(expected)), list(_values(given))
    follows = any(_is_rewritten(asked, expected) and _follows(asked, wanted, answers, given) for asked in formulas)
    if follows or _unsolved(expected) < _unsolved(given):
        return _UNFINISHED
    return _UNFINISHED if rules.form not in _OF_FACTORS and _is_left(wanted, answers) else None


def _is_unconverted(given: Quantity, rules: Policy, said: str) -> bool:
    """Whether a quantity is given back in the unit of the question: `18.6 km` for how many metres that is."""
    wanted = unit(rules.unit) if rules.unit else None
    if wanted is None or wanted.factor == given.unit.factor:
        return False
    asked = {number for formula in rules.asked or () for number in _NUMBERS.findall(formula)}
    return bool(asked) and asked.issuperset(_NUMBERS.findall(said))


def _is_among(asked: Node, answer: Typed) -> bool:
    """Whether an answer, or a part of it, is this formula."""
    return canonical(asked) in {canonical(one) for one in (*_trees(answer), *_values(answer))}


def _is_left(wanted: list[Node], answers: list[Node]) -> bool:
    """Whether there is more to calculate than in the expected answer."""
    if all(map(is_literal, wanted)) and any(_is_constant(one) and not is_literal(one) for one in answers):
        return True
    return sum(left(one) for one in answers if not is_literal(one)) > sum(map(left, wanted))


def _read(text: str) -> Node | None:
    try:
        value = understand(text).value
    except (UnreadableError, RefusedError):
        return None
    return None if isinstance(value, Quantity | Several) else value


def _tells(asked: Node, rules: Policy) -> bool:
    """Whether the formula, given back, surely is no answer: a number of the question may be one by chance."""
    match asked:
        case Number():
            return asked.decimals != 0 and rules.form in _SHOWN_OTHERWISE
        case Percent() | Mixed():
            return not rules.unit
        case Name():
            return False
        case _:
            return True


def _trees(answer: Typed) -> tuple[Node, ...]:
    return () if isinstance(answer, Several | Quantity) else (answer,)


def _values(answer: Typed) -> Iterator[Node]:
    """The values that an answer names, without their labels and units."""
    match answer:
        case Several(parts=parts) | Collection(items=parts) | Junction(parts=parts) | SetOperation(parts=parts):
            for part in parts:
                yield from _values(part)
        case Quantity(value=value):
            yield from _values(value)
        case Relation(operands=operands):
            yield from (one for one in operands if not is_label(one))
        case Interval(left=left, right=right):
            yield from (left, right)
        case Matrix():
            yield from children(answer)
        case _:
            yield answer


# As it was asked


def _is_rewritten(asked: Node, expected: Typed) -> bool:
    """Whether the question is to write a formula otherwise: calculated, simplified, solved for a letter."""
    if isinstance(expected, Several | Quantity) or isinstance(asked, Number | Name):
        return False
    if is_value(asked) != is_value(expected) or isinstance(asked, Relation) != isinstance(expected, Relation):
        return False
    try:
        return Comparison().same(asked, expected) is True
    except RefusedError:
        return False


def _follows(asked: Node, wanted: list[Node], answers: list[Node], given: Typed) -> bool:
    """Whether an answer is hardly shorter than what was asked, or keeps below the line what was to go from there."""
    if isinstance(asked, Relation):
        return isinstance(given, Relation) and not _has_subject(given)
    size, least = _size(answers), _size(wanted)
    if names(asked) and size > least + max(_LONGER, (_size([asked]) - least) // 2):
        return True
    below, above = list(_below(wanted)), list(_below(answers))
    roots = [any(isinstance(n, Call) for one in side for n in walk(one)) for side in (below, above)]
    lettered = [sum(bool(names(one)) for one in side) for side in (below, above)]
    return (roots[1] and not roots[0]) or (lettered[0] > 1 and lettered[1] < lettered[0])


def _size(nodes: Iterable[Node]) -> int:
    return sum(not isinstance(n, Negative) for node in nodes for n in walk(node))


def _below(nodes: Iterable[Node]) -> Iterator[Node]:
    return (n.denominator for node in nodes for n in walk(node) if isinstance(n, Quotient))


# Solved for its letters


def _unsolved(answer: Typed) -> int:
    """How many equations and inequalities do not say what a letter is, beside one that does."""
    relations = [n for tree in _trees(answer) for n in walk(tree) if isinstance(n, Relation)]
    return sum(not _is_solved(relation) for relation in relations)


def _is_solved(relation: Relation) -> bool:
    labels = [one for one in relation.operands if is_label(one)]
    return bool(labels) and not any(names(one) for one in relation.operands if one not in labels)


def _has_subject(relation: Relation) -> bool:
    """Whether a letter stands alone on a side, and on no other."""
    sides = relation.operands
    return any(
        isinstance(side, Name) and not any(side.full in names(other) for other in sides[:at] + sides[at + 1 :])
        for at, side in enumerate(sides)
    )


def _is_constant(node: Node) -> bool:
    return is_value(node) and not names(node)
