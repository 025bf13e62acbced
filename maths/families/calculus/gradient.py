"""The gradient: all partial derivatives, each by its own two routes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.calculus.derivative import Differentiate
from maths.families.numbers.arithmetic import Evaluate
from maths.families.settled import Settled
from maths.families.terms import equals, name, replace
from maths.families.write import formula, letter, listed, passages
from maths.message import Message
from maths.read import read
from maths.tree import Collection, Derivative, Kind, Negative, Number
from maths.verdict import Level, SectionKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Gradient:
    """`point` has a coordinate for each letter, in their order; None asks for the gradient as a field."""

    body: Node
    letters: tuple[str, ...]
    point: tuple[Node, ...] | None = None

    def settle(self, find: Callable[[Symbolic, Symbolic, int], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        partials = [Differentiate(self.body, full).settle(find) for full in self.letters]
        if self.point is not None:
            return self._at_point(partials, self.point)
        answer = formula(Collection(Kind.TUPLE, tuple(read(partial.answer.typed) for partial in partials)))
        return Settled(answer, partials[0].method, lambda level: self._teach(partials, level))

    def _at_point(self, partials: list[Settled], point: tuple[Node, ...]) -> Settled:
        """Each partial derivative's value there, by the two routes of arithmetic."""
        places = tuple(zip(self.letters, point, strict=True))
        values = [_value(read(partial.answer.typed), places) for partial in partials]
        answer = formula(Collection(Kind.TUPLE, tuple(value for value, _ in values)))
        method = next((found for _, found in values if found is not None), partials[0].method)
        return Settled(answer, method, lambda level: self._teach_at(partials, places, answer, level))

    def _teach_at(
        self, partials: list[Settled], places: tuple[tuple[str, Node], ...], answer: Formula, level: Level
    ) -> tuple[Passage, ...]:
        told = {passage.kind: passage.lines for passage in self._teach(partials, level)}
        lines = [*told[SectionKind.STEPS]]
        for full, partial in zip(self.letters, partials, strict=True):
            put = replace(read(partial.answer.typed), dict(places))
            value = _value(read(partial.answer.typed), places)[0]
            shown = equals(put, value) if formula(put) != formula(value) else value
            lines.append(Message("There the derivative by {letter} is {result}.", letter=letter(full),
                                 result=formula(shown)))  # fmt: skip
        return passages(
            understanding=told[SectionKind.UNDERSTANDING],
            approach=told[SectionKind.APPROACH],
            steps=lines,
            check=told[SectionKind.CHECK],
            conclusion=[Message("The answer is {answer}.", answer=answer)],
        )

    def _teach(self, partials: list[Settled], level: Level) -> tuple[Passage, ...]:
        lines = []
        for full, partial in zip(self.letters, partials, strict=True):
            if level is level.BEGINNER:
                inner = partial.teach(level)
                lines += [line for passage in inner if passage.kind is SectionKind.STEPS for line in passage.lines[:-1]]
            shown = equals(Derivative(self.body, name(full)), read(partial.answer.typed))
            lines.append(Message("Partial derivative: {result}.", result=formula(shown)))
        whole = formula(Collection(Kind.TUPLE, tuple(read(partial.answer.typed) for partial in partials)))
        return passages(
            understanding=[
                Message(
                    "The gradient of {function} holds the derivatives with respect to {letters}, in this order.",
                    function=formula(self.body),
                    letters=listed(letter(full) for full in self.letters),
                )
            ],
            approach=[
                Message("The vector of the partial derivatives.")
                if level is Level.ADVANCED
                else Message("For each letter, differentiate and treat the others as constants.")
            ],
            steps=lines,
            check=[Message("The Taylor series of the function gives the same values at several points.")],
            conclusion=[Message("The answer is {answer}.", answer=whole)],
        )


def _value(body: Node, places: tuple[tuple[str, Node], ...]) -> tuple[Node, Message | None]:
    """The value of a partial derivative at a point; a number needs no calculation."""
    put = replace(body, dict(places))
    if isinstance(put, Number) or (isinstance(put, Negative) and isinstance(put.operand, Number)):
        return put, None
    settled = Evaluate(body, places).settle()
    return read(settled.answer.typed), settled.method
