"""The other route: things one by one, each with any properties, given to z3.

How many things suffice: where no quantifier stands inside another, one witness for each quantifier, since dropping all
other things changes no quantified sentence; else as many as there are combinations of properties.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import TooLargeError
from maths.logic import formula as facts
from maths.logic.argued.language import All, And, Holds, If, Iff, Letter, Not, Or, Sentence, Some, below, symbols
from maths.logic.solver import Session
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_FACTS = 60_000


def satisfiable(sentences: Sequence[Sentence]) -> bool:
    """Whether there is a world where all are true. Raises TooLargeError."""
    things = _Things(sentences)
    written = [things.fact(sentence, {}) for sentence in sentences]
    return Session((), written).possible()


class _Things:
    def __init__(self, sentences: Sequence[Sentence]) -> None:
        used = symbols(*sentences)
        nested = any(_nesting(sentence) > 1 for sentence in sentences)
        kinds = 2 ** len(used.predicates)
        unnamed = kinds if nested else min(kinds, sum(_quantifiers(sentence) for sentence in sentences))
        if not used.individuals:
            unnamed = max(unnamed, 1)
        self._all = [*used.individuals, *(f"#{number}" for number in range(unnamed))]
        self._unknowns: dict[str, facts.Unknown] = {}
        self._written = 0

    def fact(self, sentence: Sentence, who: Mapping[str, str]) -> facts.Fact:  # noqa: C901, PLR0911 - one line a kind
        self._written += 1
        if self._written > MAX_FACTS:
            raise TooLargeError(Message("The argument is too large to be decided."))
        match sentence:
            case Letter(name):
                return self._is_true(name)
            case Holds(predicate, of):
                return self._is_true(f"{predicate}({who.get(of, of)})")
            case Not(body):
                return facts.Not(self.fact(body, who))
            case And(parts):
                return facts.All(tuple(self.fact(part, who) for part in parts))
            case Or(parts):
                return facts.Any(tuple(self.fact(part, who) for part in parts))
            case If(condition, then):
                return facts.implies(self.fact(condition, who), self.fact(then, who))
            case Iff(left, right):
                return facts.Same(self.fact(left, who), self.fact(right, who))
            case All(variable, body):
                return facts.All(tuple(self.fact(body, {**who, variable: one}) for one in self._all))
            case Some(variable, body):
                return facts.Any(tuple(self.fact(body, {**who, variable: one}) for one in self._all))

    def _is_true(self, name: str) -> facts.Fact:
        unknown = self._unknowns.setdefault(name, facts.Unknown(name, (0, 1)))
        return facts.is_(unknown, 1)


def _nesting(sentence: Sentence) -> int:
    inside = max((_nesting(part) for part in below(sentence)), default=0)
    return inside + isinstance(sentence, All | Some)


def _quantifiers(sentence: Sentence) -> int:
    return isinstance(sentence, All | Some) + sum(_quantifiers(part) for part in below(sentence))
