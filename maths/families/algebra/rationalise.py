"""A fraction of roots written with a rational denominator.

Routes: SymPy multiplies by conjugates; the result and the given text are evaluated in balls of 400 bits, and the
written result is searched for a root below a fraction line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.doubtful import refuse_doubtful
from maths.families.routes import ball
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, times
from maths.families.write import formula, passages, tree
from maths.message import Message
from maths.tree import Call, Power, Quotient, names, walk
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_PRECISION = 400
_SHARP = 200
MAX_TERMS = 4  # roots below the fraction line
_DISAGREE = Message("The two ways of calculating it do not agree.")


@dataclass(frozen=True, slots=True)
class Rationalise:
    body: Node

    def settle(self, find: Callable[[Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if names(self.body):
            raise UndecidedError(Message("Only denominators without letters are made rational here."))
        refuse_doubtful(self.body)
        if not any(_has_root(part.denominator) for part in walk(self.body) if isinstance(part, Quotient)) and not any(
            isinstance(part, Call) and any(isinstance(inner, Quotient) for inner in walk(part))
            for part in walk(self.body)
        ):
            raise UndecidedError(Message("There is no root below a fraction line."))
        value = to_sympy(self.body)
        found = (find or _rational_below)(value)
        answer = tree(found)
        if any(isinstance(part, Quotient) and _has_root(part.denominator) for part in walk(answer)):
            raise UndecidedError(Message("The denominator could not be made rational."))
        with ball.precisely(_PRECISION):
            gap = ball.number(answer, {}) - ball.number(self.body, {})
            if not gap.contains(0) or gap.rad() > 2**-_SHARP:
                raise UndecidedError(_DISAGREE)
        method = Message("made rational by SymPy; both forms are equal to 60 digits, and no root is left below")
        return Settled(formula(answer), method, lambda level: self._teach(value, answer, level))

    def _teach(self, value: Symbolic, answer: Node, level: Level) -> tuple[Passage, ...]:
        top, bottom = sympy.fraction(sympy.together(value))
        conjugate = _conjugate(bottom)
        steps = []
        if conjugate is not None and conjugate != 1:
            steps = [
                Message("Multiply above and below by {factor}.", factor=formula(tree(conjugate))),
                Message(
                    "Below: {result}.",
                    result=formula(
                        equals(times(tree(bottom), tree(conjugate)), tree(sympy.expand(bottom * conjugate)))
                    ),
                ),
                Message(
                    "Above: {result}.",
                    result=formula(equals(times(tree(top), tree(conjugate)), tree(sympy.expand(top * conjugate)))),
                ),
            ]
        return passages(
            understanding=[
                Message("Write {body} without a root below the fraction line.", body=formula(self.body))
            ],
            approach=[
                Message("Multiply above and below by the conjugate.")
                if level is Level.ADVANCED
                else Message("Multiply above and below by a factor that makes what stands below rational.")
                if level is Level.INTERMEDIATE
                else Message(
                    "Multiplying above and below by the same number changes nothing; choose it so that the roots below "
                    "disappear: a root times itself, or a sum times the difference."
                )
            ],
            steps=[*steps, Message("Simplified: {result}.", result=formula(equals(self.body, answer)))],
            check=[Message("Both forms have the same value, computed to 60 digits.")],
            conclusion=[Message("The result is {result}.", result=formula(answer))],
        )  # fmt: skip


def _rational_below(value: Symbolic) -> Symbolic:
    found = sympy.radsimp(sympy.sqrtdenest(sympy.radsimp(sympy.together(sympy.expand(value)), max_terms=MAX_TERMS)))
    top, bottom = sympy.fraction(sympy.together(sympy.expand(found)))
    if not bottom.is_Rational:
        raise UndecidedError(Message("The denominator could not be made rational."))
    top = sympy.expand(top)
    content, rest = top.as_content_primitive()
    whole = content / bottom
    return sympy.expand(whole.p * rest) / whole.q


def _conjugate(bottom: Symbolic) -> Symbolic | None:
    """For one root itself; for two terms with the sign between them changed."""
    roots = [part for part in bottom.atoms(sympy.Pow) if part.exp == sympy.Rational(1, 2)]
    if bottom.is_Add and len(bottom.args) == 2 and roots:  # noqa: PLR2004 - two terms
        first, second = bottom.args
        return first - second
    return roots[0] if len(roots) == 1 and not bottom.is_Add else None


def _has_root(node: Node) -> bool:
    return any(
        (isinstance(part, Call) and part.function in {"sqrt", "root"})
        or (isinstance(part, Power) and isinstance(part.exponent, Quotient))
        for part in walk(node)
    )
