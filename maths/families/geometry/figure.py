"""A figure with stated measures, and another of its measures asked for.

Routes: the formulas of the figure, each solved for its one unknown; and the figure built from its parameters, every
measure, the given ones too, taken there from coordinates and integrals in balls.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import sympy
from flint import arb

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.geometry import figure_steps as steps
from maths.families.geometry.measured import MEASURED
from maths.families.geometry.shapes import MEASURES, SHAPES
from maths.families.geometry.solving import needed, solve
from maths.families.geometry.units import Lengths, with_unit
from maths.families.numbers.operands import calculable
from maths.families.numbers.rounding import Grid, Round
from maths.families.routes import ball
from maths.families.settled import Settled, UndecidedError
from maths.families.write import formula, tree
from maths.message import Formula, Message
from maths.read import read
from maths.tree import Degrees

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from maths.families.geometry.shapes import Shape
    from maths.families.geometry.solving import Found
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_PRECISION = 256  # bits
_CLOSE = arb("1e-50")
_STRAIGHT = 180
_TURN = 360
MAX_SIZE = Fraction(10**12)  # of a measure: nothing larger is drawn


@dataclass(frozen=True, slots=True)
class Given:
    """`measure` of MEASURES, its size as typed, and its unit ("" for none) to the power of its dimension."""

    measure: str
    size: Node
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """`unit`: the one the answer is asked in ("" where none is named); `place`: what it is rounded to."""

    shape: str
    given: tuple[Given, ...]
    wanted: str
    unit: str = ""
    place: Fraction | None = None

    def settle(self, find: Callable[..., tuple[Found, ...]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        shape = SHAPES[self.shape]
        letter = shape.letter(self.wanted)
        if letter is None:
            raise UndecidedError(Message("That is not measured on such a figure."))
        lengths = Lengths.of(tuple((g.unit, MEASURES[g.measure].dimension) for g in self.given), self.unit)
        known = self._known(shape, lengths)
        found = (find or solve)(shape, known, frozenset({letter, *shape.parameters}))
        values = known | {step.letter: step.value for step in found}
        if letter not in values or any(parameter not in values for parameter in shape.parameters):
            raise UndecidedError(Message("The stated measures do not settle the figure."))
        _confirm(self.shape, shape, values)
        exact = tree(values[letter])
        answer = exact if self.place is None else _rounded(exact, self.place)
        shown = with_unit(formula(answer), lengths.unit if not self.unit else "", MEASURES[self.wanted].dimension)
        method = Message("by the formulas of the figure, and again measured on the figure drawn with coordinates")
        lesson = steps.Lesson(
            shape, {g: shape.letters[g] for g in (given.measure for given in self.given)},
            known, needed(found, letter), letter, values[letter], lengths.unit, shown,
            rounded=self.place is not None,
        )  # fmt: skip
        bare = formula(answer).typed
        typed = Formula(bare, shown.latex if MEASURES[self.wanted].dimension else formula(Degrees(answer)).latex)
        return Settled(typed, method, lambda level: steps.teach(lesson, level), also=(shown.typed,))

    def _known(self, shape: Shape, lengths: Lengths) -> dict[str, Symbolic]:
        known: dict[str, Symbolic] = {}
        for given in self.given:
            letter = shape.letter(given.measure)
            if letter is None:
                raise UndecidedError(Message("That is not measured on such a figure."))
            dimension = MEASURES[given.measure].dimension
            value = _value(given.size) * lengths.factor(given.unit, dimension)
            limit = _TURN if self.shape == "sector" else _STRAIGHT
            if not value.is_positive or value > MAX_SIZE or (dimension == 0 and value >= limit):
                raise UndecidedError(Message("No such figure has these measures."))
            if letter in known and known[letter] != value:
                raise UndecidedError(Message("The same measure is given twice."))
            known[letter] = value
        return known


def _value(node: Node) -> Symbolic:
    value = to_sympy(calculable(node))
    if not value.is_number or not value.is_real:
        raise UndecidedError(Message("The measures of a figure are positive numbers."))
    return sympy.nsimplify(value) if value.is_Float else value


def _confirm(name: str, shape: Shape, values: Mapping[str, Symbolic]) -> None:
    """Every known measure agrees with the figure as it is built. Raises UndecidedError."""
    try:
        with ball.precisely(_PRECISION):
            balls = {letter: ball.number(tree(value), {}).real for letter, value in values.items()}
            measured = MEASURED[name](balls)
            wrong = [m for m in measured if m in balls and not abs(measured[m] - balls[m]) < _CLOSE * (1 + balls[m])]
    except RefusedError as error:
        raise UndecidedError(error.message) from error
    unmeasured = values.keys() - measured.keys() - set(shape.parameters)
    if wrong or unmeasured:
        raise UndecidedError(Message("The two ways of calculating it do not agree."))


def _rounded(exact: Node, place: Fraction) -> Node:
    return read(Round(exact, Grid(place)).settle().answer.typed)
