"""One complex number: modulus, conjugate, argument, real and imaginary part, polar form.

Routes: SymPy's parts of the expression; the parts taken apart on the tree by the rules of arithmetic and evaluated by
python-flint.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import sympy
from flint import acb, arb

from maths.engines.sympy_form import to_sympy
from maths.families.complex_numbers.parts_steps import SolvedPart, teach
from maths.families.complex_numbers.split import split
from maths.families.doubtful import refuse_doubtful
from maths.families.routes.ball import number as ball
from maths.families.routes.ball import precisely
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number, plus, times
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import Call, Name, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

DISAGREE = Message("The two ways of calculating it do not agree.")
_BITS = 400
_CLOSE = 150


class Part(Enum):
    MODULUS = "modulus"
    CONJUGATE = "conjugate"
    ARGUMENT = "argument"
    PRINCIPAL = "principal argument"
    REAL = "real part"
    IMAGINARY = "imaginary part"
    POLAR = "polar form"


@dataclass(frozen=True, slots=True)
class ComplexPart:
    part: Part
    body: Node

    def settle(self, find: Callable[[Node], tuple[Symbolic, Symbolic]] | None = None) -> Settled:
        """`find` stands in for the first route in tests: real and imaginary part."""
        refuse_doubtful(self.body)
        if names(self.body):
            raise UndecidedError(Message("The values of the letters in the expression are not given."))
        real, imaginary = (find or _by_sympy)(self.body)
        with precisely(_BITS):
            a, b = (ball(one, {}).real for one in split(self.body, frozenset()))
            for exact, around in ((real, a), (imaginary, b)):
                _close(ball(tree(exact), {}).real, around)
            result = self._result(real, imaginary, a, b)
        method = Message("SymPy's real and imaginary part, and again from the arithmetic of pairs in balls")
        solved = SolvedPart(self.part.value, self.body, real, imaginary, result)
        return Settled(formula(result), method, lambda level: teach(solved, level))

    def _result(self, real: Symbolic, imaginary: Symbolic, a: arb, b: arb) -> Node:
        match self.part:
            case Part.REAL:
                return tree(real)
            case Part.IMAGINARY:
                return tree(imaginary)
            case Part.CONJUGATE:
                return tree(real - sympy.I * imaginary)
            case Part.MODULUS:
                return tree(_size(real, imaginary, a, b))
        angle = self._angle(real, imaginary, a, b)
        if self.part is not Part.POLAR:
            return tree(angle)
        size = _size(real, imaginary, a, b)
        turned = plus(Call("cos", (tree(angle),)), times(Name("i"), Call("sin", (tree(angle),))))
        return turned if size == 1 else times(tree(size), turned)

    def _angle(self, real: Symbolic, imaginary: Symbolic, a: arb, b: arb) -> Symbolic:
        if real == 0 and imaginary == 0:
            raise UndecidedError(Message("Zero has no argument."))
        angle = sympy.simplify(sympy.arg(real + sympy.I * imaginary))
        if self.part is Part.ARGUMENT and angle.is_negative:
            raise UndecidedError(
                Message("Books choose the argument differently: between -π and π, or between 0 and 2π.")
            )
        _close(ball(tree(angle), {}).real, acb(a, b).arg())
        return angle


def _size(real: Symbolic, imaginary: Symbolic, a: arb, b: arb) -> Symbolic:
    size = sympy.sqrtdenest(sympy.sqrt(sympy.expand(real**2 + imaginary**2)))
    _close(ball(tree(size), {}).real, (a * a + b * b).sqrt())
    return size


def _by_sympy(body: Node) -> tuple[Symbolic, Symbolic]:
    real, imaginary = sympy.expand_complex(to_sympy(body)).as_real_imag()
    return sympy.radsimp(sympy.expand(real)), sympy.radsimp(sympy.expand(imaginary))


def _close(first: arb, second: arb) -> None:
    gap = first - second
    if not gap.contains(0) or float(gap.rad()) > 2.0**-_CLOSE:
        raise UndecidedError(DISAGREE)


def difference(left: Node, right: Node) -> Node:
    """The number whose modulus is the distance of two."""
    from maths.families.terms import minus

    return left if right == number(0) else minus(left, right)
