"""The domain of an expression in one real unknown, and the range of a quadratic or linear function.

Routes: conditions one by one by exact algebra; python-flint evaluates the expression in balls at every boundary and
between them, and it has a value exactly on the domain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.doubtful import refuse_doubtful
from maths.families.equations import real_claims
from maths.families.equations.intervals import interval_notation, solved
from maths.families.equations.real_chart_steps import chart_steps, excluded
from maths.families.equations.real_exact import where
from maths.families.equations.real_linear_steps import linear_sides, linear_steps
from maths.families.equations.real_parts import index_of, radicand_of
from maths.families.equations.real_set import written
from maths.families.equations.real_solved import SolvedReal
from maths.families.equations.trial_steps import trial
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number, over
from maths.families.write import formula, passages
from maths.message import Message
from maths.tree import Call, Quotient, Relation, names, walk
from maths.values import rewritten
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.equations.real_set import RealSet
    from maths.tree import Node
    from maths.verdict import Passage

_ZERO = number(0)


_APPROACH = {
    Level.BEGINNER: Message(
        "A number is left out only when something cannot be worked out with it: a division by zero, a square root of a "
        "negative number, a logarithm of zero or of a negative number. Look for these; the domain is what is left."
    ),
    Level.INTERMEDIATE: Message("Collect everything that could forbid a number; the domain is what is left."),
    Level.ADVANCED: Message("The natural domain is the intersection of the domains of the parts."),
}


@dataclass(frozen=True, slots=True)
class DomainOf:
    body: Node
    unknown: str

    def settle(self, find: Callable[[Relation, str], RealSet] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.body, frozenset({self.unknown}))
        body = self._with_roots_for_logarithms()
        found = solved(Relation((body, body), ("=",)), self.unknown, find)
        method = Message(
            "condition by condition exactly, and python-flint evaluates the expression between the boundaries"
        )
        return Settled(
            formula(interval_notation(found)),
            method,
            lambda level: self._teach(found, level),
            also=(formula(written(found, self.unknown)).typed,),
            judge=lambda given: real_claims.judge(given, self.unknown, found, method),
            hear=lambda text: real_claims.hear(text, found, method),
        )

    def _with_roots_for_logarithms(self) -> Node:
        """`ln f` has a value exactly where `1/sqrt(f)` has one; whether it is zero or negative must not matter."""
        logarithms = [part for part in walk(self.body) if isinstance(part, Call) and part.function in {"ln", "log"}]
        if not logarithms:
            return self.body
        declared = frozenset({self.unknown})
        for part in walk(self.body):
            inside: Node | None = None
            if isinstance(part, Quotient):
                inside = part.denominator
            elif index_of(part):
                inside = radicand_of(part)
            elif isinstance(part, Call):
                inside = part.arguments[0]
                if len(part.arguments) > 1 and names(part.arguments[1], declared):
                    raise UndecidedError(
                        Message("The domain of a logarithm with the unknown in its base is not decided.")
                    )
            if inside is not None and any(one in logarithms for one in walk(inside)):
                raise UndecidedError(Message("The domain of nested logarithms is not decided."))
        return rewritten(
            self.body,
            lambda part: (
                over(number(1), Call("sqrt", (part.arguments[0],)))
                if part in logarithms and isinstance(part, Call)
                else None
            ),
        )

    def _conditions(self) -> list[Relation]:
        declared = frozenset({self.unknown})
        found: list[Relation] = []
        for part in walk(self.body):
            match part:
                case Quotient(denominator=below) if names(below, declared):
                    found.append(Relation((below, _ZERO), ("!=",)))
                case _ if index_of(part) and index_of(part) % 2 == 0 and names(part, declared):
                    found.append(Relation((radicand_of(part), _ZERO), (">=",)))
                case Call(function="ln" | "log", arguments=(argument, *_)) if names(argument, declared):
                    found.append(Relation((argument, _ZERO), (">",)))
        return list(dict.fromkeys(found))

    def _check(self, found: RealSet) -> Message:
        conditions = self._conditions()
        if not conditions or found.is_empty:
            return Message("The boundaries, and a number between each two of them, were put in once more.")
        return trial(conditions, [found] * len(conditions), found, self.unknown)

    def _solved(self, condition: Relation, level: Level) -> list[Message]:
        """The numbers that meet one condition, with the way to them."""
        solution = where(condition.operands[0], condition.operators[0], self.unknown)
        shown, found = formula(condition), formula(written(solution, self.unknown))
        if condition.operators == ("!=",):
            gone = excluded(condition.operands[0], self.unknown)
            return [Message("So {excluded}.", excluded=gone)] if gone is not None else []
        if shown == found:
            return []
        alone = SolvedReal(condition, self.unknown, solution)
        lines: list[Message] = []
        if (sides := linear_sides(alone)) is not None:
            return linear_steps(alone, sides, level)
        if not alone.moduli and not alone.radicals:
            lines = chart_steps(alone, condition, level)
        if solution.is_everything:
            return lines or [Message("{part} holds for every real number.", part=shown)]
        return [*lines, Message("{part} holds exactly for {found}.", part=shown, found=found)]

    def _teach(self, found: RealSet, level: Level) -> tuple[Passage, ...]:
        lines: list[Message] = []
        for condition in self._conditions():
            shown = formula(condition)
            match condition.operators:
                case ("!=",):
                    lines.append(Message("A denominator must not be zero: {condition}.", condition=shown))
                case (">=",):
                    lines.append(Message("Under the root: {condition}.", condition=shown))
                case _:
                    lines.append(
                        Message("There is a logarithm only of a positive number: {condition}.", condition=shown)
                    )
            if level is not Level.ADVANCED and not any(index_of(p) for p in walk(condition.operands[0])):
                lines += self._solved(condition, level)
        if len(self._conditions()) > 1 and level is Level.BEGINNER:
            together = formula(written(found, self.unknown))
            lines.append(Message("What fits all of this: {found}.", found=together))
        if not lines:
            lines = [
                Message(
                    "Nothing is divided by the unknown, and no root or logarithm is taken: all numbers may be put in."
                )
            ]
        return passages(
            understanding=[
                Message("For which real numbers does {body} have a value?", body=formula(self.body))
                if level is Level.BEGINNER
                else Message("Find the domain of {body}.", body=formula(self.body))
            ],
            approach=[_APPROACH[level]],
            steps=lines,
            check=[self._check(found)],
            conclusion=[Message("The domain is {domain}.", domain=formula(interval_notation(found)))],
        )
