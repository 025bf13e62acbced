"""Facts given to z3: what follows, how many solutions there are, which clues contradict each other.

"x is 3" is one propositional letter, so most puzzles are a question for z3's SAT solver; only sums too long to be
listed value by value become integer arithmetic. z3 is loaded by the first question.
"""

from __future__ import annotations

from itertools import combinations, product
from math import prod
from typing import TYPE_CHECKING, Any, TypeAlias

from maths.bounds import TooLargeError
from maths.logic.formula import (
    All,
    Compare,
    Count,
    Different,
    Distance,
    Not,
    Plus,
    Same,
    Times,
    Unknown,
    holds,
    unknowns_of,
)
from maths.logic.formula import Any as AnyOf
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maths.logic.formula import Fact, Term

_Z3: TypeAlias = Any  # z3 has no types
STEPS = 4_000_000  # of z3, for one question: the same on every machine, so that a seed is always the same puzzle
MAX_LISTED = 2_500  # combinations of values of one comparison that are listed one by one


class Session:
    """Facts that are asked about many times. Raises TooLargeError from every question z3 cannot answer in time."""

    def __init__(self, unknowns: Sequence[Unknown], facts: Sequence[Fact] = ()) -> None:
        import z3

        self._z3 = z3
        self._context = z3.Context()
        self._solver = z3.Solver(ctx=self._context)
        self._solver.set("rlimit", STEPS)
        self._letters: dict[Unknown, dict[int, _Z3]] = {}
        self.unknowns = tuple(unknowns)
        for unknown in unknowns:
            self._declare(unknown)
        for fact in facts:
            self.add(fact)

    def add(self, fact: Fact) -> None:
        self._solver.add(self._fact(fact))

    def possible(self, *facts: Fact) -> bool:
        """Whether the facts can be true together with those of the session."""
        return self._satisfied([self._fact(fact) for fact in facts])

    def follows(self, fact: Fact) -> bool:
        """Whether the session's facts leave it no way to be false."""
        return not self.possible(Not(fact))

    def solution(self, *facts: Fact) -> dict[str, int] | None:
        if not self.possible(*facts):
            return None
        model = self._solver.model()
        return {
            unknown.name: next(value for value, letter in letters.items() if self._z3.is_true(model.eval(letter)))
            for unknown, letters in self._letters.items()
            if unknown in self.unknowns
        }

    def solutions(self, at_most: int = 2) -> list[dict[str, int]]:
        """Different solutions until there are no more, or as many as asked for."""
        found: list[dict[str, int]] = []
        self._solver.push()
        while len(found) < at_most and (one := self.solution()) is not None:
            found.append(one)
            same = [self._letters[unknown][one[unknown.name]] for unknown in self.unknowns]
            self._solver.add(self._z3.Not(self._and(same)))
        self._solver.pop()
        return found

    def conflict(self, clues: Mapping[str, Fact]) -> tuple[str, ...] | None:
        """Names of clues that contradict each other, no one of them idle; None where all can be true."""
        if self.possible(*clues.values()):
            return None
        needed = dict(clues)
        for name in clues:
            without = [fact for other, fact in needed.items() if other != name]
            if not self.possible(*without):
                del needed[name]
        return tuple(needed)

    def _satisfied(self, facts: list[_Z3]) -> bool:
        answer = self._solver.check(*facts)
        if answer == self._z3.unknown:
            raise TooLargeError(Message("The solver did not finish in time."))
        return bool(answer == self._z3.sat)

    # From facts to z3

    def _declare(self, unknown: Unknown) -> dict[int, _Z3]:
        known = self._letters.get(unknown)
        if known is not None:
            return known
        letters = {
            value: self._z3.Bool(f"{len(self._letters)} {unknown.name} = {value}", ctx=self._context)
            for value in unknown.values
        }
        self._letters[unknown] = letters
        self._solver.add(self._or(list(letters.values())))
        self._solver.add(self._z3.AtMost(*letters.values(), 1))
        return letters

    def _and(self, parts: list[_Z3]) -> _Z3:
        return self._z3.And(*parts) if parts else self._z3.BoolVal(val=True, ctx=self._context)

    def _or(self, parts: list[_Z3]) -> _Z3:
        return self._z3.Or(*parts) if parts else self._z3.BoolVal(val=False, ctx=self._context)

    def _fact(self, fact: Fact) -> _Z3:  # noqa: PLR0911 - one line a kind of fact
        match fact:
            case All(facts):
                return self._and([self._fact(one) for one in facts])
            case AnyOf(facts):
                return self._or([self._fact(one) for one in facts])
            case Not(inner):
                return self._z3.Not(self._fact(inner))
            case Same(left, right):
                return self._fact(left) == self._fact(right)
            case Count(facts, sign, number):
                return self._count([self._fact(one) for one in facts], sign, number)
            case Different(terms):
                return self._different(terms)
            case Compare():
                return self._compare(fact)

    def _different(self, terms: tuple[Term, ...]) -> _Z3:
        plain = [term for term in terms if isinstance(term, Unknown)]
        if len(plain) < len(terms):
            return self._and([self._compare(Compare(a, "!=", b)) for a, b in combinations(terms, 2)])
        by_value: dict[int, list[_Z3]] = {}
        for unknown in plain:
            for value, letter in self._declare(unknown).items():
                by_value.setdefault(value, []).append(letter)
        return self._and([self._z3.AtMost(*letters, 1) for letters in by_value.values() if len(letters) > 1])

    def _count(self, facts: list[_Z3], sign: str, number: int) -> _Z3:  # noqa: PLR0911 - one line a sign
        if not facts:
            return self._z3.BoolVal(holds(Compare(0, sign, number), {}), ctx=self._context)  # type: ignore[arg-type]
        ones = [(fact, 1) for fact in facts]
        most, least = self._z3.PbLe(ones, number), self._z3.PbGe(ones, number)
        match sign:
            case "=":
                return self._z3.PbEq(ones, number)
            case "!=":
                return self._z3.Not(self._z3.PbEq(ones, number))
            case "<=":
                return most
            case ">=":
                return least
            case "<":
                return self._z3.Not(least)
            case _:
                return self._z3.Not(most)

    def _compare(self, fact: Compare) -> _Z3:  # noqa: PLR0911 - one line a sign
        if isinstance(fact.left, Unknown) and fact.operator == "=" and isinstance(fact.right, int):
            return self._declare(fact.left).get(fact.right, self._or([]))
        within = unknowns_of(fact)
        for unknown in within:
            self._declare(unknown)
        if prod(len(unknown.values) for unknown in within) <= MAX_LISTED:
            return self._listed(fact, within)
        left, right = self._term(fact.left), self._term(fact.right)
        match fact.operator:
            case "=":
                return left == right
            case "!=":
                return left != right
            case "<":
                return left < right
            case "<=":
                return left <= right
            case ">":
                return left > right
            case ">=":
                return left >= right

    def _listed(self, fact: Compare, within: tuple[Unknown, ...]) -> _Z3:
        """The combinations of values that make it true, or none of those that make it false: whichever are fewer."""
        true: list[tuple[int, ...]] = []
        false: list[tuple[int, ...]] = []
        names = [unknown.name for unknown in within]
        for values in product(*(unknown.values for unknown in within)):
            (true if holds(fact, dict(zip(names, values, strict=True))) else false).append(values)
        if len(true) <= len(false):
            return self._or([self._and(list(self._chosen(within, values))) for values in true])
        nots = [[self._z3.Not(letter) for letter in self._chosen(within, values)] for values in false]
        return self._and([self._or(one) for one in nots])

    def _chosen(self, within: tuple[Unknown, ...], values: tuple[int, ...]) -> Iterator[_Z3]:
        return (self._letters[unknown][value] for unknown, value in zip(within, values, strict=True))

    def _term(self, term: Term) -> _Z3:
        match term:
            case int():
                return self._z3.IntVal(term, ctx=self._context)
            case Unknown():
                zero = self._z3.IntVal(0, ctx=self._context)
                amounts = [
                    self._z3.If(letter, self._z3.IntVal(value, ctx=self._context), zero)
                    for value, letter in self._declare(term).items()
                ]
                return self._z3.Sum(*amounts)
            case Plus(terms):
                return self._z3.Sum(*(self._term(one) for one in terms))
            case Times(factors):
                return self._z3.Product(*(self._term(one) for one in factors))
            case Distance(left, right):
                gap = self._term(left) - self._term(right)
                return self._z3.If(gap >= 0, gap, -gap)
