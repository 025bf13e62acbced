"""Period, amplitude, greatest and least value of `a*sin(b*x + c) + d`, and of the cosine and tangent.

Routes: the numbers a, b, d taken from the formula by SymPy; and the function as typed in balls: the same values one
period on and not a fraction of it earlier, the extreme value reached at its place and nowhere passed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.routes.ball import number as ball
from maths.families.routes.ball import precisely
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, minus, name, number, over, plus, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import Call, names, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from flint import arb

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_BITS = 300
_SAMPLES = 24
_DIVISIONS = (2, 3, 4, 5, 6, 7)
_SHIFT = sympy.Rational(3, 29)
_NOT_THIS = Message("Only one sine, cosine or tangent of a linear expression is studied here.")
_DISAGREE = Message("The two ways of calculating it do not agree.")


class Trait(Enum):
    PERIOD = "period"
    AMPLITUDE = "amplitude"
    GREATEST = "greatest"
    LEAST = "least"


def is_wave(body: Node, unknown: str) -> bool:
    """Whether the letter stands in one sine, cosine or tangent only."""
    waves = [part for part in walk(body) if isinstance(part, Call) and part.function in {"sin", "cos", "tan"}]
    return len(waves) == 1 and names(body) == names(waves[0]) == {unknown}


@dataclass(frozen=True, slots=True)
class _Wave:
    """`a*f(b*x + c) + d`"""

    function: str
    a: Symbolic
    b: Symbolic
    c: Symbolic
    d: Symbolic


@dataclass(frozen=True, slots=True)
class Sinusoid:
    body: Node
    unknown: str
    trait: Trait

    def settle(self, find: Callable[[Sinusoid], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        wave = _wave(self)
        if wave.function == "tan" and self.trait is not Trait.PERIOD:
            raise UndecidedError(_NOT_THIS)
        found = (find or (lambda task: _value(wave, task.trait)))(self)
        if self.trait is Trait.PERIOD:
            _confirm_period(self, found)
        else:
            _confirm_heights(self, wave, found)
        answer = formula(tree(found))
        lesson = Lesson(
            Message("Given is the function {function}.", function=formula(equals(name("y"), self.body))),
            _WANTED[self.trait],
            (_work(wave, self.trait, tree(found)),),
            Message("One period on, the values are the same; they stay between the least and the greatest one."),
            Message("The result is {value}.", value=answer),
            Message("See what the numbers do: in front they stretch it upwards, beside the letter they squeeze it, and "
                    "at the end they lift it."),
            Message("Scaling the argument by b divides the period by |b|; the range of the sine is [-1, 1]."),
        )  # fmt: skip
        method = Message("from the numbers in the formula, and the function as typed looked at in balls")
        return Settled(answer, method, lambda level: teach(lesson, level))


def _wave(task: Sinusoid) -> _Wave:
    x = sympy.Symbol(task.unknown, real=True)
    try:
        whole = sympy.expand(to_sympy(task.body, symbols={task.unknown: x}), trig=False)
    except RefusedError:
        raise UndecidedError(_NOT_THIS) from None
    waves = [part for part in sympy.preorder_traversal(whole) if isinstance(part, sympy.sin | sympy.cos | sympy.tan)]
    if len({*waves}) != 1 or names(task.body) != {task.unknown}:
        raise UndecidedError(_NOT_THIS)
    stand_in = sympy.Dummy()
    line = sympy.Poly(waves[0].args[0], x) if waves[0].args[0].is_polynomial(x) else None
    outer = whole.subs(waves[0], stand_in)
    if line is None or line.degree() != 1 or outer.has(x) or not outer.is_polynomial(stand_in):
        raise UndecidedError(_NOT_THIS)
    height = sympy.Poly(outer, stand_in)
    if height.degree() != 1:
        raise UndecidedError(_NOT_THIS)
    (a, d), (b, c) = height.all_coeffs(), line.all_coeffs()
    if not all(part.is_real and part.is_number for part in (a, b, c, d)):
        raise UndecidedError(_NOT_THIS)
    return _Wave(type(waves[0]).__name__, a, b, c, d)


def _value(wave: _Wave, trait: Trait) -> Symbolic:
    match trait:
        case Trait.PERIOD:
            return sympy.simplify((sympy.pi if wave.function == "tan" else 2 * sympy.pi) / abs(wave.b))
        case Trait.AMPLITUDE:
            return abs(wave.a)
        case Trait.GREATEST:
            return sympy.simplify(wave.d + abs(wave.a))
    return sympy.simplify(wave.d - abs(wave.a))


def _confirm_period(task: Sinusoid, period: Symbolic) -> None:
    with precisely(_BITS):
        for index in range(_SAMPLES):
            place = _SHIFT + sympy.Rational(index, 7)
            if not _at(task, place + period).overlaps(_at(task, place)):
                raise UndecidedError(_DISAGREE)
        for divisor in _DIVISIONS:
            if all(
                _at(task, _SHIFT + sympy.Rational(index, 7) + period / divisor).overlaps(
                    _at(task, _SHIFT + sympy.Rational(index, 7))
                )
                for index in range(_SAMPLES)
            ):
                raise UndecidedError(_DISAGREE)


def _confirm_heights(task: Sinusoid, wave: _Wave, found: Symbolic) -> None:
    """Both extremes in balls: reached, a quarter of a period on from where the wave starts, and nowhere passed."""
    quarter = {"sin": sympy.pi / 2, "cos": sympy.Integer(0)}[wave.function]
    with precisely(_BITS):
        tops = [_at(task, (quarter + half * sympy.pi - wave.c) / wave.b) for half in (0, 1)]
        high, low = (tops[0], tops[1]) if tops[0] > tops[1] else (tops[1], tops[0])
        samples = [_at(task, _SHIFT + sympy.Rational(index, 7)) for index in range(_SAMPLES)]
        if any(value > high or value < low for value in samples):
            raise UndecidedError(_DISAGREE)
        seen = {Trait.GREATEST: high, Trait.LEAST: low, Trait.AMPLITUDE: (high - low) / 2}[task.trait]
        if not seen.overlaps(ball(tree(found), {}).real):
            raise UndecidedError(_DISAGREE)


def _at(task: Sinusoid, place: Symbolic) -> arb:
    value: arb = ball(task.body, {task.unknown: ball(tree(place), {}).real}).real
    return value


def _work(wave: _Wave, trait: Trait, found: Node) -> Work:
    a, d = tree(abs(wave.a)), tree(wave.d)
    match trait:
        case Trait.PERIOD:
            usual = tree(sympy.pi if wave.function == "tan" else 2 * sympy.pi)
            return Work(Message("The usual period is divided by the size of the number beside the letter."), None,
                        over(usual, tree(abs(wave.b))), found)  # fmt: skip
        case Trait.AMPLITUDE:
            return Work(Message("The amplitude is the size of the number in front, without its sign."), None,
                        times(number(1), a), found)  # fmt: skip
        case Trait.GREATEST:
            return Work(Message("At the top the function is as high above the middle as the amplitude says."), None,
                        plus(d, a), found)  # fmt: skip
    return Work(Message("At the bottom it is as far below the middle as the amplitude says."), None, minus(d, a), found)


_WANTED = {
    Trait.PERIOD: Message("Wanted: the period."),
    Trait.AMPLITUDE: Message("Wanted: the amplitude."),
    Trait.GREATEST: Message("Wanted: the greatest value."),
    Trait.LEAST: Message("Wanted: the least value."),
}
