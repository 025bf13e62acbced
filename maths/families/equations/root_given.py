"""An equation one of whose roots is told: the letter in it, or the other root.

Routes: both of an equation in one letter, for the letter once the root is put in; and again for the equation with the
letter's value, which must have the told root among its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.equations.equation import Domain, Equation
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, name, replace
from maths.families.write import formula, letter, passages
from maths.grade import grade
from maths.message import Message
from maths.read import read
from maths.tree import Collection, Relation, names
from maths.verdict import Level, Outcome, SectionKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from flint import fmpq_poly

    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_NO_ROOT = Message("The value that is told is no root of the equation.")
_APPROACHES = {
    Level.BEGINNER: Message("A root is a number that makes both sides equal. Put it in and see what must hold."),
    Level.INTERMEDIATE: Message("A root is a number that makes both sides equal: put it in."),
    Level.ADVANCED: Message("That a number is a root is one condition on the coefficients."),
}
_SEVERAL = Message("There are several letters in one equation: it does not fix their values.")


@dataclass(frozen=True, slots=True)
class RootGiven:
    """`parameter` is None where the equation holds no other letter; `other` asks for the root that is not told."""

    relation: Relation
    unknown: str
    root: Node
    parameter: str | None
    other: bool = False

    def settle(self, find: Callable[[fmpq_poly], list[Symbolic]] | None = None) -> Settled:
        """`find` stands in for the first route in tests: the roots of a polynomial."""
        if names(self.relation) != {self.unknown} | ({self.parameter} if self.parameter else set()):
            raise UndecidedError(_SEVERAL)
        if names(self.root):
            raise UndecidedError(_SEVERAL)
        put = self._with({self.unknown: self.root})
        found = Equation(put, self.parameter).settle(find) if self.parameter else None
        whole = self._whole(found, find)
        if not self.other:
            assert found is not None  # noqa: S101 - the parameter is asked for
            return Settled(found.answer, found.method, lambda level: self._teach(put, found, None, level))
        others = _others(whole, self.root)
        if len(others) != 1:
            raise UndecidedError(Message("There is not exactly one other root."))
        answer = formula(others[0])
        return Settled(answer, whole.method, lambda level: self._teach(put, found, whole, level, others[0]))

    def _with(self, values: dict[str, Node]) -> Relation:
        return Relation(tuple(replace(side, values) for side in self.relation.operands), self.relation.operators)

    def _whole(self, found: Settled | None, find: Callable[[fmpq_poly], list[Symbolic]] | None) -> Settled:
        """The equation with the letter's value, its roots by both routes; the told root is one of them."""
        values: dict[str, Node] = {}
        if found is not None:
            assert self.parameter is not None  # noqa: S101 - by the caller
            value = read(found.answer.typed)
            if isinstance(value, Collection):
                raise UndecidedError(Message("More than one value fits."))
            values = {self.parameter: value}
        whole = Equation(self._with(values), self.unknown, Domain.COMPLEX).settle(find)
        if not any(_same(root, self.root) for root in _roots(whole)):
            raise UndecidedError(_NO_ROOT)
        return whole

    def _teach(
        self, put: Relation, found: Settled | None, whole: Settled | None, level: Level, other: Node | None = None
    ) -> tuple[Passage, ...]:
        told = formula(equals(name(self.unknown), self.root))
        lines = [
            Message("A root makes the equation true, so put in {value}: {result}.", value=told, result=formula(put))
        ]
        if found is not None:
            lines += _steps(found, level)
        if whole is not None:
            if found is not None:
                lines.append(Message("With it the equation is {result}.", result=formula(self._put_back(found))))
            lines += _steps(whole, level)
            lines.append(Message("One root is told, so the other is {root}.", root=formula(other or self.root)))
        answer = formula(other) if other is not None else found.answer if found is not None else told
        asked = Message("Wanted: the other root.") if self.other else Message(
            "Wanted: {letter}.", letter=letter(self.parameter or self.unknown))  # fmt: skip
        return passages(
            understanding=[
                Message("{value} is a root of {equation}.", value=told, equation=formula(self.relation)),
                asked,
            ],
            approach=[_APPROACHES[level]],
            steps=lines,
            check=[Message("Solved again with that value, the equation has the root that was told.")],
            conclusion=[Message("The answer is {answer}.", answer=answer)],
        )

    def _put_back(self, found: Settled) -> Relation:
        assert self.parameter is not None  # noqa: S101 - by the caller
        return self._with({self.parameter: read(found.answer.typed)})


def _steps(settled: Settled, level: Level) -> list[Message]:
    return [line for passage in settled.teach(level) if passage.kind is SectionKind.STEPS for line in passage.lines]


def _roots(whole: Settled) -> tuple[Node, ...]:
    node = read(whole.answer.typed)
    return node.items if isinstance(node, Collection) else (node,)


def _others(whole: Settled, told: Node) -> list[Node]:
    return [root for root in _roots(whole) if not _same(root, told)]


def _same(left: Node, right: Node) -> bool:
    return grade(formula(left).typed, formula(right).typed).outcome is Outcome.EQUAL
