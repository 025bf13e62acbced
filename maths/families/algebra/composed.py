"""Questions about defined names: each name is worked out by its own family, in two ways, then put into the question."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from maths.families.algebra import nested_steps
from maths.families.algebra.rewrite import Expand, Simplify
from maths.families.calculus.derivative import Differentiate
from maths.families.numbers.arithmetic import Evaluate
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, name
from maths.families.write import formula, passages
from maths.message import Message
from maths.read import read
from maths.tree import Apply, Quotient, names, walk
from maths.verdict import Level, Passage, SectionKind

if TYPE_CHECKING:
    from maths.families.algebra.known import Known
    from maths.families.settled import Task
    from maths.tree import Node

_EVERY_LETTER = frozenset({"e", "i"})
_IMAGINARY = name("i")


def _is_imaginary(settled: Settled) -> bool:
    return _IMAGINARY in walk(read(settled.answer.typed))


@dataclass(frozen=True, slots=True)
class Composed:
    """A task whose formulas have the defined names put in already; `known` are those names, in order.

    `primes` are the derivatives that the question names: `("f", 1)` for f'. `call` is what a question for one value
    asks, as it stands there: `f(g(3))`.
    """

    task: Task
    known: tuple[Known, ...] = field(compare=False)
    primes: tuple[tuple[str, int], ...] = field(default=(), compare=False)
    call: Node | None = field(default=None, compare=False)

    def settle(self) -> Settled:
        settled = self.task.settle()
        if isinstance(self.task, Evaluate) and _is_imaginary(settled) and not any(k.has_imaginary for k in self.known):
            raise UndecidedError(
                Message("The function has no real value there, and it is not said whether others count.")
            )
        if all(known.settled is None for known in self.known):
            method = settled.method
        else:
            method = Message("each name was worked out in two ways; then: {method}", method=settled.method)
        return replace(settled, method=method, teach=lambda level: self._teach(settled, level))

    def _teach(self, settled: Settled, level: Level) -> tuple[Passage, ...]:
        inner = {passage.kind.value: list(passage.lines) for passage in settled.teach(level)}
        inner |= self._inside_out(level)
        first = [line for known in self.known for line in (*known.lines(level), *self._derived(known, level))]
        opening = Message("Some names are given a meaning first; that is put into the question.")
        inner["understanding"] = [*([] if level is Level.ADVANCED else [opening]), *inner.get("understanding", ())]
        inner["steps"] = [*first, Message("Now the question itself."), *inner.get("steps", ())]
        return passages(**inner)

    def _inside_out(self, level: Level) -> dict[str, list[Message]]:
        """The passages of a question for one value of given functions, where it is that alone."""
        functions = nested_steps.simple_functions(self.known)
        if self.call is None or not isinstance(self.task, Evaluate) or self.task.values:
            return {}
        if nested_steps.put_together(self.call, functions) != self.task.body:
            return {}
        lines = nested_steps.steps(self.call, functions, level)
        if lines is None:
            return {}
        found = {"understanding": [Message("We want the value of {asked}.", asked=formula(self.call))], "steps": lines}
        return found | {"approach": [nested_steps.approach(self.call, level)]}

    def _derived(self, known: Known, level: Level) -> list[Message]:
        """How the derivatives of a function that the question names are found."""
        orders = [order for full, order in self.primes if full in known.names and len(known.parameters) == 1]
        lines: list[Message] = []
        for order in dict.fromkeys(orders):
            (full,), (parameter,), (body,) = known.names, known.parameters, known.values
            settled = Differentiate(body, parameter, order).settle()
            worked = {passage.kind: passage.lines for passage in settled.teach(level)}
            found = equals(Apply(full, (name(parameter),), order), read(settled.answer.typed))
            lines += [*worked.get(SectionKind.STEPS, ()), Message("So we know: {result}.", result=formula(found))]
        return lines


@dataclass(frozen=True, slots=True)
class ValueOf:
    """The value a defined name, or a defined function, turns out to have."""

    typed: Node
    value: Node

    def settle(self) -> Settled:
        answer = formula(self.value)
        method = Message("the definitions give it at once")
        return Settled(answer, method, self._teach)

    def _teach(self, level: Level) -> tuple[Passage, ...]:
        del level
        return passages(
            understanding=[Message("We want the value of {asked}.", asked=formula(self.typed))],
            approach=[Message("Go through the definitions in their order.")],
            steps=[Message("What is asked for is known by now: {value}.", value=formula(self.value))],
            check=[Message("Going through the definitions once more gives the same value.")],
            conclusion=[Message("The value is {value}.", value=formula(self.value))],
        )


@dataclass(frozen=True, slots=True)
class Combine:
    """A formula of defined functions in letters, such as `2*f(x) - g(x)` or `f(g(x))`.

    It is multiplied out, or simplified where a letter stands below.
    """

    typed: Node
    value: Node

    def settle(self) -> Settled:
        rewrite = Simplify if self._divides else Expand
        settled = rewrite(self.value, names(self.value, _EVERY_LETTER) & _EVERY_LETTER).settle()
        return replace(settled, teach=lambda level: self._teach(settled, level))

    @property
    def _divides(self) -> bool:
        """Whether a fraction has a letter below."""
        fractions = (part for part in walk(self.value) if isinstance(part, Quotient))
        return any(names(part.denominator, _EVERY_LETTER) for part in fractions)

    def _teach(self, settled: Settled, level: Level) -> tuple[Passage, ...]:
        inner = {passage.kind.value: list(passage.lines) for passage in settled.teach(level)}
        asked = (
            Message("We want {asked} as one expression, as simple as it gets.", asked=formula(self.typed))
            if self._divides
            else Message("We want {asked} as one expression, multiplied out.", asked=formula(self.typed))
        )
        put_in = Message(
            "Put what the functions stand for into {asked}: {value}.",
            asked=formula(self.typed),
            value=formula(self.value),
        )
        return passages(**{**inner, "understanding": [asked], "steps": [put_in, *inner.get("steps", ())]})
