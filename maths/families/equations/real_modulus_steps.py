"""Worked steps for absolute values: a case for each sign of what stands inside, or the distance on the number line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.equations.real_exact import where
from maths.families.equations.real_parts import index_of, without_squares
from maths.families.equations.real_set import EVERYTHING, RealSet, written
from maths.families.settled import UndecidedError
from maths.families.terms import equals, number
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import Call, Negative, Relation, Sum, names, walk
from maths.values import rewritten

if TYPE_CHECKING:
    from maths.message import Formula
    from maths.tree import Node

_ZERO = number(0)
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}


@dataclass(frozen=True, slots=True)
class SolvedReal:
    """A statement and all real numbers for which it is true."""

    relation: Relation
    unknown: str
    found: RealSet

    @property
    def is_equation(self) -> bool:
        return self.relation.operators == ("=",)

    @property
    def tidy(self) -> Relation:
        """With absolute values in place of the roots of squares."""
        sides = tuple(without_squares(side, self.unknown) for side in self.relation.operands)
        return Relation(sides, self.relation.operators)

    @property
    def moduli(self) -> list[Call]:
        tidy = self.tidy
        found = [part for part in reversed(list(walk(tidy))) if isinstance(part, Call) and part.function == "abs"]
        return list(dict.fromkeys(found))

    @property
    def radicals(self) -> list[Node]:
        tidy = self.tidy
        return list(dict.fromkeys(part for part in reversed(list(walk(tidy))) if index_of(part)))

    def sets(self, found: RealSet) -> Formula:
        """A set of numbers as conditions on the unknown."""
        return formula(written(found, self.unknown))


def where_known(node: Node, operator: str, unknown: str) -> RealSet | None:
    try:
        return where(node, operator, unknown)
    except (UndecidedError, RefusedError):
        return None


def solved_set(relation: Relation, unknown: str) -> RealSet:
    found = EVERYTHING
    for (left, right), operator in zip(pairwise(relation.operands), relation.operators, strict=True):
        found = found & where(Sum((left, Negative(right))), operator, unknown)
    return found


def modulus_steps(solved: SolvedReal, relation: Relation) -> list[Message]:
    """The innermost absolute value first: one case for each sign of what stands in it."""
    special = _by_distance(solved, relation)
    if special:
        return special
    modulus = next(part for part in reversed(list(walk(relation))) if isinstance(part, Call) and part.function == "abs")
    (inner,) = modulus.arguments
    lines: list[Message] = []
    for operator, value in ((">=", inner), ("<", Negative(inner))):
        there = where(inner, operator, solved.unknown)
        if there.is_empty:
            continue
        becomes = _with(relation, modulus, value)
        found = there & solved_set(becomes, solved.unknown)
        case = _case(formula(Relation((inner, _ZERO), (operator,))), solved.sets(there))
        if found.is_empty:
            lines.append(
                Message(
                    "Case {case}: it becomes {becomes}, and no number there solves it.",
                    case=case,
                    becomes=formula(becomes),
                )
            )
        else:
            lines.append(
                Message(
                    "Case {case}: it becomes {becomes}, and there this holds for {found}.",
                    case=case,
                    becomes=formula(becomes),
                    found=solved.sets(found),
                )
            )
    return lines


def _with(relation: Relation, part: Node, value: Node) -> Relation:
    """The statement with a value in place of a part."""
    operands = tuple(rewritten(side, lambda inner: value if inner == part else None) for side in relation.operands)
    return Relation(operands, relation.operators)


def _case(condition: Formula, that: Formula) -> Formula | Message:
    return condition if condition == that else Message("{condition}, that is {that}", condition=condition, that=that)


def _two_moduli(solved: SolvedReal, left: Node, right: Node) -> list[Message]:
    """`|f| = |g|`"""
    if not (_is_plain_modulus(left) and _is_plain_modulus(right)):
        return []
    (first,), (second,) = left.arguments, right.arguments  # type: ignore[union-attr]
    parts = [equals(first, second), equals(first, Negative(second))]
    lines = [
        Message(
            "Two numbers have the same absolute value when they are equal or opposite: {first} or {second}.",
            first=formula(parts[0]),
            second=formula(parts[1]),
        )
    ]
    return lines + [line for part in parts for line in _follows(solved, part)]


def _is_plain_modulus(node: Node) -> bool:
    inner = [part for part in walk(node) if isinstance(part, Call) and part.function == "abs"]
    return inner == [node]


def _follows(solved: SolvedReal, part: Relation) -> list[Message]:
    found = solved_set(part, solved.unknown)
    if found.is_empty:
        return [Message("No real number satisfies {part}.", part=formula(part))]
    if solved.sets(found) == formula(part):
        return []
    return [Message("From {part} follows {found}.", part=formula(part), found=solved.sets(found))]


def _by_distance(solved: SolvedReal, relation: Relation) -> list[Message]:
    """`|f| = c`, `|f| < c`, `|f| > c` with a number c."""
    if len(relation.operators) > 1:
        return []
    left, right = relation.operands
    (operator,) = relation.operators
    if operator == "=" and (lines := _two_moduli(solved, left, right)):
        return lines
    if isinstance(right, Call):
        left, right, operator = right, left, _TURNED[operator]
    if not (isinstance(left, Call) and left.function == "abs") or names(right, frozenset({solved.unknown})):
        return []
    (inner,) = left.arguments
    bound = to_sympy(right)
    if bound.is_negative or any(isinstance(part, Call) and part.function == "abs" for part in walk(inner)):
        return _never_negative(formula(left), operator) if bound.is_negative else []
    opposite = tree(-bound)
    match operator:
        case "<" | "<=":
            parts = [Relation((opposite, inner, right), (operator, operator))]
        case ">" | ">=":
            parts = [Relation((inner, opposite), (_TURNED[operator],)), Relation((inner, right), (operator,))]
        case _:
            parts = [equals(inner, right)] if bound == 0 else [equals(inner, right), equals(inner, opposite)]
    return [_meaning(relation, parts), *(line for part in parts for line in _follows(solved, part))]


def _meaning(relation: Relation, parts: list[Relation]) -> Message:
    statement, (first, *more) = formula(relation), [formula(part) for part in parts]
    if more:
        return Message("{statement} means: {first} or {second}.", statement=statement, first=first, second=more[0])
    return Message("{statement} means: {first}.", statement=statement, first=first)


def _never_negative(modulus: Formula, operator: str) -> list[Message]:
    if operator in {">", ">=", "!="}:
        return [
            Message(
                "An absolute value is never negative, so {modulus} is always greater than a negative number.",
                modulus=modulus,
            )
        ]
    return [Message("An absolute value is never negative, so {modulus} cannot be a negative number.", modulus=modulus)]
