"""The values of a letter for which a matrix has no inverse: where its determinant is zero.

Routes: those of the determinant, then those of the equation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maths.families.equations.equation import Domain, Equation
from maths.families.matrices.expression import MatrixExpression
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, number
from maths.families.write import formula, letter, passages
from maths.families.written import letters
from maths.message import Message
from maths.read import read
from maths.tree import Call

if TYPE_CHECKING:
    from maths.tree import Node, Relation
    from maths.verdict import Level, Passage


@dataclass(frozen=True, slots=True)
class Singular:
    body: Node
    unknown: str

    def settle(self) -> Settled:
        determinant = MatrixExpression(Call("det", (self.body,))).settle()
        value = read(determinant.answer.typed)
        if letters(value) != {self.unknown}:
            raise UndecidedError(Message("The determinant does not depend on this letter alone."))
        equation: Relation = equals(value, number(0))
        roots = Equation(equation, self.unknown, Domain.UNSTATED).settle()
        method = Message("{first}; then {second}", first=determinant.method, second=roots.method)
        return replace(roots, method=method, teach=lambda level: self._teach(determinant, roots, level))

    def _teach(self, determinant: Settled, roots: Settled, level: Level) -> tuple[Passage, ...]:
        first = {passage.kind.value: list(passage.lines) for passage in determinant.teach(level)}
        then = {passage.kind.value: list(passage.lines) for passage in roots.teach(level)}
        asked = Message(
            "For which {unknown} has {matrix} no inverse?", unknown=letter(self.unknown), matrix=formula(self.body)
        )
        return passages(
            **{
                **then,
                "understanding": [asked],
                "approach": [Message("A matrix has no inverse exactly where its determinant is zero.")],
                "steps": [*first.get("steps", ()), *then.get("steps", ())],
            }
        )
